//! What the agenda, the history, the groups and the settings ask of the desk.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::AppDesk;
use crate::app::search::ViewBits;
use crate::app::{AppError, AttendanceLine, ListView, Sort};
use crate::base::calendar;
use crate::base::id::FamilyId;
use crate::domain::antenna::SolidarityCenter;
use crate::domain::family::FamilyStatus;
use crate::domain::row::FamilyRow;
use crate::tui::places::agenda::Agenda;
use crate::tui::places::attendance::Attendance;
use crate::tui::places::panel::Panel;
use crate::tui::places::settings::Read;
use crate::tui::ui::Ui;

impl AppDesk {
    pub(super) fn load_agenda(&mut self, ui: &mut Ui) {
        let today = self.app.today();
        let end = calendar::month_end(calendar::add_months(today, 1));
        // Apart, so that what is overdue never hides today; however long it has been, as the header counts it.
        let overdue = self.app.agenda(NaiveDate::MIN, calendar::sub_days(today, 1), Agenda::MOST);
        let ahead = self.app.agenda(today, end, Agenda::MOST);
        match overdue.and_then(|overdue| Ok([overdue, ahead?].concat())) {
            Ok(lines) => ui.screens.agenda.take(lines, today),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn load_panel(&mut self, ui: &mut Ui) {
        match self.app.panel_board(Panel::MOST_OPEN, Panel::MOST_CLOSED) {
            Ok(lines) => ui.screens.panel.take(lines, self.app.today()),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn load_settings(&mut self, ui: &mut Ui) {
        let taken = |center: &SolidarityCenter| Ok((center.code.clone(), self.app.places_taken(&center.code)?));
        let taken: Result<_, AppError> = self.app.antenna().centers.iter().map(taken).collect();
        let prepared = self.avenant(&ui.catalog).and_then(|form| form.version());
        match self.app.followed().and_then(|followed| Ok((followed, taken?))) {
            Ok((followed, taken)) => {
                let read = Read {
                    antenna: Arc::clone(self.app.antenna()),
                    followed,
                    taken,
                    prepared,
                    today: self.app.today(),
                    is_read_only: self.app.read_only().is_some(),
                };
                ui.screens.settings.take(read, &ui.catalog);
            }
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn load_groups(&mut self, ui: &mut Ui) {
        match self.app.attendance_counts() {
            Ok(counts) => ui.screens.groups.take(Arc::clone(self.app.antenna()), counts, self.app.today()),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    /// Those who were entered for a session of the action, and the families in the caseload, by name.
    pub(super) fn load_attendance(&mut self, ui: &mut Ui) {
        match self.attendance(&ui.screens.attendance) {
            Ok((rows, lines)) => ui.screens.attendance.take(Arc::clone(self.app.antenna()), &rows, &lines),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    fn attendance(&self, grid: &Attendance) -> Result<(Vec<FamilyRow>, Vec<AttendanceLine>), AppError> {
        let lines = self.app.attendances(&grid.session_ids())?;
        let typed = grid.typed_name();
        let mut rows = match &self.index {
            Some(index) if !typed.trim().is_empty() => {
                let hits = index.search(typed, ViewBits::ALL, Sort::Name, None);
                let ids: Vec<_> = index.families(&hits, 0..Attendance::MOST.min(hits.len())).collect();
                self.app.rows(&ids)?
            }
            Some(_) | None => {
                let mut rows = self.app.first_rows(ListView::Active, Sort::Name, Attendance::MOST)?;
                let listed: BTreeSet<_> = rows.iter().map(|row| row.id).collect();
                let others: BTreeSet<_> =
                    lines.iter().map(|line| line.family).filter(|id| !listed.contains(id)).collect();
                rows.extend(self.app.rows(&Vec::from_iter(others))?);
                rows.sort_by(|one, other| (&one.sort_key, one.id).cmp(&(&other.sort_key, other.id)));
                rows
            }
        };
        rows.retain(|row| row.status != FamilyStatus::Oriented && row.status != FamilyStatus::Refused);
        Ok((rows, lines))
    }

    pub(super) fn load_history(&mut self, family: FamilyId, ui: &mut Ui) {
        let name = match self.app.family(family) {
            Ok(record) => record.map(|record| record.display_name()).unwrap_or_default(),
            Err(fault) => return self.complain(&fault, ui),
        };
        match self.app.history(family) {
            Ok(lines) => ui.screens.history.take(family, name, lines, Arc::clone(self.app.antenna())),
            Err(fault) => self.complain(&fault, ui),
        }
    }
}
