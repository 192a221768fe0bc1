//! A whole file as text: the record part by part, and for the person concerned everything else that is held about her.
//!
//! What is held is decided in `app`; here it is put on paper.

use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::domain::wording::change::ChangeLine;

/// A file to write out. Dates and names come as they are read.
#[derive(Debug, Default)]
pub struct Printout {
    pub name: String,
    pub antenna: String,
    pub department: String,
    pub author: String,
    pub date: String,
    pub record: Vec<ChangeLine>,
    /// For the person concerned only (GDPR art. 15).
    pub everything: Option<Everything>,
}

/// What is held about a person beside her record, and what art. 15 has her told.
#[derive(Debug, Default)]
pub struct Everything {
    /// Months for which the file is kept, and then archived.
    pub kept_months: u32,
    pub archive_months: u32,
    /// Each entry: when, by whom, what; then what it changed.
    pub history: Vec<(String, Vec<ChangeLine>)>,
    /// Each bundle that held the file: its number and day.
    pub bundles: Vec<(u64, String)>,
    /// When the file was consulted, and for what: by whom is not the person's to know (CJEU C-579/21).
    pub accesses: Vec<(String, String)>,
}

/// The printout as lines of text.
pub fn text(printout: &Printout, catalog: &Catalog) -> String {
    let facts = [
        ("name", Fact::from(printout.name.as_str())),
        ("antenna", Fact::from(printout.antenna.as_str())),
        ("department", Fact::from(printout.department.as_str())),
        ("author", Fact::from(printout.author.as_str())),
        ("date", Fact::from(printout.date.as_str())),
    ];
    let mut lines = Vec::new();
    let title = if printout.everything.is_some() { "printout-everything-title" } else { "printout-title" };
    lines.push(catalog.text_with(title, &facts));
    lines.push(catalog.text_with("printout-made", &facts));
    if let Some(everything) = &printout.everything {
        let number = |months: u32| Fact::from(u64::from(months));
        let facts = [
            ("department", Fact::from(printout.department.as_str())),
            ("kept", number(everything.kept_months)),
            ("archived", number(everything.archive_months)),
        ];
        lines.push(String::new());
        lines.push(catalog.text_with("printout-rights", &facts));
    }
    heading(&mut lines, "printout-record", catalog);
    lines.extend(printout.record.iter().map(|line| line.under("")));
    if let Some(everything) = &printout.everything {
        heading(&mut lines, "printout-history", catalog);
        for (entry, changes) in &everything.history {
            lines.push(entry.clone());
            lines.extend(changes.iter().map(|line| line.under("    ")));
        }
        heading(&mut lines, "printout-bundles", catalog);
        for (sequence, date) in &everything.bundles {
            let facts = [("sequence", Fact::from(*sequence)), ("date", Fact::from(date.as_str()))];
            lines.push(catalog.text_with("printout-bundle", &facts));
        }
        none_when(everything.bundles.is_empty(), &mut lines, catalog);
        heading(&mut lines, "printout-accesses", catalog);
        let accesses = everything.accesses.iter().map(|(when, what)| catalog.pair(when, what));
        lines.extend(accesses);
        none_when(everything.accesses.is_empty(), &mut lines, catalog);
    }
    // Line by line: what was typed may hold what a terminal would obey, and breaks of its own.
    let safe = lines.iter().flat_map(|line| line.split('\n')).map(|line| SafeText::line(line).into_string());
    safe.collect::<Vec<_>>().join("\n") + "\n"
}

fn heading(lines: &mut Vec<String>, id: &str, catalog: &Catalog) {
    let title = catalog.text(id);
    lines.extend([String::new(), title.to_uppercase(), "─".repeat(title.chars().count()), String::new()]);
}

fn none_when(empty: bool, lines: &mut Vec<String>, catalog: &Catalog) {
    if empty {
        lines.push(catalog.text("printout-none").into_owned());
    }
}
