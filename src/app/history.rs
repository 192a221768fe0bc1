//! The history of a family: who, when, what, and what changed between; and what can be undone or redone.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use super::{App, AppError};
use crate::base::id::{FamilyId, ReferentId};
use crate::domain;
use crate::domain::event::FamilyEvent;
use crate::domain::family::FamilyRecord;
use crate::domain::wording::change::Change;
use crate::journal::entry::{Entry, EntryId, Purpose};
use crate::journal::replay;

/// One entry of a family, as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    pub entry: EntryId,
    pub recorded_at: DateTime<Utc>,
    pub author: ReferentId,
    pub purpose: Purpose,
    /// The kinds of the events, in order; for an undo, those of the act that it takes back or brings back.
    pub kinds: Vec<&'static str>,
    /// The day on which that act happened or takes effect.
    pub happened_on: Option<NaiveDate>,
    /// No longer in effect.
    pub undone: bool,
    pub changes: Vec<Change>,
}

impl App {
    /// A family's history, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn history(&self, family: FamilyId) -> Result<Vec<HistoryLine>, AppError> {
        let entries = self.store.read().entries_of(Some(family))?;
        let events: Vec<Vec<FamilyEvent>> = entries.iter().map(replay::family_events).collect::<Result<_, _>>()?;
        let effective = replay::in_effect(&entries);
        let mut before = FamilyRecord::new(family);
        let mut lines = Vec::with_capacity(entries.len());
        for (position, (entry, own)) in entries.iter().zip(&events).enumerate() {
            let after = match entry.purpose {
                Purpose::Undo { .. } => fold(family, entries.get(..=position).unwrap_or(&entries), &events),
                Purpose::Act | Purpose::Resolve { .. } | Purpose::Import { .. } => {
                    let mut record = before.clone();
                    own.iter().for_each(|event| domain::evolve(&mut record, event));
                    record
                }
            };
            let about = acted_on(entry, &entries);
            let acted = entries.iter().zip(&events).find(|(other, _)| other.id == about);
            let acted = acted.map(|(_, events)| events.as_slice()).unwrap_or_default();
            lines.push(HistoryLine {
                entry: entry.id,
                recorded_at: entry.recorded_at,
                author: entry.author,
                purpose: entry.purpose.clone(),
                kinds: acted.iter().map(FamilyEvent::kind).collect(),
                happened_on: acted.iter().find_map(FamilyEvent::happened_on),
                undone: !effective.contains(&entry.id),
                changes: changes(&before, &after),
            });
            before = after;
        }
        Ok(lines)
    }

    /// The latest act of a family that can be undone.
    ///
    /// # Errors
    /// The store's.
    pub fn last_undoable(&self, family: FamilyId) -> Result<Option<EntryId>, AppError> {
        self.last(family, |purpose| !matches!(purpose, Purpose::Undo { .. }))
    }

    /// The latest undo of a family that can be taken back.
    ///
    /// # Errors
    /// The store's.
    pub fn last_redoable(&self, family: FamilyId) -> Result<Option<EntryId>, AppError> {
        self.last(family, |purpose| matches!(purpose, Purpose::Undo { .. }))
    }

    fn last(&self, family: FamilyId, wanted: fn(&Purpose) -> bool) -> Result<Option<EntryId>, AppError> {
        let entries = self.store.read().entries_of(Some(family))?;
        let effective = replay::in_effect(&entries);
        // A redo leaves the act in effect again: it is the act that can be undone next, not the redo.
        let redone: BTreeSet<_> = entries
            .iter()
            .filter_map(|entry| match entry.purpose {
                Purpose::Undo { of } => entries.iter().find(|other| other.id == of).map(|undone| (entry, undone)),
                Purpose::Act | Purpose::Resolve { .. } | Purpose::Import { .. } => None,
            })
            .filter(|(_, undone)| matches!(undone.purpose, Purpose::Undo { .. }))
            .map(|(redo, _)| redo.id)
            .collect();
        for entry in entries.iter().rev().filter(|entry| wanted(&entry.purpose)) {
            if effective.contains(&entry.id)
                && !redone.contains(&entry.id)
                && replay::undoable(&entries, entry.id)?.is_ok()
            {
                return Ok(Some(entry.id));
            }
        }
        Ok(None)
    }
}

/// The record that a prefix of the entries makes.
fn fold(family: FamilyId, prefix: &[Entry], events: &[Vec<FamilyEvent>]) -> FamilyRecord {
    let effective = replay::in_effect(prefix);
    let mut record = FamilyRecord::new(family);
    for (_, own) in prefix.iter().zip(events).filter(|(entry, _)| effective.contains(&entry.id)) {
        own.iter().for_each(|event| domain::evolve(&mut record, event));
    }
    record
}

/// The act that an entry is about: itself, or what its undo or redo names in the end.
fn acted_on(entry: &Entry, entries: &[Entry]) -> EntryId {
    let mut current = entry;
    for _ in entries {
        let Purpose::Undo { of } = current.purpose else { break };
        let Some(next) = entries.iter().find(|other| other.id == of) else { break };
        current = next;
    }
    current.id
}

/// The values that differ, leaf by leaf; objects of a list are paired by their `id`.
pub(super) fn changes(before: &FamilyRecord, after: &FamilyRecord) -> Vec<Change> {
    // What an empty record holds, nobody has entered.
    let told = |record: &FamilyRecord| match *record == FamilyRecord::new(record.id) {
        true => None,
        false => serde_json::to_value(record).ok(),
    };
    let mut found = Vec::new();
    compare(&mut Vec::new(), told(before).as_ref(), told(after).as_ref(), &mut found);
    found
}

fn compare(path: &mut Vec<String>, before: Option<&Value>, after: Option<&Value>, found: &mut Vec<Change>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(Value::Object(_)) | None, Some(Value::Object(_))) | (Some(Value::Object(_)), None) => {
            let object = |value: Option<&Value>| value.and_then(Value::as_object).cloned().unwrap_or_default();
            let (before, after) = (object(before), object(after));
            let members: BTreeSet<_> = before.keys().chain(after.keys()).collect();
            let has_parts =
                |member: &&String| [&before, &after].iter().any(|one| one.get(*member).is_some_and(has_parts));
            // The values of a part come before the parts within it.
            let (within, own): (Vec<_>, Vec<_>) = members.into_iter().partition(has_parts);
            for member in own.into_iter().chain(within) {
                path.push(member.clone());
                compare(path, before.get(member), after.get(member), found);
                path.pop();
            }
        }
        (Some(Value::Array(_)) | None, Some(Value::Array(_))) | (Some(Value::Array(_)), None) => {
            let array = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
            let (before, after) = (array(before), array(after));
            let key = |value: &Value, position: usize| {
                value.get("id").map_or_else(|| (position.to_string(), true), |id| (id.to_string(), false))
            };
            let keyed = |items: &[Value]| -> Vec<((String, bool), Value)> {
                items.iter().enumerate().map(|(position, item)| (key(item, position), item.clone())).collect()
            };
            let (before, after) = (keyed(&before), keyed(&after));
            for (key, item) in &before {
                let now = after.iter().find(|(other, _)| other == key).map(|(_, item)| item);
                compare(path, Some(item), now, found);
            }
            for (_, item) in after.iter().filter(|(key, _)| !before.iter().any(|(other, _)| other == key)) {
                compare(path, None, Some(item), found);
            }
        }
        (before, after) => {
            // Identifiers say nothing to a person, but those that the antenna gives a name.
            let is_id = |value: Option<&Value>| {
                value.and_then(Value::as_str).is_some_and(|text| uuid::Uuid::parse_str(text).is_ok())
            };
            let is_named = path.last().is_some_and(|member| matches!(member.as_str(), "referent" | "session"));
            if is_named || !(is_id(before) || is_id(after)) {
                let (before, after) = (before.and_then(leaf), after.and_then(leaf));
                found.push(Change { path: path.clone(), before, after });
            }
        }
    }
}

fn has_parts(value: &Value) -> bool {
    value.is_object() || value.as_array().is_some_and(|items| items.iter().any(Value::is_object))
}

fn leaf(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => Some(value.to_string()),
    }
}
