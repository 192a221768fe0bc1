//! The places of a Département's screen, which stand in the same frame as an antenna's.
//!
//! Each room is a place of its own; what a room wants done is a [`Reaction`] as everywhere.

pub mod agenda;
pub mod inbox;
pub mod streams;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reaction;
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::deadline::About;
use crate::tui::action::Action;
use crate::tui::keymap::Context;
use crate::tui::look::Look;
use crate::tui::ui::{Errand, Request};

/// A place of the Département.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Room {
    Streams,
    Inbox,
    Agenda,
}

/// The state of every room.
#[derive(Debug, Default)]
pub struct Rooms {
    pub streams: streams::Streams,
    pub inbox: inbox::Inbox,
    pub agenda: agenda::Agenda,
}

impl Room {
    pub const ALL: [Self; 3] = [Self::Streams, Self::Inbox, Self::Agenda];

    /// The message that names it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Streams => "context-streams",
            Self::Inbox => "context-arrivals",
            Self::Agenda => "context-sittings",
        }
    }

    /// The message of the key that goes there.
    pub fn action_id(self) -> &'static str {
        match self {
            Self::Streams => "action-show-streams",
            Self::Inbox => "action-show-arrivals",
            Self::Agenda => "action-show-sittings",
        }
    }

    /// The contexts whose keys are heard in it, nearest first.
    pub fn heard(self) -> &'static [Context] {
        match self {
            Self::Streams => &[Context::Room(Self::Streams), Context::Department, Context::Always],
            Self::Inbox => &[Context::Room(Self::Inbox), Context::Department, Context::Always],
            Self::Agenda => &[Context::Room(Self::Agenda), Context::Department, Context::Always],
        }
    }

    /// What it has to load when it is gone to, and after a change.
    pub fn loads(self) -> Request {
        Request::Errand(match self {
            Self::Streams => Errand::LoadStreams,
            Self::Inbox => Errand::LoadInbox,
            Self::Agenda => Errand::LoadAgenda,
        })
    }

    /// The room after this one, or before it.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|room| *room == self).unwrap_or_default();
        Self::ALL.get(at + 1).copied().unwrap_or(Self::Streams)
    }

    pub fn previous(self) -> Self {
        let at = Self::ALL.iter().position(|room| *room == self).unwrap_or_default();
        at.checked_sub(1).and_then(|before| Self::ALL.get(before)).or(Self::ALL.last()).copied().unwrap_or(self)
    }
}

impl Rooms {
    pub fn update(&mut self, room: Room, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match room {
            Room::Streams => self.streams.update(action, inside, catalog),
            Room::Inbox => self.inbox.update(action, inside),
            Room::Agenda => self.agenda.update(action, inside),
        }
    }

    pub fn click(&mut self, room: Room, at: Position, inside: Rect) -> Reaction {
        match room {
            Room::Streams => self.streams.click(at, inside),
            Room::Inbox => self.inbox.click(at, inside),
            Room::Agenda => self.agenda.click(at, inside),
        }
    }

    /// Whether going back stays in the room: from one antenna to all of them.
    pub fn goes_back_within(&self, room: Room) -> bool {
        match room {
            Room::Streams => self.streams.is_open(),
            Room::Inbox | Room::Agenda => false,
        }
    }

    /// The family of the line under the cursor.
    pub fn family(&self, room: Room) -> Option<FamilyId> {
        match room {
            Room::Streams | Room::Inbox => None,
            Room::Agenda => self.agenda.line().map(|line| line.file.family),
        }
    }

    /// What an act is about: the antenna or the referral under the cursor.
    pub fn about(&self, room: Room) -> Option<About> {
        match room {
            Room::Streams => self.streams.about(),
            Room::Inbox => None,
            Room::Agenda => self.agenda.about(),
        }
    }

    pub fn title(&self, room: Room, look: &Look<'_>) -> String {
        match room {
            Room::Streams => self.streams.title(look),
            Room::Inbox | Room::Agenda => look.text(room.id()).into_owned(),
        }
    }

    pub fn draw(&self, room: Room, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        match room {
            Room::Streams => self.streams.draw(look, area, buf),
            Room::Inbox => self.inbox.draw(look, area, buf),
            Room::Agenda => self.agenda.draw(look, area, buf),
        }
    }
}
