//! A sealed bundle as its sender archives it: what makes the very same file again, in about a fifth of its room.
//!
//! ```text
//! "jalon-archive 1" newline · what stands around the payload, as JSON · newline · the payload, as an LZ4 frame
//! ```
//!
//! Of an encrypted file no more than its opening is kept: the rest follows from that and from the envelope, for who can decrypt
//! it. The archive itself is not encrypted: the store is.

use std::io::{Read, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lz4_flex::frame::{BlockMode, BlockSize, FrameDecoder, FrameEncoder, FrameInfo};
use memchr::memchr;
use serde::{Deserialize, Serialize};

use super::encryption::{self, DecryptionKey};
use super::envelope::{MAX_BYTES, Signed};
use super::error::ExchangeError;

const MAGIC: &[u8] = b"jalon-archive 1\n";

/// What stands around a payload.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Around {
    key_id: String,
    signature: String,
    /// The opening of the encrypted file, in base64; empty when the file is the envelope.
    opening: String,
}

/// A payload, given in parts, as it is archived: an LZ4 frame.
///
/// # Errors
/// `NotAnEnvelope` where it cannot be compressed: memory takes all that is written.
pub fn compressed(payload: &[&[u8]]) -> Result<Vec<u8>, ExchangeError> {
    // Small blocks that refer to those before them: as short as large ones, in less memory.
    let blocks = FrameInfo::new().block_size(BlockSize::Max64KB).block_mode(BlockMode::Linked);
    let mut encoder = FrameEncoder::with_frame_info(blocks, Vec::new());
    let written =
        payload.iter().try_for_each(|part| encoder.write_all(part)).map_err(|_| ExchangeError::NotAnEnvelope {});
    written.and_then(|()| encoder.finish().map_err(|_| ExchangeError::NotAnEnvelope {}))
}

/// Archives an envelope, its payload compressed, and the file that was made of it.
///
/// # Errors
/// `NotAnEnvelope` never happens for the types here; serde asks for it.
pub fn pack(signed: &Signed<'_>, frame: &[u8], file: &[u8]) -> Result<Vec<u8>, ExchangeError> {
    let around = Around {
        key_id: signed.key_id.clone(),
        signature: signed.signature.clone(),
        opening: STANDARD.encode(encryption::opening(file).unwrap_or_default()),
    };
    let around = serde_json::to_vec(&around).map_err(|_| ExchangeError::NotAnEnvelope {})?;
    Ok([MAGIC, &around, b"\n", frame].concat())
}

/// The envelope that was archived; before there were archives, the file was kept as it was.
///
/// # Errors
/// `NotAnEnvelope` when the archive cannot be read; those of [`encryption::decrypt`].
pub fn envelope(archive: &[u8], key: &DecryptionKey) -> Result<Vec<u8>, ExchangeError> {
    match Archive::read(archive)? {
        Some(archive) => Ok(archive.envelope()),
        None if encryption::is_encrypted(archive) => encryption::decrypt(archive, key),
        None => Ok(archive.to_vec()),
    }
}

/// The file that was archived, byte for byte; `is_the_same` says whether an envelope is the one that was sealed.
///
/// # Errors
/// `NotAnEnvelope` when the archive cannot be read, or makes another envelope; those of [`encryption::encrypt_again`].
pub fn file(
    archive: &[u8],
    key: Option<&DecryptionKey>,
    is_the_same: impl FnOnce(&[u8]) -> bool,
) -> Result<Vec<u8>, ExchangeError> {
    let Some(read) = Archive::read(archive)? else { return Ok(archive.to_vec()) };
    let envelope = read.envelope();
    // One opening encrypts one text and never another.
    if !is_the_same(&envelope) {
        return Err(ExchangeError::NotAnEnvelope {});
    }
    match (read.opening.as_slice(), key) {
        ([], _key) => Ok(envelope),
        (opening, Some(key)) => encryption::encrypt_again(opening, &envelope, key),
        (_opening, None) => Err(ExchangeError::EncryptedToOthers {}),
    }
}

struct Archive {
    key_id: String,
    signature: String,
    opening: Vec<u8>,
    payload: Vec<u8>,
}

impl Archive {
    /// Nothing when the bytes are a file kept as it was.
    fn read(archive: &[u8]) -> Result<Option<Self>, ExchangeError> {
        let unreadable = || ExchangeError::NotAnEnvelope {};
        let Some(rest) = archive.strip_prefix(MAGIC) else { return Ok(None) };
        let end = memchr(b'\n', rest).ok_or_else(unreadable)?;
        let (around, payload) = rest.split_at_checked(end + 1).ok_or_else(unreadable)?;
        let Around { key_id, signature, opening } = serde_json::from_slice(around).map_err(|_| unreadable())?;
        let opening = STANDARD.decode(opening).map_err(|_| unreadable())?;
        let mut decompressed = Vec::new();
        let mut reader = FrameDecoder::new(payload).take(MAX_BYTES as u64);
        reader.read_to_end(&mut decompressed).map_err(|_| unreadable())?;
        Ok(Some(Self { key_id, signature, opening, payload: decompressed }))
    }

    fn envelope(&self) -> Vec<u8> {
        Signed::again(&[&self.payload], self.key_id.clone(), self.signature.clone()).to_bytes()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::exchange::SigningKey;
    use crate::exchange::envelope::{BUNDLE_TYPE, sign};

    #[test]
    fn an_archive_gives_the_envelope_and_the_very_same_file() {
        let (own, theirs) = (DecryptionKey::generate(), DecryptionKey::generate());
        let signing = SigningKey::from_seed(&[7; 32].into());
        let body = "{\"fr\":\"Accès aux droits\"}".repeat(40_000);
        for length in [1, 3, 65_000, body.len()] {
            let payload: [&[u8]; 3] = [b"{", &body.as_bytes()[..length], b"}"];
            let signed = sign(&payload, BUNDLE_TYPE, &signing).unwrap();
            let envelope = signed.to_bytes();
            let encrypted = encryption::encrypt(&envelope, &[&theirs.public(), &own.public()]).unwrap();
            for sent in [&encrypted, &envelope] {
                let archive = pack(&signed, &compressed(&payload).unwrap(), sent).unwrap();
                assert_eq!(super::envelope(&archive, &own).unwrap(), envelope);
                assert_eq!(file(&archive, Some(&own), |same| same == envelope).unwrap(), *sent);
                assert_eq!(file(&archive, Some(&own), |_| false), Err(ExchangeError::NotAnEnvelope {}));
                assert!(length < 65_000 || archive.len() * 5 < sent.len(), "{} of {}", archive.len(), sent.len());
                // As it was kept before.
                assert_eq!(super::envelope(sent, &own).unwrap(), envelope);
                assert_eq!(file(sent, None, |_| false).unwrap(), *sent);
            }
            let archive = pack(&signed, &compressed(&payload).unwrap(), &encrypted).unwrap();
            let renewed = DecryptionKey::from_text(&own.to_text()).unwrap().renewed();
            assert_eq!(file(&archive, Some(&renewed), |_| true).unwrap(), encrypted, "a former key reads it");
            let others = file(&archive, Some(&DecryptionKey::generate()), |_| true);
            assert_eq!(others, Err(ExchangeError::EncryptedToOthers {}));
            assert_eq!(file(&archive, None, |_| true), Err(ExchangeError::EncryptedToOthers {}));
        }
    }

    #[test]
    fn an_archive_that_is_cut_or_changed_gives_no_other_envelope() {
        let own = DecryptionKey::generate();
        let payload = [b"{\"made\":\"up\"}".as_slice()];
        let signed = sign(&payload, BUNDLE_TYPE, &SigningKey::from_seed(&[7; 32].into())).unwrap();
        let envelope = signed.to_bytes();
        let encrypted = encryption::encrypt(&envelope, &[&own.public()]).unwrap();
        let archive = pack(&signed, &compressed(&payload).unwrap(), &encrypted).unwrap();
        for at in MAGIC.len()..archive.len() {
            let mut changed = archive.clone();
            changed[at] ^= 1;
            for altered in [&changed[..], &archive[..at]] {
                let made = file(altered, Some(&own), |made| made == envelope);
                // The nonce of an opening is what no signature covers.
                assert!(
                    made.is_err() || encryption::decrypt(&made.unwrap(), &own) == Ok(envelope.clone()),
                    "byte {at}"
                );
            }
        }
    }
}
