//! Faults of what the body says, in canonical form under a valid signature: altered entries, gaps, leaks.

use jalon::domain::encounter::{Confidentiality, Note};
use jalon::domain::event::{Event, FamilyEvent};
use jalon::exchange::Bundle;
use jalon::exchange::activity::{Activity, DisclosedEntry};
use jalon::exchange::bundle::Body;
use jalon::journal::codec;
use jalon::journal::entry::{Digest, Entry, EventContent, Head};
use jalon::journal::{chain, entry};

use super::super::fixture::{Story, day, family, replica, sealed, small, whole_story};
use super::Made;

pub fn faults() -> Vec<Made> {
    let mut faults: Vec<Made> = Vec::new();
    let mut changed = |refusal, name, change: &dyn Fn(&mut Bundle)| {
        let mut bundle = small();
        change(&mut bundle);
        faults.push((name, refusal, sealed(&bundle)));
    };
    let first = |bundle: &mut Bundle, change: &dyn Fn(&mut DisclosedEntry)| change(&mut activity(bundle).entries[0]);

    for (name, change) in [
        (
            "event-body-altered",
            (|one| edit(&mut one.events[0].body, "home-visit", "remote")) as fn(&mut DisclosedEntry),
        ),
        ("event-salt-altered", |one| edit(&mut one.events[0].salt, "5a17", "5a18")),
        ("event-digest-altered", |one| one.events[0].digest.0[0] ^= 1),
        ("withheld-digest-altered", |one| one.events[1].digest.0[0] ^= 1),
        ("event-removed", |one| drop(one.events.pop())),
        ("events-swapped", |one| one.events.swap(0, 1)),
        ("event-doubled", |one| one.events.push(one.events[0].clone())),
        ("author-altered", |one| one.header.author = super::super::fixture::referent(2)),
        ("family-altered", |one| one.header.family = Some(family(2))),
        ("family-removed", |one| one.header.family = None),
        ("lamport-altered", |one| one.header.lamport += 1),
        ("instant-altered", |one| one.header.recorded_at += 1),
        ("instant-out-of-range", |one| one.header.recorded_at = 9_007_199_254_740_991),
        ("seen-altered", |one| one.header.seen.extend([(replica(), 1)])),
        ("purpose-altered", |one| one.header.purpose = entry::Purpose::Import { bundle: Digest::ZERO }),
        ("entry-digest-altered", |one| one.digest.0[31] ^= 0x80),
        ("previous-altered", |one| one.previous.0[0] ^= 1),
        ("salt-without-body", |one| one.events[0].body = None),
        ("body-without-salt", |one| one.events[0].salt = None),
        ("salt-in-capitals", |one| one.events[0].salt = one.events[0].salt.as_ref().map(|salt| salt.to_uppercase())),
        ("salt-too-short", |one| one.events[0].salt.as_mut().unwrap().truncate(31)),
    ] {
        changed("entry-altered", name, &|bundle| first(bundle, &change));
    }
    changed("entries-out-of-order", "entries-reordered", &|bundle| activity(bundle).entries.swap(0, 1));
    changed("entries-out-of-order", "entry-doubled", &|bundle| {
        let one = activity(bundle).entries[1].clone();
        activity(bundle).entries.push(one);
    });
    changed("entries-out-of-order", "link-altered", &|bundle| activity(bundle).entries[1].previous.0[0] ^= 1);
    changed("heads-mismatch", "first-entry-missing", &|bundle| drop(activity(bundle).entries.remove(0)));
    changed("heads-mismatch", "last-entry-missing", &|bundle| drop(activity(bundle).entries.pop()));
    changed("heads-mismatch", "no-entry", &|bundle| activity(bundle).entries.clear());
    changed("heads-mismatch", "run-begins-earlier", &|bundle| bundle.journal.get_mut(&replica()).unwrap().first -= 1);
    changed("heads-mismatch", "run-ends-later", &|bundle| bundle.journal.get_mut(&replica()).unwrap().last += 1);
    changed("heads-mismatch", "run-digest-altered", &|bundle| {
        bundle.journal.get_mut(&replica()).unwrap().digest = Digest::ZERO;
    });
    changed("heads-mismatch", "run-missing", &|bundle| bundle.journal.clear());
    changed("heads-mismatch", "run-of-another-replica", &|bundle| {
        let run = bundle.journal[&replica()].clone();
        bundle.journal.insert(jalon::base::id::ReplicaId::from_bytes([0xd2; 16]), run);
    });
    changed("record-discloses", "record-with-a-contact", &|bundle| {
        activity(bundle).families[0].contact.telephone = "06 00 00 00 00".into();
    });
    for (name, confidentiality) in [
        ("record-with-a-private-note", Confidentiality::Private),
        ("record-with-a-panel-note", Confidentiality::PanelOnly),
    ] {
        changed("record-discloses", name, &|bundle| {
            activity(bundle).families[0].notes[0].confidentiality = confidentiality;
        });
    }

    changed("payload-not-canonical", "record-doubled", &|bundle| {
        let mut other = activity(bundle).families[0].clone();
        other.encounters.clear();
        activity(bundle).families.insert(0, other);
    });
    changed("payload-not-canonical", "withheld-one-more", &|bundle| activity(bundle).withheld += 1);

    let whole = whole_story();
    let mut reordered = whole.bundle(1);
    activity(&mut reordered).families.swap(0, 1);
    faults.push(("records-reordered", "payload-not-canonical", sealed(&reordered)));
    let mut gap = whole.bundle(1);
    drop(activity(&mut gap).entries.remove(7));
    faults.push(("entry-missing-in-the-middle", "entries-out-of-order", sealed(&gap)));
    for (name, kind) in [
        ("private-note-sent-whole", "private-note-written"),
        ("panel-note-sent-whole", "panel-note-written"),
        ("contact-sent-whole", "contact-recorded"),
    ] {
        faults.push((name, "disclosure-mismatch", sealed(&leaking(&whole, kind))));
    }

    let note = |id: u8| {
        let id = jalon::base::id::NoteId::from_bytes([id; 16]);
        Note {
            id,
            date: day("2026-03-12"),
            encounter: None,
            confidentiality: Confidentiality::Private,
            text: "…".into(),
        }
    };
    let disguised = codec::encode(&Event::Family(FamilyEvent::SharedNoteWritten(note(1)))).unwrap();
    let private = codec::encode(&Event::Family(FamilyEvent::PrivateNoteWritten(note(1)))).unwrap();
    for (name, refusal, body) in [
        ("private-note-under-a-shared-kind", "disclosure-mismatch", disguised.clone()),
        (
            "private-note-with-its-kind-escaped",
            "disclosure-mismatch",
            private.replace("private-note", r"private\u002dnote"),
        ),
        ("private-note-with-a-space-inside", "disclosure-mismatch", private.replace(r#"{"kind""#, r#"{ "kind""#)),
        ("private-note-of-a-newer-version", "disclosure-mismatch", private.replace(r#""version":1"#, r#""version":2"#)),
        ("event-not-json", "entry-unreadable", r#"{"kind":"#.into()),
        (
            "event-of-another-shape",
            "entry-unreadable",
            r#"{"kind":"shared-note-written","version":1,"data":{}}"#.into(),
        ),
        ("event-with-a-member-more", "entry-unreadable", disguised.replace(r#"{"kind""#, r#"{"x":0,"kind""#)),
        ("event-nested-10000-deep", "entry-unreadable", "[".repeat(10_000)),
    ] {
        faults.push((name, refusal, sealed(&forged(&body))));
    }

    let mut founding = Story::new();
    let moved = |entry: &Entry, number: u64, previous: Digest| {
        let mut head = Head { number: number.wrapping_sub(1), digest: previous, ..Head::start(replica()) };
        let events: Vec<EventContent> = entry.events.iter().filter_map(|event| event.content.clone()).collect();
        let (author, recorded_at) = (entry.author, entry.recorded_at);
        let draft = entry::Draft { recorded_at, author, family: None, purpose: entry::Purpose::Act, events };
        head.number = number - 1;
        chain::seal(draft, &mut head)
    };
    let first_entry = founding.entries[0].clone();
    founding.entries = vec![moved(&first_entry, 1, Digest([1; 32]))];
    faults.push(("first-entry-with-one-before-it", "entries-out-of-order", sealed(&founding.bundle(0))));
    let mut zero = moved(&first_entry, 1, Digest::ZERO);
    zero.id.number = 0;
    zero.digest = chain::entry_digest(&zero);
    founding.entries = vec![zero];
    faults.push(("entry-number-zero", "entries-out-of-order", sealed(&founding.bundle(0))));
    faults
}

fn activity(bundle: &mut Bundle) -> &mut Activity {
    let Body::Activity(activity) = &mut bundle.body else { panic!("not an activity") };
    activity
}

fn edit(text: &mut Option<String>, from: &str, to: &str) {
    *text = text.as_ref().map(|text| super::with(text, from, to));
}

/// The whole story with the events of one withheld kind put back.
fn leaking(story: &Story, kind: &str) -> Bundle {
    let mut bundle = story.bundle(1);
    for (sent, kept) in activity(&mut bundle).entries.iter_mut().zip(&story.entries) {
        for (sent, kept) in sent.events.iter_mut().zip(&kept.events) {
            let content = kept.content.as_ref().unwrap();
            if codec::kind_of(&content.body) == Some(kind) {
                sent.salt = Some(content.salt.iter().map(|byte| format!("{byte:02x}")).collect());
                sent.body = Some(content.body.clone());
            }
        }
    }
    bundle
}

/// A bundle of one entry whose one event has this text, sent whole.
fn forged(body: &str) -> Bundle {
    let mut story = Story::new();
    let id = story.forge(family(1), body);
    let kept = story.entries.pop().unwrap();
    let mut bundle = story.bundle(1);
    let content = kept.events[0].content.clone().unwrap();
    story.entries.push(Entry { events: Vec::new(), family: None, ..kept.clone() });
    bundle.journal = jalon::exchange::verify::runs(&story.entries);
    let mut sent: Activity = Activity::new(
        vec![Entry { family: Some(family(1)), ..kept }],
        Vec::new(),
        activity(&mut bundle).indicators.clone(),
    );
    let mut sent = sent.entries.remove(0);
    sent.events[0].salt = Some(content.salt.iter().map(|byte| format!("{byte:02x}")).collect());
    sent.events[0].body = Some(content.body);
    assert_eq!(id.number, sent.header.number);
    activity(&mut bundle).entries.push(sent);
    bundle
}
