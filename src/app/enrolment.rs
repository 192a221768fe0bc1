//! The antenna's enrolment with its Département: cards exchanged once, confirmed by the words that each side reads aloud.

use std::path::Path;

use super::side::{self, GivenCard, Side};
use super::{App, AppError};
use crate::base::id::PartyId;
use crate::domain::refusal::Refusal;
use crate::exchange::registry::{self, Registry};
use crate::exchange::{ExchangeError, Party, Role, SignedCard};

impl App {
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
        let card = SignedCard::open(card, Role::Department)?.confirmed(typed)?;
        let pinned = side::registry(&self.store.read())?;
        let known = registry::department(&pinned).map(|known| known.party.clone());
        let is_other = known.as_ref().is_some_and(|known| !card.party.is(known));
        if pinned.version > 0 || is_other {
            let name = known.unwrap_or(card.party).name;
            return Err(ExchangeError::AlreadyEnrolled { name }.into());
        }
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
        let id = self.antenna.id.ok_or(Refusal::AntennaNotFounded {})?;
        let me = Party::antenna(id, self.antenna.name.clone());
        Side::of(&mut self.store, me, self.antenna.department.clone(), self.replica)
    }
}
