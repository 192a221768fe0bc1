//! Calendar arithmetic, defined once: months, last days, ages, and where a date stands on a given day.
//!
//! No delay, age or quota is written here: those are the convention's data. Nothing reads a clock.

use chrono::{Datelike, Days, Months, NaiveDate};

/// A civil age in completed years and months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age {
    pub years: u32,
    /// Completed months after the last birthday, 0 to 11.
    pub months: u32,
}

/// Where a due date stands. On the last day itself it is due, never overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    Overdue,
    Due,
    Later,
}

/// Reads a day as it is stored, `2026-11-23`. Chrono's own parser, which knows any format, takes twenty times as long: a list
/// of a caseload is made of hundreds of thousands.
pub fn from_iso(text: &str) -> Option<NaiveDate> {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
    };
    match text.as_bytes() {
        [year @ .., b'-', month_1, month_2, b'-', day_1, day_2] if year.len() == 4 => {
            let (year, month, day) = (number(year)?, number(&[*month_1, *month_2])?, number(&[*day_1, *day_2])?);
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        }
        // Before the year 0 and after 9999 it bears a sign.
        _rare => text.parse().ok(),
    }
}

/// Adds `n` calendar months, clamped to the month's last day.
pub fn add_months(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_add_months(Months::new(n)).unwrap_or(NaiveDate::MAX)
}

/// Takes away `n` calendar months, clamped to the month's last day.
pub fn sub_months(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_sub_months(Months::new(n)).unwrap_or(NaiveDate::MIN)
}

/// Adds `n` days.
pub fn add_days(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(n))).unwrap_or(NaiveDate::MAX)
}

/// Takes away `n` days.
pub fn sub_days(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_sub_days(Days::new(u64::from(n))).unwrap_or(NaiveDate::MIN)
}

/// The last day, inclusive, of a period of `months` months that begins on `start`.
///
/// It is the eve of the anniversary; where the anniversary does not exist (31 January and one month), the clamped day is
/// already the last one. A period of no month ends on the eve of its start.
pub fn last_day(start: NaiveDate, months: u32) -> NaiveDate {
    let end = add_months(start, months);
    if end.day() == start.day() { end.pred_opt().unwrap_or(end) } else { end }
}

/// The birthday of that many years; 29 February gives 1 March in a common year.
pub fn birthday(birth: NaiveDate, years: u32) -> NaiveDate {
    let year = birth.year().saturating_add(i32::try_from(years).unwrap_or(i32::MAX));
    birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).unwrap_or(NaiveDate::MAX)
}

/// The civil age on a day, or nothing before the birth.
///
/// A month is completed on the day with the birth's number; where the month has no such day, on the first of the next,
/// so that it agrees with [`birthday`].
pub fn civil_age(birth: NaiveDate, on: NaiveDate) -> Option<Age> {
    if on < birth {
        return None;
    }
    let months_of = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    let unfinished = i64::from(on.day() < birth.day());
    let completed = u32::try_from(months_of(on) - months_of(birth) - unfinished).unwrap_or(0);
    Some(Age { years: completed / 12, months: completed % 12 })
}

/// The last day of the month before `date`'s.
pub fn last_day_of_previous_month(date: NaiveDate) -> NaiveDate {
    date.with_day(1).and_then(|first| first.pred_opt()).unwrap_or(date)
}

/// The last day of the majoration: it ends with the month before the one in which the youngest child reaches `years`
/// (CASF L262-9: three, given by the convention's data).
pub fn majoration_last_day(birth_of_youngest: NaiveDate, years: u32) -> NaiveDate {
    last_day_of_previous_month(birthday(birth_of_youngest, years))
}

/// The last day of `date`'s month.
pub fn month_end(date: NaiveDate) -> NaiveDate {
    date.with_day(1).map_or(date, |first| last_day(first, 1))
}

/// The Monday of `date`'s week.
pub fn week_start(date: NaiveDate) -> NaiveDate {
    sub_days(date, date.weekday().num_days_from_monday())
}

/// Days from `today` to `due`: 0 on the day, negative after it.
pub fn days_left(due: NaiveDate, today: NaiveDate) -> i64 {
    due.signed_duration_since(today).num_days()
}

/// Where `due` stands on `today`.
pub fn standing(due: NaiveDate, today: NaiveDate) -> Standing {
    match due.cmp(&today) {
        std::cmp::Ordering::Less => Standing::Overdue,
        std::cmp::Ordering::Equal => Standing::Due,
        std::cmp::Ordering::Greater => Standing::Later,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    proptest! {
        #[test]
        fn a_day_is_read_as_it_is_written(days in 0..200_000_i32, far in any::<bool>()) {
            let date = NaiveDate::from_epoch_days(if far { days * 400 } else { days }).unwrap();
            prop_assert_eq!(from_iso(&date.to_string()), Some(date));
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in ["", "2026-11-31", "2026-13-01", "2026-11-2x", "+026-11-23", "2026/11/23"] {
            assert_eq!(from_iso(text), None, "{text}");
        }
        assert_eq!(from_iso(&NaiveDate::MAX.to_string()), Some(NaiveDate::MAX));
    }

    #[test]
    fn months_are_added_and_taken_away_clamped_to_the_month_end() {
        for (from, n, later, earlier) in [
            ("2026-03-12", 0, "2026-03-12", "2026-03-12"),
            ("2026-03-12", 1, "2026-04-12", "2026-02-12"),
            ("2026-01-31", 1, "2026-02-28", "2025-12-31"),
            ("2024-01-31", 1, "2024-02-29", "2023-12-31"),
            ("2026-03-31", 1, "2026-04-30", "2026-02-28"),
            ("2024-03-31", 1, "2024-04-30", "2024-02-29"),
            ("2024-02-29", 12, "2025-02-28", "2023-02-28"),
            ("2024-02-29", 48, "2028-02-29", "2020-02-29"),
            ("2025-12-31", 2, "2026-02-28", "2025-10-31"),
            ("2026-08-30", 6, "2027-02-28", "2026-02-28"),
        ] {
            assert_eq!(add_months(day(from), n), day(later), "{from} + {n} months");
            assert_eq!(sub_months(day(from), n), day(earlier), "{from} - {n} months");
        }
    }

    #[test]
    fn the_last_day_of_a_period_is_inclusive() {
        for (start, months, last) in [
            ("2026-03-12", 6, "2026-09-11"),
            ("2026-03-01", 3, "2026-05-31"),
            ("2026-01-01", 12, "2026-12-31"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2026-01-30", 1, "2026-02-28"),
            ("2026-01-28", 1, "2026-02-27"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2026-08-31", 3, "2026-11-30"),
            ("2026-08-31", 9, "2027-05-30"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-28"),
            ("2026-03-12", 0, "2026-03-11"),
        ] {
            assert_eq!(last_day(day(start), months), day(last), "{months} months from {start}");
        }
    }

    #[test]
    fn a_child_born_on_29_february_has_its_birthday_on_1_march_of_a_common_year() {
        for (birth, years, expected) in [
            ("2024-02-29", 0, "2024-02-29"),
            ("2024-02-29", 3, "2027-03-01"),
            ("2024-02-29", 4, "2028-02-29"),
            ("2024-02-28", 3, "2027-02-28"),
            ("2024-03-01", 3, "2027-03-01"),
            ("2023-12-31", 3, "2026-12-31"),
            ("1896-02-29", 4, "1900-03-01"),
        ] {
            assert_eq!(birthday(day(birth), years), day(expected), "{years} years of {birth}");
        }
    }

    #[test]
    fn ages_are_civil_ages() {
        for (birth, on, age) in [
            ("2024-02-11", "2024-02-10", None),
            ("2024-02-11", "2024-02-11", Some((0, 0))),
            ("2024-02-11", "2024-03-10", Some((0, 0))),
            ("2024-02-11", "2024-03-11", Some((0, 1))),
            ("2024-02-11", "2026-10-11", Some((2, 8))),
            ("2024-02-11", "2027-02-10", Some((2, 11))),
            ("2024-02-11", "2027-02-11", Some((3, 0))),
            ("2024-02-29", "2027-02-28", Some((2, 11))),
            ("2024-02-29", "2027-03-01", Some((3, 0))),
            ("2024-02-29", "2028-02-28", Some((3, 11))),
            ("2024-02-29", "2028-02-29", Some((4, 0))),
            ("2025-01-31", "2025-02-28", Some((0, 0))),
            ("2025-01-31", "2025-03-01", Some((0, 1))),
            ("2025-01-31", "2025-04-30", Some((0, 2))),
            ("2025-12-31", "2026-01-01", Some((0, 0))),
        ] {
            let expected = age.map(|(years, months)| Age { years, months });
            assert_eq!(civil_age(day(birth), day(on)), expected, "born {birth}, on {on}");
        }
    }

    #[test]
    fn the_majoration_ends_with_the_month_before_the_third_birthday() {
        for (birth, last) in [
            ("2024-02-11", "2027-01-31"),
            ("2024-02-01", "2027-01-31"),
            ("2024-03-31", "2027-02-28"),
            ("2024-01-15", "2026-12-31"),
            // The third birthday is on 1 March 2027.
            ("2024-02-29", "2027-02-28"),
            ("2025-03-01", "2028-02-29"),
        ] {
            assert_eq!(majoration_last_day(day(birth), 3), day(last), "born {birth}");
        }
    }

    #[test]
    fn due_and_overdue_agree_on_the_last_day() {
        for (due, today, left, expected) in [
            ("2026-03-12", "2026-03-11", 1, Standing::Later),
            ("2026-03-12", "2026-03-12", 0, Standing::Due),
            ("2026-03-12", "2026-03-13", -1, Standing::Overdue),
            ("2026-12-31", "2027-01-01", -1, Standing::Overdue),
            ("2024-03-01", "2024-02-28", 2, Standing::Later),
        ] {
            assert_eq!(days_left(day(due), day(today)), left, "{due} seen on {today}");
            assert_eq!(standing(day(due), day(today)), expected, "{due} seen on {today}");
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_months_end_on_their_last_day() {
        for (date, monday, end) in [
            ("2026-03-12", "2026-03-09", "2026-03-31"),
            ("2026-03-09", "2026-03-09", "2026-03-31"),
            ("2026-03-15", "2026-03-09", "2026-03-31"),
            ("2026-01-01", "2025-12-29", "2026-01-31"),
            ("2024-02-10", "2024-02-05", "2024-02-29"),
            ("2026-02-28", "2026-02-23", "2026-02-28"),
        ] {
            assert_eq!(week_start(day(date)), day(monday), "week of {date}");
            assert_eq!(month_end(day(date)), day(end), "month of {date}");
        }
    }

    #[test]
    fn arithmetic_stops_at_the_ends_of_the_calendar() {
        assert_eq!(add_months(NaiveDate::MAX, 1), NaiveDate::MAX);
        assert_eq!(add_days(NaiveDate::MAX, u32::MAX), NaiveDate::MAX);
        assert_eq!(sub_months(NaiveDate::MIN, u32::MAX), NaiveDate::MIN);
        assert_eq!(sub_days(NaiveDate::MIN, 1), NaiveDate::MIN);
        assert_eq!(birthday(day("2024-02-29"), u32::MAX), NaiveDate::MAX);
        assert!(civil_age(NaiveDate::MIN, NaiveDate::MAX).is_some());
    }

    proptest! {
        #[test]
        fn a_child_is_of_age_from_its_birthday_and_not_before(days in 0u32..200_000, years in 0u32..120) {
            let birth = add_days(day("1600-01-01"), days);
            let on = birthday(birth, years);
            prop_assert_eq!(civil_age(birth, on), Some(Age { years, months: 0 }));
            let eve = civil_age(birth, sub_days(on, 1)).map_or(0, |age| age.years + 1);
            prop_assert_eq!(eve, years);
        }

        #[test]
        fn a_period_and_the_next_one_touch_without_overlap(days in 0u32..200_000, months in 1u32..60) {
            let start = add_days(day("1600-01-01"), days);
            let last = last_day(start, months);
            prop_assert!(start < last);
            let next = add_days(last, 1);
            // The next period begins on the anniversary, or on the first of the month that follows a clamped one.
            prop_assert!(next == add_months(start, months) || next.day() == 1);
        }
    }
}
