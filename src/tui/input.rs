//! Everything that can wake the program, on one channel: keys, pastes, the mouse, a new size, signals, work done in the background.
//!
//! Nothing ticks: a reader thread blocks on the terminal, another on signals, and the loop blocks on the channel.

pub mod decode;

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use ratatui::layout::{Position, Size};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::keymap::Key;
use decode::Decoder;

/// One thing that happened.
#[derive(Debug)]
pub enum Input {
    Key(Key),
    Paste(String),
    Mouse(Mouse),
    Resize(Size),
    /// Stop at once and cleanly: a signal, or the terminal is gone.
    Terminate,
    /// The terminal is to be given back until the program goes on (SIGTSTP).
    Suspend,
    /// The program goes on after it was stopped (SIGCONT).
    Resume,
    /// A delay that the loop was given has passed.
    Elapsed(Timer),
    /// Something that a background thread finished.
    Background(Box<dyn Background>),
}

/// The delays that the loop waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timer {
    /// Nobody touched a key: lock.
    Idle,
    /// A form was typed in: save its draft.
    Draft,
    /// The accesses noted are to be written.
    Accesses,
    /// A refused passphrase may be tried again.
    Retry,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    Click(Position),
    WheelUp(Position),
    WheelDown(Position),
}

/// The result of background work, carried to the loop; whoever started the work takes it back by its type.
pub trait Background: Send + std::fmt::Debug {
    /// The result as it was sent.
    fn into_any(self: Box<Self>) -> Box<dyn std::any::Any + Send>;
}

/// The channel's two ends.
#[derive(Debug)]
pub struct Inputs {
    pub sender: Sender<Input>,
    pub receiver: Receiver<Input>,
}

impl Inputs {
    /// A channel that nothing feeds yet.
    pub fn new() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver }
    }

    /// Starts the threads that read the terminal and the signals.
    ///
    /// # Errors
    /// When the terminal cannot be duplicated, a thread started or a signal caught.
    pub fn listen(&self) -> io::Result<()> {
        let terminal = File::from(io::stdin().as_fd().try_clone_to_owned()?);
        let keys = self.sender.clone();
        thread::Builder::new().name("keys".into()).stack_size(STACK).spawn(move || read_keys(terminal, &keys))?;
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        let sent = self.sender.clone();
        thread::Builder::new().name("signals".into()).stack_size(STACK).spawn(move || {
            for signal in signals.forever() {
                let input = match signal {
                    SIGTSTP => Input::Suspend,
                    SIGCONT => Input::Resume,
                    SIGWINCH => match crossterm::terminal::size() {
                        Ok((width, height)) => Input::Resize(Size { width, height }),
                        Err(_) => continue,
                    },
                    _ends => Input::Terminate,
                };
                if sent.send(input).is_err() {
                    return;
                }
            }
        })?;
        Ok(())
    }
}

impl Default for Inputs {
    fn default() -> Self {
        Self::new()
    }
}

const STACK: usize = 128 * 1024;

/// Reads until the end of the terminal, which ends the program: crossterm's own reader would spin there for ever.
fn read_keys(mut terminal: File, keys: &Sender<Input>) {
    let mut decoder = Decoder::default();
    let mut bytes = [0; 4096];
    loop {
        let read = match terminal.read(&mut bytes) {
            Ok(0) => break,
            Ok(read) => read,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => break,
        };
        for input in decoder.decode(bytes.get(..read).unwrap_or_default()) {
            if keys.send(input).is_err() {
                return;
            }
        }
    }
    let _ = keys.send(Input::Terminate);
}
