//! What only a Département keeps: whose journal each replica's is, and what one side asks of the other and waits for.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, Row, params};

use super::error::StoreError;
use super::reading::{Reading, signed};
use super::writing::Writing;
use crate::base::id::{FamilyId, MatterId, PartyId, ReplicaId};
use crate::journal::entry::Entry;

/// An orientation sent to an antenna, or a referral sent to the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The orientation's or the referral's own.
    pub id: MatterId,
    /// The antenna.
    pub party: PartyId,
    pub kind: SubmissionKind,
    /// Absent of an orientation that the antenna has not answered.
    pub family: Option<FamilyId>,
    /// What was sent, as JSON; of a referral, with what became of it.
    pub body: String,
    /// The bundle in which it left.
    pub sent_in: Option<u64>,
    /// What the other side answered, as JSON.
    pub answer: Option<String>,
    /// Whether an answer or a decision is still to come.
    pub open: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubmissionKind {
    Orientation,
    Referral,
}

const SUBMISSION: &str = "id, party, kind, family, body, sent_in, answer, open";

impl SubmissionKind {
    fn code(self) -> &'static str {
        match self {
            Self::Orientation => "orientation",
            Self::Referral => "referral",
        }
    }
}

impl Reading<'_> {
    /// The replicas of other sides, each with its side.
    ///
    /// # Errors
    /// The store's.
    pub fn foreign_replicas(&self) -> Result<Vec<(ReplicaId, PartyId)>, StoreError> {
        let mut statement =
            self.connection().prepare_cached("SELECT id, party FROM replica WHERE party IS NOT NULL")?;
        let rows = statement
            .query_map([], |row| Ok((ReplicaId::from_bytes(row.get(0)?), PartyId::from_bytes(row.get(1)?))))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// The side of the first entry of a family; none when there is no entry of another side.
    ///
    /// # Errors
    /// The store's.
    pub fn party_of(&self, family: FamilyId) -> Result<Option<PartyId>, StoreError> {
        let found = self
            .connection()
            .prepare_cached(
                "SELECT r.party FROM journal_entry e JOIN replica r ON r.id = e.replica
                 WHERE e.family = ?1 AND r.party IS NOT NULL ORDER BY e.lamport, e.replica, e.number LIMIT 1",
            )?
            .query_row([family.bytes()], |row| row.get(0).map(PartyId::from_bytes))
            .optional()?;
        Ok(found)
    }

    /// Every family with an entry of another side than this one.
    ///
    /// # Errors
    /// The store's.
    pub fn every_family_of_others(&self, party: PartyId) -> Result<BTreeSet<FamilyId>, StoreError> {
        let mut families = BTreeSet::new();
        let mut statement = self.connection().prepare_cached(
            "SELECT DISTINCT family FROM journal_entry
             WHERE family IS NOT NULL AND replica IN (SELECT id FROM replica WHERE party IS NOT NULL AND party <> ?1)",
        )?;
        let mut rows = statement.query([party.bytes()])?;
        while let Some(row) = rows.next()? {
            families.insert(FamilyId::from_bytes(row.get(0)?));
        }
        Ok(families)
    }

    /// The entries of the antenna of one side that are about no family, in order of replay.
    ///
    /// # Errors
    /// The store's.
    pub fn entries_of_antenna(&self, party: PartyId) -> Result<Vec<Entry>, StoreError> {
        let foreign = self.foreign_replicas()?;
        let others: BTreeSet<ReplicaId> =
            foreign.into_iter().filter(|(_, other)| *other != party).map(|(replica, _)| replica).collect();
        let mut entries = self.entries_of(None)?;
        // This store's own take back what a sender lost.
        entries.retain(|entry| !others.contains(&entry.id.replica));
        Ok(entries)
    }

    /// One submission.
    ///
    /// # Errors
    /// The store's.
    pub fn submission(&self, id: MatterId) -> Result<Option<Submission>, StoreError> {
        let sql = format!("SELECT {SUBMISSION} FROM submission WHERE id = ?1");
        let mut statement = self.connection().prepare_cached(&sql)?;
        Ok(statement.query_row([id.bytes()], submission).optional()?)
    }

    /// The submissions of a kind: the open ones, or every one that there was.
    ///
    /// # Errors
    /// The store's.
    pub fn submissions(&self, kind: SubmissionKind, only_open: bool) -> Result<Vec<Submission>, StoreError> {
        let sql = format!("SELECT {SUBMISSION} FROM submission WHERE kind = ?1 AND (open OR NOT ?2) ORDER BY id");
        let mut statement = self.connection().prepare_cached(&sql)?;
        let rows = statement.query_map(params![kind.code(), only_open], submission)?;
        rows.map(|row| Ok(row?)).collect()
    }
}

impl Writing<'_> {
    /// Keeps whose journal a replica's is.
    ///
    /// # Errors
    /// The store's.
    pub fn claim_replica(&self, replica: ReplicaId, party: PartyId) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached("INSERT INTO replica (id, party) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING")?
            .execute(params![replica.bytes(), party.bytes()])?;
        Ok(())
    }

    /// Keeps a submission, in the place of what was kept of it.
    ///
    /// # Errors
    /// The store's.
    pub fn put_submission(&self, submission: &Submission) -> Result<(), StoreError> {
        self.connection()
            .prepare_cached(
                "INSERT OR REPLACE INTO submission (id, party, kind, family, body, sent_in, answer, open)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                submission.id.bytes(),
                submission.party.bytes(),
                submission.kind.code(),
                submission.family.map(FamilyId::bytes),
                submission.body,
                submission.sent_in.map(signed),
                submission.answer,
                submission.open,
            ])?;
        Ok(())
    }

    /// Forgets the submissions of a family, and the files of the bundles in which they left.
    ///
    /// # Errors
    /// The store's.
    pub(super) fn destroy_submissions(&self, family: FamilyId) -> Result<(), StoreError> {
        for sql in [
            "UPDATE sealed_file SET archive = x''
             WHERE (party, sequence) IN (SELECT party, sent_in FROM submission WHERE family = ?1)",
            "UPDATE outbox SET receipt = NULL
             WHERE (party, sequence) IN (SELECT party, sent_in FROM submission WHERE family = ?1)",
            "DELETE FROM submission WHERE family = ?1",
        ] {
            self.connection().prepare_cached(sql)?.execute([family.bytes()])?;
        }
        Ok(())
    }
}

fn submission(row: &Row<'_>) -> rusqlite::Result<Submission> {
    let kind: String = row.get(2)?;
    Ok(Submission {
        id: MatterId::from_bytes(row.get(0)?),
        party: PartyId::from_bytes(row.get(1)?),
        kind: if kind == SubmissionKind::Referral.code() {
            SubmissionKind::Referral
        } else {
            SubmissionKind::Orientation
        },
        family: row.get::<_, Option<[u8; 16]>>(3)?.map(FamilyId::from_bytes),
        body: row.get(4)?,
        sent_in: row.get::<_, Option<i64>>(5)?.map(i64::unsigned_abs),
        answer: row.get(6)?,
        open: row.get(7)?,
    })
}
