//! The hand-off to the Département: a preview, family by family, then the next bundle, sealed, linked and archived.

mod pending;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::SecondsFormat;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{App, AppError};
use crate::base::fold::fold;
use crate::base::id::FamilyId;
use crate::domain::deadline::{self, Deadline};
use crate::domain::refusal::Refusal;
use crate::exchange::activity::{Activity, PeriodIndicators};
use crate::exchange::bundle::{Body, Bundle, Device};
use crate::exchange::disclosure::Counted;
use crate::exchange::envelope::{self, BUNDLE_TYPE};
use crate::exchange::{ExchangeError, Party, PublicKey, SigningKey, verify};
use crate::journal::entry::Digest;
use crate::store::StoreError;
use crate::store::files::{Staged, write_atomically};
use crate::store::reading::Reading;
use crate::store::writing::Sealed;
use pending::Pending;

/// The setting that holds the seed of this device's signing key.
const SIGNING_SEED: &str = "signing-seed";

/// Bytes of acts and records that one bundle takes; the envelope's base64 adds a third, and its limit is 32 MiB.
const ROOM: usize = 16 * 1024 * 1024;

/// What the next bundle will carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Number of the next bundle.
    pub sequence: u64,
    pub entries: usize,
    /// Acts left for the bundles after this one.
    pub remaining: u64,
    pub families: Vec<FamilyPreview>,
    /// Acts of the antenna itself.
    pub antenna: Counted,
    pub indicators: PeriodIndicators,
}

/// What leaves and what stays of one family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyPreview {
    pub family: FamilyId,
    pub name: String,
    pub counted: Counted,
}

/// A bundle that was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    pub sequence: u64,
    pub path: PathBuf,
    /// The antenna's public key, beside the bundle, as openssl reads it.
    pub key_path: PathBuf,
    pub digest: Digest,
    pub fingerprint: String,
    pub entries: usize,
    /// Acts left for the bundles after this one.
    pub remaining: u64,
    pub families: usize,
    pub bytes: usize,
}

impl App {
    /// What leaves and what is withheld in the next bundle, family by family, before anything is sealed.
    ///
    /// # Errors
    /// The store's; `NothingToHandOver` when no act has been recorded since the last bundle.
    pub fn preview_export(&self) -> Result<Preview, AppError> {
        let reading = self.store.read();
        let pending = Pending::of(&reading, ROOM)?;
        let mut own: BTreeMap<Option<FamilyId>, Counted> = BTreeMap::new();
        for entry in &pending.entries {
            own.entry(entry.family).or_default().add(entry)?;
        }
        let antenna = own.remove(&None).unwrap_or_default();
        let mut families = Vec::with_capacity(own.len());
        for (family, counted) in own {
            let Some(family) = family else { continue };
            let name = reading.row(family)?.map(|row| row.name).unwrap_or_default();
            families.push(FamilyPreview { family, name, counted });
        }
        families.sort_by_cached_key(|family| fold(&family.name));
        Ok(Preview {
            sequence: pending.sequence,
            entries: pending.entries.len(),
            remaining: pending.remaining,
            families,
            antenna,
            indicators: pending.indicators(&reading, self.today())?,
        })
    }

    /// Seals the next bundle into `directory`: archived in the outbox and on the disk, or neither.
    ///
    /// # Errors
    /// `NothingToHandOver`; `AntennaNotFounded`; the exchange's, the store's, the directory's.
    pub fn export(&mut self, directory: &Path) -> Result<Exported, AppError> {
        self.export_within(directory, ROOM)
    }

    fn export_within(&mut self, directory: &Path, room: usize) -> Result<Exported, AppError> {
        let key = self.signing_key()?;
        let now = self.clock.now();
        let reading = self.store.read();
        let mut pending = Pending::of(&reading, room)?;
        let (bytes, families) = loop {
            match self.seal(&reading, &pending, &key) {
                // Records that grew more than expected: the rest goes with the bundle after this one.
                Err(AppError::Exchange(ExchangeError::TooLarge {})) if pending.halve(&reading)? => {}
                sealed => break sealed?,
            }
        };
        let digest = Digest(Sha256::digest(&bytes).into());
        let slug = slug(&self.antenna.name);
        let file_name = format!("{slug}-{:04}.json", pending.sequence);
        let sealed = Sealed {
            sequence: pending.sequence,
            digest,
            previous: pending.previous,
            file_name: file_name.clone(),
            created_at: now,
            through: pending.through,
            acknowledged_on: None,
        };
        let (path, key_path) = (directory.join(&file_name), directory.join(format!("{slug}.pem")));
        refuse_other_content(&path, &bytes)?;
        // A directory that takes no file refuses before the number is taken. The archive comes before the name: a file
        // handed over without its archive would be a number that can be given twice.
        write_atomically(&key_path, key.public().to_pem().as_bytes())?;
        let file = Staged::write(&path, &bytes)?;
        self.store.write(|writing| writing.archive(&sealed, &bytes))?;
        self.changed = true;
        file.publish()?;
        Ok(Exported {
            sequence: sealed.sequence,
            path,
            key_path,
            digest,
            fingerprint: key.public().fingerprint(),
            entries: pending.entries.len(),
            remaining: pending.remaining,
            families,
            bytes: bytes.len(),
        })
    }

    /// The envelope of these acts, and how many records it holds.
    fn seal(&self, reading: &Reading<'_>, pending: &Pending, key: &SigningKey) -> Result<(Vec<u8>, usize), AppError> {
        let antenna = self.antenna.id.ok_or(Refusal::AntennaNotFounded {})?;
        let records = pending.records(reading)?;
        let families = records.len();
        let activity = Activity::new(&pending.entries, records, pending.indicators(reading, self.today())?);
        let bundle = Bundle {
            from: Party::antenna(antenna, self.antenna.name.clone()),
            device: Device { replica: self.replica, key: key.public().id() },
            to: Party::department(None, self.antenna.department.clone()),
            stream: format!("{antenna}/activity"),
            epoch: 1,
            sequence: pending.sequence,
            previous: pending.previous,
            seen: 0,
            registry: 0,
            supports: 0,
            journal: verify::runs(&pending.entries),
            created_at: self.clock.now().to_rfc3339_opts(SecondsFormat::Millis, true),
            body: Body::Activity(activity),
        };
        Ok((envelope::seal(&bundle.encode()?, BUNDLE_TYPE, key)?, families))
    }

    /// Writes a bundle sealed before, the very same bytes, into `directory`.
    ///
    /// # Errors
    /// `BundleUnknown`; the store's, the directory's.
    pub fn export_again(&self, sequence: u64, directory: &Path) -> Result<PathBuf, AppError> {
        let reading = self.store.read();
        let sealed = reading.outbox()?.into_iter().find(|sealed| sealed.sequence == sequence);
        let bytes = reading.sealed_bytes(sequence)?;
        let (sealed, bytes) = sealed.zip(bytes).ok_or(Refusal::BundleUnknown { sequence })?;
        if bytes.is_empty() {
            return Err(Refusal::BundleErased { sequence }.into());
        }
        let path = directory.join(&sealed.file_name);
        refuse_other_content(&path, &bytes)?;
        write_atomically(&path, &bytes)?;
        Ok(path)
    }

    /// Keeps that the Département said, today, that it has received the bundles up to this one.
    ///
    /// # Errors
    /// `BundleUnknown`; the store's.
    pub fn acknowledge(&mut self, through: u64) -> Result<(), AppError> {
        let today = self.today();
        self.store.write(|writing| {
            let is_known = writing.outbox()?.iter().any(|sealed| sealed.sequence == through);
            if !is_known {
                return Err(AppError::from(Refusal::BundleUnknown { sequence: through }));
            }
            Ok(writing.acknowledge(through, today)?)
        })?;
        self.changed = true;
        Ok(())
    }

    /// What is due of a Département that has not said that it received a bundle.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn department_silence(&self) -> Result<Option<Deadline>, AppError> {
        let since = self.store.read().unacknowledged_since()?;
        Ok(since.and_then(|since| deadline::department_silence(&self.antenna, since.date_naive())))
    }

    /// The bundles sealed so far, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn outbox(&self) -> Result<Vec<Sealed>, AppError> {
        Ok(self.store.read().outbox()?)
    }

    /// This device's public key.
    ///
    /// # Errors
    /// The store's.
    pub fn public_key(&mut self) -> Result<PublicKey, AppError> {
        Ok(self.signing_key()?.public())
    }

    fn signing_key(&mut self) -> Result<SigningKey, AppError> {
        let known = self.store.read().setting(SIGNING_SEED)?.map(Zeroizing::new);
        let known = known.and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok()).map(Zeroizing::new);
        let seed = match known {
            Some(seed) => seed,
            None => {
                let mut seed = Zeroizing::new([0; 32]);
                rand::fill(seed.as_mut_slice());
                self.store.write(|writing| writing.put_setting(SIGNING_SEED, seed.as_slice()))?;
                seed
            }
        };
        Ok(SigningKey::from_seed(&seed))
    }
}

/// `Antenne de Melun` to `antenne-de-melun`.
fn slug(name: &str) -> String {
    let words: Vec<String> = fold(name)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() {
        return "antenne".to_owned();
    }
    // A file name has room for 255 bytes, what is around this one included.
    words.join("-").chars().take(80).collect()
}

/// A file of this name with other content is never overwritten.
fn refuse_other_content(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    match fs::read(path) {
        Ok(known) if known != bytes => Err(Refusal::FileInTheWay { path: path.display().to_string() }.into()),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(unreachable(path, &error)),
    }
}

fn unreachable(path: &Path, error: &io::Error) -> AppError {
    match error.kind() {
        io::ErrorKind::StorageFull => StoreError::DiskFull.into(),
        kind => StoreError::Unreachable { path: path.to_owned(), kind }.into(),
    }
}
