//! The antenna's referrals to the panel, by stage or by delay; Enter opens the act that takes the one under the cursor on.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Place, Reaction, opening};
use crate::app::PanelLine;
use crate::base::calendar;
use crate::base::id::{FamilyId, PanelReferralId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::deadline::About;
use crate::domain::panel::PanelStage;
use crate::tui::action::{ActKind, Action};
use crate::tui::keymap::{self, Context};
use crate::tui::look::{self, Look};
use crate::tui::screens::family::standing;
use crate::tui::screens::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::listing::Listing;

/// The board.
#[derive(Debug, Default)]
pub struct Panel {
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
    Stage,
    Delay,
}

#[derive(Debug)]
enum Item {
    Heading(Heading, usize),
    Line(PanelLine),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Heading {
    Stage(PanelStage),
    /// A month has passed in silence: the next act is open.
    Passed,
    Running,
    /// Nothing runs: it waits for the antenna or for a decision.
    WithoutDelay,
    Closed,
}

impl Panel {
    /// The most lines that wait for something, and of those that are closed, that are taken.
    pub const MOST_OPEN: usize = 1_000;
    pub const MOST_CLOSED: usize = 100;

    /// Takes the referrals; the cursor stays on its line when it is still there.
    pub fn take(&mut self, lines: Vec<PanelLine>, today: NaiveDate) {
        (self.today, self.is_loaded) = (today, true);
        let open = lines.iter().filter(|line| line.row.standing.stage.is_open()).count();
        self.is_cut = open >= Self::MOST_OPEN || lines.len() - open >= Self::MOST_CLOSED;
        self.group(lines);
    }

    pub fn update(&mut self, action: Action, inside: Rect, _catalog: &Catalog) -> Reaction {
        let is_line = self.is_line();
        match (action, self.line()) {
            (Action::RegroupPanel, _) => {
                self.by = match self.by {
                    Grouping::Stage => Grouping::Delay,
                    Grouping::Delay => Grouping::Stage,
                };
                let items = std::mem::take(&mut self.items);
                let kept = self.kept_in(&items);
                let lines = items.into_iter().filter_map(|item| match item {
                    Item::Line(line) => Some(line),
                    Item::Heading(..) => None,
                });
                self.regroup(lines.collect(), kept);
            }
            (Action::Open, Some(line)) => {
                let family = Some(line.family);
                return match self.next(line) {
                    Some(act) => Reaction::Ask(Request::OpenForm { act, family, about: self.about() }),
                    None => open_family(line.family),
                };
            }
            (Action::OpenFamily, Some(line)) => return open_family(line.family),
            (other, _) => {
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
        self.line().map(|line| line.family)
    }

    /// The referral under the cursor, for the act that is asked for on it.
    pub fn about(&self) -> Option<About> {
        self.line().map(|line| About::PanelReferral { id: line.row.referral, motive: line.row.motive })
    }

    pub fn title(&self, look: &Look<'_>) -> String {
        let by = match self.by {
            Grouping::Stage => look.text("panel-by-stage"),
            Grouping::Delay => look.text("panel-by-delay"),
        };
        let title = format!("{} · {by}", look.text("context-panel"));
        if self.is_cut { format!("{title} · {}", look.text("agenda-cut")) } else { title }
    }

    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut sheet = Sheet { buffer: buf, look };
        if self.items.is_empty() {
            let id = if self.is_loaded { "panel-empty" } else { "panel-loading" };
            let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
            sheet.put_wrapped(inside, &look.text(id), Role::Muted);
            return None;
        }
        let lines = list_area(area);
        let top = self.list.top(&self.is_line(), lines.height);
        for ((place, item), y) in self.items.iter().enumerate().skip(top).zip(lines.y..lines.bottom()) {
            let row = Rect { y, height: 1, ..lines };
            match item {
                Item::Heading(heading, count) => {
                    let count = look.catalog.number(i64::try_from(*count).unwrap_or(i64::MAX));
                    let title = format!("{} ({count})", heading.text(look.catalog));
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

    /// The day of the last step or of the month that runs, the family, the motive, then the measure or the stage.
    fn draw_line(&self, sheet: &mut Sheet<'_, '_>, row: Rect, line: &PanelLine) {
        let (y, right) = (row.y, row.right());
        let catalog = sheet.catalog();
        let at = line.row.standing;
        let (sign, role) = at.awaits.map_or(("", Role::Muted), |until| standing(until, self.today));
        sheet.put(row.x + 2, y, right, sign, role);
        let mut x = row.x + 4;
        if row.width >= 76 {
            sheet.put(x, y, right, &catalog.date(at.since), Role::Muted);
            x += 12;
        }
        let days = at.awaits.map(|until| catalog.relative(until, self.today)).unwrap_or_default();
        sheet.put(x, y, right, &days, role);
        x += 7;
        let rest = right.saturating_sub(x);
        let name_end = x + (rest * 2 / 5).min(34);
        sheet.put_name(x, y, name_end, &line.name, Role::Text);
        let motive = catalog.text(line.row.motive.id());
        let last = match self.by {
            Grouping::Stage => catalog.text(line.row.measure.id()),
            Grouping::Delay => catalog.text(at.on(self.today).id()),
        };
        let from = name_end + 1;
        let mut put = |x: u16, end: u16, text: &str, role| {
            sheet.put(x, y, end, &look::fit(text, end.saturating_sub(x)), role);
        };
        match (row.width, self.by) {
            // Under the name of its stage a referral is told by its motive, under its delay by its stage.
            (0..100, Grouping::Stage) => put(from, right, &motive, Role::Text),
            (0..100, Grouping::Delay) => put(from, right, &last, Role::Text),
            (100.., _) => {
                let middle = from + right.saturating_sub(from) / 2;
                put(from, middle, &motive, Role::Text);
                put(middle + 1, right, &last, Role::Muted);
            }
        }
    }

    /// Where the referral under the cursor stands and since when, how long is left, and what Enter does.
    fn draw_foot(&self, sheet: &mut Sheet<'_, '_>, area: Rect) {
        let lines = list_area(area);
        let (Some(line), true) = (self.line(), lines.height < area.height) else { return };
        let catalog = sheet.catalog();
        let at = line.row.standing;
        let (x, y, right) = (area.x + 1, lines.bottom(), area.right());
        sheet.put(area.x, y, right, &"─".repeat(usize::from(area.width)), Role::Border);
        let stage = catalog.text(at.on(self.today).id());
        let since = catalog.text_with("panel-since", &[("date", Fact::Date(at.since))]);
        let told = format!(
            "{} · {} · {stage} {since}",
            catalog.text(line.row.motive.id()),
            catalog.text(line.row.measure.id())
        );
        sheet.put(x, y + 1, right, &look::fit(&told, right.saturating_sub(x)), Role::Text);
        let left = at.awaits.map(|until| match calendar::days_left(until, self.today) {
            left @ 0.. => catalog.text_with("agenda-days-left", &[("days", Fact::Number(left))]),
            _ => catalog.text_with("panel-delay-passed-on", &[("date", Fact::Date(until))]),
        });
        let key = ("key", Fact::from(keymap::named(Context::Panel, Action::Open, catalog)));
        let enter = match self.next(line) {
            Some(act) => {
                let act = Fact::Text(catalog.text(act.id()).into_owned());
                catalog.text_with("agenda-settled-by", &[key, ("act", act)])
            }
            None => catalog.text_with("agenda-opens-family", &[key]),
        };
        let text = left.into_iter().chain([enter]).collect::<Vec<_>>().join(" · ");
        sheet.put(x, y + 2, right, &look::fit(&text, right.saturating_sub(x)), Role::Muted);
    }

    /// The act that comes next for a referral.
    fn next(&self, line: &PanelLine) -> Option<ActKind> {
        opening::next_of_stage(line.row.standing.on(self.today), line.row.is_adverse())
    }

    fn line(&self) -> Option<&PanelLine> {
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

    fn kept_in(&self, items: &[Item]) -> Option<PanelReferralId> {
        match items.get(self.list.at())? {
            Item::Line(line) => Some(line.row.referral),
            Item::Heading(..) => None,
        }
    }

    fn group(&mut self, lines: Vec<PanelLine>) {
        let kept = self.kept_in(&self.items);
        self.regroup(lines, kept);
    }

    /// Puts the lines under their headings; within one, what is due first comes first, then the oldest step.
    fn regroup(&mut self, mut lines: Vec<PanelLine>, kept: Option<PanelReferralId>) {
        let heading = |line: &PanelLine| {
            let at = line.row.standing;
            match (self.by, at.awaits) {
                (Grouping::Stage, _) => Heading::Stage(at.on(self.today)),
                (Grouping::Delay, _) if !at.stage.is_open() => Heading::Closed,
                (Grouping::Delay, Some(until)) if until < self.today => Heading::Passed,
                (Grouping::Delay, Some(_)) => Heading::Running,
                (Grouping::Delay, None) => Heading::WithoutDelay,
            }
        };
        lines.sort_by_key(|line| {
            let at = line.row.standing;
            // What is over is read from the latest on.
            let days = if at.stage.is_open() { at.since.num_days_from_ce() } else { -at.since.num_days_from_ce() };
            (heading(line), at.awaits.is_none(), at.awaits, days, line.family)
        });
        self.items = Vec::with_capacity(lines.len() + 10);
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
            self.items.push(Item::Line(line));
        }
        let same = |item: &Item| matches!(item, Item::Line(line) if Some(line.row.referral) == kept);
        let place = self.items.iter().position(same).unwrap_or(self.list.at());
        self.list.go(place, &self.is_line());
    }
}

impl Heading {
    fn text(self, catalog: &Catalog) -> Cow<'_, str> {
        match self {
            Self::Stage(stage) => catalog.attribute(stage.id(), "heading"),
            Self::Passed => catalog.text("panel-delay-passed"),
            Self::Running => catalog.text("panel-delay-running"),
            Self::WithoutDelay => catalog.text("panel-without-delay"),
            Self::Closed => catalog.text("panel-closed"),
        }
    }
}

fn open_family(family: FamilyId) -> Reaction {
    Reaction::GoAndAsk(Place::Detail, Request::OpenFamily(family))
}

/// Where the lines are: above the foot.
fn list_area(area: Rect) -> Rect {
    let foot = if area.height > 9 { 3 } else { 0 };
    Rect { height: area.height - foot, ..area }
}
