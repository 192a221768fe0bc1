//! The access journal: who opened, searched, printed or handed over what, without any content.
//!
//! It is no view of the journal of acts and never leaves the antenna.

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::Writing;
use super::error::StoreError;
use super::reading::Reading;
use crate::base::id::{FamilyId, ReferentId};

/// What was done with the files, short of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessKind {
    /// A family's file was opened.
    Opening,
    /// Words were looked for in all files; which words is not kept.
    Search,
    /// A file was written out or printed.
    Printing,
    /// Everything held about a person was written out, at the person's request (GDPR art. 15).
    PersonsAccess,
    /// A bundle was sealed or written again.
    Export,
}

/// One access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    pub at: DateTime<Utc>,
    pub author: ReferentId,
    pub kind: AccessKind,
    pub family: Option<FamilyId>,
}

/// An access with the family's name, while it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessLine {
    pub access: Access,
    pub name: Option<String>,
}

impl AccessKind {
    pub const ALL: [Self; 5] = [Self::Opening, Self::Search, Self::Printing, Self::PersonsAccess, Self::Export];

    /// The code that the store keeps; the message that names it is `access-<code>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Search => "search",
            Self::Printing => "printing",
            Self::PersonsAccess => "persons-access",
            Self::Export => "export",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl Writing<'_> {
    /// Adds accesses and lets go of those before `kept_from`.
    ///
    /// # Errors
    /// The store's.
    pub fn note_accesses(&self, accesses: &[Access], kept_from: DateTime<Utc>) -> Result<(), StoreError> {
        let mut insert = self
            .connection()
            .prepare_cached("INSERT INTO access (at, author, kind, family) VALUES (?1, ?2, ?3, ?4)")?;
        for Access { at, author, kind, family } in accesses {
            let family = family.map(FamilyId::bytes);
            insert.execute(params![at.timestamp_millis(), author.bytes(), kind.code(), family])?;
        }
        self.connection()
            .prepare_cached("DELETE FROM access WHERE at < ?1")?
            .execute([kept_from.timestamp_millis()])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The latest accesses, of one family or of all, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn accesses(&self, family: Option<FamilyId>, limit: usize) -> Result<Vec<AccessLine>, StoreError> {
        let which = if family.is_some() { "a.family = ?1" } else { "?1 IS NULL" };
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT a.at, a.author, a.kind, a.family, f.name FROM access a LEFT JOIN family f ON f.id = a.family
             WHERE {which} ORDER BY a.at DESC, a.id DESC LIMIT ?2"
        ))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![family.map(FamilyId::bytes), limit])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let (code, family): (String, Option<[u8; 16]>) = (row.get(2)?, row.get(3)?);
            // A kind of a later program is not shown by this one.
            let Some(kind) = AccessKind::from_code(&code) else { continue };
            let at = DateTime::from_timestamp_millis(row.get(0)?).unwrap_or_default();
            let author = ReferentId::from_bytes(row.get(1)?);
            let access = Access { at, author, kind, family: family.map(FamilyId::from_bytes) };
            lines.push(AccessLine { access, name: row.get(4)? });
        }
        Ok(lines)
    }
}
