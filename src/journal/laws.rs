//! What holds for every journal: order of replay, undo and redo, the chain, and the text of events.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{TestCaseError, TestRunner};
use uuid::Uuid;

use super::chain::{BrokenChain, event_digest, verify};
use super::codec::{self, Decoded};
use super::entry::{Digest, Entry, Head, Purpose};
use super::replay;
use super::testing::{Story, sealed};
use crate::base::id::ReplicaId;
use crate::domain::event::{AntennaEvent, Event, FamilyEvent};
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::testing::walk::{Step, step, steps};
use crate::domain::testing::{Desk, antenna_acts, laws};

/// A whole life, entry by entry.
fn lived(steps: &[Step]) -> Story {
    let mut story = Story::begun();
    for step in steps {
        story.lives(step);
    }
    story
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_can_be_undone_or_redone_leaves_a_record_that_holds(
        life in prop::collection::vec((step(), any::<Option<Index>>()), 1..60),
    ) {
        let mut story = Story::begun();
        for (step, undone) in &life {
            story.lives(step);
            laws::hold(&story.desk)?;
            if let Some(index) = undone {
                let of = index.get(&story.entries).id;
                if story.undo(of).is_ok() {
                    laws::hold(&story.desk).map_err(|broken| {
                        let kinds: Vec<_> = story.entries.iter().map(|entry| {
                            let events = replay::family_events(entry).unwrap();
                            (entry.id.number, events.iter().map(FamilyEvent::kind).collect::<Vec<_>>(), entry.purpose.clone())
                        }).collect();
                        TestCaseError::fail(format!("{broken} after undoing {} of {kinds:#?}", of.number))
                    })?;
                }
            }
        }
    }

    #[test]
    fn an_undo_takes_away_its_entry_and_nothing_else_and_its_undo_brings_it_back(
        life in steps(50), index in any::<Index>(),
    ) {
        let mut story = lived(&life);
        let of = index.get(&story.entries).id;
        let before = story.desk.record.clone();
        let mut without = FamilyRecord::new(before.id);
        for entry in story.entries.iter().filter(|entry| entry.id != of) {
            replay::family_events(entry).unwrap().iter().for_each(|event| crate::domain::evolve(&mut without, event));
        }
        if story.undo(of).is_ok() {
            prop_assert_eq!(&story.desk.record, &without);
            prop_assert_eq!(story.undo(of), Err(Refusal::AlreadyUndone {}));
            let undo = story.entries.last().unwrap().id;
            prop_assert_eq!(story.undo(undo), Ok(()));
            prop_assert_eq!(&story.desk.record, &before);
            let redo = story.entries.last().unwrap().id;
            prop_assert_eq!(story.undo(redo), Ok(()));
            prop_assert_eq!(&story.desk.record, &without);
        } else {
            prop_assert_eq!(&story.desk.record, &before, "a refused undo changes nothing");
        }
    }

    #[test]
    fn the_last_act_can_always_be_undone_and_gives_the_record_before_it(life in steps(40)) {
        let mut story = Story::begun();
        for step in &life {
            let before = story.desk.record.clone();
            if story.lives(step) {
                let last = story.entries.last().unwrap().id;
                // What two referents have had erased is nowhere any more.
                if story.desk.record.erased.is_some() {
                    prop_assert_eq!(story.undo(last), Err(Refusal::FamilyIsErased {}));
                    break;
                }
                prop_assert_eq!(story.undo(last), Ok(()));
                prop_assert_eq!(&story.desk.record, &before);
                let undo = story.entries.last().unwrap().id;
                story.undo(undo).unwrap();
            }
        }
    }

    #[test]
    fn entries_of_several_replicas_give_one_record_in_whatever_order_they_came(
        life in prop::collection::vec((step(), 0..3_usize, any::<bool>()), 1..50),
        shuffle in any::<u64>(),
    ) {
        let entries = together(&life);
        let mut ordered = entries.clone();
        ordered.sort_by_key(Entry::order);
        for (place, entry) in ordered.iter().enumerate() {
            let read = |other: &Entry| {
                entry.seen.get(&other.id.replica).is_some_and(|number| other.id.number <= *number)
                    || (other.id.replica == entry.id.replica && other.id.number < entry.id.number)
            };
            prop_assert!(!ordered[place..].iter().any(read), "an entry comes after all that its author had read");
        }
        let family = Desk::opened().record.id;
        let record = replay::family(family, &ordered).unwrap();
        let mut shuffled = entries;
        let mut dice = shuffle;
        for place in (1..shuffled.len()).rev() {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(place, usize::try_from(dice >> 33).unwrap() % (place + 1));
        }
        shuffled.sort_by_key(Entry::order);
        prop_assert_eq!(&shuffled, &ordered);
        prop_assert_eq!(replay::family(family, &shuffled).unwrap(), record);
    }

    #[test]
    fn the_chain_shows_whatever_was_altered_removed_or_moved(
        life in steps(40), index in any::<Index>(), other in any::<Index>(), how in 0..15_usize,
    ) {
        let mut entries = lived(&life).entries;
        prop_assert_eq!(checked(&entries), Ok(()));
        let place = index.index(entries.len() - 1);
        let whole = entries.clone();
        match how {
            0 => entries[place].lamport += 1,
            1 => entries[place].recorded_at += chrono::TimeDelta::milliseconds(1),
            2 => entries[place].author = Uuid::from_u128(7).into(),
            3 => entries[place].family = None,
            4 => entries[place].purpose = Purpose::Undo { of: whole[0].id },
            5 => entries[place].id.number += 1,
            6 => entries[place].id.replica = Uuid::from_u128(7).into(),
            7 => { entries[place].seen.insert(Uuid::from_u128(7).into(), 1); }
            8 => { entries[place].events.pop(); }
            9 => {
                let event = other.index(entries[place].events.len());
                let content = entries[place].events[event].content.as_mut().unwrap();
                let byte = other.index(content.body.len());
                let mut bytes = content.body.clone().into_bytes();
                bytes[byte] = if bytes[byte] == b'x' { b'y' } else { b'x' };
                content.body = String::from_utf8_lossy(&bytes).into_owned();
            }
            10 => entries[place].events[0].content.as_mut().unwrap().salt[0] ^= 1,
            11 => { entries.remove(place); }
            12 => entries.swap(place, place + 1),
            _ => {
                // Rewritten with care: the body, its digest and the entry's own; even the link of the entry after it.
                let entry = &mut entries[place];
                entry.events[0].content.as_mut().unwrap().body.push(' ');
                entry.events[0].digest = event_digest(entry.events[0].content.as_ref().unwrap());
                entry.digest = super::chain::entry_digest(entry);
                if how == 14 {
                    entries[place + 1].previous = entries[place].digest;
                }
            }
        }
        prop_assert_ne!(&entries, &whole);
        prop_assert!(checked(&entries).is_err(), "alteration {} of entry {}", how, place);
    }

    #[test]
    fn a_withheld_body_breaks_no_chain_and_keeps_its_digest(life in steps(40), index in any::<Index>()) {
        let mut entries = lived(&life).entries;
        let place = index.index(entries.len());
        entries[place].events.iter_mut().for_each(|event| event.content = None);
        prop_assert_eq!(checked(&entries), Ok(()));
        entries[place].events[0].digest = Digest([7; 32]);
        prop_assert_eq!(checked(&entries), Err(BrokenChain::Entry(entries[place].id.number)));
    }

    #[test]
    fn no_text_makes_the_codec_fail_otherwise_than_by_an_error(text in "\\PC{0,60}", kind in "[a-z-]{1,20}") {
        let _ = codec::decode(&text);
        let _ = codec::kind_of(&text);
        let unknown = format!(r#"{{"kind":"{kind}","version":1,"data":{{}}}}"#);
        let known = FamilyEvent::KINDS.iter().chain(AntennaEvent::KINDS).any(|(known, _)| *known == kind);
        prop_assert_eq!(matches!(codec::decode(&unknown), Ok(Decoded::Unknown { .. })), !known);
    }
}

/// Walks along a chain from its first entry.
fn checked(entries: &[Entry]) -> Result<(), BrokenChain> {
    entries.iter().try_fold(Digest::ZERO, |previous, entry| verify(entry, &previous).map(|()| entry.digest)).map(drop)
}

/// The entries of three replicas that work on one family, each on what it has read; `true` reads everything first.
fn together(life: &[(Step, usize, bool)]) -> Vec<Entry> {
    let mut heads: Vec<Head> = (1..=3).map(|replica| Head::start(ReplicaId::from(Uuid::from_u128(replica)))).collect();
    let mut read: Vec<Vec<Entry>> = vec![Vec::new(); 3];
    let mut all: Vec<Entry> = Vec::new();
    let mut desk = Desk::opened();
    for (step, replica, reads) in life {
        let (head, known) = (&mut heads[*replica], &mut read[*replica]);
        if *reads {
            known.clone_from(&all);
            for entry in known.iter().filter(|entry| entry.id.replica != head.replica) {
                head.lamport = head.lamport.max(entry.lamport);
                let seen = head.seen.entry(entry.id.replica).or_default();
                *seen = entry.id.number.max(*seen);
            }
        }
        known.sort_by_key(Entry::order);
        desk.record = replay::family(desk.record.id, known).unwrap();
        let act = desk.walks(step);
        if let Ok(events) = desk.decides(&act) {
            let entry = sealed(&desk, Purpose::Act, &events, head);
            known.push(entry.clone());
            all.push(entry);
        }
    }
    all
}

#[test]
fn every_kind_of_event_reads_back_as_it_was_written() {
    let mut written: BTreeSet<String> = BTreeSet::new();
    let mut runner = TestRunner::deterministic();
    let mut round = |event: Event| {
        let text = codec::encode(&event).unwrap();
        assert_eq!(codec::decode(&text).unwrap(), Decoded::Known(event));
        written.insert(codec::kind_of(&text).unwrap().to_owned());
        // Before or after this version of the kind, the text belongs to another program.
        let newer = text.replacen(r#""version":1"#, r#""version":2"#, 1);
        assert!(matches!(codec::decode(&newer).unwrap(), Decoded::Unknown { version: 2, .. }));
    };
    for _ in 0..400 {
        let life = steps(200).new_tree(&mut runner).unwrap().current();
        let mut desk = Desk::opened();
        for step in &life {
            let act = desk.walks(step);
            for event in desk.decides(&act).unwrap_or_default() {
                crate::domain::evolve(&mut desk.record, &event);
                round(Event::Family(event));
            }
        }
    }
    let mut desk = Desk::opened();
    desk.antenna = Default::default();
    for act in antenna_acts() {
        let act = desk.about_what_is_there(act);
        desk.antenna_tries(act.clone()).unwrap().into_iter().for_each(|event| round(Event::Antenna(event)));
        desk = desk.antenna_does(act);
    }
    let kinds = FamilyEvent::KINDS.iter().chain(AntennaEvent::KINDS).map(|(kind, _)| (*kind).to_owned());
    assert_eq!(written, kinds.collect());
}

#[test]
fn the_moment_of_entry_decides_nothing() {
    let story = Story::begun();
    let mut later = story.entries.clone();
    later[0].recorded_at = DateTime::<Utc>::MAX_UTC;
    assert_eq!(replay::family(story.desk.record.id, &later).unwrap(), story.desk.record);
}
