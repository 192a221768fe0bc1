//! Carries out what the screen of a Département asks, and gives the answers back to the screen.
//!
//! As the antenna's desk: it decides nothing and draws nothing.

mod enrolment;
mod figures;
mod orientations;
mod panel;
mod streams;

use std::path::PathBuf;

use super::counting::{Counted, Counter};
use super::desk::{FOLDER, keep_theme};
use super::folders;
use super::frame::Waiting;
use super::input::{Background, Doorbell};
use super::places::{Place, Room};
use super::run::{Desk, Drawn};
use super::theme::{Role, Theme};
use super::ui::{Errand, Request, Ui};
use crate::app::department::{ARRIVALS, Consolidated, Department, PublicationPlan};
use crate::app::{AppError, ContentVersion};
use crate::base::locale::{Catalog, Fact};

/// The program's side of a Département's screen.
pub struct DepartmentDesk {
    department: Department,
    /// Counts the impact measure.
    counter: Counter,
    /// Where bundles go.
    out: PathBuf,
    /// Whether lines of a list may go to a centre without a place left.
    /// The plan that is to be published, once the person has said so.
    plan: Option<PublicationPlan>,
    /// What the screen was last seen to hold: when another process wrote since, it is read again.
    seen: Option<ContentVersion>,
    /// What could not be done while the program was ending.
    failed: Option<AppError>,
}

impl DepartmentDesk {
    /// A desk whose counts come back by `doorbell`, and that has bundles written to `out` until another folder is chosen.
    pub fn new(department: Department, doorbell: Doorbell, out: PathBuf) -> Self {
        let chosen = department.app().setting(FOLDER).ok().flatten().map(PathBuf::from);
        let out = chosen.filter(|folder| folder.is_dir()).unwrap_or(out);
        let counter = Counter::new(doorbell);
        Self { department, counter, out, plan: None, seen: None, failed: None }
    }

    /// With another number of families whose records are read while the person waits.
    pub fn reading_at_once(self, most_at_once: usize) -> Self {
        Self { counter: self.counter.reading_at_once(most_at_once), ..self }
    }

    /// Fills the header and the first place; `author` is the agent who opened the store.
    pub fn begin(&mut self, author: &str, ui: &mut Ui) {
        self.seen = self.department.app().content_version().ok();
        ui.header.antenna.clone_from(&self.department.me().name);
        author.clone_into(&mut ui.header.author);
        ui.header.read_only = self.department.app().read_only().is_some();
        if let Some(fault) = self.department.app().read_only() {
            let facts = fault.arguments();
            let hint = ui.catalog.hint(fault.id(), &facts).unwrap_or_default();
            ui.say(format!("{} {hint}", ui.catalog.text_with(fault.id(), &facts)), Role::Error);
        }
        ui.place = Place::Room(Room::Streams);
        self.load_streams(ui);
        self.count(ui);
        self.offer_drafts(ui);
    }

    /// Keeps the theme for the next time.
    pub fn keep_theme(&mut self, theme: Theme) {
        keep_theme(self.department.app_mut(), theme);
    }

    /// Puts everything away.
    ///
    /// # Errors
    /// What could not be saved; the store's.
    pub fn close(self) -> Result<(), AppError> {
        self.department.close()?;
        self.failed.map_or(Ok(()), Err)
    }

    /// The header's figures.
    fn count(&self, ui: &mut Ui) {
        match self.waiting() {
            Ok(waiting) => ui.header.department = Some(waiting),
            Err(fault) => ui.complain(&fault),
        }
    }

    fn waiting(&self) -> Result<Waiting, AppError> {
        let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let standings = self.department.standings()?;
        let alarms = standings.iter().filter(|one| one.calls_for_somebody()).count();
        Ok(Waiting {
            antennas: small(standings.len()),
            alarms: small(alarms),
            referrals: small(self.department.agenda(true)?.len()),
            orientations: small(self.department.orientations(true)?.len()),
        })
    }

    /// Shows again what a change has changed: the place that has the focus, and the header.
    fn reload(&mut self, ui: &mut Ui) {
        if let Some(request) = ui.screens.reload(ui.place) {
            self.carry_out(request, ui);
        }
        self.count(ui);
    }

    fn go(&mut self, room: Room, ui: &mut Ui) {
        ui.place = Place::Room(room);
        self.carry_out(room.loads(), ui);
    }

    /// Says what was written, and where.
    fn tell_written(&self, id: &str, files: &[PathBuf], ui: &mut Ui) {
        ui.open_popup(ui.catalog.text(id).into_owned(), self.written(files, &ui.catalog));
    }

    fn written(&self, files: &[PathBuf], catalog: &Catalog) -> String {
        let names = files.iter().filter_map(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
        let folder = [("folder", Fact::from(self.out.display().to_string()))];
        let mut lines = vec![catalog.text_with("department-written", &[("count", Fact::from(files.len() as u64))])];
        lines.extend(names);
        lines.extend([String::new(), catalog.text_with("department-written-folder", &folder)]);
        lines.join("\n")
    }

    fn refuse(&self, fault: &AppError, ui: &mut Ui) {
        match fault {
            AppError::Refused(refusal) => ui.refused(ui.fault(refusal)),
            AppError::Store(_)
            | AppError::Exchange(_)
            | AppError::Unreadable(_)
            | AppError::List(_)
            | AppError::NotBackedUp(_) => {
                ui.complain(fault);
            }
        }
    }

    fn run(&mut self, errand: Errand, ui: &mut Ui) {
        match errand {
            Errand::LoadStreams => self.load_streams(ui),
            Errand::LoadStream(antenna) => self.load_stream(&antenna, ui),
            Errand::LoadInbox => self.load_inbox(ui),
            Errand::LoadAgenda => self.load_agenda(ui),
            Errand::ReadReferral(referral) => self.read_referral(referral, ui),
            Errand::Execute(act) => self.execute(act, ui),
            Errand::AskToExecute(act) => self.ask_to_execute(act, ui),
            Errand::LoadOrientations => self.load_orientations(ui),
            Errand::ChangePlaces => self.change_places(ui),
            Errand::SendList => self.send_list(ui),
            Errand::LoadPublications => self.load_publications(ui),
            Errand::BrowsePlans(folder) => self.browse_plans(folder, ui),
            Errand::ReadPlan(path) => self.read_plan(&path, ui),
            Errand::Publish => self.publish(ui),
            Errand::LoadActsOf(antenna, figure) => self.load_acts(Some(antenna), *figure, ui),
            Errand::ReadFamily(family) => self.read_family(family, ui),
            Errand::ChooseFolder => ui.open_picker(folders::picker(&self.out, &ui.catalog)),
            Errand::SendPresence => self.send_presence(ui),
            Errand::SendAgain(antenna, number) => self.send_again(&antenna, number, ui),
        }
    }

    fn keep_folder(&mut self, folder: PathBuf, ui: &mut Ui) {
        if let Some(path) = folder.to_str() {
            // A preference that could not be kept is chosen again the next time.
            let _ = self.department.app_mut().keep_setting(FOLDER, path);
        }
        self.out = folder;
        self.reload(ui);
    }
}

impl Desk for DepartmentDesk {
    fn carry_out(&mut self, request: Request, ui: &mut Ui) {
        match request {
            Request::Errand(errand) => self.run(errand, ui),
            Request::OpenForm { act, family, about } => self.open_form(act, family, about, ui),
            Request::Execute { act, .. } => self.decide(*act, ui),
            Request::OpenFamily(of) => self.go_to_draft(of, ui),
            Request::BrowseFolder(folder) => ui.open_picker(folders::picker(&folder, &ui.catalog)),
            Request::KeepFolder(folder) => self.keep_folder(folder, ui),
            Request::TakeIn(files) => self.take_in(&files, ui),
            Request::BrowseArrivals(folder) => ui.open_picker(folders::arrivals_in(&folder, &ui.catalog)),
            Request::KeepArrivals(folder) => self.keep_arrivals(&folder, ui),
            Request::GiveCard => self.give_card(ui),
            Request::LoadImpact => self.load_impact(ui),
            Request::LoadActsBehind(figure) => self.load_acts(None, *figure, ui),
            Request::JudgeList => self.judge_list(ui),
            Request::BrowseLists(folder) => self.browse_lists(folder, ui),
            Request::ReadList { path, sender } => self.read_list(path, sender.as_ref(), ui),
            Request::ReportList => self.report_list(ui),
            Request::BrowseCards(folder) => self.browse_cards(folder, ui),
            Request::ReadCard(path) => self.read_card(path, ui),
            Request::Compare { heard, typed } => self.compare(&heard, &typed, ui),
            Request::SaveDraft { key, body } => {
                if let Err(fault) = self.department.app_mut().save_draft(&key, &body) {
                    match ui.farewell() {
                        Some(_) => self.failed = Some(fault),
                        None => ui.complain(&fault),
                    }
                }
            }
            Request::DropDraft { key, body } => {
                if let Err(fault) = self.department.app_mut().drop_draft(&key, &body) {
                    ui.complain(&fault);
                }
            }
            _of_an_antenna => {}
        }
    }

    fn look_ahead(&mut self, ui: &mut Ui) -> Drawn {
        self.department.app_mut().keep_new_accesses();
        let version = self.department.app().content_version().ok();
        let seen = std::mem::replace(&mut self.seen, version);
        if !version.zip(seen).is_some_and(|(version, seen)| version.others_wrote_since(seen)) {
            return Drawn::Fresh;
        }
        self.reload(ui);
        Drawn::Stale
    }

    fn take_background(&mut self, result: Box<dyn Background>, ui: &mut Ui) {
        if let Ok(counted) = result.into_any().downcast::<Counted<Consolidated>>() {
            self.take_counted(*counted, ui);
        }
    }
}
