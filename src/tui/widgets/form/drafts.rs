//! What is kept of a form left unfinished, and put back when it is opened again.

use serde_json::{Map, Value, json};

use super::Form;
use crate::base::id::FamilyId;
use crate::tui::action::ActKind;

impl Form {
    /// The key under which the draft of this form is kept.
    pub fn draft_key(&self) -> String {
        match self.family {
            Some(family) => format!("{family}/{}", self.act.id()),
            None => format!("new/{}", self.act.id()),
        }
    }

    /// What was typed, to be kept as a draft.
    pub fn draft(&self) -> String {
        let shown = self.fields.iter().filter(|field| field.is_shown());
        let raw: Map<String, Value> = shown.map(|field| (field.name.to_owned(), field.raw())).collect();
        json!({ "act": self.act.id(), "fields": raw }).to_string()
    }

    /// Puts back what a draft kept. A draft of another act, or a damaged one, changes nothing.
    pub fn resume(&mut self, draft: &str) {
        let Ok(draft) = serde_json::from_str::<Value>(draft) else { return };
        if draft.get("act").and_then(Value::as_str) != Some(self.act.id()) {
            return;
        }
        for field in &mut self.fields {
            if let Some(raw) = draft.get("fields").and_then(|fields| fields.get(field.name)) {
                field.restore(raw);
            }
        }
        self.resumed = true;
    }
}

/// The family and the act of a draft, by the key under which it is kept.
pub fn of_draft_key(key: &str) -> Option<(Option<FamilyId>, ActKind)> {
    let (family, act) = key.split_once('/')?;
    let family = if family == "new" { None } else { Some(family.parse().ok()?) };
    Some((family, ActKind::ALL.into_iter().find(|kind| kind.id() == act)?))
}
