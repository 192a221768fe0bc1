//! The facts that the journal keeps: every event with its kind and version, for ever readable.
//!
//! The enums hold the current version of each event; older versions are raised to it by the journal's codec.

use chrono::NaiveDate;

use super::aid::{FinancialAidAnswered, FinancialAidRequested};
use super::antenna::{
    AntennaFounded, ChangeCenter, CloseCenter, CorrectReferent, Referent, ReferentLeft, SolidarityCenter,
};
use super::closure::ClosedPeriod;
use super::contract::*;
use super::convention::Convention;
use super::diagnosis::Diagnosis;
use super::encounter::*;
use super::exit::*;
use super::family::*;
use super::group::{Attendance, GroupAction, GroupSessionAdded, GroupSessionCancelled};
use super::landmark::{ChildProtectionReport, EffectRating, HousingRedirect, ProfessionalReferral, ReturnToWork};
use super::orientation::*;
use super::panel::*;
use super::partnership::PartnershipNote;
use super::referent::*;
use super::retention::*;
use super::rights::{RightsClaimFinalised, RightsClaimOpened, RightsClaimSubmitted};
use super::steering::{SteeringTopic, TopicClosed, TopicFollowed};

macro_rules! events {
    ($(#[$doc:meta])* $name:ident { $($variant:ident($body:ty) = $kind:literal, $version:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($variant($body),)*
        }

        impl $name {
            /// Every kind with its current version.
            pub const KINDS: &'static [(&'static str, u32)] = &[$(($kind, $version)),*];

            /// The kind as the journal and the bundle write it.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $kind,)*
                }
            }

            /// The Fluent id of what happened.
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => concat!("event-", $kind),)*
                }
            }

            /// The version of the body that this program writes.
            pub fn version(&self) -> u32 {
                match self {
                    $(Self::$variant(_) => $version,)*
                }
            }

            /// The body as compact JSON.
            ///
            /// # Errors
            /// Never for the types here; serde_json's error otherwise.
            pub fn body(&self) -> serde_json::Result<String> {
                match self {
                    $(Self::$variant(body) => serde_json::to_string(body),)*
                }
            }

            /// Reads a body of the current version; `None` when the kind is not one of these.
            pub fn from_body(kind: &str, body: &str) -> Option<serde_json::Result<Self>> {
                match kind {
                    $($kind => Some(serde_json::from_str(body).map(Self::$variant)),)*
                    _ => None,
                }
            }
        }
    };
}

events! {
    /// What happened to the antenna.
    AntennaEvent {
        AntennaFounded(AntennaFounded) = "antenna-founded", 1;
        CenterAdded(SolidarityCenter) = "center-added", 1;
        CenterChanged(ChangeCenter) = "center-changed", 1;
        CenterClosed(CloseCenter) = "center-closed", 1;
        GroupActionPlanned(GroupAction) = "group-action-planned", 1;
        GroupSessionAdded(GroupSessionAdded) = "group-session-added", 1;
        GroupSessionCancelled(GroupSessionCancelled) = "group-session-cancelled", 1;
        ReferentAdded(Referent) = "referent-added", 1;
        ReferentCorrected(CorrectReferent) = "referent-corrected", 1;
        ReferentLeft(ReferentLeft) = "referent-left", 1;
        ConventionAdopted(Box<Convention>) = "convention-adopted", 1;
        TopicRaised(SteeringTopic) = "topic-raised", 1;
        TopicFollowed(TopicFollowed) = "topic-followed", 1;
        TopicClosed(TopicClosed) = "topic-closed", 1;
        PartnershipNoted(PartnershipNote) = "partnership-noted", 1;
        PeriodClosed(ClosedPeriod) = "period-closed", 1;
    }
}

events! {
    /// What happened to a family.
    FamilyEvent {
        OrientationReceived(Orientation) = "orientation-received", 1;
        OrientationRefused(OrientationRefused) = "orientation-refused", 1;
        FamilyIncluded(FamilyIncluded) = "family-included", 1;
        IdentityRecorded(Identity) = "identity-recorded", 1;
        ContactRecorded(Contact) = "contact-recorded", 1;
        SituationRecorded(Situation) = "situation-recorded", 1;
        ChildAdded(Child) = "child-added", 1;
        ChildCorrected(ChildCorrected) = "child-corrected", 1;
        ChildDeparted(ChildDeparted) = "child-departed", 1;
        PregnancyDeclared(Pregnancy) = "pregnancy-declared", 1;
        PregnancyEnded(PregnancyEnded) = "pregnancy-ended", 1;
        ReferentAssigned(Assignment) = "referent-assigned", 1;
        StandInNamed(StandIn) = "stand-in-named", 1;
        EncounterPlanned(EncounterPlanned) = "encounter-planned", 1;
        EncounterHeld(EncounterHeld) = "encounter-held", 1;
        EncounterMissed(EncounterMissed) = "encounter-missed", 1;
        EncounterCancelled(EncounterCancelled) = "encounter-cancelled", 1;
        SharedNoteWritten(Note) = "shared-note-written", 1;
        PanelNoteWritten(Note) = "panel-note-written", 1;
        PrivateNoteWritten(Note) = "private-note-written", 1;
        ContractDrafted(ContractDrafted) = "contract-drafted", 1;
        ContractDraftRevised(ContractDrafted) = "contract-draft-revised", 1;
        ContractDraftDropped(ContractDraftDropped) = "contract-draft-dropped", 1;
        ContractSigned(ContractSigned) = "contract-signed", 1;
        ContractReviewed(ContractReviewed) = "contract-reviewed", 1;
        ContractEnded(ContractEnded) = "contract-ended", 1;
        CommitmentSettled(CommitmentSettled) = "commitment-settled", 1;
        FamilyExited(FamilyExited) = "family-exited", 1;
        ExitCorrected(FamilyExited) = "exit-corrected", 1;
        FamilyReopened(FamilyReopened) = "family-reopened", 1;
        DisposalProposed(DisposalProposed) = "disposal-proposed", 1;
        DisposalDeclined(DisposalDeclined) = "disposal-declined", 1;
        FamilyArchived(FamilyArchived) = "family-archived", 1;
        FamilyErased(FamilyErased) = "family-erased", 1;
        ProfessionalReferralMade(ProfessionalReferral) = "professional-referral-made", 1;
        ReturnToWorkRecorded(ReturnToWork) = "return-to-work-recorded", 1;
        HousingRedirected(HousingRedirect) = "housing-redirected", 1;
        ChildProtectionReported(ChildProtectionReport) = "child-protection-reported", 1;
        EffectsRated(EffectRating) = "effects-rated", 1;
        RightsClaimOpened(RightsClaimOpened) = "rights-claim-opened", 1;
        RightsClaimSubmitted(RightsClaimSubmitted) = "rights-claim-submitted", 1;
        RightsClaimFinalised(RightsClaimFinalised) = "rights-claim-finalised", 1;
        FinancialAidRequested(FinancialAidRequested) = "financial-aid-requested", 1;
        FinancialAidAnswered(FinancialAidAnswered) = "financial-aid-answered", 1;
        DiagnosisRecorded(Diagnosis) = "diagnosis-recorded", 1;
        AttendanceRecorded(Attendance) = "attendance-recorded", 1;
        PanelReferralOpened(PanelReferralOpened) = "panel-referral-opened", 1;
        PanelReferralRevised(PanelReferralRevised) = "panel-referral-revised", 1;
        PanelLetterSent(PanelLetterSent) = "panel-letter-sent", 1;
        PanelObservationsRecorded(PanelObservationsRecorded) = "panel-observations-recorded", 1;
        PanelReferralSent(PanelReferralSent) = "panel-referral-sent", 1;
        PanelReferralPostponed(PanelReferralPostponed) = "panel-referral-postponed", 1;
        PanelReferralCancelled(PanelReferralCancelled) = "panel-referral-cancelled", 1;
        PanelOpinionGiven(PanelOpinionGiven) = "panel-opinion-given", 1;
        PanelDecisionMade(PanelDecisionMade) = "panel-decision-made", 1;
        PanelDecisionNotified(PanelDecisionNotified) = "panel-decision-notified", 1;
    }
}

/// Any event of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Antenna(AntennaEvent),
    Family(FamilyEvent),
}

impl FamilyEvent {
    /// The day on which it happened or takes effect, which may be long before the day of its recording; absent where no day is told.
    pub fn happened_on(&self) -> Option<NaiveDate> {
        match self {
            Self::OrientationReceived(orientation) => Some(orientation.date),
            Self::OrientationRefused(refused) => Some(refused.date),
            Self::FamilyIncluded(included) => Some(included.date),
            Self::SituationRecorded(situation) => Some(situation.date),
            Self::ChildDeparted(departed) => Some(departed.date),
            Self::PregnancyDeclared(pregnancy) => Some(pregnancy.declared_on),
            Self::PregnancyEnded(ended) => Some(ended.date),
            Self::ReferentAssigned(assignment) => Some(assignment.from),
            Self::StandInNamed(stand_in) => Some(stand_in.from),
            Self::EncounterPlanned(planned) => Some(planned.date),
            Self::EncounterHeld(held) => Some(held.date),
            Self::SharedNoteWritten(note) | Self::PanelNoteWritten(note) | Self::PrivateNoteWritten(note) => {
                Some(note.date)
            }
            Self::ContractSigned(signed) => Some(signed.signature.date),
            Self::ContractReviewed(reviewed) => Some(reviewed.review.date),
            Self::ContractEnded(ended) => Some(ended.end.date),
            Self::CommitmentSettled(settled) => Some(settled.outcome.date),
            Self::FamilyExited(exited) | Self::ExitCorrected(exited) => Some(exited.exit.date),
            Self::FamilyReopened(reopened) => Some(reopened.date),
            Self::DisposalProposed(proposed) => Some(proposed.date),
            Self::DisposalDeclined(declined) => Some(declined.date),
            Self::FamilyArchived(archived) => Some(archived.date),
            Self::FamilyErased(erased) => Some(erased.date),
            Self::ProfessionalReferralMade(made) => Some(made.date),
            Self::ReturnToWorkRecorded(recorded) => Some(recorded.date),
            Self::HousingRedirected(redirected) => Some(redirected.date),
            Self::ChildProtectionReported(reported) => Some(reported.date),
            Self::EffectsRated(rated) => Some(rated.date),
            Self::RightsClaimOpened(opened) => Some(opened.date),
            Self::RightsClaimSubmitted(submitted) => Some(submitted.date),
            Self::RightsClaimFinalised(finalised) => Some(finalised.outcome.date),
            Self::FinancialAidRequested(requested) => Some(requested.date),
            Self::FinancialAidAnswered(answered) => Some(answered.answer.date),
            Self::DiagnosisRecorded(diagnosis) => Some(diagnosis.date),
            Self::AttendanceRecorded(attendance) => Some(attendance.date),
            Self::PanelReferralOpened(opened) => Some(opened.date),
            Self::PanelLetterSent(letter) => Some(letter.date),
            Self::PanelObservationsRecorded(recorded) => Some(recorded.observations.date),
            Self::PanelReferralSent(sent) => Some(sent.departure.date),
            Self::PanelReferralPostponed(postponed) => Some(postponed.postponement.date),
            Self::PanelReferralCancelled(cancelled) => Some(cancelled.date),
            Self::PanelOpinionGiven(given) => Some(given.opinion.date),
            Self::PanelDecisionMade(made) => Some(made.decision.date),
            Self::PanelDecisionNotified(notified) => Some(notified.date),
            Self::IdentityRecorded(_)
            | Self::ContactRecorded(_)
            | Self::ChildAdded(_)
            | Self::ChildCorrected(_)
            | Self::EncounterMissed(_)
            | Self::EncounterCancelled(_)
            | Self::ContractDrafted(_)
            | Self::ContractDraftRevised(_)
            | Self::ContractDraftDropped(_)
            | Self::PanelReferralRevised(_) => None,
        }
    }
}
