#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::base::locale::Lang;
use crate::domain::row;
use crate::tui::screens::fixture::{Story, diarra, drawn};

fn rows() -> Vec<FamilyRow> {
    let mut stories = vec![diarra()];
    let named = |number, surname: &str, given: &str, included: Option<&str>| {
        let mut story = Story::new(number);
        story.oriented("2026-08-27", surname, given, &[("Adama", "2025-02-28")]);
        if let Some(included) = included {
            story.included(included);
        }
        story
    };
    stories.push(named(11, "De La Fontaine-Müller", "Éléonore Marie-Françoise", Some("2026-11-10")));
    stories.push(named(12, "Ndiaye", "Rokia", Some("2026-09-25")));
    stories.push(named(13, "佐藤", "明美", Some("2026-11-18")));
    stories.push(named(14, "Diallo", "Mariam", None));
    let mut gone = named(15, "Sow", "Awa", Some("2026-09-01"));
    gone.left("2026-11-20", "2026-11-01", "");
    stories.push(gone);
    stories.iter().map(|story| row::row(&story.record, &story.deadlines())).collect()
}

#[test]
fn each_state_has_its_sign_and_columns_hold_at_every_width() {
    let rows = rows();
    let mut text = String::new();
    for (width, lang) in [(26, Lang::Fr), (31, Lang::Fr), (44, Lang::En)] {
        let lines = Lines { rows: &rows, selected: Some(1), typed: "", view: ListView::Active, is_loaded: true };
        text.push_str(&format!(
            "── {width}\n{}",
            drawn(width, 7, lang, |sheet, area| lines.draw(sheet, area, &mut KeptLines::default()))
        ));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn two_families_of_one_long_name_are_told_apart_at_every_width() {
    let families = [(21, "Aminata"), (22, "Bintou Marie"), (23, "Al")].map(|(number, given)| {
        let mut story = Story::new(number);
        story.oriented("2026-08-27", "Van Den Broecke-Lefèvre", given, &[("Adama", "2025-02-28")]);
        row::row(&story.record, &story.deadlines())
    });
    let mut text = String::new();
    for (width, typed) in [(26, ""), (31, ""), (44, ""), (31, "broe ami"), (31, "lef")] {
        let lines = Lines { rows: &families, selected: None, typed, view: ListView::Active, is_loaded: true };
        let shown = drawn(width, 3, Lang::Fr, |sheet, area| lines.draw(sheet, area, &mut KeptLines::default()));
        text.push_str(&format!("── {width} {typed}\n{shown}"));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn two_families_that_would_be_read_alike_give_their_given_names_the_room() {
    let families = [("Diallo", "Mariam"), ("Diallo", "Marième"), ("Diallo", "Oumou"), ("Diarra", "Mariam")];
    let rows: Vec<_> = (31..)
        .zip(families)
        .map(|(number, (surname, given))| {
            let mut story = Story::new(number);
            story.oriented("2026-08-27", surname, given, &[("Adama", "2025-02-28")]);
            row::row(&story.record, &story.deadlines())
        })
        .collect();
    let names = |typed: &str| {
        let lines = Lines { rows: &rows, selected: None, typed, view: ListView::Active, is_loaded: true };
        let text = drawn(26, 4, Lang::Fr, |sheet, area| lines.draw(sheet, area, &mut KeptLines::default()));
        let name = |line: &str| line.chars().skip(2).take(10).collect::<String>();
        text.lines().map(name).collect::<Vec<_>>()
    };
    assert_eq!(names(""), ["DI… Mariam", "D… Marième", "DIALLO Ou…", "DIARRA Ma…"]);
    // Found by the given name, the family name still begins the line.
    assert_eq!(names("mariam"), ["DI… Mariam", "D… Marième", "DIALLO Ou…", "DI… Mariam"]);
}

#[test]
fn letters_found_in_a_given_name_that_stays_are_underlined_in_their_place() {
    let mut story = Story::new(21);
    story.oriented("2026-08-27", "Van Den Broecke-Lefèvre", "Aminata", &[("Adama", "2025-02-28")]);
    let rows = [row::row(&story.record, &story.deadlines())];
    let lines = Lines { rows: &rows, selected: None, typed: "den ami", view: ListView::Active, is_loaded: true };
    let mut marked = String::new();
    drawn(31, 1, Lang::Fr, |sheet, area| {
        lines.draw(sheet, area, &mut KeptLines::default());
        for x in area.left()..area.right() {
            let cell = &sheet.buffer[(x, 0)];
            let is_marked = cell.modifier.contains(ratatui::style::Modifier::UNDERLINED);
            marked.push_str(if is_marked { cell.symbol() } else { "·" });
        }
    });
    assert_eq!(marked.trim_matches('·'), "DEN···Ami");
}

#[test]
fn the_letters_that_the_filter_found_are_underlined() {
    let rows = rows();
    let lines = Lines { rows: &rows, selected: None, typed: "am dia", view: ListView::Active, is_loaded: true };
    let mut marked = String::new();
    drawn(31, 1, Lang::Fr, |sheet, area| {
        lines.draw(sheet, area, &mut KeptLines::default());
        for x in area.left()..16 {
            let cell = &sheet.buffer[(x, 0)];
            if cell.modifier.contains(ratatui::style::Modifier::UNDERLINED) {
                marked.push_str(cell.symbol());
            }
        }
    });
    assert_eq!(marked, "DIAAm");
}

#[test]
fn whatever_was_typed_the_advice_stays_in_view() {
    let typed = "zoé xylophone ".repeat(100);
    let lines = Lines { rows: &[], selected: None, typed: &typed, view: ListView::Active, is_loaded: true };
    let text = drawn(24, 14, Lang::Fr, |sheet, area| lines.draw(sheet, area, &mut KeptLines::default()));
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("… »") && words.ends_with("cherche dans une autre vue."), "{text}");
}

#[test]
fn an_empty_list_says_why() {
    let mut text = String::new();
    for (typed, view, is_loaded) in [
        ("", ListView::Active, false),
        ("zoé\u{1b}", ListView::Active, true),
        ("", ListView::Silent, true),
        ("", ListView::Oriented, true),
    ] {
        let lines = Lines { rows: &[], selected: None, typed, view, is_loaded };
        text.push_str(&drawn(31, 3, Lang::Fr, |sheet, area| lines.draw(sheet, area, &mut KeptLines::default())));
    }
    insta::assert_snapshot!(text);
}
