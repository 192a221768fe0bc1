//! What the consolidated impact asks of the Département's desk: figures, the acts behind one, a family's file.

use std::sync::Arc;

use super::DepartmentDesk;
use crate::app::department::{Consolidated, Party};
use crate::app::{AccessKind, ActsBehind, AppError, Figure};
use crate::base::id::FamilyId;
use crate::domain::refusal::Refusal;
use crate::tui::counting::{Came, Counted};
use crate::tui::places::Reaction;
use crate::tui::places::impact::{Counting, Impact};
use crate::tui::ui::Ui;
use crate::tui::widgets::popup::Popup;

impl DepartmentDesk {
    pub(super) fn load_impact(&mut self, ui: &mut Ui) {
        let (from, to, by) = ui.screens.impact.wanted(self.department.app().today());
        let Some(reader) = self.counter.reader_beside(self.department.app()) else {
            let counted = self.department.consolidated(from, to, by);
            return self.take_figures(counted, ui);
        };
        let all = Arc::clone(self.department.app().antenna());
        let count = move || reader.consolidated(&all, from, to, by);
        self.counter.count_figures(&mut ui.screens.impact, Counting::Figures { from, to }, count);
    }

    pub(super) fn load_acts(&mut self, antenna: Option<Party>, figure: Figure, ui: &mut Ui) {
        let Some(measured) = ui.screens.impact.measured().cloned() else { return };
        let Some(reader) = self.counter.reader_beside(self.department.app()) else {
            let acts = self.department.acts_behind(&measured, &figure, antenna.as_ref(), Impact::MOST);
            return self.take_acts(figure, acts, ui);
        };
        let find =
            move |figure: &Figure| reader.acts_behind_consolidated(&measured, figure, antenna.as_ref(), Impact::MOST);
        self.counter.find_acts::<Consolidated>(&mut ui.screens.impact, figure, find);
    }

    pub(super) fn take_counted(&mut self, counted: Counted<Consolidated>, ui: &mut Ui) {
        match self.counter.take(counted, &mut ui.screens.impact) {
            Came::Figures(counted) => self.take_figures(counted, ui),
            Came::Acts(figure, acts) => self.take_acts(*figure, acts, ui),
            Came::Another => self.load_impact(ui),
            Came::Late => {}
        }
    }

    fn take_figures(&self, counted: Result<Consolidated, AppError>, ui: &mut Ui) {
        match counted.and_then(|counted| Ok((counted, self.department.together()?))) {
            Ok((counted, all)) => ui.screens.impact.take_consolidated(counted, Arc::new(all), &ui.catalog),
            Err(fault) => self.refuse(&fault, ui),
        }
    }

    fn take_acts(&self, figure: Figure, acts: Result<ActsBehind, AppError>, ui: &mut Ui) {
        match acts {
            Ok(acts) => ui.screens.impact.take_acts(figure, acts),
            Err(fault) => self.refuse(&fault, ui),
        }
    }

    /// Shows a family's file as far as its antenna disclosed it.
    pub(super) fn read_family(&mut self, family: FamilyId, ui: &mut Ui) {
        let read = self.department.app().family(family).and_then(|record| {
            let record = record.ok_or(Refusal::FamilyUnknown {})?;
            Ok((record.display_name(), self.department.app().sheet(family, &ui.catalog)?))
        });
        match read {
            Ok((name, text)) => {
                self.department.app_mut().note_access(AccessKind::Opening, Some(family));
                ui.answer(Reaction::Popup(Popup::personal(name, text)));
            }
            Err(fault) => self.refuse(&fault, ui),
        }
    }
}
