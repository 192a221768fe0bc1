//! What the Département publishes: supports, versions of the convention and answers to the steering topics, as one signed
//! snapshot to every antenna (art. 4, 8 and 9).

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::enrolment::Mark;
use super::plan::PublicationPlan;
use super::{Department, antenna_record, id_of};
use crate::app::AppError;
use crate::base::id::IdSource;
use crate::domain::antenna::{self, AntennaAct, AntennaScene};
use crate::domain::closure::PeriodFigures;
use crate::domain::convention;
use crate::domain::refusal::Refusal;
use crate::domain::steering::SteeringTopic;
use crate::exchange::answers::Publication;
use crate::exchange::bundle::Body;
use crate::exchange::{ExchangeError, Party};
use crate::journal::entry::Digest;
use crate::store::reading::Reading;
use crate::store::{StoreError, Writing};

/// The setting that counts the publications; each is kept in one of its own.
const PUBLICATIONS: &str = "publications";

/// A publication that was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    pub antenna: Party,
    pub version: u64,
    pub path: PathBuf,
}

impl Department {
    /// What was published last.
    ///
    /// # Errors
    /// The store's.
    pub fn published(&self) -> Result<Option<Publication>, AppError> {
        let reading = self.app.store.read();
        Ok(kept(&reading, version(&reading)?)?)
    }

    /// Publishes a plan to every antenna: everything that is in force or will be, so that no old part is mixed with new ones.
    ///
    /// # Errors
    /// `PublicationEmpty`; `SupportChanged`, `ConventionChanged`, `ConventionDateTaken`, the refusals of
    /// [`convention::check`]; `AnswerToNobody`, the rule that an answer would break; the store's, the directory's.
    pub fn publish(&mut self, plan: &PublicationPlan, directory: &Path) -> Result<Vec<PublishedFile>, AppError> {
        let last = self.published()?;
        self.check(plan, last.as_ref())?;
        let mut next = Publication {
            version: last.as_ref().map_or(0, |last| last.version) + 1,
            previous: last.as_ref().map_or(Ok(Digest::ZERO), Publication::digest)?,
            supports: plan.supports.clone(),
            conventions: plan.conventions.clone(),
            answers: plan.answers.clone(),
        };
        // A plan of answers alone leaves what is published as it is.
        if let (Some(last), true) = (last, plan.supports.is_empty() && plan.conventions.is_empty()) {
            (next.supports, next.conventions) = (last.supports, last.conventions);
        }
        self.takes_bundles(directory, serde_json::to_vec(&next).map_or(0, |json| json.len()))?;
        self.app.store.write(|writing| keep(writing, &next))?;
        self.app.changed = true;
        self.send_publications(directory)
    }

    /// Sends every antenna the publications that it was not sent yet, with the answers to its own topics.
    ///
    /// # Errors
    /// The exchange's; the store's, the directory's. What was sent before the fault is sent.
    pub(super) fn send_publications(&mut self, directory: &Path) -> Result<Vec<PublishedFile>, AppError> {
        let mut files = Vec::new();
        for antenna in self.reachable()? {
            let mark = Mark::publication(id_of(&antenna)?);
            let last = version(&self.app.store.read())?;
            for version in mark.missing(&self.app.store.read(), last)? {
                let Some(mut publication) = kept(&self.app.store.read(), version)? else { continue };
                let topics = self.topics_of(&antenna)?;
                publication.answers.retain(|answer| topics.iter().any(|topic| topic.id == answer.topic));
                let body = Body::Supports(publication);
                let path = self.send(&antenna, body, directory, &[], |writing, _| mark.put(writing, version))?;
                files.push(PublishedFile { antenna: antenna.clone(), version, path });
            }
        }
        Ok(files)
    }

    /// The topics for the steering committee that are not closed, by antenna.
    ///
    /// # Errors
    /// The store's.
    pub fn topics(&self) -> Result<Vec<(Party, SteeringTopic)>, AppError> {
        let mut topics = Vec::new();
        for antenna in self.antennas()? {
            let open = self.topics_of(&antenna)?.into_iter().filter(|topic| topic.closure.is_none());
            topics.extend(open.map(|topic| (antenna.clone(), topic)));
        }
        Ok(topics)
    }

    fn topics_of(&self, antenna: &Party) -> Result<Vec<SteeringTopic>, AppError> {
        Ok(antenna_record(&self.app.store.read(), id_of(antenna)?)?.topics)
    }

    /// What the antennas would refuse is refused here.
    fn check(&self, plan: &PublicationPlan, last: Option<&Publication>) -> Result<(), AppError> {
        if plan.supports.is_empty() && plan.conventions.is_empty() && plan.answers.is_empty() {
            return Err(ExchangeError::PublicationEmpty {}.into());
        }
        for (place, support) in plan.supports.iter().enumerate() {
            let before = last.into_iter().flat_map(|last| &last.supports).chain(plan.supports.iter().take(place));
            for known in before.filter(|known| known.code == support.code && known.version == support.version) {
                if known != support || plan.supports.iter().take(place).any(|earlier| earlier == support) {
                    let (code, version) = (support.code.clone(), support.version);
                    return Err(ExchangeError::SupportChanged { code, version }.into());
                }
            }
        }
        let antennas = self.antennas()?.into_iter();
        let records: Vec<_> = antennas.map(|antenna| self.antenna_record(&antenna)).collect::<Result<_, _>>()?;
        // An antenna knows a version of the convention by its code, and has one for each day on which one begins.
        let known = last.into_iter().flat_map(|last| &last.conventions);
        let known = known.chain(records.iter().flat_map(|record| &record.conventions));
        for (place, version) in plan.conventions.iter().enumerate() {
            convention::check(version)?;
            let mut others = known.clone().chain(plan.conventions.iter().take(place)).filter(|one| *one != version);
            if others.clone().any(|one| one.code == version.code) {
                return Err(ExchangeError::ConventionChanged { code: version.code.clone() }.into());
            }
            if others.any(|one| one.effective_from == version.effective_from) {
                return Err(Refusal::ConventionDateTaken { date: version.effective_from }.into());
            }
        }
        for answer in &plan.answers {
            let record = records.iter().find(|record| record.topic(answer.topic).is_some());
            let record = record.ok_or_else(|| ExchangeError::AnswerToNobody { topic: answer.topic.to_string() })?;
            let (ids, figures) = (IdSource::new(Uuid::nil()), PeriodFigures::default());
            let scene = AntennaScene { today: self.app.today(), ids: &ids, figures: &figures };
            antenna::decide(record, &scene, &AntennaAct::FollowTopic(answer.act()))?;
        }
        Ok(())
    }
}

/// The version of the last publication; 0 before any.
///
/// # Errors
/// The store's.
pub(super) fn version(reading: &Reading<'_>) -> Result<u64, StoreError> {
    let count = reading.setting(PUBLICATIONS)?.and_then(|bytes| <[u8; 8]>::try_from(bytes).ok());
    Ok(count.map_or(0, u64::from_be_bytes))
}

/// Keeps a publication as the last one.
///
/// # Errors
/// The store's.
pub(super) fn keep(writing: &Writing<'_>, publication: &Publication) -> Result<(), StoreError> {
    let json = serde_json::to_vec(publication).map_err(|_| StoreError::Unreadable { table: "setting" })?;
    writing.put_setting(&kept_under(publication.version), &json)?;
    writing.put_setting(PUBLICATIONS, &publication.version.to_be_bytes())
}

fn kept_under(version: u64) -> String {
    format!("publication-{version}")
}

fn kept(reading: &Reading<'_>, version: u64) -> Result<Option<Publication>, StoreError> {
    let kept = reading.setting(&kept_under(version))?;
    kept.map(|json| serde_json::from_slice(&json).map_err(|_| StoreError::Unreadable { table: "setting" })).transpose()
}
