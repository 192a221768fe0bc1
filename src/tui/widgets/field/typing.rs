//! Keys and characters in a field that has the focus.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Choice, Entry, Field};
use crate::base::fold::fold;
use crate::tui::keymap::Key;
use crate::tui::widgets::line_edit::Edited;

impl Field {
    /// Types a character; `offered` are the indices of the options that can be chosen now.
    pub fn typed(&mut self, character: char, offered: &[usize]) -> Edited {
        match &mut self.entry {
            Entry::Text(line)
            | Entry::Date { line, .. }
            | Entry::Time(line)
            | Entry::Number(line)
            | Entry::Money(line) => {
                line.insert(character.encode_utf8(&mut [0; 4]));
                Edited::Text
            }
            Entry::Lines(area) => {
                area.insert_char(character);
                Edited::Text
            }
            Entry::Choice { options, chosen, .. } => {
                let at = digit(character)
                    .and_then(|number| offered.get(number).copied())
                    .or_else(|| beginning_with(options, offered, *chosen, character));
                match at {
                    Some(at) => {
                        *chosen = Some(at);
                        Edited::Text
                    }
                    None => Edited::Not,
                }
            }
            Entry::Choices { options, marked, cursor } => {
                let at = match character {
                    ' ' => offered.get(*cursor).copied(),
                    other => match digit(other) {
                        Some(number) => offered.get(number).copied(),
                        None => {
                            let here = offered.get(*cursor).copied();
                            if let Some(found) = beginning_with(options, offered, here, other) {
                                *cursor = offered.iter().position(|index| *index == found).unwrap_or(*cursor);
                                return Edited::Cursor;
                            }
                            None
                        }
                    },
                };
                let Some(at) = at else { return Edited::Not };
                *cursor = offered.iter().position(|index| *index == at).unwrap_or(*cursor);
                if !marked.remove(&at) {
                    marked.insert(at);
                }
                Edited::Text
            }
            Entry::Toggle(on) => match character {
                ' ' => {
                    *on = !*on;
                    Edited::Text
                }
                'o' | 'O' | 'y' | 'Y' => {
                    *on = true;
                    Edited::Text
                }
                'n' | 'N' => {
                    *on = false;
                    Edited::Text
                }
                _other => Edited::Not,
            },
            Entry::Rows(rows) => rows.typed(character),
        }
    }

    /// Edits by a key that the keymap left to the field.
    pub fn edited(&mut self, key: Key, offered: &[usize]) -> Edited {
        match &mut self.entry {
            Entry::Text(line)
            | Entry::Date { line, .. }
            | Entry::Time(line)
            | Entry::Number(line)
            | Entry::Money(line) => line.edit(key),
            Entry::Lines(area) => {
                // As in a field of one line, where the library would take back the last edit.
                let empties = (key.code, key.modifiers) == (KeyCode::Char('u'), KeyModifiers::CONTROL);
                if if empties { area.delete_line_by_head() } else { area.input(KeyEvent::from(key)) } {
                    Edited::Text
                } else {
                    Edited::Cursor
                }
            }
            Entry::Choice { chosen, .. } => {
                let Some(last) = offered.len().checked_sub(1) else { return Edited::Not };
                let here = chosen.and_then(|index| offered.iter().position(|offered| *offered == index));
                let there = match (key.code, here) {
                    (KeyCode::Right, Some(at)) => at.saturating_add(1).min(last),
                    (KeyCode::Right, None) | (KeyCode::Home, _) => 0,
                    (KeyCode::Left, Some(at)) => at.saturating_sub(1),
                    (KeyCode::Left, None) | (KeyCode::End, _) => last,
                    _other => return Edited::Not,
                };
                *chosen = offered.get(there).copied();
                Edited::Text
            }
            Entry::Choices { cursor, .. } => {
                let last = offered.len().saturating_sub(1);
                *cursor = match key.code {
                    KeyCode::Right => cursor.saturating_add(1).min(last),
                    KeyCode::Left => cursor.saturating_sub(1),
                    KeyCode::Home => 0,
                    KeyCode::End => last,
                    _other => return Edited::Not,
                };
                Edited::Cursor
            }
            Entry::Toggle(on) => match key.code {
                KeyCode::Left | KeyCode::Right => {
                    *on = !*on;
                    Edited::Text
                }
                _other => Edited::Not,
            },
            Entry::Rows(rows) => rows.edited(key),
        }
    }

    /// Puts a pasted text in; only what holds text takes one.
    pub fn pasted(&mut self, text: &str) -> Edited {
        match &mut self.entry {
            Entry::Text(line)
            | Entry::Date { line, .. }
            | Entry::Time(line)
            | Entry::Number(line)
            | Entry::Money(line) => {
                line.insert(text);
                Edited::Text
            }
            Entry::Lines(area) => {
                area.insert_str(text);
                Edited::Text
            }
            Entry::Rows(rows) => rows.pasted(text),
            Entry::Choice { .. } | Entry::Choices { .. } | Entry::Toggle(_) => Edited::Not,
        }
    }
}

/// The place of a digit key, with or without Shift: the row of digits of an AZERTY keyboard types `&é"'(-è_çà` unshifted.
pub fn digit(character: char) -> Option<usize> {
    const ROWS: [&str; 2] = ["1234567890", "&é\"'(-è_çà"];
    ROWS.iter().find_map(|row| row.chars().position(|key| key == character))
}

/// The next option offered whose label begins with the letter, after the one chosen.
fn beginning_with(options: &[Choice], offered: &[usize], chosen: Option<usize>, letter: char) -> Option<usize> {
    let wanted = fold(&letter.to_string());
    let begins = |index: &&usize| {
        options.get(**index).is_some_and(|option| !wanted.trim().is_empty() && fold(&option.label).starts_with(&wanted))
    };
    let after = chosen.and_then(|chosen| offered.iter().position(|index| *index == chosen)).map_or(0, |at| at + 1);
    let (before, rest) = offered.split_at_checked(after).unwrap_or((offered, &[]));
    rest.iter().chain(before).find(begins).copied()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    fn steps() -> Field {
        let options = ["rights", "assessment", "diagnosis"].map(|code| Choice::new(code, code)).to_vec();
        Field::choices("steps", options).chosen(&["rights"])
    }

    #[test]
    fn digits_mark_with_or_without_shift() {
        let mut field = steps();
        field.typed('2', &[0, 1, 2]);
        assert_eq!(field.held(), ["rights", "assessment"]);
        field.typed('é', &[0, 1, 2]);
        field.typed('"', &[0, 1, 2]);
        assert_eq!(field.held(), ["rights", "diagnosis"]);
        assert_eq!(field.typed('9', &[0, 1, 2]), Edited::Not);
    }

    #[test]
    fn digits_count_only_what_is_offered() {
        let mut field = steps();
        field.typed('2', &[0, 2]);
        assert_eq!(field.held(), ["rights", "diagnosis"]);
    }

    #[test]
    fn a_letter_goes_through_the_options_that_begin_with_it() {
        let options = ["Décembre", "août", "avril"].map(|label| Choice::new(label, label)).to_vec();
        let mut field = Field::choice("month", options);
        let offered = [0, 1, 2];
        for (letter, expected) in [('a', "août"), ('a', "avril"), ('a', "août"), ('d', "Décembre")] {
            field.typed(letter, &offered);
            assert_eq!(field.held(), [expected]);
        }
        assert_eq!(field.typed('x', &offered), Edited::Not);
    }
}
