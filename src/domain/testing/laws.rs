//! What holds for every record that accepted acts have made.

mod antenna;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{TestCaseError, TestRunner};

use super::walk::steps;
use super::{Desk, FAMILY_ACTS, place_of};
use crate::base::calendar::{add_days, birthday};
use crate::domain::contract::Contract;
use crate::domain::convention::ExitGround;
use crate::domain::deadline::deadlines;
use crate::domain::event::FamilyEvent;
use crate::domain::family::{FamilyRecord, Stay};
use crate::domain::indicator::Indicators;
use crate::domain::panel::{PanelMeasure, PanelMotive};
use crate::domain::row::row;
use crate::domain::{FamilyAct, evolve};

type Law = Result<(), TestCaseError>;

/// Everything that no sequence of accepted acts can break, on a record as it is on `desk.today`.
pub fn hold(desk: &Desk) -> Law {
    let record = &desk.record;
    nothing_before_the_family(record)?;
    stays_are_apart(record)?;
    one_referent_at_a_date(record, desk.today)?;
    one_contract_a_day(record)?;
    nothing_outside_its_stay(record)?;
    no_exit_without_its_ground(desk)?;
    one_stand_in_and_one_pregnancy_at_a_time(record)?;
    nobody_is_sanctioned_unheard(desk)?;
    nothing_is_worked_on_beyond_article_5(desk)?;
    views_are_sound(desk)
}

fn nothing_before_the_family(record: &FamilyRecord) -> Law {
    if record.orientations.is_empty() {
        let erased = record.erased.clone();
        prop_assert_eq!(record, &FamilyRecord { erased, ..FamilyRecord::new(record.id) });
    }
    let pending = record.orientations.iter().filter(|one| Some(*one) == record.pending_orientation()).count();
    prop_assert!(pending < 2);
    Ok(())
}

fn last_day(stay: &Stay) -> NaiveDate {
    stay.exit.as_ref().map_or(NaiveDate::MAX, |exit| exit.date)
}

fn stays_are_apart(record: &FamilyRecord) -> Law {
    for pair in record.stays.windows(2) {
        prop_assert!(last_day(&pair[0]) < pair[1].included_on, "no day belongs to two stays");
    }
    for stay in &record.stays {
        let orientation = record.orientations.iter().find(|one| one.id == stay.orientation);
        prop_assert!(orientation.is_some_and(|one| one.date <= stay.included_on && one.center == stay.center));
        prop_assert!(stay.included_on <= last_day(stay));
    }
    Ok(())
}

fn one_referent_at_a_date(record: &FamilyRecord, today: NaiveDate) -> Law {
    for stay in &record.stays {
        let mut date = stay.included_on;
        while date <= last_day(stay).min(add_days(today, 60)) {
            prop_assert!(record.referent_on(date).is_some(), "a family in the caseload has a referent on {}", date);
            date = add_days(date, 7);
        }
        let begun: Vec<_> = record.assignments.iter().filter(|one| one.from == stay.included_on).collect();
        prop_assert_eq!(begun.len(), 1, "one referent on the day of inclusion");
    }
    Ok(())
}

fn one_contract_a_day(record: &FamilyRecord) -> Law {
    let signed: Vec<&Contract> = record.contracts.iter().filter(|one| one.signature.is_some() && one.began()).collect();
    for (place, one) in signed.iter().enumerate() {
        for other in &signed[place + 1..] {
            let apart = one.last_day() < other.starts || other.last_day() < one.starts;
            prop_assert!(apart, "contracts {} and {} share a day", one.rank, other.rank);
        }
        prop_assert!(one.last_day() <= one.term());
    }
    let drafts = record.contracts.iter().filter(|one| one.signature.is_none()).count();
    prop_assert!(drafts < 2);
    let ranks: Vec<_> = record.contracts.iter().map(|one| one.rank).collect();
    prop_assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]), "ranks {:?}", ranks);
    Ok(())
}

fn nothing_outside_its_stay(record: &FamilyRecord) -> Law {
    for held in record.encounters_held() {
        prop_assert!(record.stay_on(held.date).is_some(), "met on {} outside the caseload", held.date);
        prop_assert!(!held.steps.is_empty());
    }
    for contract in &record.contracts {
        let Some(signature) = &contract.signature else {
            prop_assert!(record.current_stay().is_some(), "a draft outlives the stay");
            continue;
        };
        let stay = record.stay_on(signature.date);
        prop_assert!(stay.is_some(), "signed on {} outside the caseload", signature.date);
        let stay = stay.unwrap();
        prop_assert!(stay.included_on <= contract.starts);
        prop_assert!(contract.last_day() <= last_day(stay), "a contract runs after the exit");
    }
    Ok(())
}

fn no_exit_without_its_ground(desk: &Desk) -> Law {
    for (stay, exit) in desk.record.stays.iter().filter_map(|stay| Some((stay, stay.exit.as_ref()?))) {
        let convention = desk.antenna.convention(exit.date).unwrap();
        prop_assert!(!exit.reasons.is_empty());
        prop_assert!(convention.exit_outcome(&exit.outcome).is_some());
        for reason in &exit.reasons {
            let grounded = match convention.exit_reason(reason).unwrap().ground {
                ExitGround::Benefit => exit.benefit_ended_on.is_some_and(|ended| ended <= exit.date),
                ExitGround::Panel => exit.panel_requested_on.is_some_and(|asked| asked <= exit.date),
                ExitGround::Agent => exit.panel_referral.is_some_and(|id| {
                    let referral = desk.record.panel_referral(id).unwrap();
                    let decision = referral.decision.as_ref().unwrap();
                    referral.motive == PanelMotive::AgentExit
                        && decision.measure == PanelMeasure::Exit
                        && decision.date <= exit.date
                        && stay.included_on <= referral.opened_on
                }),
                ExitGround::Contract => desk.record.contracts.iter().any(|contract| {
                    let of_the_stay = contract
                        .signature
                        .as_ref()
                        .is_some_and(|signed| stay.included_on <= signed.date && signed.date <= exit.date);
                    of_the_stay && contract.began() && contract.last_day() <= exit.date
                }),
            };
            prop_assert!(grounded, "{} has no ground", reason);
        }
    }
    Ok(())
}

fn one_stand_in_and_one_pregnancy_at_a_time(record: &FamilyRecord) -> Law {
    for (place, one) in record.stand_ins.iter().enumerate() {
        prop_assert!(one.from <= one.to);
        for other in &record.stand_ins[place + 1..] {
            prop_assert!(one.to < other.from || other.to < one.from, "two stand-ins on one day");
        }
    }
    prop_assert!(record.pregnancies.iter().filter(|one| one.ended_on.is_none()).count() < 2);
    Ok(())
}

/// No suspension or reduction leaves, or is decided, before the letter and the person's month or answer (L262-37); no
/// decision before the opinion or the panel's month; one referral of a motive at a time.
fn nobody_is_sanctioned_unheard(desk: &Desk) -> Law {
    let referrals = &desk.record.panel_referrals;
    for (place, one) in referrals.iter().enumerate() {
        let heard_by = |date: NaiveDate| {
            let until = one.observations_until(&desk.antenna);
            one.observations.iter().any(|said| said.date <= date) || until.is_some_and(|until| until < date)
        };
        if let Some(sent) = one.sent_on() {
            prop_assert!(one.opened_on <= sent);
            prop_assert!(desk.record.stay_on(sent).is_some(), "sent on {} outside the caseload", sent);
            prop_assert!(!one.is_adverse() || heard_by(sent), "sent on {} unheard", sent);
        }
        if let Some(decision) = &one.decision {
            prop_assert!(one.cancelled_on.is_none() && one.sent_on().is_some());
            prop_assert!(!decision.measure.is_adverse() || heard_by(decision.date), "decided unheard");
            prop_assert!(decision.measure != PanelMeasure::Exit || one.motive == PanelMotive::AgentExit);
            let until = one.opinion_until(&desk.antenna).unwrap();
            let given = one.opinion.as_ref().is_some_and(|opinion| opinion.date <= decision.date);
            prop_assert!(given || until < decision.date, "decided without the panel");
        }
        prop_assert!(one.notified_on.is_none() || one.decision.is_some());
        let other = referrals[place + 1..].iter().find(|other| other.motive == one.motive && other.is_underway());
        prop_assert!(!one.is_underway() || other.is_none(), "two referrals of one motive");
        prop_assert!(!one.is_draft() || desk.record.current_stay().is_some(), "a draft outlives the stay");
    }
    Ok(())
}

/// A theme under a hard limit has its one act, and no encounter, contract or diagnosis (art. 5).
fn nothing_is_worked_on_beyond_article_5(desk: &Desk) -> Law {
    let record = &desk.record;
    let held = record.encounters.iter().flat_map(|one| one.themes.iter().map(|theme| (one.date, theme)));
    let drafted = record.contracts.iter().flat_map(|one| one.objectives.iter().map(|said| (one.starts, &said.theme)));
    let drafted = drafted.filter_map(|(date, theme)| Some((date, theme.as_ref()?)));
    let diagnosed = record.diagnoses.iter().flat_map(|one| one.themes.iter().map(|said| (one.date, &said.theme)));
    for (date, theme) in held.chain(drafted).chain(diagnosed) {
        let known = desk.antenna.convention(date).unwrap().theme(theme);
        prop_assert!(known.is_some_and(|theme| theme.limit.is_none()), "{} is worked on, on {}", theme, date);
    }
    Ok(())
}

/// Nobody enters beyond the places, or where the person may be known, without a written motive; nobody comes back without a
/// place (art. 1 and 2); no contract is signed that begins after the youngest child's third birthday (art. 6).
fn what_happens_is_allowed(desk: &Desk, events: &[FamilyEvent]) -> Law {
    for event in events {
        match event {
            FamilyEvent::FamilyIncluded(included) => {
                let convention = desk.antenna.convention(included.date).unwrap();
                let pending = desk.record.orientations.iter().find(|one| one.id == included.orientation).unwrap();
                let full = desk.census.taken_by_center >= desk.antenna.places_of(&pending.center, convention)
                    || desk.census.taken >= convention.caseload.places;
                let gone_over = full || !desk.census.candidates.is_empty();
                prop_assert_eq!(gone_over, included.override_motive.as_ref().is_some_and(|motive| !motive.is_empty()));
            }
            FamilyEvent::FamilyReopened(back) => {
                let convention = desk.antenna.convention(back.date).unwrap();
                let stay = desk.record.stays.last().unwrap();
                let full = desk.census.taken_by_center >= desk.antenna.places_of(&stay.center, convention)
                    || desk.census.taken >= convention.caseload.places;
                prop_assert!(!full || stay.override_motive.is_some(), "came back without a place");
            }
            FamilyEvent::ContractSigned(signed) => {
                let contract = desk.record.contracts.iter().find(|one| one.id == signed.contract).unwrap();
                let years = desk.antenna.convention(contract.starts).unwrap().inclusion.child_under_years;
                let under = |born: NaiveDate| contract.starts <= birthday(born, years);
                let is_there = desk.record.children_on(contract.starts).any(|child| under(child.birth_date));
                prop_assert!(is_there, "contract {} begins on {}", contract.rank, contract.starts);
            }
            _of_something_else => {}
        }
    }
    Ok(())
}

fn views_are_sound(desk: &Desk) -> Law {
    let found = deadlines(&desk.record, &desk.antenna);
    for deadline in &found {
        prop_assert!(deadline.opens <= deadline.due, "{:?}", deadline);
    }
    let line = row(&desk.record, &found);
    // The days without a referent, over by themselves, are for the agenda alone.
    let lasting = found.iter().filter(|deadline| !deadline.ends_by_itself());
    prop_assert_eq!(line.next.map(|(_, due)| due), lasting.map(|deadline| deadline.due).min());
    let mut ever = Indicators::default();
    ever.count(&desk.record, NaiveDate::MIN, NaiveDate::MAX);
    prop_assert_eq!(ever.beneficiaries, u64::from(!desk.record.stays.is_empty()));
    prop_assert_eq!(ever.encounters_held, desk.record.encounters_held().count() as u64);
    let text = serde_json::to_string(&desk.record).unwrap();
    let back: FamilyRecord = serde_json::from_str(&text).unwrap();
    prop_assert_eq!(&back, &desk.record);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_accepted_leaves_a_record_that_holds(known in any::<bool>(), steps in steps(60)) {
        let mut desk = if known { Desk::contracted() } else { Desk::opened() };
        for step in &steps {
            let act = desk.walks(step);
            if let Ok(events) = desk.decides(&act) {
                prop_assert!(!events.is_empty(), "an act that changes nothing is refused");
                what_happens_is_allowed(&desk, &events)?;
                let before = desk.record.clone();
                events.iter().for_each(|event| evolve(&mut desk.record, event));
                prop_assert_ne!(&before, &desk.record, "{:?}", act);
                hold(&desk).map_err(|broken| TestCaseError::fail(format!("{broken} after {act:?} on {}", desk.today)))?;
            }
        }
    }

    #[test]
    fn events_without_their_object_change_nothing_and_never_panic(steps in steps(60)) {
        let mut desk = Desk::opened();
        let mut orphans = Vec::new();
        for step in &steps {
            let act = desk.walks(step);
            if let Ok(events) = desk.decides(&act) {
                events.iter().for_each(|event| evolve(&mut desk.record, event));
                orphans.extend(events);
            }
        }
        // Half of what happened was withheld: the rest is applied to a record that knows nothing of it.
        let mut record = FamilyRecord::new(desk.record.id);
        orphans.iter().step_by(2).for_each(|event| evolve(&mut record, event));
        desk.record = record;
        deadlines(&desk.record, &desk.antenna);
        for step in &steps {
            let act: FamilyAct = desk.walks(step);
            let _ = desk.decides(&act);
        }
    }
}

#[test]
fn the_random_lives_live_through_every_kind_of_act_and_of_event() {
    let mut seen = std::collections::BTreeSet::new();
    // How often an act of each kind was tried, and accepted.
    let mut acts = vec![(0, 0); FAMILY_ACTS.len()];
    let mut runner = TestRunner::deterministic();
    for _ in 0..400 {
        let lived = steps(200).new_tree(&mut runner).unwrap().current();
        let mut desk = Desk::opened();
        for step in &lived {
            let act = desk.walks(step);
            let decided = desk.decides(&act);
            let (tried, accepted) = &mut acts[place_of(&act)];
            (*tried, *accepted) = (*tried + 1, *accepted + u32::from(decided.is_ok()));
            for event in decided.unwrap_or_default() {
                evolve(&mut desk.record, &event);
                seen.insert(event.kind());
            }
        }
    }
    for (line, (tried, accepted)) in FAMILY_ACTS.iter().zip(acts) {
        let kind = line.split('"').nth(3).unwrap();
        println!("{kind}: {accepted} accepted of {tried}");
        assert!(0 < accepted && accepted < tried, "{kind}: {accepted} accepted of {tried}");
    }
    let kinds: std::collections::BTreeSet<_> = FamilyEvent::KINDS.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(seen, kinds);
}
