//! Who was at which session of a group action, out of the small view that the grid reads.

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use super::{Reading, family_id, word};
use crate::base::id::{FamilyId, GroupSessionId};
use crate::domain::group::Presence;
use crate::store::error::StoreError;

/// One family at one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttendanceLine {
    pub family: FamilyId,
    pub session: GroupSessionId,
    pub presence: Presence,
}

impl Reading<'_> {
    /// What was recorded of these sessions.
    ///
    /// # Errors
    /// The store's.
    pub fn attendances(&self, sessions: &[GroupSessionId]) -> Result<Vec<AttendanceLine>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT family, session, presence FROM attendance WHERE session = ?1 ORDER BY family")?;
        let mut lines = Vec::new();
        for session in sessions {
            for line in statement.query_map([session.bytes()], columns)? {
                lines.push(told(line?)?);
            }
        }
        Ok(lines)
    }

    /// How many families were recorded at each session, by presence.
    ///
    /// # Errors
    /// The store's.
    pub fn attendance_counts(&self) -> Result<BTreeMap<(GroupSessionId, Presence), u64>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT session, presence, count(*) FROM attendance GROUP BY session, presence")?;
        let rows = statement.query_map([], |row| {
            Ok((GroupSessionId::from_bytes(row.get(0)?), row.get::<_, String>(1)?, super::unsigned(row, 2)?))
        })?;
        rows.map(|row| {
            row.map_err(StoreError::from).and_then(|(id, presence, count)| Ok(((id, word(&presence)?), count)))
        })
        .collect()
    }

    /// What was recorded of a family, in the order of the sessions' ids.
    pub(in crate::store) fn attendances_of(
        &self,
        family: FamilyId,
    ) -> Result<Vec<(GroupSessionId, Presence)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT family, session, presence FROM attendance WHERE family = ?1 ORDER BY session")?;
        let rows = statement.query_map(params![family.bytes()], columns)?;
        rows.map(|row| told(row?).map(|line| (line.session, line.presence))).collect()
    }
}

type Columns = (FamilyId, [u8; 16], String);

fn columns(row: &Row<'_>) -> rusqlite::Result<Columns> {
    Ok((family_id(row, 0)?, row.get(1)?, row.get(2)?))
}

fn told((family, session, presence): Columns) -> Result<AttendanceLine, StoreError> {
    Ok(AttendanceLine { family, session: GroupSessionId::from_bytes(session), presence: word(&presence)? })
}
