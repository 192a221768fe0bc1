//! The grid of presences at a group action: families down, sessions across, each cell saved as it is entered.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reaction;
use super::groups::hour;
use crate::app::AttendanceLine;
use crate::base::id::{FamilyId, GroupActionId, GroupSessionId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::FamilyAct;
use crate::domain::antenna::AntennaRecord;
use crate::domain::group::{GroupAction, GroupSession, Presence, RecordAttendance};
use crate::domain::row::FamilyRow;
use crate::tui::action::Action;
use crate::tui::keymap::Key;
use crate::tui::look::{self, Look, Privacy};
use crate::tui::screens::caseload as screen;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::line_edit::{Edited, LineEdit};
use crate::tui::widgets::listing::Listing;

/// The grid of one action.
#[derive(Debug, Default)]
pub struct Attendance {
    today: NaiveDate,
    antenna: Arc<AntennaRecord>,
    action: Option<GroupActionId>,
    families: Vec<Listed>,
    cells: BTreeMap<(FamilyId, GroupSessionId), Presence>,
    list: Listing,
    column: usize,
    filter: LineEdit,
    is_filtering: bool,
    only_recorded: bool,
    /// There were more families than could be taken.
    is_cut: bool,
    /// Once what was entered is recorded, the cursor goes to the next family.
    goes_on: bool,
}

/// A family of the grid.
#[derive(Debug)]
struct Listed {
    id: FamilyId,
    name: String,
    included_on: Option<NaiveDate>,
}

/// Columns that a session takes, and the families' names at least and at most.
const COLUMN: u16 = 8;
const LEAST_NAME: u16 = 16;
const MOST_NAME: u16 = 34;

impl Attendance {
    /// The most families that are listed: others are found by typing their name.
    pub const MOST: usize = 500;

    /// Opens the grid of an action, on a session or on the latest one whose day has come.
    pub fn open(
        &mut self,
        antenna: &Arc<AntennaRecord>,
        action: GroupActionId,
        session: Option<GroupSessionId>,
        today: NaiveDate,
    ) {
        *self = Self { today, antenna: Arc::clone(antenna), action: Some(action), ..Self::default() };
        let sessions = self.sessions();
        let chosen = sessions.iter().position(|one| Some(one.id) == session);
        let held = sessions.iter().rposition(|one| one.date <= today && one.cancelled.is_none());
        self.column = chosen.or(held).unwrap_or_default();
    }

    /// What is typed to find families.
    pub fn typed_name(&self) -> &str {
        self.filter.text()
    }

    /// The sessions of the action.
    pub fn session_ids(&self) -> Vec<GroupSessionId> {
        self.sessions().iter().map(|session| session.id).collect()
    }

    /// Takes the families to list, by name, and what was recorded of them.
    pub fn take(&mut self, antenna: Arc<AntennaRecord>, rows: &[FamilyRow], lines: &[AttendanceLine]) {
        let kept = self.family();
        self.antenna = antenna;
        self.cells = lines.iter().map(|line| ((line.family, line.session), line.presence)).collect();
        self.is_cut = rows.len() >= Self::MOST;
        let listed = rows.iter().filter(|row| !self.only_recorded || self.is_recorded(row.id));
        self.families =
            listed.map(|row| Listed { id: row.id, name: row.name.clone(), included_on: row.included_on }).collect();
        let place = self.families.iter().position(|family| Some(family.id) == kept).unwrap_or(self.list.at());
        self.list.go(place, &self.is_line());
        if std::mem::take(&mut self.goes_on) {
            let is_line = self.is_line();
            self.list.moved(Action::Down, &is_line, 1);
        }
        self.column = self.column.min(self.sessions().len().saturating_sub(1));
    }

    pub fn update(&mut self, action: Action, inside: Rect, _catalog: &Catalog) -> Reaction {
        let last = self.sessions().len().saturating_sub(1);
        self.goes_on = false;
        match action {
            Action::Left => self.column = self.column.saturating_sub(1),
            Action::Right => self.column = (self.column + 1).min(last),
            Action::MarkPresent => return self.mark(Presence::Present),
            Action::MarkAbsent => return self.mark(Presence::Absent),
            Action::MarkExcused => return self.mark(Presence::Excused),
            // In the filter's line Enter goes to the families found.
            Action::Open if self.is_filtering => self.is_filtering = false,
            Action::Open => {
                let next = match self.cell() {
                    None | Some(Presence::Excused) => Presence::Present,
                    Some(Presence::Present) => Presence::Absent,
                    Some(Presence::Absent) => Presence::Excused,
                };
                return self.record(next);
            }
            Action::OnlyRecorded => {
                self.only_recorded = !self.only_recorded;
                return Reaction::Ask(Request::LoadAttendance);
            }
            Action::Filter => self.is_filtering = true,
            Action::ClearFilter => {
                self.is_filtering = false;
                if !self.filter.text().is_empty() {
                    self.filter.set("");
                    return Reaction::Ask(Request::LoadAttendance);
                }
            }
            other => {
                let is_line = self.is_line();
                self.list.moved(other, &is_line, lines_of(inside, self.filter_shown()).height);
            }
        }
        Reaction::Stays
    }

    pub fn is_filtering(&self) -> bool {
        self.is_filtering
    }

    pub fn typed(&mut self, text: &str) -> Reaction {
        self.filter.insert(text);
        self.list = Listing::default();
        Reaction::Ask(Request::LoadAttendance)
    }

    pub fn edited(&mut self, key: Key) -> Reaction {
        match self.filter.edit(key) {
            Edited::Text => Reaction::Ask(Request::LoadAttendance),
            Edited::Cursor | Edited::Not => Reaction::Stays,
        }
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        let is_line = self.is_line();
        self.list.click(at, lines_of(inside, self.filter_shown()), &is_line);
        let (first, columns) = self.columns(inside);
        let place = at.x.checked_sub(columns.x).map(|x| first + usize::from(x / COLUMN));
        if let Some(place) = place.filter(|place| *place < self.sessions().len()) {
            self.column = place;
        }
        Reaction::Stays
    }

    /// The family of the row under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        self.families.get(self.list.at()).map(|family| family.id)
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        let title = look.text("context-attendance");
        let Some(action) = self.action() else { return title.into_owned() };
        let title = format!("{title} · {}", look::fit(&action.title, 60));
        if self.is_cut { format!("{title} · {}", look.text("attendance-cut")) } else { title }
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        let mut cursor = None;
        let mut below = area;
        if self.filter_shown() {
            let is_typed = self.is_filtering && look.focused;
            let privacy = if is_typed { Privacy::Shown } else { look.privacy };
            cursor = screen::draw_filter(&mut sheet, area, &self.filter, privacy).filter(|_| is_typed);
            below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        }
        let lines = lines_of(area, self.filter_shown());
        let (first, columns) = self.columns(area);
        let sessions = self.sessions();
        let shown: Vec<_> = sessions.iter().enumerate().skip(first).take(usize::from(columns.width / COLUMN)).collect();
        for (at, (place, session)) in (columns.x..).step_by(usize::from(COLUMN)).zip(&shown) {
            let role = if *place == self.column { Role::Heading } else { Role::Muted };
            sheet.put(at, below.y, columns.right(), &session.date.format("%d/%m").to_string(), role);
            let under = match (&session.cancelled, session.time) {
                (Some(_), _) => look.text("attendance-cancelled").into_owned(),
                (None, time) => time.map(hour).unwrap_or_default(),
            };
            sheet.put(at, below.y + 1, columns.right(), &look::fit(&under, COLUMN - 1), Role::Muted);
        }
        if self.families.is_empty() {
            let id = if self.only_recorded { "attendance-nobody" } else { "attendance-no-family" };
            let inside = Rect { x: lines.x + 1, width: lines.width.saturating_sub(2), ..lines };
            sheet.put_wrapped(inside, &look.text(id), Role::Muted);
        }
        let top = self.list.top(&self.is_line(), lines.height);
        for ((place, family), y) in self.families.iter().enumerate().skip(top).zip(lines.y..lines.bottom()) {
            sheet.put_name(area.x + 2, y, columns.x - 1, &family.name, Role::Text);
            for (at, (column, session)) in (columns.x..).step_by(usize::from(COLUMN)).zip(&shown) {
                let (sign, role) = self.sign(look.catalog, session, family);
                let is_here = place == self.list.at() && *column == self.column;
                let text = if is_here { format!("[{sign}]") } else { format!(" {sign} ") };
                sheet.put(at, y, columns.right(), &text, role);
            }
            if place == self.list.at() {
                sheet.put(area.x, y, area.right(), "▸", Role::Text);
                sheet.select(Rect { y, height: 1, ..area });
            }
        }
        self.draw_foot(&mut sheet, area, lines);
        cursor
    }

    /// How many came to the session under the cursor, what the letters mean, and why it takes none.
    fn draw_foot(&self, sheet: &mut Sheet<'_, '_>, area: Rect, lines: Rect) {
        let (y, right) = (lines.bottom(), area.right());
        let sessions = self.sessions();
        let (Some(session), true) = (sessions.get(self.column), y + 1 < area.bottom()) else { return };
        let catalog = sheet.catalog();
        sheet.put(area.x, y, right, &"─".repeat(usize::from(area.width)), Role::Border);
        let count = |presence| {
            self.cells.iter().filter(|((_, one), cell)| *one == session.id && **cell == presence).count() as u64
        };
        let told = match &session.cancelled {
            Some(motive) => catalog.text_with("groups-cancelled", &[("motive", Fact::from(motive.as_str()))]),
            None if self.today < session.date => catalog.text("attendance-to-come").into_owned(),
            None => {
                let [present, absent, excused] = Presence::ALL.map(count);
                let facts = [("present", present), ("absent", absent), ("excused", excused)];
                catalog.text_with("groups-came", &facts.map(|(name, count)| (name, Fact::from(count))))
            }
        };
        let day = catalog.date(session.date);
        let legend = Presence::ALL.map(|one| format!("{} {}", short(one, catalog), catalog.text(one.id()))).join(" · ");
        sheet.put_typed(area.x + 1, y + 1, right, &sheet.catalog().pair(&day, &told), Role::Text);
        let start = right.saturating_sub(look::width(&legend) + 1);
        if area.x + 3 + look::width(&day) + 3 + look::width(&told) < start {
            sheet.put(start, y + 1, right, &legend, Role::Muted);
        }
    }

    /// What a cell shows: a letter, a dot where nothing is entered yet, nothing where nothing can be.
    fn sign(&self, catalog: &Catalog, session: &GroupSession, family: &Listed) -> (String, Role) {
        let is_closed = session.cancelled.is_some()
            || self.today < session.date
            || family.included_on.is_none_or(|included| session.date < included);
        match self.cells.get(&(family.id, session.id)).copied() {
            Some(presence @ Presence::Present) => (short(presence, catalog), Role::Ok),
            Some(presence @ Presence::Absent) => (short(presence, catalog), Role::Warning),
            Some(presence @ Presence::Excused) => (short(presence, catalog), Role::Muted),
            None if is_closed => (" ".to_owned(), Role::Muted),
            None => ("·".to_owned(), Role::Muted),
        }
    }

    /// Records a presence and goes to the next family.
    fn mark(&mut self, presence: Presence) -> Reaction {
        if self.cell() == Some(presence) {
            let is_line = self.is_line();
            self.list.moved(Action::Down, &is_line, 1);
            return Reaction::Stays;
        }
        self.goes_on = true;
        self.record(presence)
    }

    fn record(&self, presence: Presence) -> Reaction {
        let sessions = self.sessions();
        let (Some(family), Some(session)) = (self.family(), sessions.get(self.column)) else { return Reaction::Stays };
        let act = FamilyAct::RecordAttendance(RecordAttendance { session: session.id, presence });
        Reaction::Ask(Request::Execute { family: Some(family), act: Box::new(act) })
    }

    fn cell(&self) -> Option<Presence> {
        let session = self.sessions().get(self.column)?.id;
        self.cells.get(&(self.family()?, session)).copied()
    }

    fn action(&self) -> Option<&GroupAction> {
        self.antenna.group_actions.iter().find(|action| Some(action.id) == self.action)
    }

    fn sessions(&self) -> &[GroupSession] {
        self.action().map(|action| action.sessions.as_slice()).unwrap_or_default()
    }

    fn is_recorded(&self, family: FamilyId) -> bool {
        self.cells.keys().any(|(known, _)| *known == family)
    }

    fn filter_shown(&self) -> bool {
        self.is_filtering || !self.filter.text().is_empty()
    }

    /// The first session in view, so that the one under the cursor is, and where the columns are.
    fn columns(&self, area: Rect) -> (usize, Rect) {
        let name = (area.width / 3).clamp(LEAST_NAME, MOST_NAME);
        let columns = Rect { x: area.x + name + 3, width: area.width.saturating_sub(name + 3), ..area };
        let room = usize::from(columns.width / COLUMN).max(1);
        ((self.column + 1).saturating_sub(room), columns)
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        vec![true; self.families.len()]
    }
}

/// The letter of a presence.
fn short(presence: Presence, catalog: &Catalog) -> String {
    catalog.attribute(presence.id(), "short").into_owned()
}

/// Where the families are: under the filter and the sessions' days, above the foot.
fn lines_of(area: Rect, filter_shown: bool) -> Rect {
    let above = 2 + u16::from(filter_shown);
    let foot = if area.height > 9 { 2 } else { 0 };
    Rect { y: area.y + above, height: area.height.saturating_sub(above + foot), ..area }
}
