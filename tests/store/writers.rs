//! Two writers on one store, and a journal that is never rewritten.

use jalon::journal::chain;
use jalon::journal::entry::{Draft, Entry, Purpose};
use jalon::store::{Store, StoreError};

use super::made_up::{MadeUp, REPLICA, last_number, record, replica};

#[test]
fn two_writers_of_two_hundred_entries_each_lose_none_and_share_no_number() {
    let (made_up, store) = MadeUp::create();
    let writers: Vec<_> = (0..2)
        .map(|_| {
            let (directory, key) = (made_up.path().to_owned(), made_up.key.clone());
            std::thread::spawn(move || {
                let mut store = Store::open(&directory, &key).unwrap();
                let numbers: Vec<u64> =
                    (0..200).map(|_| record(&mut store, replica(REPLICA)).unwrap().id.number).collect();
                store.close().unwrap();
                numbers
            })
        })
        .collect();
    let mut numbers: Vec<u64> = writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=400).collect::<Vec<_>>());
    assert_eq!(last_number(&store, replica(REPLICA)), 400);
    drop(store);
    assert!(made_up.open().unwrap().read_only().is_none());
}

#[test]
fn a_failed_act_leaves_no_entry() {
    let (_made_up, mut store) = MadeUp::create();
    let first = record(&mut store, replica(REPLICA)).unwrap();
    let failed: Result<(), StoreError> = store.write(|writing| {
        writing.put_setting("half", b"done")?;
        Err(StoreError::Busy)
    });
    assert!(failed.is_err());
    assert_eq!(store.read().setting("half").unwrap(), None);
    assert_eq!(store.read().head(replica(REPLICA)).unwrap().digest, first.digest);
}

#[test]
fn an_entry_that_does_not_follow_the_last_one_is_refused() {
    let (_made_up, mut store) = MadeUp::create();
    let first = record(&mut store, replica(REPLICA)).unwrap();
    let mut gap = first.clone();
    gap.id.number = 3;
    let mut unlinked = first.clone();
    unlinked.id.number = 2;
    for entry in [&gap, &unlinked, &first] {
        assert!(store.write(|writing| writing.append(entry)).is_err());
        assert!(store.write(|writing| writing.appending()?.append(entry)).is_err(), "as one of a bundle");
    }
    let Entry { recorded_at, author, family, events, .. } = first;
    let events = events.into_iter().filter_map(|event| event.content).collect();
    let draft = Draft { recorded_at, author, family, purpose: Purpose::Act, events };
    let next = chain::seal(draft, &mut store.read().head(replica(REPLICA)).unwrap());
    let mut altered = next.clone();
    altered.events[0].content.as_mut().unwrap().body.push(' ');
    assert!(store.write(|writing| writing.append(&altered)).is_err());
    store.write(|writing| writing.append(&next)).unwrap();
    assert_eq!(last_number(&store, replica(REPLICA)), 2);
}

#[test]
fn a_writer_is_told_once_that_another_one_wrote() {
    let (made_up, mut store) = MadeUp::create();
    let told = |store: &mut Store| {
        store.write::<_, StoreError>(|writing| {
            writing.put_setting("told", &writing.head(replica(REPLICA))?.number.to_be_bytes())?;
            Ok(writing.others_wrote())
        })
    };
    assert!(!told(&mut store).unwrap());
    let mut other = made_up.open().unwrap();
    record(&mut other, replica(REPLICA)).unwrap();
    assert!(told(&mut store).unwrap());
    assert!(!told(&mut store).unwrap(), "its own commits are not another's");
    record(&mut other, replica(REPLICA)).unwrap();
    store.write::<_, StoreError>(|writing| writing.put_setting("draft", b"text")).unwrap();
    assert!(told(&mut store).unwrap(), "who does not ask leaves it to the next one to be told");
    drop(store);
}
