//! Departure to the panel with the family as it is frozen that day, postponement, cancellation.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{PanelDeparture, PanelReferral, chosen, not_before};
use crate::base::id::{NoteId, PanelReferralId};
use crate::domain::encounter::Confidentiality;
use crate::domain::event::FamilyEvent as Event;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;
use crate::domain::{Scene, not_after_today, plausible, required};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendPanelReferral {
    /// The draft when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<PanelReferralId>,
    pub date: NaiveDate,
    /// Notes written for the panel only, to go with it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub notes: BTreeSet<NoteId>,
}

/// The panel puts the referral off to another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostponePanelReferral {
    /// The one before the panel when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<PanelReferralId>,
    pub date: NaiveDate,
    pub until: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelPanelReferral {
    /// The one underway when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<PanelReferralId>,
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Postponement {
    pub date: NaiveDate,
    /// The day on which the panel comes back to it.
    pub until: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelReferralSent {
    pub referral: PanelReferralId,
    pub departure: PanelDeparture,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelReferralPostponed {
    pub referral: PanelReferralId,
    pub postponement: Postponement,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelReferralCancelled {
    pub referral: PanelReferralId,
    pub date: NaiveDate,
    /// Empty when it follows from the exit of the family.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub motive: String,
}

pub(in crate::domain) fn send(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &SendPanelReferral,
) -> Result<Vec<Event>, Refusal> {
    let referral = chosen(record, act.referral, PanelReferral::is_draft)?;
    referral.still_here()?;
    let stay = scene.current_stay(record)?;
    let date = not_after_today("date", act.date, scene.today)?;
    not_before(date, referral.letter_on.unwrap_or(referral.opened_on))?;
    referral.ready_to_leave(stay, scene.antenna, date)?;
    let for_the_panel = |id: &NoteId| {
        let note = record.notes.iter().find(|note| note.id == *id);
        note.is_some_and(|note| note.confidentiality == Confidentiality::PanelOnly)
    };
    if !act.notes.iter().all(for_the_panel) {
        return Err(Refusal::NoteNotForPanel {});
    }
    let departure = PanelDeparture { date, composition: record.composition_on(date), notes: act.notes.clone() };
    Ok(vec![Event::PanelReferralSent(PanelReferralSent { referral: referral.id, departure })])
}

pub(in crate::domain) fn postpone(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &PostponePanelReferral,
) -> Result<Vec<Event>, Refusal> {
    let referral = chosen(record, act.referral, |referral| referral.awaits_opinion().is_ok())?;
    let sent = referral.awaits_opinion()?;
    let date = not_after_today("date", act.date, scene.today)?;
    not_before(date, referral.last_sat_on(sent))?;
    // Once the month has passed in silence the opinion counts as given: there is nothing left to put off (R262-70).
    if let Some(until) = referral.opinion_until(scene.antenna).filter(|until| *until < date) {
        return Err(Refusal::PanelOpinionDeemedGiven { until });
    }
    let until = plausible("until", act.until)?;
    if until <= date {
        return Err(Refusal::PanelPostponedToThePast { until });
    }
    let postponement = Postponement { date, until, motive: required("motive", &act.motive)? };
    Ok(vec![Event::PanelReferralPostponed(PanelReferralPostponed { referral: referral.id, postponement })])
}

pub(in crate::domain) fn cancel(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &CancelPanelReferral,
) -> Result<Vec<Event>, Refusal> {
    let referral = chosen(record, act.referral, PanelReferral::is_underway)?;
    referral.undecided()?;
    let date = not_after_today("date", act.date, scene.today)?;
    let earliest = [Some(referral.opened_on), referral.letter_on, referral.sent_on()].into_iter().flatten().max();
    not_before(date, earliest.unwrap_or(referral.opened_on))?;
    let motive = required("motive", &act.motive)?;
    Ok(vec![Event::PanelReferralCancelled(PanelReferralCancelled { referral: referral.id, date, motive })])
}
