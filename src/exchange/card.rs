//! A side's card: who it is and its public keys, signed with the key that it names. Exchanged once, at the training day of
//! art. 4, and confirmed by twelve words read aloud: what a card says is worth what those words are worth.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::bundle::{self, Device};
use super::encryption::EncryptionKey;
use super::envelope::{self, CARD_TYPE};
use super::error::ExchangeError;
use super::keys::{PublicKey, SigningKey};
use super::party::{Party, Role};
use super::words::{self, CARD_WORDS, WordFault};
use crate::base::id::PartyId;
use crate::journal::entry::Digest;

const FORMAT: &str = "jalon-card";

/// What a side says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub party: Party,
    /// The Département that the antenna works for; a Département's own name.
    pub department: String,
    pub device: Device,
    pub encryption: EncryptionKey,
    pub epoch: u64,
    /// The number that its next bundle will have.
    pub next: u64,
    /// RFC 3339, UTC, milliseconds.
    pub created_at: String,
}

/// A card whose signature holds; who made it, only its words tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCard {
    pub card: Card,
    digest: Digest,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    format: String,
    version: u64,
    party: Party,
    department: String,
    device: Device,
    encryption: String,
    epoch: u64,
    next: u64,
    created_at: String,
}

impl Card {
    /// The bytes of the card's file.
    ///
    /// # Errors
    /// `TooLarge` for names of many megabytes.
    pub fn seal(&self, key: &SigningKey) -> Result<Vec<u8>, ExchangeError> {
        let wire = Wire {
            format: FORMAT.to_owned(),
            version: bundle::VERSION,
            party: self.party.clone(),
            department: self.department.clone(),
            device: self.device.clone(),
            encryption: self.encryption.to_string(),
            epoch: self.epoch,
            next: self.next,
            created_at: self.created_at.clone(),
        };
        let payload = serde_json::to_vec(&wire).map_err(|_| ExchangeError::NotACard {})?;
        envelope::seal(&payload, CARD_TYPE, key)
    }

    /// The id of the side.
    ///
    /// # Errors
    /// `NotACard` without one.
    pub fn id(&self) -> Result<PartyId, ExchangeError> {
        self.party.id.ok_or(ExchangeError::NotACard {})
    }
}

impl SignedCard {
    /// Reads a card's file; `role` is the side that it must be of.
    ///
    /// # Errors
    /// The envelope's; `NotACard`, `CardOfOtherSide`, `DeviceMismatch`, `NotAnEncryptionKey`.
    pub fn open(bytes: &[u8], role: Role) -> Result<Self, ExchangeError> {
        let opened = envelope::open(bytes.to_vec(), CARD_TYPE)?;
        let wire: Wire = bundle::read_strictly(opened.payload()).map_err(|_| ExchangeError::NotACard {})?;
        if wire.format != FORMAT || wire.version != bundle::VERSION || wire.next == 0 || wire.party.id.is_none() {
            return Err(ExchangeError::NotACard {});
        }
        if wire.party.role != role {
            return Err(ExchangeError::CardOfOtherSide {});
        }
        if PublicKey::from_id(&wire.device.key)? != opened.key {
            return Err(ExchangeError::DeviceMismatch {});
        }
        let card = Card {
            party: wire.party,
            department: wire.department,
            device: wire.device,
            encryption: wire.encryption.parse()?,
            epoch: wire.epoch,
            next: wire.next,
            created_at: wire.created_at,
        };
        Ok(Self { card, digest: Digest(Sha256::digest(bytes).into()) })
    }

    /// What it says, before anybody vouched for it.
    pub fn card(&self) -> &Card {
        &self.card
    }

    /// The words that its owner reads aloud.
    pub fn words(&self) -> Vec<&'static str> {
        words::words(&self.digest, CARD_WORDS)
    }

    /// The card, once the words that its owner read aloud were typed.
    ///
    /// # Errors
    /// `CardWordsCount`, `CardWordDiffers`.
    pub fn confirmed(self, typed: &str) -> Result<Card, ExchangeError> {
        match words::compare(typed, &self.digest, CARD_WORDS) {
            Ok(()) => Ok(self.card),
            Err(WordFault::Count { found }) => {
                Err(ExchangeError::CardWordsCount { found: found as u64, needed: CARD_WORDS as u64 })
            }
            Err(WordFault::Word { place }) => Err(ExchangeError::CardWordDiffers { place: place as u64 }),
        }
    }
}
