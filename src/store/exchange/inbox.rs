//! The inbox: every bundle that came, taken in or waiting for those before it, and what is answered to it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use crate::base::id::{PartyId, ReplicaId};
use crate::journal::entry::Digest;
use crate::store::error::StoreError;
use crate::store::reading::{Reading, day, digest, json, parse, signed, unsigned};
use crate::store::writing::Writing;

/// A bundle that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    pub party: PartyId,
    pub epoch: u64,
    pub sequence: u64,
    pub digest: Digest,
    pub kind: String,
    pub created_at: String,
    pub received_on: NaiveDate,
    pub state: CameState,
    /// What is answered, as JSON; of no receipt and no presence.
    pub receipt: Option<String>,
    /// The bundle in which the answer left.
    pub answered_in: Option<u64>,
    /// For each replica, the last entry that this bundle or one before it brought.
    pub through: BTreeMap<ReplicaId, u64>,
}

/// An answer that has not left yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered {
    /// Of the bundle that it answers.
    pub epoch: u64,
    pub sequence: u64,
    /// As JSON.
    pub receipt: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameState {
    Applied,
    /// Bundles before it are missing.
    Waiting,
    /// Its sender began anew before it.
    Left,
}

const CAME: &str = "party, epoch, sequence, digest, kind, created_at, received_on, state, receipt, answered_in,
    through";

impl Reading<'_> {
    /// What came, by party, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn inbox(&self) -> Result<Vec<Came>, StoreError> {
        let sql = format!("SELECT {CAME} FROM inbox ORDER BY party, epoch, sequence");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut bundles = Vec::new();
        while let Some(row) = rows.next()? {
            bundles.push(came(row)?);
        }
        Ok(bundles)
    }

    /// The digest under which a bundle came, by its exact place.
    ///
    /// # Errors
    /// The store's.
    pub fn came(&self, party: PartyId, epoch: u64, sequence: u64) -> Result<Option<Came>, StoreError> {
        let sql = format!("SELECT {CAME} FROM inbox WHERE party = ?1 AND epoch = ?2 AND sequence = ?3");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query(params![party.bytes(), signed(epoch), signed(sequence)])?;
        rows.next()?.map(came).transpose()
    }

    /// The bundle whose content is in force under a number, whatever its epoch.
    ///
    /// # Errors
    /// The store's.
    pub fn applied(&self, party: PartyId, sequence: u64) -> Result<Option<Came>, StoreError> {
        let sql = format!("SELECT {CAME} FROM inbox WHERE party = ?1 AND sequence = ?2 AND state = 'applied'");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query(params![party.bytes(), signed(sequence)])?;
        rows.next()?.map(came).transpose()
    }

    /// The file of a bundle that came, where it is kept.
    ///
    /// # Errors
    /// The store's.
    pub fn came_bytes(&self, party: PartyId, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self
            .connection()
            .prepare_cached("SELECT bytes FROM inbox WHERE party = ?1 AND digest = ?2")?
            .query_row(params![party.bytes(), digest.0], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// The bundles of a party that wait for those before them: epoch and number, in order.
    ///
    /// # Errors
    /// The store's.
    pub fn waiting(&self, party: PartyId) -> Result<Vec<(u64, u64)>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT epoch, sequence FROM inbox WHERE party = ?1 AND state = 'waiting' ORDER BY epoch, sequence",
        )?;
        let rows = statement.query_map([party.bytes()], |row| Ok((unsigned(row, 0)?, unsigned(row, 1)?)))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// The first bundle that waits for those before it, of each epoch after this one, in order.
    ///
    /// # Errors
    /// The store's.
    pub fn first_waiting(&self, party: PartyId, epoch: u64) -> Result<Vec<Came>, StoreError> {
        let sql = format!(
            "SELECT {CAME} FROM inbox AS first WHERE party = ?1 AND ?2 < epoch AND state = 'waiting' AND sequence =
                 (SELECT min(sequence) FROM inbox WHERE party = ?1 AND epoch = first.epoch AND state = 'waiting')
             ORDER BY epoch"
        );
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query(params![party.bytes(), signed(epoch)])?;
        let mut first = Vec::new();
        while let Some(row) = rows.next()? {
            first.push(came(row)?);
        }
        Ok(first)
    }

    /// What is answered to a party and has not left yet, oldest first: as much as takes `room` bytes, and one at least where there
    /// is one.
    ///
    /// # Errors
    /// The store's.
    pub fn unanswered(&self, party: PartyId, room: usize) -> Result<Vec<Unanswered>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT epoch, sequence, receipt FROM inbox WHERE party = ?1 AND receipt IS NOT NULL AND answered_in IS NULL
             ORDER BY epoch, sequence",
        )?;
        let mut rows = statement.query([party.bytes()])?;
        let (mut receipts, mut size) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            let receipt: String = row.get(2)?;
            size += receipt.len();
            if room < size && !receipts.is_empty() {
                break;
            }
            receipts.push(Unanswered { epoch: unsigned(row, 0)?, sequence: unsigned(row, 1)?, receipt });
        }
        Ok(receipts)
    }

    /// How many bundles of a party are answered and their answers have not left yet.
    ///
    /// # Errors
    /// The store's.
    pub fn count_unanswered(&self, party: PartyId) -> Result<u64, StoreError> {
        let count = self
            .connection()
            .prepare_cached(
                "SELECT count(*) FROM inbox WHERE party = ?1 AND receipt IS NOT NULL AND answered_in IS NULL",
            )?
            .query_row([party.bytes()], |row| unsigned(row, 0))?;
        Ok(count)
    }
}

impl Writing<'_> {
    /// Keeps a bundle that came, in the place of what is kept under its number.
    ///
    /// # Errors
    /// The store's.
    pub fn keep_came(&self, came: &Came, bytes: &[u8]) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "INSERT OR REPLACE INTO inbox
                 (party, epoch, sequence, digest, kind, created_at, received_on, state, bytes, receipt, answered_in,
                  through)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                came.party.bytes(),
                signed(came.epoch),
                signed(came.sequence),
                came.digest.0,
                came.kind,
                came.created_at,
                came.received_on.to_string(),
                came.state.code(),
                bytes,
                came.receipt,
                came.answered_in.map(signed),
                json(&came.through)?,
            ])?;
        Ok(())
    }

    /// The sender began anew: what it sent from this number on in epochs before is left aside, and so is what waited.
    ///
    /// # Errors
    /// The store's.
    pub fn leave_from(&self, party: PartyId, epoch: u64, sequence: u64) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "UPDATE inbox SET state = 'left', bytes = x''
                 WHERE party = ?1 AND epoch < ?2 AND (?3 <= sequence OR state = 'waiting')",
            )?
            .execute(params![party.bytes(), signed(epoch), signed(sequence)])?;
        Ok(())
    }

    /// Forgets a file that waited.
    ///
    /// # Errors
    /// The store's.
    pub fn drop_waiting(&self, party: PartyId, digest: &Digest) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached("DELETE FROM inbox WHERE party = ?1 AND digest = ?2 AND state = 'waiting'")?
            .execute(params![party.bytes(), digest.0])?;
        Ok(())
    }

    /// The answer to a bundle of a party left in this one of ours.
    ///
    /// # Errors
    /// The store's.
    pub fn answer_in(&self, party: PartyId, answered: &Unanswered, ours: u64) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached("UPDATE inbox SET answered_in = ?4 WHERE party = ?1 AND epoch = ?2 AND sequence = ?3")?
            .execute(params![party.bytes(), signed(answered.epoch), signed(answered.sequence), signed(ours)])?;
        Ok(())
    }
}

impl CameState {
    fn code(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Waiting => "waiting",
            Self::Left => "left",
        }
    }
}

fn came(row: &Row<'_>) -> Result<Came, StoreError> {
    let state: String = row.get(7)?;
    Ok(Came {
        party: PartyId::from_bytes(row.get(0)?),
        epoch: unsigned(row, 1)?,
        sequence: unsigned(row, 2)?,
        digest: digest(row, 3)?,
        kind: row.get(4)?,
        created_at: row.get(5)?,
        received_on: day(&row.get::<_, String>(6)?)?,
        state: match state.as_str() {
            "applied" => CameState::Applied,
            "waiting" => CameState::Waiting,
            _ => CameState::Left,
        },
        receipt: row.get(8)?,
        answered_in: row.get::<_, Option<i64>>(9)?.map(i64::unsigned_abs),
        through: parse(&row.get::<_, String>(10)?)?,
    })
}
