//! Amounts of money: euro cents as whole numbers, and how a person types them.

use serde::{Deserialize, Serialize};

/// An amount in euro cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(pub u64);

/// What was typed is no amount of at most two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an amount")]
pub struct NotAnAmount;

impl Cents {
    /// Reads `450`, `450,5`, `1 234,50 €` or `1,234.50`: thousands set apart by spaces or by the other sign, in threes.
    ///
    /// # Errors
    /// [`NotAnAmount`].
    pub fn parse(typed: &str) -> Result<Self, NotAnAmount> {
        let bare: String =
            typed.chars().filter(|one| !one.is_whitespace() && !matches!(one, '€' | '\u{202f}')).collect();
        let decimals = bare.rfind([',', '.']).map(|at| bare.split_at(at));
        let (whole, cents) = match decimals {
            None => (bare.as_str(), ""),
            Some((whole, rest)) => (whole, rest.trim_start_matches([',', '.'])),
        };
        let has_decimals = decimals.is_some();
        let mut groups = whole.split([',', '.']);
        let first = groups.next().unwrap_or_default();
        let grouped = groups.clone().next().is_some();
        let in_threes = groups.clone().all(|group| group.len() == 3) && (!grouped || (1..=3).contains(&first.len()));
        let digits: String = std::iter::once(first).chain(groups).collect();
        let fits = !digits.is_empty()
            && digits.len() <= 12
            && in_threes
            && digits.bytes().chain(cents.bytes()).all(|byte| byte.is_ascii_digit())
            && has_decimals != cents.is_empty()
            && cents.len() <= 2;
        if !fits {
            return Err(NotAnAmount);
        }
        let euros: u64 = digits.parse().map_err(|_| NotAnAmount)?;
        let cents: u64 = format!("{cents:0<2}").parse().map_err(|_| NotAnAmount)?;
        Ok(Self(euros * 100 + cents))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (typed, cents) in [
            ("450", 45_000),
            ("450 €", 45_000),
            ("450,5", 45_050),
            ("450.05", 45_005),
            ("0,01", 1),
            ("1 234,50 €", 123_450),
            ("1\u{202f}234,50\u{a0}€", 123_450),
            ("1,234.50", 123_450),
            ("1.234,50", 123_450),
            ("12 345 678", 1_234_567_800),
        ] {
            assert_eq!(Cents::parse(typed), Ok(Cents(cents)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for typed in ["", "€", "douze", "-5", "4,505", "1,23,45", "12,34.50", "5,", ",5", "1e3", "1234567890123"] {
            assert_eq!(Cents::parse(typed), Err(NotAnAmount), "{typed}");
        }
    }
}
