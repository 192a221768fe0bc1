//! What a record holds once at a time, looked at as a whole: an act that is taken back or brought back finds beside it what was
//! recorded meanwhile.
//!
//! What stands on the same part of the record is told by [`super::subject`]; the places of the caseload are the store's to count.

use super::aid::FinancialAid;
use super::antenna::AntennaRecord;
use super::diagnosis::Diagnosis;
use super::encounter::Encounter;
use super::family::FamilyRecord;
use super::group::Presence;
use super::landmark::{ChildProtectionReport, EffectRating, HousingRedirect, ProfessionalReferral, ReturnToWork};
use super::refusal::Refusal;
use super::rights::RightsClaim;

/// Whether each thing is there once, and where the antenna has it: else the rule by which it would not have been recorded.
///
/// # Errors
/// `RightsClaimAlreadyOpen`, `AlreadyRecorded`, `AppointmentAlreadyPlanned`, each with the date of the later one;
/// `ReferentFollowsNobody`, `GroupSessionIsCancelled`.
pub fn holds_once(record: &FamilyRecord, antenna: &AntennaRecord) -> Result<(), Refusal> {
    let open: Vec<_> = record.rights_claims.iter().filter(|claim| claim.is_open()).collect();
    if let Some(claim) = second(&open, |one: &&RightsClaim, other| one.right == other.right) {
        return Err(Refusal::RightsClaimAlreadyOpen { date: claim.opened_on });
    }
    if let Some(appointment) = second(&record.appointments(), same_hour) {
        return Err(Refusal::AppointmentAlreadyPlanned { date: appointment.date });
    }
    let recorded = [
        second(&record.professional_referrals, same_referral).map(|one| one.date),
        second(&record.returns_to_work, same_return).map(|one| one.date),
        second(&record.housing_redirects, same_redirect).map(|one| one.date),
        second(&record.child_protection_reports, same_report).map(|one| one.date),
        second(&record.effect_ratings, same_rating).map(|one| one.date),
        second(&record.financial_aids, same_aid).map(|one| one.requested_on),
        second(&record.diagnoses, same_diagnosis).map(|one| one.date),
    ];
    if let Some(date) = recorded.into_iter().flatten().next() {
        return Err(Refusal::AlreadyRecorded { date });
    }
    let referent = record.current_stay().and_then(|_| record.assignments.last());
    if referent.and_then(|last| antenna.referent(last.referent)).is_some_and(|one| !one.role.follows()) {
        return Err(Refusal::ReferentFollowsNobody {});
    }
    for present in record.attendances.iter().filter(|one| one.presence == Presence::Present) {
        if antenna.group_session(present.session).is_some_and(|(_, session)| session.cancelled.is_some()) {
            return Err(Refusal::GroupSessionIsCancelled { date: present.date });
        }
    }
    Ok(())
}

/// The later of two that are the same.
fn second<T>(all: &[T], same: impl Fn(&T, &T) -> bool) -> Option<&T> {
    let is_second = |(place, one): &(usize, &T)| all.iter().take(*place).any(|before| same(before, one));
    all.iter().enumerate().find(is_second).map(|(_, one)| one)
}

fn same_hour(one: &&Encounter, other: &&Encounter) -> bool {
    (one.date, one.time) == (other.date, other.time)
}

fn same_referral(one: &ProfessionalReferral, other: &ProfessionalReferral) -> bool {
    (one.date, &one.kind) == (other.date, &other.kind)
}

fn same_return(one: &ReturnToWork, other: &ReturnToWork) -> bool {
    (one.date, &one.kind) == (other.date, &other.kind)
}

fn same_redirect(one: &HousingRedirect, other: &HousingRedirect) -> bool {
    one.date == other.date
}

fn same_report(one: &ChildProtectionReport, other: &ChildProtectionReport) -> bool {
    (one.date, one.addressee) == (other.date, other.addressee)
}

fn same_rating(one: &EffectRating, other: &EffectRating) -> bool {
    (one.date, one.occasion) == (other.date, other.occasion)
}

fn same_aid(one: &FinancialAid, other: &FinancialAid) -> bool {
    (one.requested_on, &one.instrument, one.amount) == (other.requested_on, &other.instrument, other.amount)
}

fn same_diagnosis(one: &Diagnosis, other: &Diagnosis) -> bool {
    one.date == other.date
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, MOREAU, day};

    /// The same done twice, each time as if the other were not there.
    fn twice(kind: &str) -> Desk {
        let mut desk = Desk::included().on("2026-02-01");
        let (one, other) = (desk.tries(kind, json!({})).unwrap(), desk.tries(kind, json!({})).unwrap());
        one.iter().chain(&other).for_each(|event| crate::domain::evolve(&mut desk.record, event));
        desk
    }

    #[test]
    fn what_no_act_records_twice_is_noticed_where_it_stands_twice() {
        let date = day("2026-02-01");
        for (kind, expected) in [
            ("open_rights_claim", Refusal::RightsClaimAlreadyOpen { date }),
            ("plan_encounter", Refusal::AppointmentAlreadyPlanned { date: day("2026-03-01") }),
            ("refer_to_professional", Refusal::AlreadyRecorded { date }),
            ("record_return_to_work", Refusal::AlreadyRecorded { date }),
            ("redirect_housing", Refusal::AlreadyRecorded { date }),
            ("report_child_protection", Refusal::AlreadyRecorded { date }),
            ("rate_effects", Refusal::AlreadyRecorded { date }),
            ("request_financial_aid", Refusal::AlreadyRecorded { date }),
            ("record_diagnosis", Refusal::AlreadyRecorded { date }),
        ] {
            let once = Desk::included().on("2026-02-01").does(kind, json!({}));
            assert_eq!(holds_once(&once.record, &once.antenna), Ok(()), "{kind}, once");
            let desk = twice(kind);
            assert_eq!(desk.refusal(kind, json!({})), expected, "{kind}, by the rule of the act");
            assert_eq!(holds_once(&desk.record, &desk.antenna), Err(expected), "{kind}");
        }
    }

    #[test]
    fn what_the_antenna_changed_meanwhile_is_noticed() {
        let support = json!({"act": "correct_referent", "referent": MOREAU, "name": "C. Moreau", "since": "2025-01-01",
            "role": "support"});
        let desk = Desk::included().antenna_does(support.clone());
        assert_eq!(holds_once(&desk.record, &desk.antenna), Err(Refusal::ReferentFollowsNobody {}));
        let out = Desk::out().antenna_does(support);
        assert_eq!(holds_once(&out.record, &out.antenna), Ok(()), "nobody follows who is out");
        let cancelled = Refusal::GroupSessionIsCancelled { date: day("2026-02-01") };
        for (presence, expected) in [("present", Err(cancelled)), ("absent", Ok(()))] {
            let desk = Desk::included().on("2026-02-01");
            let session = desk.antenna.group_actions[0].sessions[0].id;
            let cancels = json!({"act": "cancel_group_session", "session": session, "motive": "salle fermée"});
            let there = json!({"session": session, "presence": presence});
            let desk = desk.does("record_attendance", there).antenna_does(cancels);
            assert_eq!(holds_once(&desk.record, &desk.antenna), expected, "{presence}");
        }
    }
}
