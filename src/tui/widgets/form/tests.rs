//! The form, without a screen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::json;

use super::*;
use crate::base::locale::Lang;
use crate::tui::keymap::{Found, Key, lookup};
use crate::tui::widgets::field::{Choice, Leaning};

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn catalog() -> Catalog {
    Catalog::new(Lang::Fr)
}

fn settings() -> Vec<Choice> {
    ["caf-premises", "department-premises", "home-visit", "remote"].map(|code| Choice::new(code, code)).to_vec()
}

fn steps() -> Vec<Choice> {
    ["rights-and-duties", "assessment", "diagnosis", "contract-design", "contract-follow-up"]
        .map(|code| Choice::new(code, code))
        .to_vec()
}

fn held() -> Form {
    let items =
        vec![Choice::new("fsl", "FSL").in_group("housing"), Choice::new("debt", "surendettement").in_group("budget")];
    let fields = vec![
        Field::date("date", Leaning::Past).value("2026-11-23"),
        Field::choice("setting", settings()).value("home-visit"),
        Field::choices("steps", steps()),
        Field::choices("themes", ["housing", "budget"].map(|code| Choice::new(code, code)).to_vec()),
        Field::choices("items", items).within("themes"),
        Field::lines("note").optional(),
    ];
    Form::new(ActKind::HoldEncounter, None, fields).ready(today(), &catalog())
}

/// Presses keys as the keymap gives them to a form; gives the last reaction.
fn press(form: &mut Form, keys: &str) -> Reaction {
    let catalog = catalog();
    let mut last = Reaction::Stays;
    for key in keys.split(' ') {
        let key = Key::parse(key).unwrap();
        last = match lookup(form.context(), &[], key) {
            Found::Action(action, _) => form.update(action, &catalog),
            Found::Text(character) => form.typed(character, &catalog),
            Found::Pending | Found::Nothing => {
                form.edited(key);
                Reaction::Stays
            }
        };
    }
    last
}

#[test]
fn a_visit_is_recorded_in_few_keys() {
    let mut form = held();
    let reaction = press(&mut form, "1 3 Tab 1 2 C-s");
    let Reaction::Submit(act) = reaction else { panic!("{reaction:?}") };
    let expected: FamilyAct = serde_json::from_value(json!({
        "act": "hold_encounter", "date": "2026-11-23", "setting": "home-visit",
        "steps": ["rights-and-duties", "diagnosis"], "themes": ["housing", "budget"], "items": [],
    }))
    .unwrap();
    assert_eq!(*act, expected);
}

#[test]
fn the_focus_begins_on_the_first_field_to_fill_in() {
    assert_eq!(held().fields[held().focus].name, "steps");
}

#[test]
fn tab_and_shift_tab_go_round() {
    let mut form = held();
    press(&mut form, "PageUp S-Tab");
    assert_eq!(form.fields[form.focus].name, "note");
    press(&mut form, "Tab");
    assert_eq!(form.fields[form.focus].name, "date");
}

#[test]
fn tab_leaves_a_text_of_several_lines_and_the_arrows_go_through_it() {
    let mut form = held();
    press(&mut form, "PageDown u n Enter d e u x");
    let note = form.focus;
    press(&mut form, "S-Tab");
    assert_ne!(form.focus, note, "from its last line too");
    press(&mut form, "Tab Up");
    assert_eq!(form.focus, note, "to the line above");
    press(&mut form, "Up");
    assert_ne!(form.focus, note, "and above the first line to the field before");
    press(&mut form, "Tab Down Down");
    assert_ne!(form.focus, note);
}

#[test]
fn items_are_offered_by_the_themes_that_are_marked() {
    let mut form = held();
    assert!(!form.shows(&form.fields[4]));
    press(&mut form, "Tab 2 Tab 1");
    assert_eq!(form.to_json(&catalog()).unwrap()["items"], json!(["debt"]));
    // Unmarking the theme takes its items along.
    press(&mut form, "S-Tab 2");
    assert_eq!(form.to_json(&catalog()).unwrap().get("items"), None);
}

#[test]
fn a_date_that_cannot_be_read_keeps_the_focus_on_it() {
    let mut form = held();
    press(&mut form, "PageUp C-u 3 1 / 0 2 C-s");
    assert_eq!(form.focus, 0);
    assert_eq!(form.fields[0].fault.as_ref().unwrap().text, catalog().text("date-fault-impossible"));
    press(&mut form, "Backspace");
    assert!(form.fields[0].fault.is_none(), "typing takes the fault away");
}

#[test]
fn a_required_field_left_empty_is_named() {
    let mut form = held();
    press(&mut form, "PageUp C-u C-s");
    assert_eq!(form.fields[0].fault.as_ref().unwrap().text, catalog().text("form-missing"));
}

#[test]
fn a_refusal_goes_beside_the_field_it_names_else_to_the_top() {
    let mut form = held();
    form.refuse(Fault { field: Some("steps".into()), text: "une étape".into(), ..Fault::default() });
    assert_eq!(form.focus, 2);
    assert_eq!(form.fields[2].fault.as_ref().unwrap().text, "une étape");
    form.refuse(Fault { field: Some("nowhere".into()), text: "non".into(), ..Fault::default() });
    assert_eq!(form.fault.as_ref().unwrap().text, "non");
}

#[test]
fn a_draft_keeps_no_social_security_number() {
    let mut form = held();
    press(&mut form, "PageDown v u Space 2 Space 9 9 Space 0 4 Space 7 7 Space 1 2 3 Space 4 5 6 Space h i e r");
    let draft = form.draft();
    assert!(draft.contains("vu • •• •• •• ••• ••• hier"), "{draft}");
    assert!(!draft.contains("123"), "{draft}");
}

#[test]
fn a_draft_brings_back_what_was_typed() {
    let mut form = held();
    press(&mut form, "2 Tab 1 Tab 1 Tab b o n Enter j o u r");
    let draft = form.draft();
    let mut again = held();
    again.resume(&draft);
    assert!(again.resumed);
    assert_eq!(again.to_json(&catalog()).unwrap(), form.to_json(&catalog()).unwrap());
    assert_eq!(again.to_json(&catalog()).unwrap()["note"], "bon\njour");
}

#[test]
fn a_draft_of_another_act_or_a_damaged_one_changes_nothing() {
    let mut form = held();
    for draft in ["", "{", r#"{"act":"act-write-note","fields":{"date":"hier"}}"#] {
        form.resume(draft);
        assert!(!form.resumed, "{draft}");
    }
    form.resume(r#"{"act":"act-hold-encounter","fields":{"steps":"nonsense","date":7}}"#);
    assert_eq!(form.to_json(&catalog()).unwrap()["date"], "2026-11-23");
}

#[test]
fn enter_in_a_note_is_a_line_break_and_tab_leaves_it() {
    let mut form = held();
    press(&mut form, "PageDown a Enter b Up Up");
    assert_eq!(form.fields[form.focus].name, "themes");
    press(&mut form, "Down Down");
    assert_eq!(form.to_json(&catalog()).unwrap()["note"], "a\nb");
}

#[test]
fn a_field_under_a_condition_is_sent_only_when_it_holds() {
    let fields = vec![
        Field::choices("reasons", ["benefit-ended", "contract-ended"].map(|code| Choice::new(code, code)).to_vec()),
        Field::date("benefit_ended_on", Leaning::Past).value("2026-10-31").only_when("reasons", &["benefit-ended"]),
    ];
    let mut form = Form::new(ActKind::ExitFamily, None, fields).ready(today(), &catalog());
    assert_eq!(form.to_json(&catalog()).unwrap().get("benefit_ended_on"), None);
    press(&mut form, "1");
    assert_eq!(form.to_json(&catalog()).unwrap()["benefit_ended_on"], "2026-10-31");
}

#[test]
fn a_letter_chooses_and_a_word_narrows_the_list() {
    let motives = ["agent", "réorienter", "réduire", "suspendre", "unir"].map(|code| Choice::new(code, code)).to_vec();
    let fields = vec![Field::choice("motive", motives), Field::text("note").optional()];
    let mut form = Form::new(ActKind::OpenPanelReferral, None, fields).ready(today(), &catalog());
    let held = |form: &Form| form.fields[0].held().join(" ");
    for expected in ["réorienter", "réduire", "réorienter"] {
        assert!(matches!(press(&mut form, "r"), Reaction::Stays));
        assert_eq!(held(&form), expected, "the same letter goes through those that begin with it");
    }
    assert!(matches!(press(&mut form, "é"), Reaction::Stays), "the word of the one chosen");
    let Reaction::List(mut picker) = press(&mut form, "d") else { panic!("no list") };
    assert_eq!(held(&form), "réorienter", "no other was chosen unseen");
    assert_eq!(picker.update(Action::Open, 10), crate::tui::widgets::picker::Reaction::Chosen("réduire".into()));
    press(&mut form, "a");
    form.edited(Key::parse("Right").unwrap());
    assert!(matches!(press(&mut form, "s"), Reaction::Stays), "another key ends the word");
    assert_eq!(held(&form), "suspendre");
    assert!(matches!(press(&mut form, "u s p"), Reaction::Stays), "the rest of its word");
    assert_eq!(held(&form), "suspendre");
}

#[test]
fn a_long_choice_opens_a_list_and_takes_its_answer() {
    let centers: Vec<Choice> = (1..=14).map(|n| Choice::new(format!("mds-{n}"), format!("MDS {n}"))).collect();
    let mut form =
        Form::new(ActKind::ReceiveOrientation, None, vec![Field::choice("center", centers)]).ready(today(), &catalog());
    assert!(matches!(press(&mut form, "Space"), Reaction::List(_)));
    form.chosen("mds-12");
    assert!(form.fields[0].is("mds-12"));
}

#[test]
fn a_number_behind_a_choice_is_sent_as_a_number() {
    let months = ["3", "6"].map(|months| Choice::new(months, months)).to_vec();
    let fields = vec![Field::choice("months", months).as_number().value("6")];
    let form = Form::new(ActKind::ReviseContract, None, fields).ready(today(), &catalog());
    assert_eq!(form.to_json(&catalog()).unwrap()["months"], json!(6));
}

#[test]
fn a_key_that_does_nothing_where_the_cursor_is_leaves_the_form_untouched() {
    let fields = vec![Field::text("document"), Field::rows("children", vec![Field::text("given_name")])];
    let mut form = Form::new(ActKind::ReceiveOrientation, None, fields).ready(today(), &catalog());
    press(&mut form, "F4 F5 F6 Down F6 F6");
    assert!(!form.touched && !form.unsaved, "nothing was typed, no draft is kept");
    press(&mut form, "a F6");
    assert!(form.touched);
}

#[test]
fn choosing_another_fills_in_what_is_known_of_it() {
    let child = |id: &str, name: &str, born: &str| {
        Choice::personal(id, name).known(vec![("given_name", name.into()), ("birth_date", born.into())])
    };
    let children = vec![child("1", "Awa", "01/02/2024"), child("2", "Moussa", "03/04/2025")];
    let fields = vec![
        Field::choice("child", children).value("1"),
        Field::text("given_name"),
        Field::date("birth_date", Leaning::Past),
    ];
    let mut form = Form::new(ActKind::CorrectChild, None, fields).ready(today(), &catalog());
    assert_eq!(form.typed_in("given_name"), "Awa");
    press(&mut form, "Down x Up Right");
    let sent = form.to_json(&catalog()).unwrap();
    assert_eq!(
        (&sent["child"], &sent["given_name"], &sent["birth_date"]),
        (&json!("2"), &json!("Moussa"), &json!("2025-04-03")),
        "never the name of one child under the other"
    );
}
