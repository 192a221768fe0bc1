//! Bundles taken in from the screen: each checked, taken or refused in a sentence, and answered.

use std::path::Path;

use jalon::base::locale::Lang;

use jalon::app::SlipOf;

use super::{Office, SIZES, Shown, bundles, take_in};
use crate::app::Antenna;
use crate::department::{CLOSED, enrolled};

/// An antenna whose bundles lie in the folder, the last of them damaged; and a file that is none.
fn arrived(office: &mut Office) -> Antenna {
    let mut antenna = Antenna::founded_as("Antenne de Melun");
    for path in office.enrol(&mut antenna) {
        take_in(&mut antenna, &path);
        std::fs::remove_file(path).unwrap();
    }
    for path in bundles(&mut antenna) {
        let to = office.out.path().join(path.file_name().unwrap());
        std::fs::copy(path, to).unwrap();
    }
    damage(&office.out.path().join("antenne-de-melun-0004.json.age"));
    std::fs::write(office.out.path().join("courses.json"), "{}").unwrap();
    antenna
}

fn damage(path: &Path) {
    let mut bytes = std::fs::read(path).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(path, bytes).unwrap();
}

fn shown(width: u16, height: u16, lang: Lang) -> (Shown, Antenna) {
    let mut office = Office::founded();
    let antenna = arrived(&mut office);
    (Shown::of(office, width, height, lang), antenna)
}

#[test]
fn every_file_is_looked_at_then_every_bundle_of_the_folder_is_taken_and_answered_at_once() {
    for (width, height) in SIZES {
        let (mut shown, mut antenna) = shown(width, height, Lang::Fr);
        shown.keys("x");
        insta::assert_snapshot!(format!("inbox_waiting_{width}x{height}"), shown.text());
        assert_eq!(shown.written().iter().filter(|path| path.to_string_lossy().contains("vers")).count(), 0);
        shown.keys("r");
        let answered = shown.written().into_iter().find(|path| path.to_string_lossy().contains("vers")).unwrap();
        assert!(shown.words().contains("Lot n° 1 (activité) reçu"), "{}", shown.text());
        take_in(&mut antenna, &answered);
        let read: Vec<_> = antenna.app.outbox().unwrap().iter().map(|one| one.receipt.is_some()).collect();
        assert_eq!(read, [true, false, true, false], "a receipt is not answered, what was damaged not received");
        shown.keys("<Esc>");
        insta::assert_snapshot!(format!("inbox_{width}x{height}"), without_words(&shown));
    }
    let (mut english, _antenna) = shown(100, 30, Lang::En);
    english.keys("x");
    insta::assert_snapshot!("inbox_waiting_en", english.text());
    english.keys("r");
    insta::assert_snapshot!("inbox_taken_en", english.text());
    english.keys("<Esc>");
    insta::assert_snapshot!("inbox_en", without_words(&english));
}

/// The four words of a receipt depend on keys, which differ in every run.
fn without_words(shown: &Shown) -> String {
    let is_words = |line: &&str| line.contains("au téléphone") || line.contains("on the telephone");
    shown.text().lines().filter(|line| !is_words(line)).map(|line| format!("{line}\n")).collect()
}

#[test]
fn what_the_departement_itself_has_written_does_not_wait_for_it() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    shown.keys("xr<Esc>");
    assert!(shown.written().iter().any(|path| path.to_string_lossy().contains("vers-antenne-de-melun")));
    let said = shown.words();
    assert!(!said.contains("vers-antenne"), "{said}");
    assert!(said.contains("3 fichiers y sont, déjà pris."), "{said}");
}

#[test]
fn one_file_is_taken_in_alone_from_its_line_or_from_another_folder() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    shown.keys("x<Enter>");
    assert!(shown.words().contains("Recevoir ce fichier ?"), "{}", shown.text());
    shown.keys("<Esc>");
    assert!(shown.words().contains("Lots reçus Aucun encore."), "nothing before it is wanted: {}", shown.text());
    shown.keys("<Enter><Enter>");
    assert!(shown.words().contains("Lot n° 1 (activité) reçu"), "{}", shown.text());
    shown.keys("<Esc>");
    assert!(shown.words().contains("Un fichier y est, déjà pris."), "{}", shown.text());
    assert!(shown.words().contains("antenne-de-melun-0002 ✓ n° 2 · prêt · accusés de réception"), "{}", shown.text());
    let other = shown.out.path().join("cle-usb");
    std::fs::create_dir(&other).unwrap();
    std::fs::copy(shown.out.path().join("antenne-de-melun-0003.json.age"), other.join("melun-3.json.age")).unwrap();
    // That folder is the one that is looked into from now on.
    shown.keys("ccle-usb<Enter><Enter>");
    assert!(shown.words().contains("Fichiers dans /remise/cle-usb"), "{}", shown.text());
    assert!(shown.words().contains("▸ melun-3 n° 3 · attend le n° 2 · activité"), "{}", shown.text());
    shown.keys("<Enter><Enter><Esc>");
    assert!(shown.words().contains("Antenne de Melun … mis de côté · n° 3"), "{}", shown.text());
}

#[test]
fn a_folder_or_a_file_is_gone_to_by_its_whole_path() {
    let (mut shown, _antenna) = shown(140, 40, Lang::Fr);
    let other = shown.out.path().join("cle-usb");
    std::fs::create_dir(&other).unwrap();
    let file = other.join("melun-1.json.age");
    std::fs::copy(shown.out.path().join("antenne-de-melun-0001.json.age"), &file).unwrap();
    shown.keys("xc/nulle/part<Enter>");
    assert!(shown.words().contains("/nulle/part : ni répertoire, ni fichier à ce nom"), "{}", shown.text());
    shown.keys(&format!("<C-u>{}", other.display()));
    assert!(shown.words().contains("Entrée : aller à ce chemin."), "{}", shown.text());
    shown.keys("<Enter>");
    assert!(shown.words().contains("melun-1.json.age"), "{}", shown.text());
    shown.keys(&format!("{}<Enter>", file.display()));
    assert!(shown.words().contains("Lot n° 1 (activité) reçu"), "{}", shown.text());
}

#[test]
fn a_receipt_that_refuses_something_says_that_its_file_comes_before_its_words() {
    let (mut office, mut one) = enrolled();
    let mut other = Antenna::founded_at(1, "Antenne d’Ailleurs");
    for path in office.enrol(&mut other) {
        let _ = other.app.take_in(&std::fs::read(path).unwrap());
    }
    for antenna in [&mut one, &mut other] {
        antenna.included("Alpha", "1001");
        office.exchange(antenna);
    }
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("x<Home>");
    for _ in 0..6 {
        if shown.line_with("│▸").contains("reçu en partie") {
            break;
        }
        shown.keys("<Down>");
    }
    let said = shown.words();
    assert!(said.contains("L’antenne doit d’abord recevoir son fichier"), "{said}");
    assert!(!said.contains("Pour confirmer l’accusé au téléphone"), "{said}");
    let catalog = jalon::base::locale::Catalog::new(Lang::Fr);
    let office = shown.office();
    let slip = |antenna: &str| {
        let antenna = office.department.antenna_named(antenna).unwrap();
        office.department.slip(&antenna, SlipOf::Came, 1, &catalog).unwrap()
    };
    assert!(slip("Ailleurs").contains("le fichier de l’accusé doit d’abord arriver"), "{}", slip("Ailleurs"));
    assert!(slip("Essai").contains("l’un lit ces quatre mots, l’autre les tape"), "{}", slip("Essai"));
}

#[test]
fn nothing_is_taken_in_where_its_receipt_could_not_be_written() {
    let mut office = Office::founded();
    let _antenna = arrived(&mut office);
    office.department.app_mut().keep_setting("folder", CLOSED).unwrap();
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("xr");
    let said = shown.words();
    assert!(said.contains(CLOSED) && !said.contains("Ce qui a été pris"), "{said}");
    assert_eq!(shown.office().department.inbox().unwrap(), []);
}

#[test]
fn what_waits_says_which_number_is_missing_and_what_is_damaged_what_to_ask_for() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    shown.keys("x<Down><Down><Enter><Enter>");
    assert!(shown.words().contains("mis de côté : il attend les lots n° 1 à 2"), "{}", shown.text());
    // Of the file that waits, which is a row lower now, and in what opens on it.
    shown.keys("<Esc><Down><Down><Down>");
    assert!(shown.line_with("│▸").contains("… mis de côté"), "{}", shown.text());
    let waits = "Il attend les lots n° 1 à 2, qui ne sont pas arrivés";
    assert!(shown.words().contains(waits), "{}", shown.text());
    shown.keys("<Enter>");
    assert_eq!(shown.words().matches(waits).count(), 2, "{}", shown.text());
    shown.keys("<Esc><Up><Enter>");
    assert!(shown.words().contains("modifié ou coupé en route"), "{}", shown.text());
    let said = shown.text();
    assert!(said.contains("┌ Rien n’a été pris ") && !said.contains("Ce qui a été pris"), "{said}");
    assert!(!shown.line_with("✗\u{a0}").contains("modifié"), "the name, then the sentence: {said}");
    assert!(shown.words().contains("de remettre le même lot"), "{}", shown.text());
}
