//! Days to cells and back: every month takes the same number of cells, so that bars and labels never drift.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Division, Tick};
use crate::base::calendar;

/// How much of the path a width holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Zoom {
    Month,
    Quarter,
    #[default]
    Year,
}

/// A number of cells to each month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    zoom: Zoom,
    cells_per_month: i64,
}

impl Zoom {
    /// The next closer look.
    pub fn closer(self) -> Self {
        match self {
            Self::Year => Self::Quarter,
            Self::Quarter | Self::Month => Self::Month,
        }
    }

    /// The next wider look.
    pub fn wider(self) -> Self {
        match self {
            Self::Month => Self::Quarter,
            Self::Quarter | Self::Year => Self::Year,
        }
    }

    /// `date` moved by one step of scrolling: a month, a week or a day, later or earlier.
    pub fn step(self, date: NaiveDate, later: bool) -> NaiveDate {
        let moved = match (self, later) {
            (Self::Year, true) => date.checked_add_months(Months::new(1)),
            (Self::Year, false) => date.checked_sub_months(Months::new(1)),
            (Self::Quarter, true) => date.checked_add_days(Days::new(7)),
            (Self::Quarter, false) => date.checked_sub_days(Days::new(7)),
            (Self::Month, true) => date.checked_add_days(Days::new(1)),
            (Self::Month, false) => date.checked_sub_days(Days::new(1)),
        };
        moved.unwrap_or(date)
    }
}

impl Scale {
    /// The scale at which `width` cells hold a year, a quarter or a month and a little more.
    pub fn new(zoom: Zoom, width: u16) -> Self {
        let width = i64::from(width);
        let cells_per_month = match zoom {
            Zoom::Year => (width / 13).clamp(2, 12),
            Zoom::Quarter => (width / 4).clamp(8, 31),
            // Each day its own number of whole cells.
            Zoom::Month => 31 * (width / 35).max(1),
        };
        Self { zoom, cells_per_month }
    }

    /// The cell of a day, counted from the first day of the year 0.
    pub fn cell(self, date: NaiveDate) -> i64 {
        let days = match self.zoom {
            // All days alike: shorter months end with empty cells.
            Zoom::Month => 31,
            Zoom::Year | Zoom::Quarter => i64::from(calendar::month_end(date).day()),
        };
        month_number(date) * self.cells_per_month + i64::from(date.day0()) * self.cells_per_month / days
    }

    /// The first day that falls on a cell or after it.
    pub fn date(self, cell: i64) -> NaiveDate {
        let month = cell.div_euclid(self.cells_per_month);
        let year = i32::try_from(month.div_euclid(12)).unwrap_or(0);
        let number = u32::try_from(month.rem_euclid(12) + 1).unwrap_or(1);
        let first = NaiveDate::from_ymd_opt(year, number, 1).unwrap_or_default();
        let days = first.iter_days().take(32);
        days.into_iter().find(|day| cell <= self.cell(*day)).unwrap_or(first)
    }

    /// The day to begin with for `date` to stand in cell `x`.
    pub fn begin(self, date: NaiveDate, x: u16) -> NaiveDate {
        self.date(self.cell(date) - i64::from(x))
    }

    /// The divisions of `width` cells from the day `from` on.
    pub(super) fn ticks(self, from: NaiveDate, width: u16) -> Vec<Tick> {
        let origin = self.cell(from);
        let mut ticks = Vec::new();
        let mut month = from.with_day(1).unwrap_or(from);
        loop {
            let start = self.cell(month) - origin;
            if i64::from(width) <= start {
                return ticks;
            }
            let mut push = |date: NaiveDate, division| {
                if let Some(x) = u16::try_from(self.cell(date) - origin).ok().filter(|x| *x < width) {
                    ticks.push(Tick { x, division });
                }
            };
            push(month, Division::Month { year: month.year(), month: month.month() });
            let days: &[u32] = match self.zoom {
                Zoom::Year => &[],
                Zoom::Quarter => &[10, 20],
                Zoom::Month => &[5, 10, 15, 20, 25],
            };
            for day in days {
                if let Some(date) = month.with_day(*day) {
                    push(date, Division::Day(*day));
                }
            }
            match month.checked_add_months(Months::new(1)) {
                Some(next) => month = next,
                None => return ticks,
            }
        }
    }
}

fn month_number(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month0())
}
