//! The exchange: what leaves and what stays, sealing, writing again, and every way in which it does not work.

use std::fs;

use jalon::app::{Command, receipt_in};
use jalon::base::fold::fold;
use jalon::exchange::bundle::Body;
use jalon::exchange::{PublicKey, Verified, encryption};

use super::antenna::{OnStage, Told};
use crate::app::{Antenna, act};
use crate::department::Office;

/// Alpha has a telephone and a private note, which stay; nothing of Beta does.
fn told() -> Told {
    let mut told = Told::founded();
    let alpha = told.alpha();
    told.tell(alpha, r#"{"act":"record_contact","telephone":"06 39 98 00 01"}"#)
        .tell(alpha, r#"{"act":"write_note","date":"2026-11-20","text":"CONFIDENCE"}"#);
    told.beta();
    told
}

fn exchange(width: u16, height: u16) -> OnStage {
    let mut shown = told().on_stage(width, height);
    shown.stage.keys("x");
    shown
}

fn names(shown: &OnStage) -> Vec<String> {
    let entries = fs::read_dir(shown.out.path()).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

const BUNDLE: &str = "antenne-d-essai-0001.json";

#[test]
fn the_exchange_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        let mut shown = exchange(width, height);
        shown.stage.keys("j");
        insta::assert_snapshot!(format!("exchange_{width}x{height}"), shown.text());
    }
}

#[test]
fn acts_on_a_family_without_a_file_any_more_say_so_instead_of_a_name() {
    let mut told = told();
    let gamma = told.oriented("Gamma", "2026-11-20");
    let app = &mut told.antenna.app;
    let orientation = app.last_undoable(gamma).unwrap().unwrap();
    app.execute(Command::Undo { of: orientation }).unwrap();
    let mut shown = told.on_stage(140, 40);
    shown.stage.keys("x");
    let line = |text: &str| text.lines().filter(|line| line.contains("sans dossier")).count();
    assert_eq!(line(&shown.stage.text()), 1, "{}", shown.stage.text());
    shown.stage.keys("<End>");
    while !shown.stage.text().lines().any(|line| line.contains("▸ sans dossier")) {
        shown.stage.keys("<Up>");
    }
    shown.stage.keys("<Enter>");
    assert_eq!(line(&shown.stage.text()), 2, "its line and the title of what opens: {}", shown.stage.text());
}

#[test]
fn what_stays_is_told_by_kind_with_its_reason() {
    let mut shown = exchange(100, 30);
    shown.stage.keys("j");
    assert!(shown.line_with("│▸").contains("■ reste\u{a0}: 2"), "{}", shown.text());
    let said = shown.words();
    let reason =
        "Reste à l’antenne (secret professionnel, CASF L262-44) : Coordonnées enregistrées, Note privée écrite.";
    assert!(said.contains(reason), "{said}");
    shown.stage.keys("j");
    assert!(!shown.words().contains("Reste à l’antenne"), "{}", shown.text());
}

#[test]
fn sealing_asks_first_and_writes_a_bundle_that_its_key_verifies() {
    let mut shown = exchange(100, 30);
    shown.stage.keys("s");
    let said = shown.words();
    assert!(
        said.contains("Sceller le lot n° 1 ?") && said.contains("2 éléments (coordonnées, notes) restent"),
        "{said}"
    );
    shown.stage.keys("<Esc>");
    assert_eq!(names(&shown), Vec::<String>::new());
    shown.stage.keys("s<Enter>");
    assert_eq!(names(&shown), [BUNDLE, "antenne-d-essai.pem"]);
    let key = PublicKey::from_pem(&fs::read_to_string(shown.out.path().join("antenne-d-essai.pem")).unwrap()).unwrap();
    let bytes = fs::read(shown.out.path().join(BUNDLE)).unwrap();
    let verified = Verified::open(&bytes, Some(&key)).unwrap();
    assert!(!String::from_utf8_lossy(verified.payload()).contains("CONFIDENCE"));
    let digest = shown.store().outbox().unwrap()[0].digest.to_string();
    let said = shown.words();
    assert!(said.contains("Lot n° 1 scellé") && said.contains(&digest) && said.contains(BUNDLE), "{said}");
    assert!(said.contains("signé mais n’est pas chiffré"), "{said}");
}

#[test]
fn after_sealing_nothing_is_left_and_the_next_act_opens_the_next_bundle() {
    let mut shown = exchange(100, 30);
    shown.stage.keys("s<Enter><Enter>");
    insta::assert_snapshot!("sealed", redacted(&shown));
    shown.stage.keys("s");
    assert!(shown.words().contains("Rien à transmettre : aucun acte depuis le dernier lot."), "{}", shown.text());
    shown.stage.keys("<Esc><F2>u<Enter>");
    shown.stage.keys("x");
    assert!(shown.words().contains("Prochain lot, n° 2 : 1 acte, 1 famille."), "{}", shown.text());
}

#[test]
fn what_another_window_recorded_meanwhile_is_asked_about_before_it_is_sealed() {
    let mut shown = exchange(100, 30);
    shown.stage.keys("s");
    let alpha = shown.family("ALPHA");
    let note = r#"{"act":"write_note","date":"2026-11-20","text":"Vue","confidentiality":"shareable"}"#;
    shown.store().execute(Command::Family { family: Some(alpha), act: act(note) }).unwrap();
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains("Une autre fenêtre a enregistré un acte"), "{}", shown.text());
    assert_eq!(names(&shown), Vec::<String>::new(), "nothing is sealed");
    shown.stage.keys("<Enter>");
    assert!(names(&shown).contains(&BUNDLE.to_owned()), "{}", shown.text());
}

#[test]
fn a_bundle_is_written_again_the_very_same() {
    let mut shown = exchange(100, 30);
    shown.stage.keys("s<Enter><Enter>");
    let path = shown.out.path().join(BUNDLE);
    let first = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    shown.stage.keys("p");
    assert!(shown.line_with("│▸").contains("absent du répertoire"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.words().contains("Lot n° 1 préparé · absent du répertoire activité · empreinte"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert_eq!(fs::read(&path).unwrap(), first);
    assert!(shown.words().contains("Lot écrit de nouveau, à l’identique"), "{}", shown.text());
    assert!(shown.line_with("│▸").contains("✓ dans le répertoire"), "{}", shown.text());
}

#[test]
fn another_file_of_that_name_is_left_alone_and_no_number_is_taken() {
    let mut shown = exchange(100, 30);
    let path = shown.out.path().join(BUNDLE);
    fs::write(&path, "mes courses").unwrap();
    shown.stage.keys("s<Enter>");
    let said = shown.words();
    assert!(said.contains("Un autre fichier porte déjà ce nom"), "{said}");
    assert!(said.contains("Déplacez-le ou choisissez un autre répertoire"), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mes courses");
    assert!(shown.store().outbox().unwrap().is_empty());
}

#[test]
fn a_folder_that_is_gone_takes_no_number_and_says_what_to_check() {
    let mut shown = exchange(100, 30);
    fs::remove_dir(shown.out.path()).unwrap();
    shown.stage.keys("s<Enter>");
    let said = shown.words();
    assert!(said.contains("Rien n’a été enregistré"), "{said}");
    assert!(said.contains("Vérifiez que le disque est branché et que le répertoire existe."), "{said}");
    assert!(shown.store().outbox().unwrap().is_empty());
    fs::create_dir(shown.out.path()).unwrap();
    shown.stage.keys("<Esc>s<Enter>");
    assert_eq!(names(&shown), [BUNDLE, "antenne-d-essai.pem"]);
}

#[test]
fn a_folder_that_takes_no_file_leaves_nothing_behind() {
    let mut shown = exchange(100, 30);
    // The file of the key cannot be written: a directory has its name.
    fs::create_dir(shown.out.path().join("antenne-d-essai.pem")).unwrap();
    shown.stage.keys("s<Enter>");
    assert!(shown.words().contains("Rien n’a été enregistré"), "{}", shown.text());
    assert_eq!(names(&shown), ["antenne-d-essai.pem"]);
    assert!(shown.store().outbox().unwrap().is_empty());
}

#[test]
fn the_folder_is_chosen_among_those_that_are_there_and_kept() {
    let mut shown = exchange(100, 30);
    fs::create_dir_all(shown.out.path().join("clé/remise")).unwrap();
    fs::create_dir(shown.out.path().join(".caché")).unwrap();
    shown.stage.keys("c");
    assert!(shown.text().contains("  clé/") && !shown.text().contains(".caché"), "{}", shown.text());
    shown.stage.keys("clé<Enter>remise<Enter><Enter>");
    let chosen = shown.out.path().join("clé/remise");
    assert!(shown.line_with("Répertoire où").contains("clé/remise"), "{}", shown.text());
    shown.stage.keys("s<Enter>");
    assert!(chosen.join(BUNDLE).is_file());
    assert_eq!(shown.store().setting("folder").unwrap().as_deref(), chosen.to_str());
}

#[test]
fn sealing_from_another_screen_by_the_palette_shows_what_leaves() {
    let mut shown = told().on_stage(100, 30);
    shown.stage.keys(":sceller<Enter>");
    let said = shown.words();
    assert!(said.contains("Sceller le lot n° 1 ?") && said.contains("Prochain lot, n° 1"), "{said}");
}

#[test]
fn names_are_masked_also_in_what_opens() {
    let mut shown = exchange(100, 30);
    shown.stage.keys("j<F9>");
    assert!(!shown.text().contains("ALPHA"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(!shown.text().contains("ALPHA"), "{}", shown.text());
}

/// The screen without the digest, which differs each time.
fn redacted(shown: &OnStage) -> String {
    let digest = shown.store().outbox().unwrap()[0].digest.to_string();
    shown.text().replace(&digest, &"0".repeat(digest.len()))
}

#[test]
fn a_bundle_that_the_departement_received_is_noted_from_its_line() {
    let mut shown = exchange(100, 30);
    shown.stage.keys("r");
    assert!(shown.words().contains("Mettez d’abord le curseur sur un lot scellé"), "{}", shown.text());
    shown.stage.keys("<Esc>s<Enter>");
    shown.settle();
    shown.stage.keys("<Esc>a<End>");
    assert!(shown.text().contains("Département"), "{}", shown.text());
    shown.stage.keys("x<End>r");
    assert!(shown.words().contains("qu’il a reçu ce lot et ceux d’avant"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    shown.settle();
    assert!(shown.line_with("n° 1").contains("✓ reçu le 23/11/2026"), "{}", shown.text());
    assert_eq!(shown.store().outbox().unwrap()[0].acknowledged_on, Some(super::harness::today()));
}

#[test]
fn a_silent_departement_is_in_the_agenda_and_opens_the_exchange() {
    let mut shown = exchange(100, 30);
    shown.stage.keys("s<Enter>");
    shown.settle();
    shown.stage.keys("<Esc>ar");
    for _ in 0..60 {
        if shown.line_with("│▸").contains("Département sans réponse") {
            break;
        }
        shown.stage.keys("<Down>");
    }
    assert!(shown.line_with("│▸").contains("Département sans réponse"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains("▸Échanges"), "{}", shown.text());
}

/// The same antenna, enrolled; its activity is sealed in the folder, and the Département took nothing in yet.
fn sealed_for_the_departement(width: u16, height: u16) -> (OnStage, Office) {
    let (mut office, mut told) = (Office::founded(), told());
    for path in office.enrol(&mut told.antenna) {
        told.antenna.app.take_in(&fs::read(path).unwrap()).unwrap();
    }
    let mut shown = told.on_stage(width, height);
    shown.stage.keys("xs<Enter>");
    shown.settle();
    shown.stage.keys("<Esc>");
    (shown, office)
}

/// The four words of the Département's receipt for the first bundle.
fn words_of_the_receipt(office: &Office) -> String {
    let came = office.department.app().inbox().unwrap().bundles;
    let receipt = receipt_in(came[0].receipt.as_deref()).unwrap();
    receipt.words().iter().map(|word| fold(word).chars().take(4).collect::<String>()).collect::<Vec<_>>().join(" ")
}

const FIRST: &str = "antenne-d-essai-0001.json.age";

#[test]
fn a_bundle_goes_from_prepared_to_handed_over_to_acknowledged() {
    let (mut shown, mut office) = sealed_for_the_departement(100, 30);
    assert!(shown.line_with(FIRST).contains("préparé · ✓ dans le répertoire"), "{}", shown.text());
    shown.stage.keys("<End>m");
    shown.settle();
    assert!(shown.line_with(FIRST).contains("remis le 23/11/2026"), "{}", shown.text());
    shown.stage.keys("m");
    shown.settle();
    assert!(shown.line_with(FIRST).contains("préparé · ✓ dans le répertoire"), "pressed by mistake: {}", shown.text());
    assert!(shown.words().contains("Lots à partir du n° 1 : de nouveau à remettre."), "{}", shown.words());
    shown.stage.keys("m");
    shown.settle();
    assert!(shown.line_with(FIRST).contains("remis le 23/11/2026"), "{}", shown.text());
    office.receive(&shown.out.path().join(FIRST)).unwrap();
    let receipts = office.department.answer(shown.out.path()).unwrap();
    shown.stage.keys("Xr<Esc>x");
    shown.stage.keys("<End>m");
    shown.settle();
    let receipts_taken = receipts.iter().all(|path| path.exists());
    assert!(receipts_taken && shown.line_with(FIRST).contains("✓ reçu le 23/11/2026"), "{}", shown.text());
    shown.stage.keys("<End>");
    let said = shown.words();
    let words = receipt_in(shown.store().outbox().unwrap()[0].receipt.as_deref()).unwrap().words().join(" ");
    assert!(said.contains("L’accusé du Département : 2 éléments acceptés, aucun refusé."), "{said}");
    assert!(said.contains(&words), "{said}");
}

#[test]
fn a_receipt_that_has_not_come_is_confirmed_by_its_four_words() {
    let (mut shown, mut office) = sealed_for_the_departement(80, 24);
    office.receive(&shown.out.path().join(FIRST)).unwrap();
    let words = words_of_the_receipt(&office);
    shown.stage.keys("<End>r");
    insta::assert_snapshot!("receipt_words_80x24", redacted(&shown));
    // Words of another receipt are not those of this one.
    shown.stage.keys("aban aban aban aban<Enter>");
    let said = shown.words();
    assert!(said.contains("✗ Ces mots ne sont pas ceux d’un accusé qui accepte tout le lot n° 1."), "{said}");
    assert!(shown.store().outbox().unwrap()[0].acknowledged_on.is_none());
    shown.stage.keys("<C-u>").keys(&words).keys("<Enter>");
    let said = shown.words();
    assert!(said.contains("Le Département a reçu le lot n° 1 le 23/11/2026"), "{said}");
    shown.stage.keys("<Esc>");
    assert!(shown.line_with(FIRST).contains("✓ reçu le 23/11/2026"), "{}", shown.text());
    // The receipt itself, when it comes, says the same; its words are compared with it.
    office.department.answer(shown.out.path()).unwrap();
    shown.stage.keys("Xr<Esc>x<End>r").keys(&words).keys("<Enter>");
    assert!(shown.words().contains("Réception confirmée"), "{}", shown.text());
}

#[test]
fn a_bundle_of_receipts_has_no_receipt_and_asks_for_no_words() {
    let (mut shown, _office) = sealed_for_the_departement(100, 30);
    shown.stage.keys("<Home>");
    assert!(shown.words().contains("accusés de réception · empreinte"), "that of the registry: {}", shown.text());
    shown.stage.keys("r");
    let said = shown.words();
    assert!(said.contains("Il n’y a rien à confirmer") && !said.contains("mot sur 4"), "{said}");
    shown.stage.keys("<Esc><Enter>");
    let said = shown.words();
    assert!(said.contains("Lot n° 3") && !said.contains("quatre mots"), "{said}");
}

#[test]
fn the_slip_of_a_receipt_is_written_with_its_words_and_names_no_family() {
    let (mut shown, mut office) = sealed_for_the_departement(100, 30);
    shown.stage.keys("<End>w");
    assert!(shown.words().contains("Mettez d’abord le curseur sur un lot qui a un accusé"), "{}", shown.text());
    office.receive(&shown.out.path().join(FIRST)).unwrap();
    office.department.answer(shown.out.path()).unwrap();
    shown.stage.keys("<Esc>Xr<Esc>x<End>w");
    let receipt = receipt_in(shown.store().outbox().unwrap()[0].receipt.as_deref()).unwrap();
    let slip = fs::read_to_string(shown.out.path().join("bordereau-lot-remis-0001.txt")).unwrap();
    assert!(slip.contains(&receipt.words().join("   ")) && slip.contains(&receipt.digest.to_string()), "{slip}");
    let said = slip.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Reçu le 23/11/2026 par : Département d’Essai"), "{slip}");
    assert!(!slip.contains("ALPHA") && !slip.contains("Alpha"), "{slip}");
    assert!(shown.words().contains("Bordereau écrit"), "{}", shown.text());
    // Ours, for a bundle that came.
    shown.stage.keys("<Esc>X<End>w");
    let slip = fs::read_to_string(shown.out.path().join("bordereau-lot-recu-0001.txt")).unwrap();
    assert!(slip.contains("(registre)") && slip.contains("Antenne d’Essai"), "{slip}");
}

/// Alpha is followed by another antenna already: the Département has refused it.
fn refused(width: u16, height: u16) -> (OnStage, Office) {
    let (mut office, mut told) = (Office::founded(), told());
    let mut other = Antenna::founded_at(1, "Antenne d’Ailleurs");
    for path in office.enrol(&mut other) {
        let _ = other.app.take_in(&fs::read(path).unwrap());
    }
    other.included("Alpha", "1001");
    office.exchange(&mut other);
    for path in office.enrol(&mut told.antenna) {
        let _ = told.antenna.app.take_in(&fs::read(path).unwrap());
    }
    office.exchange(&mut told.antenna);
    let mut shown = told.on_stage(width, height);
    shown.stage.keys("x");
    (shown, office)
}

#[test]
fn a_refused_family_at_each_size_with_its_reason_and_what_to_correct() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        let (mut shown, _office) = refused(width, height);
        insta::assert_snapshot!(format!("refused_{width}x{height}"), shown.text());
        shown.stage.keys("<Enter>");
        let said = shown.words();
        assert!(said.contains("✗ La personne est déjà suivie par une autre antenne."), "{said}");
        assert!(said.contains("Ouvrir le dossier pour le corriger"), "{said}");
    }
}

#[test]
fn a_refused_family_is_opened_to_be_corrected() {
    let (mut shown, _office) = refused(100, 30);
    shown.stage.keys("<Enter><Enter>");
    assert!(shown.text().contains("▸Dossier") && shown.text().contains("ALPHA Essai"), "{}", shown.text());
}

#[test]
fn a_refused_family_goes_again_alone_with_the_next_bundle() {
    let (mut shown, mut office) = refused(100, 30);
    let family = shown.family("ALPHA");
    shown.stage.keys("<Enter><Down><Enter>");
    assert!(shown.line_with("ALPHA Essai").contains("repart avec le prochain lot"), "{}", shown.text());
    assert!(shown.words().contains("0 acte, 1 famille."), "{}", shown.text());
    assert!(shown.words().contains("repart en entier"), "{}", shown.text());
    let before = shown.store().outbox().unwrap().len();
    shown.stage.keys("s<Enter>");
    let sealed = shown.store().outbox().unwrap().into_iter().nth(before).unwrap();
    let file = fs::read(shown.out.path().join(&sealed.file_name)).unwrap();
    let key = jalon::exchange::DecryptionKey::from_text(&office.department.identity().unwrap()).unwrap();
    let verified = Verified::open(&encryption::decrypt(&file, &key).unwrap(), None).unwrap();
    let Body::Activity(activity) = &verified.bundle().body else { panic!("no activity") };
    assert_eq!(activity.families.iter().map(|record| record.id).collect::<Vec<_>>(), [family]);
    assert!(verified.entries().is_empty());
    // It does not go a third time by itself, and says where it went until that is answered: refused still.
    shown.stage.keys("<Esc><Home>");
    let gone = format!("reparti dans le lot n° {}, accusé attendu", sealed.sequence).replace("n° ", "n°\u{a0}");
    assert!(shown.line_with("ALPHA Essai").contains(&gone), "{}", shown.text());
    office.receive(&shown.out.path().join(&sealed.file_name)).unwrap();
    office.department.answer(shown.out.path()).unwrap();
    shown.stage.keys("Xr<Esc>x");
    assert!(shown.line_with("ALPHA Essai").contains("✗ La personne est déjà suivie"), "{}", shown.text());
}
