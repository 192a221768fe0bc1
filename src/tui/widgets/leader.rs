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
        let columns_of = |width: u16| usize::from((area.width.saturating_sub(4) / width).clamp(1, 3));
        let mut columns = in_columns(self.groups(look, pending), columns_of(36));
        // Where not every act has a line, first keys are shown alone, then what the one pressed leads to.
        if self.selected.is_none() && area.height < height_of(&columns) {
            let groups = if pending.is_empty() { self.first_keys(look) } else { self.led_to(look, pending) };
            columns = in_columns(groups, columns_of(28));
        }
        let height = height_of(&columns).min(area.height);
        let outside = Rect { y: area.bottom().saturating_sub(height), height, ..area };
        let inside = popup::frame(look, outside, &look.text("leader-title"), buf);
        let is_selected = |line: &MenuLine<'_>| self.selected.is_some() && line.item == self.selected;
        let row_of_selected = columns.iter().find_map(|column| column.iter().position(is_selected)).unwrap_or(0);
        let top = look::scrolled(self.top.get(), row_of_selected, inside.height);
        self.top.set(top);
        let count = u16::try_from(columns.len()).unwrap_or(1).max(1);
        let width = inside.width / count;
        for (column, lines) in (0..count).zip(&columns) {
            let place = Rect { x: inside.x + column * width, width: width.saturating_sub(1), ..inside };
            for (row, line) in (0..inside.height).zip(lines.iter().skip(top)) {
                look::put(buf, place, row, &line.text);
                if is_selected(line) {
                    look::tint(buf, place, row, look.style(Role::Selected));
                }
            }
        }
    }

    /// The acts of one key, and for the others what each first key is about.
    fn first_keys<'l>(&self, look: &Look<'l>) -> Vec<Vec<MenuLine<'l>>> {
        let mut groups = Vec::new();
        for noun in Noun::ALL {
            let mut lines = Vec::new();
            let mut first_keys: Vec<&Key> = Vec::new();
            for (at, item) in self.items.iter().enumerate().filter(|(_, item)| item.action.noun() == noun) {
                match item.keys.as_slice() {
                    [first, _, ..] if first_keys.contains(&first) => {}
                    [first, _, ..] => {
                        first_keys.push(first);
                        let keys = look::pad(&format!("{} …", first.shown(look.catalog)), 4);
                        let spans = vec![
                            Span::styled(format!(" {keys}"), look.style(Role::Key)),
                            look.span(noun.id(), Role::Heading),
                        ];
                        lines.push(MenuLine { item: None, text: Line::from(spans) });
                    }
                    _one => lines.push(self.line(look, at, item, true)),
                }
            }
            groups.push(lines);
        }
        groups
    }

    /// What the keys pressed so far lead to.
    fn led_to<'l>(&self, look: &Look<'l>, pending: &[Key]) -> Vec<Vec<MenuLine<'l>>> {
        let led = |noun: Noun| {
            let items = self.items.iter().enumerate();
            let items = items.filter(move |(_, item)| item.action.noun() == noun && item.keys.starts_with(pending));
            items.map(|(at, item)| self.line(look, at, item, true)).collect::<Vec<_>>()
        };
        let mut groups = Vec::new();
        for noun in Noun::ALL {
            let items = led(noun);
            if !items.is_empty() {
                let heading = MenuLine { item: None, text: Line::from(look.span(noun.id(), Role::Heading)) };
                groups.push(std::iter::once(heading).chain(items).collect());
            }
        }
        groups
    }

    fn line<'l>(&self, look: &Look<'l>, at: usize, item: &Item, open: bool) -> MenuLine<'l> {
        let (key, label) = if open { (Role::Key, Role::Text) } else { (Role::Muted, Role::Muted) };
        let keys = look::pad(&item.shown, 4);
        let spans = vec![Span::styled(format!(" {keys}"), look.style(key)), look.span(item.action.id(), label)];
        MenuLine { item: Some(at), text: Line::from(spans) }
    }

    fn groups<'l>(&self, look: &Look<'l>, pending: &[Key]) -> Vec<Vec<MenuLine<'l>>> {
        let mut groups = Vec::new();
        for noun in Noun::ALL {
            let mut lines = vec![MenuLine { item: None, text: Line::from(look.span(noun.id(), Role::Heading)) }];
            for (at, item) in self.items.iter().enumerate().filter(|(_, item)| item.action.noun() == noun) {
                lines.push(self.line(look, at, item, item.keys.starts_with(pending)));
            }
            // What only a Département does is on its screens alone.
            if lines.len() > 1 {
                groups.push(lines);
            }
        }
        groups
    }
}

struct MenuLine<'l> {
    item: Option<usize>,
    text: Line<'l>,
}

/// The lines that the menu takes with its frame.
fn height_of(columns: &[Vec<MenuLine<'_>>]) -> u16 {
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(0);
    u16::try_from(tallest).unwrap_or(u16::MAX).saturating_add(2)
}

/// Groups in at most `count` columns of the least height, none of them cut in two.
fn in_columns<'l>(groups: Vec<Vec<MenuLine<'l>>>, count: usize) -> Vec<Vec<MenuLine<'l>>> {
    let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
    let columns_at = |height: usize| {
        let (mut columns, mut used) = (1, 0);
        for size in &sizes {
            if used > 0 && used + size > height {
                (columns, used) = (columns + 1, 0);
            }
            used += size;
        }
        columns
    };
    let all: usize = sizes.iter().sum();
    let height = (1..=all).find(|height| columns_at(*height) <= count).unwrap_or(all);
    let mut columns: Vec<Vec<MenuLine<'l>>> = vec![Vec::new()];
    for group in groups {
        match columns.last_mut() {
            Some(column) if column.is_empty() || column.len() + group.len() <= height => column.extend(group),
            Some(_) | None => columns.push(group),
        }
    }
    columns
}

fn runs(action: Action) -> bool {
    matches!(action, Action::Act(_) | Action::Undo | Action::Redo)
}
