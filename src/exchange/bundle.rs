//! The payload of a bundle: its members, their order and their limits (JSON, canonical: decode, encode, same bytes).
//!
//! `attachments` and `extensions` are places kept for later.

mod strict;

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::activity::{self, Activity, DisclosedEntry, Long, Written};
use super::answers::{OrientationAnswers, Orientations, PanelDecisions, PanelReferrals, Presence, Publication};
use super::envelope;
use super::error::ExchangeError;
use super::party::{Party, Role};
use super::receipt::Receipts;
use super::registry::Registry;
use crate::base::id::ReplicaId;
use crate::journal::entry::Digest;
pub(super) use strict::{is_canonical, is_compact, read_strictly};
use strict::{malformed, read_canonical};

/// The schema of the payload, for `jalon schema bundle`.
pub const SCHEMA: &str = include_str!("../../assets/schema/bundle-v1.schema.json");

/// The version of the format that this program writes and reads.
pub const VERSION: u64 = 1;

/// Deepest nesting of arrays and objects accepted.
pub const MAX_DEPTH: usize = 16;

/// Integers stay below 2^53, so that every JSON reader keeps them exact.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

const FORMAT: &str = "jalon-bundle";

/// What follows the body.
const END: &str = r#","extensions":{}}"#;

/// What a bundle says of itself, before its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle<B = Body> {
    pub from: Party,
    pub device: Device,
    pub to: Party,
    pub stream: String,
    /// 1, 2, 3…: raised when a sender whose store was restored starts its stream anew.
    pub epoch: u64,
    /// 1, 2, 3… in the stream.
    pub sequence: u64,
    /// SHA-256 of the previous envelope's bytes; zeros for the first.
    pub previous: Digest,
    /// Highest number received without a gap from the other side.
    pub seen: u64,
    /// The version of the registry that the sender knows; 0 before any.
    pub registry: u64,
    /// The version of the publication that the sender knows; 0 before any.
    pub supports: u64,
    /// For each replica, the run of entries carried.
    pub journal: BTreeMap<ReplicaId, Run>,
    /// RFC 3339, UTC, milliseconds.
    pub created_at: String,
    pub body: B,
}

/// What a bundle carries, by kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Activity(Activity),
    PanelReferral(PanelReferrals),
    OrientationAnswer(OrientationAnswers),
    Orientation(Orientations),
    PanelDecision(PanelDecisions),
    Supports(Publication),
    Registry(Registry),
    Receipt(Receipts),
    Presence(Presence),
}

/// A body as its bundle will have it: who seals it needs no more of it than its text.
pub struct WrittenBody {
    kind: Kind,
    text: Vec<u8>,
}

/// A payload in parts: what its bundle says of itself, its body, and the end.
pub struct Payload<'a> {
    head: Vec<u8>,
    body: &'a [u8],
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Device {
    pub replica: ReplicaId,
    /// The public key, in hexadecimal; the envelope's key id is the same.
    pub key: String,
}

/// A run of entries of one replica, both numbers inclusive, with the digest of the last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    pub first: u64,
    pub last: u64,
    pub digest: Digest,
}

/// Every kind of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// The members in the order in which they are written; the body is written from its type and first read as raw JSON.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire<B> {
    format: String,
    version: u64,
    min_reader: u64,
    kind: Kind,
    from: Party,
    device: Device,
    to: Party,
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
    body: B,
    extensions: BTreeMap<String, Extension>,
}

impl Kind {
    /// The kinds that a side hands over.
    pub fn of(role: Role) -> &'static [Self] {
        match role {
            Role::Antenna => {
                &[Self::Activity, Self::PanelReferral, Self::OrientationAnswer, Self::Receipt, Self::Presence]
            }
            Role::Department => {
                &[Self::Orientation, Self::PanelDecision, Self::Supports, Self::Registry, Self::Receipt, Self::Presence]
            }
        }
    }

    /// The kind as written, which is also the end of the id of its name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::PanelReferral => "panel-referral",
            Self::OrientationAnswer => "orientation-answer",
            Self::Orientation => "orientation",
            Self::PanelDecision => "panel-decision",
            Self::Supports => "supports",
            Self::Registry => "registry",
            Self::Receipt => "receipt",
            Self::Presence => "presence",
        }
    }
}

impl Body {
    pub fn kind(&self) -> Kind {
        match self {
            Self::Activity(_) => Kind::Activity,
            Self::PanelReferral(_) => Kind::PanelReferral,
            Self::OrientationAnswer(_) => Kind::OrientationAnswer,
            Self::Orientation(_) => Kind::Orientation,
            Self::PanelDecision(_) => Kind::PanelDecision,
            Self::Supports(_) => Kind::Supports,
            Self::Registry(_) => Kind::Registry,
            Self::Receipt(_) => Kind::Receipt,
            Self::Presence(_) => Kind::Presence,
        }
    }

    /// Its text, canonical; `about` is how many bytes it may take.
    ///
    /// # Errors
    /// `Unreadable` never happens for the types here; serde asks for it.
    pub fn written(&self, about: usize) -> Result<WrittenBody, ExchangeError> {
        let mut text = Vec::with_capacity(about);
        let written = match self {
            Self::Activity(body) => serde_json::to_writer(&mut text, body),
            Self::PanelReferral(body) => serde_json::to_writer(&mut text, body),
            Self::OrientationAnswer(body) => serde_json::to_writer(&mut text, body),
            Self::Orientation(body) => serde_json::to_writer(&mut text, body),
            Self::PanelDecision(body) => serde_json::to_writer(&mut text, body),
            Self::Supports(body) => serde_json::to_writer(&mut text, body),
            Self::Registry(body) => serde_json::to_writer(&mut text, body),
            Self::Receipt(body) => serde_json::to_writer(&mut text, body),
            Self::Presence(body) => serde_json::to_writer(&mut text, body),
        };
        written.map_err(|_| ExchangeError::Unreadable {})?;
        Ok(WrittenBody { kind: self.kind(), text })
    }

    fn read(kind: Kind, text: &[u8]) -> Result<Self, ExchangeError> {
        Ok(match kind {
            Kind::Activity => Self::Activity(read_canonical(text)?),
            Kind::PanelReferral => Self::PanelReferral(read_canonical(text)?),
            Kind::OrientationAnswer => Self::OrientationAnswer(read_canonical(text)?),
            Kind::Orientation => Self::Orientation(read_canonical(text)?),
            Kind::PanelDecision => Self::PanelDecision(read_canonical(text)?),
            Kind::Supports => Self::Supports(read_canonical(text)?),
            Kind::Registry => Self::Registry(read_canonical(text)?),
            Kind::Receipt => Self::Receipt(read_canonical(text)?),
            Kind::Presence => Self::Presence(read_canonical(text)?),
        })
    }
}

impl WrittenBody {
    /// An activity whose records are written already; `about` is how many bytes it may take.
    ///
    /// # Errors
    /// As [`Body::written`].
    pub fn activity(activity: &Activity<Box<RawValue>>, about: usize) -> Result<Self, ExchangeError> {
        let mut text = Vec::with_capacity(about);
        serde_json::to_writer(&mut text, activity).map_err(|_| ExchangeError::Unreadable {})?;
        Ok(Self { kind: Kind::Activity, text })
    }

    /// The kind of its bundle.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether an envelope has room for it, with what a bundle says of itself.
    pub fn fits(&self) -> bool {
        const LARGEST: usize = envelope::MAX_BYTES / 4 * 3 - 64 * 1024;
        self.text.len() <= LARGEST
    }
}

/// Names nothing of what it holds: a body is personal data.
impl fmt::Debug for WrittenBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WrittenBody({:?}, {} bytes)", self.kind, self.text.len())
    }
}

impl Payload<'_> {
    /// The parts in their order.
    pub fn parts(&self) -> [&[u8]; 3] {
        [&self.head, self.body, END.as_bytes()]
    }
}

impl Bundle<WrittenBody> {
    /// The canonical bytes of the payload, the body where it is.
    ///
    /// # Errors
    /// As [`Body::written`].
    pub fn payload(&self) -> Result<Payload<'_>, ExchangeError> {
        self.payload_with(&self.body)
    }
}

impl Bundle {
    /// The canonical bytes of the payload.
    ///
    /// # Errors
    /// As [`Body::written`].
    pub fn encode(&self) -> Result<Vec<u8>, ExchangeError> {
        Ok(self.payload_with(&self.body.written(0)?)?.parts().concat())
    }

    /// Reads a payload whose signature has been verified. Depth, numbers and canonical form are checked before anything is
    /// believed. The entries of an activity are given apart.
    ///
    /// # Errors
    /// `TooDeep`, `NumberTooLarge`, `NotABundle`, `NewerBundle`, `PayloadNotCanonical`, `UnknownExtension`, `KindNotAllowed`;
    /// `EntryAltered`.
    pub(super) fn decode(payload: &[u8]) -> Result<(Self, Vec<Written<'_>>), ExchangeError> {
        if let Some(Long { entries, families, around }) = activity::read(payload)
            && let Ok(mut bundle) = Self::decode_whole(&around)
            && let Body::Activity(activity) = &mut bundle.body
        {
            activity.families = families;
            return Ok((bundle, entries));
        }
        let mut bundle = Self::decode_whole(payload)?;
        let entries = match &mut bundle.body {
            Body::Activity(activity) => std::mem::take(&mut activity.entries),
            _without_entries => Vec::new(),
        };
        Ok((bundle, entries.into_iter().map(DisclosedEntry::read).collect::<Result<_, _>>()?))
    }

    fn decode_whole(payload: &[u8]) -> Result<Self, ExchangeError> {
        let compact = is_compact(payload)?;
        let wire: Wire<&RawValue> =
            serde_json::from_slice(payload).map_err(|error| newer(payload).unwrap_or(malformed(&error)))?;
        if wire.format != FORMAT || wire.sequence == 0 || wire.epoch == 0 || !is_instant(&wire.created_at) {
            return Err(ExchangeError::NotABundle { line: 1, column: 1 });
        }
        if wire.min_reader > VERSION {
            return Err(ExchangeError::NewerBundle { needed: wire.min_reader, known: VERSION });
        }
        if !compact || !is_canonical(&wire, payload) {
            return Err(ExchangeError::PayloadNotCanonical {});
        }
        if let Some((name, _)) = wire.extensions.iter().find(|(_, extension)| extension.critical) {
            return Err(ExchangeError::UnknownExtension { name: name.clone() });
        }
        // Neither side hands over the other's kinds: nobody but the Département decides or publishes.
        if wire.to.role != wire.from.role.other() || !Kind::of(wire.from.role).contains(&wire.kind) {
            return Err(ExchangeError::KindNotAllowed { kind: wire.kind.code().to_owned() });
        }
        let body = Body::read(wire.kind, wire.body.get().as_bytes())?;
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

impl<B> Bundle<B> {
    fn payload_with<'a>(&self, body: &'a WrittenBody) -> Result<Payload<'a>, ExchangeError> {
        let wire = Wire {
            format: FORMAT.to_owned(),
            version: VERSION,
            min_reader: VERSION,
            kind: body.kind,
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
            body: (),
            extensions: BTreeMap::new(),
        };
        let mut head = serde_json::to_vec(&wire).map_err(|_| ExchangeError::Unreadable {})?;
        // The body goes in the place of nothing.
        let without_body = head.len().saturating_sub("null".len() + END.len());
        head.truncate(without_body);
        Ok(Payload { head, body: &body.text })
    }
}

/// A payload that is not of this version, because it asks for a newer one.
fn newer(payload: &[u8]) -> Option<ExchangeError> {
    #[derive(Deserialize)]
    struct Asked {
        format: String,
        min_reader: u64,
    }
    let asked: Asked = serde_json::from_slice(payload).ok()?;
    let newer = asked.format == FORMAT && asked.min_reader > VERSION;
    newer.then_some(ExchangeError::NewerBundle { needed: asked.min_reader, known: VERSION })
}

/// RFC 3339, UTC, to the millisecond, in the one form that is written.
fn is_instant(text: &str) -> bool {
    let parsed = DateTime::parse_from_rfc3339(text).map(|instant| instant.with_timezone(&Utc));
    parsed.is_ok_and(|instant| instant.to_rfc3339_opts(SecondsFormat::Millis, true) == text)
}
