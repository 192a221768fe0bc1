//! A disk that is full or protected, for real: a small file system in memory, where this machine lets us mount one.

use std::path::{Path, PathBuf};
use std::process::Command;

use jalon::store::{Store, Vault};
use tempfile::TempDir;

use super::made_up::{REPLICA, last_number, record, referent, replica};

pub(crate) struct SmallDisk {
    directory: TempDir,
}

impl SmallDisk {
    /// Mounts a file system of `kib` KiB; `None`, with the reason printed, where that is not allowed.
    pub(crate) fn mount(kib: u32) -> Option<Self> {
        let directory = tempfile::tempdir().unwrap();
        let mounted = run(&["mount", "-t", "tmpfs", "-o", &format!("size={kib}k"), "tmpfs"], directory.path());
        if !mounted {
            eprintln!("skipped: mounting a file system is not allowed here");
        }
        mounted.then_some(Self { directory })
    }

    pub(crate) fn protect(&self) {
        assert!(run_when_free(&["mount", "-o", "remount,ro"], self.directory.path()));
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.directory.path().join("antenne")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // When nobody has a file of it open any more: a backup keeps the database's until the program ends.
        run(&["umount", "--lazy"], self.directory.path());
    }
}

/// A process that another test starts holds a copy of every open file until it has become its program.
fn run_when_free(words: &[&str], path: &Path) -> bool {
    (0..500).any(|_| run(words, path))
}

fn run(words: &[&str], path: &Path) -> bool {
    let output = Command::new(words[0]).args(&words[1..]).arg(path).output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn a_full_disk_refuses_the_act_and_every_entry_acknowledged_is_there() {
    let Some(disk) = SmallDisk::mount(1200) else { return };
    let (_, key) = Vault::create_demonstration(&disk.store(), referent(), "démonstration").unwrap();
    let mut store = Store::create(&disk.store(), &key).unwrap();
    let refused = (0..2000).find_map(|_| record(&mut store, replica(REPLICA)).err());
    assert_eq!(refused.map(|error| error.id()), Some("store-disk-full"));
    let last = last_number(&store, replica(REPLICA));
    assert!(0 < last);
    drop(store);
    let store = Store::open(&disk.store(), &key).unwrap();
    assert!(store.read_only().is_none(), "{:?}", store.read_only());
    assert_eq!(last_number(&store, replica(REPLICA)), last);
}

#[test]
fn a_protected_disk_is_told_and_nothing_is_written() {
    let Some(disk) = SmallDisk::mount(4096) else { return };
    let (_, key) = Vault::create_demonstration(&disk.store(), referent(), "démonstration").unwrap();
    let mut store = Store::create(&disk.store(), &key).unwrap();
    record(&mut store, replica(REPLICA)).unwrap();
    store.close().unwrap();
    disk.protect();
    let id = Store::open(&disk.store(), &key).err().map(|error| error.id());
    assert_eq!(id, Some("store-read-only"));
    let id =
        Vault::create_demonstration(&disk.store().join("other"), referent(), "autre").err().map(|error| error.id());
    assert_eq!(id, Some("store-read-only"));
}

#[test]
fn a_backup_without_room_fails_and_leaves_the_store_and_no_half_copy() {
    let Some(disk) = SmallDisk::mount(1000) else { return };
    let (_, key) = Vault::create_demonstration(&disk.store(), referent(), "démonstration").unwrap();
    let mut store = Store::create(&disk.store(), &key).unwrap();
    for _ in 0..20 {
        record(&mut store, replica(REPLICA)).unwrap();
    }
    store.checkpoint().unwrap();
    // The write fails half-way and leaves nothing free.
    std::fs::write(disk.store().join("filler"), vec![0; 1000 * 1024]).unwrap_err();
    let id = store.backup(super::made_up::instant(), 30).err().map(|error| error.id());
    assert_eq!(id, Some("store-disk-full"));
    assert_eq!(std::fs::read_dir(disk.store().join("backups")).unwrap().count(), 0);
    assert_eq!(last_number(&store, replica(REPLICA)), 20);
}
