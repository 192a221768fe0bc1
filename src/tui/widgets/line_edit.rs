//! One line of typed text with its cursor, by what a person sees as one character.
//!
//! It knows nothing of what the text means.

use crossterm::event::{KeyCode, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;

use crate::tui::keymap::Key;
use crate::tui::look::width;

/// A text being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineEdit {
    text: String,
    /// Byte offset, always between two characters.
    cursor: usize,
    /// Proposed and not yet touched: what is typed takes its place.
    offered: bool,
}

impl LineEdit {
    /// The text, with the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len(), offered: false }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Replaces the text; the cursor goes to its end.
    pub fn set(&mut self, text: &str) {
        *self = Self::new(text);
    }

    /// Proposes a text: typing replaces it, moving the cursor or deleting in it keeps it.
    pub fn offer(&mut self, text: &str) {
        *self = Self { offered: true, ..Self::new(text) };
    }

    /// Types a text at the cursor; line breaks become spaces.
    pub fn insert(&mut self, typed: &str) {
        if std::mem::take(&mut self.offered) {
            self.set("");
        }
        let typed = typed.replace(['\n', '\t'], " ");
        self.text.insert_str(self.cursor, &typed);
        self.cursor += typed.len();
    }

    /// Edits by a key: the arrows, Home, End, Backspace, Delete, and the shell's Ctrl+A, E, U, K, W.
    pub fn edit(&mut self, key: Key) -> Edited {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let before = self.text.len();
        match (key.code, control) {
            (KeyCode::Left, false) => self.cursor = self.before_cursor(),
            (KeyCode::Right, false) => self.cursor = self.after_cursor(),
            (KeyCode::Left, true) => self.cursor = self.word_before(),
            (KeyCode::Right, true) => self.cursor = self.word_after(),
            (KeyCode::Home, _) | (KeyCode::Char('a'), true) => self.cursor = 0,
            (KeyCode::End, _) | (KeyCode::Char('e'), true) => self.cursor = self.text.len(),
            (KeyCode::Backspace, false) => self.remove(self.before_cursor(), self.cursor),
            (KeyCode::Delete, _) => self.remove(self.cursor, self.after_cursor()),
            (KeyCode::Backspace, true) | (KeyCode::Char('w'), true) => self.remove(self.word_before(), self.cursor),
            (KeyCode::Char('u'), true) => self.remove(0, self.cursor),
            (KeyCode::Char('k'), true) => self.remove(self.cursor, self.text.len()),
            _other => return Edited::Not,
        }
        self.offered = false;
        if self.text.len() == before { Edited::Cursor } else { Edited::Text }
    }

    /// The part that fits in `columns`, and the cursor's column in it.
    pub fn view(&self, columns: u16) -> (&str, u16) {
        let columns = columns.max(1);
        let (head, tail) = self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""));
        let mut start = 0;
        let mut taken = width(head);
        for grapheme in head.graphemes(true) {
            if taken < columns {
                break;
            }
            taken -= width(grapheme);
            start += grapheme.len();
        }
        let mut end = self.cursor;
        let mut shown = taken;
        for grapheme in tail.graphemes(true) {
            shown += width(grapheme);
            if shown > columns {
                break;
            }
            end += grapheme.len();
        }
        (self.text.get(start..end).unwrap_or_default(), taken)
    }

    fn before_cursor(&self) -> usize {
        let head = self.text.get(..self.cursor).unwrap_or_default();
        head.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after_cursor(&self) -> usize {
        let tail = self.text.get(self.cursor..).unwrap_or_default();
        self.cursor + tail.graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let head = self.text.get(..self.cursor).unwrap_or_default().trim_end();
        head.rfind(' ').map_or(0, |space| space + 1)
    }

    fn word_after(&self) -> usize {
        let tail = self.text.get(self.cursor..).unwrap_or_default();
        let spaces = tail.len() - tail.trim_start().len();
        let word = tail.trim_start().find(' ').unwrap_or(tail.trim_start().len());
        self.cursor + spaces + word
    }

    fn remove(&mut self, from: usize, to: usize) {
        if from < to && self.text.is_char_boundary(from) && self.text.is_char_boundary(to) {
            self.text.replace_range(from..to, "");
            self.cursor = from;
        }
    }
}

/// What a key did to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    Text,
    Cursor,
    /// The key means nothing here.
    Not,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    fn edit(line: &mut LineEdit, keys: &str) {
        for key in keys.split(' ') {
            line.edit(Key::parse(key).unwrap());
        }
    }

    #[test]
    fn what_is_typed_replaces_what_was_proposed_unless_the_cursor_moved_in_it() {
        let mut line = LineEdit::default();
        line.offer("23/11/2026");
        assert_eq!(line.text(), "23/11/2026");
        line.insert("h");
        line.insert("ier");
        assert_eq!(line.text(), "hier");
        line.offer("23/11/2026");
        line.edit(Key::plain(KeyCode::Backspace));
        line.insert("7");
        assert_eq!(line.text(), "23/11/2027");
    }

    #[test]
    fn a_combined_character_is_erased_as_one() {
        let mut line = LineEdit::new("ae\u{301}");
        edit(&mut line, "Backspace");
        assert_eq!(line.text(), "a");
        line.insert("日本");
        edit(&mut line, "Left Delete");
        assert_eq!(line.text(), "a日");
    }

    #[test]
    fn words_are_erased_and_jumped_over() {
        let mut line = LineEdit::new("un deux trois");
        edit(&mut line, "C-w");
        assert_eq!(line.text(), "un deux ");
        edit(&mut line, "Home C-Right");
        line.insert("e");
        assert_eq!(line.text(), "une deux ");
        edit(&mut line, "C-k");
        assert_eq!(line.text(), "une");
    }

    #[test]
    fn the_view_follows_the_cursor_and_counts_columns() {
        let mut line = LineEdit::new("abcdef");
        assert_eq!(line.view(4), ("def", 3));
        edit(&mut line, "Home");
        assert_eq!(line.view(4), ("abcd", 0));
        assert_eq!(LineEdit::new("日日").view(4), ("日", 2));
        assert_eq!(LineEdit::new("日日").view(5), ("日日", 4));
    }
}
