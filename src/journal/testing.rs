//! What the journal's tests share: a family's story, entry by entry.
//!
//! Made-up people only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use uuid::Uuid;

use super::chain::seal;
use super::codec;
use super::entry::{Draft, Entry, EntryId, EventContent, Head, Purpose};
use super::replay;
use crate::base::id::ReplicaId;
use crate::domain::event::{Event, FamilyEvent};
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::testing::Desk;
use crate::domain::testing::walk::Step;

/// A family at one desk, and the journal of what is done there.
pub struct Story {
    pub desk: Desk,
    pub entries: Vec<Entry>,
    head: Head,
}

impl Story {
    /// The family is sent and included.
    pub fn begun() -> Self {
        let head = Head::start(ReplicaId::from(Uuid::from_u128(1)));
        let mut story = Self { desk: Desk::opened(), head, entries: Vec::new() };
        story.acts("receive_orientation", json!({}));
        story.acts("include_family", json!({}));
        story
    }

    /// Does an act that the rules accept, and gives its entry.
    pub fn acts(&mut self, kind: &str, changes: Value) -> EntryId {
        let events = self.desk.tries(kind, changes).unwrap();
        self.append(Purpose::Act, &events);
        self.entries.last().unwrap().id
    }

    pub fn append(&mut self, purpose: Purpose, events: &[FamilyEvent]) {
        let entry = sealed(&self.desk, purpose, events, &mut self.head);
        self.entries.push(entry);
        self.desk.record = self.replay();
    }

    pub fn replay(&self) -> FamilyRecord {
        replay::family(self.desk.record.id, &self.entries).unwrap()
    }

    /// Does the act of a step, where the rules accept it.
    pub fn lives(&mut self, step: &Step) -> bool {
        let act = self.desk.walks(step);
        let decided = self.desk.decides(&act);
        decided.is_ok_and(|events| {
            self.append(Purpose::Act, &events);
            true
        })
    }

    pub fn undo(&mut self, of: EntryId) -> Result<(), Refusal> {
        replay::undoable(&self.entries, of).unwrap()?;
        self.append(Purpose::Undo { of }, &[]);
        Ok(())
    }
}

pub fn sealed(desk: &Desk, purpose: Purpose, events: &[FamilyEvent], head: &mut Head) -> Entry {
    let content = |(place, event): (usize, &FamilyEvent)| EventContent {
        salt: [u8::try_from(place).unwrap(); 16],
        body: codec::encode(&Event::Family(event.clone())).unwrap(),
    };
    let recorded_at = desk.today.and_hms_opt(9, 0, 0).unwrap().and_utc();
    let events = events.iter().enumerate().map(content).collect();
    seal(Draft { recorded_at, author: desk.author, family: Some(desk.record.id), purpose, events }, head)
}
