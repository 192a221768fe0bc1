//! Typed identifiers. Objects get a UUID; what a person or a convention names gets a readable code.
//!
//! No randomness here: ids come from an [`IdSource`] that its owner seeds.

use std::cell::Cell;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! uuid_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The 16 bytes, big-endian, as the store keeps them.
            pub fn bytes(self) -> [u8; 16] {
                *self.0.as_bytes()
            }

            /// The id with these 16 bytes.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    )*};
}

uuid_ids! {
    /// One family and its whole record, over all its stays in the caseload.
    FamilyId;
    /// One child of a family.
    ChildId;
    /// One declared pregnancy.
    PregnancyId;
    /// One sending of a family by a solidarity centre.
    OrientationId;
    /// One encounter, from planned to held, missed or cancelled.
    EncounterId;
    /// One note.
    NoteId;
    /// One contract.
    ContractId;
    /// One commitment inside a contract.
    CommitmentId;
    /// One referral to the panel.
    PanelReferralId;
    /// One thing that happened once and waits for nothing.
    LandmarkId;
    /// One claim of a right.
    RightsClaimId;
    /// One financial aid.
    FinancialAidId;
    /// One version of a diagnosis.
    DiagnosisId;
    /// One group action.
    GroupActionId;
    /// One session of a group action.
    GroupSessionId;
    /// One stand-in period.
    StandInId;
    /// One agent of the antenna.
    ReferentId;
    /// One antenna, the owner of one store.
    AntennaId;
    /// One machine's copy of an antenna's store.
    ReplicaId;
    /// A topic for the steering committee (art. 8).
    SteeringTopicId;
    /// A note on the effects on the partnership (art. 7).
    PartnershipNoteId;
    /// One side of the hand-off: an antenna, whose id it shares, or a Département.
    PartyId;
    /// What a receipt answers for, one by one: a family, an orientation or a referral, whose id it shares.
    MatterId;
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The code as written in the convention or the bundle.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(code: &str) -> Self {
                Self(code.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

codes! {
    /// A solidarity centre (MDS), such as `melun-val-de-seine`.
    CenterCode;
    /// A theme of art. 5, such as `housing`.
    ThemeCode;
    /// An item of a theme, such as `fsl`.
    ItemCode;
    /// A reason of art. 6, such as `benefit-ended`.
    ExitReasonCode;
    /// What a family left for, such as `work`.
    ExitOutcomeCode;
    /// A kind of professional referent, such as `pole-emploi`.
    ProfessionalKindCode;
    /// A kind of return to work or training, such as `permanent-job`.
    WorkKindCode;
    /// A scale of art. 7, such as `social-ties`.
    EffectScaleCode;
    /// A right that is claimed, such as `asf`.
    RightCode;
    /// An instrument of financial aid, such as `fsl`.
    InstrumentCode;
}

/// Gives out fresh ids, in order, from one seed: the same seed gives the same ids, so decisions stay pure.
#[derive(Debug)]
pub struct IdSource {
    next: Cell<u128>,
}

impl IdSource {
    /// Ids that follow `seed`; callers pass a fresh UUID v7, tests a fixed one.
    pub fn new(seed: Uuid) -> Self {
        Self { next: Cell::new(seed.as_u128()) }
    }

    /// The next id, never given before by this source.
    pub fn fresh<T: From<Uuid>>(&self) -> T {
        let value = self.next.get();
        self.next.set(value.wrapping_add(1));
        Uuid::from_u128(value).into()
    }
}
