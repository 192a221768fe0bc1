//! The acts that have a form, and what each is about.
//!
//! What each asks is in its form; its label is the message `act-…` of the catalogue.

use crate::domain::FamilyAct;

/// The acts that have a form. Renewing and amending are drafts of a contract with their kind filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActKind {
    ReceiveOrientation,
    IncludeFamily,
    RefuseOrientation,
    CorrectIdentity,
    RecordContact,
    RecordSituation,
    AddChild,
    CorrectChild,
    RecordChildDeparture,
    DeclarePregnancy,
    EndPregnancy,
    ChangeReferent,
    NameStandIn,
    PlanEncounter,
    HoldEncounter,
    MissEncounter,
    CancelEncounter,
    WriteNote,
    DraftContract,
    RenewContract,
    AmendContract,
    ReviseContract,
    DropContractDraft,
    SignContract,
    ReviewContract,
    EndContract,
    SettleCommitment,
    ExitFamily,
    CorrectExit,
    ReopenFamily,
    ProposeDisposal,
    DeclineDisposal,
    ConfirmDisposal,
    OpenPanelReferral,
    RevisePanelReferral,
    RecordPanelLetter,
    RecordPanelObservations,
    SendPanelReferral,
    PostponePanelReferral,
    CancelPanelReferral,
    RecordPanelOpinion,
    RecordPanelDecision,
    NotifyPanelDecision,
    ReferToProfessional,
    RecordReturnToWork,
    RedirectHousing,
    ReportChildProtection,
    RateEffects,
    OpenRightsClaim,
    SubmitRightsClaim,
    FinaliseRightsClaim,
    RequestFinancialAid,
    AnswerFinancialAid,
    RecordDiagnosis,
    RecordAttendance,
    PlanGroupAction,
    AddGroupSession,
    CancelGroupSession,
    RaiseTopic,
    FollowTopic,
    CloseTopic,
    NotePartnership,
    ClosePeriod,
    AddReferent,
    CorrectReferent,
    RecordReferentLeaving,
    AddCenter,
    ChangeCenter,
    CloseCenter,
    AdoptConvention,
    RevokeAntenna,
    AnswerTopic,
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
    pub const ALL: [Self; 72] = [
        Self::ReceiveOrientation,
        Self::IncludeFamily,
        Self::RefuseOrientation,
        Self::CorrectIdentity,
        Self::RecordContact,
        Self::RecordSituation,
        Self::AddChild,
        Self::CorrectChild,
        Self::RecordChildDeparture,
        Self::DeclarePregnancy,
        Self::EndPregnancy,
        Self::ChangeReferent,
        Self::NameStandIn,
        Self::PlanEncounter,
        Self::HoldEncounter,
        Self::MissEncounter,
        Self::CancelEncounter,
        Self::WriteNote,
        Self::DraftContract,
        Self::RenewContract,
        Self::AmendContract,
        Self::ReviseContract,
        Self::DropContractDraft,
        Self::SignContract,
        Self::ReviewContract,
        Self::EndContract,
        Self::SettleCommitment,
        Self::ExitFamily,
        Self::CorrectExit,
        Self::ReopenFamily,
        Self::ProposeDisposal,
        Self::DeclineDisposal,
        Self::ConfirmDisposal,
        Self::OpenPanelReferral,
        Self::RevisePanelReferral,
        Self::RecordPanelLetter,
        Self::RecordPanelObservations,
        Self::SendPanelReferral,
        Self::PostponePanelReferral,
        Self::CancelPanelReferral,
        Self::RecordPanelOpinion,
        Self::RecordPanelDecision,
        Self::NotifyPanelDecision,
        Self::ReferToProfessional,
        Self::RecordReturnToWork,
        Self::RedirectHousing,
        Self::ReportChildProtection,
        Self::RateEffects,
        Self::OpenRightsClaim,
        Self::SubmitRightsClaim,
        Self::FinaliseRightsClaim,
        Self::RequestFinancialAid,
        Self::AnswerFinancialAid,
        Self::RecordDiagnosis,
        Self::RecordAttendance,
        Self::PlanGroupAction,
        Self::AddGroupSession,
        Self::CancelGroupSession,
        Self::RaiseTopic,
        Self::FollowTopic,
        Self::CloseTopic,
        Self::NotePartnership,
        Self::ClosePeriod,
        Self::AddReferent,
        Self::CorrectReferent,
        Self::RecordReferentLeaving,
        Self::AddCenter,
        Self::ChangeCenter,
        Self::CloseCenter,
        Self::AdoptConvention,
        Self::RevokeAntenna,
        Self::AnswerTopic,
    ];

    /// The `act` member of the JSON that the form makes.
    pub fn code(self) -> &'static str {
        match self {
            Self::ReceiveOrientation => "receive_orientation",
            Self::IncludeFamily => "include_family",
            Self::RefuseOrientation => "refuse_orientation",
            Self::CorrectIdentity => "correct_identity",
            Self::RecordContact => "record_contact",
            Self::RecordSituation => "record_situation",
            Self::AddChild => "add_child",
            Self::CorrectChild => "correct_child",
            Self::RecordChildDeparture => "record_child_departure",
            Self::DeclarePregnancy => "declare_pregnancy",
            Self::EndPregnancy => "end_pregnancy",
            Self::ChangeReferent => "change_referent",
            Self::NameStandIn => "name_stand_in",
            Self::PlanEncounter => "plan_encounter",
            Self::HoldEncounter => "hold_encounter",
            Self::MissEncounter => "miss_encounter",
            Self::CancelEncounter => "cancel_encounter",
            Self::WriteNote => "write_note",
            Self::DraftContract | Self::RenewContract | Self::AmendContract => "draft_contract",
            Self::ReviseContract => "revise_contract",
            Self::DropContractDraft => "drop_contract_draft",
            Self::SignContract => "sign_contract",
            Self::ReviewContract => "review_contract",
            Self::EndContract => "end_contract",
            Self::SettleCommitment => "settle_commitment",
            Self::ExitFamily => "exit_family",
            Self::CorrectExit => "correct_exit",
            Self::ReopenFamily => "reopen_family",
            Self::ProposeDisposal => "propose_disposal",
            Self::DeclineDisposal => "decline_disposal",
            Self::ConfirmDisposal => "confirm_disposal",
            Self::OpenPanelReferral => "open_panel_referral",
            Self::RevisePanelReferral => "revise_panel_referral",
            Self::RecordPanelLetter => "record_panel_letter",
            Self::RecordPanelObservations => "record_panel_observations",
            Self::SendPanelReferral => "send_panel_referral",
            Self::PostponePanelReferral => "postpone_panel_referral",
            Self::CancelPanelReferral => "cancel_panel_referral",
            Self::RecordPanelOpinion => "record_panel_opinion",
            Self::RecordPanelDecision => "record_panel_decision",
            Self::NotifyPanelDecision => "notify_panel_decision",
            Self::ReferToProfessional => "refer_to_professional",
            Self::RecordReturnToWork => "record_return_to_work",
            Self::RedirectHousing => "redirect_housing",
            Self::ReportChildProtection => "report_child_protection",
            Self::RateEffects => "rate_effects",
            Self::OpenRightsClaim => "open_rights_claim",
            Self::SubmitRightsClaim => "submit_rights_claim",
            Self::FinaliseRightsClaim => "finalise_rights_claim",
            Self::RequestFinancialAid => "request_financial_aid",
            Self::AnswerFinancialAid => "answer_financial_aid",
            Self::RecordDiagnosis => "record_diagnosis",
            Self::RecordAttendance => "record_attendance",
            Self::PlanGroupAction => "plan_group_action",
            Self::AddGroupSession => "add_group_session",
            Self::CancelGroupSession => "cancel_group_session",
            Self::RaiseTopic => "raise_topic",
            Self::FollowTopic => "follow_topic",
            Self::CloseTopic => "close_topic",
            Self::NotePartnership => "note_partnership",
            Self::ClosePeriod => "close_period",
            Self::AddReferent => "add_referent",
            Self::CorrectReferent => "correct_referent",
            Self::RecordReferentLeaving => "record_referent_leaving",
            Self::AddCenter => "add_center",
            Self::ChangeCenter => "change_center",
            Self::CloseCenter => "close_center",
            Self::AdoptConvention => "adopt_convention",
            Self::RevokeAntenna => "revoke_antenna",
            Self::AnswerTopic => "answer_topic",
        }
    }

    /// The message that names the act: label of its key, title of its form.
    pub fn id(self) -> &'static str {
        match self {
            Self::ReceiveOrientation => "act-receive-orientation",
            Self::IncludeFamily => "act-include-family",
            Self::RefuseOrientation => "act-refuse-orientation",
            Self::CorrectIdentity => "act-correct-identity",
            Self::RecordContact => "act-record-contact",
            Self::RecordSituation => "act-record-situation",
            Self::AddChild => "act-add-child",
            Self::CorrectChild => "act-correct-child",
            Self::RecordChildDeparture => "act-record-child-departure",
            Self::DeclarePregnancy => "act-declare-pregnancy",
            Self::EndPregnancy => "act-end-pregnancy",
            Self::ChangeReferent => "act-change-referent",
            Self::NameStandIn => "act-name-stand-in",
            Self::PlanEncounter => "act-plan-encounter",
            Self::HoldEncounter => "act-hold-encounter",
            Self::MissEncounter => "act-miss-encounter",
            Self::CancelEncounter => "act-cancel-encounter",
            Self::WriteNote => "act-write-note",
            Self::DraftContract => "act-draft-contract",
            Self::RenewContract => "act-renew-contract",
            Self::AmendContract => "act-amend-contract",
            Self::ReviseContract => "act-revise-contract",
            Self::DropContractDraft => "act-drop-contract-draft",
            Self::SignContract => "act-sign-contract",
            Self::ReviewContract => "act-review-contract",
            Self::EndContract => "act-end-contract",
            Self::SettleCommitment => "act-settle-commitment",
            Self::ExitFamily => "act-exit-family",
            Self::CorrectExit => "act-correct-exit",
            Self::ReopenFamily => "act-reopen-family",
            Self::ProposeDisposal => "act-propose-disposal",
            Self::DeclineDisposal => "act-decline-disposal",
            Self::ConfirmDisposal => "act-confirm-disposal",
            Self::OpenPanelReferral => "act-open-panel-referral",
            Self::RevisePanelReferral => "act-revise-panel-referral",
            Self::RecordPanelLetter => "act-record-panel-letter",
            Self::RecordPanelObservations => "act-record-panel-observations",
            Self::SendPanelReferral => "act-send-panel-referral",
            Self::PostponePanelReferral => "act-postpone-panel-referral",
            Self::CancelPanelReferral => "act-cancel-panel-referral",
            Self::RecordPanelOpinion => "act-record-panel-opinion",
            Self::RecordPanelDecision => "act-record-panel-decision",
            Self::NotifyPanelDecision => "act-notify-panel-decision",
            Self::ReferToProfessional => "act-refer-to-professional",
            Self::RecordReturnToWork => "act-record-return-to-work",
            Self::RedirectHousing => "act-redirect-housing",
            Self::ReportChildProtection => "act-report-child-protection",
            Self::RateEffects => "act-rate-effects",
            Self::OpenRightsClaim => "act-open-rights-claim",
            Self::SubmitRightsClaim => "act-submit-rights-claim",
            Self::FinaliseRightsClaim => "act-finalise-rights-claim",
            Self::RequestFinancialAid => "act-request-financial-aid",
            Self::AnswerFinancialAid => "act-answer-financial-aid",
            Self::RecordDiagnosis => "act-record-diagnosis",
            Self::RecordAttendance => "act-record-attendance",
            Self::PlanGroupAction => "act-plan-group-action",
            Self::AddGroupSession => "act-add-group-session",
            Self::CancelGroupSession => "act-cancel-group-session",
            Self::RaiseTopic => "act-raise-topic",
            Self::FollowTopic => "act-follow-topic",
            Self::CloseTopic => "act-close-topic",
            Self::NotePartnership => "act-note-partnership",
            Self::ClosePeriod => "act-close-period",
            Self::AddReferent => "act-add-referent",
            Self::CorrectReferent => "act-correct-referent",
            Self::RecordReferentLeaving => "act-record-referent-leaving",
            Self::AddCenter => "act-add-center",
            Self::ChangeCenter => "act-change-center",
            Self::CloseCenter => "act-close-center",
            Self::AdoptConvention => "act-adopt-convention",
            Self::RevokeAntenna => "act-revoke-antenna",
            Self::AnswerTopic => "act-answer-topic",
        }
    }

    /// What the act is about.
    pub fn noun(self) -> Noun {
        match self {
            Self::PlanEncounter
            | Self::HoldEncounter
            | Self::MissEncounter
            | Self::CancelEncounter
            | Self::WriteNote => Noun::Encounter,
            Self::DraftContract
            | Self::RenewContract
            | Self::AmendContract
            | Self::ReviseContract
            | Self::DropContractDraft
            | Self::SignContract
            | Self::ReviewContract
            | Self::EndContract
            | Self::SettleCommitment
            | Self::RecordDiagnosis => Noun::Contract,
            Self::CorrectIdentity | Self::RecordContact | Self::RecordSituation => Noun::Family,
            Self::AddChild
            | Self::CorrectChild
            | Self::RecordChildDeparture
            | Self::DeclarePregnancy
            | Self::EndPregnancy => Noun::Children,
            Self::ChangeReferent | Self::NameStandIn => Noun::Referent,
            Self::ReceiveOrientation | Self::IncludeFamily | Self::RefuseOrientation => Noun::Orientation,
            Self::ExitFamily
            | Self::CorrectExit
            | Self::ReopenFamily
            | Self::ProposeDisposal
            | Self::DeclineDisposal
            | Self::ConfirmDisposal => Noun::Exit,
            Self::OpenPanelReferral
            | Self::RevisePanelReferral
            | Self::RecordPanelLetter
            | Self::RecordPanelObservations
            | Self::SendPanelReferral
            | Self::PostponePanelReferral
            | Self::CancelPanelReferral
            | Self::RecordPanelOpinion
            | Self::RecordPanelDecision
            | Self::NotifyPanelDecision => Noun::Panel,
            Self::ReferToProfessional | Self::RecordReturnToWork | Self::RateEffects => Noun::Work,
            Self::OpenRightsClaim
            | Self::SubmitRightsClaim
            | Self::FinaliseRightsClaim
            | Self::RequestFinancialAid
            | Self::AnswerFinancialAid => Noun::Rights,
            Self::RecordAttendance | Self::PlanGroupAction | Self::AddGroupSession | Self::CancelGroupSession => {
                Noun::Group
            }
            Self::RaiseTopic | Self::FollowTopic | Self::CloseTopic | Self::NotePartnership | Self::ClosePeriod => {
                Noun::Steering
            }
            Self::RedirectHousing | Self::ReportChildProtection => Noun::Limits,
            Self::AddReferent
            | Self::CorrectReferent
            | Self::RecordReferentLeaving
            | Self::AddCenter
            | Self::ChangeCenter
            | Self::CloseCenter
            | Self::AdoptConvention => Noun::Antenna,
            Self::RevokeAntenna | Self::AnswerTopic => Noun::Department,
        }
    }

    /// Whether it is an act of the antenna, which is about no family.
    pub fn is_of_antenna(self) -> bool {
        matches!(self.noun(), Noun::Antenna | Noun::Steering)
            || matches!(self, Self::PlanGroupAction | Self::AddGroupSession | Self::CancelGroupSession)
    }

    /// The kind of form that makes such an act; a draft is shown by its plain form.
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
            FamilyAct::DraftContract(_) => Self::DraftContract,
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
