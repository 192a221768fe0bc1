//! What the antenna brings to the steering committee (art. 8), and the effects on the partnership that it noted (art. 7).

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reaction;
use crate::base::id::{PartnershipNoteId, SteeringTopicId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::deadline::About;
use crate::domain::partnership::PartnershipNote;
use crate::domain::steering::{SteeringTopic, TopicStage};
use crate::tui::action::Action;
use crate::tui::look::{self, Look};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::popup::Popup;

/// The list.
#[derive(Debug, Default)]
pub struct Steering {
    antenna: Arc<AntennaRecord>,
    items: Vec<Item>,
    list: Listing,
    is_loaded: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Heading(&'static str, usize),
    Topic(SteeringTopicId),
    Note(PartnershipNoteId),
}

impl Steering {
    /// Takes the topics: those that wait for an answer first, the oldest first; then the notes, the latest first.
    pub fn take(&mut self, antenna: Arc<AntennaRecord>) {
        let kept = self.items.get(self.list.at()).copied();
        self.items.clear();
        for stage in [TopicStage::Raised, TopicStage::Answered, TopicStage::Closed] {
            let mut topics: Vec<_> = antenna.topics.iter().filter(|topic| topic.stage() == stage).collect();
            topics.sort_by_key(|topic| topic.last_day());
            if stage == TopicStage::Closed {
                topics.reverse();
            }
            if !topics.is_empty() {
                self.items.push(Item::Heading(stage.id(), topics.len()));
            }
            self.items.extend(topics.iter().map(|topic| Item::Topic(topic.id)));
        }
        let mut notes: Vec<_> = antenna.partnership_notes.iter().collect();
        notes.sort_by_key(|note| std::cmp::Reverse(note.date));
        if !notes.is_empty() {
            self.items.push(Item::Heading("steering-notes", notes.len()));
        }
        self.items.extend(notes.iter().map(|note| Item::Note(note.id)));
        (self.antenna, self.is_loaded) = (antenna, true);
        let place = self.items.iter().position(|item| Some(*item) == kept).unwrap_or(self.list.at());
        self.list.go(place, &self.is_line());
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        if action == Action::Open {
            return match self.items.get(self.list.at()) {
                Some(Item::Topic(id)) => self.antenna.topic(*id).map_or(Reaction::Stays, |topic| {
                    Reaction::Popup(Popup::new(catalog.text(topic.subject.id()), told(topic, catalog).join("\n")))
                }),
                Some(Item::Note(id)) => self.note(*id).map_or(Reaction::Stays, |note| {
                    let title = catalog.text_with("steering-note-on", &[("date", Fact::Date(note.date))]);
                    let partner = (!note.partner.is_empty()).then(|| format!("{}\n\n", note.partner));
                    Reaction::Popup(Popup::new(title, format!("{}{}", partner.unwrap_or_default(), note.text)))
                }),
                Some(Item::Heading(..)) | None => Reaction::Stays,
            };
        }
        let is_line = self.is_line();
        self.list.moved(action, &is_line, list_area(inside).height);
        Reaction::Stays
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        let is_line = self.is_line();
        self.list.click(at, list_area(inside), &is_line);
        Reaction::Stays
    }

    /// The topic under the cursor, for the act that is asked for on it.
    pub fn about(&self) -> Option<About> {
        match self.items.get(self.list.at())? {
            Item::Topic(id) => Some(About::AntennaPart { id: uuid::Uuid::from_bytes(id.bytes()) }),
            Item::Heading(..) | Item::Note(_) => None,
        }
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-steering").into_owned()
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        if self.items.is_empty() {
            let id = if self.is_loaded { "steering-empty" } else { "steering-loading" };
            let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
            sheet.put_wrapped(inside, &look.text(id), Role::Muted);
            return None;
        }
        let lines = list_area(area);
        let top = self.list.top(&self.is_line(), lines.height);
        for ((place, item), y) in self.items.iter().enumerate().skip(top).zip(lines.y..lines.bottom()) {
            let row = Rect { y, height: 1, ..lines };
            match item {
                Item::Heading(id, count) => {
                    let title = format!("{} ({count})", look.text(id));
                    sheet.put(row.x + 1, y, row.right(), &title, Role::Heading);
                    continue;
                }
                Item::Topic(id) => {
                    if let Some(topic) = self.antenna.topic(*id) {
                        let subject = look.catalog.attribute(topic.subject.id(), "short");
                        let role = if topic.closure.is_some() { Role::Muted } else { Role::Text };
                        line(&mut sheet, row, topic.date, &subject, &topic.text, role);
                    }
                }
                Item::Note(id) => {
                    if let Some(note) = self.note(*id) {
                        line(&mut sheet, row, note.date, &note.partner, &note.text, Role::Text);
                    }
                }
            }
            if place == self.list.at() {
                sheet.put(row.x, y, row.right(), "▸", Role::Text);
                sheet.select(row);
            }
        }
        self.draw_foot(&mut sheet, area, lines);
        None
    }

    /// The whole text of what is under the cursor, what was last said of it last.
    fn draw_foot(&self, sheet: &mut Sheet<'_, '_>, area: Rect, lines: Rect) {
        if lines.height == area.height {
            return;
        }
        let text = match self.items.get(self.list.at()) {
            Some(Item::Topic(id)) => {
                let told = self.antenna.topic(*id).map(|topic| told(topic, sheet.catalog())).unwrap_or_default();
                match told.as_slice() {
                    [first, .., last] => format!("{first}\n{last}"),
                    [only] => only.clone(),
                    [] => String::new(),
                }
            }
            Some(Item::Note(id)) => self.note(*id).map(|note| note.text.clone()).unwrap_or_default(),
            Some(Item::Heading(..)) | None => String::new(),
        };
        let y = lines.bottom();
        sheet.put(area.x, y, area.right(), &"─".repeat(usize::from(area.width)), Role::Border);
        let inside = Rect {
            x: area.x + 1,
            y: y + 1,
            width: area.width.saturating_sub(2),
            height: area.bottom().saturating_sub(y + 1),
        };
        sheet.put_wrapped(inside, &text, Role::Muted);
    }

    fn note(&self, id: PartnershipNoteId) -> Option<&PartnershipNote> {
        self.antenna.partnership_notes.iter().find(|note| note.id == id)
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        self.items.iter().map(|item| !matches!(item, Item::Heading(..))).collect()
    }
}

/// A topic, then what was said and done about it, a line each.
fn told(topic: &SteeringTopic, catalog: &Catalog) -> Vec<String> {
    let said = |date, who: &str, text: &str| {
        let facts = [("date", Fact::Date(date)), ("who", Fact::from(who)), ("text", Fact::from(text))];
        catalog.text_with("steering-said", &facts)
    };
    let mut lines = vec![said(topic.date, &catalog.text("steering-raised"), &topic.text)];
    lines.extend(topic.follow_ups.iter().map(|one| said(one.date, &catalog.text(one.by.id()), &one.text)));
    lines.extend(topic.closure.iter().map(|one| said(one.date, &catalog.text("steering-closed"), &one.outcome)));
    lines
}

/// The day, what it is about or with whom, the beginning of the text.
fn line(sheet: &mut Sheet<'_, '_>, row: Rect, date: chrono::NaiveDate, what: &str, text: &str, role: Role) {
    let (y, right) = (row.y, row.right());
    sheet.put(row.x + 2, y, right, &sheet.catalog().date(date), Role::Muted);
    let what_end = row.x + 14 + (row.width / 5).clamp(8, 22);
    sheet.put_typed(row.x + 14, y, what_end, what, Role::Label);
    sheet.put_typed(what_end + 1, y, right, &look::fit(text.lines().next().unwrap_or_default(), row.width), role);
}

/// Where the lines are: above the whole text of the one under the cursor.
fn list_area(area: Rect) -> Rect {
    let foot = match area.height {
        0..12 => 0,
        12..24 => 5,
        24.. => 7,
    };
    Rect { height: area.height - foot, ..area }
}
