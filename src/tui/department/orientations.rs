//! What the orientations and the publications ask of the Département's desk.

use std::path::{Path, PathBuf};
use std::slice;
use std::sync::Arc;

use super::DepartmentDesk;
use crate::app::department::{Party, PublicationPlan};
use crate::app::orientations::{self, Column, Direction, ListFault, OrientationList};
use crate::app::{AppError, RefusedPart};
use crate::base::id::CenterCode;
use crate::base::locale::Fact;
use crate::tui::desk::report_list;
use crate::tui::folders;
use crate::tui::places::{Place, Reaction, Room, lists};
use crate::tui::theme::Role;
use crate::tui::ui::Ui;
use crate::tui::widgets::popup::{Answer, Confirm};

impl DepartmentDesk {
    pub(super) fn load_orientations(&mut self, ui: &mut Ui) {
        let named = |code: &CenterCode| {
            let center = self.department.app().antenna().center(code).map(|center| center.name.clone());
            center.unwrap_or_else(|| code.to_string())
        };
        match self.department.orientations(false) {
            Ok(sent) => {
                let sent = sent.into_iter().map(|one| (one.clone(), named(&one.orientation.center))).collect();
                ui.screens.rooms.orientations.take(sent, &ui.catalog);
            }
            Err(fault) => ui.complain(&fault),
        }
    }

    pub(super) fn browse_lists(&mut self, folder: Option<PathBuf>, ui: &mut Ui) {
        let kept = self.department.app().setting(orientations::FOLDER).ok().flatten().map(PathBuf::from);
        let folder = folder.or(kept.filter(|folder| folder.is_dir())).unwrap_or_else(|| self.arrivals());
        ui.open_picker(folders::lists(&folder, &ui.catalog));
    }

    /// Opens a list, judged by what the antennas handed over and by the places left.
    pub(super) fn read_list(&mut self, path: PathBuf, sender: Option<&CenterCode>, ui: &mut Ui) {
        if let Some(folder) = path.parent().and_then(Path::to_str) {
            // A preference that could not be kept is chosen again the next time.
            let _ = self.department.app_mut().keep_setting(orientations::FOLDER, folder);
        }
        let read = self.department.read_list(&path, sender);
        if let Err(AppError::List(ListFault::ColumnsMissing { columns })) = &read
            && columns.as_slice() == [Column::Center]
            && let Some(question) = lists::ask_sender(&path, self.department.app().antenna(), &ui.catalog)
        {
            return ui.open_picker(question);
        }
        match read.and_then(|list| self.first_chosen(list)) {
            Ok(list) => {
                let antennas = Arc::clone(self.department.app().antenna());
                ui.screens.lists.take(path, list, Direction::Sent, antennas);
                ui.place = Place::Room(Room::Sending);
            }
            Err(fault) => self.refuse(&fault, ui),
        }
    }

    /// The list as it opens: who does not meet art. 2 is sent when somebody wants it, not with the others, and takes no place.
    fn first_chosen(&self, mut list: OrientationList) -> Result<OrientationList, AppError> {
        self.department.app().judge(slice::from_mut(&mut list))?;
        for line in list.lines.iter_mut().filter(|line| !line.meets_the_convention()) {
            line.is_chosen = false;
        }
        self.department.judge(slice::from_mut(&mut list), false)?;
        Ok(list)
    }

    /// Judges the list that is open anew; without one, offers to open one.
    pub(super) fn judge_list(&mut self, ui: &mut Ui) {
        let beyond = ui.screens.lists.goes_beyond_places();
        let Some(list) = ui.screens.lists.open_mut() else { return self.browse_lists(None, ui) };
        if let Err(fault) = self.department.judge(slice::from_mut(list), beyond) {
            ui.complain(&fault);
        }
    }

    /// Lets the lines of the list go to a centre without a place left, and chooses them, or no more.
    pub(super) fn change_places(&mut self, ui: &mut Ui) {
        let held_back = ui.screens.lists.change_places();
        self.judge_list(ui);
        ui.screens.lists.choose_ready(&held_back);
        let said = if ui.screens.lists.goes_beyond_places() { "sending-beyond" } else { "sending-within" };
        ui.say(ui.catalog.text(said).into_owned(), Role::Warning);
    }

    /// Sends what is chosen, unless places were taken meanwhile.
    pub(super) fn send_list(&mut self, ui: &mut Ui) {
        let before = ui.screens.lists.chosen();
        self.judge_list(ui);
        if ui.screens.lists.chosen() < before {
            return ui.say(ui.catalog.text("sending-places-taken").into_owned(), Role::Warning);
        }
        let Some(list) = ui.screens.lists.open_mut() else { return };
        let sent = self.department.orient(slice::from_ref(list), &self.out);
        self.tell_sent("sending-sent", sent.map(|oriented| oriented.files), ui);
    }

    pub(super) fn report_list(&mut self, ui: &mut Ui) {
        if let Err(fault) = report_list(ui) {
            self.refuse(&fault, ui);
        }
    }

    pub(super) fn load_publications(&mut self, ui: &mut Ui) {
        let read = || -> Result<_, AppError> {
            Ok((self.department.everything_published()?, self.not_adopted()?, self.department.topics()?))
        };
        match read() {
            Ok((published, not_adopted, topics)) => {
                ui.screens.rooms.publications.take(&published, &not_adopted, topics, &ui.catalog);
            }
            Err(fault) => ui.complain(&fault),
        }
    }

    /// The versions of the convention that antennas have refused.
    fn not_adopted(&self) -> Result<Vec<(Party, RefusedPart)>, AppError> {
        let mut all = Vec::new();
        for antenna in self.department.antennas()? {
            let parts = self.department.not_adopted(&antenna)?;
            all.extend(parts.into_iter().map(|part| (antenna.clone(), part)));
        }
        Ok(all)
    }

    pub(super) fn browse_plans(&mut self, folder: Option<PathBuf>, ui: &mut Ui) {
        let folder = folder.unwrap_or_else(|| self.arrivals());
        ui.open_picker(folders::plans(&folder, &ui.catalog));
    }

    /// Reads a plan and asks whether to publish it.
    pub(super) fn read_plan(&mut self, path: &Path, ui: &mut Ui) {
        self.came_from(path.parent());
        match PublicationPlan::read(path).and_then(|plan| self.department.check(&plan).map(|()| plan)) {
            Ok(plan) => {
                let counts = [
                    ("supports", plan.supports.len()),
                    ("conventions", plan.conventions.len()),
                    ("answers", plan.answers.len()),
                ];
                let mut lines = vec![
                    ui.catalog.text_with("publications-ask", &counts.map(|(n, count)| (n, Fact::from(count as u64)))),
                ];
                let dated = |title: &str, date| format!("· {title} ({})", ui.catalog.date(date));
                lines.extend(plan.supports.iter().map(|one| dated(&one.title, one.effective_from)));
                lines.extend(plan.conventions.iter().map(|one| dated(&one.title, one.effective_from)));
                let text = |id: &str| ui.catalog.text(id).into_owned();
                let answers =
                    vec![(Answer::Publish, text("publications-yes")), (Answer::Stay, text("publications-no"))];
                let question = Confirm::new(text("publications-ask-title"), lines.join("\n"), answers);
                self.plan = Some(plan);
                ui.answer(Reaction::Confirm(question));
            }
            Err(fault) => self.refuse(&fault, ui),
        }
    }

    pub(super) fn publish(&mut self, ui: &mut Ui) {
        let Some(plan) = self.plan.take() else { return };
        let sent = self.department.publish(&plan, &self.out);
        self.tell_sent("publications-sent", sent.map(|files| files.into_iter().map(|one| one.path).collect()), ui);
    }
}
