//! What is kept of a form left unfinished, and put back when it is opened again.

use serde_json::{Map, Value, json};

use super::Form;
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::domain::contains_nir;
use crate::domain::convention::{Convention, changes};
use crate::tui::action::ActKind;
use crate::tui::acts::lay_over;

impl Form {
    /// The key under which the draft of this form is kept; an entry of a list goes into the draft of its whole.
    pub fn draft_key(&self) -> Option<String> {
        match (self.family, self.object, &self.part) {
            (_, _, Some(_)) => None,
            (Some(family), _, None) => Some(format!("{family}/{}", self.act.id())),
            (None, Some(object), None) => Some(format!("{object}/{}", self.act.id())),
            (None, None, None) => Some(key_of(self.act)),
        }
    }

    /// What was typed, to be kept as a draft.
    pub fn draft(&self) -> String {
        let shown = self.fields.iter().filter(|field| field.is_shown());
        let raw: Map<String, Value> = shown.map(|field| (field.name.to_owned(), without_nir(field.raw()))).collect();
        let mut draft = json!({ "act": self.act.id(), "fields": raw });
        if self.base != self.before {
            lay_over(&mut draft, BASE, self.base.clone().unwrap_or_default());
        }
        draft.to_string()
    }

    /// The draft of this form with a version of the convention that was prepared apart.
    pub fn draft_with(mut self, convention: &Convention) -> String {
        self.base = Some(json!({ "convention": convention }));
        self.draft()
    }

    /// The version of the convention that the form is laid over, with what was prepared of it.
    pub fn version(&self) -> Option<Convention> {
        version_in(self.base.as_ref()?)
    }

    /// The same, before anything of it was prepared.
    pub fn version_before(&self) -> Option<Convention> {
        version_in(self.before.as_ref()?)
    }

    /// How much of the version was prepared, where something was.
    pub(super) fn prepared(&self, catalog: &Catalog) -> Option<String> {
        let changed = changes(&self.version_before()?, &self.version()?).len();
        let facts = [("count", Fact::from(changed as u64))];
        (0 < changed).then(|| catalog.text_with("settings-prepared-before", &facts))
    }

    /// Puts back what a draft kept. A draft of another act, or a damaged one, changes nothing.
    pub fn resume(&mut self, draft: &str) {
        self.kept = Some(draft.to_owned());
        let Ok(draft) = serde_json::from_str::<Value>(draft) else { return };
        if draft.get("act").and_then(Value::as_str) != Some(self.act.id()) {
            return;
        }
        if let Some(base) = draft.get(BASE) {
            // What was prepared over a version that another has replaced since would bring the old one back.
            if origin(base) != self.before.as_ref().and_then(origin) {
                return;
            }
            self.base = Some(base.clone());
        }
        for field in &mut self.fields {
            if let Some(raw) = draft.get("fields").and_then(|fields| fields.get(field.name)) {
                field.restore(raw);
            }
        }
        self.resumed = true;
    }
}

/// A social-security number is never kept, in a draft neither: of a text with one no digit is.
fn without_nir(raw: Value) -> Value {
    match raw {
        Value::String(text) if contains_nir(&text) => {
            Value::from(text.replace(|letter: char| letter.is_ascii_digit(), "•"))
        }
        Value::Array(items) => items.into_iter().map(without_nir).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, without_nir(value))).collect(),
        other => other,
    }
}

/// The member of a draft for what the form is laid over.
const BASE: &str = "base";

/// The day of the version that an avenant is made from.
fn origin(base: &Value) -> Option<&str> {
    base.pointer("/convention/effective_from")?.as_str()
}

fn version_in(base: &Value) -> Option<Convention> {
    serde_json::from_value(base.get("convention")?.clone()).ok()
}

/// The key of the draft of an act that is about no family.
pub fn key_of(act: ActKind) -> String {
    format!("new/{}", act.id())
}

/// The family, or what else it is about, and the act of a draft, by the key under which it is kept.
pub fn of_draft_key(key: &str) -> Option<(Option<FamilyId>, ActKind)> {
    let (family, act) = key.split_once('/')?;
    let family = if family == "new" { None } else { Some(family.parse().ok()?) };
    Some((family, ActKind::ALL.into_iter().find(|kind| kind.id() == act)?))
}
