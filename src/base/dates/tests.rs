//! Tables of what people type, and the two laws: what is written is read back, and no text panics.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Thursday 12 March 2026.
const TODAY: &str = "2026-03-12";

fn read(text: &str, leaning: Leaning) -> Result<NaiveDate, DateFault> {
    parse_date(text, day(TODAY), leaning)
}

#[test]
fn complete_dates_do_not_depend_on_the_leaning() {
    for (text, expected) in [
        ("12/03/2026", "2026-03-12"),
        ("12/3/2026", "2026-03-12"),
        ("12.03.2026", "2026-03-12"),
        ("12-03-2026", "2026-03-12"),
        ("12 03 2026", "2026-03-12"),
        ("12 / 03 / 2026", "2026-03-12"),
        ("12032026", "2026-03-12"),
        ("2026-03-12", "2026-03-12"),
        ("2026/3/12", "2026-03-12"),
        ("12 mars 2026", "2026-03-12"),
        ("12 MARS 2026", "2026-03-12"),
        ("12mars2026", "2026-03-12"),
        ("le 1er août 2025", "2025-08-01"),
        ("1 aout 2025", "2025-08-01"),
        ("1er aou\u{302}t 2025", "2025-08-01"),
        ("3 févr. 2025", "2025-02-03"),
        ("3 fev 2025", "2025-02-03"),
        ("3 Feb 2025", "2025-02-03"),
        ("14 juil 2025", "2025-07-14"),
        ("14 juin 2025", "2025-06-14"),
        ("25 déc 2025", "2025-12-25"),
        ("12 Mar 2026", "2026-03-12"),
        ("March 12, 2026", "2026-03-12"),
        ("1st of May 2026", "2026-05-01"),
        ("jeudi 12 mars 2026", "2026-03-12"),
        ("Thursday 12 March 2026", "2026-03-12"),
        ("29/02/2024", "2024-02-29"),
        ("01/01/1900", "1900-01-01"),
        ("31/12/2046", "2046-12-31"),
        ("hier", "2026-03-11"),
        ("Avant-hier", "2026-03-10"),
        ("avant hier", "2026-03-10"),
        ("aujourd'hui", TODAY),
        ("aujourd’hui", TODAY),
        ("auj", TODAY),
        ("auj.", TODAY),
        ("j", TODAY),
        ("demain", "2026-03-13"),
        ("après-demain", "2026-03-14"),
        ("apres demain", "2026-03-14"),
        ("yesterday", "2026-03-11"),
        ("today", TODAY),
        ("tomorrow", "2026-03-13"),
        ("+7j", "2026-03-19"),
        ("+7 j", "2026-03-19"),
        ("+7", "2026-03-19"),
        ("-3j", "2026-03-09"),
        ("−3 jours", "2026-03-09"),
        ("+2s", "2026-03-26"),
        ("+2 sem", "2026-03-26"),
        ("+1m", "2026-04-12"),
        ("-1 mois", "2026-02-12"),
        ("+1 an", "2027-03-12"),
        ("+7d", "2026-03-19"),
        ("+2w", "2026-03-26"),
        ("j+7", "2026-03-19"),
        ("J-3", "2026-03-09"),
        ("dans 10 jours", "2026-03-22"),
        ("il y a 2 semaines", "2026-02-26"),
        ("in 3 days", "2026-03-15"),
        ("3 days ago", "2026-03-09"),
        ("lundi prochain", "2026-03-16"),
        ("jeudi prochain", "2026-03-19"),
        ("lundi dernier", "2026-03-09"),
        ("jeudi dernier", "2026-03-05"),
        ("next friday", "2026-03-13"),
        ("last friday", "2026-03-06"),
    ] {
        for leaning in [Leaning::Past, Leaning::Future, Leaning::Near] {
            assert_eq!(read(text, leaning), Ok(day(expected)), "{text:?} {leaning:?}");
        }
    }
}

#[test]
fn an_incomplete_date_follows_its_leaning() {
    for (text, past, future, near) in [
        ("12/3", TODAY, TODAY, TODAY),
        ("12.3", TODAY, TODAY, TODAY),
        ("12-3", TODAY, TODAY, TODAY),
        ("12 3", TODAY, TODAY, TODAY),
        ("1203", TODAY, TODAY, TODAY),
        ("13/3", "2025-03-13", "2026-03-13", "2026-03-13"),
        ("11 mars", "2026-03-11", "2027-03-11", "2026-03-11"),
        ("march 11", "2026-03-11", "2027-03-11", "2026-03-11"),
        ("31/12", "2025-12-31", "2026-12-31", "2025-12-31"),
        ("1/9", "2025-09-01", "2026-09-01", "2026-09-01"),
        ("12", TODAY, TODAY, TODAY),
        ("le 20", "2026-02-20", "2026-03-20", "2026-03-20"),
        ("31", "2026-01-31", "2026-03-31", "2026-03-31"),
        ("jeudi", TODAY, "2026-03-19", TODAY),
        ("jeu.", TODAY, "2026-03-19", TODAY),
        ("lundi", "2026-03-09", "2026-03-16", "2026-03-09"),
        ("dim", "2026-03-08", "2026-03-15", "2026-03-15"),
        ("mar", "2026-03-10", "2026-03-17", "2026-03-10"),
        ("vendredi", "2026-03-06", "2026-03-13", "2026-03-13"),
        ("monday", "2026-03-09", "2026-03-16", "2026-03-09"),
        ("mar 10", "2026-03-10", "2027-03-10", "2026-03-10"),
        ("jeudi 12 mars", TODAY, TODAY, TODAY),
    ] {
        assert_eq!(read(text, Leaning::Past), Ok(day(past)), "{text:?} in the past");
        assert_eq!(read(text, Leaning::Future), Ok(day(future)), "{text:?} in the future");
        assert_eq!(read(text, Leaning::Near), Ok(day(near)), "{text:?} near");
    }
}

#[test]
fn a_29_february_without_its_year_is_the_last_one_and_none_to_come_in_other_years() {
    assert_eq!(read("29/02", Leaning::Past), Ok(day("2024-02-29")));
    for leaning in [Leaning::Future, Leaning::Near] {
        assert_eq!(read("29/02", leaning), Err(DateFault::Impossible), "{leaning:?}");
        let leap = parse_date("29/02", day("2027-06-01"), leaning);
        assert_eq!(leap, Ok(day("2028-02-29")), "{leaning:?}");
    }
}

#[test]
fn a_year_of_two_digits_stays_close() {
    for (text, past, other) in [
        ("12/03/26", "2026-03-12", "2026-03-12"),
        ("12/12/26", "2026-12-12", "2026-12-12"),
        ("01/02/27", "2027-02-01", "2027-02-01"),
        ("120325", "2025-03-12", "2025-03-12"),
        ("12 mars 85", "1985-03-12", "1985-03-12"),
        ("12/03/40", "1940-03-12", "2040-03-12"),
    ] {
        assert_eq!(read(text, Leaning::Past), Ok(day(past)), "{text:?} in the past");
        assert_eq!(read(text, Leaning::Future), Ok(day(other)), "{text:?} in the future");
        assert_eq!(read(text, Leaning::Near), Ok(day(other)), "{text:?} near");
    }
}

#[test]
fn month_ends_are_clamped_when_months_are_added() {
    for (text, expected) in [("+1m", "2026-02-28"), ("-2m", "2025-11-30"), ("+1a", "2027-01-31")] {
        assert_eq!(parse_date(text, day("2026-01-31"), Leaning::Near), Ok(day(expected)), "{text}");
    }
}

#[test]
fn what_is_no_date_says_why() {
    for (text, fault) in [
        ("", DateFault::Empty),
        ("   ", DateFault::Empty),
        ("le", DateFault::Empty),
        ("31/02", DateFault::Impossible),
        ("30 février", DateFault::Impossible),
        ("29/02/2025", DateFault::Impossible),
        ("29/02/1900", DateFault::Impossible),
        ("32/01", DateFault::Impossible),
        ("0/1", DateFault::Impossible),
        ("12/13/2026", DateFault::Impossible),
        ("2026-13-01", DateFault::Impossible),
        ("00/00/0000", DateFault::Impossible),
        ("40", DateFault::Impossible),
        ("31/12/1899", DateFault::TooFar),
        ("01/01/2047", DateFault::TooFar),
        ("12/03/2062", DateFault::TooFar),
        ("+99999m", DateFault::TooFar),
        ("-4000000000j", DateFault::TooFar),
        ("+300 ans", DateFault::TooFar),
        ("vendredi 12 mars 2026", DateFault::OtherWeekday),
        ("mardi 12/03", DateFault::OtherWeekday),
        ("bientôt", DateFault::Unknown),
        ("12 brumaire", DateFault::Unknown),
        ("12 jui", DateFault::Unknown),
        ("12 ma", DateFault::Unknown),
        ("12/3/202", DateFault::Unknown),
        ("1/2/3/4", DateFault::Unknown),
        ("+7x", DateFault::Unknown),
        ("+", DateFault::Unknown),
        ("7j", DateFault::Unknown),
        ("12+3", DateFault::Unknown),
        ("99999999999999999999", DateFault::Unknown),
        ("12:30", DateFault::Unknown),
        ("12/03/2026;", DateFault::Unknown),
        ("\u{1b}[2J", DateFault::Unknown),
    ] {
        assert_eq!(read(text, Leaning::Near), Err(fault), "{text:?}");
    }
    assert_eq!(read(&"1".repeat(100), Leaning::Near), Err(DateFault::Unknown));
}

fn any_leaning() -> impl Strategy<Value = Leaning> {
    prop_oneof![Just(Leaning::Past), Just(Leaning::Future), Just(Leaning::Near)]
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0u32..109_938).prop_map(|days| calendar::add_days(day("1900-01-01"), days))
}

proptest! {
    #[test]
    fn every_written_date_is_read_back(date in any_date(), today in any_date(), leaning in any_leaning()) {
        for format in ["%d/%m/%Y", "%Y-%m-%d", "%-d/%-m/%Y", "%d.%m.%Y", "%d%m%Y", "%-d %b %Y", "%A %-d %B %Y"] {
            let written = date.format(format).to_string();
            let read = if date.year() <= today.year() + 20 { Ok(date) } else { Err(DateFault::TooFar) };
            prop_assert_eq!(parse_date(&written, today, leaning), read, "{}", written);
        }
    }

    #[test]
    fn a_day_and_month_alone_lean_as_asked(date in any_date(), today in any_date()) {
        let written = date.format("%d/%m").to_string();
        if let Ok(past) = parse_date(&written, today, Leaning::Past) {
            prop_assert!(past <= today && past.format("%d/%m").to_string() == written);
        }
        if let Ok(future) = parse_date(&written, today, Leaning::Future) {
            prop_assert!(future >= today && future.format("%d/%m").to_string() == written);
        }
    }

    #[test]
    fn no_text_panics(
        text in "\\PC{0,40}|[0-9/ .+-]{0,14}|(lundi|mar|il y a|dans|next|[+-])? ?[0-9]{0,12} ?(j|m|ans|mars|jui|ago)?",
        today in any_date(),
        leaning in any_leaning(),
    ) {
        let _ = parse_date(&text, today, leaning);
        let _ = parse_date(&text, NaiveDate::MAX, leaning);
        let _ = parse_date(&text, NaiveDate::MIN, leaning);
    }
}
