//! Every check that a bundle must pass, in order, before anything of it is believed: size, envelope, signature, payload,
//! device, entries. Only a [`Verified`] bundle enters the application.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::activity::DisclosedEntry;
use super::bundle::{Body, Bundle, Run};
use super::envelope::{self, BUNDLE_TYPE, Opened};
use super::error::ExchangeError;
use super::keys::PublicKey;
use super::stream::Stamp;
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
        Self::open_there(bytes.to_vec(), expected)
    }

    /// As [`Verified::open`], in the memory that the bundle is in.
    ///
    /// # Errors
    /// The first check that fails.
    pub fn open_there(bytes: Vec<u8>, expected: Option<&PublicKey>) -> Result<Self, ExchangeError> {
        let digest = Digest(Sha256::digest(&bytes).into());
        let opened = envelope::open(bytes, BUNDLE_TYPE)?;
        if expected.is_some_and(|expected| *expected != opened.key) {
            return Err(ExchangeError::OtherKey {});
        }
        let (bundle, written) = Bundle::decode(opened.payload())?;
        if bundle.device.key != opened.key.id() {
            return Err(ExchangeError::DeviceMismatch {});
        }
        let entries = match &bundle.body {
            Body::Activity(activity) => activity.verified_entries(written)?,
            Body::PanelReferral(_)
            | Body::OrientationAnswer(_)
            | Body::Orientation(_)
            | Body::PanelDecision(_)
            | Body::Supports(_)
            | Body::Registry(_)
            | Body::Receipt(_)
            | Body::Presence(_) => Vec::new(),
        };
        if runs(&entries) != bundle.journal {
            return Err(ExchangeError::HeadsMismatch {});
        }
        if matches!(&bundle.body, Body::Activity(activity) if !activity.is_in_form(&entries)) {
            return Err(ExchangeError::PayloadNotCanonical {});
        }
        let trust = if expected.is_some() { Trust::Known } else { Trust::Unknown };
        Ok(Self { bundle, entries, opened, digest, trust })
    }

    /// What places it in its stream.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            epoch: self.bundle.epoch,
            sequence: self.bundle.sequence,
            previous: self.bundle.previous,
            digest: self.digest,
            replica: self.bundle.device.replica,
        }
    }

    /// The bundle; its entries are apart.
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// The bundle alone, whole.
    pub fn into_bundle(self) -> Bundle {
        let mut bundle = self.bundle;
        if let Body::Activity(activity) = &mut bundle.body {
            activity.entries = self.entries.into_iter().map(DisclosedEntry::of).collect();
        }
        bundle
    }

    /// Its entries, withheld events without content.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The same without its payload, which is as large as all that was read of it.
    pub fn without_payload(self) -> Self {
        Self { opened: self.opened.without_payload(), ..self }
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
