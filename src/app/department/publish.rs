//! What the Département publishes: supports, versions of the convention and answers to the steering topics, as one signed
//! snapshot to every antenna (art. 4, 8 and 9).

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Deserialize;

use super::enrolment::Mark;
use super::{Department, antenna_record, id_of};
use crate::app::AppError;
use crate::base::id::SteeringTopicId;
use crate::domain::convention::{Convention, ConventionFile};
use crate::domain::refusal::Refusal;
use crate::domain::steering::SteeringTopic;
use crate::exchange::answers::{Publication, Support, TopicAnswer};
use crate::exchange::bundle::Body;
use crate::exchange::{ExchangeError, Party};
use crate::journal::entry::Digest;
use crate::store::StoreError;
use crate::store::reading::Reading;

/// The setting that counts the publications; each is kept in one of its own.
const PUBLICATIONS: &str = "publications";

/// What is to be published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublicationPlan {
    pub supports: Vec<Support>,
    pub conventions: Vec<Convention>,
    pub answers: Vec<TopicAnswer>,
}

/// A publication that was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    pub antenna: Party,
    pub version: u64,
    pub path: PathBuf,
}

/// The plan as it is written, with the files that it names beside it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFile {
    #[serde(default)]
    support: Vec<SupportFile>,
    #[serde(default)]
    convention: Vec<ConventionPath>,
    #[serde(default)]
    answer: Vec<TopicAnswer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SupportFile {
    code: String,
    title: String,
    version: u64,
    effective_from: NaiveDate,
    file: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConventionPath {
    file: PathBuf,
}

impl PublicationPlan {
    /// Reads a plan and the files that it names.
    ///
    /// # Errors
    /// `PublicationUnreadable` with the line of the fault; the disk's.
    pub fn read(path: &Path) -> Result<Self, AppError> {
        let text = read(path)?;
        let file: PlanFile = toml::from_str(&text).map_err(|fault| unreadable(path, &text, &fault))?;
        let beside = path.parent().unwrap_or(Path::new("."));
        let mut plan = Self { answers: file.answer, ..Self::default() };
        for support in file.support {
            plan.supports.push(Support {
                code: support.code,
                title: support.title,
                version: support.version,
                effective_from: support.effective_from,
                text: read(&beside.join(support.file))?,
            });
        }
        for convention in file.convention {
            let path = beside.join(convention.file);
            let text = read(&path)?;
            let file = ConventionFile::parse(&text).map_err(|fault| unreadable(&path, &text, &fault))?;
            plan.conventions.extend(file.versions);
        }
        Ok(plan)
    }
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
    /// `SupportChanged`; `TopicUnknown`; `ConventionMissing` for a plan without anything; the store's, the directory's.
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
        let json = serde_json::to_vec(&next).map_err(|_| StoreError::Unreadable { table: "setting" })?;
        self.app.store.write(|writing| {
            writing.put_setting(&kept_under(next.version), &json)?;
            writing.put_setting(PUBLICATIONS, &next.version.to_be_bytes())
        })?;
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
        let known: Vec<SteeringTopicId> = self.topics()?.into_iter().map(|(_, topic)| topic.id).collect();
        if plan.answers.iter().any(|answer| !known.contains(&answer.topic)) {
            return Err(Refusal::TopicUnknown {}.into());
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

fn kept_under(version: u64) -> String {
    format!("publication-{version}")
}

fn kept(reading: &Reading<'_>, version: u64) -> Result<Option<Publication>, StoreError> {
    let kept = reading.setting(&kept_under(version))?;
    kept.map(|json| serde_json::from_slice(&json).map_err(|_| StoreError::Unreadable { table: "setting" })).transpose()
}

fn read(path: &Path) -> Result<String, AppError> {
    fs::read_to_string(path)
        .map_err(|error| StoreError::Unreachable { path: path.to_owned(), kind: error.kind() }.into())
}

fn unreadable(path: &Path, text: &str, fault: &toml::de::Error) -> ExchangeError {
    let line = fault.span().map_or(0, |span| text.get(..span.start).unwrap_or_default().lines().count().max(1));
    ExchangeError::PublicationUnreadable { path: path.display().to_string(), line: line as u64 }
}
