//! Ordinary families: met every month or so, under one contract after the other.

use rand::RngExt;
use rand::seq::IndexedRandom;

use super::plots::{Done, FOLLOW, Plot, enters, leaves, stays, will_be_seen};
use super::story::Story;
use crate::base::money::Cents;
use crate::domain::aid::AidResult;
use crate::domain::contract::{CommitmentResult, ContractKind};
use crate::domain::encounter::Setting;
use crate::domain::landmark::Occasion;
use crate::domain::rights::ClaimResult;

/// A family of the caseload, or one that left it.
pub(super) const ORDINARY: Plot = stays(accompanied);
pub(super) const FORMER: Plot = leaves(accompanied_then_left);

fn accompanied(story: &mut Story<'_>) -> Done {
    // Few stay more than a year.
    let longest = if story.rng.random_bool(0.8) { 350 } else { 700 };
    let oriented = story.rng.random_range(35..longest);
    lives(story, oriented, 0)
}

fn accompanied_then_left(story: &mut Story<'_>) -> Done {
    let left = story.rng.random_range(5..300);
    let oriented = left + story.rng.random_range(200..600);
    lives(story, oriented, left)?;
    let (outcome, said) =
        [("work", 0), ("training", 1), ("professional-referent", 2), ("moved", 3), ("other-right", 4)]
            .get(story.rng.random_range(0..5))
            .copied()
            .unwrap_or(("unknown", 4));
    match outcome {
        "work" => story.begins_work(left, "permanent-job")?,
        "training" => story.begins_work(left, "training")?,
        "professional-referent" => story.is_referred_to(left, "pole-emploi")?,
        _elsewhere => {}
    }
    story.exits(left, &["benefit-ended"], outcome, said)
}

/// Met every month or so, under one contract after the other, until `until` days ago.
fn lives(story: &mut Story<'_>, oriented: u64, until: u64) -> Done {
    let oldest = 1000_u64.saturating_sub(oriented).clamp(20, 600);
    let mut children = vec![story.rng.random_range(10..oldest)];
    for _ in 0..story.rng.random_range(0..3) {
        children.push(story.rng.random_range(1100..5000));
    }
    enters(story, oriented, &children)?;
    let mut now = oriented - 24;
    if story.rng.random_bool(0.7) {
        story.rates(now, Occasion::Entry)?;
    }
    let claimed = now > until + 75 && story.rng.random_bool(0.6);
    if claimed {
        let right = ["asf", "cmg", "housing-benefit", "health-cover"].choose(&mut story.rng).copied().unwrap_or("asf");
        story.claims(now, right)?;
    }
    let mut contract_ends = None;
    let mut first = true;
    loop {
        let pause = story.rng.random_range(18..44);
        if now < until + pause + 2 {
            break;
        }
        now -= pause;
        if story.rng.random_bool(0.2) {
            story.is_expected(now)?;
        }
        if std::mem::take(&mut first) && claimed {
            story.submits(now)?;
            let instrument = ["fsl", "caf-relief", "apre", "ccas"].choose(&mut story.rng).copied().unwrap_or("fsl");
            let amount = Cents(story.rng.random_range(5..90) * 1_000);
            story.asks(now, instrument, amount)?;
        } else if claimed && story.record.rights_claims.iter().any(|claim| claim.is_open()) {
            let result = if story.rng.random_bool(0.8) { ClaimResult::Granted } else { ClaimResult::Refused };
            story.obtains(now, result)?;
            let answer = if story.rng.random_bool(0.7) { AidResult::Granted } else { AidResult::Refused };
            story.is_answered(now, answer, None)?;
        }
        let months = [3, 6, 6, 6, 9, 12].get(story.rng.random_range(0..6)).copied().unwrap_or(6);
        match contract_ends {
            // One family in five is still without a contract when its second month ends.
            None if story.rng.random_bool(0.8) => {
                story.contracts(now, ContractKind::First, months)?;
                contract_ends = story.record.latest_signed_contract().map(|contract| contract.last_day());
            }
            Some(ends) if ends < story.ago(now) => {
                story.contracts(now, ContractKind::Renewal, months)?;
                contract_ends = story.record.latest_signed_contract().map(|contract| contract.last_day());
            }
            Some(ends) if ends < story.ago(now.saturating_sub(60)) => {
                story.reviews(now)?;
                story.rates(now, Occasion::Review)?;
                story.settles(now, 2, CommitmentResult::Kept)?;
            }
            None | Some(_) => meets_or_not(story, now)?,
        }
    }
    if until == 0 && story.rng.random_bool(0.6) {
        let ahead = story.rng.random_range(1..21);
        will_be_seen(story, now, ahead)?;
    }
    Ok(())
}

fn meets_or_not(story: &mut Story<'_>, ago: u64) -> Done {
    let made = ago + 9;
    match story.rng.random_range(0..10) {
        0 => {
            story.plans(made, story.ago(ago), Setting::CafPremises)?;
            story.misses(ago, false)
        }
        1 => {
            story.plans(made, story.ago(ago), Setting::CafPremises)?;
            story.misses(ago, true)
        }
        2..=4 => story.meets(ago, Setting::HomeVisit, FOLLOW),
        5 => story.meets(ago, Setting::Remote, FOLLOW),
        6 => story.meets(ago, Setting::DepartmentPremises, FOLLOW),
        _ => story.meets(ago, Setting::CafPremises, FOLLOW),
    }?;
    if story.rng.random_bool(0.3) {
        story.settles(ago, 1, CommitmentResult::Kept)?;
    }
    Ok(())
}
