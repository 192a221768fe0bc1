//! `keys.json`: one slot per referent and a recovery slot, each wrapping the same random data key.
//!
//! It opens no database: it turns a passphrase into the [`DataKey`] that does.

pub mod key;
pub mod recovery;
pub mod slot;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::backup::keys_beside;
use super::error::{About, StoreError};
use super::files::{create_private_directory, lock_beside, read_small, write_atomically, write_first};
use crate::base::id::ReferentId;
pub use key::{DataKey, Derivation};
pub use recovery::RecoveryCode;
pub use slot::Holder;
use slot::Slot;

/// The key file's name in the store's directory.
pub const KEYS: &str = "keys.json";
/// Fewest characters of a passphrase. A sentence is suggested; no rule on its composition.
pub const SHORTEST_PASSPHRASE: u32 = 12;

const FORMAT: &str = "jalon-keys";
const VERSION: i64 = 1;
const LONGEST_FILE: u64 = 1 << 20;

/// The key slots of one store.
pub struct Vault {
    path: PathBuf,
    slots: Vec<Slot>,
}

/// A referent's slot to be made.
pub struct NewSlot<'a> {
    pub referent: ReferentId,
    /// The short name that the lock screen shows.
    pub label: &'a str,
    pub passphrase: &'a str,
}

/// What opening a slot gives.
#[derive(Debug)]
pub struct Unlocked {
    pub key: DataKey,
    /// Who opened it, the author of what follows; nobody with the recovery code, which only resets passphrases.
    pub referent: Option<ReferentId>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeysFile {
    format: String,
    version: i64,
    slots: Vec<Slot>,
}

impl Vault {
    /// Makes the key file of a new store in `directory` (created if absent), with the referents' slots and a recovery slot.
    ///
    /// The recovery code is given here and never again.
    ///
    /// # Errors
    /// `AlreadyAStore`, `NoReferentSlot`, `SlotNameTaken`, `PassphraseTooShort`, `WeakKeyDerivation`, or the disk's.
    pub fn create(
        directory: &Path,
        slots: &[NewSlot<'_>],
        derivation: Derivation,
    ) -> Result<(Self, DataKey, RecoveryCode), StoreError> {
        let path = vacant(directory)?;
        derivation.check()?;
        if slots.is_empty() {
            return Err(StoreError::NoReferentSlot);
        }
        let key = DataKey::fresh()?;
        let code = RecoveryCode::fresh()?;
        let mut vault = Self { path, slots: Vec::new() };
        for new in slots {
            vault.push(new, &key, derivation)?;
        }
        vault.slots.push(Slot::seal(Holder::Recovery, &key, code.secret(), derivation)?);
        vault.write_first(directory)?;
        Ok((vault, key, code))
    }

    /// Makes the key file of a made-up store: its only slot holds the key in clear, and says so.
    ///
    /// # Errors
    /// `AlreadyAStore`, or the disk's.
    pub fn create_demonstration(
        directory: &Path,
        referent: ReferentId,
        label: &str,
    ) -> Result<(Self, DataKey), StoreError> {
        let path = vacant(directory)?;
        let key = DataKey::fresh()?;
        let holder = Holder::Demonstration { referent, label: label.to_owned() };
        let vault = Self { path, slots: vec![Slot::in_clear(holder, &key)?] };
        vault.write_first(directory)?;
        Ok((vault, key))
    }

    /// Reads the key file of the store in `directory`.
    ///
    /// # Errors
    /// `NotAStore`, `KeysMissing`, `KeysUnreadable`, `NewerStore`, `WeakKeyDerivation`, `ExcessiveKeyDerivation`, or the disk's.
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        let path = directory.join(KEYS);
        Self::open_file(&path).map_err(|fault| match fault {
            StoreError::NotAStore { .. } if directory.join(super::DATABASE).exists() => {
                StoreError::KeysMissing { path }
            }
            fault => fault,
        })
    }

    /// Reads the key file of the store in `directory`; where it has none, the one beside a backup that is to be put back there.
    ///
    /// # Errors
    /// As [`Vault::open`]; `NotABackup` when the backup is empty, or no file.
    pub fn open_to_restore(directory: &Path, backup: &Path) -> Result<Self, StoreError> {
        let found = std::fs::metadata(backup).about(backup)?;
        if !found.is_file() || found.len() == 0 {
            return Err(StoreError::NotABackup { path: backup.to_owned() });
        }
        let beside = keys_beside(backup);
        match Self::open(directory) {
            Err(StoreError::NotAStore { .. } | StoreError::KeysMissing { .. }) if beside.exists() => {
                Self::open_file(&beside)
            }
            Err(StoreError::NotAStore { .. }) => Err(StoreError::KeysMissing { path: beside }),
            opened => opened,
        }
    }

    /// Reads a key file by its own name, such as the one beside a backup.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_file(path: &Path) -> Result<Self, StoreError> {
        let bytes = read_small(path, LONGEST_FILE).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
                StoreError::NotAStore { path: path.parent().unwrap_or(path).to_owned() }
            }
            std::io::ErrorKind::InvalidData => StoreError::KeysUnreadable { path: path.to_owned() },
            _ => StoreError::from_io(path, &error),
        })?;
        let slots = read(&bytes, path)?;
        Ok(Self { path: path.to_owned(), slots })
    }

    /// The holders, in the order of the file.
    pub fn slots(&self) -> impl Iterator<Item = &Holder> {
        self.slots.iter().map(|slot| &slot.holder)
    }

    /// Whether the store is a made-up one, which opens without a passphrase.
    pub fn is_demonstration(&self) -> bool {
        self.slots().any(|holder| matches!(holder, Holder::Demonstration { .. }))
    }

    /// Opens the slot of this label with its passphrase.
    ///
    /// # Errors
    /// `NoSuchSlot`, `WrongPassphrase`, `NotEnoughMemory`.
    pub fn unlock(&self, label: &str, passphrase: &str) -> Result<Unlocked, StoreError> {
        let slot = self.slots.iter().find(|slot| bears(slot, label)).ok_or(StoreError::NoSuchSlot)?;
        let key = slot.open(passphrase)?.ok_or(StoreError::WrongPassphrase)?;
        Ok(Unlocked { key, referent: referent_of(&slot.holder) })
    }

    /// Tries the passphrase on each referent's slot: for scripts, which name nobody.
    ///
    /// # Errors
    /// `WrongPassphrase`, `NotEnoughMemory`.
    pub fn unlock_any(&self, passphrase: &str) -> Result<Unlocked, StoreError> {
        for slot in self.slots.iter().filter(|slot| matches!(slot.holder, Holder::Referent { .. })) {
            if let Some(key) = slot.open(passphrase)? {
                return Ok(Unlocked { key, referent: referent_of(&slot.holder) });
            }
        }
        Err(StoreError::WrongPassphrase)
    }

    /// Opens the recovery slot with a code typed by a person.
    ///
    /// # Errors
    /// `MistypedRecoveryCode`, `NoSuchSlot`, `WrongRecoveryCode`, `NotEnoughMemory`.
    pub fn unlock_recovery(&self, typed: &str) -> Result<Unlocked, StoreError> {
        let code = RecoveryCode::read(typed)?;
        let slot = self.slots.iter().find(|slot| slot.holder == Holder::Recovery).ok_or(StoreError::NoSuchSlot)?;
        let key = slot.open(code.secret())?.ok_or(StoreError::WrongRecoveryCode)?;
        Ok(Unlocked { key, referent: None })
    }

    /// Opens a made-up store.
    ///
    /// # Errors
    /// `NoSuchSlot` when the store is a real one, `KeysUnreadable` when its slot was altered.
    pub fn unlock_demonstration(&self) -> Result<Unlocked, StoreError> {
        let demonstration = |slot: &&Slot| matches!(slot.holder, Holder::Demonstration { .. });
        let slot = self.slots.iter().find(demonstration).ok_or(StoreError::NoSuchSlot)?;
        let unreadable = || StoreError::KeysUnreadable { path: self.path.clone() };
        Ok(Unlocked { key: slot.open_in_clear().ok_or_else(unreadable)?, referent: referent_of(&slot.holder) })
    }

    /// Adds a referent's slot.
    ///
    /// # Errors
    /// `SlotNameTaken`, `PassphraseTooShort`, `WeakKeyDerivation`, or the disk's; the file is then unchanged.
    pub fn add_slot(&mut self, key: &DataKey, new: &NewSlot<'_>, derivation: Derivation) -> Result<(), StoreError> {
        self.change(|vault| vault.push(new, key, derivation))
    }

    /// Removes a referent's slot: this passphrase opens the store no more.
    ///
    /// # Errors
    /// `NoSuchSlot`, `LastReferentSlot`, or the disk's.
    pub fn remove_slot(&mut self, label: &str) -> Result<(), StoreError> {
        self.change(|vault| {
            let position = vault.slots.iter().position(|slot| bears(slot, label)).ok_or(StoreError::NoSuchSlot)?;
            if vault.slots.iter().filter(|slot| slot.holder != Holder::Recovery).count() == 1 {
                return Err(StoreError::LastReferentSlot);
            }
            vault.slots.remove(position);
            Ok(())
        })
    }

    /// Replaces a referent's passphrase, the present one being known.
    ///
    /// # Errors
    /// `NoSuchSlot`, `WrongPassphrase`, `PassphraseTooShort`, or the disk's.
    pub fn change_passphrase(
        &mut self,
        label: &str,
        present: &str,
        next: &str,
        derivation: Derivation,
    ) -> Result<(), StoreError> {
        let unlocked = self.unlock(label, present)?;
        self.reset_passphrase(&unlocked.key, label, next, derivation)
    }

    /// Replaces a referent's passphrase by the data key, which the recovery code opened.
    ///
    /// # Errors
    /// `NoSuchSlot`, `PassphraseTooShort`, `WeakKeyDerivation`, or the disk's.
    pub fn reset_passphrase(
        &mut self,
        key: &DataKey,
        label: &str,
        next: &str,
        derivation: Derivation,
    ) -> Result<(), StoreError> {
        let next = long_enough(next)?;
        self.change(|vault| {
            let slot = vault.slots.iter_mut().find(|slot| bears(slot, label)).ok_or(StoreError::NoSuchSlot)?;
            *slot = Slot::seal(slot.holder.clone(), key, next, derivation)?;
            Ok(())
        })
    }

    /// Replaces the recovery code; the sheet of the old one is worth nothing from then on.
    ///
    /// # Errors
    /// `WeakKeyDerivation`, or the disk's.
    pub fn renew_recovery(&mut self, key: &DataKey, derivation: Derivation) -> Result<RecoveryCode, StoreError> {
        let code = RecoveryCode::fresh()?;
        self.change(|vault| {
            let slot = Slot::seal(Holder::Recovery, key, code.secret(), derivation)?;
            vault.slots.retain(|slot| slot.holder != Holder::Recovery);
            vault.slots.push(slot);
            Ok(())
        })?;
        Ok(code)
    }

    fn push(&mut self, new: &NewSlot<'_>, key: &DataKey, derivation: Derivation) -> Result<(), StoreError> {
        let passphrase = long_enough(new.passphrase)?;
        derivation.check()?;
        let same_referent = |slot: &Slot| referent_of(&slot.holder) == Some(new.referent);
        if self.slots.iter().any(|slot| bears(slot, new.label) || same_referent(slot)) {
            return Err(StoreError::SlotNameTaken);
        }
        let holder = Holder::Referent { referent: new.referent, label: new.label.to_owned() };
        // The recovery slot stays last, under the people on the lock screen.
        let end = self.slots.iter().position(|slot| slot.holder == Holder::Recovery).unwrap_or(self.slots.len());
        self.slots.insert(end, Slot::seal(holder, key, passphrase, derivation)?);
        Ok(())
    }

    /// Reads the file again, changes it, writes it; in memory and on disk nothing changes on error. Another program that changes
    /// it waits: what it read before would take back this change.
    fn change(&mut self, change: impl FnOnce(&mut Self) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let _alone = lock_beside(&self.path).about(&self.path)?;
        let mut fresh = Self::open_file(&self.path)?;
        change(&mut fresh)?;
        fresh.write()?;
        *self = fresh;
        Ok(())
    }

    /// Makes the file: another that was faster has the store, and nobody holds a code that opens nothing.
    fn write_first(&self, directory: &Path) -> Result<(), StoreError> {
        create_private_directory(directory)?;
        match write_first(&self.path, &self.bytes()?) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(StoreError::AlreadyAStore { path: directory.to_owned() })
            }
            written => written.about(&self.path),
        }
    }

    fn write(&self) -> Result<(), StoreError> {
        write_atomically(&self.path, &self.bytes()?)
    }

    fn bytes(&self) -> Result<Vec<u8>, StoreError> {
        let file = KeysFile { format: FORMAT.to_owned(), version: VERSION, slots: self.slots.clone() };
        let mut bytes =
            serde_json::to_vec_pretty(&file).map_err(|_| StoreError::KeysUnreadable { path: self.path.clone() })?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

fn read(bytes: &[u8], path: &Path) -> Result<Vec<Slot>, StoreError> {
    /// Read first and leniently: a newer file may have members that this program does not know.
    #[derive(Deserialize)]
    struct Preamble {
        format: String,
        version: i64,
    }
    let unreadable = || StoreError::KeysUnreadable { path: path.to_owned() };
    let preamble: Preamble = serde_json::from_slice(bytes).map_err(|_| unreadable())?;
    if preamble.format != FORMAT || preamble.version < 1 {
        return Err(unreadable());
    }
    if VERSION < preamble.version {
        return Err(StoreError::NewerStore { path: path.to_owned(), found: preamble.version, known: VERSION });
    }
    let file: KeysFile = serde_json::from_slice(bytes).map_err(|_| unreadable())?;
    file.slots.iter().try_for_each(Slot::check)?;
    Ok(file.slots)
}

/// The path of the key file to be made, if neither it nor a database is there.
fn vacant(directory: &Path) -> Result<PathBuf, StoreError> {
    let path = directory.join(KEYS);
    let taken = |path: &Path| path.symlink_metadata().is_ok();
    match (taken(&path), taken(&directory.join(super::DATABASE))) {
        (true, _) => Err(StoreError::AlreadyAStore { path: directory.to_owned() }),
        (false, true) => Err(StoreError::KeysMissing { path }),
        (false, false) => Ok(path),
    }
}

fn bears(slot: &Slot, wanted: &str) -> bool {
    match &slot.holder {
        Holder::Referent { label, .. } | Holder::Demonstration { label, .. } => label == wanted,
        Holder::Recovery => false,
    }
}

fn referent_of(holder: &Holder) -> Option<ReferentId> {
    match holder {
        Holder::Referent { referent, .. } | Holder::Demonstration { referent, .. } => Some(*referent),
        Holder::Recovery => None,
    }
}

fn long_enough(passphrase: &str) -> Result<&str, StoreError> {
    if passphrase.nfc().count() < SHORTEST_PASSPHRASE as usize {
        return Err(StoreError::PassphraseTooShort { minimum: SHORTEST_PASSPHRASE });
    }
    Ok(passphrase)
}
