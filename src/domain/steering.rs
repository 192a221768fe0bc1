//! Topics for the steering committee (*comité de suivi*, art. 8): raised in the antenna, answered by the Département, followed
//! to their closure.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::antenna::{AntennaRecord, AntennaScene};
use super::event::AntennaEvent;
use super::refusal::Refusal;
use super::{not_after_today, required};
use crate::base::id::SteeringTopicId;

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SteeringTopic {
    pub id: SteeringTopicId,
    pub date: NaiveDate,
    pub subject: TopicSubject,
    pub text: String,
    /// In the order in which they happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<TopicFollowUp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closure: Option<TopicClosure>,
}

/// What the committee is asked about (art. 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TopicSubject {
    /// The public that is oriented.
    Public,
    /// The path that is offered to it.
    Path,
}

impl TopicSubject {
    pub const ALL: [Self; 2] = [Self::Public, Self::Path];
}

/// What was said or done about a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicFollowUp {
    pub date: NaiveDate,
    pub by: TopicVoice,
    pub text: String,
}

/// Who answers or follows a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TopicVoice {
    Department,
    Antenna,
}

impl TopicVoice {
    pub const ALL: [Self; 2] = [Self::Department, Self::Antenna];
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicClosure {
    pub date: NaiveDate,
    /// What came of it.
    pub outcome: String,
}

/// Where a topic stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TopicStage {
    /// The Département has not answered.
    Raised,
    Answered,
    Closed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaiseTopic {
    pub date: NaiveDate,
    pub subject: TopicSubject,
    pub text: String,
}

/// What the Département answers to a topic, or how the antenna follows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowTopic {
    pub topic: SteeringTopicId,
    pub date: NaiveDate,
    pub by: TopicVoice,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseTopic {
    pub topic: SteeringTopicId,
    pub date: NaiveDate,
    pub outcome: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicFollowed {
    pub topic: SteeringTopicId,
    pub follow_up: TopicFollowUp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicClosed {
    pub topic: SteeringTopicId,
    pub closure: TopicClosure,
}

impl SteeringTopic {
    pub fn stage(&self) -> TopicStage {
        let is_answered = self.follow_ups.iter().any(|one| one.by == TopicVoice::Department);
        match (&self.closure, is_answered) {
            (Some(_), _) => TopicStage::Closed,
            (None, true) => TopicStage::Answered,
            (None, false) => TopicStage::Raised,
        }
    }

    /// The day of what was last said or done about it.
    pub fn last_day(&self) -> NaiveDate {
        let followed = self.follow_ups.iter().map(|one| one.date).max();
        self.closure.as_ref().map(|closure| closure.date).or(followed).unwrap_or(self.date)
    }
}

impl AntennaRecord {
    pub fn topic(&self, id: SteeringTopicId) -> Option<&SteeringTopic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    fn open_topic(&self, id: SteeringTopicId) -> Result<&SteeringTopic, Refusal> {
        let topic = self.topic(id).ok_or(Refusal::TopicUnknown {})?;
        match &topic.closure {
            Some(closure) => Err(Refusal::TopicIsClosed { date: closure.date }),
            None => Ok(topic),
        }
    }
}

pub(super) fn raise(scene: &AntennaScene<'_>, act: &RaiseTopic) -> Result<AntennaEvent, Refusal> {
    Ok(AntennaEvent::TopicRaised(SteeringTopic {
        id: scene.ids.fresh(),
        date: not_after_today("date", act.date, scene.today)?,
        subject: act.subject,
        text: required("text", &act.text)?,
        follow_ups: Vec::new(),
        closure: None,
    }))
}

pub(super) fn follow(
    antenna: &AntennaRecord,
    scene: &AntennaScene<'_>,
    act: &FollowTopic,
) -> Result<AntennaEvent, Refusal> {
    let topic = antenna.open_topic(act.topic)?;
    let follow_up =
        TopicFollowUp { date: since(topic.date, act.date, scene)?, by: act.by, text: required("text", &act.text)? };
    Ok(AntennaEvent::TopicFollowed(TopicFollowed { topic: topic.id, follow_up }))
}

pub(super) fn close(
    antenna: &AntennaRecord,
    scene: &AntennaScene<'_>,
    act: &CloseTopic,
) -> Result<AntennaEvent, Refusal> {
    let topic = antenna.open_topic(act.topic)?;
    let closure =
        TopicClosure { date: since(topic.last_day(), act.date, scene)?, outcome: required("outcome", &act.outcome)? };
    Ok(AntennaEvent::TopicClosed(TopicClosed { topic: topic.id, closure }))
}

/// A day up to today and not before `earliest`.
fn since(earliest: NaiveDate, date: NaiveDate, scene: &AntennaScene<'_>) -> Result<NaiveDate, Refusal> {
    let date = not_after_today("date", date, scene.today)?;
    if date < earliest { Err(Refusal::DateBefore { field: "date", date, earliest }) } else { Ok(date) }
}

pub(super) fn evolve_followed(topics: &mut [SteeringTopic], followed: &TopicFollowed) {
    if let Some(topic) = topics.iter_mut().find(|topic| topic.id == followed.topic) {
        topic.follow_ups.push(followed.follow_up.clone());
        topic.follow_ups.sort_by_key(|one| one.date);
    }
}

pub(super) fn evolve_closed(topics: &mut [SteeringTopic], closed: &TopicClosed) {
    if let Some(topic) = topics.iter_mut().find(|topic| topic.id == closed.topic) {
        topic.closure = Some(closed.closure.clone());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::testing::{Desk, day};

    fn raised() -> Desk {
        Desk::opened()
            .on("2026-03-10")
            .antenna_does(json!({"act": "raise_topic", "date": "2026-03-05", "subject": "public",
            "text": "Orientations reçues après le troisième anniversaire"}))
    }

    fn topic(desk: &Desk) -> &SteeringTopic {
        desk.antenna.topics.last().unwrap()
    }

    fn of_topic(desk: &Desk, mut act: Value) -> Value {
        act["topic"] = json!(topic(desk).id);
        act
    }

    #[test]
    fn a_topic_is_raised_answered_followed_and_closed() {
        let desk = raised();
        assert_eq!(topic(&desk).stage(), TopicStage::Raised);
        let own = json!({"act": "follow_topic", "date": "2026-03-09", "by": "antenna", "text": "Rappelé en réunion"});
        let desk = desk.on("2026-04-10").antenna_does(of_topic(&raised(), own));
        assert_eq!(topic(&desk).stage(), TopicStage::Raised, "the antenna does not answer itself");
        let answer =
            json!({"act": "follow_topic", "date": "2026-03-08", "by": "department", "text": "Consigne donnée"});
        let answer = of_topic(&desk, answer);
        let desk = desk.antenna_does(answer);
        assert_eq!(topic(&desk).stage(), TopicStage::Answered);
        let dates: Vec<_> = topic(&desk).follow_ups.iter().map(|one| one.date.to_string()).collect();
        assert_eq!(dates, ["2026-03-08", "2026-03-09"]);
        let close =
            of_topic(&desk, json!({"act": "close_topic", "date": "2026-04-01", "outcome": "Consigne appliquée"}));
        let desk = desk.antenna_does(close);
        assert_eq!((topic(&desk).stage(), topic(&desk).last_day()), (TopicStage::Closed, day("2026-04-01")));
    }

    #[test]
    fn a_topic_says_something_on_a_day_that_has_come_and_is_followed_from_then_on() {
        let desk = raised();
        let raise =
            |date: &str, text: &str| json!({"act": "raise_topic", "date": date, "subject": "path", "text": text});
        assert_eq!(desk.antenna_tries(raise("2026-03-10", " ")), Err(Refusal::FieldEmpty { field: "text" }));
        let ahead = Refusal::DateInFuture { field: "date", date: day("2026-03-11") };
        assert_eq!(desk.antenna_tries(raise("2026-03-11", "?")), Err(ahead));
        let follow = |date: &str| {
            of_topic(&desk, json!({"act": "follow_topic", "date": date, "by": "department", "text": "vu"}))
        };
        let early = Refusal::DateBefore { field: "date", date: day("2026-03-04"), earliest: day("2026-03-05") };
        assert_eq!(desk.antenna_tries(follow("2026-03-04")), Err(early));
        assert!(desk.antenna_tries(follow("2026-03-05")).is_ok());
        let unknown = json!({"act": "close_topic", "topic": "00000000-0000-0000-0000-000000000009", "date": "2026-03-05",
            "outcome": "clos"});
        assert_eq!(desk.antenna_tries(unknown), Err(Refusal::TopicUnknown {}));
    }

    #[test]
    fn a_topic_is_closed_after_what_was_said_of_it_with_an_outcome_and_once() {
        let desk = raised();
        let answer =
            of_topic(&desk, json!({"act": "follow_topic", "date": "2026-03-08", "by": "department", "text": "vu"}));
        let desk = desk.antenna_does(answer.clone());
        let close = |date: &str, outcome: &str| {
            of_topic(&desk, json!({"act": "close_topic", "date": date, "outcome": outcome}))
        };
        let early = Refusal::DateBefore { field: "date", date: day("2026-03-07"), earliest: day("2026-03-08") };
        assert_eq!(desk.antenna_tries(close("2026-03-07", "fait")), Err(early));
        assert_eq!(desk.antenna_tries(close("2026-03-08", "")), Err(Refusal::FieldEmpty { field: "outcome" }));
        let closed = raised().antenna_does(answer).antenna_does(close("2026-03-08", "fait"));
        let again = Refusal::TopicIsClosed { date: day("2026-03-08") };
        assert_eq!(closed.antenna_tries(close("2026-03-09", "fait")), Err(again));
    }
}
