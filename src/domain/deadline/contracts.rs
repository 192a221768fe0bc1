//! What the contracts of a stay leave to be done: the next signature, reviews, renewals, ends, commitments (art. 4).

use chrono::NaiveDate;

use super::{About, Deadline, DeadlineRule, push};
use crate::base::calendar;
use crate::domain::antenna::AntennaRecord;
use crate::domain::contract::Contract;
use crate::domain::family::FamilyRecord;

pub(super) fn of_the_contracts(
    record: &FamilyRecord,
    antenna: &AntennaRecord,
    included_on: NaiveDate,
    found: &mut Vec<Deadline>,
) {
    let mut signed: Vec<_> = record.contracts_signed_since(included_on).collect();
    signed.sort_by_key(|contract| contract.starts);
    match signed.last() {
        None => {
            let orientation = record
                .current_stay()
                .and_then(|stay| record.orientations.iter().find(|orientation| orientation.id == stay.orientation));
            let from = orientation.map_or(included_on, |orientation| orientation.date);
            if let Some(convention) = antenna.convention(from) {
                let due = calendar::add_months(from, convention.delays.contract_months_after_orientation);
                // After the last child under the age has left, or turned that age, none can be signed any more (art. 6).
                let years = convention.inclusion.child_under_years;
                let birthday = record.landmark_birthday(NaiveDate::MAX, years);
                if record.last_child_left_on(NaiveDate::MAX, years).is_none() {
                    let due = birthday.map_or(due, |birthday| due.min(birthday));
                    push(found, DeadlineRule::ContractToSign, from, due, About::Family);
                }
            }
        }
        Some(last) if last.ended.is_none() => {
            if let Some(convention) = antenna.convention(last.starts) {
                let delays = &convention.delays;
                let about = || About::Contract { id: last.id, rank: last.rank };
                let term = last.term();
                if let Some(due) = review_to_make(last, antenna) {
                    push(found, DeadlineRule::ContractReview, last.starts, due, about());
                }
                let renewable = renewable_at(record, term, convention.inclusion.child_under_years);
                if renewable {
                    let due = calendar::sub_months(term, delays.renewal_months_before_end);
                    push(found, DeadlineRule::ContractRenewal, last.starts, due, about());
                }
                push(found, DeadlineRule::ContractEnd, last.starts, term, about());
            }
        }
        // Who is still accompanied goes on without a contract since the day on which the last one ended early.
        Some(last) => {
            let years = antenna.convention(last.starts).map(|convention| convention.inclusion.child_under_years);
            if years.is_some_and(|years| renewable_at(record, last.last_day(), years)) {
                let about = About::Contract { id: last.id, rank: last.rank };
                push(found, DeadlineRule::ContractRenewal, last.starts, last.last_day(), about);
            }
        }
    }
    // A renewal signed early leaves the review of the contract that still runs to be made.
    if let [.., running, Contract { signature: Some(renewed), .. }] = signed.as_slice()
        && let Some(due) = review_to_make(running, antenna).filter(|due| renewed.date < *due)
    {
        let about = About::Contract { id: running.id, rank: running.rank };
        push(found, DeadlineRule::ContractReview, running.starts, due, about);
    }
    for contract in signed {
        for commitment in contract.open_commitments() {
            if let Some(due) = commitment.due {
                let about = About::Commitment { id: commitment.id, text: commitment.text.clone() };
                let opens = contract.signature.as_ref().map_or(contract.starts, |signature| signature.date);
                push(found, DeadlineRule::CommitmentDue, opens, due, about);
            }
        }
    }
}

/// The day by which a contract that nothing ended is to be reviewed, until it is.
fn review_to_make(contract: &Contract, antenna: &AntennaRecord) -> Option<NaiveDate> {
    let convention = antenna.convention(contract.starts)?;
    let to_make = contract.ended.is_none() && contract.reviews.is_empty();
    to_make.then(|| contract.review_due(convention.delays.review_months_before_end))
}

/// A contract can be renewed when the next one would not begin after the youngest child's third birthday (art. 6).
fn renewable_at(record: &FamilyRecord, term: NaiveDate, years: u32) -> bool {
    let next = calendar::add_days(term, 1);
    record.landmark_birthday(next, years).is_some_and(|birthday| next <= birthday)
}
