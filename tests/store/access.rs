//! The access journal: kept for its time and no longer.

use chrono::Duration;
use jalon::store::StoreError;
use jalon::store::access::{Access, AccessKind};

use super::made_up::{MadeUp, family, instant, referent};

#[test]
fn accesses_are_told_the_latest_first_and_go_when_their_time_is_over() {
    let (_made_up, mut store) = MadeUp::create();
    let access = |days: i64, kind, number| {
        let at = instant() + Duration::days(days);
        Access { at, author: referent(), kind, family: Some(family(number)) }
    };
    let (old, last) = (access(0, AccessKind::Opening, 1), access(200, AccessKind::Printing, 2));
    let mut keep = |accesses: &[Access], from: i64| {
        store
            .write::<_, StoreError>(|writing| writing.note_accesses(accesses, instant() + Duration::days(from)))
            .unwrap();
        store.read().accesses(None, 9).unwrap().into_iter().map(|line| line.access).collect::<Vec<_>>()
    };
    assert_eq!(keep(&[old.clone(), last.clone()], -365), [last.clone(), old.clone()]);
    let again = access(366, AccessKind::PersonsAccess, 1);
    assert_eq!(keep(std::slice::from_ref(&again), 1), [again.clone(), last]);
    let of_one = store.read().accesses(Some(family(1)), 9).unwrap();
    assert_eq!(of_one.into_iter().map(|line| line.access).collect::<Vec<_>>(), [again]);
}
