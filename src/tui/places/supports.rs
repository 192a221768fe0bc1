//! The supports that the Département published, to be read: the one in force first, those to come, the older ones (art. 4).
//!
//! A face of the exchange.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::{PublishedSupport, Support, SupportStanding};
use crate::base::locale::{Catalog, Fact};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::look::Look;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::widgets::faces;
use crate::tui::widgets::lines::{Line, Lines, Row};
use crate::tui::widgets::popup::Popup;

/// The screen.
#[derive(Debug, Default)]
pub struct Supports {
    lines: Lines<Support>,
}

impl Supports {
    /// Takes what was published.
    pub fn take(&mut self, published: &[PublishedSupport], catalog: &Catalog) {
        self.lines.take(lines(published, catalog));
    }

    /// Whether no support is published.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match (action, self.lines.target()) {
            (Action::Open, Some(support)) => {
                let facts = [("title", Fact::from(support.title.as_str())), ("version", Fact::from(support.version))];
                let title = catalog.text_with("supports-title", &facts);
                Reaction::Popup(Popup::new(title, support.text.as_str()))
            }
            (other, _) => {
                self.lines.moved(other, faces::under(inside));
                Reaction::Stays
            }
        }
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        self.lines.click(at, faces::under(inside));
        Reaction::Stays
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-supports").into_owned()
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let inside = faces::draw(&mut sheet, area, faces::EXCHANGE, Place::Supports);
        self.lines.draw(&mut sheet, inside);
        None
    }
}

fn lines(published: &[PublishedSupport], catalog: &Catalog) -> Vec<Line<Support>> {
    if published.is_empty() {
        return vec![Line::Said(catalog.text("supports-none").into_owned(), Role::Muted)];
    }
    let key = Fact::from(keymap::named(Context::Detail, Action::PrintFamily, catalog));
    let how = catalog.text_with("supports-filled-how", &[("key", key)]);
    let mut lines = vec![Line::Said(how, Role::Muted)];
    for PublishedSupport { title, versions } in published {
        lines.push(Line::Heading(title.clone()));
        lines.extend(versions.iter().map(|(support, one)| {
            let (id, role) = standing(*one);
            let facts = [("version", Fact::from(support.version)), ("date", Fact::Date(support.effective_from))];
            let name = catalog.text_with("supports-version", &facts);
            let told = catalog.text_with(id, &facts);
            Line::Row(Row::new(name, told, support.clone()).role(role).more(support.text.as_str()))
        }));
    }
    lines
}

/// The message of how a version stands, and its role.
pub(super) fn standing(standing: SupportStanding) -> (&'static str, Role) {
    match standing {
        SupportStanding::InForce => ("supports-in-force", Role::Ok),
        SupportStanding::ToCome => ("supports-to-come", Role::Warning),
        SupportStanding::Past => ("supports-past", Role::Muted),
    }
}
