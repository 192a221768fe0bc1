//! A bundle of acts on its way: what it is to say, drawn from the store, then sealed.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::pending::{Pending, Start, Stated};
use super::underway::HandOver;
use crate::app::AppError;
use crate::app::side::{Place, Ready, Side};
use crate::base::id::{FamilyId, ReplicaId};
use crate::exchange::activity::Activity;
use crate::exchange::bundle::{Run, WrittenBody};
use crate::exchange::{Party, verify};
use crate::store::StoreError;
use crate::store::reading::Reading;

/// What a bundle is to say, before it has a place in its stream.
pub(super) struct Drawn {
    body: WrittenBody,
    /// The last act of each replica that had left before it.
    before: BTreeMap<ReplicaId, u64>,
    journal: BTreeMap<ReplicaId, Run>,
    /// The last act of each replica that has left, this bundle included.
    pub through: BTreeMap<ReplicaId, u64>,
    again: Vec<FamilyId>,
    entries: usize,
    families: usize,
    pub remaining: u64,
}

/// A bundle of acts that is sealed and not written yet.
pub(super) struct Made {
    pub ready: Ready,
    /// Families that it tells of again, without an act.
    pub again: Vec<FamilyId>,
    pub entries: usize,
    pub families: usize,
    pub remaining: u64,
}

impl Drawn {
    /// What the bundle after `start` is to say; `known` is what the one before kept, and `look` is shown its acts.
    ///
    /// # Errors
    /// `NothingToHandOver`; the store's; `Unreadable`; the looker's.
    pub fn of(
        reading: &Reading<'_>,
        start: &Start,
        today: NaiveDate,
        mut room: usize,
        mut known: Option<HandOver>,
        mut look: impl FnMut(&Pending) -> Result<(), AppError>,
    ) -> Result<(Self, HandOver), AppError> {
        loop {
            let pending = Pending::of(reading, start, room)?;
            let (Stated { records, indicators }, hand_over) = pending.stated(reading, today, known.take())?;
            let (journal, entries, families) = (verify::runs(&pending.entries), pending.entries.len(), records.len());
            look(&pending)?;
            let Pending { entries: acts, again, through, remaining, size, .. } = pending;
            let body = WrittenBody::activity(&Activity::new(acts, records, indicators), size)?;
            // Records that grew more than expected: the rest goes with the bundle after this one.
            if !body.fits() && 1 < entries {
                room /= 2;
                continue;
            }
            let again = again.into_iter().collect();
            let before = start.carried.clone();
            let drawn = Self { body, before, journal, through, again, entries, families, remaining };
            return Ok((drawn, hand_over));
        }
    }

    /// Seals it in its place.
    ///
    /// # Errors
    /// The exchange's; `Busy` when another process has handed acts over since it was drawn: they would leave twice.
    pub fn seal(self, side: &Side, department: &Party, place: &Place, now: DateTime<Utc>) -> Result<Made, AppError> {
        let Self { body, before, journal, through, again, entries, families, remaining } = self;
        if place.through != before {
            return Err(StoreError::Busy.into());
        }
        let mut ready = side.seal(place, department, body, journal, 0, now)?;
        ready.sealed.through = through;
        Ok(Made { ready, again, entries, families, remaining })
    }
}
