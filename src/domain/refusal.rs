//! Every reason for which an act is refused, in one table: the fact, the article it stands on, the field it belongs to.
//!
//! The sentences are in the catalogue, under the variant's name; nothing here is shown as it is.

use chrono::NaiveDate;

use super::contract::Party;
use super::panel::PanelMotive;
use crate::base::locale::Fact;
use crate::base::money::Cents;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident { $($arg:ident: $ty:ty),* } = $source:literal, $field:expr;)*) => {
        /// A rule that an act would break. Nothing was written; the person can act on it.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Refusal {
            $($(#[$doc])* $name { $($arg: $ty),* },)*
        }

        impl Refusal {
            /// The Fluent ids of all refusals.
            pub const IDS: &'static [&'static str] = &[$(concat!("refusal-", stringify!($name))),*];

            /// The Fluent id of the sentence; its `.hint` says what to do.
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => concat!("refusal-", stringify!($name)),)*
                }
            }

            /// The article, law or practice that the rule comes from.
            pub fn source(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $source,)*
                }
            }

            /// The member of the act that the refusal is about, if it is about one.
            pub fn field(&self) -> Option<&'static str> {
                match self {
                    $(#[allow(unused_variables)] Self::$name { $($arg),* } => named($field),)*
                }
            }

            /// The facts that the sentence names.
            pub fn arguments(&self) -> Vec<(&'static str, Fact)> {
                match self {
                    $(Self::$name { $($arg),* } => vec![$((stringify!($arg), Fact::from($arg.clone()))),*],)*
                }
            }
        }
    };
}

refusals! {
    AntennaAlreadyFounded {} = "practice", "";
    AntennaNotFounded {} = "practice", "";
    CenterAlreadyKnown { center: String } = "art. 2", "name";
    CenterNameTaken { center: String } = "art. 2", "name";
    CodeMalformed { code: String } = "practice", "code";
    CenterUnknown { center: String } = "art. 2", "center";
    CenterIsClosed { center: String, from: NaiveDate } = "art. 2", "center";
    CommuneOfAnotherCenter { commune: String, center: String } = "art. 2", "communes";
    PlacesImplausible { least: u32, most: u32 } = "art. 2", "places";
    ReferentLeftBefore { left_on: NaiveDate } = "art. 3", "since";
    ReferentAlreadyKnown {} = "art. 3", "id";
    ReferentUnknown {} = "art. 3", "referent";
    ReferentNotThere { date: NaiveDate } = "art. 3", "referent";
    ReferentFollowsNobody {} = "art. 3", "referent";
    ReferentStillFollows { families: u64 } = "art. 3", "role";
    ReferentAlreadyChanged { date: NaiveDate } = "art. 3", "date";
    ReferentUnchanged {} = "art. 3", "referent";
    StandInIsReferent {} = "art. 3", "referent";
    StandInOverlaps {} = "art. 3", "from";
    ConventionMissing {} = "art. 11", "";
    ConventionTextMissing { part: String } = "art. 9", "convention";
    ConventionNumberImplausible { part: String, least: u32, most: u32 } = "art. 9", "convention";
    ConventionListEmpty { part: String } = "art. 9", "convention";
    ConventionCodeTwice { code: String } = "art. 9", "convention";
    ConventionCodeInUse { code: String, files: u64 } = "art. 9", "convention";
    ConventionDateTaken { date: NaiveDate } = "art. 9", "convention";
    ConventionWouldBeOver { ends: NaiveDate, from: NaiveDate } = "art. 11", "convention";

    FieldEmpty { field: &'static str } = "practice", field;
    TextTooLong { field: &'static str, longest: i64 } = "practice", field;
    NirIsNeverStored { field: &'static str } = "art. 2", field;
    TelephoneWithoutDigit {} = "practice", "telephone";
    MatriculeMalformed { matricule: String } = "art. 2", "matricule";
    MatriculeTaken { matricule: String } = "art. 2", "matricule";
    DateInFuture { field: &'static str, date: NaiveDate } = "practice", field;
    DateBefore { field: &'static str, date: NaiveDate, earliest: NaiveDate } = "practice", field;
    DateImplausible { field: &'static str, date: NaiveDate } = "practice", field;
    PeriodTooLong { years: u32 } = "art. 7", "to";
    PeriodReversed { from: NaiveDate, to: NaiveDate } = "practice", "to";
    NothingChanges {} = "practice", "";

    FamilyUnknown {} = "practice", "family";
    FamilyAlreadyIncluded {} = "art. 2", "";
    FamilyNotIncluded {} = "art. 2", "";
    FamilyNotIncludedOn { date: NaiveDate } = "art. 2", "date";
    FamilyNotOut {} = "art. 6", "";
    OrientationAlreadyPending {} = "art. 2", "";
    OrientationAlreadyReceived {} = "art. 2", "";
    NoOrientationPending {} = "art. 2", "";
    InclusionBeforeOrientation { date: NaiveDate, orientation: NaiveDate } = "art. 2", "date";
    ParentNotIsolated {} = "art. 2", "";
    BenefitNotMajorated { expected: String } = "art. 2", "";
    NoChildUnderAge { date: NaiveDate, years: u32 } = "art. 2", "date";
    FollowedByDepartment {} = "art. 2", "";
    CenterFull { taken: u32, places: u32 } = "art. 2", "override_motive";
    CaseloadFull { taken: u32, places: u32 } = "art. 1", "override_motive";
    PossibleDuplicate { count: u32 } = "art. 2", "override_motive";
    CenterPlaceTaken { taken: u32, places: u32 } = "art. 2", "";
    CaseloadPlaceTaken { taken: u32, places: u32 } = "art. 1", "";

    ChildUnknown {} = "practice", "child";
    ChildAlreadyKnown { given_name: String } = "practice", "given_name";
    ChildBornBeforeParent { field: &'static str, child: NaiveDate, parent: NaiveDate } = "practice", field;
    ParentTooYoung { field: &'static str, child: NaiveDate, parent: NaiveDate, years: u32 } = "practice", field;
    ChildDepartedBeforeBirth { departed_on: NaiveDate } = "practice", "birth_date";
    ChildAlreadyDeparted { given_name: String } = "practice", "child";
    PregnancyAlreadyDeclared {} = "practice", "";
    NoPregnancyDeclared {} = "practice", "";
    ExpectedBirthTooFar { expected_on: NaiveDate } = "practice", "expected_on";

    EncounterUnknown {} = "practice", "encounter";
    EncounterWithoutStep {} = "art. 4", "steps";
    AppointmentInThePast { date: NaiveDate } = "practice", "date";
    AppointmentAlreadyPlanned { date: NaiveDate } = "practice", "time";
    AppointmentStillToCome { date: NaiveDate } = "practice", "encounter";
    AppointmentAlreadySettled { date: NaiveDate } = "practice", "encounter";
    NoAppointment {} = "practice", "encounter";
    ThemeUnknown { field: &'static str, theme: String } = "art. 5", field;
    ThemeOnlyReported { field: &'static str } = "art. 5", field;
    ThemeOnlyRedirected { field: &'static str } = "art. 5", field;
    ItemOutsideThemes { item: String } = "art. 5", "items";

    DraftAlreadyOpen {} = "art. 4", "";
    NoDraft {} = "art. 4", "";
    FirstContractAlreadySigned {} = "art. 4", "kind";
    NoContractSigned {} = "art. 4", "";
    NoContractRuns { date: NaiveDate } = "art. 4", "starts";
    ContractUnknown {} = "art. 4", "contract";
    DurationNotOffered { months: u32, offered: String } = "art. 4", "months";
    ContractBeforeInclusion { included_on: NaiveDate } = "art. 4", "starts";
    ContractWouldStartAfterThirdBirthday { starts: NaiveDate, birthday: NaiveDate } = "art. 6", "starts";
    ContractWithoutChild { starts: NaiveDate } = "art. 6", "starts";
    ContractsOverlap { rank: u32, last_day: NaiveDate } = "art. 4", "starts";
    SignedAfterTerm { date: NaiveDate, term: NaiveDate } = "art. 4", "date";
    SignedAfterThirdBirthday { date: NaiveDate, birthday: NaiveDate } = "art. 6", "date";
    CommitmentMissing { party: Party } = "art. 4", "";
    AmendmentOnFirstDay { date: NaiveDate } = "art. 4", "starts";
    ContractAlreadyEnded { date: NaiveDate } = "art. 4", "date";
    EndOutsideContract { starts: NaiveDate, term: NaiveDate } = "art. 4", "date";
    TermNotReached { term: NaiveDate } = "art. 4", "reason";
    ReasonFollowsFromAnotherAct { field: &'static str } = "art. 4", field;
    CommitmentUnknown {} = "art. 4", "commitment";
    /// None was signed yet, or each was settled.
    NoCommitmentOpen {} = "art. 4", "commitment";
    CommitmentNotSigned {} = "art. 4", "commitment";
    CommitmentAlreadySettled {} = "art. 4", "commitment";
    CarriedCommitmentNotOpen {} = "art. 4", "commitments";
    CommitmentDueBeforeContract { due: NaiveDate, from: NaiveDate } = "art. 4", "commitments";

    ExitWithoutReason {} = "art. 6", "reasons";
    ExitReasonUnknown { reason: String } = "art. 6", "reasons";
    ExitOutcomeUnknown { outcome: String } = "art. 6", "outcome";
    BenefitEndsAfterExit { ended_on: NaiveDate } = "art. 6", "benefit_ended_on";
    NoContractEnded { date: NaiveDate } = "art. 6", "reasons";
    ContractStillRuns { rank: u32, last_day: NaiveDate } = "art. 6", "reasons";
    PanelAgreementMissing {} = "art. 6", "reasons";
    PanelRequestAfterExit { requested_on: NaiveDate } = "art. 6", "panel_requested_on";
    OrientedBeforeExit { date: NaiveDate } = "art. 6", "date";
    EncounterAfterExit { date: NaiveDate } = "art. 6", "date";
    ContractActAfterExit { date: NaiveDate } = "art. 6", "date";

    RetentionNotOver { date: NaiveDate } = "CNIL", "";
    DisposalAlreadyProposed {} = "practice", "";
    AlreadyArchived {} = "practice", "disposal";
    NoDisposalProposed {} = "practice", "";
    /// Whoever proposes does not confirm.
    DisposalNeedsAnother {} = "practice", "disposal";
    DisposalIsAnother {} = "practice", "disposal";
    FamilyIsArchived {} = "CNIL", "";
    FamilyIsErased {} = "CNIL", "";
    PanelReferralUnknown {} = "art. 4", "referral";
    NoPanelReferral {} = "art. 4", "referral";
    PanelReferralAlreadyOpen { motive: PanelMotive } = "art. 4", "motive";
    PanelProposalOutsideMotive { motive: PanelMotive } = "art. 6", "proposal";
    PanelGroundsMissing {} = "CASF R262-69", "grounds";
    PanelReferralAlreadySent { date: NaiveDate } = "art. 4", "referral";
    PanelReferralNotSent {} = "art. 4", "referral";
    PanelReferralIsCancelled { date: NaiveDate } = "art. 4", "referral";
    PanelLetterNotNeeded {} = "CASF L262-37", "referral";
    PanelLetterAlreadySent { date: NaiveDate } = "CASF R262-69", "referral";
    PanelLetterSaysOtherwise { field: &'static str, date: NaiveDate } = "CASF R262-69", field;
    PanelLetterMissing {} = "CASF L262-37", "referral";
    PanelObservationsAwaited { until: NaiveDate } = "CASF R262-69", "date";
    PanelExaminationTooEarly { from: NaiveDate } = "CASF L262-31", "date";
    NoteNotForPanel {} = "CASF L262-44", "notes";
    PanelPostponedToThePast { until: NaiveDate } = "practice", "until";
    PanelOpinionAlreadyGiven { date: NaiveDate } = "CASF R262-70", "referral";
    PanelOpinionDeemedGiven { until: NaiveDate } = "CASF R262-70", "date";
    PanelOpinionAwaited { until: NaiveDate } = "CASF R262-70", "date";
    PanelDecisionBeforeOpinion { opinion: NaiveDate } = "CASF R262-70", "date";
    PanelExitNotAsked {} = "art. 6", "measure";
    PanelDecisionAlreadyMade { date: NaiveDate } = "art. 4", "referral";
    PanelDecisionSent { date: NaiveDate } = "art. 4", "referral";
    PanelDecisionMissing {} = "art. 4", "referral";
    PanelDecisionAlreadyNotified { date: NaiveDate } = "art. 4", "referral";
    PanelActAfterExit { date: NaiveDate } = "art. 6", "date";

    AlreadyRecorded { date: NaiveDate } = "practice", "date";
    ProfessionalKindUnknown { kind: String } = "art. 7", "kind";
    WorkKindUnknown { kind: String } = "art. 7", "kind";
    NoScaleRated {} = "art. 7", "ratings";
    EffectScaleUnknown { scale: String } = "art. 7", "ratings";
    EffectScaleTwice {} = "art. 7", "ratings";
    EffectLevelUnknown { level: u32 } = "art. 7", "ratings";
    LandmarkAfterExit { date: NaiveDate } = "art. 6", "date";

    RightUnknown { right: String } = "art. 5", "right";
    NoRightsClaim {} = "art. 5", "claim";
    RightsClaimUnknown {} = "art. 5", "claim";
    RightsClaimAlreadyOpen { date: NaiveDate } = "art. 5", "right";
    RightsClaimAlreadySubmitted { date: NaiveDate } = "art. 5", "claim";
    RightsClaimAlreadyFinalised { date: NaiveDate } = "art. 7", "claim";
    RightsClaimNotSubmitted {} = "art. 7", "result";
    InstrumentUnknown { instrument: String } = "art. 5", "instrument";
    AmountImplausible { field: &'static str } = "practice", field;
    NoFinancialAid {} = "art. 5", "aid";
    FinancialAidUnknown {} = "art. 5", "aid";
    FinancialAidAlreadyAnswered { date: NaiveDate } = "art. 7", "aid";
    GrantedBeyondAsked { asked: Cents, granted: Cents } = "practice", "granted";
    RefusedAidHasNoAmount {} = "art. 7", "granted";
    GroupActionUnknown {} = "art. 4", "action";
    GroupActionWithoutSession {} = "art. 4", "sessions";
    GroupSessionUnknown {} = "art. 4", "session";
    GroupSessionTwice { field: &'static str, date: NaiveDate } = "art. 4", field;
    RevokedBeyondReceived { received: u64 } = "practice", "until";
    TopicUnknown {} = "art. 8", "topic";
    TopicIsClosed { date: NaiveDate } = "art. 8", "topic";
    PeriodNotOver { to: NaiveDate } = "art. 7", "to";
    PeriodAlreadyClosed { from: NaiveDate, to: NaiveDate } = "art. 7", "from";
    GroupSessionHasPresences { families: u64 } = "art. 4", "session";
    GroupSessionIsCancelled { date: NaiveDate } = "art. 4", "session";
    GroupSessionStillToCome { date: NaiveDate } = "practice", "session";
    DiagnosisEmpty {} = "art. 4", "themes";
    ThemeTwice {} = "art. 4", "themes";

    /// A later act built on the entry to undo.
    ChangedSince { date: NaiveDate } = "practice", "";
    AlreadyUndone {} = "practice", "";
    NothingToUndo {} = "practice", "";

    NothingToHandOver {} = "art. 7", "";
    BundleUnknown { sequence: u64 } = "practice", "";
    /// It carries a family to be erased, and the Département has not said that it received it: it may have to be handed over again.
    BundleNotReceived { sequence: u64 } = "practice", "";
    /// It held a family that was erased since.
    BundleErased { sequence: u64 } = "CNIL", "";
    FileInTheWay { path: String } = "practice", "";
}

fn named(field: &'static str) -> Option<&'static str> {
    (!field.is_empty()).then_some(field)
}

impl From<Party> for Fact {
    fn from(party: Party) -> Self {
        let code = match party {
            Party::Beneficiary => "beneficiary",
            Party::Referent => "referent",
            Party::Department => "department",
            Party::Partner => "partner",
        };
        Self::from(code)
    }
}

impl From<PanelMotive> for Fact {
    fn from(motive: PanelMotive) -> Self {
        let code = match motive {
            PanelMotive::Reorient => "reorient",
            PanelMotive::Suspend => "suspend",
            PanelMotive::Reduce => "reduce",
            PanelMotive::TwelveMonths => "twelve-months",
            PanelMotive::AgentExit => "agent-exit",
        };
        Self::from(code)
    }
}

#[cfg(test)]
mod tests;
