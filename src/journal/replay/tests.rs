//! What a later act stands on cannot be undone under it, nor brought back beside it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};

use super::super::testing::Story;
use super::*;
use crate::domain::encounter::EncounterState;
use crate::domain::family::FamilyStatus;
use crate::domain::testing::{NOBODY, PETIT};

type Act = (&'static str, Value);

fn later(story: &Story) -> Refusal {
    Refusal::ChangedSince { date: story.entries.last().unwrap().recorded_at.date_naive() }
}

fn plain(kind: &'static str) -> Act {
    (kind, json!({}))
}

/// A family in the caseload on 1 June 2026, with a contract since February, an appointment that day and a pregnancy.
fn settled() -> Story {
    let mut story = Story::begun();
    story.desk = story.desk.on("2026-02-01");
    for kind in ["draft_contract", "sign_contract", "declare_pregnancy"] {
        story.acts(kind, json!({}));
    }
    story.acts("plan_encounter", json!({"date": "2026-06-01"}));
    story.desk = story.desk.on("2026-06-01");
    story
}

#[test]
fn an_act_is_undone_unless_a_later_one_stands_on_it() {
    let story = settled();
    let appointment = story.desk.record.encounters[0].id;
    let contract = story.desk.record.contracts[0].id;
    let commitment = story.desk.record.contracts[0].commitments[0].id;
    let moussa = story.desk.record.children[0].id;
    let on = |kind, changes| (kind, changes);
    let held = || on("hold_encounter", json!({"date": "2026-06-01", "encounter": appointment}));
    let note = || on("write_note", json!({"date": "2026-06-01"}));
    let about = || on("write_note", json!({"date": "2026-06-01", "encounter": appointment}));
    let gone = || on("record_child_departure", json!({"child": moussa}));
    let born = || on("add_child", json!({"given_name": "Awa", "birth_date": "2026-05-01"}));
    let renewal = |starts| on("draft_contract", json!({"kind": "renewal", "starts": starts}));
    let carried = json!([{"party": "beneficiary", "text": "dossier FSL", "carried_from": commitment}]);
    let taken = || on("draft_contract", json!({"kind": "renewal", "starts": "2026-08-01", "commitments": carried}));
    let settle = || on("settle_commitment", json!({"commitment": commitment}));
    let reviewed = || on("review_contract", json!({"contract": contract}));
    let signed = || on("sign_contract", json!({"date": "2026-06-01"}));
    let back = || on("receive_orientation", json!({"date": "2026-06-01"}));
    let contact = |telephone| on("record_contact", json!({"telephone": telephone}));
    let other_stand_in = || on("name_stand_in", json!({"referent": PETIT, "from": "2026-07-01", "to": "2026-07-02"}));
    let ended_pregnancy = || on("end_pregnancy", json!({"date": "2026-06-01"}));
    let lost_pregnancy = || on("end_pregnancy", json!({"date": "2026-06-01", "child_given_name": null}));
    let declared = || on("declare_pregnancy", json!({"date": "2026-06-01", "expected_on": "2027-01-01"}));
    let reopened = || on("reopen_family", json!({"date": "2026-06-01"}));
    for (before, undone, after, allowed) in [
        // Things that do not touch each other.
        (vec![], note(), vec![held(), contact("06"), settle()], true),
        (vec![], contact("06"), vec![note(), gone()], true),
        (vec![], settle(), vec![reviewed()], true),
        (vec![], plain("name_stand_in"), vec![note(), held()], true),
        (vec![], held(), vec![note(), settle()], true),
        // The same thing, changed again.
        (vec![], contact("06"), vec![contact("07")], false),
        (vec![], plain("correct_identity"), vec![on("correct_identity", json!({"surname": "Keita"}))], false),
        (vec![], plain("name_stand_in"), vec![other_stand_in()], false),
        (
            vec![],
            plain("change_referent"),
            vec![on(
                "name_stand_in",
                json!({"referent":
            "00000000-0000-0000-0000-00000000000a"}),
            )],
            false,
        ),
        (vec![], lost_pregnancy(), vec![declared()], false),
        // Notes stand on their encounter.
        (vec![], held(), vec![about()], false),
        // Contracts stand on the children, the pregnancy, the stay and the contract before.
        (vec![], born(), vec![renewal("2026-08-01")], false),
        (vec![], ended_pregnancy(), vec![renewal("2026-08-01"), signed()], false),
        (vec![], plain("end_contract"), vec![renewal("2026-08-01")], false),
        (vec![], reviewed(), vec![plain("end_contract")], false),
        (vec![], renewal("2026-08-01"), vec![on("revise_contract", json!({"starts": "2026-08-02"}))], false),
        (vec![], renewal("2026-08-01"), vec![plain("drop_contract_draft")], false),
        (vec![renewal("2026-08-01")], plain("drop_contract_draft"), vec![renewal("2026-08-01")], false),
        (vec![taken()], plain("correct_identity"), vec![], true),
        // What is done in a stay stands on it; an exit stands on the contracts.
        (vec![], plain("end_contract"), vec![plain("exit_family")], false),
        (vec![], plain("exit_family"), vec![note()], true),
        (vec![], plain("exit_family"), vec![held()], false),
        (vec![], plain("exit_family"), vec![back()], false),
        (vec![], plain("exit_family"), vec![reopened()], false),
        (vec![plain("exit_family")], reopened(), vec![held()], false),
        (vec![plain("exit_family")], back(), vec![note()], false),
    ] {
        let mut story = settled();
        for (kind, changes) in before {
            story.acts(kind, changes);
        }
        let said = format!("{} under {after:?}", undone.0);
        let target = story.acts(undone.0, undone.1);
        for (kind, changes) in after {
            story.acts(kind, changes);
        }
        let expected = if allowed { Ok(()) } else { Err(later(&story)) };
        assert_eq!(undoable(&story.entries, target).unwrap(), expected, "{said}");
    }
}

#[test]
fn the_orientation_holds_up_everything_written_since() {
    let mut story = Story::begun();
    let (orientation, inclusion) = (story.entries[0].id, story.entries[1].id);
    assert_eq!(story.undo(orientation), Err(later(&story)));
    assert_eq!(story.undo(inclusion), Ok(()));
    assert_eq!(story.desk.record.status(), FamilyStatus::Oriented);
    let note = story.acts("write_note", json!({"date": "2026-01-15"}));
    assert_eq!(story.undo(orientation), Err(later(&story)));
    assert_eq!(story.undo(note), Ok(()));
    assert_eq!(story.undo(orientation), Ok(()));
    assert_eq!(story.desk.record, FamilyRecord::new(story.desk.record.id));
}

#[test]
fn each_referral_comes_back_from_the_panel_on_its_own_until_an_exit_stands_on_it() {
    let mut story = settled();
    let refer = |story: &mut Story, motive: &str| {
        story.acts("open_panel_referral", json!({"motive": motive, "proposal": null, "date": "2026-06-01"}));
        story.acts("send_panel_referral", json!({"date": "2026-06-01"}))
    };
    let first = refer(&mut story, "reorient");
    let second = refer(&mut story, "agent-exit");
    assert_eq!(undoable(&story.entries, first).unwrap(), Ok(()), "another referral left since");
    story.acts("exit_family", json!({}));
    assert_eq!(story.undo(first), Err(later(&story)));
    assert_eq!(story.undo(second), Err(later(&story)));
}

#[test]
fn undoing_what_became_of_an_appointment_leaves_it_planned() {
    let mut story = settled();
    for (kind, changes) in [("hold_encounter", json!({"date": "2026-06-01"})), plain("miss_encounter")] {
        let settled = story.acts(kind, changes);
        assert_ne!(story.desk.record.encounters[0].state, EncounterState::Planned);
        story.undo(settled).unwrap();
        assert_eq!(story.desk.record.encounters[0].state, EncounterState::Planned, "after {kind}");
    }
}

#[test]
fn what_comes_back_finds_what_it_stood_on_as_it_was() {
    let carried = settled().desk.record.contracts[0].commitments[0].id;
    for (undone, meanwhile, allowed) in [
        (plain("record_contact"), ("write_note", json!({"date": "2026-06-01"})), true),
        (
            ("add_child", json!({"given_name": "Awa", "birth_date": "2026-05-01"})),
            ("add_child", json!({"given_name": "Awa", "birth_date": "2026-05-01"})),
            false,
        ),
        (plain("name_stand_in"), ("name_stand_in", json!({"from": "2026-02-15", "to": "2026-02-20"})), false),
        (("settle_commitment", json!({"commitment": carried})), plain("end_contract"), false),
        (
            ("settle_commitment", json!({"commitment": carried})),
            (
                "draft_contract",
                json!({"kind": "renewal", "starts": "2026-08-01", "commitments":
                [{"party": "beneficiary", "text": "dossier FSL", "carried_from": carried}]}),
            ),
            false,
        ),
        (
            ("hold_encounter", json!({"date": "2026-06-01"})),
            ("exit_family", json!({"date": "2026-05-31", "benefit_ended_on": "2026-05-31"})),
            false,
        ),
    ] {
        let said = format!("{undone:?}, then {meanwhile:?}");
        let mut story = settled();
        let target = story.acts(undone.0, undone.1);
        story.undo(target).unwrap();
        let undo = story.entries.last().unwrap().id;
        story.acts(meanwhile.0, meanwhile.1);
        let expected = if allowed { Ok(()) } else { Err(later(&story)) };
        assert_eq!(story.undo(undo), expected, "{said}");
    }
}

#[test]
fn acts_are_undone_one_after_the_other_and_brought_back_in_their_order() {
    let mut story = Story::begun();
    let before = story.desk.record.clone();
    let first = story.acts("record_contact", json!({"telephone": "06"}));
    let second = story.acts("record_contact", json!({"telephone": "07"}));
    let after = story.desk.record.clone();
    assert_eq!(story.undo(first), Err(later(&story)));
    story.undo(second).unwrap();
    let undo_second = story.entries.last().unwrap().id;
    assert_eq!(story.undo(first), Ok(()), "once the later one is undone");
    let undo_first = story.entries.last().unwrap().id;
    assert_eq!(story.desk.record, before);
    assert_eq!(story.undo(undo_second), Err(later(&story)), "what it changed is no longer there");
    assert_eq!(story.undo(undo_first), Ok(()));
    assert_eq!(story.undo(undo_second), Ok(()));
    assert_eq!(story.desk.record, after);
}

#[test]
fn what_was_done_and_undone_in_between_stands_in_the_way_of_nothing() {
    let mut story = Story::begun();
    let first = story.acts("record_contact", json!({"telephone": "06"}));
    story.undo(first).unwrap();
    let undo = story.entries.last().unwrap().id;
    let between = story.acts("record_contact", json!({"telephone": "07"}));
    assert_eq!(story.undo(undo), Err(later(&story)));
    story.undo(between).unwrap();
    assert_eq!(story.undo(undo), Ok(()));
    assert_eq!(story.desk.record.contact.telephone, "06");
}

#[test]
fn an_entry_is_undone_once_and_only_where_it_is() {
    let mut story = settled();
    let note = story.acts("write_note", json!({"date": "2026-06-01"}));
    assert_eq!(story.undo(note), Ok(()));
    assert_eq!(story.undo(note), Err(Refusal::AlreadyUndone {}));
    let elsewhere = EntryId { replica: NOBODY.parse().unwrap(), number: 1 };
    assert_eq!(undoable(&story.entries, elsewhere).unwrap(), Err(Refusal::NothingToUndo {}));
    assert_eq!(undoable(&[], note).unwrap(), Err(Refusal::NothingToUndo {}));
}

#[test]
fn chains_of_undo_and_redo_resolve_from_the_latest_backwards() {
    let mut story = settled();
    let mut target = story.acts("write_note", json!({"date": "2026-06-01"}));
    for depth in 1..=6 {
        story.undo(target).unwrap();
        target = story.entries.last().unwrap().id;
        assert_eq!(story.desk.record.notes.is_empty(), depth % 2 == 1, "after {depth}");
    }
}
