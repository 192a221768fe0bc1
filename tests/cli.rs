//! The commands without a screen, as a script or a person at a shell uses them: the real binary, on a real store.

use std::fs;
use std::path::{Path, PathBuf};
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
        let output = Command::new(env!("CARGO_BIN_EXE_jalon"))
            .args(first)
            .args(then)
            .current_dir(self.directory.path())
            .env("HOME", self.directory.path())
            .env("LC_ALL", "fr_FR.UTF-8")
            .env_remove("JALON_STORE")
            .env_remove("JALON_LOCKED")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        Said {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
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
        let before = self.bytes();
        let said = self.run(arguments);
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.err.contains(sentence), "{said:?}");
        assert!(said.err.lines().count() >= 2, "what is wrong and what to do: {said:?}");
        assert_eq!(said.out, "", "{said:?}");
        assert!(self.bytes() == before, "something was written");
    }
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

#[test]
fn init_creates_a_store_with_the_recovery_code_on_stdout_alone() {
    let place = Place::empty();
    let file = place.write("passphrase", PASSPHRASE);
    let arguments =
        ["--antenna", "Antenne d’Essai", "--department", "Essai", "--as", "C. Essai", "--center", "MDS Nord"];
    let mut all = vec!["--passphrase-file", &file, "init"];
    all.extend(arguments);
    let code = done(place.run(&all));
    assert_eq!(code.trim().split('-').count(), 8, "{code}");
    assert_eq!(code.lines().count(), 1);
    let out = done(place.run(&["--passphrase-file", &file, "check"]));
    assert!(out.contains("Tout est en ordre"), "{out}");
    place.refuses(&all, "déjà");
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
fn init_refuses_a_short_passphrase() {
    let place = Place::empty();
    let file = place.write("passphrase", "court");
    let arguments = ["--passphrase-file", &file, "init", "--antenna", "A", "--department", "D", "--as", "C. Essai"];
    place.refuses(&arguments, "12 caractères");
}

#[test]
fn acts_as_json_lines_are_recorded_and_read_back() {
    let place = Place::locked();
    let lines =
        format!("{ORIENTATION}\n{}\n", r#"{"family":"7654321","act":"record_contact","telephone":"06 39 98 00 00"}"#);
    let file = place.write("acts.jsonl", &lines);
    let out = done(place.unlocked(&["record", &file]));
    assert!(out.contains('2'), "{out}");
    let sheet = done(place.unlocked(&["family", "7654321"]));
    assert!(sheet.contains("ZÉDOUBLEVÉ Lou"), "{sheet}");
    assert!(sheet.contains("06 39 98 00 00"), "{sheet}");
    let json: serde_json::Value =
        serde_json::from_str(&done(place.unlocked(&["family", "7654321", "--format", "json"]))).unwrap();
    assert_eq!(json.pointer("/record/identity/matricule").unwrap(), "7654321");
}

#[test]
fn a_malformed_json_line_is_told_by_its_number_and_the_others_are_kept() {
    let place = Place::locked();
    let malformed = [
        "{",
        "null",
        "[1,2]",
        r#"{"family":"7654321"}"#,
        r#"{"family":"7654321","act":"no_such_act"}"#,
        r#"{"family":"7654321","act":"record_contact","telephone":12}"#,
        r#"{"family":"7654321","act":"record_contact","secret_member":"Zédoublevé"}"#,
        "\u{0}",
    ];
    let lines = format!("{ORIENTATION}\n{}\n", malformed.join("\n"));
    let file = place.write("acts.jsonl", &lines);
    let said = place.unlocked(&["record", &file]);
    assert_eq!(said.code, 1, "{said:?}");
    for number in 2..=1 + malformed.len() {
        assert!(said.err.contains(&format!("Ligne {number}")), "line {number}: {said:?}");
    }
    assert!(!said.err.contains("Zédoublevé"), "nothing of a person in an error: {said:?}");
    assert!(said.out.contains("1 ligne"), "{said:?}");
    assert!(done(place.unlocked(&["family", "7654321"])).contains("ZÉDOUBLEVÉ"));
}

#[test]
fn a_refused_line_names_its_rule_and_writes_nothing() {
    let place = Place::locked();
    let orphan = r#"{"family":"1111111","act":"record_contact","telephone":"06"}"#;
    let twice = format!("{ORIENTATION}\n{ORIENTATION}\n{orphan}\n");
    let file = place.write("acts.jsonl", &twice);
    let said = place.unlocked(&["record", &file]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("Ligne 2") && said.err.contains("Ligne 3") && !said.err.contains("Ligne 1"), "{said:?}");
    let out = done(place.unlocked(&["check"]));
    assert!(out.contains("1 famille"), "{out}");
}

#[test]
fn a_line_longer_than_any_act_stops_the_reading() {
    let place = Place::locked();
    let file = place.write("acts.jsonl", &format!("{ORIENTATION}\n{}", "x".repeat(2_000_000)));
    let said = place.unlocked(&["record", &file]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("Ligne 2"), "{said:?}");
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
fn a_directory_without_a_store_is_no_store() {
    Place::empty().refuses(&["check"], "base");
}

#[test]
fn a_truncated_store_is_refused() {
    let place = Place::made_up(3);
    let database = place.path("store/antenna.db");
    let bytes = fs::read(&database).unwrap();
    fs::write(&database, &bytes[..bytes.len() / 2]).unwrap();
    place.refuses(&["check"], "abîmé");
}

#[test]
fn a_corrupted_store_is_refused() {
    let place = Place::made_up(3);
    let database = place.path("store/antenna.db");
    let mut bytes = fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&database, bytes).unwrap();
    place.refuses(&["check"], "abîmé");
}

#[test]
fn an_old_copy_put_back_takes_no_act_and_says_why() {
    let place = Place::made_up(3);
    let database = place.path("store/antenna.db");
    let old = fs::read(&database).unwrap();
    let family = r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 00 00"}"#;
    let file = place.write("acts.jsonl", family);
    done(place.run(&["record", &file]));
    fs::write(&database, old).unwrap();
    let said = place.run(&["record", &file]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("ancien") || said.err.contains("plus ancienne"), "{said:?}");
}

#[test]
fn an_unknown_family_is_said() {
    Place::made_up(3).refuses(&["family", "0000000"], "famille");
}

#[test]
fn an_impossible_date_is_not_understood() {
    let place = Place::made_up(1);
    for date in ["2026-02-30", "2026-13-01", "hier", ""] {
        let said = place.run_with(&["--store", "store", "--today", date], &["check"]);
        assert_eq!(said.code, 2, "{date}: {said:?}");
        assert!(said.err.contains("--today"), "{date}: {said:?}");
    }
}

#[test]
fn what_is_not_understood_exits_with_2_in_the_person_s_language() {
    let place = Place::made_up(1);
    for arguments in
        [&["enregistrer"][..], &["verify"], &["record"], &["export", "--again", "x"], &["--lang", "de", "check"]]
    {
        let said = place.run(arguments);
        assert_eq!(said.code, 2, "{arguments:?}: {said:?}");
        assert!(said.err.contains("--help"), "{said:?}");
        assert!(!said.err.contains("error:"), "{said:?}");
    }
    let said = place.run(&["--lang", "en", "enregistrer"]);
    assert!(said.err.contains("command"), "{said:?}");
}

#[test]
fn the_help_is_in_french_and_in_english() {
    let place = Place::empty();
    let french = done(place.run(&["--help"]));
    assert!(french.contains("Commandes") && !french.contains("Commands"), "{french}");
    let english = done(place.run(&["--lang", "en", "--help"]));
    assert!(english.contains("Commands") && !english.contains("Commandes"), "{english}");
    for command in ["demo", "init", "export", "verify", "show", "schema", "record", "family", "agenda", "check"]
        .into_iter()
        .chain(["rebuild", "backup", "restore", "referent", "referent add", "referent remove", "referent passphrase"])
    {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let french = done(place.run(&words));
        for foreign in ["default", "possible values", "FILE>", "NAME>", "⟦"] {
            assert!(!french.contains(foreign), "{command}: {foreign} in {french}");
        }
    }
}

#[test]
fn the_agenda_is_a_table_or_a_calendar_without_names() {
    let place = Place::made_up(47);
    let table = done(place.run(&["agenda"]));
    assert!(table.contains("En retard") && table.contains("DIALLO Mariam"), "{table}");
    let calendar = done(place.run(&["agenda", "--format", "ics"]));
    assert!(calendar.starts_with("BEGIN:VCALENDAR") && calendar.contains("BEGIN:VEVENT"), "{calendar}");
    assert!(!calendar.contains("DIALLO"), "a calendar goes to a telephone: initials only");
    assert!(done(place.run(&["agenda", "--format", "ics", "--names"])).contains("DIALLO"));
    place.refuses(&["agenda", "--from", "2026-12-01", "--to", "2026-11-01"], "2026");
}

#[test]
fn a_bundle_is_previewed_sealed_verified_shown_and_written_again() {
    let place = Place::made_up(5);
    let preview = done(place.run(&["export", "--preview"]));
    assert!(preview.contains("DIALLO Mariam"), "{preview}");
    let out = place.path("out");
    fs::create_dir(&out).unwrap();
    let out = out.display().to_string();
    let path = done(place.run(&["export", "--out", &out])).trim().to_owned();
    let bytes = fs::read(&path).unwrap();
    let key = Path::new(&out).join("antenne-de-melun.pem").display().to_string();
    assert!(done(place.run(&["verify", &path, "--key", &key])).contains("signé par la clé indiquée"));
    let shown: serde_json::Value = serde_json::from_str(&done(place.run(&["show", &path]))).unwrap();
    assert_eq!(shown.pointer("/sequence").unwrap(), 1);
    fs::remove_file(&path).unwrap();
    done(place.run(&["export", "--again", "1", "--out", &out]));
    assert!(fs::read(&path).unwrap() == bytes, "the very same bytes");
    place.refuses(&["export", "--out", &out], "transmettre");
    place.refuses(&["export", "--again", "7", "--out", &out], "7");
}

#[test]
fn a_file_in_the_way_of_a_bundle_is_not_overwritten() {
    let place = Place::made_up(2);
    let precious = place.write("antenne-de-melun-0001.json", "autre chose");
    let said = place.run(&["export"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert_eq!(fs::read_to_string(precious).unwrap(), "autre chose");
    assert!(done(place.run(&["export", "--preview"])).contains("n° 1"), "nothing was sealed");
}

#[test]
fn a_directory_that_does_not_exist_gets_no_bundle_and_costs_no_number() {
    let place = Place::made_up(2);
    // The first export makes this device's signing key.
    done(place.run(&["export"]));
    let file = place.write("acts.jsonl", r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 00 00"}"#);
    done(place.run(&["record", &file]));
    place.refuses(&["export", "--out", "nulle/part"], "nulle/part/antenne-de-melun.pem n’existe pas");
    assert!(done(place.run(&["export"])).contains("-0002.json"));
}

#[test]
fn every_bundle_kept_as_refused_is_refused_with_a_sentence_and_without_a_store() {
    let place = Place::empty();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bundles/refused");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let paths: Vec<_> = files.iter().map(|path| path.display().to_string()).collect();
    let mut arguments = vec!["verify"];
    arguments.extend(paths.iter().map(String::as_str));
    let said = place.run_with(&[], &arguments);
    assert_eq!(said.code, 1);
    assert_eq!(said.out, "", "none is valid");
    for path in &paths {
        assert!(said.err.contains(path.as_str()), "{path}");
    }
    let said = place.run_with(&[], &["show", &paths[0]]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
}

#[test]
fn a_missing_file_is_named() {
    let place = Place::made_up(1);
    for arguments in [&["verify", "nulle-part.json"][..], &["show", "nulle-part.json"], &["record", "nulle-part.jsonl"]]
    {
        place.refuses(arguments, "nulle-part.json");
    }
}

#[test]
fn the_schemas_are_schemas() {
    let place = Place::empty();
    for what in ["bundle", "act"] {
        let schema: serde_json::Value = serde_json::from_str(&done(place.run_with(&[], &["schema", what]))).unwrap();
        assert_eq!(schema.pointer("/$schema").unwrap(), "https://json-schema.org/draft/2020-12/schema", "{what}");
    }
}

#[test]
fn a_store_is_checked_rebuilt_backed_up_and_restored() {
    let place = Place::made_up(4);
    assert!(done(place.run(&["check"])).contains("4 familles"));
    assert!(done(place.run(&["rebuild"])).contains("4 familles"));
    let backup = done(place.run(&["backup"])).trim().to_owned();
    let file = place.write("acts.jsonl", r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 11 22"}"#);
    done(place.run(&["record", &file]));
    assert!(done(place.run(&["family", "1000001"])).contains("06 39 98 11 22"));
    done(place.run(&["restore", &backup]));
    assert!(!done(place.run(&["family", "1000001"])).contains("06 39 98 11 22"), "as it was at the backup");
    done(place.run(&["check"]));
    place.refuses(&["restore", "nulle-part.db"], "nulle-part.db");
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
fn a_demonstration_is_kept_where_it_is_asked_and_never_over_another_store() {
    let place = Place::locked();
    let kept = place.path("kept").display().to_string();
    let arguments = ["demo", "--families", "3", "--keep", &kept, "--create-only"];
    assert_eq!(done(place.run_with(&["--today", TODAY], &arguments)).trim(), kept);
    assert!(done(place.run_with(&["--store", &kept], &["check"])).contains("3 familles"));
    let store = place.path("store").display().to_string();
    place.refuses(&["demo", "--keep", &store, "--create-only"], "déjà");
}
