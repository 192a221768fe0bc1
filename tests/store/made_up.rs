//! A made-up store to break: its entries say nothing about anyone.

use std::path::Path;

use jalon::app::views::OF_ANTENNA;
use jalon::base::id::{AntennaId, CenterCode, OrientationId};
use jalon::domain::antenna::AntennaFounded;
use jalon::domain::event::{AntennaEvent, Event, FamilyEvent};
use jalon::domain::family::{Contact, Identity};
use jalon::domain::orientation::{Orientation, OrientationState};
use jalon::journal::codec;
use jalon::journal::entry::EntryId;

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

pub fn family(number: u64) -> FamilyId {
    FamilyId::from(Uuid::from_u128(1000 + u128::from(number)))
}

/// Founds the antenna.
pub fn found(store: &mut Store) {
    let founded = AntennaFounded {
        id: AntennaId::from(Uuid::from_u128(9)),
        name: "Antenne de Melun".to_owned(),
        department: "Seine-et-Marne".to_owned(),
    };
    let event = Event::Antenna(AntennaEvent::AntennaFounded(founded));
    write(store, replica(REPLICA), None, Purpose::Act, &[event]).unwrap();
}

/// Receives the orientation of a made-up family.
pub fn orient(store: &mut Store, replica: ReplicaId, number: u64) -> Result<EntryId, StoreError> {
    let date = instant().date_naive();
    let orientation = Orientation {
        id: OrientationId::from(Uuid::from_u128(2000 + u128::from(number))),
        center: CenterCode::from("melun"),
        date,
        document: "fiche".to_owned(),
        state: OrientationState::Pending,
    };
    let identity = Identity {
        surname: format!("Fictive{number}"),
        given_name: "Zoé".to_owned(),
        birth_date: date,
        matricule: format!("{number:07}"),
    };
    let events = [FamilyEvent::OrientationReceived(orientation), FamilyEvent::IdentityRecorded(identity)];
    write(store, replica, Some(family(number)), Purpose::Act, &events.map(Event::Family))
}

/// Records how to reach a made-up family: a small act like any other.
pub fn reach(store: &mut Store, replica: ReplicaId, number: u64, telephone: &str) -> Result<EntryId, StoreError> {
    let contact = Contact { telephone: telephone.to_owned(), ..Contact::default() };
    let events = [Event::Family(FamilyEvent::ContactRecorded(contact))];
    write(store, replica, Some(family(number)), Purpose::Act, &events)
}

pub fn undo(store: &mut Store, replica: ReplicaId, number: u64, of: EntryId) -> Result<EntryId, StoreError> {
    write(store, replica, Some(family(number)), Purpose::Undo { of }, &[])
}

/// One transaction: head, seal, append, views.
fn write(
    store: &mut Store,
    replica: ReplicaId,
    family: Option<FamilyId>,
    purpose: Purpose,
    events: &[Event],
) -> Result<EntryId, StoreError> {
    store.write(|writing| {
        let mut head = writing.head(replica)?;
        let content = |event| EventContent { salt: [7; 16], body: codec::encode(event).unwrap() };
        let events = events.iter().map(content).collect();
        let draft = Draft { recorded_at: instant(), author: referent(), family, purpose, events };
        let entry = chain::seal(draft, &mut head);
        writing.append(&entry)?;
        let entries = writing.entries_of(family)?;
        match family {
            Some(id) => {
                let (record, row, follow_up) = (OF_ANTENNA.family)(id, &entries, &writing.antenna()?).unwrap();
                writing.put_family(&record, &row, follow_up.as_ref())?;
            }
            None => {
                let (record, deadlines) = (OF_ANTENNA.antenna)(&entries).unwrap();
                writing.put_antenna(&record, &deadlines)?;
            }
        }
        Ok(entry.id)
    })
}
