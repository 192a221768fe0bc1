//! Files that verify, and that a real antenna's store refuses all the same: by who sent them, to whom, in which place. Each is kept
//! under tests/bundles/received, its refusal in its name, and leaves the store as it was, byte for byte.
//!
//! They are kept as signed, before encryption, which is never twice the same; each is encrypted to the store that receives it.
//! `JALON_WRITE_BUNDLES=1 cargo test received` writes them again.

use std::collections::BTreeMap;

use jalon::app::{AppError, TakenIn};
use jalon::base::id::{AntennaId, PartyId, ReplicaId};
use jalon::exchange::answers::{Orientations, Presence, Publication};
use jalon::exchange::bundle::{Body, Device, Kind};
use jalon::exchange::envelope::{self, BUNDLE_TYPE};
use jalon::exchange::receipt::{Receipt, Receipts};
use jalon::exchange::registry::{RegisteredDevice, Registry, Revocation, enter};
use jalon::exchange::stream::MOST_BEGUN;
use jalon::exchange::{Bundle, Card, EncryptionKey, ExchangeError, Party, Role, SignedCard, SigningKey, encryption};
use jalon::journal::entry::Digest;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::fixture::{day, other_key};
use super::stored::{kept_as_made, stored};
use crate::app::Antenna;

/// A Département that has only the format, and where its stream stands: in its second epoch.
struct Sender {
    registry: Registry,
    number: u64,
    previous: Digest,
}

fn department() -> Party {
    Party::department(Some(PartyId::from_bytes([0xde; 16])), "Département d’Essai")
}

/// A key of the tests, by its seed.
fn seeded(seed: u8) -> SigningKey {
    SigningKey::from_seed(&Zeroizing::new([seed; 32]))
}

fn device(key: &SigningKey) -> Device {
    Device { replica: ReplicaId::from_bytes([0xd7; 16]), key: key.public().id() }
}

fn card() -> Card {
    Card {
        party: department(),
        department: "Département d’Essai".into(),
        device: device(&other_key()),
        encryption: super::card::card(Role::Department).encryption,
        epoch: 2,
        next: 1,
        created_at: "2026-11-20T08:00:00.000Z".into(),
    }
}

/// Its machine, one that was stolen, and one that tells of its presence alone, from the ninth number on.
fn registry() -> Registry {
    let machine = |key: &SigningKey| RegisteredDevice { key: key.public().id(), ..RegisteredDevice::of(&card()) };
    let revoked = Some(Revocation { on: day("2026-11-02"), reason: "Ordinateur volé".into(), epoch: 1, until: 1 });
    Registry::empty()
        .next(|organisations| {
            enter(organisations, &card());
            organisations[0].devices.push(RegisteredDevice { revoked, ..machine(&seeded(21)) });
            let limited = RegisteredDevice { kinds: vec![Kind::Presence], from: 9, ..machine(&seeded(22)) };
            organisations[0].devices.push(limited);
        })
        .unwrap()
}

impl Sender {
    fn bundle(&self, body: Body) -> Bundle {
        let antenna = AntennaId::from(Uuid::from_u128(1));
        Bundle {
            from: department(),
            device: device(&other_key()),
            to: Party::antenna(antenna, "Antenne d’Essai"),
            stream: "essai".into(),
            epoch: 2,
            sequence: self.number + 1,
            previous: self.previous,
            seen: 0,
            registry: self.registry.version,
            supports: 0,
            journal: BTreeMap::new(),
            created_at: "2026-11-23T09:00:00.000Z".into(),
            body,
        }
    }

    fn sends(&mut self, body: Body) -> Vec<u8> {
        let bytes = sealed(&self.bundle(body), &other_key());
        self.number += 1;
        self.previous = Digest(Sha256::digest(&bytes).into());
        bytes
    }
}

fn sealed(bundle: &Bundle, key: &SigningKey) -> Vec<u8> {
    envelope::seal(&bundle.encode().unwrap(), BUNDLE_TYPE, key).unwrap()
}

fn presence() -> Body {
    Body::Presence(Presence {})
}

fn publication(version: u64, previous: Digest) -> Publication {
    Publication { version, previous, supports: Vec::new(), conventions: Vec::new(), answers: Vec::new() }
}

/// What the store has received before, in order.
fn before() -> (Sender, BTreeMap<String, Vec<u8>>) {
    let mut sender = Sender { registry: registry(), number: 0, previous: Digest::ZERO };
    let registry = Body::Registry(sender.registry.clone());
    let bodies = [
        ("1-registry", registry),
        ("2-presence", presence()),
        ("3-supports", Body::Supports(publication(1, Digest::ZERO))),
        ("4-orientation", Body::Orientation(Orientations { orientations: Vec::new() })),
    ];
    let sent = bodies.map(|(name, body)| (format!("{name}.json"), sender.sends(body)));
    (sender, sent.into())
}

/// Every fault by its name, with the refusal that it must get.
fn faults() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let (sender, _) = before();
    let mut faults = Vec::new();
    let mut with = |name, refusal, body: Body, key: &SigningKey, change: &dyn Fn(&mut Bundle)| {
        let mut bundle = sender.bundle(body);
        bundle.device = device(key);
        change(&mut bundle);
        faults.push((name, refusal, sealed(&bundle, key)));
    };
    let own = other_key();
    let other = |number| Some(PartyId::from(Uuid::from_u128(number)));
    with("in-clear", "not-encrypted", presence(), &own, &|_| {});
    with("to-another-antenna", "wrong-recipient", presence(), &own, &|one| one.to.id = other(999));
    with("to-nobody-by-id", "wrong-recipient", presence(), &own, &|one| {
        (one.to.id, one.to.name) = (None, "Antenne inconnue".into());
    });
    with("from-another-departement", "unknown-sender", presence(), &own, &|one| one.from.id = other(999));
    with("from-nobody-by-id", "unknown-sender", presence(), &own, &|one| {
        (one.from.id, one.from.name) = (None, "Département inconnu".into());
    });
    with("signed-by-a-stranger", "unknown-key", presence(), &seeded(20), &|_| {});
    with("signed-by-a-stolen-machine", "revoked-key", presence(), &seeded(21), &|_| {});
    with("kind-that-this-machine-may-not", "kind-not-allowed", receipts(), &seeded(22), &|one| one.sequence = 9);
    with("number-before-the-first-of-this-machine", "number-not-allowed", presence(), &seeded(22), &|_| {});
    with("by-the-registry-before", "registry-older", presence(), &own, &|one| one.registry = 0);
    with("by-a-registry-to-come", "registry-newer", presence(), &own, &|one| one.registry = 2);
    let next = sender.registry.next(|_| {}).unwrap();
    with("registry-emptied", "registry-step-back", Body::Registry(Registry::empty()), &own, &|_| {});
    with("registry-after-the-next", "registry-jump", Body::Registry(next.next(|_| {}).unwrap()), &own, &|_| {});
    let unlinked = Registry { previous: Digest([3; 32]), ..next.clone() };
    with("registry-of-another-history", "registry-not-linked", Body::Registry(unlinked), &own, &|_| {});
    with("number-one-again", "stream-forked", presence(), &own, &|one| one.sequence = 1);
    with("number-of-the-last-again", "stream-forked", presence(), &own, &|one| one.sequence -= 1);
    with("not-linked-to-the-last", "stream-forked", presence(), &own, &|one| one.previous = Digest([3; 32]));
    with("not-linked-from-a-new-machine", "sender-restored", presence(), &own, &|one| {
        one.previous = Digest([3; 32]);
        one.device.replica = ReplicaId::from_bytes([0xd8; 16]);
    });
    with("epoch-before", "epoch-past", presence(), &own, &|one| one.epoch = 1);
    with("epoch-far-ahead", "epoch-jump", presence(), &own, &|one| one.epoch = 2 + MOST_BEGUN + 1);
    with("number-far-ahead", "too-far-ahead", presence(), &own, &|one| one.sequence = 5 + 256);
    with("number-the-largest", "too-far-ahead", presence(), &own, &|one| one.sequence = (1 << 53) - 1);
    with("receipt-for-what-was-not-sent", "receipt-unknown", receipts(), &own, &|_| {});
    let first = publication(1, Digest::ZERO);
    let second = publication(2, first.digest().unwrap());
    let third = publication(3, second.digest().unwrap());
    with("publication-after-the-next", "publication-not-next", Body::Supports(third), &own, &|_| {});
    let unlinked = publication(2, Digest([3; 32]));
    with("publication-of-another-history", "publication-not-next", Body::Supports(unlinked), &own, &|_| {});
    let card = card().seal(&other_key()).unwrap();
    faults.push(("card-instead-of-a-bundle", "other-payload-type", card));
    faults
}

fn receipts() -> Body {
    let (matters, digest) = (Vec::new(), Digest([1; 32]));
    let receipt =
        Receipt { epoch: 1, sequence: 7, digest, received_on: day("2026-11-22"), matters, figures_differ: false };
    Body::Receipt(Receipts { receipts: vec![receipt] })
}

#[test]
fn every_received_file_is_the_one_that_the_fixture_makes() {
    kept_as_made("received/accepted", &before().1);
    let faults = faults();
    let named: BTreeMap<_, _> =
        faults.iter().map(|(name, refusal, bytes)| (format!("{name}__{refusal}.json"), bytes.clone())).collect();
    assert_eq!(named.len(), faults.len(), "two faults have one name");
    kept_as_made("received/refused", &named);
}

/// An antenna that has received what is accepted, and the key to encrypt to it.
fn receiver() -> (Antenna, EncryptionKey) {
    let mut antenna = Antenna::founded();
    let given = antenna.app.give_card(antenna.directory.path()).unwrap();
    let own = SignedCard::open(&std::fs::read(given.path).unwrap(), Role::Antenna).unwrap();
    let key = own.card().encryption.clone();
    let card = card().seal(&other_key()).unwrap();
    let words = SignedCard::open(&card, Role::Department).unwrap().words().join(" ");
    antenna.app.enrol_department(&card, &words).unwrap();
    for (name, bytes) in stored("received/accepted") {
        let taken = antenna.app.take_in(&encryption::encrypt(&bytes, &[&key]).unwrap()).unwrap();
        assert!(matches!(&taken, TakenIn::Applied(bundles) if bundles[0].refused == 0), "{name}: {taken:?}");
    }
    (antenna, key)
}

/// A digest of each file of a store, but of two: the index into its log, which readers share, and the anchor, which follows the
/// journal in its own time, under a name of its own until it is whole.
pub fn state(directory: &std::path::Path) -> BTreeMap<String, Digest> {
    let files = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &std::path::Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let stays = |path: &std::path::PathBuf| !name(path).ends_with("-shm") && !name(path).contains("anchor.json");
    let digest = |path: std::path::PathBuf| (name(&path), Digest(Sha256::digest(std::fs::read(&path).unwrap()).into()));
    let state: BTreeMap<_, _> = files.filter(stays).filter(|path| path.is_file()).map(digest).collect();
    assert!(["antenna.db", "antenna.db-wal", "keys.json"].iter().all(|name| state.contains_key(*name)));
    state
}

#[test]
fn every_received_file_gets_the_refusal_in_its_name_and_leaves_the_store_byte_for_byte() {
    let (mut antenna, key) = receiver();
    let mut wrong = Vec::new();
    for (name, bytes) in stored("received/refused") {
        let expected = name.strip_suffix(".json").and_then(|name| name.split_once("__")).unwrap().1.to_owned();
        let alarm = ["stream-forked", "sender-restored"].contains(&expected.as_str());
        if alarm {
            continue;
        }
        let file = match name.starts_with("in-clear") {
            true => bytes,
            false => encryption::encrypt(&bytes, &[&key]).unwrap(),
        };
        let before = state(antenna.app.directory());
        let found = match antenna.app.take_in(&file) {
            Err(AppError::Exchange(fault)) => fault.id().strip_prefix("exchange-").unwrap().to_owned(),
            other => format!("{other:?}"),
        };
        if found != expected {
            wrong.push(format!("{name}: {found}"));
        }
        assert_eq!(state(antenna.app.directory()), before, "{name} changed the store");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    antenna.app.check().unwrap();
}

#[test]
fn a_file_that_shows_two_histories_stops_the_stream_and_changes_nothing_else() {
    for (name, bytes) in stored("received/refused") {
        let (forked, restored) = (name.ends_with("__stream-forked.json"), name.ends_with("__sender-restored.json"));
        if !forked && !restored {
            continue;
        }
        let (mut antenna, key) = receiver();
        let before = antenna.app.inbox().unwrap();
        let refused = antenna.app.take_in(&encryption::encrypt(&bytes, &[&key]).unwrap()).unwrap_err();
        let is_named = match &refused {
            AppError::Exchange(ExchangeError::StreamForked { .. }) => forked,
            AppError::Exchange(ExchangeError::SenderRestored { .. }) => restored,
            _other => false,
        };
        assert!(is_named, "{name}: {refused:?}");
        let after = antenna.app.inbox().unwrap();
        assert!(after.received.frozen && !before.received.frozen);
        assert_eq!((after.bundles, after.refused), (before.bundles, before.refused));
        let next = sealed(&self::before().0.bundle(presence()), &other_key());
        let frozen = antenna.app.take_in(&encryption::encrypt(&next, &[&key]).unwrap()).unwrap_err();
        assert!(matches!(frozen, AppError::Exchange(ExchangeError::StreamFrozen {})), "{name}");
    }
}
