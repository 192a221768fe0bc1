//! `check` and `rebuild`: what is in order is counted, what is not is named.

use std::collections::BTreeMap;

use jalon::app::views::OF_ANTENNA;
use jalon::domain::row::FamilyRow;
use jalon::store::check::Checked;
use jalon::store::writing::FollowUp;
use jalon::store::{Store, StoreError};

use super::made_up::{MadeUp, REPLICA, family, found, orient, reach, record, replica, undo};

/// A store with an antenna, five families, two replicas, an undone act and an undone orientation.
fn lived_in() -> (MadeUp, Store) {
    let (made_up, mut store) = MadeUp::create();
    found(&mut store);
    for number in 0..5 {
        orient(&mut store, replica(REPLICA), number).unwrap();
    }
    let wrong = reach(&mut store, replica(2), 1, "0100000000").unwrap();
    undo(&mut store, replica(REPLICA), 1, wrong).unwrap();
    let not_ours = orient(&mut store, replica(2), 8).unwrap();
    undo(&mut store, replica(2), 8, not_ours).unwrap();
    reach(&mut store, replica(REPLICA), 2, "0200000000").unwrap();
    (made_up, store)
}

fn fault(store: &Store) -> Option<String> {
    store.check(&OF_ANTENNA).err().map(|error| format!("{} {:?}", error.id(), error.arguments()))
}

#[test]
fn a_store_in_order_is_counted() {
    let (made_up, store) = lived_in();
    let expected = Checked { replicas: 2, entries: 11, families: 5, deadlines: 0, erasures: Vec::new() };
    store.close().unwrap();
    let store = made_up.open().unwrap();
    assert_eq!(store.check(&OF_ANTENNA).unwrap(), expected);
}

#[test]
fn an_empty_store_is_in_order() {
    let (_made_up, store) = MadeUp::create();
    assert_eq!(store.check(&OF_ANTENNA).unwrap(), Checked::default());
}

#[test]
fn a_rebuild_gives_byte_equal_views_and_does_it_from_nothing() {
    let (_made_up, mut store) = lived_in();
    let before = store.read().digest_of_views().unwrap();
    store.write(|writing| writing.clear_views()).unwrap();
    assert_ne!(store.read().digest_of_views().unwrap(), before);
    assert!(fault(&store).is_some());
    assert_eq!(store.rebuild(&OF_ANTENNA).unwrap(), 6, "five, and the one whose orientation was undone");
    assert_eq!(store.read().digest_of_views().unwrap(), before);
    assert_eq!(fault(&store), None);
}

#[test]
fn a_view_that_differs_from_the_replay_is_named() {
    type Change = fn(&mut FamilyRow);
    let changes: [(Change, &str); 2] =
        [(|row| row.name.push('x'), "family\""), (|row| row.matricule = "0000009".to_owned(), "family\"")];
    for (change, table) in changes {
        let (_made_up, mut store) = lived_in();
        let mut row = store.read().row(family(2)).unwrap().unwrap();
        let record = store.read().family(family(2)).unwrap().unwrap();
        change(&mut row);
        store.write(|writing| writing.put_family(&record, &row, Some(&FollowUp::default()))).unwrap();
        assert!(fault(&store).unwrap().contains(table), "{:?}", fault(&store));
        store.rebuild(&OF_ANTENNA).unwrap();
        assert_eq!(fault(&store), None);
    }
    let (_made_up, mut store) = lived_in();
    let mut record = store.read().family(family(2)).unwrap().unwrap();
    let row = store.read().row(family(2)).unwrap().unwrap();
    record.contact.telephone.clear();
    store.write(|writing| writing.put_family(&record, &row, Some(&FollowUp::default()))).unwrap();
    assert!(fault(&store).unwrap().contains("family_record"));
}

#[test]
fn a_family_that_no_entry_made_is_noticed() {
    let (_made_up, mut store) = lived_in();
    let mut record = store.read().family(family(2)).unwrap().unwrap();
    let mut row = store.read().row(family(2)).unwrap().unwrap();
    record.id = family(77);
    row.id = family(77);
    store.write(|writing| writing.put_family(&record, &row, Some(&FollowUp::default()))).unwrap();
    assert!(fault(&store).unwrap().starts_with("store-views-differ"));
}

#[test]
fn entries_come_in_order_of_replay_and_families_can_be_picked() {
    let (_made_up, store) = lived_in();
    let mut orders = Vec::new();
    let mut collected = BTreeMap::<_, Vec<_>>::new();
    let every = |entry: jalon::journal::entry::Entry| {
        orders.push(entry.order());
        collected.entry(entry.family).or_default().push(entry);
        Ok::<(), StoreError>(())
    };
    store.read().every_entry_in_order(|_| true, every).unwrap();
    assert!(orders.is_sorted() && orders.len() == 11);
    for (family, entries) in &collected {
        assert_eq!(&store.read().entries_of(*family).unwrap(), entries);
        let mut picked = Vec::new();
        store
            .read()
            .every_entry_in_order(
                |one| one == *family,
                |entry| {
                    picked.push(entry);
                    Ok::<(), StoreError>(())
                },
            )
            .unwrap();
        assert_eq!(&picked, entries);
    }
}

#[test]
fn erasing_an_event_keeps_the_chain_whole_and_is_a_fault_without_an_order() {
    let (_made_up, mut store) = lived_in();
    let entry = store.read().entries_of(Some(family(2))).unwrap().remove(1);
    store.write(|writing| writing.erase(entry.id, 0)).unwrap();
    let erased = store.read().entry(entry.id).unwrap().unwrap();
    assert_eq!((erased.events[0].content.clone(), erased.digest), (None, entry.digest));
    assert!(fault(&store).unwrap().starts_with("store-erased-without-order"));
    store.rebuild(&OF_ANTENNA).unwrap();
    assert!(fault(&store).unwrap().starts_with("store-erased-without-order"));
}

#[test]
fn an_act_recorded_without_its_views_is_noticed() {
    let (_made_up, mut store) = lived_in();
    orient(&mut store, replica(REPLICA), 7).unwrap();
    assert_eq!(fault(&store), None);
    // An entry of a kind that this program does not know changes no view, and is kept.
    record(&mut store, replica(REPLICA)).unwrap();
    assert_eq!(fault(&store), None);
}
