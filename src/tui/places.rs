//! The places where the focus can be, each with its state: it stands between the keys and what the screens draw.
//!
//! What a place wants done is given back as a [`Reaction`]; how it is drawn is in `screens`.

pub mod accesses;
pub mod agenda;
pub mod arrivals;
pub mod attendance;
pub mod caseload;
pub mod department;
pub mod detail;
pub mod enrolment;
pub mod exchange;
pub mod groups;
pub mod history;
mod idle;
pub mod impact;
pub mod inbox;
pub mod lists;
pub mod opening;
pub mod panel;
mod place;
pub mod retention;
pub mod search;
pub mod settings;
pub mod steering;
pub mod supports;
pub mod timeline;

use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::action::Action;
use super::folders;
use super::keymap::Key;
use super::look::{Look, Privacy};
use super::screens::timeline::Subject;
use super::ui::{Errand, Request};
use super::widgets::picker::{Picker, Purpose};
use super::widgets::popup::{Confirm, Popup};
use super::widgets::timeline as widget;
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::antenna::AntennaRecord;
use crate::domain::deadline::{About, Deadline};
use crate::domain::family::FamilyRecord;
pub use caseload::{Page, Wanted};
pub use department::Room;
pub use place::Place;

/// A family as the detail and the timeline show it.
#[derive(Clone, Debug)]
pub struct Shown {
    pub record: FamilyRecord,
    pub deadlines: Vec<Deadline>,
    pub path: widget::Timeline,
    pub antenna: Arc<AntennaRecord>,
    /// Places taken of its solidarity centre.
    pub places_taken: u32,
    pub today: NaiveDate,
}

/// The state of every screen.
#[derive(Debug, Default)]
pub struct Screens {
    pub caseload: caseload::Caseload,
    pub detail: detail::Detail,
    pub timeline: timeline::Timeline,
    pub agenda: agenda::Agenda,
    pub panel: panel::Panel,
    pub impact: impact::Impact,
    pub groups: groups::Groups,
    pub attendance: attendance::Attendance,
    pub steering: steering::Steering,
    pub settings: settings::Settings,
    pub history: history::History,
    pub exchange: exchange::Exchange,
    pub inbox: inbox::Inbox,
    pub supports: supports::Supports,
    pub enrolment: enrolment::Enrolment,
    pub search: search::Search,
    pub accesses: accesses::Accesses,
    pub lists: lists::Lists,
    pub retention: retention::Retention,
    pub rooms: department::Rooms,
}

/// What an action did to a screen.
#[derive(Debug)]
pub enum Reaction {
    Stays,
    Ask(Request),
    /// The focus goes to another place.
    Go(Place),
    GoAndAsk(Place, Request),
    /// A list to choose from; the answer comes by [`Screens::chosen`].
    List(Picker),
    Popup(Popup),
    Confirm(Confirm),
}

impl Shown {
    /// Places taken of the family's solidarity centre, and places in all.
    fn places(&self) -> Option<(u32, u32)> {
        let record = &self.record;
        let code = record.stays.last().map(|stay| &stay.center);
        let center =
            self.antenna.center(code.or(record.orientations.last().map(|orientation| &orientation.center))?)?;
        let convention = self.antenna.convention(self.today)?;
        Some((self.places_taken, center.places.unwrap_or(convention.caseload.places_per_center)))
    }

    /// The age that the benefit ends with, in the convention of the stay.
    fn landmark_years(&self) -> u32 {
        let on = self.record.stays.last().map_or(self.today, |stay| stay.included_on);
        self.antenna.convention(on).map_or(3, |convention| convention.inclusion.child_under_years)
    }

    fn subject<'a>(&'a self, timeline: &'a widget::Timeline, privacy: Privacy) -> Subject<'a> {
        let Self { record, deadlines, antenna, today, .. } = self;
        Subject { record, timeline, deadlines, antenna, today: *today, privacy }
    }
}

impl Screens {
    /// Does an action where the focus is. `inside` is where the place is drawn.
    pub fn update(&mut self, place: Place, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match place {
            Place::Caseload => self.caseload.update(action, inside, catalog),
            Place::Detail => self.detail.update(action, inside, catalog),
            Place::Timeline => self.timeline.update(action, inside, catalog),
            Place::Agenda => self.agenda.update(action, inside, catalog),
            Place::Panel => self.panel.update(action, inside, catalog),
            Place::Impact => self.impact.update(action, inside, catalog),
            Place::Groups => self.groups.update(action, inside, catalog),
            Place::Attendance => self.attendance.update(action, inside, catalog),
            Place::Steering => self.steering.update(action, inside, catalog),
            Place::Settings => self.settings.update(action, inside, catalog),
            Place::History => self.history.update(action, inside, catalog),
            Place::Exchange => self.exchange.update(action, inside, catalog),
            Place::Inbox => self.inbox.update(action, inside, catalog),
            Place::Supports => self.supports.update(action, inside, catalog),
            Place::Enrolment => self.enrolment.update(action, inside, catalog),
            Place::Search => self.search.update(action, inside, catalog),
            Place::Lists => self.lists.update(action, inside, catalog),
            Place::Accesses => self.accesses.update(action, inside, catalog),
            Place::Retention => self.retention.update(action, inside, catalog),
            Place::Room(Room::Sending) => self.lists.update(action, inside, catalog),
            // A Département reads a family's file, and goes nowhere.
            Place::Room(Room::Impact) => match self.impact.update(action, inside, catalog) {
                Reaction::GoAndAsk(_, Request::OpenPassage { family, .. } | Request::OpenFamily(family)) => {
                    Reaction::Ask(Request::Errand(Errand::ReadFamily(family)))
                }
                other => other,
            },
            Place::Room(room) => self.rooms.update(room, action, inside, catalog),
        }
    }

    /// Selects what lies under a click.
    pub fn click(&mut self, place: Place, at: Position, inside: Rect) -> Reaction {
        match place {
            Place::Caseload => self.caseload.click(at, inside),
            Place::Detail => self.detail.click(at, inside),
            Place::Timeline => self.timeline.click(at, inside),
            Place::Agenda => self.agenda.click(at, inside),
            Place::Panel => self.panel.click(at, inside),
            Place::Impact => self.impact.click(at, inside),
            Place::Groups => self.groups.click(at, inside),
            Place::Attendance => self.attendance.click(at, inside),
            Place::Steering => self.steering.click(at, inside),
            Place::Settings => self.settings.click(at, inside),
            Place::History => self.history.click(at, inside),
            Place::Exchange => self.exchange.click(at, inside),
            Place::Inbox => self.inbox.click(at, inside),
            Place::Supports => self.supports.click(at, inside),
            Place::Enrolment => self.enrolment.click(at, inside),
            Place::Search => self.search.click(at, inside),
            Place::Lists => self.lists.click(at, inside),
            Place::Accesses => self.accesses.click(at, inside),
            Place::Retention => self.retention.click(at, inside),
            Place::Room(Room::Sending) => self.lists.click(at, inside),
            Place::Room(Room::Impact) => self.impact.click(at, inside),
            Place::Room(room) => self.rooms.click(room, at, inside),
        }
    }

    /// Whether going back stays in the place: from the acts behind a figure to the figures.
    pub fn goes_back_within(&self, place: Place) -> bool {
        match place {
            Place::Impact | Place::Room(Room::Impact) => self.impact.shows_acts(),
            Place::Settings => self.settings.is_inside(),
            Place::Room(room) => self.rooms.goes_back_within(room),
            _has_no_inside => false,
        }
    }

    /// Whether what is typed goes to a line of the place itself.
    pub fn takes_text(&self, place: Place) -> bool {
        place == Place::Search || self.is_filtering(place)
    }

    /// Whether what is typed goes to the filter of a list of families.
    pub fn is_filtering(&self, place: Place) -> bool {
        (place == Place::Caseload && self.caseload.is_filtering())
            || (place == Place::Attendance && self.attendance.is_filtering())
    }

    /// Types in the line of a place: the filter, or what is looked for everywhere.
    pub fn typed(&mut self, place: Place, text: &str) -> Reaction {
        match place {
            Place::Search => self.search.typed(text),
            Place::Attendance => self.attendance.typed(text),
            _filtered => self.caseload.typed(text),
        }
    }

    /// Edits that line.
    pub fn edited(&mut self, place: Place, key: Key) -> Reaction {
        match place {
            Place::Search => self.search.edited(key),
            Place::Attendance => self.attendance.edited(key),
            _filtered => self.caseload.edited(key),
        }
    }

    /// Takes what was chosen in a list that a screen opened.
    pub fn chosen(&mut self, purpose: Purpose, code: &str) -> Reaction {
        match purpose {
            Purpose::View | Purpose::Sort => self.caseload.chosen(purpose, code),
            Purpose::Folder => folders::chosen(code),
            Purpose::List => folders::chosen_list(code),
            Purpose::Card => folders::chosen_card(code),
            Purpose::Plan => folders::chosen_plan(code),
            Purpose::Arrival => folders::chosen_arrival(code),
            Purpose::Sender => lists::sent_by(code),
            Purpose::Field | Purpose::Draft => Reaction::Stays,
        }
    }

    /// Shows a family in the detail and the timeline, or none; gives back what they showed.
    pub fn show(&mut self, shown: Option<Arc<Shown>>) -> Option<Arc<Shown>> {
        self.detail.show(shown.clone());
        self.timeline.show(shown)
    }

    /// What a screen has to load again after an act.
    pub fn reload(&self, place: Place) -> Option<Request> {
        match place {
            Place::Caseload | Place::Detail | Place::Timeline => None,
            Place::Agenda => Some(Request::LoadAgenda),
            Place::Panel => Some(Request::LoadPanel),
            Place::Impact => Some(Request::LoadImpact),
            Place::Groups => Some(Request::LoadGroups),
            Place::Attendance => Some(Request::LoadAttendance),
            Place::Steering => Some(Request::LoadSteering),
            Place::Settings => Some(Request::LoadSettings),
            Place::History => self.history.family().map(Request::LoadHistory),
            Place::Exchange => Some(Request::PreviewExport),
            Place::Inbox => Some(Request::LoadInbox),
            Place::Supports => Some(Request::LoadSupports),
            Place::Enrolment => Some(Request::LoadEnrolment),
            Place::Search => Some(Request::SearchEverywhere),
            Place::Lists => Some(Request::JudgeList),
            Place::Accesses => Some(Request::LoadAccesses),
            Place::Retention => Some(Request::LoadRetention),
            Place::Room(room) => Some(room.loads()),
        }
    }

    /// The family that an act is about: the one under the cursor.
    pub fn family(&self, place: Place) -> Option<FamilyId> {
        match place {
            Place::Caseload | Place::Detail | Place::Timeline => self.caseload.family(),
            Place::Agenda => self.agenda.family(),
            Place::Panel => self.panel.family(),
            Place::Impact => self.impact.family(),
            Place::Groups | Place::Steering | Place::Settings | Place::Supports | Place::Enrolment => None,
            Place::Attendance => self.attendance.family(),
            Place::History => self.history.family(),
            Place::Exchange => self.exchange.family(),
            Place::Inbox => self.inbox.family(),
            Place::Search => self.search.family(),
            Place::Lists => self.lists.family(),
            Place::Accesses => self.accesses.family(),
            Place::Retention => self.retention.family(),
            Place::Room(room) => self.rooms.family(room),
        }
    }

    /// What the act is about inside the family: the mark or line under the cursor.
    pub fn about(&self, place: Place) -> Option<About> {
        match place {
            Place::Caseload
            | Place::History
            | Place::Impact
            | Place::Attendance
            | Place::Retention
            | Place::Accesses
            | Place::Search
            | Place::Lists
            | Place::Exchange
            | Place::Inbox
            | Place::Supports
            | Place::Enrolment => None,
            Place::Room(room) => self.rooms.about(room),
            Place::Detail => self.detail.about(),
            Place::Timeline => self.timeline.about(),
            Place::Agenda => self.agenda.about(),
            Place::Panel => self.panel.about(),
            Place::Groups => self.groups.about(),
            Place::Steering => self.steering.about(),
            Place::Settings => self.settings.about(),
        }
    }

    /// The title in the border of a place.
    pub fn title(&self, place: Place, look: &Look<'_>) -> String {
        match place {
            Place::Caseload => self.caseload.title(look),
            Place::Detail => self.detail.title(look),
            Place::Timeline => self.timeline.title(look),
            Place::Agenda => self.agenda.title(look),
            Place::Panel => self.panel.title(look),
            Place::Impact => self.impact.title(look),
            Place::Groups => self.groups.title(look),
            Place::Attendance => self.attendance.title(look),
            Place::Steering => self.steering.title(look),
            Place::Settings => self.settings.title(look),
            Place::History => self.history.title(look),
            Place::Exchange => self.exchange.title(look),
            Place::Inbox => self.inbox.title(look),
            Place::Supports => self.supports.title(look),
            Place::Enrolment => self.enrolment.title(look),
            Place::Search => self.search.title(look),
            Place::Lists => self.lists.title(look),
            Place::Accesses => self.accesses.title(look),
            Place::Retention => self.retention.title(look),
            Place::Room(Room::Sending) => self.lists.title(look),
            Place::Room(Room::Impact) => self.impact.title(look),
            Place::Room(room) => self.rooms.title(room, look),
        }
    }

    /// Draws a place; gives the place of the text cursor when it has one.
    pub fn draw(&self, place: Place, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        match place {
            Place::Caseload => self.caseload.draw(look, area, buf),
            Place::Detail => self.detail.draw(look, area, buf),
            Place::Timeline => self.timeline.draw(look, area, buf),
            Place::Agenda => self.agenda.draw(look, area, buf),
            Place::Panel => self.panel.draw(look, area, buf),
            Place::Impact => self.impact.draw(look, area, buf),
            Place::Groups => self.groups.draw(look, area, buf),
            Place::Attendance => self.attendance.draw(look, area, buf),
            Place::Steering => self.steering.draw(look, area, buf),
            Place::Settings => self.settings.draw(look, area, buf),
            Place::History => self.history.draw(look, area, buf),
            Place::Exchange => self.exchange.draw(look, area, buf),
            Place::Inbox => self.inbox.draw(look, area, buf),
            Place::Supports => self.supports.draw(look, area, buf),
            Place::Enrolment => self.enrolment.draw(look, area, buf),
            Place::Search => self.search.draw(look, area, buf),
            Place::Lists => self.lists.draw(look, area, buf),
            Place::Accesses => self.accesses.draw(look, area, buf),
            Place::Retention => self.retention.draw(look, area, buf),
            Place::Room(Room::Sending) => self.lists.draw(look, area, buf),
            Place::Room(Room::Impact) => self.impact.draw(look, area, buf),
            Place::Room(room) => {
                self.rooms.draw(room, look, area, buf);
                None
            }
        }
    }
}
