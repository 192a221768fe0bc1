//! The commands that need no screen, and the way into the one that does.
//!
//! Each command is a file of its own under `cli/`. All text comes from the catalogue, and all output passes `SafeText`.

mod bundles;
mod demo;
mod family;
mod init;
mod output;
mod record;
mod screen;
mod session;
mod upkeep;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::{Args, Command as Clap, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::base::locale::{Catalog, Lang};
use output::Failure;

#[derive(Parser)]
#[command(name = "jalon", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What every command understands.
#[derive(Args, Clone)]
pub(crate) struct Common {
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) store: Option<PathBuf>,
    #[arg(long, global = true, value_name = "fr|en")]
    pub(crate) lang: Option<Lang>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<NaiveDate>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) referent: Option<String>,
    #[arg(long, global = true, value_name = "dark|light|contrast")]
    pub(crate) theme: Option<String>,
}

#[derive(Subcommand)]
enum Verb {
    Demo(demo::Demo),
    Init(init::Init),
    Export(bundles::Export),
    Verify(bundles::Verify),
    Show(bundles::Show),
    Schema(bundles::Schema),
    Record(record::Record),
    Family(family::Family),
    Agenda(family::Agenda),
    Check,
    Rebuild,
    Backup,
    Restore(upkeep::Restore),
    #[command(subcommand)]
    Referent(upkeep::Referent),
}

/// Runs the command line. Exit status: 0 done, 1 refused, 2 usage.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let catalog = Arc::new(Catalog::new(language(&arguments)));
    let command = speak(Cli::command(), &catalog, "cli");
    let parsed = command.try_get_matches_from(arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(usage) => return output::usage(&usage, &catalog),
    };
    match execute(cli, &catalog) {
        Ok(code) => code,
        Err(failure) => output::fail(&failure, &catalog),
    }
}

fn execute(cli: Cli, catalog: &Arc<Catalog>) -> Result<ExitCode, Failure> {
    let Cli { common, verb } = cli;
    match verb {
        None => screen::open(&common, catalog),
        Some(Verb::Demo(demo)) => demo::run(&common, &demo, catalog),
        Some(Verb::Init(init)) => init::run(&common, &init, catalog),
        Some(Verb::Export(export)) => bundles::export(&common, &export, catalog),
        Some(Verb::Verify(verify)) => bundles::verify(&verify, catalog),
        Some(Verb::Show(show)) => bundles::show(&show),
        Some(Verb::Schema(schema)) => bundles::schema(&schema),
        Some(Verb::Record(record)) => record::run(&common, &record, catalog),
        Some(Verb::Family(family)) => family::family(&common, &family, catalog),
        Some(Verb::Agenda(agenda)) => family::agenda(&common, &agenda, catalog),
        Some(Verb::Check) => upkeep::check(&common, catalog),
        Some(Verb::Rebuild) => upkeep::rebuild(&common, catalog),
        Some(Verb::Backup) => upkeep::backup(&common, catalog),
        Some(Verb::Restore(restore)) => upkeep::restore(&common, &restore, catalog),
        Some(Verb::Referent(referent)) => upkeep::referent(&common, &referent, catalog),
    }
}

/// The language is needed before the command line is parsed: its help and its faults are in that language.
fn language(arguments: &[OsString]) -> Lang {
    let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let after = texts.iter().position(|text| text == "--lang").and_then(|at| texts.get(at + 1));
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    joined.or(after.map(AsRef::as_ref)).and_then(|code| code.parse().ok()).unwrap_or_else(Lang::from_environment)
}

/// Gives a command, its arguments and its subcommands their help out of the catalogue: `cli-<command>` and `cli-arg-<name>`.
fn speak(command: Clap, catalog: &Catalog, id: &str) -> Clap {
    let about = catalog.text(id).into_owned();
    let arguments: Vec<_> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    let subcommands: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command.about(about).disable_help_flag(false);
    for name in arguments.into_iter().filter(|name| name != "help" && name != "version") {
        let help = catalog.text(&format!("cli-arg-{}", name.replace('_', "-"))).into_owned();
        command = command.mut_arg(name, |argument| argument.help(help));
    }
    for name in subcommands {
        let sub = format!("{id}-{name}");
        command = command.mut_subcommand(name, |command| speak(command, catalog, &sub));
    }
    command
}
