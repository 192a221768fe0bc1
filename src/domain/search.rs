//! The texts of a record that a person looks for: every one that was typed, whatever part of the record it is in.
//!
//! Parts are found by their shape, so that a new one is searched without a line here: codes, dates and ids are no texts.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{Error, StrDeserializer};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

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
    serde_json::to_string(record).map_or_else(|_| Vec::new(), |json| passages_in(record, &json))
}

/// As [`passages`], of a record whose JSON is at hand.
pub fn passages_in(record: &FamilyRecord, json: &str) -> Vec<Passage> {
    let mut found = Vec::new();
    let is_searched = record.erased.is_none() && record.status() != FamilyStatus::Archived;
    if is_searched && let Ok(Part::Members(members)) = serde_json::from_str(json) {
        walk(&members, &mut String::new(), &mut found);
    }
    found
}

/// Who the family is, beside any passage of it.
pub fn who(record: &FamilyRecord) -> String {
    format!("{} {}", record.display_name(), record.identity.matricule)
}

/// A part of a record's JSON, its texts where they stand: only what a text is told by.
enum Part<'j> {
    Text(Cow<'j, str>),
    Items(Vec<Part<'j>>),
    Members(Members<'j>),
    /// Nothing, a number, yes or no.
    Other,
}

/// In the order of their names.
type Members<'j> = Vec<(Cow<'j, str>, Part<'j>)>;

impl<'j> Deserialize<'j> for Part<'j> {
    fn deserialize<D: Deserializer<'j>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Parts)
    }
}

struct Parts;

impl<'j> Visitor<'j> for Parts {
    type Value = Part<'j>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a part of a record")
    }

    fn visit_borrowed_str<E>(self, text: &'j str) -> Result<Part<'j>, E> {
        Ok(Part::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Part<'j>, E> {
        Ok(Part::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'j>>(self, mut access: A) -> Result<Part<'j>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Part::Items(items))
    }

    fn visit_map<A: MapAccess<'j>>(self, mut access: A) -> Result<Part<'j>, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = access.next_key()? {
            match name {
                Part::Text(name) => members.push((name, access.next_value()?)),
                Part::Items(_) | Part::Members(_) | Part::Other => drop(access.next_value::<IgnoredAny>()?),
            }
        }
        members.sort_by(|(one, _), (next, _)| one.cmp(next));
        Ok(Part::Members(members))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Part<'j>, E> {
        Ok(Part::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Part<'j>, E> {
        Ok(Part::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Part<'j>, E> {
        Ok(Part::Other)
    }

    fn visit_unit<E>(self) -> Result<Part<'j>, E> {
        Ok(Part::Other)
    }
}

impl Part<'_> {
    fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Items(_) | Self::Members(_) | Self::Other => None,
        }
    }
}

fn text_of<'p>(members: &'p Members<'_>, name: &str) -> Option<&'p str> {
    members.iter().find(|(known, _)| known == name).and_then(|(_, part)| part.as_text())
}

fn walk(members: &Members<'_>, place: &mut String, found: &mut Vec<Passage>) {
    // The motive of a referral is a code, whatever is typed as the motive of anything else.
    let is_code = |name: &str| name == "motive" && members.iter().any(|(name, _)| name == "statement");
    let typed = members.iter().filter(|(name, _)| !is_code(name));
    let text: Vec<&str> = typed.flat_map(|(name, part)| texts(name, part)).collect();
    if !text.is_empty() && !place.is_empty() {
        let code = text_of(members, "confidentiality").map(StrDeserializer::<Error>::new);
        found.push(Passage {
            place: place.clone(),
            text: text.join(" · "),
            confidentiality: code.and_then(|code| Confidentiality::deserialize(code).ok()),
            is_identity: IDENTITY.iter().any(|part| place.split('/').next() == Some(part)),
        });
    }
    let end = place.len();
    for (name, part) in members {
        match part {
            // The names of the household, frozen in a contract, are found in the household.
            Part::Members(_) if name == "composition" => {}
            Part::Members(within) => {
                step(place, name);
                walk(within, place, found);
                place.truncate(end);
            }
            Part::Items(items) => {
                for (position, item) in items.iter().enumerate() {
                    if let Part::Members(within) = item {
                        step(place, name);
                        match text_of(within, "id") {
                            Some(id) => step(place, id),
                            None => step(place, &position.to_string()),
                        }
                        walk(within, place, found);
                        place.truncate(end);
                    }
                }
            }
            Part::Text(_) | Part::Other => {}
        }
    }
}

fn step(place: &mut String, name: &str) {
    if !place.is_empty() {
        place.push('/');
    }
    place.push_str(name);
}

fn texts<'p>(name: &str, part: &'p Part<'_>) -> impl Iterator<Item = &'p str> {
    let (one, items) = match part {
        Part::Text(text) if name != "benefit_code" && (TEXTS.contains(&name) || is_text(text)) => {
            (Some(text.as_ref()), [].as_slice())
        }
        Part::Items(items) => (None, items.as_slice()),
        Part::Text(_) | Part::Members(_) | Part::Other => (None, [].as_slice()),
    };
    one.into_iter().chain(items.iter().filter_map(Part::as_text).filter(|text| is_text(text)))
}

/// A code is small letters, digits and dashes; so are ids, and dates and times nearly.
fn is_text(text: &str) -> bool {
    let of_a_code = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_' | b':' | b'.');
    let only_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    only_digits && !text.is_empty() || !text.bytes().all(|byte| of_a_code(byte) || byte.is_ascii_digit())
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
