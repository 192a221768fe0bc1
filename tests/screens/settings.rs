//! The settings on a real store: what each section says, and the acts that it opens.

use jalon::app::Command;
use jalon::domain::antenna::{AddCenter, AntennaAct};

use super::office::Office;

/// The line of the screen that has this text.
fn line(office: &Office, text: &str) -> String {
    let shown = office.text();
    shown.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("no {text} in {shown}")).to_owned()
}

#[test]
fn the_sections_show_the_referents_the_centres_the_versions_the_themes_and_the_delays() {
    let mut office = Office::open(140, 40);
    office.keys(",");
    insta::assert_snapshot!("referents_140x40", office.text());
    office.keys("<Down>");
    insta::assert_snapshot!("centers_140x40", office.text());
    office.keys("<Down>");
    insta::assert_snapshot!("versions_140x40", office.text());
    office.keys("<Down><Right><Down>");
    insta::assert_snapshot!("themes_140x40", office.text());
    office.keys("<Left><Down>");
    insta::assert_snapshot!("delays_140x40", office.text());
}

#[test]
fn a_narrow_screen_shows_one_section_at_a_time() {
    for (width, height) in [(100, 30), (80, 24), (60, 20)] {
        let mut office = Office::open(width, height);
        office.keys(",");
        insta::assert_snapshot!(format!("referents_{width}x{height}"), office.text());
        office.keys("<End><Tab>");
        insta::assert_snapshot!(format!("delays_{width}x{height}"), office.text());
    }
}

#[test]
fn escape_goes_back_to_the_sections_then_to_the_caseload() {
    let mut office = Office::open(100, 30);
    office.keys(",<Right>");
    assert!(office.text().contains("▸ C. Essai"), "{}", office.text());
    office.keys("<Esc>");
    assert!(!office.text().contains("▸ C. Essai"), "{}", office.text());
    office.keys("<Esc>");
    assert!(!office.text().contains("Réglages ·"), "{}", office.text());
}

#[test]
fn a_referent_is_added_corrected_and_leaves() {
    let mut office = Office::open(100, 30);
    office.keys(",n");
    assert!(office.text().contains("jalon referent add"), "{}", office.text());
    office.act("L. Garnier-Essai<Tab>01/11/2026<C-s>");
    assert!(line(&office, "L. Garnier-Essai").contains("aucune famille"), "{}", office.text());
    assert!(office.text().contains("depuis le 01/11/2026"), "{}", office.text());
    office.keys("<Right><Down>");
    assert!(office.text().contains("▸ L. Garnier-Essai"), "{}", office.text());
    office.keys("<Enter>").act("<C-u>L. Garnier<C-s>");
    assert!(office.text().contains("▸ L. Garnier "), "{}", office.text());
    office.keys("d");
    assert!(office.text().contains("Aucune famille n’est suivie par L. Garnier"), "{}", office.text());
    office.keys("<C-s>");
    assert!(office.text().contains("✗ À remplir."), "{}", office.text());
    office.keys("01/10/2026<C-s>");
    assert!(office.text().contains("✗") && office.text().contains("01/11/2026"), "{}", office.text());
    office.act("<C-u>01/12/2026<C-s>");
    assert!(office.text().contains("quitte l’antenne le 01/12/2026"), "{}", office.text());
}

#[test]
fn a_leaving_says_how_many_families_are_still_followed() {
    let mut office = Office::open(100, 30);
    office.keys(",<Right>d");
    assert!(office.text().contains("3 familles sont encore suivies par"), "{}", office.text());
    insta::assert_snapshot!("leaving_100x30", office.text());
}

#[test]
fn from_another_screen_it_is_asked_which_centre_or_referent_and_what_is_known_of_it_follows() {
    let mut office = Office::open(100, 30);
    office.keys("<Space>bm<Right>");
    assert!(line(&office, "Nom*").contains("MDS Sud"), "{}", office.text());
    office.act("<Tab><C-u>MDS du Sud<C-s>").keys(",<Down>");
    assert!(office.text().contains("MDS du Sud") && office.text().contains("MDS Nord"), "{}", office.text());
    office.keys("<Esc><Space>bd");
    assert!(office.text().contains("les familles que l’agent suit encore"), "{}", office.text());
}

#[test]
fn a_centre_takes_places_and_communes_and_closes() {
    let mut office = Office::open(100, 30);
    office.keys(",<Down><Right><Enter><Tab><C-u>0<C-s>");
    assert!(office.text().contains("n’est pas vraisemblable"), "{}", office.text());
    insta::assert_snapshot!("center_refused_100x30", office.text());
    office.act("<C-u>12<Tab>Melun, Vaux-le-Pénil<C-s>");
    assert!(line(&office, "MDS Nord").contains("sur 12 places (à elle)"), "{}", office.text());
    assert!(office.text().contains("Melun, Vaux-le-Pénil"), "{}", office.text());
    office.keys("d").act("<Tab>01/12/2026<C-s>");
    assert!(office.text().contains("ferme le 01/12/2026"), "{}", office.text());
}

#[test]
fn an_avenant_is_read_again_before_it_is_adopted_and_judges_from_its_day_on() {
    let mut office = Office::open(140, 40);
    office.keys(",<End>n");
    insta::assert_snapshot!("avenant_140x40", office.text());
    office.keys("01/12/2026<Tab>avenant n° 1<C-s><Enter>");
    let fault = "La convention finirait le 31/12/2012, avant de prendre effet le";
    assert!(office.text().contains(fault) && line(&office, "Fin*").contains('▸'), "{}", office.text());
    office.keys("<C-u>31/12/2027");
    for _ in 0..30 {
        if line(&office, "Sans entretien (jours)").contains('▸') {
            break;
        }
        office.keys("<Tab>");
    }
    office.keys("<C-u>0<C-s>");
    assert!(office.text().contains("Sans entretien (jours)\u{a0}: 45 → 0"), "{}", office.text());
    office.keys("<Enter>");
    assert!(office.text().contains("Donnez un nombre de 1 à 366."), "{}", office.text());
    insta::assert_snapshot!("avenant_refused_140x40", office.text());
    office.keys("<C-u>60<C-s>");
    insta::assert_snapshot!("avenant_question_140x40", office.text());
    office.keys("<Down><Enter>");
    assert!(office.text().contains("avenant n° 1"), "nothing is lost by looking again: {}", office.text());
    office.keys("<C-s>").act("<Enter>");
    office.keys("<Up><Up>");
    assert!(line(&office, "À partir du 01/12/2026").contains("à venir"), "{}", office.text());
    assert!(office.text().contains("Sans entretien (jours)\u{a0}: 45 → 60"), "{}", office.text());
    insta::assert_snapshot!("versions_with_an_avenant_140x40", office.text());
}

#[test]
fn a_duration_that_is_no_number_and_a_day_already_taken_stay_beside_their_field() {
    let mut office = Office::open(140, 40);
    office.keys(",<End>n01/12/2026<Tab>avenant n° 1<Tab><Tab><Tab><C-u>31/12/2027<Tab><C-u>six<C-s>");
    assert!(office.text().contains("n’est pas un nombre"), "{}", office.text());
    office.keys("<C-u>6<C-s>").act("<Enter>");
    office.keys("n01/12/2026<Tab>avenant n° 2<C-s><Enter>");
    assert!(office.text().contains("prend déjà effet le 01/12/2026"), "{}", office.text());
    assert!(office.text().contains("avenant n° 2"), "{}", office.text());
}

/// Puts the cursor on the nearest line above it that has this text.
fn go_up_to(office: &mut Office, text: &str) {
    let is_there = |office: &Office| office.text().lines().any(|line| line.contains('▸') && line.contains(text));
    let pressed = (0..100).find(|_| {
        is_there(office) || {
            office.keys("<Up>");
            false
        }
    });
    assert!(pressed.is_some(), "no {text} in {}", office.text());
}

/// The themes, with the cursor in them.
fn themes(width: u16, height: u16) -> Office {
    let mut office = Office::open(width, height);
    office.keys(",<Down><Down><Down><Right>");
    office
}

#[test]
fn words_of_the_convention_are_prepared_one_by_one_and_adopted_together() {
    let mut office = themes(140, 40);
    office.keys("<Down><Down><Enter>");
    insta::assert_snapshot!("item_140x40", office.text());
    office.keys("<C-u>Conseil juridique<C-s>");
    assert!(office.text().contains("✓ Préparé (1 changement)"), "{}", office.text());
    assert!(line(&office, "Conseil juridique").contains("préparé"), "{}", office.text());
    // A theme takes one item more; a list loses an entry.
    office.keys("<Up>nAccès au numérique<C-s>");
    assert!(line(&office, "Accès au numérique").contains("préparé"), "{}", office.text());
    office.keys("<End>");
    go_up_to(&mut office, "Création d’activité");
    office.keys("d");
    assert!(office.text().contains("✓ Préparé (3 changements)"), "{}", office.text());
    insta::assert_snapshot!("prepared_themes_140x40", office.text());
    // It is told with the versions, and adopted there.
    office.keys("<Left><Up><Right>");
    insta::assert_snapshot!("prepared_version_140x40", office.text());
    office.keys("<Enter>");
    assert!(office.text().contains("3 changements préparés dans les listes"), "{}", office.text());
    office.keys("01/12/2026<Tab>avenant n° 1<Tab><Tab><Tab><C-u>31/12/2027<C-s>");
    assert!(office.text().contains("Conseil juridique"), "{}", office.text());
    office.act("<Enter>");
    assert!(!office.text().contains("en préparation"), "{}", office.text());
    let told = line(&office, "Informations juridiques → Conseil juridique");
    assert!(told.contains("Thèmes"), "{told}");
}

#[test]
fn the_words_in_force_on_the_day_of_an_act_are_those_offered() {
    let mut office = themes(140, 40);
    office.keys("<Down><Down><Enter><C-u>Conseil juridique<C-s>");
    office.keys(" bv23/11/2026<Tab>avenant n° 1<Tab><Tab><Tab><C-u>31/12/2027<C-s>").act("<Enter>");
    office.keys("<F2><Home> d");
    assert!(office.text().contains("Conseil juridique"), "{}", office.text());
    assert!(!office.text().contains("Informations juridiques"), "{}", office.text());
}

#[test]
fn what_cannot_be_in_a_convention_is_refused_while_it_is_prepared() {
    let mut office = themes(140, 40);
    office.keys("<Down><Down>n<C-s>");
    assert!(office.text().contains("✗ À remplir."), "{}", office.text());
    office.keys("Médiation<C-s>");
    office.keys("nmédiation<C-s>");
    assert!(office.text().contains("✗"), "{}", office.text());
    insta::assert_snapshot!("entry_refused_140x40", office.text());
    office.keys("<Esc>");
    assert!(!office.text().contains("garder le brouillon"), "an entry has no draft of its own: {}", office.text());
}

#[test]
fn what_was_prepared_is_given_up_with_the_avenant() {
    let mut office = themes(140, 40);
    office.keys("<Down><Down>d<Left><Up><Right><Enter><Esc>");
    insta::assert_snapshot!("avenant_given_up_140x40", office.text());
    office.keys("<Down><Enter>");
    assert!(!office.text().contains("en préparation"), "{}", office.text());
}

#[test]
fn enter_on_the_end_of_the_convention_opens_the_form_of_its_next_version() {
    let mut office = Office::open(140, 40);
    office.keys("a<End>");
    go_up_to(&mut office, "fin de la convention");
    office.keys("<Enter>");
    assert!(office.text().contains("Établi à partir de la version du 01/01/2012"), "{}", office.text());
}

/// An office where the families' referent leaves on the 20th and the next one of the first family begins on 1 December.
fn with_a_gap(width: u16, height: u16) -> Office {
    let mut office = Office::open(width, height);
    office.keys(",n").act("L. Garnier<Tab>01/10/2026<C-s>");
    office.keys("<Right><Home>d").act("20/11/2026<C-s>");
    office.keys("<F2><Home> rc").act("départ<S-Tab>01/12/2026<C-s>");
    office
}

#[test]
fn days_between_two_referents_are_an_alert_on_the_family_and_in_the_agenda() {
    let mut office = with_a_gap(140, 40);
    assert!(line(&office, "sans référent jusqu’au 30/11/2026").contains("! "), "{}", office.text());
    insta::assert_snapshot!("gap_of_a_family_140x40", office.text());
    office.keys("a");
    assert!(line(&office, "sans référent jusqu’au 30/11/2026").contains("DIARRA"), "{}", office.text());
}

#[test]
fn an_avenant_in_force_decides_which_contracts_can_be_made() {
    let mut office = Office::open(100, 30);
    office.keys("<End> cd");
    assert!(office.text().contains("3 mois"), "{}", office.text());
    office.keys("<Esc>");
    for (day, reference, offered) in [("24/11/2026", "avenant n° 1", true), ("23/11/2026", "avenant n° 2", false)] {
        office.keys(",<End>n");
        office.keys(&format!("{day}<Tab>{reference}<Tab><Tab><Tab><C-u>31/12/2027<Tab><C-u>6, 12<C-s>")).act("<Enter>");
        // Once for what was said, once for the screen.
        office.keys("<Esc><Esc><End> cd");
        assert_eq!(office.text().contains("3 mois"), offered, "{day}: {}", office.text());
        office.keys("<Esc>");
    }
}

#[test]
fn a_role_is_given_on_the_settings_and_who_supports_the_others_is_offered_no_family() {
    let mut office = Office::open(100, 30);
    office.keys(",nL. Appui-Essai<Tab>01/11/2026<Tab><Down>");
    insta::assert_snapshot!("role_100x30", office.text());
    office.keys("<Esc><Down><Enter>");
    // Her families are to be given to others first.
    office.keys("<Right><Enter><Tab><Tab><F4>appui<Enter><C-s>");
    assert!(office.text().contains("3 familles sont encore suivies"), "{}", office.text());
    office.keys("<Esc><Down><Enter>");
    office.keys("n").act("L. Appui-Essai<Tab>01/11/2026<Tab><F4>appui<Enter><C-s>");
    assert!(line(&office, "L. Appui-Essai").contains("appui · aucune famille"), "{}", office.text());
    office.keys("<F2><Home> rc");
    assert!(!office.text().contains("L. Appui-Essai"), "{}", office.text());
}

#[test]
fn a_centre_is_added_by_its_name_alone_and_not_twice() {
    let mut office = Office::open(100, 30);
    office.keys(",<Down>n");
    assert!(!office.text().contains("Code"), "nobody has to think of a code: {}", office.text());
    office.act("MDS de l’Est<C-s>");
    assert!(line(&office, "MDS de l’Est").contains("0 sur"), "{}", office.text());
    assert!(office.store().antenna().center(&"mds-de-l-est".into()).is_some());
    office.keys("n<C-s>");
    assert!(office.text().contains("Nom"), "the name is asked for: {}", office.text());
    office.keys("MDS de l'est<C-s>");
    assert!(office.text().contains("est déjà enregistrée"), "{}", office.text());
}

#[test]
fn what_another_process_records_shows_at_the_next_key() {
    let mut office = Office::open(100, 30);
    office.keys(",<Down>");
    let center = AddCenter { code: "est".into(), name: "MDS Est".into(), places: Some(7) };
    office.store().execute(Command::Antenna(AntennaAct::AddCenter(center))).unwrap();
    office.keys("<Tab>");
    assert!(line(&office, "MDS Est").contains("0 sur 7 places"), "{}", office.text());
    // What it says is what a form offers, before anything was recorded here.
    office.settle();
    office.keys("<Esc><Esc> or<Space>");
    assert!(office.text().contains("MDS Est"), "{}", office.text());
}
