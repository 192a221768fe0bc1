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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    #[test]
    fn a_contract_is_reviewed_from_its_first_day_to_today_as_often_as_needed() {
        let desk = Desk::contracted().on("2026-08-15");
        for (date, accepted) in
            [("2026-01-31", false), ("2026-02-01", true), ("2026-08-15", true), ("2026-08-16", false)]
        {
            assert_eq!(desk.tries("review_contract", json!({"date": date})).is_ok(), accepted, "on {date}");
        }
        assert_eq!(desk.refusal("review_contract", json!({"summary": " "})), Refusal::FieldEmpty { field: "summary" });
        let desk = desk.does("review_contract", json!({})).does("review_contract", json!({"date": "2026-07-01"}));
        assert_eq!(desk.record.contracts[0].reviews.len(), 2);
        assert_eq!(Desk::included().refusal("review_contract", json!({})), Refusal::NoContractSigned {});
        let drafted = Desk::included().does("draft_contract", json!({}));
        let draft = drafted.record.contracts[0].id;
        assert_eq!(drafted.refusal("review_contract", json!({"contract": draft})), Refusal::NoContractSigned {});
    }

    #[test]
    fn the_contract_meant_is_the_one_that_runs_on_the_day() {
        let next = json!({"kind": "renewal", "starts": "2026-08-01"});
        let desk = Desk::contracted()
            .on("2026-07-15")
            .does("draft_contract", next)
            .does("sign_contract", json!({"date": "2026-07-15"}))
            .on("2027-03-01");
        for (date, rank) in [("2026-07-31", 1), ("2026-08-01", 2), ("2027-02-15", 2)] {
            let desk = desk.tries("review_contract", json!({"date": date})).unwrap();
            let [Event::ContractReviewed(reviewed)] = &desk[..] else { panic!("one review") };
            let first = Desk::contracted().record.contracts[0].id;
            assert_eq!(reviewed.contract == first, rank == 1, "on {date}");
        }
    }

    #[test]
    fn a_contract_ends_within_its_days_and_once() {
        let desk = Desk::contracted().on("2026-08-15");
        let end = |date: &str, reason: &str| json!({"date": date, "reason": reason});
        let (starts, term) = (day("2026-02-01"), day("2026-07-31"));
        let outside = Refusal::EndOutsideContract { starts, term };
        let follows = Refusal::ReasonFollowsFromAnotherAct { field: "reason" };
        for (date, reason, outcome) in [
            ("2026-01-31", "agreement", Err(outside.clone())),
            ("2026-02-01", "agreement", Ok(())),
            ("2026-07-30", "breach", Ok(())),
            ("2026-07-30", "term", Err(Refusal::TermNotReached { term })),
            ("2026-07-31", "term", Ok(())),
            ("2026-07-31", "agreement", Ok(())),
            ("2026-08-01", "term", Err(outside)),
            ("2026-08-16", "term", Err(Refusal::DateInFuture { field: "date", date: day("2026-08-16") })),
            ("2026-07-31", "amended", Err(follows.clone())),
            ("2026-07-31", "exit", Err(follows)),
        ] {
            assert_eq!(desk.tries("end_contract", end(date, reason)).map(drop), outcome, "{reason} on {date}");
        }
        let desk = desk.does("end_contract", end("2026-06-01", "breach"));
        let contract = &desk.record.contracts[0];
        assert_eq!((contract.last_day(), contract.term()), (day("2026-06-01"), term));
        assert!(contract.runs_on(day("2026-06-01")));
        assert!(!contract.runs_on(day("2026-06-02")));
        let again = desk.refusal("end_contract", end("2026-05-01", "agreement"));
        assert_eq!(again, Refusal::ContractAlreadyEnded { date: day("2026-06-01") });
    }

    #[test]
    fn a_commitment_has_one_result_from_the_signature_on() {
        let desk = Desk::contracted().on("2026-09-01");
        let commitment = desk.record.contracts[0].commitments[0].id;
        let settled = |date: &str, result: &str| json!({"commitment": commitment, "date": date, "result": result});
        for (date, result, outcome) in [
            (
                "2026-01-31",
                "kept",
                Err(Refusal::DateBefore { field: "date", date: day("2026-01-31"), earliest: day("2026-02-01") }),
            ),
            ("2026-02-01", "kept", Ok(())),
            ("2026-09-01", "partly-kept", Ok(())),
            ("2026-09-01", "not-kept", Ok(())),
            ("2026-09-01", "dropped", Ok(())),
            ("2026-09-02", "kept", Err(Refusal::DateInFuture { field: "date", date: day("2026-09-02") })),
            ("2026-09-01", "carried-over", Err(Refusal::ReasonFollowsFromAnotherAct { field: "result" })),
        ] {
            let tried = desk.tries("settle_commitment", settled(date, result)).map(drop);
            assert_eq!(tried, outcome, "{result} on {date}");
        }
        let desk = desk.does("settle_commitment", settled("2026-08-15", "kept"));
        let again = settled("2026-08-16", "not-kept");
        assert_eq!(desk.refusal("settle_commitment", again), Refusal::CommitmentAlreadySettled {});
        assert_eq!(desk.record.contracts[0].open_commitments().count(), 1, "the other one stays open");
    }
}
