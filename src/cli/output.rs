//! What the commands print: text made safe on stdout, one sentence and a hint on stderr, and the exit status.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::app::AppError;
use crate::app::demo::DemonstrationError;
use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::exchange::ExchangeError;
use crate::tui::terminal::TerminalError;

/// Why a command was not done.
#[derive(Debug)]
pub(crate) enum Failure {
    App(AppError),
    /// A message of the catalogue, with its facts.
    Said(&'static str, Vec<(&'static str, Fact)>),
    Terminal(TerminalError),
    /// A file that cannot be read or written.
    File(PathBuf, io::ErrorKind),
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<ExchangeError> for Failure {
    fn from(error: ExchangeError) -> Self {
        Self::App(error.into())
    }
}

impl From<DemonstrationError> for Failure {
    fn from(error: DemonstrationError) -> Self {
        match error {
            DemonstrationError::App(error) => error.into(),
            DemonstrationError::Story { refusal, .. } => AppError::from(refusal).into(),
            DemonstrationError::Asset(_) => Self::Said("cli-demo-damaged", Vec::new()),
        }
    }
}

impl From<TerminalError> for Failure {
    fn from(error: TerminalError) -> Self {
        Self::Terminal(error)
    }
}

impl Failure {
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        Self::File(path.to_owned(), error.kind())
    }
}

/// Prints lines on stdout, made safe. A reader that went away (`| head`) is no fault.
pub(crate) fn print(text: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{}", SafeText::lines(text.trim_end_matches('\n')));
}

/// Prints text that a program reads: JSON, iCalendar, PEM. It is escaped by its own format.
pub(crate) fn print_raw(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes());
    if !text.ends_with('\n') {
        let _ = out.write_all(b"\n");
    }
}

/// Says a sentence on stderr.
pub(crate) fn say(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", SafeText::lines(text));
}

/// Says what is wrong and what to do; exit status 1.
pub(crate) fn fail(failure: &Failure, catalog: &Catalog) -> ExitCode {
    let (text, hint) = explain(failure, catalog);
    say(&text);
    if let Some(hint) = hint.filter(|hint| !hint.is_empty()) {
        say(&hint);
    }
    ExitCode::from(1)
}

/// The sentence and the hint of a failure.
pub(crate) fn explain(failure: &Failure, catalog: &Catalog) -> (String, Option<String>) {
    match failure {
        Failure::App(error) => {
            let explained = error.explain(catalog);
            // “Practice” is no source that a person could look up.
            let practice = catalog.text("source-practice");
            let source = explained.source.filter(|source| *source != practice);
            let source = source.map(|source| format!(" ({source})")).unwrap_or_default();
            (format!("{}{source}", explained.text), explained.hint)
        }
        Failure::Said(id, facts) => (catalog.text_with(id, facts), catalog.hint(id, facts)),
        Failure::Terminal(error) => (catalog.text(error.id()).into_owned(), catalog.hint(error.id(), &[])),
        Failure::File(path, kind) => {
            let facts = [("path", Fact::from(path.display().to_string())), ("kind", Fact::from(*kind))];
            (catalog.text_with("cli-file", &facts), catalog.hint("cli-file", &facts))
        }
    }
}
