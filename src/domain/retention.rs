//! What becomes of a file past its time: archived or erased, proposed by one referent and confirmed by another (GDPR art. 5).
//!
//! An erased family leaves an order and figures without identity; destroying what the journal holds is the store's.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::antenna::AntennaRecord;
use super::deadline;
use super::event::FamilyEvent as Event;
use super::family::FamilyRecord;
use super::indicator::Indicators;
use super::refusal::Refusal;
use super::{Scene, required};
use crate::base::id::{CenterCode, ReferentId};

/// What is to become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disposal {
    /// Out of every list and of the search, read only from the screen of retention, until it is erased.
    Archive,
    /// Destroyed for good.
    Erase,
}

impl Disposal {
    pub const ALL: [Self; 2] = [Self::Archive, Self::Erase];
}

/// One referent's proposal, which waits for another's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisposalProposed {
    pub disposal: Disposal,
    pub by: ReferentId,
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisposalDeclined {
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyArchived {
    pub date: NaiveDate,
}

/// The order to erase: all that remains of the family, and nothing by which it could be known again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyErased {
    pub date: NaiveDate,
    pub proposed_by: ReferentId,
    /// The last day on which the file could be kept.
    pub retention_ended_on: NaiveDate,
    /// What the family counts for in the indicators, by month: closed periods keep their figures.
    pub figures: Vec<MonthFigures>,
}

/// What an erased family counts for in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthFigures {
    /// The first day of the month.
    pub month: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub center: Option<CenterCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referent: Option<ReferentId>,
    pub figures: Indicators,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposeDisposal {
    pub disposal: Disposal,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclineDisposal {
    pub motive: String,
}

/// Confirms what another referent proposed: named again, so that nobody erases what they thought was archived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmDisposal {
    pub disposal: Disposal,
}

pub(super) fn propose(scene: &Scene<'_>, record: &FamilyRecord, act: &ProposeDisposal) -> Result<Vec<Event>, Refusal> {
    past_its_time(scene, record)?;
    if record.proposal.is_some() {
        return Err(Refusal::DisposalAlreadyProposed {});
    }
    if act.disposal == Disposal::Archive && record.archived_on.is_some() {
        return Err(Refusal::AlreadyArchived {});
    }
    Ok(vec![Event::DisposalProposed(DisposalProposed {
        disposal: act.disposal,
        by: scene.author,
        date: scene.today,
        motive: required("motive", &act.motive)?,
    })])
}

pub(super) fn decline(scene: &Scene<'_>, record: &FamilyRecord, act: &DeclineDisposal) -> Result<Vec<Event>, Refusal> {
    record.proposal.as_ref().ok_or(Refusal::NoDisposalProposed {})?;
    let motive = required("motive", &act.motive)?;
    Ok(vec![Event::DisposalDeclined(DisposalDeclined { date: scene.today, motive })])
}

pub(super) fn confirm(scene: &Scene<'_>, record: &FamilyRecord, act: &ConfirmDisposal) -> Result<Vec<Event>, Refusal> {
    let proposal = record.proposal.as_ref().ok_or(Refusal::NoDisposalProposed {})?;
    let ended = past_its_time(scene, record)?;
    if proposal.by == scene.author {
        return Err(Refusal::DisposalNeedsAnother {});
    }
    if proposal.disposal != act.disposal {
        return Err(Refusal::DisposalIsAnother {});
    }
    Ok(vec![match act.disposal {
        Disposal::Archive => Event::FamilyArchived(FamilyArchived { date: scene.today }),
        Disposal::Erase => Event::FamilyErased(FamilyErased {
            date: scene.today,
            proposed_by: proposal.by,
            retention_ended_on: ended,
            figures: figures(record, scene.today),
        }),
    }])
}

/// The last day of retention, when it is behind.
fn past_its_time(scene: &Scene<'_>, record: &FamilyRecord) -> Result<NaiveDate, Refusal> {
    let ends = retention_ends(record, scene.antenna).ok_or(Refusal::FamilyNotOut {})?;
    match ends < scene.today {
        true => Ok(ends),
        false => Err(Refusal::RetentionNotOver { date: ends }),
    }
}

/// The last day on which the file of a family that left can be kept where it is.
pub fn retention_ends(record: &FamilyRecord, antenna: &AntennaRecord) -> Option<NaiveDate> {
    deadline::deadlines(&FamilyRecord { proposal: None, ..record.clone() }, antenna)
        .into_iter()
        .find(|deadline| deadline.rule == deadline::DeadlineRule::Retention)
        .map(|deadline| deadline.due)
}

/// Nothing is left of the family but the order; what comes after it, from a machine that did not know, changes nothing.
pub(super) fn evolve_erased(record: &mut FamilyRecord, erased: &FamilyErased) {
    *record = FamilyRecord { erased: Some(erased.clone()), ..FamilyRecord::new(record.id) };
}

/// What a record counts for, month by month, up to `last`.
fn figures(record: &FamilyRecord, last: NaiveDate) -> Vec<MonthFigures> {
    let first = record.orientations.iter().map(|orientation| orientation.date);
    let first = first.chain(record.stays.iter().map(|stay| stay.included_on)).min();
    let mut months = Vec::new();
    let mut month = first.and_then(|day| day.with_day(1));
    while let Some(from) = month.filter(|from| *from <= last) {
        month = from.checked_add_months(Months::new(1));
        let to = month.and_then(|next| next.pred_opt()).unwrap_or(last);
        let mut figures = Indicators::default();
        figures.count(record, from, to);
        if figures != Indicators::default() {
            let days = || from.iter_days().take_while(|day| *day <= to);
            let center = days().filter_map(|day| record.stay_on(day)).last().map(|stay| stay.center.clone());
            let referent = days().filter_map(|day| record.referent_on(day)).last();
            months.push(MonthFigures { month: from, center, referent, figures });
        }
    }
    months
}

impl Indicators {
    /// Counts an erased family in: by whole months, which is all that is known of it.
    pub fn count_erased(&mut self, erased: &FamilyErased, from: NaiveDate, to: NaiveDate) {
        let months = erased.figures.iter().filter(|one| from <= one.month && one.month <= to);
        let mut own = Self::default();
        months.for_each(|one| own.add(&one.figures));
        // One family counts once, however many months it was there.
        own.beneficiaries = own.beneficiaries.min(1);
        self.add(&own);
    }
}

#[cfg(test)]
mod tests;
