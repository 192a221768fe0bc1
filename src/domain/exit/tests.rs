//! Exits: the ground of each reason, what an exit does to the rest of the record, correction and reopening.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::json;

use super::*;
use crate::domain::encounter::EncounterState;
use crate::domain::testing::{Desk, MOREAU, NOBODY, day};

/// Each contract with its last day and why it ended.
fn ends(desk: &Desk) -> Vec<(String, Option<EndReason>)> {
    let end = |contract: &Contract| (contract.last_day().to_string(), contract.ended.as_ref().map(|end| end.reason));
    desk.record.contracts.iter().map(end).collect()
}

/// Amended from 1 July 2026, by an act signed on 1 June.
fn amended() -> Desk {
    Desk::contracted()
        .on("2026-06-01")
        .does("draft_contract", json!({"kind": "amendment", "starts": "2026-07-01", "months": 3}))
        .does("sign_contract", json!({"date": "2026-06-01"}))
}

#[test]
fn each_reason_has_its_ground() {
    let with_a_contract = || Desk::contracted().on("2026-08-15");
    let ended = with_a_contract().does("end_contract", json!({"date": "2026-06-01"}));
    let field = |field| Err(Refusal::FieldEmpty { field });
    let not_ended = |date: &str| Err(Refusal::NoContractEnded { date: day(date) });
    let runs = |rank, last: &str| Err(Refusal::ContractStillRuns { rank, last_day: day(last) });
    let no_agreement = Err(Refusal::PanelAgreementMissing {});
    let before = |date: &str| {
        let earliest = day("2026-01-15");
        Err(Refusal::DateBefore { field: "benefit_ended_on", date: day(date), earliest })
    };
    for (desk, act, outcome) in [
        // The RSA majoré ended by the day of the exit.
        (Desk::included(), json!({"reasons": ["benefit-ended"], "benefit_ended_on": null}), field("benefit_ended_on")),
        (Desk::included(), json!({"reasons": ["benefit-ended"], "benefit_ended_on": "2026-06-01"}), Ok(())),
        (
            Desk::included(),
            json!({"reasons": ["benefit-ended"], "benefit_ended_on": "2026-06-02"}),
            Err(Refusal::BenefitEndsAfterExit { ended_on: day("2026-06-02") }),
        ),
        // She had it when she was included.
        (
            Desk::included(),
            json!({"reasons": ["benefit-ended"], "benefit_ended_on": "2026-01-14"}),
            before("2026-01-14"),
        ),
        (Desk::included(), json!({"reasons": ["benefit-ended"], "benefit_ended_on": "2026-01-15"}), Ok(())),
        (
            Desk::included(),
            json!({"reasons": ["benefit-ended"], "benefit_ended_on": "0026-06-01"}),
            Err(Refusal::DateImplausible { field: "benefit_ended_on", date: day("0026-06-01") }),
        ),
        // A contract ended by the day of the exit.
        (Desk::included(), json!({"reasons": ["contract-ended"]}), not_ended("2026-06-01")),
        (with_a_contract(), json!({"reasons": ["contract-ended"], "date": "2026-07-30"}), runs(1, "2026-07-31")),
        (with_a_contract(), json!({"reasons": ["contract-ended"], "date": "2026-07-31"}), Ok(())),
        (with_a_contract(), json!({"reasons": ["contract-ended"], "date": "2026-08-15"}), Ok(())),
        (ended, json!({"reasons": ["contract-ended"], "date": "2026-06-01"}), Ok(())),
        // An amendment goes on with the contract.
        (amended(), json!({"reasons": ["contract-ended"], "date": "2026-06-30"}), runs(2, "2026-09-30")),
        (amended(), json!({"reasons": ["contract-ended"], "date": "2026-07-15"}), runs(2, "2026-09-30")),
        (amended(), json!({"reasons": ["contract-ended"], "date": "2026-09-30"}), Ok(())),
        // The agent asks: never without the panel's recorded agreement.
        (Desk::included(), json!({"reasons": ["agent-request"]}), no_agreement.clone()),
        (Desk::included(), json!({"reasons": ["agent-request", "benefit-ended"]}), no_agreement),
        // The panel asked by the day of the exit.
        (
            Desk::included(),
            json!({"reasons": ["panel-request"], "panel_requested_on": null}),
            field("panel_requested_on"),
        ),
        (Desk::included(), json!({"reasons": ["panel-request"], "panel_requested_on": "2026-06-01"}), Ok(())),
        (
            Desk::included(),
            json!({"reasons": ["panel-request"], "panel_requested_on": "2026-06-02"}),
            Err(Refusal::PanelRequestAfterExit { requested_on: day("2026-06-02") }),
        ),
        (Desk::included(), json!({"reasons": ["panel-request"], "panel_requested_on": "2026-01-15"}), Ok(())),
        (
            Desk::included(),
            json!({"reasons": ["panel-request"], "panel_requested_on": "2026-01-14"}),
            Err(Refusal::DateBefore {
                field: "panel_requested_on",
                date: day("2026-01-14"),
                earliest: day("2026-01-15"),
            }),
        ),
        // Several reasons, each with its ground.
        (Desk::included(), json!({"reasons": ["panel-request", "benefit-ended"]}), Ok(())),
        (Desk::included(), json!({"reasons": ["contract-ended", "benefit-ended"]}), not_ended("2026-06-01")),
        (Desk::included(), json!({"reasons": []}), Err(Refusal::ExitWithoutReason {})),
    ] {
        let desk = desk.on("2026-10-01");
        assert_eq!(desk.tries("exit_family", act.clone()).map(drop), outcome, "{act}");
    }
}

#[test]
fn the_last_contract_of_the_stay_decides_and_those_of_the_stay_before_do_not() {
    let renewed = Desk::contracted()
        .on("2026-07-15")
        .does("draft_contract", json!({"kind": "renewal", "starts": "2026-08-01"}))
        .does("sign_contract", json!({"date": "2026-07-15"}))
        .on("2026-08-15");
    for (date, accepted) in [("2026-07-30", false), ("2026-07-31", true), ("2026-08-01", false)] {
        let act = json!({"date": date, "reasons": ["contract-ended"]});
        assert_eq!(renewed.tries("exit_family", act).is_ok(), accepted, "on {date}");
    }
    let back = Desk::contracted()
        .on("2026-06-01")
        .does("end_contract", json!({}))
        .does("exit_family", json!({}))
        .does("receive_orientation", json!({"date": "2026-06-01"}))
        .on("2026-06-15")
        .does("include_family", json!({"date": "2026-06-15"}));
    let act = json!({"date": "2026-06-15", "reasons": ["contract-ended"]});
    assert_eq!(back.refusal("exit_family", act), Refusal::NoContractEnded { date: day("2026-06-15") });
}

#[test]
fn the_third_birthday_is_never_an_exit_by_itself() {
    let desk = Desk::included().on("2027-02-12");
    let act = json!({"date": "2027-02-12", "reasons": ["third-birthday"]});
    assert_eq!(desk.refusal("exit_family", act), Refusal::ExitReasonUnknown { reason: "third-birthday".into() });
    assert!(desk.record.current_stay().is_some());
}

#[test]
fn an_exit_is_within_the_stay_and_not_before_what_was_done_in_it() {
    let desk = Desk::contracted()
        .on("2026-03-01")
        .does("hold_encounter", json!({"date": "2026-02-15"}))
        .does("end_contract", json!({"date": "2026-03-01", "reason": "breach"}));
    let before = |earliest: &str, date: &str| {
        Err(Refusal::DateBefore { field: "date", date: day(date), earliest: day(earliest) })
    };
    for (date, outcome) in [
        ("2026-01-14", before("2026-01-15", "2026-01-14")),
        ("2026-02-14", Err(Refusal::EncounterAfterExit { date: day("2026-02-15") })),
        ("2026-02-15", Err(Refusal::ContractActAfterExit { date: day("2026-03-01") })),
        ("2026-03-01", Ok(())),
        ("2026-03-02", Err(Refusal::DateInFuture { field: "date", date: day("2026-03-02") })),
    ] {
        let act = json!({"date": date, "benefit_ended_on": date});
        assert_eq!(desk.tries("exit_family", act).map(drop), outcome, "on {date}");
    }
    let same_day = json!({"date": "2026-01-15", "benefit_ended_on": "2026-01-15"});
    assert!(Desk::included().tries("exit_family", same_day).is_ok(), "on the day of the inclusion");
}

#[test]
fn an_exit_ends_the_contract_drops_the_draft_and_cancels_what_was_to_come() {
    let mut desk = Desk::contracted()
        .does("plan_encounter", json!({"date": "2026-06-01"}))
        .does("plan_encounter", json!({"date": "2026-06-02"}))
        .does("draft_contract", json!({"kind": "renewal", "starts": "2026-08-01"}))
        .on("2026-06-02");
    let kinds = desk.act("exit_family", json!({}));
    assert_eq!(kinds, ["contract-ended", "contract-draft-dropped", "encounter-cancelled", "family-exited"]);
    assert_eq!(ends(&desk), [("2026-06-01".to_owned(), Some(EndReason::Exit))]);
    let states: Vec<_> = desk.record.encounters.iter().map(|encounter| encounter.state).collect();
    assert_eq!(states, [EncounterState::Planned, EncounterState::Cancelled], "that of the last day may be held yet");
    assert!(desk.record.current_stay().is_none());
    assert!(desk.tries("hold_encounter", json!({"date": "2026-06-01"})).is_ok());
    assert_eq!(desk.refusal("plan_encounter", json!({"date": "2026-06-10"})), Refusal::FamilyNotIncluded {});
}

#[test]
fn a_contract_that_ended_before_the_exit_keeps_its_end() {
    let desk = Desk::contracted().on("2026-08-15").does("exit_family", json!({"date": "2026-08-15"}));
    assert_eq!(ends(&desk), [("2026-07-31".to_owned(), None)]);
    let on_its_last_day = Desk::contracted().on("2026-07-31").does("exit_family", json!({"date": "2026-07-31"}));
    assert_eq!(ends(&on_its_last_day), [("2026-07-31".to_owned(), None)]);
    let chosen = Desk::contracted().on("2026-06-01").does("end_contract", json!({})).does("exit_family", json!({}));
    assert_eq!(ends(&chosen), [("2026-06-01".to_owned(), Some(EndReason::Agreement))]);
}

#[test]
fn a_corrected_exit_moves_the_end_of_the_contracts_with_it() {
    let end = |date: &str, reason| vec![(date.to_owned(), reason)];
    let out = || Desk::contracted().on("2026-06-01").does("exit_family", json!({})).on("2026-10-01");
    for (date, expected) in [
        ("2026-05-15", end("2026-05-15", Some(EndReason::Exit))),
        ("2026-07-01", end("2026-07-01", Some(EndReason::Exit))),
        ("2026-07-30", end("2026-07-30", Some(EndReason::Exit))),
        ("2026-07-31", end("2026-07-31", Some(EndReason::Term))),
        ("2026-09-01", end("2026-07-31", Some(EndReason::Term))),
    ] {
        let desk = out().does("correct_exit", json!({"date": date, "benefit_ended_on": date}));
        assert_eq!(ends(&desk), expected, "out on {date}");
    }
}

#[test]
fn an_exit_that_moves_across_an_amendment_leaves_one_contract_a_day() {
    let exit = |date: &str| json!({"date": date, "benefit_ended_on": date});
    let desk = amended().on("2026-10-15").does("exit_family", exit("2026-06-15"));
    let out = Some(EndReason::Exit);
    assert_eq!(ends(&desk), [("2026-06-15".to_owned(), out), ("2026-06-15".to_owned(), out)]);
    let amended = json!({"date": "2026-06-30", "reasons": ["contract-ended"]});
    assert_eq!(desk.refusal("correct_exit", amended), Refusal::NoContractEnded { date: day("2026-06-30") });
    let desk = desk.does("correct_exit", exit("2026-07-15"));
    assert_eq!(ends(&desk), [("2026-06-30".to_owned(), Some(EndReason::Amended)), ("2026-07-15".to_owned(), out)]);
    let desk = desk.does("correct_exit", exit("2026-10-15"));
    let (before, amendment) = (Some(EndReason::Amended), Some(EndReason::Term));
    assert_eq!(ends(&desk), [("2026-06-30".to_owned(), before), ("2026-09-30".to_owned(), amendment)]);
}

#[test]
fn a_correction_changes_something_and_has_its_ground_too() {
    let desk = Desk::out();
    assert_eq!(desk.refusal("correct_exit", json!({})), Refusal::NothingChanges {});
    let ungrounded = desk.refusal("correct_exit", json!({"reasons": ["contract-ended"]}));
    assert_eq!(ungrounded, Refusal::NoContractEnded { date: day("2026-06-01") });
    let desk = desk.does("correct_exit", json!({"outcome": "training", "comment": " "}));
    let exit = desk.record.stays[0].exit.as_ref().unwrap();
    assert_eq!((exit.outcome.as_str(), exit.comment.as_str()), ("training", ""));
    assert_eq!(Desk::included().refusal("correct_exit", json!({})), Refusal::FamilyNotOut {});
    assert_eq!(Desk::oriented().refusal("correct_exit", json!({})), Refusal::FamilyNotIncluded {});
    let back = desk.does("receive_orientation", json!({"date": "2026-06-01"}));
    let back = back.on("2026-06-02").does("include_family", json!({"date": "2026-06-02"}));
    assert_eq!(back.refusal("correct_exit", json!({})), Refusal::FamilyNotOut {}, "the new stay has no exit");
}

#[test]
fn a_reopened_family_goes_on_in_the_same_stay_with_the_same_referent() {
    let desk = Desk::out().on("2026-06-10");
    for (changes, refusal) in [
        (
            json!({"date": "2026-05-31"}),
            Refusal::DateBefore { field: "date", date: day("2026-05-31"), earliest: day("2026-06-01") },
        ),
        (json!({"date": "2026-06-11"}), Refusal::DateInFuture { field: "date", date: day("2026-06-11") }),
        (json!({"motive": ""}), Refusal::FieldEmpty { field: "motive" }),
    ] {
        assert_eq!(desk.refusal("reopen_family", changes), refusal);
    }
    assert!(desk.tries("reopen_family", json!({"date": "2026-06-01"})).is_ok(), "on the day of the exit");
    let desk = desk.does("reopen_family", json!({}));
    assert_eq!(desk.record.stays.len(), 1);
    assert_eq!(desk.record.current_stay().unwrap().included_on, day("2026-01-15"));
    assert_eq!(desk.record.referent_on(day("2026-06-10")), Some(MOREAU.parse().unwrap()));
    assert_eq!(desk.refusal("reopen_family", json!({})), Refusal::FamilyNotOut {});
    assert_eq!(Desk::oriented().refusal("reopen_family", json!({})), Refusal::FamilyNotIncluded {});
}

#[test]
fn a_reopened_familys_contract_stays_ended_and_a_renewal_follows_it() {
    let desk = Desk::contracted()
        .on("2026-06-01")
        .does("exit_family", json!({}))
        .on("2026-06-10")
        .does("reopen_family", json!({}));
    assert_eq!(desk.record.running_contract(day("2026-06-10")), None);
    let next = json!({"kind": "renewal", "starts": "2026-06-10"});
    let desk = desk.does("draft_contract", next).does("sign_contract", json!({"date": "2026-06-10"}));
    assert_eq!(desk.record.running_contract(day("2026-06-10")).unwrap().rank, 2);
}

#[test]
fn a_second_exit_leaves_what_the_first_one_ended() {
    let twice = |date: &str| {
        Desk::contracted()
            .on("2026-06-01")
            .does("exit_family", json!({}))
            .on("2026-06-10")
            .does("reopen_family", json!({}))
            .does("draft_contract", json!({"kind": "renewal", "starts": "2026-06-10", "months": 3}))
            .does("sign_contract", json!({"date": "2026-06-10"}))
            .on("2026-10-01")
            .does("exit_family", json!({"date": date, "benefit_ended_on": date}))
    };
    let (first, by_exit) = (("2026-06-01".to_owned(), Some(EndReason::Exit)), Some(EndReason::Exit));
    assert_eq!(ends(&twice("2026-06-15")), [first.clone(), ("2026-06-15".to_owned(), by_exit)]);
    assert_eq!(ends(&twice("2026-10-01")), [first.clone(), ("2026-09-09".to_owned(), None)]);
    let moved = json!({"date": "2026-07-01", "benefit_ended_on": "2026-07-01"});
    let moved = twice("2026-06-15").does("correct_exit", moved);
    assert_eq!(ends(&moved), [first, ("2026-07-01".to_owned(), by_exit)]);
}

#[test]
fn an_exit_frees_the_place_and_a_reopening_takes_one() {
    for (taken, by_center, outcome) in [
        (139, 11, Ok(())),
        (139, 12, Err(Refusal::CenterPlaceTaken { taken: 12, places: 12 })),
        (140, 11, Err(Refusal::CaseloadPlaceTaken { taken: 140, places: 140 })),
    ] {
        let mut desk = Desk::out().on("2026-06-10");
        desk.census = Census { taken, taken_by_center: by_center, ..Census::default() };
        assert_eq!(desk.tries("reopen_family", json!({})).map(drop), outcome, "{taken}, {by_center}");
    }
    let mut beyond = Desk::oriented();
    beyond.census = Census { taken: 12, taken_by_center: 12, ..Census::default() };
    let motive = json!({"override_motive": "accord du Département"});
    let beyond = beyond.does("include_family", motive).on("2026-06-10").does("exit_family", json!({}));
    assert!(beyond.tries("reopen_family", json!({})).is_ok(), "what was accepted beyond the places is still accepted");
    let mut namesake = Desk::oriented();
    namesake.census.candidates = vec![namesake.record.id];
    let motive = json!({"override_motive": "deux sœurs"});
    let mut namesake = namesake.does("include_family", motive).on("2026-06-10").does("exit_family", json!({}));
    namesake.census = Census { taken: 12, taken_by_center: 12, ..Census::default() };
    let full = Refusal::CenterPlaceTaken { taken: 12, places: 12 };
    assert_eq!(namesake.refusal("reopen_family", json!({})), full, "the motive was not about a place");
    let waiting = Desk::out().on("2026-06-10").does("receive_orientation", json!({"date": "2026-06-01"}));
    assert_eq!(waiting.refusal("reopen_family", json!({})), Refusal::OrientationAlreadyPending {});
}

/// A referral for an exit at the agent's request, decided on 20 March 2026 by this measure.
fn decided(measure: &str) -> Desk {
    Desk::included()
        .on("2026-02-01")
        .does("open_panel_referral", json!({"motive": "agent-exit", "proposal": null}))
        .does("send_panel_referral", json!({}))
        .on("2026-06-01")
        .does("record_panel_opinion", json!({"measure": measure}))
        .does("record_panel_decision", json!({"date": "2026-03-20", "measure": measure}))
}

#[test]
fn the_agent_s_request_stands_on_a_recorded_decision_that_agrees_by_the_day_of_the_exit_and_names_it() {
    let asks = |date: &str| json!({"date": date, "reasons": ["agent-request"]});
    let missing = Err(Refusal::PanelAgreementMissing {});
    let agreed = decided("exit");
    for (desk, date, outcome) in [
        (&agreed, "2026-03-19", missing.clone()),
        (&agreed, "2026-03-20", Ok(())),
        (&agreed, "2026-06-01", Ok(())),
        (&decided("keep"), "2026-06-01", missing.clone()),
    ] {
        assert_eq!(desk.tries("exit_family", asks(date)).map(drop), outcome, "on {date}");
    }
    let before_the_panel = || {
        Desk::included()
            .on("2026-02-01")
            .does("open_panel_referral", json!({"motive": "agent-exit", "proposal": null}))
            .does("send_panel_referral", json!({}))
            .on("2026-06-01")
    };
    let advised_only = before_the_panel().does("record_panel_opinion", json!({"measure": "exit"}));
    assert_eq!(advised_only.tries("exit_family", asks("2026-06-01")).map(drop), missing, "an opinion decides nothing");
    let silent = before_the_panel().does("record_panel_decision", json!({"date": "2026-06-01", "measure": "exit"}));
    assert_eq!(silent.tries("exit_family", asks("2026-06-01")).map(drop), Ok(()), "its silence counts as given");
    let against = before_the_panel()
        .does("record_panel_opinion", json!({"measure": "keep"}))
        .does("record_panel_decision", json!({"date": "2026-03-20", "measure": "exit"}));
    assert_eq!(against.tries("exit_family", asks("2026-06-01")).map(drop), missing, "a decision is not its agreement");
    let another = json!({"reasons": ["agent-request"], "panel_referral": NOBODY});
    assert_eq!(agreed.refusal("exit_family", another), Refusal::PanelAgreementMissing {});
    let out = decided("exit").does("exit_family", asks("2026-06-01"));
    let exit = out.record.stays[0].exit.as_ref().unwrap();
    assert_eq!(exit.panel_referral, Some(out.record.panel_referrals[0].id));
    let other_reason = decided("exit").does("exit_family", json!({}));
    assert_eq!(other_reason.record.stays[0].exit.as_ref().unwrap().panel_referral, None);
    // The agreement was for the stay in which it was asked.
    let back = out
        .does("receive_orientation", json!({"date": "2026-06-01"}))
        .on("2026-06-15")
        .does("include_family", json!({"date": "2026-06-15"}));
    assert_eq!(back.refusal("exit_family", asks("2026-06-15")), Refusal::PanelAgreementMissing {});
}

#[test]
fn an_exit_is_not_corrected_to_a_day_after_the_family_was_sent_again() {
    let sent = Desk::out().on("2026-09-01").does("receive_orientation", json!({"date": "2026-06-15"}));
    let exit = |date: &str| json!({"date": date, "benefit_ended_on": "2026-05-31"});
    for desk in [&sent, &refused_again().on("2026-09-01")] {
        let refused = desk.refusal("correct_exit", exit("2026-08-01"));
        assert_eq!(refused, Refusal::OrientedBeforeExit { date: day("2026-06-15") });
        assert!(desk.tries("correct_exit", exit("2026-06-15")).is_ok(), "the day itself");
    }
    // Refused, then reopened: the stay went on beyond what was sent meanwhile.
    let exit_later = |desk: Desk| desk.does("exit_family", exit("2026-07-20"));
    let reopened = exit_later(refused_again().on("2026-09-01").does("reopen_family", json!({"date": "2026-07-01"})));
    assert!(reopened.tries("correct_exit", exit("2026-08-01")).is_ok());
    // Sent, included and out on one day.
    let short = Desk::opened()
        .does("receive_orientation", json!({"date": "2026-01-15"}))
        .does("include_family", json!({}))
        .does("exit_family", json!({"date": "2026-01-15", "benefit_ended_on": "2026-01-15"}))
        .on("2026-02-01");
    let later = json!({"date": "2026-01-20", "benefit_ended_on": "2026-01-15"});
    assert!(short.tries("correct_exit", later).is_ok());
}

/// Out on 1 June 2026, sent again on the 15th and refused.
fn refused_again() -> Desk {
    Desk::out()
        .on("2026-06-20")
        .does("receive_orientation", json!({"date": "2026-06-15"}))
        .does("refuse_orientation", json!({"date": "2026-06-20"}))
}
