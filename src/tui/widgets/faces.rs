//! The faces of one screen on its first line: the one that is shown is marked, Tab goes to the next.

use ratatui::layout::Rect;

use crate::tui::places::Place;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;

/// The faces of the exchange with the Département.
pub const EXCHANGE: &[Place] = &[Place::Exchange, Place::Inbox, Place::Supports, Place::Enrolment];

/// Draws the names of the faces; gives what is left under them.
pub fn draw(sheet: &mut Sheet<'_, '_>, area: Rect, faces: &[Place], here: Place) -> Rect {
    let mut x = area.x + 1;
    for face in faces {
        let name = sheet.catalog().attribute(face.context().id(), "face");
        let (sign, role) = if *face == here { ("▸", Role::Heading) } else { (" ", Role::Muted) };
        x = sheet.put(x, area.y, area.right(), sign, Role::Text);
        x = sheet.put(x, area.y, area.right(), &name, role).saturating_add(2);
    }
    under(area)
}

/// What is left under the names of the faces.
pub fn under(area: Rect) -> Rect {
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}
