//! One family: who, since when, where it stands, what is due.
//!
//! The page itself is drawn by `screens::family`; here are its keys, and when it is laid out anew.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Reaction, Shown, opening};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::deadline::About;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::look::{Look, Privacy};
use crate::tui::screens::family::{Dossier, FamilyView, Move, Target};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;

/// The page of the family under the cursor of the list.
#[derive(Debug, Default)]
pub struct Detail {
    shown: Option<Arc<Shown>>,
    revealed: bool,
    /// What the cursor goes to when the page is next laid out.
    sought: RefCell<Option<String>>,
    page: RefCell<Page>,
    /// Laid out before it is asked for.
    ready: Option<(Arc<Shown>, Page)>,
}

/// The lines as last laid out, and for what.
#[derive(Debug, Default)]
struct Page {
    view: FamilyView,
    made_for: Option<Room>,
}

/// Width, height, and whether names are masked.
type Room = (u16, u16, Privacy);

impl Detail {
    /// Shows a family; its page keeps its place when it is the same one, reloaded.
    pub(super) fn show(&mut self, shown: Option<Arc<Shown>>) {
        let id = |shown: &Option<Arc<Shown>>| -> Option<FamilyId> { shown.as_ref().map(|shown| shown.record.id) };
        let same = id(&self.shown) == id(&shown);
        let ready =
            self.ready.take().filter(|(ready, _)| shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, ready)));
        self.shown = shown;
        let page = self.page.get_mut();
        page.made_for = None;
        if !same {
            page.view.leave();
            self.revealed = false;
            if let Some((_, ready)) = ready {
                *page = ready;
            }
        }
    }

    /// Lays out the first page of a family that will probably be shown next, as the one on screen was laid out.
    pub fn prepare(&mut self, shown: &Arc<Shown>, catalog: &Catalog) {
        let page = self.page.get_mut();
        if let Some(room @ (width, height, privacy)) = page.made_for {
            let mut view = page.view.of_another();
            view.lay_out(catalog, &dossier(shown, privacy, false), width, height);
            self.ready = Some((Arc::clone(shown), Page { view, made_for: Some(room) }));
        }
    }

    /// Goes to the line about what is at this place of the record, once the page is laid out.
    pub fn seek(&mut self, place: String) {
        *self.sought.get_mut() = Some(place);
        self.page.get_mut().made_for = None;
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        let movement = match action {
            Action::Up => Move::Up,
            Action::Down => Move::Down,
            Action::PageUp => Move::PageUp,
            Action::PageDown => Move::PageDown,
            Action::First => Move::First,
            Action::Last => Move::Last,
            Action::Open => return self.open(catalog),
            _not_of_the_page => return Reaction::Stays,
        };
        if let Some(shown) = &self.shown {
            let page = self.page.get_mut();
            let privacy = page.made_for.map_or(Privacy::Shown, |(.., privacy)| privacy);
            // The cursor may go anywhere: all lines are needed.
            page.view.lay_out(catalog, &dossier(shown, privacy, self.revealed), inside.width, u16::MAX);
            page.view.go(movement, inside.height);
            page.made_for = Some((inside.width, inside.height, privacy));
        }
        Reaction::Stays
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        self.page.get_mut().view.point(usize::from(at.y.saturating_sub(inside.y)));
        Reaction::Stays
    }

    /// What is under the cursor, for the act that is asked for on it.
    pub fn about(&self) -> Option<About> {
        let target = self.page.borrow().view.target()?;
        opening::about(self.shown.as_ref()?, target)
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-detail").into_owned()
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let Some(shown) = &self.shown else {
            say_none(&mut sheet, area, "family-none");
            return None;
        };
        let mut page = self.page.borrow_mut();
        let key = (area.width, area.height, look.privacy);
        if page.made_for != Some(key) {
            page.view.lay_out(look.catalog, &dossier(shown, look.privacy, self.revealed), area.width, area.height);
            if let Some(place) = self.sought.take() {
                page.view.unfold();
                page.view.lay_out(look.catalog, &dossier(shown, look.privacy, self.revealed), area.width, u16::MAX);
                page.view.seek(&place, area.height);
            }
            page.made_for = Some(key);
        }
        page.view.draw(&mut sheet, area, look.focused);
        None
    }

    fn open(&mut self, catalog: &Catalog) -> Reaction {
        let page = self.page.get_mut();
        if page.view.fold() {
            page.made_for = None;
            self.ready = None;
            return Reaction::Stays;
        }
        let (Some(shown), Some(target)) = (&self.shown, page.view.target()) else { return Reaction::Stays };
        if target == Target::Identity {
            self.revealed = !self.revealed;
            page.made_for = None;
            return Reaction::Stays;
        }
        opening::open(shown, target, &shown.path, catalog)
    }
}

/// Says that no family is under the cursor, and where there may be one.
pub(super) fn say_none(sheet: &mut Sheet<'_, '_>, area: Rect, id: &str) {
    let key = keymap::named(Context::Global, Action::ShowCaseload, sheet.catalog());
    let text = sheet.text_with(id, &[("caseload", Fact::Text(key))]);
    sheet.put_wrapped(Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }, &text, Role::Muted);
}

fn dossier(shown: &Shown, privacy: Privacy, revealed: bool) -> Dossier<'_> {
    let mask: fn(&str) -> Cow<'_, str> = match privacy {
        Privacy::Shown => |text| Privacy::Shown.mask(text),
        Privacy::Masked => |text| Privacy::Masked.mask(text),
    };
    Dossier {
        record: &shown.record,
        antenna: &shown.antenna,
        deadlines: &shown.deadlines,
        today: shown.today,
        places: shown.places(),
        revealed: revealed && privacy == Privacy::Shown,
        mask,
    }
}
