//! How dates, ages, delays, numbers and amounts are written in each language.
//!
//! The words come from the catalogue; only the order and the signs of a language are here.

use chrono::{Datelike, NaiveDate};

use super::{Catalog, Fact, Lang};
use crate::base::calendar::{self, Age};
use crate::base::money::Cents;

impl Catalog {
    /// A name and its value, with the colon of the language.
    pub fn pair(&self, name: &str, value: &str) -> String {
        self.text_with("sheet-pair", &[("name", Fact::from(name)), ("value", Fact::from(value))])
    }

    /// What somebody wrote, between the quotes of the language.
    pub fn quoted(&self, text: &str) -> String {
        self.text_with("sheet-quoted", &[("text", Fact::from(text))])
    }

    /// 12/03/2026, or 12 Mar 2026.
    pub fn date(&self, date: NaiveDate) -> String {
        let (day, month, year) = (date.day(), date.month(), date.year());
        match self.lang {
            Lang::Fr => format!("{day:02}/{month:02}/{year:04}"),
            Lang::En => format!("{day} {} {year}", self.month_short(month)),
        }
    }

    /// 12/03, or 12 Mar.
    pub fn short_date(&self, date: NaiveDate) -> String {
        let (day, month) = (date.day(), date.month());
        match self.lang {
            Lang::Fr => format!("{day:02}/{month:02}"),
            Lang::En => format!("{day} {}", self.month_short(month)),
        }
    }

    /// jeudi 12 mars 2026 (jeudi 1er janvier 2026), or Thursday 12 March 2026.
    pub fn long_date(&self, date: NaiveDate) -> String {
        let day = match (date.day(), self.lang) {
            (1, Lang::Fr) => self.text("date-first-day").into_owned(),
            (day, Lang::Fr | Lang::En) => day.to_string(),
        };
        format!("{} {day} {} {}", self.weekday(date), self.month(date.month()), date.year())
    }

    /// janvier, or January. Months are numbered from 1.
    pub fn month(&self, month: u32) -> std::borrow::Cow<'_, str> {
        self.text(numbered(&MONTHS, month))
    }

    /// janv, févr, mars, avr…, or Jan, Feb, Mar, Apr…
    pub fn month_short(&self, month: u32) -> std::borrow::Cow<'_, str> {
        self.attribute(numbered(&MONTHS, month), "short")
    }

    /// mars 2026, or March 2026.
    pub fn month_and_year(&self, date: NaiveDate) -> String {
        format!("{} {}", self.month(date.month()), date.year())
    }

    /// jeudi, or Thursday.
    pub fn weekday(&self, date: NaiveDate) -> std::borrow::Cow<'_, str> {
        self.text(numbered(&WEEKDAYS, date.weekday().number_from_monday()))
    }

    /// jeu, or Thu.
    pub fn weekday_short(&self, date: NaiveDate) -> std::borrow::Cow<'_, str> {
        self.attribute(numbered(&WEEKDAYS, date.weekday().number_from_monday()), "short")
    }

    /// Days left until a date: `J-3` before it, `J` on the day, `J+4` after it; D in English.
    pub fn relative(&self, due: NaiveDate, today: NaiveDate) -> String {
        let left = calendar::days_left(due, today);
        let letter = self.text("relative-day");
        match left {
            0 => letter.into_owned(),
            left => format!("{letter}{:+}", -left),
        }
    }

    /// 2 a 8 m, or 2y 8m; under one year only the months.
    pub fn age(&self, age: Age) -> String {
        let months = Fact::Number(i64::from(age.months));
        match age.years {
            0 => self.text_with("age-months", &[("months", months)]),
            years => {
                let facts = [("years", Fact::Number(i64::from(years))), ("months", months)];
                self.text_with("age-years-months", &facts)
            }
        }
    }

    /// 12 jours, or 12 days.
    pub fn days(&self, days: i64) -> String {
        self.text_with("days", &[("days", Fact::Number(days))])
    }

    /// A number with its thousands set apart: 12 345 (narrow no-break space), or 12,345.
    pub fn number(&self, number: i64) -> String {
        grouped(self.lang, number)
    }

    /// An amount: 1 234,50 €, or €1,234.50.
    pub fn money(&self, amount: Cents) -> String {
        let (euros, rest) = (amount.0 / 100, amount.0 % 100);
        let euros = grouped(self.lang, i64::try_from(euros).unwrap_or(i64::MAX));
        match self.lang {
            Lang::Fr => format!("{euros},{rest:02}\u{a0}€"),
            Lang::En => format!("€{euros}.{rest:02}"),
        }
    }
}

/// A number with its thousands set apart in the manner of the language.
pub(super) fn grouped(lang: Lang, number: i64) -> String {
    let separator = match lang {
        Lang::Fr => '\u{202f}',
        Lang::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    if number < 0 {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

const WEEKDAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

fn numbered(ids: &'static [&'static str], number: u32) -> &'static str {
    usize::try_from(number).ok().and_then(|number| ids.get(number.wrapping_sub(1))).copied().unwrap_or("month")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let (fr, en) = (Catalog::new(Lang::Fr), Catalog::new(Lang::En));
        assert_eq!(fr.date(day("2026-03-02")), "02/03/2026");
        assert_eq!(en.date(day("2026-03-02")), "2 Mar 2026");
        assert_eq!(fr.short_date(day("2026-03-12")), "12/03");
        assert_eq!(en.short_date(day("2026-03-12")), "12 Mar");
        assert_eq!(fr.long_date(day("2026-03-12")), "jeudi 12 mars 2026");
        assert_eq!(fr.long_date(day("2026-01-01")), "jeudi 1er janvier 2026");
        assert_eq!(en.long_date(day("2026-01-01")), "Thursday 1 January 2026");
        assert_eq!(fr.weekday_short(day("2026-03-15")), "dim");
        assert_eq!(fr.month_and_year(day("2026-08-15")), "août 2026");
    }

    #[test]
    fn short_months_are_those_of_the_timeline() {
        let fr = Catalog::new(Lang::Fr);
        let months: Vec<_> = (1..=12).map(|month| fr.month_short(month).into_owned()).collect();
        let expected = "janv févr mars avr mai juin juil août sept oct nov déc";
        assert_eq!(months.join(" "), expected);
        assert_eq!(fr.month(13), "⟦month⟧");
    }

    #[test]
    fn days_left_count_down_to_the_day_and_up_after_it() {
        let (fr, en) = (Catalog::new(Lang::Fr), Catalog::new(Lang::En));
        let today = day("2026-03-12");
        for (due, french, english) in [
            ("2026-03-15", "J-3", "D-3"),
            ("2026-03-12", "J", "D"),
            ("2026-03-08", "J+4", "D+4"),
            ("2026-04-12", "J-31", "D-31"),
        ] {
            assert_eq!(fr.relative(day(due), today), french);
            assert_eq!(en.relative(day(due), today), english);
        }
    }

    #[test]
    fn ages_and_lengths_agree_in_number() {
        let (fr, en) = (Catalog::new(Lang::Fr), Catalog::new(Lang::En));
        assert_eq!(fr.age(Age { years: 2, months: 8 }), "2 a 8 m");
        assert_eq!(en.age(Age { years: 2, months: 8 }), "2y 8m");
        assert_eq!(fr.age(Age { years: 0, months: 5 }), "5 m");
        assert_eq!(fr.age(Age { years: 3, months: 0 }), "3 a");
        assert_eq!(en.age(Age { years: 3, months: 0 }), "3y");
        for (days, french, english) in [(0, "0 jour", "0 days"), (1, "1 jour", "1 day"), (2, "2 jours", "2 days")] {
            assert_eq!(fr.days(days), french);
            assert_eq!(en.days(days), english);
        }
    }

    #[test]
    fn numbers_and_amounts_are_grouped() {
        let (fr, en) = (Catalog::new(Lang::Fr), Catalog::new(Lang::En));
        for (number, french, english) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1000, "1\u{202f}000", "1,000"),
            (-1_234_567, "-1\u{202f}234\u{202f}567", "-1,234,567"),
        ] {
            assert_eq!(fr.number(number), french);
            assert_eq!(en.number(number), english);
        }
        assert_eq!(grouped(Lang::En, i64::MIN), "-9,223,372,036,854,775,808");
        assert_eq!(fr.money(Cents(5)), "0,05\u{a0}€");
        assert_eq!(fr.money(Cents(123_456)), "1\u{202f}234,56\u{a0}€");
        assert_eq!(en.money(Cents(123_456)), "€1,234.56");
    }
}
