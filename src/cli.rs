//! The commands that need no screen, and the way into the one that does.
//!
//! Each command is a file of its own under `cli/`. All text comes from the catalogue, and all output passes `SafeText`.

mod access;
mod bundles;
mod demo;
mod department;
mod enrolment;
mod family;
mod import;
mod init;
mod output;
mod record;
mod report;
mod screen;
mod session;
mod slip;
mod upkeep;
mod usage;

use std::ffi::OsString;
use std::ops::Deref;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, Args, Command as Clap, FromArgMatches, Subcommand};

use crate::base::locale::{Catalog, Lang};
use output::{Failure, Task};

#[derive(Args)]
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
    #[arg(long, global = true, value_name = "THEME", value_parser = ["dark", "light", "high-contrast", "plain"])]
    pub(crate) theme: Option<String>,
}

#[derive(Subcommand)]
enum Verb {
    Demo(Later<demo::Demo>),
    Init(Later<init::Init>),
    Card(Later<enrolment::Card>),
    Enroll(Later<enrolment::Enroll>),
    Export(Later<bundles::Export>),
    Slip(Later<slip::Slip>),
    Confirm(Later<slip::Confirm>),
    Verify(Later<bundles::Verify>),
    Show(Later<bundles::Show>),
    Schema(Later<bundles::Schema>),
    Record(Later<record::Record>),
    Import(Later<import::Import>),
    Family(Later<family::Family>),
    Agenda(Later<family::Agenda>),
    Report(Later<report::Report>),
    Access(Later<access::Access>),
    Check,
    Rebuild,
    Backup,
    Restore(Later<upkeep::Restore>),
    Referent(Later<upkeep::Referents>),
    Department(Later<department::Office>),
}

impl Verb {
    fn task(&self) -> Task {
        let reads = match self {
            Self::Verify(_) | Self::Show(_) | Self::Schema(_) | Self::Slip(_) | Self::Check => true,
            Self::Family(_) | Self::Agenda(_) | Self::Report(_) | Self::Access(_) => true,
            Self::Export(export) => export.preview,
            Self::Import(import) => import.preview,
            Self::Referent(referents) => referents.only_lists(),
            Self::Department(office) => office.only_reads(),
            Self::Demo(_) | Self::Init(_) | Self::Card(_) | Self::Enroll(_) | Self::Confirm(_) => false,
            Self::Record(_) | Self::Rebuild | Self::Backup | Self::Restore(_) => false,
        };
        if reads { Task::Reads } else { Task::Records }
    }
}

/// The arguments of a command, made where it is the one that was typed: there are dozens of commands, and a person who opens
/// the screen waits for all that is made before. Help needs the whole: clap's commands "for update".
struct Later<T>(T);

impl<T> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Args> Args for Later<T> {
    fn augment_args(command: Clap) -> Clap {
        command.defer(T::augment_args)
    }

    fn augment_args_for_update(command: Clap) -> Clap {
        T::augment_args(command)
    }
}

impl<T: FromArgMatches> FromArgMatches for Later<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        T::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.update_from_arg_matches(matches)
    }
}

/// Runs the command line. Exit status: 0 done, 1 refused, 2 usage.
pub fn run() -> ExitCode {
    keep_memory_off_the_disk();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let catalog = Arc::new(Catalog::new(language(&arguments)));
    let read = |command: Clap| command.try_get_matches_from(&arguments);
    // Help and faults are given their words only where somebody reads them.
    let parsed = read(Verb::augment_subcommands(command()))
        .or_else(|_unspoken| read(speak(Verb::augment_subcommands_for_update(command()), &catalog, "cli")))
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(usage) => return usage::usage(&usage, &typed(&arguments), &catalog),
    };
    let task = cli.verb.as_ref().map_or(Task::Records, Verb::task);
    match execute(cli, &catalog) {
        Ok(code) => output::ended(code, task, &catalog),
        Err(failure) => output::fail(&failure, &catalog),
    }
}

/// After a crash the system may write the memory of a program into a file, and families and keys with it: not this one's.
fn keep_memory_off_the_disk() {
    // Where the system refuses it, the program works all the same.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// The command line without its commands.
fn command() -> Clap {
    Common::augment_args(Clap::new("jalon").version(env!("CARGO_PKG_VERSION")).disable_help_subcommand(true))
}

fn execute(cli: Cli, catalog: &Arc<Catalog>) -> Result<ExitCode, Failure> {
    let Cli { common, verb } = cli;
    match verb {
        None => screen::open(&common, catalog),
        Some(Verb::Demo(demo)) => demo::run(&common, &demo, catalog),
        Some(Verb::Init(init)) => init::run(&common, &init, catalog),
        Some(Verb::Card(card)) => enrolment::card(&common, &card, catalog),
        Some(Verb::Enroll(enroll)) => enrolment::enroll(&common, &enroll, catalog),
        Some(Verb::Export(export)) => bundles::export(&common, &export, catalog),
        Some(Verb::Slip(slip)) => slip::slip(&common, &slip, catalog),
        Some(Verb::Confirm(confirm)) => slip::confirm(&common, &confirm, catalog),
        Some(Verb::Verify(verify)) => bundles::verify(&common, &verify, catalog),
        Some(Verb::Show(show)) => bundles::show(&common, &show, catalog),
        Some(Verb::Schema(schema)) => bundles::schema(&schema),
        Some(Verb::Import(import)) => import::run(&common, &import, catalog),
        Some(Verb::Record(record)) => record::run(&common, &record, catalog),
        Some(Verb::Family(family)) => family::family(&common, &family, catalog),
        Some(Verb::Report(report)) => report::run(&common, &report, catalog),
        Some(Verb::Agenda(agenda)) => family::agenda(&common, &agenda, catalog),
        Some(Verb::Access(access)) => access::access(&common, &access, catalog),
        Some(Verb::Check) => upkeep::check(&common, catalog),
        Some(Verb::Rebuild) => upkeep::rebuild(&common, catalog),
        Some(Verb::Backup) => upkeep::backup(&common, catalog),
        Some(Verb::Restore(restore)) => upkeep::restore(&common, &restore, catalog),
        Some(Verb::Referent(referent)) => upkeep::referent(&common, &referent, catalog),
        Some(Verb::Department(office)) => department::run(&common, &office, catalog),
    }
}

/// The command that was typed, as the catalogue names it: `cli-department-report`.
fn typed(arguments: &[OsString]) -> String {
    let mut command = &Verb::augment_subcommands_for_update(command());
    let mut id = "cli".to_owned();
    for argument in arguments {
        if let Some(under) = command.find_subcommand(argument) {
            id = format!("{id}-{}", under.get_name());
            command = under;
        }
    }
    id
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
    let say = |id: &str| catalog.text(id).into_owned();
    let arguments: Vec<_> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    let subcommands: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let help =
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(say("cli-arg-help")).display_order(200);
    let mut command = command
        .about(say(id))
        .help_template(format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}\n", say("cli-help-usage")))
        .subcommand_help_heading(say("cli-help-commands"))
        .subcommand_value_name(say("cli-help-command"))
        .disable_help_flag(true)
        .disable_version_flag(true);
    for name in arguments {
        let word = name.replace('_', "-");
        // The same word means another file to another command.
        let own = format!("{id}-{word}");
        let help = if id != "cli" && catalog.has(&own) { say(&own) } else { say(&format!("cli-arg-{word}")) };
        command = command.mut_arg(name, |argument| {
            let value =
                argument.get_value_names().and_then(|names| names.first()).map(|name| format!("cli-value-{name}"));
            let argument = match value.filter(|value| catalog.has(value)) {
                Some(value) => argument.value_name(say(&value)),
                None => argument,
            };
            let heading = if argument.is_positional() { "cli-help-arguments" } else { "cli-help-options" };
            // A command's own options come before those that every command has.
            let order = if id == "cli" { 100 } else { 1 };
            let spoken = argument.help(help).help_heading(say(heading)).display_order(order);
            // The values are in the help itself, in the person's language.
            let valued = spoken.get_action().takes_values();
            if valued { spoken.hide_possible_values(true).hide_default_value(true) } else { spoken }
        });
    }
    command = command.arg(help.help_heading(say("cli-help-options")));
    if id == "cli" {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(201);
        command = command.arg(version.help(say("cli-arg-version")).help_heading(say("cli-help-options")));
    }
    for name in subcommands {
        let sub = format!("{id}-{name}");
        command = command.mut_subcommand(name, |command| speak(command, catalog, &sub));
    }
    command
}
