//! The history of a family, newest first: who, when, what changed between; and taking an act back from there.

use std::sync::Arc;

use chrono::Local;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::{EntryId, HistoryLine, Purpose};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::wording::change::{self as changes, ChangeLine};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::look::{self, Look};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::popup::{Answer, Confirm, Popup};

/// The history of one family.
#[derive(Debug, Default)]
pub struct History {
    family: Option<FamilyId>,
    name: String,
    /// Newest first.
    lines: Vec<HistoryLine>,
    antenna: Arc<AntennaRecord>,
    list: Listing,
}

impl History {
    /// Takes the history of a family, oldest first.
    pub fn take(&mut self, family: FamilyId, name: String, lines: Vec<HistoryLine>, antenna: Arc<AntennaRecord>) {
        if self.family != Some(family) {
            self.list = Listing::default();
        }
        self.family = Some(family);
        self.name = name;
        self.lines = lines.into_iter().rev().collect();
        self.antenna = antenna;
        self.list.go(self.list.at(), &self.is_line());
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match action {
            Action::UndoThis => {
                return self.line().map_or(Reaction::Stays, |line| self.ask_about(line.entry, catalog));
            }
            Action::Open => {
                let Some(line) = self.line() else { return Reaction::Stays };
                let changed = changes::lines(&line.changes, &self.antenna, catalog);
                let text = changed.iter().map(|line| line.under(""));
                let text = match line.changes.is_empty() {
                    true => catalog.text("history-nothing-changed").into_owned(),
                    false => text.collect::<Vec<_>>().join("\n"),
                };
                return Reaction::Popup(Popup::personal(self.what(line, catalog), text));
            }
            Action::OpenFamily => {
                let Some(family) = self.family else { return Reaction::Stays };
                return Reaction::GoAndAsk(Place::Detail, Request::OpenFamily(family));
            }
            other => {
                let is_line = self.is_line();
                self.list.moved(other, &is_line, split(inside).0.height);
            }
        }
        Reaction::Stays
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        let is_line = self.is_line();
        self.list.click(at, split(inside).0, &is_line);
        Reaction::Stays
    }

    /// The family whose history it is.
    pub fn family(&self) -> Option<FamilyId> {
        self.family
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        match self.name.as_str() {
            "" => look.text("context-history").into_owned(),
            name => format!("{} ─ {}", look.text("context-history"), look.mask(name)),
        }
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let (list, below) = split(area);
        let top = self.list.top(&self.is_line(), list.height);
        for ((place, line), y) in self.lines.iter().enumerate().skip(top).zip(list.y..list.bottom()) {
            let row = Rect { y, height: 1, ..list };
            self.draw_line(&mut sheet, row, line);
            if place == self.list.at() {
                sheet.put(row.x, y, row.right(), "▸", Role::Text);
                sheet.select(row);
            }
        }
        if let Some(line) = self.line() {
            self.draw_changes(&mut sheet, below, line);
        }
        None
    }

    fn draw_line(&self, sheet: &mut Sheet<'_, '_>, row: Rect, line: &HistoryLine) {
        let (y, right) = (row.y, row.right());
        let catalog = sheet.catalog();
        let (date, time) = entered(line, catalog);
        let role = if line.undone { Role::Muted } else { Role::Text };
        let mut x = sheet.put(row.x + 2, y, right, &format!("{date} {time}"), Role::Muted) + 2;
        if row.width >= 76 {
            sheet.put_typed(x, y, x + 20, &sheet.look.mask(self.author(line)), role);
            x += 22;
        }
        let undone = if line.undone { format!("✗ {} · ", catalog.text("history-undone")) } else { String::new() };
        sheet.put(x, y, right, &look::fit(&format!("{undone}{}", self.what(line, catalog)), right - x), role);
    }

    /// What the act under the cursor changed, value by value.
    fn draw_changes(&self, sheet: &mut Sheet<'_, '_>, area: Rect, line: &HistoryLine) {
        if area.height < 2 {
            return;
        }
        let catalog = sheet.catalog();
        let (x, right) = (area.x + 1, area.right());
        let rule = "─".repeat(usize::from(area.width));
        sheet.put(area.x, area.y, right, &rule, Role::Border);
        let title = format!(" {} · {} ", self.what(line, catalog), sheet.look.mask(self.author(line)));
        sheet.put_typed(x, area.y, right, &title, Role::Heading);
        let changed = changes::lines(&line.changes, &self.antenna, catalog);
        if changed.is_empty() {
            sheet.put(x, area.y + 1, right, &catalog.text("history-nothing-changed"), Role::Muted);
        }
        let room = usize::from(area.height - 1);
        let shown = if changed.len() > room { room.saturating_sub(1) } else { room };
        for (changed, y) in changed.iter().take(shown).zip(area.y + 1..) {
            match changed {
                ChangeLine::Part(part) => sheet.put(x, y, right, part, Role::Muted),
                ChangeLine::Value(value) => sheet.put_typed(x + 2, y, right, &sheet.look.mask(value), Role::Text),
            };
        }
        if shown < changed.len() {
            let more = i64::try_from(changed.len() - shown).unwrap_or(i64::MAX);
            let key = keymap::named(Context::History, Action::Open, catalog);
            let text = catalog.text_with("history-more", &[("count", Fact::Number(more)), ("key", Fact::from(key))]);
            sheet.put(x, area.bottom() - 1, right, &text, Role::Muted);
        }
    }

    /// Asks before it takes an act back, or brings back one that was taken back.
    pub fn ask_about(&self, entry: EntryId, catalog: &Catalog) -> Reaction {
        let Some(line) = self.lines.iter().find(|line| line.entry == entry) else { return Reaction::Stays };
        let takes_back = |other: &&HistoryLine| matches!(other.purpose, Purpose::Undo { of } if of == line.entry);
        let is_undo = self.steps_back(line) % 2 == 1;
        // The undo of an act that is undone is what is undone to bring it back; an undo that was taken back has no effect left.
        let undo = match (line.undone, is_undo) {
            (true, false) => self.lines.iter().find(|other| takes_back(other) && !other.undone),
            (false, true) => Some(line),
            (true, true) | (false, false) => None,
        };
        let ask = |id: &str| catalog.text(id).into_owned();
        let (of, kind, answer) = match undo {
            Some(undo) => (undo, "redo", Answer::Redo(undo.entry)),
            None if line.undone => {
                return Reaction::Popup(Popup::new(ask("history-undone-title"), ask("history-undone-text")));
            }
            None => (line, "undo", Answer::Undo(line.entry)),
        };
        let (date, time) = entered(of, catalog);
        let author = Fact::from(self.author(of));
        let what = Fact::Text(self.named(of, catalog));
        let facts = [("what", what), ("author", author), ("date", Fact::Text(date)), ("time", Fact::Text(time))];
        let answers =
            vec![(answer, ask(&format!("history-{kind}-yes"))), (Answer::Stay, ask(&format!("history-{kind}-no")))];
        let text = catalog.text_with(&format!("history-{kind}-text"), &facts);
        Reaction::Confirm(Confirm::new(ask(&format!("history-{kind}-title")), text, answers).about(&self.name))
    }

    /// How many undos lie between a line and its act: none for the act, one for its undo, two for its redo…
    fn steps_back(&self, line: &HistoryLine) -> usize {
        let mut current = line;
        let mut steps = 0;
        while let Purpose::Undo { of } = current.purpose {
            steps += 1;
            match self.lines.iter().find(|other| other.entry == of) {
                Some(next) if steps <= self.lines.len() => current = next,
                Some(_) | None => break,
            }
        }
        steps
    }

    /// What an entry did; of an undo or a redo, what it took back or brought back.
    fn what(&self, line: &HistoryLine, catalog: &Catalog) -> String {
        let what = [("what", Fact::Text(self.named(line, catalog)))];
        match self.steps_back(line) {
            0 => self.named(line, catalog),
            odd if odd % 2 == 1 => catalog.text_with("history-undo-of", &what),
            _even => catalog.text_with("history-redo-of", &what),
        }
    }

    /// The act by the names of its events, and the day on which it took effect when that is not the day of its entry.
    fn named(&self, line: &HistoryLine, catalog: &Catalog) -> String {
        let mut named: Vec<String> = Vec::new();
        for kind in &line.kinds {
            let text = catalog.text(&format!("event-{kind}")).into_owned();
            if !named.contains(&text) {
                named.push(text);
            }
        }
        let named = named.join(", ");
        let entered = line.recorded_at.with_timezone(&Local).date_naive();
        match line.happened_on.filter(|day| *day != entered) {
            Some(day) => {
                let facts = [("what", Fact::Text(named)), ("date", Fact::Text(catalog.date(day)))];
                catalog.text_with("history-what-on", &facts)
            }
            None => named,
        }
    }

    fn author(&self, line: &HistoryLine) -> &str {
        self.antenna.referent(line.author).map_or("—", |referent| referent.name.as_str())
    }

    fn line(&self) -> Option<&HistoryLine> {
        self.lines.get(self.list.at())
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        vec![true; self.lines.len()]
    }
}

/// The day and the hour of the entry, where the person is.
fn entered(line: &HistoryLine, catalog: &Catalog) -> (String, String) {
    let entered = line.recorded_at.with_timezone(&Local);
    (catalog.date(entered.date_naive()), entered.format("%H:%M").to_string())
}

/// The list above, what changed below.
fn split(area: Rect) -> (Rect, Rect) {
    let below = match area.height {
        0..8 => 0,
        height => (height * 2 / 5).max(4),
    };
    let list = Rect { height: area.height - below, ..area };
    (list, Rect { y: list.bottom(), height: below, ..area })
}
