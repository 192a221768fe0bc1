//! New keys at an antenna: after a revocation, without one, several times over; nothing that was under way is lost.

use std::path::{Path, PathBuf};

use jalon::app::{AppError, Renewed, TakenIn};
use jalon::exchange::bundle::{Bundle, Kind};
use jalon::exchange::envelope::{self, BUNDLE_TYPE};
use jalon::exchange::{DecryptionKey, ExchangeError, Party, SigningKey, Verified, encryption};
use jalon::store::{Store, Vault};
use zeroize::Zeroizing;

use super::{Antenna, Office, day, enrolled, handed_over, refused, take_in};

impl Office {
    /// Enrols the new keys of an antenna that it knows, and gives it the registries of since.
    fn enrol_anew(&mut self, antenna: &mut Antenna, renewed: &Renewed) {
        let card = std::fs::read(&renewed.card.path).unwrap();
        let files = self.department.enrol(&card, &renewed.card.words.join(" "), self.out.path()).unwrap().files;
        for path in files.iter().filter(|path| path.to_string_lossy().contains("antenne-d-essai")) {
            assert!(matches!(take_in(antenna, path), TakenIn::Applied(_)), "{}", path.display());
        }
    }

    fn antenna(&self) -> Party {
        self.department.antennas().unwrap().remove(0)
    }

    /// Where the first antenna stands: epoch, last number received, whether its keys are revoked.
    fn stands(&self) -> (u64, u64, bool) {
        let standing = self.department.standings().unwrap().remove(0);
        (standing.epoch, standing.received, standing.revoked.is_some())
    }

    /// Both sides have the same records, and the journal kept here proves them.
    fn agrees_with(&self, antenna: &Antenna, matricules: &[&str]) {
        for matricule in matricules {
            let family = antenna.app.by_matricule(matricule).unwrap().unwrap();
            let (ours, theirs) = (antenna.app.family(family).unwrap(), self.department.app().family(family).unwrap());
            let told = |record: &Option<jalon::domain::family::FamilyRecord>| {
                record.as_ref().map(|one| (one.stays.clone(), one.encounters.clone(), one.identity.clone()))
            };
            assert_eq!(told(&ours), told(&theirs), "{matricule}");
        }
        self.department.app().check().unwrap();
    }
}

fn renewed(antenna: &mut Antenna) -> Renewed {
    antenna.app.renew_keys(&tempfile::tempdir_in(antenna.directory.path()).unwrap().keep()).unwrap()
}

fn numbers(antenna: &Antenna) -> Vec<(u64, u64)> {
    antenna.app.outbox().unwrap().iter().map(|sealed| (sealed.epoch, sealed.sequence)).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn after_a_revocation_what_was_under_way_goes_again_under_new_keys_and_both_sides_agree() {
    let (mut office, mut antenna) = enrolled();
    let alpha = antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let answered = antenna.app.outbox().unwrap().iter().rposition(|sealed| sealed.receipt.is_some()).unwrap();
    let held = r#"{"act":"hold_encounter","date":"2026-11-19","setting":"home-visit","steps":["assessment"]}"#;
    antenna.tell(alpha, held).unwrap();
    // One arrives and its answer does not; the next stays in the bag with the computer.
    let arrived = handed_over(&mut antenna);
    arrived.iter().for_each(|path| assert!(matches!(office.receive(path).unwrap(), TakenIn::Applied(_))));
    let from_before: Vec<PathBuf> = office.department.send_presence(office.out.path()).unwrap();
    antenna.included("Beta", "1002");
    let in_the_bag = handed_over(&mut antenna);
    office.department.revoke(&office.antenna(), "ordinateur volé", None, office.out.path()).unwrap();
    assert!(matches!(refused(office.receive(&in_the_bag[0])), ExchangeError::RevokedKey { .. }));

    let before = numbers(&antenna);
    let new = renewed(&mut antenna);
    let again: Vec<_> = before.iter().skip(answered + 1).map(|(_, number)| (2, *number)).collect();
    assert_eq!(numbers(&antenna), [&before[..=answered], &again].concat(), "what was answered stays as it was");
    assert_eq!(new.files.len(), again.len());
    assert!(new.files.iter().all(|path| name(path).contains("-e2-")), "{:?}", new.files);
    assert_eq!(refused(office.receive(&new.files[0])), ExchangeError::UnknownKey { name: "Antenne d’Essai".into() });

    // Encrypted to the key of before.
    assert!(from_before.iter().all(|path| matches!(take_in(&mut antenna, path), TakenIn::Applied(_))));
    office.enrol_anew(&mut antenna, &new);
    for path in &new.files {
        assert!(matches!(office.receive(path).unwrap(), TakenIn::Applied(_)), "{}", path.display());
    }
    assert_eq!(office.stands(), (2, before.last().unwrap().1, false));
    office.agrees_with(&antenna, &["1001", "1002"]);
    for path in &in_the_bag {
        assert!(matches!(refused(office.receive(path)), ExchangeError::RevokedKey { .. }), "whoever found it");
    }

    antenna.tell(alpha, &held.replace("19", "20")).unwrap();
    let told = office.exchange(&mut antenna);
    assert!(told.iter().any(|(kind, accepted, refused, differ)| {
        (*kind, *accepted, *refused, *differ) == (Kind::Activity, 1, 0, false)
    }));
    office.agrees_with(&antenna, &["1001", "1002"]);
    assert!(antenna.app.outbox().unwrap().iter().filter(|one| one.kind == "activity").all(|one| one.receipt.is_some()));
}

#[test]
fn what_was_encrypted_to_the_keys_of_before_is_still_read() {
    let (mut office, mut antenna) = enrolled();
    let sent = office.department.send_presence(office.out.path()).unwrap();
    antenna.included("Alpha", "1001");
    let own = handed_over(&mut antenna);
    renewed(&mut antenna);
    renewed(&mut antenna);
    let came = sent.iter().rfind(|path| name(path).contains("vers-antenne-d-essai")).unwrap();
    assert!(matches!(take_in(&mut antenna, came), TakenIn::Applied(_)));
    let sequence = antenna.app.outbox().unwrap().last().unwrap().sequence;
    let again = antenna.app.export_again(sequence, tempfile::tempdir().unwrap().path()).unwrap();
    assert_ne!(name(&again), name(&own[0]), "no file stands in the way of the one sealed anew");
}

#[test]
fn new_keys_that_are_enrolled_replace_those_of_the_same_machine() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    antenna.included("Beta", "1002");
    let old = handed_over(&mut antenna);
    let new = renewed(&mut antenna);
    office.enrol_anew(&mut antenna, &new);
    let reason = "Nouvelles clés sur ce poste".to_owned();
    assert_eq!(refused(office.receive(&old[0])), ExchangeError::RevokedKey { on: day("2026-11-23"), reason });
    assert!(!office.stands().2, "the new ones are in use");
    for path in &new.files {
        office.receive(path).unwrap();
    }
    office.agrees_with(&antenna, &["1001", "1002"]);
}

#[test]
fn keys_made_anew_several_times_before_anything_was_handed_over_are_received() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    handed_over(&mut antenna);
    for _ in 0..4 {
        renewed(&mut antenna);
    }
    let last = renewed(&mut antenna);
    office.enrol_anew(&mut antenna, &last);
    // In any order: the last ones wait for the first.
    for path in last.files.iter().rev() {
        office.receive(path).unwrap();
    }
    assert_eq!(office.stands(), (6, numbers(&antenna).last().unwrap().1, false));
    office.agrees_with(&antenna, &["1001"]);
}

#[test]
fn what_was_sealed_in_clear_goes_again_encrypted_once_the_departement_is_enrolled() {
    let (mut office, mut antenna) = (Office::founded(), Antenna::founded());
    antenna.included("Alpha", "1001");
    let in_clear = handed_over(&mut antenna);
    assert!(!encryption::is_encrypted(&std::fs::read(&in_clear[0]).unwrap()));
    let still = renewed(&mut antenna);
    let file = std::fs::read(&still.files[0]).unwrap();
    assert_eq!(Verified::open(&file, None).unwrap().bundle().epoch, 2, "nobody to encrypt to yet");
    for path in office.enrol(&mut antenna) {
        take_in(&mut antenna, &path);
    }
    let new = renewed(&mut antenna);
    assert!(encryption::is_encrypted(&std::fs::read(&new.files[0]).unwrap()));
    office.enrol_anew(&mut antenna, &new);
    assert!(matches!(office.receive(&new.files[0]).unwrap(), TakenIn::Applied(_)));
    office.agrees_with(&antenna, &["1001"]);
}

#[test]
fn what_was_sealed_in_clear_for_another_name_of_the_departement_goes_again_under_its_own() {
    let (mut office, mut antenna) = (Office::founded_as("Conseil départemental d’Essai"), Antenna::founded());
    antenna.included("Alpha", "1001");
    let in_clear = handed_over(&mut antenna);
    for path in office.enrol(&mut antenna) {
        take_in(&mut antenna, &path);
    }
    let name = "Département d’Essai".to_owned();
    assert_eq!(refused(office.receive(&in_clear[0])), ExchangeError::OtherDepartmentNamed { name });
    let new = renewed(&mut antenna);
    office.enrol_anew(&mut antenna, &new);
    for path in &new.files {
        assert!(matches!(office.receive(path).unwrap(), TakenIn::Applied(_)), "{}", path.display());
    }
    office.agrees_with(&antenna, &["1001"]);
}

#[test]
fn a_card_under_an_epoch_that_somebody_else_has_used_is_refused_until_new_keys_begin_a_higher_one() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    let first = handed_over(&mut antenna);
    office.receive(&first[0]).unwrap();
    // Whoever has the keys begins the next epoch before they are revoked.
    let key = Vault::open(antenna.directory.path()).unwrap().unlock_demonstration().unwrap().key;
    let seed = Store::open(antenna.directory.path(), &key).unwrap().read().setting("signing-seed").unwrap().unwrap();
    let stolen = SigningKey::from_seed(&Zeroizing::new(seed.try_into().unwrap()));
    let reader = DecryptionKey::from_text(&office.department.identity().unwrap()).unwrap();
    let envelope = encryption::decrypt(&std::fs::read(&first[0]).unwrap(), &reader).unwrap();
    let forged = Bundle { epoch: 2, ..Verified::open(&envelope, None).unwrap().into_bundle() };
    let forged = envelope::seal(&forged.encode().unwrap(), BUNDLE_TYPE, &stolen).unwrap();
    let forged = encryption::encrypt(&forged, &[&reader.public()]).unwrap();
    assert!(matches!(office.department.take_in(&forged).unwrap(), TakenIn::Applied(_)));
    office.department.revoke(&office.antenna(), "ordinateur volé", None, office.out.path()).unwrap();

    let new = renewed(&mut antenna);
    let refused = office.department.read_card(&std::fs::read(&new.card.path).unwrap());
    let expected = ExchangeError::CardOfPastEpoch { found: 2, current: 2 };
    assert!(matches!(refused, Err(AppError::Exchange(fault)) if fault == expected));
    let new = renewed(&mut antenna);
    office.enrol_anew(&mut antenna, &new);
    for path in &new.files {
        office.receive(path).unwrap();
    }
    assert_eq!(office.stands(), (3, new.files.len() as u64, false));
    office.agrees_with(&antenna, &["1001"]);
}

#[test]
fn a_directory_that_takes_no_file_leaves_the_keys_as_they_were() {
    let (_office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    handed_over(&mut antenna);
    let before = (antenna.app.public_key().unwrap().id(), numbers(&antenna));
    let nowhere = antenna.directory.path().join("n’existe pas");
    assert!(antenna.app.renew_keys(&nowhere).is_err());
    assert_eq!((antenna.app.public_key().unwrap().id(), numbers(&antenna)), before);
}
