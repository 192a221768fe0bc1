//! The rows of the pane: the axis, the contracts' bars, the marks, the legend.

use super::*;

/// One drawing of the pane.
pub(super) struct Pane<'a> {
    pub(super) area: Rect,
    pub(super) layout: &'a Layout,
    pub(super) timeline: &'a Timeline,
    pub(super) today: NaiveDate,
    pub(super) focus: Option<usize>,
}

impl Pane<'_> {
    pub(super) fn x(&self, cell: u16) -> u16 {
        self.area.x + LABEL + cell
    }

    pub(super) fn axis(&self, sheet: &mut Sheet<'_, '_>, y: u16) {
        self.today_line(sheet, y);
        let mut free = self.x(0);
        let right = self.area.right();
        let every = self.months_named();
        let named = |tick: &&Tick| match tick.division {
            Division::Month { month, .. } => (month - 1).is_multiple_of(every),
            Division::Day(_) => true,
        };
        let mut ticks = self.layout.ticks.iter().filter(named).peekable();
        while let Some(tick) = ticks.next() {
            let (text, role) = match tick.division {
                Division::Month { year, month: 1 } if self.roomy() => {
                    (format!("{} {year}", sheet.catalog().month_short(1)), Role::Text)
                }
                Division::Month { month, .. } => (sheet.catalog().month_short(month).into_owned(), Role::Text),
                Division::Day(day) => (day.to_string(), Role::Muted),
            };
            let x = self.x(tick.x);
            let width = u16::try_from(text.width()).unwrap_or(u16::MAX);
            let next = ticks.peek().map_or(right, |next| self.x(next.x));
            let month = matches!(tick.division, Division::Month { .. });
            if x < free || right < x.saturating_add(width) || (!month && next <= x + width) {
                continue;
            }
            free = sheet.put(x, y, right, &text, role) + 1;
        }
    }

    /// Every how many months a name has room.
    pub(super) fn months_named(&self) -> u32 {
        let mut starts =
            self.layout.ticks.iter().filter(|tick| matches!(tick.division, Division::Month { .. })).map(|tick| tick.x);
        let apart = match (starts.next(), starts.next()) {
            (Some(first), Some(second)) => second - first,
            _ => u16::MAX,
        };
        match apart {
            5.. => 1,
            3..5 => 2,
            0..3 => 3,
        }
    }

    /// Whether a month has room for its name with the year.
    pub(super) fn roomy(&self) -> bool {
        let months = self.layout.ticks.iter().filter(|tick| matches!(tick.division, Division::Month { .. })).count();
        usize::from(self.layout.width) >= 10 * months
    }

    pub(super) fn label(&self, sheet: &mut Sheet<'_, '_>, y: u16, id: &str) {
        let name = sheet.catalog().text(id);
        sheet.put(self.area.x, y, self.area.x + LABEL - 1, &name, Role::Muted);
    }

    pub(super) fn today_line(&self, sheet: &mut Sheet<'_, '_>, y: u16) {
        if let Some(today) = self.layout.today {
            sheet.put(self.x(today), y, self.area.right(), "│", Role::Today);
        }
    }

    pub(super) fn bars(&self, sheet: &mut Sheet<'_, '_>, y: u16, drafts: bool, all: bool) {
        if !drafts {
            self.label(sheet, y, "timeline-row-contracts");
        }
        self.today_line(sheet, y);
        for placed in &self.layout.bars {
            let Some(bar) = self.timeline.bars.get(placed.bar).filter(|bar| all || bar.draft == drafts) else {
                continue;
            };
            let focused = self
                .focus
                .and_then(|place| self.timeline.marks.get(place))
                .is_some_and(|mark| mark.lane == Lane::Contracts && mark.object == Object::Contract(bar.contract));
            let ended = bar.to < self.today;
            let role = match (focused, bar.draft || ended) {
                (true, _) => Role::Focus,
                (false, true) => Role::Muted,
                (false, false) => Role::Text,
            };
            let line = signs::bar(placed, bar.draft, bar.cut_short, self.layout.today);
            sheet.put(self.x(placed.from), y, self.area.right(), &line, role);
            self.bar_name(sheet, y, placed, bar.rank, bar.draft, role);
        }
    }

    /// Writes the name of a contract in the longer side of its bar, today's line left in its place.
    pub(super) fn bar_name(
        &self,
        sheet: &mut Sheet<'_, '_>,
        y: u16,
        placed: &PlacedBar,
        rank: u32,
        draft: bool,
        role: Role,
    ) {
        let id = if draft { "timeline-bar-draft" } else { "timeline-bar" };
        let facts = [("rank", Fact::Number(i64::from(rank)))];
        let long = format!(" {} ", sheet.catalog().text_with(id, &facts));
        let (left, right) = (placed.from + 1, placed.to.max(1) - 1);
        let (left, right) = match self.layout.today.filter(|today| left < *today && *today <= right) {
            Some(today) if today - left > right - today => (left, today - 1),
            Some(today) => (today + 1, right),
            None => (left, right),
        };
        let room = (right + 1).saturating_sub(left);
        let short = rank.to_string();
        for name in [long.as_str(), long.trim(), short.as_str()] {
            let width = u16::try_from(name.width()).unwrap_or(u16::MAX);
            if width <= room {
                sheet.put(self.x(left + (room - width) / 2), y, self.area.right(), name, role);
                return;
            }
        }
    }

    pub(super) fn marks(&self, sheet: &mut Sheet<'_, '_>, y: u16, lanes: &[Lane], label: &str) {
        self.label(sheet, y, label);
        self.today_line(sheet, y);
        let stacks = self.layout.stacks(self.timeline, lanes);
        let mut next = stacks.iter().map(|stack| stack.x).skip(1);
        for stack in &stacks {
            let end = next.next().map_or(self.area.right(), |next| self.x(next).saturating_sub(1));
            let focused = self.focus.filter(|focus| stack.marks.contains(focus));
            let shown = focused.or_else(|| stack.marks.first().copied());
            let Some(mark) = shown.and_then(|place| self.timeline.marks.get(place)) else { continue };
            let role = match focused {
                Some(_) => Role::Focus,
                None => signs::role_on(self.timeline, mark, self.today),
            };
            let several = stack.marks.len() > 1 && focused.is_none();
            let sign = if several { signs::count(stack.marks.len()) } else { signs::sign(mark.sign) };
            let x = self.x(stack.x);
            let after = sheet.put(x, y, self.area.right(), sign, role);
            if !several && let Some(name) = signs::name(sheet.catalog(), self.timeline, mark) {
                let name = format!(" {name}");
                let width = u16::try_from(name.width()).unwrap_or(u16::MAX);
                if after + width <= end {
                    sheet.put(after, y, end, &name, role);
                }
            }
        }
    }

    pub(super) fn legend(&self, sheet: &mut Sheet<'_, '_>, y: u16) {
        let mut x = self.area.x;
        for sign in signs::LEGEND {
            let entry = format!("{} {}  ", signs::sign(sign), sheet.catalog().attribute(signs::id(sign), "short"));
            if self.area.right() < x + u16::try_from(entry.trim_end().width()).unwrap_or(u16::MAX) {
                return;
            }
            x = sheet.put(x, y, self.area.right(), &entry, Role::Muted);
        }
    }
}
