//! Exit, its correction, reopening.

use super::{FormScene, happened};
use crate::base::dates::Leaning;
use crate::base::locale::Fact;
use crate::domain::convention::ExitGround;
use crate::domain::exit::Exit;
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Choice, Field};
use crate::tui::widgets::form::Form;

pub(super) fn exit(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.record()?.current_stay().ok_or(Refusal::FamilyNotIncluded {})?;
    fields(scene, None)
}

pub(super) fn correct(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let known = scene.record()?.stays.last().and_then(|stay| stay.exit.as_ref()).ok_or(Refusal::FamilyNotOut {})?;
    fields(scene, Some(known))
}

/// Above the fields: that the exit is undone, and what is to be done instead for a family that comes back.
pub(super) fn reopen(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let exit = scene.record()?.stays.last().and_then(|stay| stay.exit.as_ref()).ok_or(Refusal::FamilyNotOut {})?;
    let what = scene.catalog.text_with("reopen-what", &[("date", Fact::Date(exit.date))]);
    let intro = vec![(Role::Text, what), (Role::Muted, scene.catalog.text("reopen-instead").into_owned())];
    let fields = vec![happened(scene, "date"), Field::lines("motive")];
    Ok(Form::new(ActKind::ReopenFamily, scene.family(), fields).intro(intro))
}

fn fields(scene: &FormScene<'_>, known: Option<&Exit>) -> Result<Vec<Field>, Refusal> {
    let convention = scene.convention()?;
    let reasons = convention.exit_reasons.iter();
    let reasons = reasons.map(|reason| Choice::new(reason.code.as_str(), scene.label(&reason.label))).collect();
    let outcomes = convention.exit_outcomes.iter();
    let outcomes = outcomes.map(|outcome| Choice::new(outcome.code.as_str(), scene.label(&outcome.label))).collect();
    // A reason that rests on a date asks for it; the others do not.
    let grounded = |ground: ExitGround| -> Vec<&str> {
        let reasons = convention.exit_reasons.iter().filter(|reason| reason.ground == ground);
        reasons.map(|reason| reason.code.as_str()).collect()
    };
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| scene.date(date)).unwrap_or_default();
    let chosen: Vec<_> = known.map(|exit| exit.reasons.iter().map(|code| code.as_str()).collect()).unwrap_or_default();
    Ok(vec![
        Field::date("date", Leaning::Past).value(scene.date(known.map_or(scene.today, |exit| exit.date))),
        Field::choices("reasons", reasons).chosen(&chosen),
        Field::date("benefit_ended_on", Leaning::Past)
            .value(day(known.and_then(|exit| exit.benefit_ended_on)))
            .only_when("reasons", &grounded(ExitGround::Benefit)),
        Field::date("panel_requested_on", Leaning::Past)
            .value(day(known.and_then(|exit| exit.panel_requested_on)))
            .only_when("reasons", &grounded(ExitGround::Panel)),
        Field::choice("outcome", outcomes).value(known.map(|exit| exit.outcome.to_string()).unwrap_or_default()),
        Field::lines("comment").value(known.map(|exit| exit.comment.clone()).unwrap_or_default()).optional(),
    ])
}
