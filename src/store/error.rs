//! What can go wrong with a store: one variant per fault that a person can meet, and the one place that reads SQLite's codes.
//!
//! The sentences are in the message catalogue, under [`StoreError::id`]; nothing here names a person or quotes a value.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use super::anchor::AnchorFault;
use crate::base::locale::Fact;

/// Why an operation on the store did not happen. The store is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the passphrase does not open this key slot")]
    WrongPassphrase,
    #[error("the recovery code does not open the recovery slot")]
    WrongRecoveryCode,
    #[error("a symbol of the recovery code was mistyped")]
    MistypedRecoveryCode,
    #[error("the passphrase has fewer than {minimum} characters")]
    PassphraseTooShort { minimum: u32 },
    #[error("no key slot bears this name")]
    NoSuchSlot,
    #[error("a key slot already bears this name")]
    SlotNameTaken,
    #[error("the last referent's key slot cannot be removed")]
    LastReferentSlot,
    #[error("a store needs at least one referent's key slot")]
    NoReferentSlot,
    #[error("the key derivation asks for less than {floor_mib} MiB or less than one pass")]
    WeakKeyDerivation { floor_mib: u32 },
    #[error("the key derivation asks for more than {ceiling_mib} MiB or {passes} passes")]
    ExcessiveKeyDerivation { ceiling_mib: u32, passes: u32 },
    #[error("not enough memory to derive the key")]
    NotEnoughMemory,
    #[error("the key file {} cannot be read", path.display())]
    KeysUnreadable { path: PathBuf },
    #[error("there is no store in {}", path.display())]
    NotAStore { path: PathBuf },
    #[error("the key file {} is missing", path.display())]
    KeysMissing { path: PathBuf },
    #[error("the database {} is missing, its keys are there", path.display())]
    DatabaseMissing { path: PathBuf },
    #[error("there is already a store in {}", path.display())]
    AlreadyAStore { path: PathBuf },
    #[error("{} is no copy of this store, or its beginning is damaged", path.display())]
    NotABackup { path: PathBuf },
    #[error("{} was written by a newer version of the program ({found}, this one knows {known})", path.display())]
    NewerStore { path: PathBuf, found: i64, known: i64 },
    #[error("{} does not open with this store's key", path.display())]
    WrongKey { path: PathBuf },
    #[error("{} is damaged", path.display())]
    Corrupted { path: PathBuf },
    #[error("the store is not proved to be the latest one: {0}")]
    RolledBack(AnchorFault),
    #[error("the disk is full")]
    DiskFull,
    #[error("{} cannot be written", path.display())]
    ReadOnly { path: PathBuf },
    #[error("{} is on a network share ({kind})", path.display())]
    NetworkShare { path: PathBuf, kind: String },
    #[error("another program holds the store")]
    Busy,
    #[error("{} cannot be read or written: {kind}", path.display())]
    Unreachable { path: PathBuf, kind: io::ErrorKind },
    #[error("this SQLite is too old ({found})")]
    OldSqlite { found: String },
    #[error("the setting {name} could not be made")]
    SettingRefused { name: &'static str },
    #[error("the backup {} did not pass its verification", path.display())]
    BackupDamaged { path: PathBuf },
    #[error("what {table} keeps cannot be read back")]
    Unreadable { table: &'static str },
    #[error("entry {number} does not follow the head of its replica")]
    NotNext { number: u64 },
    #[error("the journal's chain is broken at entry {number}")]
    ChainBroken { number: u64 },
    #[error("{table} is not what a replay of the journal gives")]
    ViewsDiffer { table: &'static str },
    #[error("events of entry {number} are gone and no entry ordered it")]
    ErasedWithoutOrder { number: u64 },
    #[error("the erasure ordered by entry {number} is not complete")]
    ErasureIncomplete { number: u64 },
    #[error("the store in {} is a Département's", path.display())]
    OfDepartment { path: PathBuf },
    #[error("the store in {} is not a Département's", path.display())]
    NotOfDepartment { path: PathBuf },
    #[error("the journal is never rewritten")]
    JournalIsAppendOnly,
    /// A fault of this program, not of the person or the disk; the code is SQLite's extended result code.
    #[error("SQLite refused with code {code}")]
    Refused { code: i32 },
}

impl StoreError {
    /// The Fluent id of the sentence; what to do about it is the same id's `.hint`.
    pub fn id(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "store-wrong-passphrase",
            Self::WrongRecoveryCode => "store-wrong-recovery-code",
            Self::MistypedRecoveryCode => "store-mistyped-recovery-code",
            Self::PassphraseTooShort { .. } => "store-passphrase-too-short",
            Self::NoSuchSlot => "store-no-such-slot",
            Self::SlotNameTaken => "store-slot-name-taken",
            Self::LastReferentSlot => "store-last-referent-slot",
            Self::NoReferentSlot => "store-no-referent-slot",
            Self::WeakKeyDerivation { .. } => "store-weak-key-derivation",
            Self::ExcessiveKeyDerivation { .. } => "store-excessive-key-derivation",
            Self::NotEnoughMemory => "store-not-enough-memory",
            Self::KeysUnreadable { .. } => "store-keys-unreadable",
            Self::NotAStore { .. } => "store-not-a-store",
            Self::KeysMissing { .. } => "store-keys-missing",
            Self::DatabaseMissing { .. } => "store-database-missing",
            Self::AlreadyAStore { .. } => "store-already-a-store",
            Self::NotABackup { .. } => "store-not-a-backup",
            Self::NewerStore { .. } => "store-newer-store",
            Self::WrongKey { .. } => "store-wrong-key",
            Self::Corrupted { .. } => "store-corrupted",
            Self::RolledBack(AnchorFault::Behind { .. }) => "store-rolled-back",
            Self::RolledBack(AnchorFault::Missing) => "store-anchor-missing",
            Self::RolledBack(AnchorFault::Unreadable | AnchorFault::Forged) => "store-anchor-unreadable",
            Self::DiskFull => "store-disk-full",
            Self::ReadOnly { .. } => "store-read-only",
            Self::NetworkShare { .. } => "store-network-share",
            Self::Busy => "store-busy",
            Self::Unreachable { .. } => "store-unreachable",
            Self::OldSqlite { .. } => "store-old-sqlite",
            Self::SettingRefused { .. } => "store-setting-refused",
            Self::BackupDamaged { .. } => "store-backup-damaged",
            Self::Unreadable { .. } => "store-unreadable",
            Self::NotNext { .. } => "store-not-next",
            Self::ChainBroken { .. } => "store-chain-broken",
            Self::ViewsDiffer { .. } => "store-views-differ",
            Self::ErasedWithoutOrder { .. } => "store-erased-without-order",
            Self::ErasureIncomplete { .. } => "store-erasure-incomplete",
            Self::OfDepartment { .. } => "store-of-department",
            Self::NotOfDepartment { .. } => "store-not-of-department",
            Self::JournalIsAppendOnly => "store-journal-is-append-only",
            Self::Refused { .. } => "store-refused",
        }
    }

    /// Every id of a sentence about the store; a test compares it with the catalogue.
    pub const IDS: [&'static str; 41] = [
        "store-wrong-passphrase",
        "store-wrong-recovery-code",
        "store-mistyped-recovery-code",
        "store-passphrase-too-short",
        "store-no-such-slot",
        "store-slot-name-taken",
        "store-last-referent-slot",
        "store-no-referent-slot",
        "store-weak-key-derivation",
        "store-excessive-key-derivation",
        "store-not-enough-memory",
        "store-keys-unreadable",
        "store-not-a-store",
        "store-keys-missing",
        "store-database-missing",
        "store-already-a-store",
        "store-not-a-backup",
        "store-newer-store",
        "store-wrong-key",
        "store-corrupted",
        "store-rolled-back",
        "store-anchor-missing",
        "store-anchor-unreadable",
        "store-disk-full",
        "store-read-only",
        "store-network-share",
        "store-busy",
        "store-unreachable",
        "store-old-sqlite",
        "store-setting-refused",
        "store-backup-damaged",
        "store-unreadable",
        "store-not-next",
        "store-chain-broken",
        "store-views-differ",
        "store-erased-without-order",
        "store-erasure-incomplete",
        "store-of-department",
        "store-not-of-department",
        "store-journal-is-append-only",
        "store-refused",
    ];

    /// The facts that the sentence names: paths, counts and codes, never a person.
    pub fn arguments(&self) -> Vec<(&'static str, Fact)> {
        let path = |path: &Path| ("path", Fact::Text(path.display().to_string()));
        let number = |name, value: i64| (name, Fact::Number(value));
        let text = |name, value: &str| (name, Fact::Text(value.to_owned()));
        match self {
            Self::WrongPassphrase
            | Self::WrongRecoveryCode
            | Self::MistypedRecoveryCode
            | Self::NoSuchSlot
            | Self::SlotNameTaken
            | Self::LastReferentSlot
            | Self::NoReferentSlot
            | Self::NotEnoughMemory
            | Self::RolledBack(_)
            | Self::DiskFull
            | Self::Busy
            | Self::JournalIsAppendOnly => Vec::new(),
            Self::PassphraseTooShort { minimum } => vec![number("minimum", i64::from(*minimum))],
            Self::WeakKeyDerivation { floor_mib } => vec![number("floor", i64::from(*floor_mib))],
            Self::ExcessiveKeyDerivation { ceiling_mib, passes } => {
                vec![number("ceiling", i64::from(*ceiling_mib)), number("passes", i64::from(*passes))]
            }
            Self::KeysUnreadable { path: at }
            | Self::NotAStore { path: at }
            | Self::KeysMissing { path: at }
            | Self::DatabaseMissing { path: at }
            | Self::AlreadyAStore { path: at }
            | Self::NotABackup { path: at }
            | Self::OfDepartment { path: at }
            | Self::NotOfDepartment { path: at }
            | Self::WrongKey { path: at }
            | Self::Corrupted { path: at }
            | Self::ReadOnly { path: at }
            | Self::BackupDamaged { path: at } => vec![path(at)],
            Self::NewerStore { path: at, found, known } => {
                vec![path(at), number("found", *found), number("known", *known)]
            }
            Self::NetworkShare { path: at, kind } => vec![path(at), text("kind", kind)],
            Self::Unreachable { path: at, kind } => vec![path(at), ("kind", Fact::from(*kind))],
            Self::OldSqlite { found } => vec![text("found", found)],
            Self::SettingRefused { name } => vec![text("name", name)],
            Self::Unreadable { table } | Self::ViewsDiffer { table } => vec![text("table", table)],
            Self::NotNext { number: entry }
            | Self::ChainBroken { number: entry }
            | Self::ErasedWithoutOrder { number: entry }
            | Self::ErasureIncomplete { number: entry } => {
                vec![number("number", i64::try_from(*entry).unwrap_or(i64::MAX))]
            }
            Self::Refused { code } => vec![number("code", i64::from(*code))],
        }
    }

    /// Reads the operating system's error about `path`.
    pub(crate) fn from_io(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                Self::ReadOnly { path: path.to_owned() }
            }
            io::ErrorKind::OutOfMemory => Self::NotEnoughMemory,
            kind => Self::Unreachable { path: path.to_owned(), kind },
        }
    }

    /// Reads SQLite's error about the database at `path`.
    pub(crate) fn from_sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = error else {
            return Self::Refused { code: -1 };
        };
        let path = path.to_owned();
        match failure.code {
            ErrorCode::NotADatabase => Self::WrongKey { path },
            ErrorCode::DatabaseCorrupt => Self::Corrupted { path },
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly { path },
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => Self::Busy,
            ErrorCode::OutOfMemory => Self::NotEnoughMemory,
            ErrorCode::CannotOpen => Self::Unreachable { path, kind: io::ErrorKind::NotFound },
            ErrorCode::SystemIoFailure => Self::Unreachable { path, kind: io::ErrorKind::Other },
            ErrorCode::ConstraintViolation
                if message.as_deref().is_some_and(|text| text.contains("the journal is never changed")) =>
            {
                Self::JournalIsAppendOnly
            }
            _ => Self::Refused { code: failure.extended_code },
        }
    }
}

/// For the queries, which know no path: the database's own name.
impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::from_sqlite(Path::new(super::DATABASE), &error)
    }
}

/// Names the database that an SQLite error is about.
pub(crate) trait About<T> {
    /// The same result, with SQLite's code read as a fault of the database at `path`.
    fn about(self, path: &Path) -> Result<T, StoreError>;
}

impl<T> About<T> for Result<T, rusqlite::Error> {
    fn about(self, path: &Path) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::from_sqlite(path, &error))
    }
}

impl<T> About<T> for io::Result<T> {
    fn about(self, path: &Path) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::from_io(path, &error))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use rusqlite::ffi;

    use super::*;

    fn sqlite(code: i32) -> &'static str {
        let failure = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
        StoreError::from_sqlite(Path::new("antenna.db"), &failure).id()
    }

    #[test]
    fn each_code_of_sqlite_is_read_as_the_fault_that_a_person_meets() {
        for (code, id) in [
            (ffi::SQLITE_FULL, "store-disk-full"),
            (ffi::SQLITE_READONLY, "store-read-only"),
            (ffi::SQLITE_READONLY_DIRECTORY, "store-read-only"),
            (ffi::SQLITE_NOTADB, "store-wrong-key"),
            (ffi::SQLITE_CORRUPT, "store-corrupted"),
            (ffi::SQLITE_BUSY, "store-busy"),
            (ffi::SQLITE_BUSY_SNAPSHOT, "store-busy"),
            (ffi::SQLITE_IOERR_READ, "store-unreachable"),
            (ffi::SQLITE_CANTOPEN, "store-unreachable"),
            (ffi::SQLITE_CONSTRAINT_UNIQUE, "store-refused"),
        ] {
            assert_eq!(sqlite(code), id, "for code {code}");
        }
    }

    #[test]
    fn a_full_disk_and_a_read_only_directory_are_told_apart_from_other_system_errors() {
        for (kind, id) in [
            (io::ErrorKind::StorageFull, "store-disk-full"),
            (io::ErrorKind::ReadOnlyFilesystem, "store-read-only"),
            (io::ErrorKind::PermissionDenied, "store-read-only"),
            (io::ErrorKind::NotFound, "store-unreachable"),
        ] {
            assert_eq!(StoreError::from_io(Path::new("keys.json"), &io::Error::from(kind)).id(), id);
        }
    }
}
