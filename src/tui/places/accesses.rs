//! The access journal, newest first: who opened, searched, printed or handed over what, and when.

use std::sync::Arc;

use chrono::{Local, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::AccessLine;
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::listing::Listing;

/// The latest accesses.
#[derive(Debug, Default)]
pub struct Accesses {
    lines: Vec<AccessLine>,
    antenna: Arc<AntennaRecord>,
    months: u32,
    list: Listing,
}

impl Accesses {
    /// Takes the accesses, newest first.
    pub fn take(&mut self, lines: Vec<AccessLine>, antenna: Arc<AntennaRecord>, today: NaiveDate) {
        self.months = antenna.convention(today).map_or(12, |convention| convention.delays.access_months);
        (self.lines, self.antenna) = (lines, antenna);
        self.list.go(self.list.at(), &self.is_line());
    }

    pub fn update(&mut self, action: Action, inside: Rect, _catalog: &Catalog) -> Reaction {
        match action {
            Action::OpenFamily => {
                let Some(family) = self.family() else { return Reaction::Stays };
                return Reaction::GoAndAsk(Place::Detail, Request::OpenFamily(family));
            }
            other => {
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

    /// The family of the line under the cursor, while it has a file.
    pub fn family(&self) -> Option<FamilyId> {
        self.lines.get(self.list.at()).filter(|line| line.name.is_some())?.access.family
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-accesses").into_owned()
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let months = [("months", Fact::from(u64::from(self.months)))];
        let head = look.catalog.text_with("accesses-kept", &months);
        sheet.put_wrapped(
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: said_height(area), ..area },
            &head,
            Role::Muted,
        );
        let lines = lines_area(area);
        let top = self.list.top(&self.is_line(), lines.height);
        for ((place, line), y) in self.lines.iter().enumerate().skip(top).zip(lines.y..lines.bottom()) {
            let row = Rect { y, height: 1, ..lines };
            self.draw_line(&mut sheet, row, line);
            if place == self.list.at() {
                sheet.put(row.x, y, row.right(), "▸", Role::Text);
                sheet.select(row);
            }
        }
        None
    }

    fn draw_line(&self, sheet: &mut Sheet<'_, '_>, row: Rect, line: &AccessLine) {
        let (y, right) = (row.y, row.right());
        let catalog = sheet.catalog();
        let at = line.access.at.with_timezone(&Local);
        let when = format!("{} {}", catalog.date(at.date_naive()), at.format("%H:%M"));
        let x = sheet.put(row.x + 2, y, right, &when, Role::Muted) + 2;
        let who = self.antenna.referent(line.access.author).map(|one| one.name.clone()).unwrap_or_default();
        sheet.put_typed(x, y, x + 14, &sheet.look.mask(&who), Role::Text);
        let x =
            sheet.put(x + 16, y, right, &catalog.text(&format!("access-{}", line.access.kind.code())), Role::Text) + 2;
        match (&line.name, line.access.family) {
            (Some(name), _) => sheet.put_name(x, y, right, name, Role::Text),
            (None, Some(_)) => sheet.put(x, y, right, &catalog.text("accesses-gone"), Role::Muted),
            (None, None) => x,
        };
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        vec![true; self.lines.len()]
    }
}

/// How many lines say what this is.
fn said_height(area: Rect) -> u16 {
    match area.width {
        0..80 => 3,
        80.. => 2,
    }
}

/// Where the lines are: under those that say what this is.
fn lines_area(area: Rect) -> Rect {
    let said = said_height(area);
    Rect { y: area.y + said, height: area.height.saturating_sub(said), ..area }
}
