//! Contracts (CER): rank and chain, frozen composition, commitments on both sides, review, renewal, amendment, end (art. 4 and 6).

mod draft;
mod follow;
mod sign;

pub use draft::{
    CommitmentDraft, ContractDraftDropped, ContractDrafted, DraftContract, DropContractDraft, ReviseContract,
};
pub(super) use draft::{draft, drop_draft, evolve_drafted, revise};
pub use follow::{CommitmentSettled, ContractEnded, ContractReviewed, EndContract, ReviewContract, SettleCommitment};
pub(super) use follow::{end, evolve_settled, review, settle};
pub(super) use sign::sign;
pub use sign::{ContractSigned, SignContract, undertaken};

use super::family::FamilyRecord;
use crate::base::calendar;
use crate::base::id::{CommitmentId, ContractId, ThemeCode};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One contract, from draft to end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    pub id: ContractId,
    /// 1, 2, 3… over the whole record.
    pub rank: u32,
    pub kind: ContractKind,
    pub starts: NaiveDate,
    /// Duration in calendar months.
    pub months: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Objective>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment>,
    /// Absent while a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Review>,
    /// Set when the contract ended before its last day, or was closed on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<ContractEnd>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContractKind {
    First,
    Renewal,
    /// Replaces the running contract from its own start on.
    Amendment,
}

/// What the contract works towards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeCode>,
    pub text: String,
}

/// What one party undertakes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    pub id: CommitmentId,
    pub party: Party,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The commitment of the previous contract that this one goes on with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<CommitmentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    Beneficiary,
    Referent,
    Department,
    Partner,
}

impl Party {
    pub const ALL: [Self; 4] = [Self::Beneficiary, Self::Referent, Self::Department, Self::Partner];
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub result: CommitmentResult,
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CommitmentResult {
    Kept,
    PartlyKept,
    NotKept,
    /// No longer makes sense.
    Dropped,
    /// Goes on in the next contract.
    CarriedOver,
}

impl CommitmentResult {
    /// Those a person can choose; carrying over follows from a signature.
    pub const CHOSEN: [Self; 4] = [Self::Kept, Self::PartlyKept, Self::NotKept, Self::Dropped];
}

/// Signature, with the family as it was that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub date: NaiveDate,
    pub place: String,
    pub composition: Composition,
}

/// The family frozen inside the contract at signature (art. 4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Composition {
    pub surname: String,
    pub given_name: String,
    pub birth_date: NaiveDate,
    pub children: Vec<FrozenChild>,
    pub pregnant: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenChild {
    pub given_name: String,
    pub birth_date: NaiveDate,
}

/// The evaluation (*bilan*) of a contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    pub date: NaiveDate,
    pub summary: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractEnd {
    /// Last day of the contract, inclusive.
    pub date: NaiveDate,
    pub reason: EndReason,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndReason {
    /// Its last day came.
    Term,
    /// Both parties agreed to stop.
    Agreement,
    /// The commitments were not kept.
    Breach,
    /// An amendment took its place.
    Amended,
    /// The family left the caseload.
    Exit,
}

impl EndReason {
    /// Those a person can choose; the others follow from another act.
    pub const CHOSEN: [Self; 3] = [Self::Term, Self::Agreement, Self::Breach];
}

/// Where a contract stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContractPhase {
    Draft,
    /// Signed, not begun.
    Signed,
    Running,
    /// Running, with its review due.
    ReviewDue,
    Ended,
}

impl Contract {
    /// Last day foreseen at signature, inclusive.
    pub fn term(&self) -> NaiveDate {
        calendar::last_day(self.starts, self.months)
    }

    /// Last day in fact, inclusive.
    pub fn last_day(&self) -> NaiveDate {
        self.ended.as_ref().map_or_else(|| self.term(), |end| end.date)
    }

    /// The days on which it was signed or broken off: the family was there.
    pub fn days_of_presence(&self) -> impl Iterator<Item = NaiveDate> {
        let signed = self.signature.as_ref().map(|signature| signature.date);
        let ended = self.ended.as_ref().and_then(|end| match end.reason {
            EndReason::Agreement | EndReason::Breach => Some(end.date),
            EndReason::Term | EndReason::Amended | EndReason::Exit => None,
        });
        signed.into_iter().chain(ended)
    }

    /// Whether it has a first day: one whose family left before its start has none.
    pub fn began(&self) -> bool {
        self.starts <= self.last_day()
    }

    /// Whether it is signed and covers `date`.
    pub fn runs_on(&self, date: NaiveDate) -> bool {
        self.signature.is_some() && self.starts <= date && date <= self.last_day()
    }

    /// The day on which the review is due (practice: two months before the term).
    pub fn review_due(&self, months_before: u32) -> NaiveDate {
        calendar::sub_months(self.term(), months_before)
    }

    /// Where it stands on `date`.
    pub fn phase(&self, date: NaiveDate, review_months_before: u32) -> ContractPhase {
        if self.signature.is_none() {
            ContractPhase::Draft
        } else if self.last_day() < date {
            ContractPhase::Ended
        } else if date < self.starts {
            ContractPhase::Signed
        } else if self.reviews.is_empty() && self.review_due(review_months_before) <= date {
            ContractPhase::ReviewDue
        } else {
            ContractPhase::Running
        }
    }

    /// Commitments without outcome.
    pub fn open_commitments(&self) -> impl Iterator<Item = &Commitment> {
        self.commitments.iter().filter(|commitment| commitment.outcome.is_none())
    }
}

impl FamilyRecord {
    /// The contract that runs on `date`; there is never more than one.
    pub fn running_contract(&self, date: NaiveDate) -> Option<&Contract> {
        self.contracts.iter().find(|contract| contract.runs_on(date))
    }

    /// The draft being worked out.
    pub fn draft_contract(&self) -> Option<&Contract> {
        self.contracts.iter().find(|contract| contract.signature.is_none())
    }

    /// The signed contract with the latest start.
    pub fn latest_signed_contract(&self) -> Option<&Contract> {
        self.contracts.iter().filter(|contract| contract.signature.is_some()).max_by_key(|contract| contract.starts)
    }

    /// The contracts signed in the stay that began on `included_on`, the current or the latest one.
    pub fn contracts_signed_since(&self, included_on: NaiveDate) -> impl Iterator<Item = &Contract> {
        self.contracts
            .iter()
            .filter(move |contract| contract.signature.as_ref().is_some_and(|signed| included_on <= signed.date))
    }

    /// The days between the last contract that ends before `contract` begins and that beginning, first and last
    /// inclusive: none of its stay covers them.
    pub fn days_uncovered_before(&self, contract: &Contract) -> Option<(NaiveDate, NaiveDate)> {
        let included_on = self.current_stay()?.included_on;
        let before = self.contracts_signed_since(included_on).filter(|other| other.starts < contract.starts);
        let first = calendar::add_days(before.map(Contract::last_day).max()?, 1);
        (first < contract.starts).then(|| (first, calendar::sub_days(contract.starts, 1)))
    }

    /// How a signed contract would have ended without the exit that ended it: the one signed after it still replaces it.
    pub fn end_without_exit(&self, contract: &Contract) -> (NaiveDate, EndReason) {
        if let Some(end) = contract.ended.as_ref().filter(|end| end.reason != EndReason::Exit) {
            return (end.date, end.reason);
        }
        let replaces = |other: &&Contract| {
            other.signature.is_some() && contract.starts < other.starts && other.starts <= contract.term()
        };
        match self.contracts.iter().filter(replaces).min_by_key(|other| other.starts) {
            Some(next) if next.kind == ContractKind::Amendment => {
                (calendar::sub_days(next.starts, 1), EndReason::Amended)
            }
            Some(next) => (calendar::sub_days(next.starts, 1), EndReason::Exit),
            None => (contract.term(), EndReason::Term),
        }
    }

    /// The family as a contract signed on `date` freezes it.
    pub fn composition_on(&self, date: NaiveDate) -> Composition {
        let children = self.children_on(date);
        let frozen = |child: &super::family::Child| FrozenChild {
            given_name: child.given_name.clone(),
            birth_date: child.birth_date,
        };
        Composition {
            surname: self.identity.surname.clone(),
            given_name: self.identity.given_name.clone(),
            birth_date: self.identity.birth_date,
            children: children.map(frozen).collect(),
            pregnant: self
                .pregnancies
                .iter()
                .any(|one| one.declared_on <= date && one.ended_on.is_none_or(|ended| date < ended)),
        }
    }
}

pub(super) fn evolve(record: &mut FamilyRecord, id: ContractId, change: impl FnOnce(&mut Contract)) {
    if let Some(contract) = record.contracts.iter_mut().find(|contract| contract.id == id) {
        change(contract);
    }
}

/// The contract in which this commitment is still open.
fn contract_with_open(record: &FamilyRecord, id: CommitmentId) -> Option<ContractId> {
    record
        .contracts
        .iter()
        .find(|contract| contract.open_commitments().any(|commitment| commitment.id == id))
        .map(|contract| contract.id)
}

#[cfg(test)]
mod tests;
