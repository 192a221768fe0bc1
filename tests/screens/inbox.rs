//! What comes from the Département, on the screen: looked at, taken in, answered; and everything that can be wrong with it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use jalon::app::AccessKind;
use jalon::app::department::PublicationPlan;
use jalon::domain::encounter::Confidentiality;
use jalon::domain::orientation::OrientationState;
use jalon::domain::panel::{PanelMeasure, RecordPanelDecision, RecordPanelOpinion};
use jalon::exchange::answers::{PanelStep, Support, TopicAnswer};

use super::antenna::{OnStage, Told};
use crate::app::{Antenna, day};
use crate::department::Office;

/// Alpha and Beta, of whom the Département knows; it is enrolled and everything of it was taken in.
fn enrolled(told: &mut Told) -> Office {
    let mut office = Office::founded();
    for path in office.enrol(&mut told.antenna) {
        told.antenna.app.take_in(&fs::read(path).unwrap()).unwrap();
    }
    office.exchange(&mut told.antenna);
    office
}

fn at_work(width: u16, height: u16) -> (OnStage, Office) {
    let mut told = Told::founded();
    told.alpha();
    told.beta();
    let office = enrolled(&mut told);
    (told.on_stage(width, height), office)
}

/// Sends families of the centre `sud`, each with the birth of a child, into a folder.
fn orient(office: &mut Office, families: &[(&str, &str, &str)], folder: &Path) -> Vec<PathBuf> {
    let mut text = "Nom;Prénom;Date de naissance;N° allocataire;MDS;Date d’orientation;Enfants\n".to_owned();
    for (surname, matricule, born) in families {
        text.push_str(&format!("{surname};Lou;12/03/1997;{matricule};sud;16/11/2026;Noa {born}\n"));
    }
    let list = tempfile::tempdir().unwrap();
    let path = list.path().join("liste.csv");
    fs::write(&path, text).unwrap();
    let mut lists = vec![office.department.read_list(&path, None).unwrap()];
    office.department.judge(&mut lists, true).unwrap();
    lists[0].lines.iter_mut().for_each(|line| line.is_chosen = true);
    office.department.orient(&lists, folder).unwrap().files
}

/// Two families to orient, one of whom has no child under three; the bundle lies in the folder.
fn oriented(width: u16, height: u16) -> (OnStage, Office) {
    let (shown, mut office) = at_work(width, height);
    orient(&mut office, &[("Gamma", "2000001", "01/06/2025"), ("Delta", "2000002", "01/06/2020")], shown.out.path());
    (shown, office)
}

#[test]
fn the_inbox_at_each_size_before_and_after_a_bundle_is_taken_in() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        let (mut shown, _office) = oriented(width, height);
        fs::write(shown.out.path().join("departement-d-essai-vers-antenne-d-essai-0009.json.age"), "abîmé").unwrap();
        shown.stage.keys("X");
        insta::assert_snapshot!(format!("inbox_{width}x{height}"), shown.text());
        shown.stage.keys("r");
        insta::assert_snapshot!(format!("inbox_taken_{width}x{height}"), shown.text());
        shown.stage.keys("<Enter>");
        insta::assert_snapshot!(format!("inbox_proposals_{width}x{height}"), shown.text());
    }
}

#[test]
fn an_orientation_that_came_is_included_in_three_keys() {
    let (mut shown, _office) = oriented(100, 30);
    shown.stage.keys("Xr<Esc>");
    let family = shown.store().by_matricule("2000001").unwrap().unwrap();
    shown.stage.keys("<Esc>");
    // From anywhere: the inbox, the line under the cursor, record.
    shown.stage.keys("X<Enter>");
    assert!(shown.text().contains("GAMMA Lou"), "{}", shown.text());
    shown.stage.keys("<C-s>");
    let record = shown.store().family(family).unwrap().unwrap();
    assert!(matches!(record.orientations[0].state, OrientationState::Included { .. }), "{}", shown.text());
    assert!(!shown.words().contains("GAMMA"), "answered, it is no longer listed: {}", shown.text());
    assert!(shown.words().contains("Orientations à inclure ou à refuser (1)"), "{}", shown.text());
    // The answer leaves in a bundle of its own, which the next sealing names with the receipts.
    shown.stage.keys("<Esc>xs<Enter>");
    let said = shown.words();
    let others: Vec<_> = fs::read_dir(shown.out.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    let ours = others.iter().filter_map(|name| name.to_str()).filter(|name| name.starts_with("antenne-d-essai-0"));
    assert!(ours.clone().count() > 2 && ours.clone().all(|name| said.contains(name)), "{others:?} {said}");
}

#[test]
fn an_orientation_that_a_check_forbids_says_so_and_is_refused_with_a_motive() {
    let (mut shown, _office) = oriented(100, 30);
    shown.stage.keys("Xr<Esc><End><Home><Down>");
    assert!(shown.line_with("DELTA").contains("✗ un contrôle"), "{}", shown.text());
    let said = shown.words();
    assert!(
        said.contains("✗ Le plus jeune enfant a atteint l’âge limite le 01/06/2023."),
        "the rule and its fact are at the foot: {said}"
    );
    let family = shown.store().by_matricule("2000002").unwrap().unwrap();
    shown.stage.keys("dAucun enfant de moins de trois ans<C-s>");
    let record = shown.store().family(family).unwrap().unwrap();
    let OrientationState::Refused { motive, .. } = &record.orientations[0].state else { panic!("{}", shown.text()) };
    assert_eq!(motive, "Aucun enfant de moins de trois ans");
    // What was answered leaves with the next bundle.
    assert_eq!(shown.store().preview_export().unwrap().answers, 1);
}

#[test]
fn what_was_taken_in_is_listed_with_its_receipt_and_its_file_is_not_offered_again() {
    let (mut shown, _office) = oriented(100, 30);
    shown.stage.keys("Xr<Esc>");
    assert!(shown.words().contains("Un fichier y est, déjà pris."), "{}", shown.text());
    shown.stage.keys("<End><Home><Down><Down>");
    assert!(shown.line_with("│▸").contains("orientations"), "{}", shown.text());
    let receipt =
        shown.store().inbox().unwrap().bundles.into_iter().filter_map(|came| came.receipt).next_back().unwrap();
    let words = jalon::app::receipt_in(Some(&receipt)).unwrap().words().join(" ");
    let said = shown.words();
    assert!(said.contains(&words) && said.contains("L’accusé partira avec notre prochain lot."), "{said}");
    shown.stage.keys("<Enter>");
    let said = shown.words();
    assert!(said.contains("GAMMA Lou") && said.contains("DELTA Lou") && said.contains("Orientation reçue"), "{said}");
    shown.stage.keys("<Esc><F9><Enter>");
    assert!(!shown.text().contains("GAMMA"), "{}", shown.text());
}

#[test]
fn a_file_of_elsewhere_is_chosen_and_its_folder_can_be_kept() {
    let (mut shown, mut office) = at_work(100, 30);
    let key = shown.out.path().join("clé");
    fs::create_dir(&key).unwrap();
    orient(&mut office, &[("Gamma", "2000001", "01/06/2025")], &key);
    shown.stage.keys("X");
    assert!(shown.words().contains("Aucun fichier du Département ne s’y trouve."), "{}", shown.text());
    shown.stage.keys("cclé<Enter>0003<Enter>");
    assert!(shown.words().contains("Lot n° 3 (orientations) reçu"), "{}", shown.text());
    shown.stage.keys("<Esc>cclé<Enter><Enter>");
    assert!(shown.words().contains("Un fichier y est, déjà pris."), "{}", shown.text());
    assert_eq!(shown.store().setting("folder").unwrap().as_deref(), key.to_str());
}

#[test]
fn missing_numbers_are_named_and_what_came_early_waits() {
    let (mut shown, mut office) = at_work(100, 30);
    let away = tempfile::tempdir().unwrap();
    let third = orient(&mut office, &[("Gamma", "2000001", "01/06/2025")], away.path()).remove(0);
    let fourth = orient(&mut office, &[("Delta", "2000002", "01/06/2025")], shown.out.path()).remove(0);
    shown.stage.keys("X");
    assert!(shown.line_with("0004").contains("attend le n°\u{a0}3"), "{}", shown.text());
    shown.stage.keys("r");
    assert!(shown.words().contains("Lot n° 4 mis de côté"), "{}", shown.text());
    shown.stage.keys("<Esc>");
    let said = shown.words();
    assert!(said.contains("Il manque le lot n° 3. Demandez au Département de le remettre"), "{said}");
    fs::remove_file(fourth).unwrap();
    fs::copy(third, shown.out.path().join("retrouvé.json.age")).unwrap();
    shown.stage.keys("<Esc>Xr");
    let said = shown.words();
    assert!(said.contains("Lot n° 3 (orientations) reçu") && said.contains("Lot n° 4 (orientations) reçu"), "{said}");
    shown.stage.keys("<Esc>");
    assert!(shown.words().contains("Reçu sans manque jusqu’au lot n° 4."), "{}", shown.text());
}

#[test]
fn what_is_refused_says_why_and_what_to_do_and_changes_nothing() {
    let (mut shown, mut office) = at_work(100, 30);
    let before = shown.store().inbox().unwrap();
    office.enrol(&mut Antenna::founded_at(1, "Antenne d’Ailleurs"));
    // One for each antenna; ours was cut on its way.
    for path in office.department.send_presence(shown.out.path()).unwrap() {
        if path.display().to_string().contains("vers-antenne-d-essai") {
            let bytes = fs::read(&path).unwrap();
            fs::write(path, &bytes[..bytes.len() - 1]).unwrap();
        }
    }
    shown.stage.keys("X");
    assert!(shown.line_with("ailleurs").contains("✗ Ce fichier est"), "{}", shown.text());
    assert!(
        shown.words().contains("Ce fichier est chiffré pour un autre destinataire. Demandez à l’expéditeur"),
        "{}",
        shown.text()
    );
    shown.stage.keys("<Down>");
    let said = shown.words();
    assert!(said.contains("Ce fichier chiffré a été modifié ou coupé en route. Demandez à l’expéditeur"), "{said}");
    shown.stage.keys("<Enter>");
    let said = shown.words();
    assert!(said.contains("Rien n’a été pris") && said.contains("il en garde la copie exacte."), "{said}");
    shown.stage.keys("<Esc>d");
    let said = shown.words();
    assert!(said.contains("Aucune famille n’est sous le curseur : mettez-le d’abord sur l’une d’elles."), "{said}");
    assert_eq!(shown.store().inbox().unwrap(), before);
}

#[test]
fn a_stream_that_was_stopped_is_said_plainly() {
    let (mut shown, office) = at_work(100, 30);
    // A copy of the Département's store in other hands: it seals other content under the same number.
    let (mut office, mut twin) = office.and_its_twin();
    orient(&mut office, &[("Gamma", "2000001", "01/06/2025")], shown.out.path());
    shown.stage.keys("Xr<Esc>");
    let forged = twin.department.send_presence(twin.out.path()).unwrap().remove(0);
    fs::copy(forged, shown.out.path().join("autre.json.age")).unwrap();
    shown.stage.keys("<Esc>X");
    let before = shown.store().inbox().unwrap().received;
    assert!(!before.frozen, "a file that is looked at stops nothing");
    assert!(shown.line_with("autre").contains("✗ Alerte"), "{}", shown.text());
    shown.stage.keys("<End><Home><Down><Enter>");
    let said = shown.words();
    assert!(said.contains("Alerte : deux lots différents portent le n° 3."), "{said}");
    shown.stage.keys("<Esc>");
    assert!(shown.words().contains("✗ Alerte : deux lots différents ont porté le même numéro"), "{}", shown.text());
}

#[test]
fn a_decision_of_the_panel_settles_its_referral_and_is_told() {
    let mut told = Told::founded();
    let alpha = told.alpha();
    told.tell(alpha, r#"{"act":"open_panel_referral","motive":"reorient","date":"2026-11-12","situation":"Essai."}"#)
        .tell(alpha, r#"{"act":"send_panel_referral","date":"2026-11-13","notes":[]}"#);
    let mut office = enrolled(&mut told);
    let mut shown = told.on_stage(100, 30);
    let referral = office.department.agenda(true).unwrap()[0].file.referral.id;
    let opinion = RecordPanelOpinion {
        referral: None,
        date: day("2026-11-20"),
        measure: PanelMeasure::Reorient,
        comment: "Avis d’essai".into(),
    };
    office.department.decide(referral, PanelStep::Opinion(opinion), shown.out.path()).unwrap();
    let decision = RecordPanelDecision {
        referral: None,
        date: day("2026-11-21"),
        measure: PanelMeasure::Reorient,
        comment: String::new(),
    };
    office.department.decide(referral, PanelStep::Decision(decision), shown.out.path()).unwrap();
    shown.stage.keys("Xr");
    let said = shown.words();
    assert!(said.contains("ALPHA Essai") && said.contains("Avis d’essai") && said.contains("21/11/2026"), "{said}");
    let record = shown.store().family(alpha).unwrap().unwrap();
    assert_eq!(record.panel_referrals[0].decision.as_ref().map(|one| one.measure), Some(PanelMeasure::Reorient));
}

#[test]
fn a_publication_tells_what_changes_and_from_when_and_its_supports_are_read() {
    let mut told = Told::founded();
    let raised = r#"{"act":"raise_topic","date":"2026-11-02","subject":"path","text":"Quels relais ?"}"#;
    told.antenna.app.execute(jalon::app::Command::Antenna(serde_json::from_str(raised).unwrap())).unwrap();
    let topic = told.antenna.app.antenna().topics[0].id;
    let mut convention = told.antenna.app.antenna().conventions[0].clone();
    convention.code = "essai-2027".into();
    convention.article = "avenant n° 1".into();
    convention.effective_from = day("2027-01-01");
    convention.period.ends = day("2099-12-31");
    convention.caseload.places += 10;
    let mut office = enrolled(&mut told);
    let mut shown = told.on_stage(100, 30);
    let support = |version: u64, from: &str, text: &str| Support {
        code: "fiche".into(),
        title: "Fiche d’orientation".into(),
        version,
        effective_from: day(from),
        text: text.into(),
    };
    let plan = PublicationPlan {
        supports: vec![
            support(1, "2026-01-01", "Nom, prénom"),
            support(2, "2026-10-01", "Nom, prénom, téléphone"),
            support(3, "2027-01-01", "Nom, prénom, téléphone, adresse"),
        ],
        conventions: vec![convention],
        answers: vec![TopicAnswer { topic, date: day("2026-11-20"), text: "Une réunion en janvier.".into() }],
    };
    shown.stage.keys("X<Tab>");
    let text = shown.text();
    let footer = text.lines().last().unwrap();
    assert!(footer.contains("Tab") && !footer.contains("Entrée"), "there is nothing to open yet: {text}");
    office.department.publish(&plan, shown.out.path()).unwrap();
    shown.stage.keys("Xr");
    let said = shown.words();
    assert!(said.contains("01/01/2027") && said.contains("avenant n° 1"), "{said}");
    assert!(said.contains("140 → 150"), "what changes is told: {said}");
    shown.stage.keys("<PageDown>");
    assert!(shown.words().contains("Une réunion en janvier."), "{}", shown.text());
    shown.stage.keys("<Esc><Tab>");
    insta::assert_snapshot!("supports_100x30", shown.text());
    assert!(shown.text().lines().last().unwrap().contains("Entrée ouvrir"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    let said = shown.words();
    assert!(said.contains("Fiche d’orientation · version 2") && said.contains("Nom, prénom, téléphone"), "{said}");
    shown.stage.keys("<Esc><End><Enter>");
    assert!(shown.words().contains("version 1"), "older ones stay readable: {}", shown.text());
}

#[test]
fn a_support_is_filled_for_a_family_and_the_file_keeps_which_version_was_used() {
    let mut told = Told::founded();
    let alpha = told.alpha();
    let mut office = enrolled(&mut told);
    let mut shown = told.on_stage(100, 30);
    let support = |version: u64, from: &str, text: &str| Support {
        code: "Fiche d’orientation".into(),
        title: "Fiche d’orientation".into(),
        version,
        effective_from: day(from),
        text: text.into(),
    };
    let text = "{Nom}, {matricule}, {MDS}\nSuivie par {référent} depuis le {inclusion}\nContrat\u{a0}: {contrat}\nreste\u{a0}: {\n";
    let supports =
        vec![support(1, "2026-01-01", "Ancienne"), support(2, "2026-10-01", text), support(3, "2027-01-01", "À venir")];
    office.department.publish(&PublicationPlan { supports, ..PublicationPlan::default() }, shown.out.path()).unwrap();
    shown.stage.keys("Xr<Esc><F2><Enter>p");
    assert!(shown.text().contains("Support rempli\u{a0}: Fiche d’orientation, v. 2"), "{}", shown.text());
    assert!(!shown.text().contains("v. 3") && !shown.text().contains("v. 1"), "{}", shown.text());
    let (out, away) = (shown.out.path().to_owned(), shown.out.path().with_extension("away"));
    fs::rename(&out, &away).unwrap();
    shown.stage.keys("jjj<Enter>");
    let said = shown.words();
    assert!(said.contains("Rien n’a été enregistré. Vérifiez que le disque est branché"), "{said}");
    assert_eq!(shown.store().family(alpha).unwrap().unwrap().notes, [], "nothing is kept of what was not written");
    fs::rename(&away, &out).unwrap();
    shown.stage.keys("<Esc>pjjj<Enter>");
    let path = shown.out.path().join("fiche-d-orientation-1001-2026-11-23.txt");
    let written = fs::read_to_string(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "its owner alone reads it");
    insta::assert_snapshot!("support_filled", written);
    assert!(shown.words().contains("gardée dans une note privée du dossier"), "{}", shown.text());
    let store = shown.again();
    let record = store.store().family(alpha).unwrap().unwrap();
    let note = record.notes.last().unwrap();
    assert_eq!(note.confidentiality, Confidentiality::Private);
    assert!(note.text.contains("version 2") && note.text.contains("01/10/2026"), "{}", note.text);
    let kinds: Vec<_> = store.store().accesses(Some(alpha), 9).unwrap().iter().map(|line| line.access.kind).collect();
    assert!(kinds.contains(&AccessKind::Printing), "{kinds:?}");
}

#[test]
fn before_enrolment_the_inbox_says_that_nothing_can_be_received() {
    let mut shown = Told::founded().on_stage(80, 24);
    fs::write(shown.out.path().join("un-lot.json.age"), "illisible").unwrap();
    shown.stage.keys("X");
    let said = shown.words();
    assert!(said.contains("Le Département n’est pas encore enrôlé : rien de lui ne peut être reçu."), "{said}");
    assert!(!said.contains("un-lot"), "{said}");
    shown.stage.keys("<Tab>");
    assert!(shown.words().contains("Le Département n’a encore publié aucun support."), "{}", shown.text());
}
