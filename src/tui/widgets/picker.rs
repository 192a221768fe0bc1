//! A list to choose from, narrowed as one types.
//!
//! It gives back a code; what the code means is its opener's matter.

use std::borrow::Cow;
use std::cell::Cell;
use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::line_edit::LineEdit;
use super::popup;
use super::search;
use crate::base::locale::Fact;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context, Key};
use crate::tui::look::{self, Look, Privacy};
use crate::tui::theme::Role;

/// What the chosen code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The field of the form underneath.
    Field,
    /// The saved view of the caseload.
    View,
    /// The order of the caseload.
    Sort,
    /// The form left unfinished that is to be opened again.
    Draft,
    /// Where bundles are written.
    Folder,
    /// The list of orientations that is opened.
    List,
    /// The centre that sent it.
    Sender,
    /// The card that is read.
    Card,
    /// The plan that is published.
    Plan,
    /// The bundle that is taken in.
    Arrival,
}

impl Purpose {
    /// Whether a path can be typed instead of chosen.
    fn takes_paths(self) -> bool {
        match self {
            Self::Folder | Self::List | Self::Card | Self::Plan | Self::Arrival => true,
            Self::Field | Self::View | Self::Sort | Self::Draft | Self::Sender => false,
        }
    }
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Option {
    pub code: String,
    pub label: String,
    /// Whom or what the line is about, after its label; masked by privacy.
    pub name: String,
}

impl Option {
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Self {
        Self { code: code.into(), label: label.into(), name: String::new() }
    }

    /// A line about a person, or made of what somebody typed.
    pub fn named(code: impl Into<String>, label: impl Into<String>, name: impl Into<String>) -> Self {
        Self { code: code.into(), label: label.into(), name: name.into() }
    }

    fn line(&self, privacy: Privacy) -> Cow<'_, str> {
        let Self { label, name, .. } = self;
        match (label.is_empty(), name.is_empty()) {
            (false, true) => Cow::Borrowed(label),
            (true, _) => privacy.mask(name),
            (false, false) => Cow::Owned(format!("{label} ─ {}", privacy.mask(name))),
        }
    }
}

/// A list that is open.
#[derive(Clone, Debug)]
pub struct Picker {
    pub title: String,
    pub purpose: Purpose,
    /// The folder whose files the lines are; empty where they are none.
    within: String,
    options: Vec<Option>,
    filter: LineEdit,
    /// Indices of the options that match, best first.
    found: Vec<usize>,
    selected: usize,
    top: Cell<usize>,
}

/// What an action did to the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reaction {
    Stays,
    Chosen(String),
    /// A whole path was typed; where nothing is there, the line that matches it is meant.
    Typed(String, std::option::Option<String>),
    Leave,
}

impl Picker {
    /// A list with the cursor on its first line.
    pub fn new(title: impl Into<String>, purpose: Purpose, options: Vec<Option>) -> Self {
        let found = (0..options.len()).collect();
        let (filter, top) = (LineEdit::default(), Cell::new(0));
        Self { title: title.into(), purpose, within: String::new(), options, filter, found, selected: 0, top }
    }

    /// Of what lies in a folder, which is named above the lines.
    pub fn within(self, folder: String) -> Self {
        Self { within: folder, ..self }
    }

    /// With the cursor on the line of this code.
    pub fn on(mut self, code: std::option::Option<&String>) -> Self {
        let at = code.and_then(|code| self.options.iter().position(|option| option.code == *code));
        self.selected = at.unwrap_or_default();
        self
    }

    /// Narrowed by what was typed already.
    pub fn narrowed(mut self, text: &str) -> Self {
        self.typed(text);
        self
    }

    /// Does what a key of the list means.
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
                let chosen = self.found.get(self.selected).and_then(|at| self.options.get(*at));
                let chosen = chosen.map(|option| option.code.clone());
                return match self.path() {
                    Some(path) => Reaction::Typed(path.to_owned(), chosen),
                    None => chosen.map_or(Reaction::Stays, Reaction::Chosen),
                };
            }
            Action::Cancel => return Reaction::Leave,
            _not_a_key_of_lists => {}
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

    /// Chooses the line under a click.
    pub fn click(&mut self, at: Position, area: Rect) -> Reaction {
        let inside = popup::inside(self.area(area));
        let row = at.y.checked_sub(inside.y + self.head()).map(usize::from);
        match row.map(|row| row + self.top.get()) {
            Some(line) if inside.contains(at) && line < self.found.len() => {
                self.selected = line;
                self.update(Action::Open, 1)
            }
            Some(_) | None => Reaction::Stays,
        }
    }

    /// Draws the list over `area`; gives the place of the text cursor.
    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> std::option::Option<Position> {
        let inside = popup::frame(look, self.area(area), &self.title, buf);
        let (typed, cursor) = self.filter.view(inside.width.saturating_sub(2));
        let line = Line::from(vec![
            Span::styled("/ ", look.style(Role::Key)),
            Span::styled(typed.to_owned(), look.style(Role::Text)),
        ]);
        look::put(buf, inside, 0, &line);
        if !self.within.is_empty() {
            let end = look::end(&self.within, inside.width.saturating_sub(2));
            look::put(buf, inside, 1, &Line::from(Span::styled(format!("  {end}"), look.style(Role::Muted))));
        }
        let head = self.head();
        let list = Rect { y: inside.y + head, height: inside.height.saturating_sub(head), ..inside };
        let top = look::scrolled(self.top.get(), self.selected, list.height);
        self.top.set(top);
        if self.found.is_empty() {
            let key = [("key", Fact::Text(keymap::named(Context::Picker, Action::Open, look.catalog)))];
            let said = match self.path() {
                Some(_) => look.catalog.text_with("list-path-typed", &key).into(),
                None => look.text("list-nothing-found"),
            };
            look::put(buf, list, 0, &Line::styled(said, look.style(Role::Muted)));
        }
        let shown = self.found.iter().enumerate().skip(top).take(usize::from(list.height));
        for (row, (at, index)) in (0..).zip(shown) {
            let Some(option) = self.options.get(*index) else { continue };
            let sign = if at == self.selected { "▸ " } else { "  " };
            let mut spans = vec![Span::raw(sign)];
            spans.extend(search::highlighted(&option.line(look.privacy), self.filter.text(), look));
            look::put(buf, list, row, &Line::from(spans));
            if at == self.selected {
                look::tint(buf, list, row, look.style(Role::Selected));
            }
        }
        Some(Position { x: inside.x + 2 + cursor, y: inside.y })
    }

    /// The path that is typed, from the root of a disk or from the person's own folder.
    fn path(&self) -> std::option::Option<&str> {
        let typed = self.filter.text().trim();
        let is_whole = Path::new(typed).is_absolute() || typed.starts_with('~');
        Some(typed).filter(|_| is_whole && self.purpose.takes_paths())
    }

    /// Rows above the lines: what is typed, and the folder.
    fn head(&self) -> u16 {
        if self.within.is_empty() { 1 } else { 2 }
    }

    fn area(&self, area: Rect) -> Rect {
        let widest = self.options.iter().map(|option| look::width(&option.line(Privacy::Shown))).max().unwrap_or(0);
        let widest = widest.max(look::width(&self.title)).max(look::width(&self.within));
        let width = widest.saturating_add(8).clamp(30, 72);
        let height = u16::try_from(self.options.len()).unwrap_or(u16::MAX).saturating_add(2 + self.head());
        popup::centred(area, width, height)
    }

    fn narrow(&mut self) {
        let lines: Vec<_> = self.options.iter().map(|option| option.line(Privacy::Shown)).collect();
        self.found = search::ranked(lines.iter().map(|line| &**line), self.filter.text());
        self.selected = 0;
    }
}
