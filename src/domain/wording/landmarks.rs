//! What happened once, in words: the kinds and scales are the convention's, in the language of the catalogue.

use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::landmark::{EffectRating, Landmark, Rating};

impl Landmark<'_> {
    /// « référent professionnel · Pôle emploi »; without what a person typed.
    pub fn told(&self, catalog: &Catalog, antenna: &AntennaRecord) -> String {
        let version = antenna.convention(self.date());
        let (id, more) = match self {
            Self::ProfessionalReferral(one) => {
                let kind = version.and_then(|version| version.professional_kind(&one.kind));
                ("landmark-professional-referral", kind.map(|kind| kind.label.of(catalog.lang()).to_owned()))
            }
            Self::ReturnToWork(one) => {
                let kind = version.and_then(|version| version.work_kind(&one.kind));
                ("landmark-return-to-work", kind.map(|kind| kind.label.of(catalog.lang()).to_owned()))
            }
            Self::HousingRedirect(_) => ("landmark-housing-redirect", None),
            Self::ChildProtectionReport(one) => {
                ("landmark-child-protection", Some(catalog.text(one.addressee.id()).into_owned()))
            }
            Self::Effects(one) => ("landmark-effects", Some(catalog.text(one.occasion.id()).into_owned())),
        };
        let name = catalog.text(id).into_owned();
        more.into_iter().fold(name, |name, more| format!("{name} · {more}"))
    }
}

impl EffectRating {
    /// A line for each scale, with its level in words.
    pub fn told(&self, catalog: &Catalog, antenna: &AntennaRecord) -> Vec<String> {
        let Some(version) = antenna.convention(self.date) else { return Vec::new() };
        let line = |one: &Rating| {
            let scale = version.effects.scale(&one.scale)?;
            let level = version.effects.levels.iter().find(|level| level.level == one.level)?;
            let facts = [
                ("scale", Fact::from(scale.of(catalog.lang()))),
                ("level", Fact::from(one.level)),
                ("word", Fact::from(level.label.of(catalog.lang()))),
            ];
            Some(catalog.text_with("effect-line", &facts))
        };
        self.ratings.iter().filter_map(line).collect()
    }
}
