//! The impact measure in words: groups by the antenna's names, kinds by the convention's.

use crate::base::id::{InstrumentCode, ProfessionalKindCode, RightCode, ThemeCode, WorkKindCode};
use crate::base::locale::Catalog;
use crate::domain::antenna::AntennaRecord;
use crate::domain::convention::{Convention, Label};
use crate::domain::impact::Group;
use crate::domain::indicator::Indicator;

impl Group {
    /// What it is called.
    pub fn name(&self, antenna: &AntennaRecord, catalog: &Catalog) -> String {
        match self {
            Self::Antenna => antenna.name.clone(),
            Self::Center(code) => antenna.center(code).map_or_else(|| code.to_string(), |center| center.name.clone()),
            Self::Referent(id) => {
                antenna.referent(*id).map_or_else(|| id.to_string(), |referent| referent.name.clone())
            }
            Self::Nobody => catalog.text("impact-nobody").into_owned(),
        }
    }
}

impl Indicator {
    /// What a kind that it counts is called in a version of the convention; its code where that has none.
    pub fn kind_name(self, code: &str, version: Option<&Convention>, catalog: &Catalog) -> String {
        let label: Option<&Label> = version.and_then(|version| match self {
            Self::RightsClaimsFinalised => version.right(&RightCode::from(code)).map(|one| &one.label),
            Self::FinancialInterventions => version.instrument(&InstrumentCode::from(code)).map(|one| &one.label),
            Self::ProfessionalReferrals => {
                version.professional_kind(&ProfessionalKindCode::from(code)).map(|one| &one.label)
            }
            Self::ReturnsToWork => version.work_kind(&WorkKindCode::from(code)).map(|one| &one.label),
            Self::GroupActions => version.theme(&ThemeCode::from(code)).map(|one| &one.label),
            Self::Beneficiaries | Self::EncountersHeld | Self::ContractsSigned => None,
        });
        label.map_or(code, |label| label.of(catalog.lang())).to_owned()
    }
}
