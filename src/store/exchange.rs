//! What was handed over and what came: outbox, inbox, where each stream stands, what was refused.
//!
//! A party is the other side of the hand-off, known by its id; before it is enrolled an antenna's Département has the id of
//! zeros. Receipts and streams are kept as the JSON that `app` gives.

mod inbox;
mod outbox;

use rusqlite::{OptionalExtension, params};

pub use self::inbox::{Came, CameState, Unanswered};
pub use self::outbox::Sealed;
use super::error::StoreError;
use super::reading::Reading;
use super::writing::Writing;
use crate::base::id::{FamilyId, PartyId};

/// The Département of an antenna that it is not enrolled with yet.
pub const UNKNOWN_PARTY: PartyId = PartyId::from_bytes([0; 16]);

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

impl Reading<'_> {
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
