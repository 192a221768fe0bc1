//! A form is data: the act it makes, its fields, the one that has the focus, what is wrong.
//!
//! It checks only that what was typed can be read; whether the act is allowed is decided by the domain, and its refusal is put
//! beside the field it names.

mod drafts;
mod draw;
mod moving;
mod typing;

use std::collections::BTreeSet;

use chrono::NaiveDate;
pub use drafts::{key_of, of_draft_key};
use ratatui_textarea::CursorMove;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::field::{Entry, Fault, Field, Unreadable};
use super::line_edit::Edited;
use super::picker::Picker;
use crate::app::department::DepartmentAct;
use crate::base::fold::slug;
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::FamilyAct;
use crate::domain::antenna::AntennaAct;
use crate::domain::convention::Convention;
use crate::tui::action::{ActKind, Action, Noun};
use crate::tui::acts::{Part, lay_over};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;

/// A form that is open.
#[derive(Clone, Debug)]
pub struct Form {
    pub act: ActKind,
    /// The family that the act is about; none for a new one.
    pub family: Option<FamilyId>,
    /// What else the act is about, an antenna or a topic: the drafts of two are kept apart.
    pub object: Option<Uuid>,
    /// Whom the form is about, as the title shows it; masked by privacy.
    pub subject: String,
    /// What the person should know before answering: sign and sentence, one line each (the checks of art. 2…).
    pub intro: Vec<(Role, String)>,
    /// What the person should read again of the family; masked by privacy.
    pub of_family: Vec<String>,
    /// What the act holds besides its fields; a field whose name has dots goes to that member of it.
    pub base: Option<Value>,
    /// The base as it was before anything of it was prepared: what a question compares with.
    pub before: Option<Value>,
    /// The entry of a list in the base that the form is about, instead of the whole act.
    pub part: Option<Part>,
    pub fields: Vec<Field>,
    pub focus: usize,
    /// What is wrong with no field in particular.
    pub fault: Option<Fault>,
    pub today: NaiveDate,
    /// Whether something was typed since it was opened.
    pub touched: bool,
    /// Whether something was typed since the draft was saved.
    pub unsaved: bool,
    /// Whether it was filled from a draft kept earlier.
    pub resumed: bool,
    /// The word begun where one of a list is chosen.
    pub begun: String,
    /// The draft as this form last wrote or read it: another window may have kept its own since.
    pub kept: Option<String>,
}

/// What an action did to the form.
#[derive(Debug)]
pub enum Reaction {
    Stays,
    /// The act is complete and readable.
    Submit(Box<FamilyAct>),
    SubmitOfAntenna(Box<AntennaAct>),
    SubmitOfDepartment(DepartmentAct),
    /// The version being prepared, with the entry that the form is about.
    Prepare(Box<Convention>),
    /// A list to choose from, over the form.
    List(Picker),
    /// The person wants to leave.
    Leave,
}

impl Form {
    /// A form with the focus on the first field that is empty and required, else on the first.
    pub fn new(act: ActKind, family: Option<FamilyId>, mut fields: Vec<Field>) -> Self {
        for field in &mut fields {
            field.choose_the_only_option();
        }
        let mut form = Self {
            act,
            family,
            object: None,
            subject: String::new(),
            intro: Vec::new(),
            of_family: Vec::new(),
            base: None,
            before: None,
            part: None,
            fields,
            focus: 0,
            fault: None,
            today: NaiveDate::default(),
            touched: false,
            unsaved: false,
            resumed: false,
            begun: String::new(),
            kept: None,
        };
        (0..form.fields.len()).for_each(|at| form.fill_in_what_is_known(at));
        let empty = |field: &Field| form.shows(field) && field.is_missing();
        form.focus = form
            .fields
            .iter()
            .position(empty)
            .or_else(|| form.fields.iter().position(|field| form.shows(field)))
            .unwrap_or_default();
        form
    }

    /// With the name that the title shows.
    pub fn about(self, subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), ..self }
    }

    /// About something that is no family.
    pub fn object(self, object: Option<Uuid>) -> Self {
        Self { object, ..self }
    }

    /// Laid over an act that is complete: what is not typed stays.
    pub fn over(self, base: Value) -> Self {
        Self { before: Some(base.clone()), base: Some(base), ..self }
    }

    /// About one entry of a list in what it is laid over; the title names the list.
    pub fn part_of(self, part: Part, list: impl Into<String>) -> Self {
        Self { part: Some(part), subject: list.into(), ..self }
    }

    /// With sentences shown above the fields.
    pub fn intro(self, intro: Vec<(Role, String)>) -> Self {
        Self { intro, ..self }
    }

    /// With what is to be read of the family above the fields.
    pub fn of_family(self, of_family: Vec<String>) -> Self {
        Self { of_family, ..self }
    }

    /// Ready to be shown: typed dates lean on `today`, and each label is found.
    pub fn ready(mut self, today: NaiveDate, catalog: &Catalog) -> Self {
        self.today = today;
        self.intro.extend(self.prepared(catalog).map(|told| (Role::Warning, told)));
        let act = self.act;
        for field in &mut self.fields {
            field.label = Some(field.label_id(act, catalog));
            if let Entry::Rows(rows) = &mut field.entry {
                rows.label(field.name, act, catalog);
            }
        }
        self
    }

    /// With the focus on the field of this name.
    pub fn focused_on(mut self, name: &str) -> Self {
        self.focus = self.fields.iter().position(|field| field.name == name).unwrap_or(self.focus);
        self
    }

    /// Does what a key of the form means.
    pub fn update(&mut self, action: Action, catalog: &Catalog) -> Reaction {
        self.begun.clear();
        match action {
            idle if self.idle().contains(&idle) => {}
            Action::NextField => self.go_on(),
            Action::PreviousField => self.go_back(),
            Action::Down => self.go_by_line(CursorMove::Down),
            Action::Up => self.go_by_line(CursorMove::Up),
            Action::Confirm => return self.confirm(catalog),
            Action::NewLine => self.break_line(),
            Action::Submit => return self.submit(catalog),
            Action::ChooseFromList => return self.list(catalog).map_or(Reaction::Stays, Reaction::List),
            Action::AddRow => self.with_rows(super::rows::Rows::add),
            Action::RemoveRow => self.with_rows(super::rows::Rows::remove),
            Action::PageUp => self.first(),
            Action::PageDown => self.last(),
            Action::Cancel => return Reaction::Leave,
            _not_a_key_of_forms => {}
        }
        Reaction::Stays
    }

    /// Puts a refusal beside the field it names, else at the top; the focus goes there.
    pub fn refuse(&mut self, fault: Fault) {
        let named = fault.field.as_deref();
        let field = named.and_then(|name| self.fields.iter().position(|field| field.name == name && self.shows(field)));
        match field.and_then(|at| self.fields.get_mut(at).map(|field| (at, field))) {
            Some((at, field)) => {
                field.fault = Some(fault);
                self.focus = at;
            }
            None => self.fault = Some(fault),
        }
    }

    /// The act as JSON, from what can be read; `act` first.
    ///
    /// # Errors
    /// The place and the fault of the first field that cannot be read.
    pub fn to_json(&self, catalog: &Catalog) -> Result<Value, (usize, Fault)> {
        let mut object = Map::new();
        object.insert("act".to_owned(), Value::from(self.act.code()));
        for (at, field) in self.fields.iter().enumerate() {
            if !self.applies(field) {
                continue;
            }
            let value = match (&field.entry, field.within) {
                (Entry::Choices { options, marked, .. }, Some(_)) => {
                    let offered = self.offered(at);
                    let codes = marked.iter().filter(|index| offered.contains(index)).filter_map(|at| options.get(*at));
                    Ok(Some(codes.map(|option| option.value.clone()).collect()))
                }
                (_entry, _within) => field.json(self.today),
            };
            match value {
                Ok(None) => {}
                Ok(Some(value)) => {
                    object.insert(field.name.to_owned(), value);
                }
                Err(unreadable) => {
                    // A list in which something must be marked is judged by the act's rules; where it stands first, it comes first.
                    let mut before = self.fields.iter().enumerate().take(at);
                    let missing = before.find(|(_, field)| self.shows(field) && field.is_missing());
                    let missing = missing.map(|(at, field)| (at, field, Unreadable::Missing));
                    let (at, field, unreadable) = missing.unwrap_or((at, field, unreadable));
                    let id = unreadable.id();
                    let hint = catalog.hint(id, &[]).unwrap_or_default();
                    let text = catalog.text(id).into_owned();
                    return Err((at, Fault { field: Some(field.name.to_owned()), text, hint, source: String::new() }));
                }
            }
        }
        if self.act == ActKind::AddCenter {
            let code = object.get("name").and_then(Value::as_str).map(slug).unwrap_or_default();
            let of_name = self.fields.iter().position(|field| field.name == "name").filter(|_| code.is_empty());
            if let Some(at) = of_name {
                let id = "form-name-without-letter";
                let (text, hint) = (catalog.text(id).into_owned(), catalog.hint(id, &[]).unwrap_or_default());
                return Err((at, Fault { field: Some("name".to_owned()), text, hint, source: String::new() }));
            }
            object.insert("code".to_owned(), Value::from(code));
        }
        let Some(mut whole) = self.base.clone() else { return Ok(Value::Object(object)) };
        let mut of_part = Vec::new();
        for (name, value) in object {
            match name.strip_prefix(Part::PREFIX) {
                Some(member) => of_part.push((member.to_owned(), value)),
                None => lay_over(&mut whole, &name, value),
            }
        }
        if let Some(part) = &self.part {
            part.lay(&mut whole, of_part);
        }
        Ok(whole)
    }

    /// The text typed in the field of this name.
    pub fn typed_in(&self, name: &str) -> String {
        let field = self.fields.iter().find(|field| field.name == name);
        field.and_then(|field| field.raw().as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Whether the field is on screen: not hidden, and its condition holds.
    pub fn shows(&self, field: &Field) -> bool {
        field.is_shown() && self.applies(field)
    }

    /// Whether there is nothing to fill in: the act is read, then recorded or not.
    pub fn asks_nothing(&self) -> bool {
        !self.fields.iter().any(|field| self.shows(field))
    }

    /// The indices of the options of a field that can be chosen now.
    pub fn offered(&self, at: usize) -> Vec<usize> {
        let Some(field) = self.fields.get(at) else { return Vec::new() };
        let (Entry::Choice { options, .. } | Entry::Choices { options, .. }) = &field.entry else { return Vec::new() };
        let open: Option<BTreeSet<String>> = field.within.map(|other| self.held_by(other).into_iter().collect());
        let offered = |group: &Option<String>| match (&open, group) {
            (Some(open), Some(group)) => open.contains(group),
            (Some(_), None) | (None, _) => true,
        };
        options.iter().enumerate().filter(|(_, option)| offered(&option.group)).map(|(index, _)| index).collect()
    }

    fn applies(&self, field: &Field) -> bool {
        let wanted = field
            .only_when
            .as_ref()
            .is_none_or(|(other, codes)| self.held_by(other).iter().any(|held| codes.contains(held)));
        // A field whose every group is closed has nothing to ask.
        let offers = match (&field.entry, field.within) {
            (Entry::Choices { options, .. } | Entry::Choice { options, .. }, Some(other)) => {
                let held = self.held_by(other);
                options.iter().any(|option| option.group.as_ref().is_none_or(|group| held.contains(group)))
            }
            (_entry, _within) => true,
        };
        wanted && offers
    }

    fn held_by(&self, name: &str) -> Vec<String> {
        self.fields.iter().find(|field| field.name == name).map(Field::held).unwrap_or_default()
    }

    /// Where its keys are heard.
    pub fn context(&self) -> Context {
        match self.fields.get(self.focus).map(|field| &field.entry) {
            _unfocused if self.asks_nothing() => Context::Question,
            Some(Entry::Lines(_)) => Context::Paragraph,
            Some(_) | None => Context::Form,
        }
    }

    fn break_line(&mut self) {
        if let Some(Entry::Lines(area)) = self.fields.get_mut(self.focus).map(|field| &mut field.entry) {
            area.insert_newline();
            self.note(Edited::Text);
        }
    }

    fn confirm(&mut self, catalog: &Catalog) -> Reaction {
        if self.on_last() {
            return self.submit(catalog);
        }
        self.go_next();
        Reaction::Stays
    }

    fn submit(&mut self, catalog: &Catalog) -> Reaction {
        for field in &mut self.fields {
            field.fault = None;
        }
        self.fault = None;
        match self.to_json(catalog) {
            Ok(json) => match self.read(json) {
                Ok(reaction) => reaction,
                Err(_) => {
                    // Every member is typed by its field, so only a form built wrong comes here.
                    let text = catalog.text("form-not-understood").into_owned();
                    let hint = catalog.hint("form-not-understood", &[]).unwrap_or_default();
                    self.fault = Some(Fault { text, hint, ..Fault::default() });
                    Reaction::Stays
                }
            },
            Err((at, fault)) => {
                if let Some(Entry::Rows(rows)) = self.fields.get_mut(at).map(|field| &mut field.entry) {
                    rows.go_to_unreadable(self.today);
                }
                self.refuse(fault);
                Reaction::Stays
            }
        }
    }

    fn read(&self, json: serde_json::Value) -> serde_json::Result<Reaction> {
        if self.act.noun() == Noun::Department {
            return Ok(Reaction::SubmitOfDepartment(serde_json::from_value(json)?));
        }
        if !self.act.is_of_antenna() {
            return Ok(Reaction::Submit(Box::new(serde_json::from_value(json)?)));
        }
        Ok(match (serde_json::from_value(json)?, &self.part) {
            (AntennaAct::AdoptConvention(act), Some(_)) => Reaction::Prepare(act.convention),
            (act, Some(_) | None) => Reaction::SubmitOfAntenna(Box::new(act)),
        })
    }

    /// The actions of forms that would do nothing where the cursor is: no list to choose from, no rows, none to remove.
    pub fn idle(&self) -> &'static [Action] {
        let (can_add, can_remove) = match self.fields.get(self.focus).map(|field| &field.entry) {
            Some(Entry::Rows(rows)) => (rows.can_add(), rows.can_remove()),
            Some(_) | None => (false, false),
        };
        match (self.to_choose_from().is_some(), can_add, can_remove) {
            (true, true, true) => &[],
            (true, true, false) => &[Action::RemoveRow],
            (true, false, _) => &[Action::AddRow, Action::RemoveRow],
            (false, true, true) => &[Action::ChooseFromList],
            (false, true, false) => &[Action::ChooseFromList, Action::RemoveRow],
            (false, false, _) => &[Action::ChooseFromList, Action::AddRow, Action::RemoveRow],
        }
    }
}

#[cfg(test)]
mod tests;
