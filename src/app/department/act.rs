//! What a form asks of a Département, beside the steps of a referral.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Department, PublicationPlan};
use crate::app::AppError;
use crate::base::id::{PartyId, SteeringTopicId};
use crate::exchange::answers::TopicAnswer;
use crate::exchange::{ExchangeError, Party};

/// An act of the Département.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum DepartmentAct {
    /// What the antenna signs is accepted up to a number, by default the last one received.
    RevokeAntenna {
        antenna: PartyId,
        reason: String,
        #[serde(default)]
        until: Option<u64>,
    },
    /// Leaves with a publication of its own (art. 8).
    AnswerTopic { topic: SteeringTopicId, date: NaiveDate, text: String },
}

impl Department {
    /// The antenna of this id.
    ///
    /// # Errors
    /// `AntennaUnknown`; the store's.
    pub fn antenna_of(&self, id: PartyId) -> Result<Party, AppError> {
        let known = self.antennas()?.into_iter().find(|one| one.id == Some(id));
        Ok(known.ok_or_else(|| ExchangeError::AntennaUnknown { name: id.to_string() })?)
    }

    /// Carries out an act; gives the bundles to hand over.
    ///
    /// # Errors
    /// As [`Department::revoke`], [`Department::publish`].
    pub fn execute(&mut self, act: DepartmentAct, directory: &Path) -> Result<Vec<PathBuf>, AppError> {
        match act {
            DepartmentAct::RevokeAntenna { antenna, reason, until } => {
                let known = self.antenna_of(antenna)?;
                self.revoke(&known, &reason, until, directory)
            }
            DepartmentAct::AnswerTopic { topic, date, text } => {
                let plan = PublicationPlan { answers: vec![TopicAnswer { topic, date, text }], ..Default::default() };
                Ok(self.publish(&plan, directory)?.into_iter().map(|sent| sent.path).collect())
            }
        }
    }
}
