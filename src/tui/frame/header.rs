//! The first line: where, who, and what matters every day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::base::locale::Fact;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::look::{self, Look, Privacy};
use crate::tui::theme::Role;

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
