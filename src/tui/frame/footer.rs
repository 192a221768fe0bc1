//! The last line: the keys that are heard, or a sentence.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::action::Action;
use crate::tui::keymap::{self, Context, Row, TABLE};
use crate::tui::look::{self, Look};
use crate::tui::places::Place;
use crate::tui::theme::Role;
use crate::tui::ui::Notice;

/// Draws the keys that are heard here, the most important first, without those of `idle` actions, which would do nothing now;
/// F1 keeps its place at the end.
pub fn draw_footer(look: &Look<'_>, area: Rect, context: Context, idle: &[Action], buf: &mut Buffer) {
    let alone = Place::of(context).is_some_and(|place| place.next() == place);
    let heard = |row: &&Row| row.rank > 0 && context.heard().contains(&row.context);
    let is_here = |row: &&Row| Place::shown_by(row.action).is_some_and(|place| place.context() == context);
    let shows = |row: &&Row| heard(row) && has_free_key(row, context) && !idle.contains(&row.action) && !is_here(row);
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

/// Whether a nearer row left it a key.
fn has_free_key(row: &Row, context: Context) -> bool {
    row.sequences().any(|keys| !keymap::is_taken(context, row.context, &keys))
}

/// The first of a row's keys that means the same in this context: a nearer row may have taken it.
fn keys(look: &Look<'_>, row: &Row, context: Context) -> String {
    let keys = row.sequences().find(|keys| row.context == context || !keymap::is_taken(context, row.context, keys));
    keymap::spelled(&keys.unwrap_or_default(), row.context, look.catalog)
}
