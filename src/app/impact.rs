//! The impact measure of art. 7, counted from the records whenever it is asked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{App, AppError, Background, Outcome, execute};
use crate::base::calendar;
use crate::base::id::{FamilyId, ReplicaId};
use crate::base::money::Cents;
use crate::domain::antenna::{AntennaAct, AntennaRecord};
use crate::domain::closure::{ClosePeriod, Measure, PeriodFigures};
use crate::domain::group;
use crate::domain::impact::{By, Group, Impact};
use crate::domain::indicator::{CountedAct, Indicator, counted};
use crate::domain::refusal::Refusal;
use crate::domain::retention::{FamilyErased, MonthFigures};
use crate::journal::entry::Digest;
use crate::store::reading::Reading;

/// A figure of the impact measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub indicator: Indicator,
    /// Of the whole antenna where absent.
    pub group: Option<Group>,
    pub kind: Option<String>,
}

/// An act behind a figure, with the family that it is in; a session of a group action is the antenna's, and bears its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActBehind {
    pub source: Source,
    pub name: String,
    /// Whose session it is, where several antennas are told of together.
    pub antenna: Option<String>,
    pub act: CountedAct,
}

/// Where an act behind a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Family(FamilyId),
    Session,
    /// A family that was erased: of its acts there is only their number, in the month that begins on the date.
    Erased(u64),
}

/// What a figure opens onto.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActsBehind {
    /// By date; no more than were asked for.
    pub acts: Vec<ActBehind>,
    /// As many as are counted now.
    pub total: u64,
}

/// The figures of a period as they were counted before its closing, and how far the journal went then.
#[derive(Clone, Debug)]
pub struct PeriodCounted {
    act: ClosePeriod,
    last: Vec<(ReplicaId, u64, u64, Digest)>,
    figures: PeriodFigures,
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
        whole(self.store.read(), &self.antenna, self.today(), Impact::new(from, to, by))
    }

    /// What a figure opens onto, at most `limit`; of the beneficiaries, each family once.
    ///
    /// # Errors
    /// The store's.
    pub fn acts_behind(&self, impact: &Impact, figure: &Figure, limit: usize) -> Result<ActsBehind, AppError> {
        behind(self.store.read(), &BTreeSet::new(), &[(None, &self.antenna)], self.today(), impact, figure, limit)
    }

    /// Closes a period whose figures were counted beside: they are counted again only when something was recorded since.
    ///
    /// # Errors
    /// As [`App::execute`].
    pub fn close_period(&mut self, counted: PeriodCounted) -> Result<Outcome, AppError> {
        let circumstances = self.circumstances().for_good();
        let mut antenna = Arc::clone(&self.antenna);
        let PeriodCounted { act, last, figures } = counted;
        let act = AntennaAct::ClosePeriod(act);
        let outcome = self.store.write(|writing| -> Result<Outcome, AppError> {
            execute::refresh(writing, &mut antenna)?;
            let antenna = Arc::make_mut(&mut antenna);
            match writing.last_entries()? == last {
                true => execute::antenna_act_counted(writing, circumstances, antenna, &act, &figures),
                false => execute::antenna_act(writing, circumstances, antenna, &act),
            }
        })?;
        self.antenna = antenna;
        self.changed = true;
        Ok(outcome)
    }
}

impl Background {
    /// As [`App::impact`], on a connection of its own.
    ///
    /// # Errors
    /// As [`App::impact`].
    pub fn impact(&self, antenna: &AntennaRecord, from: NaiveDate, to: NaiveDate, by: By) -> Result<Measure, AppError> {
        check_period(self.today, from, to)?;
        whole(self.reader()?.read(), antenna, self.today, Impact::new(from, to, by))
    }

    /// As [`App::acts_behind`], on a connection of its own.
    ///
    /// # Errors
    /// The store's.
    pub fn acts_behind(
        &self,
        antenna: &AntennaRecord,
        impact: &Impact,
        figure: &Figure,
        limit: usize,
    ) -> Result<ActsBehind, AppError> {
        behind(self.reader()?.read(), &BTreeSet::new(), &[(None, antenna)], self.today, impact, figure, limit)
    }

    /// Counts what the closing of a period is to freeze.
    ///
    /// # Errors
    /// The store's.
    pub fn counted(&self, antenna: &AntennaRecord, act: ClosePeriod) -> Result<PeriodCounted, AppError> {
        let reader = self.reader()?;
        let last = reader.read().last_entries()?;
        let figures = figures(reader.read(), antenna, self.today, &act)?;
        Ok(PeriodCounted { act, last, figures })
    }
}

fn whole(reading: Reading<'_>, antenna: &AntennaRecord, today: NaiveDate, impact: Impact) -> Result<Measure, AppError> {
    let mut impact = measured(reading, &BTreeSet::new(), impact.from, impact.to, impact.by)?;
    group::counted(antenna, today).iter().for_each(|act| impact.count_session(act));
    Ok(Measure::of(impact, antenna))
}

/// The acts behind a figure, but for those of these families; the sessions are of these antennas, named where there are several.
///
/// # Errors
/// The store's.
#[allow(clippy::too_many_arguments)]
pub(super) fn behind(
    reading: Reading<'_>,
    left_out: &BTreeSet<FamilyId>,
    antennas: &[(Option<&str>, &AntennaRecord)],
    today: NaiveDate,
    impact: &Impact,
    figure: &Figure,
    limit: usize,
) -> Result<ActsBehind, AppError> {
    let is_behind = |act: &CountedAct| {
        act.indicator == figure.indicator
            && act.is_within(impact.from, impact.to)
            && figure.group.as_ref().is_none_or(|group| Group::of(impact.by, act) == *group)
            && (figure.kind.is_none() || figure.kind == act.kind)
    };
    let once = figure.indicator == Indicator::Beneficiaries;
    let mut acts = Vec::new();
    reading.every_family_but(left_out, |record| {
        let found = counted(&record).into_iter().filter(is_behind);
        let (source, name) = (Source::Family(record.id), record.display_name());
        let found = found.take(if once { 1 } else { usize::MAX });
        acts.extend(found.map(|act| ActBehind { source, name: name.clone(), antenna: None, act }));
    })?;
    for (antenna, record) in antennas {
        for action in &record.group_actions {
            let sessions = group::counted_of(action, today).into_iter().filter(is_behind);
            let (source, name) = (Source::Session, &action.title);
            let antenna = antenna.map(str::to_owned);
            acts.extend(sessions.map(|act| ActBehind { source, name: name.clone(), antenna: antenna.clone(), act }));
        }
    }
    // An erasure leaves no kinds.
    if figure.kind.is_none() {
        reading.every_erased_but(left_out, |erased| {
            let found = of_erased(&erased, figure.indicator).into_iter().filter(|(act, _)| is_behind(act));
            let found = found.take(if once { 1 } else { usize::MAX });
            acts.extend(found.map(|(act, count)| {
                let source = Source::Erased(if once { 1 } else { count });
                ActBehind { source, name: String::new(), antenna: None, act }
            }));
        })?;
    }
    let counts = |one: &ActBehind| match one.source {
        Source::Family(_) | Source::Session => 1,
        Source::Erased(count) => count,
    };
    let total = acts.iter().map(counts).sum();
    acts.sort_by(|one, other| (one.act.date, &one.name).cmp(&(other.act.date, &other.name)));
    acts.truncate(limit);
    Ok(ActsBehind { acts, total })
}

/// What an erased family counts for in an indicator, month by month, as an act of the month's first day: where the family was in
/// the caseload, to the end of the month.
fn of_erased(erased: &FamilyErased, indicator: Indicator) -> Vec<(CountedAct, u64)> {
    let act = |one: &MonthFigures| CountedAct {
        indicator,
        date: one.month,
        until: Some(one.month),
        center: one.center.clone(),
        referent: one.referent,
        kind: None,
        amount: if indicator == Indicator::FinancialInterventions { one.figures.granted } else { Cents(0) },
        object: None,
    };
    let counts = erased.figures.iter().map(|one| (act(one), one.figures.of(indicator)));
    counts.filter(|(_, count)| *count > 0).collect()
}

/// The figures that closing a period freezes; an impossible period has none, and is refused for what it is.
pub(super) fn figures(
    reading: Reading<'_>,
    antenna: &AntennaRecord,
    today: NaiveDate,
    act: &ClosePeriod,
) -> Result<PeriodFigures, AppError> {
    let mut measured = [By::Center, By::Referent].map(|by| Impact::new(act.from, act.to.max(act.from), by));
    let left_out = BTreeSet::new();
    reading.every_family_but(&left_out, |record| measured.iter_mut().for_each(|impact| impact.count(&record)))?;
    reading
        .every_erased_but(&left_out, |erased| measured.iter_mut().for_each(|impact| impact.count_erased(&erased)))?;
    for session in group::counted(antenna, today) {
        measured.iter_mut().for_each(|impact| impact.count_session(&session));
    }
    let [by_center, by_referent] = measured;
    Ok(PeriodFigures::of(by_center, by_referent))
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
