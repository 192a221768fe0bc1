//! Colours and emphasis, and the bytes that put them on.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The colours and emphasis in force on the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) modifier: Modifier,
}

/// That of a terminal that was just cleared.
pub(super) const DEFAULT: Look = Look { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

/// What emphasis does to a blank: bold, dim and italic show on letters alone.
const SEEN_ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

impl Look {
    /// That of a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a blank is the same in both.
    pub(super) fn same_ground(self, other: Self) -> bool {
        self.bg == other.bg
            && self.modifier.intersection(SEEN_ON_BLANKS) == other.modifier.intersection(SEEN_ON_BLANKS)
            && (!self.modifier.contains(Modifier::REVERSED) || self.fg == other.fg)
    }

    /// Writes what changes the look `worn` into this one.
    pub(super) fn wear_after(self, worn: Self, out: &mut Vec<u8>) {
        if self == worn {
            return;
        }
        let mut codes = Codes { bytes: out, is_first: true };
        // Removing an emphasis is done by a reset: each "off" code is longer, and bold and dim share theirs.
        let is_kept = self.modifier.contains(worn.modifier);
        if !is_kept {
            codes.push(0);
        }
        let worn = if is_kept { worn } else { DEFAULT };
        for (modifier, code) in MODIFIERS {
            if self.modifier.contains(*modifier) && !worn.modifier.contains(*modifier) {
                codes.push(*code);
            }
        }
        if self.fg != worn.fg {
            codes.colour(self.fg, Ground::Fore);
        }
        if self.bg != worn.bg {
            codes.colour(self.bg, Ground::Back);
        }
        out.push(b'm');
    }
}

const MODIFIERS: &[(Modifier, u8)] = &[
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

#[derive(Clone, Copy)]
enum Ground {
    Fore,
    Back,
}

/// The numbers of one sequence of colours and emphasis, as they are written.
struct Codes<'a> {
    bytes: &'a mut Vec<u8>,
    is_first: bool,
}

impl Codes<'_> {
    fn push(&mut self, code: u8) {
        self.bytes.extend_from_slice(if self.is_first { b"\x1b[" } else { b";" });
        self.is_first = false;
        // Writing to memory cannot fail.
        let _ = write!(self.bytes, "{code}");
    }

    fn colour(&mut self, colour: Color, ground: Ground) {
        let (base, bright, extended) = match ground {
            Ground::Fore => (30, 90, 38),
            Ground::Back => (40, 100, 48),
        };
        match colour {
            Color::Reset => self.push(base + 9),
            Color::Black => self.push(base),
            Color::Red => self.push(base + 1),
            Color::Green => self.push(base + 2),
            Color::Yellow => self.push(base + 3),
            Color::Blue => self.push(base + 4),
            Color::Magenta => self.push(base + 5),
            Color::Cyan => self.push(base + 6),
            Color::Gray => self.push(base + 7),
            Color::DarkGray => self.push(bright),
            Color::LightRed => self.push(bright + 1),
            Color::LightGreen => self.push(bright + 2),
            Color::LightYellow => self.push(bright + 3),
            Color::LightBlue => self.push(bright + 4),
            Color::LightMagenta => self.push(bright + 5),
            Color::LightCyan => self.push(bright + 6),
            Color::White => self.push(bright + 7),
            Color::Indexed(index) => [extended, 5, index].into_iter().for_each(|code| self.push(code)),
            Color::Rgb(red, green, blue) => {
                [extended, 2, red, green, blue].into_iter().for_each(|code| self.push(code))
            }
        }
    }
}
