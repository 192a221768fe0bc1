//! The antenna's group actions and their sessions (art. 4 and 7); Enter opens the grid of presences.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::base::id::{GroupActionId, GroupSessionId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::deadline::About;
use crate::domain::group::{GroupAction, GroupSession, Presence};
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::screens::sheet::Sheet;
use crate::tui::screens::words;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::listing::Listing;

/// The list.
#[derive(Debug, Default)]
pub struct Groups {
    today: NaiveDate,
    antenna: Arc<AntennaRecord>,
    counts: BTreeMap<(GroupSessionId, Presence), u64>,
    items: Vec<Item>,
    list: Listing,
    is_loaded: bool,
}

/// An action, or one of its sessions by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Action(GroupActionId),
    Session(GroupActionId, GroupSessionId),
}

impl Groups {
    /// Takes the actions, the one with the latest session first, and how many came to each session.
    pub fn take(
        &mut self,
        antenna: Arc<AntennaRecord>,
        counts: BTreeMap<(GroupSessionId, Presence), u64>,
        today: NaiveDate,
    ) {
        let kept = self.items.get(self.list.at()).copied();
        let mut actions: Vec<_> = antenna.group_actions.iter().collect();
        actions.sort_by_key(|action| std::cmp::Reverse(last_day(action)));
        self.items = actions
            .into_iter()
            .flat_map(|action| {
                let sessions = action.sessions.iter().map(|session| Item::Session(action.id, session.id));
                std::iter::once(Item::Action(action.id)).chain(sessions)
            })
            .collect();
        (self.antenna, self.counts, self.today, self.is_loaded) = (antenna, counts, today, true);
        let place = self.items.iter().position(|item| Some(*item) == kept).unwrap_or(self.list.at());
        self.list.go(place, &self.is_line());
    }

    pub fn update(&mut self, action: Action, inside: Rect, _catalog: &Catalog) -> Reaction {
        if action == Action::Open
            && let Some(item) = self.items.get(self.list.at())
        {
            let (action, session) = match *item {
                Item::Action(action) => (action, None),
                Item::Session(action, session) => (action, Some(session)),
            };
            return Reaction::GoAndAsk(Place::Attendance, Request::OpenAttendance { action, session });
        }
        let is_line = self.is_line();
        self.list.moved(action, &is_line, inside.height);
        Reaction::Stays
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        let is_line = self.is_line();
        self.list.click(at, inside, &is_line);
        Reaction::Stays
    }

    /// The action or the session under the cursor, for the act that is asked for on it.
    pub fn about(&self) -> Option<About> {
        let bytes = match *self.items.get(self.list.at())? {
            Item::Action(action) => action.bytes(),
            Item::Session(_, session) => session.bytes(),
        };
        Some(About::AntennaPart { id: uuid::Uuid::from_bytes(bytes) })
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        let count = i64::try_from(self.antenna.group_actions.len()).unwrap_or(i64::MAX);
        format!("{} ({})", look.text("context-groups"), look.catalog.number(count))
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        if self.items.is_empty() {
            let id = if self.is_loaded { "groups-empty" } else { "groups-loading" };
            let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
            sheet.put_wrapped(inside, &look.text(id), Role::Muted);
            return None;
        }
        let top = self.list.top(&self.is_line(), area.height);
        for ((place, item), y) in self.items.iter().enumerate().skip(top).zip(area.y..area.bottom()) {
            let row = Rect { y, height: 1, ..area };
            match *item {
                Item::Action(id) => {
                    if let Some(action) = self.antenna.group_actions.iter().find(|action| action.id == id) {
                        self.draw_action(&mut sheet, row, action);
                    }
                }
                Item::Session(_, id) => {
                    if let Some((_, session)) = self.antenna.group_session(id) {
                        self.draw_session(&mut sheet, row, session);
                    }
                }
            }
            if place == self.list.at() {
                sheet.put(row.x, y, row.right(), "▸", Role::Text);
                sheet.select(row);
            }
        }
        None
    }

    /// The title, the theme, who leads it.
    fn draw_action(&self, sheet: &mut Sheet<'_, '_>, row: Rect, action: &GroupAction) {
        let theme = action.theme.as_ref().and_then(|code| {
            let version = self.antenna.convention(last_day(action).unwrap_or(self.today))?;
            let theme = version.themes.iter().find(|theme| theme.code == *code)?;
            Some(words::label(sheet.catalog(), &theme.label).to_owned())
        });
        let at = sheet.put_typed(row.x + 2, row.y, row.right(), &action.title, Role::Heading);
        let more = theme.into_iter().chain((!action.animators.is_empty()).then(|| action.animators.clone()));
        let more = more.collect::<Vec<_>>().join(" · ");
        if !more.is_empty() {
            sheet.put_typed(at + 2, row.y, row.right(), &more, Role::Muted);
        }
    }

    /// The day, the hour, what became of it, the place.
    fn draw_session(&self, sheet: &mut Sheet<'_, '_>, row: Rect, session: &GroupSession) {
        let (y, right, catalog) = (row.y, row.right(), sheet.catalog());
        let (sign, role, told) = match &session.cancelled {
            Some(motive) => {
                let facts = [("motive", Fact::from(motive.as_str()))];
                ("✗", Role::Muted, catalog.text_with("groups-cancelled", &facts))
            }
            None if self.today < session.date => ("○", Role::Text, catalog.relative(session.date, self.today)),
            None => match self.came(session.id, catalog) {
                Some(came) => ("●", Role::Text, came),
                // The measure of impact counts it: whoever knows that it was not held cancels it.
                None => ("!", Role::Warning, catalog.text("groups-nobody").into_owned()),
            },
        };
        sheet.put(row.x + 3, y, right, sign, role);
        sheet.put(row.x + 5, y, right, &catalog.date(session.date), Role::Text);
        sheet.put(row.x + 17, y, right, &session.time.map(hour).unwrap_or_default(), Role::Muted);
        let end = sheet.put_typed(row.x + 24, y, right, &told, role);
        if !session.place.is_empty() {
            sheet.put_typed(end + 2, y, right, &session.place, Role::Muted);
        }
    }

    /// How many were present, absent, excused, once somebody was noted.
    fn came(&self, session: GroupSessionId, catalog: &Catalog) -> Option<String> {
        let count = |presence| self.counts.get(&(session, presence)).copied().unwrap_or_default();
        let [present, absent, excused] = Presence::ALL.map(count);
        if present + absent + excused == 0 {
            return None;
        }
        let facts = [("present", present), ("absent", absent), ("excused", excused)];
        Some(catalog.text_with("groups-came", &facts.map(|(name, count)| (name, Fact::from(count)))))
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        vec![true; self.items.len()]
    }
}

/// The day of the last session that was not cancelled, else of the last.
pub fn last_day(action: &GroupAction) -> Option<NaiveDate> {
    let kept = action.sessions.iter().rev().find(|session| session.cancelled.is_none());
    kept.or(action.sessions.last()).map(|session| session.date)
}

/// An hour as it is typed and shown.
pub fn hour(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
