//! The only acts that the two limited themes of art. 5 allow: a child-protection report, a redirection to the DDCS.
//!
//! Neither has a follow-up: both are handed to those whose task it is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::id::LandmarkId;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, free_text};

/// Whom a report goes to (CASF L226-3, L226-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Addressee {
    /// The Département's unit for worrying information (CRIP).
    ReportingUnit,
    /// The public prosecutor.
    Prosecutor,
}

/// That a child's situation was reported; what was reported is in the report alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildProtectionReport {
    pub id: LandmarkId,
    pub date: NaiveDate,
    pub addressee: Addressee,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

/// That the family was sent to the DDCS for emergency housing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HousingRedirect {
    pub id: LandmarkId,
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportChildProtection {
    pub date: NaiveDate,
    pub addressee: Addressee,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedirectHousing {
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

impl Addressee {
    pub const ALL: [Self; 2] = [Self::ReportingUnit, Self::Prosecutor];

    /// The Fluent id of its name.
    pub fn id(self) -> &'static str {
        match self {
            Self::ReportingUnit => "addressee-reporting-unit",
            Self::Prosecutor => "addressee-prosecutor",
        }
    }
}

pub(in crate::domain) fn report(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &ReportChildProtection,
) -> Result<Vec<Event>, Refusal> {
    let date = scene.day_of_a_stay(record, act.date)?;
    if record.child_protection_reports.iter().any(|known| known.date == date && known.addressee == act.addressee) {
        return Err(Refusal::AlreadyRecorded { date });
    }
    Ok(vec![Event::ChildProtectionReported(ChildProtectionReport {
        id: scene.ids.fresh(),
        date,
        addressee: act.addressee,
        comment: free_text("comment", &act.comment)?,
    })])
}

pub(in crate::domain) fn redirect(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RedirectHousing,
) -> Result<Vec<Event>, Refusal> {
    let date = scene.day_of_a_stay(record, act.date)?;
    if record.housing_redirects.iter().any(|known| known.date == date) {
        return Err(Refusal::AlreadyRecorded { date });
    }
    let comment = free_text("comment", &act.comment)?;
    Ok(vec![Event::HousingRedirected(HousingRedirect { id: scene.ids.fresh(), date, comment })])
}
