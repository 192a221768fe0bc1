//! The life of a referral: who is heard before what leaves, who may be silent and until when, what is frozen and shown.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};

use super::*;
use crate::domain::testing::{Desk, NOBODY, day};

fn opened(motive: &str, changes: Value) -> Desk {
    let mut act = json!({"motive": motive, "proposal": null});
    act.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    Desk::included().on("2026-02-01").does("open_panel_referral", act)
}

/// A suspension whose letter left on this day, seen much later.
fn informed(letter: &str) -> Desk {
    opened("suspend", json!({})).on("2026-09-01").does("record_panel_letter", json!({"date": letter}))
}

fn sent() -> Desk {
    opened("reorient", json!({})).does("send_panel_referral", json!({})).on("2026-09-01")
}

fn stage(desk: &Desk, on: &str) -> PanelStage {
    desk.record.panel_referrals[0].stage(&desk.antenna, day(on))
}

#[test]
fn a_suspension_or_a_reduction_waits_for_the_letter_and_the_month_whatever_asks_for_it() {
    for (motive, proposal, waits) in [
        ("suspend", json!(null), true),
        ("reduce", json!(null), true),
        ("suspend", json!("keep"), true),
        ("twelve-months", json!("suspend"), true),
        ("reorient", json!("reduce"), true),
        ("reorient", json!(null), false),
        ("agent-exit", json!(null), false),
        ("twelve-months", json!("change-referent"), false),
    ] {
        let desk = opened(motive, json!({"proposal": proposal})).on("2026-09-01");
        let outcome = desk.tries("send_panel_referral", json!({"date": "2026-09-01"})).map(drop);
        let expected = if waits { Err(Refusal::PanelLetterMissing {}) } else { Ok(()) };
        assert_eq!(outcome, expected, "{motive}, {proposal}");
    }
}

#[test]
fn the_month_for_observations_is_whole_and_an_answer_ends_it() {
    for (letter, on, leaves) in [
        ("2026-02-01", "2026-03-01", false),
        ("2026-02-01", "2026-03-02", true),
        // A month after the last of January, clamped: its last day is still hers.
        ("2026-01-31", "2026-02-28", false),
        ("2026-01-31", "2026-03-01", true),
    ] {
        let desk = Desk::included()
            .on("2026-01-20")
            .does("open_panel_referral", json!({"motive": "suspend", "proposal": null, "date": "2026-01-20"}));
        let desk = desk.on("2026-09-01").does("record_panel_letter", json!({"date": letter}));
        assert_eq!(desk.tries("send_panel_referral", json!({"date": on})).is_ok(), leaves, "{letter}, {on}");
    }
    let answered = informed("2026-02-01").does("record_panel_observations", json!({"date": "2026-02-10"}));
    let awaited = Refusal::PanelObservationsAwaited { until: day("2026-03-01") };
    assert_eq!(answered.refusal("send_panel_referral", json!({"date": "2026-02-09"})), awaited);
    assert!(answered.tries("send_panel_referral", json!({"date": "2026-02-10"})).is_ok());
    let before = Refusal::DateBefore { field: "date", date: day("2026-01-31"), earliest: day("2026-02-01") };
    let early = json!({"date": "2026-01-31"});
    assert_eq!(informed("2026-02-01").refusal("record_panel_observations", early.clone()), before);
    assert_eq!(opened("suspend", json!({})).refusal("record_panel_letter", early), before);
    assert_eq!(
        opened("suspend", json!({})).refusal("record_panel_observations", json!({"date": "2026-02-01"})),
        Refusal::PanelLetterMissing {}
    );
}

#[test]
fn nobody_is_sanctioned_by_a_decision_of_which_no_letter_spoke() {
    let advised = sent().does("record_panel_opinion", json!({}));
    for measure in ["suspend", "reduce"] {
        let harder = json!({"measure": measure});
        assert_eq!(advised.refusal("record_panel_decision", harder.clone()), Refusal::PanelLetterMissing {});
        assert_eq!(sent().refusal("record_panel_opinion", harder), Refusal::PanelLetterMissing {});
    }
    for measure in ["keep", "change-referent", "reorient"] {
        assert!(advised.tries("record_panel_decision", json!({"measure": measure})).is_ok(), "{measure}");
    }
    // The letter was sent, then the proposal softened: the month still has to pass before a suspension is decided.
    let softened = opened("twelve-months", json!({"proposal": "suspend", "date": "2026-02-01"}))
        .on("2026-09-01")
        .does("record_panel_letter", json!({"date": "2026-08-20"}))
        .does("revise_panel_referral", json!({"proposal": "keep"}))
        .does("send_panel_referral", json!({"date": "2026-08-25"}))
        .does("record_panel_opinion", json!({"date": "2026-08-28", "measure": "keep"}));
    let unheard = Refusal::PanelObservationsAwaited { until: day("2026-09-20") };
    assert_eq!(softened.refusal("record_panel_decision", json!({"date": "2026-09-01", "measure": "suspend"})), unheard);
    assert!(softened.tries("record_panel_decision", json!({"date": "2026-09-01", "measure": "keep"})).is_ok());
}

#[test]
fn a_letter_that_spoke_of_a_reduction_covers_no_suspension() {
    for (motive, proposal, measure, covered) in [
        ("reduce", json!(null), "suspend", false),
        ("reduce", json!(null), "reduce", true),
        ("reduce", json!("suspend"), "suspend", true),
        ("suspend", json!("reduce"), "suspend", false),
        ("suspend", json!("keep"), "suspend", true),
        ("twelve-months", json!("reduce"), "suspend", false),
        // Less than what she was told.
        ("suspend", json!(null), "reduce", true),
        ("reduce", json!(null), "keep", true),
    ] {
        let desk = opened(motive, json!({"proposal": proposal}))
            .does("record_panel_letter", json!({}))
            .on("2026-09-01")
            .does("send_panel_referral", json!({"date": "2026-08-01"}));
        let otherwise = Refusal::PanelLetterSaysOtherwise { field: "measure", date: day("2026-02-01") };
        let expected = if covered { Ok(()) } else { Err(otherwise) };
        let given = json!({"date": "2026-08-10", "measure": measure});
        let said = format!("{motive}, {proposal}: {measure}");
        assert_eq!(desk.tries("record_panel_opinion", given.clone()).map(drop), expected, "{said}");
        let advised = desk.does("record_panel_opinion", json!({"date": "2026-08-05", "measure": "keep"}));
        assert_eq!(advised.tries("record_panel_decision", given).map(drop), expected, "{said}");
    }
}

#[test]
fn what_the_letter_said_can_be_softened_and_nothing_else() {
    let told = json!({"grounds": "prête pour un emploi"});
    for (changes, refused) in [
        (json!({"proposal": "reduce", "grounds": told["grounds"]}), true),
        (json!({"proposal": "suspend", "grounds": "autre chose"}), true),
        (json!({"proposal": "suspend", "grounds": told["grounds"]}), false),
        (json!({"proposal": "keep"}), false),
    ] {
        let refusal = informed("2026-02-01").tries("revise_panel_referral", changes.clone()).err();
        let expected =
            refused.then_some(Refusal::PanelLetterSaysOtherwise { field: "proposal", date: day("2026-02-01") });
        assert_eq!(refusal, expected, "{changes}");
    }
}

#[test]
fn silence_of_a_month_counts_as_an_opinion_and_a_postponement_is_not_silence() {
    let decides = |desk: &Desk, date: &str| desk.tries("record_panel_decision", json!({"date": date})).map(drop);
    let awaited = |until: &str| Err(Refusal::PanelOpinionAwaited { until: day(until) });
    assert_eq!(decides(&sent(), "2026-03-01"), awaited("2026-03-01"));
    assert_eq!(decides(&sent(), "2026-03-02"), Ok(()));
    assert_eq!(stage(&sent(), "2026-03-01"), PanelStage::Sent);
    assert_eq!(stage(&sent(), "2026-03-02"), PanelStage::OpinionDeemed);
    let postponed = sent().does("postpone_panel_referral", json!({"date": "2026-03-01", "until": "2026-03-31"}));
    assert_eq!(stage(&postponed, "2026-04-30"), PanelStage::Postponed);
    assert_eq!(stage(&postponed, "2026-05-01"), PanelStage::OpinionDeemed);
    assert_eq!(decides(&postponed, "2026-04-30"), awaited("2026-04-30"));
    assert_eq!(decides(&postponed, "2026-05-01"), Ok(()));
    let early = Refusal::DateBefore { field: "date", date: day("2026-02-28"), earliest: day("2026-03-01") };
    assert_eq!(postponed.refusal("record_panel_opinion", json!({"date": "2026-02-28"})), early, "it was put off after");
    let given = sent().does("record_panel_opinion", json!({"date": "2026-02-10"}));
    assert_eq!(decides(&given, "2026-02-10"), Ok(()));
    let before = Err(Refusal::PanelDecisionBeforeOpinion { opinion: day("2026-02-10") });
    assert_eq!(decides(&given, "2026-02-09"), before);
}

#[test]
fn a_referral_goes_through_its_stages_and_names_what_it_waits_for() {
    let mut desk = opened("suspend", json!({}));
    let at = |desk: &Desk| {
        let standing = desk.record.panel_referrals[0].standing(&desk.antenna);
        (standing.stage, standing.since.to_string(), standing.awaits.map(|date| date.to_string()))
    };
    assert_eq!(at(&desk), (PanelStage::Draft, "2026-02-01".into(), None));
    desk = desk.does("record_panel_letter", json!({}));
    assert_eq!(at(&desk), (PanelStage::Adversarial, "2026-02-01".into(), Some("2026-03-01".into())));
    assert_eq!(stage(&desk, "2026-03-02"), PanelStage::ReadyToLeave);
    desk = desk.on("2026-09-01").does("record_panel_observations", json!({}));
    assert_eq!(at(&desk), (PanelStage::ReadyToLeave, "2026-02-10".into(), None));
    desk = desk.does("send_panel_referral", json!({"date": "2026-02-12"}));
    assert_eq!(at(&desk), (PanelStage::Sent, "2026-02-12".into(), Some("2026-03-12".into())));
    desk = desk.does("postpone_panel_referral", json!({}));
    assert_eq!(at(&desk), (PanelStage::Postponed, "2026-02-15".into(), Some("2026-04-10".into())));
    desk = desk.does("record_panel_opinion", json!({"date": "2026-03-12", "measure": "suspend"}));
    assert_eq!(at(&desk), (PanelStage::OpinionGiven, "2026-03-12".into(), None));
    desk = desk.does("record_panel_decision", json!({"date": "2026-03-20", "measure": "reduce"}));
    assert_eq!(at(&desk), (PanelStage::Decided, "2026-03-20".into(), None));
    assert_eq!(
        desk.refusal("cancel_panel_referral", json!({"date": "2026-03-21"})),
        Refusal::PanelDecisionAlreadyMade { date: day("2026-03-20") }
    );
    desk = desk.does("notify_panel_decision", json!({"date": "2026-03-25"}));
    assert_eq!(at(&desk), (PanelStage::Notified, "2026-03-25".into(), None));
    let rows = rows(&desk.record, &desk.antenna);
    assert_eq!((rows.len(), rows[0].measure), (1, PanelMeasure::Reduce), "what was decided");
    let cancelled = sent().does("cancel_panel_referral", json!({}));
    assert_eq!(stage(&cancelled, "2026-09-01"), PanelStage::Cancelled);
}

#[test]
fn the_family_is_frozen_on_the_day_of_departure_and_only_its_panel_notes_go_with_it() {
    let desk = opened("reorient", json!({}))
        .does("add_child", json!({"given_name": "Awa", "birth_date": "2026-01-20"}))
        .does("write_note", json!({"confidentiality": "panel-only"}))
        .does("write_note", json!({"confidentiality": "private"}));
    let notes: Vec<_> = desk.record.notes.iter().map(|note| note.id).collect();
    let private = json!({"notes": notes});
    assert_eq!(desk.refusal("send_panel_referral", private), Refusal::NoteNotForPanel {});
    let sent = desk
        .does("send_panel_referral", json!({"notes": [notes[0]]}))
        .does("add_child", json!({"given_name": "Ali", "birth_date": "2020-01-20"}));
    let departure = sent.record.panel_referrals[0].departure.as_ref().unwrap();
    let names: Vec<_> = departure.composition.children.iter().map(|child| child.given_name.as_str()).collect();
    assert_eq!(names, ["Moussa", "Awa"]);
    assert_eq!(departure.notes, [notes[0]].into());
}

#[test]
fn one_referral_of_a_motive_is_underway_at_a_time() {
    let again = |desk: &Desk| desk.tries("open_panel_referral", json!({"date": "2026-02-25"})).is_ok();
    assert!(!again(&sent()));
    assert!(again(&sent().does("cancel_panel_referral", json!({}))));
    let advised = sent().does("record_panel_opinion", json!({}));
    assert!(!again(&advised));
    assert!(again(&advised.does("record_panel_decision", json!({}))));
    assert!(sent().tries("open_panel_referral", json!({"motive": "suspend", "proposal": null})).is_ok());
}

#[test]
fn an_act_without_a_name_is_about_the_latest_referral_that_it_makes_sense_for() {
    let desk = sent().does("open_panel_referral", json!({"motive": "suspend", "proposal": null, "date": "2026-03-01"}));
    let [first, second] = [0, 1].map(|place| desk.record.panel_referrals[place].id);
    let mut advised = desk;
    advised.act("record_panel_opinion", json!({}));
    advised.act("record_panel_letter", json!({"date": "2026-03-01"}));
    assert!(advised.record.panel_referral(first).unwrap().opinion.is_some());
    assert!(advised.record.panel_referral(second).unwrap().letter_on.is_some());
    assert_eq!(advised.refusal("record_panel_opinion", json!({"referral": NOBODY})), Refusal::PanelReferralUnknown {});
}

#[test]
fn an_examination_can_be_asked_for_from_the_sixth_month() {
    for (date, leaves) in [("2026-07-14", false), ("2026-07-15", true)] {
        let desk = opened("twelve-months", json!({})).on("2026-09-01");
        assert_eq!(desk.tries("send_panel_referral", json!({"date": date})).is_ok(), leaves, "on {date}");
    }
}

#[test]
fn the_scale_is_the_one_in_force_on_the_day_of_the_procedure() {
    let (convention, mut referral) = {
        let mut desk = opened("suspend", json!({}));
        let referral = desk.record.panel_referrals.remove(0);
        (desk.antenna, referral)
    };
    for (opened, letter, source) in [
        ("2009-05-31", None, None),
        ("2012-03-31", None, Some("2009-404")),
        ("2012-03-31", Some("2012-03-31"), Some("2009-404")),
        ("2012-03-20", Some("2012-04-01"), Some("2012-294")),
        ("2026-02-01", None, Some("2012-294")),
    ] {
        referral.opened_on = day(opened);
        referral.letter_on = letter.map(day);
        let shown = referral.scale(&convention).map(|scale| scale.source.as_str());
        assert_eq!(shown.is_some(), source.is_some(), "{opened}");
        assert!(shown.unwrap_or_default().contains(source.unwrap_or_default()), "{opened}: {shown:?}");
    }
}

#[test]
fn a_family_that_leaves_takes_its_drafts_back_and_what_was_sent_goes_on() {
    let mut desk =
        sent().does("open_panel_referral", json!({"motive": "suspend", "proposal": null, "date": "2026-03-01"}));
    let kinds = desk.act("exit_family", json!({"date": "2026-06-01"}));
    assert_eq!(kinds, ["panel-referral-cancelled", "family-exited"]);
    assert_eq!(desk.record.panel_referrals[1].cancelled_on, Some(day("2026-06-01")));
    let advised = desk.does("record_panel_opinion", json!({"date": "2026-06-10"}));
    let decided = advised.does("record_panel_decision", json!({"date": "2026-06-20"}));
    assert!(decided.tries("notify_panel_decision", json!({"date": "2026-06-25"})).is_ok());
    assert_eq!(decided.refusal("open_panel_referral", json!({})), Refusal::FamilyNotIncluded {});
}
