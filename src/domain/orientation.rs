//! Orientation by a solidarity centre and inclusion in the caseload, with every check of art. 2.

mod census;
mod checks;

pub use census::Census;
use checks::failed;
pub use checks::{Check, CheckFact, CheckRule, inclusion_checks};

use super::event::FamilyEvent as Event;
use super::family::{self, AddChild, Child, Contact, FamilyRecord, Situation, Stay};
use super::referent::Assignment;
use super::refusal::Refusal;
use super::{Scene, named, not_after_today, required};
use crate::base::calendar;
use crate::base::fold::fold;
use crate::base::id::{CenterCode, OrientationId, ReferentId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

impl Orientation {
    /// The day of its answer, or its own while it waits.
    pub fn last_word(&self) -> NaiveDate {
        match self.state {
            OrientationState::Pending => self.date,
            OrientationState::Included { date } | OrientationState::Refused { date, .. } => date,
        }
    }
}

/// Takes in the sending of a family; on a known family, its coming back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiveOrientation {
    /// The id that the Département gave it; absent when the antenna enters it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<OrientationId>,
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
    /// How to reach her, as far as the sender says; apart, for few acts have it.
    #[serde(default, skip_serializing_if = "Contact::is_empty")]
    pub contact: Box<Contact>,
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

pub(super) fn receive(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &ReceiveOrientation,
) -> Result<Vec<Event>, Refusal> {
    if act.id.is_some_and(|id| record.orientations.iter().any(|known| known.id == id)) {
        return Err(Refusal::OrientationAlreadyReceived {});
    }
    if record.pending_orientation().is_some() {
        return Err(Refusal::OrientationAlreadyPending {});
    }
    if record.current_stay().is_some() {
        return Err(Refusal::FamilyAlreadyIncluded {});
    }
    let unknown = || Refusal::CenterUnknown { center: act.center.to_string() };
    let center = scene.antenna.center(&act.center).ok_or_else(unknown)?;
    if let Some(from) = center.closed_from.filter(|from| *from <= act.date) {
        return Err(Refusal::CenterIsClosed { center: center.name.clone(), from });
    }
    let date = not_after_today("date", act.date, scene.today)?;
    if let Some(exit) = record.stays.last().and_then(|stay| stay.exit.as_ref()).filter(|exit| date < exit.date) {
        return Err(Refusal::DateBefore { field: "date", date, earliest: exit.date });
    }
    let identity = family::identity(scene, &act.surname, &act.given_name, act.birth_date, &act.matricule)?;
    for child in &record.children {
        family::born_after("birth_date", child.birth_date, identity.birth_date)?;
    }
    let new = record.orientations.is_empty();
    if scene.census.matricule_taken && (new || identity.matricule != record.identity.matricule) {
        return Err(Refusal::MatriculeTaken { matricule: identity.matricule });
    }
    let mut events = vec![Event::OrientationReceived(Orientation {
        id: act.id.unwrap_or_else(|| scene.ids.fresh()),
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
        let given_name = named("children", &child.given_name)?;
        let birth_date = not_after_today("children", child.birth_date, scene.today)?;
        family::born_after("children", birth_date, act.birth_date)?;
        let name = fold(&given_name);
        let same = |other: &AddChild| fold(other.given_name.trim()) == name && other.birth_date == birth_date;
        let repeated = act.children.iter().take(position).any(same);
        let known = family::at_home(record, &given_name, birth_date).is_some();
        if repeated {
            return Err(Refusal::ChildAlreadyKnown { given_name });
        }
        if !known {
            events.push(Event::ChildAdded(Child { id: scene.ids.fresh(), given_name, birth_date, departed_on: None }));
        }
    }
    // What the antenna knows already stays where the sender says nothing.
    let contact = record.contact.completed_by(&family::contact(&act.contact)?);
    if contact != record.contact {
        events.push(Event::ContactRecorded(contact));
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
    // The day of the exit is the last of the stay before: no day belongs to two stays.
    if let Some(exit) = record.stays.last().and_then(|stay| stay.exit.as_ref()).filter(|exit| date <= exit.date) {
        return Err(Refusal::DateBefore { field: "date", date, earliest: calendar::add_days(exit.date, 1) });
    }
    scene.referent_on(act.referent, date)?;
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
        return Err(Refusal::DateBefore { field: "date", date, earliest: orientation.date });
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
        beyond_places: included.checks.iter().any(|check| !check.passed && check.rule.is_of_places()),
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::family::FamilyStatus;
    use crate::domain::testing::{Desk, MOREAU, day};

    #[test]
    fn an_orientation_records_who_was_sent_by_whom_and_with_which_children() {
        let mut desk = Desk::opened();
        let kinds = desk.act("receive_orientation", json!({"surname": " Diarra ", "benefit_code": "rsi "}));
        assert_eq!(kinds, ["orientation-received", "identity-recorded", "situation-recorded", "child-added"]);
        assert_eq!(desk.record.status(), FamilyStatus::Oriented);
        let orientation = &desk.record.orientations[0];
        assert_eq!((orientation.center.as_str(), orientation.date), ("melun", day("2026-01-10")));
        assert_eq!(orientation.state, OrientationState::Pending);
        assert_eq!(desk.record.identity.surname, "Diarra");
        let situation = desk.record.situation.unwrap();
        assert_eq!((situation.date, situation.benefit_code.as_str()), (day("2026-01-10"), "RSI"));
    }

    #[test]
    fn how_to_reach_the_parent_comes_with_the_orientation_and_completes_what_is_known() {
        let mut desk = Desk::opened();
        let kinds = desk
            .act("receive_orientation", json!({"contact": {"telephone": " 06 39 98 00 01 ", "language": "soninké"}}));
        assert_eq!(kinds.last(), Some(&"contact-recorded"));
        assert_eq!(desk.record.contact.telephone, "06 39 98 00 01");
        let mut desk = Desk::out().on("2026-09-01");
        desk.act("record_contact", json!({"telephone": "06 39 98 00 01", "address": "4 rue des Essais"}));
        desk.act("receive_orientation", json!({"date": "2026-09-01", "contact": {"address": "9 rue Neuve"}}));
        let contact = &desk.record.contact;
        assert_eq!((contact.telephone.as_str(), contact.address.as_str()), ("06 39 98 00 01", "9 rue Neuve"));
        let silent = Desk::opened().tries("receive_orientation", json!({"contact": {}})).unwrap();
        assert!(silent.iter().all(|event| event.kind() != "contact-recorded"));
    }

    #[test]
    fn an_inclusion_names_its_referent_and_answers_the_orientation() {
        let mut desk = Desk::oriented();
        assert_eq!(desk.act("include_family", json!({})), ["family-included", "referent-assigned"]);
        assert_eq!(desk.record.status(), FamilyStatus::Included);
        let included = OrientationState::Included { date: day("2026-01-15") };
        assert_eq!(desk.record.orientations[0].state, included);
        let stay = desk.record.current_stay().unwrap();
        assert_eq!((stay.center.as_str(), stay.included_on), ("melun", day("2026-01-15")));
        assert_eq!(desk.record.referent_on(day("2026-01-15")), Some(MOREAU.parse().unwrap()));
        assert_eq!(desk.record.referent_on(day("2026-01-14")), None);
    }

    #[test]
    fn a_family_that_comes_back_keeps_a_parent_older_than_its_children() {
        let desk = Desk::out().on("2026-09-01");
        let (child, parent) = (day("2024-02-11"), day("2024-01-01"));
        let sent = json!({"date": "2026-09-01", "birth_date": "2024-01-01", "children": []});
        let young = Refusal::ParentTooYoung { field: "birth_date", child, parent, years: 12 };
        assert_eq!(desk.refusal("receive_orientation", sent), young);
        let sent = json!({"date": "2026-09-01", "birth_date": "1998-04-05", "children": []});
        assert!(desk.tries("receive_orientation", sent).is_ok());
    }

    #[test]
    fn one_child_whose_name_is_written_in_two_ways_is_not_received_twice() {
        let twice = |name: &str, other: &str| {
            json!({"children": [{"given_name": name, "birth_date": "2024-02-11"},
                {"given_name": other, "birth_date": "2024-02-11"}]})
        };
        let refused = Desk::opened().refusal("receive_orientation", twice("Awa", "AWA"));
        assert_eq!(refused, Refusal::ChildAlreadyKnown { given_name: "AWA".into() });
        let refused = Desk::opened().refusal("receive_orientation", twice("Éa", " Ea "));
        assert_eq!(refused, Refusal::ChildAlreadyKnown { given_name: "Ea".into() });
        assert!(Desk::opened().tries("receive_orientation", twice("Awa", "Ali")).is_ok(), "twins");
    }

    #[test]
    fn a_family_can_be_included_on_the_day_of_its_orientation_and_not_in_the_future() {
        let desk = Desk::oriented();
        assert!(desk.tries("include_family", json!({"date": "2026-01-10"})).is_ok());
        let tomorrow = desk.refusal("include_family", json!({"date": "2026-01-16"}));
        assert_eq!(tomorrow, Refusal::DateInFuture { field: "date", date: day("2026-01-16") });
    }

    #[test]
    fn a_refused_orientation_keeps_its_motive_and_the_family_can_be_sent_again() {
        let desk = Desk::oriented();
        assert_eq!(desk.refusal("refuse_orientation", json!({"motive": " "})), Refusal::FieldEmpty { field: "motive" });
        let desk = desk.does("refuse_orientation", json!({}));
        let refused = OrientationState::Refused { date: day("2026-01-15"), motive: "vit en couple".into() };
        assert_eq!(desk.record.orientations[0].state, refused);
        assert_eq!(desk.record.status(), FamilyStatus::Refused);
        assert_eq!(desk.refusal("refuse_orientation", json!({})), Refusal::NoOrientationPending {});
        let desk = desk.does("receive_orientation", json!({"date": "2026-01-15"})).does("include_family", json!({}));
        assert_eq!(desk.record.status(), FamilyStatus::Included);
        assert_eq!(desk.record.orientations[0].state, refused);
    }

    #[test]
    fn a_family_that_comes_back_keeps_its_record() {
        let mut desk = Desk::out().on("2026-09-01");
        let kinds = desk.act("receive_orientation", json!({"center": "meaux", "date": "2026-09-01"}));
        assert_eq!(kinds, ["orientation-received", "situation-recorded"], "neither identity nor child changed");
        assert_eq!(desk.record.status(), FamilyStatus::Oriented);
        let desk = desk.does("include_family", json!({"date": "2026-09-01"}));
        let stays: Vec<_> = desk.record.stays.iter().map(|stay| stay.center.as_str()).collect();
        assert_eq!(stays, ["melun", "meaux"]);
        assert_eq!(desk.record.stay_on(day("2026-06-01")).unwrap().center.as_str(), "melun");
        assert_eq!(desk.record.stay_on(day("2026-06-02")), None);
        assert_eq!(desk.record.stay_on(day("2026-09-01")).unwrap().center.as_str(), "meaux");
    }

    #[test]
    fn no_day_belongs_to_two_stays() {
        let desk = Desk::out();
        let early = desk.refusal("receive_orientation", json!({"date": "2026-05-31"}));
        assert_eq!(early, Refusal::DateBefore { field: "date", date: day("2026-05-31"), earliest: day("2026-06-01") });
        let desk = desk.on("2026-06-02").does("receive_orientation", json!({"date": "2026-06-01"}));
        let same_day = desk.refusal("include_family", json!({"date": "2026-06-01"}));
        assert_eq!(
            same_day,
            Refusal::DateBefore { field: "date", date: day("2026-06-01"), earliest: day("2026-06-02") }
        );
        assert!(desk.tries("include_family", json!({"date": "2026-06-02"})).is_ok());
    }

    #[test]
    fn a_child_is_recorded_once_and_again_when_it_comes_back() {
        let child = |name: &str| json!({"given_name": name, "birth_date": "2024-02-11"});
        let twice = json!({"children": [child("Awa"), child(" Awa ")]});
        let refused = Desk::opened().refusal("receive_orientation", twice);
        assert_eq!(refused, Refusal::ChildAlreadyKnown { given_name: "Awa".into() });
        let twins = Desk::opened().does("receive_orientation", json!({"children": [child("Awa"), child("Ali")]}));
        assert_eq!(twins.record.children.len(), 2);

        let desk = Desk::included();
        let gone = json!({"child": desk.record.children[0].id, "date": "2026-01-15"});
        let desk = desk.does("record_child_departure", gone).on("2026-06-01").does("exit_family", json!({}));
        let desk = desk.does("receive_orientation", json!({"date": "2026-06-01"}));
        let departed: Vec<_> = desk.record.children.iter().map(|child| child.departed_on).collect();
        assert_eq!(departed, [Some(day("2026-01-15")), None]);
    }

    #[test]
    fn the_caf_number_of_another_family_is_refused_and_ones_own_is_not() {
        let mut desk = Desk::out();
        desk.census.matricule_taken = true;
        assert!(desk.tries("receive_orientation", json!({"date": "2026-06-01"})).is_ok());
        let other = desk.refusal("receive_orientation", json!({"date": "2026-06-01", "matricule": "7654321"}));
        assert_eq!(other, Refusal::MatriculeTaken { matricule: "7654321".into() });
    }
}
