//! Receives the chosen lines: all of them in one transaction, or none.

use super::{ListFault, OrientationList};
use crate::app::{App, AppError};
use crate::base::id::FamilyId;
use crate::domain::FamilyAct;

/// What was received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// The families, in the order of the list.
    pub families: Vec<FamilyId>,
}

impl App {
    /// Receives the chosen lines as orientations, then judges the lists again: what was received shows as known.
    ///
    /// # Errors
    /// `LineRefused` when another program has changed what a line was judged by; the store's. Nothing is then received.
    pub fn receive(&mut self, lists: &mut [OrientationList]) -> Result<Received, AppError> {
        self.receive_telling(lists, |_| {})
    }

    /// The same, telling after each line how many are ready: they are committed together once the last one is.
    ///
    /// # Errors
    /// As [`App::receive`].
    pub fn receive_telling(
        &mut self,
        lists: &mut [OrientationList],
        told: impl FnMut(usize),
    ) -> Result<Received, AppError> {
        let chosen = lists.iter().flat_map(|list| &list.lines).filter(|line| line.is_chosen);
        let mut numbers = Vec::new();
        let mut families = Vec::new();
        for line in chosen {
            let Some(act) = line.act.clone() else { continue };
            numbers.push(line.number);
            families.push((line.family, FamilyAct::ReceiveOrientation(act)));
        }
        if families.is_empty() {
            return Ok(Received::default());
        }
        let families = self.execute_together(families, told).map_err(|(at, error)| match (numbers.get(at), error) {
            (Some(line), AppError::Refused(refusal)) => ListFault::LineRefused { line: *line, refusal }.into(),
            (_, error) => error,
        })?;
        self.judge(lists)?;
        Ok(Received { families })
    }
}
