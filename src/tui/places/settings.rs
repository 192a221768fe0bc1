//! The settings of the antenna: sections on the left, what each holds on the right; what is added or changed opens its form.
//!
//! Nothing is edited in place: every change is an act, with its date and its author.

mod content;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reaction;
use crate::base::id::{CenterCode, ReferentId};
use crate::base::locale::Catalog;
use crate::domain::antenna::AntennaRecord;
use crate::domain::convention::Convention;
use crate::domain::deadline::About;
use crate::tui::action::{ActKind, Action};
use crate::tui::acts::{Becomes, ListOf, Part};
use crate::tui::look::{self, Look};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::popup::Popup;
pub use content::version_told;
use content::{Line, Target};

/// The width of the list of sections, and the narrowest screen that has room for it.
const ASIDE: u16 = 25;
const NARROW: u16 = 76;

/// The screen.
#[derive(Debug, Default)]
pub struct Settings {
    read: Option<Read>,
    section: Section,
    /// Whether the cursor is in what the section holds.
    is_inside: bool,
    lines: Vec<Line>,
    list: Listing,
}

/// What the screen is made of.
#[derive(Debug)]
pub struct Read {
    pub antenna: Arc<AntennaRecord>,
    /// Families in the caseload, by referent.
    pub followed: BTreeMap<ReferentId, u64>,
    /// Places taken, by centre.
    pub taken: BTreeMap<CenterCode, u32>,
    /// The version that the next avenant is prepared from, with what was changed in it since.
    pub prepared: Option<Convention>,
    pub today: NaiveDate,
    pub is_read_only: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Section {
    #[default]
    Referents,
    Centers,
    Versions,
    Themes,
    Delays,
}

impl Section {
    const ALL: [Self; 5] = [Self::Referents, Self::Centers, Self::Versions, Self::Themes, Self::Delays];

    fn id(self) -> &'static str {
        match self {
            Self::Referents => "settings-referents",
            Self::Centers => "settings-centers",
            Self::Versions => "settings-versions",
            Self::Themes => "settings-themes",
            Self::Delays => "settings-delays",
        }
    }

    fn place(self) -> usize {
        Self::ALL.iter().position(|one| *one == self).unwrap_or_default()
    }
}

impl Settings {
    /// Takes the antenna as it is now; the cursor stays where it was.
    pub fn take(&mut self, read: Read, catalog: &Catalog) {
        self.lines = content::lines(self.section, &read, catalog);
        self.read = Some(read);
        self.list.go(self.list.at(), &self.is_line());
    }

    /// Whether Esc goes back to the sections.
    pub fn is_inside(&self) -> bool {
        self.is_inside
    }

    /// Goes from the sections to what one holds, or back.
    pub fn change_side(&mut self) {
        self.is_inside = !self.is_inside && self.is_line().contains(&true);
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match (action, self.is_inside) {
            (Action::AddSetting, _) => return self.add(),
            (Action::EndSetting, _) => return self.end(catalog),
            (Action::Back | Action::Left, true) => self.is_inside = false,
            (Action::Open | Action::Right, false) => self.is_inside = self.is_line().contains(&true),
            (Action::Open, true) => return self.open(catalog),
            (Action::Up, false) => self.turn_to(self.section.place().saturating_sub(1), catalog),
            (Action::Down, false) => self.turn_to(self.section.place() + 1, catalog),
            (Action::First | Action::PageUp, false) => self.turn_to(0, catalog),
            (Action::Last | Action::PageDown, false) => self.turn_to(Section::ALL.len() - 1, catalog),
            (other, true) => {
                let height = self.content_area(inside).height;
                self.list.moved(other, &self.is_line(), height);
            }
            (_no_key_of_the_sections, false) => {}
        }
        Reaction::Stays
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        let content = self.content_area(inside);
        if content.contains(at) {
            let is_line = self.is_line();
            self.is_inside = is_line.contains(&true);
            self.list.click(at, content, &is_line);
        } else {
            self.is_inside = false;
            if NARROW <= inside.width
                && let Some(section) = Section::ALL.get(usize::from(at.y.saturating_sub(inside.y)))
            {
                self.section = *section;
                return Reaction::Ask(Request::LoadSettings);
            }
        }
        Reaction::Stays
    }

    /// The referent or the centre under the cursor.
    pub fn about(&self) -> Option<About> {
        match self.target()? {
            Target::Referent(id) => Some(About::AntennaPart { id: uuid::Uuid::from_bytes(id.bytes()) }),
            Target::Center(code) => Some(About::Center { code: code.clone() }),
            Target::Version(_) | Target::Prepared | Target::Parameter | Target::List(_) | Target::Entry(..) => None,
        }
    }

    /// Turns to the versions of the convention, on the one in force.
    pub fn show_version_in_force(&mut self, catalog: &Catalog) {
        self.turn_to(Section::Versions.place(), catalog);
        self.is_inside = true;
        let in_force = self.read.as_ref().and_then(|read| read.antenna.convention(read.today));
        let in_force = in_force.map(|version| version.effective_from);
        let is_in_force = |line: &Line| match line {
            Line::Row { target: Some(Target::Version(from)), .. } => Some(*from) == in_force,
            Line::Row { .. } | Line::Said(..) => false,
        };
        if let Some(place) = self.lines.iter().position(is_in_force) {
            self.list.go(place, &self.is_line());
        }
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        format!("{} · {}", look.text("context-settings"), look.text(self.section.id()))
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        self.draw_sections(&mut sheet, area);
        let content = self.content_area(area);
        let top = self.list.top(&self.is_line(), content.height);
        let middle = content.x + 2 + self.name_width(content.width);
        for ((place, line), y) in self.lines.iter().enumerate().skip(top).zip(content.y..content.bottom()) {
            let row = Rect { y, height: 1, ..content };
            match line {
                Line::Said(text, role) => drop(sheet.put_typed(row.x + 2, y, row.right(), text, *role)),
                Line::Row { name, told, role, target } => {
                    let end = if told.is_empty() { row.right() } else { middle };
                    let heads = matches!(target, Some(Target::List(_) | Target::Entry(ListOf::Themes, _)));
                    sheet.put_typed(row.x + 2, y, end, name, if heads { Role::Heading } else { Role::Text });
                    sheet.put_typed(middle + 1, y, row.right(), told, *role);
                }
            }
            if self.is_inside && place == self.list.at() {
                sheet.put(row.x, y, row.right(), "▸", Role::Text);
                sheet.select(row);
            }
        }
        None
    }

    fn draw_sections(&self, sheet: &mut Sheet<'_, '_>, area: Rect) {
        if area.width < NARROW {
            let name = sheet.text(self.section.id());
            let title = format!("▴ {name} ({}/{}) ▾", self.section.place() + 1, Section::ALL.len());
            sheet.put(area.x + 1, area.y, area.right(), &title, Role::Heading);
            if !self.is_inside {
                sheet.select(Rect { height: 1, ..area });
            }
            return;
        }
        for (section, y) in Section::ALL.into_iter().zip(area.y..area.bottom()) {
            let row = Rect { y, height: 1, width: ASIDE - 1, ..area };
            let here = section == self.section;
            sheet.put(row.x, y, row.right(), if here { "▸" } else { " " }, Role::Text);
            let name = sheet.text(section.id());
            sheet.put(row.x + 2, y, row.right(), &look::fit(&name, row.width.saturating_sub(2)), Role::Text);
            if here && !self.is_inside {
                sheet.select(row);
            }
        }
        for y in area.y..area.bottom() {
            sheet.put(area.x + ASIDE - 1, y, area.right(), "│", Role::Border);
        }
    }

    /// The room of the names: what they need, as far as half of what is told beside them still fits.
    fn name_width(&self, width: u16) -> u16 {
        let longest = |of: fn(&Line) -> &str| self.lines.iter().map(|line| look::width(of(line))).max().unwrap_or(0);
        let names = longest(Line::name) + 2;
        // Of an entry of the convention its own words matter more than what is told of it.
        let told = match self.section {
            Section::Themes => 8,
            Section::Referents | Section::Centers | Section::Versions | Section::Delays => width / 2,
        };
        let told = longest(Line::told).min(told);
        names.min(width.saturating_sub(told + 5))
    }

    /// Where what the section holds is drawn: beside the sections, or under the one there is room for.
    fn content_area(&self, area: Rect) -> Rect {
        match area.width {
            0..NARROW => Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area },
            NARROW.. => Rect { x: area.x + ASIDE, width: area.width - ASIDE, ..area },
        }
    }

    fn turn_to(&mut self, place: usize, catalog: &Catalog) {
        let Some(section) = Section::ALL.get(place) else { return };
        self.section = *section;
        self.list = Listing::default();
        if let Some(read) = &self.read {
            self.lines = content::lines(self.section, read, catalog);
        }
        self.list.go(0, &self.is_line());
    }

    fn open(&self, catalog: &Catalog) -> Reaction {
        match self.target() {
            Some(Target::Referent(_)) => self.form(ActKind::CorrectReferent),
            Some(Target::Center(_)) => self.form(ActKind::ChangeCenter),
            Some(Target::Parameter | Target::Prepared) => self.form(ActKind::AdoptConvention),
            Some(Target::Entry(list, place)) => prepares(list, Becomes::Changed(*place)),
            Some(Target::List(_)) => Reaction::Stays,
            Some(Target::Version(from)) => {
                let told = self.read.as_ref().and_then(|read| content::version_told(&read.antenna, *from, catalog));
                told.map_or(Reaction::Stays, |(title, text)| Reaction::Popup(Popup::new(title, text)))
            }
            None => Reaction::Stays,
        }
    }

    /// Adds to the section; to the list under the cursor, and to what the theme under it is made of.
    fn add(&self) -> Reaction {
        let act = match (self.section, self.target()) {
            (Section::Referents, _) => ActKind::AddReferent,
            (Section::Centers, _) => ActKind::AddCenter,
            (Section::Themes, Some(Target::Entry(ListOf::Themes, place))) if self.is_inside => {
                let version = self.read.as_ref().and_then(|read| read.prepared.as_ref());
                let theme = version.and_then(|version| version.themes.get(*place));
                return theme
                    .map_or(Reaction::Stays, |theme| prepares(&ListOf::Items(theme.code.clone()), Becomes::Added));
            }
            (Section::Themes, Some(Target::List(list) | Target::Entry(list, _))) if self.is_inside => {
                return prepares(list, Becomes::Added);
            }
            (Section::Themes | Section::Versions | Section::Delays, _) => ActKind::AdoptConvention,
        };
        self.form(act)
    }

    /// Ends what is under the cursor.
    fn end(&self, catalog: &Catalog) -> Reaction {
        match (self.section, self.target()) {
            (Section::Referents, _) => self.form(ActKind::RecordReferentLeaving),
            (Section::Centers, _) => self.form(ActKind::CloseCenter),
            (Section::Themes, Some(Target::Entry(list, place))) if self.is_inside => {
                prepares(list, Becomes::Removed(*place))
            }
            (Section::Themes | Section::Versions | Section::Delays, _) => Reaction::Popup(Popup::new(
                catalog.text("settings-ends-nothing-title"),
                catalog.text("settings-ends-nothing"),
            )),
        }
    }

    fn form(&self, act: ActKind) -> Reaction {
        Reaction::Ask(Request::OpenForm { act, family: None, about: self.about() })
    }

    fn target(&self) -> Option<&Target> {
        match self.lines.get(self.list.at())? {
            Line::Row { target, .. } => target.as_ref(),
            Line::Said(..) => None,
        }
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        self.lines.iter().map(|line| matches!(line, Line::Row { target: Some(_), .. })).collect()
    }
}

/// Asks for what becomes of an entry of the convention, where its list allows it.
fn prepares(list: &ListOf, becomes: Becomes) -> Reaction {
    match becomes {
        Becomes::Added | Becomes::Removed(_) if !list.grows() => Reaction::Stays,
        Becomes::Added | Becomes::Removed(_) | Becomes::Changed(_) => {
            Reaction::Ask(Request::OpenPart(Box::new(Part { list: list.clone(), becomes })))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;
    use crate::base::locale::Lang;
    use crate::tui::screens::fixture::{day, melun, moreau};

    fn read(is_read_only: bool) -> Settings {
        let mut antenna = melun();
        antenna.referents[0].left_on = Some(day("2026-11-01"));
        let followed = BTreeMap::from([(moreau(), 4)]);
        let antenna = Arc::new(antenna);
        let mut settings = Settings::default();
        let (taken, today) = (BTreeMap::new(), day("2026-11-25"));
        let read = Read { antenna, followed, taken, prepared: None, today, is_read_only };
        settings.take(read, &Catalog::new(Lang::Fr));
        settings
    }

    fn said(settings: &Settings) -> Vec<(String, Role)> {
        let line = |line: &Line| match line {
            Line::Said(text, role) => (text.clone(), *role),
            Line::Row { name, told, role, .. } => (format!("{name} {told}"), *role),
        };
        settings.lines.iter().map(line).collect()
    }

    #[test]
    fn a_store_that_cannot_be_written_says_so_above_every_section() {
        let catalog = Catalog::new(Lang::Fr);
        for is_read_only in [true, false] {
            let mut settings = read(is_read_only);
            for place in 0..Section::ALL.len() {
                settings.turn_to(place, &catalog);
                let first = said(&settings).remove(0);
                assert_eq!(first.0.contains("Lecture seule"), is_read_only, "{first:?}");
            }
        }
    }

    #[test]
    fn a_referent_who_left_families_behind_is_last_and_a_warning() {
        let settings = read(false);
        let lines = said(&settings);
        assert!(lines[0].0.starts_with("S. Benali"), "{lines:?}");
        assert_eq!(lines[2], ("C. Moreau 4 familles".to_owned(), Role::Warning));
        assert_eq!(lines[3], (" départ le 01/11/2026".to_owned(), Role::Warning));
    }
}
