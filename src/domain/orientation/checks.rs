//! The checks of art. 2 at inclusion, each answered by its rule and the fact that decides it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Orientation;
use crate::domain::Scene;
use crate::domain::convention::Convention;
use crate::domain::family::{FamilyRecord, Situation};
use crate::domain::refusal::Refusal;

/// One question of art. 2 with its answer and the fact that decides it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub rule: CheckRule,
    pub passed: bool,
    pub fact: CheckFact,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckRule {
    IsolatedParent,
    MajoratedBenefit,
    ChildUnderAge,
    NotFollowedByDepartment,
    CenterHasRoom,
    CaseloadHasRoom,
    NotAlreadyKnown,
}

/// What decided a check, in figures or dates; names stay in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum CheckFact {
    Recorded { on: NaiveDate },
    NotRecorded,
    Benefit { code: String },
    BirthdayOn { date: NaiveDate },
    NoChild,
    Places { taken: u32, places: u32 },
    Candidates { count: u32 },
}

impl CheckRule {
    /// Whether a written motive can go over a failed check.
    pub fn overridable(self) -> bool {
        match self {
            Self::CenterHasRoom | Self::CaseloadHasRoom | Self::NotAlreadyKnown => true,
            Self::IsolatedParent | Self::MajoratedBenefit | Self::ChildUnderAge | Self::NotFollowedByDepartment => {
                false
            }
        }
    }

    /// Whether it asks for a place.
    pub fn is_of_places(self) -> bool {
        matches!(self, Self::CenterHasRoom | Self::CaseloadHasRoom)
    }

    /// The Fluent id of the rule's sentence.
    pub fn id(self) -> &'static str {
        match self {
            Self::IsolatedParent => "check-isolated-parent",
            Self::MajoratedBenefit => "check-majorated-benefit",
            Self::ChildUnderAge => "check-child-under-age",
            Self::NotFollowedByDepartment => "check-not-followed-by-department",
            Self::CenterHasRoom => "check-center-has-room",
            Self::CaseloadHasRoom => "check-caseload-has-room",
            Self::NotAlreadyKnown => "check-not-already-known",
        }
    }
}

/// Answers every check of art. 2 for an inclusion on `date`, in the order of the article.
///
/// # Errors
/// `ConventionMissing` when the antenna has no convention.
pub fn inclusion_checks(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    orientation: &Orientation,
    date: NaiveDate,
) -> Result<Vec<Check>, Refusal> {
    let convention = scene.convention(date)?;
    let situation = scene.census.situation_on(record, date);
    let recorded = |passed: fn(&Situation) -> bool| match situation {
        Some(situation) => (passed(situation), CheckFact::Recorded { on: situation.date }),
        None => (false, CheckFact::NotRecorded),
    };
    let benefit = match situation {
        Some(situation) => (
            situation.benefit_code == convention.inclusion.benefit_code,
            CheckFact::Benefit { code: situation.benefit_code.clone() },
        ),
        None => (false, CheckFact::NotRecorded),
    };
    let birthday = record.landmark_birthday(date, convention.inclusion.child_under_years);
    let child = match birthday {
        Some(birthday) => (date < birthday, CheckFact::BirthdayOn { date: birthday }),
        None => (false, CheckFact::NoChild),
    };
    let center_places = scene.antenna.places_of(&orientation.center, convention);
    let room = |taken: u32, places: u32| (taken < places, CheckFact::Places { taken, places });
    let candidates = scene.census.candidates.len().try_into().unwrap_or(u32::MAX);
    let answers = [
        (CheckRule::IsolatedParent, recorded(|situation| situation.isolated)),
        (CheckRule::MajoratedBenefit, benefit),
        (CheckRule::ChildUnderAge, child),
        (CheckRule::NotFollowedByDepartment, recorded(|situation| !situation.followed_by_department)),
        (CheckRule::CenterHasRoom, room(scene.census.taken_by_center, center_places)),
        (CheckRule::CaseloadHasRoom, room(scene.census.taken, convention.caseload.places)),
        (CheckRule::NotAlreadyKnown, (candidates == 0, CheckFact::Candidates { count: candidates })),
    ];
    Ok(answers.into_iter().map(|(rule, (passed, fact))| Check { rule, passed, fact }).collect())
}

/// The refusal that a failed check amounts to.
pub(super) fn failed(check: &Check, convention: &Convention, date: NaiveDate) -> Refusal {
    let (taken, places) = match check.fact {
        CheckFact::Places { taken, places } => (taken, places),
        CheckFact::Recorded { .. }
        | CheckFact::NotRecorded
        | CheckFact::Benefit { .. }
        | CheckFact::BirthdayOn { .. }
        | CheckFact::NoChild
        | CheckFact::Candidates { .. } => (0, 0),
    };
    let count = match check.fact {
        CheckFact::Candidates { count } => count,
        CheckFact::Recorded { .. }
        | CheckFact::NotRecorded
        | CheckFact::Benefit { .. }
        | CheckFact::BirthdayOn { .. }
        | CheckFact::NoChild
        | CheckFact::Places { .. } => 0,
    };
    let inclusion = &convention.inclusion;
    match check.rule {
        CheckRule::IsolatedParent => Refusal::ParentNotIsolated {},
        CheckRule::MajoratedBenefit => Refusal::BenefitNotMajorated { expected: inclusion.benefit_code.clone() },
        CheckRule::ChildUnderAge => Refusal::NoChildUnderAge { date, years: inclusion.child_under_years },
        CheckRule::NotFollowedByDepartment => Refusal::FollowedByDepartment {},
        CheckRule::CenterHasRoom => Refusal::CenterFull { taken, places },
        CheckRule::CaseloadHasRoom => Refusal::CaseloadFull { taken, places },
        CheckRule::NotAlreadyKnown => Refusal::PossibleDuplicate { count },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::{Value, json};

    use super::*;
    use crate::domain::orientation::Census;
    use crate::domain::testing::{Desk, day};

    fn checks(desk: &Desk) -> Vec<Check> {
        inclusion_checks(&desk.scene(), &desk.record, desk.record.pending_orientation().unwrap(), desk.today).unwrap()
    }

    fn answer(desk: &Desk, rule: CheckRule) -> (bool, CheckFact) {
        let check = checks(desk).into_iter().find(|check| check.rule == rule).unwrap();
        (check.passed, check.fact)
    }

    #[test]
    fn the_seven_checks_of_art_2_are_answered_in_its_order_and_only_three_can_be_gone_over() {
        let answered: Vec<_> = checks(&Desk::oriented()).iter().map(|check| (check.rule, check.passed)).collect();
        let expected = [
            (CheckRule::IsolatedParent, false),
            (CheckRule::MajoratedBenefit, false),
            (CheckRule::ChildUnderAge, false),
            (CheckRule::NotFollowedByDepartment, false),
            (CheckRule::CenterHasRoom, true),
            (CheckRule::CaseloadHasRoom, true),
            (CheckRule::NotAlreadyKnown, true),
        ];
        assert_eq!(answered, expected.map(|(rule, _)| (rule, true)), "a family that may enter");
        for (rule, overridable) in expected {
            assert_eq!(rule.overridable(), overridable, "{rule:?}");
        }
    }

    #[test]
    fn each_check_names_the_fact_that_decides_it() {
        let on = day("2026-01-10");
        let code = |code: &str| CheckFact::Benefit { code: code.to_owned() };
        for (sent, rule, passed, fact) in [
            (json!({"isolated": true}), CheckRule::IsolatedParent, true, CheckFact::Recorded { on }),
            (json!({"isolated": false}), CheckRule::IsolatedParent, false, CheckFact::Recorded { on }),
            (json!({"benefit_code": " rsi "}), CheckRule::MajoratedBenefit, true, code("RSI")),
            (json!({"benefit_code": "RSA"}), CheckRule::MajoratedBenefit, false, code("RSA")),
            (
                json!({"followed_by_department": true}),
                CheckRule::NotFollowedByDepartment,
                false,
                CheckFact::Recorded { on },
            ),
            (json!({"children": []}), CheckRule::ChildUnderAge, false, CheckFact::NoChild),
        ] {
            let desk = Desk::opened().does("receive_orientation", sent.clone());
            assert_eq!(answer(&desk, rule), (passed, fact), "{sent}");
        }
        let mut unknown = Desk::oriented();
        unknown.record.situation = None;
        for rule in [CheckRule::IsolatedParent, CheckRule::MajoratedBenefit, CheckRule::NotFollowedByDepartment] {
            assert_eq!(answer(&unknown, rule), (false, CheckFact::NotRecorded), "{rule:?}");
        }
    }

    #[test]
    fn the_last_situation_recorded_decides() {
        let again = json!({"date": "2026-01-12", "isolated": false});
        let desk = Desk::oriented().does("record_situation", again);
        let expected = (false, CheckFact::Recorded { on: day("2026-01-12") });
        assert_eq!(answer(&desk, CheckRule::IsolatedParent), expected);
    }

    #[test]
    fn an_inclusion_is_judged_by_the_situation_known_on_its_day() {
        let mut desk = Desk::opened().does("receive_orientation", json!({"isolated": false})).on("2026-10-01");
        let oriented = desk.record.situation.clone().unwrap();
        assert_eq!(desk.refusal("include_family", json!({"date": "2026-01-15"})), Refusal::ParentNotIsolated {});
        desk = desk.does("record_situation", json!({"date": "2026-10-01", "isolated": true}));
        desk.census.earlier_situations = vec![oriented];
        assert_eq!(desk.refusal("include_family", json!({"date": "2026-01-15"})), Refusal::ParentNotIsolated {});
        desk.today = day("2026-09-30");
        let known = (false, CheckFact::Recorded { on: day("2026-01-10") });
        assert_eq!(answer(&desk, CheckRule::IsolatedParent), known);
        desk.census.earlier_situations.clear();
        assert_eq!(answer(&desk, CheckRule::IsolatedParent), (false, CheckFact::NotRecorded), "nothing was known yet");
        desk.today = day("2026-10-01");
        let known = (true, CheckFact::Recorded { on: day("2026-10-01") });
        assert_eq!(answer(&desk, CheckRule::IsolatedParent), known);
    }

    #[test]
    fn a_child_counts_until_the_eve_of_its_third_birthday() {
        let child = |name: &str, birth: &str| json!({"given_name": name, "birth_date": birth});
        for (children, included_on, passed, birthday) in [
            (json!([child("Awa", "2023-01-16")]), "2026-01-15", true, Some("2026-01-16")),
            (json!([child("Awa", "2023-01-15")]), "2026-01-15", false, Some("2026-01-15")),
            (json!([child("Awa", "2026-01-10")]), "2026-01-15", true, Some("2029-01-10")),
            // The third birthday of a child born on 29 February is on 1 March.
            (json!([child("Awa", "2024-02-29")]), "2027-02-28", true, Some("2027-03-01")),
            (json!([child("Awa", "2024-02-29")]), "2027-03-01", false, Some("2027-03-01")),
            // The youngest decides, wherever it stands.
            (json!([child("Ali", "2025-06-01"), child("Awa", "2015-01-01")]), "2026-01-15", true, Some("2028-06-01")),
            (json!([child("Awa", "2015-01-01"), child("Ali", "2025-06-01")]), "2026-01-15", true, Some("2028-06-01")),
            (json!([child("Awa", "2015-01-01")]), "2026-01-15", false, Some("2018-01-01")),
            (json!([]), "2026-01-15", false, None),
        ] {
            let desk = Desk::opened().does("receive_orientation", json!({"children": children})).on(included_on);
            let fact = birthday.map_or(CheckFact::NoChild, |date| CheckFact::BirthdayOn { date: day(date) });
            assert_eq!(answer(&desk, CheckRule::ChildUnderAge), (passed, fact), "{children} on {included_on}");
        }
    }

    #[test]
    fn only_children_born_and_at_home_on_the_day_count() {
        let pregnant = Desk::opened()
            .does("receive_orientation", json!({"children": []}))
            .does("declare_pregnancy", json!({"date": "2026-01-12", "expected_on": "2026-01-20"}));
        assert_eq!(answer(&pregnant, CheckRule::ChildUnderAge), (false, CheckFact::NoChild), "a pregnancy");
        let born = json!({"date": "2026-01-20", "child_given_name": "Awa"});
        let mut born = pregnant.on("2026-01-20").does("end_pregnancy", born);
        assert!(answer(&born, CheckRule::ChildUnderAge).0, "on the day of the birth");
        born.today = day("2026-01-19");
        assert_eq!(answer(&born, CheckRule::ChildUnderAge), (false, CheckFact::NoChild), "on the eve of the birth");

        let desk = Desk::oriented();
        let gone = json!({"child": desk.record.children[0].id, "date": "2026-01-14"});
        let mut desk = desk.does("record_child_departure", gone);
        assert_eq!(answer(&desk, CheckRule::ChildUnderAge), (false, CheckFact::NoChild), "after it left");
        desk.today = day("2026-01-13");
        assert!(answer(&desk, CheckRule::ChildUnderAge).0, "on its last day at home");
    }

    #[test]
    fn the_places_of_the_centre_are_its_own_or_the_conventions() {
        let places = |taken, places| (taken < places, CheckFact::Places { taken, places });
        for (center, taken, expected) in [
            ("melun", 11, places(11, 12)),
            ("melun", 12, places(12, 12)),
            ("meaux", 9, places(9, 10)),
            ("meaux", 10, places(10, 10)),
            ("meaux", 11, places(11, 10)),
        ] {
            let mut desk = Desk::opened().does("receive_orientation", json!({"center": center}));
            desk.census = Census { taken, taken_by_center: taken, ..Census::default() };
            assert_eq!(answer(&desk, CheckRule::CenterHasRoom), expected, "{taken} of {center}");
        }
        for (taken, expected) in [(139, places(139, 140)), (140, places(140, 140))] {
            let mut desk = Desk::oriented();
            desk.census = Census { taken, ..Census::default() };
            assert_eq!(answer(&desk, CheckRule::CaseloadHasRoom), expected);
        }
    }

    #[test]
    fn an_inclusion_is_judged_by_the_convention_in_force_on_its_date() {
        let sections = json!({"caseload": {"places_per_center": 5, "places": 20},
            "inclusion": {"child_under_years": 1, "benefit_code": "RSM"}});
        let mut desk = Desk::oriented().amended_from("2026-01-14", sections);
        desk.census = Census { taken: 20, ..Census::default() };
        let failing = |desk: &Desk| -> Vec<CheckRule> {
            checks(desk).into_iter().filter(|check| !check.passed).map(|check| check.rule).collect()
        };
        let new = [CheckRule::MajoratedBenefit, CheckRule::ChildUnderAge, CheckRule::CaseloadHasRoom];
        desk.today = day("2026-01-13");
        assert_eq!(failing(&desk), []);
        desk.today = day("2026-01-14");
        assert_eq!(failing(&desk), new);
    }

    #[test]
    fn a_possible_duplicate_counts_the_families_found() {
        let mut desk = Desk::oriented();
        assert_eq!(answer(&desk, CheckRule::NotAlreadyKnown), (true, CheckFact::Candidates { count: 0 }));
        desk.census.candidates = vec![desk.record.id, desk.record.id];
        assert_eq!(answer(&desk, CheckRule::NotAlreadyKnown), (false, CheckFact::Candidates { count: 2 }));
    }

    #[test]
    fn a_written_motive_goes_over_a_quota_or_a_duplicate_and_over_nothing_else() {
        let with = |census: Census| {
            let mut desk = Desk::oriented();
            desk.census = census;
            desk
        };
        let candidates = vec![Desk::opened().record.id];
        for census in [
            Census { taken: 140, ..Census::default() },
            Census { taken_by_center: 12, ..Census::default() },
            Census { candidates, ..Census::default() },
        ] {
            let desk = with(census);
            for blank in ["", "  "] {
                desk.refusal("include_family", json!({"override_motive": blank}));
            }
            let desk = desk.does("include_family", json!({"override_motive": " accord du Département "}));
            assert_eq!(desk.record.stays[0].override_motive.as_deref(), Some("accord du Département"));
        }
        let needless = Desk::oriented().does("include_family", json!({"override_motive": "au cas où"}));
        assert_eq!(needless.record.stays[0].override_motive, None, "nothing was gone over");
        for sent in [
            json!({"isolated": false}),
            json!({"benefit_code": "RSA"}),
            json!({"children": []}),
            json!({"followed_by_department": true}),
        ] {
            let desk = Desk::opened().does("receive_orientation", sent);
            let plain = desk.refusal("include_family", json!({}));
            assert_eq!(desk.refusal("include_family", json!({"override_motive": "accord"})), plain);
        }
    }

    #[test]
    fn the_first_check_that_fails_is_the_one_named() {
        let all: Value = json!({"isolated": false, "benefit_code": "RSA", "children": [],
            "followed_by_department": true});
        let desk = Desk::opened().does("receive_orientation", all);
        assert_eq!(desk.refusal("include_family", json!({})), Refusal::ParentNotIsolated {});
    }
}
