//! Whose signatures a store knows: its own, and those of its registry.

use super::side::{known_signing_key, registry};
use super::{App, AppError};
use crate::exchange::bundle::Bundle;
use crate::exchange::{ExchangeError, Registry};

/// The keys that a store knows.
#[derive(Debug)]
pub struct Signers {
    registry: Registry,
    own: Option<String>,
}

impl App {
    /// Whose signatures this store knows.
    ///
    /// # Errors
    /// The store's.
    pub fn signers(&self) -> Result<Signers, AppError> {
        let reading = self.store.read();
        let own = known_signing_key(&reading)?.map(|key| key.public().id());
        Ok(Signers { registry: registry(&reading)?, own })
    }
}

impl Signers {
    /// The name under which the signer of a bundle is known, if the key is.
    ///
    /// # Errors
    /// `KindNotAllowed`, `NumberNotAllowed`, `RevokedKey` when the key is known and may not sign this bundle.
    pub fn name_of(&self, bundle: &Bundle) -> Result<Option<String>, ExchangeError> {
        let (from, key) = (&bundle.from, &bundle.device.key);
        if self.own.as_ref() == Some(key) {
            return Ok(Some(from.name.clone()));
        }
        let Some(organisation) = self.registry.organisation(from).filter(|_| self.registry.device(from, key).is_some())
        else {
            return Ok(None);
        };
        self.registry.allows(from, key, bundle.body.kind(), (bundle.epoch, bundle.sequence))?;
        Ok(Some(organisation.party.name.clone()))
    }
}
