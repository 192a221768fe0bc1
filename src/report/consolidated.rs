//! The impact measure over several antennas: a line for each, and where one counted otherwise than its acts.

use super::impact::{Cell, Line, Table, column, columns, lines_within};
use crate::base::locale::Catalog;
use crate::domain::indicator::{Indicator, Indicators};

/// A figure that an antenna counted otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub antenna: String,
    pub indicator: Indicator,
    pub stated: u64,
    pub counted: u64,
}

/// The figures of each antenna with their total, and the differences where there are some.
pub fn tables(
    antennas: &[(String, Indicators)],
    total: &Indicators,
    differences: &[Difference],
    catalog: &Catalog,
) -> Vec<Table> {
    let mut rows: Vec<_> = antennas.iter().map(|(name, figures)| (name.clone(), name.clone(), *figures)).collect();
    rows.push(("total".to_owned(), catalog.text("impact-total").into_owned(), *total));
    let of_each = Table { code: "antennas", columns: columns(catalog), lines: lines_within(rows) };
    let line = |one: &Difference| Line {
        code: format!("{}/{}", one.antenna, column(one.indicator.id(), catalog).code),
        label: format!("{} · {}", one.antenna, catalog.text(one.indicator.id())),
        cells: vec![Cell::Count(one.stated), Cell::Count(one.counted)],
    };
    let columns = ["impact-stated", "impact-counted"].map(|id| column(id, catalog)).to_vec();
    let differing = Table { code: "differences", columns, lines: differences.iter().map(line).collect() };
    [of_each, differing].into_iter().filter(|table| !table.lines.is_empty()).collect()
}
