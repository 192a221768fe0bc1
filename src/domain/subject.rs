//! What an event changes and what its decision stood on: the ground of "a later act built on it".
//!
//! An entry can be undone while no later entry changes, or stands on, what it changed.

use super::event::FamilyEvent;
use crate::base::id::{
    ChildId, CommitmentId, ContractId, DiagnosisId, EncounterId, FinancialAidId, GroupSessionId, LandmarkId, NoteId,
    OrientationId, PanelReferralId, RightsClaimId,
};

/// One part of a family's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Being known to the antenna, by an orientation and by nothing else (art. 2): every act stands on it.
    Entry,
    Identity,
    Contact,
    Situation,
    /// What becomes of a file past its time.
    Retention,
    /// Being in the caseload or not.
    Stay,
    Orientation(OrientationId),
    Child(ChildId),
    /// The children as a whole, on whom inclusion and contracts stand.
    Household,
    /// The pregnancies as a whole: only one is open.
    Pregnancy,
    Referent,
    /// The stand-ins as a whole: only one at a date.
    StandIn,
    Encounter(EncounterId),
    Note(NoteId),
    Contract(ContractId),
    Commitment(CommitmentId),
    /// The chain of contracts: ranks, and never two on one day.
    ContractChain,
    PanelReferral(PanelReferralId),
    Landmark(LandmarkId),
    RightsClaim(RightsClaimId),
    FinancialAid(FinancialAidId),
    Diagnosis(DiagnosisId),
    Attendance(GroupSessionId),
    /// The referrals as a whole: one underway of each motive.
    Panel,
    /// Which referrals are still the antenna's: an exit leaves none.
    PanelDrafts,
}

impl Subject {
    /// Whether two acts that change it are in each other's way. Each referral leaves on its own: only an exit, which stands on
    /// all of them, is built on a departure.
    pub fn is_changed_by_one_at_a_time(self) -> bool {
        self != Self::PanelDrafts
    }
}

/// The parts that the event changes.
pub fn changes(event: &FamilyEvent) -> Vec<Subject> {
    match event {
        FamilyEvent::OrientationReceived(orientation) => {
            vec![Subject::Entry, Subject::Orientation(orientation.id), Subject::Stay]
        }
        FamilyEvent::OrientationRefused(refused) => vec![Subject::Orientation(refused.orientation), Subject::Stay],
        FamilyEvent::FamilyIncluded(included) => vec![Subject::Orientation(included.orientation), Subject::Stay],
        FamilyEvent::IdentityRecorded(_) => vec![Subject::Identity],
        FamilyEvent::ContactRecorded(_) => vec![Subject::Contact],
        FamilyEvent::SituationRecorded(_) => vec![Subject::Situation],
        FamilyEvent::ChildAdded(child) => vec![Subject::Child(child.id), Subject::Household],
        FamilyEvent::ChildCorrected(corrected) => vec![Subject::Child(corrected.child), Subject::Household],
        FamilyEvent::ChildDeparted(departed) => vec![Subject::Child(departed.child), Subject::Household],
        FamilyEvent::PregnancyDeclared(_) | FamilyEvent::PregnancyEnded(_) => vec![Subject::Pregnancy],
        FamilyEvent::ReferentAssigned(_) => vec![Subject::Referent],
        FamilyEvent::StandInNamed(_) => vec![Subject::StandIn],
        FamilyEvent::EncounterPlanned(planned) => vec![Subject::Encounter(planned.encounter)],
        FamilyEvent::EncounterHeld(held) => vec![Subject::Encounter(held.encounter)],
        FamilyEvent::EncounterMissed(missed) => vec![Subject::Encounter(missed.encounter)],
        FamilyEvent::EncounterCancelled(cancelled) => vec![Subject::Encounter(cancelled.encounter)],
        FamilyEvent::SharedNoteWritten(note)
        | FamilyEvent::PanelNoteWritten(note)
        | FamilyEvent::PrivateNoteWritten(note) => vec![Subject::Note(note.id)],
        FamilyEvent::ContractDrafted(drafted) => vec![Subject::Contract(drafted.contract), Subject::ContractChain],
        FamilyEvent::ContractDraftRevised(drafted) => vec![Subject::Contract(drafted.contract)],
        FamilyEvent::ContractDraftDropped(dropped) => vec![Subject::Contract(dropped.contract), Subject::ContractChain],
        FamilyEvent::ContractSigned(signed) => vec![Subject::Contract(signed.contract), Subject::ContractChain],
        FamilyEvent::ContractReviewed(reviewed) => vec![Subject::Contract(reviewed.contract)],
        FamilyEvent::ContractEnded(ended) => vec![Subject::Contract(ended.contract), Subject::ContractChain],
        FamilyEvent::CommitmentSettled(settled) => vec![Subject::Commitment(settled.commitment)],
        FamilyEvent::FamilyExited(_) | FamilyEvent::ExitCorrected(_) | FamilyEvent::FamilyReopened(_) => {
            vec![Subject::Stay]
        }
        FamilyEvent::DisposalProposed(_) | FamilyEvent::DisposalDeclined(_) | FamilyEvent::FamilyArchived(_) => {
            vec![Subject::Retention]
        }
        FamilyEvent::FamilyErased(_) => vec![Subject::Entry],
        FamilyEvent::ProfessionalReferralMade(made) => vec![Subject::Landmark(made.id)],
        FamilyEvent::ReturnToWorkRecorded(recorded) => vec![Subject::Landmark(recorded.id)],
        FamilyEvent::HousingRedirected(redirected) => vec![Subject::Landmark(redirected.id)],
        FamilyEvent::ChildProtectionReported(reported) => vec![Subject::Landmark(reported.id)],
        FamilyEvent::EffectsRated(rated) => vec![Subject::Landmark(rated.id)],
        FamilyEvent::RightsClaimOpened(opened) => vec![Subject::RightsClaim(opened.claim)],
        FamilyEvent::RightsClaimSubmitted(submitted) => vec![Subject::RightsClaim(submitted.claim)],
        FamilyEvent::RightsClaimFinalised(finalised) => vec![Subject::RightsClaim(finalised.claim)],
        FamilyEvent::FinancialAidRequested(requested) => vec![Subject::FinancialAid(requested.aid)],
        FamilyEvent::FinancialAidAnswered(answered) => vec![Subject::FinancialAid(answered.aid)],
        FamilyEvent::DiagnosisRecorded(diagnosis) => vec![Subject::Diagnosis(diagnosis.id)],
        FamilyEvent::AttendanceRecorded(attendance) => vec![Subject::Attendance(attendance.session)],
        FamilyEvent::PanelReferralOpened(opened) => vec![Subject::PanelReferral(opened.referral), Subject::Panel],
        FamilyEvent::PanelReferralRevised(revised) => vec![Subject::PanelReferral(revised.referral)],
        FamilyEvent::PanelLetterSent(letter) => vec![Subject::PanelReferral(letter.referral)],
        FamilyEvent::PanelObservationsRecorded(recorded) => vec![Subject::PanelReferral(recorded.referral)],
        FamilyEvent::PanelReferralSent(sent) => vec![Subject::PanelReferral(sent.referral), Subject::PanelDrafts],
        FamilyEvent::PanelReferralPostponed(postponed) => vec![Subject::PanelReferral(postponed.referral)],
        FamilyEvent::PanelReferralCancelled(cancelled) => {
            vec![Subject::PanelReferral(cancelled.referral), Subject::Panel, Subject::PanelDrafts]
        }
        FamilyEvent::PanelOpinionGiven(given) => vec![Subject::PanelReferral(given.referral)],
        FamilyEvent::PanelDecisionMade(made) => vec![Subject::PanelReferral(made.referral), Subject::Panel],
        FamilyEvent::PanelDecisionNotified(notified) => vec![Subject::PanelReferral(notified.referral)],
    }
}

/// The parts, beside those it changes, that the decision behind the event stood on.
pub fn stands_on(event: &FamilyEvent) -> Vec<Subject> {
    let mut subjects = vec![Subject::Entry];
    subjects.extend(grounds(event));
    subjects
}

fn grounds(event: &FamilyEvent) -> Vec<Subject> {
    match event {
        FamilyEvent::FamilyIncluded(_) => vec![Subject::Household, Subject::Situation, Subject::Identity],
        FamilyEvent::ReferentAssigned(_) | FamilyEvent::StandInNamed(_) => vec![Subject::Stay, Subject::Referent],
        FamilyEvent::EncounterPlanned(_)
        | FamilyEvent::EncounterHeld(_)
        | FamilyEvent::EncounterMissed(_)
        | FamilyEvent::EncounterCancelled(_) => vec![Subject::Stay],
        FamilyEvent::SharedNoteWritten(note)
        | FamilyEvent::PanelNoteWritten(note)
        | FamilyEvent::PrivateNoteWritten(note) => note.encounter.map(Subject::Encounter).into_iter().collect(),
        FamilyEvent::ContractDrafted(drafted) | FamilyEvent::ContractDraftRevised(drafted) => {
            let mut subjects = vec![Subject::Stay, Subject::Household, Subject::ContractChain];
            subjects.extend(drafted.commitments.iter().filter_map(|one| one.carried_from).map(Subject::Commitment));
            subjects
        }
        FamilyEvent::ContractSigned(_) => {
            vec![Subject::Stay, Subject::Household, Subject::Pregnancy, Subject::Identity]
        }
        FamilyEvent::CommitmentSettled(settled) => vec![Subject::Contract(settled.contract)],
        FamilyEvent::FamilyExited(exited) | FamilyEvent::ExitCorrected(exited) => {
            let agreement = exited.exit.panel_referral.map(Subject::PanelReferral);
            [Subject::ContractChain, Subject::PanelDrafts].into_iter().chain(agreement).collect()
        }
        FamilyEvent::PanelReferralOpened(_) | FamilyEvent::PanelLetterSent(_) => vec![Subject::Stay],
        FamilyEvent::PanelReferralSent(sent) => {
            let frozen = [Subject::Stay, Subject::Household, Subject::Pregnancy, Subject::Identity];
            frozen.into_iter().chain(sent.departure.notes.iter().copied().map(Subject::Note)).collect()
        }
        FamilyEvent::ContractReviewed(_)
        | FamilyEvent::ContractEnded(_)
        | FamilyEvent::ContractDraftDropped(_)
        | FamilyEvent::ProfessionalReferralMade(_)
        | FamilyEvent::ReturnToWorkRecorded(_)
        | FamilyEvent::HousingRedirected(_)
        | FamilyEvent::ChildProtectionReported(_)
        | FamilyEvent::EffectsRated(_)
        | FamilyEvent::RightsClaimOpened(_)
        | FamilyEvent::FinancialAidRequested(_)
        | FamilyEvent::DiagnosisRecorded(_)
        | FamilyEvent::AttendanceRecorded(_) => {
            vec![Subject::Stay]
        }
        FamilyEvent::DisposalProposed(_)
        | FamilyEvent::DisposalDeclined(_)
        | FamilyEvent::FamilyArchived(_)
        | FamilyEvent::FamilyErased(_) => vec![Subject::Stay, Subject::Retention],
        FamilyEvent::OrientationReceived(_)
        | FamilyEvent::OrientationRefused(_)
        | FamilyEvent::IdentityRecorded(_)
        | FamilyEvent::ContactRecorded(_)
        | FamilyEvent::SituationRecorded(_)
        | FamilyEvent::ChildAdded(_)
        | FamilyEvent::ChildCorrected(_)
        | FamilyEvent::ChildDeparted(_)
        | FamilyEvent::PregnancyDeclared(_)
        | FamilyEvent::PregnancyEnded(_)
        | FamilyEvent::FamilyReopened(_)
        | FamilyEvent::PanelReferralRevised(_)
        | FamilyEvent::PanelObservationsRecorded(_)
        | FamilyEvent::PanelReferralPostponed(_)
        | FamilyEvent::PanelReferralCancelled(_)
        | FamilyEvent::PanelOpinionGiven(_)
        | FamilyEvent::PanelDecisionMade(_)
        | FamilyEvent::PanelDecisionNotified(_)
        | FamilyEvent::RightsClaimSubmitted(_)
        | FamilyEvent::RightsClaimFinalised(_)
        | FamilyEvent::FinancialAidAnswered(_) => Vec::new(),
    }
}
