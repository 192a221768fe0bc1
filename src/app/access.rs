//! The way to a store: creating it, opening it by a key slot, and who has a slot.
//!
//! Everything here happens before there is an [`App`], or to the keys; acts go through [`App::execute`].

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::{App, AppError, Command, department};
use crate::base::clock::Clock;
use crate::base::id::{AntennaId, ReferentId};
use crate::domain::antenna::{
    AddCenter, AddReferent, AdoptConvention, AntennaAct, FoundAntenna, RecordReferentLeaving, Referent, ReferentRole,
};
use crate::domain::convention::Convention;
use crate::store::anchor::ANCHOR;
use crate::store::backup::restore::restore;
use crate::store::vault::KEYS;
use crate::store::{DATABASE, DataKey, Derivation, Holder, NewSlot, Store, StoreError, Vault};

/// What opens a store.
#[derive(Clone, Debug)]
pub enum Opener {
    /// A passphrase; without a name every slot is tried, which takes a second each.
    Passphrase { label: Option<String>, passphrase: Secret },
    /// The slot of a made-up store.
    Demonstration,
}

/// A secret that is typed: wiped when dropped, never printed.
#[derive(Clone, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
pub struct Secret(String);

/// What `jalon init` asks.
#[derive(Debug)]
pub struct NewAntenna {
    pub name: String,
    pub department: String,
    pub referents: Vec<NewReferent>,
    pub centers: Vec<AddCenter>,
    pub conventions: Vec<Convention>,
}

/// A referent with the passphrase of the slot to be made.
#[derive(Debug)]
pub struct NewReferent {
    pub name: String,
    pub passphrase: Secret,
}

/// Who can open a store, as the lock screen shows it before anything is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// The names of the referents' slots.
    pub labels: Vec<String>,
    /// The store is made up and opens without a passphrase.
    pub demonstration: bool,
}

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Looks at the door of a store.
///
/// # Errors
/// `NotAStore`, `KeysUnreadable`, or the disk's.
pub fn door(directory: &Path) -> Result<Door, AppError> {
    Ok(door_of(&Vault::open(directory)?))
}

/// Looks at the door of a store in whose place a backup is to be put; where there is none yet, at that of the backup.
///
/// # Errors
/// As [`door`].
pub fn door_to_restore(directory: &Path, backup: &Path) -> Result<Door, AppError> {
    Ok(door_of(&Vault::open_to_restore(directory, backup)?))
}

fn door_of(vault: &Vault) -> Door {
    let labels = vault.slots().filter_map(|holder| match holder {
        Holder::Referent { label, .. } | Holder::Demonstration { label, .. } => Some(label.clone()),
        Holder::Recovery => None,
    });
    Door { labels: labels.collect(), demonstration: vault.is_demonstration() }
}

/// The name under which a person opens the store.
///
/// # Errors
/// As [`door`].
pub fn name_of(directory: &Path, who: ReferentId) -> Result<String, AppError> {
    let vault = Vault::open(directory)?;
    let label = vault.slots().find_map(|holder| match holder {
        Holder::Referent { referent, label } | Holder::Demonstration { referent, label } => {
            (*referent == who).then(|| label.clone())
        }
        Holder::Recovery => None,
    });
    Ok(label.unwrap_or_default())
}

/// Opens an antenna's store.
///
/// # Errors
/// `OfDepartment`, `WrongPassphrase`, `NoSuchSlot`, and everything that [`Store::open`] refuses.
pub fn open(directory: &Path, opener: &Opener, clock: Clock) -> Result<App, AppError> {
    let app = open_any(directory, opener, clock)?;
    if department::is_department(&app.store.read())? {
        return Err(StoreError::OfDepartment { path: directory.to_owned() }.into());
    }
    Ok(app)
}

/// Opens a store of either side: to check it, to back it up, to see which it is.
///
/// # Errors
/// As [`open`], but for the side.
pub fn open_any(directory: &Path, opener: &Opener, clock: Clock) -> Result<App, AppError> {
    let vault = Vault::open(directory)?;
    let unlocked = unlock(&vault, opener)?;
    let referent = unlocked.referent.ok_or(StoreError::NoSuchSlot)?;
    App::new(Store::open(directory, &unlocked.key)?, clock, referent)
}

/// Creates the store of an antenna; gives the recovery code, which is shown once and kept nowhere.
///
/// # Errors
/// `AlreadyAStore`, `PassphraseTooShort`, `NetworkShare`, a refusal of the antenna's acts, or the disk's.
pub fn create(directory: &Path, new: NewAntenna, clock: Clock) -> Result<(App, String), AppError> {
    create_with(directory, new, clock, Derivation::default())
}

/// As [`create`], with another cost of key derivation: for tests, which open stores by the hundred.
///
/// # Errors
/// As [`create`]; `WeakKeyDerivation` under the floor.
pub fn create_with(
    directory: &Path,
    new: NewAntenna,
    clock: Clock,
    derivation: Derivation,
) -> Result<(App, String), AppError> {
    let ids: Vec<_> = new.referents.iter().map(|_| ReferentId::from(Uuid::now_v7())).collect();
    let slots: Vec<_> = new
        .referents
        .iter()
        .zip(&ids)
        .map(|(one, id)| NewSlot { referent: *id, label: &one.name, passphrase: one.passphrase.as_str() })
        .collect();
    let author = *ids.first().ok_or(StoreError::NoReferentSlot)?;
    let was_there = directory.exists();
    let (_, key, code) = Vault::create(directory, &slots, derivation)?;
    let founded = found(directory, &key, new, &ids, clock, author);
    if founded.is_err() {
        unmake(directory, was_there);
    }
    Ok((founded?, code.groups()))
}

/// The database of a new store, with the acts that found its antenna.
fn found(
    directory: &Path,
    key: &DataKey,
    new: NewAntenna,
    ids: &[ReferentId],
    clock: Clock,
    author: ReferentId,
) -> Result<App, AppError> {
    let mut app = App::new(Store::create(directory, key)?, clock, author)?;
    let today = app.today();
    let mut acts = vec![AntennaAct::FoundAntenna(FoundAntenna {
        id: AntennaId::from(Uuid::now_v7()),
        name: new.name,
        department: new.department,
    })];
    let adopted = new.conventions.into_iter().map(Box::new);
    acts.extend(adopted.map(|convention| AntennaAct::AdoptConvention(AdoptConvention { convention })));
    acts.extend(new.centers.into_iter().map(AntennaAct::AddCenter));
    let added = new.referents.iter().zip(ids);
    acts.extend(added.map(|(one, id)| {
        AntennaAct::AddReferent(AddReferent {
            id: Some(*id),
            name: one.name.clone(),
            since: today,
            role: ReferentRole::Referent,
        })
    }));
    for act in acts {
        app.execute(Command::Antenna(act))?;
    }
    Ok(app)
}

/// Takes away a store that could not be founded, which would stand in the way of the next try. There was none before.
pub(super) fn unmake(directory: &Path, was_there: bool) {
    // What cannot be removed now is found and told by the next try.
    if was_there {
        for name in [KEYS, DATABASE, "antenna.db-wal", "antenna.db-shm", ANCHOR] {
            let _ = std::fs::remove_file(directory.join(name));
        }
    } else {
        let _ = std::fs::remove_dir_all(directory);
    }
}

/// Creates an empty made-up store that needs no passphrase; its antenna is still to be told.
///
/// # Errors
/// `AlreadyAStore`, `NetworkShare`, or the disk's.
pub fn create_demonstration(
    directory: &Path,
    referent: ReferentId,
    label: &str,
    clock: Clock,
) -> Result<App, AppError> {
    let (_, key) = Vault::create_demonstration(directory, referent, label)?;
    App::new(Store::create(directory, &key)?, clock, referent)
}

/// Gives a colleague a key slot, and makes her a referent of the antenna where she is not one yet.
///
/// # Errors
/// `WrongPassphrase`, `SlotNameTaken`, `PassphraseTooShort`, or the store's.
pub fn add_referent(directory: &Path, opener: &Opener, new: &NewReferent, clock: Clock) -> Result<(), AppError> {
    let mut vault = Vault::open(directory)?;
    let unlocked = unlock(&vault, opener)?;
    let keyed: Vec<ReferentId> = vault
        .slots()
        .filter_map(|holder| match holder {
            Holder::Referent { referent, .. } => Some(*referent),
            Holder::Demonstration { .. } | Holder::Recovery => None,
        })
        .collect();
    let author = unlocked.referent.ok_or(StoreError::NoSuchSlot)?;
    let mut app = App::new(Store::open(directory, &unlocked.key)?, clock, author)?;
    if department::is_department(&app.store.read())? {
        // An agent of the Département has a key and is nobody's referent.
        let slot = NewSlot {
            referent: ReferentId::from(Uuid::now_v7()),
            label: &new.name,
            passphrase: new.passphrase.as_str(),
        };
        return Ok(vault.add_slot(&unlocked.key, &slot, Derivation::default())?);
    }
    // One who was entered on screen is known already and waits only for her key.
    let waits = |one: &&Referent| one.name == new.name.trim() && one.left_on.is_none() && !keyed.contains(&one.id);
    let known = app.antenna().referents.iter().find(waits).map(|one| one.id);
    let referent = known.unwrap_or_else(|| ReferentId::from(Uuid::now_v7()));
    let slot = NewSlot { referent, label: &new.name, passphrase: new.passphrase.as_str() };
    vault.add_slot(&unlocked.key, &slot, Derivation::default())?;
    if known.is_some() {
        return app.close();
    }
    let since = app.today();
    let act = AddReferent { id: Some(referent), name: new.name.clone(), since, role: ReferentRole::Referent };
    if let Err(refused) = app.execute(Command::Antenna(AntennaAct::AddReferent(act))) {
        // An access without a referent behind it would open the store for nobody.
        vault.remove_slot(&new.name)?;
        return Err(refused);
    }
    app.close()
}

/// Takes a referent's key slot away; her acts and families stay, and she is recorded as having left today, where no other day is
/// recorded already. Gives how many families she still follows.
///
/// # Errors
/// `WrongPassphrase`, `NoSuchSlot`, `LastReferentSlot`, or the store's.
pub fn remove_referent(directory: &Path, opener: &Opener, label: &str, clock: Clock) -> Result<u64, AppError> {
    let mut vault = Vault::open(directory)?;
    let referents = vault.slots().filter_map(|holder| match holder {
        Holder::Referent { referent, label } => Some((*referent, label)),
        Holder::Demonstration { .. } | Holder::Recovery => None,
    });
    let referents: Vec<_> = referents.collect();
    let (referent, _) = *referents.iter().find(|(_, known)| *known == label).ok_or(StoreError::NoSuchSlot)?;
    if let [_the_last] = referents.as_slice() {
        return Err(StoreError::LastReferentSlot.into());
    }
    // The act first: a slot taken away cannot be given back, an act can be undone.
    let mut app = open_any(directory, opener, clock)?;
    if department::is_department(&app.store.read())? {
        vault.remove_slot(label)?;
        return Ok(0);
    }
    if app.antenna().referent(referent).is_none_or(|one| one.left_on.is_none()) {
        let act = RecordReferentLeaving { referent, left_on: app.today() };
        app.execute(Command::Antenna(AntennaAct::RecordReferentLeaving(act)))?;
    }
    vault.remove_slot(label)?;
    let followed = app.followed()?.get(&referent).copied().unwrap_or_default();
    app.close()?;
    Ok(followed)
}

/// Replaces a referent's passphrase, by the present one.
///
/// # Errors
/// `WrongPassphrase`, `NoSuchSlot`, `PassphraseTooShort`, or the disk's.
pub fn change_passphrase(directory: &Path, label: &str, present: &Secret, next: &Secret) -> Result<(), AppError> {
    let mut vault = Vault::open(directory)?;
    Ok(vault.change_passphrase(label, present.as_str(), next.as_str(), Derivation::default())?)
}

/// Replaces a forgotten passphrase by the recovery code, and gives the new recovery code: the sheet is then void.
///
/// # Errors
/// `MistypedRecoveryCode`, `WrongRecoveryCode`, `NoSuchSlot`, `PassphraseTooShort`, or the disk's.
pub fn recover(directory: &Path, code: &Secret, label: &str, next: &Secret) -> Result<String, AppError> {
    let mut vault = Vault::open(directory)?;
    let unlocked = vault.unlock_recovery(code.as_str())?;
    vault.reset_passphrase(&unlocked.key, label, next.as_str(), Derivation::default())?;
    Ok(vault.renew_recovery(&unlocked.key, Derivation::default())?.groups())
}

/// Tries a recovery code, and opens nothing.
///
/// # Errors
/// `MistypedRecoveryCode`, `WrongRecoveryCode`, or the disk's.
pub fn check_recovery(directory: &Path, code: &Secret) -> Result<(), AppError> {
    Vault::open(directory)?.unlock_recovery(code.as_str())?;
    Ok(())
}

/// Puts a backup in the store's place, verified first; gives where the replaced database is kept. Where there is no store yet, the
/// keys come from beside the backup.
///
/// # Errors
/// `WrongPassphrase`, `BackupDamaged`, or the disk's; the store is then as before.
pub fn restore_backup(
    directory: &Path,
    opener: &Opener,
    file: &Path,
    clock: Clock,
) -> Result<Option<PathBuf>, AppError> {
    let unlocked = unlock(&Vault::open_to_restore(directory, file)?, opener)?;
    Ok(restore(directory, &unlocked.key, file, clock.now())?.kept_aside)
}

fn unlock(vault: &Vault, opener: &Opener) -> Result<crate::store::Unlocked, AppError> {
    Ok(match opener {
        Opener::Passphrase { label: Some(label), passphrase } => vault.unlock(label, passphrase.as_str())?,
        Opener::Passphrase { label: None, passphrase } => vault.unlock_any(passphrase.as_str())?,
        Opener::Demonstration => vault.unlock_demonstration()?,
    })
}
