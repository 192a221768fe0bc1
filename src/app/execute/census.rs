//! What an act's rules look at beside the family's own record: the places taken, and who may be the same person.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::app::{App, AppError};
use crate::base::fold::fold;
use crate::base::id::{FamilyId, IdSource};
use crate::base::phonetic;
use crate::domain::event::FamilyEvent;
use crate::domain::family::{FamilyRecord, Situation};
use crate::domain::orientation::{Census, Check, inclusion_checks};
use crate::domain::refusal::Refusal;
use crate::domain::{FamilyAct, Scene};
use crate::journal::replay;
use crate::store::reading::Reading;
use crate::store::writing::Writing;

impl App {
    /// The convention's checks for including a family on `date`, each with the fact that decides it (art. 2).
    ///
    /// # Errors
    /// `Refused` when there is no orientation to answer; the store's.
    pub fn inclusion_checks(&self, family: FamilyId, date: NaiveDate) -> Result<Vec<Check>, AppError> {
        let reading = self.store.read();
        let record = reading.family(family)?.ok_or(Refusal::FamilyUnknown {})?;
        let orientation = record.pending_orientation().ok_or(Refusal::NoOrientationPending {})?;
        let census = room_and_candidates(&reading, &record, Some(orientation.center.as_str()))?;
        let ids = IdSource::new(Uuid::nil());
        let scene =
            Scene { today: self.today(), author: self.author, antenna: &self.antenna, census: &census, ids: &ids };
        Ok(inclusion_checks(&scene, &record, orientation, date)?)
    }

    /// The families that may be of the same person: each by its name and number.
    ///
    /// # Errors
    /// The store's.
    pub fn alike(&self, family: FamilyId) -> Result<Vec<(String, String)>, AppError> {
        let reading = self.store.read();
        let Some(record) = reading.family(family)? else { return Ok(Vec::new()) };
        let mut alike = Vec::new();
        for candidate in room_and_candidates(&reading, &record, None)?.candidates {
            alike.extend(reading.family(candidate)?.map(|one| (one.display_name(), one.identity.matricule)));
        }
        Ok(alike)
    }
}

/// Reads from the rest of the caseload only what this act's rules look at.
pub(super) fn of(writing: &Writing<'_>, record: &FamilyRecord, act: &FamilyAct) -> Result<Census, AppError> {
    let taken = |matricule: &str| -> Result<bool, AppError> {
        let typed: String = matricule.split_whitespace().collect::<String>().to_uppercase();
        Ok(writing.by_matricule(&typed)?.is_some_and(|other| other != record.id))
    };
    match act {
        FamilyAct::ReceiveOrientation(act) => {
            Ok(Census { matricule_taken: taken(&act.matricule)?, ..Census::default() })
        }
        FamilyAct::CorrectIdentity(act) => Ok(Census { matricule_taken: taken(&act.matricule)?, ..Census::default() }),
        FamilyAct::IncludeFamily(act) => {
            let center = record.pending_orientation().map(|orientation| orientation.center.as_str());
            let earlier_situations = earlier_situations(writing, record, act.date)?;
            Ok(Census { earlier_situations, ..room_and_candidates(writing, record, center)? })
        }
        FamilyAct::ReopenFamily(_) => {
            room_and_candidates(writing, record, record.stays.last().map(|stay| stay.center.as_str()))
        }
        FamilyAct::RefuseOrientation(_)
        | FamilyAct::RecordContact(_)
        | FamilyAct::RecordSituation(_)
        | FamilyAct::AddChild(_)
        | FamilyAct::CorrectChild(_)
        | FamilyAct::RecordChildDeparture(_)
        | FamilyAct::DeclarePregnancy(_)
        | FamilyAct::EndPregnancy(_)
        | FamilyAct::ChangeReferent(_)
        | FamilyAct::NameStandIn(_)
        | FamilyAct::PlanEncounter(_)
        | FamilyAct::HoldEncounter(_)
        | FamilyAct::MissEncounter(_)
        | FamilyAct::CancelEncounter(_)
        | FamilyAct::WriteNote(_)
        | FamilyAct::DraftContract(_)
        | FamilyAct::ReviseContract(_)
        | FamilyAct::DropContractDraft(_)
        | FamilyAct::SignContract(_)
        | FamilyAct::ReviewContract(_)
        | FamilyAct::EndContract(_)
        | FamilyAct::SettleCommitment(_)
        | FamilyAct::ExitFamily(_)
        | FamilyAct::CorrectExit(_)
        | FamilyAct::ProposeDisposal(_)
        | FamilyAct::DeclineDisposal(_)
        | FamilyAct::ConfirmDisposal(_)
        | FamilyAct::OpenPanelReferral(_)
        | FamilyAct::RevisePanelReferral(_)
        | FamilyAct::RecordPanelLetter(_)
        | FamilyAct::RecordPanelObservations(_)
        | FamilyAct::SendPanelReferral(_)
        | FamilyAct::PostponePanelReferral(_)
        | FamilyAct::CancelPanelReferral(_)
        | FamilyAct::RecordPanelOpinion(_)
        | FamilyAct::RecordPanelDecision(_)
        | FamilyAct::NotifyPanelDecision(_)
        | FamilyAct::ReferToProfessional(_)
        | FamilyAct::RecordReturnToWork(_)
        | FamilyAct::RedirectHousing(_)
        | FamilyAct::ReportChildProtection(_)
        | FamilyAct::RateEffects(_)
        | FamilyAct::OpenRightsClaim(_)
        | FamilyAct::SubmitRightsClaim(_)
        | FamilyAct::FinaliseRightsClaim(_)
        | FamilyAct::RequestFinancialAid(_)
        | FamilyAct::AnswerFinancialAid(_)
        | FamilyAct::RecordDiagnosis(_)
        | FamilyAct::RecordAttendance(_) => Ok(Census::default()),
    }
}

/// What was recorded of the family's situation before what its record holds, where that is dated after `date`.
fn earlier_situations(
    writing: &Writing<'_>,
    record: &FamilyRecord,
    date: NaiveDate,
) -> Result<Vec<Situation>, AppError> {
    let mut earlier = Vec::new();
    if record.situation.as_ref().is_some_and(|last| date < last.date) {
        let entries = writing.entries_of(Some(record.id))?;
        let effective = replay::in_effect(&entries);
        for entry in entries.iter().filter(|entry| effective.contains(&entry.id)) {
            for event in replay::family_events(entry)? {
                if let FamilyEvent::SituationRecorded(situation) = event {
                    earlier.push(situation);
                }
            }
        }
        earlier.pop();
    }
    Ok(earlier)
}

pub(in crate::app) fn room_and_candidates(
    reading: &Reading<'_>,
    record: &FamilyRecord,
    center: Option<&str>,
) -> Result<Census, AppError> {
    let places = reading.places_taken()?;
    let taken_by_center = places.iter().find(|(code, _)| Some(code.as_str()) == center).map_or(0, |(_, taken)| *taken);
    let name = fold(&record.display_name());
    let candidates = reading
        .born_on(record.identity.birth_date)?
        .into_iter()
        .filter(|row| row.id != record.id && same_person_perhaps(&name, &row.sort_key))
        .map(|row| row.id)
        .collect();
    Ok(Census { taken: places.values().sum(), taken_by_center, candidates, ..Census::default() })
}

/// Whether two folded names are near enough by their letters or their sound, in any order of their words, for a person to look
/// twice (art. 2).
pub(in crate::app) fn same_person_perhaps(one: &str, other: &str) -> bool {
    let sorted = |name: &str| {
        let mut words: Vec<_> = name.split_whitespace().collect();
        words.sort_unstable();
        words.join(" ")
    };
    // 0.9: one or two letters apart in a name of ordinary length. What sounds alike is written alike by nobody.
    strsim::jaro_winkler(&sorted(one), &sorted(other)) >= 0.9
        || phonetic::sounds(one) == phonetic::sounds(other)
        || phonetic::sound(one) == phonetic::sound(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_near_by_their_letters_or_their_sound_make_a_person_look_twice() {
        for (one, other, near) in [
            ("DIARRA Aminata", "Diara Aminata", true),
            ("DIARRA Aminata", "Aminata Diarra", true),
            ("N’Diaye Rokia", "NDIAYE Rokia", true),
            // By their sound alone.
            ("OUATTARA Éa", "WATARA Éa", true),
            ("PHILIPPOT Zoé", "FILIPO Zoé", true),
            ("KONÉ Aïcha", "CONE Aisha", true),
            ("DIARRA Aminata", "DIALLO Mariam", false),
            ("KONÉ Awa", "TRAORÉ Bintou", false),
        ] {
            assert_eq!(same_person_perhaps(&fold(one), &fold(other)), near, "{one} and {other}");
        }
        let by_letters = strsim::jaro_winkler("filipo zoe", "philippot zoe");
        assert!(by_letters < 0.9, "told by its sound alone: {by_letters}");
    }
}
