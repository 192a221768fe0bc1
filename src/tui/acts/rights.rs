//! Rights claimed and financial aids: opened or asked, then what came of them.

use super::{FormScene, happened, options};
use crate::base::locale::Fact;
use crate::domain::aid::{AidResult, FinancialAid, Funder};
use crate::domain::refusal::Refusal;
use crate::domain::rights::{ClaimResult, RightsClaim};
use crate::tui::widgets::field::{Choice, Field};

pub(super) fn open(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.in_a_stay()?;
    let rights = scene.convention()?.rights.iter();
    let rights = rights.map(|right| Choice::new(right.code.as_str(), scene.label(&right.label))).collect();
    Ok(vec![Field::choice("right", rights), happened(scene, "date"), Field::text("comment").optional()])
}

pub(super) fn submit(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let of = claim(scene, |claim| claim.is_open() && claim.submitted_on.is_none())?;
    Ok(vec![of, happened(scene, "date")])
}

pub(super) fn finalise(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let of = claim(scene, RightsClaim::is_open)?;
    let results = options(scene, "claim-result", &ClaimResult::ALL);
    Ok(vec![
        of,
        Field::choice("result", results).value("granted"),
        happened(scene, "date"),
        Field::text("comment").optional(),
    ])
}

pub(super) fn request(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.in_a_stay()?;
    let instruments = scene.convention()?.instruments.iter();
    let instruments =
        instruments.map(|instrument| Choice::new(instrument.code.as_str(), scene.label(&instrument.label))).collect();
    Ok(vec![
        Field::choice("instrument", instruments),
        Field::money("amount"),
        Field::text("purpose").optional(),
        happened(scene, "date"),
        Field::choice("funder", options(scene, "funder", &Funder::ALL)).optional(),
    ])
}

pub(super) fn answer(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    let record = scene.record()?;
    let mut waiting: Vec<_> = record.financial_aids.iter().filter(|aid| aid.is_open()).collect();
    waiting.sort_by_key(|aid| aid.requested_on);
    let answered = || record.financial_aids.last().and_then(|aid| aid.answer.as_ref());
    let none_waits = || match answered() {
        Some(answer) => Refusal::FinancialAidAlreadyAnswered { date: answer.date },
        None => Refusal::NoFinancialAid {},
    };
    let first = waiting.first().copied().ok_or_else(none_waits)?;
    let choice = |aid: &&FinancialAid| {
        let facts = [
            ("instrument", Fact::Text(aid.instrument_name(scene.catalog, scene.antenna))),
            ("amount", Fact::Cents(aid.amount)),
            ("date", Fact::Date(aid.requested_on)),
        ];
        Choice::new(aid.id.to_string(), scene.catalog.text_with("aid-choice", &facts))
    };
    let of = match waiting.len() {
        0 | 1 => Field::choice("aid", vec![choice(&first)]).value(first.id.to_string()).hidden(),
        _several => Field::choice("aid", waiting.iter().map(choice).collect()).value(first.id.to_string()),
    };
    Ok(vec![
        of,
        Field::choice("result", options(scene, "aid-result", &AidResult::ALL)).value("granted"),
        Field::money("granted").optional().only_when("result", &["granted"]),
        happened(scene, "date"),
        Field::text("comment").optional(),
    ])
}

/// The claim that waits longest of those that fit; asked where several do.
fn claim(scene: &FormScene<'_>, fits: impl Fn(&RightsClaim) -> bool) -> Result<Field, Refusal> {
    let record = scene.record()?;
    let mut fitting: Vec<_> = record.rights_claims.iter().filter(|claim| fits(claim)).collect();
    fitting.sort_by_key(|claim| claim.since());
    let none_fits = || match record.rights_claims.last() {
        None => Refusal::NoRightsClaim {},
        Some(RightsClaim { finalised: Some(outcome), .. }) => {
            Refusal::RightsClaimAlreadyFinalised { date: outcome.date }
        }
        Some(submitted) => Refusal::RightsClaimAlreadySubmitted { date: submitted.since() },
    };
    let first = fitting.first().copied().ok_or_else(none_fits)?;
    let choice = |claim: &&RightsClaim| {
        let facts = [
            ("right", Fact::Text(claim.right_name(scene.catalog, scene.antenna))),
            ("stage", Fact::Text(scene.catalog.text(claim.stage().id()).into_owned())),
            ("date", Fact::Date(claim.since())),
        ];
        Choice::new(claim.id.to_string(), scene.catalog.text_with("claim-choice", &facts))
    };
    Ok(match fitting.len() {
        0 | 1 => Field::choice("claim", vec![choice(&first)]).value(first.id.to_string()).hidden(),
        _several => Field::choice("claim", fitting.iter().map(choice).collect()).value(first.id.to_string()),
    })
}
