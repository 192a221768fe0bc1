//! Writes a frame to the terminal: only the cells that changed, as few bytes as it can, in one write.
//!
//! It decides nothing about what is drawn. Unlike ratatui's own backend it sends no byte when nothing changed: colours and the
//! cursor are remembered from frame to frame.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// The terminal that ratatui draws on.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    pending: Vec<u8>,
    size: Size,
    /// Where the terminal's cursor is, when that is sure.
    at: Option<Position>,
    look: Look,
    cursor_shown: Option<bool>,
    /// Where a shown cursor is to stand at the end of the frame.
    cursor_wanted: Option<Position>,
}

/// The colours and emphasis in force on the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const DEFAULT: Look = Look { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

impl<W: Write> Screen<W> {
    /// A screen of this size, of which nothing is known yet.
    pub fn new(out: W, size: Size) -> Self {
        let pending = Vec::with_capacity(64 * 1024);
        Self { out, pending, size, at: None, look: DEFAULT, cursor_shown: None, cursor_wanted: None }
    }

    /// Takes the new size of the terminal; ratatui redraws everything at the next frame.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.forget();
    }

    /// Forgets what the terminal shows: after it was lent to something else.
    pub fn forget(&mut self) {
        self.at = None;
        self.cursor_shown = None;
        self.look = DEFAULT;
        self.pending.extend_from_slice(b"\x1b[0m");
    }

    /// The bytes' destination.
    pub fn out(&mut self) -> &mut W {
        &mut self.out
    }

    fn go_to(&mut self, to: Position) {
        if self.at == Some(to) {
            return;
        }
        let forward = self.at.filter(|at| at.y == to.y && at.x < to.x).map(|at| to.x - at.x);
        // Writing to memory cannot fail.
        let _ = match forward {
            Some(1) => self.pending.write_all(b"\x1b[C"),
            Some(columns) => write!(self.pending, "\x1b[{columns}C"),
            None => write!(self.pending, "\x1b[{};{}H", u32::from(to.y) + 1, u32::from(to.x) + 1),
        };
        self.at = Some(to);
    }

    fn wear(&mut self, look: Look) {
        if look == self.look {
            return;
        }
        let mut codes = String::new();
        // Removing an emphasis is done by a reset: each "off" code is longer, and bold and dim share theirs.
        if !look.modifier.contains(self.look.modifier) {
            codes.push('0');
            self.look = DEFAULT;
        }
        for (modifier, code) in MODIFIERS {
            if look.modifier.contains(*modifier) && !self.look.modifier.contains(*modifier) {
                push_code(&mut codes, code);
            }
        }
        if look.fg != self.look.fg {
            push_colour(&mut codes, look.fg, Ground::Fore);
        }
        if look.bg != self.look.bg {
            push_colour(&mut codes, look.bg, Ground::Back);
        }
        let _ = write!(self.pending, "\x1b[{codes}m");
        self.look = look;
    }

    fn show(&mut self, shown: bool) {
        if self.cursor_shown != Some(shown) {
            self.pending.extend_from_slice(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.cursor_shown = Some(shown);
        }
    }
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.go_to(Position { x, y });
            self.wear(Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier });
            let symbol = cell.symbol();
            self.pending.extend_from_slice(symbol.as_bytes());
            // Terminals disagree on the width of what is not one plain character, and on the last column.
            let sure = one_plain_column(symbol) && x + 1 < self.size.width;
            self.at = sure.then_some(Position { x: x + 1, y });
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false);
        self.cursor_wanted = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true);
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.at.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor_wanted = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.wear(DEFAULT);
        self.pending.extend_from_slice(b"\x1b[2J");
        Ok(())
    }

    fn clear_region(&mut self, _region: ClearType) -> io::Result<()> {
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::default() })
    }

    /// The one write of the frame.
    fn flush(&mut self) -> io::Result<()> {
        if let Some(wanted) = self.cursor_wanted {
            self.go_to(wanted);
        }
        if !self.pending.is_empty() {
            let written = self.out.write_all(&self.pending).and_then(|()| self.out.flush());
            self.pending.clear();
            written?;
        }
        Ok(())
    }
}

const MODIFIERS: &[(Modifier, &str)] = &[
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

#[derive(Clone, Copy)]
enum Ground {
    Fore,
    Back,
}

fn push_code(codes: &mut String, code: &str) {
    if !codes.is_empty() {
        codes.push(';');
    }
    codes.push_str(code);
}

fn push_colour(codes: &mut String, colour: Color, ground: Ground) {
    let (base, bright, extended) = match ground {
        Ground::Fore => (30, 90, 38),
        Ground::Back => (40, 100, 48),
    };
    let code = match colour {
        Color::Reset => (base + 9).to_string(),
        Color::Black => base.to_string(),
        Color::Red => (base + 1).to_string(),
        Color::Green => (base + 2).to_string(),
        Color::Yellow => (base + 3).to_string(),
        Color::Blue => (base + 4).to_string(),
        Color::Magenta => (base + 5).to_string(),
        Color::Cyan => (base + 6).to_string(),
        Color::Gray => (base + 7).to_string(),
        Color::DarkGray => bright.to_string(),
        Color::LightRed => (bright + 1).to_string(),
        Color::LightGreen => (bright + 2).to_string(),
        Color::LightYellow => (bright + 3).to_string(),
        Color::LightBlue => (bright + 4).to_string(),
        Color::LightMagenta => (bright + 5).to_string(),
        Color::LightCyan => (bright + 6).to_string(),
        Color::White => (bright + 7).to_string(),
        Color::Indexed(index) => format!("{extended};5;{index}"),
        Color::Rgb(red, green, blue) => format!("{extended};2;{red};{green};{blue}"),
    };
    push_code(codes, &code);
}

/// Printable ASCII, accented Latin letters and line drawing: one column everywhere.
fn one_plain_column(symbol: &str) -> bool {
    let mut characters = symbol.chars();
    let first = characters.next();
    characters.next().is_none()
        && first.is_some_and(|c| matches!(c, ' '..='~' | '\u{c0}'..='\u{17f}' | '\u{2500}'..='\u{257f}'))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use ratatui::Terminal;
    use ratatui::style::{Style, Stylize};
    use ratatui::text::Line;

    use super::*;

    struct Writes(Vec<Vec<u8>>);

    impl Write for Writes {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.to_vec());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn terminal() -> Terminal<Screen<Writes>> {
        Terminal::new(Screen::new(Writes(Vec::new()), Size::new(20, 3))).unwrap()
    }

    fn frame(terminal: &mut Terminal<Screen<Writes>>, line: Line<'_>, cursor: Option<(u16, u16)>) -> Vec<String> {
        terminal
            .draw(|frame| {
                frame.render_widget(line, frame.area());
                if let Some(at) = cursor {
                    frame.set_cursor_position(at);
                }
            })
            .unwrap();
        let writes = std::mem::take(&mut terminal.backend_mut().out().0);
        writes.into_iter().map(|bytes| String::from_utf8(bytes).unwrap()).collect()
    }

    #[test]
    fn a_frame_is_one_write_and_an_unchanged_one_is_none() {
        let mut terminal = terminal();
        assert_eq!(frame(&mut terminal, Line::raw("abc"), None), ["\u{1b}[1;1Habc\u{1b}[?25l"]);
        assert_eq!(frame(&mut terminal, Line::raw("abc"), None), Vec::<String>::new());
        assert_eq!(frame(&mut terminal, Line::raw("abd"), None), ["\u{8}d"].map(|_| "\u{1b}[1;3Hd".to_owned()));
    }

    #[test]
    fn a_standing_cursor_costs_nothing() {
        let mut terminal = terminal();
        frame(&mut terminal, Line::raw("abc"), Some((1, 0)));
        assert_eq!(frame(&mut terminal, Line::raw("abc"), Some((1, 0))), Vec::<String>::new());
        assert_eq!(frame(&mut terminal, Line::raw("abc"), Some((2, 0))), ["\u{1b}[C"]);
    }

    #[test]
    fn emphasis_is_taken_off_before_plain_text() {
        let mut terminal = terminal();
        let line = Line::from(vec!["a".bold(), "b".into(), "c".red(), "d".red().on_blue()]);
        let bytes = frame(&mut terminal, line, None).concat();
        assert_eq!(bytes, "\u{1b}[1;1H\u{1b}[1ma\u{1b}[0mb\u{1b}[31mc\u{1b}[44md\u{1b}[?25l");
        let bytes = frame(&mut terminal, Line::styled("x", Style::new()), None).concat();
        assert!(bytes.starts_with("\u{1b}[1;1H\u{1b}[39;49mx"), "{bytes:?}");
    }

    #[test]
    fn after_a_wide_character_the_column_is_said_again() {
        let mut terminal = terminal();
        let bytes = frame(&mut terminal, Line::raw("日a"), None).concat();
        assert_eq!(bytes, "\u{1b}[1;1H日\u{1b}[1;3Ha\u{1b}[?25l");
    }
}
