//! What is published from the screen, and the topics for the steering committee that are answered there.

use jalon::app::Command;
use jalon::base::locale::Lang;
use jalon::domain::antenna::AntennaAct;

use super::{Office, SIZES, Shown, take_in};
use crate::app::Antenna;

const PLAN: &str = "[[support]]\ncode = \"fiche-orientation\"\ntitle = \"Fiche d’orientation\"\nversion = 1\n\
    effective_from = 2026-12-01\nfile = \"fiche.txt\"\n";

/// An antenna that has raised a topic, and a plan in the folder.
fn shown(width: u16, height: u16, lang: Lang) -> (Shown, Antenna) {
    let (mut office, mut antenna) = (Office::founded(), Antenna::founded_as("Antenne de Melun"));
    for path in office.enrol(&mut antenna) {
        take_in(&mut antenna, &path);
    }
    let raised =
        r#"{"act":"raise_topic","date":"2026-11-10","subject":"public","text":"Qui oriente les familles hébergées ?"}"#;
    let act: AntennaAct = serde_json::from_str(raised).unwrap();
    antenna.app.execute(Command::Antenna(act)).unwrap();
    office.exchange(&mut antenna);
    std::fs::write(office.out.path().join("plan.toml"), PLAN).unwrap();
    std::fs::write(office.out.path().join("fiche.txt"), "Le texte de la fiche.").unwrap();
    (Shown::of(office, width, height, lang), antenna)
}

#[test]
fn a_plan_is_shown_asked_published_and_read_again() {
    for (width, height) in SIZES {
        let (mut shown, mut antenna) = shown(width, height, Lang::Fr);
        shown.keys("pnplan<Enter>");
        assert!(
            shown.words().contains("Un support, aucune version de la convention, aucune réponse"),
            "{}",
            shown.text()
        );
        shown.keys("<Enter>");
        assert!(shown.words().contains("Un lot est scellé"), "{}", shown.text());
        shown.keys("<Esc>");
        insta::assert_snapshot!(format!("publications_{width}x{height}"), shown.text());
        shown.keys("<Home><Enter>");
        assert!(shown.words().contains("Le texte de la fiche."), "{}", shown.text());
        let sent = shown.written().into_iter().rfind(|path| path.to_string_lossy().contains("vers")).unwrap();
        take_in(&mut antenna, &sent);
    }
}

#[test]
fn the_publications_in_english() {
    let (mut shown, _antenna) = shown(100, 30, Lang::En);
    shown.keys("pnplan<Enter>");
    insta::assert_snapshot!("publications_ask_en", shown.text());
    shown.keys("<Enter><Esc>");
    insta::assert_snapshot!("publications_en", shown.text());
}

#[test]
fn an_answer_is_written_under_its_question_or_not_at_all() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    shown.keys("pr");
    assert!(shown.words().contains("Qui oriente les familles hébergées"), "{}", shown.text());
    shown.keys("<Esc>nplan<Enter><Enter><Esc><Home>r");
    assert!(shown.words().contains("Aucune question n’est sous le curseur"), "{}", shown.text());
    assert!(shown.stage.ui.layers().is_empty());
}

#[test]
fn a_topic_is_answered_in_a_form_and_the_answer_reaches_its_antenna() {
    let (mut shown, mut antenna) = shown(100, 30, Lang::Fr);
    shown.keys("p");
    assert!(shown.line_with("│▸").contains("! sans réponse"), "{}", shown.text());
    shown.keys("<Enter>La MDS du lieu d’hébergement.<C-s>");
    assert!(shown.words().contains("Un lot est scellé"), "{}", shown.text());
    shown.keys("<Esc>");
    assert!(shown.line_with("│▸").contains("✓ répondue"), "{}", shown.text());
    let sent = shown.written().into_iter().rfind(|path| path.to_string_lossy().contains("vers")).unwrap();
    take_in(&mut antenna, &sent);
    assert_eq!(antenna.app.antenna().topics[0].follow_ups[0].text, "La MDS du lieu d’hébergement.");
}

#[test]
fn what_was_published_and_answered_before_stays_and_can_be_read() {
    let (mut shown, mut antenna) = shown(100, 30, Lang::Fr);
    shown.keys("p<Enter>La MDS du lieu d’hébergement.<C-s><Esc>nplan<Enter><Enter><Esc>");
    let later = PLAN.replace("fiche-orientation", "fiche-liaison").replace("Fiche d’orientation", "Fiche de liaison");
    std::fs::write(shown.out.path().join("suite.toml"), later.replace("2026-12-01", "2027-01-01")).unwrap();
    shown.keys("nsuite<Enter><Enter><Esc>");
    for line in ["Fiche d’orientation", "Fiche de liaison", "✓ répondue"] {
        assert!(shown.words().contains(line), "{line}: {}", shown.text());
    }
    shown.keys("<End><Enter>");
    // In the box and under the line.
    assert_eq!(shown.words().matches("› 23/11/2026 La MDS du lieu d’hébergement.").count(), 2, "{}", shown.text());
    shown.keys("<Esc>");
    let sent = shown.written().into_iter().filter(|path| path.to_string_lossy().contains("vers"));
    for path in sent.collect::<Vec<_>>() {
        take_in(&mut antenna, &path);
    }
    let titles: Vec<_> = antenna.app.supports().unwrap().into_iter().map(|support| support.title).collect();
    assert_eq!(titles, ["Fiche d’orientation", "Fiche de liaison"]);
}

#[test]
fn a_plan_that_cannot_be_read_names_its_line_and_publishes_nothing() {
    let (mut shown, _antenna) = shown(100, 30, Lang::Fr);
    std::fs::write(shown.out.path().join("faux.toml"), "[[support]]\ncode = 3\n").unwrap();
    let before = shown.written().len();
    shown.keys("pnfaux<Enter>");
    assert!(shown.words().contains("à la ligne 2"), "{}", shown.text());
    assert_eq!(shown.written().len(), before);
}
