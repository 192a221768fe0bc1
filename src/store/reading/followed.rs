//! How many families each referent follows.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Reading;
use crate::base::id::ReferentId;
use crate::domain::row::Period;
use crate::store::error::StoreError;

impl Reading<'_> {
    /// The families in the caseload, by each referent who follows them on a day, or will (art. 3).
    ///
    /// # Errors
    /// The store's.
    pub fn followed(&self, today: NaiveDate) -> Result<BTreeMap<ReferentId, u64>, StoreError> {
        let mut followed = BTreeMap::new();
        let mut statement = self.connection.prepare_cached(
            "SELECT referent, referents_before FROM family WHERE active = 1 AND referent IS NOT NULL",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let before = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
            let before: Vec<Period> = before.map_or_else(|| Ok(Vec::new()), super::parse)?;
            let mut who: BTreeSet<_> = before.iter().filter(|(.., to)| today <= *to).map(|(who, ..)| *who).collect();
            who.insert(ReferentId::from_bytes(row.get(0)?));
            who.into_iter().for_each(|who| *followed.entry(who).or_default() += 1);
        }
        Ok(followed)
    }
}
