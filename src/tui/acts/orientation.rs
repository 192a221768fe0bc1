//! Orientation, inclusion with the checks of art. 2, refusal.

use super::{FormScene, happened};
use crate::base::dates::Leaning;
use crate::base::locale::Fact;
use crate::domain::orientation::Check;
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Choice, Field};
use crate::tui::widgets::form::Form;

/// On a known family that is out, its coming back: the identity is already filled in.
pub(super) fn receive(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let convention = scene.convention()?;
    let centers = scene.antenna.centers.iter();
    let centers = centers.map(|center| Choice::new(center.code.as_str(), center.name.clone())).collect();
    // Only a family that can come back lends its identity; anyone else's would be a slip.
    let back = scene.record.filter(|record| record.current_stay().is_none() && record.pending_orientation().is_none());
    let identity = back.map(|record| record.identity.clone()).unwrap_or_default();
    let birth = back.map(|record| scene.date(record.identity.birth_date)).unwrap_or_default();
    let mut center = Field::choice("center", centers);
    if let Some(last) = back.and_then(|record| record.orientations.last()) {
        center = center.value(last.center.as_str());
    }
    let fields = vec![
        center,
        happened(scene, "date"),
        Field::text("document"),
        Field::text("surname").value(identity.surname),
        Field::text("given_name").value(identity.given_name),
        Field::date("birth_date", Leaning::Past).value(birth),
        Field::text("matricule").value(identity.matricule),
        Field::rows("children", vec![Field::text("given_name"), Field::date("birth_date", Leaning::Past)]).optional(),
        Field::toggle("isolated").on(true),
        Field::text("benefit_code").value(convention.inclusion.benefit_code.clone()),
        Field::toggle("followed_by_department"),
    ];
    Ok(Form::new(ActKind::ReceiveOrientation, back.map(|record| record.id), fields))
}

/// Every check is answered above the fields, by the rule and the fact that decides it.
pub(super) fn include(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let record = scene.record()?;
    record.pending_orientation().ok_or(Refusal::NoOrientationPending {})?;
    let failed = scene.checks.iter().any(|check| !check.passed && check.rule.overridable());
    let mut motive = Field::lines("override_motive").optional();
    if !failed {
        motive = motive.hidden();
    }
    let fields = vec![
        happened(scene, "date"),
        Field::choice("referent", scene.referents()).value(scene.author.to_string()),
        motive,
    ];
    let day = scene.catalog.text_with("include-as-of", &[("date", Fact::Date(scene.today))]);
    let answers = scene.checks.iter().map(|check| answer(scene, check));
    let answers = std::iter::once((Role::Muted, day)).chain(answers).collect();
    Ok(Form::new(ActKind::IncludeFamily, scene.family(), fields).intro(answers))
}

pub(super) fn refuse(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.record()?.pending_orientation().ok_or(Refusal::NoOrientationPending {})?;
    Ok(vec![happened(scene, "date"), Field::lines("motive")])
}

fn answer(scene: &FormScene<'_>, check: &Check) -> (Role, String) {
    let (role, sign) = if check.passed { (Role::Ok, "✓") } else { (Role::Error, "✗") };
    (role, format!("{sign} {}", scene.catalog.text_with(check.answer_id(), &check.arguments())))
}
