//! The files past their time: each archived or erased, proposed by one referent and confirmed by another.

use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::{PastFile, Retention as Files};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::tui::action::{ActKind, Action};
use crate::tui::look::{self, Look};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::listing::Listing;

/// The files past their time, those in the archive, and how many were erased.
#[derive(Debug, Default)]
pub struct Retention {
    files: Files,
    antenna: Arc<AntennaRecord>,
    today: NaiveDate,
    list: Listing,
}

enum Item<'a> {
    Heading(&'static str, usize),
    Past(&'a PastFile),
    Archived(&'a PastFile),
}

impl Retention {
    /// Takes the files; the cursor stays at its place.
    pub fn take(&mut self, files: Files, antenna: Arc<AntennaRecord>, today: NaiveDate) {
        (self.files, self.antenna, self.today) = (files, antenna, today);
        self.list.go(self.list.at(), &self.is_line());
    }

    pub fn update(&mut self, action: Action, inside: Rect, _catalog: &Catalog) -> Reaction {
        match (action, self.item()) {
            (Action::Open, Some(Item::Past(file))) => {
                let act = match file.proposal {
                    Some(_) => ActKind::ConfirmDisposal,
                    None => ActKind::ProposeDisposal,
                };
                return Reaction::Ask(Request::OpenForm { act, family: Some(file.family), about: None });
            }
            (Action::Open | Action::OpenFamily, Some(Item::Archived(file))) => {
                return Reaction::Ask(Request::ReadFile(file.family));
            }
            (Action::OpenFamily, Some(Item::Past(file))) if file.archived_on.is_some() => {
                return Reaction::Ask(Request::ReadFile(file.family));
            }
            (Action::OpenFamily, Some(Item::Past(file))) => {
                return Reaction::GoAndAsk(Place::Detail, Request::OpenFamily(file.family));
            }
            (other, _) => {
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

    /// The family of the line under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        match self.item()? {
            Item::Past(file) | Item::Archived(file) => Some(file.family),
            Item::Heading(..) => None,
        }
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-retention").into_owned()
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let (list, below) = split(area);
        let items = self.items();
        if items.is_empty() {
            let inside = Rect { x: list.x + 1, width: list.width.saturating_sub(2), ..list };
            sheet.put_wrapped(inside, &look.text("retention-none"), Role::Muted);
        }
        let top = self.list.top(&self.is_line(), list.height);
        for ((place, item), y) in items.iter().enumerate().skip(top).zip(list.y..list.bottom()) {
            let row = Rect { y, height: 1, ..list };
            match item {
                Item::Heading(id, count) => {
                    let title = format!("{} ({})", look.text(id), count);
                    sheet.put(row.x + 1, y, row.right(), &title, Role::Heading);
                }
                Item::Past(file) | Item::Archived(file) => {
                    self.draw_line(&mut sheet, row, file);
                    if place == self.list.at() {
                        sheet.put(row.x, y, row.right(), "▸", Role::Text);
                        sheet.select(row);
                    }
                }
            }
        }
        if below.height > 1 {
            sheet.put(below.x, below.y, below.right(), &"─".repeat(usize::from(below.width)), Role::Border);
            let inside =
                Rect { x: below.x + 1, y: below.y + 1, width: below.width.saturating_sub(2), height: below.height - 1 };
            sheet.put_wrapped(inside, &self.told(look), Role::Muted);
        }
        None
    }

    fn draw_line(&self, sheet: &mut Sheet<'_, '_>, row: Rect, file: &PastFile) {
        let (y, right) = (row.y, row.right());
        let catalog = sheet.catalog();
        let name_end = row.x + 2 + (row.width * 2 / 5).min(34);
        sheet.put_name(row.x + 2, y, name_end, &file.name, Role::Text);
        let date = |date: Option<NaiveDate>| date.map(|date| catalog.date(date)).unwrap_or_default();
        let (text, role) = match (&file.proposal, file.archived_on) {
            (Some(proposal), _) => {
                let facts = [
                    ("what", Fact::Text(catalog.text(proposal.disposal.id()).into_owned())),
                    ("by", Fact::Text(self.named(proposal.by, sheet.look))),
                ];
                let mine = self.files.author == Some(proposal.by);
                let id = if mine { "retention-proposed-by-me" } else { "retention-proposed" };
                (catalog.text_with(id, &facts), if mine { Role::Muted } else { Role::Warning })
            }
            (None, Some(_)) => {
                let facts = [("until", Fact::Text(date(file.kept_until)))];
                (catalog.text_with("retention-archived-on", &facts), Role::Muted)
            }
            (None, None) => {
                let facts = [("date", Fact::Text(date(file.kept_until)))];
                (catalog.text_with("retention-kept-until", &facts), Role::Text)
            }
        };
        sheet.put(name_end + 1, y, right, &look::fit(&text, right.saturating_sub(name_end + 1)), role);
    }

    /// What the line under the cursor is about: the proposal in its author's words, else what can be proposed.
    fn told(&self, look: &Look<'_>) -> String {
        let erased = look.catalog.text_with("retention-erased", &[("count", Fact::from(self.files.erased))]);
        let told = match self.item() {
            Some(Item::Past(file)) => match &file.proposal {
                Some(proposal) => {
                    let facts = [
                        ("what", Fact::Text(look.text(proposal.disposal.id()).into_owned())),
                        ("by", Fact::Text(self.named(proposal.by, look))),
                        ("date", Fact::Text(look.catalog.date(proposal.date))),
                        ("motive", Fact::Text(look.mask(&proposal.motive).into_owned())),
                    ];
                    let mine = self.files.author == Some(proposal.by);
                    let next = if mine { "retention-needs-another" } else { "retention-confirm" };
                    format!("{} {}", look.catalog.text_with("retention-proposal", &facts), look.text(next))
                }
                None => look.text("retention-propose").into_owned(),
            },
            Some(Item::Archived(_)) => look.text("retention-in-the-archive").into_owned(),
            Some(Item::Heading(..)) | None => String::new(),
        };
        format!("{told}\n{}\n{erased}", look.text("retention-what-is-erased")).trim().to_owned()
    }

    fn named(&self, referent: crate::base::id::ReferentId, look: &Look<'_>) -> String {
        let name = self.antenna.referent(referent).map(|one| one.name.clone()).unwrap_or_default();
        look.mask(&name).into_owned()
    }

    fn items(&self) -> Vec<Item<'_>> {
        let mut items = Vec::new();
        let (proposed, others): (Vec<_>, Vec<_>) = self.files.past.iter().partition(|file| file.proposal.is_some());
        for (id, files) in [("retention-to-confirm", proposed), ("retention-past", others)] {
            if !files.is_empty() {
                items.push(Item::Heading(id, files.len()));
                items.extend(files.into_iter().map(Item::Past));
            }
        }
        if !self.files.archived.is_empty() {
            items.push(Item::Heading("retention-archive", self.files.archived.len()));
            items.extend(self.files.archived.iter().map(Item::Archived));
        }
        items
    }

    fn item(&self) -> Option<Item<'_>> {
        let mut items = self.items();
        (self.list.at() < items.len()).then(|| items.swap_remove(self.list.at()))
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        self.items().iter().map(|item| !matches!(item, Item::Heading(..))).collect()
    }
}

/// The list, and what is told of its line.
fn split(area: Rect) -> (Rect, Rect) {
    let below = match (area.height, area.width) {
        (0..12, _) => 0,
        (12..20, _) => 7,
        (20..24, 90..) => 7,
        (20..24, _) | (24.., _) => 9,
    };
    let list = Rect { height: area.height - below, ..area };
    (list, Rect { y: list.bottom(), height: below, ..area })
}
