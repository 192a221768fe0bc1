//! What retention and the access journal ask of the desk.

use std::sync::Arc;

use super::AppDesk;
use crate::app::{AccessKind, Printout, PublishedSupport, Support, SupportStanding};
use crate::base::id::FamilyId;
use crate::base::locale::Fact;
use crate::tui::places::{Place, Reaction};
use crate::tui::theme::Role;
use crate::tui::ui::Ui;
use crate::tui::widgets::popup::{Answer, Confirm, Popup};

/// Accesses of the journal that the screen takes.
const MOST: usize = 500;

impl AppDesk {
    pub(super) fn load_retention(&mut self, ui: &mut Ui) {
        match self.app.retention() {
            Ok(retention) => ui.screens.retention.take(retention, Arc::clone(self.app.antenna()), self.app.today()),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn load_accesses(&mut self, ui: &mut Ui) {
        let kept = self.app.keep_accesses();
        match kept.and_then(|()| self.app.accesses(None, MOST)) {
            Ok(lines) => ui.screens.accesses.take(lines, Arc::clone(self.app.antenna()), self.app.today()),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn read_file(&mut self, family: FamilyId, ui: &mut Ui) {
        match self.app.sheet(family, &ui.catalog) {
            Ok(text) => {
                self.app.note_access(AccessKind::Opening, Some(family));
                let title = ui.catalog.text("retention-archived-file").into_owned();
                ui.answer(Reaction::Popup(Popup::personal(title, text)));
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn search_everywhere(&mut self, ui: &mut Ui) {
        match self.app.search_everywhere(ui.screens.search.words()) {
            Ok(found) => {
                if !found.is_empty() {
                    self.app.note_access(AccessKind::Search, None);
                }
                ui.screens.search.take(found);
            }
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn ask_to_print(&mut self, family: FamilyId, ui: &mut Ui) {
        let text = |id: &str| ui.catalog.text(id).into_owned();
        let mut answers = vec![
            (Answer::Stay, text("print-no")),
            (Answer::Print(family, Printout::Whole), text("print-whole")),
            (Answer::Print(family, Printout::Everything), text("print-everything")),
        ];
        match self.app.supports() {
            Ok(published) => answers.extend(in_force(published).map(|support| {
                let facts = [("title", Fact::from(support.title.as_str())), ("version", Fact::from(support.version))];
                let label = ui.catalog.text_with("print-support", &facts);
                (Answer::FillSupport(family, support), label)
            })),
            Err(fault) => return self.refuse(fault, ui),
        }
        let facts = [("folder", Fact::from(self.out.display().to_string()))];
        let question = Confirm::new(text("print-title"), ui.catalog.text_with("print-text", &facts), answers);
        ui.answer(Reaction::Confirm(question));
    }

    pub(super) fn print(&mut self, family: FamilyId, which: Printout, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        match self.app.print(family, which, &self.out, &catalog) {
            Ok(path) => {
                let facts = [("path", Fact::from(path.display().to_string()))];
                let said = catalog.text_with("print-written", &facts);
                let text = match which {
                    Printout::Whole => said,
                    Printout::Everything => format!("{said}\n\n{}", catalog.text("printout-read-again")),
                };
                ui.open_popup(catalog.text("print-title").into_owned(), text);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn fill_support(&mut self, family: FamilyId, support: &Support, ui: &mut Ui) {
        if self.is_receiving(ui) {
            return;
        }
        let catalog = Arc::clone(&ui.catalog);
        match self.app.fill_support(family, support, &self.out, &catalog) {
            Ok(path) => {
                self.reload(Some(family), ui);
                let facts = [("path", Fact::from(path.display().to_string()))];
                let text = catalog.text_with("print-support-written", &facts);
                ui.open_popup(catalog.text("print-title").into_owned(), text);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    /// A file is open once the focus is in it, or a form of it: the cursor that passes over its name in a list opens nothing.
    pub(super) fn note_opening(&mut self, ui: &Ui) {
        let inside = matches!(ui.place, Place::Detail | Place::Timeline | Place::History) || ui.draft_key().is_some();
        let family = ui.screens.family(ui.place).filter(|_| inside);
        if let Some(family) = family.filter(|family| self.opened != Some(*family)) {
            self.opened = Some(family);
            self.app.note_access(AccessKind::Opening, Some(family));
        }
    }

    /// Says what an erasure has destroyed, or what it waits for.
    pub(super) fn tell_erasure(&mut self, ordered: bool, ui: &mut Ui) {
        match (ordered, self.app.is_erasing()) {
            (true, false) => {
                let (title, text) = (ui.catalog.text("erasure-done"), ui.catalog.text("erasure-done-text"));
                let (title, text) = (title.into_owned(), text.into_owned());
                ui.open_popup(title, text);
            }
            (true, true) => ui.say(ui.catalog.text("erasure-waits").into_owned(), Role::Warning),
            (false, _) => {}
        }
    }
}

/// The version of each support that is in force.
fn in_force(published: Vec<PublishedSupport>) -> impl Iterator<Item = Support> {
    let versions = published.into_iter().flat_map(|support| support.versions);
    versions.filter(|(_, standing)| *standing == SupportStanding::InForce).map(|(support, _)| support)
}
