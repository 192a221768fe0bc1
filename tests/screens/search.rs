//! Looking for a word in everything that was typed, and opening the family at the place.

use super::antenna::{OnStage, Told};

fn told() -> Told {
    let mut told = Told::founded();
    let alpha = told.alpha();
    told.tell(
        alpha,
        r#"{"act":"write_note","date":"2026-11-20","text":"Vue chez elle ; la crèche des Écureuils a une place en mars.",
            "confidentiality":"private"}"#,
    );
    let beta = told.beta();
    told.tell(
        beta,
        r#"{"act":"write_note","date":"2026-11-21","text":"Ecureuils : dossier déposé.","confidentiality":"shareable"}"#,
    )
    .tell(beta, r#"{"act":"record_contact","telephone":"06 39 98 00 02","language":"bambara"}"#);
    told
}

fn lines(shown: &OnStage) -> Vec<String> {
    let text = shown.text();
    let lines = text.lines().skip(3).take_while(|line| !line.contains("───"));
    lines.map(|line| line.trim_matches(['│', ' ', '▸']).to_owned()).filter(|line| !line.is_empty()).collect()
}

#[test]
fn the_search_at_each_size() {
    for (width, height) in [(140, 40), (80, 24), (60, 20)] {
        let mut shown = told().on_stage(width, height);
        shown.stage.keys("fecureuil");
        insta::assert_snapshot!(format!("search_{width}x{height}"), shown.text());
    }
    let mut shown = told().on_stage(100, 30);
    shown.stage.keys("f");
    insta::assert_snapshot!("search_empty", shown.text());
    shown.stage.keys("xyzzy");
    assert!(shown.text().contains("Rien ne répond"), "{}", shown.text());
}

#[test]
fn names_come_first_then_what_was_written_the_latest_first_whatever_the_accents() {
    let mut shown = told().on_stage(120, 30);
    shown.stage.keys("fÉcureuils");
    let found = lines(&shown);
    assert!(found.len() == 2 && found[0].starts_with("BETA") && found[1].starts_with("ALPHA"), "{found:?}");
    shown.stage.keys("<Esc>f<C-u>alpha");
    let found = lines(&shown);
    assert!(found.len() == 1 && found[0].contains("Identité"), "a name alone finds the family once: {found:?}");
    shown.stage.keys("<C-u>fsl alpha");
    let found = lines(&shown);
    assert!(found.len() == 1 && found[0].contains("dossier FSL"), "a name and a word find the passage: {found:?}");
    shown.stage.keys("<C-u>bambara");
    assert!(lines(&shown)[0].starts_with("BETA"), "{:?}", lines(&shown));
}

#[test]
fn a_result_opens_its_family_at_the_place() {
    let mut shown = told().on_stage(140, 40);
    shown.stage.keys("fcreche ecureuil<Enter>");
    let text = shown.text();
    assert!(text.contains("▸Dossier") && text.contains("ALPHA"), "{text}");
    insta::assert_snapshot!("search_opened", shown.shown());
}

#[test]
fn a_result_that_has_no_id_of_its_own_opens_at_its_part_even_where_its_section_is_folded() {
    let mut told = told();
    let beta = told.beta();
    told.tell(
        beta,
        r#"{"act":"exit_family","date":"2026-11-22","reasons":["benefit-ended"],"outcome":"other-right",
            "benefit_ended_on":"2026-11-20",
            "comment":"Rentre au pays des marmottes"}"#,
    );
    let mut shown = told.on_stage(100, 30);
    shown.stage.keys("fmarmottes<Enter>");
    assert!(shown.text().contains("Rentre au pays des marmottes"), "{}", shown.text());
    shown.stage.keys("<Home><PageDown><Enter>fbambara<Enter>");
    assert!(shown.text().contains("bambara"), "{}", shown.text());
}

#[test]
fn privacy_hides_names_excerpts_and_what_is_typed() {
    let mut shown = told().on_stage(140, 40);
    shown.stage.keys("fecureuil<F9>");
    let text = shown.text().to_lowercase();
    for known in ["alpha", "beta", "cureuil", "crèche"] {
        assert!(!text.contains(known), "{known} in {text}");
    }
}

#[test]
fn what_was_corrected_or_undone_is_no_longer_found() {
    let mut shown = told().on_stage(120, 30);
    shown.stage.keys("fdepose");
    assert_eq!(lines(&shown).len(), 1);
    // The contact, then the note.
    shown.stage.keys("<Enter>u<Enter>u<Enter>f");
    assert!(shown.text().contains("Rien ne répond"), "{}", shown.text());
}

#[test]
fn another_word_typed_later_takes_the_place_of_the_first() {
    let mut shown = told().on_stage(100, 30);
    shown.settle();
    shown.stage.keys("fcreche<Esc>f");
    assert!(shown.text().contains("❯ creche"), "what was looked for is still there: {}", shown.text());
    shown.stage.keys("alpha");
    assert!(shown.text().contains("❯ alpha "), "{}", shown.text());
}
