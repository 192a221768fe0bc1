//! One key slot: the data key, wrapped for one holder by XChaCha20-Poly1305, with all that the file says authenticated.
//!
//! A slot never says whether another one would open; it knows no database.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use super::key::{DataKey, Derivation, fill};
use crate::base::id::ReferentId;
use crate::store::error::StoreError;

/// A slot as `keys.json` writes it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    pub(super) holder: Holder,
    lock: Lock,
    nonce: Encoded<24>,
    /// The data key and its tag: 32 + 16 bytes.
    wrapped_key: Encoded<48>,
}

/// Whom a slot belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Holder {
    /// A referent, who becomes the author of what is recorded; the label is what the lock screen shows.
    Referent { referent: ReferentId, label: String },
    /// Whoever holds the recovery sheet.
    Recovery,
    /// Anyone: the store is made up.
    Demonstration { referent: ReferentId, label: String },
}

/// Where the wrapping key comes from.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Lock {
    Argon2id {
        derivation: Derivation,
        salt: Encoded<16>,
    },
    /// For a made-up store only: no secret protects it.
    KeyInClear(Encoded<32>),
}

impl Slot {
    /// Wraps `key` under a secret.
    pub(super) fn seal(
        holder: Holder,
        key: &DataKey,
        secret: &str,
        derivation: Derivation,
    ) -> Result<Self, StoreError> {
        let mut salt = [0; 16];
        fill(&mut salt)?;
        let wrapping = derivation.derive(secret, &salt)?;
        Self::wrap(holder, Lock::Argon2id { derivation, salt: Encoded(salt) }, key, &wrapping)
    }

    /// Wraps `key` with the wrapping key written beside it.
    pub(super) fn in_clear(holder: Holder, key: &DataKey) -> Result<Self, StoreError> {
        let mut wrapping = Zeroizing::new([0; 32]);
        fill(wrapping.as_mut_slice())?;
        Self::wrap(holder, Lock::KeyInClear(Encoded(*wrapping)), key, &wrapping)
    }

    /// Unwraps the data key with a secret; `None` when the secret is wrong or the slot was altered.
    ///
    /// # Errors
    /// `WeakKeyDerivation`, `ExcessiveKeyDerivation`, `NotEnoughMemory`.
    pub(super) fn open(&self, secret: &str) -> Result<Option<DataKey>, StoreError> {
        match &self.lock {
            Lock::Argon2id { derivation, salt } => Ok(self.unwrap_key(&*derivation.derive(secret, &salt.0)?)),
            Lock::KeyInClear(_) => Ok(None),
        }
    }

    /// Unwraps the data key of a made-up store.
    pub(super) fn open_in_clear(&self) -> Option<DataKey> {
        match &self.lock {
            Lock::KeyInClear(wrapping) => self.unwrap_key(&wrapping.0),
            Lock::Argon2id { .. } => None,
        }
    }

    /// Checks that costs are acceptable and that only a demonstration slot has its key in clear.
    ///
    /// # Errors
    /// `WeakKeyDerivation` (no derivation at all is the weakest), `ExcessiveKeyDerivation`.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        match (&self.lock, &self.holder) {
            (Lock::Argon2id { derivation, .. }, _) => derivation.check().map(drop),
            (Lock::KeyInClear(_), Holder::Demonstration { .. }) => Ok(()),
            (Lock::KeyInClear(_), Holder::Referent { .. } | Holder::Recovery) => {
                Err(StoreError::WeakKeyDerivation { floor_mib: Derivation::FLOOR.memory_kib / 1024 })
            }
        }
    }

    fn wrap(holder: Holder, lock: Lock, key: &DataKey, wrapping: &[u8; 32]) -> Result<Self, StoreError> {
        let mut nonce = [0; 24];
        fill(&mut nonce)?;
        let aad = authenticated(&holder, &lock);
        let sealed = XChaCha20Poly1305::new(wrapping.into())
            .encrypt(&XNonce::from(nonce), Payload { msg: key.bytes(), aad: &aad })
            .ok()
            .and_then(|sealed| <[u8; 48]>::try_from(sealed).ok())
            .ok_or(StoreError::NotEnoughMemory)?;
        Ok(Self { holder, lock, nonce: Encoded(nonce), wrapped_key: Encoded(sealed) })
    }

    fn unwrap_key(&self, wrapping: &[u8; 32]) -> Option<DataKey> {
        let aad = authenticated(&self.holder, &self.lock);
        let payload = Payload { msg: &self.wrapped_key.0, aad: &aad };
        let opened = XChaCha20Poly1305::new(wrapping.into()).decrypt(&XNonce::from(self.nonce.0), payload).ok()?;
        let opened = Zeroizing::new(opened);
        <[u8; 32]>::try_from(opened.as_slice()).ok().map(DataKey::from_bytes)
    }
}

/// Everything of a slot beside the nonce and the wrapped key, each text preceded by its length.
fn authenticated(holder: &Holder, lock: &Lock) -> Vec<u8> {
    let mut bytes = b"jalon key slot 1\0".to_vec();
    let mut named = |kind: u8, referent: ReferentId, label: &str| {
        bytes.push(kind);
        bytes.extend(referent.bytes());
        bytes.extend((label.len() as u64).to_be_bytes());
        bytes.extend(label.as_bytes());
    };
    match holder {
        Holder::Referent { referent, label } => named(1, *referent, label),
        Holder::Demonstration { referent, label } => named(3, *referent, label),
        Holder::Recovery => bytes.push(2),
    }
    match lock {
        Lock::Argon2id { derivation: Derivation { memory_kib, passes, lanes }, salt } => {
            bytes.push(1);
            for cost in [memory_kib, passes, lanes] {
                bytes.extend(cost.to_be_bytes());
            }
            bytes.extend(salt.0);
        }
        Lock::KeyInClear(_) => bytes.push(2),
    }
    bytes
}

/// A fixed number of bytes, in base64.
#[derive(Clone)]
struct Encoded<const N: usize>([u8; N]);

impl<const N: usize> Serialize for Encoded<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(self.0))
    }
}

impl<'de, const N: usize> Deserialize<'de> for Encoded<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        let malformed = || serde::de::Error::custom("not the expected number of bytes in base64");
        let bytes = STANDARD.decode(text.as_bytes()).map_err(|_| malformed())?;
        bytes.try_into().map(Self).map_err(|_| malformed())
    }
}
