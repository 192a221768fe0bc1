//! The impact measure as tables: text to read, delimited text for a spreadsheet, JSON for a program.
//!
//! A published table leaves out what would tell of too few (statistical secrecy).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::delimited;
use crate::base::locale::{Catalog, Fact};
use crate::base::money::Cents;
use crate::base::safe_text::SafeText;
use crate::domain::antenna::AntennaRecord;
use crate::domain::closure::{Correction, Measure};
use crate::domain::convention::Convention;
use crate::domain::impact::{Group, Impact, ScaleFigures, published};
use crate::domain::indicator::{Indicator, Indicators};
use crate::domain::partnership::PartnershipNote;

/// Whether small figures are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The antenna itself.
    Within,
    /// Whoever a table is published to: figures under this many are hidden.
    Public { least: u64 },
}

/// One table: a name, what its columns are, its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The message of its title, `impact-table-<code>`.
    pub code: &'static str,
    pub columns: Vec<Column>,
    pub lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub code: String,
    pub label: String,
    /// For a column as wide as a figure.
    pub short: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub code: String,
    pub label: String,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    Count(u64),
    Money(Cents),
    Hidden,
}

impl Cell {
    /// The figure as a person reads it.
    pub fn text(self, catalog: &Catalog) -> String {
        match self {
            Self::Count(count) => catalog.number(i64::try_from(count).unwrap_or(i64::MAX)),
            Self::Money(amount) => catalog.money(amount),
            Self::Hidden => catalog.text("impact-hidden").into_owned(),
        }
    }

    fn json(self) -> Value {
        match self {
            Self::Count(count) => json!(count),
            Self::Money(Cents(cents)) => json!(cents),
            Self::Hidden => Value::Null,
        }
    }

    /// The figure as a spreadsheet computes with it.
    fn plain(self, catalog: &Catalog) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Money(Cents(cents)) => {
                let mark = catalog.text("decimal-mark");
                format!("{}{mark}{:02}", cents / 100, cents % 100)
            }
            Self::Hidden => catalog.text("impact-hidden").into_owned(),
        }
    }
}

/// The tables of a period: by group, by month, by kind, the scales, and what was corrected since it was closed.
pub fn tables(measure: &Measure, antenna: &AntennaRecord, catalog: &Catalog, reader: Reader) -> Vec<Table> {
    let impact = &measure.impact;
    let version = antenna.convention(impact.to);
    let shown = Shown::of(impact, antenna, catalog, reader);
    let mut tables = vec![groups(impact, antenna, catalog, &shown)];
    if impact.months.len() > 1 {
        tables.push(months(impact, catalog, &shown));
    }
    tables.push(kinds(impact, version, catalog, &shown));
    tables.push(scales(impact, version, catalog, reader));
    if reader == Reader::Within {
        tables.push(corrections(measure, antenna, catalog));
    }
    tables.retain(|table| !table.lines.is_empty());
    tables
}

pub(super) fn columns(catalog: &Catalog) -> Vec<Column> {
    let mut columns = Vec::new();
    for indicator in Indicator::ALL {
        columns.push(column(indicator.id(), catalog));
        if indicator == Indicator::FinancialInterventions {
            columns.push(column("indicator-granted", catalog));
        }
    }
    columns
}

pub(super) fn column(id: &str, catalog: &Catalog) -> Column {
    Column {
        code: id.split_once('-').map_or(id, |(_, code)| code).replace('-', "_"),
        label: catalog.text(id).into_owned(),
        short: catalog.attribute(id, "short").into_owned(),
    }
}

/// Which figures show, of each indicator in the order of [`Indicator::ALL`]: its total is one figure, and the tables are read together.
struct Shown {
    total: Vec<bool>,
    groups: Vec<Vec<bool>>,
    months: Vec<Vec<bool>>,
    kinds: Vec<Vec<bool>>,
}

impl Shown {
    fn of(impact: &Impact, antenna: &AntennaRecord, catalog: &Catalog, reader: Reader) -> Self {
        let mut shown = Self { total: Vec::new(), groups: Vec::new(), months: Vec::new(), kinds: Vec::new() };
        let groups = group_rows(impact, antenna, catalog);
        for indicator in Indicator::ALL {
            let groups = groups.iter().map(|(_, _, figures)| figures.of(indicator)).collect();
            let months: Vec<u64> = impact.months.values().map(|figures| figures.of(indicator)).collect();
            // One month is the period itself, and has no table.
            let months = if months.len() > 1 { months } else { Vec::new() };
            let kinds = kind_counts(impact, indicator).into_iter().map(|(_, count, _)| count).collect();
            let (total, columns) = shows(&[groups, months, kinds], impact.total.of(indicator), reader);
            let [groups, months, kinds] = <[Vec<bool>; 3]>::try_from(columns).unwrap_or_default();
            shown.total.push(total);
            shown.groups.push(groups);
            shown.months.push(months);
            shown.kinds.push(kinds);
        }
        shown
    }
}

/// The figures of each group, by name; of the antenna as a whole there is the total alone.
fn group_rows(impact: &Impact, antenna: &AntennaRecord, catalog: &Catalog) -> Vec<(String, String, Indicators)> {
    let mut rows: Vec<(String, String, Indicators)> = Vec::new();
    if !matches!(impact.by, crate::domain::impact::By::Antenna) {
        for (group, figures) in &impact.groups {
            let code = match group {
                Group::Antenna | Group::Nobody => String::new(),
                Group::Center(code) => code.to_string(),
                Group::Referent(id) => id.to_string(),
            };
            rows.push((code, group.name(antenna, catalog), *figures));
        }
        rows.sort_by(|one, other| one.1.cmp(&other.1));
    }
    rows
}

fn groups(impact: &Impact, antenna: &AntennaRecord, catalog: &Catalog, shown: &Shown) -> Table {
    let mut lines = lines(group_rows(impact, antenna, catalog), &shown.groups);
    let total = vec![("total".to_owned(), catalog.text("impact-total").into_owned(), impact.total)];
    let shows: Vec<_> = shown.total.iter().map(|shows| vec![*shows]).collect();
    lines.extend(self::lines(total, &shows));
    Table { code: "groups", columns: columns(catalog), lines }
}

fn months(impact: &Impact, catalog: &Catalog, shown: &Shown) -> Table {
    let row = |(first, figures): (&chrono::NaiveDate, &Indicators)| {
        (first.format("%Y-%m").to_string(), catalog.month_and_year(*first), *figures)
    };
    let rows = impact.months.iter().map(row).collect();
    Table { code: "months", columns: columns(catalog), lines: lines(rows, &shown.months) }
}

/// What is no longer as it was at the closing. Never published: a small difference would tell of few.
fn corrections(measure: &Measure, antenna: &AntennaRecord, catalog: &Catalog) -> Table {
    let columns = ["impact-then", "impact-now", "impact-granted-then", "impact-granted-now"];
    let line = |one: &Correction| {
        let indicator = catalog.text(one.indicator.id());
        let label = match &one.group {
            Group::Antenna => indicator.into_owned(),
            Group::Center(_) | Group::Referent(_) | Group::Nobody => {
                format!("{} · {indicator}", one.group.name(antenna, catalog))
            }
        };
        let code = column(one.indicator.id(), catalog).code;
        let group = match &one.group {
            Group::Antenna => "total".to_owned(),
            Group::Nobody => String::new(),
            Group::Center(code) => code.to_string(),
            Group::Referent(id) => id.to_string(),
        };
        let ((then, granted_then), (now, granted_now)) = (one.then, one.now);
        let cells = vec![Cell::Count(then), Cell::Count(now), Cell::Money(granted_then), Cell::Money(granted_now)];
        Line { code: format!("{group}/{code}"), label, cells }
    };
    let lines = measure.corrections.iter().map(line).collect();
    Table { code: "corrections", columns: columns.map(|id| column(id, catalog)).to_vec(), lines }
}

/// Lines of figures, all of which show.
pub(super) fn lines_within(rows: Vec<(String, String, Indicators)>) -> Vec<Line> {
    let shown = vec![vec![true; rows.len()]; Indicator::ALL.len()];
    lines(rows, &shown)
}

/// Lines of figures; `shown` says of each indicator which lines show it.
fn lines(rows: Vec<(String, String, Indicators)>, shown: &[Vec<bool>]) -> Vec<Line> {
    let line = |(place, (code, label, figures)): (usize, (String, String, Indicators))| {
        let mut cells = Vec::new();
        for (indicator, shown) in Indicator::ALL.into_iter().zip(shown) {
            let is_shown = shown.get(place).copied().unwrap_or_default();
            let cell = |cell| if is_shown { cell } else { Cell::Hidden };
            cells.push(cell(Cell::Count(figures.of(indicator))));
            if indicator == Indicator::FinancialInterventions {
                cells.push(cell(Cell::Money(figures.granted)));
            }
        }
        Line { code, label, cells }
    };
    rows.into_iter().enumerate().map(line).collect()
}

/// Whether a total shows, and which of its parts in each column.
fn shows(columns: &[Vec<u64>], total: u64, reader: Reader) -> (bool, Vec<Vec<bool>>) {
    match reader {
        Reader::Within => (true, columns.iter().map(|parts| vec![true; parts.len()]).collect()),
        Reader::Public { least } => published(columns, total, least),
    }
}

/// The kinds of an indicator, by code, with their counts and amounts; last, without a code, as no kind is, erased families, of whom none
/// is known any more.
fn kind_counts(impact: &Impact, indicator: Indicator) -> Vec<(Option<&str>, u64, Cents)> {
    let of = impact.kinds.iter().filter(|((known, _), _)| *known == indicator);
    let known = of.map(|((_, kind), (count, amount))| (Some(kind.as_str()), *count, *amount));
    let erased = impact.erased_kinds().filter(|(of, _, _)| *of == indicator);
    known.chain(erased.map(|(_, count, amount)| (None, count, amount))).collect()
}

fn kinds(impact: &Impact, version: Option<&Convention>, catalog: &Catalog, shown: &Shown) -> Table {
    let columns = vec![column("impact-count", catalog), column("indicator-granted", catalog)];
    let mut lines = Vec::new();
    for (indicator, shown) in Indicator::ALL.into_iter().zip(&shown.kinds) {
        for ((kind, count, amount), shown) in kind_counts(impact, indicator).into_iter().zip(shown) {
            let name = match kind {
                Some(kind) => indicator.kind_name(kind, version, catalog),
                None => catalog.text("impact-erased-kind").into_owned(),
            };
            let of = catalog.attribute(indicator.id(), "short");
            let label = format!("{of} · {name}");
            let code = format!("{}/{}", column(indicator.id(), catalog).code, kind.unwrap_or_default());
            let cells = match shown {
                true => vec![Cell::Count(count), Cell::Money(amount)],
                false => vec![Cell::Hidden, Cell::Hidden],
            };
            lines.push(Line { code, label, cells });
        }
    }
    Table { code: "kinds", columns, lines }
}

fn scales(impact: &Impact, version: Option<&Convention>, catalog: &Catalog, reader: Reader) -> Table {
    let levels: BTreeSet<u32> =
        version.into_iter().flat_map(|version| &version.effects.levels).map(|level| level.level).collect();
    let mut columns: Vec<_> =
        ["impact-rated", "impact-higher", "impact-same", "impact-lower"].map(|id| column(id, catalog)).to_vec();
    for (prefix, id) in [("first", "impact-first-level"), ("last", "impact-last-level")] {
        columns.extend(levels.iter().map(|level| {
            let facts = [("level", Fact::from(*level))];
            let label = catalog.text_with(id, &facts);
            Column { code: format!("{prefix}_{level}"), short: label.clone(), label }
        }));
    }
    let known = version.into_iter().flat_map(|version| &version.effects.scales);
    let lines = known.filter_map(|scale| {
        let figures = impact.scales.get(&scale.code)?;
        Some(Line {
            code: scale.code.to_string(),
            label: scale.label.of(catalog.lang()).to_owned(),
            cells: scale_cells(figures, &levels, reader),
        })
    });
    Table { code: "scales", lines: lines.collect(), columns }
}

fn scale_cells(figures: &ScaleFigures, levels: &BTreeSet<u32>, reader: Reader) -> Vec<Cell> {
    let rated = figures.rated();
    let of = |levels_of: &std::collections::BTreeMap<u32, u64>| -> Vec<u64> {
        levels.iter().map(|level| levels_of.get(level).copied().unwrap_or_default()).collect()
    };
    let parts = [vec![figures.higher, figures.same, figures.lower], of(&figures.first), of(&figures.last)];
    let (is_rated_shown, shown) = shows(&parts, rated, reader);
    let cell = |(count, shown): (&u64, &bool)| if *shown { Cell::Count(*count) } else { Cell::Hidden };
    let mut cells = vec![cell((&rated, &is_rated_shown))];
    cells.extend(parts.iter().flatten().zip(shown.iter().flatten()).map(cell));
    cells
}

/// The tables to read, one below the other.
pub fn text(measure: &Measure, tables: &[Table], antenna: &AntennaRecord, catalog: &Catalog, reader: Reader) -> String {
    let impact = &measure.impact;
    let facts = [
        ("antenna", Fact::from(antenna.name.as_str())),
        ("from", Fact::Date(impact.from)),
        ("to", Fact::Date(impact.to)),
    ];
    let mut lines = vec![catalog.text_with("impact-title", &facts)];
    lines.extend(measure.closed_on.map(|date| catalog.text_with("impact-closed-on", &[("date", Fact::Date(date))])));
    for table in tables {
        lines.push(String::new());
        lines.push(catalog.text(&format!("impact-table-{}", table.code)).into_owned());
        let label = table.lines.iter().map(|line| SafeText::line(&line.label).width()).max().unwrap_or(0).min(60);
        let cells: Vec<Vec<String>> = table
            .lines
            .iter()
            .map(|line| line.cells.iter().map(|cell| cell.text(catalog)).collect::<Vec<_>>())
            .collect();
        let width = |place: usize, column: &Column| {
            let figures = cells.iter().filter_map(|line| line.get(place)).map(|cell| SafeText::line(cell).width());
            figures.chain([SafeText::line(&column.short).width()]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = table.columns.iter().enumerate().map(|(place, column)| width(place, column)).collect();
        let right = |text: &str, width: usize| {
            let text = SafeText::line(text);
            format!("  {}{text}", " ".repeat(width.saturating_sub(text.width())))
        };
        let head: String = table.columns.iter().zip(&widths).map(|(one, width)| right(&one.short, *width)).collect();
        lines.push(format!("  {}{head}", " ".repeat(label)));
        for (line, cells) in table.lines.iter().zip(&cells) {
            let figures: String = cells.iter().zip(&widths).map(|(cell, width)| right(cell, *width)).collect();
            lines.push(format!("  {}{figures}", SafeText::line(&line.label).pad(label)));
        }
    }
    lines.extend(erased_note(impact, catalog).into_iter().flat_map(|note| [String::new(), note]));
    match reader {
        Reader::Public { least } => {
            let facts = [("least", Fact::Number(i64::try_from(least).unwrap_or(i64::MAX)))];
            lines.extend([String::new(), catalog.text_with("impact-hidden-note", &facts)]);
        }
        Reader::Within => {
            let notes = antenna.partnership_between(impact.from, impact.to).map(|note| {
                let text =
                    if note.partner.is_empty() { note.text.clone() } else { catalog.pair(&note.partner, &note.text) };
                format!("  {}  {}", catalog.date(note.date), SafeText::line(&text))
            });
            let mut told = |title: &str, texts: Vec<String>| {
                if !texts.is_empty() {
                    lines.extend([String::new(), catalog.text(title).into_owned()]);
                    lines.extend(texts);
                }
            };
            let quote = |(date, quote): &(chrono::NaiveDate, String)| {
                let facts = [("quote", Fact::from(quote.as_str())), ("date", Fact::Date(*date))];
                format!("  {}", catalog.text_with("family-effect-quote", &facts))
            };
            told("impact-quotes", impact.quotes.iter().map(quote).collect());
            told("impact-partnership", notes.collect());
        }
    }
    lines.join("\n")
}

/// What is said under figures that count erased families in: their number is all that is left of their acts.
fn erased_note(impact: &Impact, catalog: &Catalog) -> Option<String> {
    (impact.erased != Indicators::default()).then(|| catalog.text("impact-erased-note").into_owned())
}

/// The tables of a period as delimited text; last a row that says so if erased families are counted in.
pub fn period_csv(measure: &Measure, tables: &[Table], catalog: &Catalog) -> String {
    let mut text = csv(tables, catalog);
    if let Some(note) = erased_note(&measure.impact, catalog) {
        delimited::row(&mut text, std::iter::empty());
        delimited::row(&mut text, std::iter::once(note.as_str()));
    }
    text
}

/// Tables as delimited text, an empty row between two.
pub fn csv(tables: &[Table], catalog: &Catalog) -> String {
    let mut text = String::from(delimited::BEGINNING);
    for (place, table) in tables.iter().enumerate() {
        if place > 0 {
            delimited::row(&mut text, std::iter::empty());
        }
        let title = catalog.text(&format!("impact-table-{}", table.code));
        let labels = table.columns.iter().map(|column| column.label.as_str());
        delimited::row(&mut text, std::iter::once(title.as_ref()).chain(labels));
        for line in &table.lines {
            let cells: Vec<String> = line.cells.iter().map(|cell| cell.plain(catalog)).collect();
            delimited::row(&mut text, std::iter::once(line.label.as_str()).chain(cells.iter().map(String::as_str)));
        }
    }
    text
}

/// The tables by their codes; a hidden cell is null, an amount is in cents. `counts_erased` tells whether erased families
/// are counted in, of which neither kinds nor scales nor words are left.
pub fn json(measure: &Measure, tables: &[Table], antenna: &AntennaRecord, reader: Reader) -> String {
    let impact = &measure.impact;
    let lines = |table: &Table| -> Vec<Value> {
        let line = |line: &Line| {
            let cells = table.columns.iter().zip(&line.cells);
            let figures: serde_json::Map<_, _> =
                cells.map(|(column, cell)| (column.code.clone(), cell.json())).collect();
            json!({"code": line.code, "label": line.label, "figures": figures})
        };
        table.lines.iter().map(line).collect()
    };
    let tables: serde_json::Map<_, _> =
        tables.iter().map(|table| (table.code.to_owned(), Value::Array(lines(table)))).collect();
    let note = |note: &PartnershipNote| json!({"date": note.date, "partner": note.partner, "text": note.text});
    let partnership: Vec<_> = match reader {
        Reader::Within => antenna.partnership_between(impact.from, impact.to).map(note).collect(),
        Reader::Public { .. } => Vec::new(),
    };
    let quotes: Vec<_> = match reader {
        Reader::Within => impact.quotes.iter().map(|(date, quote)| json!({"date": date, "quote": quote})).collect(),
        Reader::Public { .. } => Vec::new(),
    };
    let whole = json!({
        "antenna": antenna.name, "from": impact.from, "to": impact.to, "by": impact.by,
        "closed_on": measure.closed_on, "counts_erased": impact.erased != Indicators::default(), "tables": tables, "quotes": quotes, "partnership": partnership,
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}
