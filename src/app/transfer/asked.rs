//! What leaves beside the activity, to those that it is for alone: referrals to the panel with the notes written for it, and what
//! became of the orientations (art. 2 and 4). Nothing of it leaves before the Département is enrolled.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::AppError;
use crate::base::id::{FamilyId, OrientationId, PanelReferralId, ReplicaId};
use crate::domain::event::FamilyEvent;
use crate::domain::family::FamilyRecord;
use crate::domain::orientation::OrientationState;
use crate::exchange::answers::{Answer, OrientationAnswer, PanelFile};
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

/// What is to leave.
#[derive(Default)]
pub(super) struct Asked {
    pub referrals: Vec<PanelFile>,
    pub answers: Vec<OrientationAnswer>,
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
    /// Each with whether it had left: one that is taken back is told of, a draft is not.
    referrals: BTreeMap<(FamilyId, PanelReferralId), bool>,
    orientations: BTreeSet<(FamilyId, OrientationId)>,
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
        let mut asked = Self::default();
        for (replica, number, _, _) in reading.last_entries()? {
            asked.through.insert(replica, number);
        }
        for ((family, referral), had_left) in touched.referrals {
            let record = reading.family(family)?;
            asked.referrals.extend(record.and_then(|record| panel_file(&record, referral, had_left)));
        }
        for (family, orientation) in touched.orientations {
            let record = reading.family(family)?;
            asked.answers.extend(record.and_then(|record| answer(&record, orientation)));
        }
        Ok(asked)
    }

    /// The families of the referrals.
    pub fn families_referred(&self) -> Vec<FamilyId> {
        self.referrals.iter().map(|file| file.family).collect()
    }

    /// The families of the answers.
    pub fn families_answered(&self) -> Vec<FamilyId> {
        self.answers.iter().map(|answer| answer.family).collect()
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
                    self.referrals.insert((family, sent.referral), true);
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

/// A referral that left, with what the panel may read; none of a draft.
fn panel_file(record: &FamilyRecord, id: PanelReferralId, had_left: bool) -> Option<PanelFile> {
    let referral = record.panel_referral(id)?.clone();
    let departure = referral.departure.as_ref();
    if departure.is_none() && !had_left {
        return None;
    }
    let stay = departure.and_then(|departure| record.stay_on(departure.date)).or(record.stays.last())?;
    let left = |id| departure.is_some_and(|departure| departure.notes.contains(id));
    let notes = record.notes.iter().filter(|note| left(&note.id)).cloned().collect();
    let (family, identity, center) = (record.id, record.identity.clone(), stay.center.clone());
    Some(PanelFile { family, identity, center, referral, notes })
}

/// What became of an orientation.
fn answer(record: &FamilyRecord, id: OrientationId) -> Option<OrientationAnswer> {
    let orientation = record.orientations.iter().find(|one| one.id == id)?;
    let answer = match &orientation.state {
        OrientationState::Pending => Answer::Pending,
        OrientationState::Included { date } => Answer::Included { date: *date },
        OrientationState::Refused { date, motive } => Answer::Refused { date: *date, motive: motive.clone() },
    };
    Some(OrientationAnswer {
        orientation: id,
        family: record.id,
        matricule: record.identity.matricule.clone(),
        center: orientation.center.clone(),
        oriented_on: orientation.date,
        answer,
    })
}
