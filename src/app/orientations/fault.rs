//! Why a list is not read, not received or not reported on, each with its sentence.

use super::Column;
use crate::base::locale::{Catalog, Fact};
use crate::domain::refusal::Refusal;

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
