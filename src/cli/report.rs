//! `jalon report`: the impact measure of art. 7.

use std::process::ExitCode;

use chrono::{Datelike, NaiveDate};
use clap::{Args, ValueEnum};

use super::output::{self, Failure};
use super::{Common, session};
use crate::app::AccessKind;
use crate::base::locale::Catalog;
use crate::domain::impact::By;
use crate::domain::refusal::Refusal;
use crate::report::impact::{self, Reader};

#[derive(Args)]
pub(crate) struct Report {
    #[command(flatten)]
    asked: Asked,
    /// Without the figures that would tell of too few.
    #[arg(long)]
    published: bool,
}

/// Which figures, and how: the same on both sides.
#[derive(Args)]
pub(super) struct Asked {
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    to: Option<NaiveDate>,
    #[arg(long, value_enum, default_value = "antenna", value_name = "antenna|mds|referent")]
    by: Groups,
    #[arg(long, value_enum, default_value = "text", value_name = "text|csv|json")]
    pub(super) format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Groups {
    Antenna,
    Mds,
    Referent,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    Text,
    Csv,
    Json,
}

impl Asked {
    /// The first and the last day: the year so far, where nothing else is asked.
    ///
    /// # Errors
    /// `DateInFuture` for a last day of a year to come, whose first day nobody typed.
    pub(super) fn span(&self, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), Failure> {
        let to = self.to.unwrap_or(today);
        match (self.from, NaiveDate::from_ymd_opt(to.year(), 1, 1).unwrap_or(to)) {
            (Some(from), _) => Ok((from, to)),
            (None, first) if today < first => Err(Failure::App(Refusal::DateInFuture { field: "to", date: to }.into())),
            (None, first) => Ok((first, to)),
        }
    }

    pub(super) fn by(&self) -> By {
        match self.by {
            Groups::Antenna => By::Antenna,
            Groups::Mds => By::Center,
            Groups::Referent => By::Referent,
        }
    }
}

pub(crate) fn run(common: &Common, report: &Report, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let mut app = session::open_to_read(common, catalog)?;
    let (from, to) = report.asked.span(app.today())?;
    let measured = app.impact(from, to, report.asked.by())?;
    let convention = app.antenna().convention(to).ok_or(Failure::App(Refusal::ConventionMissing {}.into()))?;
    let reader = match report.published {
        true => Reader::Public { least: u64::from(convention.publication.hidden_below) },
        false => Reader::Within,
    };
    let tables = impact::tables(&measured, app.antenna(), catalog, reader);
    match report.asked.format {
        Format::Text => output::print(&impact::text(&measured, &tables, app.antenna(), catalog, reader)),
        Format::Csv => output::print_raw(&impact::period_csv(&measured, &tables, catalog)),
        Format::Json => output::print_raw(&impact::json(&measured, &tables, app.antenna(), reader)),
    }
    app.note_access(AccessKind::Printing, None);
    app.keep_accesses()?;
    Ok(ExitCode::SUCCESS)
}
