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
