//! What only a real terminal shows: it is given back on every way out, drafts outlive a kill, a lock empties the memory.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;

use jalon::app::App;
use jalon::app::access::{self, NewAntenna, NewReferent, Opener, Secret};
use jalon::app::demo::Demonstration;
use jalon::base::clock::Clock;
use jalon::domain::antenna::AddCenter;
use jalon::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
use jalon::store::Derivation;
use tempfile::TempDir;

use glass::Glass;

mod department;
mod glass;
mod keys;

const PASSPHRASE: &str = "quatre mots pour essayer";
const SURNAME: &str = "Zédoublevé";
const ENTER: &str = "\r";
const ESCAPE: &str = "\x1b";
const CTRL_L: &str = "\x0c";
const CTRL_S: &str = "\x13";
const F9: &str = "\x1b[20~";

/// An antenna of one referent, with the cheapest key that the store accepts, and the program's two ways into it.
struct Place {
    directory: TempDir,
}

impl Place {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let new = NewAntenna {
            name: "Antenne d’Essai".into(),
            department: "Département d’Essai".into(),
            referents: vec![NewReferent { name: "C. Essai".into(), passphrase: Secret::new(PASSPHRASE) }],
            centers: vec![AddCenter { code: "nord".into(), name: "MDS Nord".into(), places: None }],
            conventions: ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions,
        };

        let founded = Clock::fixed_today("2026-01-05".parse().unwrap());
        let (app, _) = access::create_with(&directory.path().join("store"), new, founded, Derivation::FLOOR).unwrap();
        app.close().unwrap();
        Self { directory }
    }

    fn store(&self) -> String {
        self.directory.path().join("store").display().to_string()
    }

    /// The program on this store, at its lock screen.
    fn locked(&self) -> Glass {
        let program = Path::new(env!("CARGO_BIN_EXE_jalon"));
        // Bundles go to the person's home unless another folder is chosen.
        let home = self.directory.path().display().to_string();
        let mut glass = Glass::start(program, &["--store", &self.store(), "--today", "2026-11-23"], &[("HOME", &home)]);
        glass.shows("C. Essai");
        glass
    }

    /// The program on this store, unlocked by typing the passphrase.
    fn unlocked(&self) -> Glass {
        let mut glass = self.locked();
        unlock(&mut glass);
        glass
    }

    fn open(&self) -> App {
        let passphrase = Secret::new(PASSPHRASE);
        let opener = Opener::Passphrase { label: None, passphrase };
        access::open(Path::new(&self.store()), &opener, clock()).unwrap()
    }
}

fn clock() -> Clock {
    Clock::fixed_today("2026-11-23".parse().unwrap())
}

fn unlock(glass: &mut Glass) {
    glass.types(PASSPHRASE);
    glass.types(ENTER);
    glass.shows("File active");
}

/// Opens the form of an orientation and types the family's name, the fifth field.
fn begin_orientation(glass: &mut Glass) {
    glass.types(" or");
    glass.shows("Matricule CAF");
    glass.types("fiche\t");
    glass.types(SURNAME);
    glass.shows(SURNAME);
}

#[test]
fn it_unlocks_records_and_quits_and_the_terminal_is_as_it_was() {
    let place = Place::new();
    let mut glass = place.unlocked();
    begin_orientation(&mut glass);
    glass.types("\tLou\t2/4/1998\t1234567\tPetit\t1/6/2025");
    glass.types(CTRL_S);
    glass.hides("Matricule CAF*");
    glass.types("q");
    assert!(glass.ends().success());
    glass.is_as_before();
    assert!(!glass.text().contains(SURNAME));
    let app = place.open();
    let family = app.by_matricule("1234567").unwrap().unwrap();
    assert_eq!(app.family(family).unwrap().unwrap().identity.surname, SURNAME);
    assert!(app.drafts().unwrap().is_empty(), "what is recorded needs no draft");
}

#[test]
fn killed_in_the_middle_of_a_form_it_finds_the_draft_again() {
    let place = Place::new();
    let mut glass = place.unlocked();
    begin_orientation(&mut glass);
    // The draft is saved as one types; the form says so.
    glass.shows("brouillon gardé");
    glass.signal("KILL");
    glass.ends();
    let mut glass = place.unlocked();
    glass.shows("Saisies inachevées");
    glass.types(ENTER);
    glass.shows(SURNAME);
    glass.shows("Brouillon repris");
    glass.types(ESCAPE);
}

#[test]
fn a_signal_in_the_middle_of_a_form_gives_the_terminal_back_and_keeps_the_draft() {
    for signal in ["TERM", "HUP"] {
        let place = Place::new();
        let mut glass = place.unlocked();
        begin_orientation(&mut glass);
        glass.signal(signal);
        glass.ends();
        glass.is_as_before();
        let drafts = place.open().drafts().unwrap();
        assert!(drafts.iter().any(|draft| draft.body.contains(SURNAME)), "{signal}");
    }
}

#[test]
fn closing_the_terminal_ends_the_program_and_keeps_the_draft() {
    let place = Place::new();
    let mut glass = place.unlocked();
    begin_orientation(&mut glass);
    glass.close();
    glass.ends();
    assert!(place.open().drafts().unwrap().iter().any(|draft| draft.body.contains(SURNAME)));
}

#[test]
fn a_lock_shows_nothing_and_leaves_nothing_in_memory() {
    let place = Place::new();
    let mut glass = place.unlocked();
    begin_orientation(&mut glass);
    let Some(before) = memory_holds(glass.pid(), SURNAME) else {
        println!("skipped: this system does not let a process read another's memory");
        return;
    };
    assert!(before, "the name is in memory while it shows");
    glass.types(CTRL_L);
    glass.hides(SURNAME);
    glass.shows("C. Essai");
    assert_eq!(memory_holds(glass.pid(), SURNAME), Some(false));
    assert_eq!(memory_holds(glass.pid(), PASSPHRASE), Some(false));
    unlock(&mut glass);
    glass.shows("Saisies inachevées");
    glass.types(ESCAPE);
    glass.hides("Saisies inachevées");
    glass.types("q");
    assert!(glass.ends().success());
    glass.is_as_before();
}

#[test]
fn names_that_were_masked_are_masked_after_the_lock_until_they_are_shown_again() {
    let place = Place::new();
    let mut glass = place.unlocked();
    glass.types(F9);
    glass.shows("masqué");
    glass.types(CTRL_L);
    glass.hides("masqué");
    unlock(&mut glass);
    glass.shows("masqué");
    glass.types(F9);
    glass.hides("masqué");
    glass.types(CTRL_L);
    glass.hides("File active");
    unlock(&mut glass);
    assert!(!glass.text().contains("masqué"), "{}", glass.text());
    glass.types("q");
    assert!(glass.ends().success());
}

#[test]
fn a_locked_demonstration_opens_on_enter_alone() {
    let directory = tempfile::tempdir().unwrap();
    let store = directory.path().join("store");
    let demonstration = Demonstration::new(3, 1, "2026-11-23".parse().unwrap()).unwrap();
    demonstration.tell(&store, clock(), |_| {}).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_jalon"));
    let mut glass = Glass::start(program, &["--store", &store.display().to_string()], &[]);
    glass.shows("File active");
    glass.types(CTRL_L);
    glass.shows("Antenne inventée");
    glass.types(ENTER);
    glass.shows("File active");
    glass.types("q");
    assert!(glass.ends().success());
    glass.is_as_before();
}

#[test]
fn without_a_terminal_it_says_so() {
    let place = Place::new();
    let said = std::process::Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(["--store", &place.store(), "--lang", "fr"])
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(said.status.code(), Some(1));
    assert!(String::from_utf8(said.stderr).unwrap().contains("terminal"));
    assert!(said.stdout.is_empty());
}

/// Set for the process that panics on purpose.
const PANICS: &str = "JALON_TEST_PANICS";

#[test]
fn a_panic_gives_the_terminal_back_and_says_nothing_of_a_family() {
    let this = std::env::current_exe().unwrap();
    let arguments = ["--exact", "terminal::panics", "--nocapture", "--test-threads=1"];
    let mut glass = Glass::start(&this, &arguments, &[(PANICS, SURNAME)]);
    glass.ends();
    glass.is_as_before();
    assert!(glass.text().contains("jalon s’est arrêté"), "{}", glass.text());
    assert!(!glass.text().contains(SURNAME), "{}", glass.text());
}

/// Not a test by itself: the process that the test above starts.
#[test]
fn panics() {
    use jalon::tui::terminal::{MouseCapture, Taken};
    let Ok(name) = std::env::var(PANICS) else { return };
    let _taken = Taken::take(MouseCapture::On, "jalon s’est arrêté".to_owned()).unwrap();
    panic!("{name}");
}

/// Whether a process holds a text in memory it can write; nothing when its memory may not be read.
fn memory_holds(pid: u32, text: &str) -> Option<bool> {
    let maps = std::fs::read_to_string(format!("/proc/{pid}/maps")).ok()?;
    let memory = File::open(format!("/proc/{pid}/mem")).ok()?;
    let mut read_something = false;
    for map in maps.lines().filter(|map| map.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))) {
        let (start, end) = map.split(' ').next()?.split_once('-')?;
        let (start, end) = (u64::from_str_radix(start, 16).ok()?, u64::from_str_radix(end, 16).ok()?);
        let mut bytes = vec![0; usize::try_from(end - start).ok()?];
        if memory.read_exact_at(&mut bytes, start).is_ok() {
            read_something = true;
            if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
                return Some(true);
            }
        }
    }
    read_something.then_some(false)
}
