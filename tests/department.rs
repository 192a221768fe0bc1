//! The hand-off between a real Département and real antennas, each with its own store.

mod altered;
mod attacks;
mod erasure;
mod kept;
mod publication;
mod receipts;
mod refusals;
mod renewal;
mod restored;
mod screen;
mod stolen;
mod year;

use std::path::{Path, PathBuf};

use jalon::app::access::{NewReferent, Opener, Secret};
use jalon::app::department::{self, Department};
use jalon::app::orientations::Direction;
use jalon::app::{AppError, Command, TakenIn};
use jalon::base::clock::Clock;
use jalon::base::locale::{Catalog, Lang};
use jalon::domain::impact::By;
use jalon::domain::indicator::Indicator;
use jalon::domain::panel::{PanelMeasure, RecordPanelDecision, RecordPanelOpinion};
use jalon::domain::refusal::Refusal;
use jalon::exchange::answers::{Answer, PanelStep};
use jalon::exchange::bundle::Kind;
use jalon::exchange::{ExchangeError, Party};
use jalon::store::Derivation;
use tempfile::TempDir;

use super::app::{Antenna, day};

/// A directory that is there and takes no file, whoever asks.
pub(super) const CLOSED: &str = "/proc/self/fdinfo";

pub(super) fn clock() -> Clock {
    Clock::frozen(day("2026-11-23"), "2026-11-23T12:00:00Z".parse().unwrap())
}

/// Draws that are the same in every run.
pub(super) struct Draws(u64);

impl Draws {
    pub(super) fn below(&mut self, bound: usize) -> usize {
        // Knuth's MMIX generator; its high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// A Département and the directory into which it hands over.
pub(super) struct Office {
    pub(super) department: Department,
    pub(super) out: TempDir,
    _store: TempDir,
}

impl Office {
    pub(super) fn founded() -> Self {
        Self::founded_as("Département d’Essai")
    }

    pub(super) fn founded_as(name: &str) -> Self {
        let store = tempfile::tempdir().unwrap();
        let agent = NewReferent { name: "D. Essai".into(), passphrase: Secret::new("une phrase de passe") };
        let made = department::create_with(store.path(), name, &agent, clock(), Derivation::FLOOR);
        Self { department: made.unwrap().0, out: tempfile::tempdir().unwrap(), _store: store }
    }

    /// Enrols an antenna, which enrols the Département; what was handed over comes back as files.
    pub(super) fn enrol(&mut self, antenna: &mut Antenna) -> Vec<PathBuf> {
        let cards = tempfile::tempdir().unwrap();
        let given = self.department.give_card(cards.path()).unwrap();
        antenna.app.enrol_department(&std::fs::read(given.path).unwrap(), &given.words.join(" ")).unwrap();
        let given = antenna.app.give_card(cards.path()).unwrap();
        let card = std::fs::read(given.path).unwrap();
        self.department.enrol(&card, &given.words.join(" "), self.out.path()).unwrap().files
    }

    /// The same, and a copy of it that goes on by itself.
    pub(super) fn and_its_twin(self) -> (Self, Self) {
        let (store, twin) = (self._store, tempfile::tempdir().unwrap());
        self.department.close().unwrap();
        for entry in std::fs::read_dir(store.path()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file())
        {
            std::fs::copy(entry.path(), twin.path().join(entry.file_name())).unwrap();
        }
        let opener = Opener::Passphrase { label: None, passphrase: Secret::new("une phrase de passe") };
        let open = |store: TempDir, out| {
            let department = department::open(store.path(), &opener, clock()).unwrap();
            Self { department, out, _store: store }
        };
        (open(store, self.out), open(twin, tempfile::tempdir().unwrap()))
    }

    pub(super) fn receive(&mut self, path: &Path) -> Result<TakenIn, AppError> {
        self.department.take_in(&std::fs::read(path).unwrap())
    }

    /// Receives everything that the antenna has to hand over, and gives the receipts back to it.
    pub(super) fn exchange(&mut self, antenna: &mut Antenna) -> Vec<(Kind, u64, u64, bool)> {
        let mut told = Vec::new();
        for path in handed_over(antenna) {
            let TakenIn::Applied(bundles) = self.receive(&path).unwrap() else { panic!("not applied") };
            told.extend(bundles.iter().map(|one| (one.kind, one.accepted, one.refused, one.figures_differ)));
        }
        for path in self.department.answer(self.out.path()).unwrap() {
            take_in(antenna, &path);
        }
        told
    }
}

/// Everything that an antenna has to hand over, as files that last as long as its store.
pub(super) fn handed_over(antenna: &mut Antenna) -> Vec<PathBuf> {
    let out = tempfile::tempdir_in(antenna.directory.path()).unwrap().keep();
    let exported = antenna.app.export(&out).unwrap();
    let mut files = vec![exported.path];
    files.extend(exported.beside);
    // Their names are those of their numbers.
    files.sort();
    files
}

pub(super) fn take_in(antenna: &mut Antenna, path: &Path) -> TakenIn {
    antenna.app.take_in(&std::fs::read(path).unwrap()).unwrap()
}

fn enrolled() -> (Office, Antenna) {
    let (mut office, mut antenna) = (Office::founded(), Antenna::founded());
    for path in office.enrol(&mut antenna) {
        take_in(&mut antenna, &path);
    }
    (office, antenna)
}

fn refused(taken: Result<TakenIn, AppError>) -> ExchangeError {
    match taken {
        Err(AppError::Exchange(fault)) => fault,
        other => panic!("not refused by the exchange: {other:?}"),
    }
}

#[test]
fn records_and_figures_are_made_again_from_the_entries_and_agree() {
    let (mut office, mut antenna) = enrolled();
    let family = antenna.included("Alpha", "1001");
    antenna.tell(family, r#"{"act":"record_contact","telephone":"00 00 00 00 00"}"#).unwrap();
    let held = r#"{"act":"hold_encounter","date":"2026-11-20","setting":"home-visit","steps":["assessment"]}"#;
    antenna.tell(family, held).unwrap();
    let told = office.exchange(&mut antenna);
    assert_eq!(told[0], (Kind::Activity, 1, 0, false));
    assert_eq!(told[1].0, Kind::OrientationAnswer);
    assert_eq!(told[2].0, Kind::Receipt);
    let theirs = office.department.app().family(family).unwrap().unwrap();
    let ours = antenna.app.family(family).unwrap().unwrap();
    assert_eq!(theirs.encounters, ours.encounters);
    assert_eq!(theirs.contact.telephone, "", "how to reach the person never leaves");
    let year = office.department.consolidated(day("2026-01-01"), day("2026-11-23"), By::Antenna).unwrap();
    assert_eq!(year.impact.total.of(Indicator::EncountersHeld), 1);
    assert_eq!(year.antennas.len(), 1);
    assert_eq!(year.antennas[0].1, year.impact.total);
    assert_eq!(year.differences, []);
    let outbox = antenna.app.outbox().unwrap();
    let unanswered: Vec<_> = outbox.iter().filter(|one| one.acknowledged_on.is_none()).map(|one| &one.kind).collect();
    assert_eq!(unanswered, ["receipt"]);
    office.department.app().check().unwrap();
}

#[test]
fn what_left_in_clear_before_the_cards_is_received_after_them() {
    let (mut office, mut antenna) = (Office::founded(), Antenna::founded());
    antenna.included("Alpha", "1001");
    let before = handed_over(&mut antenna);
    assert_eq!(before.len(), 1, "nothing else leaves before the Département is enrolled");
    assert!(matches!(refused(office.receive(&before[0])), ExchangeError::UnknownSender { .. }));
    for path in office.enrol(&mut antenna) {
        take_in(&mut antenna, &path);
    }
    assert!(matches!(office.receive(&before[0]).unwrap(), TakenIn::Applied(_)));
    // What became of the orientation leaves now, to who can read it alone.
    let told = office.exchange(&mut antenna);
    assert_eq!(told.iter().map(|one| one.0).collect::<Vec<_>>(), [Kind::OrientationAnswer, Kind::Receipt]);
    assert_eq!(office.department.app().check().unwrap().families, 1);
}

#[test]
fn the_views_of_a_department_are_those_of_a_replay() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let before = office.department.app().check().unwrap();
    assert_eq!(before.families, 1);
    office.department.app_mut().rebuild().unwrap();
    assert_eq!(office.department.app().check().unwrap(), before);
}

#[test]
fn what_comes_bundle_after_bundle_is_what_all_acts_together_make_whatever_was_taken_back_between() {
    let (mut office, mut antenna) = enrolled();
    let (alpha, beta) = (antenna.included("Alpha", "1001"), antenna.included("Beta", "1002"));
    let met = |day: &str| {
        format!(r#"{{"act":"hold_encounter","date":"{day}","setting":"home-visit","steps":["assessment"]}}"#)
    };
    let agree = |office: &mut Office, antenna: &mut Antenna| {
        for (kind, accepted, refused, figures_differ) in office.exchange(antenna) {
            assert!(kind != Kind::Activity || (accepted > 0 && refused == 0 && !figures_differ));
        }
        office.department.app().check().unwrap();
    };
    agree(&mut office, &mut antenna);
    let first = antenna.tell(alpha, &met("2026-11-18")).unwrap().entry;
    agree(&mut office, &mut antenna);
    // A bundle that goes on, one that takes back what another brought, one that goes on after it, one that brings it back.
    antenna.tell(beta, &met("2026-11-19")).unwrap();
    antenna.tell(alpha, &met("2026-11-19")).unwrap();
    agree(&mut office, &mut antenna);
    let undo = antenna.app.execute(Command::Undo { of: first }).unwrap().entry;
    agree(&mut office, &mut antenna);
    antenna.tell(alpha, &met("2026-11-20")).unwrap();
    agree(&mut office, &mut antenna);
    antenna.app.execute(Command::Undo { of: undo }).unwrap();
    antenna.tell(beta, &met("2026-11-20")).unwrap();
    agree(&mut office, &mut antenna);
    let record = |family| office.department.app().family(family).unwrap().unwrap();
    assert_eq!((record(alpha).encounters.len(), record(beta).encounters.len()), (3, 2));
}

#[test]
fn an_orientation_goes_out_waits_and_is_answered() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let list = tempfile::tempdir().unwrap();
    let path = list.path().join("liste.csv");
    let text = "Nom;Prénom;Date de naissance;N° allocataire;MDS;Date d’orientation;Enfants\n\
                Beta;Lou;12/03/1997;2000001;nord;02/11/2026;Noa 01/06/2025\n\
                Gamma;Ami;15/03/1998;2000002;nord;02/11/2026;Isa 01/07/2025\n\
                Alpha;Essai;02/04/1998;1001;nord;02/11/2026;Petit 01/06/2025\n";
    std::fs::write(&path, text).unwrap();
    let mut lists = vec![office.department.read_list(&path, None).unwrap()];
    office.department.judge(&mut lists, false).unwrap();
    let chosen: Vec<_> = lists[0].lines.iter().map(|line| line.is_chosen).collect();
    let known = lists[0].lines[2].details(Direction::Sent, &Catalog::new(Lang::Fr)).join("\n");
    assert!(known.contains("Déjà suivie par Antenne d’Essai") && !known.contains("Ouvrez"), "{known}");
    assert_eq!(chosen, [true, false, false], "one place is left of two; a family in the caseload is not oriented");
    let oriented = office.department.orient(&lists, office.out.path()).unwrap();
    assert_eq!((oriented.families, oriented.files.len()), (1, 1));
    office.department.judge(&mut lists, true).unwrap();
    assert!(lists[0].lines[0].is_known, "it waits for an answer");
    let TakenIn::Applied(taken) = take_in(&mut antenna, &oriented.files[0]) else { panic!("not applied") };
    assert_eq!((taken[0].accepted, taken[0].refused), (1, 0), "{:?}", antenna.app.inbox().unwrap().bundles);
    let family = antenna.app.by_matricule("2000001").unwrap().unwrap();
    let referent = antenna.referent;
    assert_eq!(office.department.orientations(true).unwrap().len(), 1);
    antenna
        .tell(family, &format!(r#"{{"act":"include_family","date":"2026-11-10","referent":"{referent}"}}"#))
        .unwrap();
    office.exchange(&mut antenna);
    assert_eq!(office.department.orientations(true).unwrap(), []);
    let answered = office.department.orientations(false).unwrap();
    assert_eq!(answered[0].answer, Some(Answer::Included { date: day("2026-11-10") }));
}

#[test]
fn a_referral_goes_on_the_agenda_and_its_decision_settles_it_at_the_antenna() {
    let (mut office, mut antenna) = enrolled();
    let family = antenna.included("Alpha", "1001");
    let note = r#"{"act":"write_note","date":"2026-11-10","text":"Pour l’équipe.","confidentiality":"panel-only"}"#;
    antenna.tell(family, note).unwrap();
    let note = antenna.app.family(family).unwrap().unwrap().notes[0].id;
    let opened = r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-11-12","situation":"Essai."}"#;
    antenna.tell(family, opened).unwrap();
    let sent = format!(r#"{{"act":"send_panel_referral","date":"2026-11-13","notes":["{note}"]}}"#);
    antenna.tell(family, &sent).unwrap();
    let preview = antenna.app.preview_export().unwrap();
    assert_eq!((preview.referrals, preview.answers, preview.receipts), (1, 1, 1), "said before it leaves");
    let [of_family] = &preview.families[..] else { panic!("one family") };
    assert_eq!(of_family.for_panel, [("panel-note-written", 1), ("panel-referral-sent", 1)].into());
    assert!(of_family.counted.staying.is_empty(), "nothing of it stays: {:?}", of_family.counted.staying);
    let told = office.exchange(&mut antenna);
    assert_eq!(told[1], (Kind::PanelReferral, 1, 0, false));
    let agenda = office.department.agenda(true).unwrap();
    assert_eq!(agenda[0].file.notes[0].text, "Pour l’équipe.");
    assert_eq!(agenda[0].opinion_until, Some(day("2026-12-13")));
    let disclosed = office.department.app().family(family).unwrap().unwrap();
    assert!(disclosed.panel_referrals.is_empty() && disclosed.notes.is_empty(), "the panel's file alone has them");
    let referral = agenda[0].file.referral.id;
    let decision = RecordPanelDecision {
        referral: None,
        date: day("2026-11-21"),
        measure: PanelMeasure::Reorient,
        comment: String::new(),
    };
    let early = office.department.decide(referral, PanelStep::Decision(decision.clone()), office.out.path());
    assert!(matches!(early, Err(AppError::Refused(_))), "no decision before an opinion or the panel's month");
    let opinion = RecordPanelOpinion {
        referral: None,
        date: day("2026-11-20"),
        measure: PanelMeasure::Reorient,
        comment: "Avis d’essai".into(),
    };
    let path = office.department.decide(referral, PanelStep::Opinion(opinion), office.out.path()).unwrap();
    take_in(&mut antenna, &path);
    let path = office.department.decide(referral, PanelStep::Decision(decision), office.out.path()).unwrap();
    take_in(&mut antenna, &path);
    let settled = antenna.app.family(family).unwrap().unwrap();
    assert_eq!(settled.panel_referrals[0].decision.as_ref().map(|one| one.measure), Some(PanelMeasure::Reorient));
    assert_eq!(office.department.agenda(true).unwrap(), []);
}

#[test]
fn a_referral_cancelled_before_it_left_is_told_to_nobody_and_one_that_left_is_taken_back() {
    let (mut office, mut antenna) = enrolled();
    let family = antenna.included("Alpha", "1001");
    let opened = r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-11-12","situation":"Essai."}"#;
    let sent = r#"{"act":"send_panel_referral","date":"2026-11-13"}"#;
    let cancelled = r#"{"act":"cancel_panel_referral","date":"2026-11-14","motive":"elle renonce"}"#;
    for act in [opened, sent, cancelled] {
        antenna.tell(family, act).unwrap();
    }
    let preview = antenna.app.preview_export().unwrap();
    assert_eq!((preview.referrals, preview.families[0].for_panel.len()), (0, 0));
    assert!(preview.families[0].counted.staying.contains_key("panel-referral-sent"));
    office.exchange(&mut antenna);
    assert_eq!(office.department.agenda(false).unwrap(), []);
    for act in [opened, sent] {
        antenna.tell(family, act).unwrap();
    }
    office.exchange(&mut antenna);
    assert_eq!(office.department.agenda(true).unwrap().len(), 1);
    antenna.tell(family, cancelled).unwrap();
    assert_eq!(antenna.app.preview_export().unwrap().referrals, 1, "the Département knows it");
    office.exchange(&mut antenna);
    assert_eq!(office.department.agenda(true).unwrap(), []);
}

#[test]
fn a_sender_restored_from_a_copy_loses_here_what_it_lost_there() {
    let (mut office, mut antenna) = enrolled();
    let family = antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let copy = office.out.path().join("copie.db");
    std::fs::copy(antenna.app.backup().unwrap().path, &copy).unwrap();
    let held = |date: &str| {
        format!(r#"{{"act":"hold_encounter","date":"{date}","setting":"home-visit","steps":["assessment"]}}"#)
    };
    antenna.tell(family, &held("2026-11-19")).unwrap();
    office.exchange(&mut antenna);
    assert_eq!(office.department.app().family(family).unwrap().unwrap().encounters.len(), 1);
    let mut antenna = restored(antenna, &copy);
    antenna.tell(family, &held("2026-11-20")).unwrap();
    // Both sides learn what was lost: the Département takes it back, and its answer to the lost bundle names whom it told of.
    let french = Catalog::new(Lang::Fr);
    let mut told = Vec::new();
    for path in handed_over(&mut antenna) {
        told.extend(office.receive(&path).unwrap().told(&french));
    }
    let told = told.join("\n");
    assert!(told.contains("ALPHA Essai (1001)\u{a0}: un acte que le premier lot de la nouvelle série"), "{told}");
    for path in office.department.answer(office.out.path()).unwrap() {
        take_in(&mut antenna, &path);
    }
    let theirs = office.department.app().family(family).unwrap().unwrap();
    assert_eq!(theirs.encounters, antenna.app.family(family).unwrap().unwrap().encounters);
    let standing = &office.department.standings().unwrap()[0];
    assert_eq!((standing.epoch, standing.frozen), (2, false));
    office.department.app().check().unwrap();
}

#[test]
fn a_restored_sender_goes_on_once_everything_that_its_copy_knew_has_come() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let before = office.department.standings().unwrap()[0].received;
    let out = tempfile::tempdir().unwrap();
    let known: Vec<_> = (0..2).map(|_| antenna.app.export_presence(out.path()).unwrap().path).collect();
    let copy = office.out.path().join("copie.db");
    std::fs::copy(antenna.app.backup().unwrap().path, &copy).unwrap();
    let lost = antenna.app.export_presence(out.path()).unwrap().path;
    let mut antenna = restored(antenna, &copy);
    let family = antenna.app.by_matricule("1001").unwrap().unwrap();
    antenna.tell(family, r#"{"act":"write_note","date":"2026-11-22","text":"Vue."}"#).unwrap();
    let again = handed_over(&mut antenna);
    assert_eq!(again.len(), 1);
    let waits = TakenIn::Waits { sequence: before + 3, first: before + 2, last: before + 2 };
    assert_eq!(office.receive(&again[0]).unwrap(), waits);
    assert_eq!(office.department.standings().unwrap()[0].missing, [before + 1, before + 2], "they are asked for");
    for path in [&known[0], &known[1]] {
        assert!(matches!(office.receive(path).unwrap(), TakenIn::Applied(_)));
    }
    let standing = &office.department.standings().unwrap()[0];
    assert_eq!(
        (standing.epoch, standing.received),
        (2, before + 3),
        "what waited was applied with the last one missing"
    );
    assert!(standing.waiting.is_empty() && standing.missing.is_empty());
    assert_eq!(refused(office.receive(&lost)), ExchangeError::EpochPast { found: 1, current: 2 });
}

#[test]
fn a_new_beginning_that_waited_is_received_though_the_old_epoch_went_on() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let out = tempfile::tempdir().unwrap();
    let known = antenna.app.export_presence(out.path()).unwrap().path;
    let copy = office.out.path().join("copie.db");
    std::fs::copy(antenna.app.backup().unwrap().path, &copy).unwrap();
    let lost: Vec<_> = (0..2).map(|_| antenna.app.export_presence(out.path()).unwrap().path).collect();
    let mut antenna = restored(antenna, &copy);
    let elsewhere = tempfile::tempdir().unwrap();
    let begun: Vec<_> = (0..2).map(|_| antenna.app.export_presence(elsewhere.path()).unwrap().path).collect();
    // The second of the new epoch comes first, then everything that the lost computer had sealed.
    assert!(matches!(office.receive(&begun[1]).unwrap(), TakenIn::Waits { .. }));
    for path in [&known, &lost[0], &lost[1]] {
        office.receive(path).unwrap();
    }
    let standing = &office.department.standings().unwrap()[0];
    assert_eq!((standing.epoch, &standing.missing), (1, &vec![standing.received - 1]), "the first of the new epoch");
    let TakenIn::Applied(applied) = office.receive(&begun[0]).unwrap() else { panic!("not applied") };
    assert_eq!(applied.len(), 2);
    assert_eq!(office.department.standings().unwrap()[0].epoch, 2);
}

/// The antenna after a copy was put in the place of its store.
fn restored(antenna: Antenna, copy: &Path) -> Antenna {
    let Antenna { app, directory, referent } = antenna;
    app.close_without_backup().unwrap();
    jalon::app::access::restore_backup(
        directory.path(),
        &jalon::app::access::Opener::Demonstration,
        copy,
        Clock::frozen(day("2026-11-23"), "2026-11-23T10:30:00Z".parse().unwrap()),
    )
    .unwrap();
    let clock = Clock::frozen(day("2026-11-23"), "2026-11-23T10:30:00Z".parse().unwrap());
    let app = jalon::app::access::open(directory.path(), &jalon::app::access::Opener::Demonstration, clock).unwrap();
    Antenna { app, directory, referent }
}

#[test]
fn keys_are_revoked_for_a_reason_which_tells_no_social_security_number() {
    let (mut office, _antenna) = enrolled();
    let party: Party = office.department.antennas().unwrap().remove(0);
    let refused = [
        ("", Refusal::FieldEmpty { field: "reason" }),
        (" \n ", Refusal::FieldEmpty { field: "reason" }),
        ("poste de 2 55 08 14 168 025 38", Refusal::NirIsNeverStored { field: "reason" }),
    ];
    for (reason, expected) in refused {
        let told = office.department.revoke(&party, reason, None, office.out.path()).unwrap_err();
        assert!(matches!(&told, AppError::Refused(refusal) if *refusal == expected), "{reason:?}: {told:?}");
    }
    assert!(office.department.standings().unwrap()[0].revoked.is_none(), "the keys are still in use");
}

#[test]
fn a_revoked_antenna_hands_over_nothing_more() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let party: Party = office.department.antennas().unwrap().remove(0);
    office.department.revoke(&party, "ordinateur volé", None, office.out.path()).unwrap();
    antenna.included("Beta", "1002");
    let path = handed_over(&mut antenna).remove(0);
    assert!(matches!(refused(office.receive(&path)), ExchangeError::RevokedKey { .. }));
    assert!(office.department.standings().unwrap()[0].revoked.is_some());
}

#[test]
fn a_revocation_accepts_what_was_received_up_to_the_number_it_names_and_names_none_beyond() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    let mut files = handed_over(&mut antenna);
    antenna.included("Beta", "1002");
    files.extend(handed_over(&mut antenna));
    let party: Party = office.department.antennas().unwrap().remove(0);
    let beyond = |office: &mut Office, until| office.department.revoke(&party, "volé", Some(until), office.out.path());
    let refusal = |received| Refusal::RevokedBeyondReceived { received };
    assert!(matches!(beyond(&mut office, 1), Err(AppError::Refused(told)) if told == refusal(0)));
    office.receive(&files[0]).unwrap();
    assert!(matches!(beyond(&mut office, 2), Err(AppError::Refused(told)) if told == refusal(1)));
    beyond(&mut office, 1).unwrap();
    assert!(matches!(office.receive(&files[0]).unwrap(), TakenIn::AlreadyReceived { .. }), "received before the theft");
    for path in &files[1..] {
        assert!(matches!(refused(office.receive(path)), ExchangeError::RevokedKey { .. }), "{}", path.display());
    }
}

#[test]
fn a_store_is_opened_by_its_own_side() {
    let office = Office::founded();
    let directory = office.department.app().directory().to_owned();
    office.department.close().unwrap();
    let opener = jalon::app::access::Opener::Passphrase { label: None, passphrase: Secret::new("une phrase de passe") };
    let as_antenna = jalon::app::access::open(&directory, &opener, clock());
    assert!(matches!(as_antenna, Err(AppError::Store(jalon::store::StoreError::OfDepartment { .. }))));
    let antenna = Antenna::founded();
    let directory = antenna.directory.path().to_owned();
    antenna.app.close_without_backup().unwrap();
    let as_department = department::open(&directory, &jalon::app::access::Opener::Demonstration, clock());
    assert!(matches!(as_department, Err(AppError::Store(jalon::store::StoreError::NotOfDepartment { .. }))));
}
