//! Everything that the screen shows, as view state: the screens, the layers over them, what has the focus.
//!
//! It does no I/O: [`Ui::update`] changes view state and gives back at most one [`Request`]; answers come in by the methods
//! of `ui/answer.rs`.

mod answer;
mod dispatch;
mod draw;
mod layer;
mod reactions;
mod request;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use ratatui::layout::Size;

use super::frame::Header;
use super::input::{Input, Timer};
use super::keymap::{Context, Key};
use super::look::{Look, Privacy};
use super::places::{Place, Screens};
use super::theme::Theme;
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::tui::action::ActKind;

pub use answer::Notice;
pub use layer::Layer;
pub use request::{Errand, Farewell, Request};

/// The view state of the whole program, unlocked.
#[derive(Debug)]
pub struct Ui {
    pub catalog: Arc<Catalog>,
    pub today: NaiveDate,
    pub theme: Theme,
    pub privacy: Privacy,
    pub header: Header,
    pub screens: Screens,
    /// The screen, or the pane of the caseload, that has the focus.
    pub place: Place,
    layers: Vec<Layer>,
    pending: Vec<Key>,
    notice: Option<Notice>,
    /// The family of whom it was said, until this key, what was done.
    said_of: Option<FamilyId>,
    size: Size,
    waits: VecDeque<Request>,
    farewell: Option<Farewell>,
    delays: Delays,
    touched_at: Instant,
    typed_at: Option<Instant>,
    /// When what grows with the caseload is to be read beside the screen.
    beside_at: Option<Instant>,
    kept: RefCell<draw::Kept>,
}

/// How long the loop waits before it acts by itself.
#[derive(Clone, Copy, Debug)]
pub struct Delays {
    /// Without a key before the program locks; never when zero.
    pub lock: Duration,
    /// After a key in a form before its draft is saved.
    pub draft: Duration,
}

impl Default for Delays {
    fn default() -> Self {
        Self { lock: Duration::from_secs(5 * 60), draft: Duration::from_millis(800) }
    }
}

impl Ui {
    /// The caseload with nothing loaded yet.
    pub fn new(catalog: Arc<Catalog>, today: NaiveDate, theme: Theme, size: Size) -> Self {
        Self {
            catalog,
            today,
            theme,
            privacy: Privacy::Shown,
            header: Header::default(),
            screens: Screens::default(),
            place: Place::Caseload,
            layers: Vec::new(),
            pending: Vec::new(),
            notice: None,
            said_of: None,
            size,
            waits: VecDeque::new(),
            farewell: None,
            delays: Delays::default(),
            touched_at: Instant::now(),
            typed_at: None,
            beside_at: None,
            kept: RefCell::default(),
        }
    }

    /// With other delays.
    pub fn with_delays(self, delays: Delays) -> Self {
        Self { delays, ..self }
    }

    /// Takes one input and changes what is shown.
    pub fn update(&mut self, input: Input, now: Instant) -> Option<Request> {
        match input {
            Input::Key(key) => {
                self.touched_at = now;
                // Esc puts away what was said before it leaves the screen where it was said.
                let said = self.notice.take();
                self.said_of = said.as_ref().and_then(|notice| notice.of);
                if key.code != KeyCode::Esc || said.is_none() || !self.layers.is_empty() {
                    self.press(key);
                    self.note_typing(now);
                }
            }
            Input::Paste(text) => {
                self.touched_at = now;
                self.paste(&text);
                self.note_typing(now);
            }
            Input::Mouse(mouse) => {
                self.touched_at = now;
                self.point(mouse);
            }
            Input::Resize(size) => self.size = size,
            Input::Elapsed(Timer::Draft) => self.save_draft(),
            Input::Elapsed(Timer::FirstScreen) => {
                self.beside_at = None;
                self.request(Request::ReadBeside);
            }
            Input::Elapsed(Timer::Idle) => self.leave(Farewell::Lock),
            Input::Terminate => self.leave(Farewell::Terminated),
            // Background results go to the desk, which asked for them.
            Input::Background(_) | Input::Elapsed(Timer::Retry) | Input::Suspend | Input::Resume => {}
        }
        self.waits.pop_front()
    }

    /// What is still to be carried out.
    pub fn next_request(&mut self) -> Option<Request> {
        self.waits.pop_front()
    }

    /// Asks for something on the screens' behalf.
    pub fn request(&mut self, request: Request) {
        self.waits.push_back(request);
    }

    /// How the program ends, once it does.
    pub fn farewell(&self) -> Option<Farewell> {
        self.farewell
    }

    /// The next moment at which the loop is to wake by itself, and why.
    pub fn deadline(&self) -> Option<(Instant, Timer)> {
        let draft = self.typed_at.map(|at| (at + self.delays.draft, Timer::Draft));
        let lock = (!self.delays.lock.is_zero()).then(|| (self.touched_at + self.delays.lock, Timer::Idle));
        let beside = self.beside_at.map(|at| (at, Timer::FirstScreen));
        [draft, lock, beside].into_iter().flatten().min_by_key(|(at, _)| *at)
    }

    /// Has what grows with the caseload read beside the screen, from this moment on.
    pub fn read_beside_at(&mut self, at: Instant) {
        self.beside_at = Some(at);
    }

    /// Where keys are heard.
    pub fn context(&self) -> Context {
        match self.layers.last() {
            Some(layer) => layer.context(),
            None if self.screens.is_filtering(self.place) => Context::Filter,
            None => self.place.context(),
        }
    }

    /// The size of the terminal.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The key of the draft of the open form.
    pub fn draft_key(&self) -> Option<String> {
        self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Form(form) => form.draft_key(),
            _no_form => None,
        })
    }

    /// The draft that the open form keeps: its key, and what it wrote.
    pub fn draft(&self) -> Option<(String, String)> {
        self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Form(form) => form.draft_key().zip(form.kept.clone()),
            _no_form => None,
        })
    }

    /// The act of the form on top.
    pub fn act_of_form(&self) -> Option<ActKind> {
        self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Form(form) => Some(form.act),
            _no_form => None,
        })
    }

    /// The layers over the screen, the top one last.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// What drawing needs.
    pub fn look(&self) -> Look<'_> {
        let Self { catalog, theme, today, privacy, .. } = self;
        Look { catalog, theme: *theme, today: *today, privacy: *privacy, focused: true }
    }

    /// Ends the program, after the draft of an open form is saved.
    fn leave(&mut self, farewell: Farewell) {
        self.save_draft();
        self.farewell = Some(farewell);
    }

    fn save_draft(&mut self) {
        self.typed_at = None;
        for layer in &mut self.layers {
            if let Layer::Form(form) = layer
                && form.unsaved
            {
                form.unsaved = false;
                if let Some(key) = form.draft_key() {
                    let body = form.draft();
                    form.kept = Some(body.clone());
                    self.waits.push_back(Request::SaveDraft { key, body });
                }
            }
            if let Layer::Words(words) = layer
                && words.unsaved
            {
                words.unsaved = false;
                let (key, body) = (words.heard.draft_key(), words.draft().to_owned());
                words.kept = Some(body.clone());
                self.waits.push_back(Request::SaveDraft { key, body });
            }
        }
    }

    fn note_typing(&mut self, now: Instant) {
        let touched = self.layers.iter().any(|layer| match layer {
            Layer::Form(form) => form.unsaved,
            Layer::Words(words) => words.unsaved,
            _nothing_is_typed => false,
        });
        // From the first key since the last save: a long sentence typed in one go is saved as it grows.
        match (touched, self.typed_at) {
            (true, None) => self.typed_at = Some(now),
            (true, Some(_)) => {}
            (false, _) => self.typed_at = None,
        }
    }
}
