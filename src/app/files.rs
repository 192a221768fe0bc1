//! The files beside the acts: those past their time, and who opened, searched or printed what.
//!
//! Acts go through [`App::execute`]; nothing here changes a record.

use chrono::{Duration, NaiveDate};

use super::{App, AppError};
use crate::base::calendar;
use crate::base::id::{FamilyId, ReferentId};
use crate::base::locale::Catalog;
use crate::domain::deadline;
use crate::domain::refusal::Refusal;
use crate::domain::retention::{DisposalProposed, retention_ends};
use crate::report::sheet;
use crate::store::access::{Access, AccessKind, AccessLine};

/// A file past its time, or in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastFile {
    pub family: FamilyId,
    pub name: String,
    /// The last day on which it could be kept where it is.
    pub kept_until: Option<NaiveDate>,
    pub archived_on: Option<NaiveDate>,
    pub proposal: Option<DisposalProposed>,
}

/// What the screen of retention shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retention {
    /// Past their time: those with a proposal, then the longest past.
    pub past: Vec<PastFile>,
    pub archived: Vec<PastFile>,
    /// How many were erased so far.
    pub erased: u64,
    pub author: Option<ReferentId>,
}

/// Lines of each part of the screen of retention, and of the access journal.
const MOST: usize = 300;

/// A second access of the same kind to the same file counts as the same one within this time.
const SAME_ACCESS_MINUTES: i64 = 10;

impl App {
    /// The files past their time and those in the archive, at most some hundreds of each.
    ///
    /// # Errors
    /// The store's, here and below.
    pub fn retention(&self) -> Result<Retention, AppError> {
        let reading = self.store.read();
        let mut past = Vec::new();
        for family in reading.past_their_time(self.today(), MOST)? {
            past.extend(self.past_file(family)?);
        }
        past.sort_by_key(|file| (file.proposal.is_none(), file.kept_until));
        let mut archived = Vec::new();
        for family in reading.archived(MOST)? {
            archived.extend(self.past_file(family)?);
        }
        archived.retain(|file| past.iter().all(|other| other.family != file.family));
        Ok(Retention { past, archived, erased: reading.count_erased()?, author: Some(self.author) })
    }

    fn past_file(&self, family: FamilyId) -> Result<Option<PastFile>, AppError> {
        Ok(self.store.read().family(family)?.map(|record| PastFile {
            family,
            name: record.display_name(),
            kept_until: retention_ends(&record, &self.antenna),
            archived_on: record.archived_on,
            proposal: record.proposal,
        }))
    }

    /// A family's file as text: the record and what is due.
    ///
    /// # Errors
    /// `Refused` when there is no such family; the store's.
    pub fn sheet(&self, family: FamilyId, catalog: &Catalog) -> Result<String, AppError> {
        let record = self.family(family)?.ok_or(Refusal::FamilyUnknown {})?;
        let mut deadlines = deadline::deadlines(&record, &self.antenna);
        deadlines.retain(|deadline| deadline.stands_on(self.today()));
        Ok(sheet::text(&record, &deadlines, &self.antenna, self.today(), catalog))
    }

    /// Remembers an access; [`App::keep_new_accesses`] writes it, so that nobody waits for it.
    pub fn note_access(&mut self, kind: AccessKind, family: Option<FamilyId>) {
        let at = self.clock.now();
        let same = |known: &Access| {
            known.kind == kind && known.family == family && at - known.at < Duration::minutes(SAME_ACCESS_MINUTES)
        };
        if self.store.read_only().is_some() || self.accesses.iter().chain(&self.accesses_kept).any(same) {
            return;
        }
        self.accesses.push(Access { at, author: self.author, kind, family });
        self.accesses_untried = true;
    }

    /// Writes the accesses remembered since the last try. What cannot be written, while another process holds the store, is tried
    /// again with the next one and when the program ends, not at each key.
    pub fn keep_new_accesses(&mut self) {
        if self.accesses_untried {
            let _ = self.keep_accesses();
        }
    }

    /// Writes the accesses remembered, and lets go of those past their time.
    ///
    /// # Errors
    /// The store's; they then wait for the next time.
    pub fn keep_accesses(&mut self) -> Result<(), AppError> {
        self.accesses_untried = false;
        if self.accesses.is_empty() {
            return Ok(());
        }
        let months = self.antenna.convention(self.today()).map_or(12, |convention| convention.delays.access_months);
        let kept_from = calendar::sub_months(self.clock.now().date_naive(), months).and_time(Default::default());
        self.store.write(|writing| writing.note_accesses(&self.accesses, kept_from.and_utc()))?;
        // What was just written is remembered for the minutes in which it is not written again.
        let now = self.clock.now();
        self.accesses_kept.append(&mut self.accesses);
        self.accesses_kept.retain(|access| now - access.at < Duration::minutes(SAME_ACCESS_MINUTES));
        Ok(())
    }

    /// The latest accesses, of one family or of all, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn accesses(&self, family: Option<FamilyId>, limit: usize) -> Result<Vec<AccessLine>, AppError> {
        Ok(self.store.read().accesses(family, limit)?)
    }
}
