//! The family's record: one parent, the children, and everything that happened to them.
//!
//! Identity, contact, situation and household live here; the other nouns have files of their own.

mod ground;
mod household;
mod identity;

pub use ground::Ungrounded;
pub use household::{
    AddChild, ChildCorrected, ChildDeparted, CorrectChild, DeclarePregnancy, EndPregnancy, PregnancyEnded,
    RecordChildDeparture,
};
pub(super) use household::{
    add_child, at_home, born_after, correct_child, declare_pregnancy, end_pregnancy, record_child_departure,
};
pub use identity::CorrectIdentity;
pub(super) use identity::{contact, correct_identity, identity, record_contact, record_situation};

use super::aid::FinancialAid;
use super::contract::Contract;
use super::diagnosis::Diagnosis;
use super::encounter::{Encounter, Note};
use super::exit::Exit;
use super::group::Attendance;
use super::landmark::{ChildProtectionReport, EffectRating, HousingRedirect, ProfessionalReferral, ReturnToWork};
use super::orientation::{Orientation, OrientationState};
use super::panel::PanelReferral;
use super::referent::{Assignment, StandIn};
use super::retention::{DisposalProposed, FamilyErased};
use super::rights::RightsClaim;
use crate::base::calendar;
use crate::base::id::{CenterCode, ChildId, FamilyId, OrientationId, PregnancyId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
    /// What a referent proposes to do with the file, past its time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<DisposalProposed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_on: Option<NaiveDate>,
    /// The order that emptied the file: then there is nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<FamilyErased>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub panel_referrals: Vec<PanelReferral>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub professional_referrals: Vec<ProfessionalReferral>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returns_to_work: Vec<ReturnToWork>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub housing_redirects: Vec<HousingRedirect>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub child_protection_reports: Vec<ChildProtectionReport>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effect_ratings: Vec<EffectRating>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights_claims: Vec<RightsClaim>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub financial_aids: Vec<FinancialAid>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnoses: Vec<Diagnosis>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendances: Vec<Attendance>,
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

/// How to reach the parent. It can come with an orientation; it never leaves the antenna.
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
    /// Whether it was included beyond the places of its centre or of the caseload, with that motive (art. 1 and 2).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub beyond_places: bool,
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
    /// Past its time: out of the lists.
    Archived,
}

impl Contact {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same, with what another says in the place of what it says otherwise or not at all.
    #[must_use]
    pub fn completed_by(&self, other: &Self) -> Self {
        let newer = |own: &str, other: &str| if other.is_empty() { own.to_owned() } else { other.to_owned() };
        Self {
            telephone: newer(&self.telephone, &other.telephone),
            email: newer(&self.email, &other.email),
            address: newer(&self.address, &other.address),
            language: newer(&self.language, &other.language),
        }
    }
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
            proposal: None,
            archived_on: None,
            erased: None,
            panel_referrals: Vec::new(),
            professional_referrals: Vec::new(),
            returns_to_work: Vec::new(),
            housing_redirects: Vec::new(),
            child_protection_reports: Vec::new(),
            effect_ratings: Vec::new(),
            rights_claims: Vec::new(),
            financial_aids: Vec::new(),
            diagnoses: Vec::new(),
            attendances: Vec::new(),
        }
    }

    /// `SURNAME Given`, as lists show it.
    pub fn display_name(&self) -> String {
        let Identity { surname, given_name, .. } = &self.identity;
        format!("{} {given_name}", surname.to_uppercase()).trim().to_owned()
    }

    /// Where the family stands now.
    pub fn status(&self) -> FamilyStatus {
        if self.archived_on.is_some() {
            FamilyStatus::Archived
        } else if self.pending_orientation().is_some() && self.current_stay().is_none() {
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, FAMILY_ACTS, act, day};
    use crate::domain::{FamilyAct, decide, refusal::Refusal};

    #[test]
    fn nothing_is_recorded_before_the_family_is_sent() {
        let desk = Desk::opened();
        for line in FAMILY_ACTS {
            let act: FamilyAct = serde_json::from_str(line).unwrap();
            let outcome = decide(&desk.scene(), &desk.record, &act);
            match act {
                FamilyAct::ReceiveOrientation(_) => assert!(outcome.is_ok()),
                act => assert_eq!(outcome, Err(Refusal::FamilyUnknown {}), "{act:?}"),
            }
        }
    }

    #[test]
    fn the_status_follows_the_last_orientation_and_stay() {
        let refused = Desk::oriented().does("refuse_orientation", json!({}));
        let again = json!({"date": "2026-06-01"});
        let back = Desk::out().does("receive_orientation", again.clone());
        let refused_again = Desk::out().does("receive_orientation", again).does(
            "refuse_orientation",
            json!({
            "date": "2026-06-01"}),
        );
        for (desk, status) in [
            (Desk::oriented(), FamilyStatus::Oriented),
            (Desk::included(), FamilyStatus::Included),
            (Desk::out(), FamilyStatus::Out),
            (refused, FamilyStatus::Refused),
            (back, FamilyStatus::Oriented),
            (refused_again, FamilyStatus::Out),
        ] {
            assert_eq!(desk.record.status(), status);
        }
    }

    #[test]
    fn a_stay_covers_its_first_and_its_last_day() {
        let record = Desk::out().record;
        for (date, inside) in [("2026-01-14", false), ("2026-01-15", true), ("2026-06-01", true), ("2026-06-02", false)]
        {
            assert_eq!(record.stay_on(day(date)).is_some(), inside, "{date}");
        }
    }

    #[test]
    fn the_landmark_is_the_birthday_of_the_youngest_at_home_that_day() {
        let desk = Desk::included()
            .does("add_child", json!({"given_name": "Awa", "birth_date": "2025-12-01"}))
            .does("add_child", json!({"given_name": "Ali", "birth_date": "2018-05-01"}));
        let awa = desk.record.children[1].id;
        let record =
            desk.on("2026-03-01").does("record_child_departure", json!({"child": awa, "date": "2026-02-01"})).record;
        for (date, birthday) in [
            ("2017-01-01", None),
            ("2024-02-11", Some("2027-02-11")),
            ("2025-12-01", Some("2028-12-01")),
            ("2026-01-31", Some("2028-12-01")),
            ("2026-02-01", Some("2027-02-11")),
        ] {
            assert_eq!(record.landmark_birthday(day(date), 3), birthday.map(day), "on {date}");
        }
    }

    #[test]
    fn an_act_typed_with_a_member_too_many_is_not_read() {
        let act = serde_json::to_value(act("add_child", json!({}))).unwrap();
        let mut with = act.clone();
        with["nir"] = json!("255081416802538");
        assert!(serde_json::from_value::<FamilyAct>(act).is_ok());
        assert!(serde_json::from_value::<FamilyAct>(with).is_err());
    }
}
