//! How many families each referent follows.

use std::collections::BTreeMap;

use super::Reading;
use crate::base::id::ReferentId;
use crate::store::error::StoreError;

impl Reading<'_> {
    /// The families in the caseload, by the referent they were last given (art. 3).
    ///
    /// # Errors
    /// The store's.
    pub fn followed(&self) -> Result<BTreeMap<ReferentId, u64>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT referent, count(*) FROM family WHERE active = 1 AND referent IS NOT NULL GROUP BY referent",
        )?;
        let rows =
            statement.query_map([], |row| Ok((ReferentId::from_bytes(row.get(0)?), super::unsigned(row, 1)?)))?;
        rows.map(|row| row.map_err(StoreError::from)).collect()
    }
}
