//! The database file: damaged, newer, another's, on a full or protected disk.

use std::fs;
use std::path::Path;

use jalon::store::migrate::{MIGRATIONS, Migration};
use jalon::store::{SecondReader, Store, StoreError, Vault};
use rusqlite::Connection;

use super::made_up::{MadeUp, REPLICA, last_number, record, referent, replica};

#[test]
fn a_truncated_file_is_damaged() {
    for length in [0, 100, 4096, 4096 * 3 + 17] {
        let made_up = MadeUp::with_entries(2);
        let path = made_up.file("antenna.db");
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..length]).unwrap();
        assert_eq!(made_up.refusal(), "store-corrupted", "with {length} bytes left");
    }
}

#[test]
fn a_damaged_first_page_is_not_taken_for_another_store_s() {
    let made_up = MadeUp::with_entries(2);
    let path = made_up.file("antenna.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[1000] ^= 1;
    fs::write(&path, bytes).unwrap();
    assert_eq!(made_up.refusal(), "store-corrupted");
}

#[test]
fn another_store_s_database_does_not_open_with_this_key() {
    let (made_up, other) = (MadeUp::with_entries(1), MadeUp::with_entries(1));
    for name in ["antenna.db", "anchor.json"] {
        fs::copy(other.file(name), made_up.file(name)).unwrap();
    }
    assert_eq!(made_up.refusal(), "store-wrong-key");
}

#[test]
fn a_damaged_page_is_told_when_it_is_read_and_by_a_check_of_every_page() {
    let made_up = MadeUp::with_entries(60);
    let path = made_up.file("antenna.db");
    let mut bytes = fs::read(&path).unwrap();
    for page in bytes.chunks_exact_mut(4096).skip(2) {
        page[2000] ^= 1;
    }
    fs::write(&path, bytes).unwrap();
    let id = match made_up.open() {
        Err(error) => error.id(),
        Ok(store) => {
            let family = Some(uuid::Uuid::from_u128(7).into());
            store.read().entries_of(family).err().map_or("read", |error| error.id())
        }
    };
    assert_eq!(id, "store-corrupted");
}

#[test]
fn a_plain_sqlite_file_is_not_a_store_and_keys_alone_lack_their_database() {
    let directory = tempfile::tempdir().unwrap();
    let (_, key) = Vault::create_demonstration(directory.path(), referent(), "démonstration").unwrap();
    let id = |path: &Path| Store::open(path, &key).err().map(|error| error.id());
    assert_eq!(id(directory.path()), Some("store-database-missing"));
    Connection::open(directory.path().join("antenna.db")).unwrap().execute_batch("CREATE TABLE a (b)").unwrap();
    assert_eq!(id(directory.path()), Some("store-not-a-store"));
}

#[test]
fn a_second_creation_refuses_and_leaves_the_first_untouched() {
    let made_up = MadeUp::with_entries(1);
    let bytes = fs::read(made_up.file("antenna.db")).unwrap();
    let id = Store::create(made_up.path(), &made_up.key).err().map(|error| error.id());
    assert_eq!(id, Some("store-already-a-store"));
    assert_eq!(fs::read(made_up.file("antenna.db")).unwrap(), bytes);
}

const LATER: &str = "CREATE TABLE later (one INTEGER) STRICT;";

pub(crate) fn later() -> Vec<Migration> {
    let mut migrations: Vec<Migration> =
        MIGRATIONS.iter().map(|Migration { version, name, sql }| Migration { version: *version, name, sql }).collect();
    migrations.push(Migration { version: MIGRATIONS.len() as i64 + 1, name: "later", sql: LATER });
    migrations
}

#[test]
fn a_newer_store_is_refused_and_not_a_byte_changes() {
    let made_up = MadeUp::with_entries(2);
    let newer = Store::open_with(made_up.path(), &made_up.key, &later()).unwrap();
    // Copied before the close, so that the log beside the file has content, as after a kill.
    let crashed = tempfile::tempdir().unwrap();
    for name in ["keys.json", "anchor.json", "antenna.db", "antenna.db-wal"] {
        fs::copy(made_up.file(name), crashed.path().join(name)).unwrap();
    }
    drop(newer);
    let crashed = MadeUp { directory: crashed, key: made_up.key.clone() };
    let bytes = || ["antenna.db", "antenna.db-wal"].map(|name| fs::read(crashed.file(name)).unwrap());
    let before = bytes();
    assert!(!before[1].is_empty());
    match crashed.open() {
        Err(StoreError::NewerStore { found, known, .. }) => {
            assert_eq!((found, known), (MIGRATIONS.len() as i64 + 1, MIGRATIONS.len() as i64))
        }
        other => panic!("expected a refusal, got {:?}", other.err()),
    }
    assert!(bytes() == before);
}

#[test]
fn a_migration_makes_a_verified_backup_first_and_keeps_every_entry() {
    let made_up = MadeUp::with_entries(3);
    let store = Store::open_with(made_up.path(), &made_up.key, &later()).unwrap();
    assert_eq!(last_number(&store, replica(REPLICA)), 3);
    let named = |end: &str| made_up.file(&format!("backups/before-migration-from-{}{end}", MIGRATIONS.len()));
    assert!(named(".db").exists() && named(".keys.json").exists());
}

#[test]
fn a_migration_that_fails_leaves_the_store_as_it_was() {
    let made_up = MadeUp::with_entries(3);
    let mut broken = later();
    broken.last_mut().unwrap().sql = "CREATE TABLE half (one INTEGER) STRICT; CREATE TABLE family (again INTEGER);";
    assert!(Store::open_with(made_up.path(), &made_up.key, &broken).is_err());
    assert_eq!(last_number(&made_up.open().unwrap(), replica(REPLICA)), 3, "still the schema it had");
}

#[test]
fn a_full_disk_refuses_the_act_and_loses_nothing() {
    let (made_up, mut store) = MadeUp::create();
    for _ in 0..3 {
        record(&mut store, replica(REPLICA)).unwrap();
    }
    store.cap_growth(0).unwrap();
    let mut refused = None;
    for _ in 0..500 {
        if let Err(error) = record(&mut store, replica(REPLICA)) {
            refused = Some(error.id());
            break;
        }
    }
    assert_eq!(refused, Some("store-disk-full"));
    let last = last_number(&store, replica(REPLICA));
    store.close().unwrap();
    let mut store = made_up.open().unwrap();
    assert_eq!(last_number(&store, replica(REPLICA)), last);
    record(&mut store, replica(REPLICA)).unwrap();
}

#[test]
fn a_second_connection_reads_and_cannot_write() {
    let (made_up, mut store) = MadeUp::create();
    record(&mut store, replica(REPLICA)).unwrap();
    let beside = store.beside();
    record(&mut store, replica(REPLICA)).unwrap();
    let seen = std::thread::spawn(move || {
        let reader: SecondReader = beside.open().unwrap();
        reader.read().head(replica(REPLICA)).unwrap().number
    });
    let seen = seen.join().unwrap();
    assert_eq!(seen, 2);
    drop(made_up);
}
