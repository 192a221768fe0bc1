//! What only a Département does: the keys of an antenna revoked, a topic for the steering committee answered.

use super::{FormScene, happened};
use crate::domain::refusal::Refusal;
use crate::tui::widgets::field::Field;

/// By default what was received so far stays accepted, and nothing more.
pub(super) fn revoke(scene: &FormScene<'_>) -> Vec<Field> {
    let antenna = scene.pointed().unwrap_or_default();
    vec![Field::text("antenna").value(antenna).hidden(), Field::text("reason"), Field::number("until").optional()]
}

pub(super) fn answer(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let topic = scene.pointed().ok_or(Refusal::TopicUnknown {})?;
    Ok(vec![Field::text("topic").value(topic).hidden(), happened(scene, "date"), Field::lines("text")])
}
