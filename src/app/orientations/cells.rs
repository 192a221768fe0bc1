//! What stands in a cell, by the habits of spreadsheets: dates, CAF numbers, names, children.
//!
//! Nothing is guessed in silence: what a person should look at again comes back with a remark, what cannot be read as a fault.

use chrono::{Datelike, Duration, NaiveDate};

use super::columns;
use crate::base::dates::{Leaning, parse_date};

/// A date as it was read, and whether its century had to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReadDate {
    pub(super) date: NaiveDate,
    pub(super) had_two_digits: bool,
}

/// Why a cell is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDate {
    Unknown,
    /// 31/02, or 29/02 of a common year.
    Impossible,
}

/// A CAF number as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ReadNumber {
    AsWritten(String),
    /// With the zeros that a spreadsheet takes from the front of a number.
    Padded {
        written: String,
        padded: String,
    },
    /// `1,23E+14`: the digits are lost.
    Shortened,
}

/// The serial number of the first and the last day that a spreadsheet's date can be here: 1900 to 2200.
const SERIALS: std::ops::RangeInclusive<i64> = 61..=109_938;

/// A date: `12/03/2026`, `12.3.26`, `2026-03-12`, `12 mars 2026`, with or without a time, or a spreadsheet's serial number.
/// The day comes before the month. A year of two digits is the latest that does not lead past `latest`.
pub(super) fn date(cell: &str, latest: NaiveDate) -> Result<ReadDate, NoDate> {
    let cell = cell.trim();
    let plain = |date| ReadDate { date, had_two_digits: false };
    // A time may follow the day.
    let day = match cell.split_once(['T', ' ']) {
        Some((day, time)) if time.contains(':') => day,
        Some(_) | None => cell,
    };
    let parts: Vec<&str> = day.split(['/', '-', '.', ',', ' ']).filter(|part| !part.is_empty()).collect();
    let numbers: Option<Vec<i32>> = parts.iter().map(|part| whole(part)).collect();
    match (numbers.as_deref(), parts.as_slice()) {
        (Some([year, month, day]), [first, ..]) if first.len() == 4 => exact(*year, *month, *day).map(plain),
        (Some([day, month, year]), [.., last]) if last.len() == 4 => exact(*year, *month, *day).map(plain),
        (Some([day, month, year]), [.., last]) if last.len() == 2 => {
            let century = latest.year() / 100 * 100;
            let this = exact(century + year, *month, *day).ok().filter(|date| *date <= latest);
            let date = this.map_or_else(|| exact(century - 100 + year, *month, *day), Ok)?;
            Ok(ReadDate { date, had_two_digits: true })
        }
        (Some([_]), [digits]) if digits.len() == 8 => eight(digits).map(plain),
        // `45000`, or `45000.5` with a time: days from the last day of 1899, as spreadsheets count them.
        (Some([days] | [days, _]), _) if SERIALS.contains(&i64::from(*days)) && is_number(cell) => {
            let zero = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or(NoDate::Unknown)?;
            zero.checked_add_signed(Duration::days(i64::from(*days))).map(plain).ok_or(NoDate::Unknown)
        }
        (None, [day, _, year]) if whole(day).is_some() && year.len() == 4 && whole(year).is_some() => {
            parse_date(cell, latest, Leaning::Past).map(plain).map_err(|_| NoDate::Unknown)
        }
        _other => Err(NoDate::Unknown),
    }
}

/// A CAF number. A spreadsheet takes zeros from its front, or all but three of its digits.
pub(super) fn caf_number(cell: &str) -> ReadNumber {
    let written: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let written = match exponent(&written) {
        Some(Ok(digits)) => digits,
        Some(Err(())) => return ReadNumber::Shortened,
        None => without_decimals(&written).to_owned(),
    };
    let digits = columns::caf_number_digits();
    let is_short = !written.is_empty() && written.len() < digits && written.bytes().all(|byte| byte.is_ascii_digit());
    if is_short {
        let padded = format!("{written:0>digits$}");
        ReadNumber::Padded { written, padded }
    } else {
        ReadNumber::AsWritten(written)
    }
}

/// A surname and a given name out of one cell: the words in capitals are the surname.
pub(super) fn full_name(cell: &str) -> Option<(String, String)> {
    if let Some((surname, given_name)) = cell.split_once(',') {
        let (surname, given_name) = (surname.trim(), given_name.trim());
        return (!surname.is_empty() && !given_name.is_empty()).then(|| (surname.to_owned(), given_name.to_owned()));
    }
    let words: Vec<&str> = cell.split_whitespace().collect();
    let in_capitals = |word: &&&str| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
    let surname: Vec<&str> = words.iter().filter(in_capitals).copied().collect();
    let given_name: Vec<&str> = words.iter().filter(|word| !in_capitals(word)).copied().collect();
    match (surname.is_empty(), given_name.is_empty(), words.as_slice()) {
        (false, false, _) => Some((surname.join(" "), given_name.join(" "))),
        // Two words, and no capitals to tell them apart: the surname is written first.
        (_, _, [surname, given_name]) => Some(((*surname).to_owned(), (*given_name).to_owned())),
        (..) => None,
    }
}

/// The children of one cell: `Awa 11/02/2024, Ali (03/05/2022)`. Each has the words before its date as its given name.
pub(super) fn children(cell: &str, today: NaiveDate) -> Result<Vec<(String, NaiveDate)>, NoDate> {
    // A bare number only counts them.
    if cell.len() <= 2 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    let mut children = Vec::new();
    let mut name: Vec<&str> = Vec::new();
    for word in cell.split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '(' | ')' | ':' | '+')) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        match word.chars().next() {
            None => {}
            Some(first) if first.is_ascii_digit() => {
                children.push((std::mem::take(&mut name).join(" "), date(word, today)?.date));
            }
            // “née le”, “et”: between the name and the date, or between two children.
            Some(_) if is_between(word) => {}
            Some(_) => name.push(word),
        }
    }
    if name.is_empty() { Ok(children) } else { Err(NoDate::Unknown) }
}

/// What marks a cell as text in a spreadsheet, and the formula by which zeros are kept: `'+33…`, `="0123456"`.
pub(super) fn without_text_mark(cell: &str) -> &str {
    if let Some(quoted) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return quoted.trim();
    }
    match cell.strip_prefix('\'') {
        Some(marked) if marked.starts_with(['=', '+', '-', '@']) || marked.bytes().all(|b| b.is_ascii_digit()) => {
            marked
        }
        Some(_) | None => cell,
    }
}

/// What a spreadsheet writes where a formula failed.
pub(super) fn is_error(cell: &str) -> bool {
    let known =
        ["#n/a", "#ref!", "#value!", "#valeur!", "#name?", "#nom?", "#div/0!", "#null!", "#nul!", "#num!", "#nombre!"];
    let cell = cell.to_ascii_lowercase();
    known.contains(&cell.as_str()) || (cell.len() > 3 && cell.bytes().all(|byte| byte == b'#'))
}

fn is_between(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "né" | "née" | "ne" | "nee" | "le" | "et" | "and" | "born")
}

fn whole(text: &str) -> Option<i32> {
    (text.len() <= 8 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn is_number(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}

fn exact(year: i32, month: i32, day: i32) -> Result<NaiveDate, NoDate> {
    let (month, day) = (u32::try_from(month).unwrap_or_default(), u32::try_from(day).unwrap_or_default());
    NaiveDate::from_ymd_opt(year, month, day).ok_or(NoDate::Impossible)
}

/// `12032026` or `20260312`: only one of both can be.
fn eight(digits: &str) -> Result<NaiveDate, NoDate> {
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(whole).unwrap_or_default();
    let (year, last) = (part(0..4), part(4..8));
    if (1900..=2200).contains(&year) {
        exact(year, part(4..6), part(6..8))
    } else {
        exact(last, part(2..4), part(0..2))
    }
}

/// The digits of `1,234567E+06`, an error when some are lost, nothing when it is no such number.
fn exponent(text: &str) -> Option<Result<String, ()>> {
    let (mantissa, exponent) = text.split_once(['E', 'e'])?;
    let places: usize = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (whole, decimals) = mantissa.split_once([',', '.']).unwrap_or((mantissa, ""));
    if whole.len() != 1 || !whole.bytes().chain(decimals.bytes()).all(|byte| byte.is_ascii_digit()) || places > 30 {
        return None;
    }
    Some(if decimals.len() == places && places > 0 { Ok(format!("{whole}{decimals}")) } else { Err(()) })
}

/// `1234567,00` as a spreadsheet writes a number that it takes for an amount.
fn without_decimals(text: &str) -> &str {
    match text.split_once([',', '.']) {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => whole,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_read_however_a_spreadsheet_wrote_it() {
        let today = day("2026-11-23");
        for cell in [
            "12/03/2026",
            "12/3/2026",
            "12.03.2026",
            "12-03-2026",
            "12 03 2026",
            "2026-03-12",
            "2026/03/12",
            "2026-03-12 00:00:00",
            "2026-03-12T14:30:00",
            "12/03/2026 08:15",
            "12032026",
            "20260312",
            "46093",
            "46093.5",
            "46093,0",
            "12 mars 2026",
            "12 March 2026",
            " 12/03/2026 ",
        ] {
            assert_eq!(date(cell, today), Ok(ReadDate { date: day("2026-03-12"), had_two_digits: false }), "{cell}");
        }
        for (cell, read) in [("12/03/26", "2026-03-12"), ("12/03/85", "1985-03-12"), ("24/11/26", "1926-11-24")] {
            assert_eq!(date(cell, today), Ok(ReadDate { date: day(read), had_two_digits: true }), "{cell}");
        }
        for cell in ["31/02/2026", "03/25/2026", "29/02/2023", "2026-13-01", "31/04/26", "99999999"] {
            assert_eq!(date(cell, today), Err(NoDate::Impossible), "{cell}");
        }
        for cell in
            ["", "hier", "12", "12/03", "mars 2026", "+7j", "7", "1234567", "1/2/3/4", "12/03/126", "-3", "à voir"]
        {
            assert_eq!(date(cell, today), Err(NoDate::Unknown), "{cell}");
        }
    }

    #[test]
    fn the_days_that_a_spreadsheet_counts_are_those_of_its_own_calendar() {
        let serial = |cell: &str| date(cell, day("2026-11-23")).unwrap().date;
        assert_eq!(serial("61"), day("1900-03-01"));
        assert_eq!(serial("36526"), day("2000-01-01"));
        assert_eq!(serial("45943.541"), day("2025-10-13"));
    }

    #[test]
    fn a_caf_number_gets_its_zeros_back_and_never_digits_that_are_lost() {
        let as_written = |text: &str| ReadNumber::AsWritten(text.into());
        for (cell, read) in [
            ("1234567", as_written("1234567")),
            (" 12 34 567 ", as_written("1234567")),
            ("1234567,00", as_written("1234567")),
            ("1234567.0", as_written("1234567")),
            ("1,234567E+06", as_written("1234567")),
            ("1,23E+14", ReadNumber::Shortened),
            ("1.2E+06", ReadNumber::Shortened),
            ("2E5", ReadNumber::Shortened),
            ("123456", ReadNumber::Padded { written: "123456".into(), padded: "0123456".into() }),
            ("12", ReadNumber::Padded { written: "12".into(), padded: "0000012".into() }),
            ("12345A", as_written("12345A")),
            ("", as_written("")),
        ] {
            assert_eq!(caf_number(cell), read, "{cell:?}");
        }
    }

    #[test]
    fn a_name_in_one_cell_is_told_apart_by_its_capitals() {
        for (cell, read) in [
            ("DIARRA Aminata", Some(("DIARRA", "Aminata"))),
            ("Aminata DIARRA", Some(("DIARRA", "Aminata"))),
            ("LE GOFF Anne Marie", Some(("LE GOFF", "Anne Marie"))),
            ("N'DIAYE Rokia", Some(("N'DIAYE", "Rokia"))),
            ("Diarra, Aminata", Some(("Diarra", "Aminata"))),
            ("Diarra Aminata", Some(("Diarra", "Aminata"))),
            ("DIARRA AMINATA", Some(("DIARRA", "AMINATA"))),
            ("Diarra Aminata Rose", None),
            ("DIARRA", None),
            ("", None),
        ] {
            let read = read.map(|(surname, given_name)| (surname.to_owned(), given_name.to_owned()));
            assert_eq!(full_name(cell), read, "{cell:?}");
        }
    }

    #[test]
    fn the_children_of_one_cell_each_have_their_date() {
        let today = day("2026-11-23");
        let two = vec![("Awa".to_owned(), day("2024-02-11")), ("Marie Lou".to_owned(), day("2022-05-03"))];
        for cell in [
            "Awa 11/02/2024, Marie Lou 03/05/2022",
            "Awa (11/02/2024) ; Marie Lou (03/05/2022)",
            "Awa née le 11/02/2024\nMarie Lou née le 2022-05-03",
            "Awa : 11.02.2024 et Marie Lou : 03.05.22",
        ] {
            assert_eq!(children(cell, today), Ok(two.clone()), "{cell}");
        }
        assert_eq!(children("11/02/2024", today), Ok(vec![(String::new(), day("2024-02-11"))]));
        for cell in ["", "2", "12"] {
            assert_eq!(children(cell, today), Ok(Vec::new()), "{cell}");
        }
        assert_eq!(children("Awa", today), Err(NoDate::Unknown));
        assert_eq!(children("Awa 31/02/2024", today), Err(NoDate::Impossible));
        assert_eq!(children("2 enfants", today), Err(NoDate::Unknown));
    }

    #[test]
    fn the_marks_of_text_and_the_signs_of_a_failed_formula_are_known() {
        for (cell, text) in [
            ("=\"0123456\"", "0123456"),
            ("'+33612345678", "+33612345678"),
            ("'0123456", "0123456"),
            ("l'été", "l'été"),
        ] {
            assert_eq!(without_text_mark(cell), text);
        }
        for cell in ["#N/A", "#REF!", "#VALEUR!", "########"] {
            assert!(is_error(cell), "{cell}");
        }
        for cell in ["", "#", "n° 4", "#12"] {
            assert!(!is_error(cell), "{cell}");
        }
    }
}
