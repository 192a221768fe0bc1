//! The enrolment on the screen: cards written and read, words typed and compared, refusals beside them.

use std::fs;

use jalon::base::fold::fold;
use jalon::exchange::{Role, SignedCard};
use jalon::tui::input::Timer;

use super::antenna::{OnStage, Told};
use crate::department::Office;

/// Nothing but a founded antenna, and the Département whose card lies in the folder with the words that it reads aloud.
fn brought(width: u16, height: u16) -> (OnStage, Vec<&'static str>) {
    let mut office = Office::founded();
    let mut shown = Told::founded().on_stage(width, height);
    let given = office.department.give_card(shown.out.path()).unwrap();
    shown.stage.keys("x<S-Tab>");
    (shown, given.words)
}

/// The first four letters of each word, without accents, as a person types them.
fn letters(words: &[&str]) -> String {
    words.iter().map(|word| fold(word).chars().take(4).collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Another word of the list than this one.
fn other_than(word: &str) -> &'static str {
    if word == "abandon" { "zeste" } else { "abandon" }
}

#[test]
fn the_enrolment_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        let (shown, _words) = brought(width, height);
        insta::assert_snapshot!(format!("enrolment_{width}x{height}"), shown.text());
    }
}

#[test]
fn the_words_typed_by_their_first_letters_enrol_the_departement() {
    let (mut shown, words) = brought(100, 30);
    shown.stage.keys("d");
    assert!(shown.words().contains("Fiche : Département d’Essai"), "{}", shown.text());
    shown.stage.keys(&letters(&words));
    let said = shown.words();
    assert!(said.contains("12 mots sur 12"), "{said}");
    assert!(words.iter().all(|word| said.contains(word)), "each is shown as the list has it: {said}");
    shown.stage.keys("<Enter>");
    assert!(
        shown.words().contains("Département d’Essai est enrôlé : ce qui part est désormais chiffré"),
        "{}",
        shown.text()
    );
    shown.stage.keys("<Esc>");
    let said = shown.words();
    assert!(said.contains("✓ Enrôlé : Département d’Essai, clé"), "{said}");
    assert!(said.contains("Le premier registre du Département n’est pas encore arrivé."), "{said}");
    assert!(shown.store().enrolled_department().unwrap().is_some());
}

#[test]
fn a_wrong_word_is_named_where_it_was_typed_and_nothing_is_enrolled() {
    let (mut shown, words) = brought(100, 30);
    let mut typed = words.clone();
    typed[4] = other_than(words[4]);
    shown.stage.keys("d").keys(&letters(&typed)).keys("<Enter>");
    let said = shown.words();
    assert!(said.contains("✗ Le mot n° 5 n’est pas celui de cette fiche."), "{said}");
    assert!(said.contains("cette fiche n’est pas celle de l’autre partie : ne l’acceptez pas."), "{said}");
    assert!(shown.store().enrolled_department().unwrap().is_none());
    shown.stage.keys("<BS>");
    assert!(!shown.text().contains("✗"), "typing on takes the refusal away: {}", shown.text());
    shown.stage.keys("<C-u>").keys(&letters(&words[..3])).keys("<Enter>");
    assert!(shown.words().contains("✗ 12 mots sont attendus, 3 ont été saisis."), "{}", shown.text());
    shown.stage.keys("<C-u>").keys(&letters(&words[..1])).keys("<Enter>");
    assert!(shown.words().contains("✗ 12 mots sont attendus, un seul a été saisi."), "{}", shown.text());
}

#[test]
fn words_left_half_typed_are_there_again() {
    let (mut shown, words) = brought(100, 30);
    shown.stage.keys("d").keys(&letters(&words[..5])).keys("<Esc>");
    shown.stage.keys("d");
    assert!(shown.words().contains("5 mots sur 12"), "{}", shown.text());
    // A kill loses no more than what was typed since the last moment's rest.
    shown.stage.keys(" ").keys(&letters(&words[5..6])).elapsed(Timer::Draft);
    let drafts = shown.store().drafts().unwrap();
    assert_eq!(drafts.iter().map(|draft| draft.body.as_str()).collect::<Vec<_>>(), [letters(&words[..6])]);
    shown.stage.keys(" ").keys(&letters(&words[6..])).keys("<Enter>");
    assert!(shown.store().drafts().unwrap().is_empty(), "words that were accepted are no draft");
}

#[test]
fn our_card_is_written_with_the_words_to_read_aloud_and_they_stay_on_the_screen() {
    let (mut shown, _words) = brought(100, 30);
    assert!(shown.words().contains("Les mots à lire à voix haute s’affichent une fois la fiche écrite."));
    shown.stage.keys("n");
    let card = shown.out.path().join("antenne-d-essai.carte.json");
    let words = SignedCard::open(&fs::read(&card).unwrap(), Role::Antenna).unwrap().words();
    let said = shown.words();
    assert!(words.iter().all(|word| said.contains(word)), "{said}");
    shown.stage.keys("<Esc>");
    let said = shown.words();
    assert!(said.contains(&format!("À lire à voix haute : 1 {}", words[0])), "{said}");
    assert!(said.contains("Empreinte de notre clé"), "{said}");
    assert!(!said.contains("antenne-d-essai.carte.json"), "our own card is not one to read: {said}");
}

#[test]
fn a_file_that_is_no_card_is_refused_with_what_to_do() {
    let (mut shown, _words) = brought(100, 30);
    fs::write(shown.out.path().join("courses.carte.json"), "du pain").unwrap();
    shown.stage.keys("<End><Up><Enter>courses<Enter>");
    let said = shown.words();
    assert!(said.contains("Ce fichier n’est pas une fiche d’enrôlement."), "{said}");
}

#[test]
fn once_the_registry_came_the_screen_says_that_both_sides_know_each_other() {
    let (mut office, mut told) = (Office::founded(), Told::founded());
    let files = office.enrol(&mut told.antenna);
    told.antenna.app.take_in(&fs::read(&files[0]).unwrap()).unwrap();
    let mut shown = told.on_stage(60, 20);
    shown.stage.keys("x<S-Tab>");
    let said = shown.words();
    assert!(said.contains("Registre du Département : version 2."), "{said}");
    assert!(said.contains("✓ Ce registre connaît notre poste"), "{said}");
    assert!(!said.contains("Choisir sa fiche ailleurs"), "its keys change by its registry alone: {said}");
}

#[test]
fn new_keys_are_made_once_the_question_was_answered_and_what_was_sealed_goes_again() {
    let (mut office, mut told) = (Office::founded(), Told::founded());
    for path in office.enrol(&mut told.antenna) {
        told.antenna.app.take_in(&fs::read(path).unwrap()).unwrap();
    }
    told.alpha();
    let mut shown = told.on_stage(60, 20);
    shown.stage.keys("xs<Enter>");
    shown.settle();
    shown.stage.keys("<Esc><S-Tab><End>");
    assert!(shown.line_with("Créer de nouvelles clés…").contains('▸'), "{}", shown.text());
    let sealed = |shown: &OnStage| shown.store().outbox().unwrap().iter().map(|one| one.digest).collect::<Vec<_>>();
    let before = sealed(&shown);
    assert_eq!(before.len(), 3, "what was recorded, the answer to the orientation, the receipt of the registry");
    shown.stage.keys("<Enter>");
    let asked = shown.words();
    assert!(asked.contains("Tant qu’il n’a pas enrôlé la nouvelle fiche, il refuse ce qui part."), "{asked}");
    assert!(shown.line_with("Garder les clés").contains('▸'), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert_eq!(sealed(&shown), before, "nothing is new where the keys are kept");
    shown.stage.keys("<Enter><Down><Enter>");
    let said = shown.words();
    assert!(said.contains("Les 3 lots sans accusé de réception sont scellés de nouveau"), "{said}");
    assert!(sealed(&shown).iter().all(|digest| !before.contains(digest)));
    let card = fs::read(shown.out.path().join("antenne-d-essai.carte.json")).unwrap();
    let words = SignedCard::open(&card, Role::Antenna).unwrap().words();
    assert!(words.iter().all(|word| said.contains(word)), "they are read aloud from here: {said}");
    office.department.enrol(&card, &words.join(" "), office.out.path()).unwrap();
    let again = fs::read(shown.out.path().join("antenne-d-essai-e2-0001.json.age")).unwrap();
    assert!(office.department.take_in(&again).is_ok());
}

#[test]
fn the_faces_of_the_exchange_follow_one_another() {
    let (mut shown, _words) = brought(80, 24);
    assert!(shown.line_with("Enrôlement").contains("▸Enrôlement"), "{}", shown.text());
    for face in ["▸À remettre", "▸Reçus", "▸Supports", "▸Enrôlement"] {
        shown.stage.keys("<Tab>");
        assert!(shown.text().contains(face), "{face}: {}", shown.text());
    }
    shown.stage.keys("<S-Tab>");
    assert!(shown.text().contains("▸Supports"), "{}", shown.text());
    shown.stage.keys("<Esc>");
    assert!(shown.text().contains("La file active est"), "{}", shown.text());
}
