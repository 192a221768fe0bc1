//! Random steps of an antenna beside those of its families: who works there, centres, the convention, group actions, topics.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::THEMES;
use crate::base::calendar::{add_days, sub_days};
use crate::domain::antenna::AntennaAct;
use crate::domain::testing::{Desk, MOREAU, NOBODY, PETIT, antenna_acts};

/// One step of the antenna: days that pass, then an act whose choices are dice.
#[derive(Clone, Debug)]
pub struct AntennaStep {
    days: u32,
    kind: usize,
    dice: [u32; 6],
}

pub fn antenna_step() -> impl Strategy<Value = AntennaStep> {
    let kind = 0..antenna_acts().len();
    (0..15_u32, kind, any::<[u32; 6]>()).prop_map(|(days, kind, dice)| AntennaStep { days, kind, dice })
}

impl Desk {
    /// Lets the days of a step pass and gives the antenna's act.
    pub fn walks_the_antenna(&mut self, step: &AntennaStep) -> AntennaAct {
        self.today = add_days(self.today, step.days);
        let mut act = antenna_acts().swap_remove(step.kind);
        let kind = act["act"].as_str().unwrap().to_owned();
        for (member, value) in self.chooses_of_antenna(&kind, step.dice).as_object().unwrap() {
            act[member] = value.clone();
        }
        serde_json::from_value(act).unwrap()
    }

    fn chooses_of_antenna(&self, kind: &str, dice: [u32; 6]) -> Value {
        let [first, second, third, fourth, fifth, sixth] = dice;
        let one_of = |die: u32, choices: &[&str]| choices[die as usize % choices.len()].to_owned();
        let ids = |found: Vec<String>| match found.len() {
            0 => NOBODY.to_owned(),
            _ if sixth.is_multiple_of(9) => NOBODY.to_owned(),
            len => found[second as usize % len].clone(),
        };
        let around = |die, before, after| self.around(die, before, after);
        let past = around(first, 20, 0);
        let center = one_of(third, &["melun", "meaux", "sud", "est", "nowhere", "Pas un code"]);
        let referent = ids(self.antenna.referents.iter().map(|one| one.id.to_string()).collect());
        let actions = self.antenna.group_actions.iter();
        let sessions = || self.antenna.group_actions.iter().flat_map(|action| &action.sessions);
        let topic = ids(self.antenna.topics.iter().map(|one| one.id.to_string()).collect());
        let places = [json!(null), json!(12), json!(3), json!(0)][fourth as usize % 4].clone();
        let text = one_of(fifth, &["dit en réunion", "écrit au Département", ""]);
        match kind {
            "found_antenna" => json!({}),
            "add_center" => json!({"code": center, "places": places}),
            "change_center" => {
                json!({"center": center, "places": places, "name": one_of(second, &["Melun", "Sud", ""]),
                "communes": ([vec!["Melun"], vec!["melun", "Vaux"], vec![], vec!["Meaux", ""]][fifth as usize % 4])})
            }
            "close_center" => {
                let from = if fourth.is_multiple_of(2) { json!(null) } else { json!(around(first, 30, 60)) };
                json!({"center": center, "from": from})
            }
            "add_referent" => {
                let id = if fourth.is_multiple_of(4) { json!(MOREAU) } else { json!(null) };
                json!({"id": id, "name": one_of(third, &["A. Essai", "B. Essai", ""]), "since": past,
                    "role": one_of(fifth, &["referent", "lead", "support"])})
            }
            // Those whom the families have come back most of the time: else nothing more would happen to these.
            "record_referent_leaving" => {
                let leaves = one_of(third, &[MOREAU, PETIT, &referent]);
                let later = add_days(self.today, 30 + fourth % 700);
                json!({"referent": leaves, "left_on": if fifth.is_multiple_of(3) { past } else { later }})
            }
            "correct_referent" => json!({"referent": referent, "name": one_of(third, &["C. Moreau", "C. Lenoir", ""]),
                "since": sub_days(self.today, fourth % 400),
                "role": ([json!(null), json!("referent"), json!("lead"), json!("support")][fifth as usize % 4])}),
            "adopt_convention" => self.avenant(dice, around(first, 0, 60)),
            "plan_group_action" => {
                let session =
                    |die: u32| json!({"date": around(die, 30, 60), "time": one_of(die, &["14:00:00", "09:30:00"])});
                let sessions: Vec<_> =
                    [first, second, third].into_iter().take(fourth as usize % 4).map(session).collect();
                json!({"title": one_of(fifth, &["Café", "Jardin", "Atelier", ""]), "theme": one_of(sixth, THEMES),
                    "sessions": sessions})
            }
            "add_group_session" => json!({"action": ids(actions.map(|one| one.id.to_string()).collect()),
                "date": around(first, 30, 60), "time": one_of(third, &["14:00:00", "09:30:00"])}),
            "cancel_group_session" => {
                json!({"session": ids(sessions().map(|one| one.id.to_string()).collect()), "motive": text})
            }
            "raise_topic" => json!({"date": past, "subject": one_of(third, &["public", "path"]), "text": text}),
            "follow_topic" => {
                json!({"topic": topic, "date": past, "by": one_of(third, &["department", "antenna"]), "text": text})
            }
            "close_topic" => json!({"topic": topic, "date": past, "outcome": text}),
            "note_partnership" => json!({"date": past, "text": text}),
            "close_period" => {
                let month = sub_days(self.today, third % 500).with_day(1).unwrap();
                json!({"from": month, "to": add_days(month, fourth % 60)})
            }
            unknown => panic!("{unknown} has no step"),
        }
    }

    /// The version in force with other numbers, some of them beyond what is plausible; what acts rest on stays as it is.
    fn avenant(&self, dice: [u32; 6], from: NaiveDate) -> Value {
        let [_, second, third, fourth, fifth, sixth] = dice;
        let mut version = serde_json::to_value(self.antenna.convention(self.today).unwrap()).unwrap();
        version["effective_from"] = json!(from);
        version["period"]["ends"] = json!("2099-12-31");
        version["article"] = json!(format!("avenant de {}", from.year()));
        version["caseload"] = json!({"places": third % 160, "places_per_center": fourth % 14});
        for (name, number) in [
            ("first_meeting_days", second % 40),
            ("contract_months_after_orientation", third % 5),
            ("review_months_before_end", fourth % 14),
            ("renewal_months_before_end", fifth % 14),
            ("examination_from_months", sixth % 14),
            ("silence_days", second % 90),
            ("disposal_days", third % 60),
        ] {
            version["delays"][name] = json!(number);
        }
        json!({"convention": version})
    }
}
