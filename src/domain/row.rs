//! What the caseload list shows and sorts by: a small view of the record that does not depend on the day it is read.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::deadline::{Deadline, DeadlineRule};
use super::family::{FamilyRecord, FamilyStatus, Stay};
use super::referent::Assignment;
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
    /// The referent last entered, who may still be to come.
    pub referent: Option<ReferentId>,
    /// Those of the current stay before, each with the first and last day.
    pub referents_before: Vec<Period>,
    /// Those who stand in, each for a period.
    pub stand_ins: Vec<Period>,
    /// Rank, first and last day of the latest signed contract of the current stay.
    pub contract: Option<(u32, NaiveDate, NaiveDate)>,
    /// The earliest deadline.
    pub next: Option<(DeadlineRule, NaiveDate)>,
    /// The last encounter held.
    pub last_contact: Option<NaiveDate>,
    /// From the day after this one the family is silent (or was never met).
    pub silent_after: Option<NaiveDate>,
    /// First day of the current stay.
    pub included_on: Option<NaiveDate>,
}

/// Who, from which day on, until which day, inclusive.
pub type Period = (ReferentId, NaiveDate, NaiveDate);

impl FamilyRow {
    /// The single referent on `date` (art. 3).
    pub fn referent_on(&self, date: NaiveDate) -> Option<ReferentId> {
        let before = self.referents_before.iter().find(|(_, from, to)| *from <= date && date <= *to);
        before.map(|(who, ..)| *who).or(self.referent)
    }

    /// Whether somebody follows the family on `date`, or stands in for who does.
    pub fn is_seen_by(&self, referent: ReferentId, date: NaiveDate) -> bool {
        let stands_in = |(who, from, to): &Period| *who == referent && *from <= date && date <= *to;
        self.referent_on(date) == Some(referent) || self.stand_ins.iter().any(stands_in)
    }
}

/// The list line of a record, with the deadlines already computed for it.
pub fn row(record: &FamilyRecord, deadlines: &[Deadline]) -> FamilyRow {
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
    // The line is written once and read for long: what ends by itself is left to the agenda.
    let lasting = deadlines.iter().filter(|deadline| !deadline.ends_by_itself());
    let next = lasting.min_by_key(|deadline| (deadline.due, deadline.rule)).map(|next| (next.rule, next.due));
    FamilyRow {
        id: record.id,
        sort_key: fold(&name),
        name,
        matricule: record.identity.matricule.clone(),
        birth_date: record.identity.birth_date,
        status: record.status(),
        center,
        referent: stay.and_then(|_| record.assignments.last()).map(|assignment| assignment.referent),
        referents_before: stay.map(|stay| referents_before(record, stay)).unwrap_or_default(),
        stand_ins: stay.map(|stay| stand_ins(record, stay)).unwrap_or_default(),
        contract,
        next,
        last_contact: record.encounters_held().map(|held| held.date).max(),
        silent_after,
        included_on: stay.map(|stay| stay.included_on),
    }
}

/// The referents of a stay but the last, each until the eve of the next.
fn referents_before(record: &FamilyRecord, stay: &Stay) -> Vec<Period> {
    let of_the_stay: Vec<_> = record.assignments.iter().filter(|one| stay.included_on <= one.from).collect();
    let until = |next: &Assignment| next.from.pred_opt().unwrap_or(next.from);
    of_the_stay
        .iter()
        .zip(of_the_stay.iter().skip(1))
        .map(|(one, next)| (one.referent, one.from, until(next)))
        .collect()
}

fn stand_ins(record: &FamilyRecord, stay: &Stay) -> Vec<Period> {
    let of_the_stay = record.stand_ins.iter().filter(|one| stay.included_on <= one.from);
    of_the_stay.map(|one| (one.referent, one.from, one.to)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::deadline::deadlines;
    use crate::domain::testing::{Desk, MOREAU, PETIT, day};

    fn line(desk: &Desk) -> FamilyRow {
        row(&desk.record, &deadlines(&desk.record, &desk.antenna))
    }

    #[test]
    fn a_line_shows_where_the_family_stands() {
        let oriented = line(&Desk::oriented().does("correct_identity", json!({"surname": "Éluard"})));
        assert_eq!((oriented.name.as_str(), oriented.sort_key.as_str()), ("ÉLUARD Aminata", "eluard aminata"));
        assert_eq!(oriented.status, FamilyStatus::Oriented);
        assert_eq!(oriented.center, Some(CenterCode::from("melun")));
        assert_eq!((oriented.referent, oriented.contract, oriented.included_on), (None, None, None));
        assert_eq!(oriented.next, Some((DeadlineRule::OrientationToAnswer, day("2026-03-10"))));

        let desk = Desk::contracted()
            .does("hold_encounter", json!({}))
            .does("change_referent", json!({"date": "2026-03-01"}))
            .does("name_stand_in", json!({"referent": PETIT, "from": "2026-02-02", "to": "2026-02-08"}));
        let included = line(&desk);
        assert_eq!(included.status, FamilyStatus::Included);
        assert_eq!(included.referent, Some(PETIT.parse().unwrap()));
        let before = (MOREAU.parse().unwrap(), day("2026-01-15"), day("2026-02-28"));
        assert_eq!(included.referents_before, [before]);
        let period = (PETIT.parse().unwrap(), day("2026-02-02"), day("2026-02-08"));
        assert_eq!(included.stand_ins, [period]);
        assert_eq!(included.contract, Some((1, day("2026-02-01"), day("2026-07-31"))));
        assert_eq!((included.last_contact, included.silent_after), (Some(day("2026-02-01")), Some(day("2026-03-18"))));
        assert_eq!(included.next, Some((DeadlineRule::CommitmentDue, day("2026-03-01"))));
        assert_eq!(included.included_on, Some(day("2026-01-15")));

        let out = line(&Desk::out());
        assert_eq!((out.status, out.referent, out.contract), (FamilyStatus::Out, None, None));
        assert!(out.referents_before.is_empty() && out.stand_ins.is_empty());
        assert_eq!(out.center, Some(CenterCode::from("melun")));
        assert_eq!((out.silent_after, out.next), (None, Some((DeadlineRule::Retention, day("2028-06-01")))));
    }

    #[test]
    fn who_sees_the_family_follows_from_the_day_whatever_is_planned() {
        let (moreau, petit) = (MOREAU.parse().unwrap(), PETIT.parse().unwrap());
        let desk = Desk::included()
            .does("name_stand_in", json!({"from": "2026-02-10", "to": "2026-02-20"}))
            .does("name_stand_in", json!({"from": "2026-05-01", "to": "2026-05-10"}))
            .does("change_referent", json!({"date": "2027-03-01"}))
            .does("change_referent", json!({"referent": MOREAU, "date": "2027-06-01"}));
        let line = line(&desk);
        for (date, own, seen_by_moreau, seen_by_petit) in [
            ("2026-01-15", moreau, true, false),
            ("2026-02-09", moreau, true, false),
            ("2026-02-10", moreau, true, true),
            ("2026-02-20", moreau, true, true),
            ("2026-02-21", moreau, true, false),
            ("2026-05-10", moreau, true, true),
            ("2027-02-28", moreau, true, false),
            ("2027-03-01", petit, false, true),
            ("2027-05-31", petit, false, true),
            ("2027-06-01", moreau, true, false),
        ] {
            assert_eq!(line.referent_on(day(date)), Some(own), "on {date}");
            let seen = [moreau, petit].map(|who| line.is_seen_by(who, day(date)));
            assert_eq!(seen, [seen_by_moreau, seen_by_petit], "on {date}");
        }
    }

    #[test]
    fn a_family_never_met_is_silent_after_the_first_meeting_it_should_have_had() {
        let never_met = line(&Desk::included());
        assert_eq!((never_met.last_contact, never_met.silent_after), (None, Some(day("2026-01-30"))));
        assert_eq!(never_met.referent, Some(MOREAU.parse().unwrap()));
    }

    #[test]
    fn the_contract_shown_is_the_latest_signed_in_the_stay() {
        let next = json!({"kind": "renewal", "starts": "2026-08-01", "months": 3});
        let desk = Desk::contracted().on("2026-06-01").does("draft_contract", next);
        assert_eq!(line(&desk).contract.unwrap().0, 1, "a draft binds nobody");
        let desk = desk.does("sign_contract", json!({"date": "2026-06-01"}));
        assert_eq!(line(&desk).contract, Some((2, day("2026-08-01"), day("2026-10-31"))));
        let back = desk
            .does("exit_family", json!({}))
            .does("receive_orientation", json!({"date": "2026-06-01", "center": "meaux"}))
            .on("2026-06-15")
            .does("include_family", json!({"date": "2026-06-15"}));
        assert_eq!(line(&back).contract, None);
        assert_eq!(line(&back).center, Some(CenterCode::from("meaux")));
    }

    #[test]
    fn of_two_deadlines_on_one_day_the_first_of_the_rules_is_next() {
        let desk = Desk::included().does("plan_encounter", json!({"date": "2026-01-30"}));
        assert_eq!(line(&desk).next, Some((DeadlineRule::Appointment, day("2026-01-30"))));
    }
}
