//! What would do nothing on a screen as it stands: the footer does not offer it.

use super::{Place, Room, Screens};
use crate::tui::action::{ActKind, Action};

const WITHOUT_A_FAMILY: &[Action] = &[Action::Undo, Action::ShowHistory, Action::OpenFamily];

/// What is done with the line under the cursor.
const WITHOUT_A_LINE: &[Action] = &[
    Action::Undo,
    Action::ShowHistory,
    Action::OpenFamily,
    Action::Open,
    Action::UndoThis,
    Action::MarkPresent,
    Action::MarkAbsent,
    Action::MarkExcused,
    Action::HandOver,
    Action::Acknowledge,
    Action::WriteSlip,
    Action::EndSetting,
    Action::Act(ActKind::AddGroupSession),
    Action::Act(ActKind::CancelGroupSession),
    Action::Act(ActKind::FollowTopic),
    Action::Act(ActKind::CloseTopic),
    Action::Act(ActKind::RefuseOrientation),
    Action::Act(ActKind::RevokeAntenna),
    Action::Act(ActKind::AnswerTopic),
    Action::Act(ActKind::RecordPanelOpinion),
    Action::Act(ActKind::RecordPanelDecision),
    Action::Act(ActKind::PostponePanelReferral),
];

/// Of the figures while the acts behind one are shown.
const AMONG_ACTS: &[Action] = &[Action::Left, Action::Right, Action::ChangeSpan, Action::RegroupImpact];

/// The same, on no act of a family.
const AMONG_ACTS_OF_NOBODY: &[Action] = &[
    Action::Left,
    Action::Right,
    Action::ChangeSpan,
    Action::RegroupImpact,
    Action::Undo,
    Action::ShowHistory,
    Action::OpenFamily,
    Action::Open,
];

/// Of the lists of orientations while none is open; Enter opens one.
const WITHOUT_A_LIST: &[Action] = &[
    Action::Undo,
    Action::ShowHistory,
    Action::OpenFamily,
    Action::ChooseLine,
    Action::ChooseAllLines,
    Action::ReceiveLines,
    Action::WriteReport,
    Action::ChooseList,
];

impl Screens {
    /// The actions heard in a place that would do nothing now.
    pub fn idle(&self, place: Place) -> &'static [Action] {
        match place {
            Place::Lists if self.lists.open().is_none() => WITHOUT_A_LIST,
            Place::Impact | Place::Room(Room::Impact) if self.impact.shows_acts() => match self.impact.family() {
                Some(_) => AMONG_ACTS,
                None => AMONG_ACTS_OF_NOBODY,
            },
            place if self.is_empty(place) => WITHOUT_A_LINE,
            place if self.family(place).is_none() => WITHOUT_A_FAMILY,
            _of_a_family => &[],
        }
    }

    /// Whether a place has no line to stand on.
    fn is_empty(&self, place: Place) -> bool {
        match place {
            Place::Caseload | Place::Detail | Place::Timeline => self.caseload.family().is_none(),
            Place::Agenda => self.agenda.is_empty(),
            Place::Panel => self.panel.is_empty(),
            Place::Impact | Place::Room(Room::Impact) => self.impact.is_empty(),
            Place::Groups => self.groups.is_empty(),
            Place::Attendance => self.attendance.is_empty(),
            Place::Steering => self.steering.is_empty(),
            Place::Settings => self.settings.is_empty(),
            Place::History => self.history.is_empty(),
            Place::Exchange => self.exchange.is_empty(),
            Place::Inbox => self.inbox.is_empty(),
            Place::Supports => self.supports.is_empty(),
            Place::Search => self.search.is_empty(),
            Place::Accesses => self.accesses.is_empty(),
            Place::Retention => self.retention.is_empty(),
            // The keys of the enrolment are its own, and a list of orientations is opened by Enter.
            Place::Enrolment | Place::Lists => false,
            Place::Room(room) => self.rooms.is_empty(room),
        }
    }
}
