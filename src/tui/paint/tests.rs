#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use ratatui::style::{Style, Stylize};
use ratatui::text::Line;
use ratatui::widgets::Widget;

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

fn terminal() -> Screen<Writes> {
    Screen::new(Writes(Vec::new()), Size::new(20, 3))
}

fn frame(terminal: &mut Screen<Writes>, line: Line<'_>, cursor: Option<(u16, u16)>) -> Vec<String> {
    terminal
        .draw(|frame| {
            line.render(frame.area, frame);
            cursor.map(Position::from)
        })
        .unwrap();
    let writes = std::mem::take(&mut terminal.out().0);
    writes.into_iter().map(|bytes| String::from_utf8(bytes).unwrap()).collect()
}

#[test]
fn a_frame_is_one_write_and_an_unchanged_one_is_none() {
    let mut terminal = terminal();
    assert_eq!(frame(&mut terminal, Line::raw("abc"), None), ["\u{1b}[1;1Habc\u{1b}[?25l"]);
    assert_eq!(frame(&mut terminal, Line::raw("abc"), None), Vec::<String>::new());
    assert_eq!(frame(&mut terminal, Line::raw("abd"), None), ["\u{8}d"]);
}

#[test]
fn a_standing_cursor_costs_nothing() {
    let mut terminal = terminal();
    frame(&mut terminal, Line::raw("abc"), Some((1, 0)));
    assert_eq!(frame(&mut terminal, Line::raw("abc"), Some((1, 0))), Vec::<String>::new());
    assert_eq!(frame(&mut terminal, Line::raw("abc"), Some((2, 0))), ["b"], "written again, it is shorter than a move");
}

#[test]
fn emphasis_is_taken_off_before_plain_text() {
    let mut terminal = terminal();
    let line = Line::from(vec!["a".bold(), "b".into(), "c".red(), "d".red().on_blue()]);
    let bytes = frame(&mut terminal, line, None).concat();
    assert_eq!(bytes, "\u{1b}[1;2Hb\r\u{1b}[1ma\u{1b}[C\u{1b}[0;31mc\u{1b}[44md\u{1b}[?25l");
    let bytes = frame(&mut terminal, Line::styled("x", Style::new()), None).concat();
    assert_eq!(bytes, "\r\u{1b}[39;49mx   ");
}

#[test]
fn after_a_wide_character_the_column_is_said_again() {
    let mut terminal = terminal();
    let bytes = frame(&mut terminal, Line::raw("日a"), None).concat();
    assert_eq!(bytes, "\u{1b}[1;1H日\u{1b}[3Ga\u{1b}[?25l");
}

#[test]
fn a_short_gap_is_written_again_and_a_long_blank_erased() {
    let mut terminal = terminal();
    frame(&mut terminal, Line::raw("abcdefghijklmnopqrs"), None);
    assert_eq!(frame(&mut terminal, Line::raw("AbCdefghijklmnopqrs"), None), ["\rAbC"]);
    assert_eq!(frame(&mut terminal, Line::raw("abCdefghijklmnopqRs"), None), ["\ra\u{1b}[16CR"]);
    assert_eq!(frame(&mut terminal, Line::raw("abC"), None), ["\u{1b}[4G\u{1b}[16X"]);
}

#[test]
fn what_is_blank_already_is_erased_with_the_blanks_on_both_sides() {
    let mut terminal = terminal();
    frame(&mut terminal, Line::raw("a fine day in June!"), None);
    assert_eq!(frame(&mut terminal, Line::raw("a"), None), ["\u{1b}[3G\u{1b}[17X"]);
    frame(&mut terminal, Line::from(vec!["ab".into(), " ".on_blue(), "c".into()]), None);
    let bytes = frame(&mut terminal, Line::from(vec!["a ".into(), " ".on_blue()]), None).concat();
    assert_eq!(bytes, "\u{8}\u{8}\u{1b}[49m \u{1b}[C ", "another ground is left as it is");
}

#[test]
fn lines_below_are_reached_from_the_column_or_the_margin() {
    let mut terminal = terminal();
    let letters = |frame: &mut Buffer| {
        for (x, y) in [(2, 0), (3, 1), (0, 2)] {
            frame[(x, y)].set_char('a');
        }
        None
    };
    terminal.draw(letters).unwrap();
    let bytes = String::from_utf8(terminal.out().0.concat()).unwrap();
    assert_eq!(bytes, "\u{1b}[1;3Ha\na\r\na\u{1b}[?25l");
}

#[test]
fn what_is_of_one_colour_is_written_together() {
    let mut terminal = terminal();
    let columns = |frame: &mut Buffer| {
        for y in 0..3 {
            Line::from(vec!["ab".red(), " c".into()]).render(Rect { y, height: 1, ..frame.area }, frame);
        }
        None
    };
    terminal.draw(columns).unwrap();
    let bytes = String::from_utf8(terminal.out().0.concat()).unwrap();
    let red = "\u{1b}[1;1H\u{1b}[31mab\r\nab\r\nab";
    assert_eq!(bytes, format!("\u{1b}[1;4Hc\n\u{8}c\n\u{8}c{red}\u{1b}[?25l"));
}

#[test]
fn signs_that_are_narrow_everywhere_need_no_column_said_again() {
    for sign in ['‹', '›', '▸', '↻', '⌂', '✓', '✗'] {
        let doubted = unicode_width::UnicodeWidthChar::width_cjk(sign);
        assert_eq!((is_plain(sign), doubted), (true, Some(1)), "{sign}");
    }
    for sign in ['●', '○', '■', '★', '日'] {
        assert!(!is_plain(sign), "{sign}: two columns on some terminals");
    }
}

#[test]
fn a_blank_takes_no_colour_of_letters() {
    let mut terminal = terminal();
    frame(&mut terminal, Line::from(vec!["ab".red(), "cd".into()]), None);
    let bytes = frame(&mut terminal, Line::from(vec!["x ".red(), " y".into()]), None).concat();
    assert_eq!(bytes, "\rx  \u{1b}[39my");
}

/// Cells of a few looks, of one plain character or not, or wide.
fn cells() -> impl proptest::strategy::Strategy<Value = Vec<(usize, usize)>> {
    proptest::collection::vec((0..13_usize, 0..7_usize), 60)
}

fn drawn(terminal: &mut Screen<Writes>, cells: &[(usize, usize)]) -> Vec<u8> {
    const SYMBOLS: [&str; 13] = [" ", " ", " ", " ", "a", "b", "é", "│", "·", "●", "e\u{301}", "…", "日"];
    let styles = [
        Style::new(),
        Style::new(),
        Style::new().red(),
        Style::new().bold(),
        Style::new().on_blue(),
        Style::new().reversed().green(),
        Style::new().underlined(),
    ];
    terminal
        .draw(|buffer| {
            for (at, (symbol, style)) in cells.iter().enumerate() {
                let (x, y) = (u16::try_from(at % 20).unwrap(), u16::try_from(at / 20).unwrap());
                // No wide character begins in the last column.
                let symbol = if x == 19 { symbol % 12 } else { *symbol };
                buffer[(x, y)].set_symbol(SYMBOLS[symbol]).set_style(styles[*style]);
            }
            None
        })
        .unwrap();
    std::mem::take(&mut terminal.out().0).concat()
}

fn parser() -> vt100::Parser {
    let side = |cells| std::num::NonZeroU16::new(cells).unwrap();
    vt100::Parser::new(side(3), side(20), 0)
}

proptest::proptest! {
    /// Whatever frames follow each other, a terminal that was sent only what changed shows what one shows that was sent
    /// the last frame alone.
    #[test]
    fn what_changed_is_enough(frames in proptest::collection::vec(cells(), 1..6)) {
        let mut kept = terminal();
        let mut followed = parser();
        for frame in &frames {
            followed.process(&drawn(&mut kept, frame));
            let mut alone = parser();
            alone.process(&drawn(&mut terminal(), frame));
            for (x, y) in (0..20_u16).flat_map(|x| (0..3_u16).map(move |y| (x, y))) {
                let (one, other) = (followed.screen().cell(y, x).unwrap(), alone.screen().cell(y, x).unwrap());
                let text = |cell: &vt100::Cell| cell.contents().trim().to_owned();
                proptest::prop_assert_eq!(text(one), text(other), "at {},{}", x, y);
                proptest::prop_assert_eq!(
                    (one.bgcolor(), one.underline(), one.inverse()),
                    (other.bgcolor(), other.underline(), other.inverse()),
                    "at {},{}", x, y
                );
                let letter = !text(one).is_empty();
                let inked = |cell: &vt100::Cell| (cell.fgcolor(), cell.bold());
                proptest::prop_assert!(!letter || inked(one) == inked(other), "at {},{}", x, y);
            }
        }
    }
}
