//! The keys that the tasks of a day take, pressed and counted in a real terminal. Text is not counted: names, dates, sentences.

use jalon::app::{App, Command};
use jalon::base::id::FamilyId;
use jalon::domain::contract::ContractKind;
use jalon::domain::encounter::{EncounterState, Setting};
use jalon::domain::family::{FamilyRecord, FamilyStatus};
use serde_json::{Value, json};

use super::{CTRL_S, ENTER, Place};

/// One thing that a referent does, from the caseload with the family under the cursor.
struct Task {
    name: &'static str,
    surname: &'static str,
    /// No more keys than this (what the program is held to).
    most: usize,
    keys: &'static [Key],
    /// What the screen shows when it is done.
    shows: &'static str,
    /// Whether the record says that it is.
    done: fn(&FamilyRecord) -> bool,
}

enum Key {
    Press(&'static str),
    Text(&'static str),
}
use Key::{Press, Text};

const TASKS: [Task; 7] = [
    Task {
        name: "record a home visit held today with two steps and two themes",
        surname: "AUBEL",
        most: 10,
        keys: &[Press(" "), Press("v"), Press("1"), Press("2"), Press(ENTER), Press("1"), Press("2"), Press(CTRL_S)],
        shows: "étapes ①②",
        done: |record| {
            record
                .encounters_held()
                .any(|held| held.setting == Setting::HomeVisit && held.steps.len() == 2 && held.themes.len() == 2)
        },
    },
    Task {
        name: "mark today's appointment as missed",
        surname: "BRUEL",
        most: 3,
        keys: &[Press(" "), Press("m"), Press(CTRL_S)],
        shows: "manqué",
        done: |record| record.encounters.iter().any(|one| one.state == EncounterState::Missed),
    },
    Task {
        name: "plan the next appointment",
        surname: "CORVEL",
        most: 5,
        keys: &[Press(" "), Press("p"), Text("+7j"), Press(CTRL_S)],
        shows: "30/11/2026",
        done: |record| record.appointments().len() == 1,
    },
    Task {
        name: "sign a drafted contract today",
        surname: "DUNEL",
        most: 4,
        keys: &[Press(" "), Press("c"), Press("s"), Press(CTRL_S)],
        shows: "Signer le contrat",
        done: |record| record.contracts.iter().any(|contract| contract.signature.is_some()),
    },
    Task {
        name: "renew a contract with its open commitments",
        surname: "ERNEL",
        most: 6,
        keys: &[Press(" "), Press("c"), Press("r"), Press(CTRL_S)],
        shows: "Préparer le renouvellement",
        done: |record| {
            let carried = |contract: &jalon::domain::contract::Contract| {
                contract.kind == ContractKind::Renewal
                    && contract.commitments.iter().any(|one| one.carried_from.is_some())
            };
            record.contracts.iter().any(carried)
        },
    },
    Task {
        name: "include a family from a received orientation",
        surname: "FANEL",
        most: 4,
        keys: &[Press(" "), Press("i"), Press(CTRL_S)],
        shows: "Inclure la famille",
        done: |record| record.status() == FamilyStatus::Included,
    },
    Task {
        name: "refer to the panel, pre-filled",
        surname: "GAREL",
        most: 6,
        keys: &[Press(" "), Press("j"), Press("n"), Press(CTRL_S)],
        shows: "Préparer une saisine",
        done: |record| record.panel_referrals.iter().any(|referral| !referral.statement.situation.is_empty()),
    },
];

fn act(app: &mut App, family: Option<FamilyId>, act: Value) -> FamilyId {
    let act = serde_json::from_value(act).unwrap();
    app.execute(Command::Family { family, act }).unwrap().family.unwrap()
}

/// A family oriented on 1 October, where the task that it is for begins.
fn told(app: &mut App, surname: &str, matricule: usize) {
    let referent = app.author();
    let family = act(
        app,
        None,
        json!({"act": "receive_orientation", "center": "nord", "date": "2026-10-01", "document": "fiche",
            "surname": surname, "given_name": "Essai", "birth_date": format!("1998-04-{matricule:02}"), "matricule": format!("{matricule:07}"),
            "children": [{"given_name": "Petit", "birth_date": "2025-06-01"}], "isolated": true, "benefit_code": "RSI",
            "followed_by_department": false}),
    );
    let mut then = Vec::new();
    if surname != "FANEL" {
        then.push(json!({"act": "include_family", "date": "2026-10-05", "referent": referent}));
    }
    match surname {
        "BRUEL" => then.push(json!({"act": "plan_encounter", "date": "2026-11-23", "setting": "caf-premises"})),
        "DUNEL" | "ERNEL" => then
            .push(json!({"act": "draft_contract", "kind": "first", "starts": "2026-10-10", "months": 3,
            "commitments": [{"party": "referent", "text": "Appeler la crèche"}, {"party": "beneficiary", "text": "Visiter la crèche"}]})),
        _nothing_before => {}
    }
    if surname == "ERNEL" {
        then.push(json!({"act": "sign_contract", "date": "2026-10-10", "place": "Melun"}));
    }
    then.into_iter().for_each(|next| {
        act(app, Some(family), next);
    });
}

#[test]
fn the_tasks_of_a_day_take_no_more_keys_than_they_may() {
    let place = Place::new();
    let mut app = place.open();
    for (at, task) in TASKS.iter().enumerate() {
        told(&mut app, task.surname, at + 1);
    }
    app.close().unwrap();

    let mut glass = place.unlocked();
    for (at, task) in TASKS.iter().enumerate() {
        // Finding a family: a key, three letters, a key.
        let (find, open) = ("/", ENTER);
        glass.types(find);
        glass.types(&task.surname[..3].to_lowercase());
        glass.shows(&format!("matricule •••{:04}", at + 1));
        glass.types(open);
        if at == 0 {
            println!(" 2 of  2 keys and 3 letters: find a family and open it");
        }
        let mut pressed = 0;
        for key in task.keys {
            match key {
                Press(key) => {
                    glass.types(key);
                    pressed += 1;
                }
                Text(text) => glass.types(text),
            }
        }
        glass.shows(task.shows);
        glass.hides("Ctrl+S");
        println!("{pressed:>2} of {:>2} keys: {}", task.most, task.name);
        assert!(pressed <= task.most, "{}", task.name);
    }
    // From a figure of the impact measure to the acts behind it.
    glass.types("i");
    glass.shows("Évaluation");
    let behind = ["j", ENTER];
    behind.iter().for_each(|key| glass.types(key));
    glass.shows("Entretiens tenus (1)");
    println!("{:>2} of  2 keys: from a figure to the acts behind it", behind.len());
    // The next bundle.
    let seal = ["x", "s", ENTER];
    seal.iter().for_each(|key| glass.types(key));
    glass.shows("scellé");
    println!("{:>2} of  4 keys: seal the next bundle", seal.len());
    glass.types(ENTER);
    glass.hides("Empreinte du lot");
    glass.types("q");
    assert!(glass.ends().success());

    let app = place.open();
    for (at, task) in TASKS.iter().enumerate() {
        let family = app.by_matricule(&format!("{:07}", at + 1)).unwrap().unwrap();
        assert!((task.done)(&app.family(family).unwrap().unwrap()), "{}", task.name);
    }
}
