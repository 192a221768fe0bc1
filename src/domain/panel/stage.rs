//! Where a referral stands: the small view that the antenna's board reads, and what a day makes of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{PanelMeasure, PanelMotive, PanelReferral};
use crate::base::id::PanelReferralId;
use crate::domain::antenna::AntennaRecord;
use crate::domain::family::FamilyRecord;

/// Where a referral stands, in the order of its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PanelStage {
    Draft,
    /// The letter was sent; the person has a month for her observations.
    Adversarial,
    /// The person was heard, or her month has passed.
    ReadyToLeave,
    Sent,
    Postponed,
    /// The panel's month has passed in silence (CASF R262-70).
    OpinionDeemed,
    OpinionGiven,
    Decided,
    Notified,
    Cancelled,
}

impl PanelStage {
    pub const ALL: [Self; 10] = [
        Self::Draft,
        Self::Adversarial,
        Self::ReadyToLeave,
        Self::Sent,
        Self::Postponed,
        Self::OpinionDeemed,
        Self::OpinionGiven,
        Self::Decided,
        Self::Notified,
        Self::Cancelled,
    ];

    /// Whether somebody still has something to do.
    pub fn is_open(self) -> bool {
        match self {
            Self::Notified | Self::Cancelled => false,
            Self::Draft
            | Self::Adversarial
            | Self::ReadyToLeave
            | Self::Sent
            | Self::Postponed
            | Self::OpinionDeemed
            | Self::OpinionGiven
            | Self::Decided => true,
        }
    }
}

/// Where a referral stands, whatever the day on which it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelStanding {
    /// The last step that was recorded.
    pub stage: PanelStage,
    /// The day of that step.
    pub since: NaiveDate,
    /// Last day, inclusive, of the month that is running: the person's or the panel's.
    pub awaits: Option<NaiveDate>,
}

impl PanelStanding {
    /// The stage on a day: a month that passed in silence is a step by itself.
    pub fn on(self, today: NaiveDate) -> PanelStage {
        let silent = self.awaits.is_some_and(|last| last < today);
        match self.stage {
            PanelStage::Adversarial if silent => PanelStage::ReadyToLeave,
            PanelStage::Sent | PanelStage::Postponed if silent => PanelStage::OpinionDeemed,
            stage => stage,
        }
    }
}

/// One line of the antenna's board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PanelRow {
    pub referral: PanelReferralId,
    pub motive: PanelMotive,
    /// What is proposed, then what was decided.
    pub measure: PanelMeasure,
    pub standing: PanelStanding,
}

impl PanelRow {
    /// Whether nothing leaves before the person was heard (CASF L262-37).
    pub fn is_adverse(&self) -> bool {
        matches!(self.motive, PanelMotive::Suspend | PanelMotive::Reduce) || self.measure.is_adverse()
    }
}

impl PanelReferral {
    /// Where it stands, by what was recorded.
    pub fn standing(&self, antenna: &AntennaRecord) -> PanelStanding {
        let at = |stage, since| PanelStanding { stage, since, awaits: None };
        if let Some(date) = self.cancelled_on {
            return at(PanelStage::Cancelled, date);
        }
        if let Some(date) = self.notified_on {
            return at(PanelStage::Notified, date);
        }
        if let Some(decision) = &self.decision {
            return at(PanelStage::Decided, decision.date);
        }
        if let Some(opinion) = &self.opinion {
            return at(PanelStage::OpinionGiven, opinion.date);
        }
        if let Some(last) = self.postponements.last() {
            return PanelStanding { awaits: self.opinion_until(antenna), ..at(PanelStage::Postponed, last.date) };
        }
        if let Some(sent) = self.sent_on() {
            return PanelStanding { awaits: self.opinion_until(antenna), ..at(PanelStage::Sent, sent) };
        }
        match (self.letter_on, self.observations.iter().map(|observations| observations.date).min()) {
            (Some(_), Some(heard)) => at(PanelStage::ReadyToLeave, heard),
            (Some(letter), None) => {
                PanelStanding { awaits: self.observations_until(antenna), ..at(PanelStage::Adversarial, letter) }
            }
            (None, _) => at(PanelStage::Draft, self.opened_on),
        }
    }

    /// Where it stands on a day.
    pub fn stage(&self, antenna: &AntennaRecord, today: NaiveDate) -> PanelStage {
        self.standing(antenna).on(today)
    }
}

/// The board's lines of one family.
pub fn rows(record: &FamilyRecord, antenna: &AntennaRecord) -> Vec<PanelRow> {
    let line = |referral: &PanelReferral| PanelRow {
        referral: referral.id,
        motive: referral.motive,
        measure: referral.decision.as_ref().map_or(referral.statement.proposal, |decision| decision.measure),
        standing: referral.standing(antenna),
    };
    record.panel_referrals.iter().map(line).collect()
}
