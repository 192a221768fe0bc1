//! Everything that can wake the program: keys, pastes, the mouse, a new size, signals, work done in the background.
//!
//! Nothing ticks, and no thread stands between a key and the loop: it blocks in one `poll` over the terminal and a pipe, on which
//! signals and background threads make themselves heard.

pub mod decode;

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SendError, Sender, channel};
use std::time::Instant;

use ratatui::layout::{Position, Size};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

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
    /// The first screen had its time to be painted.
    FirstScreen,
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

/// Where the loop hears of inputs: the terminal, or a channel that stands for it.
pub trait Arrivals {
    /// Blocks until something happens, not longer than `until`.
    fn wait(&mut self, until: Option<Instant>) -> Arrival;

    /// What has already happened; never blocks.
    fn at_once(&mut self) -> Option<Input>;
}

/// How a wait ended.
#[derive(Debug)]
pub enum Arrival {
    Input(Input),
    /// Nothing happened until then.
    Late,
    /// Nothing can happen any more.
    Ended,
}

/// How a background thread brings back what it did.
#[derive(Clone, Debug)]
pub struct Doorbell {
    sender: Sender<Input>,
    bell: Option<Arc<UnixStream>>,
}

impl Doorbell {
    /// Hands an input to the loop.
    ///
    /// # Errors
    /// When the loop is gone.
    pub fn send(&self, input: Input) -> Result<(), SendError<Input>> {
        self.sender.send(input)?;
        if let Some(bell) = &self.bell {
            // A pipe that is full has already woken the loop.
            let _ = bell.as_ref().write(&[0]);
        }
        Ok(())
    }
}

/// A doorbell for a loop that waits on the channel itself.
impl From<Sender<Input>> for Doorbell {
    fn from(sender: Sender<Input>) -> Self {
        Self { sender, bell: None }
    }
}

/// The terminal, the signals and the background threads.
#[derive(Debug)]
pub struct Inputs {
    doorbell: Doorbell,
    sent: Receiver<Input>,
    terminal: File,
    decoder: Decoder,
    signals: SignalDelivery<UnixStream, SignalOnly>,
    arrived: VecDeque<Input>,
    ended: bool,
}

/// What has to be told of signals: those that end the program, stop it, let it go on, and a new size.
const SIGNALS: [i32; 7] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];

impl Inputs {
    /// Begins to listen to the terminal and the signals.
    ///
    /// # Errors
    /// When the terminal cannot be duplicated, a pipe made or a signal caught.
    pub fn listen() -> io::Result<Self> {
        let terminal = File::from(io::stdin().as_fd().try_clone_to_owned()?);
        let (heard, bell) = UnixStream::pair()?;
        bell.set_nonblocking(true)?;
        let signals = SignalDelivery::with_pipe(heard, bell.try_clone()?, SignalOnly, SIGNALS)?;
        let (sender, sent) = channel();
        let doorbell = Doorbell { sender, bell: Some(Arc::new(bell)) };
        let (decoder, arrived) = (Decoder::default(), VecDeque::new());
        Ok(Self { doorbell, sent, terminal, decoder, signals, arrived, ended: false })
    }

    /// For a thread beside the loop.
    pub fn doorbell(&self) -> Doorbell {
        self.doorbell.clone()
    }

    /// Takes in what happens until then; `false` when it is past and nothing did.
    fn gather(&mut self, until: Option<Instant>) -> bool {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        // Longer than the clock can tell is for ever.
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let mut watched =
            [PollFd::new(&self.terminal, PollFlags::IN), PollFd::new(self.signals.get_read(), PollFlags::IN)];
        let ready = poll(&mut watched, left.as_ref());
        let [keys, others] = watched.map(|one| !one.revents().is_empty());
        match ready {
            Ok(0) => return false,
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => self.end(),
        }
        if others {
            self.take_signals();
        }
        if keys {
            self.read_keys();
        }
        true
    }

    fn take_signals(&mut self) {
        for signal in self.signals.pending() {
            self.arrived.extend(match signal {
                SIGTSTP => Some(Input::Suspend),
                SIGCONT => Some(Input::Resume),
                SIGWINCH => {
                    crossterm::terminal::size().ok().map(|(width, height)| Input::Resize(Size { width, height }))
                }
                _ends => Some(Input::Terminate),
            });
        }
        self.arrived.extend(self.sent.try_iter());
    }

    /// Reads what the terminal has; its end ends the program: crossterm's own reader would spin there for ever.
    fn read_keys(&mut self) {
        let mut bytes = [0; 4096];
        match self.terminal.read(&mut bytes) {
            Ok(read) if read > 0 => {
                self.arrived.extend(self.decoder.decode(bytes.get(..read).unwrap_or_default()));
            }
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
            Ok(_) | Err(_) => self.end(),
        }
    }

    fn end(&mut self) {
        self.arrived.push_back(Input::Terminate);
        self.ended = true;
    }
}

impl Arrivals for Inputs {
    fn wait(&mut self, until: Option<Instant>) -> Arrival {
        loop {
            if let Some(input) = self.arrived.pop_front() {
                return Arrival::Input(input);
            }
            if self.ended {
                return Arrival::Ended;
            }
            if !self.gather(until) {
                return Arrival::Late;
            }
        }
    }

    fn at_once(&mut self) -> Option<Input> {
        if self.arrived.is_empty() && !self.ended {
            self.gather(Some(Instant::now()));
        }
        self.arrived.pop_front()
    }
}

impl Arrivals for Receiver<Input> {
    fn wait(&mut self, until: Option<Instant>) -> Arrival {
        let received = match until {
            None => self.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(until) => self.recv_timeout(until.saturating_duration_since(Instant::now())),
        };
        match received {
            Ok(input) => Arrival::Input(input),
            Err(RecvTimeoutError::Timeout) => Arrival::Late,
            Err(RecvTimeoutError::Disconnected) => Arrival::Ended,
        }
    }

    fn at_once(&mut self) -> Option<Input> {
        self.try_recv().ok()
    }
}
