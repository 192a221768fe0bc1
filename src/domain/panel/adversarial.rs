//! The adversarial phase of a suspension or a reduction: the information letter, then a month for observations
//! (CASF L262-37, R262-69). Nothing leaves before.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{chosen, not_before};
use crate::base::id::PanelReferralId;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, free_text, not_after_today, required};

/// The letter by which the person learns the reasons and that she may be heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordPanelLetter {
    /// The draft that needs one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<PanelReferralId>,
    pub date: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordPanelObservations {
    /// The one whose letter was sent when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<PanelReferralId>,
    pub date: NaiveDate,
    pub text: String,
    /// Who comes with the person, of her choice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub companion: String,
}

/// What the person said about the measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelObservations {
    pub date: NaiveDate,
    pub text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub companion: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelLetterSent {
    pub referral: PanelReferralId,
    pub date: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelObservationsRecorded {
    pub referral: PanelReferralId,
    pub observations: PanelObservations,
}

pub(in crate::domain) fn letter(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RecordPanelLetter,
) -> Result<Vec<Event>, Refusal> {
    let referral = chosen(record, act.referral, |referral| referral.awaits_letter().is_ok())?;
    referral.awaits_letter()?;
    let date = not_after_today("date", act.date, scene.today)?;
    not_before(date, referral.opened_on)?;
    Ok(vec![Event::PanelLetterSent(PanelLetterSent { referral: referral.id, date })])
}

pub(in crate::domain) fn observations(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RecordPanelObservations,
) -> Result<Vec<Event>, Refusal> {
    let referral = chosen(record, act.referral, |referral| referral.awaits_observations().is_ok())?;
    let letter = referral.awaits_observations()?;
    let date = not_before(not_after_today("date", act.date, scene.today)?, letter)?;
    let (text, companion) = (required("text", &act.text)?, free_text("companion", &act.companion)?);
    let observations = PanelObservations { date, text, companion };
    Ok(vec![Event::PanelObservationsRecorded(PanelObservationsRecorded { referral: referral.id, observations })])
}
