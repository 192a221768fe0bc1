//! The panel's agenda: a bundle is received and a referral decided from the keyboard alone.

use jalon::base::locale::Lang;
use jalon::domain::panel::PanelMeasure;

use super::{Office, SIZES, Shown, take_in};
use crate::app::Antenna;
use crate::department::handed_over;

/// A referral to reorient that has left the antenna, whose bundles lie in the folder.
fn arrived() -> (Office, Antenna) {
    arrived_telling("Vit chez sa mère.")
}

fn arrived_telling(situation: &str) -> (Office, Antenna) {
    let (mut office, mut antenna) = (Office::founded(), Antenna::founded_as("Antenne de Melun"));
    for path in office.enrol(&mut antenna) {
        take_in(&mut antenna, &path);
        std::fs::remove_file(path).unwrap();
    }
    let family = antenna.included("Ballain", "1001");
    let note =
        r#"{"act":"write_note","date":"2026-11-10","text":"À lire par l’équipe.","confidentiality":"panel-only"}"#;
    antenna.tell(family, note).unwrap();
    let note = antenna.app.family(family).unwrap().unwrap().notes[0].id;
    let opened =
        format!(r#"{{"act":"open_panel_referral","motive":"reorient","date":"2026-11-12","situation":"{situation}"}}"#);
    antenna.tell(family, &opened).unwrap();
    antenna
        .tell(family, &format!(r#"{{"act":"send_panel_referral","date":"2026-11-13","notes":["{note}"]}}"#))
        .unwrap();
    for path in handed_over(&mut antenna) {
        std::fs::copy(&path, office.out.path().join(path.file_name().unwrap())).unwrap();
    }
    (office, antenna)
}

fn shown(width: u16, height: u16, lang: Lang) -> (Shown, Antenna) {
    let (office, antenna) = arrived();
    let mut shown = Shown::of(office, width, height, lang);
    shown.keys("xr<Enter><Esc>e");
    (shown, antenna)
}

#[test]
fn the_agenda_at_each_size() {
    for (width, height) in SIZES {
        insta::assert_snapshot!(format!("agenda_{width}x{height}"), shown(width, height, Lang::Fr).0.text());
    }
    insta::assert_snapshot!("agenda_en", shown(100, 30, Lang::En).0.text());
}

#[test]
fn a_referral_opens_whole_with_the_note_for_the_panel_and_is_masked_with_the_names() {
    let (mut shown, _antenna) = shown(100, 40, Lang::Fr);
    shown.keys("<Enter>");
    insta::assert_snapshot!("referral", shown.text());
    shown.keys("<F9>");
    assert!(!shown.text().contains("BALLAIN") && !shown.text().contains("Vit chez"), "{}", shown.text());
}

#[test]
fn a_bundle_is_received_and_a_referral_decided_by_keys_alone_and_the_antenna_reads_it() {
    let (mut shown, mut antenna) = shown(100, 30, Lang::Fr);
    shown.keys("d");
    assert!(shown.words().contains("(CASF R262-70)"), "too early, and by which rule: {}", shown.text());
    assert!(shown.stage.ui.layers().is_empty(), "no form opens");
    shown.keys("a<C-s>");
    assert!(shown.words().contains("Enregistrer l’avis : c’est fait. Remettez"), "{}", shown.text());
    assert!(shown.words().contains("Avis rendu (1)"), "{}", shown.text());
    shown.keys("<Esc>");
    let text = shown.text();
    assert!(text.contains("▸Équipe pluridisciplinaire") && !text.contains("Remettez"), "Esc puts it away: {text}");
    shown.keys("d<C-s>");
    assert!(shown.words().contains("Aucune saisine n’attend"), "{}", shown.text());
    assert!(shown.words().contains("Décidées ou retirées"), "{}", shown.text());
    shown.keys("<End>a");
    assert!(shown.words().contains("envoyée à l’antenne : elle ne se reprend pas"), "{}", shown.text());
    assert!(!shown.words().contains("historique"), "there is none here: {}", shown.text());
    for path in shown.written() {
        if path.to_string_lossy().contains("vers") {
            take_in(&mut antenna, &path);
        }
    }
    let family = antenna.app.by_matricule("1001").unwrap().unwrap();
    let settled = antenna.app.family(family).unwrap().unwrap();
    let decided = settled.panel_referrals[0].decision.as_ref().map(|one| one.measure);
    assert_eq!(decided, Some(PanelMeasure::Reorient));
}

#[test]
fn a_step_without_a_referral_under_the_cursor_says_so() {
    let mut shown = Shown::of(Office::founded(), 100, 30, Lang::Fr);
    for key in ["ea", "d", "r"] {
        shown.keys(key);
        assert!(shown.words().contains("Aucune saisine n’est sous le curseur"), "{key}: {}", shown.text());
        shown.keys("<Down>");
    }
}

#[test]
fn a_postponement_needs_a_later_day_and_a_motive() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    shown.keys("r<C-s>");
    assert!(!shown.stage.ui.layers().is_empty(), "{}", shown.text());
    shown.keys("15/12<Down>Pièces à réunir<C-s>");
    assert!(shown.words().contains("Reportées, avis attendu (1)"), "{}", shown.text());
}

#[test]
fn a_form_left_unfinished_is_offered_again() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    shown.keys("a");
    assert!(shown.text().contains(" Entrée suivant"), "{}", shown.text());
    shown.keys("<Down><Down>Favorable");
    let text = shown.text();
    assert!(
        text.contains(" Entrée à la ligne") && !text.contains("suivant  Ctrl"),
        "in a text of several lines: {text}"
    );
    shown.keys("<Enter>Unanime<F1>");
    assert!(shown.text().contains("Texte de plusieurs lignes"), "{}", shown.text());
    shown.keys("<Esc><Esc><Enter>");
    let mut shown = shown.again();
    assert!(shown.words().contains("Enregistrer l’avis"), "{}", shown.text());
    shown.keys("<Enter>");
    assert!(shown.words().contains("Favorable"), "{}", shown.text());
    assert!(!shown.line_with("Unanime").contains("Favorable"), "{}", shown.text());
}

#[test]
fn a_box_longer_than_the_screen_says_that_it_goes_on_and_goes_to_its_end_and_back() {
    let (office, _antenna) = arrived_telling(&"Vit chez sa mère. ".repeat(9));
    let mut shown = Shown::of(office, 60, 20, Lang::Fr);
    shown.keys("xr<Enter><Esc>e<Enter>");
    let begins = shown.text();
    assert!(begins.contains(" ▼ suite ") && !begins.contains("▲"), "{begins}");
    shown.keys("<End>");
    let ends = shown.text();
    assert!(ends.contains(" ▲ début ") && !ends.contains("▼"), "{ends}");
    shown.keys("<Up>");
    assert!(shown.text().contains(" ▲ début  ▼ suite "), "{}", shown.text());
    shown.keys("<Home>");
    assert_eq!(shown.text(), begins);
}
