//! The message of each word of the domain: settings, steps, parties, outcomes, phases, sources.

use crate::base::locale::{Catalog, Lang};
use crate::domain::contract::{CommitmentResult, ContractKind, ContractPhase, EndReason, Party};
use crate::domain::convention::Label;
use crate::domain::deadline::DeadlineRule;
use crate::domain::encounter::{Confidentiality, EncounterState, Setting, Step};
use crate::domain::family::FamilyStatus;

/// The message that names a thing of the domain.
pub trait Word {
    /// Its Fluent id.
    fn id(&self) -> &'static str;
}

macro_rules! words {
    ($($name:ident { $($variant:ident = $id:literal,)* })*) => {$(
        impl Word for $name {
            fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }
        }
    )*};
}

words! {
    FamilyStatus {
        Oriented = "status-oriented",
        Included = "status-included",
        Out = "status-out",
        Refused = "status-refused",
    }
    Setting {
        CafPremises = "setting-caf-premises",
        DepartmentPremises = "setting-department-premises",
        HomeVisit = "setting-home-visit",
        Remote = "setting-remote",
    }
    Step {
        RightsAndDuties = "step-1",
        Assessment = "step-2",
        Diagnosis = "step-3",
        ContractDesign = "step-4",
        ContractFollowUp = "step-5",
    }
    EncounterState {
        Planned = "encounter-planned",
        Held = "encounter-held",
        Missed = "encounter-missed",
        Excused = "encounter-excused",
        Cancelled = "encounter-cancelled",
    }
    Confidentiality {
        Shareable = "confidentiality-shareable",
        PanelOnly = "confidentiality-panel-only",
        Private = "confidentiality-private",
    }
    ContractKind {
        First = "contract-kind-first",
        Renewal = "contract-kind-renewal",
        Amendment = "contract-kind-amendment",
    }
    ContractPhase {
        Draft = "contract-phase-draft",
        Signed = "contract-phase-signed",
        Running = "contract-phase-running",
        ReviewDue = "contract-phase-review-due",
        Ended = "contract-phase-ended",
    }
    Party {
        Beneficiary = "party-beneficiary",
        Referent = "party-referent",
        Department = "party-department",
        Partner = "party-partner",
    }
    CommitmentResult {
        Kept = "result-kept",
        PartlyKept = "result-partly-kept",
        NotKept = "result-not-kept",
        Dropped = "result-dropped",
        CarriedOver = "result-carried-over",
    }
    EndReason {
        Term = "end-reason-term",
        Agreement = "end-reason-agreement",
        Breach = "end-reason-breach",
        Amended = "end-reason-amended",
        Exit = "end-reason-exit",
    }
    DeadlineRule {
        Appointment = "deadline-appointment",
        ReferentMissing = "deadline-referent-missing",
        OrientationToAnswer = "deadline-orientation-to-answer",
        FirstMeeting = "deadline-first-meeting",
        ContractToSign = "deadline-contract-to-sign",
        ContractReview = "deadline-contract-review",
        ContractRenewal = "deadline-contract-renewal",
        ContractEnd = "deadline-contract-end",
        CommitmentDue = "deadline-commitment-due",
        PanelExamination = "deadline-panel-examination",
        ThirdBirthday = "deadline-third-birthday",
        Silence = "deadline-silence",
        Retention = "deadline-retention",
        ConventionNotice = "deadline-convention-notice",
        ConventionReport = "deadline-convention-report",
        ConventionEnd = "deadline-convention-end",
    }
}

/// The legal basis as a reader of this language expects it: articles as they are, `practice` by its word.
pub fn source(catalog: &Catalog, rule: DeadlineRule) -> String {
    rule.source().replace("practice", &catalog.text("source-practice"))
}

/// A label of the convention in the catalogue's language.
pub fn label<'a>(catalog: &Catalog, label: &'a Label) -> &'a str {
    match catalog.lang() {
        Lang::Fr => &label.fr,
        Lang::En => &label.en,
    }
}

/// The number of a step, 1 to 5 (art. 4).
pub fn step_number(step: Step) -> usize {
    Step::ALL.iter().position(|one| *one == step).map_or(0, |place| place + 1)
}
