//! What the caseload list shows and sorts by: a small view of the record that does not depend on the day it is read.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::antenna::AntennaRecord;
use super::deadline::{Deadline, DeadlineRule};
use super::family::{FamilyRecord, FamilyStatus};
use crate::base::fold::fold;
use crate::base::id::{CenterCode, FamilyId, ReferentId};

/// One line of the caseload list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyRow {
    pub id: FamilyId,
    /// `SURNAME Given`.
    pub name: String,
    /// The name without accents or case, as it is sorted and searched.
    pub sort_key: String,
    pub matricule: String,
    pub birth_date: NaiveDate,
    pub status: FamilyStatus,
    pub center: Option<CenterCode>,
    pub referent: Option<ReferentId>,
    /// A stand-in named for a period that the list takes into account: (referent, from, to).
    pub stand_in: Option<(ReferentId, NaiveDate, NaiveDate)>,
    /// Rank, first and last day of the latest signed contract of the current stay.
    pub contract: Option<(u32, NaiveDate, NaiveDate)>,
    /// The earliest deadline.
    pub next: Option<(DeadlineRule, NaiveDate)>,
    /// The last encounter held.
    pub last_contact: Option<NaiveDate>,
    /// From the day after this one the family is silent (or was never met).
    pub silent_after: Option<NaiveDate>,
    /// Last day of the current or latest stay, and first.
    pub included_on: Option<NaiveDate>,
}

/// The list line of a record, with the deadlines already computed for it.
pub fn row(record: &FamilyRecord, _antenna: &AntennaRecord, deadlines: &[Deadline]) -> FamilyRow {
    let name = record.display_name();
    let stay = record.current_stay();
    let center = stay
        .map(|stay| stay.center.clone())
        .or_else(|| record.pending_orientation().map(|orientation| orientation.center.clone()))
        .or_else(|| record.orientations.last().map(|orientation| orientation.center.clone()));
    let contract = stay.and_then(|stay| {
        record
            .contracts_signed_since(stay.included_on)
            .filter(|contract| contract.began())
            .max_by_key(|contract| contract.starts)
            .map(|contract| (contract.rank, contract.starts, contract.last_day()))
    });
    let silent_after = deadlines
        .iter()
        .find(|deadline| matches!(deadline.rule, DeadlineRule::Silence | DeadlineRule::FirstMeeting))
        .map(|deadline| deadline.due);
    // The third birthday and the panel's window are landmarks a long way off; they still count when nothing is nearer.
    let next = deadlines.iter().min_by_key(|deadline| (deadline.due, deadline.rule)).map(|next| (next.rule, next.due));
    FamilyRow {
        id: record.id,
        sort_key: fold(&name),
        name,
        matricule: record.identity.matricule.clone(),
        birth_date: record.identity.birth_date,
        status: record.status(),
        center,
        referent: stay.and_then(|_| record.assignments.last()).map(|assignment| assignment.referent),
        stand_in: stay.and_then(|_| record.stand_ins.last()).map(|one| (one.referent, one.from, one.to)),
        contract,
        next,
        last_contact: record.encounters_held().map(|held| held.date).max(),
        silent_after,
        included_on: stay.map(|stay| stay.included_on),
    }
}
