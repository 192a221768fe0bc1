//! Orientation by a solidarity centre and inclusion in the caseload, with every check of art. 2.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::convention::Convention;
use super::event::FamilyEvent as Event;
use super::family::{self, AddChild, Child, FamilyRecord, Situation, Stay};
use super::referent::Assignment;
use super::refusal::Refusal;
use super::{Scene, not_after_today, required};
use crate::base::id::{CenterCode, FamilyId, OrientationId, ReferentId};

/// The sending of a family by a solidarity centre (art. 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Orientation {
    pub id: OrientationId,
    pub center: CenterCode,
    pub date: NaiveDate,
    /// The document that it came with.
    pub document: String,
    pub state: OrientationState,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum OrientationState {
    /// Waits for inclusion or refusal.
    Pending,
    Included {
        date: NaiveDate,
    },
    Refused {
        date: NaiveDate,
        motive: String,
    },
}

/// Takes in the sending of a family; on a known family, its coming back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiveOrientation {
    pub center: CenterCode,
    pub date: NaiveDate,
    pub document: String,
    pub surname: String,
    pub given_name: String,
    pub birth_date: NaiveDate,
    pub matricule: String,
    #[serde(default)]
    pub children: Vec<AddChild>,
    pub isolated: bool,
    pub benefit_code: String,
    pub followed_by_department: bool,
}

/// Takes the family into the caseload when every check of art. 2 passes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncludeFamily {
    pub date: NaiveDate,
    pub referent: ReferentId,
    /// Required to go over a quota or a possible duplicate; kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub override_motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefuseOrientation {
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrientationRefused {
    pub orientation: OrientationId,
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyIncluded {
    pub orientation: OrientationId,
    pub center: CenterCode,
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_motive: Option<String>,
    pub checks: Vec<Check>,
}

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
    let center = scene.antenna.center(&orientation.center);
    let center_places = center.and_then(|center| center.places).unwrap_or(convention.caseload.places_per_center);
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

pub(super) fn receive(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &ReceiveOrientation,
) -> Result<Vec<Event>, Refusal> {
    if record.pending_orientation().is_some() {
        return Err(Refusal::OrientationAlreadyPending {});
    }
    if record.current_stay().is_some() {
        return Err(Refusal::FamilyAlreadyIncluded {});
    }
    if scene.antenna.center(&act.center).is_none() {
        return Err(Refusal::CenterUnknown { center: act.center.to_string() });
    }
    let date = not_after_today("date", act.date, scene.today)?;
    if let Some(exit) = record.stays.last().and_then(|stay| stay.exit.as_ref()).filter(|exit| date < exit.date) {
        return Err(Refusal::DateBefore { date, earliest: exit.date });
    }
    let identity = family::identity(scene, &act.surname, &act.given_name, act.birth_date, &act.matricule)?;
    let new = record.orientations.is_empty();
    if scene.census.matricule_taken && (new || identity.matricule != record.identity.matricule) {
        return Err(Refusal::MatriculeTaken { matricule: identity.matricule });
    }
    let mut events = vec![Event::OrientationReceived(Orientation {
        id: scene.ids.fresh(),
        center: act.center.clone(),
        date,
        document: required("document", &act.document)?,
        state: OrientationState::Pending,
    })];
    if identity != record.identity {
        events.push(Event::IdentityRecorded(identity));
    }
    let situation = Situation {
        date,
        isolated: act.isolated,
        benefit_code: required("benefit_code", &act.benefit_code)?.to_uppercase(),
        followed_by_department: act.followed_by_department,
    };
    events.push(Event::SituationRecorded(situation));
    for (position, child) in act.children.iter().enumerate() {
        let given_name = required("children", &child.given_name)?;
        let birth_date = not_after_today("children", child.birth_date, scene.today)?;
        let same = |name: &str, birth: NaiveDate| name == given_name && birth == birth_date;
        let repeated = act.children.iter().take(position).any(|other| same(other.given_name.trim(), other.birth_date));
        let known = record.children.iter().any(|child| same(&child.given_name, child.birth_date));
        if repeated {
            return Err(Refusal::ChildAlreadyKnown { given_name });
        }
        if !known {
            events.push(Event::ChildAdded(Child { id: scene.ids.fresh(), given_name, birth_date, departed_on: None }));
        }
    }
    Ok(events)
}

pub(super) fn include(scene: &Scene<'_>, record: &FamilyRecord, act: &IncludeFamily) -> Result<Vec<Event>, Refusal> {
    if record.current_stay().is_some() {
        return Err(Refusal::FamilyAlreadyIncluded {});
    }
    let orientation = record.pending_orientation().ok_or(Refusal::NoOrientationPending {})?;
    let date = not_after_today("date", act.date, scene.today)?;
    if date < orientation.date {
        return Err(Refusal::InclusionBeforeOrientation { date, orientation: orientation.date });
    }
    scene.referent_on("referent", act.referent, date)?;
    let checks = inclusion_checks(scene, record, orientation, date)?;
    let motive = super::free_text("override_motive", &act.override_motive)?;
    for check in checks.iter().filter(|check| !check.passed) {
        if !check.rule.overridable() || motive.is_empty() {
            return Err(failed(check, scene.convention(date)?, date));
        }
    }
    let overridden = checks.iter().any(|check| !check.passed);
    let included = FamilyIncluded {
        orientation: orientation.id,
        center: orientation.center.clone(),
        date,
        override_motive: overridden.then_some(motive),
        checks,
    };
    let assigned = Assignment { referent: act.referent, from: date, motive: String::new() };
    Ok(vec![Event::FamilyIncluded(included), Event::ReferentAssigned(assigned)])
}

pub(super) fn refuse(scene: &Scene<'_>, record: &FamilyRecord, act: &RefuseOrientation) -> Result<Vec<Event>, Refusal> {
    let orientation = record.pending_orientation().ok_or(Refusal::NoOrientationPending {})?;
    let date = not_after_today("date", act.date, scene.today)?;
    if date < orientation.date {
        return Err(Refusal::DateBefore { date, earliest: orientation.date });
    }
    let motive = required("motive", &act.motive)?;
    Ok(vec![Event::OrientationRefused(OrientationRefused { orientation: orientation.id, date, motive })])
}

pub(super) fn evolve_included(record: &mut FamilyRecord, included: &FamilyIncluded) {
    answer(record, included.orientation, OrientationState::Included { date: included.date });
    record.stays.push(Stay {
        orientation: included.orientation,
        center: included.center.clone(),
        included_on: included.date,
        override_motive: included.override_motive.clone(),
        exit: None,
    });
}

pub(super) fn evolve_refused(record: &mut FamilyRecord, refused: &OrientationRefused) {
    let state = OrientationState::Refused { date: refused.date, motive: refused.motive.clone() };
    answer(record, refused.orientation, state);
}

fn answer(record: &mut FamilyRecord, id: OrientationId, state: OrientationState) {
    if let Some(orientation) = record.orientations.iter_mut().find(|orientation| orientation.id == id) {
        orientation.state = state;
    }
}

/// The refusal that a failed check amounts to.
fn failed(check: &Check, convention: &Convention, date: NaiveDate) -> Refusal {
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

/// What the rest of the antenna's caseload says about one family: the only facts from outside its record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// Families now in the caseload.
    pub taken: u32,
    /// Of those, families oriented by this family's centre.
    pub taken_by_center: u32,
    /// Another family already bears the CAF number typed.
    pub matricule_taken: bool,
    /// Families that may be the same one: near name and same birth date.
    pub candidates: Vec<FamilyId>,
}
