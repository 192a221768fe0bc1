//! The sentences that other layers name: every refusal has one, with its hint, in both languages, and names only its own facts.

use jalon::base::dates::{DateFault, TimeFault};
use jalon::base::locale::{Catalog, Fact, Lang};
use jalon::domain::refusal::Refusal;

/// The arguments of each refusal, read from its table.
fn declared() -> Vec<(String, Vec<String>)> {
    include_str!("../src/domain/refusal.rs")
        .lines()
        .filter_map(|line| {
            let (name, rest) = line.strip_prefix("    ")?.split_once(" {")?;
            let (arguments, _) = rest.split_once("} = \"")?;
            let named = arguments.split(',').filter_map(|one| Some(one.split_once(':')?.0.trim().to_owned()));
            Some((format!("refusal-{name}"), named.collect()))
        })
        .collect()
}

#[test]
fn every_refusal_says_what_is_wrong_and_what_to_do() {
    let declared = declared();
    let ids: Vec<&str> = declared.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, Refusal::IDS, "the table of refusals was not read whole");
    for lang in [Lang::Fr, Lang::En] {
        let catalog = Catalog::new(lang);
        for (id, arguments) in &declared {
            let facts: Vec<(&str, Fact)> = arguments.iter().map(|name| (name.as_str(), Fact::Number(2))).collect();
            assert!(catalog.has(id), "{id} is missing in {}", lang.code());
            let hint = catalog.hint(id, &facts).unwrap_or_else(|| panic!("{id} has no hint in {}", lang.code()));
            for sentence in [catalog.text_with(id, &facts), hint] {
                assert!(!sentence.contains('{'), "{id} names a fact that the refusal has not: {sentence}");
                assert!(sentence.ends_with('.'), "{id} is not a sentence: {sentence}");
            }
        }
    }
}

#[test]
fn every_fault_of_a_typed_date_or_time_says_what_to_type() {
    let dates =
        [DateFault::Empty, DateFault::Unknown, DateFault::Impossible, DateFault::OtherWeekday, DateFault::TooFar];
    let times = [TimeFault::Empty, TimeFault::Unknown, TimeFault::Impossible];
    for lang in [Lang::Fr, Lang::En] {
        let catalog = Catalog::new(lang);
        for id in dates.map(DateFault::id).into_iter().chain(times.map(TimeFault::id)) {
            assert!(catalog.has(id) && catalog.hint(id, &[]).is_some(), "{id} in {}", lang.code());
        }
    }
}
