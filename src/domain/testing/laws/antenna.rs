//! What holds for every antenna that accepted acts have made, and between it and a family of its caseload.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{TestCaseError, TestRunner};

use super::{Law, hold, what_happens_is_allowed};
use crate::domain::antenna::{self, AntennaRecord};
use crate::domain::convention;
use crate::domain::deadline::{DeadlineRule, convention_deadlines, deadlines};
use crate::domain::event::{AntennaEvent, FamilyEvent};
use crate::domain::evolve;
use crate::domain::testing::walk::{AntennaStep, Step, antenna_step, step};
use crate::domain::testing::{Desk, antenna_acts, place_of_antenna};

/// What happens next: to the family, or to the antenna.
#[derive(Clone, Debug)]
enum Turn {
    Family(Step),
    Antenna(AntennaStep),
}

fn turns(longest: usize) -> impl Strategy<Value = Vec<Turn>> {
    let turn = prop_oneof![2 => step().prop_map(Turn::Family), 1 => antenna_step().prop_map(Turn::Antenna)];
    prop::collection::vec(turn, 1..longest)
}

/// Everything that no sequence of accepted acts can break of the antenna's own record.
fn antenna_holds(desk: &Desk) -> Law {
    let antenna = &desk.antenna;
    people_are_there_once(antenna)?;
    centers_are_apart(antenna)?;
    one_version_begins_a_day(antenna)?;
    sessions_are_apart(antenna)?;
    topics_go_forward(desk)?;
    for (place, one) in antenna.closed_periods.iter().enumerate() {
        prop_assert!(one.from <= one.to && one.to < one.closed_on && one.closed_on <= desk.today);
        let apart = antenna.closed_periods[place + 1..].iter().all(|other| one.to < other.from);
        prop_assert!(apart, "two closed periods share a day");
    }
    prop_assert!(antenna.partnership_notes.iter().all(|note| note.date <= desk.today && !note.text.is_empty()));
    for deadline in convention_deadlines(antenna) {
        prop_assert!(deadline.opens <= deadline.due, "{:?}", deadline);
    }
    let text = serde_json::to_string(antenna).unwrap();
    let back: AntennaRecord = serde_json::from_str(&text).unwrap();
    prop_assert_eq!(&back, antenna);
    Ok(())
}

fn people_are_there_once(antenna: &AntennaRecord) -> Law {
    let ids: BTreeSet<_> = antenna.referents.iter().map(|one| one.id).collect();
    prop_assert_eq!(ids.len(), antenna.referents.len());
    for one in &antenna.referents {
        prop_assert!(!one.name.is_empty() && one.left_on.is_none_or(|left| one.since <= left), "{:?}", one);
    }
    Ok(())
}

/// One centre for a code, one for a commune, and never none of its places.
fn centers_are_apart(antenna: &AntennaRecord) -> Law {
    let codes: BTreeSet<_> = antenna.centers.iter().map(|one| &one.code).collect();
    prop_assert_eq!(codes.len(), antenna.centers.len());
    let all =
        antenna.centers.iter().flat_map(|one| one.communes.iter().map(move |name| (name.to_lowercase(), &one.code)));
    let communes: Vec<_> = all.collect();
    for (name, center) in &communes {
        prop_assert!(communes.iter().all(|(other, of)| other != name || of == center), "{} is of two centres", name);
    }
    prop_assert!(antenna.centers.iter().all(|one| !one.name.is_empty() && one.places != Some(0)));
    Ok(())
}

fn one_version_begins_a_day(antenna: &AntennaRecord) -> Law {
    let days: Vec<_> = antenna.conventions.iter().map(|version| version.effective_from).collect();
    prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", days);
    for version in &antenna.conventions {
        prop_assert!(convention::check(version).is_ok());
    }
    Ok(())
}

/// No two sessions of an action at one time, and none about what art. 5 leaves to others.
fn sessions_are_apart(antenna: &AntennaRecord) -> Law {
    for action in &antenna.group_actions {
        let held: Vec<_> = action.sessions.iter().filter(|one| one.cancelled.is_none()).collect();
        let times: BTreeSet<_> = held.iter().map(|one| (one.date, one.time)).collect();
        prop_assert_eq!(times.len(), held.len());
        prop_assert!(!action.sessions.is_empty() && action.sessions.is_sorted_by_key(|one| (one.date, one.time)));
        let limited = antenna.conventions.iter().flat_map(|version| &version.themes).filter(|one| one.limit.is_some());
        let limited: BTreeSet<_> = limited.map(|theme| &theme.code).collect();
        prop_assert!(action.theme.as_ref().is_none_or(|theme| !limited.contains(theme)));
    }
    Ok(())
}

/// A topic is followed after it was raised, and closed after all that was said of it (art. 8).
fn topics_go_forward(desk: &Desk) -> Law {
    for topic in &desk.antenna.topics {
        prop_assert!(topic.date <= topic.last_day() && topic.last_day() <= desk.today);
        prop_assert!(topic.follow_ups.iter().all(|one| topic.date <= one.date && !one.text.is_empty()));
        if let Some(closure) = &topic.closure {
            prop_assert!(topic.follow_ups.iter().all(|one| one.date <= closure.date) && !closure.outcome.is_empty());
        }
    }
    Ok(())
}

/// What was closed stays as it was closed, and an antenna forgets nobody and nothing (art. 7).
fn nothing_is_lost(before: &AntennaRecord, after: &AntennaRecord) -> Law {
    prop_assert!(before.closed_periods.iter().all(|one| after.closed_periods.contains(one)));
    prop_assert!(before.conventions.iter().all(|one| after.conventions.contains(one)));
    prop_assert!(before.referents.iter().all(|one| after.referent(one.id).is_some()));
    prop_assert!(before.centers.iter().all(|one| after.center(&one.code).is_some()));
    prop_assert!(before.topics.iter().all(|one| after.topic(one.id).is_some()));
    let sessions = |antenna: &AntennaRecord| antenna.group_actions.iter().map(|one| one.sessions.len()).sum::<usize>();
    prop_assert!(sessions(before) <= sessions(after));
    Ok(())
}

/// A family is given to nobody who is away or who follows nobody (art. 3), sent by no centre that is closed (art. 2), and at no
/// session that did not take place.
fn nobody_is_absent(desk: &Desk, events: &[FamilyEvent]) -> Law {
    let antenna = &desk.antenna;
    let follows =
        |id, date| antenna.has_referent_on(id, date) && antenna.referent(id).is_some_and(|one| one.role.follows());
    for event in events {
        match event {
            FamilyEvent::ReferentAssigned(one) => prop_assert!(follows(one.referent, one.from), "{:?}", one),
            FamilyEvent::StandInNamed(one) => {
                prop_assert!(follows(one.referent, one.from) && follows(one.referent, one.to), "{:?}", one);
            }
            FamilyEvent::OrientationReceived(one) => {
                prop_assert!(antenna.center(&one.center).is_some_and(|center| center.is_open_on(one.date)));
            }
            FamilyEvent::AttendanceRecorded(one) => {
                let (_, session) = antenna.group_session(one.session).unwrap();
                prop_assert!(session.cancelled.is_none() && session.date <= desk.today);
            }
            _of_something_else => {}
        }
    }
    Ok(())
}

/// A family whose referent has left, or leaves, is an alert (art. 3).
fn a_missing_referent_is_an_alert(desk: &Desk) -> Law {
    let Some(referent) = desk.record.current_stay().and(desk.record.assignments.last()) else { return Ok(()) };
    let leaves = desk.antenna.referent(referent.referent).is_some_and(|one| one.left_on.is_some());
    let found = deadlines(&desk.record, &desk.antenna);
    prop_assert!(!leaves || found.iter().any(|one| one.rule == DeadlineRule::ReferentMissing));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_an_antenna_and_a_family_do_together_leaves_records_that_hold(known in any::<bool>(), turns in turns(80)) {
        let mut desk = if known { Desk::contracted() } else { Desk::opened() };
        for turn in &turns {
            let told = match turn {
                Turn::Family(step) => {
                    let act = desk.walks(step);
                    if let Ok(events) = desk.decides(&act) {
                        what_happens_is_allowed(&desk, &events)?;
                        nobody_is_absent(&desk, &events)?;
                        events.iter().for_each(|event| evolve(&mut desk.record, event));
                    }
                    format!("{act:?}")
                }
                Turn::Antenna(step) => {
                    let act = desk.walks_the_antenna(step);
                    if let Ok(events) = desk.decides_of_antenna(&act) {
                        let before = desk.antenna.clone();
                        events.iter().for_each(|event| antenna::evolve(&mut desk.antenna, event));
                        prop_assert_ne!(&before, &desk.antenna, "{:?}", act);
                        nothing_is_lost(&before, &desk.antenna)?;
                    }
                    format!("{act:?}")
                }
            };
            let kept = hold(&desk).and_then(|()| antenna_holds(&desk)).and_then(|()| a_missing_referent_is_an_alert(&desk));
            kept.map_err(|broken| TestCaseError::fail(format!("{broken} after {told} on {}", desk.today)))?;
        }
    }
}

#[test]
fn the_random_antennas_live_through_every_kind_of_act_and_of_event() {
    let mut seen = BTreeSet::from(["antenna-founded"]);
    // How often an act of each kind was tried, and accepted.
    let mut acts = vec![(0, 0); antenna_acts().len()];
    let mut runner = TestRunner::deterministic();
    for _ in 0..200 {
        let lived = prop::collection::vec(antenna_step(), 1..100).new_tree(&mut runner).unwrap().current();
        let mut desk = Desk::opened();
        for step in &lived {
            let act = desk.walks_the_antenna(step);
            let decided = desk.decides_of_antenna(&act);
            let (tried, accepted) = &mut acts[place_of_antenna(&act)];
            (*tried, *accepted) = (*tried + 1, *accepted + u32::from(decided.is_ok()));
            for event in decided.unwrap_or_default() {
                antenna::evolve(&mut desk.antenna, &event);
                seen.insert(event.kind());
            }
        }
    }
    for (act, (tried, accepted)) in antenna_acts().iter().zip(acts) {
        println!("{}: {accepted} accepted of {tried}", act["act"]);
        let is_founding = act["act"] == "found_antenna";
        assert!(is_founding != (0 < accepted) && accepted < tried, "{}: {accepted} accepted of {tried}", act["act"]);
    }
    let kinds: BTreeSet<_> = AntennaEvent::KINDS.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(seen, kinds);
}
