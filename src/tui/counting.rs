//! The impact measure as a desk counts it: at once while there are few families, else beside the screen, which says so.
//!
//! Counting reads every record; with a hundred thousand of them nobody can wait for it with the keys dead.

use std::any::Any;
use std::fmt;
use std::thread;

use super::input::{Background, Doorbell, Input};
use super::places::impact::{Counting, Impact};
use crate::app::{ActsBehind, App, AppError, Background as Reader, Figure};

/// Their records are read within a few hundredths of a second.
const MOST_AT_ONCE: usize = 1_000;

/// Counts on a thread, one count at a time.
pub struct Counter {
    doorbell: Doorbell,
    most_at_once: usize,
    is_busy: bool,
}

/// What was counted beside the screen, under the number by which it is waited for; `F` are the figures of a side.
pub enum Counted<F> {
    Figures(u64, Result<F, AppError>),
    Acts(u64, Box<Figure>, Result<ActsBehind, AppError>),
}

/// What a count comes to once it is back.
pub enum Came<F> {
    Figures(Result<F, AppError>),
    Acts(Box<Figure>, Result<ActsBehind, AppError>),
    /// Another was asked for meanwhile, and is to be counted now.
    Another,
    /// Nobody waits for it any more.
    Late,
}

impl<F> fmt::Debug for Counted<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Figures(..) => "Figures",
            Self::Acts(..) => "Acts",
        })
    }
}

impl<F: Send + 'static> Background for Counted<F> {
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

impl Counter {
    /// Counts come back by `doorbell`.
    pub fn new(doorbell: Doorbell) -> Self {
        Self { doorbell, most_at_once: MOST_AT_ONCE, is_busy: false }
    }

    /// With another number of families whose records are read while the person waits.
    pub fn reading_at_once(self, most_at_once: usize) -> Self {
        Self { most_at_once, ..self }
    }

    /// The most families whose records are read while the person waits.
    pub fn most_at_once(&self) -> usize {
        self.most_at_once
    }

    pub fn is_busy(&self) -> bool {
        self.is_busy
    }

    /// A reader for a thread, where counting at once would be felt.
    pub fn reader_beside(&self, app: &App) -> Option<Reader> {
        let is_large = app.has_more_families_than(self.most_at_once).unwrap_or(true);
        if is_large { app.background().ok() } else { None }
    }

    /// Counts the figures that the screen shows.
    pub fn count_figures<F: Send + 'static>(
        &mut self,
        impact: &mut Impact,
        counting: Counting,
        count: impl FnOnce() -> Result<F, AppError> + Send + 'static,
    ) {
        let asked = impact.waits_for(counting);
        // What comes back meanwhile finds that another is waited for, and asks for it.
        if !self.is_busy {
            self.count(move || Counted::Figures(asked, count()));
        }
    }

    /// Finds the acts behind a figure.
    pub fn find_acts<F: Send + 'static>(
        &mut self,
        impact: &mut Impact,
        figure: Figure,
        find: impl FnOnce(&Figure) -> Result<ActsBehind, AppError> + Send + 'static,
    ) {
        let asked = impact.waits_for(Counting::Acts);
        self.count(move || {
            let acts = find(&figure);
            Counted::<F>::Acts(asked, Box::new(figure), acts)
        });
    }

    /// Does any count, whose result comes back by the doorbell.
    pub fn count<B: Background + 'static>(&mut self, work: impl FnOnce() -> B + Send + 'static) {
        let doorbell = self.doorbell.clone();
        let work = move || drop(doorbell.send(Input::Background(Box::new(work()))));
        // Without the thread the screen stays as it was: the next key asks again.
        self.is_busy = thread::Builder::new().name("impact".into()).spawn(work).is_ok();
    }

    /// A count is back: another may begin.
    pub fn is_back(&mut self) {
        self.is_busy = false;
    }

    /// What a count that is back is to the screen.
    pub fn take<F>(&mut self, counted: Counted<F>, impact: &mut Impact) -> Came<F> {
        self.is_back();
        match counted {
            Counted::Figures(asked, figures) if impact.still_waits_for(asked) => Came::Figures(figures),
            Counted::Acts(asked, figure, acts) if impact.still_waits_for(asked) => Came::Acts(figure, acts),
            Counted::Figures(..) | Counted::Acts(..) if impact.is_counting() => Came::Another,
            Counted::Figures(..) | Counted::Acts(..) => Came::Late,
        }
    }
}
