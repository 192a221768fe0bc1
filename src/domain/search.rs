//! The texts of a record that a person looks for: every one that was typed, whatever part of the record it is in.
//!
//! Parts are found by their shape, so that a new one is searched without a line here: codes, dates and ids are no texts.

use serde_json::{Map, Value};

use super::encounter::Confidentiality;
use super::family::{FamilyRecord, FamilyStatus};

/// One part of a record with the texts that were typed in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Members and ids from the record down: `notes/0190…`, `contracts/0190…/commitments/0190…`.
    pub place: String,
    pub text: String,
    /// Who may read it, where that was said.
    pub confidentiality: Option<Confidentiality>,
    /// Whether it tells who the family is, not what it lives.
    pub is_identity: bool,
}

/// What holds texts of its own though they look like codes: short words in small letters.
const TEXTS: [&str; 12] = [
    "text",
    "comment",
    "motive",
    "summary",
    "purpose",
    "document",
    "surname",
    "given_name",
    "address",
    "override_motive",
    "language",
    "place",
];

/// The parts that tell who the family is.
const IDENTITY: [&str; 3] = ["identity", "contact", "children"];

/// Every passage of a record; none of an archived or erased one.
pub fn passages(record: &FamilyRecord) -> Vec<Passage> {
    let mut found = Vec::new();
    let is_searched = record.erased.is_none() && record.status() != FamilyStatus::Archived;
    if is_searched && let Ok(Value::Object(members)) = serde_json::to_value(record) {
        walk(&members, "", &mut found);
    }
    found
}

/// Who the family is, beside any passage of it.
pub fn who(record: &FamilyRecord) -> String {
    format!("{} {}", record.display_name(), record.identity.matricule)
}

fn walk(members: &Map<String, Value>, place: &str, found: &mut Vec<Passage>) {
    // The motive of a referral is a code, whatever is typed as the motive of anything else.
    let is_code = |name: &str| name == "motive" && members.contains_key("statement");
    let typed = members.iter().filter(|(name, _)| !is_code(name));
    let text: Vec<&str> = typed.flat_map(|(name, value)| texts(name, value)).collect();
    if !text.is_empty() && !place.is_empty() {
        let code = members.get("confidentiality").cloned();
        found.push(Passage {
            place: place.to_owned(),
            text: text.join(" · "),
            confidentiality: code.and_then(|code| serde_json::from_value(code).ok()),
            is_identity: IDENTITY.iter().any(|part| place.split('/').next() == Some(part)),
        });
    }
    for (name, value) in members {
        let at = if place.is_empty() { name.clone() } else { format!("{place}/{name}") };
        match value {
            // The names of the household, frozen in a contract, are found in the household.
            Value::Object(_) if name == "composition" => {}
            Value::Object(within) => walk(within, &at, found),
            Value::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    if let Value::Object(within) = item {
                        let id = within.get("id").and_then(Value::as_str).map(str::to_owned);
                        walk(within, &format!("{at}/{}", id.unwrap_or_else(|| position.to_string())), found);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

fn texts<'a>(name: &str, value: &'a Value) -> Vec<&'a str> {
    match value {
        Value::String(_) if name == "benefit_code" => Vec::new(),
        Value::String(text) if TEXTS.contains(&name) || is_text(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).filter(|text| is_text(text)).collect(),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}

/// A code is small letters, digits and dashes; so are ids, and dates and times nearly.
fn is_text(text: &str) -> bool {
    let of_a_code = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | '_' | ':' | '.');
    let only_digits = text.chars().all(|c| c.is_ascii_digit());
    only_digits && !text.is_empty() || !text.chars().all(|c| of_a_code(c) || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, PETIT};

    #[test]
    fn everything_typed_is_a_passage_and_codes_dates_and_ids_are_not() {
        let desk = Desk::contracted()
            .does("record_contact", json!({}))
            .does("write_note", json!({"text": "rappeler", "confidentiality": "private"}))
            .does(
                "settle_commitment",
                json!({"commitment": Desk::contracted().record.contracts[0].commitments[0].id,
                "date": "2026-02-01"}),
            );
        let passages = passages(&desk.record);
        let told: Vec<_> = passages.iter().map(|one| one.text.as_str()).collect();
        for text in ["dossier FSL", "appeler le bailleur", "déposé", "se loger", "rappeler", "fiche"] {
            assert!(told.contains(&text), "{text} in {told:?}");
        }
        let all = told.join(" ");
        for known in ["Diarra", "Aminata", "1234567", "Moussa", "0601020304", "a@example.org", "bambara", "Melun"] {
            assert!(all.contains(known), "{known} in {all}");
        }
        for code in ["housing", "beneficiary", "shareable", "private", "included", "2026-", "kept", "first"] {
            assert!(!all.contains(code), "{code} in {all}");
        }
        let note = passages.iter().find(|one| one.text == "rappeler").unwrap();
        assert_eq!(note.place, format!("notes/{}", desk.record.notes[0].id));
        assert_eq!((note.confidentiality, note.is_identity), (Some(Confidentiality::Private), false));
        assert!(passages.iter().filter(|one| one.is_identity).all(|one| !one.text.contains("FSL")));
    }

    #[test]
    fn what_a_referral_to_the_panel_says_is_found_and_its_codes_are_not() {
        let desk = Desk::included()
            .on("2026-02-01")
            .does("open_panel_referral", json!({"motive": "suspend", "proposal": null}))
            .does("record_panel_letter", json!({}))
            .on("2026-02-10")
            .does("record_panel_observations", json!({"companion": "Sa sœur"}));
        let passages = passages(&desk.record);
        let all = passages.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join(" ");
        for text in ["Seule avec un enfant", "prête pour un emploi", "convocations", "Sa sœur"] {
            assert!(all.contains(text), "{text} in {all}");
        }
        assert!(!all.contains("suspend"), "{all}");
    }

    #[test]
    fn an_archived_file_is_not_searched() {
        let desk = Desk::out().on("2028-06-02").does("propose_disposal", json!({"disposal": "archive"})).by(PETIT);
        assert!(!passages(&desk.record).is_empty());
        assert_eq!(passages(&desk.does("confirm_disposal", json!({"disposal": "archive"})).record), []);
    }
}
