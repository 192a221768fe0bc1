//! The consolidated impact: figures over all antennas and of each, which open onto the acts behind them.

use jalon::app::{AccessKind, Command};
use jalon::base::locale::Lang;

use super::{Office, SIZES, Shown, reopened, three_antennas};

/// A visit in the first antenna.
fn office() -> Office {
    let (mut office, mut antennas) = three_antennas();
    let family = antennas[0].app.by_matricule("1001").unwrap().unwrap();
    let held = r#"{"act":"hold_encounter","date":"2026-11-20","setting":"home-visit","steps":["assessment"]}"#;
    antennas[0].tell(family, held).unwrap();
    office.exchange(&mut antennas[0]);
    office
}

fn shown(width: u16, height: u16, lang: Lang) -> Shown {
    let mut shown = Shown::of(office(), width, height, lang);
    shown.keys("i");
    shown
}

#[test]
fn the_figures_at_each_size() {
    for (width, height) in SIZES {
        insta::assert_snapshot!(format!("figures_{width}x{height}"), shown(width, height, Lang::Fr).text());
    }
    insta::assert_snapshot!("figures_en", shown(100, 30, Lang::En).text());
}

#[test]
fn a_figure_opens_onto_its_acts_and_an_act_onto_the_file_as_it_was_disclosed() {
    let mut shown = shown(100, 30, Lang::Fr);
    assert!(shown.text().contains("← "), "the period before: {}", shown.text());
    shown.keys("<Down><Enter>");
    assert!(shown.line_with("│▸").contains("BALLAIN"), "{}", shown.text());
    assert!(!shown.text().contains("← ") && shown.text().contains("Entrée ouvrir"), "{}", shown.text());
    shown.keys("<Enter>");
    let said = shown.words();
    assert!(said.contains("BALLAIN") && said.contains("1001"), "{said}");
    assert!(said.contains("MDS Nord") && !said.contains("MDS : MDS"), "{said}");
    assert!(said.contains("(majoration jusqu’au"), "the date says what ends: {said}");
    shown.keys("<F9>");
    assert!(!shown.text().contains("BALLAIN"), "{}", shown.text());
    shown.keys("<F9><Esc><Esc>");
    assert!(shown.text().contains("Entretiens tenus"), "{}", shown.text());
    let noted = reopened(shown._store.path()).app().accesses(None, 9).unwrap();
    let kinds: Vec<_> = noted.iter().map(|line| line.access.kind).collect();
    assert_eq!(kinds, [AccessKind::Opening], "before anyone leaves");
}

#[test]
fn a_period_that_an_antenna_closed_is_told_with_what_was_corrected_since() {
    let (mut office, mut antennas) = three_antennas();
    let closed = r#"{"act":"close_period","from":"2026-10-01","to":"2026-10-31"}"#;
    antennas[0].app.execute(Command::Antenna(serde_json::from_str(closed).unwrap())).unwrap();
    office.exchange(&mut antennas[0]);
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("i");
    assert!(!shown.text().contains("période close"), "not the whole year: {}", shown.text());
    shown.keys("ddd<Left>");
    assert!(shown.text().contains("Antenne de Melun\u{a0}: période close le 23/11/2026."), "{}", shown.text());
    assert!(!shown.text().contains("Corrigé depuis"), "{}", shown.text());
    let mut office = shown.office();
    let family = antennas[0].app.by_matricule("1001").unwrap().unwrap();
    let held = r#"{"act":"hold_encounter","date":"2026-10-30","setting":"home-visit","steps":["assessment"]}"#;
    antennas[0].tell(family, held).unwrap();
    office.exchange(&mut antennas[0]);
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("iddd<Left>");
    let corrected = "Corrigé depuis\u{a0}: Entretiens tenus, 0 à la clôture, 1 aujourd’hui.";
    assert!(shown.text().contains(corrected), "{}", shown.text());
}

#[test]
fn a_note_on_a_partnership_names_its_antenna() {
    let (mut office, mut antennas) = three_antennas();
    for at in [0, 2] {
        let noted = r#"{"act":"note_partnership","date":"2026-11-18","partner":"CAF","text":"Accueil sans délai."}"#;
        antennas[at].app.execute(Command::Antenna(serde_json::from_str(noted).unwrap())).unwrap();
        office.exchange(&mut antennas[at]);
    }
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("i<End>");
    for name in ["Antenne de Melun", "Antenne de Provins"] {
        let line = shown.line_with(&format!("{name} · CAF"));
        assert!(line.contains("Accueil sans délai."), "{}", shown.text());
    }
    let together = shown.office().department.together().unwrap();
    let partners: Vec<_> = together.partnership_notes.iter().map(|note| note.partner.as_str()).collect();
    assert_eq!(partners, ["Antenne de Melun · CAF", "Antenne de Provins · CAF"], "for a report too");
}

#[test]
fn a_session_of_a_group_action_names_its_antenna() {
    let (mut office, mut antennas) = three_antennas();
    for (at, title) in [(0, "Café des parents"), (2, "Atelier budget")] {
        let planned = format!(
            r#"{{"act":"plan_group_action","title":"{title}","theme":"parenting","animators":"","sessions":[{{"date":"2026-11-19"}}]}}"#
        );
        antennas[at].app.execute(Command::Antenna(serde_json::from_str(&planned).unwrap())).unwrap();
        office.exchange(&mut antennas[at]);
    }
    let mut shown = Shown::of(office, 80, 24, Lang::Fr);
    shown.keys("i");
    for _ in 0..20 {
        if !shown.line_with("│▸").contains("collective") {
            shown.keys("<Down>");
        }
    }
    shown.keys("<Enter>");
    for (title, name) in [("Café des parents", "Antenne de Melun"), ("Atelier budget", "Antenne de Provins")] {
        assert!(shown.line_with(title).contains(name), "{}", shown.text());
    }
}

#[test]
fn the_figures_of_one_antenna_open_onto_its_own_acts() {
    let mut shown = shown(100, 40, Lang::Fr);
    for _ in 0..40 {
        shown.keys("<Down>");
    }
    let last = shown.line_with("│▸");
    assert!(last.contains("Entretiens tenus") || last.contains("Bénéficiaires"), "{}", shown.text());
    shown.keys("<Enter>");
    assert!(shown.line_with("│▸").contains("BALLAIN"), "{}", shown.text());
}

#[test]
fn figures_are_grouped_by_centre_and_referent_and_shown_by_period() {
    let mut shown = shown(100, 40, Lang::Fr);
    shown.keys("r");
    assert!(shown.text().contains("MDS Nord"), "{}", shown.text());
    shown.keys("rd");
    assert!(shown.text().contains("01/07/2026"), "{}", shown.text());
}

#[test]
fn many_families_are_counted_beside_the_screen_which_says_so() {
    let mut shown = Shown::counting_beside(office(), 100, 30);
    shown.keys("i");
    assert!(shown.words().contains("Calcul des indicateurs…"), "{}", shown.text());
    // The keys are heard meanwhile, and only the last period asked for is shown.
    shown.keys("<Left>");
    shown.settle();
    shown.settle();
    assert!(shown.text().contains("01/01/2025 – 31/12/2025") && !shown.words().contains("alcul d"), "{}", shown.text());
    shown.keys("<Right>").settle();
    shown.keys("<Down><Enter>");
    assert!(shown.words().contains("recherche des actes…"), "{}", shown.text());
    shown.settle();
    assert!(shown.line_with("│▸").contains("BALLAIN"), "{}", shown.text());
}
