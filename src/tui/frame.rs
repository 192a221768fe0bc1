//! What is round the screens: header, footer, borders, and where each pane lies at each size.
//!
//! Layout depends on the size of the terminal and on the place that has the focus, on nothing else.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::text::{Line, Span};

use super::action::Action;
use super::keymap::{self, Context, Row, TABLE};
use super::look::{self, Look, Privacy};
use super::places::Place;
use super::theme::Role;
use super::ui::Notice;
use crate::base::locale::Fact;

/// What the header says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub antenna: String,
    pub author: String,
    pub taken: u32,
    pub places: u32,
    /// Deadlines due this week, and how many are overdue.
    pub due: u32,
    pub overdue: u32,
    /// Acts that wait to be handed over.
    pub to_hand_over: u32,
    /// What matters every day at a Département, in the place of a caseload's figures.
    pub department: Option<Waiting>,
    /// A made-up antenna.
    pub demo: bool,
    /// Why nothing can be written, when nothing can.
    pub read_only: bool,
}

/// What waits at a Département.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub antennas: u32,
    /// Antennas with which something is the matter.
    pub alarms: u32,
    /// Referrals on the panel's agenda.
    pub referrals: u32,
    /// Orientations that no antenna has answered.
    pub orientations: u32,
}

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

/// Draws the header: where, who, and what matters every day. Where it is narrow, the longest words shorten first, from the
/// least important on; then the author, the title and the antenna's name make room.
pub fn draw_header(look: &Look<'_>, area: Rect, header: &Header, buf: &mut Buffer) {
    let mut right = counts(look, header);
    let mut left = vec![
        ("jalon".to_owned(), Role::Title),
        (header.antenna.clone(), Role::Text),
        (look.mask(&header.author).into_owned(), Role::Text),
    ];
    let wide = |left: &[(String, Role)], right: &[Count]| {
        joined(left.iter().map(|(text, _)| text)) + joined(right.iter().map(|count| &count.text)) + 5
    };
    for at in (0..right.len()).rev() {
        if wide(&left, &right) > area.width
            && let Some(count) = right.get_mut(at)
        {
            count.text = std::mem::take(&mut count.short);
        }
    }
    right.retain(|count| !count.text.is_empty());
    if wide(&left, &right) > area.width {
        left.pop();
    }
    if wide(&left, &right) > area.width {
        left.remove(0);
    }
    let style = look.style(Role::Muted);
    let mut spans = vec![Span::styled(" ", style)];
    let pieces = left.into_iter().filter(|(text, _)| !text.is_empty());
    let ends = joined(right.iter().map(|count| &count.text));
    let room = area.width.saturating_sub(ends + 3);
    for (at, (text, role)) in pieces.enumerate() {
        if at > 0 {
            spans.push(Span::styled(" ─ ", style));
        }
        let used: u16 = spans.iter().map(|span| look::width(&span.content)).sum();
        spans.push(Span::styled(look::fit(&text, room.saturating_sub(used)).into_owned(), look.style(role)));
    }
    let used: u16 = spans.iter().map(|span| look::width(&span.content)).sum();
    let fill = area.width.saturating_sub(used + ends + 3);
    spans.push(Span::styled(format!(" {} ", "─".repeat(usize::from(fill))), style));
    for (at, count) in right.into_iter().enumerate() {
        if at > 0 {
            spans.push(Span::styled(" ─ ", style));
        }
        spans.push(Span::styled(count.text, look.style(count.role)));
    }
    look::put(buf, area, 0, &Line::from(spans));
}

/// One figure of the header, and what is left of it where there is no room.
struct Count {
    text: String,
    short: String,
    role: Role,
}

fn counts(look: &Look<'_>, header: &Header) -> Vec<Count> {
    let count = |id: &str, role: Role, facts: &[(&str, Fact)]| Count {
        text: look.catalog.text_with(id, facts),
        short: look.catalog.text_with(&format!("{id}-short"), facts),
        role,
    };
    let number = |count: u32| [("count", Fact::Number(i64::from(count)))];
    let mut counts = Vec::new();
    if look.privacy == Privacy::Masked {
        let key = keymap::named(Context::Always, Action::TogglePrivacy, look.catalog);
        counts.push(count("header-masked", Role::Today, &[("key", Fact::Text(key))]));
    }
    match header.department {
        Some(waiting) => {
            counts.push(count("header-antennas", Role::Text, &number(waiting.antennas)));
            if waiting.alarms > 0 {
                counts.push(count("header-alarms", Role::Overdue, &number(waiting.alarms)));
            }
            counts.push(count("header-referrals", Role::Text, &number(waiting.referrals)));
            counts.push(count("header-orientations", Role::Text, &number(waiting.orientations)));
        }
        None => {
            let (taken, places) = (Fact::Number(i64::from(header.taken)), Fact::Number(i64::from(header.places)));
            counts.push(count("header-caseload", Role::Text, &[("taken", taken), ("places", places)]));
            if header.overdue > 0 {
                counts.push(count("header-overdue", Role::Overdue, &number(header.overdue)));
            }
            counts.push(count("header-due", Role::Text, &number(header.due)));
            counts.push(count("header-to-hand-over", Role::Text, &number(header.to_hand_over)));
        }
    }
    counts.push(match (header.read_only, header.demo) {
        (true, _) => count("header-read-only", Role::Warning, &[]),
        (false, true) => count("header-demo", Role::Today, &[]),
        (false, false) => {
            Count { text: look.text("header-offline").into_owned(), short: String::new(), role: Role::Muted }
        }
    });
    counts
}

/// Columns of pieces with ` ─ ` between them.
fn joined<'t>(pieces: impl Iterator<Item = &'t String>) -> u16 {
    let shown = pieces.filter(|text| !text.is_empty());
    shown.map(|text| look::width(text) + 3).sum::<u16>().saturating_sub(3)
}

/// Draws the keys that are heard here, the most important first, without those of `idle` actions, which would do nothing now;
/// F1 keeps its place at the end.
pub fn draw_footer(look: &Look<'_>, area: Rect, context: Context, idle: &[Action], buf: &mut Buffer) {
    let alone = Place::of(context).is_some_and(|place| place.next() == place);
    let heard = |row: &&Row| row.rank > 0 && context.heard().contains(&row.context);
    let is_here = |row: &&Row| match row.action {
        Action::Visit(room) => Context::Room(room) == context,
        Action::ShowAgenda => context == Context::Agenda,
        Action::ShowHistory => context == Context::History,
        Action::ShowExchange => context == Context::Exchange,
        _goes_elsewhere => false,
    };
    let shows = |row: &&Row| heard(row) && !idle.contains(&row.action) && !is_here(row);
    let mut rows: Vec<&Row> =
        TABLE.iter().filter(shows).filter(|row| !(alone && row.action == Action::NextPane)).collect();
    rows.sort_by_key(|row| row.rank);
    let (last, rest): (Vec<&Row>, Vec<&Row>) = rows.into_iter().partition(|row| row.context == Context::Always);
    let last: Vec<Span<'_>> = last.iter().flat_map(|row| hint(look, row, context)).collect();
    let wide = |spans: &[Span<'_>]| spans.iter().map(|span| look::width(&span.content)).sum::<u16>();
    let mut spans = vec![Span::raw(" ")];
    let mut free = area.width.saturating_sub(wide(&spans) + wide(&last));
    for row in rest {
        if free < LEAST_HINT {
            break;
        }
        let hint = hint(look, row, context);
        if let Some(left) = free.checked_sub(wide(&hint)) {
            free = left;
            spans.extend(hint);
        }
    }
    spans.extend(last);
    look::put(buf, area, area.height.saturating_sub(1), &Line::from(spans));
}

/// Draws a sentence in the footer's place, and over the lines above it when it is long.
pub fn draw_notice(look: &Look<'_>, area: Rect, notice: &Notice, buf: &mut Buffer) {
    let lines = look::wrap(&notice.text, area.width.saturating_sub(2));
    for (row, text) in (0..area.height).rev().zip(lines.iter().rev()) {
        let blank = " ".repeat(usize::from(area.width.saturating_sub(look::width(text) + 1)));
        let text = Span::styled(text.as_str(), look.style(notice.role));
        look::put(buf, area, row, &Line::from(vec![Span::raw(" "), text, Span::raw(blank)]));
    }
}

/// Columns of the shortest key and label that a hint could have.
const LEAST_HINT: u16 = 5;

fn hint<'l>(look: &Look<'l>, row: &Row, context: Context) -> [Span<'l>; 3] {
    [
        // Bold alone: colours would double the bytes of a change of pane.
        Span::styled(keys(look, row, context), look.style(Role::Title)),
        Span::styled(format!(" {}", label(look, row)), look.style(Role::Text)),
        Span::raw("  "),
    ]
}

/// What a key does, as the footer says it: an act, whose name heads its form, in a word or two.
fn label<'l>(look: &Look<'l>, row: &Row) -> Cow<'l, str> {
    match row.action {
        Action::Act(_) => look.catalog.attribute(row.label_id(), "short"),
        _another => look.text(row.label_id()),
    }
}

/// The first of a row's keys that means the same in this context: a nearer row may have taken it.
fn keys(look: &Look<'_>, row: &Row, context: Context) -> String {
    let keys = row.sequences().find(|keys| row.context == context || !keymap::is_taken(context, row.context, keys));
    keymap::spelled(&keys.unwrap_or_default(), row.context, look.catalog)
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
