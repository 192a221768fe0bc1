//! The hand-off to the Département: a preview, family by family, then the next bundle, sealed, linked and archived.

mod pending;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::side::{self, Ready, Side};
use super::{App, AppError};
use crate::base::fold::fold;
use crate::base::id::FamilyId;
use crate::domain::deadline::{self, Deadline};
use crate::domain::indicator::Indicators;
use crate::domain::refusal::Refusal;
use crate::exchange::activity::{Activity, PeriodIndicators};
use crate::exchange::bundle::{Body, Kind};
use crate::exchange::disclosure::Counted;
use crate::exchange::receipt::{Receipt, Receipts};
use crate::exchange::{ExchangeError, Party, PublicKey};
use crate::journal::entry::Digest;
use crate::store::StoreError;
use crate::store::exchange::{Sealed, UNKNOWN_PARTY};
use crate::store::files::{Staged, write_atomically};
use crate::store::reading::Reading;
use pending::Pending;

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
    /// How many bundles that came are answered.
    pub receipts: usize,
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
    pub kind: String,
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
    /// Encrypted to the Département, which is enrolled.
    pub is_encrypted: bool,
    /// The bundle that answers what came, sealed after this one.
    pub receipts: Option<PathBuf>,
}

impl App {
    /// What leaves and what is withheld in the next bundle, family by family, before anything is sealed.
    ///
    /// # Errors
    /// The store's; `NothingToHandOver` when no act has been recorded since the last bundle.
    pub fn preview_export(&self) -> Result<Preview, AppError> {
        let reading = self.store.read();
        let receipts = self.unanswered()?.len();
        let pending = match Pending::of(&reading, self.department_id()?, ROOM) {
            Err(AppError::Refused(Refusal::NothingToHandOver {})) if receipts > 0 => {
                return self.preview_receipts(receipts);
            }
            pending => pending?,
        };
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
            receipts,
        })
    }

    /// What leaves when nothing was recorded: the answers to what came.
    fn preview_receipts(&self, receipts: usize) -> Result<Preview, AppError> {
        let last = self.store.read().last_sealed(self.department_id()?)?;
        let today = self.today();
        Ok(Preview {
            sequence: last.map_or(0, |last| last.sequence) + 1,
            entries: 0,
            remaining: 0,
            families: Vec::new(),
            antenna: Counted::default(),
            indicators: PeriodIndicators { from: today, to: today, figures: Indicators::default() },
            receipts,
        })
    }

    /// Seals the next bundle into `directory`: archived in the outbox and on the disk, or neither.
    ///
    /// # Errors
    /// `NothingToHandOver`; `AntennaNotFounded`; the exchange's, the store's, the directory's.
    pub fn export(&mut self, directory: &Path) -> Result<Exported, AppError> {
        let exported = match self.export_within(directory, ROOM) {
            Err(AppError::Refused(Refusal::NothingToHandOver {})) => None,
            exported => Some(exported?),
        };
        let is_last = exported.as_ref().is_none_or(|exported| exported.remaining == 0);
        let answered = if is_last { self.export_receipts(directory)? } else { None };
        match (exported, answered) {
            (Some(exported), answered) => Ok(Exported { receipts: answered.map(|answered| answered.path), ..exported }),
            (None, Some(answered)) => Ok(answered),
            (None, None) => Err(Refusal::NothingToHandOver {}.into()),
        }
    }

    /// Seals what is answered to the bundles that came, if anything is.
    fn export_receipts(&mut self, directory: &Path) -> Result<Option<Exported>, AppError> {
        let receipts = self.unanswered()?;
        if receipts.is_empty() {
            return Ok(None);
        }
        let (side, department) = (self.side()?, self.department()?);
        let body = Body::Receipt(Receipts { receipts });
        let ready = side.seal(&self.store.read(), &department, body, &[], 0, self.clock.now())?;
        let exported = self.exported(&side, &ready, directory);
        self.hand_out(&side, &ready, &[], &exported)?;
        Ok(Some(exported))
    }

    /// What is answered to the Département and has not left yet.
    fn unanswered(&self) -> Result<Vec<Receipt>, AppError> {
        let kept = self.store.read().unanswered(self.department_id()?)?;
        let read = |json: &String| serde_json::from_str(json).map_err(|_| StoreError::Unreadable { table: "inbox" });
        Ok(kept.iter().map(read).collect::<Result<_, _>>()?)
    }

    /// What is said of a bundle that carries no acts.
    fn exported(&self, side: &Side, ready: &Ready, directory: &Path) -> Exported {
        Exported {
            kind: ready.sealed.kind.clone(),
            sequence: ready.sealed.sequence,
            path: directory.join(&ready.sealed.file_name),
            key_path: directory.join(format!("{}.pem", side::slug(&self.antenna.name))),
            digest: ready.sealed.digest,
            fingerprint: side.signing.public().fingerprint(),
            entries: 0,
            remaining: 0,
            families: 0,
            bytes: ready.file.len(),
            is_encrypted: ready.sealed.party != UNKNOWN_PARTY,
            receipts: None,
        }
    }

    fn export_within(&mut self, directory: &Path, room: usize) -> Result<Exported, AppError> {
        let side = self.side()?;
        let department = self.department()?;
        let reading = self.store.read();
        let mut pending = Pending::of(&reading, department.id.unwrap_or(UNKNOWN_PARTY), room)?;
        let (mut ready, families) = loop {
            match self.seal(&reading, &pending, &side, &department) {
                // Records that grew more than expected: the rest goes with the bundle after this one.
                Err(AppError::Exchange(ExchangeError::TooLarge {})) if pending.halve(&reading)? => {}
                sealed => break sealed?,
            }
        };
        ready.sealed.through.clone_from(&pending.through);
        let again: Vec<FamilyId> = pending.again.iter().copied().collect();
        let exported = Exported {
            entries: pending.entries.len(),
            remaining: pending.remaining,
            families,
            ..self.exported(&side, &ready, directory)
        };
        self.hand_out(&side, &ready, &again, &exported)?;
        Ok(exported)
    }

    /// Archives a bundle and writes its file: both, or neither.
    fn hand_out(
        &mut self,
        side: &Side,
        ready: &Ready,
        carried: &[FamilyId],
        exported: &Exported,
    ) -> Result<(), AppError> {
        refuse_other_content(&exported.path, &ready.file)?;
        // A directory that takes no file refuses before the number is taken. The archive comes before the name: a file
        // handed over without its archive would be a number that can be given twice.
        write_atomically(&exported.key_path, side.signing.public().to_pem().as_bytes())?;
        let file = Staged::write(&exported.path, &ready.file)?;
        let kind = ready.sealed.kind.as_str();
        self.store.write(|writing| -> Result<(), StoreError> {
            writing.archive(&ready.sealed, &ready.file, carried)?;
            for family in carried {
                writing.sent_again(*family)?;
            }
            if kind == Kind::Receipt.code() {
                writing.answer_in(ready.sealed.party, ready.sealed.sequence)?;
            }
            Ok(())
        })?;
        self.changed = true;
        Ok(file.publish()?)
    }

    /// The envelope of these acts, and how many records it holds.
    fn seal(
        &self,
        reading: &Reading<'_>,
        pending: &Pending,
        side: &Side,
        department: &Party,
    ) -> Result<(Ready, usize), AppError> {
        let records = pending.records(reading)?;
        let families = records.len();
        let activity = Activity::new(&pending.entries, records, pending.indicators(reading, self.today())?);
        let body = Body::Activity(activity);
        Ok((side.seal(reading, department, body, &pending.entries, 0, self.clock.now())?, families))
    }

    /// Writes a bundle sealed before, the very same bytes, into `directory`.
    ///
    /// # Errors
    /// `BundleUnknown`; the store's, the directory's.
    pub fn export_again(&self, sequence: u64, directory: &Path) -> Result<PathBuf, AppError> {
        let reading = self.store.read();
        let sealed = reading.outbox()?.into_iter().find(|sealed| sealed.sequence == sequence);
        let bytes = reading.sealed_bytes(self.department_id()?, sequence)?;
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
        let department = self.department_id()?;
        self.store.write(|writing| {
            let is_known = writing.outbox()?.iter().any(|sealed| sealed.sequence == through);
            if !is_known {
                return Err(AppError::from(Refusal::BundleUnknown { sequence: through }));
            }
            Ok(writing.acknowledge(department, through, today)?)
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
        Ok(since.and_then(|since| deadline::department_silence(&self.antenna, since)))
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
        Ok(side::signing_key(&mut self.store)?.public())
    }
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
