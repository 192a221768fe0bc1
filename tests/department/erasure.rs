//! What an antenna erases is erased at the Département too: nothing there holds the family any more, and its figures stay.

use jalon::app::App;
use jalon::base::id::ReferentId;
use jalon::domain::antenna::{AddReferent, AntennaAct, ReferentRole};
use jalon::domain::impact::By;
use jalon::store::{Store, Vault};
use uuid::Uuid;

use super::{clock, enrolled, handed_over};
use crate::app::{Antenna, act, day};
use crate::erasure::{held, holds};

/// What tells of the family, each in another place: record, panel's file, search index.
const TRACES: [&str; 6] = ["Ouvrard", "Philomène", "7654321", "Zébulon", "Cerisier", "uvrard"];

/// The same store, opened by another referent.
fn opened_by(antenna: Antenna, author: ReferentId) -> Antenna {
    let Antenna { app, directory, referent } = antenna;
    app.close().unwrap();
    let key = Vault::open(directory.path()).unwrap().unlock_demonstration().unwrap().key;
    let app = App::new(Store::open(directory.path(), &key).unwrap(), clock(), author).unwrap();
    Antenna { app, directory, referent }
}

#[test]
fn an_erasure_that_is_received_leaves_nothing_of_the_family_and_its_figures() {
    let (mut office, mut antenna) = enrolled();
    let colleague = ReferentId::from(Uuid::from_u128(8));
    let added = AddReferent {
        id: Some(colleague),
        name: "B. Essai".into(),
        since: day("2020-01-01"),
        role: ReferentRole::Referent,
    };
    antenna.app.execute(jalon::app::Command::Antenna(AntennaAct::AddReferent(added))).unwrap();
    let orientation = r#"{"act":"receive_orientation","center":"nord","date":"2023-01-10","document":"fiche",
        "surname":"Ouvrard","given_name":"Philomène","birth_date":"1998-04-02","matricule":"7654321",
        "children":[{"given_name":"Zébulon","birth_date":"2022-06-01"}],"isolated":true,"benefit_code":"RSI",
        "followed_by_department":false}"#;
    let oriented = jalon::app::Command::Family { family: None, act: act(orientation) };
    let family = antenna.app.execute(oriented).unwrap().family.unwrap();
    let referent = antenna.referent;
    for json in [
        format!(r#"{{"act":"include_family","date":"2023-01-20","referent":"{referent}"}}"#),
        r#"{"act":"hold_encounter","date":"2023-02-01","setting":"home-visit","steps":["assessment"]}"#.into(),
        r#"{"act":"open_panel_referral","motive":"reorient","date":"2023-03-01","situation":"Cerisier."}"#.into(),
        r#"{"act":"send_panel_referral","date":"2023-03-02"}"#.into(),
        r#"{"act":"exit_family","date":"2023-12-01","reasons":["benefit-ended"],"outcome":"work",
            "benefit_ended_on":"2023-11-30"}"#
            .into(),
    ] {
        antenna.tell(family, &json).unwrap();
    }
    let other = antenna.included("Restante", "1001");
    antenna.tell(family, r#"{"act":"propose_disposal","disposal":"erase","motive":"Plus de nouvelles"}"#).unwrap();
    office.exchange(&mut antenna);
    assert_eq!(office.department.agenda(true).unwrap().len(), 1);
    let figures = |office: &super::Office| {
        let year = office.department.consolidated(day("2023-01-01"), day("2023-12-31"), By::Antenna).unwrap();
        (year.impact.total, year.antennas, year.differences)
    };
    let before = figures(&office);
    assert_eq!(before.0.encounters_held, 1);
    let store = office.department.app().directory().to_owned();
    let key = Vault::open(&store).unwrap().unlock("D. Essai", "une phrase de passe").unwrap().key;
    office.department.app_mut().backup().unwrap();
    let there = held(&store, &key);
    for trace in TRACES {
        assert!(there.iter().any(|(_, clear)| holds(clear, trace)), "{trace} can be found where it is");
    }

    let mut antenna = opened_by(antenna, colleague);
    antenna.tell(family, r#"{"act":"confirm_disposal","disposal":"erase"}"#).unwrap();
    for path in handed_over(&mut antenna) {
        office.receive(&path).unwrap();
    }
    for (name, clear) in held(&store, &key) {
        for trace in TRACES {
            assert!(!holds(&clear, trace), "{trace} in {name}");
        }
        assert!(!name.ends_with(".db") || holds(&clear, "Restante"), "the rest is in {name}");
    }
    assert_eq!(office.department.app().family(family).unwrap(), None);
    assert!(office.department.app().family(other).unwrap().is_some());
    assert_eq!(office.department.agenda(false).unwrap(), []);
    assert_eq!(figures(&office), before, "the figures of the period stay");
    let checked = office.department.app().check().unwrap();
    assert_eq!((checked.families, checked.erasures.len()), (1, 1), "and the order proves it");
    office.department.app_mut().rebuild().unwrap();
    assert_eq!(office.department.app().check().unwrap(), checked);
}
