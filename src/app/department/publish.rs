//! What the Département publishes: supports, versions of the convention and answers to the steering topics, as one signed
//! snapshot to every antenna (art. 4, 8 and 9).

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::enrolment::Mark;
use super::plan::PublicationPlan;
use super::{Department, antenna_record, id_of};
use crate::app::AppError;
use crate::app::supports::{self, PublishedSupport, SupportStanding};
use crate::base::id::IdSource;
use crate::domain::antenna::{self, AntennaAct, AntennaScene};
use crate::domain::closure::PeriodFigures;
use crate::domain::convention::{self, Convention};
use crate::domain::refusal::Refusal;
use crate::domain::steering::{SteeringTopic, TopicVoice};
use crate::exchange::answers::{Publication, Support, TopicAnswer};
use crate::exchange::bundle::Body;
use crate::exchange::{ExchangeError, Party};
use crate::journal::entry::Digest;
use crate::store::reading::Reading;
use crate::store::{StoreError, Writing};

/// The setting that counts the publications; each is kept in one of its own.
const PUBLICATIONS: &str = "publications";

/// Everything that was published: nothing of a publication ends with the next one, which adds to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published {
    /// The number of the last publication; 0 before any.
    pub version: u64,
    /// By title.
    pub supports: Vec<PublishedSupport>,
    /// Versions of the convention, by the day on which they begin.
    pub conventions: Vec<Convention>,
    /// Answers to steering topics, oldest first.
    pub answers: Vec<TopicAnswer>,
}

/// A publication that was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    pub antenna: Party,
    pub version: u64,
    pub path: PathBuf,
}

impl Published {
    /// What was answered to a topic, oldest first.
    pub fn answers(&self, topic: &SteeringTopic) -> impl Iterator<Item = &TopicAnswer> {
        self.answers.iter().filter(move |answer| answer.topic == topic.id)
    }

    /// Whether the Département has answered a topic.
    pub fn is_answered(&self, topic: &SteeringTopic) -> bool {
        let is_told = topic.follow_ups.iter().any(|one| one.by == TopicVoice::Department);
        is_told || self.answers(topic).next().is_some()
    }

    /// Whether all of a plan is published already.
    fn has(&self, plan: &PublicationPlan) -> bool {
        let supports: Vec<_> = self.supports.iter().flat_map(|one| &one.versions).map(|(support, _)| support).collect();
        plan.supports.iter().all(|one| supports.contains(&one))
            && plan.conventions.iter().all(|one| self.conventions.contains(one))
            && plan.answers.iter().all(|one| self.answers.contains(one))
    }

    /// What is in force or will be, once this plan is published too.
    fn with(self, plan: &PublicationPlan) -> (Vec<Support>, Vec<Convention>) {
        let versions = self.supports.into_iter().flat_map(|support| support.versions);
        let kept = versions.filter(|(_, standing)| *standing != SupportStanding::Past).map(|(support, _)| support);
        (all_of(kept, &plan.supports), all_of(self.conventions, &plan.conventions))
    }
}

impl Department {
    /// Everything that was published, over all publications.
    ///
    /// # Errors
    /// The store's.
    pub fn everything_published(&self) -> Result<Published, AppError> {
        let all = self.publications()?;
        let version = all.last().map_or(0, |last| last.version);
        let supports = all.iter().flat_map(|one| one.supports.iter().cloned());
        let supports = supports::by_title(supports, self.app.today());
        let mut conventions = all.iter().fold(Vec::new(), |known, one| all_of(known, &one.conventions));
        conventions.sort_by_key(|convention| convention.effective_from);
        let answers = all.into_iter().flat_map(|one| one.answers).collect();
        Ok(Published { version, supports, conventions, answers })
    }

    /// Every publication, from the first.
    fn publications(&self) -> Result<Vec<Publication>, AppError> {
        let reading = self.app.store.read();
        let kept = (1..=version(&reading)?).map(|version| kept(&reading, version));
        Ok(kept.filter_map(Result::transpose).collect::<Result<_, _>>()?)
    }

    /// What was published last.
    ///
    /// # Errors
    /// The store's.
    pub fn published(&self) -> Result<Option<Publication>, AppError> {
        let reading = self.app.store.read();
        Ok(kept(&reading, version(&reading)?)?)
    }

    /// Publishes a plan to every antenna, with everything else that is in force or will be: no old part is mixed with new ones. One
    /// that was published before goes to the antennas that were not sent it yet.
    ///
    /// # Errors
    /// `PublicationEmpty`; `PublicationUnchanged` where every antenna was sent it; `SupportChanged`, `ConventionChanged`, `ConventionDateTaken`, the refusals of
    /// [`convention::check`]; `AnswerToNobody`, the rule that an answer would break; the store's, the directory's.
    pub fn publish(&mut self, plan: &PublicationPlan, directory: &Path) -> Result<Vec<PublishedFile>, AppError> {
        self.check(plan)?;
        let published = self.everything_published()?;
        if published.has(plan) {
            return self.send_publications(directory);
        }
        let last = self.published()?;
        let (supports, conventions) = published.with(plan);
        let next = Publication {
            version: last.as_ref().map_or(0, |last| last.version) + 1,
            previous: last.as_ref().map_or(Ok(Digest::ZERO), Publication::digest)?,
            supports,
            conventions,
            answers: plan.answers.clone(),
        };
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

    /// Whether every antenna that can be sent anything was sent every publication.
    fn is_everywhere(&self) -> Result<bool, AppError> {
        let reading = self.app.store.read();
        let last = version(&reading)?;
        for antenna in self.reachable()? {
            if !Mark::publication(id_of(&antenna)?).missing(&reading, last)?.is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
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

    /// Refuses what the antennas would refuse.
    ///
    /// # Errors
    /// As [`Department::publish`], before anything is written.
    pub fn check(&self, plan: &PublicationPlan) -> Result<(), AppError> {
        if plan.supports.is_empty() && plan.conventions.is_empty() && plan.answers.is_empty() {
            return Err(ExchangeError::PublicationEmpty {}.into());
        }
        if self.everything_published()?.has(plan) && self.is_everywhere()? {
            return Err(ExchangeError::PublicationUnchanged {}.into());
        }
        let published = self.publications()?;
        for (place, support) in plan.supports.iter().enumerate() {
            let before = published.iter().flat_map(|one| &one.supports).chain(plan.supports.iter().take(place));
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
        let known = published.iter().flat_map(|one| &one.conventions);
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

/// What is known, then what is not known yet of this.
fn all_of<T: Clone + PartialEq>(known: impl IntoIterator<Item = T>, added: &[T]) -> Vec<T> {
    let mut all: Vec<T> = known.into_iter().collect();
    for one in added {
        if !all.contains(one) {
            all.push(one.clone());
        }
    }
    all
}

/// The version of the last publication; 0 before any.
///
/// # Errors
/// The store's.
pub(super) fn version(reading: &Reading<'_>) -> Result<u64, StoreError> {
    let count = reading.setting(PUBLICATIONS)?.and_then(|bytes| <[u8; 8]>::try_from(bytes).ok());
    Ok(count.map_or(0, u64::from_be_bytes))
}

/// Every version of the convention that was published.
///
/// # Errors
/// The store's.
pub(super) fn every_convention(reading: &Reading<'_>) -> Result<Vec<Convention>, StoreError> {
    let mut all = Vec::new();
    for version in 1..=version(reading)? {
        all = all_of(all, kept(reading, version)?.map(|one| one.conventions).unwrap_or_default().as_slice());
    }
    Ok(all)
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
