//! The two sides of the hand-off, as bundles and cards name them.

use serde::{Deserialize, Serialize};

use crate::base::fold::fold;
use crate::base::id::{AntennaId, PartyId};

/// A side of the hand-off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    pub role: Role,
    /// Absent of a Département that is not enrolled yet: then only its name is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PartyId>,
    pub name: String,
}

/// What a side is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Antenna,
    Department,
}

impl Party {
    /// An antenna.
    pub fn antenna(id: AntennaId, name: impl Into<String>) -> Self {
        Self { role: Role::Antenna, id: Some(PartyId::from_bytes(id.bytes())), name: name.into() }
    }

    /// A Département, with its id once it is enrolled.
    pub fn department(id: Option<PartyId>, name: impl Into<String>) -> Self {
        Self { role: Role::Department, id, name: name.into() }
    }

    /// Whether what is addressed to `self` is for `other`: by its id, or by its name where no id was known yet.
    pub fn is(&self, other: &Self) -> bool {
        self.role == other.role
            && match self.id {
                Some(id) => Some(id) == other.id,
                None => fold(&self.name) == fold(&other.name),
            }
    }
}

impl Role {
    /// The side that it hands over to.
    pub fn other(self) -> Self {
        match self {
            Self::Antenna => Self::Department,
            Self::Department => Self::Antenna,
        }
    }
}
