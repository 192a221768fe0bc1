//! What the commands print: text made safe on stdout, one sentence and a hint on stderr, and the exit status.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;

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

/// The first fault of stdout, as a stream keeps it: what a command does is not broken off because nobody can read of it.
static UNWRITTEN: OnceLock<io::ErrorKind> = OnceLock::new();

/// Prints lines on stdout, made safe. What cannot be written is told at the end, by [`ended`].
pub(crate) fn print(text: &str) {
    print_raw(SafeText::lines(text.trim_end_matches('\n')).as_ref());
}

/// Prints text that a program reads: JSON, iCalendar, PEM. It is escaped by its own format.
pub(crate) fn print_raw(text: &str) {
    let mut out = io::stdout().lock();
    let end = if text.ends_with('\n') { "" } else { "\n" };
    written(out.write_all(text.as_bytes()).and_then(|()| out.write_all(end.as_bytes())).and_then(|()| out.flush()));
}

/// Keeps that stdout was not written.
pub(crate) fn written(done: io::Result<()>) {
    if let Err(error) = done {
        let _ = UNWRITTEN.set(error.kind());
    }
}

/// Prints a recovery code, which exists nowhere else: also on stderr where stdout does not take it or throws it away.
pub(crate) fn print_code(code: &str, catalog: &Catalog) {
    say(&catalog.text("cli-init-recovery"));
    print(code);
    if UNWRITTEN.get().is_some() || is_thrown_away() {
        say(code);
    }
}

/// Whether what is printed goes to `/dev/null`: where stdout was closed, it does too.
fn is_thrown_away() -> bool {
    #[cfg(unix)]
    return rustix::fs::fstat(io::stdout())
        .and_then(|out| Ok(rustix::fs::stat("/dev/null")?.st_rdev == out.st_rdev))
        .unwrap_or(false);
    #[cfg(not(unix))]
    false
}

/// What a command is for, beside its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Reads,
    Records,
}

/// The exit status of a command that was done, once what it printed is known to have been written: 1 where it was not. A reader
/// that went away (`| head`) is no fault.
pub(crate) fn ended(code: ExitCode, task: Task, catalog: &Catalog) -> ExitCode {
    match UNWRITTEN.get() {
        None | Some(io::ErrorKind::BrokenPipe) => code,
        Some(kind) => {
            let task = if task == Task::Reads { "reads" } else { "records" };
            let facts = vec![("kind", Fact::from(*kind)), ("task", Fact::from(task))];
            fail(&Failure::Said("cli-unwritten", facts), catalog)
        }
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
