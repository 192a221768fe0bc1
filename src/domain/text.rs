//! What a person types: free text, where no social-security number may stand, and the dates of what happened.

use chrono::{Datelike, NaiveDate};

use super::refusal::Refusal;
use crate::base::safe_text::{is_blank, is_invisible};

/// Longest free text, in characters.
const LONGEST_TEXT: usize = 20_000;

/// Longest name of a person, a place or an action, in characters.
const LONGEST_NAME: usize = 200;

/// Text that may be empty, trimmed; a social-security number inside it is refused (art. 2: it is never stored).
pub(super) fn free_text(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let text = typed.trim();
    at_most(LONGEST_TEXT, field, text)?;
    if contains_nir(text) {
        return Err(Refusal::NirIsNeverStored { field });
    }
    Ok(text.to_owned())
}

/// Text that must be there, and be seen.
pub fn required(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let text = free_text(field, typed)?;
    if is_blank(&text) { Err(Refusal::FieldEmpty { field }) } else { Ok(text) }
}

/// A name, which must be there and fit in a line.
pub(super) fn named(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let name = required(field, typed)?;
    at_most(LONGEST_NAME, field, &name)?;
    Ok(name)
}

fn at_most(longest: usize, field: &'static str, text: &str) -> Result<(), Refusal> {
    if text.chars().count() > longest {
        return Err(Refusal::TextTooLong { field, longest: i64::try_from(longest).unwrap_or(i64::MAX) });
    }
    Ok(())
}

/// The date of something that happened: not after today, and not before anyone now living was born.
pub(super) fn not_after_today(field: &'static str, date: NaiveDate, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    if today < date {
        return Err(Refusal::DateInFuture { field, date });
    }
    plausible(field, date)
}

/// A date that somebody can have meant, past or to come: a slip of the year is refused.
pub(super) fn plausible(field: &'static str, date: NaiveDate) -> Result<NaiveDate, Refusal> {
    match date.year() {
        1900..=2200 => Ok(date),
        _ => Err(Refusal::DateImplausible { field, date }),
    }
}

/// Whether `text`, without spaces, has the form and the key of a French social-security number (15 characters).
fn looks_like_nir(text: &str) -> bool {
    // Corsican départements: 2A counts as 19, 2B as 18 in the key.
    let digits = text.replacen("2A", "19", 1).replacen("2B", "18", 1);
    if digits.len() != 15
        || !digits.bytes().all(|b| b.is_ascii_digit())
        || !matches!(digits.as_bytes().first(), Some(b'1' | b'2'))
    {
        return false;
    }
    let (Some(number), Some(key)) = (digits.get(..13), digits.get(13..)) else { return false };
    match (number.parse::<u64>(), key.parse::<u64>()) {
        (Ok(number), Ok(key)) => 97 - number % 97 == key,
        _ => false,
    }
}

/// How a social-security number is written, its key aside: the lengths of its groups, where its first parts may be joined.
const WRITTEN: [&[usize]; 6] = [&[13], &[15], &[1, 2, 2, 2, 3, 3], &[3, 2, 2, 3, 3], &[5, 2, 3, 3], &[7, 3, 3]];

/// Whether groups begin with a social-security number as it is written: of its key, left out or mistyped, nothing is asked.
fn begin_as_written(groups: &[String]) -> bool {
    WRITTEN.iter().any(|lengths| {
        let written = groups.get(..lengths.len());
        written.is_some_and(|written| {
            written.iter().map(String::len).eq(lengths.iter().copied()) && has_parts_of_nir(&written.concat())
        })
    })
}

/// Whether the sex, month, département, commune and order of a social-security number can be read in this.
fn has_parts_of_nir(text: &str) -> bool {
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let number = |from, to| part(from, to).parse::<u32>().unwrap_or_default();
    matches!(part(0, 1), "1" | "2")
        // Beyond twelve, of those whose month of birth is not known.
        && matches!(number(3, 5), 1..=12 | 20..=42)
        && (matches!(part(5, 7), "2A" | "2B") || 0 < number(5, 7))
        && 0 < number(7, 10)
        && 0 < number(10, 13)
}

/// Whether whole groups of digits of `text`, with anything but letters between them, make a social-security number, whatever other
/// numbers stand beside it; its key may be missing or mistyped where it is written as such numbers are.
pub fn contains_nir(text: &str) -> bool {
    let mut groups = vec![String::new()];
    // What is not seen parts nothing.
    for c in text.chars().filter(|c| !is_invisible(*c)).map(plain_digit).chain(std::iter::once('z')) {
        let letter = c.to_ascii_uppercase();
        match groups.last_mut() {
            Some(last) if c.is_ascii_digit() || (matches!(letter, 'A' | 'B') && last.ends_with('2')) => {
                last.push(letter)
            }
            Some(last) if !c.is_alphanumeric() => {
                if !last.is_empty() {
                    groups.push(String::new());
                }
            }
            _ => {
                if groups_hold_nir(&groups) {
                    return true;
                }
                groups = vec![String::new()];
            }
        }
    }
    false
}

/// The digit that a wide one is; any other character as it is.
fn plain_digit(c: char) -> char {
    let wide = u32::from(c).wrapping_sub(u32::from('０'));
    char::from_digit(wide, 10).unwrap_or(c)
}

fn groups_hold_nir(groups: &[String]) -> bool {
    (0..groups.len()).any(|from| {
        let mut joined = String::with_capacity(15);
        // A number has at most fifteen groups of a digit.
        groups.iter().skip(from).take(15).any(|group| {
            joined.push_str(group);
            joined.len() == 15 && looks_like_nir(&joined)
        }) || groups.get(from..).is_some_and(begin_as_written)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_social_security_number_is_noticed_however_it_is_spaced() {
        for (text, found) in [
            ("255081416802538", true),
            ("née, n° 2 55 08 14 168 025 38, vue hier", true),
            ("2-55-08-14-168-025-38", true),
            ("2.55.08.14.168.025/38", true),
            ("2 55 08 14 168 025\u{a0}38", true),
            // Between other numbers, each with its own meaning.
            ("le 3 12 2025 : 2 55 08 14 168 025 38 0612345678", true),
            ("12 2 55 08 14 168 025 38", true),
            // Other signs between them, or none that is seen.
            ("2–55–08–14–168–025", true),
            ("2,55,08,14,168,025", true),
            ("2_55_08_14_168_025_38", true),
            ("2 | 55 | 08 | 14 | 168 | 025", true),
            ("(2) 55 08 14 168 025", true),
            ("2 55 08\u{200b} 14 1\u{200b}68 025 38", true),
            ("2550814\u{200d}168025", true),
            ("２５５０８１４１６８０２５３８", true),
            ("２ ５５ ０８ １４ １６８ ０２５", true),
            // The sex, the year and the month written together.
            ("255 08 14 168 025", true),
            ("25508 14 168 025 38", true),
            ("2550814 168 025", true),
            // Corsica.
            ("1 85 05 2A 123 456 33", true),
            ("1 85 05 2b 123 456 60", true),
            ("1 85 05 2C 123 456 33", false),
            // The key is wrong, or left out.
            ("255081416802539", true),
            ("2550814168025 39", true),
            ("2550814168025", true),
            ("NIR 2 55 08 14 168 025", true),
            ("2 55 08 2A 168 025", true),
            ("le 3/12/2025 : 2 55 08 14 168 025, puis 06 12 34 56 78", true),
            // No month, no commune.
            ("2551314168025", false),
            ("2550814000025", false),
            // Other numbers that follow each other.
            ("enfant 1, 12/03/2026 06 12 34 56 78", false),
            ("1 12/03/2026 06 12", false),
            ("2026110512345", false),
            ("112, 06 12 34 56 78", false),
            ("apt 112, 0612345678", false),
            ("du 12/03/2026 (14:30) au 11/06/2026, 06 12 34 56 78", false),
            ("FR76 1234 5678 9012", false),
            ("1 250,00 € + 2 100,50 €, le 12/03/2026", false),
            // It begins with neither 1 nor 2.
            ("355081416802585", false),
            // Longer numbers only hold one by chance.
            ("9255081416802538", false),
            ("2550814168025389", false),
            ("0612345678", false),
            ("", false),
        ] {
            assert_eq!(contains_nir(text), found, "in {text:?}");
        }
    }

    #[test]
    fn a_text_is_trimmed_and_has_at_most_twenty_thousand_characters() {
        assert_eq!(free_text("note", "  à rappeler\n"), Ok("à rappeler".into()));
        assert_eq!(free_text("note", " "), Ok(String::new()));
        assert_eq!(required("note", " "), Err(Refusal::FieldEmpty { field: "note" }));
        assert_eq!(
            required("note", "\u{a0}\u{200b}\u{202e}"),
            Err(Refusal::FieldEmpty { field: "note" }),
            "nothing is seen"
        );
        assert!(named("surname", &"é".repeat(200)).is_ok());
        let refused = Refusal::TextTooLong { field: "surname", longest: 200 };
        assert_eq!(named("surname", &"é".repeat(201)), Err(refused));
        assert!(free_text("note", &"é".repeat(20_000)).is_ok());
        let refused = Refusal::TextTooLong { field: "note", longest: 20_000 };
        assert_eq!(free_text("note", &"é".repeat(20_001)), Err(refused));
    }

    #[test]
    fn what_happened_is_not_after_today_and_no_date_is_a_slip_of_the_year() {
        let today = day("2026-01-15");
        let future = Refusal::DateInFuture { field: "date", date: day("2026-01-16") };
        let implausible = |date: &str| Refusal::DateImplausible { field: "date", date: day(date) };
        for (date, happened, meant) in [
            ("2026-01-15", Ok(()), Ok(())),
            ("2026-01-16", Err(future), Ok(())),
            ("1900-01-01", Ok(()), Ok(())),
            ("1899-12-31", Err(implausible("1899-12-31")), Err(implausible("1899-12-31"))),
            ("0026-01-15", Err(implausible("0026-01-15")), Err(implausible("0026-01-15"))),
        ] {
            assert_eq!(not_after_today("date", day(date), today).map(drop), happened, "{date}");
            assert_eq!(plausible("date", day(date)).map(drop), meant, "{date}");
        }
        assert!(plausible("date", day("2200-12-31")).is_ok());
        assert_eq!(plausible("date", day("2201-01-01")), Err(implausible("2201-01-01")));
    }
}
