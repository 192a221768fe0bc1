//! Deadlines and appointments of the whole antenna, by day or by rule; Enter opens the act that settles the one under the cursor.

use chrono::{NaiveDate, NaiveTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction, opening};
use crate::app::DeadlineLine;
use crate::base::calendar::{self, Standing};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::deadline::{About, DeadlineRule};
use crate::tui::action::{ActKind, Action};
use crate::tui::keymap::{self, Context};
use crate::tui::look::{self, Look};
use crate::tui::screens::family::standing;
use crate::tui::screens::sheet::Sheet;
use crate::tui::screens::words;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::listing::Listing;

/// The agenda.
#[derive(Debug, Default)]
pub struct Agenda {
    today: NaiveDate,
    by: Grouping,
    items: Vec<Item>,
    list: Listing,
    is_loaded: bool,
    /// There were more than could be taken.
    is_cut: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Grouping {
    #[default]
    Day,
    Rule,
}

#[derive(Debug)]
enum Item {
    Heading(Heading, usize),
    Line(Box<DeadlineLine>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Heading {
    Overdue,
    Today,
    ThisWeek,
    Later,
    Rule(DeadlineRule),
}

impl Agenda {
    /// The most lines of the past, and of today and after, that are taken.
    pub const MOST: usize = 1_000;

    /// Takes the deadlines; the cursor stays on its line when it is still there.
    pub fn take(&mut self, lines: Vec<DeadlineLine>, today: NaiveDate) {
        let first = !std::mem::replace(&mut self.is_loaded, true);
        self.today = today;
        let overdue = lines.iter().filter(|line| line.deadline.due < today).count();
        self.is_cut = overdue >= Self::MOST || lines.len() - overdue >= Self::MOST;
        if !self.group(lines) {
            match first {
                true => self.go_to_today(),
                false => self.list.go(self.list.at(), &self.is_line()),
            }
        }
    }

    pub fn update(&mut self, action: Action, inside: Rect, _catalog: &Catalog) -> Reaction {
        let is_line = self.is_line();
        match action {
            Action::GoToToday => self.go_to_today(),
            Action::RegroupAgenda => {
                let lines = self.items.iter().filter_map(|item| match item {
                    Item::Line(line) => Some((**line).clone()),
                    Item::Heading(..) => None,
                });
                let lines = lines.collect();
                self.by = match self.by {
                    Grouping::Day => Grouping::Rule,
                    Grouping::Rule => Grouping::Day,
                };
                self.group(lines);
            }
            Action::Open => return self.open(),
            Action::OpenFamily => return self.family().map_or(Reaction::Stays, open_family),
            other => {
                self.list.moved(other, &is_line, list_area(inside).height);
            }
        }
        Reaction::Stays
    }

    pub fn click(&mut self, at: Position, inside: Rect) -> Reaction {
        let is_line = self.is_line();
        self.list.click(at, list_area(inside), &is_line);
        Reaction::Stays
    }

    /// The family of the line under the cursor.
    pub fn family(&self) -> Option<FamilyId> {
        self.line()?.family.as_ref().map(|(id, ..)| *id)
    }

    /// What is under the cursor, for the act that is asked for on it.
    pub fn about(&self) -> Option<About> {
        self.line().map(|line| line.deadline.about.clone())
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        let by = match self.by {
            Grouping::Day => look.text("agenda-by-day"),
            Grouping::Rule => look.text("agenda-by-rule"),
        };
        let title = format!("{} · {by}", look.text("context-agenda"));
        match self.is_cut {
            true => format!("{title} · {}", look.text("agenda-cut")),
            false => title,
        }
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        if self.items.is_empty() {
            let text = match self.is_loaded {
                true => look.catalog.text_with("agenda-empty", &named_acts(look.catalog)),
                false => look.text("agenda-loading").into_owned(),
            };
            for (line, y) in look::wrap(&text, area.width.saturating_sub(2)).iter().zip(area.y..area.bottom()) {
                sheet.put(area.x + 1, y, area.right(), line, Role::Muted);
            }
            return None;
        }
        let lines = list_area(area);
        let is_line = self.is_line();
        let top = self.list.top(&is_line, lines.height);
        for ((place, item), y) in self.items.iter().enumerate().skip(top).zip(lines.y..lines.bottom()) {
            let row = Rect { y, height: 1, ..lines };
            match item {
                Item::Heading(heading, count) => {
                    let title = heading.title(look, *count);
                    sheet.put(row.x + 1, y, row.right(), &title, Role::Heading);
                }
                Item::Line(line) => {
                    self.draw_line(&mut sheet, row, line);
                    if place == self.list.at() {
                        sheet.put(row.x, y, row.right(), "▸", Role::Text);
                        sheet.select(row);
                    }
                }
            }
        }
        self.draw_foot(&mut sheet, area);
        None
    }

    fn draw_line(&self, sheet: &mut Sheet<'_, '_>, row: Rect, line: &DeadlineLine) {
        let (y, right) = (row.y, row.right());
        let due = line.deadline.due;
        let (sign, role) = standing(due, self.today);
        let catalog = sheet.catalog();
        let (date, days) = (catalog.date(due), catalog.relative(due, self.today));
        sheet.put(row.x + 2, y, right, sign, role);
        let mut x = row.x + 4;
        if row.width >= 76 {
            sheet.put(x, y, right, &catalog.weekday_short(due), Role::Muted);
            sheet.put(x + 5, y, right, &date, Role::Text);
            x += 17;
        }
        sheet.put(x, y, right, &days, role);
        x += 7;
        let name_end = x + (right.saturating_sub(x) * 2 / 5).min(34);
        match &line.family {
            Some((_, name, _)) => sheet.put_name(x, y, name_end, name, Role::Text),
            None => sheet.put(x, y, name_end, &sheet.text("agenda-antenna"), Role::Muted),
        };
        let source = words::source(catalog, line.deadline.rule);
        let what_end = match row.width {
            0..100 => right,
            100.. => sheet.put_right(name_end + 20, y, right - 1, &source, Role::Muted).saturating_sub(1),
        };
        sheet.put_typed(name_end + 1, y, what_end, &words::deadline(sheet.look, &line.deadline), Role::Text);
    }

    /// What is to be done about the line under the cursor, how long is left, its legal basis, and what Enter does.
    fn draw_foot(&self, sheet: &mut Sheet<'_, '_>, area: Rect) {
        let lines = list_area(area);
        let (Some(line), true) = (self.line(), lines.height < area.height) else { return };
        let catalog = sheet.catalog();
        let (x, y, right) = (area.x + 1, lines.bottom(), area.right());
        sheet.put(area.x, y, right, &"─".repeat(usize::from(area.width)), Role::Border);
        sheet.put_typed(x, y + 1, right, &words::deadline_sentence(sheet.look, &line.deadline), Role::Text);
        let left = calendar::days_left(line.deadline.due, self.today);
        let left = match left {
            0.. => catalog.text_with("agenda-days-left", &[("days", Fact::Number(left))]),
            late => catalog.text_with("agenda-days-late", &[("days", Fact::Number(-late))]),
        };
        let source = words::source(catalog, line.deadline.rule);
        let text = format!("{left} · {source} · {}", settled_by(line, self.today, catalog));
        sheet.put(x, y + 2, right, &look::fit(&text, right.saturating_sub(x)), Role::Muted);
    }

    fn open(&self) -> Reaction {
        let Some(line) = self.line() else { return Reaction::Stays };
        let Some((family, ..)) = &line.family else {
            let about = Some(line.deadline.about.clone());
            return match (opening::settling(&line.deadline, false, self.today), line.deadline.rule) {
                (Some(act), _) => Reaction::Ask(Request::OpenForm { act, family: None, about }),
                (None, DeadlineRule::DepartmentSilent) => Reaction::GoAndAsk(Place::Exchange, Request::PreviewExport),
                (None, _of_the_convention) => Reaction::GoAndAsk(Place::Settings, Request::LoadVersions),
            };
        };
        match opening::settling(&line.deadline, false, self.today) {
            Some(_) => Reaction::Ask(Request::Settle { family: *family, deadline: Box::new(line.deadline.clone()) }),
            None => open_family(*family),
        }
    }

    fn line(&self) -> Option<&DeadlineLine> {
        match self.items.get(self.list.at())? {
            Item::Line(line) => Some(line),
            Item::Heading(..) => None,
        }
    }

    /// Whether there is no line to stand on.
    pub fn is_empty(&self) -> bool {
        !self.is_line().contains(&true)
    }

    fn is_line(&self) -> Vec<bool> {
        self.items.iter().map(|item| matches!(item, Item::Line(_))).collect()
    }

    /// The first line that is not overdue.
    fn go_to_today(&mut self) {
        let ahead = self.items.iter().position(|item| match item {
            Item::Line(line) => self.today <= line.deadline.due,
            Item::Heading(..) => false,
        });
        self.list.go_with_what_precedes(ahead.unwrap_or_default(), &self.is_line());
    }

    /// Puts the lines under their headings; false when the one under the cursor is not among them.
    fn group(&mut self, mut lines: Vec<DeadlineLine>) -> bool {
        let kept = self.line().map(key);
        let sunday = calendar::add_days(calendar::week_start(self.today), 6);
        let heading = |line: &DeadlineLine| match (self.by, calendar::standing(line.deadline.due, self.today)) {
            (Grouping::Rule, _) => Heading::Rule(line.deadline.rule),
            (Grouping::Day, Standing::Overdue) => Heading::Overdue,
            (Grouping::Day, Standing::Due) => Heading::Today,
            (Grouping::Day, Standing::Later) if line.deadline.due <= sunday => Heading::ThisWeek,
            (Grouping::Day, Standing::Later) => Heading::Later,
        };
        lines.sort_by_key(|line| (heading(line), line.deadline.due, time(line)));
        self.items = Vec::with_capacity(lines.len() + 8);
        let mut open: Option<(Heading, usize)> = None;
        for line in lines {
            let own = heading(&line);
            let at = match open {
                Some((known, at)) if known == own => at,
                Some(_) | None => {
                    self.items.push(Item::Heading(own, 0));
                    self.items.len() - 1
                }
            };
            open = Some((own, at));
            if let Some(Item::Heading(_, count)) = self.items.get_mut(at) {
                *count += 1;
            }
            self.items.push(Item::Line(Box::new(line)));
        }
        let place = self.items.iter().position(|item| match item {
            Item::Line(line) => Some(key(line)) == kept,
            Item::Heading(..) => false,
        });
        if let Some(place) = place {
            self.list.go(place, &self.is_line());
        }
        place.is_some()
    }
}

impl Heading {
    fn title(self, look: &Look<'_>, count: usize) -> String {
        let text = match self {
            Self::Overdue => look.text("agenda-overdue"),
            Self::Today => look.text("agenda-today"),
            Self::ThisWeek => look.text("agenda-this-week"),
            Self::Later => look.text("agenda-later"),
            Self::Rule(rule) => look.text(rule.id()),
        };
        let count = look.catalog.number(i64::try_from(count).unwrap_or(i64::MAX));
        format!("{text} ({count})")
    }
}

fn open_family(family: FamilyId) -> Reaction {
    Reaction::GoAndAsk(super::Place::Detail, Request::OpenFamily(family))
}

/// What Enter does. Whether a draft waits for its signature is known when the form opens: both acts are named.
fn settled_by(line: &DeadlineLine, today: NaiveDate, catalog: &Catalog) -> String {
    let rule = line.deadline.rule;
    let name = |act: ActKind| Fact::Text(catalog.text(act.id()).into_owned());
    let key = ("key", Fact::from(keymap::named(Context::Agenda, Action::Open, catalog)));
    let act = |drafted| opening::settling(&line.deadline, drafted, today);
    match (&line.family, act(false), act(true)) {
        (None, ..) if rule == DeadlineRule::DepartmentSilent => catalog.text_with("agenda-opens-exchange", &[key]),
        (None, Some(act), _) => catalog.text_with("agenda-settled-by", &[key, ("act", name(act))]),
        (None, None, _) => catalog.text_with("agenda-opens-settings", &[key]),
        (Some(_), Some(act), Some(drafted)) if act != drafted => {
            catalog.text_with("agenda-settled-by-either", &[key, ("act", name(act)), ("drafted", name(drafted))])
        }
        (Some(_), Some(act), _) => catalog.text_with("agenda-settled-by", &[key, ("act", name(act))]),
        (Some(_), None, _) => catalog.text_with("agenda-opens-family", &[key]),
    }
}

/// The keys of the acts that give an empty agenda its first lines.
fn named_acts(catalog: &Catalog) -> [(&'static str, Fact); 2] {
    [("orientation", ActKind::ReceiveOrientation), ("appointment", ActKind::PlanEncounter)]
        .map(|(name, act)| (name, Fact::from(keymap::named(Context::Leader, Action::Act(act), catalog))))
}

/// Appointments of one day by their hour, what has none after them.
fn time(line: &DeadlineLine) -> (bool, Option<NaiveTime>) {
    match line.deadline.about {
        About::Encounter { time, .. } => (time.is_none(), time),
        About::Family
        | About::Antenna
        | About::AntennaPart { .. }
        | About::Center { .. }
        | About::Gap { .. }
        | About::Contract { .. }
        | About::Commitment { .. }
        | About::PanelReferral { .. }
        | About::Child { .. } => (true, None),
    }
}

/// Where the lines are: above the foot.
fn list_area(area: Rect) -> Rect {
    let foot = if area.height > 9 { 3 } else { 0 };
    Rect { height: area.height - foot, ..area }
}

fn key(line: &DeadlineLine) -> (Option<FamilyId>, DeadlineRule, About) {
    (line.family.as_ref().map(|(id, ..)| *id), line.deadline.rule, line.deadline.about.clone())
}
