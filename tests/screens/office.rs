//! An antenna at work: the program's own loop and desk on a real store of made-up families, on 23 November 2026.

use std::ops::{Deref, DerefMut};

use jalon::app::Command;
use jalon::base::id::FamilyId;

use super::antenna::{OnStage, Told};
use crate::app::act;

/// The program on a store, all it reads shown.
pub struct Office {
    shown: OnStage,
}

impl Deref for Office {
    type Target = OnStage;

    fn deref(&self) -> &OnStage {
        &self.shown
    }
}

impl DerefMut for Office {
    fn deref_mut(&mut self) -> &mut OnStage {
        &mut self.shown
    }
}

impl Office {
    /// Five families, one situation each.
    pub fn open(width: u16, height: u16) -> Self {
        let mut told = Told::founded();
        families(&mut told);
        Self::of(told.on_stage(width, height))
    }

    /// The same, counting beside the screen whatever reads every record.
    pub fn counting_beside(width: u16, height: u16) -> Self {
        let mut told = Told::founded();
        families(&mut told);
        Self::of(told.on_stage_counting_beside(width, height))
    }

    /// Nobody in the caseload yet.
    pub fn empty(width: u16, height: u16) -> Self {
        Self::of(Told::founded().on_stage(width, height))
    }

    /// Left and started again.
    pub fn again(self) -> Self {
        Self::of(self.shown.again())
    }

    fn of(mut shown: OnStage) -> Self {
        shown.settle();
        Self { shown }
    }

    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.stage.keys(keys);
        self
    }

    /// Types keys that carry out an act, and waits for the figures that change with it.
    pub fn act(&mut self, keys: &str) -> &mut Self {
        self.keys(keys).settle();
        self
    }

    /// The whole screen, its header too.
    pub fn text(&self) -> String {
        self.stage.text()
    }
}

/// A contract under way with its review overdue; one oriented; one without contract, seen tomorrow; one not met for long;
/// one that left.
fn families(told: &mut Told) {
    let diarra = family(told, "Diarra", "Aminata", "7654821", "Moussa", "2024-04-11", "2026-03-01");
    include(told, diarra, "2026-03-12");
    for json in [
        r#"{"act":"hold_encounter","date":"2026-04-02","setting":"home-visit","steps":["rights-and-duties","assessment"],
            "themes":["rights"],"note":"Moussa dort mieux","confidentiality":"private"}"#,
        r#"{"act":"draft_contract","kind":"first","starts":"2026-06-01","months":6,
            "objectives":[{"theme":"housing","text":"Trouver un logement à Melun"}],
            "commitments":[{"party":"beneficiary","text":"Déposer le dossier FSL","due":"2026-11-27"},
                           {"party":"referent","text":"Écrire au bailleur Durandeau"}]}"#,
        r#"{"act":"sign_contract","date":"2026-05-28","place":"Melun"}"#,
        r#"{"act":"hold_encounter","date":"2026-10-20","setting":"caf-premises","steps":["contract-follow-up"],
            "themes":["housing"]}"#,
        r#"{"act":"record_contact","telephone":"06 12 34 56 78","address":"4 rue des Essais"}"#,
    ] {
        told.tell(diarra, json);
    }
    let goff = family(told, "Le Goff", "Maëlle", "1002003", "Yann", "2026-02-28", "2026-10-20");
    include(told, goff, "2026-11-02");
    let visit =
        r#"{"act":"plan_encounter","date":"2026-11-24","time":"10:00:00","setting":"home-visit","purpose":"crèche"}"#;
    told.tell(goff, visit);
    family(told, "N’Guessan", "Aya-Désirée", "1002004", "Grâce", "2025-09-30", "2026-11-16");
    let petit = family(told, "Petit-Lemoine", "Éa", "1002005", "Lou", "2025-01-15", "2026-09-01");
    include(told, petit, "2026-09-10");
    for json in [
        r#"{"act":"plan_encounter","date":"2026-11-23","setting":"caf-premises"}"#,
        r#"{"act":"hold_encounter","date":"2026-10-02","setting":"remote","steps":["rights-and-duties"],
            "themes":["budget"]}"#,
    ] {
        told.tell(petit, json);
    }
    let sow = family(told, "Sow", "Awa", "1002006", "Ibra", "2023-10-05", "2025-10-01");
    include(told, sow, "2025-10-15");
    let moved = r#"{"act":"exit_family","date":"2026-10-05","reasons":["benefit-ended"],"outcome":"moved","benefit_ended_on":"2026-10-04"}"#;
    told.tell(sow, moved);
}

fn family(
    told: &mut Told,
    surname: &str,
    given_name: &str,
    matricule: &str,
    child: &str,
    born: &str,
    oriented: &str,
) -> FamilyId {
    let json = format!(
        r#"{{"act":"receive_orientation","center":"sud","date":"{oriented}","document":"fiche","surname":"{surname}",
        "given_name":"{given_name}","birth_date":"1998-04-02","matricule":"{matricule}",
        "children":[{{"given_name":"{child}","birth_date":"{born}"}}],
        "isolated":true,"benefit_code":"RSI","followed_by_department":false}}"#
    );
    told.antenna.app.execute(Command::Family { family: None, act: act(&json) }).unwrap().family.unwrap()
}

fn include(told: &mut Told, family: FamilyId, date: &str) {
    let referent = told.antenna.referent;
    told.tell(family, &format!(r#"{{"act":"include_family","date":"{date}","referent":"{referent}"}}"#));
}
