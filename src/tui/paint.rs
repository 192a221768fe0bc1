//! Writes a frame to the terminal: only the cells that changed, as few bytes as it can, in one write.
//!
//! It decides nothing about what is drawn. Unlike ratatui's own terminal it keeps one frame, not two, and sends no byte when
//! nothing changed: colours, the cursor and what each cell shows are remembered from frame to frame. What is of one colour
//! is written together, a long blank erased rather than written, a short gap written again rather than jumped over, and a
//! blank keeps whatever colour of letters is in force.

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use unicode_width::UnicodeWidthStr;

use self::look::{DEFAULT, Look};
use self::way::Way;

mod look;
mod way;

/// The terminal that frames are drawn on.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    pending: Vec<u8>,
    size: Size,
    frame: Buffer,
    /// Where the terminal's cursor is, when that is sure.
    at: Option<Position>,
    /// The line of the cursor, when that is sure: it is where its column is not, after a character of doubtful width.
    row: Option<u16>,
    /// What each cell shows, line by line.
    shown: Vec<Shown>,
    /// Blank cells of one line that are still to be written.
    blanks: Option<Blanks>,
    look: Look,
    cursor_shown: Option<bool>,
}

/// What a cell of the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown {
    /// Nothing where it is not known, or several that stand for one: those are written with every frame.
    character: Option<char>,
    look: Look,
}

#[derive(Clone, Copy, Debug)]
struct Blanks {
    from: Position,
    count: u16,
    look: Look,
}

/// Cells that follow each other and are written in one look.
#[derive(Debug)]
struct Run {
    group: usize,
    from: usize,
    to: usize,
}

const UNKNOWN: Shown = Shown { character: None, look: DEFAULT };
const BLANK: Shown = Shown { character: Some(' '), look: DEFAULT };

/// So many blanks are written where more follows: erasing them and going on behind them takes about as many bytes.
const FEW: u16 = 10;
/// And so many where nothing follows, or not at once.
const FEW_BEFORE_A_GAP: u16 = 4;

impl Shown {
    /// Whether it takes one column everywhere.
    fn is_sure(&self) -> bool {
        self.character.is_some_and(is_plain)
    }

    /// How many columns it takes, where the cell is to show just that.
    fn columns_of(&self, cell: &Cell) -> Option<usize> {
        let (character, symbol) = (self.character?, cell.symbol());
        let (same, columns) = match symbol.as_bytes() {
            [ascii] => (character == char::from(*ascii), 1),
            _longer if is_plain(character) => (symbol == character.encode_utf8(&mut [0; 4]), 1),
            _longer => (symbol == character.encode_utf8(&mut [0; 4]), symbol.width()),
        };
        let alike = same && self.look.fg == cell.fg && self.look.bg == cell.bg && self.look.modifier == cell.modifier;
        (alike || same && character == ' ' && Look::of(cell).same_ground(self.look)).then_some(columns)
    }
}

impl<W: Write> Screen<W> {
    /// A screen of this size that was just cleared.
    pub fn new(out: W, size: Size) -> Self {
        let frame = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        let shown = vec![BLANK; frame.content.len()];
        let pending = Vec::with_capacity(64 * 1024);
        Self { out, pending, size, frame, at: None, row: None, shown, blanks: None, look: DEFAULT, cursor_shown: None }
    }

    /// The size of the frames.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Takes the new size of the terminal; the next frame is written whole.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.frame.resize(Rect::from((Position::ORIGIN, size)));
        self.clear();
    }

    /// Clears what the terminal shows, whatever that is: after it was lent to something else.
    pub fn clear(&mut self) {
        (self.at, self.row, self.blanks) = (None, None, None);
        self.shown.clear();
        self.shown.resize(self.frame.content.len(), BLANK);
        self.cursor_shown = None;
        self.look = DEFAULT;
        self.pending.extend_from_slice(b"\x1b[0m\x1b[2J");
    }

    /// Draws a frame: `picture` fills it, blank as it is given, and says where the cursor stands if it is shown.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn draw(&mut self, picture: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let mut frame = std::mem::take(&mut self.frame);
        frame.reset();
        let cursor = picture(&mut frame);
        self.write_changes(&frame);
        self.frame = frame;
        self.show(cursor.is_some());
        if let Some(at) = cursor {
            self.go_to(at);
        }
        self.flush()
    }

    /// The one write of the frame.
    fn flush(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let written = self.out.write_all(&self.pending).and_then(|()| self.out.flush());
        self.pending.clear();
        written
    }

    /// The bytes' destination.
    pub fn out(&mut self) -> &mut W {
        &mut self.out
    }

    fn write_changes(&mut self, frame: &Buffer) {
        let (runs, looks) = self.changed(frame);
        for group in 0..looks {
            for run in runs.iter().filter(|run| run.group == group) {
                self.write_run(frame, run);
            }
        }
        self.write_blanks(None);
    }

    fn write_run(&mut self, frame: &Buffer, run: &Run) {
        let mut place = run.from;
        while let Some(cell) = frame.content.get(place).filter(|_| place < run.to) {
            let (x, y) = frame.pos_of(place);
            // What is under a wide character is not drawn.
            place += self.write_cell(Position { x, y }, cell).max(1);
        }
    }

    /// The cells to be written, in runs of one look, and how many looks there are: those of one look are written together, as
    /// saying a colour takes more bytes than going down a column.
    fn changed(&self, frame: &Buffer) -> (Vec<Run>, usize) {
        let mut looks = vec![self.look];
        let mut runs: Vec<Run> = Vec::with_capacity(256);
        let mut place = 0;
        while let (Some(cell), Some(shown)) = (frame.content.get(place), self.shown.get(place)) {
            let columns = shown.columns_of(cell).unwrap_or_else(|| {
                let columns = columns(cell).max(1);
                let group = group_of(&mut looks, cell, runs.last().map(|run| run.group));
                match runs.last_mut().filter(|run| (run.to, run.group) == (place, group)) {
                    Some(run) => run.to += columns,
                    None => runs.push(Run { group, from: place, to: place + columns }),
                }
                columns
            });
            place += columns.max(1);
        }
        (runs, looks.len())
    }

    /// Writes a cell; gives how many columns it takes.
    fn write_cell(&mut self, at: Position, cell: &Cell) -> usize {
        let (symbol, look) = (cell.symbol(), Look::of(cell));
        if symbol == " " {
            self.blank(at, look);
            return 1;
        }
        self.write_blanks(Some(at));
        self.go_to(at);
        self.wear(look);
        self.pending.extend_from_slice(symbol.as_bytes());
        let mut characters = symbol.chars();
        let character = characters.next().filter(|_| characters.next().is_none());
        self.remember(at, Shown { character, look });
        // Terminals disagree on the width of what is not one plain character, and on the last column.
        let is_sure = character.is_some_and(is_plain);
        let columns = if is_sure { 1 } else { symbol.width() };
        let next = at.x + 1;
        (next..).take(columns.saturating_sub(1)).for_each(|x| self.remember(Position { x, ..at }, UNKNOWN));
        self.at = (is_sure && next < self.size.width).then_some(Position { x: next, ..at });
        self.row = (self.at.is_some() || next + 1 < self.size.width).then_some(at.y);
        columns
    }

    fn go_to(&mut self, to: Position) {
        if self.at == Some(to) {
            return;
        }
        let forward = self.at.filter(|at| at.y == to.y && at.x < to.x).map(|at| (at, to.x - at.x));
        if !forward.is_some_and(|(at, columns)| columns <= 4 && self.write_again(at, columns)) {
            // Writing to memory cannot fail.
            let _ = Way::shortest(self.at, self.row, to).write(&mut self.pending);
        }
        (self.at, self.row) = (Some(to), Some(to.y));
    }

    /// Writes the next cells as they are, where that takes no more bytes than a jump over them and no other colours.
    fn write_again(&mut self, at: Position, columns: u16) -> bool {
        let before = self.pending.len();
        let jump = if columns == 1 { 3 } else { 4 };
        for x in at.x..at.x + columns {
            let cell = self.place(Position { x, y: at.y }).and_then(|place| self.shown.get(place));
            let Some(Shown { character: Some(character), look }) = cell.copied().filter(Shown::is_sure) else {
                self.pending.truncate(before);
                return false;
            };
            let alike = look == self.look || (character == ' ' && look.same_ground(self.look));
            self.pending.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            if !alike || self.pending.len() - before > jump {
                self.pending.truncate(before);
                return false;
            }
        }
        true
    }

    fn place(&self, at: Position) -> Option<usize> {
        let inside = at.x < self.size.width && at.y < self.size.height;
        inside.then(|| usize::from(at.y) * usize::from(self.size.width) + usize::from(at.x))
    }

    fn remember(&mut self, at: Position, shown: Shown) {
        if let Some(cell) = self.place(at).and_then(|place| self.shown.get_mut(place)) {
            *cell = shown;
        }
    }

    /// Keeps a blank for later: others may follow it, at once or behind what is blank already.
    fn blank(&mut self, at: Position, look: Look) {
        let look = if look.same_ground(self.look) { self.look } else { look };
        match self.blanks {
            Some(blanks) if blanks.look.same_ground(look) && self.is_blank_from(blanks, at) => {
                self.blanks = Some(Blanks { count: at.x + 1 - blanks.from.x, ..blanks });
            }
            _another_line_or_ground => {
                self.write_blanks(Some(at));
                self.blanks = Some(Blanks { from: at, count: 1, look });
            }
        }
    }

    /// Whether nothing but the same blank lies between blanks and a cell further on their line.
    fn is_blank_from(&self, blanks: Blanks, at: Position) -> bool {
        let end = Position { x: blanks.from.x + blanks.count, ..blanks.from };
        let between = self.place(end).zip(self.place(at)).and_then(|(end, at)| self.shown.get(end..at));
        let same = |cell: &Shown| cell.character == Some(' ') && cell.look.same_ground(blanks.look);
        end.y == at.y && between.is_some_and(|cells| cells.iter().all(same))
    }

    /// Writes the blanks that were kept, before what is written next.
    fn write_blanks(&mut self, next: Option<Position>) {
        let Some(Blanks { from, count, look }) = self.blanks.take() else { return };
        let end = Position { x: from.x + count, ..from };
        let few = if next == Some(end) { FEW } else { FEW_BEFORE_A_GAP };
        self.go_to(from);
        self.wear(look);
        let blank = Shown { character: Some(' '), look };
        (from.x..from.x + count).for_each(|x| self.remember(Position { x, y: from.y }, blank));
        // What is erased takes the ground in force on most terminals, and the default one on others.
        if few < count && look.same_ground(DEFAULT) {
            let _ = write!(self.pending, "\x1b[{count}X");
        } else {
            self.pending.extend(std::iter::repeat_n(b' ', usize::from(count)));
            self.at = (end.x < self.size.width).then_some(end);
            self.row = self.at.map(|at| at.y);
        }
    }

    fn wear(&mut self, look: Look) {
        look.wear_after(self.look, &mut self.pending);
        self.look = look;
    }

    fn show(&mut self, shown: bool) {
        if self.cursor_shown != Some(shown) {
            self.pending.extend_from_slice(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.cursor_shown = Some(shown);
        }
    }
}

/// The place among `looks` of a cell's look, which is added when it is not there. `last` is where the cell before it was.
fn group_of(looks: &mut Vec<Look>, cell: &Cell, last: Option<usize>) -> usize {
    let look = Look::of(cell);
    if let Some(last) = last.filter(|last| looks.get(*last) == Some(&look)) {
        return last;
    }
    let alike = |known: &Look| known.same_ground(look);
    let found = looks.iter().position(|known| *known == look);
    found.or_else(|| looks.iter().position(alike).filter(|_| cell.symbol() == " ")).unwrap_or_else(|| {
        looks.push(look);
        looks.len() - 1
    })
}

/// How many columns a cell's character takes.
fn columns(cell: &Cell) -> usize {
    let mut characters = cell.symbol().chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) if is_plain(character) => 1,
        _wide_or_several => cell.symbol().width(),
    }
}

/// Printable ASCII, accented Latin letters, punctuation, line drawing and the signs that are narrow everywhere: one column
/// wherever the screen can be read at all.
fn is_plain(character: char) -> bool {
    matches!(
        character,
        ' '..='~'
            | '\u{a0}'..='\u{ac}'
            | '\u{ae}'..='\u{17f}'
            | '\u{2010}'..='\u{2027}'
            | '\u{202f}'
            | '\u{2500}'..='\u{257f}'
            | '‹' | '›' | '▸' | '↻' | '⌂' | '✓' | '✗'
    )
}

#[cfg(test)]
mod tests;
