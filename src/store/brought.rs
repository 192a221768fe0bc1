//! What a bundle that came has brought: the entries that follow from it.

use super::error::StoreError;
use super::reading::{Reading, json};
use crate::base::id::FamilyId;
use crate::journal::entry::{Digest, Purpose};

/// Its condition is the index's own: without it, SQLite would read the whole journal.
const FAMILIES: &str = r#"SELECT family FROM journal_entry
    WHERE purpose = ?1 AND substr(purpose, 1, 19) = '{"purpose":"import"' AND family IS NOT NULL
    GROUP BY family ORDER BY min(lamport)"#;

impl Reading<'_> {
    /// The families of whom a bundle brought something, in the order in which it was recorded.
    ///
    /// # Errors
    /// The store's.
    pub fn families_of_bundle(&self, bundle: Digest) -> Result<Vec<FamilyId>, StoreError> {
        let mut statement = self.connection().prepare_cached(FAMILIES)?;
        let rows =
            statement.query_map([json(&Purpose::Import { bundle })?], |row| row.get(0).map(FamilyId::from_bytes))?;
        rows.map(|row| Ok(row?)).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use crate::base::id::ReferentId;
    use crate::journal::entry::{Digest, Purpose};
    use crate::store::reading::json;
    use crate::store::{Store, Vault};

    #[test]
    fn what_a_bundle_brought_is_found_by_the_index() {
        let directory = tempfile::tempdir().unwrap();
        let referent = ReferentId::from_bytes([7; 16]);
        let (_, key) = Vault::create_demonstration(directory.path(), referent, "C. Essai").unwrap();
        let store = Store::create(directory.path(), &key).unwrap();
        let reading = store.read();
        let purpose = json(&Purpose::Import { bundle: Digest([0xab; 32]) }).unwrap();
        assert!(purpose.starts_with(r#"{"purpose":"import""#), "{purpose}");
        let explain = format!("EXPLAIN QUERY PLAN {}", super::FAMILIES);
        let plan: String = reading.connection().query_row(&explain, [purpose], |row| row.get(3)).unwrap();
        assert!(plan.contains("journal_entry_that_came"), "{plan}");
        assert_eq!(reading.families_of_bundle(Digest([0xab; 32])).unwrap(), []);
    }
}
