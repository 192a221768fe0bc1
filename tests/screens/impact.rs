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

#[test]
fn a_closed_period_keeps_its_figures_and_shows_what_was_recorded_since() {
    let mut office = Office::open(140, 40);
    office.keys("i").keys("c").act("01/07/2026<Tab>30/09/2026<C-s><Enter>");
    // The quarter before this one.
    office.keys("ppp");
    for _ in 0..6 {
        if office.text().contains("close le 23/11/2026") {
            break;
        }
        office.keys(if office.text().contains("01/10/2026") { "<Left>" } else { "p" });
    }
    assert!(office.text().contains("01/07/2026 – 30/09/2026, close le 23/11/2026"), "{}", office.text());
    assert!(!office.text().contains("aujourd’hui"), "{}", office.text());
    office.keys("<F2> v<S-Tab><S-Tab>15/09/2026<Tab><Right><Tab>2<Tab>1").act("<C-s>");
    office.keys("i");
    let text = office.text();
    let line = text.lines().find(|line| line.contains("Entretiens tenus")).unwrap_or_default();
    assert!(line.contains("→ 1 aujourd’hui"), "{text}");
    assert!(line.split_whitespace().any(|word| word == "0"), "{text}");
    office.keys("c<S-Tab>01/08/2026<Tab>31/08/2026<C-s><Enter>");
    assert!(office.text().contains("est déjà close"), "{}", office.text());
}

#[test]
fn periods_of_any_days_are_looked_at_as_they_were_closed() {
    let mut office = Office::open(140, 40);
    for days in ["16/10/2025<Tab>15/04/2026", "<S-Tab>16/04/2026<Tab>15/10/2026"] {
        office.keys("i").keys("c").act(&format!("{days}<C-s><Enter>"));
    }
    for (keys, shown) in [
        ("ipppp", "Évaluation · 16/04/2026 – 15/10/2026, close le 23/11/2026"),
        ("<Right>", "Évaluation · 16/04/2026 – 15/10/2026"),
        ("<Left>", "Évaluation · 16/10/2025 – 15/04/2026, close le 23/11/2026"),
        ("<Left>", "Évaluation · 16/10/2025 – 15/04/2026"),
        ("<Right>", "Évaluation · 16/04/2026 – 15/10/2026"),
        ("p", "Évaluation · 01/01/2026 – 23/11/2026 · "),
    ] {
        office.keys(keys);
        assert!(office.text().contains(shown), "{keys}: {}", office.text());
    }
}

#[test]
fn a_large_caseload_is_counted_beside_the_screen_which_says_so() {
    let mut office = Office::counting_beside(100, 30);
    office.keys("i");
    assert!(office.text().contains("Calcul des indicateurs…"), "{}", office.text());
    office.settle();
    assert!(office.text().contains("01/01/2026 – 23/11/2026"), "{}", office.text());
    office.keys("<Down><Enter>");
    assert!(office.text().contains("recherche des actes…"), "{}", office.text());
    office.settle();
    assert!(office.text().contains("Entretiens tenus (3)"), "{}", office.text());
    assert!(!office.text().contains("recherche"), "{}", office.text());
}

#[test]
fn only_the_last_period_asked_for_is_shown_once_it_is_counted() {
    let mut office = Office::counting_beside(140, 40);
    office.keys("i").settle();
    office.keys("<Left><Left>");
    let text = office.text();
    assert!(text.contains("01/01/2026 – 23/11/2026 · antenne · calcul du 01/01/2024 au 31/12/2024…"), "{text}");
    // Of the year between, which comes back first, nothing is shown.
    office.settle();
    assert!(office.text().contains("calcul du 01/01/2024"), "{}", office.text());
    office.settle();
    assert!(office.text().contains("01/01/2024 – 31/12/2024 · antenne"), "{}", office.text());
    assert!(!office.text().contains("calcul du"), "{}", office.text());
}

#[test]
fn a_period_is_counted_beside_the_screen_before_it_is_closed() {
    let mut office = Office::counting_beside(140, 40);
    office.keys("i").settle();
    office.keys("c01/07/2026<Tab>30/09/2026<C-s>");
    assert!(office.text().contains("Clore la période du 01/07/2026 au 30/09/2026"), "{}", office.text());
    office.keys("<Esc>");
    assert!(office.text().contains("Clore une période") && office.text().contains("30/09/2026"), "{}", office.text());
    office.keys("<C-s><Enter>");
    assert!(office.text().contains("Calcul des chiffres à figer…"), "{}", office.text());
    office.settle();
    let period = office.store().antenna().closed_periods[0].clone();
    assert_eq!((period.figures.total.beneficiaries, period.figures.total.encounters_held), (3, 0));
    // Who closes the form while it is counted gives it up.
    office.settle().settle();
    office.keys("c01/04/2026<Tab>30/06/2026<C-s><Enter><Esc><Down><Enter>");
    office.settle();
    assert_eq!(office.store().antenna().closed_periods.len(), 1, "{}", office.text());
}
