//! What a stay stands on, a child under the age: since when none is at home, and what a birth date, corrected since, no longer bears
//! out.
//!
//! A fact can always be corrected, and the record then says what stood on it.

use chrono::NaiveDate;

use super::{Child, FamilyRecord};
use crate::base::calendar;
use crate::domain::antenna::AntennaRecord;

/// An act of the current stay that would be refused today, by the children as they are known now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ungrounded {
    /// No child under the convention's age was at home on the day of the inclusion (art. 2).
    Inclusion { date: NaiveDate, years: u32 },
    /// None was when the contract began (art. 6).
    Contract { rank: u32, starts: NaiveDate, years: u32 },
}

impl FamilyRecord {
    /// The day since which no child under the age lives in the household, because the last one left it: none while one does, nor
    /// when the youngest grew up there.
    pub fn last_child_left_on(&self, date: NaiveDate, years: u32) -> Option<NaiveDate> {
        let of_age = |on: NaiveDate| self.landmark_birthday(on, years).is_none_or(|birthday| birthday <= on);
        let under_age = |child: &Child| {
            let left = child.departed_on.filter(|left| *left <= date)?;
            (left < calendar::birthday(child.birth_date, years)).then_some(left)
        };
        let left = self.children.iter().filter_map(under_age).max()?;
        let none_since = self.landmark_birthday(date, years).is_none_or(|birthday| birthday <= left);
        (of_age(left) && none_since).then_some(left)
    }

    /// What of the current stay the children no longer bear out, earliest first.
    pub fn ungrounded(&self, antenna: &AntennaRecord) -> Vec<Ungrounded> {
        let Some(stay) = self.current_stay() else { return Vec::new() };
        let years_on = |date| antenna.convention(date).map(|convention| convention.inclusion.child_under_years);
        let date = stay.included_on;
        let included = years_on(date)
            .filter(|years| self.landmark_birthday(date, *years).is_none_or(|birthday| birthday <= date))
            .map(|years| Ungrounded::Inclusion { date, years });
        let mut signed: Vec<_> = self.contracts_signed_since(date).filter(|contract| contract.began()).collect();
        signed.sort_by_key(|contract| contract.starts);
        let contracts = signed.into_iter().filter_map(|contract| {
            let starts = contract.starts;
            // A contract may begin on the birthday itself (art. 6).
            let years = years_on(starts)
                .filter(|years| self.landmark_birthday(starts, *years).is_none_or(|birthday| birthday < starts))?;
            Some(Ungrounded::Contract { rank: contract.rank, starts, years })
        });
        included.into_iter().chain(contracts).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::refusal::Refusal;
    use crate::domain::testing::{Desk, day};

    #[test]
    fn a_birth_date_corrected_since_says_what_no_longer_stands_on_it() {
        let included = Ungrounded::Inclusion { date: day("2026-01-15"), years: 3 };
        let contract = Ungrounded::Contract { rank: 1, starts: day("2026-02-01"), years: 3 };
        for (born, expected) in [
            ("2024-02-10", vec![]),
            ("2023-02-01", vec![]),
            // Three on the day after the inclusion, before the contract.
            ("2023-01-16", vec![contract]),
            ("2023-01-15", vec![included, contract]),
            ("2019-05-01", vec![included, contract]),
            // Born after them.
            ("2026-02-01", vec![included]),
            ("2026-02-02", vec![included, contract]),
        ] {
            let desk = Desk::contracted().on("2026-03-01");
            let moussa = desk.record.children[0].id;
            assert_eq!(desk.record.ungrounded(&desk.antenna), []);
            let corrected = json!({"child": moussa, "given_name": "Moussa", "birth_date": born});
            let desk = desk.does("correct_child", corrected);
            assert_eq!(desk.record.ungrounded(&desk.antenna), expected, "born on {born}");
            let out = desk.on("2026-06-01").does("exit_family", json!({}));
            assert_eq!(out.record.ungrounded(&out.antenna), [], "out");
        }
    }

    #[test]
    fn the_last_child_under_the_age_left_when_no_other_is() {
        let elder = |desk: Desk, birth: &str| desk.does("add_child", json!({"given_name": "Awa", "birth_date": birth}));
        let left = |desk: Desk, on: &str| {
            let child = desk.record.children[0].id;
            desk.on("2026-06-01").does("record_child_departure", json!({"child": child, "date": on}))
        };
        let since = |desk: &Desk, on: &str| desk.record.last_child_left_on(day(on), 3).map(|date| date.to_string());
        let gone = || left(elder(Desk::included(), "2020-05-01"), "2026-03-01");
        assert_eq!(since(&gone(), "2026-02-28"), None, "Moussa, two years old, was there");
        assert_eq!(since(&gone(), "2026-03-01").as_deref(), Some("2026-03-01"));
        assert_eq!(since(&gone(), "9999-12-31").as_deref(), Some("2026-03-01"));
        let born = gone().does("add_child", json!({"given_name": "Issa", "birth_date": "2026-05-01"}));
        assert_eq!(since(&born, "2026-05-01"), None, "a child born since is under the age");
        let other = left(elder(Desk::included(), "2024-05-01"), "2026-03-01");
        assert_eq!(since(&other, "2026-03-01"), None, "the other one is two years old too");
        let alone = left(Desk::included(), "2026-03-01");
        assert_eq!(since(&alone, "2026-03-01").as_deref(), Some("2026-03-01"));
        // Moussa leaves at two years, Ada turns three at home and leaves then; Awa stays.
        let both = elder(elder(Desk::included(), "2020-05-01"), "2024-05-01");
        let ada = both.record.children[2].id;
        let grew_up = left(both, "2026-03-01")
            .on("2027-06-01")
            .does("record_child_departure", json!({"child": ada, "date": "2027-06-01"}));
        assert_eq!(since(&grew_up, "2027-06-01"), None, "the youngest turned three there");
        let grown = Desk::included().on("2027-06-01");
        assert_eq!(since(&grown, "2027-06-01"), None, "who turned three there has a third birthday");
        let contract = gone().refusal("draft_contract", json!({"starts": "2026-06-01"}));
        assert_eq!(contract, Refusal::ContractWithoutChild { starts: day("2026-06-01") });
    }
}
