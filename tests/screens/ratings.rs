//! The diagnosis and the effects: the form gives each theme and each scale its row, and only what can be answered is stopped at.

use super::office::Office;

#[test]
fn a_diagnosis_goes_from_theme_to_theme_and_keeps_those_of_which_something_was_said() {
    let mut office = Office::open(140, 60);
    office.keys(" d<Tab>");
    assert!(!office.text().contains("F5"), "no theme can be added: {}", office.text());
    office.keys("<Tab>Droits ouverts depuis mai<Tab><Tab><Tab><Tab>Une pièce pour trois");
    office.act("<C-s>");
    let record = office.store().family(office.family("DIARRA")).unwrap().unwrap();
    let said = record.diagnoses[0].themes.iter().map(|one| (one.theme.to_string(), one.situation.as_str()));
    let expected = [("rights", "Droits ouverts depuis mai"), ("housing", "Une pièce pour trois")];
    assert!(said.eq(expected.map(|(theme, said)| (theme.to_owned(), said))), "{}", office.text());
}

#[test]
fn scales_are_rated_by_a_digit_each_and_those_left_out_are_not_rated() {
    let mut office = Office::open(140, 60);
    office.keys(" z<C-s>");
    assert!(office.text().contains('✗'), "nothing was rated: {}", office.text());
    office.keys("<PageUp><Tab><Tab>3<Tab>4");
    assert!(!office.text().contains("F5"), "no scale can be added: {}", office.text());
    office.act("<C-s>");
    let record = office.store().family(office.family("DIARRA")).unwrap().unwrap();
    let rated: Vec<_> = record.effect_ratings[0].ratings.iter().map(|one| one.level).collect();
    assert_eq!(rated, [3, 4], "{}", office.text());
}
