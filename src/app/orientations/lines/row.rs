//! One row on its way to a line: each cell read by its column, each fault beside the cell that it is about.

use chrono::NaiveDate;

use crate::app::orientations::cells::{self, NoDate, ReadNumber};
use crate::app::orientations::columns::{self, Column, Header};
use crate::app::orientations::{Problem, ProblemKind, Remark};
use crate::base::fold::fold;
use crate::domain::contains_nir;
use crate::domain::family::{AddChild, Contact};

/// The given name of a child of whom only the birth date was sent.
pub(super) const UNNAMED: &str = "?";

/// One row on its way to a line.
pub(super) struct Row<'a> {
    pub(super) headers: &'a [Header],
    pub(super) cells: Vec<String>,
    pub(super) problems: Vec<Problem>,
    pub(super) remarks: Vec<Remark>,
}

impl Row<'_> {
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.headers.iter().position(|header| header.column == Some(column))
    }

    pub(super) fn cell(&self, column: Column) -> &str {
        self.place(column).and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// The titles of the columns that members of the act are read from.
    pub(super) fn titles(&self) -> Vec<(&'static str, String)> {
        let members = self.headers.iter().filter_map(|header| {
            let member = match header.column? {
                Column::Surname | Column::FullName => "surname",
                Column::GivenName => "given_name",
                Column::BirthDate => "birth_date",
                Column::Matricule => "matricule",
                Column::Center => "center",
                Column::Date => "date",
                Column::Document => "document",
                Column::Benefit => "benefit_code",
                Column::Children | Column::Child(_) | Column::ChildGivenName(_) | Column::ChildBirthDate(_) => {
                    "children"
                }
                Column::Telephone => "telephone",
                Column::Email => "email",
                Column::Address | Column::PostCode | Column::Town => "address",
                Column::Language => "language",
                Column::Isolated | Column::Followed | Column::Nir => return None,
            };
            Some((member, header.title.clone()))
        });
        members.collect()
    }

    pub(super) fn problem(&mut self, column: Column, kind: ProblemKind) {
        let title = self.place(column).and_then(|at| self.headers.get(at)).map(|header| header.title.clone());
        self.problems.push(Problem { column: title, kind });
    }

    /// Empties the cells that hold a social-security number or a formula that failed, and says so.
    pub(super) fn refuse_what_nobody_reads(&mut self) {
        for (cell, header) in self.cells.iter_mut().zip(self.headers) {
            if header.column.is_none_or(|column| column == Column::Nir) {
                cell.clear();
                continue;
            }
            let kind = match cell.as_str() {
                cell if contains_nir(cell) => ProblemKind::NirInside,
                cell if cells::is_error(cell) => ProblemKind::FormulaFailed { cell: cell.to_owned() },
                _readable => continue,
            };
            cell.clear();
            self.problems.push(Problem { column: Some(header.title.clone()), kind });
        }
    }

    /// A text without line breaks.
    pub(super) fn text(&self, column: Column) -> String {
        self.cell(column).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of a column that a line cannot be without; one problem a cell is enough.
    pub(super) fn needed(&mut self, column: Column) -> Option<String> {
        let text = self.text(column);
        if !text.is_empty() {
            return Some(text);
        }
        let title = self.place(column).and_then(|at| self.headers.get(at)).map(|header| &header.title);
        if self.problems.iter().all(|problem| problem.column.as_ref() != title) {
            self.problem(column, ProblemKind::Missing);
        }
        None
    }

    pub(super) fn names(&mut self) -> (String, String) {
        if self.place(Column::Surname).is_some() && self.place(Column::GivenName).is_some() {
            let surname = self.needed(Column::Surname).unwrap_or_default();
            return (surname, self.needed(Column::GivenName).unwrap_or_default());
        }
        let Some(cell) = self.needed(Column::FullName) else { return Default::default() };
        match cells::full_name(&cell) {
            Some(names) => names,
            None => {
                self.problem(Column::FullName, ProblemKind::NameUndivided { cell: cell.clone() });
                (cell, String::new())
            }
        }
    }

    pub(super) fn date(&mut self, column: Column, latest: NaiveDate) -> Option<NaiveDate> {
        let cell = self.needed(column)?;
        match cells::date(&cell, latest) {
            Ok(read) => {
                if read.had_two_digits {
                    self.remarks.push(Remark::YearOfTwoDigits { date: read.date });
                }
                Some(read.date)
            }
            Err(fault) => {
                self.problem(column, no_date(fault, cell));
                None
            }
        }
    }

    pub(super) fn matricule(&mut self) -> String {
        let Some(cell) = self.needed(Column::Matricule) else { return String::new() };
        match cells::caf_number(&cell) {
            ReadNumber::AsWritten(number) => number.to_uppercase(),
            ReadNumber::Padded { padded, .. } => {
                self.remarks.push(Remark::ZerosRestored { number: padded.clone() });
                padded
            }
            ReadNumber::Shortened => {
                self.problem(Column::Matricule, ProblemKind::NumberShortened { cell });
                String::new()
            }
        }
    }

    /// Yes, no, or nothing said.
    pub(super) fn answer(&mut self, column: Column) -> Option<bool> {
        let cell = self.text(column);
        let answer = columns::answer(&cell);
        if answer.is_none() && !cell.is_empty() {
            self.problem(column, ProblemKind::AnswerUnknown { cell });
        }
        answer
    }

    /// The code of the benefit, and whether the list says it: “oui” in a column of RSA majoré is the convention's.
    pub(super) fn benefit(&self, expected: &str) -> (String, bool) {
        let cell = self.text(Column::Benefit);
        let folded = fold(&cell);
        match columns::answer(&cell) {
            _ if cell.is_empty() => (expected.to_owned(), false),
            Some(true) => (expected.to_owned(), true),
            Some(false) => ("RSA".to_owned(), true),
            None if folded.contains("major") && !folded.contains("non") => (expected.to_owned(), true),
            None => (cell.to_uppercase(), true),
        }
    }

    /// The children of every column that tells of some, each once.
    pub(super) fn children(&mut self, latest: NaiveDate) -> Vec<AddChild> {
        let mut found: Vec<(String, NaiveDate)> = Vec::new();
        let columns: Vec<Column> = self.headers.iter().filter_map(|header| header.column).collect();
        for column in columns {
            match column {
                Column::Children | Column::Child(_) => {
                    let cell = self.text(column);
                    match cells::children(&cell, latest) {
                        Ok(children) => found.extend(children),
                        // Its date stands in a column of its own.
                        Err(NoDate::Unknown) if self.has_own_date(column) => {}
                        Err(NoDate::Unknown) => self.problem(column, ProblemKind::ChildrenUnknown { cell }),
                        Err(fault) => self.problem(column, no_date(fault, cell)),
                    }
                }
                Column::ChildBirthDate(place) => found.extend(self.dated_child(place, latest)),
                Column::ChildGivenName(place) => {
                    let is_alone = self.cell(Column::ChildBirthDate(place)).is_empty();
                    if !self.cell(column).is_empty() && is_alone {
                        let cell = self.text(column);
                        self.problem(column, ProblemKind::ChildrenUnknown { cell });
                    }
                }
                _of_the_parent => {}
            }
        }
        self.each_once(found)
    }

    pub(super) fn has_own_date(&self, column: Column) -> bool {
        match column {
            Column::Child(place) => self.place(Column::ChildBirthDate(place)).is_some(),
            _several => false,
        }
    }

    pub(super) fn dated_child(&mut self, place: u8, latest: NaiveDate) -> Option<(String, NaiveDate)> {
        let column = Column::ChildBirthDate(place);
        let cell = self.text(column);
        let mut name = self.text(Column::ChildGivenName(place));
        if name.is_empty() && self.place(Column::Child(place)).is_some() {
            name = self.text(Column::Child(place));
        }
        match cells::date(&cell, latest) {
            _ if cell.is_empty() => None,
            Ok(read) => Some((name, read.date)),
            Err(fault) => {
                self.problem(column, no_date(fault, cell));
                None
            }
        }
    }

    /// A child told of twice, once without its name, is one child.
    pub(super) fn each_once(&mut self, found: Vec<(String, NaiveDate)>) -> Vec<AddChild> {
        let mut children: Vec<AddChild> = Vec::new();
        let (named, unnamed): (Vec<_>, Vec<_>) = found.into_iter().partition(|(name, _)| !name.is_empty());
        for (given_name, birth_date) in named {
            let same =
                |other: &AddChild| other.birth_date == birth_date && fold(&other.given_name) == fold(&given_name);
            if !children.iter().any(same) {
                children.push(AddChild { given_name, birth_date });
            }
        }
        for (_, birth_date) in unnamed {
            if children.iter().all(|other| other.birth_date != birth_date) {
                children.push(AddChild { given_name: UNNAMED.to_owned(), birth_date });
                self.remarks.push(Remark::ChildUnnamed);
            }
        }
        children
    }

    pub(super) fn contact(&self) -> Contact {
        let all = |wanted: Column| {
            let cells = self.headers.iter().zip(&self.cells).filter(|(header, _)| header.column == Some(wanted));
            let texts = cells.map(|(_, cell)| cell.split_whitespace().collect::<Vec<_>>().join(" "));
            texts.filter(|text| !text.is_empty()).collect::<Vec<_>>()
        };
        let town = [self.text(Column::PostCode), self.text(Column::Town)].join(" ");
        let address = [self.text(Column::Address), town.trim().to_owned()];
        Contact {
            telephone: all(Column::Telephone).join(" / "),
            email: self.text(Column::Email),
            address: address.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            language: self.text(Column::Language),
        }
    }
}

fn no_date(fault: NoDate, cell: String) -> ProblemKind {
    match fault {
        NoDate::Unknown => ProblemKind::DateUnknown { cell },
        NoDate::Impossible => ProblemKind::DateImpossible { cell },
    }
}
