//! An antenna's activity: its entries appended to its journal as it is kept here, its records and figures made again from them
//! and compared with what it says.

use std::collections::{BTreeMap, BTreeSet};

use super::{antenna_record, figures};
use crate::app::AppError;
use crate::app::execute::{self, Circumstances};
use crate::app::intake::Answered;
use crate::app::refused::{Lost, RefusedOf};
use crate::app::tally::LastEntries;
use crate::base::id::{FamilyId, MatterId, PartyId, ReplicaId};
use crate::domain;
use crate::domain::antenna::AntennaRecord;
use crate::domain::contract::Contract;
use crate::domain::family::{FamilyRecord, FamilyStatus};
use crate::domain::row;
use crate::exchange::activity::Activity;
use crate::exchange::receipt::{Matter, RefusalCode};
use crate::exchange::{ExchangeError, Verified};
use crate::journal::entry::{Entry, EntryId, Purpose};
use crate::journal::replay;
use crate::store::exchange::RefusedFamily;
use crate::store::writing::Appending;
use crate::store::{StoreError, Writing};

/// Taking in an antenna's journal, inside one transaction.
pub(super) struct Reckoning<'a, 'c> {
    pub writing: &'a Writing<'c>,
    pub circumstances: Circumstances,
    /// The acts of every antenna together.
    pub antennas: &'a mut AntennaRecord,
    pub party: PartyId,
    pub known: &'a mut figures::Known,
    /// What the antenna handed over before and its new series may not carry, with whose it was.
    pub lost: Vec<(Entry, RefusedOf)>,
}

/// What a bundle brings of one family.
#[derive(Default)]
struct Acts<'e> {
    /// In order of replay.
    entries: Vec<&'e Entry>,
    /// They come after every entry that is here, and nothing of the family is or was taken back.
    go_on: bool,
    /// Nothing of the family is here yet.
    are_first: bool,
}

impl Reckoning<'_, '_> {
    /// What the bundles before this one brought. When it begins a new epoch, the sender lost what came after it: the acts that
    /// it lost are taken back here, by entries of this store.
    ///
    /// # Errors
    /// The store's.
    pub fn begin(&mut self, verified: &Verified) -> Result<BTreeMap<ReplicaId, u64>, AppError> {
        let stamp = verified.stamp();
        let before = self.writing.applied(self.party, stamp.sequence.saturating_sub(1))?;
        let through = before.map(|came| came.through).unwrap_or_default();
        let received = crate::app::side::received(self.writing, self.party)?;
        if stamp.epoch > received.epoch {
            self.take_back_after(&through)?;
        }
        Ok(through)
    }

    /// Appends the entries, puts the views in step, and judges each family and the figures.
    ///
    /// # Errors
    /// `JournalOfOthers`, `EntriesOutOfOrder`, `EntryAltered`; the store's.
    pub fn activity(
        &mut self,
        verified: &Verified,
        activity: &Activity,
        through: BTreeMap<ReplicaId, u64>,
    ) -> Result<Answered, AppError> {
        let mut through = through;
        self.claim(verified)?;
        let last = self.writing.last_entries()?;
        let acts = self.acts_by_family(verified.entries())?;
        let mut appending = self.writing.appending()?;
        for entry in verified.entries() {
            self.append(&mut appending, entry, &last)?;
        }
        drop(appending);
        for (replica, run) in &verified.bundle().journal {
            through.insert(*replica, run.last);
        }
        let said: BTreeMap<FamilyId, &FamilyRecord> =
            activity.families.iter().map(|record| (record.id, record)).collect();
        let families: BTreeSet<FamilyId> = acts.keys().chain(said.keys()).copied().collect();
        self.put_antennas(verified.entries().iter().any(|entry| entry.family.is_none()))?;
        let antenna = antenna_record(self.writing, self.party)?;
        let mut matters = Vec::new();
        let mut moved = figures::Moved::within(&activity.indicators);
        for family in families {
            let before = self.writing.family(family)?;
            let was = moved.figures_of(before.as_ref());
            let record = self.put_views_of(family, acts.get(&family), before)?;
            moved.family(was, &record);
            let record = Some(record).filter(|record| !record.orientations.is_empty());
            let refused = self.refusal_of(&antenna, record.as_ref(), said.get(&family).copied())?;
            match refused {
                None => self.writing.accept_family(family)?,
                Some(code) => self.writing.refuse_family(&RefusedFamily {
                    family,
                    party: self.party,
                    code: code.code().to_owned(),
                    rule: None,
                    again: false,
                })?,
            }
            let id = MatterId::from_bytes(family.bytes());
            matters.push(refused.map_or_else(|| Matter::accepted(id), |code| Matter::refused(id, code)));
        }
        let stated =
            figures::Stated { party: self.party, antenna: &antenna, figures: &activity.indicators, moved, last: &last };
        let figures_differ = figures::reckon(self.writing, stated, self.known)?;
        Ok(Answered { matters, figures_differ, through, ..Answered::default() })
    }

    /// Every replica of the bundle is this antenna's, and every family too.
    fn claim(&self, verified: &Verified) -> Result<(), AppError> {
        let foreign: BTreeMap<ReplicaId, PartyId> = self.writing.foreign_replicas()?.into_iter().collect();
        let own = self.own_replicas()?;
        for replica in verified.bundle().journal.keys() {
            let is_others = foreign.get(replica).is_some_and(|party| *party != self.party);
            if is_others || own.contains(replica) {
                return Err(ExchangeError::JournalOfOthers {}.into());
            }
            self.writing.claim_replica(*replica, self.party)?;
        }
        let families: BTreeSet<FamilyId> = verified.entries().iter().filter_map(|entry| entry.family).collect();
        for family in families {
            if self.writing.party_of(family)?.is_some_and(|party| party != self.party) {
                return Err(ExchangeError::JournalOfOthers {}.into());
            }
        }
        Ok(())
    }

    /// Appends an entry; one that is there is brought back when it was taken for lost.
    fn append(&self, appending: &mut Appending<'_>, entry: &Entry, last: &LastEntries) -> Result<(), AppError> {
        let EntryId { replica, number } = entry.id;
        let is_new = last.iter().all(|(known, last, ..)| *known != replica || *last < number);
        let known = if is_new { None } else { self.writing.entry_digest(entry.id)? };
        match known {
            None => appending.append(entry).map_err(|error| match error {
                StoreError::NotNext { .. } => ExchangeError::EntriesOutOfOrder { number }.into(),
                error => AppError::from(error),
            }),
            Some(known) if known == entry.digest => match self.taken_back(entry)? {
                Some(taken) => self.undo(taken, entry.family),
                None => Ok(()),
            },
            Some(_) => Err(ExchangeError::EntryAltered { number }.into()),
        }
    }

    /// This store's own entry that takes an entry back, while it is in effect.
    fn taken_back(&self, entry: &Entry) -> Result<Option<EntryId>, AppError> {
        let entries = self.writing.entries_of(entry.family)?;
        let (effective, own) = (replay::in_effect(&entries), self.own_replicas()?);
        let own = entries.iter().filter(|other| own.contains(&other.id.replica));
        let takes = |other: &&Entry| other.purpose == Purpose::Undo { of: entry.id } && effective.contains(&other.id);
        Ok(own.filter(takes).map(|other| other.id).next_back())
    }

    /// The replicas of this store: the present one, and those before it was put back from a copy.
    fn own_replicas(&self) -> Result<BTreeSet<ReplicaId>, AppError> {
        let foreign: BTreeSet<ReplicaId> =
            self.writing.foreign_replicas()?.into_iter().map(|(replica, _)| replica).collect();
        let known = self.writing.last_entries()?.into_iter().map(|(replica, ..)| replica);
        let own = known.filter(|replica| !foreign.contains(replica));
        Ok(own.chain(std::iter::once(self.circumstances.replica)).collect())
    }

    fn undo(&self, of: EntryId, family: Option<FamilyId>) -> Result<(), AppError> {
        execute::append(self.writing, self.circumstances, family, Purpose::Undo { of }, std::iter::empty())?;
        Ok(())
    }

    /// Takes back what the antenna handed over after these numbers, and puts the views in step. What this store or another antenna
    /// recorded is not the antenna's to lose.
    fn take_back_after(&mut self, through: &BTreeMap<ReplicaId, u64>) -> Result<(), AppError> {
        let foreign = self.writing.foreign_replicas()?.into_iter();
        let its_own: BTreeSet<ReplicaId> =
            foreign.filter(|(_, party)| *party == self.party).map(|(replica, _)| replica).collect();
        let known = self.writing.last_entries()?.into_iter().map(|(replica, ..)| replica);
        let mut after: BTreeMap<ReplicaId, u64> =
            known.filter(|replica| !its_own.contains(replica)).map(|replica| (replica, u64::MAX)).collect();
        after.extend(through.iter().filter(|(replica, _)| its_own.contains(replica)));
        let mut lost = Vec::new();
        self.writing.every_entry_after(&after, |entry| {
            lost.push(entry);
            Ok::<(), StoreError>(())
        })?;
        let mut families = BTreeSet::new();
        let mut have_moved = false;
        for entry in lost {
            // Lost before, and not come back since.
            if self.taken_back(&entry)?.is_some() {
                continue;
            }
            have_moved |= entry.family.is_none();
            if let Some(family) = entry.family {
                families.insert(family);
                self.lost.push((entry.clone(), RefusedOf::family(self.writing, family)?));
            }
            self.undo(entry.id, entry.family)?;
        }
        self.put_antennas(have_moved)?;
        for family in families {
            self.put_views_anew(family)?;
        }
        Ok(())
    }

    /// The acts of each family that the antenna lost, as far as this bundle has not brought them back.
    ///
    /// # Errors
    /// The store's.
    pub fn still_lost(&self) -> Result<Vec<Lost>, AppError> {
        let mut of_families: BTreeMap<FamilyId, (RefusedOf, u64)> = BTreeMap::new();
        for (entry, of) in &self.lost {
            if let (Some(family), Some(_)) = (entry.family, self.taken_back(entry)?) {
                of_families.entry(family).or_insert_with(|| (of.clone(), 0)).1 += 1;
            }
        }
        Ok(of_families.into_values().map(|(of, acts)| Lost::TakenBack { of, acts }).collect())
    }

    /// Makes the antennas' record again when acts of their own came.
    fn put_antennas(&mut self, have_moved: bool) -> Result<(), AppError> {
        if have_moved {
            *self.antennas = replay::antenna(&self.writing.entries_of(None)?)?;
            self.writing.put_antenna(self.antennas, &[])?;
        }
        Ok(())
    }

    /// The acts of each family among these entries, before they are appended.
    fn acts_by_family<'e>(&self, entries: &'e [Entry]) -> Result<BTreeMap<FamilyId, Acts<'e>>, AppError> {
        let mut families: BTreeMap<FamilyId, Acts<'e>> = BTreeMap::new();
        for entry in entries {
            if let Some(family) = entry.family {
                families.entry(family).or_default().entries.push(entry);
            }
        }
        for (family, acts) in &mut families {
            acts.entries.sort_by_key(|act| act.order());
            let takes_back = acts.entries.iter().any(|act| matches!(act.purpose, Purpose::Undo { .. }));
            let last = self.writing.last_order_of(*family)?;
            acts.are_first = last.is_none();
            acts.go_on = !takes_back
                && !self.writing.has_entry_that_takes_back(*family)?
                && last < acts.entries.first().map(|act| act.order());
        }
        Ok(families)
    }

    /// Puts the views of a family in step with the acts that came, and gives her record. What only adds to the record goes on from
    /// it: to read all the acts of before again would cost more with each bundle.
    fn put_views_of(
        &self,
        family: FamilyId,
        acts: Option<&Acts<'_>>,
        before: Option<FamilyRecord>,
    ) -> Result<FamilyRecord, AppError> {
        let Some(acts) = acts.filter(|acts| acts.go_on && (before.is_some() || acts.are_first)) else {
            return self.put_views_anew(family);
        };
        let mut record = before.unwrap_or_else(|| FamilyRecord::new(family));
        for act in &acts.entries {
            for event in replay::family_events(act)? {
                domain::evolve(&mut record, &event);
            }
        }
        if record.erased.is_some() {
            return self.put_views_anew(family);
        }
        self.put_family(&record)?;
        Ok(record)
    }

    /// Makes the record of a family again from all her entries.
    fn put_views_anew(&self, family: FamilyId) -> Result<FamilyRecord, AppError> {
        let entries = self.writing.entries_of(Some(family))?;
        let record = replay::family(family, &entries)?;
        self.put_family(&record)?;
        if record.erased.is_some() {
            self.destroy(family, &entries)?;
        }
        Ok(record)
    }

    fn put_family(&self, record: &FamilyRecord) -> Result<(), AppError> {
        Ok(self.writing.put_family(record, &row::row(record, &[]), None)?)
    }

    /// What the antenna erased is erased here too, but for the order.
    fn destroy(&self, family: FamilyId, entries: &[Entry]) -> Result<(), AppError> {
        for entry in entries {
            let orders = replay::family_events(entry)?
                .iter()
                .any(|event| matches!(event, crate::domain::event::FamilyEvent::FamilyErased(_)));
            let left =
                |other: &&Entry| other.id != entry.id && other.events.iter().any(|event| event.content.is_some());
            if orders && entries.iter().any(|other| left(&other)) {
                self.writing.destroy(family, entry.id, &[family.to_string()])?;
            }
        }
        Ok(())
    }

    /// Why a family is refused; its entries stay in the journal, and it counts in no figure until it is accepted.
    fn refusal_of(
        &self,
        antenna: &AntennaRecord,
        record: Option<&FamilyRecord>,
        said: Option<&FamilyRecord>,
    ) -> Result<Option<RefusalCode>, AppError> {
        let Some(record) = record else { return Ok(said.map(|_| RefusalCode::RecordDiffers)) };
        if said != Some(record) {
            return Ok(Some(RefusalCode::RecordDiffers));
        }
        if record.assignments.iter().any(|assignment| antenna.referent(assignment.referent).is_none()) {
            return Ok(Some(RefusalCode::UnknownReferent));
        }
        if contracts_overlap(&record.contracts) {
            return Ok(Some(RefusalCode::ContractDatesOverlap));
        }
        Ok(self.is_followed_elsewhere(record)?.then_some(RefusalCode::KnownElsewhere))
    }

    /// Whether another antenna follows the person of this number: she has one referent (art. 3).
    fn is_followed_elsewhere(&self, record: &FamilyRecord) -> Result<bool, AppError> {
        if record.status() != FamilyStatus::Included {
            return Ok(false);
        }
        for row in self.writing.rows_of_matricule(&record.identity.matricule)? {
            if row.id != record.id && row.status == FamilyStatus::Included {
                let other = self.writing.party_of(row.id)?;
                let is_refused = self.writing.refused_families()?.iter().any(|refused| refused.family == row.id);
                if other.is_some_and(|other| other != self.party) && !is_refused {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

/// Whether two signed contracts run on one day (art. 4: one contract at a time).
fn contracts_overlap(contracts: &[Contract]) -> bool {
    let mut signed: Vec<&Contract> = contracts.iter().filter(|contract| contract.signature.is_some()).collect();
    signed.sort_by_key(|contract| contract.starts);
    signed.windows(2).any(|pair| match pair {
        [one, next] => one.began() && next.began() && next.starts <= one.last_day(),
        _ => false,
    })
}
