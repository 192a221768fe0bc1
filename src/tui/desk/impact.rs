//! The impact measure as the desk counts it: at once while the caseload is small, else beside the screen, which says so.
//!
//! Counting reads every record; with a hundred thousand of them nobody can wait for it with the keys dead.

use std::any::Any;
use std::sync::Arc;
use std::thread;

use super::AppDesk;
use crate::app::{ActsBehind, AppError, Background as Reader, Command, Figure, PeriodCounted};
use crate::domain::antenna::AntennaAct;
use crate::domain::closure::{ClosePeriod, Measure};
use crate::tui::action::ActKind;
use crate::tui::input::{Background, Input};
use crate::tui::places::impact::{Counting, Impact};
use crate::tui::theme::Role;
use crate::tui::ui::Ui;

/// What was counted beside the screen.
pub(super) enum Counted {
    Figures(u64, Result<Box<Measure>, AppError>),
    Acts(u64, Box<Figure>, Result<ActsBehind, AppError>),
    Period(Result<Box<PeriodCounted>, AppError>),
}

impl std::fmt::Debug for Counted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Figures(..) => "Figures",
            Self::Acts(..) => "Acts",
            Self::Period(_) => "Period",
        })
    }
}

impl Background for Counted {
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

impl AppDesk {
    pub(super) fn load_impact(&mut self, ui: &mut Ui) {
        let (from, to, by) = ui.screens.impact.wanted(self.app.today());
        let Some(reader) = self.reader_beside() else {
            let measured = self.app.impact(from, to, by);
            return self.take_figures(measured, ui);
        };
        let (asked, antenna) = (ui.screens.impact.waits_for(Counting::Figures { from, to }), Arc::clone(&self.antenna));
        if self.is_counting {
            // One count at a time: what comes back finds that another is waited for, and asks for it.
            return;
        }
        self.count_beside(move || Counted::Figures(asked, reader.impact(&antenna, from, to, by).map(Box::new)));
    }

    pub(super) fn load_acts_behind(&mut self, figure: Figure, ui: &mut Ui) {
        let Some(measured) = ui.screens.impact.measured().cloned() else { return };
        let Some(reader) = self.reader_beside() else {
            let acts = self.app.acts_behind(&measured, &figure, Impact::MOST);
            return self.take_acts(figure, acts, ui);
        };
        let (asked, antenna) = (ui.screens.impact.waits_for(Counting::Acts), Arc::clone(&self.antenna));
        self.count_beside(move || {
            let acts = reader.acts_behind(&antenna, &measured, &figure, Impact::MOST);
            Counted::Acts(asked, Box::new(figure), acts)
        });
    }

    /// Closes a period: its figures are counted beside the screen before they are frozen.
    pub(super) fn close_period(&mut self, act: ClosePeriod, ui: &mut Ui) {
        let Some(reader) = self.reader_beside() else {
            return self.carry(ActKind::ClosePeriod, Command::Antenna(AntennaAct::ClosePeriod(act)), false, ui);
        };
        if self.is_counting {
            return ui.say(ui.catalog.text("impact-counting-already").into_owned(), Role::Warning);
        }
        ui.say(ui.catalog.text("impact-counting-period").into_owned(), Role::Today);
        let antenna = Arc::clone(&self.antenna);
        self.count_beside(move || Counted::Period(reader.counted(&antenna, act).map(Box::new)));
    }

    pub(super) fn take_counted(&mut self, counted: Counted, ui: &mut Ui) {
        self.is_counting = false;
        match counted {
            Counted::Figures(asked, measured) if ui.screens.impact.still_waits_for(asked) => {
                self.take_figures(measured.map(|measured| *measured), ui);
            }
            Counted::Acts(asked, figure, acts) if ui.screens.impact.still_waits_for(asked) => {
                self.take_acts(*figure, acts, ui);
            }
            Counted::Figures(..) | Counted::Acts(..) => {
                if ui.screens.impact.is_counting() {
                    self.load_impact(ui);
                }
            }
            Counted::Period(counted) => {
                // Who closed the form meanwhile gave the closing up.
                if ui.act_of_form() == Some(ActKind::ClosePeriod) {
                    let closed = counted.and_then(|counted| self.app.close_period(*counted));
                    self.carried(ActKind::ClosePeriod, closed, ui);
                }
            }
        }
    }

    fn take_figures(&mut self, measured: Result<Measure, AppError>, ui: &mut Ui) {
        match measured {
            Ok(measured) => ui.screens.impact.take(measured, Arc::clone(&self.antenna), &ui.catalog),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    fn take_acts(&mut self, figure: Figure, acts: Result<ActsBehind, AppError>, ui: &mut Ui) {
        match acts {
            Ok(acts) => ui.screens.impact.take_acts(figure, acts),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    /// A reader for a thread, where counting at once would be felt.
    fn reader_beside(&self) -> Option<Reader> {
        let is_small = self.index.as_ref().is_some_and(|index| index.len() <= self.most_at_once);
        if is_small { None } else { self.app.background().ok() }
    }

    fn count_beside(&mut self, work: impl FnOnce() -> Counted + Send + 'static) {
        let doorbell = self.doorbell.clone();
        let work = move || drop(doorbell.send(Input::Background(Box::new(work()))));
        // Without the thread the screen stays as it was: the next key asks again.
        self.is_counting = thread::Builder::new().name("impact".into()).spawn(work).is_ok();
    }
}
