//! Carries out what the screen asks, through the one door to the data, and gives the answers back to the screen.
//!
//! It decides nothing and draws nothing: requests in, rows, forms, refusals and sentences out. What grows with the caseload
//! (the index, the header's figures) is read by a thread beside it.

mod enrolment;
mod exchange;
mod files;
mod forms;
mod impact;
mod inbox;
mod lists;
mod other_screens;

use std::any::Any;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::counting::{Counted, Counter};
use super::folders;
use super::frame;
use super::input::{Background, Doorbell, Input};
use super::places::caseload::LINES_AHEAD;
use super::places::opening::settling;
use super::places::{Page, Place, Shown};
use super::run::{Desk, Drawn};
use super::theme::{Role, Theme};
use super::ui::{Request, Ui};
use super::widgets::timeline::Timeline;
pub(super) use crate::app::department::FOLDER;
use crate::app::search::{Hits, SearchIndex};
use crate::app::{App, AppError, Command, ContentVersion, Counts, ListView, Outcome, Sort, search_row};
use crate::base::id::FamilyId;
use crate::base::locale::Fact;
use crate::domain::FamilyAct;
use crate::domain::antenna::AntennaAct;
use crate::domain::closure::Measure;
use crate::domain::deadline::{self, Deadline};
use crate::domain::retention::Disposal;
use crate::tui::action::{ActKind, Action};
use crate::tui::keymap::{self, Context};

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
    /// What the screen no longer shows, to be let go while nobody waits.
    gone: Option<Arc<Shown>>,
    doorbell: Doorbell,
    /// How long the index waits for the first screen to be painted.
    pause: Duration,
    /// Where bundles go when the person names no folder.
    out: PathBuf,
    /// The family whose file was last opened.
    opened: Option<FamilyId>,
    /// Counts the impact measure.
    counter: Counter,
    /// The thread that receives a long list, while it does.
    receiving: Option<JoinHandle<()>>,
    /// What could not be done while the program was ending.
    failed: Option<AppError>,
}

/// What the background thread read.
struct Read {
    index: Option<SearchIndex>,
    counts: Counts,
}

impl std::fmt::Debug for Read {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Read").field("counts", &self.counts).finish_non_exhaustive()
    }
}

impl Background for Read {
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
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
            gone: None,
            opened: None,
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

    /// With a pause before the index is read: where there are few cores, it would take its turn from the terminal that paints the
    /// first screen.
    pub fn reading_after(self, pause: Duration) -> Self {
        Self { pause, ..self }
    }

    /// Fills the header and the list with what costs the same for every caseload, and starts reading the rest.
    pub fn begin(&mut self, ui: &mut Ui) {
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
        self.read_beside(WithIndex::Yes);
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

    /// Reads on another connection and another thread what grows with the caseload.
    fn read_beside(&self, with_index: WithIndex) {
        let Ok(background) = self.app.background() else { return };
        let (doorbell, pause) = (self.doorbell.clone(), self.pause);
        let work = move || {
            let index = match with_index {
                WithIndex::Yes => {
                    thread::sleep(pause);
                    background.index().ok()
                }
                WithIndex::No => None,
            };
            if let Ok(counts) = background.counts() {
                // The receiver is gone when the program is ending: nobody is left to tell.
                let _ = doorbell.send(Input::Background(Box::new(Read { index, counts })));
            }
        };
        // Without the thread the list stays as loaded, and the header without figures.
        let _ = thread::Builder::new().name("index".into()).spawn(work);
    }

    fn take(&mut self, read: Read, ui: &mut Ui) {
        let Read { index, counts } = read;
        let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        ui.header.taken = counts.taken;
        ui.header.places = counts.places;
        ui.header.due = small(counts.due_today + counts.due_this_week);
        ui.header.overdue = small(counts.overdue);
        ui.header.to_hand_over = small(counts.to_hand_over);
        if let Some(index) = index {
            self.index = Some(index);
            self.asked = None;
            self.load_caseload(ui);
        }
    }

    fn load_caseload(&mut self, ui: &mut Ui) {
        let wanted = ui.screens.caseload.wanted();
        let loaded = match &mut self.index {
            None => {
                let limit = wanted.start + wanted.count + LINES_AHEAD;
                let rows = self.app.first_rows(wanted.view, wanted.sort, limit);
                rows.map(|rows| Page { start: 0, rows, total: None })
            }
            Some(index) => {
                index.prepare(wanted.sort);
                let same = |(view, sort, _): &(ListView, Sort, Hits)| *view == wanted.view && *sort == wanted.sort;
                let before = self.asked.take().filter(same).map(|(_, _, hits)| hits);
                let hits = match before {
                    // Going through a list does not ask for it again.
                    Some(hits) if index.still(&hits, &wanted.typed) => hits,
                    before => index.search(&wanted.typed, wanted.view.bits(), wanted.sort, before.as_ref()),
                };
                let seen = wanted.start..wanted.start + wanted.count;
                let kept = wanted.keep.and_then(|family| index.position(&hits, family, seen));
                let range = wanted.range(hits.len(), kept);
                let (start, total) = (range.start, Some(hits.len()));
                let ids: Vec<_> = index.families(&hits, range).collect();
                self.asked = Some((wanted.view, wanted.sort, hits));
                self.app.rows(&ids).map(|rows| Page { start, rows, total })
            }
        };
        match loaded {
            Ok(page) => ui.screens.caseload.take(page),
            Err(fault) => self.complain(&fault, ui),
        }
        match ui.screens.caseload.family() {
            Some(family) if self.shown != Some(family) => self.show(family, ui),
            Some(_) => {}
            None => {
                self.shown = None;
                self.gone = ui.screens.show(None);
            }
        }
    }

    fn show(&mut self, family: FamilyId, ui: &mut Ui) {
        let ahead = self.ahead.take().filter(|(_, shown)| shown.record.id == family);
        self.read_at = ahead.as_ref().map(|(version, _)| *version);
        match ahead.map_or_else(|| self.read(family), |(_, shown)| Ok(Some(shown))) {
            Ok(shown) => {
                self.shown = shown.as_ref().map(|_| family);
                self.gone = ui.screens.show(shown);
            }
            Err(fault) => self.complain(&fault, ui),
        }
    }

    /// A family as the screen shows it.
    fn read(&self, family: FamilyId) -> Result<Option<Arc<Shown>>, AppError> {
        let Some(record) = self.app.family(family)? else { return Ok(None) };
        let mut deadlines = deadline::deadlines(&record, self.app.antenna());
        deadlines.retain(|deadline| deadline.stands_on(self.app.today()));
        let center = record.stays.last().map(|stay| &stay.center);
        let center = center.or_else(|| record.orientations.last().map(|orientation| &orientation.center));
        let places_taken = center.map_or(Ok(0), |center| self.app.places_taken(center))?;
        let (antenna, today) = (Arc::clone(self.app.antenna()), self.app.today());
        let path = Timeline::of(&record, &deadlines, today);
        Ok(Some(Arc::new(Shown { record, deadlines, path, antenna, places_taken, today })))
    }

    fn settle(&mut self, family: FamilyId, due: Deadline, ui: &mut Ui) {
        let drafted = match self.app.family(family) {
            Ok(record) => record.is_some_and(|record| record.draft_contract().is_some()),
            Err(fault) => return self.complain(&fault, ui),
        };
        if let Some(act) = settling(due.rule, drafted) {
            self.open_form(act, Some(family), Some(due.about), ui);
        }
    }

    fn execute(&mut self, family: Option<FamilyId>, act: FamilyAct, ui: &mut Ui) {
        let erases = matches!(&act, FamilyAct::ConfirmDisposal(act) if act.disposal == Disposal::Erase);
        self.carry(ActKind::of(&act), Command::Family { family, act }, erases, ui);
    }

    fn execute_of_antenna(&mut self, act: AntennaAct, ui: &mut Ui) {
        if let AntennaAct::ClosePeriod(act) = act {
            return self.close_period(act, ui);
        }
        if let Some(kind) = ui.act_of_form() {
            self.carry(kind, Command::Antenna(act), false, ui);
        }
    }

    /// Carries out the act of the form on top, and says so.
    fn carry(&mut self, kind: ActKind, command: Command, erases: bool, ui: &mut Ui) {
        if self.is_receiving(ui) {
            return;
        }
        let carried = self.app.execute(command);
        if self.carried(kind, carried, ui) {
            self.tell_erasure(erases, ui);
        }
    }

    /// Says what became of the act of the form on top, and shows what it changed.
    fn carried(&mut self, kind: ActKind, carried: Result<Outcome, AppError>, ui: &mut Ui) -> bool {
        let name = ui.catalog.text(kind.id()).into_owned();
        let said = ui.catalog.text_with("said-act", &[("act", Fact::Text(name))]);
        match carried {
            Ok(outcome) => {
                if let Some(key) = ui.draft_key() {
                    // The act is safe; a draft that stays is offered again and harms nobody.
                    let _ = self.app.drop_draft(&key);
                }
                ui.accepted(said);
                self.reload(outcome, ui);
                true
            }
            Err(fault) => {
                self.refuse(fault, ui);
                false
            }
        }
    }

    fn command(
        &mut self,
        found: Result<Option<crate::app::EntryId>, AppError>,
        nothing: &str,
        said: &str,
        ui: &mut Ui,
    ) {
        if self.is_receiving(ui) {
            return;
        }
        let outcome = match found {
            Ok(Some(of)) => self.app.execute(Command::Undo { of }),
            Ok(None) => return ui.say(ui.catalog.text(nothing).into_owned(), Role::Warning),
            Err(fault) => Err(fault),
        };
        match outcome {
            Ok(outcome) => {
                let what = ("what", Fact::Text(self.told(outcome, ui)));
                let key = ("key", Fact::from(keymap::named(Context::Global, Action::Redo, &ui.catalog)));
                ui.say(ui.catalog.text_with(said, &[what, key]), Role::Ok);
                self.reload(outcome, ui);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    /// What an undo took back or a redo brought back, by the names of its events.
    fn told(&self, outcome: Outcome, ui: &Ui) -> String {
        let history = outcome.family.and_then(|family| self.app.history(family).ok()).unwrap_or_default();
        let line = history.into_iter().find(|line| line.entry == outcome.entry);
        let mut kinds = line.map(|line| line.kinds).unwrap_or_default();
        kinds.dedup();
        let names: Vec<_> = kinds.iter().map(|kind| ui.catalog.text(&format!("event-{kind}"))).collect();
        names.join(", ")
    }

    /// Shows again what an act changed: its line, its record, the figures, and the other screens when they are open.
    fn reload(&mut self, outcome: Outcome, ui: &mut Ui) {
        if let Some(family) = outcome.family {
            if let (Some(index), Ok(rows)) = (&mut self.index, self.app.rows(&[family])) {
                if rows.is_empty() {
                    index.remove(family);
                }
                for row in &rows {
                    index.update(search_row(row, self.app.author(), self.app.today()));
                }
                self.asked = None;
            }
            ui.screens.caseload.select(family);
            self.shown = None;
        }
        let with_index = if outcome.family.is_some() { WithIndex::No } else { WithIndex::Yes };
        if outcome.family.is_none() {
            // An act of the antenna can change what is due in every family: who left, what the convention says.
            (self.shown, self.ahead) = (None, None);
        }
        self.load_caseload(ui);
        self.read_beside(with_index);
        if let Some(request) = ui.screens.reload(ui.place) {
            self.carry_out(request, ui);
        }
    }

    /// Looks for a family where it is listed now, then among those to answer and those that left.
    fn open_family(&mut self, family: FamilyId, ui: &mut Ui) {
        ui.screens.caseload.select(family);
        self.load_caseload(ui);
        for view in [ListView::Active, ListView::Oriented, ListView::Gone] {
            if ui.screens.caseload.family() == Some(family) {
                break;
            }
            ui.screens.caseload.look_for(family, view);
            self.load_caseload(ui);
        }
    }

    fn refuse(&mut self, fault: AppError, ui: &mut Ui) {
        match fault {
            AppError::Refused(refusal) => ui.refused(ui.fault(&refusal)),
            fault @ (AppError::Store(_) | AppError::Exchange(_) | AppError::Unreadable(_) | AppError::List(_)) => {
                self.complain(&fault, ui)
            }
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
            Request::Undo { family } => {
                let found = self.app.last_undoable(family);
                self.command(found, "said-nothing-to-undo", "said-undone", ui);
            }
            Request::Redo { family } => {
                let found = self.app.last_redoable(family);
                self.command(found, "said-nothing-to-redo", "said-redone", ui);
            }
            Request::UndoEntry(entry) => self.command(Ok(Some(entry)), "said-nothing-to-undo", "said-undone", ui),
            Request::RedoEntry(entry) => self.command(Ok(Some(entry)), "said-nothing-to-redo", "said-redone", ui),
            Request::ShowFamily(family) => self.show(family, ui),
            Request::OpenFamily(family) => self.open_family(family, ui),
            Request::Acknowledge { sequence } => self.acknowledge(sequence, ui),
            Request::HandOver { sequence } => self.hand_over(sequence, ui),
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
            Request::LoadAccesses => self.load_accesses(ui),
            Request::ReadFile(family) => self.read_file(family, ui),
            // What cannot be written now is tried again with the next access, and when the program ends.
            Request::KeepAccesses => drop(self.app.keep_accesses()),
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
            Request::DropDraft { key } => match self.app.drop_draft(&key) {
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
        if let (Some(read_at), Some(family)) = (self.read_at.take(), self.shown)
            && self.app.content_version().ok() != Some(read_at)
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
            && let (Ok(version), Ok(Some(shown))) = (self.app.content_version(), self.read(family))
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

/// Whether the background reads the index again: once; acts update it line by line.
#[derive(Clone, Copy)]
enum WithIndex {
    Yes,
    No,
}
