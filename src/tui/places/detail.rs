//! One family: who, since when, where it stands, what is due. (First cut.)

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Reaction, Shown};
use crate::base::locale::Catalog;
use crate::domain::deadline::About;
use crate::tui::action::Action;
use crate::tui::look::Look;

#[derive(Debug, Default)]
pub struct Detail {}

impl Detail {
    /// Shows a family, or none.
    pub fn show(&mut self, _shown: Option<Arc<Shown>>) {}

    pub fn update(&mut self, _action: Action, _inside: Rect, _catalog: &Catalog) -> Reaction {
        Reaction::Stays
    }

    pub fn click(&mut self, _at: Position, _inside: Rect) -> Reaction {
        Reaction::Stays
    }

    /// What is under the cursor, for the act that is asked for on it.
    pub fn about(&self) -> Option<About> {
        None
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-detail").into_owned()
    }

    pub fn draw(&self, _look: &Look<'_>, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
        None
    }
}
