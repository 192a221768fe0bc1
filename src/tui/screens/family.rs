//! The detail pane: one family, section by section, with a cursor that goes from line to line.
//!
//! Opening what is under the cursor is the caller's: [`FamilyView::target`] says what it is.

mod lines;
mod sections;

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::sheet::Sheet;
use crate::base::id::{ChildId, NoteId};
use uuid::Uuid;

use crate::base::locale::Catalog;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::Object;
pub use lines::{Line, Piece};
pub use sections::Dossier;
pub(in crate::tui) use sections::standing;

/// What a line of the detail opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    Mark(Object),
    Note(NoteId),
    Child(ChildId),
    Identity,
    Contact,
    Situation,
    Referent,
    Pregnancy,
    Exit,
}

impl Target {
    /// Whether it is about a place of the record: the last id in it, or the part that has none.
    fn is_at(self, place: &str) -> bool {
        let id = place.rsplit('/').find_map(|part| Uuid::parse_str(part).ok());
        let part = place.split('/').next().unwrap_or_default();
        match id {
            Some(id) => self.id() == Some(id),
            None => match self {
                Self::Exit => part == "stays",
                Self::Contact => part == "contact",
                Self::Situation => part == "situation",
                Self::Referent => matches!(part, "assignments" | "stand_ins"),
                Self::Pregnancy => part == "pregnancies",
                Self::Identity => part == "identity",
                Self::Mark(_) | Self::Note(_) | Self::Child(_) => false,
            },
        }
    }

    /// The id of what it is about, where it has one.
    fn id(self) -> Option<Uuid> {
        let bytes = match self {
            Self::Note(id) => id.bytes(),
            Self::Child(id) => id.bytes(),
            Self::Mark(Object::Encounter(id)) => id.bytes(),
            Self::Mark(Object::Contract(id) | Object::Review(id, _)) => id.bytes(),
            Self::Mark(Object::Commitment(id)) => id.bytes(),
            Self::Mark(Object::Panel(id)) => id.bytes(),
            Self::Mark(Object::Landmark(id)) => id.bytes(),
            Self::Mark(Object::Claim(id)) => id.bytes(),
            Self::Mark(Object::Aid(id)) => id.bytes(),
            Self::Mark(Object::Diagnosis(id)) => id.bytes(),
            Self::Mark(Object::Attendance(id)) => id.bytes(),
            Self::Mark(Object::Deadline(_) | Object::Stay(_))
            | Self::Identity
            | Self::Contact
            | Self::Situation
            | Self::Referent
            | Self::Pregnancy
            | Self::Exit => return None,
        };
        Some(Uuid::from_bytes(bytes))
    }
}

/// Where the person is in the detail, and its lines as last laid out.
#[derive(Clone, Debug, Default)]
pub struct FamilyView {
    lines: Vec<Line>,
    cursor: usize,
    top: usize,
    /// Sections that show their heading alone, for every family until they are opened again.
    folded: BTreeSet<&'static str>,
    /// The section just folded or opened: the cursor stays on its heading.
    on_heading: Option<&'static str>,
}

/// How the cursor of a list or a page moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

impl FamilyView {
    /// Another family: back to its first line.
    pub fn leave(&mut self) {
        self.lines.clear();
        self.cursor = 0;
        self.top = 0;
    }

    /// The view of another family, with the same sections folded; to be laid out.
    pub fn of_another(&self) -> Self {
        Self { folded: self.folded.clone(), ..Self::default() }
    }

    /// Lays the family out in a width. Only the lines that a height can show are made until the cursor moves below.
    pub fn lay_out(&mut self, catalog: &Catalog, dossier: &Dossier<'_>, width: u16, height: u16) {
        let most = match self.cursor {
            0 => usize::from(height),
            _ => usize::MAX,
        };
        self.lines = sections::lines(catalog, dossier, width, most, &self.folded);
        let heading = |line: &Line| self.on_heading.is_some() && line.section == self.on_heading;
        let place = self.lines.iter().position(heading).unwrap_or(self.cursor);
        self.cursor = place.min(self.lines.len().saturating_sub(1));
        self.top = self.top.min(self.cursor);
        self.on_heading = None;
    }

    /// Folds the section whose heading is under the cursor, or opens it; false where there is none. To be laid out again.
    pub fn fold(&mut self) -> bool {
        let Some(section) = self.lines.get(self.cursor).and_then(|line| line.section) else { return false };
        if !self.folded.remove(section) {
            self.folded.insert(section);
        }
        self.on_heading = Some(section);
        true
    }

    /// Moves the cursor: by a line, by a section (`PageUp`, `PageDown`), to an end. The layout must be whole.
    pub fn go(&mut self, movement: Move, height: u16) {
        let last = self.lines.len().saturating_sub(1);
        let headings =
            || self.lines.iter().enumerate().filter(|(_, line)| line.section.is_some()).map(|(place, _)| place);
        let to = match movement {
            Move::Up => (0..self.cursor).rev().find(|place| self.stops(*place)).unwrap_or(self.cursor),
            Move::Down => (self.cursor + 1..=last).find(|place| self.stops(*place)).unwrap_or(self.cursor),
            Move::PageUp => headings().rfind(|place| *place < self.cursor).unwrap_or(0),
            Move::PageDown => headings().find(|place| self.cursor < *place).unwrap_or(last),
            Move::First => 0,
            Move::Last => last,
        };
        self.cursor = to;
        let height = usize::from(height.max(1));
        if self.lines.get(to).is_some_and(|line| line.section.is_some()) && movement != Move::Up {
            // A section is read from its heading on.
            self.top = to.min((last + 1).saturating_sub(height));
        }
        self.top = self.top.clamp((to + 1).saturating_sub(height), to);
        if to < height && movement == Move::Up {
            self.top = self.top.min(to);
        }
    }

    /// Whether every line has been laid out, so that the cursor can move.
    pub fn is_whole(&self, height: u16) -> bool {
        self.lines.len() < usize::from(height) || self.cursor > 0
    }

    /// Puts the cursor on the line drawn at this height.
    pub fn point(&mut self, y: usize) {
        if self.stops(self.top + y) {
            self.cursor = self.top + y;
        }
    }

    /// Opens every section, to be laid out again.
    pub fn unfold(&mut self) {
        self.folded.clear();
    }

    /// Puts the cursor on the first line about this place of the record, where there is one. The layout must be whole.
    pub fn seek(&mut self, place: &str, height: u16) {
        let about = |line: &Line| line.target.is_some_and(|target| target.is_at(place));
        let Some(line) = self.lines.iter().position(about) else { return };
        self.cursor = line;
        self.top = (line + 1).saturating_sub(usize::from(height.max(2)) / 2);
    }

    /// What the line under the cursor opens.
    pub fn target(&self) -> Option<Target> {
        self.lines.get(self.cursor).and_then(|line| line.target)
    }

    /// Draws the lines from the first in view on; the one under the cursor lit when the pane has the focus.
    pub fn draw(&self, sheet: &mut Sheet<'_, '_>, area: Rect, lit: bool) {
        for (y, (place, line)) in (area.y..area.bottom()).zip(self.lines.iter().enumerate().skip(self.top)) {
            for piece in &line.pieces {
                let x = area.x.saturating_add(piece.at);
                sheet.put(x, y, area.right(), &piece.text, piece.role);
            }
            if lit && place == self.cursor {
                sheet.select(Rect { y, height: 1, ..area });
            }
        }
        let below = self.lines.len().saturating_sub(self.top + usize::from(area.height));
        if lit && below > 0 && area.width > 2 {
            sheet.put(area.right() - 1, area.bottom() - 1, area.right(), "▾", Role::Muted);
        }
    }

    fn stops(&self, place: usize) -> bool {
        self.lines.get(place).is_some_and(|line| !line.pieces.is_empty())
    }
}

#[cfg(test)]
mod tests;
