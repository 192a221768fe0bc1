//! The enrolment: the Département's card and ours, exchanged once and confirmed by the words that each side reads aloud.
//!
//! A face of the exchange. Nobody is asked whether words are the same: they are typed, and the program compares.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction};
use crate::app::{Enrolment as Stands, OwnStanding};
use crate::base::locale::{Catalog, Fact};
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::faces;
use crate::tui::widgets::lines::{Line, Lines, Row};
use crate::tui::widgets::popup::{Answer, Confirm};

/// The screen.
#[derive(Debug, Default)]
pub struct Enrolment {
    folder: PathBuf,
    lines: Lines<Target>,
}

/// What the screen is made of.
#[derive(Debug)]
pub struct Read {
    pub stands: Stands,
    /// The cards of the Département in the folder, each with the name that it gives.
    pub cards: Vec<(PathBuf, String)>,
    /// Where our card is written.
    pub folder: PathBuf,
}

/// What a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    /// Reads this card.
    Card(PathBuf),
    /// Looks for the card elsewhere.
    Browse,
    Give,
    /// Asks whether to make new keys.
    Renew,
}

impl Enrolment {
    /// Takes where the antenna stands.
    pub fn take(&mut self, read: &Read, catalog: &Catalog) {
        self.folder.clone_from(&read.folder);
        self.lines.take(lines(read, catalog));
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match (action, self.lines.target()) {
            (Action::Open, Some(Target::Renew)) => ask_to_renew(catalog),
            (Action::Open, Some(target)) => Reaction::Ask(asked(target)),
            (Action::GiveCard, _) => Reaction::Ask(Request::GiveCard),
            // The card that lies in the folder is the one that was brought.
            (Action::ReadCard, _) => {
                let found = self.lines.targets().find(|target| matches!(target, Target::Card(_)));
                Reaction::Ask(asked(found.unwrap_or(&Target::Browse)))
            }
            (Action::ChooseFolder, _) => Reaction::Ask(Request::BrowseFolder(self.folder.clone())),
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
        look.text("context-enrolment").into_owned()
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let inside = faces::draw(&mut sheet, area, faces::EXCHANGE, Place::Enrolment);
        self.lines.draw(&mut sheet, inside);
        None
    }
}

fn asked(target: &Target) -> Request {
    match target {
        Target::Card(path) => Request::ReadCard(path.clone()),
        Target::Browse => Request::BrowseCards(None),
        Target::Give => Request::GiveCard,
        Target::Renew => Request::RenewKeys,
    }
}

fn lines(read: &Read, catalog: &Catalog) -> Vec<Line<Target>> {
    let said = |id: &str, role| Line::Said(catalog.text(id).into_owned(), role);
    let heading = |id: &str| Line::Heading(catalog.text(id).into_owned());
    let mut lines = match &read.stands.department {
        Some(name) => enrolled(name, &read.stands, catalog),
        None => vec![said("enrolment-none", Role::Warning)],
    };
    // Until its first registry comes, its card can be read again: it may have changed its machine in between.
    if read.stands.registry == 0 {
        lines.push(heading("enrolment-its-card"));
        lines.push(said("enrolment-its-card-how", Role::Muted));
        let told = catalog.text("enrolment-read-it");
        lines.extend(read.cards.iter().map(|(path, name)| {
            let file = path.file_name().map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
            Line::Row(Row::new(format!("{name} · {file}"), told.clone(), Target::Card(path.clone())))
        }));
        lines.push(Line::Row(Row::new(catalog.text("enrolment-choose-card"), "", Target::Browse)));
    }
    lines.push(heading("enrolment-our-card"));
    let folder = [("folder", Fact::from(read.folder.display().to_string()))];
    lines.push(Line::Row(Row::new(catalog.text_with("enrolment-write-card", &folder), "", Target::Give)));
    lines.push(match read.stands.words.as_slice() {
        [] => said("enrolment-no-words", Role::Muted),
        words => {
            Line::Said(catalog.text_with("enrolment-words", &[("words", Fact::Text(numbered(words)))]), Role::Text)
        }
    });
    if let Some(key) = &read.stands.own_key {
        lines.push(Line::Said(
            catalog.text_with("enrolment-own-key", &[("key", Fact::from(key.as_str()))]),
            Role::Muted,
        ));
        lines.push(Line::Row(Row::new(catalog.text("enrolment-renew"), "", Target::Renew)));
    }
    lines
}

/// New keys do nothing before they are enrolled: the question says so first.
fn ask_to_renew(catalog: &Catalog) -> Reaction {
    let text = |id: &str| catalog.text(id).into_owned();
    let answers = vec![(Answer::Stay, text("enrolment-renew-no")), (Answer::RenewKeys, text("enrolment-renew-yes"))];
    Reaction::Confirm(Confirm::new(text("enrolment-renew-title"), text("enrolment-renew-text"), answers))
}

/// With whom, under which registry, and whether the other side knows us.
fn enrolled(name: &str, stands: &Stands, catalog: &Catalog) -> Vec<Line<Target>> {
    let facts = [
        ("name", Fact::from(name)),
        ("key", Fact::from(stands.its_key.as_deref().unwrap_or("—"))),
        ("version", Fact::from(stands.registry)),
    ];
    let said = |id: &str, role| Line::Said(catalog.text_with(id, &facts), role);
    let mut lines = vec![said("enrolment-done", Role::Ok)];
    lines.extend(match (&stands.ours, stands.registry) {
        (OwnStanding::Known, _) => vec![said("enrolment-registry", Role::Text), said("enrolment-known", Role::Ok)],
        (OwnStanding::NotYet, 0) => vec![said("enrolment-no-registry", Role::Warning)],
        (OwnStanding::NotYet, 1..) => {
            vec![said("enrolment-registry", Role::Text), said("enrolment-not-known", Role::Warning)]
        }
        (OwnStanding::Revoked { on, reason }, _) => {
            let facts = [("date", Fact::Date(*on)), ("reason", Fact::from(reason.as_str()))];
            vec![Line::Said(catalog.text_with("enrolment-revoked", &facts), Role::Error)]
        }
    });
    lines
}

/// The words with their numbers; no row ends between a number and its word.
pub fn numbered(words: &[&str]) -> String {
    let one = |(place, word): (usize, &&str)| format!("{place}\u{a0}{word}");
    (1..).zip(words).map(one).collect::<Vec<_>>().join("  ")
}
