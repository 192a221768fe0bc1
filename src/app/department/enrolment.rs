//! The Département's registry: antennas enrolled by their card and the words read aloud, keys revoked; each version is sent to
//! everybody, signed under the one before.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{Department, id_of};
use crate::app::AppError;
use crate::app::enrolment::card_of;
use crate::app::side::{self, GivenCard};
use crate::base::id::PartyId;
use crate::domain::refusal::Refusal;
use crate::domain::required;
use crate::exchange::bundle::Body;
use crate::exchange::registry::{self, RegisteredDevice, Registry, Revocation};
use crate::exchange::{Card, ExchangeError, Party, Role, SignedCard};
use crate::store::reading::Reading;
use crate::store::{StoreError, Writing};

/// Why a registry, which is in French, says that the former keys of a machine with new ones are accepted no more.
const RENEWED: &str = "Nouvelles clés sur ce poste";

/// An antenna that was enrolled, and the registry bundles to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolled {
    pub antenna: Party,
    /// The version of the registry that it is in.
    pub version: u64,
    pub files: Vec<PathBuf>,
}

impl Department {
    /// Writes the Département's card into a directory, to be given to every antenna.
    ///
    /// # Errors
    /// The store's, the directory's.
    pub fn give_card(&mut self, directory: &Path) -> Result<GivenCard, AppError> {
        let side = self.side()?;
        let now = self.app.clock.now();
        side.give_card(&mut self.app.store, directory, now)
    }

    /// The key that reads what is encrypted to this Département, as an age identity: for whoever reads bundles with other tools.
    ///
    /// # Errors
    /// The store's.
    pub fn identity(&mut self) -> Result<Zeroizing<String>, AppError> {
        Ok(self.side()?.reading.to_text())
    }

    /// The signing keys of the registry that are not revoked, in hexadecimal, with the antenna of each: for whoever verifies bundles
    /// with other tools.
    ///
    /// # Errors
    /// The store's.
    pub fn signing_keys(&self) -> Result<Vec<(String, String)>, AppError> {
        let organisations = side::registry(&self.app.store.read())?.organisations;
        let antennas = organisations.into_iter().filter(|one| one.party.role == Role::Antenna);
        let keys = antennas.flat_map(|one| {
            let in_use = one.devices.into_iter().filter(|device| device.revoked.is_none());
            in_use.map(move |device| (one.party.name.clone(), device.key))
        });
        Ok(keys.collect())
    }

    /// Whose card this is, before anybody vouched for it.
    ///
    /// # Errors
    /// As [`Department::enrol`], but for the words.
    pub fn read_card(&self, card: &[u8]) -> Result<Party, AppError> {
        Ok(self.acceptable(card)?.0.card.party)
    }

    /// Whether enrolling the machine of this card revokes the keys that its antenna has now.
    ///
    /// # Errors
    /// As [`Department::enrol`], but for the words.
    pub fn replaces_keys(&self, card: &[u8]) -> Result<bool, AppError> {
        let (signed, pinned) = self.acceptable(card)?;
        let card = signed.card();
        let devices = pinned.organisation(&card.party).map(|one| one.devices.as_slice()).unwrap_or_default();
        Ok(devices.iter().any(|device| device.key != card.device.key && device.revoked.is_none()))
    }

    /// Enrols the antenna of a card whose words were typed, and sends the new registry to every antenna. An antenna has one stream,
    /// and so one key in use: those that it had before are revoked, whichever machine or copy of its store they are on.
    ///
    /// # Errors
    /// `CardOfRevokedKey`; `AntennaEnrolled` for a machine that is in the registry; `CardOfPastEpoch`; the card's; the store's, the directory's.
    pub fn enrol(&mut self, card: &[u8], typed: &str, directory: &Path) -> Result<Enrolled, AppError> {
        let (card, pinned) = self.acceptable(card)?;
        let card = card.confirmed(typed)?;
        let replaced = self.revocation(&card.party, RENEWED.to_owned(), None)?;
        let is_replaced = |device: &RegisteredDevice| device.key != card.device.key;
        let next = pinned.next(|organisations| {
            let own = organisations.iter_mut().filter(|one| card.party.is(&one.party));
            own.for_each(|one| one.revoke(&replaced, is_replaced));
            registry::enter(organisations, &card);
        })?;
        let files = self.put_registry(&next, directory)?;
        Ok(Enrolled { antenna: card.party, version: next.version, files })
    }

    /// Revokes the keys of an antenna: what they sign is accepted up to a number, by default the last one received.
    ///
    /// # Errors
    /// As [`Department::revocable`]; `NirIsNeverStored`: the reason goes to every antenna; the directory's.
    pub fn revoke(
        &mut self,
        antenna: &Party,
        reason: &str,
        until: Option<u64>,
        directory: &Path,
    ) -> Result<Vec<PathBuf>, AppError> {
        let revocation = self.revocable(antenna, reason, until)?;
        let next = side::registry(&self.app.store.read())?.next(|organisations| {
            let own = organisations.iter_mut().filter(|one| antenna.is(&one.party));
            own.for_each(|one| one.revoke(&revocation, |_every_machine| true));
        })?;
        self.put_registry(&next, directory)
    }

    /// What revoking the keys of an antenna would say, as of today.
    ///
    /// # Errors
    /// `FieldEmpty` without a reason; `RevokedBeyondReceived`: whoever has the keys could sign the numbers in between; as
    /// [`Department::has_keys`].
    pub fn revocable(&self, antenna: &Party, reason: &str, until: Option<u64>) -> Result<Revocation, AppError> {
        self.has_keys(antenna)?;
        let revocation = self.revocation(antenna, required("reason", reason)?, until)?;
        let waiting = self.app.store.read().waiting(id_of(antenna)?)?.into_iter();
        let waiting = waiting.filter(|(epoch, _)| *epoch == revocation.epoch).map(|(_, sequence)| sequence).max();
        let in_line = side::received(&self.app.store.read(), id_of(antenna)?)?.sequence;
        let received = waiting.unwrap_or_default().max(in_line);
        if revocation.until > received {
            return Err(Refusal::RevokedBeyondReceived { received }.into());
        }
        Ok(revocation)
    }

    /// Refuses an antenna without a key in use.
    ///
    /// # Errors
    /// `UnknownSender`; `KeysRevoked` when it had one; the store's.
    pub fn has_keys(&self, antenna: &Party) -> Result<(), AppError> {
        side::registry(&self.app.store.read())?.encryption_keys(antenna)?;
        Ok(())
    }

    /// A revocation as of today, after the last bundle received.
    fn revocation(&self, antenna: &Party, reason: String, until: Option<u64>) -> Result<Revocation, AppError> {
        let received = side::received(&self.app.store.read(), id_of(antenna)?)?;
        let until = until.unwrap_or(received.sequence);
        Ok(Revocation { on: self.app.today(), reason, epoch: received.epoch, until })
    }

    /// A card that could still enrol an antenna, and the registry that admits it.
    fn acceptable(&self, card: &[u8]) -> Result<(SignedCard, Registry), AppError> {
        let signed = card_of(card, Role::Antenna)?;
        let pinned = side::registry(&self.app.store.read())?;
        let card = signed.card();
        pinned.admits(card)?;
        match pinned.device(&card.party, &card.device.key) {
            Some(known) if *known == RegisteredDevice::of(card) => {
                return Err(ExchangeError::AntennaEnrolled { name: card.party.name.clone() }.into());
            }
            Some(_) => {}
            None => {
                // Under an epoch that was received of, what new keys sign would be taken for another history.
                let received = side::received(&self.app.store.read(), id_of(&card.party)?)?;
                if received.sequence > 0 && card.epoch <= received.epoch {
                    let (found, current) = (card.epoch, received.epoch);
                    return Err(ExchangeError::CardOfPastEpoch { found, current }.into());
                }
            }
        }
        Ok((signed, pinned))
    }

    /// The first version of the registry: the Département itself.
    pub(super) fn begin_registry(&mut self) -> Result<(), AppError> {
        let side = self.side()?;
        let now = self.app.clock.now();
        let own: Card = SignedCard::open(&side.card(&mut self.app.store, now)?, Role::Department)?.card;
        let first = Registry::empty().next(|organisations| registry::enter(organisations, &own))?;
        self.app.store.write(|writing| side::pin(writing, &first))?;
        Ok(())
    }

    /// Keeps a version of the registry and sends it to every antenna with a key in use.
    fn put_registry(&mut self, next: &Registry, directory: &Path) -> Result<Vec<PathBuf>, AppError> {
        self.takes_bundles(directory, serde_json::to_vec(next).map_or(0, |json| json.len()))?;
        self.app.store.write(|writing| keep(writing, next))?;
        self.app.changed = true;
        self.send_registry(directory)
    }

    /// Sends every antenna the versions of the registry that it was not sent yet; its first one is the last.
    ///
    /// # Errors
    /// The exchange's; the store's, the directory's. What was sent before the fault is sent.
    pub(super) fn send_registry(&mut self, directory: &Path) -> Result<Vec<PathBuf>, AppError> {
        let mut files = Vec::new();
        for antenna in self.reachable()? {
            let last = side::registry(&self.app.store.read())?.version;
            let mark = Mark::registry(id_of(&antenna)?);
            for version in mark.missing(&self.app.store.read(), last)? {
                let json = self.app.store.read().setting(&kept_under(version))?.unwrap_or_default();
                let registry =
                    serde_json::from_slice(&json).map_err(|_| StoreError::Unreadable { table: "setting" })?;
                let body = Body::Registry(registry);
                files.push(self.send(&antenna, body, directory, &[], |writing, _| mark.put(writing, version))?);
            }
        }
        Ok(files)
    }
}

/// Keeps a version of the registry, and goes by it.
///
/// # Errors
/// The store's.
pub(super) fn keep(writing: &Writing<'_>, registry: &Registry) -> Result<(), StoreError> {
    let json = serde_json::to_vec(registry).map_err(|_| StoreError::Unreadable { table: "setting" })?;
    writing.put_setting(&kept_under(registry.version), &json)?;
    side::pin(writing, registry)
}

/// The setting that keeps one version of the registry.
fn kept_under(version: u64) -> String {
    format!("registry-{version}")
}

/// How far an antenna was sent what has versions, in a setting.
pub(super) struct Mark(String);

impl Mark {
    fn registry(party: PartyId) -> Self {
        Self(format!("registry-sent-{party}"))
    }

    pub(super) fn publication(party: PartyId) -> Self {
        Self(format!("publication-sent-{party}"))
    }

    /// The versions still to be sent, the last of which is `last`; to who was sent none, the last alone.
    pub(super) fn missing(&self, reading: &Reading<'_>, last: u64) -> Result<RangeInclusive<u64>, StoreError> {
        let kept = reading.setting(&self.0)?.and_then(|bytes| <[u8; 8]>::try_from(bytes).ok()).map(u64::from_be_bytes);
        Ok(kept.map_or(last.max(1), |sent| sent + 1)..=last)
    }

    pub(super) fn put(&self, writing: &Writing<'_>, version: u64) -> Result<(), StoreError> {
        writing.put_setting(&self.0, &version.to_be_bytes())
    }
}
