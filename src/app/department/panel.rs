//! The panel's agenda: referrals that came, and what the panel says and the President of the council decides of them (art. 4).
//!
//! The rules are the antenna's own: each step goes through `decide` on the referral as it came.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Department, answers, antenna_record};
use crate::app::refused::{RefusedOf, RefusedPart};
use crate::app::{AppError, intake};
use crate::base::id::{IdSource, MatterId, PanelReferralId};
use crate::domain::antenna::AntennaRecord;
use crate::domain::family::FamilyRecord;
use crate::domain::orientation::Census;
use crate::domain::panel::{PanelStage, PostponePanelReferral, RecordPanelDecision, RecordPanelOpinion};
use crate::domain::refusal::Refusal;
use crate::domain::{self, FamilyAct, Scene};
use crate::exchange::Party;
use crate::exchange::answers::{PanelAnswer, PanelDecisions, PanelFile, PanelStep};
use crate::exchange::bundle::Body;
use crate::exchange::receipt::Matter;
use crate::store::StoreError;
use crate::store::department::{Submission, SubmissionKind};

/// A referral on the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaLine {
    pub antenna: Party,
    pub file: PanelFile,
    /// Last day of the panel's month: its silence through that day counts as an opinion given (R262-70).
    pub opinion_until: Option<NaiveDate>,
    /// Where it stands today.
    pub stage: PanelStage,
    /// The centre that oriented the family, by its name.
    pub center: String,
    /// Why the antenna refused the last step, if it did.
    pub refused: Option<Matter>,
    pub open: bool,
}

impl AgendaLine {
    /// The last step, where the antenna refused it.
    pub fn refused_part(&self) -> Option<RefusedPart> {
        let matter = self.refused.clone().filter(|matter| matter.refused.is_some())?;
        let advice = answers::advice_on_step(&matter);
        Some(RefusedPart { of: RefusedOf::person(&self.file.identity), matter, advice })
    }
}

impl Department {
    /// The referrals that came: those still to be decided, or every one; the longest waiting first.
    ///
    /// # Errors
    /// The store's.
    pub fn agenda(&self, only_open: bool) -> Result<Vec<AgendaLine>, AppError> {
        let reading = self.app.store.read();
        let antennas = self.antennas()?;
        let mut lines = Vec::new();
        for submission in reading.submissions(SubmissionKind::Referral, only_open)? {
            let Some(antenna) = antennas.iter().find(|one| one.id == Some(submission.party)) else { continue };
            let file = file_of(&submission)?;
            let record = antenna_record(&reading, submission.party)?;
            let refused = submission.answer.as_deref().map(serde_json::from_str).transpose();
            let center = record.center(&file.center).map(|center| center.name.clone());
            lines.push(AgendaLine {
                antenna: antenna.clone(),
                opinion_until: file.referral.opinion_until(&record),
                stage: file.referral.stage(&record, self.app.today()),
                center: center.unwrap_or_else(|| file.center.to_string()),
                file,
                refused: refused.map_err(|_| StoreError::Unreadable { table: "submission" })?,
                open: submission.open,
            });
        }
        lines.sort_by_key(|line| (line.file.referral.sent_on(), line.file.referral.id));
        Ok(lines)
    }

    /// The family of a referral as the panel has it before it, with the acts of its antenna: what a step is decided on.
    ///
    /// # Errors
    /// `PanelReferralUnknown`, `PanelDecisionSent`; the store's.
    pub fn before_the_panel(&self, referral: PanelReferralId) -> Result<(FamilyRecord, AntennaRecord), AppError> {
        let (_, _, family, record) = self.submitted(referral)?;
        Ok((family, record))
    }

    /// Records a step of a referral and sends it to its antenna.
    ///
    /// # Errors
    /// `PanelReferralUnknown`, `PanelDecisionSent`; the rule that the step would break; the store's, the directory's.
    pub fn decide(
        &mut self,
        referral: PanelReferralId,
        step: PanelStep,
        directory: &Path,
    ) -> Result<PathBuf, AppError> {
        let kept = self.after(referral, &step)?;
        let antenna = self.antennas()?.into_iter().find(|one| one.id == Some(kept.party));
        let antenna = antenna.ok_or(Refusal::PanelReferralUnknown {})?;
        let family = file_of(&kept)?.family;
        let decisions = PanelDecisions { decisions: vec![PanelAnswer { family, referral, step }] };
        self.send(&antenna, Body::PanelDecision(decisions), directory, &[family], |writing, ready| {
            writing.put_submission(&Submission { sent_in: Some(ready.sealed.sequence), ..kept })
        })
    }

    /// A referral as it is kept after a step, by the rules of its antenna.
    ///
    /// # Errors
    /// As [`Department::decide`], before anything is written.
    pub(super) fn after(&self, referral: PanelReferralId, step: &PanelStep) -> Result<Submission, AppError> {
        let (submission, mut file, mut family, record) = self.submitted(referral)?;
        let (census, ids) = (Census::default(), IdSource::new(Uuid::nil()));
        let scene =
            Scene { today: self.app.today(), author: self.app.author, antenna: &record, census: &census, ids: &ids };
        for event in domain::decide(&scene, &family, &act_of(referral, step))? {
            domain::evolve(&mut family, &event);
        }
        file.referral = family.panel_referral(referral).cloned().ok_or(Refusal::PanelReferralUnknown {})?;
        let refused: Option<Matter> = submission.answer.as_deref().and_then(|json| serde_json::from_str(json).ok());
        let stays = refused.is_some_and(|matter| answers::stays_through(&matter, step));
        Ok(Submission {
            body: intake::text(&file)?,
            open: file.referral.is_underway(),
            answer: submission.answer.clone().filter(|_| stays),
            ..submission
        })
    }

    /// What was submitted, and the records that it is judged by; of its family's referrals it is the only one.
    fn submitted(
        &self,
        referral: PanelReferralId,
    ) -> Result<(Submission, PanelFile, FamilyRecord, AntennaRecord), AppError> {
        let reading = self.app.store.read();
        let submission = reading.submission(MatterId::from_bytes(referral.bytes()))?;
        let submission = submission.filter(|one| one.kind == SubmissionKind::Referral);
        let submission = submission.ok_or(Refusal::PanelReferralUnknown {})?;
        let record = antenna_record(&reading, submission.party)?;
        let file = file_of(&submission)?;
        if let Some(decision) = &file.referral.decision {
            // It is at its antenna: nothing here takes it back.
            return Err(Refusal::PanelDecisionSent { date: decision.date }.into());
        }
        let mut family = reading.family(file.family)?.ok_or(Refusal::FamilyUnknown {})?;
        family.panel_referrals = vec![file.referral.clone()];
        Ok((submission, file, family, record))
    }
}

/// The referral as it stands.
///
/// # Errors
/// `Unreadable`.
pub(super) fn file_of(submission: &Submission) -> Result<PanelFile, StoreError> {
    serde_json::from_str(&submission.body).map_err(|_| StoreError::Unreadable { table: "submission" })
}

/// The act that a step is, of this referral whatever it names itself.
fn act_of(referral: PanelReferralId, step: &PanelStep) -> FamilyAct {
    let referral = Some(referral);
    match step.clone() {
        PanelStep::Postponed(act) => FamilyAct::PostponePanelReferral(PostponePanelReferral { referral, ..act }),
        PanelStep::Opinion(act) => FamilyAct::RecordPanelOpinion(RecordPanelOpinion { referral, ..act }),
        PanelStep::Decision(act) => FamilyAct::RecordPanelDecision(RecordPanelDecision { referral, ..act }),
    }
}
