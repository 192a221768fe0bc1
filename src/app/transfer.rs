//! The hand-off to the Département: a preview, family by family, then the next bundle, sealed, linked and archived.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate, SecondsFormat};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{App, AppError};
use crate::base::fold::fold;
use crate::base::id::{FamilyId, ReplicaId};
use crate::domain::family::FamilyRecord;
use crate::domain::indicator::Indicators;
use crate::domain::refusal::Refusal;
use crate::exchange::activity::{Activity, PeriodIndicators};
use crate::exchange::bundle::{Body, Bundle, Device, Recipient, Sender};
use crate::exchange::disclosure::{self, Counted};
use crate::exchange::envelope::{self, BUNDLE_TYPE};
use crate::exchange::{PublicKey, SigningKey, verify};
use crate::journal::entry::{Digest, Entry};
use crate::store::StoreError;
use crate::store::reading::Reading;
use crate::store::writing::Sealed;

/// The setting that holds the seed of this device's signing key.
const SIGNING_SEED: &str = "signing-seed";

/// What the next bundle will carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Number of the next bundle.
    pub sequence: u64,
    pub entries: usize,
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
    pub families: usize,
    pub bytes: usize,
}

impl App {
    /// What leaves and what is withheld, family by family, before anything is sealed.
    ///
    /// # Errors
    /// The store's; `NothingToHandOver` when no act has been recorded since the last bundle.
    pub fn preview_export(&self) -> Result<Preview, AppError> {
        let reading = self.store.read();
        let pending = Pending::of(&reading)?;
        let mut families = Vec::new();
        for family in pending.families() {
            let own: Vec<_> = pending.entries.iter().filter(|entry| entry.family == Some(family)).cloned().collect();
            let name = reading.row(family)?.map(|row| row.name).unwrap_or_default();
            families.push(FamilyPreview { family, name, counted: disclosure::count(&own)? });
        }
        families.sort_by_cached_key(|family| fold(&family.name));
        let own: Vec<_> = pending.entries.iter().filter(|entry| entry.family.is_none()).cloned().collect();
        Ok(Preview {
            sequence: pending.sequence + 1,
            entries: pending.entries.len(),
            families,
            antenna: disclosure::count(&own)?,
            indicators: self.indicators(&reading)?,
        })
    }

    /// Seals the next bundle into `directory`: archived in the outbox and on the disk, or neither.
    ///
    /// # Errors
    /// `NothingToHandOver`; `AntennaNotFounded`; the exchange's, the store's, the directory's.
    pub fn export(&mut self, directory: &Path) -> Result<Exported, AppError> {
        let key = self.signing_key()?;
        let now = self.clock.now();
        let reading = self.store.read();
        let antenna_id = self.antenna.id.ok_or(Refusal::AntennaNotFounded {})?;
        let pending = Pending::of(&reading)?;
        let mut records = Vec::new();
        for family in pending.families() {
            let record = disclosure::disclosed_record(family, &reading.entries_of(Some(family))?)?;
            // The orientation of a family that was undone leaves entries, and no record.
            if !record.orientations.is_empty() {
                records.push(record);
            }
        }
        let families = records.len();
        let activity = Activity::new(&pending.entries, records, self.indicators(&reading)?);
        let bundle = Bundle {
            from: Sender { antenna: antenna_id, name: self.antenna.name.clone() },
            device: Device { replica: self.replica, key: key.public().id() },
            to: Recipient { department: self.antenna.department.clone() },
            stream: format!("{antenna_id}/activity"),
            epoch: 1,
            sequence: pending.sequence + 1,
            previous: pending.previous,
            seen: 0,
            registry: 0,
            supports: 0,
            journal: verify::runs(&pending.entries),
            created_at: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            body: Body::Activity(activity),
        };
        let bytes = envelope::seal(&bundle.encode()?, BUNDLE_TYPE, &key)?;
        let digest = Digest(Sha256::digest(&bytes).into());
        let slug = slug(&self.antenna.name);
        let file_name = format!("{slug}-{:04}.json", bundle.sequence);
        let sealed = Sealed {
            sequence: bundle.sequence,
            digest,
            previous: bundle.previous,
            file_name: file_name.clone(),
            created_at: now,
            through: pending.through(),
        };
        let (path, key_path) = (directory.join(&file_name), directory.join(format!("{slug}.pem")));
        refuse_other_content(&path, &bytes)?;
        // The archive first: a file on a key without its archive would be a number that can be given twice.
        self.store.write(|writing| writing.archive(&sealed, &bytes))?;
        self.changed = true;
        write_atomically(&path, &bytes)?;
        write_atomically(&key_path, key.public().to_pem().as_bytes())?;
        Ok(Exported {
            sequence: bundle.sequence,
            path,
            key_path,
            digest,
            fingerprint: key.public().fingerprint(),
            entries: pending.entries.len(),
            families,
            bytes: bytes.len(),
        })
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
        let path = directory.join(&sealed.file_name);
        refuse_other_content(&path, &bytes)?;
        write_atomically(&path, &bytes)?;
        Ok(path)
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

    /// The indicators of art. 7 from the first of January to today.
    fn indicators(&self, reading: &Reading<'_>) -> Result<PeriodIndicators, AppError> {
        let to = self.today();
        let from = NaiveDate::from_ymd_opt(to.year(), 1, 1).unwrap_or(to);
        let mut figures = Indicators::default();
        reading.every_family(|record: FamilyRecord| figures.count(&record, from, to))?;
        Ok(PeriodIndicators { from, to, figures })
    }
}

/// The entries that no bundle carries yet, and where the stream stands.
struct Pending {
    sequence: u64,
    previous: Digest,
    carried: BTreeMap<ReplicaId, u64>,
    entries: Vec<Entry>,
}

impl Pending {
    fn of(reading: &Reading<'_>) -> Result<Self, AppError> {
        let last = reading.outbox()?.into_iter().next_back();
        let (sequence, previous, carried) = match last {
            Some(sealed) => (sealed.sequence, sealed.digest, sealed.through),
            None => (0, Digest::ZERO, BTreeMap::new()),
        };
        let mut entries = Vec::new();
        reading.every_entry_after(&carried, |entry| -> Result<(), StoreError> {
            entries.push(entry);
            Ok(())
        })?;
        if entries.is_empty() {
            return Err(Refusal::NothingToHandOver {}.into());
        }
        Ok(Self { sequence, previous, carried, entries })
    }

    fn families(&self) -> BTreeSet<FamilyId> {
        self.entries.iter().filter_map(|entry| entry.family).collect()
    }

    fn through(&self) -> BTreeMap<ReplicaId, u64> {
        let mut through = self.carried.clone();
        for entry in &self.entries {
            through.insert(entry.id.replica, entry.id.number);
        }
        through
    }
}

/// `Antenne de Melun` to `antenne-de-melun`.
fn slug(name: &str) -> String {
    let words: Vec<String> = fold(name)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() { "antenne".to_owned() } else { words.join("-") }
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

/// Whole or not at all: a temporary file beside it, flushed to the disk, then renamed, then the directory flushed.
fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let directory = path.parent().unwrap_or(Path::new("."));
    let temporary = path.with_extension("part");
    let written = File::create(&temporary)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&temporary, path))
        .and_then(|()| File::open(directory)?.sync_all());
    written.map_err(|error| {
        // What is left of the attempt is of no use to anyone; the first error is the one to report.
        let _ = fs::remove_file(&temporary);
        unreachable(path, &error)
    })
}

fn unreachable(path: &Path, error: &io::Error) -> AppError {
    match error.kind() {
        io::ErrorKind::StorageFull => StoreError::DiskFull.into(),
        kind => StoreError::Unreachable { path: path.to_owned(), kind }.into(),
    }
}
