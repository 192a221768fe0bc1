//! The orientation to a professional referent, and the return to work or training (art. 4 and 7), each by kind.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::id::{LandmarkId, ProfessionalKindCode, WorkKindCode};
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, free_text};

/// Pôle emploi, AAVE…: from here on the examination within twelve months no longer waits (art. 4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfessionalReferral {
    pub id: LandmarkId,
    pub date: NaiveDate,
    pub kind: ProfessionalKindCode,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

/// A job or a training begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnToWork {
    pub id: LandmarkId,
    /// Its first day.
    pub date: NaiveDate,
    pub kind: WorkKindCode,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferToProfessional {
    pub date: NaiveDate,
    pub kind: ProfessionalKindCode,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordReturnToWork {
    pub date: NaiveDate,
    pub kind: WorkKindCode,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

pub(in crate::domain) fn refer(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &ReferToProfessional,
) -> Result<Vec<Event>, Refusal> {
    let date = scene.day_of_a_stay(record, act.date)?;
    if scene.convention(date)?.professional_kind(&act.kind).is_none() {
        return Err(Refusal::ProfessionalKindUnknown { kind: act.kind.to_string() });
    }
    if record.professional_referrals.iter().any(|known| known.date == date && known.kind == act.kind) {
        return Err(Refusal::AlreadyRecorded { date });
    }
    Ok(vec![Event::ProfessionalReferralMade(ProfessionalReferral {
        id: scene.ids.fresh(),
        date,
        kind: act.kind.clone(),
        comment: free_text("comment", &act.comment)?,
    })])
}

pub(in crate::domain) fn record_return(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RecordReturnToWork,
) -> Result<Vec<Event>, Refusal> {
    let date = scene.day_of_a_stay(record, act.date)?;
    if scene.convention(date)?.work_kind(&act.kind).is_none() {
        return Err(Refusal::WorkKindUnknown { kind: act.kind.to_string() });
    }
    if record.returns_to_work.iter().any(|known| known.date == date && known.kind == act.kind) {
        return Err(Refusal::AlreadyRecorded { date });
    }
    Ok(vec![Event::ReturnToWorkRecorded(ReturnToWork {
        id: scene.ids.fresh(),
        date,
        kind: act.kind.clone(),
        comment: free_text("comment", &act.comment)?,
    })])
}
