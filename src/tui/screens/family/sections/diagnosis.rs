//! The latest diagnosis, theme by theme, beside the version before it.

use super::{Dossier, first_line};
use crate::base::locale::Fact;
use crate::domain::diagnosis::Weight;
use crate::tui::screens::family::Target;
use crate::tui::screens::family::lines::Writer;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::Object;

pub(super) fn latest(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let Some(last) = dossier.record.diagnosis_on(dossier.today) else { return };
    let before = dossier.record.diagnosis_before(last);
    writer.heading("family-diagnosis");
    let catalog = writer.catalog;
    let target = Some(Target::Mark(Object::Diagnosis(last.id)));
    let versions = i64::try_from(dossier.record.diagnoses.len()).unwrap_or(i64::MAX);
    let mut facts = vec![("date", Fact::Date(last.date)), ("versions", Fact::Number(versions))];
    facts.extend(before.map(|before| ("before", Fact::Date(before.date))));
    let id = if before.is_some() { "family-diagnosis-since" } else { "family-diagnosis-first" };
    writer.text(0, &catalog.text_with(id, &facts), Role::Muted, target);
    let mut changes = last.beside(before);
    changes.sort_by_key(|change| std::cmp::Reverse(change.now.map(|now| now.priority)));
    for change in changes {
        let Some(theme) = change.now.or(change.before) else { continue };
        let (sign, role) = match (before, change.weight()) {
            (None, _) => ("", Role::Text),
            (Some(_), weight @ (Weight::Gone | Weight::Lighter)) => (weight.sign(), Role::Ok),
            (Some(_), weight @ (Weight::New | Weight::Heavier)) => (weight.sign(), Role::Warning),
            (Some(_), weight @ Weight::Same) => (weight.sign(), Role::Muted),
        };
        let mut line = last.title(theme, catalog, dossier.antenna);
        if change.now.is_none() {
            line = format!("{line} · {}", catalog.text("diagnosis-theme-gone"));
        }
        let obstacle = (dossier.mask)(first_line(&theme.obstacles));
        if change.now.is_some() && !obstacle.is_empty() {
            line = format!("{line} · {obstacle}");
        }
        writer.row(target, &[(0, sign, role), (2, &line, Role::Text)]);
    }
}
