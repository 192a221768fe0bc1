//! The palette: every action by its name, with its keys, found by a few letters.
//!
//! It lists the table of the keymap; it holds no action of its own.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::line_edit::LineEdit;
use super::{popup, search};
use crate::base::locale::Catalog;
use crate::tui::action::Action;
use crate::tui::keymap::{Context, Key, Row, TABLE, spelled};
use crate::tui::look::{self, Look};
use crate::tui::theme::Role;

/// Whether the palette offers what a row does: the acts, and what screens do; neither moving about nor what a menu needs itself.
pub fn offers(row: &Row) -> bool {
    match row.context {
        Context::Always => true,
        Context::Leader => matches!(row.action, Action::Act(_)),
        context => context.is_screen(),
    }
}

/// The open palette.
#[derive(Clone, Debug)]
pub struct Palette {
    lines: Vec<Offer>,
    filter: LineEdit,
    found: Vec<usize>,
    selected: usize,
    top: Cell<usize>,
}

#[derive(Clone, Debug)]
struct Offer {
    action: Action,
    context: Context,
    label: String,
    keys: String,
}

/// What an action did to the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaction {
    Stays,
    /// Do this, as its context would.
    Run(Action, Context),
    Leave,
}

impl Palette {
    /// Every action once; those of `here` come first.
    pub fn new(here: Context, catalog: &Catalog) -> Self {
        let mut lines: Vec<Offer> = Vec::new();
        let rank = |context: Context| match context {
            context if context == here => 0,
            Context::Leader => 1,
            Context::Global | Context::Department => 2,
            _another_screen => 3,
        };
        // What the other side's screens do is not to be done here.
        let is_of_this_side = |context: Context| match context {
            Context::Leader => here.side() != Some(Context::Department),
            Context::Always => true,
            context => context.side().is_some_and(|side| Some(side) == here.side()),
        };
        let mut rows: Vec<_> = TABLE.iter().filter(|row| offers(row) && is_of_this_side(row.context)).collect();
        rows.sort_by_key(|row| rank(row.context));
        for row in rows {
            if lines.iter().any(|line| line.action == row.action) {
                continue;
            }
            let keys = spelled(&row.sequences().next().unwrap_or_default(), row.context, catalog);
            let label = catalog.text(row.label_id()).into_owned();
            lines.push(Offer { action: row.action, context: row.context, label, keys });
        }
        let found = (0..lines.len()).collect();
        Self { lines, filter: LineEdit::default(), found, selected: 0, top: Cell::new(0) }
    }

    /// Does what a key of the palette means.
    pub fn update(&mut self, action: Action, height: u16) -> Reaction {
        let last = self.found.len().saturating_sub(1);
        let page = usize::from(height.max(1));
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::PageUp => self.selected = self.selected.saturating_sub(page),
            Action::PageDown => self.selected = (self.selected + page).min(last),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Open => {
                let chosen = self.found.get(self.selected).and_then(|at| self.lines.get(*at));
                return chosen.map_or(Reaction::Stays, |offer| Reaction::Run(offer.action, offer.context));
            }
            Action::Cancel => return Reaction::Leave,
            _not_a_key_of_the_palette => {}
        }
        Reaction::Stays
    }

    pub fn typed(&mut self, text: &str) {
        self.filter.insert(text);
        self.narrow();
    }

    pub fn edited(&mut self, key: Key) {
        self.filter.edit(key);
        self.narrow();
    }

    /// Draws the palette over `area`; gives the place of the text cursor.
    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let height = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_add(3).min(20);
        let inside = popup::frame(look, popup::centred(area, 72, height), &look.text("palette-title"), buf);
        let (typed, cursor) = self.filter.view(inside.width.saturating_sub(2));
        let line = Line::from(vec![
            Span::styled(": ", look.style(Role::Key)),
            Span::styled(typed.to_owned(), look.style(Role::Text)),
        ]);
        look::put(buf, inside, 0, &line);
        let list = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        let top = look::scrolled(self.top.get(), self.selected, list.height);
        self.top.set(top);
        if self.found.is_empty() {
            look::put(buf, list, 0, &Line::from(look.span("list-nothing-found", Role::Muted)));
        }
        let shown = self.found.iter().enumerate().skip(top).take(usize::from(list.height));
        for (row, (at, index)) in (0..).zip(shown) {
            let Some(offer) = self.lines.get(*index) else { continue };
            let keys = look::width(&offer.keys);
            let mut spans = vec![Span::raw(if at == self.selected { "▸ " } else { "  " })];
            spans.extend(search::highlighted(&offer.label, self.filter.text(), look));
            look::put(buf, Rect { width: list.width.saturating_sub(keys + 1), ..list }, row, &Line::from(spans));
            let right = Rect { x: list.right().saturating_sub(keys), width: keys.min(list.width), ..list };
            look::put(buf, right, row, &Line::styled(offer.keys.as_str(), look.style(Role::Key)));
            if at == self.selected {
                look::tint(buf, list, row, look.style(Role::Selected));
            }
        }
        Some(Position { x: inside.x + 2 + cursor, y: inside.y })
    }

    fn narrow(&mut self) {
        self.found = search::ranked(self.lines.iter().map(|line| line.label.as_str()), self.filter.text());
        self.selected = 0;
    }
}
