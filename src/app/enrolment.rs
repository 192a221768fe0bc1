//! The antenna's enrolment with its Département: cards exchanged once, confirmed by the words that each side reads aloud.

use std::path::Path;

use chrono::NaiveDate;

use super::side::{self, GivenCard, Side};
use super::{App, AppError};
use crate::base::id::PartyId;
use crate::domain::refusal::Refusal;
use crate::exchange::registry::{self, Registry, Revocation};
use crate::exchange::{Card, ExchangeError, Party, PublicKey, Role, SignedCard};

/// Where the antenna stands with its Département.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The Département of the card that was confirmed.
    pub department: Option<String>,
    /// Its key, as a person reads it.
    pub its_key: Option<String>,
    /// The last version accepted of its registry; 0 before the first.
    pub registry: u64,
    pub ours: OwnStanding,
    /// This device's key, as a person reads it; none before something was sealed or given.
    pub own_key: Option<String>,
    /// The words to read aloud with our card; none before it was written.
    pub words: Vec<&'static str>,
}

/// What the Département's registry says of this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnStanding {
    /// It is not in it, or no registry came yet.
    NotYet,
    Known,
    Revoked {
        on: NaiveDate,
        reason: String,
    },
}

impl App {
    /// Where the antenna stands with its Département. Nothing is written: keys are made when they are first used.
    ///
    /// # Errors
    /// `AntennaNotFounded`; the store's.
    pub fn enrolment(&self) -> Result<Enrolment, AppError> {
        let reading = self.store.read();
        let me = self.me()?;
        let pinned = side::registry(&reading)?;
        let known = registry::department(&pinned);
        let in_use = known.and_then(|known| known.devices.iter().rev().find(|device| device.revoked.is_none()));
        let its_key = in_use.map(|device| PublicKey::from_id(&device.key)).transpose()?;
        let own_key = side::known_signing_key(&reading)?.map(|key| key.public());
        let registered = own_key.as_ref().and_then(|key| pinned.device(&me, &key.id()));
        let ours = match registered.map(|device| &device.revoked) {
            None => OwnStanding::NotYet,
            Some(None) => OwnStanding::Known,
            Some(Some(Revocation { on, reason, .. })) => OwnStanding::Revoked { on: *on, reason: reason.clone() },
        };
        Ok(Enrolment {
            department: known.map(|known| known.party.name.clone()),
            its_key: its_key.map(|key| key.fingerprint()),
            registry: pinned.version,
            ours,
            own_key: own_key.map(|key| key.fingerprint()),
            words: side::given_card(&reading, &me)?.map(|card| card.words()).unwrap_or_default(),
        })
    }

    /// The Département's card, before the words that it reads aloud were typed: who it says it is.
    ///
    /// # Errors
    /// `AlreadyEnrolled`; the card's; the store's.
    pub fn read_card(&self, card: &[u8]) -> Result<Party, AppError> {
        Ok(self.acceptable(card)?.card().party.clone())
    }

    /// Writes the antenna's card into a directory, to be given to the Département.
    ///
    /// # Errors
    /// `AntennaNotFounded`; the store's, the directory's.
    pub fn give_card(&mut self, directory: &Path) -> Result<GivenCard, AppError> {
        let side = self.side()?;
        side.give_card(&mut self.store, directory, self.clock.now())
    }

    /// Enrols the Département of a card whose words were typed: what leaves from now on is encrypted to it.
    ///
    /// # Errors
    /// `AlreadyEnrolled`; the card's; the store's.
    pub fn enrol_department(&mut self, card: &[u8], typed: &str) -> Result<Party, AppError> {
        let card = self.acceptable(card)?.confirmed(typed)?;
        let mut first = Registry::empty();
        registry::enter(&mut first.organisations, &card);
        let id = card.id()?;
        self.store.write(|writing| -> Result<(), AppError> {
            side::pin(writing, &first)?;
            Ok(writing.name_unknown_party(id)?)
        })?;
        self.changed = true;
        Ok(card.party)
    }

    /// The Département, once it is enrolled.
    ///
    /// # Errors
    /// The store's.
    pub fn enrolled_department(&self) -> Result<Option<Party>, AppError> {
        let pinned = side::registry(&self.store.read())?;
        Ok(registry::department(&pinned).map(|known| known.party.clone()))
    }

    /// The Département as bundles name it: by its id once it is enrolled.
    pub(super) fn department(&self) -> Result<Party, AppError> {
        Ok(self.enrolled_department()?.unwrap_or_else(|| Party::department(None, self.antenna.department.clone())))
    }

    /// The other side's id in the outbox and the inbox.
    pub(super) fn department_id(&self) -> Result<PartyId, AppError> {
        Ok(self.department()?.id.unwrap_or(crate::store::exchange::UNKNOWN_PARTY))
    }

    /// The antenna with its keys.
    pub(super) fn side(&mut self) -> Result<Side, AppError> {
        let me = self.me()?;
        Side::of(&mut self.store, me, self.antenna.department.clone(), self.replica)
    }

    /// The antenna as bundles and cards name it.
    fn me(&self) -> Result<Party, AppError> {
        let id = self.antenna.id.ok_or(Refusal::AntennaNotFounded {})?;
        Ok(Party::antenna(id, self.antenna.name.clone()))
    }

    /// A card that could still enrol the Département.
    fn acceptable(&self, card: &[u8]) -> Result<SignedCard, AppError> {
        let signed = card_of(card, Role::Department)?;
        let pinned = side::registry(&self.store.read())?;
        let known = registry::department(&pinned).map(|known| &known.party);
        let Card { party, .. } = signed.card();
        if pinned.version > 0 || known.is_some_and(|known| !party.is(known)) {
            let name = known.unwrap_or(party).name.clone();
            return Err(ExchangeError::AlreadyEnrolled { name }.into());
        }
        Ok(signed)
    }
}

/// The card in a file. Whoever gives another file is told which one is asked for, not what a bundle would have to be.
///
/// # Errors
/// `NotACard`; as [`SignedCard::open`].
pub(super) fn card_of(file: &[u8], role: Role) -> Result<SignedCard, ExchangeError> {
    SignedCard::open(file, role).map_err(|fault| match fault {
        ExchangeError::NotAnEnvelope {} | ExchangeError::OtherPayloadType {} => ExchangeError::NotACard {},
        fault => fault,
    })
}
