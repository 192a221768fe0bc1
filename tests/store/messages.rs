//! Every fault of the store has a sentence and a hint in both languages, and names only its own facts.

use std::io;
use std::path::PathBuf;

use jalon::base::locale::{Catalog, Lang};
use jalon::store::{AnchorFault, StoreError};

/// One of each; the compiler does not check that none is missing, the list of ids does.
fn one_of_each() -> Vec<StoreError> {
    let path = || PathBuf::from("/antenne/antenna.db");
    vec![
        StoreError::WrongPassphrase,
        StoreError::WrongRecoveryCode,
        StoreError::MistypedRecoveryCode,
        StoreError::PassphraseTooShort { minimum: 12 },
        StoreError::NoSuchSlot,
        StoreError::SlotNameTaken,
        StoreError::LastReferentSlot,
        StoreError::NoReferentSlot,
        StoreError::WeakKeyDerivation { floor_mib: 46 },
        StoreError::ExcessiveKeyDerivation { ceiling_mib: 2048, passes: 20 },
        StoreError::NotEnoughMemory,
        StoreError::KeysUnreadable { path: path() },
        StoreError::NotAStore { path: path() },
        StoreError::KeysMissing { path: path() },
        StoreError::DatabaseMissing { path: path() },
        StoreError::AlreadyAStore { path: path() },
        StoreError::NotABackup { path: path() },
        StoreError::NewerStore { path: path(), found: 2, known: 1 },
        StoreError::WrongKey { path: path() },
        StoreError::Corrupted { path: path() },
        StoreError::RolledBack(AnchorFault::Behind { number: 4 }),
        StoreError::RolledBack(AnchorFault::Missing),
        StoreError::RolledBack(AnchorFault::Unreadable),
        StoreError::DiskFull,
        StoreError::ReadOnly { path: path() },
        StoreError::NetworkShare { path: path(), kind: "nfs4".to_owned() },
        StoreError::Busy,
        StoreError::Unreachable { path: path(), kind: io::ErrorKind::NotFound },
        StoreError::OldSqlite { found: "3.40.0".to_owned() },
        StoreError::SettingRefused { name: "journal_mode" },
        StoreError::BackupDamaged { path: path() },
        StoreError::Unreadable { table: "journal_entry" },
        StoreError::NotNext { number: 3 },
        StoreError::ChainBroken { number: 3 },
        StoreError::ViewsDiffer { table: "family" },
        StoreError::ErasedWithoutOrder { number: 3 },
        StoreError::ErasureIncomplete { number: 3 },
        StoreError::OfDepartment { path: path() },
        StoreError::NotOfDepartment { path: path() },
        StoreError::JournalIsAppendOnly,
        StoreError::Refused { code: 1 },
    ]
}

#[test]
fn every_fault_says_what_is_wrong_and_what_to_do() {
    let faults = one_of_each();
    assert_eq!(faults.iter().map(StoreError::id).collect::<Vec<_>>(), StoreError::IDS);
    for lang in [Lang::Fr, Lang::En] {
        let catalog = Catalog::new(lang);
        for fault in &faults {
            let arguments = fault.arguments();
            let hint = catalog.hint(fault.id(), &arguments).unwrap_or_default();
            for sentence in [catalog.text_with(fault.id(), &arguments), hint] {
                assert!(sentence.ends_with('.'), "{} in {}: {sentence:?}", fault.id(), lang.code());
                assert!(!sentence.contains('{'), "{} names a fact that it has not: {sentence}", fault.id());
            }
        }
    }
}
