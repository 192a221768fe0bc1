//! What the streams and the inbox ask of the Département's desk.

use std::path::{Path, PathBuf};

use super::{ARRIVALS, DepartmentDesk};
use crate::app::department::Party;
use crate::app::{AppError, TakenIn, read_file};
use crate::base::locale::{Catalog, Fact};
use crate::tui::folders;
use crate::tui::places::department::inbox::{Fate, LookedAt};
use crate::tui::places::department::streams::Kept;
use crate::tui::places::{Place, Room};
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
            Ok((refused, kept.collect()))
        });
        match read {
            Ok((refused, sealed)) => ui.screens.rooms.streams.take_one(antenna, refused, sealed, &ui.catalog),
            Err(fault) => ui.complain(&fault),
        }
    }

    pub(super) fn load_inbox(&mut self, ui: &mut Ui) {
        match self.department.inbox() {
            Ok(came) => ui.screens.rooms.inbox.take(&came, &ui.catalog),
            Err(fault) => ui.complain(&fault),
        }
    }

    pub(super) fn browse_bundles(&mut self, folder: Option<PathBuf>, ui: &mut Ui) {
        let folder = folder.unwrap_or_else(|| self.arrivals());
        ui.open_picker(folders::bundles(&folder, &ui.catalog));
    }

    /// Where files came from last, or where they arrive.
    pub(super) fn arrivals(&self) -> PathBuf {
        let kept = self.department.app().setting(ARRIVALS).ok().flatten().map(PathBuf::from);
        kept.filter(|folder| folder.is_dir()).or_else(folders::arrivals).unwrap_or_else(|| self.out.clone())
    }

    /// Remembers where a file came from.
    pub(super) fn came_from(&mut self, folder: Option<&Path>) {
        if let Some(folder) = folder.and_then(Path::to_str) {
            // A preference that could not be kept is chosen again the next time.
            let _ = self.department.app_mut().keep_setting(ARRIVALS, folder);
        }
    }

    /// Takes in a bundle, or every one of a folder in the order of their numbers, and answers each at once.
    pub(super) fn take_in(&mut self, path: &Path, ui: &mut Ui) {
        let is_folder = path.is_dir();
        self.came_from(if is_folder { Some(path) } else { path.parent() });
        let files = if is_folder { folders::bundles_in(path) } else { vec![path.to_owned()] };
        let looked_at = files.iter().map(|file| self.look_at(file, &ui.catalog)).collect();
        ui.screens.rooms.inbox.look_at(looked_at);
        let answered = self.department.answer(&self.out);
        ui.place = Place::Room(Room::Inbox);
        self.reload(ui);
        match answered {
            Ok(files) if files.is_empty() => {}
            Ok(files) => self.tell_written("arrivals-answered", &files, ui),
            Err(fault) => self.refuse(&fault, ui),
        }
    }

    fn look_at(&mut self, path: &Path, catalog: &Catalog) -> LookedAt {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let taken = read_file(path).and_then(|bytes| self.department.take_in(&bytes));
        let (fate, told) = match taken {
            Ok(taken) => (fate(&taken), taken.told(catalog)),
            Err(fault) => {
                let explained = fault.explain(catalog);
                (Fate::Refused, std::iter::once(explained.text).chain(explained.hint).collect())
            }
        };
        LookedAt { file, fate, told }
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

fn fate(taken: &TakenIn) -> Fate {
    match taken {
        TakenIn::Applied(_) => Fate::Applied,
        TakenIn::AlreadyReceived { .. } => Fate::Known,
        TakenIn::Waits { .. } => Fate::Waits,
    }
}
