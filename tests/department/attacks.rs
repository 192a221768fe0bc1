//! The attacks that an update framework must withstand (TUF), on both stores as they are loaded from the disk.

use std::path::Path;

use jalon::app::access::{self, Opener, Secret};
use jalon::app::department;
use jalon::app::{AppError, TakenIn};
use jalon::domain::impact::By;
use jalon::domain::indicator::Indicator;
use jalon::exchange::bundle::{Body, Device, Kind};
use jalon::exchange::encryption::MAX_ENCRYPTED_BYTES;
use jalon::exchange::envelope::{self, BUNDLE_TYPE, MAX_BYTES};
use jalon::exchange::{
    Bundle, Card, DecryptionKey, ExchangeError, Party, Role, SignedCard, SigningKey, Verified, encryption,
};
use jalon::journal::entry::Digest;
use jalon::store::{DataKey, Store, Vault};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Office, clock, enrolled, handed_over, refused, take_in};
use crate::app::{Antenna, day};

impl Office {
    /// The same Département, its state read from the disk again.
    fn reopened(self) -> Self {
        let directory = self.department.app().directory().to_owned();
        self.department.close().unwrap();
        let opener = Opener::Passphrase { label: None, passphrase: Secret::new("une phrase de passe") };
        Self { department: department::open(&directory, &opener, clock()).unwrap(), ..self }
    }

    /// A digest of everything that the store says: its views, its inbox, its outbox.
    fn state(&self) -> Vec<u8> {
        let app = self.department.app();
        let told = format!("{:?}{:?}{:?}", app.check().unwrap(), self.department.standings().unwrap(), app.outbox());
        Sha256::digest(told).to_vec()
    }

    /// Refuses a file, before and after its store was read again, and is as it was.
    fn withstands(self, file: &[u8]) -> (Self, ExchangeError) {
        let mut office = self.reopened();
        let before = office.state();
        let fault = refused(office.department.take_in(file));
        let mut office = office.reopened();
        assert_eq!(refused(office.department.take_in(file)), fault);
        assert_eq!(office.state(), before);
        (office, fault)
    }
}

/// The antenna, its state read from the disk again.
fn reopened(antenna: Antenna) -> Antenna {
    let Antenna { app, directory, referent } = antenna;
    app.close().unwrap();
    let app = access::open(directory.path(), &Opener::Demonstration, clock()).unwrap();
    Antenna { app, directory, referent }
}

/// The antenna refuses a file, before and after its store was read again, and is as it was.
fn withstands(antenna: Antenna, file: &[u8]) -> (Antenna, ExchangeError) {
    let state = |antenna: &Antenna| {
        let app = &antenna.app;
        format!("{:?}{:?}{:?}{:?}", app.check().unwrap(), app.inbox().unwrap(), app.outbox().unwrap(), app.antenna())
    };
    let mut antenna = reopened(antenna);
    let before = state(&antenna);
    let fault = refused(antenna.app.take_in(file));
    let mut antenna = reopened(antenna);
    assert_eq!(refused(antenna.app.take_in(file)), fault);
    assert_eq!(state(&antenna), before);
    (antenna, fault)
}

/// What a store keeps under a name: its keys are there.
fn kept(directory: &Path, key: &DataKey, name: &str) -> Vec<u8> {
    Store::open(directory, key).unwrap().read().setting(name).unwrap().unwrap()
}

fn data_key(antenna: &Antenna) -> DataKey {
    Vault::open(antenna.directory.path()).unwrap().unlock_demonstration().unwrap().key
}

/// The key that reads what is encrypted to the antenna.
fn reader_of(antenna: &Antenna) -> DecryptionKey {
    let text = kept(antenna.directory.path(), &data_key(antenna), "decryption-key");
    DecryptionKey::from_text(std::str::from_utf8(&text).unwrap()).unwrap()
}

fn presence(office: &mut Office) -> Vec<u8> {
    bytes(office.department.send_presence(office.out.path()).unwrap().last().unwrap())
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// An antenna that is in no registry of this Département, though it holds its card.
fn stranger(office: &mut Office) -> Antenna {
    let mut stranger = Antenna::founded_at(9, "Antenne inconnue");
    let cards = tempfile::tempdir().unwrap();
    let given = office.department.give_card(cards.path()).unwrap();
    stranger.app.enrol_department(&bytes(&given.path), &given.words.join(" ")).unwrap();
    stranger
}

#[test]
fn arbitrary_content_from_somebody_in_no_registry_is_refused() {
    let (mut office, _antenna) = enrolled();
    let mut stranger = stranger(&mut office);
    let file = bytes(&handed_over(&mut stranger)[0]);
    let (_, fault) = office.withstands(&file);
    assert_eq!(fault, ExchangeError::UnknownSender { name: "Antenne inconnue".into() });
}

#[test]
fn arbitrary_content_from_another_departement_is_refused_at_the_antenna() {
    let (_office, mut antenna) = enrolled();
    let mut elsewhere = Office::founded();
    let given = antenna.app.give_card(elsewhere.out.path()).unwrap();
    elsewhere.department.enrol(&bytes(&given.path), &given.words.join(" "), elsewhere.out.path()).unwrap();
    let (_, fault) = withstands(antenna, &presence(&mut elsewhere));
    assert_eq!(fault, ExchangeError::UnknownSender { name: "Département d’Essai".into() });
}

#[test]
fn endless_data_is_refused_on_both_sides() {
    let (office, antenna) = enrolled();
    let endless = vec![b'a'; MAX_ENCRYPTED_BYTES + 1];
    assert_eq!(office.withstands(&endless).1, ExchangeError::TooLarge {});
    // What seems small and is not: encrypted to the antenna, more than an envelope can be.
    let key = reader_of(&antenna).public();
    let (antenna, fault) = withstands(antenna, &endless);
    assert_eq!(fault, ExchangeError::TooLarge {});
    let inside = encryption::encrypt(&vec![b'a'; MAX_BYTES + 1], &[&key]).unwrap();
    assert_eq!(withstands(antenna, &inside).1, ExchangeError::TooLarge {});
}

#[test]
fn endless_data_is_refused_before_it_is_read() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("sans-fin.json.age");
    std::fs::File::create(&path).unwrap().set_len(MAX_ENCRYPTED_BYTES as u64 + 1).unwrap();
    assert!(matches!(jalon::app::read_file(&path), Err(AppError::Exchange(ExchangeError::TooLarge {}))));
}

#[test]
fn extraneous_bytes_after_a_bundle_are_refused() {
    let (office, mut antenna) = enrolled();
    let mut file = bytes(&handed_over(&mut antenna)[0]);
    file.push(b'\n');
    let (_, fault) = office.withstands(&file);
    assert_eq!(fault, ExchangeError::NotDecrypted {});
}

#[test]
fn extraneous_bytes_around_a_bundle_are_refused_at_the_antenna() {
    let (mut office, antenna) = enrolled();
    let file = presence(&mut office);
    let reader = reader_of(&antenna);
    let envelope = encryption::decrypt(&file, &reader).unwrap();
    let (antenna, fault) = withstands(antenna, &[file.as_slice(), b"\n"].concat());
    assert_eq!(fault, ExchangeError::NotDecrypted {});
    let inside = encryption::encrypt(&[envelope.as_slice(), b"\n"].concat(), &[&reader.public()]).unwrap();
    let (mut antenna, fault) = withstands(antenna, &inside);
    assert_eq!(fault, ExchangeError::NotAnEnvelope {});
    assert!(matches!(antenna.app.take_in(&file).unwrap(), TakenIn::Applied(_)));
}

#[test]
fn a_number_far_ahead_is_not_kept_at_the_antenna_and_a_gap_waits_without_effect() {
    let (mut office, antenna) = enrolled();
    let files: Vec<_> = (0..260).map(|_| presence(&mut office)).collect();
    let (antenna, fault) = withstands(antenna, &files[259]);
    assert_eq!(fault, ExchangeError::TooFarAhead { found: 261, expected: 2 });
    let mut antenna = reopened(antenna);
    assert_eq!(antenna.app.take_in(&files[2]).unwrap(), TakenIn::Waits { sequence: 4, first: 2, last: 3 });
    assert_eq!(antenna.app.inbox().unwrap().missing, [2, 3]);
}

#[test]
fn a_number_far_ahead_is_not_kept_and_a_gap_waits_without_effect() {
    let (office, mut antenna) = enrolled();
    let files: Vec<_> = (0..300)
        .map(|_| bytes(&antenna.app.export_presence(tempfile::tempdir().unwrap().path()).map(|one| one.path).unwrap()))
        .collect::<Vec<_>>();
    let (mut office, fault) = office.withstands(&files[299]);
    assert_eq!(fault, ExchangeError::TooFarAhead { found: 300, expected: 1 });
    assert_eq!(office.department.take_in(&files[2]).unwrap(), TakenIn::Waits { sequence: 3, first: 1, last: 2 });
    assert_eq!(office.department.standings().unwrap()[0].missing, [1, 2]);
}

#[test]
fn a_freeze_shows_as_silence_on_both_sides() {
    let (office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    handed_over(&mut antenna);
    // Nothing arrives: the antenna has bundles without receipt, the Département an antenna that was never heard.
    let office = office.reopened();
    let standing = &office.department.standings().unwrap()[0];
    assert_eq!((standing.received, standing.last_on), (0, None));
    let antenna = reopened(antenna);
    assert!(antenna.app.outbox().unwrap().iter().all(|sealed| sealed.acknowledged_on.is_none()));
}

#[test]
fn parts_of_two_publications_cannot_be_mixed() {
    let (mut office, mut antenna) = enrolled();
    office.exchange(&mut antenna);
    let plan = |version, text: &str| department::PublicationPlan {
        supports: vec![jalon::exchange::answers::Support {
            code: "contrat".into(),
            title: "Contrat".into(),
            version,
            effective_from: day("2026-12-01"),
            text: text.into(),
        }],
        ..department::PublicationPlan::default()
    };
    let first = office.department.publish(&plan(1, "un"), office.out.path()).unwrap().remove(0).path;
    let mut office = office.reopened();
    let changed = office.department.publish(&plan(1, "deux"), office.out.path());
    assert!(matches!(changed, Err(AppError::Exchange(ExchangeError::SupportChanged { version: 1, .. }))));
    let second = office.department.publish(&plan(2, "deux"), office.out.path()).unwrap().remove(0).path;
    let mut antenna = reopened(antenna);
    assert!(matches!(take_in(&mut antenna, &second), TakenIn::Waits { .. }), "no second without the first");
    let TakenIn::Applied(applied) = take_in(&mut antenna, &first) else { panic!("not applied") };
    assert_eq!(applied.len(), 2);
}

#[test]
fn records_of_one_bundle_cannot_be_mixed_with_the_acts_of_another() {
    let (office, mut antenna) = enrolled();
    let family = antenna.included("Alpha", "1001");
    let before = handed_over(&mut antenna);
    antenna
        .tell(family, r#"{"act":"write_note","date":"2026-11-20","text":"Vue.","confidentiality":"shareable"}"#)
        .unwrap();
    let after = handed_over(&mut antenna);
    let mut office = office.reopened();
    for path in &before {
        office.receive(path).unwrap();
    }
    // Whoever has the antenna's own key says of the family what was true before.
    let seed: [u8; 32] = kept(antenna.directory.path(), &data_key(&antenna), "signing-seed").try_into().unwrap();
    let signing = SigningKey::from_seed(&Zeroizing::new(seed));
    let reader = DecryptionKey::from_text(&office.department.identity().unwrap()).unwrap();
    let open =
        |path: &Path| Verified::open(&encryption::decrypt(&bytes(path), &reader).unwrap(), None).unwrap().into_bundle();
    let (old, mut mixed) = (open(&before[0]), open(&after[0]));
    let (Body::Activity(old), Body::Activity(activity)) = (&old.body, &mut mixed.body) else {
        panic!("not activities")
    };
    activity.families.clone_from(&old.families);
    let envelope = envelope::seal(&mixed.encode().unwrap(), BUNDLE_TYPE, &signing).unwrap();
    let file = encryption::encrypt(&envelope, &[&reader.public()]).unwrap();
    let TakenIn::Applied(applied) = office.department.take_in(&file).unwrap() else { panic!("not applied") };
    assert_eq!((applied[0].accepted, applied[0].refused), (0, 1), "the family's record is not what its acts make");
    // What the antenna itself had sealed comes under the same number: two histories.
    assert!(matches!(refused(office.receive(&after[0])), ExchangeError::StreamForked { .. }));
    assert!(office.reopened().department.standings().unwrap()[0].frozen);
}

#[test]
fn a_rollback_to_what_was_sent_before_changes_nothing() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    let file = bytes(&handed_over(&mut antenna)[0]);
    office.department.take_in(&file).unwrap();
    let mut office = office.reopened();
    let before = office.state();
    assert_eq!(office.department.take_in(&file).unwrap(), TakenIn::AlreadyReceived { sequence: 1 });
    assert_eq!(office.state(), before);
    // An older registry comes under an older number: the antenna has it already.
    let registry = office.department.send_again(&office.department.antennas().unwrap()[0], 1, office.out.path());
    let mut antenna = reopened(antenna);
    assert_eq!(take_in(&mut antenna, &registry.unwrap()), TakenIn::AlreadyReceived { sequence: 1 });
}

#[test]
fn a_compromised_key_signs_nothing_more_once_it_is_revoked() {
    let (mut office, mut antenna) = enrolled();
    let party = office.department.antennas().unwrap().remove(0);
    office.department.revoke(&party, "ordinateur volé", None, office.out.path()).unwrap();
    let file = bytes(&handed_over(&mut antenna)[0]);
    let (_, fault) = office.withstands(&file);
    assert_eq!(fault, ExchangeError::RevokedKey { on: day("2026-11-23"), reason: "ordinateur volé".into() });
}

#[test]
fn a_compromised_key_begins_no_new_epoch_once_it_is_revoked() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    let files = handed_over(&mut antenna);
    for path in &files {
        office.receive(path).unwrap();
    }
    let party = office.department.antennas().unwrap().remove(0);
    office.department.revoke(&party, "ordinateur volé", None, office.out.path()).unwrap();
    // Whoever has the computer begins anew, as after a restore, under numbers that the key had been allowed.
    let seed: [u8; 32] = kept(antenna.directory.path(), &data_key(&antenna), "signing-seed").try_into().unwrap();
    let signing = SigningKey::from_seed(&Zeroizing::new(seed));
    let reader = DecryptionKey::from_text(&office.department.identity().unwrap()).unwrap();
    let envelope = encryption::decrypt(&bytes(&files[0]), &reader).unwrap();
    let first = Verified::open(&envelope, None).unwrap().into_bundle();
    let linked = Digest(Sha256::digest(&envelope).into());
    for (sequence, previous) in [(1, Digest::ZERO), (2, linked)] {
        let forged = Bundle { epoch: 2, sequence, previous, ..first.clone() };
        let envelope = envelope::seal(&forged.encode().unwrap(), BUNDLE_TYPE, &signing).unwrap();
        let file = encryption::encrypt(&envelope, &[&reader.public()]).unwrap();
        let (withstood, fault) = office.withstands(&file);
        assert_eq!(fault, ExchangeError::RevokedKey { on: day("2026-11-23"), reason: "ordinateur volé".into() });
        office = withstood;
    }
    let taken = office.receive(&files[0]).unwrap();
    assert_eq!(taken, TakenIn::AlreadyReceived { sequence: 1 }, "what it was allowed before stays");
}

#[test]
fn a_revoked_key_never_comes_back_by_its_card() {
    let (mut office, mut antenna) = enrolled();
    let given = antenna.app.give_card(office.out.path()).unwrap();
    let (card, words) = (bytes(&given.path), given.words.join(" "));
    let party = office.department.antennas().unwrap().remove(0);
    office.department.revoke(&party, "ordinateur volé", None, office.out.path()).unwrap();
    let seed: [u8; 32] = kept(antenna.directory.path(), &data_key(&antenna), "signing-seed").try_into().unwrap();
    let signing = SigningKey::from_seed(&Zeroizing::new(seed));
    let stolen = SignedCard::open(&card, Role::Antenna).unwrap().card;
    let elsewhere = Party::antenna(Uuid::from_u128(997).into(), "Antenne d’ailleurs");
    let fresh = SigningKey::from_seed(&Zeroizing::new([6; 32]));
    let fresh_device = Device { key: fresh.public().id(), ..stolen.device.clone() };
    // Whoever has the keys can write any card with them, and read its words aloud.
    let under_another_name = Card { party: elsewhere, ..stolen.clone() }.seal(&signing).unwrap();
    let with_another_reader = Card { encryption: DecryptionKey::generate().public(), ..stolen.clone() };
    let with_another_reader = with_another_reader.seal(&signing).unwrap();
    let with_the_same_reader = Card { device: fresh_device, ..stolen }.seal(&fresh).unwrap();
    let said = |card: &[u8]| SignedCard::open(card, Role::Antenna).unwrap().words().join(" ");
    let expected = ExchangeError::CardOfRevokedKey { on: day("2026-11-23"), reason: "ordinateur volé".into() };
    let mut office = office.reopened();
    let before = office.state();
    let forged = [under_another_name, with_another_reader, with_the_same_reader].map(|card| (said(&card), card));
    for (words, card) in forged.into_iter().chain([(words, card)]) {
        let read = office.department.read_card(&card);
        assert!(matches!(read, Err(AppError::Exchange(fault)) if fault == expected), "before a word is read aloud");
        let enrolled = office.department.enrol(&card, &words, office.out.path());
        assert!(matches!(enrolled, Err(AppError::Exchange(fault)) if fault == expected));
    }
    let mut office = office.reopened();
    assert_eq!(office.state(), before);
    let mut second = Antenna::founded_at(5, "Seconde antenne");
    let given = second.app.give_card(office.out.path()).unwrap();
    let enrolled = office.department.enrol(&bytes(&given.path), &given.words.join(" "), office.out.path()).unwrap();
    assert_eq!(enrolled.version, 4, "the Département, the antenna, its revocation, and then this one");
}

#[test]
fn what_is_for_another_departement_cannot_be_read_here() {
    let (office, _antenna) = enrolled();
    let (_elsewhere, mut other) = enrolled();
    let file = bytes(&handed_over(&mut other)[0]);
    let (_, fault) = office.withstands(&file);
    assert_eq!(fault, ExchangeError::EncryptedToOthers {});
}

#[test]
fn what_is_for_another_antenna_cannot_be_read_nor_passed_on() {
    let (mut office, antenna) = enrolled();
    let mut second = Antenna::founded_at(5, "Seconde antenne");
    let registries = office.enrol(&mut second);
    let for_second = registries.iter().find(|path| path.to_string_lossy().contains("seconde")).unwrap();
    let (antenna, fault) = withstands(antenna, &bytes(for_second));
    assert_eq!(fault, ExchangeError::EncryptedToOthers {});
    // The second antenna, who can read it, encrypts it to the first.
    let envelope = encryption::decrypt(&bytes(for_second), &reader_of(&second)).unwrap();
    let passed_on = encryption::encrypt(&envelope, &[&reader_of(&antenna).public()]).unwrap();
    let (_, fault) = withstands(antenna, &passed_on);
    assert_eq!(fault, ExchangeError::WrongRecipient { name: "Seconde antenne".into() });
}

#[test]
fn a_compromised_key_of_an_antenna_does_not_speak_for_the_departement() {
    let (mut office, antenna) = enrolled();
    let reader = reader_of(&antenna);
    let sent = encryption::decrypt(&presence(&mut office), &reader).unwrap();
    let neighbour = Neighbour::enrolled(&mut office);
    let said = Verified::open(&sent, None).unwrap().into_bundle();
    let forged = Bundle { device: Device { key: neighbour.signing.public().id(), ..said.device.clone() }, ..said };
    let envelope = envelope::seal(&forged.encode().unwrap(), BUNDLE_TYPE, &neighbour.signing).unwrap();
    let file = encryption::encrypt(&envelope, &[&reader.public()]).unwrap();
    let (antenna, fault) = withstands(antenna, &file);
    assert_eq!(fault, ExchangeError::UnknownKey { name: "Département d’Essai".into() });
    // Nor in its own name.
    let own = Bundle { from: neighbour.party.clone(), ..forged };
    let envelope = envelope::seal(&own.encode().unwrap(), BUNDLE_TYPE, &neighbour.signing).unwrap();
    let file = encryption::encrypt(&envelope, &[&reader.public()]).unwrap();
    let (_, fault) = withstands(antenna, &file);
    assert_eq!(fault, ExchangeError::KindNotAllowed { kind: "presence".into() });
}

#[test]
fn nobody_asks_or_answers_for_the_family_of_another_antenna() {
    let (mut office, mut antenna) = enrolled();
    let family = antenna.included("Alpha", "1001");
    let opened = r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-11-12","situation":"Essai."}"#;
    antenna.tell(family, opened).unwrap();
    antenna.tell(family, r#"{"act":"send_panel_referral","date":"2026-11-13"}"#).unwrap();
    let files = handed_over(&mut antenna);
    for path in &files {
        office.receive(path).unwrap();
    }
    let neighbour = Neighbour::enrolled(&mut office);
    let agenda = office.department.agenda(false).unwrap();
    let forged = files[1..3].iter().map(|path| neighbour.read(path)).collect::<Vec<_>>();
    assert_eq!(
        forged.iter().map(|one| one.body.kind()).collect::<Vec<_>>(),
        [Kind::PanelReferral, Kind::OrientationAnswer]
    );
    let mut previous = Digest::ZERO;
    for (bundle, sequence) in forged.into_iter().zip(1..) {
        let file = neighbour.seals_as(bundle, sequence, previous);
        previous = Digest(Sha256::digest(encryption::decrypt(&file, &neighbour.reader).unwrap()).into());
        let TakenIn::Applied(applied) = office.department.take_in(&file).unwrap() else { panic!("not applied") };
        assert_eq!((applied[0].accepted, applied[0].refused), (0, 1));
    }
    let told: Vec<_> =
        office.department.app().inbox().unwrap().bundles.into_iter().rev().filter_map(|one| one.receipt).collect();
    assert_eq!(told.iter().filter(|json| json.contains(r#""refused":"unknown-person""#)).count(), 2);
    assert_eq!(office.department.agenda(false).unwrap(), agenda, "what the antenna asked is as it was");
}

#[test]
fn a_person_whom_another_antenna_follows_is_refused_and_the_antenna_is_told() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let mut second = Antenna::founded_at(5, "Seconde antenne");
    for path in office.enrol(&mut second) {
        let _ = second.app.take_in(&bytes(&path));
    }
    second.included("Beta", "1001");
    let told = office.exchange(&mut second);
    assert_eq!((told[0].1, told[0].2), (0, 1), "a person whom another antenna follows is refused (art. 3)");
    assert_eq!(second.app.inbox().unwrap().refused[0].code, "known-elsewhere");
}

/// An antenna that has only the format and its keys: it can say anything.
struct Neighbour {
    party: Party,
    device: Device,
    signing: SigningKey,
    reader: DecryptionKey,
}

impl Neighbour {
    fn enrolled(office: &mut Office) -> Self {
        let signing = SigningKey::from_seed(&Zeroizing::new([4; 32]));
        let party = Party::antenna(Uuid::from_u128(999).into(), "Antenne voisine");
        let device = Device { replica: Uuid::from_u128(998).into(), key: signing.public().id() };
        let card = Card {
            party: party.clone(),
            department: office.department.me().name.clone(),
            device: device.clone(),
            encryption: DecryptionKey::generate().public(),
            epoch: 1,
            next: 1,
            created_at: "2026-11-23T08:00:00.000Z".into(),
        };
        let card = card.seal(&signing).unwrap();
        let words = SignedCard::open(&card, Role::Antenna).unwrap().words().join(" ");
        office.department.enrol(&card, &words, office.out.path()).unwrap();
        let reader = DecryptionKey::from_text(&office.department.identity().unwrap()).unwrap();
        Self { party, device, signing, reader }
    }

    /// What an antenna sealed, as the Département reads it.
    fn read(&self, path: &Path) -> Bundle {
        let envelope = encryption::decrypt(&bytes(path), &self.reader).unwrap();
        Verified::open(&envelope, None).unwrap().into_bundle()
    }

    /// The same content, sealed by the neighbour as its first bundle.
    fn seals(&self, bundle: Bundle) -> Vec<u8> {
        self.seals_as(bundle, 1, Digest::ZERO)
    }

    fn seals_as(&self, bundle: Bundle, sequence: u64, previous: Digest) -> Vec<u8> {
        let forged = Bundle {
            from: self.party.clone(),
            device: self.device.clone(),
            epoch: 1,
            sequence,
            previous,
            stream: "essai".into(),
            ..bundle
        };
        let envelope = envelope::seal(&forged.encode().unwrap(), BUNDLE_TYPE, &self.signing).unwrap();
        encryption::encrypt(&envelope, &[&self.reader.public()]).unwrap()
    }
}

#[test]
fn nobody_hands_over_the_journal_of_another_antenna() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    let files = handed_over(&mut antenna);
    for path in &files {
        office.receive(path).unwrap();
    }
    let neighbour = Neighbour::enrolled(&mut office);
    let file = neighbour.seals(neighbour.read(&files[0]));
    let (_, fault) = office.withstands(&file);
    assert_eq!(fault, ExchangeError::JournalOfOthers {});
}

#[test]
fn records_and_figures_that_are_not_what_the_acts_make_are_refused_and_shown() {
    let (mut office, mut antenna) = enrolled();
    let held = r#"{"act":"hold_encounter","date":"2026-11-20","setting":"home-visit","steps":["assessment"]}"#;
    let (alpha, beta) = (antenna.included("Alpha", "1001"), antenna.included("Zédoumi", "1002"));
    antenna.tell(alpha, held).unwrap();
    antenna.tell(beta, held).unwrap();
    let neighbour = Neighbour::enrolled(&mut office);
    let mut bundle = neighbour.read(&handed_over(&mut antenna)[0]);
    let Body::Activity(activity) = &mut bundle.body else { panic!("not an activity") };
    let altered = activity.families.iter_mut().find(|record| record.id == alpha).unwrap();
    altered.encounters.clear();
    activity.indicators.figures.encounters_held = 40;
    let TakenIn::Applied(applied) = office.department.take_in(&neighbour.seals(bundle)).unwrap() else {
        panic!("not applied")
    };
    assert_eq!((applied[0].accepted, applied[0].refused, applied[0].figures_differ), (1, 1, true));
    let year = office.department.consolidated(day("2026-01-01"), day("2026-11-23"), By::Antenna).unwrap();
    assert_eq!(year.impact.total.encounters_held, 1, "a refused family counts in no figure");
    let told: Vec<_> = year.differences.iter().map(|one| (one.indicator, one.stated, one.counted)).collect();
    assert_eq!(told, [(Indicator::EncountersHeld, 40, 2)], "what was stated, beside what the acts make");
    let standings = office.department.standings().unwrap();
    assert_eq!(standings.iter().map(|one| one.refused).sum::<u64>(), 1);
}
