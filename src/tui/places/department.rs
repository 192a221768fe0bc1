//! The places of a Département's screen, which stand in the same frame as an antenna's.
//!
//! Each room is a place of its own; what a room wants done is a [`Reaction`] as everywhere.

pub mod agenda;
pub mod inbox;
pub mod orientations;
pub mod publications;
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
    Orientations,
    /// A list of orientations that is to be sent.
    Sending,
    Publications,
    Impact,
}

/// The state of every room.
#[derive(Debug, Default)]
pub struct Rooms {
    pub streams: streams::Streams,
    pub inbox: inbox::Inbox,
    pub agenda: agenda::Agenda,
    pub orientations: orientations::Orientations,
    pub publications: publications::Publications,
}

impl Room {
    pub const ALL: [Self; 7] =
        [Self::Streams, Self::Inbox, Self::Agenda, Self::Orientations, Self::Sending, Self::Publications, Self::Impact];

    /// The message that names it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Streams => "context-streams",
            Self::Inbox => "context-arrivals",
            Self::Agenda => "context-sittings",
            Self::Orientations => "context-sent",
            Self::Sending => "context-sending",
            Self::Publications => "context-publications",
            Self::Impact => "context-consolidated",
        }
    }

    /// The message of the key that goes there.
    pub fn action_id(self) -> &'static str {
        match self {
            Self::Streams => "action-show-streams",
            Self::Inbox => "action-show-arrivals",
            Self::Agenda => "action-show-sittings",
            Self::Orientations => "action-show-sent",
            Self::Sending => "action-show-sending",
            Self::Publications => "action-show-publications",
            Self::Impact => "action-show-consolidated",
        }
    }

    /// The contexts whose keys are heard in it, nearest first.
    pub fn heard(self) -> &'static [Context] {
        match self {
            Self::Streams => &[Context::Room(Self::Streams), Context::Moving, Context::Department, Context::Always],
            Self::Inbox => &[Context::Room(Self::Inbox), Context::Moving, Context::Department, Context::Always],
            Self::Agenda => &[Context::Room(Self::Agenda), Context::Moving, Context::Department, Context::Always],
            Self::Orientations => {
                &[Context::Room(Self::Orientations), Context::Moving, Context::Department, Context::Always]
            }
            Self::Impact => &[Context::Room(Self::Impact), Context::Moving, Context::Department, Context::Always],
            Self::Publications => {
                &[Context::Room(Self::Publications), Context::Moving, Context::Department, Context::Always]
            }
            Self::Sending => &[Context::Room(Self::Sending), Context::Moving, Context::Department, Context::Always],
        }
    }

    /// What it has to load when it is gone to, and after a change.
    pub fn loads(self) -> Request {
        Request::Errand(match self {
            Self::Streams => Errand::LoadStreams,
            Self::Inbox => Errand::LoadInbox,
            Self::Agenda => Errand::LoadAgenda,
            Self::Orientations => Errand::LoadOrientations,
            Self::Sending => return Request::JudgeList,
            Self::Impact => return Request::LoadImpact,
            Self::Publications => Errand::LoadPublications,
        })
    }

    /// The room after this one; a list is gone to where it is opened.
    pub fn next(self) -> Self {
        let after = Self::ALL.into_iter().skip_while(|room| *room != self).skip(1);
        after.chain(Self::ALL).find(|room| *room != Self::Sending).unwrap_or(self)
    }

    /// The room before it.
    pub fn previous(self) -> Self {
        Self::ALL.into_iter().find(|room| *room != Self::Sending && room.next() == self).unwrap_or(Self::Orientations)
    }

    /// Where one goes back to.
    pub fn home(self) -> Self {
        match self {
            Self::Sending => Self::Orientations,
            Self::Streams | Self::Inbox | Self::Agenda | Self::Orientations | Self::Publications | Self::Impact => {
                Self::Streams
            }
        }
    }
}

impl Rooms {
    pub fn update(&mut self, room: Room, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match room {
            Room::Streams => self.streams.update(action, inside, catalog),
            Room::Inbox => self.inbox.update(action, inside, catalog),
            Room::Agenda => self.agenda.update(action, inside),
            Room::Orientations => self.orientations.update(action, inside),
            Room::Publications => self.publications.update(action, inside),
            // The list and the figures are the antenna's screens too.
            Room::Sending | Room::Impact => Reaction::Stays,
        }
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self, room: Room) -> bool {
        match room {
            Room::Streams => self.streams.is_empty(),
            Room::Inbox => self.inbox.is_empty(),
            Room::Agenda => self.agenda.is_empty(),
            Room::Orientations => self.orientations.is_empty(),
            Room::Publications => self.publications.is_empty(),
            Room::Sending | Room::Impact => false,
        }
    }

    pub fn click(&mut self, room: Room, at: Position, inside: Rect) -> Reaction {
        match room {
            Room::Streams => self.streams.click(at, inside),
            Room::Inbox => self.inbox.click(at, inside),
            Room::Agenda => self.agenda.click(at, inside),
            Room::Orientations => self.orientations.click(at, inside),
            Room::Publications => self.publications.click(at, inside),
            Room::Sending | Room::Impact => Reaction::Stays,
        }
    }

    /// Whether going back stays in the room: from one antenna to all of them.
    pub fn goes_back_within(&self, room: Room) -> bool {
        match room {
            Room::Streams => self.streams.is_open(),
            Room::Inbox | Room::Agenda | Room::Orientations | Room::Sending | Room::Publications | Room::Impact => {
                false
            }
        }
    }

    /// The family of the line under the cursor.
    pub fn family(&self, room: Room) -> Option<FamilyId> {
        match room {
            Room::Streams | Room::Inbox | Room::Orientations | Room::Sending | Room::Publications | Room::Impact => {
                None
            }
            Room::Agenda => self.agenda.line().map(|line| line.file.family),
        }
    }

    /// What an act is about: the antenna or the referral under the cursor.
    pub fn about(&self, room: Room) -> Option<About> {
        match room {
            Room::Streams => self.streams.about(),
            Room::Inbox | Room::Orientations | Room::Sending | Room::Impact => None,
            Room::Agenda => self.agenda.about(),
            Room::Publications => self.publications.about(),
        }
    }

    pub fn title(&self, room: Room, look: &Look<'_>) -> String {
        match room {
            Room::Streams => self.streams.title(look),
            Room::Inbox | Room::Agenda | Room::Orientations | Room::Sending | Room::Publications | Room::Impact => {
                look.text(room.id()).into_owned()
            }
        }
    }

    pub fn draw(&self, room: Room, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        match room {
            Room::Streams => self.streams.draw(look, area, buf),
            Room::Inbox => self.inbox.draw(look, area, buf),
            Room::Agenda => self.agenda.draw(look, area, buf),
            Room::Orientations => self.orientations.draw(look, area, buf),
            Room::Publications => self.publications.draw(look, area, buf),
            Room::Sending | Room::Impact => {}
        }
    }
}
