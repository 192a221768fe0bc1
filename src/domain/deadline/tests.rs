//! Every deadline with its edges: month ends, 29 February, the last day inclusive, and the act that settles it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod contracts;

use serde_json::{Value, json};

use super::*;
use crate::base::calendar::{Standing, standing};
use crate::domain::testing::{Desk, MOREAU, day};

/// The first and last days of every deadline of this rule.
fn of(desk: &Desk, rule: DeadlineRule) -> Vec<(String, String)> {
    let mut found: Vec<_> = deadlines(&desk.record, &desk.antenna)
        .into_iter()
        .filter(|deadline| deadline.rule == rule)
        .map(|deadline| (deadline.opens.to_string(), deadline.due.to_string()))
        .collect();
    found.sort();
    found
}

fn due(desk: &Desk, rule: DeadlineRule) -> Option<String> {
    let found = of(desk, rule);
    assert!(found.len() < 2, "{rule:?}: {found:?}");
    found.into_iter().next().map(|(_, due)| due)
}

fn stands(desk: &Desk, rule: DeadlineRule, on: &str) -> Standing {
    standing(day(&due(desk, rule).unwrap()), day(on))
}

fn rules(desk: &Desk) -> Vec<DeadlineRule> {
    let mut found: Vec<_> = deadlines(&desk.record, &desk.antenna).iter().map(|deadline| deadline.rule).collect();
    found.sort();
    found
}

/// Oriented and included on one day.
fn included_on(date: &str) -> Desk {
    let desk = Desk::opened().on(date).does("receive_orientation", json!({"date": date}));
    desk.does("include_family", json!({"date": date}))
}

#[test]
fn a_family_has_the_deadlines_of_where_it_stands() {
    use DeadlineRule::*;
    let included = vec![FirstMeeting, ContractToSign, PanelExamination, ThirdBirthday];
    let running = vec![
        FirstMeeting,
        ContractReview,
        ContractRenewal,
        ContractEnd,
        CommitmentDue,
        PanelExamination,
        ThirdBirthday,
    ];
    for (desk, expected) in [
        (Desk::opened(), vec![]),
        (Desk::oriented(), vec![OrientationToAnswer]),
        (Desk::included(), included.clone()),
        (Desk::contracted(), running),
        (Desk::out(), vec![Retention]),
        (Desk::out().does("receive_orientation", json!({"date": "2026-06-01"})), vec![OrientationToAnswer]),
        (Desk::oriented().does("refuse_orientation", json!({})), vec![Retention]),
        (Desk::out().on("2026-06-10").does("reopen_family", json!({})), included),
    ] {
        assert_eq!(rules(&desk), expected);
    }
}

#[test]
fn the_first_meeting_is_within_fifteen_days_and_silence_begins_after_forty_five() {
    let desk = Desk::included();
    for (on, expected) in
        [("2026-01-29", Standing::Later), ("2026-01-30", Standing::Due), ("2026-01-31", Standing::Overdue)]
    {
        assert_eq!(stands(&desk, DeadlineRule::FirstMeeting, on), expected, "on {on}");
    }
    assert_eq!(due(&desk, DeadlineRule::Silence), None);
    let met = desk.on("2026-02-01").does("hold_encounter", json!({}));
    assert_eq!(due(&met, DeadlineRule::FirstMeeting), None);
    assert_eq!(of(&met, DeadlineRule::Silence), [("2026-02-01".into(), "2026-03-18".into())]);
    assert_eq!(stands(&met, DeadlineRule::Silence, "2026-03-18"), Standing::Due);
    assert_eq!(stands(&met, DeadlineRule::Silence, "2026-03-19"), Standing::Overdue);
}

#[test]
fn only_an_encounter_held_breaks_the_silence_and_the_latest_one_counts() {
    let desk = Desk::included()
        .on("2026-02-10")
        .does("hold_encounter", json!({"date": "2026-02-10"}))
        .does("hold_encounter", json!({"date": "2026-01-20"}));
    assert_eq!(due(&desk, DeadlineRule::Silence).as_deref(), Some("2026-03-27"), "entered late, held before");
    let desk = desk
        .does("plan_encounter", json!({}))
        .on("2026-03-02")
        .does("miss_encounter", json!({}))
        .does("write_note", json!({"date": "2026-03-02"}))
        .does("plan_encounter", json!({"date": "2026-03-10"}));
    assert_eq!(due(&desk, DeadlineRule::Silence).as_deref(), Some("2026-03-27"));
}

#[test]
fn the_meetings_of_the_stay_before_do_not_count() {
    let desk = Desk::included()
        .on("2026-06-01")
        .does("hold_encounter", json!({"date": "2026-06-01"}))
        .does("exit_family", json!({}))
        .does("receive_orientation", json!({"date": "2026-06-01"}))
        .on("2026-06-02")
        .does("include_family", json!({"date": "2026-06-02"}));
    assert_eq!(due(&desk, DeadlineRule::FirstMeeting).as_deref(), Some("2026-06-17"));
    assert_eq!(due(&desk, DeadlineRule::Silence), None);
}

#[test]
fn an_appointment_is_due_on_its_day_and_stays_until_it_has_an_outcome() {
    let planned = || Desk::included().does("plan_encounter", json!({"date": "2026-02-01"})).on("2026-02-05");
    assert_eq!(of(&planned(), DeadlineRule::Appointment), [("2026-02-01".into(), "2026-02-01".into())]);
    assert_eq!(stands(&planned(), DeadlineRule::Appointment, "2026-02-01"), Standing::Due);
    assert_eq!(stands(&planned(), DeadlineRule::Appointment, "2026-02-02"), Standing::Overdue);
    for (kind, changes) in [
        ("hold_encounter", json!({"date": "2026-02-01"})),
        ("miss_encounter", json!({})),
        ("miss_encounter", json!({"excused": false})),
        ("cancel_encounter", json!({})),
    ] {
        let settled = planned().does(kind, changes);
        assert_eq!(due(&settled, DeadlineRule::Appointment), None, "{kind}");
    }
    let held_another_day = planned().does("hold_encounter", json!({"date": "2026-02-03"}));
    assert!(due(&held_another_day, DeadlineRule::Appointment).is_some(), "it answers no appointment");
    let two = planned().does("plan_encounter", json!({"date": "2026-03-01"}));
    assert_eq!(of(&two, DeadlineRule::Appointment).len(), 2);
}

#[test]
fn the_panel_examines_between_six_and_twelve_months_after_the_inclusion() {
    for (date, opens, by) in [
        ("2026-01-15", "2026-07-15", "2027-01-15"),
        ("2025-08-31", "2026-02-28", "2026-08-31"),
        ("2026-08-29", "2027-02-28", "2027-08-29"),
    ] {
        assert_eq!(of(&included_on(date), DeadlineRule::PanelExamination), [(opens.into(), by.into())]);
    }
}

#[test]
fn the_third_birthday_of_the_youngest_at_home_is_a_landmark_and_the_majoration_ends_the_month_before() {
    let landmark = |desk: &Desk| {
        let found = deadlines(&desk.record, &desk.antenna);
        found.into_iter().find_map(|deadline| match deadline.about {
            About::Child { given_name, majoration_ends, .. } => {
                Some((given_name, majoration_ends.to_string(), deadline.due.to_string()))
            }
            About::Family
            | About::Antenna
            | About::AntennaPart { .. }
            | About::Center { .. }
            | About::Gap { .. }
            | About::PanelReferral { .. }
            | About::Encounter { .. }
            | About::Contract { .. }
            | About::Commitment { .. } => None,
        })
    };
    let child = |birth: &str| {
        let children = json!([{"given_name": "Ali", "birth_date": "2012-01-01"},
            {"given_name": "Awa", "birth_date": birth}]);
        Desk::opened().does("receive_orientation", json!({"children": children})).does("include_family", json!({}))
    };
    for (birth, majoration_ends, birthday) in [
        ("2024-02-11", "2027-01-31", "2027-02-11"),
        ("2024-02-29", "2027-02-28", "2027-03-01"),
        ("2024-01-31", "2026-12-31", "2027-01-31"),
        ("2025-03-01", "2028-02-29", "2028-03-01"),
    ] {
        let expected = ("Awa".to_owned(), majoration_ends.to_owned(), birthday.to_owned());
        assert_eq!(landmark(&child(birth)), Some(expected), "born {birth}");
    }
    let desk = child("2024-02-11").on("2026-06-01");
    let newborn = json!({"given_name": "Issa", "birth_date": "2026-05-31"});
    assert_eq!(landmark(&desk.does("add_child", newborn)).unwrap().2, "2029-05-31");
    let desk = child("2024-02-11");
    let awa = desk.record.children[1].id;
    let desk = desk.does("record_child_departure", json!({"child": awa, "date": "2026-01-15"}));
    assert_eq!(landmark(&desk), None, "Ali was three years old long before the last child under the age left");
    let twins = child("2024-02-11").does("add_child", json!({"given_name": "Ada", "birth_date": "2024-02-11"}));
    let awa = twins.record.children[1].id;
    let twins = twins.does("record_child_departure", json!({"child": awa, "date": "2026-01-15"}));
    assert_eq!(landmark(&twins).unwrap().0, "Ada");
    let ali = desk.record.children[0].id;
    let desk = desk.does("record_child_departure", json!({"child": ali, "date": "2026-01-15"}));
    assert_eq!(landmark(&desk), None);
    // It is never an exit by itself.
    assert!(Desk::included().on("2027-06-01").record.current_stay().is_some());
}

#[test]
fn a_third_birthday_that_a_running_contract_crosses_is_late_only_once_the_contract_is_over() {
    let birthday = |desk: &Desk| {
        let found = deadlines(&desk.record, &desk.antenna).into_iter();
        found.into_iter().find(|deadline| deadline.rule == DeadlineRule::ThirdBirthday).unwrap()
    };
    // Aminata's contract runs from 1 February to 31 July 2026.
    let born = |date: &str| {
        let desk = Desk::contracted();
        let child = desk.record.children[0].id;
        desk.does("correct_child", json!({"child": child, "birth_date": date}))
    };
    for (date, crossed) in [("2023-01-31", false), ("2023-02-01", true), ("2023-07-31", true), ("2023-08-01", false)] {
        let birthday = birthday(&born(date));
        assert_eq!(birthday.ends_by_itself(), crossed, "born {date}");
        assert!(birthday.stands_on(birthday.due) && birthday.stands_on(day("2026-08-01")), "born {date}");
        assert_eq!(birthday.stands_on(day("2026-07-31")), !crossed || birthday.due == day("2026-07-31"));
    }
    let desk = born("2023-05-01").on("2026-06-01");
    let ended = json!({"contract": desk.record.contracts[0].id, "date": "2026-06-01"});
    let late = birthday(&desk.does("end_contract", ended));
    assert!(late.stands_on(day("2026-06-01")), "nothing runs across it any more");
}

#[test]
fn a_family_whose_referent_leaves_is_an_alert_until_it_has_another() {
    let leaving = json!({"act": "record_referent_leaving", "referent": MOREAU, "left_on": "2026-03-01"});
    let desk = Desk::included().antenna_does(leaving).on("2026-03-01");
    assert_eq!(of(&desk, DeadlineRule::ReferentMissing), [("2026-03-01".into(), "2026-03-01".into())]);
    let desk = desk.does("change_referent", json!({"date": "2026-03-01"}));
    assert_eq!(due(&desk, DeadlineRule::ReferentMissing), None);
}

#[test]
fn days_between_a_referent_who_left_and_the_next_are_an_alert_until_the_next_begins() {
    let leaving = json!({"act": "record_referent_leaving", "referent": MOREAU, "left_on": "2026-03-01"});
    let gaps = |changed: &str| {
        let desk = Desk::included().antenna_does(leaving.clone()).on("2026-03-20");
        let desk = desk.does("change_referent", json!({"date": changed}));
        let found = deadlines(&desk.record, &desk.antenna).into_iter();
        let gaps = found.filter(|one| one.rule == DeadlineRule::ReferentMissing);
        gaps.map(|one| (one.due.to_string(), one.about.clone(), one)).collect::<Vec<_>>()
    };
    for (changed, until) in [
        ("2026-02-20", None),
        ("2026-03-01", None),
        ("2026-03-02", Some("2026-03-01")),
        ("2026-03-15", Some("2026-03-14")),
    ] {
        let found: Vec<_> = gaps(changed).into_iter().map(|(due, about, _)| (due, about)).collect();
        let expected = until.map(|until| ("2026-03-01".to_owned(), About::Gap { until: day(until) }));
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "next from {changed}");
    }
    let found = gaps("2026-03-15");
    let (_, _, alert) = found.first().unwrap();
    assert!(alert.stands_on(day("2026-03-14")) && !alert.stands_on(day("2026-03-15")), "it ends by itself");
}

#[test]
fn a_record_is_archived_or_erased_twenty_four_months_after_the_last_contact() {
    let exit = |date: &str| {
        let exit = json!({"date": date, "benefit_ended_on": date});
        Desk::included().on(date).does("exit_family", exit)
    };
    for (date, expected) in [
        ("2026-06-01", "2028-06-01"),
        ("2026-02-28", "2028-02-28"),
        ("2028-02-29", "2030-02-28"),
        ("2027-12-31", "2029-12-31"),
    ] {
        let window = [(expected.to_owned(), expected.to_owned())];
        assert_eq!(of(&exit(date), DeadlineRule::Retention), window, "out on {date}");
    }
    let refused = Desk::oriented().does("refuse_orientation", json!({}));
    assert_eq!(due(&refused, DeadlineRule::Retention).as_deref(), Some("2028-01-15"), "from the answer");
    let sent_again = exit("2026-06-01").on("2026-09-01").does("receive_orientation", json!({"date": "2026-09-01"}));
    assert_eq!(due(&sent_again, DeadlineRule::Retention), None, "an orientation waits");
    let refused_again = sent_again.does("refuse_orientation", json!({"date": "2026-09-01"}));
    assert_eq!(due(&refused_again, DeadlineRule::Retention).as_deref(), Some("2028-09-01"));
}

#[test]
fn what_is_said_or_settled_after_the_exit_keeps_the_record() {
    let late = Desk::oriented().on("2027-11-28").does("refuse_orientation", json!({"date": "2027-11-28"}));
    assert_eq!(due(&late, DeadlineRule::Retention).as_deref(), Some("2029-11-28"));
    let noted = Desk::out().on("2026-11-20").does("write_note", json!({"date": "2026-11-20"}));
    assert_eq!(due(&noted, DeadlineRule::Retention).as_deref(), Some("2028-11-20"));
    let earlier = Desk::out().does("write_note", json!({"date": "2026-03-01"}));
    assert_eq!(due(&earlier, DeadlineRule::Retention).as_deref(), Some("2028-06-01"), "the exit is later");
    let claimed = |desk: Desk| desk.on("2026-06-01").does("open_rights_claim", json!({"date": "2026-05-01"}));
    let out = claimed(Desk::included()).does("exit_family", json!({})).on("2026-09-10");
    assert_eq!(due(&out, DeadlineRule::Retention).as_deref(), Some("2028-06-01"));
    let abandoned = json!({"claim": null, "date": "2026-09-10", "result": "abandoned"});
    let settled = out.does("finalise_rights_claim", abandoned);
    assert_eq!(due(&settled, DeadlineRule::Retention).as_deref(), Some("2028-09-10"));
}

#[test]
fn the_convention_has_its_notice_its_report_and_its_end() {
    let own = |desk: &Desk| -> Vec<(DeadlineRule, String, String)> {
        let found = convention_deadlines(&desk.antenna).into_iter();
        found.map(|one| (one.rule, one.opens.to_string(), one.due.to_string())).collect()
    };
    let expected = |starts: &str, notice: &str, report: &str, ends: &str| {
        [
            (DeadlineRule::ConventionNotice, starts.to_owned(), notice.to_owned()),
            (DeadlineRule::ConventionReport, starts.to_owned(), report.to_owned()),
            (DeadlineRule::ConventionEnd, starts.to_owned(), ends.to_owned()),
        ]
    };
    let desk = Desk::opened();
    assert_eq!(own(&desk), expected("2012-01-01", "2012-09-30", "2012-11-30", "2012-12-31"));
    let period = json!({"period": {"starts": "2025-06-01", "ends": "2026-05-31"}});
    let renewed = desk.amended_from("2025-06-01", period);
    assert_eq!(own(&renewed), expected("2025-06-01", "2026-02-28", "2026-04-30", "2026-05-31"));
    let mut unfounded = Desk::opened();
    unfounded.antenna.conventions.clear();
    assert_eq!(own(&unfounded), []);
    // Nobody is late with a notice: after its day there is none to give.
    let found = convention_deadlines(&renewed.antenna);
    let standing = |today: &str| found.iter().filter(|one| one.stands_on(day(today))).count();
    assert_eq!([standing("2026-02-28"), standing("2026-03-01"), standing("2027-01-01")], [3, 2, 2]);
    // The report is there once every whole month before its day is closed, in whatever parts and order.
    let closed = |desk: Desk, from: &str, to: &str| {
        desk.on("2026-05-10").antenna_does(json!({"act": "close_period", "from": from, "to": to}))
    };
    let is_due = |desk: &Desk| own(desk).iter().any(|(rule, ..)| *rule == DeadlineRule::ConventionReport);
    let desk = closed(renewed, "2026-01-01", "2026-03-31");
    assert!(is_due(&desk), "the first months are not closed");
    let desk = closed(desk, "2025-05-01", "2025-10-31");
    assert!(is_due(&desk), "November is not closed");
    assert!(!is_due(&closed(desk, "2025-11-01", "2025-12-31")));
}

#[test]
fn each_delay_is_that_of_the_version_in_force_on_the_day_that_starts_it() {
    let delays = |delays: Value| json!({"delays": delays});
    let changed = delays(json!({"first_meeting_days": 10, "contract_months_after_orientation": 1,
        "silence_days": 30, "review_months_before_end": 1, "renewal_months_before_end": 0,
        "examination_from_months": 3, "examination_by_months": 6, "retention_months": 12}));
    // In force from the day between the orientation and the inclusion.
    let desk = Desk::oriented().amended_from("2026-01-12", changed.clone()).does("include_family", json!({}));
    for (rule, expected) in [
        (DeadlineRule::ContractToSign, "2026-03-10"),
        (DeadlineRule::FirstMeeting, "2026-01-25"),
        (DeadlineRule::PanelExamination, "2026-07-15"),
    ] {
        assert_eq!(due(&desk, rule).as_deref(), Some(expected), "{rule:?}");
    }
    // In force from the day between the inclusion and the rest.
    let desk = Desk::contracted().on("2026-02-20").amended_from("2026-02-10", changed);
    assert_eq!(due(&desk, DeadlineRule::FirstMeeting).as_deref(), Some("2026-01-30"));
    assert_eq!(due(&desk, DeadlineRule::ContractReview).as_deref(), Some("2026-05-31"));
    let before = desk.does("hold_encounter", json!({"date": "2026-02-09"}));
    assert_eq!(due(&before, DeadlineRule::Silence).as_deref(), Some("2026-03-26"));
    let after = before.does("hold_encounter", json!({"date": "2026-02-10"}));
    assert_eq!(due(&after, DeadlineRule::Silence).as_deref(), Some("2026-03-12"));
    let out = after.on("2026-06-01").does("exit_family", json!({}));
    assert_eq!(due(&out, DeadlineRule::Retention).as_deref(), Some("2027-06-01"));
}

#[test]
fn a_rule_is_found_by_its_code_and_names_its_source() {
    for rule in DeadlineRule::ALL {
        assert_eq!(DeadlineRule::from_code(rule.code()), Some(rule));
        assert_eq!(serde_json::to_value(rule).unwrap(), json!(rule.code()));
        assert!(!rule.source().is_empty());
    }
    assert_eq!(DeadlineRule::from_code("anniversary"), None);
    assert!(DeadlineRule::ALL.is_sorted(), "the order in which one day's list shows them");
}

#[test]
fn the_person_s_month_and_the_panel_s_run_from_the_letter_and_the_departure_until_each_is_answered() {
    let opened = Desk::included()
        .on("2026-02-01")
        .does("open_panel_referral", json!({"motive": "suspend", "proposal": null}))
        .on("2026-09-01");
    assert_eq!(due(&opened, DeadlineRule::PanelObservations), None);
    let informed = opened.does("record_panel_letter", json!({"date": "2026-08-31"}));
    let month = [("2026-08-31".into(), "2026-09-30".into())];
    assert_eq!(of(&informed, DeadlineRule::PanelObservations), month);
    let heard = informed.does("record_panel_observations", json!({"date": "2026-09-01"}));
    assert_eq!(due(&heard, DeadlineRule::PanelObservations), None);
    let sent = heard.does("send_panel_referral", json!({"date": "2026-09-01"}));
    assert_eq!(of(&sent, DeadlineRule::PanelOpinion), [("2026-09-01".into(), "2026-10-01".into())]);
    assert_eq!(stands(&sent, DeadlineRule::PanelOpinion, "2026-10-01"), Standing::Due);
    let postponed = sent.does("postpone_panel_referral", json!({"date": "2026-09-01", "until": "2026-09-15"}));
    assert_eq!(due(&postponed, DeadlineRule::PanelOpinion).as_deref(), Some("2026-10-15"));
    let advised = postponed.does("record_panel_opinion", json!({"date": "2026-09-01", "measure": "suspend"}));
    assert_eq!(due(&advised, DeadlineRule::PanelOpinion), None);
}

#[test]
fn a_referral_for_the_examination_settles_it_once_sent_and_so_does_a_reorientation_once_decided() {
    let asks = |motive: &str| {
        let act = json!({"motive": motive, "proposal": null});
        Desk::included().on("2026-02-01").does("open_panel_referral", act).on("2026-09-01")
    };
    let examined = |desk: &Desk| due(desk, DeadlineRule::PanelExamination).is_none();
    assert!(!examined(&asks("twelve-months")), "a draft asks nobody");
    let sent = asks("twelve-months").does("send_panel_referral", json!({"date": "2026-09-01"}));
    assert!(examined(&sent));
    assert!(!examined(&sent.does("cancel_panel_referral", json!({"date": "2026-09-01"}))));
    let reorients = |measure: &str| {
        asks("reorient")
            .does("send_panel_referral", json!({}))
            .does("record_panel_opinion", json!({}))
            .does("record_panel_decision", json!({"measure": measure}))
    };
    assert!(examined(&reorients("reorient")));
    assert!(!examined(&reorients("keep")));
}

#[test]
fn what_was_due_before_it_could_be_settled_can_be_settled_at_once() {
    let desk = Desk::included()
        .on("2026-02-10")
        .does(
            "draft_contract",
            json!({"commitments": [{"party": "beneficiary", "text": "dossier FSL", "due": "2026-02-05"},
                {"party": "referent", "text": "suivi"}]}),
        )
        .does("sign_contract", json!({"date": "2026-02-10"}));
    assert_eq!(of(&desk, DeadlineRule::CommitmentDue), [("2026-02-05".into(), "2026-02-05".into())]);
}
