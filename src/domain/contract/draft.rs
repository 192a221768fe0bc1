//! The draft of a contract: its days, objectives and commitments, before anybody has signed (art. 4 and 6).
//!
//! It binds nobody; signing is in `sign`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Commitment, Contract, ContractKind, Objective, Party};
use crate::base::calendar;
use crate::base::id::{CommitmentId, ContractId};
use crate::domain::encounter::themes_allowed;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, plausible, required};

/// Drafts a contract; while a draft exists, `ReviseContract` changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftContract {
    pub kind: ContractKind,
    pub starts: NaiveDate,
    pub months: u32,
    #[serde(default)]
    pub objectives: Vec<Objective>,
    #[serde(default)]
    pub commitments: Vec<CommitmentDraft>,
}

/// Replaces the draft's content as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviseContract {
    pub starts: NaiveDate,
    pub months: u32,
    #[serde(default)]
    pub objectives: Vec<Objective>,
    #[serde(default)]
    pub commitments: Vec<CommitmentDraft>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitmentDraft {
    pub party: Party,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<CommitmentId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DropContractDraft {}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractDrafted {
    pub contract: ContractId,
    pub rank: u32,
    pub kind: ContractKind,
    pub starts: NaiveDate,
    pub months: u32,
    pub objectives: Vec<Objective>,
    pub commitments: Vec<Commitment>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractDraftDropped {
    pub contract: ContractId,
}

pub(in crate::domain) fn draft(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &DraftContract,
) -> Result<Vec<Event>, Refusal> {
    if record.draft_contract().is_some() {
        return Err(Refusal::DraftAlreadyOpen {});
    }
    let stay = scene.current_stay(record)?;
    // A family that comes back begins again with a first contract; the rank goes on over the whole record.
    let signed = record.contracts_signed_since(stay.included_on).next().is_some();
    match act.kind {
        ContractKind::First if signed => return Err(Refusal::FirstContractAlreadySigned {}),
        ContractKind::Renewal | ContractKind::Amendment if !signed => return Err(Refusal::NoContractSigned {}),
        ContractKind::First | ContractKind::Renewal | ContractKind::Amendment => {}
    }
    let rank = record.contracts.iter().map(|contract| contract.rank).max().unwrap_or(0) + 1;
    let content = ReviseContract {
        starts: act.starts,
        months: act.months,
        objectives: act.objectives.clone(),
        commitments: act.commitments.clone(),
    };
    let drafted = content_of(scene, record, scene.ids.fresh(), rank, act.kind, &content)?;
    Ok(vec![Event::ContractDrafted(drafted)])
}

pub(in crate::domain) fn revise(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &ReviseContract,
) -> Result<Vec<Event>, Refusal> {
    let open = record.draft_contract().ok_or(Refusal::NoDraft {})?;
    let drafted = content_of(scene, record, open.id, open.rank, open.kind, act)?;
    Ok(vec![Event::ContractDraftRevised(drafted)])
}

pub(in crate::domain) fn drop_draft(record: &FamilyRecord) -> Result<Vec<Event>, Refusal> {
    let open = record.draft_contract().ok_or(Refusal::NoDraft {})?;
    Ok(vec![Event::ContractDraftDropped(ContractDraftDropped { contract: open.id })])
}

pub(in crate::domain) fn evolve_drafted(record: &mut FamilyRecord, drafted: &ContractDrafted) {
    let contract = Contract {
        id: drafted.contract,
        rank: drafted.rank,
        kind: drafted.kind,
        starts: drafted.starts,
        months: drafted.months,
        objectives: drafted.objectives.clone(),
        commitments: drafted.commitments.clone(),
        signature: None,
        reviews: Vec::new(),
        ended: None,
    };
    match record.contracts.iter_mut().find(|known| known.id == drafted.contract) {
        Some(known) => *known = contract,
        None => record.contracts.push(contract),
    }
}

/// The draft's content once every rule about it holds.
fn content_of(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    contract: ContractId,
    rank: u32,
    kind: ContractKind,
    content: &ReviseContract,
) -> Result<ContractDrafted, Refusal> {
    scene.current_stay(record)?;
    span_allowed(scene, record, kind, content.starts, content.months, Some(contract))?;
    let mut objectives = Vec::new();
    let themes = content.objectives.iter().filter_map(|objective| objective.theme.as_ref());
    themes_allowed(scene.convention(content.starts)?, "objectives", themes)?;
    for objective in &content.objectives {
        objectives.push(Objective { theme: objective.theme.clone(), text: required("objectives", &objective.text)? });
    }
    let mut commitments = Vec::new();
    let mut carried = BTreeSet::new();
    for typed in &content.commitments {
        if let Some(due) = typed.due {
            plausible("commitments", due)?;
            // What is carried over keeps the day that was agreed.
            let from = content.starts.min(scene.today);
            if due < from && typed.carried_from.is_none() {
                return Err(Refusal::CommitmentDueBeforeContract { due, from });
            }
        }
        if let Some(id) = typed.carried_from {
            let open = super::contract_with_open(record, id).filter(|from| *from != contract);
            if open.is_none() || !carried.insert(id) {
                return Err(Refusal::CarriedCommitmentNotOpen {});
            }
        }
        commitments.push(Commitment {
            id: scene.ids.fresh(),
            party: typed.party,
            text: required("commitments", &typed.text)?,
            due: typed.due,
            carried_from: typed.carried_from,
            outcome: None,
        });
    }
    let ReviseContract { starts, months, .. } = *content;
    Ok(ContractDrafted { contract, rank, kind, starts, months, objectives, commitments })
}

/// The rules about the days a contract covers (art. 4 and 6).
pub(super) fn span_allowed(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    kind: ContractKind,
    starts: NaiveDate,
    months: u32,
    own: Option<ContractId>,
) -> Result<(), Refusal> {
    let stay = scene.current_stay(record)?;
    plausible("starts", starts)?;
    let convention = scene.convention(starts)?;
    if !convention.contract.durations_months.contains(&months) {
        let offered: Vec<_> = convention.contract.durations_months.iter().map(u32::to_string).collect();
        return Err(Refusal::DurationNotOffered { months, offered: offered.join(", ") });
    }
    if starts < stay.included_on {
        return Err(Refusal::ContractBeforeInclusion { included_on: stay.included_on });
    }
    let years = convention.inclusion.child_under_years;
    match record.landmark_birthday(starts, years) {
        Some(birthday) if birthday < starts && record.last_child_left_on(starts, years).is_none() => {
            return Err(Refusal::ContractWouldStartAfterThirdBirthday { starts, birthday });
        }
        Some(birthday) if birthday < starts => return Err(Refusal::ContractWithoutChild { starts }),
        None => return Err(Refusal::ContractWithoutChild { starts }),
        Some(_) => {}
    }
    let last = calendar::last_day(starts, months);
    let amended = match kind {
        ContractKind::Amendment => {
            let running = record.running_contract(starts).ok_or(Refusal::NoContractRuns { date: starts })?;
            if running.starts == starts {
                return Err(Refusal::AmendmentOnFirstDay { date: starts });
            }
            Some(running.id)
        }
        ContractKind::First | ContractKind::Renewal => None,
    };
    let overlapping = record.contracts.iter().find(|other| {
        other.signature.is_some()
            && other.began()
            && Some(other.id) != own
            && Some(other.id) != amended
            && other.starts <= last
            && starts <= other.last_day()
    });
    match overlapping {
        Some(other) => Err(Refusal::ContractsOverlap { rank: other.rank, last_day: other.last_day() }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
