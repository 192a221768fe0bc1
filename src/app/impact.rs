//! The impact measure of art. 7, counted from the records whenever it is asked for.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{App, AppError};
use crate::base::calendar;
use crate::base::id::FamilyId;
use crate::domain::antenna::AntennaRecord;
use crate::domain::closure::{ClosePeriod, Measure, PeriodFigures};
use crate::domain::group;
use crate::domain::impact::{By, Group, Impact};
use crate::domain::indicator::{CountedAct, Indicator, counted};
use crate::domain::refusal::Refusal;
use crate::store::reading::Reading;

/// An act behind a figure, with the family that it is in; a session of a group action is the antenna's, and bears its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActBehind {
    pub family: Option<FamilyId>,
    pub name: String,
    pub act: CountedAct,
}

/// A longer period is a slip of the year.
const LONGEST_MONTHS: u32 = 20 * 12;

impl App {
    /// The figures of a period, both days inclusive; as they were at the closing where it is closed.
    ///
    /// # Errors
    /// `PeriodReversed`; `DateInFuture` when it has not begun; `PeriodTooLong`; the store's.
    pub fn impact(&self, from: NaiveDate, to: NaiveDate, by: By) -> Result<Measure, AppError> {
        check_period(self.today(), from, to)?;
        let mut impact = measured(self.store.read(), &BTreeSet::new(), from, to, by)?;
        group::counted(&self.antenna, self.today()).iter().for_each(|act| impact.count_session(act));
        Ok(Measure::of(impact, &self.antenna))
    }

    /// The acts behind a figure, by date, at most `limit`; of the beneficiaries, each family once.
    ///
    /// # Errors
    /// The store's.
    pub fn acts_behind(
        &self,
        impact: &Impact,
        group: Option<&Group>,
        indicator: Indicator,
        limit: usize,
    ) -> Result<Vec<ActBehind>, AppError> {
        let mut behind = Vec::new();
        self.store.read().every_family_but(&BTreeSet::new(), |record| {
            let is_behind = |act: &CountedAct| {
                act.indicator == indicator
                    && act.is_within(impact.from, impact.to)
                    && group.is_none_or(|group| Group::of(impact.by, act) == *group)
            };
            let acts = counted(&record).into_iter().filter(is_behind);
            let most = if indicator == Indicator::Beneficiaries { 1 } else { usize::MAX };
            let (family, name) = (Some(record.id), record.display_name());
            behind.extend(acts.take(most).map(|act| ActBehind { family, name: name.clone(), act }));
        })?;
        if indicator == Indicator::GroupActions && group.is_none_or(|group| *group == Group::Nobody) {
            for action in &self.antenna.group_actions {
                let sessions = group::counted_of(action, self.today());
                let within = sessions.into_iter().filter(|act| act.is_within(impact.from, impact.to));
                behind.extend(within.map(|act| ActBehind { family: None, name: action.title.clone(), act }));
            }
        }
        behind.sort_by(|one, other| (one.act.date, &one.name).cmp(&(other.act.date, &other.name)));
        behind.truncate(limit);
        Ok(behind)
    }
}

/// The figures that closing a period freezes; an impossible period has none, and is refused for what it is.
pub(super) fn figures(
    reading: &Reading<'_>,
    antenna: &AntennaRecord,
    today: NaiveDate,
    act: &ClosePeriod,
) -> Result<PeriodFigures, AppError> {
    let measured = |by| {
        let mut impact = measured(*reading, &BTreeSet::new(), act.from, act.to.max(act.from), by)?;
        group::counted(antenna, today).iter().for_each(|act| impact.count_session(act));
        Ok::<_, AppError>(impact)
    };
    Ok(PeriodFigures::of(measured(By::Center)?, measured(By::Referent)?))
}

/// Refuses a period that cannot be counted.
///
/// # Errors
/// `PeriodReversed`; `DateInFuture` when it has not begun; `PeriodTooLong`.
pub(super) fn check_period(today: NaiveDate, from: NaiveDate, to: NaiveDate) -> Result<(), Refusal> {
    if to < from {
        return Err(Refusal::PeriodReversed { from, to });
    }
    if today < from {
        return Err(Refusal::DateInFuture { field: "from", date: from });
    }
    if calendar::add_months(from, LONGEST_MONTHS) <= to {
        return Err(Refusal::PeriodTooLong { years: LONGEST_MONTHS / 12 });
    }
    Ok(())
}

/// The families' part of the figures, but for these families.
///
/// # Errors
/// The store's.
pub(super) fn measured(
    reading: Reading<'_>,
    left_out: &BTreeSet<FamilyId>,
    from: NaiveDate,
    to: NaiveDate,
    by: By,
) -> Result<Impact, AppError> {
    let mut impact = Impact::new(from, to, by);
    reading.every_family_but(left_out, |record| impact.count(&record))?;
    reading.every_erased_but(left_out, |erased| impact.count_erased(&erased))?;
    Ok(impact)
}
