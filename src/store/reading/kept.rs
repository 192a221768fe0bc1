//! Deadlines, sealed bundles, drafts of forms, settings.
//!
//! The deadlines are an index of what the records imply; nothing here computes one.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension, params};

use super::{Reading, day, family_id, instant, parse};
use crate::base::id::{FamilyId, ReferentId};
use crate::domain::deadline::{About, Deadline, DeadlineRule};
use crate::store::error::StoreError;

/// One deadline with the family that it is of; `None` for the convention's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineLine {
    pub family: Option<(FamilyId, String, Option<ReferentId>)>,
    pub deadline: Deadline,
}

/// A deadline's rule and what it is about, as the store keeps them.
pub(in crate::store) type DeadlineKey = (String, String);
/// A deadline's first and last day, as the store keeps them.
pub(in crate::store) type DeadlineDays = (String, String);

/// An unfinished form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDraft {
    pub key: String,
    pub body: String,
    pub saved_at: DateTime<Utc>,
}

impl Reading<'_> {
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

    /// How many of them no longer stand today, though nothing settled them.
    ///
    /// # Errors
    /// The store's.
    pub fn count_lapsed(&self, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Result<u64, StoreError> {
        let sql = "SELECT about, opens, due FROM deadline WHERE rule = ?1 AND due BETWEEN ?2 AND ?3";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut lapsed = 0;
        for rule in [DeadlineRule::ReferentMissing, DeadlineRule::ThirdBirthday, DeadlineRule::ConventionNotice] {
            let rows = statement.query_map(params![rule.code(), from.to_string(), to.to_string()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
            for row in rows {
                let (about, opens, due): (String, String, String) = row?;
                let deadline = Deadline { rule, about: parse(&about)?, opens: day(&opens)?, due: day(&due)? };
                lapsed += u64::from(!deadline.stands_on(today));
            }
        }
        Ok(lapsed)
    }

    /// The deadline rows of a family as the store keeps them: (rule, about) to (opens, due).
    pub(in crate::store) fn deadline_rows(
        &self,
        family: &[u8],
    ) -> Result<Vec<(DeadlineKey, DeadlineDays)>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT rule, about, opens, due FROM deadline WHERE family = ?1")?;
        let rows = statement.query_map([family], |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?))))?;
        rows.map(|row| Ok(row?)).collect()
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
}
