//! The anchor: what SQLite and SQLCipher do not notice.

use std::fs;
use std::os::unix::fs::MetadataExt as _;

use jalon::store::{AnchorFault, Store, StoreError};

use super::made_up::{MadeUp, REPLICA, last_number, record, replica};

/// Opens, expects the store for reading only, and says why.
fn fault(made_up: &MadeUp) -> Option<AnchorFault> {
    let mut store = made_up.open().unwrap();
    let fault = match store.read_only() {
        Some(StoreError::RolledBack(fault)) => Some(*fault),
        Some(_) | None => None,
    };
    let refused = record(&mut store, replica(REPLICA)).err().map(|error| error.id());
    let said = fault.map(|fault| match fault {
        AnchorFault::Missing => "store-anchor-missing",
        AnchorFault::Unreadable | AnchorFault::Forged => "store-anchor-unreadable",
        AnchorFault::Behind { .. } => "store-rolled-back",
    });
    assert_eq!(refused, said, "a store that is not proved the latest takes no act, a whole one does");
    fault
}

/// Whether what is done on a store that is opened for it writes its anchor.
fn writes_the_anchor(done: impl FnOnce(&mut Store)) -> bool {
    let made_up = MadeUp::with_entries(3);
    let inode = || fs::metadata(made_up.file("anchor.json")).unwrap().ino();
    let before = inode();
    let mut store = made_up.open().unwrap();
    done(&mut store);
    store.close().unwrap();
    inode() != before
}

#[test]
fn the_anchor_is_written_when_the_journal_has_grown_and_not_for_a_setting() {
    let kept = |store: &mut Store| store.write(|writing| writing.put_setting("theme", b"dark")).unwrap();
    assert!(!writes_the_anchor(kept));
    assert!(writes_the_anchor(|store| drop(record(store, replica(REPLICA)).unwrap())));
}

#[test]
fn an_old_copy_put_back_opens_for_reading_only_and_is_left_untouched() {
    let made_up = MadeUp::with_entries(3);
    let old = fs::read(made_up.file("antenna.db")).unwrap();
    let mut store = made_up.open().unwrap();
    record(&mut store, replica(REPLICA)).unwrap();
    store.close().unwrap();
    fs::write(made_up.file("antenna.db"), &old).unwrap();

    assert_eq!(fault(&made_up), Some(AnchorFault::Behind { number: 4 }));
    assert_eq!(last_number(&made_up.open().unwrap(), replica(REPLICA)), 3, "what is there can be read");
    assert_eq!(fs::read(made_up.file("antenna.db")).unwrap(), old);
}

#[test]
fn a_truncated_write_ahead_log_opens_for_reading_only() {
    let (made_up, mut store) = MadeUp::create();
    for _ in 0..5 {
        record(&mut store, replica(REPLICA)).unwrap();
    }
    // As after a kill: the log holds the entries, nothing was moved into the file. The anchor is written.
    let crashed = tempfile::tempdir().unwrap();
    let log = fs::read(made_up.file("antenna.db-wal")).unwrap();
    let file = fs::read(made_up.file("antenna.db")).unwrap();
    store.close().unwrap();
    for name in ["keys.json", "anchor.json"] {
        fs::copy(made_up.file(name), crashed.path().join(name)).unwrap();
    }
    let crashed = MadeUp { directory: crashed, key: made_up.key.clone() };

    fs::write(crashed.file("antenna.db"), &file).unwrap();
    fs::write(crashed.file("antenna.db-wal"), &log[..log.len() - 4096]).unwrap();
    assert_eq!(fault(&crashed), Some(AnchorFault::Behind { number: 5 }));

    fs::write(crashed.file("antenna.db"), &file).unwrap();
    fs::write(crashed.file("antenna.db-wal"), &log).unwrap();
    assert_eq!(fault(&crashed), None, "the whole log is replayed");
}

#[test]
fn a_missing_an_empty_and_a_forged_anchor_are_told_apart() {
    let made_up = MadeUp::with_entries(2);
    let path = made_up.file("anchor.json");
    let text = fs::read_to_string(&path).unwrap();

    fs::remove_file(&path).unwrap();
    assert_eq!(fault(&made_up), Some(AnchorFault::Missing));
    fs::write(&path, "").unwrap();
    assert_eq!(fault(&made_up), Some(AnchorFault::Unreadable));
    fs::write(&path, text.replace("\"number\": 2", "\"number\": 1")).unwrap();
    assert_eq!(fault(&made_up), Some(AnchorFault::Forged));
    fs::write(&path, &text).unwrap();
    assert_eq!(fault(&made_up), None);
}

#[test]
fn another_store_s_anchor_is_forged() {
    let (made_up, other) = (MadeUp::with_entries(2), MadeUp::with_entries(2));
    fs::copy(other.file("anchor.json"), made_up.file("anchor.json")).unwrap();
    assert_eq!(fault(&made_up), Some(AnchorFault::Forged));
}

#[test]
fn a_database_ahead_of_its_anchor_is_in_order() {
    let made_up = MadeUp::with_entries(2);
    let anchor = fs::read(made_up.file("anchor.json")).unwrap();
    let mut store = made_up.open().unwrap();
    for _ in 0..3 {
        record(&mut store, replica(REPLICA)).unwrap();
    }
    store.close().unwrap();
    fs::write(made_up.file("anchor.json"), &anchor).unwrap();
    assert_eq!(fault(&made_up), None);
}
