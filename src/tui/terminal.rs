//! Takes the terminal and gives it back: raw mode, the alternate screen, the mouse, bracketed paste.
//!
//! It is given back on every way out: `Drop`, a panic, a signal that ends or stops the program. It draws nothing.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::layout::Size;

use super::paint::Screen;

/// The drawing side of the real terminal.
pub type Canvas = Screen<File>;

/// Why the terminal could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// Keyboard or screen is a file or a pipe.
    #[error("the keyboard and the screen are not a terminal")]
    NotATerminal,
    #[error("the terminal did not answer")]
    Io(#[from] io::Error),
}

impl TerminalError {
    /// The Fluent id of the sentence; its `.hint` says what to do.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NotATerminal => "terminal-not-a-terminal",
            Self::Io(_) => "terminal-io",
        }
    }
}

/// Whether the mouse is reported: clicks then no longer select text in the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MouseCapture {
    #[default]
    On,
    Off,
}

/// The terminal while the program has it; dropping it gives it back.
#[derive(Debug)]
pub struct Taken {
    mouse: MouseCapture,
}

impl Taken {
    /// Takes the terminal. `on_panic` is the sentence that a crash leaves on the ordinary screen.
    ///
    /// # Errors
    /// `NotATerminal` when keyboard or screen is not one; `Io` when it does not answer.
    pub fn take(mouse: MouseCapture, on_panic: String) -> Result<Self, TerminalError> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(TerminalError::NotATerminal);
        }
        give_back_on_panic(on_panic);
        enter(mouse)?;
        Ok(Self { mouse })
    }

    /// What frames are drawn on.
    ///
    /// # Errors
    /// `Io` when the terminal has no size or cannot be duplicated.
    pub fn canvas(&self) -> Result<Canvas, TerminalError> {
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        let (width, height) = crossterm::terminal::size()?;
        Ok(Screen::new(out, Size { width, height }))
    }

    /// Gives the terminal back, stops the program as the signal asked (SIGTSTP), and takes the terminal again.
    ///
    /// # Errors
    /// `Io` when the terminal does not answer.
    pub fn suspend(&self, canvas: &mut Canvas) -> Result<(), TerminalError> {
        leave();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::signal::SIGTSTP)?;
        self.resume(canvas)
    }

    /// Takes the terminal again after the program was stopped, and forgets what it showed.
    ///
    /// # Errors
    /// `Io` when the terminal does not answer.
    pub fn resume(&self, canvas: &mut Canvas) -> Result<(), TerminalError> {
        enter(self.mouse)?;
        let (width, height) = crossterm::terminal::size()?;
        canvas.resize(Size { width, height });
        Ok(())
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        leave();
    }
}

static TAKEN: AtomicBool = AtomicBool::new(false);

// Alternate screen, bracketed paste, a title that says nothing of the family; then clicks and the wheel, as SGR.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b]2;jalon\x07\x1b[0m\x1b[2J";
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
// The alternate screen is wiped before it is left: some terminals let it be looked at again.
const LEAVE: &[u8] = b"\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[2J\x1b[H\x1b[?25h\x1b[?1049l";

fn enter(mouse: MouseCapture) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut out = io::stdout().lock();
    out.write_all(ENTER)?;
    match mouse {
        MouseCapture::On => out.write_all(MOUSE_ON)?,
        MouseCapture::Off => {}
    }
    out.flush()
}

fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // The terminal may be gone: nothing is left to give back then.
        let mut out = io::stdout().lock();
        let _ = out.write_all(LEAVE).and_then(|()| out.flush());
        let _ = disable_raw_mode();
    }
}

/// Gives the terminal back and says one plain sentence and the place in the source: a panic's own message could hold a name.
fn give_back_on_panic(sentence: String) {
    static SENTENCE: OnceLock<String> = OnceLock::new();
    if SENTENCE.set(sentence).is_err() {
        return;
    }
    std::panic::set_hook(Box::new(|panic| {
        leave();
        let sentence = SENTENCE.get().map(String::as_str).unwrap_or_default();
        let place = panic.location().map(|place| format!(" ({}:{})", place.file(), place.line())).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{sentence}{place}");
    }));
}
