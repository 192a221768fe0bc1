//! Calendar arithmetic, defined once. (First cut.)

use chrono::{Datelike, Days, Months, NaiveDate};

/// `n` calendar months later, clamped to the month's last day.
pub fn add_months(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_add_months(Months::new(n)).unwrap_or(NaiveDate::MAX)
}

/// `n` calendar months earlier, clamped to the month's last day.
pub fn sub_months(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_sub_months(Months::new(n)).unwrap_or(NaiveDate::MIN)
}

/// `n` days later.
pub fn add_days(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(n))).unwrap_or(NaiveDate::MAX)
}

/// Last day, inclusive, of `months` months that begin on `start`.
pub fn last_day(start: NaiveDate, months: u32) -> NaiveDate {
    let end = add_months(start, months);
    if end.day() == start.day() { end.pred_opt().unwrap_or(end) } else { end }
}

/// The birthday of that many years; 29 February gives 1 March in a common year.
pub fn birthday(birth: NaiveDate, years: u32) -> NaiveDate {
    let year = birth.year().saturating_add(i32::try_from(years).unwrap_or(i32::MAX));
    birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).unwrap_or(NaiveDate::MAX)
}

/// The last day of the month before `date`'s.
pub fn last_day_of_previous_month(date: NaiveDate) -> NaiveDate {
    date.with_day(1).and_then(|first| first.pred_opt()).unwrap_or(date)
}
