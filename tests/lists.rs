//! Lists of orientations: a folder of named files, what is read of each, and what is refused of it.

mod faults;
mod judged;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use jalon::app::orientations::{self, Direction, ListFault, OrientationList, ProblemKind, Standing};
use jalon::app::{App, ListView, Sort};
use jalon::domain::family::{Contact, FamilyRecord};
use jalon::domain::orientation::OrientationState;
use proptest::prelude::*;

use crate::app::{Antenna, day};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists")
}

fn today() -> NaiveDate {
    day("2026-11-23")
}

/// Reads a file of the folder and judges it by what the antenna knows.
fn read(antenna: &Antenna, file: &str) -> OrientationList {
    let list = orientations::read(&folder().join(file), antenna.app.antenna(), today(), None);
    let mut lists = [list.unwrap_or_else(|fault| panic!("{file}: {fault:?}"))];
    antenna.app.judge(&mut lists).unwrap();
    let [list] = lists;
    list
}

/// Reads a text as if it were a file, and judges it.
fn read_text(antenna: &Antenna, text: &str) -> OrientationList {
    let list = orientations::read_bytes(text.as_bytes(), "liste.csv".into(), antenna.app.antenna(), today(), None);
    let mut lists = [list.unwrap_or_else(|fault| panic!("{text}: {fault:?}"))];
    antenna.app.judge(&mut lists).unwrap();
    let [list] = lists;
    list
}

/// Receives what is chosen; gives the records, in the order of the list.
fn receive(antenna: &mut Antenna, list: OrientationList) -> Vec<FamilyRecord> {
    let received = antenna.app.receive(&mut [list]).unwrap();
    received.families.iter().map(|family| antenna.app.family(*family).unwrap().unwrap()).collect()
}

fn files(of: &str) -> Vec<String> {
    let entries = fs::read_dir(folder().join(of)).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    files
}

/// What every good list says, however it was written.
fn assert_two_families(file: &str, records: &[FamilyRecord]) {
    let told = |record: &FamilyRecord| {
        let identity = &record.identity;
        let orientation = &record.orientations[0];
        assert_eq!(orientation.state, OrientationState::Pending, "{file}");
        assert_eq!(orientation.center.as_str(), "nord", "{file}");
        assert_eq!(orientation.document, file, "{file}");
        let children = record.children.iter().map(|child| (child.given_name.clone(), child.birth_date));
        (
            record.display_name(),
            identity.birth_date,
            identity.matricule.clone(),
            orientation.date,
            children.collect::<Vec<_>>(),
        )
    };
    let child = |name: &str, birth: &str| (name.to_owned(), day(birth));
    let lou = (
        "ZÉDOUBLEVÉ Lou".to_owned(),
        day("1998-04-02"),
        "7654321".to_owned(),
        day("2026-10-01"),
        vec![child("Petit", "2025-06-01")],
    );
    let aminata = (
        "ÉSSAI Aminata".to_owned(),
        day("1995-03-12"),
        "0123456".to_owned(),
        day("2026-10-02"),
        vec![child("Awa", "2024-02-11"), child("Ali", "2022-05-03")],
    );
    assert_eq!(records.iter().map(told).collect::<Vec<_>>(), [lou, aminata], "{file}");
}

#[test]
fn every_good_list_says_the_same_however_it_was_written() {
    let files = files("good");
    assert!(files.len() >= 22, "{files:?}");
    for file in files {
        let mut antenna = Antenna::founded();
        let list = read(&antenna, &format!("good/{file}"));
        let standings: Vec<_> = list.lines.iter().map(|line| line.standing()).collect();
        assert_eq!(standings, [Standing::Ready, Standing::Ready], "{file}: {:?}", list.lines);
        assert_two_families(&file, &receive(&mut antenna, list));
    }
}

#[test]
fn until_the_last_line_is_ready_nobody_else_sees_any() {
    let mut antenna = Antenna::founded();
    let list = read(&antenna, "good/nir-column.csv");
    let seen = |antenna: &App| antenna.first_rows(ListView::Oriented, Sort::Name, 9).unwrap().len();
    let (beside, mut ready) = (antenna.app.second().open().unwrap(), Vec::new());
    antenna.app.receive_telling(&mut [list], |lines| ready.push((lines, seen(&beside)))).unwrap();
    assert_eq!(ready, [(1, 0), (2, 0)], "a program killed here leaves nothing half received");
    assert_eq!(seen(&beside), 2);
}

#[test]
fn the_column_of_social_security_numbers_is_passed_over_and_named() {
    let antenna = Antenna::founded();
    assert_eq!(read(&antenna, "good/nir-column.csv").nir, ["N° Sécurité sociale"]);
    assert_eq!(read(&antenna, "good/nir-under-another-name.csv").nir, ["Identifiant"]);
    assert_eq!(read(&antenna, "good/other-order-and-spellings.csv").unread, ["Observations"]);
    // What was left out is always said.
    assert_eq!(read(&antenna, "good/workbook-second-sheet.xlsx").unread_sheets, ["Notice"]);
    let list = read(&antenna, "good/utf8-semicolon.csv");
    assert_eq!(read(&antenna, "good/column-without-title.csv").unread, ["H"]);
    assert!(list.nir.is_empty() && list.unread.is_empty() && list.unread_sheets.is_empty());
}

#[test]
fn formula_cells_are_kept_as_the_text_that_they_are() {
    let mut antenna = Antenna::founded();
    let list = read(&antenna, "good/formula-cells.csv");
    let records = receive(&mut antenna, list);
    let telephone = "+33 6 39 98 00 00".to_owned();
    let address = "=HYPERLINK(\"http://exemple.invalid\")".to_owned();
    assert_eq!(records[0].contact, Contact { telephone, address, ..Contact::default() });
    assert_eq!(records[1].contact.address, "@SUM(1+1)");
}

#[test]
fn every_line_that_cannot_be_received_says_why_at_its_column() {
    let antenna = Antenna::founded();
    let mut found = Vec::new();
    for file in files("refused") {
        let list = read(&antenna, &format!("refused/{file}"));
        let line = list.lines.last().unwrap();
        assert_eq!(line.standing(), Standing::Refused, "{file}");
        assert!(!line.is_chosen, "{file}");
        assert_eq!(line.problems.len(), 1, "{file}: {:?}", line.problems);
        let problem = &line.problems[0];
        found.push((file, problem.column.clone().unwrap_or_default(), problem.kind.id()));
    }
    let found: Vec<_> = found.iter().map(|(file, column, id)| (file.as_str(), column.as_str(), *id)).collect();
    let expected = [
        ("american-date.csv", "Date de naissance", "list-problem-date-impossible"),
        ("children-without-date.csv", "Enfants", "list-problem-children-unknown"),
        ("empty-name.csv", "Nom", "list-problem-missing"),
        ("failed-formula.csv", "Date de naissance", "list-problem-formula-failed"),
        ("future-birth-date.csv", "Date de naissance", "refusal-DateInFuture"),
        ("future-orientation.csv", "Date d’orientation", "refusal-DateInFuture"),
        ("impossible-date.csv", "Date de naissance", "list-problem-date-impossible"),
        ("malformed-number.csv", "N° allocataire", "refusal-MatriculeMalformed"),
        ("moved-cells.csv", "", "list-problem-cells-moved"),
        ("neither-yes-nor-no.csv", "Parent isolé", "list-problem-answer-unknown"),
        ("nir-in-a-cell.csv", "N° allocataire", "list-problem-nir-inside"),
        ("not-a-date.csv", "Date d’orientation", "list-problem-date-unknown"),
        ("same-number-twice.csv", "N° allocataire", "list-problem-number-twice"),
        ("shortened-number.csv", "N° allocataire", "list-problem-number-shortened"),
        ("undivided-name.csv", "Nom et prénom", "list-problem-name-undivided"),
        ("unknown-center.csv", "MDS", "list-problem-center-unknown"),
        ("workbook-failed-formula.xlsx", "Date de naissance", "list-problem-formula-failed"),
        ("workbook-shortened-number.xlsx", "N° allocataire", "list-problem-number-shortened"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_remark_says_what_was_read_otherwise_than_written() {
    use orientations::Remark::{YearOfTwoDigits, ZerosRestored};
    let antenna = Antenna::founded();
    let remarks = |file: &str, line: usize| read(&antenna, file).lines[line].remarks.clone();
    let restored = vec![ZerosRestored { number: "0123456".into() }];
    assert_eq!(remarks("good/lost-zeros.csv", 1), restored);
    assert_eq!(remarks("good/workbook-lost-zeros-and-formulas.xlsx", 1), restored);
    let years = vec![YearOfTwoDigits { date: day("1998-04-02") }, YearOfTwoDigits { date: day("2026-10-01") }];
    assert_eq!(remarks("good/two-digit-year.csv", 0), years);
    assert_eq!(remarks("good/utf8-semicolon.csv", 1), []);
}

#[test]
fn a_line_has_the_number_that_the_spreadsheet_shows() {
    let antenna = Antenna::founded();
    for (file, numbers) in [
        ("good/utf8-semicolon.csv", [2, 3]),
        ("good/quoted-newline.csv", [2, 3]),
        ("good/sep-line.csv", [2, 3]),
        ("good/trailing-empties.csv", [2, 4]),
        ("good/title-above.csv", [5, 7]),
        ("good/workbook-second-sheet.xlsx", [6, 9]),
    ] {
        let found: Vec<_> = read(&antenna, file).lines.iter().map(|line| line.number).collect();
        assert_eq!(found, numbers, "{file}");
    }
}

#[test]
fn a_list_longer_than_five_thousand_lines_or_larger_than_eight_megabytes_is_refused() {
    let antenna = Antenna::founded();
    let header = "nom;prénom;ddn;matricule;MDS;orientation\n";
    let line = "a;b;02/04/1998;7654321;nord;01/10/2026\n";
    let read =
        |text: &str| orientations::read_bytes(text.as_bytes(), "l.csv".into(), antenna.app.antenna(), today(), None);
    let most = format!("{header}{}", line.repeat(5_000));
    assert_eq!(read(&most).unwrap().lines.len(), 5_000);
    assert_eq!(read(&format!("{most}{line}")), Err(ListFault::TooManyLines { lines: 5_000 }));
    let large = format!("{header}{}", "\n".repeat(8 * 1024 * 1024));
    assert_eq!(read(&large), Err(ListFault::TooLarge { lines: 5_000 }));
}

#[test]
fn a_problem_shows_no_social_security_number() {
    let antenna = Antenna::founded();
    let list = read(&antenna, "refused/nir-in-a-cell.csv");
    let catalog = jalon::base::locale::Catalog::new(jalon::base::locale::Lang::Fr);
    assert!(!list.lines[0].details(Direction::Received, &catalog).join(" ").contains("255081416802538"));
    assert!(list.lines[0].matricule.is_empty());
    assert_eq!(list.lines[0].problems[0].kind, ProblemKind::NirInside);
    assert!(!list.report(&catalog).contains("255081416802538"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let antenna = jalon::domain::antenna::AntennaRecord::default();
        let _ = orientations::read_bytes(&bytes, "l".into(), &antenna, today(), None);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[\"',;|=\\n\\r\\tA-Ea-e0-9éE+/.-]{0,400}") {
        let antenna = jalon::domain::antenna::AntennaRecord::default();
        let header = "nom;prenom;ddn;matricule;mds;orientation;enfants;enfant 1;enfant 1 ddn;prestation;tel\n";
        let _ = orientations::read_bytes(text.as_bytes(), "l".into(), &antenna, today(), None);
        let _ = orientations::read_bytes(format!("{header}{text}").as_bytes(), "l".into(), &antenna, today(), None);
    }

    #[test]
    fn no_damage_to_a_good_file_makes_the_reader_panic(
        which in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
    ) {
        let files = files("good");
        let antenna = jalon::domain::antenna::AntennaRecord::default();
        let mut bytes = fs::read(folder().join("good").join(&files[which.index(files.len())])).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = orientations::read_bytes(&bytes, "l".into(), &antenna, today(), None);
        bytes.truncate(cut.index(bytes.len()));
        let _ = orientations::read_bytes(&bytes, "l".into(), &antenna, today(), None);
    }
}
