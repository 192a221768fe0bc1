//! The three panes on a real store: what a referent sees on opening the program, and how she finds and opens a family.

use jalon::app::Command;
use jalon::tui::input::Timer;

use super::antenna::Told;
use super::office::Office;
use crate::app::act;

#[test]
fn the_panes_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        insta::assert_snapshot!(format!("panes_{width}x{height}"), Office::open(width, height).stage.shown());
    }
}

#[test]
fn one_pane_at_a_time_with_the_same_keys() {
    let mut office = Office::open(60, 20);
    office.keys("<Enter>");
    insta::assert_snapshot!("detail_60x20", office.text());
    office.keys("<Tab><Right>");
    insta::assert_snapshot!("timeline_60x20", office.text());
}

#[test]
fn an_empty_caseload_says_what_to_do_first() {
    insta::assert_snapshot!(Office::empty(100, 30).text());
}

#[test]
fn letters_typed_find_a_family_and_show_where() {
    let mut office = Office::open(80, 24);
    office.keys("/desire aya");
    insta::assert_snapshot!(office.stage.shown());
    office.keys("<Enter><Esc><Esc>");
    assert!(office.text().contains("3/4 File active"), "the family found stays under the cursor: {}", office.text());
}

#[test]
fn each_saved_view_lists_its_families() {
    let mut office = Office::open(80, 24);
    let mut seen = Vec::new();
    for keys in [
        "v<Home><Enter>",
        "v<Down><Enter>",
        "v<Down><Enter>",
        "v<Down><Enter>",
        "v<Down><Enter>",
        "v<Down><Enter>",
        "v<Down><Enter>",
    ] {
        office.keys(keys);
        let text = office.text();
        let title =
            text.lines().nth(1).unwrap().split('┬').next().unwrap().trim_matches(['┌', '▸', '─', ' ']).to_owned();
        let names =
            text.lines().skip(2).map(|line| line.chars().skip(3).take(9).collect::<String>().trim_end().to_owned());
        let names: Vec<_> = names.take_while(|name| !name.is_empty() && !name.starts_with('─')).collect();
        seen.push(format!("{title}: {}", names.join(", ")));
    }
    insta::assert_snapshot!(seen.join("\n"));
}

#[test]
fn a_family_read_ahead_is_read_again_when_it_has_changed_since() {
    let mut told = Told::founded();
    told.included("Alpha", "2026-10-01");
    let beta = told.included("Beta", "2026-10-01");
    let gamma = told.included("Gamma", "2026-10-01");
    told.included("Omega", "2026-10-01");
    let mut antenna = told.on_stage(100, 30);
    antenna.settle();
    antenna.stage.keys("<End><Home><Down><Up><Down>");
    // The cursor is on Beta and Gamma was read ahead when another process records something of Gamma.
    let renamed = |family, number: u32, surname: &str, name: &str| {
        let identity = format!(
            r#"{{"act":"correct_identity","surname":"{surname}","given_name":"{name}","birth_date":"1998-04-0{number}",
            "matricule":"100{number}"}}"#
        );
        Command::Family { family: Some(family), act: act(&identity) }
    };
    antenna.store().execute(renamed(gamma, 3, "Gamma", "Renee")).unwrap();
    antenna.stage.keys("<Down>");
    assert!(antenna.text().contains("GAMMA Renee"), "{}", antenna.text());
    // The same on the way back, for one that was passed.
    antenna.stage.keys("<Up>");
    antenna.store().execute(renamed(beta, 2, "Beta", "Lucie")).unwrap();
    antenna.stage.keys("<Down><Up>");
    assert!(antenna.text().contains("BETA Lucie"), "{}", antenna.text());
}

#[test]
fn going_down_and_up_line_by_line_shows_each_family_once_and_in_order() {
    let mut told = Told::founded();
    for number in 0..60 {
        told.oriented(&format!("Nom{number:02}"), "2026-11-20");
    }
    let mut antenna = told.on_stage(100, 30);
    antenna.settle();
    let mut check = |key: &str, number: usize| {
        antenna.stage.keys(key);
        let text = antenna.text();
        let marked = text.matches(&format!("NOM{number:02} Essai")).count();
        assert_eq!(marked, 2, "in the list and in the page, after {key}:\n{text}");
        assert!(text.contains(&format!("▸{}/60", number + 1)), "{text}");
    };
    for number in 1..60 {
        check("<Down>", number);
    }
    for number in (0..59).rev() {
        check("<Up>", number);
    }
}

#[test]
fn sections_fold_on_their_heading_and_stay_folded_for_the_next_family() {
    let mut office = Office::open(100, 30);
    office.keys("<Enter><PageDown><Enter><PageDown><Enter>");
    insta::assert_snapshot!(office.text());
    office.keys("<Esc><Down>");
    assert!(office.text().contains("Échéances ▸") && office.text().contains("Contrat ▸"), "{}", office.text());
    office.keys("<Enter><PageDown><Enter>");
    assert!(office.text().contains("premier entretien"), "{}", office.text());
}

#[test]
fn a_mark_opens_its_form_or_what_is_recorded() {
    let mut office = Office::open(140, 40);
    office.keys("<Tab><Tab><Right>");
    for _ in 0..12 {
        office.keys("<Left>");
    }
    let mut opened = String::new();
    for rank in 1..=12 {
        let text = office.text();
        let sentence = text.lines().find(|line| line.ends_with(&format!(" {rank}/12│"))).unwrap();
        let sentence = sentence.split('│').nth(2).unwrap().split(" · ").take(2).collect::<Vec<_>>().join(" · ");
        office.keys("<Enter>");
        let text = office.text();
        let mut lines = text.lines().skip(2).skip_while(|line| !line.contains("┌ "));
        let (before, title) = lines.next().unwrap().split_once("┌ ").unwrap();
        let first: String =
            lines.next().unwrap().chars().skip(before.chars().count() + 1).take_while(|c| *c != '│').collect();
        let title = title.split(" ─").next().unwrap();
        opened.push_str(&format!("{} → {title} / {}\n", sentence.trim(), first.trim()));
        office.keys("<Esc><Right>");
    }
    insta::assert_snapshot!(opened);
}

#[test]
fn the_path_is_scrolled_and_looked_at_closer() {
    let mut office = Office::open(140, 40);
    office.keys("<Tab><Tab>");
    let pane = |office: &Office| {
        office.text().lines().skip(25).map(|line| line.chars().skip(43).collect::<String>() + "\n").collect::<String>()
    };
    let mut seen = String::new();
    for keys in ["+", "+", "<S-Left>", "-<Home>", "<End>", "t"] {
        office.keys(keys);
        seen.push_str(&format!(
            "── {keys}\n{}",
            pane(&office).lines().take(7).map(|line| line.to_owned() + "\n").collect::<String>()
        ));
    }
    insta::assert_snapshot!(seen);
    let today = pane(&office);
    office.keys("<S-Left>");
    let before = pane(&office);
    office.keys("t<C-b>");
    assert_eq!(pane(&office), before, "a page back, as in a list");
    office.keys("<C-f>");
    assert_eq!(pane(&office), today);
}

#[test]
fn the_list_is_sorted_as_asked() {
    let mut office = Office::open(80, 24);
    office.keys("t<Down><Enter>");
    let names = |office: &Office| {
        let text = office.text();
        text.lines().skip(2).take(4).map(|line| line.chars().skip(3).take(9).collect::<String>()).collect::<Vec<_>>()
    };
    assert_eq!(names(&office), ["DIARRA Am", "PETIT-… É", "LE GOFF M", "N’GUE… Ay"]);
    assert!(office.text().contains("File active · éché"), "{}", office.text());
    office.keys("t<Down><Enter>");
    assert!(office.text().contains("File active · cont"), "{}", office.text());
}

#[test]
fn what_grows_with_the_caseload_is_read_once_the_first_screen_had_its_time() {
    let mut told = Told::founded();
    told.included("Alpha", "2026-10-01");
    let mut antenna = told.on_stage_reading_later(100, 30);
    assert!(antenna.text().contains("ALPHA") && !antenna.text().contains("▸1/1"), "{}", antenna.text());
    assert!(antenna.nothing_was_read());
    antenna.stage.elapsed(Timer::FirstScreen);
    antenna.settle();
    assert!(antenna.text().contains("▸1/1"), "{}", antenna.text());
    antenna.stage.keys("<Down>");
    assert!(antenna.nothing_was_read(), "once is enough");
}
