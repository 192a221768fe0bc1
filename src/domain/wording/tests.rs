//! Every word of the domain has its message, in both languages, with the facts that it names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::NaiveDate;

use super::*;
use crate::base::id::{CommitmentId, ContractId, EncounterId, PanelReferralId};
use crate::base::locale::{Catalog, Lang};
use crate::domain::FamilyAct;
use crate::domain::antenna::AntennaAct;
use crate::domain::event::{AntennaEvent, FamilyEvent};
use crate::domain::refusal::Refusal;
use crate::domain::testing::{FAMILY_ACTS, antenna_acts, place_of, place_of_antenna};

fn catalogs() -> [Catalog; 2] {
    [Catalog::new(Lang::Fr), Catalog::new(Lang::En)]
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A sentence that is there and names all its facts.
fn assert_said(catalog: &Catalog, id: &str, facts: &[(&str, Fact)]) {
    let text = catalog.text_with(id, facts);
    assert!(!text.contains(['⟦', '{']), "{id} in {}: {text}", catalog.lang().code());
}

#[test]
fn every_refusal_is_a_sentence_with_a_hint() {
    for catalog in catalogs() {
        for id in Refusal::IDS {
            assert!(catalog.has(id), "{id} in {}", catalog.lang().code());
            assert!(catalog.hint(id, &[]).is_some(), "{id}.hint in {}", catalog.lang().code());
        }
    }
}

#[test]
fn every_value_has_its_name() {
    let values = [
        FamilyStatus::IDS,
        OrientationState::IDS,
        Setting::IDS,
        Step::IDS,
        EncounterState::IDS,
        Confidentiality::IDS,
        ContractKind::IDS,
        ContractPhase::IDS,
        Party::IDS,
        CommitmentResult::IDS,
        EndReason::IDS,
        Disposal::IDS,
        PanelMotive::IDS,
        PanelMeasure::IDS,
        PanelStage::IDS,
        Indicator::IDS,
        By::IDS,
        Presence::IDS,
        ClaimStage::IDS,
        ClaimResult::IDS,
        AidStage::IDS,
        AidResult::IDS,
        Funder::IDS,
        Priority::IDS,
    ];
    for catalog in catalogs() {
        for id in values.into_iter().flatten() {
            assert_said(&catalog, id, &[]);
        }
        for id in Setting::IDS.iter().chain(Step::IDS) {
            assert!(!catalog.attribute(id, "short").contains('⟦'), "{id}.short");
        }
        for id in Confidentiality::IDS {
            assert!(!catalog.attribute(id, "sign").contains('⟦'), "{id}.sign");
        }
        assert_said(&catalog, "source-practice", &[]);
    }
}

#[test]
fn an_enum_and_its_messages_use_the_code_of_the_json() {
    fn code(value: impl serde::Serialize) -> String {
        serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
    }
    for setting in Setting::ALL {
        assert_eq!(setting.id(), format!("setting-{}", code(setting)));
    }
    for step in Step::ALL {
        assert_eq!(step.id(), format!("step-{}", code(step)));
    }
    for level in Confidentiality::ALL {
        assert_eq!(level.id(), format!("confidentiality-{}", code(level)));
    }
    for party in Party::ALL {
        assert_eq!(party.id(), format!("party-{}", code(party)));
    }
    for result in CommitmentResult::CHOSEN {
        assert_eq!(result.id(), format!("commitment-result-{}", code(result)));
    }
    for motive in PanelMotive::ALL {
        assert_eq!(motive.id(), format!("panel-motive-{}", code(motive)));
    }
    for measure in PanelMeasure::ALL {
        assert_eq!(measure.id(), format!("panel-measure-{}", code(measure)));
    }
    for stage in PanelStage::ALL {
        assert_eq!(stage.id(), format!("panel-stage-{}", code(stage)));
    }
    for reason in EndReason::CHOSEN {
        assert_eq!(reason.id(), format!("end-reason-{}", code(reason)));
    }
}

#[test]
fn every_event_says_what_happened() {
    for catalog in catalogs() {
        for (kind, _) in FamilyEvent::KINDS.iter().chain(AntennaEvent::KINDS) {
            assert_said(&catalog, &format!("event-{kind}"), &[]);
        }
    }
}

#[test]
fn every_check_answers_with_the_fact_that_decides() {
    use CheckRule::*;
    let on = day("2026-01-10");
    let recorded = CheckFact::Recorded { on };
    let benefit = CheckFact::Benefit { code: "RSA".to_owned() };
    let birthday = CheckFact::BirthdayOn { date: day("2027-02-11") };
    let places = CheckFact::Places { taken: 1234, places: 5678 };
    let candidates = |count| CheckFact::Candidates { count };
    for (rule, passed, fact, named) in [
        (IsolatedParent, true, recorded.clone(), "10/01/2026"),
        (IsolatedParent, false, recorded.clone(), "10/01/2026"),
        (IsolatedParent, false, CheckFact::NotRecorded, "pas renseignée"),
        (MajoratedBenefit, true, benefit.clone(), "RSA"),
        (MajoratedBenefit, false, benefit, "RSA"),
        (MajoratedBenefit, false, CheckFact::NotRecorded, "pas renseignée"),
        (ChildUnderAge, true, birthday.clone(), "11/02/2027"),
        (ChildUnderAge, false, birthday, "11/02/2027"),
        (ChildUnderAge, false, CheckFact::NoChild, "grossesse"),
        (NotFollowedByDepartment, true, recorded.clone(), "10/01/2026"),
        (NotFollowedByDepartment, false, recorded, "10/01/2026"),
        (NotFollowedByDepartment, false, CheckFact::NotRecorded, "pas renseignée"),
        (CenterHasRoom, true, places.clone(), "1\u{202f}234"),
        (CenterHasRoom, false, places.clone(), "5\u{202f}678"),
        (CaseloadHasRoom, true, places.clone(), "1\u{202f}234"),
        (CaseloadHasRoom, false, places, "5\u{202f}678"),
        (NotAlreadyKnown, true, candidates(0), "Aucun"),
        (NotAlreadyKnown, false, candidates(1), "Un dossier"),
        (NotAlreadyKnown, false, candidates(2), "2 dossiers"),
    ] {
        let check = Check { rule, passed, fact };
        let [fr, en] = catalogs();
        let text = fr.text_with(check.answer_id(), &check.arguments());
        assert!(text.contains(named), "{check:?}: {text}");
        for catalog in [fr, en] {
            assert_said(&catalog, rule.id(), &[]);
            assert_said(&catalog, check.answer_id(), &check.arguments());
        }
    }
}

#[test]
fn every_deadline_has_a_name_a_short_form_and_a_sentence() {
    let about = |rule: DeadlineRule| match rule {
        DeadlineRule::ContractReview | DeadlineRule::ContractRenewal | DeadlineRule::ContractEnd => {
            About::Contract { id: ContractId::from_bytes([1; 16]), rank: 7 }
        }
        DeadlineRule::CommitmentDue => {
            About::Commitment { id: CommitmentId::from_bytes([1; 16]), text: "dossier FSL".to_owned() }
        }
        DeadlineRule::ThirdBirthday => {
            About::Child { given_name: "Moussa".to_owned(), majoration_ends: day("2027-01-31"), contract_until: None }
        }
        DeadlineRule::PanelObservations | DeadlineRule::PanelOpinion => {
            About::PanelReferral { id: PanelReferralId::from_bytes([1; 16]), motive: PanelMotive::Suspend }
        }
        DeadlineRule::Appointment => About::Encounter { id: EncounterId::from_bytes([1; 16]), time: None },
        DeadlineRule::ReferentMissing
        | DeadlineRule::OrientationToAnswer
        | DeadlineRule::FirstMeeting
        | DeadlineRule::ContractToSign
        | DeadlineRule::PanelExamination
        | DeadlineRule::Silence
        | DeadlineRule::Retention
        | DeadlineRule::DisposalToConfirm => About::Family,
        DeadlineRule::ConventionNotice
        | DeadlineRule::ConventionReport
        | DeadlineRule::ConventionEnd
        | DeadlineRule::DepartmentSilent => About::Antenna,
    };
    for catalog in catalogs() {
        for rule in DeadlineRule::ALL {
            assert_eq!(rule.id(), format!("deadline-{}", rule.code()));
            let deadline = Deadline { rule, opens: day("2026-01-01"), due: day("2026-02-01"), about: about(rule) };
            assert_said(&catalog, rule.id(), &[]);
            assert!(!catalog.attribute(rule.id(), "short").contains('⟦'), "{}.short", rule.id());
            assert_said(&catalog, deadline.about_id(), &deadline.arguments());
            assert_said(&catalog, deadline.long_id(), &deadline.arguments());
            let named = match &deadline.about {
                About::Contract { .. } => "7",
                About::Commitment { .. } => "dossier FSL",
                About::Child { .. } => "Moussa",
                About::PanelReferral { .. }
                | About::Family
                | About::Antenna
                | About::AntennaPart { .. }
                | About::Center { .. }
                | About::Gap { .. }
                | About::Encounter { .. } => "",
            };
            assert!(catalog.text_with(deadline.long_id(), &deadline.arguments()).contains(named), "{}", rule.id());
        }
    }
}

/// Every act as JSON, once each has been read as the act it is.
fn acts() -> Vec<serde_json::Value> {
    let family = FAMILY_ACTS.iter().enumerate().map(|(place, line)| {
        let act: FamilyAct = serde_json::from_str(line).unwrap_or_else(|fault| panic!("{line}: {fault}"));
        assert_eq!(place_of(&act), place);
        serde_json::from_str(line).unwrap()
    });
    let antenna = antenna_acts().into_iter().enumerate().map(|(place, line)| {
        let act: AntennaAct = serde_json::from_value(line.clone()).unwrap_or_else(|fault| panic!("{line}: {fault}"));
        assert_eq!(place_of_antenna(&act), place);
        line
    });
    family.chain(antenna).collect()
}

#[test]
fn every_act_has_a_label_and_a_line_of_help() {
    for catalog in catalogs() {
        let drafts = ["renew_contract", "amend_contract"].map(|act| serde_json::json!({ "act": act }));
        for act in acts().into_iter().chain(drafts) {
            let id = format!("act-{}", act["act"].as_str().unwrap().replace('_', "-"));
            assert_said(&catalog, &id, &[]);
            assert!(!catalog.attribute(&id, "help").contains('⟦'), "{id}.help");
        }
    }
}

#[test]
fn every_field_of_every_act_has_a_label() {
    for catalog in catalogs() {
        for act in acts() {
            let name = act["act"].as_str().unwrap().replace('_', "-");
            for (member, value) in act.as_object().unwrap().iter().filter(|(member, _)| *member != "act") {
                let member = member.replace('_', "-");
                assert_labelled(&catalog, &name, &member);
                let rows = value.as_array().into_iter().flatten().filter_map(|row| row.as_object());
                for column in rows.flat_map(|row| row.keys()) {
                    assert_labelled(&catalog, &member, &column.replace('_', "-"));
                }
            }
        }
    }
}

fn assert_labelled(catalog: &Catalog, owner: &str, member: &str) {
    let own = format!("field-{owner}-{member}");
    let shared = format!("field-{member}");
    assert!(catalog.has(&own) || catalog.has(&shared), "{own} or {shared} in {}", catalog.lang().code());
}

#[test]
fn a_missing_field_is_named_in_the_sentence() {
    // What a person types freely can be empty; a choice, a date or an id cannot.
    let typed = [
        "surname",
        "given_name",
        "matricule",
        "document",
        "benefit_code",
        "motive",
        "text",
        "place",
        "summary",
        "situation",
    ];
    let whole: String = acts().iter().map(ToString::to_string).collect();
    for field in typed {
        assert!(whole.contains(&format!("\"{field}\":")), "no act has {field}");
        for (catalog, whatever) in catalogs().iter().zip(["ce champ", "this field"]) {
            let text = catalog.text_with("refusal-FieldEmpty", &[("field", Fact::Text(field.to_owned()))]);
            assert!(!text.contains(whatever) && !text.contains(['⟦', '{']), "{field}: {text}");
        }
    }
}

#[test]
fn all_that_is_said_in_french_is_typeset() {
    let source = include_str!("../../../assets/locales/fr.ftl");
    // A sign that begins a message stands apart from nothing.
    let said = source.lines().filter(|line| !line.starts_with('#')).map(|line| line.replacen("= ! ", "= ", 1));
    let mut checked = 0;
    for line in said {
        checked += 1;
        assert!(!line.contains('\''), "a straight apostrophe in: {line}");
        // A whole no-break space before a colon and inside quotes, a thin one before the other signs.
        for sign in [" ?", " !", " ;", " »", "« ", " :", "\u{a0}?", "\u{a0}!", "\u{a0};", "\u{202f}:", "\u{202f}»"] {
            assert!(!line.contains(sign), "a space that breaks, or another, beside a sign in: {line}");
        }
    }
    assert!(checked > 3_000);
}
