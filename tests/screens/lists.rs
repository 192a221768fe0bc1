//! Lists of orientations on the screen: opened, looked at, chosen line by line, received, the rest given back to the sender.

use std::fs;
use std::path::Path;

use jalon::app::{ListView, Sort};
use jalon::tui::look::masked;
use tempfile::TempDir;

use super::antenna::{OnStage, Told};

const FILE: &str = "orientations-octobre.csv";

/// An antenna that knows Alpha and Beta, and the folder where a list has arrived.
fn told() -> (Told, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists/screen").join(FILE);
    fs::copy(list, folder.path().join(FILE)).unwrap();
    let mut told = Told::founded();
    told.alpha();
    told.beta();
    told.antenna.app.keep_setting("lists", folder.path().to_str().unwrap()).unwrap();
    (told, folder)
}

fn arrived(width: u16, height: u16) -> (OnStage, TempDir) {
    let (told, folder) = told();
    (told.on_stage(width, height), folder)
}

#[test]
fn a_long_list_is_received_beside_the_screen_which_tells_how_far_it_is() {
    let (told, _folder) = told();
    let mut shown = told.on_stage_counting_beside(100, 30);
    shown.settle().stage.keys("o<Enter>r<Enter>");
    assert!(shown.text().contains("Réception\u{a0}: 0 orientations sur 4"), "{}", shown.text());
    // The keys are heard meanwhile; what would be recorded waits, and is not lost.
    shown.stage.keys("r<Enter>");
    assert!(shown.text().contains("Une liste est en cours de réception"), "{}", shown.text());
    shown.stage.keys("<Esc><Esc> nLa crèche ferme<C-s>");
    assert!(shown.text().contains("Une liste est en cours de réception"), "{}", shown.text());
    assert!(shown.text().contains("La crèche ferme"), "{}", shown.text());
    let mut told = Vec::new();
    while !shown.text().contains("elles attendent votre réponse") {
        shown.settle();
        told.push(shown.stage.line(29));
    }
    assert!(told.iter().any(|line| line.contains("2 orientations sur 4, enregistrées ensemble")), "{told:?}");
    assert_eq!(oriented(&shown).len(), 4);
    shown.stage.keys("<C-s>");
    assert!(shown.text().contains("✓"), "{}", shown.text());
}

#[test]
fn a_program_that_is_left_while_a_list_is_received_has_received_it_whole() {
    let (told, _folder) = told();
    let mut shown = told.on_stage_counting_beside(100, 30);
    shown.settle().stage.keys("o<Enter>r<Enter>q");
    assert!(shown.stage.farewell().is_some());
    assert_eq!(oriented(&shown.again()).len(), 4);
}

/// The same with the list open.
fn opened(width: u16, height: u16) -> (OnStage, TempDir) {
    let (mut shown, folder) = arrived(width, height);
    shown.stage.keys("o<Enter>");
    (shown, folder)
}

fn oriented(shown: &OnStage) -> Vec<String> {
    let rows = shown.store().first_rows(ListView::Oriented, Sort::Name, 20).unwrap();
    rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn the_list_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        let (shown, _folder) = opened(width, height);
        insta::assert_snapshot!(format!("list_{width}x{height}"), shown.text());
    }
}

#[test]
fn what_is_wrong_with_the_line_under_the_cursor_is_told_below_it() {
    let (mut shown, _folder) = opened(80, 24);
    shown.stage.keys("jj");
    assert!(shown.text().contains("Le jour s’écrit avant le"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains("Ligne 4 · MU Rose"), "{}", shown.text());
    shown.stage.keys("<Esc>j");
    assert!(shown.text().contains("Peut-être la même personne que ALPHA Essai"), "{}", shown.text());
    assert!(shown.text().contains("F7 actes"), "the space bar chooses here: {}", shown.text());
    shown.stage.keys("<F1>les actes");
    assert_eq!(shown.line_with("F7").trim_matches(['│', ' ']), "F7              actes", "{}", shown.text());
}

#[test]
fn enter_shows_every_check_of_a_line() {
    let (mut shown, _folder) = opened(100, 30);
    shown.stage.keys("<End><Enter>");
    insta::assert_snapshot!(shown.text());
}

#[test]
fn the_first_key_offers_the_lists_that_have_arrived_and_escape_leaves_nothing_open() {
    let (mut shown, folder) = arrived(100, 30);
    fs::write(folder.path().join("notes.odt"), "").unwrap();
    shown.stage.keys("o");
    assert!(shown.text().contains("Ouvrir une liste d’orientation") && shown.text().contains(FILE), "{}", shown.text());
    assert!(!shown.text().contains("notes.odt"));
    shown.stage.keys("<Esc>");
    assert!(shown.text().contains("Aucune liste n’est ouverte."), "{}", shown.text());
    let footer = shown.stage.line(29);
    assert!(
        footer.contains("Entrée ouvrir") && !footer.contains("recevoir") && !footer.contains("choisir"),
        "{footer}"
    );
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains(FILE), "{}", shown.text());
}

#[test]
fn the_chosen_lines_are_received_together_and_the_list_opens_there_again() {
    let (mut shown, _folder) = opened(100, 30);
    // Alfa may be Alpha: she is chosen by hand, and Omicron left out.
    shown.stage.keys("jjj<Space><End><Space>r");
    insta::assert_snapshot!("asked_to_receive", shown.text());
    assert_eq!(oriented(&shown), [""; 0]);
    shown.stage.keys("<Enter>");
    assert_eq!(oriented(&shown), ["ALFA Essai", "KAPPA Lou", "LAMBDA Inès", "NU Zoé"]);
    insta::assert_snapshot!("received", shown.text());
    // The file of a received family is one key away, and the list is as it was left.
    shown.stage.keys("<Home><Right>");
    assert!(shown.text().contains("KAPPA Lou") && shown.text().contains("orientation à traiter"), "{}", shown.text());
    shown.stage.keys("o");
    assert!(shown.text().contains("aucune choisie sur 8"), "{}", shown.text());
    let family = shown.store().by_matricule("7654321").unwrap().unwrap();
    let record = shown.store().family(family).unwrap().unwrap();
    assert_eq!(record.contact.telephone, "06 39 98 00 00");
}

#[test]
fn looking_again_receives_nothing() {
    let (mut shown, _folder) = opened(80, 24);
    shown.stage.keys("r<Down><Enter>");
    assert_eq!(oriented(&shown), [""; 0]);
    shown.stage.keys("t");
    assert!(shown.text().contains("aucune choisie sur 8"), "{}", shown.text());
    shown.stage.keys("r");
    assert!(shown.text().contains("Aucune ligne n’est choisie. Espace choisit la ligne"), "{}", shown.text());
    shown.stage.keys("<Esc>t");
    assert!(shown.text().contains("4 choisies sur 8"), "{}", shown.text());
}

#[test]
fn a_refused_line_cannot_be_chosen_and_says_why() {
    let (mut shown, _folder) = opened(80, 24);
    shown.stage.keys("jj<Space>");
    assert!(shown.text().contains("4 choisies sur 8"), "{}", shown.text());
    assert!(shown.text().contains("Cette ligne ne peut pas être choisie."), "{}", shown.text());
    shown.stage.keys("<Esc><Down><Space>");
    assert!(shown.text().contains("5 choisies sur 8"), "{}", shown.text());
}

#[test]
fn the_reasons_are_written_beside_the_list_under_a_name_that_is_free() {
    let (mut shown, folder) = opened(80, 24);
    shown.stage.keys("m<Esc>m");
    let report = fs::read_to_string(folder.path().join("orientations-octobre-refus.csv")).unwrap();
    assert!(folder.path().join("orientations-octobre-refus-2.csv").is_file());
    let names: Vec<_> = report.lines().skip(1).map(|line| line.split(';').next().unwrap()).collect();
    assert_eq!(names, ["Mu", "Alfa", "Beta", "Xi"]);
    assert!(!report.contains("255081416802538") && !report.contains("NIR"), "{report}");
}

#[test]
fn a_file_that_is_no_list_is_told_and_the_open_one_stays() {
    let (mut shown, folder) = opened(80, 24);
    fs::write(folder.path().join("vide.csv"), "").unwrap();
    shown.stage.keys("cvide<Enter>");
    assert!(shown.text().contains("Ce fichier est vide."), "{}", shown.text());
    shown.stage.keys("<Esc>");
    assert!(shown.text().contains("KAPPA Lou"), "{}", shown.text());
}

#[test]
fn a_list_that_names_no_centre_asks_which_one_has_sent_it() {
    let (mut shown, folder) = opened(80, 24);
    let list = fs::read_to_string(folder.path().join(FILE)).unwrap();
    fs::write(folder.path().join("sud.csv"), list.replace(";MDS;", ";Secteur;")).unwrap();
    shown.stage.keys("csud.csv<Enter>");
    assert!(shown.text().contains("laquelle a envoyé cette liste\u{202f}?"), "{}", shown.text());
    shown.stage.keys("sud<Enter>");
    assert!(shown.text().contains("sud.csv") && shown.text().contains("5 choisies sur 8"), "{}", shown.text());
    shown.stage.keys("r<Enter>");
    assert_eq!(oriented(&shown), ["KAPPA Lou", "LAMBDA Inès", "NU Zoé", "OMICRON Fatou", "XI Anna"]);
}

#[test]
fn nothing_of_a_person_shows_when_names_are_masked() {
    for (width, height) in [(140, 40), (80, 24), (60, 20)] {
        let (mut shown, _folder) = opened(width, height);
        shown.stage.keys("<F9>");
        for keys in ["", "j", "j", "j", "<Enter>", "<Esc>j", "j", "<Enter>", "<Esc>j", "j"] {
            shown.stage.keys(keys);
            let text = shown.text();
            for told in ["KAPPA", "Inès", "ALPHA", "ALFA", "765432", "31/02", "1998", "octobre", "Ouest"] {
                assert!(!text.contains(told), "{told} after {keys} at {width}×{height}:\n{text}");
            }
            assert!(text.contains("•••"), "{}", masked("x"));
        }
    }
}
