//! Copies that verify, rotate, and go back.

use std::fs;

use chrono::{DateTime, Duration, Utc};
use jalon::store::backup::{self, restore::restore};
use jalon::store::{Store, Vault};

use super::made_up::{MadeUp, REPLICA, instant, last_number, record, replica};

fn day(number: i64) -> DateTime<Utc> {
    instant() + Duration::days(number)
}

#[test]
fn a_backup_is_one_encrypted_file_with_its_keys_that_opens_with_the_same_key() {
    let made_up = MadeUp::with_entries(5);
    let mut store = made_up.open().unwrap();
    let copy = store.backup(day(0), 30).unwrap();
    assert_eq!(copy.path.file_name().unwrap(), "antenna-2012-03-12T10-00-00.000Z.db");
    assert!(!fs::read(&copy.path).unwrap().starts_with(b"SQLite format 3"));
    assert!(Vault::open_file(&copy.keys()).unwrap().is_demonstration());
    let names: Vec<_> =
        fs::read_dir(made_up.file("backups")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "nothing else is left behind: {names:?}");

    let elsewhere = tempfile::tempdir().unwrap();
    restore(elsewhere.path(), &made_up.key, &copy.path, day(0)).unwrap();
    let restored = Store::open(elsewhere.path(), &made_up.key).unwrap();
    assert!(restored.read_only().is_none());
    assert_eq!(last_number(&restored, replica(REPLICA)), 5);
}

#[test]
fn a_backup_has_the_encrypted_pages_as_they_lie_and_no_log() {
    let made_up = MadeUp::with_entries(40);
    let mut store = made_up.open().unwrap();
    record(&mut store, replica(REPLICA)).unwrap();
    let copy = store.backup(day(0), 30).unwrap();
    let (file, copied) = (fs::read(made_up.file("antenna.db")).unwrap(), fs::read(&copy.path).unwrap());
    assert_eq!(fs::metadata(made_up.file("antenna.db-wal")).unwrap().len(), 0, "the log was emptied first");
    // The first page tells whether there is a log.
    assert!(8192 < file.len() && file[4096..] == copied[4096..] && file[..4096] != copied[..4096]);
    record(&mut store, replica(REPLICA)).unwrap();
    assert!(fs::read(&copy.path).unwrap() == copied, "a copy, not the same file");
}

#[test]
fn a_backup_beside_one_that_reads_has_what_the_log_still_holds() {
    let (made_up, mut store) = MadeUp::create();
    record(&mut store, replica(REPLICA)).unwrap();
    let reader = store.beside().open().unwrap();
    let copy = reader.read().snapshot(|| {
        assert_eq!(reader.read().head(replica(REPLICA))?.number, 1);
        record(&mut store, replica(REPLICA))?;
        store.backup(day(0), 30)
    });
    assert!(0 < fs::metadata(made_up.file("antenna.db-wal")).unwrap().len(), "the log could not be emptied");
    let elsewhere = tempfile::tempdir().unwrap();
    restore(elsewhere.path(), &made_up.key, &copy.unwrap().path, day(0)).unwrap();
    assert_eq!(last_number(&Store::open(elsewhere.path(), &made_up.key).unwrap(), replica(REPLICA)), 2);
}

#[test]
fn backups_made_while_another_one_writes_are_whole() {
    let (made_up, mut store) = MadeUp::create();
    let (directory, key) = (made_up.path().to_owned(), made_up.key.clone());
    let writer = std::thread::spawn(move || {
        let mut store = Store::open(&directory, &key).unwrap();
        for _ in 0..300 {
            record(&mut store, replica(REPLICA)).unwrap();
        }
    });
    // Each is verified before it is kept, and has at least what was there before it.
    for minute in 0.. {
        let is_last = writer.is_finished();
        let before = last_number(&store, replica(REPLICA));
        let copy = store.backup(day(0) + Duration::minutes(minute), 30).unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        restore(elsewhere.path(), &made_up.key, &copy.path, day(0)).unwrap();
        let copied = last_number(&Store::open(elsewhere.path(), &made_up.key).unwrap(), replica(REPLICA));
        assert!(before <= copied, "{before} {copied}");
        if is_last {
            assert_eq!(copied, 300);
            break;
        }
    }
    writer.join().unwrap();
}

#[test]
fn rotation_keeps_today_s_copies_the_last_one_of_each_day_and_always_the_newest() {
    let made_up = MadeUp::with_entries(1);
    let mut store = made_up.open().unwrap();
    for (days, minutes) in [(0, 0), (1, 0), (1, 30), (2, 0), (4, 0), (4, 30)] {
        store.backup(day(days) + Duration::minutes(minutes), 4).unwrap();
    }
    let kept: Vec<_> = backup::list(made_up.path()).unwrap().into_iter().map(|copy| copy.made_at).collect();
    assert_eq!(kept, [day(4) + Duration::minutes(30), day(4), day(2), day(1) + Duration::minutes(30)]);
    store.backup(day(400), 4).unwrap();
    assert_eq!(backup::list(made_up.path()).unwrap().len(), 1);
    assert_eq!(fs::read_dir(made_up.file("backups")).unwrap().count(), 2, "keys go with their copy");
}

#[test]
fn a_damaged_backup_is_refused_and_the_store_untouched() {
    let made_up = MadeUp::with_entries(60);
    let copy = made_up.open().unwrap().backup(day(0), 30).unwrap();
    let whole = fs::read(&copy.path).unwrap();
    let present = fs::read(made_up.file("antenna.db")).unwrap();
    let altered = (1..whole.len() / 4096).map(|page| (Some(page * 4096 + 500), whole.len()));
    for (position, length) in altered.chain([(None, whole.len() - 4096), (None, 10)]) {
        let mut bytes = whole.clone();
        bytes.truncate(length);
        if let Some(position) = position {
            bytes[position] ^= 1;
        }
        fs::write(&copy.path, bytes).unwrap();
        let id = restore(made_up.path(), &made_up.key, &copy.path, day(1)).err().map(|error| error.id());
        assert_eq!(id, Some("store-backup-damaged"), "{position:?} of {length}");
        assert!(fs::read(made_up.file("antenna.db")).unwrap() == present);
    }
    assert_eq!(last_number(&made_up.open().unwrap(), replica(REPLICA)), 60);
}

#[test]
fn restoring_keeps_the_replaced_database_aside_and_goes_on_under_a_fresh_replica() {
    let (made_up, mut store) = MadeUp::create();
    store.write(|writing| writing.put_setting(jalon::store::REPLICA, &replica(REPLICA).bytes())).unwrap();
    record(&mut store, replica(REPLICA)).unwrap();
    let copy = store.backup(day(0), 30).unwrap();
    record(&mut store, replica(REPLICA)).unwrap();
    store.close().unwrap();

    let restored = restore(made_up.path(), &made_up.key, &copy.path, day(1)).unwrap();
    let mut store = made_up.open().unwrap();
    assert!(store.read_only().is_none());
    assert_eq!(last_number(&store, replica(REPLICA)), 1);
    assert_eq!(store.read().setting(jalon::store::REPLICA).unwrap(), None);
    record(&mut store, replica(2)).unwrap();
    store.close().unwrap();

    let aside = restored.kept_aside.unwrap();
    restore(made_up.path(), &made_up.key, &aside, day(2)).unwrap();
    assert_eq!(last_number(&made_up.open().unwrap(), replica(REPLICA)), 2, "what was replaced is whole");
}

#[test]
fn a_damaged_database_is_replaced_and_kept() {
    let made_up = MadeUp::with_entries(2);
    let copy = made_up.open().unwrap().backup(day(0), 30).unwrap();
    fs::write(made_up.file("antenna.db"), vec![0xAB; 8192]).unwrap();
    fs::write(made_up.file("antenna.db-wal"), b"remains of a log").unwrap();
    let restored = restore(made_up.path(), &made_up.key, &copy.path, day(1)).unwrap();
    assert_eq!(fs::read(restored.kept_aside.unwrap()).unwrap(), vec![0xAB; 8192]);
    assert_eq!(last_number(&made_up.open().unwrap(), replica(REPLICA)), 2);
}

#[test]
fn a_store_in_use_is_not_replaced() {
    let made_up = MadeUp::with_entries(2);
    let copy = made_up.open().unwrap().backup(day(0), 30).unwrap();
    let store = made_up.open().unwrap();
    let id = restore(made_up.path(), &made_up.key, &copy.path, day(1)).err().map(|error| error.id());
    assert_eq!(id, Some("store-busy"));
    assert_eq!(last_number(&store, replica(REPLICA)), 2);
}
