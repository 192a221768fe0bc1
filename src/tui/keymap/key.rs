//! One key press, how the table writes it and how a person reads it.
//!
//! The names of keys on screen are messages of the catalogue.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::base::locale::Catalog;

/// A key with its modifiers. Shift is kept only where it does not change the character itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::NONE }
    }

    /// The key of a character.
    pub const fn char(character: char) -> Self {
        Self::plain(KeyCode::Char(character))
    }

    /// Reads the table's notation: `j`, `Down`, `C-s`, `S-Tab`, `F1`; `None` when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let (modifiers, name) = match text.split_at_checked(2) {
            Some(("C-", rest)) => (KeyModifiers::CONTROL, rest),
            Some(("A-", rest)) => (KeyModifiers::ALT, rest),
            Some(("S-", rest)) => (KeyModifiers::SHIFT, rest),
            Some(_) | None => (KeyModifiers::NONE, text),
        };
        let named = NAMES.iter().find(|(known, _, _)| *known == name).map(|(_, code, _)| *code);
        let function = || name.strip_prefix('F')?.parse().ok().filter(|n| (1..=12).contains(n)).map(KeyCode::F);
        let character = || {
            let mut characters = name.chars();
            characters.next().filter(|_| characters.next().is_none()).map(KeyCode::Char)
        };
        let code = named.or_else(character).or_else(function)?;
        Some(Self { code, modifiers })
    }

    /// The character that this key types, if it types one.
    pub fn text(self) -> Option<char> {
        match self.code {
            KeyCode::Char(character) if self.modifiers.is_empty() => Some(character),
            _no_text => None,
        }
    }

    /// How the key is written on screen.
    pub fn shown(self, catalog: &Catalog) -> String {
        let name = match self.code {
            KeyCode::Char(character) => match NAMES.iter().find(|(_, code, _)| *code == self.code) {
                Some((_, _, id)) => catalog.text(id).into_owned(),
                None if self.modifiers.contains(KeyModifiers::CONTROL) => character.to_uppercase().to_string(),
                None => character.to_string(),
            },
            KeyCode::F(number) => format!("F{number}"),
            other => match NAMES.iter().find(|(_, code, _)| *code == other) {
                Some((_, _, id)) => catalog.text(id).into_owned(),
                None => String::new(),
            },
        };
        let mut shown = String::new();
        for (modifier, id) in
            [(KeyModifiers::CONTROL, "key-ctrl"), (KeyModifiers::ALT, "key-alt"), (KeyModifiers::SHIFT, "key-shift")]
        {
            if self.modifiers.contains(modifier) {
                shown.push_str(&catalog.text(id));
                shown.push('+');
            }
        }
        shown + &name
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let kept = match event.code {
            KeyCode::Char(_) | KeyCode::BackTab => KeyModifiers::CONTROL | KeyModifiers::ALT,
            _named => KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT,
        };
        let modifiers = event.modifiers & kept;
        match event.code {
            KeyCode::BackTab => Self { code: KeyCode::Tab, modifiers: modifiers | KeyModifiers::SHIFT },
            code => Self { code, modifiers },
        }
    }
}

impl From<Key> for KeyEvent {
    fn from(key: Key) -> Self {
        KeyEvent::new(key.code, key.modifiers)
    }
}

/// Name in the table, code, message of the name on screen.
const NAMES: &[(&str, KeyCode, &str)] = &[
    ("Up", KeyCode::Up, "key-up"),
    ("Down", KeyCode::Down, "key-down"),
    ("Left", KeyCode::Left, "key-left"),
    ("Right", KeyCode::Right, "key-right"),
    ("Enter", KeyCode::Enter, "key-enter"),
    ("Esc", KeyCode::Esc, "key-esc"),
    ("Tab", KeyCode::Tab, "key-tab"),
    ("Space", KeyCode::Char(' '), "key-space"),
    ("Comma", KeyCode::Char(','), "key-comma"),
    ("Backspace", KeyCode::Backspace, "key-backspace"),
    ("Delete", KeyCode::Delete, "key-delete"),
    ("Insert", KeyCode::Insert, "key-insert"),
    ("Home", KeyCode::Home, "key-home"),
    ("End", KeyCode::End, "key-end"),
    ("PageUp", KeyCode::PageUp, "key-page-up"),
    ("PageDown", KeyCode::PageDown, "key-page-down"),
];
