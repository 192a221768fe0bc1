//! The saved views of the caseload list: who is in each, for one referent on one day.
//!
//! One definition serves the index in memory and, through [`ListView::of`], the store's first page.

use chrono::NaiveDate;

use super::search::{SearchRow, ViewBits};
use crate::base::calendar;
use crate::base::id::ReferentId;
use crate::domain::family::FamilyStatus;
use crate::domain::row::FamilyRow;
use crate::store::reading::View;

/// A saved view of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ListView {
    /// In the caseload, or oriented and not yet answered.
    #[default]
    Active,
    /// Mine, or those whom I stand in for today.
    Mine,
    /// Active, with a deadline up to Sunday, overdue ones included.
    DueThisWeek,
    /// No encounter held for longer than the convention allows.
    Silent,
    /// In the caseload, without a contract that runs or will.
    WithoutContract,
    /// Oriented, not yet answered.
    Oriented,
    /// Out, or refused.
    Gone,
}

impl ListView {
    pub const ALL: [Self; 7] =
        [Self::Active, Self::Mine, Self::DueThisWeek, Self::Silent, Self::WithoutContract, Self::Oriented, Self::Gone];

    /// The bit of this view in the index.
    pub fn bits(self) -> ViewBits {
        ViewBits(match self {
            Self::Active => 1,
            Self::Mine => 1 << 1,
            Self::DueThisWeek => 1 << 2,
            Self::Silent => 1 << 3,
            Self::WithoutContract => 1 << 4,
            Self::Oriented => 1 << 5,
            Self::Gone => 1 << 6,
        })
    }

    /// The Fluent id of its name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Active => "view-active",
            Self::Mine => "view-mine",
            Self::DueThisWeek => "view-due-this-week",
            Self::Silent => "view-silent",
            Self::WithoutContract => "view-without-contract",
            Self::Oriented => "view-oriented",
            Self::Gone => "view-gone",
        }
    }

    /// Whether it lists this family, for this referent on this day.
    pub fn lists(self, row: &FamilyRow, referent: ReferentId, today: NaiveDate) -> bool {
        let included = row.status == FamilyStatus::Included;
        let active = included || row.status == FamilyStatus::Oriented;
        match self {
            Self::Active => active,
            Self::Mine => active && row.is_seen_by(referent, today),
            Self::DueThisWeek => active && row.next.is_some_and(|(_, due)| due <= sunday(today)),
            Self::Silent => active && row.silent_after.is_some_and(|last| last < today),
            Self::WithoutContract => included && row.contract.is_none_or(|(_, _, last_day)| last_day < today),
            Self::Oriented => row.status == FamilyStatus::Oriented,
            // An archived file is read from the screen of retention only.
            Self::Gone => !active && row.status != FamilyStatus::Archived,
        }
    }

    /// The same view as the store asks for it.
    pub(super) fn of(self, referent: ReferentId, today: NaiveDate) -> View {
        match self {
            Self::Active => View::Active,
            Self::Mine => View::Mine { referent, today },
            Self::DueThisWeek => View::DueBy { day: sunday(today) },
            Self::Silent => View::Silent { today },
            Self::WithoutContract => View::WithoutContract { today },
            Self::Oriented => View::Oriented,
            Self::Gone => View::Gone,
        }
    }
}

/// What the index keeps of a list line: its words, and the views that list it for this referent on this day.
pub fn search_row(row: &FamilyRow, referent: ReferentId, today: NaiveDate) -> SearchRow<'_> {
    let listed = ListView::ALL.into_iter().filter(|view| view.lists(row, referent, today));
    let views = ViewBits(listed.fold(0, |bits, view| bits | view.bits().0));
    SearchRow {
        id: row.id,
        name: &row.name,
        matricule: &row.matricule,
        views,
        due: row.next.map(|(_, due)| due),
        last_contact: row.last_contact,
    }
}

/// The last day of the week of `today`.
pub fn sunday(today: NaiveDate) -> NaiveDate {
    calendar::add_days(calendar::week_start(today), 6)
}
