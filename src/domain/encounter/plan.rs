//! Appointments: planned, then missed, excused or cancelled.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{Encounter, EncounterState, Setting};
use crate::base::id::EncounterId;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, free_text, plausible, required};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanEncounter {
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    pub setting: Setting,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissEncounter {
    /// The earliest appointment without outcome when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encounter: Option<EncounterId>,
    #[serde(default)]
    pub excused: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelEncounter {
    /// The next appointment when absent; the earliest without outcome where none is to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encounter: Option<EncounterId>,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncounterPlanned {
    pub encounter: EncounterId,
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    pub setting: Setting,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncounterMissed {
    pub encounter: EncounterId,
    pub excused: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncounterCancelled {
    pub encounter: EncounterId,
    pub motive: String,
}

pub(in crate::domain) fn plan(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &PlanEncounter,
) -> Result<Vec<Event>, Refusal> {
    scene.current_stay(record)?;
    if act.date < scene.today {
        return Err(Refusal::AppointmentInThePast { date: act.date });
    }
    plausible("date", act.date)?;
    let same = |other: &&Encounter| other.date == act.date && other.time == act.time;
    if record.appointments().iter().any(same) {
        return Err(Refusal::AppointmentAlreadyPlanned { date: act.date });
    }
    Ok(vec![Event::EncounterPlanned(EncounterPlanned {
        encounter: scene.ids.fresh(),
        date: act.date,
        time: act.time,
        setting: act.setting,
        purpose: free_text("purpose", &act.purpose)?,
    })])
}

pub(in crate::domain) fn miss(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &MissEncounter,
) -> Result<Vec<Event>, Refusal> {
    let appointment = match act.encounter {
        Some(id) => appointment(record, id)?,
        None => first_appointment(record, |appointment| appointment.date <= scene.today)?,
    };
    if scene.today < appointment.date {
        return Err(Refusal::AppointmentStillToCome { date: appointment.date });
    }
    Ok(vec![Event::EncounterMissed(EncounterMissed {
        encounter: appointment.id,
        excused: act.excused,
        motive: free_text("motive", &act.motive)?,
    })])
}

pub(in crate::domain) fn cancel(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &CancelEncounter,
) -> Result<Vec<Event>, Refusal> {
    let appointment = match act.encounter {
        Some(id) => appointment(record, id)?,
        None => first_appointment(record, |appointment| scene.today <= appointment.date)
            .or_else(|_| first_appointment(record, |_| true))?,
    };
    let motive = required("motive", &act.motive)?;
    Ok(vec![Event::EncounterCancelled(EncounterCancelled { encounter: appointment.id, motive })])
}

pub(in crate::domain) fn evolve_planned(record: &mut FamilyRecord, planned: &EncounterPlanned) {
    record.encounters.push(Encounter {
        id: planned.encounter,
        state: EncounterState::Planned,
        date: planned.date,
        time: planned.time,
        setting: planned.setting,
        purpose: planned.purpose.clone(),
        steps: BTreeSet::new(),
        themes: BTreeSet::new(),
        items: BTreeSet::new(),
        motive: String::new(),
    });
}

pub(in crate::domain) fn evolve_outcome(
    record: &mut FamilyRecord,
    id: EncounterId,
    state: EncounterState,
    motive: &str,
) {
    if let Some(encounter) = record.encounters.iter_mut().find(|encounter| encounter.id == id) {
        encounter.state = state;
        motive.clone_into(&mut encounter.motive);
    }
}

pub(super) fn appointment(record: &FamilyRecord, id: EncounterId) -> Result<&Encounter, Refusal> {
    let encounter =
        record.encounters.iter().find(|encounter| encounter.id == id).ok_or(Refusal::EncounterUnknown {})?;
    match encounter.state {
        EncounterState::Planned => Ok(encounter),
        EncounterState::Held | EncounterState::Missed | EncounterState::Excused | EncounterState::Cancelled => {
            Err(Refusal::AppointmentAlreadySettled { date: encounter.date })
        }
    }
}

fn first_appointment(record: &FamilyRecord, wanted: impl Fn(&Encounter) -> bool) -> Result<&Encounter, Refusal> {
    record.appointments().into_iter().find(|appointment| wanted(appointment)).ok_or(Refusal::NoAppointment {})
}
