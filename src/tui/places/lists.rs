//! A list of orientations before it is received: every line with its sign, what is wrong with it, and whether it is chosen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction, Room};
use crate::app::orientations::{Direction, ListLine, OrientationList, Problem, ProblemKind, Standing};
use crate::base::id::{CenterCode, FamilyId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Context};
use crate::tui::look::{self, Look, Privacy};
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::{Errand, Request};
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::picker::{Option as Choice, Picker, Purpose};
use crate::tui::widgets::popup::{Answer, Confirm, Popup};

/// Between the code of a centre and the path of the list that it sent: no code has it.
const BETWEEN: char = '\n';

/// The list that is open, if one is.
#[derive(Debug, Default)]
pub struct Lists {
    path: PathBuf,
    direction: Direction,
    antenna: Arc<AntennaRecord>,
    open: Option<OrientationList>,
    cursor: Listing,
    /// Whether the list goes to centres without a place left.
    beyond_places: bool,
}

impl Lists {
    /// Takes a list that was just read.
    pub fn take(&mut self, path: PathBuf, list: OrientationList, direction: Direction, antenna: Arc<AntennaRecord>) {
        *self = Self { path, direction, antenna, open: Some(list), ..Self::default() };
    }

    /// Takes the list back as it was judged again, unless another was opened meanwhile.
    pub fn take_back(&mut self, list: OrientationList) {
        if self.open.as_ref().is_some_and(|open| open.file == list.file) {
            self.open = Some(list);
        }
    }

    /// The list, to be judged or received.
    pub fn open_mut(&mut self) -> Option<&mut OrientationList> {
        self.open.as_mut()
    }

    /// The list and the file that it was read from.
    pub fn open(&self) -> Option<(&OrientationList, &Path)> {
        self.open.as_ref().map(|list| (list, self.path.as_path()))
    }

    /// Whether the list goes to centres without a place left.
    pub fn goes_beyond_places(&self) -> bool {
        self.beyond_places
    }

    /// Lets the list go to centres without a place left, or no more; gives the numbers of the lines that this held back.
    pub fn change_places(&mut self) -> Vec<u32> {
        self.beyond_places = !self.beyond_places;
        let is_held_back = |line: &&ListLine| {
            let no_place = |problem: &Problem| matches!(problem.kind, ProblemKind::NoPlaceLeft { .. });
            line.problems.iter().any(no_place)
        };
        self.lines().iter().filter(is_held_back).map(|line| line.number).collect()
    }

    /// Chooses those of these lines that nothing is wrong with.
    pub fn choose_ready(&mut self, numbers: &[u32]) {
        let direction = self.direction;
        for line in self.open.iter_mut().flat_map(|list| &mut list.lines) {
            line.is_chosen |= numbers.contains(&line.number) && is_without_fault(line, direction);
        }
    }

    /// How many lines are chosen.
    pub fn chosen(&self) -> usize {
        self.lines().iter().filter(|line| line.is_chosen).count()
    }

    fn lines(&self) -> &[ListLine] {
        self.open.as_ref().map(|list| list.lines.as_slice()).unwrap_or_default()
    }

    pub fn update(&mut self, action: Action, inside: Rect, catalog: &Catalog) -> Reaction {
        let Some(list) = self.open.as_mut() else {
            return match action {
                Action::Open | Action::ChooseList | Action::ChooseListToSend => {
                    Reaction::Ask(Request::BrowseLists(None))
                }
                _no_list => Reaction::Stays,
            };
        };
        let is_line = vec![true; list.lines.len()];
        let height = split(inside, list).lines.height;
        match (action, list.lines.get_mut(self.cursor.at())) {
            (Action::ChooseList | Action::ChooseListToSend, _) => return Reaction::Ask(Request::BrowseLists(None)),
            (Action::ChooseLine, Some(line)) if !can_be_chosen(line) => {
                let mut told = vec![catalog.text("lists-not-to-be-chosen").into_owned()];
                told.extend(worth_saying(line, self.direction, catalog));
                return Reaction::Popup(Popup::personal(title_of(line, catalog), told.join("\n")));
            }
            (Action::ChooseLine, Some(line)) => {
                line.is_chosen = !line.is_chosen;
                self.cursor.moved(Action::Down, &is_line, height);
                return self.chose();
            }
            (Action::ChooseAllLines, _) => {
                let direction = self.direction;
                let ready = |line: &ListLine| is_without_fault(line, direction);
                let all = list.lines.iter().filter(|line| ready(line)).all(|line| line.is_chosen);
                for line in list.lines.iter_mut().filter(|line| ready(line)) {
                    line.is_chosen = !all;
                }
                return self.chose();
            }
            (Action::Open, Some(line)) => {
                let title = title_of(line, catalog);
                return Reaction::Popup(Popup::personal(title, line.details(self.direction, catalog).join("\n")));
            }
            (Action::OpenFamily, Some(line)) => {
                if let Some(family) = line.family() {
                    return Reaction::GoAndAsk(Place::Detail, Request::OpenFamily(family));
                }
            }
            (Action::ReceiveLines, _) => return asked_to_receive(list, catalog),
            (Action::SendLines, _) => return asked_to_send(list, catalog),
            (Action::BeyondPlaces, _) => return Reaction::Ask(Request::Errand(Errand::ChangePlaces)),
            (Action::WriteReport, _) => return Reaction::Ask(Request::ReportList),
            (other, _) => {
                self.cursor.moved(other, &is_line, height);
            }
        }
        Reaction::Stays
    }

    /// Of a list that is sent, what is chosen takes places that the other lines then have no more.
    fn chose(&self) -> Reaction {
        match self.direction {
            Direction::Sent => Reaction::Ask(Request::JudgeList),
            Direction::Received => Reaction::Stays,
        }
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        if let Some(list) = &self.open {
            let lines = split(inside, list).lines;
            self.cursor.click(at, lines, &vec![true; list.lines.len()]);
        }
        Reaction::Stays
    }

    /// The family that the line under the cursor is of, once it has a file.
    pub fn family(&self) -> Option<FamilyId> {
        self.line()?.family()
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        let title = look.text(match self.direction {
            Direction::Received => "context-lists",
            Direction::Sent => "context-sending",
        });
        let Some(list) = &self.open else { return title.into_owned() };
        let facts = [("chosen", count(self.chosen())), ("lines", count(list.lines.len()))];
        let chosen = look.catalog.text_with("lists-chosen", &facts);
        let beyond = self.beyond_places.then(|| format!(" · {}", look.text("action-beyond-places")));
        format!("{title} · {chosen}{} · {}", beyond.unwrap_or_default(), look.mask(&list.file))
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let Some(list) = &self.open else {
            let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
            sheet.put_wrapped(inside, &look.text("lists-none"), Role::Muted);
            return None;
        };
        let notes = list.notes(look.catalog);
        let Split { lines, foot } = split(area, list);
        for (note, y) in notes.iter().zip(area.y..lines.y) {
            let shown = look::fit(note, area.width.saturating_sub(2));
            sheet.put(area.x + 1, y, area.right(), &shown, Role::Warning);
        }
        let top = self.cursor.top(&vec![true; list.lines.len()], lines.height);
        for ((place, line), y) in list.lines.iter().enumerate().skip(top).zip(lines.y..lines.bottom()) {
            let row = Rect { y, height: 1, ..lines };
            self.draw_line(&mut sheet, row, line);
            if place == self.cursor.at() {
                sheet.put(row.x, y, row.right(), "▸", Role::Text);
                sheet.select(row);
            }
        }
        if let Some(line) = self.line().filter(|_| foot.height > 1) {
            sheet.put(foot.x, foot.y, foot.right(), &"─".repeat(usize::from(foot.width)), Role::Border);
            let inside =
                Rect { x: foot.x + 1, y: foot.y + 1, width: foot.width.saturating_sub(2), height: foot.height - 1 };
            let told = match worth_saying(line, self.direction, look.catalog) {
                told if told.is_empty() => look.text("lists-all-well").into_owned(),
                told => look.privacy.mask(&told.join("\n")).into_owned(),
            };
            sheet.put_wrapped(inside, &told, Role::Muted);
        }
        None
    }

    /// Whether it is chosen, its sign and number, who it is, then where it stands.
    fn draw_line(&self, sheet: &mut Sheet<'_, '_>, row: Rect, line: &ListLine) {
        let (y, right) = (row.y, row.right());
        let catalog = sheet.catalog();
        let standing = line.standing();
        let role = role(line);
        let mark = match (can_be_chosen(line), line.is_chosen) {
            (false, _) => "   ",
            (true, true) => "[x]",
            (true, false) => "[ ]",
        };
        sheet.put(row.x + 2, y, right, mark, Role::Text);
        sheet.put(row.x + 6, y, right, line.sign(), role);
        sheet.put_right(row.x + 8, y, row.x + 12, &line.number.to_string(), Role::Muted);
        let mut x = row.x + 13;
        let mut put = |sheet: &mut Sheet<'_, '_>, text: &str, width: u16, role: Role| {
            let end = (x + width).min(right);
            let shown = sheet.look.mask(text).into_owned();
            sheet.put_typed(x, y, end, &shown, role);
            x = end + 1;
        };
        let date = |date: Option<chrono::NaiveDate>| date.map(|date| catalog.date(date)).unwrap_or_default();
        let center = || {
            let known = line.center.as_ref().and_then(|code| self.antenna.center(code));
            known.map(|center| center.name.clone()).unwrap_or_default()
        };
        match row.width {
            0..76 => put(sheet, &line.name, 22, Role::Text),
            76..110 => {
                put(sheet, &line.name, 26, Role::Text);
                put(sheet, &line.matricule, 8, Role::Muted);
            }
            110.. => {
                put(sheet, &line.name, 28, Role::Text);
                put(sheet, &date(line.birth_date), 10, Role::Muted);
                put(sheet, &line.matricule, 9, Role::Muted);
                // The longest name is read whole, and a short one leaves its room to what is wrong.
                let widest = self.antenna.centers.iter().map(|center| look::width(&center.name)).max();
                put(sheet, &center(), widest.unwrap_or_default().min(24), Role::Muted);
                put(sheet, &date(line.date), 10, Role::Muted);
            }
        }
        let summary = line.summary(self.direction, catalog);
        // What is wrong with a line repeats what stands in its cell.
        let summary = match (sheet.look.privacy, standing) {
            (Privacy::Masked, Standing::Refused) => catalog.text(standing.id(self.direction)).into_owned(),
            (Privacy::Shown | Privacy::Masked, _) => summary,
        };
        sheet.put(x, y, right, &look::fit(&summary, right.saturating_sub(x)), role);
    }

    fn line(&self) -> Option<&ListLine> {
        self.open.as_ref()?.lines.get(self.cursor.at())
    }
}

/// Asks which centre has sent a list that names none.
pub fn ask_sender(path: &Path, antenna: &AntennaRecord, catalog: &Catalog) -> Option<Picker> {
    let path = path.to_str()?;
    let centers = antenna.centers.iter();
    let choices =
        centers.map(|center| Choice::new(format!("{}{BETWEEN}{path}", center.code.as_str()), center.name.clone()));
    Some(Picker::new(catalog.text("lists-sender-title"), Purpose::Sender, choices.collect()))
}

/// What the answer means: to read the list as sent by that centre.
pub fn sent_by(code: &str) -> Reaction {
    match code.split_once(BETWEEN) {
        Some((center, path)) => {
            Reaction::Ask(Request::ReadList { path: PathBuf::from(path), sender: Some(CenterCode::from(center)) })
        }
        None => Reaction::Stays,
    }
}

/// Asks whether to receive what is chosen; says what the lists do not say and is supposed.
fn asked_to_receive(list: &OrientationList, catalog: &Catalog) -> Reaction {
    let chosen: Vec<_> = list.lines.iter().filter(|line| line.is_chosen).collect();
    if chosen.is_empty() {
        return nothing_chosen("lists-receive-title", Context::Lists, catalog);
    }
    let left = list.lines.iter().filter(|line| !line.is_chosen && line.standing() != Standing::Known).count();
    let mut rules: Vec<_> =
        chosen.iter().flat_map(|line| line.supposed()).map(|rule| catalog.text(rule.id())).collect();
    rules.sort_unstable();
    rules.dedup();
    let supposed = !rules.is_empty();
    let facts = [("count", count(chosen.len())), ("left", count(left)), ("rules", Fact::Text(rules.join(" · ")))];
    let mut text = catalog.text_with("lists-receive-text", &facts);
    for id in
        [(supposed, "lists-supposed"), (left > 0, "lists-left")].into_iter().filter_map(|(is, id)| is.then_some(id))
    {
        text.push_str("\n\n");
        text.push_str(&catalog.text_with(id, &facts));
    }
    let text_of = |id: &str| catalog.text(id).into_owned();
    let answers =
        vec![(Answer::ReceiveList, text_of("lists-receive-yes")), (Answer::Stay, text_of("lists-receive-no"))];
    Reaction::Confirm(Confirm::new(text_of("lists-receive-title"), text, answers))
}

/// Asks whether to send what is chosen to the antennas of its centres.
fn asked_to_send(list: &OrientationList, catalog: &Catalog) -> Reaction {
    let chosen = list.lines.iter().filter(|line| line.is_chosen).count();
    let title = catalog.text("sending-title");
    if chosen == 0 {
        return nothing_chosen("sending-title", Context::Room(Room::Sending), catalog);
    }
    let left = list.lines.iter().filter(|line| !line.is_chosen && line.standing() != Standing::Known).count();
    let failing = list.lines.iter().filter(|line| line.is_chosen && !line.meets_the_convention()).count();
    let facts = [("count", count(chosen)), ("left", count(left)), ("failing", count(failing))];
    let mut text = catalog.text_with("sending-text", &facts);
    for id in
        [(failing > 0, "sending-failing"), (left > 0, "lists-left")].into_iter().filter_map(|(is, id)| is.then_some(id))
    {
        text.push_str("\n\n");
        text.push_str(&catalog.text_with(id, &facts));
    }
    let text_of = |id: &str| catalog.text(id).into_owned();
    let answers = vec![(Answer::SendList, text_of("sending-yes")), (Answer::Stay, text_of("lists-receive-no"))];
    Reaction::Confirm(Confirm::new(title, text, answers))
}

/// Says which keys choose a line.
fn nothing_chosen(title: &str, context: Context, catalog: &Catalog) -> Reaction {
    let key = |action| Fact::Text(keymap::named(context, action, catalog));
    let keys = [("one", key(Action::ChooseLine)), ("all", key(Action::ChooseAllLines))];
    Reaction::Popup(Popup::new(catalog.text(title), catalog.text_with("lists-nothing-chosen", &keys)))
}

fn title_of(line: &ListLine, catalog: &Catalog) -> String {
    let facts = [("line", Fact::from(line.number)), ("name", Fact::from(line.name.as_str()))];
    catalog.text_with("lists-line", &facts)
}

/// Of a line, what a person has to know: what passes goes without saying.
fn worth_saying(line: &ListLine, direction: Direction, catalog: &Catalog) -> Vec<String> {
    line.details(direction, catalog).into_iter().filter(|detail| !detail.starts_with('✓')).collect()
}

/// Whether it goes with all the others: a list that is sent is of those who meet art. 2, while one that is received is answered
/// whole.
fn is_without_fault(line: &ListLine, direction: Direction) -> bool {
    line.standing() == Standing::Ready && (direction == Direction::Received || line.meets_the_convention())
}

fn can_be_chosen(line: &ListLine) -> bool {
    matches!(line.standing(), Standing::Ready | Standing::ToLookAt)
}

fn role(line: &ListLine) -> Role {
    match line.standing() {
        Standing::Ready if line.failed_checks().next().is_some() => Role::Warning,
        Standing::Ready => Role::Ok,
        Standing::ToLookAt => Role::Warning,
        Standing::Known => Role::Muted,
        Standing::Refused => Role::Error,
    }
}

fn count(count: usize) -> Fact {
    Fact::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

struct Split {
    lines: Rect,
    foot: Rect,
}

/// The lines, between what is said of the whole list and what is said of the line under the cursor.
fn split(area: Rect, list: &OrientationList) -> Split {
    let notes: u16 =
        [&list.unread_sheets, &list.nir, &list.unread].map(|titles| u16::from(!titles.is_empty())).iter().sum();
    let foot = match area.height {
        0..12 => 0,
        12..24 => 5,
        24.. => 8,
    };
    let lines = Rect { y: area.y + notes, height: area.height.saturating_sub(notes + foot), ..area };
    Split { lines, foot: Rect { y: lines.bottom(), height: foot, ..area } }
}
