//! What happens once in the life of a made-up family: effects rated, a professional referent, a job, what art. 5 leaves to others.

use rand::RngExt;

use super::people::one_of;
use super::plots::Done;
use super::story::Story;
use crate::domain::FamilyAct;
use crate::domain::group::{GroupSession, Presence, RecordAttendance};
use crate::domain::landmark::{
    Addressee, Occasion, RateEffects, Rating, RecordReturnToWork, RedirectHousing, ReferToProfessional,
    ReportChildProtection,
};

impl Story<'_> {
    /// Rates every scale: low at entry, some higher later.
    pub(super) fn rates(&mut self, ago: u64, occasion: Occasion) -> Done {
        let Some(convention) = self.antenna.convention(self.ago(ago)) else { return Ok(()) };
        let scales: Vec<_> = convention.effects.scales.iter().map(|scale| scale.code.clone()).collect();
        let mut ratings = Vec::new();
        for scale in scales {
            let level = match self.record.effect_of(&scale) {
                None => self.rng.random_range(1..4),
                Some((_, last)) => (last + self.rng.random_range(0..3)).saturating_sub(u32::from(last > 1)).clamp(1, 5),
            };
            ratings.push(Rating { scale, level });
        }
        let quotes = match occasion {
            Occasion::Entry => &self.people.texts.quotes_at_entry,
            Occasion::Review | Occasion::Exit => &self.people.texts.quotes_later,
        };
        let quote = one_of(quotes, &mut self.rng);
        self.act(ago, &FamilyAct::RateEffects(RateEffects { date: self.ago(ago), occasion, ratings, quote }))
    }

    pub(super) fn is_referred_to(&mut self, ago: u64, kind: &str) -> Done {
        let made = ReferToProfessional { date: self.ago(ago), kind: kind.into(), comment: String::new() };
        self.act(ago, &FamilyAct::ReferToProfessional(made))
    }

    pub(super) fn begins_work(&mut self, ago: u64, kind: &str) -> Done {
        let begun = RecordReturnToWork { date: self.ago(ago), kind: kind.into(), comment: String::new() };
        self.act(ago, &FamilyAct::RecordReturnToWork(begun))
    }

    /// Present or not at the sessions of one group action held since the family is in the caseload.
    pub(super) fn is_expected(&mut self, ago: u64) -> Done {
        let day = self.ago(ago);
        let since = self.record.current_stay().map_or(day, |stay| stay.included_on);
        let actions = self.antenna.group_actions.as_slice();
        let Some(action) = actions.get(self.rng.random_range(0..actions.len().max(1))) else { return Ok(()) };
        let is_new = |session: &&GroupSession| {
            let is_known = self.record.attendances.iter().any(|known| known.session == session.id);
            since <= session.date && session.date <= day && session.cancelled.is_none() && !is_known
        };
        let held: Vec<_> = action.sessions.iter().filter(is_new).map(|session| session.id).collect();
        for session in held {
            let presence = match self.rng.random_range(0..10_u8) {
                0..7 => Presence::Present,
                7 => Presence::Absent,
                8.. => Presence::Excused,
            };
            self.act(ago, &FamilyAct::RecordAttendance(RecordAttendance { session, presence }))?;
        }
        Ok(())
    }

    pub(super) fn is_redirected(&mut self, ago: u64) -> Done {
        let comment = self.people.texts.redirected.clone();
        self.act(ago, &FamilyAct::RedirectHousing(RedirectHousing { date: self.ago(ago), comment }))
    }

    pub(super) fn is_reported(&mut self, ago: u64) -> Done {
        let comment = self.people.texts.reported.clone();
        let addressee = Addressee::ReportingUnit;
        self.act(
            ago,
            &FamilyAct::ReportChildProtection(ReportChildProtection { date: self.ago(ago), addressee, comment }),
        )
    }
}
