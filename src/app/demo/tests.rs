//! The demonstration keeps its promises whatever the seed and the day: no rule broken, every situation there, one journal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use chrono::Datelike;

use super::*;
use crate::app::ListView;
use crate::app::access::Opener;
use crate::base::id::ReferentId;
use crate::domain::Scene;
use crate::domain::contract::{CommitmentResult, ContractKind, ContractPhase};
use crate::domain::deadline::{self, DeadlineRule};
use crate::domain::encounter::{Confidentiality, EncounterState, Setting};
use crate::domain::event::FamilyEvent;
use crate::domain::group::GroupSession;
use crate::domain::orientation::{self, Census, OrientationState};
use crate::domain::panel::PanelStage;

/// Ordinary days, the ends of years and of a February, and 29 February itself.
const DAYS: [&str; 8] =
    ["2026-11-23", "2026-05-31", "2026-12-31", "2027-01-01", "2027-02-28", "2028-02-29", "2028-03-01", "2028-12-31"];

/// One family's end and the way to it.
struct Lived {
    record: FamilyRecord,
    told: Vec<Told>,
}

impl Lived {
    fn events(&self) -> impl Iterator<Item = &FamilyEvent> {
        self.told.iter().flat_map(|told| &told.events).filter_map(|event| match event {
            Event::Family(event) => Some(event),
            Event::Antenna(_) => None,
        })
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn lived(families: usize, seed: u64, today: NaiveDate) -> (Vec<Lived>, AntennaRecord) {
    let demonstration = Demonstration::new(families, seed, today).unwrap();
    let mut places = Places::default();
    let mut all = Vec::<Lived>::new();
    for number in 0..families {
        let story = demonstration.family(number, &mut places, all.last().map(|former| &former.record));
        let story = story.unwrap_or_else(|error| panic!("seed {seed}, {today}: {error}"));
        all.push(Lived { record: story.record, told: story.told });
    }
    (all, demonstration.antenna)
}

fn records(families: usize, seed: u64, today: NaiveDate) -> Vec<FamilyRecord> {
    lived(families, seed, today).0.into_iter().map(|lived| lived.record).collect()
}

fn told(families: usize, seed: u64, today: NaiveDate) -> Vec<Told> {
    lived(families, seed, today).0.into_iter().flat_map(|lived| lived.told).collect()
}

#[test]
fn no_story_breaks_a_rule_whatever_the_seed_and_the_day() {
    for today in DAYS.map(day) {
        for seed in 1..=20 {
            assert_eq!(records(47, seed, today).len(), 47, "seed {seed}, {today}");
        }
    }
}

#[test]
fn the_same_seed_and_day_tell_the_same_story_and_another_seed_another() {
    let today = day("2026-11-23");
    assert_eq!(told(60, 1, today), told(60, 1, today));
    assert_ne!(told(60, 1, today), told(60, 2, today));
}

#[test]
fn an_antenna_of_any_size_has_room_for_its_families() {
    for families in [1, 5, 30, 99, 100, 101, 139, 140, 141, 300] {
        assert_eq!(records(families, 3, day("2026-11-23")).len(), families);
    }
}

#[test]
fn no_two_families_share_a_matricule_or_an_id_and_ids_follow_one_another() {
    for (families, seed) in [(47, 1), (47, u64::MAX), (3000, 7)] {
        let records = records(families, seed, day("2026-11-23"));
        let matricules: BTreeSet<_> = records.iter().map(|record| &record.identity.matricule).collect();
        assert_eq!(matricules.len(), families);
        assert!(records.windows(2).all(|pair| pair[0].id < pair[1].id), "seed {seed}");
    }
}

#[test]
fn nothing_is_entered_in_the_future_and_each_family_s_acts_are_in_their_order() {
    for today in DAYS.map(day) {
        for family in lived(47, 1, today).0 {
            assert!(family.told.iter().all(|told| told.recorded_at.date_naive() <= today), "{today}");
            assert!(family.told.windows(2).all(|pair| pair[0].recorded_at < pair[1].recorded_at), "{today}");
        }
    }
}

#[test]
fn the_antenna_has_the_centres_and_places_of_the_convention_which_runs_today() {
    for today in DAYS.map(day) {
        let (families, antenna) = lived(47, 1, today);
        let convention = antenna.convention(today).unwrap();
        assert!(convention.period.starts <= today && today <= convention.period.ends, "{today}");
        assert_eq!((antenna.centers.len(), convention.caseload.places), (14, 140));
        let in_first_center =
            |family: &&Lived| family.record.current_stay().is_some_and(|stay| stay.center == antenna.centers[0].code);
        let taken = families.iter().filter(in_first_center).count();
        assert_eq!(taken, convention.caseload.places_per_center as usize, "the first centre is full");
    }
}

#[test]
fn nobody_is_called_to_a_group_session_on_a_sunday() {
    for today in (0..7).map(|days| calendar::add_days(day("2026-11-23"), days)) {
        let antenna = lived(47, 1, today).1;
        let sessions: Vec<_> = antenna.group_actions.iter().flat_map(|action| &action.sessions).collect();
        assert_eq!(sessions.len(), 20);
        assert!(sessions.iter().any(|session| today < session.date), "one is to come on {today}");
        let worked = |session: &&GroupSession| session.date.weekday().num_days_from_monday() < 5;
        assert!(sessions.iter().all(worked), "{today}: {sessions:?}");
    }
}

#[test]
fn every_referent_still_there_accompanies_families_and_nobody_else_does() {
    for seed in 1..=20 {
        let today = day("2026-11-23");
        let (families, antenna) = lived(47, seed, today);
        let accompanying: BTreeSet<ReferentId> =
            families.iter().filter_map(|family| family.record.referent_on(today)).collect();
        let present = antenna.referents.iter().map(|one| one.id).filter(|id| antenna.has_referent_on(*id, today));
        assert_eq!(accompanying, present.collect(), "seed {seed}");
    }
}

#[test]
fn a_told_store_opens_for_its_referent_and_its_views_are_those_of_its_journal() {
    let today = day("2028-02-29");
    let place = tempfile::tempdir().unwrap();
    let directory = place.path().join("store");
    let clock = Clock::fixed_today(today);
    // One batch, then the beginning of another.
    let families = TOGETHER + 3;
    let demonstration = Demonstration::new(families, 5, today).unwrap();
    let mut heard = Vec::new();
    demonstration.tell(&directory, clock, |families| heard.push(families)).unwrap();
    assert_eq!(heard, [TOGETHER, families]);

    let mut app = access::open(&directory, &Opener::Demonstration, clock).unwrap();
    assert_eq!(app.author(), referent(5, 0));
    assert_eq!(&**app.antenna(), &demonstration.antenna);
    let before = app.check().unwrap();
    assert_eq!(app.rebuild().unwrap(), families as u64);
    assert_eq!(app.check().unwrap(), before);
    app.close_without_backup().unwrap();
}

#[test]
fn every_situation_of_a_caseload_is_there_whatever_the_seed_and_the_day() {
    let mut missing = Vec::new();
    for today in DAYS.map(day) {
        for seed in 1..=5 {
            let (families, antenna) = lived(47, seed, today);
            let absent = situations(today, &antenna).into_iter().filter(|(_, shows)| !families.iter().any(shows));
            missing.extend(absent.map(|(what, _)| format!("seed {seed}, {today}: {what}")));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn a_referral_stands_at_every_stage_whatever_the_seed_and_the_day() {
    for today in DAYS.map(day) {
        for seed in 1..=5 {
            let (families, antenna) = lived(47, seed, today);
            let referrals = families.iter().flat_map(|family| &family.record.panel_referrals);
            let stages: BTreeSet<_> = referrals.map(|referral| referral.stage(&antenna, today)).collect();
            assert_eq!(stages, PanelStage::ALL.into(), "seed {seed}, {today}");
            let agreed = families.iter().flat_map(|family| &family.record.stays).filter_map(|stay| stay.exit.as_ref());
            assert!(agreed.filter(|exit| exit.panel_referral.is_some()).count() > 0, "seed {seed}, {today}");
        }
    }
}

type Shows<'a> = Box<dyn Fn(&Lived) -> bool + 'a>;

/// What a person can look for in the demonstration, each as the record shows it.
fn situations(today: NaiveDate, antenna: &AntennaRecord) -> Vec<(&'static str, Shows<'_>)> {
    let ago = move |days: u64| today.checked_sub_days(Days::new(days)).unwrap();
    let included = |family: &Lived| family.record.status() == FamilyStatus::Included;
    let held = |family: &Lived| family.record.encounters_held().map(|held| held.date).max();
    let mut all: Vec<(&'static str, Shows<'_>)> = of_the_household(today);
    all.extend(of_the_contracts(today, antenna));
    all.extend(of_the_stays(today, antenna));
    all.extend(of_the_deadlines(today, antenna));
    all.extend::<[(&'static str, Shows<'_>); 8]>([
        ("silence", Box::new(move |family| included(family) && held(family).is_some_and(|last| last < ago(60)))),
        (
            "a missed appointment",
            Box::new(move |family| {
                let all = &family.record.encounters;
                all.iter().any(|one| one.state == EncounterState::Missed && ago(6) <= one.date)
            }),
        ),
        (
            "an excused one",
            Box::new(|family| family.record.encounters.iter().any(|one| one.state == EncounterState::Excused)),
        ),
        (
            "a cancelled one",
            Box::new(|family| family.record.encounters.iter().any(|one| one.state == EncounterState::Cancelled)),
        ),
        (
            "an appointment without outcome",
            Box::new(move |family| family.record.appointments().iter().any(|one| one.date < today)),
        ),
        (
            "a home visit today",
            Box::new(move |family| {
                let planned = family.record.appointments();
                planned.iter().any(|one| one.date == today && one.setting == Setting::HomeVisit)
            }),
        ),
        (
            "an appointment in the coming days",
            Box::new(move |family| {
                let week = calendar::add_days(today, 6);
                family.record.appointments().iter().any(|one| today < one.date && one.date <= week)
            }),
        ),
        (
            "home visits with steps, themes, items and notes of every confidentiality",
            Box::new(|family| {
                let record = &family.record;
                Confidentiality::ALL.into_iter().all(|confidentiality| {
                    let mut notes = record.notes.iter().filter(|note| note.confidentiality == confidentiality);
                    notes.any(|note| {
                        record.encounters_held().any(|held| {
                            Some(held.id) == note.encounter
                                && held.setting == Setting::HomeVisit
                                && !held.steps.is_empty()
                                && !held.themes.is_empty()
                                && !held.items.is_empty()
                        })
                    })
                })
            }),
        ),
    ]);
    all
}

fn of_the_household<'a>(today: NaiveDate) -> Vec<(&'static str, Shows<'a>)> {
    vec![
        (
            "twins",
            Box::new(|family| {
                let births: BTreeSet<_> = family.record.children.iter().map(|child| child.birth_date).collect();
                births.len() < family.record.children.len()
            }),
        ),
        (
            "a child born on 29 February",
            Box::new(|family| {
                let births = family.record.children.iter().map(|child| child.birth_date);
                births.into_iter().any(|birth| (birth.month(), birth.day()) == (2, 29))
            }),
        ),
        ("a very long name", Box::new(|family| family.record.display_name().chars().count() > 45)),
        ("a very short name", Box::new(|family| family.record.display_name().chars().count() < 6)),
        ("an accented name", Box::new(|family| !family.record.display_name().is_ascii())),
        (
            "a pregnancy",
            Box::new(move |family| {
                family.record.pregnancies.iter().any(|one| one.ended_on.is_none() && today < one.expected_on)
            }),
        ),
        ("a child who left", Box::new(|family| family.record.children.iter().any(|child| child.departed_on.is_some()))),
    ]
}

fn of_the_contracts<'a>(today: NaiveDate, antenna: &'a AntennaRecord) -> Vec<(&'static str, Shows<'a>)> {
    let review = antenna.convention(today).unwrap().delays.review_months_before_end;
    vec![
        (
            "a contract across a third birthday",
            Box::new(move |family| {
                let birthday = family.record.landmark_birthday(today, 3);
                let contract = family.record.running_contract(today);
                contract.zip(birthday).is_some_and(|(one, birthday)| today < birthday && birthday <= one.last_day())
            }),
        ),
        ("a draft", Box::new(|family| family.record.draft_contract().is_some())),
        (
            "a contract to review",
            Box::new(move |family| {
                family.record.contracts.iter().any(|one| one.phase(today, review) == ContractPhase::ReviewDue)
            }),
        ),
        (
            "a renewal with commitments carried over, after outcomes of every kind",
            Box::new(|family| {
                let contracts = &family.record.contracts;
                let results: BTreeSet<_> = contracts
                    .iter()
                    .flat_map(|one| &one.commitments)
                    .filter_map(|commitment| commitment.outcome.as_ref().map(|outcome| outcome.result))
                    .collect();
                let renewal = contracts.iter().find(|one| one.kind == ContractKind::Renewal);
                let carried = renewal.is_some_and(|one| one.commitments.iter().any(|one| one.carried_from.is_some()));
                carried
                    && [
                        CommitmentResult::Kept,
                        CommitmentResult::PartlyKept,
                        CommitmentResult::NotKept,
                        CommitmentResult::CarriedOver,
                    ]
                    .iter()
                    .all(|result| results.contains(result))
            }),
        ),
        (
            "an ended contract with a review and outcomes",
            Box::new(move |family| {
                family.record.contracts.iter().any(|one| {
                    one.phase(today, review) == ContractPhase::Ended
                        && !one.reviews.is_empty()
                        && one.commitments.iter().any(|commitment| commitment.outcome.is_some())
                })
            }),
        ),
        (
            "an amendment that froze another composition than the contract it replaced",
            Box::new(|family| {
                let frozen = |kind: ContractKind| {
                    let contract = family.record.contracts.iter().find(|one| one.kind == kind)?;
                    contract.signature.as_ref().map(|signature| signature.composition.children.len())
                };
                frozen(ContractKind::First).zip(frozen(ContractKind::Amendment)).is_some_and(|(was, is)| was < is)
            }),
        ),
    ]
}

fn of_the_stays<'a>(today: NaiveDate, antenna: &'a AntennaRecord) -> Vec<(&'static str, Shows<'a>)> {
    let ago = move |days: u64| today.checked_sub_days(Days::new(days)).unwrap();
    let waits = move |family: &Lived, passes: bool| {
        let census = Census::default();
        let ids = IdSource::new(Uuid::nil());
        let author = Uuid::nil().into();
        let scene = Scene { today, author, antenna, census: &census, ids: &ids };
        family.record.pending_orientation().is_some_and(|pending| {
            let checks = orientation::inclusion_checks(&scene, &family.record, pending, today).unwrap();
            checks.iter().all(|check| check.passed) == passes
        })
    };
    vec![
        (
            "no contract at day 55",
            Box::new(move |family| {
                let oriented = family.record.orientations.last().unwrap().date;
                family.record.status() == FamilyStatus::Included
                    && family.record.contracts.is_empty()
                    && ago(57) <= oriented
                    && oriented <= ago(55)
            }),
        ),
        (
            "two reasons to leave",
            Box::new(|family| {
                family.record.stays.iter().any(|stay| stay.exit.as_ref().is_some_and(|exit| exit.reasons.len() == 2))
            }),
        ),
        (
            "a reopened file",
            Box::new(|family| {
                family.record.status() == FamilyStatus::Included
                    && family.events().any(|event| matches!(event, FamilyEvent::FamilyReopened(_)))
            }),
        ),
        (
            "a file to be erased, on the word of a colleague",
            Box::new(|family| {
                let author = family.record.proposal.as_ref().map(|proposal| proposal.by);
                author.is_some_and(|author| Some(author) != antenna.referents.first().map(|one| one.id))
            }),
        ),
        ("a file in the archive", Box::new(|family| family.record.status() == FamilyStatus::Archived)),
        ("two stays in one record", Box::new(|family| family.record.stays.len() == 2)),
        (
            "an orientation refused with its motive",
            Box::new(|family| {
                let last = family.record.orientations.last().unwrap();
                matches!(&last.state, OrientationState::Refused { motive, .. } if !motive.is_empty())
            }),
        ),
        ("an orientation that passes every check of art. 2", Box::new(move |family| waits(family, true))),
        ("an orientation that fails one", Box::new(move |family| waits(family, false))),
        (
            "a namesake let in with a motive",
            Box::new(|family| family.record.stays.iter().any(|stay| stay.override_motive.is_some())),
        ),
        (
            "a change of referent with its motive",
            Box::new(|family| {
                family.record.stays.len() == 1
                    && family.record.assignments.last().is_some_and(|last| !last.motive.is_empty())
            }),
        ),
        ("a stand-in today", Box::new(move |family| family.record.stand_ins_on(today).next().is_some())),
    ]
}

fn of_the_deadlines<'a>(today: NaiveDate, antenna: &'a AntennaRecord) -> Vec<(&'static str, Shows<'a>)> {
    let overdue = |what, rule: DeadlineRule| -> (&'static str, Shows<'a>) {
        let shows = move |family: &Lived| {
            deadline::deadlines(&family.record, antenna).iter().any(|line| line.rule == rule && line.due < today)
        };
        (what, Box::new(shows))
    };
    vec![
        overdue("a contract not signed in time", DeadlineRule::ContractToSign),
        overdue("a review overdue", DeadlineRule::ContractReview),
        overdue("a renewal overdue", DeadlineRule::ContractRenewal),
        overdue("a commitment overdue", DeadlineRule::CommitmentDue),
        overdue("an appointment overdue", DeadlineRule::Appointment),
        overdue("a file past its time", DeadlineRule::Retention),
        overdue("a silence overdue", DeadlineRule::Silence),
    ]
}

#[test]
fn a_made_up_departement_is_enrolled_and_its_orientations_wait_to_be_taken_in() {
    let directory = tempfile::tempdir().unwrap();
    let store = directory.path().join("store");
    let today: NaiveDate = "2026-11-23".parse().unwrap();
    let clock = Clock::frozen(today, "2026-11-23T10:00:00Z".parse().unwrap());
    let demonstration = Demonstration::new(20, 1, today).unwrap();
    demonstration.tell(&store, clock, |_| {}).unwrap();
    demonstration.enrol(&store, clock).unwrap();
    let mut app = access::open(&store, &access::Opener::Demonstration, clock).unwrap();
    assert_eq!(app.enrolment().unwrap().ours, crate::app::OwnStanding::Known);
    let supports: Vec<_> = app.supports().unwrap().into_iter().map(|one| (one.title, one.versions.len())).collect();
    let expected = [("Fiche d’orientation", 2), ("Saisine de l’équipe pluridisciplinaire", 1)];
    assert_eq!(supports, expected.map(|(title, count)| (title.to_owned(), count)));
    let folder = std::path::PathBuf::from(app.setting("folder").unwrap().unwrap());
    let arrivals = app.arrivals(&folder).unwrap();
    let [waiting] = arrivals.files.as_slice() else { panic!("{arrivals:?}") };
    let taken = app.take_in(&std::fs::read(&waiting.path).unwrap()).unwrap();
    let crate::app::TakenIn::Applied(applied) = taken else { panic!("{taken:?}") };
    assert_eq!((applied[0].accepted, applied[0].refused), (3, 0));
}

/// The list reads a view from the store, a filter from the index: they must not differ, for whoever looks on whatever day.
#[test]
fn each_view_lists_the_same_families_from_the_store_and_from_the_index() {
    let directory = tempfile::tempdir().unwrap();
    let store = directory.path().join("store");
    let today = day("2026-11-23");
    let at = |today: NaiveDate| Clock::frozen(today, "2026-11-23T10:00:00Z".parse().unwrap());
    let demonstration = Demonstration::new(47, 1, today).unwrap();
    demonstration.tell(&store, at(today), |_| {}).unwrap();
    let mut stood_in = BTreeSet::new();
    for later in [0, 1, 9, 40] {
        let today = calendar::add_days(today, later);
        for place in 0..demonstration.antenna.referents.len() {
            let me = demonstration.antenna.referents[place].id;
            let mut app = access::open(&store, &Opener::Demonstration, at(today)).unwrap();
            app.author = me;
            let read = |view| app.first_rows(view, crate::app::Sort::Name, 100).unwrap();
            let all: Vec<_> = [ListView::Active, ListView::Gone].into_iter().flat_map(read).collect();
            for view in ListView::ALL {
                let ids =
                    |rows: Vec<crate::domain::row::FamilyRow>| rows.iter().map(|row| row.id).collect::<BTreeSet<_>>();
                let indexed = all.iter().filter(|row| view.lists(row, me, today)).cloned().collect();
                assert_eq!(ids(read(view)), ids(indexed), "{view:?} for {me:?} on {today}");
            }
            let mine = read(ListView::Mine).into_iter().filter(|row| row.referent != Some(me));
            stood_in.extend(mine.map(|row| (later, row.id)));
        }
    }
    assert!(stood_in.iter().any(|(later, _)| *later == 0), "a family is mine while I stand in");
    assert!(stood_in.iter().all(|(later, _)| *later < 40), "and no longer than that");
}
