//! What leaves beside the activity, to those that it is for alone: referrals to the panel with the notes written for it, and what
//! became of the orientations (art. 2 and 4). Nothing of it leaves before the Département is enrolled.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

use crate::app::AppError;
use crate::base::id::{FamilyId, OrientationId, PanelReferralId, ReplicaId};
use crate::domain::event::FamilyEvent;
use crate::domain::family::Identity;
use crate::domain::orientation::{Orientation, OrientationState};
use crate::exchange::ExchangeError;
use crate::exchange::answers::{Answer, OrientationAnswer, OrientationAnswers, PanelFile, PanelReferrals};
use crate::exchange::bundle::Body;
use crate::journal::entry::{Entry, Purpose};
use crate::journal::{codec, replay};
use crate::store::reading::Reading;
use crate::store::{StoreError, Writing};

/// The kinds of the acts that ask or answer: the others, nearly all there are, are passed over unread.
const KINDS: [&str; 5] = [
    "panel-referral-sent",
    "panel-referral-cancelled",
    "panel-observations-recorded",
    "family-included",
    "orientation-refused",
];

/// The setting that says how far the journal was looked through for it, as JSON.
const ASKED: &str = "asked-through";

/// What is to leave, by its ids: what each of them says is read when its bundle is made.
#[derive(Default)]
pub(super) struct Asked {
    referrals: VecDeque<((FamilyId, PanelReferralId), Sent)>,
    orientations: VecDeque<(FamilyId, OrientationId)>,
    /// For each replica, the last act looked at.
    through: BTreeMap<ReplicaId, u64>,
}

/// What was noted of the acts of a run while they were read for something else.
pub(super) struct Noted {
    touched: Touched,
    /// For each replica, the last act before the run, and the last one of it.
    before: BTreeMap<ReplicaId, u64>,
    through: BTreeMap<ReplicaId, u64>,
}

/// The acts that change what was asked or answered.
#[derive(Default)]
struct Touched {
    referrals: BTreeMap<(FamilyId, PanelReferralId), Sent>,
    orientations: BTreeSet<(FamilyId, OrientationId)>,
}

/// What the acts looked at say of the departure of a referral.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sent {
    /// One that was sent and is taken back is told of, a draft is not.
    was: bool,
    /// Sent by the first act of all that concerns it: the Département has not heard of it.
    is_new: bool,
}

impl Noted {
    /// Nothing yet of what comes after these acts.
    pub fn after(before: &BTreeMap<ReplicaId, u64>) -> Self {
        Self { touched: Touched::default(), before: before.clone(), through: before.clone() }
    }

    /// Notes the next acts, which end with `through`.
    ///
    /// # Errors
    /// The store's; `Unreadable`.
    pub fn note(
        &mut self,
        reading: &Reading<'_>,
        entries: &[Entry],
        through: &BTreeMap<ReplicaId, u64>,
    ) -> Result<(), AppError> {
        entries.iter().try_for_each(|entry| self.touched.note(reading, entry))?;
        self.through.clone_from(through);
        Ok(())
    }
}

impl Asked {
    /// What the acts recorded since the last time ask and answer; those that were noted are not read again.
    ///
    /// # Errors
    /// The store's; `Unreadable`.
    pub fn of(reading: &Reading<'_>, noted: Option<Noted>) -> Result<Self, AppError> {
        let kept = reading.setting(ASKED)?;
        let before: BTreeMap<ReplicaId, u64> = match kept {
            Some(json) => serde_json::from_slice(&json).map_err(|_| StoreError::Unreadable { table: "setting" })?,
            None => BTreeMap::new(),
        };
        let noted = noted.filter(|noted| noted.before == before).unwrap_or_else(|| Noted::after(&before));
        let Noted { mut touched, through, .. } = noted;
        reading.every_entry_after(&through, |entry| touched.note(reading, &entry))?;
        let last = reading.last_entries()?;
        Ok(Self {
            referrals: touched.referrals.into_iter().collect(),
            orientations: touched.orientations.into_iter().collect(),
            through: last.into_iter().map(|(replica, number, ..)| (replica, number)).collect(),
        })
    }

    /// The referrals that leave.
    ///
    /// # Errors
    /// The store's.
    pub fn for_panel(&self, reading: &Reading<'_>) -> Result<Vec<PanelFile>, AppError> {
        self.referrals.iter().filter_map(|asked| panel_file(reading, asked).transpose()).collect()
    }

    /// How many orientations are answered.
    ///
    /// # Errors
    /// The store's.
    pub fn count_answers(&self, reading: &Reading<'_>) -> Result<usize, AppError> {
        let mut answers = 0;
        for answered in &self.orientations {
            answers += usize::from(answer(reading, answered)?.is_some());
        }
        Ok(answers)
    }

    /// What the next bundle says, as much as takes about `room` bytes, with the families that it tells of: the referrals first,
    /// then the answers; `None` when nothing is left.
    ///
    /// # Errors
    /// The store's; `Unreadable`.
    pub fn next_body(&mut self, reading: &Reading<'_>, room: usize) -> Result<Option<(Body, Vec<FamilyId>)>, AppError> {
        let referrals = taken(&mut self.referrals, room, |asked| panel_file(reading, asked))?;
        if !referrals.is_empty() {
            let families = referrals.iter().map(|file| file.family).collect();
            return Ok(Some((Body::PanelReferral(PanelReferrals { referrals }), families)));
        }
        let answers = taken(&mut self.orientations, room, |answered| answer(reading, answered))?;
        let families: Vec<FamilyId> = answers.iter().map(|answer| answer.family).collect();
        let body = Body::OrientationAnswer(OrientationAnswers { answers });
        Ok((!families.is_empty()).then_some((body, families)))
    }

    /// Keeps how far the journal was looked through.
    ///
    /// # Errors
    /// The store's.
    pub fn keep(&self, writing: &Writing<'_>) -> Result<(), StoreError> {
        let json = serde_json::to_vec(&self.through).map_err(|_| StoreError::Unreadable { table: "setting" })?;
        writing.put_setting(ASKED, &json)
    }
}

impl Touched {
    fn note(&mut self, reading: &Reading<'_>, entry: &Entry) -> Result<(), AppError> {
        let Some(family) = entry.family else { return Ok(()) };
        // An undo is about what it takes back or brings back.
        let mut found: Option<Entry> = None;
        while let Purpose::Undo { of } = found.as_ref().unwrap_or(entry).purpose {
            match reading.entry(of)? {
                Some(entry) => found = Some(entry),
                None => break,
            }
        }
        let root = found.as_ref().unwrap_or(entry);
        let mut kinds = root.events.iter().filter_map(|event| codec::kind_of(&event.content.as_ref()?.body));
        if !kinds.any(|kind| KINDS.contains(&kind)) {
            return Ok(());
        }
        for event in replay::family_events(root)? {
            match event {
                FamilyEvent::PanelReferralSent(sent) => {
                    let is_new = found.is_none();
                    self.referrals.entry((family, sent.referral)).or_insert(Sent { was: true, is_new }).was = true;
                }
                FamilyEvent::PanelReferralCancelled(cancelled) => {
                    self.referrals.entry((family, cancelled.referral)).or_default();
                }
                FamilyEvent::PanelObservationsRecorded(recorded) => {
                    self.referrals.entry((family, recorded.referral)).or_default();
                }
                FamilyEvent::FamilyIncluded(included) => {
                    self.orientations.insert((family, included.orientation));
                }
                FamilyEvent::OrientationRefused(refused) => {
                    self.orientations.insert((family, refused.orientation));
                }
                _asks_and_answers_nothing => {}
            }
        }
        Ok(())
    }
}

/// Takes what leaves of those that wait, up to about `room` bytes, and one at least where there is one.
fn taken<I, T: Serialize>(
    waiting: &mut VecDeque<I>,
    room: usize,
    told: impl Fn(&I) -> Result<Option<T>, AppError>,
) -> Result<Vec<T>, AppError> {
    let (mut taken, mut size) = (Vec::new(), 0);
    while let Some(next) = waiting.front() {
        if let Some(told) = told(next)? {
            size += serde_json::to_vec(&told).map_err(|_| ExchangeError::Unreadable {})?.len();
            if room < size && !taken.is_empty() {
                break;
            }
            taken.push(told);
        }
        waiting.pop_front();
    }
    Ok(taken)
}

/// A referral that was sent, with what the panel may read; none of a draft, nor of one that was cancelled before it left.
fn panel_file(
    reading: &Reading<'_>,
    ((family, id), sent): &((FamilyId, PanelReferralId), Sent),
) -> Result<Option<PanelFile>, AppError> {
    let Some(record) = reading.family(*family)? else { return Ok(None) };
    let Some(referral) = record.panel_referral(*id).cloned() else { return Ok(None) };
    let departure = referral.departure.as_ref();
    let is_draft = departure.is_none() && !sent.was;
    if is_draft || (sent.is_new && referral.cancelled_on.is_some()) {
        return Ok(None);
    }
    let stay = departure.and_then(|departure| record.stay_on(departure.date)).or(record.stays.last());
    let left = |id| departure.is_some_and(|departure| departure.notes.contains(id));
    let notes = record.notes.iter().filter(|note| left(&note.id)).cloned().collect();
    let identity = record.identity.clone();
    Ok(stay.map(|stay| PanelFile { family: record.id, identity, center: stay.center.clone(), referral, notes }))
}

/// What an answer says of a record.
#[derive(Deserialize)]
struct Oriented {
    identity: Identity,
    #[serde(default)]
    orientations: Vec<Orientation>,
}

/// What became of an orientation.
fn answer(
    reading: &Reading<'_>,
    (family, id): &(FamilyId, OrientationId),
) -> Result<Option<OrientationAnswer>, AppError> {
    let Some(record) = reading.family_in_part::<Oriented>(*family)? else { return Ok(None) };
    let orientation = record.orientations.iter().find(|one| one.id == *id);
    Ok(orientation.map(|orientation| OrientationAnswer {
        orientation: *id,
        family: *family,
        matricule: record.identity.matricule.clone(),
        center: orientation.center.clone(),
        oriented_on: orientation.date,
        answer: match &orientation.state {
            OrientationState::Pending => Answer::Pending,
            OrientationState::Included { date } => Answer::Included { date: *date },
            OrientationState::Refused { date, motive } => Answer::Refused { date: *date, motive: motive.clone() },
        },
    }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    /// Bundles of so many bytes, until nothing waits; nothing is told of odd numbers.
    fn told(numbers: impl IntoIterator<Item = u32>, room: usize) -> Vec<Vec<u32>> {
        let mut waiting: VecDeque<u32> = numbers.into_iter().collect();
        let even = |number: &u32| Ok(number.is_multiple_of(2).then_some(*number));
        let next = || Some(taken(&mut waiting, room, even).unwrap()).filter(|taken| !taken.is_empty());
        std::iter::from_fn(next).collect()
    }

    #[test]
    fn what_is_asked_leaves_in_as_many_bundles_as_it_fills_and_all_of_it_once() {
        assert_eq!(told(10..20, 6), [vec![10, 12, 14], vec![16, 18]]);
        assert_eq!(told(10..20, 1), [[10], [12], [14], [16], [18]], "one at least");
        assert_eq!(told([1, 3, 2, 5], 100), [[2]]);
        assert_eq!(told([1, 3], 100), Vec::<Vec<u32>>::new());
    }
}
