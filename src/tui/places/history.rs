//! The history of a family, newest first: who, when, what changed between; and taking an act back from there.

use std::sync::Arc;

use chrono::Local;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::{Change, HistoryLine, Purpose};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::screens::sheet::Sheet;
use crate::tui::screens::words;
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
            Action::UndoThis => return self.confirm(catalog),
            Action::Open => {
                let Some(line) = self.line() else { return Reaction::Stays };
                let text: Vec<_> = line.changes.iter().map(|change| sentence(change, &self.antenna, catalog)).collect();
                let text = match text.is_empty() {
                    true => catalog.text("history-nothing-changed").into_owned(),
                    false => text.join("\n"),
                };
                return Reaction::Popup(Popup::new(what(line, catalog), text));
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
        let (list, _) = split(inside);
        let is_line = self.is_line();
        if at.y < list.bottom() {
            let place = self.list.top(&is_line, list.height) + usize::from(at.y.saturating_sub(list.y));
            if place < self.lines.len() {
                self.list.go(place, &is_line);
            }
        }
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
        let entered = line.recorded_at.with_timezone(&Local);
        let when = format!("{} {}", catalog.date(entered.date_naive()), entered.format("%H:%M"));
        let role = if line.undone { Role::Muted } else { Role::Text };
        let mut x = sheet.put(row.x + 2, y, right, &when, Role::Muted) + 2;
        if row.width >= 76 {
            let author = self.antenna.referent(line.author).map_or("—", |referent| referent.name.as_str());
            sheet.put_typed(x, y, x + 20, &sheet.look.mask(author), role);
            x += 22;
        }
        let undone = if line.undone { format!("✗ {} · ", catalog.text("history-undone")) } else { String::new() };
        sheet.put_typed(x, y, right, &format!("{undone}{}", what(line, catalog)), role);
    }

    /// What the act under the cursor changed, value by value.
    fn draw_changes(&self, sheet: &mut Sheet<'_, '_>, area: Rect, line: &HistoryLine) {
        if area.height < 2 {
            return;
        }
        let catalog = sheet.catalog();
        let rule = "─".repeat(usize::from(area.width));
        sheet.put(area.x, area.y, area.right(), &rule, Role::Border);
        let author = self.antenna.referent(line.author).map_or("—", |referent| referent.name.as_str());
        let title = format!(" {} · {} ", what(line, catalog), sheet.look.mask(author));
        sheet.put_typed(area.x + 1, area.y, area.right(), &title, Role::Heading);
        let mut y = area.y + 1;
        let room = usize::from(area.height - 1);
        if line.changes.is_empty() {
            sheet.put(area.x + 1, y, area.right(), &catalog.text("history-nothing-changed"), Role::Muted);
        }
        let shown = if line.changes.len() > room { room.saturating_sub(1) } else { room };
        for change in line.changes.iter().take(shown) {
            let sentence = sentence(change, &self.antenna, catalog);
            sheet.put_typed(area.x + 1, y, area.right(), &sheet.look.mask(&sentence), Role::Text);
            y += 1;
        }
        if shown < line.changes.len() {
            let more = i64::try_from(line.changes.len() - shown).unwrap_or(i64::MAX);
            let text = catalog.text_with("history-more", &[("count", Fact::Number(more))]);
            sheet.put(area.x + 1, y, area.right(), &text, Role::Muted);
        }
    }

    /// Asks before it takes an act back, or brings one back.
    fn confirm(&self, catalog: &Catalog) -> Reaction {
        let Some(line) = self.line() else { return Reaction::Stays };
        let ask = |id: &str| catalog.text(id).into_owned();
        if line.undone {
            return Reaction::Popup(Popup::new(ask("history-undone-title"), ask("history-undone-text")));
        }
        let facts = [("what", Fact::Text(what(line, catalog)))];
        let answers = vec![(Answer::Undo(line.entry), ask("history-undo-yes")), (Answer::Stay, ask("history-undo-no"))];
        let text = catalog.text_with("history-undo-text", &facts);
        Reaction::Confirm(Confirm::new(ask("history-undo-title"), text, answers))
    }

    fn line(&self) -> Option<&HistoryLine> {
        self.lines.get(self.list.at())
    }

    fn is_line(&self) -> Vec<bool> {
        vec![true; self.lines.len()]
    }
}

/// What an entry did, by the names of its events; an undo says what it took back.
fn what(line: &HistoryLine, catalog: &Catalog) -> String {
    let mut named: Vec<String> = Vec::new();
    for kind in &line.kinds {
        let text = catalog.text(&format!("event-{kind}")).into_owned();
        if !named.contains(&text) {
            named.push(text);
        }
    }
    let named = named.join(", ");
    match line.purpose {
        Purpose::Act | Purpose::Resolve { .. } | Purpose::Import { .. } => named,
        Purpose::Undo { .. } => catalog.text_with("history-undo-of", &[("what", Fact::Text(named))]),
    }
}

/// `Durée : 6 → 9`.
fn sentence(change: &Change, antenna: &AntennaRecord, catalog: &Catalog) -> String {
    let member = change.path.last().map_or("", String::as_str);
    let label = words::member(catalog, &change.path);
    let value = |value: &Option<String>| value.as_deref().map(|text| words::value(catalog, antenna, member, text));
    match (value(&change.before), value(&change.after)) {
        (None, Some(after)) => format!("{label} : {after}"),
        (Some(before), None) => format!("{label} : {before} → —"),
        (before, after) => format!("{label} : {} → {}", before.unwrap_or_default(), after.unwrap_or_default()),
    }
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
