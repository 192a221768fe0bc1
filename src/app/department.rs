//! The Département's side of the hand-off: its own store, the journals of its antennas as far as they were disclosed, what it
//! asks of them and what it answers.
//!
//! ```text
//! enrol antennas → send orientations → receive activity, referrals, answers → receipts, decisions, publications
//! ```
//! Records and figures are made of the entries that came, by the same fold as at the antenna, and compared with what was said.

mod act;
mod activity;
mod answers;
mod enrolment;
mod figures;
mod orient;
mod panel;
mod plan;
mod publish;
mod receive;
mod streams;
mod taken_back;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::access::{NewReferent, Opener};
use super::side::{self, Place, Ready, Side};
use super::{App, AppError, access, intake, outgoing};
use crate::base::clock::Clock;
use crate::base::fold::fold;
use crate::base::id::{PartyId, ReferentId};
use crate::domain::antenna::AntennaRecord;
use crate::exchange::bundle::Body;
use crate::exchange::{ExchangeError, Role};
use crate::journal::replay;
use crate::store::files::takes;
use crate::store::reading::Reading;
use crate::store::{Derivation, NewSlot, Store, StoreError, Vault};

pub use act::DepartmentAct;
pub use enrolment::Enrolled;
pub use figures::{Consolidated, Difference, LeftOut};
pub use orient::{Oriented, SentOrientation};
pub use panel::AgendaLine;
pub use plan::{EXAMPLE, PublicationPlan};
pub use publish::{Published, PublishedFile};
pub use streams::{CameLine, RefusedLine};

pub use crate::exchange::Party;
pub use crate::exchange::answers::{Answer, PanelStep, Publication, TopicAnswer};
pub use crate::exchange::registry::Revocation;

/// The setting that keeps where bundles go, and the one of where they came from last.
pub const FOLDER: &str = "folder";
pub const ARRIVALS: &str = "arrivals-folder";

/// The setting that holds who a Département is; an antenna's store has none.
const DEPARTMENT: &str = "department";

/// A Département's store, opened by one of its agents.
pub struct Department {
    app: App,
    me: Party,
    /// What the families of the antenna heard last count for.
    known: figures::Known,
}

/// Where the hand-off with one antenna stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AntennaStanding {
    pub antenna: Party,
    /// The last number received without a gap.
    pub received: u64,
    /// The epoch of what it sends: above 1 once its store was restored from a copy.
    pub epoch: u64,
    /// Two bundles came under one number: nothing more is taken until it begins anew.
    pub frozen: bool,
    /// When its last bundle was taken in.
    pub last_on: Option<chrono::NaiveDate>,
    /// Nothing came for the days after which its convention calls a side silent.
    pub is_silent: bool,
    /// Bundles that wait, by number.
    pub waiting: Vec<u64>,
    /// Bundles missing before those that wait, by number.
    pub missing: Vec<u64>,
    /// What was sealed for it, and how much of it it has received.
    pub sent: u64,
    pub acknowledged: u64,
    /// Families refused and not accepted since.
    pub refused: u64,
    /// What it refused, and nobody has settled since.
    pub refused_there: u64,
    pub revoked: Option<Revocation>,
}

impl AntennaStanding {
    /// Whether somebody has something to do about it; of an antenna whose keys are revoked, only once it is enrolled anew.
    pub fn calls_for_somebody(&self) -> bool {
        let is_disturbed =
            self.frozen || self.is_silent || self.refused + self.refused_there > 0 || !self.missing.is_empty();
        self.revoked.is_none() && is_disturbed
    }
}

/// Creates the store of a Département; gives the recovery code, which is shown once and kept nowhere.
///
/// # Errors
/// As [`access::create`].
pub fn create(
    directory: &Path,
    name: &str,
    agent: &NewReferent,
    clock: Clock,
) -> Result<(Department, String), AppError> {
    create_with(directory, name, agent, clock, Derivation::default())
}

/// As [`create`], with another cost of key derivation: for tests.
///
/// # Errors
/// As [`create`].
pub fn create_with(
    directory: &Path,
    name: &str,
    agent: &NewReferent,
    clock: Clock,
    derivation: Derivation,
) -> Result<(Department, String), AppError> {
    let author = ReferentId::from(Uuid::now_v7());
    let was_there = directory.exists();
    let slot = NewSlot { referent: author, label: &agent.name, passphrase: agent.passphrase.as_str() };
    let (_, key, code) = Vault::create(directory, &[slot], derivation)?;
    let founded = Store::create(directory, &key)
        .map_err(AppError::from)
        .and_then(|store| Department::found(store, name, clock, author));
    if founded.is_err() {
        access::unmake(directory, was_there);
    }
    Ok((founded?, code.groups()))
}

/// Creates an empty made-up store that needs no passphrase.
///
/// # Errors
/// `AlreadyAStore`, `NetworkShare`, or the disk's.
pub fn create_demonstration(directory: &Path, name: &str, agent: &str, clock: Clock) -> Result<Department, AppError> {
    let author = ReferentId::from(Uuid::now_v7());
    let (_, key) = Vault::create_demonstration(directory, author, agent)?;
    Department::found(Store::create(directory, &key)?, name, clock, author)
}

/// Opens the store of a Département.
///
/// # Errors
/// `NotOfDepartment`; as [`access::open`].
pub fn open(directory: &Path, opener: &Opener, clock: Clock) -> Result<Department, AppError> {
    Department::of(access::open_any(directory, opener, clock)?)
}

/// Whether this store is a Département's.
///
/// # Errors
/// The store's.
pub(super) fn is_department(reading: &Reading<'_>) -> Result<bool, StoreError> {
    Ok(reading.setting(DEPARTMENT)?.is_some())
}

/// A store that was opened, by the side that it is of.
pub enum Opened {
    Antenna(Box<App>),
    Department(Box<Department>),
}

impl Opened {
    /// Itself, where it is a Département's.
    ///
    /// # Errors
    /// `NotOfDepartment`.
    pub fn of_department(self) -> Result<Self, AppError> {
        match self {
            Self::Antenna(app) => Ok(Self::Department(Box::new(Department::of(*app)?))),
            department @ Self::Department(_) => Ok(department),
        }
    }

    /// The store, as it is on both sides.
    pub fn app(&self) -> &App {
        match self {
            Self::Antenna(app) => app,
            Self::Department(department) => department.app(),
        }
    }
}

/// Opens a store, whichever side it is of.
///
/// # Errors
/// As [`access::open_any`].
pub fn open_either(directory: &Path, opener: &Opener, clock: Clock) -> Result<Opened, AppError> {
    let app = access::open_any(directory, opener, clock)?;
    match is_department(&app.store.read())? {
        true => Ok(Opened::Department(Box::new(Department::of(app)?))),
        false => Ok(Opened::Antenna(Box::new(app))),
    }
}

impl Department {
    /// A new Département: its name and the first version of its registry, in which there is only itself.
    fn found(store: Store, name: &str, clock: Clock, author: ReferentId) -> Result<Self, AppError> {
        let me = Party::department(Some(PartyId::from(Uuid::now_v7())), name.trim());
        let json = serde_json::to_vec(&me).map_err(|_| StoreError::Unreadable { table: "setting" })?;
        let mut app = App::new(store, clock, author)?;
        app.store.write(|writing| writing.put_setting(DEPARTMENT, &json))?;
        let mut department = Self { app, me, known: None };
        department.begin_registry()?;
        Ok(department)
    }

    /// The Département of an open store.
    ///
    /// # Errors
    /// `NotOfDepartment`; the store's.
    pub fn of(app: App) -> Result<Self, AppError> {
        let json = app.store.read().setting(DEPARTMENT)?;
        let json = json.ok_or_else(|| StoreError::NotOfDepartment { path: app.directory().to_owned() })?;
        let me = serde_json::from_slice(&json).map_err(|_| StoreError::Unreadable { table: "setting" })?;
        Ok(Self { app, me, known: None })
    }

    /// Who it is.
    pub fn me(&self) -> &Party {
        &self.me
    }

    /// The store as every other: to check, to back up, to read the families that were disclosed.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// As [`Department::app`], to change it.
    pub fn app_mut(&mut self) -> &mut App {
        &mut self.app
    }

    /// The store itself.
    pub fn into_app(self) -> App {
        self.app
    }

    /// Puts everything away: a backup when something changed.
    ///
    /// # Errors
    /// The store's.
    pub fn close(self) -> Result<(), AppError> {
        self.app.close()
    }

    /// The antennas of the registry, by name.
    ///
    /// # Errors
    /// The store's.
    pub fn antennas(&self) -> Result<Vec<Party>, AppError> {
        Ok(antennas_of(&self.app.store.read())?)
    }

    /// The antenna whose name holds these words, where one alone does.
    ///
    /// # Errors
    /// `AntennaUnknown`; the store's.
    pub fn antenna_named(&self, words: &str) -> Result<Party, AppError> {
        let wanted = fold(words);
        let antennas = self.antennas()?;
        let exact = antennas.iter().find(|antenna| fold(&antenna.name) == wanted);
        let mut near = antennas.iter().filter(|antenna| fold(&antenna.name).contains(&wanted));
        let found = exact.or_else(|| near.next().filter(|_| near.next().is_none()));
        Ok(found.cloned().ok_or_else(|| ExchangeError::AntennaUnknown { name: words.to_owned() })?)
    }

    /// Where the hand-off with each antenna stands.
    ///
    /// # Errors
    /// The store's.
    pub fn standings(&self) -> Result<Vec<AntennaStanding>, AppError> {
        let reading = self.app.store.read();
        let registry = side::registry(&reading)?;
        let (inbox, outbox, refused) = (reading.inbox()?, reading.outbox()?, reading.refused_families()?);
        let mut standings = Vec::new();
        for antenna in self.antennas()? {
            let party = id_of(&antenna)?;
            let received = side::received(&reading, party)?;
            let came = || inbox.iter().filter(|came| came.party == party);
            let waiting = reading.waiting(party)?.into_iter().map(|(_, sequence)| sequence).collect();
            let sent = || outbox.iter().filter(|sealed| sealed.party == party);
            let last_on = came().map(|came| came.received_on).max();
            let devices = registry.organisation(&antenna).map(|one| one.devices.as_slice()).unwrap_or_default();
            let in_use = devices.iter().any(|device| device.revoked.is_none());
            standings.push(AntennaStanding {
                received: received.sequence,
                epoch: received.epoch,
                frozen: received.frozen,
                last_on,
                is_silent: last_on.is_some_and(|date| self.silent_since(date)),
                missing: intake::missing(&reading, party)?,
                waiting,
                sent: sent().count() as u64,
                acknowledged: sent().filter(|sealed| sealed.handed_over_on.is_some()).count() as u64,
                refused: refused.iter().filter(|one| one.party == party).count() as u64,
                refused_there: self.refused_there(&antenna)?.len() as u64,
                revoked: devices.iter().rev().find_map(|device| device.revoked.clone()).filter(|_| !in_use),
                antenna,
            });
        }
        Ok(standings)
    }

    /// The record of one antenna alone, as its own acts make it.
    ///
    /// # Errors
    /// The store's.
    pub fn antenna_record(&self, antenna: &Party) -> Result<AntennaRecord, AppError> {
        antenna_record(&self.app.store.read(), id_of(antenna)?)
    }

    /// Seals a bundle for an antenna and writes it into a directory; `also` is written in the same transaction.
    fn send(
        &mut self,
        antenna: &Party,
        body: Body,
        directory: &Path,
        carried: &[crate::base::id::FamilyId],
        also: impl FnOnce(&crate::store::Writing<'_>, &Ready) -> Result<(), StoreError>,
    ) -> Result<PathBuf, AppError> {
        let side = self.side()?;
        let publication = publish::version(&self.app.store.read())?;
        let place = Place::next(&self.app.store.read(), antenna)?;
        let ready = side.seal(&place, antenna, body.written(0)?, BTreeMap::new(), publication, self.app.clock.now())?;
        self.app.changed = true;
        outgoing::hand_out(&mut self.app.store, directory, &ready, carried, |writing| also(writing, &ready))
    }

    /// Refuses a directory that would not take a bundle with as much in it for every antenna: what has a version is kept before it
    /// is sent, and what is taken in before it is answered.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly` or `Unreachable`.
    pub fn takes_bundles(&self, directory: &Path, bytes: usize) -> Result<(), AppError> {
        // The body twice in base64, its envelope and its encryption.
        let size = (2 * bytes + 8 * 1024) * self.reachable()?.len().max(1);
        Ok(takes(directory, size)?)
    }

    /// The antennas that something can be encrypted to: those with a key in use.
    fn reachable(&self) -> Result<Vec<Party>, AppError> {
        let registry = side::registry(&self.app.store.read())?;
        Ok(self.antennas()?.into_iter().filter(|antenna| registry.encryption_keys(antenna).is_ok()).collect())
    }

    /// The Département with its keys.
    fn side(&mut self) -> Result<Side, AppError> {
        Side::of(&mut self.app.store, self.me.clone(), self.me.name.clone(), self.app.replica)
    }
}

/// The antennas of the registry, by name.
fn antennas_of(reading: &Reading<'_>) -> Result<Vec<Party>, StoreError> {
    let parties = side::registry(reading)?.organisations.into_iter().map(|one| one.party);
    let mut antennas: Vec<Party> = parties.filter(|one| one.role == Role::Antenna).collect();
    antennas.sort_by_cached_key(|antenna| fold(&antenna.name));
    Ok(antennas)
}

/// The id that a party of the registry has.
fn id_of(party: &Party) -> Result<PartyId, ExchangeError> {
    party.id.ok_or_else(|| ExchangeError::UnknownSender { name: party.name.clone() })
}

/// The record that the acts of one antenna make.
fn antenna_record(reading: &Reading<'_>, party: PartyId) -> Result<AntennaRecord, AppError> {
    Ok(replay::antenna(&reading.entries_of_antenna(party)?)?)
}
