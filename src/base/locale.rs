//! The message catalogue. (First cut.)

use chrono::NaiveDate;

/// What a sentence can name.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    Text(String),
    Date(NaiveDate),
    Number(i64),
    Days(i64),
    Cents(i64),
}
