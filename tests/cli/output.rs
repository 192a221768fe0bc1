//! Output that cannot be written: it is told, and a recovery code is not lost with it.

use std::fs::File;
use std::process::Stdio;

use super::{PASSPHRASE, Place, Said, done, printed};

/// A command on the store of a place, whose stdout goes there.
fn to(place: &Place, out: impl Into<Stdio>, arguments: &[&str]) -> Said {
    let store = place.path("store").display().to_string();
    printed(place.program(&["--store", &store, "--today", super::TODAY], arguments).stdout(out)).unwrap()
}

fn device(path: &str) -> File {
    File::options().write(true).open(path).unwrap()
}

#[test]
fn output_that_a_full_disk_does_not_take_is_told_and_a_reader_that_went_away_is_no_fault() {
    let place = Place::made_up(3);
    let csv = ["report", "--format", "csv"];
    for arguments in [&csv[..], &["family", "1000001"], &["check"], &["schema", "act"], &["--help"]] {
        let said = to(&place, device("/dev/full"), arguments);
        assert_eq!(said.code, 1, "{arguments:?}: {said:?}");
        assert!(said.err.contains("Il n’y a plus de place là où va la réponse"), "{arguments:?}: {said:?}");
        assert_eq!(said.err.lines().count(), 2, "what is wrong and what to do: {said:?}");
        assert!(!said.err.contains("enregistrer"), "there was nothing to record: {said:?}");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let said = to(&place, writer, arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments:?}: {said:?}");
        assert_eq!(to(&place, device("/dev/null"), arguments).code, 0, "thrown away on purpose");
    }
}

/// The recovery code of a text, alone on its line.
fn code(text: &str) -> String {
    text.lines().find(|line| line.split('-').count() == 8).unwrap_or_else(|| panic!("no code in {text}")).to_owned()
}

#[test]
fn a_recovery_code_that_stdout_does_not_take_is_on_stderr() {
    let place = Place::empty();
    let first = place.write("first", PASSPHRASE);
    let next = place.write("next", "une autre phrase de passe");
    let init = ["--passphrase-file", &first, "init", "--antenna", "A", "--department", "D", "--as", "C. Essai"];
    let said = to(&place, device("/dev/full"), &init);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("Ce que la commande devait enregistrer l’est"), "{said:?}");
    let sheet = place.write("sheet", &code(&said.err));
    let recover = ["referent", "passphrase", "C. Essai", "--recovery-file", &sheet, "--new-passphrase-file", &next];
    for (device_name, status) in [("/dev/full", 1), ("/dev/null", 0)] {
        let said = to(&place, device(device_name), &recover);
        assert_eq!(said.code, status, "{said:?}");
        place.write("sheet", &code(&said.err));
    }
    done(place.run(&recover));
    done(place.run(&["--passphrase-file", &next, "check"]));
}
