//! The files past their time, and who opened what: as two referents see them, one after the other.

use jalon::app::{AccessKind, App, Command};
use jalon::base::clock::Clock;
use jalon::base::id::{FamilyId, ReferentId};
use jalon::domain::antenna::{AddReferent, AntennaAct, ReferentRole};
use jalon::store::{Store, Vault};
use uuid::Uuid;

use super::antenna::{OnStage, Told};
use crate::app::{act, day};

const BRUNO: u128 = 8;

/// A family whose orientation was refused in January 2023: past its time since January 2025.
fn refused(told: &mut Told, surname: &str) -> FamilyId {
    let family = told.oriented(surname, "2023-01-10");
    told.tell(family, r#"{"act":"refuse_orientation","date":"2023-01-12","motive":"Suivie ailleurs"}"#);
    family
}

/// An act of the other referent, on the same store.
fn bruno(told: &Told, family: FamilyId, json: &str) {
    let directory = told.antenna.directory.path();
    let key = Vault::open(directory).unwrap().unlock_demonstration().unwrap().key;
    let clock = Clock::frozen(day("2026-11-20"), "2026-11-20T10:00:00Z".parse().unwrap());
    let store = Store::open(directory, &key).unwrap();
    let mut app = App::new(store, clock, ReferentId::from(Uuid::from_u128(BRUNO))).unwrap();
    app.execute(Command::Family { family: Some(family), act: act(json) }).unwrap();
}

/// One file past its time, one to confirm, one proposed by the person at the screen, one archived.
fn told() -> Told {
    let mut told = Told::founded();
    let id = Some(Uuid::from_u128(BRUNO).into());
    let bruno_is_added =
        AddReferent { id, name: "B. Essai".into(), since: day("2020-01-01"), role: ReferentRole::Referent };
    told.antenna.app.execute(Command::Antenna(AntennaAct::AddReferent(bruno_is_added))).unwrap();
    told.alpha();
    refused(&mut told, "Passée");
    let proposed = refused(&mut told, "Effaçable");
    bruno(&told, proposed, r#"{"act":"propose_disposal","disposal":"erase","motive":"Plus aucun contact."}"#);
    let own = refused(&mut told, "Attente");
    told.tell(own, r#"{"act":"propose_disposal","disposal":"archive","motive":"Recours possible."}"#);
    let archived = refused(&mut told, "Rangée");
    told.tell(archived, r#"{"act":"propose_disposal","disposal":"archive","motive":"Recours possible."}"#);
    bruno(&told, archived, r#"{"act":"confirm_disposal","disposal":"archive"}"#);
    told
}

fn words(shown: &OnStage) -> String {
    let text = shown.text().replace(['│', '┌', '└', '┐', '┘', '─', '\n'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_files_past_their_time_at_each_size() {
    for (width, height) in [(140, 40), (80, 24), (60, 20)] {
        let mut shown = told().on_stage(width, height);
        shown.stage.keys("z");
        insta::assert_snapshot!(format!("retention_{width}x{height}"), shown.text());
    }
}

#[test]
fn what_a_colleague_proposed_is_confirmed_by_naming_it_and_the_family_is_gone() {
    let mut shown = told().on_stage(100, 30);
    let family = shown.store().by_matricule("1003").unwrap().unwrap();
    shown.stage.keys("z<Enter>");
    assert!(words(&shown).contains("Confirmer l’archivage ou l’effacement"), "{}", shown.text());
    shown.stage.keys("eff<F2>");
    insta::assert_snapshot!("erased", shown.text());
    shown.stage.keys("<Esc>");
    assert!(shown.store().family(family).unwrap().is_none());
    assert!(!shown.text().contains("EFFAÇABLE"), "{}", shown.text());
    assert!(words(&shown).contains("1 dossier effacé"), "{}", shown.text());
}

#[test]
fn one_s_own_proposal_waits_for_another() {
    let mut shown = told().on_stage(100, 30);
    shown.stage.keys("zj<Enter>");
    assert!(words(&shown).contains("Vous avez fait vous-même cette proposition."), "{}", shown.text());
}

#[test]
fn an_archived_file_is_in_no_list_and_is_read_from_here() {
    let mut shown = told().on_stage(100, 30);
    shown.stage.keys("vdossiers sortis<Enter>");
    assert!(!shown.text().contains("RANGÉE"), "{}", shown.text());
    shown.stage.keys("<Esc>zG<Enter>");
    assert!(words(&shown).contains("Dossier archivé"), "{}", shown.text());
    assert!(shown.text().contains("RANGÉE"), "{}", shown.text());
}

#[test]
fn a_file_opened_is_noted_and_a_name_passed_over_is_not() {
    let mut shown = told().on_stage(140, 40);
    let alpha = shown.family("ALPHA");
    let noted = |shown: &OnStage| -> Vec<_> {
        let lines = shown.store().accesses(None, 10).unwrap();
        lines.into_iter().map(|line| (line.access.kind, line.access.family)).collect()
    };
    shown.stage.keys("jkjk");
    assert_eq!(noted(&shown), []);
    shown.stage.keys("/alpha<Enter><Enter>");
    assert_eq!(noted(&shown), [(AccessKind::Opening, Some(alpha))]);
    shown.stage.keys("<Tab><Tab><Enter><Esc>");
    assert_eq!(noted(&shown).len(), 1, "once while one works on it");
    shown.stage.keys("J");
    insta::assert_snapshot!("accesses", shown.text());
}
