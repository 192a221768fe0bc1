//! The antenna: its referents, the solidarity centres that orient families to it, and its convention's versions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::convention::{Convention, in_force};
use super::event::AntennaEvent as Event;
use super::refusal::Refusal;
use super::{plausible, required};
use crate::base::id::{AntennaId, CenterCode, IdSource, ReferentId};

/// Everything that belongs to the antenna and to no family.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AntennaRecord {
    pub id: Option<AntennaId>,
    pub name: String,
    pub department: String,
    pub referents: Vec<Referent>,
    pub centers: Vec<SolidarityCenter>,
    pub conventions: Vec<Convention>,
}

/// An *agent de développement social* (art. 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referent {
    pub id: ReferentId,
    pub name: String,
    pub since: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_on: Option<NaiveDate>,
}

/// One of the centres (MDS) that orient families to the antenna (art. 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SolidarityCenter {
    pub code: CenterCode,
    pub name: String,
    /// Places of this centre where they differ from the convention's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
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
pub fn decide(antenna: &AntennaRecord, ids: &IdSource, act: &AntennaAct) -> Result<Vec<Event>, Refusal> {
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
            if antenna.center(&act.code).is_some() {
                return Err(Refusal::CenterAlreadyKnown { center: act.code.to_string() });
            }
            Event::CenterAdded(SolidarityCenter {
                code: code(act.code.as_str())?,
                name: required("name", &act.name)?,
                places: act.places,
            })
        }
        AntennaAct::AddReferent(act) => {
            let id = act.id.unwrap_or_else(|| ids.fresh());
            if antenna.referent(id).is_some() {
                return Err(Refusal::ReferentAlreadyKnown {});
            }
            let since = plausible("since", act.since)?;
            Event::ReferentAdded(Referent { id, name: required("name", &act.name)?, since, left_on: None })
        }
        AntennaAct::RecordReferentLeaving(act) => {
            let referent = antenna.referent(act.referent).ok_or(Refusal::ReferentUnknown {})?;
            if act.left_on < referent.since {
                return Err(Refusal::DateBefore { field: "left_on", date: act.left_on, earliest: referent.since });
            }
            Event::ReferentLeft(ReferentLeft { referent: act.referent, left_on: plausible("left_on", act.left_on)? })
        }
        AntennaAct::AdoptConvention(act) => {
            if antenna.conventions.iter().any(|known| known.effective_from == act.convention.effective_from) {
                return Err(Refusal::ConventionDateTaken { date: act.convention.effective_from });
            }
            Event::ConventionAdopted(act.convention.clone())
        }
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
    }
}
