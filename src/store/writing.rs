//! What a write transaction can do: append to the journal, put views in step, keep drafts, settings and the outbox.
//!
//! It decides nothing: `app` supplies entries and the views that they amount to.

mod views;

use std::cell::Cell;

use chrono::{DateTime, Utc};
use rusqlite::{CachedStatement, Connection, params};

use super::error::StoreError;
use super::reading::{Reading, json};
use crate::base::id::FamilyId;
use crate::journal::chain;
use crate::journal::entry::{Digest, Entry, EntryId};
pub use views::FollowUp;
pub(super) use views::attendance_rows;

/// The store inside `BEGIN IMMEDIATE … COMMIT`; reads see what it has written.
pub struct Writing<'c> {
    reading: Reading<'c>,
    connection: &'c Connection,
    others_wrote: bool,
    /// Whether it was asked: who does not ask leaves the answer to the next transaction.
    asked: Cell<bool>,
}

impl<'c> std::ops::Deref for Writing<'c> {
    type Target = Reading<'c>;

    fn deref(&self) -> &Reading<'c> {
        &self.reading
    }
}

impl<'c> Writing<'c> {
    /// The write side of a connection that is inside a transaction.
    pub(super) fn new(connection: &'c Connection, others_wrote: bool) -> Self {
        Self { reading: Reading::new(connection), connection, others_wrote, asked: Cell::new(false) }
    }

    /// Whether another process has committed since this was last asked, or since the store was opened: what was read then may be
    /// out of date.
    pub fn others_wrote(&self) -> bool {
        self.asked.set(true);
        self.others_wrote
    }

    pub(super) fn was_asked(&self) -> bool {
        self.asked.get()
    }

    /// Adds an entry to the journal, after the last one of its replica.
    ///
    /// # Errors
    /// `NotNext` when its chain breaks there; the store's.
    pub fn append(&self, entry: &Entry) -> Result<(), StoreError> {
        if chain::verify(entry, &entry.previous).is_err() {
            return Err(StoreError::NotNext { number: entry.id.number });
        }
        self.appending()?.append(entry)
    }

    /// What adds entries to the journal, one after the other, whose digests were verified when they were read.
    ///
    /// # Errors
    /// The store's.
    pub fn appending(&self) -> Result<Appending<'c>, StoreError> {
        let entry = self.connection.prepare_cached(
            "INSERT INTO journal_entry
             (replica, number, lamport, seen, recorded_at, author, family, purpose, previous, digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        let event = self.connection.prepare_cached(
            "INSERT INTO journal_event (replica, number, position, digest, salt, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        Ok(Appending { reading: self.reading, connection: self.connection, entry, event, last: None })
    }

    /// Destroys the salt and the body of an event for good; its digest stays and the chain still verifies.
    ///
    /// # Errors
    /// The store's.
    pub fn erase(&self, id: EntryId, position: u32) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "UPDATE journal_event SET salt = NULL, body = NULL
                 WHERE replica = ?1 AND number = ?2 AND position = ?3",
            )?
            .execute(params![id.replica.bytes(), number(id.number), position])?;
        Ok(())
    }

    /// Keeps the text of an unfinished form.
    ///
    /// # Errors
    /// The store's.
    pub fn put_draft(&self, key: &str, body: &str, saved_at: DateTime<Utc>) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO draft (key, body, saved_at) VALUES (?1, ?2, ?3)")?
            .execute(params![key, body, saved_at.timestamp_millis()])?;
        Ok(())
    }

    /// Forgets a draft, if it is still this one.
    ///
    /// # Errors
    /// The store's.
    pub fn drop_draft(&self, key: &str, body: &str) -> Result<(), StoreError> {
        self.connection.prepare_cached("DELETE FROM draft WHERE key = ?1 AND body = ?2")?.execute([key, body])?;
        Ok(())
    }

    /// Keeps a setting.
    ///
    /// # Errors
    /// The store's.
    pub fn put_setting(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)")?
            .execute(params![key, value])?;
        Ok(())
    }

    /// Forgets a setting.
    ///
    /// # Errors
    /// The store's.
    pub fn drop_setting(&self, key: &str) -> Result<(), StoreError> {
        self.connection.prepare_cached("DELETE FROM setting WHERE key = ?1")?.execute([key])?;
        Ok(())
    }
}

/// Adds entries to the journal.
pub struct Appending<'c> {
    reading: Reading<'c>,
    connection: &'c Connection,
    entry: CachedStatement<'c>,
    event: CachedStatement<'c>,
    /// The entry added last, and its digest.
    last: Option<(EntryId, Digest)>,
}

impl Appending<'_> {
    /// Adds an entry, after the last one of its replica.
    ///
    /// # Errors
    /// `NotNext` when it is not linked to that one; the store's.
    pub fn append(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let EntryId { replica, number: place } = entry.id;
        let previous = match place.checked_sub(1) {
            Some(0) => Some(Digest::ZERO),
            Some(number) => self.digest_of(EntryId { replica, number })?,
            None => None,
        };
        if previous != Some(entry.previous) {
            return Err(StoreError::NotNext { number: place });
        }
        let replica = replica.bytes();
        if place == 1 {
            self.connection.prepare_cached("INSERT OR IGNORE INTO replica (id) VALUES (?1)")?.execute([replica])?;
        }
        self.entry.execute(params![
            replica,
            number(place),
            number(entry.lamport),
            json(&entry.seen)?,
            entry.recorded_at.timestamp_millis(),
            entry.author.bytes(),
            entry.family.map(FamilyId::bytes),
            json(&entry.purpose)?,
            entry.previous.0,
            entry.digest.0,
        ])?;
        for (position, event) in (0_i64..).zip(&entry.events) {
            let salt = event.content.as_ref().map(|content| content.salt);
            let body = event.content.as_ref().map(|content| content.body.as_str());
            self.event.execute(params![replica, number(place), position, event.digest.0, salt, body])?;
        }
        self.last = Some((entry.id, entry.digest));
        Ok(())
    }

    /// The digest of an entry of the journal.
    fn digest_of(&self, id: EntryId) -> Result<Option<Digest>, StoreError> {
        match self.last {
            Some((last, digest)) if last == id => Ok(Some(digest)),
            Some(_) | None => self.reading.entry_digest(id),
        }
    }
}

/// SQLite integers are signed; numbers here stay far below.
fn number(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
