//! The attacks that an update framework must withstand (TUF), on both stores as they are loaded from the disk.

use std::path::Path;

use jalon::app::access::{self, Opener, Secret};
use jalon::app::department;
use jalon::app::{AppError, TakenIn};
use jalon::domain::impact::By;
use jalon::domain::indicator::Indicator;
use jalon::exchange::bundle::{Body, Device};
use jalon::exchange::encryption::MAX_ENCRYPTED_BYTES;
use jalon::exchange::envelope::{self, BUNDLE_TYPE};
use jalon::exchange::{
    Bundle, Card, DecryptionKey, ExchangeError, Party, Role, SignedCard, SigningKey, Verified, encryption,
};
use jalon::journal::entry::Digest;
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
fn what_is_for_another_departement_cannot_be_read_here() {
    let (office, _antenna) = enrolled();
    let (_elsewhere, mut other) = enrolled();
    let file = bytes(&handed_over(&mut other)[0]);
    let (_, fault) = office.withstands(&file);
    assert_eq!(fault, ExchangeError::EncryptedToOthers {});
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
        Verified::open(&envelope, None).unwrap().bundle().clone()
    }

    /// The same content, sealed by the neighbour as its first bundle.
    fn seals(&self, bundle: Bundle) -> Vec<u8> {
        let forged = Bundle {
            from: self.party.clone(),
            device: self.device.clone(),
            epoch: 1,
            sequence: 1,
            previous: Digest::ZERO,
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
