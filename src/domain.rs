//! The convention as pure rules: facts, commands, `decide`, `evolve`, deadlines.
//!
//! No I/O, clock, random, SQL or terminal: what a rule needs from outside comes in its [`Scene`].

pub mod aid;
pub mod antenna;
pub mod closure;
pub mod contract;
pub mod convention;
pub mod deadline;
pub mod diagnosis;
pub mod encounter;
pub mod event;
pub mod exit;
pub mod family;
pub mod group;
pub mod impact;
pub mod indicator;
pub mod landmark;
pub mod once;
pub mod orientation;
pub mod panel;
pub mod partnership;
pub mod referent;
pub mod refusal;
pub mod retention;
pub mod rights;
pub mod row;
pub mod search;
pub mod steering;
pub mod subject;
#[cfg(test)]
pub mod testing;
mod text;
pub mod wording;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::id::{IdSource, ReferentId};
use aid::{AnswerFinancialAid, RequestFinancialAid};
use antenna::AntennaRecord;
use contract::{
    DraftContract, DropContractDraft, EndContract, ReviewContract, ReviseContract, SettleCommitment, SignContract,
};
use convention::Convention;
use diagnosis::RecordDiagnosis;
use encounter::{CancelEncounter, EncounterState, HoldEncounter, MissEncounter, PlanEncounter, WriteNote};
use event::FamilyEvent;
use exit::{ExitFamily, ReopenFamily};
use family::{
    AddChild, Contact, CorrectChild, CorrectIdentity, DeclarePregnancy, EndPregnancy, FamilyRecord,
    RecordChildDeparture, Situation, Stay,
};
use group::RecordAttendance;
use landmark::{RateEffects, RecordReturnToWork, RedirectHousing, ReferToProfessional, ReportChildProtection};
use orientation::{Census, IncludeFamily, ReceiveOrientation, RefuseOrientation};
use panel::{
    CancelPanelReferral, NotifyPanelDecision, OpenPanelReferral, PostponePanelReferral, RecordPanelDecision,
    RecordPanelLetter, RecordPanelObservations, RecordPanelOpinion, RevisePanelReferral, SendPanelReferral,
};
use referent::{ChangeReferent, NameStandIn};
use refusal::Refusal;
use retention::{ConfirmDisposal, DeclineDisposal, ProposeDisposal};
use rights::{FinaliseRightsClaim, OpenRightsClaim, SubmitRightsClaim};
pub use text::{contains_nir, required};
use text::{free_text, named, not_after_today, plausible};

/// What can be asked of a family; also the JSON line of `jalon record` and the values of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum FamilyAct {
    ReceiveOrientation(ReceiveOrientation),
    IncludeFamily(IncludeFamily),
    RefuseOrientation(RefuseOrientation),
    CorrectIdentity(CorrectIdentity),
    RecordContact(Contact),
    RecordSituation(Situation),
    AddChild(AddChild),
    CorrectChild(CorrectChild),
    RecordChildDeparture(RecordChildDeparture),
    DeclarePregnancy(DeclarePregnancy),
    EndPregnancy(EndPregnancy),
    ChangeReferent(ChangeReferent),
    NameStandIn(NameStandIn),
    PlanEncounter(PlanEncounter),
    HoldEncounter(HoldEncounter),
    MissEncounter(MissEncounter),
    CancelEncounter(CancelEncounter),
    WriteNote(WriteNote),
    DraftContract(DraftContract),
    ReviseContract(ReviseContract),
    DropContractDraft(DropContractDraft),
    SignContract(SignContract),
    ReviewContract(ReviewContract),
    EndContract(EndContract),
    SettleCommitment(SettleCommitment),
    ExitFamily(ExitFamily),
    CorrectExit(ExitFamily),
    ReopenFamily(ReopenFamily),
    ProposeDisposal(ProposeDisposal),
    DeclineDisposal(DeclineDisposal),
    ConfirmDisposal(ConfirmDisposal),
    OpenPanelReferral(OpenPanelReferral),
    RevisePanelReferral(RevisePanelReferral),
    RecordPanelLetter(RecordPanelLetter),
    RecordPanelObservations(RecordPanelObservations),
    SendPanelReferral(SendPanelReferral),
    PostponePanelReferral(PostponePanelReferral),
    CancelPanelReferral(CancelPanelReferral),
    RecordPanelOpinion(RecordPanelOpinion),
    RecordPanelDecision(RecordPanelDecision),
    NotifyPanelDecision(NotifyPanelDecision),
    ReferToProfessional(ReferToProfessional),
    RecordReturnToWork(RecordReturnToWork),
    RedirectHousing(RedirectHousing),
    ReportChildProtection(ReportChildProtection),
    RateEffects(RateEffects),
    OpenRightsClaim(OpenRightsClaim),
    SubmitRightsClaim(SubmitRightsClaim),
    FinaliseRightsClaim(FinaliseRightsClaim),
    RequestFinancialAid(RequestFinancialAid),
    AnswerFinancialAid(AnswerFinancialAid),
    RecordDiagnosis(RecordDiagnosis),
    RecordAttendance(RecordAttendance),
}

/// Everything that a decision may look at beside the family's own record.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The date that rules use.
    pub today: NaiveDate,
    /// Who asks.
    pub author: ReferentId,
    pub antenna: &'a AntennaRecord,
    pub census: &'a Census,
    pub ids: &'a IdSource,
}

impl<'a> Scene<'a> {
    /// The convention version that judges an act of `date` (art. 9).
    ///
    /// # Errors
    /// `ConventionMissing` when the antenna has none.
    pub fn convention(&self, date: NaiveDate) -> Result<&'a Convention, Refusal> {
        self.antenna.convention(date).ok_or(Refusal::ConventionMissing {})
    }

    fn current_stay<'r>(&self, record: &'r FamilyRecord) -> Result<&'r Stay, Refusal> {
        record.current_stay().ok_or(Refusal::FamilyNotIncluded {})
    }

    fn stay_on<'r>(&self, record: &'r FamilyRecord, date: NaiveDate) -> Result<&'r Stay, Refusal> {
        record.stay_on(date).ok_or(Refusal::FamilyNotIncludedOn { date })
    }

    /// The day of something that happened while the family was in the caseload.
    fn day_of_a_stay(&self, record: &FamilyRecord, date: NaiveDate) -> Result<NaiveDate, Refusal> {
        let date = not_after_today("date", date, self.today)?;
        self.stay_on(record, date)?;
        Ok(date)
    }

    fn referent_on(&self, referent: ReferentId, date: NaiveDate) -> Result<(), Refusal> {
        let known = self.antenna.referent(referent).ok_or(Refusal::ReferentUnknown {})?;
        if !known.role.follows() {
            return Err(Refusal::ReferentFollowsNobody {});
        }
        match self.antenna.has_referent_on(referent, date) {
            true => Ok(()),
            false => Err(Refusal::ReferentNotThere { date }),
        }
    }
}

/// Decides an act of a family: the events that it amounts to, or the rule that it would break.
///
/// # Errors
/// The refusal that names the rule, its source and the field; nothing has happened.
pub fn decide(scene: &Scene<'_>, record: &FamilyRecord, act: &FamilyAct) -> Result<Vec<FamilyEvent>, Refusal> {
    if record.erased.is_some() {
        return Err(Refusal::FamilyIsErased {});
    }
    // A family enters by an orientation and by nothing else (art. 2).
    if record.orientations.is_empty() && !matches!(act, FamilyAct::ReceiveOrientation(_)) {
        return Err(Refusal::FamilyUnknown {});
    }
    if record.archived_on.is_some() && !reaches_an_archive(act) {
        return Err(Refusal::FamilyIsArchived {});
    }
    match act {
        FamilyAct::ReceiveOrientation(act) => orientation::receive(scene, record, act),
        FamilyAct::IncludeFamily(act) => orientation::include(scene, record, act),
        FamilyAct::RefuseOrientation(act) => orientation::refuse(scene, record, act),
        FamilyAct::CorrectIdentity(act) => family::correct_identity(scene, record, act),
        FamilyAct::RecordContact(act) => family::record_contact(record, act),
        FamilyAct::RecordSituation(act) => family::record_situation(scene, record, act),
        FamilyAct::AddChild(act) => family::add_child(scene, record, act),
        FamilyAct::CorrectChild(act) => family::correct_child(scene, record, act),
        FamilyAct::RecordChildDeparture(act) => family::record_child_departure(scene, record, act),
        FamilyAct::DeclarePregnancy(act) => family::declare_pregnancy(scene, record, act),
        FamilyAct::EndPregnancy(act) => family::end_pregnancy(scene, record, act),
        FamilyAct::ChangeReferent(act) => referent::change(scene, record, act),
        FamilyAct::NameStandIn(act) => referent::name_stand_in(scene, record, act),
        FamilyAct::PlanEncounter(act) => encounter::plan(scene, record, act),
        FamilyAct::HoldEncounter(act) => encounter::hold(scene, record, act),
        FamilyAct::MissEncounter(act) => encounter::miss(scene, record, act),
        FamilyAct::CancelEncounter(act) => encounter::cancel(scene, record, act),
        FamilyAct::WriteNote(act) => encounter::write_note(scene, record, act),
        FamilyAct::DraftContract(act) => contract::draft(scene, record, act),
        FamilyAct::ReviseContract(act) => contract::revise(scene, record, act),
        FamilyAct::DropContractDraft(_) => contract::drop_draft(record),
        FamilyAct::SignContract(act) => contract::sign(scene, record, act),
        FamilyAct::ReviewContract(act) => contract::review(scene, record, act),
        FamilyAct::EndContract(act) => contract::end(scene, record, act),
        FamilyAct::SettleCommitment(act) => contract::settle(scene, record, act),
        FamilyAct::ExitFamily(act) => exit::exit(scene, record, act),
        FamilyAct::CorrectExit(act) => exit::correct(scene, record, act),
        FamilyAct::ReopenFamily(act) => exit::reopen(scene, record, act),
        FamilyAct::ProposeDisposal(act) => retention::propose(scene, record, act),
        FamilyAct::DeclineDisposal(act) => retention::decline(scene, record, act),
        FamilyAct::ConfirmDisposal(act) => retention::confirm(scene, record, act),
        FamilyAct::OpenPanelReferral(act) => panel::open(scene, record, act),
        FamilyAct::RevisePanelReferral(act) => panel::revise(record, act),
        FamilyAct::RecordPanelLetter(act) => panel::letter(scene, record, act),
        FamilyAct::RecordPanelObservations(act) => panel::observations(scene, record, act),
        FamilyAct::SendPanelReferral(act) => panel::send(scene, record, act),
        FamilyAct::PostponePanelReferral(act) => panel::postpone(scene, record, act),
        FamilyAct::CancelPanelReferral(act) => panel::cancel(scene, record, act),
        FamilyAct::RecordPanelOpinion(act) => panel::opinion(scene, record, act),
        FamilyAct::RecordPanelDecision(act) => panel::decision(scene, record, act),
        FamilyAct::ReferToProfessional(act) => landmark::refer(scene, record, act),
        FamilyAct::RecordReturnToWork(act) => landmark::record_return(scene, record, act),
        FamilyAct::RedirectHousing(act) => landmark::redirect(scene, record, act),
        FamilyAct::ReportChildProtection(act) => landmark::report(scene, record, act),
        FamilyAct::RateEffects(act) => landmark::rate(scene, record, act),
        FamilyAct::OpenRightsClaim(act) => rights::open(scene, record, act),
        FamilyAct::SubmitRightsClaim(act) => rights::submit(scene, record, act),
        FamilyAct::FinaliseRightsClaim(act) => rights::finalise(scene, record, act),
        FamilyAct::RequestFinancialAid(act) => aid::request(scene, record, act),
        FamilyAct::AnswerFinancialAid(act) => aid::answer(scene, record, act),
        FamilyAct::RecordDiagnosis(act) => diagnosis::record(scene, record, act),
        FamilyAct::RecordAttendance(act) => group::attend(scene, record, act),
        FamilyAct::NotifyPanelDecision(act) => panel::notify(scene, record, act),
    }
}

/// Whether an act is done on an archived file: it is read, brought back or erased, never worked on.
fn reaches_an_archive(act: &FamilyAct) -> bool {
    matches!(
        act,
        FamilyAct::ReceiveOrientation(_)
            | FamilyAct::ProposeDisposal(_)
            | FamilyAct::DeclineDisposal(_)
            | FamilyAct::ConfirmDisposal(_)
    )
}

/// Applies an event to a family's record. It never fails: an event whose object was withheld or undone changes nothing.
pub fn evolve(record: &mut FamilyRecord, event: &FamilyEvent) {
    if record.erased.is_some() {
        return;
    }
    match event {
        FamilyEvent::OrientationReceived(orientation) => {
            // A family that comes back has a file in use again.
            (record.proposal, record.archived_on) = (None, None);
            record.orientations.push(orientation.clone());
        }
        FamilyEvent::OrientationRefused(refused) => orientation::evolve_refused(record, refused),
        FamilyEvent::FamilyIncluded(included) => orientation::evolve_included(record, included),
        FamilyEvent::IdentityRecorded(identity) => record.identity.clone_from(identity),
        FamilyEvent::ContactRecorded(contact) => record.contact.clone_from(contact),
        FamilyEvent::SituationRecorded(situation) => record.situation = Some(situation.clone()),
        FamilyEvent::ChildAdded(child) => record.children.push(child.clone()),
        FamilyEvent::ChildCorrected(corrected) => {
            if let Some(child) = record.children.iter_mut().find(|child| child.id == corrected.child) {
                child.given_name.clone_from(&corrected.given_name);
                child.birth_date = corrected.birth_date;
            }
        }
        FamilyEvent::ChildDeparted(departed) => {
            if let Some(child) = record.children.iter_mut().find(|child| child.id == departed.child) {
                child.departed_on = Some(departed.date);
            }
        }
        FamilyEvent::PregnancyDeclared(pregnancy) => record.pregnancies.push(pregnancy.clone()),
        FamilyEvent::PregnancyEnded(ended) => {
            if let Some(pregnancy) = record.pregnancies.iter_mut().find(|one| one.id == ended.pregnancy) {
                pregnancy.ended_on = Some(ended.date);
            }
        }
        FamilyEvent::ReferentAssigned(assignment) => record.assignments.push(assignment.clone()),
        FamilyEvent::StandInNamed(stand_in) => record.stand_ins.push(stand_in.clone()),
        FamilyEvent::EncounterPlanned(planned) => encounter::evolve_planned(record, planned),
        FamilyEvent::EncounterHeld(held) => encounter::evolve_held(record, held),
        FamilyEvent::EncounterMissed(missed) => {
            let state = if missed.excused { EncounterState::Excused } else { EncounterState::Missed };
            encounter::evolve_outcome(record, missed.encounter, state, &missed.motive);
        }
        FamilyEvent::EncounterCancelled(cancelled) => {
            encounter::evolve_outcome(record, cancelled.encounter, EncounterState::Cancelled, &cancelled.motive);
        }
        FamilyEvent::SharedNoteWritten(note)
        | FamilyEvent::PanelNoteWritten(note)
        | FamilyEvent::PrivateNoteWritten(note) => record.notes.push(note.clone()),
        FamilyEvent::ContractDrafted(drafted) | FamilyEvent::ContractDraftRevised(drafted) => {
            contract::evolve_drafted(record, drafted);
        }
        FamilyEvent::ContractDraftDropped(dropped) => {
            record.contracts.retain(|contract| contract.id != dropped.contract);
        }
        FamilyEvent::ContractSigned(signed) => contract::evolve(record, signed.contract, |contract| {
            contract.signature = Some(signed.signature.clone());
        }),
        FamilyEvent::ContractReviewed(reviewed) => contract::evolve(record, reviewed.contract, |contract| {
            contract.reviews.push(reviewed.review.clone());
        }),
        FamilyEvent::ContractEnded(ended) => contract::evolve(record, ended.contract, |contract| {
            contract.ended = Some(ended.end.clone());
        }),
        FamilyEvent::CommitmentSettled(settled) => contract::evolve_settled(record, settled),
        FamilyEvent::FamilyExited(exited) | FamilyEvent::ExitCorrected(exited) => {
            exit::evolve_exited(record, Some(exited.exit.clone()));
        }
        FamilyEvent::ProfessionalReferralMade(made) => record.professional_referrals.push(made.clone()),
        FamilyEvent::ReturnToWorkRecorded(recorded) => record.returns_to_work.push(recorded.clone()),
        FamilyEvent::HousingRedirected(redirected) => record.housing_redirects.push(redirected.clone()),
        FamilyEvent::ChildProtectionReported(reported) => record.child_protection_reports.push(reported.clone()),
        FamilyEvent::EffectsRated(rated) => record.effect_ratings.push(rated.clone()),
        FamilyEvent::RightsClaimOpened(opened) => rights::evolve_opened(record, opened),
        FamilyEvent::RightsClaimSubmitted(submitted) => rights::evolve(record, submitted.claim, |claim| {
            claim.submitted_on = Some(submitted.date);
        }),
        FamilyEvent::RightsClaimFinalised(finalised) => rights::evolve(record, finalised.claim, |claim| {
            claim.finalised = Some(finalised.outcome.clone());
        }),
        FamilyEvent::FinancialAidRequested(requested) => aid::evolve_requested(record, requested),
        FamilyEvent::FinancialAidAnswered(answered) => aid::evolve_answered(record, answered),
        FamilyEvent::DiagnosisRecorded(diagnosis) => record.diagnoses.push(diagnosis.clone()),
        FamilyEvent::AttendanceRecorded(attendance) => group::evolve_attendance(record, attendance),
        FamilyEvent::FamilyReopened(_) => {
            record.proposal = None;
            exit::evolve_exited(record, None);
        }
        FamilyEvent::DisposalProposed(proposal) => record.proposal = Some(proposal.clone()),
        FamilyEvent::DisposalDeclined(_) => record.proposal = None,
        FamilyEvent::FamilyArchived(archived) => {
            (record.proposal, record.archived_on) = (None, Some(archived.date));
        }
        FamilyEvent::FamilyErased(erased) => retention::evolve_erased(record, erased),
        FamilyEvent::PanelReferralOpened(opened) => panel::evolve_opened(record, opened),
        FamilyEvent::PanelReferralRevised(revised) => panel::evolve(record, revised.referral, |referral| {
            referral.statement.clone_from(&revised.statement);
        }),
        FamilyEvent::PanelLetterSent(letter) => panel::evolve(record, letter.referral, |referral| {
            referral.letter_on = Some(letter.date);
        }),
        FamilyEvent::PanelObservationsRecorded(recorded) => panel::evolve(record, recorded.referral, |referral| {
            referral.observations.push(recorded.observations.clone());
        }),
        FamilyEvent::PanelReferralSent(sent) => panel::evolve(record, sent.referral, |referral| {
            referral.departure = Some(sent.departure.clone());
        }),
        FamilyEvent::PanelReferralPostponed(postponed) => panel::evolve(record, postponed.referral, |referral| {
            referral.postponements.push(postponed.postponement.clone());
        }),
        FamilyEvent::PanelReferralCancelled(cancelled) => panel::evolve(record, cancelled.referral, |referral| {
            referral.cancelled_on = Some(cancelled.date);
        }),
        FamilyEvent::PanelOpinionGiven(given) => panel::evolve(record, given.referral, |referral| {
            referral.opinion = Some(given.opinion.clone());
        }),
        FamilyEvent::PanelDecisionMade(made) => panel::evolve(record, made.referral, |referral| {
            referral.decision = Some(made.decision.clone());
        }),
        FamilyEvent::PanelDecisionNotified(notified) => panel::evolve(record, notified.referral, |referral| {
            referral.notified_on = Some(notified.date);
        }),
    }
}
