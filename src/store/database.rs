//! Opens `antenna.db`: SQLCipher under the raw data key, every setting made and read back before anything else is asked.
//!
//! Opening is cheap on purpose: no integrity check here (see `check`), nothing that grows with the file.

use std::fs;
use std::io::{self, Read};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::error::{About, StoreError};
use super::vault::DataKey;

/// How often an act asks again while another process writes, a millisecond apart.
const TRIES: i32 = 5000;
/// Older versions have the WAL-reset bug.
const OLDEST_SQLITE: i32 = 3_051_003;
/// `JALN`.
pub(crate) const APPLICATION_ID: i64 = 0x4A41_4C4E;
/// SQLCipher's page, and the smallest file that can hold anything.
const PAGE: u64 = 4096;

/// What a connection may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    ReadWrite,
    ReadOnly,
}

/// An open connection with its file's path, which errors name.
pub(crate) struct Database {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
}

impl Database {
    /// Opens an existing database.
    ///
    /// # Errors
    /// `NotAStore`, `DatabaseMissing`, `WrongKey`, `Corrupted`, `ReadOnly`, `Busy`, `OldSqlite`, `SettingRefused`, or the disk's.
    pub(crate) fn open(path: &Path, key: &DataKey, access: Access) -> Result<Self, StoreError> {
        let path = std::path::absolute(path).about(path)?;
        look_at_file(&path)?;
        let mode = match access {
            Access::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        Self::connect(path, key, mode, access)
    }

    /// Makes a new, empty database.
    ///
    /// # Errors
    /// `AlreadyAStore` when the file exists, or the disk's.
    pub(crate) fn create(path: &Path, key: &DataKey) -> Result<Self, StoreError> {
        let path = std::path::absolute(path).about(path)?;
        match super::files::private_file().open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(StoreError::AlreadyAStore { path }),
            Err(error) => Err(StoreError::from_io(&path, &error)),
            Ok(_) => Self::connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE, Access::ReadWrite),
        }
    }

    /// Opens a file that is a copy, or is to be filled by one: no log beside it, flushed once by its maker.
    ///
    /// # Errors
    /// As [`Database::open`].
    pub(crate) fn open_plain_journal(path: &Path, key: &DataKey) -> Result<Self, StoreError> {
        let path = std::path::absolute(path).about(path)?;
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).about(&path)?;
        let database = Self { connection, path };
        database.unlock(key)?;
        database.connection.query_row("PRAGMA journal_mode = OFF", [], |_| Ok(())).about(&database.path)?;
        database.connection.pragma_update(None, "synchronous", 0).about(&database.path)?;
        Ok(database)
    }

    /// Checks the structure, for which every page that holds something is read anew, decrypted and authenticated.
    ///
    /// # Errors
    /// `Corrupted`, or the disk's.
    pub(crate) fn verify_pages(&self) -> Result<(), StoreError> {
        self.let_go_of_pages()?;
        let sound: String =
            self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).about(&self.path)?;
        if sound == "ok" { Ok(()) } else { Err(StoreError::Corrupted { path: self.path.clone() }) }
    }

    fn connect(path: PathBuf, key: &DataKey, mode: OpenFlags, access: Access) -> Result<Self, StoreError> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            return Err(StoreError::OldSqlite { found: rusqlite::version().to_owned() });
        }
        let connection = Connection::open_with_flags(&path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX).about(&path)?;
        let mut database = Self { connection, path };
        database.connection.busy_handler(Some(wait_for_another)).about(&database.path)?;
        database.unlock(key).map_err(|error| why_unreachable(&database.path, error))?;
        match access {
            Access::ReadWrite => database.settle_for_writing()?,
            Access::ReadOnly => {}
        }
        database.settle()?;
        database.connection.set_prepared_statement_cache_capacity(64);
        Ok(database)
    }

    /// Gives the key and reads the first page with it.
    fn unlock(&self, key: &DataKey) -> Result<(), StoreError> {
        let mut pragma = Zeroizing::new(String::with_capacity(192));
        // SQLCipher logs a failed page on stderr, over the screen; the error says the same to the person.
        pragma.push_str("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'");
        for byte in key.bytes() {
            for nibble in [byte >> 4, byte & 15] {
                pragma.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
        }
        // Half the cost of the default SHA-512 for each page read or saved, where processors know SHA-256 (most, since 2019).
        pragma.push_str("'\"; PRAGMA cipher_hmac_algorithm = HMAC_SHA256;");
        self.connection.execute_batch(&pragma).about(&self.path)?;
        // Without SQLCipher these pragmas are silent, and the file would be in clear.
        if self.value("cipher_version")?.is_none_or(|version| version.is_empty()) {
            return Err(StoreError::SettingRefused { name: "cipher_version" });
        }
        if self.value("cipher_hmac_algorithm")?.as_deref() != Some("HMAC_SHA256") {
            return Err(StoreError::SettingRefused { name: "cipher_hmac_algorithm" });
        }
        // The first page is decrypted and authenticated here.
        match self.number("schema_version") {
            Err(StoreError::WrongKey { path }) if is_plain(&path) => {
                Err(StoreError::NotAStore { path: path.parent().unwrap_or(&path).to_owned() })
            }
            read => read.map(drop),
        }
    }

    /// What only a connection that writes needs.
    fn settle_for_writing(&self) -> Result<(), StoreError> {
        if self.connection.is_readonly("main").about(&self.path)? {
            return Err(StoreError::ReadOnly { path: self.path.clone() });
        }
        let mode: Option<String> =
            self.connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map(Some).about(&self.path)?;
        if mode.as_deref() != Some("wal") {
            return Err(StoreError::SettingRefused { name: "journal_mode" });
        }
        Ok(())
    }

    /// Every other setting, made and then read back: a misspelt pragma is silent.
    fn settle(&self) -> Result<(), StoreError> {
        const SETTINGS: &[(&str, i64)] = &[
            // So that the journal's triggers also see the rows that INSERT OR REPLACE removes.
            ("recursive_triggers", 1),
            ("synchronous", 2),
            ("foreign_keys", 1),
            ("cell_size_check", 1),
            ("trusted_schema", 0),
            ("secure_delete", 1),
            ("temp_store", 2),
            // 16 MB of log: the lock and the quit empty it, hardly ever a save while someone waits.
            ("wal_autocheckpoint", 4000),
        ];
        for (name, wanted) in SETTINGS {
            self.connection.pragma_update(None, name, wanted).about(&self.path)?;
            if self.number(name)? != *wanted {
                return Err(StoreError::SettingRefused { name });
            }
        }
        Ok(())
    }

    /// The value of a pragma that holds a number.
    pub(crate) fn number(&self, pragma: &str) -> Result<i64, StoreError> {
        self.connection.pragma_query_value(None, pragma, |row| row.get(0)).about(&self.path)
    }

    fn value(&self, pragma: &str) -> Result<Option<String>, StoreError> {
        match self.connection.pragma_query_value(None, pragma, |row| row.get(0)) {
            Err(rusqlite::Error::QueryReturnedNoRows) => Ok(None),
            found => found.map(Some).about(&self.path),
        }
    }

    /// Keeps up to so many kibibytes of pages in memory.
    ///
    /// # Errors
    /// SQLite's.
    pub(crate) fn hold_pages(&self, kibibytes: i64) -> Result<(), StoreError> {
        self.connection.pragma_update(None, "cache_size", -kibibytes).about(&self.path)
    }

    /// Lets go of every page that nothing needs.
    ///
    /// # Errors
    /// SQLite's.
    pub(crate) fn let_go_of_pages(&self) -> Result<(), StoreError> {
        self.connection.execute_batch("PRAGMA shrink_memory").about(&self.path)
    }

    /// Moves the write-ahead log into the file and empties it: on lock and quit. `false` when another process reads.
    ///
    /// # Errors
    /// The disk's.
    pub(crate) fn checkpoint(&self) -> Result<bool, StoreError> {
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
            .map(|busy| busy == 0)
            .about(&self.path)
    }

    /// Makes a new file beside and copies this one into it as it lies on the disk, whole and consistent while others write;
    /// `false`, and an empty file, when part of the content is in a log that cannot be emptied now.
    ///
    /// # Errors
    /// The disk's.
    pub(crate) fn copy_file(&mut self, path: &Path) -> Result<bool, StoreError> {
        let mut copy = super::files::private_file().open(path).about(path)?;
        if self.connection.is_readonly("main").about(&self.path)? {
            return Ok(false);
        }
        // Not worth waiting for whoever reads or writes now.
        self.connection.busy_timeout(Duration::ZERO).about(&self.path)?;
        let emptied = self.checkpoint();
        self.connection.busy_handler(Some(wait_for_another)).about(&self.path)?;
        if !emptied? {
            return Ok(false);
        }
        let snapshot = self.connection.unchecked_transaction().about(&self.path)?;
        // The first read begins it. While it lasts no checkpoint writes over what it sees, and what it sees is in the file alone
        // when the log is empty after it began: that log is not emptied again before it ends.
        self.number("schema_version")?;
        let log = fs::metadata(with_suffix(&self.path, "-wal")).about(&self.path)?;
        let lies_in_file = log.len() == 0;
        if lies_in_file {
            // Kept open until the program ends: closing it would drop the locks that this process has on the file.
            let file = ManuallyDrop::new(fs::File::open(&self.path).about(&self.path)?);
            io::copy(&mut &*file, &mut copy).about(path)?;
        }
        snapshot.finish().about(&self.path)?;
        Ok(lies_in_file)
    }

    /// Lets go of the file without the checkpoint that closing would otherwise make: not a byte changes.
    pub(crate) fn leave_untouched(self) {
        // When it fails, closing checkpoints as usual: the same content in another place.
        let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    }
}

/// What can be told of a file without its key.
fn look_at_file(path: &Path) -> Result<(), StoreError> {
    let not_a_store = || StoreError::NotAStore { path: path.parent().unwrap_or(path).to_owned() };
    let metadata = match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => metadata,
        Ok(_) => return Err(not_a_store()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(StoreError::DatabaseMissing { path: path.to_owned() });
        }
        Err(error) => return Err(StoreError::from_io(path, &error)),
    };
    if metadata.len() < PAGE {
        return Err(StoreError::Corrupted { path: path.to_owned() });
    }
    Ok(())
}

/// The name of what SQLite keeps beside a database.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// SQLite's own waits grow to a tenth of a second: beside a process that writes without pause, they would miss every turn.
fn wait_for_another(tries: i32) -> bool {
    std::thread::sleep(Duration::from_millis(1));
    tries < TRIES
}

/// SQLite only says that it cannot open: trying to make a file beside tells a protected disk, a full one, and the rest.
fn why_unreachable(path: &Path, error: StoreError) -> StoreError {
    let StoreError::Unreachable { .. } = error else { return error };
    let trial = super::files::temporary_beside(path);
    match super::files::private_file().open(&trial) {
        Ok(_) => {
            // An empty file of ours, which nothing refers to.
            let _ = fs::remove_file(&trial);
            error
        }
        Err(refused) => StoreError::from_io(path, &refused),
    }
}

/// Whether the file is a plain SQLite database, readable by anyone.
///
/// Only asked after SQLite refused the file: opening and closing it beside a live connection of this process would drop
/// that connection's locks (POSIX advisory locks belong to the process).
fn is_plain(path: &Path) -> bool {
    let mut header = [0; 16];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut header));
    read.is_ok() && &header == b"SQLite format 3\0"
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn every_setting_is_as_asked_in_a_connection_that_writes_and_in_one_that_reads() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("antenna.db");
        let key = DataKey::fresh().unwrap();
        let writing = Database::create(&path, &key).unwrap();
        writing.connection.execute_batch("CREATE TABLE one (a)").unwrap();
        let reading = Database::open(&path, &key, Access::ReadOnly).unwrap();
        for database in [&writing, &reading] {
            for (pragma, value) in [
                ("synchronous", 2),
                ("foreign_keys", 1),
                ("cell_size_check", 1),
                ("trusted_schema", 0),
                ("secure_delete", 1),
                ("temp_store", 2),
                ("recursive_triggers", 1),
                ("cipher_memory_security", 0),
            ] {
                let found = match pragma {
                    // SQLCipher answers its own pragmas in text.
                    "cipher_memory_security" => database.value(pragma).unwrap().unwrap().parse().unwrap(),
                    _ => database.number(pragma).unwrap(),
                };
                assert_eq!(found, value, "{pragma}");
            }
            assert_eq!(database.value("journal_mode").unwrap().as_deref(), Some("wal"));
        }
        assert!(reading.connection.execute_batch("CREATE TABLE two (a)").is_err());
        let plain = fs::read(&path).unwrap();
        assert!(!plain.windows(6).any(|window| window == b"SQLite"), "nothing in clear in the file");
    }
}
