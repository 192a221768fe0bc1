//! The history of a family: who, when, what changed; and taking back from there. (First cut.)

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reaction;
use crate::app::HistoryLine;
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::antenna::AntennaRecord;
use crate::tui::action::Action;
use crate::tui::look::Look;
use std::sync::Arc;

#[derive(Debug, Default)]
pub struct History {}

impl History {
    /// Takes the history of a family, oldest first.
    pub fn take(&mut self, _family: FamilyId, _name: String, _lines: Vec<HistoryLine>, _antenna: Arc<AntennaRecord>) {}

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
