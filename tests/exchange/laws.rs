//! What holds for every bundle: nothing is lost on the way, order is kept, and what must stay stays.

use std::collections::BTreeSet;

use jalon::domain::encounter::Confidentiality;
use jalon::domain::event::{AntennaEvent, Event, FamilyEvent};
use jalon::domain::family::Contact;
use jalon::exchange::bundle::Body;
use jalon::exchange::disclosure::{self, Counted, Disclosure};
use jalon::exchange::envelope::{BUNDLE_TYPE, SYNC_TYPE, open, seal};
use jalon::exchange::{ExchangeError, Verified};
use jalon::journal::replay;
use proptest::prelude::*;
use serde_json::json;

use super::fixture::{Story, family, key, orientation, referent, sealed, small, whole_story};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_sealed_is_what_opens(payload in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let sealed = seal(&payload, BUNDLE_TYPE, &key()).unwrap();
        let opened = open(sealed.clone(), BUNDLE_TYPE).unwrap();
        prop_assert_eq!(opened.payload(), payload.as_slice());
        prop_assert_eq!(opened.key, key().public());
        prop_assert_eq!(open(sealed, SYNC_TYPE).unwrap_err(), ExchangeError::OtherPayloadType {});
    }

    #[test]
    fn a_byte_changed_into_any_other_is_refused(position in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = sealed(&small());
        let position = position.index(bytes.len());
        prop_assume!(bytes[position] != byte);
        bytes[position] = byte;
        prop_assert!(Verified::open(&bytes, None).is_err());
    }

    #[test]
    fn no_bytes_make_the_reader_fail_otherwise_than_by_a_refusal(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let payload = seal(&bytes, BUNDLE_TYPE, &key()).unwrap();
        prop_assert!(Verified::open(&payload, None).is_err());
        prop_assert!(Verified::open(&bytes, None).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_private_note_panel_note_or_contact_ever_leaves(
        notes in prop::collection::vec((0..3_usize, "[a-zé]{12}"), 1..8),
        telephone in "0[67][0-9]{8}",
    ) {
        let mut story = Story::new();
        story.act(family(1), "2026-03-02", orientation("2026-03-01", "Diarra", "Aminata", "7204821"));
        story.act(family(1), "2026-03-02", json!({"act": "include_family", "date": "2026-03-02", "referent": referent(1)}));
        story.act(family(1), "2026-03-02", json!({"act": "record_contact", "telephone": telephone}));
        for (confidentiality, text) in &notes {
            let confidentiality = Confidentiality::ALL[*confidentiality];
            let note = json!({"act": "write_note", "date": "2026-03-02", "text": text, "confidentiality": confidentiality});
            story.act(family(1), "2026-03-02", note);
        }
        let record = disclosure::disclosed_record(family(1), &story.entries[5..]).unwrap();
        prop_assert_eq!(&record.contact, &Contact::default());
        let shown: Vec<&str> = record.notes.iter().map(|note| note.text.as_str()).collect();
        let may_leave = |confidentiality: usize| Confidentiality::ALL[confidentiality] == Confidentiality::Shareable;
        let expected: Vec<&str> =
            notes.iter().filter(|(confidentiality, _)| may_leave(*confidentiality)).map(|(_, text)| text.as_str()).collect();
        prop_assert_eq!(&shown, &expected);
        let bundle = story.bundle(1);
        let payload = String::from_utf8(bundle.encode().unwrap()).unwrap();
        prop_assert!(!payload.contains(&telephone));
        for (_, text) in notes.iter().filter(|(_, text)| !expected.contains(&text.as_str())) {
            prop_assert!(!payload.contains(text.as_str()));
        }
        prop_assert!(Verified::open(&sealed(&bundle), None).is_ok());
    }
}

#[test]
fn a_bundle_read_back_is_the_bundle_that_was_written() {
    let story = whole_story();
    for first in 1..=story.entries.len() as u64 {
        let bundle = story.bundle(first);
        let opened = Verified::open(&sealed(&bundle), None).unwrap();
        assert_eq!(opened.payload(), bundle.encode().unwrap());
        let sent = &story.entries[first as usize - 1..];
        assert_eq!(opened.entries().len(), sent.len());
        for (received, sent) in opened.entries().iter().zip(sent) {
            assert_eq!((received.id, received.digest, received.previous), (sent.id, sent.digest, sent.previous));
        }
        assert_eq!(opened.into_bundle(), bundle, "from entry {first}");
    }
}

#[test]
fn records_recomputed_from_the_entries_received_are_those_that_came_with_them() {
    let opened = Verified::open(&sealed(&whole_story().bundle(1)), None).unwrap();
    let Body::Activity(activity) = &opened.bundle().body else { panic!("not an activity") };
    assert_eq!(activity.families.len(), 5);
    for record in &activity.families {
        let entries: Vec<_> =
            opened.entries().iter().filter(|entry| entry.family == Some(record.id)).cloned().collect();
        assert_eq!(replay::family(record.id, &entries).unwrap(), *record);
    }
    let events = opened.entries().iter().flat_map(|entry| &entry.events);
    let digests_alone = events.filter(|event| event.content.is_none());
    assert_eq!(activity.withheld, digests_alone.count() as u64);
}

#[test]
fn the_table_by_kind_says_what_the_table_by_event_says_for_every_kind() {
    let story = whole_story();
    let mut seen = BTreeSet::new();
    for event in story.entries.iter().flat_map(|entry| replay::events(entry).unwrap()) {
        let (kind, disclosure) = match &event {
            Event::Family(event) => (event.kind(), disclosure::of_family(event)),
            Event::Antenna(event) => (event.kind(), Disclosure::Whole),
        };
        assert_eq!(disclosure::of_kind(kind), Some(disclosure), "{kind}");
        seen.insert(kind);
    }
    let kinds: BTreeSet<_> = FamilyEvent::KINDS.iter().chain(AntennaEvent::KINDS).map(|(kind, _)| *kind).collect();
    assert_eq!(seen, kinds, "the story tells every kind");
    assert_eq!(disclosure::of_kind("written-by-a-newer-program"), None);
}

#[test]
fn what_is_counted_before_sealing_is_what_the_bundle_holds() {
    let story = whole_story();
    let mut counted = Counted::default();
    for entry in &story.entries {
        counted.add(entry).unwrap();
    }
    let Body::Activity(activity) = story.bundle(1).body else { panic!("not an activity") };
    assert_eq!(counted.staying.values().sum::<u64>(), activity.withheld);
    let leaving: u64 = counted.leaving.values().sum();
    let whole = activity.entries.iter().flat_map(|entry| &entry.events).filter(|event| event.body.is_some());
    assert_eq!(leaving, whole.count() as u64);
}

#[test]
fn a_record_without_what_stays_is_the_one_that_the_disclosed_entries_make() {
    let story = whole_story();
    let families: BTreeSet<_> = story.entries.iter().filter_map(|entry| entry.family).collect();
    let mut withheld = 0;
    for family in families {
        let own: Vec<_> = story.entries.iter().filter(|entry| entry.family == Some(family)).cloned().collect();
        let record = replay::family(family, &own).unwrap();
        let disclosed = disclosure::disclosed_record(family, &own).unwrap();
        withheld += usize::from(record != disclosed);
        assert_eq!(disclosure::without_what_stays(record), disclosed);
    }
    assert!(withheld > 0, "the story has something that stays");
}
