//! Who opens a store: init, passphrases, the recovery code, referents' accesses.

use std::fs;

use super::{PASSPHRASE, Place, done};

#[test]
fn init_creates_a_store_with_the_recovery_code_on_stdout_alone() {
    let place = Place::empty();
    let file = place.write("passphrase", PASSPHRASE);
    let arguments =
        ["--antenna", "Antenne d’Essai", "--department", "Essai", "--as", "C. Essai", "--center", "MDS Nord"];
    let mut all = vec!["--passphrase-file", &file, "init"];
    all.extend(arguments);
    let made = place.run(&all);
    assert!(made.err.contains("La première orientation"), "what comes next: {}", made.err);
    let code = done(made);
    assert_eq!(code.trim().split('-').count(), 8, "{code}");
    assert_eq!(code.lines().count(), 1);
    let out = done(place.run(&["--passphrase-file", &file, "check"]));
    assert!(out.contains("Tout est en ordre"), "{out}");
}

#[test]
fn a_refused_init_leaves_nothing_in_the_way_of_the_next_try() {
    let place = Place::empty();
    let file = place.write("passphrase", PASSPHRASE);
    let first = ["--passphrase-file", &file, "init", "--department", "D", "--as", "C. Essai"];
    place.refuses(&[&first[..], &["--antenna", ""]].concat(), "Il manque le nom");
    place.refuses(&[&first[..], &["--antenna", "A", "--center", "MDS", "--center", "MDS"]].concat(), "MDS");
    assert!(!place.path("store").exists());
    fs::create_dir(place.path("store")).unwrap();
    place.write("store/mine.txt", "à moi");
    place.refuses(&[&first[..], &["--antenna", ""]].concat(), "Il manque le nom");
    done(place.run(&[&first[..], &["--antenna", "A"]].concat()));
}

#[test]
fn a_wrong_passphrase_is_refused() {
    let place = Place::locked();
    let wrong = place.write("wrong", "une tout autre phrase");
    place.refuses(&["--passphrase-file", &wrong, "--referent", "C. Essai", "check"], "phrase de passe");
}

#[test]
fn without_a_passphrase_and_a_terminal_it_says_how_to_give_one() {
    let place = Place::locked();
    place.refuses(&["check"], "phrase de passe");
}

#[test]
fn a_referent_gets_an_access_and_loses_it() {
    let place = Place::locked();
    let next = place.write("next", "une phrase pour la nouvelle");
    let added = place.unlocked(&["referent", "add", "N. Essai", "--new-passphrase-file", &next]);
    assert_eq!(added.code, 0, "{added:?}");
    let hers = place.run(&["--passphrase-file", &next, "--referent", "N. Essai", "check"]);
    assert_eq!(hers.code, 0, "{hers:?}");
    let removed = place.unlocked(&["referent", "remove", "N. Essai"]);
    assert_eq!(removed.code, 0, "{removed:?}");
    place.refuses(&["--passphrase-file", &next, "--referent", "N. Essai", "check"], "Personne de ce nom");
    let passphrase = place.path("passphrase").display().to_string();
    let all = ["--passphrase-file", &passphrase, "--referent", "C. Essai", "referent", "remove", "Inconnue"];
    place.refuses(&all, "Personne de ce nom");
}

#[test]
fn a_passphrase_is_changed_by_the_present_one() {
    let place = Place::locked();
    let next = place.write("next", "une autre phrase de passe");
    let changed = place.unlocked(&["referent", "passphrase", "C. Essai", "--new-passphrase-file", &next]);
    assert_eq!(changed.code, 0, "{changed:?}");
    assert_eq!(place.run(&["--passphrase-file", &next, "--referent", "C. Essai", "check"]).code, 0);
    let old = place.path("passphrase").display().to_string();
    place.refuses(&["--passphrase-file", &old, "--referent", "C. Essai", "check"], "phrase de passe");
}

#[test]
fn init_twice_is_refused_and_the_first_store_is_untouched() {
    let place = Place::locked();
    let file = place.path("passphrase").display().to_string();
    let arguments = ["--passphrase-file", &file, "init", "--antenna", "A", "--department", "D", "--as", "C. Essai"];
    place.refuses(&arguments, "Il y a déjà une base dans");
}

#[test]
fn of_several_inits_at_once_one_creates_the_store_and_its_code_opens_it() {
    let place = Place::empty();
    let file = place.write("passphrase", PASSPHRASE);
    let next = place.write("next", "une autre phrase de passe");
    let init = ["--passphrase-file", &file, "init", "--antenna", "A", "--department", "D", "--as", "C. Essai"];
    let said = std::thread::scope(|scope| {
        let started: Vec<_> = (0..3).map(|_| scope.spawn(|| place.run(&init))).collect();
        started.into_iter().map(|one| one.join().unwrap()).collect::<Vec<_>>()
    });
    let (won, lost): (Vec<_>, Vec<_>) = said.into_iter().partition(|one| one.code == 0);
    assert_eq!((won.len(), lost.len()), (1, 2), "{won:?} {lost:?}");
    for one in &lost {
        super::assert_refused(one, "Il y a déjà une base dans");
    }
    let sheet = place.write("sheet", &won[0].out);
    done(place.run(&["referent", "passphrase", "C. Essai", "--recovery-file", &sheet, "--new-passphrase-file", &next]));
    done(place.run(&["--passphrase-file", &next, "check"]));
}

#[test]
fn a_passphrase_too_short_is_refused_wherever_one_is_chosen() {
    let place = Place::locked();
    let present = place.path("passphrase").display().to_string();
    let short = place.write("short", "onze signes");
    let other = place.path("other").display().to_string();
    let init = ["--store", &other, "--passphrase-file", &short, "init", "--antenna", "A", "--department", "D"];
    place.refuses_with(&[&init[..], &["--as", "C. Essai"]].concat(), "au moins 12 caractères");
    let key = ["--passphrase-file", &present, "--referent", "C. Essai", "referent"];
    let next = ["--new-passphrase-file", &short];
    place.refuses(&[&key[..], &["add", "N. Essai"], &next[..]].concat(), "au moins 12 caractères");
    place.refuses(&[&key[..], &["passphrase", "C. Essai"], &next[..]].concat(), "au moins 12 caractères");
}

#[test]
fn without_a_keyboard_each_option_that_is_missing_is_named() {
    let place = Place::locked();
    let present = place.path("passphrase").display().to_string();
    place.refuses(&["check"], "--passphrase-file");
    let add = ["--passphrase-file", &present, "--referent", "C. Essai", "referent", "add", "N. Essai"];
    place.refuses(&add, "--new-passphrase-file");
    let other = place.path("other").display().to_string();
    let mut init = vec!["--store", &other, "init"];
    for (option, value) in [("--antenna", "A"), ("--department", "D"), ("--as", "C. Essai")] {
        place.refuses_with(&init, &format!("Il manque {option}, et personne n’est au clavier"));
        init.extend([option, value]);
    }
    place.refuses_with(&init, "--passphrase-file");
    place.refuses_with(&["--store", &other, "department", "init"], "Il manque --department,");
}

#[test]
fn a_passphrase_file_that_is_missing_is_named() {
    let place = Place::locked();
    place.refuses(&["--passphrase-file", "nulle-part", "check"], "nulle-part n’existe pas");
}

#[test]
fn a_name_without_access_is_told() {
    let place = Place::locked();
    let present = place.path("passphrase").display().to_string();
    place.refuses(&["--passphrase-file", &present, "--referent", "Personne", "check"], "Personne de ce nom");
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_the_recovery_code_once() {
    let place = Place::empty();
    let first = place.write("first", PASSPHRASE);
    let next = place.write("next", "une autre phrase de passe");
    let init = ["--passphrase-file", &first, "init", "--antenna", "A", "--department", "D", "--as", "C. Essai"];
    let code = place.write("code", &done(place.run(&init)));
    let recover = ["referent", "passphrase", "C. Essai", "--recovery-file", &code, "--new-passphrase-file", &next];
    let renewed = done(place.run(&recover));
    assert_ne!(renewed, fs::read_to_string(&code).unwrap(), "a new sheet");
    done(place.run(&["--passphrase-file", &next, "check"]));
    place.refuses(&["--passphrase-file", &first, "check"], "Cette phrase de passe n’ouvre pas la base");
    place.refuses(&["--passphrase-file", &first, "check"], "seule la fiche de secours peut la remplacer");
    place.refuses(&recover, "Ce code de secours n’ouvre pas cette base");
    place.write("code", "0000-0000");
    place.refuses(&recover, "faute de frappe");
}

#[test]
fn the_last_access_cannot_be_taken_away() {
    let place = Place::locked();
    let removed = place.unlocked(&["referent", "remove", "D. Essai"]);
    assert_eq!(removed.code, 0, "{removed:?}");
    let present = place.path("passphrase").display().to_string();
    place.refuses(&["--passphrase-file", &present, "referent", "remove", "C. Essai"], "dernier accès");
}

#[test]
fn an_access_of_a_name_that_is_taken_is_refused() {
    let place = Place::locked();
    let present = place.path("passphrase").display().to_string();
    let next = place.write("next", "une phrase pour la nouvelle");
    let add = ["--passphrase-file", &present, "--referent", "C. Essai", "referent", "add", "D. Essai"];
    place.refuses(&[&add[..], &["--new-passphrase-file", &next]].concat(), "Un accès porte déjà ce nom");
}

#[test]
fn the_referents_are_listed_with_the_ids_that_acts_ask_for() {
    let place = Place::locked();
    assert_eq!(place.unlocked(&["referent", "remove", "D. Essai"]).code, 0);
    let listed = done(place.unlocked(&["referent", "list"]));
    let lines: Vec<&str> = listed.lines().collect();
    assert!(lines[0].ends_with("  C. Essai") && lines[1].contains("D. Essai (a quitté l’antenne le"), "{listed}");
    assert_eq!(lines[0].split(' ').next().unwrap().len(), 36, "{listed}");
}

#[test]
fn a_leaving_that_is_recorded_keeps_its_day_and_the_families_left_are_counted() {
    let place = Place::locked();
    let listed = done(place.unlocked(&["referent", "list"]));
    let id = listed.lines().find(|line| line.ends_with("D. Essai")).unwrap().split(' ').next().unwrap();
    let leaving = format!(r#"{{"act":"record_referent_leaving","referent":"{id}","left_on":"2026-11-30"}}"#);
    let included = format!(r#"{{"family":"7654321","act":"include_family","date":"2026-11-23","referent":"{id}"}}"#);
    let oriented = super::ORIENTATION.replace("2012-", "2026-");
    let acts = place.write("acts.jsonl", &[oriented, included, leaving].join("\n"));
    done(place.unlocked(&["record", &acts]));
    let removed = place.unlocked(&["referent", "remove", "D. Essai"]);
    assert_eq!(removed.code, 0, "{removed:?}");
    assert!(removed.err.contains("1 famille est encore suivie par D. Essai"), "{removed:?}");
    let listed = done(place.unlocked(&["referent", "list"]));
    assert!(listed.contains("D. Essai (a quitté l’antenne le 30/11/2026)"), "{listed}");
    let added = place.write("next", "une phrase pour la nouvelle");
    done(place.unlocked(&["referent", "add", "N. Essai", "--new-passphrase-file", &added]));
    let removed = place.unlocked(&["referent", "remove", "N. Essai"]);
    assert_eq!(removed.err.lines().count(), 1, "nobody is left without her: {removed:?}");
}

#[test]
fn a_referent_entered_as_an_act_is_given_a_key_and_stays_one_referent() {
    let place = Place::locked();
    let act = place.write("act", r#"{"act":"add_referent","name":"N. Essai","since":"2026-01-05"}"#);
    done(place.unlocked(&["record", &act]));
    let next = place.write("next", "une phrase pour la nouvelle");
    done(place.unlocked(&["referent", "add", "N. Essai", "--new-passphrase-file", &next]));
    assert_eq!(done(place.unlocked(&["referent", "list"])).matches("N. Essai").count(), 1);
    let hers = place.run(&["--passphrase-file", &next, "--referent", "N. Essai", "check"]);
    assert_eq!(hers.code, 0, "{hers:?}");
}
