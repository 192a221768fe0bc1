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
    let situation = record.situation.as_ref();
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
