//! The entries of the journal, one at a time, in order of replay: two sequential reads per replica, merged.
//!
//! Within a replica, numbers and Lamport times rise together, so the merge needs no sort and holds one entry per replica.

use std::collections::BTreeMap;

use rusqlite::{Connection, Rows, params};

use super::error::StoreError;
use super::reading::{ENTRY, Reading, entry_header, sealed_event, signed};
use crate::base::id::{FamilyId, ReplicaId};
use crate::journal::entry::{Entry, SealedEvent};

impl Reading<'_> {
    /// Calls `visit` with every entry whose family `keep` accepts, in order of replay. Others are passed over undecoded.
    ///
    /// # Errors
    /// The store's, or the visitor's.
    pub fn every_entry_in_order<E: From<StoreError>>(
        &self,
        keep: impl Fn(Option<FamilyId>) -> bool,
        mut visit: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        let replicas: Vec<ReplicaId> = self.last_entries()?.into_iter().map(|(replica, ..)| replica).collect();
        let mut statements = Vec::with_capacity(replicas.len());
        for _ in &replicas {
            statements.push(Statements::prepare(self.connection())?);
        }
        let mut chains = Vec::with_capacity(replicas.len());
        for (replica, statements) in replicas.iter().zip(&mut statements) {
            chains.push(Chain::start(*replica, 0, statements, &keep)?);
        }
        loop {
            let waiting = chains.iter_mut().filter(|chain| chain.next.is_some());
            let Some(chain) = waiting.min_by_key(|chain| chain.next.as_ref().map(Entry::order)) else { return Ok(()) };
            let following = chain.read(&keep)?;
            if let Some(entry) = std::mem::replace(&mut chain.next, following) {
                visit(entry)?;
            }
        }
    }

    /// Every entry after the numbers given, replica by replica in order of number, one at a time.
    ///
    /// # Errors
    /// The store's, or the visitor's.
    pub fn every_entry_after<E: From<StoreError>>(
        &self,
        after: &BTreeMap<ReplicaId, u64>,
        mut visit: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        for (replica, ..) in self.last_entries()? {
            let last = after.get(&replica).copied().unwrap_or(0);
            let mut statements = Statements::prepare(self.connection())?;
            let mut chain = Chain::start(replica, last, &mut statements, &|_| true)?;
            while let Some(entry) = chain.next.take() {
                chain.next = chain.read(&|_| true)?;
                visit(entry)?;
            }
        }
        Ok(())
    }
}

struct Statements<'c> {
    headers: rusqlite::Statement<'c>,
    events: rusqlite::Statement<'c>,
}

impl<'c> Statements<'c> {
    fn prepare(connection: &'c Connection) -> Result<Self, StoreError> {
        let headers = format!("SELECT {ENTRY} FROM journal_entry WHERE replica = ?1 AND ?2 < number ORDER BY number");
        let events = "SELECT digest, salt, body, number FROM journal_event WHERE replica = ?1 AND ?2 < number
                      ORDER BY number, position";
        Ok(Self { headers: connection.prepare(&headers)?, events: connection.prepare(events)? })
    }
}

/// One replica's entries as they are read: headers and events side by side, both by number.
struct Chain<'s> {
    headers: Rows<'s>,
    events: Rows<'s>,
    /// The event read ahead, with the number of its entry.
    ahead: Option<(i64, Option<SealedEvent>)>,
    /// Events of entries before this one are not decoded.
    wanted: i64,
    next: Option<Entry>,
}

impl<'s> Chain<'s> {
    fn start(
        replica: ReplicaId,
        after: u64,
        statements: &'s mut Statements<'_>,
        keep: &impl Fn(Option<FamilyId>) -> bool,
    ) -> Result<Self, StoreError> {
        let mut chain = Self {
            headers: statements.headers.query(params![replica.bytes(), signed(after)])?,
            events: statements.events.query(params![replica.bytes(), signed(after)])?,
            ahead: None,
            wanted: 0,
            next: None,
        };
        chain.next = chain.read(keep)?;
        Ok(chain)
    }

    /// The next entry to keep, with its events.
    fn read(&mut self, keep: &impl Fn(Option<FamilyId>) -> bool) -> Result<Option<Entry>, StoreError> {
        let mut entry = loop {
            let Some(row) = self.headers.next()? else { return Ok(None) };
            let family: Option<[u8; 16]> = row.get(6)?;
            if keep(family.map(FamilyId::from_bytes)) {
                break entry_header(row)??;
            }
        };
        self.wanted = signed(entry.id.number);
        loop {
            if self.ahead.is_none() {
                self.ahead = self.read_event()?;
            }
            match self.ahead.take() {
                Some((number, event)) if number == self.wanted => entry.events.extend(event),
                Some((number, _)) if number < self.wanted => {}
                later => {
                    self.ahead = later;
                    return Ok(Some(entry));
                }
            }
        }
    }

    fn read_event(&mut self) -> Result<Option<(i64, Option<SealedEvent>)>, StoreError> {
        let Some(row) = self.events.next()? else { return Ok(None) };
        let number = row.get(3)?;
        let event = if number < self.wanted { None } else { Some(sealed_event(row)?) };
        Ok(Some((number, event)))
    }
}
