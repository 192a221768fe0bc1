//! What a birth date, corrected since, no longer bears out: a fact can always be corrected, and the record then says what stood on it.

use chrono::NaiveDate;

use super::FamilyRecord;
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
}
