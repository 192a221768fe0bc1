//! The refusals of the panel and its landmarks, of rights and aids, of diagnoses, of the convention and of group actions.

use serde_json::json;

use super::Provoked;
use crate::base::money::Cents;
use crate::domain::convention::CodesInUse;
use crate::domain::panel::PanelMotive;
use crate::domain::refusal::Refusal;
use crate::domain::testing::{Desk, NOBODY, day};

pub(super) fn of_the_panel() -> Provoked {
    let desk = Desk::included().on("2026-02-01");
    let opened = |motive: &str| {
        Desk::included().on("2026-02-01").does("open_panel_referral", json!({"motive": motive, "proposal": null}))
    };
    let sent = || opened("reorient").does("send_panel_referral", json!({}));
    let informed = || opened("suspend").does("record_panel_letter", json!({}));
    let advised = || sent().on("2026-02-25").does("record_panel_opinion", json!({}));
    let decided = || advised().does("record_panel_decision", json!({}));
    let notified = || decided().on("2026-03-01").does("notify_panel_decision", json!({}));
    let cancelled = opened("reorient").on("2026-02-15").does("cancel_panel_referral", json!({}));
    let first = day("2026-02-01");
    let until = day("2026-03-01");
    vec![
        (desk.refusal("send_panel_referral", json!({})), Refusal::NoPanelReferral {}),
        (sent().refusal("send_panel_referral", json!({"referral": NOBODY})), Refusal::PanelReferralUnknown {}),
        (
            sent().refusal("open_panel_referral", json!({})),
            Refusal::PanelReferralAlreadyOpen { motive: PanelMotive::Reorient },
        ),
        (
            desk.refusal("open_panel_referral", json!({"proposal": "exit"})),
            Refusal::PanelProposalOutsideMotive { motive: PanelMotive::Reorient },
        ),
        (
            desk.refusal("open_panel_referral", json!({"motive": "reduce", "proposal": null, "grounds": " "})),
            Refusal::PanelGroundsMissing {},
        ),
        (sent().refusal("revise_panel_referral", json!({})), Refusal::PanelReferralAlreadySent { date: first }),
        (opened("reorient").refusal("record_panel_opinion", json!({})), Refusal::PanelReferralNotSent {}),
        (
            cancelled.refusal("send_panel_referral", json!({})),
            Refusal::PanelReferralIsCancelled { date: day("2026-02-15") },
        ),
        (opened("reorient").refusal("record_panel_letter", json!({})), Refusal::PanelLetterNotNeeded {}),
        (informed().refusal("record_panel_letter", json!({})), Refusal::PanelLetterAlreadySent { date: first }),
        (
            informed().refusal("revise_panel_referral", json!({"proposal": "reduce"})),
            Refusal::PanelLetterSaysOtherwise { field: "proposal", date: first },
        ),
        (opened("suspend").refusal("send_panel_referral", json!({})), Refusal::PanelLetterMissing {}),
        (
            informed().on("2026-03-01").refusal("send_panel_referral", json!({"date": "2026-03-01"})),
            Refusal::PanelObservationsAwaited { until },
        ),
        (
            opened("twelve-months").refusal("send_panel_referral", json!({})),
            Refusal::PanelExaminationTooEarly { from: day("2026-07-15") },
        ),
        (opened("reorient").refusal("send_panel_referral", json!({"notes": [NOBODY]})), Refusal::NoteNotForPanel {}),
        (
            sent().on("2026-02-15").refusal("postpone_panel_referral", json!({"until": "2026-02-15"})),
            Refusal::PanelPostponedToThePast { until: day("2026-02-15") },
        ),
        (
            advised().refusal("postpone_panel_referral", json!({})),
            Refusal::PanelOpinionAlreadyGiven { date: day("2026-02-20") },
        ),
        (
            sent().on("2026-03-02").refusal("postpone_panel_referral", json!({"date": "2026-03-02"})),
            Refusal::PanelOpinionDeemedGiven { until },
        ),
        (sent().on("2026-02-25").refusal("record_panel_decision", json!({})), Refusal::PanelOpinionAwaited { until }),
        (
            advised().refusal("record_panel_decision", json!({"date": "2026-02-19"})),
            Refusal::PanelDecisionBeforeOpinion { opinion: day("2026-02-20") },
        ),
        (advised().refusal("record_panel_decision", json!({"measure": "exit"})), Refusal::PanelExitNotAsked {}),
        (
            decided().refusal("record_panel_decision", json!({})),
            Refusal::PanelDecisionAlreadyMade { date: day("2026-02-25") },
        ),
        (advised().refusal("notify_panel_decision", json!({})), Refusal::PanelDecisionMissing {}),
        (
            notified().refusal("notify_panel_decision", json!({})),
            Refusal::PanelDecisionAlreadyNotified { date: day("2026-03-01") },
        ),
        (
            sent().refusal("exit_family", json!({"date": "2026-01-31", "benefit_ended_on": "2026-01-31"})),
            Refusal::PanelActAfterExit { date: first },
        ),
    ]
}

pub(super) fn of_landmarks() -> Provoked {
    let desk = Desk::included().on("2026-02-01");
    let date = day("2026-02-01");
    let rated = |scale: &str, level: u32| json!([{"scale": scale, "level": level}]);
    let twice = json!([{"scale": "financial", "level": 1}, {"scale": "financial", "level": 1}]);
    vec![
        (
            Desk::included()
                .on("2026-02-01")
                .does("redirect_housing", json!({}))
                .refusal("redirect_housing", json!({})),
            Refusal::AlreadyRecorded { date },
        ),
        (
            desk.refusal("refer_to_professional", json!({"kind": "friend"})),
            Refusal::ProfessionalKindUnknown { kind: "friend".into() },
        ),
        (
            desk.refusal("record_return_to_work", json!({"kind": "holiday"})),
            Refusal::WorkKindUnknown { kind: "holiday".into() },
        ),
        (desk.refusal("rate_effects", json!({"ratings": []})), Refusal::NoScaleRated {}),
        (
            desk.refusal("rate_effects", json!({"ratings": rated("luck", 1)})),
            Refusal::EffectScaleUnknown { scale: "luck".into() },
        ),
        (desk.refusal("rate_effects", json!({"ratings": twice})), Refusal::EffectScaleTwice {}),
        (
            desk.refusal("rate_effects", json!({"ratings": rated("financial", 9)})),
            Refusal::EffectLevelUnknown { level: 9 },
        ),
        (
            Desk::included()
                .on("2026-02-01")
                .does("redirect_housing", json!({}))
                .refusal("exit_family", json!({"date": "2026-01-31", "benefit_ended_on": "2026-01-31"})),
            Refusal::LandmarkAfterExit { date },
        ),
    ]
}

pub(super) fn of_rights_and_aids() -> Provoked {
    let desk = || Desk::included().on("2026-02-01");
    let claimed = || desk().does("open_rights_claim", json!({}));
    let latest = |changes: serde_json::Value| {
        let mut changes = changes;
        (changes["claim"], changes["aid"]) = (json!(null), json!(null));
        changes
    };
    let claim = |changes: serde_json::Value| {
        let mut changes = latest(changes);
        changes.as_object_mut().unwrap().remove("aid");
        changes
    };
    let aid = |changes: serde_json::Value| {
        let mut changes = latest(changes);
        changes.as_object_mut().unwrap().remove("claim");
        changes
    };
    let submitted = || claimed().does("submit_rights_claim", claim(json!({})));
    let date = day("2026-02-01");
    let asked = || desk().does("request_financial_aid", json!({}));
    vec![
        (desk().refusal("open_rights_claim", json!({"right": "luck"})), Refusal::RightUnknown { right: "luck".into() }),
        (claimed().refusal("open_rights_claim", json!({})), Refusal::RightsClaimAlreadyOpen { date }),
        (desk().refusal("submit_rights_claim", claim(json!({}))), Refusal::NoRightsClaim {}),
        (claimed().refusal("submit_rights_claim", json!({})), Refusal::RightsClaimUnknown {}),
        (submitted().refusal("submit_rights_claim", claim(json!({}))), Refusal::RightsClaimAlreadySubmitted { date }),
        (claimed().refusal("finalise_rights_claim", claim(json!({}))), Refusal::RightsClaimNotSubmitted {}),
        (
            submitted()
                .does("finalise_rights_claim", claim(json!({})))
                .refusal("finalise_rights_claim", claim(json!({}))),
            Refusal::RightsClaimAlreadyFinalised { date },
        ),
        (
            desk().refusal("request_financial_aid", json!({"instrument": "luck"})),
            Refusal::InstrumentUnknown { instrument: "luck".into() },
        ),
        (desk().refusal("request_financial_aid", json!({"amount": 0})), Refusal::AmountImplausible { field: "amount" }),
        (desk().refusal("answer_financial_aid", aid(json!({}))), Refusal::NoFinancialAid {}),
        (asked().refusal("answer_financial_aid", json!({})), Refusal::FinancialAidUnknown {}),
        (
            asked().does("answer_financial_aid", aid(json!({}))).refusal("answer_financial_aid", aid(json!({}))),
            Refusal::FinancialAidAlreadyAnswered { date },
        ),
        (asked().refusal("answer_financial_aid", aid(json!({"result": "refused"}))), Refusal::RefusedAidHasNoAmount {}),
        (
            asked().refusal("answer_financial_aid", aid(json!({"result": "granted", "granted": 45_001}))),
            Refusal::GrantedBeyondAsked { asked: Cents(45_000), granted: Cents(45_001) },
        ),
    ]
}

pub(super) fn of_diagnoses() -> Provoked {
    let desk = Desk::included().on("2026-02-01");
    let twice = json!([{"theme": "housing", "obstacles": "a"}, {"theme": "housing", "obstacles": "b"}]);
    vec![
        (desk.refusal("record_diagnosis", json!({"themes": [], "items": []})), Refusal::DiagnosisEmpty {}),
        (desk.refusal("record_diagnosis", json!({"themes": twice})), Refusal::ThemeTwice {}),
    ]
}

pub(super) fn of_the_convention_and_groups() -> Provoked {
    let adopted = |pointer: &str, value: serde_json::Value| {
        let desk = Desk::opened();
        let mut version = serde_json::to_value(desk.antenna.conventions.first().unwrap()).unwrap();
        version["effective_from"] = json!("2026-06-01");
        version["period"]["ends"] = json!("2099-12-31");
        *version.pointer_mut(pointer).unwrap() = value;
        desk.antenna_tries(json!({"act": "adopt_convention", "convention": version})).unwrap_err()
    };
    // A file with a right claimed, an aid asked for and a contract drafted, under a version without one of their codes.
    let dropped = |list: &str, code: &str| {
        let desk = Desk::included()
            .on("2026-02-01")
            .does("open_rights_claim", json!({"right": "asf"}))
            .does("request_financial_aid", json!({"instrument": "fsl"}))
            .does("draft_contract", json!({"objectives": [{"theme": "housing", "text": "Bail"}]}));
        let mut version = desk.antenna.conventions.first().unwrap().clone();
        let mut held = CodesInUse::default();
        held.count(&desk.record, day("2026-03-01"));
        held.kept_by(&version).unwrap();
        match list {
            "rights" => version.rights.retain(|one| one.code.as_str() != code),
            "instruments" => version.instruments.retain(|one| one.code.as_str() != code),
            _themes => version.themes.retain(|one| one.code.as_str() != code),
        }
        held.kept_by(&version).unwrap_err()
    };
    let planned =
        |sessions: serde_json::Value| json!({"act": "plan_group_action", "title": "Café", "sessions": sessions});
    let one = |date: &str| planned(json!([{"date": date}]));
    let desk = || Desk::included().on("2026-02-01").antenna_does(one("2026-02-01"));
    let session = |desk: &Desk| desk.antenna.group_actions[1].sessions[0].id;
    let cancelled = |desk: Desk| {
        let id = session(&desk);
        desk.antenna_does(json!({"act": "cancel_group_session", "session": id, "motive": "neige"}))
    };
    let date = day("2026-02-01");
    let to_come = Desk::included().on("2026-01-31").antenna_does(one("2026-02-01"));
    let (off, coming) = (cancelled(desk()), session(&to_come));
    let period = |to: &str| json!({"act": "close_period", "from": "2026-01-01", "to": to});
    let raised = desk()
        .antenna_does(json!({"act": "raise_topic", "date": "2026-02-01", "subject": "path", "text": "Délais"}))
        .antenna_does(period("2026-01-31"));
    let topic = raised.antenna.topics[0].id.to_string();
    let follow = |topic: &str| json!({"act": "follow_topic", "topic": topic, "date": "2026-02-01", "by": "antenna", "text": "vu"});
    let closed =
        raised.antenna_does(json!({"act": "close_topic", "topic": topic, "date": "2026-02-01", "outcome": "réglé"}));
    vec![
        (adopted("/title", json!("")), Refusal::ConventionTextMissing { part: "title".into() }),
        (
            adopted("/caseload/places", json!(0)),
            Refusal::ConventionNumberImplausible { part: "caseload.places".into(), least: 1, most: 1_000_000 },
        ),
        (adopted("/themes", json!([])), Refusal::ConventionListEmpty { part: "themes".into() }),
        (adopted("/themes/1/code", json!("rights")), Refusal::ConventionCodeTwice { code: "rights".into() }),
        (dropped("rights", "asf"), Refusal::ConventionCodeInUse { code: "asf".into(), files: 1 }),
        (dropped("instruments", "fsl"), Refusal::ConventionCodeInUse { code: "fsl".into(), files: 1 }),
        (dropped("themes", "housing"), Refusal::ConventionCodeInUse { code: "housing".into(), files: 1 }),
        (
            desk()
                .antenna_tries(json!({"act": "add_group_session", "action": NOBODY, "date": "2026-02-02"}))
                .unwrap_err(),
            Refusal::GroupActionUnknown {},
        ),
        (desk().antenna_tries(follow(NOBODY)).unwrap_err(), Refusal::TopicUnknown {}),
        (closed.antenna_tries(follow(&topic)).unwrap_err(), Refusal::TopicIsClosed { date }),
        (closed.antenna_tries(period("2026-02-01")).unwrap_err(), Refusal::PeriodNotOver { to: date }),
        (
            closed.antenna_tries(period("2026-01-31")).unwrap_err(),
            Refusal::PeriodAlreadyClosed { from: day("2026-01-01"), to: day("2026-01-31") },
        ),
        (desk().antenna_tries(planned(json!([]))).unwrap_err(), Refusal::GroupActionWithoutSession {}),
        (desk().refusal("record_attendance", json!({})), Refusal::GroupSessionUnknown {}),
        (
            desk().antenna_tries(planned(json!([{"date": "2026-02-01"}, {"date": "2026-02-01"}]))).unwrap_err(),
            Refusal::GroupSessionTwice { field: "sessions", date },
        ),
        (
            off.refusal("record_attendance", json!({"session": session(&off)})),
            Refusal::GroupSessionIsCancelled { date },
        ),
        (to_come.refusal("record_attendance", json!({"session": coming})), Refusal::GroupSessionStillToCome { date }),
    ]
}
