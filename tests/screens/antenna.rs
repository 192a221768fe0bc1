//! A small antenna on stage: the program's own desk over a real store, with families in known situations.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use chrono::{DateTime, Local, Utc};
use jalon::app::{App, Command, ListView, Sort};
use jalon::base::clock::Clock;
use jalon::base::id::{FamilyId, ReferentId};
use jalon::base::locale::{Catalog, Lang};
use jalon::domain::antenna::{AddCenter, AntennaAct};
use jalon::store::{Store, Vault};
use jalon::tui::desk::AppDesk;
use jalon::tui::input::Input;
use jalon::tui::theme::Theme;
use jalon::tui::ui::Ui;
use ratatui::layout::Size;
use tempfile::TempDir;

use super::harness::{Stage, today};
use crate::app::{Antenna, act};

/// The instant of every act: `Antenna::founded` stops its clock there.
const NOW: &str = "2026-11-23T10:00:00Z";

/// An antenna that nobody looks at yet.
pub struct Told {
    pub antenna: Antenna,
    families: u32,
}

/// An antenna on the screen.
pub struct OnStage {
    pub stage: Stage<AppDesk>,
    /// Where bundles go.
    pub out: TempDir,
    directory: TempDir,
    referent: ReferentId,
    /// What the desk reads beside is shown by [`OnStage::settle`] alone: until then headers stay as they were.
    background: Receiver<Input>,
}

impl Told {
    /// Founded, without families; its centre `sud` takes as many as the convention says.
    pub fn founded() -> Self {
        let mut antenna = Antenna::founded();
        let center = AddCenter { code: "sud".into(), name: "MDS Sud".into(), places: None };
        antenna.app.execute(Command::Antenna(AntennaAct::AddCenter(center))).unwrap();
        Self { antenna, families: 0 }
    }

    /// Records an act of a family.
    pub fn tell(&mut self, family: FamilyId, json: &str) -> &mut Self {
        self.antenna.tell(family, json).unwrap();
        self
    }

    /// A family oriented on that day.
    pub fn oriented(&mut self, surname: &str, date: &str) -> FamilyId {
        self.families += 1;
        let number = self.families;
        let (month, day) = (4 + number / 28, 1 + (number - 1) % 28);
        let json = format!(
            r#"{{"act":"receive_orientation","center":"sud","date":"{date}","document":"fiche","surname":"{surname}",
            "given_name":"Essai","birth_date":"1998-{month:02}-{day:02}","matricule":"100{number}",
            "children":[{{"given_name":"Petit","birth_date":"2025-03-01"}}],
            "isolated":true,"benefit_code":"RSI","followed_by_department":false}}"#
        );
        let outcome = self.antenna.app.execute(Command::Family { family: None, act: act(&json) }).unwrap();
        outcome.family.unwrap()
    }

    /// A family oriented and included on that day.
    pub fn included(&mut self, surname: &str, date: &str) -> FamilyId {
        let family = self.oriented(surname, date);
        let referent = self.antenna.referent;
        self.tell(family, &format!(r#"{{"act":"include_family","date":"{date}","referent":"{referent}"}}"#));
        family
    }

    /// Under contract since 1 July, with a commitment that is overdue; an appointment today.
    pub fn alpha(&mut self) -> FamilyId {
        let family = self.included("Alpha", "2026-06-01");
        self.tell(family, r#"{"act":"hold_encounter","date":"2026-06-10","setting":"caf-premises","steps":["rights-and-duties","assessment"]}"#)
            .tell(family, r#"{"act":"draft_contract","kind":"first","starts":"2026-07-01","months":6,
                "objectives":[{"theme":"housing","text":"se loger"}],
                "commitments":[{"party":"beneficiary","text":"dossier FSL","due":"2026-11-20"},
                    {"party":"referent","text":"appeler la crèche"}]}"#)
            .tell(family, r#"{"act":"sign_contract","date":"2026-06-24","place":"Melun"}"#)
            .tell(family, r#"{"act":"hold_encounter","date":"2026-11-04","setting":"home-visit","steps":["contract-follow-up"]}"#)
            .tell(family, r#"{"act":"plan_encounter","date":"2026-11-23","time":"14:00:00","setting":"caf-premises","purpose":"bilan"}"#);
        family
    }

    /// Without contract, with an appointment this week.
    pub fn beta(&mut self) -> FamilyId {
        let family = self.included("Beta", "2026-10-05");
        self.tell(
            family,
            r#"{"act":"hold_encounter","date":"2026-10-20","setting":"home-visit","steps":["diagnosis"]}"#,
        )
        .tell(family, r#"{"act":"plan_encounter","date":"2026-11-27","time":"09:30:00","setting":"home-visit"}"#);
        family
    }

    /// Shows it: the caseload has the focus.
    pub fn on_stage(self, width: u16, height: u16) -> OnStage {
        let Antenna { app, directory, referent } = self.antenna;
        OnStage::of(app, directory, referent, width, height, |desk| desk)
    }

    /// The same, as for a caseload of which nothing is counted while the person waits.
    pub fn on_stage_counting_beside(self, width: u16, height: u16) -> OnStage {
        let Antenna { app, directory, referent } = self.antenna;
        OnStage::of(app, directory, referent, width, height, |desk| desk.reading_at_once(0))
    }

    /// The same, as where the first screen has all the time it wants before anything is read beside it.
    pub fn on_stage_reading_later(self, width: u16, height: u16) -> OnStage {
        let Antenna { app, directory, referent } = self.antenna;
        OnStage::of(app, directory, referent, width, height, |desk| desk.reading_after(Duration::from_secs(3600)))
    }
}

impl OnStage {
    fn of(
        app: App,
        directory: TempDir,
        referent: ReferentId,
        width: u16,
        height: u16,
        with: impl FnOnce(AppDesk) -> AppDesk,
    ) -> Self {
        let (sender, background) = channel();
        let out = tempfile::tempdir().unwrap();
        let mut ui = Ui::new(Arc::new(Catalog::new(Lang::Fr)), today(), Theme::Dark, Size { width, height });
        let mut desk = with(AppDesk::new(app, sender.into(), out.path().to_owned()));
        desk.begin(&mut ui);
        Self { stage: Stage::with_ui(ui, desk), out, directory, referent, background }
    }

    /// The program left and started again on the same store.
    pub fn again(self) -> Self {
        let Self { stage, directory, referent, .. } = self;
        let size = stage.ui.size();
        stage.desk.close().unwrap();
        Self::of(reopened(directory.path(), referent), directory, referent, size.width, size.height, |desk| desk)
    }

    /// Shows what the desk reads beside: the index once, the figures after each act.
    pub fn settle(&mut self) -> &mut Self {
        match self.background.recv_timeout(Duration::from_secs(20)) {
            Ok(read) => drop(self.stage.inputs(vec![read])),
            Err(_) => panic!("nothing was read again: no act was carried out\n{}", self.stage.text()),
        }
        self
    }

    /// Whether nothing was read beside that is still to be shown.
    pub fn nothing_was_read(&self) -> bool {
        self.background.try_recv().is_err()
    }

    /// What the store holds now, read by another process.
    pub fn store(&self) -> App {
        reopened(self.directory.path(), self.referent)
    }

    /// The family whose name begins so.
    pub fn family(&self, surname: &str) -> FamilyId {
        let rows = self.store().first_rows(ListView::Active, Sort::Name, 100).unwrap();
        rows.iter().find(|row| row.name.starts_with(surname)).unwrap().id
    }

    /// The screen under its header. Acts are shown as entered at ten o'clock, wherever the tests run.
    pub fn text(&self) -> String {
        let entered = NOW.parse::<DateTime<Utc>>().unwrap().with_timezone(&Local).format("%d/%m/%Y %H:%M").to_string();
        let text = self.stage.text().replace(&entered, "23/11/2026 10:00");
        text.lines().skip(1).map(|line| self.without_folder(line) + "\n").collect()
    }

    /// A line without the name of the folder of the test, which differs each time.
    fn without_folder(&self, line: &str) -> String {
        let folder = self.out.path().display().to_string();
        match line.strip_suffix('│').filter(|line| line.contains(&folder)) {
            Some(inside) => {
                let width = inside.chars().count();
                format!("{:width$}│", inside.trim_end().replace(&folder, "/remise"))
            }
            None => line.to_owned(),
        }
    }

    /// The words on the screen, whatever the lines they are on.
    pub fn words(&self) -> String {
        let text = self.text().replace(['│', '┌', '└', '┐', '┘', '─', '\n'], " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The same with the styles.
    pub fn shown(&self) -> String {
        let styles = self.stage.styles();
        let styles = styles.lines().filter(|line| !line.starts_with("0:")).collect::<Vec<_>>().join("\n");
        format!("{}\n{styles}", self.text())
    }

    /// The first line of the screen that holds this.
    pub fn line_with(&self, text: &str) -> String {
        self.text().lines().find(|line| line.contains(text)).unwrap_or_default().to_owned()
    }
}

fn reopened(directory: &Path, referent: ReferentId) -> App {
    let key = Vault::open(directory).unwrap().unlock_demonstration().unwrap().key;
    let clock = Clock::frozen(today(), NOW.parse().unwrap());
    App::new(Store::open(directory, &key).unwrap(), clock, referent).unwrap()
}
