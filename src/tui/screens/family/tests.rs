#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use unicode_width::UnicodeWidthStr;

use super::lines::wrapped;
use super::*;
use crate::base::locale::Lang;
use crate::domain::FamilyAct;
use crate::domain::contract::ContractKind;
use crate::domain::family::{CorrectChild, DeclarePregnancy, RecordChildDeparture};
use crate::domain::referent::NameStandIn;
use crate::tui::screens::fixture::{Story, benali, day, diarra, drawn};

fn laid_out(story: &Story, view: &mut FamilyView, width: u16, height: u16, lang: Lang) {
    let deadlines = story.deadlines();
    let dossier = Dossier {
        record: &story.record,
        antenna: &story.antenna,
        deadlines: &deadlines,
        today: story.today,
        places: Some((6, 10)),
        revealed: false,
        mask: |text| text.into(),
    };
    view.lay_out(&Catalog::new(lang), &dossier, width, height);
}

fn page(story: &Story, width: u16, height: u16, lang: Lang) -> String {
    let mut view = FamilyView::default();
    laid_out(story, &mut view, width, height, lang);
    drawn(width, height, lang, |sheet, area| view.draw(sheet, area, false))
}

#[test]
fn the_whole_page_at_each_width() {
    let story = diarra();
    let mut text = String::new();
    for (width, height, lang) in [(106, 75, Lang::Fr), (66, 80, Lang::Fr), (40, 100, Lang::En)] {
        text.push_str(&format!("── {width}\n"));
        text.push_str(&page(&story, width, height, lang));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn why_a_family_is_not_in_the_caseload_is_said_first() {
    let mut story = Story::new(8);
    story.oriented("2026-03-02", "Diarra", "Aminata", &[("Moussa", "2024-02-11")]).included("2026-03-12");
    let headings = |page: &str| ["File active\u{a0}: entrées et sorties", "Foyer"].map(|heading| page.find(heading));
    let [stays, household] = headings(&page(&story, 106, 75, Lang::Fr));
    assert!(household.is_some() && household < stays, "{household:?} {stays:?}");
    story.left("2026-05-20", "2026-05-20", "CDI à temps partiel");
    let page = page(&story, 106, 75, Lang::Fr);
    let [stays, household] = headings(&page);
    assert!(stays.is_some() && stays < household, "{page}");
}

#[test]
fn a_child_that_leaves_the_household_last_is_told_and_no_birthday_before_the_stay_is() {
    let mut story = Story::new(8);
    story
        .oriented("2026-03-02", "Diarra", "Aminata", &[("Moussa", "2024-02-11"), ("Awa", "2020-05-01")])
        .included("2026-03-12");
    let child = story.record.children[0].id;
    let left = RecordChildDeparture { child, date: day("2026-05-02"), motive: "chez son père".into() };
    let page = page(story.on("2026-05-10", FamilyAct::RecordChildDeparture(left)), 106, 75, Lang::Fr);
    assert!(page.contains("! Plus d’enfant de moins de 3 ans au foyer depuis le 02/05/2026"), "{page}");
    assert!(!page.contains("troisième anniversaire") && !page.contains("2023"), "{page}");
}

#[test]
fn a_signed_contract_that_has_not_begun_is_to_come_with_its_objectives_and_commitments() {
    let mut story = Story::new(8);
    story
        .oriented("2026-03-02", "Diarra", "Aminata", &[("Moussa", "2024-02-11")])
        .included("2026-03-12")
        .drafted("2026-04-02", ContractKind::First, "2026-04-03", 3, "2026-06-15")
        .signed("2026-04-03")
        .drafted("2026-06-25", ContractKind::Renewal, "2026-07-03", 9, "2026-11-28")
        .signed("2026-06-26");
    let headings = ["Contrat à venir", "Contrats précédents"];
    let headings = |page: &str| headings.map(|heading| page.lines().any(|line| line == heading));
    let before = page(&story, 106, 75, Lang::Fr);
    assert_eq!(headings(&before), [true, false], "{before}");
    let (_, next) = before.split_once("Contrat à venir\n").unwrap();
    let next = next.split("\n\n").next().unwrap();
    for said in ["CER 2", "Quitter l’hébergement", "constituer le dossier FSL", "accompagner à la mairie"] {
        assert!(next.contains(said), "{said}: {next}");
    }
    let after = page(story.looked_at("2026-07-03"), 106, 75, Lang::Fr);
    assert_eq!(headings(&after), [false, true], "{after}");
}

#[test]
fn a_long_accented_name_wide_characters_and_a_stand_in_keep_their_columns() {
    let mut story = Story::new(9);
    story
        .oriented(
            "2026-02-01",
            "De La Fontaine-Müller N’Guessan",
            "Éléonore Marie-Françoise 明美",
            &[("Léonie", "2024-02-29"), ("Loïc", "2024-02-29"), ("美咲 Misaki", "2020-06-30")],
        )
        .included("2026-02-10")
        .on(
            "2026-02-11",
            FamilyAct::DeclarePregnancy(DeclarePregnancy { date: day("2026-02-11"), expected_on: day("2026-08-30") }),
        )
        .on(
            "2026-02-12",
            FamilyAct::NameStandIn(NameStandIn {
                referent: benali(),
                from: day("2026-02-12"),
                to: day("2026-03-31"),
                motive: "congé".into(),
            }),
        )
        .looked_at("2026-02-20");
    let page = page(&story, 82, 30, Lang::Fr);
    assert!(page.lines().all(|line| line.width() <= 82));
    insta::assert_snapshot!(page);
}

#[test]
fn a_family_that_left_shows_why_and_until_when_its_file_is_kept() {
    let mut story = diarra();
    story.left("2026-12-20", "2026-11-30", "CDI à temps partiel");
    insta::assert_snapshot!(page(&story, 82, 70, Lang::Fr));
}

#[test]
fn the_cursor_goes_through_every_line_and_from_section_to_section() {
    let story = diarra();
    for (width, height) in [(106, 20), (40, 8)] {
        let mut view = FamilyView { cursor: 0, ..FamilyView::default() };
        laid_out(&story, &mut view, width, height, Lang::Fr);
        assert!(!view.is_whole(height));
        view.lines = sections_of(&story, width);
        let mut seen = vec![view.cursor];
        for _ in 0..200 {
            view.go(Move::Down, height);
            assert!(view.top <= view.cursor && view.cursor < view.top + usize::from(height));
            seen.push(view.cursor);
        }
        seen.dedup();
        let stops = view.lines.iter().filter(|line| !line.pieces.is_empty()).count();
        assert_eq!(seen.len(), stops);
        view.go(Move::First, height);
        let mut headings = 0;
        while view.cursor + 1 < view.lines.len() {
            view.go(Move::PageDown, height);
            headings += usize::from(view.lines[view.cursor].section.is_some());
        }
        assert_eq!(headings, view.lines.iter().filter(|line| line.section.is_some()).count());
        for _ in 0..40 {
            view.go(Move::PageUp, height);
        }
        assert_eq!((view.cursor, view.top), (0, 0));
    }
}

fn sections_of(story: &Story, width: u16) -> Vec<Line> {
    let mut view = FamilyView::default();
    laid_out(story, &mut view, width, u16::MAX, Lang::Fr);
    view.lines
}

#[test]
fn the_number_is_masked_but_for_its_last_four_until_it_is_revealed() {
    let story = diarra();
    let deadlines = story.deadlines();
    let mut shown = Vec::new();
    for revealed in [false, true] {
        let dossier = Dossier {
            record: &story.record,
            antenna: &story.antenna,
            deadlines: &deadlines,
            today: story.today,
            places: None,
            revealed,
            mask: |text| text.into(),
        };
        let lines = sections::lines(&Catalog::new(Lang::Fr), &dossier, 90, 1, &BTreeSet::new());
        shown.push(lines[0].pieces[1].text.clone());
    }
    assert_eq!(shown, ["matricule •••4821", "matricule 7654821"]);
}

#[test]
fn text_is_broken_between_words_and_never_wider_than_its_room() {
    for (text, width, lines) in [
        ("un deux trois", 8, &["un deux", "trois"][..]),
        ("un deux trois", 13, &["un deux trois"]),
        ("anticonstitutionnellement", 10, &["anticonsti", "tutionnell", "ement"]),
        ("a\n\nb", 5, &["a", "", "b"]),
        ("", 5, &[]),
        ("明日は晴れ", 5, &["明日", "は晴", "れ"]),
        ("un\u{1b}[2J", 20, &["un␛[2J"]),
    ] {
        assert_eq!(wrapped(text, width), lines, "{text:?} in {width}");
    }
}

#[test]
fn a_folded_section_shows_its_heading_alone_for_every_family() {
    let story = diarra();
    let mut view = FamilyView::default();
    laid_out(&story, &mut view, 66, u16::MAX, Lang::Fr);
    let whole = view.lines.len();
    assert!(!view.fold(), "the name is no heading");
    for _ in 0..3 {
        view.go(Move::PageDown, 30);
        assert!(view.fold());
        let section = view.lines[view.cursor].section;
        laid_out(&story, &mut view, 66, u16::MAX, Lang::Fr);
        assert_eq!(view.lines[view.cursor].section, section, "the cursor stays on the heading");
    }
    view.leave();
    laid_out(&story, &mut view, 66, 14, Lang::Fr);
    insta::assert_snapshot!(drawn(66, 14, Lang::Fr, |sheet, area| view.draw(sheet, area, false)));
    for _ in 0..3 {
        laid_out(&story, &mut view, 66, u16::MAX, Lang::Fr);
        view.go(Move::PageDown, 30);
        assert!(view.fold());
    }
    laid_out(&story, &mut view, 66, u16::MAX, Lang::Fr);
    assert_eq!(view.lines.len(), whole);
}

#[test]
fn a_family_without_a_child_at_home_is_told_to_be_looked_into() {
    let mut story = Story::new(8);
    story.oriented("2026-03-02", "Diarra", "Aminata", &[("Moussa", "2024-02-11")]).included("2026-03-12");
    let says = |story: &Story| page(story, 66, 40, Lang::Fr).contains("! Aucun enfant au foyer");
    assert!(!says(&story));
    let child = story.record.children[0].id;
    let gone = RecordChildDeparture { child, date: day("2026-04-01"), motive: "chez son père".into() };
    story.on("2026-04-01", FamilyAct::RecordChildDeparture(gone));
    assert!(says(&story));
    let declared = DeclarePregnancy { date: day("2026-04-02"), expected_on: day("2026-10-01") };
    story.on("2026-04-02", FamilyAct::DeclarePregnancy(declared));
    assert!(!says(&story), "a pregnancy stands for a child");
}

#[test]
fn a_birth_date_corrected_beyond_what_stood_on_it_is_told_in_the_first_lines() {
    let mut story = Story::new(8);
    story.oriented("2026-03-02", "Diarra", "Aminata", &[("Moussa", "2024-02-11")]).included("2026-03-12");
    let said = "! Aucun enfant de moins de 3 ans à l’inclusion, le 12/03/2026 (art. 2)";
    assert!(!page(&story, 100, 40, Lang::Fr).contains("à l’inclusion"));
    let child = story.record.children[0].id;
    let corrected = CorrectChild { child, given_name: "Moussa".into(), birth_date: day("2022-02-11") };
    story.on("2026-04-01", FamilyAct::CorrectChild(corrected));
    let first: String = page(&story, 100, 40, Lang::Fr).lines().take(9).collect();
    assert!(first.contains(said), "{first}");
    // A narrow page cuts nothing of it.
    let narrow = page(&story, 50, 40, Lang::Fr);
    let words: Vec<_> = narrow.split_whitespace().collect();
    assert!(words.join(" ").contains(said), "{narrow}");
}
