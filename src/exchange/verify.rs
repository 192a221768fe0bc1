//! Every check that a bundle must pass, in order, before anything of it is believed: size, envelope, signature, payload,
//! device, entries. Only a [`Verified`] bundle enters the application.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::bundle::{Body, Bundle, Run};
use super::envelope::{self, BUNDLE_TYPE, Opened};
use super::error::ExchangeError;
use super::keys::PublicKey;
use crate::base::id::ReplicaId;
use crate::journal::entry::{Digest, Entry};

/// A bundle that passed every check; only this module makes one.
#[derive(Debug)]
pub struct Verified {
    bundle: Bundle,
    entries: Vec<Entry>,
    opened: Opened,
    digest: Digest,
    trust: Trust,
}

/// How far the signing key is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// It is the key that was given.
    Known,
    /// The bundle is whole and signed, but nobody vouches for its key.
    Unknown,
}

impl Verified {
    /// Opens and checks a bundle; with `expected`, only that key is accepted.
    ///
    /// # Errors
    /// The first check that fails.
    pub fn open(bytes: &[u8], expected: Option<&PublicKey>) -> Result<Self, ExchangeError> {
        let opened = envelope::open(bytes, BUNDLE_TYPE)?;
        if expected.is_some_and(|expected| *expected != opened.key) {
            return Err(ExchangeError::OtherKey {});
        }
        let bundle = Bundle::decode(opened.payload())?;
        if bundle.device.key != opened.key.id() {
            return Err(ExchangeError::DeviceMismatch {});
        }
        let entries = match &bundle.body {
            Body::Activity(activity) => activity.verified_entries()?,
        };
        if runs(&entries) != bundle.journal {
            return Err(ExchangeError::HeadsMismatch {});
        }
        let trust = if expected.is_some() { Trust::Known } else { Trust::Unknown };
        let digest = Digest(Sha256::digest(bytes).into());
        Ok(Self { bundle, entries, opened, digest, trust })
    }

    /// Whether it is the next of its stream: number and link.
    ///
    /// # Errors
    /// `NotNext`, `NotLinked`.
    pub fn follows(&self, sequence: u64, digest: Digest) -> Result<(), ExchangeError> {
        if Some(self.bundle.sequence) != sequence.checked_add(1) {
            return Err(ExchangeError::NotNext { expected: sequence.saturating_add(1), found: self.bundle.sequence });
        }
        if self.bundle.previous != digest { Err(ExchangeError::NotLinked {}) } else { Ok(()) }
    }

    /// The bundle.
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// Its entries, withheld events without content.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The payload, exactly as signed.
    pub fn payload(&self) -> &[u8] {
        self.opened.payload()
    }

    /// SHA-256 of the envelope's bytes.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The key that signed it.
    pub fn key(&self) -> PublicKey {
        self.opened.key
    }

    /// How far that key is known.
    pub fn trust(&self) -> Trust {
        self.trust
    }
}

/// The run of each replica among entries in order.
pub fn runs(entries: &[Entry]) -> BTreeMap<ReplicaId, Run> {
    let mut runs: BTreeMap<ReplicaId, Run> = BTreeMap::new();
    for entry in entries {
        let number = entry.id.number;
        runs.entry(entry.id.replica)
            .and_modify(|run| {
                run.last = number;
                run.digest = entry.digest;
            })
            .or_insert(Run { first: number, last: number, digest: entry.digest });
    }
    runs
}
