//! What the antennas handed over: the files that wait in the folder, each looked at, then every bundle that came.

use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::department::CameLine;
use crate::app::{Arrivals, CameState};
use crate::base::locale::{Catalog, Fact};
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::places::Reaction;
use crate::tui::places::arrivals::{self, Waiting};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::lines::{Line, Lines, Row};
use crate::tui::widgets::popup::Popup;

/// The screen.
#[derive(Debug, Default)]
pub struct Inbox {
    folder: PathBuf,
    lines: Lines<Target>,
}

/// What a line is about.
#[derive(Clone, Debug)]
enum Target {
    File(Waiting),
    /// A bundle that came: the antenna's name and what there is to read.
    Came(String, String),
}

impl Inbox {
    /// Takes what waits in the folder and the bundles that came so far, the latest first.
    pub fn take(&mut self, arrivals: &Arrivals, folder: &Path, came: &[CameLine], catalog: &Catalog) {
        folder.clone_into(&mut self.folder);
        let mut lines = arrivals::lines(arrivals, folder, "arrivals-no-files", Target::File, catalog);
        lines.push(Line::Heading(catalog.text("arrivals-came").into_owned()));
        if came.is_empty() {
            lines.push(Line::Said(catalog.text("arrivals-none").into_owned(), Role::Muted));
        }
        lines.extend(came.iter().map(|line| Line::Row(row(line, catalog))));
        self.lines.take(lines);
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match (action, self.lines.target()) {
            (Action::Open, Some(Target::File(file))) => return file.open(catalog),
            (Action::Open, Some(Target::Came(title, text))) => {
                return Reaction::Popup(Popup::new(title.clone(), text.clone()));
            }
            (Action::TakeIn, _) => {
                return Reaction::Ask(arrivals::take_in(self.lines.targets().filter_map(file), &self.folder));
            }
            (Action::ChooseFolder, _) => return Reaction::Ask(Request::BrowseArrivals(self.folder.clone())),
            (other, _) => drop(self.lines.moved(other, inside)),
        }
        Reaction::Stays
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        self.lines.click(at, inside);
        Reaction::Stays
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        self.lines.draw(&mut Sheet { buffer: buf, look }, area);
    }
}

fn file(target: &Target) -> Option<&Waiting> {
    match target {
        Target::File(file) => Some(file),
        Target::Came(..) => None,
    }
}

fn row(line: &CameLine, catalog: &Catalog) -> Row<Target> {
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
        // What is not accepted whole, the antenna knows from the file of the receipt alone.
        let words = if line.refused == 0 && !line.figures_differ { "arrivals-words" } else { "arrivals-words-partly" };
        foot.push(catalog.text_with(words, &[("words", Fact::Text(line.words.join(" ")))]));
        foot.push(match line.came.answered_in {
            Some(number) => catalog.text_with("arrivals-answered-in", &[("sequence", Fact::from(number))]),
            None => catalog.text("arrivals-not-answered").into_owned(),
        });
    }
    if let (Some(first), Some(last)) = (line.waits_for.first(), line.waits_for.last()) {
        let count = Fact::from(line.waits_for.len() as u64);
        let facts = [("count", count), ("first", Fact::from(*first)), ("last", Fact::from(*last))];
        foot.push(catalog.text_with("arrivals-waits-for", &facts));
    }
    let told = catalog.text_with("arrivals-line", &facts);
    let digest = catalog.text_with("arrivals-digest", &[("digest", Fact::from(line.came.digest.to_string()))]);
    let text = std::iter::once(told.clone()).chain(foot.clone()).chain([digest]).collect::<Vec<_>>().join("\n\n");
    let name = line.antenna.name.clone();
    let stands = format!("{sign} {} · {told}", catalog.text(end));
    Row::new(name.clone(), stands, Target::Came(name, text)).role(role).more(foot.join("\n"))
}
