//! What a made-up family is found to need, the rights that it claims and the aids that it asks for.

use rand::RngExt;
use rand::seq::IndexedRandom;

use super::people::one_of;
use super::plots::Done;
use super::story::Story;
use crate::base::money::Cents;
use crate::domain::FamilyAct;
use crate::domain::aid::{AidResult, AnswerFinancialAid, RequestFinancialAid};
use crate::domain::diagnosis::{Priority, RecordDiagnosis, ThemeDiagnosis};
use crate::domain::rights::{ClaimResult, FinaliseRightsClaim, OpenRightsClaim, SubmitRightsClaim};

impl Story<'_> {
    /// Two to four themes, lighter than the time before where they were named then.
    pub(super) fn diagnoses(&mut self, ago: u64) -> Done {
        let count = self.rng.random_range(2..5);
        let before = self.record.diagnosis_on(self.ago(ago)).cloned();
        let mut themes = Vec::new();
        for finding in self.people.texts.findings.sample(&mut self.rng, count) {
            let known = before.as_ref().and_then(|before| before.theme(&finding.theme));
            let priority = match known.and_then(|known| known.priority) {
                Some(Priority::High) => Priority::Medium,
                Some(Priority::Medium | Priority::Low) => Priority::Low,
                None => Priority::ALL.choose(&mut self.rng).copied().unwrap_or(Priority::Medium),
            };
            themes.push(ThemeDiagnosis {
                theme: finding.theme.clone(),
                priority: Some(priority),
                situation: finding.situation.clone(),
                strengths: finding.strengths.clone(),
                obstacles: finding.obstacles.clone(),
            });
        }
        let date = self.ago(ago);
        self.act(ago, &FamilyAct::RecordDiagnosis(RecordDiagnosis { date, themes, items: Default::default() }))
    }

    pub(super) fn claims(&mut self, ago: u64, right: &str) -> Done {
        let comment = one_of(&self.people.texts.claims, &mut self.rng);
        let date = self.ago(ago);
        self.act(ago, &FamilyAct::OpenRightsClaim(OpenRightsClaim { date, right: right.into(), comment }))
    }

    pub(super) fn submits(&mut self, ago: u64) -> Done {
        self.act(ago, &FamilyAct::SubmitRightsClaim(SubmitRightsClaim { claim: None, date: self.ago(ago) }))
    }

    pub(super) fn obtains(&mut self, ago: u64, result: ClaimResult) -> Done {
        let done = FinaliseRightsClaim { claim: None, date: self.ago(ago), result, comment: String::new() };
        self.act(ago, &FamilyAct::FinaliseRightsClaim(done))
    }

    pub(super) fn asks(&mut self, ago: u64, instrument: &str, amount: Cents) -> Done {
        let purpose = one_of(&self.people.texts.aids, &mut self.rng);
        let (date, funder) = (self.ago(ago), None);
        let asked = RequestFinancialAid { date, instrument: instrument.into(), funder, amount, purpose };
        self.act(ago, &FamilyAct::RequestFinancialAid(asked))
    }

    /// Granted whole, in part, or refused.
    pub(super) fn is_answered(&mut self, ago: u64, result: AidResult, granted: Option<Cents>) -> Done {
        let comment = String::new();
        let answered = AnswerFinancialAid { aid: None, date: self.ago(ago), result, granted, comment };
        self.act(ago, &FamilyAct::AnswerFinancialAid(answered))
    }
}
