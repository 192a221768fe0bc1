//! The words of free date entry: how a text falls into numbers, words and signs, and which words name what.
//!
//! Words are compared folded: case and accents do not matter.

use chrono::Weekday;

use super::DateFault;
use crate::base::fold::fold;

/// Longer than any date; what is longer is not read.
const LONGEST: usize = 64;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number { value: u32, digits: usize },
    Word(String),
    Sign { plus: bool },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

/// What two words say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Days(i32),
    Next(Weekday),
    Last(Weekday),
}

/// The tokens of a text; nothing when it holds a sign that no date has. Articles and ordinal endings are left out.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut tokens: Vec<Token> = Vec::new();
    let mut chars = text.trim().chars().peekable();
    while let Some(&c) = chars.peek() {
        if c.is_ascii_digit() {
            let mut run = String::new();
            while let Some(digit) = chars.next_if(char::is_ascii_digit) {
                run.push(digit);
            }
            tokens.push(Token::Number { value: run.parse().ok()?, digits: run.len() });
        } else if c.is_alphabetic() {
            let mut run = String::new();
            while let Some(letter) = chars.next_if(|c| c.is_alphabetic() || is_apostrophe_or_mark(*c)) {
                run.push(letter);
            }
            // aujourd'hui and aujourd’hui and aujourdhui are one word.
            let word: String = fold(&run).split(' ').collect();
            let ordinal = matches!(word.as_str(), "er" | "st" | "nd" | "rd" | "th");
            let article = matches!(word.as_str(), "le" | "ce" | "the" | "on" | "of");
            if !(article || ordinal && matches!(tokens.last(), Some(Token::Number { .. }))) {
                tokens.push(Token::Word(word));
            }
        } else {
            chars.next();
            match c {
                '+' => tokens.push(Token::Sign { plus: true }),
                '-' | '‐' | '‑' | '–' | '−' => tokens.push(Token::Sign { plus: false }),
                '/' | '.' | ',' => {}
                c if c.is_whitespace() => {}
                _ => return None,
            }
        }
    }
    Some(tokens)
}

fn is_apostrophe_or_mark(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ') || unicode_normalization::char::is_combining_mark(c)
}

pub(super) fn is_today(word: &str) -> bool {
    matches!(word, "aujourdhui" | "aujourd" | "auj" | "j" | "today" | "tod" | "d")
}

/// Days away from today.
pub(super) fn day_word(word: &str) -> Option<i32> {
    match word {
        "hier" | "yesterday" => Some(-1),
        "avanthier" => Some(-2),
        "demain" | "tomorrow" => Some(1),
        "apresdemain" => Some(2),
        word => is_today(word).then_some(0),
    }
}

pub(super) fn two_words(a: &str, b: &str) -> Option<Relation> {
    match (a, b) {
        ("avant", "hier") => Some(Relation::Days(-2)),
        ("apres", "demain") => Some(Relation::Days(2)),
        ("next", day) | (day, "prochain" | "proch") => weekday(day).map(Relation::Next),
        ("last", day) | (day, "dernier" | "dern") => weekday(day).map(Relation::Last),
        _ => None,
    }
}

pub(super) fn unit(word: &str) -> Result<Unit, DateFault> {
    match word {
        "j" | "jr" | "jrs" | "jour" | "jours" | "d" | "day" | "days" => Ok(Unit::Days),
        "s" | "sem" | "semaine" | "semaines" | "w" | "wk" | "week" | "weeks" => Ok(Unit::Weeks),
        "m" | "mois" | "month" | "months" => Ok(Unit::Months),
        "a" | "an" | "ans" | "annee" | "annees" | "y" | "year" | "years" => Ok(Unit::Years),
        _ => Err(DateFault::Unknown),
    }
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    match word {
        "lundi" | "lun" | "monday" | "mon" => Some(Weekday::Mon),
        "mardi" | "mar" | "tuesday" | "tues" | "tue" => Some(Weekday::Tue),
        "mercredi" | "mer" | "merc" | "wednesday" | "wed" => Some(Weekday::Wed),
        "jeudi" | "jeu" | "thursday" | "thurs" | "thur" | "thu" => Some(Weekday::Thu),
        "vendredi" | "ven" | "vend" | "friday" | "fri" => Some(Weekday::Fri),
        "samedi" | "sam" | "saturday" | "sat" => Some(Weekday::Sat),
        "dimanche" | "dim" | "sunday" | "sun" => Some(Weekday::Sun),
        _ => None,
    }
}

/// The month that a name or its beginning (three letters at least) names in one of the languages.
pub(super) fn month(word: &str) -> Option<u32> {
    const NAMES: [(&str, u32); 24] = [
        ("janvier", 1),
        ("fevrier", 2),
        ("mars", 3),
        ("avril", 4),
        ("mai", 5),
        ("juin", 6),
        ("juillet", 7),
        ("aout", 8),
        ("septembre", 9),
        ("octobre", 10),
        ("novembre", 11),
        ("decembre", 12),
        ("january", 1),
        ("february", 2),
        ("march", 3),
        ("april", 4),
        ("may", 5),
        ("june", 6),
        ("july", 7),
        ("august", 8),
        ("september", 9),
        ("october", 10),
        ("november", 11),
        ("december", 12),
    ];
    if word.len() < 3 {
        return None;
    }
    let mut named = NAMES.iter().filter(|(name, _)| name.starts_with(word)).map(|(_, month)| *month);
    let month = named.next()?;
    // "jui" begins two months.
    named.all(|other| other == month).then_some(month)
}
