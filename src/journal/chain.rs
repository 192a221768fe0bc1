//! The hash chain: `event digest = SHA-256(salt ‖ event JSON)`, `entry digest = SHA-256(header ‖ event digests ‖ previous)`.
//!
//! The header is compact JSON with fixed members in a fixed order, so that anyone can recompute it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::entry::{Digest, Draft, Entry, EntryId, EventContent, Head, Purpose, SealedEvent};
use crate::base::id::{FamilyId, ReferentId, ReplicaId};

/// Where a chain breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrokenChain {
    #[error("an event of entry {0} does not match its digest")]
    Event(u64),
    #[error("entry {0} does not match its digest")]
    Entry(u64),
    #[error("entry {0} does not follow the one before it")]
    Link(u64),
}

/// The digested header of an entry; also how bundles write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    pub replica: ReplicaId,
    pub number: u64,
    pub lamport: u64,
    pub seen: BTreeMap<ReplicaId, u64>,
    /// Milliseconds since 1970, UTC.
    pub recorded_at: i64,
    pub author: ReferentId,
    pub family: Option<FamilyId>,
    pub purpose: Purpose,
}

impl Header {
    /// The header of an entry.
    pub fn of(entry: &Entry) -> Self {
        Self {
            replica: entry.id.replica,
            number: entry.id.number,
            lamport: entry.lamport,
            seen: entry.seen.clone(),
            recorded_at: entry.recorded_at.timestamp_millis(),
            author: entry.author,
            family: entry.family,
            purpose: entry.purpose.clone(),
        }
    }
}

/// Gives a draft its place after `head`, and moves `head` to it.
pub fn seal(draft: Draft, head: &mut Head) -> Entry {
    let events = draft
        .events
        .into_iter()
        .map(|content| SealedEvent { digest: event_digest(&content), content: Some(content) })
        .collect();
    let mut entry = Entry {
        id: EntryId { replica: head.replica, number: head.number + 1 },
        lamport: head.lamport + 1,
        seen: head.seen.clone(),
        recorded_at: draft.recorded_at,
        author: draft.author,
        family: draft.family,
        purpose: draft.purpose,
        events,
        previous: head.digest,
        digest: Digest::ZERO,
    };
    entry.digest = entry_digest(&entry);
    head.number = entry.id.number;
    head.lamport = entry.lamport;
    head.digest = entry.digest;
    entry
}

/// `SHA-256(salt ‖ event JSON)`.
pub fn event_digest(content: &EventContent) -> Digest {
    let mut hash = Sha256::new();
    hash.update(content.salt);
    hash.update(content.body.as_bytes());
    Digest(hash.finalize().into())
}

/// `SHA-256(header ‖ event digests ‖ previous)`.
pub fn entry_digest(entry: &Entry) -> Digest {
    digest_under(&header_text(entry), entry)
}

/// An entry's header, as it is digested and written.
fn header_text(entry: &Entry) -> Vec<u8> {
    // A header of ids, numbers and enums always serialises; an empty one would only make the digest differ.
    serde_json::to_vec(&Header::of(entry)).unwrap_or_default()
}

fn digest_under(header: &[u8], entry: &Entry) -> Digest {
    let mut hash = Sha256::new();
    hash.update(header);
    for event in &entry.events {
        hash.update(event.digest.0);
    }
    hash.update(entry.previous.0);
    Digest(hash.finalize().into())
}

/// Checks one entry against the digest of the one before it in its replica.
///
/// # Errors
/// Where the chain breaks.
pub fn verify(entry: &Entry, previous: &Digest) -> Result<(), BrokenChain> {
    verify_written(entry, &header_text(entry), previous)
}

/// As [`verify`], of an entry that was read from its text: `header` is its header in it.
///
/// # Errors
/// Where the chain breaks.
pub fn verify_written(entry: &Entry, header: &[u8], previous: &Digest) -> Result<(), BrokenChain> {
    let number = entry.id.number;
    let event_matches =
        |event: &SealedEvent| event.content.as_ref().is_none_or(|content| event_digest(content) == event.digest);
    if !entry.events.iter().all(event_matches) {
        return Err(BrokenChain::Event(number));
    }
    if entry.previous != *previous {
        return Err(BrokenChain::Link(number));
    }
    if digest_under(header, entry) != entry.digest {
        return Err(BrokenChain::Entry(number));
    }
    Ok(())
}
