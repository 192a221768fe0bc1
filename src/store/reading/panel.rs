//! The antenna's referrals to the panel, by state and date, out of their small view.

use rusqlite::{OptionalExtension, Row, params};

use super::{Reading, day, family_id, word};
use crate::base::id::{CenterCode, FamilyId, PanelReferralId, ReferentId};
use crate::domain::panel::{PanelRow, PanelStanding};
use crate::store::error::StoreError;

/// One referral with the family that it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelLine {
    pub family: FamilyId,
    /// `SURNAME Given`.
    pub name: String,
    pub referent: Option<ReferentId>,
    pub center: Option<CenterCode>,
    pub row: PanelRow,
}

/// A referral's columns, as the store keeps them: id, motive, measure, stage, since, awaits.
type Columns = ([u8; 16], String, String, String, String, Option<String>);

const COLUMNS: &str = "p.id, p.motive, p.measure, p.stage, p.since, p.awaits";

impl Reading<'_> {
    /// The referrals that wait for something, the oldest step first, or those that are closed, the latest first; at most
    /// `limit`.
    ///
    /// # Errors
    /// The store's.
    pub fn panel_lines(&self, open: bool, limit: usize) -> Result<Vec<PanelLine>, StoreError> {
        let order = if open { "ASC" } else { "DESC" };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS}, p.family, f.name, f.referent, f.center FROM panel_referral p JOIN family f ON f.id = p.family
             WHERE p.open = ?1 ORDER BY p.since {order}, p.family, p.id LIMIT ?2"
        ))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![open, limit], |row| {
            let (referent, center): (Option<[u8; 16]>, Option<String>) = (row.get(8)?, row.get(9)?);
            Ok((columns(row)?, family_id(row, 6)?, row.get(7)?, referent, center))
        })?;
        let mut lines = Vec::new();
        for row in rows {
            let (columns, family, name, referent, center) = row?;
            let referent = referent.map(ReferentId::from_bytes);
            let center = center.as_deref().map(CenterCode::from);
            lines.push(PanelLine { family, name, referent, center, row: told(columns)? });
        }
        Ok(lines)
    }

    /// The family of a referral.
    ///
    /// # Errors
    /// The store's.
    pub fn family_of_referral(&self, referral: PanelReferralId) -> Result<Option<FamilyId>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT family FROM panel_referral WHERE id = ?1")?;
        Ok(statement.query_row([referral.bytes()], |row| family_id(row, 0)).optional()?)
    }

    /// The referrals of a family, in the order of their ids.
    pub(in crate::store) fn panel_rows(&self, family: FamilyId) -> Result<Vec<PanelRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM panel_referral p WHERE p.family = ?1 ORDER BY p.id"))?;
        let rows = statement.query_map([family.bytes()], columns)?;
        rows.map(|row| told(row?)).collect()
    }
}

fn columns(row: &Row<'_>) -> rusqlite::Result<Columns> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
}

fn told((id, motive, measure, stage, since, awaits): Columns) -> Result<PanelRow, StoreError> {
    let awaits = awaits.map(|date| day(&date)).transpose()?;
    Ok(PanelRow {
        referral: PanelReferralId::from_bytes(id),
        motive: word(&motive)?,
        measure: word(&measure)?,
        standing: PanelStanding { stage: word(&stage)?, since: day(&since)?, awaits },
    })
}
