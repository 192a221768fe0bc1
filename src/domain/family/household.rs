//! The household: children who join, are corrected or leave, and pregnancies, which do not count as children (art. 2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Child, FamilyRecord, Pregnancy};
use crate::base::calendar;
use crate::base::id::{ChildId, PregnancyId};
use crate::domain::event::FamilyEvent as Event;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, not_after_today, required};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddChild {
    pub given_name: String,
    pub birth_date: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectChild {
    pub child: ChildId,
    pub given_name: String,
    pub birth_date: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordChildDeparture {
    pub child: ChildId,
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclarePregnancy {
    pub date: NaiveDate,
    pub expected_on: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndPregnancy {
    /// The one declared when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pregnancy: Option<PregnancyId>,
    pub date: NaiveDate,
    /// Given name of the child born, when one was; it joins the household on that date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub child_given_name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildCorrected {
    pub child: ChildId,
    pub given_name: String,
    pub birth_date: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildDeparted {
    pub child: ChildId,
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PregnancyEnded {
    pub pregnancy: PregnancyId,
    pub date: NaiveDate,
}

pub(in crate::domain) fn add_child(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &AddChild,
) -> Result<Vec<Event>, Refusal> {
    let given_name = required("given_name", &act.given_name)?;
    let birth_date = not_after_today("birth_date", act.birth_date, scene.today)?;
    if at_home(record, &given_name, birth_date).is_some() {
        return Err(Refusal::ChildAlreadyKnown { given_name });
    }
    Ok(vec![Event::ChildAdded(Child { id: scene.ids.fresh(), given_name, birth_date, departed_on: None })])
}

pub(in crate::domain) fn correct_child(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &CorrectChild,
) -> Result<Vec<Event>, Refusal> {
    let child = child(record, act.child)?;
    let given_name = required("given_name", &act.given_name)?;
    let birth_date = not_after_today("birth_date", act.birth_date, scene.today)?;
    if child.given_name == given_name && child.birth_date == birth_date {
        return Err(Refusal::NothingChanges {});
    }
    if at_home(record, &given_name, birth_date).is_some_and(|other| other.id != act.child) {
        return Err(Refusal::ChildAlreadyKnown { given_name });
    }
    Ok(vec![Event::ChildCorrected(ChildCorrected { child: act.child, given_name, birth_date })])
}

pub(in crate::domain) fn record_child_departure(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RecordChildDeparture,
) -> Result<Vec<Event>, Refusal> {
    let child = child(record, act.child)?;
    let date = not_after_today("date", act.date, scene.today)?;
    if child.departed_on.is_some() {
        return Err(Refusal::ChildAlreadyDeparted { given_name: child.given_name.clone() });
    }
    if date < child.birth_date {
        return Err(Refusal::DateBefore { field: "date", date, earliest: child.birth_date });
    }
    let motive = required("motive", &act.motive)?;
    Ok(vec![Event::ChildDeparted(ChildDeparted { child: act.child, date, motive })])
}

pub(in crate::domain) fn declare_pregnancy(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &DeclarePregnancy,
) -> Result<Vec<Event>, Refusal> {
    let declared_on = not_after_today("date", act.date, scene.today)?;
    if record.pregnancies.iter().any(|pregnancy| pregnancy.ended_on.is_none()) {
        return Err(Refusal::PregnancyAlreadyDeclared {});
    }
    // A pregnancy lasts at most ten months and goes little over its term: another date is a slip of the year.
    let plausible = calendar::sub_months(declared_on, 1)..=calendar::add_months(declared_on, 10);
    if !plausible.contains(&act.expected_on) {
        return Err(Refusal::ExpectedBirthTooFar { expected_on: act.expected_on });
    }
    let expected_on = act.expected_on;
    Ok(vec![Event::PregnancyDeclared(Pregnancy { id: scene.ids.fresh(), declared_on, expected_on, ended_on: None })])
}

pub(in crate::domain) fn end_pregnancy(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &EndPregnancy,
) -> Result<Vec<Event>, Refusal> {
    let open = record
        .pregnancies
        .iter()
        .filter(|pregnancy| pregnancy.ended_on.is_none())
        .find(|pregnancy| act.pregnancy.is_none_or(|id| id == pregnancy.id))
        .ok_or(Refusal::NoPregnancyDeclared {})?;
    let date = not_after_today("date", act.date, scene.today)?;
    if date < open.declared_on {
        return Err(Refusal::DateBefore { field: "date", date, earliest: open.declared_on });
    }
    let mut events = vec![Event::PregnancyEnded(PregnancyEnded { pregnancy: open.id, date })];
    if !act.child_given_name.trim().is_empty() {
        let birth = AddChild { given_name: act.child_given_name.clone(), birth_date: date };
        events.extend(add_child(scene, record, &birth)?);
    }
    Ok(events)
}

/// The child of this name and birth date who still lives in the household; one who left may come back as a new one.
pub(in crate::domain) fn at_home<'r>(
    record: &'r FamilyRecord,
    given_name: &str,
    birth_date: NaiveDate,
) -> Option<&'r Child> {
    let same = |child: &&Child| child.given_name == given_name && child.birth_date == birth_date;
    record.children.iter().filter(|child| child.departed_on.is_none()).find(same)
}

fn child(record: &FamilyRecord, id: ChildId) -> Result<&Child, Refusal> {
    record.children.iter().find(|child| child.id == id).ok_or(Refusal::ChildUnknown {})
}
