//! One side of the hand-off with its keys, its registry and its numbering: what an antenna and a Département have in common.

mod keys;
mod sealing;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};

use super::AppError;
use crate::base::fold;
use crate::base::id::{PartyId, ReplicaId};
use crate::exchange::bundle::{Body, Device};
use crate::exchange::stream::Received;
use crate::exchange::{Card, DecryptionKey, ExchangeError, Party, Registry, SignedCard, SigningKey, Verified};
use crate::exchange::{archive, encryption};
use crate::store::files::{takes, write_atomically};
use crate::store::reading::Reading;
use crate::store::{EPOCH, Store, StoreError, Writing};
use keys::{Seed, decryption_key, fresh_seed};
pub(super) use keys::{known_decryption_key, known_signing_key, signing_key};
pub(super) use sealing::{Place, Ready};

/// The setting that holds the last registry accepted.
const REGISTRY: &str = "registry";
/// The setting that holds this side's own card, as it was given out.
const CARD: &str = "card";

/// A side with its keys.
pub(super) struct Side {
    pub me: Party,
    /// The Département that an antenna works for; its own name at a Département.
    pub department: String,
    pub replica: ReplicaId,
    pub signing: SigningKey,
    pub reading: DecryptionKey,
    pub registry: Registry,
    pub epoch: u64,
}

/// A card to give to the other side, and the words to read aloud with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenCard {
    pub path: PathBuf,
    pub words: Vec<&'static str>,
}

impl Side {
    /// The keys of a store, made the first time that they are asked for.
    ///
    /// # Errors
    /// The store's.
    pub fn of(store: &mut Store, me: Party, department: String, replica: ReplicaId) -> Result<Self, AppError> {
        Ok(Self {
            me,
            department,
            replica,
            signing: signing_key(store)?,
            reading: decryption_key(store)?,
            registry: registry(&store.read())?,
            epoch: epoch(&store.read())?,
        })
    }

    /// This side with new keys and a new epoch; what was encrypted to the keys of before stays readable.
    pub fn renewed(self) -> (Self, Seed) {
        let seed = fresh_seed();
        let (signing, reading) = (SigningKey::from_seed(&seed), self.reading.renewed());
        (Self { signing, reading, epoch: self.epoch + 1, ..self }, seed)
    }

    /// Keeps the keys and the epoch of a side that was renewed. Its card is no more the one that was given.
    ///
    /// # Errors
    /// The store's.
    pub fn keep_renewed(&self, writing: &Writing<'_>, seed: &Seed) -> Result<(), StoreError> {
        keys::keep(writing, seed, &self.reading)?;
        writing.put_setting(EPOCH, &self.epoch.to_be_bytes())?;
        writing.drop_setting(CARD)
    }

    /// Opens a file that came: decrypted, verified, from somebody of the registry who may send it, addressed to this side.
    ///
    /// # Errors
    /// The first check that fails; nothing was written.
    pub fn open(&self, file: &[u8]) -> Result<Verified, ExchangeError> {
        self.accept(file, self.open_kept(file)?)
    }

    /// The checks of [`Side::open`] on a file that is open: they depend on the registry, and it does not.
    ///
    /// # Errors
    /// The first check that fails.
    pub fn accept(&self, file: &[u8], verified: Verified) -> Result<Verified, ExchangeError> {
        let bundle = verified.bundle();
        if !bundle.to.is(&self.me) {
            if !encryption::is_encrypted(file) && bundle.to.id.is_none() && bundle.to.role == self.me.role {
                return Err(ExchangeError::OtherDepartmentNamed { name: bundle.to.name.clone() });
            }
            return Err(ExchangeError::WrongRecipient { name: bundle.to.name.clone() });
        }
        // Only what an antenna sealed before the cards were exchanged is in clear: it names the Département, not its id.
        if !encryption::is_encrypted(file) && bundle.to.id.is_some() {
            return Err(ExchangeError::NotEncrypted {});
        }
        let number = (bundle.epoch, bundle.sequence);
        self.registry.allows(&bundle.from, &bundle.device.key, bundle.body.kind(), number)?;
        Ok(verified)
    }

    /// Opens a bundle that this side has sealed and archived.
    ///
    /// # Errors
    /// The first check that fails.
    pub fn open_archived(&self, archive: &[u8]) -> Result<Verified, ExchangeError> {
        Ok(Verified::open_there(archive::envelope(archive, &self.reading)?, None)?.without_payload())
    }

    /// Opens a file that this side has taken in before, or sealed: whole and signed, by whoever it was.
    ///
    /// # Errors
    /// The first check that fails.
    pub fn open_kept(&self, file: &[u8]) -> Result<Verified, ExchangeError> {
        let verified = match encryption::is_encrypted(file) {
            true => Verified::open_there(encryption::decrypt(file, &self.reading)?, None)?,
            false => Verified::open(file, None)?,
        };
        Ok(verified.without_payload())
    }

    /// Refuses a bundle whose turn has come and whose sender goes by a registry that is not known here. One that waits may do so:
    /// that registry may be among those missing before it.
    ///
    /// # Errors
    /// `RegistryNewer`.
    pub fn knows_registry_of(&self, verified: &Verified) -> Result<(), ExchangeError> {
        let bundle = verified.bundle();
        let (found, pinned) = (bundle.registry, self.registry.version);
        match found > pinned && !matches!(bundle.body, Body::Registry(_)) {
            true => Err(ExchangeError::RegistryNewer { found, pinned }),
            false => Ok(()),
        }
    }

    /// This side's card: the same bytes, and so the same words, as long as what it says stays.
    ///
    /// # Errors
    /// The exchange's; the store's.
    pub fn card(&self, store: &mut Store, now: DateTime<Utc>) -> Result<Vec<u8>, AppError> {
        let card = |next, created_at| Card {
            party: self.me.clone(),
            department: self.department.clone(),
            device: Device { replica: self.replica, key: self.signing.public().id() },
            encryption: self.reading.public(),
            epoch: self.epoch,
            next,
            created_at,
        };
        if let Some(kept) = store.read().setting(CARD)? {
            let same = |known: &SignedCard| *known.card() == card(known.card().next, known.card().created_at.clone());
            if SignedCard::open(&kept, self.me.role).is_ok_and(|known| same(&known)) {
                return Ok(kept);
            }
        }
        let created_at = now.to_rfc3339_opts(SecondsFormat::Millis, true);
        let bytes = card(1, created_at).seal(&self.signing)?;
        store.write(|writing| writing.put_setting(CARD, &bytes))?;
        Ok(bytes)
    }

    /// Writes this side's card into a directory.
    ///
    /// # Errors
    /// As [`Side::card`]; the directory's.
    pub fn give_card(&self, store: &mut Store, directory: &Path, now: DateTime<Utc>) -> Result<GivenCard, AppError> {
        let bytes = self.card(store, now)?;
        let words = SignedCard::open(&bytes, self.me.role)?.words();
        // Where it cannot be written, it is the directory that is named.
        takes(directory, bytes.len())?;
        let path = directory.join(format!("{}.carte.json", slug(&self.me.name)));
        write_atomically(&path, &bytes)?;
        Ok(GivenCard { path, words })
    }
}

/// Reads a file that came, no larger than a bundle can be: a file of a terabyte must not fill the memory.
///
/// # Errors
/// `TooLarge`; the disk's.
pub fn read_file(path: &Path) -> Result<Vec<u8>, AppError> {
    let unreachable = |error: io::Error| StoreError::Unreachable { path: path.to_owned(), kind: error.kind() };
    let length = fs::metadata(path).map_err(unreachable)?.len();
    if length > encryption::MAX_ENCRYPTED_BYTES as u64 {
        return Err(ExchangeError::TooLarge {}.into());
    }
    Ok(fs::read(path).map_err(unreachable)?)
}

/// How far a party's stream was received.
///
/// # Errors
/// The store's.
pub(super) fn received(reading: &Reading<'_>, party: PartyId) -> Result<Received, StoreError> {
    let kept = reading.stream(party)?;
    match kept {
        Some(json) => serde_json::from_str(&json).map_err(|_| StoreError::Unreadable { table: "stream" }),
        None => Ok(Received::start()),
    }
}

/// The last registry accepted; the empty one before any.
///
/// # Errors
/// The store's.
pub(super) fn registry(reading: &Reading<'_>) -> Result<Registry, StoreError> {
    match reading.setting(REGISTRY)? {
        Some(json) => serde_json::from_slice(&json).map_err(|_| StoreError::Unreadable { table: "setting" }),
        None => Ok(Registry::empty()),
    }
}

/// Pins a registry.
///
/// # Errors
/// The store's.
pub(super) fn pin(writing: &Writing<'_>, registry: &Registry) -> Result<(), StoreError> {
    let json = serde_json::to_vec(registry).map_err(|_| StoreError::Unreadable { table: "setting" })?;
    writing.put_setting(REGISTRY, &json)
}

/// The epoch of what this store sends.
///
/// # Errors
/// The store's.
pub(super) fn epoch(reading: &Reading<'_>) -> Result<u64, StoreError> {
    let kept = reading.setting(EPOCH)?.and_then(|bytes| <[u8; 8]>::try_from(bytes).ok());
    Ok(kept.map_or(1, u64::from_be_bytes))
}

/// A store that was restored from a copy may give numbers again: what it sends begins a new epoch.
///
/// # Errors
/// The store's.
pub(super) fn begin_epoch(store: &mut Store) -> Result<(), StoreError> {
    let next = epoch(&store.read())? + 1;
    store.write(|writing| writing.put_setting(EPOCH, &next.to_be_bytes()))
}

/// This side's own card, as it was given out under this name.
///
/// # Errors
/// The store's.
pub(super) fn given_card(reading: &Reading<'_>, me: &Party) -> Result<Option<SignedCard>, StoreError> {
    let kept = reading.setting(CARD)?;
    let card = kept.and_then(|kept| SignedCard::open(&kept, me.role).ok());
    let epoch = epoch(reading)?;
    Ok(card.filter(|card| card.card().party == *me && card.card().epoch == epoch))
}

/// `Antenne de Melun` to `antenne-de-melun`.
pub(super) fn slug(name: &str) -> String {
    // A file name has room for 255 bytes, what is around this one included.
    let slug: String = fold::slug(name).chars().take(80).collect();
    if slug.is_empty() { "antenne".to_owned() } else { slug }
}
