//! The `Parcours` pane: the timeline drawn on its rows, walked through mark by mark.
//!
//! Opening a mark is the caller's: [`TimelineView::focused`] says which object it is.

mod explain;
mod pane;
pub(super) mod signs;

use chrono::{Datelike, NaiveDate};
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use super::sheet::Sheet;
use crate::base::locale::{Catalog, Fact};
use crate::tui::look;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::{Division, Lane, Layout, Mark, Object, PlacedBar, Scale, Tick, Timeline, Zoom};
pub use explain::Subject;
use pane::Pane;

/// Where the person looks on the timeline; the timeline itself comes with each call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineView {
    pub zoom: Zoom,
    /// The day of the first cell; today in the last third until the person scrolls.
    from: Option<NaiveDate>,
    focus: Option<Mark>,
}

/// Which way to walk or scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Earlier,
    Later,
}

impl TimelineView {
    /// Another family: the zoom stays, where one looked does not.
    pub fn leave(&mut self) {
        self.from = None;
        self.focus = None;
    }

    /// The object under the cursor.
    pub fn focused(&self) -> Option<Object> {
        self.focus.map(|mark| mark.object)
    }

    /// The mark under the cursor.
    pub fn focused_mark(&self) -> Option<Mark> {
        self.focus
    }

    /// Goes to the next or previous mark; from nowhere, to the one nearest today.
    pub fn walk(&mut self, timeline: &Timeline, today: NaiveDate, way: Way, width: u16) {
        let place = match self.focus.and_then(|mark| timeline.position(&mark)) {
            None => timeline.nearest(today),
            Some(place) => match way {
                Way::Earlier => Some(place.saturating_sub(1)),
                Way::Later => Some((place + 1).min(timeline.marks.len().saturating_sub(1))),
            },
        };
        self.focus = place.and_then(|place| timeline.marks.get(place)).copied();
        self.reveal(today, width);
    }

    /// Moves by a step of the zoom: a month, a week, a day.
    pub fn scroll(&mut self, today: NaiveDate, way: Way, width: u16) {
        let from = self.begins(today, width);
        self.from = Some(self.zoom.step(from, way == Way::Later));
    }

    /// Looks closer or wider; what one looked at stays in its cell.
    pub fn set_zoom(&mut self, zoom: Zoom, today: NaiveDate, width: u16) {
        let (cells, from) = (cells_of(width), self.begins(today, width));
        let (old, new) = (Scale::new(self.zoom, cells), Scale::new(zoom, cells));
        let middle = old.date(old.cell(from) + i64::from(cells / 2));
        let kept = self.focus.map(|mark| mark.date).unwrap_or(match self.from {
            Some(_) => middle,
            None => today,
        });
        let x = u16::try_from(old.cell(kept) - old.cell(from)).unwrap_or(0).min(cells.saturating_sub(1));
        self.zoom = zoom;
        if self.from.is_some() || self.focus.is_some() {
            self.from = Some(new.begin(kept, x));
        }
    }

    /// Shows the first day of the stay.
    pub fn go_to_start(&mut self, timeline: &Timeline, today: NaiveDate, width: u16) {
        let first = timeline.begins.or_else(|| timeline.marks.first().map(|mark| mark.date)).unwrap_or(today);
        self.from = Some(Scale::new(self.zoom, cells_of(width)).begin(first, 1));
    }

    /// Shows the last mark.
    pub fn go_to_end(&mut self, timeline: &Timeline, today: NaiveDate, width: u16) {
        let last = timeline.marks.iter().map(|mark| mark.date).max();
        let last = last.max(timeline.bars.iter().map(|bar| bar.to).max()).unwrap_or(today);
        let cells = cells_of(width);
        self.from = Some(Scale::new(self.zoom, cells).begin(last, cells.saturating_sub(10)));
    }

    /// Back to today, with nothing under the cursor.
    pub fn go_to_today(&mut self) {
        self.leave();
    }

    /// Puts the cursor on the mark nearest to a click; a second click there goes to the next mark of the same cell.
    pub fn point(&mut self, timeline: &Timeline, today: NaiveDate, at: Position, area: Rect) {
        let layout = timeline.layout(today, self.zoom, self.begins(today, area.width), cells_of(area.width));
        let rows = rows(area.height, false, &layout, timeline);
        let lanes = match rows.get(usize::from(at.y.saturating_sub(area.y))) {
            Some(Row::Marks { lanes, .. }) => *lanes,
            Some(Row::Bars { .. }) => &[Lane::Contracts][..],
            Some(Row::Axis | Row::Explanation(..) | Row::Legend | Row::Empty) | None => return,
        };
        let x = at.x.saturating_sub(area.x + LABEL);
        let stacks = layout.stacks(timeline, lanes);
        let Some(stack) = stacks.iter().min_by_key(|stack| stack.x.abs_diff(x)) else { return };
        let known = self.focus.and_then(|mark| timeline.position(&mark));
        let place = known.and_then(|known| stack.marks.iter().position(|mark| *mark == known));
        let next = place.map_or(0, |place| (place + 1) % stack.marks.len().max(1));
        self.from = Some(self.begins(today, area.width));
        self.focus = stack.marks.get(next).and_then(|mark| timeline.marks.get(*mark)).copied();
    }

    fn begins(&self, today: NaiveDate, width: u16) -> NaiveDate {
        let cells = cells_of(width);
        self.from.unwrap_or_else(|| Scale::new(self.zoom, cells).begin(today, cells / 5 * 3))
    }

    /// Scrolls as little as it takes to have the focused mark on screen.
    fn reveal(&mut self, today: NaiveDate, width: u16) {
        let Some(mark) = self.focus else { return };
        let (cells, from) = (cells_of(width), self.begins(today, width));
        let scale = Scale::new(self.zoom, cells);
        let x = scale.cell(mark.date) - scale.cell(from);
        let margin = i64::from(cells.min(8) / 4);
        if x < margin {
            self.from = Some(scale.begin(mark.date, cells.min(8) / 4));
        } else if i64::from(cells) - 1 - margin < x {
            self.from = Some(scale.begin(mark.date, cells.saturating_sub(1 + cells.min(8) / 4)));
        } else {
            self.from = Some(from);
        }
    }

    /// The months that the pane shows, for its title: `avr 2026 – févr 2027`.
    pub fn period(&self, catalog: &Catalog, today: NaiveDate, width: u16) -> String {
        let (cells, from) = (cells_of(width), self.begins(today, width));
        let scale = Scale::new(self.zoom, cells);
        let to = scale.date(scale.cell(from) + i64::from(cells) - 1);
        let name = |date: NaiveDate| format!("{} {}", catalog.month_short(date.month()), date.year());
        match name(from) == name(to) {
            true => name(from),
            false => format!("{} – {}", name(from), name(to)),
        }
    }

    /// Draws the timeline in `area`; `lit` when the pane has the focus.
    pub fn draw(&self, sheet: &mut Sheet<'_, '_>, area: Rect, subject: &Subject<'_>, lit: bool) {
        if area.width <= LABEL + 1 || area.height == 0 {
            return;
        }
        let Subject { timeline, today, .. } = *subject;
        let layout = timeline.layout(today, self.zoom, self.begins(today, area.width), cells_of(area.width));
        let focus = self.focus.filter(|_| lit).and_then(|mark| timeline.position(&mark));
        let rows = rows(area.height, focus.is_some(), &layout, timeline);
        let pane = Pane { area, layout: &layout, timeline, today, focus };
        for (row, y) in rows.into_iter().zip(area.y..area.bottom()) {
            match row {
                Row::Axis => pane.axis(sheet, y),
                Row::Bars { drafts, all } => pane.bars(sheet, y, drafts, all),
                Row::Marks { lanes, label } => pane.marks(sheet, y, lanes, label),
                Row::Explanation(number, lines) => {
                    if let Some(mark) = focus.and_then(|place| timeline.marks.get(place)) {
                        let sentence = subject.explain(sheet.catalog(), mark);
                        let place = focus.map_or(0, |place| place + 1);
                        let rank = format!(" {place}/{}", timeline.marks.len());
                        let edge = match number {
                            0 => sheet.put_right(area.x + 10, y, area.right(), &rank, Role::Muted),
                            _ => area.right() - look::width(&rank),
                        };
                        let line = part(&sentence, edge - area.x, number, lines);
                        sheet.put_typed(area.x, y, edge, &line, Role::Title);
                    }
                }
                Row::Legend => pane.legend(sheet, y),
                Row::Empty => {}
            }
        }
    }
}

/// What one line of the pane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Axis,
    /// Contracts; drafts alone, or with the signed ones when `all`.
    Bars {
        drafts: bool,
        all: bool,
    },
    Marks {
        lanes: &'static [Lane],
        label: &'static str,
    },
    /// A line of the sentence about the mark under the cursor, and how many it has.
    Explanation(usize, usize),
    Legend,
    Empty,
}

/// Columns of the row names.
const LABEL: u16 = 5;

fn cells_of(width: u16) -> u16 {
    width.saturating_sub(LABEL)
}

/// What the lines show at a height, from the top: the rows that matter most first, none drawn twice.
fn rows(height: u16, focused: bool, layout: &Layout, timeline: &Timeline) -> Vec<Row> {
    let acts = Row::Marks { lanes: &[Lane::Acts], label: "timeline-row-acts" };
    let deadlines = Row::Marks { lanes: &[Lane::Deadlines], label: "timeline-row-deadlines" };
    let landmarks = Row::Marks { lanes: &[Lane::Landmarks], label: "timeline-row-landmarks" };
    let both = Row::Marks { lanes: &[Lane::Deadlines, Lane::Landmarks], label: "timeline-row-deadlines" };
    let contracts = Row::Bars { drafts: false, all: true };
    let top = if focused { Row::Explanation(0, 1) } else { Row::Axis };
    match height {
        0 => Vec::new(),
        1 => vec![if focused { Row::Explanation(0, 1) } else { contracts }],
        2 => vec![top, contracts],
        3 => vec![top, contracts, acts],
        4 => vec![top, contracts, acts, both],
        5 => vec![Row::Axis, contracts, acts, both, Row::Explanation(0, 1)],
        6 => vec![Row::Axis, contracts, acts, deadlines, landmarks, Row::Explanation(0, 1)],
        7.. => {
            let overlapping = layout.bars.iter().any(|placed| {
                let draft = timeline.bars.get(placed.bar).is_some_and(|bar| bar.draft);
                draft
                    && layout
                        .bars
                        .iter()
                        .any(|other| other.bar != placed.bar && other.from <= placed.to && placed.from <= other.to)
            });
            let mut rows = vec![Row::Axis];
            match overlapping {
                true => rows.extend([Row::Bars { drafts: false, all: false }, Row::Bars { drafts: true, all: false }]),
                false => rows.push(contracts),
            }
            rows.extend([acts, deadlines, landmarks]);
            let used = u16::try_from(rows.len()).unwrap_or(u16::MAX);
            if used + 2 < height {
                rows.push(Row::Empty);
            }
            // A long sentence has three lines where they are free.
            let lines = if used + 5 < height { 3 } else { 1 };
            rows.extend((0..lines).map(|line| Row::Explanation(line, lines)));
            if used + 1 < height {
                rows.push(Row::Legend);
            }
            rows
        }
    }
}

/// One line of a sentence broken into `lines` of them; the last holds all the rest.
fn part(sentence: &str, width: u16, number: usize, lines: usize) -> String {
    let broken = look::wrap(sentence, width);
    match number + 1 == lines {
        true => broken.into_iter().skip(number).collect::<Vec<_>>().join(" "),
        false => broken.into_iter().nth(number).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests;
