//! The leader menu: every act grouped by what it is about, at one or two keys.
//!
//! The keys are the rows of the keymap's context `Leader`; arrows and Enter do the same.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::popup;
use crate::base::locale::Catalog;
use crate::tui::action::{Action, Noun};
use crate::tui::keymap::{Context, Key, TABLE};
use crate::tui::look::{self, Look};
use crate::tui::theme::Role;

/// The open menu.
#[derive(Clone, Debug)]
pub struct Leader {
    /// In the order of the nouns.
    items: Vec<Item>,
    /// None until an arrow is pressed: letters need no cursor.
    selected: Option<usize>,
    top: Cell<usize>,
}

#[derive(Clone, Debug)]
struct Item {
    action: Action,
    keys: Vec<Key>,
    shown: String,
}

/// What an action did to the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaction {
    Stays,
    Run(Action),
    Leave,
}

impl Leader {
    pub fn new(catalog: &Catalog) -> Self {
        let mut items = Vec::new();
        for noun in Noun::ALL {
            for row in TABLE.iter().filter(|row| row.context == Context::Leader && runs(row.action)) {
                if row.action.noun() == noun {
                    let keys: Vec<Key> = row.sequences().next().unwrap_or_default();
                    let shown = keys.iter().map(|key| key.shown(catalog)).collect::<Vec<_>>().join(" ");
                    items.push(Item { action: row.action, keys, shown });
                }
            }
        }
        Self { items, selected: None, top: Cell::new(0) }
    }

    /// Does what a key of the menu means.
    pub fn update(&mut self, action: Action) -> Reaction {
        let last = self.items.len().saturating_sub(1);
        match action {
            Action::Up | Action::Left => self.selected = Some(self.selected.map_or(last, |at| at.saturating_sub(1))),
            Action::Down | Action::Right => self.selected = Some(self.selected.map_or(0, |at| (at + 1).min(last))),
            Action::Open => {
                let chosen = self.selected.and_then(|at| self.items.get(at));
                return chosen.map_or(Reaction::Stays, |item| Reaction::Run(item.action));
            }
            Action::Cancel => return Reaction::Leave,
            other if runs(other) => return Reaction::Run(other),
            _not_a_key_of_the_menu => {}
        }
        Reaction::Stays
    }

    /// Draws the menu at the bottom of `area`; `pending` is the first key when one was pressed.
    pub fn draw(&self, look: &Look<'_>, area: Rect, pending: &[Key], buf: &mut Buffer) {
        let lines = self.lines(look, pending);
        let columns = (area.width.saturating_sub(4) / 36).clamp(1, 3);
        let per_column = lines.len().div_ceil(usize::from(columns));
        let wanted = u16::try_from(per_column).unwrap_or(u16::MAX).saturating_add(2);
        let height = wanted.min(area.height);
        let outside = Rect { y: area.bottom().saturating_sub(height), height, ..area };
        let inside = popup::frame(look, outside, &look.text("leader-title"), buf);
        let line_of_selected = lines.iter().position(|line| self.selected.is_some() && line.item == self.selected);
        let in_column = line_of_selected.map_or(0, |at| at % per_column.max(1));
        let top = look::scrolled(
            self.top.get().min(per_column.saturating_sub(usize::from(inside.height))),
            in_column,
            inside.height,
        );
        self.top.set(top);
        let width = inside.width / columns;
        for (column, chunk) in (0..columns).zip(lines.chunks(per_column.max(1))) {
            let place = Rect { x: inside.x + column * width, width: width.saturating_sub(1), ..inside };
            for (row, line) in (0..inside.height).zip(chunk.iter().skip(top)) {
                look::put(buf, place, row, &line.text);
                if line.item.is_some() && line.item == self.selected {
                    look::tint(buf, place, row, look.style(Role::Selected));
                }
            }
        }
    }

    fn lines<'l>(&self, look: &Look<'l>, pending: &[Key]) -> Vec<MenuLine<'l>> {
        let mut lines = Vec::new();
        for noun in Noun::ALL {
            lines.push(MenuLine { item: None, text: Line::from(look.span(noun.id(), Role::Heading)) });
            for (at, item) in self.items.iter().enumerate().filter(|(_, item)| item.action.noun() == noun) {
                let open = item.keys.starts_with(pending);
                let (key, label) = if open { (Role::Key, Role::Text) } else { (Role::Muted, Role::Muted) };
                let keys = look::pad(&item.shown, 4);
                let spans = vec![Span::styled(format!(" {keys}"), look.style(key)), look.span(item.action.id(), label)];
                lines.push(MenuLine { item: Some(at), text: Line::from(spans) });
            }
        }
        lines
    }
}

struct MenuLine<'l> {
    item: Option<usize>,
    text: Line<'l>,
}

fn runs(action: Action) -> bool {
    matches!(action, Action::Act(_) | Action::Undo | Action::Redo)
}
