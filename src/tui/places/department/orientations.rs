//! The orientations that were sent to the antennas, and what they answered.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::department::{Answer, SentOrientation};
use crate::base::locale::{Catalog, Fact};
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::places::Reaction;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::lines::{Line, Lines, Row};
use crate::tui::widgets::popup::Popup;

/// The screen; a row gives the name and what there is to read.
#[derive(Debug, Default)]
pub struct Orientations {
    lines: Lines<(String, String)>,
}

impl Orientations {
    /// The most answered orientations that are listed.
    const MOST_ANSWERED: usize = 200;

    /// Takes what was sent, with the name of the centre of each.
    pub fn take(&mut self, sent: Vec<(SentOrientation, String)>, catalog: &Catalog) {
        let waits = |one: &(SentOrientation, String)| {
            one.0.refused.is_none() && matches!(one.0.answer, None | Some(Answer::Pending))
        };
        let (waiting, mut answered): (Vec<_>, Vec<_>) = sent.into_iter().partition(waits);
        answered.sort_by_key(|(one, _)| std::cmp::Reverse(one.orientation.date));
        answered.truncate(Self::MOST_ANSWERED);
        let mut lines = Vec::new();
        for (heading, none, of_it) in
            [("sent-waiting", "sent-none-waiting", waiting), ("sent-answered", "sent-none-answered", answered)]
        {
            let count = Fact::from(of_it.len() as u64);
            lines.push(Line::Heading(catalog.text_with(heading, &[("count", count)])));
            if of_it.is_empty() {
                lines.push(Line::Said(catalog.text(none).into_owned(), Role::Muted));
            }
            lines.extend(of_it.iter().map(|(one, center)| Line::Row(row(one, center, catalog))));
        }
        self.lines.take(lines);
    }

    pub fn update(&mut self, action: Action, inside: Rect) -> Reaction {
        match (action, self.lines.target()) {
            (Action::ChooseListToSend, _) => return Reaction::Ask(Request::BrowseLists(None)),
            (Action::Open, Some((name, text))) => {
                return Reaction::Popup(Popup::personal(name.clone(), text.clone()));
            }
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

fn row(sent: &SentOrientation, center: &str, catalog: &Catalog) -> Row<(String, String)> {
    let orientation = &sent.orientation;
    let name = format!("{} {}", orientation.surname.to_uppercase(), orientation.given_name);
    let (told, role) = match (&sent.refused, &sent.answer) {
        (Some(_), _) => (catalog.text("sent-refused-by-program").into_owned(), Role::Error),
        (None, None) => (catalog.text("sent-no-answer").into_owned(), Role::Text),
        (None, Some(Answer::Pending)) => (catalog.text("sent-pending").into_owned(), Role::Text),
        (None, Some(Answer::Included { date })) => {
            (catalog.text_with("sent-included", &[("date", Fact::Date(*date))]), Role::Ok)
        }
        (None, Some(Answer::Refused { date, .. })) => {
            (catalog.text_with("sent-refused", &[("date", Fact::Date(*date))]), Role::Warning)
        }
    };
    let facts = [("date", Fact::Date(orientation.date)), ("center", Fact::from(center))];
    let from = catalog.text_with("sent-from", &facts);
    let motive = match (&sent.refused, &sent.answer) {
        (Some(matter), _) => matter.refused.map(|code| catalog.text(&format!("refused-{}", code.code())).into_owned()),
        (None, Some(Answer::Refused { motive, .. })) => Some(motive.clone()),
        (None, Some(Answer::Pending | Answer::Included { .. }) | None) => None,
    };
    let whom = [
        ("matricule", Fact::from(orientation.matricule.as_str())),
        ("born", Fact::Date(orientation.birth_date)),
        ("antenna", Fact::from(sent.antenna.name.as_str())),
    ];
    let mut more = vec![catalog.text_with("sittings-person", &whom), from];
    more.extend(motive);
    let text = [more.join("\n"), told.clone()].join("\n\n");
    Row::new(name.clone(), format!("{told} · {center} · {}", sent.antenna.name), (name, text))
        .role(role)
        .more(more.join("\n"))
        .personal()
}
