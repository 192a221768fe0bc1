//! Erases a family for good: its bodies in the journal, its bundles and drafts, then every page and copy that still holds them.
//!
//! Who may order it is not decided here. What remains: digests, so that chains verify, and the order itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;

use super::backup::{BACKUPS, StoredBackup};
use super::error::{About, StoreError};
use super::exchange::Sealed;
use super::reading::{Reading, signed};
use super::{Store, Writing};
use crate::base::id::{FamilyId, ReplicaId};
use crate::domain::retention::FamilyErased;
use crate::journal::entry::EntryId;

/// The setting that is there from the order until no page and no copy holds the family any more.
pub(crate) const ERASING: &str = "erasing";

impl Writing<'_> {
    /// Destroys what the journal, the sealed bundles, the lines recorded and the drafts hold of a family, but for the order itself.
    ///
    /// A bundle goes whole, with what it held of other families: their entries are in the journal, and a bundle without a part
    /// would have neither its digest nor its signature. Its digest and its place in the stream stay, so that the next ones link.
    /// `traces` are the words by which a draft tells that it is of this family.
    ///
    /// # Errors
    /// The store's.
    pub fn destroy(&self, family: FamilyId, order: EntryId, traces: &[String]) -> Result<(), StoreError> {
        let connection = self.connection();
        connection
            .prepare_cached(
                "UPDATE journal_event SET salt = NULL, body = NULL
                 WHERE (replica, number) IN (SELECT replica, number FROM journal_entry WHERE family = ?1)
                   AND NOT (replica = ?2 AND number = ?3)",
            )?
            .execute(params![family.bytes(), order.replica.bytes(), signed(order.number)])?;
        for sealed in self.bundles_with(family)? {
            self.destroy_sealed(sealed.party, sealed.sequence)?;
        }
        self.destroy_submissions(family)?;
        connection.prepare_cached("DELETE FROM refused_family WHERE family = ?1")?.execute([family.bytes()])?;
        connection.prepare_cached("DELETE FROM recorded_line WHERE family = ?1")?.execute([family.bytes()])?;
        for trace in traces.iter().filter(|trace| !trace.is_empty()) {
            connection
                .prepare_cached("DELETE FROM draft WHERE instr(key, ?1) OR instr(body, ?1)")?
                .execute([trace.as_str()])?;
        }
        self.put_setting(ERASING, b"1")
    }
}

impl Store {
    /// Whether an erasure was ordered and pages or copies may still hold the family.
    ///
    /// # Errors
    /// The store's.
    pub fn is_erasing(&self) -> Result<bool, StoreError> {
        Ok(self.read().setting(ERASING)?.is_some())
    }

    /// Ends an erasure: writes every page anew, empties the log, makes one verified copy and removes all others.
    ///
    /// Removing is the way that cannot go wrong: to take one family out of an old copy would be to rewrite it unwatched. What is
    /// lost is only the choice of an older day to go back to.
    ///
    /// # Errors
    /// `Busy` while another process reads; `DiskFull`; the disk's. The erasure is then still to be ended.
    pub fn end_erasure(&mut self, now: DateTime<Utc>, keep_days: u32) -> Result<StoredBackup, StoreError> {
        // The search index keeps the words of what was deleted until its parts are merged.
        self.write(|writing| writing.merge_index())?;
        // Deleted content is zeroed (secure_delete), but a page put in order again may keep a copy between its cells.
        self.database.connection.execute_batch("VACUUM").about(&self.database.path)?;
        if !self.checkpoint()? {
            return Err(StoreError::Busy);
        }
        let kept = self.backup(now, keep_days)?;
        let backups = self.directory().join(BACKUPS);
        for entry in fs::read_dir(&backups).about(&backups)? {
            let path = entry.about(&backups)?.path();
            if path != kept.path && path != kept.keys() && path.is_file() {
                fs::remove_file(&path).about(&path)?;
            }
        }
        self.write(|writing| writing.drop_setting(ERASING))?;
        self.checkpoint()?;
        Ok(kept)
    }
}

impl Reading<'_> {
    /// The sealed bundles that carried an entry of a family, and with it its record.
    ///
    /// # Errors
    /// The store's.
    pub fn bundles_with(&self, family: FamilyId) -> Result<Vec<Sealed>, StoreError> {
        let mut before: BTreeMap<ReplicaId, u64> = BTreeMap::new();
        let mut found = Vec::new();
        let mut carried = self
            .connection()
            .prepare_cached("SELECT 1 FROM carried WHERE party = ?1 AND sequence = ?2 AND family = ?3")?;
        for sealed in self.outbox()? {
            let (party, sequence) = (sealed.party.bytes(), signed(sealed.sequence));
            let holds = self.has_entry_between(family, &before, &sealed.through)?
                || carried.exists(params![party, sequence, family.bytes()])?;
            before.clone_from(&sealed.through);
            if holds {
                found.push(sealed);
            }
        }
        Ok(found)
    }

    fn has_entry_between(
        &self,
        family: FamilyId,
        after: &BTreeMap<ReplicaId, u64>,
        through: &BTreeMap<ReplicaId, u64>,
    ) -> Result<bool, StoreError> {
        for (replica, last) in through {
            let first = after.get(replica).copied().unwrap_or(0);
            let found = self
                .connection()
                .prepare_cached(
                    "SELECT 1 FROM journal_entry WHERE family = ?1 AND replica = ?2 AND ?3 < number AND number <= ?4",
                )?
                .exists(params![family.bytes(), replica.bytes(), signed(first), signed(*last)])?;
            if found {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The families past their time, or with a proposal to answer, the longest past first.
    ///
    /// # Errors
    /// The store's, here and below.
    pub fn past_their_time(&self, today: NaiveDate, limit: usize) -> Result<Vec<FamilyId>, StoreError> {
        self.ids(
            "SELECT family FROM deadline WHERE rule IN ('retention', 'disposal-to-confirm')
             AND (due < ?1 OR rule = 'disposal-to-confirm') ORDER BY due, family LIMIT ?2",
            params![today.to_string(), i64::try_from(limit).unwrap_or(i64::MAX)],
        )
    }

    /// The archived families, by name.
    ///
    /// # Errors
    /// The store's.
    pub fn archived(&self, limit: usize) -> Result<Vec<FamilyId>, StoreError> {
        self.ids(
            "SELECT id FROM family WHERE status = 'archived' ORDER BY sort_key, id LIMIT ?1",
            params![i64::try_from(limit).unwrap_or(i64::MAX)],
        )
    }

    fn ids(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<FamilyId>, StoreError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map(values, |row| row.get(0).map(FamilyId::from_bytes))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// How many families were erased.
    ///
    /// # Errors
    /// The store's.
    pub fn count_erased(&self) -> Result<u64, StoreError> {
        let count: i64 = self.connection().query_row("SELECT count(*) FROM erased_family", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// What remains of every erased family that is not among these, one at a time.
    ///
    /// # Errors
    /// The store's.
    pub fn every_erased_but(
        &self,
        left_out: &BTreeSet<FamilyId>,
        mut visit: impl FnMut(FamilyErased),
    ) -> Result<(), StoreError> {
        let mut statement = self.connection().prepare_cached("SELECT id, record FROM erased_family ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if left_out.contains(&FamilyId::from_bytes(row.get(0)?)) {
                continue;
            }
            let text = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            visit(serde_json::from_str(text).map_err(|_| StoreError::Unreadable { table: "erased_family" })?);
        }
        Ok(())
    }
}
