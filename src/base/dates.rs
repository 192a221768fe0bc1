//! Dates typed freely, in French or English: `12/3`, `hier`, `+7j`, `lundi`, `12 mars 2026`, `2026-03-12`.
//!
//! Day comes before month, always. Whether a date suits the act is a rule of the domain; here it only has to exist.

pub mod time;
mod words;

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar;
use words::{Relation, Token, Unit};

pub use time::{TimeFault, parse_time};

/// Where an incomplete date leans: the date of an act already done, of one to come, or the closest of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leaning {
    Past,
    Future,
    Near,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateFault {
    #[error("a date is missing")]
    Empty,
    #[error("the date is not understood")]
    Unknown,
    /// 31/02, or 29/02 of a common year.
    #[error("there is no such day")]
    Impossible,
    /// The weekday and the date that were typed disagree.
    #[error("the date falls on another day of the week")]
    OtherWeekday,
    /// Before 1900, or more than twenty years ahead: a slip of the year.
    #[error("the date is too far away")]
    TooFar,
}

impl DateFault {
    /// The id of the sentence; its `.hint` says what to type.
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "date-fault-empty",
            Self::Unknown => "date-fault-unknown",
            Self::Impossible => "date-fault-impossible",
            Self::OtherWeekday => "date-fault-other-weekday",
            Self::TooFar => "date-fault-too-far",
        }
    }
}

/// Reads a date typed on `today`.
///
/// A missing year or month is found by the leaning: the latest such date up to today, the first from today on, or the
/// closest. A year of two digits never leads far: at most next year for the past, half a century around today otherwise.
///
/// # Errors
/// What is wrong with the text; see [`DateFault`].
pub fn parse_date(text: &str, today: NaiveDate, leaning: Leaning) -> Result<NaiveDate, DateFault> {
    let tokens = words::tokens(text).ok_or(DateFault::Unknown)?;
    let reader = Reader { today, leaning };
    let date = match tokens.as_slice() {
        [] => return Err(DateFault::Empty),
        tokens => match reader.relative(tokens)? {
            Some(date) => date,
            None => reader.absolute(tokens)?,
        },
    };
    if (1900..=today.year() + 20).contains(&date.year()) { Ok(date) } else { Err(DateFault::TooFar) }
}

struct Reader {
    today: NaiveDate,
    leaning: Leaning,
}

impl Reader {
    /// `+7j`, `j-3`, `dans 2 semaines`, `il y a 3 jours`, `hier`, `lundi prochain`; nothing when it is none of these.
    fn relative(&self, tokens: &[Token]) -> Result<Option<NaiveDate>, DateFault> {
        use Token::{Number, Sign, Word};
        let day = Unit::Days;
        Ok(Some(match tokens {
            [Sign { plus }, Number { value, .. }] => self.shifted(*plus, *value, day),
            [Sign { plus }, Number { value, .. }, Word(unit)] => self.shifted(*plus, *value, words::unit(unit)?),
            [Word(from), Sign { plus }, Number { value, .. }] if words::is_today(from) => {
                self.shifted(*plus, *value, day)
            }
            [Word(from), Sign { plus }, Number { value, .. }, Word(unit)] if words::is_today(from) => {
                self.shifted(*plus, *value, words::unit(unit)?)
            }
            [Word(into), Number { value, .. }, Word(unit)] if matches!(into.as_str(), "dans" | "in") => {
                self.shifted(true, *value, words::unit(unit)?)
            }
            [Word(il), Word(y), Word(a), Number { value, .. }, Word(unit)] if il == "il" && y == "y" && a == "a" => {
                self.shifted(false, *value, words::unit(unit)?)
            }
            [Number { value, .. }, Word(unit), Word(ago)] if ago == "ago" => {
                self.shifted(false, *value, words::unit(unit)?)
            }
            // avant-hier, après-demain
            [Word(a), Word(b)] | [Word(a), Sign { plus: false }, Word(b)] => match words::two_words(a, b) {
                Some(Relation::Days(days)) => self.days_away(days),
                Some(Relation::Next(weekday)) => self.weekday_after(weekday),
                Some(Relation::Last(weekday)) => self.weekday_before(weekday),
                None => return Ok(None),
            },
            [Word(word)] => match (words::day_word(word), words::weekday(word)) {
                (Some(days), _) => self.days_away(days),
                (None, Some(weekday)) => self.nearby_weekday(weekday),
                (None, None) => return Ok(None),
            },
            _ => return Ok(None),
        }))
    }

    /// `12`, `12/3`, `12 mars`, `12/03/26`, `2026-03-12`, `jeudi 12 mars 2026`, `120326`.
    fn absolute(&self, tokens: &[Token]) -> Result<NaiveDate, DateFault> {
        use Token::{Number, Word};
        if let [Word(name), rest @ ..] = tokens
            && let Some(weekday) = words::weekday(name)
            && !rest.is_empty()
            // "mar 12" is a March day in English and a Tuesday in French: both are tried.
            && !(rest.len() <= 2 && words::month(name).is_some())
        {
            let date = self.absolute(rest)?;
            return if date.weekday() == weekday { Ok(date) } else { Err(DateFault::OtherWeekday) };
        }
        let parts: Vec<&Token> = tokens.iter().filter(|token| **token != Token::Sign { plus: false }).collect();
        match parts.as_slice() {
            [Number { value, digits: 1 | 2 }] => self.day_of_month(*value),
            [Number { value, digits: 4 }] => self.without_year(value / 100, value % 100),
            [Number { value, digits: 6 }] => self.two_digit_year(value / 10_000, value / 100 % 100, value % 100),
            [Number { value, digits: 8 }] => exact(value / 1_000_000, value / 10_000 % 100, value % 10_000),
            [Number { value: day, digits: 1 | 2 }, Number { value: month, digits: 1 | 2 }] => {
                self.without_year(*day, *month)
            }
            [Number { value: day, digits: 1 | 2 }, Word(month)]
            | [Word(month), Number { value: day, digits: 1 | 2 }] => {
                self.without_year(*day, words::month(month).ok_or(DateFault::Unknown)?)
            }
            [Number { value: year, digits: 4 }, Number { value: month, .. }, Number { value: day, digits: 1 | 2 }] => {
                exact(*day, *month, *year)
            }
            [Number { value: day, .. }, Number { value: month, digits: 1 | 2 }, Number { value: year, digits }] => {
                self.with_year(*day, *month, *year, *digits)
            }
            [Number { value: day, .. }, Word(month), Number { value: year, digits }]
            | [Word(month), Number { value: day, .. }, Number { value: year, digits }] => {
                self.with_year(*day, words::month(month).ok_or(DateFault::Unknown)?, *year, *digits)
            }
            _ => Err(DateFault::Unknown),
        }
    }

    fn with_year(&self, day: u32, month: u32, year: u32, digits: usize) -> Result<NaiveDate, DateFault> {
        match digits {
            2 => self.two_digit_year(day, month, year),
            4 => exact(day, month, year),
            _ => Err(DateFault::Unknown),
        }
    }

    fn two_digit_year(&self, day: u32, month: u32, short: u32) -> Result<NaiveDate, DateFault> {
        let newest = match self.leaning {
            Leaning::Past => self.today.year() + 1,
            Leaning::Future | Leaning::Near => self.today.year() + 49,
        };
        let short = i32::try_from(short).map_err(|_| DateFault::Unknown)?;
        let year = newest - (newest - short).rem_euclid(100);
        exact(day, month, u32::try_from(year).map_err(|_| DateFault::TooFar)?)
    }

    fn without_year(&self, day: u32, month: u32) -> Result<NaiveDate, DateFault> {
        // 29 February can be eight years ago, around 1900 or 2100; nothing is planned for it years ahead without saying which.
        let ahead = if self.leaning == Leaning::Past { 8 } else { 1 };
        let years = (self.today.year() - ahead)..=(self.today.year() + ahead);
        self.leaning_of(years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)))
    }

    fn day_of_month(&self, day: u32) -> Result<NaiveDate, DateFault> {
        let first = self.today.with_day(1).unwrap_or(self.today);
        let months = (0..=2).flat_map(|n| [calendar::sub_months(first, n), calendar::add_months(first, n)]);
        self.leaning_of(months.filter_map(|month| month.with_day(day)))
    }

    /// The candidate that the leaning chooses; today suits every leaning. Of two equally near, the one to come.
    fn leaning_of(&self, candidates: impl Iterator<Item = NaiveDate>) -> Result<NaiveDate, DateFault> {
        let left = |date: &NaiveDate| calendar::days_left(*date, self.today);
        match self.leaning {
            Leaning::Past => candidates.filter(|date| left(date) <= 0).max(),
            Leaning::Future => candidates.filter(|date| left(date) >= 0).min(),
            Leaning::Near => candidates.min_by_key(|date| (left(date).abs(), -left(date))),
        }
        .ok_or(DateFault::Impossible)
    }

    fn shifted(&self, plus: bool, value: u32, unit: Unit) -> NaiveDate {
        let (days, months) = match unit {
            Unit::Days => (value, 0),
            Unit::Weeks => (value.saturating_mul(7), 0),
            Unit::Months => (0, value),
            Unit::Years => (0, value.saturating_mul(12)),
        };
        match plus {
            true => calendar::add_days(calendar::add_months(self.today, months), days),
            false => calendar::sub_days(calendar::sub_months(self.today, months), days),
        }
    }

    fn days_away(&self, days: i32) -> NaiveDate {
        self.shifted(days >= 0, days.unsigned_abs(), Unit::Days)
    }

    /// The latest such day up to today, the first one after today, or the closest.
    fn nearby_weekday(&self, weekday: Weekday) -> NaiveDate {
        let ahead = weekday.days_since(self.today.weekday());
        match self.leaning {
            Leaning::Past if ahead == 0 => self.today,
            Leaning::Past => self.weekday_before(weekday),
            Leaning::Future => self.weekday_after(weekday),
            Leaning::Near if ahead <= 3 => calendar::add_days(self.today, ahead),
            Leaning::Near => self.weekday_before(weekday),
        }
    }

    fn weekday_after(&self, weekday: Weekday) -> NaiveDate {
        let ahead = weekday.days_since(self.today.weekday());
        calendar::add_days(self.today, if ahead == 0 { 7 } else { ahead })
    }

    fn weekday_before(&self, weekday: Weekday) -> NaiveDate {
        calendar::sub_days(self.today, 7 - weekday.days_since(self.today.weekday()))
    }
}

fn exact(day: u32, month: u32, year: u32) -> Result<NaiveDate, DateFault> {
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return Err(DateFault::Impossible);
    }
    if !(1900..=2200).contains(&year) {
        return Err(DateFault::TooFar);
    }
    let year = i32::try_from(year).map_err(|_| DateFault::TooFar)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateFault::Impossible)
}

#[cfg(test)]
mod tests;
