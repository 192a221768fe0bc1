//! What the screen of lists of orientations asks of the desk.

use std::any::Any;
use std::path::PathBuf;
use std::slice;
use std::sync::Arc;
use std::thread;

use super::{AppDesk, WithIndex};
use crate::app::orientations::{self, Column, Direction, ListFault, OrientationList, Received};
use crate::app::{AppError, search_row};
use crate::base::id::{CenterCode, FamilyId};
use crate::base::locale::Fact;
use crate::tui::folders;
use crate::tui::input::{Background, Input};
use crate::tui::places::lists;
use crate::tui::theme::Role;
use crate::tui::ui::Ui;

/// How often the screen hears how far a long list is.
const STEPS: usize = 20;

/// How far a list is that is received beside the screen.
pub(super) enum Receiving {
    /// So many lines are ready; none is committed before all are.
    Underway { ready: usize, of: usize },
    /// The list as it was judged again, and what was received of it.
    Ended { list: Box<OrientationList>, received: Result<Received, AppError> },
}

impl std::fmt::Debug for Receiving {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Underway { .. } => "Underway",
            Self::Ended { .. } => "Ended",
        })
    }
}

impl Background for Receiving {
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

/// Writes what is refused of the list that is open, beside it, for who sent it.
///
/// # Errors
/// The directory's.
pub(in crate::tui) fn report(ui: &mut Ui) -> Result<(), AppError> {
    let Some((list, path)) = ui.screens.lists.open() else { return Ok(()) };
    if list.refused().next().is_none() {
        ui.say(ui.catalog.text("lists-nothing-refused").into_owned(), Role::Ok);
        return Ok(());
    }
    let path = list.write_report_beside(path, &ui.catalog)?;
    let facts = [("path", Fact::from(path.display().to_string()))];
    let text = ui.catalog.text_with("lists-report-written", &facts);
    ui.open_popup(ui.catalog.text("lists-report-title").into_owned(), text);
    Ok(())
}

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
            && let Some(question) = lists::ask_sender(&path, self.app.antenna(), &ui.catalog)
        {
            return ui.open_picker(question);
        }
        let read = read.map_err(Into::into);
        let judged = read.and_then(|mut list| self.app.judge(slice::from_mut(&mut list)).map(|()| list));
        match judged {
            Ok(list) => ui.screens.lists.take(path, list, Direction::Received, Arc::clone(self.app.antenna())),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    /// Receives the chosen lines: at once while they are few, else beside the screen, which tells how far it is.
    pub(super) fn receive_list(&mut self, ui: &mut Ui) {
        if self.is_receiving(ui) {
            return;
        }
        let Some((list, _)) = ui.screens.lists.open() else { return };
        let count = list.lines.iter().filter(|line| line.is_chosen).count();
        if count <= self.counter.most_at_once() || !self.receive_beside(list.clone(), count) {
            let Some(list) = ui.screens.lists.open_mut() else { return };
            let received = self.app.receive(slice::from_mut(list));
            return self.take_received(received, ui);
        }
        self.tell_progress(0, count, ui);
    }

    /// Whether a list is being received: then nothing else is recorded, and the sentence says so.
    pub(super) fn is_receiving(&self, ui: &mut Ui) -> bool {
        if self.receiving.is_some() {
            ui.say(ui.catalog.text("lists-still-receiving").into_owned(), Role::Warning);
        }
        self.receiving.is_some()
    }

    /// Waits until the list that is being received is written: before the program ends, or what was typed is kept.
    pub(super) fn await_list(&mut self) {
        if let Some(thread) = self.receiving.take() {
            // A panic on the thread has rolled everything back.
            let _ = thread.join();
        }
    }

    pub(super) fn take_receiving(&mut self, receiving: Receiving, ui: &mut Ui) {
        match receiving {
            Receiving::Underway { ready, of } => self.tell_progress(ready, of, ui),
            Receiving::Ended { list, received } => {
                self.await_list();
                ui.screens.lists.take_back(*list);
                self.take_received(received, ui);
            }
        }
    }

    /// Starts a thread that receives the list; `false` without one.
    fn receive_beside(&mut self, mut list: OrientationList, count: usize) -> bool {
        let (second, doorbell) = (self.app.second(), self.doorbell.clone());
        let send = move |receiving: Receiving| drop(doorbell.send(Input::Background(Box::new(receiving))));
        let work = move || {
            let told = |ready: usize| {
                if ready * STEPS / count != ready.saturating_sub(1) * STEPS / count {
                    send(Receiving::Underway { ready, of: count });
                }
            };
            let received = second.open().and_then(|mut app| app.receive_telling(slice::from_mut(&mut list), told));
            send(Receiving::Ended { list: Box::new(list), received });
        };
        self.receiving = thread::Builder::new().name("list".into()).spawn(work).ok();
        self.receiving.is_some()
    }

    fn tell_progress(&self, ready: usize, of: usize, ui: &mut Ui) {
        let facts = [("ready", Fact::from(ready as u64)), ("count", Fact::from(of as u64))];
        ui.say(ui.catalog.text_with("lists-receiving", &facts), Role::Today);
    }

    fn take_received(&mut self, received: Result<Received, AppError>, ui: &mut Ui) {
        match received {
            Ok(received) => {
                let count = Fact::from(received.families.len() as u64);
                ui.say(ui.catalog.text_with("lists-received", &[("count", count)]), Role::Ok);
                self.reload_all(&received.families, ui);
            }
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn report_list(&mut self, ui: &mut Ui) {
        if let Err(fault) = report(ui) {
            self.refuse(fault, ui);
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
        // The thread that received them is no other process.
        self.seen = self.app.content_version().ok();
        self.load_caseload(ui);
        self.read_beside(WithIndex::No);
    }
}
