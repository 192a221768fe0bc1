//! One line over every text of every family: who they are, then what was written, each at its place.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::everywhere::{self, Found, LEAST_LETTERS};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::domain::encounter::Confidentiality;
use crate::tui::action::Action;
use crate::tui::keymap::Key;
use crate::tui::look::{self, Look, Privacy};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::line_edit::{Edited, LineEdit};
use crate::tui::widgets::listing::Listing;

/// What is looked for, and what answers.
#[derive(Debug, Default)]
pub struct Search {
    line: LineEdit,
    found: Vec<Found>,
    list: Listing,
}

impl Search {
    /// What is looked for, as typed.
    pub fn words(&self) -> &str {
        self.line.text()
    }

    /// Comes back to what was looked for: another word typed takes its place.
    pub fn offer(&mut self) {
        let words = self.line.text().to_owned();
        self.line.offer(&words);
    }

    /// Takes what answers.
    pub fn take(&mut self, found: Vec<Found>) {
        if found != self.found {
            self.found = found;
            self.list = Listing::default();
        }
        self.list.go(self.list.at(), &self.is_line());
    }

    pub fn typed(&mut self, text: &str) -> Reaction {
        self.line.insert(text);
        Reaction::Ask(Request::SearchEverywhere)
    }

    pub fn edited(&mut self, key: Key) -> Reaction {
        match self.line.edit(key) {
            Edited::Text => Reaction::Ask(Request::SearchEverywhere),
            Edited::Cursor | Edited::Not => Reaction::Stays,
        }
    }

    pub fn update(&mut self, action: Action, inside: Rect, _catalog: &Catalog) -> Reaction {
        match (action, self.found.get(self.list.at())) {
            (Action::Open, Some(found)) => {
                let request = Request::OpenPassage { family: found.family, place: found.place.clone() };
                return Reaction::GoAndAsk(Place::Detail, request);
            }
            (other, _) => {
                let is_line = self.is_line();
                self.list.moved(other, &is_line, lines_area(inside).height);
            }
        }
        Reaction::Stays
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        let is_line = self.is_line();
        self.list.click(at, lines_area(inside), &is_line);
        Reaction::Stays
    }

    /// The family of the line under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        self.found.get(self.list.at()).map(|found| found.family)
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-search").into_owned()
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if area.height < 3 || area.width < 8 {
            return None;
        }
        let mut sheet = Sheet { buffer: buf, look };
        let right = area.right();
        let at = sheet.put(area.x + 1, area.y, right, "❯ ", Role::Key);
        let (typed, column) = self.line.view(right.saturating_sub(at + 1));
        sheet.put_typed(at, area.y, right, &look.mask(typed), Role::Text);
        sheet.put(area.x, area.y + 1, right, &"─".repeat(usize::from(area.width)), Role::Border);
        let lines = lines_area(area);
        if self.found.is_empty() {
            let letters = [("letters", Fact::from(LEAST_LETTERS as u64))];
            let id = if self.line.text().trim().is_empty() { "search-what" } else { "search-none" };
            let inside = Rect { x: lines.x + 1, width: lines.width.saturating_sub(2), ..lines };
            sheet.put_wrapped(inside, &look.catalog.text_with(id, &letters), Role::Muted);
        }
        let words = everywhere::words(self.line.text());
        let top = self.list.top(&self.is_line(), lines.height);
        for ((place, found), y) in self.found.iter().enumerate().skip(top).zip(lines.y..lines.bottom()) {
            let row = Rect { y, height: 1, ..lines };
            draw_line(&mut sheet, row, found, &words);
            if place == self.list.at() {
                sheet.put(row.x, y, right, "▸", Role::Text);
                sheet.select(row);
            }
        }
        if let Some(found) = self.found.get(self.list.at()).filter(|_| lines.bottom() < area.bottom()) {
            let foot = Rect { y: lines.bottom(), height: area.bottom() - lines.bottom(), ..area };
            sheet.put(foot.x, foot.y, right, &"─".repeat(usize::from(foot.width)), Role::Border);
            let inside =
                Rect { x: foot.x + 1, y: foot.y + 1, width: foot.width.saturating_sub(2), height: foot.height - 1 };
            sheet.put_wrapped(inside, &look.mask(&found.excerpt), Role::Muted);
        }
        Some(Position { x: at + column, y: area.y })
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        vec![true; self.found.len()]
    }
}

/// The family, the part of its record, who may read it, and the text with the words that answer.
fn draw_line(sheet: &mut Sheet<'_, '_>, row: Rect, found: &Found, words: &[String]) {
    let (y, right) = (row.y, row.right());
    let name_end = row.x + 2 + (row.width * 3 / 10).clamp(14, 30);
    draw_words(sheet, row.x + 2, y, name_end, &found.name, words, Role::Text);
    let mut x = name_end + 1;
    let (part, role) = match found.confidentiality {
        Some(Confidentiality::Private) => (sheet.text("search-private"), Role::Private),
        Some(Confidentiality::PanelOnly) => (sheet.text("search-panel-only"), Role::Warning),
        Some(Confidentiality::Shareable) | None => (part(&found.place, sheet.catalog()), Role::Muted),
    };
    let room = if row.width < 76 { 12 } else { 22 };
    sheet.put(x, y, x + room, &look::fit(&part, room), role);
    x += room + 1;
    draw_words(sheet, x, y, right, &found.excerpt, words, Role::Text);
}

/// Writes a text, the words that answer lit; none of it while privacy is on.
fn draw_words(sheet: &mut Sheet<'_, '_>, x: u16, y: u16, right: u16, text: &str, words: &[String], role: Role) {
    let masked = sheet.look.privacy == Privacy::Masked;
    let shown = sheet.look.mask(text);
    let fitted = SafeText::line(&shown).fit(usize::from(right.saturating_sub(x)));
    let mut at = x;
    for word in fitted.split_inclusive([' ', '\u{a0}', '’', '\'', '-']) {
        let role = if !masked && everywhere::answers(word, words) { Role::Match } else { role };
        at = sheet.put(at, y, right, word, role);
    }
}

/// What the innermost part of the record that has a name is called.
fn part<'c>(place: &str, catalog: &'c Catalog) -> std::borrow::Cow<'c, str> {
    let id = |member: &str| format!("record-{}", member.replace('_', "-"));
    let named = place.rsplit('/').map(id).find(|id| catalog.has(id));
    named.map(|id| catalog.text(&id)).unwrap_or_default()
}

/// Where the lines are: under what is typed, above the whole text of the one under the cursor.
fn lines_area(area: Rect) -> Rect {
    let foot = match area.height {
        0..14 => 0,
        14.. => 4,
    };
    Rect { y: area.y + 2, height: area.height.saturating_sub(2 + foot), ..area }
}
