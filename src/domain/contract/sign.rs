//! Signature of the drafted contract, with the family's composition frozen inside it (art. 4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::draft::span_allowed;
use super::{
    CommitmentResult, CommitmentSettled, ContractEnd, ContractEnded, ContractKind, EndReason, Outcome, Party,
    Signature, contract_with_open,
};
use crate::base::calendar;
use crate::base::id::ContractId;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, not_after_today, required};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignContract {
    pub date: NaiveDate,
    pub place: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractSigned {
    pub contract: ContractId,
    pub signature: Signature,
}

/// Whether these parties undertake something on both sides: a draft may wait for it, a signature may not.
///
/// # Errors
/// `CommitmentMissing`, with the side that undertakes nothing (art. 4).
pub fn undertaken(parties: impl IntoIterator<Item = Party>) -> Result<(), Refusal> {
    let (beneficiary, others): (Vec<_>, Vec<_>) =
        parties.into_iter().partition(|party| matches!(party, Party::Beneficiary));
    match (beneficiary.is_empty(), others.is_empty()) {
        (true, _) => Err(Refusal::CommitmentMissing { party: Party::Beneficiary }),
        (false, true) => Err(Refusal::CommitmentMissing { party: Party::Referent }),
        (false, false) => Ok(()),
    }
}

pub(in crate::domain) fn sign(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &SignContract,
) -> Result<Vec<Event>, Refusal> {
    let open = record.draft_contract().ok_or(Refusal::NoDraft {})?;
    let date = not_after_today("date", act.date, scene.today)?;
    let stay = scene.current_stay(record)?;
    if date < stay.included_on {
        return Err(Refusal::FamilyNotIncludedOn { date });
    }
    // A contract follows those before it: nobody agrees to go on before having agreed to begin.
    let signed = record.contracts_signed_since(stay.included_on);
    if let Some(earliest) = signed.filter_map(|one| one.signature.as_ref()).map(|one| one.date).max()
        && date < earliest
    {
        return Err(Refusal::DateBefore { field: "date", date, earliest });
    }
    span_allowed(scene, record, open.kind, open.starts, open.months, Some(open.id))?;
    if open.term() < date {
        return Err(Refusal::SignedAfterTerm { date, term: open.term() });
    }
    // Only a contract that was signed by then was being carried out on that birthday (art. 6).
    let years = scene.convention(date)?.inclusion.child_under_years;
    if open.kind != ContractKind::Amendment
        && let Some(birthday) = record.landmark_birthday(date, years).filter(|birthday| *birthday < date)
    {
        return Err(Refusal::SignedAfterThirdBirthday { date, birthday });
    }
    undertaken(open.commitments.iter().map(|commitment| commitment.party))?;
    let place = required("place", &act.place)?;
    let mut events = Vec::new();
    if open.kind == ContractKind::Amendment
        && let Some(amended) = record.running_contract(open.starts)
    {
        let date = calendar::sub_days(open.starts, 1);
        let end = ContractEnd { date, reason: EndReason::Amended, comment: String::new() };
        events.push(Event::ContractEnded(ContractEnded { contract: amended.id, end }));
    }
    for carried in open.commitments.iter().filter_map(|commitment| commitment.carried_from) {
        if let Some(contract) = contract_with_open(record, carried) {
            let outcome = Outcome { result: CommitmentResult::CarriedOver, date, comment: String::new() };
            events.push(Event::CommitmentSettled(CommitmentSettled { contract, commitment: carried, outcome }));
        }
    }
    let signature = Signature { date, place, composition: record.composition_on(date) };
    events.push(Event::ContractSigned(ContractSigned { contract: open.id, signature }));
    Ok(events)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    #[test]
    fn a_contract_is_signed_from_the_inclusion_to_its_last_day_and_not_in_the_future() {
        let desk = Desk::included().does("draft_contract", json!({"months": 3})).on("2026-05-01");
        let outcomes = [
            ("2026-01-14", Err(Refusal::FamilyNotIncludedOn { date: day("2026-01-14") })),
            ("2026-01-15", Ok(())),
            ("2026-02-01", Ok(())),
            ("2026-04-30", Ok(())),
            ("2026-05-01", Err(Refusal::SignedAfterTerm { date: day("2026-05-01"), term: day("2026-04-30") })),
            ("2026-05-02", Err(Refusal::DateInFuture { field: "date", date: day("2026-05-02") })),
        ];
        for (date, outcome) in outcomes {
            assert_eq!(desk.tries("sign_contract", json!({"date": date})).map(drop), outcome, "on {date}");
        }
        let nowhere = json!({"date": "2026-02-01", "place": ""});
        assert_eq!(desk.refusal("sign_contract", nowhere), Refusal::FieldEmpty { field: "place" });
        let signed = desk.does("sign_contract", json!({"date": "2026-02-01"}));
        let next = signed.does("draft_contract", json!({"kind": "renewal", "starts": "2026-05-01", "months": 3}));
        let before = Refusal::DateBefore { field: "date", date: day("2026-01-31"), earliest: day("2026-02-01") };
        assert_eq!(next.refusal("sign_contract", json!({"date": "2026-01-31"})), before);
        assert_eq!(next.tries("sign_contract", json!({"date": "2026-02-01"})).map(drop), Ok(()));
    }

    #[test]
    fn a_contract_that_crosses_the_third_birthday_was_signed_by_then() {
        let desk = Desk::included().on("2027-02-20").does("draft_contract", json!({"starts": "2027-02-01"}));
        let birthday = day("2027-02-11");
        for (date, outcome) in [
            ("2027-02-11", Ok(())),
            ("2027-02-12", Err(Refusal::SignedAfterThirdBirthday { date: day("2027-02-12"), birthday })),
        ] {
            assert_eq!(desk.tries("sign_contract", json!({"date": date})).map(drop), outcome, "on {date}");
        }
        let crossing = desk.does("sign_contract", json!({"date": "2027-02-11"}));
        let amendment = json!({"kind": "amendment", "starts": "2027-02-10", "months": 3});
        let amended = crossing.does("draft_contract", amendment).tries("sign_contract", json!({"date": "2027-02-20"}));
        assert_eq!(amended.map(drop), Ok(()), "what it replaces was being carried out on that day");
    }

    #[test]
    fn both_sides_undertake_something() {
        let missing = |party| Err(Refusal::CommitmentMissing { party });
        for (parties, outcome) in [
            (vec![], missing(Party::Beneficiary)),
            (vec!["referent", "department"], missing(Party::Beneficiary)),
            (vec!["beneficiary"], missing(Party::Referent)),
            (vec!["beneficiary", "referent"], Ok(())),
            (vec!["department", "beneficiary"], Ok(())),
            (vec!["beneficiary", "partner"], Ok(())),
        ] {
            let commitments: Vec<_> = parties.iter().map(|party| json!({"party": party, "text": "appeler"})).collect();
            let desk = Desk::included().on("2026-02-01").does("draft_contract", json!({"commitments": commitments}));
            assert_eq!(desk.tries("sign_contract", json!({})).map(drop), outcome, "{parties:?}");
        }
    }

    #[test]
    fn the_composition_is_frozen_as_it_was_on_the_day_of_the_signature() {
        let desk = Desk::included()
            .does("add_child", json!({"given_name": "Awa", "birth_date": "2015-01-01"}))
            .does("declare_pregnancy", json!({"date": "2026-01-15"}))
            .does("draft_contract", json!({}))
            .on("2026-07-15");
        let moussa = desk.record.children[0].id;
        let mut desk = desk
            .does("end_pregnancy", json!({"date": "2026-07-01", "child_given_name": "Issa"}))
            .does("record_child_departure", json!({"child": moussa, "date": "2026-07-02"}));
        let composition = |desk: &Desk, date: &str| {
            let frozen = desk.record.composition_on(day(date));
            (frozen.children.iter().map(|child| child.given_name.clone()).collect::<Vec<_>>(), frozen.pregnant)
        };
        let named = |names: &[&str], pregnant| (names.iter().map(|&name| name.to_owned()).collect(), pregnant);
        assert_eq!(composition(&desk, "2026-01-14"), named(&["Moussa", "Awa"], false));
        assert_eq!(composition(&desk, "2026-06-30"), named(&["Moussa", "Awa"], true));
        assert_eq!(composition(&desk, "2026-07-01"), named(&["Moussa", "Awa", "Issa"], false));
        assert_eq!(composition(&desk, "2026-07-02"), named(&["Awa", "Issa"], false));

        desk.act("sign_contract", json!({"date": "2026-07-02"}));
        let frozen = desk.record.contracts[0].signature.clone();
        assert_eq!(frozen.as_ref().unwrap().composition, desk.record.composition_on(day("2026-07-02")));
        let corrected = json!({"child": moussa, "given_name": "Moussa Ali", "birth_date": "2024-02-12"});
        let desk = desk.does("correct_child", corrected).does("correct_identity", json!({"surname": "Diara"}));
        assert_eq!(desk.record.contracts[0].signature, frozen, "what is corrected later leaves the contract as signed");
    }

    #[test]
    fn the_rules_of_the_draft_hold_again_on_the_day_of_the_signature() {
        let desk = Desk::included().on("2026-02-01").does("draft_contract", json!({}));
        let moussa = desk.record.children[0].id;
        let older = json!({"child": moussa, "given_name": "Moussa", "birth_date": "2023-01-31"});
        let desk = desk.does("correct_child", older);
        let expected =
            Refusal::ContractWouldStartAfterThirdBirthday { starts: day("2026-02-01"), birthday: day("2026-01-31") };
        assert_eq!(desk.refusal("sign_contract", json!({})), expected);
    }

    #[test]
    fn an_amendment_ends_the_running_contract_on_the_eve() {
        let mut desk = Desk::contracted()
            .on("2026-05-10")
            .does("draft_contract", json!({"kind": "amendment", "starts": "2026-05-01", "months": 6}));
        let kinds = desk.act("sign_contract", json!({"date": "2026-05-10"}));
        assert_eq!(kinds, ["contract-ended", "contract-signed"]);
        let [first, amendment] = &desk.record.contracts[..] else { panic!("two contracts") };
        let ended = first.ended.as_ref().unwrap();
        assert_eq!((ended.date, ended.reason), (day("2026-04-30"), EndReason::Amended));
        assert_eq!((amendment.rank, amendment.last_day()), (2, day("2026-10-31")));
        for (date, rank) in [("2026-04-30", 1), ("2026-05-01", 2), ("2026-10-31", 2)] {
            assert_eq!(desk.record.running_contract(day(date)).unwrap().rank, rank, "on {date}");
        }
    }

    #[test]
    fn a_commitment_taken_up_is_carried_over_by_the_signature_and_not_by_the_draft() {
        let desk = Desk::contracted().on("2026-06-01");
        let taken = desk.record.contracts[0].commitments[0].id;
        let commitments = json!([{"party": "beneficiary", "text": "dossier FSL", "carried_from": taken},
            {"party": "referent", "text": "appeler le bailleur"}]);
        let next = json!({"kind": "renewal", "starts": "2026-08-01", "commitments": commitments});
        let mut desk = desk.does("draft_contract", next);
        let result = |desk: &Desk| {
            let outcome = desk.record.contracts[0].commitments[0].outcome.clone();
            outcome.map(|outcome| (outcome.result, outcome.date))
        };
        assert_eq!(result(&desk), None);
        let signed = desk.act("sign_contract", json!({"date": "2026-06-01"}));
        assert_eq!(signed, ["commitment-settled", "contract-signed"]);
        assert_eq!(result(&desk), Some((CommitmentResult::CarriedOver, day("2026-06-01"))));
        assert_eq!(desk.record.contracts[0].open_commitments().count(), 1);
        assert_eq!(desk.record.contracts[1].commitments[0].carried_from, Some(taken));
    }
}
