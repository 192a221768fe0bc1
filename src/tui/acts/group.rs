//! Group actions: planned with their sessions, and the presence of a family at one of them.

use super::{FormScene, options};
use crate::base::dates::Leaning;
use crate::domain::group::{GroupAction, GroupSession, Presence};
use crate::domain::refusal::Refusal;
use crate::tui::widgets::field::{Choice, Field};

pub(super) fn plan(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let themes = scene.convention()?.themes.iter().filter(|theme| theme.limit.is_none());
    let themes = themes.map(|theme| Choice::new(theme.code.as_str(), scene.label(&theme.label))).collect();
    let sessions =
        vec![Field::date("date", Leaning::Future), Field::time("time").optional(), Field::text("place").optional()];
    Ok(vec![
        Field::text("title"),
        Field::choice("theme", themes).optional(),
        Field::text("animators").optional(),
        Field::rows("sessions", sessions),
    ])
}

pub(super) fn add(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let mut actions: Vec<_> = scene.antenna.group_actions.iter().collect();
    actions.sort_by_key(|action| std::cmp::Reverse(action.sessions.last().map(|session| session.date)));
    let pointed = scene.pointed().and_then(|id| {
        let is_it = |action: &GroupAction| {
            action.id.to_string() == id || action.sessions.iter().any(|session| session.id.to_string() == id)
        };
        actions.iter().find(|action| is_it(action))
    });
    let last = pointed.or(actions.first()).ok_or(Refusal::GroupActionUnknown {})?;
    let choice = |action: &&GroupAction| {
        let place = action.sessions.last().map(|session| session.place.clone()).unwrap_or_default();
        Choice::new(action.id.to_string(), action.title.clone()).known(vec![("place", place)])
    };
    Ok(vec![
        Field::choice("action", actions.iter().map(choice).collect()).value(last.id.to_string()),
        Field::date("date", Leaning::Future),
        Field::time("time").optional(),
        Field::text("place").optional(),
    ])
}

pub(super) fn cancel(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    Ok(vec![session(scene, |_| true)?, Field::text("motive")])
}

/// The latest session that was held, the family present.
pub(super) fn attend(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.in_a_stay()?;
    let presences = options(scene, "presence", &Presence::ALL);
    Ok(vec![
        session(scene, |session| session.date <= scene.today)?,
        Field::choice("presence", presences).value("present"),
    ])
}

/// The sessions that fit and were not cancelled, the latest first; the one under the cursor is chosen, else the first.
fn session(scene: &FormScene<'_>, fits: impl Fn(&GroupSession) -> bool) -> Result<Field, Refusal> {
    let of = |action: &'_ GroupAction| -> Vec<(NaiveKey, Choice)> {
        let sessions = action.sessions.iter().filter(|session| session.cancelled.is_none() && fits(session));
        let choice = |session: &GroupSession| {
            let label = format!("{} · {}", scene.date(session.date), action.title);
            ((session.date, session.time), Choice::new(session.id.to_string(), label))
        };
        sessions.map(choice).collect()
    };
    let mut sessions: Vec<_> = scene.antenna.group_actions.iter().flat_map(of).collect();
    sessions.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
    let choices: Vec<_> = sessions.into_iter().map(|(_, choice)| choice).collect();
    let first = choices.first().ok_or(Refusal::GroupSessionUnknown {})?.value.clone();
    let pointed = scene.pointed().filter(|id| choices.iter().any(|choice| choice.value == *id));
    Ok(Field::choice("session", choices).value(pointed.unwrap_or(first)))
}

type NaiveKey = (chrono::NaiveDate, Option<chrono::NaiveTime>);
