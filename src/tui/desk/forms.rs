//! Opens the form of an act with what the record and a draft already answer, and offers the forms left unfinished.

use std::sync::Arc;

use chrono::Local;

use super::AppDesk;
use crate::app::AppError;
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::deadline::About;
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::acts::{self, Followed, FormScene};
use crate::tui::ui::Ui;
use crate::tui::widgets::form::{Form, of_draft_key};
use crate::tui::widgets::picker::{Option as Listed, Picker, Purpose};

impl AppDesk {
    /// Opens the form of an act, with its draft when there is one.
    pub(super) fn open_form(&mut self, act: ActKind, family: Option<FamilyId>, about: Option<About>, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        match self.form(act, family, about, &catalog) {
            Ok(Ok(mut form)) => {
                let key = form.draft_key();
                let drafts = self.app.drafts().unwrap_or_default();
                if let Some(draft) = drafts.into_iter().find(|draft| draft.key == key) {
                    form.resume(&draft.body);
                }
                ui.open_form(form);
            }
            Ok(Err(refusal)) => ui.refused(ui.fault(&refusal)),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    /// Offers the forms left unfinished, the latest first: those whose act can still be carried out.
    pub(super) fn offer_drafts(&self, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        let drafts = self.app.drafts().unwrap_or_default();
        let line = |draft: &crate::app::FormDraft| {
            let (family, act) = of_draft_key(&draft.key)?;
            let mut form = self.form(act, family, None, &catalog).ok()?.ok()?;
            form.resume(&draft.body);
            let saved = draft.saved_at.with_timezone(&Local);
            let when = format!("{} {}", catalog.date(saved.date_naive()), saved.format("%H:%M"));
            let name = if family.is_some() { form.subject } else { form.typed_in("surname") };
            Some(Listed::named(draft.key.as_str(), format!("{when} · {}", catalog.text(act.id())), name))
        };
        let lines: Vec<_> = drafts.iter().filter_map(line).collect();
        if !lines.is_empty() {
            ui.open_picker(Picker::new(catalog.text("drafts-title"), Purpose::Draft, lines));
        }
    }

    /// The form of an act, filled from the record; else why there is none.
    fn form(
        &self,
        act: ActKind,
        family: Option<FamilyId>,
        about: Option<About>,
        catalog: &Catalog,
    ) -> Result<Result<Form, Refusal>, AppError> {
        let record = family.map(|family| self.app.family(family)).transpose()?.flatten();
        let today = self.app.today();
        let checks = match (act, family) {
            // Without an orientation to answer there are no checks: the form says so itself.
            (ActKind::IncludeFamily, Some(family)) => self.app.inclusion_checks(family, today).unwrap_or_default(),
            _ => Vec::new(),
        };
        let followed = match act {
            ActKind::RecordReferentLeaving => self.app.followed()?,
            _needs_no_count => Followed::new(),
        };
        let scene = FormScene {
            today,
            author: self.app.author(),
            antenna: &self.antenna,
            record: record.as_ref(),
            checks: &checks,
            followed: &followed,
            catalog,
            about,
        };
        let name = record.as_ref().map(|record| record.display_name());
        Ok(acts::form(act, &scene).map(|form| match name {
            Some(name) if form.family.is_some() => form.about(name),
            Some(_) | None => form,
        }))
    }
}
