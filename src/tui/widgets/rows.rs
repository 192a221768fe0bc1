//! A small list inside a form, such as the commitments of a contract: each row has the same fields.
//!
//! A row in which nothing was typed is not sent.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::field::{Entry, Field, Unreadable, Visibility};
use super::line_edit::Edited;
use crate::base::locale::Catalog;
use crate::tui::action::ActKind;
use crate::tui::keymap::Key;

/// The rows, with the cell under the cursor.
#[derive(Clone, Debug)]
pub struct Rows {
    template: Vec<Field>,
    rows: Vec<Vec<Field>>,
    row: usize,
    cell: usize,
}

/// Where a move between cells led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    Within,
    /// Past the first or the last cell: on to the neighbouring field.
    Out,
}

impl Rows {
    /// These rows; an empty one is added where there is none.
    pub fn new(template: Vec<Field>, mut rows: Vec<Vec<Field>>) -> Self {
        if rows.is_empty() {
            rows.push(template.clone());
        }
        let mut rows = Self { template, rows, row: 0, cell: 0 };
        rows.enter_first();
        rows
    }

    /// Adds a row filled in by column, in the place of the empty one when it is alone.
    pub fn push(&mut self, values: Vec<String>) {
        let filled = self.template.iter().cloned().zip(values).map(|(cell, value)| cell.value(value));
        let row = filled.collect();
        match self.rows.as_mut_slice() {
            [only] if is_untouched(only, &self.template) => *only = row,
            _others => self.rows.push(row),
        }
    }

    /// Every row with its cells.
    pub fn rows(&self) -> &[Vec<Field>] {
        &self.rows
    }

    /// Row and cell under the cursor.
    pub fn cursor(&self) -> (usize, usize) {
        (self.row, self.cell)
    }

    /// The cell under the cursor.
    pub fn cell(&self) -> Option<&Field> {
        self.rows.get(self.row)?.get(self.cell)
    }

    /// The cell under the cursor.
    pub fn cell_mut(&mut self) -> Option<&mut Field> {
        self.rows.get_mut(self.row)?.get_mut(self.cell)
    }

    /// Goes to the first cell.
    pub fn enter_first(&mut self) {
        (self.row, self.cell) = (0, 0);
        if !self.cell().is_some_and(Field::is_shown) {
            self.go_on();
        }
    }

    /// Goes to the last cell.
    pub fn enter_last(&mut self) {
        self.row = self.rows.len().saturating_sub(1);
        self.cell = self.template.len();
        self.go_back();
    }

    /// Goes to the next cell.
    pub fn go_on(&mut self) -> Moved {
        let (mut row, mut cell) = (self.row, self.cell + 1);
        loop {
            match self.rows.get(row).map(|fields| fields.get(cell)) {
                None => return Moved::Out,
                Some(None) => (row, cell) = (row + 1, 0),
                Some(Some(field)) if field.is_shown() => {
                    (self.row, self.cell) = (row, cell);
                    return Moved::Within;
                }
                Some(Some(_)) => cell += 1,
            }
        }
    }

    /// Goes to the cell before.
    pub fn go_back(&mut self) -> Moved {
        let (mut row, mut cell) = (self.row, self.cell);
        loop {
            match cell.checked_sub(1) {
                Some(before) => cell = before,
                None => match row.checked_sub(1) {
                    Some(above) => {
                        row = above;
                        cell = self.template.len();
                        continue;
                    }
                    None => return Moved::Out,
                },
            }
            if self.rows.get(row).and_then(|fields| fields.get(cell)).is_some_and(Field::is_shown) {
                (self.row, self.cell) = (row, cell);
                return Moved::Within;
            }
        }
    }

    /// Adds an empty row under the cursor and goes there.
    pub fn add(&mut self) {
        self.row = (self.row + 1).min(self.rows.len());
        self.rows.insert(self.row, self.template.clone());
        self.cell = 0;
        if !self.cell().is_some_and(Field::is_shown) {
            self.go_on();
        }
    }

    /// Whether a row can be added: not where the form gives each thing its own.
    pub fn can_add(&self) -> bool {
        self.template.iter().all(|cell| cell.visibility != Visibility::Read)
    }

    /// Whether there is a row to remove: the only one, empty, stays.
    pub fn can_remove(&self) -> bool {
        match self.rows.as_slice() {
            _ if !self.can_add() => false,
            [only] => !is_untouched(only, &self.template),
            _several => true,
        }
    }

    /// Removes the row under the cursor; an empty one stays when it was the last.
    pub fn remove(&mut self) {
        if self.row < self.rows.len() {
            self.rows.remove(self.row);
        }
        if self.rows.is_empty() {
            self.rows.push(self.template.clone());
        }
        self.row = self.row.min(self.rows.len().saturating_sub(1));
    }

    /// Finds the label of every column.
    pub(super) fn label(&mut self, list: &str, act: ActKind, catalog: &Catalog) {
        for cell in self.template.iter_mut().chain(self.rows.iter_mut().flatten()) {
            let of_the_list = format!("field-{}-{}", list.replace('_', "-"), cell.name.replace('_', "-"));
            let id = if catalog.has(&of_the_list) { of_the_list } else { cell.label_id(act, catalog) };
            cell.label = Some(id);
        }
    }

    /// Whether each row is a page of texts rather than one line of cells.
    pub fn is_stacked(&self) -> bool {
        self.template.iter().any(|cell| matches!(cell.entry, Entry::Lines(_)))
    }

    /// Whether Enter has nothing more to fill in: past the first cell of a last row in which nothing was typed.
    pub fn is_done(&self) -> bool {
        let row = self.rows.get(self.row).map(Vec::as_slice).unwrap_or_default();
        let first = row.iter().position(Field::is_shown).unwrap_or(0);
        self.row + 1 == self.rows.len() && first < self.cell && is_empty(row)
    }

    pub(super) fn typed(&mut self, character: char) -> Edited {
        self.cell_mut().map_or(Edited::Not, |cell| {
            let offered = all_options(cell);
            cell.typed(character, &offered)
        })
    }

    pub(super) fn edited(&mut self, key: Key) -> Edited {
        self.cell_mut().map_or(Edited::Not, |cell| {
            let offered = all_options(cell);
            cell.edited(key, &offered)
        })
    }

    pub(super) fn pasted(&mut self, text: &str) -> Edited {
        self.cell_mut().map_or(Edited::Not, |cell| cell.pasted(text))
    }

    /// The rows as a JSON array of objects.
    ///
    /// # Errors
    /// The first cell that cannot be read; the cursor does not move.
    pub fn json(&self, today: NaiveDate) -> Result<Value, Unreadable> {
        let mut sent = Vec::new();
        for row in self.rows.iter().filter(|row| self.is_filled(row)) {
            let mut object = Map::new();
            for cell in row {
                if let Some(value) = cell.json(today)? {
                    object.insert(cell.name.to_owned(), value);
                }
            }
            sent.push(Value::Object(object));
        }
        Ok(Value::Array(sent))
    }

    /// Whether a row says something: it was typed in, or it was added and something was chosen in it.
    fn is_filled(&self, row: &[Field]) -> bool {
        !is_empty(row) || self.can_add() && !is_untouched(row, &self.template)
    }

    /// Puts the cursor on the first cell that cannot be read.
    pub fn go_to_unreadable(&mut self, today: NaiveDate) {
        let unreadable = |row: &Vec<Field>| row.iter().position(|cell| cell.json(today).is_err());
        let found = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| self.is_filled(row))
            .find_map(|(at, row)| Some((at, unreadable(row)?)));
        if let Some(at) = found {
            (self.row, self.cell) = at;
        }
    }

    pub(super) fn raw(&self) -> Value {
        let row = |row: &Vec<Field>| {
            Value::Object(row.iter().map(|cell| (cell.name.to_owned(), cell.raw())).collect::<Map<_, _>>())
        };
        self.rows.iter().map(row).collect()
    }

    pub(super) fn restore(&mut self, kept: &[Value]) {
        let row = |kept: &Value| {
            let mut row = self.template.clone();
            for cell in &mut row {
                if let Some(raw) = kept.get(cell.name) {
                    cell.restore(raw);
                }
            }
            row
        };
        let rows = kept.iter().map(row).collect();
        *self = Self::new(std::mem::take(&mut self.template), rows);
    }
}

/// Whether nothing was typed in a row that asks for something typed: toggles are set before anybody types, and most choices.
fn is_empty(row: &[Field]) -> bool {
    let mut typed = row.iter().filter(|cell| cell.is_shown()).filter_map(|cell| match &cell.entry {
        Entry::Text(line) | Entry::Date { line, .. } | Entry::Time(line) | Entry::Number(line) | Entry::Money(line) => {
            Some(line.text().trim().is_empty())
        }
        Entry::Lines(area) => Some(area.lines().iter().all(|line| line.trim().is_empty())),
        Entry::Choice { chosen: None, .. } => Some(true),
        Entry::Choice { .. } | Entry::Choices { .. } | Entry::Toggle(_) | Entry::Rows(_) => None,
    });
    typed.next().is_some_and(|first| first && typed.all(|empty| empty))
}

/// Whether a row is as it was added.
fn is_untouched(row: &[Field], template: &[Field]) -> bool {
    row.iter().map(Field::raw).eq(template.iter().map(Field::raw))
}

fn all_options(cell: &Field) -> Vec<usize> {
    match &cell.entry {
        Entry::Choice { options, .. } | Entry::Choices { options, .. } => (0..options.len()).collect(),
        Entry::Text(_)
        | Entry::Lines(_)
        | Entry::Date { .. }
        | Entry::Time(_)
        | Entry::Number(_)
        | Entry::Money(_)
        | Entry::Toggle(_)
        | Entry::Rows(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::json;

    use super::super::field::{Choice, Leaning};
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    fn commitments() -> Rows {
        let parties = vec![Choice::new("beneficiary", "la bénéficiaire"), Choice::new("referent", "la référente")];
        let template = vec![
            Field::text("carried_from").hidden(),
            Field::choice("party", parties).value("beneficiary"),
            Field::text("text"),
            Field::date("due", Leaning::Future).optional(),
        ];
        Rows::new(template, Vec::new())
    }

    fn type_in(rows: &mut Rows, text: &str) {
        for character in text.chars() {
            rows.typed(character);
        }
    }

    #[test]
    fn an_empty_row_is_not_sent() {
        let rows = commitments();
        assert_eq!(rows.json(today()).unwrap(), json!([]));
    }

    #[test]
    fn a_row_in_which_only_something_was_chosen_is_not_left_out() {
        let mut rows = commitments();
        rows.typed('2');
        assert!(rows.json(today()).is_err(), "its text is missing");
        rows.go_to_unreadable(today());
        assert_eq!(rows.cursor(), (0, 2));
        rows.enter_first();
        rows.typed('1');
        assert_eq!(rows.json(today()).unwrap(), json!([]), "as it was added");
    }

    #[test]
    fn a_row_is_sent_with_its_hidden_members() {
        let mut rows = commitments();
        rows.go_on();
        type_in(&mut rows, "dossier FSL");
        rows.go_on();
        type_in(&mut rows, "+7j");
        rows.push(["7d1c", "referent", "suivi", ""].map(str::to_owned).to_vec());
        let expected = json!([
            {"party": "beneficiary", "text": "dossier FSL", "due": "2026-11-30"},
            {"carried_from": "7d1c", "party": "referent", "text": "suivi"},
        ]);
        assert_eq!(rows.json(today()).unwrap(), expected);
    }

    #[test]
    fn moving_goes_over_hidden_cells_and_out_at_both_ends() {
        let mut rows = commitments();
        assert_eq!(rows.cursor(), (0, 1));
        assert_eq!(rows.go_back(), Moved::Out);
        rows.add();
        assert_eq!(rows.cursor(), (1, 1));
        assert_eq!(rows.go_back(), Moved::Within);
        assert_eq!(rows.cursor(), (0, 3));
        rows.enter_last();
        assert_eq!(rows.cursor(), (1, 3));
        assert_eq!(rows.go_on(), Moved::Out);
    }

    #[test]
    fn removing_the_only_row_leaves_an_empty_one() {
        let mut rows = commitments();
        rows.go_on();
        type_in(&mut rows, "x");
        rows.remove();
        assert_eq!(rows.rows().len(), 1);
        assert!(is_empty(&rows.rows()[0]));
    }

    #[test]
    fn a_draft_puts_back_rows_and_hidden_members() {
        let mut rows = commitments();
        rows.go_on();
        type_in(&mut rows, "crèche");
        rows.add();
        let kept = rows.raw();
        let mut again = commitments();
        again.restore(kept.as_array().unwrap());
        assert_eq!(again.raw(), kept);
    }
}
