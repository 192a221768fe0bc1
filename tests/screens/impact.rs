//! The impact measure on a real store: figures of a period, and the acts behind each of them.

use super::office::Office;

#[test]
fn the_figures_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        let mut office = Office::open(width, height);
        office.keys("i");
        insta::assert_snapshot!(format!("impact_{width}x{height}"), office.text());
    }
}

#[test]
fn a_figure_opens_onto_its_acts_and_an_act_onto_its_family() {
    let mut office = Office::open(100, 30);
    office.keys("i<Down>");
    // From a figure to the acts behind it: one key.
    office.keys("<Enter>");
    let acts = office.text();
    assert!(acts.contains("Entretiens tenus (3)"), "{acts}");
    for act in ["02/04/2026  DIARRA Aminata", "02/10/2026  PETIT-LEMOINE Éa", "20/10/2026  DIARRA Aminata"] {
        assert!(acts.contains(act), "{act}: {acts}");
    }
    office.keys("<Enter>");
    assert!(office.text().contains("▸Dossier"), "{}", office.text());
    assert!(office.text().contains("02/04/2026        visite à domicile"), "{}", office.text());
}

#[test]
fn going_back_from_the_acts_shows_the_figures_then_the_caseload() {
    let mut office = Office::open(100, 30);
    office.keys("i<Enter>");
    assert!(office.text().contains("Bénéficiaires (4)"), "{}", office.text());
    office.keys("<Esc>");
    assert!(office.text().contains("Entretiens tenus"), "{}", office.text());
    office.keys("<Esc>");
    assert!(office.text().contains("File active · nom"), "{}", office.text());
}

#[test]
fn the_period_goes_back_and_not_beyond_today() {
    let mut office = Office::open(100, 30);
    office.keys("i");
    assert!(office.text().contains("01/01/2026 – 23/11/2026"), "{}", office.text());
    office.keys("<Right>");
    assert!(office.text().contains("01/01/2026 – 23/11/2026"), "nothing has happened yet\n{}", office.text());
    office.keys("<Left>");
    assert!(office.text().contains("01/01/2025 – 31/12/2025"), "{}", office.text());
    office.keys("<Right>p");
    assert!(office.text().contains("01/07/2026 – 23/11/2026"), "{}", office.text());
    office.keys("p");
    assert!(office.text().contains("01/10/2026 – 23/11/2026"), "{}", office.text());
    office.keys("pp");
    assert!(office.text().contains("01/01/2026 – 23/11/2026"), "{}", office.text());
}

#[test]
fn the_figures_are_regrouped_by_centre_then_by_referent() {
    let mut office = Office::open(100, 30);
    office.keys("ir");
    assert!(office.text().contains("MDS Sud"), "{}", office.text());
    office.keys("r");
    assert!(office.text().contains("· référent"), "{}", office.text());
    office.keys("r");
    assert!(!office.text().contains("MDS Sud"), "{}", office.text());
}

#[test]
fn names_behind_a_figure_are_masked_with_the_others() {
    let mut office = Office::open(100, 30);
    office.keys("i<Enter><F9>");
    assert!(!office.text().contains("DIARRA"), "{}", office.text());
}
