//! Where the focus can be, and how it goes from one place to the next.

use super::Room;
use crate::tui::action::Action;
use crate::tui::keymap::Context;

/// Where the focus can be: a pane of the caseload, or another screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Caseload,
    Detail,
    Timeline,
    Agenda,
    Panel,
    Impact,
    Groups,
    Attendance,
    Steering,
    Settings,
    History,
    Exchange,
    Inbox,
    Supports,
    Enrolment,
    Retention,
    Accesses,
    Search,
    Lists,
    /// A place of a Département.
    Room(Room),
}

const OF_ANTENNA: [Place; 19] = [
    Place::Caseload,
    Place::Detail,
    Place::Timeline,
    Place::Agenda,
    Place::Panel,
    Place::Impact,
    Place::Groups,
    Place::Attendance,
    Place::Steering,
    Place::Settings,
    Place::History,
    Place::Exchange,
    Place::Inbox,
    Place::Supports,
    Place::Enrolment,
    Place::Retention,
    Place::Accesses,
    Place::Search,
    Place::Lists,
];

/// The panes of the caseload, and the faces of the exchange: Tab goes round each of them.
const PANES: [Place; 3] = [Place::Caseload, Place::Detail, Place::Timeline];
const FACES: [Place; 4] = [Place::Exchange, Place::Inbox, Place::Supports, Place::Enrolment];

impl Place {
    /// Whether it is a pane of the caseload.
    pub fn is_pane(self) -> bool {
        PANES.contains(&self)
    }

    /// Where its keys are heard.
    pub fn context(self) -> Context {
        match self {
            Self::Caseload => Context::Caseload,
            Self::Detail => Context::Detail,
            Self::Timeline => Context::Timeline,
            Self::Agenda => Context::Agenda,
            Self::Panel => Context::Panel,
            Self::Impact => Context::Impact,
            Self::Groups => Context::Groups,
            Self::Attendance => Context::Attendance,
            Self::Steering => Context::Steering,
            Self::Settings => Context::Settings,
            Self::History => Context::History,
            Self::Exchange => Context::Exchange,
            Self::Inbox => Context::Inbox,
            Self::Supports => Context::Supports,
            Self::Enrolment => Context::Enrolment,
            Self::Search => Context::Search,
            Self::Lists => Context::Lists,
            Self::Accesses => Context::Accesses,
            Self::Retention => Context::Retention,
            Self::Room(room) => Context::Room(room),
        }
    }

    /// The place whose keys are heard in this context.
    pub fn of(context: Context) -> Option<Self> {
        if let Context::Room(room) = context {
            return Some(Self::Room(room));
        }
        OF_ANTENNA.into_iter().find(|place| place.context() == context)
    }

    /// The place that an action goes to, and does nothing else.
    pub fn shown_by(action: Action) -> Option<Self> {
        Some(match action {
            Action::ShowCaseload => Self::Caseload,
            Action::ShowAgenda => Self::Agenda,
            Action::ShowPanel => Self::Panel,
            Action::ShowImpact => Self::Impact,
            Action::ShowGroups => Self::Groups,
            Action::ShowSteering => Self::Steering,
            Action::ShowSettings => Self::Settings,
            Action::ShowHistory => Self::History,
            Action::ShowRetention => Self::Retention,
            Action::ShowAccesses => Self::Accesses,
            Action::ShowSearch => Self::Search,
            Action::ShowLists => Self::Lists,
            Action::ShowExchange => Self::Exchange,
            Action::ShowInbox => Self::Inbox,
            Action::Visit(room) => Self::Room(room),
            _stays => return None,
        })
    }

    /// Where one begins, and where one goes back to.
    pub fn home(self) -> Self {
        match self {
            Self::Room(room) => Self::Room(room.home()),
            _of_an_antenna => Self::Caseload,
        }
    }

    /// The pane or the face after this one.
    pub fn next(self) -> Self {
        match self {
            Self::Room(room) => Self::Room(room.next()),
            _of_an_antenna => self.turned(1),
        }
    }

    /// The pane or the face before this one.
    pub fn previous(self) -> Self {
        match self {
            Self::Room(room) => Self::Room(room.previous()),
            _of_an_antenna => self.turned(-1),
        }
    }

    /// So many steps further in the ring that this place is in; a screen alone stays.
    fn turned(self, steps: isize) -> Self {
        let rings: [&[Self]; 2] = [&PANES, &FACES];
        let turned = |ring: &[Self]| {
            let at = ring.iter().position(|place| *place == self)?;
            ring.get(at.checked_add_signed(steps).unwrap_or(ring.len() - 1) % ring.len()).copied()
        };
        rings.into_iter().find_map(turned).unwrap_or(self)
    }
}
