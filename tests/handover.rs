//! The hand-off both ways, between a real store and a made-up Département that has only the format.

use chrono::NaiveDate;
use jalon::app::{App, AppError, CameState, TakenIn};
use jalon::base::clock::Clock;
use jalon::base::id::{FamilyId, MatterId, OrientationId, PartyId, ReplicaId};
use jalon::domain::family::Contact;
use jalon::domain::orientation::ReceiveOrientation;
use jalon::domain::refusal::Refusal;
use jalon::exchange::answers::{Orientations, Presence, Publication, TopicAnswer};
use jalon::exchange::bundle::{Body, Device, Kind};
use jalon::exchange::envelope::{self, BUNDLE_TYPE};
use jalon::exchange::receipt::{Matter, Receipt, Receipts, RefusalCode};
use jalon::exchange::registry::{self, Revocation};
use jalon::exchange::{
    Bundle, Card, DecryptionKey, ExchangeError, Party, Registry, Role, SignedCard, SigningKey, Verified, encryption,
};
use jalon::journal::entry::{Digest, Purpose};
use jalon::store::{Store, Vault};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::app::{Antenna, act, day};

/// A Département: its keys, its registry, and where its stream to the antenna stands.
struct Department {
    me: Party,
    signing: SigningKey,
    reading: DecryptionKey,
    replica: ReplicaId,
    registry: Registry,
    antenna: Party,
    sequence: u64,
    previous: Digest,
}

impl Department {
    fn new(antenna: &mut Antenna) -> Self {
        let me = Party::department(Some(PartyId::from(Uuid::from_u128(77))), "Département d’Essai");
        let out = tempfile::tempdir().unwrap();
        let given = antenna.app.give_card(out.path()).unwrap();
        let card = SignedCard::open(&std::fs::read(&given.path).unwrap(), Role::Antenna).unwrap();
        let antenna = card.confirmed(&given.words.join(" ")).unwrap();
        let mut department = Self {
            me,
            signing: SigningKey::from_seed(&Zeroizing::new([7; 32])),
            reading: DecryptionKey::generate(),
            replica: Uuid::from_u128(88).into(),
            registry: Registry::empty(),
            antenna: antenna.party.clone(),
            sequence: 0,
            previous: Digest::ZERO,
        };
        let own = department.card();
        department.registry = Registry::empty()
            .next(|organisations| {
                registry::enter(organisations, &own);
                registry::enter(organisations, &antenna);
            })
            .unwrap();
        department
    }

    fn card(&self) -> Card {
        Card {
            party: self.me.clone(),
            department: self.me.name.clone(),
            device: self.device(),
            encryption: self.reading.public(),
            epoch: 1,
            next: 1,
            created_at: "2026-11-20T08:00:00.000Z".into(),
        }
    }

    fn device(&self) -> Device {
        Device { replica: self.replica, key: self.signing.public().id() }
    }

    /// Gives its card to the antenna, which types the words.
    fn enrol(&self, antenna: &mut Antenna) {
        let bytes = self.card().seal(&self.signing).unwrap();
        let words = SignedCard::open(&bytes, Role::Department).unwrap().words().join(" ");
        antenna.app.enrol_department(&bytes, &words).unwrap();
    }

    /// The next bundle, not sent yet.
    fn bundle(&self, body: Body) -> Bundle {
        let known = if matches!(body, Body::Registry(_)) { 0 } else { self.registry.version };
        Bundle {
            from: self.me.clone(),
            device: self.device(),
            to: self.antenna.clone(),
            stream: "essai".into(),
            epoch: 1,
            sequence: self.sequence + 1,
            previous: self.previous,
            seen: 0,
            registry: known,
            supports: 0,
            journal: std::collections::BTreeMap::new(),
            created_at: "2026-11-23T09:00:00.000Z".into(),
            body,
        }
    }

    /// The file of a bundle, encrypted to the antenna, and the digest of its envelope.
    fn file(&self, bundle: &Bundle) -> (Vec<u8>, Digest) {
        let envelope = envelope::seal(&bundle.encode().unwrap(), BUNDLE_TYPE, &self.signing).unwrap();
        let keys = self.registry.encryption_keys(&self.antenna).unwrap();
        let file = encryption::encrypt(&envelope, &[&keys[0]]).unwrap();
        (file, Digest(Sha256::digest(&envelope).into()))
    }

    /// Sends the next bundle.
    fn send(&mut self, body: Body) -> Vec<u8> {
        let (file, digest) = self.file(&self.bundle(body));
        self.sequence += 1;
        self.previous = digest;
        file
    }
}

/// An antenna and its Département, enrolled, the registry taken in.
fn enrolled() -> (Antenna, Department) {
    let mut antenna = Antenna::founded();
    let mut department = Department::new(&mut antenna);
    department.enrol(&mut antenna);
    let registry = department.registry.clone();
    let taken = antenna.app.take_in(&department.send(Body::Registry(registry))).unwrap();
    assert_eq!(applied(&taken), [(Kind::Registry, 1, 0, 0)]);
    (antenna, department)
}

fn applied(taken: &TakenIn) -> Vec<(Kind, u64, u64, u64)> {
    let TakenIn::Applied(bundles) = taken else { panic!("not applied: {taken:?}") };
    bundles.iter().map(|one| (one.kind, one.sequence, one.accepted, one.refused)).collect()
}

fn refused(taken: Result<TakenIn, AppError>) -> ExchangeError {
    match taken {
        Err(AppError::Exchange(error)) => error,
        other => panic!("not refused: {other:?}"),
    }
}

fn presence() -> Body {
    Body::Presence(Presence {})
}

fn orientation(number: u128, matricule: &str) -> ReceiveOrientation {
    ReceiveOrientation {
        id: Some(OrientationId::from(Uuid::from_u128(number))),
        center: "nord".into(),
        date: day("2026-11-20"),
        document: "Lot du Département".into(),
        surname: format!("Essai{number}"),
        given_name: "Lou".into(),
        birth_date: day("1999-01-02"),
        matricule: matricule.into(),
        children: Vec::new(),
        isolated: true,
        benefit_code: "RSI".into(),
        followed_by_department: false,
        contact: Default::default(),
    }
}

#[test]
fn a_card_is_accepted_with_the_words_read_aloud_and_with_no_others() {
    let mut antenna = Antenna::founded();
    let department = Department::new(&mut antenna);
    let bytes = department.card().seal(&department.signing).unwrap();
    let words = SignedCard::open(&bytes, Role::Department).unwrap().words();
    let mut wrong = words.clone();
    wrong.swap(0, 1);
    let enrol = |antenna: &mut Antenna, typed: &str| match antenna.app.enrol_department(&bytes, typed) {
        Err(AppError::Exchange(error)) => Some(error.id()),
        Err(other) => panic!("{other:?}"),
        Ok(_) => None,
    };
    assert_eq!(enrol(&mut antenna, &wrong.join(" ")), Some("exchange-card-word-differs"));
    assert_eq!(enrol(&mut antenna, "zéro"), Some("exchange-card-words-count"));
    assert_eq!(antenna.app.enrolled_department().unwrap(), None);
    assert_eq!(enrol(&mut antenna, &words.join(" ")), None);
    assert_eq!(antenna.app.enrolled_department().unwrap(), Some(department.me.clone()));
    // The antenna's own card is no Département's.
    let out = tempfile::tempdir().unwrap();
    let own = antenna.app.give_card(out.path()).unwrap();
    let own = std::fs::read(own.path).unwrap();
    let error = antenna.app.enrol_department(&own, "").unwrap_err();
    assert!(matches!(error, AppError::Exchange(ExchangeError::CardOfOtherSide {})));
}

#[test]
fn a_card_given_twice_has_the_same_words() {
    let mut antenna = Antenna::founded();
    let out = tempfile::tempdir().unwrap();
    assert_eq!(antenna.app.give_card(out.path()).unwrap(), antenna.app.give_card(out.path()).unwrap());
}

#[test]
fn after_enrolment_what_leaves_is_encrypted_to_the_departement_and_goes_on_after_what_left_in_clear() {
    let mut antenna = Antenna::founded();
    let out = tempfile::tempdir().unwrap();
    let first = antenna.app.export(out.path()).unwrap();
    assert!(!first.is_encrypted && first.path.extension().unwrap() == "json");
    let department = Department::new(&mut antenna);
    department.enrol(&mut antenna);
    antenna.included("Alpha", "1001");
    let second = antenna.app.export(out.path()).unwrap();
    assert!(second.is_encrypted);
    assert_eq!(second.path.file_name().unwrap(), "antenne-d-essai-0002.json.age");
    let file = std::fs::read(&second.path).unwrap();
    assert!(Verified::open(&file, None).is_err());
    let verified = Verified::open(&encryption::decrypt(&file, &department.reading).unwrap(), None).unwrap();
    let bundle = verified.bundle();
    assert_eq!((bundle.sequence, bundle.previous), (2, first.digest));
    assert_eq!(bundle.to, department.me);
    assert_eq!(verified.digest(), second.digest);
    // The same file again, byte for byte, from the archive.
    let again = tempfile::tempdir().unwrap();
    let path = antenna.app.export_again(2, again.path()).unwrap();
    assert_eq!(std::fs::read(path).unwrap(), file);
}

#[test]
fn what_was_handed_over_by_mistake_is_here_again_but_for_what_was_received() {
    let mut antenna = Antenna::founded();
    let out = tempfile::tempdir().unwrap();
    for (name, number) in [("Alpha", "1001"), ("Beta", "1002"), ("Gamma", "1003")] {
        antenna.oriented(name, number);
        antenna.app.export(out.path()).unwrap();
    }
    antenna.app.acknowledge(1).unwrap();
    antenna.app.hand_over(3).unwrap();
    let handed = |antenna: &Antenna| -> Vec<bool> {
        antenna.app.outbox().unwrap().iter().map(|sealed| sealed.handed_over_on.is_some()).collect()
    };
    assert_eq!(handed(&antenna), [true; 3]);
    antenna.app.keep_here(3).unwrap();
    assert_eq!(handed(&antenna), [true, true, false]);
    antenna.app.keep_here(1).unwrap();
    assert_eq!(handed(&antenna), [true, false, false], "the first one was received");
    let unknown = antenna.app.keep_here(4);
    assert!(matches!(unknown, Err(AppError::Refused(Refusal::BundleUnknown { sequence: 4 }))), "{unknown:?}");
}

#[test]
fn a_receipt_settles_the_outbox_and_a_refused_family_goes_again_alone() {
    let (mut antenna, mut department) = enrolled();
    let (alpha, beta) = (antenna.included("Alpha", "1001"), antenna.included("Beta", "1002"));
    let out = tempfile::tempdir().unwrap();
    let exported = antenna.app.export(out.path()).unwrap();
    let matter = |family: FamilyId| MatterId::from_bytes(family.bytes());
    let receipt = Receipt {
        epoch: 1,
        sequence: exported.sequence,
        digest: exported.digest,
        received_on: day("2026-11-23"),
        matters: vec![Matter::accepted(matter(alpha)), Matter::refused(matter(beta), RefusalCode::UnknownReferent)],
        figures_differ: false,
    };
    let forged = Receipt { digest: Digest([1; 32]), ..receipt.clone() };
    let forged = department.file(&department.bundle(Body::Receipt(Receipts { receipts: vec![forged] }))).0;
    assert_eq!(refused(antenna.app.take_in(&forged)), ExchangeError::ReceiptUnknown { number: exported.sequence });
    antenna.app.take_in(&department.send(Body::Receipt(Receipts { receipts: vec![receipt] }))).unwrap();
    let sealed = antenna.app.outbox().unwrap().into_iter().next().unwrap();
    assert_eq!(sealed.acknowledged_on, Some(day("2026-11-23")));
    let inbox = antenna.app.inbox().unwrap();
    assert_eq!(
        inbox.refused.iter().map(|one| (one.family, one.code.as_str())).collect::<Vec<_>>(),
        [(beta, "unknown-referent")]
    );
    // The answer to the registry has left with the activity; now the family goes alone.
    antenna.app.send_again(beta).unwrap();
    let exported = antenna.app.export(out.path()).unwrap();
    let file = std::fs::read(&exported.path).unwrap();
    let verified = Verified::open(&encryption::decrypt(&file, &department.reading).unwrap(), None).unwrap();
    let Body::Activity(activity) = &verified.bundle().body else { panic!("not an activity") };
    assert_eq!((verified.entries().len(), activity.families.len()), (0, 1));
    assert_eq!(activity.families[0].id, beta);
    let nothing = antenna.app.export(out.path()).unwrap_err();
    assert!(matches!(nothing, AppError::Refused(jalon::domain::refusal::Refusal::NothingToHandOver {})));
}

#[test]
fn what_came_is_answered_with_the_next_hand_over_and_once() {
    let (mut antenna, department) = enrolled();
    let out = tempfile::tempdir().unwrap();
    let exported = antenna.app.export(out.path()).unwrap();
    let file = std::fs::read(&exported.beside[0]).unwrap();
    let verified = Verified::open(&encryption::decrypt(&file, &department.reading).unwrap(), None).unwrap();
    let Body::Receipt(answered) = &verified.bundle().body else { panic!("not a receipt") };
    assert_eq!(answered.receipts.iter().map(|one| one.sequence).collect::<Vec<_>>(), [1]);
    assert_eq!(answered.receipts[0].digest, department.previous);
    assert_eq!(verified.bundle().seen, 1);
    antenna.included("Alpha", "1001");
    antenna.app.export(out.path()).unwrap();
    let outbox = antenna.app.outbox().unwrap();
    assert_eq!(outbox.iter().filter(|sealed| sealed.kind == "receipt").count(), 1, "it is answered once");
}

#[test]
fn orientations_wait_to_be_included_and_those_that_a_rule_refuses_are_answered() {
    let (mut antenna, mut department) = enrolled();
    let unknown_center = ReceiveOrientation { center: "sud".into(), ..orientation(3, "2003") };
    let contact = Contact { telephone: "06 39 98 00 01".into(), ..Contact::default() };
    let sent = vec![
        orientation(1, "2001"),
        ReceiveOrientation { contact: Box::new(contact.clone()), ..orientation(2, "2002") },
        unknown_center,
    ];
    let file = department.send(Body::Orientation(Orientations { orientations: sent }));
    let taken = antenna.app.take_in(&file).unwrap();
    assert_eq!(applied(&taken), [(Kind::Orientation, 2, 2, 1)]);
    let family = antenna.app.by_matricule("2001").unwrap().unwrap();
    let record = antenna.app.family(family).unwrap().unwrap();
    assert_eq!(record.pending_orientation().unwrap().id, OrientationId::from(Uuid::from_u128(1)));
    assert_eq!(antenna.app.by_matricule("2003").unwrap(), None);
    let reached = antenna.app.by_matricule("2002").unwrap().unwrap();
    assert_eq!(antenna.app.family(reached).unwrap().unwrap().contact, contact);
    let bundle = department.previous;
    let imported = |line: &jalon::app::HistoryLine| line.purpose == Purpose::Import { bundle };
    assert!(antenna.app.history(family).unwrap().iter().all(imported));
    // The same orientation under a new number is processed already; taken twice, the file changes nothing.
    assert_eq!(antenna.app.take_in(&file).unwrap(), TakenIn::AlreadyReceived { sequence: 2 });
    let again = department.send(Body::Orientation(Orientations { orientations: vec![orientation(1, "2001")] }));
    assert_eq!(applied(&antenna.app.take_in(&again).unwrap()), [(Kind::Orientation, 3, 0, 1)]);
    let receipts: Vec<String> =
        antenna.app.inbox().unwrap().bundles.into_iter().filter_map(|one| one.receipt).collect();
    assert!(receipts[1].contains(r#""refused":"rule","rule":"refusal-CenterUnknown""#), "{}", receipts[1]);
    assert!(receipts[2].contains(r#""refused":"already-processed""#), "{}", receipts[2]);
}

#[test]
fn a_publication_adopts_its_conventions_and_answers_topics_and_none_is_passed_over() {
    let (mut antenna, mut department) = enrolled();
    let raised = jalon::domain::antenna::AntennaAct::RaiseTopic(jalon::domain::steering::RaiseTopic {
        date: day("2026-11-02"),
        subject: jalon::domain::steering::TopicSubject::Path,
        text: "Quels relais ?".into(),
    });
    antenna.app.execute(jalon::app::Command::Antenna(raised)).unwrap();
    let topic = antenna.app.antenna().topics[0].id;
    let mut convention = antenna.app.antenna().conventions[0].clone();
    convention.code = "essai-2027".into();
    convention.effective_from = day("2027-01-01");
    convention.period.ends = day("2099-12-31");
    let first = Publication {
        version: 1,
        previous: Digest::ZERO,
        supports: Vec::new(),
        conventions: vec![convention],
        answers: vec![TopicAnswer { topic, date: day("2026-11-20"), text: "Une réunion en janvier.".into() }],
    };
    let taken = antenna.app.take_in(&department.send(Body::Supports(first.clone()))).unwrap();
    assert_eq!(applied(&taken), [(Kind::Supports, 2, 2, 0)], "the version and the answer");
    assert_eq!(antenna.app.antenna().convention(day("2027-01-01")).unwrap().code, "essai-2027");
    assert_ne!(antenna.app.antenna().convention(day("2026-12-31")).unwrap().code, "essai-2027");
    assert_eq!(antenna.app.antenna().topics[0].follow_ups.len(), 1);
    let jump = Publication { version: 3, answers: Vec::new(), ..first.clone() };
    let file = department.file(&department.bundle(Body::Supports(jump))).0;
    assert_eq!(refused(antenna.app.take_in(&file)), ExchangeError::PublicationNotNext { found: 3, expected: 2 });
    let second = Publication { version: 2, previous: first.digest().unwrap(), answers: Vec::new(), ..first };
    antenna.app.take_in(&department.send(Body::Supports(second))).unwrap();
}

#[test]
fn bundles_that_come_early_wait_and_are_applied_in_order() {
    let (mut antenna, mut department) = enrolled();
    let files: Vec<_> = (0..3).map(|_| department.send(presence())).collect();
    let waits = antenna.app.take_in(&files[2]).unwrap();
    assert_eq!(waits, TakenIn::Waits { sequence: 4, first: 2, last: 3 });
    assert_eq!(antenna.app.inbox().unwrap().bundles.last().unwrap().state, CameState::Waiting);
    assert_eq!(antenna.app.take_in(&files[1]).unwrap(), TakenIn::Waits { sequence: 3, first: 2, last: 2 });
    let taken = antenna.app.take_in(&files[0]).unwrap();
    assert_eq!(applied(&taken).iter().map(|one| one.1).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!(antenna.app.inbox().unwrap().received.sequence, 4);
}

#[test]
fn a_bundle_that_goes_by_a_newer_registry_waits_for_it() {
    let (mut antenna, mut department) = enrolled();
    department.registry = department.registry.next(|_| {}).unwrap();
    let registry = department.send(Body::Registry(department.registry.clone()));
    let after = department.send(presence());
    assert_eq!(antenna.app.take_in(&after).unwrap(), TakenIn::Waits { sequence: 3, first: 2, last: 2 });
    assert_eq!(antenna.app.inbox().unwrap().missing, [2]);
    let taken = antenna.app.take_in(&registry).unwrap();
    assert_eq!(applied(&taken).iter().map(|one| one.0).collect::<Vec<_>>(), [Kind::Registry, Kind::Presence]);
    // One that waits though no registry makes it known is dropped when its turn comes, and refused when it is sent again.
    let (next, mut unknown) = (department.send(presence()), department.bundle(presence()));
    unknown.registry = 9;
    let unknown = department.file(&unknown).0;
    assert!(matches!(antenna.app.take_in(&unknown).unwrap(), TakenIn::Waits { sequence: 5, .. }));
    assert_eq!(applied(&antenna.app.take_in(&next).unwrap()).len(), 1);
    assert_eq!(refused(antenna.app.take_in(&unknown)), ExchangeError::RegistryNewer { found: 9, pinned: 2 });
}

#[test]
fn a_presence_waits_for_no_receipt() {
    let (mut antenna, _department) = enrolled();
    let out = tempfile::tempdir().unwrap();
    let silent = |antenna: &Antenna| {
        let agenda = antenna.app.agenda(day("2026-11-23"), day("2027-12-31"), 100).unwrap();
        agenda.iter().any(|line| line.deadline.rule == jalon::domain::deadline::DeadlineRule::DepartmentSilent)
    };
    let first = antenna.app.export(out.path()).unwrap();
    assert!(silent(&antenna), "the activity waits for one");
    antenna.app.acknowledge(first.sequence).unwrap();
    antenna.app.export_presence(out.path()).unwrap();
    assert!(!silent(&antenna), "it is answered by none");
}

#[test]
fn two_bundles_under_one_number_stop_the_stream() {
    let (mut antenna, mut department) = enrolled();
    let mut other = department.bundle(presence());
    other.created_at = "2026-11-23T09:30:00.000Z".into();
    let other = department.file(&other).0;
    antenna.app.take_in(&department.send(presence())).unwrap();
    assert_eq!(refused(antenna.app.take_in(&other)), ExchangeError::StreamForked { number: 2 });
    let next = department.send(presence());
    assert_eq!(refused(antenna.app.take_in(&next)), ExchangeError::StreamFrozen {});
}

#[test]
fn what_is_not_for_this_antenna_or_not_from_its_departement_is_refused_and_changes_nothing() {
    let (mut antenna, mut department) = enrolled();
    let before = antenna.app.inbox().unwrap();
    let mut expect = |name: &str, file: &[u8], expected: &str| {
        assert_eq!(refused(antenna.app.take_in(file)).id(), expected, "{name}");
        assert_eq!(antenna.app.inbox().unwrap(), before, "{name}");
    };
    let mut elsewhere = department.bundle(presence());
    elsewhere.to.id = Some(Uuid::from_u128(999).into());
    expect("addressed to another", &department.file(&elsewhere).0, "exchange-wrong-recipient");
    let envelope = |key: &SigningKey, bundle: &Bundle| envelope::seal(&bundle.encode().unwrap(), BUNDLE_TYPE, key);
    let plain = envelope(&department.signing, &department.bundle(presence())).unwrap();
    expect("in clear", &plain, "exchange-not-encrypted");
    let key = SigningKey::from_seed(&Zeroizing::new([8; 32]));
    let mut stranger = department.bundle(presence());
    stranger.device.key = key.public().id();
    let keys = department.registry.encryption_keys(&department.antenna).unwrap();
    let stranger = encryption::encrypt(&envelope(&key, &stranger).unwrap(), &[&keys[0]]).unwrap();
    expect("signed by a stranger", &stranger, "exchange-unknown-key");
    let for_others = encryption::encrypt(&plain, &[&DecryptionKey::generate().public()]).unwrap();
    expect("encrypted to another", &for_others, "exchange-encrypted-to-others");
    let mut newer = department.bundle(presence());
    newer.registry = 9;
    expect("by a registry not known", &department.file(&newer).0, "exchange-registry-newer");
    let mut older = department.bundle(presence());
    older.registry = 0;
    expect("by an older registry", &department.file(&older).0, "exchange-registry-older");
    let registry = department.registry.clone();
    let changed = Registry { previous: Digest([3; 32]), ..registry.clone() };
    let step_back = department.file(&department.bundle(Body::Registry(changed))).0;
    expect("another registry under a number known", &step_back, "exchange-registry-step-back");
    let jump = registry.next(|_| {}).unwrap().next(|_| {}).unwrap();
    expect(
        "a registry too far",
        &department.file(&department.bundle(Body::Registry(jump))).0,
        "exchange-registry-jump",
    );
    let mut rewritten = registry.next(|_| {}).unwrap();
    rewritten.previous = Digest([3; 32]);
    let rewritten = department.file(&department.bundle(Body::Registry(rewritten))).0;
    expect("a registry of another history", &rewritten, "exchange-registry-not-linked");
    let file = department.send(presence());
    expect("cut", &file[..file.len() - 1], "exchange-not-decrypted");
    expect("endless", &vec![b' '; encryption::MAX_ENCRYPTED_BYTES + 1], "exchange-too-large");
    antenna.app.take_in(&file).unwrap();
}

#[test]
fn a_key_revoked_by_the_registry_is_accepted_up_to_its_last_number() {
    let (mut antenna, mut department) = enrolled();
    let revoked = department
        .registry
        .next(|organisations| {
            let own = organisations.iter_mut().find(|one| one.party.role == Role::Department).unwrap();
            let reason = "Poste volé".to_owned();
            own.devices[0].revoked = Some(Revocation { on: day("2026-11-22"), reason, epoch: 1, until: 2 });
        })
        .unwrap();
    antenna.app.take_in(&department.send(Body::Registry(revoked.clone()))).unwrap();
    department.registry = revoked;
    let mut next = department.bundle(presence());
    next.registry = 2;
    let keys = department.registry.encryption_keys(&department.antenna).unwrap();
    let envelope = envelope::seal(&next.encode().unwrap(), BUNDLE_TYPE, &department.signing).unwrap();
    let file = encryption::encrypt(&envelope, &[&keys[0]]).unwrap();
    let error = refused(antenna.app.take_in(&file));
    assert_eq!(error, ExchangeError::RevokedKey { on: day("2026-11-22"), reason: "Poste volé".into() });
}

#[test]
fn a_store_restored_from_a_copy_begins_a_new_epoch_after_the_last_bundle_of_the_copy() {
    let mut antenna = Antenna::founded();
    let out = tempfile::tempdir().unwrap();
    let first = antenna.app.export(out.path()).unwrap();
    let copy = out.path().join("copie.db");
    std::fs::copy(antenna.app.backup().unwrap().path, &copy).unwrap();
    antenna.included("Alpha", "1001");
    antenna.app.export(out.path()).unwrap();
    let (directory, referent) = (antenna.directory, antenna.referent);
    antenna.app.close().unwrap();
    let opener = jalon::app::access::Opener::Demonstration;
    let clock = |today: NaiveDate| Clock::frozen(today, "2026-11-23T12:00:00Z".parse().unwrap());
    let today = day("2026-11-23");
    jalon::app::access::restore_backup(directory.path(), &opener, &copy, clock(today)).unwrap();
    let key = Vault::open(directory.path()).unwrap().unlock_demonstration().unwrap().key;
    let mut app = App::new(Store::open(directory.path(), &key).unwrap(), clock(today), referent).unwrap();
    let told = r#"{"act":"receive_orientation","center":"nord","date":"2026-10-01","document":"fiche","surname":"Gamma",
        "given_name":"Essai","birth_date":"1998-04-02","matricule":"1003","isolated":true,"benefit_code":"RSI",
        "followed_by_department":false}"#;
    app.execute(jalon::app::Command::Family { family: None, act: act(told) }).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let second = app.export(elsewhere.path()).unwrap();
    let verified = Verified::open(&std::fs::read(second.path).unwrap(), None).unwrap();
    let bundle = verified.bundle();
    assert_eq!((bundle.epoch, bundle.sequence, bundle.previous), (2, 2, first.digest));
}
