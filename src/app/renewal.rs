//! New keys for the antenna, after the ones of before were revoked or may be known to others.
//!
//! What the Département has not answered was sealed under the old key, and may never be accepted: it is sealed anew, the same
//! numbers with the same content, in a new epoch that goes on after the last bundle which was answered.

use std::path::{Path, PathBuf};

use super::outgoing;
use super::side::GivenCard;
use super::{App, AppError};
use crate::journal::entry::Digest;

/// What the other side needs once the keys are new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// The antenna's new card; its words are to be read aloud again.
    pub card: GivenCard,
    /// The bundles that were sealed anew, to be handed over once the card is enrolled.
    pub files: Vec<PathBuf>,
}

impl App {
    /// Makes new keys, and writes the new card, the key that verifies and what was sealed anew into a directory. What was encrypted to
    /// the keys of before stays readable.
    ///
    /// # Errors
    /// `AntennaNotFounded`; `FileInTheWay`; the exchange's, the store's, the directory's. Where a file could not be written the keys
    /// are new all the same, and the card and the bundles can be written again.
    pub fn renew_keys(&mut self, directory: &Path) -> Result<Renewed, AppError> {
        let (department, party) = (self.department()?, self.department_id()?);
        let before = self.side()?;
        let bundles: Vec<_> = self.outbox()?.into_iter().filter(|sealed| sealed.party == party).collect();
        let mut open = Vec::new();
        let mut previous = Digest::ZERO;
        for sealed in bundles {
            let is_erased =
                self.store.read().sealed_archive(party, sealed.sequence)?.is_none_or(|kept| kept.is_empty());
            if sealed.receipt.is_some() || is_erased {
                // The Département takes bundles in by their order: with this one it has all of those before.
                previous = sealed.digest;
                open.clear();
            } else {
                open.push(sealed);
            }
        }
        let sequences: Vec<u64> = open.iter().map(|sealed| sealed.sequence).collect();
        let (side, seed) = before.renewed();
        // A directory that takes no file refuses before anything is new.
        self.write_key(&side, directory)?;
        self.store.write(|writing| -> Result<(), AppError> {
            side.keep_renewed(writing, &seed)?;
            for sealed in open {
                let archive = writing.sealed_archive(party, sealed.sequence)?.unwrap_or_default();
                let bundle = side.open_archived(&archive)?.into_bundle();
                let ready = side.seal_anew(sealed, bundle, &department, previous)?;
                writing.archive_anew(&ready.sealed, &ready.archive)?;
                previous = ready.sealed.digest;
            }
            Ok(())
        })?;
        self.changed = true;
        let card = side.give_card(&mut self.store, directory, self.clock.now())?;
        let reading = self.store.read();
        let again = |sequence| outgoing::write_again(&reading, party, sequence, directory);
        let files = sequences.into_iter().map(again).collect::<Result<_, _>>()?;
        Ok(Renewed { card, files })
    }
}
