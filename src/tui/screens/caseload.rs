//! The lines of the caseload: name, contract, days to the nearest deadline, each state with a sign of its own.
//!
//! It knows only the lines that it draws.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use chrono::NaiveDate;
use ratatui::layout::{Position, Rect};

use super::sheet::Sheet;
use crate::app::search::matched;
use crate::app::{ListView, Sort};
use crate::base::id::FamilyId;
use crate::base::locale::Fact;
use crate::domain::family::FamilyStatus;
use crate::domain::row::FamilyRow;
use crate::tui::action::{ActKind, Action};
use crate::tui::frame::KeptRow;
use crate::tui::keymap::{self, Context};
use crate::tui::look::{self, Privacy};
use crate::tui::screens::family::standing;
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::line_edit::LineEdit;

/// The orders that the list offers.
pub const SORTS: [Sort; 3] = [Sort::Name, Sort::Due, Sort::LastContact];

/// The message that names an order.
pub fn sort_id(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => "sort-name",
        Sort::Due => "sort-due",
        Sort::LastContact => "sort-last-contact",
    }
}

/// What the list shows.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    /// From the first line in view on.
    pub rows: &'a [FamilyRow],
    /// The line under the cursor, counted from the first in view.
    pub selected: Option<usize>,
    pub typed: &'a str,
    pub view: ListView,
    pub is_loaded: bool,
}

/// Lines as they were last drawn, without the cursor: each for a width and a look, and with its given name first where it must be.
pub type KeptLines = HashMap<FamilyId, KeptRow<(u16, Theme, Privacy, NaiveDate, bool)>>;

/// More than the tallest terminal has, a few times over.
const MOST_KEPT: usize = 256;

/// Columns right of the name: contract, days, sign.
const CONTRACT: u16 = 5;
const DAYS: u16 = 8;
/// Columns of a list in which the sign of the contract has its word beside it, and what both take.
const ROOMY: u16 = 40;
const WORDED: u16 = 10;

/// Columns of what was typed that are told of where nothing answers: what to do stays in view in the narrowest list.
const MOST_QUOTED: u16 = 40;

impl Lines<'_> {
    /// Draws the lines that fit, or why there are none.
    ///
    /// A line drawn before is copied while the look is the same.
    pub fn draw(&self, sheet: &mut Sheet<'_, '_>, area: Rect, kept: &mut KeptLines) {
        if self.rows.is_empty() {
            self.say_why_empty(sheet, area);
            return;
        }
        let alike = self.alike(area);
        for (place, (row, y)) in self.rows.iter().zip(area.y..area.bottom()).enumerate() {
            let (line, look) = (Rect { y, height: 1, ..area }, sheet.look);
            let apart = alike.contains(&row.id);
            let from = (area.width, look.theme, look.privacy, look.today, apart);
            kept.entry(row.id).or_default().put(from, line, sheet.buffer, |buffer| {
                self.line(&mut Sheet { buffer, look }, line, row, apart);
            });
            if self.selected == Some(place) {
                sheet.put(line.x, y, line.right(), "▸", Role::Text);
                sheet.select(line);
            }
        }
        if MOST_KEPT < kept.len() {
            kept.clear();
        }
    }

    /// The families in view whose names, cut to their room, would be one and the same.
    fn alike(&self, area: Rect) -> HashSet<FamilyId> {
        let room = contract_at(area).0.saturating_sub(area.x + 3);
        let in_view = self.rows.iter().take(usize::from(area.height));
        let mut shown: HashMap<String, Vec<FamilyId>> = HashMap::new();
        // Hardly a name takes more columns than bytes: in a wide list none is measured.
        for row in in_view.filter(|row| usize::from(room) < row.name.len() && room < look::width(&row.name)) {
            let pieces = look::name_pieces(&row.name, room);
            let text: String = pieces.into_iter().flat_map(|(_, piece)| [piece, " ".into()]).collect();
            shown.entry(text).or_default().push(row.id);
        }
        shown.into_values().filter(|families| families.len() > 1).flatten().collect()
    }

    fn line(&self, sheet: &mut Sheet<'_, '_>, area: Rect, row: &FamilyRow, apart: bool) {
        let (y, right) = (area.y, area.right());
        let (contract_at, contract_width) = contract_at(area);
        self.name(sheet, area.x + 2, y, contract_at.saturating_sub(1), row, apart);
        let (sign, word, role) = contract(row, sheet.look.today);
        let after = sheet.put(contract_at, y, contract_at + contract_width, &sign, role);
        if let Some(word) = word.filter(|_| contract_width == WORDED) {
            let word = sheet.text(word);
            sheet.put(after + 1, y, contract_at + contract_width, &word, role);
        }
        if let Some((_, due)) = row.next {
            let (sign, role) = standing(due, sheet.look.today);
            let days = sheet.catalog().relative(due, sheet.look.today);
            sheet.put_right(contract_at + contract_width, y, right.saturating_sub(1), &days, role);
            sheet.put(right.saturating_sub(1), y, right, sign, role);
        }
    }

    /// The name, the letters that the filter found shown.
    fn name(&self, sheet: &mut Sheet<'_, '_>, x: u16, y: u16, right: u16, row: &FamilyRow, apart: bool) {
        let (name, room) = (row.name.as_str(), right.saturating_sub(x));
        let as_usual = self.typed.is_empty() && !apart;
        if as_usual || sheet.look.privacy == Privacy::Masked || *sheet.look.mask(name) != *name {
            sheet.put_name(x, y, right, name, Role::Text);
            return;
        }
        let found = matched(self.typed, name);
        let shows_all = |pieces: &Vec<(usize, Cow<'_, str>)>| {
            let shows = |range: &Range<usize>| {
                pieces.iter().map(kept).any(|kept| kept.start <= range.start && range.end <= kept.end)
            };
            found.iter().all(shows)
        };
        let first = (!apart).then(|| look::name_pieces(name, room)).filter(shows_all);
        let pieces = first.or_else(|| Some(look::name_pieces_apart(name, room)).filter(shows_all));
        let (mut from, mut at) = (0, x);
        let pieces = pieces.unwrap_or_else(|| {
            // A name too long to show what was found begins with the first word that was.
            let begins = found.first().and_then(|first| name.get(..first.start)?.rfind(' '));
            from = begins.map_or(0, |space| space + 1);
            at = sheet.put(at, y, right, "…", Role::Text);
            look::name_pieces(name.get(from..).unwrap_or_default(), right.saturating_sub(at))
        });
        for piece in pieces {
            let kept = kept(&piece);
            at += u16::from(kept.start > 0);
            let (begins, ends) = (from + kept.start, from + kept.end);
            let text = |range: Range<usize>| name.get(range).unwrap_or_default();
            let mut done = begins;
            for range in found.iter().filter(|range| (begins..ends).contains(&range.start)) {
                at = sheet.put(at, y, right, text(done..range.start), Role::Text);
                at = sheet.put(at, y, right, text(range.start..range.end.min(ends)), Role::Match);
                done = range.end.min(ends);
            }
            at = sheet.put(at, y, right, text(done..ends), Role::Text);
            at = sheet.put(at, y, right, piece.1.get(kept.len()..).unwrap_or_default(), Role::Text);
        }
    }

    fn say_why_empty(&self, sheet: &mut Sheet<'_, '_>, area: Rect) {
        let catalog = sheet.catalog();
        let named = |context, action| Fact::Text(keymap::named(context, action, catalog));
        let facts = [
            ("typed", Fact::Text(look::fit(&sheet.look.mask(self.typed), MOST_QUOTED).into_owned())),
            ("clear", named(Context::Filter, Action::ClearFilter)),
            ("view", named(Context::Caseload, Action::ChooseView)),
            ("orient", named(Context::Leader, Action::Act(ActKind::ReceiveOrientation))),
        ];
        let id = match (self.is_loaded, self.typed.is_empty()) {
            (false, _) => "caseload-loading",
            (true, true) => empty_id(self.view),
            (true, false) => "caseload-none-found",
        };
        let text = catalog.text_with(id, &facts);
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        sheet.put_wrapped(inside, &text, Role::Muted);
    }
}

/// Where the contract of a line stands, and its columns.
fn contract_at(area: Rect) -> (u16, u16) {
    let columns = if ROOMY <= area.width { WORDED } else { CONTRACT };
    (area.right().saturating_sub(columns + DAYS).max(area.x), columns)
}

/// The bytes of a name that a piece of it shows.
fn kept((begins, piece): &(usize, Cow<'_, str>)) -> Range<usize> {
    *begins..begins + piece.strip_suffix('…').unwrap_or(piece).len()
}

/// The rank of the contract, or where a family without one stands: a sign, and the message of its word.
fn contract(row: &FamilyRow, today: NaiveDate) -> (String, Option<&'static str>, Role) {
    let sign = |sign: &str, word, role| (sign.to_owned(), Some(word), role);
    match (row.status, row.contract) {
        (FamilyStatus::Oriented, _) => sign("›", "caseload-oriented", Role::Landmark),
        (FamilyStatus::Out, _) => sign("«", "caseload-out", Role::Muted),
        (FamilyStatus::Archived, _) => sign("▽", "caseload-archived", Role::Muted),
        (FamilyStatus::Refused, _) => sign("×", "caseload-refused", Role::Muted),
        (FamilyStatus::Included, None) => sign("—", "caseload-no-contract", Role::Muted),
        (FamilyStatus::Included, Some((rank, _, last_day))) => match last_day < today {
            true => (format!("CER{rank}┤"), Some("caseload-contract-over"), Role::ContractEnded),
            false => (format!("CER{rank}"), None, Role::ContractRunning),
        },
    }
}

/// The sentence of a view that lists nobody.
fn empty_id(view: ListView) -> &'static str {
    match view {
        ListView::Active => "caseload-empty-active",
        ListView::Mine => "caseload-empty-mine",
        ListView::DueThisWeek => "caseload-empty-due-this-week",
        ListView::Silent => "caseload-empty-silent",
        ListView::WithoutContract => "caseload-empty-without-contract",
        ListView::Oriented => "caseload-empty-oriented",
        ListView::Gone => "caseload-empty-gone",
    }
}

/// Draws what is typed in the filter; gives the place of the text cursor.
pub fn draw_filter(sheet: &mut Sheet<'_, '_>, area: Rect, filter: &LineEdit, privacy: Privacy) -> Option<Position> {
    if area.width < 4 || area.height == 0 {
        return None;
    }
    let at = sheet.put(area.x, area.y, area.right(), "/", Role::Key);
    let (text, column) = filter.view(area.right().saturating_sub(at + 1));
    let text = privacy.mask(text).into_owned();
    sheet.put_typed(at, area.y, area.right(), &text, Role::Text);
    Some(Position { x: at + column, y: area.y })
}

#[cfg(test)]
mod tests;
