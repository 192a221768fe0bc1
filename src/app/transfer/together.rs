//! All bundles of a hand-over, one after the other: while one is sealed, archived and written, the next one is drawn from the store.
//! Drawing waits until it is taken, so that no more than these two are in memory.

use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use chrono::NaiveDate;

use super::Exported;
use super::asked::Noted;
use super::drawn::Drawn;
use super::pending::Start;
use crate::app::outgoing::ROOM;
use crate::app::side::Place;
use crate::app::{App, AppError};
use crate::domain::refusal::Refusal;
use crate::store::Beside;

impl App {
    /// Seals every bundle that is to leave into `directory`, and tells of each once it is archived and on the disk.
    ///
    /// # Errors
    /// As [`App::export`]; the bundles that were told of have left.
    pub fn export_all(&mut self, directory: &Path, told: impl FnMut(&Exported)) -> Result<(), AppError> {
        self.export_all_within(directory, ROOM, told)
    }

    pub(super) fn export_all_within(
        &mut self,
        directory: &Path,
        room: usize,
        mut told: impl FnMut(&Exported),
    ) -> Result<(), AppError> {
        let (side, department) = (&self.side()?, &self.department()?);
        let (clock, beside) = (self.clock, self.store.beside());
        let start = Start::of(&self.store.read(), department)?;
        let (last, noted) = thread::scope(|scope| {
            let (draws, drawn) = sync_channel(0);
            let drawing = scope.spawn(move || draw_all(&beside, start, clock.today(), room, &draws));
            let mut last = None;
            for drawn in drawn {
                let drawn: Drawn = match drawn {
                    Err(AppError::Refused(Refusal::NothingToHandOver {})) => break,
                    drawn => drawn?,
                };
                let place = Place::next(&self.store.read(), department)?;
                let made = drawn.seal(side, department, &place, clock.now())?;
                let exported = self.hand_out_made(side, made, directory)?;
                match exported.remaining {
                    0 => last = Some(exported),
                    _ => told(&exported),
                }
            }
            let noted = drawing.join().unwrap_or_else(|panic| resume_unwind(panic));
            Ok::<_, AppError>((last, noted))
        })?;
        told(&self.export_beside(last, noted, directory)?);
        Ok(())
    }
}

/// Draws one bundle after the other until no act remains; gives what was noted on the way. Who no longer listens has met an error.
fn draw_all(
    beside: &Beside,
    mut start: Start,
    today: NaiveDate,
    room: usize,
    draws: &SyncSender<Result<Drawn, AppError>>,
) -> Option<Noted> {
    let mut noted = Noted::after(&start.carried);
    let mut draw_each = || -> Result<(), AppError> {
        let reader = beside.open()?;
        let reading = reader.read();
        let mut known = None;
        loop {
            let (drawn, hand_over) = reading.snapshot(|| {
                Drawn::of(&reading, &start, today, room, known.take(), |pending| {
                    noted.note(&reading, &pending.entries, &pending.through)
                })
            })?;
            known = Some(hand_over);
            start = Start { carried: drawn.through.clone(), again: BTreeSet::new() };
            let remaining = drawn.remaining;
            if draws.send(Ok(drawn)).is_err() || remaining == 0 {
                return Ok(());
            }
        }
    };
    match draw_each() {
        Ok(()) => Some(noted),
        Err(error) => {
            let _ = draws.send(Err(error));
            None
        }
    }
}
