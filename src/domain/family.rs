//! The family's record: one parent, the children, and everything that happened to them.
//!
//! Identity, contact, situation and household live here; the other nouns have files of their own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contract::Contract;
use super::encounter::{Encounter, Note};
use super::event::FamilyEvent as Event;
use super::exit::Exit;
use super::orientation::{Orientation, OrientationState};
use super::referent::{Assignment, StandIn};
use super::refusal::Refusal;
use super::{Scene, free_text, not_after_today, required};
use crate::base::calendar;
use crate::base::id::{CenterCode, ChildId, FamilyId, OrientationId, PregnancyId};

/// The whole record of one family, as its events make it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyRecord {
    pub id: FamilyId,
    pub identity: Identity,
    #[serde(default)]
    pub contact: Contact,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub situation: Option<Situation>,
    #[serde(default)]
    pub children: Vec<Child>,
    #[serde(default)]
    pub pregnancies: Vec<Pregnancy>,
    #[serde(default)]
    pub orientations: Vec<Orientation>,
    /// Times spent in the caseload, oldest first.
    #[serde(default)]
    pub stays: Vec<Stay>,
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    #[serde(default)]
    pub stand_ins: Vec<StandIn>,
    #[serde(default)]
    pub encounters: Vec<Encounter>,
    #[serde(default)]
    pub notes: Vec<Note>,
    #[serde(default)]
    pub contracts: Vec<Contract>,
}

/// Who the parent is. The social-security number is never asked or stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    pub surname: String,
    pub given_name: String,
    pub birth_date: NaiveDate,
    /// The CAF number (*matricule*), up to 15 characters: the key of the family.
    pub matricule: String,
}

/// How to reach the parent. Never leaves the antenna.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub telephone: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Languages spoken, or an interpreter needed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
}

/// The facts that art. 2 asks about, as known on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    pub date: NaiveDate,
    /// The parent lives alone with the children.
    pub isolated: bool,
    /// CNAF code of the benefit in payment.
    pub benefit_code: String,
    /// The Département's own social service already accompanies the family.
    pub followed_by_department: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Child {
    pub id: ChildId,
    pub given_name: String,
    pub birth_date: NaiveDate,
    /// First day on which the child no longer lives in the household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub departed_on: Option<NaiveDate>,
}

/// A declared pregnancy: recorded, but it does not count as a child (art. 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pregnancy {
    pub id: PregnancyId,
    pub declared_on: NaiveDate,
    pub expected_on: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
}

/// One time in the caseload, from inclusion to exit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub orientation: OrientationId,
    pub center: CenterCode,
    pub included_on: NaiveDate,
    /// Written when the inclusion went over a quota or a possible duplicate (art. 2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_motive: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit: Option<Exit>,
}

/// Where the family stands with regard to the caseload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FamilyStatus {
    /// Sent by a centre, not yet answered.
    Oriented,
    /// In the caseload.
    Included,
    /// Out of the caseload.
    Out,
    /// The orientation was refused.
    Refused,
}

impl FamilyRecord {
    /// An empty record: what events are folded into.
    pub fn new(id: FamilyId) -> Self {
        Self {
            id,
            identity: Identity::default(),
            contact: Contact::default(),
            situation: None,
            children: Vec::new(),
            pregnancies: Vec::new(),
            orientations: Vec::new(),
            stays: Vec::new(),
            assignments: Vec::new(),
            stand_ins: Vec::new(),
            encounters: Vec::new(),
            notes: Vec::new(),
            contracts: Vec::new(),
        }
    }

    /// `SURNAME Given`, as lists show it.
    pub fn display_name(&self) -> String {
        let Identity { surname, given_name, .. } = &self.identity;
        format!("{} {given_name}", surname.to_uppercase()).trim().to_owned()
    }

    /// Where the family stands now.
    pub fn status(&self) -> FamilyStatus {
        if self.pending_orientation().is_some() && self.current_stay().is_none() {
            FamilyStatus::Oriented
        } else {
            match self.stays.last() {
                Some(stay) if stay.exit.is_none() => FamilyStatus::Included,
                Some(_) => FamilyStatus::Out,
                None => FamilyStatus::Refused,
            }
        }
    }

    /// The stay that has no exit yet.
    pub fn current_stay(&self) -> Option<&Stay> {
        self.stays.last().filter(|stay| stay.exit.is_none())
    }

    /// The orientation that waits for an answer.
    pub fn pending_orientation(&self) -> Option<&Orientation> {
        self.orientations.iter().rev().find(|orientation| orientation.state == OrientationState::Pending)
    }

    /// Children living in the household on `date`, born by then.
    pub fn children_on(&self, date: NaiveDate) -> impl Iterator<Item = &Child> {
        self.children
            .iter()
            .filter(move |child| child.birth_date <= date && child.departed_on.is_none_or(|departed| date < departed))
    }

    /// The youngest child of the household on `date`.
    pub fn youngest_on(&self, date: NaiveDate) -> Option<&Child> {
        self.children_on(date).max_by_key(|child| child.birth_date)
    }

    /// The third birthday (or the convention's age) of the youngest child on `date`.
    pub fn landmark_birthday(&self, date: NaiveDate, years: u32) -> Option<NaiveDate> {
        self.youngest_on(date).map(|child| calendar::birthday(child.birth_date, years))
    }

    /// The stay that covers `date`, both ends inclusive.
    pub fn stay_on(&self, date: NaiveDate) -> Option<&Stay> {
        self.stays
            .iter()
            .rev()
            .find(|stay| stay.included_on <= date && stay.exit.as_ref().is_none_or(|exit| date <= exit.date))
    }
}

/// Replaces the identity as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectIdentity {
    pub surname: String,
    pub given_name: String,
    pub birth_date: NaiveDate,
    pub matricule: String,
}

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

/// A valid identity from what was typed.
pub(super) fn identity(
    scene: &Scene<'_>,
    surname: &str,
    given_name: &str,
    birth_date: NaiveDate,
    matricule: &str,
) -> Result<Identity, Refusal> {
    let birth_date = not_after_today("birth_date", birth_date, scene.today)?;
    Ok(Identity {
        surname: required("surname", surname)?,
        given_name: required("given_name", given_name)?,
        birth_date,
        matricule: self::matricule(matricule)?,
    })
}

/// Corrects the identity; the CAF number of another family is refused.
pub(super) fn correct_identity(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &CorrectIdentity,
) -> Result<Vec<Event>, Refusal> {
    let corrected = identity(scene, &act.surname, &act.given_name, act.birth_date, &act.matricule)?;
    if corrected.matricule != record.identity.matricule && scene.census.matricule_taken {
        return Err(Refusal::MatriculeTaken { matricule: corrected.matricule });
    }
    if corrected == record.identity {
        return Err(Refusal::NothingChanges {});
    }
    Ok(vec![Event::IdentityRecorded(corrected)])
}

pub(super) fn record_contact(record: &FamilyRecord, act: &Contact) -> Result<Vec<Event>, Refusal> {
    let contact = Contact {
        telephone: free_text("telephone", &act.telephone)?,
        email: free_text("email", &act.email)?,
        address: free_text("address", &act.address)?,
        language: free_text("language", &act.language)?,
    };
    if contact == record.contact {
        return Err(Refusal::NothingChanges {});
    }
    Ok(vec![Event::ContactRecorded(contact)])
}

pub(super) fn record_situation(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &Situation,
) -> Result<Vec<Event>, Refusal> {
    let situation = Situation {
        date: not_after_today("date", act.date, scene.today)?,
        benefit_code: required("benefit_code", &act.benefit_code)?.to_uppercase(),
        isolated: act.isolated,
        followed_by_department: act.followed_by_department,
    };
    if record.situation.as_ref() == Some(&situation) {
        return Err(Refusal::NothingChanges {});
    }
    if let Some(known) = record.situation.as_ref().filter(|known| situation.date < known.date) {
        return Err(Refusal::DateBefore { date: situation.date, earliest: known.date });
    }
    Ok(vec![Event::SituationRecorded(situation)])
}

pub(super) fn add_child(scene: &Scene<'_>, record: &FamilyRecord, act: &AddChild) -> Result<Vec<Event>, Refusal> {
    let given_name = required("given_name", &act.given_name)?;
    let birth_date = not_after_today("birth_date", act.birth_date, scene.today)?;
    if record.children.iter().any(|child| child.given_name == given_name && child.birth_date == birth_date) {
        return Err(Refusal::ChildAlreadyKnown { given_name });
    }
    Ok(vec![Event::ChildAdded(Child { id: scene.ids.fresh(), given_name, birth_date, departed_on: None })])
}

pub(super) fn correct_child(
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
    Ok(vec![Event::ChildCorrected(ChildCorrected { child: act.child, given_name, birth_date })])
}

pub(super) fn record_child_departure(
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
        return Err(Refusal::DateBefore { date, earliest: child.birth_date });
    }
    let motive = required("motive", &act.motive)?;
    Ok(vec![Event::ChildDeparted(ChildDeparted { child: act.child, date, motive })])
}

pub(super) fn declare_pregnancy(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &DeclarePregnancy,
) -> Result<Vec<Event>, Refusal> {
    let declared_on = not_after_today("date", act.date, scene.today)?;
    if record.pregnancies.iter().any(|pregnancy| pregnancy.ended_on.is_none()) {
        return Err(Refusal::PregnancyAlreadyDeclared {});
    }
    // A pregnancy lasts at most ten months: a later date is a slip of the year.
    if act.expected_on > calendar::add_months(declared_on, 10) {
        return Err(Refusal::ExpectedBirthTooFar { expected_on: act.expected_on });
    }
    let expected_on = act.expected_on;
    Ok(vec![Event::PregnancyDeclared(Pregnancy { id: scene.ids.fresh(), declared_on, expected_on, ended_on: None })])
}

pub(super) fn end_pregnancy(
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
    let mut events = vec![Event::PregnancyEnded(PregnancyEnded { pregnancy: open.id, date })];
    if !act.child_given_name.trim().is_empty() {
        let birth = AddChild { given_name: act.child_given_name.clone(), birth_date: date };
        events.extend(add_child(scene, record, &birth)?);
    }
    Ok(events)
}

fn child(record: &FamilyRecord, id: ChildId) -> Result<&Child, Refusal> {
    record.children.iter().find(|child| child.id == id).ok_or(Refusal::ChildUnknown {})
}

/// A valid CAF number: 1 to 15 letters or digits, and not a social-security number.
fn matricule(typed: &str) -> Result<String, Refusal> {
    let text: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    if text.is_empty() {
        return Err(Refusal::FieldEmpty { field: "matricule" });
    }
    if super::looks_like_nir(&text) {
        return Err(Refusal::NirIsNeverStored { field: "matricule" });
    }
    if text.chars().count() > 15 || !text.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(Refusal::MatriculeMalformed { matricule: text });
    }
    Ok(text)
}
