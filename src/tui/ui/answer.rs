//! What comes back to the screen: forms to open, refusals to show, sentences to say.

use super::{Layer, Ui};
use crate::domain::refusal::Refusal;
use crate::tui::places::Reaction;
use crate::tui::theme::Role;
use crate::tui::widgets::field::Fault;
use crate::tui::widgets::form::Form;
use crate::tui::widgets::picker::Picker;
use crate::tui::widgets::popup::Popup;

/// A sentence in the place of the footer, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub role: Role,
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

    /// Shows a text over the screen.
    pub fn open_popup(&mut self, title: impl Into<String>, text: impl Into<String>) {
        self.layers.push(Layer::Popup(Popup::new(title, text)));
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
        let facts = refusal.arguments();
        let source = match refusal.source() {
            "practice" => String::new(),
            source => source.to_owned(),
        };
        Fault {
            field: refusal.field().map(str::to_owned),
            text: self.catalog.text_with(refusal.id(), &facts),
            hint: self.catalog.hint(refusal.id(), &facts).unwrap_or_default(),
            source,
        }
    }

    /// Says a sentence in the footer's place, until the next key.
    pub fn say(&mut self, text: impl Into<String>, role: Role) {
        self.notice = Some(Notice { text: text.into(), role });
    }
}
