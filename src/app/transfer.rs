//! The hand-off to the Département: a preview, family by family, then the next bundle, sealed, linked and archived.

mod asked;
mod drawn;
mod pending;
mod preview;
mod together;
mod underway;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::outgoing::{self, Answering, ROOM};
use super::side::{self, Place, Ready, Side};
use super::{App, AppError};
use crate::base::id::{FamilyId, PartyId};
use crate::domain::deadline::{self, Deadline};
use crate::domain::refusal::Refusal;
use crate::exchange::answers::Presence;
use crate::exchange::bundle::Body;
use crate::exchange::{ExchangeError, PublicKey};
use crate::journal::entry::Digest;
use crate::store::exchange::{Sealed, UNKNOWN_PARTY};
use crate::store::files::write_atomically;
use crate::store::{StoreError, Writing};
use asked::{Asked, Noted};
use drawn::{Drawn, Made};
use pending::Start;
pub use preview::{ByKind, FamilyPreview, Preview};
pub(super) use underway::HandOver;

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
    /// The bundles sealed after this one: for the panel, of the answers to orientations, and of those to what came.
    pub beside: Vec<PathBuf>,
}

impl App {
    /// Seals the next bundle into `directory`: archived in the outbox and on the disk, or neither.
    ///
    /// # Errors
    /// `NothingToHandOver`; `AntennaNotFounded`; the exchange's, the store's, the directory's.
    pub fn export(&mut self, directory: &Path) -> Result<Exported, AppError> {
        let exported = match self.export_within(directory, ROOM) {
            Err(AppError::Refused(Refusal::NothingToHandOver {})) => None,
            exported => Some(exported?),
        };
        match exported {
            Some(exported) if 0 < exported.remaining => Ok(exported),
            last => self.export_beside(last, None, directory),
        }
    }

    /// Seals what leaves beside the acts once the last of them have left; gives the first of these bundles with the paths of the
    /// others.
    fn export_beside(
        &mut self,
        exported: Option<Exported>,
        noted: Option<Noted>,
        directory: &Path,
    ) -> Result<Exported, AppError> {
        self.store.hold_little()?;
        let asked = self.export_asked(directory, noted)?;
        let answered = self.export_receipts(directory)?;
        let mut sealed = exported.into_iter().chain(asked).chain(answered);
        let first = sealed.next().ok_or(Refusal::NothingToHandOver {})?;
        Ok(Exported { beside: sealed.map(|exported| exported.path).collect(), ..first })
    }

    /// Tells the Département that this side is there, and how far it has read.
    ///
    /// # Errors
    /// `NotEnrolled`; the exchange's, the store's, the directory's.
    pub fn export_presence(&mut self, directory: &Path) -> Result<Exported, AppError> {
        self.enrolled_department()?.ok_or(ExchangeError::NotEnrolled {})?;
        self.export_body(Body::Presence(Presence {}), directory, &[], |_, _| Ok(()))
    }

    /// Seals what is asked of the panel and what became of the orientations, each where there is something.
    fn export_asked(&mut self, directory: &Path, noted: Option<Noted>) -> Result<Vec<Exported>, AppError> {
        let mut asked = self.asked(noted)?;
        let mut exported = Vec::new();
        while let Some((body, families)) = asked.next_body(&self.store.read(), ROOM)? {
            exported.push(self.export_body(body, directory, &families, |_, _| Ok(()))?);
        }
        if self.enrolled_department()?.is_some() {
            self.store.write(|writing| asked.keep(writing))?;
        }
        Ok(exported)
    }

    /// What is to leave beside the activity; nothing before the Département is enrolled.
    fn asked(&self, noted: Option<Noted>) -> Result<Asked, AppError> {
        match self.enrolled_department()? {
            Some(_) => {
                // An act of another program is either read or left for the next time, never passed over.
                let reading = self.store.read();
                reading.snapshot(|| Asked::of(&reading, noted))
            }
            None => Ok(Asked::default()),
        }
    }

    /// Seals what is answered to the bundles that came, if anything is.
    fn export_receipts(&mut self, directory: &Path) -> Result<Vec<Exported>, AppError> {
        let party = self.department_id()?;
        let mut exported = Vec::new();
        while let Some((answering, body)) = Answering::next(&self.store.read(), party, ROOM)? {
            let kept = |writing: &Writing<'_>, sealed: &Sealed| answering.keep(writing, sealed);
            exported.push(self.export_body(body, directory, &[], kept)?);
        }
        Ok(exported)
    }

    /// Seals a bundle that carries no acts; `carried` are the families that it tells of.
    fn export_body(
        &mut self,
        body: Body,
        directory: &Path,
        carried: &[FamilyId],
        also: impl FnOnce(&Writing<'_>, &Sealed) -> Result<(), StoreError>,
    ) -> Result<Exported, AppError> {
        let (side, department) = (self.side()?, self.department()?);
        let place = Place::next(&self.store.read(), &department)?;
        let ready = side.seal(&place, &department, body.written(0)?, BTreeMap::new(), 0, self.clock.now())?;
        let exported = self.exported(&side, &ready, directory);
        self.hand_out(&side, &ready, carried, &exported, also)?;
        Ok(exported)
    }

    /// What is said of a bundle that carries no acts.
    fn exported(&self, side: &Side, ready: &Ready, directory: &Path) -> Exported {
        Exported {
            kind: ready.sealed.kind.clone(),
            sequence: ready.sealed.sequence,
            path: directory.join(&ready.sealed.file_name),
            key_path: self.key_path(directory),
            digest: ready.sealed.digest,
            fingerprint: side.signing.public().fingerprint(),
            entries: 0,
            remaining: 0,
            families: 0,
            bytes: ready.file.len(),
            is_encrypted: ready.sealed.party != UNKNOWN_PARTY,
            beside: Vec::new(),
        }
    }

    fn export_within(&mut self, directory: &Path, room: usize) -> Result<Exported, AppError> {
        self.store.hold_much()?;
        let (side, department, today) = (self.side()?, self.department()?, self.today());
        let known = self.handing_over.take();
        let reading = self.store.read();
        let (drawn, hand_over) =
            Drawn::of(&reading, &Start::of(&reading, &department)?, today, room, known, |_| Ok(()))?;
        let made = drawn.seal(&side, &department, &Place::next(&reading, &department)?, self.clock.now())?;
        let exported = self.hand_out_made(&side, made, directory)?;
        self.handing_over = (0 < exported.remaining).then_some(hand_over);
        Ok(exported)
    }

    /// Archives a bundle of acts and writes its file.
    fn hand_out_made(&mut self, side: &Side, made: Made, directory: &Path) -> Result<Exported, AppError> {
        let Made { ready, again, entries, families, remaining } = made;
        let exported = Exported { entries, remaining, families, ..self.exported(side, &ready, directory) };
        self.hand_out(side, &ready, &again, &exported, |writing, _| {
            again.iter().try_for_each(|family| writing.sent_again(*family))
        })?;
        Ok(exported)
    }

    /// Archives a bundle and writes its file, with the key that verifies it beside it.
    fn hand_out(
        &mut self,
        side: &Side,
        ready: &Ready,
        carried: &[FamilyId],
        exported: &Exported,
        also: impl FnOnce(&Writing<'_>, &Sealed) -> Result<(), StoreError>,
    ) -> Result<(), AppError> {
        let directory = exported.path.parent().unwrap_or(Path::new("."));
        self.write_key(side, directory)?;
        outgoing::hand_out(&mut self.store, directory, ready, carried, |writing| also(writing, &ready.sealed))?;
        self.changed = true;
        Ok(())
    }

    /// Writes the key that verifies what this antenna seals.
    pub(super) fn write_key(&self, side: &Side, directory: &Path) -> Result<(), AppError> {
        let (path, key) = (self.key_path(directory), side.signing.public().to_pem());
        // The same for every bundle: it is not made durable anew for each.
        match fs::read(&path) {
            Ok(known) if known == key.as_bytes() => Ok(()),
            _ => Ok(write_atomically(&path, key.as_bytes())?),
        }
    }

    fn key_path(&self, directory: &Path) -> PathBuf {
        directory.join(format!("{}.pem", side::slug(&self.antenna.name)))
    }

    /// Writes a bundle sealed before, the very same bytes, into `directory`.
    ///
    /// # Errors
    /// `BundleUnknown`; the store's, the directory's.
    pub fn export_again(&self, sequence: u64, directory: &Path) -> Result<PathBuf, AppError> {
        outgoing::write_again(&self.store.read(), self.department_id()?, sequence, directory)
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

    /// Keeps that the bundles up to this one were given, today, to whoever carries them.
    ///
    /// # Errors
    /// `BundleUnknown`; the store's.
    pub fn hand_over(&mut self, through: u64) -> Result<(), AppError> {
        let today = self.today();
        self.of_sealed(through, |writing, department| Ok(writing.hand_over(department, through, today)?))
    }

    /// Takes back that the bundles from this one on were given to whoever carries them, but for those received since.
    ///
    /// # Errors
    /// `BundleUnknown`; the store's.
    pub fn keep_here(&mut self, from: u64) -> Result<(), AppError> {
        self.of_sealed(from, |writing, department| Ok(writing.keep_here(department, from)?))
    }

    fn of_sealed(
        &mut self,
        sequence: u64,
        keep: impl FnOnce(&Writing<'_>, PartyId) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let department = self.department_id()?;
        self.store.write(|writing| {
            let is_known = writing.outbox()?.iter().any(|sealed| sealed.sequence == sequence);
            if !is_known {
                return Err(AppError::from(Refusal::BundleUnknown { sequence }));
            }
            keep(writing, department)
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

    /// The last bundle that carries a family, while it is not answered.
    ///
    /// # Errors
    /// The store's.
    pub fn gone_with(&self, family: FamilyId) -> Result<Option<u64>, AppError> {
        let last = self.store.read().bundles_with(family)?.pop();
        Ok(last.filter(|sealed| sealed.acknowledged_on.is_none()).map(|sealed| sealed.sequence))
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
