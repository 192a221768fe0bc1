//! Towards work, beyond the limits of art. 5, and the effects of art. 7.

use super::{FormScene, happened, options};
use crate::domain::convention::ThemeLimit;
use crate::domain::landmark::{Addressee, Occasion};
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Choice, Field};
use crate::tui::widgets::form::Form;

pub(super) fn professional(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let kinds = scene.convention()?.professional_kinds.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code.as_str(), scene.label(&kind.label))).collect();
    of_kind(scene, kinds)
}

pub(super) fn work(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let kinds = scene.convention()?.work_kinds.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code.as_str(), scene.label(&kind.label))).collect();
    of_kind(scene, kinds)
}

/// Above the fields: why nothing else is offered on child protection.
pub(super) fn report(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    scene.in_a_stay()?;
    let addressees = options(scene, "addressee", &Addressee::ALL);
    let first = addressees.first().map(|choice| choice.value.clone()).unwrap_or_default();
    let fields = vec![
        happened(scene, "date"),
        Field::choice("addressee", addressees).value(first),
        Field::lines("comment").optional(),
    ];
    Ok(limited(scene, ActKind::ReportChildProtection, ThemeLimit::ReportOnly, fields))
}

/// Above the fields: why nothing else is offered on emergency housing.
pub(super) fn redirect(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    scene.in_a_stay()?;
    let fields = vec![happened(scene, "date"), Field::lines("comment").optional()];
    Ok(limited(scene, ActKind::RedirectHousing, ThemeLimit::RedirectOnly, fields))
}

/// A row for each scale, at the level last rated, so that what changed is all there is to type.
pub(super) fn effects(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.in_a_stay()?;
    let record = scene.record()?;
    let rule = &scene.convention()?.effects;
    let scales = rule.scales.iter().map(|scale| Choice::new(scale.code.as_str(), scene.label(&scale.label))).collect();
    let levels = rule
        .levels
        .iter()
        .map(|level| Choice::new(level.level.to_string(), format!("{} {}", level.level, scene.label(&level.label))));
    let mut rows = Field::rows(
        "ratings",
        vec![Field::choice("scale", scales).of_the_row(), Field::choice("level", levels.collect()).as_number()],
    );
    // What was never rated is chosen: a level that nobody gave would be counted (art. 7).
    for scale in &rule.scales {
        let last = record.effect_of(&scale.code).map(|(_, last)| last.to_string());
        rows = rows.row(vec![scale.code.to_string(), last.unwrap_or_default()]);
    }
    let rated =
        record.stays.last().is_some_and(|stay| record.effect_ratings.iter().any(|one| stay.included_on <= one.date));
    let occasion = match (rated, record.current_stay()) {
        (false, _) => "entry",
        (true, Some(_)) => "review",
        (true, None) => "exit",
    };
    Ok(vec![
        happened(scene, "date"),
        Field::choice("occasion", options(scene, "occasion", &Occasion::ALL)).value(occasion),
        rows,
        Field::lines("quote").optional(),
    ])
}

fn of_kind(scene: &FormScene<'_>, kinds: Vec<Choice>) -> Result<Vec<Field>, Refusal> {
    scene.in_a_stay()?;
    let first = kinds.first().map(|choice| choice.value.clone()).unwrap_or_default();
    Ok(vec![happened(scene, "date"), Field::choice("kind", kinds).value(first), Field::lines("comment").optional()])
}

fn limited(scene: &FormScene<'_>, act: ActKind, limit: ThemeLimit, fields: Vec<Field>) -> Form {
    let id = match limit {
        ThemeLimit::ReportOnly => "limit-report-only",
        ThemeLimit::RedirectOnly => "limit-redirect-only",
    };
    let intro = vec![(Role::Muted, scene.catalog.text(id).into_owned())];
    Form::new(act, scene.family(), fields).intro(intro)
}
