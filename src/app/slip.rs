//! Receipts on paper and on the telephone: who received what, and four words that only this receipt has.
//!
//! A receipt that has not come yet can be told by its words alone: of a bundle that was accepted whole, only the day is open.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};

use super::refused::matter_told;
use super::{App, AppError, department, intake};
use crate::base::calendar;
use crate::base::id::{FamilyId, MatterId, PartyId};
use crate::base::locale::Catalog;
use crate::domain::refusal::Refusal;
use crate::exchange::ExchangeError;
use crate::exchange::bundle::Body;
use crate::exchange::receipt::{Matter, Receipt, Receipts};
use crate::exchange::words::WordFault;
use crate::report::slip::{self, Slip, Words};
use crate::store::exchange::Sealed;
use crate::store::files::write_atomically;
use crate::store::reading::Reading;

/// Whose receipt it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipOf {
    /// Ours, for a bundle that came.
    Came,
    /// The other side's, for a bundle of ours.
    Sealed,
}

/// Most days back on which a bundle may have been received without its receipt having come.
const MOST_DAYS: u32 = 400;

impl App {
    /// The slip of a receipt, as text: of the bundle under this number in force.
    ///
    /// # Errors
    /// `NoReceipt`; the store's.
    pub fn slip(&self, of: SlipOf, sequence: u64, catalog: &Catalog) -> Result<String, AppError> {
        let them = self.department()?.name;
        let sides = (self.antenna.name.as_str(), them.as_str());
        of_party(&self.store.read(), self.department_id()?, sides, of, sequence, catalog)
    }

    /// Writes a slip into a directory.
    ///
    /// # Errors
    /// As [`App::slip`]; the directory's.
    pub fn write_slip(
        &self,
        of: SlipOf,
        sequence: u64,
        directory: &Path,
        catalog: &Catalog,
    ) -> Result<PathBuf, AppError> {
        let text = self.slip(of, sequence, catalog)?;
        let word = match of {
            SlipOf::Came => catalog.text("slip-file-came"),
            SlipOf::Sealed => catalog.text("slip-file-sealed"),
        };
        let path = directory.join(format!("{word}-{sequence:04}.txt"));
        write_atomically(&path, text.as_bytes())?;
        Ok(path)
    }

    /// Keeps that the other side received a bundle, by the four words that it reads aloud from its receipt. Where the receipt has
    /// not come, they are those of one that accepts the whole bundle, on some day since it was sealed.
    ///
    /// # Errors
    /// `BundleUnknown`; `NotAnswered`; `ReceiptWordsCount`, `ReceiptWordDiffers`, `ReceiptNotTold`;
    /// the store's.
    pub fn confirm_by_words(&mut self, sequence: u64, typed: &str) -> Result<NaiveDate, AppError> {
        let sealed = self.sealed(sequence)?;
        if let Some(receipt) = receipt_in(sealed.receipt.as_deref()) {
            receipt.compare(typed).map_err(fault_of)?;
            return Ok(receipt.received_on);
        }
        let matters = self.matters_of(&sealed)?;
        let first = sealed.created_at.with_timezone(&Local).date_naive();
        let days = days_since(first, self.today());
        let expected = |received_on| Receipt {
            epoch: sealed.epoch,
            sequence,
            digest: sealed.digest,
            received_on,
            matters: matters.clone(),
            figures_differ: false,
        };
        let mut told = None;
        for receipt in days.map(expected) {
            match receipt.compare(typed) {
                Ok(()) => told = Some(receipt),
                Err(fault @ WordFault::Count { .. }) => return Err(fault_of(fault).into()),
                Err(WordFault::Word { .. }) => {}
            }
        }
        let receipt = told.ok_or(ExchangeError::ReceiptNotTold { number: sequence })?;
        let received_on = receipt.received_on;
        let receipts = Receipts { receipts: vec![receipt] };
        self.store.write(|writing| {
            intake::settle(writing, sealed.party, &receipts, |_, matter| {
                Ok(writing.accept_family(FamilyId::from_bytes(matter.id.bytes()))?)
            })
            .map(drop)
        })?;
        self.changed = true;
        Ok(received_on)
    }

    fn sealed(&self, sequence: u64) -> Result<Sealed, AppError> {
        let sealed = sealed(&self.store.read(), self.department_id()?, sequence)?;
        Ok(sealed.ok_or(Refusal::BundleUnknown { sequence })?)
    }

    /// What the receipt of a bundle answers, all of it accepted.
    fn matters_of(&mut self, sealed: &Sealed) -> Result<Vec<Matter>, AppError> {
        let side = self.side()?;
        let number = sealed.sequence;
        let archive = self.store.read().sealed_archive(sealed.party, number)?.unwrap_or_default();
        if archive.is_empty() {
            return Err(Refusal::BundleErased { sequence: number }.into());
        }
        let verified = side.open_archived(&archive)?;
        let ids: Vec<MatterId> = match &verified.bundle().body {
            Body::Activity(activity) => {
                let touched = verified.entries().iter().filter_map(|entry| entry.family);
                let families: std::collections::BTreeSet<FamilyId> =
                    touched.chain(activity.families.iter().map(|record| record.id)).collect();
                families.into_iter().map(|family| MatterId::from_bytes(family.bytes())).collect()
            }
            Body::PanelReferral(sent) => {
                sent.referrals.iter().map(|file| MatterId::from_bytes(file.referral.id.bytes())).collect()
            }
            Body::OrientationAnswer(given) => {
                given.answers.iter().map(|answer| MatterId::from_bytes(answer.orientation.bytes())).collect()
            }
            Body::Receipt(_)
            | Body::Presence(_)
            | Body::Orientation(_)
            | Body::PanelDecision(_)
            | Body::Supports(_)
            | Body::Registry(_) => return Err(ExchangeError::NotAnswered { number }.into()),
        };
        Ok(ids.into_iter().map(Matter::accepted).collect())
    }
}

/// The days on which a bundle sealed on `first` may have been received by today, the latest first; there is one at least, so that what
/// is typed is compared with something.
fn days_since(first: NaiveDate, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let last = today.max(first);
    (0..MOST_DAYS).map(move |ago| calendar::sub_days(last, ago)).take_while(move |day| first <= *day)
}

/// The receipt that is kept as JSON, where there is one.
pub fn receipt_in(kept: Option<&str>) -> Option<Receipt> {
    kept.and_then(|json| serde_json::from_str(json).ok())
}

/// The slip of a receipt exchanged with a party; `sides` are our name and its own.
///
/// # Errors
/// `NoReceipt`; the store's.
pub(super) fn of_party(
    reading: &Reading<'_>,
    party: PartyId,
    sides: (&str, &str),
    of: SlipOf,
    sequence: u64,
    catalog: &Catalog,
) -> Result<String, AppError> {
    let (us, them) = sides;
    let (kept, (sender, recipient)) = match of {
        SlipOf::Sealed => (sealed(reading, party, sequence)?.map(|sealed| (sealed.receipt, sealed.kind)), (us, them)),
        SlipOf::Came => (reading.applied(party, sequence)?.map(|came| (came.receipt, came.kind)), (them, us)),
    };
    let receipt = kept.and_then(|(receipt, kind)| Some((receipt_in(receipt.as_deref())?, kind)));
    let (receipt, kind) = receipt.ok_or(ExchangeError::NoReceipt { number: sequence })?;
    let (accepted, refused) = receipt.counts();
    let refused_for = |matter: &Matter| Some(matter_told(matter, catalog)?.0);
    let mut reasons: Vec<String> = receipt.matters.iter().filter_map(refused_for).collect();
    reasons.sort_unstable();
    reasons.dedup();
    let slip = Slip {
        sender: sender.to_owned(),
        recipient: recipient.to_owned(),
        sequence: receipt.sequence,
        kind: catalog.text(&format!("bundle-{kind}")).into_owned(),
        digest: receipt.digest.to_string(),
        received_on: receipt.received_on,
        accepted,
        refused,
        reasons,
        words: receipt.words(),
        // An antenna types the words of the Département's receipts; of its own, both sides hold the file.
        words_are: match (of == SlipOf::Came) == department::is_department(reading)? {
            true if receipt.accepts_all() => Words::Enough,
            true => Words::AfterTheFile,
            false => Words::OnBothCopies,
        },
    };
    Ok(slip::text(&slip, catalog))
}

fn sealed(reading: &Reading<'_>, party: PartyId, sequence: u64) -> Result<Option<Sealed>, AppError> {
    let mut outbox = reading.outbox()?.into_iter();
    Ok(outbox.find(|sealed| sealed.party == party && sealed.sequence == sequence))
}

fn fault_of(fault: WordFault) -> ExchangeError {
    let needed = crate::exchange::words::RECEIPT_WORDS as u64;
    match fault {
        WordFault::Count { found } => ExchangeError::ReceiptWordsCount { found: found as u64, needed },
        WordFault::Word { place } => ExchangeError::ReceiptWordDiffers { place: place as u64 },
    }
}
