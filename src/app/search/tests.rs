//! What is found as it is typed, in which order, and that a slip is forgiven once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
use proptest::prelude::*;
use strsim::osa_distance;

use super::*;
use crate::base::fold::fold;

const NAMES: [&str; 10] = [
    "DIALLO Mariam",
    "DIARRA Aminata",
    "COULIBALY Diane",
    "DE LA FONTAINE-MÜLLER Éléonore",
    "N’DIAYE Rokia",
    "NGUYỄN Thị Hồng Nhung",
    "LÊ Anne-Sophie",
    "DIA Fatou",
    "BEN YOUSSEF Inès",
    "OUÉDRAOGO Édith",
];

fn id(number: usize) -> FamilyId {
    FamilyId::from_bytes((number as u128 + 1).to_be_bytes())
}

fn row<'a>(number: usize, name: &'a str, matricule: &'a str, views: u8) -> SearchRow<'a> {
    SearchRow { id: id(number), name, matricule, views: ViewBits(views), due: None, last_contact: None }
}

fn index(names: &[String]) -> SearchIndex {
    let mut index = SearchIndex::with_capacity(names.len());
    for (number, name) in names.iter().enumerate() {
        let matricule = format!("{:07}", 7_654_321 + number * 1_013);
        index.push(row(number, name, &matricule, 1));
    }
    index
}

fn found(typed: &str) -> Vec<&'static str> {
    let index = index(&NAMES.map(str::to_owned));
    let hits = index.search(typed, ViewBits::ALL, Sort::Name, None);
    let numbers = index.families(&hits, 0..hits.len());
    numbers.map(|id| NAMES[usize::try_from(u128::from_be_bytes(id.bytes())).unwrap() - 1]).collect()
}

#[test]
fn words_are_found_without_accents_in_any_order_and_best_first() {
    for (typed, expected) in [
        ("dia", &["DIA Fatou", "DIALLO Mariam", "DIARRA Aminata", "COULIBALY Diane", "N’DIAYE Rokia"][..]),
        ("di", &["DIALLO Mariam", "DIARRA Aminata", "DIA Fatou", "COULIBALY Diane"]),
        ("mariam diallo", &["DIALLO Mariam"]),
        ("am dia", &["DIARRA Aminata"]),
        ("eleonore", &["DE LA FONTAINE-MÜLLER Éléonore"]),
        ("ÉLÉONORE muller", &["DE LA FONTAINE-MÜLLER Éléonore"]),
        ("ndiaye", &["N’DIAYE Rokia"]),
        ("n'diaye", &["N’DIAYE Rokia"]),
        ("diaye", &["N’DIAYE Rokia", "COULIBALY Diane"]),
        ("nguyen", &["NGUYỄN Thị Hồng Nhung"]),
        ("anne-s", &["LÊ Anne-Sophie"]),
        ("ouedraogo", &["OUÉDRAOGO Édith"]),
        ("oudraogo", &["OUÉDRAOGO Édith"]),
        ("7655", &["DIARRA Aminata"]),
        ("654321", &["DIALLO Mariam"]),
        ("iallo", &["DIALLO Mariam"]),
        ("zzz", &[]),
    ] {
        let answer = found(typed);
        let best: Vec<_> = answer.iter().copied().take(expected.len()).collect();
        assert_eq!(best, expected, "for {typed:?}, found {answer:?}");
        if expected.is_empty() || typed.len() < 4 {
            assert_eq!(answer.len(), expected.len(), "for {typed:?}, found {answer:?}");
        }
    }
}

#[test]
fn a_view_hides_the_families_that_it_does_not_list() {
    let mut index = index(&["DIALLO Mariam".to_owned()]);
    index.push(row(7, "DIARRA Aminata", "7000001", 0b10));
    let mine = index.search("dia", ViewBits(0b10), Sort::Name, None);
    assert_eq!(index.families(&mine, 0..9).collect::<Vec<_>>(), [id(7)]);
    assert_eq!(index.search("dia", ViewBits(0b100), Sort::Name, None).len(), 0);
}

#[test]
fn a_corrected_name_is_found_and_the_old_one_is_not() {
    let mut index = index(&["DIALLO Mariam".to_owned(), "SOW Awa".to_owned()]);
    let before = index.search("dial", ViewBits::ALL, Sort::Name, None);
    assert_eq!(before.len(), 1);
    index.update(row(0, "KEITA Mariam", "7654321", 1));
    assert_eq!(index.search("diallo", ViewBits::ALL, Sort::Name, Some(&before)).len(), 0);
    let keita = index.search("keita", ViewBits::ALL, Sort::Name, None);
    assert_eq!(index.families(&keita, 0..9).collect::<Vec<_>>(), [id(0)]);
    assert_eq!(index.search("", ViewBits::ALL, Sort::Name, None).len(), 2);
}

#[test]
fn a_list_comes_in_its_order_and_an_act_moves_a_family_to_its_place() {
    let mut index = SearchIndex::default();
    let dated = |number: usize, name, due: Option<&str>, contact: Option<&str>| {
        let day = |text: &str| text.parse().unwrap();
        SearchRow { due: due.map(day), last_contact: contact.map(day), ..row(number, name, "7", 1) }
    };
    index.push(dated(0, "AÏT Yasmina", Some("2026-03-02"), Some("2026-01-05")));
    index.push(dated(1, "BA Awa", None, None));
    index.push(dated(2, "CISSÉ Ada", Some("2026-02-01"), Some("2026-02-05")));
    let listed = |index: &SearchIndex, sort| {
        let hits = index.search("", ViewBits::ALL, sort, None);
        let ids = index.families(&hits, 0..9).map(|id| u128::from_be_bytes(id.bytes()) - 1);
        ids.collect::<Vec<_>>()
    };
    for prepared in [false, true] {
        if prepared {
            Sort::ALL.into_iter().for_each(|sort| index.prepare(sort));
        }
        assert_eq!(listed(&index, Sort::Name), [0, 1, 2]);
        assert_eq!(listed(&index, Sort::Due), [2, 0, 1], "a family without deadline comes last");
        assert_eq!(listed(&index, Sort::LastContact), [1, 0, 2], "a family never met comes first");
    }
    index.update(dated(0, "AÏT Yasmina", Some("2026-01-15"), Some("2026-03-01")));
    assert_eq!(listed(&index, Sort::Due), [0, 2, 1]);
    assert_eq!(listed(&index, Sort::LastContact), [1, 2, 0]);
    index.update(dated(0, "BALDÉ Yasmina", Some("2026-01-15"), Some("2026-03-01")));
    index.update(dated(3, "BARRY Ida", Some("2026-01-01"), None));
    assert_eq!(listed(&index, Sort::Name), [1, 0, 3, 2]);
    assert_eq!(listed(&index, Sort::Due), [3, 0, 2, 1]);
    assert_eq!(listed(&index, Sort::LastContact), [1, 3, 2, 0]);
}

#[test]
fn the_letters_that_matched_are_shown_in_the_name_as_written() {
    for (typed, name, expected) in [
        ("dia", "DIARRA Aminata", &["DIA"][..]),
        ("am dia", "DIARRA Aminata", &["DIA", "Am"]),
        ("ele", "OUÉDRAOGO Éléonore", &["Élé"]),
        ("ndia", "N’DIAYE Rokia", &["N’DIA"]),
        ("diara", "DIARRA Aminata", &["DIARR"]),
        ("oeu", "LEBŒUF Zoé", &["ŒU"]),
        ("7654", "DIARRA Aminata", &[]),
    ] {
        let ranges = matched(typed, name);
        let parts: Vec<_> = ranges.iter().map(|range| &name[range.clone()]).collect();
        assert_eq!(parts, expected, "for {typed:?} in {name:?}");
    }
}

fn a_word() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            Just("a"),
            Just("é"),
            Just("dia"),
            Just("rra"),
            Just("mi"),
            Just("ou"),
            Just("ç"),
            Just("ko"),
            Just("N"),
            Just("ü"),
            Just("ly"),
            Just("so"),
            Just("w"),
            Just("fa"),
            Just("ti"),
            Just("be"),
        ],
        1..5,
    )
    .prop_map(|parts| parts.concat())
}

fn some_names() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(proptest::collection::vec(a_word(), 2..4).prop_map(|words| words.join(" ")), 1..20)
}

fn slipped(word: &str, at: usize, how: u8, letter: char) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = at % letters.len();
    match how % 4 {
        0 => letters[at] = letter,
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letter),
        _ => {
            let other = (at + 1) % letters.len();
            let (low, high) = (at.min(other), at.max(other));
            if high == low + 1 {
                letters.swap(low, high);
            }
        }
    }
    letters.into_iter().collect()
}

proptest! {
    #[test]
    fn every_beginning_of_a_word_finds_its_row(names in some_names(), row: usize, word: usize, cut: usize) {
        let row = row % names.len();
        let words: Vec<&str> = names[row].split(' ').collect();
        let letters: Vec<char> = words[word % words.len()].chars().collect();
        let typed: String = letters[..1 + cut % letters.len()].iter().collect();
        let index = index(&names);
        let hits = index.search(&typed, ViewBits::ALL, Sort::Name, None);
        prop_assert!(index.position(&hits, id(row), 0..0).is_some(), "{typed:?} does not find {:?}", names[row]);
    }

    #[test]
    fn one_slip_in_a_word_of_five_letters_still_finds_it(
        names in some_names(), row: usize, word: usize, at: usize, how: u8, letter in "[a-z]",
    ) {
        let row = row % names.len();
        let words: Vec<&str> = names[row].split(' ').collect();
        let right = fold(words[word % words.len()]);
        prop_assume!(right.chars().count() >= 5);
        let typed = slipped(&right, at, how, letter.chars().next().unwrap());
        prop_assert!(osa_distance(&right, &typed) <= 1);
        let index = index(&names);
        let hits = index.search(&typed, ViewBits::ALL, Sort::Name, None);
        prop_assert!(index.position(&hits, id(row), 0..0).is_some(), "{typed:?} does not find {:?}", names[row]);
    }

    #[test]
    fn a_slip_is_never_more_than_one(names in some_names(), typed in "[a-z]{4,7}") {
        let index = index(&names);
        let hits = index.search(&typed, ViewBits::ALL, Sort::Name, None);
        for family in index.families(&hits, 0..hits.len()) {
            let name = fold(&names[usize::try_from(u128::from_be_bytes(family.bytes())).unwrap() - 1]);
            let near = name.contains(&typed) || name.split(' ').any(|word| {
                let letters: Vec<char> = word.chars().collect();
                (0..=letters.len()).any(|cut| osa_distance(&letters[..cut].iter().collect::<String>(), &typed) <= 1)
            });
            prop_assert!(near, "{typed:?} finds {name:?}");
        }
    }

    #[test]
    fn the_order_of_the_words_does_not_matter(names in some_names(), row: usize) {
        let row = row % names.len();
        let mut words: Vec<&str> = names[row].split(' ').collect();
        let index = index(&names);
        let straight = index.search(&words.join(" "), ViewBits::ALL, Sort::Name, None);
        words.reverse();
        let turned = index.search(&words.join(" "), ViewBits::ALL, Sort::Name, None);
        prop_assert_eq!(&straight.rows, &turned.rows);
    }

    #[test]
    fn typing_on_finds_the_same_as_typing_at_once(names in some_names(), typed in "[a-eimosw]{1,6}( [a-eimosw]{1,4})?") {
        let index = index(&names);
        let mut previous: Option<Hits> = None;
        let mut so_far = String::new();
        for letter in typed.chars() {
            so_far.push(letter);
            let narrowed = index.search(&so_far, ViewBits::ALL, Sort::Name, previous.as_ref());
            let at_once = index.search(&so_far, ViewBits::ALL, Sort::Name, None);
            prop_assert_eq!(&narrowed.rows, &at_once.rows, "at {:?}", so_far);
            previous = Some(narrowed);
        }
    }
}
