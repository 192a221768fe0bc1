//! What would do nothing on a screen as it stands: the footer does not offer it.

use super::{Place, Screens};
use crate::tui::action::Action;

const WITHOUT_A_FAMILY: &[Action] = &[Action::Undo, Action::ShowHistory, Action::OpenFamily];

const WITHOUT_A_LINE: &[Action] = &[Action::Undo, Action::ShowHistory, Action::OpenFamily, Action::Open];

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
            Place::Supports if self.supports.is_empty() => WITHOUT_A_LINE,
            place if self.family(place).is_none() => WITHOUT_A_FAMILY,
            _of_a_family => &[],
        }
    }
}
