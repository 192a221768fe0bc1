//! The demonstration: a made-up antenna that looks real, told by the same rules as a real one, dated relative to today.
//!
//! The first families live one situation each, the others ordinary lives in the proportions of an antenna. Families are
//! made a batch at a time, so that a hundred thousand take no more memory than two hundred.

mod department;
mod landmarks;
mod list;
mod lives;
pub mod office;
mod panel;
mod people;
mod plots;
mod rights;
mod story;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::{Builder, Uuid};

use super::access::Opener;
use super::{AppError, access};
use crate::base::calendar;
use crate::base::clock::Clock;
use crate::base::id::{AntennaId, CenterCode, IdSource, ReferentId};
use crate::base::toml_text::TomlFault;
use crate::domain::antenna::{
    self, AddCenter, AddReferent, AdoptConvention, AntennaAct, AntennaRecord, AntennaScene, FoundAntenna,
    RecordReferentLeaving, ReferentRole,
};
use crate::domain::closure::PeriodFigures;
use crate::domain::convention::{Convention, ConventionFile, SEINE_ET_MARNE_2012};
use crate::domain::event::Event;
use crate::domain::family::{FamilyRecord, FamilyStatus};
use crate::domain::group::{NewSession, PlanGroupAction};
use crate::domain::partnership::NotePartnership;
use crate::domain::refusal::Refusal;
use crate::domain::steering::{CloseTopic, FollowTopic, RaiseTopic, TopicVoice};
use lives::{FORMER, ORDINARY};
use panel::REFERRED;
use people::People;
use plots::{Plot, REMARKABLE};
use story::Story;
pub(super) use story::Told;

/// Families decided and written together.
const TOGETHER: usize = 200;
/// Days ago on which the last referent left.
const LEFT: u64 = 265;

/// A made-up antenna.
#[derive(Debug)]
pub struct Demonstration {
    people: People,
    families: usize,
    seed: u64,
    today: NaiveDate,
    antenna: AntennaRecord,
    founding: Vec<Told>,
}

/// Why a demonstration could not be made: a fault of the program, not of the person.
#[derive(Debug, thiserror::Error)]
pub enum DemonstrationError {
    #[error("an asset of the demonstration is damaged")]
    Asset(#[from] TomlFault),
    #[error("the story of family {number} breaks a rule: {}", .refusal.id())]
    Story { number: usize, refusal: Refusal },
    #[error(transparent)]
    App(#[from] AppError),
}

impl Demonstration {
    /// An antenna of that many families, the same for the same seed and day.
    ///
    /// # Errors
    /// `Asset`, `Story`: defects of the program.
    pub fn new(families: usize, seed: u64, today: NaiveDate) -> Result<Self, DemonstrationError> {
        Self::of(People::read()?, families, seed, today)
    }

    /// The same, of other people.
    fn of(people: People, families: usize, seed: u64, today: NaiveDate) -> Result<Self, DemonstrationError> {
        let mut demonstration =
            Self { people, families, seed, today, antenna: AntennaRecord::default(), founding: Vec::new() };
        let ids = IdSource::new(id(seed, "ids"));
        demonstration.establish(demonstration.antenna_acts()?, &ids)?;
        demonstration.establish(demonstration.answers(), &ids)?;
        Ok(demonstration)
    }

    /// Decides acts of the antenna, as its founding tells them.
    fn establish(&mut self, acts: Vec<AntennaAct>, ids: &IdSource) -> Result<(), DemonstrationError> {
        let figures = PeriodFigures::default();
        for act in acts {
            let scene = AntennaScene { today: self.today, ids, figures: &figures };
            let told = antenna::decide(&self.antenna, &scene, &act);
            let events = told.map_err(|refusal| DemonstrationError::Story { number: 0, refusal })?;
            for event in &events {
                antenna::evolve(&mut self.antenna, event);
            }
            self.founding.push(Told {
                recorded_at: self.founded_at(),
                author: referent(self.seed, 0),
                family: None,
                events: events.into_iter().map(Event::Antenna).collect(),
            });
        }
        Ok(())
    }

    /// Makes the store of this antenna in `directory`, which needs no passphrase; `written` hears how many families are.
    ///
    /// # Errors
    /// `AlreadyAStore`, `NetworkShare`, the disk's.
    pub fn tell(
        &self,
        directory: &Path,
        clock: Clock,
        mut written: impl FnMut(usize),
    ) -> Result<(), DemonstrationError> {
        let label = self.people.antenna.referents.first().map_or("", String::as_str);
        let mut app = access::create_demonstration(directory, referent(self.seed, 0), label, clock)?;
        app.write_told(self.founding.clone(), &self.antenna, &[])?;
        let mut places = Places::default();
        let mut former: Option<FamilyRecord> = None;
        let mut known: Option<FamilyRecord> = None;
        let mut number = 0;
        while number < self.families {
            let (mut told, mut records) = (Vec::new(), Vec::new());
            let end = self.families.min(number + TOGETHER);
            while number < end {
                let story = self.family(number, &mut places, former.as_ref())?;
                former = Some(story.record.clone());
                known.get_or_insert_with(|| story.record.clone());
                told.extend(story.told);
                records.push(story.record);
                number += 1;
            }
            // In the order in which an antenna would have entered it.
            told.sort_by_key(|told| told.recorded_at);
            app.write_told(told, &self.antenna, &records)?;
            written(number);
        }
        list::arrives(&mut app, directory, known.as_ref())?;
        // Nothing here is worth a backup.
        app.close_without_backup()?;
        Ok(())
    }

    /// Enrols a made-up Département in that store: it has published supports, and what it sends waits in the folder.
    ///
    /// # Errors
    /// `Asset`; the store's, the disk's.
    pub fn enrol(&self, directory: &Path, clock: Clock) -> Result<(), DemonstrationError> {
        let mut app = access::open(directory, &Opener::Demonstration, clock)?;
        department::answers(&mut app, directory, self.seed)?;
        app.close_without_backup()?;
        Ok(())
    }

    /// The story of the family of this number; `former` is the family before it.
    fn family(
        &self,
        number: usize,
        places: &mut Places,
        former: Option<&FamilyRecord>,
    ) -> Result<Story<'_>, DemonstrationError> {
        let mut rng = StdRng::seed_from_u64(self.seed.wrapping_mul(1_000_003).wrapping_add(number as u64));
        let plot = plot(number, &mut rng);
        let name = self.people.name(number, &mut rng);
        let referents = self.people.antenna.referents.len().saturating_sub(1).max(1);
        // Half of the caseload is the first referent's, whose screen this is.
        let referent = referent(self.seed, if rng.random_bool(0.5) { 0 } else { rng.random_range(0..referents) });
        let ids = IdSource::new(self.family_id(number, &mut rng));
        let mut story = Story::new(&self.people, &self.antenna, self.today, rng, name, referent, ids);
        let center = self.center_with_room(number, places);
        if let Some(center) = self.people.antenna.centers.get(center) {
            (story.center, story.town) = (center.code.clone(), center.town.clone());
        }
        // Prime to nine million: no two families share one.
        story.matricule = format!("{}", 1_000_000 + (number as u64 * 7_919_773 + self.seed % 9_000_000) % 9_000_000);
        story.census.taken = places.all;
        story.census.taken_by_center = places.of(&story.center);
        if let Some(former) = former.filter(|former| sounds_like(former, &story.name)) {
            story.census.candidates.push(former.id);
            story.birth_date = Some(former.identity.birth_date);
        }
        (plot.happens)(&mut story).map_err(|refusal| DemonstrationError::Story { number, refusal })?;
        let included = story.record.status() == FamilyStatus::Included;
        debug_assert_eq!(included, plot.stays, "family {number}");
        if included {
            places.take(&story.center);
        }
        Ok(story)
    }

    /// Time-ordered as real ids are, a millisecond apart: each family is written after the one before it, not anywhere in
    /// the indexes. Two bytes are left for what the family brings.
    fn family_id(&self, number: usize, rng: &mut StdRng) -> Uuid {
        let millisecond = self.founded_at().timestamp_millis().unsigned_abs() + number as u64;
        let mut chance = [0; 10];
        chance[..8].copy_from_slice(&rng.random::<u64>().to_be_bytes());
        Builder::from_unix_timestamp_millis(millisecond, &chance).into_uuid()
    }

    /// When the antenna was entered: before any family.
    fn founded_at(&self) -> DateTime<Utc> {
        self.ago(5 * 365).and_time(NaiveTime::MIN).and_utc()
    }

    /// The first centre fills up first; then one after the other, as long as there is room.
    fn center_with_room(&self, number: usize, places: &Places) -> usize {
        let centers = &self.people.antenna.centers;
        let full = self.places_per_center();
        let open = |at: &usize| centers.get(*at).is_some_and(|center| places.of(&center.code) < full);
        let turn = (0..centers.len()).map(|step| 1 + (number + step) % (centers.len().max(2) - 1));
        std::iter::once(0).filter(|_| number < 16).chain(turn).find(open).unwrap_or_default()
    }

    /// Whether more families are asked for than the places of 2012 comfortably hold.
    fn is_raised(&self) -> bool {
        self.families > 100
    }

    fn places_per_center(&self) -> u32 {
        let centers = self.people.antenna.centers.len().max(1);
        match self.is_raised() {
            true => u32::try_from(self.families.div_ceil(centers) + 4).unwrap_or(u32::MAX),
            false => 10,
        }
    }

    fn antenna_acts(&self) -> Result<Vec<AntennaAct>, DemonstrationError> {
        let people::Antenna { name, department, referents, centers, .. } = &self.people.antenna;
        let founded = FoundAntenna {
            id: AntennaId::from(id(self.seed, "antenna")),
            name: name.clone(),
            department: department.clone(),
        };
        let mut acts = vec![AntennaAct::FoundAntenna(founded)];
        for convention in self.conventions()? {
            acts.push(AntennaAct::AdoptConvention(AdoptConvention { convention: Box::new(convention) }));
        }
        let since = self.ago(6 * 365);
        for (number, name) in referents.iter().enumerate() {
            let id = Some(referent(self.seed, number));
            acts.push(AntennaAct::AddReferent(AddReferent {
                id,
                name: name.clone(),
                since,
                role: ReferentRole::Referent,
            }));
        }
        let left = referent(self.seed, referents.len().saturating_sub(1));
        let leaving = RecordReferentLeaving { referent: left, left_on: self.ago(LEFT) };
        acts.push(AntennaAct::RecordReferentLeaving(leaving));
        for center in centers {
            let added = AddCenter { code: center.code.clone(), name: center.name.clone(), places: None };
            acts.push(AntennaAct::AddCenter(added));
        }
        // One a month for most of a year, the next one to come.
        for (months, group) in (0..).zip(&self.people.texts.groups) {
            let session = |ago: u64| NewSession {
                date: story::working_day_before(self.ago(ago)),
                time: NaiveTime::from_hms_opt(14, 0, 0),
                place: group.place.clone(),
            };
            let mut sessions: Vec<_> = (0..9).map(|number| session(9 + 7 * months + 30 * number)).collect();
            let date = story::working_day_after(calendar::add_days(self.today, 12));
            let next = NewSession { date, ..session(0) };
            sessions.push(next);
            acts.push(AntennaAct::PlanGroupAction(PlanGroupAction {
                title: group.title.clone(),
                theme: Some(group.theme.clone()),
                animators: group.animators.clone(),
                sessions,
            }));
        }
        acts.extend(self.people.texts.partnership.iter().map(|noted| {
            let (date, partner) = (self.ago(noted.ago), noted.partner.clone());
            AntennaAct::NotePartnership(NotePartnership { date, partner, text: noted.text.clone() })
        }));
        acts.extend(self.people.texts.steering.iter().map(|question| {
            let (date, subject) = (self.ago(question.ago), question.subject);
            AntennaAct::RaiseTopic(RaiseTopic { date, subject, text: question.text.clone() })
        }));
        Ok(acts)
    }

    /// What became of the topics that were raised, in their order.
    fn answers(&self) -> Vec<AntennaAct> {
        let topics = self.antenna.topics.iter().zip(&self.people.texts.steering);
        let of_each = topics.flat_map(|(topic, question)| {
            let (topic, by) = (topic.id, TopicVoice::Department);
            let answer = question.answer.clone().map(|text| {
                AntennaAct::FollowTopic(FollowTopic { topic, date: self.ago(question.ago - 15), by, text })
            });
            let close = question
                .outcome
                .clone()
                .map(|outcome| AntennaAct::CloseTopic(CloseTopic { topic, date: self.ago(question.ago / 3), outcome }));
            answer.into_iter().chain(close)
        });
        of_each.collect()
    }

    /// The convention of 2012, its renewals up to the one in force today, and more places where they are asked for.
    fn conventions(&self) -> Result<Vec<Convention>, DemonstrationError> {
        let mut versions = ConventionFile::parse(SEINE_ET_MARNE_2012)?.versions;
        let people::Antenna { renewal, raised, .. } = &self.people.antenna;
        let this_month = self.today.pred_opt().unwrap_or(self.today);
        let starts = calendar::sub_months(this_month, 5);
        let starts = starts.with_day(1).unwrap_or(starts);
        if let Some(first) = versions.first().cloned() {
            let renewed = |years: u32| {
                let starts = calendar::sub_months(starts, 12 * years);
                let mut version = first.clone();
                version.code = format!("renewal-{}", starts.format("%Y-%m"));
                version.title.clone_from(&renewal.title);
                version.article.clone_from(&renewal.article);
                version.effective_from = starts;
                version.period.starts = starts;
                version.period.ends = calendar::last_day(starts, 12);
                if self.is_raised() {
                    version.title.clone_from(&raised.title);
                    version.article.clone_from(&raised.article);
                    version.caseload.places = u32::try_from(self.families.max(140)).unwrap_or(u32::MAX);
                    version.caseload.places_per_center = self.places_per_center();
                }
                version
            };
            versions.extend((0..5).rev().map(renewed));
        }
        Ok(versions)
    }

    fn ago(&self, days: u64) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days)).unwrap_or(self.today)
    }
}

/// Places taken so far.
#[derive(Debug, Default)]
struct Places {
    all: u32,
    by_center: BTreeMap<CenterCode, u32>,
}

impl Places {
    fn of(&self, center: &CenterCode) -> u32 {
        self.by_center.get(center).copied().unwrap_or_default()
    }

    fn take(&mut self, center: &CenterCode) {
        self.all += 1;
        *self.by_center.entry(center.clone()).or_default() += 1;
    }
}

/// What the family of this number lives.
fn plot(number: usize, rng: &mut StdRng) -> &'static Plot {
    match REMARKABLE.iter().chain(REFERRED).nth(number) {
        Some(plot) => plot,
        None if rng.random_bool(0.12) => &FORMER,
        None => &ORDINARY,
    }
}

/// Whether the names differ by a space only.
fn sounds_like(former: &FamilyRecord, name: &people::Name) -> bool {
    let bare = |name: &str| name.replace(' ', "").to_lowercase();
    former.identity.surname != name.surname && bare(&former.identity.surname) == bare(&name.surname)
}

fn referent(seed: u64, number: usize) -> ReferentId {
    ReferentId::from(id(seed, &format!("referent {number}")))
}

/// An id that is the same for the same seed.
fn id(seed: u64, what: &str) -> Uuid {
    let bytes = what
        .bytes()
        .fold(seed ^ 0x6A61_6C6F_6E00, |hash, byte| hash.wrapping_mul(0x0100_0000_01B3).wrapping_add(u64::from(byte)));
    Uuid::from_u128(StdRng::seed_from_u64(bytes).random::<u128>() & !0xFFFF)
}
