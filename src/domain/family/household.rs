//! The household: children who join, are corrected or leave, and pregnancies, which do not count as children (art. 2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Child, FamilyRecord, Pregnancy};
use crate::base::calendar;
use crate::base::fold::fold;
use crate::base::id::{ChildId, PregnancyId};
use crate::domain::event::FamilyEvent as Event;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, named, not_after_today, required};

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
    let given_name = named("given_name", &act.given_name)?;
    let birth_date = not_after_today("birth_date", act.birth_date, scene.today)?;
    born_after("birth_date", birth_date, record.identity.birth_date)?;
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
    let given_name = named("given_name", &act.given_name)?;
    let birth_date = not_after_today("birth_date", act.birth_date, scene.today)?;
    born_after("birth_date", birth_date, record.identity.birth_date)?;
    if child.given_name == given_name && child.birth_date == birth_date {
        return Err(Refusal::NothingChanges {});
    }
    if let Some(departed_on) = child.departed_on.filter(|departed_on| *departed_on < birth_date) {
        return Err(Refusal::ChildDepartedBeforeBirth { departed_on });
    }
    if at_home(record, &given_name, birth_date).is_some_and(|other| other.id != child.id) {
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

/// Nobody younger is taken for a parent.
const YOUNGEST_PARENT: u32 = 12;

/// A child is born after the parent, who is no child then: of two dates of birth, one has a slip of the year, or both were exchanged.
pub(in crate::domain) fn born_after(field: &'static str, child: NaiveDate, parent: NaiveDate) -> Result<(), Refusal> {
    if child <= parent {
        return Err(Refusal::ChildBornBeforeParent { field, child, parent });
    }
    if child < calendar::birthday(parent, YOUNGEST_PARENT) {
        return Err(Refusal::ParentTooYoung { field, child, parent, years: YOUNGEST_PARENT });
    }
    Ok(())
}

/// The child of this name and birth date who still lives in the household; one who left may come back as a new one.
pub(in crate::domain) fn at_home<'r>(
    record: &'r FamilyRecord,
    given_name: &str,
    birth_date: NaiveDate,
) -> Option<&'r Child> {
    let same = |child: &&Child| fold(&child.given_name) == fold(given_name) && child.birth_date == birth_date;
    record.children.iter().filter(|child| child.departed_on.is_none()).find(same)
}

fn child(record: &FamilyRecord, id: ChildId) -> Result<&Child, Refusal> {
    record.children.iter().find(|child| child.id == id).ok_or(Refusal::ChildUnknown {})
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    #[test]
    fn a_child_joins_until_the_day_itself_and_only_once() {
        let desk = Desk::included();
        let birth = |date: &str| json!({"given_name": " Awa ", "birth_date": date});
        let tomorrow = desk.refusal("add_child", birth("2026-01-16"));
        assert_eq!(tomorrow, Refusal::DateInFuture { field: "birth_date", date: day("2026-01-16") });
        let desk = desk.does("add_child", birth("2026-01-15"));
        assert_eq!(desk.record.children[1].given_name, "Awa");
        assert_eq!(
            desk.refusal("add_child", birth("2026-01-15")),
            Refusal::ChildAlreadyKnown { given_name: "Awa".into() }
        );
        assert!(desk.tries("add_child", birth("2026-01-14")).is_ok(), "another birth date is another child");
        assert!(desk.tries("add_child", json!({"given_name": "Ali", "birth_date": "2026-01-15"})).is_ok(), "a twin");
    }

    #[test]
    fn a_correction_never_makes_two_children_one() {
        let desk = Desk::included().does("add_child", json!({"given_name": "Awa", "birth_date": "2025-03-01"}));
        let awa = desk.record.children[1].id;
        let corrected = |name: &str, birth: &str| json!({"child": awa, "given_name": name, "birth_date": birth});
        let as_it_is = desk.refusal("correct_child", corrected(" Awa", "2025-03-01"));
        assert_eq!(as_it_is, Refusal::NothingChanges {});
        let as_another = desk.refusal("correct_child", corrected("Moussa", "2024-02-11"));
        assert_eq!(as_another, Refusal::ChildAlreadyKnown { given_name: "Moussa".into() });
        let desk = desk.does("correct_child", corrected("Awa", "2025-03-02"));
        assert_eq!(desk.record.children[1].birth_date, day("2025-03-02"));
        assert_eq!(desk.record.children[0].given_name, "Moussa");
    }

    #[test]
    fn a_child_leaves_on_a_day_from_its_birth_to_today() {
        let desk = Desk::included();
        let moussa = desk.record.children[0].id;
        let left = |date: &str| json!({"child": moussa, "date": date});
        for (date, refusal) in [
            ("2026-01-16", Refusal::DateInFuture { field: "date", date: day("2026-01-16") }),
            ("2024-02-10", Refusal::DateBefore { field: "date", date: day("2024-02-10"), earliest: day("2024-02-11") }),
        ] {
            assert_eq!(desk.refusal("record_child_departure", left(date)), refusal);
        }
        assert!(desk.tries("record_child_departure", left("2024-02-11")).is_ok(), "on the day of its birth");
        let unmotivated = json!({"child": moussa, "date": "2026-01-10", "motive": ""});
        assert_eq!(desk.refusal("record_child_departure", unmotivated), Refusal::FieldEmpty { field: "motive" });
        let desk = desk.does("record_child_departure", left("2026-01-10"));
        assert_eq!(desk.record.children_on(day("2026-01-09")).count(), 1);
        assert_eq!(desk.record.children_on(day("2026-01-10")).count(), 0, "the first day away");
        assert_eq!(desk.record.youngest_on(day("2024-02-10")), None, "before its birth");
        let born = |date: &str| json!({"child": moussa, "given_name": "Moussa", "birth_date": date});
        let after = desk.refusal("correct_child", born("2026-01-11"));
        assert_eq!(after, Refusal::ChildDepartedBeforeBirth { departed_on: day("2026-01-10") });
        assert!(desk.tries("correct_child", born("2026-01-10")).is_ok(), "it left on the day of its birth");
    }

    #[test]
    fn an_expected_birth_is_from_a_month_before_to_ten_months_after_the_declaration() {
        for (declared, expected, accepted) in [
            ("2026-01-15", "2025-12-14", false),
            ("2026-01-15", "2025-12-15", true),
            ("2026-01-15", "2026-11-15", true),
            ("2026-01-15", "2026-11-16", false),
            // Ten months after the last of April, clamped.
            ("2025-04-30", "2026-02-28", true),
            ("2025-04-30", "2026-03-01", false),
        ] {
            let declared = json!({"date": declared, "expected_on": expected});
            assert_eq!(Desk::included().tries("declare_pregnancy", declared.clone()).is_ok(), accepted, "{declared}");
        }
    }

    #[test]
    fn one_pregnancy_is_declared_at_a_time_and_its_end_can_bring_a_child() {
        let desk = Desk::included().does("declare_pregnancy", json!({"date": "2026-01-15"})).on("2026-07-01");
        let declared_on = Refusal::DateBefore { field: "date", date: day("2026-01-14"), earliest: day("2026-01-15") };
        assert_eq!(desk.refusal("end_pregnancy", json!({"date": "2026-01-14"})), declared_on);
        let mut born = desk;
        assert_eq!(born.act("end_pregnancy", json!({})), ["pregnancy-ended", "child-added"]);
        let awa = &born.record.children[1];
        assert_eq!((awa.given_name.as_str(), awa.birth_date), ("Awa", day("2026-07-01")));
        assert_eq!(born.record.pregnancies[0].ended_on, Some(day("2026-07-01")));
        assert_eq!(born.refusal("end_pregnancy", json!({})), Refusal::NoPregnancyDeclared {});
        let again = json!({"date": "2026-07-01", "expected_on": "2027-03-01"});
        let mut ended = born.does("declare_pregnancy", again);
        assert_eq!(ended.act("end_pregnancy", json!({"child_given_name": " "})), ["pregnancy-ended"]);
        assert_eq!(ended.record.children.len(), 2);
    }

    #[test]
    fn a_birth_already_recorded_is_refused_with_the_end_of_the_pregnancy() {
        let desk = Desk::included()
            .does("declare_pregnancy", json!({"date": "2026-01-15"}))
            .on("2026-07-01")
            .does("add_child", json!({"given_name": "Awa", "birth_date": "2026-07-01"}));
        let refused = desk.refusal("end_pregnancy", json!({}));
        assert_eq!(refused, Refusal::ChildAlreadyKnown { given_name: "Awa".into() });
        assert!(desk.tries("end_pregnancy", json!({"child_given_name": null})).is_ok());
    }
}
