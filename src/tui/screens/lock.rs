//! The lock screen: who, and the passphrase; or the recovery code. Nothing of any family is in memory while it shows.
//!
//! Deriving the key takes a second on purpose: it runs on a thread of its own, after the screen has said so. Which key opens the
//! store is the caller's matter.

mod draw;

use std::any::Any;
use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::layout::Size;
use zeroize::Zeroizing;

use crate::base::locale::Catalog;
use crate::tui::action::Action;
use crate::tui::input::{Arrival, Arrivals, Background, Doorbell, Input, Timer};
use crate::tui::keymap::{Context, Found, Key, lookup};
use crate::tui::paint::Screen;
use crate::tui::run::Lender;
use crate::tui::theme::Theme;
use crate::tui::ui::Farewell;

/// What the person gave to open the store.
pub enum Credentials {
    /// The slot of this label, by its passphrase.
    Passphrase {
        slot: String,
        passphrase: Zeroizing<String>,
    },
    RecoveryCode(Zeroizing<String>),
}

/// Why the store stays closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    pub text: String,
    pub hint: String,
    /// Whether the next try waits longer: a wrong passphrase, not a fault of the disk.
    pub slows: Slows,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slows {
    Yes,
    No,
}

/// How the lock screen was left.
#[derive(Debug)]
pub enum Left<T> {
    Opened(T),
    Farewell(Farewell),
}

/// The state of the lock screen.
pub struct LockScreen {
    catalog: Arc<Catalog>,
    theme: Theme,
    size: Size,
    /// Labels of the referents' slots, as they chose them.
    slots: Vec<String>,
    chosen: usize,
    way: Way,
    typed: Zeroizing<String>,
    state: State,
    /// Refused so far.
    refusals: u32,
    /// A sentence about how it came to be locked.
    said: Option<String>,
    /// A made-up store opens without a secret.
    demonstration: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Passphrase,
    RecoveryCode,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Typing,
    Opening,
    Refused(Closed),
    /// Refused, and too early to try again.
    Waiting(Closed, Instant),
}

/// Longest secret that is read: more is noise.
const LONGEST: usize = 1024;

impl LockScreen {
    /// A lock screen over these slots, the one used last chosen.
    pub fn new(catalog: Arc<Catalog>, theme: Theme, size: Size, slots: Vec<String>, last: Option<&str>) -> Self {
        let chosen = last.and_then(|last| slots.iter().position(|slot| slot == last)).unwrap_or_default();
        Self {
            catalog,
            theme,
            size,
            slots,
            chosen,
            way: Way::Passphrase,
            // Reserved at once: growing would leave copies of the secret behind.
            typed: Zeroizing::new(String::with_capacity(LONGEST)),
            state: State::Typing,
            refusals: 0,
            said: None,
            demonstration: false,
        }
    }

    /// Says that the store is made up, and opens on Enter alone.
    pub fn of_demonstration(mut self) -> Self {
        self.demonstration = true;
        self
    }

    /// Says that the program locked itself.
    pub fn after_lock(mut self) -> Self {
        self.said = Some(self.catalog.text("lock-left").into_owned());
        self
    }

    /// Takes one input; gives what the person wants to try.
    fn update(&mut self, input: &Input, now: Instant) -> Wish {
        match input {
            Input::Key(key) => self.press(*key, now),
            Input::Paste(text) => {
                self.insert(text);
                Wish::None
            }
            Input::Resize(size) => {
                self.size = *size;
                Wish::None
            }
            Input::Elapsed(Timer::Retry) => {
                if let State::Waiting(closed, _) = &self.state {
                    self.state = State::Refused(closed.clone());
                }
                Wish::None
            }
            Input::Terminate => Wish::Leave(Farewell::Terminated),
            Input::Elapsed(Timer::Idle | Timer::Draft | Timer::FirstScreen)
            | Input::Mouse(_)
            | Input::Suspend
            | Input::Resume
            | Input::Background(_) => Wish::None,
        }
    }

    fn press(&mut self, key: Key, now: Instant) -> Wish {
        let found = lookup(Context::Lock, &[], key);
        if let Found::Action(Action::Quit, _) = found {
            return Wish::Leave(Farewell::Quit);
        }
        if self.state == State::Opening {
            return Wish::None;
        }
        match found {
            Found::Action(Action::Open, _) => return self.submit(now),
            Found::Action(Action::ChangeReferentSlot, _) => {
                let back = key.code == KeyCode::Up || key.modifiers.contains(KeyModifiers::SHIFT);
                let count = self.slots.len().max(1);
                self.chosen = (self.chosen + if back { count - 1 } else { 1 }) % count;
                self.typed.clear();
            }
            Found::Action(Action::UseRecoveryCode, _) => {
                self.way = match self.way {
                    Way::Passphrase => Way::RecoveryCode,
                    Way::RecoveryCode => Way::Passphrase,
                };
                self.typed.clear();
                self.forgive();
            }
            Found::Action(Action::Cancel, _) => self.typed.clear(),
            Found::Text(character) => self.insert(character.encode_utf8(&mut [0; 4])),
            Found::Action(_, _) | Found::Pending | Found::Nothing => match (key.code, key.modifiers) {
                (KeyCode::Backspace, _) => {
                    self.typed.pop();
                    self.forgive();
                }
                (KeyCode::Char('u'), KeyModifiers::CONTROL) => self.typed.clear(),
                _unbound => {}
            },
        }
        Wish::None
    }

    fn insert(&mut self, text: &str) {
        if self.state == State::Opening {
            return;
        }
        for character in text.chars().filter(|character| !character.is_control()) {
            if self.typed.len() + character.len_utf8() <= LONGEST {
                self.typed.push(character);
            }
        }
        self.forgive();
    }

    /// Typing takes the last refusal away; the delay stays.
    fn forgive(&mut self) {
        if let State::Refused(_) = self.state {
            self.state = State::Typing;
        }
    }

    fn submit(&mut self, now: Instant) -> Wish {
        match &self.state {
            State::Waiting(_, until) if now < *until => return Wish::None,
            State::Typing | State::Refused(_) | State::Waiting(_, _) | State::Opening => {}
        }
        if self.typed.is_empty() && !self.demonstration {
            let text = self.catalog.text("lock-empty").into_owned();
            self.state = State::Refused(Closed { text, hint: String::new(), slows: Slows::No });
            return Wish::None;
        }
        self.state = State::Opening;
        let typed = std::mem::replace(&mut self.typed, Zeroizing::new(String::with_capacity(LONGEST)));
        Wish::Try(match self.way {
            Way::Passphrase => {
                let slot = self.slots.get(self.chosen).cloned().unwrap_or_default();
                Credentials::Passphrase { slot, passphrase: typed }
            }
            Way::RecoveryCode => Credentials::RecoveryCode(typed),
        })
    }

    fn refuse(&mut self, closed: Closed, now: Instant) {
        self.state = match closed.slows {
            Slows::No => State::Refused(closed),
            Slows::Yes => {
                self.refusals += 1;
                let until = now + delay(self.refusals);
                State::Waiting(closed, until)
            }
        };
    }

    fn deadline(&self) -> Option<Instant> {
        match &self.state {
            State::Waiting(_, until) => Some(*until),
            State::Typing | State::Opening | State::Refused(_) => None,
        }
    }
}

/// Shows the lock screen until the store is open or the person leaves.
///
/// `open` derives the key and opens the store; it runs on a thread, after `lock-opening` is on screen.
///
/// # Errors
/// When the terminal cannot be written or the thread not started.
pub fn run<T: Send + 'static, W: Write>(
    screen: &mut LockScreen,
    open: impl Fn(Credentials) -> Result<T, Closed> + Send + Sync + 'static,
    terminal: &mut Screen<W>,
    lender: &mut impl Lender<W>,
    inputs: &mut impl Arrivals,
    doorbell: &Doorbell,
) -> io::Result<Left<T>> {
    let open = Arc::new(open);
    terminal.draw(|frame| screen.draw(frame))?;
    while let Some(input) = wait(screen, inputs) {
        match &input {
            Input::Resize(size) => terminal.resize(*size),
            Input::Suspend => lender.suspend(terminal)?,
            Input::Resume => lender.resume(terminal)?,
            _for_the_screen => {}
        }
        let wish = screen.update(&input, Instant::now());
        if let Input::Background(result) = input
            && let Ok(tried) = result.into_any().downcast::<Tried<T>>()
        {
            match tried.0 {
                Ok(opened) => return Ok(Left::Opened(opened)),
                Err(closed) => screen.refuse(closed, Instant::now()),
            }
        }
        if let Wish::Leave(farewell) = wish {
            return Ok(Left::Farewell(farewell));
        }
        terminal.draw(|frame| screen.draw(frame))?;
        if let Wish::Try(credentials) = wish {
            let (open, doorbell) = (Arc::clone(&open), doorbell.clone());
            thread::Builder::new().name("unlock".into()).spawn(move || {
                let result: Box<dyn Background> = Box::new(Tried(open(credentials)));
                // Nobody waits for it any more when the person has left.
                let _ = doorbell.send(Input::Background(result));
            })?;
        }
    }
    Ok(Left::Farewell(Farewell::Terminated))
}

/// What an input leads to.
enum Wish {
    None,
    Try(Credentials),
    Leave(Farewell),
}

/// What the thread brings back.
struct Tried<T>(Result<T, Closed>);

impl<T> fmt::Debug for Tried<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tried(…)")
    }
}

impl<T: Send + 'static> Background for Tried<T> {
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

fn wait(screen: &LockScreen, inputs: &mut impl Arrivals) -> Option<Input> {
    match inputs.wait(screen.deadline()) {
        Arrival::Input(input) => Some(input),
        Arrival::Late => Some(Input::Elapsed(Timer::Retry)),
        Arrival::Ended => None,
    }
}

/// 1, 2, 4, 8, 16, then 30 seconds: guessing at the keyboard is slow, a slip of the finger costs little.
fn delay(refusals: u32) -> Duration {
    Duration::from_secs(match refusals {
        0 => 0,
        1..=5 => 1 << (refusals - 1),
        _more => 30,
    })
}

#[cfg(test)]
mod tests;
