//! A year of three antennas and their Département, by script, over a directory that loses, doubles, delays, reorders and damages:
//! at the end both sides agree on every record, every figure and every receipt, and what was refused is exactly what had to be.

mod branch;
mod carrier;
mod office;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use jalon::app::department::AntennaStanding;
use jalon::app::{ListView, Sort};
use jalon::base::clock::Clock;
use jalon::base::id::FamilyId;
use jalon::domain::impact::By;
use jalon::domain::indicator::{Indicator, Indicators};
use jalon::exchange::disclosure;
use jalon::exchange::receipt::{Receipt, RefusalCode};
use tempfile::TempDir;

use branch::Branch;
use office::Year;

use crate::app::day;

/// The version of the convention that takes effect on 1 July.
const AVENANT: &str = "avenant-2026";

/// The month in which the third antenna goes on from its copy of July.
const RESTORED: u32 = 10;

/// The month in which the key of the second antenna is revoked.
const REVOKED: u32 = 11;

/// Who sits at an end of the carrier: the Département, or the antenna of this place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Seat {
    Office,
    Branch(u8),
}

fn at(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Where a store of this year is: it commits some thousand times, and no disk needs to be waited for where memory can hold it.
fn directory() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

fn noon(today: NaiveDate) -> Clock {
    Clock::frozen(today, today.and_hms_opt(12, 0, 0).unwrap().and_utc())
}

#[test]
fn a_year_over_a_bad_carrier_ends_with_both_sides_in_agreement() {
    goes_by(1);
}

#[test]
fn a_year_of_other_losses_ends_so_too() {
    goes_by(6);
}

fn goes_by(seed: u64) {
    let mut year = Year::begun(seed);
    for month in 1..=12 {
        year.month(month);
    }
    year.settles();
    year.agrees();
    year.refused_what_had_to_be();
}

/// What an antenna had to show at some time.
struct Snapshot {
    /// The last bundle that it had sealed.
    through: u64,
    records: Vec<(FamilyId, Option<jalon::domain::family::FamilyRecord>)>,
    figures: Indicators,
}

impl Snapshot {
    fn of(branch: &mut Branch, through: u64) -> Self {
        let listed =
            [ListView::Active, ListView::Gone].map(|view| branch.app().first_rows(view, Sort::Name, 100).unwrap());
        let families: Vec<FamilyId> = listed.iter().flatten().map(|row| row.id).chain(branch.old).collect();
        let disclosed = |record| Option::map(record, disclosure::without_what_stays);
        let records = families.into_iter().map(|family| (family, disclosed(branch.record(family)))).collect();
        let figures = branch.app().impact(day("2026-01-01"), day("2026-12-31"), By::Antenna).unwrap().impact.total;
        Self { through, records, figures }
    }
}

impl Year {
    /// Both sides say the same of everything.
    fn agrees(&mut self) {
        let year = (day("2026-01-01"), day("2026-12-31"));
        let all = self.office().consolidated(year.0, year.1, By::Antenna).unwrap();
        assert_eq!(all.differences, []);
        let mut families = 0;
        for place in 0..3 {
            let last = self.branches[place].app().outbox().unwrap().last().unwrap().sequence;
            let said = match self.revoked.take_if(|_| place == 1) {
                Some(before) => before,
                None => Snapshot::of(&mut self.branches[place], last),
            };
            let standing = self.standing(place);
            assert!(standing.missing.is_empty() && standing.waiting.is_empty() && !standing.frozen, "{standing:?}");
            assert_eq!((standing.received, standing.refused), (said.through, 0), "{standing:?}");
            assert_eq!(standing.epoch, if place == 2 { 2 } else { 1 });
            for (family, record) in &said.records {
                assert_eq!(self.office().app().family(*family).unwrap(), *record);
            }
            families += said.records.len();
            let counted = all.antennas.iter().find(|(party, _)| *party == standing.antenna).unwrap().1;
            assert_eq!(counted, said.figures, "antenna {place}");
            assert!(counted.of(Indicator::EncountersHeld) > 15 && counted.of(Indicator::ContractsSigned) == 3);
            self.receipts_agree(place, &standing, said.through);
        }
        assert_eq!(self.office().orientations(true).unwrap(), [], "each was included or refused");
        assert_eq!(self.office().agenda(true).unwrap(), [], "each was decided");
        for place in [0, 2] {
            self.branches[place].had_its_year();
        }
        let checked = self.office().app().check().unwrap();
        assert_eq!(checked.families, families as u64 - 1, "the erased one is gone");
        self.office().app_mut().rebuild().unwrap();
        assert_eq!(self.office().app().check().unwrap(), checked);
    }

    /// Each file was looked at when it came; this is that every fault was there, and no family was refused but the one mistyped.
    fn refused_what_had_to_be(&mut self) {
        assert!(self.there.lost > 10 && self.back.lost > 10 && self.there.doubled > 10 && self.back.doubled > 4);
        let codes = |at: fn(Seat) -> bool| {
            let refused = self.refused.iter().filter(|(seat, ..)| at(*seat));
            refused.map(|(.., code)| *code).collect::<BTreeSet<_>>()
        };
        let (altered, unread) = ("exchange-not-an-envelope", "exchange-not-decrypted");
        let office = codes(|seat| seat == Seat::Office);
        assert_eq!(office, [altered, unread, "exchange-epoch-past", "exchange-revoked-key"].into());
        let branches = codes(|seat| seat != Seat::Office);
        assert_eq!(branches, [altered, unread, "exchange-encrypted-to-others"].into());
        let mut refused: BTreeSet<(String, RefusalCode)> = BTreeSet::new();
        for came in self.office().app().inbox().unwrap().bundles {
            let receipt: Option<Receipt> = came.receipt.map(|json| serde_json::from_str(&json).unwrap());
            let matters = receipt.into_iter().flat_map(|receipt| receipt.matters);
            refused.extend(matters.filter_map(|matter| Some((came.kind.clone(), matter.refused?))));
        }
        let mistyped = ("activity".to_owned(), RefusalCode::KnownElsewhere);
        // The antenna that was restored gives the answers again that it does not remember to have given.
        let again = ("orientation-answer".to_owned(), RefusalCode::AlreadyProcessed);
        assert!(refused.remove(&mistyped) && refused.iter().all(|one| *one == again), "{refused:?}");
        for place in 0..3 {
            let answered = self.branches[place].app().inbox().unwrap().bundles.into_iter();
            let refused = answered.filter(|came| came.receipt.as_ref().is_some_and(|json| json.contains("refused")));
            assert_eq!(refused.collect::<Vec<_>>(), [], "antenna {place} refused nothing");
        }
    }

    fn receipts_agree(&mut self, place: usize, standing: &AntennaStanding, through: u64) {
        let came_here = self.office().app().inbox().unwrap().bundles;
        let sent_here = self.office().app().outbox().unwrap();
        let (sent_there, came_there) =
            (self.branches[place].app().outbox().unwrap(), self.branches[place].app().inbox().unwrap().bundles);
        let party = standing.antenna.id.unwrap();
        let answered = |kind: &str| kind != "receipt" && kind != "presence";
        for sealed in sent_there.iter().filter(|sealed| sealed.sequence <= through && answered(&sealed.kind)) {
            let came = came_here.iter().find(|one| one.party == party && one.digest == sealed.digest).unwrap();
            if self.branches[place].is_destroyed(sealed.sequence) {
                // Its receipt went with it, unless it came later.
                assert!(sealed.receipt.is_none() || sealed.receipt == came.receipt, "{sealed:?}");
            } else {
                assert!(sealed.receipt.is_some() && sealed.receipt == came.receipt, "{sealed:?}");
            }
        }
        for sealed in sent_here.iter().filter(|sealed| sealed.party == party && answered(&sealed.kind)) {
            let came = came_there.iter().find(|one| one.digest == sealed.digest).unwrap();
            assert!(sealed.receipt.is_some() && sealed.receipt == came.receipt, "{sealed:?}");
        }
    }
}
