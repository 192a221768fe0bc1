//! A made-up Département with three enrolled antennas and life in it: each hands over from a store of its own, which is kept
//! beside, so that both sides can be tried.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate, NaiveTime};
use serde::Deserialize;

use super::people::{Antenna, People};
use super::{Demonstration, DemonstrationError};
use crate::app::department::{self, Department, PublicationPlan};
use crate::app::{App, AppError, Command, ListView, Sort, access};
use crate::base::clock::Clock;
use crate::base::id::FamilyId;
use crate::base::toml_text;
use crate::domain::FamilyAct;
use crate::domain::encounter::{Confidentiality, WriteNote};
use crate::domain::family::{AddChild, Child};
use crate::domain::orientation::{IncludeFamily, ReceiveOrientation};
use crate::domain::row::FamilyRow;
use crate::exchange::answers::Support;
use crate::store::StoreError;

/// Families of each antenna: each situation once.
const FAMILIES: usize = 40;
/// Days since the silent antenna handed over.
const SILENT: u64 = 41;
/// Within the directory: the antennas' stores, what waits to be received, what is to be handed over.
const ANTENNAS: &str = "antennes";
const ARRIVALS: &str = "arrivees";
const OUT: &str = "a-remettre";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    name: String,
    agent: String,
    antennas: Vec<Antenna>,
    list: String,
    note: String,
    support: ToldSupport,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldSupport {
    code: String,
    title: String,
    text: String,
}

/// An antenna's store with where its bundles go.
struct Side {
    app: App,
    sent: PathBuf,
}

/// Makes the stores in `directory`; `made` hears how many antennas are.
///
/// # Errors
/// As [`Demonstration::tell`].
pub fn tell(directory: &Path, seed: u64, clock: Clock, mut made: impl FnMut(usize)) -> Result<(), DemonstrationError> {
    let told: Told = toml_text::read(include_str!("../../../assets/demo/office.toml"))?;
    let today = clock.today();
    let before = at(ago(today, SILENT));
    let (arrivals, out) = (directory.join(ARRIVALS), directory.join(OUT));
    let mut department = department::create_demonstration(directory, &told.name, &told.agent, before)?;
    for folder in [&arrivals, &out] {
        folder_made(folder)?;
    }
    let mut sides = Vec::new();
    for (place, antenna) in told.antennas.into_iter().enumerate() {
        let on = if place == 2 { before } else { clock };
        sides.push(antenna_told(directory, antenna, seed.wrapping_add(place as u64 * 17), on)?);
        made(place + 1);
    }
    enrol(&mut department, &mut sides, &out)?;
    if let [melun, meaux, silent] = sides.as_mut_slice() {
        hand_over(silent, &mut department)?;
        department.close()?;
        department = department::open(directory, &access::Opener::Demonstration, clock)?;
        hand_over(meaux, &mut department)?;
        a_gap(meaux, &mut department, &told.note)?;
        followed_twice(melun, meaux)?;
        hand_over(melun, &mut department)?;
        orient(&mut department, &told.list, directory, &out)?;
        publish(&mut department, &told.support, today, &out)?;
        for path in department.answer(&out)? {
            // Each file is for one of them, and the others refuse it.
            let _ = melun.app.take_in(&read(&path)?);
        }
        arrives(melun, &arrivals, &told.note)?;
    }
    for side in sides {
        side.app.close_without_backup()?;
    }
    for (setting, folder) in [(department::FOLDER, &out), (department::ARRIVALS, &arrivals)] {
        if let Some(folder) = folder.to_str() {
            department.app_mut().keep_setting(setting, folder)?;
        }
    }
    department.into_app().close_without_backup()?;
    Ok(())
}

/// An antenna's store, made by the same stories as every other.
fn antenna_told(directory: &Path, antenna: Antenna, seed: u64, clock: Clock) -> Result<Side, DemonstrationError> {
    let slug = crate::app::side::slug(&antenna.name);
    let store = directory.join(ANTENNAS).join(&slug);
    let sent = directory.join(ANTENNAS).join(format!("{slug}-remises"));
    folder_made(&sent)?;
    let people = People::read()?.of(antenna);
    Demonstration::of(people, FAMILIES, seed, clock.today())?.tell(&store, clock, |_| {})?;
    Ok(Side { app: access::open(&store, &access::Opener::Demonstration, clock)?, sent })
}

/// The cards exchanged both ways, and the registry that follows from it read by every antenna.
fn enrol(department: &mut Department, sides: &mut [Side], out: &Path) -> Result<(), AppError> {
    let mut files = Vec::new();
    for side in sides.iter_mut() {
        let ours = department.give_card(out)?;
        side.app.enrol_department(&read(&ours.path)?, &ours.words.join(" "))?;
        let theirs = side.app.give_card(&side.sent)?;
        files.extend(department.enrol(&read(&theirs.path)?, &theirs.words.join(" "), out)?.files);
    }
    for path in files {
        let bytes = read(&path)?;
        for side in sides.iter_mut() {
            // Each file is for one of them, and the others refuse it.
            let _ = side.app.take_in(&bytes);
        }
    }
    Ok(())
}

fn sealed(side: &mut Side) -> Result<Vec<PathBuf>, AppError> {
    let exported = side.app.export(&side.sent)?;
    Ok(std::iter::once(exported.path).chain(exported.beside).collect())
}

fn hand_over(side: &mut Side, department: &mut Department) -> Result<(), AppError> {
    for path in sealed(side)? {
        department.take_in(&read(&path)?)?;
    }
    Ok(())
}

/// A bundle that got lost between two that came.
fn a_gap(side: &mut Side, department: &mut Department, note: &str) -> Result<(), AppError> {
    let family = first_family(&side.app)?;
    write_note(side, family.id, note)?;
    sealed(side)?;
    write_note(side, family.id, note)?;
    for path in sealed(side)? {
        department.take_in(&read(&path)?)?;
    }
    Ok(())
}

/// A person of one antenna's caseload is included by another too: the Département refuses the second file (art. 3).
fn followed_twice(side: &mut Side, other: &Side) -> Result<(), AppError> {
    let known = first_family(&other.app)?;
    let record = other.app.family(known.id)?;
    let Some(orientation) = record.as_ref().and_then(|record| record.orientations.last()) else { return Ok(()) };
    let Some(identity) = record.as_ref().map(|record| record.identity.clone()) else { return Ok(()) };
    let Some(center) = side.app.antenna().centers.last().map(|center| center.code.clone()) else { return Ok(()) };
    let today = side.app.today();
    let act = ReceiveOrientation {
        id: None,
        center,
        date: ago(today, 6),
        document: orientation.document.clone(),
        surname: identity.surname,
        given_name: identity.given_name,
        birth_date: identity.birth_date,
        matricule: identity.matricule,
        children: record.iter().flat_map(|record| record.children_on(today)).map(child).collect(),
        contact: Box::default(),
        isolated: true,
        benefit_code: "RSI".to_owned(),
        followed_by_department: false,
    };
    let outcome = side.app.execute(Command::Family { family: None, act: FamilyAct::ReceiveOrientation(act) })?;
    let include =
        IncludeFamily {
            date: ago(today, 4), referent: side.app.author(), override_motive: "Emménagement.".to_owned()
        };
    side.app.execute(Command::Family { family: outcome.family, act: FamilyAct::IncludeFamily(include) })?;
    Ok(())
}

fn child(child: &Child) -> AddChild {
    AddChild { given_name: child.given_name.clone(), birth_date: child.birth_date }
}

/// What waits on the Département's desk: a bundle to receive, and one that was damaged on its way.
fn arrives(side: &mut Side, arrivals: &Path, note: &str) -> Result<(), AppError> {
    let family = last_family(&side.app)?;
    write_note(side, family.id, note)?;
    for path in sealed(side)? {
        let mut bytes = read(&path)?;
        let name = path.file_name().unwrap_or_default();
        written(&arrivals.join(name), &bytes)?;
        if let Some(last) = bytes.last_mut() {
            *last ^= 1;
        }
        written(&arrivals.join(format!("abime-{}", name.to_string_lossy())), &bytes)?;
    }
    Ok(())
}

fn write_note(side: &mut Side, family: FamilyId, text: &str) -> Result<(), AppError> {
    let act = WriteNote {
        date: side.app.today(),
        encounter: None,
        confidentiality: Confidentiality::Shareable,
        text: text.to_owned(),
    };
    side.app.execute(Command::Family { family: Some(family), act: FamilyAct::WriteNote(act) })?;
    Ok(())
}

fn last_family(app: &App) -> Result<FamilyRow, AppError> {
    let rows = app.first_rows(ListView::Active, Sort::Name, FAMILIES)?;
    rows.into_iter().next_back().ok_or_else(|| StoreError::Unreadable { table: "family" }.into())
}

fn first_family(app: &App) -> Result<FamilyRow, AppError> {
    let rows = app.first_rows(ListView::Active, Sort::Name, 1)?;
    rows.into_iter().next().ok_or_else(|| StoreError::Unreadable { table: "family" }.into())
}

/// Families sent to the first antenna, which has not answered.
fn orient(department: &mut Department, list: &str, directory: &Path, out: &Path) -> Result<(), AppError> {
    let path = directory.join(ARRIVALS).join("orientations.csv");
    let today = department.app().today();
    written(&path, super::list::dated(list, today).as_bytes())?;
    let mut lists = vec![department.read_list(&path, None)?];
    department.judge(&mut lists, true)?;
    // One line stays, for whoever tries the screen.
    if let Some(line) = lists.iter_mut().flat_map(|list| &mut list.lines).next_back() {
        line.is_chosen = false;
    }
    department.orient(&lists, out)?;
    Ok(())
}

fn publish(department: &mut Department, told: &ToldSupport, today: NaiveDate, out: &Path) -> Result<(), AppError> {
    let ToldSupport { code, title, text } = told;
    let support = Support {
        code: code.clone(),
        title: title.clone(),
        version: 1,
        effective_from: ago(today, 20),
        text: text.clone(),
    };
    department.publish(&PublicationPlan { supports: vec![support], ..PublicationPlan::default() }, out)?;
    Ok(())
}

fn ago(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}

/// That day, in the morning.
fn at(date: NaiveDate) -> Clock {
    Clock::frozen(date, date.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default()).and_utc())
}

fn read(path: &Path) -> Result<Vec<u8>, AppError> {
    crate::app::read_file(path)
}

fn written(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    fs::write(path, bytes).map_err(|error| unreachable(path, &error))
}

fn folder_made(path: &Path) -> Result<(), AppError> {
    fs::create_dir_all(path).map_err(|error| unreachable(path, &error))
}

fn unreachable(path: &Path, error: &std::io::Error) -> AppError {
    StoreError::Unreachable { path: path.to_owned(), kind: error.kind() }.into()
}
