//! Where the hand-off with each antenna stands; and of one antenna, what is refused and what was sealed for it.

use std::path::Path;

use chrono::{Local, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::department::{AntennaStanding, Party, RefusedLine};
use crate::app::{RefusedPart, Sealed};
use crate::base::calendar;
use crate::base::locale::{Catalog, Fact};
use crate::domain::deadline::About;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::look::Look;
use crate::tui::places::{Reaction, Room};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::{Errand, Request};
use crate::tui::widgets::lines::{Line, Lines, Row};
use crate::tui::widgets::popup::{Answer, Confirm, Popup};

/// The antennas, or one of them.
#[derive(Debug, Default)]
pub struct Streams {
    standings: Vec<AntennaStanding>,
    antennas: Lines<Party>,
    open: Option<Stream>,
}

/// One antenna.
#[derive(Debug)]
struct Stream {
    antenna: Party,
    lines: Lines<Target>,
}

/// What a row of one antenna is about.
#[derive(Clone, Debug)]
enum Target {
    Refused(RefusedLine),
    RefusedThere(RefusedPart),
    Sealed(Box<Kept>),
}

/// What was refused, on either side.
#[derive(Debug, Default)]
pub struct Refusals {
    pub here: Vec<RefusedLine>,
    pub there: Vec<RefusedPart>,
}

/// A bundle sealed for an antenna.
#[derive(Clone, Debug)]
pub struct Kept {
    pub sealed: Sealed,
    /// Whether its file is where bundles are written.
    pub is_in_folder: bool,
}

impl Streams {
    /// Takes how every antenna stands on `today`.
    pub fn take(&mut self, standings: Vec<AntennaStanding>, folder: &Path, today: NaiveDate, catalog: &Catalog) {
        let mut lines: Vec<_> = standings.iter().map(|one| Line::Row(row(one, today, catalog))).collect();
        if lines.is_empty() {
            lines.push(Line::Said(catalog.text("streams-none").into_owned(), Role::Muted));
        }
        let facts = [("folder", Fact::from(folder.display().to_string()))];
        lines.insert(0, Line::Said(catalog.text_with("exchange-folder", &facts), Role::Muted));
        self.antennas.take(lines);
        self.standings = standings;
    }

    /// Takes what there is of the antenna that is open.
    pub fn take_one(&mut self, antenna: &Party, refused: Refusals, sealed: Vec<Kept>, catalog: &Catalog) {
        let standing = self.standings.iter().find(|one| one.antenna == *antenna);
        let lines = lines_of_one(standing, refused, sealed, catalog);
        let open = self.open.take().filter(|open| open.antenna == *antenna);
        let mut shown = open.map(|open| open.lines).unwrap_or_default();
        shown.take(lines);
        self.open = Some(Stream { antenna: antenna.clone(), lines: shown });
    }

    /// Whether one antenna is shown.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The antenna that is open, or the one under the cursor.
    pub fn antenna(&self) -> Option<&Party> {
        self.open.as_ref().map(|open| &open.antenna).or(self.antennas.target())
    }

    /// The antenna that an act is about.
    pub fn about(&self) -> Option<About> {
        self.antenna()?.id.map(|id| About::AntennaPart { id: uuid::Uuid::from_bytes(id.bytes()) })
    }

    /// The antenna that is open.
    pub fn opened(&self) -> Option<Party> {
        self.open.as_ref().map(|open| open.antenna.clone())
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        match (&mut self.open, action) {
            (_, Action::ReadCard) => return Reaction::Ask(Request::BrowseCards(None)),
            (_, Action::GiveCard) => return Reaction::Ask(Request::GiveCard),
            (_, Action::SendPresence) => return self.ask_for_presence(catalog),
            (Some(_), Action::Back | Action::Left) => self.open = None,
            (Some(open), Action::Open) => match open.lines.target() {
                Some(Target::Sealed(kept)) => return ask_for_again(&open.antenna, kept, catalog),
                Some(Target::Refused(line)) => {
                    let facts = [("matricule", Fact::from(line.matricule.as_str()))];
                    let told = [
                        catalog.text_with("streams-refused-matricule", &facts),
                        catalog.text(&format!("refused-{}", line.code)).into_owned(),
                        catalog.hint(&format!("refused-{}", line.code), &[]).unwrap_or_default(),
                    ];
                    return Reaction::Popup(Popup::personal(line.name.clone(), told.join("\n\n")));
                }
                Some(Target::RefusedThere(part)) => {
                    return Reaction::Popup(Popup::personal(part.whose(catalog), part.told(catalog).join("\n\n")));
                }
                None => {}
            },
            (None, Action::Open | Action::Right) => {
                if let Some(antenna) = self.antennas.target() {
                    return ask(Errand::LoadStream(antenna.clone()));
                }
            }
            (Some(open), other) => drop(open.lines.moved(other, inside)),
            (None, other) => drop(self.antennas.moved(other, inside)),
        }
        Reaction::Stays
    }

    /// The question before a bundle is sealed for every antenna; where there is none the answer says so.
    fn ask_for_presence(&self, catalog: &Catalog) -> Reaction {
        if self.standings.is_empty() {
            return ask(Errand::SendPresence);
        }
        let text = |id: &str| catalog.text(id).into_owned();
        let answers =
            vec![(Answer::SendPresence, text("department-presence-yes")), (Answer::Stay, text("exchange-seal-no"))];
        Reaction::Confirm(Confirm::new(text("department-presence-title"), text("department-presence-text"), answers))
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        self.open.as_ref().map_or(self.antennas.is_empty(), |open| open.lines.is_empty())
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        match &mut self.open {
            Some(open) => open.lines.click(at, inside),
            None => self.antennas.click(at, inside),
        }
        Reaction::Stays
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        let title = look.text("context-streams");
        match &self.open {
            Some(open) => format!("{title} · {}", open.antenna.name),
            None => title.into_owned(),
        }
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        match &self.open {
            Some(open) => open.lines.draw(&mut Sheet { buffer: buf, look }, area),
            None => self.antennas.draw(&mut Sheet { buffer: buf, look }, area),
        }
    }
}

/// What there is to say of a bundle, and whether its file is to be written again.
fn ask_for_again(antenna: &Party, kept: &Kept, catalog: &Catalog) -> Reaction {
    let title = catalog.text_with("exchange-received-title", &[("sequence", Fact::from(kept.sealed.sequence))]);
    let again = Answer::AgainFor(antenna.clone(), kept.sealed.sequence);
    let answers = vec![
        (again, catalog.text("exchange-do-again").into_owned()),
        (Answer::Stay, catalog.text("exchange-do-nothing").into_owned()),
    ];
    let (standing, _) = standing_of(kept);
    let digest = [("digest", Fact::from(kept.sealed.digest.to_string()))];
    let told = [
        [catalog.text(standing), catalog.text(&format!("bundle-{}", kept.sealed.kind))].join(" · "),
        kept.sealed.file_name.clone(),
        catalog.text_with("arrivals-digest", &digest),
    ];
    Reaction::Confirm(Confirm::new(title, told.join("\n"), answers))
}

fn ask(errand: Errand) -> Reaction {
    Reaction::Ask(Request::Errand(errand))
}

/// One antenna in the list: what is the matter, its silence, how far both sides have read.
fn row(standing: &AntennaStanding, today: NaiveDate, catalog: &Catalog) -> Row<Party> {
    let matters = matters(standing, catalog);
    let (sign, role) = match () {
        () if standing.revoked.is_some() => ("⊘", Role::Muted),
        () if standing.frozen => ("✗", Role::Error),
        () if standing.calls_for_somebody() => ("!", Role::Warning),
        () if standing.last_on.is_none() => ("·", Role::Muted),
        () => ("✓", Role::Ok),
    };
    let numbers = [("received", standing.received), ("sent", standing.sent), ("read", standing.acknowledged)];
    let numbers = numbers.map(|(name, number)| (name, Fact::from(number)));
    let heard = heard(standing, today, catalog);
    let told = format!("{heard} · {}", catalog.text_with("streams-numbers-short", &numbers));
    let first = matters.first().map(|matter| format!("{matter} · ")).unwrap_or_default();
    let long = format!("{heard} · {}", catalog.text_with("streams-numbers", &numbers));
    let more = std::iter::once(long).chain(matters).collect::<Vec<_>>().join("\n");
    let antenna = &standing.antenna;
    Row::new(antenna.name.clone(), format!("{sign} {first}{told}"), antenna.clone()).role(role).more(more)
}

/// How long ago its last bundle came.
fn heard(standing: &AntennaStanding, today: NaiveDate, catalog: &Catalog) -> String {
    match standing.last_on {
        Some(date) => {
            let days = Fact::Number(-calendar::days_left(date, today));
            catalog.text_with("streams-heard", &[("days", days)])
        }
        None => catalog.text("streams-nothing-heard").into_owned(),
    }
}

/// What is the matter with a stream, the gravest first.
fn matters(standing: &AntennaStanding, catalog: &Catalog) -> Vec<String> {
    let mut matters = Vec::new();
    if let Some(revoked) = &standing.revoked {
        let facts = [("date", Fact::Date(revoked.on)), ("reason", Fact::from(revoked.reason.as_str()))];
        matters.push(catalog.text_with("streams-revoked", &facts));
    }
    if standing.frozen {
        matters.push(catalog.text("streams-frozen").into_owned());
    }
    let missing = still_accepted(&standing.missing, standing);
    if let (Some(first), Some(last)) = (missing.first(), missing.last()) {
        let count = Fact::from(missing.len() as u64);
        let facts = [("first", Fact::from(*first)), ("last", Fact::from(*last)), ("count", count)];
        matters.push(catalog.text_with("streams-missing", &facts));
    }
    if standing.is_silent && standing.revoked.is_none() {
        matters.push(catalog.text("streams-silent").into_owned());
    }
    if standing.refused > 0 {
        matters.push(catalog.text_with("streams-refused", &[("count", Fact::from(standing.refused))]));
    }
    if standing.refused_there > 0 {
        matters.push(catalog.text_with("streams-refused-there", &[("count", Fact::from(standing.refused_there))]));
    }
    matters
}

/// Of these numbers, those that its keys may still sign: nobody asks for what would be refused.
fn still_accepted(numbers: &[u64], standing: &AntennaStanding) -> Vec<u64> {
    let accepted = |number: &u64| standing.revoked.as_ref().is_none_or(|revoked| *number <= revoked.until);
    numbers.iter().copied().filter(accepted).collect()
}

fn lines_of_one(
    standing: Option<&AntennaStanding>,
    Refusals { here: refused, there }: Refusals,
    sealed: Vec<Kept>,
    catalog: &Catalog,
) -> Vec<Line<Target>> {
    let mut lines = Vec::new();
    if let Some(standing) = standing {
        lines.extend(matters(standing, catalog).into_iter().map(|text| Line::Said(text, Role::Warning)));
        if let Some(revoked) = &standing.revoked {
            let until = [("until", Fact::from(revoked.until))];
            lines.push(Line::Said(catalog.text_with("streams-revoked-until", &until), Role::Muted));
        }
        let waiting = still_accepted(&standing.waiting, standing);
        if !waiting.is_empty() {
            let waiting = waiting.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
            let facts = [("numbers", Fact::Text(waiting))];
            lines.push(Line::Said(catalog.text_with("streams-waiting", &facts), Role::Muted));
        }
        if standing.epoch > 1 {
            let facts = [("epoch", Fact::from(standing.epoch))];
            lines.push(Line::Said(catalog.text_with("streams-epoch", &facts), Role::Muted));
        }
    }
    lines.push(Line::Heading(catalog.text("streams-refused-families").into_owned()));
    if refused.is_empty() {
        lines.push(Line::Said(catalog.text("streams-none-refused").into_owned(), Role::Muted));
    }
    lines.extend(refused.into_iter().map(|line| {
        let id = format!("refused-{}", line.code);
        let (why, more) = (format!("✗ {}", catalog.text(&id)), catalog.hint(&id, &[]).unwrap_or_default());
        Line::Row(Row::new(line.name.clone(), why, Target::Refused(line)).role(Role::Error).more(more).personal())
    }));
    if !there.is_empty() {
        lines.push(Line::Heading(catalog.text("streams-refused-there-title").into_owned()));
    }
    lines.extend(there.into_iter().map(|part| {
        let (why, more) = (format!("✗ {}", part.reason(catalog)), part.what_to_do(catalog).unwrap_or_default());
        let row = Row::new(part.whose(catalog), why, Target::RefusedThere(part));
        Line::Row(row.role(Role::Error).more(more).personal())
    }));
    lines.push(Line::Heading(catalog.text("streams-sealed").into_owned()));
    if sealed.is_empty() {
        lines.push(Line::Said(catalog.text("exchange-none-sealed").into_owned(), Role::Muted));
    }
    lines.extend(sealed.into_iter().map(|kept| Line::Row(sealed_row(&kept, catalog))));
    lines
}

/// Whether a bundle was read, else where its file is.
fn standing_of(kept: &Kept) -> (&'static str, Role) {
    match (kept.sealed.handed_over_on, kept.is_in_folder) {
        (Some(_), _) => ("streams-read", Role::Ok),
        (None, true) => ("exchange-in-folder", Role::Text),
        (None, false) => ("exchange-not-in-folder", Role::Muted),
    }
}

/// One bundle sealed for the antenna: its number, what it is, whether it was read.
fn sealed_row(kept: &Kept, catalog: &Catalog) -> Row<Target> {
    let sealed = &kept.sealed;
    let facts = [
        ("sequence", Fact::from(sealed.sequence)),
        ("date", Fact::Date(sealed.created_at.with_timezone(&Local).date_naive())),
    ];
    let (standing, role) = standing_of(kept);
    let told = [catalog.text(standing), catalog.text(&format!("bundle-{}", sealed.kind))].join(" · ");
    let key = keymap::named(Context::Room(Room::Streams), Action::Open, catalog);
    let again = [("digest", Fact::from(sealed.digest.to_string())), ("key", Fact::Text(key))];
    let more = format!("{}\n{}", sealed.file_name, catalog.text_with("streams-again", &again));
    Row::new(catalog.text_with("streams-sealed-line", &facts), told, Target::Sealed(Box::new(kept.clone())))
        .role(role)
        .more(more)
}
