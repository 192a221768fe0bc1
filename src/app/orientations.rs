//! Lists of orientations from the solidarity centres (art. 2): read, judged line by line, received together or not at all.
//!
//! ```text
//! bytes → rows (delimited, workbook) → columns → lines (cells) → judged against the store → received
//!                                                                └→ what is refused, for the sender
//! ```
//! Only the last step writes, in one transaction. A social-security number is passed over wherever it stands.

mod cells;
mod columns;
mod delimited;
mod judge;
mod lines;
mod receive;
mod refused;
mod wording;
mod workbook;

use std::path::Path;

use chrono::NaiveDate;

use crate::base::id::{CenterCode, FamilyId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::family::{Contact, FamilyStatus};
use crate::domain::orientation::{Check, ReceiveOrientation};
use crate::domain::refusal::Refusal;
pub use columns::Column;
pub use receive::Received;

/// Largest file that is read, in bytes.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Most families of one list.
pub const MOST_LINES: u32 = 5_000;

/// The setting that keeps where lists were last found.
pub const FOLDER: &str = "lists";

/// Most columns of a list.
const MOST_COLUMNS: usize = 200;

/// One list of orientations.
#[derive(Clone, Debug, PartialEq)]
pub struct OrientationList {
    /// The name of its file.
    pub file: String,
    pub lines: Vec<ListLine>,
    /// Titles of columns that are not read.
    pub unread: Vec<String>,
    /// Names of sheets that are not read: a workbook is read by the one that names most columns.
    pub unread_sheets: Vec<String>,
    /// Titles of columns passed over because they hold social-security numbers.
    pub nir: Vec<String>,
    /// Every column that can be given back to the sender, by its place and title.
    titles: Vec<(usize, String)>,
}

/// A line: one family, what is wrong with it, and what the rules say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ListLine {
    /// Its number in the spreadsheet.
    pub number: u32,
    /// As a record shows it; empty when there is none.
    pub name: String,
    pub birth_date: Option<NaiveDate>,
    pub matricule: String,
    pub center: Option<CenterCode>,
    pub date: Option<NaiveDate>,
    /// What keeps it from being received.
    pub problems: Vec<Problem>,
    /// What was understood otherwise than written, or supposed.
    pub remarks: Vec<Remark>,
    /// The checks of art. 2, as they would be answered today.
    pub checks: Vec<LineCheck>,
    /// Who may be the same person.
    pub alike: Vec<Alike>,
    /// It was received before: there is nothing to do.
    pub is_known: bool,
    /// It is to be received.
    pub is_chosen: bool,
    is_judged: bool,
    /// What the line says; nothing when it cannot be read.
    sent: Option<ReceiveOrientation>,
    /// The same, once judged: as the file that it concerns has it.
    act: Option<ReceiveOrientation>,
    contact: Contact,
    /// The contact that is recorded after the orientation.
    then: Option<Contact>,
    family: Option<FamilyId>,
    says: Says,
    /// The cells as they were sent.
    cells: Vec<String>,
    /// The members of the act, and the sender's titles of their columns.
    titles: Vec<(&'static str, String)>,
}

/// What a list says of the facts of art. 2; what it does not say is supposed as in the form, and marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Says {
    isolated: bool,
    benefit: bool,
    followed: bool,
    children: bool,
}

/// What can be done with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be received.
    Ready,
    /// It can be, once somebody has looked: the person may be known.
    ToLookAt,
    /// It was received before.
    Known,
    Refused,
}

/// One thing wrong with a line, and the column that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The sender's own title.
    pub column: Option<String>,
    pub kind: ProblemKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    Missing,
    DateUnknown {
        cell: String,
    },
    DateImpossible {
        cell: String,
    },
    /// A spreadsheet has replaced digits of the number by zeros.
    NumberShortened {
        cell: String,
    },
    CenterUnknown {
        cell: String,
        known: String,
    },
    AnswerUnknown {
        cell: String,
    },
    ChildrenUnknown {
        cell: String,
    },
    NameUndivided {
        cell: String,
    },
    FormulaFailed {
        cell: String,
    },
    /// The cell holds a social-security number.
    NirInside,
    /// A delimiter in a text without quotes has moved its cells.
    CellsMoved,
    /// Another line bears the same CAF number.
    NumberTwice {
        line: u32,
        file: Option<String>,
    },
    /// The number is that of a file under another name, or of another birth date.
    OtherPerson,
    /// A rule of the convention.
    Rule(Refusal),
}

/// What a person may want to look at again, though the line can be received.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    ZerosRestored {
        number: String,
    },
    YearOfTwoDigits {
        date: NaiveDate,
    },
    ChildUnnamed,
    /// The family is known and comes back; its file keeps its name as it is.
    ComesBack {
        status: FamilyStatus,
    },
}

/// A check of art. 2, and whether the list itself says what decides it.
#[derive(Clone, Debug, PartialEq)]
pub struct LineCheck {
    pub check: Check,
    pub is_said: bool,
}

/// Somebody who may be the same person.
#[derive(Clone, Debug, PartialEq)]
pub enum Alike {
    Family { id: FamilyId, name: String },
    Line { line: u32, file: Option<String> },
}

/// Why a file is not read as a list, or why none of its lines was received. Nothing was written.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ListFault {
    #[error("the file cannot be read")]
    Unreadable { kind: std::io::ErrorKind },
    #[error("the file is empty")]
    Empty,
    #[error("the file is too large")]
    TooLarge { lines: u32 },
    #[error("the list has too many lines")]
    TooManyLines { lines: u32 },
    #[error("the file is neither delimited text nor a workbook")]
    NotAList,
    #[error("the workbook is an old one, or protected")]
    OldOrProtected,
    #[error("the workbook is damaged")]
    Damaged,
    #[error("a quote is never closed")]
    QuoteLeftOpen { line: u32 },
    #[error("no row names the columns")]
    HeadersMissing,
    #[error("columns are missing")]
    ColumnsMissing { columns: Vec<Column> },
    #[error("two columns say the same")]
    ColumnTwice { first: String, second: String },
    #[error("there is no line below the headers")]
    NoLine,
    #[error("a line can no longer be received: {}", .refusal.id())]
    LineRefused { line: u32, refusal: Refusal },
    #[error("the report cannot be written")]
    NotWritten { kind: std::io::ErrorKind },
}

/// A row of a file, with the number that a spreadsheet shows; cells at its end that are empty are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
struct GridRow {
    number: u32,
    cells: Vec<String>,
}

impl ListLine {
    /// What can be done with it.
    pub fn standing(&self) -> Standing {
        match (self.is_known, self.problems.is_empty(), self.alike.is_empty()) {
            (true, ..) => Standing::Known,
            (false, false, _) => Standing::Refused,
            (false, true, false) => Standing::ToLookAt,
            (false, true, true) => Standing::Ready,
        }
    }

    /// The family whose file it concerns: its own once it has one, else that of whoever may be the same person.
    pub fn family(&self) -> Option<FamilyId> {
        let alike = self.alike.iter().find_map(|alike| match alike {
            Alike::Family { id, .. } => Some(*id),
            Alike::Line { .. } => None,
        });
        self.family.or(alike)
    }

    /// The checks of art. 2 that fail by what the list says.
    pub fn failed_checks(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|line| line.is_said && !line.check.passed).map(|line| &line.check)
    }
}

impl ProblemKind {
    /// The Fluent id of its sentence; its `.hint` says what to do.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Missing => "list-problem-missing",
            Self::DateUnknown { .. } => "list-problem-date-unknown",
            Self::DateImpossible { .. } => "list-problem-date-impossible",
            Self::NumberShortened { .. } => "list-problem-number-shortened",
            Self::CenterUnknown { .. } => "list-problem-center-unknown",
            Self::AnswerUnknown { .. } => "list-problem-answer-unknown",
            Self::ChildrenUnknown { .. } => "list-problem-children-unknown",
            Self::NameUndivided { .. } => "list-problem-name-undivided",
            Self::FormulaFailed { .. } => "list-problem-formula-failed",
            Self::NirInside => "list-problem-nir-inside",
            Self::CellsMoved => "list-problem-cells-moved",
            Self::NumberTwice { file: None, .. } => "list-problem-number-twice",
            Self::NumberTwice { file: Some(_), .. } => "list-problem-number-in-file",
            Self::OtherPerson => "list-problem-other-person",
            Self::Rule(refusal) => refusal.id(),
        }
    }

    /// The facts that its sentence names.
    pub fn arguments(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Missing | Self::NirInside | Self::CellsMoved | Self::OtherPerson => Vec::new(),
            Self::DateUnknown { cell }
            | Self::DateImpossible { cell }
            | Self::NumberShortened { cell }
            | Self::AnswerUnknown { cell }
            | Self::ChildrenUnknown { cell }
            | Self::NameUndivided { cell }
            | Self::FormulaFailed { cell } => vec![("cell", Fact::from(cell.as_str()))],
            Self::CenterUnknown { cell, known } => {
                vec![("cell", Fact::from(cell.as_str())), ("known", Fact::from(known.as_str()))]
            }
            Self::NumberTwice { line, file } => {
                vec![("line", Fact::from(*line)), ("file", Fact::from(file.as_deref().unwrap_or_default()))]
            }
            Self::Rule(refusal) => refusal.arguments(),
        }
    }
}

impl ListFault {
    /// The Fluent id of the sentence; its `.hint` says what to do.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "list-unreadable",
            Self::Empty => "list-empty",
            Self::TooLarge { .. } => "list-too-large",
            Self::TooManyLines { .. } => "list-too-many-lines",
            Self::NotAList => "list-not-a-list",
            Self::OldOrProtected => "list-old-or-protected",
            Self::Damaged => "list-damaged",
            Self::QuoteLeftOpen { .. } => "list-quote-left-open",
            Self::HeadersMissing => "list-headers-missing",
            Self::ColumnsMissing { .. } => "list-columns-missing",
            Self::ColumnTwice { .. } => "list-column-twice",
            Self::NoLine => "list-no-line",
            Self::LineRefused { .. } => "list-line-refused",
            Self::NotWritten { .. } => "list-not-written",
        }
    }

    /// The facts that the sentence names.
    pub fn arguments(&self, catalog: &Catalog) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Empty
            | Self::NotAList
            | Self::OldOrProtected
            | Self::Damaged
            | Self::HeadersMissing
            | Self::NoLine => Vec::new(),
            Self::Unreadable { kind } | Self::NotWritten { kind } => vec![("kind", Fact::from(*kind))],
            Self::TooLarge { lines } | Self::TooManyLines { lines } => vec![("lines", Fact::from(*lines))],
            Self::QuoteLeftOpen { line } => vec![("line", Fact::from(*line))],
            Self::ColumnsMissing { columns } => {
                let names: Vec<_> = columns.iter().map(|column| catalog.text(column.id())).collect();
                let count = i64::try_from(columns.len()).unwrap_or(i64::MAX);
                vec![("columns", Fact::Text(names.join(", "))), ("count", Fact::Number(count))]
            }
            Self::ColumnTwice { first, second } => {
                vec![("first", Fact::from(first.as_str())), ("second", Fact::from(second.as_str()))]
            }
            Self::LineRefused { line, refusal } => {
                let rule = catalog.text_with(refusal.id(), &refusal.arguments());
                vec![("line", Fact::from(*line)), ("rule", Fact::Text(rule))]
            }
        }
    }
}

/// Reads a file as a list of orientations to this antenna. What a line says is not judged yet.
///
/// # Errors
/// Why the file is no such list.
pub fn read(path: &Path, antenna: &AntennaRecord, today: NaiveDate) -> Result<OrientationList, ListFault> {
    let unreadable = |error: std::io::Error| ListFault::Unreadable { kind: error.kind() };
    // The size is looked at before a byte is read: a file of a terabyte must not fill the memory.
    let length = std::fs::metadata(path).map_err(unreadable)?.len();
    if length > MOST_BYTES as u64 {
        return Err(ListFault::TooLarge { lines: MOST_LINES });
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    read_bytes(&bytes, file, antenna, today)
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
) -> Result<OrientationList, ListFault> {
    if bytes.len() > MOST_BYTES {
        return Err(ListFault::TooLarge { lines: MOST_LINES });
    }
    let Rows { rows, unread_sheets } = rows(bytes)?;
    if rows.is_empty() {
        return Err(ListFault::Empty);
    }
    let (at, mut headers) = columns::header_row(&rows).ok_or(ListFault::HeadersMissing)?;
    let titles = rows.get(at).map(|row| row.cells.clone()).unwrap_or_default();
    // A list put together from pages has its headers again and again.
    let below: Vec<GridRow> = rows.into_iter().skip(at + 1).filter(|row| row.cells != titles).collect();
    columns::complete(&headers, antenna.centers.len() == 1)?;
    if below.is_empty() {
        return Err(ListFault::NoLine);
    }
    if below.len() > MOST_LINES as usize {
        return Err(ListFault::TooManyLines { lines: MOST_LINES });
    }
    columns::mark_nir(&mut headers, &below);
    Ok(OrientationList { unread_sheets, ..lines::list(file, &headers, below, antenna, today) })
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
