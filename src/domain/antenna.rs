//! The antenna: its referents, the solidarity centres that orient families to it, and its convention's versions.

mod center;
mod correction;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::closure::{self, ClosePeriod, ClosedPeriod, PeriodFigures};
use super::convention::{self, Convention, in_force};
use super::event::AntennaEvent as Event;
use super::group::{self, AddGroupSession, CancelGroupSession, GroupAction, PlanGroupAction};
use super::partnership::{self, NotePartnership, PartnershipNote};
use super::refusal::Refusal;
use super::steering::{self, CloseTopic, FollowTopic, RaiseTopic, SteeringTopic};
use super::{named, plausible, required};
use crate::base::id::{AntennaId, CenterCode, IdSource, ReferentId};
pub use center::{ChangeCenter, CloseCenter};
pub use correction::CorrectReferent;

/// Everything that belongs to the antenna and to no family.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AntennaRecord {
    pub id: Option<AntennaId>,
    pub name: String,
    pub department: String,
    pub referents: Vec<Referent>,
    pub centers: Vec<SolidarityCenter>,
    pub conventions: Vec<Convention>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_actions: Vec<GroupAction>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<SteeringTopic>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partnership_notes: Vec<PartnershipNote>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed_periods: Vec<ClosedPeriod>,
}

/// What an act of the antenna is decided with, beside its record.
#[derive(Clone, Copy)]
pub struct AntennaScene<'a> {
    pub today: NaiveDate,
    pub ids: &'a IdSource,
    /// The figures of the period that is to be closed, as they are now; of no other act.
    pub figures: &'a PeriodFigures,
}

/// An *agent de développement social* (art. 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referent {
    pub id: ReferentId,
    pub name: String,
    pub since: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "ReferentRole::is_usual")]
    pub role: ReferentRole,
}

/// What somebody does at the antenna. Everybody who has a key records acts; who follows families is told apart (art. 3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferentRole {
    /// An *agent de développement social*, who follows families.
    #[default]
    Referent,
    /// Answers for the antenna before the Département, and may follow families.
    Lead,
    /// Supports the others: records what they did, and follows nobody.
    Support,
}

impl ReferentRole {
    pub const ALL: [Self; 3] = [Self::Referent, Self::Lead, Self::Support];

    /// Whether a family can be given to somebody of this role.
    pub fn follows(self) -> bool {
        match self {
            Self::Referent | Self::Lead => true,
            Self::Support => false,
        }
    }

    /// The message that names it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Referent => "role-referent",
            Self::Lead => "role-lead",
            Self::Support => "role-support",
        }
    }

    fn is_usual(&self) -> bool {
        *self == Self::Referent
    }
}

/// One of the centres (MDS) that orient families to the antenna (art. 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SolidarityCenter {
    pub code: CenterCode,
    pub name: String,
    /// Places of this centre where they differ from the convention's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
    /// The communes of its territory.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub communes: Vec<String>,
    /// First day from which it orients nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_from: Option<NaiveDate>,
}

impl AntennaRecord {
    /// The convention version in force on `date`.
    pub fn convention(&self, date: NaiveDate) -> Option<&Convention> {
        in_force(&self.conventions, date)
    }

    /// The referent with this id, whether or not still there.
    pub fn referent(&self, id: ReferentId) -> Option<&Referent> {
        self.referents.iter().find(|referent| referent.id == id)
    }

    /// The solidarity centre of this code.
    pub fn center(&self, code: &CenterCode) -> Option<&SolidarityCenter> {
        self.centers.iter().find(|center| center.code == *code)
    }

    /// The places of a centre: its own where it has some, else the convention's (art. 2).
    pub fn places_of(&self, center: &CenterCode, convention: &Convention) -> u32 {
        self.center(center).and_then(|center| center.places).unwrap_or(convention.caseload.places_per_center)
    }

    /// Whether this referent works at the antenna on `date`.
    pub fn has_referent_on(&self, id: ReferentId, date: NaiveDate) -> bool {
        self.referent(id)
            .is_some_and(|referent| referent.since <= date && referent.left_on.is_none_or(|left| date < left))
    }
}

/// What can be asked of the antenna.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum AntennaAct {
    FoundAntenna(FoundAntenna),
    AddCenter(AddCenter),
    AddReferent(AddReferent),
    RecordReferentLeaving(RecordReferentLeaving),
    AdoptConvention(AdoptConvention),
    PlanGroupAction(PlanGroupAction),
    AddGroupSession(AddGroupSession),
    CancelGroupSession(CancelGroupSession),
    ChangeCenter(ChangeCenter),
    CloseCenter(CloseCenter),
    CorrectReferent(CorrectReferent),
    RaiseTopic(RaiseTopic),
    FollowTopic(FollowTopic),
    CloseTopic(CloseTopic),
    NotePartnership(NotePartnership),
    ClosePeriod(ClosePeriod),
}

/// Gives the store its owner; the first act of a store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoundAntenna {
    pub id: AntennaId,
    pub name: String,
    pub department: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddCenter {
    pub code: CenterCode,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddReferent {
    /// The id that the referent's key slot bears; a fresh one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ReferentId>,
    pub name: String,
    pub since: NaiveDate,
    #[serde(default, skip_serializing_if = "ReferentRole::is_usual")]
    pub role: ReferentRole,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordReferentLeaving {
    pub referent: ReferentId,
    /// First day on which the referent is no longer there.
    pub left_on: NaiveDate,
}

/// Takes in a version of the convention: the first, an avenant or a renewal (art. 9 and 11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdoptConvention {
    pub convention: Box<Convention>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AntennaFounded {
    pub id: AntennaId,
    pub name: String,
    pub department: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferentLeft {
    pub referent: ReferentId,
    pub left_on: NaiveDate,
}

/// Decides an act of the antenna.
///
/// # Errors
/// The refusal that names the rule; nothing has happened.
pub fn decide(antenna: &AntennaRecord, scene: &AntennaScene<'_>, act: &AntennaAct) -> Result<Vec<Event>, Refusal> {
    let ids = scene.ids;
    if antenna.id.is_none() && !matches!(act, AntennaAct::FoundAntenna(_)) {
        return Err(Refusal::AntennaNotFounded {});
    }
    let event = match act {
        AntennaAct::FoundAntenna(act) => {
            if antenna.id.is_some() {
                return Err(Refusal::AntennaAlreadyFounded {});
            }
            Event::AntennaFounded(AntennaFounded {
                id: act.id,
                name: required("name", &act.name)?,
                department: required("department", &act.department)?,
            })
        }
        AntennaAct::AddCenter(act) => {
            let name = named("name", &act.name)?;
            let code = code(act.code.as_str())?;
            if antenna.center(&code).is_some() {
                return Err(Refusal::CenterAlreadyKnown { center: code.to_string() });
            }
            center::not_of_another(antenna, &code, &name)?;
            Event::CenterAdded(SolidarityCenter {
                code,
                name,
                places: center::places(act.places)?,
                communes: Vec::new(),
                closed_from: None,
            })
        }
        AntennaAct::AddReferent(act) => {
            let id = act.id.unwrap_or_else(|| ids.fresh());
            if antenna.referent(id).is_some() {
                return Err(Refusal::ReferentAlreadyKnown {});
            }
            let since = plausible("since", act.since)?;
            let name = named("name", &act.name)?;
            Event::ReferentAdded(Referent { id, name, since, left_on: None, role: act.role })
        }
        AntennaAct::RecordReferentLeaving(act) => {
            let referent = antenna.referent(act.referent).ok_or(Refusal::ReferentUnknown {})?;
            if act.left_on < referent.since {
                return Err(Refusal::DateBefore { field: "left_on", date: act.left_on, earliest: referent.since });
            }
            if referent.left_on == Some(act.left_on) {
                return Err(Refusal::NothingChanges {});
            }
            Event::ReferentLeft(ReferentLeft { referent: act.referent, left_on: plausible("left_on", act.left_on)? })
        }
        AntennaAct::AdoptConvention(act) => {
            if antenna.conventions.iter().any(|known| known.effective_from == act.convention.effective_from) {
                return Err(Refusal::ConventionDateTaken { date: act.convention.effective_from });
            }
            convention::check(&act.convention)?;
            Event::ConventionAdopted(act.convention.clone())
        }
        AntennaAct::PlanGroupAction(act) => group::plan(antenna, ids, act)?,
        AntennaAct::AddGroupSession(act) => group::add(antenna, ids, act)?,
        AntennaAct::CancelGroupSession(act) => group::cancel(antenna, act)?,
        AntennaAct::ChangeCenter(act) => center::change(antenna, act)?,
        AntennaAct::CloseCenter(act) => center::close(antenna, act)?,
        AntennaAct::CorrectReferent(act) => correction::correct(antenna, act)?,
        AntennaAct::RaiseTopic(act) => steering::raise(scene, act)?,
        AntennaAct::FollowTopic(act) => steering::follow(antenna, scene, act)?,
        AntennaAct::CloseTopic(act) => steering::close(antenna, scene, act)?,
        AntennaAct::NotePartnership(act) => partnership::note(scene, act)?,
        AntennaAct::ClosePeriod(act) => closure::close(antenna, scene, act)?,
    };
    Ok(vec![event])
}

/// A readable code: lower-case letters, digits and dashes.
fn code(typed: &str) -> Result<CenterCode, Refusal> {
    let code = required("code", typed)?;
    match code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        true => Ok(CenterCode::from(code.as_str())),
        false => Err(Refusal::CodeMalformed { code }),
    }
}

/// Applies an event to the antenna.
pub fn evolve(antenna: &mut AntennaRecord, event: &Event) {
    match event {
        Event::AntennaFounded(founded) => {
            antenna.id = Some(founded.id);
            antenna.name.clone_from(&founded.name);
            antenna.department.clone_from(&founded.department);
        }
        Event::CenterAdded(center) => antenna.centers.push(center.clone()),
        Event::ReferentAdded(referent) => antenna.referents.push(referent.clone()),
        Event::ReferentLeft(left) => {
            if let Some(referent) = antenna.referents.iter_mut().find(|referent| referent.id == left.referent) {
                referent.left_on = Some(left.left_on);
            }
        }
        Event::ConventionAdopted(convention) => {
            antenna.conventions.push((**convention).clone());
            antenna.conventions.sort_by_key(|version| version.effective_from);
        }
        Event::GroupActionPlanned(_) | Event::GroupSessionAdded(_) | Event::GroupSessionCancelled(_) => {
            group::evolve_antenna(antenna, event);
        }
        Event::CenterChanged(_) | Event::CenterClosed(_) => center::evolve(&mut antenna.centers, event),
        Event::ReferentCorrected(corrected) => correction::evolve(antenna, corrected),
        Event::TopicRaised(topic) => antenna.topics.push(topic.clone()),
        Event::TopicFollowed(followed) => steering::evolve_followed(&mut antenna.topics, followed),
        Event::TopicClosed(closed) => steering::evolve_closed(&mut antenna.topics, closed),
        Event::PartnershipNoted(note) => {
            antenna.partnership_notes.push(note.clone());
            antenna.partnership_notes.sort_by_key(|note| note.date);
        }
        Event::PeriodClosed(period) => {
            antenna.closed_periods.push(period.clone());
            antenna.closed_periods.sort_by_key(|period| period.from);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, MOREAU, NOBODY, PETIT, day};

    #[test]
    fn an_antenna_is_founded_once_and_before_anything_else() {
        let desk = Desk::opened();
        let record = &desk.antenna;
        assert_eq!((record.name.as_str(), record.department.as_str()), ("Melun", "Seine-et-Marne"));
        let ids = IdSource::new(uuid::Uuid::nil());
        let figures = PeriodFigures::default();
        let scene = AntennaScene { today: day("2026-01-15"), ids: &ids, figures: &figures };
        let (name, since) = ("C. Moreau".to_owned(), day("2025-01-01"));
        let referent = AddReferent { id: None, name, since, role: ReferentRole::Referent };
        let early = decide(&AntennaRecord::default(), &scene, &AntennaAct::AddReferent(referent));
        assert_eq!(early, Err(Refusal::AntennaNotFounded {}));
    }

    #[test]
    fn a_centre_has_a_code_of_lower_case_letters_digits_and_dashes() {
        let desk = Desk::opened();
        for (code, accepted) in [
            ("val-d-europe-2", true),
            (" lagny ", true),
            ("Lagny", false),
            ("créteil", false),
            ("val d europe", false),
            ("", false),
            ("meaux", false),
        ] {
            let center = json!({"act": "add_center", "code": code, "name": "Lagny"});
            assert_eq!(desk.antenna_tries(center).is_ok(), accepted, "{code:?}");
        }
        let nameless = json!({"act": "add_center", "code": "lagny", "name": " "});
        assert_eq!(desk.antenna_tries(nameless), Err(Refusal::FieldEmpty { field: "name" }));
    }

    #[test]
    fn a_code_typed_with_spaces_is_the_code_that_exists() {
        let center = json!({"act": "add_center", "code": " meaux ", "name": "Meaux"});
        let refused = Desk::opened().antenna_tries(center);
        assert_eq!(refused, Err(Refusal::CenterAlreadyKnown { center: "meaux".into() }));
    }

    #[test]
    fn a_centre_has_its_own_places_or_those_of_the_convention() {
        let desk = Desk::opened();
        let convention = desk.antenna.convention(day("2026-01-15")).unwrap();
        for (center, places) in [("melun", 12), ("meaux", 10), ("unknown", 10)] {
            assert_eq!(desk.antenna.places_of(&CenterCode::from(center), convention), places, "{center}");
        }
    }

    #[test]
    fn a_referent_is_there_from_the_first_day_to_the_eve_of_leaving() {
        let leaving = json!({"act": "record_referent_leaving", "referent": MOREAU, "left_on": "2026-03-01"});
        let antenna = Desk::opened().antenna_does(leaving).antenna;
        for (referent, date, there) in [
            (MOREAU, "2024-12-31", false),
            (MOREAU, "2025-01-01", true),
            (MOREAU, "2026-02-28", true),
            (MOREAU, "2026-03-01", false),
            (PETIT, "2026-03-01", true),
            (NOBODY, "2026-01-01", false),
        ] {
            assert_eq!(antenna.has_referent_on(referent.parse().unwrap(), day(date)), there, "{referent} on {date}");
        }
    }

    #[test]
    fn a_referent_can_leave_on_the_first_day_and_the_day_can_be_corrected() {
        let left = |on: &str| json!({"act": "record_referent_leaving", "referent": MOREAU, "left_on": on});
        let desk = Desk::opened();
        assert!(desk.antenna_tries(left("2025-01-01")).is_ok());
        let slip = Refusal::DateImplausible { field: "left_on", date: day("2226-03-01") };
        assert_eq!(desk.antenna_tries(left("2226-03-01")), Err(slip));
        let desk = desk.antenna_does(left("2026-03-01")).antenna_does(left("2026-04-01"));
        assert_eq!(desk.antenna.referents[0].left_on, Some(day("2026-04-01")));
        assert_eq!(desk.antenna_tries(left("2026-04-01")), Err(Refusal::NothingChanges {}), "known already");
    }

    #[test]
    fn the_versions_of_the_convention_are_kept_in_the_order_of_their_effect() {
        let desk = Desk::opened()
            .amended_from("2026-02-01", json!({"caseload": {"places": 160}}))
            .amended_from("2025-01-01", json!({"caseload": {"places": 150}}));
        let places = |date: &str| desk.antenna.convention(day(date)).unwrap().caseload.places;
        for (date, expected) in
            [("2011-01-01", 140), ("2024-12-31", 140), ("2025-01-01", 150), ("2026-01-31", 150), ("2026-02-01", 160)]
        {
            assert_eq!(places(date), expected, "on {date}");
        }
        let effects: Vec<_> = desk.antenna.conventions.iter().map(|version| version.effective_from).collect();
        assert!(effects.is_sorted());
        assert_eq!(AntennaRecord::default().convention(day("2026-01-01")), None);
    }
}
