//! What the screen of lists of orientations asks of the desk.

use std::path::PathBuf;
use std::slice;
use std::sync::Arc;

use super::{AppDesk, WithIndex};
use crate::app::orientations::{self, Column, Direction, ListFault};
use crate::app::search_row;
use crate::base::id::{CenterCode, FamilyId};
use crate::base::locale::Fact;
use crate::tui::folders;
use crate::tui::places::lists;
use crate::tui::theme::Role;
use crate::tui::ui::Ui;

impl AppDesk {
    pub(super) fn judge_list(&mut self, ui: &mut Ui) {
        match ui.screens.lists.open_mut() {
            Some(list) => {
                if let Err(fault) = self.app.judge(slice::from_mut(list)) {
                    self.complain(&fault, ui);
                }
            }
            None => self.browse_lists(None, ui),
        }
    }

    pub(super) fn browse_lists(&mut self, folder: Option<PathBuf>, ui: &mut Ui) {
        let kept = || {
            self.app.setting(orientations::FOLDER).ok().flatten().map(PathBuf::from).filter(|folder| folder.is_dir())
        };
        let folder = folder.or_else(kept).or_else(folders::arrivals).unwrap_or_else(|| self.out.clone());
        ui.open_picker(folders::lists(&folder, &ui.catalog));
    }

    pub(super) fn read_list(&mut self, path: PathBuf, sender: Option<&CenterCode>, ui: &mut Ui) {
        if let Some(folder) = path.parent().and_then(|folder| folder.to_str()) {
            // A preference that could not be kept is chosen again the next time.
            let _ = self.app.keep_setting(orientations::FOLDER, folder);
        }
        let read = orientations::read(&path, self.app.antenna(), self.app.today(), sender);
        if let Err(ListFault::ColumnsMissing { columns }) = &read
            && columns.as_slice() == [Column::Center]
            && let Some(question) = lists::ask_sender(&path, &self.antenna, &ui.catalog)
        {
            return ui.open_picker(question);
        }
        let read = read.map_err(Into::into);
        let judged = read.and_then(|mut list| self.app.judge(slice::from_mut(&mut list)).map(|()| list));
        match judged {
            Ok(list) => ui.screens.lists.take(path, list, Direction::Received, Arc::clone(&self.antenna)),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    /// Receives the chosen lines; what takes a while is first said, and done once the screen shows it.
    pub(super) fn receive_list(&mut self, ui: &mut Ui) {
        let Some((list, _)) = ui.screens.lists.open() else { return };
        let chosen = list.lines.iter().filter(|line| line.is_chosen).count();
        if chosen <= self.most_at_once {
            return self.receive_now(ui);
        }
        let facts = [("count", Fact::from(chosen as u64))];
        ui.say(ui.catalog.text_with("lists-receiving", &facts), Role::Today);
        self.is_to_receive = true;
    }

    pub(super) fn receive_now(&mut self, ui: &mut Ui) {
        let Some(list) = ui.screens.lists.open_mut() else { return };
        match self.app.receive(slice::from_mut(list)) {
            Ok(received) => {
                let count = Fact::from(received.families.len() as u64);
                ui.say(ui.catalog.text_with("lists-received", &[("count", count)]), Role::Ok);
                self.reload_all(&received.families, ui);
            }
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn report_list(&mut self, ui: &mut Ui) {
        let Some((list, path)) = ui.screens.lists.open() else { return };
        if list.refused().next().is_none() {
            return ui.say(ui.catalog.text("lists-nothing-refused").into_owned(), Role::Ok);
        }
        match list.write_report_beside(path, &ui.catalog) {
            Ok(path) => {
                let facts = [("path", Fact::from(path.display().to_string()))];
                let text = ui.catalog.text_with("lists-report-written", &facts);
                ui.open_popup(ui.catalog.text("lists-report-title").into_owned(), text);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    /// Shows the lines of several families as they are now.
    fn reload_all(&mut self, families: &[FamilyId], ui: &mut Ui) {
        if let (Some(index), Ok(rows)) = (&mut self.index, self.app.rows(families)) {
            for row in &rows {
                index.update(search_row(row, self.app.author(), self.app.today()));
            }
            self.asked = None;
        }
        self.shown = None;
        self.load_caseload(ui);
        self.read_beside(WithIndex::No);
    }
}
