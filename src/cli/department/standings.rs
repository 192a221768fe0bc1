//! `jalon department` without a command: where the hand-off with each antenna stands.

use std::process::ExitCode;

use chrono::NaiveDate;

use super::open;
use crate::app::department::AntennaStanding;
use crate::base::locale::{Catalog, Fact};
use crate::cli::Common;
use crate::cli::output::{self, Failure};

/// Where the hand-off with each antenna stands.
pub(super) fn standings(common: &Common, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let department = open(common, catalog)?;
    let standings = department.standings()?;
    if standings.is_empty() {
        output::print(&catalog.text("cli-department-no-antenna"));
    }
    for standing in &standings {
        output::print(&standing_line(standing, department.app().today(), catalog));
        let refused = department.refused_of(&standing.antenna)?;
        for told in refused.iter().flat_map(|line| line.told(catalog)) {
            output::print(&format!("  {told}"));
        }
        let there = department.refused_there(&standing.antenna)?;
        if !there.is_empty() {
            output::print(&format!("  {}", catalog.text("streams-refused-there-title")));
        }
        for told in there.iter().flat_map(|part| part.told(catalog)) {
            output::print(&format!("  {told}"));
        }
    }
    let waiting =
        [("orientations", department.orientations(true)?.len()), ("referrals", department.agenda(true)?.len())];
    let facts = waiting.map(|(name, count)| (name, Fact::from(count as u64)));
    output::print(&catalog.text_with("cli-department-waiting", &facts));
    Ok(ExitCode::SUCCESS)
}

fn standing_line(standing: &AntennaStanding, today: NaiveDate, catalog: &Catalog) -> String {
    let facts = [
        ("name", Fact::from(standing.antenna.name.as_str())),
        ("received", Fact::from(standing.received)),
        ("sent", Fact::from(standing.sent)),
        ("acknowledged", Fact::from(standing.acknowledged)),
        ("refused", Fact::from(standing.refused)),
    ];
    let mut lines = vec![catalog.text_with("cli-standing", &facts)];
    match standing.last_on {
        Some(date) => {
            let days = Fact::Number((today - date).num_days());
            // Where another day is taken for today, the bundle may be of a day to come.
            let id = if today < date { "cli-standing-last-ahead" } else { "cli-standing-last" };
            lines.push(catalog.text_with(id, &[("date", Fact::Date(date)), ("days", days)]));
        }
        None => lines.push(catalog.text("cli-standing-nothing").into_owned()),
    }
    if let (Some(first), Some(last)) = (standing.missing.first(), standing.missing.last()) {
        let count = Fact::from(standing.missing.len() as u64);
        let facts = [("first", Fact::from(*first)), ("last", Fact::from(*last)), ("count", count)];
        lines.push(catalog.text_with("streams-missing", &facts));
    }
    if standing.is_silent && standing.revoked.is_none() {
        lines.push(catalog.text("streams-silent").into_owned());
    }
    if standing.frozen {
        lines.push(catalog.text("cli-standing-frozen").into_owned());
    }
    if let Some(revoked) = &standing.revoked {
        let facts = [("date", Fact::Date(revoked.on)), ("reason", Fact::from(revoked.reason.as_str()))];
        lines.push(catalog.text_with("cli-standing-revoked", &facts));
    }
    lines.join("\n  ")
}
