//! `jalon family` and `jalon agenda`: one record with its deadlines, and everything that is due.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::output::{self, Failure};
use super::{Common, session};
use crate::app::{AccessKind, Printout, RefusedPart};
use crate::base::calendar;
use crate::base::locale::Catalog;
use crate::domain::deadline;
use crate::domain::refusal::Refusal;
use crate::report::{ics, sheet, table};

#[derive(Args)]
pub(crate) struct Family {
    #[arg(value_name = "MATRICULE")]
    matricule: String,
    #[arg(long, value_enum, default_value = "text", value_name = "text|json")]
    format: SheetFormat,
    /// Everything held about the person, for her (GDPR art. 15).
    #[arg(long)]
    everything: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum SheetFormat {
    Text,
    Json,
}

#[derive(Args)]
pub(crate) struct Agenda {
    #[arg(long, value_enum, default_value = "text", value_name = "text|ics")]
    format: AgendaFormat,
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    to: Option<NaiveDate>,
    /// Names in the calendar, not only initials.
    #[arg(long)]
    names: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum AgendaFormat {
    Text,
    Ics,
}

pub(crate) fn family(common: &Common, family: &Family, catalog: &Catalog) -> Result<ExitCode, Failure> {
    if let (true, SheetFormat::Json) = (family.everything, family.format) {
        return Err(Failure::Said("cli-everything-is-text", Vec::new()));
    }
    let mut app = session::open_to_read(common, catalog)?;
    let unknown = || Failure::App(Refusal::FamilyUnknown {}.into());
    let id = app.by_matricule(&family.matricule)?.ok_or_else(unknown)?;
    let record = app.family(id)?.ok_or_else(unknown)?;
    let kind = if family.everything { AccessKind::PersonsAccess } else { AccessKind::Printing };
    app.note_access(kind, Some(id));
    app.keep_accesses()?;
    let mut deadlines = deadline::deadlines(&record, app.antenna());
    deadlines.retain(|deadline| deadline.stands_on(app.today()));
    match family.format {
        SheetFormat::Text if family.everything => {
            output::say(&catalog.text("printout-read-again"));
            output::print_raw(&app.printout(id, Printout::Everything, catalog)?);
        }
        SheetFormat::Text => {
            output::print(&sheet::text(&record, &deadlines, app.antenna(), app.today(), catalog));
            let refused = app.refused_families()?;
            tell_refused(refused.iter().filter(|(of, _)| *of == id).map(|(_, part)| part), catalog);
        }
        SheetFormat::Json => output::print_raw(&sheet::json(&record, &deadlines)),
    }
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn agenda(common: &Common, agenda: &Agenda, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let app = session::open_to_read(common, catalog)?;
    let today = app.today();
    // What is overdue is there however long it has been, as on the screen.
    let from = agenda.from.unwrap_or(NaiveDate::MIN);
    let to = agenda.to.unwrap_or_else(|| calendar::add_months(today, 1));
    if to < from {
        return Err(Failure::App(Refusal::PeriodReversed { from, to }.into()));
    }
    let lines: Vec<_> = app
        .agenda(from, to, usize::MAX)?
        .into_iter()
        .map(|line| (line.family.map(|(id, name, _)| (id, name)), line.deadline))
        .collect();
    match agenda.format {
        AgendaFormat::Text => {
            output::print(&table::agenda(&lines, today, catalog));
            tell_refused(app.refused_families()?.iter().map(|(_, part)| part), catalog);
        }
        AgendaFormat::Ics => output::print_raw(&ics::calendar(&lines, agenda.names, catalog)),
    }
    Ok(ExitCode::SUCCESS)
}

/// Names the families that the Département refused, each with the reason and what to do.
pub(super) fn tell_refused<'a>(parts: impl Iterator<Item = &'a RefusedPart>, catalog: &Catalog) {
    let told: Vec<String> = parts.flat_map(|part| part.told(catalog)).collect();
    if !told.is_empty() {
        output::print(&format!("\n{}", catalog.text("refused-families-title")));
        told.iter().for_each(|line| output::print(&format!("  {line}")));
    }
}
