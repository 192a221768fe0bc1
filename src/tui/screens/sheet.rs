//! A place to write on: the cells of one drawing with the look that it has.
//!
//! What a person typed passes [`Sheet::put_typed`]; the rest comes from the catalogue or was made safe by its caller.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::tui::look::{self, Look};
use crate::tui::theme::Role;

/// What every drawing function of a screen is given.
pub struct Sheet<'a, 'l> {
    pub buffer: &'a mut Buffer,
    pub look: &'a Look<'l>,
}

impl<'l> Sheet<'_, 'l> {
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
        look::write(self.buffer, Position { x, y }, text, usize::from(room), self.look.style(role))
    }

    /// Writes text that a person typed, cut with `…` when longer than the room.
    pub fn put_typed(&mut self, x: u16, y: u16, right: u16, typed: &str, role: Role) -> u16 {
        let fitted = SafeText::line(typed).fit(usize::from(right.saturating_sub(x)));
        self.put(x, y, right, &fitted, role)
    }

    /// Writes the name of a family, masked when privacy asks for it; where it is too long the given name still begins in it.
    pub fn put_name(&mut self, x: u16, y: u16, right: u16, name: &str, role: Role) -> u16 {
        let shown = self.look.mask(name);
        let mut at = x;
        for (begins, piece) in look::name_pieces(&shown, right.saturating_sub(x)) {
            at = self.put(at + u16::from(begins > 0), y, right, &piece, role);
        }
        at
    }

    /// Writes a text that ends at the column before `right`, where it fits after `left`; returns where it begins.
    pub fn put_right(&mut self, left: u16, y: u16, right: u16, text: &str, role: Role) -> u16 {
        match right.checked_sub(look::width(text)).filter(|start| left <= *start) {
            Some(start) => {
                self.put(start, y, right, text, role);
                start
            }
            None => right,
        }
    }

    /// Writes a text over as many lines as there are, broken at spaces.
    pub fn put_wrapped(&mut self, area: Rect, text: &str, role: Role) {
        for (line, y) in look::wrap(text, area.width).iter().zip(area.y..area.bottom()) {
            self.put_typed(area.x, y, area.right(), line, role);
        }
    }

    /// Gives the line under the cursor its look, without changing what is written in it.
    pub fn select(&mut self, line: Rect) {
        self.buffer.set_style(line, self.look.selected());
    }

    /// The catalogue.
    pub fn catalog(&self) -> &'l Catalog {
        self.look.catalog
    }

    /// A message of the catalogue.
    pub fn text(&self, id: &str) -> Cow<'l, str> {
        self.look.catalog.text(id)
    }

    /// A message of the catalogue with what it names.
    pub fn text_with(&self, id: &str, facts: &[(&str, Fact)]) -> String {
        self.look.catalog.text_with(id, facts)
    }
}
