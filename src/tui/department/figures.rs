//! What the consolidated impact asks of the Département's desk: figures, the acts behind one, a family's file.

use std::sync::Arc;

use super::DepartmentDesk;
use crate::app::department::Party;
use crate::app::{AccessKind, Figure};
use crate::base::id::FamilyId;
use crate::domain::antenna::AntennaRecord;
use crate::domain::refusal::Refusal;
use crate::tui::places::Reaction;
use crate::tui::places::impact::Impact;
use crate::tui::ui::Ui;
use crate::tui::widgets::popup::Popup;

impl DepartmentDesk {
    pub(super) fn load_impact(&mut self, ui: &mut Ui) {
        let (from, to, by) = ui.screens.impact.wanted(self.department.app().today());
        match self.department.consolidated(from, to, by) {
            Ok(counted) => ui.screens.impact.take_consolidated(counted, Arc::new(self.all()), &ui.catalog),
            Err(fault) => self.refuse(&fault, ui),
        }
    }

    /// The antennas together under the Département's name. What each closed is its own: here everything is counted again.
    fn all(&self) -> AntennaRecord {
        let mut all = self.department.app().antenna().clone();
        all.closed_periods.clear();
        all.name.clone_from(&self.department.me().name);
        all
    }

    pub(super) fn load_acts(&mut self, antenna: Option<&Party>, figure: Figure, ui: &mut Ui) {
        let Some(measured) = ui.screens.impact.measured() else { return };
        match self.department.acts_behind(measured, &figure, antenna, Impact::MOST) {
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
