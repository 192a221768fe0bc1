//! The payload of a bundle: its members, their order and their limits (JSON, canonical: decode, encode, same bytes).
//!
//! Places are kept for what enrolment brings: `to`, `epoch`, `seen`, `registry`, `supports`, `attachments`, `extensions`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::activity::Activity;
use super::error::ExchangeError;
use crate::base::id::{AntennaId, ReplicaId};
use crate::journal::entry::Digest;

/// The schema of the payload, for `jalon schema bundle`.
pub const SCHEMA: &str = include_str!("../../assets/schema/bundle-v1.schema.json");

/// The version of the format that this program writes and reads.
pub const VERSION: u64 = 1;

/// Deepest nesting of arrays and objects accepted.
pub const MAX_DEPTH: usize = 16;

/// Integers stay below 2^53, so that every JSON reader keeps them exact.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

const FORMAT: &str = "jalon-bundle";

/// What a bundle says of itself, before its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    pub from: Sender,
    pub device: Device,
    pub to: Recipient,
    pub stream: String,
    /// Raised when a sender starts its stream anew.
    pub epoch: u64,
    /// 1, 2, 3… in the stream.
    pub sequence: u64,
    /// SHA-256 of the previous envelope's bytes; zeros for the first.
    pub previous: Digest,
    /// Highest contiguous bundle received from the other side.
    pub seen: u64,
    pub registry: u64,
    pub supports: u64,
    /// For each replica, the run of entries carried.
    pub journal: BTreeMap<ReplicaId, Run>,
    /// RFC 3339, UTC, milliseconds.
    pub created_at: String,
    pub body: Body,
}

/// What a bundle carries, by kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Activity(Activity),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    pub antenna: AntennaId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Device {
    pub replica: ReplicaId,
    /// The public key, in hexadecimal; the envelope's key id is the same.
    pub key: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    pub department: String,
}

/// A run of entries of one replica, both numbers inclusive, with the digest of the last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    pub first: u64,
    pub last: u64,
    pub digest: Digest,
}

/// Every kind of the format; those that this version does not write are refused by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Activity,
    PanelReferral,
    OrientationAnswer,
    Orientation,
    PanelDecision,
    Supports,
    Registry,
    Receipt,
    Presence,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Extension {
    /// Must be understood, or the bundle is refused.
    critical: bool,
    value: Box<RawValue>,
}

/// Reserved: files beside the body.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Attachment {
    name: String,
    media_type: String,
    digest: Digest,
    base64: String,
}

/// The members in the order in which they are written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    format: String,
    version: u64,
    min_reader: u64,
    kind: Kind,
    from: Sender,
    device: Device,
    to: Recipient,
    stream: String,
    epoch: u64,
    sequence: u64,
    previous: Digest,
    seen: u64,
    registry: u64,
    supports: u64,
    journal: BTreeMap<ReplicaId, Run>,
    created_at: String,
    attachments: Vec<Attachment>,
    body: Box<RawValue>,
    extensions: BTreeMap<String, Extension>,
}

impl Bundle {
    /// The canonical bytes of the payload.
    ///
    /// # Errors
    /// `Unreadable` never happens for the types here; serde asks for it.
    pub fn encode(&self) -> Result<Vec<u8>, ExchangeError> {
        let unreadable = |_| ExchangeError::Unreadable {};
        let (kind, body) = match &self.body {
            Body::Activity(activity) => {
                (Kind::Activity, serde_json::value::to_raw_value(activity).map_err(unreadable)?)
            }
        };
        let wire = Wire {
            format: FORMAT.to_owned(),
            version: VERSION,
            min_reader: VERSION,
            kind,
            from: self.from.clone(),
            device: self.device.clone(),
            to: self.to.clone(),
            stream: self.stream.clone(),
            epoch: self.epoch,
            sequence: self.sequence,
            previous: self.previous,
            seen: self.seen,
            registry: self.registry,
            supports: self.supports,
            journal: self.journal.clone(),
            created_at: self.created_at.clone(),
            attachments: Vec::new(),
            body,
            extensions: BTreeMap::new(),
        };
        serde_json::to_vec(&wire).map_err(unreadable)
    }

    /// Reads a payload whose signature has been verified. Depth and canonical form are checked before anything is believed.
    ///
    /// # Errors
    /// `TooDeep`, `NotABundle`, `PayloadNotCanonical`, `NewerBundle`, `NumberTooLarge`, `UnknownExtension`, `KindNotRead`.
    pub(super) fn decode(payload: &[u8]) -> Result<Self, ExchangeError> {
        refuse_depth(payload)?;
        let wire: Wire = serde_json::from_slice(payload).map_err(malformed)?;
        if wire.format != FORMAT {
            return Err(ExchangeError::NotABundle { line: 1, column: 1 });
        }
        if wire.min_reader > VERSION {
            return Err(ExchangeError::NewerBundle { needed: wire.min_reader, known: VERSION });
        }
        let again = serde_json::to_vec(&wire).map_err(|_| ExchangeError::Unreadable {})?;
        if again != payload {
            return Err(ExchangeError::PayloadNotCanonical {});
        }
        let numbers = [wire.version, wire.epoch, wire.sequence, wire.seen, wire.registry, wire.supports];
        let runs = wire.journal.values().flat_map(|run| [run.first, run.last]);
        if numbers.into_iter().chain(runs).any(|number| number > MAX_INTEGER) {
            return Err(ExchangeError::NumberTooLarge {});
        }
        if let Some((name, _)) = wire.extensions.iter().find(|(_, extension)| extension.critical) {
            return Err(ExchangeError::UnknownExtension { name: name.clone() });
        }
        let body = match wire.kind {
            Kind::Activity => {
                let activity: Activity = serde_json::from_str(wire.body.get()).map_err(malformed)?;
                let again = serde_json::to_string(&activity).map_err(|_| ExchangeError::Unreadable {})?;
                if again != wire.body.get() {
                    return Err(ExchangeError::PayloadNotCanonical {});
                }
                Body::Activity(activity)
            }
            Kind::PanelReferral
            | Kind::OrientationAnswer
            | Kind::Orientation
            | Kind::PanelDecision
            | Kind::Supports
            | Kind::Registry
            | Kind::Receipt
            | Kind::Presence => {
                let kind = serde_json::to_string(&wire.kind).map_err(|_| ExchangeError::Unreadable {})?;
                return Err(ExchangeError::KindNotRead { kind: kind.trim_matches('"').to_owned() });
            }
        };
        let Wire {
            from,
            device,
            to,
            stream,
            epoch,
            sequence,
            previous,
            seen,
            registry,
            supports,
            journal,
            created_at,
            ..
        } = wire;
        Ok(Self {
            from,
            device,
            to,
            stream,
            epoch,
            sequence,
            previous,
            seen,
            registry,
            supports,
            journal,
            created_at,
            body,
        })
    }
}

/// Counts nesting without recursion, so that no depth can exhaust the stack; strings are skipped as JSON writes them.
fn refuse_depth(payload: &[u8]) -> Result<(), ExchangeError> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in payload {
        match (in_string, escaped, byte) {
            (true, true, _) => escaped = false,
            (true, false, b'\\') => escaped = true,
            (true, false, b'"') => in_string = false,
            (true, false, _) => {}
            (false, _, b'"') => in_string = true,
            (false, _, b'{' | b'[') => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(ExchangeError::TooDeep {});
                }
            }
            (false, _, b'}' | b']') => depth = depth.saturating_sub(1),
            (false, _, _) => {}
        }
    }
    Ok(())
}

/// Where the JSON goes wrong; serde's own message may quote personal data.
fn malformed(error: serde_json::Error) -> ExchangeError {
    ExchangeError::NotABundle { line: error.line() as u64, column: error.column() as u64 }
}
