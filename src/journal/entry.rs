//! One entry: one intention of a person, one transaction.
//!
//! `Entry` is the whole as the journal keeps it; [`crate::journal::chain::seal`] makes one from a [`Draft`].

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::base::hex::{self, Hex};
use crate::base::id::{FamilyId, ReferentId, ReplicaId};

/// A SHA-256 digest, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// What the first entry of a replica names as its previous one.
    pub const ZERO: Self = Self([0; 32]);
}

/// Which entry: the replica that wrote it and the number it gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryId {
    pub replica: ReplicaId,
    /// 1, 2, 3… without gap in each replica.
    pub number: u64,
}

/// One entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    /// One more than the largest its author had read.
    pub lamport: u64,
    /// For every other replica, the highest number its author had read.
    pub seen: BTreeMap<ReplicaId, u64>,
    /// When it was entered, in milliseconds; decides nothing.
    pub recorded_at: DateTime<Utc>,
    pub author: ReferentId,
    /// Absent for what belongs to the antenna.
    pub family: Option<FamilyId>,
    pub purpose: Purpose,
    pub events: Vec<SealedEvent>,
    /// Digest of this replica's entry before, or [`Digest::ZERO`].
    pub previous: Digest,
    pub digest: Digest,
}

/// Why the entry exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "purpose", deny_unknown_fields)]
pub enum Purpose {
    Act,
    /// Takes back an entry; undoing an undo is the redo.
    Undo {
        of: EntryId,
    },
    /// Settles a conflict of concurrent entries.
    Resolve {
        of: Vec<EntryId>,
    },
    /// Follows from a bundle received.
    Import {
        bundle: Digest,
    },
}

/// One event with what proves it. Salt and body can be withheld or destroyed; the digest stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedEvent {
    pub digest: Digest,
    pub content: Option<EventContent>,
}

/// The salt and the event's JSON text, exactly as digested.
#[derive(Clone, PartialEq, Eq)]
pub struct EventContent {
    pub salt: [u8; 16],
    pub body: String,
}

/// What an entry will say, before it has a place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub recorded_at: DateTime<Utc>,
    pub author: ReferentId,
    pub family: Option<FamilyId>,
    pub purpose: Purpose,
    /// Event JSON texts, each with its fresh salt.
    pub events: Vec<EventContent>,
}

/// The end of one replica's chain, and the largest Lamport time known: where the next entry goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub replica: ReplicaId,
    /// 0 before the first entry.
    pub number: u64,
    pub digest: Digest,
    pub lamport: u64,
    /// For every other replica, the highest number read.
    pub seen: BTreeMap<ReplicaId, u64>,
}

impl Head {
    /// The head of an empty journal.
    pub fn start(replica: ReplicaId) -> Self {
        Self { replica, number: 0, digest: Digest::ZERO, lamport: 0, seen: BTreeMap::new() }
    }
}

impl Entry {
    /// The key of the order of replay: causal, then arbitrary but the same everywhere.
    pub fn order(&self) -> (u64, ReplicaId, u64) {
        (self.lamport, self.id.replica, self.id.number)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Hex::of(&self.0).as_str())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a digest is 64 lower-case hexadecimal digits")]
pub struct MalformedDigest;

impl FromStr for Digest {
    type Err = MalformedDigest;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        hex::bytes(text.as_bytes()).map(Self).ok_or(MalformedDigest)
    }
}

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Hex::of(&self.0).as_str())
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Digits)
    }
}

/// Reads the digits where they stand: a bundle has thousands of digests.
struct Digits;

impl serde::de::Visitor<'_> for Digits {
    type Value = Digest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("64 hexadecimal digits")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Digest, E> {
        text.parse().map_err(E::custom)
    }
}

/// Names nothing of what it holds: bodies are personal data.
impl fmt::Debug for EventContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventContent({} bytes)", self.body.len())
    }
}
