//! What the next bundle will carry, before anything is sealed.

use std::collections::BTreeMap;

use super::pending::{Pending, Start};
use crate::app::outgoing::ROOM;
use crate::app::side::Place;
use crate::app::{App, AppError};
use crate::base::fold::fold;
use crate::base::id::FamilyId;
use crate::domain::indicator::Indicators;
use crate::domain::refusal::Refusal;
use crate::exchange::activity::PeriodIndicators;
use crate::exchange::answers::PanelFile;
use crate::exchange::disclosure::Counted;
use crate::store::StoreError;
use crate::store::reading::Reading;

/// What the next bundle will carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Number of the next bundle.
    pub sequence: u64,
    pub entries: usize,
    /// Acts left for the bundles after this one.
    pub remaining: u64,
    pub families: Vec<FamilyPreview>,
    /// Acts of the antenna itself.
    pub antenna: Counted,
    pub indicators: PeriodIndicators,
    /// How many bundles that came are answered.
    pub receipts: u64,
    /// Referrals that leave for the panel with their notes, and orientations that are answered; each kind in a bundle of its own.
    pub referrals: usize,
    pub answers: usize,
}

impl Preview {
    /// What leaves in bundles of its own, where there is some: the message that says it, and how many.
    pub fn beside(&self) -> Vec<(&'static str, u64)> {
        let all = [
            ("exchange-beside-referrals", self.referrals as u64),
            ("exchange-beside-answers", self.answers as u64),
            ("exchange-beside-receipts", self.receipts),
        ];
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}

/// What leaves and what stays of one family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyPreview {
    pub family: FamilyId,
    pub name: String,
    pub counted: Counted,
    /// What leaves for the panel alone, by the kinds of what it is made of.
    pub for_panel: ByKind,
    /// It was refused, and its record goes again though nothing was recorded of it since.
    pub is_again: bool,
}

/// How many there are of each kind of event.
pub type ByKind = BTreeMap<&'static str, u64>;

impl FamilyPreview {
    /// Of a family of whom nothing else leaves.
    fn of_panel(reading: &Reading<'_>, file: &PanelFile) -> Result<Self, StoreError> {
        let name = reading.row(file.family)?.map(|row| row.name).unwrap_or_default();
        let counted = Counted::default();
        let mut preview = Self { family: file.family, name, counted, for_panel: ByKind::new(), is_again: false };
        preview.also_for_panel(file);
        Ok(preview)
    }

    /// Of what does not leave with the acts, that which a referral tells the panel: itself with the letter and the observations that are
    /// in it, and the notes that were chosen for it.
    fn also_for_panel(&mut self, file: &PanelFile) {
        let referral = &file.referral;
        let letter = u64::from(referral.letter_on.is_some());
        let observations = u64::from(!referral.observations.is_empty());
        let told = [
            ("panel-referral-sent", 1),
            ("panel-letter-sent", letter),
            ("panel-observations-recorded", observations),
            ("panel-note-written", file.notes.len() as u64),
        ];
        for (kind, count) in told.into_iter().filter(|(_, count)| *count > 0) {
            *self.for_panel.entry(kind).or_default() += count;
            if let Some(stays) = self.counted.staying.get_mut(kind) {
                *stays = stays.saturating_sub(count);
            }
        }
        // What was prepared of it is what it tells.
        let prepared = ["panel-referral-opened", "panel-referral-revised"];
        self.counted.staying.retain(|kind, count| *count > 0 && !prepared.contains(kind));
    }
}

impl App {
    /// What leaves and what is withheld in the next bundle, family by family, before anything is sealed.
    ///
    /// # Errors
    /// The store's; `NothingToHandOver` when no act has been recorded since the last bundle.
    pub fn preview_export(&self) -> Result<Preview, AppError> {
        let reading = self.store.read();
        let receipts = reading.count_unanswered(self.department_id()?)?;
        let asked = self.asked(None)?;
        let (for_panel, answers) = (asked.for_panel(&reading)?, asked.count_answers(&reading)?);
        let referrals = for_panel.len();
        let department = self.department()?;
        let pending = match Pending::of(&reading, &Start::of(&reading, &department)?, ROOM) {
            Err(AppError::Refused(Refusal::NothingToHandOver {})) if receipts > 0 || referrals + answers > 0 => {
                let families = for_panel.iter().map(|file| FamilyPreview::of_panel(&reading, file));
                let families = families.collect::<Result<Vec<_>, _>>()?;
                return Ok(Preview { families, referrals, answers, ..self.preview_receipts(receipts)? });
            }
            pending => pending?,
        };
        let mut own: BTreeMap<Option<FamilyId>, Counted> = BTreeMap::new();
        for entry in &pending.entries {
            own.entry(entry.family).or_default().add(entry)?;
        }
        let antenna = own.remove(&None).unwrap_or_default();
        for family in &pending.again {
            own.entry(Some(*family)).or_default();
        }
        let mut families = Vec::with_capacity(own.len());
        for (family, counted) in own {
            let Some(family) = family else { continue };
            let name = reading.row(family)?.map(|row| row.name).unwrap_or_default();
            let is_again = pending.again.contains(&family);
            families.push(FamilyPreview { family, name, counted, for_panel: ByKind::new(), is_again });
        }
        for file in &for_panel {
            match families.iter_mut().find(|known| known.family == file.family) {
                Some(known) => known.also_for_panel(file),
                None => families.push(FamilyPreview::of_panel(&reading, file)?),
            }
        }
        families.sort_by_cached_key(|family| fold(&family.name));
        Ok(Preview {
            sequence: Place::next(&reading, &department)?.sequence,
            entries: pending.entries.len(),
            remaining: pending.remaining,
            families,
            antenna,
            indicators: pending.stated(&reading, self.today(), None)?.0.indicators,
            receipts,
            referrals,
            answers,
        })
    }

    /// What leaves when nothing was recorded: the answers to what came.
    fn preview_receipts(&self, receipts: u64) -> Result<Preview, AppError> {
        let place = Place::next(&self.store.read(), &self.department()?)?;
        let today = self.today();
        Ok(Preview {
            sequence: place.sequence,
            entries: 0,
            remaining: 0,
            families: Vec::new(),
            antenna: Counted::default(),
            indicators: PeriodIndicators { from: today, to: today, figures: Indicators::default() },
            receipts,
            referrals: 0,
            answers: 0,
        })
    }
}
