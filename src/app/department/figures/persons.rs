//! Persons whom several antennas know: each counts once in what the antennas count together.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::app::AppError;
use crate::base::calendar;
use crate::base::id::FamilyId;
use crate::domain::impact::{Group, Impact};
use crate::domain::indicator::Indicators;
use crate::store::reading::Reading;

/// Counts each person once in the total, in the antennas together and in each month, whichever antennas know her; how many were twice
/// in the total.
///
/// # Errors
/// The store's.
pub(super) fn count_once(
    reading: &Reading<'_>,
    refused: &BTreeSet<FamilyId>,
    impact: &mut Impact,
) -> Result<u64, AppError> {
    let twice = counted_with_another(reading, refused, impact.from, impact.to)?.len() as u64;
    if twice == 0 {
        return Ok(0);
    }
    impact.total.beneficiaries -= twice;
    if let Some(all) = impact.groups.get_mut(&Group::Antenna) {
        all.beneficiaries -= twice;
    }
    let months: Vec<NaiveDate> = impact.months.keys().copied().collect();
    for first in months {
        let last = calendar::sub_days(calendar::add_months(first, 1), 1);
        let twice = counted_with_another(reading, refused, first.max(impact.from), last.min(impact.to))?.len() as u64;
        if let Some(figures) = impact.months.get_mut(&first) {
            figures.beneficiaries -= twice;
        }
    }
    Ok(twice)
}

/// The records of persons who count with another antenna's record already: of each person the latest record is not among them.
///
/// # Errors
/// The store's.
pub(super) fn counted_with_another(
    reading: &Reading<'_>,
    left_out: &BTreeSet<FamilyId>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeSet<FamilyId>, AppError> {
    let mut others = BTreeSet::new();
    for matricule in reading.matricules_known_twice()? {
        let mut counting = Vec::new();
        for row in reading.rows_of_matricule(&matricule)?.into_iter().filter(|row| !left_out.contains(&row.id)) {
            let Some(record) = reading.family(row.id)? else { continue };
            let mut figures = Indicators::default();
            figures.count(&record, from, to);
            if figures.beneficiaries > 0 {
                counting.push((row.included_on, row.id));
            }
        }
        counting.sort_unstable();
        counting.pop();
        others.extend(counting.into_iter().map(|(_, family)| family));
    }
    Ok(others)
}
