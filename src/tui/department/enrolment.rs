//! What enrolling asks of the Département's desk: cards written and read, words compared, keys revoked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::DepartmentDesk;
use crate::app::department::{DepartmentAct, Enrolled, Party, Revocation};
use crate::app::{AppError, read_file};
use crate::base::id::PartyId;
use crate::base::locale::Fact;
use crate::tui::drafts;
use crate::tui::folders;
use crate::tui::places::enrolment::numbered;
use crate::tui::places::{Place, Reaction, Room};
use crate::tui::ui::Ui;
use crate::tui::widgets::field::Fault;
use crate::tui::widgets::popup::{Answer, Confirm};
use crate::tui::widgets::word_entry::Heard;

impl DepartmentDesk {
    pub(super) fn give_card(&mut self, ui: &mut Ui) {
        match self.department.give_card(&self.out) {
            Ok(given) => {
                let facts = [
                    ("path", Fact::from(given.path.display().to_string())),
                    ("words", Fact::Text(numbered(&given.words))),
                ];
                let title = ui.catalog.text("department-card-title").into_owned();
                let text = ui.catalog.text_with("department-card-text", &facts);
                ui.open_popup(title, text);
            }
            Err(fault) => self.refuse(&fault, ui),
        }
    }

    pub(super) fn browse_cards(&mut self, folder: Option<PathBuf>, ui: &mut Ui) {
        let folder = folder.unwrap_or_else(|| self.arrivals());
        ui.open_picker(folders::cards(&folder, &ui.catalog));
    }

    /// Asks for the words of a card, once it is one that can be accepted.
    pub(super) fn read_card(&mut self, path: PathBuf, ui: &mut Ui) {
        self.came_from(path.parent());
        let read = |bytes: Vec<u8>| Ok((self.department.read_card(&bytes)?, self.department.replaces_keys(&bytes)?));
        match read_file(&path).and_then(read) {
            Ok((party, replaces)) => {
                drafts::ask_for_words_of_card(self.department.app(), path, &party, replaces, ui);
            }
            Err(fault) => self.refuse(&fault, ui),
        }
    }

    /// Compares the words that were typed with those of the card, and enrols the antenna where they are.
    pub(super) fn compare(&mut self, heard: &Heard, typed: &str, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        // The receipts of its own bundles come as files.
        let Heard::Card(path) = heard else { return };
        match self.enrol(path, typed) {
            Ok(enrolled) => {
                if let Some((key, body)) = ui.words_told() {
                    // What was typed is accepted; a draft that stays harms nobody.
                    let _ = self.department.app_mut().drop_draft(&key, &body);
                }
                ui.place = Place::Room(Room::Streams);
                self.reload(ui);
                self.tell_written("department-enrolled", &enrolled.files, ui);
            }
            Err(fault) => {
                let explained = fault.explain(&catalog);
                let (text, hint) = (explained.text, explained.hint.unwrap_or_default());
                if !ui.words_refused(Fault { text, hint, ..Fault::default() }) {
                    self.refuse(&fault, ui);
                }
            }
        }
    }

    fn enrol(&mut self, card: &Path, typed: &str) -> Result<Enrolled, AppError> {
        self.department.enrol(&read_file(card)?, typed, &self.out)
    }

    /// Asks before what cannot be taken back; a refusal comes first.
    pub(super) fn ask_to_execute(&mut self, act: DepartmentAct, ui: &mut Ui) {
        match &act {
            DepartmentAct::RevokeAntenna { antenna, reason, until } => match self.revocable(*antenna, reason, *until) {
                Ok((antenna, revocation)) => {
                    let facts = [("name", Fact::Text(antenna.name)), ("until", Fact::from(revocation.until))];
                    let text = |id: &str| ui.catalog.text(id).into_owned();
                    let answers = vec![(Answer::Stay, text("revoke-no")), (Answer::Execute(act), text("revoke-yes"))];
                    let asked = ui.catalog.text_with("revoke-text", &facts);
                    ui.answer(Reaction::Confirm(Confirm::new(text("revoke-title"), asked, answers)));
                }
                Err(fault) => self.refuse(&fault, ui),
            },
            DepartmentAct::AnswerTopic { .. } => self.execute(act, ui),
        }
    }

    fn revocable(&self, id: PartyId, reason: &str, until: Option<u64>) -> Result<(Party, Revocation), AppError> {
        let antenna = self.department.antenna_of(id)?;
        let revocation = self.department.revocable(&antenna, reason, until)?;
        Ok((antenna, revocation))
    }

    /// Carries out the act of the form on top, and says what is to be handed over.
    pub(super) fn execute(&mut self, act: DepartmentAct, ui: &mut Ui) {
        let title = match &act {
            DepartmentAct::RevokeAntenna { .. } => "department-revoked",
            DepartmentAct::AnswerTopic { .. } => "publications-sent",
        };
        match self.department.execute(act, &self.out) {
            Ok(files) => {
                if let Some((key, body)) = ui.draft() {
                    // The act is safe; a draft that stays is offered again and harms nobody.
                    let _ = self.department.app_mut().drop_draft(&key, &body);
                }
                ui.accepted(ui.catalog.text(title).into_owned());
                self.reload(ui);
                if !files.is_empty() {
                    self.tell_written(title, &files, ui);
                }
            }
            Err(fault) => self.refuse(&fault, ui),
        }
    }
}
