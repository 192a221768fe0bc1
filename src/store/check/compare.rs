//! Compares the views as stored with those of a replay, family by family, and counts so that none is left over.
//!
//! It changes nothing.

use std::collections::BTreeMap;

use rusqlite::OptionalExtension;
use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};

use crate::base::id::CenterCode;
use crate::domain::antenna::AntennaRecord;
use crate::domain::deadline::Deadline;
use crate::domain::family::{FamilyRecord, FamilyStatus};
use crate::domain::row::FamilyRow;
use crate::journal::entry::Digest;
use crate::store::error::StoreError;
use crate::store::reading::{Reading, json};
use crate::store::writing::{FollowUp, attendance_rows};

/// Every table that a rebuild empties and fills again, with what is compared of it and its key.
const VIEWS: [(&str, &str, &str); 9] = [
    ("antenna_record", "*", "only"),
    ("attendance", "*", "session, family"),
    ("deadline", "*", "family, rule, about"),
    ("erased_family", "*", "id"),
    ("family", "*", "id"),
    ("family_record", "*", "id"),
    ("panel_referral", "*", "family, id"),
    ("place", "*", "center"),
    // Its ids are those of the index, in the order in which words came; a replay meets them in another.
    ("search_place", "family, place, words", "family, place"),
];

impl Reading<'_> {
    /// SHA-256 of every row of every view, each value with its type: two stores with equal views have the same.
    ///
    /// # Errors
    /// The store's.
    pub fn digest_of_views(&self) -> Result<Digest, StoreError> {
        let mut hash = Sha256::new();
        for (table, columns, key) in VIEWS {
            let mut statement = self.connection().prepare(&format!("SELECT {columns} FROM {table} ORDER BY {key}"))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                hash.update(table);
                for column in 0..columns {
                    let (kind, bytes): (u8, &[u8]) = match row.get_ref(column)? {
                        ValueRef::Null => (0, &[]),
                        ValueRef::Integer(number) => (1, &number.to_be_bytes()),
                        ValueRef::Real(number) => (2, &number.to_be_bytes()),
                        ValueRef::Text(text) => (3, text),
                        ValueRef::Blob(bytes) => (4, bytes),
                    };
                    hash.update([kind]);
                    hash.update((bytes.len() as u64).to_be_bytes());
                    hash.update(bytes);
                }
            }
        }
        Ok(Digest(hash.finalize().into()))
    }

    /// The one JSON text that `sql` finds by `key`.
    fn record_text(&self, sql: &str, key: impl rusqlite::ToSql) -> Result<Option<String>, StoreError> {
        let found = self.connection().prepare_cached(sql)?.query_row([key], |row| row.get(0)).optional()?;
        Ok(found)
    }

    pub(in crate::store) fn count_rows(&self, table: &'static str) -> Result<u64, StoreError> {
        let count: i64 = self.connection().query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}

/// A comparison under way.
pub(super) struct Comparison<'r> {
    reading: &'r Reading<'r>,
    families: u64,
    erased: u64,
    passages: u64,
    deadlines: u64,
    referrals: u64,
    attendances: u64,
    places: BTreeMap<CenterCode, u32>,
}

impl<'r> Comparison<'r> {
    pub(super) fn start(reading: &'r Reading<'r>) -> Self {
        Self {
            reading,
            families: 0,
            erased: 0,
            passages: 0,
            deadlines: 0,
            referrals: 0,
            attendances: 0,
            places: BTreeMap::new(),
        }
    }

    /// Compares the antenna's views.
    ///
    /// # Errors
    /// `ViewsDiffer`, or the store's.
    pub(super) fn antenna(&mut self, record: &AntennaRecord, deadlines: &[Deadline]) -> Result<(), StoreError> {
        let stored = self.reading.record_text("SELECT record FROM antenna_record WHERE only = ?1", 1_i64)?;
        // A store without any entry has no record yet.
        if stored.is_some() && stored != Some(json(record)?) {
            return Err(StoreError::ViewsDiffer { table: "antenna_record" });
        }
        self.deadlines(&[], deadlines)
    }

    /// Compares one family's views.
    ///
    /// # Errors
    /// `ViewsDiffer`, or the store's.
    pub(super) fn family(
        &mut self,
        record: &FamilyRecord,
        row: &FamilyRow,
        follow_up: Option<&FollowUp>,
    ) -> Result<(), StoreError> {
        if let Some(erased) = &record.erased {
            let stored =
                self.reading.record_text("SELECT record FROM erased_family WHERE id = ?1", record.id.bytes())?;
            if stored != Some(json(erased)?) {
                return Err(StoreError::ViewsDiffer { table: "erased_family" });
            }
            self.erased += 1;
        }
        // As when views are put: a record whose orientation was undone is no family.
        if record.orientations.is_empty() {
            return Ok(());
        }
        let id = record.id.bytes();
        let stored = self.reading.record_text("SELECT record FROM family_record WHERE id = ?1", id)?;
        if stored != Some(json(record)?) {
            return Err(StoreError::ViewsDiffer { table: "family_record" });
        }
        if self.reading.row(record.id)?.as_ref() != Some(row) {
            return Err(StoreError::ViewsDiffer { table: "family" });
        }
        if follow_up.is_some() {
            self.passages += self.reading.check_passages(record)?;
        }
        let mut expected = follow_up.map(|follow_up| follow_up.panel.clone()).unwrap_or_default();
        expected.sort_by_key(|row| row.referral);
        if self.reading.panel_rows(record.id)? != expected {
            return Err(StoreError::ViewsDiffer { table: "panel_referral" });
        }
        self.referrals += expected.len() as u64;
        let attendances = attendance_rows(record);
        if self.reading.attendances_of(record.id)? != attendances {
            return Err(StoreError::ViewsDiffer { table: "attendance" });
        }
        self.attendances += attendances.len() as u64;
        self.families += 1;
        if let (FamilyStatus::Included, Some(center)) = (row.status, &row.center) {
            *self.places.entry(center.clone()).or_default() += 1;
        }
        self.deadlines(&id, follow_up.map_or(&[], |follow_up| &follow_up.deadlines))
    }

    /// Compares the totals; returns the number of families and of deadlines.
    ///
    /// # Errors
    /// `ViewsDiffer` when the store has more than the replay, or the store's.
    pub(super) fn finish(self) -> Result<(u64, u64), StoreError> {
        for (table, expected) in [
            ("family", self.families),
            ("family_record", self.families),
            ("deadline", self.deadlines),
            ("erased_family", self.erased),
            ("panel_referral", self.referrals),
            ("attendance", self.attendances),
        ] {
            if self.reading.count_rows(table)? != expected {
                return Err(StoreError::ViewsDiffer { table });
            }
        }
        self.reading.check_index(self.passages)?;
        if self.reading.places_taken()? != self.places {
            return Err(StoreError::ViewsDiffer { table: "place" });
        }
        Ok((self.families, self.deadlines))
    }

    fn deadlines(&mut self, family: &[u8], deadlines: &[Deadline]) -> Result<(), StoreError> {
        let mut expected = BTreeMap::new();
        for deadline in deadlines {
            let key = (deadline.rule.code().to_owned(), json(&deadline.about)?);
            expected.insert(key, (deadline.opens.to_string(), deadline.due.to_string()));
        }
        let stored: BTreeMap<_, _> = self.reading.deadline_rows(family)?.into_iter().collect();
        if stored != expected {
            return Err(StoreError::ViewsDiffer { table: "deadline" });
        }
        self.deadlines += expected.len() as u64;
        Ok(())
    }
}
