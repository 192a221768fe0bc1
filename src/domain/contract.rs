//! Contracts (CER): rank and chain, frozen composition, commitments on both sides, review, renewal, amendment, end (art. 4 and 6).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::FamilyEvent as Event;
use super::family::FamilyRecord;
use super::refusal::Refusal;
use super::{Scene, free_text, not_after_today, required};
use crate::base::calendar;
use crate::base::id::{CommitmentId, ContractId, ThemeCode};

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
        } else if date < self.starts {
            ContractPhase::Signed
        } else if self.last_day() < date {
            ContractPhase::Ended
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
#[serde(deny_unknown_fields)]
pub struct SignContract {
    pub date: NaiveDate,
    pub place: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewContract {
    /// The latest signed contract when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractId>,
    pub date: NaiveDate,
    pub summary: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndContract {
    /// The latest signed contract when absent.
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractSigned {
    pub contract: ContractId,
    pub signature: Signature,
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

pub(super) fn draft(scene: &Scene<'_>, record: &FamilyRecord, act: &DraftContract) -> Result<Vec<Event>, Refusal> {
    if record.draft_contract().is_some() {
        return Err(Refusal::DraftAlreadyOpen {});
    }
    let signed = record.latest_signed_contract();
    match (act.kind, signed) {
        (ContractKind::First, Some(_)) => return Err(Refusal::FirstContractAlreadySigned {}),
        (ContractKind::Renewal | ContractKind::Amendment, None) => return Err(Refusal::NoContractSigned {}),
        (ContractKind::Amendment, Some(contract)) if !contract.runs_on(act.starts) => {
            return Err(Refusal::NoContractRuns { date: act.starts });
        }
        (ContractKind::First, None) | (ContractKind::Renewal | ContractKind::Amendment, Some(_)) => {}
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

pub(super) fn revise(scene: &Scene<'_>, record: &FamilyRecord, act: &ReviseContract) -> Result<Vec<Event>, Refusal> {
    let open = record.draft_contract().ok_or(Refusal::NoDraft {})?;
    let drafted = content_of(scene, record, open.id, open.rank, open.kind, act)?;
    Ok(vec![Event::ContractDraftRevised(drafted)])
}

pub(super) fn drop_draft(record: &FamilyRecord) -> Result<Vec<Event>, Refusal> {
    let open = record.draft_contract().ok_or(Refusal::NoDraft {})?;
    Ok(vec![Event::ContractDraftDropped(ContractDraftDropped { contract: open.id })])
}

pub(super) fn sign(scene: &Scene<'_>, record: &FamilyRecord, act: &SignContract) -> Result<Vec<Event>, Refusal> {
    let open = record.draft_contract().ok_or(Refusal::NoDraft {})?;
    let date = not_after_today("date", act.date, scene.today)?;
    scene.stay_on(record, date)?;
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
        let date = open.starts.pred_opt().unwrap_or(open.starts);
        if date < amended.starts {
            return Err(Refusal::AmendmentOnFirstDay { date: open.starts });
        }
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

pub(super) fn review(scene: &Scene<'_>, record: &FamilyRecord, act: &ReviewContract) -> Result<Vec<Event>, Refusal> {
    let contract = signed(record, act.contract)?;
    let date = not_after_today("date", act.date, scene.today)?;
    if date < contract.starts {
        return Err(Refusal::DateBefore { date, earliest: contract.starts });
    }
    let summary = required("summary", &act.summary)?;
    let review = Review { date, summary };
    Ok(vec![Event::ContractReviewed(ContractReviewed { contract: contract.id, review })])
}

pub(super) fn end(scene: &Scene<'_>, record: &FamilyRecord, act: &EndContract) -> Result<Vec<Event>, Refusal> {
    let contract = signed(record, act.contract)?;
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

pub(super) fn settle(scene: &Scene<'_>, record: &FamilyRecord, act: &SettleCommitment) -> Result<Vec<Event>, Refusal> {
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
        return Err(Refusal::DateBefore { date, earliest: signature.date });
    }
    if act.result == CommitmentResult::CarriedOver {
        return Err(Refusal::ReasonFollowsFromAnotherAct { field: "result" });
    }
    let outcome = Outcome { result: act.result, date, comment: free_text("comment", &act.comment)? };
    Ok(vec![Event::CommitmentSettled(CommitmentSettled { contract: contract.id, commitment: act.commitment, outcome })])
}

pub(super) fn evolve_drafted(record: &mut FamilyRecord, drafted: &ContractDrafted) {
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

pub(super) fn evolve_settled(record: &mut FamilyRecord, settled: &CommitmentSettled) {
    let commitments = record.contracts.iter_mut().flat_map(|contract| contract.commitments.iter_mut());
    if let Some(commitment) = commitments.into_iter().find(|commitment| commitment.id == settled.commitment) {
        commitment.outcome = Some(settled.outcome.clone());
    }
}

pub(super) fn evolve(record: &mut FamilyRecord, id: ContractId, change: impl FnOnce(&mut Contract)) {
    if let Some(contract) = record.contracts.iter_mut().find(|contract| contract.id == id) {
        change(contract);
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
    for objective in &content.objectives {
        objectives.push(Objective { theme: objective.theme.clone(), text: required("objectives", &objective.text)? });
    }
    let mut commitments = Vec::new();
    for typed in &content.commitments {
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
fn span_allowed(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    kind: ContractKind,
    starts: NaiveDate,
    months: u32,
    own: Option<ContractId>,
) -> Result<(), Refusal> {
    let stay = scene.current_stay(record)?;
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
        Some(birthday) if birthday < starts => {
            return Err(Refusal::ContractWouldStartAfterThirdBirthday { starts, birthday });
        }
        None => return Err(Refusal::ContractWithoutChild { starts }),
        Some(_) => {}
    }
    let last = calendar::last_day(starts, months);
    let amended = match kind {
        ContractKind::Amendment => record.running_contract(starts).map(|contract| contract.id),
        ContractKind::First | ContractKind::Renewal => None,
    };
    let overlapping = record.contracts.iter().find(|other| {
        other.signature.is_some()
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

fn signed(record: &FamilyRecord, id: Option<ContractId>) -> Result<&Contract, Refusal> {
    let contract = match id {
        Some(id) => Some(record.contracts.iter().find(|known| known.id == id).ok_or(Refusal::ContractUnknown {})?),
        None => record.latest_signed_contract(),
    };
    contract.filter(|contract| contract.signature.is_some()).ok_or(Refusal::NoContractSigned {})
}

/// The contract in which this commitment is still open.
fn contract_with_open(record: &FamilyRecord, id: CommitmentId) -> Option<ContractId> {
    record
        .contracts
        .iter()
        .find(|contract| contract.open_commitments().any(|commitment| commitment.id == id))
        .map(|contract| contract.id)
}
