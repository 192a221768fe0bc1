//! What follows a signature: the review of the contract, the outcome of its commitments, its end (art. 4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CommitmentResult, Contract, ContractEnd, EndReason, Outcome, Review, contract_with_open};
use crate::base::id::{CommitmentId, ContractId};
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, free_text, not_after_today, required};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewContract {
    /// The one that runs on `date` when absent, else the latest signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractId>,
    pub date: NaiveDate,
    pub summary: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndContract {
    /// The one that runs on `date` when absent, else the latest signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractId>,
    pub date: NaiveDate,
    pub reason: EndReason,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettleCommitment {
    pub commitment: CommitmentId,
    pub date: NaiveDate,
    pub result: CommitmentResult,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractReviewed {
    pub contract: ContractId,
    pub review: Review,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractEnded {
    pub contract: ContractId,
    pub end: ContractEnd,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitmentSettled {
    pub contract: ContractId,
    pub commitment: CommitmentId,
    pub outcome: Outcome,
}

pub(in crate::domain) fn review(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &ReviewContract,
) -> Result<Vec<Event>, Refusal> {
    let contract = signed(record, act.contract, act.date)?;
    let date = not_after_today("date", act.date, scene.today)?;
    if date < contract.starts {
        return Err(Refusal::DateBefore { field: "date", date, earliest: contract.starts });
    }
    let summary = required("summary", &act.summary)?;
    let review = Review { date, summary };
    Ok(vec![Event::ContractReviewed(ContractReviewed { contract: contract.id, review })])
}

pub(in crate::domain) fn end(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &EndContract,
) -> Result<Vec<Event>, Refusal> {
    let contract = signed(record, act.contract, act.date)?;
    let date = not_after_today("date", act.date, scene.today)?;
    if contract.ended.is_some() {
        return Err(Refusal::ContractAlreadyEnded { date: contract.last_day() });
    }
    if date < contract.starts || contract.term() < date {
        return Err(Refusal::EndOutsideContract { starts: contract.starts, term: contract.term() });
    }
    match act.reason {
        EndReason::Term if date != contract.term() => return Err(Refusal::TermNotReached { term: contract.term() }),
        EndReason::Amended | EndReason::Exit => return Err(Refusal::ReasonFollowsFromAnotherAct { field: "reason" }),
        EndReason::Term | EndReason::Agreement | EndReason::Breach => {}
    }
    let end = ContractEnd { date, reason: act.reason, comment: free_text("comment", &act.comment)? };
    Ok(vec![Event::ContractEnded(ContractEnded { contract: contract.id, end })])
}

pub(in crate::domain) fn settle(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &SettleCommitment,
) -> Result<Vec<Event>, Refusal> {
    let contract = record
        .contracts
        .iter()
        .find(|contract| contract.commitments.iter().any(|commitment| commitment.id == act.commitment))
        .ok_or(Refusal::CommitmentUnknown {})?;
    let date = not_after_today("date", act.date, scene.today)?;
    let Some(signature) = &contract.signature else {
        return Err(Refusal::CommitmentNotSigned {});
    };
    if contract_with_open(record, act.commitment).is_none() {
        return Err(Refusal::CommitmentAlreadySettled {});
    }
    if date < signature.date {
        return Err(Refusal::DateBefore { field: "date", date, earliest: signature.date });
    }
    if act.result == CommitmentResult::CarriedOver {
        return Err(Refusal::ReasonFollowsFromAnotherAct { field: "result" });
    }
    let outcome = Outcome { result: act.result, date, comment: free_text("comment", &act.comment)? };
    Ok(vec![Event::CommitmentSettled(CommitmentSettled { contract: contract.id, commitment: act.commitment, outcome })])
}

pub(in crate::domain) fn evolve_settled(record: &mut FamilyRecord, settled: &CommitmentSettled) {
    let commitments = record.contracts.iter_mut().flat_map(|contract| contract.commitments.iter_mut());
    if let Some(commitment) = commitments.into_iter().find(|commitment| commitment.id == settled.commitment) {
        commitment.outcome = Some(settled.outcome.clone());
    }
}

fn signed(record: &FamilyRecord, id: Option<ContractId>, date: NaiveDate) -> Result<&Contract, Refusal> {
    let contract = match id {
        Some(id) => Some(record.contracts.iter().find(|known| known.id == id).ok_or(Refusal::ContractUnknown {})?),
        None => record.running_contract(date).or_else(|| record.latest_signed_contract()),
    };
    contract.filter(|contract| contract.signature.is_some()).ok_or(Refusal::NoContractSigned {})
}
