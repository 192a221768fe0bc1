//! The commands without a screen, as a script or a person at a shell uses them: the real binary, on a real store.

mod accesses;
mod bundles;
mod department;
mod enrolment;
mod import;
mod keys;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(target_os = "linux")]
mod output;
mod record;
mod report;
mod store;
mod words;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use jalon::app::access::{self, NewAntenna, NewReferent, Secret};
use jalon::app::demo::Demonstration;
use jalon::base::clock::Clock;
use jalon::domain::antenna::AddCenter;
use jalon::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};
use jalon::store::Derivation;
use tempfile::TempDir;

const TODAY: &str = "2026-11-23";
const PASSPHRASE: &str = "quatre mots pour essayer";

/// A directory with a store in it, and the program to run on it.
struct Place {
    directory: TempDir,
}

/// What a command said, and its exit status.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Place {
    /// Without a store.
    fn empty() -> Self {
        Self { directory: tempfile::tempdir().unwrap() }
    }

    /// With a made-up antenna that opens without a passphrase.
    fn made_up(families: usize) -> Self {
        let place = Self::empty();
        let demonstration = Demonstration::new(families, 1, TODAY.parse().unwrap()).unwrap();
        demonstration.tell(&place.path("store"), clock(), |_| {}).unwrap();
        place
    }

    /// With an antenna of two referents, its keys as cheap as the store accepts.
    fn locked() -> Self {
        let place = Self::empty();
        let referent = |name: &str| NewReferent { name: name.into(), passphrase: Secret::new(PASSPHRASE) };
        let new = NewAntenna {
            name: "Antenne d’Essai".into(),
            department: "Département d’Essai".into(),
            referents: vec![referent("C. Essai"), referent("D. Essai")],
            centers: vec![AddCenter { code: "nord".into(), name: "MDS Nord".into(), places: None }],
            conventions: ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions,
        };
        let (app, _) = access::create_with(&place.path("store"), new, clock(), Derivation::FLOOR).unwrap();
        app.close_without_backup().unwrap();
        place.write("passphrase", PASSPHRASE);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        self.path(name).display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(&["--store", &self.path("store").display().to_string(), "--today", TODAY], arguments)
    }

    /// With the passphrase of both referents.
    fn unlocked(&self, arguments: &[&str]) -> Said {
        let file = self.path("passphrase").display().to_string();
        let mut all = vec!["--passphrase-file", &file];
        if !arguments.contains(&"--referent") {
            all.extend(["--referent", "C. Essai"]);
        }
        all.extend(arguments);
        self.run(&all)
    }

    fn run_with(&self, first: &[&str], then: &[&str]) -> Said {
        printed(&mut self.program(first, then)).unwrap()
    }

    fn program(&self, first: &[&str], then: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_jalon"));
        program
            .args(first)
            .args(then)
            .current_dir(self.directory.path())
            .env("HOME", self.directory.path())
            .env("LC_ALL", "fr_FR.UTF-8")
            .env_remove("JALON_STORE")
            .env_remove("JALON_LOCKED");
        program
    }

    /// Everything under the directory, byte for byte.
    fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut left = vec![self.directory.path().to_owned()];
        while let Some(directory) = left.pop() {
            for entry in fs::read_dir(directory).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => left.push(path),
                    // SQLite makes and removes these two beside the database, empty when nothing was written.
                    false if path.to_string_lossy().ends_with("-shm") || path.to_string_lossy().ends_with("-wal") => {}
                    false => found.push((path.clone(), fs::read(&path).unwrap())),
                }
            }
        }
        found.sort();
        found
    }

    /// Runs a command that must be refused: a sentence on stderr, status 1, nothing on stdout, nothing written.
    #[track_caller]
    fn refuses(&self, arguments: &[&str], sentence: &str) {
        let store = self.path("store").display().to_string();
        self.refuses_with(&[&["--store", &store, "--today", TODAY], arguments].concat(), sentence);
    }

    /// The same, on a store that the arguments name.
    #[track_caller]
    fn refuses_with(&self, arguments: &[&str], sentence: &str) {
        let before = self.bytes();
        let said = self.run_with(&[], arguments);
        assert_refused(&said, sentence);
        assert!(self.bytes() == before, "something was written");
    }
}

#[track_caller]
fn assert_refused(said: &Said, sentence: &str) {
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{said:?}");
    assert!(said.err.contains(sentence), "{said:?}");
    assert_eq!(said.err.lines().count(), 2, "what is wrong and what to do: {said:?}");
    for personal in ["DIALLO", "Mariam", "ZÉDOUBLEVÉ", "Zédoublevé", PASSPHRASE] {
        assert!(!said.err.contains(personal), "something of a person in an error: {said:?}");
    }
}

/// Runs a program to its end; none where it cannot be started.
fn printed(program: &mut Command) -> Option<Said> {
    let output = program.stdin(Stdio::null()).output().ok()?;
    Some(Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    })
}

fn clock() -> Clock {
    Clock::fixed_today(TODAY.parse().unwrap())
}

#[track_caller]
fn done(said: Said) -> String {
    assert_eq!(said.code, 0, "{said:?}");
    said.out
}

const ORIENTATION: &str = r#"{"family":"7654321","act":"receive_orientation","center":"nord","date":"2012-10-01","document":"Fiche de liaison","surname":"Zédoublevé","given_name":"Lou","birth_date":"1990-04-02","matricule":"7654321","children":[{"given_name":"Petit","birth_date":"2012-06-01"}],"isolated":true,"benefit_code":"RSI","followed_by_department":false}"#;
