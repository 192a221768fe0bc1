//! The effects on the beneficiary, rated on the six scales of art. 7 at entry, at a review and at exit, with her own words.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::id::{EffectScaleCode, LandmarkId};
use crate::domain::convention::Label;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, free_text};

/// When the scales are rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    Entry,
    Review,
    Exit,
}

/// The convention's scales and the levels of each, the lowest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectRule {
    pub scales: Vec<EffectScale>,
    pub levels: Vec<EffectLevel>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectScale {
    pub code: EffectScaleCode,
    pub label: Label,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectLevel {
    pub level: u32,
    pub label: Label,
}

/// One scale at one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    pub scale: EffectScaleCode,
    pub level: u32,
}

/// The scales as rated on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectRating {
    pub id: LandmarkId,
    pub date: NaiveDate,
    pub occasion: Occasion,
    pub ratings: Vec<Rating>,
    /// What the person says of it, in her words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateEffects {
    pub date: NaiveDate,
    pub occasion: Occasion,
    pub ratings: Vec<Rating>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
}

impl Occasion {
    pub const ALL: [Self; 3] = [Self::Entry, Self::Review, Self::Exit];

    /// The Fluent id of its name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Entry => "occasion-entry",
            Self::Review => "occasion-review",
            Self::Exit => "occasion-exit",
        }
    }
}

impl EffectRule {
    /// The label of a scale.
    pub fn scale(&self, code: &EffectScaleCode) -> Option<&Label> {
        self.scales.iter().find(|scale| scale.code == *code).map(|scale| &scale.label)
    }
}

impl FamilyRecord {
    /// A scale from its first level of the current or latest stay to its last; `None` where it was never rated.
    pub fn effect_of(&self, scale: &EffectScaleCode) -> Option<(u32, u32)> {
        let since = self.stays.last()?.included_on;
        let mut ratings: Vec<_> = self.effect_ratings.iter().filter(|rating| since <= rating.date).collect();
        ratings.sort_by_key(|rating| rating.date);
        let mut levels = ratings
            .into_iter()
            .filter_map(|rating| rating.ratings.iter().find(|one| one.scale == *scale))
            .map(|rating| rating.level);
        let first = levels.next()?;
        Some((first, levels.next_back().unwrap_or(first)))
    }
}

pub(in crate::domain) fn rate(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RateEffects,
) -> Result<Vec<Event>, Refusal> {
    let date = scene.day_of_a_stay(record, act.date)?;
    let rule = &scene.convention(date)?.effects;
    if act.ratings.is_empty() {
        return Err(Refusal::NoScaleRated {});
    }
    let mut rated = BTreeSet::new();
    for rating in &act.ratings {
        if rule.scale(&rating.scale).is_none() {
            return Err(Refusal::EffectScaleUnknown { scale: rating.scale.to_string() });
        }
        if !rule.levels.iter().any(|level| level.level == rating.level) {
            return Err(Refusal::EffectLevelUnknown { level: rating.level });
        }
        if !rated.insert(&rating.scale) {
            return Err(Refusal::EffectScaleTwice {});
        }
    }
    if record.effect_ratings.iter().any(|known| known.date == date && known.occasion == act.occasion) {
        return Err(Refusal::AlreadyRecorded { date });
    }
    Ok(vec![Event::EffectsRated(EffectRating {
        id: scene.ids.fresh(),
        date,
        occasion: act.occasion,
        ratings: act.ratings.clone(),
        quote: free_text("quote", &act.quote)?,
    })])
}
