#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::json;

use crate::domain::deadline::{DeadlineRule, deadlines};
use crate::domain::refusal::Refusal;
use crate::domain::testing::{Desk, day};

fn in_february() -> Desk {
    Desk::included().on("2026-02-01")
}

#[test]
fn each_is_kept_on_its_day_and_told_in_the_order_of_days() {
    let desk = in_february()
        .does("rate_effects", json!({}))
        .does("refer_to_professional", json!({"date": "2026-01-20"}))
        .does("record_return_to_work", json!({"date": "2026-01-25"}))
        .does("redirect_housing", json!({"date": "2026-01-22"}))
        .does("report_child_protection", json!({"date": "2026-01-21"}));
    let told: Vec<_> =
        desk.record.landmarks().iter().map(|one| (one.date().to_string(), one.text().to_owned())).collect();
    assert_eq!(
        told.iter().map(|(date, text)| (date.as_str(), text.as_str())).collect::<Vec<_>>(),
        [
            ("2026-01-20", "inscrite le jour même"),
            ("2026-01-21", "transmis par courrier"),
            ("2026-01-22", "appel au 115"),
            ("2026-01-25", "français, six mois"),
            ("2026-02-01", "Je sors peu."),
        ]
    );
}

#[test]
fn each_happens_within_a_stay_and_not_after_today() {
    for act in [
        "refer_to_professional",
        "record_return_to_work",
        "redirect_housing",
        "report_child_protection",
        "rate_effects",
    ] {
        let desk = in_february();
        for (date, accepted) in
            [("2026-01-14", false), ("2026-01-15", true), ("2026-02-01", true), ("2026-02-02", false)]
        {
            assert_eq!(desk.tries(act, json!({"date": date})).is_ok(), accepted, "{act} on {date}");
        }
        let out = in_february().does("exit_family", json!({"date": "2026-02-01", "benefit_ended_on": "2026-01-31"}));
        let out = out.on("2026-03-01");
        for (date, accepted) in [("2026-02-01", true), ("2026-02-02", false)] {
            assert_eq!(out.tries(act, json!({"date": date})).is_ok(), accepted, "{act} on {date}, out on 1 February");
        }
    }
}

#[test]
fn a_referral_to_a_professional_settles_the_examination_of_its_stay() {
    let waits = |desk: &Desk| {
        deadlines(&desk.record, &desk.antenna).iter().any(|one| one.rule == DeadlineRule::PanelExamination)
    };
    assert!(waits(&in_february()));
    assert!(!waits(&in_february().does("refer_to_professional", json!({}))));
    let back = in_february()
        .does("refer_to_professional", json!({}))
        .does("exit_family", json!({"date": "2026-02-01", "benefit_ended_on": "2026-01-31"}))
        .on("2026-03-01")
        .does("receive_orientation", json!({"date": "2026-03-01"}))
        .does("include_family", json!({"date": "2026-03-01"}));
    assert!(waits(&back), "a new stay is examined again");
}

#[test]
fn kinds_scales_and_levels_are_those_of_the_convention() {
    let desk = in_february();
    let unknown = desk.refusal("refer_to_professional", json!({"kind": "friend"}));
    assert_eq!(unknown, Refusal::ProfessionalKindUnknown { kind: "friend".into() });
    let unknown = desk.refusal("record_return_to_work", json!({"kind": "holiday"}));
    assert_eq!(unknown, Refusal::WorkKindUnknown { kind: "holiday".into() });
    let rated = |ratings| desk.tries("rate_effects", json!({"ratings": ratings}));
    for (level, accepted) in [(0, false), (1, true), (5, true), (6, false)] {
        assert_eq!(rated(json!([{"scale": "physical", "level": level}])).is_ok(), accepted, "level {level}");
    }
    assert_eq!(rated(json!([])), Err(Refusal::NoScaleRated {}));
    let twice = json!([{"scale": "physical", "level": 1}, {"scale": "physical", "level": 2}]);
    assert_eq!(rated(twice), Err(Refusal::EffectScaleTwice {}));
}

#[test]
fn a_scale_moves_from_its_first_level_of_the_stay_to_its_last() {
    let rating = |level: u32, date: &str| json!({"date": date, "occasion": "review", "ratings": [{"scale": "financial", "level": level}]});
    // Told in another order than it happened.
    let desk = in_february()
        .does("rate_effects", rating(4, "2026-02-01"))
        .does("rate_effects", rating(1, "2026-01-16"))
        .does("rate_effects", rating(3, "2026-01-20"));
    assert_eq!(desk.record.effect_of(&"financial".into()), Some((1, 4)));
    assert_eq!(desk.record.effect_of(&"physical".into()), None);
    assert_eq!(Desk::oriented().record.effect_of(&"financial".into()), None);
}

#[test]
fn the_same_is_not_recorded_twice_on_a_day() {
    for act in [
        "refer_to_professional",
        "record_return_to_work",
        "redirect_housing",
        "report_child_protection",
        "rate_effects",
    ] {
        let desk = in_february().does(act, json!({}));
        assert_eq!(desk.refusal(act, json!({})), Refusal::AlreadyRecorded { date: day("2026-02-01") }, "{act}");
    }
}

#[test]
fn no_exit_is_before_what_happened_in_the_stay() {
    let desk = in_february().does("redirect_housing", json!({}));
    let early = json!({"date": "2026-01-31", "benefit_ended_on": "2026-01-31"});
    assert_eq!(desk.refusal("exit_family", early), Refusal::LandmarkAfterExit { date: day("2026-02-01") });
}
