//! Putting the views in step with the records, each written only where it changed.

use rusqlite::params;

use super::Writing;
use crate::base::id::{FamilyId, GroupSessionId};
use crate::domain::antenna::AntennaRecord;
use crate::domain::deadline::Deadline;
use crate::domain::family::{FamilyRecord, FamilyStatus};
use crate::domain::group::Presence;
use crate::domain::panel::PanelRow;
use crate::domain::row::{FamilyRow, Period};
use crate::store::error::StoreError;
use crate::store::reading::{json, text_of};

/// What only the antenna that follows a family asks for: what is due, and where her referrals to the panel stand. Where it is kept,
/// her texts are also found by their words; a Département keeps none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUp {
    pub deadlines: Vec<Deadline>,
    pub panel: Vec<PanelRow>,
}

impl Writing<'_> {
    /// Puts the antenna's views in step: its record and the convention's deadlines.
    ///
    /// # Errors
    /// The store's.
    pub fn put_antenna(&self, record: &AntennaRecord, deadlines: &[Deadline]) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO antenna_record (only, record) VALUES (1, ?1)")?
            .execute([json(record)?])?;
        self.put_deadlines(&[], deadlines)
    }

    /// Puts a family's views in step: record, list line, deadlines, referrals, places taken. A record without orientation is
    /// no family.
    ///
    /// # Errors
    /// The store's.
    pub fn put_family(
        &self,
        record: &FamilyRecord,
        row: &FamilyRow,
        follow_up: Option<&FollowUp>,
    ) -> Result<(), StoreError> {
        let id = record.id.bytes();
        if let Some(erased) = &record.erased {
            self.connection
                .prepare_cached("INSERT OR REPLACE INTO erased_family (id, record) VALUES (?1, ?2)")?
                .execute(params![id, json(erased)?])?;
        }
        let text = json(record)?;
        if follow_up.is_some() {
            self.put_passages(record, &text)?;
        }
        if record.orientations.is_empty() {
            let before = self.row(record.id)?;
            self.connection.prepare_cached("DELETE FROM family_record WHERE id = ?1")?.execute([id])?;
            self.connection.prepare_cached("DELETE FROM family WHERE id = ?1")?.execute([id])?;
            self.move_place(before.as_ref(), None)?;
            self.put_panel(record.id, &[])?;
            self.put_attendances(record.id, &[])?;
            return self.put_deadlines(&id, &[]);
        }
        self.connection
            .prepare_cached(
                "INSERT INTO family_record (id, record) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET record = ?2",
            )?
            .execute(params![id, text])?;
        self.put_attendances(record.id, &attendance_rows(record))?;
        self.put_line(row)?;
        follow_up.map_or(Ok(()), |follow_up| self.put_follow_up(row.id, follow_up))
    }

    /// Puts in step what lists show of a family whose record has not changed: the antenna's did.
    ///
    /// # Errors
    /// The store's.
    pub fn put_lines(&self, row: &FamilyRow, follow_up: &FollowUp) -> Result<(), StoreError> {
        self.put_line(row)?;
        self.put_follow_up(row.id, follow_up)
    }

    fn put_line(&self, row: &FamilyRow) -> Result<(), StoreError> {
        let before = self.row(row.id)?;
        if before.as_ref() != Some(row) {
            self.put_row(row, before.as_ref())?;
            self.move_place(before.as_ref(), Some(row))?;
        }
        Ok(())
    }

    fn put_follow_up(&self, family: FamilyId, follow_up: &FollowUp) -> Result<(), StoreError> {
        self.put_panel(family, &follow_up.panel)?;
        self.put_deadlines(&family.bytes(), &follow_up.deadlines)
    }

    /// Counts a family out of the centre where it took a place, and in where it takes one.
    fn move_place(&self, before: Option<&FamilyRow>, after: Option<&FamilyRow>) -> Result<(), StoreError> {
        let taken = |row: Option<&FamilyRow>| {
            row.filter(|row| row.status == FamilyStatus::Included).and_then(|row| row.center.clone())
        };
        let (was, is) = (taken(before), taken(after));
        if was == is {
            return Ok(());
        }
        for (center, step) in [(was, -1_i64), (is, 1)] {
            let Some(center) = center else { continue };
            self.connection
                .prepare_cached(
                    "INSERT INTO place (center, taken) VALUES (?1, ?2)
                     ON CONFLICT (center) DO UPDATE SET taken = taken + ?2",
                )?
                .execute(params![center.as_str(), step])?;
            self.connection
                .prepare_cached("DELETE FROM place WHERE center = ?1 AND taken = 0")?
                .execute([center.as_str()])?;
        }
        Ok(())
    }

    /// Empties every view, before a replay fills them again.
    ///
    /// # Errors
    /// The store's.
    pub fn clear_views(&self) -> Result<(), StoreError> {
        self.connection.execute_batch(
            "DELETE FROM antenna_record; DELETE FROM family_record; DELETE FROM family; DELETE FROM deadline; DELETE FROM place;
             DELETE FROM erased_family; DELETE FROM panel_referral; DELETE FROM attendance;",
        )?;
        self.clear_passages()
    }

    /// Writes a list line. What no index holds is updated apart: an index that is not named keeps its pages.
    fn put_row(&self, row: &FamilyRow, before: Option<&FamilyRow>) -> Result<(), StoreError> {
        let indexed = |row: &FamilyRow| (is_active(row), row.sort_key.clone(), row.matricule.clone(), row.birth_date);
        let contract = row.contract.as_ref();
        let values = params![
            row.id.bytes(),
            row.name,
            text_of(&row.status)?,
            row.center.as_ref().map(|center| center.as_str()),
            row.referent.map(|referent| referent.bytes()),
            periods(&row.referents_before)?,
            periods(&row.stand_ins)?,
            contract.map(|(rank, _, _)| *rank),
            contract.map(|(_, starts, _)| starts.to_string()),
            contract.map(|(_, _, ends)| ends.to_string()),
            row.next.map(|(rule, _)| rule.code()),
            row.next.map(|(_, due)| due.to_string()),
            row.last_contact.map(|date| date.to_string()),
            row.silent_after.map(|date| date.to_string()),
            row.included_on.map(|date| date.to_string()),
        ];
        if before.map(indexed) != Some(indexed(row)) {
            self.connection
                .prepare_cached(
                    "INSERT INTO family (id, active, sort_key, matricule, birth_date, name, status)
                     VALUES (?1, ?2, ?3, ?4, ?5, '', '')
                     ON CONFLICT (id) DO UPDATE SET active = ?2, sort_key = ?3, matricule = ?4, birth_date = ?5",
                )?
                .execute(params![
                    row.id.bytes(),
                    is_active(row),
                    row.sort_key,
                    row.matricule,
                    row.birth_date.to_string()
                ])?;
        }
        self.connection
            .prepare_cached(
                "UPDATE family SET
                  name = ?2, status = ?3, center = ?4, referent = ?5, referents_before = ?6, stand_ins = ?7,
                  contract_rank = ?8, contract_starts = ?9, contract_ends = ?10, next_rule = ?11, next_due = ?12,
                  last_contact = ?13, silent_after = ?14, included_on = ?15
                 WHERE id = ?1",
            )?
            .execute(values)?;
        Ok(())
    }

    /// Writes the referrals of a family when one of them changed.
    fn put_panel(&self, family: FamilyId, panel: &[PanelRow]) -> Result<(), StoreError> {
        let mut wanted: Vec<_> = panel.to_vec();
        wanted.sort_by_key(|row| row.referral);
        if self.panel_rows(family)? == wanted {
            return Ok(());
        }
        self.connection.prepare_cached("DELETE FROM panel_referral WHERE family = ?1")?.execute([family.bytes()])?;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO panel_referral (family, id, motive, measure, stage, open, since, awaits)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        for row in wanted {
            insert.execute(params![
                family.bytes(),
                row.referral.bytes(),
                text_of(&row.motive)?,
                text_of(&row.measure)?,
                text_of(&row.standing.stage)?,
                row.standing.stage.is_open(),
                row.standing.since.to_string(),
                row.standing.awaits.map(|date| date.to_string()),
            ])?;
        }
        Ok(())
    }

    /// Writes where a family was present, absent or excused when that changed.
    fn put_attendances(&self, family: FamilyId, attendances: &[(GroupSessionId, Presence)]) -> Result<(), StoreError> {
        if self.attendances_of(family)? == attendances {
            return Ok(());
        }
        self.connection.prepare_cached("DELETE FROM attendance WHERE family = ?1")?.execute([family.bytes()])?;
        let mut insert =
            self.connection.prepare_cached("INSERT INTO attendance (session, family, presence) VALUES (?1, ?2, ?3)")?;
        for (session, presence) in attendances {
            insert.execute(params![session.bytes(), family.bytes(), text_of(presence)?])?;
        }
        Ok(())
    }

    /// Writes only the deadlines that changed: each one touches a page of the index by day.
    fn put_deadlines(&self, family: &[u8], deadlines: &[Deadline]) -> Result<(), StoreError> {
        let mut wanted = std::collections::BTreeMap::new();
        for deadline in deadlines {
            let key = (deadline.rule.code().to_owned(), json(&deadline.about)?);
            wanted.insert(key, (deadline.opens.to_string(), deadline.due.to_string()));
        }
        for (key, days) in self.deadline_rows(family)? {
            if wanted.get(&key) == Some(&days) {
                wanted.remove(&key);
            } else {
                self.connection
                    .prepare_cached("DELETE FROM deadline WHERE family = ?1 AND rule = ?2 AND about = ?3")?
                    .execute(params![family, key.0, key.1])?;
            }
        }
        let mut insert = self
            .connection
            .prepare_cached("INSERT INTO deadline (family, rule, about, opens, due) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for ((rule, about), (opens, due)) in wanted {
            insert.execute(params![family, rule, about, opens, due])?;
        }
        Ok(())
    }
}

/// Where a family was, as the view keeps it: in the order of the sessions' ids.
pub(in crate::store) fn attendance_rows(record: &FamilyRecord) -> Vec<(GroupSessionId, Presence)> {
    let mut rows: Vec<_> = record.attendances.iter().map(|one| (one.session, one.presence)).collect();
    rows.sort_by_key(|(session, _)| session.bytes());
    rows
}

/// Periods as the list keeps them: nothing for none, as nearly always.
fn periods(periods: &[Period]) -> Result<Option<String>, StoreError> {
    if periods.is_empty() { Ok(None) } else { json(&periods).map(Some) }
}

fn is_active(row: &FamilyRow) -> bool {
    matches!(row.status, FamilyStatus::Included | FamilyStatus::Oriented)
}
