//! Commands, undo and redo: decide, append, project, in one transaction.

mod census;

use std::sync::Arc;

pub(super) use census::{room_and_candidates, same_person_perhaps};
use chrono::{DateTime, Local, NaiveDate, Utc};
use uuid::Uuid;

use super::demo::Told;
use super::impact;
use super::views::{moves_deadlines, put_antenna, put_family};
use super::{App, AppError, Command, Outcome};
use crate::base::id::{FamilyId, IdSource, ReferentId, ReplicaId};
use crate::domain::antenna::{self, AntennaAct, AntennaRecord, AntennaScene, CorrectReferent};
use crate::domain::closure::PeriodFigures;
use crate::domain::convention::{CodesInUse, Convention};
use crate::domain::deadline;
use crate::domain::event::{Event, FamilyEvent};
use crate::domain::family::FamilyRecord;
use crate::domain::group::{CancelGroupSession, Presence};
use crate::domain::once;
use crate::domain::refusal::Refusal;
use crate::domain::retention::Disposal;
use crate::domain::{self, FamilyAct, Scene};
use crate::journal::entry::{Digest, Draft, EntryId, EventContent, Purpose};
use crate::journal::{chain, codec, replay};
use crate::store::exchange::Sealed;
use crate::store::writing::Writing;

/// Who enters what, when: all that an entry takes from outside.
#[derive(Clone, Copy)]
pub(super) struct Circumstances {
    pub(super) today: NaiveDate,
    pub(super) recorded_at: DateTime<Utc>,
    pub(super) author: ReferentId,
    pub(super) replica: ReplicaId,
    /// The bundle that the act follows from, if it came in one.
    pub(super) origin: Option<Digest>,
}

/// The record being worked on in a bulk write; its views are written when another family's turn comes.
pub(super) struct Pending {
    record: FamilyRecord,
    dirty: bool,
}

impl App {
    /// Executes a command: all of it, or nothing.
    ///
    /// # Errors
    /// `Refused` with the rule that the act would break; the store's otherwise. In both cases nothing has happened.
    pub fn execute(&mut self, command: Command) -> Result<Outcome, AppError> {
        let erases = erases(&command);
        let circumstances = self.circumstances();
        let mut antenna = Arc::clone(&self.antenna);
        let outcome = self.store.write(|writing| -> Result<Outcome, AppError> {
            let mut pending = None;
            refresh(writing, &mut antenna)?;
            let outcome = step(writing, circumstances, &mut antenna, &mut pending, command)?;
            flush(writing, &antenna, &mut pending)?;
            Ok(outcome)
        })?;
        self.antenna = antenna;
        self.changed = true;
        self.end_erasure_when(erases);
        Ok(outcome)
    }

    /// Executes an act of each of several families in one transaction: all of them, or nothing. The act of a family without an id
    /// makes it. `told` hears after each how many are ready to be committed.
    ///
    /// # Errors
    /// The first family whose act is refused, by its place, and why; the store's. Nothing has then happened.
    pub(super) fn execute_together(
        &mut self,
        families: Vec<(Option<FamilyId>, FamilyAct)>,
        mut told: impl FnMut(usize),
    ) -> Result<Vec<FamilyId>, (usize, AppError)> {
        let circumstances = self.circumstances();
        let mut antenna = Arc::clone(&self.antenna);
        let mut place = 0;
        let written = self.store.write(|writing| -> Result<Vec<FamilyId>, AppError> {
            let mut pending = None;
            let mut ids = Vec::new();
            refresh(writing, &mut antenna)?;
            for (at, (family, act)) in families.into_iter().enumerate() {
                place = at;
                ids.extend(family_act(writing, circumstances, &antenna, &mut pending, family, &act)?.family);
                told(at + 1);
            }
            flush(writing, &antenna, &mut pending)?;
            Ok(ids)
        });
        let ids = written.map_err(|error| (place, error))?;
        self.antenna = antenna;
        self.changed = true;
        Ok(ids)
    }

    /// Writes what a made-up past has decided, with the records that it made, in one transaction.
    ///
    /// # Errors
    /// The store's: then nothing at all has happened.
    pub(super) fn write_told(
        &mut self,
        told: Vec<Told>,
        antenna: &AntennaRecord,
        records: &[FamilyRecord],
    ) -> Result<(), AppError> {
        let replica = self.replica;
        self.store.write(|writing| -> Result<(), AppError> {
            for Told { recorded_at, author, family, events } in told {
                let circumstances =
                    Circumstances { today: recorded_at.date_naive(), recorded_at, author, replica, origin: None };
                append(writing, circumstances, family, Purpose::Act, events.into_iter())?;
            }
            writing.put_antenna(antenna, &deadline::convention_deadlines(antenna))?;
            for record in records {
                put_family(writing, record, antenna)?;
            }
            Ok(())
        })?;
        self.antenna = Arc::new(antenna.clone());
        self.changed = true;
        Ok(())
    }

    pub(super) fn circumstances(&self) -> Circumstances {
        Circumstances {
            today: self.clock.today(),
            recorded_at: self.clock.now(),
            author: self.author,
            replica: self.replica,
            origin: None,
        }
    }
}

impl Circumstances {
    /// For what cannot be taken back: a day to come that rules are only tried on is not the day on which it is done.
    pub(super) fn for_good(self) -> Self {
        let entered = self.recorded_at.with_timezone(&Local).date_naive();
        Self { today: self.today.min(entered), ..self }
    }

    fn purpose(self) -> Purpose {
        self.origin.map_or(Purpose::Act, |bundle| Purpose::Import { bundle })
    }
}

/// Whether a command leaves something to destroy beyond its own transaction.
pub(super) fn erases(command: &Command) -> bool {
    match command {
        Command::Family { act: FamilyAct::ConfirmDisposal(act), .. } => act.disposal == Disposal::Erase,
        Command::Family { .. } | Command::Antenna(_) | Command::Undo { .. } => false,
    }
}

/// Whether nothing takes back what a command does.
fn is_for_good(command: &Command) -> bool {
    erases(command) || matches!(command, Command::Antenna(AntennaAct::ClosePeriod(_)))
}

/// Another process may have changed the antenna since this one read it.
pub(super) fn refresh(writing: &Writing<'_>, antenna: &mut Arc<AntennaRecord>) -> Result<(), AppError> {
    if writing.others_wrote() {
        *antenna = Arc::new(writing.antenna()?);
    }
    Ok(())
}

pub(super) fn step(
    writing: &Writing<'_>,
    circumstances: Circumstances,
    antenna: &mut Arc<AntennaRecord>,
    pending: &mut Option<Pending>,
    command: Command,
) -> Result<Outcome, AppError> {
    let circumstances = if is_for_good(&command) { circumstances.for_good() } else { circumstances };
    match command {
        Command::Antenna(act) => {
            flush(writing, antenna, pending)?;
            antenna_act(writing, circumstances, Arc::make_mut(antenna), &act)
        }
        Command::Family { family, act } => family_act(writing, circumstances, antenna, pending, family, &act),
        Command::Undo { of } => {
            flush(writing, antenna, pending)?;
            undo(writing, circumstances, antenna, of)
        }
    }
}

pub(super) fn antenna_act(
    writing: &Writing<'_>,
    circumstances: Circumstances,
    antenna: &mut AntennaRecord,
    act: &AntennaAct,
) -> Result<Outcome, AppError> {
    let figures = match act {
        AntennaAct::ClosePeriod(act) => impact::figures(**writing, antenna, circumstances.today, act)?,
        _measures_nothing => PeriodFigures::default(),
    };
    antenna_act_counted(writing, circumstances, antenna, act, &figures)
}

/// An act of the antenna with the figures that it freezes, where it closes a period.
pub(super) fn antenna_act_counted(
    writing: &Writing<'_>,
    circumstances: Circumstances,
    antenna: &mut AntennaRecord,
    act: &AntennaAct,
    figures: &PeriodFigures,
) -> Result<Outcome, AppError> {
    let ids = IdSource::new(Uuid::now_v7());
    if let AntennaAct::AdoptConvention(act) = act {
        keeps_codes_in_use(writing, &act.convention)?;
    }
    if let AntennaAct::CorrectReferent(act) = act {
        leaves_no_family(writing, circumstances.today, act)?;
    }
    if let AntennaAct::CancelGroupSession(act) = act {
        leaves_no_presence(writing, act)?;
    }
    let scene = AntennaScene { today: circumstances.today, ids: &ids, figures };
    let events = antenna::decide(antenna, &scene, act)?;
    for event in &events {
        antenna::evolve(antenna, event);
    }
    let moves_deadlines = events.iter().any(moves_deadlines);
    let events = events.into_iter().map(Event::Antenna);
    let entry = append(writing, circumstances, None, circumstances.purpose(), events)?;
    put_antenna(writing, antenna, moves_deadlines)?;
    Ok(Outcome { entry, family: None })
}

/// Refuses a version of the convention without a code that a file in progress holds.
fn keeps_codes_in_use(writing: &Writing<'_>, convention: &Convention) -> Result<(), AppError> {
    let mut held = CodesInUse::default();
    for family in writing.every_family_listed()? {
        if let Some(record) = writing.family(family)? {
            held.count(&record, convention.effective_from);
        }
    }
    Ok(held.kept_by(convention)?)
}

/// Refuses the role of who follows nobody to somebody who still follows families: they would have no referent (art. 3).
fn leaves_no_family(writing: &Writing<'_>, today: NaiveDate, act: &CorrectReferent) -> Result<(), AppError> {
    let families = writing.followed(today)?.get(&act.referent).copied().unwrap_or_default();
    match act.role {
        Some(role) if !role.follows() && families > 0 => Err(Refusal::ReferentStillFollows { families }.into()),
        Some(_) | None => Ok(()),
    }
}

/// Refuses that a session with families present be cancelled: their presence would count nowhere.
fn leaves_no_presence(writing: &Writing<'_>, act: &CancelGroupSession) -> Result<(), AppError> {
    let lines = writing.attendances(&[act.session])?;
    match lines.iter().filter(|line| line.presence == Presence::Present).count() as u64 {
        0 => Ok(()),
        families => Err(Refusal::GroupSessionHasPresences { families }.into()),
    }
}

pub(super) fn family_act(
    writing: &Writing<'_>,
    circumstances: Circumstances,
    antenna: &AntennaRecord,
    pending: &mut Option<Pending>,
    family: Option<FamilyId>,
    act: &FamilyAct,
) -> Result<Outcome, AppError> {
    let ids = IdSource::new(Uuid::now_v7());
    if pending.as_ref().is_some_and(|pending| Some(pending.record.id) != family) {
        flush(writing, antenna, pending)?;
    }
    let current = match (pending.take(), family) {
        (Some(pending), _) => pending,
        (None, Some(id)) => {
            let record = writing.family(id)?.ok_or(Refusal::FamilyUnknown {})?;
            Pending { record, dirty: false }
        }
        (None, None) => match act {
            FamilyAct::ReceiveOrientation(_) => Pending { record: FamilyRecord::new(ids.fresh()), dirty: false },
            _ => return Err(Refusal::FamilyUnknown {}.into()),
        },
    };
    let id = current.record.id;
    let pending = pending.insert(current);
    let census = census::of(writing, &pending.record, act)?;
    let Circumstances { today, author, .. } = circumstances;
    let scene = Scene { today, author, antenna, census: &census, ids: &ids };
    let events: Vec<FamilyEvent> = domain::decide(&scene, &pending.record, act)?;
    let erased = events.iter().any(|event| matches!(event, FamilyEvent::FamilyErased(_)));
    if erased {
        can_be_destroyed(writing, id)?;
    }
    // Refused, the act would leave its trace in what other lines of a file are still to add to.
    let matricule = pending.record.identity.matricule.clone();
    for event in &events {
        domain::evolve(&mut pending.record, event);
    }
    pending.dirty = true;
    let events = events.into_iter().map(Event::Family);
    let entry = append(writing, circumstances, Some(id), circumstances.purpose(), events)?;
    if erased {
        writing.destroy(id, entry, &[id.to_string(), matricule])?;
    }
    Ok(Outcome { entry, family: Some(id) })
}

/// Refuses to destroy a bundle that the Département has not received: lost on its way it must be handed over again, and those
/// after it wait for it.
fn can_be_destroyed(writing: &Writing<'_>, family: FamilyId) -> Result<(), AppError> {
    match writing.bundles_with(family)?.into_iter().find(|sealed| sealed.acknowledged_on.is_none()) {
        Some(Sealed { sequence, .. }) => Err(Refusal::BundleNotReceived { sequence }.into()),
        None => Ok(()),
    }
}

fn undo(
    writing: &Writing<'_>,
    circumstances: Circumstances,
    antenna: &AntennaRecord,
    of: EntryId,
) -> Result<Outcome, AppError> {
    let target = writing.entry(of)?.ok_or(Refusal::NothingToUndo {})?;
    // The antenna's own acts (referents, convention) are corrected by a new act, never taken back under the families.
    let family = target.family.ok_or(Refusal::NothingToUndo {})?;
    let mut entries = writing.entries_of(Some(family))?;
    replay::undoable(&entries, of)??;
    let entry = append(writing, circumstances, Some(family), Purpose::Undo { of }, std::iter::empty())?;
    entries.extend(writing.entry(entry)?);
    let record = replay::family(family, &entries)?;
    // The number given back may have become another family's in the meantime (art. 2: it is the key).
    let matricule = &record.identity.matricule;
    if writing.by_matricule(matricule)?.is_some_and(|other| other != family) {
        return Err(Refusal::MatriculeTaken { matricule: matricule.clone() }.into());
    }
    let before = writing.family(family)?;
    keeps_to_the_places(writing, circumstances.today, antenna, before.as_ref(), &record)?;
    // What already stands twice, from two machines, is in nobody's way.
    if before.is_none_or(|before| once::holds_once(&before, antenna).is_ok()) {
        once::holds_once(&record, antenna)?;
    }
    put_family(writing, &record, antenna)?;
    Ok(Outcome { entry, family: Some(family) })
}

/// A family that an undo puts back in the caseload takes a place there, which another may have taken since (art. 1 and 2).
fn keeps_to_the_places(
    writing: &Writing<'_>,
    today: NaiveDate,
    antenna: &AntennaRecord,
    before: Option<&FamilyRecord>,
    record: &FamilyRecord,
) -> Result<(), AppError> {
    let Some(stay) = record.current_stay() else { return Ok(()) };
    if before.is_some_and(|before| before.current_stay().is_some()) {
        return Ok(());
    }
    let census = room_and_candidates(writing, record, Some(stay.center.as_str()))?;
    Ok(domain::exit::place_is_left(antenna, &census, stay, today)?)
}

pub(super) fn append(
    writing: &Writing<'_>,
    circumstances: Circumstances,
    family: Option<FamilyId>,
    purpose: Purpose,
    events: impl Iterator<Item = Event>,
) -> Result<EntryId, AppError> {
    let sealed = events.map(|event| {
        let mut salt = [0; 16];
        rand::fill(&mut salt);
        Ok(EventContent { salt, body: codec::encode(&event)? })
    });
    let Circumstances { recorded_at, author, replica, .. } = circumstances;
    let draft = Draft { recorded_at, author, family, purpose, events: sealed.collect::<Result<_, AppError>>()? };
    let mut head = writing.head(replica)?;
    let entry = chain::seal(draft, &mut head);
    writing.append(&entry)?;
    Ok(entry.id)
}

pub(super) fn flush(
    writing: &Writing<'_>,
    antenna: &AntennaRecord,
    pending: &mut Option<Pending>,
) -> Result<(), AppError> {
    if let Some(Pending { record, dirty: true }) = pending.take() {
        put_family(writing, &record, antenna)?;
    }
    Ok(())
}
