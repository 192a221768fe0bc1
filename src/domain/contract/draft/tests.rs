//! Drafts: their days, their rank and what they hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};

use super::*;
use crate::domain::testing::{Desk, day};

fn accepted(desk: &Desk, changes: Value) -> bool {
    desk.tries("draft_contract", changes).is_ok()
}

#[test]
fn a_contract_has_one_of_the_durations_of_the_convention_in_force_on_its_first_day() {
    let desk = Desk::included();
    for (months, offered) in
        [(0, false), (1, false), (3, true), (6, true), (9, true), (12, true), (13, false), (u32::MAX, false)]
    {
        assert_eq!(accepted(&desk, json!({"months": months})), offered, "{months} months");
    }
    let desk = desk.amended_from("2026-03-01", json!({"contract": {"durations_months": [4]}}));
    for (starts, months, offered) in [("2026-02-28", 4, false), ("2026-03-01", 4, true), ("2026-03-01", 6, false)] {
        let span = json!({"starts": starts, "months": months});
        assert_eq!(accepted(&desk, span), offered, "{months} months from {starts}");
    }
}

#[test]
fn a_contract_begins_from_the_inclusion_to_the_third_birthday_and_may_run_across_it() {
    let desk = Desk::included();
    for (starts, allowed) in [
        ("2026-01-14", false),
        ("2026-01-15", true),
        ("2027-02-10", true),
        ("2027-02-11", true),
        ("2027-02-12", false),
        ("2206-02-01", false),
    ] {
        assert_eq!(accepted(&desk, json!({"starts": starts, "months": 12})), allowed, "from {starts}");
    }
    let desk = Desk::included().does("add_child", json!({"given_name": "Awa", "birth_date": "2024-02-29"}));
    for (starts, allowed) in [("2027-02-28", true), ("2027-03-01", true), ("2027-03-02", false)] {
        assert_eq!(accepted(&desk, json!({"starts": starts})), allowed, "born on 29 February, from {starts}");
    }
}

#[test]
fn a_contract_stands_on_a_child_at_home() {
    let desk = Desk::included();
    let gone = json!({"child": desk.record.children[0].id, "date": "2026-02-02"});
    let desk = desk.on("2026-02-02").does("record_child_departure", gone);
    assert!(accepted(&desk, json!({"starts": "2026-02-01"})));
    let without = desk.refusal("draft_contract", json!({"starts": "2026-02-02"}));
    assert_eq!(without, Refusal::ContractWithoutChild { starts: day("2026-02-02") });
}

#[test]
fn never_two_contracts_on_one_day() {
    // The first runs from 1 February to 31 July 2026.
    let desk = Desk::contracted();
    let renewal = |starts: &str, months: u32| json!({"kind": "renewal", "starts": starts, "months": months});
    for (starts, months, allowed) in [
        ("2026-01-15", 3, false),
        ("2026-02-01", 3, false),
        ("2026-07-31", 3, false),
        ("2026-08-01", 3, true),
        ("2026-09-15", 6, true),
    ] {
        assert_eq!(accepted(&desk, renewal(starts, months)), allowed, "{months} months from {starts}");
    }
    // Ended on 1 June: the day after is free, and the days of the second are taken.
    let desk = desk.on("2026-06-01").does("end_contract", json!({}));
    assert!(!accepted(&desk, renewal("2026-06-01", 3)));
    let desk =
        desk.does("draft_contract", renewal("2026-07-01", 3)).does("sign_contract", json!({"date": "2026-06-01"}));
    for (starts, allowed) in [("2026-06-02", false), ("2026-09-30", false), ("2026-10-01", true)] {
        assert_eq!(accepted(&desk, renewal(starts, 3)), allowed, "from {starts}");
    }
    assert_eq!(desk.record.latest_signed_contract().unwrap().rank, 2);
}

#[test]
fn a_contract_that_never_began_takes_no_day() {
    let ahead = json!({"kind": "renewal", "starts": "2026-08-01"});
    let desk = Desk::contracted()
        .on("2026-03-01")
        .does("end_contract", json!({"date": "2026-03-01"}))
        .does("draft_contract", ahead)
        .does("sign_contract", json!({"date": "2026-03-01"}))
        .on("2026-06-01")
        .does("exit_family", json!({}))
        .does("reopen_family", json!({"date": "2026-06-01"}));
    assert!(accepted(&desk, json!({"kind": "renewal", "starts": "2026-05-01"})));
}

#[test]
fn an_amendment_replaces_the_running_contract_from_its_second_day_on_and_may_not_reach_the_next() {
    let desk = Desk::contracted();
    let amendment = |starts: &str, months: u32| json!({"kind": "amendment", "starts": starts, "months": months});
    for (starts, allowed) in [
        ("2026-01-31", false),
        ("2026-02-01", false),
        ("2026-02-02", true),
        ("2026-07-31", true),
        ("2026-08-01", false),
    ] {
        assert_eq!(accepted(&desk, amendment(starts, 12)), allowed, "from {starts}");
    }
    let next = json!({"kind": "renewal", "starts": "2026-08-01"});
    let desk = desk.does("draft_contract", next).does("sign_contract", json!({}));
    assert!(accepted(&desk, amendment("2026-05-01", 3)));
    let over = desk.refusal("draft_contract", amendment("2026-05-02", 3));
    assert_eq!(over, Refusal::ContractsOverlap { rank: 2, last_day: day("2027-01-31") });
}

#[test]
fn a_first_contract_is_the_first_of_its_stay_and_ranks_go_on_over_the_whole_record() {
    let desk = Desk::included();
    for kind in ["renewal", "amendment"] {
        assert_eq!(desk.refusal("draft_contract", json!({"kind": kind})), Refusal::NoContractSigned {});
    }
    let desk = Desk::contracted()
        .on("2026-06-01")
        .does("exit_family", json!({}))
        .does("receive_orientation", json!({"date": "2026-06-01"}))
        .on("2026-06-02")
        .does("include_family", json!({"date": "2026-06-02"}));
    let renewal = json!({"kind": "renewal", "starts": "2026-06-02"});
    assert_eq!(desk.refusal("draft_contract", renewal), Refusal::NoContractSigned {});
    let desk = desk.does("draft_contract", json!({"starts": "2026-06-02"}));
    assert_eq!(desk.record.draft_contract().unwrap().rank, 2);
    let desk = desk.does("sign_contract", json!({"date": "2026-06-02"}));
    let again = json!({"starts": "2026-12-02"});
    assert_eq!(desk.refusal("draft_contract", again), Refusal::FirstContractAlreadySigned {});
}

#[test]
fn a_draft_is_revised_as_a_whole_and_dropped_without_a_trace() {
    let desk = Desk::included().does("draft_contract", json!({}));
    let before = desk.record.contracts[0].clone();
    let revised = json!({"starts": "2026-03-01", "months": 9, "objectives": [], "commitments": []});
    let desk = desk.does("revise_contract", revised);
    let after = &desk.record.contracts[0];
    assert_eq!((after.id, after.rank, after.kind), (before.id, before.rank, before.kind));
    assert_eq!((after.starts, after.months), (day("2026-03-01"), 9));
    assert_eq!((after.objectives.len(), after.commitments.len()), (0, 0));
    let too_late = json!({"starts": "2027-02-12", "months": 9});
    assert!(desk.tries("revise_contract", too_late).is_err(), "the rules of a draft hold for its revision");
    let desk = desk.does("drop_contract_draft", json!({}));
    assert_eq!(desk.record.contracts, []);
    assert_eq!(desk.refusal("drop_contract_draft", json!({})), Refusal::NoDraft {});
    assert_eq!(desk.refusal("revise_contract", json!({})), Refusal::NoDraft {});
}

#[test]
fn objectives_and_commitments_say_something_and_stay_within_art_5() {
    let desk = Desk::included();
    for (changes, refusal) in [
        (json!({"objectives": [{"text": " "}]}), Refusal::FieldEmpty { field: "objectives" }),
        (json!({"commitments": [{"party": "partner", "text": ""}]}), Refusal::FieldEmpty { field: "commitments" }),
        (
            json!({"commitments": [{"party": "partner", "text": "accueil", "due": "0026-03-01"}]}),
            Refusal::DateImplausible { field: "commitments", date: day("0026-03-01") },
        ),
        (
            json!({"objectives": [{"theme": "child-protection", "text": "protéger"}]}),
            Refusal::ThemeOnlyReported { field: "objectives" },
        ),
        (
            json!({"objectives": [{"theme": "emergency-housing", "text": "héberger"}]}),
            Refusal::ThemeOnlyRedirected { field: "objectives" },
        ),
        (
            json!({"objectives": [{"theme": "astrology", "text": "prédire"}]}),
            Refusal::ThemeUnknown { field: "objectives", theme: "astrology".into() },
        ),
    ] {
        assert_eq!(desk.refusal("draft_contract", changes), refusal);
    }
    assert!(accepted(&desk, json!({"objectives": [{"text": "souffler"}]})), "an objective of no theme");
}

#[test]
fn only_an_open_commitment_of_another_contract_is_carried_over_and_once() {
    let desk = Desk::contracted().on("2026-06-01");
    let [kept, open] = [0, 1].map(|place| desk.record.contracts[0].commitments[place].id);
    let desk = desk.does("settle_commitment", json!({"commitment": kept}));
    let taking = |ids: &[CommitmentId]| {
        let one = |id: &CommitmentId| json!({"party": "referent", "text": "bailleur", "carried_from": id});
        let commitments: Vec<_> = ids.iter().map(one).collect();
        json!({"kind": "renewal", "starts": "2026-08-01", "commitments": commitments})
    };
    for (ids, allowed) in [(vec![open], true), (vec![kept], false), (vec![open, open], false), (vec![], true)] {
        assert_eq!(accepted(&desk, taking(&ids)), allowed, "{ids:?}");
    }
    let desk = desk.does("draft_contract", taking(&[open]));
    let own = desk.record.draft_contract().unwrap().commitments[0].id;
    let revised = json!({"starts": "2026-08-01", "commitments": taking(&[own])["commitments"]});
    assert_eq!(desk.refusal("revise_contract", revised), Refusal::CarriedCommitmentNotOpen {});
}
