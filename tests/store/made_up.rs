//! A made-up store to break: its entries say nothing about anyone.

use std::path::Path;

use chrono::{DateTime, Utc};
use jalon::base::id::{FamilyId, ReferentId, ReplicaId};
use jalon::journal::chain;
use jalon::journal::entry::{Draft, Entry, EventContent, Purpose};
use jalon::store::{DataKey, Store, StoreError, Vault};
use tempfile::TempDir;
use uuid::Uuid;

pub const REPLICA: u128 = 1;

pub fn referent() -> ReferentId {
    ReferentId::from(Uuid::from_u128(100))
}

pub fn replica(number: u128) -> ReplicaId {
    ReplicaId::from(Uuid::from_u128(number))
}

pub fn instant() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_331_546_400_000).unwrap()
}

pub struct MadeUp {
    pub directory: TempDir,
    pub key: DataKey,
}

impl MadeUp {
    /// An empty demonstration store, open.
    pub fn create() -> (Self, Store) {
        let directory = tempfile::tempdir().unwrap();
        let (_, key) = Vault::create_demonstration(directory.path(), referent(), "démonstration").unwrap();
        let store = Store::create(directory.path(), &key).unwrap();
        (Self { directory, key }, store)
    }

    /// A closed store with `entries` entries.
    pub fn with_entries(entries: usize) -> Self {
        let (made_up, mut store) = Self::create();
        for _ in 0..entries {
            record(&mut store, replica(REPLICA)).unwrap();
        }
        store.close().unwrap();
        made_up
    }

    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    pub fn file(&self, name: &str) -> std::path::PathBuf {
        self.path().join(name)
    }

    pub fn open(&self) -> Result<Store, StoreError> {
        Store::open(self.path(), &self.key)
    }

    /// The message id of the refusal to open.
    pub fn refusal(&self) -> &'static str {
        match self.open() {
            Ok(_) => "opened",
            Err(error) => error.id(),
        }
    }
}

/// Records one entry of one event, as `app` does: head, seal, append in one transaction.
pub fn record(store: &mut Store, replica: ReplicaId) -> Result<Entry, StoreError> {
    store.write(|writing| {
        let mut head = writing.head(replica)?;
        let body = format!(r#"{{"kind":"made-up","version":1,"data":{}}}"#, head.number + 1);
        let draft = Draft {
            recorded_at: instant(),
            author: referent(),
            family: Some(FamilyId::from(Uuid::from_u128(7))),
            purpose: Purpose::Act,
            events: vec![EventContent { salt: [7; 16], body }],
        };
        let entry = chain::seal(draft, &mut head);
        writing.append(&entry)?;
        Ok(entry)
    })
}

/// The number of the last entry of `replica`.
pub fn last_number(store: &Store, replica: ReplicaId) -> u64 {
    store.read().head(replica).unwrap().number
}
