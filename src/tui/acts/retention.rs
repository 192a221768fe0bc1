//! What becomes of a file past its time: proposed, answered by another referent.

use super::{FormScene, options};
use crate::domain::refusal::Refusal;
use crate::domain::retention::{Disposal, DisposalProposed, retention_ends};
use crate::tui::widgets::field::Field;

pub(super) fn propose(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let record = scene.record()?;
    if record.proposal.is_some() {
        return Err(Refusal::DisposalAlreadyProposed {});
    }
    match retention_ends(record, scene.antenna) {
        None => return Err(Refusal::FamilyNotOut {}),
        Some(date) if scene.today <= date => return Err(Refusal::RetentionNotOver { date }),
        Some(_past) => {}
    }
    // An archived file is past the time of its archive: nothing is left but to erase it.
    let offered: &[Disposal] = if record.archived_on.is_some() { &[Disposal::Erase] } else { &Disposal::ALL };
    Ok(vec![Field::choice("disposal", options(scene, "disposal", offered)), Field::lines("motive")])
}

pub(super) fn decline(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    proposal(scene)?;
    Ok(vec![Field::lines("motive")])
}

/// What was proposed is chosen again by hand: it is not filled in, so that a confirmation is never one key.
pub(super) fn confirm(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    if proposal(scene)?.by == scene.author {
        return Err(Refusal::DisposalNeedsAnother {});
    }
    Ok(vec![Field::choice("disposal", options(scene, "disposal", &Disposal::ALL))])
}

fn proposal<'a>(scene: &FormScene<'a>) -> Result<&'a DisposalProposed, Refusal> {
    scene.record()?.proposal.as_ref().ok_or(Refusal::NoDisposalProposed {})
}
