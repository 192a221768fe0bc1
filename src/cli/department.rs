//! `jalon department …`: the other side of the hand-off, on its own store.

mod orient;
mod panel;
mod publish;
mod report;
mod standings;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};

use super::init::{confirm, new_passphrase};
use super::output::{self, Failure};
use super::report::Asked;
use super::{Common, enrolment, screen, session};
use crate::app::access::NewReferent;
use crate::app::department::{self, Department};
use crate::app::{SlipOf, TakenIn, read_file};
use crate::base::locale::{Catalog, Fact};

#[derive(Args)]
pub(crate) struct Office {
    #[command(subcommand)]
    verb: Option<Verb>,
}

impl Office {
    pub(super) fn only_reads(&self) -> bool {
        match &self.verb {
            None | Some(Verb::Report(_) | Verb::Slip(_) | Verb::Identity) => true,
            Some(Verb::Orient(orient)) => orient.preview,
            Some(Verb::Decide(decide)) => decide.referral.is_none(),
            Some(Verb::Publish(publish)) => publish.plan.is_none(),
            Some(Verb::Init(_) | Verb::Card(_) | Verb::Enroll(_) | Verb::Revoke(_) | Verb::Receive(_)) => false,
            Some(Verb::Presence(_) | Verb::Again(_)) => false,
        }
    }
}

#[derive(Subcommand)]
enum Verb {
    Init(Init),
    Card(Out),
    Enroll(Enroll),
    Revoke(Revoke),
    Orient(orient::Orient),
    Receive(Receive),
    Decide(panel::Decide),
    Publish(publish::Publish),
    Report(Asked),
    Presence(Out),
    Slip(Slip),
    Again(Again),
    Identity,
}

#[derive(Args)]
struct Out {
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Args)]
struct Init {
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
}

#[derive(Args)]
struct Enroll {
    #[arg(value_name = "FILE")]
    card: PathBuf,
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Revoke {
    #[arg(value_name = "NAME")]
    antenna: String,
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[arg(long, value_name = "N")]
    until: Option<u64>,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Receive {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Again {
    #[arg(value_name = "NAME")]
    antenna: String,
    #[arg(value_name = "N")]
    number: u64,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Slip {
    #[arg(value_name = "NAME")]
    antenna: String,
    #[arg(value_name = "N")]
    number: u64,
    /// Of the antenna's receipt for a bundle of ours; else of ours for one of the antenna.
    #[arg(long)]
    sent: bool,
}

impl Out {
    fn directory(&self) -> &Path {
        self.out.as_deref().unwrap_or(Path::new("."))
    }
}

pub(crate) fn run(common: &Common, office: &Office, catalog: &Arc<Catalog>) -> Result<ExitCode, Failure> {
    match &office.verb {
        // A person reads the screen, a pipe the lines.
        None if io::stdin().is_terminal() && io::stdout().is_terminal() => screen::of_department(common, catalog),
        None => standings::standings(common, catalog),
        Some(Verb::Init(init)) => found(common, init, catalog),
        Some(Verb::Card(out)) => {
            let mut department = open(common, catalog)?;
            let given = department.give_card(out.directory())?;
            department.close()?;
            output::say(&catalog.text_with("cli-department-words", &[("words", Fact::Text(given.words.join(" ")))]));
            output::print(&given.path.display().to_string());
            Ok(ExitCode::SUCCESS)
        }
        Some(Verb::Enroll(enroll)) => {
            let bytes = read_file(&enroll.card)?;
            let mut department = open(common, catalog)?;
            // A card that is refused costs nobody twelve words.
            let party = department.read_card(&bytes)?;
            if department.replaces_keys(&bytes)? {
                output::say(&catalog.text_with("words-card-replaces", &[("name", Fact::from(party.name.as_str()))]));
            }
            let typed = match &enroll.words {
                Some(words) => words.clone(),
                None => session::ask("cli-ask-words", "--words", catalog)?,
            };
            let enrolled = department.enrol(&bytes, &typed, enroll.out.directory())?;
            let facts =
                [("name", Fact::from(enrolled.antenna.name.as_str())), ("version", Fact::from(enrolled.version))];
            output::say(&catalog.text_with("cli-department-enrolled", &facts));
            written(department, &enrolled.files)
        }
        Some(Verb::Revoke(revoke)) => {
            let mut department = open(common, catalog)?;
            let antenna = department.antenna_named(&revoke.antenna)?;
            let files = department.revoke(&antenna, &revoke.reason, revoke.until, revoke.out.directory())?;
            let facts = [("name", Fact::from(antenna.name.as_str()))];
            output::say(&catalog.text_with("cli-department-revoked", &facts));
            written(department, &files)
        }
        Some(Verb::Orient(orient)) => orient::send_orientations(common, orient, catalog),
        Some(Verb::Receive(receive)) => {
            let mut department = open(common, catalog)?;
            department.takes_bundles(receive.out.directory(), 0)?;
            let (mut refused, mut own) = (false, 0_u64);
            department.take_in_each(&receive.files, |path, antenna, taken| {
                own += u64::from(matches!(taken, Ok(TakenIn::Own)));
                refused |= enrolment::is_refused(path, antenna, taken, catalog);
            })?;
            if own > 0 {
                output::print(&catalog.text_with("taken-own", &[("count", Fact::from(own))]));
            }
            let files = department.answer(receive.out.directory())?;
            written(department, &files)?;
            Ok(ExitCode::from(u8::from(refused)))
        }
        Some(Verb::Decide(decide)) => panel::panel(common, decide, catalog),
        Some(Verb::Publish(publish)) => publish::publication(common, publish, catalog),
        Some(Verb::Report(asked)) => report::figures(common, asked, catalog),
        Some(Verb::Presence(out)) => {
            let mut department = open(common, catalog)?;
            let files = department.send_presence(out.directory())?;
            written(department, &files)
        }
        Some(Verb::Identity) => {
            let mut department = open(common, catalog)?;
            let identity = department.identity()?;
            let keys = department.signing_keys()?;
            department.close()?;
            output::say(&catalog.text("cli-department-identity-warning"));
            for (name, key) in keys {
                let facts = [("name", Fact::Text(name)), ("key", Fact::Text(key))];
                output::say(&catalog.text_with("cli-department-signing-key", &facts));
            }
            output::print_raw(&identity);
            Ok(ExitCode::SUCCESS)
        }
        Some(Verb::Slip(slip)) => {
            let department = open(common, catalog)?;
            let antenna = department.antenna_named(&slip.antenna)?;
            let of = if slip.sent { SlipOf::Sealed } else { SlipOf::Came };
            output::print_raw(&department.slip(&antenna, of, slip.number, catalog)?);
            Ok(ExitCode::SUCCESS)
        }
        Some(Verb::Again(again)) => {
            let department = open(common, catalog)?;
            let antenna = department.antenna_named(&again.antenna)?;
            let path = department.send_again(&antenna, again.number, again.out.directory())?;
            written(department, &[path])
        }
    }
}

fn open(common: &Common, catalog: &Catalog) -> Result<Department, Failure> {
    let directory = session::directory(common)?;
    let opener = session::opener(common, &directory, catalog)?;
    Ok(department::open(&directory, &opener, session::clock(common))?)
}

/// Puts the store away and names the files to hand over.
fn written(department: Department, files: &[PathBuf]) -> Result<ExitCode, Failure> {
    department.close()?;
    for path in files {
        output::print(&path.display().to_string());
    }
    Ok(ExitCode::SUCCESS)
}

fn found(common: &Common, init: &Init, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let directory = session::directory(common)?;
    let answered = |given: &Option<String>, id, option| match given {
        Some(text) => Ok(text.clone()),
        None => session::ask(id, option, catalog),
    };
    let name = answered(&init.department, "cli-ask-department", "--department")?;
    let agent = answered(&init.name, "cli-ask-referent", "--as")?;
    let passphrase = match &common.passphrase_file {
        Some(file) => session::secret_file(file)?,
        None => new_passphrase("--passphrase-file", catalog)?,
    };
    let agent = NewReferent { name: agent, passphrase };
    let (department, recovery) = department::create(&directory, &name, &agent, session::clock(common))?;
    department.close()?;
    output::say(&catalog.text_with("cli-department-done", &[("path", Fact::from(directory.display().to_string()))]));
    output::print_code(&recovery, catalog);
    if common.passphrase_file.is_none() {
        confirm(&recovery, catalog)?;
    }
    Ok(ExitCode::SUCCESS)
}
