//! A family's file written out in clear: asked for, private, complete, and noted.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use jalon::app::AccessKind;

use super::antenna::{OnStage, Told};

fn told() -> OnStage {
    told_of().on_stage(100, 30)
}

fn told_of() -> Told {
    let mut told = Told::founded();
    let alpha = told.alpha();
    told.tell(alpha, r#"{"act":"record_contact","telephone":"06 39 98 00 01"}"#)
        .tell(alpha, r#"{"act":"record_contact","telephone":"06 39 98 00 02"}"#)
        .tell(alpha, r#"{"act":"write_note","date":"2026-11-20","text":"CONFIDENCE","confidentiality":"private"}"#)
        .tell(alpha, r#"{"act":"write_note","date":"2026-11-21","text":"POUR L’EP\n- se loger\n- se former","confidentiality":"panel-only"}"#);
    told
}

/// The only file written, with its name.
fn written(shown: &OnStage) -> Option<(String, String)> {
    let mut files = fs::read_dir(shown.out.path()).unwrap().map(|entry| entry.unwrap());
    let file = files.find(|file| file.file_name().to_string_lossy().ends_with(".txt"))?;
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "its owner alone reads it");
    Some((file.file_name().into_string().unwrap(), fs::read_to_string(file.path()).unwrap()))
}

#[test]
fn a_file_is_written_only_once_it_is_chosen_what() {
    let mut shown = told();
    shown.stage.keys("<Enter>p");
    assert!(shown.text().contains("Tout ce qui est détenu, pour la personne (RGPD art. 15)"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert_eq!(written(&shown), None, "the first answer writes nothing");
    shown.stage.keys("pj<Enter>");
    let (name, text) = written(&shown).unwrap();
    assert_eq!(name, "dossier-1001-2026-11-23.txt");
    for known in ["ALPHA Essai", "06 39 98 00 02", "CONFIDENCE", "POUR L’EP", "dossier FSL", "se loger", "Petit"] {
        assert!(text.contains(known), "{known} in {text}");
    }
    assert!(text.contains("\u{a0}: POUR L’EP\n    - se loger\n    - se former\n"), "each line as it was typed: {text}");
    assert!(text.contains("État\u{a0}: tenu") && text.contains("Orientation · Réponse"), "{text}");
    assert!(!text.contains("06 39 98 00 01"), "what was replaced is in the history, not in the record");
    let store = shown.again();
    let kinds: Vec<_> = store.store().accesses(None, 9).unwrap().iter().map(|line| line.access.kind).collect();
    assert!(kinds.contains(&AccessKind::Printing), "{kinds:?}");
}

#[test]
fn the_person_concerned_gets_everything_with_authors_dates_and_where_it_went() {
    let mut told = told_of();
    told.beta();
    let mut shown = told.on_stage(100, 30);
    shown.stage.keys("<Down><Enter>");
    shown.stage.keys("<F2><Up><Enter>");
    let opened = shown.store().accesses(None, 9).unwrap();
    assert_eq!(opened.len(), 2, "both files were opened: {opened:?}");
    shown.stage.keys("xs<Enter><Esc><F2><Enter>pjj<Enter>");
    assert!(shown.text().contains("masquez ce qui"), "{}", shown.text());
    let (name, text) = written(&shown).unwrap();
    assert_eq!(name, "acces-personne-1001-2026-11-23.txt");
    for known in [
        "RGPD art. 15",
        "06 39 98 00 01 → 06 39 98 00 02",
        "C. Essai · Coordonnées enregistrées",
        "CONFIDENCE",
        "POUR L’EP",
        "Lot n° 1",
        "24 mois après le dernier contact",
        "cnil.fr",
    ] {
        assert!(text.contains(known), "{known} in {text}");
    }
    assert_eq!(text.matches("\u{a0}: ouvert").count(), 1, "when her file was consulted, and no other's: {text}");
    assert!(text.contains("\u{a0}: écrit pour la personne"), "this time too: {text}");
}
