//! The registry's laws, as tables: who may hand over what under which number, and which version follows which.

use jalon::base::id::{PartyId, ReplicaId};
use jalon::exchange::bundle::{Device, Kind};
use jalon::exchange::registry::{Registry, Revocation, department, enter};
use jalon::exchange::{Card, DecryptionKey, ExchangeError, Party, Role};
use jalon::journal::entry::Digest;

use super::card::card;
use super::fixture::{day, key, other_key};

#[test]
fn a_machine_hands_over_its_kinds_from_its_first_number_to_the_last_before_it_was_revoked() {
    let mut organisations = Vec::new();
    enter(&mut organisations, &card(Role::Antenna));
    let device = &mut organisations[0].devices[0];
    device.from = 3;
    device.kinds = vec![Kind::Activity, Kind::Presence];
    let current = Registry { version: 1, previous: Digest::ZERO, organisations: organisations.clone() };
    organisations[0].devices[0].revoked =
        Some(Revocation { on: day("2026-03-01"), reason: "Ordinateur volé".into(), epoch: 1, until: 5 });
    let revoked = Registry { version: 2, previous: current.digest().unwrap(), organisations };
    let mut revoked_later = revoked.clone();
    revoked_later.organisations[0].devices[0].revoked.as_mut().unwrap().epoch = 2;

    let (melun, key, other) = (card(Role::Antenna).party, key().public().id(), other_key().public().id());
    let stranger = Party { id: Some(PartyId::from_bytes([9; 16])), ..melun.clone() };
    let impostor = Party { role: Role::Department, ..melun.clone() };
    let name = || melun.name.clone();
    let unknown_sender = || Err(ExchangeError::UnknownSender { name: name() });
    let after = || Err(ExchangeError::RevokedKey { on: day("2026-03-01"), reason: "Ordinateur volé".into() });
    let before = |found| Err(ExchangeError::NumberNotAllowed { found, from: 3 });
    let kind = |kind: Kind| Err(ExchangeError::KindNotAllowed { kind: kind.code().into() });
    let table = [
        (&current, &melun, &key, Kind::Activity, (1, 3), Ok(())),
        (&current, &melun, &key, Kind::Presence, (1, u64::MAX), Ok(())),
        (&current, &melun, &key, Kind::Activity, (1, 2), before(2)),
        (&current, &melun, &key, Kind::Activity, (1, 0), before(0)),
        (&current, &melun, &key, Kind::PanelReferral, (1, 3), kind(Kind::PanelReferral)),
        (&current, &melun, &key, Kind::Registry, (1, 3), kind(Kind::Registry)),
        (&current, &melun, &other, Kind::Activity, (1, 3), Err(ExchangeError::UnknownKey { name: name() })),
        (&current, &stranger, &key, Kind::Activity, (1, 3), unknown_sender()),
        (&current, &impostor, &key, Kind::Activity, (1, 3), unknown_sender()),
        (&revoked, &melun, &key, Kind::Activity, (1, 3), Ok(())),
        (&revoked, &melun, &key, Kind::Activity, (1, 5), Ok(())),
        (&revoked, &melun, &key, Kind::Activity, (1, 6), after()),
        (&revoked, &melun, &key, Kind::Registry, (1, 6), after()),
        (&revoked, &melun, &key, Kind::Activity, (1, 2), before(2)),
        (&revoked, &melun, &key, Kind::Activity, (2, 1), after()),
        (&revoked, &melun, &key, Kind::Activity, (2, 5), after()),
        (&revoked_later, &melun, &key, Kind::Activity, (1, 9), Ok(())),
        (&revoked_later, &melun, &key, Kind::Activity, (2, 5), Ok(())),
        (&revoked_later, &melun, &key, Kind::Activity, (2, 6), after()),
        (&revoked_later, &melun, &key, Kind::Activity, (3, 3), after()),
    ];
    for (registry, sender, key, kind, number, expected) in table {
        let found = registry.allows(sender, key, kind, number);
        assert_eq!(found, expected, "version {}, {sender:?}, {kind:?}, {number:?}", registry.version);
    }
    assert_eq!(Registry::empty().allows(&melun, &key, Kind::Activity, (1, 1)), unknown_sender());
}

#[test]
fn the_epoch_of_a_revocation_is_left_out_while_it_is_the_first() {
    let mut revocation = Revocation { on: day("2026-03-01"), reason: "Départ".into(), epoch: 1, until: 5 };
    let written = r#"{"on":"2026-03-01","reason":"Départ","until":5}"#;
    assert_eq!(serde_json::to_string(&revocation).unwrap(), written);
    assert_eq!(serde_json::from_str::<Revocation>(written).unwrap(), revocation);
    revocation.epoch = 2;
    let written = r#"{"on":"2026-03-01","reason":"Départ","epoch":2,"until":5}"#;
    assert_eq!(serde_json::to_string(&revocation).unwrap(), written);
    assert_eq!(serde_json::from_str::<Revocation>(written).unwrap(), revocation);
}

#[test]
fn only_the_very_next_version_linked_to_the_pinned_one_follows_it() {
    let first = Registry::empty().next(|organisations| enter(organisations, &card(Role::Department))).unwrap();
    let second = first.next(|organisations| enter(organisations, &second_machine())).unwrap();
    let third = second.next(|_| {}).unwrap();
    let fork = first.next(|_| {}).unwrap();
    let unlinked = Registry { previous: Digest::ZERO, ..second.clone() };
    let linked_to_something = Registry { previous: Digest([7; 32]), ..first.clone() };
    let back = |found, pinned| Err(ExchangeError::RegistryStepBack { found, pinned });
    let jump = |found, expected| Err(ExchangeError::RegistryJump { found, expected });
    let not_linked = |found| Err(ExchangeError::RegistryNotLinked { found });
    let table = [
        (&first, &Registry::empty(), Ok(())),
        (&second, &first, Ok(())),
        (&third, &second, Ok(())),
        (&first, &first, back(1, 1)),
        (&first, &second, back(1, 2)),
        (&Registry::empty(), &first, back(0, 1)),
        (&third, &first, jump(3, 2)),
        (&second, &Registry::empty(), jump(2, 1)),
        (&third, &fork, not_linked(3)),
        (&unlinked, &first, not_linked(2)),
        (&linked_to_something, &Registry::empty(), not_linked(1)),
    ];
    for (registry, pinned, expected) in table {
        assert_eq!(registry.follows(pinned), expected, "{} after {}", registry.version, pinned.version);
    }
}

#[test]
fn each_version_counts_on_links_to_the_one_before_and_leaves_it_as_it_was() {
    let empty = Registry::empty();
    assert_eq!((empty.version, empty.digest().unwrap()), (0, Digest::ZERO));
    let first = empty.next(|organisations| enter(organisations, &card(Role::Department))).unwrap();
    assert_eq!((first.version, first.previous), (1, Digest::ZERO));
    let second = first.next(|organisations| organisations.clear()).unwrap();
    assert_eq!((second.version, second.previous), (2, first.digest().unwrap()));
    assert_eq!((first.organisations.len(), second.organisations.len()), (1, 0));
    assert_ne!(first.digest(), second.digest());
    assert_eq!(department(&first).map(|one| one.party.role), Some(Role::Department));
    assert_eq!(department(&second), None);
}

#[test]
fn a_card_enters_a_new_organisation_or_a_new_machine_of_a_known_one_or_its_machine_anew() {
    let mut organisations = Vec::new();
    enter(&mut organisations, &card(Role::Antenna));
    assert_eq!(organisations.len(), 1);
    assert_eq!(organisations[0].devices[0].kinds, Kind::of(Role::Antenna));
    assert_eq!((organisations[0].devices[0].from, organisations[0].devices[0].revoked.clone()), (1, None));

    let mut renamed = second_machine();
    renamed.party.name = "Antenne du Sud".into();
    enter(&mut organisations, &renamed);
    assert_eq!((organisations.len(), organisations[0].devices.len()), (1, 2));
    assert_eq!(organisations[0].party.name, "Antenne du Sud");
    let keys: Vec<_> = organisations[0].devices.iter().map(|device| device.key.clone()).collect();
    assert_eq!(keys, [key().public().id(), other_key().public().id()]);

    let mut again = card(Role::Antenna);
    again.encryption = DecryptionKey::generate().public();
    enter(&mut organisations, &again);
    assert_eq!(organisations[0].devices.len(), 2, "one key, one machine");
    assert_eq!(organisations[0].devices[1].encryption, again.encryption.to_string());

    enter(&mut organisations, &card(Role::Department));
    assert_eq!(organisations.len(), 2);
    assert_eq!(organisations[1].devices[0].kinds, Kind::of(Role::Department));
}

#[test]
fn a_card_with_a_revoked_key_is_not_admitted_whoever_gives_it() {
    let mut organisations = Vec::new();
    enter(&mut organisations, &card(Role::Antenna));
    let current = Registry { version: 1, previous: Digest::ZERO, organisations: organisations.clone() };
    organisations[0].devices[0].revoked =
        Some(Revocation { on: day("2026-03-01"), reason: "Ordinateur volé".into(), epoch: 1, until: 5 });
    let revoked = Registry { version: 2, previous: current.digest().unwrap(), organisations };

    let same = card(Role::Antenna);
    let new_keys = second_machine();
    let of_another = |card: &Card| Card {
        party: Party { id: Some(PartyId::from_bytes([9; 16])), name: "Autre antenne".into(), ..card.party.clone() },
        ..card.clone()
    };
    let signs_as_before = Card { encryption: DecryptionKey::generate().public(), ..same.clone() };
    let reads_as_before = Card { encryption: same.encryption.clone(), ..new_keys.clone() };
    let new_keys = Card { encryption: DecryptionKey::generate().public(), ..new_keys };
    let on_the_same_machine =
        Card { device: Device { replica: same.device.replica, ..new_keys.device.clone() }, ..new_keys.clone() };
    let never = || Err(ExchangeError::CardOfRevokedKey { on: day("2026-03-01"), reason: "Ordinateur volé".into() });
    let table = [
        ("before it was revoked", &current, same.clone(), Ok(())),
        ("into an empty registry", &Registry::empty(), same.clone(), Ok(())),
        ("the same card", &revoked, same.clone(), never()),
        ("under another name", &revoked, of_another(&same), never()),
        ("the same key to sign", &revoked, signs_as_before.clone(), never()),
        ("the same key to sign, of another", &revoked, of_another(&signs_as_before), never()),
        ("the same key to encrypt", &revoked, reads_as_before.clone(), never()),
        ("the same key to encrypt, of another", &revoked, of_another(&reads_as_before), never()),
        ("new keys", &revoked, new_keys.clone(), Ok(())),
        ("new keys on the same machine", &revoked, on_the_same_machine, Ok(())),
        ("of another", &revoked, of_another(&new_keys), Ok(())),
    ];
    for (name, registry, card, expected) in table {
        assert_eq!(registry.admits(&card), expected, "{name}");
    }
}

#[test]
fn what_is_handed_over_is_encrypted_to_every_machine_that_was_not_revoked() {
    let mut organisations = Vec::new();
    enter(&mut organisations, &card(Role::Antenna));
    enter(&mut organisations, &second_machine());
    let mut registry = Registry { version: 1, previous: Digest::ZERO, organisations };
    let (melun, first, second) =
        (card(Role::Antenna).party, card(Role::Antenna).encryption, second_machine().encryption);
    assert_eq!(registry.encryption_keys(&melun).unwrap(), [first, second.clone()]);
    let revocation = Revocation { on: day("2026-03-01"), reason: "Départ".into(), epoch: 1, until: 5 };
    registry.organisations[0].devices[0].revoked = Some(revocation.clone());
    assert_eq!(registry.encryption_keys(&melun).unwrap(), [second]);
    registry.organisations[0].devices[1].revoked = Some(revocation);
    let nobody = ExchangeError::KeysRevoked { name: melun.name.clone(), on: day("2026-03-01") };
    assert_eq!(registry.encryption_keys(&melun).unwrap_err(), nobody);
    registry.organisations[0].devices[1].revoked = None;
    registry.organisations[0].devices[1].encryption = "age1".into();
    assert_eq!(registry.encryption_keys(&melun).unwrap_err(), ExchangeError::NotAnEncryptionKey {});
}

fn second_machine() -> Card {
    let mut card = card(Role::Antenna);
    card.device.replica = ReplicaId::from_bytes([0xd2; 16]);
    card.device.key = other_key().public().id();
    card
}
