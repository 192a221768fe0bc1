//! `jalon check` and `jalon rebuild`: the journal's chain, the anchor, the views against a replay, every page of the file.
//!
//! What entries amount to is not known here: [`Views`] is the fold that the journal and the domain supply.

mod compare;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use super::anchor;
use super::error::StoreError;
use super::reading::Reading;
use super::writing::FollowUp;
use super::{Store, Writing};
use crate::base::id::{FamilyId, ReferentId, ReplicaId};
use crate::domain::antenna::AntennaRecord;
use crate::domain::deadline::Deadline;
use crate::domain::family::FamilyRecord;
use crate::domain::row::FamilyRow;
use crate::journal::entry::{Digest, Entry, EntryId};
use crate::journal::{chain, codec};
use compare::Comparison;

/// How views are made out of entries in order of replay; `None` when an entry cannot be read.
#[derive(Clone, Copy)]
pub struct Views {
    pub antenna: fn(&[Entry]) -> Option<AntennaViews>,
    pub family: fn(FamilyId, &[Entry], &AntennaRecord) -> Option<FamilyViews>,
}

/// The antenna's views: its record and the convention's deadlines.
pub type AntennaViews = (AntennaRecord, Vec<Deadline>);

/// The views of one family: her record, her list line, and what the antenna that follows her lists of her.
pub type FamilyViews = (FamilyRecord, FamilyRow, Option<FollowUp>);

/// What a check went through and found in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    pub replicas: u64,
    pub entries: u64,
    pub families: u64,
    pub deadlines: u64,
    /// The erasures, each with the entry that ordered it.
    pub erasures: Vec<CheckedErasure>,
}

/// An erasure that was ordered and is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckedErasure {
    /// The entry that ordered it.
    pub order: EntryId,
    pub ordered_by: ReferentId,
    pub ordered_at: DateTime<Utc>,
    /// Events of which only the digests are left.
    pub events: u64,
}

/// The families of which bodies are missing, and those that were ordered to be erased.
#[derive(Default)]
struct Erasures {
    /// The first entry without all its bodies, and how many are missing.
    missing: BTreeMap<Option<FamilyId>, (u64, u64)>,
    /// How many events of other sides' journals came without their bodies: withheld, or erased there.
    withheld: BTreeMap<FamilyId, u64>,
    foreign: BTreeSet<ReplicaId>,
    orders: BTreeMap<FamilyId, CheckedErasure>,
}

/// Entries held in memory at once; a longer journal is read again for each such share of its families.
const ENTRIES_AT_ONCE: u64 = 400_000;

impl Store {
    /// Checks every page, the chain of every replica, the anchor, and the views against a replay.
    ///
    /// # Errors
    /// The first fault found: `Corrupted`, `ChainBroken`, `RolledBack`, `ViewsDiffer`, `Unreadable`, or the disk's.
    pub fn check(&self, views: &Views) -> Result<Checked, StoreError> {
        self.database.verify_pages()?;
        let reading = self.read();
        reading.snapshot(|| {
            let foreign = reading.foreign_replicas()?.into_iter().map(|(replica, _)| replica).collect();
            let mut erasures = Erasures { foreign, ..Erasures::default() };
            let (replicas, entries) = verify_chains(&reading, &mut erasures)?;
            let erasures = erasures.complete(&reading)?;
            let anchored = anchor::read(&self.directory, &self.key);
            let compared = anchor::compare(anchored, entries == 0, |replica, number| {
                reading.entry_digest(EntryId { replica, number })
            })?;
            compared.map_err(StoreError::RolledBack)?;
            let mut comparison = Comparison::start(&reading);
            let antenna = antenna_views(&reading, views)?;
            comparison.antenna(&antenna.0, &antenna.1)?;
            replay(&reading, views, &antenna.0, ENTRIES_AT_ONCE, |(record, row, follow_up)| {
                comparison.family(&record, &row, follow_up.as_ref())
            })?;
            let (families, deadlines) = comparison.finish()?;
            Ok(Checked { replicas, entries, families, deadlines, erasures })
        })
    }

    /// Fills the views again from the journal, in one transaction; returns the number of families replayed.
    ///
    /// # Errors
    /// `Unreadable` when an entry cannot be read, `RolledBack`, or the disk's; the views are then as before.
    pub fn rebuild(&mut self, views: &Views) -> Result<u64, StoreError> {
        let replayed = self.write(|writing: &Writing<'_>| {
            writing.clear_views()?;
            let (antenna, deadlines) = antenna_views(writing, views)?;
            writing.put_antenna(&antenna, &deadlines)?;
            let mut families = 0;
            replay(writing, views, &antenna, ENTRIES_AT_ONCE, |(record, row, follow_up)| {
                families += 1;
                writing.put_family(&record, &row, follow_up.as_ref())
            })?;
            Ok::<u64, StoreError>(families)
        })?;
        // A rebuild passes through the log as a whole; there is no point in keeping it that long.
        self.checkpoint()?;
        Ok(replayed)
    }
}

/// Recomputes every digest; returns the number of replicas and of entries.
fn verify_chains(reading: &Reading<'_>, erasures: &mut Erasures) -> Result<(u64, u64), StoreError> {
    let mut ends: BTreeMap<ReplicaId, (u64, u64, Digest)> = BTreeMap::new();
    let mut entries = 0;
    reading.every_entry_in_order(
        |_| true,
        |entry| {
            let (number, lamport, previous) = ends.entry(entry.id.replica).or_insert((0, 0, Digest::ZERO));
            let follows = entry.id.number == *number + 1 && *lamport < entry.lamport;
            if !follows || chain::verify(&entry, previous).is_err() {
                return Err(StoreError::ChainBroken { number: entry.id.number });
            }
            (*number, *lamport, *previous) = (entry.id.number, entry.lamport, entry.digest);
            entries += 1;
            erasures.note(&entry);
            Ok(())
        },
    )?;
    Ok((ends.len() as u64, entries))
}

impl Erasures {
    fn note(&mut self, entry: &Entry) {
        let missing = entry.events.iter().filter(|event| event.content.is_none()).count() as u64;
        if missing > 0 && self.foreign.contains(&entry.id.replica) {
            if let Some(family) = entry.family {
                *self.withheld.entry(family).or_default() += missing;
            }
        } else if missing > 0 {
            let (_, count) = self.missing.entry(entry.family).or_insert((entry.id.number, 0));
            *count += missing;
        }
        if let Some(family) = entry.family.filter(|_| is_order(entry)) {
            let Entry { id: order, author: ordered_by, recorded_at: ordered_at, .. } = *entry;
            self.orders.entry(family).or_insert(CheckedErasure { order, ordered_by, ordered_at, events: 0 });
        }
    }

    /// Nothing is missing without an order, and nothing is left where one was given.
    fn complete(mut self, reading: &Reading<'_>) -> Result<Vec<CheckedErasure>, StoreError> {
        for (family, (number, count)) in self.missing {
            let order = family.and_then(|family| self.orders.get_mut(&family));
            order.ok_or(StoreError::ErasedWithoutOrder { number })?.events += count;
        }
        for (family, count) in self.withheld {
            if let Some(order) = self.orders.get_mut(&family) {
                order.events += count;
            }
        }
        for (family, erasure) in &self.orders {
            for entry in reading.entries_of(Some(*family))?.iter().filter(|entry| !is_order(entry)) {
                if entry.events.iter().any(|event| event.content.is_some()) {
                    return Err(StoreError::ErasureIncomplete { number: erasure.order.number });
                }
            }
        }
        let mut erasures: Vec<_> = self.orders.into_values().collect();
        erasures.sort_unstable_by_key(|erasure| (erasure.ordered_at, erasure.order));
        Ok(erasures)
    }
}

/// Whether an entry orders to erase its family.
fn is_order(entry: &Entry) -> bool {
    let bodies = entry.events.iter().filter_map(|event| event.content.as_ref());
    bodies.into_iter().any(|content| codec::kind_of(&content.body) == Some("family-erased"))
}

fn antenna_views(reading: &Reading<'_>, views: &Views) -> Result<AntennaViews, StoreError> {
    (views.antenna)(&reading.entries_of(None)?).ok_or(UNREADABLE)
}

/// Folds every family's entries and hands over its views, about `at_once` entries in memory. Sequential reads only: by
/// family, each entry would cost a page.
fn replay(
    reading: &Reading<'_>,
    views: &Views,
    antenna: &AntennaRecord,
    at_once: u64,
    mut visit: impl FnMut(FamilyViews) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let shares = reading.count_entries_after(&BTreeMap::new())?.div_ceil(at_once).max(1);
    for share in 0..shares {
        let mut families: HashMap<FamilyId, Vec<Entry>> = HashMap::new();
        let in_share = |family: Option<FamilyId>| family.is_some_and(|family| share_of(family, shares) == share);
        reading.every_entry_in_order(in_share, |entry| {
            if let Some(family) = entry.family {
                families.entry(family).or_default().push(entry);
            }
            Ok::<(), StoreError>(())
        })?;
        let mut ids: Vec<FamilyId> = families.keys().copied().collect();
        ids.sort_unstable();
        for id in ids {
            let entries = families.remove(&id).unwrap_or_default();
            visit((views.family)(id, &entries, antenna).ok_or(UNREADABLE)?)?;
        }
    }
    Ok(())
}

/// The last bytes of an id are its random ones.
fn share_of(family: FamilyId, shares: u64) -> u64 {
    let [.., a, b, c, d] = family.bytes();
    u64::from(u32::from_be_bytes([a, b, c, d])) % shares
}

const UNREADABLE: StoreError = StoreError::Unreadable { table: "journal_event" };

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::domain::row;
    use crate::journal::entry::{Draft, EventContent, Head, Purpose};
    use crate::store::Vault;

    /// A record whose contact tells which entries it was made of, in which order.
    const TOLD: Views = Views {
        antenna: |_| None,
        family: |id, entries, _antenna| {
            let mut record = FamilyRecord::new(id);
            record.contact.telephone = entries.iter().map(|entry| format!("{} ", entry.lamport)).collect();
            let row = row::row(&record, &[]);
            Some((record, row, None))
        },
    };

    #[test]
    fn a_replay_in_shares_gives_what_a_replay_at_once_gives() {
        let directory = tempfile::tempdir().unwrap();
        let (_, key) = Vault::create_demonstration(directory.path(), Uuid::nil().into(), "essai").unwrap();
        let mut store = Store::create(directory.path(), &key).unwrap();
        store
            .write::<_, StoreError>(|writing| {
                let mut head = Head::start(Uuid::from_u128(1).into());
                for number in 0..120_u8 {
                    let draft = Draft {
                        recorded_at: DateTime::UNIX_EPOCH,
                        author: Uuid::nil().into(),
                        family: Some(Uuid::from_u128(u128::from(number % 17) * 7919).into()),
                        purpose: Purpose::Act,
                        events: vec![EventContent { salt: [number; 16], body: "{}".to_owned() }],
                    };
                    writing.append(&chain::seal(draft, &mut head))?;
                }
                Ok(())
            })
            .unwrap();
        let told = |at_once| {
            let mut told = BTreeMap::new();
            replay(&store.read(), &TOLD, &AntennaRecord::default(), at_once, |(record, ..)| {
                assert!(told.insert(record.id, record.contact.telephone).is_none(), "a family is visited once");
                Ok(())
            })
            .unwrap();
            told
        };
        let whole = told(1000);
        assert_eq!(whole.len(), 17);
        assert_eq!(whole[&Uuid::nil().into()], "1 18 35 52 69 86 103 120 ");
        assert_eq!(told(50), whole);
        assert_eq!(told(7), whole);
    }
}
