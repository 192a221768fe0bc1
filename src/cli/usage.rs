//! What the command line did not understand, in the person's language: which word, and what was expected in its place.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::output::{Task, ended, say, written};
use crate::base::locale::{Catalog, Fact};

/// Says a fault of the command line, in this command (`cli-department-report`), and gives exit status 2; help and version are no fault.
pub(crate) fn usage(fault: &Error, command: &str, catalog: &Catalog) -> ExitCode {
    if matches!(fault.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        written(fault.print());
        return ended(ExitCode::SUCCESS, Task::Reads, catalog);
    }
    let argument = context(fault, &[ContextKind::InvalidArg, ContextKind::InvalidSubcommand]);
    // clap's sign for several, at the end of a sentence of ours.
    let argument = argument.trim_end_matches("...").to_owned();
    let value = context(fault, &[ContextKind::InvalidValue]);
    let near = nearest(fault);
    let other = context(fault, &[ContextKind::PriorArg]);
    let id = match fault.kind() {
        ErrorKind::InvalidSubcommand => "cli-usage-command",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "cli-usage-no-command",
        ErrorKind::MissingRequiredArgument => "cli-usage-missing",
        ErrorKind::ArgumentConflict if other == argument || other.is_empty() => "cli-usage-twice",
        ErrorKind::ArgumentConflict => "cli-usage-conflict",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => "cli-usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-usage-value",
        _a_word_too_many => "cli-usage-unknown",
    };
    let named = expected(&argument, command, catalog);
    let facts = [("argument", Fact::from(argument)), ("value", Fact::from(value)), ("other", Fact::from(other))];
    say(&catalog.text_with(id, &facts));
    if !near.is_empty() {
        say(&catalog.text_with("cli-usage-near", &[("near", Fact::from(near))]));
    } else if let Some(hint) = catalog.hint(id, &facts) {
        say(&hint);
    } else if let Some(expected) = named {
        say(&catalog.text_with("cli-usage-expected", &[("expected", Fact::from(expected))]));
    } else {
        say(&catalog.text("cli-usage-help"));
    }
    ExitCode::from(2)
}

/// The first of these that the fault names.
fn context(fault: &Error, kinds: &[ContextKind]) -> String {
    let named = kinds.iter().filter_map(|kind| fault.get(*kind)).map(ToString::to_string);
    named.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// What was meant, perhaps: of several guesses, clap's best, which is its last.
fn nearest(fault: &Error) -> String {
    let mut guesses = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].into_iter();
    match guesses.find_map(|kind| fault.get(kind)) {
        Some(ContextValue::Strings(guesses)) => guesses.last().cloned().unwrap_or_default(),
        Some(guess) => guess.to_string(),
        None => String::new(),
    }
}

/// The help of an argument such as `--today <AAAA-MM-JJ>` or `<MATRICULE>`, which says what it takes in this command.
fn expected(argument: &str, command: &str, catalog: &Catalog) -> Option<String> {
    let name = argument.split(' ').next()?.trim_matches(['-', '<', '>', '.']).to_lowercase();
    let ids = [format!("{command}-{name}"), format!("cli-arg-{name}")];
    ids.iter().find(|id| catalog.has(id)).map(|id| catalog.text(id).into_owned())
}
