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
mod fault;
mod judge;
mod lines;
mod reading;
mod receive;
mod refused;
mod wording;
mod workbook;

use chrono::NaiveDate;

use crate::base::id::{CenterCode, FamilyId};
use crate::base::locale::Fact;
use crate::domain::family::{Contact, FamilyStatus};
use crate::domain::orientation::{Check, CheckRule, ReceiveOrientation};
use crate::domain::refusal::Refusal;
pub use columns::Column;
pub use fault::ListFault;
pub use reading::{read, read_bytes};
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
    /// How to reach her: the lines of one family may say it once.
    contact: Contact,
    family: Option<FamilyId>,
    says: Says,
    /// The cells as they were sent.
    cells: Vec<String>,
    /// Lines of the same family, one a child, that were joined to this one: their numbers and cells.
    joined: Vec<(u32, Vec<String>)>,
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

/// Which way a list goes: its lines are called after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// An antenna receives it from a centre.
    #[default]
    Received,
    /// The Département sends it to its antennas.
    Sent,
}

/// What can be done with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be received, or sent.
    Ready,
    /// It can be, once somebody has looked: the person may be known.
    ToLookAt,
    /// It was received before, or sent.
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
    /// A list that is sent goes to no centre beyond its places, until that is asked for.
    NoPlaceLeft {
        taken: u32,
        places: u32,
    },
    /// A list that is sent names a family in the caseload of an antenna.
    FollowedAlready {
        antenna: String,
    },
    /// A rule of the convention.
    Rule(Refusal),
}

/// What a person may want to look at again, though the line can be received.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// One family stood on several lines, one a child.
    LinesJoined {
        lines: Vec<u32>,
    },
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

/// A row of a file, with the number that a spreadsheet shows; cells at its end that are empty are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
struct GridRow {
    number: u32,
    cells: Vec<String>,
    /// How many cells it was written with, where a delimiter can have made too many of them.
    written: Option<usize>,
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

    /// What is received or sent of it, once it was judged.
    pub(super) fn orientation(&self) -> Option<&ReceiveOrientation> {
        self.act.as_ref()
    }

    /// Whether the family meets art. 2 by what the list says, places aside: those are the centre's matter, not hers.
    pub fn meets_the_convention(&self) -> bool {
        let is_of_places = |check: &&Check| matches!(check.rule, CheckRule::CenterHasRoom | CheckRule::CaseloadHasRoom);
        self.failed_checks().all(|check| is_of_places(&check))
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
            Self::CenterUnknown { known, .. } if known.is_empty() => "list-problem-center-none",
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
            Self::NoPlaceLeft { .. } => "list-problem-no-place-left",
            Self::FollowedAlready { .. } => "list-problem-followed-already",
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
            Self::NoPlaceLeft { taken, places } => {
                vec![("taken", Fact::from(*taken)), ("places", Fact::from(*places))]
            }
            Self::FollowedAlready { antenna } => vec![("antenna", Fact::from(antenna.as_str()))],
            Self::Rule(refusal) => refusal.arguments(),
        }
    }
}
