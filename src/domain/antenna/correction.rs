//! What was entered wrong of a referent, or is no longer so: the name, the first day, the role.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AntennaRecord, ReferentRole};
use crate::base::id::ReferentId;
use crate::domain::event::AntennaEvent as Event;
use crate::domain::refusal::Refusal;
use crate::domain::{named, plausible};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectReferent {
    pub referent: ReferentId,
    pub name: String,
    /// First day at the antenna.
    pub since: NaiveDate,
    /// As it was where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ReferentRole>,
}

pub(super) fn correct(antenna: &AntennaRecord, act: &CorrectReferent) -> Result<Event, Refusal> {
    let referent = antenna.referent(act.referent).ok_or(Refusal::ReferentUnknown {})?;
    let name = named("name", &act.name)?;
    let since = plausible("since", act.since)?;
    if let Some(left_on) = referent.left_on.filter(|left_on| *left_on < since) {
        return Err(Refusal::ReferentLeftBefore { left_on });
    }
    let role = act.role.filter(|role| *role != referent.role);
    if (&referent.name, referent.since, None) == (&name, since, role) {
        return Err(Refusal::NothingChanges {});
    }
    Ok(Event::ReferentCorrected(CorrectReferent { referent: act.referent, name, since, role }))
}

pub(super) fn evolve(antenna: &mut AntennaRecord, corrected: &CorrectReferent) {
    if let Some(referent) = antenna.referents.iter_mut().find(|referent| referent.id == corrected.referent) {
        referent.name.clone_from(&corrected.name);
        referent.since = corrected.since;
        referent.role = corrected.role.unwrap_or(referent.role);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::testing::{Desk, MOREAU, NOBODY, PETIT, day};

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
    fn who_supports_the_others_is_given_no_family_and_a_role_can_change() {
        let role = |role: &str| {
            let mut act = correct(MOREAU, "C. Moreau", "2025-01-01");
            act["role"] = json!(role);
            act
        };
        let desk = Desk::oriented().antenna_does(role("support"));
        let refused = Err(Refusal::ReferentFollowsNobody {});
        assert_eq!(desk.tries("include_family", json!({"referent": MOREAU})).map(drop), refused);
        // A name corrected says nothing of the role.
        let desk = desk.antenna_does(correct(MOREAU, "C. Moreau-Lenoir", "2025-01-01"));
        assert_eq!(desk.tries("include_family", json!({"referent": MOREAU})).map(drop), refused);
        assert_eq!(
            desk.antenna_tries(correct(MOREAU, "C. Moreau-Lenoir", "2025-01-01")),
            Err(Refusal::NothingChanges {})
        );
        for (role, follows) in [("lead", true), ("referent", true)] {
            let mut act = correct(MOREAU, "C. Moreau", "2025-01-01");
            act["role"] = json!(role);
            let given = Desk::oriented().antenna_does(json!({"act": "correct_referent", "referent": MOREAU,
                "name": "C. Moreau", "since": "2025-01-01", "role": "support"}));
            assert_eq!(given.antenna_does(act).tries("include_family", json!({"referent": MOREAU})).is_ok(), follows);
        }
        let included = Desk::included().antenna_does(json!({"act": "correct_referent", "referent": PETIT,
            "name": "L. Petit", "since": "2025-01-01", "role": "support"}));
        for kind in ["change_referent", "name_stand_in"] {
            assert_eq!(included.refusal(kind, json!({"referent": PETIT})), Refusal::ReferentFollowsNobody {}, "{kind}");
        }
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
