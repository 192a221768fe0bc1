//! Files that wait in a folder, each looked at before anybody takes it in; and what a bundle that was taken in has brought.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::intake::{self, Looked, Recipient};
use super::refused::{Advice, RefusedOf, RefusedPart};
use super::{App, AppError, HistoryLine, read_file, receipt_in};
use crate::base::id::{FamilyId, SteeringTopicId};
use crate::domain::event::{AntennaEvent, Event};
use crate::domain::steering::{SteeringTopic, TopicFollowUp};
use crate::exchange::ExchangeError;
use crate::exchange::answers::{Publication, Support, matter_of};
use crate::exchange::bundle::Body;
use crate::exchange::receipt::Matter;
use crate::journal::entry::Purpose;
use crate::journal::replay;
use crate::store::exchange::Came;

/// Most files of one folder that are looked at: the latest.
const MOST: usize = 60;

/// A file that may be a bundle for us.
#[derive(Debug)]
pub struct Arrival {
    pub path: PathBuf,
    /// What it is, or why it would be refused.
    pub looked: Result<Looked, AppError>,
}

/// What lies in a folder.
#[derive(Debug, Default)]
pub struct Arrivals {
    /// What can be taken in, then what would be refused.
    pub files: Vec<Arrival>,
    /// Files that were taken in before.
    pub known: usize,
}

/// What a bundle that was taken in has brought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brought {
    /// What was recorded of each family, by name.
    pub families: Vec<(FamilyId, String, Vec<HistoryLine>)>,
    /// The first day of each version of the convention that was adopted from it.
    pub conventions: Vec<NaiveDate>,
    /// The topics for the steering committee that it answered, each with the answer.
    pub topics: Vec<(SteeringTopic, TopicFollowUp)>,
    /// The supports that it publishes.
    pub supports: Vec<Support>,
    /// What was refused of it.
    pub refused: Vec<RefusedPart>,
}

impl App {
    /// The files of a folder that may be bundles for us, by number; nothing is written. None when the folder cannot be read.
    ///
    /// # Errors
    /// The store's.
    pub fn arrivals(&mut self, folder: &Path) -> Result<Arrivals, AppError> {
        let mut arrivals = in_folder(self, folder, intake::look_at)?;
        arrivals.files.sort_by_key(|arrival| arrival.looked.as_ref().map_or(u64::MAX, Looked::sequence));
        Ok(arrivals)
    }

    /// What a file is and what would become of it. Nothing is written.
    ///
    /// # Errors
    /// `NotEnrolled`; the check that fails; the store's.
    pub fn look_at(&mut self, file: &[u8]) -> Result<Looked, AppError> {
        self.enrolled_department()?.ok_or(ExchangeError::NotEnrolled {})?;
        intake::look_at(self, file)
    }

    /// What a bundle that was taken in has brought.
    ///
    /// # Errors
    /// The exchange's for a publication that cannot be read any more; the store's.
    pub fn brought(&mut self, came: &Came) -> Result<Brought, AppError> {
        let mut brought = Brought::default();
        for family in self.store.read().families_of_bundle(came.digest)? {
            let Some(row) = self.store.read().row(family)? else { continue };
            let mut history = self.history(family)?;
            history.retain(|line| line.purpose == Purpose::Import { bundle: came.digest });
            brought.families.push((family, row.name, history));
        }
        let own = Purpose::Import { bundle: came.digest };
        for entry in self.store.read().entries_of(None)?.iter().filter(|entry| entry.purpose == own) {
            for event in replay::events(entry)? {
                match event {
                    Event::Antenna(AntennaEvent::ConventionAdopted(version)) => {
                        brought.conventions.push(version.effective_from);
                    }
                    Event::Antenna(AntennaEvent::TopicFollowed(followed)) => {
                        let topic = self.antenna.topic(followed.topic).cloned();
                        brought.topics.extend(topic.map(|topic| (topic, followed.follow_up)));
                    }
                    _of_no_publication => {}
                }
            }
        }
        let publication = self.publication(came)?;
        let receipt = receipt_in(came.receipt.as_deref());
        let refused = receipt.into_iter().flat_map(|receipt| receipt.matters).filter(|one| one.refused.is_some());
        for matter in refused {
            let of = self.refused_here(&matter, publication.as_ref())?;
            brought.refused.push(RefusedPart { of, matter, advice: Advice::Theirs });
        }
        brought.supports = publication.map(|publication| publication.supports).unwrap_or_default();
        Ok(brought)
    }

    /// Whose a matter is that was refused here.
    fn refused_here(&self, matter: &Matter, publication: Option<&Publication>) -> Result<RefusedOf, AppError> {
        let Some(publication) = publication else { return Ok(RefusedOf::matter(&self.store.read(), matter.id)?) };
        let version = publication.conventions.iter().find(|one| matter_of(one) == matter.id);
        let topic = self.antenna.topic(SteeringTopicId::from_bytes(matter.id.bytes()));
        let topic = topic.map(|topic| RefusedOf::Topic { text: topic.text.clone() });
        Ok(version.map(RefusedOf::convention).or(topic).unwrap_or(RefusedOf::Unknown))
    }

    /// What a bundle published, where it did.
    ///
    /// # Errors
    /// The exchange's; the store's.
    pub(super) fn publication(&mut self, came: &Came) -> Result<Option<Publication>, AppError> {
        let file = self.store.read().came_bytes(came.party, &came.digest)?.filter(|file| !file.is_empty());
        let Some(file) = file else { return Ok(None) };
        match &self.side()?.open_kept(&file)?.bundle().body {
            Body::Supports(publication) => Ok(Some(publication.clone())),
            _waits => Ok(None),
        }
    }
}

/// The files of a folder that may be bundles for this side, by name; nothing is written.
///
/// # Errors
/// The store's.
pub(super) fn in_folder<R: Recipient>(
    recipient: &mut R,
    folder: &Path,
    look_at: fn(&mut R, &[u8]) -> Result<Looked, AppError>,
) -> Result<Arrivals, AppError> {
    let outbox = recipient.store().read().outbox()?;
    let own: BTreeSet<String> = outbox.into_iter().map(|sealed| sealed.file_name).collect();
    let is_own = |path: &Path| path.file_name().is_some_and(|name| own.contains(name.to_string_lossy().as_ref()));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let entries = entries.filter(|entry| may_be(&entry.path()) && !is_own(&entry.path()));
    let changed = |entry: &fs::DirEntry| entry.metadata().and_then(|file| file.modified()).ok();
    let mut files: Vec<_> = entries.map(|entry| (changed(&entry), entry.path())).collect();
    files.sort();
    // The names of one sender are in the order of their numbers.
    let mut latest: Vec<PathBuf> = files.into_iter().rev().take(MOST).map(|(_, path)| path).collect();
    latest.sort();
    let mut arrivals = Arrivals::default();
    for path in latest {
        match read_file(&path).and_then(|bytes| look_at(recipient, &bytes)) {
            Ok(Looked::AlreadyReceived { .. }) => arrivals.known += 1,
            // Another program's file, not ours to speak of.
            Err(AppError::Exchange(ExchangeError::NotAnEnvelope {})) if !is_encrypted(&path) => {}
            looked => arrivals.files.push(Arrival { path, looked }),
        }
    }
    Ok(arrivals)
}

/// Whether a file can be a bundle, by its name.
fn may_be(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    (name.ends_with(".json") || name.ends_with(".json.age")) && !name.ends_with(".carte.json")
}

fn is_encrypted(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("age"))
}
