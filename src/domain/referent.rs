//! The single referent of a family at any date, and the stand-ins (art. 3).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::FamilyEvent as Event;
use super::family::FamilyRecord;
use super::refusal::Refusal;
use super::{Scene, plausible, required};
use crate::base::id::{ReferentId, StandInId};

/// The referent from a day on, until the next assignment or the exit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    pub referent: ReferentId,
    pub from: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub motive: String,
}

/// A referent who sees the family during an absence without becoming its referent. Both days inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandIn {
    pub id: StandInId,
    pub referent: ReferentId,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeReferent {
    pub referent: ReferentId,
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameStandIn {
    pub referent: ReferentId,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub motive: String,
}

impl FamilyRecord {
    /// The single referent on `date`, while the family is in the caseload.
    pub fn referent_on(&self, date: NaiveDate) -> Option<ReferentId> {
        self.stay_on(date)?;
        self.assignments.iter().rev().find(|assignment| assignment.from <= date).map(|assignment| assignment.referent)
    }

    /// Those who stand in for the referent on `date`.
    pub fn stand_ins_on(&self, date: NaiveDate) -> impl Iterator<Item = &StandIn> {
        self.stand_ins.iter().filter(move |stand_in| stand_in.from <= date && date <= stand_in.to)
    }
}

pub(super) fn change(scene: &Scene<'_>, record: &FamilyRecord, act: &ChangeReferent) -> Result<Vec<Event>, Refusal> {
    let stay = scene.current_stay(record)?;
    let motive = required("motive", &act.motive)?;
    plausible("date", act.date)?;
    if act.date < stay.included_on {
        return Err(Refusal::DateBefore { field: "date", date: act.date, earliest: stay.included_on });
    }
    let last = record.assignments.last();
    if let Some(last) = last.filter(|last| act.date <= last.from) {
        return Err(Refusal::ReferentAlreadyChanged { date: last.from });
    }
    scene.referent_on(act.referent, act.date)?;
    if last.is_some_and(|last| last.referent == act.referent) {
        return Err(Refusal::ReferentUnchanged {});
    }
    Ok(vec![Event::ReferentAssigned(Assignment { referent: act.referent, from: act.date, motive })])
}

pub(super) fn name_stand_in(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &NameStandIn,
) -> Result<Vec<Event>, Refusal> {
    let stay = scene.current_stay(record)?;
    if act.from < stay.included_on {
        return Err(Refusal::DateBefore { field: "from", date: act.from, earliest: stay.included_on });
    }
    if act.to < act.from {
        return Err(Refusal::PeriodReversed { from: act.from, to: act.to });
    }
    plausible("to", act.to)?;
    for day in [act.from, act.to] {
        scene.referent_on(act.referent, day)?;
        if record.referent_on(day) == Some(act.referent) {
            return Err(Refusal::StandInIsReferent {});
        }
    }
    if record.stand_ins.iter().any(|other| other.from <= act.to && act.from <= other.to) {
        return Err(Refusal::StandInOverlaps {});
    }
    let motive = required("motive", &act.motive)?;
    Ok(vec![Event::StandInNamed(StandIn {
        id: scene.ids.fresh(),
        referent: act.referent,
        from: act.from,
        to: act.to,
        motive,
    })])
}
