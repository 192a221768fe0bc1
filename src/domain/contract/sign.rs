//! Signature of the drafted contract, with the family's composition frozen inside it (art. 4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::draft::span_allowed;
use super::{
    CommitmentResult, CommitmentSettled, ContractEnd, ContractEnded, ContractKind, EndReason, Outcome, Party,
    Signature, contract_with_open,
};
use crate::base::calendar;
use crate::base::id::ContractId;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, not_after_today, required};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignContract {
    pub date: NaiveDate,
    pub place: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractSigned {
    pub contract: ContractId,
    pub signature: Signature,
}

pub(in crate::domain) fn sign(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &SignContract,
) -> Result<Vec<Event>, Refusal> {
    let open = record.draft_contract().ok_or(Refusal::NoDraft {})?;
    let date = not_after_today("date", act.date, scene.today)?;
    let stay = scene.current_stay(record)?;
    if date < stay.included_on {
        return Err(Refusal::FamilyNotIncludedOn { date });
    }
    span_allowed(scene, record, open.kind, open.starts, open.months, Some(open.id))?;
    if open.term() < date {
        return Err(Refusal::SignedAfterTerm { date, term: open.term() });
    }
    if !open.commitments.iter().any(|commitment| commitment.party == Party::Beneficiary) {
        return Err(Refusal::CommitmentMissing { party: Party::Beneficiary });
    }
    if !open.commitments.iter().any(|commitment| commitment.party != Party::Beneficiary) {
        return Err(Refusal::CommitmentMissing { party: Party::Referent });
    }
    let place = required("place", &act.place)?;
    let mut events = Vec::new();
    if open.kind == ContractKind::Amendment
        && let Some(amended) = record.running_contract(open.starts)
    {
        let date = calendar::sub_days(open.starts, 1);
        let end = ContractEnd { date, reason: EndReason::Amended, comment: String::new() };
        events.push(Event::ContractEnded(ContractEnded { contract: amended.id, end }));
    }
    for carried in open.commitments.iter().filter_map(|commitment| commitment.carried_from) {
        if let Some(contract) = contract_with_open(record, carried) {
            let outcome = Outcome { result: CommitmentResult::CarriedOver, date, comment: String::new() };
            events.push(Event::CommitmentSettled(CommitmentSettled { contract, commitment: carried, outcome }));
        }
    }
    let signature = Signature { date, place, composition: record.composition_on(date) };
    events.push(Event::ContractSigned(ContractSigned { contract: open.id, signature }));
    Ok(events)
}
