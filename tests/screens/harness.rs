//! Drives the program's own loop on a terminal in memory: keys in, the screen and its styles out.
//!
//! The same bytes that a terminal would get are parsed by vt100, so that a snapshot shows what a person would see.

use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZeroU16;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use chrono::NaiveDate;
use jalon::base::locale::{Catalog, Lang};
use jalon::tui::input::decode::Decoder;
use jalon::tui::input::{Background, Input, Timer};
use jalon::tui::paint::Screen;
use jalon::tui::run::{Desk, Lender, run};
use jalon::tui::theme::Theme;
use jalon::tui::ui::{Farewell, Request, Ui};
use ratatui::layout::Size;

/// The day on which every screen test takes place: a Monday.
pub fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

/// The program on a terminal in memory, with a desk that answers its requests.
pub struct Stage<D: Desk> {
    pub ui: Ui,
    pub desk: D,
    pub glass: Glass,
    farewell: Option<Farewell>,
}

/// A terminal in memory, and what it shows.
pub struct Glass {
    pub terminal: Screen<Bytes>,
    bytes: Bytes,
    emulator: vt100::Parser,
}

impl<D: Desk> Deref for Stage<D> {
    type Target = Glass;

    fn deref(&self) -> &Glass {
        &self.glass
    }
}

/// A desk that writes down what it was asked and answers nothing.
#[derive(Debug, Default)]
pub struct Deaf {
    pub asked: Vec<Request>,
}

impl Desk for Deaf {
    fn carry_out(&mut self, request: Request, _ui: &mut Ui) {
        self.asked.push(request);
    }

    fn take_background(&mut self, _result: Box<dyn Background>, _ui: &mut Ui) {}
}

/// Where frames go: each write is one entry.
#[derive(Clone, Debug, Default)]
pub struct Bytes {
    writes: Rc<RefCell<Vec<Vec<u8>>>>,
    cues: Rc<RefCell<Vec<Cue>>>,
}

/// What the person does on seeing something for the first time.
#[derive(Debug)]
struct Cue {
    sees: String,
    inputs: Vec<Input>,
    sender: Sender<Input>,
}

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writes.borrow_mut().push(bytes.to_vec());
        let text = String::from_utf8_lossy(bytes);
        let mut cues = self.cues.borrow_mut();
        if let Some(at) = cues.iter().position(|cue| text.contains(&cue.sees)) {
            let cue = cues.remove(at);
            for input in cue.inputs {
                cue.sender.send(input).unwrap();
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Never asked in these tests to give the terminal back.
pub struct NoLender;

impl Lender<Bytes> for NoLender {
    fn suspend(&mut self, _: &mut Screen<Bytes>) -> io::Result<()> {
        Ok(())
    }

    fn resume(&mut self, _: &mut Screen<Bytes>) -> io::Result<()> {
        Ok(())
    }
}

impl<D: Desk> Stage<D> {
    /// The program in French and dark, drawn once.
    pub fn new(width: u16, height: u16, desk: D) -> Self {
        let ui = Ui::new(Arc::new(Catalog::new(Lang::Fr)), today(), Theme::Dark, Size { width, height });
        Self::with_ui(ui, desk)
    }

    /// The program as it was set up, drawn once.
    pub fn with_ui(ui: Ui, desk: D) -> Self {
        let glass = Glass::new(ui.size());
        let mut stage = Self { ui, desk, glass, farewell: None };
        stage.inputs(Vec::new());
        stage
    }

    /// Types keys: characters, and names in angle brackets: `j<Down><C-s>/dia<Enter>`; `<lt>` is `<`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in encoded(keys) {
            // One input a round, as a person types: each is drawn.
            let mut decoder = Decoder::default();
            let inputs = decoder.decode(&key);
            assert!(!inputs.is_empty(), "{key:?} is no key");
            self.inputs(inputs);
        }
        self
    }

    /// Sends inputs that arrive together: one frame is drawn after all of them.
    pub fn inputs(&mut self, inputs: Vec<Input>) -> &mut Self {
        assert!(self.farewell.is_none(), "the program has ended");
        let (sender, mut receiver) = channel();
        for input in inputs {
            if let Input::Resize(size) = &input {
                self.glass.resize(*size);
            }
            sender.send(input).unwrap();
        }
        drop(sender);
        self.glass.forget_writes();
        let end = run(&mut self.ui, &mut self.desk, &mut self.glass.terminal, &mut NoLender, &mut receiver);
        // The loop ends when nobody can press a key any more; a farewell is what the person asked for.
        self.farewell = self.ui.farewell().inspect(|farewell| assert_eq!(*farewell, end));
        self.glass.read_writes();
        self
    }

    /// Lets a delay pass.
    pub fn elapsed(&mut self, timer: Timer) -> &mut Self {
        self.inputs(vec![Input::Elapsed(timer)])
    }

    /// How the program ended, if it did.
    pub fn farewell(&self) -> Option<Farewell> {
        self.farewell
    }
}

impl Glass {
    /// A terminal of this size that shows nothing.
    pub fn new(size: Size) -> Self {
        let bytes = Bytes::default();
        let terminal = Screen::new(bytes.clone(), size);
        let emulator = vt100::Parser::new(cells(size.height), cells(size.width), 0);
        Self { terminal, bytes, emulator }
    }

    fn resize(&mut self, size: Size) {
        self.emulator.screen_mut().set_size(cells(size.height), cells(size.width));
    }

    /// Once a frame shows `sees`, these inputs are sent.
    pub fn when(&mut self, sees: &str, sender: &Sender<Input>, inputs: Vec<Input>) {
        self.bytes.cues.borrow_mut().push(Cue { sees: sees.to_owned(), inputs, sender: sender.clone() });
    }

    /// Before a loop runs: what it writes is counted from here.
    pub fn forget_writes(&mut self) {
        self.bytes.writes.borrow_mut().clear();
    }

    /// After a loop ran: shows what it wrote.
    pub fn read_writes(&mut self) {
        for bytes in self.bytes.writes.borrow().iter() {
            self.emulator.process(bytes);
        }
    }

    /// The writes since the last input, one a frame.
    pub fn frames(&self) -> Vec<Vec<u8>> {
        self.bytes.writes.borrow().clone()
    }

    /// The screen as text, without the spaces at the end of its lines.
    pub fn text(&self) -> String {
        let screen = self.emulator.screen();
        let columns = screen.size().1.get();
        screen.rows(0, columns).map(|row| row.trim_end().to_owned() + "\n").collect()
    }

    /// One line of the screen.
    pub fn line(&self, number: usize) -> String {
        self.text().lines().nth(number).unwrap_or_default().to_owned()
    }

    /// The screen as text, then every run of cells that is not plain, with its style in words.
    pub fn shown(&self) -> String {
        format!("{}\n{}", self.text(), self.styles())
    }

    /// `line:column "text" style`, for every run of cells that is not plain; borders are left out.
    ///
    /// A blank on the plain ground has no colour of its own: one goes with what is before it, two end it.
    pub fn styles(&self) -> String {
        let screen = self.emulator.screen();
        let (rows, columns) = screen.size();
        let mut said = String::new();
        for row in 0..rows.get() {
            let mut run: Option<(u16, String, String)> = None;
            for column in 0..=columns.get() {
                let cell = screen.cell(row, column).filter(|_| column < columns.get());
                if cell.is_some_and(vt100::Cell::is_wide_continuation) {
                    continue;
                }
                let goes_on = match (cell, &mut run) {
                    (Some(cell), None) if is_blank(cell) => continue,
                    (Some(cell), Some((_, text, _))) if is_blank(cell) => !text.ends_with(' '),
                    (Some(cell), Some((_, _, same))) => *same == style_of(cell),
                    (Some(_), None) | (None, _) => false,
                };
                if !goes_on && let Some((start, text, style)) = run.take() {
                    say(&mut said, row, start, &text, &style);
                }
                match (cell, &mut run) {
                    (Some(cell), Some((_, text, _))) => text.push_str(contents(cell)),
                    (Some(cell), None) if !is_blank(cell) => {
                        run = Some((column, contents(cell).to_owned(), style_of(cell)));
                    }
                    (Some(_) | None, _) => {}
                }
            }
        }
        let (row, column) = screen.cursor_position();
        if !screen.hide_cursor() {
            said.push_str(&format!("{row}:{column} cursor\n"));
        }
        said
    }
}

fn is_blank(cell: &vt100::Cell) -> bool {
    contents(cell) == " " && cell.bgcolor() == vt100::Color::Default && !cell.inverse() && !cell.underline()
}

fn say(said: &mut String, row: u16, column: u16, text: &str, style: &str) {
    let only_lines = text.chars().all(|c| matches!(c, '\u{2500}'..='\u{257f}' | ' '));
    if !style.is_empty() && !only_lines {
        said.push_str(&format!("{row}:{column} {:?} {style}\n", text.trim_end()));
    }
}

fn contents(cell: &vt100::Cell) -> &str {
    if cell.has_contents() { cell.contents() } else { " " }
}

fn style_of(cell: &vt100::Cell) -> String {
    let mut words = Vec::new();
    for (on, word) in [
        (cell.bold(), "bold"),
        (cell.dim(), "dim"),
        (cell.italic(), "italic"),
        (cell.underline(), "underlined"),
        (cell.inverse(), "reversed"),
    ] {
        if on {
            words.push(word.to_owned());
        }
    }
    for (colour, word) in [(cell.fgcolor(), "fg"), (cell.bgcolor(), "bg")] {
        match colour {
            vt100::Color::Default => {}
            vt100::Color::Idx(index) => words.push(format!("{word} {index}")),
            vt100::Color::Rgb(red, green, blue) => words.push(format!("{word} #{red:02x}{green:02x}{blue:02x}")),
        }
    }
    words.join(" ")
}

fn cells(length: u16) -> NonZeroU16 {
    NonZeroU16::new(length).expect("a terminal has cells")
}

/// The inputs that these keys make.
pub fn typed(keys: &str) -> Vec<Input> {
    encoded(keys).iter().flat_map(|key| Decoder::default().decode(key)).collect()
}

/// The bytes that a terminal sends for each key.
fn encoded(keys: &str) -> Vec<Vec<u8>> {
    let mut sent = Vec::new();
    let mut rest = keys;
    while let Some(character) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|inner| inner.split_once('>')) {
            sent.push(bytes_of(name));
            rest = after;
        } else {
            sent.push(character.to_string().into_bytes());
            rest = &rest[character.len_utf8()..];
        }
    }
    sent
}

fn bytes_of(name: &str) -> Vec<u8> {
    let bytes: &[u8] = match name {
        "lt" => b"<",
        "Space" => b" ",
        "Enter" | "CR" => b"\r",
        "Esc" => b"\x1b",
        "Tab" => b"\t",
        "S-Tab" => b"\x1b[Z",
        "BS" | "Backspace" => b"\x7f",
        "Up" => b"\x1b[A",
        "Down" => b"\x1b[B",
        "Right" => b"\x1b[C",
        "Left" => b"\x1b[D",
        "S-Left" => b"\x1b[1;2D",
        "S-Right" => b"\x1b[1;2C",
        "Home" => b"\x1b[H",
        "End" => b"\x1b[F",
        "Insert" => b"\x1b[2~",
        "Delete" => b"\x1b[3~",
        "PageUp" => b"\x1b[5~",
        "PageDown" => b"\x1b[6~",
        "F1" => b"\x1bOP",
        "F2" => b"\x1bOQ",
        "F3" => b"\x1bOR",
        "F4" => b"\x1bOS",
        "F5" => b"\x1b[15~",
        "F6" => b"\x1b[17~",
        "F7" => b"\x1b[18~",
        "F8" => b"\x1b[19~",
        "F9" => b"\x1b[20~",
        "F10" => b"\x1b[21~",
        "F11" => b"\x1b[23~",
        "F12" => b"\x1b[24~",
        control => {
            let letter = control.strip_prefix("C-").filter(|letter| letter.len() == 1);
            let letter = letter.unwrap_or_else(|| panic!("no key is called <{control}>"));
            return vec![letter.as_bytes()[0] & 0x1f];
        }
    };
    bytes.to_vec()
}
