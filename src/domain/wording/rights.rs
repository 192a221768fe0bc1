//! Rights claimed and aids in words: rights and instruments by the convention's names, amounts in euros.

use crate::base::locale::{Catalog, Fact};
use crate::domain::aid::FinancialAid;
use crate::domain::antenna::AntennaRecord;
use crate::domain::rights::RightsClaim;

impl RightsClaim {
    /// The right, as the convention calls it.
    pub fn right_name(&self, catalog: &Catalog, antenna: &AntennaRecord) -> String {
        let right = antenna.convention(self.opened_on).and_then(|version| version.right(&self.right));
        right.map_or_else(|| self.right.to_string(), |right| right.label.of(catalog.lang()).to_owned())
    }

    /// « ASF · déposé le 12/03/2026 »; without what a person typed.
    pub fn told(&self, catalog: &Catalog, antenna: &AntennaRecord) -> String {
        let facts = [("date", Fact::Date(self.since()))];
        format!("{} · {}", self.right_name(catalog, antenna), catalog.text_with(self.stage().on_id(), &facts))
    }
}

impl FinancialAid {
    /// The instrument, as the convention calls it.
    pub fn instrument_name(&self, catalog: &Catalog, antenna: &AntennaRecord) -> String {
        let version = antenna.convention(self.requested_on);
        let instrument = version.and_then(|version| version.instrument(&self.instrument));
        instrument.map_or_else(|| self.instrument.to_string(), |one| one.label.of(catalog.lang()).to_owned())
    }

    /// « FSL · 450,00 € demandés · 300,00 € accordés le 12/03/2026 »; without what a person typed.
    pub fn told(&self, catalog: &Catalog, antenna: &AntennaRecord) -> String {
        let amount = self.granted().unwrap_or(self.amount);
        let facts = [("amount", Fact::Cents(amount)), ("date", Fact::Date(self.since()))];
        let stage = catalog.text_with(self.stage().on_id(), &facts);
        let name = self.instrument_name(catalog, antenna);
        match self.granted() {
            Some(granted) if granted != self.amount => {
                let asked = [("amount", Fact::Cents(self.amount))];
                format!("{name} · {} · {stage}", catalog.text_with("aid-asked", &asked))
            }
            Some(_) | None => format!("{name} · {stage}"),
        }
    }
}
