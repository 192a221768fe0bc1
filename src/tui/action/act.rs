//! The acts that have a form, and what each is about.
//!
//! What each asks is in its form; its label is the message `act-…` of the catalogue.

use crate::domain::FamilyAct;
use crate::domain::contract::ContractKind;

/// The table of the acts that have a form, each with the `act` member of the JSON that its form makes, its label in the catalogue and
/// what it is about.
macro_rules! acts {
    ($($act:ident $code:literal $label:literal $noun:ident;)*) => {
        /// The acts that have a form. Renewing and amending are drafts of a contract with their kind filled in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ActKind {
            $($act,)*
        }

        impl ActKind {
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$act,)*];

            /// The `act` member of the JSON that the form makes.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$act => $code,)*
                }
            }

            /// The message of the label.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$act => $label,)*
                }
            }

            /// What the act is about.
            pub fn noun(self) -> Noun {
                match self {
                    $(Self::$act => Noun::$noun,)*
                }
            }
        }
    };
}

acts! {
    ReceiveOrientation "receive_orientation" "act-receive-orientation" Orientation;
    IncludeFamily "include_family" "act-include-family" Orientation;
    RefuseOrientation "refuse_orientation" "act-refuse-orientation" Orientation;
    CorrectIdentity "correct_identity" "act-correct-identity" Family;
    RecordContact "record_contact" "act-record-contact" Family;
    RecordSituation "record_situation" "act-record-situation" Family;
    AddChild "add_child" "act-add-child" Children;
    CorrectChild "correct_child" "act-correct-child" Children;
    RecordChildDeparture "record_child_departure" "act-record-child-departure" Children;
    DeclarePregnancy "declare_pregnancy" "act-declare-pregnancy" Children;
    EndPregnancy "end_pregnancy" "act-end-pregnancy" Children;
    ChangeReferent "change_referent" "act-change-referent" Referent;
    NameStandIn "name_stand_in" "act-name-stand-in" Referent;
    PlanEncounter "plan_encounter" "act-plan-encounter" Encounter;
    HoldEncounter "hold_encounter" "act-hold-encounter" Encounter;
    MissEncounter "miss_encounter" "act-miss-encounter" Encounter;
    CancelEncounter "cancel_encounter" "act-cancel-encounter" Encounter;
    WriteNote "write_note" "act-write-note" Encounter;
    DraftContract "draft_contract" "act-draft-contract" Contract;
    RenewContract "draft_contract" "act-renew-contract" Contract;
    AmendContract "draft_contract" "act-amend-contract" Contract;
    ReviseContract "revise_contract" "act-revise-contract" Contract;
    DropContractDraft "drop_contract_draft" "act-drop-contract-draft" Contract;
    SignContract "sign_contract" "act-sign-contract" Contract;
    ReviewContract "review_contract" "act-review-contract" Contract;
    EndContract "end_contract" "act-end-contract" Contract;
    SettleCommitment "settle_commitment" "act-settle-commitment" Contract;
    ExitFamily "exit_family" "act-exit-family" Exit;
    CorrectExit "correct_exit" "act-correct-exit" Exit;
    ReopenFamily "reopen_family" "act-reopen-family" Exit;
    ProposeDisposal "propose_disposal" "act-propose-disposal" Exit;
    DeclineDisposal "decline_disposal" "act-decline-disposal" Exit;
    ConfirmDisposal "confirm_disposal" "act-confirm-disposal" Exit;
    OpenPanelReferral "open_panel_referral" "act-open-panel-referral" Panel;
    RevisePanelReferral "revise_panel_referral" "act-revise-panel-referral" Panel;
    RecordPanelLetter "record_panel_letter" "act-record-panel-letter" Panel;
    RecordPanelObservations "record_panel_observations" "act-record-panel-observations" Panel;
    SendPanelReferral "send_panel_referral" "act-send-panel-referral" Panel;
    PostponePanelReferral "postpone_panel_referral" "act-postpone-panel-referral" Panel;
    CancelPanelReferral "cancel_panel_referral" "act-cancel-panel-referral" Panel;
    RecordPanelOpinion "record_panel_opinion" "act-record-panel-opinion" Panel;
    RecordPanelDecision "record_panel_decision" "act-record-panel-decision" Panel;
    NotifyPanelDecision "notify_panel_decision" "act-notify-panel-decision" Panel;
    ReferToProfessional "refer_to_professional" "act-refer-to-professional" Work;
    RecordReturnToWork "record_return_to_work" "act-record-return-to-work" Work;
    RedirectHousing "redirect_housing" "act-redirect-housing" Limits;
    ReportChildProtection "report_child_protection" "act-report-child-protection" Limits;
    RateEffects "rate_effects" "act-rate-effects" Work;
    OpenRightsClaim "open_rights_claim" "act-open-rights-claim" Rights;
    SubmitRightsClaim "submit_rights_claim" "act-submit-rights-claim" Rights;
    FinaliseRightsClaim "finalise_rights_claim" "act-finalise-rights-claim" Rights;
    RequestFinancialAid "request_financial_aid" "act-request-financial-aid" Rights;
    AnswerFinancialAid "answer_financial_aid" "act-answer-financial-aid" Rights;
    RecordDiagnosis "record_diagnosis" "act-record-diagnosis" Contract;
    RecordAttendance "record_attendance" "act-record-attendance" Group;
    PlanGroupAction "plan_group_action" "act-plan-group-action" Group;
    AddGroupSession "add_group_session" "act-add-group-session" Group;
    CancelGroupSession "cancel_group_session" "act-cancel-group-session" Group;
    RaiseTopic "raise_topic" "act-raise-topic" Steering;
    FollowTopic "follow_topic" "act-follow-topic" Steering;
    CloseTopic "close_topic" "act-close-topic" Steering;
    NotePartnership "note_partnership" "act-note-partnership" Steering;
    ClosePeriod "close_period" "act-close-period" Steering;
    AddReferent "add_referent" "act-add-referent" Antenna;
    CorrectReferent "correct_referent" "act-correct-referent" Antenna;
    RecordReferentLeaving "record_referent_leaving" "act-record-referent-leaving" Antenna;
    AddCenter "add_center" "act-add-center" Antenna;
    ChangeCenter "change_center" "act-change-center" Antenna;
    CloseCenter "close_center" "act-close-center" Antenna;
    AdoptConvention "adopt_convention" "act-adopt-convention" Antenna;
    RevokeAntenna "revoke_antenna" "act-revoke-antenna" Department;
    AnswerTopic "answer_topic" "act-answer-topic" Department;
}

/// What an act is about: the headings of the leader menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    Encounter,
    Contract,
    Family,
    Children,
    Referent,
    Orientation,
    Exit,
    Panel,
    Rights,
    Group,
    Work,
    Limits,
    Steering,
    Antenna,
    /// What only a Département does.
    Department,
    Journal,
}

impl ActKind {
    /// Whether it is an act of the antenna, which is about no family.
    pub fn is_of_antenna(self) -> bool {
        matches!(self.noun(), Noun::Antenna | Noun::Steering)
            || matches!(self, Self::PlanGroupAction | Self::AddGroupSession | Self::CancelGroupSession)
    }

    /// The kind of form that makes such an act.
    pub fn of(act: &FamilyAct) -> Self {
        match act {
            FamilyAct::ReceiveOrientation(_) => Self::ReceiveOrientation,
            FamilyAct::IncludeFamily(_) => Self::IncludeFamily,
            FamilyAct::RefuseOrientation(_) => Self::RefuseOrientation,
            FamilyAct::CorrectIdentity(_) => Self::CorrectIdentity,
            FamilyAct::RecordContact(_) => Self::RecordContact,
            FamilyAct::RecordSituation(_) => Self::RecordSituation,
            FamilyAct::AddChild(_) => Self::AddChild,
            FamilyAct::CorrectChild(_) => Self::CorrectChild,
            FamilyAct::RecordChildDeparture(_) => Self::RecordChildDeparture,
            FamilyAct::DeclarePregnancy(_) => Self::DeclarePregnancy,
            FamilyAct::EndPregnancy(_) => Self::EndPregnancy,
            FamilyAct::ChangeReferent(_) => Self::ChangeReferent,
            FamilyAct::NameStandIn(_) => Self::NameStandIn,
            FamilyAct::PlanEncounter(_) => Self::PlanEncounter,
            FamilyAct::HoldEncounter(_) => Self::HoldEncounter,
            FamilyAct::MissEncounter(_) => Self::MissEncounter,
            FamilyAct::CancelEncounter(_) => Self::CancelEncounter,
            FamilyAct::WriteNote(_) => Self::WriteNote,
            FamilyAct::DraftContract(draft) => match draft.kind {
                ContractKind::First => Self::DraftContract,
                ContractKind::Renewal => Self::RenewContract,
                ContractKind::Amendment => Self::AmendContract,
            },
            FamilyAct::ReviseContract(_) => Self::ReviseContract,
            FamilyAct::DropContractDraft(_) => Self::DropContractDraft,
            FamilyAct::SignContract(_) => Self::SignContract,
            FamilyAct::ReviewContract(_) => Self::ReviewContract,
            FamilyAct::EndContract(_) => Self::EndContract,
            FamilyAct::SettleCommitment(_) => Self::SettleCommitment,
            FamilyAct::ExitFamily(_) => Self::ExitFamily,
            FamilyAct::CorrectExit(_) => Self::CorrectExit,
            FamilyAct::ReopenFamily(_) => Self::ReopenFamily,
            FamilyAct::ProposeDisposal(_) => Self::ProposeDisposal,
            FamilyAct::DeclineDisposal(_) => Self::DeclineDisposal,
            FamilyAct::ConfirmDisposal(_) => Self::ConfirmDisposal,
            FamilyAct::OpenPanelReferral(_) => Self::OpenPanelReferral,
            FamilyAct::RevisePanelReferral(_) => Self::RevisePanelReferral,
            FamilyAct::RecordPanelLetter(_) => Self::RecordPanelLetter,
            FamilyAct::RecordPanelObservations(_) => Self::RecordPanelObservations,
            FamilyAct::SendPanelReferral(_) => Self::SendPanelReferral,
            FamilyAct::PostponePanelReferral(_) => Self::PostponePanelReferral,
            FamilyAct::CancelPanelReferral(_) => Self::CancelPanelReferral,
            FamilyAct::RecordPanelOpinion(_) => Self::RecordPanelOpinion,
            FamilyAct::RecordPanelDecision(_) => Self::RecordPanelDecision,
            FamilyAct::NotifyPanelDecision(_) => Self::NotifyPanelDecision,
            FamilyAct::ReferToProfessional(_) => Self::ReferToProfessional,
            FamilyAct::RecordReturnToWork(_) => Self::RecordReturnToWork,
            FamilyAct::RedirectHousing(_) => Self::RedirectHousing,
            FamilyAct::ReportChildProtection(_) => Self::ReportChildProtection,
            FamilyAct::RateEffects(_) => Self::RateEffects,
            FamilyAct::OpenRightsClaim(_) => Self::OpenRightsClaim,
            FamilyAct::SubmitRightsClaim(_) => Self::SubmitRightsClaim,
            FamilyAct::FinaliseRightsClaim(_) => Self::FinaliseRightsClaim,
            FamilyAct::RequestFinancialAid(_) => Self::RequestFinancialAid,
            FamilyAct::AnswerFinancialAid(_) => Self::AnswerFinancialAid,
            FamilyAct::RecordDiagnosis(_) => Self::RecordDiagnosis,
            FamilyAct::RecordAttendance(_) => Self::RecordAttendance,
        }
    }
}

impl Noun {
    pub const ALL: [Self; 16] = [
        Self::Encounter,
        Self::Contract,
        Self::Family,
        Self::Children,
        Self::Referent,
        Self::Orientation,
        Self::Exit,
        Self::Panel,
        Self::Rights,
        Self::Group,
        Self::Work,
        Self::Limits,
        Self::Steering,
        Self::Antenna,
        Self::Department,
        Self::Journal,
    ];

    /// The message of the heading.
    pub fn id(self) -> &'static str {
        match self {
            Self::Encounter => "noun-encounter",
            Self::Contract => "noun-contract",
            Self::Family => "noun-family",
            Self::Children => "noun-children",
            Self::Referent => "noun-referent",
            Self::Orientation => "noun-orientation",
            Self::Exit => "noun-exit",
            Self::Panel => "noun-panel",
            Self::Rights => "noun-rights",
            Self::Group => "noun-group",
            Self::Work => "noun-work",
            Self::Limits => "noun-limits",
            Self::Steering => "noun-steering",
            Self::Antenna => "noun-antenna",
            Self::Department => "noun-department",
            Self::Journal => "noun-journal",
        }
    }
}
