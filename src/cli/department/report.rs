//! `jalon department report`: the figures of art. 7 over all antennas.

use std::process::ExitCode;

use super::open;
use crate::base::locale::Catalog;
use crate::cli::Common;
use crate::cli::output::{self, Failure};
use crate::cli::report::{Asked, Format};
use crate::domain::closure::Measure;
use crate::domain::impact::By;
use crate::report::{consolidated, impact};

pub(super) fn figures(common: &Common, asked: &Asked, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let department = open(common, catalog)?;
    let ((from, to), by) = (asked.span(department.app().today())?, asked.by());
    let counted = department.consolidated(from, to, by)?;
    let all = department.together()?;
    // The conventions are the antennas' own, and come with their bundles.
    all.convention(to).ok_or(Failure::Said("cli-department-nothing-received", Vec::new()))?;
    let told = counted.told(catalog);
    let measure = Measure::of(counted.impact, &all);
    let rows: Vec<_> = counted.antennas.into_iter().map(|(antenna, figures)| (antenna.name, figures)).collect();
    let differences: Vec<_> = counted
        .differences
        .into_iter()
        .map(|one| consolidated::Difference {
            antenna: one.antenna.name,
            indicator: one.indicator,
            stated: one.stated,
            counted: one.counted,
        })
        .collect();
    let reader = impact::Reader::Within;
    let mut tables = consolidated::tables(&rows, &measure.impact.total, &differences, catalog);
    let own = impact::tables(&measure, &all, catalog, reader);
    // By antenna, the total is the last line of the first table.
    tables.extend(own.into_iter().filter(|table| !matches!((by, table.code), (By::Antenna, "groups"))));
    match asked.format {
        Format::Text => {
            output::print(&impact::text(&measure, &tables, &all, catalog, reader));
            if !told.is_empty() {
                output::print(&format!("\n{}", told.join("\n")));
            }
        }
        Format::Csv => output::print_raw(&impact::csv(&tables, catalog)),
        Format::Json => output::print_raw(&impact::json(&measure, &tables, &all, reader)),
    }
    Ok(ExitCode::SUCCESS)
}
