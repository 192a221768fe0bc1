//! Financial aids (*intervention financière*): asked of a funder, granted or refused (art. 5 and 7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::FamilyEvent as Event;
use super::family::FamilyRecord;
use super::refusal::Refusal;
use super::{Scene, free_text, not_after_today};
use crate::base::id::{FinancialAidId, InstrumentCode};
use crate::base::money::Cents;

/// One aid, from its request to the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinancialAid {
    pub id: FinancialAidId,
    pub instrument: InstrumentCode,
    pub funder: Funder,
    pub requested_on: NaiveDate,
    pub amount: Cents,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AidAnswer>,
}

/// Who pays (art. 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Funder {
    Caf,
    Department,
    Other,
}

impl Funder {
    pub const ALL: [Self; 3] = [Self::Caf, Self::Department, Self::Other];
}

/// What the funder answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AidAnswer {
    pub date: NaiveDate,
    pub result: AidResult,
    /// What was granted; absent when it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted: Option<Cents>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AidResult {
    Granted,
    Refused,
}

impl AidResult {
    pub const ALL: [Self; 2] = [Self::Granted, Self::Refused];
}

/// Where an aid stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AidStage {
    Requested,
    Granted,
    Refused,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestFinancialAid {
    pub date: NaiveDate,
    pub instrument: InstrumentCode,
    /// The instrument's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funder: Option<Funder>,
    pub amount: Cents,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerFinancialAid {
    /// The one that waits longest when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aid: Option<FinancialAidId>,
    pub date: NaiveDate,
    pub result: AidResult,
    /// What was asked when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted: Option<Cents>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinancialAidRequested {
    pub aid: FinancialAidId,
    pub date: NaiveDate,
    pub instrument: InstrumentCode,
    pub funder: Funder,
    pub amount: Cents,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinancialAidAnswered {
    pub aid: FinancialAidId,
    pub answer: AidAnswer,
}

/// More than this for one family is a slip of the keyboard.
const LARGEST: Cents = Cents(10_000_000);

impl FinancialAid {
    pub fn stage(&self) -> AidStage {
        match self.answer.as_ref().map(|answer| answer.result) {
            None => AidStage::Requested,
            Some(AidResult::Granted) => AidStage::Granted,
            Some(AidResult::Refused) => AidStage::Refused,
        }
    }

    /// The day since which it stands there.
    pub fn since(&self) -> NaiveDate {
        self.answer.as_ref().map_or(self.requested_on, |answer| answer.date)
    }

    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }

    /// What was granted.
    pub fn granted(&self) -> Option<Cents> {
        self.answer.as_ref().and_then(|answer| answer.granted)
    }
}

impl FamilyRecord {
    /// The aid of this id.
    pub fn financial_aid(&self, id: FinancialAidId) -> Option<&FinancialAid> {
        self.financial_aids.iter().find(|aid| aid.id == id)
    }
}

pub(super) fn request(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &RequestFinancialAid,
) -> Result<Vec<Event>, Refusal> {
    let date = scene.day_of_a_stay(record, act.date)?;
    let unknown = || Refusal::InstrumentUnknown { instrument: act.instrument.to_string() };
    let instrument = scene.convention(date)?.instrument(&act.instrument).ok_or_else(unknown)?;
    let amount = plausible("amount", act.amount)?;
    let same =
        |aid: &FinancialAid| aid.requested_on == date && aid.instrument == act.instrument && aid.amount == amount;
    if record.financial_aids.iter().any(same) {
        return Err(Refusal::AlreadyRecorded { date });
    }
    Ok(vec![Event::FinancialAidRequested(FinancialAidRequested {
        aid: scene.ids.fresh(),
        date,
        instrument: act.instrument.clone(),
        funder: act.funder.unwrap_or(instrument.funder),
        amount,
        purpose: free_text("purpose", &act.purpose)?,
    })])
}

pub(super) fn answer(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &AnswerFinancialAid,
) -> Result<Vec<Event>, Refusal> {
    let aid = match act.aid {
        Some(id) => record.financial_aid(id).ok_or(Refusal::FinancialAidUnknown {})?,
        None => {
            let waiting = record.financial_aids.iter().filter(|aid| aid.is_open()).min_by_key(|aid| aid.requested_on);
            waiting.or_else(|| record.financial_aids.last()).ok_or(Refusal::NoFinancialAid {})?
        }
    };
    if let Some(answer) = &aid.answer {
        return Err(Refusal::FinancialAidAlreadyAnswered { date: answer.date });
    }
    let date = not_after_today("date", act.date, scene.today)?;
    if date < aid.requested_on {
        return Err(Refusal::DateBefore { field: "date", date, earliest: aid.requested_on });
    }
    let granted = match (act.result, act.granted) {
        (AidResult::Granted, granted) => {
            let granted = plausible("granted", granted.unwrap_or(aid.amount))?;
            if aid.amount < granted {
                return Err(Refusal::GrantedBeyondAsked { asked: aid.amount, granted });
            }
            Some(granted)
        }
        (AidResult::Refused, None) => None,
        (AidResult::Refused, Some(_)) => return Err(Refusal::RefusedAidHasNoAmount {}),
    };
    let comment = free_text("comment", &act.comment)?;
    let answer = AidAnswer { date, result: act.result, granted, comment };
    Ok(vec![Event::FinancialAidAnswered(FinancialAidAnswered { aid: aid.id, answer })])
}

pub(super) fn evolve_requested(record: &mut FamilyRecord, requested: &FinancialAidRequested) {
    record.financial_aids.push(FinancialAid {
        id: requested.aid,
        instrument: requested.instrument.clone(),
        funder: requested.funder,
        requested_on: requested.date,
        amount: requested.amount,
        purpose: requested.purpose.clone(),
        answer: None,
    });
}

pub(super) fn evolve_answered(record: &mut FamilyRecord, answered: &FinancialAidAnswered) {
    if let Some(aid) = record.financial_aids.iter_mut().find(|aid| aid.id == answered.aid) {
        aid.answer = Some(answered.answer.clone());
    }
}

fn plausible(field: &'static str, amount: Cents) -> Result<Cents, Refusal> {
    if Cents(0) < amount && amount <= LARGEST { Ok(amount) } else { Err(Refusal::AmountImplausible { field }) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    fn requested() -> Desk {
        Desk::included().on("2026-02-01").does("request_financial_aid", json!({"date": "2026-01-20", "amount": 45_000}))
    }

    fn of(desk: &Desk) -> &FinancialAid {
        desk.record.financial_aids.last().unwrap()
    }

    #[test]
    fn an_aid_is_granted_whole_or_in_part_or_refused() {
        for (answer, stage, granted) in [
            (json!({"result": "granted", "granted": null}), AidStage::Granted, Some(Cents(45_000))),
            (json!({"result": "granted", "granted": 30_000}), AidStage::Granted, Some(Cents(30_000))),
            (json!({"result": "refused", "granted": null}), AidStage::Refused, None),
        ] {
            let mut act = answer;
            (act["aid"], act["date"]) = (json!(null), json!("2026-01-30"));
            let desk = requested().does("answer_financial_aid", act);
            assert_eq!((of(&desk).stage(), of(&desk).granted()), (stage, granted));
            assert_eq!(of(&desk).since(), day("2026-01-30"));
        }
    }

    #[test]
    fn the_funder_is_the_instruments_unless_another_is_named() {
        for (instrument, named, funder) in [
            ("fsl", json!(null), Funder::Department),
            ("caf-relief", json!(null), Funder::Caf),
            ("fsl", json!("other"), Funder::Other),
        ] {
            let desk = Desk::included()
                .on("2026-02-01")
                .does("request_financial_aid", json!({"instrument": instrument, "funder": named}));
            assert_eq!(of(&desk).funder, funder, "{instrument}");
        }
    }

    #[test]
    fn an_amount_is_more_than_nothing_and_no_slip_of_the_keyboard() {
        for (amount, accepted) in [(0, false), (1, true), (10_000_000, true), (10_000_001, false)] {
            let tried = Desk::included().on("2026-02-01").tries("request_financial_aid", json!({"amount": amount}));
            assert_eq!(tried.is_ok(), accepted, "{amount} asked");
        }
        for (amount, accepted) in [(0, false), (1, true), (45_000, true), (45_001, false)] {
            let answer = json!({"aid": null, "result": "granted", "granted": amount});
            assert_eq!(requested().tries("answer_financial_aid", answer).is_ok(), accepted, "{amount} granted");
        }
    }

    #[test]
    fn the_answer_follows_the_request_and_comes_once() {
        for (date, accepted) in
            [("2026-01-19", false), ("2026-01-20", true), ("2026-02-01", true), ("2026-02-02", false)]
        {
            let tried = requested().tries("answer_financial_aid", json!({"aid": null, "date": date}));
            assert_eq!(tried.is_ok(), accepted, "{date}");
        }
        let answered = requested().does("answer_financial_aid", json!({"aid": null, "date": "2026-01-30"}));
        assert_eq!(
            answered.refusal("answer_financial_aid", json!({"aid": null})),
            Refusal::FinancialAidAlreadyAnswered { date: day("2026-01-30") }
        );
    }
}
