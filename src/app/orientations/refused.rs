//! What is not received, as a list that its sender can correct and send again: the sender's own columns, the line, the reason.
//!
//! No name of a known family is in it, and no social-security number, even where one was sent.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Alike, ListFault, ListLine, OrientationList, Standing};
use crate::app::AppError;
use crate::base::locale::Catalog;
use crate::domain::contains_nir;
use crate::domain::refusal::Refusal;
use crate::report::delimited::{BEGINNING, row};

/// Copies of a report beside one file: beyond, its folder is to be tidied first.
const MOST_COPIES: u32 = 99;

impl OrientationList {
    /// The lines that are not to be received: refused, or not chosen because the person may be known.
    pub fn refused(&self) -> impl Iterator<Item = &ListLine> {
        self.lines.iter().filter(|line| match line.standing() {
            Standing::Refused => true,
            Standing::ToLookAt => !line.is_chosen,
            Standing::Ready | Standing::Known => false,
        })
    }

    /// The report of what is refused: delimited text that a spreadsheet opens with one click, and in which nothing is a formula.
    pub fn report(&self, catalog: &Catalog) -> String {
        let mut text = String::from(BEGINNING);
        let own = ["list-report-line", "list-report-reason"].map(|id| catalog.text(id).into_owned());
        let is_ours = |title: &str| own.iter().any(|own| own == title);
        let titles: Vec<_> = self.titles.iter().filter(|(_, title)| !is_ours(title)).collect();
        let headers = titles.iter().map(|(_, title)| title.as_str()).chain(own.iter().map(String::as_str));
        row(&mut text, headers);
        for line in self.refused() {
            let reason = line.reasons(catalog).join(" ");
            let joined = line.joined.iter().map(|(number, cells)| (*number, cells));
            for (number, cells) in [(line.number, &line.cells)].into_iter().chain(joined) {
                let number = number.to_string();
                let cells = titles.iter().map(|(at, _)| cells.get(*at).map_or("", String::as_str));
                let kept = cells.map(|cell| if contains_nir(cell) { "" } else { cell });
                row(&mut text, kept.chain([number.as_str(), reason.as_str()]));
            }
        }
        text
    }

    /// Writes the report to a file that is not there yet, readable by its owner alone.
    ///
    /// # Errors
    /// `FileInTheWay`, or why it cannot be written.
    pub fn write_report(&self, path: &Path, catalog: &Catalog) -> Result<(), AppError> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(path).and_then(|mut file| {
            file.write_all(self.report(catalog).as_bytes())?;
            file.sync_all()
        });
        written.map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => Refusal::FileInTheWay { path: path.display().to_string() }.into(),
            kind => ListFault::NotWritten { kind }.into(),
        })
    }

    /// Writes the report beside the list, under a name that is free.
    ///
    /// # Errors
    /// As [`Self::write_report`].
    pub fn write_report_beside(&self, list: &Path, catalog: &Catalog) -> Result<PathBuf, AppError> {
        let stem = list.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let word = catalog.text("list-report-file");
        let mut path = list.with_file_name(format!("{stem}-{word}.csv"));
        for copy in 2..MOST_COPIES {
            match self.write_report(&path, catalog) {
                Err(AppError::Refused(Refusal::FileInTheWay { .. })) => {
                    path = list.with_file_name(format!("{stem}-{word}-{copy}.csv"));
                }
                Err(error) => return Err(error),
                Ok(()) => return Ok(path),
            }
        }
        Err(Refusal::FileInTheWay { path: path.display().to_string() }.into())
    }
}

impl ListLine {
    /// Why it is not received, a sentence each, for whoever sent it.
    pub fn reasons(&self, catalog: &Catalog) -> Vec<String> {
        let mut reasons: Vec<String> = self.problems.iter().map(|problem| problem.text(catalog)).collect();
        let of_lines = self.alike.iter().filter(|alike| matches!(alike, Alike::Line { .. }));
        reasons.extend(of_lines.map(|alike| alike.text(catalog)));
        if self.alike.iter().any(|alike| matches!(alike, Alike::Family { .. })) {
            reasons.push(catalog.text("list-report-known").into_owned());
        }
        reasons
    }
}
