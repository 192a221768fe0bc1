//! What entries amount to: which are in effect, the record they make, and whether one can be undone.
//!
//! An undone entry is skipped on replay; an undo of an undo brings it back (redo).

use std::collections::{BTreeMap, BTreeSet};

use super::codec::{self, Decoded, Unreadable};
use super::entry::{Entry, EntryId, Purpose};
use crate::base::id::FamilyId;
use crate::domain::antenna::{self, AntennaRecord};
use crate::domain::event::{Event, FamilyEvent};
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::subject::{Subject, changes, stands_on};

/// The entries of `entries` (in order of replay) that are not undone.
///
/// An undo counts only while it is itself in effect, so chains of undo and redo resolve from the latest backwards.
pub fn in_effect(entries: &[Entry]) -> BTreeSet<EntryId> {
    let mut undone = BTreeSet::new();
    for entry in entries.iter().rev() {
        if let Purpose::Undo { of } = &entry.purpose
            && !undone.contains(&entry.id)
        {
            undone.insert(*of);
        }
    }
    entries.iter().map(|entry| entry.id).filter(|id| !undone.contains(id)).collect()
}

/// The record of one family from all its entries, in order of replay.
///
/// # Errors
/// `Unreadable` when an event that this program should know cannot be read.
pub fn family(id: FamilyId, entries: &[Entry]) -> Result<FamilyRecord, Unreadable> {
    let effective = in_effect(entries);
    let mut record = FamilyRecord::new(id);
    for entry in entries.iter().filter(|entry| effective.contains(&entry.id)) {
        for event in family_events(entry)? {
            crate::domain::evolve(&mut record, &event);
        }
    }
    Ok(record)
}

/// The antenna's record from all entries without family, in order of replay.
///
/// # Errors
/// As [`family`].
pub fn antenna(entries: &[Entry]) -> Result<AntennaRecord, Unreadable> {
    let effective = in_effect(entries);
    let mut record = AntennaRecord::default();
    for entry in entries.iter().filter(|entry| effective.contains(&entry.id)) {
        for event in events(entry)? {
            match event {
                Event::Antenna(event) => antenna::evolve(&mut record, &event),
                Event::Family(_) => {}
            }
        }
    }
    Ok(record)
}

/// The known events of an entry whose bodies are still there.
///
/// # Errors
/// As [`family`].
pub fn events(entry: &Entry) -> Result<Vec<Event>, Unreadable> {
    let mut known = Vec::with_capacity(entry.events.len());
    for content in entry.events.iter().filter_map(|event| event.content.as_ref()) {
        match codec::decode(&content.body)? {
            Decoded::Known(event) => known.push(event),
            Decoded::Unknown { .. } => {}
        }
    }
    Ok(known)
}

/// The known family events of an entry.
///
/// # Errors
/// As [`family`].
pub fn family_events(entry: &Entry) -> Result<Vec<FamilyEvent>, Unreadable> {
    let of_family = |event| match event {
        Event::Family(event) => Some(event),
        Event::Antenna(_) => None,
    };
    Ok(events(entry)?.into_iter().filter_map(of_family).collect())
}

/// Whether `target` can be undone (or an undo redone) among its family's entries, in order of replay.
///
/// # Errors
/// `Unreadable` as [`family`]; inside, the refusal: `AlreadyUndone`, `NothingToUndo`, or `ChangedSince` with the date of
/// the later entry that built on it.
pub fn undoable(entries: &[Entry], target: EntryId) -> Result<Result<(), Refusal>, Unreadable> {
    // An erasure is for good, and nothing is left to take back.
    for entry in entries {
        if family_events(entry)?.iter().any(|event| matches!(event, FamilyEvent::FamilyErased(_))) {
            return Ok(Err(Refusal::FamilyIsErased {}));
        }
    }
    let Some(position) = entries.iter().position(|entry| entry.id == target) else {
        return Ok(Err(Refusal::NothingToUndo {}));
    };
    let effective = in_effect(entries);
    if !effective.contains(&target) {
        return Ok(Err(Refusal::AlreadyUndone {}));
    }
    let by_id: BTreeMap<_, _> = entries.iter().map(|entry| (entry.id, entry)).collect();
    let act = root(target, &by_id);
    let comes_back = !effective.contains(&act);
    // What comes back finds the acts before it as they were when it was taken back.
    let then = in_effect(entries.get(..=position).unwrap_or(entries));
    let since = entries.iter().position(|entry| entry.id == if comes_back { target } else { act }).unwrap_or(position);
    let touched = subjects(act, &by_id, changes)?;
    let stood_on = if comes_back { subjects(act, &by_id, stands_on)? } else { Vec::new() };
    for (place, other) in entries.iter().enumerate() {
        let counts = if place < since {
            comes_back && then.contains(&other.id) != effective.contains(&other.id)
        } else {
            effective.contains(&other.id)
        };
        // Undo and redo entries count by the act that they take back or bring back.
        if !counts || other.id == act || root(other.id, &by_id) != other.id {
            continue;
        }
        let changed = subjects(other.id, &by_id, changes)?;
        let grounds = subjects(other.id, &by_id, stands_on)?;
        let collides = |subject: &Subject| {
            grounds.contains(subject) || (changed.contains(subject) && subject.is_changed_by_one_at_a_time())
        };
        if touched.iter().any(collides) || stood_on.iter().any(|subject| changed.contains(subject)) {
            let last = entries.iter().rev().find(|entry| root(entry.id, &by_id) == other.id).unwrap_or(other);
            return Ok(Err(Refusal::ChangedSince { date: last.recorded_at.date_naive() }));
        }
    }
    Ok(Ok(()))
}

/// The act that an entry ends up taking back or bringing back: follows `Undo { of }` to its root.
fn root(id: EntryId, by_id: &BTreeMap<EntryId, &Entry>) -> EntryId {
    let mut current = id;
    // An undo names an earlier entry, so this ends; the bound guards against a forged cycle.
    for _ in 0..by_id.len() {
        match by_id.get(&current).map(|entry| &entry.purpose) {
            Some(Purpose::Undo { of }) => current = *of,
            Some(Purpose::Act | Purpose::Resolve { .. } | Purpose::Import { .. }) | None => break,
        }
    }
    current
}

/// What the events of an act change, or stand on.
fn subjects(
    act: EntryId,
    by_id: &BTreeMap<EntryId, &Entry>,
    of: fn(&FamilyEvent) -> Vec<Subject>,
) -> Result<Vec<Subject>, Unreadable> {
    let Some(entry) = by_id.get(&act) else { return Ok(Vec::new()) };
    Ok(family_events(entry)?.iter().flat_map(of).collect())
}

#[cfg(test)]
mod tests;
