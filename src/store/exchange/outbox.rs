//! The outbox: every bundle that was sealed, the file itself, how far it got.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension, Row, params};

use super::UNKNOWN_PARTY;
use crate::base::id::{FamilyId, PartyId, ReplicaId};
use crate::journal::entry::Digest;
use crate::store::error::StoreError;
use crate::store::reading::{Reading, day, digest, instant, json, parse, signed, unsigned};
use crate::store::writing::Writing;

/// A bundle as the outbox keeps it, but for what its file is made of.
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

const SEALED: &str = "party, sequence, epoch, kind, digest, previous, file_name, created_at, through, handed_over_on,
    acknowledged_on, receipt";

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

    /// What the file of a sealed bundle is made of again, or that file where it was kept as it was; empty once erased.
    ///
    /// # Errors
    /// The store's.
    pub fn sealed_archive(&self, party: PartyId, sequence: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self
            .connection()
            .prepare_cached("SELECT archive FROM sealed_file WHERE party = ?1 AND sequence = ?2")?
            .query_row(params![party.bytes(), signed(sequence)], |row| row.get(0))
            .optional()?;
        Ok(found)
    }
}

impl Writing<'_> {
    /// Destroys the file of a sealed bundle for good, and what was answered to it; its digest and its place stay.
    ///
    /// # Errors
    /// The store's.
    pub(in crate::store) fn destroy_sealed(&self, party: PartyId, sequence: u64) -> Result<(), StoreError> {
        for sql in [
            "UPDATE sealed_file SET archive = x'' WHERE party = ?1 AND sequence = ?2",
            "UPDATE outbox SET receipt = NULL WHERE party = ?1 AND sequence = ?2",
        ] {
            self.connection().prepare_cached(sql)?.execute(params![party.bytes(), signed(sequence)])?;
        }
        Ok(())
    }

    /// Keeps a sealed bundle with its archive; `families` are those of whom it carries no entry.
    ///
    /// # Errors
    /// The store's; a sequence already there is one.
    pub fn archive(&self, sealed: &Sealed, archive: &[u8], families: &[FamilyId]) -> Result<(), StoreError> {
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
            .prepare_cached("INSERT INTO sealed_file (party, sequence, archive) VALUES (?1, ?2, ?3)")?
            .execute(params![sealed.party.bytes(), signed(sealed.sequence), archive])?;
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
    pub fn archive_anew(&self, sealed: &Sealed, archive: &[u8]) -> Result<(), StoreError> {
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
            .prepare_cached("UPDATE sealed_file SET archive = ?3 WHERE party = ?1 AND sequence = ?2")?
            .execute(params![sealed.party.bytes(), signed(sealed.sequence), archive])?;
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

    /// Takes back that the bundles from this one on were given to their carrier, but for those received since.
    ///
    /// # Errors
    /// The store's.
    pub fn keep_here(&self, party: PartyId, from: u64) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "UPDATE outbox SET handed_over_on = NULL WHERE party = ?1 AND sequence >= ?2 AND acknowledged_on IS NULL",
            )?
            .execute(params![party.bytes(), signed(from)])?;
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
