//! Opens the form of an act with what the record and a draft already answer, and offers the forms left unfinished.

use std::sync::Arc;

use serde_json::json;

use super::AppDesk;
use crate::app::AppError;
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::convention::{self, Convention};
use crate::domain::deadline::About;
use crate::domain::refusal::Refusal;
use crate::tui::action::{ActKind, Action};
use crate::tui::acts::{self, Becomes, Followed, FormScene, Part};
use crate::tui::drafts;
use crate::tui::keymap::{self, Context};
use crate::tui::ui::Ui;
use crate::tui::widgets::form::{Form, key_of};

impl AppDesk {
    /// Opens the form of an act, with its draft when there is one.
    pub(super) fn open_form(&mut self, act: ActKind, family: Option<FamilyId>, about: Option<About>, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        match self.form(act, family, about, &catalog) {
            Ok(Ok(mut form)) => {
                drafts::resume(&self.app, &mut form);
                ui.open_form(form);
            }
            Ok(Err(Refusal::FamilyUnknown {})) if family.is_none() => ui.say_no_family(),
            Ok(Err(refusal)) => ui.refused(ui.fault(&refusal)),
            Err(fault) => self.complain(&fault, ui),
        }
    }

    /// The avenant's form as it was left, with what was prepared of its version.
    pub(super) fn avenant(&self, catalog: &Catalog) -> Option<Form> {
        let mut form = self.form(ActKind::AdoptConvention, None, None, catalog).ok()?.ok()?;
        drafts::resume(&self.app, &mut form);
        Some(form)
    }

    /// Opens the form of an entry of the convention, or takes the entry away: in the version being prepared (art. 9).
    pub(super) fn open_part(&mut self, part: Part, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        let Some(version) = self.avenant(&catalog).and_then(|form| form.version()) else {
            return ui.refused(ui.fault(&Refusal::ConventionMissing {}));
        };
        let mut whole = json!({ "convention": version });
        if let Becomes::Removed(_) = part.becomes {
            part.lay(&mut whole, Vec::new());
            let left = whole.get("convention").and_then(|left| serde_json::from_value(left.clone()).ok());
            return left.map_or((), |left| self.prepare(&left, ui));
        }
        let scene = FormScene {
            today: self.app.today(),
            author: self.app.author(),
            antenna: self.app.antenna(),
            record: None,
            checks: &[],
            followed: &Followed::new(),
            catalog: &catalog,
            about: None,
        };
        ui.open_form(part.form(&scene, &version));
    }

    /// Keeps the version being prepared in the avenant's draft, once it could be adopted as it is.
    pub(super) fn prepare(&mut self, convention: &Convention, ui: &mut Ui) {
        let catalog = Arc::clone(&ui.catalog);
        let Some(form) = self.avenant(&catalog) else { return };
        if let Err(refusal) = convention::check(convention) {
            return ui.refused(ui.fault(&refusal));
        }
        let changed = form.version_before().map_or(0, |before| convention::changes(&before, convention).len());
        if let Err(fault) = self.app.save_draft(&key_of(ActKind::AdoptConvention), &form.draft_with(convention)) {
            return self.complain(&fault, ui);
        }
        let key = keymap::named(Context::Leader, Action::Act(ActKind::AdoptConvention), &catalog);
        let facts = [("count", Fact::from(changed as u64)), ("key", Fact::from(key))];
        ui.accepted(catalog.text_with("settings-prepared-said", &facts));
        self.load_settings(ui);
    }

    /// Offers the forms left unfinished.
    pub(super) fn offer_drafts(&self, ui: &mut Ui) {
        drafts::offer(&self.app, ui, |family, act, draft, catalog| {
            let mut form = self.form(act, family, None, catalog).ok()?.ok()?;
            form.resume(&draft.body);
            Some(if family.is_some() { form.subject } else { form.typed_in("surname") })
        });
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
            antenna: self.app.antenna(),
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
