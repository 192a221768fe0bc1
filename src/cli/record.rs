//! `jalon record`: the acts of the forms as JSON lines, each accepted, or refused with its rule.
//!
//! A refused line writes nothing; the others are kept. Bulk entry and migration go the same way as a form.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Deserialize;

use super::output::{self, Failure};
use super::{Common, session};
use crate::app::{App, AppError, Command, Outcome};
use crate::base::locale::{Catalog, Fact};
use crate::domain::FamilyAct;
use crate::domain::refusal::Refusal;

#[derive(Args)]
pub(crate) struct Record {
    #[arg(value_name = "FILE.jsonl")]
    file: PathBuf,
}

/// One line: the family's CAF number, and the act.
#[derive(Deserialize)]
struct Line {
    family: String,
    #[serde(flatten)]
    act: FamilyAct,
}

/// Longest line read, in bytes.
const LONGEST_LINE: u64 = 1024 * 1024;

/// Lines written in one transaction.
const TOGETHER: usize = 200;

pub(crate) fn run(common: &Common, record: &Record, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let path = &record.file;
    let file = File::open(path).map_err(|error| Failure::file(path, &error))?;
    let mut reader = BufReader::new(file);
    let mut app = session::open(common, catalog)?;
    let mut tally = Tally { catalog, accepted: 0, refused: 0 };
    let mut held: Vec<(u64, Command)> = Vec::new();
    for number in 1_u64.. {
        let mut bytes = Vec::new();
        let read = reader.by_ref().take(LONGEST_LINE + 1).read_until(b'\n', &mut bytes);
        if read.map_err(|error| Failure::file(path, &error))? == 0 {
            break;
        }
        if bytes.len() as u64 > LONGEST_LINE {
            // What follows on the same line cannot be told from a next one: nothing more is read.
            tally.malformed(number, 0);
            break;
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let line: Line = match serde_json::from_slice(&bytes) {
            Ok(line) => line,
            Err(fault) => {
                tally.malformed(number, fault.column());
                continue;
            }
        };
        match command(&mut app, &mut held, &mut tally, line)? {
            Ok(command) => held.push((number, command)),
            Err(refusal) => tally.refuse(number, refusal),
        }
        if held.len() >= TOGETHER {
            write(&mut app, &mut held, &mut tally)?;
        }
    }
    write(&mut app, &mut held, &mut tally)?;
    app.close()?;
    let facts = [("accepted", Fact::from(tally.accepted)), ("refused", Fact::from(tally.refused))];
    output::print(&catalog.text_with("cli-recorded", &facts));
    Ok(ExitCode::from(u8::from(tally.refused > 0)))
}

/// The command of a line. Lines held back are written first when the family is one that they may bring.
fn command(
    app: &mut App,
    held: &mut Vec<(u64, Command)>,
    tally: &mut Tally<'_>,
    line: Line,
) -> Result<Result<Command, Refusal>, AppError> {
    let mut family = app.by_matricule(&line.family)?;
    if family.is_none() && !held.is_empty() {
        write(app, held, tally)?;
        family = app.by_matricule(&line.family)?;
    }
    Ok(match (family, &line.act) {
        (Some(_), _) => Ok(Command::Family { family, act: line.act }),
        (None, FamilyAct::ReceiveOrientation(act)) => {
            let same = |text: &str| text.split_whitespace().collect::<String>().to_uppercase();
            // A line that names one family and describes another is a slip of whoever wrote it.
            if same(&act.matricule) == same(&line.family) {
                Ok(Command::Family { family: None, act: line.act })
            } else {
                Err(Refusal::FamilyUnknown {})
            }
        }
        (None, _) => Err(Refusal::FamilyUnknown {}),
    })
}

fn write(app: &mut App, held: &mut Vec<(u64, Command)>, tally: &mut Tally<'_>) -> Result<(), AppError> {
    let (numbers, commands): (Vec<_>, Vec<_>) = std::mem::take(held).into_iter().unzip();
    let outcomes: Vec<Result<Outcome, Refusal>> = app.execute_many(commands)?;
    for (number, outcome) in numbers.into_iter().zip(outcomes) {
        match outcome {
            Ok(_) => tally.accepted += 1,
            Err(refusal) => tally.refuse(number, refusal),
        }
    }
    Ok(())
}

struct Tally<'a> {
    catalog: &'a Catalog,
    accepted: u64,
    refused: u64,
}

impl Tally<'_> {
    fn refuse(&mut self, number: u64, refusal: Refusal) {
        self.refused += 1;
        let (text, hint) = output::explain(&Failure::App(refusal.into()), self.catalog);
        let facts = [("line", Fact::from(number)), ("fault", Fact::from(text))];
        output::say(&format!("{} {}", self.catalog.text_with("cli-line-refused", &facts), hint.unwrap_or_default()));
    }

    /// The place alone: serde's own message may quote what the line says of a person.
    fn malformed(&mut self, number: u64, column: usize) {
        self.refused += 1;
        let facts = [("line", Fact::from(number)), ("column", Fact::from(column as u64))];
        output::say(&self.catalog.text_with("cli-line-malformed", &facts));
        output::say(&self.catalog.hint("cli-line-malformed", &facts).unwrap_or_default());
    }
}
