//! The rows below the headers as lines: each cell read by its column, each fault beside the cell that it is about.

use chrono::NaiveDate;

use super::cells::{self, NoDate, ReadNumber};
use super::columns::{self, Column, Header};
use super::{GridRow, ListLine, OrientationList, Problem, ProblemKind, Remark, Says};
use crate::base::calendar;
use crate::base::fold::fold;
use crate::base::id::CenterCode;
use crate::domain::antenna::AntennaRecord;
use crate::domain::contains_nir;
use crate::domain::family::{AddChild, Contact};
use crate::domain::orientation::ReceiveOrientation;

/// Nobody brings up a child below this age: of two centuries, a parent was born in the one before.
const LEAST_AGE: u32 = 12;

/// The given name of a child of whom only the birth date was sent.
const UNNAMED: &str = "?";

/// Whether only the birth date of a child was sent.
pub(super) fn is_unnamed(child: &AddChild) -> bool {
    child.given_name == UNNAMED
}

/// A list of these rows.
pub(super) fn list(
    file: String,
    headers: &[Header],
    rows: Vec<GridRow>,
    antenna: &AntennaRecord,
    today: NaiveDate,
) -> OrientationList {
    let titled = |wanted: fn(&Header) -> bool| {
        let titles = headers.iter().filter(|header| wanted(header) && !header.title.is_empty());
        titles.map(|header| header.title.clone()).collect::<Vec<_>>()
    };
    let unread = titled(|header| header.column.is_none());
    let nir = titled(|header| header.column == Some(Column::Nir));
    let kept = headers.iter().enumerate().filter(|(_, header)| header.column != Some(Column::Nir));
    let titles = kept.map(|(at, header)| (at, header.title.clone())).collect();
    let reader = Reader { file: &file, headers, antenna, today };
    let lines = rows.into_iter().map(|row| reader.line(row)).collect();
    OrientationList { file, lines, unread, unread_sheets: Vec::new(), nir, titles }
}

struct Reader<'a> {
    file: &'a str,
    headers: &'a [Header],
    antenna: &'a AntennaRecord,
    today: NaiveDate,
}

/// One row on its way to a line.
struct Row<'a> {
    headers: &'a [Header],
    cells: Vec<String>,
    problems: Vec<Problem>,
    remarks: Vec<Remark>,
}

impl Reader<'_> {
    fn line(&self, row: GridRow) -> ListLine {
        let GridRow { number, cells } = row;
        let moved = cells.len() > self.headers.len();
        let read = cells.iter().map(|cell| cells::without_text_mark(cell).to_owned()).collect();
        let mut row = Row { headers: self.headers, cells: read, problems: Vec::new(), remarks: Vec::new() };
        if moved {
            row.problems.push(Problem { column: None, kind: ProblemKind::CellsMoved });
        }
        row.refuse_what_nobody_reads();
        let (surname, given_name) = row.names();
        let birth_date = row.date(Column::BirthDate, calendar::sub_months(self.today, 12 * LEAST_AGE));
        let matricule = row.matricule();
        let center = self.center(&mut row);
        // A date of next year is refused as such, not read as of the last century.
        let next_year = calendar::add_months(self.today, 12);
        let date = row.date(Column::Date, next_year);
        let convention = self.antenna.convention(date.unwrap_or(self.today));
        let expected = convention.map(|convention| convention.inclusion.benefit_code.clone()).unwrap_or_default();
        let (isolated, followed) = (row.answer(Column::Isolated), row.answer(Column::Followed));
        let (benefit_code, says_benefit) = row.benefit(&expected);
        let children = row.children(next_year);
        let says = Says {
            isolated: isolated.is_some(),
            benefit: says_benefit,
            followed: followed.is_some(),
            children: !children.is_empty(),
        };
        let document = row.text(Column::Document);
        let document = if document.is_empty() { self.file.to_owned() } else { document };
        let contact = row.contact();
        let sent = match (row.problems.is_empty(), birth_date, &center, date) {
            (true, Some(birth_date), Some(center), Some(date)) => Some(ReceiveOrientation {
                center: center.clone(),
                date,
                document,
                surname: surname.clone(),
                given_name: given_name.clone(),
                birth_date,
                matricule: matricule.clone(),
                children,
                isolated: isolated.unwrap_or(true),
                benefit_code,
                followed_by_department: followed.unwrap_or(false),
            }),
            _something_missing => None,
        };
        let titles = row.titles();
        let Row { problems, remarks, .. } = row;
        ListLine {
            number,
            name: format!("{} {given_name}", surname.to_uppercase()).trim().to_owned(),
            birth_date,
            matricule,
            center,
            date,
            problems,
            remarks,
            checks: Vec::new(),
            alike: Vec::new(),
            is_known: false,
            is_chosen: false,
            is_judged: false,
            sent,
            act: None,
            contact,
            then: None,
            family: None,
            says,
            cells,
            titles,
        }
    }

    /// The solidarity centre, by its code, its name, or words that no other centre's name has.
    fn center(&self, row: &mut Row<'_>) -> Option<CenterCode> {
        let centers = &self.antenna.centers;
        let has_column = row.place(Column::Center).is_some();
        if let ([only], false) = (centers.as_slice(), has_column) {
            return Some(only.code.clone());
        }
        let cell = row.needed(Column::Center)?;
        let wanted = center_words(&cell);
        let code = fold(&cell);
        let exact = centers
            .iter()
            .find(|center| fold(center.code.as_str()) == code.trim() || center_words(&center.name) == wanted);
        let holds = |name: &str| wanted.iter().all(|word| center_words(name).contains(word));
        let mut near = centers.iter().filter(|center| !wanted.is_empty() && holds(&center.name));
        let found = exact.or_else(|| near.next().filter(|_| near.next().is_none()));
        if found.is_none() {
            let known = centers.iter().map(|center| center.name.as_str()).collect::<Vec<_>>().join(", ");
            row.problem(Column::Center, ProblemKind::CenterUnknown { cell, known });
        }
        found.map(|center| center.code.clone())
    }
}

impl Row<'_> {
    fn place(&self, column: Column) -> Option<usize> {
        self.headers.iter().position(|header| header.column == Some(column))
    }

    fn cell(&self, column: Column) -> &str {
        self.place(column).and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// The titles of the columns that members of the act are read from.
    fn titles(&self) -> Vec<(&'static str, String)> {
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

    fn problem(&mut self, column: Column, kind: ProblemKind) {
        let title = self.place(column).and_then(|at| self.headers.get(at)).map(|header| header.title.clone());
        self.problems.push(Problem { column: title, kind });
    }

    /// Empties the cells that hold a social-security number or a formula that failed, and says so.
    fn refuse_what_nobody_reads(&mut self) {
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
    fn text(&self, column: Column) -> String {
        self.cell(column).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of a column that a line cannot be without; one problem a cell is enough.
    fn needed(&mut self, column: Column) -> Option<String> {
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

    fn names(&mut self) -> (String, String) {
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

    fn date(&mut self, column: Column, latest: NaiveDate) -> Option<NaiveDate> {
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

    fn matricule(&mut self) -> String {
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
    fn answer(&mut self, column: Column) -> Option<bool> {
        let cell = self.text(column);
        let answer = columns::answer(&cell);
        if answer.is_none() && !cell.is_empty() {
            self.problem(column, ProblemKind::AnswerUnknown { cell });
        }
        answer
    }

    /// The code of the benefit, and whether the list says it: “oui” in a column of RSA majoré is the convention's.
    fn benefit(&self, expected: &str) -> (String, bool) {
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
    fn children(&mut self, latest: NaiveDate) -> Vec<AddChild> {
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

    fn has_own_date(&self, column: Column) -> bool {
        match column {
            Column::Child(place) => self.place(Column::ChildBirthDate(place)).is_some(),
            _several => false,
        }
    }

    fn dated_child(&mut self, place: u8, latest: NaiveDate) -> Option<(String, NaiveDate)> {
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
    fn each_once(&mut self, found: Vec<(String, NaiveDate)>) -> Vec<AddChild> {
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

    fn contact(&self) -> Contact {
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

/// What tells a centre from another.
fn center_words(name: &str) -> Vec<String> {
    const SHARED: [&str; 10] =
        ["mds", "maison", "departementale", "des", "solidarites", "solidarite", "de", "la", "du", "d"];
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !SHARED.contains(word)).map(str::to_owned).collect()
}
