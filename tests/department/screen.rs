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

use jalon::app::access::{Opener, Secret};
use jalon::app::department::{self, Department};
use jalon::base::locale::{Catalog, Lang};
use jalon::tui::department::DepartmentDesk;
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
}

pub(super) const SIZES: [(u16, u16); 4] = [(140, 40), (100, 30), (80, 24), (60, 20)];

impl Shown {
    pub(super) fn of(office: Office, width: u16, height: u16, lang: Lang) -> Self {
        let Office { department, out, _store } = office;
        let (stage, out) = staged(department, out, width, height, lang);
        Self { stage, out, _store }
    }

    pub(super) fn keys(&mut self, keys: &str) -> &mut Self {
        self.stage.keys(keys);
        self
    }

    /// The program left, and the Département as it then is.
    pub(super) fn office(self) -> Office {
        let Self { stage, out, _store } = self;
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
        let line = |line: &str| match line.strip_suffix('│').filter(|line| line.contains(&folder)) {
            Some(inside) => {
                let width = inside.chars().count();
                format!("{:width$}│\n", inside.trim_end().replace(&folder, "/remise"))
            }
            None => format!("{}\n", line.replace(&folder, "/remise")),
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

fn staged(
    mut department: Department,
    out: TempDir,
    width: u16,
    height: u16,
    lang: Lang,
) -> (Stage<DepartmentDesk>, TempDir) {
    let arrivals = out.path().to_str().unwrap();
    department.app_mut().keep_setting("arrivals-folder", arrivals).unwrap();
    let catalog = Arc::new(Catalog::new(lang));
    let mut ui = Ui::new(catalog, day("2026-11-23"), Theme::Dark, Size { width, height });
    let mut desk = DepartmentDesk::new(department, out.path().to_owned());
    desk.begin("D. Essai", &mut ui);
    (Stage::with_ui(ui, desk), out)
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
