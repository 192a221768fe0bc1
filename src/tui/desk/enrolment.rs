//! What the enrolment asks of the desk: cards written and read, words compared.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::AppDesk;
use crate::app::{AppError, read_file};
use crate::base::locale::{Catalog, Fact};
use crate::tui::drafts;
use crate::tui::folders;
use crate::tui::places::enrolment::{Read, numbered};
use crate::tui::ui::Ui;
use crate::tui::widgets::field::Fault;
use crate::tui::widgets::word_entry::Heard;

impl AppDesk {
    pub(super) fn load_enrolment(&mut self, ui: &mut Ui) {
        match self.app.enrolment() {
            Ok(stands) => {
                let read = Read { stands, cards: self.cards(), folder: self.out.clone() };
                ui.screens.enrolment.take(&read, &ui.catalog);
            }
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn give_card(&mut self, ui: &mut Ui) {
        match self.app.give_card(&self.out) {
            Ok(given) => {
                self.load_enrolment(ui);
                let facts = [
                    ("path", Fact::from(given.path.display().to_string())),
                    ("words", Fact::Text(numbered(&given.words))),
                ];
                let title = ui.catalog.text("enrolment-given-title").into_owned();
                ui.open_popup(title, ui.catalog.text_with("enrolment-given", &facts));
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    /// Makes new keys, and says what is to be handed over again.
    pub(super) fn renew_keys(&mut self, ui: &mut Ui) {
        match self.app.renew_keys(&self.out) {
            Ok(renewed) => {
                self.load_enrolment(ui);
                let facts = [
                    ("path", Fact::from(renewed.card.path.display().to_string())),
                    ("words", Fact::Text(numbered(&renewed.card.words))),
                ];
                let bundles = [("bundles", Fact::from(renewed.files.len() as u64))];
                let told = ui.catalog.text_with("enrolment-renewed", &bundles);
                let given = ui.catalog.text_with("enrolment-given", &facts);
                let title = ui.catalog.text("enrolment-renewed-title").into_owned();
                ui.open_popup(title, format!("{told}\n\n{given}"));
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn browse_cards(&mut self, folder: Option<PathBuf>, ui: &mut Ui) {
        let folder = folder.unwrap_or_else(|| self.out.clone());
        ui.open_picker(folders::cards(&folder, &ui.catalog));
    }

    /// Asks for the words of a card, once it is one that can be accepted.
    pub(super) fn read_card(&mut self, path: PathBuf, ui: &mut Ui) {
        match read_file(&path).and_then(|bytes| self.app.read_card(&bytes)) {
            Ok(party) => drafts::ask_for_words_of_card(&self.app, path, &party, false, ui),
            Err(fault) => self.refuse(fault, ui),
        }
    }

    /// Compares the words that were typed with those of what they are of.
    pub(super) fn compare(&mut self, heard: &Heard, typed: &str, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        let told = match heard {
            Heard::Card(path) => self.enrol(path, typed, &catalog),
            Heard::Receipt(sequence) => self.confirm_receipt(*sequence, typed, &catalog),
        };
        match told {
            Ok((title, text)) => {
                if let Some((key, body)) = ui.words_told() {
                    // What was typed is accepted; a draft that stays harms nobody.
                    let _ = self.app.drop_draft(&key, &body);
                }
                if let Some(request) = ui.screens.reload(ui.place) {
                    ui.request(request);
                }
                ui.open_popup(title, text);
            }
            Err(fault) => {
                let explained = fault.explain(&catalog);
                let (text, hint) = (explained.text, explained.hint.unwrap_or_default());
                if !ui.words_refused(Fault { text, hint, ..Fault::default() }) {
                    self.refuse(fault, ui);
                }
            }
        }
    }

    /// Enrols the Département of a card; what is said of it.
    fn enrol(&mut self, card: &Path, typed: &str, catalog: &Catalog) -> Result<(String, String), AppError> {
        let party = self.app.enrol_department(&read_file(card)?, typed)?;
        let facts = [("name", Fact::from(party.name.as_str()))];
        let title = catalog.text("enrolment-done-title").into_owned();
        Ok((title, catalog.text_with("enrolment-done-text", &facts)))
    }

    /// The cards that lie where bundles are written and could be accepted, each with the name that it gives.
    fn cards(&self) -> Vec<(PathBuf, String)> {
        let entries = fs::read_dir(&self.out).into_iter().flatten().flatten().map(|entry| entry.path());
        let card = |path: PathBuf| {
            let bytes = read_file(&path).ok()?;
            let party = self.app.read_card(&bytes).ok()?;
            Some((path, party.name))
        };
        let mut cards: Vec<_> = entries.filter(|path| folders::is_card(path)).filter_map(card).collect();
        cards.sort();
        cards
    }
}
