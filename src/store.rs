//! The only user of SQLite: keys, migrations, journal tables, projections, anchor, backups.
//!
//! It decides nothing: `app` asks, `domain` decides, `journal` says what entries mean.

pub mod access;
pub mod anchor;
pub mod backup;
mod brought;
pub mod check;
pub mod database;
pub mod department;
pub(crate) mod erasure;
pub mod error;
pub mod exchange;
pub(crate) mod files;
pub mod migrate;
pub mod network;
pub mod reading;
mod recorded;
mod search;
mod stream;
pub mod vault;
pub mod writing;

use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;

pub use anchor::{AnchorFault, Heads};
pub use database::Access;
use database::Database;
pub use error::StoreError;
use migrate::{MIGRATIONS, Migration};
pub use reading::Reading;
pub use recorded::LineDigest;
pub use vault::{DataKey, Derivation, Holder, NewSlot, RecoveryCode, Unlocked, Vault};
pub use writing::Writing;

use crate::journal::entry::EntryId;
use error::About;

/// The database's name in the store's directory.
pub const DATABASE: &str = "antenna.db";

/// The setting that names this machine's replica.
pub const REPLICA: &str = "replica";

/// The setting that holds the epoch of what this store sends.
pub const EPOCH: &str = "epoch";

/// Kibibytes of pages that a connection keeps in memory: SQLite's own choice.
const HELD: i64 = 2_000;
/// And while bundles are received.
const HELD_IN_A_HAND_OVER: i64 = 16_000;

/// An open store.
pub struct Store {
    database: Database,
    anchor: anchor::AnchorWriter,
    directory: PathBuf,
    key: DataKey,
    read_only: Option<StoreError>,
    changed: bool,
    /// SQLite's count of what other connections committed, as this store last took it into account.
    data_version: i64,
}

/// What opens a second connection, from another thread: opening one takes as long as reading a family.
#[derive(Clone)]
pub struct Beside {
    directory: PathBuf,
    key: DataKey,
}

/// A second connection that only reads, for work beside the screen.
pub struct SecondReader {
    database: Database,
}

impl Store {
    /// Makes the database of a new store, beside the key file that [`Vault::create`] has made.
    ///
    /// # Errors
    /// `NetworkShare`, `AlreadyAStore`, or the disk's.
    pub fn create(directory: &Path, key: &DataKey) -> Result<Self, StoreError> {
        network::refuse_network_share(directory)?;
        let path = directory.join(DATABASE);
        let mut database = Database::create(&path, key)?;
        migrate::migrate(&mut database, MIGRATIONS, |_| Ok(()))?;
        anchor::write(directory, key, &Heads::new())?;
        Self::around(database, directory, key, Heads::new(), None)
    }

    /// Opens a store. When its database is behind its anchor it opens for reading only, and [`Store::read_only`] says why.
    ///
    /// # Errors
    /// `NetworkShare`, `NotAStore`, `NewerStore`, `WrongKey`, `Corrupted`, `ReadOnly`, `Busy`, or the disk's.
    pub fn open(directory: &Path, key: &DataKey) -> Result<Self, StoreError> {
        Self::open_with(directory, key, MIGRATIONS)
    }

    /// Opens a store with another table of migrations than the program's own.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_with(directory: &Path, key: &DataKey, migrations: &[Migration]) -> Result<Self, StoreError> {
        network::refuse_network_share(directory)?;
        let path = directory.join(DATABASE);
        let anchored = anchor::read(directory, key);
        let mut database = match Database::open(&path, key, Access::ReadWrite) {
            // The anchor's MAC proves the key: then it is the file that is damaged, not the key that is another's.
            Err(StoreError::WrongKey { path }) if matches!(anchored, Ok(Some(_))) => {
                return Err(StoreError::Corrupted { path });
            }
            opened => opened?,
        };
        match migrate::version(&database, migrations) {
            Ok(0) => return Err(StoreError::NotAStore { path: directory.to_owned() }),
            Ok(_) => {}
            Err(refused) => {
                database.leave_untouched();
                return Err(refused);
            }
        }
        migrate::migrate(&mut database, migrations, |database| backup::before_migration(database, directory, key))?;
        let reading = Reading::new(&database.connection);
        let present = heads(reading)?;
        let anchored_heads = anchored.as_ref().ok().cloned().flatten().unwrap_or_default();
        let compared = anchor::compare(anchored, present.is_empty(), |replica, number| {
            reading.entry_digest(EntryId { replica, number })
        })?;
        match compared {
            Ok(()) => {
                let mut store = Self::around(database, directory, key, anchored_heads, None)?;
                // After a cut between a commit and its anchor, the anchor catches up.
                store.anchor.follow(present);
                Ok(store)
            }
            Err(fault) => {
                // What is there stays there, byte for byte: it may have to be examined.
                database.leave_untouched();
                let database = Database::open(&path, key, Access::ReadOnly)?;
                Self::around(database, directory, key, anchored_heads, Some(fault))
            }
        }
    }

    /// What opens a second connection to the same store.
    pub fn beside(&self) -> Beside {
        Beside { directory: self.directory.clone(), key: self.key.clone() }
    }

    /// What the store can be asked.
    pub fn read(&self) -> Reading<'_> {
        Reading::new(&self.database.connection)
    }

    /// Runs `body` in one transaction: all of it is durable when this returns, or none of it happened.
    ///
    /// Heads are read inside the transaction, so that two processes never give one number twice.
    ///
    /// # Errors
    /// Those of `body`; `RolledBack` when the store is open for reading only; `Busy` when another process held it longer
    /// than five seconds; `DiskFull`, or SQLite's.
    pub fn write<T, E: From<StoreError>>(&mut self, body: impl FnOnce(&Writing<'_>) -> Result<T, E>) -> Result<T, E> {
        if let Some(StoreError::RolledBack(fault)) = self.read_only {
            return Err(StoreError::RolledBack(fault).into());
        }
        let Database { connection, path } = &mut self.database;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).about(path)?;
        let data_version = transaction.pragma_query_value(None, "data_version", |row| row.get(0)).about(path)?;
        let writing = Writing::new(&transaction, data_version != self.data_version);
        let result = body(&writing)?;
        let heads = heads(*writing)?;
        let asked = writing.was_asked();
        transaction.commit().about(path)?;
        self.changed = true;
        if asked {
            self.data_version = data_version;
        }
        self.anchor.follow(heads);
        Ok(result)
    }

    /// Keeps more of the file in memory while a hand-over goes through it: a page that is let go of is decrypted again when it is
    /// next asked for, and one that changed is written more than once.
    ///
    /// # Errors
    /// SQLite's.
    pub fn hold_much(&self) -> Result<(), StoreError> {
        self.database.hold_pages(HELD_IN_A_HAND_OVER)
    }

    /// Ends [`Store::hold_much`]: what one person at a screen needs.
    ///
    /// # Errors
    /// SQLite's.
    pub fn hold_little(&self) -> Result<(), StoreError> {
        self.database.hold_pages(HELD)?;
        self.database.let_go_of_pages()
    }

    /// Why the store is open for reading only, when it is.
    pub fn read_only(&self) -> Option<&StoreError> {
        self.read_only.as_ref()
    }

    /// The directory that the store is in.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Whether something was written since the store was opened.
    pub fn changed(&self) -> bool {
        self.changed
    }

    /// Moves everything into the one file: on lock. `false` when another process is reading.
    ///
    /// # Errors
    /// The disk's.
    pub fn checkpoint(&self) -> Result<bool, StoreError> {
        match self.read_only {
            Some(_) => Ok(false),
            None => self.database.checkpoint(),
        }
    }

    /// Caps the database at `pages` more pages of 4 KiB than it has: past them the disk counts as full, for this opening.
    ///
    /// # Errors
    /// SQLite's.
    pub fn cap_growth(&self, pages: u32) -> Result<(), StoreError> {
        let limit = self.database.number("page_count")? + i64::from(pages);
        let connection = &self.database.connection;
        let sql = format!("PRAGMA max_page_count = {limit}");
        connection.query_row(&sql, [], |_| Ok(())).about(&self.database.path)
    }

    /// Closes the store: the anchor is written, the write-ahead log emptied. Dropping it does the same and says nothing.
    ///
    /// # Errors
    /// The disk's; what was recorded is safe in any case.
    pub fn close(mut self) -> Result<(), StoreError> {
        let anchored = self.anchor.close();
        self.checkpoint()?;
        anchored
    }

    fn around(
        database: Database,
        directory: &Path,
        key: &DataKey,
        anchored: Heads,
        fault: Option<AnchorFault>,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            data_version: database.number("data_version")?,
            database,
            anchor: anchor::AnchorWriter::new(directory.to_owned(), key.clone(), anchored),
            directory: directory.to_owned(),
            key: key.clone(),
            read_only: fault.map(StoreError::RolledBack),
            changed: false,
        })
    }
}

impl Beside {
    /// Opens a connection that only reads.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(&self) -> Result<SecondReader, StoreError> {
        SecondReader::open(&self.directory, &self.key)
    }

    /// Opens the store a second time, to write beside the first: each waits for the other's transactions, as two programs do.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_to_write(&self) -> Result<Store, StoreError> {
        Store::open(&self.directory, &self.key)
    }
}

impl SecondReader {
    /// Opens the store of `directory` for reading only: beside another process, or from another thread.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(directory: &Path, key: &DataKey) -> Result<Self, StoreError> {
        let database = Database::open(&directory.join(DATABASE), key, Access::ReadOnly)?;
        match migrate::version(&database, MIGRATIONS)? {
            0 => Err(StoreError::NotAStore { path: directory.to_owned() }),
            _ => Ok(Self { database }),
        }
    }

    /// What the store can be asked.
    pub fn read(&self) -> Reading<'_> {
        Reading::new(&self.database.connection)
    }
}

/// For each replica its last entry, as the anchor keeps it.
fn heads(reading: Reading<'_>) -> Result<Heads, StoreError> {
    let last = reading.last_entries()?;
    Ok(last.into_iter().map(|(replica, number, _, digest)| (replica, (number, digest))).collect())
}
