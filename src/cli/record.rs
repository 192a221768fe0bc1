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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::*;
    use crate::cli::bundles::ACT_SCHEMA;
    use crate::domain::testing::{FAMILY_ACTS, place_of};

    fn schema() -> Value {
        serde_json::from_str(ACT_SCHEMA).unwrap()
    }

    /// A line of every act, all members filled in.
    fn lines() -> Vec<Value> {
        let line = |act: &&str| {
            let mut line: Value = serde_json::from_str(act).unwrap();
            line["family"] = json!("7654321");
            line
        };
        FAMILY_ACTS.iter().map(line).collect()
    }

    /// Whether the program reads a line, and whether the schema allows it.
    fn read_and_allowed(line: &Value) -> (bool, bool) {
        let read = serde_json::from_str::<Line>(&line.to_string()).is_ok();
        (read, jsonschema::draft202012::is_valid(&schema(), line))
    }

    #[test]
    fn the_schema_of_acts_is_a_schema() {
        assert!(jsonschema::draft202012::meta::is_valid(&schema()));
    }

    #[test]
    fn every_act_is_in_the_schema_and_read_and_the_schema_has_no_other() {
        let mut places = BTreeSet::new();
        for line in lines() {
            assert_eq!(read_and_allowed(&line), (true, true), "{line}");
            places.insert(place_of(&serde_json::from_value::<Line>(line).unwrap().act));
        }
        assert_eq!(places.len(), schema()["oneOf"].as_array().unwrap().len());
    }

    #[test]
    fn a_line_without_a_member_with_one_more_or_of_another_type_is_read_exactly_when_the_schema_allows_it() {
        for line in lines() {
            let members: Vec<String> = line.as_object().unwrap().keys().cloned().collect();
            for member in &members {
                let mut without = line.clone();
                without.as_object_mut().unwrap().remove(member);
                let (read, allowed) = read_and_allowed(&without);
                assert_eq!(read, allowed, "without {member}: {without}");
                let mut other = line.clone();
                other[member] = json!({"other": 1});
                assert_eq!(read_and_allowed(&other), (false, false), "{member} of another type: {other}");
            }
            let mut more = line.clone();
            more["priority"] = json!(1);
            assert_eq!(read_and_allowed(&more), (false, false), "{more}");
        }
    }
}
