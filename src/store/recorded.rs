//! How many times each line of the files of acts was recorded.

use rusqlite::{OptionalExtension, params};

use super::error::StoreError;
use super::reading::{Reading, unsigned};
use super::writing::Writing;
use crate::base::id::FamilyId;

/// The first half of the digest of a line.
pub type LineDigest = [u8; 16];

impl Reading<'_> {
    /// How many times a line was recorded.
    ///
    /// # Errors
    /// The store's.
    pub fn times_recorded(&self, line: &LineDigest) -> Result<u64, StoreError> {
        let found = self
            .connection()
            .prepare_cached("SELECT times FROM recorded_line WHERE digest = ?1")?
            .query_row([line], |row| unsigned(row, 0))
            .optional()?;
        Ok(found.unwrap_or_default())
    }
}

impl Writing<'_> {
    /// Remembers that a line was recorded once more; it is forgotten when its family is erased.
    ///
    /// # Errors
    /// The store's.
    pub fn count_recorded(&self, line: &LineDigest, family: Option<FamilyId>) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "INSERT INTO recorded_line (digest, times, family) VALUES (?1, 1, ?2)
                 ON CONFLICT (digest) DO UPDATE SET times = times + 1, family = excluded.family",
            )?
            .execute(params![line, family.map(FamilyId::bytes)])?;
        Ok(())
    }
}
