//! `App::execute`: the only door to the data.
//!
//! It joins the pure layers to the store: reads a state, lets the domain decide, appends one journal entry, puts the views
//! in step, all in one transaction. It draws nothing and parses no command line.

pub mod access;
mod arrivals;
mod bulk;
pub mod demo;
pub mod department;
mod enrolment;
pub mod error;
pub mod everywhere;
mod execute;
mod files;
mod history;
mod impact;
mod inbox;
mod intake;
mod lists;
pub mod orientations;
mod outgoing;
mod printout;
mod queries;
mod refused;
mod renewal;
pub mod search;
mod side;
mod signers;
mod slip;
mod supports;
mod tally;
mod transfer;
pub mod views;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::base::clock::Clock;
use crate::base::id::{FamilyId, ReferentId, ReplicaId};
use crate::domain::FamilyAct;
use crate::domain::antenna::{AntennaAct, AntennaRecord};
use crate::store::backup::StoredBackup;
pub use crate::store::check::{Checked, CheckedErasure};
use crate::store::{Beside, EPOCH, Store, StoreError};

pub use crate::domain::wording::change::Change;
pub use crate::exchange::answers::Support;
pub use crate::exchange::disclosure::Counted;
pub use crate::exchange::receipt::Receipt;
pub use crate::exchange::words;
pub use crate::journal::entry::{Digest, Entry, EntryId, Purpose};
pub use crate::store::access::{Access, AccessKind, AccessLine};
pub use crate::store::exchange::{Came, CameState, RefusedFamily, Sealed};
pub use crate::store::reading::{AttendanceLine, ContentVersion, DeadlineLine, FormDraft, PanelLine, Sort};
pub use arrivals::{Arrival, Arrivals, Brought};
pub use bulk::{GivenLine, GivenLines, LineOutcome};
pub use enrolment::{Enrolment, OwnStanding};
pub use error::AppError;
pub use files::{PastFile, Retention};
pub use history::HistoryLine;
pub use impact::{ActBehind, ActsBehind, Figure, PeriodCounted, Source};
pub use inbox::Inbox;
pub use intake::{Applied, Looked, TakenIn};
pub use lists::{ListView, search_row};
pub use printout::Printout;
pub use queries::{Background, Counts};
pub use refused::{Advice, Lost, RefusedOf, RefusedPart, matter_told, refusal_told};
pub use renewal::Renewed;
pub use side::{GivenCard, read_file};
pub use signers::Signers;
pub use slip::{SlipOf, receipt_in};
pub use supports::{PublishedSupport, SupportStanding};
pub use transfer::{ByKind, Exported, FamilyPreview, Preview};

/// One antenna's store, opened by one referent.
pub struct App {
    store: Store,
    clock: Clock,
    author: ReferentId,
    replica: ReplicaId,
    antenna: Arc<AntennaRecord>,
    /// An erasure was ordered, and pages or copies may still hold the family.
    erasing: bool,
    /// Accesses not written yet, and those written a moment ago.
    accesses: Vec<Access>,
    accesses_untried: bool,
    accesses_kept: Vec<Access>,
    /// Whether anything was written since the store was opened: then closing makes a backup.
    changed: bool,
    /// What each family counts for after the last bundle, while there are more to seal.
    handing_over: Option<transfer::HandOver>,
}

/// What a person can ask for that changes the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Antenna(AntennaAct),
    /// An act of a family; `None` for the orientation of a family not yet known.
    Family {
        family: Option<FamilyId>,
        act: FamilyAct,
    },
    /// Takes back an entry, or, when it is an undo, brings back what it took.
    Undo {
        of: EntryId,
    },
}

/// What a command has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub entry: EntryId,
    /// The family whose views changed; `None` for the antenna.
    pub family: Option<FamilyId>,
}

/// What opens the same store a second time, on a thread that writes beside the screen.
pub struct Second {
    store: Beside,
    clock: Clock,
    author: ReferentId,
}

/// The setting that names this store's replica.
const REPLICA: &str = "replica";

impl App {
    /// Opens the door on a store whose key slot belongs to `author`.
    ///
    /// # Errors
    /// The store's.
    pub fn new(store: Store, clock: Clock, author: ReferentId) -> Result<Self, AppError> {
        let mut store = store;
        let known = store.read().setting(REPLICA)?;
        let replica = match known.and_then(|bytes| <[u8; 16]>::try_from(bytes).ok()) {
            Some(bytes) => ReplicaId::from_bytes(bytes),
            None => {
                let replica = ReplicaId::from(uuid::Uuid::now_v7());
                // A store without a replica that has sealed bundles, or took the place of one that had, was restored from a copy.
                let has_sealed = !store.read().outbox()?.is_empty() || store.read().setting(EPOCH)?.is_some();
                if has_sealed && store.read_only().is_none() {
                    side::begin_epoch(&mut store)?;
                }
                store.write(|writing| writing.put_setting(REPLICA, &replica.bytes()))?;
                replica
            }
        };
        views::renew(&mut store)?;
        let antenna = Arc::new(store.read().antenna()?);
        let erasing = store.is_erasing()?;
        let mut app = Self {
            store,
            clock,
            author,
            replica,
            antenna,
            erasing,
            accesses: Vec::new(),
            accesses_untried: false,
            accesses_kept: Vec::new(),
            changed: false,
            handing_over: None,
        };
        app.end_erasure_when(erasing);
        Ok(app)
    }

    /// What writes beside this one, in the name of the same referent; a backup is due at the end, whatever it writes.
    pub fn second(&mut self) -> Second {
        self.changed = true;
        Second { store: self.store.beside(), clock: self.clock, author: self.author }
    }

    /// The date that rules use.
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// The referent whose key slot opened the store: the author of every entry.
    pub fn author(&self) -> ReferentId {
        self.author
    }

    /// The antenna's record.
    pub fn antenna(&self) -> &Arc<AntennaRecord> {
        &self.antenna
    }

    /// The store's directory.
    pub fn directory(&self) -> &Path {
        self.store.directory()
    }

    /// Whether the store opened for reading only, and why.
    pub fn read_only(&self) -> Option<&StoreError> {
        self.store.read_only()
    }

    /// Checks every page, the journal's chain, the anchor, and the views against a replay.
    ///
    /// # Errors
    /// The first fault found.
    pub fn check(&self) -> Result<Checked, AppError> {
        Ok(self.store.check(views::of(&self.store)?)?)
    }

    /// Fills the views again from the journal; gives how many families were replayed.
    ///
    /// # Errors
    /// The store's; the views are then as before.
    pub fn rebuild(&mut self) -> Result<u64, AppError> {
        let views = views::of(&self.store)?;
        let replayed = self.store.rebuild(views)?;
        self.read_again()?;
        Ok(replayed)
    }

    /// Takes the antenna as the store has it now: another process may have changed it.
    ///
    /// # Errors
    /// The store's.
    pub fn read_again(&mut self) -> Result<(), AppError> {
        self.antenna = Arc::new(self.store.read().antenna()?);
        Ok(())
    }

    /// Writes a verified backup now and says where it is.
    ///
    /// # Errors
    /// The store's.
    pub fn backup(&mut self) -> Result<StoredBackup, AppError> {
        let keep_days = self.backup_days();
        self.changed = false;
        Ok(self.store.backup(self.clock.now(), keep_days)?)
    }

    /// Puts everything away: a backup when something changed, the anchor, a checkpoint.
    ///
    /// # Errors
    /// The store's; `NotBackedUp` when only the backup could not be written.
    pub fn close(mut self) -> Result<(), AppError> {
        self.end_erasure_when(self.erasing);
        // An access that cannot be written does not keep the person from leaving.
        let _ = self.keep_accesses();
        let keep_days = self.backup_days();
        let backed_up = if self.changed { self.store.backup(self.clock.now(), keep_days).map(drop) } else { Ok(()) };
        self.store.close()?;
        backed_up.map_err(AppError::NotBackedUp)
    }

    /// Puts everything away without a backup: for a made-up store.
    ///
    /// # Errors
    /// The store's.
    pub fn close_without_backup(mut self) -> Result<(), AppError> {
        self.changed = false;
        self.close()
    }

    /// Whether an erasure still waits for another program to let go of the store, or for room on the disk.
    pub fn is_erasing(&self) -> bool {
        self.erasing
    }

    /// Destroys what an order to erase left in pages and copies. What stands in the way now is tried again at the lock, at the
    /// end and at the next opening: the order itself is recorded, and not undone by a full disk.
    fn end_erasure_when(&mut self, ordered: bool) {
        if ordered && self.store.read_only().is_none() {
            let (now, keep_days) = (self.clock.now(), self.backup_days());
            self.erasing = self.store.end_erasure(now, keep_days).is_err();
            self.changed = self.erasing;
        }
    }

    fn backup_days(&self) -> u32 {
        self.antenna.convention(self.today()).map_or(30, |convention| convention.delays.backup_days)
    }
}

impl Second {
    /// Opens the store, on the thread that writes.
    ///
    /// # Errors
    /// The store's.
    pub fn open(self) -> Result<App, AppError> {
        App::new(self.store.open_to_write()?, self.clock, self.author)
    }
}
