//! The clock: the date that rules use and the instant at which something is entered.
//!
//! The two are apart on purpose: `--today` moves the first and never the second. Nothing else in the program reads the time.

use chrono::{DateTime, Local, NaiveDate, SubsecRound, Utc};

/// Tells the date and the instant. Copied freely; it holds no handle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    today: Option<NaiveDate>,
    now: Option<DateTime<Utc>>,
}

impl Clock {
    /// The machine's own date and time.
    pub fn system() -> Self {
        Self { today: None, now: None }
    }

    /// A fixed date for rules, the machine's time for what is recorded as entered.
    pub fn fixed_today(date: NaiveDate) -> Self {
        Self { today: Some(date), now: None }
    }

    /// A date and an instant that never move, for tests and made-up stores.
    pub fn frozen(date: NaiveDate, instant: DateTime<Utc>) -> Self {
        Self { today: Some(date), now: Some(instant) }
    }

    /// The local date that rules use.
    pub fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| Local::now().date_naive())
    }

    /// The instant, to the millisecond: what the journal keeps.
    pub fn now(&self) -> DateTime<Utc> {
        self.now.unwrap_or_else(Utc::now).trunc_subsecs(3)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2012, 3, 12).unwrap()
    }

    #[test]
    fn a_given_date_never_changes_the_instant_of_entry() {
        let before = Utc::now().trunc_subsecs(3);
        let clock = Clock::fixed_today(day());
        assert_eq!(clock.today(), day());
        assert!(before <= clock.now() && clock.now() <= Utc::now());
    }

    #[test]
    fn a_frozen_clock_stands_still_to_the_millisecond() {
        let instant = DateTime::from_timestamp(1_700_000_000, 123_456_789).unwrap();
        let clock = Clock::frozen(day(), instant);
        assert_eq!(clock.now(), clock.now());
        assert_eq!(clock.now().timestamp_subsec_nanos(), 123_000_000);
    }
}
