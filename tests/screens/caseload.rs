//! The three panes on a real store: what a referent sees on opening the program, and how she finds and opens a family.

use super::office::Office;

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
