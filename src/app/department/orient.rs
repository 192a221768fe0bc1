//! Orientations: lists of the solidarity centres, judged by the rules and the places left, sent to the antenna of each centre
//! (art. 2).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Department, antenna_record, id_of};
use crate::app::orientations::{self, ListLine, OrientationList, Problem, ProblemKind, Standing};
use crate::app::{AppError, intake};
use crate::base::id::{CenterCode, MatterId, OrientationId, PartyId};
use crate::domain::family::FamilyStatus;
use crate::domain::orientation::ReceiveOrientation;
use crate::domain::refusal::Refusal;
use crate::exchange::Party;
use crate::exchange::answers::{Answer, Orientations};
use crate::exchange::bundle::Body;
use crate::exchange::receipt::Matter;
use crate::store::department::{Submission, SubmissionKind};
use crate::store::{StoreError, Writing};

/// What was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Oriented {
    pub families: usize,
    /// One bundle an antenna.
    pub files: Vec<PathBuf>,
}

/// An orientation that was sent, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentOrientation {
    pub antenna: Party,
    pub orientation: ReceiveOrientation,
    pub answer: Option<Answer>,
    /// Why the antenna's program refused it, if it did.
    pub refused: Option<Matter>,
}

impl Department {
    /// Reads a list of families to orient to the centres of every antenna; `sender` is the centre where no column names one.
    ///
    /// # Errors
    /// `CenterUnknown`; `ListFault`.
    pub fn read_list(&self, path: &Path, sender: Option<&CenterCode>) -> Result<OrientationList, AppError> {
        if let Some(code) = sender.filter(|code| self.app.antenna.center(code).is_none()) {
            return Err(Refusal::CenterUnknown { center: code.to_string() }.into());
        }
        Ok(orientations::read(path, &self.app.antenna, self.app.today(), sender)?)
    }

    /// Judges every line by what the antennas handed over: known, refused by a rule, sent before, no place left at its centre
    /// unless `beyond_places`.
    ///
    /// # Errors
    /// The store's.
    pub fn judge(&self, lists: &mut [OrientationList], beyond_places: bool) -> Result<(), AppError> {
        self.app.judge(lists)?;
        let reading = self.app.store.read();
        let open = reading.submissions(SubmissionKind::Orientation, true)?;
        let open = open.iter().map(orientation_of).collect::<Result<Vec<_>, _>>()?;
        let waiting: BTreeSet<&str> = open.iter().map(|one| one.matricule.as_str()).collect();
        let mut left = self.places_left(&open)?;
        self.name_who_follows(lists)?;
        for line in lists.iter_mut().flat_map(|list| &mut list.lines) {
            if waiting.contains(line.matricule.as_str()) {
                (line.is_known, line.is_chosen) = (true, false);
            }
            let can_leave = matches!(line.standing(), Standing::Ready | Standing::ToLookAt);
            if !can_leave || beyond_places {
                continue;
            }
            let Some(place) = line.center.as_ref().and_then(|center| left.get_mut(center)) else { continue };
            if place.taken >= place.places {
                let kind = ProblemKind::NoPlaceLeft { taken: place.taken, places: place.places };
                line.problems.push(Problem { column: None, kind });
                line.is_chosen = false;
            }
            place.taken += u32::from(line.is_chosen);
        }
        Ok(())
    }

    /// Says of each family in a caseload which antenna's it is: nobody here has her file to open.
    fn name_who_follows(&self, lists: &mut [OrientationList]) -> Result<(), AppError> {
        let (reading, antennas) = (self.app.store.read(), self.antennas()?);
        for line in lists.iter_mut().flat_map(|list| &mut list.lines) {
            let included = ProblemKind::Rule(Refusal::FamilyAlreadyIncluded {});
            let Some(problem) = line.problems.iter_mut().find(|problem| problem.kind == included) else { continue };
            let rows = reading.rows_of_matricule(&line.matricule)?;
            let Some(row) = rows.into_iter().find(|row| row.status == FamilyStatus::Included) else { continue };
            let party = reading.party_of(row.id)?;
            if let Some(antenna) = antennas.iter().find(|one| one.id == party) {
                problem.kind = ProblemKind::FollowedAlready { antenna: antenna.name.clone() };
            }
        }
        Ok(())
    }

    /// Sends the chosen lines, one bundle to each antenna.
    ///
    /// # Errors
    /// The exchange's; the store's, the directory's.
    pub fn orient(&mut self, lists: &[OrientationList], directory: &Path) -> Result<Oriented, AppError> {
        let antennas = self.centers()?;
        let mut by_antenna: BTreeMap<usize, Vec<ReceiveOrientation>> = BTreeMap::new();
        let chosen = lists.iter().flat_map(|list| &list.lines).filter(|line| line.is_chosen);
        for act in chosen.filter_map(ListLine::orientation) {
            let unknown = || Refusal::CenterUnknown { center: act.center.to_string() };
            let at = antennas.iter().position(|(_, centers)| centers.contains(&act.center)).ok_or_else(unknown)?;
            let id = Some(OrientationId::from(Uuid::now_v7()));
            by_antenna.entry(at).or_default().push(ReceiveOrientation { id, ..act.clone() });
        }
        let mut oriented = Oriented::default();
        for (at, orientations) in by_antenna {
            let Some((antenna, _)) = antennas.get(at) else { continue };
            let party = id_of(antenna)?;
            oriented.families += orientations.len();
            let sent = orientations.clone();
            let body = Body::Orientation(Orientations { orientations });
            let file = self.send(antenna, body, directory, &[], |writing, ready| {
                sent.iter().try_for_each(|one| keep(writing, party, one, Some(ready.sealed.sequence)))
            })?;
            oriented.files.push(file);
        }
        Ok(oriented)
    }

    /// What was sent: what waits for an answer, or everything.
    ///
    /// # Errors
    /// The store's.
    pub fn orientations(&self, only_open: bool) -> Result<Vec<SentOrientation>, AppError> {
        let antennas = self.antennas()?;
        let mut sent = Vec::new();
        for submission in self.app.store.read().submissions(SubmissionKind::Orientation, only_open)? {
            let Some(antenna) = antennas.iter().find(|one| one.id == Some(submission.party)) else { continue };
            let answer = submission.answer.as_deref();
            sent.push(SentOrientation {
                antenna: antenna.clone(),
                orientation: orientation_of(&submission)?,
                // Either the antenna's answer or its program's.
                refused: answer.and_then(|json| serde_json::from_str(json).ok()),
                answer: answer.and_then(|json| serde_json::from_str(json).ok()),
            });
        }
        sent.sort_by_key(|one| one.orientation.date);
        Ok(sent)
    }

    /// Places and places taken of every centre, those waiting for an answer included.
    fn places_left(&self, open: &[ReceiveOrientation]) -> Result<BTreeMap<CenterCode, Places>, AppError> {
        let reading = self.app.store.read();
        let today: NaiveDate = self.app.today();
        let mut left = BTreeMap::new();
        for antenna in self.antennas()? {
            let record = antenna_record(&reading, id_of(&antenna)?)?;
            let Some(convention) = record.convention(today) else { continue };
            for center in &record.centers {
                let waiting = open.iter().filter(|one| one.center == center.code).count();
                let taken = reading.places_taken_of(&center.code)? + u32::try_from(waiting).unwrap_or(u32::MAX);
                let places = record.places_of(&center.code, convention);
                left.insert(center.code.clone(), Places { places, taken });
            }
        }
        Ok(left)
    }

    /// The centres of every antenna that something can be sent to.
    fn centers(&self) -> Result<Vec<(Party, BTreeSet<CenterCode>)>, AppError> {
        let reading = self.app.store.read();
        let mut centers = Vec::new();
        for antenna in self.reachable()? {
            let record = antenna_record(&reading, id_of(&antenna)?)?;
            centers.push((antenna, record.centers.into_iter().map(|center| center.code).collect()));
        }
        Ok(centers)
    }
}

struct Places {
    places: u32,
    taken: u32,
}

/// Keeps an orientation that was sent, with what its antenna answered where that is known by its acts.
///
/// # Errors
/// The store's.
pub(super) fn keep(
    writing: &Writing<'_>,
    party: PartyId,
    sent: &ReceiveOrientation,
    sent_in: Option<u64>,
) -> Result<(), StoreError> {
    let Some(id) = sent.id else { return Ok(()) };
    let mut submission = Submission {
        id: MatterId::from_bytes(id.bytes()),
        party,
        kind: SubmissionKind::Orientation,
        family: None,
        body: intake::text(sent)?,
        sent_in,
        answer: None,
        open: true,
    };
    for row in writing.rows_of_matricule(&sent.matricule)? {
        let record = writing.family(row.id)?.filter(|_| writing.party_of(row.id).is_ok_and(|of| of == Some(party)));
        let known = record.and_then(|record| record.orientations.into_iter().find(|one| one.id == id));
        if let Some(orientation) = known {
            let answer = Answer::of(&orientation.state);
            submission.open = answer == Answer::Pending;
            (submission.family, submission.answer) = (Some(row.id), Some(intake::text(&answer)?));
        }
    }
    writing.put_submission(&submission)
}

/// The orientation that was sent.
///
/// # Errors
/// `Unreadable`.
pub(super) fn orientation_of(submission: &Submission) -> Result<ReceiveOrientation, StoreError> {
    serde_json::from_str(&submission.body).map_err(|_| StoreError::Unreadable { table: "submission" })
}
