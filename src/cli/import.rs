//! `jalon import`: lists of orientations from the solidarity centres, shown line by line, then received together or not at all.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::output::{self, Failure};
use super::{Common, enrolment, session};
use crate::app::orientations::{self, Direction, ListLine, OrientationList, Standing};
use crate::base::id::CenterCode;
use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::domain::refusal::Refusal;

#[derive(Args)]
pub(crate) struct Import {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only shows what would be received.
    #[arg(long)]
    pub(super) preview: bool,
    /// Receives the lines that can be, though others are refused.
    #[arg(long)]
    only_valid: bool,
    /// The centre that sent the lists, where no column names one.
    #[arg(long, value_name = "MDS")]
    mds: Option<String>,
    /// Writes what is refused as a list for its sender.
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
}

pub(crate) fn run(common: &Common, import: &Import, catalog: &Catalog) -> Result<ExitCode, Failure> {
    if import.files.iter().any(|path| enrolment::is_bundle(path)) {
        return match import.files.iter().find(|path| !enrolment::is_bundle(path)) {
            None => enrolment::take_in(common, &import.files, catalog),
            Some(list) => {
                let facts = vec![("file", Fact::from(list.display().to_string()))];
                Err(Failure::Said("cli-import-lists-or-bundles", facts))
            }
        };
    }
    if import.errors.is_some() && import.files.len() > 1 {
        // Two lists have two sets of columns.
        return Err(Failure::Said("cli-import-one-report", Vec::new()));
    }
    let mut app =
        if import.preview { session::open_to_read(common, catalog)? } else { session::open(common, catalog)? };
    let sender = import.mds.as_deref().map(CenterCode::from);
    if let Some(code) = sender.as_ref().filter(|code| app.antenna().center(code).is_none()) {
        return Err(Failure::App(Refusal::CenterUnknown { center: code.to_string() }.into()));
    }
    let mut lists = Vec::new();
    let mut paths = BTreeSet::new();
    for path in &import.files {
        if !paths.insert(path) {
            continue;
        }
        match orientations::read(path, app.antenna(), app.today(), sender.as_ref()) {
            Ok(list) => lists.push(list),
            Err(fault) => {
                enrolment::not_read(path, &Failure::App(fault.into()), catalog);
                return Ok(ExitCode::from(1));
            }
        }
    }
    app.judge(&mut lists)?;
    for list in &lists {
        output::print(&previewed(list, Direction::Received, catalog));
    }
    let refused: usize = lists.iter().map(|list| list.refused().count()).sum();
    if let (Some(path), [list], 1..) = (&import.errors, lists.as_slice(), refused) {
        list.write_report(path, catalog)?;
        let facts = [("path", Fact::from(path.display().to_string()))];
        output::say(&catalog.text_with("cli-import-report", &facts));
    }
    let stops = refused > 0 && !import.only_valid;
    if import.preview {
        return Ok(ExitCode::from(u8::from(stops)));
    }
    if stops {
        output::say(&catalog.text_with("cli-import-nothing", &[("count", number(refused))]));
        output::say(&catalog.hint("cli-import-nothing", &[]).unwrap_or_default());
        return Ok(ExitCode::from(1));
    }
    let received = app.receive(&mut lists)?;
    app.close()?;
    output::print(&catalog.text_with("cli-import-received", &[("count", number(received.families.len()))]));
    Ok(ExitCode::SUCCESS)
}

/// The list as a whole, then its lines, each with what is to be known of it.
pub(crate) fn previewed(list: &OrientationList, direction: Direction, catalog: &Catalog) -> String {
    let facts = [
        ("file", Fact::from(list.file.as_str())),
        ("count", number(list.lines.len())),
        ("ready", number(list.count(Standing::Ready))),
        ("look", number(list.count(Standing::ToLookAt))),
        ("known", number(list.count(Standing::Known))),
        ("refused", number(list.count(Standing::Refused))),
    ];
    let told = match direction {
        Direction::Received => "cli-import-list",
        Direction::Sent => "cli-department-list",
    };
    let mut lines = vec![catalog.text_with(told, &facts)];
    lines.extend(list.notes(catalog));
    for line in &list.lines {
        let facts = [("number", Fact::from(line.number))];
        let standing = line.standing();
        lines.push(format!(
            "{} {}  {}  {}  {}",
            line.sign(),
            SafeText::line(&catalog.text_with("cli-import-line", &facts)).pad(10),
            SafeText::line(&line.name).pad(30),
            SafeText::line(&line.matricule).pad(10),
            catalog.text(standing.id(direction)),
        ));
        lines.extend(worth_saying(line, direction, catalog).into_iter().map(|detail| format!("    {detail}")));
    }
    lines.join("\n")
}

/// Of a line, what passes goes without saying.
fn worth_saying(line: &ListLine, direction: Direction, catalog: &Catalog) -> Vec<String> {
    let details = line.details(direction, catalog);
    details.into_iter().filter(|detail| !detail.starts_with('✓')).collect()
}

fn number(count: usize) -> Fact {
    Fact::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
