//! What happens once and waits for nothing: towards work, beyond the two hard limits of art. 5, and the effects of art. 7.
//!
//! What is recorded here is corrected by an undo.

mod effect;
mod limit;
mod work;

use chrono::NaiveDate;

use super::family::FamilyRecord;
use crate::base::id::LandmarkId;
pub(super) use effect::rate;
pub use effect::{EffectLevel, EffectRating, EffectRule, Occasion, RateEffects, Rating};
pub use limit::{Addressee, ChildProtectionReport, HousingRedirect, RedirectHousing, ReportChildProtection};
pub(super) use limit::{redirect, report};
pub use work::{ProfessionalReferral, RecordReturnToWork, ReferToProfessional, ReturnToWork};
pub(super) use work::{record_return, refer};

/// One of them, as the page, the timeline and the printout tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landmark<'a> {
    ProfessionalReferral(&'a ProfessionalReferral),
    ReturnToWork(&'a ReturnToWork),
    HousingRedirect(&'a HousingRedirect),
    ChildProtectionReport(&'a ChildProtectionReport),
    Effects(&'a EffectRating),
}

impl Landmark<'_> {
    pub fn id(&self) -> LandmarkId {
        match self {
            Self::ProfessionalReferral(one) => one.id,
            Self::ReturnToWork(one) => one.id,
            Self::HousingRedirect(one) => one.id,
            Self::ChildProtectionReport(one) => one.id,
            Self::Effects(one) => one.id,
        }
    }

    pub fn date(&self) -> NaiveDate {
        match self {
            Self::ProfessionalReferral(one) => one.date,
            Self::ReturnToWork(one) => one.date,
            Self::HousingRedirect(one) => one.date,
            Self::ChildProtectionReport(one) => one.date,
            Self::Effects(one) => one.date,
        }
    }

    /// What was written with it: a comment, or the person's own words.
    pub fn text(&self) -> &str {
        match self {
            Self::ProfessionalReferral(one) => &one.comment,
            Self::ReturnToWork(one) => &one.comment,
            Self::HousingRedirect(one) => &one.comment,
            Self::ChildProtectionReport(one) => &one.comment,
            Self::Effects(one) => &one.quote,
        }
    }
}

impl FamilyRecord {
    /// Every one of them, earliest first.
    pub fn landmarks(&self) -> Vec<Landmark<'_>> {
        let mut landmarks: Vec<_> = (self.professional_referrals.iter().map(Landmark::ProfessionalReferral))
            .chain(self.returns_to_work.iter().map(Landmark::ReturnToWork))
            .chain(self.housing_redirects.iter().map(Landmark::HousingRedirect))
            .chain(self.child_protection_reports.iter().map(Landmark::ChildProtectionReport))
            .chain(self.effect_ratings.iter().map(Landmark::Effects))
            .collect();
        landmarks.sort_by_key(|landmark| (landmark.date(), landmark.id()));
        landmarks
    }

    /// The one of this id.
    pub fn landmark(&self, id: LandmarkId) -> Option<Landmark<'_>> {
        self.landmarks().into_iter().find(|landmark| landmark.id() == id)
    }
}

#[cfg(test)]
mod tests;
