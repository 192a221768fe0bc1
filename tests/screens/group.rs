//! Group actions on a real store: planned with their sessions, attended by families.

use super::office::Office;

#[test]
fn an_action_is_planned_and_a_family_put_down_for_its_session() {
    let mut office = Office::open(140, 60);
    office.keys(" kn");
    assert!(office.text().contains("Prévoir une action collective"), "{}", office.text());
    office.act("Café des parents<Tab>s<Tab>C. Essai<Tab>20/11/2026<Tab>14h<Tab>Centre social<C-s>");
    assert!(office.text().contains("Prévoir une action collective : enregistré"), "{}", office.text());
    office.keys(" kp");
    assert!(office.text().contains("20/11/2026 · Café des parents"), "{}", office.text());
    office.act("<C-s>");
    assert!(office.text().contains("20/11/2026  Café des parents · présente"), "{}", office.text());
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
