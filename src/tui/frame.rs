//! What is round the screens: header, footer, borders, and where each pane lies at each size.
//!
//! Layout depends on the size of the terminal and on the place that has the focus, on nothing else.

mod footer;
mod header;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::text::{Line, Span};

use super::look::{self, Look};
use super::places::Place;
use super::theme::Role;
use crate::base::locale::Fact;
pub use footer::{draw_footer, draw_notice};
pub use header::{Header, Waiting, draw_header};

/// A row of the frame as it was last drawn: it is copied while what it was drawn from stays the same.
#[derive(Debug)]
pub struct KeptRow<K> {
    drawn_from: Option<K>,
    cells: Vec<Cell>,
}

impl<K> Default for KeptRow<K> {
    fn default() -> Self {
        Self { drawn_from: None, cells: Vec::new() }
    }
}

impl<K: PartialEq> KeptRow<K> {
    /// Puts the row in place, drawing it only when it was last drawn from something else.
    pub fn put(&mut self, from: K, row: Rect, buf: &mut Buffer, draw: impl FnOnce(&mut Buffer)) {
        if self.drawn_from.as_ref() == Some(&from) {
            for (cell, kept) in look::cells_mut(buf, row.as_position(), self.cells.len()).iter_mut().zip(&self.cells) {
                cell.clone_from(kept);
            }
            return;
        }
        draw(buf);
        self.cells = look::cells_mut(buf, row.as_position(), usize::from(row.width)).to_vec();
        self.drawn_from = Some(from);
    }
}

/// The least columns and rows that a screen needs.
pub const LEAST: Size = Size { width: 60, height: 20 };
const TWO_PANES: u16 = 80;
const STACKED_ROWS: u16 = 18;

pub fn is_too_small(area: Rect) -> bool {
    area.width < LEAST.width || area.height < LEAST.height
}

/// Says that the terminal is too small, and what to do.
pub fn draw_too_small(look: &Look<'_>, area: Rect, buf: &mut Buffer) {
    let facts = [
        ("width", Fact::Number(i64::from(area.width))),
        ("height", Fact::Number(i64::from(area.height))),
        ("least-width", Fact::Number(i64::from(LEAST.width))),
        ("least-height", Fact::Number(i64::from(LEAST.height))),
    ];
    let text = look.catalog.text_with("frame-too-small", &facts);
    let hint = look.catalog.hint("frame-too-small", &facts).unwrap_or_default();
    let lines = look::wrap(&format!("{text} {hint}"), area.width);
    for (row, line) in (0..area.height).zip(lines) {
        look::put(buf, area, row, &Line::styled(line, look.style(Role::Warning)));
    }
}

/// Everything between header and footer.
pub fn body(size: Size) -> Rect {
    Rect { x: 0, y: 1, width: size.width, height: size.height.saturating_sub(2) }
}

/// The places shown, each with its outside; neighbours share a border.
pub fn panes(place: Place, size: Size) -> Vec<(Place, Rect)> {
    let body = body(size);
    if !place.is_pane() || size.width < TWO_PANES {
        return vec![(place, body)];
    }
    let width = (u32::from(size.width) * 32 / 100).clamp(28, 46) as u16;
    let list = Rect { width, ..body };
    let right = Rect { x: width - 1, width: size.width - width + 1, ..body };
    if body.height < STACKED_ROWS {
        let shown = if place == Place::Timeline { Place::Timeline } else { Place::Detail };
        return vec![(Place::Caseload, list), (shown, right)];
    }
    let below = (body.height * 2 / 5).clamp(8, 14);
    let detail = Rect { height: body.height - below + 1, ..right };
    let timeline = Rect { y: body.y + body.height - below, height: below, ..right };
    vec![(Place::Caseload, list), (Place::Detail, detail), (Place::Timeline, timeline)]
}

/// The inside of a place, borders taken off; empty when it is not shown.
pub fn inside_of(place: Place, size: Size) -> Rect {
    panes(place, size).into_iter().find(|(shown, _)| *shown == place).map_or(Rect::ZERO, |(_, outside)| inside(outside))
}

/// The place under a point, with its inside.
pub fn place_at(focus: Place, size: Size, at: Position) -> Option<(Place, Rect)> {
    let found = panes(focus, size).into_iter().map(|(place, outside)| (place, inside(outside)));
    found.into_iter().find(|(_, inside)| inside.contains(at))
}

/// Draws the border of a pane with its title, and gives its inside.
///
/// The focus shows by the title alone, its sign included: few bytes when it moves.
pub fn draw_border(look: &Look<'_>, focused: bool, outside: Rect, title: &str, buf: &mut Buffer) -> Rect {
    let border = look.style(Role::Border);
    join_border(outside, border, buf);
    let (sign, role) = if focused { ("▸", Role::Focus) } else { (" ", Role::Muted) };
    let room = outside.width.saturating_sub(5);
    let title = look::fit(title, room);
    if !title.is_empty() {
        let line = Line::from(Span::styled(format!("{sign}{title} "), look.style(role)));
        let place = Rect { x: outside.x + 1, width: outside.width.saturating_sub(2), height: 1, ..outside };
        look::put(buf, place, 0, &line);
    }
    inside(outside)
}

fn inside(outside: Rect) -> Rect {
    Rect {
        x: outside.x + 1,
        y: outside.y + 1,
        width: outside.width.saturating_sub(2),
        height: outside.height.saturating_sub(2),
    }
}

/// Draws four sides; where another border was already drawn, both are joined.
fn join_border(outside: Rect, style: ratatui::style::Style, buf: &mut Buffer) {
    let (Some(right), Some(bottom)) = (outside.right().checked_sub(1), outside.bottom().checked_sub(1)) else { return };
    let (left, top) = (outside.x, outside.y);
    let mut join = |x: u16, y: u16, sides: u8| {
        if let Some(cell) = buf.cell_mut((x, y)) {
            let drawn = match cell.symbol() {
                " " => 0,
                line => (0..).zip(LINES).find(|(_, known)| *known == line).map_or(0, |(sides, _)| sides),
            };
            let joined = usize::from(drawn | sides);
            cell.set_symbol(LINES.get(joined).copied().unwrap_or(" "));
            cell.set_style(style);
        }
    };
    for x in left + 1..right {
        join(x, top, EAST | WEST);
        join(x, bottom, EAST | WEST);
    }
    for y in top + 1..bottom {
        join(left, y, NORTH | SOUTH);
        join(right, y, NORTH | SOUTH);
    }
    join(left, top, EAST | SOUTH);
    join(right, top, WEST | SOUTH);
    join(left, bottom, EAST | NORTH);
    join(right, bottom, WEST | NORTH);
}

const NORTH: u8 = 1;
const EAST: u8 = 2;
const SOUTH: u8 = 4;
const WEST: u8 = 8;
/// The line character by the sum of the sides it reaches.
const LINES: [&str; 16] = [" ", "╵", "╶", "└", "╷", "│", "┌", "├", "╴", "┘", "─", "┴", "┐", "┤", "┬", "┼"];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    fn places(width: u16, height: u16, focus: Place) -> Vec<Place> {
        panes(focus, Size { width, height }).into_iter().map(|(place, _)| place).collect()
    }

    #[test]
    fn three_panes_then_two_then_one() {
        use Place::{Agenda, Caseload, Detail, Timeline};
        assert_eq!(places(140, 40, Caseload), [Caseload, Detail, Timeline]);
        assert_eq!(places(80, 24, Detail), [Caseload, Detail, Timeline]);
        assert_eq!(places(80, 19, Timeline), [Caseload, Timeline]);
        assert_eq!(places(80, 19, Caseload), [Caseload, Detail]);
        assert_eq!(places(79, 40, Timeline), [Timeline]);
        assert_eq!(places(140, 40, Agenda), [Agenda]);
    }

    #[test]
    fn panes_cover_the_body_and_share_their_borders() {
        for (width, height) in [(80, 24), (100, 30), (140, 40), (213, 57)] {
            let size = Size { width, height };
            let panes = panes(Place::Caseload, size);
            let (list, detail, timeline) = (panes[0].1, panes[1].1, panes[2].1);
            assert_eq!(list.right() - 1, detail.left());
            assert_eq!(detail.right(), width);
            assert_eq!(detail.bottom() - 1, timeline.top());
            assert_eq!(timeline.bottom(), height - 1);
            assert_eq!(list.bottom(), timeline.bottom());
        }
    }

    #[test]
    fn a_click_finds_its_pane_and_borders_belong_to_none() {
        let size = Size { width: 100, height: 30 };
        let found = |x, y| place_at(Place::Caseload, size, Position { x, y }).map(|(place, _)| place);
        assert_eq!(found(5, 5), Some(Place::Caseload));
        assert_eq!(found(60, 4), Some(Place::Detail));
        assert_eq!(found(60, 26), Some(Place::Timeline));
        assert_eq!(found(31, 5), None);
        assert_eq!(found(5, 0), None);
    }
}
