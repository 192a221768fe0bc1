//! Sealing: where a bundle goes in its stream, its signature, its encryption, its file.

use std::collections::BTreeMap;
use std::io;
use std::panic::resume_unwind;
use std::thread;

use chrono::{DateTime, SecondsFormat, Utc};
use sha2::{Digest as _, Sha256};

use super::{Side, received, slug};
use crate::base::id::ReplicaId;
use crate::exchange::bundle::{Bundle, Device, Run, WrittenBody};
use crate::exchange::envelope::{self, BUNDLE_TYPE, Signed};
use crate::exchange::{ExchangeError, Party, Role};
use crate::exchange::{archive, encryption};
use crate::journal::entry::Digest;
use crate::store::StoreError;
use crate::store::exchange::{Sealed, UNKNOWN_PARTY};
use crate::store::reading::Reading;

/// A bundle made ready: to be archived and written under its name.
pub(in crate::app) struct Ready {
    pub sealed: Sealed,
    /// The file: the signed envelope, encrypted once the recipient is enrolled.
    pub file: Vec<u8>,
    /// What the file can be made of again.
    pub archive: Vec<u8>,
}

/// A payload that is signed, in its file.
struct Closed {
    /// Of the signed envelope.
    digest: Digest,
    file: Vec<u8>,
    archive: Vec<u8>,
}

/// Where the next bundle for a party goes in its stream.
pub(in crate::app) struct Place {
    pub sequence: u64,
    previous: Digest,
    /// As in [`Sealed`].
    pub through: BTreeMap<ReplicaId, u64>,
    /// How far the party's own stream was received.
    seen: u64,
}

impl Place {
    /// The place after the last bundle that is kept.
    ///
    /// # Errors
    /// The store's.
    pub fn next(reading: &Reading<'_>, to: &Party) -> Result<Self, StoreError> {
        let party = to.id.unwrap_or(UNKNOWN_PARTY);
        let seen = received(reading, party)?.sequence;
        Ok(match reading.last_sealed(party)? {
            Some(last) => Self { sequence: last.sequence + 1, previous: last.digest, through: last.through, seen },
            None => Self { sequence: 1, previous: Digest::ZERO, through: BTreeMap::new(), seen },
        })
    }
}

impl Side {
    /// Seals a bundle for a party: signed, linked to the one before, encrypted once the party is enrolled.
    ///
    /// # Errors
    /// The exchange's.
    pub fn seal(
        &self,
        place: &Place,
        to: &Party,
        body: WrittenBody,
        journal: BTreeMap<ReplicaId, Run>,
        supports: u64,
        now: DateTime<Utc>,
    ) -> Result<Ready, ExchangeError> {
        let (sequence, previous) = (place.sequence, place.previous);
        let kind = body.kind();
        let bundle = Bundle {
            from: self.me.clone(),
            device: Device { replica: self.replica, key: self.signing.public().id() },
            to: to.clone(),
            stream: stream_name(&self.me, to),
            epoch: self.epoch,
            sequence,
            previous,
            seen: place.seen,
            registry: self.registry.version,
            supports,
            journal,
            created_at: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            body,
        };
        let Closed { digest, file, archive } = self.close(&bundle.payload()?.parts(), to)?;
        let sealed = Sealed {
            party: to.id.unwrap_or(UNKNOWN_PARTY),
            sequence,
            epoch: self.epoch,
            kind: kind.code().to_owned(),
            digest,
            previous,
            file_name: self.file_name(to, sequence),
            created_at: now,
            through: place.through.clone(),
            handed_over_on: None,
            acknowledged_on: None,
            receipt: None,
        };
        Ok(Ready { sealed, file, archive })
    }

    /// Seals a bundle of before anew, under the keys and the epoch of today and after the bundle `previous`: what it carries, its
    /// number and its date stay.
    ///
    /// # Errors
    /// The exchange's.
    pub fn seal_anew(
        &self,
        sealed: Sealed,
        bundle: Bundle,
        to: &Party,
        previous: Digest,
    ) -> Result<Ready, ExchangeError> {
        let bundle = Bundle {
            device: Device { replica: self.replica, key: self.signing.public().id() },
            to: to.clone(),
            stream: stream_name(&self.me, to),
            epoch: self.epoch,
            previous,
            registry: self.registry.version,
            ..bundle
        };
        let payload = bundle.encode()?;
        drop(bundle);
        let Closed { digest, file, archive } = self.close(&[&payload], to)?;
        let file_name = self.file_name(to, sealed.sequence);
        let (handed_over_on, acknowledged_on) = (None, None);
        let epoch = self.epoch;
        let sealed = Sealed { epoch, digest, previous, file_name, handed_over_on, acknowledged_on, ..sealed };
        Ok(Ready { sealed, file, archive })
    }

    /// Signs a bundle, and encrypts it once the recipient is enrolled; meanwhile it is compressed for the archive.
    fn close(&self, payload: &[&[u8]], to: &Party) -> Result<Closed, ExchangeError> {
        thread::scope(|scope| {
            let packing = scope.spawn(|| archive::compressed(payload));
            let envelope = envelope::sign(payload, BUNDLE_TYPE, &self.signing)?;
            let (digest, file) = self.file(&envelope, to)?;
            let frame = packing.join().unwrap_or_else(|panic| resume_unwind(panic))?;
            Ok(Closed { digest, archive: archive::pack(&envelope, &frame, &file)?, file })
        })
    }

    /// The file of an envelope, and the envelope's digest.
    fn file(&self, envelope: &Signed<'_>, to: &Party) -> Result<(Digest, Vec<u8>), ExchangeError> {
        if to.id.is_none() {
            let file = envelope.to_bytes();
            return Ok((Digest(Sha256::digest(&file).into()), file));
        }
        let theirs = self.registry.encryption_keys(to)?;
        let own = self.reading.public();
        let keys: Vec<_> = theirs.iter().chain([&own]).collect();
        let mut digest = Sha256::new();
        let file = encryption::encrypt_written(envelope.length(), &keys, |into| {
            envelope.write(&mut Digested { digest: &mut digest, into })
        })?;
        Ok((Digest(digest.finalize().into()), file))
    }

    /// Names rise with the numbers, and no number of one epoch has the name of another's.
    fn file_name(&self, to: &Party, sequence: u64) -> String {
        let name = match to.role {
            Role::Department => slug(&self.me.name),
            Role::Antenna => format!("{}-vers-{}", slug(&self.me.name), slug(&to.name)),
        };
        let epoch = if self.epoch > 1 { format!("e{}-", self.epoch) } else { String::new() };
        let extension = if to.id.is_some() { "json.age" } else { "json" };
        format!("{name}-{epoch}{sequence:04}.{extension}")
    }
}

/// Writes on, and digests what passes.
struct Digested<'a> {
    digest: &'a mut Sha256,
    into: &'a mut dyn io::Write,
}

impl io::Write for Digested<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.into.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.into.flush()
    }
}

/// One stream goes each way between two sides.
fn stream_name(from: &Party, to: &Party) -> String {
    let id = |party: &Party| party.id.map_or_else(|| slug(&party.name), |id| id.to_string());
    match from.role {
        Role::Antenna => format!("{}/department", id(from)),
        Role::Department => format!("{}/antenna", id(to)),
    }
}
