#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::json;

use super::*;
use crate::domain::testing::{Desk, day};

fn figures_of(desks: &[&Desk], from: &str, to: &str) -> Indicators {
    let mut indicators = Indicators::default();
    desks.iter().for_each(|desk| indicators.count(&desk.record, day(from), day(to)));
    indicators
}

#[test]
fn a_beneficiary_is_in_the_caseload_on_at_least_one_day_of_the_period() {
    // In from 15 January to 1 June 2026, then again from 10 June.
    let out = Desk::out();
    let back = Desk::out()
        .does("receive_orientation", json!({"date": "2026-06-01"}))
        .on("2026-06-10")
        .does("include_family", json!({"date": "2026-06-10"}));
    for (from, to, of_out, of_back) in [
        ("2025-01-01", "2026-01-14", 0, 0),
        ("2026-01-15", "2026-01-15", 1, 1),
        ("2026-06-01", "2026-06-01", 1, 1),
        ("2026-06-02", "2026-06-09", 0, 0),
        ("2026-06-10", "2026-12-31", 0, 1),
        ("2026-01-01", "2026-12-31", 1, 1),
    ] {
        assert_eq!(figures_of(&[&out], from, to).beneficiaries, of_out, "{from} to {to}");
        assert_eq!(figures_of(&[&back], from, to).beneficiaries, of_back, "{from} to {to}, once though twice in");
    }
    let all = [&out, &back, &Desk::oriented(), &Desk::opened()];
    assert_eq!(figures_of(&all, "2026-01-01", "2026-12-31").beneficiaries, 2, "who was only oriented is not in");
}

#[test]
fn only_encounters_held_count_on_the_day_they_were_held() {
    let desk = Desk::included()
        .does("plan_encounter", json!({"date": "2026-01-20"}))
        .does("plan_encounter", json!({"date": "2026-01-25"}))
        .does("plan_encounter", json!({"date": "2026-12-20"}))
        .on("2026-02-10");
    let first = desk.record.encounters[0].id;
    let desk = desk
        .does("hold_encounter", json!({"encounter": first, "date": "2026-01-31"}))
        .does("hold_encounter", json!({"date": "2026-02-01"}))
        .does("miss_encounter", json!({}))
        .does("cancel_encounter", json!({}));
    for (from, to, held) in [
        ("2026-01-01", "2026-01-30", 0),
        ("2026-01-31", "2026-01-31", 1),
        ("2026-01-31", "2026-02-01", 2),
        ("2026-02-02", "2026-12-31", 0),
    ] {
        assert_eq!(figures_of(&[&desk], from, to).encounters_held, held, "{from} to {to}");
    }
}

#[test]
fn a_contract_counts_on_the_day_of_its_signature() {
    let desk = Desk::included()
        .does("draft_contract", json!({}))
        .does("sign_contract", json!({"date": "2026-01-15"}))
        .does("draft_contract", json!({"kind": "renewal", "starts": "2026-08-01"}));
    assert_eq!(figures_of(&[&desk], "2026-01-15", "2026-01-15").contracts_signed, 1);
    assert_eq!(figures_of(&[&desk], "2026-01-16", "2026-12-31").contracts_signed, 0, "neither its start nor a draft");
    let desk = desk.on("2026-06-01").does("sign_contract", json!({"date": "2026-06-01"}));
    assert_eq!(figures_of(&[&desk], "2026-01-01", "2026-12-31").contracts_signed, 2);
    let desk = desk.does("exit_family", json!({}));
    assert_eq!(figures_of(&[&desk], "2026-01-01", "2026-12-31").contracts_signed, 2, "an exit unsigns nothing");
}
