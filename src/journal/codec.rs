//! Events to JSON text and back. Old versions are read for ever; an unknown kind is kept and passed on.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::domain::event::{AntennaEvent, Event, FamilyEvent};

/// An event as read from the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    Known(Event),
    /// Written by a newer program: kept, passed on, and without effect here.
    Unknown {
        kind: String,
        version: u32,
    },
}

/// The text of an event cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("event body unreadable at line {line}, column {column}")]
pub struct Unreadable {
    line: usize,
    column: usize,
}

/// The JSON text of an event: `{"kind":…,"version":…,"data":…}`, compact.
///
/// # Errors
/// `Unreadable` never happens for the events of this program; serde asks for it.
pub fn encode(event: &Event) -> Result<String, Unreadable> {
    let (kind, version, body) = match event {
        Event::Antenna(event) => (event.kind(), event.version(), event.body()),
        Event::Family(event) => (event.kind(), event.version(), event.body()),
    };
    let body = body.map_err(unreadable)?;
    Ok(format!(r#"{{"kind":"{kind}","version":{version},"data":{body}}}"#))
}

/// Reads an event back, raised to the current version of its kind.
///
/// # Errors
/// `Unreadable` when the text is not an event, or not the one that its kind and version promise.
pub fn decode(text: &str) -> Result<Decoded, Unreadable> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Wire<'a> {
        #[serde(borrow)]
        kind: Cow<'a, str>,
        version: u32,
        #[serde(borrow)]
        data: &'a RawValue,
    }
    if let Some((kind, data)) = as_encoded(text)
        && let Some(Ok(event)) = known(kind, 1, data)
    {
        return Ok(Decoded::Known(event));
    }
    let wire: Wire<'_> = serde_json::from_str(text).map_err(unreadable)?;
    match known(&wire.kind, wire.version, wire.data.get()) {
        Some(event) => Ok(Decoded::Known(event.map_err(unreadable)?)),
        None => Ok(Decoded::Unknown { kind: wire.kind.into_owned(), version: wire.version }),
    }
}

/// The kind and the data of an event of a first version that is written as [`encode`] writes it: most are, and then the text is
/// read once.
fn as_encoded(text: &str) -> Option<(&str, &str)> {
    let (kind, rest) = text.strip_prefix(r#"{"kind":""#)?.split_once('"')?;
    Some((kind, rest.strip_prefix(r#","version":1,"data":"#)?.strip_suffix('}')?))
}

/// The event of a kind and a version that this program knows.
fn known(kind: &str, version: u32, data: &str) -> Option<serde_json::Result<Event>> {
    let is_of = |kinds: &[(&str, u32)]| kinds.contains(&(kind, version));
    if is_of(FamilyEvent::KINDS) {
        FamilyEvent::from_body(kind, data).map(|event| event.map(Event::Family))
    } else if is_of(AntennaEvent::KINDS) {
        AntennaEvent::from_body(kind, data).map(|event| event.map(Event::Antenna))
    } else {
        None
    }
}

/// The kind of an event, without reading its data; `None` when the text is not an event.
pub fn kind_of(text: &str) -> Option<&str> {
    text.strip_prefix(r#"{"kind":""#)?.split('"').next()
}

fn unreadable(error: serde_json::Error) -> Unreadable {
    // serde_json's own message may quote the value, which is personal data.
    Unreadable { line: error.line(), column: error.column() }
}
