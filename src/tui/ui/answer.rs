//! What comes back to the screen: forms to open, refusals to show, sentences to say.

use super::{Layer, Ui};
use crate::app::AppError;
use crate::base::id::FamilyId;
use crate::base::locale::Fact;
use crate::domain::antenna::{AdoptConvention, AntennaAct};
use crate::domain::closure::ClosePeriod;
use crate::domain::convention::{self, Convention};
use crate::domain::refusal::Refusal;
use crate::tui::places::Reaction;
use crate::tui::theme::Role;
use crate::tui::widgets::field::Fault;
use crate::tui::widgets::form::Form;
use crate::tui::widgets::picker::Picker;
use crate::tui::widgets::popup::{Answer, Confirm, Popup};
use crate::tui::widgets::word_entry::WordEntry;

/// The most changes of a version that a question lists.
const MOST_TOLD: usize = 10;

/// A sentence in the place of the footer, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub role: Role,
    /// The family of whom it says what was done.
    pub of: Option<FamilyId>,
}

impl Ui {
    /// Opens a form over the screen.
    pub fn open_form(&mut self, form: Form) {
        let form = form.ready(self.today, &self.catalog);
        self.layers.push(Layer::Form(Box::new(form)));
    }

    /// Opens a list over the screen.
    pub fn open_picker(&mut self, picker: Picker) {
        self.layers.push(Layer::Picker(picker));
    }

    /// Does what a screen answers: asks, shows, or goes elsewhere.
    pub fn answer(&mut self, reaction: Reaction) {
        match reaction {
            Reaction::Stays => {}
            Reaction::Ask(request) => self.request(request),
            Reaction::Go(place) => self.place = place,
            Reaction::GoAndAsk(place, request) => {
                self.place = place;
                self.request(request);
            }
            Reaction::List(picker) => self.layers.push(Layer::Picker(picker)),
            Reaction::Popup(popup) => self.layers.push(Layer::Popup(popup)),
            Reaction::Confirm(confirm) => self.layers.push(Layer::Confirm(confirm)),
        }
    }

    /// Asks for words that the other side reads aloud.
    pub fn open_words(&mut self, words: WordEntry) {
        self.layers.push(Layer::Words(words));
    }

    /// Closes the entry of the words that were those expected; gives its draft, the key and what was written.
    pub fn words_told(&mut self) -> Option<(String, String)> {
        let at = self.layers.iter().rposition(|layer| matches!(layer, Layer::Words(_)))?;
        self.typed_at = None;
        match self.layers.drain(at..).next() {
            Some(Layer::Words(words)) => Some(words.heard.draft_key()).zip(words.kept),
            Some(_) | None => None,
        }
    }

    /// Puts what is wrong under the words that were typed; whether they are being asked for.
    pub fn words_refused(&mut self, fault: Fault) -> bool {
        match self.layers.last_mut() {
            Some(Layer::Words(words)) => {
                words.refuse(fault);
                true
            }
            Some(_) | None => false,
        }
    }

    /// Shows a text over the screen.
    pub fn open_popup(&mut self, title: impl Into<String>, text: impl Into<String>) {
        self.layers.push(Layer::Popup(Popup::new(title, text)));
    }

    /// A fault of the store or the disk: what happened and what to do, over the screen; an open form keeps its text.
    pub fn complain(&mut self, fault: &AppError) {
        let explained = fault.explain(&self.catalog);
        let title = self.catalog.text("popup-not-done").into_owned();
        self.open_popup(title, format!("{}\n\n{}", explained.text, explained.hint.unwrap_or_default()));
    }

    /// Closes the form whose act was carried out, and says so.
    pub fn accepted(&mut self, said: impl Into<String>) {
        if let Some(at) = self.layers.iter().rposition(|layer| matches!(layer, Layer::Form(_))) {
            self.layers.truncate(at);
        }
        self.typed_at = None;
        self.say(said, Role::Ok);
    }

    /// Puts a refusal in the open form, beside its field; in the footer's place when no form is open.
    pub fn refused(&mut self, fault: Fault) {
        let at = self.layers.iter().rposition(|layer| matches!(layer, Layer::Form(_)));
        match at.and_then(|at| self.layers.get_mut(at)) {
            Some(Layer::Form(form)) => form.refuse(fault),
            Some(_) | None => {
                let source = if fault.source.is_empty() { String::new() } else { format!(" ({})", fault.source) };
                self.say(format!("✗ {}{source} {}", fault.text, fault.hint), Role::Error);
            }
        }
    }

    /// The fault that a refusal of the domain makes.
    pub fn fault(&self, refusal: &Refusal) -> Fault {
        let facts = self.named(refusal);
        let source = match refusal.source() {
            "practice" => String::new(),
            source => source.to_owned(),
        };
        Fault {
            field: field_of(refusal),
            text: self.catalog.text_with(refusal.id(), &facts),
            hint: self.catalog.hint(refusal.id(), &facts).unwrap_or_default(),
            source,
        }
    }

    /// The facts of a refusal, a member of the convention by what it is called on screen.
    fn named(&self, refusal: &Refusal) -> Vec<(&'static str, Fact)> {
        let mut facts = refusal.arguments();
        for (name, fact) in &mut facts {
            if let (&mut "part", Fact::Text(part)) = (name, &mut *fact) {
                *part = convention::part_name(part, &[], &self.catalog);
            }
        }
        facts
    }

    /// What is asked before an act of the antenna that changes how all others are judged, or that nothing takes back.
    pub(super) fn question_before(&self, act: &AntennaAct) -> Option<Confirm> {
        match act {
            AntennaAct::AdoptConvention(AdoptConvention { convention }) => self.question_before_adopting(convention),
            // One that cannot be closed is refused at once.
            AntennaAct::ClosePeriod(ClosePeriod { from, to }) if from <= to && *to < self.today => {
                let facts = [("from", Fact::Date(*from)), ("to", Fact::Date(*to))];
                let title = self.catalog.text_with("impact-close-title", &facts);
                let text = |id: &str| self.catalog.text(id).into_owned();
                let answers =
                    vec![(Answer::CarryOut, text("impact-close-yes")), (Answer::Stay, text("impact-close-no"))];
                Some(Confirm::new(title, text("impact-close-text"), answers))
            }
            _of_what_can_be_corrected => None,
        }
    }

    /// What the version changes (art. 9).
    fn question_before_adopting(&self, after: &Convention) -> Option<Confirm> {
        let before = self.top_form()?.version_before()?;
        let found = convention::changes(&before, after);
        let mut lines: Vec<_> =
            found.iter().take(MOST_TOLD).map(|one| one.told(&before, after, &self.catalog)).collect();
        if found.is_empty() {
            lines.push(self.catalog.text("settings-changes-nothing").into_owned());
        }
        if let Some(more @ 1..) = found.len().checked_sub(MOST_TOLD) {
            lines.push(self.catalog.text_with("settings-changes-more", &[("count", Fact::from(more as u64))]));
        }
        let facts = [("date", Fact::Date(after.effective_from)), ("article", Fact::from(after.article.as_str()))];
        let title = self.catalog.text_with("settings-adopt-title", &facts);
        let text = |id: &str| self.catalog.text(id).into_owned();
        let answers = vec![(Answer::CarryOut, text("settings-adopt-yes")), (Answer::Stay, text("settings-adopt-no"))];
        Some(Confirm::new(title, lines.join("\n"), answers))
    }

    /// Says a sentence in the footer's place, until the next key.
    pub fn say(&mut self, text: impl Into<String>, role: Role) {
        self.notice = Some(Notice { text: text.into(), role, of: None });
    }

    /// Has the next key, where it takes back or brings back, do so with what was just said to be done, wherever the cursor is.
    pub fn said_of(&mut self, family: Option<FamilyId>) {
        if let Some(notice) = &mut self.notice {
            notice.of = family;
        }
    }
}

/// The field of a refusal: the member of the convention that it names, where it names one.
fn field_of(refusal: &Refusal) -> Option<String> {
    let part = refusal.arguments().into_iter().find_map(|(name, fact)| match (name, fact) {
        ("part", Fact::Text(part)) => Some(part),
        _other => None,
    });
    match (part, refusal) {
        (Some(part), _) => Some(format!("convention.{part}")),
        (None, Refusal::ConventionDateTaken { .. }) => Some("convention.effective_from".to_owned()),
        (None, Refusal::ConventionWouldBeOver { .. }) => Some("convention.period.ends".to_owned()),
        (None, refusal) => refusal.field().map(str::to_owned),
    }
}
