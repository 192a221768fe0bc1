//! What every family counts for, kept from one bundle to the next: each of them states the figures of its last act, and only the
//! families that it touches count otherwise than before.
//!
//! A hand-over of a hundred thousand families is hundreds of bundles: counting all families for each would take hours.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::base::id::{FamilyId, ReplicaId};
use crate::base::money::Cents;
use crate::domain::indicator::{Indicator, Indicators};
use crate::journal::entry::Digest;

/// The last entry of each replica: while it is the same, nothing was recorded.
pub(super) type LastEntries = Vec<(ReplicaId, u64, u64, Digest)>;

/// The figures of a period, family by family, as the acts up to some entry make them.
#[derive(Debug)]
pub(super) struct Tally {
    period: (NaiveDate, NaiveDate),
    /// The last entry of each replica that is counted in.
    pub through: BTreeMap<ReplicaId, u64>,
    pub last: LastEntries,
    families: FxHashMap<FamilyId, Own>,
    total: Indicators,
}

/// The figures of one family, in half the room: there may be a hundred thousand of them.
#[derive(Debug)]
struct Own {
    /// In the order of [`Indicator::ALL`].
    counts: [u32; Indicator::ALL.len()],
    granted: Cents,
}

impl Own {
    fn of(figures: &Indicators) -> Self {
        // No family has four thousand million acts.
        let count = |indicator| u32::try_from(figures.of(indicator)).unwrap_or(u32::MAX);
        Self { counts: Indicator::ALL.map(count), granted: figures.granted }
    }

    fn figures(&self) -> Indicators {
        let mut figures = Indicators { granted: self.granted, ..Indicators::default() };
        for (count, indicator) in self.counts.iter().zip(Indicator::ALL) {
            *figures.of_mut(indicator) = u64::from(*count);
        }
        figures
    }
}

impl Tally {
    /// Nothing counted yet, of a period whose days are both inclusive.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Self {
        let (through, last) = (BTreeMap::new(), LastEntries::new());
        Self { period: (from, to), through, last, families: FxHashMap::default(), total: Indicators::default() }
    }

    /// Whether it is of this period, and nothing was recorded since.
    pub fn is_of(&self, from: NaiveDate, to: NaiveDate, last: &LastEntries) -> bool {
        self.period == (from, to) && self.last == *last
    }

    /// Counts a family in, in the place of what it counted for.
    pub fn put(&mut self, family: FamilyId, figures: Indicators) {
        let before = match figures == Indicators::default() {
            true => self.families.remove(&family),
            false => self.families.insert(family, Own::of(&figures)),
        };
        if let Some(before) = before {
            self.total.take_out(&before.figures());
        }
        self.total.add(&figures);
    }

    /// Counts a family in for good, in the place of what it counted for: it is not kept which.
    pub fn settle(&mut self, family: FamilyId, figures: Indicators) {
        self.put(family, Indicators::default());
        self.total.add(&figures);
    }

    /// Counts in what is not kept family by family.
    pub fn add(&mut self, figures: &Indicators) {
        self.total.add(figures);
    }

    /// Counts out what was counted in so.
    pub fn take_out(&mut self, figures: &Indicators) {
        self.total.take_out(figures);
    }

    /// The figures of all families together.
    pub fn total(&self) -> Indicators {
        self.total
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_family_counts_for_what_was_put_last() {
        let family = |number| FamilyId::from_bytes([number; 16]);
        let held = |encounters_held| Indicators { beneficiaries: 1, encounters_held, ..Indicators::default() };
        let (from, to) = ("2026-01-01".parse().unwrap(), "2026-12-31".parse().unwrap());
        let mut tally = Tally::new(from, to);
        tally.add(&held(4));
        tally.put(family(1), held(2));
        tally.put(family(2), held(3));
        assert_eq!(tally.total(), Indicators { beneficiaries: 3, encounters_held: 9, ..Indicators::default() });
        tally.put(family(1), held(5));
        assert_eq!(tally.total(), Indicators { beneficiaries: 3, encounters_held: 12, ..Indicators::default() });
        tally.put(family(1), Indicators::default());
        assert_eq!(tally.total(), Indicators { beneficiaries: 2, encounters_held: 7, ..Indicators::default() });
        tally.settle(family(2), held(1));
        tally.put(family(2), held(5));
        assert_eq!(tally.total(), Indicators { beneficiaries: 3, encounters_held: 10, ..Indicators::default() });
    }
}
