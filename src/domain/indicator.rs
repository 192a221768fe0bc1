//! The eight quantitative indicators of art. 7, each counted from recorded acts and never typed in.
//!
//! [`counted`] says which acts count, once and for all: every figure is a number of these, and opens onto them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::aid::AidResult;
use super::encounter::EncounterState;
use super::family::FamilyRecord;
use crate::base::id::{CenterCode, ReferentId};
use crate::base::money::Cents;

/// What art. 7 counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Indicator {
    /// Families in the caseload on at least one day of the period.
    Beneficiaries,
    EncountersHeld,
    ContractsSigned,
    /// Sessions held by the antenna, whichever families came.
    GroupActions,
    RightsClaimsFinalised,
    /// Aids granted, whoever pays; with what was granted.
    FinancialInterventions,
    ProfessionalReferrals,
    ReturnsToWork,
}

impl Indicator {
    pub const ALL: [Self; 8] = [
        Self::Beneficiaries,
        Self::EncountersHeld,
        Self::ContractsSigned,
        Self::GroupActions,
        Self::RightsClaimsFinalised,
        Self::FinancialInterventions,
        Self::ProfessionalReferrals,
        Self::ReturnsToWork,
    ];

    /// Those whose acts have a kind in every family.
    pub const WITH_KINDS: [Self; 4] =
        [Self::RightsClaimsFinalised, Self::FinancialInterventions, Self::ProfessionalReferrals, Self::ReturnsToWork];
}

/// One act that an indicator counts; of the beneficiaries, some days spent in the caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedAct {
    pub indicator: Indicator,
    pub date: NaiveDate,
    /// Last day in the caseload, of the beneficiaries alone; absent while it lasts.
    pub until: Option<NaiveDate>,
    /// The centre and the referent of the family on that day.
    pub center: Option<CenterCode>,
    pub referent: Option<ReferentId>,
    /// The code of its kind: a right, an instrument, a kind of referent or of work.
    pub kind: Option<String>,
    pub amount: Cents,
    /// What it opens in the family's record.
    pub object: Option<Uuid>,
}

impl CountedAct {
    /// Whether it counts in a period, both days inclusive.
    pub fn is_within(&self, from: NaiveDate, to: NaiveDate) -> bool {
        match self.indicator {
            Indicator::Beneficiaries => self.date <= to && self.until.is_none_or(|until| from <= until),
            Indicator::EncountersHeld
            | Indicator::ContractsSigned
            | Indicator::GroupActions
            | Indicator::RightsClaimsFinalised
            | Indicator::FinancialInterventions
            | Indicator::ProfessionalReferrals
            | Indicator::ReturnsToWork => from <= self.date && self.date <= to,
        }
    }
}

/// Everything of a family that counts, whatever the period.
pub fn counted(record: &FamilyRecord) -> Vec<CountedAct> {
    let mut counted = presence(record);
    let mut count = |indicator, date: NaiveDate, kind: Option<&str>, amount: Cents, object: [u8; 16]| {
        let stay = record.stay_on(date).or_else(|| record.stays.iter().rfind(|stay| stay.included_on <= date));
        counted.push(CountedAct {
            indicator,
            date,
            until: None,
            center: stay.map(|stay| stay.center.clone()),
            referent: record.referent_on(date),
            kind: kind.map(str::to_owned),
            amount,
            object: Some(Uuid::from_bytes(object)),
        });
    };
    for encounter in record.encounters.iter().filter(|one| one.state == EncounterState::Held) {
        count(Indicator::EncountersHeld, encounter.date, None, Cents(0), encounter.id.bytes());
    }
    for contract in &record.contracts {
        if let Some(signature) = &contract.signature {
            count(Indicator::ContractsSigned, signature.date, None, Cents(0), contract.id.bytes());
        }
    }
    for claim in &record.rights_claims {
        if let Some(outcome) = &claim.finalised {
            let right = Some(claim.right.as_str());
            count(Indicator::RightsClaimsFinalised, outcome.date, right, Cents(0), claim.id.bytes());
        }
    }
    for aid in &record.financial_aids {
        if let Some(answer) = aid.answer.as_ref().filter(|answer| answer.result == AidResult::Granted) {
            let (instrument, granted) = (Some(aid.instrument.as_str()), answer.granted.unwrap_or_default());
            count(Indicator::FinancialInterventions, answer.date, instrument, granted, aid.id.bytes());
        }
    }
    for referral in &record.professional_referrals {
        let kind = Some(referral.kind.as_str());
        count(Indicator::ProfessionalReferrals, referral.date, kind, Cents(0), referral.id.bytes());
    }
    for back in &record.returns_to_work {
        count(Indicator::ReturnsToWork, back.date, Some(back.kind.as_str()), Cents(0), back.id.bytes());
    }
    counted
}

/// The days in the caseload, cut where the referent changes.
fn presence(record: &FamilyRecord) -> Vec<CountedAct> {
    let mut presence = Vec::new();
    for stay in &record.stays {
        let last = stay.exit.as_ref().map(|exit| exit.date);
        let within = |date: &NaiveDate| stay.included_on < *date && last.is_none_or(|last| *date <= last);
        let mut cuts: Vec<_> = record.assignments.iter().map(|one| one.from).filter(within).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let begins = std::iter::once(stay.included_on).chain(cuts.iter().copied());
        let ends = cuts.iter().map(|cut| cut.pred_opt()).chain(std::iter::once(last));
        for (date, until) in begins.zip(ends) {
            presence.push(CountedAct {
                indicator: Indicator::Beneficiaries,
                date,
                until,
                center: Some(stay.center.clone()),
                referent: record.referent_on(date),
                kind: None,
                amount: Cents(0),
                object: None,
            });
        }
    }
    presence
}

/// The figures of art. 7 over a period, both days inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Indicators {
    pub beneficiaries: u64,
    pub encounters_held: u64,
    pub contracts_signed: u64,
    pub group_actions: u64,
    pub rights_claims_finalised: u64,
    pub financial_interventions: u64,
    /// What these granted in all.
    pub granted: Cents,
    pub professional_referrals: u64,
    pub returns_to_work: u64,
}

impl Indicators {
    /// The figure of an indicator.
    pub fn of(&self, indicator: Indicator) -> u64 {
        match indicator {
            Indicator::Beneficiaries => self.beneficiaries,
            Indicator::EncountersHeld => self.encounters_held,
            Indicator::ContractsSigned => self.contracts_signed,
            Indicator::GroupActions => self.group_actions,
            Indicator::RightsClaimsFinalised => self.rights_claims_finalised,
            Indicator::FinancialInterventions => self.financial_interventions,
            Indicator::ProfessionalReferrals => self.professional_referrals,
            Indicator::ReturnsToWork => self.returns_to_work,
        }
    }

    /// The figure of an indicator, to change.
    pub fn of_mut(&mut self, indicator: Indicator) -> &mut u64 {
        match indicator {
            Indicator::Beneficiaries => &mut self.beneficiaries,
            Indicator::EncountersHeld => &mut self.encounters_held,
            Indicator::ContractsSigned => &mut self.contracts_signed,
            Indicator::GroupActions => &mut self.group_actions,
            Indicator::RightsClaimsFinalised => &mut self.rights_claims_finalised,
            Indicator::FinancialInterventions => &mut self.financial_interventions,
            Indicator::ProfessionalReferrals => &mut self.professional_referrals,
            Indicator::ReturnsToWork => &mut self.returns_to_work,
        }
    }

    /// Adds other figures, each to its own.
    pub fn add(&mut self, other: &Self) {
        for indicator in Indicator::ALL {
            *self.of_mut(indicator) += other.of(indicator);
        }
        self.granted = Cents(self.granted.0 + other.granted.0);
    }

    /// Takes figures out that were added before, each of its own.
    pub fn take_out(&mut self, other: &Self) {
        for indicator in Indicator::ALL {
            let own = self.of_mut(indicator);
            *own = own.saturating_sub(other.of(indicator));
        }
        self.granted = Cents(self.granted.0.saturating_sub(other.granted.0));
    }

    /// Counts one act of the period in.
    pub fn count_act(&mut self, act: &CountedAct) {
        *self.of_mut(act.indicator) += 1;
        self.granted = Cents(self.granted.0 + act.amount.0);
    }

    /// Counts one family in: once, however many stays it has and whoever follows it.
    pub fn count(&mut self, record: &FamilyRecord, from: NaiveDate, to: NaiveDate) {
        self.count_acts(&counted(record), from, to);
    }

    /// Counts in what of one family counts in the period.
    pub fn count_acts(&mut self, acts: &[CountedAct], from: NaiveDate, to: NaiveDate) {
        let mut own = Self::default();
        acts.iter().filter(|act| act.is_within(from, to)).for_each(|act| own.count_act(act));
        own.beneficiaries = own.beneficiaries.min(1);
        self.add(&own);
    }
}

#[cfg(test)]
mod tests;
