//! The panel's opinion, given or deemed given; the decision of the President of the council; its notification.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{PanelMeasure, PanelMotive, PanelReferral, chosen, not_before};
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
    let referral = chosen(record, act.referral, |referral| referral.awaits_opinion().is_ok())?;
    let sent = referral.awaits_opinion()?;
    let date = not_before(not_after_today("date", act.date, scene.today)?, referral.last_sat_on(sent))?;
    within_reach(scene, referral, act.measure, date)?;
    let opinion = PanelOpinion { date, measure: act.measure, comment: free_text("comment", &act.comment)? };
    Ok(vec![Event::PanelOpinionGiven(PanelOpinionGiven { referral: referral.id, opinion })])
}

pub(in crate::domain) fn decision(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RecordPanelDecision,
) -> Result<Vec<Event>, Refusal> {
    let referral = chosen(record, act.referral, |referral| referral.before_the_panel().is_ok())?;
    let sent = referral.before_the_panel()?;
    let date = not_before(not_after_today("date", act.date, scene.today)?, referral.last_sat_on(sent))?;
    referral.ready_for_decision(scene.antenna, date)?;
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
        referral.heard_by(scene.antenna, date)?;
        if let Some(date) = referral.letter_on.filter(|_| !referral.letter_covers(measure)) {
            return Err(Refusal::PanelLetterSaysOtherwise { field: "measure", date });
        }
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
    let referral = chosen(record, act.referral, |referral| referral.awaits_notice().is_ok())?;
    let decided = referral.awaits_notice()?;
    let date = not_before(not_after_today("date", act.date, scene.today)?, decided)?;
    Ok(vec![Event::PanelDecisionNotified(PanelDecisionNotified { referral: referral.id, date })])
}
