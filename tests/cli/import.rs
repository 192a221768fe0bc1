//! `jalon import`: what it shows of a list, what it receives, and what it gives back to the sender.

use std::path::Path;

use super::{Place, done};

const HEADER: &str = "Nom;Prénom;Date de naissance;N° allocataire;MDS;Date d’orientation;Enfants;NIR";
const GOOD: &str = "Zédoublevé;Lou;02/04/1998;7654321;MDS Nord;01/10/2026;Petit 01/06/2025;255081416802538";
const BAD: &str = "Oméga;Zoé;31/02/1998;7654322;MDS Nord;01/10/2026;;";

fn list(place: &Place, lines: &[&str]) -> String {
    place.write("liste.csv", &format!("{HEADER}\n{}\n", lines.join("\n")))
}

fn known(place: &Place, matricule: &str) -> bool {
    place.unlocked(&["family", matricule]).code == 0
}

#[test]
fn a_list_is_received_once_and_says_so_the_second_time() {
    let place = Place::locked();
    let file = list(&place, &[GOOD]);
    let first = done(place.unlocked(&["import", &file]));
    assert!(first.contains("ZÉDOUBLEVÉ Lou") && first.contains("Une orientation reçue."), "{first}");
    assert!(first.contains("«\u{a0}NIR\u{a0}» n’est pas lue") && !first.contains("255081416802538"), "{first}");
    let sheet = done(place.unlocked(&["family", "7654321"]));
    assert!(sheet.contains("ZÉDOUBLEVÉ Lou") && sheet.contains("Petit"), "{sheet}");
    let again = done(place.unlocked(&["import", &file]));
    assert!(again.contains("déjà enregistrée") && again.contains("Aucune orientation à recevoir."), "{again}");
    done(place.unlocked(&["check"]));
}

#[test]
fn a_preview_shows_every_line_and_receives_nothing() {
    let place = Place::locked();
    let file = list(&place, &[GOOD, BAD]);
    let before = place.bytes();
    let said = place.unlocked(&["import", &file, "--preview"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("ligne 2") && said.out.contains("le jour 31/02/1998 n’existe pas"), "{said:?}");
    assert_eq!(place.unlocked(&["import", &file, "--preview", "--only-valid"]).code, 0);
    assert!(!known(&place, "7654321"));
    assert_eq!(place.bytes().len(), before.len(), "no file is made");
    let english = place.unlocked(&["--lang", "en", "import", &file, "--preview"]);
    assert!(english.out.contains("there is no day 31/02/1998"), "{english:?}");
}

#[test]
fn one_refused_line_keeps_the_others_back_unless_only_the_valid_ones_are_asked_for() {
    let place = Place::locked();
    let file = list(&place, &[GOOD, BAD]);
    let said = place.unlocked(&["import", &file]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("Rien n’a été reçu"), "{said:?}");
    assert!(!known(&place, "7654321"));
    done(place.unlocked(&["import", &file, "--only-valid"]));
    assert!(known(&place, "7654321") && !known(&place, "7654322"));
}

#[test]
fn the_report_is_written_for_the_sender_and_never_over_another_file() {
    let place = Place::locked();
    let file = list(&place, &[GOOD, BAD]);
    let report = place.path("refus.csv").display().to_string();
    let said = place.unlocked(&["import", &file, "--only-valid", "--errors", &report]);
    assert_eq!(said.code, 0, "{said:?}");
    let text = std::fs::read_to_string(&report).unwrap();
    assert!(text.starts_with("\u{feff}Nom;Prénom;") && text.contains("Oméga;Zoé;31/02/1998"), "{text}");
    assert!(!text.contains("NIR") && !text.contains("Zédoublevé"), "{text}");
    let again = place.unlocked(&["import", &file, "--errors", &report]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("porte déjà ce nom"), "{again:?}");
    assert_eq!(std::fs::read_to_string(&report).unwrap(), text);
    let two = place.unlocked(&["import", &file, &report, "--errors", &report]);
    assert!(two.code == 1 && two.err.contains("une seule liste"), "{two:?}");
}

#[test]
fn the_centre_of_a_list_that_names_none_is_given_by_its_code() {
    let place = Place::made_up(1);
    let header = HEADER.replace("MDS", "Secteur");
    let file = place.write("liste.csv", &format!("{header}\n{GOOD}\n"));
    let said = place.run(&["import", &file]);
    assert!(said.code == 1 && said.err.contains("Il manque une colonne\u{a0}: MDS."), "{said:?}");
    let unknown = place.run(&["import", &file, "--mds", "ailleurs"]);
    assert!(unknown.code == 1 && unknown.err.contains("ailleurs"), "{unknown:?}");
    done(place.run(&["import", &file, "--mds", "senart"]));
    let json = done(place.run(&["family", "7654321", "--format", "json"]));
    let family: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(family.pointer("/record/orientations/0/center").unwrap(), "senart");
}

#[test]
fn nothing_of_several_lists_is_received_when_one_cannot_be_read() {
    let place = Place::locked();
    let file = list(&place, &[GOOD]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists/bad");
    for (bad, reason) in [
        ("truncated.xlsx", "abîmé ou incomplet"),
        ("missing-columns.csv", "Il manque une colonne\u{a0}: matricule CAF."),
        ("binary.csv", "ni un tableau Excel"),
        ("no-such-file.csv", "n’existe pas"),
    ] {
        let said = place.unlocked(&["import", &file, &folder.join(bad).display().to_string()]);
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.err.contains(reason), "{bad}: {said:?}");
    }
    assert!(!known(&place, "7654321"));
}

#[test]
fn a_file_that_is_no_bundle_among_bundles_is_named() {
    let place = Place::made_up(2);
    let (bundle, stray) = (place.write("lot.json", "{}"), place.write("notes.txt", "rien"));
    place.refuses(&["import", &bundle, &stray], "notes.txt n’en est pas un");
}
