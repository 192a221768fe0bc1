//! Encounters, planned then held, missed or cancelled, and the notes written about a family (art. 4 and 5).

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::convention::{Convention, ThemeLimit};
use super::event::FamilyEvent as Event;
use super::family::FamilyRecord;
use super::refusal::Refusal;
use super::{Scene, free_text, not_after_today, required};
use crate::base::id::{EncounterId, ItemCode, NoteId, ThemeCode};

/// One meeting with the family, from the appointment to what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encounter {
    pub id: EncounterId,
    pub state: EncounterState,
    /// The day it was planned for, then the day it was held or missed.
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    pub setting: Setting,
    /// What the appointment is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub steps: BTreeSet<Step>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub themes: BTreeSet<ThemeCode>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub items: BTreeSet<ItemCode>,
    /// Why it was missed or cancelled.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub motive: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EncounterState {
    Planned,
    Held,
    Missed,
    /// Missed with a valid reason.
    Excused,
    Cancelled,
}

/// Where an encounter takes place (art. 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    CafPremises,
    DepartmentPremises,
    HomeVisit,
    /// Telephone or video.
    Remote,
}

/// The five objects of an encounter (art. 4), in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// 1. Recall the benefit, rights and duties.
    RightsAndDuties,
    /// 2. Assess the social situation and access to rights.
    Assessment,
    /// 3. Identify problems and obstacles.
    Diagnosis,
    /// 4. Work out the contract.
    ContractDesign,
    /// 5. Follow and evaluate the contract.
    ContractFollowUp,
}

impl Setting {
    pub const ALL: [Self; 4] = [Self::CafPremises, Self::DepartmentPremises, Self::HomeVisit, Self::Remote];
}

impl Step {
    pub const ALL: [Self; 5] =
        [Self::RightsAndDuties, Self::Assessment, Self::Diagnosis, Self::ContractDesign, Self::ContractFollowUp];
}

/// Free text about the family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub id: NoteId,
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encounter: Option<EncounterId>,
    pub confidentiality: Confidentiality,
    pub text: String,
}

/// Who may read a note (CASF L262-44).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidentiality {
    /// May be handed to the Département.
    Shareable,
    /// Leaves only inside a panel referral.
    PanelOnly,
    /// Never leaves the antenna.
    #[default]
    Private,
}

impl Confidentiality {
    pub const ALL: [Self; 3] = [Self::Shareable, Self::PanelOnly, Self::Private];
}

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
    /// The next appointment when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encounter: Option<EncounterId>,
    pub motive: String,
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

impl FamilyRecord {
    /// Encounters held, in the order of their entry.
    pub fn encounters_held(&self) -> impl Iterator<Item = &Encounter> {
        self.encounters.iter().filter(|encounter| encounter.state == EncounterState::Held)
    }

    /// Appointments that have no outcome yet, earliest first.
    pub fn appointments(&self) -> Vec<&Encounter> {
        let mut open: Vec<_> =
            self.encounters.iter().filter(|encounter| encounter.state == EncounterState::Planned).collect();
        open.sort_by_key(|encounter| (encounter.date, encounter.time, encounter.id));
        open
    }

    /// The steps of art. 4 that encounters held since `from` have dealt with.
    pub fn steps_since(&self, from: NaiveDate) -> BTreeSet<Step> {
        self.encounters_held()
            .filter(|encounter| from <= encounter.date)
            .flat_map(|encounter| encounter.steps.iter().copied())
            .collect()
    }
}

pub(super) fn plan(scene: &Scene<'_>, record: &FamilyRecord, act: &PlanEncounter) -> Result<Vec<Event>, Refusal> {
    scene.current_stay(record)?;
    if act.date < scene.today {
        return Err(Refusal::AppointmentInThePast { date: act.date });
    }
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

pub(super) fn hold(scene: &Scene<'_>, record: &FamilyRecord, act: &HoldEncounter) -> Result<Vec<Event>, Refusal> {
    let date = not_after_today("date", act.date, scene.today)?;
    scene.stay_on(record, date)?;
    let planned = match act.encounter {
        Some(id) => Some(appointment(record, id)?.id),
        None => record.appointments().iter().find(|appointment| appointment.date == date).map(|found| found.id),
    };
    if act.steps.is_empty() {
        return Err(Refusal::EncounterWithoutStep {});
    }
    themes_allowed(scene.convention(date)?, &act.themes, &act.items)?;
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

pub(super) fn miss(scene: &Scene<'_>, record: &FamilyRecord, act: &MissEncounter) -> Result<Vec<Event>, Refusal> {
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

pub(super) fn cancel(record: &FamilyRecord, act: &CancelEncounter) -> Result<Vec<Event>, Refusal> {
    let appointment = match act.encounter {
        Some(id) => appointment(record, id)?,
        None => first_appointment(record, |_| true)?,
    };
    let motive = required("motive", &act.motive)?;
    Ok(vec![Event::EncounterCancelled(EncounterCancelled { encounter: appointment.id, motive })])
}

pub(super) fn write_note(scene: &Scene<'_>, record: &FamilyRecord, act: &WriteNote) -> Result<Vec<Event>, Refusal> {
    let date = not_after_today("date", act.date, scene.today)?;
    let text = required("text", &act.text)?;
    if let Some(id) = act.encounter {
        record.encounters.iter().find(|encounter| encounter.id == id).ok_or(Refusal::EncounterUnknown {})?;
    }
    Ok(vec![note(scene, date, text, act.confidentiality, act.encounter)])
}

pub(super) fn evolve_held(record: &mut FamilyRecord, held: &EncounterHeld) {
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

pub(super) fn evolve_planned(record: &mut FamilyRecord, planned: &EncounterPlanned) {
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

pub(super) fn evolve_outcome(record: &mut FamilyRecord, id: EncounterId, state: EncounterState, motive: &str) {
    if let Some(encounter) = record.encounters.iter_mut().find(|encounter| encounter.id == id) {
        encounter.state = state;
        motive.clone_into(&mut encounter.motive);
    }
}

/// Themes and items of the convention, none of them under a hard limit of art. 5.
fn themes_allowed(
    convention: &Convention,
    themes: &BTreeSet<ThemeCode>,
    items: &BTreeSet<ItemCode>,
) -> Result<(), Refusal> {
    let mut offered = BTreeSet::new();
    for code in themes {
        let theme = convention.theme(code).ok_or_else(|| Refusal::ThemeUnknown { theme: code.to_string() })?;
        match theme.limit {
            Some(ThemeLimit::ReportOnly) => return Err(Refusal::ThemeOnlyReported {}),
            Some(ThemeLimit::RedirectOnly) => return Err(Refusal::ThemeOnlyRedirected {}),
            None => offered.extend(theme.items.iter().map(|item| &item.code)),
        }
    }
    match items.iter().find(|code| !offered.contains(code)) {
        Some(code) => Err(Refusal::ItemOutsideThemes { item: code.to_string() }),
        None => Ok(()),
    }
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

fn appointment(record: &FamilyRecord, id: EncounterId) -> Result<&Encounter, Refusal> {
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
