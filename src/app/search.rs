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
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use proptest::prelude::*;
    use strsim::osa_distance;

    use super::*;
    use crate::base::fold::fold;

    const NAMES: [&str; 10] = [
        "DIALLO Mariam",
        "DIARRA Aminata",
        "COULIBALY Diane",
        "DE LA FONTAINE-MÜLLER Éléonore",
        "N’DIAYE Rokia",
        "NGUYỄN Thị Hồng Nhung",
        "LÊ Anne-Sophie",
        "DIA Fatou",
        "BEN YOUSSEF Inès",
        "OUÉDRAOGO Édith",
    ];

    fn id(number: usize) -> FamilyId {
        FamilyId::from_bytes((number as u128 + 1).to_be_bytes())
    }

    fn row<'a>(number: usize, name: &'a str, matricule: &'a str, views: u8) -> SearchRow<'a> {
        SearchRow { id: id(number), name, matricule, views: ViewBits(views), due: None, last_contact: None }
    }

    fn index(names: &[String]) -> SearchIndex {
        let mut index = SearchIndex::with_capacity(names.len());
        for (number, name) in names.iter().enumerate() {
            let matricule = format!("{:07}", 7_654_321 + number * 1_013);
            index.push(row(number, name, &matricule, 1));
        }
        index
    }

    fn found(typed: &str) -> Vec<&'static str> {
        let index = index(&NAMES.map(str::to_owned));
        let hits = index.search(typed, ViewBits::ALL, Sort::Name, None);
        let numbers = index.families(&hits, 0..hits.len());
        numbers.map(|id| NAMES[usize::try_from(u128::from_be_bytes(id.bytes())).unwrap() - 1]).collect()
    }

    #[test]
    fn words_are_found_without_accents_in_any_order_and_best_first() {
        for (typed, expected) in [
            ("dia", &["DIA Fatou", "DIALLO Mariam", "DIARRA Aminata", "COULIBALY Diane", "N’DIAYE Rokia"][..]),
            ("di", &["DIALLO Mariam", "DIARRA Aminata", "DIA Fatou", "COULIBALY Diane"]),
            ("mariam diallo", &["DIALLO Mariam"]),
            ("am dia", &["DIARRA Aminata"]),
            ("eleonore", &["DE LA FONTAINE-MÜLLER Éléonore"]),
            ("ÉLÉONORE muller", &["DE LA FONTAINE-MÜLLER Éléonore"]),
            ("ndiaye", &["N’DIAYE Rokia"]),
            ("n'diaye", &["N’DIAYE Rokia"]),
            ("diaye", &["N’DIAYE Rokia", "COULIBALY Diane"]),
            ("nguyen", &["NGUYỄN Thị Hồng Nhung"]),
            ("anne-s", &["LÊ Anne-Sophie"]),
            ("ouedraogo", &["OUÉDRAOGO Édith"]),
            ("oudraogo", &["OUÉDRAOGO Édith"]),
            ("7655", &["DIARRA Aminata"]),
            ("654321", &["DIALLO Mariam"]),
            ("iallo", &["DIALLO Mariam"]),
            ("zzz", &[]),
        ] {
            let answer = found(typed);
            let best: Vec<_> = answer.iter().copied().take(expected.len()).collect();
            assert_eq!(best, expected, "for {typed:?}, found {answer:?}");
            if expected.is_empty() || typed.len() < 4 {
                assert_eq!(answer.len(), expected.len(), "for {typed:?}, found {answer:?}");
            }
        }
    }

    #[test]
    fn a_view_hides_the_families_that_it_does_not_list() {
        let mut index = index(&["DIALLO Mariam".to_owned()]);
        index.push(row(7, "DIARRA Aminata", "7000001", 0b10));
        let mine = index.search("dia", ViewBits(0b10), Sort::Name, None);
        assert_eq!(index.families(&mine, 0..9).collect::<Vec<_>>(), [id(7)]);
        assert_eq!(index.search("dia", ViewBits(0b100), Sort::Name, None).len(), 0);
    }

    #[test]
    fn a_corrected_name_is_found_and_the_old_one_is_not() {
        let mut index = index(&["DIALLO Mariam".to_owned(), "SOW Awa".to_owned()]);
        let before = index.search("dial", ViewBits::ALL, Sort::Name, None);
        assert_eq!(before.len(), 1);
        index.update(row(0, "KEITA Mariam", "7654321", 1));
        assert_eq!(index.search("diallo", ViewBits::ALL, Sort::Name, Some(&before)).len(), 0);
        let keita = index.search("keita", ViewBits::ALL, Sort::Name, None);
        assert_eq!(index.families(&keita, 0..9).collect::<Vec<_>>(), [id(0)]);
        assert_eq!(index.search("", ViewBits::ALL, Sort::Name, None).len(), 2);
    }

    #[test]
    fn a_list_comes_in_its_order_and_an_act_moves_a_family_to_its_place() {
        let mut index = SearchIndex::default();
        let dated = |number: usize, name, due: Option<&str>, contact: Option<&str>| {
            let day = |text: &str| text.parse().unwrap();
            SearchRow { due: due.map(day), last_contact: contact.map(day), ..row(number, name, "7", 1) }
        };
        index.push(dated(0, "AÏT Yasmina", Some("2026-03-02"), Some("2026-01-05")));
        index.push(dated(1, "BA Awa", None, None));
        index.push(dated(2, "CISSÉ Ada", Some("2026-02-01"), Some("2026-02-05")));
        let listed = |index: &SearchIndex, sort| {
            let hits = index.search("", ViewBits::ALL, sort, None);
            let ids = index.families(&hits, 0..9).map(|id| u128::from_be_bytes(id.bytes()) - 1);
            ids.collect::<Vec<_>>()
        };
        for prepared in [false, true] {
            if prepared {
                Sort::ALL.into_iter().for_each(|sort| index.prepare(sort));
            }
            assert_eq!(listed(&index, Sort::Name), [0, 1, 2]);
            assert_eq!(listed(&index, Sort::Due), [2, 0, 1], "a family without deadline comes last");
            assert_eq!(listed(&index, Sort::LastContact), [1, 0, 2], "a family never met comes first");
        }
        index.update(dated(0, "AÏT Yasmina", Some("2026-01-15"), Some("2026-03-01")));
        assert_eq!(listed(&index, Sort::Due), [0, 2, 1]);
        assert_eq!(listed(&index, Sort::LastContact), [1, 2, 0]);
        index.update(dated(0, "BALDÉ Yasmina", Some("2026-01-15"), Some("2026-03-01")));
        index.update(dated(3, "BARRY Ida", Some("2026-01-01"), None));
        assert_eq!(listed(&index, Sort::Name), [1, 0, 3, 2]);
        assert_eq!(listed(&index, Sort::Due), [3, 0, 2, 1]);
        assert_eq!(listed(&index, Sort::LastContact), [1, 3, 2, 0]);
    }

    #[test]
    fn the_letters_that_matched_are_shown_in_the_name_as_written() {
        for (typed, name, expected) in [
            ("dia", "DIARRA Aminata", &["DIA"][..]),
            ("am dia", "DIARRA Aminata", &["DIA", "Am"]),
            ("ele", "OUÉDRAOGO Éléonore", &["Élé"]),
            ("ndia", "N’DIAYE Rokia", &["N’DIA"]),
            ("diara", "DIARRA Aminata", &["DIARR"]),
            ("oeu", "LEBŒUF Zoé", &["ŒU"]),
            ("7654", "DIARRA Aminata", &[]),
        ] {
            let ranges = matched(typed, name);
            let parts: Vec<_> = ranges.iter().map(|range| &name[range.clone()]).collect();
            assert_eq!(parts, expected, "for {typed:?} in {name:?}");
        }
    }

    fn a_word() -> impl Strategy<Value = String> {
        proptest::collection::vec(
            prop_oneof![
                Just("a"),
                Just("é"),
                Just("dia"),
                Just("rra"),
                Just("mi"),
                Just("ou"),
                Just("ç"),
                Just("ko"),
                Just("N"),
                Just("ü"),
                Just("ly"),
                Just("so"),
                Just("w"),
                Just("fa"),
                Just("ti"),
                Just("be"),
            ],
            1..5,
        )
        .prop_map(|parts| parts.concat())
    }

    fn some_names() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec(proptest::collection::vec(a_word(), 2..4).prop_map(|words| words.join(" ")), 1..20)
    }

    fn slipped(word: &str, at: usize, how: u8, letter: char) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at % letters.len();
        match how % 4 {
            0 => letters[at] = letter,
            1 => drop(letters.remove(at)),
            2 => letters.insert(at, letter),
            _ => {
                let other = (at + 1) % letters.len();
                let (low, high) = (at.min(other), at.max(other));
                if high == low + 1 {
                    letters.swap(low, high);
                }
            }
        }
        letters.into_iter().collect()
    }

    proptest! {
        #[test]
        fn every_beginning_of_a_word_finds_its_row(names in some_names(), row: usize, word: usize, cut: usize) {
            let row = row % names.len();
            let words: Vec<&str> = names[row].split(' ').collect();
            let letters: Vec<char> = words[word % words.len()].chars().collect();
            let typed: String = letters[..1 + cut % letters.len()].iter().collect();
            let index = index(&names);
            let hits = index.search(&typed, ViewBits::ALL, Sort::Name, None);
            prop_assert!(index.position(&hits, id(row), 0..0).is_some(), "{typed:?} does not find {:?}", names[row]);
        }

        #[test]
        fn one_slip_in_a_word_of_five_letters_still_finds_it(
            names in some_names(), row: usize, word: usize, at: usize, how: u8, letter in "[a-z]",
        ) {
            let row = row % names.len();
            let words: Vec<&str> = names[row].split(' ').collect();
            let right = fold(words[word % words.len()]);
            prop_assume!(right.chars().count() >= 5);
            let typed = slipped(&right, at, how, letter.chars().next().unwrap());
            prop_assert!(osa_distance(&right, &typed) <= 1);
            let index = index(&names);
            let hits = index.search(&typed, ViewBits::ALL, Sort::Name, None);
            prop_assert!(index.position(&hits, id(row), 0..0).is_some(), "{typed:?} does not find {:?}", names[row]);
        }

        #[test]
        fn a_slip_is_never_more_than_one(names in some_names(), typed in "[a-z]{4,7}") {
            let index = index(&names);
            let hits = index.search(&typed, ViewBits::ALL, Sort::Name, None);
            for family in index.families(&hits, 0..hits.len()) {
                let name = fold(&names[usize::try_from(u128::from_be_bytes(family.bytes())).unwrap() - 1]);
                let near = name.contains(&typed) || name.split(' ').any(|word| {
                    let letters: Vec<char> = word.chars().collect();
                    (0..=letters.len()).any(|cut| osa_distance(&letters[..cut].iter().collect::<String>(), &typed) <= 1)
                });
                prop_assert!(near, "{typed:?} finds {name:?}");
            }
        }

        #[test]
        fn the_order_of_the_words_does_not_matter(names in some_names(), row: usize) {
            let row = row % names.len();
            let mut words: Vec<&str> = names[row].split(' ').collect();
            let index = index(&names);
            let straight = index.search(&words.join(" "), ViewBits::ALL, Sort::Name, None);
            words.reverse();
            let turned = index.search(&words.join(" "), ViewBits::ALL, Sort::Name, None);
            prop_assert_eq!(&straight.rows, &turned.rows);
        }

        #[test]
        fn typing_on_finds_the_same_as_typing_at_once(names in some_names(), typed in "[a-eimosw]{1,6}( [a-eimosw]{1,4})?") {
            let index = index(&names);
            let mut previous: Option<Hits> = None;
            let mut so_far = String::new();
            for letter in typed.chars() {
                so_far.push(letter);
                let narrowed = index.search(&so_far, ViewBits::ALL, Sort::Name, previous.as_ref());
                let at_once = index.search(&so_far, ViewBits::ALL, Sort::Name, None);
                prop_assert_eq!(&narrowed.rows, &at_once.rows, "at {:?}", so_far);
                previous = Some(narrowed);
            }
        }
    }
}
