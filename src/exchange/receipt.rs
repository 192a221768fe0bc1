//! What one side answers to a bundle of the other: received, and for each family, orientation or referral, accepted or refused
//! with a code.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::words::{self, RECEIPT_WORDS, WordFault};
use crate::base::id::MatterId;
use crate::base::locale::Fact;
use crate::journal::entry::Digest;

/// The body of a `receipt` bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipts {
    pub receipts: Vec<Receipt>,
}

/// The answer to one bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    pub epoch: u64,
    pub sequence: u64,
    /// SHA-256 of the envelope that was received.
    pub digest: Digest,
    pub received_on: NaiveDate,
    pub matters: Vec<Matter>,
    /// The figures of the bundle are not those that its acts make.
    pub figures_differ: bool,
}

/// What became of one family, orientation or referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    pub id: MatterId,
    /// Absent when it was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<RefusalCode>,
    /// The rule that refused it, where the code is `rule`: the id of its sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What the sentence of that rule names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, NamedFact>,
}

/// A fact that the sentence of a rule names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NamedFact {
    Number(i64),
    Date(NaiveDate),
    Text(String),
}

/// Why one was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefusalCode {
    /// Nobody of this number is known.
    UnknownPerson,
    /// The family's referent is not a referent of the antenna.
    UnknownReferent,
    /// It was answered or decided before.
    AlreadyProcessed,
    /// Two contracts run on one day.
    ContractDatesOverlap,
    /// The record is not what its acts make.
    RecordDiffers,
    /// The person is in another antenna's caseload.
    KnownElsewhere,
    /// A rule of the convention refused it.
    Rule,
}

impl RefusalCode {
    pub const ALL: [Self; 7] = [
        Self::UnknownPerson,
        Self::UnknownReferent,
        Self::AlreadyProcessed,
        Self::ContractDatesOverlap,
        Self::RecordDiffers,
        Self::KnownElsewhere,
        Self::Rule,
    ];

    /// The code as written, which is also the end of the id of its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownPerson => "unknown-person",
            Self::UnknownReferent => "unknown-referent",
            Self::AlreadyProcessed => "already-processed",
            Self::ContractDatesOverlap => "contract-dates-overlap",
            Self::RecordDiffers => "record-differs",
            Self::KnownElsewhere => "known-elsewhere",
            Self::Rule => "rule",
        }
    }
}

impl Matter {
    pub fn accepted(id: MatterId) -> Self {
        Self { id, refused: None, rule: None, facts: BTreeMap::new() }
    }

    pub fn refused(id: MatterId, code: RefusalCode) -> Self {
        Self { id, refused: Some(code), rule: None, facts: BTreeMap::new() }
    }

    /// One that a rule refused, with what its sentence names.
    pub fn refused_by(id: MatterId, code: RefusalCode, rule: &str, facts: &[(&'static str, Fact)]) -> Self {
        let named = facts.iter().filter_map(|(name, fact)| Some(((*name).to_owned(), NamedFact::of(fact)?)));
        Self { id, refused: Some(code), rule: Some(rule.to_owned()), facts: named.collect() }
    }
}

impl NamedFact {
    /// None of an amount or of days, which no rule names that an answer to the other side can give.
    fn of(fact: &Fact) -> Option<Self> {
        match fact {
            Fact::Text(text) => Some(Self::Text(text.clone())),
            Fact::Date(date) => Some(Self::Date(*date)),
            Fact::Number(number) => Some(Self::Number(*number)),
            Fact::Days(_) | Fact::Cents(_) => None,
        }
    }
}

impl From<&NamedFact> for Fact {
    fn from(fact: &NamedFact) -> Self {
        match fact {
            NamedFact::Number(number) => Self::Number(*number),
            NamedFact::Date(date) => Self::Date(*date),
            NamedFact::Text(text) => Self::Text(text.clone()),
        }
    }
}

impl Receipt {
    /// How many were accepted, and how many refused.
    pub fn counts(&self) -> (u64, u64) {
        let refused = self.matters.iter().filter(|matter| matter.refused.is_some()).count() as u64;
        (self.matters.len() as u64 - refused, refused)
    }

    /// Whether all of the bundle is accepted, as it states it: whoever sealed it can then know the receipt by its words alone.
    pub fn accepts_all(&self) -> bool {
        !self.figures_differ && self.matters.iter().all(|matter| matter.refused.is_none())
    }

    /// Four words to say on the telephone: of the bundle and of everything that this receipt says of it.
    pub fn words(&self) -> Vec<&'static str> {
        words::words(&self.spoken(), RECEIPT_WORDS)
    }

    /// Compares what was typed with those words.
    ///
    /// # Errors
    /// `Count`, or the first `Word` that differs.
    pub fn compare(&self, typed: &str) -> Result<(), WordFault> {
        words::compare(typed, &self.spoken(), RECEIPT_WORDS)
    }

    fn spoken(&self) -> Digest {
        // Its types always serialise; what did not would confirm nothing.
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        Digest(Sha256::digest(bytes).into())
    }
}
