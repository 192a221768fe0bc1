//! Exit from the caseload with its reasons, its correction, and reopening (art. 6).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::antenna::AntennaRecord;
use super::contract::{Contract, ContractEnd, ContractEnded, EndReason};
use super::convention::ExitGround;
use super::encounter::EncounterCancelled;
use super::event::FamilyEvent as Event;
use super::family::{FamilyRecord, Stay};
use super::orientation::Census;
use super::panel::{PanelReferral, PanelReferralCancelled};
use super::refusal::Refusal;
use super::{Scene, free_text, not_after_today, plausible, required};
use crate::base::calendar;
use crate::base::id::{ExitOutcomeCode, ExitReasonCode, PanelReferralId};

/// How a stay ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// Last day in the caseload, inclusive.
    pub date: NaiveDate,
    pub reasons: BTreeSet<ExitReasonCode>,
    pub outcome: ExitOutcomeCode,
    /// The day the RSA majoré ended, when that is a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_ended_on: Option<NaiveDate>,
    /// The day of the panel's request, when that is a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panel_requested_on: Option<NaiveDate>,
    /// The referral whose decision agrees to the agent's request, when that is a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panel_referral: Option<PanelReferralId>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

/// Takes the family out of the caseload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExitFamily {
    pub date: NaiveDate,
    pub reasons: BTreeSet<ExitReasonCode>,
    pub outcome: ExitOutcomeCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_ended_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panel_requested_on: Option<NaiveDate>,
    /// The latest one that agrees to the agent's request when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panel_referral: Option<PanelReferralId>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

/// Undoes the exit as an act of its own: the family goes on in the same stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReopenFamily {
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyExited {
    pub exit: Exit,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyReopened {
    pub date: NaiveDate,
    pub motive: String,
}

pub(super) fn exit(scene: &Scene<'_>, record: &FamilyRecord, act: &ExitFamily) -> Result<Vec<Event>, Refusal> {
    let stay = scene.current_stay(record)?;
    let exit = grounded(scene, record, act, stay.included_on)?;
    let mut events = consequences(record, stay.included_on, exit.date, None);
    events.push(Event::FamilyExited(FamilyExited { exit }));
    Ok(events)
}

pub(super) fn correct(scene: &Scene<'_>, record: &FamilyRecord, act: &ExitFamily) -> Result<Vec<Event>, Refusal> {
    let stay = record.stays.last().ok_or(Refusal::FamilyNotIncluded {})?;
    let known = stay.exit.as_ref().ok_or(Refusal::FamilyNotOut {})?;
    let exit = grounded(scene, record, act, stay.included_on)?;
    if *known == exit {
        return Err(Refusal::NothingChanges {});
    }
    // It was sent again once it was out: it is not out later than that.
    let since = record.orientations.iter().rev().take_while(|orientation| orientation.id != stay.orientation);
    let again = since.map(|orientation| orientation.date).filter(|sent| known.date <= *sent).min();
    if let Some(date) = again.filter(|sent| *sent < exit.date) {
        return Err(Refusal::OrientedBeforeExit { date });
    }
    let mut events = consequences(record, stay.included_on, exit.date, Some(known.date));
    events.push(Event::ExitCorrected(FamilyExited { exit }));
    Ok(events)
}

pub(super) fn reopen(scene: &Scene<'_>, record: &FamilyRecord, act: &ReopenFamily) -> Result<Vec<Event>, Refusal> {
    let stay = record.stays.last().ok_or(Refusal::FamilyNotIncluded {})?;
    let exit = stay.exit.as_ref().ok_or(Refusal::FamilyNotOut {})?;
    if record.pending_orientation().is_some() {
        return Err(Refusal::OrientationAlreadyPending {});
    }
    let date = not_after_today("date", act.date, scene.today)?;
    if date < exit.date {
        return Err(Refusal::DateBefore { field: "date", date, earliest: exit.date });
    }
    place_is_left(scene.antenna, scene.census, stay, date)?;
    Ok(vec![Event::FamilyReopened(FamilyReopened { date, motive: required("motive", &act.motive)? })])
}

pub(super) fn evolve_exited(record: &mut FamilyRecord, exit: Option<Exit>) {
    if let Some(stay) = record.stays.last_mut() {
        stay.exit = exit;
    }
}

/// Whether a family that comes back to its stay, by a reopening or an undo, still finds its place there (art. 1 and 2). One that
/// was included beyond the places, with its motive, has no place to lose.
///
/// # Errors
/// `CenterPlaceTaken`, `CaseloadPlaceTaken`; `ConventionMissing`.
pub fn place_is_left(antenna: &AntennaRecord, census: &Census, stay: &Stay, date: NaiveDate) -> Result<(), Refusal> {
    if stay.beyond_places {
        return Ok(());
    }
    let convention = antenna.convention(date).ok_or(Refusal::ConventionMissing {})?;
    let (taken, places) = (census.taken_by_center, antenna.places_of(&stay.center, convention));
    if places <= taken {
        return Err(Refusal::CenterPlaceTaken { taken, places });
    }
    let (taken, places) = (census.taken, convention.caseload.places);
    if places <= taken {
        return Err(Refusal::CaseloadPlaceTaken { taken, places });
    }
    Ok(())
}

/// What an exit on `date` does to the rest of the record: no contract runs after it, no draft and no later appointment stays,
/// and what has not left for the panel no longer does.
///
/// `corrected` is the date of the exit that this one corrects.
fn consequences(
    record: &FamilyRecord,
    included_on: NaiveDate,
    date: NaiveDate,
    corrected: Option<NaiveDate>,
) -> Vec<Event> {
    let mut events = Vec::new();
    for contract in record.contracts_signed_since(included_on) {
        let (foreseen, why) = match &contract.ended {
            // An exit that was reopened ended it: nothing brings it back.
            Some(end) if end.reason == EndReason::Exit && corrected != Some(end.date) => (end.date, end.reason),
            Some(_) | None => record.end_without_exit(contract),
        };
        let last = foreseen.min(date);
        if last != contract.last_day() {
            let reason = if date < foreseen { EndReason::Exit } else { why };
            let end = ContractEnd { date: last, reason, comment: String::new() };
            events.push(Event::ContractEnded(ContractEnded { contract: contract.id, end }));
        }
    }
    if let Some(draft) = record.draft_contract() {
        events.push(Event::ContractDraftDropped(super::contract::ContractDraftDropped { contract: draft.id }));
    }
    for appointment in record.appointments().iter().filter(|appointment| date < appointment.date) {
        let motive = String::new();
        events.push(Event::EncounterCancelled(EncounterCancelled { encounter: appointment.id, motive }));
    }
    for referral in record.panel_referrals.iter().filter(|referral| referral.is_draft()) {
        let motive = String::new();
        events.push(Event::PanelReferralCancelled(PanelReferralCancelled { referral: referral.id, date, motive }));
    }
    events
}

/// Whether the contract that the family was last in had ended by `date`, otherwise than by an exit or an amendment (art. 6).
fn contract_ended(record: &FamilyRecord, included_on: NaiveDate, date: NaiveDate) -> bool {
    let begun = |contract: &&Contract| contract.starts <= date;
    let signed = record.contracts_signed_since(included_on);
    let Some(last) = signed.filter(begun).max_by_key(|contract| contract.starts) else { return false };
    let (ended_on, why) = record.end_without_exit(last);
    let in_its_own_right = match why {
        EndReason::Term | EndReason::Agreement | EndReason::Breach => true,
        EndReason::Amended | EndReason::Exit => false,
    };
    in_its_own_right && ended_on <= date
}

/// The referral, the one named or the latest, whose recorded decision agrees by `date` to what the agent asks (art. 6).
fn agreement(
    record: &FamilyRecord,
    named: Option<PanelReferralId>,
    included_on: NaiveDate,
    date: NaiveDate,
) -> Option<PanelReferralId> {
    match named {
        Some(id) => record.panel_referral(id).filter(|referral| referral.agrees_to_exit(included_on, date)),
        None => {
            let agreeing = record.panel_referrals.iter().filter(|referral| referral.agrees_to_exit(included_on, date));
            agreeing.max_by_key(|referral| referral.agreed_exit_on())
        }
    }
    .map(|referral| referral.id)
}

/// The exit once each of its reasons has its ground in the record or in the act.
fn grounded(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &ExitFamily,
    included_on: NaiveDate,
) -> Result<Exit, Refusal> {
    let date = not_after_today("date", act.date, scene.today)?;
    if date < included_on {
        return Err(Refusal::DateBefore { field: "date", date, earliest: included_on });
    }
    if let Some(last) = record.encounters_held().map(|held| held.date).max().filter(|last| date < *last) {
        return Err(Refusal::EncounterAfterExit { date: last });
    }
    let last = record.contracts.iter().flat_map(Contract::days_of_presence).max();
    if let Some(last) = last.filter(|last| date < *last) {
        return Err(Refusal::ContractActAfterExit { date: last });
    }
    let last = record.panel_referrals.iter().flat_map(PanelReferral::days_of_presence).max();
    if let Some(last) = last.filter(|last| date < *last) {
        return Err(Refusal::PanelActAfterExit { date: last });
    }
    let landmarks = record.landmarks().last().map(|landmark| landmark.date());
    let claims = record.rights_claims.iter().map(|claim| claim.opened_on);
    let aids = record.financial_aids.iter().map(|aid| aid.requested_on);
    let diagnoses = record.diagnoses.iter().map(|diagnosis| diagnosis.date);
    let attendances = record.attendances.iter().map(|attendance| attendance.date);
    let last = landmarks.into_iter().chain(claims).chain(aids).chain(diagnoses).chain(attendances).max();
    if let Some(last) = last.filter(|last| date < *last) {
        return Err(Refusal::LandmarkAfterExit { date: last });
    }
    for (field, typed) in [("benefit_ended_on", act.benefit_ended_on), ("panel_requested_on", act.panel_requested_on)] {
        typed.map_or(Ok(date), |typed| plausible(field, typed))?;
    }
    let convention = scene.convention(date)?;
    if act.reasons.is_empty() {
        return Err(Refusal::ExitWithoutReason {});
    }
    let mut panel_referral = None;
    for code in &act.reasons {
        let reason =
            convention.exit_reason(code).ok_or_else(|| Refusal::ExitReasonUnknown { reason: code.to_string() })?;
        match reason.ground {
            ExitGround::Benefit => match act.benefit_ended_on {
                None => return Err(Refusal::FieldEmpty { field: "benefit_ended_on" }),
                Some(ended) if date < ended => return Err(Refusal::BenefitEndsAfterExit { ended_on: ended }),
                // She had it when she was included (art. 2).
                Some(ended) if ended < included_on => {
                    let (field, earliest) = ("benefit_ended_on", included_on);
                    return Err(Refusal::DateBefore { field, date: ended, earliest });
                }
                Some(_) => {}
            },
            ExitGround::Contract => {
                if !contract_ended(record, included_on, date) {
                    return Err(match record.running_contract(calendar::add_days(date, 1)) {
                        Some(running) => {
                            Refusal::ContractStillRuns { rank: running.rank, last_day: running.last_day() }
                        }
                        None => Refusal::NoContractEnded { date },
                    });
                }
            }
            ExitGround::Agent => {
                let agreed = agreement(record, act.panel_referral, included_on, date);
                panel_referral = Some(agreed.ok_or(Refusal::PanelAgreementMissing {})?);
            }
            ExitGround::Panel => match act.panel_requested_on {
                None => return Err(Refusal::FieldEmpty { field: "panel_requested_on" }),
                Some(requested) if date < requested => {
                    return Err(Refusal::PanelRequestAfterExit { requested_on: requested });
                }
                Some(requested) if requested < included_on => {
                    let field = "panel_requested_on";
                    return Err(Refusal::DateBefore { field, date: requested, earliest: included_on });
                }
                Some(_) => {}
            },
        }
    }
    if convention.exit_outcome(&act.outcome).is_none() {
        return Err(Refusal::ExitOutcomeUnknown { outcome: act.outcome.to_string() });
    }
    Ok(Exit {
        date,
        reasons: act.reasons.clone(),
        outcome: act.outcome.clone(),
        benefit_ended_on: act.benefit_ended_on,
        panel_requested_on: act.panel_requested_on,
        panel_referral,
        comment: free_text("comment", &act.comment)?,
    })
}

#[cfg(test)]
mod tests;
