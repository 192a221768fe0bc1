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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    fn states(desk: &Desk) -> Vec<(String, EncounterState)> {
        desk.record.encounters.iter().map(|encounter| (encounter.date.to_string(), encounter.state)).collect()
    }

    #[test]
    fn an_appointment_is_planned_from_today_on_and_once_at_one_time() {
        let desk = Desk::included().does("plan_encounter", json!({"date": "2026-01-20"}));
        for (changes, accepted) in [
            (json!({"date": "2026-01-14"}), false),
            (json!({"date": "2026-01-15"}), true),
            (json!({"date": "2206-01-15"}), false),
            (json!({"date": "2026-01-20"}), false),
            (json!({"date": "2026-01-20", "time": "15:30:00"}), true),
            (json!({"date": "2026-01-20", "time": null}), true),
            (json!({"date": "2026-01-21"}), true),
        ] {
            assert_eq!(desk.tries("plan_encounter", changes.clone()).is_ok(), accepted, "{changes}");
        }
        let cancelled = desk.does("cancel_encounter", json!({}));
        assert!(cancelled.tries("plan_encounter", json!({"date": "2026-01-20"})).is_ok(), "its time is free again");
    }

    #[test]
    fn an_appointment_is_missed_from_its_day_on() {
        let desk = Desk::included().does("plan_encounter", json!({"date": "2026-02-01"}));
        let planned = desk.record.encounters[0].id;
        let missed = json!({"encounter": planned, "excused": false});
        let desk = desk.on("2026-01-31");
        let early = desk.refusal("miss_encounter", missed.clone());
        assert_eq!(early, Refusal::AppointmentStillToCome { date: day("2026-02-01") });
        assert_eq!(desk.refusal("miss_encounter", json!({})), Refusal::NoAppointment {}, "none has come");
        let desk = desk.on("2026-02-01").does("miss_encounter", missed.clone());
        assert_eq!(states(&desk), [("2026-02-01".into(), EncounterState::Missed)]);
        let again = desk.refusal("miss_encounter", missed);
        assert_eq!(again, Refusal::AppointmentAlreadySettled { date: day("2026-02-01") });
    }

    #[test]
    fn a_missed_appointment_is_excused_or_not_and_keeps_its_motive() {
        let desk =
            Desk::included().does("plan_encounter", json!({"date": "2026-01-15"})).does("miss_encounter", json!({}));
        assert_eq!(desk.record.encounters[0].state, EncounterState::Excused);
        assert_eq!(desk.record.encounters[0].motive, "malade");
    }

    #[test]
    fn without_a_name_the_earliest_is_missed_and_the_next_is_cancelled() {
        let planned = ["2026-02-10", "2026-02-01", "2026-03-01", "2026-02-20"];
        let desk =
            planned.into_iter().fold(Desk::included(), |desk, date| desk.does("plan_encounter", json!({"date": date})));
        let desk = desk.on("2026-02-15").does("miss_encounter", json!({"excused": false}));
        let desk = desk.does("cancel_encounter", json!({}));
        let expected = [
            ("2026-02-10", EncounterState::Planned),
            ("2026-02-01", EncounterState::Missed),
            ("2026-03-01", EncounterState::Planned),
            ("2026-02-20", EncounterState::Cancelled),
        ];
        assert_eq!(states(&desk), expected.map(|(date, state)| (date.to_owned(), state)));
        let desk = desk.does("cancel_encounter", json!({})).does("cancel_encounter", json!({}));
        assert_eq!(states(&desk)[0].1, EncounterState::Cancelled, "a past one when none is to come");
        assert_eq!(desk.refusal("cancel_encounter", json!({})), Refusal::NoAppointment {});
    }

    #[test]
    fn a_cancellation_has_a_motive() {
        let desk = Desk::included().does("plan_encounter", json!({}));
        let unmotivated = desk.refusal("cancel_encounter", json!({"motive": " "}));
        assert_eq!(unmotivated, Refusal::FieldEmpty { field: "motive" });
    }

    #[test]
    fn appointments_are_listed_by_day_and_time() {
        let desk = [("2026-02-02", "09:00:00"), ("2026-02-01", "16:00:00"), ("2026-02-01", "09:00:00")]
            .into_iter()
            .fold(Desk::included(), |desk, (date, time)| {
                desk.does("plan_encounter", json!({"date": date, "time": time}))
            });
        let listed: Vec<_> = desk.record.appointments().iter().map(|one| (one.date, one.time.unwrap())).collect();
        assert!(listed.is_sorted());
        assert_eq!(listed.len(), 3);
    }
}
