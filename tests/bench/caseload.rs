//! What a person waits for, at three sizes of the caseload: `cargo bench` prints the medians side by side.
//!
//! The screen is driven by its own loop, painted on nothing; the store is a real one on the disk. The made-up stores are kept
//! under the target directory: the first run makes them.

#![allow(clippy::expect_used)]

use std::cell::RefCell;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use chrono::NaiveDate;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use jalon::app::access::{self, Opener};
use jalon::app::demo::Demonstration;
use jalon::app::department;
use jalon::app::{App, Command, ListView, Sort};
use jalon::base::clock::Clock;
use jalon::base::id::FamilyId;
use jalon::base::locale::{Catalog, Lang};
use jalon::domain::FamilyAct;
use jalon::exchange::Verified;
use jalon::tui::desk::AppDesk;
use jalon::tui::input::Input;
use jalon::tui::keymap::Key;
use jalon::tui::paint::Screen;
use jalon::tui::run::{Desk, Lender, run};
use jalon::tui::theme::Theme;
use jalon::tui::ui::Ui;
use ratatui::layout::Size;
use tempfile::TempDir;

const FAMILIES: [u32; 3] = [140, 10_000, 100_000];
/// What a store is made of.
const FILES: [&str; 3] = ["keys.json", "antenna.db", "anchor.json"];
const SIZE: Size = Size { width: 120, height: 40 };

fn main() {
    divan::main();
}

#[divan::bench(args = FAMILIES)]
fn list_move(bencher: Bencher<'_, '_>, families: u32) {
    let mut stage = Stage::on(families);
    let mut moved = 0;
    bencher.bench_local(|| {
        // Down the list and up again, past what a page shows.
        stage.press(if moved % 120 < 60 { "j" } else { "k" });
        moved += 1;
    });
}

#[divan::bench(args = FAMILIES)]
fn filter_keystroke(bencher: Bencher<'_, '_>, families: u32) {
    let mut stage = Stage::on(families);
    stage.press("/");
    let mut typed = 0;
    bencher.bench_local(|| {
        // Three letters are typed, then erased: each is one sample.
        stage.press(if typed % 6 < 3 { "a" } else { "Backspace" });
        typed += 1;
    });
}

#[divan::bench(args = FAMILIES)]
fn open_family(bencher: Bencher<'_, '_>, families: u32) {
    let mut stage = Stage::on(families);
    let mut open = false;
    bencher.bench_local(|| {
        stage.press(if open { "Esc" } else { "Enter" });
        open = !open;
    });
}

#[divan::bench(args = FAMILIES)]
fn save_an_act(bencher: Bencher<'_, '_>, families: u32) {
    let (_copy, mut app) = copy_of(families);
    let family = some_family(&app);
    let mut number = 0_u32;
    bencher.bench_local(|| {
        number += 1;
        let told = format!(r#"{{"act":"record_contact","telephone":"01{number:08}"}}"#);
        let act: FamilyAct = serde_json::from_str(&told).expect("an act");
        app.execute(Command::Family { family: Some(family), act }).expect("recorded")
    });
}

/// The bundle of a day: twenty acts since the last one. Handing over first what came before takes minutes at the largest size.
#[divan::bench(args = [140, 10_000], sample_count = 10, sample_size = 1)]
fn export_a_day(bencher: Bencher<'_, '_>, families: u32) {
    let (copy, mut app) = copy_of(families);
    while app.export(copy.path()).expect("sealed").remaining > 0 {}
    let family = some_family(&app);
    let app = RefCell::new(app);
    let mut number = 0_u32;
    bencher
        .with_inputs(|| {
            for _ in 0..20 {
                number += 1;
                let told = format!(r#"{{"act":"record_contact","telephone":"01{number:08}"}}"#);
                let act: FamilyAct = serde_json::from_str(&told).expect("an act");
                app.borrow_mut().execute(Command::Family { family: Some(family), act }).expect("recorded");
            }
        })
        .bench_local_values(|()| app.borrow_mut().export(copy.path()).expect("sealed"));
}

/// The first bundle of a store: all of it at the smallest size, as much as one bundle holds at the others.
#[divan::bench(args = FAMILIES, sample_count = 3, sample_size = 1)]
fn export_the_first_bundle(bencher: Bencher<'_, '_>, families: u32) {
    let bytes = first_bundle(families).len();
    bencher
        .counter(BytesCount::new(bytes))
        .with_inputs(|| copy_of(families))
        .bench_local_values(|(copy, mut app)| app.export(copy.path()).expect("sealed").bytes);
}

#[divan::bench(args = FAMILIES, sample_count = 5, sample_size = 1)]
fn verify_the_first_bundle(bencher: Bencher<'_, '_>, families: u32) {
    let bytes = first_bundle(families);
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench_local(|| Verified::open(black_box(&bytes), None).expect("valid").entries().len());
}

/// The same bundle at a Département that has nothing of the antenna yet.
#[divan::bench(args = FAMILIES, sample_count = 3, sample_size = 1)]
fn receive_the_first_bundle(bencher: Bencher<'_, '_>, families: u32) {
    let (copy, mut app) = copy_of(families);
    let office = office(&mut app, copy.path());
    let file = fs::read(app.export(copy.path()).expect("sealed").path).expect("its bytes");
    bencher
        .counter(BytesCount::new(file.len()))
        .with_inputs(|| {
            let copy = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
            for file in FILES {
                fs::copy(office.join(file), copy.path().join(file)).expect("copied");
            }
            let department = department::open(copy.path(), &Opener::Demonstration, clock()).expect("opened");
            (copy, department)
        })
        .bench_local_values(|(_copy, mut department)| department.take_in(&file).expect("taken in"));
}

/// The program on a kept store, in its own loop on its own thread; a sample is from the key to the frame that answers it.
struct Stage {
    inputs: Sender<Input>,
    painted: Receiver<()>,
}

impl Stage {
    fn on(families: u32) -> Self {
        let (inputs, mut received) = channel();
        let (paint, painted) = channel();
        let sender = inputs.clone();
        thread::spawn(move || {
            let app = access::open(&store(families), &Opener::Demonstration, clock()).expect("opened");
            let mut ui = Ui::new(Arc::new(Catalog::new(Lang::Fr)), today(), Theme::Dark, SIZE);
            let mut desk = AppDesk::new(app, sender.into(), PathBuf::from("."));
            desk.begin(&mut ui);
            // The index and the header's figures, read beside the screen.
            let Ok(Input::Background(read)) = received.recv() else { unreachable!("the index comes") };
            desk.take_background(read, &mut ui);
            let mut terminal = Screen::new(Glass(paint), SIZE);
            run(&mut ui, &mut desk, &mut terminal, &mut NoLender, &mut received);
        });
        painted.recv().expect("a first frame");
        let mut stage = Self { inputs, painted };
        stage.press("j");
        stage
    }

    fn press(&mut self, key: &str) {
        self.inputs.send(Input::Key(Key::parse(key).expect("a key"))).expect("sent");
        self.painted.recv().expect("painted");
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.inputs.send(Input::Terminate);
    }
}

/// Where frames go: nothing is kept of them, but that each was painted.
struct Glass(Sender<()>);

impl Write for Glass {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.send(()).map_err(io::Error::other)
    }
}

struct NoLender;

impl Lender<Glass> for NoLender {
    fn suspend(&mut self, _: &mut Screen<Glass>) -> io::Result<()> {
        Ok(())
    }

    fn resume(&mut self, _: &mut Screen<Glass>) -> io::Result<()> {
        Ok(())
    }
}

fn today() -> NaiveDate {
    "2026-11-23".parse().expect("a date")
}

fn clock() -> Clock {
    Clock::fixed_today(today())
}

/// The made-up store of this size, made when it is not there.
fn store(families: u32) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("caseload-{families}"));
    if !directory.join("keys.json").exists() {
        let making = directory.with_extension("making");
        let _ = fs::remove_dir_all(&making);
        let demonstration = Demonstration::new(families as usize, 1, today()).expect("a story");
        demonstration.tell(&making, clock(), |_| {}).expect("made");
        fs::rename(&making, &directory).expect("kept");
    }
    directory
}

/// A copy of the made-up store of this size, to write in.
fn copy_of(families: u32) -> (TempDir, App) {
    let copy = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a directory");
    for file in FILES {
        fs::copy(store(families).join(file), copy.path().join(file)).expect("copied");
    }
    let app = access::open(copy.path(), &Opener::Demonstration, clock()).expect("opened");
    (copy, app)
}

/// The store of a Département that is enrolled with the antenna, made within a directory.
fn office(app: &mut App, within: &Path) -> PathBuf {
    let directory = within.join("office");
    let mut department =
        department::create_demonstration(&directory, "Département d’Essai", "D. Essai", clock()).expect("made");
    let card = department.give_card(within).expect("a card");
    app.enrol_department(&fs::read(card.path).expect("its bytes"), &card.words.join(" ")).expect("enrolled");
    let card = app.give_card(within).expect("a card");
    department.enrol(&fs::read(card.path).expect("its bytes"), &card.words.join(" "), within).expect("enrolled");
    department.close().expect("closed");
    directory
}

fn some_family(app: &App) -> FamilyId {
    app.first_rows(ListView::Active, Sort::Name, 1).expect("rows").first().expect("a family").id
}

/// Kept beside the stores: making it takes longer than reading it.
fn first_bundle(families: u32) -> Vec<u8> {
    let kept = store(families).with_extension("json");
    if !kept.exists() {
        let (copy, mut app) = copy_of(families);
        let exported = app.export(copy.path()).expect("sealed");
        fs::copy(exported.path, &kept).expect("kept");
    }
    fs::read(kept).expect("its bytes")
}
