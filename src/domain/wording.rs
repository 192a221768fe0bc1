//! What the domain's values are called: for each, the id of its message in the catalogue and the facts that it names.
//!
//! No sentence here. Acts and their fields have the ids `act-…` and `field-…` that follow from their names.

pub mod change;
mod diagnosis;
mod impact;
mod landmarks;
mod rights;

use super::aid::{AidResult, AidStage, Funder};
use super::contract::{CommitmentResult, ContractKind, ContractPhase, EndReason, Party};
use super::deadline::{About, Deadline, DeadlineRule};
use super::diagnosis::Priority;
use super::encounter::{Confidentiality, EncounterState, Setting, Step};
use super::family::FamilyStatus;
use super::group::Presence;
use super::impact::By;
use super::indicator::Indicator;
use super::orientation::{Check, CheckFact, CheckRule, OrientationState};
use super::panel::{PanelMeasure, PanelMotive, PanelStage};
use super::retention::Disposal;
use super::rights::{ClaimResult, ClaimStage};
use super::steering::{TopicStage, TopicSubject, TopicVoice};
use crate::base::locale::Fact;

macro_rules! worded {
    ($($name:ident { $($variant:ident $(($($rest:tt)*))? => $id:literal,)* })*) => {$(
        impl $name {
            /// The Fluent ids of all values.
            pub const IDS: &'static [&'static str] = &[$($id),*];

            /// The Fluent id of what it is called.
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $id,)*
                }
            }
        }
    )*};
}

worded! {
    FamilyStatus {
        Oriented => "status-oriented",
        Included => "status-included",
        Out => "status-out",
        Refused => "status-refused",
        Archived => "status-archived",
    }
    OrientationState {
        Pending => "orientation-state-pending",
        Included => "orientation-state-included",
        Refused => "orientation-state-refused",
    }
    Setting {
        CafPremises => "setting-caf-premises",
        DepartmentPremises => "setting-department-premises",
        HomeVisit => "setting-home-visit",
        Remote => "setting-remote",
    }
    Step {
        RightsAndDuties => "step-rights-and-duties",
        Assessment => "step-assessment",
        Diagnosis => "step-diagnosis",
        ContractDesign => "step-contract-design",
        ContractFollowUp => "step-contract-follow-up",
    }
    EncounterState {
        Planned => "encounter-planned",
        Held => "encounter-held",
        Missed => "encounter-missed",
        Excused => "encounter-excused",
        Cancelled => "encounter-cancelled",
    }
    Confidentiality {
        Shareable => "confidentiality-shareable",
        PanelOnly => "confidentiality-panel-only",
        Private => "confidentiality-private",
    }
    ContractKind {
        First => "contract-kind-first",
        Renewal => "contract-kind-renewal",
        Amendment => "contract-kind-amendment",
    }
    ContractPhase {
        Draft => "contract-phase-draft",
        Signed => "contract-phase-signed",
        Running => "contract-phase-running",
        ReviewDue => "contract-phase-review-due",
        Ended => "contract-phase-ended",
    }
    Party {
        Beneficiary => "party-beneficiary",
        Referent => "party-referent",
        Department => "party-department",
        Partner => "party-partner",
    }
    CommitmentResult {
        Kept => "commitment-result-kept",
        PartlyKept => "commitment-result-partly-kept",
        NotKept => "commitment-result-not-kept",
        Dropped => "commitment-result-dropped",
        CarriedOver => "commitment-result-carried-over",
    }
    Disposal {
        Archive => "disposal-archive",
        Erase => "disposal-erase",
    }
    PanelMotive {
        Reorient => "panel-motive-reorient",
        Suspend => "panel-motive-suspend",
        Reduce => "panel-motive-reduce",
        TwelveMonths => "panel-motive-twelve-months",
        AgentExit => "panel-motive-agent-exit",
    }
    PanelMeasure {
        Keep => "panel-measure-keep",
        ChangeReferent => "panel-measure-change-referent",
        Reorient => "panel-measure-reorient",
        Suspend => "panel-measure-suspend",
        Reduce => "panel-measure-reduce",
        Exit => "panel-measure-exit",
    }
    PanelStage {
        Draft => "panel-stage-draft",
        Adversarial => "panel-stage-adversarial",
        ReadyToLeave => "panel-stage-ready-to-leave",
        Sent => "panel-stage-sent",
        Postponed => "panel-stage-postponed",
        OpinionDeemed => "panel-stage-opinion-deemed",
        OpinionGiven => "panel-stage-opinion-given",
        Decided => "panel-stage-decided",
        Notified => "panel-stage-notified",
        Cancelled => "panel-stage-cancelled",
    }
    Indicator {
        Beneficiaries => "indicator-beneficiaries",
        EncountersHeld => "indicator-encounters-held",
        ContractsSigned => "indicator-contracts-signed",
        GroupActions => "indicator-group-actions",
        RightsClaimsFinalised => "indicator-rights-claims-finalised",
        FinancialInterventions => "indicator-financial-interventions",
        ProfessionalReferrals => "indicator-professional-referrals",
        ReturnsToWork => "indicator-returns-to-work",
    }
    By {
        Antenna => "impact-by-antenna",
        Center => "impact-by-center",
        Referent => "impact-by-referent",
    }
    ClaimStage {
        Opened => "claim-stage-opened",
        Submitted => "claim-stage-submitted",
        Granted => "claim-stage-granted",
        Refused => "claim-stage-refused",
        Abandoned => "claim-stage-abandoned",
    }
    ClaimResult {
        Granted => "claim-result-granted",
        Refused => "claim-result-refused",
        Abandoned => "claim-result-abandoned",
    }
    AidStage {
        Requested => "aid-stage-requested",
        Granted => "aid-stage-granted",
        Refused => "aid-stage-refused",
    }
    AidResult {
        Granted => "aid-result-granted",
        Refused => "aid-result-refused",
    }
    Presence {
        Present => "presence-present",
        Absent => "presence-absent",
        Excused => "presence-excused",
    }
    TopicSubject {
        Public => "topic-subject-public",
        Path => "topic-subject-path",
    }
    TopicVoice {
        Department => "topic-voice-department",
        Antenna => "topic-voice-antenna",
    }
    TopicStage {
        Raised => "topic-stage-raised",
        Answered => "topic-stage-answered",
        Closed => "topic-stage-closed",
    }
    Funder {
        Caf => "funder-caf",
        Department => "funder-department",
        Other => "funder-other",
    }
    Priority {
        Low => "priority-low",
        Medium => "priority-medium",
        High => "priority-high",
    }
    EndReason {
        Term => "end-reason-term",
        Agreement => "end-reason-agreement",
        Breach => "end-reason-breach",
        Amended => "end-reason-amended",
        Exit => "end-reason-exit",
    }
}

impl ClaimStage {
    /// The Fluent id of where it stands, with the `date` since which it does.
    pub fn on_id(self) -> &'static str {
        match self {
            Self::Opened => "claim-opened-on",
            Self::Submitted => "claim-submitted-on",
            Self::Granted => "claim-granted-on",
            Self::Refused => "claim-refused-on",
            Self::Abandoned => "claim-abandoned-on",
        }
    }
}

impl AidStage {
    /// The Fluent id of where it stands, with the `amount` and the `date` since which it does.
    pub fn on_id(self) -> &'static str {
        match self {
            Self::Requested => "aid-requested-on",
            Self::Granted => "aid-granted-on",
            Self::Refused => "aid-refused-on",
        }
    }
}

impl Priority {
    /// The Fluent id of its name where nothing else says that it is a priority.
    pub fn long_id(self) -> &'static str {
        match self {
            Self::Low => "priority-low-long",
            Self::Medium => "priority-medium-long",
            Self::High => "priority-high-long",
        }
    }
}

impl Check {
    /// The Fluent id of the answer, with the fact that decides it: `check-…-passed` or `check-…-failed`.
    ///
    /// The question itself is [`CheckRule::id`].
    pub fn answer_id(&self) -> &'static str {
        let (passed, failed) = match self.rule {
            CheckRule::IsolatedParent => ("check-isolated-parent-passed", "check-isolated-parent-failed"),
            CheckRule::MajoratedBenefit => ("check-majorated-benefit-passed", "check-majorated-benefit-failed"),
            CheckRule::ChildUnderAge => ("check-child-under-age-passed", "check-child-under-age-failed"),
            CheckRule::NotFollowedByDepartment => {
                ("check-not-followed-by-department-passed", "check-not-followed-by-department-failed")
            }
            CheckRule::CenterHasRoom => ("check-center-has-room-passed", "check-center-has-room-failed"),
            CheckRule::CaseloadHasRoom => ("check-caseload-has-room-passed", "check-caseload-has-room-failed"),
            CheckRule::NotAlreadyKnown => ("check-not-already-known-passed", "check-not-already-known-failed"),
        };
        if self.passed { passed } else { failed }
    }

    /// The facts that the answer names; `fact` is the kind of the deciding one.
    pub fn arguments(&self) -> Vec<(&'static str, Fact)> {
        let number = |count: u32| Fact::Number(i64::from(count));
        let kind = |code: &str| ("fact", Fact::Text(code.to_owned()));
        match &self.fact {
            CheckFact::Recorded { on } => vec![kind("recorded"), ("on", Fact::Date(*on))],
            CheckFact::NotRecorded => vec![kind("not-recorded")],
            CheckFact::Benefit { code } => vec![kind("benefit"), ("code", Fact::Text(code.clone()))],
            CheckFact::BirthdayOn { date } => vec![kind("birthday-on"), ("birthday", Fact::Date(*date))],
            CheckFact::NoChild => vec![kind("no-child")],
            CheckFact::Places { taken, places } => {
                vec![kind("places"), ("taken", number(*taken)), ("places", number(*places))]
            }
            CheckFact::Candidates { count } => vec![kind("candidates"), ("count", number(*count))],
        }
    }
}

impl DeadlineRule {
    /// The Fluent id of the rule's name; its `.short` fits a list column.
    pub fn id(self) -> &'static str {
        self.ids().0
    }

    /// The Fluent ids: the rule's name, one deadline of it in brief, the same in a sentence.
    fn ids(self) -> (&'static str, &'static str, &'static str) {
        macro_rules! ids {
            ($code:literal) => {
                (
                    concat!("deadline-", $code),
                    concat!("deadline-", $code, "-about"),
                    concat!("deadline-", $code, "-long"),
                )
            };
        }
        match self {
            Self::Appointment => ids!("appointment"),
            Self::ReferentMissing => ids!("referent-missing"),
            Self::OrientationToAnswer => ids!("orientation-to-answer"),
            Self::FirstMeeting => ids!("first-meeting"),
            Self::ContractToSign => ids!("contract-to-sign"),
            Self::ContractReview => ids!("contract-review"),
            Self::ContractRenewal => ids!("contract-renewal"),
            Self::ContractEnd => ids!("contract-end"),
            Self::CommitmentDue => ids!("commitment-due"),
            Self::PanelExamination => ids!("panel-examination"),
            Self::PanelObservations => ids!("panel-observations"),
            Self::PanelOpinion => ids!("panel-opinion"),
            Self::ThirdBirthday => ids!("third-birthday"),
            Self::Silence => ids!("silence"),
            Self::Retention => ids!("retention"),
            Self::DisposalToConfirm => ids!("disposal-to-confirm"),
            Self::ConventionNotice => ids!("convention-notice"),
            Self::ConventionReport => ids!("convention-report"),
            Self::ConventionEnd => ids!("convention-end"),
            Self::DepartmentSilent => ids!("department-silent"),
        }
    }
}

impl Deadline {
    /// The Fluent id of the deadline in brief: « bilan CER 2 ».
    pub fn about_id(&self) -> &'static str {
        if let About::Gap { .. } = self.about { "deadline-referent-gap-about" } else { self.rule.ids().1 }
    }

    /// The Fluent id of the sentence that says what to do.
    pub fn long_id(&self) -> &'static str {
        match &self.about {
            About::Gap { .. } => "deadline-referent-gap-long",
            About::Child { contract_until: Some(_), .. } => "deadline-third-birthday-crossed-long",
            _its_rule => self.rule.ids().2,
        }
    }

    /// The facts that both name.
    pub fn arguments(&self) -> Vec<(&'static str, Fact)> {
        match &self.about {
            About::Family
            | About::Antenna
            | About::AntennaPart { .. }
            | About::Center { .. }
            | About::Encounter { .. } => Vec::new(),
            About::Contract { rank, .. } => vec![("rank", Fact::Number(i64::from(*rank)))],
            About::Gap { until } => vec![("until", Fact::Date(*until))],
            About::Commitment { text, .. } => vec![("text", Fact::Text(text.clone()))],
            About::PanelReferral { motive, .. } => vec![("motive", Fact::from(*motive))],
            About::Child { given_name, majoration_ends, contract_until } => {
                let child =
                    [("given_name", Fact::Text(given_name.clone())), ("majoration_ends", Fact::Date(*majoration_ends))];
                child.into_iter().chain(contract_until.map(|until| ("until", Fact::Date(until)))).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests;
