//! Claims of rights (*dossier d'accès aux droits*): opened, submitted, finalised (art. 5 and 7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::FamilyEvent as Event;
use super::family::FamilyRecord;
use super::refusal::Refusal;
use super::{Scene, free_text, not_after_today};
use crate::base::id::{RightCode, RightsClaimId};

/// One claim, from its opening to what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightsClaim {
    pub id: RightsClaimId,
    pub right: RightCode,
    pub opened_on: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finalised: Option<ClaimOutcome>,
}

/// The end of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimOutcome {
    pub date: NaiveDate,
    pub result: ClaimResult,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimResult {
    Granted,
    Refused,
    Abandoned,
}

impl ClaimResult {
    pub const ALL: [Self; 3] = [Self::Granted, Self::Refused, Self::Abandoned];
}

/// Where a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimStage {
    Opened,
    Submitted,
    Granted,
    Refused,
    Abandoned,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenRightsClaim {
    pub date: NaiveDate,
    pub right: RightCode,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmitRightsClaim {
    /// The one that was opened first and waits for it when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<RightsClaimId>,
    pub date: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinaliseRightsClaim {
    /// The one that waits longest when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<RightsClaimId>,
    pub date: NaiveDate,
    pub result: ClaimResult,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightsClaimOpened {
    pub claim: RightsClaimId,
    pub date: NaiveDate,
    pub right: RightCode,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightsClaimSubmitted {
    pub claim: RightsClaimId,
    pub date: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightsClaimFinalised {
    pub claim: RightsClaimId,
    pub outcome: ClaimOutcome,
}

impl RightsClaim {
    pub fn stage(&self) -> ClaimStage {
        match (&self.finalised, self.submitted_on) {
            (None, None) => ClaimStage::Opened,
            (None, Some(_)) => ClaimStage::Submitted,
            (Some(ClaimOutcome { result: ClaimResult::Granted, .. }), _) => ClaimStage::Granted,
            (Some(ClaimOutcome { result: ClaimResult::Refused, .. }), _) => ClaimStage::Refused,
            (Some(ClaimOutcome { result: ClaimResult::Abandoned, .. }), _) => ClaimStage::Abandoned,
        }
    }

    /// The day since which it stands there.
    pub fn since(&self) -> NaiveDate {
        self.finalised.as_ref().map(|outcome| outcome.date).or(self.submitted_on).unwrap_or(self.opened_on)
    }

    pub fn is_open(&self) -> bool {
        self.finalised.is_none()
    }
}

impl FamilyRecord {
    /// The claim of this id.
    pub fn rights_claim(&self, id: RightsClaimId) -> Option<&RightsClaim> {
        self.rights_claims.iter().find(|claim| claim.id == id)
    }
}

pub(super) fn open(scene: &Scene<'_>, record: &FamilyRecord, act: &OpenRightsClaim) -> Result<Vec<Event>, Refusal> {
    let date = scene.day_of_a_stay(record, act.date)?;
    if scene.convention(date)?.right(&act.right).is_none() {
        return Err(Refusal::RightUnknown { right: act.right.to_string() });
    }
    if let Some(open) = record.rights_claims.iter().find(|claim| claim.right == act.right && claim.is_open()) {
        return Err(Refusal::RightsClaimAlreadyOpen { date: open.opened_on });
    }
    Ok(vec![Event::RightsClaimOpened(RightsClaimOpened {
        claim: scene.ids.fresh(),
        date,
        right: act.right.clone(),
        comment: free_text("comment", &act.comment)?,
    })])
}

pub(super) fn submit(scene: &Scene<'_>, record: &FamilyRecord, act: &SubmitRightsClaim) -> Result<Vec<Event>, Refusal> {
    let claim = chosen(record, act.claim, |claim| claim.is_open() && claim.submitted_on.is_none())?;
    still_open(claim)?;
    if let Some(date) = claim.submitted_on {
        return Err(Refusal::RightsClaimAlreadySubmitted { date });
    }
    let date = after("date", act.date, claim.opened_on, scene)?;
    Ok(vec![Event::RightsClaimSubmitted(RightsClaimSubmitted { claim: claim.id, date })])
}

/// What was never submitted can be abandoned, but neither granted nor refused.
pub(super) fn finalise(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &FinaliseRightsClaim,
) -> Result<Vec<Event>, Refusal> {
    let answered = act.result != ClaimResult::Abandoned;
    let claim = chosen(record, act.claim, |claim| claim.is_open() && (!answered || claim.submitted_on.is_some()))?;
    still_open(claim)?;
    if answered && claim.submitted_on.is_none() {
        return Err(Refusal::RightsClaimNotSubmitted {});
    }
    let date = after("date", act.date, claim.since(), scene)?;
    let outcome = ClaimOutcome { date, result: act.result, comment: free_text("comment", &act.comment)? };
    Ok(vec![Event::RightsClaimFinalised(RightsClaimFinalised { claim: claim.id, outcome })])
}

pub(super) fn evolve_opened(record: &mut FamilyRecord, opened: &RightsClaimOpened) {
    record.rights_claims.push(RightsClaim {
        id: opened.claim,
        right: opened.right.clone(),
        opened_on: opened.date,
        comment: opened.comment.clone(),
        submitted_on: None,
        finalised: None,
    });
}

pub(super) fn evolve(record: &mut FamilyRecord, id: RightsClaimId, change: impl FnOnce(&mut RightsClaim)) {
    if let Some(claim) = record.rights_claims.iter_mut().find(|claim| claim.id == id) {
        change(claim);
    }
}

/// The claim that an act is about: the one named, else the one that waits longest, else the latest.
fn chosen(
    record: &FamilyRecord,
    named: Option<RightsClaimId>,
    fits: impl Fn(&RightsClaim) -> bool,
) -> Result<&RightsClaim, Refusal> {
    match named {
        Some(id) => record.rights_claim(id).ok_or(Refusal::RightsClaimUnknown {}),
        None => {
            let waiting = record.rights_claims.iter().filter(|claim| fits(claim)).min_by_key(|claim| claim.since());
            waiting.or_else(|| record.rights_claims.last()).ok_or(Refusal::NoRightsClaim {})
        }
    }
}

fn still_open(claim: &RightsClaim) -> Result<(), Refusal> {
    match &claim.finalised {
        Some(outcome) => Err(Refusal::RightsClaimAlreadyFinalised { date: outcome.date }),
        None => Ok(()),
    }
}

fn after(field: &'static str, date: NaiveDate, earliest: NaiveDate, scene: &Scene<'_>) -> Result<NaiveDate, Refusal> {
    let date = not_after_today(field, date, scene.today)?;
    if date < earliest { Err(Refusal::DateBefore { field, date, earliest }) } else { Ok(date) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    fn opened() -> Desk {
        Desk::included().on("2026-02-01").does("open_rights_claim", json!({"date": "2026-01-20"}))
    }

    fn of(desk: &Desk) -> &RightsClaim {
        desk.record.rights_claims.last().unwrap()
    }

    #[test]
    fn a_claim_goes_from_opened_to_submitted_to_what_came_of_it() {
        let desk = opened();
        assert_eq!((of(&desk).stage(), of(&desk).since()), (ClaimStage::Opened, day("2026-01-20")));
        let desk = desk.does("submit_rights_claim", json!({"claim": null, "date": "2026-01-25"}));
        assert_eq!((of(&desk).stage(), of(&desk).since()), (ClaimStage::Submitted, day("2026-01-25")));
        for (result, stage) in
            [("granted", ClaimStage::Granted), ("refused", ClaimStage::Refused), ("abandoned", ClaimStage::Abandoned)]
        {
            let desk = opened()
                .does("submit_rights_claim", json!({"claim": null, "date": "2026-01-25"}))
                .does("finalise_rights_claim", json!({"claim": null, "date": "2026-02-01", "result": result}));
            assert_eq!((of(&desk).stage(), of(&desk).since()), (stage, day("2026-02-01")));
        }
    }

    #[test]
    fn what_was_never_submitted_can_only_be_abandoned() {
        for (result, accepted) in [("granted", false), ("refused", false), ("abandoned", true)] {
            let tried = opened().tries("finalise_rights_claim", json!({"claim": null, "result": result}));
            assert_eq!(tried.is_ok(), accepted, "{result}: {tried:?}");
        }
    }

    #[test]
    fn each_day_follows_the_one_before_and_none_is_after_today() {
        let desk = opened();
        for (date, accepted) in
            [("2026-01-19", false), ("2026-01-20", true), ("2026-02-01", true), ("2026-02-02", false)]
        {
            let tried = desk.tries("submit_rights_claim", json!({"claim": null, "date": date}));
            assert_eq!(tried.is_ok(), accepted, "submitted on {date}");
        }
        let desk = desk.does("submit_rights_claim", json!({"claim": null, "date": "2026-01-25"}));
        for (date, accepted) in
            [("2026-01-24", false), ("2026-01-25", true), ("2026-02-01", true), ("2026-02-02", false)]
        {
            let tried = desk.tries("finalise_rights_claim", json!({"claim": null, "date": date}));
            assert_eq!(tried.is_ok(), accepted, "finalised on {date}");
        }
    }

    #[test]
    fn a_claim_is_opened_in_a_stay_and_may_end_after_it() {
        let out = opened()
            .does("submit_rights_claim", json!({"claim": null, "date": "2026-01-25"}))
            .does("exit_family", json!({"date": "2026-02-01", "benefit_ended_on": "2026-01-31"}))
            .on("2026-03-01");
        assert!(out.tries("open_rights_claim", json!({"right": "cmg", "date": "2026-02-15"})).is_err());
        assert!(out.tries("finalise_rights_claim", json!({"claim": null, "date": "2026-02-15"})).is_ok());
    }

    #[test]
    fn without_a_name_the_claim_that_waits_longest_is_meant() {
        let desk = opened().does("open_rights_claim", json!({"right": "cmg", "date": "2026-01-18"}));
        let (asf, cmg) = (desk.record.rights_claims[0].id, desk.record.rights_claims[1].id);
        let meant = |desk: &Desk, act: &str| match &desk
            .tries(act, json!({"claim": null, "date": "2026-02-01"}))
            .unwrap()[..]
        {
            [Event::RightsClaimSubmitted(submitted)] => submitted.claim,
            [Event::RightsClaimFinalised(finalised)] => finalised.claim,
            other => panic!("{other:?}"),
        };
        assert_eq!(meant(&desk, "submit_rights_claim"), cmg);
        let desk = desk.does("submit_rights_claim", json!({"claim": asf, "date": "2026-01-25"}));
        assert_eq!(meant(&desk, "submit_rights_claim"), cmg);
        assert_eq!(meant(&desk, "finalise_rights_claim"), asf, "the other was not submitted");
    }
}
