//! What can be read of a store: journal entries, views, drafts, settings and the outbox.
//!
//! Nothing here grows with the caseload but what says so in its name (`every_…`, `count_…`).

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::StoreError;
use super::writing::Sealed;
use crate::base::id::{CenterCode, FamilyId, ReferentId, ReplicaId};
use crate::domain::antenna::AntennaRecord;
use crate::domain::deadline::{About, Deadline, DeadlineRule};
use crate::domain::family::FamilyRecord;
use crate::domain::row::FamilyRow;
use crate::journal::entry::{Digest, Entry, EntryId, EventContent, Head, Purpose, SealedEvent};

/// A connection, for reading.
#[derive(Clone, Copy)]
pub struct Reading<'c> {
    connection: &'c Connection,
}

/// The families that a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// In the caseload, or oriented and not yet answered.
    #[default]
    Active,
    /// Those of one referent, or whom the referent stands in for on the day.
    Mine {
        referent: ReferentId,
        today: NaiveDate,
    },
    /// Active, with a deadline on or before the day.
    DueBy {
        day: NaiveDate,
    },
    /// No encounter held for longer than the convention allows.
    Silent {
        today: NaiveDate,
    },
    /// In the caseload without a contract that runs, or will.
    WithoutContract {
        today: NaiveDate,
    },
    /// Oriented, not yet answered.
    Oriented,
    /// Out, or refused.
    Gone,
    Everyone,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    #[default]
    Name,
    /// Nearest deadline first.
    Due,
    /// Longest without contact first.
    LastContact,
}

impl Sort {
    pub const ALL: [Self; 3] = [Self::Name, Self::Due, Self::LastContact];
}

/// One deadline with the family that it is of; `None` for the convention's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineLine {
    pub family: Option<(FamilyId, String, Option<ReferentId>)>,
    pub deadline: Deadline,
}

/// A deadline's rule and what it is about, as the store keeps them.
pub(super) type DeadlineKey = (String, String);
/// A deadline's first and last day, as the store keeps them.
pub(super) type DeadlineDays = (String, String);

/// An unfinished form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDraft {
    pub key: String,
    pub body: String,
    pub saved_at: DateTime<Utc>,
}

const ROW: &str =
    "id, name, sort_key, matricule, birth_date, status, center, referent, stand_in, stand_in_from, stand_in_to,
    contract_rank, contract_starts, contract_ends, next_rule, next_due, last_contact, silent_after, included_on";

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

    /// Every entry after the numbers given, replica by replica in order of number, one at a time.
    ///
    /// # Errors
    /// The store's, or the visitor's.
    pub fn every_entry_after<E: From<StoreError>>(
        &self,
        after: &BTreeMap<ReplicaId, u64>,
        mut visit: impl FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        for (replica, _, _, _) in self.last_entries()? {
            let from = after.get(&replica).copied().unwrap_or(0);
            let sql = format!("SELECT {ENTRY} FROM journal_entry WHERE replica = ?1 AND number > ?2 ORDER BY number");
            let mut statement = self.connection.prepare_cached(&sql).map_err(StoreError::from)?;
            let mut rows = statement.query(params![replica.bytes(), signed(from)]).map_err(StoreError::from)?;
            while let Some(row) = rows.next().map_err(StoreError::from)? {
                let header = entry_header(row).map_err(StoreError::from)??;
                visit(self.with_events(header)?)?;
            }
        }
        Ok(())
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

    /// The ids of every family with an entry, in order.
    ///
    /// # Errors
    /// The store's.
    pub fn every_family_of_the_journal(&self) -> Result<Vec<FamilyId>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT DISTINCT family FROM journal_entry WHERE family IS NOT NULL ORDER BY family")?;
        let rows = statement.query_map([], |row| family_id(row, 0))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// The antenna's record; empty before the first entry.
    ///
    /// # Errors
    /// The store's.
    pub fn antenna(&self) -> Result<AntennaRecord, StoreError> {
        let text: Option<String> = self
            .connection
            .prepare_cached("SELECT record FROM antenna_record WHERE only = 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        text.map_or_else(|| Ok(AntennaRecord::default()), |text| parse(&text))
    }

    /// A family's record.
    ///
    /// # Errors
    /// The store's.
    pub fn family(&self, id: FamilyId) -> Result<Option<FamilyRecord>, StoreError> {
        let text: Option<String> = self
            .connection
            .prepare_cached("SELECT record FROM family_record WHERE id = ?1")?
            .query_row([id.bytes()], |row| row.get(0))
            .optional()?;
        text.map(|text| parse(&text)).transpose()
    }

    /// Every family's record, one at a time.
    ///
    /// # Errors
    /// The store's.
    pub fn every_family(&self, mut visit: impl FnMut(FamilyRecord)) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("SELECT record FROM family_record ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(parse(&row.get::<_, String>(0)?)?);
        }
        Ok(())
    }

    /// A family's list line.
    ///
    /// # Errors
    /// The store's.
    pub fn row(&self, id: FamilyId) -> Result<Option<FamilyRow>, StoreError> {
        let sql = format!("SELECT {ROW} FROM family WHERE id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.query_row([id.bytes()], family_row).optional()?.transpose()
    }

    /// List lines in the order of the ids; those without a family are left out.
    ///
    /// # Errors
    /// The store's.
    pub fn rows(&self, ids: &[FamilyId]) -> Result<Vec<FamilyRow>, StoreError> {
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            rows.extend(self.row(*id)?);
        }
        Ok(rows)
    }

    /// The first lines of a view in an order: what a first screen needs before the index is built.
    ///
    /// # Errors
    /// The store's.
    pub fn first_rows(&self, view: View, sort: Sort, limit: usize) -> Result<Vec<FamilyRow>, StoreError> {
        let order = match sort {
            Sort::Name => "sort_key, id",
            Sort::Due => "next_due IS NULL, next_due, sort_key, id",
            Sort::LastContact => "last_contact IS NOT NULL, last_contact, sort_key, id",
        };
        let (condition, day, referent) = match view {
            View::Active => ("active = 1", None, None),
            View::Mine { referent, today } => (
                "active = 1 AND (referent = ?2 OR (stand_in = ?2 AND stand_in_from <= ?1 AND ?1 <= stand_in_to))",
                Some(today),
                Some(referent),
            ),
            View::DueBy { day } => ("active = 1 AND next_due <= ?1", Some(day), None),
            View::Silent { today } => ("active = 1 AND silent_after < ?1", Some(today), None),
            View::WithoutContract { today } => {
                ("status = 'included' AND (contract_ends IS NULL OR contract_ends < ?1)", Some(today), None)
            }
            View::Oriented => ("active = 1 AND status = 'oriented'", None, None),
            View::Gone => ("active = 0", None, None),
            View::Everyone => ("1", None, None),
        };
        let sql = format!(
            "SELECT {ROW} FROM family WHERE {condition} AND (?1 IS NULL OR 1) AND (?2 IS NULL OR 1) ORDER BY {order} LIMIT ?3"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let values = params![day.map(|day| day.to_string()), referent.map(ReferentId::bytes), limit];
        let rows = statement.query_map(values, family_row)?;
        rows.map(|row| row?).collect()
    }

    /// Every list line by name, one at a time: what the index is built from.
    ///
    /// # Errors
    /// The store's.
    pub fn every_row(&self, mut visit: impl FnMut(FamilyRow)) -> Result<(), StoreError> {
        let sql = format!("SELECT {ROW} FROM family ORDER BY sort_key, id");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(family_row(row)??);
        }
        Ok(())
    }

    /// The family that bears a CAF number.
    ///
    /// # Errors
    /// The store's.
    pub fn by_matricule(&self, matricule: &str) -> Result<Option<FamilyId>, StoreError> {
        let found = self
            .connection
            .prepare_cached("SELECT id FROM family WHERE matricule = ?1 LIMIT 1")?
            .query_row([matricule], |row| family_id(row, 0))
            .optional()?;
        Ok(found)
    }

    /// Families whose parent was born on that day: the candidates for a duplicate.
    ///
    /// # Errors
    /// The store's.
    pub fn born_on(&self, date: NaiveDate) -> Result<Vec<FamilyRow>, StoreError> {
        let sql = format!("SELECT {ROW} FROM family WHERE birth_date = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([date.to_string()], family_row)?;
        rows.map(|row| row?).collect()
    }

    /// Places taken, by solidarity centre.
    ///
    /// # Errors
    /// The store's.
    pub fn places_taken(&self) -> Result<BTreeMap<CenterCode, u32>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT center, taken FROM place")?;
        let rows = statement.query_map([], |row| {
            let center: String = row.get(0)?;
            Ok((CenterCode::from(center.as_str()), row.get(1)?))
        })?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// Deadlines due within the days given, both inclusive, earliest first, at most `limit`.
    ///
    /// # Errors
    /// The store's.
    pub fn deadlines(&self, from: NaiveDate, to: NaiveDate, limit: usize) -> Result<Vec<DeadlineLine>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT d.family, f.name, f.referent, d.rule, d.about, d.opens, d.due FROM deadline d
             LEFT JOIN family f ON f.id = d.family
             WHERE d.due BETWEEN ?1 AND ?2 ORDER BY d.due, d.family, d.rule, d.about LIMIT ?3",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![from.to_string(), to.to_string(), limit], |row| {
            let name: Option<String> = row.get(1)?;
            let referent: Option<[u8; 16]> = row.get(2)?;
            let family = match name {
                Some(name) => Some((family_id(row, 0)?, name, referent.map(ReferentId::from_bytes))),
                None => None,
            };
            let parts: (String, String, String, String) = (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
            Ok((family, parts))
        })?;
        let mut lines = Vec::new();
        for row in rows {
            let (family, (rule, about, opens, due)) = row?;
            let Some(rule) = DeadlineRule::from_code(&rule) else { continue };
            let about: About = parse(&about)?;
            let deadline = Deadline { rule, about, opens: day(&opens)?, due: day(&due)? };
            lines.push(DeadlineLine { family, deadline });
        }
        Ok(lines)
    }

    /// How many deadlines are due within the days given, both inclusive.
    ///
    /// # Errors
    /// The store's.
    pub fn count_deadlines(&self, from: NaiveDate, to: NaiveDate) -> Result<u64, StoreError> {
        let count: i64 = self
            .connection
            .prepare_cached("SELECT count(*) FROM deadline WHERE due BETWEEN ?1 AND ?2")?
            .query_row(params![from.to_string(), to.to_string()], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The deadline rows of a family as the store keeps them: (rule, about) to (opens, due).
    pub(super) fn deadline_rows(&self, family: &[u8]) -> Result<Vec<(DeadlineKey, DeadlineDays)>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT rule, about, opens, due FROM deadline WHERE family = ?1")?;
        let rows = statement.query_map([family], |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?))))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// The sealed bundles, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn outbox(&self) -> Result<Vec<Sealed>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT sequence, digest, previous, file_name, created_at, through FROM outbox ORDER BY sequence",
        )?;
        let rows = statement.query_map([], |row| {
            let through: String = row.get(5)?;
            let sealed = (unsigned(row, 0)?, digest(row, 1)?, digest(row, 2)?, row.get(3)?, row.get(4)?);
            Ok((sealed, through))
        })?;
        let mut bundles = Vec::new();
        for row in rows {
            let ((sequence, digest, previous, file_name, created_at), through) = row?;
            let (created_at, through) = (instant(created_at), parse(&through)?);
            bundles.push(Sealed { sequence, digest, previous, file_name, created_at, through });
        }
        Ok(bundles)
    }

    /// The bytes of a sealed bundle, as they were handed over.
    ///
    /// # Errors
    /// The store's.
    pub fn sealed_bytes(&self, sequence: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self
            .connection
            .prepare_cached("SELECT bytes FROM outbox WHERE sequence = ?1")?
            .query_row([signed(sequence)], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// The unfinished forms, latest first.
    ///
    /// # Errors
    /// The store's.
    pub fn drafts(&self) -> Result<Vec<FormDraft>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT key, body, saved_at FROM draft ORDER BY saved_at DESC, key")?;
        let rows = statement.query_map([], |row| {
            Ok(FormDraft { key: row.get(0)?, body: row.get(1)?, saved_at: instant(row.get(2)?) })
        })?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// A setting.
    ///
    /// # Errors
    /// The store's.
    pub fn setting(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self
            .connection
            .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?;
        Ok(found)
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

pub(super) const ENTRY: &str = "replica, number, lamport, seen, recorded_at, author, family, purpose, previous, digest";

/// An entry row without its events; the inner error is a text that is not what the journal writes.
pub(super) fn entry_header(row: &Row<'_>) -> rusqlite::Result<Result<Entry, StoreError>> {
    let (seen, purpose): (String, String) = (row.get(3)?, row.get(7)?);
    let author: [u8; 16] = row.get(5)?;
    let family: Option<[u8; 16]> = row.get(6)?;
    let id = EntryId { replica: replica(row, 0)?, number: unsigned(row, 1)? };
    let (lamport, recorded_at) = (unsigned(row, 2)?, instant(row.get(4)?));
    let (previous, digest) = (digest(row, 8)?, digest(row, 9)?);
    let parsed =
        || -> Result<(BTreeMap<ReplicaId, u64>, Purpose), StoreError> { Ok((parse(&seen)?, parse(&purpose)?)) };
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

fn family_row(row: &Row<'_>) -> rusqlite::Result<Result<FamilyRow, StoreError>> {
    let text = |column| row.get::<_, Option<String>>(column);
    let (birth_date, status): (String, String) = (row.get(4)?, row.get(5)?);
    let (center, referent) = (text(6)?, row.get::<_, Option<[u8; 16]>>(7)?);
    let (stand_in, stand_in_from, stand_in_to) = (row.get::<_, Option<[u8; 16]>>(8)?, text(9)?, text(10)?);
    let (rank, starts, ends) = (row.get::<_, Option<u32>>(11)?, text(12)?, text(13)?);
    let (rule, due) = (text(14)?, text(15)?);
    let (last_contact, silent_after, included_on) = (text(16)?, text(17)?, text(18)?);
    let (id, name, sort_key, matricule) = (family_id(row, 0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    let days = |day_text: Option<String>| day_text.map(|text| day(&text)).transpose();
    let parsed = || -> Result<FamilyRow, StoreError> {
        let period = days(stand_in_from)?.zip(days(stand_in_to)?);
        let span = days(starts)?.zip(days(ends)?);
        Ok(FamilyRow {
            id,
            name,
            sort_key,
            matricule,
            birth_date: day(&birth_date)?,
            status: parse(&format!("\"{status}\""))?,
            center: center.as_deref().map(CenterCode::from),
            referent: referent.map(ReferentId::from_bytes),
            stand_in: stand_in.map(ReferentId::from_bytes).zip(period).map(|(who, (from, to))| (who, from, to)),
            contract: rank.zip(span).map(|(rank, (starts, ends))| (rank, starts, ends)),
            next: rule.as_deref().and_then(DeadlineRule::from_code).zip(days(due)?),
            last_contact: days(last_contact)?,
            silent_after: days(silent_after)?,
            included_on: days(included_on)?,
        })
    };
    Ok(parsed())
}

/// Compact JSON, as views and journal columns keep it.
pub(super) fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Unreadable { table: "journal or views" })
}

/// The bare word that a unit enum serialises to.
pub(super) fn text_of<T: Serialize>(value: &T) -> Result<String, StoreError> {
    Ok(json(value)?.trim_matches('"').to_owned())
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    // serde_json's message may quote personal data: only that the text is not ours is passed on.
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable { table: "journal or views" })
}

fn day(text: &str) -> Result<NaiveDate, StoreError> {
    text.parse().map_err(|_| StoreError::Unreadable { table: "journal or views" })
}

fn instant(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or(DateTime::UNIX_EPOCH)
}

fn family_id(row: &Row<'_>, column: usize) -> rusqlite::Result<FamilyId> {
    row.get(column).map(FamilyId::from_bytes)
}

fn replica(row: &Row<'_>, column: usize) -> rusqlite::Result<ReplicaId> {
    row.get(column).map(ReplicaId::from_bytes)
}

fn digest(row: &Row<'_>, column: usize) -> rusqlite::Result<Digest> {
    row.get(column).map(Digest)
}

fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::unsigned_abs)
}

pub(super) fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
