//! The Département's screen: keys through the real loop, on a real store that real antennas hand over to.

mod agenda;
mod enrolment;
mod impact;
mod inbox;
mod orientations;
mod publications;
mod streams;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use jalon::app::access::{Opener, Secret};
use jalon::app::department::{self, Department};
use jalon::base::locale::{Catalog, Lang};
use jalon::tui::department::DepartmentDesk;
use jalon::tui::input::Input;
use jalon::tui::theme::Theme;
use jalon::tui::ui::Ui;
use ratatui::layout::Size;
use tempfile::TempDir;

use super::{Office, handed_over, take_in};
use crate::app::{Antenna, day};
use crate::screens::harness::Stage;

/// A Département on the screen.
pub(super) struct Shown {
    pub(super) stage: Stage<DepartmentDesk>,
    /// Where bundles are written.
    pub(super) out: TempDir,
    _store: TempDir,
    /// What is counted beside the screen comes back here.
    background: Receiver<Input>,
}

/// As many families as are counted at once by a program that is told nothing else.
const FEW: usize = 1_000;

pub(super) const SIZES: [(u16, u16); 4] = [(140, 40), (100, 30), (80, 24), (60, 20)];

impl Shown {
    pub(super) fn of(office: Office, width: u16, height: u16, lang: Lang) -> Self {
        Self::counting(office, width, height, lang, FEW)
    }

    /// The same, as for so many families that nothing is counted while the person waits.
    pub(super) fn counting_beside(office: Office, width: u16, height: u16) -> Self {
        Self::counting(office, width, height, Lang::Fr, 0)
    }

    fn counting(office: Office, width: u16, height: u16, lang: Lang, at_once: usize) -> Self {
        let Office { mut department, out, _store } = office;
        department.app_mut().keep_setting("arrivals-folder", out.path().to_str().unwrap()).unwrap();
        let mut ui = Ui::new(Arc::new(Catalog::new(lang)), day("2026-11-23"), Theme::Dark, Size { width, height });
        let (sender, background) = channel();
        let mut desk = DepartmentDesk::new(department, sender.into(), out.path().to_owned()).reading_at_once(at_once);
        desk.begin("D. Essai", &mut ui);
        Self { stage: Stage::with_ui(ui, desk), out, _store, background }
    }

    /// Shows what was counted beside the screen.
    pub(super) fn settle(&mut self) -> &mut Self {
        let counted = self.background.recv_timeout(Duration::from_secs(20)).expect("nothing was counted");
        self.stage.inputs(vec![counted]);
        self
    }

    pub(super) fn keys(&mut self, keys: &str) -> &mut Self {
        self.stage.keys(keys);
        self
    }

    /// The program left, and the Département as it then is.
    pub(super) fn office(self) -> Office {
        let Self { stage, out, _store, .. } = self;
        stage.desk.close().unwrap();
        Office { department: reopened(_store.path()), out, _store }
    }

    /// The program left and started again on the same store.
    pub(super) fn again(self) -> Self {
        let size = self.stage.ui.size();
        Self::of(self.office(), size.width, size.height, Lang::Fr)
    }

    /// The screen, its folder under one name in every run.
    pub(super) fn text(&self) -> String {
        let folder = self.out.path().display().to_string();
        let line = |line: &str| match line.split_once(&folder) {
            // The frame around it stays where it stands, wherever the folder is made.
            Some((before, after)) => {
                let (name, frame) = after.split_at(after.find('│').unwrap_or(after.len()));
                let lost = folder.len() - "/remise".len();
                format!("{}\n", format!("{before}/remise{name}{:lost$}{frame}", "").trim_end())
            }
            None => format!("{line}\n"),
        };
        self.stage.text().lines().map(line).collect()
    }

    /// The words on the screen, whatever the lines they are on.
    pub(super) fn words(&self) -> String {
        let text = self.text().replace(['│', '┌', '└', '┐', '┘', '─', '\n'], " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The first line that holds this.
    pub(super) fn line_with(&self, text: &str) -> String {
        self.text().lines().find(|line| line.contains(text)).unwrap_or_default().to_owned()
    }

    /// The files written so far, by name.
    pub(super) fn written(&self) -> Vec<PathBuf> {
        let mut files: Vec<_> =
            std::fs::read_dir(self.out.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }
}

fn reopened(directory: &Path) -> Department {
    let passphrase = Secret::new("une phrase de passe");
    department::open(directory, &Opener::Passphrase { label: None, passphrase }, super::clock()).unwrap()
}

/// A Département with three antennas: one that has handed everything over, one whose second bundle is missing, one never heard.
pub(super) fn three_antennas() -> (Office, Vec<Antenna>) {
    let mut office = Office::founded();
    let names = ["Antenne de Melun", "Antenne de Meaux", "Antenne de Provins"];
    let mut antennas: Vec<_> = (0..).zip(names).map(|(at, name)| Antenna::founded_at(at, name)).collect();
    let files: Vec<_> = antennas.iter_mut().flat_map(|antenna| office.enrol(antenna)).collect();
    for antenna in &mut antennas {
        for path in &files {
            // A registry goes to every antenna: each takes its own, and refuses those of the others.
            let _ = antenna.app.take_in(&std::fs::read(path).unwrap());
        }
    }
    antennas[0].included("Ballain", "1001");
    office.exchange(&mut antennas[0]);
    let bundles = bundles(&mut antennas[1]);
    for path in [&bundles[0], &bundles[1], &bundles[3]] {
        office.receive(path).unwrap();
    }
    office.department.answer(office.out.path()).unwrap();
    (office, antennas)
}

/// What an antenna hands over after each of three orientations: activity, the receipt of the registry, activity, activity.
pub(super) fn bundles(antenna: &mut Antenna) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for (surname, matricule) in [("Zédoumi", "2001"), ("Quentin", "2002"), ("Ouali", "2003")] {
        antenna.oriented(surname, matricule);
        files.extend(handed_over(antenna));
    }
    files
}
