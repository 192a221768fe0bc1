//! What comes from the Département: orientations to answer, files that wait to be taken in, bundles that came.
//!
//! A face of the exchange. Every file is looked at before anybody takes it in; what is refused says why and what to do.

pub mod content;

use std::path::PathBuf;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::arrivals::{self, Waiting};
use super::{Place, Reaction};
use crate::app::{Arrivals, Came, Inbox as Stands, SlipOf};
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::orientation::Check;
use crate::tui::action::{ActKind, Action};
use crate::tui::look::Look;
use crate::tui::screens::sheet::Sheet;
use crate::tui::ui::Request;
use crate::tui::widgets::faces;
use crate::tui::widgets::lines::Lines;
use crate::tui::widgets::popup::Popup;

/// The screen.
#[derive(Debug, Default)]
pub struct Inbox {
    folder: PathBuf,
    lines: Lines<Target>,
}

/// What the screen is made of.
#[derive(Debug)]
pub struct Read {
    pub stands: Stands,
    /// Whether the Département is enrolled: before, nothing of it can be read.
    pub is_enrolled: bool,
    pub arrivals: Arrivals,
    pub proposals: Vec<Proposal>,
    /// Whether there are orientations beyond those.
    pub has_more: bool,
    pub folder: PathBuf,
}

/// An orientation that waits for its answer (art. 2).
#[derive(Debug)]
pub struct Proposal {
    pub family: FamilyId,
    pub name: String,
    /// The centre that sent it.
    pub center: String,
    pub date: NaiveDate,
    /// As they would be answered today.
    pub checks: Vec<Check>,
}

/// What a line is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    Proposal(FamilyId),
    File(Waiting),
    Came(Box<Came>),
}

impl Inbox {
    /// The most orientations that are listed: the others are in the caseload, under their view.
    pub const MOST: usize = 60;

    /// Takes what came so far; the cursor stays at its place.
    pub fn take(&mut self, read: &Read, catalog: &Catalog) {
        self.folder.clone_from(&read.folder);
        self.lines.take(content::lines(read, catalog));
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match (action, self.lines.target()) {
            (Action::Open, Some(Target::Proposal(family))) => {
                Reaction::Ask(Request::OpenForm { act: ActKind::IncludeFamily, family: Some(*family), about: None })
            }
            (Action::Open, Some(Target::File(file))) => file.open(catalog),
            (Action::Open, Some(Target::Came(came))) => Reaction::Ask(Request::ReadCame(came.clone())),
            (Action::TakeIn, _) => {
                Reaction::Ask(arrivals::take_in(self.lines.targets().filter_map(file), &self.folder))
            }
            (Action::WriteSlip, Some(Target::Came(came))) if came.receipt.is_some() => {
                Reaction::Ask(Request::WriteSlip { of: SlipOf::Came, sequence: came.sequence })
            }
            (Action::WriteSlip, _) => {
                Reaction::Popup(Popup::new(catalog.text("slip-which-title"), catalog.text("slip-which")))
            }
            (Action::ChooseFolder, _) => Reaction::Ask(Request::BrowseArrivals(self.folder.clone())),
            (Action::OpenFamily, Some(Target::Proposal(family))) => {
                Reaction::GoAndAsk(Place::Detail, Request::OpenFamily(*family))
            }
            (other, _) => {
                self.lines.moved(other, faces::under(inside));
                Reaction::Stays
            }
        }
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        self.lines.click(at, faces::under(inside));
        Reaction::Stays
    }

    /// The family whose orientation is under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        match self.lines.target()? {
            Target::Proposal(family) => Some(*family),
            Target::File(_) | Target::Came(_) => None,
        }
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        look.text("context-inbox").into_owned()
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let inside = faces::draw(&mut sheet, area, faces::EXCHANGE, Place::Inbox);
        self.lines.draw(&mut sheet, inside);
        None
    }
}

fn file(target: &Target) -> Option<&Waiting> {
    match target {
        Target::File(file) => Some(file),
        Target::Proposal(_) | Target::Came(_) => None,
    }
}
