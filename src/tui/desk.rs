//! Carries out what the screen asks, through the one door to the data, and gives the answers back to the screen.
//!
//! It decides nothing and draws nothing: requests in, rows, forms, refusals and sentences out. What grows with the caseload
//! (the index, the header's figures) is read by a thread beside it.

mod acts;
mod caseload;
mod enrolment;
mod exchange;
mod files;
mod forms;
mod impact;
mod inbox;
mod lists;
mod other_screens;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::counting::{Counted, Counter};
use super::folders;
use super::frame;
use super::input::{Background, Doorbell};
use super::places::{Place, Shown};
use super::run::{Desk, Drawn};
use super::theme::{Role, Theme};
use super::ui::{Request, Ui};
use caseload::{Read, WithIndex};
pub(super) use lists::report as report_list;

pub(super) use crate::app::department::FOLDER;
use crate::app::search::{Hits, SearchIndex};
use crate::app::{App, AppError, ContentVersion, EntryId, ListView, Sort};
use crate::base::id::FamilyId;
use crate::domain::closure::Measure;

/// The program's side of the screen.
pub struct AppDesk {
    app: App,
    index: Option<SearchIndex>,
    /// The last list asked of the index: narrowed while its words grow.
    asked: Option<(ListView, Sort, Hits)>,
    shown: Option<FamilyId>,
    /// The family that the next key will probably show, as the store had it at this version of its content.
    ahead: Option<(ContentVersion, Arc<Shown>)>,
    /// The version at which the family on screen was read ahead: whether it still is, is seen once it is drawn.
    read_at: Option<ContentVersion>,
    /// What the screen was last seen to hold: when another process wrote since, it is read again.
    seen: Option<ContentVersion>,
    /// What the screen no longer shows, to be let go while nobody waits.
    gone: Option<Arc<Shown>>,
    doorbell: Doorbell,
    /// How long the index waits for the first screen to be painted.
    pause: Duration,
    /// Where bundles go when the person names no folder.
    out: PathBuf,
    /// The family whose file was last opened.
    opened: Option<FamilyId>,
    /// What was recorded here since the program started.
    made: BTreeSet<EntryId>,
    /// The family of whom something was last taken back here: it may be in no list any more.
    taken_back: Option<FamilyId>,
    /// Counts the impact measure.
    counter: Counter,
    /// The thread that receives a long list, while it does.
    receiving: Option<JoinHandle<()>>,
    /// What could not be done while the program was ending.
    failed: Option<AppError>,
}

/// The setting that keeps the theme.
pub const THEME: &str = "theme";

/// Keeps the theme for the next time.
pub(super) fn keep_theme(app: &mut App, theme: Theme) {
    if app.setting(THEME).ok().flatten().as_deref() != Some(theme.name()) && theme != Theme::Plain {
        // A preference that could not be kept is chosen again the next time.
        let _ = app.keep_setting(THEME, theme.name());
    }
}

impl AppDesk {
    /// A desk whose background reads come back by `doorbell`; bundles go to `out` until another folder is chosen.
    pub fn new(app: App, doorbell: Doorbell, out: PathBuf) -> Self {
        let chosen = app.setting(FOLDER).ok().flatten().map(PathBuf::from);
        let out = chosen.filter(|folder| folder.is_dir()).unwrap_or(out);
        Self {
            app,
            index: None,
            asked: None,
            shown: None,
            ahead: None,
            read_at: None,
            seen: None,
            gone: None,
            opened: None,
            made: BTreeSet::new(),
            taken_back: None,
            counter: Counter::new(doorbell.clone()),
            doorbell,
            pause: Duration::ZERO,
            out,
            receiving: None,
            failed: None,
        }
    }

    /// With another number of families whose records are read while the person waits.
    pub fn reading_at_once(self, most_at_once: usize) -> Self {
        Self { counter: self.counter.reading_at_once(most_at_once), ..self }
    }

    /// With a pause before the thread that reads the index is made: where there are few cores, it would take its turn from the
    /// terminal that paints the first screen.
    pub fn reading_after(self, pause: Duration) -> Self {
        Self { pause, ..self }
    }

    /// Fills the header and the list with what costs the same for every caseload, and starts reading the rest.
    pub fn begin(&mut self, ui: &mut Ui) {
        self.seen = self.app.content_version().ok();
        ui.header.antenna.clone_from(&self.app.antenna().name);
        ui.header.author =
            self.app.antenna().referent(self.app.author()).map(|one| one.name.clone()).unwrap_or_default();
        ui.header.read_only = self.app.read_only().is_some();
        if let Some(fault) = self.app.read_only() {
            let facts = fault.arguments();
            let hint = ui.catalog.hint(fault.id(), &facts).unwrap_or_default();
            ui.say(format!("{} {hint}", ui.catalog.text_with(fault.id(), &facts)), Role::Error);
        }
        ui.screens.caseload.will_be_as_high_as(frame::inside_of(Place::Caseload, ui.size()).height);
        self.load_caseload(ui);
        match self.pause {
            Duration::ZERO => self.read_beside(WithIndex::Yes),
            pause => ui.read_beside_at(Instant::now() + pause),
        }
        self.offer_drafts(ui);
    }

    /// Keeps the theme for the next time.
    pub fn keep_theme(&mut self, theme: Theme) {
        keep_theme(&mut self.app, theme);
    }

    /// Puts everything away.
    ///
    /// # Errors
    /// The store's.
    pub fn close(mut self) -> Result<(), AppError> {
        self.await_list();
        match self.failed {
            Some(fault) => Err(fault),
            None => self.app.close(),
        }
    }

    fn refuse(&mut self, fault: AppError, ui: &mut Ui) {
        match fault {
            AppError::Refused(refusal) => ui.refused(ui.fault(&refusal)),
            fault @ (AppError::Store(_)
            | AppError::Exchange(_)
            | AppError::Unreadable(_)
            | AppError::List(_)
            | AppError::NotBackedUp(_)) => self.complain(&fault, ui),
        }
    }

    /// A fault of the store or the disk: what happened and what to do, over the screen; an open form keeps its text.
    fn complain(&mut self, fault: &AppError, ui: &mut Ui) {
        ui.complain(fault);
    }
}

impl Desk for AppDesk {
    fn carry_out(&mut self, request: Request, ui: &mut Ui) {
        match request {
            Request::OpenForm { act, family, about } => self.open_form(act, family, about, ui),
            Request::OpenPart(part) => self.open_part(*part, ui),
            Request::Prepare(convention) => self.prepare(&convention, ui),
            Request::Settle { family, deadline } => self.settle(family, *deadline, ui),
            Request::ExecuteOfAntenna(act) => self.execute_of_antenna(*act, ui),
            Request::Execute { family, act } => self.execute(family, *act, ui),
            Request::Undo { family } => self.undo(family, ui),
            Request::Redo { family } => self.redo(family, ui),
            Request::UndoEntry(entry) => self.command(Ok(Some(entry)), "said-nothing-to-undo", "said-undone", ui),
            Request::RedoEntry(entry) => self.command(Ok(Some(entry)), "said-nothing-to-redo", "said-redone", ui),
            Request::ShowFamily(family) => self.show(family, ui),
            Request::OpenFamily(family) => self.open_family(family, ui),
            Request::Acknowledge { sequence } => self.acknowledge(sequence, ui),
            Request::HandOver { sequence } => self.hand_over(sequence, ui),
            Request::KeepHere { sequence } => self.keep_here(sequence, ui),
            Request::AskForReceiptWords { sequence } => self.ask_for_receipt_words(sequence, ui),
            Request::WriteSlip { of, sequence } => self.write_slip(of, sequence, ui),
            Request::SendAgain(family) => self.send_again(family, ui),
            Request::ExportAgain { sequence } => self.export_again(sequence, ui),
            Request::LoadCaseload => self.load_caseload(ui),
            Request::LoadAgenda => self.load_agenda(ui),
            Request::LoadPanel => self.load_panel(ui),
            Request::LoadImpact => self.load_impact(ui),
            Request::LoadActsBehind(figure) => self.load_acts_behind(*figure, ui),
            Request::LoadSteering => ui.screens.steering.take(Arc::clone(self.app.antenna())),
            Request::LoadGroups => self.load_groups(ui),
            Request::OpenAttendance { action, session } => {
                ui.screens.attendance.open(self.app.antenna(), action, session, self.app.today());
                self.load_attendance(ui);
            }
            Request::LoadAttendance => self.load_attendance(ui),
            Request::LoadSettings => self.load_settings(ui),
            Request::LoadVersions => {
                self.load_settings(ui);
                let catalog = Arc::clone(&ui.catalog);
                ui.screens.settings.show_version_in_force(&catalog);
            }
            Request::LoadHistory(family) => self.load_history(family, ui),
            Request::LoadRetention => self.load_retention(ui),
            Request::SearchEverywhere => self.search_everywhere(ui),
            Request::OpenPassage { family, place } => {
                self.open_family(family, ui);
                ui.screens.detail.seek(place);
            }
            Request::AskToPrint(family) => self.ask_to_print(family, ui),
            Request::Print { family, which } => self.print(family, which, ui),
            Request::FillSupport { family, support } => self.fill_support(family, &support, ui),
            Request::LoadAccesses => self.load_accesses(ui),
            Request::ReadFile(family) => self.read_file(family, ui),
            Request::ReadBeside => self.read_beside(WithIndex::Yes),
            Request::PreviewExport => self.preview(ui),
            Request::AskToSeal => {
                self.preview(ui);
                let question = ui.screens.exchange.ask_to_seal(&ui.catalog);
                ui.answer(question);
            }
            Request::Export => self.export(ui),
            Request::JudgeList => self.judge_list(ui),
            Request::BrowseLists(folder) => self.browse_lists(folder, ui),
            // The other side's screens are not here.
            Request::Errand(_) => {}
            Request::ReadList { path, sender } => self.read_list(path, sender.as_ref(), ui),
            Request::ReceiveList => self.receive_list(ui),
            Request::ReportList => self.report_list(ui),
            Request::LoadInbox => self.load_inbox(ui),
            Request::TakeIn(files) => self.take_in(&files, ui),
            Request::BrowseArrivals(folder) => self.browse_arrivals(&folder, ui),
            Request::ReadCame(came) => self.read_came(&came, ui),
            Request::LoadSupports => self.load_supports(ui),
            Request::LoadEnrolment => self.load_enrolment(ui),
            Request::GiveCard => self.give_card(ui),
            Request::RenewKeys => self.renew_keys(ui),
            Request::BrowseCards(folder) => self.browse_cards(folder, ui),
            Request::ReadCard(path) => self.read_card(path, ui),
            Request::Compare { heard, typed } => self.compare(&heard, &typed, ui),
            Request::BrowseFolder(folder) => ui.open_picker(folders::picker(&folder, &ui.catalog)),
            Request::KeepFolder(folder) | Request::KeepArrivals(folder) => self.keep_folder(folder, ui),
            Request::SaveDraft { key, body } => {
                self.await_list();
                if let Err(fault) = self.app.save_draft(&key, &body) {
                    match ui.farewell() {
                        Some(_) => self.failed = Some(fault),
                        None => self.complain(&fault, ui),
                    }
                }
            }
            Request::DropDraft { key, body } => match self.app.drop_draft(&key, &body) {
                // What was prepared of the convention is gone with it.
                Ok(()) if ui.place == Place::Settings => self.load_settings(ui),
                Ok(()) => {}
                Err(fault) => self.complain(&fault, ui),
            },
        }
    }

    fn look_ahead(&mut self, ui: &mut Ui) -> Drawn {
        self.gone = None;
        self.note_opening(ui);
        // A list that is being received holds the store.
        if self.receiving.is_none() {
            self.app.keep_new_accesses();
        }
        let version = self.app.content_version().ok();
        let seen = std::mem::replace(&mut self.seen, version);
        if version.zip(seen).is_some_and(|(version, seen)| version.others_wrote_since(seen)) {
            if let Err(fault) = self.app.read_again() {
                self.complain(&fault, ui);
            }
            self.reload(None, ui);
            return Drawn::Stale;
        }
        if let (Some(read_at), Some(family)) = (self.read_at.take(), self.shown)
            && version != Some(read_at)
        {
            self.ahead = None;
            self.show(family, ui);
            return Drawn::Stale;
        }
        if ui.place != Place::Caseload || !ui.layers().is_empty() {
            return Drawn::Fresh;
        }
        if ui.screens.caseload.wants_lines_ahead() {
            self.load_caseload(ui);
        }
        if let Some(family) = ui.screens.caseload.ahead()
            && self.ahead.as_ref().is_none_or(|(_, shown)| shown.record.id != family)
            && let (Some(version), Ok(Some(shown))) = (version, self.read(family))
        {
            ui.screens.detail.prepare(&shown, &ui.catalog);
            self.ahead = Some((version, shown));
        }
        Drawn::Fresh
    }

    fn take_background(&mut self, result: Box<dyn Background>, ui: &mut Ui) {
        let Err(other) = result.into_any().downcast::<Read>().map(|read| self.take(*read, ui)) else { return };
        let Err(other) = other.downcast::<Counted<Measure>>().map(|counted| self.take_counted(*counted, ui)) else {
            return;
        };
        let Err(other) = other.downcast::<impact::ToClose>().map(|period| self.take_period(*period, ui)) else {
            return;
        };
        let _ = other.downcast::<lists::Receiving>().map(|receiving| self.take_receiving(*receiving, ui));
    }
}
