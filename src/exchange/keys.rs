//! Ed25519 keys (RFC 8032): the device's signing key, public keys as SPKI PEM (RFC 8410) that openssl reads.
//!
//! A key id is the public key itself, in hexadecimal: a bundle can be checked before a byte of its payload is parsed.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::ed25519::signature::MultipartSigner;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::error::ExchangeError;

/// DER of `SubjectPublicKeyInfo { id-Ed25519 }` up to the 32 key bytes (RFC 8410, section 4).
const SPKI_PREFIX: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const PEM_BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const PEM_END: &str = "-----END PUBLIC KEY-----";

/// The key with which a device seals its bundles.
pub struct SigningKey(ed25519_dalek::SigningKey);

/// A public key of some device.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(ed25519_dalek::VerifyingKey);

impl SigningKey {
    /// The key of a 32-byte seed, as the store keeps it.
    pub fn from_seed(seed: &Zeroizing<[u8; 32]>) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// Its public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs a message that comes in parts, as if they were one.
    pub(super) fn sign(&self, parts: &[&[u8]]) -> [u8; 64] {
        self.0.multipart_sign(parts).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

impl PublicKey {
    /// The key of these 32 bytes.
    ///
    /// # Errors
    /// `NotAKey` when they are not a point of the curve, or a weak one.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, ExchangeError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| ExchangeError::NotAKey {})?;
        if key.is_weak() { Err(ExchangeError::NotAKey {}) } else { Ok(Self(key)) }
    }

    /// The key of its key id: 64 lower-case hexadecimal digits.
    ///
    /// # Errors
    /// `NotAKey`.
    pub fn from_id(id: &str) -> Result<Self, ExchangeError> {
        let digest: crate::journal::entry::Digest = id.parse().map_err(|_| ExchangeError::NotAKey {})?;
        Self::from_bytes(&digest.0)
    }

    /// The key id: the 32 bytes in hexadecimal.
    pub fn id(&self) -> String {
        crate::journal::entry::Digest(self.0.to_bytes()).to_string()
    }

    /// A short form for people: the first 16 digits of SHA-256 over the key, in groups of four.
    pub fn fingerprint(&self) -> String {
        let digest = crate::journal::entry::Digest(Sha256::digest(self.0.to_bytes()).into()).to_string();
        let digits: Vec<char> = digest.chars().take(16).collect();
        digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// The key as SPKI PEM.
    pub fn to_pem(&self) -> String {
        let mut der = SPKI_PREFIX.to_vec();
        der.extend_from_slice(&self.0.to_bytes());
        format!("{PEM_BEGIN}\n{}\n{PEM_END}\n", STANDARD.encode(der))
    }

    /// Reads SPKI PEM.
    ///
    /// # Errors
    /// `NotAKey` for anything but one Ed25519 public key.
    pub fn from_pem(text: &str) -> Result<Self, ExchangeError> {
        let body = text.trim().strip_prefix(PEM_BEGIN).and_then(|rest| rest.strip_suffix(PEM_END));
        let base64: String = body.ok_or(ExchangeError::NotAKey {})?.split_whitespace().collect();
        let der = STANDARD.decode(base64).map_err(|_| ExchangeError::NotAKey {})?;
        let key = der.strip_prefix(&SPKI_PREFIX).ok_or(ExchangeError::NotAKey {})?;
        Self::from_bytes(key.try_into().map_err(|_| ExchangeError::NotAKey {})?)
    }

    /// Whether the key signed this message: `verify_strict`, so no malleable signature, no weak key.
    pub fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0.verify_strict(message, &signature).is_ok()
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.id())
    }
}
