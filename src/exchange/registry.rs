//! The Département's registry: which organisations hand over with which keys, of which kinds, from and until which number.
//!
//! Versions are linked and each is signed under the one before; an antenna pins the last it accepted, and takes neither a step
//! back nor a jump.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::bundle::Kind;
use super::card::Card;
use super::encryption::EncryptionKey;
use super::error::ExchangeError;
use super::party::{Party, Role};
use crate::base::id::ReplicaId;
use crate::journal::entry::Digest;

/// One version of the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    /// 1, 2, 3…
    pub version: u64,
    /// The digest of the version before; zeros for the first.
    pub previous: Digest,
    pub organisations: Vec<Organisation>,
}

/// One side of the hand-off and its machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub party: Party,
    pub devices: Vec<RegisteredDevice>,
}

/// One machine and what it may hand over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredDevice {
    pub replica: ReplicaId,
    /// The public key that signs, in hexadecimal.
    pub key: String,
    /// The public key to encrypt to: `age1…`.
    pub encryption: String,
    pub kinds: Vec<Kind>,
    /// The first number accepted.
    pub from: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Revocation>,
}

/// Why a key is accepted no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    pub on: NaiveDate,
    pub reason: String,
    /// The epoch of its stream on that day: what this key signs begins no other.
    #[serde(default = "first_epoch", skip_serializing_if = "is_first_epoch")]
    pub epoch: u64,
    /// The last number accepted of that epoch.
    pub until: u64,
}

fn first_epoch() -> u64 {
    1
}

// Left out, as in the registries of before: their digests stay what they were.
fn is_first_epoch(epoch: &u64) -> bool {
    *epoch == first_epoch()
}

impl Registry {
    /// The version before any: nobody is in it.
    pub fn empty() -> Self {
        Self { version: 0, previous: Digest::ZERO, organisations: Vec::new() }
    }

    /// The digest by which the next version names this one; zeros before the first.
    ///
    /// # Errors
    /// `Unreadable` never happens for the types here; serde asks for it.
    pub fn digest(&self) -> Result<Digest, ExchangeError> {
        if self.version == 0 {
            return Ok(Digest::ZERO);
        }
        let bytes = serde_json::to_vec(self).map_err(|_| ExchangeError::Unreadable {})?;
        Ok(Digest(Sha256::digest(bytes).into()))
    }

    /// The next version, with what `change` does.
    ///
    /// # Errors
    /// As [`Registry::digest`].
    pub fn next(&self, change: impl FnOnce(&mut Vec<Organisation>)) -> Result<Self, ExchangeError> {
        let mut organisations = self.organisations.clone();
        change(&mut organisations);
        Ok(Self { version: self.version + 1, previous: self.digest()?, organisations })
    }

    /// Refuses what is not the very next version of `pinned`.
    ///
    /// # Errors
    /// `RegistryStepBack`, `RegistryJump`, `RegistryNotLinked`.
    pub fn follows(&self, pinned: &Self) -> Result<(), ExchangeError> {
        let (found, pinned_version) = (self.version, pinned.version);
        if found <= pinned_version {
            return Err(ExchangeError::RegistryStepBack { found, pinned: pinned_version });
        }
        if found != pinned_version + 1 {
            return Err(ExchangeError::RegistryJump { found, expected: pinned_version + 1 });
        }
        if self.previous == pinned.digest()? { Ok(()) } else { Err(ExchangeError::RegistryNotLinked { found }) }
    }

    /// The organisation of this party.
    pub fn organisation(&self, party: &Party) -> Option<&Organisation> {
        self.organisations.iter().find(|one| party.is(&one.party))
    }

    /// The machine of `party` that signs with `key`.
    pub fn device(&self, party: &Party, key: &str) -> Option<&RegisteredDevice> {
        self.organisation(party)?.devices.iter().find(|device| device.key == key)
    }

    /// The keys to encrypt to for `party`: those of its machines whose signing key was not revoked.
    ///
    /// # Errors
    /// `UnknownSender` when it has none; `KeysRevoked` when none is left; `NotAnEncryptionKey`.
    pub fn encryption_keys(&self, party: &Party) -> Result<Vec<EncryptionKey>, ExchangeError> {
        let devices = self.organisation(party).map(|one| one.devices.as_slice()).unwrap_or_default();
        let current = devices.iter().filter(|device| device.revoked.is_none());
        let keys = current.map(|device| device.encryption.parse()).collect::<Result<Vec<EncryptionKey>, _>>()?;
        if !keys.is_empty() {
            return Ok(keys);
        }
        let name = party.name.clone();
        let revoked = devices.iter().filter_map(|device| device.revoked.as_ref()).next_back();
        Err(revoked.map_or(ExchangeError::UnknownSender { name: name.clone() }, |revoked| ExchangeError::KeysRevoked {
            name,
            on: revoked.on,
        }))
    }

    /// Refuses a card with a key, to sign or to encrypt, that was revoked from any organisation: whoever has it may be somebody
    /// else.
    ///
    /// # Errors
    /// `CardOfRevokedKey`.
    pub fn admits(&self, card: &Card) -> Result<(), ExchangeError> {
        let (key, encryption) = (&card.device.key, card.encryption.to_string());
        let has_one = |device: &&RegisteredDevice| device.key == *key || device.encryption == encryption;
        let devices = self.organisations.iter().flat_map(|one| &one.devices).filter(has_one);
        match devices.filter_map(|device| device.revoked.as_ref()).next_back() {
            Some(Revocation { on, reason, .. }) => {
                Err(ExchangeError::CardOfRevokedKey { on: *on, reason: reason.clone() })
            }
            None => Ok(()),
        }
    }

    /// Whether this key may hand over this kind under this number of this epoch.
    ///
    /// # Errors
    /// `UnknownSender`, `UnknownKey`, `KindNotAllowed`, `NumberNotAllowed`, `RevokedKey`.
    pub fn allows(
        &self,
        sender: &Party,
        key: &str,
        kind: Kind,
        (epoch, sequence): (u64, u64),
    ) -> Result<(), ExchangeError> {
        let name = || sender.name.clone();
        self.organisation(sender).ok_or_else(|| ExchangeError::UnknownSender { name: name() })?;
        let device = self.device(sender, key).ok_or_else(|| ExchangeError::UnknownKey { name: name() })?;
        let is_after = |revoked: &&Revocation| (revoked.epoch, revoked.until) < (epoch, sequence);
        if let Some(revoked) = device.revoked.as_ref().filter(is_after) {
            return Err(ExchangeError::RevokedKey { on: revoked.on, reason: revoked.reason.clone() });
        }
        if !device.kinds.contains(&kind) {
            return Err(ExchangeError::KindNotAllowed { kind: kind.code().to_owned() });
        }
        if sequence < device.from {
            return Err(ExchangeError::NumberNotAllowed { found: sequence, from: device.from });
        }
        Ok(())
    }
}

impl Organisation {
    /// Accepts no more, beyond what the revocation says, the keys in use of these of its machines.
    pub fn revoke(&mut self, revocation: &Revocation, of: impl Fn(&RegisteredDevice) -> bool) {
        let in_use = self.devices.iter_mut().filter(|device| device.revoked.is_none() && of(device));
        in_use.for_each(|device| device.revoked = Some(revocation.clone()));
    }
}

impl RegisteredDevice {
    /// The machine of a card that was confirmed: it hands over what its side may, from its first bundle on.
    pub fn of(card: &Card) -> Self {
        Self {
            replica: card.device.replica,
            key: card.device.key.clone(),
            encryption: card.encryption.to_string(),
            kinds: Kind::of(card.party.role).to_vec(),
            from: 1,
            revoked: None,
        }
    }
}

/// Puts the machine of a confirmed card into a registry that admits it: a new organisation, or a new machine of a known one.
pub fn enter(organisations: &mut Vec<Organisation>, card: &Card) {
    let device = RegisteredDevice::of(card);
    match organisations.iter_mut().find(|one| card.party.is(&one.party)) {
        Some(known) => {
            known.party = card.party.clone();
            known.devices.retain(|other| other.key != device.key);
            known.devices.push(device);
        }
        None => organisations.push(Organisation { party: card.party.clone(), devices: vec![device] }),
    }
}

/// The Département's own entry of a registry.
pub fn department(registry: &Registry) -> Option<&Organisation> {
    registry.organisations.iter().find(|one| one.party.role == Role::Department)
}
