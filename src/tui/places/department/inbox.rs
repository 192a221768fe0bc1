//! What the antennas handed over: the files looked at just now with what became of each, then every bundle that came.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::CameState;
use crate::app::department::CameLine;
use crate::base::locale::{Catalog, Fact};
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::places::Reaction;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::lines::{Line, Lines, Row};
use crate::tui::widgets::popup::Popup;

/// The screen.
#[derive(Debug, Default)]
pub struct Inbox {
    looked_at: Vec<LookedAt>,
    lines: Lines<(String, String)>,
}

/// A file that was looked at.
#[derive(Clone, Debug)]
pub struct LookedAt {
    pub file: String,
    pub fate: Fate,
    /// What became of it, and what to do, a sentence each.
    pub told: Vec<String>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Applied,
    Known,
    Waits,
    Refused,
}

impl Fate {
    fn sign(self) -> (&'static str, Role) {
        match self {
            Self::Applied => ("✓", Role::Ok),
            Self::Known => ("=", Role::Muted),
            Self::Waits => ("…", Role::Warning),
            Self::Refused => ("✗", Role::Error),
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Applied => "arrivals-applied",
            Self::Known => "arrivals-known",
            Self::Waits => "arrivals-waits",
            Self::Refused => "arrivals-refused",
        }
    }
}

impl Inbox {
    /// Takes what became of the files that were looked at.
    pub fn look_at(&mut self, files: Vec<LookedAt>) {
        self.looked_at = files;
    }

    /// Takes the bundles that came so far, the latest first.
    pub fn take(&mut self, came: &[CameLine], catalog: &Catalog) {
        let text = |id: &str| catalog.text(id).into_owned();
        let mut lines = Vec::new();
        if !self.looked_at.is_empty() {
            lines.push(Line::Heading(text("arrivals-looked-at")));
            lines.extend(self.looked_at.iter().map(|one| Line::Row(looked_at(one, catalog))));
        }
        lines.push(Line::Heading(text("arrivals-came")));
        if came.is_empty() {
            lines.push(Line::Said(text("arrivals-none"), Role::Muted));
        }
        lines.extend(came.iter().map(|line| Line::Row(row(line, catalog))));
        self.lines.take(lines);
    }

    pub fn update(&mut self, action: Action, inside: Rect) -> Reaction {
        match (action, self.lines.target()) {
            (Action::TakeIn, _) => return Reaction::Ask(Request::BrowseBundles(None)),
            (Action::Open, Some((title, text))) => return Reaction::Popup(Popup::new(title.clone(), text.clone())),
            (other, _) => drop(self.lines.moved(other, inside)),
        }
        Reaction::Stays
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        self.lines.click(at, inside);
        Reaction::Stays
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        self.lines.draw(&mut Sheet { buffer: buf, look }, area);
    }
}

fn looked_at(one: &LookedAt, catalog: &Catalog) -> Row<(String, String)> {
    let (sign, role) = one.fate.sign();
    let text = one.told.join("\n\n");
    let told = format!("{sign} {} · {}", catalog.text(one.fate.id()), one.told.first().map_or("", String::as_str));
    Row::new(one.file.clone(), told, (one.file.clone(), text)).role(role).more(one.told.join("\n"))
}

fn row(line: &CameLine, catalog: &Catalog) -> Row<(String, String)> {
    let kind = catalog.text(&format!("bundle-{}", line.came.kind));
    let facts = [
        ("sequence", Fact::from(line.came.sequence)),
        ("date", Fact::Date(line.came.received_on)),
        ("kind", Fact::Text(kind.into_owned())),
    ];
    let (sign, end, role) = match (line.came.state, line.refused, line.figures_differ) {
        (CameState::Waiting, ..) => ("…", "arrivals-waits", Role::Warning),
        (CameState::Left, ..) => ("·", "arrivals-left", Role::Muted),
        (CameState::Applied, 0, false) => ("✓", "arrivals-applied", Role::Ok),
        (CameState::Applied, _, true) => ("!", "arrivals-figures-differ", Role::Warning),
        (CameState::Applied, 1.., false) => ("!", "arrivals-partly", Role::Warning),
    };
    let mut foot = Vec::new();
    if !line.words.is_empty() {
        let counts = [("accepted", Fact::from(line.accepted)), ("refused", Fact::from(line.refused))];
        foot.push(catalog.text_with("arrivals-counts", &counts));
        foot.extend(line.figures_differ.then(|| catalog.text("taken-figures-differ").into_owned()));
        foot.push(catalog.text_with("arrivals-words", &[("words", Fact::Text(line.words.join(" ")))]));
        foot.push(match line.came.answered_in {
            Some(number) => catalog.text_with("arrivals-answered-in", &[("sequence", Fact::from(number))]),
            None => catalog.text("arrivals-not-answered").into_owned(),
        });
    }
    let told = catalog.text_with("arrivals-line", &facts);
    let digest = catalog.text_with("arrivals-digest", &[("digest", Fact::from(line.came.digest.to_string()))]);
    let text = std::iter::once(told.clone()).chain(foot.clone()).chain([digest]).collect::<Vec<_>>().join("\n\n");
    let name = line.antenna.name.clone();
    let stands = format!("{sign} {} · {told}", catalog.text(end));
    Row::new(name.clone(), stands, (name, text)).role(role).more(foot.join("\n"))
}
