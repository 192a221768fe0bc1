//! What the streams and the inbox ask of the Département's desk.

use std::path::{Path, PathBuf};

use super::{ARRIVALS, DepartmentDesk};
use crate::app::department::Party;
use crate::app::{AppError, TakenIn, read_file};
use crate::base::locale::Fact;
use crate::tui::places::department::streams::{Kept, Refusals};
use crate::tui::places::{Reaction, arrivals};
use crate::tui::theme::Role;
use crate::tui::ui::Ui;

impl DepartmentDesk {
    /// How every antenna stands, and what there is of the one that is open.
    pub(super) fn load_streams(&mut self, ui: &mut Ui) {
        let today = self.department.app().today();
        match self.department.standings() {
            Ok(standings) => ui.screens.rooms.streams.take(standings, &self.out, today, &ui.catalog),
            Err(fault) => ui.complain(&fault),
        }
        if let Some(antenna) = ui.screens.rooms.streams.opened() {
            self.load_stream(&antenna, ui);
        }
    }

    pub(super) fn load_stream(&mut self, antenna: &Party, ui: &mut Ui) {
        let read = self.department.refused_of(antenna).and_then(|refused| {
            let sealed = self.department.sealed_for(antenna)?.into_iter();
            let kept = sealed.map(|sealed| Kept { is_in_folder: self.out.join(&sealed.file_name).is_file(), sealed });
            Ok((Refusals { here: refused, there: self.department.refused_there(antenna)? }, kept.collect()))
        });
        match read {
            Ok((refused, sealed)) => ui.screens.rooms.streams.take_one(antenna, refused, sealed, &ui.catalog),
            Err(fault) => ui.complain(&fault),
        }
    }

    pub(super) fn load_inbox(&mut self, ui: &mut Ui) {
        let folder = self.arrivals();
        match self.department.arrivals(&folder).and_then(|arrivals| Ok((arrivals, self.department.inbox()?))) {
            Ok((arrivals, came)) => ui.screens.rooms.inbox.take(&arrivals, &folder, &came, &ui.catalog),
            Err(fault) => ui.complain(&fault),
        }
    }

    pub(super) fn keep_arrivals(&mut self, folder: &Path, ui: &mut Ui) {
        self.came_from(Some(folder));
        self.reload(ui);
    }

    /// Where files came from last, at first where bundles are written: a folder is shared with the antennas both ways.
    pub(super) fn arrivals(&self) -> PathBuf {
        let kept = self.department.app().setting(ARRIVALS).ok().flatten().map(PathBuf::from);
        kept.filter(|folder| folder.is_dir()).unwrap_or_else(|| self.out.clone())
    }

    /// Remembers where a file came from.
    pub(super) fn came_from(&mut self, folder: Option<&Path>) {
        if let Some(folder) = folder.and_then(Path::to_str) {
            // A preference that could not be kept is chosen again the next time.
            let _ = self.department.app_mut().keep_setting(ARRIVALS, folder);
        }
    }

    /// Takes in files, in the order given, and answers each at once; one that is refused does not keep the next from being
    /// looked at.
    pub(super) fn take_in(&mut self, files: &[PathBuf], ui: &mut Ui) {
        self.came_from(files.first().and_then(|path| path.parent()));
        // What is taken in is answered at once: where no answer can be written, nothing is.
        if let Err(fault) = self.department.takes_bundles(&self.out, 0) {
            return self.refuse(&fault, ui);
        }
        let (mut told, mut is_any_taken, mut own) = (Vec::new(), false, 0_u64);
        for path in files {
            let taken = read_file(path).and_then(|bytes| self.department.take_in(&bytes));
            is_any_taken |= taken.is_ok();
            // The antenna is in the name of its file, which a refusal names by itself.
            let is_own = matches!(taken, Ok(TakenIn::Own));
            own += u64::from(is_own);
            let file = path.file_name().filter(|_| taken.is_ok() && !is_own);
            told.extend(file.map(|name| name.to_string_lossy().into_owned()));
            told.extend(arrivals::told(path, &taken, &ui.catalog));
        }
        if own > 0 {
            told.push(ui.catalog.text_with("taken-own", &[("count", Fact::from(own))]));
        }
        let answered = self.department.answer(&self.out);
        self.reload(ui);
        match answered {
            Ok(files) if files.is_empty() => {}
            Ok(files) => told.extend([String::new(), self.written(&files, &ui.catalog)]),
            Err(fault) => self.refuse(&fault, ui),
        }
        ui.answer(Reaction::Popup(arrivals::became(is_any_taken, &told, &ui.catalog)));
    }

    pub(super) fn send_presence(&mut self, ui: &mut Ui) {
        let sent = self.department.send_presence(&self.out);
        self.tell_sent("department-presence", sent, ui);
    }

    pub(super) fn send_again(&mut self, antenna: &Party, number: u64, ui: &mut Ui) {
        match self.department.send_again(antenna, number, &self.out) {
            Ok(path) => {
                self.reload(ui);
                let facts = [("path", Fact::from(path.display().to_string()))];
                ui.say(ui.catalog.text_with("exchange-written-again", &facts), Role::Ok);
            }
            Err(fault) => self.refuse(&fault, ui),
        }
    }

    /// Says what was sealed, or why it was not.
    pub(super) fn tell_sent(&mut self, id: &str, sent: Result<Vec<PathBuf>, AppError>, ui: &mut Ui) {
        self.reload(ui);
        match sent {
            Ok(files) if files.is_empty() => {
                ui.say(ui.catalog.text("department-nobody-to-send-to").into_owned(), Role::Warning);
            }
            Ok(files) => self.tell_written(id, &files, ui),
            Err(fault) => self.refuse(&fault, ui),
        }
    }
}
