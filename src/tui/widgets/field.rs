//! One field of a form: what it asks, what was typed in it, what is wrong with it.
//!
//! A field knows the member of the act that it fills and nothing of the rules: those are the domain's.

mod typing;
mod value;

pub use value::Unreadable;

use std::collections::BTreeSet;

use super::line_edit::LineEdit;
use super::rows::Rows;
pub use crate::base::dates::Leaning;
use crate::base::locale::Catalog;
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use chrono::NaiveDate;
use ratatui_textarea::TextArea;

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    /// The member of the act's JSON.
    pub name: &'static str,
    /// The message of the label, whose `.hint` shows while the field has the focus; found by [`Field::label_id`] when absent.
    pub label: Option<String>,
    pub need: Need,
    pub entry: Entry,
    /// A hidden field carries its value into the act and is not shown.
    pub visibility: Visibility,
    /// Shown only while another field holds one of these values.
    pub only_when: Option<(&'static str, Vec<String>)>,
    /// The field whose marked values open the groups of this one's options.
    pub within: Option<&'static str>,
    pub fault: Option<Fault>,
    /// What a later act would refuse about it as it stands: it may be kept so until then.
    pub lacks: Option<fn(&Field) -> Option<Refusal>>,
    /// How the act's JSON holds a line of text.
    pub line: LineJson,
}

/// How the act's JSON holds a line of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineJson {
    #[default]
    Text,
    /// What is between commas.
    Names,
    /// The whole numbers between commas.
    Numbers,
}

/// Whether a field may stay empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Need {
    #[default]
    Required,
    /// Empty, its member is left out of the act.
    Optional,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    #[default]
    Shown,
    /// What its row is about: read, and never stopped at.
    Read,
    Hidden,
}

/// What a field takes, with what was typed so far.
#[derive(Clone, Debug)]
pub enum Entry {
    Text(LineEdit),
    Lines(Box<TextArea<'static>>),
    Date {
        line: LineEdit,
        leaning: Leaning,
    },
    Time(LineEdit),
    Number(LineEdit),
    /// An amount of euros; the act holds it in cents.
    Money(LineEdit),
    Choice {
        options: Vec<Choice>,
        chosen: Option<usize>,
        json: ChoiceJson,
    },
    Choices {
        options: Vec<Choice>,
        marked: BTreeSet<usize>,
        cursor: usize,
    },
    Toggle(bool),
    Rows(Rows),
}

/// How the act's JSON holds a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChoiceJson {
    #[default]
    Text,
    Number,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the act's JSON holds: a code or an id.
    pub value: String,
    pub label: String,
    /// Shown after the label in lists.
    pub hint: Option<String>,
    /// Offered only while the field named by [`Field::within`] has this value marked.
    pub group: Option<String>,
    /// Whether the label names a person or is what somebody typed: then privacy masks it.
    pub is_personal: bool,
    /// What is known of it, by the name of the field that it fills in when it is chosen.
    pub known: Vec<(&'static str, String)>,
}

/// What is wrong with a field or with the whole form: the fact, what to do, the rule's source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// The member of the act, when the fault is about one.
    pub field: Option<String>,
    pub text: String,
    pub hint: String,
    pub source: String,
}

impl Choice {
    /// A choice with its label.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// A choice whose label names a person, or is what somebody typed.
    pub fn personal(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { is_personal: true, ..Self::new(value, label) }
    }

    /// Says more after the label.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Fills in other fields when it is chosen: those of another one would be taken for its own.
    pub fn known(self, known: Vec<(&'static str, String)>) -> Self {
        Self { known, ..self }
    }

    /// Offers the choice only while `group` is marked in the field that groups.
    pub fn in_group(self, group: impl Into<String>) -> Self {
        Self { group: Some(group.into()), ..self }
    }
}

impl Field {
    fn new(name: &'static str, entry: Entry) -> Self {
        Self {
            name,
            label: None,
            need: Need::Required,
            entry,
            visibility: Visibility::Shown,
            only_when: None,
            within: None,
            fault: None,
            lacks: None,
            line: LineJson::Text,
        }
    }

    /// A line of text.
    pub fn text(name: &'static str) -> Self {
        Self::new(name, Entry::Text(LineEdit::default()))
    }

    /// Several lines of text.
    pub fn lines(name: &'static str) -> Self {
        Self::new(name, Entry::Lines(Box::new(value::text_area(""))))
    }

    /// A date typed freely.
    pub fn date(name: &'static str, leaning: Leaning) -> Self {
        Self::new(name, Entry::Date { line: LineEdit::default(), leaning })
    }

    /// A time of day, typed freely.
    pub fn time(name: &'static str) -> Self {
        Self::new(name, Entry::Time(LineEdit::default()))
    }

    /// A whole number.
    pub fn number(name: &'static str) -> Self {
        Self::new(name, Entry::Number(LineEdit::default()))
    }

    /// An amount of euros, typed with or without cents.
    pub fn money(name: &'static str) -> Self {
        Self::new(name, Entry::Money(LineEdit::default()))
    }

    /// One of several options.
    pub fn choice(name: &'static str, options: Vec<Choice>) -> Self {
        Self::new(name, Entry::Choice { options, chosen: None, json: ChoiceJson::Text })
    }

    /// Any number of several options.
    pub fn choices(name: &'static str, options: Vec<Choice>) -> Self {
        Self::new(name, Entry::Choices { options, marked: BTreeSet::new(), cursor: 0 })
    }

    /// Yes or no.
    pub fn toggle(name: &'static str) -> Self {
        Self::new(name, Entry::Toggle(false))
    }

    /// A list of rows, each with these columns.
    pub fn rows(name: &'static str, columns: Vec<Field>) -> Self {
        Self::new(name, Entry::Rows(Rows::new(columns, Vec::new())))
    }

    /// Filled in: a text, an ISO date, a number, or the value of a choice.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        let value = value.into();
        match &mut self.entry {
            Entry::Text(line) | Entry::Number(line) | Entry::Money(line) => line.set(&value),
            // A date or a time is typed anew rather than corrected.
            Entry::Time(line) => line.offer(&value),
            Entry::Date { line, .. } => match value.parse::<NaiveDate>() {
                Ok(date) => line.offer(&date.format("%d/%m/%Y").to_string()),
                Err(_) => line.offer(&value),
            },
            Entry::Lines(area) => **area = value::text_area(&value),
            Entry::Choice { options, chosen, .. } => *chosen = options.iter().position(|option| option.value == value),
            Entry::Choices { .. } => return self.chosen(&[value.as_str()]),
            Entry::Toggle(on) => *on = value == "true",
            Entry::Rows(_) => {}
        }
        self
    }

    /// A choice that must be made and leaves none is made.
    pub(super) fn choose_the_only_option(&mut self) {
        if let (Need::Required, Entry::Choice { options, chosen: chosen @ None, .. }) = (self.need, &mut self.entry)
            && options.len() == 1
        {
            *chosen = Some(0);
        }
    }

    /// With these values marked.
    pub fn chosen(mut self, values: &[&str]) -> Self {
        match &mut self.entry {
            Entry::Choices { options, marked, .. } => {
                let held = options.iter().enumerate().filter(|(_, option)| values.contains(&option.value.as_str()));
                *marked = held.map(|(at, _)| at).collect();
            }
            Entry::Choice { options, chosen, .. } => {
                *chosen = options.iter().position(|option| values.contains(&option.value.as_str()));
            }
            Entry::Text(_)
            | Entry::Lines(_)
            | Entry::Date { .. }
            | Entry::Time(_)
            | Entry::Number(_)
            | Entry::Money(_)
            | Entry::Toggle(_)
            | Entry::Rows(_) => {}
        }
        self
    }

    /// A toggle that is on or off.
    pub fn on(mut self, on: bool) -> Self {
        if let Entry::Toggle(held) = &mut self.entry {
            *held = on;
        }
        self
    }

    /// With one more row, filled in by column.
    pub fn row(mut self, values: Vec<String>) -> Self {
        if let Entry::Rows(rows) = &mut self.entry {
            rows.push(values);
        }
        self
    }

    /// May stay empty.
    pub fn optional(self) -> Self {
        Self { need: Need::Optional, ..self }
    }

    /// May be kept as it is, and says under itself what a later act would refuse.
    pub fn lacking(self, lacks: fn(&Self) -> Option<Refusal>) -> Self {
        Self { need: Need::Optional, lacks: Some(lacks), ..self }
    }

    /// With the message of its label.
    pub fn label(self, id: impl Into<String>) -> Self {
        Self { label: Some(id.into()), ..self }
    }

    /// Carried into the act without being shown.
    pub fn hidden(self) -> Self {
        Self { visibility: Visibility::Hidden, need: Need::Optional, ..self }
    }

    /// What its row is about: the form gives each its row, and none is added.
    pub fn of_the_row(self) -> Self {
        Self { visibility: Visibility::Read, ..self }
    }

    /// A choice whose JSON is an integer.
    pub fn as_number(mut self) -> Self {
        if let Entry::Choice { json, .. } = &mut self.entry {
            *json = ChoiceJson::Number;
        }
        self
    }

    /// A line whose JSON is the list of what is between its commas.
    pub fn as_names(self) -> Self {
        Self { line: LineJson::Names, ..self }
    }

    /// A line whose JSON is the list of the whole numbers between its commas.
    pub fn as_numbers(self) -> Self {
        Self { line: LineJson::Numbers, ..self }
    }

    /// Shown only while the field `other` holds one of `values`; otherwise left out of the act.
    pub fn only_when(self, other: &'static str, values: &[&str]) -> Self {
        Self { only_when: Some((other, values.iter().map(|value| (*value).to_owned()).collect())), ..self }
    }

    /// Offers only the options whose group is marked in the field `other`.
    pub fn within(self, other: &'static str) -> Self {
        Self { within: Some(other), ..self }
    }

    /// Whether it can have the focus.
    pub fn is_shown(&self) -> bool {
        self.visibility == Visibility::Shown
    }

    /// Whether it is on screen.
    pub fn is_seen(&self) -> bool {
        self.visibility != Visibility::Hidden
    }

    /// Whether it holds this value.
    pub fn is(&self, value: &str) -> bool {
        self.held().iter().any(|held| held == value)
    }

    /// The message of its label: `field-<act>-<name>` when there is one, else `field-<name>`, with dashes.
    pub fn label_id(&self, act: ActKind, catalog: &Catalog) -> String {
        if let Some(label) = &self.label {
            return label.clone();
        }
        let name = self.name.replace('_', "-");
        let act = act.id().trim_start_matches("act-");
        let of_the_act = format!("field-{act}-{name}");
        if catalog.has(&of_the_act) { of_the_act } else { format!("field-{name}") }
    }
}
