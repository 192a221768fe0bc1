//! The panel's opinion, given or deemed given; the decision of the President of the council; its notification.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{PanelMeasure, PanelMotive, PanelReferral, chosen, heard, not_before, underway};
use crate::base::id::PanelReferralId;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, free_text, not_after_today};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordPanelOpinion {
    /// The one before the panel when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<PanelReferralId>,
    pub date: NaiveDate,
    /// What the panel advises.
    pub measure: PanelMeasure,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordPanelDecision {
    /// The one before the panel when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<PanelReferralId>,
    pub date: NaiveDate,
    pub measure: PanelMeasure,
    /// Amount and duration as they were decided, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotifyPanelDecision {
    /// The one decided when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<PanelReferralId>,
    pub date: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelOpinion {
    pub date: NaiveDate,
    pub measure: PanelMeasure,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelDecision {
    pub date: NaiveDate,
    pub measure: PanelMeasure,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelOpinionGiven {
    pub referral: PanelReferralId,
    pub opinion: PanelOpinion,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelDecisionMade {
    pub referral: PanelReferralId,
    pub decision: PanelDecision,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelDecisionNotified {
    pub referral: PanelReferralId,
    pub date: NaiveDate,
}

pub(in crate::domain) fn opinion(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RecordPanelOpinion,
) -> Result<Vec<Event>, Refusal> {
    let awaited = |referral: &PanelReferral| underway(referral).is_ok() && referral.opinion.is_none();
    let referral = chosen(record, act.referral, awaited)?;
    let sent = underway(referral)?;
    if let Some(opinion) = &referral.opinion {
        return Err(Refusal::PanelOpinionAlreadyGiven { date: opinion.date });
    }
    let date = not_before(not_after_today("date", act.date, scene.today)?, sent)?;
    within_reach(scene, referral, act.measure, date)?;
    let opinion = PanelOpinion { date, measure: act.measure, comment: free_text("comment", &act.comment)? };
    Ok(vec![Event::PanelOpinionGiven(PanelOpinionGiven { referral: referral.id, opinion })])
}

pub(in crate::domain) fn decision(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RecordPanelDecision,
) -> Result<Vec<Event>, Refusal> {
    let referral = chosen(record, act.referral, |referral| underway(referral).is_ok())?;
    let sent = underway(referral)?;
    let date = not_before(not_after_today("date", act.date, scene.today)?, sent)?;
    // The President decides on the panel's opinion, or once its silence of a month counts as one (R262-70).
    let until = referral.opinion_until(scene.antenna).ok_or(Refusal::ConventionMissing {})?;
    let given = referral.opinion.as_ref().is_some_and(|opinion| opinion.date <= date);
    if !given && date <= until {
        return Err(Refusal::PanelOpinionAwaited { until });
    }
    within_reach(scene, referral, act.measure, date)?;
    let decision = PanelDecision { date, measure: act.measure, comment: free_text("comment", &act.comment)? };
    Ok(vec![Event::PanelDecisionMade(PanelDecisionMade { referral: referral.id, decision })])
}

/// Neither a suspension or a reduction of which the person was not informed, nor an exit that nobody asked for.
fn within_reach(
    scene: &Scene<'_>,
    referral: &PanelReferral,
    measure: PanelMeasure,
    date: NaiveDate,
) -> Result<(), Refusal> {
    if measure.is_adverse() {
        heard(scene, referral, date)?;
    }
    if measure == PanelMeasure::Exit && referral.motive != PanelMotive::AgentExit {
        return Err(Refusal::PanelExitNotAsked {});
    }
    Ok(())
}

pub(in crate::domain) fn notify(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &NotifyPanelDecision,
) -> Result<Vec<Event>, Refusal> {
    let decided = |referral: &PanelReferral| referral.decision.is_some() && referral.notified_on.is_none();
    let referral = chosen(record, act.referral, decided)?;
    if let Some(date) = referral.notified_on {
        return Err(Refusal::PanelDecisionAlreadyNotified { date });
    }
    let decision = referral.decision.as_ref().ok_or(Refusal::PanelDecisionMissing {})?;
    let date = not_before(not_after_today("date", act.date, scene.today)?, decision.date)?;
    Ok(vec![Event::PanelDecisionNotified(PanelDecisionNotified { referral: referral.id, date })])
}
