//! The index of every text of every family: put in step with the records, asked while one types.
//!
//! It keeps where words are, never the texts: an excerpt is read in the record.

use std::collections::BTreeMap;

use rusqlite::params;
use sha2::{Digest as _, Sha256};

use super::Writing;
use super::error::StoreError;
use super::reading::Reading;
use crate::base::fold::fold;
use crate::base::id::FamilyId;
use crate::domain::family::FamilyRecord;
use crate::domain::search::{Passage, passages, passages_in, who};

/// A place of a family, and a digest of its words.
type Places = BTreeMap<String, i64>;

impl Writing<'_> {
    /// Puts in step what is found of a family, whose record comes with its JSON: only the passages that changed are written.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn put_passages(&self, record: &FamilyRecord, json: &str) -> Result<(), StoreError> {
        let who = fold(&who(record));
        let passages = if record.orientations.is_empty() { Vec::new() } else { passages_in(record, json) };
        let mut kept = self.places(record.id)?;
        for passage in &passages {
            let text = fold(&passage.text);
            let words = digest(passage.is_identity, &text, &who);
            match kept.remove(&passage.place) {
                Some((_, known)) if known == words => {}
                Some((id, _)) => {
                    self.drop_passage(id)?;
                    self.add_passage(record.id, passage, &text, words, &who)?;
                }
                None => self.add_passage(record.id, passage, &text, words, &who)?,
            }
        }
        kept.into_values().try_for_each(|(id, _)| self.drop_passage(id))
    }

    /// Forgets what is found of every family.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn clear_passages(&self) -> Result<(), StoreError> {
        self.connection()
            .execute_batch("DELETE FROM search_place; INSERT INTO search_text (search_text) VALUES ('delete-all');")?;
        Ok(())
    }

    /// Merges all parts of the index: words that are no longer of any place are then in none.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn merge_index(&self) -> Result<(), StoreError> {
        self.connection().execute("INSERT INTO search_text (search_text) VALUES ('optimize')", [])?;
        Ok(())
    }

    /// Adds a passage, whose text comes folded.
    fn add_passage(
        &self,
        family: FamilyId,
        passage: &Passage,
        text: &str,
        words: i64,
        who: &str,
    ) -> Result<(), StoreError> {
        let connection = self.connection();
        connection
            .prepare_cached("INSERT INTO search_place (family, place, words) VALUES (?1, ?2, ?3)")?
            .execute(params![family.bytes(), passage.place, words])?;
        let (name, who, what) = match passage.is_identity {
            true => (text, "", ""),
            false => ("", who, text),
        };
        connection
            .prepare_cached("INSERT INTO search_text (rowid, name, who, what) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![connection.last_insert_rowid(), name, who, what])?;
        Ok(())
    }

    fn drop_passage(&self, id: i64) -> Result<(), StoreError> {
        self.connection().prepare_cached("DELETE FROM search_text WHERE rowid = ?1")?.execute([id])?;
        self.connection().prepare_cached("DELETE FROM search_place WHERE id = ?1")?.execute([id])?;
        Ok(())
    }

    fn places(&self, family: FamilyId) -> Result<BTreeMap<String, (i64, i64)>, StoreError> {
        let mut statement =
            self.connection().prepare_cached("SELECT place, id, words FROM search_place WHERE family = ?1")?;
        let rows = statement.query_map([family.bytes()], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        rows.map(|row| Ok(row?)).collect()
    }
}

impl Reading<'_> {
    /// The places where all words begin a word of the text, the latest first: of those that tell who a family is, or of the
    /// others. The words are folded; a name beside the text counts, but not alone.
    ///
    /// # Errors
    /// The store's.
    pub fn places_with(
        &self,
        words: &[&str],
        of_identity: bool,
        limit: usize,
    ) -> Result<Vec<(FamilyId, String)>, StoreError> {
        let terms = |with: &str| words.iter().map(|word| format!("\"{word}\" *")).collect::<Vec<_>>().join(with);
        let asked = match of_identity {
            true => format!("name : ({})", terms(" AND ")),
            false => format!("{{who what}} : ({}) AND what : ({})", terms(" AND "), terms(" OR ")),
        };
        let mut statement = self.connection().prepare_cached(
            "SELECT p.family, p.place FROM search_text t JOIN search_place p ON p.id = t.rowid
             WHERE search_text MATCH ?1 ORDER BY t.rowid DESC LIMIT ?2",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement
            .query_map(params![asked, limit], |row| Ok((row.get(0).map(FamilyId::from_bytes)?, row.get(1)?)))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// Whether what is found of a family is what its record says.
    ///
    /// # Errors
    /// `ViewsDiffer`, or the store's.
    pub(super) fn check_passages(&self, record: &FamilyRecord) -> Result<u64, StoreError> {
        let who = fold(&who(record));
        let expected: Places = passages(record)
            .into_iter()
            .map(|one| (one.place, digest(one.is_identity, &fold(&one.text), &who)))
            .collect();
        let mut statement =
            self.connection().prepare_cached("SELECT place, words FROM search_place WHERE family = ?1")?;
        let rows = statement.query_map([record.id.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let stored = rows.collect::<Result<Places, _>>()?;
        match stored == expected {
            true => Ok(expected.len() as u64),
            false => Err(StoreError::ViewsDiffer { table: "search_place" }),
        }
    }

    /// Whether the index holds an entry for each place and no other.
    ///
    /// # Errors
    /// `ViewsDiffer`, or the store's.
    pub(super) fn check_index(&self, places: u64) -> Result<(), StoreError> {
        let count = |sql: &str| -> Result<u64, StoreError> {
            Ok(self.connection().query_row(sql, [], |row| row.get::<_, i64>(0))?.unsigned_abs())
        };
        let indexed = count("SELECT count(*) FROM search_text_docsize")?;
        let both = count("SELECT count(*) FROM search_place p JOIN search_text_docsize d ON d.id = p.id")?;
        let whole = self.connection().execute("INSERT INTO search_text (search_text) VALUES ('integrity-check')", []);
        match indexed == places && both == places && (whole.is_ok() || self.is_read_only()?) {
            true => Ok(()),
            false => Err(StoreError::ViewsDiffer { table: "search_text" }),
        }
    }

    fn is_read_only(&self) -> Result<bool, StoreError> {
        Ok(self.connection().is_readonly("main")?)
    }
}

/// The first bytes of a digest of folded words: enough to tell that a passage of a family changed.
fn digest(is_identity: bool, text: &str, who: &str) -> i64 {
    let mut hash = Sha256::new();
    hash.update([u8::from(is_identity)]);
    hash.update(text);
    hash.update([0]);
    hash.update(who);
    let bytes: [u8; 32] = hash.finalize().into();
    let [a, b, c, d, e, f, g, h, ..] = bytes;
    i64::from_be_bytes([a, b, c, d, e, f, g, h])
}
