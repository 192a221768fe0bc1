//! Families: records, list lines, and what inclusion asks of the rest of the caseload.
//!
//! Filtering as one types is not here: it is done in memory, on an index built from [`Reading::every_row`].

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};
use serde::de::DeserializeOwned;

use super::{Reading, day, family_id, parse, word};
use crate::base::id::{CenterCode, FamilyId, ReferentId};
use crate::domain::antenna::AntennaRecord;
use crate::domain::deadline::DeadlineRule;
use crate::domain::family::FamilyRecord;
use crate::domain::row::FamilyRow;
use crate::store::error::StoreError;

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

const ROW: &str =
    "id, name, sort_key, matricule, birth_date, status, center, referent, referents_before, stand_ins, contract_rank,
    contract_starts, contract_ends, next_rule, next_due, last_contact, silent_after, included_on";

/// The families that ?2, whose id is written ?3, follows on the day ?1 or stands in for: as [`FamilyRow::is_seen_by`]. Periods that
/// do not name ?2 are not read.
const SEEN_BY: &str = "active = 1 AND (
    (instr(referents_before, ?3) AND EXISTS (SELECT 1 FROM json_each(referents_before)
        WHERE value ->> 0 = ?3 AND ?1 BETWEEN value ->> 1 AND value ->> 2))
    OR (instr(stand_ins, ?3) AND EXISTS (SELECT 1 FROM json_each(stand_ins)
        WHERE value ->> 0 = ?3 AND ?1 BETWEEN value ->> 1 AND value ->> 2))
    OR (referent = ?2 AND NOT EXISTS (SELECT 1 FROM json_each(referents_before) WHERE ?1 <= value ->> 2)))";

fn first_rows_of(condition: &str, order: &str) -> String {
    format!(
        "SELECT {ROW} FROM family WHERE {condition} AND (?1 IS NULL OR 1) AND (?2 IS NULL OR 1) AND (?3 IS NULL OR 1)
         ORDER BY {order} LIMIT ?4"
    )
}

/// Both halves of `family_by_name` as they lie there, merged: sorted, they would all stand in memory at once.
fn every_row_by_name() -> String {
    format!(
        "SELECT {ROW} FROM family WHERE active = 1 UNION ALL SELECT {ROW} FROM family WHERE active = 0
         ORDER BY sort_key, id"
    )
}

impl Reading<'_> {
    /// The ids of every family that lists show, in order.
    ///
    /// # Errors
    /// The store's.
    pub fn every_family_listed(&self) -> Result<Vec<FamilyId>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM family ORDER BY id")?;
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
        self.family_in_part(id)
    }

    /// Those members of a family's record that `T` has: the others are passed over.
    ///
    /// # Errors
    /// The store's.
    pub fn family_in_part<T: DeserializeOwned>(&self, id: FamilyId) -> Result<Option<T>, StoreError> {
        let text: Option<String> = self
            .connection
            .prepare_cached("SELECT record FROM family_record WHERE id = ?1")?
            .query_row([id.bytes()], |row| row.get(0))
            .optional()?;
        text.map(|text| parse(&text)).transpose()
    }

    /// The record of every family that is not among these, one at a time.
    ///
    /// # Errors
    /// The store's.
    pub fn every_family_but(
        &self,
        left_out: &BTreeSet<FamilyId>,
        visit: impl FnMut(FamilyRecord),
    ) -> Result<(), StoreError> {
        self.every_family_that(|family| Ok(!left_out.contains(&family)), visit)
    }

    /// The record of every family that is wanted, one at a time.
    ///
    /// # Errors
    /// The store's; what the wish meets.
    pub fn every_family_that(
        &self,
        is_wanted: impl Fn(FamilyId) -> Result<bool, StoreError>,
        mut visit: impl FnMut(FamilyRecord),
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("SELECT id, record FROM family_record ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if is_wanted(family_id(row, 0)?)? {
                visit(parse(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?);
            }
        }
        Ok(())
    }

    /// Bytes of a family's record as it is kept; 0 without a record.
    ///
    /// # Errors
    /// The store's.
    pub fn record_size(&self, id: FamilyId) -> Result<usize, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT octet_length(record) FROM family_record WHERE id = ?1")?;
        let size: Option<i64> = statement.query_row([id.bytes()], |row| row.get(0)).optional()?;
        Ok(size.and_then(|size| usize::try_from(size).ok()).unwrap_or_default())
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
        // One transaction: each line in its own would lock and look at the file as often.
        self.snapshot(|| {
            let mut rows = Vec::with_capacity(ids.len());
            for id in ids {
                rows.extend(self.row(*id)?);
            }
            Ok(rows)
        })
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
            View::Mine { referent, today } => (SEEN_BY, Some(today), Some(referent)),
            View::DueBy { day } => ("active = 1 AND next_due <= ?1", Some(day), None),
            View::Silent { today } => ("active = 1 AND silent_after < ?1", Some(today), None),
            View::WithoutContract { today } => {
                ("status = 'included' AND (contract_ends IS NULL OR contract_ends < ?1)", Some(today), None)
            }
            View::Oriented => ("active = 1 AND status = 'oriented'", None, None),
            View::Gone => ("active = 0 AND status <> 'archived'", None, None),
            View::Everyone => ("1", None, None),
        };
        let mut statement = self.connection.prepare_cached(&first_rows_of(condition, order))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let written = referent.map(|referent| referent.to_string());
        let values = params![day.map(|day| day.to_string()), referent.map(ReferentId::bytes), written, limit];
        let rows = statement.query_map(values, family_row)?;
        rows.map(|row| row?).collect()
    }

    /// Whether there are more families than this; reads no more than that.
    ///
    /// # Errors
    /// The store's.
    pub fn has_more_rows_than(&self, most: usize) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM family LIMIT 1 OFFSET ?1")?;
        Ok(statement.exists([i64::try_from(most).unwrap_or(i64::MAX)])?)
    }

    /// How many families lists show.
    ///
    /// # Errors
    /// The store's.
    pub fn count_families(&self) -> Result<usize, StoreError> {
        Ok(usize::try_from(self.count_rows("family")?).unwrap_or(usize::MAX))
    }

    /// Every list line by name, one at a time: what the index is built from.
    ///
    /// # Errors
    /// The store's.
    pub fn every_row(&self, mut visit: impl FnMut(FamilyRow)) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(&every_row_by_name())?;
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

    /// The families that bear a CAF number: at a Département, a person may be known to several antennas.
    ///
    /// # Errors
    /// The store's.
    pub fn rows_of_matricule(&self, matricule: &str) -> Result<Vec<FamilyRow>, StoreError> {
        let sql = format!("SELECT {ROW} FROM family WHERE matricule = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([matricule], family_row)?;
        rows.map(|row| row?).collect()
    }

    /// The numbers that several records bear: of a person known to two antennas, or of one mistyped.
    ///
    /// # Errors
    /// The store's.
    pub fn matricules_known_twice(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT matricule FROM family WHERE matricule <> '' GROUP BY matricule HAVING count(*) > 1",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        rows.map(|row| Ok(row?)).collect()
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

    /// Places taken of one solidarity centre.
    ///
    /// # Errors
    /// The store's.
    pub fn places_taken_of(&self, center: &CenterCode) -> Result<u32, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT taken FROM place WHERE center = ?1")?;
        Ok(statement.query_row([center.as_str()], |row| row.get(0)).optional()?.unwrap_or_default())
    }
}

fn family_row(row: &Row<'_>) -> rusqlite::Result<Result<FamilyRow, StoreError>> {
    // Borrowed: of eighteen columns, three are kept as they are.
    let text = |column| row.get_ref(column).and_then(|value| Ok(value.as_str_or_null()?));
    let (birth_date, status) = (row.get_ref(4)?.as_str()?, row.get_ref(5)?.as_str()?);
    let (center, referent) = (text(6)?, row.get::<_, Option<[u8; 16]>>(7)?);
    let (referents_before, stand_ins) = (text(8)?, text(9)?);
    let (rank, starts, ends) = (row.get::<_, Option<u32>>(10)?, text(11)?, text(12)?);
    let (rule, due) = (text(13)?, text(14)?);
    let (last_contact, silent_after, included_on) = (text(15)?, text(16)?, text(17)?);
    let (id, name, sort_key, matricule) = (family_id(row, 0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    let days = |text: Option<&str>| text.map(day).transpose();
    let parsed = || -> Result<FamilyRow, StoreError> {
        let span = days(starts)?.zip(days(ends)?);
        Ok(FamilyRow {
            id,
            name,
            sort_key,
            matricule,
            birth_date: day(birth_date)?,
            status: word(status)?,
            center: center.map(CenterCode::from),
            referent: referent.map(ReferentId::from_bytes),
            referents_before: referents_before.map_or_else(|| Ok(Vec::new()), parse)?,
            stand_ins: stand_ins.map_or_else(|| Ok(Vec::new()), parse)?,
            contract: rank.zip(span).map(|(rank, (starts, ends))| (rank, starts, ends)),
            next: rule.and_then(DeadlineRule::from_code).zip(days(due)?),
            last_contact: days(last_contact)?,
            silent_after: days(silent_after)?,
            included_on: days(included_on)?,
        })
    };
    Ok(parsed())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use crate::base::id::ReferentId;
    use crate::store::{Store, Vault};

    /// How SQLite would read it, a line each.
    fn plan(sql: &str, values: impl rusqlite::Params) -> Vec<String> {
        let directory = tempfile::tempdir().unwrap();
        let (_, key) =
            Vault::create_demonstration(directory.path(), ReferentId::from_bytes([7; 16]), "C. Essai").unwrap();
        let store = Store::create(directory.path(), &key).unwrap();
        let reading = store.read();
        let mut explain = reading.connection().prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps = explain.query_map(values, |row| row.get(3)).unwrap();
        steps.map(Result::unwrap).collect()
    }

    #[test]
    fn the_lines_of_the_first_screen_are_read_from_the_index_alone() {
        let plan = plan(&super::first_rows_of("active = 1", "sort_key, id"), [0; 4]);
        assert_eq!(plan, ["SEARCH family USING COVERING INDEX family_by_name (active=?)"]);
    }

    #[test]
    fn the_families_of_one_referent_are_read_from_the_index_alone() {
        let plan = plan(&super::first_rows_of(super::SEEN_BY, "sort_key, id"), [0; 4]);
        let tables: Vec<_> = plan.iter().filter(|step| step.contains(" family ")).collect();
        assert_eq!(tables, ["SEARCH family USING COVERING INDEX family_by_name (active=?)"], "{plan:?}");
        assert!(plan.iter().all(|step| !step.contains("ORDER BY")), "{plan:?}");
    }

    #[test]
    fn every_line_is_read_from_the_index_alone_and_none_is_held_to_be_sorted() {
        let plan = plan(&super::every_row_by_name(), []);
        let half = "SEARCH family USING COVERING INDEX family_by_name (active=?)";
        assert_eq!(plan, ["MERGE (UNION ALL)", "LEFT", half, "RIGHT", half]);
    }
}
