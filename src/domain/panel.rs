//! Panel referrals (*saisine de l'équipe pluridisciplinaire*): from draft to notification (art. 4 and 6).
//!
//! What a suspension or a reduction may cost is shown from the convention and never computed into a decision.

mod adversarial;
mod content;
mod decision;
mod ready;
mod sitting;
mod stage;

pub use adversarial::{
    PanelLetterSent, PanelObservations, PanelObservationsRecorded, RecordPanelLetter, RecordPanelObservations,
};
pub(super) use adversarial::{letter, observations};
pub use content::{OpenPanelReferral, PanelReferralOpened, PanelReferralRevised, RevisePanelReferral};
pub(super) use content::{evolve_opened, open, revise};
pub use decision::{
    NotifyPanelDecision, PanelDecision, PanelDecisionMade, PanelDecisionNotified, PanelOpinion, PanelOpinionGiven,
    RecordPanelDecision, RecordPanelOpinion,
};
pub(super) use decision::{decision, notify, opinion};
pub use sitting::{
    CancelPanelReferral, PanelReferralCancelled, PanelReferralPostponed, PanelReferralSent, PostponePanelReferral,
    Postponement, SendPanelReferral,
};
pub(super) use sitting::{cancel, postpone, send};
pub use stage::{PanelRow, PanelStage, PanelStanding, rows};

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::antenna::AntennaRecord;
use super::contract::Composition;
use super::convention::ReductionScale;
use super::family::FamilyRecord;
use super::refusal::Refusal;
use crate::base::calendar;
use crate::base::id::{NoteId, PanelReferralId};

/// One referral, from draft to notification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelReferral {
    pub id: PanelReferralId,
    pub motive: PanelMotive,
    /// The day on which the antenna began it.
    pub opened_on: NaiveDate,
    pub statement: PanelStatement,
    /// The information letter that opens the adversarial phase of a suspension or a reduction (CASF L262-37).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub observations: Vec<PanelObservations>,
    /// Absent while a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub departure: Option<PanelDeparture>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postponements: Vec<Postponement>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opinion: Option<PanelOpinion>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<PanelDecision>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified_on: Option<NaiveDate>,
}

/// Why the panel is called on: the three motives of art. 4, its examination within twelve months, and art. 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PanelMotive {
    Reorient,
    Suspend,
    Reduce,
    TwelveMonths,
    /// The agent asks that the family leave the caseload.
    AgentExit,
}

impl PanelMotive {
    pub const ALL: [Self; 5] = [Self::Reorient, Self::Suspend, Self::Reduce, Self::TwelveMonths, Self::AgentExit];

    /// What a referral of this motive proposes unless another measure is chosen.
    pub fn proposal(self) -> PanelMeasure {
        match self {
            Self::Reorient => PanelMeasure::Reorient,
            Self::Suspend => PanelMeasure::Suspend,
            Self::Reduce => PanelMeasure::Reduce,
            Self::TwelveMonths => PanelMeasure::Keep,
            Self::AgentExit => PanelMeasure::Exit,
        }
    }
}

/// What is proposed to the panel, and what the President of the council decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PanelMeasure {
    Keep,
    ChangeReferent,
    Reorient,
    Suspend,
    Reduce,
    /// The agreement of art. 6, asked for and given in a referral of that motive only.
    Exit,
}

impl PanelMeasure {
    pub const ALL: [Self; 6] =
        [Self::Keep, Self::ChangeReferent, Self::Reorient, Self::Suspend, Self::Reduce, Self::Exit];

    /// Whether it takes from the person, who is heard first (CASF L262-37).
    pub fn is_adverse(self) -> bool {
        match self {
            Self::Suspend | Self::Reduce => true,
            Self::Keep | Self::ChangeReferent | Self::Reorient | Self::Exit => false,
        }
    }
}

/// What the referral says, pre-filled from the record and written by the referent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelStatement {
    pub proposal: PanelMeasure,
    pub situation: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub initial_objectives: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reached_objectives: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub new_objectives: String,
    /// The reasons, which the letter of a suspension or a reduction tells the person (CASF R262-69).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grounds: String,
}

/// Departure to the panel, with the family as it was that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelDeparture {
    pub date: NaiveDate,
    pub composition: Composition,
    /// The notes for the panel that go with it, and with nothing else.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub notes: BTreeSet<NoteId>,
}

impl PanelReferral {
    /// Whether nothing leaves before the person was heard (CASF L262-37, R262-69).
    pub fn is_adverse(&self) -> bool {
        matches!(self.motive, PanelMotive::Suspend | PanelMotive::Reduce) || self.statement.proposal.is_adverse()
    }

    /// Whether the letter prepared the person for a measure of this weight: one that spoke of a reduction says nothing of a suspension
    /// (CASF R262-69). A proposal softened since leaves what the motive asks for.
    pub fn letter_covers(&self, measure: PanelMeasure) -> bool {
        let proposal = self.statement.proposal;
        let told = if proposal.is_adverse() { proposal } else { self.motive.proposal() };
        self.letter_on.is_some() && (measure, told) != (PanelMeasure::Suspend, PanelMeasure::Reduce)
    }

    /// Whether a decision is still to come.
    pub fn is_underway(&self) -> bool {
        self.cancelled_on.is_none() && self.decision.is_none()
    }

    /// Whether it is still the antenna's: neither gone nor cancelled.
    pub fn is_draft(&self) -> bool {
        self.cancelled_on.is_none() && self.departure.is_none()
    }

    /// The day of departure to the panel.
    pub fn sent_on(&self) -> Option<NaiveDate> {
        self.departure.as_ref().map(|departure| departure.date)
    }

    /// The day that the scale of reductions looks at: the letter opens the procedure (décret 2012-294, art. 4).
    pub fn procedure_date(&self) -> NaiveDate {
        self.letter_on.unwrap_or(self.opened_on)
    }

    /// The scale of reductions in force for this procedure; shown, never computed with.
    pub fn scale<'a>(&self, antenna: &'a AntennaRecord) -> Option<&'a ReductionScale> {
        let date = self.procedure_date();
        antenna.convention(date).and_then(|convention| convention.reduction_scale(date))
    }

    /// Last day of the person's month for observations, inclusive.
    pub fn observations_until(&self, antenna: &AntennaRecord) -> Option<NaiveDate> {
        let letter = self.letter_on?;
        let convention = antenna.convention(letter)?;
        Some(calendar::add_months(letter, convention.delays.observations_months))
    }

    /// Last day of the panel's month, inclusive: its silence through that day counts as an opinion given.
    ///
    /// The month begins with the referral, or with the day to which the panel put it off: it has not been silent.
    pub fn opinion_until(&self, antenna: &AntennaRecord) -> Option<NaiveDate> {
        let from = self.postponements.last().map(|last| last.until).or(self.sent_on())?;
        let convention = antenna.convention(self.sent_on()?)?;
        Some(calendar::add_months(from, convention.delays.opinion_months))
    }

    /// The days on which the family was heard or the referral left: it was in the caseload.
    pub fn days_of_presence(&self) -> impl Iterator<Item = NaiveDate> {
        self.letter_on.into_iter().chain(self.sent_on())
    }

    /// The day of a decision that agrees to the exit which the agent asked for. The agreement is the panel's: no decision stands in for
    /// one that it did not give, while its silence for a month counts as given (art. 6).
    pub fn agreed_exit_on(&self) -> Option<NaiveDate> {
        let is_agreed = self.opinion.as_ref().is_none_or(|opinion| opinion.measure == PanelMeasure::Exit);
        self.decision
            .as_ref()
            .filter(|one| is_agreed && one.measure == PanelMeasure::Exit)
            .map(|decision| decision.date)
    }

    /// The day from which the panel can go on with what was `sent` to it: that day, or that of its last postponement.
    fn last_sat_on(&self, sent: NaiveDate) -> NaiveDate {
        self.postponements.last().map_or(sent, |postponement| postponement.date)
    }

    /// Whether it was opened in the stay that began on `included_on` and agrees to its end by `date`.
    pub fn agrees_to_exit(&self, included_on: NaiveDate, date: NaiveDate) -> bool {
        included_on <= self.opened_on && self.agreed_exit_on().is_some_and(|agreed| agreed <= date)
    }
}

impl FamilyRecord {
    /// The referral of this id.
    pub fn panel_referral(&self, id: PanelReferralId) -> Option<&PanelReferral> {
        self.panel_referrals.iter().find(|referral| referral.id == id)
    }

    /// The referral of this motive that is underway: there is one at a time (art. 4).
    pub fn referral_underway(&self, motive: PanelMotive) -> Option<&PanelReferral> {
        self.panel_referrals.iter().find(|referral| referral.motive == motive && referral.is_underway())
    }
}

pub(super) fn evolve(record: &mut FamilyRecord, id: PanelReferralId, change: impl FnOnce(&mut PanelReferral)) {
    if let Some(referral) = record.panel_referrals.iter_mut().find(|referral| referral.id == id) {
        change(referral);
    }
}

/// The referral that an act is about: the one named, else the latest for which it makes sense, else the latest.
fn chosen(
    record: &FamilyRecord,
    named: Option<PanelReferralId>,
    fits: impl Fn(&PanelReferral) -> bool,
) -> Result<&PanelReferral, Refusal> {
    match named {
        Some(id) => record.panel_referral(id).ok_or(Refusal::PanelReferralUnknown {}),
        None => {
            let latest = |fitting: bool| {
                let all = record.panel_referrals.iter().filter(move |referral| !fitting || fits(referral));
                all.max_by_key(|referral| referral.opened_on)
            };
            latest(true).or_else(|| record.panel_referrals.last()).ok_or(Refusal::NoPanelReferral {})
        }
    }
}

/// The date of an act that follows another one.
fn not_before(date: NaiveDate, earliest: NaiveDate) -> Result<NaiveDate, Refusal> {
    if date < earliest { Err(Refusal::DateBefore { field: "date", date, earliest }) } else { Ok(date) }
}

#[cfg(test)]
mod tests;
