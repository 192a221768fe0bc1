//! A contract on a date: its phase, its last day, what an exit makes of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::json;

use super::*;
use crate::domain::testing::{Desk, day};

#[test]
fn a_contract_goes_from_draft_to_signed_running_review_due_and_ended() {
    let phase = |desk: &Desk, date: &str| desk.record.contracts[0].phase(day(date), 2);
    let draft = Desk::included().does("draft_contract", json!({}));
    assert_eq!(phase(&draft, "2026-03-01"), ContractPhase::Draft);
    let signed = draft.does("sign_contract", json!({"date": "2026-01-15"}));
    for (date, expected) in [
        ("2026-01-31", ContractPhase::Signed),
        ("2026-02-01", ContractPhase::Running),
        ("2026-05-30", ContractPhase::Running),
        ("2026-05-31", ContractPhase::ReviewDue),
        ("2026-07-31", ContractPhase::ReviewDue),
        ("2026-08-01", ContractPhase::Ended),
    ] {
        assert_eq!(phase(&signed, date), expected, "on {date}");
    }
    let reviewed = signed.on("2026-06-15").does("review_contract", json!({"date": "2026-06-15"}));
    assert_eq!(phase(&reviewed, "2026-07-31"), ContractPhase::Running);
    let ended = reviewed.does("end_contract", json!({"date": "2026-06-15"}));
    assert_eq!(phase(&ended, "2026-06-15"), ContractPhase::Running);
    assert_eq!(phase(&ended, "2026-06-16"), ContractPhase::Ended);
}

#[test]
fn a_contract_whose_family_leaves_before_its_first_day_never_began() {
    let exit = json!({"date": "2026-01-20", "benefit_ended_on": "2026-01-20"});
    let desk = Desk::included()
        .does("draft_contract", json!({}))
        .does("sign_contract", json!({"date": "2026-01-15"}))
        .on("2026-01-20")
        .does("exit_family", exit);
    let contract = &desk.record.contracts[0];
    assert!(!contract.began());
    assert_eq!(contract.phase(day("2026-01-21"), 2), ContractPhase::Ended);
    for date in ["2026-01-20", "2026-02-01", "2026-07-31"] {
        assert!(!contract.runs_on(day(date)), "on {date}");
    }
    assert!(Desk::contracted().record.contracts[0].began());
}

#[test]
fn without_its_exit_a_contract_ends_on_its_term_the_day_chosen_or_the_eve_of_the_next() {
    let out = |desk: Desk| desk.on("2026-06-10").does("exit_family", json!({"date": "2026-06-10"}));
    let without = |desk: Desk| {
        let record = out(desk).record;
        record.end_without_exit(&record.contracts[0])
    };
    assert_eq!(without(Desk::contracted()), (day("2026-07-31"), EndReason::Term));
    let ended = Desk::contracted().on("2026-06-01").does("end_contract", json!({}));
    assert_eq!(without(ended), (day("2026-06-01"), EndReason::Agreement));
    let amendment = json!({"kind": "amendment", "starts": "2026-07-01", "months": 3});
    let amended = Desk::contracted()
        .on("2026-06-01")
        .does("draft_contract", amendment)
        .does("sign_contract", json!({"date": "2026-06-01"}));
    assert_eq!(without(amended), (day("2026-06-30"), EndReason::Amended));
    let on_the_last_day = json!({"kind": "amendment", "starts": "2026-07-31", "months": 3});
    let amended = Desk::contracted()
        .on("2026-06-01")
        .does("draft_contract", on_the_last_day)
        .does("sign_contract", json!({"date": "2026-06-01"}));
    assert_eq!(without(amended), (day("2026-07-30"), EndReason::Amended));
    let next = json!({"kind": "renewal", "starts": "2026-06-10"});
    let reopened = Desk::contracted()
        .on("2026-06-01")
        .does("exit_family", json!({}))
        .does("reopen_family", json!({"date": "2026-06-01"}))
        .does("draft_contract", next)
        .does("sign_contract", json!({"date": "2026-06-01"}));
    assert_eq!(without(reopened), (day("2026-06-09"), EndReason::Exit));
}

#[test]
fn the_days_without_a_contract_before_the_next_are_those_of_the_stay_that_none_covers() {
    let before = |desk: Desk, starts: &str| {
        let next = json!({"kind": "renewal", "starts": starts, "months": 3});
        let record = desk.on("2026-06-01").does("draft_contract", next).record;
        record.days_uncovered_before(record.draft_contract().unwrap())
    };
    for (starts, uncovered) in [
        ("2026-08-01", None),
        ("2026-08-02", Some(("2026-08-01", "2026-08-01"))),
        ("2026-10-01", Some(("2026-08-01", "2026-09-30"))),
    ] {
        let uncovered = uncovered.map(|(from, to)| (day(from), day(to)));
        assert_eq!(before(Desk::contracted(), starts), uncovered, "from {starts}");
    }
    let ended = Desk::contracted().on("2026-05-31").does("end_contract", json!({"date": "2026-05-31"}));
    assert_eq!(before(ended, "2026-06-02"), Some((day("2026-06-01"), day("2026-06-01"))));
    let first = Desk::included().does("draft_contract", json!({"starts": "2026-03-01"})).record;
    assert_eq!(first.days_uncovered_before(&first.contracts[0]), None, "nothing came before the first");
    let reopened = Desk::contracted()
        .on("2026-05-31")
        .does("exit_family", json!({"date": "2026-05-31", "benefit_ended_on": "2026-05-31"}))
        .on("2026-06-01")
        .does("reopen_family", json!({"date": "2026-06-01"}));
    let since = Some((day("2026-06-01"), day("2026-06-14")));
    assert_eq!(before(reopened, "2026-06-15"), since, "a family whose exit is undone had not left");
}
