//! An antenna put back from a copy, on another computer or on its own: whose keys are accepted, and in which series it seals.

use std::path::{Path, PathBuf};

use jalon::app::TakenIn;
use jalon::app::access::{self, Opener, restore_backup};
use jalon::exchange::ExchangeError;
use tempfile::TempDir;

use super::{Antenna, Office, clock, enrolled, handed_over, refused, take_in};

/// A copy of an antenna's store that lasts as long as it.
fn copy(antenna: &mut Antenna) -> PathBuf {
    antenna.app.backup().unwrap().path
}

/// Puts a copy in the place of what the directory has, and opens it.
fn restored(copy: &Path, directory: TempDir, of: &Antenna) -> Antenna {
    restore_backup(directory.path(), &Opener::Demonstration, copy, clock()).unwrap();
    let app = access::open(directory.path(), &Opener::Demonstration, clock()).unwrap();
    Antenna { app, directory, referent: of.referent }
}

fn enrol_anew(office: &mut Office, antenna: &mut Antenna) -> Vec<PathBuf> {
    let out = tempfile::tempdir_in(antenna.directory.path()).unwrap().keep();
    let new = antenna.app.renew_keys(&out).unwrap();
    let card = std::fs::read(&new.card.path).unwrap();
    assert!(office.department.replaces_keys(&card).unwrap(), "it is said before the words are typed");
    for path in office.department.enrol(&card, &new.card.words.join(" "), office.out.path()).unwrap().files {
        take_in(antenna, &path);
    }
    new.files
}

#[test]
fn new_keys_on_another_computer_end_those_of_the_one_that_was_stolen() {
    let (mut office, mut stolen) = enrolled();
    stolen.included("Alpha", "1001");
    office.exchange(&mut stolen);
    let copy = copy(&mut stolen);
    let mut antenna = restored(&copy, tempfile::tempdir().unwrap(), &stolen);
    let again = enrol_anew(&mut office, &mut antenna);
    assert_eq!(office.department.signing_keys().unwrap().len(), 1, "one machine seals");

    // Whoever has the computer seals on, and puts a copy back again and again, for a higher series than the true antenna’s.
    stolen.included("Faux", "6666");
    for path in handed_over(&mut stolen) {
        assert!(matches!(refused(office.receive(&path)), ExchangeError::RevokedKey { .. }), "{}", path.display());
    }
    for matricule in ["7771", "7772", "7773", "7774"] {
        let copy = stolen.app.backup().unwrap().path;
        let kept = tempfile::tempdir().unwrap();
        stolen = restored(&copy, kept, &stolen);
        stolen.oriented("Faux", matricule);
        for path in handed_over(&mut stolen) {
            assert!(matches!(refused(office.receive(&path)), ExchangeError::RevokedKey { .. }), "{}", path.display());
        }
    }

    for path in &again {
        assert!(matches!(office.receive(path).unwrap(), TakenIn::Applied(_)), "{}", path.display());
    }
    antenna.included("Beta", "1002");
    office.exchange(&mut antenna);
    let standing = office.department.standings().unwrap().remove(0);
    assert_eq!((standing.epoch, standing.frozen, standing.missing, standing.waiting), (3, false, vec![], vec![]));
    assert!(standing.revoked.is_none());
    assert_eq!(office.department.app().check().unwrap().families, 2);
}

#[test]
fn each_copy_put_back_begins_a_series_that_the_store_replaced_did_not_know() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let copy = copy(&mut antenna);
    for (epoch, name) in [(2, "Beta"), (3, "Gamma"), (4, "Delta")] {
        let Antenna { app, directory, referent } = antenna;
        app.close().unwrap();
        restore_backup(directory.path(), &Opener::Demonstration, &copy, clock()).unwrap();
        let app = access::open(directory.path(), &Opener::Demonstration, clock()).unwrap();
        antenna = Antenna { app, directory, referent };
        antenna.included(name, &format!("100{epoch}"));
        for path in handed_over(&mut antenna) {
            assert!(path.to_string_lossy().contains(&format!("-e{epoch}-")), "{}", path.display());
            assert!(matches!(office.receive(&path).unwrap(), TakenIn::Applied(_)), "{}", path.display());
        }
        let standing = office.department.standings().unwrap().remove(0);
        assert_eq!((standing.epoch, standing.frozen), (epoch, false));
    }
}

#[test]
fn a_copy_of_before_anything_was_sealed_begins_a_series_where_the_store_replaced_has_sealed() {
    let (mut office, mut antenna) = (Office::founded(), Antenna::founded());
    let empty = copy(&mut antenna);
    let kept = tempfile::tempdir().unwrap();
    let empty_elsewhere = kept.path().join("antenne.db");
    std::fs::copy(&empty, &empty_elsewhere).unwrap();
    for path in office.enrol(&mut antenna) {
        take_in(&mut antenna, &path);
    }
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let Antenna { app, directory, referent } = antenna;
    app.close().unwrap();
    restore_backup(directory.path(), &Opener::Demonstration, &empty_elsewhere, clock()).unwrap();
    let app = access::open(directory.path(), &Opener::Demonstration, clock()).unwrap();
    let mut antenna = Antenna { app, directory, referent };
    antenna.included("Beta", "1002");
    let files = handed_over(&mut antenna);
    assert!(files.iter().all(|path| path.to_string_lossy().contains("-e2-")), "{files:?}");
}
