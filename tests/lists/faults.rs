//! Files that are no list: each is refused whole, with its reason, and nothing of it is received.

use jalon::app::AppError;
use jalon::app::orientations::{self, Column, Direction, ListFault};
use jalon::base::locale::{Catalog, Lang};

use super::{files, folder, today};
use crate::app::Antenna;

fn fault(file: &str) -> ListFault {
    let antenna = Antenna::founded();
    match orientations::read(&folder().join("bad").join(file), antenna.app.antenna(), today(), None) {
        Err(fault) => fault,
        Ok(list) => panic!("{file} was read: {list:?}"),
    }
}

#[test]
fn every_bad_file_is_refused_for_its_own_reason() {
    let expected = [
        ("binary.csv", ListFault::NotAList),
        ("bundle.json", ListFault::NotAList),
        ("cell-beyond-the-last-row.xlsx", ListFault::Damaged),
        ("doubled-column.csv", ListFault::ColumnTwice { first: "N° allocataire".into(), second: "Matricule".into() }),
        ("empty-workbook.xlsx", ListFault::Empty),
        ("empty.csv", ListFault::Empty),
        ("far-cell.xlsx", ListFault::TooLarge { lines: 5_000 }),
        ("headers-only.csv", ListFault::NoLine),
        ("missing-columns.csv", ListFault::ColumnsMissing { columns: vec![Column::Matricule] }),
        ("no-header.csv", ListFault::HeadersMissing),
        ("not-a-workbook.xlsx", ListFault::Damaged),
        ("old-workbook.xls", ListFault::OldOrProtected),
        ("only-blank.csv", ListFault::Empty),
        ("open-quote.csv", ListFault::QuoteLeftOpen { line: 2 }),
        ("truncated.xlsx", ListFault::Damaged),
        ("unpacks-to-too-much.xlsx", ListFault::TooLarge { lines: 5_000 }),
    ];
    assert_eq!(files("bad"), expected.each_ref().map(|(file, _)| *file));
    for (file, reason) in expected {
        assert_eq!(fault(file), reason, "{file}");
    }
}

#[test]
fn a_file_that_is_not_there_is_refused() {
    let missing = fault("no-such-file.csv");
    assert_eq!(missing, ListFault::Unreadable { kind: std::io::ErrorKind::NotFound });
    assert!(matches!(fault("."), ListFault::Unreadable { .. }));
}

#[test]
fn every_fault_of_a_list_says_what_is_wrong_and_what_to_do() {
    use std::io::ErrorKind;
    let refusal = jalon::domain::refusal::Refusal::OrientationAlreadyPending {};
    let faults = [
        ListFault::Unreadable { kind: ErrorKind::NotFound },
        ListFault::Empty,
        ListFault::TooLarge { lines: 5_000 },
        ListFault::TooManyLines { lines: 5_000 },
        ListFault::NotAList,
        ListFault::OldOrProtected,
        ListFault::Damaged,
        ListFault::QuoteLeftOpen { line: 2 },
        ListFault::HeadersMissing,
        ListFault::ColumnsMissing { columns: vec![Column::Surname, Column::Date] },
        ListFault::ColumnTwice { first: "Nom".into(), second: "NOM".into() },
        ListFault::NoLine,
        ListFault::LineRefused { line: 3, refusal },
        ListFault::NotWritten { kind: ErrorKind::PermissionDenied },
    ];
    for lang in [Lang::Fr, Lang::En] {
        let catalog = Catalog::new(lang);
        for fault in &faults {
            let explained = AppError::from(fault.clone()).explain(&catalog);
            assert!(explained.text.ends_with('.') && !explained.text.contains('{'), "{}", explained.text);
            let hint = explained.hint.unwrap_or_else(|| panic!("{fault:?} has no hint"));
            assert!(hint.ends_with('.') && !hint.contains('{'), "{hint}");
        }
    }
}

#[test]
fn everything_told_of_a_line_is_a_sentence_in_both_languages() {
    let antenna = Antenna::founded();
    for lang in [Lang::Fr, Lang::En] {
        let catalog = Catalog::new(lang);
        for folder in ["good", "refused", "screen"] {
            for file in files(folder) {
                let list = super::read(&antenna, &format!("{folder}/{file}"));
                let told = list
                    .lines
                    .iter()
                    .flat_map(|line| line.details(Direction::Received, &catalog))
                    .chain(list.notes(&catalog));
                for sentence in told {
                    assert!(sentence.ends_with('.'), "{file}: {sentence}");
                    assert!(!sentence.contains(['{', '}']) && !sentence.contains("list-"), "{file}: {sentence}");
                }
                let report = list.report(&catalog);
                assert_eq!(report.lines().count() - 1, list.refused().count(), "{file}: {report}");
            }
        }
    }
}
