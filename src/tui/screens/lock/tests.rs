//! What each key does on the lock screen, and what a wrong secret costs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::base::locale::Lang;

fn screen() -> LockScreen {
    let slots = vec!["A. Petit".to_owned(), "C. Moreau".to_owned()];
    let size = Size { width: 80, height: 24 };
    LockScreen::new(Arc::new(Catalog::new(Lang::Fr)), Theme::Dark, size, slots, Some("C. Moreau"))
}

fn press(screen: &mut LockScreen, keys: &str, now: Instant) -> Wish {
    let mut wish = Wish::None;
    for key in keys.split(' ') {
        wish = screen.update(&Input::Key(Key::parse(key).unwrap()), now);
    }
    wish
}

#[test]
fn the_delay_grows_and_stops_at_half_a_minute() {
    let seconds: Vec<u64> = (1..8).map(|refusals| delay(refusals).as_secs()).collect();
    assert_eq!(seconds, [1, 2, 4, 8, 16, 30, 30]);
}

#[test]
fn enter_tries_the_slot_used_last_and_forgets_what_was_typed() {
    let (mut screen, now) = (screen(), Instant::now());
    let Wish::Try(Credentials::Passphrase { slot, passphrase }) = press(&mut screen, "a Space b Enter", now) else {
        panic!("nothing was tried");
    };
    assert_eq!((slot.as_str(), passphrase.as_str()), ("C. Moreau", "a b"));
    assert!(screen.typed.is_empty());
    assert!(matches!(press(&mut screen, "c Enter", now), Wish::None), "one try at a time");
}

#[test]
fn after_a_refusal_a_try_has_to_wait() {
    let (mut screen, now) = (screen(), Instant::now());
    press(&mut screen, "a Enter", now);
    screen.refuse(Closed { text: "non".into(), hint: String::new(), slows: Slows::Yes }, now);
    assert!(matches!(press(&mut screen, "b Enter", now), Wish::None));
    let later = now + Duration::from_secs(1);
    assert!(matches!(press(&mut screen, "Enter", later), Wish::Try(_)), "what was typed meanwhile is kept");
}

#[test]
fn the_recovery_code_is_tried_without_a_name() {
    let (mut screen, now) = (screen(), Instant::now());
    assert!(
        matches!(press(&mut screen, "x F8 k Enter", now), Wish::Try(Credentials::RecoveryCode(code)) if *code == "k")
    );
}

#[test]
fn nothing_typed_is_nothing_tried() {
    let (mut screen, now) = (screen(), Instant::now());
    assert!(matches!(press(&mut screen, "Enter", now), Wish::None));
}
