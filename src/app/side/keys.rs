//! The keys of a device: with which it signs, and with which it reads what was encrypted to it.

use zeroize::Zeroizing;

use crate::app::{App, AppError};
use crate::exchange::{DecryptionKey, SigningKey};
use crate::store::reading::Reading;
use crate::store::{Store, StoreError, Writing};

/// The setting that holds the seed of this device's signing key.
const SIGNING_SEED: &str = "signing-seed";
/// The setting that holds the key that reads what was encrypted to this store.
const DECRYPTION_KEY: &str = "decryption-key";

/// What a signing key is made of.
pub(super) type Seed = Zeroizing<[u8; 32]>;

/// The key with which this device signs, made the first time.
///
/// # Errors
/// The store's.
pub(in crate::app) fn signing_key(store: &mut Store) -> Result<SigningKey, AppError> {
    if let Some(known) = known_signing_key(&store.read())? {
        return Ok(known);
    }
    let seed = fresh_seed();
    store.write(|writing| writing.put_setting(SIGNING_SEED, seed.as_slice()))?;
    Ok(SigningKey::from_seed(&seed))
}

pub(super) fn fresh_seed() -> Seed {
    let mut seed = Zeroizing::new([0; 32]);
    rand::fill(seed.as_mut_slice());
    seed
}

/// The same, where it was made.
///
/// # Errors
/// The store's.
pub(in crate::app) fn known_signing_key(reading: &Reading<'_>) -> Result<Option<SigningKey>, StoreError> {
    let kept = reading.setting(SIGNING_SEED)?.map(Zeroizing::new);
    let seed = kept.and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok()).map(Zeroizing::new);
    Ok(seed.map(|seed| SigningKey::from_seed(&seed)))
}

impl App {
    /// The key with which what was encrypted to this side is read; none before there is one.
    ///
    /// # Errors
    /// The store's; `NotAnEncryptionKey`.
    pub fn decryption_key(&self) -> Result<Option<DecryptionKey>, AppError> {
        known_decryption_key(&self.store.read())
    }
}

/// The key that reads what was encrypted to this store, once there is one.
///
/// # Errors
/// The store's; `NotAnEncryptionKey`.
pub(in crate::app) fn known_decryption_key(reading: &Reading<'_>) -> Result<Option<DecryptionKey>, AppError> {
    let known = reading.setting(DECRYPTION_KEY)?.map(Zeroizing::new);
    let text = known.as_ref().and_then(|bytes| std::str::from_utf8(bytes).ok());
    Ok(text.map(DecryptionKey::from_text).transpose()?)
}

pub(super) fn decryption_key(store: &mut Store) -> Result<DecryptionKey, AppError> {
    if let Some(key) = known_decryption_key(&store.read())? {
        return Ok(key);
    }
    let key = DecryptionKey::generate();
    store.write(|writing| writing.put_setting(DECRYPTION_KEY, key.to_text().as_bytes()))?;
    Ok(key)
}

/// Keeps other keys in the place of these.
///
/// # Errors
/// The store's.
pub(super) fn keep(writing: &Writing<'_>, seed: &Seed, reading: &DecryptionKey) -> Result<(), StoreError> {
    writing.put_setting(SIGNING_SEED, seed.as_slice())?;
    writing.put_setting(DECRYPTION_KEY, reading.to_text().as_bytes())
}
