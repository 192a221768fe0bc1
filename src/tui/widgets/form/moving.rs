//! Moving the focus inside a form, through rows and lines of text.

use ratatui_textarea::CursorMove;

use super::Form;
use crate::tui::widgets::field::Entry;
use crate::tui::widgets::rows::{Moved, Rows};

impl Form {
    /// Whether the focus is on the last field, and on its last cell.
    pub(super) fn on_last(&self) -> bool {
        let last = self.fields.iter().rposition(|field| self.shows(field));
        let in_rows = match self.fields.get(self.focus).map(|field| &field.entry) {
            Some(Entry::Rows(rows)) => !rows.is_done(),
            Some(_) | None => false,
        };
        last == Some(self.focus) && !in_rows
    }

    /// Enter: the next cell, a new row after the last one that was filled, else the next field.
    pub(super) fn go_next(&mut self) {
        if let Some(Entry::Rows(rows)) = self.fields.get_mut(self.focus).map(|field| &mut field.entry) {
            if rows.is_done() {
                self.go_to_next_field();
                return;
            }
            if rows.go_on() == Moved::Within {
                return;
            }
            if rows.can_add() {
                rows.add();
                return;
            }
        }
        self.go_to_next_field();
    }

    /// Tab: the next cell of rows, else the next field.
    pub(super) fn go_on(&mut self) {
        if let Some(Entry::Rows(rows)) = self.fields.get_mut(self.focus).map(|field| &mut field.entry)
            && rows.go_on() == Moved::Within
        {
            return;
        }
        self.go_to_next_field();
    }

    /// Down and up inside a text of several lines; past its last or first line as Tab and Shift+Tab.
    pub(super) fn go_by_line(&mut self, way: CursorMove) {
        if let Some(Entry::Lines(area)) = self.fields.get_mut(self.focus).map(|field| &mut field.entry) {
            let before = area.cursor();
            area.move_cursor(way);
            if area.cursor().0 != before.0 {
                return;
            }
        }
        match way {
            CursorMove::Up => self.go_back(),
            _down => self.go_on(),
        }
    }

    /// Shift+Tab.
    pub(super) fn go_back(&mut self) {
        if let Some(Entry::Rows(rows)) = self.fields.get_mut(self.focus).map(|field| &mut field.entry)
            && rows.go_back() == Moved::Within
        {
            return;
        }
        let before = self.fields.iter().take(self.focus).rposition(|field| self.shows(field));
        // Before the first field comes the last: Shift+Tab goes round as Tab does.
        let target = before.or_else(|| self.fields.iter().rposition(|field| self.shows(field)));
        if let Some(before) = target {
            self.focus = before;
            self.enter(Rows::enter_last);
        }
    }

    pub(super) fn first(&mut self) {
        self.focus = self.fields.iter().position(|field| self.shows(field)).unwrap_or_default();
        self.enter(Rows::enter_first);
    }

    pub(super) fn last(&mut self) {
        self.focus = self.fields.iter().rposition(|field| self.shows(field)).unwrap_or_default();
        self.enter(Rows::enter_first);
    }

    pub(super) fn with_rows(&mut self, change: fn(&mut Rows)) {
        if let Some(Entry::Rows(rows)) = self.fields.get_mut(self.focus).map(|field| &mut field.entry) {
            change(rows);
            (self.touched, self.unsaved) = (true, true);
        }
    }

    fn go_to_next_field(&mut self) {
        let shown = |(at, field): (usize, &crate::tui::widgets::field::Field)| self.shows(field).then_some(at);
        let after = self.fields.iter().enumerate().skip(self.focus + 1).find_map(shown);
        // Past the last field comes the first: Tab goes round.
        let target = after.or_else(|| self.fields.iter().enumerate().find_map(shown));
        if let Some(target) = target {
            self.focus = target;
            self.enter(Rows::enter_first);
        }
    }

    fn enter(&mut self, way: fn(&mut Rows)) {
        if let Some(Entry::Rows(rows)) = self.fields.get_mut(self.focus).map(|field| &mut field.entry) {
            way(rows);
        }
    }
}
