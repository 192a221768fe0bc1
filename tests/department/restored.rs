//! A Département whose store was put back from a copy: what its antennas then take of it, what it asks them for again, and what
//! it takes back from its own files.

use std::path::{Path, PathBuf};

use jalon::app::access::{Opener, Secret, restore_backup};
use jalon::app::department::{self, PublicationPlan};
use jalon::app::{AppError, TakenIn};
use jalon::domain::impact::By;
use jalon::domain::indicator::Indicator;
use jalon::exchange::ExchangeError;
use jalon::exchange::answers::{Answer, PanelStep, Support};

use super::{Office, clock, enrolled, handed_over, refused, take_in};
use crate::app::{Antenna, day};

/// A copy of the Département's store, that lasts as long as it.
fn copy(office: &mut Office) -> PathBuf {
    let copy = tempfile::tempdir_in(office.department.app().directory()).unwrap().keep().join("copie.db");
    std::fs::copy(office.department.app_mut().backup().unwrap().path, &copy).unwrap();
    copy
}

/// The Département after a copy was put in the place of its store.
fn restored(office: Office, copy: &Path) -> Office {
    let directory = office.department.app().directory().to_owned();
    office.department.close().unwrap();
    let opener = Opener::Passphrase { label: None, passphrase: Secret::new("une phrase de passe") };
    restore_backup(&directory, &opener, copy, clock()).unwrap();
    Office { department: department::open(&directory, &opener, clock()).unwrap(), ..office }
}

fn plan() -> PublicationPlan {
    let support = Support {
        code: "fiche".into(),
        title: "Fiche".into(),
        version: 1,
        effective_from: day("2026-12-01"),
        text: "Texte".into(),
    };
    PublicationPlan { supports: vec![support], ..PublicationPlan::default() }
}

/// Everything that waits at the Département for this antenna, taken in by it.
fn answered(office: &mut Office, antenna: &mut Antenna) {
    let sealed = office.department.answer(office.out.path()).unwrap().into_iter();
    for path in sealed.filter(|path| path.to_string_lossy().contains("vers-antenne-d-essai")) {
        let TakenIn::Applied(_) = take_in(antenna, &path) else { panic!("{}: not applied", path.display()) };
    }
}

#[test]
fn what_came_after_the_copy_is_asked_for_again_and_the_antenna_takes_what_is_sealed_since() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let copy = copy(&mut office);
    let beta = antenna.oriented("Beta", "1002");
    office.exchange(&mut antenna);
    let before = office.department.standings().unwrap().remove(0);
    let mut office = restored(office, &copy);
    let standing = office.department.standings().unwrap().remove(0);
    assert!(standing.received < before.received && standing.sent < before.sent, "{standing:?}");
    assert_eq!(office.department.app().family(beta).unwrap(), None);
    // The next bundle of the antenna waits for those that the copy does not know, and they are named.
    antenna.oriented("Gamma", "1003");
    for path in handed_over(&mut antenna) {
        assert!(matches!(office.receive(&path).unwrap(), TakenIn::Waits { .. }));
    }
    let missing = office.department.standings().unwrap().remove(0).missing;
    assert_eq!(missing, (standing.received + 1..=before.received).collect::<Vec<_>>());
    for number in missing {
        let again = antenna.app.export_again(number, antenna.directory.path()).unwrap();
        assert!(matches!(office.receive(&again).unwrap(), TakenIn::Applied(_)));
    }
    assert!(office.department.app().family(beta).unwrap().is_some());
    // What is sealed since begins a new epoch after the last bundle that the copy knew: nobody takes it for a fork.
    answered(&mut office, &mut antenna);
    let path = office.department.send_presence(office.out.path()).unwrap().remove(0);
    assert!(matches!(take_in(&mut antenna, &path), TakenIn::Applied(_)));
    antenna.oriented("Delta", "1004");
    office.exchange(&mut antenna);
    let (standing, sealed) = (office.department.standings().unwrap().remove(0), antenna.app.outbox().unwrap());
    assert_eq!((standing.missing, standing.frozen), (vec![], false));
    assert!(sealed.iter().filter(|one| one.kind == "activity").all(|one| one.acknowledged_on.is_some()));
    let year = office.department.consolidated(day("2026-01-01"), day("2026-11-23"), By::Antenna).unwrap();
    assert_eq!((year.impact.total.beneficiaries, year.differences), (1, vec![]));
    office.department.app().check().unwrap();
    antenna.app.check().unwrap();
}

#[test]
fn a_restored_departement_takes_back_nothing_but_what_the_antenna_lost_and_only_once() {
    let (mut office, mut antenna) = enrolled();
    let mut other = Antenna::founded_at(1, "Antenne de Provins");
    for path in office.enrol(&mut other) {
        let bytes = std::fs::read(path).unwrap();
        let _ = (antenna.app.take_in(&bytes), other.app.take_in(&bytes));
    }
    let family = antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    other.included("Beta", "2001");
    office.exchange(&mut other);
    let kept = antenna.app.backup().unwrap().path;
    let held = r#"{"act":"hold_encounter","date":"2026-11-20","setting":"home-visit","steps":["assessment"]}"#;
    let holds = |antenna: &mut Antenna| antenna.tell(family, held).unwrap();
    holds(&mut antenna);
    office.exchange(&mut antenna);
    // The antenna loses the encounter and records it again; then the Département is put back from a later copy.
    let mut antenna = super::restored(antenna, &kept);
    holds(&mut antenna);
    office.exchange(&mut antenna);
    let copy = copy(&mut office);
    let mut office = restored(office, &copy);
    let counted = |office: &Office| {
        let year = office.department.consolidated(day("2026-01-01"), day("2026-11-23"), By::Antenna).unwrap();
        (year.impact.total.of(Indicator::EncountersHeld), year.differences)
    };
    assert_eq!(counted(&office), (1, vec![]));
    // Another antenna begins a series of its own: the first one's acts stay as they are.
    let new = other.app.renew_keys(office.out.path()).unwrap();
    let card = std::fs::read(&new.card.path).unwrap();
    office.department.enrol(&card, &new.card.words.join(" "), office.out.path()).unwrap();
    let mut files = new.files;
    files.push(other.app.export_presence(office.out.path()).unwrap().path);
    files.iter().for_each(|path| assert!(matches!(office.receive(path).unwrap(), TakenIn::Applied(_))));
    assert_eq!(counted(&office), (1, vec![]));
    // The antenna loses it once more: it is taken back, and what it records next is counted.
    let mut antenna = super::restored(antenna, &kept);
    antenna.tell(family, &held.replace("11-20", "11-19")).unwrap();
    office.exchange(&mut antenna);
    assert_eq!(counted(&office), (1, vec![]));
    office.department.app().check().unwrap();
}

#[test]
fn a_registry_and_a_publication_given_after_the_copy_are_taken_back_from_the_departement_s_own_files() {
    let (mut office, mut antenna) = enrolled();
    office.exchange(&mut antenna);
    let copy = copy(&mut office);
    let mut other = Antenna::founded_at(1, "Antenne de Provins");
    for path in office.enrol(&mut other) {
        // Each takes its own.
        let bytes = std::fs::read(path).unwrap();
        let _ = (antenna.app.take_in(&bytes), other.app.take_in(&bytes));
    }
    let directory = office.out.path().to_owned();
    let published = office.department.publish(&plan(), &directory).unwrap();
    for one in published.iter().filter(|one| one.antenna.name == "Antenne d’Essai") {
        take_in(&mut antenna, &one.path);
    }
    let mut office = restored(office, &copy);
    antenna.included("Alpha", "1001");
    let files = handed_over(&mut antenna);
    let refused = office.receive(&files[0]).unwrap_err();
    assert!(matches!(refused, AppError::Exchange(ExchangeError::RegistryLost { .. })), "{refused:?}");
    // Its own files lie where it has written them: each tells what was given, in its order.
    let mut own: Vec<PathBuf> = std::fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    own.retain(|path| path.to_string_lossy().contains("vers-antenne-d-essai"));
    own.sort();
    let took = own.iter().filter(|path| matches!(office.receive(path), Ok(TakenIn::TakenBack { .. }))).count();
    assert_eq!(took, 2, "the registry and the publication");
    assert_eq!(office.department.antennas().unwrap().len(), 2);
    assert_eq!(office.department.published().unwrap().map(|one| one.version), Some(1));
    for path in &files {
        assert!(matches!(office.receive(path).unwrap(), TakenIn::Applied(_)));
    }
    answered(&mut office, &mut antenna);
    let mut next = plan();
    next.supports[0].version = 2;
    for one in office.department.publish(&next, &directory).unwrap() {
        if one.antenna.name == "Antenne d’Essai" {
            take_in(&mut antenna, &one.path);
        }
    }
    assert_eq!(antenna.app.supports().unwrap()[0].versions.len(), 2);
    office.department.app().check().unwrap();
}

#[test]
fn what_a_restored_departement_sent_is_taken_back_from_its_own_files_or_known_by_the_answers() {
    for reads_own_files in [true, false] {
        let (mut office, mut antenna) = enrolled();
        let family = antenna.included("Alpha", "1001");
        antenna
            .tell(
                family,
                r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-11-12","situation":"Essai."}"#,
            )
            .unwrap();
        antenna.tell(family, r#"{"act":"send_panel_referral","date":"2026-11-13"}"#).unwrap();
        office.exchange(&mut antenna);
        let copy = copy(&mut office);
        let path = office.out.path().join("liste.csv");
        let text = "Nom;Prénom;Date de naissance;N° allocataire;MDS;Date d’orientation;Enfants\n\
                    Beta;Lou;12/03/1997;2000001;nord;02/11/2026;Noa 01/06/2025\n";
        std::fs::write(&path, text).unwrap();
        let mut lists = vec![office.department.read_list(&path, None).unwrap()];
        office.department.judge(&mut lists, false).unwrap();
        let sent = office.department.orient(&lists, office.out.path()).unwrap().files.remove(0);
        let opinion = office.decides(PanelStep::Opinion);
        for path in [&sent, &opinion] {
            assert!(matches!(take_in(&mut antenna, path), TakenIn::Applied(_)));
        }
        let mut office = restored(office, &copy);
        assert_eq!(office.department.orientations(false).unwrap(), []);
        if reads_own_files {
            for path in [&sent, &opinion] {
                assert!(matches!(office.receive(path).unwrap(), TakenIn::SentTakenBack { .. }));
                assert_eq!(office.receive(path).unwrap(), TakenIn::Own);
            }
            assert_eq!(office.department.orientations(true).unwrap().len(), 1);
            assert!(office.department.agenda(true).unwrap()[0].file.referral.opinion.is_some());
        }
        let beta = antenna.app.by_matricule("2000001").unwrap().unwrap();
        let refusal = r#"{"act":"refuse_orientation","date":"2026-11-20","motive":"déménagement"}"#;
        antenna.tell(beta, refusal).unwrap();
        for path in handed_over(&mut antenna) {
            office.receive(&path).unwrap();
        }
        let answered = office.department.orientations(false).unwrap();
        let expected = Answer::Refused { date: day("2026-11-20"), motive: "déménagement".into() };
        assert_eq!(answered.iter().map(|one| one.answer.clone()).collect::<Vec<_>>(), [Some(expected)]);
        assert_eq!(
            (answered[0].orientation.surname.as_str(), answered[0].antenna.name.as_str()),
            ("Beta", "Antenne d’Essai")
        );
    }
}

#[test]
fn what_was_given_out_is_taken_back_in_its_order_and_into_no_other_history() {
    let (mut office, _antenna) = enrolled();
    let copy = copy(&mut office);
    let directory = office.out.path().to_owned();
    let written = || {
        let files = std::fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().path());
        let mut own: Vec<_> = files.filter(|path| path.to_string_lossy().contains("vers-antenne-d-essai")).collect();
        own.sort();
        own
    };
    let before = written().len();
    for (place, name) in [(1, "Antenne de Provins"), (2, "Antenne de Meaux")] {
        office.enrol(&mut Antenna::founded_at(place, name));
    }
    let mut next = plan();
    next.supports[0].version = 2;
    for plan in [&plan(), &next] {
        office.department.publish(plan, &directory).unwrap();
    }
    let mut office = restored(office, &copy);
    let own = written().split_off(before);
    let [second, third, first, later] = own.as_slice() else { panic!("{own:?}") };
    let took = |office: &mut Office, path| matches!(office.receive(path), Ok(TakenIn::TakenBack { .. }));
    assert!(
        matches!(refused(office.receive(third)), ExchangeError::RegistryJump { .. }),
        "a registry is missing before"
    );
    assert!(took(&mut office, second) && took(&mut office, third));
    let jump = refused(office.receive(later));
    assert!(matches!(jump, ExchangeError::PublicationNotNext { found: 2, expected: 1 }), "{jump:?}");
    // Published anew meanwhile, the first is another one: neither of those given out follows from it.
    let mut other = plan();
    other.supports[0].text = "Un autre texte".into();
    let elsewhere = tempfile::tempdir().unwrap();
    office.department.publish(&other, elsewhere.path()).unwrap();
    assert!(!took(&mut office, first));
    let forked = refused(office.receive(later));
    assert!(matches!(forked, ExchangeError::PublicationNotNext { found: 2, expected: 2 }), "{forked:?}");
}
