//! The laws of the keymap.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashMap;

use super::*;
use crate::base::locale::{Catalog, Lang};
use crate::tui::action::{ActKind, Noun};
use crate::tui::places::Place;
use crate::tui::widgets::palette;

/// What an AZERTY keyboard gives with AltGr only, or as a dead key.
const ALTGR: &str = "~#{[|`\\^@]}¤€¨";

fn notation() -> impl Iterator<Item = (&'static Row, &'static str)> {
    TABLE.iter().flat_map(|row| row.keys.split(' ').flat_map(|keys| keys.split(',')).map(move |key| (row, key)))
}

fn is_offered(action: Action) -> bool {
    TABLE.iter().any(|row| row.action == action && palette::offers(row))
}

#[test]
fn every_key_of_the_table_is_a_key() {
    for (row, key) in notation() {
        assert!(Key::parse(key).is_some(), "{key} of {row:?}");
    }
}

#[test]
fn no_key_means_two_things_in_one_context() {
    for context in Context::ALL {
        let mut seen: HashMap<Vec<Key>, Action> = HashMap::new();
        let nearest_first = context.heard().iter().flat_map(|heard| TABLE.iter().filter(|row| row.context == *heard));
        for row in nearest_first {
            let is_free = |keys: &Vec<Key>| !is_taken(context, row.context, keys);
            for keys in row.sequences() {
                // A nearer row may take one of several keys: on a list the space bar chooses, and F7 opens the acts.
                // In a text of several lines, Enter breaks the line and Tab goes on.
                let breaks_lines = context == Context::Paragraph && row.action == Action::Confirm;
                if !is_free(&keys) && (breaks_lines || row.sequences().any(|other| is_free(&other))) {
                    continue;
                }
                let shadows = seen.iter().find(|(other, _)| other.starts_with(&keys) || keys.starts_with(other));
                assert!(shadows.is_none(), "{keys:?} of {row:?} and {shadows:?} in {context:?}");
                seen.insert(keys, row.action);
            }
        }
    }
}

#[test]
fn no_key_needs_altgr() {
    for (row, key) in notation() {
        let parsed = Key::parse(key).unwrap();
        if let crossterm::event::KeyCode::Char(character) = parsed.code {
            assert!(!ALTGR.contains(character), "{key} of {row:?}");
        }
    }
}

#[test]
fn where_text_is_typed_no_character_is_a_command() {
    for row in TABLE.iter().filter(|row| row.context.takes_text()) {
        assert!(row.sequences().all(|keys| keys.iter().all(|key| key.text().is_none())), "{row:?}");
    }
}

#[test]
fn whatever_has_a_letter_is_reached_without_letters() {
    for row in TABLE {
        let plain = |keys: Vec<Key>| keys.iter().all(|key| !matches!(key.code, crossterm::event::KeyCode::Char(_)));
        let by_key = TABLE
            .iter()
            .filter(|other| other.context == row.context && other.action == row.action)
            .any(|other| other.sequences().any(plain));
        let by_menu = is_offered(row.action) || row.context == Context::Leader;
        assert!(by_key || by_menu, "{row:?}");
    }
    for menu in [Action::Palette, Action::Leader] {
        let keys = TABLE.iter().filter(|row| row.action == menu).flat_map(Row::sequences);
        assert!(keys.into_iter().any(|keys| matches!(keys[0].code, crossterm::event::KeyCode::F(_))), "{menu:?}");
    }
}

#[test]
fn every_act_and_every_screen_action_is_in_the_palette() {
    for act in ActKind::ALL {
        assert!(TABLE.iter().any(|row| row.action == Action::Act(act)), "{act:?} has no key");
        assert!(is_offered(Action::Act(act)), "{act:?}");
    }
    for row in TABLE.iter().filter(|row| row.context.is_screen() || row.context == Context::Always) {
        assert!(is_offered(row.action), "{row:?}");
    }
}

#[test]
fn moving_about_is_the_same_wherever_there_are_lines_and_is_not_in_the_palette() {
    for row in TABLE.iter().filter(|row| row.context == Context::Moving) {
        assert!(!is_offered(row.action), "{row:?}");
        for context in Context::ALL.into_iter().filter(|context| Place::of(*context).is_some()) {
            let taken = row.sequences().all(|keys| is_taken(context, Context::Moving, &keys));
            assert!(
                context == Context::Search || context.heard().contains(&row.context) && !taken,
                "{context:?} {row:?}"
            );
        }
    }
}

#[test]
fn every_label_help_and_name_is_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let catalog = Catalog::new(lang);
        for row in TABLE {
            assert!(catalog.has(row.label_id()), "{} in {lang:?}", row.label_id());
            assert!(!catalog.attribute(row.label_id(), "help").contains('⟦'), "{}.help in {lang:?}", row.label_id());
            if let (Action::Act(_), 1..) = (row.action, row.rank) {
                assert!(
                    !catalog.attribute(row.label_id(), "short").contains('⟦'),
                    "{}.short in {lang:?}",
                    row.label_id()
                );
            }
            for key in row.sequences().flatten() {
                assert!(!key.shown(&catalog).contains('⟦'), "{key:?} in {lang:?}");
            }
        }
        for id in Context::ALL.map(Context::id).into_iter().chain(Noun::ALL.map(Noun::id)) {
            assert!(catalog.has(id), "{id} in {lang:?}");
        }
    }
}

#[test]
fn a_sequence_is_pending_until_its_last_key() {
    let (c, s) = (Key::char('c'), Key::char('s'));
    assert_eq!(lookup(Context::Leader, &[], c), Found::Pending);
    let signs = Found::Action(Action::Act(ActKind::SignContract), Context::Leader);
    assert_eq!(lookup(Context::Leader, &[c], s), signs);
    assert_eq!(lookup(Context::Leader, &[c], c), Found::Nothing);
}

#[test]
fn letters_are_text_in_a_form_and_keys_on_a_screen() {
    let q = Key::char('q');
    assert_eq!(lookup(Context::Form, &[], q), Found::Text('q'));
    assert_eq!(lookup(Context::Caseload, &[], q), Found::Action(Action::Quit, Context::Global));
    assert_eq!(lookup(Context::Leader, &[], q), Found::Nothing);
}
