//! What leaves for the Département and what stays, family by family; sealing the next bundle; the bundles sealed so far.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::Local;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::{Exported, FamilyPreview, Preview, Sealed};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::look::{self, Look};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::faces;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::popup::{Answer, Confirm, Popup};

/// The exchange with the Département.
#[derive(Debug, Default)]
pub struct Exchange {
    preview: Option<Preview>,
    outbox: Vec<Kept>,
    /// Where the next bundle goes.
    folder: PathBuf,
    list: Listing,
    is_loaded: bool,
}

/// A bundle sealed before.
#[derive(Clone, Debug)]
pub struct Kept {
    pub sealed: Sealed,
    /// Whether its file is where bundles are written.
    pub is_in_folder: bool,
}

/// One line of the screen.
enum Item<'a> {
    Heading(&'static str),
    /// Acts of the antenna itself.
    Antenna(&'a Preview),
    Family(&'a FamilyPreview),
    /// What leaves in bundles of its own: the message that says so, and how many.
    Beside(&'static str, u64),
    Nothing,
    Kept(&'a Kept),
}

impl Exchange {
    /// Takes what the next bundle would carry, nothing when there is nothing, and the bundles sealed so far.
    pub fn take(&mut self, preview: Option<Preview>, outbox: Vec<Kept>, folder: PathBuf) {
        (self.preview, self.outbox, self.folder) = (preview, outbox, folder);
        self.is_loaded = true;
        self.list.go(self.list.at(), &self.is_line());
    }

    /// What to say of a bundle that was sealed.
    pub fn sealed(exported: &Exported, catalog: &Catalog) -> Popup {
        let facts = [
            ("path", Fact::from(exported.path.display().to_string())),
            ("key", Fact::from(exported.key_path.display().to_string())),
            ("entries", Fact::from(exported.entries as u64)),
            ("families", Fact::from(exported.families as u64)),
            ("remaining", Fact::from(exported.remaining)),
            ("digest", Fact::from(exported.digest.to_string())),
            ("fingerprint", Fact::from(exported.fingerprint.as_str())),
            ("encrypted", Fact::from(if exported.is_encrypted { "yes" } else { "no" })),
            ("receipts", Fact::from(u64::from(exported.receipts.is_some()))),
        ];
        let title = catalog.text_with("exchange-sealed-title", &[("sequence", Fact::from(exported.sequence))]);
        Popup::new(title, catalog.text_with("exchange-sealed", &facts))
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match action {
            Action::Preview => Reaction::Ask(Request::PreviewExport),
            Action::Seal => Reaction::Ask(Request::AskToSeal),
            Action::ChooseFolder => Reaction::Ask(Request::BrowseFolder(self.folder.clone())),
            Action::Open => self.open(catalog),
            Action::Acknowledge => self.ask_whether_received(catalog),
            Action::OpenFamily => self
                .family()
                .map_or(Reaction::Stays, |family| Reaction::GoAndAsk(Place::Detail, Request::OpenFamily(family))),
            other => {
                let is_line = self.is_line();
                self.list.moved(other, &is_line, list_area(faces::under(inside)).height);
                Reaction::Stays
            }
        }
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        let is_line = self.is_line();
        self.list.click(at, list_area(faces::under(inside)), &is_line);
        Reaction::Stays
    }

    /// The question before the next bundle is sealed, or why there is nothing to seal.
    pub fn ask_to_seal(&self, catalog: &Catalog) -> Reaction {
        let ask = |id: &str| catalog.text(id).into_owned();
        let Some(preview) = &self.preview else {
            let text = catalog.text_with("exchange-nothing-text", &[("key", enter(catalog))]);
            return Reaction::Popup(Popup::new(ask("exchange-nothing-title"), text));
        };
        let stays = preview.families.iter().flat_map(|family| family.counted.staying.values()).sum::<u64>();
        let facts = [
            ("entries", Fact::from(preview.entries as u64)),
            ("families", Fact::from(preview.families.len() as u64)),
            ("stays", Fact::from(stays)),
            ("folder", Fact::from(self.folder.display().to_string())),
        ];
        let text = match preview.entries {
            0 if preview.receipts > 0 => catalog.text_with("exchange-seal-receipts", &receipts(preview, &self.folder)),
            _ => catalog.text_with("exchange-seal-text", &facts),
        };
        let title = catalog.text_with("exchange-seal-title", &[("sequence", Fact::from(preview.sequence))]);
        let answers = vec![(Answer::Seal, ask("exchange-seal-yes")), (Answer::Stay, ask("exchange-seal-no"))];
        Reaction::Confirm(Confirm::new(title, text, answers))
    }

    /// The question whether the Département has received the bundle under the cursor.
    fn ask_whether_received(&self, catalog: &Catalog) -> Reaction {
        let items = self.items();
        let Some(Item::Kept(Kept { sealed, .. })) = items.get(self.list.at()) else {
            return Reaction::Popup(Popup::new(
                catalog.text("exchange-received-which-title"),
                catalog.text("exchange-received-which"),
            ));
        };
        let facts = [("sequence", Fact::from(sealed.sequence))];
        let yes = catalog.text("exchange-received-yes").into_owned();
        let no = catalog.text("exchange-received-no").into_owned();
        let answers = vec![(Answer::Received(sealed.sequence), yes), (Answer::Stay, no)];
        let title = catalog.text_with("exchange-received-title", &facts);
        Reaction::Confirm(Confirm::new(title, catalog.text_with("exchange-received-text", &facts), answers))
    }

    /// The family of the line under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        match self.items().get(self.list.at())? {
            Item::Family(family) => Some(family.family),
            Item::Heading(_) | Item::Antenna(_) | Item::Beside(..) | Item::Nothing | Item::Kept(_) => None,
        }
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-exchange").into_owned()
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let area = faces::draw(&mut sheet, area, faces::EXCHANGE, Place::Exchange);
        if !self.is_loaded || area.height < 4 {
            return None;
        }
        let head = self.head(look.catalog);
        sheet.put(area.x + 1, area.y, area.right(), &head, Role::Text);
        let folder = [("folder", Fact::from(self.folder.display().to_string()))];
        sheet.put_typed(
            area.x + 1,
            area.y + 1,
            area.right(),
            &look.catalog.text_with("exchange-folder", &folder),
            Role::Muted,
        );
        let items = self.items();
        let is_line = self.is_line();
        let lines = list_area(area);
        let top = self.list.top(&is_line, lines.height);
        for ((place, item), y) in items.iter().enumerate().skip(top).zip(lines.y..lines.bottom()) {
            let row = Rect { y, height: 1, ..lines };
            draw_item(&mut sheet, row, item);
            if place == self.list.at() && is_line.get(place) == Some(&true) {
                sheet.put(row.x, y, row.right(), "▸", Role::Text);
                sheet.select(row);
            }
        }
        if let Some(item) = items.get(self.list.at()).filter(|_| lines.height < area.height) {
            let foot = Rect { y: lines.bottom(), height: area.bottom() - lines.bottom(), ..area };
            draw_foot(&mut sheet, foot, item);
        }
        None
    }

    fn head(&self, catalog: &Catalog) -> String {
        match &self.preview {
            Some(preview) if preview.entries == 0 && preview.receipts > 0 => {
                catalog.text_with("exchange-next-receipts", &receipts(preview, &self.folder))
            }
            Some(preview) => {
                let facts = [
                    ("sequence", Fact::from(preview.sequence)),
                    ("entries", Fact::from(preview.entries as u64)),
                    ("families", Fact::from(preview.families.len() as u64)),
                    ("remaining", Fact::from(preview.remaining)),
                ];
                catalog.text_with("exchange-next", &facts)
            }
            None => catalog.text("exchange-nothing").into_owned(),
        }
    }

    fn items(&self) -> Vec<Item<'_>> {
        let mut items = Vec::new();
        if let Some(preview) = &self.preview {
            items.push(Item::Heading("exchange-leaves-and-stays"));
            if !preview.antenna.leaving.is_empty() {
                items.push(Item::Antenna(preview));
            }
            items.extend(preview.families.iter().map(Item::Family));
            items.extend(preview.beside().into_iter().map(|(id, count)| Item::Beside(id, count)));
        }
        items.push(Item::Heading("exchange-sealed-so-far"));
        match self.outbox.is_empty() {
            true => items.push(Item::Nothing),
            false => items.extend(self.outbox.iter().rev().map(Item::Kept)),
        }
        items
    }

    fn is_line(&self) -> Vec<bool> {
        self.items().iter().map(|item| !matches!(item, Item::Heading(_) | Item::Beside(..) | Item::Nothing)).collect()
    }

    fn open(&self, catalog: &Catalog) -> Reaction {
        let items = self.items();
        match items.get(self.list.at()) {
            Some(Item::Kept(kept)) => Reaction::Ask(Request::ExportAgain { sequence: kept.sealed.sequence }),
            Some(Item::Family(family)) => {
                let text = spelled(&family.counted.leaving, &family.counted.staying, catalog);
                Reaction::Popup(Popup::personal(family.name.clone(), text))
            }
            Some(Item::Antenna(preview)) => {
                let text = spelled(&preview.antenna.leaving, &preview.antenna.staying, catalog);
                Reaction::Popup(Popup::new(catalog.text("agenda-antenna"), text))
            }
            Some(Item::Heading(_) | Item::Beside(..) | Item::Nothing) | None => Reaction::Stays,
        }
    }
}

/// What is said of a bundle that only answers what came.
fn receipts(preview: &Preview, folder: &Path) -> [(&'static str, Fact); 3] {
    [
        ("sequence", Fact::from(preview.sequence)),
        ("count", Fact::from(preview.receipts as u64)),
        ("folder", Fact::from(folder.display().to_string())),
    ]
}

fn draw_item(sheet: &mut Sheet<'_, '_>, row: Rect, item: &Item<'_>) {
    let (y, right) = (row.y, row.right());
    let catalog = sheet.catalog();
    match item {
        Item::Heading(id) => {
            sheet.put(row.x + 1, y, right, &catalog.text(id), Role::Heading);
        }
        Item::Nothing => {
            sheet.put(row.x + 2, y, right, &catalog.text("exchange-none-sealed"), Role::Muted);
        }
        Item::Beside(id, count) => {
            let said = catalog.text_with(id, &[("count", Fact::from(*count))]);
            sheet.put(row.x + 2, y, right, &said, Role::Text);
        }
        Item::Antenna(preview) => {
            let name = catalog.text("agenda-antenna");
            draw_counts(sheet, row, &name, &preview.antenna.leaving, &preview.antenna.staying);
        }
        Item::Family(family) => {
            let name = sheet.look.mask(&family.name).into_owned();
            draw_counts(sheet, row, &name, &family.counted.leaving, &family.counted.staying);
        }
        Item::Kept(Kept { sealed, is_in_folder }) => {
            let created = sealed.created_at.with_timezone(&Local);
            let facts = [
                ("sequence", Fact::from(sealed.sequence)),
                ("date", Fact::Text(catalog.date(created.date_naive()))),
                ("time", Fact::Text(created.format("%H:%M").to_string())),
                ("file", Fact::from(sealed.file_name.as_str())),
            ];
            let (state, role) = match (sealed.acknowledged_on, is_in_folder) {
                (Some(date), _) => (catalog.text_with("exchange-received-on", &[("date", Fact::Date(date))]), Role::Ok),
                (None, true) => (catalog.text("exchange-in-folder").into_owned(), Role::Text),
                (None, false) => (catalog.text("exchange-not-in-folder").into_owned(), Role::Muted),
            };
            let end = sheet.put_right(row.x + 20, y, right - 1, &state, role).saturating_sub(1);
            sheet.put_typed(row.x + 2, y, end, &catalog.text_with("exchange-sealed-line", &facts), Role::Text);
        }
    }
}

type Counts = BTreeMap<&'static str, u64>;

fn draw_counts(sheet: &mut Sheet<'_, '_>, row: Rect, name: &str, leaving: &Counts, staying: &Counts) {
    let (y, right) = (row.y, row.right());
    let catalog = sheet.catalog();
    let name_end = row.x + 2 + (row.width / 2).min(36);
    sheet.put_typed(row.x + 2, y, name_end, name, Role::Text);
    let leaves = catalog.text_with("exchange-leaves", &[("count", Fact::from(leaving.values().sum::<u64>()))]);
    let at = sheet.put(name_end + 1, y, right, &leaves, Role::Text);
    let stays = staying.values().sum::<u64>();
    if stays > 0 {
        let stays = catalog.text_with("exchange-stays", &[("count", Fact::from(stays))]);
        sheet.put((name_end + 14).max(at + 2), y, right, &format!("■ {stays}"), Role::Private);
    }
}

/// The key that opens a line.
fn enter(catalog: &Catalog) -> Fact {
    Fact::from(keymap::named(Context::Exchange, Action::Open, catalog))
}

/// What leaves and what stays of the line under the cursor, by kind.
fn draw_foot(sheet: &mut Sheet<'_, '_>, area: Rect, item: &Item<'_>) {
    let catalog = sheet.catalog();
    let text = match item {
        Item::Family(family) => spelled(&family.counted.leaving, &family.counted.staying, catalog),
        Item::Antenna(preview) => spelled(&preview.antenna.leaving, &preview.antenna.staying, catalog),
        Item::Kept(kept) => {
            let facts = [("digest", Fact::from(kept.sealed.digest.to_string())), ("key", enter(catalog))];
            catalog.text_with("exchange-again", &facts)
        }
        Item::Heading(_) | Item::Beside(..) | Item::Nothing => return,
    };
    sheet.put(area.x, area.y, area.right(), &"─".repeat(usize::from(area.width)), Role::Border);
    for (line, y) in look::wrap(&text, area.width.saturating_sub(2)).iter().zip(area.y + 1..area.bottom()) {
        sheet.put_typed(area.x + 1, y, area.right(), line, Role::Muted);
    }
}

/// `Reste à l’antenne : note privée`, then `Part : entretien × 3…`.
fn spelled(leaving: &Counts, staying: &Counts, catalog: &Catalog) -> String {
    let listed = |counts: &Counts| {
        let each = counts.iter().map(|(kind, count)| match count {
            1 => catalog.text(&format!("event-{kind}")).into_owned(),
            // No line ends between the number and what it counts.
            count => format!("{}\u{a0}×\u{a0}{count}", catalog.text(&format!("event-{kind}"))),
        });
        Fact::Text(each.collect::<Vec<_>>().join(", "))
    };
    let leaves = catalog.text_with("exchange-leaves-what", &[("what", listed(leaving))]);
    match staying.is_empty() {
        true => leaves,
        false => format!("{}\n{leaves}", catalog.text_with("exchange-stays-what", &[("what", listed(staying))])),
    }
}

/// Where the lines are: under the two lines of the head, above the foot.
fn list_area(area: Rect) -> Rect {
    let foot = match area.height {
        0..15 => 0,
        15..24 => 6,
        24.. => 8,
    };
    Rect { y: area.y + 2, height: area.height.saturating_sub(2 + foot), ..area }
}
