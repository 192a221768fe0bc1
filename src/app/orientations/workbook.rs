//! An Excel workbook as rows of cells: each cell as the text that a person would have typed.
//!
//! It reads cell after cell, and never makes room for what a file only claims to hold.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError};
use chrono::NaiveDate;

use super::{GridRow, ListFault, MOST_BYTES, MOST_COLUMNS, MOST_LINES};

/// How a workbook begins: a zip archive.
const ZIP: &[u8] = b"PK\x03\x04";

/// How an old workbook (.xls) begins, and one that a passphrase protects.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Bytes that the parts of a workbook may hold once unpacked, by their own account, and that its cells may.
const MOST_UNPACKED: u64 = 8 * MOST_BYTES as u64;

/// Rows that are looked at, with those that hold nothing.
const MOST_ROWS: usize = 2 * MOST_LINES as usize;

/// No sheet of Excel has more rows.
const LAST_ROW: u32 = 1_048_576;

/// Whether these are the bytes of a workbook.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// The rows that hold something, of each sheet that is shown, with its name.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<(String, Vec<GridRow>)>, ListFault> {
    if bytes.starts_with(COMPOUND) {
        return Err(ListFault::OldOrProtected);
    }
    if unpacked(bytes) > MOST_UNPACKED {
        return Err(ListFault::TooLarge { lines: MOST_LINES });
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let shown: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut room = MOST_UNPACKED;
    let read = shown.into_iter().map(|name| Ok((name.clone(), sheet(&mut workbook, &name, &mut room)?)));
    read.collect()
}

fn sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, room: &mut u64) -> Result<Vec<GridRow>, ListFault> {
    let too_large = || ListFault::TooLarge { lines: MOST_LINES };
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A sheet of charts has no cells.
        Err(XlsxError::WorksheetNotFound(_) | XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(error) => return Err(fault(error)),
    };
    let mut rows: Vec<GridRow> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(fault)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let column = usize::try_from(column).ok().filter(|column| *column < MOST_COLUMNS).ok_or_else(too_large)?;
        *room = room.checked_sub(text.len() as u64).ok_or_else(too_large)?;
        let number = row.saturating_add(1);
        // The reader's arithmetic wraps: a damaged number becomes one that no sheet has.
        if LAST_ROW < number {
            return Err(ListFault::Damaged);
        }
        if rows.last().is_none_or(|last| last.number != number) {
            rows.push(GridRow { number, cells: Vec::new(), written: None });
        }
        if rows.len() > MOST_ROWS {
            return Err(too_large());
        }
        if let Some(last) = rows.last_mut() {
            last.cells.resize(last.cells.len().max(column + 1), String::new());
            if let Some(place) = last.cells.get_mut(column) {
                *place = text;
            }
        }
    }
    Ok(rows)
}

/// A cell as one would type it; dates in the form that no country reads otherwise.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(true) => "1".to_owned(),
        DataRef::Bool(false) => "0".to_owned(),
        DataRef::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            match NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)) {
                Some(day) if date.is_datetime() => day.to_string(),
                Some(_) | None => number_text(date.as_f64()),
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.trim().to_owned(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A number keeps fifteen digits in a spreadsheet: a longer one is written so that what was lost shows.
fn number_text(number: f64) -> String {
    if number.abs() < 1e15 { number.to_string() } else { format!("{number:E}") }
}

/// How many bytes the parts of the archive hold unpacked, as its table of contents says.
fn unpacked(bytes: &[u8]) -> u64 {
    const ENTRY: &[u8] = b"PK\x01\x02";
    let entries = bytes.windows(28).filter(|window| window.starts_with(ENTRY));
    let size = |entry: &[u8]| entry.get(24..28).and_then(|size| <[u8; 4]>::try_from(size).ok());
    entries.filter_map(size).map(|size| u64::from(u32::from_le_bytes(size))).sum()
}

fn fault(error: XlsxError) -> ListFault {
    match error {
        XlsxError::Password => ListFault::OldOrProtected,
        _damaged => ListFault::Damaged,
    }
}
