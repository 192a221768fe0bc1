//! What the inbox asks of the desk: what came, what waits in the folder, files taken in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{AppDesk, WithIndex};
use crate::app::{AppError, Came, ListView, Sort, TakenIn, read_file};
use crate::tui::folders;
use crate::tui::places::inbox::{Inbox, Proposal, Read, content};
use crate::tui::places::{Reaction, arrivals};
use crate::tui::ui::Ui;
use crate::tui::widgets::popup::Popup;

impl AppDesk {
    pub(super) fn load_inbox(&mut self, ui: &mut Ui) {
        match self.inbox() {
            Ok(read) => ui.screens.inbox.take(&read, &ui.catalog),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    fn inbox(&mut self) -> Result<Read, AppError> {
        let is_enrolled = self.app.enrolled_department()?.is_some();
        let arrivals = if is_enrolled { self.app.arrivals(&self.out.clone())? } else { Default::default() };
        let (proposals, has_more) = self.proposals()?;
        Ok(Read { stands: self.app.inbox()?, is_enrolled, arrivals, proposals, has_more, folder: self.out.clone() })
    }

    /// The orientations that wait for an answer, whoever entered them; and whether there are more.
    fn proposals(&self) -> Result<(Vec<Proposal>, bool), AppError> {
        let rows = self.app.first_rows(ListView::Oriented, Sort::Name, Inbox::MOST + 1)?;
        let has_more = rows.len() > Inbox::MOST;
        let mut proposals = Vec::new();
        for row in rows.into_iter().take(Inbox::MOST) {
            let record = self.app.family(row.id)?;
            let Some(sent) = record.as_ref().and_then(|record| record.pending_orientation()) else { continue };
            let center = self.app.antenna().center(&sent.center).map(|center| center.name.clone());
            proposals.push(Proposal {
                family: row.id,
                name: row.name,
                center: center.unwrap_or_else(|| sent.center.to_string()),
                date: sent.date,
                // Without a convention nobody is included, and there is nothing to check by.
                checks: self.app.inclusion_checks(row.id, self.app.today()).unwrap_or_default(),
            });
        }
        // What nothing stands against comes first: it is answered by one key.
        proposals.sort_by_key(|proposal| proposal.checks.iter().any(|check| !check.passed));
        Ok((proposals, has_more))
    }

    /// Takes in files, in the order given; one that is refused does not keep the next from being looked at.
    pub(super) fn take_in(&mut self, files: &[PathBuf], ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        let (mut told, mut is_any_taken, mut applied) = (Vec::new(), false, BTreeSet::new());
        for path in files {
            let taken = read_file(path).and_then(|bytes| self.app.take_in(&bytes));
            is_any_taken |= taken.is_ok();
            match &taken {
                Ok(TakenIn::Applied(bundles)) => {
                    applied.extend(bundles.iter().map(|bundle| bundle.sequence));
                    told.extend(
                        bundles.iter().flat_map(|bundle| content::told_of_applied(&mut self.app, bundle, &catalog)),
                    );
                }
                // It waited for one of these, and was told of with it.
                Ok(TakenIn::AlreadyReceived { sequence }) if applied.contains(sequence) => {}
                taken => told.extend(arrivals::told(path, taken, &catalog)),
            }
        }
        self.take_again(ui);
        ui.answer(Reaction::Popup(arrivals::became(is_any_taken, &told, &catalog)));
    }

    pub(super) fn read_came(&mut self, came: &Came, ui: &mut Ui) {
        match self.app.brought(came) {
            Ok(brought) => {
                let title = content::came_title(came, &ui.catalog);
                let text = content::told(came, &brought, self.app.antenna(), &ui.catalog);
                ui.answer(Reaction::Popup(Popup::personal(title, text)));
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    pub(super) fn load_supports(&mut self, ui: &mut Ui) {
        match self.app.supports() {
            Ok(published) => ui.screens.supports.take(&published, &ui.catalog),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    pub(super) fn browse_arrivals(&mut self, folder: &Path, ui: &mut Ui) {
        ui.open_picker(folders::arrivals_in(folder, &ui.catalog));
    }

    /// Shows again what files that were taken in may have changed: the antenna, every family, the lists.
    fn take_again(&mut self, ui: &mut Ui) {
        (self.shown, self.ahead, self.asked) = (None, None, None);
        self.load_caseload(ui);
        self.read_beside(WithIndex::Yes);
        if let Some(request) = ui.screens.reload(ui.place) {
            ui.request(request);
        }
    }
}
