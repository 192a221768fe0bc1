#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use proptest::prelude::*;

use super::*;
use crate::base::locale::Lang;
use crate::domain::family::FamilyRecord;
use crate::domain::row;

/// Stands in for the desk: a caseload of so many families, all of one view.
struct Drawer {
    list: Vec<FamilyRow>,
    catalog: Catalog,
    inside: Rect,
    /// The most lines that were asked for at once.
    most: usize,
    /// Whether the index is there, which knows how long the list is.
    is_indexed: bool,
}

fn family(number: usize) -> FamilyRow {
    let record = FamilyRecord::new(FamilyId::from_bytes((number as u128 + 1).to_be_bytes()));
    let mut row = row::row(&record, &[]);
    row.name = format!("FAMILLE {number:05}");
    row
}

impl Drawer {
    fn new(families: usize, height: u16) -> Self {
        let catalog = Catalog::new(Lang::Fr);
        Self {
            list: (0..families).map(family).collect(),
            catalog,
            inside: Rect::new(0, 0, 30, height),
            most: 0,
            is_indexed: true,
        }
    }

    fn matching(&self, typed: &str) -> Vec<FamilyRow> {
        self.list.iter().filter(|row| row.name.contains(typed)).cloned().collect()
    }

    fn load(&mut self, list: &mut Caseload) {
        let wanted = list.wanted();
        if !self.is_indexed {
            let limit = wanted.start + wanted.count + LINES_AHEAD;
            let rows: Vec<_> = self.list.iter().take(limit).cloned().collect();
            list.take(Page { start: 0, goes_on: rows.len() == limit, rows, total: None });
            return;
        }
        let found = self.matching(&wanted.typed);
        let kept = wanted.keep.and_then(|family| found.iter().position(|row| row.id == family));
        let range = wanted.range(found.len(), kept);
        self.most = self.most.max(range.len());
        list.take(Page { start: range.start, rows: found[range].to_vec(), total: Some(found.len()), goes_on: false });
    }

    fn press(&mut self, list: &mut Caseload, action: Action) {
        let reaction = list.update(action, self.inside, &self.catalog);
        self.answer(list, reaction);
    }

    fn typed(&mut self, list: &mut Caseload, text: &str) {
        let reaction = list.typed(text);
        self.answer(list, reaction);
    }

    fn answer(&mut self, list: &mut Caseload, reaction: Reaction) {
        match reaction {
            Reaction::Ask(Request::LoadCaseload) => self.load(list),
            Reaction::Ask(Request::ShowFamily(family)) => assert_eq!(Some(family), list.family()),
            _other => {}
        }
    }

    /// What the list holds is what the caseload has there, and the cursor is in view.
    fn check(&self, list: &Caseload) {
        let found = self.matching(list.filter.text());
        assert_eq!(list.total, Some(found.len()).filter(|_| self.is_indexed));
        assert_eq!(list.family(), found.get(list.cursor).map(|row| row.id));
        let height = list.lines();
        assert!(list.top <= list.cursor && list.cursor < list.top + height, "{list:?}");
        for (place, listed) in found.iter().enumerate().skip(list.top).take(height) {
            assert_eq!(list.row(place).map(|row| row.id), Some(listed.id), "line {place} of {list:?}");
        }
    }
}

fn opened(drawer: &mut Drawer) -> Caseload {
    let mut list = Caseload::default();
    list.height.set(drawer.inside.height);
    drawer.load(&mut list);
    list
}

#[test]
fn moving_asks_only_for_the_lines_that_come_into_view() {
    let mut drawer = Drawer::new(1_000, 10);
    let mut list = opened(&mut drawer);
    drawer.most = 0;
    for _ in 0..40 {
        drawer.press(&mut list, Action::Down);
        drawer.check(&list);
    }
    assert_eq!(drawer.most, 1);
    drawer.press(&mut list, Action::Last);
    drawer.check(&list);
    assert_eq!((list.cursor, drawer.most), (999, 10));
    for _ in 0..40 {
        drawer.press(&mut list, Action::Up);
        drawer.check(&list);
    }
    drawer.press(&mut list, Action::First);
    drawer.check(&list);
    assert_eq!(drawer.most, 10);
}

#[test]
fn a_filter_puts_the_cursor_on_the_best_answer_and_clearing_it_keeps_the_family() {
    let mut drawer = Drawer::new(1_000, 10);
    let mut list = opened(&mut drawer);
    drawer.press(&mut list, Action::Filter);
    assert!(list.is_filtering());
    drawer.typed(&mut list, "77");
    drawer.press(&mut list, Action::Down);
    let family = list.family();
    assert_eq!(family, drawer.matching("77").get(1).map(|row| row.id));
    drawer.press(&mut list, Action::Open);
    assert!(!list.is_filtering());
    drawer.press(&mut list, Action::Back);
    drawer.check(&list);
    assert_eq!((list.family(), list.filter.text()), (family, ""));
}

#[test]
fn the_family_under_the_cursor_stays_there_when_others_come_and_go() {
    let mut drawer = Drawer::new(100, 10);
    let mut list = opened(&mut drawer);
    for _ in 0..30 {
        drawer.press(&mut list, Action::Down);
    }
    let family = list.family();
    drawer.list.drain(0..25);
    drawer.load(&mut list);
    drawer.check(&list);
    assert_eq!(list.family(), family);
    drawer.list.retain(|row| Some(row.id) != family);
    drawer.load(&mut list);
    drawer.check(&list);
    assert_ne!(list.family(), family);
}

#[test]
fn an_empty_list_has_no_family_under_its_cursor() {
    let mut drawer = Drawer::new(3, 10);
    let mut list = opened(&mut drawer);
    drawer.press(&mut list, Action::Filter);
    drawer.typed(&mut list, "x");
    drawer.check(&list);
    for action in [Action::Down, Action::Last, Action::PageUp, Action::Open] {
        drawer.press(&mut list, action);
        assert_eq!(list.family(), None);
    }
}

#[test]
fn no_key_is_lost_while_nobody_knows_how_long_the_list_is() {
    let mut drawer = Drawer::new(100, 10);
    drawer.is_indexed = false;
    let mut list = opened(&mut drawer);
    for _ in 0..60 {
        drawer.press(&mut list, Action::Down);
        drawer.check(&list);
    }
    drawer.press(&mut list, Action::PageDown);
    drawer.check(&list);
    assert_eq!(list.cursor, 70);
    let family = list.family();
    drawer.is_indexed = true;
    drawer.load(&mut list);
    drawer.check(&list);
    assert_eq!((list.cursor, list.family()), (70, family));
}

proptest! {
    #[test]
    fn whatever_is_pressed_before_the_index_is_there_the_list_shows_what_is_there(
        families in 0usize..60, height in 1u16..12, keys in proptest::collection::vec(0usize..6, 0..60),
    ) {
        let actions =
            [Action::Down, Action::Up, Action::PageDown, Action::PageUp, Action::Last, Action::First];
        let mut drawer = Drawer::new(families, height);
        drawer.is_indexed = false;
        let mut list = opened(&mut drawer);
        drawer.check(&list);
        for key in keys {
            drawer.press(&mut list, actions[key]);
            drawer.check(&list);
        }
        let family = list.family();
        drawer.is_indexed = true;
        drawer.load(&mut list);
        drawer.check(&list);
        prop_assert_eq!(list.family(), family);
    }

    #[test]
    fn whatever_is_pressed_the_list_shows_what_is_there(
        families in 0usize..60, height in 1u16..12, keys in proptest::collection::vec(0u8..12, 0..60),
    ) {
        let mut drawer = Drawer::new(families, height);
        let mut list = opened(&mut drawer);
        drawer.check(&list);
        for key in keys {
            match key {
                0 | 1 => drawer.press(&mut list, Action::Down),
                2 | 3 => drawer.press(&mut list, Action::Up),
                4 => drawer.press(&mut list, Action::PageDown),
                5 => drawer.press(&mut list, Action::PageUp),
                6 => drawer.press(&mut list, Action::Last),
                7 => drawer.press(&mut list, Action::First),
                8 => {
                    drawer.press(&mut list, Action::Filter);
                    drawer.typed(&mut list, "1");
                }
                9 => drawer.press(&mut list, Action::ClearFilter),
                10 => drawer.load(&mut list),
                _ => {
                    drawer.list.truncate(drawer.list.len() / 2);
                    drawer.load(&mut list);
                }
            }
            drawer.check(&list);
        }
    }
}
