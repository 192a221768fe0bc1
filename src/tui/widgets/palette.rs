//! The palette.

use crate::tui::action::Action;

/// Whether the palette offers the action.
pub fn offers(_action: Action) -> bool {
    true
}
