//! An antenna enrolled on the screen: its card read, the words that it reads aloud typed; and its keys revoked.

use jalon::base::locale::Lang;
use jalon::exchange::ExchangeError;

use super::{Office, Shown, three_antennas};
use crate::app::Antenna;
use crate::department::{handed_over, refused};

#[test]
fn an_antenna_is_enrolled_by_its_card_and_the_words_it_reads_aloud() {
    let (office, mut antenna) = (Office::founded(), Antenna::founded_as("Antenne de Melun"));
    let given = antenna.app.give_card(office.out.path()).unwrap();
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("nmelun<Enter>");
    assert!(shown.words().contains("Fiche : Antenne de Melun"), "{}", shown.text());
    shown.keys("abandon abandon<Enter>");
    assert!(shown.words().contains("12 mots sont attendus, 2 ont été saisis"), "{}", shown.text());
    let first_letters: Vec<String> = given.words.iter().map(|word| word.chars().take(6).collect()).collect();
    shown.keys(&format!("<C-u>{}<Enter>", first_letters.join(" ")));
    assert!(
        shown.words().contains("Antenne enrôlée") && shown.words().contains("Un lot est scellé"),
        "{}",
        shown.text()
    );
    shown.keys("<Esc>");
    assert!(shown.line_with("│▸").contains("Antenne de Melun"), "{}", shown.text());
    assert!(shown.text().contains("antennes 1"), "{}", shown.text());
}

#[test]
fn the_words_of_a_card_are_asked_for_at_each_size() {
    let (office, mut antenna) = (Office::founded(), Antenna::founded_as("Antenne de Melun"));
    antenna.app.give_card(office.out.path()).unwrap();
    let mut shown = Shown::of(office, 100, 30, Lang::En);
    for (width, height, lang) in [(100, 30, Lang::En), (80, 24, Lang::Fr), (60, 20, Lang::Fr)] {
        shown = Shown::of(shown.office(), width, height, lang);
        shown.keys("nmelun<Enter>");
        insta::assert_snapshot!(format!("words_{lang:?}_{width}x{height}").to_lowercase(), shown.text());
        shown.keys("<Esc>");
    }
}

#[test]
fn whose_keys_a_card_replaces_is_said_before_a_word_is_typed() {
    let (office, mut antennas) = three_antennas();
    let keys = antennas[0].app.renew_keys(office.out.path()).unwrap();
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("nmelun<Enter>");
    let said = shown.words();
    assert!(said.contains("« Antenne de Melun » est déjà enrôlée : les clés que ce poste avait"), "{said}");
    shown.keys(&format!("{}<Enter>", keys.card.words.join(" ")));
    assert!(shown.words().contains("Antenne enrôlée"), "{}", shown.text());
}

#[test]
fn keys_are_revoked_of_the_antenna_that_is_named_and_of_none_while_none_is_there() {
    let (office, _antennas) = three_antennas();
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("jd");
    assert!(shown.words().contains("Révoquer les clés Antenne de Melun"), "{}", shown.text());
    shown.keys("Poste perdu<Esc><Enter>");
    // Under another antenna nothing of it shows, and it is offered again under its own name.
    shown.keys("jd");
    let said = shown.words();
    assert!(said.contains("Révoquer les clés Antenne de Provins") && !said.contains("Poste perdu"), "{said}");
    shown.keys("<Esc>x");
    let mut shown = shown.again();
    assert!(shown.words().contains("Révoquer les clés Antenne de Melun"), "{}", shown.text());
    shown.keys("<Enter>");
    let said = shown.words();
    assert!(said.contains("Révoquer les clés Antenne de Melun") && said.contains("Poste perdu"), "{said}");
    shown.keys("<C-s><Down><Enter><Esc>");
    assert!(shown.line_with("Antenne de Melun").contains("⊘ clés révoquées"), "{}", shown.text());
    let mut shown = shown.again();
    assert!(shown.stage.ui.layers().is_empty(), "{}", shown.text());
    shown.keys("q");
    let mut empty = Shown::of(Office::founded(), 100, 30, Lang::Fr);
    empty.keys("d");
    assert!(empty.words().contains("Aucune antenne n’est sous le curseur"), "{}", empty.text());
}

#[test]
fn nobody_is_asked_for_a_bundle_that_a_revocation_would_refuse() {
    let (office, _antennas) = three_antennas();
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    assert!(shown.line_with("Antenne de Meaux").contains("il manque le lot"), "{}", shown.text());
    shown.keys("dPoste volé<C-s><Down><Enter><Esc><Enter>");
    let said = shown.words();
    assert!(said.contains("Accepté jusqu’au lot n° 2."), "{said}");
    assert!(!said.contains("il manque") && !said.contains("Lots mis de côté"), "{said}");
}

#[test]
fn a_file_that_is_no_card_and_a_card_of_our_own_side_are_refused_with_what_to_do() {
    let mut office = Office::founded();
    office.department.give_card(office.out.path()).unwrap();
    std::fs::write(office.out.path().join("fausse.carte.json"), "{}").unwrap();
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("nfausse<Enter>");
    assert!(shown.words().contains("Rien n’a été enregistré"), "{}", shown.text());
    shown.keys("<Esc>ndepartement<Enter>");
    assert!(shown.words().contains("votre propre côté de l’échange"), "{}", shown.text());
}

#[test]
fn a_revoked_antenna_is_told_to_the_others_and_hands_over_nothing_more() {
    let (office, mut antennas) = three_antennas();
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("jd<C-s>");
    assert!(!shown.stage.ui.layers().is_empty(), "a reason is asked for: {}", shown.text());
    shown.keys("Ordinateur volé<Tab>999<C-s>");
    assert!(shown.words().contains("Le dernier lot reçu de cette antenne est le n° 3"), "{}", shown.text());
    shown.keys("<C-u><C-s>");
    assert!(shown.words().contains("lot n° 3, jusqu’à ce qu’une fiche"), "{}", shown.text());
    shown.keys("<Enter>");
    assert!(shown.words().contains("Ordinateur volé"), "nothing is done, and what was typed stays: {}", shown.text());
    shown.keys("<C-s><Down><Enter>");
    assert!(
        shown.words().contains("Clés révoquées") && shown.words().contains("2 lots sont scellés"),
        "{}",
        shown.text()
    );
    for name in ["meaux-0004", "provins-0002"] {
        let file = format!(" departement-d-essai-vers-antenne-de-{name}.json.age ");
        assert!(!shown.line_with(&file).is_empty(), "each file on its line: {}", shown.text());
    }
    shown.keys("<Esc>");
    assert!(shown.line_with("Antenne de Melun").contains("⊘ clés révoquées"), "{}", shown.text());
    shown.keys("d");
    let said = shown.words();
    assert!(said.contains("« Antenne de Melun » ont été révoquées le 23/11/2026"), "before a form opens: {said}");
    shown.keys("<Esc><Enter>");
    assert!(shown.words().contains("Accepté jusqu’au lot n° 3."), "{}", shown.text());
    antennas[0].included("Zédoumi", "1002");
    let path = handed_over(&mut antennas[0]).remove(0);
    let mut office = shown.office();
    assert!(matches!(refused(office.receive(&path)), ExchangeError::RevokedKey { .. }));
    antennas[0].app.give_card(office.out.path()).unwrap();
    let mut shown = Shown::of(office, 100, 30, Lang::Fr);
    shown.keys("nmelun<Enter>");
    assert!(
        shown.words().contains("Une clé de cette fiche a été révoquée le")
            && shown.words().contains("créer de nouvelles clés"),
        "before a word is typed: {}",
        shown.text()
    );
}
