//! The impact measure as the antenna's desk counts it, and the closing of a period.

use std::any::Any;
use std::sync::Arc;

use super::AppDesk;
use crate::app::{ActsBehind, AppError, Command, Figure, PeriodCounted};
use crate::domain::antenna::AntennaAct;
use crate::domain::closure::{ClosePeriod, Measure};
use crate::tui::action::ActKind;
use crate::tui::counting::{Came, Counted};
use crate::tui::input::Background;
use crate::tui::places::impact::{Counting, Impact};
use crate::tui::theme::Role;
use crate::tui::ui::Ui;

/// What a closing is to freeze, counted beside the screen.
#[derive(Debug)]
pub(super) struct ToClose(Result<Box<PeriodCounted>, AppError>);

impl Background for ToClose {
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

impl AppDesk {
    pub(super) fn load_impact(&mut self, ui: &mut Ui) {
        let (from, to, by) = ui.screens.impact.wanted(self.app.today());
        let Some(reader) = self.counter.reader_beside(&self.app) else {
            let measured = self.app.impact(from, to, by);
            return self.take_figures(measured, ui);
        };
        let antenna = Arc::clone(self.app.antenna());
        let count = move || reader.impact(&antenna, from, to, by);
        self.counter.count_figures(&mut ui.screens.impact, Counting::Figures { from, to }, count);
    }

    pub(super) fn load_acts_behind(&mut self, figure: Figure, ui: &mut Ui) {
        let Some(measured) = ui.screens.impact.measured().cloned() else { return };
        let Some(reader) = self.counter.reader_beside(&self.app) else {
            let acts = self.app.acts_behind(&measured, &figure, Impact::MOST);
            return self.take_acts(figure, acts, ui);
        };
        let antenna = Arc::clone(self.app.antenna());
        let find = move |figure: &Figure| reader.acts_behind(&antenna, &measured, figure, Impact::MOST);
        self.counter.find_acts::<Measure>(&mut ui.screens.impact, figure, find);
    }

    /// Closes a period: its figures are counted beside the screen before they are frozen.
    pub(super) fn close_period(&mut self, act: ClosePeriod, ui: &mut Ui) {
        let Some(reader) = self.counter.reader_beside(&self.app) else {
            return self.carry(ActKind::ClosePeriod, Command::Antenna(AntennaAct::ClosePeriod(act)), false, ui);
        };
        if self.counter.is_busy() {
            return ui.say(ui.catalog.text("impact-counting-already").into_owned(), Role::Warning);
        }
        ui.say(ui.catalog.text("impact-counting-period").into_owned(), Role::Today);
        let antenna = Arc::clone(self.app.antenna());
        self.counter.count(move || ToClose(reader.counted(&antenna, act).map(Box::new)));
    }

    pub(super) fn take_counted(&mut self, counted: Counted<Measure>, ui: &mut Ui) {
        match self.counter.take(counted, &mut ui.screens.impact) {
            Came::Figures(measured) => self.take_figures(measured, ui),
            Came::Acts(figure, acts) => self.take_acts(*figure, acts, ui),
            Came::Another => self.load_impact(ui),
            Came::Late => {}
        }
    }

    pub(super) fn take_period(&mut self, ToClose(counted): ToClose, ui: &mut Ui) {
        self.counter.is_back();
        // Who closed the form meanwhile gave the closing up.
        if ui.act_of_form() == Some(ActKind::ClosePeriod) {
            let closed = counted.and_then(|counted| self.app.close_period(*counted));
            self.carried(ActKind::ClosePeriod, None, closed, ui);
        }
    }

    fn take_figures(&mut self, measured: Result<Measure, AppError>, ui: &mut Ui) {
        match measured {
            Ok(measured) => ui.screens.impact.take(measured, Arc::clone(self.app.antenna()), &ui.catalog),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    fn take_acts(&mut self, figure: Figure, acts: Result<ActsBehind, AppError>, ui: &mut Ui) {
        match acts {
            Ok(acts) => ui.screens.impact.take_acts(figure, acts),
            Err(fault) => self.complain(&fault, ui),
        }
    }
}
