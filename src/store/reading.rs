//! What can be read of a store. Here the journal; families and lists are in `caseload`, the rest in `kept`.
//!
//! Nothing here grows with the caseload but what says so in its name (`every_…`, `count_…`).

mod attendance;
mod caseload;
mod followed;
mod kept;
mod panel;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::value::{Error as NoSuchWord, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

use super::error::StoreError;
use crate::base::calendar;
use crate::base::id::{FamilyId, ReferentId, ReplicaId};
use crate::journal::entry::{Digest, Entry, EntryId, EventContent, Head, Purpose, SealedEvent};
pub use attendance::AttendanceLine;
pub use caseload::{Sort, View};
pub use kept::{DeadlineLine, FormDraft};
pub use panel::PanelLine;

/// A connection, for reading.
#[derive(Clone, Copy)]
pub struct Reading<'c> {
    connection: &'c Connection,
}

/// A state of the store's content, as one connection tells it from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentVersion {
    others: i64,
    own: u64,
}

impl ContentVersion {
    /// Whether another connection has written since `before`.
    pub fn others_wrote_since(self, before: Self) -> bool {
        self.others != before.others
    }
}

impl<'c> Reading<'c> {
    /// The read side of a connection.
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }

    pub(super) fn connection(&self) -> &'c Connection {
        self.connection
    }

    /// Runs `body` on one state of the store, whatever another process writes meanwhile.
    ///
    /// # Errors
    /// Those of `body`, or the store's.
    pub fn snapshot<T, E: From<StoreError>>(&self, body: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let transaction = self.connection.unchecked_transaction().map_err(StoreError::from)?;
        let result = body()?;
        transaction.finish().map_err(StoreError::from)?;
        Ok(result)
    }

    /// Changes with every commit, of this connection and of others: what was read at the same version is what is there.
    ///
    /// # Errors
    /// The store's.
    pub fn content_version(&self) -> Result<ContentVersion, StoreError> {
        let others = self.connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        Ok(ContentVersion { others, own: self.connection.total_changes() })
    }

    /// Where the next entry of `replica` goes.
    ///
    /// # Errors
    /// The store's, here and below.
    pub fn head(&self, replica: ReplicaId) -> Result<Head, StoreError> {
        let mut head = Head::start(replica);
        for (other, number, lamport, digest) in self.last_entries()? {
            head.lamport = head.lamport.max(lamport);
            if other == replica {
                head.number = number;
                head.digest = digest;
            } else {
                head.seen.insert(other, number);
            }
        }
        Ok(head)
    }

    /// For each replica its last entry: number, Lamport time, digest.
    ///
    /// # Errors
    /// The store's.
    pub fn last_entries(&self) -> Result<Vec<(ReplicaId, u64, u64, Digest)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT r.id, e.number, e.lamport, e.digest FROM replica r JOIN journal_entry e ON e.replica = r.id
             AND e.number = (SELECT max(number) FROM journal_entry WHERE replica = r.id) ORDER BY r.id",
        )?;
        let rows = statement
            .query_map([], |row| Ok((replica(row, 0)?, unsigned(row, 1)?, unsigned(row, 2)?, digest(row, 3)?)))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// The digest of one entry, if the journal has it.
    ///
    /// # Errors
    /// The store's.
    pub fn entry_digest(&self, id: EntryId) -> Result<Option<Digest>, StoreError> {
        let found = self
            .connection
            .prepare_cached("SELECT digest FROM journal_entry WHERE replica = ?1 AND number = ?2")?
            .query_row(params![id.replica.bytes(), signed(id.number)], |row| digest(row, 0))
            .optional()?;
        Ok(found)
    }

    /// One entry.
    ///
    /// # Errors
    /// The store's.
    pub fn entry(&self, id: EntryId) -> Result<Option<Entry>, StoreError> {
        let sql = format!("SELECT {ENTRY} FROM journal_entry WHERE replica = ?1 AND number = ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let entry = statement.query_row(params![id.replica.bytes(), signed(id.number)], entry_header).optional()?;
        entry.map(|entry| self.with_events(entry?)).transpose()
    }

    /// The entries of a family (or of the antenna, `None`), in order of replay.
    ///
    /// # Errors
    /// The store's.
    pub fn entries_of(&self, family: Option<FamilyId>) -> Result<Vec<Entry>, StoreError> {
        let sql = format!("SELECT {ENTRY} FROM journal_entry WHERE family IS ?1 ORDER BY lamport, replica, number");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([family.map(FamilyId::bytes)])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(self.with_events(entry_header(row)??)?);
        }
        Ok(entries)
    }

    /// Every family with an entry, in the order of their ids.
    ///
    /// # Errors
    /// The store's; the visitor's.
    pub fn every_family_told_of<E: From<StoreError>>(
        &self,
        mut visit: impl FnMut(FamilyId) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT DISTINCT family FROM journal_entry WHERE family IS NOT NULL ORDER BY family";
        let mut statement = self.connection.prepare_cached(sql).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            visit(family_id(row, 0).map_err(StoreError::from)?)?;
        }
        Ok(())
    }

    /// Whether a family has an entry after the numbers given.
    ///
    /// # Errors
    /// The store's.
    pub fn has_entry_after(&self, family: FamilyId, after: &BTreeMap<ReplicaId, u64>) -> Result<bool, StoreError> {
        self.has_entry_where(family, "DESC", |replica, number| after.get(&replica).copied().unwrap_or(0) < number)
    }

    /// Whether a family has an entry up to the numbers given.
    ///
    /// # Errors
    /// The store's.
    pub fn has_entry_up_to(&self, family: FamilyId, through: &BTreeMap<ReplicaId, u64>) -> Result<bool, StoreError> {
        self.has_entry_where(family, "ASC", |replica, number| number <= through.get(&replica).copied().unwrap_or(0))
    }

    /// Looks for an entry of a family from one end of the order of replay, where it mostly is.
    fn has_entry_where(
        &self,
        family: FamilyId,
        from: &str,
        is_it: impl Fn(ReplicaId, u64) -> bool,
    ) -> Result<bool, StoreError> {
        let sql = format!("SELECT replica, number FROM journal_entry WHERE family = ?1 ORDER BY lamport {from}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([family.bytes()])?;
        while let Some(row) = rows.next()? {
            if is_it(replica(row, 0)?, unsigned(row, 1)?) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The place in the order of replay of the last entry of a family.
    ///
    /// # Errors
    /// The store's.
    pub fn last_order_of(&self, family: FamilyId) -> Result<Option<(u64, ReplicaId, u64)>, StoreError> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT lamport, replica, number FROM journal_entry WHERE family = ?1
                 ORDER BY lamport DESC, replica DESC, number DESC LIMIT 1",
            )?
            .query_row([family.bytes()], |row| Ok((unsigned(row, 0)?, replica(row, 1)?, unsigned(row, 2)?)))
            .optional()?;
        Ok(found)
    }

    /// Whether an entry of a family takes another back, in effect or not.
    ///
    /// # Errors
    /// The store's.
    pub fn has_entry_that_takes_back(&self, family: FamilyId) -> Result<bool, StoreError> {
        Ok(self.connection.prepare_cached(THAT_TAKES_BACK)?.exists([family.bytes()])?)
    }

    /// Entries after the numbers given, without reading them.
    ///
    /// # Errors
    /// The store's.
    pub fn count_entries_after(&self, after: &BTreeMap<ReplicaId, u64>) -> Result<u64, StoreError> {
        // Numbers have no gap, so the last one counts them.
        let last = self.last_entries()?;
        Ok(last
            .iter()
            .map(|(replica, number, _, _)| number.saturating_sub(after.get(replica).copied().unwrap_or(0)))
            .sum())
    }

    fn with_events(&self, mut entry: Entry) -> Result<Entry, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT digest, salt, body FROM journal_event WHERE replica = ?1 AND number = ?2 ORDER BY position",
        )?;
        let place = params![entry.id.replica.bytes(), signed(entry.id.number)];
        let rows = statement.query_map(place, sealed_event)?;
        for event in rows {
            entry.events.push(event?);
        }
        Ok(entry)
    }
}

/// Its condition is the index's own: without it, SQLite would read every entry of the family.
const THAT_TAKES_BACK: &str =
    r#"SELECT 1 FROM journal_entry WHERE family = ?1 AND substr(purpose, 1, 17) = '{"purpose":"undo"'"#;

pub(super) const ENTRY: &str = "replica, number, lamport, seen, recorded_at, author, family, purpose, previous, digest";

/// An entry row without its events; the inner error is a text that is not what the journal writes.
pub(super) fn entry_header(row: &Row<'_>) -> rusqlite::Result<Result<Entry, StoreError>> {
    let (seen, purpose) = (row.get_ref(3)?.as_str()?, row.get_ref(7)?.as_str()?);
    let author: [u8; 16] = row.get(5)?;
    let family: Option<[u8; 16]> = row.get(6)?;
    let id = EntryId { replica: replica(row, 0)?, number: unsigned(row, 1)? };
    let (lamport, recorded_at) = (unsigned(row, 2)?, instant(row.get(4)?));
    let (previous, digest) = (digest(row, 8)?, digest(row, 9)?);
    let parsed = || -> Result<(BTreeMap<ReplicaId, u64>, Purpose), StoreError> { Ok((parse(seen)?, parse(purpose)?)) };
    Ok(parsed().map(|(seen, purpose)| Entry {
        id,
        lamport,
        seen,
        recorded_at,
        author: ReferentId::from_bytes(author),
        family: family.map(FamilyId::from_bytes),
        purpose,
        events: Vec::new(),
        previous,
        digest,
    }))
}

/// An event: digest, salt, body.
pub(super) fn sealed_event(row: &Row<'_>) -> rusqlite::Result<SealedEvent> {
    let salt: Option<[u8; 16]> = row.get(1)?;
    let body: Option<String> = row.get(2)?;
    let content = salt.zip(body).map(|(salt, body)| EventContent { salt, body });
    Ok(SealedEvent { digest: digest(row, 0)?, content })
}

/// Compact JSON, as views and journal columns keep it.
pub(super) fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Unreadable { table: "journal or views" })
}

/// The bare word that a unit enum serialises to.
pub(super) fn text_of<T: Serialize>(value: &T) -> Result<String, StoreError> {
    Ok(json(value)?.trim_matches('"').to_owned())
}

pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    // serde_json's message may quote personal data: only that the text is not ours is passed on.
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable { table: "journal or views" })
}

/// What a bare word says, as [`text_of`] writes it.
pub(super) fn word<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    let word: StrDeserializer<'_, NoSuchWord> = text.into_deserializer();
    T::deserialize(word).map_err(|_| StoreError::Unreadable { table: "journal or views" })
}

pub(super) fn day(text: &str) -> Result<NaiveDate, StoreError> {
    calendar::from_iso(text).ok_or(StoreError::Unreadable { table: "journal or views" })
}

pub(super) fn instant(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or(DateTime::UNIX_EPOCH)
}

fn family_id(row: &Row<'_>, column: usize) -> rusqlite::Result<FamilyId> {
    row.get(column).map(FamilyId::from_bytes)
}

fn replica(row: &Row<'_>, column: usize) -> rusqlite::Result<ReplicaId> {
    row.get(column).map(ReplicaId::from_bytes)
}

pub(super) fn digest(row: &Row<'_>, column: usize) -> rusqlite::Result<Digest> {
    row.get(column).map(Digest)
}

pub(super) fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::unsigned_abs)
}

pub(super) fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use crate::journal::entry::{EntryId, Purpose};
    use crate::store::{Store, Vault};

    #[test]
    fn what_takes_back_is_found_by_the_index() {
        let directory = tempfile::tempdir().unwrap();
        let (_, key) =
            Vault::create_demonstration(directory.path(), crate::base::id::ReferentId::from_bytes([7; 16]), "C. Essai")
                .unwrap();
        let store = Store::create(directory.path(), &key).unwrap();
        let undo = Purpose::Undo { of: EntryId { replica: super::ReplicaId::from_bytes([1; 16]), number: 1 } };
        let undo = super::json(&undo).unwrap();
        assert!(undo.starts_with(r#"{"purpose":"undo""#), "{undo}");
        let explain = format!("EXPLAIN QUERY PLAN {}", super::THAT_TAKES_BACK);
        let plan = |row: &rusqlite::Row<'_>| row.get::<_, String>(3);
        let plan = store.read().connection().query_row(&explain, [[0_u8; 16]], plan).unwrap();
        assert!(plan.contains("journal_entry_that_takes_back"), "{plan}");
    }
}
