//! One made-up bundle of every kind that each side hands over: each opens as it was sealed, in clear and encrypted, and no
//! altered one does.

use std::collections::BTreeMap;
use std::thread;

use jalon::base::id::{PartyId, ReplicaId};
use jalon::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
use jalon::exchange::bundle::{Body, Device, Kind};
use jalon::exchange::envelope::{self, BUNDLE_TYPE};
use jalon::exchange::receipt::RefusalCode;
use jalon::exchange::registry::{Registry, Revocation, enter};
use jalon::exchange::{Bundle, DecryptionKey, Party, Role, SigningKey, Verified, encryption};
use jalon::journal::entry::Digest;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::card::card;
use super::fixture::{day, family, key, other_key, small, whole_story};

#[test]
fn there_is_a_bundle_of_every_kind_that_each_side_hands_over() {
    for role in [Role::Antenna, Role::Department] {
        let made: Vec<Kind> = of(role).iter().map(|bundle| bundle.body.kind()).collect();
        assert_eq!(made, Kind::of(role));
    }
}

#[test]
fn each_opens_as_it_was_sealed_also_after_it_was_encrypted_to_both_sides() {
    let (theirs, own) = (DecryptionKey::generate(), DecryptionKey::generate());
    for (name, bundle, bytes) in all() {
        let encrypted = encryption::encrypt(&bytes, &[&theirs.public(), &own.public()]).unwrap();
        for key in [&theirs, &own] {
            let decrypted = encryption::decrypt(&encrypted, key).unwrap();
            let opened = Verified::open(&decrypted, Some(&key_of(bundle.from.role).public())).unwrap();
            assert_eq!(opened.into_bundle(), bundle, "{name}");
        }
    }
}

#[test]
fn no_side_hands_over_the_kinds_of_the_other() {
    for role in [Role::Antenna, Role::Department] {
        for mut bundle in of(role) {
            std::mem::swap(&mut bundle.from, &mut bundle.to);
            let kind = bundle.body.kind();
            let opened = Verified::open(&sealed(&bundle, role), None);
            assert_eq!(opened.is_ok(), Kind::of(role.other()).contains(&kind), "{kind:?} of the other side");
        }
    }
}

/// The kind `activity` has its own test, of a whole journal.
#[test]
fn every_single_bit_flip_and_every_cut_of_a_bundle_of_each_other_kind_is_refused() {
    let all: Vec<_> = shortened().into_iter().filter(|(_, bundle, _)| bundle.body.kind() != Kind::Activity).collect();
    in_two(|half| {
        for (name, _, bytes) in &all {
            let mut flipped = bytes.clone();
            for position in (half..bytes.len()).step_by(2) {
                for bit in 0..8 {
                    flipped[position] ^= 1 << bit;
                    assert!(Verified::open(&flipped, None).is_err(), "{name}: bit {bit} of byte {position}");
                    flipped[position] ^= 1 << bit;
                }
                assert!(Verified::open(&bytes[..position], None).is_err(), "{name}: cut at {position}");
            }
        }
    });
}

/// Every bit of the smallest, and of the others one bit of every byte: decryption costs more than a signature.
#[test]
fn an_encrypted_bundle_of_each_kind_is_refused_with_a_bit_flipped_or_cut_anywhere() {
    let (theirs, own) = (DecryptionKey::generate(), DecryptionKey::generate());
    let all = shortened();
    let smallest = all.iter().map(|(_, _, bytes)| bytes.len()).min();
    in_two(|half| {
        for (name, _, bytes) in &all {
            let encrypted = encryption::encrypt(bytes, &[&theirs.public(), &own.public()]).unwrap();
            let opens = |bytes: &[u8]| encryption::decrypt(bytes, &theirs).is_ok_and(|text| text != b"");
            assert!(opens(&encrypted));
            let mut flipped = encrypted.clone();
            for position in (half..encrypted.len()).step_by(2) {
                let every_bit = smallest == Some(bytes.len());
                for bit in (0..8).filter(|bit| every_bit || *bit == position / 2 % 8) {
                    flipped[position] ^= 1 << bit;
                    assert!(!opens(&flipped), "{name}: bit {bit} of byte {position}");
                    flipped[position] ^= 1 << bit;
                }
                if every_bit || position < 1024 {
                    assert!(!opens(&encrypted[..position]), "{name}: cut at {position}");
                }
            }
        }
    });
}

/// The name, the content and the bytes of every bundle, of both sides.
pub fn all() -> Vec<(String, Bundle, Vec<u8>)> {
    let made = [Role::Antenna, Role::Department].into_iter().flat_map(|role| {
        of(role).into_iter().map(move |bundle| {
            let side = match role {
                Role::Antenna => "antenna",
                Role::Department => "department",
            };
            let bytes = sealed(&bundle, role);
            (format!("{side}-{}", bundle.body.kind().code()), bundle, bytes)
        })
    });
    made.collect()
}

/// The same, without the text of the convention: thousands of bytes more would prove nothing more.
fn shortened() -> Vec<(String, Bundle, Vec<u8>)> {
    let mut all = all();
    for (_, bundle, bytes) in &mut all {
        if let Body::Supports(publication) = &mut bundle.body {
            publication.conventions.clear();
            *bytes = sealed(bundle, Role::Department);
        }
    }
    all
}

/// The same, as they are stored.
pub fn named() -> BTreeMap<String, Vec<u8>> {
    all().into_iter().map(|(name, _, bytes)| (format!("{name}.json"), bytes)).collect()
}

/// The key with which a side of the tests signs.
pub fn key_of(role: Role) -> SigningKey {
    match role {
        Role::Antenna => key(),
        Role::Department => other_key(),
    }
}

fn of(role: Role) -> Vec<Bundle> {
    let bodies = match role {
        Role::Antenna => {
            vec![small().body, Body::PanelReferral(panel_referrals()), Body::OrientationAnswer(answers()), receipts()]
        }
        Role::Department => vec![
            Body::Orientation(orientations()),
            Body::PanelDecision(decisions()),
            Body::Supports(publication()),
            Body::Registry(registry()),
            receipts(),
        ],
    };
    let presence = Body::Presence(read(json!({})));
    (1..).zip(bodies.into_iter().chain([presence])).map(|(sequence, body)| bundle(role, sequence, body)).collect()
}

fn bundle(role: Role, sequence: u64, body: Body) -> Bundle {
    let antenna = small().from;
    let department = Party::department(Some(PartyId::from_bytes([0xde; 16])), "Seine-et-Marne");
    let (from, to, replica) = match role {
        Role::Antenna => (antenna, department, small().device.replica),
        Role::Department => (department, antenna, ReplicaId::from_bytes([0xd7; 16])),
    };
    let journal = if body.kind() == Kind::Activity { small().journal } else { BTreeMap::new() };
    Bundle {
        from,
        device: Device { replica, key: key_of(role).public().id() },
        to,
        stream: "melun".into(),
        epoch: 2,
        sequence,
        previous: Digest([0xab; 32]),
        seen: 4,
        registry: 3,
        supports: 2,
        journal,
        created_at: "2026-03-12T15:04:05.678Z".into(),
        body,
    }
}

fn sealed(bundle: &Bundle, role: Role) -> Vec<u8> {
    envelope::seal(&bundle.encode().unwrap(), BUNDLE_TYPE, &key_of(role)).unwrap()
}

fn panel_referrals() -> jalon::exchange::answers::PanelReferrals {
    let record = whole_story().record(family(1));
    let notes = serde_json::to_value(&record.notes).unwrap();
    let notes: Vec<Value> =
        notes.as_array().unwrap().iter().filter(|note| note["confidentiality"] == "panel-only").cloned().collect();
    assert!(!notes.is_empty());
    let mut referrals = serde_json::to_value(&record.panel_referrals).unwrap();
    for member in ["initial_objectives", "reached_objectives", "new_objectives"] {
        referrals[0]["statement"][member] = "Se reloger".into();
    }
    referrals[0]["departure"]["notes"] = json!([notes[0]["id"]]);
    referrals[1]["observations"][0]["companion"] = "Avec sa sœur".into();
    let referrals = referrals.as_array().unwrap().iter().map(|referral| {
        json!({"family": record.id, "identity": record.identity, "center": "melun", "referral": referral, "notes": notes})
    });
    read(json!({"referrals": referrals.collect::<Vec<_>>()}))
}

fn answers() -> jalon::exchange::answers::OrientationAnswers {
    let answers = [
        json!({"answer": "included", "date": "2026-03-04"}),
        json!({"answer": "refused", "date": "2026-03-05", "motive": "Vit en couple"}),
        json!({"answer": "pending"}),
    ];
    let one = |(number, answer): (u8, Value)| {
        json!({"orientation": id(0x10 + number), "family": family(number), "matricule": format!("720482{number}"),
            "center": "melun", "oriented_on": "2026-03-01", "answer": answer})
    };
    read(json!({"answers": (1..).zip(answers).map(one).collect::<Vec<_>>()}))
}

fn orientations() -> jalon::exchange::answers::Orientations {
    let contact = json!({"telephone": "06 39 98 00 01", "email": "essai@exemple.fr", "address": "4 rue des Essais",
        "language": "soninké"});
    read(json!({"orientations": [{"id": id(0x12), "center": "melun", "date": "2026-03-01",
        "document": "Fiche d’orientation", "surname": "Ndiaye", "given_name": "Rokia", "birth_date": "1995-02-03",
        "matricule": "7204822", "children": [], "isolated": true, "benefit_code": "RSI",
        "followed_by_department": false, "contact": contact}, {"id": id(0x11), "center": "melun", "date": "2026-03-01",
        "document": "Fiche d’orientation", "surname": "Diarra", "given_name": "Aminata", "birth_date": "1996-07-21",
        "matricule": "7204821", "children": [{"given_name": "Moussa", "birth_date": "2024-02-11"}], "isolated": true,
        "benefit_code": "RSI", "followed_by_department": false}]}))
}

fn decisions() -> jalon::exchange::answers::PanelDecisions {
    let referral = id(0x21);
    let steps = [
        json!({"step": "postponed", "act": {"referral": referral, "date": "2026-03-01", "until": "2026-03-15",
            "motive": "Quorum"}}),
        json!({"step": "opinion", "act": {"referral": referral, "date": "2026-03-15", "measure": "exit",
            "comment": "Avis favorable"}}),
        json!({"step": "decision", "act": {"referral": referral, "date": "2026-03-20", "measure": "exit",
            "comment": "Sortie au 1er avril"}}),
    ];
    let one = |step| json!({"family": family(1), "referral": referral, "step": step});
    read(json!({"decisions": steps.map(one)}))
}

fn publication() -> jalon::exchange::answers::Publication {
    let convention = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0);
    read(json!({"version": 2, "previous": Digest([0xcd; 32]),
        "supports": [{"code": "orientation-form", "title": "Fiche d’orientation", "version": 3,
            "effective_from": "2026-04-01", "text": "Nom, prénom, matricule"}],
        "conventions": [convention],
        "answers": [{"topic": id(0x31), "date": "2026-03-10", "text": "Vu en comité de pilotage"}]}))
}

fn registry() -> Registry {
    let first = Registry::empty().next(|organisations| enter(organisations, &card(Role::Antenna))).unwrap();
    let revoke = |organisations: &mut Vec<_>| {
        enter(organisations, &card(Role::Department));
        let revocation = Revocation { on: day("2026-03-01"), reason: "Ordinateur volé".into(), epoch: 1, until: 5 };
        let first: &mut jalon::exchange::registry::Organisation = &mut organisations[0];
        first.devices[0].revoked = Some(revocation);
    };
    first.next(revoke).unwrap()
}

fn receipts() -> Body {
    let refused = (1_u8..).zip(RefusalCode::ALL).map(|(number, code)| match code {
        RefusalCode::Rule => json!({"id": id(number), "refused": code, "rule": "refusal-DateInFuture",
            "facts": {"date": "2026-03-12", "field": "date"}}),
        RefusalCode::UnknownPerson
        | RefusalCode::UnknownReferent
        | RefusalCode::AlreadyProcessed
        | RefusalCode::ContractDatesOverlap
        | RefusalCode::RecordDiffers
        | RefusalCode::KnownElsewhere => json!({"id": id(number), "refused": code}),
    });
    let matters: Vec<Value> = [json!({"id": id(0)})].into_iter().chain(refused).collect();
    Body::Receipt(read(json!({"receipts": [{"epoch": 1, "sequence": 7, "digest": Digest([0xef; 32]),
        "received_on": "2026-03-11", "matters": matters, "figures_differ": true}]})))
}

fn id(number: u8) -> PartyId {
    PartyId::from_bytes([number; 16])
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// Does one half of the work in each of two threads; a fault in either is a fault.
fn in_two(work: impl Fn(usize) + Sync) {
    thread::scope(|scope| {
        for half in 0..2 {
            let work = &work;
            scope.spawn(move || work(half));
        }
    });
}
