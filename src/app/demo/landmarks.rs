//! What happens once in the life of a made-up family: effects rated, a professional referent, a job, what art. 5 leaves to others.

use rand::RngExt;

use super::people::one_of;
use super::plots::Done;
use super::story::Story;
use crate::domain::FamilyAct;
use crate::domain::group::{Presence, RecordAttendance};
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

    /// Present or not at the session held last.
    pub(super) fn is_expected(&mut self, ago: u64) -> Done {
        let day = self.ago(ago);
        let since = self.record.current_stay().map_or(day, |stay| stay.included_on);
        let sessions = self.antenna.group_actions.iter().flat_map(|action| &action.sessions);
        let held = sessions.filter(|session| since <= session.date && session.date <= day);
        let Some(session) = held.max_by_key(|session| session.date) else { return Ok(()) };
        if self.record.attendances.iter().any(|known| known.session == session.id) {
            return Ok(());
        }
        let presence = if self.rng.random_bool(0.8) { Presence::Present } else { Presence::Excused };
        self.act(ago, &FamilyAct::RecordAttendance(RecordAttendance { session: session.id, presence }))
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
