//! Change of referent, stand-in.

use super::FormScene;
use crate::base::dates::Leaning;
use crate::domain::refusal::Refusal;
use crate::tui::widgets::field::{Choice, Field};

pub(super) fn change(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![
        Field::choice("referent", others(scene)?),
        Field::date("date", Leaning::Near).value(scene.date(scene.today)),
        Field::text("motive"),
    ])
}

pub(super) fn stand_in(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![
        Field::choice("referent", others(scene)?),
        Field::date("from", Leaning::Near).value(scene.date(scene.today)),
        Field::date("to", Leaning::Future),
        Field::text("motive"),
    ])
}

/// The referents there today, but for the family's own.
fn others(scene: &FormScene<'_>) -> Result<Vec<Choice>, Refusal> {
    let record = scene.record()?;
    record.current_stay().ok_or(Refusal::FamilyNotIncluded {})?;
    let own = record.assignments.last().map(|assignment| assignment.referent.to_string());
    Ok(scene.referents().into_iter().filter(|choice| Some(&choice.value) != own.as_ref()).collect())
}
