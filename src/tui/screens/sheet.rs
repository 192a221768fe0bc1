//! A place to write on: the cells of one drawing with the theme and the catalogue that it needs.
//!
//! It writes text that is already safe: what a person typed passes `SafeText` at its caller, which also decides its width.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::tui::theme::{Role, Theme};

/// What every drawing function of a screen is given.
pub struct Sheet<'a> {
    pub buffer: &'a mut Buffer,
    pub theme: Theme,
    pub catalog: &'a Catalog,
}

impl Sheet<'_> {
    /// Writes from column `x` up to the column before `right`, and returns the column after the text.
    pub fn put(&mut self, x: u16, y: u16, right: u16, text: &str, role: Role) -> u16 {
        let area = self.buffer.area;
        if y < area.y || area.bottom() <= y || x < area.x {
            return x;
        }
        let room = right.min(area.right()).saturating_sub(x);
        if room == 0 || text.is_empty() {
            return x;
        }
        self.buffer.set_stringn(x, y, text, usize::from(room), self.theme.style(role)).0
    }

    /// Writes text that a person typed, cut with `…` when longer than the room.
    pub fn put_typed(&mut self, x: u16, y: u16, right: u16, typed: &str, role: Role) -> u16 {
        let fitted = SafeText::line(typed).fit(usize::from(right.saturating_sub(x)));
        self.put(x, y, right, &fitted, role)
    }

    /// Writes a text that ends at the column before `right`, where it fits after `left`; returns where it begins.
    pub fn put_right(&mut self, left: u16, y: u16, right: u16, text: &str, role: Role) -> u16 {
        let width = u16::try_from(text.width()).unwrap_or(u16::MAX);
        match right.checked_sub(width).filter(|start| left <= *start) {
            Some(start) => {
                self.put(start, y, right, text, role);
                start
            }
            None => right,
        }
    }

    /// Gives the cells of a row a role without changing what is written in them.
    pub fn tint(&mut self, area: Rect, role: Role) {
        self.buffer.set_style(area, self.theme.style(role));
    }

    /// A message of the catalogue.
    pub fn text(&self, id: &str) -> std::borrow::Cow<'_, str> {
        self.catalog.text(id)
    }

    /// A message of the catalogue with what it names.
    pub fn text_with(&self, id: &str, facts: &[(&str, Fact)]) -> String {
        self.catalog.text_with(id, facts)
    }
}
