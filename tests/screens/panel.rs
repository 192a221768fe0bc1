//! Referrals to the panel: opened out of the record, acted on from the board, told on the page and the timeline.

use jalon::domain::panel::PanelStage;

use super::antenna::{OnStage, Told};

/// Alpha is under contract; Beta was told of a suspension a month ago; Gamma waits for the panel; Delta's exit was agreed.
fn antenna(width: u16, height: u16) -> OnStage {
    let mut told = Told::founded();
    told.alpha();
    let beta = told.included("Beta", "2026-05-04");
    for line in [
        r#"{"act":"open_panel_referral","motive":"suspend","date":"2026-11-02","situation":"Parent isolé, un enfant.",
            "grounds":"Trois rendez-vous manqués"}"#,
        r#"{"act":"record_panel_letter","date":"2026-11-09"}"#,
    ] {
        told.tell(beta, line);
    }
    let gamma = told.included("Gamma", "2026-03-02");
    for line in [
        r#"{"act":"open_panel_referral","motive":"twelve-months","date":"2026-10-01","situation":"Parent isolé."}"#,
        r#"{"act":"send_panel_referral","date":"2026-10-12"}"#,
    ] {
        told.tell(gamma, line);
    }
    let delta = told.included("Delta", "2026-03-02");
    for line in [
        r#"{"act":"open_panel_referral","motive":"agent-exit","date":"2026-09-01","situation":"En emploi."}"#,
        r#"{"act":"send_panel_referral","date":"2026-09-02"}"#,
        r#"{"act":"record_panel_opinion","date":"2026-09-20","measure":"exit"}"#,
        r#"{"act":"record_panel_decision","date":"2026-09-25","measure":"exit"}"#,
    ] {
        told.tell(delta, line);
    }
    told.on_stage(width, height)
}

fn stage_of(shown: &OnStage, name: &str) -> PanelStage {
    let store = shown.store();
    let record = store.family(shown.family(name)).unwrap().unwrap();
    record.panel_referrals.last().unwrap().stage(store.antenna(), store.today())
}

#[test]
fn the_board_at_each_size() {
    for (width, height) in [(140, 40), (80, 24), (60, 20)] {
        let mut shown = antenna(width, height);
        shown.stage.keys("e");
        insta::assert_snapshot!(format!("board_{width}x{height}"), shown.text());
    }
}

#[test]
fn the_board_by_delay() {
    let mut shown = antenna(100, 30);
    shown.stage.keys("er");
    insta::assert_snapshot!(shown.text());
}

#[test]
fn enter_on_the_board_takes_the_referral_on_and_the_board_follows() {
    let mut shown = antenna(100, 30);
    shown.stage.keys("e");
    assert!(shown.line_with("│▸").contains("BETA"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains("Enregistrer les observations ─ BETA Essai"), "{}", shown.text());
    shown.stage.keys("Absente pour maladie.<C-s>");
    assert_eq!(stage_of(&shown, "BETA"), PanelStage::ReadyToLeave, "{}", shown.text());
    assert!(shown.text().contains("Prêtes à partir (1)"), "{}", shown.text());
}

#[test]
fn an_act_of_the_leader_menu_is_about_the_referral_under_the_cursor() {
    let mut shown = antenna(100, 30);
    shown.stage.keys("ej jxSituation rétablie<C-s>");
    assert_eq!(stage_of(&shown, "GAMMA"), PanelStage::Cancelled, "{}", shown.text());
    assert_eq!(stage_of(&shown, "BETA"), PanelStage::Adversarial);
}

#[test]
fn the_board_opens_the_family() {
    let mut shown = antenna(140, 40);
    shown.stage.keys("ej<Right>");
    assert!(shown.text().contains("GAMMA Essai"), "{}", shown.text());
    assert!(shown.text().contains("Équipe pluridisciplinaire"), "{}", shown.text());
}

#[test]
fn a_suspension_is_told_whole_on_the_page_with_the_scale_in_force() {
    let mut shown = antenna(140, 60);
    shown.stage.keys("e<Right>");
    insta::assert_snapshot!(shown.text());
}

#[test]
fn a_referral_filled_from_the_record_takes_four_keys() {
    let mut shown = antenna(140, 60);
    shown.stage.keys(" jn");
    insta::assert_snapshot!(shown.text());
    shown.stage.keys("<C-s>");
    assert_eq!(stage_of(&shown, "ALPHA"), PanelStage::Draft);
}

#[test]
fn a_motive_whose_referral_is_underway_is_not_offered_and_said_above_the_fields() {
    let mut shown = antenna(100, 30);
    shown.stage.keys("ej jn");
    insta::assert_snapshot!(shown.text());
    shown.stage.keys("<C-s>");
    assert!(shown.text().contains("✓ Préparer une saisine"), "{}", shown.text());
    // Once there is one of each, nothing is asked.
    for _ in 0..3 {
        shown.stage.keys(" jn<Tab><Tab><Tab>Absences<C-s>");
    }
    shown.stage.keys(" jn");
    assert!(shown.stage.ui.act_of_form().is_none(), "{}", shown.text());
    assert!(shown.text().contains("déjà en cours. (art. 4)"), "{}", shown.text());
}

#[test]
fn an_act_that_a_referral_cannot_take_now_is_refused_before_anything_is_typed() {
    let mut shown = antenna(100, 30);
    shown.stage.keys("e");
    for (keys, on, why) in [
        (" je", "BETA", "jusqu’au 09/12/2026 compris"),
        (" jl", "BETA", "(CASF R262-69)"),
        (" jd", "BETA", "(art. 4)"),
        ("j je", "GAMMA", "(art. 4)"),
        (" jo", "GAMMA", "(CASF L262-37)"),
        (" jt", "GAMMA", "(art. 4)"),
    ] {
        shown.stage.keys(keys);
        assert!(shown.line_with("│▸").contains(on), "{}", shown.text());
        assert!(shown.stage.ui.act_of_form().is_none(), "{keys} on {on}: {}", shown.text());
        assert!(shown.text().contains(why), "{keys} on {on}: {}", shown.text());
    }
    assert_eq!(stage_of(&shown, "BETA"), PanelStage::Adversarial);
}

#[test]
fn an_exit_at_the_agent_s_request_names_the_referral_that_agreed() {
    let mut shown = antenna(140, 60);
    let delta = shown.family("DELTA");
    shown.stage.keys("jj ss");
    shown.stage.keys("3<Tab>1<C-s>");
    let store = shown.store();
    let record = store.family(delta).unwrap().unwrap();
    let exit = record.stays[0].exit.as_ref().unwrap_or_else(|| panic!("{}", shown.text()));
    assert_eq!(exit.panel_referral, Some(record.panel_referrals[0].id));
}

#[test]
fn a_rebuild_gives_the_board_again() {
    let shown = antenna(100, 30);
    let mut store = shown.store();
    let before = store.panel_board(10, 10).unwrap();
    assert_eq!(before.len(), 3);
    store.rebuild().unwrap();
    assert_eq!(store.panel_board(10, 10).unwrap(), before);
    store.check().unwrap();
}

#[test]
fn the_history_tells_a_referral_in_words() {
    let mut shown = antenna(140, 60);
    shown.stage.keys("jjhjjj");
    insta::assert_snapshot!(shown.text());
    for code in ["agent-exit", "twelve-months", "panel_", "⟦"] {
        assert!(!shown.text().contains(code), "{code}\n{}", shown.text());
    }
}

#[test]
fn privacy_masks_what_a_referral_says_on_every_screen() {
    let personal = ["BETA", "DELTA", "GAMMA", "Trois rendez-vous", "Parent isolé", "En emploi", "Petit"];
    let mut shown = antenna(140, 60);
    shown.stage.keys("<F9>");
    let mut opened = Vec::new();
    for keys in [
        "e",
        "r",
        "<Enter>",
        "Absente.<C-s> je",
        "<Esc> jm",
        "<Esc><Right>",
        "<Tab><Home><Right><Enter>",
        "<Esc>h",
        "<End>",
    ] {
        shown.stage.keys(keys);
        let text = shown.text();
        let told: Vec<_> = personal.iter().filter(|word| text.contains(**word)).collect();
        assert!(told.is_empty(), "{told:?} after {keys}:\n{text}");
        opened.push(text);
    }
    assert!(opened.iter().any(|text| text.contains("Envoyer la saisine ─")), "the form was seen");
    assert!(opened.iter().any(|text| text.contains("Modifier la saisine ─")), "the form was seen");
}

#[test]
fn the_mark_of_a_closed_referral_is_read_whole() {
    let mut shown = antenna(140, 60);
    shown.stage.keys("jj jt<C-s>");
    shown.stage.keys("<Tab><Tab>");
    let mut told = String::new();
    for _ in 0..3 {
        shown.stage.keys("<Left><Enter>");
        told.push_str(&shown.text());
        shown.stage.keys("<Esc>");
    }
    assert!(told.contains("En emploi.") && told.contains("Décision du 25/09/2026"), "{told}");
}
