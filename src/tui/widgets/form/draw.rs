//! Draws a form: labels in a column, what was typed beside them, the date that was understood, the fault underneath.
//!
//! The form is laid out as lines first, so that it scrolls when the screen is small.

mod rows;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Form;
use crate::base::dates::{parse_date, parse_time};
use crate::base::locale::Fact;
use crate::domain::refusal::Refusal;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::look::{self, Look, Privacy};
use crate::tui::theme::Role;
use crate::tui::widgets::field::{Choice, Entry, Fault, Field, Need};
use crate::tui::widgets::line_edit::LineEdit;
use crate::tui::widgets::popup;

/// Columns of a label on the narrowest screen, of a date as it is typed, and of one as it was understood, with what is before it.
const LABEL: u16 = 21;
const DATE: u16 = 11;
const ECHO: u16 = 20;

/// The lines of the form, with what must be in view and where the cursor is.
struct Page<'l, 'c> {
    look: &'l Look<'c>,
    lines: Vec<Line<'static>>,
    width: u16,
    label: u16,
    /// First and last line of the field that has the focus.
    in_view: (usize, usize),
    /// Column and line of the text cursor.
    cursor: Option<(u16, usize)>,
}

impl Form {
    /// Draws the form over `area`; gives the place of the text cursor.
    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let width = area.width.min(104);
        let page = self.page(look, width.saturating_sub(4));
        let height = u16::try_from(page.lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let title = match (self.subject.as_str(), &self.part) {
            ("", _) => look.text(self.act.id()).into_owned(),
            (list, Some(_)) => format!("{} ─ {list}", look.text("settings-part-title")),
            (subject, None) => format!("{} ─ {}", look.text(self.act.id()), look.mask(subject)),
        };
        let title = match self.touched && !self.unsaved {
            true => format!("{title} ─ {}", look.text("form-draft-kept")),
            false => title,
        };
        let outside = popup::centred(area, width, height);
        let inside = popup::frame(look, outside, &title, buf);
        // The end of the field, then its beginning, then where one types: a field taller than the screen shows that.
        let (begins, ends) = page.in_view;
        let typed = page.cursor.map_or(begins, |(_, line)| line);
        let top = [ends, begins, typed].iter().fold(0, |top, line| look::scrolled(top, *line, inside.height));
        for (row, line) in (0..inside.height).zip(page.lines.iter().skip(top)) {
            look::put(buf, inside, row, line);
        }
        popup::goes_on(look, outside, top > 0, top + usize::from(inside.height) < page.lines.len(), buf);
        let (x, line) = page.cursor?;
        let row = u16::try_from(line.checked_sub(top)?).ok().filter(|row| *row < inside.height)?;
        Some(Position { x: inside.x + x, y: inside.y + row })
    }

    fn page<'l, 'c>(&self, look: &'l Look<'c>, width: u16) -> Page<'l, 'c> {
        let labels =
            self.fields.iter().filter(|field| self.shows(field)).map(|field| look::width(&label_of(look, field)));
        // A label is read whole where forty columns are left for what is typed; a narrow screen leaves those of a date.
        let label = labels.max().unwrap_or(0).min((width / 3).max(width.saturating_sub(44)).max(LABEL)) + 4;
        let mut page = Page { look, lines: Vec::new(), width, label, in_view: (0, 0), cursor: None };
        if self.resumed {
            page.say_with("form-draft-resumed", &[("leave", Action::Cancel)], Role::Today);
        }
        if let Some(fault) = &self.fault {
            page.fault(fault, 0);
        }
        for (role, sentence) in &self.intro {
            page.wrapped(sentence, *role, 0);
        }
        for told in self.fields.iter().filter_map(|field| page.about(field)).collect::<Vec<_>>() {
            page.wrapped(&told, Role::Muted, 0);
        }
        for line in &self.of_family {
            page.wrapped(&look.privacy.mask(line), Role::Muted, 0);
        }
        if !page.lines.is_empty() {
            page.lines.push(Line::default());
        }
        for (at, field) in self.fields.iter().enumerate().filter(|(_, field)| self.shows(field)) {
            let begins = page.lines.len();
            page.field(self, at, field);
            if at == self.focus {
                page.in_view = (begins, page.lines.len().saturating_sub(1));
            }
        }
        page
    }
}

impl Page<'_, '_> {
    fn field(&mut self, form: &Form, at: usize, field: &Field) {
        let focused = at == form.focus;
        match &field.entry {
            Entry::Text(line) | Entry::Number(line) | Entry::Money(line) => self.line(field, line, focused, None),
            Entry::Date { line, leaning } => {
                let echo = parse_date(line.text(), form.today, *leaning).ok().map(|date| {
                    format!("→ {}. {}", self.look.catalog.weekday_short(date), self.look.catalog.date(date))
                });
                self.line(field, line, focused, echo);
            }
            Entry::Time(line) => {
                let echo = parse_time(line.text()).ok().map(|time| format!("→ {}", time.format("%H:%M")));
                self.line(field, line, focused, echo);
            }
            Entry::Lines(area) => self.area(field, area, focused),
            Entry::Choice { options, chosen, .. } => self.choice(field, options, *chosen, focused),
            Entry::Choices { options, marked, cursor } => {
                let offered = form.offered(at);
                let options = offered.iter().filter_map(|index| options.get(*index).map(|option| (*index, option)));
                let signs = options.enumerate().map(|(place, (index, option))| {
                    let sign = if marked.contains(&index) { "[x]" } else { "[ ]" };
                    let number = if place < 9 { format!("{} ", place + 1) } else { String::new() };
                    (
                        format!("{sign} {number}{}", self.label_of(option)),
                        focused && place == *cursor,
                        marked.contains(&index),
                    )
                });
                let pieces: Vec<_> = signs.collect();
                self.flow(field, pieces, focused);
            }
            Entry::Toggle(on) => {
                let text = self.look.text(if *on { "toggle-yes" } else { "toggle-no" });
                let sign = if *on { "[x]" } else { "[ ]" };
                let value = vec![Span::styled(format!("{sign} {text}"), self.value_style(focused))];
                self.labelled(field, value, focused);
                self.cursor_at(focused, 1);
            }
            Entry::Rows(rows) if rows.is_stacked() => self.stacked(form, field, rows, focused),
            Entry::Rows(rows) => self.rows(form, field, rows, focused),
        }
        match field.lacks.and_then(|lacks| lacks(field)) {
            Some(refusal) => self.lacks(&refusal, focused),
            None => {
                let label = field.label.as_deref().filter(|_| focused);
                if let Some(hint) = label.and_then(|id| self.look.catalog.hint(id, &[])) {
                    self.wrapped(&hint, Role::Muted, self.label);
                }
            }
        }
        if let Some(fault) = &field.fault {
            self.fault(fault, self.label);
        }
    }

    /// What the act is about where it was not asked: it is read before the rest is answered.
    fn about(&self, field: &Field) -> Option<String> {
        let Entry::Choice { options, chosen: Some(at), .. } = &field.entry else { return None };
        let option = options.get(*at).filter(|_| !field.is_shown())?;
        Some(self.look.catalog.pair(&label_of(self.look, field), &self.label_of(option)))
    }

    fn line(&mut self, field: &Field, line: &LineEdit, focused: bool, echo: Option<String>) {
        let room = self.width.saturating_sub(self.label);
        let box_width = match &field.entry {
            Entry::Text(_) => room,
            // As a narrow screen has room for it, the date that was understood is read whole beside.
            Entry::Date { .. } => room.saturating_sub(ECHO).clamp(DATE, 18).min(room),
            _short => room.min(18),
        };
        let (typed, cursor) = seen(line, box_width, focused);
        let typed = match &field.entry {
            Entry::Text(_) | Entry::Number(_) | Entry::Money(_) => self.privacy_of(focused).mask(&typed),
            _of_no_person => typed,
        };
        let mut value = vec![Span::styled(look::pad(&typed, box_width), self.value_style(focused))];
        if let Some(echo) = echo {
            value.push(Span::styled(format!("  {echo}"), self.look.style(Role::Ok)));
        }
        self.labelled(field, value, focused);
        self.cursor_at(focused, cursor);
    }

    fn area(&mut self, field: &Field, area: &ratatui_textarea::TextArea<'static>, focused: bool) {
        let room = self.width.saturating_sub(self.label).max(1);
        let style = self.value_style(focused);
        let at = area.cursor();
        let (cursor_row, cursor_column) = (at.0, at.1);
        let mut first = true;
        let mut shown = 0;
        for (row, text) in area.lines().iter().enumerate() {
            let mut start = 0;
            let pieces = look::wrap(&self.privacy_of(focused).mask(text), room.saturating_sub(1));
            let count = pieces.len();
            for (place, piece) in pieces.into_iter().enumerate() {
                let length = piece.chars().count();
                let value = vec![Span::styled(look::pad(&piece, room), style)];
                if first {
                    self.labelled(field, value, focused)
                } else {
                    self.continued(value)
                }
                first = false;
                shown += 1;
                let last = place + 1 == count;
                let inside = (start..start + length).contains(&cursor_column) || (last && cursor_column >= start);
                if focused && row == cursor_row && inside {
                    let head: String = piece.chars().take(cursor_column - start).collect();
                    self.cursor_at(true, look::width(&head));
                }
                // The space at which the line was broken counts as one character of the text.
                let broken_at_space = text.chars().nth(start + length) == Some(' ');
                start += length + usize::from(broken_at_space);
            }
        }
        for _ in shown..3 {
            self.continued(vec![Span::styled(look::pad("", room), style)]);
        }
    }

    fn choice(&mut self, field: &Field, options: &[Choice], chosen: Option<usize>, focused: bool) {
        let all: u16 =
            options.iter().map(|option| look::width(&option.label).saturating_add(6)).fold(0, u16::saturating_add);
        if all <= self.width.saturating_sub(self.label) && options.len() <= 5 {
            let pieces = options.iter().enumerate().map(|(at, option)| {
                let sign = if chosen == Some(at) { "(•)" } else { "( )" };
                (format!("{sign} {}", self.label_of(option)), focused && chosen == Some(at), chosen == Some(at))
            });
            let pieces: Vec<_> = pieces.collect();
            self.flow(field, pieces, focused);
            return;
        }
        let text =
            chosen.and_then(|at| options.get(at)).map(|option| self.label_of(option).into_owned()).unwrap_or_default();
        let room = self.width.saturating_sub(self.label + 4).min(48);
        let value = vec![
            Span::styled(look::pad(&text, room), self.value_style(focused)),
            Span::styled(" ▾", self.look.style(Role::Muted)),
        ];
        self.labelled(field, value, focused);
        self.cursor_at(focused, 0);
    }

    /// Options one after the other, broken into lines between two of them.
    fn flow(&mut self, field: &Field, pieces: Vec<(String, bool, bool)>, focused: bool) {
        let room = self.width.saturating_sub(self.label);
        let mut line: Vec<Span<'static>> = Vec::new();
        let (mut used, mut first) = (0, true);
        for (text, under_cursor, held) in pieces.into_iter().flat_map(|piece| lines_of(piece, room)) {
            let wide = look::width(&text);
            if used > 0 && used + wide > room {
                let full = std::mem::take(&mut line);
                if first {
                    self.labelled(field, full, focused)
                } else {
                    self.continued(full)
                }
                (used, first) = (0, false);
            }
            let role = if held { Role::Title } else { Role::Text };
            let style = if under_cursor { self.look.style(Role::Selected) } else { self.look.style(role) };
            if under_cursor {
                self.cursor = Some((self.label + used + 1, self.lines.len()));
            }
            if used > 0 {
                line.push(Span::raw("  "));
            }
            line.push(Span::styled(text, style));
            used += wide + GAP;
        }
        if first { self.labelled(field, line, focused) } else { self.continued(line) }
    }

    fn labelled(&mut self, field: &Field, value: Vec<Span<'static>>, focused: bool) {
        let sign = if focused { "▸ " } else { "  " };
        let need = match (field.need, &field.entry) {
            // Yes or no is always answered.
            (Need::Required, Entry::Toggle(_)) | (Need::Optional, _) => "",
            (Need::Required, _) => "*",
        };
        let label = format!("{sign}{}{need}", look::fit(&label_of(self.look, field), self.label.saturating_sub(4)));
        let role = if focused { Role::Focus } else { Role::Label };
        let mut spans = vec![Span::styled(look::pad(&label, self.label), self.look.style(role))];
        spans.extend(value);
        self.lines.push(Line::from(spans));
    }

    fn continued(&mut self, value: Vec<Span<'static>>) {
        let mut spans = vec![Span::raw(" ".repeat(usize::from(self.label)))];
        spans.extend(value);
        self.lines.push(Line::from(spans));
    }

    /// What a later act would refuse, by its rule; what to do while the field has the focus.
    fn lacks(&mut self, refusal: &Refusal, focused: bool) {
        let facts = refusal.arguments();
        let told = self.look.catalog.text_with(refusal.id(), &facts);
        self.wrapped(&format!("○ {told} ({})", refusal.source()), Role::Warning, self.label);
        if let Some(hint) = self.look.catalog.hint(refusal.id(), &facts).filter(|_| focused) {
            self.wrapped(&format!("  {hint}"), Role::Muted, self.label);
        }
    }

    fn fault(&mut self, fault: &Fault, indent: u16) {
        let source = if fault.source.is_empty() { String::new() } else { format!(" ({})", fault.source) };
        self.wrapped(&format!("✗ {}{source}", fault.text), Role::Error, indent);
        if !fault.hint.is_empty() {
            self.wrapped(&format!("  {}", fault.hint), Role::Warning, indent);
        }
    }

    /// A sentence that names keys of the form by what they do.
    fn say_with(&mut self, id: &str, keys: &[(&str, Action)], role: Role) {
        let named = |action: Action| Fact::from(keymap::named(Context::Form, action, self.look.catalog));
        let facts: Vec<_> = keys.iter().map(|(name, action)| (*name, named(*action))).collect();
        let text = self.look.catalog.text_with(id, &facts);
        self.wrapped(&text, role, 0);
    }

    fn wrapped(&mut self, text: &str, role: Role, indent: u16) {
        for line in look::wrap(text, self.width.saturating_sub(indent)) {
            let indent = Span::raw(" ".repeat(usize::from(indent)));
            self.lines.push(Line::from(vec![indent, Span::styled(line, self.look.style(role))]));
        }
    }

    /// The cursor on the line just added, this many columns after the label.
    fn cursor_at(&mut self, focused: bool, column: u16) {
        if focused {
            self.cursor = Some((self.label + column, self.lines.len().saturating_sub(1)));
        }
    }

    /// What is being typed shows, or one could not type it.
    fn privacy_of(&self, focused: bool) -> Privacy {
        if focused { Privacy::Shown } else { self.look.privacy }
    }

    fn label_of<'c>(&self, option: &'c Choice) -> Cow<'c, str> {
        let privacy = if option.is_personal { self.look.privacy } else { Privacy::Shown };
        privacy.mask(&option.label)
    }

    fn value_style(&self, focused: bool) -> Style {
        self.look.style(if focused { Role::FieldFocused } else { Role::Field })
    }
}

/// A line with its cursor while it is typed, its beginning once it is left; with the cursor's column.
fn seen(line: &LineEdit, columns: u16, focused: bool) -> (Cow<'_, str>, u16) {
    if focused {
        let (text, cursor) = line.view(columns.saturating_sub(1));
        return (text.into(), cursor);
    }
    (look::fit(line.text(), columns), 0)
}

/// An option longer than the room is read whole under the cursor, over several lines, the next ones under its words.
fn lines_of((text, under_cursor, held): (String, bool, bool), room: u16) -> Vec<(String, bool, bool)> {
    if look::width(&text) <= room || !under_cursor {
        return vec![(text, under_cursor, held)];
    }
    let lines = look::wrap(&text, room.saturating_sub(4)).into_iter().enumerate();
    // The last one is filled: the next option begins a line.
    let line = |(at, line): (usize, String)| match at {
        0 => (line, true, held),
        _ => (look::pad(&format!("    {line}"), room), false, held),
    };
    lines.map(line).collect()
}

/// Columns between two options on one line.
const GAP: u16 = 2;

fn label_of(look: &Look<'_>, field: &Field) -> String {
    field.label.as_deref().map(|id| look.text(id).into_owned()).unwrap_or_default()
}
