//! What the columns of a list mean, by the spellings that solidarity centres use; the spellings are data.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{GridRow, ListFault};
use crate::base::fold::fold;
use crate::domain::contains_nir;

/// What a column tells of a family; a child column has the child's place in the list of its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    Surname,
    GivenName,
    FullName,
    BirthDate,
    Matricule,
    Center,
    Date,
    Document,
    Isolated,
    Benefit,
    Followed,
    Children,
    #[serde(skip)]
    Child(u8),
    #[serde(skip)]
    ChildGivenName(u8),
    #[serde(skip)]
    ChildBirthDate(u8),
    Telephone,
    Email,
    Address,
    PostCode,
    Town,
    Language,
    /// The social-security number: never read.
    Nir,
}

/// The spellings, as the asset keeps them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spellings {
    caf_number_digits: usize,
    yes: Vec<String>,
    no: Vec<String>,
    columns: BTreeMap<String, Vec<String>>,
    #[serde(rename = "else")]
    otherwise: BTreeMap<String, Vec<String>>,
}

/// A header with what it means, if that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) title: String,
    pub(super) column: Option<Column>,
}

const SPELLINGS: &str = include_str!("../../../assets/lists/columns.toml");

/// Rows that can stand above the headers: a title, a date, the sender's name.
const ROWS_ABOVE: usize = 12;

/// Known columns from which on a row is that of the headers, even with some missing.
const LEAST_KNOWN: usize = 2;

/// Small words that do not matter in a header.
const SMALL: [&str; 13] = ["de", "du", "des", "d", "l", "la", "le", "les", "et", "a", "au", "par", "of"];

impl Column {
    /// The Fluent id of its name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Surname => "list-column-surname",
            Self::GivenName => "list-column-given-name",
            Self::FullName => "list-column-full-name",
            Self::BirthDate => "list-column-birth-date",
            Self::Matricule => "list-column-matricule",
            Self::Center => "list-column-center",
            Self::Date => "list-column-date",
            Self::Document => "list-column-document",
            Self::Isolated => "list-column-isolated",
            Self::Benefit => "list-column-benefit",
            Self::Followed => "list-column-followed",
            Self::Children | Self::Child(_) => "list-column-children",
            Self::ChildGivenName(_) => "list-column-child-given-name",
            Self::ChildBirthDate(_) => "list-column-child-birth-date",
            Self::Telephone => "list-column-telephone",
            Self::Email => "list-column-email",
            Self::Address => "list-column-address",
            Self::PostCode => "list-column-post-code",
            Self::Town => "list-column-town",
            Self::Language => "list-column-language",
            Self::Nir => "list-column-nir",
        }
    }

    /// Whether several columns can say it: two telephones.
    fn can_repeat(self) -> bool {
        matches!(self, Self::Telephone | Self::Nir)
    }
}

/// Where the headers are among the rows, and what they mean: the row that names most columns.
pub(super) fn header_row(rows: &[GridRow]) -> Option<(usize, Vec<Header>)> {
    let read = rows.iter().take(ROWS_ABOVE).enumerate();
    let best = read.map(|(at, row)| (known(&row.cells), at)).max_by_key(|(known, at)| (*known, std::cmp::Reverse(*at)));
    let (_, at) = best.filter(|(known, _)| LEAST_KNOWN <= *known)?;
    let cells = &rows.get(at)?.cells;
    let mut headers: Vec<_> =
        cells.iter().map(|title| Header { title: title.clone(), column: meaning(title, Spelling::Sure) }).collect();
    let sure: Vec<Column> = headers.iter().filter_map(|header| header.column).collect();
    for header in headers.iter_mut().filter(|header| header.column.is_none()) {
        let is_said =
            |column: &Column| sure.contains(column) || (*column == Column::FullName && sure.contains(&Column::Surname));
        header.column = meaning(&header.title, Spelling::Otherwise).filter(|column| !is_said(column));
    }
    Some((at, headers))
}

/// How many cells of a row name a column.
pub(super) fn known(cells: &[String]) -> usize {
    let means = |cell: &&String| [Spelling::Sure, Spelling::Otherwise].iter().any(|how| meaning(cell, *how).is_some());
    cells.iter().filter(means).count()
}

/// Refuses headers that leave out what an orientation cannot be without, or that say something twice (art. 2); the centre can be
/// known otherwise.
pub(super) fn complete(headers: &[Header], has_center: bool) -> Result<(), ListFault> {
    let has = |column: Column| headers.iter().any(|header| header.column == Some(column));
    let mut missing = Vec::new();
    if !has(Column::FullName) {
        missing.extend([Column::Surname, Column::GivenName].into_iter().filter(|column| !has(*column)));
    }
    let needed = [Column::BirthDate, Column::Matricule, Column::Center, Column::Date];
    missing.extend(needed.into_iter().filter(|column| !has(*column)));
    if has_center {
        missing.retain(|column| *column != Column::Center);
    }
    if !missing.is_empty() {
        return Err(ListFault::ColumnsMissing { columns: missing });
    }
    for (at, header) in headers.iter().enumerate() {
        let Some(column) = header.column.filter(|column| !column.can_repeat()) else { continue };
        if let Some(first) = headers.iter().take(at).find(|other| other.column == Some(column)) {
            return Err(ListFault::ColumnTwice { first: first.title.clone(), second: header.title.clone() });
        }
    }
    Ok(())
}

/// Marks as social-security numbers the columns that hold them under another name; one that is read for something else stays:
/// its lines are refused one by one.
pub(super) fn mark_nir(headers: &mut [Header], lines: &[GridRow]) {
    for (at, header) in headers.iter_mut().enumerate() {
        let cells: Vec<&str> = lines
            .iter()
            .filter_map(|line| Some(line.cells.get(at)?.as_str()))
            .filter(|cell| !cell.is_empty())
            .collect();
        let numbers = cells.iter().filter(|cell| is_nir_perhaps(cell)).count();
        if header.column.is_none() && numbers > 0 && cells.len() <= 2 * numbers {
            header.column = Some(Column::Nir);
        }
    }
}

/// Whether a cell of a column without a known name holds a social-security number, however it is spaced.
fn is_nir_perhaps(cell: &str) -> bool {
    let together: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    contains_nir(cell) || contains_nir(&together)
}

/// How sure the meaning of a title is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    Sure,
    /// Where no other title means the same.
    Otherwise,
}

/// What a header means.
fn meaning(title: &str, how: Spelling) -> Option<Column> {
    let (name, place) = normal(title);
    let known = by_name(how).get(&name).copied()?;
    Some(match (known, place) {
        (Column::Child(_), place) => Column::Child(place.unwrap_or_default()),
        (Column::ChildGivenName(_), place) => Column::ChildGivenName(place.unwrap_or_default()),
        (Column::ChildBirthDate(_), place) => Column::ChildBirthDate(place.unwrap_or_default()),
        // Two telephones are often numbered.
        (Column::Telephone, _) => Column::Telephone,
        (column, None) => column,
        (_, Some(_)) => return None,
    })
}

/// A header without what does not matter in it, and the number in it.
fn normal(title: &str) -> (String, Option<u8>) {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for c in fold(title).chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            // “M.D.S.”, “tél.”
            '.' => {}
            c if depth == 0 && c.is_ascii_alphanumeric() => plain.push(c),
            _ => plain.push(' '),
        }
    }
    let mut place = None;
    let mut words: Vec<&str> = Vec::new();
    for word in plain.split_whitespace() {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        match word {
            "n" | "no" | "num" | "numero" | "number" => words.push("numero"),
            _ if SMALL.contains(&word) => {}
            _ if !digits.is_empty() && digits.len() <= 2 && word.starts_with(digits) => place = digits.parse().ok(),
            word => words.push(word),
        }
    }
    (words.join(" "), place)
}

fn by_name(how: Spelling) -> &'static BTreeMap<String, Column> {
    static SURE: OnceLock<BTreeMap<String, Column>> = OnceLock::new();
    static OTHERWISE: OnceLock<BTreeMap<String, Column>> = OnceLock::new();
    match how {
        Spelling::Sure => SURE.get_or_init(|| named(&spellings().columns)),
        Spelling::Otherwise => OTHERWISE.get_or_init(|| named(&spellings().otherwise)),
    }
}

fn named(spelt: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, Column> {
    let of = |key: &str| match key {
        "child" => Some(Column::Child(0)),
        "child-given-name" => Some(Column::ChildGivenName(0)),
        "child-birth-date" => Some(Column::ChildBirthDate(0)),
        key => Column::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(key)).ok(),
    };
    let named = spelt.iter().filter_map(|(key, names)| Some((of(key)?, names)));
    named.flat_map(|(column, names)| names.iter().map(move |name| (normal(name).0, column))).collect()
}

/// How many digits a CAF number has.
pub(super) fn caf_number_digits() -> usize {
    spellings().caf_number_digits
}

/// Yes or no, however it is said; nothing when it is neither.
pub(super) fn answer(cell: &str) -> Option<bool> {
    let said = fold(cell);
    let said = said.trim();
    let is = |words: &[String]| words.iter().any(|word| word == said);
    if is(&spellings().yes) {
        Some(true)
    } else if is(&spellings().no) {
        Some(false)
    } else {
        None
    }
}

fn spellings() -> &'static Spellings {
    static READ: OnceLock<Spellings> = OnceLock::new();
    // A program whose own asset is damaged knows no column, and says so of every list; a test reads it.
    READ.get_or_init(|| {
        toml::from_str(SPELLINGS).unwrap_or(Spellings {
            caf_number_digits: 7,
            yes: Vec::new(),
            no: Vec::new(),
            columns: BTreeMap::new(),
            otherwise: BTreeMap::new(),
        })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    fn headers(titles: &str) -> Vec<Header> {
        let row = GridRow { number: 1, cells: titles.split(';').map(str::to_owned).collect(), written: None };
        header_row(&[row]).unwrap().1
    }

    #[test]
    fn numbered_children_have_a_name_and_a_birth_each() {
        let read = headers("Nom;Prénom;Enfant 1;Naissance enfant 1;Enfant 2;Naissance enfant 2;Né(e) le");
        let children: Vec<_> = read[2..6].iter().filter_map(|header| header.column).collect();
        let of = |place| [Column::Child(place), Column::ChildBirthDate(place)];
        assert_eq!(children, [of(1), of(2)].concat());
        assert_eq!(read[6].column, Some(Column::BirthDate));
    }

    #[test]
    fn every_spelling_of_the_asset_means_its_column_alone() {
        let read: Spellings = toml::from_str(SPELLINGS).unwrap();
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        let all = read.columns.iter().map(|one| (Spelling::Sure, one));
        for (how, (key, names)) in all.chain(read.otherwise.iter().map(|one| (Spelling::Otherwise, one))) {
            for name in names {
                assert!(by_name(how).contains_key(&normal(name).0), "{key}: {name}");
                if let Some(other) = seen.insert(normal(name).0, key.clone()) {
                    assert_eq!(&other, key, "{name} is in both");
                }
            }
        }
        assert_eq!(read.columns.len(), 22);
    }

    #[test]
    fn accents_case_order_punctuation_and_small_words_do_not_matter() {
        for (title, column) in [
            ("NOM", Column::Surname),
            ("Nom de famille", Column::Surname),
            ("Prénom(s)", Column::GivenName),
            ("PRENOM", Column::GivenName),
            ("Nom et prénom", Column::FullName),
            ("Né(e) le", Column::BirthDate),
            ("Date de naissance (jj/mm/aaaa)", Column::BirthDate),
            ("N° allocataire", Column::Matricule),
            ("Nº Allocataire CAF", Column::Matricule),
            ("n°\u{a0}CAF", Column::Matricule),
            ("Numéro d’allocataire", Column::Matricule),
            ("Matricule :", Column::Matricule),
            ("M.D.S.", Column::Center),
            ("MDS d'origine", Column::Center),
            ("Date d’orientation", Column::Date),
            ("Parent isolé ?", Column::Isolated),
            ("RSA majoré (oui/non)", Column::Benefit),
            ("Suivi par la MDS", Column::Followed),
            ("Enfants", Column::Children),
            ("Enfant 2", Column::Child(2)),
            ("Prénom de l’enfant 1", Column::ChildGivenName(1)),
            ("1er enfant - date de naissance", Column::ChildBirthDate(1)),
            ("Date de naissance du dernier enfant", Column::ChildBirthDate(0)),
            ("Tél. 2", Column::Telephone),
            ("E-mail", Column::Email),
            ("Commune de résidence", Column::Town),
            ("N° de sécurité sociale", Column::Nir),
            ("NIR", Column::Nir),
        ] {
            assert_eq!(meaning(title, Spelling::Sure), Some(column), "{title}");
        }
        for title in ["", "Observations", "Nom 2", "Nom du référent", "Date de fin de droits", "Enfant 123"] {
            assert_eq!(meaning(title, Spelling::Sure), None, "{title}");
        }
    }

    #[test]
    fn what_is_missing_is_named_all_at_once() {
        let missing = |titles: &str, has_center| match complete(&headers(titles), has_center) {
            Err(ListFault::ColumnsMissing { columns }) => columns,
            other => panic!("{other:?}"),
        };
        use Column::{BirthDate, Center, Date, GivenName, Matricule, Surname};
        assert_eq!(missing("Enfants;Tél", false), [Surname, GivenName, BirthDate, Matricule, Center, Date]);
        assert_eq!(missing("Nom et prénom;NIR;ddn", true), [Matricule, Date]);
        assert!(complete(&headers("Nom;Prénom;ddn;Matricule;Orientée le"), true).is_ok());
    }

    #[test]
    fn a_word_that_can_mean_something_else_means_a_column_only_where_no_other_does() {
        let columns = |titles: &str| headers(titles).into_iter().map(|header| header.column).collect::<Vec<_>>();
        use Column::{Date, FullName, GivenName, Surname};
        assert_eq!(columns("Nom;Prénom;Date"), [Some(Surname), Some(GivenName), Some(Date)]);
        assert_eq!(columns("Nom;Date;Date d’orientation"), [Some(Surname), None, Some(Date)]);
        assert_eq!(columns("Allocataire;Date"), [Some(FullName), Some(Date)]);
        assert_eq!(columns("Allocataire;Nom;Date"), [None, Some(Surname), Some(Date)]);
    }

    #[test]
    fn a_column_said_twice_is_refused_unless_it_is_a_telephone() {
        let list = "Nom;Prénom;ddn;Matricule;MDS;Date;Tél;Portable";
        assert!(complete(&headers(list), false).is_ok());
        let twice = complete(&headers(&format!("{list};N° CAF")), false);
        let Err(ListFault::ColumnTwice { first, second }) = twice else { panic!("{twice:?}") };
        assert_eq!((first.as_str(), second.as_str()), ("Matricule", "N° CAF"));
    }

    #[test]
    fn the_headers_can_stand_below_a_title() {
        let row = |number, cells: &[&str]| GridRow {
            number,
            cells: cells.iter().map(|cell| (*cell).into()).collect(),
            written: None,
        };
        let rows = [
            row(1, &["Orientations de mars", "MDS"]),
            row(3, &["Nom", "Prénom", "MDS", "Observations"]),
            row(4, &["Nom", "Prénom", "MDS"]),
        ];
        let (at, headers) = header_row(&rows).unwrap();
        assert_eq!((at, headers.len(), headers[3].column), (1, 4, None));
        assert_eq!(header_row(&rows[..1]), None);
    }

    #[test]
    fn a_column_of_social_security_numbers_is_noticed_under_any_name() {
        let line = |cell: &str| GridRow { number: 1, cells: vec!["x".into(), cell.into()], written: None };
        let marked = |cells: &[&str]| {
            let mut read = ["Divers", "Identifiant"].map(|title| Header { title: title.into(), column: None });
            mark_nir(&mut read, &cells.iter().map(|cell| line(cell)).collect::<Vec<_>>());
            read[1].column
        };
        assert_eq!(marked(&["2 55 08 14 168 025 38", ""]), Some(Column::Nir));
        assert_eq!(marked(&["2550814168025", "à voir"]), Some(Column::Nir));
        assert_eq!(marked(&["2550814168025", "à voir", "à revoir"]), None);
        assert_eq!(marked(&["0612345678", "2559914168025"]), None);
    }
}
