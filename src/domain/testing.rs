//! What the domain's tests share: one act of each kind, every member filled in.
//!
//! Made-up people only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::FamilyAct;
use super::antenna::AntennaAct;

/// An act of each kind of family act, as the JSON line of `jalon record`, with every member that the kind has.
pub const FAMILY_ACTS: &[&str] = &[
    r#"{"act":"receive_orientation","center":"melun","date":"2026-01-10","document":"fiche","surname":"Diarra",
        "given_name":"Aminata","birth_date":"1998-05-04","matricule":"1234567","isolated":true,"benefit_code":"RSI",
        "followed_by_department":false,"children":[{"given_name":"Moussa","birth_date":"2024-02-11"}]}"#,
    r#"{"act":"include_family","date":"2026-01-15","referent":"00000000-0000-0000-0000-00000000000a",
        "override_motive":"accord"}"#,
    r#"{"act":"refuse_orientation","date":"2026-01-15","motive":"vit en couple"}"#,
    r#"{"act":"correct_identity","surname":"Diarra","given_name":"Aminata","birth_date":"1998-05-04","matricule":"1"}"#,
    r#"{"act":"record_contact","telephone":"0601020304","email":"a@example.org","address":"Melun","language":"bambara"}"#,
    r#"{"act":"record_situation","date":"2026-01-10","isolated":true,"benefit_code":"RSI",
        "followed_by_department":false}"#,
    r#"{"act":"add_child","given_name":"Moussa","birth_date":"2024-02-11"}"#,
    r#"{"act":"correct_child","child":"00000000-0000-0000-0000-000000000001","given_name":"Moussa",
        "birth_date":"2024-02-11"}"#,
    r#"{"act":"record_child_departure","child":"00000000-0000-0000-0000-000000000001","date":"2026-02-01",
        "motive":"vit chez son père"}"#,
    r#"{"act":"declare_pregnancy","date":"2026-02-01","expected_on":"2026-07-01"}"#,
    r#"{"act":"end_pregnancy","pregnancy":"00000000-0000-0000-0000-000000000001","date":"2026-07-01",
        "child_given_name":"Awa"}"#,
    r#"{"act":"change_referent","referent":"00000000-0000-0000-0000-00000000000b","date":"2026-02-01",
        "motive":"mutation"}"#,
    r#"{"act":"name_stand_in","referent":"00000000-0000-0000-0000-00000000000b","from":"2026-02-01","to":"2026-02-15",
        "motive":"congés"}"#,
    r#"{"act":"plan_encounter","date":"2026-03-01","time":"14:30:00","setting":"home-visit","purpose":"bilan"}"#,
    r#"{"act":"hold_encounter","encounter":"00000000-0000-0000-0000-000000000001","date":"2026-02-01",
        "setting":"home-visit","steps":["diagnosis"],"themes":["housing"],"items":["fsl"],"note":"vue chez elle",
        "confidentiality":"private"}"#,
    r#"{"act":"miss_encounter","encounter":"00000000-0000-0000-0000-000000000001","excused":true,"motive":"malade"}"#,
    r#"{"act":"cancel_encounter","encounter":"00000000-0000-0000-0000-000000000001","motive":"agent absent"}"#,
    r#"{"act":"write_note","date":"2026-02-01","text":"à rappeler","confidentiality":"shareable",
        "encounter":"00000000-0000-0000-0000-000000000001"}"#,
    r#"{"act":"draft_contract","kind":"first","starts":"2026-02-01","months":6,
        "objectives":[{"theme":"housing","text":"se loger"}],
        "commitments":[{"party":"beneficiary","text":"dossier FSL","due":"2026-03-01",
            "carried_from":"00000000-0000-0000-0000-000000000001"}]}"#,
    r#"{"act":"revise_contract","starts":"2026-02-01","months":6,"objectives":[{"theme":"housing","text":"se loger"}],
        "commitments":[{"party":"referent","text":"appeler le bailleur","due":"2026-03-01",
            "carried_from":"00000000-0000-0000-0000-000000000001"}]}"#,
    r#"{"act":"drop_contract_draft"}"#,
    r#"{"act":"sign_contract","date":"2026-02-01","place":"Melun"}"#,
    r#"{"act":"review_contract","contract":"00000000-0000-0000-0000-000000000001","date":"2026-06-01",
        "summary":"FSL accordé"}"#,
    r#"{"act":"end_contract","contract":"00000000-0000-0000-0000-000000000001","date":"2026-06-01","reason":"agreement",
        "comment":"emploi trouvé"}"#,
    r#"{"act":"settle_commitment","commitment":"00000000-0000-0000-0000-000000000001","date":"2026-03-01",
        "result":"kept","comment":"déposé"}"#,
    r#"{"act":"exit_family","date":"2026-06-01","reasons":["benefit-ended"],"outcome":"work",
        "benefit_ended_on":"2026-05-31","panel_requested_on":"2026-05-01","comment":"emploi à Melun"}"#,
    r#"{"act":"correct_exit","date":"2026-06-01","reasons":["benefit-ended"],"outcome":"work",
        "benefit_ended_on":"2026-05-31","panel_requested_on":"2026-05-01","comment":"emploi à Melun"}"#,
    r#"{"act":"reopen_family","date":"2026-06-10","motive":"droit rétabli"}"#,
];

/// An act of each kind of antenna act, with every member but the convention's own.
pub fn antenna_acts() -> Vec<serde_json::Value> {
    let convention = super::convention::ConventionFile::parse(super::convention::SEINE_ET_MARNE_2012)
        .expect("the embedded convention parses")
        .versions
        .remove(0);
    vec![
        serde_json::json!({"act": "found_antenna", "id": "00000000-0000-0000-0000-0000000000aa", "name": "Melun",
            "department": "Seine-et-Marne"}),
        serde_json::json!({"act": "add_center", "code": "melun", "name": "Melun Val de Seine", "places": 12}),
        serde_json::json!({"act": "add_referent", "id": "00000000-0000-0000-0000-00000000000a", "name": "C. Moreau",
            "since": "2025-01-01"}),
        serde_json::json!({"act": "record_referent_leaving", "referent": "00000000-0000-0000-0000-00000000000a",
            "left_on": "2026-03-01"}),
        serde_json::json!({"act": "adopt_convention", "convention": convention}),
    ]
}

/// The place of a family act among [`FAMILY_ACTS`]: a new kind of act does not compile without its line there.
pub fn place_of(act: &FamilyAct) -> usize {
    match act {
        FamilyAct::ReceiveOrientation(_) => 0,
        FamilyAct::IncludeFamily(_) => 1,
        FamilyAct::RefuseOrientation(_) => 2,
        FamilyAct::CorrectIdentity(_) => 3,
        FamilyAct::RecordContact(_) => 4,
        FamilyAct::RecordSituation(_) => 5,
        FamilyAct::AddChild(_) => 6,
        FamilyAct::CorrectChild(_) => 7,
        FamilyAct::RecordChildDeparture(_) => 8,
        FamilyAct::DeclarePregnancy(_) => 9,
        FamilyAct::EndPregnancy(_) => 10,
        FamilyAct::ChangeReferent(_) => 11,
        FamilyAct::NameStandIn(_) => 12,
        FamilyAct::PlanEncounter(_) => 13,
        FamilyAct::HoldEncounter(_) => 14,
        FamilyAct::MissEncounter(_) => 15,
        FamilyAct::CancelEncounter(_) => 16,
        FamilyAct::WriteNote(_) => 17,
        FamilyAct::DraftContract(_) => 18,
        FamilyAct::ReviseContract(_) => 19,
        FamilyAct::DropContractDraft(_) => 20,
        FamilyAct::SignContract(_) => 21,
        FamilyAct::ReviewContract(_) => 22,
        FamilyAct::EndContract(_) => 23,
        FamilyAct::SettleCommitment(_) => 24,
        FamilyAct::ExitFamily(_) => 25,
        FamilyAct::CorrectExit(_) => 26,
        FamilyAct::ReopenFamily(_) => 27,
    }
}

/// The place of an antenna act among [`antenna_acts`].
pub fn place_of_antenna(act: &AntennaAct) -> usize {
    match act {
        AntennaAct::FoundAntenna(_) => 0,
        AntennaAct::AddCenter(_) => 1,
        AntennaAct::AddReferent(_) => 2,
        AntennaAct::RecordReferentLeaving(_) => 3,
        AntennaAct::AdoptConvention(_) => 4,
    }
}
