//! The quantitative indicators of art. 7, each counted from recorded acts and never typed in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::encounter::EncounterState;
use super::family::FamilyRecord;

/// The figures of art. 7 that the recorded acts allow, over a period with both days inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicators {
    /// Families in the caseload on at least one day of the period.
    pub beneficiaries: u64,
    pub encounters_held: u64,
    pub contracts_signed: u64,
}

impl Indicators {
    /// Adds other figures, each to its own.
    pub fn add(&mut self, other: &Self) {
        let Self { beneficiaries, encounters_held, contracts_signed } = other;
        self.beneficiaries += beneficiaries;
        self.encounters_held += encounters_held;
        self.contracts_signed += contracts_signed;
    }

    /// Counts one family in.
    pub fn count(&mut self, record: &FamilyRecord, from: NaiveDate, to: NaiveDate) {
        let within = |date: NaiveDate| from <= date && date <= to;
        let present = record
            .stays
            .iter()
            .any(|stay| stay.included_on <= to && stay.exit.as_ref().is_none_or(|exit| from <= exit.date));
        self.beneficiaries += u64::from(present);
        let held = |encounter: &&super::encounter::Encounter| {
            encounter.state == EncounterState::Held && within(encounter.date)
        };
        self.encounters_held += record.encounters.iter().filter(held).count() as u64;
        let signed = record.contracts.iter().filter_map(|contract| contract.signature.as_ref());
        self.contracts_signed += signed.filter(|signature| within(signature.date)).count() as u64;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    fn counted(desks: &[&Desk], from: &str, to: &str) -> Indicators {
        let mut indicators = Indicators::default();
        desks.iter().for_each(|desk| indicators.count(&desk.record, day(from), day(to)));
        indicators
    }

    #[test]
    fn a_beneficiary_is_in_the_caseload_on_at_least_one_day_of_the_period() {
        // In from 15 January to 1 June 2026, then again from 10 June.
        let out = Desk::out();
        let back = Desk::out()
            .does("receive_orientation", json!({"date": "2026-06-01"}))
            .on("2026-06-10")
            .does("include_family", json!({"date": "2026-06-10"}));
        for (from, to, of_out, of_back) in [
            ("2025-01-01", "2026-01-14", 0, 0),
            ("2026-01-15", "2026-01-15", 1, 1),
            ("2026-06-01", "2026-06-01", 1, 1),
            ("2026-06-02", "2026-06-09", 0, 0),
            ("2026-06-10", "2026-12-31", 0, 1),
            ("2026-01-01", "2026-12-31", 1, 1),
        ] {
            assert_eq!(counted(&[&out], from, to).beneficiaries, of_out, "{from} to {to}");
            assert_eq!(counted(&[&back], from, to).beneficiaries, of_back, "{from} to {to}, once though twice in");
        }
        let all = [&out, &back, &Desk::oriented(), &Desk::opened()];
        assert_eq!(counted(&all, "2026-01-01", "2026-12-31").beneficiaries, 2, "who was only oriented is not in");
    }

    #[test]
    fn only_encounters_held_count_on_the_day_they_were_held() {
        let desk = Desk::included()
            .does("plan_encounter", json!({"date": "2026-01-20"}))
            .does("plan_encounter", json!({"date": "2026-01-25"}))
            .does("plan_encounter", json!({"date": "2026-12-20"}))
            .on("2026-02-10");
        let first = desk.record.encounters[0].id;
        let desk = desk
            .does("hold_encounter", json!({"encounter": first, "date": "2026-01-31"}))
            .does("hold_encounter", json!({"date": "2026-02-01"}))
            .does("miss_encounter", json!({}))
            .does("cancel_encounter", json!({}));
        for (from, to, held) in [
            ("2026-01-01", "2026-01-30", 0),
            ("2026-01-31", "2026-01-31", 1),
            ("2026-01-31", "2026-02-01", 2),
            ("2026-02-02", "2026-12-31", 0),
        ] {
            assert_eq!(counted(&[&desk], from, to).encounters_held, held, "{from} to {to}");
        }
    }

    #[test]
    fn a_contract_counts_on_the_day_of_its_signature() {
        let desk = Desk::included()
            .does("draft_contract", json!({}))
            .does("sign_contract", json!({"date": "2026-01-15"}))
            .does("draft_contract", json!({"kind": "renewal", "starts": "2026-08-01"}));
        assert_eq!(counted(&[&desk], "2026-01-15", "2026-01-15").contracts_signed, 1);
        assert_eq!(counted(&[&desk], "2026-01-16", "2026-12-31").contracts_signed, 0, "neither its start nor a draft");
        let desk = desk.on("2026-06-01").does("sign_contract", json!({"date": "2026-06-01"}));
        assert_eq!(counted(&[&desk], "2026-01-01", "2026-12-31").contracts_signed, 2);
        let desk = desk.does("exit_family", json!({}));
        assert_eq!(counted(&[&desk], "2026-01-01", "2026-12-31").contracts_signed, 2, "an exit unsigns nothing");
    }
}
