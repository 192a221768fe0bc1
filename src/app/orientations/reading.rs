//! From the bytes of a file to the lines of a list: its rows, where its headers are, what its columns mean.

use std::path::Path;

use chrono::NaiveDate;

use super::columns::{self, Header};
use super::lines::{self, Reader};
use super::{GridRow, ListFault, MOST_BYTES, MOST_LINES, OrientationList, delimited, workbook};
use crate::base::id::CenterCode;
use crate::domain::antenna::AntennaRecord;

/// Reads a file as a list of orientations to this antenna. What a line says is not judged yet. A centre that sends its own
/// list often names itself in no column: `sender` is then the one.
///
/// # Errors
/// Why the file is no such list.
pub fn read(
    path: &Path,
    antenna: &AntennaRecord,
    today: NaiveDate,
    sender: Option<&CenterCode>,
) -> Result<OrientationList, ListFault> {
    let unreadable = |error: std::io::Error| ListFault::Unreadable { kind: error.kind() };
    // The size is looked at before a byte is read: a file of a terabyte must not fill the memory.
    let length = std::fs::metadata(path).map_err(unreadable)?.len();
    if length > MOST_BYTES as u64 {
        return Err(ListFault::TooLarge { lines: MOST_LINES });
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    read_bytes(&bytes, file, antenna, today, sender)
}

/// Reads the bytes of a file of this name.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(
    bytes: &[u8],
    file: String,
    antenna: &AntennaRecord,
    today: NaiveDate,
    sender: Option<&CenterCode>,
) -> Result<OrientationList, ListFault> {
    if bytes.len() > MOST_BYTES {
        return Err(ListFault::TooLarge { lines: MOST_LINES });
    }
    let Rows { rows, unread_sheets } = rows(bytes)?;
    if rows.is_empty() {
        return Err(ListFault::Empty);
    }
    let (at, mut headers) = columns::header_row(&rows).ok_or(ListFault::HeadersMissing)?;
    let header = rows.get(at).cloned();
    let titles = header.as_ref().map(|row| row.cells.clone()).unwrap_or_default();
    // A list put together from pages has its headers again and again.
    let below: Vec<GridRow> = rows.into_iter().skip(at + 1).filter(|row| row.cells != titles).collect();
    let only = match antenna.centers.as_slice() {
        [only] => Some(&only.code),
        _several => None,
    };
    let sender = sender.or(only);
    columns::complete(&headers, sender.is_some())?;
    if below.is_empty() {
        return Err(ListFault::NoLine);
    }
    if below.len() > MOST_LINES as usize {
        return Err(ListFault::TooManyLines { lines: MOST_LINES });
    }
    // A column without a title is not read, and that is said; beyond the last delimiter of the headers there is none.
    let written = header.and_then(|row| row.written);
    let widest = below.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let width = written.map_or(widest, |written| written.min(widest)).max(headers.len());
    headers.resize(width, Header { title: String::new(), column: None });
    columns::mark_nir(&mut headers, &below);
    let reader = Reader { file: &file, headers: &headers, antenna, today, sender };
    Ok(OrientationList { unread_sheets, ..lines::list(&reader, below) })
}

/// The rows of a file, and the names of sheets that were left out.
#[derive(Default)]
struct Rows {
    rows: Vec<GridRow>,
    unread_sheets: Vec<String>,
}

/// The rows of the sheet, or under the delimiter, that names most columns.
fn rows(bytes: &[u8]) -> Result<Rows, ListFault> {
    let named = |rows: &[GridRow]| {
        let row = columns::header_row(rows).and_then(|(at, _)| rows.get(at));
        row.map_or(0, |row| columns::known(&row.cells))
    };
    if workbook::is_workbook(bytes) {
        let mut sheets = workbook::sheets(bytes)?;
        sheets.retain(|(_, rows)| !rows.is_empty());
        // Of equals the last one is taken: the first sheet is put there.
        let best = sheets.iter().enumerate().rev().max_by_key(|(_, (_, rows))| named(rows)).map(|(at, _)| at);
        let Some(best) = best else { return Ok(Rows::default()) };
        let (_, rows) = sheets.remove(best);
        return Ok(Rows { rows, unread_sheets: sheets.into_iter().map(|(name, _)| name).collect() });
    }
    let text = delimited::decode(bytes)?;
    // A bundle, sealed or encrypted.
    if text.trim_start().starts_with(['{', '[']) || text.starts_with("age-encryption.org") {
        return Err(ListFault::NotAList);
    }
    let (delimiter, text) = match delimited::named_delimiter(&text) {
        Some((delimiter, rest)) => (delimiter, rest),
        None => {
            let first = |delimiter| delimited::rows(&text, delimiter, 20).map(|rows| named(&rows)).unwrap_or_default();
            let best = delimited::DELIMITERS.into_iter().rev().max_by_key(|delimiter| first(*delimiter));
            (best.unwrap_or(';'), text.as_str())
        }
    };
    let rows = delimited::rows(text, delimiter, MOST_LINES as usize + 100)?;
    Ok(Rows { rows, unread_sheets: Vec::new() })
}
