//! What a hand-over of several bundles keeps from one to the next: what each family counts for, and the records of those whose
//! acts do not all fit in the bundles so far.
//!
//! A bundle tells of a family as its own last act left her; without what is kept here, each would read all her acts again.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::app::AppError;
use crate::app::tally::Tally;
use crate::base::id::{FamilyId, ReplicaId};
use crate::domain;
use crate::domain::family::FamilyRecord;
use crate::journal::entry::{Entry, Purpose};
use crate::journal::replay;
use crate::store::StoreError;
use crate::store::reading::Reading;

/// Records kept: about twenty kilobytes each.
const KEPT: usize = 200;

/// A hand-over that is not at its end.
#[derive(Debug)]
pub(in crate::app) struct HandOver {
    pub tally: Tally,
    pub underway: Underway,
}

/// Families with acts still to come, each as the acts handed over so far make her.
#[derive(Debug, Default)]
pub(in crate::app) struct Underway(FxHashMap<FamilyId, Begun>);

/// A record, and the place in the order of replay of the last act in it.
#[derive(Debug)]
struct Begun {
    record: FamilyRecord,
    last: (u64, ReplicaId, u64),
}

/// How far two bundles that follow each other go: for each replica, the last act.
pub(super) struct Between<'a> {
    pub before: &'a BTreeMap<ReplicaId, u64>,
    pub through: &'a BTreeMap<ReplicaId, u64>,
}

impl Underway {
    /// The record that a family's acts up to the last one of a bundle make; `acts` are those in it, in order of replay.
    ///
    /// # Errors
    /// The store's; `Unreadable`.
    pub(super) fn record(
        &mut self,
        reading: &Reading<'_>,
        family: FamilyId,
        acts: &[&Entry],
        between: &Between<'_>,
    ) -> Result<&FamilyRecord, AppError> {
        let begun = match self.0.remove(&family) {
            Some(begun) => Some(begun),
            None if reading.has_entry_up_to(family, between.before)? => None,
            None => Some(Begun { record: FamilyRecord::new(family), last: (0, ReplicaId::from_bytes([0; 16]), 0) }),
        };
        let begun = match begun.filter(|begun| goes_on(begun, acts)) {
            Some(begun) => with(begun, acts)?,
            None => anew(reading, family, between.through)?,
        };
        Ok(&self.0.entry(family).insert_entry(begun).into_mut().record)
    }

    /// Where there are too many, lets go of the families whose acts have all left, then of those for whom there is no room.
    pub(super) fn keep(&mut self, is_ahead: impl Fn(&FamilyId) -> bool) {
        if self.0.len() > KEPT {
            self.0.retain(|family, _| is_ahead(family));
        }
        let mut room = KEPT;
        self.0.retain(|_, _| {
            let fits = room > 0;
            room = room.saturating_sub(1);
            fits
        });
    }

    /// Lets go of a family: she has no more acts to hand over.
    pub(super) fn end(&mut self, family: FamilyId) {
        self.0.remove(&family);
    }
}

/// Whether these acts only add to a record: none comes before the last one in it, and none takes back another.
fn goes_on(begun: &Begun, acts: &[&Entry]) -> bool {
    acts.iter().all(|act| begun.last < act.order() && !matches!(act.purpose, Purpose::Undo { .. }))
}

fn with(mut begun: Begun, acts: &[&Entry]) -> Result<Begun, AppError> {
    for act in acts {
        for event in replay::family_events(act)? {
            domain::evolve(&mut begun.record, &event);
        }
        begun.last = act.order();
    }
    Ok(begun)
}

fn anew(reading: &Reading<'_>, family: FamilyId, through: &BTreeMap<ReplicaId, u64>) -> Result<Begun, AppError> {
    let acts = up_to(reading, family, through)?;
    let last = acts.last().map_or((0, ReplicaId::from_bytes([0; 16]), 0), Entry::order);
    Ok(Begun { record: replay::family(family, &acts)?, last })
}

/// A family's acts up to these.
///
/// # Errors
/// The store's.
pub(super) fn up_to(
    reading: &Reading<'_>,
    family: FamilyId,
    through: &BTreeMap<ReplicaId, u64>,
) -> Result<Vec<Entry>, StoreError> {
    let mut entries = reading.entries_of(Some(family))?;
    entries.retain(|entry| through.get(&entry.id.replica).is_some_and(|last| entry.id.number <= *last));
    Ok(entries)
}
