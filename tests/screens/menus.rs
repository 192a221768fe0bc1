//! The leader menu, the palette and the help: three faces of one table of keys.

use jalon::tui::action::ActKind;
use jalon::tui::ui::{Farewell, Request};

use super::harness::{Deaf, Stage};

fn stage(width: u16, height: u16) -> Stage<Deaf> {
    Stage::new(width, height, Deaf::default())
}

fn opened(stage: &Stage<Deaf>) -> Vec<ActKind> {
    let act = |request: &Request| match request {
        Request::OpenForm { act, .. } => Some(*act),
        _other => None,
    };
    stage.desk.asked.iter().filter_map(act).collect()
}

#[test]
fn the_leader_menu_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        insta::assert_snapshot!(format!("leader_{width}x{height}"), stage(width, height).keys(" ").text());
    }
}

#[test]
fn a_first_key_greys_what_it_does_not_lead_to() {
    insta::assert_snapshot!(stage(140, 40).keys(" c").shown());
}

#[test]
fn where_not_every_act_has_a_line_a_first_key_shows_what_it_leads_to() {
    let mut menu = stage(80, 24);
    menu.keys(" ");
    assert!(menu.text().contains("l … Droits et aides"), "{}", menu.text());
    let acts = menu.keys("l");
    for act in ["l o Ouvrir un dossier de droits", "l r Enregistrer la réponse à une aide"] {
        assert!(acts.text().contains(act), "{}", acts.text());
    }
    assert!(!acts.text().contains("Établir le diagnostic"), "{}", acts.text());
}

#[test]
fn one_or_two_letters_open_the_form_of_an_act() {
    for (keys, act) in [
        (" v", ActKind::HoldEncounter),
        (" cs", ActKind::SignContract),
        (" i", ActKind::IncludeFamily),
        ("<F7>m", ActKind::MissEncounter),
        ("<F7><Down><Down><Enter>", ActKind::PlanEncounter),
    ] {
        let mut stage = stage(100, 30);
        stage.keys(keys);
        assert_eq!(opened(&stage), [act], "{keys}");
    }
}

#[test]
fn the_palette_finds_an_action_by_a_few_letters() {
    let mut stage = stage(100, 30);
    stage.keys(":sign cont");
    insta::assert_snapshot!(stage.shown());
    stage.keys("<Enter>");
    assert_eq!(opened(&stage), [ActKind::SignContract]);
}

#[test]
fn the_palette_can_quit_and_says_when_nothing_matches() {
    let mut stage = stage(80, 24);
    stage.keys("<C-p>zzzz");
    assert!(stage.text().contains("Rien ne correspond."));
    stage.keys("<Enter><C-u>quitter<Enter>");
    assert_eq!(stage.farewell(), Some(Farewell::Quit));
}

#[test]
fn the_help_begins_with_the_keys_heard_here() {
    insta::assert_snapshot!(stage(100, 30).keys("<F1>").text());
}

#[test]
fn on_a_narrow_screen_the_help_is_read_whole() {
    let mut stage = stage(80, 24);
    stage.keys("<F1>");
    assert!(stage.text().contains("des mots ne comptent."), "{}", stage.text());
    stage.keys("protection");
    assert!(stage.text().contains("Signaler (protection de l’enfance)"), "{}", stage.text());
}

#[test]
fn the_help_is_searched_by_typing() {
    let mut stage = stage(80, 24);
    stage.keys("<F1>verrou");
    let text = stage.text();
    assert!(text.contains("verrouiller") && !text.contains("filtrer"), "{text}");
    stage.keys("<Esc>");
    assert!(!stage.text().contains("verrouiller"));
}
