//! The history of a family: who, when, what changed; and taking back from there. (First cut.)

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reaction;
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::tui::action::Action;
use crate::tui::look::Look;

#[derive(Debug, Default)]
pub struct History {}

impl History {
    pub fn update(&mut self, _action: Action, _inside: Rect, _catalog: &Catalog) -> Reaction {
        Reaction::Stays
    }

    pub fn click(&mut self, _at: Position, _inside: Rect) -> Reaction {
        Reaction::Stays
    }

    /// The family of the line under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        None
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-history").into_owned()
    }

    pub fn draw(&self, _look: &Look<'_>, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
        None
    }
}
