//! Opening and revising a referral: its motive and what it says.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{PanelMeasure, PanelMotive, PanelReferral, PanelStatement, chosen};
use crate::base::id::PanelReferralId;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, free_text, not_after_today, required};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenPanelReferral {
    pub motive: PanelMotive,
    pub date: NaiveDate,
    /// The motive's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<PanelMeasure>,
    pub situation: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub initial_objectives: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reached_objectives: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub new_objectives: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grounds: String,
}

/// Replaces what the referral says, while it is still the antenna's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevisePanelReferral {
    /// The draft when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<PanelReferralId>,
    pub proposal: PanelMeasure,
    pub situation: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub initial_objectives: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reached_objectives: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub new_objectives: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grounds: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelReferralOpened {
    pub referral: PanelReferralId,
    pub motive: PanelMotive,
    pub date: NaiveDate,
    pub statement: PanelStatement,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelReferralRevised {
    pub referral: PanelReferralId,
    pub statement: PanelStatement,
}

pub(in crate::domain) fn open(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &OpenPanelReferral,
) -> Result<Vec<Event>, Refusal> {
    let stay = scene.current_stay(record)?;
    let date = not_after_today("date", act.date, scene.today)?;
    if date < stay.included_on {
        return Err(Refusal::FamilyNotIncludedOn { date });
    }
    let motive = act.motive;
    if record.referral_underway(motive).is_some() {
        return Err(Refusal::PanelReferralAlreadyOpen { motive });
    }
    let statement = PanelStatement {
        proposal: act.proposal.unwrap_or(motive.proposal()),
        situation: act.situation.clone(),
        initial_objectives: act.initial_objectives.clone(),
        reached_objectives: act.reached_objectives.clone(),
        new_objectives: act.new_objectives.clone(),
        grounds: act.grounds.clone(),
    };
    let statement = checked(motive, &statement)?;
    Ok(vec![Event::PanelReferralOpened(PanelReferralOpened { referral: scene.ids.fresh(), motive, date, statement })])
}

pub(in crate::domain) fn revise(record: &FamilyRecord, act: &RevisePanelReferral) -> Result<Vec<Event>, Refusal> {
    let referral = chosen(record, act.referral, PanelReferral::is_draft)?;
    referral.still_here()?;
    let statement = PanelStatement {
        proposal: act.proposal,
        situation: act.situation.clone(),
        initial_objectives: act.initial_objectives.clone(),
        reached_objectives: act.reached_objectives.clone(),
        new_objectives: act.new_objectives.clone(),
        grounds: act.grounds.clone(),
    };
    let statement = checked(referral.motive, &statement)?;
    // The person answers what the letter said: nothing harder, and no other reason, can leave instead of it (R262-69).
    if let Some(date) = referral.letter_on
        && statement.proposal.is_adverse()
        && (statement.proposal != referral.statement.proposal || statement.grounds != referral.statement.grounds)
    {
        return Err(Refusal::PanelLetterSaysOtherwise { field: "proposal", date });
    }
    if statement == referral.statement {
        return Err(Refusal::NothingChanges {});
    }
    Ok(vec![Event::PanelReferralRevised(PanelReferralRevised { referral: referral.id, statement })])
}

pub(in crate::domain) fn evolve_opened(record: &mut FamilyRecord, opened: &PanelReferralOpened) {
    record.panel_referrals.push(PanelReferral {
        id: opened.referral,
        motive: opened.motive,
        opened_on: opened.date,
        statement: opened.statement.clone(),
        letter_on: None,
        observations: Vec::new(),
        departure: None,
        postponements: Vec::new(),
        cancelled_on: None,
        opinion: None,
        decision: None,
        notified_on: None,
    });
}

/// What the referral says once every rule about it holds.
fn checked(motive: PanelMotive, typed: &PanelStatement) -> Result<PanelStatement, Refusal> {
    let proposal = typed.proposal;
    if (motive == PanelMotive::AgentExit) != (proposal == PanelMeasure::Exit) {
        return Err(Refusal::PanelProposalOutsideMotive { motive });
    }
    let adverse = proposal.is_adverse() || matches!(motive, PanelMotive::Suspend | PanelMotive::Reduce);
    Ok(PanelStatement {
        proposal,
        situation: required("situation", &typed.situation)?,
        initial_objectives: free_text("initial_objectives", &typed.initial_objectives)?,
        reached_objectives: free_text("reached_objectives", &typed.reached_objectives)?,
        new_objectives: free_text("new_objectives", &typed.new_objectives)?,
        grounds: match free_text("grounds", &typed.grounds)? {
            grounds if grounds.is_empty() && adverse => return Err(Refusal::PanelGroundsMissing {}),
            grounds => grounds,
        },
    })
}
