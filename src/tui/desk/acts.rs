//! What an act asks of the desk: carried out through the one door, said, and shown everywhere it changed something.

use super::{AppDesk, WithIndex};
use crate::app::{AppError, Command, EntryId, Outcome, search_row};
use crate::base::id::FamilyId;
use crate::base::locale::Fact;
use crate::domain::FamilyAct;
use crate::domain::antenna::AntennaAct;
use crate::domain::deadline::Deadline;
use crate::domain::refusal::Refusal;
use crate::domain::retention::Disposal;
use crate::tui::action::{ActKind, Action};
use crate::tui::keymap::{self, Context};
use crate::tui::places::opening::settling;
use crate::tui::run::Desk;
use crate::tui::theme::Role;
use crate::tui::ui::Ui;

impl AppDesk {
    pub(super) fn settle(&mut self, family: FamilyId, due: Deadline, ui: &mut Ui) {
        let drafted = match self.app.family(family) {
            Ok(record) => record.is_some_and(|record| record.draft_contract().is_some()),
            Err(fault) => return self.complain(&fault, ui),
        };
        if let Some(act) = settling(&due, drafted, self.app.today()) {
            self.open_form(act, Some(family), Some(due.about), ui);
        }
    }

    pub(super) fn execute(&mut self, family: Option<FamilyId>, act: FamilyAct, ui: &mut Ui) {
        let erases = matches!(&act, FamilyAct::ConfirmDisposal(act) if act.disposal == Disposal::Erase);
        self.carry(ActKind::of(&act), Command::Family { family, act }, erases, ui);
    }

    /// Says a refusal of a family's act; that of a person who may be known names who it is (art. 2).
    fn refuse_for(&mut self, family: Option<FamilyId>, fault: AppError, ui: &mut Ui) {
        let AppError::Refused(refusal @ Refusal::PossibleDuplicate { .. }) = &fault else {
            return self.refuse(fault, ui);
        };
        let alike = family.map_or(Ok(Vec::new()), |family| self.app.alike(family)).unwrap_or_default();
        let named = alike.into_iter().map(|(name, number)| format!("{name} ({number})"));
        let named = ui.privacy.mask(&named.collect::<Vec<_>>().join(", ")).into_owned();
        let mut fault = ui.fault(refusal);
        fault.text = format!("{} {named}", fault.text).trim_end().to_owned();
        ui.refused(fault);
    }

    pub(super) fn execute_of_antenna(&mut self, act: AntennaAct, ui: &mut Ui) {
        if let AntennaAct::ClosePeriod(act) = act {
            return self.close_period(act, ui);
        }
        if let Some(kind) = ui.act_of_form() {
            self.carry(kind, Command::Antenna(act), false, ui);
        }
    }

    /// Carries out the act of the form on top, and says so.
    pub(super) fn carry(&mut self, kind: ActKind, command: Command, erases: bool, ui: &mut Ui) {
        if self.is_receiving(ui) {
            return;
        }
        let family = match &command {
            Command::Family { family, .. } => *family,
            _of_the_antenna => None,
        };
        let carried = self.app.execute(command);
        if self.carried(kind, family, carried, ui) {
            self.tell_erasure(erases, ui);
        }
    }

    /// Says what became of the act of the form on top, and shows what it changed.
    pub(super) fn carried(
        &mut self,
        kind: ActKind,
        family: Option<FamilyId>,
        carried: Result<Outcome, AppError>,
        ui: &mut Ui,
    ) -> bool {
        match carried {
            Ok(outcome) => {
                let act = ("act", Fact::Text(ui.catalog.text(kind.id()).into_owned()));
                // An exit ends what is under way: the contract, a referral.
                let beside = match kind {
                    ActKind::ExitFamily => self.names(outcome, ui, |kind| kind != "family-exited"),
                    _alone => String::new(),
                };
                let said = match beside.is_empty() {
                    true => ui.catalog.text_with("said-act", &[act]),
                    false => ui.catalog.text_with("said-act-with", &[act, ("what", Fact::Text(beside))]),
                };
                if let Some((key, body)) = ui.draft() {
                    // The act is safe; a draft that stays is offered again and harms nobody.
                    let _ = self.app.drop_draft(&key, &body);
                }
                ui.accepted(said);
                ui.said_of(outcome.family);
                self.made.insert(outcome.entry);
                self.taken_back = None;
                self.reload(outcome.family, ui);
                true
            }
            Err(fault) => {
                self.refuse_for(family, fault, ui);
                false
            }
        }
    }

    /// Takes back the last act of a family. One that was not made here since the program started, by another window or another day,
    /// is asked about: a key held down does not unmake a file.
    pub(super) fn undo(&mut self, family: FamilyId, ui: &mut Ui) {
        let found = self.app.last_undoable(family);
        if let Ok(Some(entry)) = found
            && !self.made.contains(&entry)
        {
            return self.ask_about(family, entry, ui);
        }
        self.command(found, "said-nothing-to-undo", "said-undone", ui);
    }

    /// Brings back what was last taken back of a family, or else here as long as nothing was recorded since: the family may then be
    /// in no list. It is asked about as [`AppDesk::undo`] does.
    pub(super) fn redo(&mut self, family: Option<FamilyId>, ui: &mut Ui) {
        let mut found = Ok(None);
        for family in [family, self.taken_back].into_iter().flatten() {
            found = self.app.last_redoable(family);
            match found {
                Ok(None) => {}
                Ok(Some(entry)) if !self.made.contains(&entry) => return self.ask_about(family, entry, ui),
                Ok(Some(_)) | Err(_) => break,
            }
        }
        match (&found, family.or(self.taken_back)) {
            (Ok(None), None) => ui.say_no_family(),
            _ => self.command(found, "said-nothing-to-redo", "said-redone", ui),
        }
    }

    fn ask_about(&mut self, family: FamilyId, entry: EntryId, ui: &mut Ui) {
        self.load_history(family, ui);
        let question = ui.screens.history.ask_about(entry, &ui.catalog);
        ui.answer(question);
    }

    pub(super) fn command(&mut self, found: Result<Option<EntryId>, AppError>, nothing: &str, said: &str, ui: &mut Ui) {
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
                ui.said_of(outcome.family);
                self.made.insert(outcome.entry);
                self.taken_back = outcome.family;
                self.reload(outcome.family, ui);
            }
            Err(fault) => self.refuse(fault, ui),
        }
    }

    /// What an undo took back or a redo brought back, by the names of its events.
    pub(super) fn told(&self, outcome: Outcome, ui: &Ui) -> String {
        self.names(outcome, ui, |_| true)
    }

    fn names(&self, outcome: Outcome, ui: &Ui, wanted: impl Fn(&str) -> bool) -> String {
        let history = outcome.family.and_then(|family| self.app.history(family).ok()).unwrap_or_default();
        let line = history.into_iter().find(|line| line.entry == outcome.entry);
        let mut kinds = line.map(|line| line.kinds).unwrap_or_default();
        kinds.dedup();
        let kinds = kinds.iter().filter(|kind| wanted(kind));
        let names: Vec<_> = kinds.map(|kind| ui.catalog.text(&format!("event-{kind}"))).collect();
        names.join(", ")
    }

    /// Shows again what an act changed: its line, its record, the figures, and the other screens when they are open.
    pub(super) fn reload(&mut self, changed: Option<FamilyId>, ui: &mut Ui) {
        if let Some(family) = changed {
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
        let with_index = if changed.is_some() { WithIndex::No } else { WithIndex::Yes };
        if changed.is_none() {
            // An act of the antenna can change what is due in every family: who left, what the convention says.
            (self.shown, self.ahead) = (None, None);
        }
        self.load_caseload(ui);
        self.read_beside(with_index);
        if let Some(request) = ui.screens.reload(ui.place) {
            self.carry_out(request, ui);
        }
    }
}
