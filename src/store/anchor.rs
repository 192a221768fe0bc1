//! `anchor.json`: how far the journal is known to have come, outside the database and under a MAC.
//!
//! SQLite and SQLCipher do not notice a truncated WAL or an older copy put back; this file does. A database *ahead* of its
//! anchor is in order: the program was cut between the commit and this file, which is written beside and after the saves.

mod writer;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::files::{read_small, write_atomically};
use super::vault::DataKey;
use super::vault::key::mac;
use crate::base::id::ReplicaId;
use crate::journal::entry::Digest;
pub(crate) use writer::AnchorWriter;

/// The anchor's name in the store's directory.
pub const ANCHOR: &str = "anchor.json";

const FORMAT: &str = "jalon-anchor";
const VERSION: i64 = 1;
const LONGEST_FILE: u64 = 1 << 20;

/// For each replica, the number and the digest of its last entry.
pub type Heads = BTreeMap<ReplicaId, (u64, Digest)>;

/// Why the database is not what the anchor says it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorFault {
    /// The journal has entries and the anchor is gone.
    Missing,
    /// The anchor cannot be read.
    Unreadable,
    /// The anchor was not written with this store's key.
    Forged,
    /// The entry that the anchor names is not, or no more, in the database.
    Behind { number: u64 },
}

impl fmt::Display for AnchorFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("the anchor is missing"),
            Self::Unreadable => f.write_str("the anchor cannot be read"),
            Self::Forged => f.write_str("the anchor was not written by this store"),
            Self::Behind { number } => write!(f, "entry {number} is missing or was replaced"),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnchorFile {
    format: String,
    version: i64,
    heads: Vec<AnchoredHead>,
    mac: Digest,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnchoredHead {
    replica: ReplicaId,
    number: u64,
    digest: Digest,
}

/// Reads the anchor; `Ok(None)` when there is none yet.
///
/// # Errors
/// `Unreadable` or `Forged`.
pub fn read(directory: &Path, key: &DataKey) -> Result<Option<Heads>, AnchorFault> {
    let bytes = match read_small(&directory.join(ANCHOR), LONGEST_FILE) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(_) => return Err(AnchorFault::Unreadable),
    };
    let file: AnchorFile = serde_json::from_slice(&bytes).map_err(|_| AnchorFault::Unreadable)?;
    if file.format != FORMAT || file.version != VERSION {
        return Err(AnchorFault::Unreadable);
    }
    let heads: Heads = file.heads.iter().map(|head| (head.replica, (head.number, head.digest))).collect();
    // Compared whole: this secret is not guessed byte by byte through the clock of a person at a keyboard.
    if heads.len() != file.heads.len() || seal(&heads, key) != file.mac {
        return Err(AnchorFault::Forged);
    }
    Ok(Some(heads))
}

/// Writes the anchor, whole or not at all.
///
/// # Errors
/// The disk's; the anchor is then the old one.
pub fn write(directory: &Path, key: &DataKey, heads: &Heads) -> Result<(), StoreError> {
    let file = AnchorFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        heads: heads
            .iter()
            .map(|(replica, (number, digest))| AnchoredHead { replica: *replica, number: *number, digest: *digest })
            .collect(),
        mac: seal(heads, key),
    };
    let path = directory.join(ANCHOR);
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(|_| StoreError::Unreadable { table: ANCHOR })?;
    bytes.push(b'\n');
    write_atomically(&path, &bytes)
}

/// Compares the anchor with the journal: `digest_of` says what the database holds under a replica's number.
///
/// # Errors
/// Inside, the fault to tell; outside, those of `digest_of`.
pub fn compare<E>(
    anchored: Result<Option<Heads>, AnchorFault>,
    journal_is_empty: bool,
    mut digest_of: impl FnMut(ReplicaId, u64) -> Result<Option<Digest>, E>,
) -> Result<Result<(), AnchorFault>, E> {
    let heads = match anchored {
        Ok(Some(heads)) => heads,
        Ok(None) if journal_is_empty => return Ok(Ok(())),
        Ok(None) => return Ok(Err(AnchorFault::Missing)),
        Err(fault) => return Ok(Err(fault)),
    };
    for (replica, (number, digest)) in heads {
        if digest_of(replica, number)? != Some(digest) {
            return Ok(Err(AnchorFault::Behind { number }));
        }
    }
    Ok(Ok(()))
}

fn seal(heads: &Heads, key: &DataKey) -> Digest {
    let mut bytes = Vec::with_capacity(heads.len() * 56);
    for (replica, (number, digest)) in heads {
        bytes.extend(replica.bytes());
        bytes.extend(number.to_be_bytes());
        bytes.extend(digest.0);
    }
    Digest(mac(&key.derive("jalon anchor 1"), &[&bytes]))
}
