//! The period that the impact measure is looked at over: a part of the year, or one whose figures were closed.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::closure::ClosedPeriod;

/// Both days inclusive.
type Period = (NaiveDate, NaiveDate);

/// The period that is looked at, and how it is left for another one.
#[derive(Debug, Default)]
pub(super) struct Window {
    span: Span,
    /// Not chosen yet while absent.
    period: Option<Period>,
}

/// How long the period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Span {
    #[default]
    Year,
    HalfYear,
    Quarter,
    Month,
    /// As its figures were closed, whatever its days.
    AsClosed,
}

impl Window {
    /// The period, as far as it has begun on `today`.
    pub(super) fn until(&mut self, today: NaiveDate) -> Period {
        let (from, to) = *self.period.get_or_insert_with(|| self.span.holding(today));
        (from, to.min(today))
    }

    pub(super) fn earlier(&mut self, today: NaiveDate, closed: &[ClosedPeriod]) {
        let (from, _) = self.until(today);
        self.go(match self.span {
            Span::AsClosed => closed.iter().rev().find(|one| one.from < from).map(whole),
            Span::Year | Span::HalfYear | Span::Quarter | Span::Month => {
                from.checked_sub_months(self.span.months()).map(|from| self.span.holding(from))
            }
        });
    }

    /// Whether there is a later period that has begun.
    pub(super) fn later(&mut self, today: NaiveDate, closed: &[ClosedPeriod]) -> bool {
        let (from, _) = self.until(today);
        let next = match self.span {
            Span::AsClosed => closed.iter().find(|one| from < one.from).map(whole),
            Span::Year | Span::HalfYear | Span::Quarter | Span::Month => {
                from.checked_add_months(self.span.months()).map(|from| self.span.holding(from))
            }
        };
        let next = next.filter(|(from, _)| *from <= today);
        self.go(next);
        next.is_some()
    }

    /// The next length of period, at the last part of what was looked at; then the periods as they were closed, the latest first.
    pub(super) fn change_span(&mut self, today: NaiveDate, closed: &[ClosedPeriod]) {
        let (from, to) = self.until(today);
        self.span = match self.span {
            Span::Year => Span::HalfYear,
            Span::HalfYear => Span::Quarter,
            Span::Quarter => Span::Month,
            Span::Month if !closed.is_empty() => Span::AsClosed,
            Span::Month | Span::AsClosed => Span::Year,
        };
        self.go(match self.span {
            Span::Year => Some(self.span.holding(from)),
            Span::HalfYear | Span::Quarter | Span::Month => Some(self.span.holding(to.max(from))),
            Span::AsClosed => closed.last().map(whole),
        });
    }

    fn go(&mut self, period: Option<Period>) {
        self.period = period.or(self.period);
    }
}

impl Span {
    fn months(self) -> Months {
        Months::new(match self {
            Self::Year | Self::AsClosed => 12,
            Self::HalfYear => 6,
            Self::Quarter => 3,
            Self::Month => 1,
        })
    }

    /// The period of this length that holds a day.
    fn holding(self, day: NaiveDate) -> Period {
        let months = self.months();
        let month = day.month0() / months.as_u32() * months.as_u32() + 1;
        let from = NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        let next = from.checked_add_months(months);
        (from, next.and_then(|next| next.pred_opt()).unwrap_or(from))
    }
}

fn whole(closed: &ClosedPeriod) -> Period {
    (closed.from, closed.to)
}
