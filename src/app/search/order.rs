//! The orders of the list: by name as the rows came, by nearest deadline, by last contact.

use chrono::NaiveDate;

use super::SearchRow;
pub use crate::store::reading::Sort;

/// The keys of every row, and the orders made of them so far.
#[derive(Debug, Default)]
pub(super) struct Orders {
    due: Vec<Key>,
    contact: Vec<Key>,
    /// All rows in the order; by name only once an act changed a name, until then the rows' own order is that.
    by_name: Option<Vec<u32>>,
    by_due: Option<Vec<u32>>,
    by_contact: Option<Vec<u32>>,
}

/// A day, counted from 2000 in two bytes; families without one come last by deadline and first by contact.
type Key = i16;

impl Orders {
    pub(super) fn with_capacity(families: usize) -> Self {
        Self { due: Vec::with_capacity(families), contact: Vec::with_capacity(families), ..Self::default() }
    }

    /// The keys of the row added last.
    pub(super) fn push(&mut self, row: &SearchRow<'_>) {
        self.due.push(key(row.due, Key::MAX));
        self.contact.push(key(row.last_contact, Key::MIN));
        let added = self.due.len() - 1;
        self.insert(added);
    }

    /// New keys for a row that stays in its place of the index.
    pub(super) fn replace(&mut self, known: usize, row: &SearchRow<'_>) {
        self.remove(known);
        if let (Some(due), Some(contact)) = (self.due.get_mut(known), self.contact.get_mut(known)) {
            *due = key(row.due, Key::MAX);
            *contact = key(row.last_contact, Key::MIN);
        }
        self.insert(known);
    }

    /// Takes a row out of every order.
    pub(super) fn forget(&mut self, known: usize) {
        self.remove(known);
        self.name_all();
        if let Some(by_name) = &mut self.by_name {
            by_name.retain(|row| *row as usize != known);
        }
    }

    /// From now on the order by name is kept apart from the rows' own.
    pub(super) fn name_all(&mut self) {
        if self.by_name.is_none() {
            self.by_name = Some(all(self.due.len()));
        }
    }

    /// Where a row goes by name, after all for which `before` holds; `None` while the rows' own order is that by name.
    pub(super) fn place_by_name(&self, before: impl Fn(usize) -> bool) -> Option<usize> {
        Some(self.by_name.as_ref()?.partition_point(|row| before(*row as usize)))
    }

    pub(super) fn insert_by_name(&mut self, added: usize, place: usize) {
        if let Some(by_name) = &mut self.by_name {
            by_name.insert(place.min(by_name.len()), u32::try_from(added).unwrap_or(u32::MAX));
        }
    }

    pub(super) fn prepare(&mut self, sort: Sort) {
        let mut rows = all(self.due.len());
        match sort {
            Sort::Name => {}
            Sort::Due if self.by_due.is_none() => {
                self.sort(sort, &mut rows);
                self.by_due = Some(rows);
            }
            Sort::LastContact if self.by_contact.is_none() => {
                self.sort(sort, &mut rows);
                self.by_contact = Some(rows);
            }
            Sort::Due | Sort::LastContact => {}
        }
    }

    /// All rows in this order, where it is prepared.
    pub(super) fn prepared(&self, sort: Sort) -> Option<&[u32]> {
        match sort {
            Sort::Name => self.by_name.as_deref(),
            Sort::Due => self.by_due.as_deref(),
            Sort::LastContact => self.by_contact.as_deref(),
        }
    }

    /// Puts rows in this order, those of one key as they were added.
    pub(super) fn sort(&self, sort: Sort, rows: &mut [u32]) {
        let keys = match (sort, &self.by_name) {
            (Sort::Name, None) => return rows.sort_unstable(),
            (Sort::Name, Some(by_name)) => {
                let mut places = vec![0_u32; self.due.len()];
                for (place, row) in (0..).zip(by_name) {
                    if let Some(slot) = places.get_mut(*row as usize) {
                        *slot = place;
                    }
                }
                return rows.sort_unstable_by_key(|row| places.get(*row as usize).copied());
            }
            (Sort::Due, _) => &self.due,
            (Sort::LastContact, _) => &self.contact,
        };
        rows.sort_unstable_by_key(|row| (keys.get(*row as usize).copied(), *row));
    }

    fn remove(&mut self, known: usize) {
        for order in [&mut self.by_due, &mut self.by_contact].into_iter().flatten() {
            order.retain(|row| *row as usize != known);
        }
    }

    fn insert(&mut self, row: usize) {
        let number = u32::try_from(row).unwrap_or(u32::MAX);
        for (order, keys) in [(&mut self.by_due, &self.due), (&mut self.by_contact, &self.contact)] {
            if let Some(order) = order {
                let of = |row: u32| (keys.get(row as usize).copied(), row);
                let place = order.partition_point(|other| of(*other) < of(number));
                order.insert(place, number);
            }
        }
    }
}

fn all(rows: usize) -> Vec<u32> {
    (0..u32::try_from(rows).unwrap_or(u32::MAX)).collect()
}

fn key(date: Option<NaiveDate>, none: Key) -> Key {
    let epoch = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    let days = |date: NaiveDate| date.signed_duration_since(epoch).num_days().clamp(-32_000, 32_000);
    date.map_or(none, |date| Key::try_from(days(date)).unwrap_or(none))
}
