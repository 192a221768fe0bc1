//! Whether a referral can take an act now, whatever is typed: asked by the rules, and by the forms before anybody types.
//!
//! The dates and words of an act are judged with the act.

use chrono::NaiveDate;

use super::{PanelMotive, PanelReferral};
use crate::base::calendar;
use crate::domain::antenna::AntennaRecord;
use crate::domain::family::Stay;
use crate::domain::refusal::Refusal;

impl PanelReferral {
    /// Whether it is still the antenna's, to be revised or sent.
    ///
    /// # Errors
    /// `PanelReferralIsCancelled`, `PanelReferralAlreadySent` (art. 4).
    pub fn still_here(&self) -> Result<(), Refusal> {
        match (self.cancelled_on, self.sent_on()) {
            (Some(date), _) => Err(Refusal::PanelReferralIsCancelled { date }),
            (None, Some(date)) => Err(Refusal::PanelReferralAlreadySent { date }),
            (None, None) => Ok(()),
        }
    }

    /// Whether a decision is still to come.
    ///
    /// # Errors
    /// `PanelReferralIsCancelled`, `PanelDecisionAlreadyMade` (art. 4).
    pub fn undecided(&self) -> Result<(), Refusal> {
        match (self.cancelled_on, &self.decision) {
            (Some(date), _) => Err(Refusal::PanelReferralIsCancelled { date }),
            (None, Some(decision)) => Err(Refusal::PanelDecisionAlreadyMade { date: decision.date }),
            (None, None) => Ok(()),
        }
    }

    /// Whether the person is to be informed by a letter.
    ///
    /// # Errors
    /// Those of [`Self::still_here`]; `PanelLetterAlreadySent` (CASF R262-69), `PanelLetterNotNeeded` (L262-37).
    pub fn awaits_letter(&self) -> Result<(), Refusal> {
        self.still_here()?;
        match self.letter_on {
            Some(date) => Err(Refusal::PanelLetterAlreadySent { date }),
            None if self.is_adverse() => Ok(()),
            None => Err(Refusal::PanelLetterNotNeeded {}),
        }
    }

    /// The day of the letter that the person can answer.
    ///
    /// # Errors
    /// Those of [`Self::undecided`]; `PanelLetterMissing` (CASF L262-37).
    pub fn awaits_observations(&self) -> Result<NaiveDate, Refusal> {
        self.undecided()?;
        self.letter_on.ok_or(Refusal::PanelLetterMissing {})
    }

    /// Whether a suspension or a reduction can leave on `date`: once the person was informed and was heard, or let her month
    /// pass (CASF L262-37). What is not ready on a day was not on any day before.
    ///
    /// # Errors
    /// `PanelLetterMissing`, `PanelObservationsAwaited` (R262-69).
    pub fn heard_by(&self, antenna: &AntennaRecord, date: NaiveDate) -> Result<(), Refusal> {
        let until = self.observations_until(antenna).ok_or(Refusal::PanelLetterMissing {})?;
        let said = self.observations.iter().any(|observations| observations.date <= date);
        if said || until < date { Ok(()) } else { Err(Refusal::PanelObservationsAwaited { until }) }
    }

    /// Whether it can leave for the panel on `date`; what cannot on a day could not on any day before.
    ///
    /// # Errors
    /// Those of [`Self::still_here`] and [`Self::heard_by`]; `PanelExaminationTooEarly` (CASF L262-31).
    pub fn ready_to_leave(&self, stay: &Stay, antenna: &AntennaRecord, date: NaiveDate) -> Result<(), Refusal> {
        self.still_here()?;
        if self.is_adverse() {
            self.heard_by(antenna, date)?;
        }
        if self.motive == PanelMotive::TwelveMonths {
            let convention = antenna.convention(stay.included_on).ok_or(Refusal::ConventionMissing {})?;
            let from = calendar::add_months(stay.included_on, convention.delays.examination_from_months);
            if date < from {
                return Err(Refusal::PanelExaminationTooEarly { from });
            }
        }
        Ok(())
    }

    /// The day on which the panel got what it still has to decide on.
    ///
    /// # Errors
    /// Those of [`Self::undecided`]; `PanelReferralNotSent` (art. 4).
    pub fn before_the_panel(&self) -> Result<NaiveDate, Refusal> {
        self.undecided()?;
        self.sent_on().ok_or(Refusal::PanelReferralNotSent {})
    }

    /// The day on which the panel got what it has no opinion on yet.
    ///
    /// # Errors
    /// Those of [`Self::before_the_panel`]; `PanelOpinionAlreadyGiven` (CASF R262-70).
    pub fn awaits_opinion(&self) -> Result<NaiveDate, Refusal> {
        let sent = self.before_the_panel()?;
        match &self.opinion {
            Some(opinion) => Err(Refusal::PanelOpinionAlreadyGiven { date: opinion.date }),
            None => Ok(sent),
        }
    }

    /// The day on which the panel got what the President can decide on `date`: on its opinion, or once its silence of a month
    /// counts as one (CASF R262-70). What cannot be decided on a day could not on any day before.
    ///
    /// # Errors
    /// Those of [`Self::before_the_panel`]; `PanelOpinionAwaited`, `PanelDecisionBeforeOpinion`.
    pub fn ready_for_decision(&self, antenna: &AntennaRecord, date: NaiveDate) -> Result<NaiveDate, Refusal> {
        let sent = self.before_the_panel()?;
        let until = self.opinion_until(antenna).ok_or(Refusal::ConventionMissing {})?;
        match &self.opinion {
            _ if until < date => Ok(sent),
            Some(opinion) if opinion.date <= date => Ok(sent),
            Some(opinion) => Err(Refusal::PanelDecisionBeforeOpinion { opinion: opinion.date }),
            None => Err(Refusal::PanelOpinionAwaited { until }),
        }
    }

    /// The day of the decision of which the person is still to be told.
    ///
    /// # Errors
    /// `PanelDecisionAlreadyNotified`, `PanelDecisionMissing` (art. 4).
    pub fn awaits_notice(&self) -> Result<NaiveDate, Refusal> {
        match (self.notified_on, &self.decision) {
            (Some(date), _) => Err(Refusal::PanelDecisionAlreadyNotified { date }),
            (None, Some(decision)) => Ok(decision.date),
            (None, None) => Err(Refusal::PanelDecisionMissing {}),
        }
    }
}
