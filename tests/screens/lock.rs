//! The lock screen: what shows before anybody is known, and what a wrong secret costs.

use std::sync::Arc;
use std::sync::mpsc::channel;

use jalon::base::locale::{Catalog, Lang};
use jalon::tui::input::{Doorbell, Input};
use jalon::tui::screens::lock::{Closed, Credentials, Left, LockScreen, Slows, run};
use jalon::tui::theme::Theme;
use jalon::tui::ui::Farewell;
use ratatui::layout::Size;

use super::harness::{Glass, NoLender, typed};

struct Door {
    screen: LockScreen,
    glass: Glass,
}

fn door(width: u16, height: u16) -> Door {
    let size = Size { width, height };
    let slots = vec!["A. Petit".to_owned(), "C. Moreau".to_owned(), "N. Diop".to_owned()];
    let catalog = Arc::new(Catalog::new(Lang::Fr));
    let screen = LockScreen::new(catalog, Theme::Dark, size, slots, Some("C. Moreau"));
    Door { screen, glass: Glass::new(size) }
}

/// Only this passphrase of this slot opens; the secret itself is what was opened.
fn open(credentials: Credentials) -> Result<String, Closed> {
    match credentials {
        Credentials::Passphrase { slot, passphrase } if slot == "C. Moreau" && *passphrase == "un cheval bleu" => {
            Ok(slot)
        }
        Credentials::RecoveryCode(code) if *code == "ABCD" => Ok("recovery".to_owned()),
        Credentials::Passphrase { .. } | Credentials::RecoveryCode(_) => Err(Closed {
            text: "Cette phrase de passe n’ouvre pas cette base.".to_owned(),
            hint: "F8 prend le code de secours.".to_owned(),
            slows: Slows::Yes,
        }),
    }
}

impl Door {
    /// Types and hangs up.
    fn keys(&mut self, keys: &str) -> Left<String> {
        let mut sent = typed(keys);
        sent.push(Input::Terminate);
        self.acts(sent, &[])
    }

    /// Sends inputs, then others on seeing a text.
    fn acts(&mut self, sent: Vec<Input>, cues: &[(&str, &str)]) -> Left<String> {
        let (sender, mut inputs) = channel();
        for input in sent {
            sender.send(input).unwrap();
        }
        for (sees, keys) in cues {
            let then = if keys.is_empty() { vec![Input::Terminate] } else { typed(keys) };
            self.glass.when(sees, &sender, then);
        }
        self.glass.forget_writes();
        let doorbell = Doorbell::from(sender);
        let left =
            run(&mut self.screen, open, &mut self.glass.terminal, &mut NoLender, &mut inputs, &doorbell).unwrap();
        self.glass.read_writes();
        left
    }
}

#[test]
fn the_lock_screen_at_each_size() {
    for (width, height) in [(140, 40), (80, 24), (60, 20)] {
        let mut door = door(width, height);
        door.keys("secret");
        insta::assert_snapshot!(format!("lock_{width}x{height}"), door.glass.shown());
    }
}

#[test]
fn no_character_of_the_passphrase_is_shown() {
    let mut door = door(80, 24);
    door.keys("cheval");
    assert!(door.glass.text().contains("••••••") && !door.glass.text().contains("cheval"));
}

#[test]
fn the_name_is_chosen_with_the_arrows() {
    let mut door = door(80, 24);
    door.keys("<Down>");
    assert!(door.glass.text().contains("▸ N. Diop"));
    door.keys("<Up><Up>");
    assert!(door.glass.text().contains("▸ A. Petit"));
}

#[test]
fn f10_leaves_and_a_signal_ends() {
    assert!(matches!(door(80, 24).keys("a<F10>"), Left::Farewell(Farewell::Quit)));
    assert!(matches!(door(80, 24).keys("a"), Left::Farewell(Farewell::Terminated)));
}

#[test]
fn the_right_passphrase_opens_after_the_screen_has_said_so() {
    let mut door = door(80, 24);
    let left = door.acts(typed("un cheval bleu<Enter>"), &[]);
    assert!(matches!(left, Left::Opened(slot) if slot == "C. Moreau"));
    assert!(door.glass.text().contains("Déverrouillage…"));
}

#[test]
fn a_wrong_passphrase_is_said_with_its_delay() {
    let mut door = door(80, 24);
    door.acts(typed("faux<Enter>"), &[("ouvre pas", "")]);
    insta::assert_snapshot!(door.glass.text());
}

#[test]
fn keys_typed_while_it_opens_are_not_taken_for_a_second_try() {
    let mut door = door(80, 24);
    let left = door.acts(typed("faux<Enter>"), &[("Déverrouillage", "encore<Enter>"), ("ouvre pas", "")]);
    assert!(matches!(left, Left::Farewell(Farewell::Terminated)));
    assert!(!door.glass.text().contains("••"));
}

#[test]
fn the_recovery_code_opens_without_a_name() {
    let mut door = door(80, 24);
    let left = door.acts(typed("<F8>ABCD<Enter>"), &[]);
    assert!(matches!(left, Left::Opened(opened) if opened == "recovery"));
    assert!(!door.glass.text().contains("Moreau"));
}

#[test]
fn nothing_typed_is_said_and_not_tried() {
    let mut door = door(80, 24);
    door.keys("<Enter>");
    assert!(door.glass.text().contains("Rien n’est tapé."));
}
