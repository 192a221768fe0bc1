//! What the next bundle carries: the acts that no bundle carries yet, as far as they fit, with the records and figures that
//! these acts make.
//!
//! A bundle is complete in itself: records and figures are those of its last act, not of today's, when acts remain for the next.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde_json::value::{RawValue, to_raw_value};

use super::underway::{self, Between, HandOver, Underway};
use crate::app::AppError;
use crate::app::tally::Tally;
use crate::base::id::{FamilyId, ReplicaId};
use crate::domain::family::FamilyRecord;
use crate::domain::group;
use crate::domain::indicator::Indicators;
use crate::domain::refusal::Refusal;
use crate::exchange::activity::PeriodIndicators;
use crate::exchange::{ExchangeError, Party, disclosure};
use crate::journal::entry::Entry;
use crate::journal::replay;
use crate::store::StoreError;
use crate::store::exchange::UNKNOWN_PARTY;
use crate::store::reading::Reading;

/// From where the next bundle goes on.
pub(super) struct Start {
    /// The last act of each replica that has left.
    pub carried: BTreeMap<ReplicaId, u64>,
    /// Families that the Département refused and whose record goes again, though nothing was recorded of them since.
    pub again: BTreeSet<FamilyId>,
}

impl Start {
    /// After the last bundle that is kept.
    ///
    /// # Errors
    /// The store's.
    pub fn of(reading: &Reading<'_>, department: &Party) -> Result<Self, StoreError> {
        let last = reading.last_sealed(department.id.unwrap_or(UNKNOWN_PARTY))?;
        let again = reading.refused_families()?.into_iter().filter(|refused| refused.again);
        let again = again.map(|refused| refused.family).collect();
        Ok(Self { carried: last.map(|sealed| sealed.through).unwrap_or_default(), again })
    }
}

/// The acts of the next bundle, and where the stream stands.
pub(super) struct Pending {
    pub entries: Vec<Entry>,
    /// Families that the Département refused and whose record goes again, though nothing was recorded of them since.
    pub again: BTreeSet<FamilyId>,
    /// The last act of each replica that has left, this bundle included.
    pub through: BTreeMap<ReplicaId, u64>,
    /// Acts left for the bundles after this one.
    pub remaining: u64,
    /// About what the acts and their records take, in bytes.
    pub size: usize,
    /// As `through`, of the bundle before.
    before: BTreeMap<ReplicaId, u64>,
    /// The families of this bundle with such an act: their record is already further than it.
    ahead: BTreeSet<FamilyId>,
}

/// What a bundle says beside its acts.
pub(super) struct Stated {
    /// As they are disclosed, in the order of their ids, written.
    pub records: Vec<Box<RawValue>>,
    pub indicators: PeriodIndicators,
}

/// Why reading stops before the last act.
enum Stop {
    Full,
    Store(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Pending {
    /// The acts that no bundle carries yet, up to about `room` bytes with the records they touch, and one at least.
    ///
    /// # Errors
    /// `NothingToHandOver`; the store's.
    pub fn of(reading: &Reading<'_>, start: &Start, room: usize) -> Result<Self, AppError> {
        let Start { carried, again } = start;
        let mut entries: Vec<Entry> = Vec::new();
        let mut families = BTreeSet::new();
        let mut size = 0;
        let read = reading.every_entry_after(carried, |entry| {
            let mut with_it = size + size_of(&entry);
            if let Some(family) = entry.family.filter(|family| families.insert(*family)) {
                with_it += reading.record_size(family)?;
            }
            if with_it > room && !entries.is_empty() {
                return Err(Stop::Full);
            }
            size = with_it;
            entries.push(entry);
            Ok(())
        });
        if let Err(Stop::Store(error)) = read {
            return Err(error.into());
        }
        if entries.is_empty() && again.is_empty() {
            return Err(Refusal::NothingToHandOver {}.into());
        }
        let mut pending = Self {
            entries,
            again: again.clone(),
            through: carried.clone(),
            remaining: 0,
            size,
            before: carried.clone(),
            ahead: BTreeSet::new(),
        };
        pending.count_what_remains(reading)?;
        Ok(pending)
    }

    /// What this bundle says beside its acts: the disclosed record of every family with one, and the indicators of art. 7 from the
    /// first of January to `to`; `known` is what the bundle before kept.
    ///
    /// # Errors
    /// The store's; `Unreadable`.
    pub fn stated(
        &self,
        reading: &Reading<'_>,
        to: NaiveDate,
        known: Option<HandOver>,
    ) -> Result<(Stated, HandOver), AppError> {
        let from = NaiveDate::from_ymd_opt(to.year(), 1, 1).unwrap_or(to);
        let last = reading.last_entries()?;
        let goes_on = |known: &HandOver| known.tally.is_of(from, to, &last) && known.tally.through == self.before;
        let HandOver { mut tally, mut underway } = match known.filter(goes_on) {
            Some(known) => known,
            None => HandOver { tally: self.every_other_figure(reading, from, to)?, underway: Underway::default() },
        };
        let between = Between { before: &self.before, through: &self.through };
        let mut records = Vec::new();
        for (family, acts) in self.acts_by_family() {
            let record = match self.ahead.contains(&family) {
                true => Some(underway.record(reading, family, &acts, &between)?.clone()),
                false => reading.family(family)?,
            };
            let figures = record.as_ref().map(|record| figures_of(record, from, to)).unwrap_or_default();
            match self.ahead.contains(&family) {
                true => tally.put(family, figures),
                false => {
                    underway.end(family);
                    tally.settle(family, figures);
                }
            }
            // The orientation of a family that was undone leaves entries, and no record.
            if let Some(told) = record.filter(|record| !record.orientations.is_empty()) {
                let written = to_raw_value(&disclosure::without_what_stays(told));
                records.push(written.map_err(|_| ExchangeError::Unreadable {})?);
            }
        }
        underway.keep(|family| self.ahead.contains(family));
        tally.through.clone_from(&self.through);
        tally.last = last;
        let mut figures = tally.total();
        let sessions = group::counted(&reading.antenna()?, to);
        sessions.iter().filter(|act| act.is_within(from, to)).for_each(|act| figures.count_act(act));
        Ok((Stated { records, indicators: PeriodIndicators { from, to, figures } }, HandOver { tally, underway }))
    }

    /// Counts every family that this bundle does not tell of, as the acts of those before it left her.
    fn every_other_figure(&self, reading: &Reading<'_>, from: NaiveDate, to: NaiveDate) -> Result<Tally, AppError> {
        let mut tally = Tally::new(from, to);
        let own = self.families();
        let is_ahead = |family| -> Result<bool, StoreError> {
            Ok(0 < self.remaining && reading.has_entry_after(family, &self.through)?)
        };
        let is_settled = |family| Ok(!own.contains(&family) && !is_ahead(family)?);
        reading.every_family_that(is_settled, |record| tally.add(&figures_of(&record, from, to)))?;
        let mut erased = Indicators::default();
        reading.every_erased_but(&BTreeSet::new(), |one| erased.count_erased(&one, from, to))?;
        tally.add(&erased);
        // A family with later acts is as the acts before left her; when all of them are later, she is not there yet.
        if 0 < self.remaining && !self.before.is_empty() {
            reading.every_family_told_of(|family| {
                if !own.contains(&family) && is_ahead(family)? && reading.has_entry_up_to(family, &self.before)? {
                    let acts = underway::up_to(reading, family, &self.before)?;
                    tally.put(family, figures_of(&replay::family(family, &acts)?, from, to));
                }
                Ok::<_, AppError>(())
            })?;
        }
        Ok(tally)
    }

    /// The families that this bundle tells of.
    fn families(&self) -> BTreeSet<FamilyId> {
        self.entries.iter().filter_map(|entry| entry.family).chain(self.again.iter().copied()).collect()
    }

    /// The families that this bundle tells of, each with her acts in order of replay.
    fn acts_by_family(&self) -> BTreeMap<FamilyId, Vec<&Entry>> {
        let mut families: BTreeMap<FamilyId, Vec<&Entry>> = BTreeMap::new();
        for family in &self.again {
            families.entry(*family).or_default();
        }
        for entry in &self.entries {
            if let Some(family) = entry.family {
                families.entry(family).or_default().push(entry);
            }
        }
        families.values_mut().for_each(|acts| acts.sort_by_key(|act| act.order()));
        families
    }

    fn count_what_remains(&mut self, reading: &Reading<'_>) -> Result<(), StoreError> {
        for (replica, run) in crate::exchange::verify::runs(&self.entries) {
            self.through.insert(replica, run.last);
        }
        self.remaining = reading.count_entries_after(&self.through)?;
        if self.remaining > 0 {
            for family in self.families() {
                if reading.has_entry_after(family, &self.through)? {
                    self.ahead.insert(family);
                }
            }
        }
        Ok(())
    }
}

fn figures_of(record: &FamilyRecord, from: NaiveDate, to: NaiveDate) -> Indicators {
    let mut figures = Indicators::default();
    figures.count(record, from, to);
    figures
}

/// About what an entry takes in a bundle: its events, their digests, its header.
fn size_of(entry: &Entry) -> usize {
    let events = entry.events.iter().map(|event| 192 + event.content.as_ref().map_or(0, |content| content.body.len()));
    512 + events.sum::<usize>()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use std::path::Path;

    use uuid::Uuid;

    use super::super::drawn::Drawn;
    use super::*;
    use crate::app::side::Place;
    use crate::app::{App, Command, Exported};
    use crate::base::clock::Clock;
    use crate::base::id::{AntennaId, ReferentId};
    use crate::domain::FamilyAct;
    use crate::domain::antenna::{AddCenter, AddReferent, AdoptConvention, AntennaAct, FoundAntenna, ReferentRole};
    use crate::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
    use crate::exchange::Verified;
    use crate::exchange::bundle::Body;
    use crate::store::{Store, Vault};

    /// An antenna with three families, oriented first, then included.
    fn antenna(directory: &std::path::Path) -> App {
        let referent = ReferentId::from(Uuid::from_u128(7));
        let (_, key) = Vault::create_demonstration(directory, referent, "C. Essai").unwrap();
        let clock = Clock::frozen("2026-11-23".parse().unwrap(), "2026-11-23T10:00:00Z".parse().unwrap());
        let mut app = App::new(Store::create(directory, &key).unwrap(), clock, referent).unwrap();
        let id = AntennaId::from(Uuid::from_u128(1));
        let founded = FoundAntenna { id, name: "Essai".into(), department: "Essai".into() };
        let center = AddCenter { code: "nord".into(), name: "MDS Nord".into(), places: None };
        let since = "2020-01-01".parse().unwrap();
        let added = AddReferent { id: Some(referent), name: "C. Essai".into(), since, role: ReferentRole::Referent };
        let convention = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0);
        for act in [
            AntennaAct::FoundAntenna(founded),
            AntennaAct::AdoptConvention(AdoptConvention { convention: Box::new(convention) }),
            AntennaAct::AddReferent(added),
            AntennaAct::AddCenter(center),
        ] {
            app.execute(Command::Antenna(act)).unwrap();
        }
        let act = |json: &str| -> FamilyAct { serde_json::from_str(json).unwrap() };
        let oriented = ["Zédou", "Ballain", "Tirmont"].into_iter().zip(1..).map(|(surname, number): (_, u8)| {
            let orientation = format!(
                r#"{{"act":"receive_orientation","center":"nord","date":"2026-10-01","document":"fiche","surname":"{surname}",
                "given_name":"Lou","birth_date":"199{number}-04-02","matricule":"100000{number}","children":
                [{{"given_name":"Petit","birth_date":"2025-06-01"}}],"isolated":true,"benefit_code":"RSI",
                "followed_by_department":false}}"#
            );
            app.execute(Command::Family { family: None, act: act(&orientation) }).unwrap().family
        });
        let families: Vec<_> = oriented.collect();
        let included = format!(r#"{{"act":"include_family","date":"2026-10-05","referent":"{referent}"}}"#);
        let held = r#"{"act":"hold_encounter","date":"2026-10-06","setting":"home-visit","steps":["assessment"]}"#;
        for told in [included.as_str(), held] {
            for family in &families {
                app.execute(Command::Family { family: *family, act: act(told) }).unwrap();
            }
        }
        app
    }

    #[test]
    fn what_does_not_fit_goes_with_the_next_bundles_and_each_says_what_its_acts_make() {
        says_what_its_acts_make(|app, directory| one_after_the_other(app, directory, |_| ()));
    }

    #[test]
    fn bundles_of_a_hand_over_that_goes_on_another_day_say_what_their_acts_make() {
        says_what_its_acts_make(|app, directory| one_after_the_other(app, directory, |app| app.handing_over = None));
    }

    #[test]
    fn bundles_that_are_made_while_others_are_kept_say_what_their_acts_make() {
        says_what_its_acts_make(|app, directory| {
            let mut all = Vec::new();
            app.export_all_within(directory, 6000, |exported| all.push(exported.clone())).unwrap();
            all
        });
    }

    fn one_after_the_other(app: &mut App, directory: &Path, between: impl Fn(&mut App)) -> Vec<Exported> {
        let mut all: Vec<Exported> = Vec::new();
        while all.last().is_none_or(|last| 0 < last.remaining) {
            all.push(app.export_within(directory, 6000).unwrap());
            between(app);
        }
        all
    }

    fn says_what_its_acts_make(hand_over: impl FnOnce(&mut App, &Path) -> Vec<Exported>) {
        let directory = tempfile::tempdir().unwrap();
        let mut app = antenna(&directory.path().join("store"));
        let mut told: Vec<Entry> = Vec::new();
        let mut bundles = Vec::new();
        for exported in hand_over(&mut app, directory.path()) {
            let verified = Verified::open(&std::fs::read(&exported.path).unwrap(), None).unwrap();
            told.extend(verified.entries().iter().cloned());
            let Body::Activity(activity) = &verified.bundle().body else { panic!("not an activity") };
            for record in &activity.families {
                let own: Vec<_> = told.iter().filter(|entry| entry.family == Some(record.id)).cloned().collect();
                assert_eq!(*record, disclosure::disclosed_record(record.id, &own).unwrap());
            }
            let count = |kind: &str| {
                told.iter().filter(|entry| entry.events[0].content.as_ref().unwrap().body.contains(kind)).count() as u64
            };
            let figures = activity.indicators.figures;
            assert_eq!(
                (figures.beneficiaries, figures.encounters_held),
                (count("family-included"), count("encounter-held"))
            );
            bundles.push((verified, exported.digest));
        }
        assert!(bundles.len() > 2, "{} bundles", bundles.len());
        for pair in bundles.windows(2) {
            assert_eq!(pair[1].0.bundle().previous, pair[0].1);
        }
        assert_eq!(told.len() as u64, app.store.read().count_entries_after(&BTreeMap::new()).unwrap());
        assert!(app.export(directory.path()).is_err(), "nothing remains");
    }

    #[test]
    fn acts_that_left_since_a_bundle_was_drawn_do_not_leave_twice() {
        let directory = tempfile::tempdir().unwrap();
        let mut app = antenna(&directory.path().join("store"));
        let (side, department, today) = (app.side().unwrap(), app.department().unwrap(), app.today());
        let start = Start::of(&app.store.read(), &department).unwrap();
        let drawn = || Drawn::of(&app.store.read(), &start, today, 6000, None, |_| Ok(())).unwrap().0;
        let (early, late) = (drawn(), drawn());
        let sealed = |app: &App, drawn: Drawn| {
            let place = Place::next(&app.store.read(), &department).unwrap();
            drawn.seal(&side, &department, &place, app.clock.now())
        };
        let made = sealed(&app, early).unwrap();
        assert_eq!(made.ready.sealed.sequence, 1);
        app.export_within(directory.path(), 6000).unwrap();
        assert!(matches!(sealed(&app, late), Err(AppError::Store(StoreError::Busy))));
        // And what was sealed before they left is neither archived nor written.
        let elsewhere = tempfile::tempdir().unwrap();
        let handed_out = app.hand_out_made(&side, made, elsewhere.path());
        assert!(matches!(handed_out, Err(AppError::Store(StoreError::Busy))), "{handed_out:?}");
        assert_eq!(app.outbox().unwrap().len(), 1);
        let written = std::fs::read_dir(elsewhere.path()).unwrap().map(|file| file.unwrap().path());
        assert!(written.map(|path| path.extension().unwrap().to_owned()).all(|extension| extension == "pem"));
    }
}
