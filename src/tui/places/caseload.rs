//! The caseload list: one line a family, filtered as one types, sorted, by saved view.
//!
//! It holds the lines around those in view and no more; which families these are is the index's to say.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::{ListView, Sort};
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::row::FamilyRow;
use crate::tui::action::Action;
use crate::tui::keymap::Key;
use crate::tui::look::{self, Look, Privacy};
use crate::tui::screens::caseload::{self as screen, KeptLines, Lines};
use crate::tui::screens::sheet::Sheet;
use crate::tui::ui::Request;
use crate::tui::widgets::line_edit::{Edited, LineEdit};
use crate::tui::widgets::picker::{Option as Listed, Picker, Purpose};

/// The list.
#[derive(Debug, Default)]
pub struct Caseload {
    view: ListView,
    sort: Sort,
    filter: LineEdit,
    is_filtering: bool,
    /// Place of the line under the cursor, of the first line in view, and of the first line held.
    cursor: usize,
    top: usize,
    start: usize,
    rows: Vec<FamilyRow>,
    /// Unknown while the index is being built.
    total: Option<usize>,
    /// Whether lines may follow those held, the total being unknown.
    goes_on: bool,
    /// The family under the cursor, so that it stays there when the list changes.
    family: Option<FamilyId>,
    /// Whether a page was ever taken.
    is_loaded: bool,
    /// Lines that a move needs beside those held.
    missing: Option<(usize, usize)>,
    /// Lines of the pane, the filter's included.
    height: Cell<u16>,
    heading: Heading,
    /// Forgotten when lines change, or the letters found in them.
    kept: RefCell<KeptLines>,
}

/// Which way the cursor last went, by one line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Heading {
    #[default]
    Nowhere,
    Up,
    Down,
}

/// The lines that the list needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub view: ListView,
    pub sort: Sort,
    pub typed: String,
    pub start: usize,
    pub count: usize,
    /// The family that is to stay under the cursor: where it is still listed, the page should hold it.
    pub keep: Option<FamilyId>,
}

impl Wanted {
    /// The lines to load from a list of `total`, in which the family to keep stands at `kept`: as many as were asked for
    /// where there are so many, those around the family when it is elsewhere.
    pub fn range(&self, total: usize, kept: Option<usize>) -> Range<usize> {
        let elsewhere = kept.filter(|place| *place < self.start || self.start + self.count <= *place);
        let start = elsewhere.map_or(self.start, |place| place.saturating_sub(self.count / 2));
        let start = match self.keep {
            Some(_) => start.min(total.saturating_sub(self.count)),
            None => start.min(total),
        };
        start..(start + self.count).min(total)
    }
}

/// Lines of the list, from the place `start` on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub start: usize,
    pub rows: Vec<FamilyRow>,
    /// How many the whole list has, once that is known.
    pub total: Option<usize>,
    /// Until then, whether lines may follow these.
    pub goes_on: bool,
}

/// Lines asked for where nothing says how many fit.
const FIRST_PAGE: usize = 64;

/// Lines read before they come into view.
pub const LINES_AHEAD: usize = 8;

impl Caseload {
    /// Says how many lines will fit, before the first drawing does.
    pub fn will_be_as_high_as(&self, lines: u16) {
        self.height.set(lines);
    }

    /// What to load next: the lines that a move needs, else the whole page again.
    pub fn wanted(&self) -> Wanted {
        let page = match usize::from(self.height.get()) {
            0 => FIRST_PAGE,
            height => height,
        };
        let (start, count) = self.missing.unwrap_or((self.top, page));
        let keep = self.family.filter(|_| self.missing.is_none());
        Wanted { view: self.view, sort: self.sort, typed: self.filter.text().to_owned(), start, count, keep }
    }

    /// Whether lines that come into view soon, the cursor going on as it does, are not held: then they are the ones wanted.
    pub fn wants_lines_ahead(&mut self) -> bool {
        let (start, end) = (self.start, self.start + self.rows.len());
        self.missing = match self.heading {
            Heading::Up if self.top <= start + 1 => {
                let from = start.saturating_sub(LINES_AHEAD);
                (from < start).then_some((from, start - from))
            }
            Heading::Down if end <= self.top + self.lines() + 1 => {
                let to = self.total.unwrap_or(end).min(end + LINES_AHEAD);
                (end < to).then_some((end, to - end))
            }
            Heading::Up | Heading::Down | Heading::Nowhere => None,
        };
        self.missing.is_some()
    }

    /// The family that the same key would show again.
    pub fn ahead(&self) -> Option<FamilyId> {
        let next = match self.heading {
            Heading::Nowhere => None,
            Heading::Up => self.cursor.checked_sub(1),
            Heading::Down => Some(self.cursor + 1),
        };
        Some(self.row(next?)?.id)
    }

    /// Takes lines: those that a move needed join those held, a whole page takes their place.
    pub fn take(&mut self, page: Page) {
        let end = self.start + self.rows.len();
        let joins = self.missing.take().is_some() && self.total == page.total;
        self.is_loaded = true;
        (self.total, self.goes_on) = (page.total, page.goes_on);
        if joins && page.start == end {
            self.rows.extend(page.rows);
        } else if joins && page.start + page.rows.len() == self.start {
            self.start = page.start;
            self.rows.splice(0..0, page.rows);
        } else {
            self.kept.get_mut().clear();
            self.start = page.start;
            self.rows = page.rows;
            // The page may hold the family that was to stay, and not the lines that were in view.
            let lowest = (self.start + self.rows.len()).saturating_sub(self.lines()).max(self.start);
            self.top = self.top.clamp(self.start, lowest);
        }
        let kept = self.family.and_then(|family| self.rows.iter().position(|row| row.id == family));
        self.cursor = match kept {
            Some(place) => self.start + place,
            None => self.cursor.min(self.last()),
        };
        self.scroll();
        self.trim();
        self.family = self.row(self.cursor).map(|row| row.id);
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        self.height.set(inside.height);
        self.heading = match action {
            Action::Up => Heading::Up,
            Action::Down => Heading::Down,
            _another_way => Heading::Nowhere,
        };
        let page = self.lines();
        match action {
            Action::Up => self.go(self.cursor.saturating_sub(1)),
            Action::Down => self.go(self.cursor + 1),
            Action::PageUp => self.go(self.cursor.saturating_sub(page)),
            Action::PageDown => self.go(self.cursor + page),
            Action::First => self.go(0),
            Action::Last => self.go(usize::MAX),
            Action::Open => {
                self.is_filtering = false;
                match self.family {
                    Some(_) => Reaction::Go(Place::Detail),
                    None => Reaction::Stays,
                }
            }
            Action::Filter => {
                self.is_filtering = true;
                // Another name replaces the one that was looked for; an arrow keeps it.
                let before = self.filter.text().to_owned();
                self.filter.offer(&before);
                Reaction::Stays
            }
            Action::ClearFilter | Action::Back => self.clear_filter(),
            Action::ChooseView => {
                let options = ListView::ALL.map(|view| Listed::new(view.id(), catalog.text(view.id())));
                let title = catalog.text("caseload-choose-view");
                let picker = Picker::new(title, Purpose::View, options.to_vec());
                Reaction::List(picker.on(Some(&self.view.id().to_owned())))
            }
            Action::ChooseSort => {
                let options =
                    screen::SORTS.map(|sort| Listed::new(screen::sort_id(sort), catalog.text(screen::sort_id(sort))));
                let title = catalog.text("caseload-choose-sort");
                let picker = Picker::new(title, Purpose::Sort, options.to_vec());
                Reaction::List(picker.on(Some(&screen::sort_id(self.sort).to_owned())))
            }
            _not_of_the_list => Reaction::Stays,
        }
    }

    pub fn is_filtering(&self) -> bool {
        self.is_filtering
    }

    pub fn typed(&mut self, text: &str) -> Reaction {
        self.kept.get_mut().clear();
        self.filter.insert(text);
        self.reload_from_top()
    }

    pub fn edited(&mut self, key: Key) -> Reaction {
        self.kept.get_mut().clear();
        let was_empty = self.filter.text().is_empty();
        match self.filter.edit(key) {
            Edited::Text => self.reload_from_top(),
            // Backspace in an empty filter leaves it.
            Edited::Cursor if was_empty => {
                self.is_filtering = key.code != crossterm::event::KeyCode::Backspace;
                Reaction::Stays
            }
            Edited::Cursor | Edited::Not => Reaction::Stays,
        }
    }

    pub fn chosen(&mut self, purpose: Purpose, code: &str) -> Reaction {
        match purpose {
            Purpose::View => {
                self.view = ListView::ALL.into_iter().find(|view| view.id() == code).unwrap_or(self.view);
            }
            Purpose::Sort => {
                let sort = screen::SORTS.into_iter().find(|sort| screen::sort_id(*sort) == code);
                self.sort = sort.unwrap_or(self.sort);
            }
            Purpose::Field
            | Purpose::Folder
            | Purpose::List
            | Purpose::Sender
            | Purpose::Card
            | Purpose::Plan
            | Purpose::Arrival
            | Purpose::Draft => {
                return Reaction::Stays;
            }
        }
        self.missing = None;
        self.top = 0;
        self.cursor = 0;
        Reaction::Ask(Request::LoadCaseload)
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        let list = list_of(inside, self.filter_shown());
        match at.y.checked_sub(list.y) {
            Some(line) if self.row(self.top + usize::from(line)).is_some() => self.go(self.top + usize::from(line)),
            Some(_) | None => Reaction::Stays,
        }
    }

    /// The family under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        self.family
    }

    /// Puts the cursor on a family, where the list holds it once it is loaded again.
    pub fn look_for(&mut self, family: FamilyId, view: ListView) {
        self.view = view;
        self.kept.get_mut().clear();
        self.filter = LineEdit::default();
        self.is_filtering = false;
        self.select(family);
    }

    /// Keeps the cursor on this family in the lines to come.
    pub fn select(&mut self, family: FamilyId) {
        self.family = Some(family);
        self.missing = None;
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        let total = match self.total {
            Some(total) => look.catalog.number(i64::try_from(total).unwrap_or(i64::MAX)),
            None => "…".to_owned(),
        };
        let place = match self.family {
            Some(_) => look.catalog.number(i64::try_from(self.cursor + 1).unwrap_or(i64::MAX)),
            None => "0".to_owned(),
        };
        let (view, sort) = (look.text(self.view.id()), look.catalog.attribute(screen::sort_id(self.sort), "short"));
        format!("{place}/{total} {view} · {sort}")
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let mut cursor = None;
        let list = list_of(area, self.filter_shown());
        self.height.set(area.height);
        if self.filter_shown() {
            // What is being typed shows, or one could not type it.
            let is_typed = self.is_filtering && look.focused;
            let privacy = if is_typed { Privacy::Shown } else { look.privacy };
            let at = screen::draw_filter(&mut sheet, area, &self.filter, privacy);
            cursor = at.filter(|_| is_typed);
        }
        let first = self.top.max(self.start);
        let lines = Lines {
            rows: self.rows.get(first - self.start..).unwrap_or_default(),
            selected: self.cursor.checked_sub(first).filter(|_| self.family.is_some()),
            typed: self.filter.text(),
            view: self.view,
            is_loaded: self.is_loaded,
        };
        lines.draw(&mut sheet, list, &mut self.kept.borrow_mut());
        cursor
    }

    fn filter_shown(&self) -> bool {
        self.is_filtering || !self.filter.text().is_empty()
    }

    fn clear_filter(&mut self) -> Reaction {
        self.is_filtering = false;
        if self.filter.text().is_empty() {
            return Reaction::Stays;
        }
        self.kept.get_mut().clear();
        self.filter.set("");
        self.missing = None;
        Reaction::Ask(Request::LoadCaseload)
    }

    /// The best answer comes first: the cursor goes there.
    fn reload_from_top(&mut self) -> Reaction {
        self.family = None;
        self.cursor = 0;
        self.top = 0;
        self.missing = None;
        Reaction::Ask(Request::LoadCaseload)
    }

    /// Moves the cursor; asks for the lines that come into view and are not held, else for the family under it.
    fn go(&mut self, to: usize) -> Reaction {
        let before = self.cursor;
        self.cursor = to.min(self.last());
        if self.cursor == before && self.row(before).is_some() {
            return Reaction::Stays;
        }
        self.scroll();
        let (start, end) = (self.start, self.start + self.rows.len());
        let last = self.total.unwrap_or(self.last() + 1).min(self.top + usize::from(self.height.get()).max(1));
        self.family = self.row(self.cursor).map(|row| row.id);
        if start <= self.top && last <= end {
            return self.family.map_or(Reaction::Stays, |family| Reaction::Ask(Request::ShowFamily(family)));
        }
        self.missing = match (self.top < start, last <= end) {
            (false, false) if self.top <= end => Some((end, last - end)),
            (true, true) if start <= last => Some((self.top, start - self.top)),
            (_, _) => None,
        };
        Reaction::Ask(Request::LoadCaseload)
    }

    /// The place of the last line there is; while nobody knows it, of the last that a move can ask for: a screen further.
    fn last(&self) -> usize {
        let further = if self.goes_on { self.lines() } else { 0 };
        self.total.unwrap_or(self.start + self.rows.len() + further).saturating_sub(1)
    }

    /// Families in view, at least one.
    fn lines(&self) -> usize {
        let filter = u16::from(self.filter_shown());
        usize::from(self.height.get().saturating_sub(filter)).max(1)
    }

    fn row(&self, place: usize) -> Option<&FamilyRow> {
        self.rows.get(place.checked_sub(self.start)?)
    }

    fn scroll(&mut self) {
        let lines = self.lines();
        self.top = look::scrolled(self.top, self.cursor, u16::try_from(lines).unwrap_or(u16::MAX));
        if let Some(total) = self.total {
            // No empty lines below while there are lines above.
            self.top = self.top.min(total.saturating_sub(lines));
        }
    }

    /// Lets go of lines far from those in view.
    fn trim(&mut self) {
        let most = usize::from(self.height.get()).max(FIRST_PAGE);
        let first = self.top.saturating_sub(most).max(self.start);
        let end = (self.top + 2 * most).min(self.start + self.rows.len());
        if first > self.start || end < self.start + self.rows.len() {
            self.rows.truncate(end.saturating_sub(self.start));
            self.rows.drain(..(first - self.start).min(self.rows.len()));
            self.start = first;
        }
    }
}

/// Where the lines are: under the filter's line when there is one.
fn list_of(inside: Rect, filter_shown: bool) -> Rect {
    let above = u16::from(filter_shown).min(inside.height);
    Rect { y: inside.y + above, height: inside.height - above, ..inside }
}

#[cfg(test)]
mod tests;
