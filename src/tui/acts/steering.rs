//! What the antenna brings to the steering committee, and what it says of a period: topics, the partnership, the closing.

use chrono::{Datelike, NaiveDate};

use super::{FormScene, happened, options};
use crate::base::calendar;
use crate::base::dates::Leaning;
use crate::domain::deadline::About;
use crate::domain::refusal::Refusal;
use crate::domain::steering::{SteeringTopic, TopicSubject, TopicVoice};
use crate::tui::widgets::field::{Choice, Field};

pub(super) fn raise(scene: &FormScene<'_>) -> Vec<Field> {
    vec![
        happened(scene, "date"),
        Field::choice("subject", options(scene, "topic-subject", &TopicSubject::ALL)),
        Field::lines("text"),
    ]
}

/// What the Département answers, chosen first: the antenna's own word is the rarer one.
pub(super) fn follow(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![
        topic(scene)?,
        happened(scene, "date"),
        Field::choice("by", options(scene, "topic-voice", &TopicVoice::ALL)).value("department"),
        Field::lines("text"),
    ])
}

pub(super) fn close(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![topic(scene)?, happened(scene, "date"), Field::lines("outcome")])
}

pub(super) fn note(scene: &FormScene<'_>) -> Vec<Field> {
    vec![happened(scene, "date"), Field::text("partner").optional(), Field::lines("text")]
}

/// The year that is over, or what of it was not closed yet; for the report of the convention, what it still lacks.
pub(super) fn close_period(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let last_year = scene.today.year() - 1;
    let (first, last) = (NaiveDate::from_ymd_opt(last_year, 1, 1), NaiveDate::from_ymd_opt(last_year, 12, 31));
    if let (Some(About::Antenna), Some((from, to))) = (&scene.about, still_to_report(scene)) {
        let day = |name, date| Field::date(name, Leaning::Past).value(scene.date(date));
        return Ok(vec![day("from", from), day("to", to)]);
    }
    let closed = scene.antenna.closed_periods.iter().map(|period| period.to).max();
    let next = closed.and_then(|to| to.succ_opt());
    let from = next.into_iter().chain(first).max();
    let shown = |date: Option<NaiveDate>| date.map(|date| scene.date(date)).unwrap_or_default();
    let to = last.filter(|last| from.is_none_or(|from| from <= *last));
    Ok(vec![Field::date("from", Leaning::Past).value(shown(from)), Field::date("to", Leaning::Past).value(shown(to))])
}

/// The whole months of the convention that are over and not closed.
fn still_to_report(scene: &FormScene<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let period = &scene.antenna.conventions.last()?.period;
    let from = scene.antenna.first_day_not_closed(period.starts);
    let to = calendar::last_day_of_previous_month(scene.today).min(period.ends);
    (from <= to).then_some((from, to))
}

/// The topics that are open, the one under the cursor chosen, else the oldest.
fn topic(scene: &FormScene<'_>) -> Result<Field, Refusal> {
    let mut open: Vec<_> = scene.antenna.topics.iter().filter(|topic| topic.closure.is_none()).collect();
    open.sort_by_key(|topic| topic.date);
    let first = open.first().ok_or(Refusal::TopicUnknown {})?.id.to_string();
    let label = |topic: &SteeringTopic| {
        format!("{} · {}", scene.date(topic.date), topic.text.lines().next().unwrap_or_default())
    };
    let choices: Vec<_> = open.iter().map(|topic| Choice::new(topic.id.to_string(), label(topic))).collect();
    let pointed = scene.pointed().filter(|id| choices.iter().any(|choice| choice.value == *id));
    Ok(Field::choice("topic", choices).value(pointed.unwrap_or(first)))
}
