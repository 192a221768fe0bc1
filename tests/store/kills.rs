//! A writer killed a thousand times, as a power cut or the task manager would: what it acknowledged is there.
//!
//! The writer is this test binary itself, started on its one `writer` test; it says each number after its commit.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use jalon::app::views::OF_ANTENNA;
use jalon::store::{Store, Vault};

use super::made_up::{MadeUp, REPLICA, found, last_number, orient, reach, replica};

const STORE: &str = "JALON_TEST_WRITER_STORE";
const KILLS: u32 = 1000;

#[test]
fn writer() {
    let Some(directory) = env::var_os(STORE) else { return };
    let directory = Path::new(&directory);
    let key = Vault::open(directory).unwrap().unlock_demonstration().unwrap().key;
    let mut store = Store::open(directory, &key).unwrap();
    assert!(store.read_only().is_none(), "{:?}", store.read_only());
    let mut out = std::io::stdout().lock();
    loop {
        // Each family lives for a dozen acts, so that an act costs the same at the end as at the start.
        let next = last_number(&store, replica(REPLICA)) + 1;
        let recorded = match next % 12 {
            0 => orient(&mut store, replica(REPLICA), next / 12),
            act => reach(&mut store, replica(REPLICA), next / 12, &format!("01{act:08}")),
        };
        writeln!(out, "recorded {}", recorded.unwrap().number).unwrap();
        out.flush().unwrap();
    }
}

/// The process that writes; it ends with the test, also with one that fails.
struct Writer(Child);

impl Writer {
    fn said(&mut self) -> BufReader<ChildStdout> {
        BufReader::new(self.0.stdout.take().unwrap())
    }

    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.kill();
    }
}

fn start(directory: &Path) -> Writer {
    let started = Command::new(env::current_exe().unwrap())
        .args(["--exact", "store::kills::writer", "--nocapture", "--test-threads=1"])
        .env(STORE, directory)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    Writer(started.unwrap())
}

/// Lets the writer run for `delay` after its first acknowledgement, kills it, and returns the last number acknowledged.
fn killed_after(directory: &Path, delay: Duration) -> u64 {
    let mut writer = start(directory);
    let mut said = writer.said();
    let mut line = String::new();
    let number = |line: &str| line.split("recorded ").nth(1).and_then(|number| number.trim().parse::<u64>().ok());
    let mut last = loop {
        line.clear();
        assert_ne!(said.read_line(&mut line).unwrap(), 0, "the writer stopped by itself");
        if let Some(first) = number(&line) {
            break first;
        }
    };
    // Not a wait for something: the random moment itself.
    std::thread::park_timeout(delay);
    writer.kill();
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    // A last line without its end was being written: the commit before it is no less done.
    for line in rest.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
        last = number(line).unwrap_or(last);
    }
    last
}

#[test]
fn another_process_that_writes_at_the_same_time_loses_nothing_and_takes_no_number_twice() {
    let (made_up, mut store) = MadeUp::create();
    found(&mut store);
    let mut writer = start(made_up.path());
    let mut said = writer.said();
    // Only once it writes, so that both do.
    let mut line = String::new();
    while !line.contains("recorded ") {
        assert_ne!(said.read_line(&mut line).unwrap(), 0, "the writer stopped by itself");
    }
    let theirs = std::thread::spawn(move || {
        let recorded = said.lines().map_while(Result::ok);
        let numbers = recorded.filter_map(|line| line.split("recorded ").nth(1)?.parse::<u64>().ok());
        numbers.collect::<Vec<_>>()
    });
    // Families of its own, far from those of the other process.
    let mine = (0..200).map(|number| orient(&mut store, replica(REPLICA), 1_000_000 + number).unwrap().number);
    let mine: Vec<u64> = mine.collect();
    writer.kill();
    let theirs = theirs.join().unwrap();
    let last = last_number(&store, replica(REPLICA));
    let mut numbers: Vec<u64> = mine.iter().chain(&theirs).copied().collect();
    numbers.sort_unstable();
    let count = numbers.len();
    numbers.dedup();
    assert_eq!(numbers.len(), count, "no number was taken twice");
    assert!(numbers.iter().all(|number| *number <= last));
    assert_eq!(store.check(&OF_ANTENNA).unwrap().entries, last);
}

#[test]
fn a_thousand_kills_lose_no_acknowledged_entry_and_leave_views_equal_to_a_replay() {
    let (made_up, mut store) = MadeUp::create();
    found(&mut store);
    store.close().unwrap();
    let mut least = 0;
    for kill in 0..KILLS {
        // Spread over the writer's rhythm; now and then long enough for the anchor to be under way.
        let micros = if kill % 50 == 49 { 395_000 + u64::from(kill) * 10 } else { 500 + u64::from(kill * 7919 % 9500) };
        let acknowledged = killed_after(made_up.path(), Duration::from_micros(micros));
        assert!(least < acknowledged, "kill {kill}: {acknowledged} after {least}");
        least = acknowledged;
        if kill % 10 == 9 {
            let store = made_up.open().unwrap();
            assert!(store.read_only().is_none(), "kill {kill}: {:?}", store.read_only());
            let last = last_number(&store, replica(REPLICA));
            assert!(acknowledged <= last, "kill {kill}: {acknowledged} was acknowledged, {last} is the last");
            assert!(last <= acknowledged + 1, "kill {kill}: only one act can be unacknowledged");
            least = last;
        }
    }
    let store = made_up.open().unwrap();
    let checked = store.check(&OF_ANTENNA).unwrap();
    assert!(least <= checked.entries && u64::from(KILLS) < checked.entries);
}
