//! All bundles of a hand-over, one after the other: while one is archived and written, the next one is sealed, and the one after
//! that is drawn from the store. Each waits for the one before it, so that no more than these three are in memory.

use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use chrono::NaiveDate;

use super::asked::Noted;
use super::drawn::{Drawn, Made};
use super::pending::Start;
use super::{Exported, ROOM};
use crate::app::side::{Place, Side};
use crate::app::{App, AppError};
use crate::base::clock::Clock;
use crate::domain::refusal::Refusal;
use crate::exchange::Party;
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
        self.store.hold_a_bundle()?;
        let (side, department) = (&self.side()?, &self.department()?);
        let (clock, beside) = (self.clock, self.store.beside());
        let start = Start::of(&self.store.read(), department)?;
        let place = Place::next(&self.store.read(), department)?;
        let (last, noted) = thread::scope(|scope| {
            let (draws, drawn) = sync_channel(0);
            let (seals, made) = sync_channel(0);
            let drawing = scope.spawn(move || draw_all(&beside, start, clock.today(), room, &draws));
            scope.spawn(move || seal_all(side, department, place, clock, &drawn, &seals));
            let mut last = None;
            for made in made {
                let made = match made {
                    Err(AppError::Refused(Refusal::NothingToHandOver {})) => break,
                    made => made?,
                };
                let exported = self.hand_out_made(side, &made, directory)?;
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

/// Seals each bundle in its place after the one before it.
fn seal_all(
    side: &Side,
    department: &Party,
    mut place: Place,
    clock: Clock,
    drawn: &Receiver<Result<Drawn, AppError>>,
    seals: &SyncSender<Result<Made, AppError>>,
) {
    for drawn in drawn {
        let made = drawn.and_then(|drawn| Ok(drawn.seal(side, department, &place, clock.now())?));
        if let Ok(made) = &made {
            place.pass(&made.ready.sealed);
        }
        if seals.send(made).is_err() {
            return;
        }
    }
}
