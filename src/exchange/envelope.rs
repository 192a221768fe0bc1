//! The outer envelope: DSSE v1 under a strict profile.
//!
//! Exactly three members in one order, no white space, one signature, canonical base64: any other byte is refused. A lax
//! reader accepted 80 of 3,632 single-bit flips of one file; this one accepts none. It does not look into the payload.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::error::ExchangeError;
use super::keys::{PublicKey, SigningKey};

/// The payload type of a bundle between an antenna and the Département.
pub const BUNDLE_TYPE: &str = "application/vnd.jalon.bundle+json;version=1";
/// The payload type of what two machines of one antenna exchange; never accepted where a bundle is expected.
pub const SYNC_TYPE: &str = "application/vnd.jalon.sync+json;version=1";

/// Largest envelope accepted, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

const TYPE: &str = r#"{"payloadType":""#;
const PAYLOAD: &str = r#"","payload":""#;
const KEYID: &str = r#"","signatures":[{"keyid":""#;
const SIG: &str = r#"","sig":""#;
const END: &str = r#""}]}"#;

/// An envelope whose signature holds: the very bytes that were signed, and the key that signed them.
#[derive(Debug)]
pub struct Opened {
    pub payload: Vec<u8>,
    pub key: PublicKey,
}

/// Signs a payload and wraps it.
///
/// # Errors
/// `TooLarge` when the envelope would pass [`MAX_BYTES`].
pub fn seal(payload: &[u8], payload_type: &str, key: &SigningKey) -> Result<Vec<u8>, ExchangeError> {
    let signature = key.sign(&pre_authentication(payload_type, payload));
    let key_id = key.public().id();
    let mut sealed = Vec::with_capacity(payload.len() / 3 * 4 + 512);
    let mut text = String::with_capacity(payload.len() / 3 * 4 + 512);
    for part in [TYPE, payload_type, PAYLOAD] {
        text.push_str(part);
    }
    STANDARD.encode_string(payload, &mut text);
    for part in [KEYID, key_id.as_str(), SIG] {
        text.push_str(part);
    }
    STANDARD.encode_string(signature, &mut text);
    text.push_str(END);
    sealed.append(&mut text.into_bytes());
    if sealed.len() > MAX_BYTES { Err(ExchangeError::TooLarge {}) } else { Ok(sealed) }
}

/// Opens an envelope of the type given: strict form, then signature.
///
/// # Errors
/// `TooLarge`, `NotAnEnvelope`, `OtherPayloadType`, `NotCanonical`, `NotAKey`, `BadSignature`.
pub fn open(bytes: &[u8], payload_type: &str) -> Result<Opened, ExchangeError> {
    if bytes.len() > MAX_BYTES {
        return Err(ExchangeError::TooLarge {});
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ExchangeError::NotAnEnvelope {})?;
    let (found_type, rest) = member(text, TYPE)?;
    let (payload, rest) = member(rest, PAYLOAD)?;
    let (key_id, rest) = member(rest, KEYID)?;
    let (signature, rest) = member(rest, SIG)?;
    if rest != END {
        return Err(ExchangeError::NotAnEnvelope {});
    }
    if found_type != payload_type {
        return Err(ExchangeError::OtherPayloadType {});
    }
    let payload = canonical(payload)?;
    let signature = canonical(signature)?.try_into().map_err(|_| ExchangeError::NotAnEnvelope {})?;
    let key = PublicKey::from_id(key_id)?;
    if !key.verifies(&pre_authentication(payload_type, &payload), &signature) {
        return Err(ExchangeError::BadSignature {});
    }
    Ok(Opened { payload, key })
}

/// DSSE's pre-authentication encoding: what is signed.
pub fn pre_authentication(payload_type: &str, payload: &[u8]) -> Vec<u8> {
    let head = format!("DSSEv1 {} {payload_type} {} ", payload_type.len(), payload.len());
    let mut encoded = Vec::with_capacity(head.len() + payload.len());
    encoded.extend_from_slice(head.as_bytes());
    encoded.extend_from_slice(payload);
    encoded
}

/// The value after `opening`, up to its quote; the rest begins with that quote.
fn member<'a>(text: &'a str, opening: &str) -> Result<(&'a str, &'a str), ExchangeError> {
    let rest = text.strip_prefix(opening).ok_or(ExchangeError::NotAnEnvelope {})?;
    let end = rest.bytes().position(|byte| byte == b'"').ok_or(ExchangeError::NotAnEnvelope {})?;
    rest.split_at_checked(end).ok_or(ExchangeError::NotAnEnvelope {})
}

/// Base64 that encodes back to the same text.
fn canonical(text: &str) -> Result<Vec<u8>, ExchangeError> {
    let bytes = STANDARD.decode(text).map_err(|_| ExchangeError::NotCanonical {})?;
    if STANDARD.encode(&bytes) == text { Ok(bytes) } else { Err(ExchangeError::NotCanonical {}) }
}
