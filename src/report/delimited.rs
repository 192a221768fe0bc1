//! Delimited text (CSV) that a spreadsheet opens with one click, and in which nothing is a formula.

/// The byte-order mark tells a spreadsheet that this is UTF-8.
pub const BEGINNING: &str = "\u{feff}";

/// Adds a row, its cells apart by semicolons. What a spreadsheet would take for a formula is marked as text.
pub fn row<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(';');
        }
        let mark = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        if cell.contains([';', '"', '\n', '\r']) {
            text.push_str(&format!("\"{mark}{}\"", cell.replace('"', "\"\"")));
        } else {
            text.push_str(&format!("{mark}{cell}"));
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_no_cell_breaks_its_row() {
        let mut text = String::new();
        let cells = ["=1+1", "+33", "-5", "@x", "\tx", "\rx", "a;b", "say \"so\"", "two\nlines", "plain", ""];
        row(&mut text, cells.into_iter());
        let expected = "'=1+1;'+33;'-5;'@x;'\tx;\"'\rx\";\"a;b\";\"say \"\"so\"\"\";\"two\nlines\";plain;\r\n";
        assert_eq!(text, expected);
    }
}
