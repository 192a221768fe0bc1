//! The body of an `activity` bundle: entries since the last one, the readable records of the families that changed, the
//! indicators of art. 7, and how much of what was withheld.

mod written;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use serde::{Deserialize, Serialize};

use super::disclosure::{self, Disclosure};
use super::error::ExchangeError;
use crate::base::hex::{self, Hex};
use crate::base::id::ReplicaId;
use crate::domain::family::FamilyRecord;
use crate::domain::indicator::Indicators;
use crate::journal::chain::{self, BrokenChain, Header};
use crate::journal::codec;
use crate::journal::entry::{Digest, Entry, EntryId, EventContent, SealedEvent};
pub(super) use written::{Long, Written, read};

/// Who makes one has the records written already: as records they take several times their text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity<R = FamilyRecord> {
    pub entries: Vec<DisclosedEntry>,
    /// As the disclosed events make them.
    pub families: Vec<R>,
    pub indicators: PeriodIndicators,
    /// How many events are withheld; of which kinds, nobody else is told: not even that there was a report (art. 5).
    pub withheld: u64,
}

/// The indicators over a period, both days inclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodIndicators {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub figures: Indicators,
}

/// An entry as it leaves: whole, but that withheld events are only their digests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosedEntry {
    pub header: Header,
    pub events: Vec<DisclosedEvent>,
    pub previous: Digest,
    pub digest: Digest,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosedEvent {
    pub digest: Digest,
    /// 32 hexadecimal digits; absent when withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
    /// The event's JSON text exactly as digested; absent when withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

impl std::fmt::Debug for DisclosedEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DisclosedEvent({}, {})", self.digest, if self.body.is_some() { "whole" } else { "withheld" })
    }
}

impl<R> Activity<R> {
    /// An activity of these entries; `families` are the records of those who changed, already disclosed.
    pub fn new(entries: Vec<Entry>, families: Vec<R>, indicators: PeriodIndicators) -> Self {
        let mut withheld = 0;
        let entries = entries.into_iter().map(|entry| disclosed(entry, &mut withheld)).collect();
        Self { entries, families, indicators, withheld }
    }
}

impl Activity {
    /// Whether it has one record a family, in the order of their ids, and counts no more than it withholds: of two records, one
    /// would be believed unseen. An erased event is without its text too, and is not counted.
    pub(super) fn is_in_form(&self, entries: &[Entry]) -> bool {
        let events = entries.iter().flat_map(|entry| &entry.events);
        let withheld = events.filter(|event| event.content.is_none()).count() as u64;
        self.withheld <= withheld
            && self.families.windows(2).all(|pair| matches!(pair, [one, next] if one.id < next.id))
    }

    /// Checks every entry against its digests and its place, and gives the entries as the journal knows them.
    ///
    /// # Errors
    /// `RecordDiscloses`, `EntryAltered`, `EntriesOutOfOrder`, `EntryUnreadable`, `DisclosureMismatch`.
    pub(super) fn verified_entries(&self, written: Vec<Written<'_>>) -> Result<Vec<Entry>, ExchangeError> {
        let mut heads: BTreeMap<ReplicaId, (u64, Digest)> = BTreeMap::new();
        let mut entries = Vec::with_capacity(written.len());
        if !self.families.iter().all(disclosure::is_disclosed) {
            return Err(ExchangeError::RecordDiscloses {});
        }
        for Written { entry, header } in written {
            let number = entry.id.number;
            let previous = match (heads.get(&entry.id.replica), number) {
                (Some((last, _)), _) if number != last + 1 => return Err(ExchangeError::EntriesOutOfOrder { number }),
                (None, 0) => return Err(ExchangeError::EntriesOutOfOrder { number }),
                (Some((_, digest)), _) => *digest,
                (None, 1) => Digest::ZERO,
                (None, _) => entry.previous,
            };
            chain::verify_written(&entry, &header, &previous).map_err(|broken| match broken {
                BrokenChain::Event(number) | BrokenChain::Entry(number) => ExchangeError::EntryAltered { number },
                BrokenChain::Link(number) => ExchangeError::EntriesOutOfOrder { number },
            })?;
            for content in entry.events.iter().filter_map(|event| event.content.as_ref()) {
                let decoded = codec::decode(&content.body).map_err(|_| ExchangeError::EntryUnreadable { number })?;
                if disclosure::of_decoded(&decoded) == Disclosure::Withheld {
                    return Err(ExchangeError::DisclosureMismatch { number });
                }
            }
            heads.insert(entry.id.replica, (number, entry.digest));
            entries.push(entry);
        }
        Ok(entries)
    }
}

impl DisclosedEntry {
    /// An entry of which only what leaves is left.
    pub(super) fn of(entry: Entry) -> Self {
        let header = Header::of(&entry);
        let event = |SealedEvent { digest, content }: SealedEvent| {
            let salted = |content: EventContent| (Hex::of(&content.salt).as_str().to_owned(), content.body);
            let (salt, body) = content.map(salted).unzip();
            DisclosedEvent { digest, salt, body }
        };
        let Entry { events, previous, digest, .. } = entry;
        Self { header, events: events.into_iter().map(event).collect(), previous, digest }
    }

    /// The entry as the journal knows it.
    ///
    /// # Errors
    /// `EntryAltered` when there is none that would be written so.
    pub(super) fn read(self) -> Result<Written<'static>, ExchangeError> {
        let header = serde_json::to_vec(&self.header).map_err(|_| ExchangeError::Unreadable {})?.into();
        let Header { replica, number, lamport, seen, recorded_at, author, family, purpose } = self.header;
        let altered = || ExchangeError::EntryAltered { number };
        let event = |event: DisclosedEvent| {
            let content = match (event.salt, event.body) {
                (Some(salt), Some(body)) => {
                    Some(EventContent { salt: hex::bytes(salt.as_bytes()).ok_or_else(altered)?, body })
                }
                (None, None) => None,
                (Some(_), None) | (None, Some(_)) => return Err(altered()),
            };
            Ok(SealedEvent { digest: event.digest, content })
        };
        let entry = Entry {
            id: EntryId { replica, number },
            lamport,
            seen,
            recorded_at: DateTime::from_timestamp_millis(recorded_at).ok_or_else(altered)?,
            author,
            family,
            purpose,
            events: self.events.into_iter().map(event).collect::<Result<_, _>>()?,
            previous: self.previous,
            digest: self.digest,
        };
        Ok(Written { entry, header })
    }
}

fn disclosed(mut entry: Entry, withheld: &mut u64) -> DisclosedEntry {
    for event in &mut entry.events {
        event.content = event.content.take().filter(|content| {
            let kind = codec::kind_of(&content.body).unwrap_or_default();
            disclosure::of_kind(kind) == Some(Disclosure::Whole)
        });
        // What an erasure destroyed is not there to be shown, and is counted with what is not shown.
        *withheld += u64::from(event.content.is_none());
    }
    DisclosedEntry::of(entry)
}
