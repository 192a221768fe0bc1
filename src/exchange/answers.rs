//! The bodies of what is asked and answered: orientations and their answers, referrals to the panel and its decisions, what the
//! Département publishes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::error::ExchangeError;
use crate::base::id::{CenterCode, FamilyId, MatterId, OrientationId, PanelReferralId, SteeringTopicId};
use crate::domain::convention::Convention;
use crate::domain::encounter::Note;
use crate::domain::family::Identity;
use crate::domain::orientation::{OrientationState, ReceiveOrientation};
use crate::domain::panel::{PanelReferral, PostponePanelReferral, RecordPanelDecision, RecordPanelOpinion};
use crate::domain::steering::{FollowTopic, TopicVoice};
use crate::journal::entry::Digest;

/// `orientation`: the families that the Département sends (art. 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Orientations {
    /// Each names its own id.
    pub orientations: Vec<ReceiveOrientation>,
}

/// `orientation-answer`: what became of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrientationAnswers {
    pub answers: Vec<OrientationAnswer>,
}

/// The answer to one orientation, whoever entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrientationAnswer {
    pub orientation: OrientationId,
    pub family: FamilyId,
    pub matricule: String,
    pub center: CenterCode,
    pub oriented_on: NaiveDate,
    pub answer: Answer,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "answer", deny_unknown_fields)]
pub enum Answer {
    Included {
        date: NaiveDate,
    },
    Refused {
        date: NaiveDate,
        motive: String,
    },
    /// The inclusion or the refusal was taken back: the family waits again.
    Pending,
}

impl Answer {
    /// What the state of an orientation answers.
    pub fn of(state: &OrientationState) -> Self {
        match state.clone() {
            OrientationState::Pending => Self::Pending,
            OrientationState::Included { date } => Self::Included { date },
            OrientationState::Refused { date, motive } => Self::Refused { date, motive },
        }
    }
}

/// `panel-referral`: what the panel is asked (art. 4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelReferrals {
    pub referrals: Vec<PanelFile>,
}

/// One referral with what the panel may read, and nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelFile {
    pub family: FamilyId,
    pub identity: Identity,
    pub center: CenterCode,
    pub referral: PanelReferral,
    /// The notes for the panel that left with it.
    pub notes: Vec<Note>,
}

/// `panel-decision`: what the panel said and the President of the council decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelDecisions {
    pub decisions: Vec<PanelAnswer>,
}

/// One step of one referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelAnswer {
    pub family: FamilyId,
    pub referral: PanelReferralId,
    pub step: PanelStep,
}

/// A step as the act that records it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "step", content = "act", deny_unknown_fields)]
pub enum PanelStep {
    Postponed(PostponePanelReferral),
    Opinion(RecordPanelOpinion),
    Decision(RecordPanelDecision),
}

impl PanelStep {
    /// Whether a referral has this step already.
    pub fn is_in(&self, referral: &PanelReferral) -> bool {
        match self {
            Self::Postponed(act) => {
                referral.postponements.iter().any(|one| (one.date, one.until) == (act.date, act.until))
            }
            Self::Opinion(act) => referral.opinion.as_ref().is_some_and(|one| {
                (one.date, one.measure, one.comment.as_str()) == (act.date, act.measure, act.comment.trim())
            }),
            Self::Decision(act) => referral.decision.as_ref().is_some_and(|one| {
                (one.date, one.measure, one.comment.as_str()) == (act.date, act.measure, act.comment.trim())
            }),
        }
    }

    /// Takes this step out of a referral.
    pub fn taken_out(&self, referral: &mut PanelReferral) {
        match self {
            _ if !self.is_in(referral) => {}
            Self::Postponed(act) => {
                referral.postponements.retain(|one| (one.date, one.until) != (act.date, act.until));
            }
            Self::Opinion(_) => referral.opinion = None,
            Self::Decision(_) => referral.decision = None,
        }
    }
}

/// `supports`: everything that the Département publishes, in one snapshot, so that no old part can be mixed with new ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// 1, 2, 3…
    pub version: u64,
    /// The digest of the publication before; zeros for the first.
    pub previous: Digest,
    /// Every version of every support that is in force or will be.
    pub supports: Vec<Support>,
    pub conventions: Vec<Convention>,
    /// Answers to topics for the steering committee (art. 8), of the antenna that it is addressed to.
    pub answers: Vec<TopicAnswer>,
}

impl Publication {
    /// The digest by which the next publication names this one.
    ///
    /// # Errors
    /// `Unreadable` never happens for the types here; serde asks for it.
    pub fn digest(&self) -> Result<Digest, ExchangeError> {
        // What differs from one antenna to the other is in none of it.
        let shared = Self { answers: Vec::new(), ..self.clone() };
        let bytes = serde_json::to_vec(&shared).map_err(|_| ExchangeError::Unreadable {})?;
        Ok(Digest(Sha256::digest(bytes).into()))
    }
}

/// What a receipt calls a version of the convention: the first half of the SHA-256 of its code.
pub fn matter_of(version: &Convention) -> MatterId {
    let mut id = [0; 16];
    id.iter_mut().zip(Sha256::digest(&version.code)).for_each(|(to, from)| *to = from);
    MatterId::from_bytes(id)
}

/// A form or a reference document (art. 4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// The same in every version.
    pub code: String,
    pub title: String,
    /// 1, 2, 3…
    pub version: u64,
    /// First day on which it is used.
    pub effective_from: NaiveDate,
    /// The document, as text.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicAnswer {
    pub topic: SteeringTopicId,
    pub date: NaiveDate,
    pub text: String,
}

impl TopicAnswer {
    /// The act that it is at the antenna.
    pub fn act(&self) -> FollowTopic {
        FollowTopic { topic: self.topic, date: self.date, by: TopicVoice::Department, text: self.text.clone() }
    }
}

/// `presence`: nothing but that the sender is there, and how far it has read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presence {}
