//! A list of orientations sent from the screen: judged by what the antennas handed over, then answered.

use jalon::base::locale::Lang;

use super::{Office, SIZES, Shown, reopened, take_in};
use crate::app::Antenna;

const LIST: &str = "Nom;Prénom;Date de naissance;N° allocataire;MDS;Date d’orientation;Enfants\n\
    Beta;Lou;12/03/1997;2000001;nord;02/11/2026;Noa 01/06/2025\n\
    Gamma;Ami;15/03/1998;2000002;nord;02/11/2026;Isa 01/07/2025\n\
    Alpha;Essai;02/04/1998;1001;nord;02/11/2026;Petit 01/06/2025\n";

/// An antenna with one family of two places, and a list in the folder.
fn shown(width: u16, height: u16, lang: Lang) -> (Shown, Antenna) {
    let (mut office, mut antenna) = (Office::founded(), Antenna::founded_as("Antenne de Melun"));
    for path in office.enrol(&mut antenna) {
        take_in(&mut antenna, &path);
    }
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    std::fs::write(office.out.path().join("liste.csv"), LIST).unwrap();
    (Shown::of(office, width, height, lang), antenna)
}

#[test]
fn a_list_is_judged_by_what_the_antennas_handed_over() {
    for (width, height) in SIZES {
        let (mut shown, _antenna) = shown(width, height, Lang::Fr);
        shown.keys("onliste<Enter>");
        insta::assert_snapshot!(format!("list_{width}x{height}"), shown.text());
    }
    let (mut english, _antenna) = shown(100, 30, Lang::En);
    english.keys("onliste<Enter>");
    insta::assert_snapshot!("list_en", english.text());
}

#[test]
fn a_line_without_a_place_says_how_to_send_it_and_one_that_was_sent_says_so() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    shown.keys("onliste<Enter>");
    assert!(shown.line_with("BETA").contains("à envoyer"), "{}", shown.text());
    shown.keys("<Down>");
    assert!(shown.words().contains("ou envoyez au-delà des places"), "{}", shown.text());
    shown.keys("s<Enter><Esc><Esc>nliste<Enter>");
    assert!(shown.line_with("BETA").contains("déjà envoyée"), "{}", shown.text());
    assert!(shown.words().contains("Cette orientation a déjà été envoyée"), "{}", shown.text());
}

#[test]
fn what_is_chosen_is_sent_waits_and_is_answered_and_who_follows_whom_stays_within_the_places() {
    let (mut shown, mut antenna) = shown(100, 30, Lang::Fr);
    shown.keys("onliste<Enter>");
    assert!(shown.text().contains("une choisie"), "one place is left: {}", shown.text());
    shown.keys("b");
    assert!(shown.text().contains("2 choisies"), "{}", shown.text());
    shown.keys("b");
    shown.keys("s<Enter>");
    assert!(
        shown.words().contains("Orientations envoyées") && shown.words().contains("Un lot est scellé"),
        "{}",
        shown.text()
    );
    shown.keys("<Esc><Esc>");
    assert!(shown.words().contains("Sans réponse (1)"), "{}", shown.text());
    let sent = shown.written().into_iter().rfind(|path| path.to_string_lossy().contains("vers")).unwrap();
    take_in(&mut antenna, &sent);
    let family = antenna.app.by_matricule("2000001").unwrap().unwrap();
    let refused = r#"{"act":"refuse_orientation","date":"2026-11-20","motive":"Suivie ailleurs."}"#;
    antenna.tell(family, refused).unwrap();
    let mut office = shown.office();
    office.exchange(&mut antenna);
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("o");
    assert!(shown.words().contains("Sans réponse (0)") && shown.words().contains("Répondues (1)"), "{}", shown.text());
    insta::assert_snapshot!("answered", shown.text());
    shown.keys("<Enter>");
    assert!(shown.words().contains("Suivie ailleurs."), "{}", shown.text());
}

/// The first family's parent is not isolated, and her centre has one place.
const WITH_FAULT: &str = "Nom;Prénom;Date de naissance;N° allocataire;MDS;Date d’orientation;Enfants;Isolé\n\
    Beta;Lou;12/03/1997;2000001;nord;02/11/2026;Noa 01/06/2025;non\n\
    Gamma;Ami;15/03/1998;2000002;nord;02/11/2026;Isa 01/07/2025;oui\n\
    Delta;Eve;16/03/1998;2000003;nord;02/11/2026;Max 01/07/2025;oui\n";

#[test]
fn who_does_not_meet_the_convention_is_sent_only_when_wanted_and_places_are_gone_beyond_for_one_list() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    std::fs::write(shown.out.path().join("faute.csv"), WITH_FAULT).unwrap();
    shown.keys("onfaute<Enter>");
    let chosen = |shown: &Shown, name: &str| shown.line_with(name).contains("[x]");
    let all = |shown: &Shown| ["BETA", "GAMMA", "DELTA"].map(|name| chosen(shown, name));
    assert_eq!(all(&shown), [false, true, false], "{}", shown.text());
    // The cursor stays where it is, and nobody is chosen whom the convention leaves out.
    shown.keys("<Down><Down>b");
    assert_eq!(all(&shown), [false, true, true], "{}", shown.text());
    assert!(shown.line_with("│▸").contains("DELTA"), "{}", shown.text());
    assert!(shown.text().contains("2 choisies sur 3 · au-delà des places"), "{}", shown.text());
    shown.keys("<Home><Space>s");
    assert!(shown.words().contains("Une ne remplit pas l’article 2"), "{}", shown.text());
    shown.keys("<Esc>b");
    assert!(!chosen(&shown, "DELTA"), "{}", shown.text());
    // The next list begins within the places.
    shown.keys("bnfaute<Enter>");
    assert!(shown.text().contains("une choisie sur 3 · faute.csv"), "{}", shown.text());
}

#[test]
fn a_line_that_is_let_go_leaves_its_place_to_another() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    shown.keys("onliste<Enter>");
    assert!(shown.line_with("GAMMA").contains("✗"), "{}", shown.text());
    shown.keys("<Space>");
    assert!(shown.line_with("GAMMA").contains("[ ]"), "{}", shown.text());
    shown.keys("<Space>");
    assert!(shown.line_with("GAMMA").contains("[x]") && shown.text().contains("une choisie"), "{}", shown.text());
}

#[test]
fn places_that_another_window_took_meanwhile_hold_the_list_back() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    shown.keys("onliste<Enter>s");
    let mut other = reopened(shown._store.path());
    let only_gamma: Vec<_> = LIST.lines().filter(|line| !line.starts_with("Beta")).collect();
    let path = shown.out.path().join("autre.csv");
    std::fs::write(&path, only_gamma.join("\n")).unwrap();
    let mut list = [other.read_list(&path, None).unwrap()];
    other.judge(&mut list, false).unwrap();
    assert_eq!(other.orient(&list, shown.out.path()).unwrap().families, 1);
    shown.keys("<Enter>");
    assert!(shown.words().contains("Rien n’est parti"), "{}", shown.text());
    assert!(shown.line_with("BETA").contains("✗"), "{}", shown.text());
}

#[test]
fn a_file_that_is_no_list_is_refused_with_what_to_do() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    std::fs::write(shown.out.path().join("courses.csv"), "lait\npain\n").unwrap();
    shown.keys("oncourses<Enter>");
    assert!(shown.words().contains("Rien n’a été enregistré"), "{}", shown.text());
}
