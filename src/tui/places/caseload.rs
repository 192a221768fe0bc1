//! The caseload list: one line a family, filtered as one types, sorted, by saved view. (First cut.)

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Page, Reaction, Wanted};
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::tui::action::Action;
use crate::tui::keymap::Key;
use crate::tui::look::Look;
use crate::tui::widgets::picker::Purpose;

/// The list.
#[derive(Debug, Default)]
pub struct Caseload {}

impl Caseload {
    pub fn update(&mut self, _action: Action, _inside: Rect, _catalog: &Catalog) -> Reaction {
        Reaction::Stays
    }

    pub fn is_filtering(&self) -> bool {
        false
    }

    pub fn typed(&mut self, _text: &str) -> Reaction {
        Reaction::Stays
    }

    pub fn edited(&mut self, _key: Key) -> Reaction {
        Reaction::Stays
    }

    pub fn chosen(&mut self, _purpose: Purpose, _code: &str) -> Reaction {
        Reaction::Stays
    }

    /// What it wants loaded.
    pub fn wanted(&self) -> Wanted {
        Wanted::default()
    }

    /// Takes the page that it wanted.
    pub fn take(&mut self, _page: Page) {}

    /// Puts the cursor on a family, when it is listed.
    pub fn select(&mut self, _family: FamilyId) {}

    pub fn click(&mut self, _at: Position, _inside: Rect) -> Reaction {
        Reaction::Stays
    }

    /// The family under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        None
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-caseload").into_owned()
    }

    pub fn draw(&self, _look: &Look<'_>, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
        None
    }
}
