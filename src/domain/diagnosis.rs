//! The diagnosis: per theme of art. 5 the situation, strengths, obstacles (*freins*) and priority; each version dated.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::encounter::themes_allowed;
use super::event::FamilyEvent as Event;
use super::family::FamilyRecord;
use super::refusal::Refusal;
use super::{Scene, free_text};
use crate::base::id::{DiagnosisId, ItemCode, ThemeCode};

/// One version: what was found on its day, theme by theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnosis {
    pub id: DiagnosisId,
    pub date: NaiveDate,
    /// In the convention's order.
    pub themes: Vec<ThemeDiagnosis>,
    /// The items of art. 5 that it touches on.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub items: BTreeSet<ItemCode>,
}

/// What was found on one theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeDiagnosis {
    pub theme: ThemeCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub situation: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub strengths: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub obstacles: String,
}

/// How much a theme weighs in the contract to come, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    Low,
    Medium,
    High,
}

impl Priority {
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];
}

/// A new version, whole: what is not in it is no longer said of the family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordDiagnosis {
    pub date: NaiveDate,
    pub themes: Vec<ThemeDiagnosis>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub items: BTreeSet<ItemCode>,
}

/// How one theme stands in a version beside the version before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeChange<'a> {
    pub theme: &'a ThemeCode,
    pub before: Option<&'a ThemeDiagnosis>,
    pub now: Option<&'a ThemeDiagnosis>,
}

/// What became of a theme's weight from one version to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    New,
    Gone,
    Heavier,
    Lighter,
    Same,
}

impl ThemeChange<'_> {
    pub fn weight(&self) -> Weight {
        match (self.before, self.now) {
            (None, _) => Weight::New,
            (Some(_), None) => Weight::Gone,
            (Some(before), Some(now)) if before.priority < now.priority => Weight::Heavier,
            (Some(before), Some(now)) if now.priority < before.priority => Weight::Lighter,
            (Some(_), Some(_)) => Weight::Same,
        }
    }
}

impl Diagnosis {
    /// What it says of a theme.
    pub fn theme(&self, code: &ThemeCode) -> Option<&ThemeDiagnosis> {
        self.themes.iter().find(|theme| theme.theme == *code)
    }

    /// The themes of this version beside an earlier one, those of this version first.
    pub fn beside<'a>(&'a self, before: Option<&'a Diagnosis>) -> Vec<ThemeChange<'a>> {
        let of_before = |code: &ThemeCode| before.and_then(|before| before.theme(code));
        let here = self.themes.iter().map(|now| ThemeChange {
            theme: &now.theme,
            before: of_before(&now.theme),
            now: Some(now),
        });
        let gone = before.into_iter().flat_map(|before| &before.themes).filter(|one| self.theme(&one.theme).is_none());
        here.chain(gone.map(|gone| ThemeChange { theme: &gone.theme, before: Some(gone), now: None })).collect()
    }

    /// Its themes, the heaviest first: what a contract is worked out from.
    pub fn by_priority(&self) -> Vec<&ThemeDiagnosis> {
        let mut themes: Vec<_> = self.themes.iter().collect();
        themes.sort_by_key(|theme| std::cmp::Reverse(theme.priority));
        themes
    }
}

impl FamilyRecord {
    /// The version of this id.
    pub fn diagnosis(&self, id: DiagnosisId) -> Option<&Diagnosis> {
        self.diagnoses.iter().find(|diagnosis| diagnosis.id == id)
    }

    /// The version in force on `date`: the last one dated by then.
    pub fn diagnosis_on(&self, date: NaiveDate) -> Option<&Diagnosis> {
        self.diagnoses.iter().filter(|diagnosis| diagnosis.date <= date).max_by_key(|diagnosis| diagnosis.date)
    }

    /// The version before this one.
    pub fn diagnosis_before(&self, diagnosis: &Diagnosis) -> Option<&Diagnosis> {
        self.diagnoses.iter().filter(|one| one.date < diagnosis.date).max_by_key(|one| one.date)
    }
}

pub(super) fn record(scene: &Scene<'_>, record: &FamilyRecord, act: &RecordDiagnosis) -> Result<Vec<Event>, Refusal> {
    let date = scene.day_of_a_stay(record, act.date)?;
    if record.diagnoses.iter().any(|known| known.date == date) {
        return Err(Refusal::AlreadyRecorded { date });
    }
    let convention = scene.convention(date)?;
    let offered = themes_allowed(convention, "themes", act.themes.iter().map(|said| &said.theme))?;
    if let Some(item) = act.items.iter().find(|item| !offered.contains(item)) {
        return Err(Refusal::ItemOutsideThemes { item: item.to_string() });
    }
    let mut themes = Vec::new();
    for said in &act.themes {
        if themes.iter().any(|other: &ThemeDiagnosis| other.theme == said.theme) {
            return Err(Refusal::ThemeTwice {});
        }
        themes.push(checked(said)?);
    }
    if themes.is_empty() {
        return Err(Refusal::DiagnosisEmpty {});
    }
    themes.sort_by_key(|said| convention.themes.iter().position(|theme| theme.code == said.theme));
    Ok(vec![Event::DiagnosisRecorded(Diagnosis { id: scene.ids.fresh(), date, themes, items: act.items.clone() })])
}

fn checked(said: &ThemeDiagnosis) -> Result<ThemeDiagnosis, Refusal> {
    let checked = ThemeDiagnosis {
        theme: said.theme.clone(),
        priority: said.priority,
        situation: free_text("themes", &said.situation)?,
        strengths: free_text("themes", &said.strengths)?,
        obstacles: free_text("themes", &said.obstacles)?,
    };
    let says_nothing = checked.situation.is_empty() && checked.strengths.is_empty() && checked.obstacles.is_empty();
    if says_nothing { Err(Refusal::DiagnosisEmpty {}) } else { Ok(checked) }
}

#[cfg(test)]
mod tests;
