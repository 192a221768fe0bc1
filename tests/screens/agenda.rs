//! The agenda: what is due, when, by which rule, and the act that settles it.

use jalon::app::Command;
use jalon::domain::antenna::{AdoptConvention, AntennaAct};
use jalon::domain::encounter::EncounterState;

use super::antenna::{OnStage, Told};
use crate::app::day;

/// The convention was renewed: of the whole antenna nothing is due.
fn renewed(told: &mut Told) {
    let mut convention = told.antenna.app.antenna().conventions[0].clone();
    convention.effective_from = day("2026-01-01");
    convention.period.ends = day("2099-12-31");
    (convention.period.starts, convention.period.ends) = (day("2026-01-01"), day("2028-12-31"));
    let act = AntennaAct::AdoptConvention(AdoptConvention { convention: Box::new(convention) });
    told.antenna.app.execute(Command::Antenna(act)).unwrap();
}

#[test]
fn what_the_convention_asks_of_the_antenna_is_settled_one_key_away() {
    let mut told = Told::founded();
    let mut convention = told.antenna.app.antenna().conventions[0].clone();
    convention.effective_from = day("2026-01-01");
    convention.period.ends = day("2099-12-31");
    (convention.period.starts, convention.period.ends) = (day("2026-01-01"), day("2026-12-31"));
    let act = AntennaAct::AdoptConvention(AdoptConvention { convention: Box::new(convention) });
    told.antenna.app.execute(Command::Antenna(act)).unwrap();
    let mut shown = told.on_stage(100, 30);
    shown.settle().stage.keys("a");
    // The notice could be given until the end of September: nobody is late with it.
    assert_eq!(shown.stage.ui.header.overdue, 0);
    insta::assert_snapshot!("of_the_convention", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains("Clore une période") && shown.text().contains("31/10/2026"), "{}", shown.text());
    shown.stage.keys("<C-s><Enter>");
    shown.settle();
    assert!(!shown.text().contains("mesure d’impact"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains("Adopter une convention"), "{}", shown.text());
}

/// Alpha is under contract and expected today, Beta has no contract yet, Gamma waits for an answer.
fn agenda(width: u16, height: u16) -> OnStage {
    let mut told = Told::founded();
    renewed(&mut told);
    told.alpha();
    told.beta();
    told.oriented("Gamma", "2026-09-25");
    let mut shown = told.on_stage(width, height);
    shown.stage.keys("a");
    shown
}

/// The line under the cursor.
fn selected(shown: &OnStage) -> String {
    shown.line_with("│▸")
}

#[test]
fn the_agenda_at_each_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        insta::assert_snapshot!(format!("agenda_{width}x{height}"), agenda(width, height).text());
    }
}

#[test]
fn the_agenda_by_rule() {
    let mut shown = agenda(100, 30);
    shown.stage.keys("jjr");
    insta::assert_snapshot!(shown.shown());
}

#[test]
fn the_line_under_the_cursor_stays_there_when_the_agenda_is_grouped_otherwise() {
    let mut shown = agenda(100, 30);
    shown.stage.keys("jj");
    let before = selected(&shown);
    shown.stage.keys("r");
    assert_eq!(selected(&shown), before);
    shown.stage.keys("r");
    assert_eq!(selected(&shown), before);
}

#[test]
fn appointments_of_one_day_stand_in_the_order_of_their_hours() {
    let mut told = Told::founded();
    for (name, time) in [("Alpha", "16:00"), ("Beta", "09:00"), ("Gamma", "11:30")] {
        let family = told.included(name, "2026-10-05");
        told.tell(
            family,
            &format!(r#"{{"act":"plan_encounter","date":"2026-11-27","time":"{time}:00","setting":"home-visit"}}"#),
        );
    }
    let mut shown = told.on_stage(100, 30);
    shown.stage.keys("a");
    let text = shown.text();
    let at = |hour: &str| text.find(hour).unwrap();
    assert!(at("09:00") < at("11:30") && at("11:30") < at("16:00"), "{text}");
}

#[test]
fn enter_records_today_s_appointment_and_the_line_is_gone() {
    let mut shown = agenda(100, 40);
    assert!(selected(&shown).contains("rendez-vous 14:00"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains("Enregistrer un entretien ─ ALPHA Essai"), "{}", shown.text());
    shown.stage.keys("5<Tab>2<C-s>");
    assert!(shown.text().contains("✓"), "{}", shown.text());
    assert!(!shown.text().contains("rendez-vous 14:00"), "{}", shown.text());
    let store = shown.store();
    let alpha = shown.family("ALPHA");
    let record = store.family(alpha).unwrap().unwrap();
    let planned = record.encounters.iter().filter(|encounter| encounter.state == EncounterState::Planned);
    assert_eq!((planned.count(), record.encounters_held().count()), (0, 3));
}

#[test]
fn an_encounter_of_another_day_leaves_the_appointment_of_today() {
    let mut shown = agenda(100, 40);
    let alpha = shown.family("ALPHA");
    let planned = |shown: &OnStage| {
        let record = shown.store().family(alpha).unwrap().unwrap();
        record.appointments().len()
    };
    shown.stage.keys("<Esc>/alpha<Enter> v");
    assert!(shown.text().contains("Rendez-vous du 23/11/2026 14:00"), "{}", shown.text());
    shown.stage.keys("<S-Tab><S-Tab>20/11/2026<Tab><Tab>5<Tab>2<C-s>");
    assert!(shown.text().contains("✓") && planned(&shown) == 1, "{}", shown.text());
    shown.stage.keys(" v5<Tab>2<C-s>");
    assert!(shown.text().contains("✓") && planned(&shown) == 0, "{}", shown.text());
}

#[test]
fn each_deadline_opens_the_act_that_settles_it() {
    let mut shown = agenda(100, 40);
    shown.stage.keys("g");
    let mut opened = Vec::new();
    for _ in 0..10 {
        let line = selected(&shown);
        if line.contains("rendez-vous") {
            shown.stage.keys("j");
            continue;
        }
        shown.stage.keys("<Enter>");
        let text = shown.text();
        let title =
            text.lines().find(|line| line.starts_with('┌') && line.contains(" ─ ") && !line.contains("Échéances"));
        opened.push((line, title.map(str::to_owned)));
        shown.stage.keys("<Esc>j");
    }
    for (line, act) in [
        ("bilan du contrat", "Faire le bilan du contrat ─ ALPHA"),
        ("engagement «\u{a0}dossier FSL\u{a0}»", "Évaluer un engagement ─ ALPHA"),
        ("orientation à traiter", "Inclure la famille ─ GAMMA"),
        ("contrat à signer", "Préparer un contrat ─ BETA"),
        ("renouvellement du contrat", "Préparer le renouvellement ─ ALPHA"),
        ("fin du contrat", "Mettre fin au contrat ─ ALPHA"),
        ("sans contact", "Prévoir un rendez-vous"),
    ] {
        let (_, title) = opened.iter().find(|(shown, _)| shown.contains(line)).unwrap();
        assert!(title.as_ref().is_some_and(|title| title.contains(act)), "{line}: {title:?}");
    }
}

#[test]
fn a_renewal_and_an_amendment_are_said_to_be_prepared_not_a_contract() {
    for (keys, said) in [(" cr<C-s>", "Préparer le renouvellement"), (" ca<C-s>", "Préparer un avenant")] {
        let mut shown = agenda(100, 40);
        shown.stage.keys("<Esc>/alpha<Enter>").keys(keys);
        assert!(shown.text().contains(&format!("✓ {said}\u{a0}: c’est fait")), "{}", shown.text());
    }
}

#[test]
fn who_may_be_the_same_person_is_named_when_she_is_included_and_masked_with_the_names() {
    for (masked, named) in [("", "BALLAIN Essai (1001)"), ("<F9>", "E••• •••• (art. 2)")] {
        let mut told = Told::founded();
        told.antenna.included("Ballain", "1001");
        told.antenna.oriented("Balain", "1002");
        let mut shown = told.on_stage(140, 40);
        shown.stage.keys(masked);
        shown.stage.keys("a");
        for _ in 0..10 {
            if selected(&shown).contains("orientation à traiter") {
                break;
            }
            shown.stage.keys("j");
        }
        shown.stage.keys("<Enter><C-s>");
        assert!(shown.text().contains("nom proche et la même date de naissance"), "{}", shown.text());
        assert!(shown.text().contains(named), "{named}: {}", shown.text());
        assert!(masked.is_empty() || !shown.text().contains("BALLAIN"), "{}", shown.text());
    }
}

#[test]
fn an_appointment_to_come_opens_its_family_and_is_not_recorded_as_held() {
    let mut shown = agenda(140, 40);
    for _ in 0..10 {
        if selected(&shown).contains("rendez-vous") && shown.text().contains("Dans 4 jours") {
            break;
        }
        shown.stage.keys("j");
    }
    assert!(shown.text().contains("Dans 4 jours") && shown.text().contains("ouvrir le dossier"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.stage.ui.layers().is_empty() && shown.text().contains("┬▸Dossier"), "{}", shown.text());
}

#[test]
fn a_contract_that_is_drafted_is_signed_from_its_deadline() {
    let mut told = Told::founded();
    let family = told.beta();
    told.tell(
        family,
        r#"{"act":"draft_contract","kind":"first","starts":"2026-12-01","months":6,"objectives":[],
            "commitments":[{"party":"beneficiary","text":"a"},{"party":"referent","text":"b"}]}"#,
    );
    let mut shown = told.on_stage(100, 30);
    shown.stage.keys("aG");
    assert!(selected(&shown).contains("contrat à signer"), "{}", shown.text());
    assert!(shown.text().contains("Préparer un contrat, ou Signer le contrat"), "{}", shown.text());
    shown.stage.keys("<Enter>");
    assert!(shown.text().contains("Signer le contrat ─ BETA"), "{}", shown.text());
}

#[test]
fn the_right_arrow_goes_to_the_family_of_the_line() {
    let mut shown = agenda(140, 40);
    shown.stage.keys("j<Right>");
    let text = shown.text();
    assert!(text.contains("▸Dossier") && text.contains("▸ GAMMA"), "{text}");
}

#[test]
fn the_header_and_the_agenda_count_the_same_however_long_something_is_overdue() {
    let mut told = Told::founded();
    told.oriented("Gamma", "2023-03-01");
    let mut shown = told.on_stage(100, 30);
    shown.settle();
    shown.stage.keys("a<Home>");
    let text = shown.stage.text();
    let counted = text.lines().next().unwrap().split("en retard ").nth(1).unwrap().split(' ').next().unwrap();
    assert!(text.contains(&format!("En retard ({counted})")), "{text}");
    assert!(text.contains("GAMMA"), "{text}");
}

#[test]
fn an_agenda_without_deadlines_says_where_they_come_from() {
    let mut told = Told::founded();
    renewed(&mut told);
    let mut shown = told.on_stage(80, 24);
    shown.stage.keys("a");
    insta::assert_snapshot!(shown.text());
}

#[test]
fn names_and_what_was_promised_are_masked() {
    let mut shown = agenda(100, 30);
    shown.stage.keys("k<F9>");
    let text = shown.text();
    assert!(!text.contains("ALPHA") && !text.contains("dossier FSL"), "{text}");
}

#[test]
fn a_third_birthday_that_a_running_contract_crosses_is_late_nowhere_and_stays_on_the_path() {
    let mut told = Told::founded();
    renewed(&mut told);
    let family = told.alpha();
    let child = told.antenna.app.family(family).unwrap().unwrap().children[0].id;
    told.tell(
        family,
        &format!(r#"{{"act":"correct_child","child":"{child}","given_name":"Petit","birth_date":"2023-11-18"}}"#),
    )
    .tell(
        family,
        r#"{"act":"hold_encounter","date":"2026-11-23","setting":"caf-premises","steps":["contract-follow-up"]}"#,
    );
    let commitments = told.antenna.app.family(family).unwrap().unwrap().contracts[0].commitments.clone();
    told.tell(
        family,
        &format!(
            r#"{{"act":"settle_commitment","commitment":"{}","date":"2026-11-20","result":"kept"}}"#,
            commitments[0].id
        ),
    );
    let mut shown = told.on_stage(140, 40);
    shown.settle();
    let late = shown.store().agenda(chrono::NaiveDate::MIN, day("2026-11-22"), 9).unwrap();
    let rules: Vec<_> = late.iter().map(|line| line.deadline.rule.code()).collect();
    assert_eq!((shown.stage.ui.header.overdue, rules), (1, vec!["contract-review"]));
    assert!(!shown.text().contains("troisième anniversaire"), "{}", shown.text());
    assert!(shown.text().contains("★"), "it is still a landmark\n{}", shown.text());
    assert!(!shown.line_with("ALPHA").contains("3 ans"), "{}", shown.text());
}
