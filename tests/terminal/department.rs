//! A Département's agent at a real terminal: the same lock screen, and a day's work by keys alone.

use std::path::Path;

use jalon::app::access::{NewReferent, Secret};
use jalon::app::{demo, department};
use jalon::store::Derivation;

use super::glass::Glass;
use super::{CTRL_L, CTRL_S, ENTER, ESCAPE, PASSPHRASE, clock};

fn started(store: &Path, home: &Path) -> Glass {
    let program = Path::new(env!("CARGO_BIN_EXE_jalon"));
    let (store, home) = (store.display().to_string(), home.display().to_string());
    Glass::start(program, &["--store", &store, "--today", "2026-11-23", "department"], &[("HOME", &home)])
}

fn unlock(glass: &mut Glass) {
    glass.types(PASSPHRASE);
    glass.types(ENTER);
    glass.shows("Antennes");
}

#[test]
fn an_agent_unlocks_with_her_passphrase_locks_and_comes_back() {
    let directory = tempfile::tempdir().unwrap();
    let store = directory.path().join("store");
    let agent = NewReferent { name: "D. Essai".into(), passphrase: Secret::new(PASSPHRASE) };
    let made = department::create_with(&store, "Département d’Essai", &agent, clock(), Derivation::FLOOR);
    made.unwrap().0.close().unwrap();
    let mut glass = started(&store, directory.path());
    glass.shows("D. Essai");
    unlock(&mut glass);
    glass.types(CTRL_L);
    glass.hides("Antennes");
    unlock(&mut glass);
    glass.types("q");
    assert!(glass.ends().success());
    glass.is_as_before();
}

#[test]
fn an_agent_receives_what_came_and_decides_a_referral_from_the_keyboard_alone() {
    let directory = tempfile::tempdir().unwrap();
    let store = directory.path().join("store");
    demo::office::tell(&store, 1, clock(), |_| {}).unwrap();
    let mut glass = started(&store, directory.path());
    glass.shows("Antenne de Provins");
    glass.types("x");
    glass.shows("Fichiers dans");
    glass.types("r");
    glass.shows("Ce qui a été pris");
    glass.types(ESCAPE);
    glass.hides("Ce qui a été pris");
    glass.types("e");
    glass.shows("Avis réputé rendu");
    glass.types("a");
    glass.types(CTRL_S);
    glass.shows("c’est fait");
    glass.types("d");
    glass.types(CTRL_S);
    glass.shows("Décision du 23/11/2026");
    glass.types("q");
    assert!(glass.ends().success());
    glass.is_as_before();
    let opener = jalon::app::access::Opener::Demonstration;
    let department = department::open(&store, &opener, clock()).unwrap();
    assert!(
        department
            .agenda(false)
            .unwrap()
            .iter()
            .any(|line| { line.file.referral.decision.as_ref().is_some_and(|one| one.date == clock().today()) })
    );
}
