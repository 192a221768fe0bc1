//! The search index of the caseload: every family's name and matricule in memory, found as they are typed.
//!
//! It keeps folded text only and reads nothing by itself: a background thread fills it, the screens ask it. What a row
//! shows is loaded by the list, one page at a time.

mod matching;

mod order;

use std::ops::Range;

use chrono::NaiveDate;

use crate::base::id::FamilyId;
pub use matching::matched;
use matching::{PADDING, Quality, Word, initial_of, letters_of, normalized, own};
use order::Orders;
pub use order::Sort;

/// What the index keeps of one family.
#[derive(Clone, Copy, Debug)]
pub struct SearchRow<'a> {
    pub id: FamilyId,
    /// The name as displayed.
    pub name: &'a str,
    pub matricule: &'a str,
    /// The views that list it, one bit each.
    pub views: ViewBits,
    /// Its nearest deadline.
    pub due: Option<NaiveDate>,
    /// The last encounter held.
    pub last_contact: Option<NaiveDate>,
}

/// The views that list a family, one bit each; what each bit means is the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ViewBits(pub u8);

impl ViewBits {
    /// Every view.
    pub const ALL: Self = Self(u8::MAX);

    fn meets(self, wanted: Self) -> bool {
        self.0 & wanted.0 != 0
    }
}

/// Names and matricules of all families, folded, in the order in which the list sorts them.
///
/// About 60 bytes a family, 4 more for each order prepared. Searching never allocates more than the hits.
#[derive(Debug, Default)]
pub struct SearchIndex {
    /// ` word word matricule word … `: every row's words, one space before, between and after, then [`PADDING`].
    text: Vec<u8>,
    /// Where the last space of each row is in `text`: the first of the next.
    ends: Vec<u32>,
    /// The letters that each row holds, one bit each: rows without a letter of the query are not read.
    letters: Vec<u32>,
    /// The letters that begin a word of each row.
    initials: Vec<u32>,
    views: Vec<ViewBits>,
    ids: Vec<FamilyId>,
    orders: Orders,
    /// Counts changes: hits of an earlier state are not narrowed.
    revision: u64,
}

/// The families that a query finds, best first, then in the index's order.
#[derive(Debug, Default)]
pub struct Hits {
    words: Vec<Word>,
    view: ViewBits,
    rows: Vec<u32>,
    revision: u64,
}

impl SearchIndex {
    /// An empty index with room for `families`.
    pub fn with_capacity(families: usize) -> Self {
        Self {
            text: Vec::with_capacity(families * 28 + PADDING),
            ends: Vec::with_capacity(families),
            letters: Vec::with_capacity(families),
            initials: Vec::with_capacity(families),
            views: Vec::with_capacity(families),
            ids: Vec::with_capacity(families),
            orders: Orders::with_capacity(families),
            revision: 0,
        }
    }

    /// Adds a family. The first ones are added by name, and that is the order by name.
    pub fn push(&mut self, row: SearchRow<'_>) {
        let text = folded(&row);
        match self.text.len().checked_sub(PADDING) {
            Some(end) => self.text.truncate(end),
            None => self.text.push(b' '),
        }
        self.text.extend_from_slice(text.as_bytes());
        self.text.push(b' ');
        self.ends.push(u32::try_from(self.text.len() - 1).unwrap_or(u32::MAX));
        self.text.resize(self.text.len() + PADDING, 0);
        self.letters.push(letters_of(&text));
        self.initials.push(text.split(' ').fold(0, |bits, word| bits | initial_of(word)));
        self.views.push(row.views);
        self.ids.push(row.id);
        self.orders.push(&row);
        self.revision += 1;
        let added = self.ids.len() - 1;
        let before = |other: usize| self.row(other).map(own) < self.row(added).map(own);
        if let Some(place) = self.orders.place_by_name(before) {
            self.orders.insert_by_name(added, place);
        }
    }

    /// Makes lists of this order as quick as those by name; once, in the background.
    pub fn prepare(&mut self, sort: Sort) {
        self.orders.prepare(sort);
    }

    /// Replaces what is known of a family, or adds it: what an act changed is found at once, in its place.
    pub fn update(&mut self, row: SearchRow<'_>) {
        if let Some(known) = self.ids.iter().position(|id| *id == row.id) {
            let text = folded(&row);
            if self.row(known).and_then(|known| known.get(1..=text.len())) == Some(text.as_bytes()) {
                if let Some(views) = self.views.get_mut(known) {
                    *views = row.views;
                }
                self.orders.replace(known, &row);
                self.revision += 1;
                return;
            }
            self.forget(known);
        }
        self.orders.name_all();
        self.push(row);
    }

    /// Forgets a family that no list shows any more.
    pub fn remove(&mut self, family: FamilyId) {
        if let Some(known) = self.ids.iter().position(|id| *id == family) {
            self.forget(known);
            self.revision += 1;
        }
    }

    /// How many families it knows.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The families that every word of `typed` finds, in any order of the words, among those of `view`.
    ///
    /// Best first: whole words, then beginnings of words (the surname's before others), then parts of words from three
    /// letters on, then words with one slip (a letter changed, missing, added or swapped with its neighbour) from four
    /// letters on, in the first letter from five on. `previous` hits are narrowed where `typed` goes on with their query.
    /// Within each, in the order of `sort`.
    pub fn search(&self, typed: &str, view: ViewBits, sort: Sort, previous: Option<&Hits>) -> Hits {
        let words = Word::all(typed);
        let mut graded: [Vec<u32>; Quality::COUNT] = Default::default();
        let mut grade = |row: u32| {
            if let Some(quality) = self.quality(row as usize, &words)
                && let Some(rows) = graded.get_mut(quality as usize)
            {
                rows.push(row);
            }
        };
        let narrowed = |previous: &&Hits| {
            previous.revision == self.revision
                && previous.view == view
                && !previous.words.is_empty()
                && Word::narrows(&previous.words, &words)
        };
        let answers = |row: u32| {
            let row = row as usize;
            let (Some(letters), Some(initials)) = (self.letters.get(row), self.initials.get(row)) else { return false };
            self.views.get(row).is_some_and(|views| views.meets(view))
                && words.iter().all(|word| word.may_be_in(*letters, *initials))
        };
        match (previous.filter(narrowed), self.orders.prepared(sort)) {
            (Some(previous), _) => {
                previous.rows.iter().for_each(|row| grade(*row));
                graded.iter_mut().for_each(|rows| self.orders.sort(sort, rows));
            }
            (None, Some(order)) => order.iter().copied().filter(|row| answers(*row)).for_each(grade),
            (None, None) => {
                let rows = self.letters.iter().zip(&self.initials).zip(&self.views);
                for (row, ((letters, initials), views)) in (0..).zip(rows) {
                    if views.meets(view) && words.iter().all(|word| word.may_be_in(*letters, *initials)) {
                        grade(row);
                    }
                }
                if sort != Sort::Name {
                    graded.iter_mut().for_each(|rows| self.orders.sort(sort, rows));
                }
            }
        }
        let [first, rest @ ..] = &mut graded;
        let mut rows = std::mem::take(first);
        rest.iter_mut().for_each(|more| rows.append(more));
        Hits { words, view, rows, revision: self.revision }
    }

    /// Whether hits of a view and an order are still the answer to `typed`: nothing changed and the words are the same.
    pub fn still(&self, hits: &Hits, typed: &str) -> bool {
        hits.revision == self.revision && hits.words == Word::all(typed)
    }

    /// The families of a range of hits, best first; shorter at the end of the hits.
    pub fn families<'a>(&'a self, hits: &'a Hits, range: Range<usize>) -> impl Iterator<Item = FamilyId> + 'a {
        let page = hits.rows.iter().skip(range.start).take(range.len());
        page.filter_map(|row| self.ids.get(*row as usize).copied())
    }

    /// Where a family stands among the hits; found at once when it is in the range where it was last seen.
    pub fn position(&self, hits: &Hits, family: FamilyId, seen: Range<usize>) -> Option<usize> {
        let near = self.families(hits, seen.clone()).position(|id| id == family).map(|place| seen.start + place);
        near.or_else(|| hits.rows.iter().position(|row| self.ids.get(*row as usize) == Some(&family)))
    }

    /// The row's text from its first space, with [`PADDING`] bytes after its last word.
    fn row(&self, row: usize) -> Option<&[u8]> {
        let start = match row.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start as usize..*self.ends.get(row)? as usize + PADDING)
    }

    /// Leaves the row's place but makes it unfindable: rows are never moved.
    fn forget(&mut self, row: usize) {
        self.orders.forget(row);
        if let (Some(views), Some(letters)) = (self.views.get_mut(row), self.letters.get_mut(row)) {
            *views = ViewBits(0);
            *letters = 0;
        }
        if let Some(id) = self.ids.get_mut(row) {
            *id = FamilyId::from_bytes([0; 16]);
        }
    }

    /// How well the row answers all words, by its worst one.
    fn quality(&self, row: usize, words: &[Word]) -> Option<Quality> {
        let text = self.row(row)?;
        words.iter().try_fold(Quality::Whole, |worst, word| Some(worst.max(word.find(text)?)))
    }
}

impl Hits {
    /// How many families were found.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// The words of a row as the index keeps them.
fn folded(row: &SearchRow<'_>) -> String {
    let mut text = String::with_capacity(row.name.len() + row.matricule.len() + 1);
    normalized(row.name, &mut text);
    text.push(' ');
    normalized(row.matricule, &mut text);
    text
}

#[cfg(test)]
mod tests;
