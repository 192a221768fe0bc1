//! What of a family's record has a place on its timeline.

use chrono::{Datelike, NaiveDate};

use super::{Bar, Lane, Mark, Object, Sign, Timeline};
use crate::domain::contract::{CommitmentResult, Contract};
use crate::domain::deadline::{About, Deadline, DeadlineRule};
use crate::domain::encounter::{Encounter, EncounterState, Setting};
use crate::domain::family::FamilyRecord;
use crate::domain::group::Presence;
use crate::domain::landmark::Landmark;

impl Timeline {
    /// The timeline of a record with the deadlines that follow from it, as they stand on `today`.
    pub fn of(record: &FamilyRecord, deadlines: &[Deadline], today: NaiveDate) -> Self {
        let birthday =
            deadlines.iter().find(|deadline| deadline.rule == DeadlineRule::ThirdBirthday).map(|deadline| deadline.due);
        let mut marks = Vec::new();
        for contract in &record.contracts {
            of_contract(contract, &mut marks);
        }
        marks.extend(record.encounters.iter().map(|encounter| Self::encounter(encounter, today)));
        marks.extend(deadlines.iter().filter_map(of_deadline));
        of_panel(record, &mut marks);
        marks.extend(record.landmarks().into_iter().map(Self::landmark));
        of_rights(record, &mut marks);
        of_stays(record, &mut marks);
        marks.sort_by_key(|mark| (mark.date, mark.lane));
        let mut bars: Vec<Bar> = record.contracts.iter().map(|contract| bar(contract, birthday)).collect();
        bars.sort_by_key(|bar| (bar.draft, bar.from));
        let stay = record.stays.last().map(|stay| stay.included_on);
        let orientation = record.orientations.last().map(|orientation| orientation.date);
        let youngest = birthday.and_then(|birthday| record.youngest_on(birthday));
        let landmark_years =
            birthday.zip(youngest).map_or(0, |(birthday, child)| birthday.year() - child.birth_date.year());
        let landmark_years = u32::try_from(landmark_years).unwrap_or(0);
        Self { bars, marks, begins: stay.or(orientation), landmark_years }
    }

    /// The mark of what happened once.
    pub fn landmark(landmark: Landmark<'_>) -> Mark {
        let (lane, sign) = match landmark {
            Landmark::ProfessionalReferral(_) => (Lane::Landmarks, Sign::Reoriented),
            Landmark::ReturnToWork(_) => (Lane::Landmarks, Sign::BackToWork),
            Landmark::HousingRedirect(_) => (Lane::Acts, Sign::Redirected),
            Landmark::ChildProtectionReport(_) => (Lane::Acts, Sign::Reported),
            Landmark::Effects(_) => (Lane::Acts, Sign::Rated),
        };
        Mark { date: landmark.date(), lane, sign, object: Object::Landmark(landmark.id()) }
    }

    /// The mark of an encounter.
    pub fn encounter(encounter: &Encounter, today: NaiveDate) -> Mark {
        let sign = match (encounter.state, encounter.setting) {
            (EncounterState::Planned, _) if encounter.date < today => Sign::Unsettled,
            (EncounterState::Planned, _) => Sign::Planned,
            (EncounterState::Missed, _) => Sign::Missed,
            (EncounterState::Excused, _) => Sign::Excused,
            (EncounterState::Cancelled, _) => Sign::Cancelled,
            (EncounterState::Held, Setting::CafPremises) => Sign::Office,
            (EncounterState::Held, Setting::DepartmentPremises) => Sign::DepartmentOffice,
            (EncounterState::Held, Setting::HomeVisit) => Sign::HomeVisit,
            (EncounterState::Held, Setting::Remote) => Sign::Remote,
        };
        Mark { date: encounter.date, lane: Lane::Acts, sign, object: Object::Encounter(encounter.id) }
    }
}

fn bar(contract: &Contract, birthday: Option<NaiveDate>) -> Bar {
    let (from, to) = (contract.starts, contract.last_day());
    Bar {
        contract: contract.id,
        rank: contract.rank,
        from,
        to,
        draft: contract.signature.is_none(),
        cut_short: to < contract.term(),
        birthday: birthday.filter(|birthday| from < *birthday && *birthday <= to),
    }
}

fn of_contract(contract: &Contract, marks: &mut Vec<Mark>) {
    let sign = if contract.signature.is_some() { Sign::ContractSigned } else { Sign::ContractDrafted };
    let object = Object::Contract(contract.id);
    marks.push(Mark { date: contract.starts, lane: Lane::Contracts, sign, object });
    for (place, review) in contract.reviews.iter().enumerate() {
        let object = Object::Review(contract.id, place);
        marks.push(Mark { date: review.date, lane: Lane::Acts, sign: Sign::Reviewed, object });
    }
    for commitment in &contract.commitments {
        if let Some(outcome) = &commitment.outcome {
            let sign = match outcome.result {
                CommitmentResult::Kept => Sign::Kept,
                CommitmentResult::PartlyKept => Sign::PartlyKept,
                CommitmentResult::NotKept => Sign::NotKept,
                CommitmentResult::Dropped => Sign::Dropped,
                CommitmentResult::CarriedOver => Sign::CarriedOver,
            };
            let object = Object::Commitment(commitment.id);
            marks.push(Mark { date: outcome.date, lane: Lane::Deadlines, sign, object });
        }
    }
}

/// An appointment's deadline is the appointment, which is an act already.
fn of_deadline(deadline: &Deadline) -> Option<Mark> {
    let lane = match deadline.rule {
        DeadlineRule::Appointment => return None,
        DeadlineRule::PanelExamination
        | DeadlineRule::PanelObservations
        | DeadlineRule::PanelOpinion
        | DeadlineRule::ThirdBirthday => Lane::Landmarks,
        DeadlineRule::ReferentMissing
        | DeadlineRule::OrientationToAnswer
        | DeadlineRule::FirstMeeting
        | DeadlineRule::ContractToSign
        | DeadlineRule::ContractReview
        | DeadlineRule::ContractRenewal
        | DeadlineRule::ContractEnd
        | DeadlineRule::CommitmentDue
        | DeadlineRule::Silence
        | DeadlineRule::Retention
        | DeadlineRule::DisposalToConfirm
        | DeadlineRule::ConventionNotice
        | DeadlineRule::ConventionReport
        | DeadlineRule::ConventionEnd
        | DeadlineRule::DepartmentSilent => Lane::Deadlines,
    };
    let object = match &deadline.about {
        About::Commitment { id, .. } => Object::Commitment(*id),
        About::PanelReferral { id, .. } => Object::Panel(*id),
        About::Family
        | About::Antenna
        | About::AntennaPart { .. }
        | About::Center { .. }
        | About::Gap { .. }
        | About::Encounter { .. }
        | About::Contract { .. }
        | About::Child { .. } => Object::Deadline(deadline.rule),
    };
    Some(Mark { date: deadline.due, lane, sign: Sign::Deadline(deadline.rule), object })
}

/// The days of a referral's life; its months to come are deadlines.
fn of_panel(record: &FamilyRecord, marks: &mut Vec<Mark>) {
    for referral in &record.panel_referrals {
        let days = [
            (Sign::PanelLetter, referral.letter_on),
            (Sign::PanelSent, referral.sent_on()),
            (Sign::PanelOpinion, referral.opinion.as_ref().map(|opinion| opinion.date)),
            (Sign::PanelDecided, referral.decision.as_ref().map(|decision| decision.date)),
            (Sign::PanelCancelled, referral.cancelled_on),
        ];
        let object = Object::Panel(referral.id);
        let mark =
            |(sign, date): (Sign, Option<NaiveDate>)| Some(Mark { date: date?, lane: Lane::Landmarks, sign, object });
        marks.extend(days.into_iter().filter_map(mark));
    }
}

/// The days of claims and aids, and the versions of the diagnosis.
fn of_rights(record: &FamilyRecord, marks: &mut Vec<Mark>) {
    let mut mark = |date, sign, object| marks.push(Mark { date, lane: Lane::Acts, sign, object });
    for claim in &record.rights_claims {
        let days = [Some(claim.opened_on), claim.submitted_on, claim.finalised.as_ref().map(|outcome| outcome.date)];
        days.into_iter().flatten().for_each(|date| mark(date, Sign::Claim, Object::Claim(claim.id)));
    }
    for aid in &record.financial_aids {
        let days = [Some(aid.requested_on), aid.answer.as_ref().map(|answer| answer.date)];
        days.into_iter().flatten().for_each(|date| mark(date, Sign::Aid, Object::Aid(aid.id)));
    }
    for attendance in record.attendances.iter().filter(|attendance| attendance.presence == Presence::Present) {
        mark(attendance.date, Sign::Attended, Object::Attendance(attendance.session));
    }
    for diagnosis in &record.diagnoses {
        mark(diagnosis.date, Sign::Diagnosed, Object::Diagnosis(diagnosis.id));
    }
}

fn of_stays(record: &FamilyRecord, marks: &mut Vec<Mark>) {
    for (place, stay) in record.stays.iter().enumerate() {
        let lane = Lane::Landmarks;
        let object = Object::Stay(place);
        if let Some(orientation) = record.orientations.iter().find(|orientation| orientation.id == stay.orientation)
            && orientation.date != stay.included_on
        {
            marks.push(Mark { date: orientation.date, lane, sign: Sign::Oriented, object });
        }
        marks.push(Mark { date: stay.included_on, lane, sign: Sign::Included, object });
        if let Some(exit) = &stay.exit {
            marks.push(Mark { date: exit.date, lane, sign: Sign::Exited, object });
        }
    }
}
