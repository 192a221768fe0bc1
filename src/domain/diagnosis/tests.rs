#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};

use super::*;
use crate::domain::testing::{Desk, day};

fn themed(themes: &[(&str, &str, &str)]) -> Value {
    let theme = |(theme, priority, obstacles): &(&str, &str, &str)| json!({"theme": theme, "priority": priority, "obstacles": obstacles});
    themes.iter().map(theme).collect()
}

fn diagnosed() -> Desk {
    let first = themed(&[("budget", "low", "crédit"), ("housing", "high", "impayés"), ("rights", "medium", "ASF")]);
    Desk::included()
        .on("2026-03-01")
        .does("record_diagnosis", json!({"date": "2026-01-20", "themes": first, "items": []}))
}

#[test]
fn a_version_is_in_force_from_its_day_until_the_next_one() {
    let later = themed(&[("housing", "low", "bail signé")]);
    let desk = diagnosed().does("record_diagnosis", json!({"date": "2026-02-20", "themes": later, "items": []}));
    let in_force = |date: &str| desk.record.diagnosis_on(day(date)).map(|diagnosis| diagnosis.date.to_string());
    for (date, expected) in [
        ("2026-01-19", None),
        ("2026-01-20", Some("2026-01-20")),
        ("2026-02-19", Some("2026-01-20")),
        ("2026-02-20", Some("2026-02-20")),
    ] {
        assert_eq!(in_force(date).as_deref(), expected, "{date}");
    }
    let last = desk.record.diagnosis_on(day("2026-03-01")).unwrap();
    assert_eq!(desk.record.diagnosis_before(last).map(|before| before.date), Some(day("2026-01-20")));
}

#[test]
fn themes_are_kept_in_the_conventions_order_and_weighed_by_priority() {
    let desk = diagnosed();
    let diagnosis = desk.record.diagnosis_on(day("2026-03-01")).unwrap();
    let codes =
        |themes: Vec<&ThemeDiagnosis>| themes.into_iter().map(|one| one.theme.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(codes(diagnosis.themes.iter().collect()), ["rights", "housing", "budget"]);
    assert_eq!(codes(diagnosis.by_priority()), ["housing", "rights", "budget"]);
}

#[test]
fn a_version_beside_the_one_before_says_what_became_of_each_theme() {
    let later =
        themed(&[("housing", "low", "bail signé"), ("rights", "medium", "ASF"), ("parenting", "high", "crèche")]);
    let desk = diagnosed().does("record_diagnosis", json!({"date": "2026-02-20", "themes": later, "items": []}));
    let last = desk.record.diagnosis_on(day("2026-03-01")).unwrap();
    let weighed = |before: Option<&Diagnosis>| -> Vec<(String, Weight)> {
        last.beside(before).iter().map(|change| (change.theme.to_string(), change.weight())).collect()
    };
    let named = |list: &[(&str, Weight)]| -> Vec<(String, Weight)> {
        list.iter().map(|(theme, weight)| ((*theme).to_owned(), *weight)).collect()
    };
    assert_eq!(
        weighed(desk.record.diagnosis_before(last)),
        named(&[
            ("rights", Weight::Same),
            ("housing", Weight::Lighter),
            ("parenting", Weight::New),
            ("budget", Weight::Gone),
        ])
    );
    assert!(weighed(None).iter().all(|(_, weight)| *weight == Weight::New));
}

#[test]
fn a_diagnosis_keeps_to_the_seven_themes_of_article_five() {
    let desk = Desk::included().on("2026-02-01");
    for (theme, accepted) in [("housing", true), ("child-protection", false), ("emergency-housing", false)] {
        let tried = desk.tries("record_diagnosis", json!({"themes": themed(&[(theme, "high", "x")]), "items": []}));
        assert_eq!(tried.is_ok(), accepted, "{theme}");
    }
}

#[test]
fn an_item_belongs_to_a_theme_of_the_version() {
    let desk = Desk::included().on("2026-02-01");
    for (item, accepted) in [("fsl", true), ("over-indebtedness", false), ("luck", false)] {
        assert_eq!(desk.tries("record_diagnosis", json!({"items": [item]})).is_ok(), accepted, "{item}");
    }
}

#[test]
fn a_day_has_one_version_and_a_version_says_something() {
    let desk = diagnosed();
    let again = json!({"date": "2026-01-20"});
    assert_eq!(desk.refusal("record_diagnosis", again), Refusal::AlreadyRecorded { date: day("2026-01-20") });
    for themes in [json!([]), json!([{"theme": "housing", "priority": "high", "obstacles": " "}])] {
        let tried = desk.tries("record_diagnosis", json!({"themes": themes, "items": []}));
        assert_eq!(tried, Err(Refusal::DiagnosisEmpty {}));
    }
}
