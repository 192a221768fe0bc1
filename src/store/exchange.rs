//! What was handed over and what came: outbox, inbox, where each stream stands, what was refused.
//!
//! A party is the other side of the hand-off, known by its id; before it is enrolled an antenna's Département has the id of
//! zeros. Receipts and streams are kept as the JSON that `app` gives.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{MAIN_DB, OptionalExtension, Row, params};

use super::error::StoreError;
use super::reading::{Reading, day, digest, instant, json, parse, signed, unsigned};
use super::writing::Writing;
use crate::base::id::{FamilyId, PartyId, ReplicaId};
use crate::journal::entry::Digest;

/// The Département of an antenna that it is not enrolled with yet.
pub const UNKNOWN_PARTY: PartyId = PartyId::from_bytes([0; 16]);

/// A bundle as the outbox archives it: the very file that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub party: PartyId,
    /// 1, 2, 3… in the stream.
    pub sequence: u64,
    pub epoch: u64,
    pub kind: String,
    /// SHA-256 of the signed envelope.
    pub digest: Digest,
    pub previous: Digest,
    pub file_name: String,
    pub created_at: DateTime<Utc>,
    /// For each replica, the last entry carried by this bundle or one before it.
    pub through: BTreeMap<ReplicaId, u64>,
    /// When it was given to its carrier.
    pub handed_over_on: Option<NaiveDate>,
    /// When the other side said that it had received it.
    pub acknowledged_on: Option<NaiveDate>,
    /// What the other side answered, as JSON.
    pub receipt: Option<String>,
}

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameState {
    Applied,
    /// Bundles before it are missing.
    Waiting,
    /// Its sender began anew before it.
    Left,
}

/// A family that was refused, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedFamily {
    pub family: FamilyId,
    pub party: PartyId,
    pub code: String,
    pub rule: Option<String>,
    /// It goes again in the next bundle.
    pub again: bool,
}

const SEALED: &str = "party, sequence, epoch, kind, digest, previous, file_name, created_at, through, handed_over_on,
    acknowledged_on, receipt";
const CAME: &str = "party, epoch, sequence, digest, kind, created_at, received_on, state, receipt, answered_in,
    through";

impl Reading<'_> {
    /// The sealed bundles, by party, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn outbox(&self) -> Result<Vec<Sealed>, StoreError> {
        let sql = format!("SELECT {SEALED} FROM outbox ORDER BY party, sequence");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut bundles = Vec::new();
        while let Some(row) = rows.next()? {
            bundles.push(sealed(row)?);
        }
        Ok(bundles)
    }

    /// The last bundle sealed for a party.
    ///
    /// # Errors
    /// The store's.
    pub fn last_sealed(&self, party: PartyId) -> Result<Option<Sealed>, StoreError> {
        let sql = format!("SELECT {SEALED} FROM outbox WHERE party = ?1 ORDER BY sequence DESC LIMIT 1");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let mut rows = statement.query([party.bytes()])?;
        rows.next()?.map(sealed).transpose()
    }

    /// When the oldest bundle left, or was sealed, of which no side has said that it received it; a receipt and a presence are
    /// answered by none.
    ///
    /// # Errors
    /// The store's.
    pub fn unacknowledged_since(&self) -> Result<Option<NaiveDate>, StoreError> {
        let found: Option<(i64, Option<String>)> = self
            .connection()
            .prepare_cached(
                "SELECT created_at, handed_over_on FROM outbox WHERE acknowledged_on IS NULL
                 AND kind NOT IN ('receipt', 'presence') ORDER BY sequence LIMIT 1",
            )?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let since = |(sealed, handed): (i64, Option<String>)| match handed {
            Some(handed) => day(&handed),
            None => Ok(instant(sealed).date_naive()),
        };
        found.map(since).transpose()
    }

    /// The file of a sealed bundle, as it was handed over; empty once erased.
    ///
    /// # Errors
    /// The store's.
    pub fn sealed_bytes(&self, party: PartyId, sequence: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self
            .connection()
            .prepare_cached("SELECT bytes FROM sealed_file WHERE party = ?1 AND sequence = ?2")?
            .query_row(params![party.bytes(), signed(sequence)], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

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

    /// What is answered to a party and has not left yet, as JSON, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn unanswered(&self, party: PartyId) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT receipt FROM inbox WHERE party = ?1 AND receipt IS NOT NULL AND answered_in IS NULL
             ORDER BY epoch, sequence",
        )?;
        let rows = statement.query_map([party.bytes()], |row| row.get(0))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// Where the stream of a party stands, as JSON.
    ///
    /// # Errors
    /// The store's.
    pub fn stream(&self, party: PartyId) -> Result<Option<String>, StoreError> {
        let found = self
            .connection()
            .prepare_cached("SELECT received FROM stream WHERE party = ?1")?
            .query_row([party.bytes()], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// The families that were refused and not accepted since.
    ///
    /// # Errors
    /// The store's.
    pub fn refused_families(&self) -> Result<Vec<RefusedFamily>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT family, party, code, rule, again FROM refused_family ORDER BY family")?;
        let rows = statement.query_map([], |row| {
            Ok(RefusedFamily {
                family: FamilyId::from_bytes(row.get(0)?),
                party: PartyId::from_bytes(row.get(1)?),
                code: row.get(2)?,
                rule: row.get(3)?,
                again: row.get(4)?,
            })
        })?;
        rows.map(|row| Ok(row?)).collect()
    }
}

impl Writing<'_> {
    /// Destroys the file of a sealed bundle for good, and what was answered to it; its digest and its place stay.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn destroy_sealed(&self, party: PartyId, sequence: u64) -> Result<(), StoreError> {
        for sql in [
            "UPDATE sealed_file SET bytes = x'' WHERE party = ?1 AND sequence = ?2",
            "UPDATE outbox SET receipt = NULL WHERE party = ?1 AND sequence = ?2",
        ] {
            self.connection().prepare_cached(sql)?.execute(params![party.bytes(), signed(sequence)])?;
        }
        Ok(())
    }

    /// Archives a sealed bundle; `families` are those of whom it carries no entry.
    ///
    /// # Errors
    /// The store's; a sequence already there is one.
    pub fn archive(&self, sealed: &Sealed, bytes: &[u8], families: &[FamilyId]) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "INSERT INTO outbox (party, sequence, epoch, kind, digest, previous, file_name, created_at, through)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                sealed.party.bytes(),
                signed(sealed.sequence),
                signed(sealed.epoch),
                sealed.kind,
                sealed.digest.0,
                sealed.previous.0,
                sealed.file_name,
                sealed.created_at.timestamp_millis(),
                json(&sealed.through)?,
            ])?;
        self.connection()
            .prepare_cached("INSERT INTO sealed_file (party, sequence, bytes) VALUES (?1, ?2, zeroblob(?3))")?
            .execute(params![sealed.party.bytes(), signed(sealed.sequence), signed(bytes.len() as u64)])?;
        // Written in its place: bound to a statement, SQLite would copy it twice.
        let row = self.connection().last_insert_rowid();
        self.connection().blob_open(MAIN_DB, "sealed_file", "bytes", row, false)?.write_all_at(bytes, 0)?;
        let mut carried = self
            .connection()
            .prepare_cached("INSERT OR IGNORE INTO carried (party, sequence, family) VALUES (?1, ?2, ?3)")?;
        for family in families {
            carried.execute(params![sealed.party.bytes(), signed(sealed.sequence), family.bytes()])?;
        }
        Ok(())
    }

    /// Puts a bundle that was sealed anew in the place of the one of its number.
    ///
    /// # Errors
    /// The store's.
    pub fn archive_anew(&self, sealed: &Sealed, bytes: &[u8]) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "UPDATE outbox SET epoch = ?3, digest = ?4, previous = ?5, file_name = ?6,
                     handed_over_on = NULL, acknowledged_on = NULL, receipt = NULL
                 WHERE party = ?1 AND sequence = ?2",
            )?
            .execute(params![
                sealed.party.bytes(),
                signed(sealed.sequence),
                signed(sealed.epoch),
                sealed.digest.0,
                sealed.previous.0,
                sealed.file_name,
            ])?;
        self.connection()
            .prepare_cached("UPDATE sealed_file SET bytes = ?3 WHERE party = ?1 AND sequence = ?2")?
            .execute(params![sealed.party.bytes(), signed(sealed.sequence), bytes])?;
        Ok(())
    }

    /// What was handed over to a Département without an id was for this one.
    ///
    /// # Errors
    /// The store's.
    pub fn name_unknown_party(&self, party: PartyId) -> Result<(), StoreError> {
        for sql in [
            "UPDATE outbox SET party = ?1 WHERE party = ?2",
            "UPDATE sealed_file SET party = ?1 WHERE party = ?2",
            "UPDATE carried SET party = ?1 WHERE party = ?2",
        ] {
            self.connection().prepare_cached(sql)?.execute(params![party.bytes(), UNKNOWN_PARTY.bytes()])?;
        }
        Ok(())
    }

    /// Keeps that the bundles up to this one were given to their carrier.
    ///
    /// # Errors
    /// The store's.
    pub fn hand_over(&self, party: PartyId, through: u64, date: NaiveDate) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "UPDATE outbox SET handed_over_on = ?3 WHERE party = ?1 AND sequence <= ?2 AND handed_over_on IS NULL",
            )?
            .execute(params![party.bytes(), signed(through), date.to_string()])?;
        Ok(())
    }

    /// Keeps that the other side received the bundles up to this one.
    ///
    /// # Errors
    /// The store's.
    pub fn acknowledge(&self, party: PartyId, through: u64, date: NaiveDate) -> Result<(), StoreError> {
        self.hand_over(party, through, date)?;
        self.connection()
            .prepare_cached(
                "UPDATE outbox SET acknowledged_on = ?3 WHERE party = ?1 AND sequence <= ?2 AND acknowledged_on IS NULL",
            )?
            .execute(params![party.bytes(), signed(through), date.to_string()])?;
        Ok(())
    }

    /// Keeps the answer to one bundle.
    ///
    /// # Errors
    /// The store's.
    pub fn put_receipt(&self, party: PartyId, sequence: u64, date: NaiveDate, receipt: &str) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "UPDATE outbox SET acknowledged_on = ?3, receipt = ?4, handed_over_on = coalesce(handed_over_on, ?3)
                 WHERE party = ?1 AND sequence = ?2",
            )?
            .execute(params![party.bytes(), signed(sequence), date.to_string(), receipt])?;
        Ok(())
    }

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

    /// The answers to these bundles left.
    ///
    /// # Errors
    /// The store's.
    pub fn answer_in(&self, party: PartyId, sequence: u64) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "UPDATE inbox SET answered_in = ?2 WHERE party = ?1 AND receipt IS NOT NULL AND answered_in IS NULL",
            )?
            .execute(params![party.bytes(), signed(sequence)])?;
        Ok(())
    }

    /// Keeps where the stream of a party stands.
    ///
    /// # Errors
    /// The store's.
    pub fn put_stream(&self, party: PartyId, name: &str, received: &str) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached("INSERT OR REPLACE INTO stream (party, name, received) VALUES (?1, ?2, ?3)")?
            .execute(params![party.bytes(), name, received])?;
        Ok(())
    }

    /// Keeps that a family was refused.
    ///
    /// # Errors
    /// The store's.
    pub fn refuse_family(&self, refused: &RefusedFamily) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "INSERT OR REPLACE INTO refused_family (family, party, code, rule, again) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                refused.family.bytes(),
                refused.party.bytes(),
                refused.code,
                refused.rule,
                refused.again,
            ])?;
        Ok(())
    }

    /// A refused family has gone again: it does not go a third time by itself.
    ///
    /// # Errors
    /// The store's.
    pub fn sent_again(&self, family: FamilyId) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached("UPDATE refused_family SET again = 0 WHERE family = ?1")?
            .execute([family.bytes()])?;
        Ok(())
    }

    /// The family was accepted, or is not known here any more.
    ///
    /// # Errors
    /// The store's.
    pub fn accept_family(&self, family: FamilyId) -> Result<(), StoreError> {
        self.connection().prepare_cached("DELETE FROM refused_family WHERE family = ?1")?.execute([family.bytes()])?;
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

fn sealed(row: &Row<'_>) -> Result<Sealed, StoreError> {
    let dated = |text: Option<String>| text.map(|text| day(&text)).transpose();
    Ok(Sealed {
        party: PartyId::from_bytes(row.get(0)?),
        sequence: unsigned(row, 1)?,
        epoch: unsigned(row, 2)?,
        kind: row.get(3)?,
        digest: digest(row, 4)?,
        previous: digest(row, 5)?,
        file_name: row.get(6)?,
        created_at: instant(row.get(7)?),
        through: parse(&row.get::<_, String>(8)?)?,
        handed_over_on: dated(row.get(9)?)?,
        acknowledged_on: dated(row.get(10)?)?,
        receipt: row.get(11)?,
    })
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
