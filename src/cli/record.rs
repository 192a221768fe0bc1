//! `jalon record`: the acts of the forms as JSON lines, each accepted, or refused with its rule.
//!
//! A refused line writes nothing; the others are kept. Bulk entry and migration go the same way as a form.

mod fault;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Deserialize;

use super::output::{self, Failure};
use super::{Common, session};
use crate::app::{App, AppError, Command, GivenLine, GivenLines, LineOutcome};
use crate::base::locale::{Catalog, Fact};
use crate::domain::FamilyAct;
use crate::domain::antenna::AntennaAct;
use crate::domain::refusal::Refusal;
use fault::Fault;

#[derive(Args)]
pub(crate) struct Record {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// One line: an act of a family, with its CAF number, or an act of the antenna.
enum Line {
    Family(FamilyLine),
    Antenna(AntennaAct),
}

#[derive(Deserialize)]
struct FamilyLine {
    family: String,
    #[serde(flatten)]
    act: FamilyAct,
}

impl Line {
    fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let family = serde_json::from_slice(bytes).map(Self::Family);
        let line = family.or_else(|_| serde_json::from_slice(bytes).map(Self::Antenna));
        line.map_err(|_| fault::of(bytes))
    }
}

/// Longest line read, in bytes.
const LONGEST_LINE: u64 = 1024 * 1024;

/// What is passed over of a line before the rest of the file is left unread: `/dev/zero` never ends.
const LONGEST_PASSED_OVER: u64 = 64 * 1024 * 1024;

/// What some programs write at the beginning of a text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Lines written in one transaction.
const TOGETHER: usize = 200;

pub(crate) fn run(common: &Common, record: &Record, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let unread = |error: io::Error| Failure::file(&record.file, &error);
    let mut lines = BufReader::new(File::open(&record.file).map_err(unread)?);
    // A directory opens and does not read: better told before the passphrase is asked.
    lines.fill_buf().map_err(unread)?;
    let mut app = session::open(common, catalog)?;
    let mut tally = Tally { catalog, accepted: 0, refused: 0, before: 0, malformed: false };
    let done = every_line(&mut app, &mut lines, &mut tally, record);
    if tally.before > 0 {
        let facts = [("count", Fact::from(tally.before))];
        output::say(&catalog.text_with("cli-recorded-before", &facts));
        output::say(&catalog.hint("cli-recorded-before", &facts).unwrap_or_default());
    }
    let facts = [("accepted", Fact::from(tally.accepted)), ("refused", Fact::from(tally.refused))];
    let counts = catalog.text_with("cli-recorded", &facts);
    if let Err(failure) = done {
        // What was recorded before the fault stays: given again, the file goes on from there.
        output::say(&counts);
        return Err(failure);
    }
    app.close()?;
    if tally.malformed {
        output::say(&catalog.text("cli-lines-schema"));
    }
    if tally.refused > 0 {
        output::say(&catalog.text("cli-lines-hint"));
    }
    output::print(&counts);
    Ok(ExitCode::from(u8::from(tally.refused > 0)))
}

/// A line that awaits its transaction: its number, itself, its command.
type Held = (u64, GivenLine, Command);

fn every_line(
    app: &mut App,
    lines: &mut BufReader<File>,
    tally: &mut Tally<'_>,
    record: &Record,
) -> Result<(), Failure> {
    let (mut given, mut held) = (GivenLines::default(), Vec::new());
    for number in 1_u64.. {
        let line = match next_line(lines).map_err(|error| Failure::file(&record.file, &error))? {
            None => break,
            Some(Ok(bytes)) => {
                let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).filter(|_| number == 1).unwrap_or(&bytes);
                if bytes.trim_ascii().is_empty() {
                    continue;
                }
                let itself = given.next(bytes);
                if app.is_recorded(itself)? {
                    tally.before += 1;
                    continue;
                }
                Line::read(bytes).map(|line| (itself, line))
            }
            Some(Err(fault)) => Err(fault),
        };
        match line {
            Ok((itself, line)) => match command(app, &mut held, tally, line)? {
                Ok(command) => held.push((number, itself, command)),
                Err(refusal) => tally.refuse(number, refusal),
            },
            Err(fault) => {
                // What is told is told in the order of the file.
                write(app, &mut held, tally)?;
                if fault == Fault::Endless {
                    return Err(Failure::Said("cli-line-endless", vec![("line", Fact::from(number))]));
                }
                tally.malformed(number, &fault);
            }
        }
        if held.len() >= TOGETHER {
            write(app, &mut held, tally)?;
        }
    }
    Ok(write(app, &mut held, tally)?)
}

/// The next line, none at the end; of one that is too long, the rest is passed over.
fn next_line(lines: &mut BufReader<File>) -> io::Result<Option<Result<Vec<u8>, Fault>>> {
    let mut bytes = Vec::new();
    if lines.by_ref().take(LONGEST_LINE + 1).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.len() as u64 <= LONGEST_LINE || bytes.ends_with(b"\n") {
        return Ok(Some(Ok(bytes)));
    }
    let passed_over = lines.by_ref().take(LONGEST_PASSED_OVER).skip_until(b'\n')? as u64;
    Ok(Some(Err(if passed_over < LONGEST_PASSED_OVER { Fault::TooLong } else { Fault::Endless })))
}

/// The command of a line. Lines held back are written first when the family is one that they may bring.
fn command(
    app: &mut App,
    held: &mut Vec<Held>,
    tally: &mut Tally<'_>,
    line: Line,
) -> Result<Result<Command, Refusal>, AppError> {
    let line = match line {
        Line::Family(line) => line,
        Line::Antenna(act) => return Ok(Ok(Command::Antenna(act))),
    };
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

fn write(app: &mut App, held: &mut Vec<Held>, tally: &mut Tally<'_>) -> Result<(), AppError> {
    let (numbers, lines): (Vec<_>, Vec<_>) =
        held.drain(..).map(|(number, itself, command)| (number, (itself, command))).unzip();
    let outcomes = app.execute_lines(lines)?;
    for (number, outcome) in numbers.into_iter().zip(outcomes) {
        match outcome {
            LineOutcome::Recorded(_) => tally.accepted += 1,
            LineOutcome::RecordedBefore => tally.before += 1,
            LineOutcome::Refused(refusal) => tally.refuse(number, refusal),
        }
    }
    Ok(())
}

struct Tally<'a> {
    catalog: &'a Catalog,
    accepted: u64,
    refused: u64,
    /// Recorded by an earlier run, or by another that goes on.
    before: u64,
    malformed: bool,
}

impl Tally<'_> {
    fn refuse(&mut self, number: u64, refusal: Refusal) {
        let (text, hint) = output::explain(&Failure::App(refusal.into()), self.catalog);
        let facts = [("line", Fact::from(number)), ("fault", Fact::from(text))];
        let said = self.catalog.text_with("cli-line-refused", &facts);
        self.refused += 1;
        output::say(&format!("{said} {}", hint.unwrap_or_default()));
    }

    fn malformed(&mut self, number: u64, fault: &Fault) {
        let facts = [("line", Fact::from(number)), ("fault", Fact::from(fault.explain(self.catalog)))];
        self.refused += 1;
        self.malformed = true;
        output::say(&self.catalog.text_with("cli-line-refused", &facts));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use std::collections::BTreeSet;
    use std::sync::OnceLock;

    use serde_json::{Value, json};

    use super::*;
    use crate::cli::bundles::ACT_SCHEMA;
    use crate::domain::testing::{FAMILY_ACTS, antenna_acts, place_of, place_of_antenna};

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
        FAMILY_ACTS.iter().map(line).chain(antenna_acts()).collect()
    }

    /// Whether the program reads a line, and whether the schema allows it.
    fn read_and_allowed(line: &Value) -> (bool, bool) {
        static VALIDATOR: OnceLock<jsonschema::Validator> = OnceLock::new();
        let validator = VALIDATOR.get_or_init(|| jsonschema::draft202012::new(&schema()).unwrap());
        (Line::read(line.to_string().as_bytes()).is_ok(), validator.is_valid(line))
    }

    /// The place of every object of a line, itself first.
    fn objects(value: &Value, place: &str, found: &mut Vec<String>) {
        let inside: Vec<(String, &Value)> = match value {
            Value::Object(members) => {
                found.push(place.to_owned());
                members.iter().map(|(name, value)| (format!("{place}/{name}"), value)).collect()
            }
            Value::Array(items) => {
                items.iter().enumerate().map(|(at, value)| (format!("{place}/{at}"), value)).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        };
        inside.into_iter().for_each(|(place, value)| objects(value, &place, found));
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
            places.insert(match Line::read(line.to_string().as_bytes()).unwrap() {
                Line::Family(line) => ("family", place_of(&line.act)),
                Line::Antenna(act) => ("antenna", place_of_antenna(&act)),
            });
        }
        assert_eq!(places.len(), schema()["oneOf"].as_array().unwrap().len());
    }

    #[test]
    fn a_line_without_a_member_with_one_more_or_of_another_type_is_read_exactly_when_the_schema_allows_it() {
        for line in lines() {
            let mut places = Vec::new();
            objects(&line, "", &mut places);
            for place in places {
                let altered = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
                    let mut altered = line.clone();
                    change(altered.pointer_mut(&place).unwrap().as_object_mut().unwrap());
                    altered
                };
                let members: Vec<String> = line.pointer(&place).unwrap().as_object().unwrap().keys().cloned().collect();
                for member in &members {
                    let without = altered(&|object| {
                        object.remove(member);
                    });
                    let (read, allowed) = read_and_allowed(&without);
                    assert_eq!(read, allowed, "without {place}/{member}: {without}");
                    let other = altered(&|object| {
                        object.insert(member.clone(), json!({"other": 1}));
                    });
                    assert_eq!(read_and_allowed(&other), (false, false), "{place}/{member} of another type");
                }
                let more = altered(&|object| {
                    object.insert("weather".into(), json!(1));
                });
                assert_eq!(read_and_allowed(&more), (false, false), "one member more in {place}: {more}");
                let fault = fault::of(more.to_string().as_bytes());
                assert!(matches!(&fault, Fault::Unknown(name) if name.ends_with("weather")), "{place}: {fault:?}");
            }
        }
    }
}
