//! Taking in what the other side handed over: every check first, then one transaction a bundle, and then those that waited for it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::AppError;
use super::refused::{Lost, RefusedPart};
use super::side::{self, Side};
use crate::base::id::{PartyId, ReplicaId};
use crate::base::locale::{Catalog, Fact};
use crate::exchange::bundle::Kind;
use crate::exchange::receipt::{Matter, Receipt, Receipts};
use crate::exchange::stream::{Received, Standing};
use crate::exchange::{ExchangeError, Verified};
use crate::journal::entry::Digest;
use crate::store::exchange::{Came, CameState, Sealed};
use crate::store::reading::Reading;
use crate::store::{Store, StoreError, Writing};

/// What became of a file that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenIn {
    /// It was applied, and after it those that had waited for it.
    Applied(Vec<Applied>),
    /// It was applied before: nothing was done.
    AlreadyReceived { sequence: u64 },
    /// It is kept until these have come.
    Waits { sequence: u64, first: u64, last: u64 },
    /// Of its own, a version that a restored store did not know.
    TakenBack { kind: Kind, version: u64 },
    /// Of its own, what it sent and a restored store did not know.
    SentTakenBack { kind: Kind, sequence: u64 },
    /// Of its own, and known.
    Own,
}

/// One bundle that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    pub kind: Kind,
    pub sequence: u64,
    /// What was accepted and what was refused of it.
    pub accepted: u64,
    pub refused: u64,
    /// Its figures are not those that its acts make.
    pub figures_differ: bool,
    /// What was refused of it, or, of receipts, what they refuse.
    pub parts: Vec<RefusedPart>,
    /// What was lost with a store that was put back from a copy.
    pub lost: Vec<Lost>,
}

impl TakenIn {
    /// What became of the file, a sentence each.
    pub fn told(&self, catalog: &Catalog) -> Vec<String> {
        match self {
            Self::Applied(bundles) => bundles.iter().flat_map(|bundle| bundle.told(catalog)).collect(),
            Self::AlreadyReceived { sequence } => {
                vec![catalog.text_with("taken-before", &[("sequence", Fact::from(*sequence))])]
            }
            Self::Waits { sequence, first, last } => {
                let count = last.saturating_sub(*first) + 1;
                let numbers = [("sequence", *sequence), ("first", *first), ("last", *last), ("count", count)];
                vec![catalog.text_with("taken-waits", &numbers.map(|(name, number)| (name, Fact::from(number))))]
            }
            Self::TakenBack { kind, version } => {
                let kind = catalog.text(&format!("bundle-{}", kind.code())).into_owned();
                let facts = [("kind", Fact::Text(kind)), ("version", Fact::from(*version))];
                vec![catalog.text_with("taken-back", &facts)]
            }
            Self::SentTakenBack { kind, sequence } => {
                let kind = catalog.text(&format!("bundle-{}", kind.code())).into_owned();
                let facts = [("kind", Fact::Text(kind)), ("sequence", Fact::from(*sequence))];
                vec![catalog.text_with("taken-back-sent", &facts)]
            }
            // There may be many: they are told of together.
            Self::Own => Vec::new(),
        }
    }
}

impl Applied {
    /// What became of it, a sentence each, then what was refused; of one in which nothing is to be answered, that it came.
    pub fn told(&self, catalog: &Catalog) -> Vec<String> {
        let facts = [
            ("kind", Fact::Text(catalog.text(&format!("bundle-{}", self.kind.code())).into_owned())),
            ("sequence", Fact::from(self.sequence)),
            ("accepted", Fact::from(self.accepted)),
            ("refused", Fact::from(self.refused)),
        ];
        let differ = self.figures_differ.then(|| catalog.text("taken-figures-differ").into_owned());
        let id = if self.accepted + self.refused == 0 { "taken-in-whole" } else { "taken-in" };
        let parts = self.parts.iter().flat_map(|part| part.told(catalog));
        let lost = self.lost.iter().map(|lost| lost.told(catalog));
        std::iter::once(catalog.text_with(id, &facts)).chain(differ).chain(parts).chain(lost).collect()
    }
}

/// What is answered to the content of a bundle.
#[derive(Default)]
pub(super) struct Answered {
    pub matters: Vec<Matter>,
    pub figures_differ: bool,
    /// What was refused, or, of receipts, what they refuse.
    pub parts: Vec<RefusedPart>,
    /// What was lost with a store that was put back from a copy.
    pub lost: Vec<Lost>,
    /// For each replica, the last entry that it or a bundle before it brought.
    pub through: BTreeMap<ReplicaId, u64>,
}

/// Who takes bundles in.
pub(super) trait Recipient {
    fn store(&mut self) -> &mut Store;

    /// This side as it is now: what was taken in may have changed its registry.
    ///
    /// # Errors
    /// The store's.
    fn side(&mut self) -> Result<Side, AppError>;

    fn today(&self) -> NaiveDate;

    /// Applies the next bundle of a stream, all of it or nothing.
    ///
    /// # Errors
    /// The check that fails; the store's.
    fn apply(&mut self, verified: &Verified, file: &[u8]) -> Result<Applied, AppError>;
}

/// What a file is, and what would become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looked {
    /// It would be applied.
    Next { kind: Kind, sequence: u64 },
    /// It would be kept until these have come.
    Waits { kind: Kind, sequence: u64, first: u64, last: u64 },
    /// It was applied before.
    AlreadyReceived { sequence: u64 },
    /// Of its own, a version that a restored store does not know: it would be taken back.
    Own { kind: Kind, version: u64 },
    /// Of its own, something sent that a restored store does not know.
    OwnSent { kind: Kind, sequence: u64 },
}

impl Looked {
    /// Its number.
    pub fn sequence(&self) -> u64 {
        match self {
            Self::Next { sequence, .. }
            | Self::Waits { sequence, .. }
            | Self::AlreadyReceived { sequence }
            | Self::OwnSent { sequence, .. } => *sequence,
            Self::Own { version, .. } => *version,
        }
    }
}

/// A file that passed every check but that of its place.
struct Placed {
    side: Side,
    verified: Verified,
    party: PartyId,
    received: Received,
    standing: Result<Standing, ExchangeError>,
}

/// Opens a file and places it in its stream. Nothing is written.
fn place(
    recipient: &mut impl Recipient,
    file: &[u8],
    opened: Option<Result<Verified, ExchangeError>>,
) -> Result<Placed, AppError> {
    let side = recipient.side()?;
    let verified = match opened {
        Some(opened) => side.accept(file, opened?)?,
        None => side.open(file)?,
    };
    let party = sender(&verified)?;
    let received = side::received(&recipient.store().read(), party)?;
    let reading = recipient.store().read();
    // What waits was not received: its turn may have come since.
    let came = |epoch, sequence| {
        let came = reading.came(party, epoch, sequence).ok().flatten();
        came.filter(|came| came.state != CameState::Waiting).map(|came| came.digest)
    };
    let applied = |sequence| applied(&reading, party, sequence);
    let standing = received.place(&verified.stamp(), came, applied);
    Ok(Placed { side, verified, party, received, standing })
}

/// Looks at a file. Nothing is written.
///
/// # Errors
/// The check that fails; the store's.
pub(super) fn look_at(recipient: &mut impl Recipient, file: &[u8]) -> Result<Looked, AppError> {
    let Placed { side, verified, standing, .. } = place(recipient, file, None)?;
    let (kind, sequence) = (verified.bundle().body.kind(), verified.bundle().sequence);
    Ok(match standing? {
        Standing::Next => {
            side.knows_registry_of(&verified)?;
            Looked::Next { kind, sequence }
        }
        Standing::Waits { first, last } => Looked::Waits { kind, sequence, first, last },
        Standing::AlreadyReceived => Looked::AlreadyReceived { sequence },
    })
}

/// Takes in a file, which may have been opened already.
///
/// # Errors
/// The check that fails, with nothing written but the alarm of a forked stream; the store's.
pub(super) fn take_in(
    recipient: &mut impl Recipient,
    file: &[u8],
    opened: Option<Result<Verified, ExchangeError>>,
) -> Result<TakenIn, AppError> {
    let Placed { side, verified, party, received, standing } = place(recipient, file, opened)?;
    let (stamp, name) = (verified.stamp(), verified.bundle().from.name.clone());
    let standing = match standing {
        Ok(standing) => standing,
        Err(alarm) => {
            if alarm.freezes() {
                let frozen = Received { frozen: true, ..received };
                recipient.store().write(|writing| put_stream(writing, party, &name, &frozen))?;
            }
            return Err(alarm.into());
        }
    };
    match standing {
        Standing::AlreadyReceived => Ok(TakenIn::AlreadyReceived { sequence: stamp.sequence }),
        Standing::Waits { first, last } => {
            let came = came_of(&verified, party, recipient.today(), CameState::Waiting);
            recipient.store().write(|writing| writing.keep_came(&came, file))?;
            Ok(TakenIn::Waits { sequence: stamp.sequence, first, last })
        }
        Standing::Next => {
            side.knows_registry_of(&verified)?;
            let mut applied = vec![recipient.apply(&verified, file)?];
            while let Some((verified, file)) = next_waiting(recipient, party)? {
                match recipient.apply(&verified, &file) {
                    Ok(next) => applied.push(next),
                    // Sent again, it is refused under the eyes of whoever takes it in.
                    Err(AppError::Exchange(_) | AppError::Refused(_) | AppError::Unreadable(_)) => {
                        recipient.store().write(|writing| writing.drop_waiting(party, &verified.digest()))?;
                        break;
                    }
                    // Those before it are applied: that is told, and it goes on waiting.
                    Err(AppError::Store(_) | AppError::List(_) | AppError::NotBackedUp(_)) => break,
                }
            }
            Ok(TakenIn::Applied(applied))
        }
    }
}

/// Who handed a bundle over, by the id of its card.
///
/// # Errors
/// `UnknownSender` without one.
pub(super) fn sender(verified: &Verified) -> Result<PartyId, ExchangeError> {
    let from = &verified.bundle().from;
    from.id.ok_or_else(|| ExchangeError::UnknownSender { name: from.name.clone() })
}

/// The digest of the bundle whose content is in force under a number; zeros under 0.
fn applied(reading: &Reading<'_>, party: PartyId, sequence: u64) -> Option<Digest> {
    match sequence {
        0 => Some(Digest::ZERO),
        _ => reading.applied(party, sequence).ok().flatten().map(|came| came.digest),
    }
}

/// The bundle that waited for the last one applied, if it still passes every check: the next of this epoch, or the first of the
/// one that its sender has begun since.
fn next_waiting(recipient: &mut impl Recipient, party: PartyId) -> Result<Option<(Verified, Vec<u8>)>, AppError> {
    let side = recipient.side()?;
    let reading = recipient.store().read();
    let received = side::received(&reading, party)?;
    let next = reading.came(party, received.epoch, received.sequence + 1)?;
    let begun = reading.first_waiting(party, received.epoch)?;
    let mut dropped = Vec::new();
    let mut found = None;
    for came in next.into_iter().chain(begun) {
        let file = reading.came_bytes(party, &came.digest)?.unwrap_or_default();
        let opened = side.open(&file).and_then(|verified| {
            let standing =
                received.place(&verified.stamp(), |_, _| None, |sequence| applied(&reading, party, sequence))?;
            Ok((verified, standing))
        });
        match opened {
            Ok((verified, Standing::Next)) if side.knows_registry_of(&verified).is_ok() => {
                found = Some((verified, file));
                break;
            }
            Ok((_, Standing::Waits { .. })) => {}
            Ok((_, Standing::Next | Standing::AlreadyReceived)) | Err(_) => dropped.push(came.digest),
        }
    }
    for digest in dropped {
        recipient.store().write(|writing| writing.drop_waiting(party, &digest))?;
    }
    Ok(found)
}

/// The numbers missing before the bundles that wait, and before the first of an epoch that its sender has begun.
///
/// # Errors
/// The store's.
pub(super) fn missing(reading: &Reading<'_>, party: PartyId) -> Result<Vec<u64>, StoreError> {
    let received = side::received(reading, party)?;
    let waiting = reading.waiting(party)?;
    let Some(last) = waiting.iter().map(|(_, sequence)| *sequence).max() else { return Ok(Vec::new()) };
    let begun = waiting.iter().filter(|(epoch, _)| received.epoch < *epoch).map(|(_, sequence)| *sequence).min();
    let next = received.sequence + 1;
    let first = begun.map_or(next, |begun| next.min(begun.saturating_sub(1)));
    Ok((first..last).filter(|number| waiting.iter().all(|(_, sequence)| sequence != number)).collect())
}

/// Keeps that a bundle was applied: its place in the inbox with what is answered, and where its stream stands.
///
/// # Errors
/// The store's.
pub(super) fn keep(
    writing: &Writing<'_>,
    verified: &Verified,
    file: &[u8],
    today: NaiveDate,
    answered: Answered,
) -> Result<Applied, AppError> {
    let (bundle, stamp, party) = (verified.bundle(), verified.stamp(), sender(verified)?);
    writing.hand_over(party, bundle.seen, today)?;
    let kind = bundle.body.kind();
    let receipt = Receipt {
        epoch: stamp.epoch,
        sequence: stamp.sequence,
        digest: stamp.digest,
        received_on: today,
        matters: answered.matters.clone(),
        figures_differ: answered.figures_differ,
    };
    let (accepted, refused) = receipt.counts();
    let is_answered = match kind {
        Kind::Receipt | Kind::Presence => false,
        Kind::Activity
        | Kind::PanelReferral
        | Kind::OrientationAnswer
        | Kind::Orientation
        | Kind::PanelDecision
        | Kind::Supports
        | Kind::Registry => true,
    };
    // What is published stays readable; of the rest, the journal has what it changed.
    let kept = if kind == Kind::Supports { file } else { &[] };
    let before = side::received(writing, party)?;
    if before.epoch < stamp.epoch {
        writing.leave_from(party, stamp.epoch, stamp.sequence)?;
    }
    let receipt = if is_answered { Some(text(&receipt)?) } else { None };
    let came =
        Came { receipt, through: answered.through.clone(), ..came_of(verified, party, today, CameState::Applied) };
    writing.keep_came(&came, kept)?;
    put_stream(writing, party, &bundle.from.name, &before.after(&stamp))?;
    let Answered { figures_differ, parts, lost, .. } = answered;
    Ok(Applied { kind, sequence: stamp.sequence, accepted, refused, figures_differ, parts, lost })
}

/// Applies receipts to the outbox, and hands each matter over to `matter`. What was answered to a bundle that this store lost,
/// when it was restored from a copy, is passed over and given back.
///
/// # Errors
/// `ReceiptUnknown` for a bundle that was not sent; the store's.
pub(super) fn settle<'r>(
    writing: &Writing<'_>,
    party: PartyId,
    receipts: &'r Receipts,
    mut matter: impl FnMut(&Sealed, &Matter) -> Result<(), AppError>,
) -> Result<Vec<&'r Receipt>, AppError> {
    let (outbox, epoch) = (writing.outbox()?, side::epoch(writing)?);
    let mut passed_over = Vec::new();
    for receipt in &receipts.receipts {
        let is_it = |sealed: &&Sealed| sealed.party == party && sealed.sequence == receipt.sequence;
        let sent = outbox.iter().find(is_it).filter(|sealed| sealed.digest == receipt.digest);
        let Some(sent) = sent else {
            if receipt.epoch < epoch {
                passed_over.push(receipt);
                continue;
            }
            return Err(ExchangeError::ReceiptUnknown { number: receipt.sequence }.into());
        };
        writing.put_receipt(party, receipt.sequence, receipt.received_on, &text(receipt)?)?;
        receipt.matters.iter().try_for_each(|one| matter(sent, one))?;
    }
    Ok(passed_over)
}

/// What is kept of anything, as JSON.
///
/// # Errors
/// `Unreadable` never happens for the types here; serde asks for it.
pub(super) fn text(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Unreadable { table: "inbox" })
}

fn came_of(verified: &Verified, party: PartyId, today: NaiveDate, state: CameState) -> Came {
    let bundle = verified.bundle();
    Came {
        party,
        epoch: bundle.epoch,
        sequence: bundle.sequence,
        digest: verified.digest(),
        kind: bundle.body.kind().code().to_owned(),
        created_at: bundle.created_at.clone(),
        received_on: today,
        state,
        receipt: None,
        answered_in: None,
        through: BTreeMap::new(),
    }
}

fn put_stream(writing: &Writing<'_>, party: PartyId, name: &str, received: &Received) -> Result<(), AppError> {
    Ok(writing.put_stream(party, name, &text(received)?)?)
}
