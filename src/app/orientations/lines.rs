//! The rows below the headers as lines, the lines of one family joined.

mod row;

use std::collections::HashMap;

use chrono::NaiveDate;
use row::Row;

use super::cells;
use super::columns::{Column, Header};
use super::{GridRow, ListLine, OrientationList, Problem, ProblemKind, Remark, Says};
use crate::base::calendar;
use crate::base::fold::fold;
use crate::base::id::CenterCode;
use crate::domain::antenna::AntennaRecord;
use crate::domain::family::AddChild;
use crate::domain::orientation::ReceiveOrientation;

/// Nobody brings up a child below this age: of two centuries, a parent was born in the one before.
const LEAST_AGE: u32 = 12;

/// Whether only the birth date of a child was sent.
pub(super) fn is_unnamed(child: &AddChild) -> bool {
    child.given_name == row::UNNAMED
}

/// A list of these rows.
pub(super) fn list(reader: &Reader<'_>, rows: Vec<GridRow>) -> OrientationList {
    let headers = reader.headers;
    // A column without a title has the letter that a spreadsheet gives it.
    let title = |at: usize, header: &Header| match header.title.is_empty() {
        false => Some(header.title.clone()),
        true => rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty())).then(|| letter(at)),
    };
    let titled = |wanted: fn(&Header) -> bool| {
        let found = headers.iter().enumerate().filter(|(_, header)| wanted(header));
        found.filter_map(|(at, header)| title(at, header)).collect::<Vec<_>>()
    };
    let unread = titled(|header| header.column.is_none());
    let nir = titled(|header| header.column == Some(Column::Nir));
    let kept = headers.iter().enumerate().filter(|(_, header)| header.column != Some(Column::Nir));
    let titles = kept.filter_map(|(at, header)| Some((at, title(at, header)?))).collect();
    let mut lines: Vec<ListLine> = Vec::with_capacity(rows.len());
    let mut first_of: HashMap<String, usize> = HashMap::new();
    for line in rows.into_iter().map(|row| reader.line(row)) {
        let before = first_of.get(&line.matricule).and_then(|at| lines.get_mut(*at));
        match before {
            Some(first) if is_same_family(first, &line) => join(first, line),
            Some(_) | None => {
                if line.sent.is_some() {
                    first_of.entry(line.matricule.clone()).or_insert(lines.len());
                }
                lines.push(line);
            }
        }
    }
    OrientationList { file: reader.file.to_owned(), lines, unread, unread_sheets: Vec::new(), nir, titles }
}

/// Whether two lines are of one sending of one family: each then tells of one of her children.
fn is_same_family(first: &ListLine, line: &ListLine) -> bool {
    let without_children = |sent: &ReceiveOrientation| ReceiveOrientation { children: Vec::new(), ..sent.clone() };
    match (&first.sent, &line.sent) {
        (Some(first), Some(line)) => {
            !first.children.is_empty() && !line.children.is_empty() && without_children(first) == without_children(line)
        }
        _unreadable => false,
    }
}

/// Adds the children of a line to the first line of their family.
fn join(first: &mut ListLine, line: ListLine) {
    let children = line.sent.into_iter().flat_map(|sent| sent.children);
    if let Some(sent) = &mut first.sent {
        for child in children {
            if !sent.children.contains(&child) {
                sent.children.push(child);
            }
        }
    }
    first.joined.push((line.number, line.cells));
    first.remarks.retain(|remark| !matches!(remark, Remark::LinesJoined { .. }));
    let lines = first.joined.iter().map(|(number, _)| *number).collect();
    first.remarks.push(Remark::LinesJoined { lines });
    first.remarks.extend(line.remarks.into_iter().filter(|remark| *remark == Remark::ChildUnnamed));
}

/// The letters of a column: A to Z, AA to ZZ.
fn letter(at: usize) -> String {
    let one = |place: usize| u8::try_from(place).map_or('?', |place| char::from(b'A' + place));
    let (many, last) = (at / 26, one(at % 26));
    if many == 0 { last.to_string() } else { format!("{}{last}", one(many - 1)) }
}

/// What rows are read by.
pub(super) struct Reader<'a> {
    pub(super) file: &'a str,
    pub(super) headers: &'a [Header],
    pub(super) antenna: &'a AntennaRecord,
    pub(super) today: NaiveDate,
    /// The centre where no column names one.
    pub(super) sender: Option<&'a CenterCode>,
}

impl Reader<'_> {
    fn line(&self, row: GridRow) -> ListLine {
        let GridRow { number, cells, .. } = row;
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
                id: None,
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
                contact: Default::default(),
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
            family: None,
            says,
            cells,
            joined: Vec::new(),
            titles,
        }
    }

    /// The solidarity centre, by its code, its name, or words that no other centre's name has.
    fn center(&self, row: &mut Row<'_>) -> Option<CenterCode> {
        let centers = &self.antenna.centers;
        let has_column = row.place(Column::Center).is_some();
        if !has_column {
            return self.sender.cloned();
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

/// What tells a centre from another.
fn center_words(name: &str) -> Vec<String> {
    const SHARED: [&str; 10] =
        ["mds", "maison", "departementale", "des", "solidarites", "solidarite", "de", "la", "du", "d"];
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !SHARED.contains(word)).map(str::to_owned).collect()
}
