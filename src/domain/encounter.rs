//! Encounters, planned then held, missed or cancelled, and the notes written about a family (art. 4 and 5).

mod hold;
mod plan;

pub use hold::{EncounterHeld, HoldEncounter, WriteNote};
pub(super) use hold::{evolve_held, hold, themes_allowed, write_note};
pub use plan::{CancelEncounter, EncounterCancelled, EncounterMissed, EncounterPlanned, MissEncounter, PlanEncounter};
pub(super) use plan::{cancel, evolve_outcome, evolve_planned, miss, plan};

use super::family::FamilyRecord;
use crate::base::id::{EncounterId, ItemCode, NoteId, ThemeCode};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
