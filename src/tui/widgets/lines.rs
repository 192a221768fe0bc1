//! Lines under headings, on some of which the cursor can stand; what is to be known of the one under it is told at the foot.
//!
//! It knows neither what a line is about nor what opening it does: each row gives back its target.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};

use super::listing::Listing;
use crate::tui::action::Action;
use crate::tui::look::{self, Privacy};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub enum Line<T> {
    Heading(String),
    /// What is only read, over as many rows as it needs.
    Said(String, Role),
    Row(Row<T>),
}

/// A line on which the cursor can stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<T> {
    pub name: String,
    /// Told beside the name.
    pub told: String,
    pub role: Role,
    /// Told at the foot while the cursor is on it.
    pub more: String,
    /// Whether it names a family: then privacy masks the name and what is told at the foot.
    is_personal: bool,
    pub target: T,
}

impl<T> Row<T> {
    pub fn new(name: impl Into<String>, told: impl Into<String>, target: T) -> Self {
        let (name, told, more) = (name.into(), told.into(), String::new());
        Self { name, told, role: Role::Muted, more, is_personal: false, target }
    }

    /// With another look of what is told.
    pub fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }

    /// With what is told at the foot.
    pub fn more(self, more: impl Into<String>) -> Self {
        Self { more: more.into(), ..self }
    }

    /// About a family.
    pub fn personal(self) -> Self {
        Self { is_personal: true, ..self }
    }
}

/// The lines with their cursor.
#[derive(Debug)]
pub struct Lines<T> {
    lines: Vec<Line<T>>,
    list: Listing,
    /// The first row in view: a line that is only read can take several.
    top: std::cell::Cell<usize>,
}

impl<T> Default for Lines<T> {
    fn default() -> Self {
        Self { lines: Vec::new(), list: Listing::default(), top: std::cell::Cell::default() }
    }
}

impl<T> Lines<T> {
    /// Takes other lines; the cursor stays at its place.
    pub fn take(&mut self, lines: Vec<Line<T>>) {
        self.lines = lines;
        self.list.go(self.list.at(), &self.is_row());
    }

    /// Takes other lines; the cursor goes to the first that `wanted` accepts.
    pub fn take_on(&mut self, lines: Vec<Line<T>>, wanted: impl Fn(&T) -> bool) {
        self.lines = lines;
        let is_wanted = |line: &Line<T>| matches!(line, Line::Row(row) if wanted(&row.target));
        let at = self.lines.iter().position(is_wanted).unwrap_or(self.list.at());
        self.list.go(at, &self.is_row());
    }

    /// What the row under the cursor is about.
    pub fn target(&self) -> Option<&T> {
        self.row().map(|row| &row.target)
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<&Row<T>> {
        match self.lines.get(self.list.at())? {
            Line::Row(row) => Some(row),
            Line::Heading(_) | Line::Said(..) => None,
        }
    }

    /// Whether there is no row to stand on.
    pub fn is_empty(&self) -> bool {
        self.row().is_none()
    }

    /// What the rows are about, in their order.
    pub fn targets(&self) -> impl Iterator<Item = &T> {
        self.lines.iter().filter_map(|line| match line {
            Line::Row(row) => Some(&row.target),
            Line::Heading(_) | Line::Said(..) => None,
        })
    }

    /// Moves the cursor as a key says; false when the key is no move.
    pub fn moved(&mut self, action: Action, area: Rect) -> bool {
        self.list.moved(action, &self.is_row(), self.split(area).0.height)
    }

    /// Puts the cursor on the row under a click.
    pub fn click(&mut self, at: Position, area: Rect) {
        let (lines, _) = self.split(area);
        if !lines.contains(at) {
            return;
        }
        let clicked = self.top.get() + usize::from(at.y - lines.y);
        let place = self.shown(lines.width).get(clicked).map(|(place, _)| *place);
        if let Some(place) = place.filter(|place| matches!(self.lines.get(*place), Some(Line::Row(_)))) {
            self.list.go(place, &self.is_row());
        }
    }

    pub fn draw(&self, sheet: &mut Sheet<'_, '_>, area: Rect) {
        let (lines, foot) = self.split(area);
        let shown = self.shown(lines.width);
        let top = self.top_of(&shown, lines.height);
        let middle = lines.x + 2 + self.name_width(lines.width);
        for ((place, said), y) in shown.iter().skip(top).zip(lines.y..lines.bottom()) {
            let row = Rect { y, height: 1, ..lines };
            match self.lines.get(*place) {
                Some(Line::Heading(title)) => drop(sheet.put_typed(row.x + 1, y, row.right(), title, Role::Heading)),
                Some(Line::Said(_, role)) => drop(sheet.put_typed(row.x + 2, y, row.right(), said, *role)),
                Some(Line::Row(line)) => draw_row(sheet, row, line, middle),
                None => {}
            }
            if *place == self.list.at() && self.row().is_some() {
                sheet.put(row.x, y, row.right(), "▸", Role::Text);
                sheet.select(row);
            }
        }
        if let Some(row) = self.row().filter(|row| !row.more.is_empty() && foot.height > 1) {
            sheet.put(foot.x, foot.y, foot.right(), &"─".repeat(usize::from(foot.width)), Role::Border);
            let inside =
                Rect { x: foot.x + 1, y: foot.y + 1, width: foot.width.saturating_sub(2), height: foot.height - 1 };
            let privacy = if row.is_personal { sheet.look.privacy } else { Privacy::Shown };
            sheet.put_wrapped(inside, &privacy.mask(&row.more), Role::Muted);
        }
    }

    /// Every row of text with the place of its line.
    fn shown(&self, width: u16) -> Vec<(usize, Cow<'_, str>)> {
        let mut shown = Vec::new();
        for (place, line) in self.lines.iter().enumerate() {
            match line {
                Line::Said(text, _) => {
                    let wrapped = look::wrap(text, width.saturating_sub(3)).into_iter();
                    shown.extend(wrapped.map(|row| (place, Cow::Owned(row))));
                }
                Line::Heading(_) | Line::Row(_) => shown.push((place, Cow::Borrowed(""))),
            }
        }
        shown
    }

    /// The first row in view, so that the cursor is, with what is only read just above it where there is room.
    fn top_of(&self, shown: &[(usize, Cow<'_, str>)], height: u16) -> usize {
        let at = shown.iter().position(|(place, _)| *place == self.list.at()).unwrap_or_default();
        let is_row = |row: &(usize, Cow<'_, str>)| matches!(self.lines.get(row.0), Some(Line::Row(_)));
        let above = shown.iter().take(at).rposition(is_row).map_or(0, |row| row + 1);
        let head = above.max((at + 1).saturating_sub(usize::from(height.max(1))));
        let top = look::scrolled(look::scrolled(self.top.get(), at, height), head, height);
        self.top.set(top);
        top
    }

    /// The room of the names: what they need, as far as half of what is told beside them still fits.
    fn name_width(&self, width: u16) -> u16 {
        let rows = || {
            self.lines.iter().filter_map(|line| match line {
                Line::Row(row) if !row.told.is_empty() => Some(row),
                Line::Row(_) | Line::Heading(_) | Line::Said(..) => None,
            })
        };
        let names = rows().map(|row| look::width(&row.name)).max().unwrap_or(0) + 2;
        let told = rows().map(|row| look::width(&row.told)).max().unwrap_or(0).min(width / 2);
        names.min(width.saturating_sub(told + 5))
    }

    /// The lines, and under them the foot where some row tells more.
    fn split(&self, area: Rect) -> (Rect, Rect) {
        let tells = self.lines.iter().any(|line| matches!(line, Line::Row(row) if !row.more.is_empty()));
        let foot = match area.height {
            0..12 => 0,
            _ if !tells => 0,
            12..22 => 5,
            22.. => 7,
        };
        let lines = Rect { height: area.height - foot, ..area };
        (lines, Rect { y: lines.bottom(), height: foot, ..area })
    }

    fn is_row(&self) -> Vec<bool> {
        self.lines.iter().map(|line| matches!(line, Line::Row(_))).collect()
    }
}

fn draw_row<T>(sheet: &mut Sheet<'_, '_>, row: Rect, line: &Row<T>, middle: u16) {
    let end = if line.told.is_empty() { row.right() } else { middle };
    match line.is_personal {
        true => sheet.put_name(row.x + 2, row.y, end, &line.name, Role::Text),
        false => sheet.put_typed(row.x + 2, row.y, end, &line.name, Role::Text),
    };
    sheet.put_typed(middle + 1, row.y, row.right(), &line.told, line.role);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    const AREA: Rect = Rect { x: 0, y: 0, width: 24, height: 6 };

    fn lines() -> Lines<u8> {
        let mut lines = Lines::default();
        lines.take(vec![
            Line::Heading("Reçu".into()),
            Line::Said("deux rangées de texte qui se lisent".into(), Role::Muted),
            Line::Row(Row::new("un", "reçu", 1)),
            Line::Row(Row::new("deux", "refusé", 2)),
            Line::Heading("Attend".into()),
            Line::Row(Row::new("trois", "", 3)),
        ]);
        lines
    }

    #[test]
    fn the_cursor_goes_from_row_to_row_and_passes_over_what_is_only_read() {
        let mut lines = lines();
        let mut seen = vec![*lines.target().unwrap()];
        for action in [Action::Down, Action::Down, Action::Down, Action::First] {
            assert!(lines.moved(action, AREA));
            seen.push(*lines.target().unwrap());
        }
        assert_eq!(seen, [1, 2, 3, 3, 1]);
        assert!(!lines.moved(Action::Open, AREA));
    }

    #[test]
    fn a_click_finds_the_row_under_lines_that_take_several_rows() {
        let mut lines = lines();
        assert_eq!(lines.shown(AREA.width).iter().map(|(place, _)| *place).collect::<Vec<_>>(), [0, 1, 1, 2, 3, 4, 5]);
        lines.click(Position { x: 3, y: 4 }, AREA);
        assert_eq!(lines.target(), Some(&2));
        lines.click(Position { x: 3, y: 1 }, AREA);
        assert_eq!(lines.target(), Some(&2));
    }

    #[test]
    fn what_is_only_read_above_the_first_row_is_in_view_with_it() {
        let mut lines = lines();
        lines.moved(Action::Last, AREA);
        assert_eq!(lines.top_of(&lines.shown(AREA.width), 4), 3);
        lines.moved(Action::First, AREA);
        assert_eq!(lines.top_of(&lines.shown(AREA.width), 4), 0);
    }

    #[test]
    fn other_lines_keep_the_cursor_or_put_it_where_it_is_wanted() {
        let mut lines = lines();
        lines.moved(Action::Last, AREA);
        lines.take(vec![Line::Row(Row::new("un", "", 1))]);
        assert_eq!(lines.target(), Some(&1));
        lines
            .take_on(vec![Line::Row(Row::new("un", "", 1)), Line::Row(Row::new("deux", "", 2))], |target| *target == 2);
        assert_eq!(lines.target(), Some(&2));
        lines.take(Vec::new());
        assert_eq!(lines.target(), None);
    }
}
