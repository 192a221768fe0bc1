//! Deadlines and appointments of the antenna, by day or by rule. (First cut.)

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reaction;
use crate::app::DeadlineLine;
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::deadline::About;
use crate::tui::action::Action;
use crate::tui::look::Look;

#[derive(Debug, Default)]
pub struct Agenda {}

impl Agenda {
    /// Takes the deadlines, earliest first.
    pub fn take(&mut self, _lines: Vec<DeadlineLine>) {}

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

    /// What is under the cursor, for the act that is asked for on it.
    pub fn about(&self) -> Option<About> {
        None
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-agenda").into_owned()
    }

    pub fn draw(&self, _look: &Look<'_>, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
        None
    }
}
