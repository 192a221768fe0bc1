//! What leaves for the Département and what stays, family by family; sealing the next bundle; the bundles sealed so far.

mod bundle;
mod draw;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::{ByKind, Exported, FamilyPreview, Preview, RefusedFamily, RefusedPart, Sealed, SlipOf};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::look::Look;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::faces;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::popup::{Answer, Confirm, Popup};
use draw::{draw_foot, draw_item, list_area, spelled};

/// The exchange with the Département.
#[derive(Debug, Default)]
pub struct Exchange {
    preview: Option<Preview>,
    outbox: Vec<Kept>,
    refused: Vec<Refused>,
    /// Once it is, the Département answers by receipts, whose words confirm them.
    is_enrolled: bool,
    /// Where the next bundle goes.
    folder: PathBuf,
    list: Listing,
    is_loaded: bool,
}

/// What the screen is made of.
#[derive(Debug)]
pub struct Read {
    /// What the next bundle would carry; none when there is nothing.
    pub preview: Option<Preview>,
    /// The bundles sealed so far, oldest first.
    pub kept: Vec<Kept>,
    pub refused: Vec<Refused>,
    pub is_enrolled: bool,
    pub folder: PathBuf,
}

/// A bundle sealed before.
#[derive(Clone, Debug)]
pub struct Kept {
    pub sealed: Sealed,
    /// Whether its file is where bundles are written.
    pub is_in_folder: bool,
    /// What the Département refused of it.
    pub refused: Vec<RefusedPart>,
}

/// A family that the Département refused.
#[derive(Clone, Debug)]
pub struct Refused {
    pub name: String,
    pub refused: RefusedFamily,
    /// The bundle with which it went again, until that one is answered.
    pub gone_in: Option<u64>,
}

/// One line of the screen.
enum Item<'a> {
    Heading(&'static str),
    Refused(&'a Refused),
    /// Acts of the antenna itself.
    Antenna(&'a Preview),
    Family(&'a FamilyPreview),
    /// What leaves in bundles of its own: the message that says so, and how many.
    Beside(&'static str, u64),
    Nothing,
    Kept(&'a Kept),
}

impl Exchange {
    /// Takes what leaves, what left, and what was refused of it.
    pub fn take(&mut self, read: Read) {
        let Read { preview, kept, refused, is_enrolled, folder } = read;
        (self.preview, self.outbox, self.refused) = (preview, kept, refused);
        (self.is_enrolled, self.folder, self.is_loaded) = (is_enrolled, folder, true);
        self.list.go(self.list.at(), &self.is_line());
    }

    /// What to say of a bundle that was sealed.
    pub fn sealed(exported: &Exported, catalog: &Catalog) -> Popup {
        let names: Vec<_> = exported.beside.iter().filter_map(|path| path.file_name()).collect();
        let names: Vec<_> = names.iter().map(|name| name.to_string_lossy()).collect();
        let facts = [
            ("path", Fact::from(exported.path.display().to_string())),
            ("key", Fact::from(exported.key_path.display().to_string())),
            ("entries", Fact::from(exported.entries as u64)),
            ("families", Fact::from(exported.families as u64)),
            ("remaining", Fact::from(exported.remaining)),
            ("digest", Fact::from(exported.digest.to_string())),
            ("fingerprint", Fact::from(exported.fingerprint.as_str())),
            ("encrypted", Fact::from(if exported.is_encrypted { "yes" } else { "no" })),
            ("others", Fact::from(names.len() as u64)),
            ("names", Fact::from(names.join(", "))),
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
            Action::HandOver => {
                self.on_kept(catalog, |&Sealed { sequence, handed_over_on, acknowledged_on, .. }| {
                    match (handed_over_on, acknowledged_on) {
                        (Some(_), None) => Request::KeepHere { sequence },
                        _ => Request::HandOver { sequence },
                    }
                })
            }
            Action::WriteSlip => match self.kept() {
                Some(Kept { sealed, .. }) if sealed.receipt.is_some() => {
                    Reaction::Ask(Request::WriteSlip { of: SlipOf::Sealed, sequence: sealed.sequence })
                }
                Some(_) | None => {
                    Reaction::Popup(Popup::new(catalog.text("slip-which-title"), catalog.text("slip-which")))
                }
            },
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

    /// What is shown as leaving next.
    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
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
            0 if is_only_receipts(preview) => {
                catalog.text_with("exchange-seal-receipts", &receipts(preview, &self.folder))
            }
            _ => catalog.text_with("exchange-seal-text", &facts),
        };
        let title = catalog.text_with("exchange-seal-title", &[("sequence", Fact::from(preview.sequence))]);
        let answers = vec![(Answer::Seal, ask("exchange-seal-yes")), (Answer::Stay, ask("exchange-seal-no"))];
        Reaction::Confirm(Confirm::new(title, text, answers))
    }

    /// The bundle under the cursor.
    fn kept(&self) -> Option<&Kept> {
        match self.items().get(self.list.at())? {
            Item::Kept(kept) => Some(kept),
            Item::Heading(_)
            | Item::Refused(_)
            | Item::Antenna(_)
            | Item::Family(_)
            | Item::Beside(..)
            | Item::Nothing => None,
        }
    }

    /// Asks something of the bundle under the cursor; without one, says where to put it.
    fn on_kept(&self, catalog: &Catalog, request: impl FnOnce(&Sealed) -> Request) -> Reaction {
        match self.kept() {
            Some(Kept { sealed, .. }) => Reaction::Ask(request(sealed)),
            None => Reaction::Popup(Popup::new(
                catalog.text("exchange-received-which-title"),
                catalog.text("exchange-received-which"),
            )),
        }
    }

    /// Once the Département is enrolled, it reads the words of its receipt; before, the person is asked.
    fn ask_whether_received(&self, catalog: &Catalog) -> Reaction {
        let Some(Kept { sealed, .. }) = self.kept().filter(|_| !self.is_enrolled) else {
            return match self.kept() {
                Some(Kept { sealed, .. }) if !bundle::is_answered(sealed) => {
                    let title = catalog.text_with("exchange-received-title", &[("sequence", sealed.sequence.into())]);
                    Reaction::Popup(Popup::new(title, catalog.text("exchange-not-answered")))
                }
                _ => self.on_kept(catalog, |sealed| Request::AskForReceiptWords { sequence: sealed.sequence }),
            };
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
            Item::Refused(refused) => Some(refused.refused.family),
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
            Some(preview) if is_only_receipts(preview) => {
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
        if !self.refused.is_empty() {
            items.push(Item::Heading("exchange-refused"));
            items.extend(self.refused.iter().map(Item::Refused));
        }
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

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        self.items().iter().map(|item| !matches!(item, Item::Heading(_) | Item::Beside(..) | Item::Nothing)).collect()
    }

    fn open(&self, catalog: &Catalog) -> Reaction {
        let items = self.items();
        match items.get(self.list.at()) {
            Some(Item::Kept(kept)) => Reaction::Confirm(bundle::what_to_do(kept, self.is_enrolled, catalog)),
            Some(Item::Refused(refused)) => Reaction::Confirm(bundle::what_to_correct(refused, catalog)),
            Some(Item::Family(family)) => {
                let text = spelled(&family.counted, &family.for_panel, catalog);
                Reaction::Popup(Popup::personal(named(&family.name, catalog), text))
            }
            Some(Item::Antenna(preview)) => {
                let text = spelled(&preview.antenna, &ByKind::new(), catalog);
                Reaction::Popup(Popup::new(catalog.text("agenda-antenna"), text))
            }
            Some(Item::Heading(_) | Item::Beside(..) | Item::Nothing) | None => Reaction::Stays,
        }
    }
}

/// The name of a family, or that it has no file any more: it was erased, or its orientation taken back.
fn named<'a>(name: &'a str, catalog: &'a Catalog) -> Cow<'a, str> {
    if name.is_empty() { catalog.text("exchange-no-file") } else { name.into() }
}

/// Whether nothing leaves but the answers to what came.
fn is_only_receipts(preview: &Preview) -> bool {
    preview.entries == 0 && preview.families.is_empty() && preview.receipts > 0
}

/// What is said of a bundle that only answers what came.
fn receipts(preview: &Preview, folder: &Path) -> [(&'static str, Fact); 3] {
    [
        ("sequence", Fact::from(preview.sequence)),
        ("count", Fact::from(preview.receipts)),
        ("folder", Fact::from(folder.display().to_string())),
    ]
}

/// The key that opens a line.
fn enter(catalog: &Catalog) -> Fact {
    Fact::from(keymap::named(Context::Exchange, Action::Open, catalog))
}
