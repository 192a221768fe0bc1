//! What was entered wrong of a referent: the name, the first day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::AntennaRecord;
use crate::base::id::ReferentId;
use crate::domain::event::AntennaEvent as Event;
use crate::domain::refusal::Refusal;
use crate::domain::{plausible, required};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectReferent {
    pub referent: ReferentId,
    pub name: String,
    /// First day at the antenna.
    pub since: NaiveDate,
}

pub(super) fn correct(antenna: &AntennaRecord, act: &CorrectReferent) -> Result<Event, Refusal> {
    let referent = antenna.referent(act.referent).ok_or(Refusal::ReferentUnknown {})?;
    let name = required("name", &act.name)?;
    let since = plausible("since", act.since)?;
    if let Some(left_on) = referent.left_on.filter(|left_on| *left_on < since) {
        return Err(Refusal::ReferentLeftBefore { left_on });
    }
    if (&referent.name, referent.since) == (&name, since) {
        return Err(Refusal::NothingChanges {});
    }
    Ok(Event::ReferentCorrected(CorrectReferent { referent: act.referent, name, since }))
}

pub(super) fn evolve(antenna: &mut AntennaRecord, corrected: &CorrectReferent) {
    if let Some(referent) = antenna.referents.iter_mut().find(|referent| referent.id == corrected.referent) {
        referent.name.clone_from(&corrected.name);
        referent.since = corrected.since;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::testing::{Desk, MOREAU, NOBODY, day};

    fn correct(referent: &str, name: &str, since: &str) -> Value {
        json!({"act": "correct_referent", "referent": referent, "name": name, "since": since})
    }

    #[test]
    fn a_name_and_a_first_day_entered_wrong_are_corrected() {
        let antenna = Desk::opened().antenna_does(correct(MOREAU, "C. Moreau-Lenoir", "2025-02-01")).antenna;
        assert_eq!(
            (antenna.referents[0].name.as_str(), antenna.referents[0].since),
            ("C. Moreau-Lenoir", day("2025-02-01"))
        );
        assert!(!antenna.has_referent_on(MOREAU.parse().unwrap(), day("2025-01-31")));
    }

    #[test]
    fn a_correction_that_cannot_be_is_refused() {
        let leaving = json!({"act": "record_referent_leaving", "referent": MOREAU, "left_on": "2026-03-01"});
        let desk = Desk::opened().antenna_does(leaving);
        for (act, expected) in [
            (correct(NOBODY, "C. Moreau", "2025-01-01"), Refusal::ReferentUnknown {}),
            (correct(MOREAU, "", "2025-01-01"), Refusal::FieldEmpty { field: "name" }),
            (
                correct(MOREAU, "C. Moreau", "2225-01-01"),
                Refusal::DateImplausible { field: "since", date: day("2225-01-01") },
            ),
            (correct(MOREAU, "C. Moreau", "2026-03-02"), Refusal::ReferentLeftBefore { left_on: day("2026-03-01") }),
            (correct(MOREAU, "C. Moreau", "2025-01-01"), Refusal::NothingChanges {}),
        ] {
            assert_eq!(desk.antenna_tries(act.clone()), Err(expected), "{act}");
        }
        assert!(desk.antenna_tries(correct(MOREAU, "C. Moreau", "2026-03-01")).is_ok());
    }
}
