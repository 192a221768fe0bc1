//! Random lives of a family: one step after the other, most of them near enough to the rules to be accepted.

mod antenna;

pub use antenna::{AntennaStep, antenna_step};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Desk, FAMILY_ACTS, MOREAU, NOBODY, PETIT, act};
use crate::base::calendar::{add_days, sub_days};
use crate::domain::FamilyAct;
use crate::domain::orientation::Census;

/// What is worked on, and now and then what may not be (art. 5).
const THEMES: &[&str] = &["housing", "rights", "budget", "parenting", "child-protection", "emergency-housing"];

/// One step: days that pass, then an act whose choices are dice.
#[derive(Clone, Debug)]
pub struct Step {
    days: u32,
    kind: usize,
    dice: [u32; 6],
}

pub fn steps(longest: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..longest)
}

pub fn step() -> impl Strategy<Value = Step> {
    // What a life is made of comes more often than the rest: the first kinds, the meetings, the contracts.
    let often = prop::sample::select(vec![
        0, 1, 1, 13, 14, 18, 18, 19, 21, 21, 21, 22, 23, 24, 25, 26, 27, 28, 30, 31, 31, 33, 34, 35, 35, 36, 36, 38,
        39, 40,
    ]);
    let kind = prop_oneof![1 => often, 1 => 0..FAMILY_ACTS.len()];
    (0..15_u32, kind, any::<[u32; 6]>()).prop_map(|(days, kind, dice)| Step { days, kind, dice })
}

impl Desk {
    /// Lets the days of a step pass and gives its act.
    pub fn walks(&mut self, step: &Step) -> FamilyAct {
        self.today = add_days(self.today, step.days);
        self.author = if step.dice[5].is_multiple_of(3) { PETIT } else { MOREAU }.parse().unwrap();
        // A file is past its time after years in which nothing happens.
        if FAMILY_ACTS[step.kind].contains("propose_disposal") && step.dice[4].is_multiple_of(2) {
            self.today = add_days(self.today, 2000);
        }
        self.meets(step);
        self.chooses(step)
    }

    /// The rest of the caseload, as it is that day: mostly with room left and nobody of that name.
    fn meets(&mut self, step: &Step) {
        let [.., places, candidates] = step.dice;
        let taken_by_center = if places.is_multiple_of(4) { 12 } else { 3 };
        let taken = if places.is_multiple_of(7) { 140 } else { 30 };
        let candidates = if candidates.is_multiple_of(5) { vec![NOBODY.parse().unwrap()] } else { Vec::new() };
        self.census = Census { taken, taken_by_center, candidates, ..Census::default() };
    }

    /// Mostly today, else around it; one act in eight is about a day that cannot be.
    fn around(&self, die: u32, before: u32, after: u32) -> NaiveDate {
        match die % 8 {
            0 => add_days(self.today, die / 8 % 400),
            1 | 2 => sub_days(self.today, die / 8 % (before + 1)),
            3 | 4 => add_days(self.today, die / 8 % (after + 1)),
            _ => self.today,
        }
    }

    fn chooses(&self, step: &Step) -> FamilyAct {
        let line: Value = serde_json::from_str(FAMILY_ACTS[step.kind]).unwrap();
        let kind = line["act"].as_str().unwrap();
        let [first, second, third, fourth, fifth, sixth] = step.dice;
        let around = |die, before, after| self.around(die, before, after);
        let past = around(first, 20, 0);
        let ids = |found: Vec<String>| match found.len() {
            0 => NOBODY.to_owned(),
            len => found[second as usize % len].clone(),
        };
        let children = || ids(self.record.children.iter().map(|child| child.id.to_string()).collect());
        let encounters = || ids(self.record.encounters.iter().map(|one| one.id.to_string()).collect());
        let contracts = || ids(self.record.contracts.iter().map(|one| one.id.to_string()).collect());
        let all = self.record.contracts.iter().flat_map(|contract| &contract.commitments);
        let commitments = ids(all.map(|commitment| commitment.id.to_string()).collect());
        let one_of = |die: u32, choices: &[&str]| choices[die as usize % choices.len()].to_owned();
        let optional = |die: u32, id: String| if die.is_multiple_of(2) { json!(id) } else { json!(null) };
        let referent = one_of(third, &[MOREAU, PETIT]);
        let birth = sub_days(self.today, fourth % 1_300);
        let content = || {
            let mut commitments_typed = vec![
                json!({"party": "beneficiary", "text": "dossier FSL", "due": around(fifth, 10, 90)}),
                json!({"party": "referent", "text": "appeler le bailleur"}),
            ];
            if sixth.is_multiple_of(3) {
                commitments_typed.push(json!({"party": "partner", "text": "accueil", "carried_from": commitments}));
            }
            let signed = self.record.latest_signed_contract();
            let next = signed.map_or(self.today, |contract| add_days(contract.last_day(), 1)).max(self.today);
            let starts = if sixth.is_multiple_of(2) { next } else { around(first, 20, 60) };
            json!({"starts": starts, "months": ([3, 3, 6, 9, 12, 5][third as usize % 6]),
                "kind": one_of(fourth, &["first", "renewal", "amendment"]), "commitments": commitments_typed,
                "objectives": [{"theme": one_of(fifth, THEMES), "text": "avancer"}]})
        };
        let exit = || {
            let reasons = [
                vec!["benefit-ended"],
                vec!["contract-ended"],
                vec!["panel-request"],
                vec!["benefit-ended", "contract-ended"],
                vec!["agent-request"],
                vec![],
            ];
            json!({"date": past, "reasons": (reasons[second as usize % 6]), "benefit_ended_on": past,
                "panel_requested_on": past, "outcome": one_of(third, &["work", "moved"])})
        };
        let referrals = || ids(self.record.panel_referrals.iter().map(|one| one.id.to_string()).collect());
        let panel_notes = || {
            let notes = self.record.notes.iter().map(|note| note.id.to_string());
            notes.take(third as usize % 3).collect::<Vec<_>>()
        };
        let measure = one_of(fourth, &["keep", "change-referent", "reorient", "suspend", "reduce", "exit"]);
        let name = one_of(sixth, &["Awa", "Issa", "Moussa", "Fanta"]);
        let changes = match kind {
            "receive_orientation" => json!({"date": past, "center": one_of(third, &["melun", "meaux"]),
                "children": [{"given_name": name, "birth_date": birth}]}),
            "include_family" => json!({"date": past, "referent": referent,
                "override_motive": one_of(fourth, &["accord du Département", ""])}),
            "correct_identity" => json!({"surname": one_of(third, &["Diarra", "Diara", "Keita"])}),
            "record_contact" => json!({"telephone": one_of(third, &["0601020304", "0605060708", ""])}),
            "record_situation" => json!({"date": past, "isolated": !third.is_multiple_of(8)}),
            "add_child" => json!({"given_name": name, "birth_date": birth}),
            "correct_child" => json!({"child": children(), "given_name": name, "birth_date": birth}),
            "record_child_departure" => json!({"child": children(), "date": past}),
            "declare_pregnancy" => json!({"date": past, "expected_on": add_days(past, third % 320)}),
            "end_pregnancy" => {
                json!({"date": past, "child_given_name": if third.is_multiple_of(2) { "" } else { &name }})
            }
            "change_referent" => json!({"referent": referent, "date": around(first, 10, 20)}),
            "name_stand_in" => {
                let from = around(first, 10, 20);
                json!({"referent": referent, "from": from, "to": add_days(from, fourth % 20)})
            }
            "plan_encounter" => json!({"date": around(first, 1, 30)}),
            "hold_encounter" => json!({"date": past, "encounter": optional(third, encounters()), "items": [],
                "themes": [one_of(sixth, THEMES)],
                "note": one_of(fourth, &["", "vue chez elle"]), "confidentiality":
                one_of(fifth, &["shareable", "panel-only", "private"])}),
            "miss_encounter" | "cancel_encounter" => json!({"encounter": optional(third, encounters())}),
            "write_note" => json!({"date": past, "encounter": optional(third, encounters()),
                "confidentiality": one_of(fifth, &["shareable", "panel-only", "private"])}),
            "draft_contract" => content(),
            "revise_contract" => {
                let mut content = content();
                content["kind"] = json!(null);
                content
            }
            "sign_contract" => json!({"date": past}),
            "review_contract" => json!({"date": past, "contract": optional(third, contracts())}),
            "end_contract" => json!({"date": past, "contract": optional(third, contracts()),
                "reason": one_of(fourth, &["agreement", "breach", "term", "exit"])}),
            "settle_commitment" => json!({"date": past, "commitment": commitments,
                "result": one_of(fourth, &["kept", "not-kept", "dropped", "carried-over"])}),
            "exit_family" | "correct_exit" => exit(),
            "refuse_orientation" | "reopen_family" => json!({"date": past}),
            // An erasure ends the life: it comes last, and seldom.
            "propose_disposal" => json!({"disposal": one_of(third, &["archive", "archive", "archive", "erase"])}),
            "confirm_disposal" => {
                let proposed = self.record.proposal.as_ref().map(|one| one.disposal);
                json!({"disposal": proposed.map_or(json!("archive"), |disposal| json!(disposal))})
            }
            "decline_disposal" => json!({}),
            "drop_contract_draft" => json!({}),
            "refer_to_professional" => json!({"date": past, "kind": one_of(third, &["pole-emploi", "aave"])}),
            "record_return_to_work" => json!({"date": past, "kind": one_of(third, &["training", "permanent-job"])}),
            "redirect_housing" => json!({"date": past}),
            "report_child_protection" => {
                json!({"date": past, "addressee": one_of(third, &["reporting-unit", "prosecutor"])})
            }
            "rate_effects" => json!({"date": past, "occasion": one_of(third, &["entry", "review", "exit"]),
                "ratings": [{"scale": "social-ties", "level": (1 + fourth % 6)}]}),
            "open_rights_claim" => json!({"date": past, "right": one_of(third, &["asf", "cmg", "housing-benefit"])}),
            "submit_rights_claim" => json!({"claim": null, "date": past}),
            "finalise_rights_claim" => {
                json!({"claim": null, "date": past, "result": one_of(third, &["granted", "refused", "abandoned"])})
            }
            "request_financial_aid" => json!({"date": past, "instrument": one_of(third, &["fsl", "apre"]),
                "amount": 1 + fourth % 90_000}),
            "answer_financial_aid" => match third % 3 {
                0 => json!({"aid": null, "date": past, "result": "refused", "granted": null}),
                _ => json!({"aid": null, "date": past, "granted": 1 + fourth % 90_000}),
            },
            "record_attendance" => {
                let sessions = self.antenna.group_actions.iter().flat_map(|action| &action.sessions);
                let session = ids(sessions.map(|session| session.id.to_string()).collect());
                json!({"session": session, "presence": one_of(third, &["present", "absent"])})
            }
            "record_diagnosis" => json!({"date": past, "themes": [{"theme": one_of(sixth, THEMES),
                "priority": one_of(third, &["high", "medium", "low"]), "obstacles": name}], "items": []}),
            "open_panel_referral" => {
                let motive =
                    one_of(third, &["reorient", "suspend", "suspend", "reduce", "twelve-months", "agent-exit"]);
                let own = fourth.is_multiple_of(2) || motive == "agent-exit";
                json!({"date": past, "motive": motive, "proposal": if own { json!(null) } else { json!(measure) }})
            }
            "revise_panel_referral" => json!({"proposal": measure, "referral": optional(third, referrals()),
                "grounds": one_of(fifth, &["absente", "prête pour un emploi", ""])}),
            "record_panel_letter" | "notify_panel_decision" => {
                json!({"date": past, "referral": optional(third, referrals())})
            }
            "record_panel_observations" => json!({"date": past, "referral": optional(third, referrals())}),
            "send_panel_referral" => {
                json!({"date": past, "referral": optional(fourth, referrals()), "notes": panel_notes()})
            }
            "postpone_panel_referral" => {
                json!({"date": past, "until": around(fifth, 5, 30), "referral": optional(third, referrals())})
            }
            "cancel_panel_referral" => json!({"date": past, "referral": optional(third, referrals())}),
            "record_panel_opinion" | "record_panel_decision" => {
                let asked = self.record.panel_referrals.last().map(|one| one.motive.proposal());
                let asked = json!(asked.filter(|_| fifth.is_multiple_of(2)));
                let measure = if asked.is_null() { json!(measure) } else { asked };
                json!({"date": past, "measure": measure, "referral": optional(third, referrals())})
            }
            unknown => panic!("{unknown} has no step"),
        };
        act(kind, changes)
    }
}
