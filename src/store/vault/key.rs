//! The random data key of a store, and the keys derived from it or from a passphrase.
//!
//! Nothing here is printed or written: `Debug` names no byte, and memory is wiped when a key is dropped.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use hmac::{Hmac, KeyInit, Mac};
use rand::TryRng;
use rand::rngs::SysRng;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::store::error::StoreError;

/// The 256-bit key that encrypts the database; every slot wraps the same one.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

impl DataKey {
    /// A fresh key from the operating system's randomness.
    ///
    /// # Errors
    /// `Unreachable` when the system gives none.
    pub(crate) fn fresh() -> Result<Self, StoreError> {
        let mut bytes = [0; 32];
        fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for another purpose, from which this one cannot be found: HMAC-SHA-256 of the purpose.
    pub(crate) fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(mac(&self.0, &[purpose.as_bytes()]))
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// HMAC-SHA-256 over the concatenation of `parts`.
pub(crate) fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC pads a short key with zeros to the block of its hash (RFC 2104).
    let mut block = Zeroizing::new([0; 64]);
    for (padded, byte) in block.iter_mut().zip(key) {
        *padded = *byte;
    }
    let mut mac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Fills `bytes` from the operating system's randomness.
///
/// # Errors
/// `Unreachable` when the system gives none.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), StoreError> {
    SysRng
        .try_fill_bytes(bytes)
        .map_err(|_| StoreError::Unreachable { path: "/dev/urandom".into(), kind: std::io::ErrorKind::Other })
}

/// Cost of one try of a passphrase: Argon2id (RFC 9106).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Derivation {
    /// The least accepted, also when a file was lowered by hand: 46 MiB and one pass (OWASP's first choice).
    pub const FLOOR: Self = Self { memory_kib: 46 * 1024, passes: 1, lanes: 1 };
    /// The most accepted: a forged file must not take the machine's memory or an afternoon.
    pub const CEILING: Self = Self { memory_kib: 2 * 1024 * 1024, passes: 20, lanes: 8 };

    /// Refuses costs under the floor or above the ceiling.
    ///
    /// # Errors
    /// `WeakKeyDerivation`, `ExcessiveKeyDerivation`.
    pub fn check(self) -> Result<Self, StoreError> {
        let Self { memory_kib, passes, lanes } = self;
        if memory_kib < Self::FLOOR.memory_kib || passes < Self::FLOOR.passes || lanes < Self::FLOOR.lanes {
            return Err(StoreError::WeakKeyDerivation { floor_mib: Self::FLOOR.memory_kib / 1024 });
        }
        if Self::CEILING.memory_kib < memory_kib || Self::CEILING.passes < passes || Self::CEILING.lanes < lanes {
            return Err(StoreError::ExcessiveKeyDerivation {
                ceiling_mib: Self::CEILING.memory_kib / 1024,
                passes: Self::CEILING.passes,
            });
        }
        Ok(self)
    }

    /// The wrapping key of a secret: the same words typed on another keyboard give the same key (NFC).
    ///
    /// # Errors
    /// As [`Derivation::check`]; `NotEnoughMemory`.
    pub(crate) fn derive(self, secret: &str, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, StoreError> {
        let Self { memory_kib, passes, lanes } = self.check()?;
        let params = Params::new(memory_kib, passes, lanes, Some(32)).map_err(|_| StoreError::NotEnoughMemory)?;
        let secret = Zeroizing::new(secret.nfc().collect::<String>());
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret.as_bytes(), salt, key.as_mut_slice())
            .map_err(|_| StoreError::NotEnoughMemory)?;
        Ok(key)
    }
}

impl Default for Derivation {
    /// 256 MiB, three passes, one lane: about a second on the referents' machines, chosen on purpose.
    fn default() -> Self {
        Self { memory_kib: 256 * 1024, passes: 3, lanes: 1 }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn costs_below_the_floor_or_above_the_ceiling_are_refused() {
        let base = Derivation::FLOOR;
        for (derivation, id) in [
            (base, None),
            (Derivation::default(), None),
            (Derivation::CEILING, None),
            (Derivation { memory_kib: 46 * 1024 - 1, ..base }, Some("store-weak-key-derivation")),
            (Derivation { passes: 0, ..base }, Some("store-weak-key-derivation")),
            (Derivation { lanes: 0, ..base }, Some("store-weak-key-derivation")),
            (Derivation { memory_kib: 2 * 1024 * 1024 + 1, ..base }, Some("store-excessive-key-derivation")),
            (Derivation { passes: 21, ..base }, Some("store-excessive-key-derivation")),
            (Derivation { lanes: 9, ..base }, Some("store-excessive-key-derivation")),
        ] {
            assert_eq!(derivation.check().err().map(|error| error.id()), id, "for {derivation:?}");
        }
    }

    #[test]
    fn debug_of_a_key_shows_no_byte_of_it() {
        assert_eq!(format!("{:?}", DataKey::from_bytes([0xAB; 32])), "DataKey(…)");
    }
}
