//! What a Département keeps of the families that it is told of, and what it does not.

use jalon::app::access::{Opener, Secret};
use jalon::app::views::OF_ANTENNA;
use jalon::app::{App, department};
use jalon::store::{Store, Vault};

use super::{Office, clock, enrolled};
use crate::app::day;

/// How many places are found for a word, and how much is due within ten years.
fn follow_up(app: &App) -> (usize, usize) {
    let found = app.search_everywhere("ballain").unwrap().len();
    (found, app.agenda(day("2020-01-01"), day("2030-01-01"), 100).unwrap().len())
}

#[test]
fn a_department_keeps_neither_what_is_due_nor_where_the_words_of_a_family_are() {
    let (mut office, mut antenna) = enrolled();
    let family = antenna.included("Ballain", "1001");
    office.exchange(&mut antenna);
    let (found, due) = follow_up(&antenna.app);
    assert!(0 < found && 0 < due, "{found} found, {due} due at the antenna");
    let app = office.department.app();
    assert!(app.family(family).unwrap().is_some());
    assert_eq!(follow_up(app), (0, 0));
    assert_eq!(app.check().unwrap().families, 1);
    // A store in which an earlier program kept them.
    let Office { department, out, _store } = office;
    department.close().unwrap();
    let key = Vault::open(_store.path()).unwrap().unlock_any("une phrase de passe").unwrap().key;
    let mut store = Store::open(_store.path(), &key).unwrap();
    store.rebuild(&OF_ANTENNA).unwrap();
    store.write(|writing| writing.put_setting("views", &11_u32.to_be_bytes())).unwrap();
    assert!(0 < store.check(&OF_ANTENNA).unwrap().deadlines);
    store.close().unwrap();
    let opener = Opener::Passphrase { label: None, passphrase: Secret::new("une phrase de passe") };
    let department = department::open(_store.path(), &opener, clock()).unwrap();
    assert_eq!(follow_up(department.app()), (0, 0));
    department.app().check().unwrap();
    // And goes on.
    let mut office = Office { department, out, _store };
    antenna.included("Zédoumi", "1002");
    office.exchange(&mut antenna);
    assert_eq!(follow_up(office.department.app()), (0, 0));
    office.department.app().check().unwrap();
}
