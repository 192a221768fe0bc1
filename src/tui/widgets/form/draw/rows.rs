//! Draws the rows of a form: cells on one line, or the one under the cursor as a page of texts.

use ratatui::text::{Line, Span};

use super::{Page, label_of, seen};
use crate::base::dates::parse_date;
use crate::tui::action::Action;
use crate::tui::look;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Entry, Field};
use crate::tui::widgets::form::Form;
use crate::tui::widgets::rows::Rows;

impl Page<'_, '_> {
    pub(super) fn rows(&mut self, form: &Form, field: &Field, rows: &Rows, focused: bool) {
        self.labelled(field, Vec::new(), focused);
        let (row_at, cell_at) = rows.cursor();
        for (row, cells) in rows.rows().iter().enumerate() {
            let shown = cells.iter().enumerate().filter(|(_, cell)| cell.is_seen());
            let mut spans = vec![Span::raw(format!("  {:>2}. ", row + 1))];
            let mut used = 6;
            let (short, long): (Vec<_>, Vec<_>) = shown.partition(|(_, cell)| !matches!(cell.entry, Entry::Text(_)));
            // Where nothing long is typed, a choice may be read whole.
            let most = if long.is_empty() { self.width / 2 } else { 18 };
            let short_room: u16 = short.iter().map(|(_, cell)| self.cell_width(cell, most) + 2).sum();
            let long_count = u16::try_from(long.len()).unwrap_or(1).max(1);
            let long_room = self.width.saturating_sub(used + short_room) / long_count;
            for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.is_seen()) {
                let here = focused && (row, at) == (row_at, cell_at);
                let room = match cell.entry {
                    Entry::Text(_) => long_room.saturating_sub(2).max(8),
                    _ => self.cell_width(cell, most),
                };
                let (text, cursor) = cell_text(cell, room, here);
                let text = match &cell.entry {
                    Entry::Text(_) => self.privacy_of(here).mask(&text).into_owned(),
                    _of_the_convention => text,
                };
                let empty = text.trim().is_empty();
                let text = if empty && !here { format!("‹{}›", label_of(self.look, cell)) } else { text };
                let role = if empty && !here { Role::Muted } else { Role::Field };
                let style = if here { self.look.style(Role::FieldFocused) } else { self.look.style(role) };
                spans.push(Span::styled(look::pad(&text, room), style));
                spans.push(Span::raw("  "));
                if here {
                    self.cursor = Some((used + cursor, self.lines.len()));
                }
                used += room + 2;
            }
            self.lines.push(Line::from(spans));
            if focused && row == row_at {
                self.echo_of_cell(form, rows.cell());
            }
        }
        self.keys_of_rows(rows, focused);
    }

    /// Rows of texts: the one under the cursor with all its cells, a line for each other.
    pub(super) fn stacked(&mut self, form: &Form, field: &Field, rows: &Rows, focused: bool) {
        self.labelled(field, Vec::new(), focused);
        let (row_at, cell_at) = rows.cursor();
        for (row, cells) in rows.rows().iter().enumerate() {
            let here = focused && row == row_at;
            let texts = cells.iter().filter(|cell| cell.is_seen()).map(|cell| match &cell.entry {
                Entry::Lines(area) => self.privacy_of(here).mask(&area.lines().join(" ")).into_owned(),
                _short => cell_text(cell, self.width, false).0,
            });
            let told: Vec<_> = texts.filter(|text| !text.trim().is_empty()).take(if here { 1 } else { 9 }).collect();
            let line = look::fit(&format!("  {:>2}. {}", row + 1, told.join(" · ")), self.width).into_owned();
            let role = if here { Role::Heading } else { Role::Field };
            self.lines.push(Line::from(Span::styled(line, self.look.style(role))));
            if here {
                for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.is_shown()) {
                    self.cell(form, cell, at == cell_at);
                }
            }
        }
        self.keys_of_rows(rows, focused);
    }

    fn keys_of_rows(&mut self, rows: &Rows, focused: bool) {
        match (focused && rows.can_add(), rows.can_remove()) {
            (false, _) => {}
            (true, true) => {
                self.say_with("form-rows-keys", &[("add", Action::AddRow), ("remove", Action::RemoveRow)], Role::Muted);
            }
            (true, false) => self.say_with("form-rows-add", &[("add", Action::AddRow)], Role::Muted),
        }
    }

    /// One cell of a row of texts, as a field of its own.
    fn cell(&mut self, form: &Form, cell: &Field, focused: bool) {
        match &cell.entry {
            Entry::Lines(area) => self.area(cell, area, focused),
            Entry::Choice { options, chosen, .. } => self.choice(cell, options, *chosen, focused),
            Entry::Text(line) | Entry::Number(line) | Entry::Money(line) | Entry::Time(line) => {
                self.line(cell, line, focused, None);
            }
            Entry::Date { line, .. } => {
                self.line(cell, line, focused, None);
                if focused {
                    self.echo_of_cell(form, Some(cell));
                }
            }
            Entry::Choices { .. } | Entry::Toggle(_) | Entry::Rows(_) => {}
        }
    }

    /// Columns of a cell: room for what is chosen or typed in it, and for the name of an empty date.
    fn cell_width(&self, cell: &Field, most: u16) -> u16 {
        match &cell.entry {
            Entry::Choice { options, .. } => {
                options.iter().map(|option| look::width(&option.label)).max().unwrap_or(4).min(most)
            }
            Entry::Date { .. } => (look::width(&label_of(self.look, cell)) + 2).clamp(12, 20),
            Entry::Time(_) | Entry::Number(_) => (look::width(&label_of(self.look, cell)) + 2).clamp(6, 10),
            Entry::Money(_) => 10,
            Entry::Toggle(_) => 3,
            Entry::Text(_) | Entry::Lines(_) | Entry::Choices { .. } | Entry::Rows(_) => 12,
        }
    }

    /// Under the row being typed in: the label of the cell, and the date that was understood.
    fn echo_of_cell(&mut self, form: &Form, cell: Option<&Field>) {
        let Some(cell) = cell else { return };
        let mut text = label_of(self.look, cell);
        if let Entry::Date { line, leaning } = &cell.entry
            && let Ok(date) = parse_date(line.text(), form.today, *leaning)
        {
            text = format!("{text} → {}. {}", self.look.catalog.weekday_short(date), self.look.catalog.date(date));
        }
        self.lines.push(Line::from(vec![Span::raw("      "), Span::styled(text, self.look.style(Role::Muted))]));
    }
}

fn cell_text(cell: &Field, room: u16, focused: bool) -> (String, u16) {
    match &cell.entry {
        Entry::Text(line) | Entry::Date { line, .. } | Entry::Time(line) | Entry::Number(line) | Entry::Money(line) => {
            let (text, cursor) = seen(line, room, focused);
            (text.into_owned(), cursor)
        }
        Entry::Choice { options, chosen, .. } => {
            let label = chosen.and_then(|at| options.get(at)).map(|option| option.label.clone());
            (label.unwrap_or_default(), 0)
        }
        Entry::Toggle(on) => ((if *on { "[x]" } else { "[ ]" }).to_owned(), 1),
        Entry::Lines(_) | Entry::Choices { .. } | Entry::Rows(_) => (String::new(), 0),
    }
}
