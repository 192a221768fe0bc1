//! What is wrong with a line that is no act: the member at fault, by its name and never by its value.
//!
//! It judges nothing: a line is read by the domain's own structs, and what they refuse is looked up in the published schema.

use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;

/// Why a line was not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    TooLong,
    /// So long that the rest of the file is not read.
    Endless,
    NotJson {
        column: usize,
    },
    NoAct,
    Missing(String),
    Unknown(String),
    Unsuitable {
        member: String,
        expected: Expected,
    },
    Doubled,
}

/// What a member should have been.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// A sentence of the catalogue, `cli-expected-…`.
    Kind(&'static str),
    OneOf(String),
}

/// Longest name of a member that is repeated to the person, in columns.
const LONGEST_NAME: usize = 40;

/// Looks for the fault of a line that the domain did not read.
pub(super) fn of(line: &[u8]) -> Fault {
    let members = match serde_json::from_slice(line) {
        Ok(Value::Object(members)) => members,
        Ok(_) => return Fault::NoAct,
        Err(fault) => return Fault::NotJson { column: fault.column().max(1) },
    };
    let act = members.get("act").and_then(Value::as_str).unwrap_or_default();
    match definition(act).filter(|definition| definition.pointer("/properties/act/const").is_some()) {
        // What the schema allows and the domain does not: a member written twice, of which JSON keeps the last.
        Some(definition) => in_object(definition, &members, "").unwrap_or(Fault::Doubled),
        None => Fault::NoAct,
    }
}

impl Fault {
    /// The sentence, without the number of the line.
    pub(super) fn explain(&self, catalog: &Catalog) -> String {
        let member = |id: &str, name: &str| {
            let name = SafeText::line(name).fit(LONGEST_NAME).into_owned();
            catalog.text_with(id, &[("member", Fact::from(name))])
        };
        match self {
            Self::TooLong | Self::Endless => catalog.text("cli-line-too-long").into_owned(),
            Self::NotJson { column } => {
                catalog.text_with("cli-line-not-json", &[("column", Fact::from(*column as u64))])
            }
            Self::NoAct => catalog.text("cli-line-no-act").into_owned(),
            Self::Missing(name) => member("cli-line-missing", name),
            Self::Unknown(name) => member("cli-line-unknown", name),
            Self::Doubled => catalog.text("cli-line-doubled").into_owned(),
            Self::Unsuitable { member: name, expected } => {
                let expected = match expected {
                    Expected::Kind(kind) => catalog.text(&format!("cli-expected-{kind}")).into_owned(),
                    Expected::OneOf(values) => {
                        catalog.text_with("cli-expected-one-of", &[("values", Fact::from(values.as_str()))])
                    }
                };
                let facts = [("member", Fact::from(name.as_str())), ("expected", Fact::from(expected))];
                catalog.text_with("cli-line-unsuitable", &facts)
            }
        }
    }
}

fn schema() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(|| serde_json::from_str(crate::cli::bundles::ACT_SCHEMA).unwrap_or_default())
}

fn definition(name: &str) -> Option<&'static Value> {
    schema().get("$defs")?.get(name)
}

fn in_object(definition: &'static Value, members: &Map<String, Value>, path: &str) -> Option<Fault> {
    let named = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let properties = definition.get("properties")?.as_object()?;
    if let Some(name) = members.keys().find(|name| !properties.contains_key(*name)) {
        return Some(Fault::Unknown(named(name)));
    }
    let mut required = definition.get("required")?.as_array()?.iter().filter_map(Value::as_str);
    if let Some(name) = required.find(|name| !members.contains_key(*name)) {
        return Some(Fault::Missing(named(name)));
    }
    members.iter().find_map(|(name, value)| in_value(properties.get(name)?, value, &named(name)))
}

fn in_value(property: &'static Value, value: &Value, member: &str) -> Option<Fault> {
    let reference = property.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
    let definition = reference.and_then(definition).unwrap_or(property);
    let kind = reference.unwrap_or_default();
    let text = value.as_str().unwrap_or_default();
    let unsuitable = |expected| Some(Fault::Unsuitable { member: member.to_owned(), expected });
    let unless = |suits: bool, kind| if suits { None } else { unsuitable(Expected::Kind(kind)) };
    if let Some(values) = definition.get("enum").and_then(Value::as_array) {
        let values: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
        return if values.contains(&text) { None } else { unsuitable(Expected::OneOf(values.join(", "))) };
    }
    match (kind, definition.get("type").and_then(Value::as_str).unwrap_or_default()) {
        ("date", _) => unless(text.parse::<NaiveDate>().is_ok(), "date"),
        ("time", _) => unless(text.parse::<NaiveTime>().is_ok(), "time"),
        ("id", _) => unless(Uuid::parse_str(text).is_ok(), "id"),
        (_, "integer") => unless(value.as_u64().is_some_and(|number| u32::try_from(number).is_ok()), "number"),
        (_, "boolean") => unless(value.is_boolean(), "boolean"),
        (_, "string") => unless(value.is_string(), "text"),
        (_, "array") => match value.as_array() {
            Some(items) => {
                let item = definition.get("items")?;
                items.iter().find_map(|value| in_value(item, value, member))
            }
            None => unsuitable(Expected::Kind("list")),
        },
        (_, "object") => match value.as_object() {
            Some(members) => in_object(definition, members, member),
            None => unsuitable(Expected::Kind("object")),
        },
        _the_name_of_the_act => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::base::locale::Lang;

    fn said(line: &str) -> String {
        of(line.as_bytes()).explain(&Catalog::new(Lang::Fr))
    }

    #[test]
    fn the_member_at_fault_is_named_and_its_value_is_not() {
        for (line, named) in [
            (r#"{"family":"1","act":"record_contact","telephon":"Zoé"}"#, "«\u{a0}telephon\u{a0}»"),
            (r#"{"family":"1","act":"write_note","text":"Zoé"}"#, "«\u{a0}date\u{a0}»"),
            (r#"{"act":"record_contact","telephone":"Zoé"}"#, "«\u{a0}family\u{a0}»"),
            (r#"{"family":"1","act":"write_note","date":"2026-02-30","text":"Zoé"}"#, "AAAA-MM-JJ"),
            (r#"{"family":"1","act":"plan_encounter","date":"2026-12-01","setting":"Zoé"}"#, "home-visit"),
            (
                r#"{"family":"1","act":"plan_encounter","date":"2026-12-01","setting":"remote","time":"Zoé"}"#,
                "«\u{a0}time\u{a0}»",
            ),
            (r#"{"family":"1","act":"include_family","date":"2026-12-01","referent":"Zoé"}"#, "«\u{a0}referent\u{a0}»"),
            (r#"{"family":"1","act":"revise_contract","starts":"2026-12-01","months":1e30}"#, "«\u{a0}months\u{a0}»"),
            (r#"{"family":"1","act":"miss_encounter","excused":"Zoé"}"#, "true ou false"),
            (
                r#"{"family":"1","act":"revise_contract","starts":"2026-12-01","months":6,"objectives":"Zoé"}"#,
                "«\u{a0}objectives\u{a0}»",
            ),
            (
                r#"{"family":"1","act":"revise_contract","starts":"2026-12-01","months":6,"objectives":[{"txt":"Zoé"}]}"#,
                "«\u{a0}objectives.txt\u{a0}»",
            ),
            (r#"{"family":"1","act":"record_contact","telephone":"Zoé","telephone":"Zoé"}"#, "deux fois"),
            (r#"{"family":"1","act":"Zoé"}"#, "«\u{a0}act\u{a0}»"),
            (r#"{"family":"1","act":"child","given_name":"Zoé"}"#, "«\u{a0}act\u{a0}»"),
            (r#"["Zoé"]"#, "«\u{a0}act\u{a0}»"),
            (r#"{"family":"Zoé""#, "JSON"),
        ] {
            let said = said(line);
            assert!(said.contains(named) && !said.contains("Zoé"), "{line}: {said}");
        }
    }

    #[test]
    fn the_name_of_a_member_cannot_take_over_the_screen() {
        let line = format!(r#"{{"family":"1","act":"record_contact","\u001b[2J\n{}":1}}"#, "x".repeat(5000));
        let said = said(&line);
        assert!(said.chars().count() < 200 && !said.contains('\u{1b}') && !said.contains('\n'), "{said:?}");
    }
}
