//! Puts a copy back in the place of the database; what it replaces is kept aside.
//!
//! Each step leaves a store that opens: a cut half-way loses neither the old file nor the copy.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::{BACKUPS, STAMP, keys_beside, verify};
use crate::store::anchor;
use crate::store::database::{Access, Database, with_suffix};
use crate::store::error::{About, StoreError};
use crate::store::files::{create_private_directory, flush_directory, read_small, temporary_beside, write_atomically};
use crate::store::migrate::{self, MIGRATIONS};
use crate::store::vault::{DataKey, KEYS};
use crate::store::{DATABASE, EPOCH, REPLICA, Reading, network};

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the replaced database is kept, if there was one.
    pub kept_aside: Option<PathBuf>,
}

/// Replaces the database of `directory` by the copy in `file`, once it has verified.
///
/// The store loses its replica's id and goes on under a fresh one: numbers given after the copy was made may already have
/// left in a bundle, and are never given twice. It keeps the highest epoch that the copy or the database replaced knows, after
/// which the next one begins.
///
/// # Errors
/// `BackupDamaged`, `NotABackup`, `NewerStore`, `Busy` when another process has the store open, or the disk's; the store is
/// then what it was.
pub fn restore(directory: &Path, key: &DataKey, file: &Path, now: DateTime<Utc>) -> Result<Restored, StoreError> {
    network::refuse_network_share(directory)?;
    fs::metadata(file).about(file)?;
    verify(file, key).map_err(|error| match error {
        StoreError::NotAStore { .. } | StoreError::WrongKey { .. } => StoreError::NotABackup { path: file.to_owned() },
        other => other,
    })?;
    create_private_directory(directory)?;
    let path = directory.join(DATABASE);
    let temporary = temporary_beside(&path);
    // Of one that is damaged or of another key, nothing is known.
    let replaced = Database::open(&path, key, Access::ReadOnly).ok().and_then(|present| epoch(&present));
    let restored = prepare(file, key, &temporary, replaced).and_then(|heads| {
        let kept_aside = set_aside(directory, &path, key, now)?;
        let keys = directory.join(KEYS);
        if !keys.exists() {
            let beside = keys_beside(file);
            write_atomically(&keys, &read_small(&beside, 1 << 20).about(&beside)?)?;
        }
        // First the anchor: it names entries that the old database has too, so that either file opens with it.
        anchor::write(directory, key, &heads)?;
        fs::rename(&temporary, &path).and_then(|()| flush_directory(&path)).about(&path)?;
        Ok(Restored { kept_aside })
    });
    if restored.is_err() {
        // The copy it was made from is still there.
        let _ = fs::remove_file(&temporary);
    }
    restored
}

/// Copies the verified backup beside the database, as it will open: without a replica's id, with no log, in the last epoch known.
fn prepare(file: &Path, key: &DataKey, temporary: &Path, replaced: Option<u64>) -> Result<anchor::Heads, StoreError> {
    fs::copy(file, temporary).about(temporary)?;
    let copy = Database::open(temporary, key, Access::ReadWrite)?;
    if migrate::version(&copy, MIGRATIONS)? == 0 {
        return Err(StoreError::NotAStore { path: file.to_owned() });
    }
    copy.connection.execute("DELETE FROM setting WHERE key = ?1", [REPLICA]).about(temporary)?;
    if let Some(last) = epoch(&copy).max(replaced) {
        let put = "INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)";
        copy.connection.execute(put, params![EPOCH, last.to_be_bytes()]).about(temporary)?;
    }
    copy.connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).about(temporary)?;
    drop(copy);
    fs::File::open(temporary).and_then(|file| file.sync_all()).about(temporary)?;
    verify(temporary, key)
}

/// The last epoch in which a store has sealed, or has begun to; none where it has done neither, or is of a schema without bundles.
fn epoch(database: &Database) -> Option<u64> {
    let reading = Reading::new(&database.connection);
    let begun = reading.setting(EPOCH).ok().flatten().and_then(|bytes| <[u8; 8]>::try_from(bytes).ok());
    let sealed = reading.outbox().ok().and_then(|sealed| sealed.iter().map(|one| one.epoch).max());
    begun.map(u64::from_be_bytes).max(sealed)
}

/// Keeps the present database under another name, all its content in one file when it still opens.
fn set_aside(directory: &Path, path: &Path, key: &DataKey, now: DateTime<Utc>) -> Result<Option<PathBuf>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    let backups = directory.join(BACKUPS);
    create_private_directory(&backups)?;
    let aside = vacant(&backups, now);
    match Database::open(path, key, Access::ReadWrite) {
        // Leaving the log needs the file for oneself: refused while another process has it open.
        Ok(present) => {
            present.connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).about(path)?;
        }
        Err(StoreError::Busy) => return Err(StoreError::Busy),
        // Damaged, which is why it is replaced: its log goes with it, whole, for whoever would examine it.
        Err(_) => {
            for suffix in ["-wal", "-shm"] {
                let (log, kept) = (with_suffix(path, suffix), with_suffix(&aside, suffix));
                match fs::rename(&log, &kept) {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    moved => moved.about(&log)?,
                }
            }
        }
    }
    // A second name first, so that there is a database under the first one at every moment.
    if fs::hard_link(path, &aside).is_err() {
        fs::copy(path, &aside).about(&aside)?;
    }
    flush_directory(&aside).about(&aside)?;
    Ok(Some(aside))
}

fn vacant(backups: &Path, now: DateTime<Utc>) -> PathBuf {
    let stamp = now.format(STAMP);
    let mut path = backups.join(format!("replaced-{stamp}.db"));
    let mut count = 1;
    while path.exists() {
        count += 1;
        path = backups.join(format!("replaced-{stamp}-{count}.db"));
    }
    path
}
