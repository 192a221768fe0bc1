//! An antenna at work: the program's own loop and desk on a real store of made-up families, on 23 November 2026.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use jalon::app::{App, Command};
use jalon::base::id::FamilyId;
use jalon::base::locale::{Catalog, Lang};
use jalon::domain::antenna::{AddCenter, AntennaAct};
use jalon::tui::desk::AppDesk;
use jalon::tui::input::Input;
use jalon::tui::theme::Theme;
use jalon::tui::ui::Ui;
use ratatui::layout::Size;
use tempfile::TempDir;

use super::harness::{Stage, today};
use crate::app::{Antenna, act};

/// The program on a store, with a terminal before it.
pub struct Office {
    pub stage: Stage<AppDesk>,
    /// Where the next bundle goes.
    pub out: TempDir,
    read_beside: Receiver<Input>,
    store: TempDir,
}

impl Office {
    /// Five families, one situation each.
    pub fn open(width: u16, height: u16) -> Self {
        let mut antenna = Antenna::founded();
        families(&mut antenna);
        Self::of(antenna, width, height)
    }

    /// Nobody in the caseload yet.
    pub fn empty(width: u16, height: u16) -> Self {
        Self::of(Antenna::founded(), width, height)
    }

    /// What the background thread has read is shown.
    pub fn of(antenna: Antenna, width: u16, height: u16) -> Self {
        let Antenna { app, directory, .. } = antenna;
        Self::on(app, directory, width, height)
    }

    /// The program left and started again on the same store.
    pub fn again(self) -> Self {
        let Self { stage, store, .. } = self;
        let size = stage.ui.size();
        stage.desk.close().unwrap();
        Self::on(Antenna::opened(store.path()), store, size.width, size.height)
    }

    fn on(app: App, store: TempDir, width: u16, height: u16) -> Self {
        let (sender, read_beside) = channel();
        let out = tempfile::tempdir().unwrap();
        let size = Size { width, height };
        let mut ui = Ui::new(Arc::new(Catalog::new(Lang::Fr)), today(), Theme::Dark, size);
        let mut desk = AppDesk::new(app, sender, out.path().to_owned());
        desk.begin(&mut ui);
        let mut office = Self { stage: Stage::with_ui(ui, desk), out, read_beside, store };
        office.settle();
        office
    }

    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.stage.keys(keys);
        self
    }

    /// Types keys that carry out an act, and waits for the figures that change with it.
    pub fn act(&mut self, keys: &str) -> &mut Self {
        self.stage.keys(keys);
        self.settle();
        self
    }

    pub fn text(&self) -> String {
        self.stage.text()
    }

    /// Shows what the background thread reads.
    fn settle(&mut self) {
        match self.read_beside.recv_timeout(Duration::from_secs(20)) {
            Ok(read) => drop(self.stage.inputs(vec![read])),
            Err(_) => panic!("nothing was read again: no act was carried out\n{}", self.text()),
        }
    }
}

/// A contract under way with its review overdue; one oriented; one without contract, seen tomorrow; one not met for long;
/// one that left.
fn families(antenna: &mut Antenna) {
    let center = AddCenter { code: "sud".into(), name: "MDS Melun Val de Seine".into(), places: None };
    antenna.app.execute(Command::Antenna(AntennaAct::AddCenter(center))).unwrap();
    let diarra = family(antenna, "Diarra", "Aminata", "7654821", "Moussa", "2024-04-11", "2026-03-01");
    include(antenna, diarra, "2026-03-12");
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
        antenna.tell(diarra, json).unwrap();
    }
    let goff = family(antenna, "Le Goff", "Maëlle", "1002003", "Yann", "2026-02-28", "2026-10-20");
    include(antenna, goff, "2026-11-02");
    let visit =
        r#"{"act":"plan_encounter","date":"2026-11-24","time":"10:00:00","setting":"home-visit","purpose":"crèche"}"#;
    antenna.tell(goff, visit).unwrap();
    family(antenna, "N’Guessan", "Aya-Désirée", "1002004", "Grâce", "2025-09-30", "2026-11-16");
    let petit = family(antenna, "Petit-Lemoine", "Éa", "1002005", "Lou", "2025-01-15", "2026-09-01");
    include(antenna, petit, "2026-09-10");
    for json in [
        r#"{"act":"plan_encounter","date":"2026-11-23","setting":"caf-premises"}"#,
        r#"{"act":"hold_encounter","date":"2026-10-02","setting":"remote","steps":["rights-and-duties"],
            "themes":["budget"]}"#,
    ] {
        antenna.tell(petit, json).unwrap();
    }
    let sow = family(antenna, "Sow", "Awa", "1002006", "Ibra", "2023-10-05", "2025-10-01");
    include(antenna, sow, "2025-10-15");
    let moved = r#"{"act":"exit_family","date":"2026-10-05","reasons":["benefit-ended"],"outcome":"moved","benefit_ended_on":"2026-10-04"}"#;
    antenna.tell(sow, moved).unwrap();
}

fn family(
    antenna: &mut Antenna,
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
    antenna.app.execute(Command::Family { family: None, act: act(&json) }).unwrap().family.unwrap()
}

fn include(antenna: &mut Antenna, family: FamilyId, date: &str) {
    let referent = antenna.referent;
    antenna.tell(family, &format!(r#"{{"act":"include_family","date":"{date}","referent":"{referent}"}}"#)).unwrap();
}
