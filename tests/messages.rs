//! The sentences that other layers name: every refusal has one, with its hint, in both languages, and names only its own facts.

use std::fs;
use std::path::Path;

use jalon::base::dates::{DateFault, TimeFault};
use jalon::base::locale::{Catalog, Fact, Lang};
use jalon::domain::refusal::Refusal;
use jalon::exchange::ExchangeError;

/// The name, the arguments and the text after them of each refusal or fault, read from its table.
fn declared(table: &'static str) -> Vec<(&'static str, Vec<&'static str>, &'static str)> {
    let declaration = |line: &'static str| {
        let (name, rest) = line.strip_prefix("    ")?.split_once(" {")?;
        let (arguments, rest) = rest.split_once("} = \"")?;
        let named = arguments.split(',').filter_map(|one| Some(one.split_once(':')?.0.trim()));
        Some((name, named.collect(), rest.split('"').next()?))
    };
    table.lines().filter_map(declaration).collect()
}

/// Each id has a sentence and a hint in both languages, which name only the facts declared.
fn assert_said(declared: &[(String, Vec<&str>)], ids: &[&str]) {
    let read: Vec<&str> = declared.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(read, ids, "the table was not read whole");
    for lang in [Lang::Fr, Lang::En] {
        let catalog = Catalog::new(lang);
        for (id, arguments) in declared {
            let facts: Vec<(&str, Fact)> = arguments.iter().map(|name| (*name, Fact::Number(2))).collect();
            assert!(catalog.has(id), "{id} is missing in {}", lang.code());
            let hint = catalog.hint(id, &facts).unwrap_or_else(|| panic!("{id} has no hint in {}", lang.code()));
            for sentence in [catalog.text_with(id, &facts), hint] {
                assert!(!sentence.contains('{'), "{id} names a fact that it has not: {sentence}");
                assert!(sentence.ends_with('.'), "{id} is not a sentence: {sentence}");
            }
        }
    }
}

#[test]
fn every_refusal_says_what_is_wrong_and_what_to_do() {
    let declared = declared(include_str!("../src/domain/refusal.rs")).into_iter();
    let refusals: Vec<_> = declared.map(|(name, arguments, _)| (format!("refusal-{name}"), arguments)).collect();
    assert_said(&refusals, Refusal::IDS);
}

#[test]
fn every_fault_of_a_bundle_says_what_is_wrong_and_what_to_do() {
    let declared = declared(include_str!("../src/exchange/error.rs")).into_iter();
    let faults: Vec<_> = declared.map(|(_, arguments, id)| (id.to_owned(), arguments)).collect();
    assert_said(&faults, ExchangeError::IDS);
}

#[test]
fn every_fault_of_a_typed_date_or_time_says_what_to_type() {
    let dates =
        [DateFault::Empty, DateFault::Unknown, DateFault::Impossible, DateFault::OtherWeekday, DateFault::TooFar];
    let times = [TimeFault::Empty, TimeFault::Unknown, TimeFault::Impossible];
    for lang in [Lang::Fr, Lang::En] {
        let catalog = Catalog::new(lang);
        for id in dates.map(DateFault::id).into_iter().chain(times.map(TimeFault::id)) {
            assert!(catalog.has(id) && catalog.hint(id, &[]).is_some(), "{id} in {}", lang.code());
        }
    }
}

/// A key may be another one tomorrow: a sentence is told which by the table of keys.
#[test]
fn no_message_holds_the_name_of_a_key() {
    // Those of the keyboard, of the terminal and of programs that read what jalon wrote.
    let others = ["key-", "frame-too-small", "store-wrong-passphrase"];
    for (file, named) in [
        (include_str!("../assets/locales/fr.ftl"), ["Entrée", "Échap", "Espace", "Tab", "Ctrl", "Maj", "Suppr"]),
        // “Enter” is a verb too: the English sentences name the same facts as the French ones.
        (include_str!("../assets/locales/en.ftl"), ["Esc", "Escape", "Space", "Tab", "Ctrl", "Shift", "Del"]),
    ] {
        let mut message = "";
        for line in file.lines() {
            message = line.split_once(" =").map_or(message, |(id, _)| if id.starts_with(' ') { message } else { id });
            if line.starts_with('#') || others.iter().any(|other| message.starts_with(other)) {
                continue;
            }
            let said = line.split_once('=').map_or(line, |(_, said)| said);
            for word in said.split(|letter: char| !letter.is_alphanumeric()) {
                let function = word.strip_prefix('F').is_some_and(|rest| rest.parse::<u8>().is_ok_and(|n| n < 13));
                assert!(!named.contains(&word) && !function, "{word} in {message}: {line}");
            }
        }
    }
}

#[test]
fn no_screen_that_was_looked_at_lacks_a_message() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "snap") {
                read += 1;
                assert!(!fs::read_to_string(&path).unwrap().contains('⟦'), "{}", path.display());
            }
        }
    }
    assert!(read > 100, "the snapshots were not read");
}
