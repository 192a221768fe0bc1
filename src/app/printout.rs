//! A family's file written out: the whole record, or everything held about the person, at her request (GDPR art. 15).
//!
//! Notes of every confidentiality are in both: what is written about a person is hers to read, whoever it was written for
//! (GDPR art. 15; CRPA L311-6). What concerns somebody else is hidden by hand before the paper is given (art. 15.4).

use std::path::{Path, PathBuf};

use chrono::Local;

use super::history::changes;
use super::{AccessKind, App, AppError, Change};
use crate::base::fold::fold;
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::wording::change;
use crate::report::printout::{self, Everything};
use crate::store::files::write_atomically;

/// What is written out of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printout {
    /// The record as it is.
    Whole,
    /// The record, its history, where it went and when it was consulted.
    Everything,
}

/// The parts of a record in the order in which a person reads them; the others follow.
const ORDER: [&str; 12] = [
    "identity",
    "contact",
    "situation",
    "children",
    "pregnancies",
    "orientations",
    "stays",
    "assignments",
    "stand_ins",
    "encounters",
    "notes",
    "contracts",
];

impl App {
    /// The printout of a family as text.
    ///
    /// # Errors
    /// `FamilyUnknown`; the store's.
    pub fn printout(&self, family: FamilyId, which: Printout, catalog: &Catalog) -> Result<String, AppError> {
        let record = self.family(family)?.ok_or(Refusal::FamilyUnknown {})?;
        let mut parts: Vec<Change> = changes(&FamilyRecord::new(family), &record);
        let order = |one: &Change| {
            let part = one.path.first().map(String::as_str).unwrap_or_default();
            ORDER.iter().position(|known| *known == part).unwrap_or(ORDER.len())
        };
        parts.sort_by_key(order);
        let author = self.antenna.referent(self.author).map(|one| one.name.clone()).unwrap_or_default();
        let everything = match which {
            Printout::Whole => None,
            Printout::Everything => Some(self.everything(family, catalog)?),
        };
        let printout = printout::Printout {
            name: record.display_name(),
            antenna: self.antenna.name.clone(),
            department: self.antenna.department.clone(),
            author,
            date: catalog.date(self.today()),
            record: change::lines(&parts, &self.antenna, catalog),
            everything,
        };
        Ok(printout::text(&printout, catalog))
    }

    /// Writes the printout of a family into `directory`, readable by its owner alone, and notes the access.
    ///
    /// # Errors
    /// As [`App::printout`]; the directory's.
    pub fn print(
        &mut self,
        family: FamilyId,
        which: Printout,
        directory: &Path,
        catalog: &Catalog,
    ) -> Result<PathBuf, AppError> {
        if which == Printout::Everything {
            // What the person reads tells of every access, this one too: none may still wait to be written.
            self.note_access(kind(which), Some(family));
            self.keep_accesses()?;
        }
        let text = self.printout(family, which, catalog)?;
        let record = self.family(family)?.ok_or(Refusal::FamilyUnknown {})?;
        let word = match which {
            Printout::Whole => catalog.text("printout-file"),
            Printout::Everything => catalog.text("printout-everything-file"),
        };
        let number = fold(&record.identity.matricule).replace(' ', "-");
        let path = directory.join(format!("{word}-{number}-{}.txt", self.today()));
        write_atomically(&path, text.as_bytes())?;
        if which == Printout::Whole {
            self.note_access(kind(which), Some(family));
        }
        Ok(path)
    }

    fn everything(&self, family: FamilyId, catalog: &Catalog) -> Result<Everything, AppError> {
        let when = |at: chrono::DateTime<chrono::Utc>| {
            let at = at.with_timezone(&Local);
            format!("{} {}", catalog.date(at.date_naive()), at.format("%H:%M"))
        };
        let mut history = Vec::new();
        for line in self.history(family)? {
            let by = self.antenna.referent(line.author).map(|one| one.name.as_str()).unwrap_or_default();
            let kinds: Vec<_> = line.kinds.iter().map(|kind| catalog.text(&format!("event-{kind}"))).collect();
            let undone = if line.undone { format!(" ({})", catalog.text("history-undone")) } else { String::new() };
            let title = format!("{} · {by} · {}{undone}", when(line.recorded_at), kinds.join(", "));
            history.push((title, change::lines(&line.changes, &self.antenna, catalog)));
        }
        let sealed = self.store.read().bundles_with(family)?;
        let bundles = sealed.into_iter().map(|sealed| (sealed.sequence, when(sealed.created_at))).collect();
        let accesses = self.accesses(Some(family), usize::MAX)?;
        let told = |kind: AccessKind| catalog.text(&format!("printout-access-{}", kind.code())).into_owned();
        let accesses = accesses.into_iter().map(|line| (when(line.access.at), told(line.access.kind))).collect();
        let delays = self.antenna.convention(self.today()).map(|convention| convention.delays.clone());
        let kept_months = delays.as_ref().map_or(0, |delays| delays.retention_months);
        let archive_months = delays.map_or(0, |delays| delays.archive_months);
        Ok(Everything { kept_months, archive_months, history, bundles, accesses })
    }
}

/// The access that a printout is.
pub fn kind(which: Printout) -> AccessKind {
    match which {
        Printout::Whole => AccessKind::Printing,
        Printout::Everything => AccessKind::PersonsAccess,
    }
}
