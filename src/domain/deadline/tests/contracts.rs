//! The deadlines of contracts, from the orientation to the last commitment.

use serde_json::json;

use super::*;

/// With a contract signed on the day it begins, the day of the inclusion.
fn contracted_on(date: &str, months: u32) -> Desk {
    included_on(date)
        .does("draft_contract", json!({"starts": date, "months": months}))
        .does("sign_contract", json!({"date": date}))
}

#[test]
fn an_orientation_is_answered_and_a_contract_signed_within_two_months_of_it() {
    for (oriented_on, expected) in [
        ("2025-03-10", "2025-05-10"),
        ("2025-12-28", "2026-02-28"),
        ("2025-12-29", "2026-02-28"),
        ("2025-12-31", "2026-02-28"),
        ("2025-06-30", "2025-08-30"),
        ("2027-12-31", "2028-02-29"),
    ] {
        let child = json!({"date": oriented_on, "children": [{"given_name": "Awa", "birth_date": "2025-03-01"}]});
        let desk = Desk::opened().on("2028-01-31").does("receive_orientation", child);
        let window = vec![(oriented_on.to_owned(), expected.to_owned())];
        assert_eq!(of(&desk, DeadlineRule::OrientationToAnswer), window);
        let desk = desk.does("include_family", json!({"date": oriented_on}));
        assert_eq!(of(&desk, DeadlineRule::ContractToSign), window);
        assert_eq!(of(&desk, DeadlineRule::OrientationToAnswer), []);
    }
}

#[test]
fn the_delay_to_contract_runs_from_the_orientation_and_not_from_the_inclusion() {
    let desk = Desk::included();
    // Included on the fifth day: days 55 and 59 are in time, day 60 is late.
    for (on, expected) in [
        ("2026-03-06", Standing::Later),
        ("2026-03-09", Standing::Later),
        ("2026-03-10", Standing::Due),
        ("2026-03-11", Standing::Overdue),
    ] {
        assert_eq!(stands(&desk, DeadlineRule::ContractToSign, on), expected, "on {on}");
    }
    let desk = desk.on("2026-03-10").does("draft_contract", json!({"starts": "2026-03-10"}));
    assert!(due(&desk, DeadlineRule::ContractToSign).is_some(), "a draft binds nobody");
    let desk = desk.does("sign_contract", json!({"date": "2026-03-10"}));
    assert_eq!(due(&desk, DeadlineRule::ContractToSign), None);
}

#[test]
fn a_family_that_comes_back_has_a_contract_to_sign_again() {
    let desk = Desk::contracted()
        .on("2026-06-01")
        .does("exit_family", json!({}))
        .does("receive_orientation", json!({"date": "2026-06-01"}))
        .on("2026-06-15")
        .does("include_family", json!({"date": "2026-06-15"}));
    assert_eq!(due(&desk, DeadlineRule::ContractToSign).as_deref(), Some("2026-08-01"));
    assert_eq!(due(&desk, DeadlineRule::CommitmentDue), None, "the commitments of the stay before are its past");
}

#[test]
fn a_contract_signed_ahead_in_the_stay_before_is_not_one_of_the_new_stay() {
    let ahead = json!({"kind": "renewal", "starts": "2026-08-01"});
    let desk = Desk::contracted()
        .on("2026-06-01")
        .does("draft_contract", ahead)
        .does("sign_contract", json!({"date": "2026-06-01"}))
        .does("exit_family", json!({}))
        .does("receive_orientation", json!({"date": "2026-06-01"}))
        .on("2026-06-15")
        .does("include_family", json!({"date": "2026-06-15"}));
    assert_eq!(due(&desk, DeadlineRule::ContractToSign).as_deref(), Some("2026-08-01"));
    assert!(desk.tries("draft_contract", json!({"kind": "first", "starts": "2026-06-15"})).is_ok());
}

#[test]
fn review_renewal_and_end_are_counted_back_from_the_last_day() {
    for (starts, months, review, renewal, end) in [
        ("2026-02-01", 6, "2026-05-31", "2026-06-30", "2026-07-31"),
        ("2025-03-12", 6, "2025-07-11", "2025-08-11", "2025-09-11"),
        ("2025-03-01", 12, "2025-12-28", "2026-01-28", "2026-02-28"),
        ("2025-08-31", 3, "2025-09-30", "2025-10-30", "2025-11-30"),
        ("2025-10-31", 6, "2026-02-28", "2026-03-30", "2026-04-30"),
        ("2025-07-01", 9, "2026-01-31", "2026-02-28", "2026-03-31"),
    ] {
        let desk = contracted_on(starts, months);
        for (rule, expected) in [
            (DeadlineRule::ContractReview, review),
            (DeadlineRule::ContractRenewal, renewal),
            (DeadlineRule::ContractEnd, end),
        ] {
            let window = [(starts.to_owned(), expected.to_owned())];
            assert_eq!(of(&desk, rule), window, "{rule:?} of {months} months from {starts}");
        }
    }
}

#[test]
fn each_act_on_a_contract_settles_its_deadlines() {
    use DeadlineRule::{ContractEnd, ContractRenewal, ContractReview};
    let of_contracts = |desk: &Desk| -> Vec<(DeadlineRule, String, u32)> {
        let found = deadlines(&desk.record, &desk.antenna).into_iter();
        let ranked = found.filter_map(|deadline| match deadline.about {
            About::Contract { rank, .. } => Some((deadline.rule, deadline.due.to_string(), rank)),
            About::Family
            | About::Antenna
            | About::AntennaPart { .. }
            | About::Center { .. }
            | About::Gap { .. }
            | About::PanelReferral { .. }
            | About::Encounter { .. }
            | About::Commitment { .. }
            | About::Child { .. } => None,
        });
        ranked.collect()
    };
    let desk = || Desk::contracted().on("2026-06-01");
    let reviewed = desk().does("review_contract", json!({}));
    let (renewal, end) = ((ContractRenewal, "2026-06-30".to_owned(), 1), (ContractEnd, "2026-07-31".to_owned(), 1));
    assert_eq!(of_contracts(&reviewed), [renewal, end]);
    let without = (ContractRenewal, "2026-06-01".to_owned(), 1);
    assert_eq!(of_contracts(&desk().does("end_contract", json!({}))), [without], "the family has none any more");
    let next = json!({"kind": "renewal", "starts": "2026-08-01", "months": 3});
    let renewed = desk().does("draft_contract", next).does("sign_contract", json!({"date": "2026-06-01"}));
    let of_the_next = [
        (ContractReview, "2026-08-31".to_owned(), 2),
        (ContractRenewal, "2026-09-30".to_owned(), 2),
        (ContractEnd, "2026-10-31".to_owned(), 2),
    ];
    assert_eq!(of_contracts(&renewed), of_the_next);
    let early = || {
        let next = json!({"kind": "renewal", "starts": "2026-08-01", "months": 3});
        let desk = Desk::contracted().on("2026-05-30").does("draft_contract", next);
        desk.does("sign_contract", json!({"date": "2026-05-30"}))
    };
    let still_to_make = (ContractReview, "2026-05-31".to_owned(), 1);
    assert!(of_contracts(&early()).contains(&still_to_make), "a renewal signed early does not make the review");
    let reviewed = early().does("review_contract", json!({"date": "2026-05-30"}));
    assert_eq!(of_contracts(&reviewed), of_the_next);
    let amended = json!({"kind": "amendment", "starts": "2026-06-01", "months": 3});
    let amended = desk().does("draft_contract", amended).does("sign_contract", json!({"date": "2026-06-01"}));
    assert_eq!(of_contracts(&amended)[2], (ContractEnd, "2026-08-31".to_owned(), 2));
}

#[test]
fn a_contract_is_renewed_only_where_the_next_may_begin_and_goes_on_to_its_end_across_the_third_birthday() {
    // The third birthday is on 11 February 2027: the next contract may begin on it and not after.
    for (starts, end, renewable) in
        [("2026-08-11", "2027-02-10", true), ("2026-08-12", "2027-02-11", false), ("2026-09-01", "2027-02-28", false)]
    {
        let desk = contracted_on(starts, 6);
        assert_eq!(due(&desk, DeadlineRule::ContractEnd).as_deref(), Some(end));
        assert_eq!(due(&desk, DeadlineRule::ContractRenewal).is_some(), renewable, "from {starts}");
    }
    let desk = contracted_on("2026-02-01", 6);
    let gone = json!({"child": desk.record.children[0].id, "date": "2026-02-01"});
    let desk = desk.does("record_child_departure", gone);
    assert_eq!(due(&desk, DeadlineRule::ContractRenewal), None, "no child at home");
    assert!(due(&desk, DeadlineRule::ContractEnd).is_some());
}

#[test]
fn a_commitment_is_due_on_its_date_from_the_signature_to_its_result() {
    let desk = Desk::contracted();
    assert_eq!(of(&desk, DeadlineRule::CommitmentDue), [("2026-02-01".into(), "2026-03-01".into())]);
    let commitment = desk.record.contracts[0].commitments[0].id;
    let settled = desk.on("2026-03-01").does("settle_commitment", json!({"commitment": commitment}));
    assert_eq!(due(&settled, DeadlineRule::CommitmentDue), None);
    let drafted = Desk::included().on("2026-02-01").does("draft_contract", json!({}));
    assert_eq!(due(&drafted, DeadlineRule::CommitmentDue), None, "a draft binds nobody");
    let ended = Desk::contracted().on("2026-06-01").does("end_contract", json!({}));
    assert!(due(&ended, DeadlineRule::CommitmentDue).is_some(), "the end of the contract settles nothing");
}

#[test]
fn a_contract_is_to_be_signed_by_the_third_birthday_and_not_once_no_child_under_the_age_is_there() {
    // Oriented on 10 January 2026: two months later is 10 March.
    let born = |date: &str| {
        let desk = Desk::included();
        let child = desk.record.children[0].id;
        desk.does("correct_child", json!({"child": child, "birth_date": date}))
    };
    for (birth, last) in [("2023-03-11", "2026-03-10"), ("2023-03-10", "2026-03-10"), ("2023-02-20", "2026-02-20")] {
        assert_eq!(due(&born(birth), DeadlineRule::ContractToSign).as_deref(), Some(last), "born {birth}");
    }
    let elder = Desk::included().does("add_child", json!({"given_name": "Awa", "birth_date": "2020-05-01"}));
    let child = elder.record.children[0].id;
    let left = elder.on("2026-02-01").does("record_child_departure", json!({"child": child, "date": "2026-02-01"}));
    assert_eq!(due(&left, DeadlineRule::ContractToSign), None);
}
