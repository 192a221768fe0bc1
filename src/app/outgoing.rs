//! Handing a sealed bundle over: archived in the outbox and written under its name, or neither.

use std::fs;
use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use super::AppError;
use super::side::Ready;
use crate::base::id::{FamilyId, PartyId};
use crate::domain::refusal::Refusal;
use crate::exchange::bundle::Kind;
use crate::exchange::receipt::Receipt;
use crate::store::files::{Staged, write_atomically};
use crate::store::reading::Reading;
use crate::store::{Store, StoreError, Writing};

/// Archives a bundle and writes its file into a directory; `also` is written in the same transaction. `carried` are the families
/// of whom it carries no entry.
///
/// # Errors
/// `FileInTheWay`; the store's, the directory's. Nothing was then written.
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
            writing.archive(&ready.sealed, &ready.file, carried)?;
            if ready.sealed.kind == Kind::Receipt.code() {
                writing.answer_in(ready.sealed.party, ready.sealed.sequence)?;
            }
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
    let bytes = reading.sealed_bytes(party, sequence)?;
    let (sealed, bytes) = sealed.zip(bytes).ok_or(Refusal::BundleUnknown { sequence })?;
    if bytes.is_empty() {
        return Err(Refusal::BundleErased { sequence }.into());
    }
    let path = directory.join(&sealed.file_name);
    refuse_other_content(&path, &bytes)?;
    write_atomically(&path, &bytes)?;
    Ok(path)
}

/// What is answered to a party and has not left yet.
///
/// # Errors
/// The store's.
pub(super) fn unanswered(reading: &Reading<'_>, party: PartyId) -> Result<Vec<Receipt>, StoreError> {
    let kept = reading.unanswered(party)?;
    let read = |json: &String| serde_json::from_str(json).map_err(|_| StoreError::Unreadable { table: "inbox" });
    kept.iter().map(read).collect()
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
