//! Handing a sealed bundle over: archived in the outbox and written under its name, or neither.

use std::fs;
use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use sha2::{Digest as _, Sha256};

use super::AppError;
use super::side::{Ready, known_decryption_key};
use crate::base::id::{FamilyId, PartyId};
use crate::domain::refusal::Refusal;
use crate::exchange::archive;
use crate::exchange::bundle::Body;
use crate::exchange::receipt::Receipts;
use crate::journal::entry::Digest;
use crate::store::exchange::{Sealed, Unanswered};
use crate::store::files::{Staged, write_atomically};
use crate::store::reading::Reading;
use crate::store::{Store, StoreError, Writing};

/// Bytes of acts and records, or of answers, that one bundle takes. The limit of an envelope is 32 MiB; who seals and who opens it
/// holds it in memory several times over, so a bundle takes an eighth of that.
pub(super) const ROOM: usize = 4 * 1024 * 1024;

/// Archives a bundle and writes its file into a directory; `also` is written in the same transaction. `carried` are the families
/// of whom it carries no entry.
///
/// # Errors
/// `FileInTheWay`; `Busy` when another process has sealed a bundle for the party since; the store's, the directory's. Nothing was then
/// written.
pub(super) fn hand_out(
    store: &mut Store,
    directory: &Path,
    ready: &Ready,
    carried: &[FamilyId],
    also: impl FnOnce(&Writing<'_>) -> Result<(), StoreError>,
) -> Result<PathBuf, AppError> {
    let path = directory.join(&ready.sealed.file_name);
    refuse_other_content(&path, &ready.file)?;
    // A directory that takes no file refuses before the number is taken. The archive comes before the name: a file
    // handed over without its archive would be a number that can be given twice.
    let file = thread::scope(|scope| {
        let staged = scope.spawn(|| Staged::write(&path, &ready.file));
        store.write(|writing| -> Result<Staged, StoreError> {
            let before = writing.last_sealed(ready.sealed.party)?.map_or(Digest::ZERO, |last| last.digest);
            if before != ready.sealed.previous {
                return Err(StoreError::Busy);
            }
            writing.archive(&ready.sealed, &ready.archive, carried)?;
            also(writing)?;
            staged.join().unwrap_or_else(|panic| resume_unwind(panic))
        })
    })?;
    file.publish()?;
    Ok(path)
}

/// Writes a bundle sealed before, the very same bytes, into a directory.
///
/// # Errors
/// `BundleUnknown`, `BundleErased`; the store's, the directory's.
pub(super) fn write_again(
    reading: &Reading<'_>,
    party: PartyId,
    sequence: u64,
    directory: &Path,
) -> Result<PathBuf, AppError> {
    let sealed = reading.outbox()?.into_iter().find(|sealed| sealed.party == party && sealed.sequence == sequence);
    let archived = reading.sealed_archive(party, sequence)?;
    let (sealed, archived) = sealed.zip(archived).ok_or(Refusal::BundleUnknown { sequence })?;
    if archived.is_empty() {
        return Err(Refusal::BundleErased { sequence }.into());
    }
    let is_the_same = |envelope: &[u8]| Digest(Sha256::digest(envelope).into()) == sealed.digest;
    let file = archive::file(&archived, known_decryption_key(reading)?.as_ref(), is_the_same)?;
    let path = directory.join(&sealed.file_name);
    refuse_other_content(&path, &file)?;
    write_atomically(&path, &file)?;
    Ok(path)
}

/// The bundles of a party that the next one of ours answers.
pub(super) struct Answering(Vec<Unanswered>);

impl Answering {
    /// Those whose answers have not left yet, as many as fit, with what is answered; `None` when every answer has left.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn next(reading: &Reading<'_>, party: PartyId, room: usize) -> Result<Option<(Self, Body)>, StoreError> {
        let unanswered = reading.unanswered(party, room)?;
        let unreadable = |_| StoreError::Unreadable { table: "inbox" };
        let read = |one: &Unanswered| serde_json::from_str(&one.receipt).map_err(unreadable);
        let receipts = unanswered.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        Ok((!receipts.is_empty()).then_some((Self(unanswered), Body::Receipt(Receipts { receipts }))))
    }

    /// Keeps in which bundle they were answered: in the transaction that archives it.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn keep(self, writing: &Writing<'_>, sealed: &Sealed) -> Result<(), StoreError> {
        self.0.iter().try_for_each(|one| writing.answer_in(sealed.party, one, sealed.sequence))
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use chrono::NaiveDate;
    use uuid::Uuid;

    use super::*;
    use crate::base::id::ReferentId;
    use crate::exchange::receipt::Receipt;
    use crate::store::Vault;
    use crate::store::exchange::{Came, CameState};

    const PARTY: PartyId = PartyId::from_bytes([9; 16]);

    /// A bundle that came and is answered with accepted families, or with nothing.
    fn came(epoch: u64, sequence: u64, is_answered: bool) -> Came {
        let (digest, received_on) = (Digest([7; 32]), NaiveDate::from_ymd_opt(2026, 11, 29).unwrap());
        let answer = Receipt { epoch, sequence, digest, received_on, matters: Vec::new(), figures_differ: false };
        Came {
            party: PARTY,
            epoch,
            sequence,
            digest,
            kind: "activity".into(),
            created_at: "2026-11-29T10:00:00Z".into(),
            received_on,
            state: CameState::Applied,
            receipt: is_answered.then(|| serde_json::to_string(&answer).unwrap()),
            answered_in: None,
            through: std::collections::BTreeMap::new(),
        }
    }

    /// Epochs and numbers.
    type Places = Vec<(u64, u64)>;

    /// What the bundles of this room answer, one after the other, and the bundle that each one that came is answered in. The last one
    /// comes while the first answer is on its way.
    fn answered(room: usize) -> (Vec<Places>, Vec<Option<u64>>) {
        let directory = tempfile::tempdir().unwrap();
        let (_, key) =
            Vault::create_demonstration(directory.path(), ReferentId::from(Uuid::from_u128(7)), "C. Essai").unwrap();
        let mut store = Store::create(directory.path(), &key).unwrap();
        let first = [came(1, 1, true), came(1, 2, false), came(1, 3, true)];
        store.write(|writing| first.iter().try_for_each(|came| writing.keep_came(came, b""))).unwrap();
        let mut bundles = Vec::new();
        while let Some((answering, body)) = Answering::next(&store.read(), PARTY, room).unwrap() {
            let Body::Receipt(told) = body else { panic!("not a receipt") };
            bundles.push(told.receipts.iter().map(|one| (one.epoch, one.sequence)).collect());
            let ours = bundles.len() as u64;
            if ours == 1 {
                store.write(|writing| writing.keep_came(&came(2, 3, true), b"")).unwrap();
            }
            store.write(|writing| answering.0.iter().try_for_each(|one| writing.answer_in(PARTY, one, ours))).unwrap();
        }
        assert_eq!(store.read().count_unanswered(PARTY).unwrap(), 0);
        (bundles, store.read().inbox().unwrap().iter().map(|came| came.answered_in).collect())
    }

    #[test]
    fn answers_leave_in_as_many_bundles_as_they_fill_and_each_once() {
        let each = vec![vec![(1, 1)], vec![(1, 3)], vec![(2, 3)]];
        assert_eq!(answered(1), (each, vec![Some(1), None, Some(2), Some(3)]), "one at least");
        let together = vec![vec![(1, 1), (1, 3)], vec![(2, 3)]];
        assert_eq!(answered(4096), (together, vec![Some(1), None, Some(1), Some(2)]));
    }
}
