//! Group actions on a real store: planned with their sessions, attended by families.

use super::office::Office;

#[test]
fn an_action_is_planned_and_a_family_put_down_for_its_session() {
    let mut office = Office::open(140, 60);
    office.keys(" kn");
    assert!(office.text().contains("Prévoir une action collective"), "{}", office.text());
    office.act("Café des parents<Tab>s<Tab>C. Essai<Tab>20/11/2026<Tab>14h<Tab>Centre social<C-s>");
    assert!(office.text().contains("Prévoir une action collective\u{a0}: c’est fait"), "{}", office.text());
    office.keys(" kp");
    assert!(office.text().contains("20/11/2026 · Café des parents"), "{}", office.text());
    office.act("<C-s>");
    assert!(office.text().contains("20/11/2026  Café des parents · présente"), "{}", office.text());
    office.keys("h");
    assert!(office.text().contains("Séance\u{a0}: Café des parents"), "{}", office.text());
    office.keys("<Esc>");
    office.keys("i<Down><Down><Down>");
    let counted = office.text();
    let line = counted.lines().find(|line| line.contains("▸ Actions collectives")).unwrap_or_default();
    assert!(line.contains(" 1 "), "{counted}");
    office.keys("<Enter>");
    assert!(office.text().contains("20/11/2026  Café des parents"), "{}", office.text());
    // A session is the antenna's: there is no family to open.
    office.keys("<Enter>");
    assert!(office.text().contains("Actions collectives (1)"), "{}", office.text());
}

#[test]
fn a_session_that_was_cancelled_is_no_longer_offered() {
    let mut office = Office::open(100, 30);
    office.keys(" kn").act("Atelier<Tab><Tab><Tab>20/11/2026<C-s>");
    office.keys(" kx").act("Salle fermée<C-s>");
    office.keys(" kp");
    assert!(office.text().contains("Cette séance n’existe pas"), "{}", office.text());
}

/// An office with an action of three sessions, the last of which is still to come.
fn with_an_action(width: u16, height: u16) -> Office {
    let mut office = Office::open(width, height);
    office.keys(" kn").act(
        "Café des parents<Tab>s<Tab>C. Essai<Tab>06/11/2026<Tab>14h<Tab>Centre social<F5>20/11/2026<Tab>14h<F5>04/12/2026<C-s>",
    );
    assert!(office.text().contains("Prévoir une action collective\u{a0}: c’est fait"), "{}", office.text());
    office
}

#[test]
fn a_session_entered_twice_is_refused_beside_its_date() {
    let mut office = with_an_action(100, 30);
    office.keys("ls20/11/2026<Tab>14h<C-s>");
    let text = office.text();
    let date = text.lines().position(|line| line.contains("20/11/2026") && line.contains("→")).unwrap();
    let refused = text.lines().position(|line| line.contains("Une séance est déjà prévue le 20/11/2026"));
    let time = text.lines().position(|line| line.contains("Heure")).unwrap();
    assert!(refused.is_some_and(|refused| date < refused && refused < time), "{text}");
    office.act("<C-u>21/11/2026<C-s>");
    assert!(office.text().contains("21/11/2026"), "{}", office.text());
}

/// The row of a family in the grid.
fn row(office: &Office, name: &str) -> String {
    let text = office.text();
    text.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("no {name} in {text}")).to_owned()
}

#[test]
fn presences_are_entered_in_one_grid_with_a_key_a_family_and_saved_at_once() {
    let mut office = with_an_action(100, 30);
    office.keys("l<Enter>");
    // On the latest session that was held: the one of the 20th.
    office.act("p").act("m").act("c");
    assert!(row(&office, "DIARRA").contains('P'), "{}", office.text());
    assert!(row(&office, "LE GOFF").contains('A'), "{}", office.text());
    assert!(row(&office, "PETIT-LEMOINE").contains('E'), "{}", office.text());
    assert!(office.text().contains("20/11/2026\u{a0}: 1 présente, 1 absente, 1 excusée"), "{}", office.text());
    insta::assert_snapshot!("grid_100x30", office.text());
    // The journal has it: the list counts it, and after a start it is still there.
    office.keys("<Esc><Esc>");
    assert!(office.text().contains("20/11/2026  14:00  1 présente, 1 absente, 1 excusée"), "{}", office.text());
    let mut office = office.again();
    office.keys("l<Enter>");
    assert!(row(&office, "DIARRA").contains('P'), "{}", office.text());
}

#[test]
fn a_session_with_families_present_is_cancelled_only_once_their_presences_are_corrected() {
    let mut office = with_an_action(100, 30);
    office.keys("l<Enter>").act("p").act("m");
    office.keys("<Esc><Esc>ljj");
    office.keys("dSalle fermée<C-s>");
    assert!(office.text().contains("1 famille est notée présente à cette séance"), "{}", office.text());
    office.keys("<Esc><Esc>");
    let mut office = office.again();
    office.keys("l<Enter>").act("m");
    assert!(office.text().contains("2 absentes"), "{}", office.text());
    office.keys("<Esc><Esc>ljj");
    office.keys("d").act("Salle fermée<C-s>");
    assert!(office.text().contains("c’est fait"), "{}", office.text());
}

#[test]
fn enter_goes_from_one_presence_to_the_next_and_undo_takes_the_last_back() {
    let mut office = with_an_action(100, 30);
    office.keys("l<Enter>");
    for sign in ["[P]", "[A]", "[E]", "[P]"] {
        office.act("<Enter>");
        assert!(row(&office, "DIARRA").contains(sign), "{sign}: {}", office.text());
    }
    office.act("u");
    assert!(row(&office, "DIARRA").contains("[E]"), "{}", office.text());
}

#[test]
fn a_presence_that_cannot_be_is_refused_and_the_cursor_stays() {
    let mut office = with_an_action(100, 30);
    office.keys("l<Enter><Right>p");
    assert!(office.text().contains("n’a pas encore eu lieu"), "{}", office.text());
    assert!(row(&office, "DIARRA").contains('▸'), "{}", office.text());
    // Included on 2 November, the action began on the 6th; nobody was there before.
    office.keys("<Left><Left>").act("p");
    assert!(row(&office, "DIARRA").contains('P'), "{}", office.text());
}

#[test]
fn the_grid_is_narrowed_by_a_name_or_to_those_already_entered() {
    let mut office = with_an_action(60, 20);
    office.keys("l<Enter>/goff");
    assert!(office.text().contains("LE GOFF") && !office.text().contains("DIARRA"), "{}", office.text());
    office.keys("<Enter>").act("p");
    office.keys("/<Esc>");
    assert!(office.text().contains("DIARRA"), "{}", office.text());
    office.keys("r");
    assert!(office.text().contains("LE GOFF") && !office.text().contains("DIARRA"), "{}", office.text());
    insta::assert_snapshot!("grid_60x20", office.text());
}

#[test]
fn a_session_is_added_to_or_cancelled_from_the_action_under_the_cursor() {
    let mut office = with_an_action(140, 40);
    office.keys(" kn").act("Atelier budget<Tab><Tab><Tab>21/11/2026<C-s>");
    office.keys("l");
    insta::assert_snapshot!("groups_140x40", office.text());
    // The first session of the second action of the list, not the latest of all.
    office.keys("<End>");
    office.keys("<Up><Up><Up><Up>d").act("Salle fermée<C-s>");
    assert!(office.text().contains("Salle fermée"), "{}", office.text());
    let line = row(&office, "annulée");
    assert!(line.contains("06/11/2026"), "{line}");
    office.keys("s");
    assert!(office.text().contains("Café des parents"), "{}", office.text());
}
