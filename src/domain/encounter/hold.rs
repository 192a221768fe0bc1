//! Encounters that took place, with their steps and themes, and the notes about a family (art. 4 and 5).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::plan::appointment;
use super::{Confidentiality, Encounter, EncounterState, Note, Setting, Step};
use crate::base::id::{EncounterId, ItemCode, ThemeCode};
use crate::domain::convention::{Convention, ThemeLimit};
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, free_text, not_after_today, required};

/// Records an encounter that took place, planned or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldEncounter {
    /// The appointment that it answers; the one planned for that day when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encounter: Option<EncounterId>,
    pub date: NaiveDate,
    pub setting: Setting,
    pub steps: BTreeSet<Step>,
    #[serde(default)]
    pub themes: BTreeSet<ThemeCode>,
    #[serde(default)]
    pub items: BTreeSet<ItemCode>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default)]
    pub confidentiality: Confidentiality,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteNote {
    pub date: NaiveDate,
    pub text: String,
    #[serde(default)]
    pub confidentiality: Confidentiality,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encounter: Option<EncounterId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncounterHeld {
    pub encounter: EncounterId,
    pub date: NaiveDate,
    pub setting: Setting,
    pub steps: BTreeSet<Step>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub themes: BTreeSet<ThemeCode>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub items: BTreeSet<ItemCode>,
}

pub(in crate::domain) fn hold(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &HoldEncounter,
) -> Result<Vec<Event>, Refusal> {
    let date = not_after_today("date", act.date, scene.today)?;
    scene.stay_on(record, date)?;
    let planned = match act.encounter {
        Some(id) => Some(appointment(record, id)?.id),
        None => record.appointments().iter().find(|appointment| appointment.date == date).map(|found| found.id),
    };
    if act.steps.is_empty() {
        return Err(Refusal::EncounterWithoutStep {});
    }
    let offered = themes_allowed(scene.convention(date)?, "themes", &act.themes)?;
    if let Some(item) = act.items.iter().find(|item| !offered.contains(item)) {
        return Err(Refusal::ItemOutsideThemes { item: item.to_string() });
    }
    let encounter = planned.unwrap_or_else(|| scene.ids.fresh());
    let mut events = vec![Event::EncounterHeld(EncounterHeld {
        encounter,
        date,
        setting: act.setting,
        steps: act.steps.clone(),
        themes: act.themes.clone(),
        items: act.items.clone(),
    })];
    let text = free_text("note", &act.note)?;
    if !text.is_empty() {
        events.push(note(scene, date, text, act.confidentiality, Some(encounter)));
    }
    Ok(events)
}

pub(in crate::domain) fn write_note(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &WriteNote,
) -> Result<Vec<Event>, Refusal> {
    let date = not_after_today("date", act.date, scene.today)?;
    if let Some(first) = record.orientations.first().filter(|first| date < first.date) {
        return Err(Refusal::DateBefore { field: "date", date, earliest: first.date });
    }
    let text = required("text", &act.text)?;
    if let Some(id) = act.encounter {
        record.encounters.iter().find(|encounter| encounter.id == id).ok_or(Refusal::EncounterUnknown {})?;
    }
    Ok(vec![note(scene, date, text, act.confidentiality, act.encounter)])
}

pub(in crate::domain) fn evolve_held(record: &mut FamilyRecord, held: &EncounterHeld) {
    match record.encounters.iter_mut().find(|encounter| encounter.id == held.encounter) {
        Some(encounter) => {
            encounter.state = EncounterState::Held;
            if encounter.date != held.date {
                encounter.time = None;
            }
            encounter.date = held.date;
            encounter.setting = held.setting;
            encounter.steps.clone_from(&held.steps);
            encounter.themes.clone_from(&held.themes);
            encounter.items.clone_from(&held.items);
        }
        None => record.encounters.push(Encounter {
            id: held.encounter,
            state: EncounterState::Held,
            date: held.date,
            time: None,
            setting: held.setting,
            purpose: String::new(),
            steps: held.steps.clone(),
            themes: held.themes.clone(),
            items: held.items.clone(),
            motive: String::new(),
        }),
    }
}

/// The items that these themes of the convention offer; a theme under a hard limit of art. 5 is refused.
pub(in crate::domain) fn themes_allowed<'c, 't>(
    convention: &'c Convention,
    field: &'static str,
    themes: impl IntoIterator<Item = &'t ThemeCode>,
) -> Result<BTreeSet<&'c ItemCode>, Refusal> {
    let mut offered = BTreeSet::new();
    for code in themes {
        let theme = convention.theme(code).ok_or_else(|| Refusal::ThemeUnknown { field, theme: code.to_string() })?;
        match theme.limit {
            Some(ThemeLimit::ReportOnly) => return Err(Refusal::ThemeOnlyReported { field }),
            Some(ThemeLimit::RedirectOnly) => return Err(Refusal::ThemeOnlyRedirected { field }),
            None => offered.extend(theme.items.iter().map(|item| &item.code)),
        }
    }
    Ok(offered)
}

fn note(
    scene: &Scene<'_>,
    date: NaiveDate,
    text: String,
    confidentiality: Confidentiality,
    encounter: Option<EncounterId>,
) -> Event {
    let note = Note { id: scene.ids.fresh(), date, encounter, confidentiality, text };
    match confidentiality {
        Confidentiality::Shareable => Event::SharedNoteWritten(note),
        Confidentiality::PanelOnly => Event::PanelNoteWritten(note),
        Confidentiality::Private => Event::PrivateNoteWritten(note),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, NOBODY, act, day};

    #[test]
    fn an_encounter_is_held_on_a_day_of_a_stay_not_after_today() {
        let desk = Desk::out()
            .does("receive_orientation", json!({"date": "2026-06-01"}))
            .on("2026-06-10")
            .does("include_family", json!({"date": "2026-06-10"}));
        for (date, accepted) in [
            ("2026-01-14", false),
            ("2026-01-15", true),
            ("2026-06-01", true),
            ("2026-06-02", false),
            ("2026-06-09", false),
            ("2026-06-10", true),
            ("2026-06-11", false),
        ] {
            assert_eq!(desk.tries("hold_encounter", json!({"date": date})).is_ok(), accepted, "on {date}");
        }
    }

    #[test]
    fn an_encounter_deals_with_at_least_one_step_and_the_family_shows_where_it_stands() {
        let desk = Desk::included().on("2026-03-01");
        assert_eq!(desk.refusal("hold_encounter", json!({"steps": []})), Refusal::EncounterWithoutStep {});
        let desk = desk
            .does("hold_encounter", json!({"date": "2026-01-20", "steps": ["rights-and-duties", "assessment"]}))
            .does("hold_encounter", json!({"date": "2026-02-20", "steps": ["diagnosis", "assessment"]}));
        let steps = |from: &str| desk.record.steps_since(day(from)).into_iter().collect::<Vec<_>>();
        assert_eq!(steps("2026-01-15"), [Step::RightsAndDuties, Step::Assessment, Step::Diagnosis]);
        assert_eq!(steps("2026-02-20"), [Step::Assessment, Step::Diagnosis]);
        assert_eq!(steps("2026-02-21"), []);
    }

    #[test]
    fn themes_and_items_are_those_of_the_convention_in_force_that_day() {
        let desk = Desk::included().on("2026-03-01");
        let worked_on = |themes: &[&str], items: &[&str]| {
            desk.tries("hold_encounter", json!({"themes": themes, "items": items})).map(drop)
        };
        let outside = |item: &str| Err(Refusal::ItemOutsideThemes { item: item.into() });
        assert_eq!(worked_on(&[], &[]), Ok(()));
        assert_eq!(worked_on(&["housing", "budget"], &["fsl"]), Ok(()));
        assert_eq!(worked_on(&["budget"], &["fsl"]), outside("fsl"));
        assert_eq!(worked_on(&[], &["fsl"]), outside("fsl"));
        let unknown = Refusal::ThemeUnknown { field: "themes", theme: "astrology".into() };
        assert_eq!(worked_on(&["housing", "astrology"], &[]), Err(unknown));
        // Two hard limits, whatever else the encounter dealt with (art. 5).
        let reported = Err(Refusal::ThemeOnlyReported { field: "themes" });
        assert_eq!(worked_on(&["housing", "child-protection"], &[]), reported);
        let redirected = Err(Refusal::ThemeOnlyRedirected { field: "themes" });
        assert_eq!(worked_on(&["emergency-housing", "housing"], &[]), redirected);

        let mut version = serde_json::to_value(&desk.antenna.conventions[0]).unwrap();
        version["effective_from"] = json!("2026-02-10");
        version["period"]["ends"] = json!("2099-12-31");
        version["themes"].as_array_mut().unwrap().retain(|theme| theme["code"] != "housing");
        let desk = desk.antenna_does(json!({"act": "adopt_convention", "convention": version}));
        for (date, accepted) in [("2026-02-09", true), ("2026-02-10", false)] {
            assert_eq!(desk.tries("hold_encounter", json!({"date": date})).is_ok(), accepted, "on {date}");
        }
    }

    #[test]
    fn an_encounter_answers_the_appointment_named_or_that_of_its_day() {
        let desk = Desk::included()
            .does("plan_encounter", json!({"date": "2026-02-01", "setting": "remote"}))
            .does("plan_encounter", json!({"date": "2026-02-10"}))
            .on("2026-02-12");
        let later = desk.record.encounters[1].id;
        let desk = desk.does("hold_encounter", json!({"date": "2026-02-01"}));
        let held = &desk.record.encounters[0];
        assert_eq!((held.state, held.setting), (EncounterState::Held, Setting::HomeVisit), "as it was held");
        assert!(held.time.is_some());
        assert_eq!(held.purpose, "bilan");
        let desk = desk.does("hold_encounter", json!({"date": "2026-02-12", "encounter": later}));
        let held = &desk.record.encounters[1];
        assert_eq!((held.state, held.date, held.time), (EncounterState::Held, day("2026-02-12"), None));
        let desk = desk.does("hold_encounter", json!({"date": "2026-02-11"}));
        assert_eq!((desk.record.encounters.len(), desk.record.encounters_held().count()), (3, 3), "one unplanned");
        for (encounter, refusal) in [
            (json!(later), Refusal::AppointmentAlreadySettled { date: day("2026-02-12") }),
            (json!(NOBODY), Refusal::EncounterUnknown {}),
        ] {
            assert_eq!(desk.refusal("hold_encounter", json!({"encounter": encounter})), refusal);
        }
    }

    #[test]
    fn a_note_is_private_unless_it_is_said_otherwise_and_its_kind_says_who_may_read_it() {
        for (confidentiality, kind) in [
            (json!("shareable"), "shared-note-written"),
            (json!("panel-only"), "panel-note-written"),
            (json!("private"), "private-note-written"),
            (json!(null), "private-note-written"),
        ] {
            let note = json!({"date": "2026-01-15", "confidentiality": confidentiality});
            assert_eq!(Desk::included().act("write_note", note), [kind], "{confidentiality}");
            let held = json!({"date": "2026-01-15", "note": "vue chez elle", "confidentiality": confidentiality});
            let mut desk = Desk::included();
            assert_eq!(desk.act("hold_encounter", held), ["encounter-held", kind]);
            let note = &desk.record.notes[0];
            assert_eq!((note.encounter, note.date), (Some(desk.record.encounters[0].id), day("2026-01-15")));
        }
        let mut silent = Desk::included();
        assert_eq!(silent.act("hold_encounter", json!({"date": "2026-01-15", "note": " "})), ["encounter-held"]);
    }

    #[test]
    fn a_note_says_something_about_what_happened_by_today() {
        let desk = Desk::oriented();
        for (changes, refusal) in [
            (json!({"date": "2026-01-16"}), Refusal::DateInFuture { field: "date", date: day("2026-01-16") }),
            (json!({"date": "2026-01-15", "text": " "}), Refusal::FieldEmpty { field: "text" }),
            (json!({"date": "2026-01-15", "encounter": NOBODY}), Refusal::EncounterUnknown {}),
        ] {
            assert_eq!(desk.refusal("write_note", changes), refusal);
        }
        assert!(desk.tries("write_note", json!({"date": "2026-01-15"})).is_ok(), "on a family not yet included");
        assert!(Desk::out().tries("write_note", json!({"date": "2026-06-01"})).is_ok(), "on a family that is out");
    }

    #[test]
    fn an_encounter_typed_without_steps_or_setting_is_not_read() {
        let held = serde_json::to_value(act("hold_encounter", json!({}))).unwrap();
        for member in ["steps", "setting", "date"] {
            let mut without = held.clone();
            without.as_object_mut().unwrap().remove(member);
            assert!(serde_json::from_value::<crate::domain::FamilyAct>(without).is_err(), "without {member}");
        }
    }
}
