//! Who may archive or erase what, when; and that figures outlive the family that they count.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::json;

use super::*;
use crate::domain::family::FamilyStatus;
use crate::domain::testing::{Desk, PETIT, day};

/// Out on 1 June 2026, the day after the last day of retention.
fn past_its_time() -> Desk {
    Desk::out().on("2028-06-02")
}

fn proposed(disposal: &str) -> Desk {
    past_its_time().does("propose_disposal", json!({"disposal": disposal})).by(PETIT)
}

#[test]
fn the_last_day_of_retention_is_not_past_it() {
    let refused = Desk::out().on("2028-06-01").refusal("propose_disposal", json!({}));
    assert_eq!(refused, Refusal::RetentionNotOver { date: day("2028-06-01") });
    assert!(past_its_time().tries("propose_disposal", json!({})).is_ok());
}

#[test]
fn one_proposes_and_another_confirms() {
    for disposal in ["archive", "erase"] {
        let own = proposed(disposal).by(crate::domain::testing::MOREAU);
        assert_eq!(own.refusal("confirm_disposal", json!({"disposal": disposal})), Refusal::DisposalNeedsAnother {});
        assert!(proposed(disposal).tries("confirm_disposal", json!({"disposal": disposal})).is_ok());
    }
    assert_eq!(
        proposed("archive").refusal("confirm_disposal", json!({"disposal": "erase"})),
        Refusal::DisposalIsAnother {}
    );
}

#[test]
fn a_proposal_takes_the_place_of_the_deadline_until_it_is_answered() {
    let rules = |desk: &Desk| -> Vec<_> {
        deadline::deadlines(&desk.record, &desk.antenna)
            .iter()
            .map(|one| (one.rule.code(), one.due.to_string()))
            .collect()
    };
    assert_eq!(rules(&past_its_time()), [("retention", "2028-06-01".to_owned())]);
    assert_eq!(rules(&proposed("erase")), [("disposal-to-confirm", "2028-07-02".to_owned())]);
    let declined = proposed("erase").does("decline_disposal", json!({}));
    assert_eq!(rules(&declined), [("retention", "2028-06-01".to_owned())]);
    let archived = proposed("archive").does("confirm_disposal", json!({"disposal": "archive"}));
    assert_eq!(rules(&archived), [("retention", "2033-06-02".to_owned())], "five years in the archive");
}

#[test]
fn an_archived_file_is_only_erased_or_brought_back_by_a_new_orientation() {
    let archived = proposed("archive").does("confirm_disposal", json!({"disposal": "archive"}));
    assert_eq!(archived.record.status(), FamilyStatus::Archived);
    assert_eq!(archived.refusal("write_note", json!({})), Refusal::FamilyIsArchived {});
    let back = archived.does("receive_orientation", json!({"date": "2028-06-02"}));
    assert_eq!((back.record.status(), back.record.archived_on), (FamilyStatus::Oriented, None));
}

#[test]
fn a_family_that_comes_back_is_no_longer_to_be_erased() {
    let back = proposed("erase").does("receive_orientation", json!({"date": "2028-06-02"}));
    assert_eq!(back.record.proposal, None);
    assert_eq!(back.refusal("confirm_disposal", json!({"disposal": "erase"})), Refusal::NoDisposalProposed {});
}

#[test]
fn an_erased_family_leaves_its_figures_by_month_and_nothing_else() {
    let desk = Desk::contracted().does("hold_encounter", json!({})).on("2026-06-01").does("exit_family", json!({}));
    let before = desk.record.clone();
    let desk = desk.on("2028-06-02").does("propose_disposal", json!({"disposal": "erase"})).by(PETIT);
    let desk = desk.does("confirm_disposal", json!({"disposal": "erase"}));
    let erased = desk.record.erased.clone().unwrap();
    assert_eq!(desk.record, FamilyRecord { erased: Some(erased.clone()), ..FamilyRecord::new(desk.record.id) });
    let left = serde_json::to_string(&erased).unwrap().to_lowercase();
    for known in ["diarra", "aminata", "moussa", "1234567", "1998", "fsl", "motive"] {
        assert!(!left.contains(known), "{known} in {left}");
    }
    for (from, to) in [
        ("2026-01-01", "2026-12-31"),
        ("2026-01-01", "2026-01-31"),
        ("2026-02-01", "2026-03-31"),
        ("2026-06-01", "2026-06-30"),
        ("2025-01-01", "2025-12-31"),
        ("2026-07-01", "2027-12-31"),
    ] {
        let (mut then, mut now) = (Indicators::default(), Indicators::default());
        then.count(&before, day(from), day(to));
        now.count_erased(&erased, day(from), day(to));
        assert_eq!(now, then, "{from} to {to}");
    }
    assert!(erased.figures.iter().all(|one| one.center.is_some() && one.referent.is_some()));
}

#[test]
fn what_another_machine_recorded_meanwhile_does_not_bring_an_erased_family_back() {
    let mut desk = proposed("erase").does("confirm_disposal", json!({"disposal": "erase"}));
    let erased = desk.record.clone();
    for event in Desk::opened().tries("receive_orientation", json!({})).unwrap() {
        crate::domain::evolve(&mut desk.record, &event);
    }
    assert_eq!(desk.record, erased);
}
