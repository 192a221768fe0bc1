//! F1: the keys that are heard here, then all the others, each with what it does, found by a few letters.
//!
//! It is written by the keymap; there is no other help to keep in step with it.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::line_edit::LineEdit;
use super::{popup, search};
use crate::base::locale::Catalog;
use crate::tui::action::Action;
use crate::tui::keymap::{Context, Key, TABLE, is_taken, spelled};
use crate::tui::look::{self, Look};
use crate::tui::theme::Role;

/// The open help.
#[derive(Clone, Debug)]
pub struct Help {
    lines: Vec<HelpLine>,
    filter: LineEdit,
    found: Vec<usize>,
    top: Cell<usize>,
}

#[derive(Clone, Debug)]
struct HelpLine {
    context: Context,
    keys: String,
    label: String,
    help: String,
}

impl Help {
    /// The help of `here`, then of every other context of the side that `place` is a screen of.
    pub fn new(here: Context, place: Context, catalog: &Catalog) -> Self {
        let rank = |context: Context| here.heard().iter().position(|heard| *heard == context).unwrap_or(usize::MAX);
        let is_of_this_side = |context: &Context| match (*context, context.side()) {
            (Context::Leader | Context::Search | Context::Filter, _) => place.side() != Some(Context::Department),
            (_, None) => true,
            (_, side) => side == place.side(),
        };
        let mut contexts: Vec<_> = Context::ALL.into_iter().filter(is_of_this_side).collect();
        contexts.sort_by_key(|context| rank(*context));
        let mut lines = Vec::new();
        for context in contexts {
            for row in TABLE.iter().filter(|row| row.context == context) {
                // A key that means something nearer is not heard for this here.
                let heard = here.heard().contains(&context);
                let free = row.sequences().filter(|keys| !heard || !is_taken(here, context, keys));
                let sequences = free.map(|keys| spelled(&keys, context, catalog));
                let keys = sequences.collect::<Vec<_>>().join(", ");
                if keys.is_empty() {
                    continue;
                }
                let label = catalog.text(row.label_id()).into_owned();
                let help = catalog.attribute(row.label_id(), "help").into_owned();
                lines.push(HelpLine { context, keys, label, help });
            }
        }
        let found = (0..lines.len()).collect();
        Self { lines, filter: LineEdit::default(), found, top: Cell::new(0) }
    }

    /// Scrolls; true when the help is to be closed.
    pub fn update(&mut self, action: Action, height: u16) -> bool {
        let (top, page) = (self.top.get(), usize::from(height.max(2)) - 1);
        match action {
            Action::Up => self.top.set(top.saturating_sub(1)),
            Action::Down => self.top.set(top + 1),
            Action::PageUp => self.top.set(top.saturating_sub(page)),
            Action::PageDown => self.top.set(top + page),
            Action::First => self.top.set(0),
            Action::Last => self.top.set(usize::MAX / 2),
            Action::Open | Action::Cancel | Action::Help => return true,
            _not_a_key_of_the_help => {}
        }
        false
    }

    pub fn typed(&mut self, text: &str) {
        self.filter.insert(text);
        self.narrow();
    }

    pub fn edited(&mut self, key: Key) {
        self.filter.edit(key);
        self.narrow();
    }

    /// Draws the help over `area`; gives the place of the text cursor.
    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let outside = popup::centred(area, 132, area.height);
        let inside = popup::frame(look, outside, &look.text("help-title"), buf);
        let (typed, cursor) = self.filter.view(inside.width.saturating_sub(2));
        let line = Line::from(vec![
            Span::styled("/ ", look.style(Role::Key)),
            Span::styled(typed.to_owned(), look.style(Role::Text)),
        ]);
        look::put(buf, inside, 0, &line);
        let list = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        let lines = self.laid_out(look, list.width);
        let most = lines.len().saturating_sub(usize::from(list.height));
        self.top.set(self.top.get().min(most));
        for (row, line) in (0..list.height).zip(lines.iter().skip(self.top.get())) {
            look::put(buf, list, row, line);
        }
        popup::goes_on(look, outside, self.top.get() > 0, self.top.get() < most, buf);
        Some(Position { x: inside.x + 2 + cursor, y: inside.y })
    }

    fn laid_out<'l>(&'l self, look: &Look<'l>, width: u16) -> Vec<Line<'l>> {
        let found = || self.found.iter().filter_map(|at| self.lines.get(*at));
        let keys = found().map(|line| look::width(&line.keys)).max().unwrap_or(0).min(width / 4);
        // A longer label has its help under it.
        let labels = found().map(|line| look::width(&line.label)).max().unwrap_or(0).min((width / 3).min(26));
        let mut lines = Vec::new();
        let mut heading = None;
        for line in found() {
            if heading != Some(line.context) {
                lines.push(Line::from(look.span(line.context.id(), Role::Heading)));
                heading = Some(line.context);
            }
            let named = Span::styled(format!("  {}  ", look::pad(&line.keys, keys)), look.style(Role::Key));
            let (begins, help) = (keys + 4, look.style(Role::Muted));
            if look::width(&line.label) <= labels && begins + labels + 2 + look::width(&line.help) <= width {
                let label = Span::styled(look::pad(&line.label, labels), look.style(Role::Text));
                lines.push(Line::from(vec![named, label, Span::styled(format!("  {}", line.help), help)]));
                continue;
            }
            // What does not fit beside its label is read under it.
            lines.push(Line::from(vec![named, Span::styled(line.label.clone(), look.style(Role::Text))]));
            let under = " ".repeat(usize::from(begins));
            let told = look::wrap(&line.help, width.saturating_sub(begins)).into_iter();
            lines.extend(told.map(|told| Line::from(Span::styled(format!("{under}{told}"), help))));
        }
        if lines.is_empty() {
            lines.push(Line::from(look.span("list-nothing-found", Role::Muted)));
        }
        lines
    }

    fn narrow(&mut self) {
        let texts: Vec<String> =
            self.lines.iter().map(|line| format!("{} {} {}", line.label, line.help, line.keys)).collect();
        let ranked = search::ranked(texts.iter().map(String::as_str), self.filter.text());
        // Under the title of each screen, the one of the best match first.
        let context = |at: &usize| self.lines.get(*at).map(|line| line.context);
        let mut found = ranked.clone();
        found.sort_by_key(|at| ranked.iter().position(|best| context(best) == context(at)));
        self.found = found;
        self.top.set(0);
    }
}
