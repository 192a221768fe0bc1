//! Every refusal, provoked: the act that breaks its rule, and the facts that it names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod panel_and_rights;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Refusal;
use crate::domain::antenna::AntennaRecord;
use crate::domain::contract::Party;
use crate::domain::orientation::Census;
use crate::domain::testing::{Desk, MOREAU, NOBODY, PETIT, antenna_acts, day};
use panel_and_rights::{of_diagnoses, of_landmarks, of_rights_and_aids, of_the_convention_and_groups, of_the_panel};

/// Refusals of the journal, of the exchange and of a form that has nothing to ask, which no decision about a family or the antenna
/// gives.
const OF_OTHER_LAYERS: [&str; 14] = [
    "refusal-NoCommitmentOpen",
    "refusal-BundleErased",
    "refusal-ReferentStillFollows",
    "refusal-GroupSessionHasPresences",
    "refusal-BundleNotReceived",
    "refusal-ChangedSince",
    "refusal-AlreadyUndone",
    "refusal-NothingToUndo",
    "refusal-PeriodTooLong",
    "refusal-NothingToHandOver",
    "refusal-BundleUnknown",
    "refusal-FileInTheWay",
    "refusal-PanelDecisionSent",
    "refusal-RevokedBeyondReceived",
];

#[test]
fn every_rule_refuses_the_act_that_breaks_it_with_its_facts() {
    let mut provoked: BTreeSet<&str> = OF_OTHER_LAYERS.into();
    let tables = [
        of_the_antenna(),
        of_the_orientation(),
        of_the_family(),
        of_encounters(),
        of_contracts(),
        of_exits(),
        of_retention(),
        of_the_panel(),
        of_landmarks(),
        of_rights_and_aids(),
        of_diagnoses(),
        of_the_convention_and_groups(),
    ];
    for (got, expected) in tables.into_iter().flatten() {
        assert_eq!(got, expected);
        provoked.insert(got.id());
    }
    assert_eq!(provoked, Refusal::IDS.iter().copied().collect(), "every refusal can be provoked");
}

type Provoked = Vec<(Refusal, Refusal)>;

fn of_the_antenna() -> Provoked {
    let acts = antenna_acts();
    let [founded, center, referent, leaving, convention, change, close, correct] =
        [0, 1, 2, 3, 4, 8, 9, 10].map(|place: usize| acts[place].clone());
    let mut unfounded = Desk::opened();
    unfounded.antenna = AntennaRecord::default();
    let named = json!({"act": "add_center", "code": "sud", "name": "MEAUX"});
    let code = json!({"act": "add_center", "code": "Val d’Europe", "name": "Val d’Europe"});
    let unknown = json!({"act": "record_referent_leaving", "referent": NOBODY, "left_on": "2026-03-01"});
    let early = json!({"act": "record_referent_leaving", "referent": MOREAU, "left_on": "2024-12-31"});
    let mut without_convention = Desk::oriented();
    without_convention.antenna.conventions.clear();
    let leaving = Desk::oriented().antenna_does(leaving).on("2026-03-01");
    let with = |mut act: Value, member: &str, value: Value| {
        act[member] = value;
        act
    };
    let closed = Desk::opened().antenna_does(with(close, "from", json!("2026-01-01")));
    let elsewhere = Desk::opened().antenna_does(change.clone()).antenna_tries(with(
        with(change.clone(), "center", json!("meaux")),
        "communes",
        json!(["melun"]),
    ));
    let supports = Desk::oriented().antenna_does(with(correct.clone(), "role", json!("support")));
    let mut over = convention.clone();
    over["convention"]["effective_from"] = json!("2013-01-01");
    let left = leaving.antenna_tries(with(correct, "since", json!("2026-03-02")));
    let (from, earliest) = (day("2024-12-31"), day("2025-01-01"));
    vec![
        (Desk::opened().antenna_tries(founded).unwrap_err(), Refusal::AntennaAlreadyFounded {}),
        (unfounded.antenna_tries(center.clone()).unwrap_err(), Refusal::AntennaNotFounded {}),
        (Desk::opened().antenna_tries(center).unwrap_err(), Refusal::CenterAlreadyKnown { center: "melun".into() }),
        (Desk::opened().antenna_tries(named).unwrap_err(), Refusal::CenterNameTaken { center: "Meaux".into() }),
        (Desk::opened().antenna_tries(code).unwrap_err(), Refusal::CodeMalformed { code: "Val d’Europe".into() }),
        (Desk::opened().antenna_tries(referent).unwrap_err(), Refusal::ReferentAlreadyKnown {}),
        (
            closed.refusal("receive_orientation", json!({})),
            Refusal::CenterIsClosed { center: "Melun Val de Seine".into(), from: day("2026-01-01") },
        ),
        (
            elsewhere.unwrap_err(),
            Refusal::CommuneOfAnotherCenter { commune: "melun".into(), center: "Melun Val de Seine".into() },
        ),
        (
            Desk::opened().antenna_tries(with(change, "places", json!(0))).unwrap_err(),
            Refusal::PlacesImplausible { least: 1, most: 10_000 },
        ),
        (left.unwrap_err(), Refusal::ReferentLeftBefore { left_on: day("2026-03-01") }),
        (supports.refusal("include_family", json!({})), Refusal::ReferentFollowsNobody {}),
        (Desk::opened().antenna_tries(unknown).unwrap_err(), Refusal::ReferentUnknown {}),
        (
            Desk::opened().antenna_tries(early).unwrap_err(),
            Refusal::DateBefore { field: "left_on", date: from, earliest },
        ),
        (
            Desk::opened().antenna_tries(convention).unwrap_err(),
            Refusal::ConventionDateTaken { date: day("2012-01-01") },
        ),
        (
            Desk::opened().antenna_tries(over).unwrap_err(),
            Refusal::ConventionWouldBeOver { ends: day("2012-12-31"), from: day("2013-01-01") },
        ),
        (without_convention.refusal("include_family", json!({})), Refusal::ConventionMissing {}),
        (leaving.refusal("include_family", json!({"referent": NOBODY})), Refusal::ReferentUnknown {}),
        (
            leaving.refusal("include_family", json!({"date": "2026-03-01"})),
            Refusal::ReferentNotThere { date: day("2026-03-01") },
        ),
    ]
}

fn of_the_orientation() -> Provoked {
    let sent =
        |changes: Value| Desk::opened().does("receive_orientation", changes).refusal("include_family", json!({}));
    let counted = |census: Census| {
        let mut desk = Desk::oriented();
        desk.census = census;
        desk.refusal("include_family", json!({}))
    };
    let back = |census: Census| {
        let mut desk = Desk::out().on("2026-06-10");
        desk.census = census;
        desk.refusal("reopen_family", json!({}))
    };
    let mut taken = Desk::opened();
    taken.census.matricule_taken = true;
    let (oriented_on, eve) = (day("2026-01-10"), day("2026-01-09"));
    let full = Census { taken: 140, ..Census::default() };
    let center_full = Census { taken: 12, taken_by_center: 12, ..Census::default() };
    let known = Census { candidates: vec![Desk::opened().record.id], ..Census::default() };
    let lagny = Refusal::CenterUnknown { center: "lagny".into() };
    vec![
        (Desk::opened().refusal("receive_orientation", json!({"center": "lagny"})), lagny),
        (
            Desk::opened().refusal("receive_orientation", json!({"date": "2026-01-16"})),
            Refusal::DateInFuture { field: "date", date: day("2026-01-16") },
        ),
        (
            Desk::opened().refusal("receive_orientation", json!({"document": " "})),
            Refusal::FieldEmpty { field: "document" },
        ),
        (taken.refusal("receive_orientation", json!({})), Refusal::MatriculeTaken { matricule: "1234567".into() }),
        (Desk::oriented().refusal("receive_orientation", json!({})), Refusal::OrientationAlreadyPending {}),
        (
            Desk::out().refusal("receive_orientation", json!({"id": Desk::out().record.orientations[0].id})),
            Refusal::OrientationAlreadyReceived {},
        ),
        (Desk::included().refusal("receive_orientation", json!({})), Refusal::FamilyAlreadyIncluded {}),
        (Desk::included().refusal("include_family", json!({})), Refusal::FamilyAlreadyIncluded {}),
        (Desk::out().refusal("include_family", json!({})), Refusal::NoOrientationPending {}),
        (
            Desk::oriented().refusal("include_family", json!({"date": "2026-01-09"})),
            Refusal::InclusionBeforeOrientation { date: eve, orientation: oriented_on },
        ),
        (
            Desk::oriented().refusal("refuse_orientation", json!({"date": "2026-01-09"})),
            Refusal::DateBefore { field: "date", date: eve, earliest: oriented_on },
        ),
        (sent(json!({"isolated": false})), Refusal::ParentNotIsolated {}),
        (sent(json!({"benefit_code": "RSA"})), Refusal::BenefitNotMajorated { expected: "RSI".into() }),
        (sent(json!({"children": []})), Refusal::NoChildUnderAge { date: day("2026-01-15"), years: 3 }),
        (sent(json!({"followed_by_department": true})), Refusal::FollowedByDepartment {}),
        (counted(center_full.clone()), Refusal::CenterFull { taken: 12, places: 12 }),
        (counted(full.clone()), Refusal::CaseloadFull { taken: 140, places: 140 }),
        (back(center_full), Refusal::CenterPlaceTaken { taken: 12, places: 12 }),
        (back(full), Refusal::CaseloadPlaceTaken { taken: 140, places: 140 }),
        (counted(known), Refusal::PossibleDuplicate { count: 1 }),
    ]
}

fn of_the_family() -> Provoked {
    let desk = Desk::included().on("2026-02-01");
    let moussa = desk.record.children[0].id.to_string();
    let long = "a".repeat(20_001);
    let departed = Desk::included().on("2026-02-01").does("record_child_departure", json!({"child": moussa}));
    let expecting = Desk::included().on("2026-02-01").does("declare_pregnancy", json!({}));
    let relayed = Desk::included().does("name_stand_in", json!({}));
    let known = |given_name: &str| given_name.to_owned();
    vec![
        (Desk::opened().refusal("add_child", json!({})), Refusal::FamilyUnknown {}),
        (desk.refusal("write_note", json!({"text": long})), Refusal::TextTooLong { field: "text", longest: 20_000 }),
        (
            desk.refusal("write_note", json!({"text": "n° 2 55 08 14 168 025 38"})),
            Refusal::NirIsNeverStored { field: "text" },
        ),
        (
            desk.refusal("correct_identity", json!({"matricule": "12-34"})),
            Refusal::MatriculeMalformed { matricule: "12-34".into() },
        ),
        (desk.refusal("record_contact", json!({"telephone": "abc"})), Refusal::TelephoneWithoutDigit {}),
        (desk.refusal("correct_identity", json!({"matricule": "1234567"})), Refusal::NothingChanges {}),
        (
            desk.refusal("add_child", json!({"birth_date": "1899-12-31"})),
            Refusal::DateImplausible { field: "birth_date", date: day("1899-12-31") },
        ),
        (
            desk.refusal("correct_identity", json!({"birth_date": "2024-02-11"})),
            Refusal::ChildBornBeforeParent { field: "birth_date", child: day("2024-02-11"), parent: day("2024-02-11") },
        ),
        (
            desk.refusal("correct_identity", json!({"birth_date": "2012-02-12"})),
            Refusal::ParentTooYoung {
                field: "birth_date",
                child: day("2024-02-11"),
                parent: day("2012-02-12"),
                years: 12,
            },
        ),
        (desk.refusal("correct_child", json!({"child": NOBODY})), Refusal::ChildUnknown {}),
        (desk.refusal("add_child", json!({})), Refusal::ChildAlreadyKnown { given_name: known("Moussa") }),
        (
            desk.refusal("add_child", json!({"given_name": "moussa"})),
            Refusal::ChildAlreadyKnown { given_name: known("moussa") },
        ),
        (
            departed.refusal("record_child_departure", json!({"child": moussa})),
            Refusal::ChildAlreadyDeparted { given_name: known("Moussa") },
        ),
        (
            departed
                .on("2026-03-01")
                .refusal("correct_child", json!({"child": moussa, "given_name": "Moussa", "birth_date": "2026-03-01"})),
            Refusal::ChildDepartedBeforeBirth { departed_on: day("2026-02-01") },
        ),
        (expecting.refusal("declare_pregnancy", json!({})), Refusal::PregnancyAlreadyDeclared {}),
        (desk.refusal("end_pregnancy", json!({})), Refusal::NoPregnancyDeclared {}),
        (
            desk.refusal("declare_pregnancy", json!({"expected_on": "2026-12-02"})),
            Refusal::ExpectedBirthTooFar { expected_on: day("2026-12-02") },
        ),
        (
            desk.refusal("change_referent", json!({"date": "2026-01-15"})),
            Refusal::ReferentAlreadyChanged { date: day("2026-01-15") },
        ),
        (desk.refusal("change_referent", json!({"referent": MOREAU})), Refusal::ReferentUnchanged {}),
        (desk.refusal("name_stand_in", json!({"referent": MOREAU})), Refusal::StandInIsReferent {}),
        (
            relayed.refusal("name_stand_in", json!({"from": "2026-02-15", "to": "2026-02-20"})),
            Refusal::StandInOverlaps {},
        ),
        (
            desk.refusal("name_stand_in", json!({"to": "2026-01-31"})),
            Refusal::PeriodReversed { from: day("2026-02-01"), to: day("2026-01-31") },
        ),
    ]
}

fn of_encounters() -> Provoked {
    let desk = Desk::included().on("2026-02-01");
    let planned = Desk::included().on("2026-02-01").does("plan_encounter", json!({}));
    let appointment = planned.record.encounters[0].id.to_string();
    let cancelled = Desk::included().on("2026-02-01").does("plan_encounter", json!({}));
    let settled = cancelled.record.encounters[0].id.to_string();
    let cancelled = cancelled.does("cancel_encounter", json!({}));
    let planned_on = day("2026-03-01");
    vec![
        (Desk::oriented().refusal("plan_encounter", json!({})), Refusal::FamilyNotIncluded {}),
        (
            desk.refusal("hold_encounter", json!({"date": "2026-01-14"})),
            Refusal::FamilyNotIncludedOn { date: day("2026-01-14") },
        ),
        (desk.refusal("miss_encounter", json!({"encounter": NOBODY})), Refusal::EncounterUnknown {}),
        (desk.refusal("hold_encounter", json!({"steps": []})), Refusal::EncounterWithoutStep {}),
        (
            desk.refusal("plan_encounter", json!({"date": "2026-01-31"})),
            Refusal::AppointmentInThePast { date: day("2026-01-31") },
        ),
        (planned.refusal("plan_encounter", json!({})), Refusal::AppointmentAlreadyPlanned { date: planned_on }),
        (
            planned.refusal("miss_encounter", json!({"encounter": appointment})),
            Refusal::AppointmentStillToCome { date: planned_on },
        ),
        (
            cancelled.refusal("miss_encounter", json!({"encounter": settled})),
            Refusal::AppointmentAlreadySettled { date: planned_on },
        ),
        (desk.refusal("cancel_encounter", json!({})), Refusal::NoAppointment {}),
        (
            desk.refusal("hold_encounter", json!({"themes": ["astrology"]})),
            Refusal::ThemeUnknown { field: "themes", theme: "astrology".into() },
        ),
        (
            desk.refusal("hold_encounter", json!({"themes": ["child-protection"], "items": []})),
            Refusal::ThemeOnlyReported { field: "themes" },
        ),
        (
            desk.refusal("hold_encounter", json!({"themes": ["emergency-housing"], "items": []})),
            Refusal::ThemeOnlyRedirected { field: "themes" },
        ),
        (
            desk.refusal("hold_encounter", json!({"themes": ["budget"], "items": ["fsl"]})),
            Refusal::ItemOutsideThemes { item: "fsl".into() },
        ),
    ]
}

fn of_contracts() -> Provoked {
    let desk = Desk::included().on("2026-02-01");
    let moussa = desk.record.children[0].id.to_string();
    let drafted = Desk::included().on("2026-02-01").does("draft_contract", json!({"months": 3}));
    let unsigned = drafted.record.contracts[0].commitments[0].id.to_string();
    let alone = Desk::included().on("2026-02-01").does("record_child_departure", json!({"child": moussa}));
    let crossing = Desk::included().on("2027-02-01").does("draft_contract", json!({"starts": "2027-02-01"}));
    let running = Desk::contracted();
    let commitment = running.record.contracts[0].commitments[0].id.to_string();
    let carried = json!([{"party": "beneficiary", "text": "dossier FSL", "carried_from": NOBODY}]);
    let late = json!([{"party": "referent", "text": "appeler", "due": "2026-01-31"}]);
    let settled = Desk::contracted().on("2026-03-01").does("settle_commitment", json!({"commitment": commitment}));
    let ended = Desk::contracted().on("2026-06-01").does("end_contract", json!({}));
    let one_sided = json!([{"party": "beneficiary", "text": "dossier FSL"}]);
    let one_sided = Desk::included().on("2026-02-01").does("draft_contract", json!({"commitments": one_sided}));
    let (starts, term) = (day("2026-02-01"), day("2026-07-31"));
    let amendment = |starts: &str| running.refusal("draft_contract", json!({"kind": "amendment", "starts": starts}));
    let offered = "3, 6, 9, 12".to_owned();
    vec![
        (drafted.refusal("draft_contract", json!({})), Refusal::DraftAlreadyOpen {}),
        (desk.refusal("sign_contract", json!({})), Refusal::NoDraft {}),
        (running.refusal("draft_contract", json!({})), Refusal::FirstContractAlreadySigned {}),
        (desk.refusal("draft_contract", json!({"kind": "renewal"})), Refusal::NoContractSigned {}),
        (amendment("2026-08-01"), Refusal::NoContractRuns { date: day("2026-08-01") }),
        (amendment("2026-02-01"), Refusal::AmendmentOnFirstDay { date: starts }),
        (
            desk.refusal("review_contract", json!({"contract": NOBODY, "date": "2026-02-01"})),
            Refusal::ContractUnknown {},
        ),
        (desk.refusal("draft_contract", json!({"months": 4})), Refusal::DurationNotOffered { months: 4, offered }),
        (
            desk.refusal("draft_contract", json!({"starts": "2026-01-14"})),
            Refusal::ContractBeforeInclusion { included_on: day("2026-01-15") },
        ),
        (
            desk.refusal("draft_contract", json!({"starts": "2027-02-12"})),
            Refusal::ContractWouldStartAfterThirdBirthday { starts: day("2027-02-12"), birthday: day("2027-02-11") },
        ),
        (alone.refusal("draft_contract", json!({})), Refusal::ContractWithoutChild { starts }),
        (
            running.refusal("draft_contract", json!({"kind": "renewal", "starts": "2026-07-31"})),
            Refusal::ContractsOverlap { rank: 1, last_day: term },
        ),
        (
            drafted.on("2026-05-01").refusal("sign_contract", json!({"date": "2026-05-01"})),
            Refusal::SignedAfterTerm { date: day("2026-05-01"), term: day("2026-04-30") },
        ),
        (
            crossing.on("2027-02-12").refusal("sign_contract", json!({"date": "2027-02-12"})),
            Refusal::SignedAfterThirdBirthday { date: day("2027-02-12"), birthday: day("2027-02-11") },
        ),
        (one_sided.refusal("sign_contract", json!({})), Refusal::CommitmentMissing { party: Party::Referent }),
        (
            desk.refusal("draft_contract", json!({"commitments": late})),
            Refusal::CommitmentDueBeforeContract { due: day("2026-01-31"), from: starts },
        ),
        (
            ended.refusal("end_contract", json!({"date": "2026-05-01"})),
            Refusal::ContractAlreadyEnded { date: day("2026-06-01") },
        ),
        (
            Desk::contracted().refusal("end_contract", json!({"date": "2026-01-31"})),
            Refusal::EndOutsideContract { starts, term },
        ),
        (
            Desk::contracted().refusal("end_contract", json!({"date": "2026-02-01", "reason": "term"})),
            Refusal::TermNotReached { term },
        ),
        (
            Desk::contracted().refusal("end_contract", json!({"date": "2026-02-01", "reason": "exit"})),
            Refusal::ReasonFollowsFromAnotherAct { field: "reason" },
        ),
        (Desk::contracted().refusal("settle_commitment", json!({"commitment": NOBODY})), Refusal::CommitmentUnknown {}),
        (
            Desk::included()
                .on("2026-02-01")
                .does("draft_contract", json!({}))
                .refusal("settle_commitment", json!({"commitment": unsigned, "date": "2026-02-01"})),
            Refusal::CommitmentNotSigned {},
        ),
        (settled.refusal("settle_commitment", json!({"commitment": commitment})), Refusal::CommitmentAlreadySettled {}),
        (desk.refusal("draft_contract", json!({"commitments": carried})), Refusal::CarriedCommitmentNotOpen {}),
    ]
}

fn of_exits() -> Provoked {
    let desk = Desk::included().on("2026-06-01");
    let exit = |changes: Value| desk.refusal("exit_family", changes);
    let met = Desk::included().on("2026-06-01").does("hold_encounter", json!({"date": "2026-06-01"}));
    let running = Desk::contracted().on("2026-06-01");
    let early = json!({"date": "2026-01-31", "benefit_ended_on": "2026-01-31"});
    vec![
        (desk.refusal("reopen_family", json!({})), Refusal::FamilyNotOut {}),
        (exit(json!({"reasons": []})), Refusal::ExitWithoutReason {}),
        (exit(json!({"reasons": ["tired"]})), Refusal::ExitReasonUnknown { reason: "tired".into() }),
        (exit(json!({"outcome": "lottery"})), Refusal::ExitOutcomeUnknown { outcome: "lottery".into() }),
        (
            exit(json!({"benefit_ended_on": "2026-06-02"})),
            Refusal::BenefitEndsAfterExit { ended_on: day("2026-06-02") },
        ),
        (exit(json!({"reasons": ["contract-ended"]})), Refusal::NoContractEnded { date: day("2026-06-01") }),
        (
            running.refusal("exit_family", json!({"reasons": ["contract-ended"]})),
            Refusal::ContractStillRuns { rank: 1, last_day: day("2026-07-31") },
        ),
        (exit(json!({"reasons": ["agent-request"]})), Refusal::PanelAgreementMissing {}),
        (
            exit(json!({"reasons": ["panel-request"], "panel_requested_on": "2026-06-02"})),
            Refusal::PanelRequestAfterExit { requested_on: day("2026-06-02") },
        ),
        (
            met.refusal("exit_family", json!({"date": "2026-05-31"})),
            Refusal::EncounterAfterExit { date: day("2026-06-01") },
        ),
        (
            Desk::out()
                .does("receive_orientation", json!({"date": "2026-06-01"}))
                .on("2026-06-02")
                .refusal("correct_exit", json!({"date": "2026-06-02"})),
            Refusal::OrientedBeforeExit { date: day("2026-06-01") },
        ),
        (Desk::contracted().refusal("exit_family", early), Refusal::ContractActAfterExit { date: day("2026-02-01") }),
    ]
}

fn of_retention() -> Provoked {
    let past = || Desk::out().on("2028-06-02");
    let proposed = |disposal: &str| past().does("propose_disposal", json!({"disposal": disposal}));
    let archived = || proposed("archive").by(PETIT).does("confirm_disposal", json!({"disposal": "archive"}));
    let later = archived().on("2033-06-03");
    vec![
        (Desk::out().refusal("propose_disposal", json!({})), Refusal::RetentionNotOver { date: day("2028-06-01") }),
        (proposed("erase").refusal("propose_disposal", json!({})), Refusal::DisposalAlreadyProposed {}),
        (later.refusal("propose_disposal", json!({"disposal": "archive"})), Refusal::AlreadyArchived {}),
        (past().refusal("confirm_disposal", json!({})), Refusal::NoDisposalProposed {}),
        (past().refusal("decline_disposal", json!({})), Refusal::NoDisposalProposed {}),
        (proposed("erase").refusal("confirm_disposal", json!({"disposal": "erase"})), Refusal::DisposalNeedsAnother {}),
        (
            proposed("erase").by(PETIT).refusal("confirm_disposal", json!({"disposal": "archive"})),
            Refusal::DisposalIsAnother {},
        ),
        (
            proposed("erase")
                .by(PETIT)
                .does("confirm_disposal", json!({"disposal": "erase"}))
                .refusal("receive_orientation", json!({})),
            Refusal::FamilyIsErased {},
        ),
        (archived().refusal("record_contact", json!({})), Refusal::FamilyIsArchived {}),
    ]
}
