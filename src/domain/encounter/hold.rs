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
