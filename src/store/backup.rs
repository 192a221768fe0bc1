//! Verified copies of the store in `backups/`, encrypted with the same key, with `keys.json` beside each.
//!
//! A copy that does not verify is not kept. Putting one back is in `restore`.

pub mod restore;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::backup::{Backup, StepResult};

use super::anchor::Heads;
use super::database::{Access, Database};
use super::error::{About, StoreError};
use super::files::{
    create_private_directory, flush_directory, left_behind, read_small, temporary_beside, write_atomically,
};
use super::vault::{DataKey, KEYS};
use super::{Reading, Store, heads};
use crate::base::id::ReplicaId;
use crate::journal::entry::{Digest, EntryId};

/// The backups' directory in the store's.
pub const BACKUPS: &str = "backups";

/// Sorts as time, and is a file name everywhere.
const STAMP: &str = "%Y-%m-%dT%H-%M-%S%.3fZ";

/// One copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredBackup {
    pub path: PathBuf,
    pub made_at: DateTime<Utc>,
}

impl StoredBackup {
    /// The key file that opens it.
    pub fn keys(&self) -> PathBuf {
        keys_beside(&self.path)
    }
}

impl Store {
    /// Copies the store to `backups/`, verifies the copy, and lets go of those older than `keep_days`.
    ///
    /// # Errors
    /// `BackupDamaged`, `DiskFull`, `ReadOnly`, or the disk's; the earlier copies are then all still there.
    pub fn backup(&mut self, now: DateTime<Utc>, keep_days: u32) -> Result<StoredBackup, StoreError> {
        make(&mut self.database, &self.directory, &self.key, now, keep_days)
    }
}

/// The copies of the store in `directory`, the newest first.
///
/// # Errors
/// The disk's.
pub fn list(directory: &Path) -> Result<Vec<StoredBackup>, StoreError> {
    let backups = directory.join(BACKUPS);
    let entries = match fs::read_dir(&backups) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.about(&backups)?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.about(&backups)?.path();
        if let Some(made_at) = made_at(&path) {
            found.push(StoredBackup { path, made_at });
        }
    }
    found.sort_by_key(|backup| std::cmp::Reverse(backup.made_at));
    Ok(found)
}

/// Opens a copy and checks every page, the structure and the chain's heads.
///
/// # Errors
/// `BackupDamaged`, `WrongKey`, `NotAStore`, or the disk's.
pub(crate) fn verify(path: &Path, key: &DataKey) -> Result<Heads, StoreError> {
    let damaged = || StoreError::BackupDamaged { path: path.to_owned() };
    let checked = Database::open(path, key, Access::ReadOnly).and_then(|copy| {
        copy.verify_pages()?;
        heads_of(&copy)
    });
    checked.map_err(|error| match error {
        StoreError::Corrupted { .. } | StoreError::Refused { .. } | StoreError::Unreadable { .. } => damaged(),
        other => other,
    })
}

/// The copy before a migration: named after the schema it has, kept for ever.
pub(super) fn before_migration(database: &mut Database, directory: &Path, key: &DataKey) -> Result<(), StoreError> {
    let version = database.number("user_version")?;
    let path = directory.join(BACKUPS).join(format!("before-migration-from-{version}.db"));
    copy_verified(database, directory, key, &path)
}

fn make(
    source: &mut Database,
    directory: &Path,
    key: &DataKey,
    now: DateTime<Utc>,
    keep_days: u32,
) -> Result<StoredBackup, StoreError> {
    let path = directory.join(BACKUPS).join(format!("antenna-{}.db", now.format(STAMP)));
    copy_verified(source, directory, key, &path)?;
    rotate(directory, now, keep_days)?;
    let made_at = made_at(&path).unwrap_or(now);
    Ok(StoredBackup { path, made_at })
}

fn copy_verified(source: &mut Database, directory: &Path, key: &DataKey, path: &Path) -> Result<(), StoreError> {
    let backups = directory.join(BACKUPS);
    create_private_directory(&backups)?;
    remove_unfinished(&backups);
    let temporary = temporary_beside(path);
    let damaged = || StoreError::BackupDamaged { path: path.to_owned() };
    let before = heads_of(source)?;
    let copied = copy(source, key, &temporary).and_then(|()| {
        let copied = verify(&temporary, key)?;
        // Another process may have recorded something since the copy began: the copy has at least what was there before.
        let journal = Reading::new(&source.connection);
        let missing = |(replica, (number, _)): (&ReplicaId, &(u64, Digest))| {
            copied.get(replica).is_none_or(|(reached, _)| reached < number)
        };
        if before.iter().any(missing) {
            return Err(damaged());
        }
        for (replica, (number, digest)) in copied {
            if journal.entry_digest(EntryId { replica, number })? != Some(digest) {
                return Err(damaged());
            }
        }
        let keys = directory.join(KEYS);
        let bytes = read_small(&keys, 1 << 20).about(&keys)?;
        write_atomically(&keys_beside(path), &bytes)?;
        fs::rename(&temporary, path).and_then(|()| flush_directory(path)).about(path)
    });
    if copied.is_err() {
        // What remains of a copy that failed is of no use to anyone.
        let _ = fs::remove_file(&temporary);
    }
    copied
}

/// Removes what a process that was killed left of its copies: each is as large as the store.
fn remove_unfinished(backups: &Path) {
    for entry in fs::read_dir(backups).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let copy = name.to_str().and_then(left_behind);
        if copy.is_some_and(|copy| copy.starts_with("antenna-") || copy.starts_with("before-migration-from-")) {
            // What cannot be removed does not keep the copy from being made.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Copies the encrypted file as it lies on the disk; where another process keeps the log from being emptied, page by page
/// through SQLite, which decrypts and encrypts each. Both are consistent while others write.
fn copy(source: &mut Database, key: &DataKey, path: &Path) -> Result<(), StoreError> {
    let lying = source.copy_file(path)?;
    let mut target = Database::open_plain_journal(path, key)?;
    if !lying {
        let backup = Backup::new(&source.connection, &mut target.connection).about(path)?;
        match backup.step(-1).about(path)? {
            StepResult::Done => {}
            StepResult::Busy | StepResult::Locked => return Err(StoreError::Busy),
            _ => return Err(StoreError::BackupDamaged { path: path.to_owned() }),
        }
    }
    // One file, without a log beside it: the copy is carried on a key, or kept on a read-only disk.
    target.connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).about(path)?;
    drop(target);
    fs::File::open(path).and_then(|file| file.sync_all()).about(path)
}

fn heads_of(database: &Database) -> Result<Heads, StoreError> {
    heads(Reading::new(&database.connection))
}

/// Keeps the newest copy, today's, and the last one of each day for `keep_days` days.
fn rotate(directory: &Path, now: DateTime<Utc>, keep_days: u32) -> Result<(), StoreError> {
    let mut kept: Option<DateTime<Utc>> = None;
    for backup in list(directory)? {
        let day = backup.made_at.date_naive();
        let age = now.date_naive().signed_duration_since(day).num_days();
        let first_of_its_day = kept.is_none_or(|newer| newer.date_naive() != day);
        // A copy made before something risky is there until tomorrow, whatever is done in between.
        let todays = age <= 0;
        if kept.is_none() || todays || (first_of_its_day && age < i64::from(keep_days)) {
            kept = Some(backup.made_at);
            continue;
        }
        fs::remove_file(&backup.path).about(&backup.path)?;
        // Absent when someone tidied up by hand.
        let _ = fs::remove_file(backup.keys());
    }
    Ok(())
}

fn made_at(path: &Path) -> Option<DateTime<Utc>> {
    let name = path.file_name()?.to_str()?;
    let stamp = name.strip_prefix("antenna-")?.strip_suffix(".db")?;
    Some(NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc())
}

pub(super) fn keys_beside(path: &Path) -> PathBuf {
    path.with_extension(KEYS)
}
