//! The cursor of a list that is held whole: where it stands, what is in view. Headings stand between the lines and are passed over.

use std::cell::Cell;

use ratatui::layout::{Position, Rect};

use crate::tui::action::Action;
use crate::tui::look;

/// A cursor over lines, some of which are headings.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    at: usize,
    top: Cell<usize>,
}

impl Listing {
    /// The line under the cursor.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Goes to the first line from `at` on that is no heading, else to the last one before it.
    pub fn go(&mut self, at: usize, is_line: &[bool]) {
        let after = is_line.iter().enumerate().skip(at).find(|(_, line)| **line);
        let before = || is_line.iter().enumerate().take(at).rfind(|(_, line)| **line);
        self.at = after.or_else(before).map_or(0, |(place, _)| place);
    }

    /// Goes there with some of what precedes in view.
    pub fn go_with_what_precedes(&mut self, at: usize, is_line: &[bool]) {
        self.go(at, is_line);
        self.top.set(self.at.saturating_sub(8));
    }

    /// Moves as a key says; false when the key is no move.
    pub fn moved(&mut self, action: Action, is_line: &[bool], height: u16) -> bool {
        let lines: Vec<usize> = is_line.iter().enumerate().filter(|(_, line)| **line).map(|(place, _)| place).collect();
        let now = lines.iter().position(|place| *place == self.at).unwrap_or_default();
        let page = usize::from(height.max(2)) - 1;
        let next = match action {
            Action::Up => now.saturating_sub(1),
            Action::Down => now + 1,
            Action::PageUp => now.saturating_sub(page),
            Action::PageDown => now + page,
            Action::First => 0,
            Action::Last => usize::MAX,
            _no_move => return false,
        };
        self.at = lines.get(next.min(lines.len().saturating_sub(1))).copied().unwrap_or_default();
        true
    }

    /// Goes to the line under a click, when there is one.
    pub fn click(&mut self, at: Position, area: Rect, is_line: &[bool]) {
        let place = self.top(is_line, area.height) + usize::from(at.y.saturating_sub(area.y));
        if (area.y..area.bottom()).contains(&at.y) && is_line.get(place) == Some(&true) {
            self.at = place;
        }
    }

    /// The first line in view, so that the cursor is, with the heading above it where there is one.
    pub fn top(&self, is_line: &[bool], height: u16) -> usize {
        let heading = self.at.checked_sub(1).filter(|above| is_line.get(*above) == Some(&false)).unwrap_or(self.at);
        let top = look::scrolled(look::scrolled(self.top.get(), self.at, height), heading, height);
        self.top.set(top);
        top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: [bool; 6] = [false, true, true, false, true, false];

    #[test]
    fn headings_are_passed_over_in_both_directions() {
        let mut list = Listing::default();
        list.go(0, &LINES);
        let mut seen = vec![list.at()];
        for action in [Action::Down, Action::Down, Action::Down, Action::Up, Action::First, Action::Last] {
            assert!(list.moved(action, &LINES, 3));
            seen.push(list.at());
        }
        assert_eq!(seen, [1, 2, 4, 4, 2, 1, 4]);
        assert!(!list.moved(Action::Open, &LINES, 3));
    }

    #[test]
    fn past_the_last_line_the_last_line_is_taken() {
        let mut list = Listing::default();
        list.go(5, &LINES);
        assert_eq!(list.at(), 4);
        list.go(9, &[]);
        assert_eq!(list.at(), 0);
    }

    #[test]
    fn the_heading_of_the_line_under_the_cursor_is_in_view() {
        let mut list = Listing::default();
        list.go(4, &LINES);
        assert_eq!(list.top(&LINES, 2), 3);
        list.go(1, &LINES);
        assert_eq!(list.top(&LINES, 2), 0);
    }
}
