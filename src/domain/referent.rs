//! The single referent of a family at any date, and the stand-ins (art. 3).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::FamilyEvent as Event;
use super::family::FamilyRecord;
use super::refusal::Refusal;
use super::{Scene, plausible, required};
use crate::base::id::{ReferentId, StandInId};

/// The referent from a day on, until the next assignment or the exit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    pub referent: ReferentId,
    pub from: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub motive: String,
}

/// A referent who sees the family during an absence without becoming its referent. Both days inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandIn {
    pub id: StandInId,
    pub referent: ReferentId,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeReferent {
    pub referent: ReferentId,
    pub date: NaiveDate,
    pub motive: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameStandIn {
    pub referent: ReferentId,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub motive: String,
}

impl FamilyRecord {
    /// The single referent on `date`, while the family is in the caseload.
    pub fn referent_on(&self, date: NaiveDate) -> Option<ReferentId> {
        self.stay_on(date)?;
        self.assignments.iter().rev().find(|assignment| assignment.from <= date).map(|assignment| assignment.referent)
    }

    /// Those who stand in for the referent on `date`: whoever has become the referent no longer does.
    pub fn stand_ins_on(&self, date: NaiveDate) -> impl Iterator<Item = &StandIn> {
        let own = self.referent_on(date);
        let stands_in = move |one: &&StandIn| one.from <= date && date <= one.to && Some(one.referent) != own;
        self.stand_ins.iter().filter(stands_in)
    }
}

pub(super) fn change(scene: &Scene<'_>, record: &FamilyRecord, act: &ChangeReferent) -> Result<Vec<Event>, Refusal> {
    let stay = scene.current_stay(record)?;
    let motive = required("motive", &act.motive)?;
    plausible("date", act.date)?;
    if act.date < stay.included_on {
        return Err(Refusal::DateBefore { field: "date", date: act.date, earliest: stay.included_on });
    }
    let last = record.assignments.last();
    if let Some(last) = last.filter(|last| act.date <= last.from) {
        return Err(Refusal::ReferentAlreadyChanged { date: last.from });
    }
    scene.referent_on(act.referent, act.date)?;
    if last.is_some_and(|last| last.referent == act.referent) {
        return Err(Refusal::ReferentUnchanged {});
    }
    Ok(vec![Event::ReferentAssigned(Assignment { referent: act.referent, from: act.date, motive })])
}

pub(super) fn name_stand_in(
    scene: &Scene<'_>,
    record: &FamilyRecord,
    act: &NameStandIn,
) -> Result<Vec<Event>, Refusal> {
    let stay = scene.current_stay(record)?;
    if act.from < stay.included_on {
        return Err(Refusal::DateBefore { field: "from", date: act.from, earliest: stay.included_on });
    }
    if act.to < act.from {
        return Err(Refusal::PeriodReversed { from: act.from, to: act.to });
    }
    plausible("to", act.to)?;
    for day in [act.from, act.to] {
        scene.referent_on(act.referent, day)?;
        if record.referent_on(day) == Some(act.referent) {
            return Err(Refusal::StandInIsReferent {});
        }
    }
    if record.stand_ins.iter().any(|other| other.from <= act.to && act.from <= other.to) {
        return Err(Refusal::StandInOverlaps {});
    }
    let motive = required("motive", &act.motive)?;
    Ok(vec![Event::StandInNamed(StandIn {
        id: scene.ids.fresh(),
        referent: act.referent,
        from: act.from,
        to: act.to,
        motive,
    })])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, MOREAU, PETIT, day};

    fn referent(desk: &Desk, date: &str) -> Option<&'static str> {
        let found = desk.record.referent_on(day(date));
        [MOREAU, PETIT].into_iter().find(|id| found == Some(id.parse().unwrap()))
    }

    #[test]
    fn a_change_takes_effect_on_its_day_and_the_last_day_of_the_stay_has_a_referent() {
        let desk = Desk::included().does("change_referent", json!({})).on("2026-06-01").does("exit_family", json!({}));
        for (date, expected) in [
            ("2026-01-14", None),
            ("2026-01-15", Some(MOREAU)),
            ("2026-01-31", Some(MOREAU)),
            ("2026-02-01", Some(PETIT)),
            ("2026-06-01", Some(PETIT)),
            ("2026-06-02", None),
        ] {
            assert_eq!(referent(&desk, date), expected, "on {date}");
        }
        assert_eq!(desk.record.assignments[1].motive, "mutation");
    }

    #[test]
    fn a_change_has_a_motive_and_comes_after_the_one_before_it() {
        let desk = Desk::included();
        assert_eq!(desk.refusal("change_referent", json!({"motive": " "})), Refusal::FieldEmpty { field: "motive" });
        let early = desk.refusal("change_referent", json!({"date": "2026-01-14"}));
        let included_on = day("2026-01-15");
        assert_eq!(early, Refusal::DateBefore { field: "date", date: day("2026-01-14"), earliest: included_on });
        assert!(desk.tries("change_referent", json!({"date": "2026-01-16"})).is_ok(), "on the day after inclusion");
        let slip = desk.refusal("change_referent", json!({"date": "2206-02-01"}));
        assert_eq!(slip, Refusal::DateImplausible { field: "date", date: day("2206-02-01") });
        let desk = desk.does("change_referent", json!({}));
        for (date, accepted) in [("2026-01-20", false), ("2026-02-01", false), ("2026-02-02", true)] {
            let back = json!({"referent": MOREAU, "date": date});
            assert_eq!(desk.tries("change_referent", back).is_ok(), accepted, "on {date}");
        }
    }

    #[test]
    fn a_referent_is_there_from_the_first_day_to_the_eve_of_leaving() {
        let leaving = json!({"act": "record_referent_leaving", "referent": PETIT, "left_on": "2026-03-01"});
        let desk = Desk::included().antenna_does(leaving);
        assert!(desk.tries("change_referent", json!({"date": "2026-02-28"})).is_ok());
        assert_eq!(
            desk.refusal("change_referent", json!({"date": "2026-03-01"})),
            Refusal::ReferentNotThere { date: day("2026-03-01") }
        );
        // A stand-in is there on both ends of the period.
        let period = |from: &str, to: &str| json!({"from": from, "to": to});
        assert!(desk.tries("name_stand_in", period("2026-02-20", "2026-02-28")).is_ok());
        assert_eq!(
            desk.refusal("name_stand_in", period("2026-02-20", "2026-03-01")),
            Refusal::ReferentNotThere { date: day("2026-03-01") }
        );
    }

    #[test]
    fn a_stand_in_sees_the_family_without_becoming_its_referent() {
        let desk = Desk::included().does("name_stand_in", json!({}));
        for (date, standing_in) in
            [("2026-01-31", false), ("2026-02-01", true), ("2026-02-15", true), ("2026-02-16", false)]
        {
            assert_eq!(desk.record.stand_ins_on(day(date)).count() == 1, standing_in, "on {date}");
            assert_eq!(referent(&desk, date), Some(MOREAU), "on {date}");
        }
    }

    #[test]
    fn a_stand_in_who_becomes_the_referent_stands_in_no_longer() {
        let desk = Desk::included()
            .does("name_stand_in", json!({"from": "2026-02-01", "to": "2026-02-15"}))
            .does("change_referent", json!({"date": "2026-02-05"}));
        for (date, own, standing_in) in [("2026-02-04", MOREAU, 1), ("2026-02-05", PETIT, 0), ("2026-02-15", PETIT, 0)]
        {
            assert_eq!(referent(&desk, date), Some(own), "on {date}");
            assert_eq!(desk.record.stand_ins_on(day(date)).count(), standing_in, "on {date}");
        }
    }

    #[test]
    fn periods_of_stand_in_touch_and_never_overlap() {
        let desk = Desk::included().does("name_stand_in", json!({}));
        for (from, to, accepted) in [
            ("2026-01-15", "2026-01-31", true),
            ("2026-01-15", "2026-02-01", false),
            ("2026-02-05", "2026-02-06", false),
            ("2026-01-20", "2026-03-01", false),
            ("2026-02-16", "2026-02-16", true),
            ("2026-02-15", "2026-02-16", false),
            ("2026-01-14", "2026-01-20", false),
        ] {
            let period = json!({"from": from, "to": to});
            assert_eq!(desk.tries("name_stand_in", period).is_ok(), accepted, "{from} to {to}");
        }
        let unmotivated = json!({"from": "2026-03-01", "to": "2026-03-02", "motive": ""});
        assert_eq!(desk.refusal("name_stand_in", unmotivated), Refusal::FieldEmpty { field: "motive" });
    }

    #[test]
    fn the_referent_of_a_day_in_the_period_is_no_stand_in() {
        let desk = Desk::included().does("change_referent", json!({"date": "2026-02-10"}));
        let stand_in = |referent: &str, from: &str, to: &str| {
            desk.tries("name_stand_in", json!({"referent": referent, "from": from, "to": to})).map(drop)
        };
        assert_eq!(stand_in(PETIT, "2026-02-01", "2026-02-09"), Ok(()));
        assert_eq!(stand_in(PETIT, "2026-02-01", "2026-02-10"), Err(Refusal::StandInIsReferent {}));
        assert_eq!(stand_in(MOREAU, "2026-02-09", "2026-02-12"), Err(Refusal::StandInIsReferent {}));
        assert_eq!(stand_in(MOREAU, "2026-02-10", "2026-02-12"), Ok(()));
    }

    #[test]
    fn a_family_that_comes_back_has_the_referent_of_its_new_stay() {
        let desk = Desk::out()
            .does("receive_orientation", json!({"date": "2026-06-01"}))
            .on("2026-09-01")
            .does("include_family", json!({"date": "2026-09-01", "referent": PETIT}));
        for (date, expected) in [("2026-05-01", Some(MOREAU)), ("2026-08-01", None), ("2026-09-01", Some(PETIT))] {
            assert_eq!(referent(&desk, date), expected, "on {date}");
        }
    }
}
