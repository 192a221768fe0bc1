//! What leaves for the Département and what is withheld; sealing the next bundle. (First cut.)

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reaction;
use crate::app::{Exported, Preview, Sealed};
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::tui::action::Action;
use crate::tui::look::Look;

#[derive(Debug, Default)]
pub struct Exchange {}

impl Exchange {
    /// Takes what the next bundle would carry, nothing when there is nothing, and the bundles sealed so far.
    pub fn take(&mut self, _preview: Option<Preview>, _outbox: Vec<Sealed>) {}

    /// Says what was sealed.
    pub fn sealed(&mut self, _exported: &Exported) {}

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
        look.text("context-exchange").into_owned()
    }

    pub fn draw(&self, _look: &Look<'_>, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
        None
    }
}
