//! What the exchange asks of the desk: what leaves, bundles sealed and sealed before, families refused, receipts on the telephone.

use std::path::PathBuf;
use std::sync::Arc;

use super::{AppDesk, FOLDER, WithIndex};
use crate::app::{AccessKind, AppError, Sealed, SlipOf, words};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::tui::drafts;
use crate::tui::places::exchange::{Exchange, Kept, Read, Refused};
use crate::tui::theme::Role;
use crate::tui::ui::Ui;
use crate::tui::widgets::word_entry::{Heard, WordEntry};

impl AppDesk {
    pub(super) fn preview(&mut self, ui: &mut Ui) {
        let preview = match self.app.preview_export() {
            Ok(preview) => Some(preview),
            Err(AppError::Refused(_)) => None,
            Err(fault) => return self.complain(&fault, ui),
        };
        match self.app.outbox() {
            Ok(outbox) => {
                let kept = |sealed: Sealed| Kept {
                    is_in_folder: self.out.join(&sealed.file_name).is_file(),
                    // The line says how many; whose they are is read again when it can be.
                    refused: self.app.refused_of(&sealed).unwrap_or_default(),
                    sealed,
                };
                let kept: Vec<_> = outbox.into_iter().map(kept).collect();
                match self.refused_families() {
                    Ok(refused) => {
                        let is_enrolled = self.app.enrolled_department().is_ok_and(|known| known.is_some());
                        let read = Read { preview, kept, refused, is_enrolled, folder: self.out.clone() };
                        ui.screens.exchange.take(read);
                    }
                    Err(fault) => self.complain(&fault, ui),
                }
            }
            Err(fault) => self.complain(&fault, ui),
        }
    }

    /// Seals what was asked about; what another window recorded meanwhile is shown and asked about first.
    pub(super) fn export(&mut self, ui: &mut Ui) {
        let asked_about = ui.screens.exchange.preview().cloned();
        self.preview(ui);
        if ui.screens.exchange.preview() != asked_about.as_ref() {
            let question = ui.screens.exchange.ask_to_seal(&ui.catalog);
            ui.answer(question);
            return ui.say(ui.catalog.text("exchange-changed-meanwhile").into_owned(), Role::Warning);
        }
        let exported = self.app.export(&self.out);
        if exported.is_ok() {
            self.app.note_access(AccessKind::Export, None);
        }
        self.preview(ui);
        match exported {
            Ok(exported) => {
                let popup = Exchange::sealed(&exported, &ui.catalog);
                ui.open_popup(popup.title, popup.text);
                self.read_beside(WithIndex::No);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn keep_folder(&mut self, folder: PathBuf, ui: &mut Ui) {
        if let Some(path) = folder.to_str() {
            // A preference that could not be kept is chosen again the next time.
            let _ = self.app.keep_setting(FOLDER, path);
        }
        self.out = folder;
        match ui.screens.reload(ui.place) {
            Some(request) => ui.request(request),
            None => self.preview(ui),
        }
    }

    pub(super) fn acknowledge(&mut self, sequence: u64, ui: &mut Ui) {
        match self.app.acknowledge(sequence) {
            Ok(()) => {
                self.preview(ui);
                self.read_beside(WithIndex::No);
                let facts = [("sequence", Fact::from(sequence))];
                ui.say(ui.catalog.text_with("exchange-received-said", &facts), Role::Ok);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn export_again(&mut self, sequence: u64, ui: &mut Ui) {
        match self.app.export_again(sequence, &self.out) {
            Ok(path) => {
                self.app.note_access(AccessKind::Export, None);
                self.preview(ui);
                let facts = [("path", Fact::from(path.display().to_string()))];
                ui.say(ui.catalog.text_with("exchange-written-again", &facts), Role::Ok);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn hand_over(&mut self, sequence: u64, ui: &mut Ui) {
        let done = self.app.hand_over(sequence);
        self.noted(done, "exchange-handed-over-said", sequence, ui);
    }

    pub(super) fn keep_here(&mut self, sequence: u64, ui: &mut Ui) {
        let done = self.app.keep_here(sequence);
        self.noted(done, "exchange-kept-here-said", sequence, ui);
    }

    /// Shows where the bundles stand now, and says what was noted of them.
    fn noted(&mut self, done: Result<(), AppError>, said: &str, sequence: u64, ui: &mut Ui) {
        match done {
            Ok(()) => {
                self.preview(ui);
                self.read_beside(WithIndex::No);
                ui.say(ui.catalog.text_with(said, &[("sequence", Fact::from(sequence))]), Role::Ok);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn send_again(&mut self, family: FamilyId, ui: &mut Ui) {
        match self.app.send_again(family) {
            Ok(()) => {
                self.preview(ui);
                ui.say(ui.catalog.text("exchange-refused-again-said").into_owned(), Role::Ok);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn write_slip(&mut self, of: SlipOf, sequence: u64, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        match self.app.write_slip(of, sequence, &self.out, &catalog) {
            Ok(path) => {
                let facts = [("path", Fact::from(path.display().to_string()))];
                let said = catalog.text_with("slip-written", &facts);
                let slip = self.app.slip(of, sequence, &catalog).unwrap_or_default();
                let title = catalog.text_with("exchange-received-title", &[("sequence", Fact::from(sequence))]);
                ui.open_popup(title, format!("{said}\n\n{slip}"));
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn ask_for_receipt_words(&mut self, sequence: u64, ui: &mut Ui) {
        let facts = [("sequence", Fact::from(sequence))];
        let title = ui.catalog.text_with("words-receipt-title", &facts);
        let text = ui.catalog.text("words-receipt-text").into_owned();
        let entry = WordEntry::new(Heard::Receipt(sequence), title, text, words::RECEIPT_WORDS);
        drafts::ask_for_words(&self.app, entry, ui);
    }

    /// Keeps that a bundle was received, by the words of its receipt; what is said of it.
    pub(super) fn confirm_receipt(
        &mut self,
        sequence: u64,
        typed: &str,
        catalog: &Catalog,
    ) -> Result<(String, String), AppError> {
        let date = self.app.confirm_by_words(sequence, typed)?;
        self.read_beside(WithIndex::No);
        let facts = [("sequence", Fact::from(sequence)), ("date", Fact::Date(date))];
        let title = catalog.text("words-receipt-done-title").into_owned();
        Ok((title, catalog.text_with("words-receipt-done", &facts)))
    }

    /// The families that the Département refused, by name.
    fn refused_families(&self) -> Result<Vec<Refused>, AppError> {
        let refused = self.app.inbox()?.refused;
        let ids: Vec<FamilyId> = refused.iter().map(|one| one.family).collect();
        let rows = self.app.rows(&ids)?;
        let name = |family| rows.iter().find(|row| row.id == family).map(|row| row.name.clone()).unwrap_or_default();
        let told = refused.into_iter().map(|one| {
            let gone_in = self.app.gone_with(one.family)?;
            Ok(Refused { name: name(one.family), refused: one, gone_in })
        });
        let mut refused: Vec<_> = told.collect::<Result<_, AppError>>()?;
        refused.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(refused)
    }
}
