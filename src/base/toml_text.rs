//! TOML as a person writes it: a date stands with or without quotes, and a fault names its line and its field.
//!
//! It knows nothing of what the text is about.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// Why a text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} cannot be read")]
pub struct TomlFault {
    /// The line that holds the fault, or begins the part where something is missing; from 1.
    pub line: u64,
    pub kind: TomlFaultKind,
}

/// What is wrong on that line; a field by the last part of its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TomlFaultKind {
    /// No TOML: a quote or a bracket is left open, a name stands twice…
    Syntax,
    Missing(String),
    Unknown(String),
    /// A value of another type, or out of what the field takes.
    Unfit(String),
}

impl TomlFaultKind {
    /// The field that it is about.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Syntax => None,
            Self::Missing(field) | Self::Unknown(field) | Self::Unfit(field) => Some(field),
        }
    }
}

/// Reads a text.
///
/// # Errors
/// The first fault.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, TomlFault> {
    let parsed = |text| DeTable::parse(text).map_err(|fault| located(text, &fault, TomlFaultKind::Syntax));
    let mut root = parsed(text)?;
    quote_dates(root.get_mut());
    T::deserialize(toml::de::Deserializer::from(root)).map_err(|fault| match parsed(text) {
        Ok(root) => located(text, &fault, kind(&fault, root.get_ref())),
        Err(syntax) => syntax,
    })
}

/// Dates are texts to whoever reads them, as they are in JSON.
fn quote_dates(table: &mut DeTable<'_>) {
    table.iter_mut().for_each(|(_, value)| quote(value));
}

fn quote(value: &mut Spanned<DeValue<'_>>) {
    match value.get_mut() {
        DeValue::Table(table) => quote_dates(table),
        DeValue::Array(all) => all.iter_mut().for_each(quote),
        DeValue::Datetime(date) => *value.get_mut() = DeValue::String(date.to_string().into()),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {}
    }
}

fn located(text: &str, fault: &Error, kind: TomlFaultKind) -> TomlFault {
    let start = fault.span().map_or(0, |span| span.start);
    let before = text.bytes().take(start).filter(|byte| *byte == b'\n').count();
    TomlFault { line: before as u64 + 1, kind }
}

fn kind(fault: &Error, root: &DeTable<'_>) -> TomlFaultKind {
    // The name of what is not there is in the message alone.
    let named = |before: &str| fault.message().strip_prefix(before)?.split('`').next().map(str::to_owned);
    if let Some(field) = named("missing field `") {
        return TomlFaultKind::Missing(field);
    }
    if let Some(field) = named("unknown field `") {
        return TomlFaultKind::Unknown(field);
    }
    let at = fault.span().unwrap_or_default();
    field_at(root, &at).map_or(TomlFaultKind::Syntax, |field| TomlFaultKind::Unfit(field.to_owned()))
}

/// The innermost field whose value holds this place.
fn field_at<'a>(table: &'a DeTable<'_>, at: &Range<usize>) -> Option<&'a str> {
    table.iter().find_map(|(name, value)| {
        let holds = value.span().start <= at.start && at.end <= value.span().end;
        inside(value.get_ref(), at).or_else(|| holds.then_some(name.get_ref().as_ref()))
    })
}

fn inside<'a>(value: &'a DeValue<'_>, at: &Range<usize>) -> Option<&'a str> {
    match value {
        DeValue::Table(table) => field_at(table, at),
        DeValue::Array(all) => all.iter().find_map(|one| inside(one.get_ref(), at)),
        DeValue::Datetime(_) | DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use chrono::NaiveDate;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        part: Vec<Part>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Part {
        title: String,
        from: NaiveDate,
        delays: Delays,
        #[serde(default)]
        durations: Vec<u32>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Delays {
        days: u32,
    }

    const GOOD: &str =
        "# Un texte\n[[part]]\ntitle = \"Été\"\nfrom = 2026-12-01\ndelays.days = 3\ndurations = [3, 6]\n";

    #[test]
    fn a_date_stands_with_or_without_quotes() {
        for written in ["2026-12-01", "\"2026-12-01\"", "'2026-12-01'"] {
            let read: File = read(&GOOD.replace("2026-12-01", written)).unwrap();
            assert_eq!(read.part[0].from.to_string(), "2026-12-01", "{written}");
            assert_eq!((read.part[0].title.as_str(), read.part[0].delays.days), ("Été", 3));
            assert_eq!(read.part[0].durations, [3, 6]);
        }
    }

    #[test]
    fn a_fault_names_its_line_and_its_field() {
        use TomlFaultKind::{Missing, Syntax, Unfit, Unknown};
        let unfit = |field: &str| Unfit(field.into());
        for (changed, to, line, kind) in [
            ("title = \"Été\"", "title = \"Été", 3, Syntax),
            ("delays", "title = \"Deux\"\ndelays", 5, Syntax),
            ("title = \"Été\"", "title = 3", 3, unfit("title")),
            ("title = \"Été\"\n", "", 2, Missing("title".into())),
            ("title", "titre", 3, Unknown("titre".into())),
            ("2026-12-01", "2026-02-30", 4, Syntax),
            ("2026-12-01", "\"2026-02-30\"", 4, unfit("from")),
            ("2026-12-01", "2026-12-01T10:00:00", 4, unfit("from")),
            ("2026-12-01", "12:00:00", 4, unfit("from")),
            ("2026-12-01", "20261201", 4, unfit("from")),
            ("days = 3", "days = -3", 5, unfit("days")),
            ("days = 3", "hours = 3", 5, Unknown("hours".into())),
            ("delays.days = 3", "delays = 3", 5, unfit("delays")),
            ("[3, 6]", "[3,\n \"6\"]", 7, unfit("durations")),
            ("[[part]]", "[part]", 2, unfit("part")),
            ("[[part]]", "[[support]]", 2, Unknown("support".into())),
        ] {
            let text = GOOD.replacen(changed, to, 1);
            let fault = read::<File>(&text).unwrap_err();
            assert_eq!(fault, TomlFault { line, kind }, "{text}");
        }
        let missing = TomlFault { line: 1, kind: Missing("part".into()) };
        assert_eq!(read::<File>("").unwrap_err(), missing);
    }
}
