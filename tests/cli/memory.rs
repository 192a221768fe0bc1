//! What the program does with its memory: a hand-over of many bundles takes no more than one of a few, at the side that makes them and
//! at the side that takes them in; and a crash leaves nothing of it on the disk.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use jalon::app::access::{self, Opener};
use jalon::app::department;
use jalon::exchange::bundle::Kind;

use super::{Place, TODAY, clock};

/// Families of half a dozen bundles.
const FAMILIES: usize = 400;

/// The highest that the memory of a command was, in kibibytes, at each line that it printed.
fn peaks(place: &Place, arguments: &[&str]) -> Vec<u64> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_jalon"));
    program.args(["--today", TODAY]).args(arguments).current_dir(place.directory.path()).env_remove("JALON_STORE");
    let mut running = program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", running.id());
    let peak = || {
        let status = fs::read_to_string(&status).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().trim_end_matches(" kB").parse::<u64>().ok()
    };
    let lines = BufReader::new(running.stdout.take().unwrap()).lines();
    let peaks = lines.filter_map(|line| line.ok().and_then(|_| peak())).collect();
    assert!(running.wait().unwrap().success());
    peaks
}

/// Pages of the store that a hand-over holds at most, in kibibytes: they fill little by little.
const PAGES_HELD: u64 = 16_000;

/// What the work beside may hold at one line and not at another, in kibibytes: less than two bundles.
const BESIDE: u64 = 6_144;

/// After the second bundle everything that is needed for one was there once.
#[track_caller]
fn do_not_grow(peaks: &[u64], bundles: usize) {
    assert!(bundles > 4 && peaks.len() >= bundles, "{bundles} bundles, {peaks:?}");
    assert!(peaks[bundles - 1] <= peaks[1] + PAGES_HELD + BESIDE, "{peaks:?}");
}

#[test]
fn many_bundles_are_made_and_taken_in_with_the_memory_of_a_few() {
    let place = Place::made_up(FAMILIES);
    let out = place.path("out");
    fs::create_dir(&out).unwrap();
    let office = place.path("office");
    let mut department = department::create_demonstration(&office, "Département d’Essai", "D. Essai", clock()).unwrap();
    let mut antenna = access::open(&place.path("store"), &Opener::Demonstration, clock()).unwrap();
    let card = department.give_card(&out).unwrap();
    antenna.enrol_department(&fs::read(card.path).unwrap(), &card.words.join(" ")).unwrap();
    let card = antenna.give_card(&out).unwrap();
    department.enrol(&fs::read(card.path).unwrap(), &card.words.join(" "), &out).unwrap();
    antenna.close_without_backup().unwrap();
    department.close().unwrap();

    let [store, office, out] = [place.path("store"), office, out].map(|path| path.display().to_string());
    let exporting = peaks(&place, &["--store", &store, "export", "--out", &out]);
    let antenna = access::open(&place.path("store"), &Opener::Demonstration, clock()).unwrap();
    let sealed = antenna.outbox().unwrap();
    let activities = sealed.iter().filter(|sealed| sealed.kind == Kind::Activity.code());
    let files: Vec<_> = activities.map(|sealed| format!("{out}/{}", sealed.file_name)).collect();
    do_not_grow(&exporting, files.len());

    let mut receive = vec!["--store", &office, "department", "receive", "--out", &out];
    receive.extend(files.iter().map(String::as_str));
    do_not_grow(&peaks(&place, &receive), files.len());
}

/// Starts a program that may leave as large a memory image as it likes, in `directory`.
fn dumping(directory: &Path, program: &[&str]) -> Child {
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -c unlimited 2>/dev/null; exec \"$@\"", "sh"]).args(program).current_dir(directory);
    shell.env_remove("JALON_STORE").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn aborted(mut running: Child) -> ExitStatus {
    assert!(Command::new("kill").args(["-ABRT", &running.id().to_string()]).status().unwrap().success());
    let status = running.wait().unwrap();
    assert!(status.signal().is_some(), "it ended by itself: {status:?}");
    status
}

#[test]
fn a_crash_leaves_no_memory_on_the_disk() {
    let place = Place::made_up(1);
    let other = dumping(place.directory.path(), &["cat"]);
    if !aborted(other).core_dumped() {
        println!("skipped: this machine keeps no memory image of any program");
        return;
    }
    let store = place.path("store");
    let path = store.display().to_string();
    let mut running =
        dumping(place.directory.path(), &[env!("CARGO_BIN_EXE_jalon"), "--store", &path, "record", "/dev/stdin"]);
    running.stdin.as_mut().unwrap().write_all(b"{").unwrap();
    let since = Instant::now();
    while !store.join("antenna.db-wal").exists() {
        assert!(since.elapsed() < Duration::from_secs(60), "the store was not opened");
        thread::sleep(Duration::from_millis(10));
    }
    assert!(!aborted(running).core_dumped());
}
