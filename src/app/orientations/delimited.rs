//! Delimited text (CSV) as rows of cells: what spreadsheets write, in the encodings that they write it in.
//!
//! It knows no column. A row has the number that a spreadsheet shows: a line break within quotes does not begin a new one.

use super::{GridRow, ListFault, MOST_COLUMNS, MOST_LINES};

/// What can stand between two cells.
pub(super) const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];

/// The text of a file: by its byte-order mark, else UTF-8, else Windows-1252, as spreadsheets in France write it.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ListFault> {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
            text.into_owned()
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        },
    };
    // Old programs end a text by this sign.
    let text = text.trim_end_matches('\u{1a}');
    let is_text =
        |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{80}'..='\u{9f}');
    if text.chars().all(is_text) { Ok(text.to_owned()) } else { Err(ListFault::NotAList) }
}

/// The delimiter that the first line names (`sep=;`), and the text after that line.
pub(super) fn named_delimiter(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.trim_end_matches('\r').trim_matches('"');
    let name = first.get(..4).filter(|name| name.eq_ignore_ascii_case("sep="))?;
    let mut named = first.strip_prefix(name)?.chars();
    match (named.next(), named.next()) {
        (Some(delimiter), None) => Some((delimiter, rest)),
        (None | Some(_), _) => None,
    }
}

/// The rows that hold something, at most `most` of them.
pub(super) fn rows(text: &str, delimiter: char, most: usize) -> Result<Vec<GridRow>, ListFault> {
    let mut rows = Vec::new();
    let mut letters = text.chars().peekable();
    let mut number = 0;
    while letters.peek().is_some() && rows.len() < most {
        number += 1;
        let mut cells = Vec::new();
        loop {
            let (cell, end) = cell(&mut letters, delimiter, number)?;
            cells.push(cell);
            if cells.len() > MOST_COLUMNS {
                return Err(ListFault::TooLarge { lines: MOST_LINES });
            }
            if end == End::Row {
                break;
            }
        }
        let written = Some(cells.len());
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() {
            rows.push(GridRow { number, cells, written });
        }
    }
    Ok(rows)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
}

/// The next cell, and whether its row ends with it.
fn cell(
    letters: &mut std::iter::Peekable<std::str::Chars<'_>>,
    delimiter: char,
    number: u32,
) -> Result<(String, End), ListFault> {
    let mut text = String::new();
    let mut end = End::Row;
    let mut quoted = false;
    if letters.peek() == Some(&'"') {
        letters.next();
        quoted = true;
    }
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted => match letters.peek() {
                Some('"') => {
                    letters.next();
                    text.push('"');
                }
                Some(_) | None => quoted = false,
            },
            letter if quoted => text.push(letter),
            letter if letter == delimiter => {
                end = End::Cell;
                break;
            }
            '\n' => break,
            '\r' => {
                if letters.peek() == Some(&'\n') {
                    letters.next();
                }
                break;
            }
            letter => text.push(letter),
        }
    }
    // The rest of the file would be one cell, and its families lost without a word.
    if quoted { Err(ListFault::QuoteLeftOpen { line: number }) } else { Ok((text.trim().to_owned(), end)) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    fn read(text: &str, delimiter: char) -> Vec<(u32, Vec<String>)> {
        rows(text, delimiter, usize::MAX).unwrap().into_iter().map(|row| (row.number, row.cells)).collect()
    }

    fn cells(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn quotes_line_breaks_and_delimiters_within_quotes_are_of_the_cell() {
        let text = "a;\"b;c\";d\r\n\"un \"\"mot\"\"\";\"deux\nlignes\";\n\n;;\nx\"y;z";
        let expected =
            [(1, cells(&["a", "b;c", "d"])), (2, cells(&["un \"mot\"", "deux\nlignes"])), (5, cells(&["x\"y", "z"]))];
        assert_eq!(read(text, ';'), expected);
    }

    #[test]
    fn a_row_has_the_number_that_a_spreadsheet_shows() {
        let numbers: Vec<_> = read("a\r\"b\n\n\"\r\rc\r", ',').into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, [1, 2, 4]);
    }

    #[test]
    fn a_quote_never_closed_is_a_fault_that_names_its_line() {
        assert!(matches!(rows("a;b\nc;\"d\ne;f\n", ';', 9), Err(ListFault::QuoteLeftOpen { line: 2 })));
    }

    #[test]
    fn the_first_line_can_name_the_delimiter() {
        assert_eq!(named_delimiter("sep=;\r\na;b"), Some((';', "a;b")));
        assert_eq!(named_delimiter("\"SEP=,\"\na"), Some((',', "a")));
        assert_eq!(named_delimiter("sep=\t\na"), Some(('\t', "a")));
        for text in ["", "sep=", "sep=;;\na", "séparé\n", "nom;prénom\nsep=;"] {
            assert_eq!(named_delimiter(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_text_is_read_in_the_encoding_that_it_was_written_in() {
        for bytes in [
            "prénom".as_bytes(),
            b"\xef\xbb\xbfpr\xc3\xa9nom",
            b"pr\xe9nom",
            b"\xff\xfep\0r\0\xe9\0n\0o\0m\0",
            b"\xfe\xff\0p\0r\0\xe9\0n\0o\0m",
            b"pr\xe9nom\x1a",
        ] {
            assert_eq!(decode(bytes).unwrap(), "prénom", "{bytes:?}");
        }
        for bytes in [&b"\x7fELF\x02\x01\x01\0"[..], b"a;b\0", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"] {
            assert!(matches!(decode(bytes), Err(ListFault::NotAList)), "{bytes:?}");
        }
    }
}
