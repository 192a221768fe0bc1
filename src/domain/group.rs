//! Group actions (*action collective*, ISIC, art. 4 and 7): planned by the antenna, attended by families.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::antenna::AntennaRecord;
use super::encounter::themes_allowed;
use super::event::{AntennaEvent, FamilyEvent};
use super::family::FamilyRecord;
use super::indicator::{CountedAct, Indicator};
use super::refusal::Refusal;
use super::{Scene, free_text, named, plausible, required};
use crate::base::id::{GroupActionId, GroupSessionId, IdSource, ThemeCode};
use crate::base::money::Cents;

/// One action, over one or several sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupAction {
    pub id: GroupActionId,
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeCode>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub animators: String,
    /// Earliest first.
    pub sessions: Vec<GroupSession>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSession {
    pub id: GroupSessionId,
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Why it was not held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled: Option<String>,
}

/// One family at one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    pub session: GroupSessionId,
    /// The session's day.
    pub date: NaiveDate,
    pub presence: Presence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    Present,
    Absent,
    Excused,
}

impl Presence {
    pub const ALL: [Self; 3] = [Self::Present, Self::Absent, Self::Excused];
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewSession {
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanGroupAction {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeCode>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub animators: String,
    pub sessions: Vec<NewSession>,
}

/// One more session of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddGroupSession {
    pub action: GroupActionId,
    pub date: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelGroupSession {
    pub session: GroupSessionId,
    pub motive: String,
}

/// Whether a family came; recorded again, it takes the place of what was recorded before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordAttendance {
    pub session: GroupSessionId,
    pub presence: Presence,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSessionAdded {
    pub action: GroupActionId,
    pub session: GroupSession,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSessionCancelled {
    pub session: GroupSessionId,
    pub motive: String,
}

impl AntennaRecord {
    /// The action of a session, and the session.
    pub fn group_session(&self, id: GroupSessionId) -> Option<(&GroupAction, &GroupSession)> {
        let of = |action: &'_ GroupAction| action.sessions.iter().position(|session| session.id == id);
        let (action, place) = self.group_actions.iter().find_map(|action| Some((action, of(action)?)))?;
        action.sessions.get(place).map(|session| (action, session))
    }
}

/// The sessions that art. 7 counts: every one whose day has come and that was not cancelled.
pub fn counted(antenna: &AntennaRecord, today: NaiveDate) -> Vec<CountedAct> {
    antenna.group_actions.iter().flat_map(|action| counted_of(action, today)).collect()
}

/// Those of one action.
pub fn counted_of(action: &GroupAction, today: NaiveDate) -> Vec<CountedAct> {
    let held = action.sessions.iter().filter(|session| session.cancelled.is_none() && session.date <= today);
    let act = |session: &GroupSession| CountedAct {
        indicator: Indicator::GroupActions,
        date: session.date,
        until: None,
        center: None,
        referent: None,
        kind: action.theme.as_ref().map(ToString::to_string),
        amount: Cents(0),
        object: None,
    };
    held.map(act).collect()
}

pub(super) fn plan(antenna: &AntennaRecord, ids: &IdSource, act: &PlanGroupAction) -> Result<AntennaEvent, Refusal> {
    let mut sessions = Vec::new();
    for new in &act.sessions {
        sessions.push(session(ids, new, &sessions, ["sessions"; 2])?);
    }
    sessions.sort_by_key(|session| (session.date, session.time));
    let first = sessions.first().ok_or(Refusal::GroupActionWithoutSession {})?.date;
    let convention = antenna.convention(first).ok_or(Refusal::ConventionMissing {})?;
    themes_allowed(convention, "theme", &act.theme)?;
    Ok(AntennaEvent::GroupActionPlanned(GroupAction {
        id: ids.fresh(),
        title: named("title", &act.title)?,
        theme: act.theme.clone(),
        animators: free_text("animators", &act.animators)?,
        sessions,
    }))
}

pub(super) fn add(antenna: &AntennaRecord, ids: &IdSource, act: &AddGroupSession) -> Result<AntennaEvent, Refusal> {
    let action = antenna.group_actions.iter().find(|action| action.id == act.action);
    let action = action.ok_or(Refusal::GroupActionUnknown {})?;
    let new = NewSession { date: act.date, time: act.time, place: act.place.clone() };
    let session = session(ids, &new, &action.sessions, ["date", "place"])?;
    Ok(AntennaEvent::GroupSessionAdded(GroupSessionAdded { action: action.id, session }))
}

pub(super) fn cancel(antenna: &AntennaRecord, act: &CancelGroupSession) -> Result<AntennaEvent, Refusal> {
    let (_, session) = antenna.group_session(act.session).ok_or(Refusal::GroupSessionUnknown {})?;
    if session.cancelled.is_some() {
        return Err(Refusal::GroupSessionIsCancelled { date: session.date });
    }
    let motive = required("motive", &act.motive)?;
    Ok(AntennaEvent::GroupSessionCancelled(GroupSessionCancelled { session: act.session, motive }))
}

/// A session that may be added to those; a refusal names the field of its date or of its place.
fn session(
    ids: &IdSource,
    new: &NewSession,
    known: &[GroupSession],
    [of_date, of_place]: [&'static str; 2],
) -> Result<GroupSession, Refusal> {
    let date = plausible(of_date, new.date)?;
    let same = |other: &&GroupSession| other.date == date && other.time == new.time && other.cancelled.is_none();
    if known.iter().find(same).is_some() {
        return Err(Refusal::GroupSessionTwice { field: of_date, date });
    }
    let place = free_text(of_place, &new.place)?;
    Ok(GroupSession { id: ids.fresh(), date, time: new.time, place, cancelled: None })
}

pub(super) fn evolve_antenna(antenna: &mut AntennaRecord, event: &AntennaEvent) {
    match event {
        AntennaEvent::GroupActionPlanned(action) => antenna.group_actions.push(action.clone()),
        AntennaEvent::GroupSessionAdded(added) => {
            if let Some(action) = antenna.group_actions.iter_mut().find(|action| action.id == added.action) {
                action.sessions.push(added.session.clone());
                action.sessions.sort_by_key(|session| (session.date, session.time));
            }
        }
        AntennaEvent::GroupSessionCancelled(cancelled) => {
            let mut sessions = antenna.group_actions.iter_mut().flat_map(|action| &mut action.sessions);
            if let Some(session) = sessions.find(|session| session.id == cancelled.session) {
                session.cancelled = Some(cancelled.motive.clone());
            }
        }
        AntennaEvent::AntennaFounded(_)
        | AntennaEvent::CenterAdded(_)
        | AntennaEvent::CenterChanged(_)
        | AntennaEvent::CenterClosed(_)
        | AntennaEvent::ReferentCorrected(_)
        | AntennaEvent::ReferentAdded(_)
        | AntennaEvent::ReferentLeft(_)
        | AntennaEvent::ConventionAdopted(_)
        | AntennaEvent::TopicRaised(_)
        | AntennaEvent::TopicFollowed(_)
        | AntennaEvent::TopicClosed(_)
        | AntennaEvent::PartnershipNoted(_)
        | AntennaEvent::PeriodClosed(_) => {}
    }
}

/// A family is at a session of a day on which it was in the caseload.
pub(super) fn attend(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RecordAttendance,
) -> Result<Vec<FamilyEvent>, Refusal> {
    let (_, session) = scene.antenna.group_session(act.session).ok_or(Refusal::GroupSessionUnknown {})?;
    if session.cancelled.is_some() {
        return Err(Refusal::GroupSessionIsCancelled { date: session.date });
    }
    if scene.today < session.date {
        return Err(Refusal::GroupSessionStillToCome { date: session.date });
    }
    scene.stay_on(record, session.date)?;
    let attendance = Attendance { session: act.session, date: session.date, presence: act.presence };
    if record.attendances.contains(&attendance) {
        return Err(Refusal::NothingChanges {});
    }
    Ok(vec![FamilyEvent::AttendanceRecorded(attendance)])
}

pub(super) fn evolve_attendance(record: &mut FamilyRecord, attendance: &Attendance) {
    record.attendances.retain(|known| known.session != attendance.session);
    record.attendances.push(attendance.clone());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::testing::{Desk, day};

    fn planned(sessions: Value) -> Value {
        json!({"act": "plan_group_action", "title": "Café des parents", "theme": "parenting", "animators": "C. Moreau",
            "sessions": sessions})
    }

    fn desk() -> Desk {
        Desk::included()
            .on("2026-02-10")
            .antenna_does(planned(json!([{"date": "2026-02-20"}, {"date": "2026-02-01", "time": "14:00:00"}])))
    }

    fn sessions(desk: &Desk) -> Vec<GroupSessionId> {
        desk.antenna.group_actions[1].sessions.iter().map(|session| session.id).collect()
    }

    #[test]
    fn an_action_keeps_its_sessions_in_their_order() {
        let desk = desk();
        let dates: Vec<_> = desk.antenna.group_actions[1].sessions.iter().map(|one| one.date.to_string()).collect();
        assert_eq!(dates, ["2026-02-01", "2026-02-20"]);
    }

    #[test]
    fn an_action_has_a_title_a_session_and_a_theme_that_is_worked_on() {
        let tries = |changes: Value| {
            let mut act = planned(json!([{"date": "2026-02-01"}]));
            for (member, value) in changes.as_object().unwrap() {
                act[member] = value.clone();
            }
            desk().antenna_tries(act)
        };
        assert!(tries(json!({})).is_ok());
        assert_eq!(tries(json!({"title": " "})), Err(Refusal::FieldEmpty { field: "title" }));
        assert_eq!(tries(json!({"sessions": []})), Err(Refusal::GroupActionWithoutSession {}));
        assert_eq!(tries(json!({"theme": "child-protection"})), Err(Refusal::ThemeOnlyReported { field: "theme" }));
        let twice = json!([{"date": "2026-02-01"}, {"date": "2026-02-01"}]);
        assert_eq!(
            tries(json!({"sessions": twice})),
            Err(Refusal::GroupSessionTwice { field: "sessions", date: day("2026-02-01") })
        );
    }

    #[test]
    fn a_family_attends_from_the_day_of_the_session_on_while_in_the_caseload() {
        let desk = desk();
        let [first, second] = sessions(&desk)[..] else { panic!("two sessions") };
        let attends = |desk: &Desk, session| desk.tries("record_attendance", json!({"session": session}));
        assert!(attends(&desk, first).is_ok());
        assert_eq!(attends(&desk, second), Err(Refusal::GroupSessionStillToCome { date: day("2026-02-20") }));
        let desk = desk.on("2026-02-20");
        assert!(attends(&desk, second).is_ok());
        let out = desk.does("exit_family", json!({"date": "2026-02-10", "benefit_ended_on": "2026-02-09"}));
        assert!(attends(&out, first).is_ok());
        assert!(attends(&out, second).is_err(), "the family had left");
    }

    #[test]
    fn attendance_recorded_again_takes_the_place_of_the_first() {
        let desk = desk();
        let session = sessions(&desk)[0];
        let desk = desk
            .does("record_attendance", json!({"session": session, "presence": "absent"}))
            .does("record_attendance", json!({"session": session, "presence": "excused"}));
        assert_eq!(desk.record.attendances.len(), 1);
        assert_eq!(desk.record.attendances[0].presence, Presence::Excused);
        let again = desk.tries("record_attendance", json!({"session": session, "presence": "excused"}));
        assert_eq!(again, Err(Refusal::NothingChanges {}));
    }

    #[test]
    fn a_cancelled_session_is_not_attended_and_does_not_count() {
        let desk = desk().on("2026-03-01");
        let [first, second] = sessions(&desk)[..] else { panic!("two sessions") };
        let days = |desk: &Desk, today: &str| -> Vec<String> {
            let mut antenna = desk.antenna.clone();
            // Not of the action that every desk has.
            antenna.group_actions.remove(0);
            counted(&antenna, day(today)).iter().map(|act| act.date.to_string()).collect()
        };
        assert_eq!(days(&desk, "2026-02-19"), ["2026-02-01"], "the other is to come");
        assert_eq!(days(&desk, "2026-02-20"), ["2026-02-01", "2026-02-20"]);
        let cancel = json!({"act": "cancel_group_session", "session": second, "motive": "neige"});
        let desk = desk.antenna_does(cancel.clone());
        assert_eq!(days(&desk, "2026-03-01"), ["2026-02-01"]);
        let tried = desk.tries("record_attendance", json!({"session": second}));
        assert_eq!(tried, Err(Refusal::GroupSessionIsCancelled { date: day("2026-02-20") }));
        assert_eq!(desk.antenna_tries(cancel), Err(Refusal::GroupSessionIsCancelled { date: day("2026-02-20") }));
        assert!(desk.tries("record_attendance", json!({"session": first})).is_ok());
    }

    #[test]
    fn a_session_is_added_to_an_action_that_is_there() {
        let desk = desk();
        let action = desk.antenna.group_actions[1].id;
        let more = |action: &str, date: &str| json!({"act": "add_group_session", "action": action, "date": date});
        let known = action.to_string();
        assert_eq!(
            desk.antenna_tries(more("00000000-0000-0000-0000-000000000009", "2026-03-01")),
            Err(Refusal::GroupActionUnknown {})
        );
        let twice = Refusal::GroupSessionTwice { field: "date", date: day("2026-02-20") };
        assert_eq!(desk.antenna_tries(more(&known, "2026-02-20")), Err(twice));
        let desk = desk.antenna_does(more(&known, "2026-02-10"));
        assert_eq!(desk.antenna.group_actions[1].sessions.len(), 3);
        assert!(desk.antenna.group_actions[1].sessions.is_sorted_by_key(|session| session.date));
    }
}
