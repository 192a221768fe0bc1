//! Encryption of what is handed over: age, to X25519 keys (age-encryption.org/v1), around the signed envelope.
//!
//! Sealed first, encrypted after: who reads a file knows who signed it, and who carries it learns nothing.

use std::cell::RefCell;
use std::fmt;
use std::io::{self, Read, Write};
use std::iter;
use std::str::FromStr;

use aead_stream::EncryptorBE32;
use age::secrecy::ExposeSecret;
use age::stream::StreamReader;
use age::x25519;
use age::{DecryptError, Decryptor, Encryptor};
use age_core::format::{FileKey, Stanza};
use age_core::primitives::hkdf;
use chacha20poly1305::ChaCha20Poly1305;
use memchr::{memchr, memmem};
use zeroize::Zeroizing;

use super::envelope::MAX_BYTES;
use super::error::ExchangeError;

/// Largest encrypted file accepted: an envelope, what encryption adds to each 64 KiB of it, and a header.
pub const MAX_ENCRYPTED_BYTES: usize = MAX_BYTES + MAX_BYTES / 4096 + 64 * 1024;

const MAGIC: &[u8] = b"age-encryption.org/v1\n";
/// Bytes of text that are encrypted at one time.
const CHUNK: usize = 64 * 1024;
/// Bytes between the header and the first chunk.
const NONCE: usize = 16;
/// More than any header to a few keys.
const MAX_OPENING: usize = 64 * 1024;

/// The key with which a side reads what was encrypted to it, and those that it had before: what was encrypted to them stays
/// readable.
pub struct DecryptionKey {
    in_use: x25519::Identity,
    /// The last one first.
    former: Vec<x25519::Identity>,
}

/// The public half: `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct EncryptionKey(x25519::Recipient);

impl DecryptionKey {
    /// A fresh key.
    pub fn generate() -> Self {
        Self { in_use: x25519::Identity::generate(), former: Vec::new() }
    }

    /// A fresh key, which also reads what was encrypted to this one.
    pub fn renewed(self) -> Self {
        let former = iter::once(self.in_use).chain(self.former).collect();
        Self { former, ..Self::generate() }
    }

    /// The key of its text, as in a file of age identities: `AGE-SECRET-KEY-1…`, a key a line, the one in use first.
    ///
    /// # Errors
    /// `NotAnEncryptionKey`.
    pub fn from_text(text: &str) -> Result<Self, ExchangeError> {
        let refused = ExchangeError::NotAnEncryptionKey {};
        let keys = text.lines().map(x25519::Identity::from_str).collect::<Result<Vec<_>, _>>();
        let mut keys = keys.map_err(|_| refused.clone())?.into_iter();
        Ok(Self { in_use: keys.next().ok_or(refused)?, former: keys.collect() })
    }

    /// Its text, for the store and for nowhere else.
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::new());
        for key in self.keys() {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(key.to_string().expose_secret());
        }
        text
    }

    /// The public half of the one in use.
    pub fn public(&self) -> EncryptionKey {
        EncryptionKey(self.in_use.to_public())
    }

    fn keys(&self) -> impl Iterator<Item = &x25519::Identity> {
        iter::once(&self.in_use).chain(&self.former)
    }
}

impl fmt::Debug for DecryptionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DecryptionKey(…)")
    }
}

impl FromStr for EncryptionKey {
    type Err = ExchangeError;

    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        x25519::Recipient::from_str(text).map(Self).map_err(|_| ExchangeError::NotAnEncryptionKey {})
    }
}

impl fmt::Display for EncryptionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for EncryptionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EncryptionKey({})", self.0)
    }
}

/// Whether the bytes are an encrypted file.
pub fn is_encrypted(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Encrypts to every one of the keys: the recipient's, and the sender's own, so that its archive stays readable.
///
/// # Errors
/// `NotAnEncryptionKey` without a key.
pub fn encrypt(bytes: &[u8], keys: &[&EncryptionKey]) -> Result<Vec<u8>, ExchangeError> {
    encrypt_written(bytes.len(), keys, |into| into.write_all(bytes))
}

/// Encrypts what `write` writes, about `length` bytes, as [`encrypt`] does what is there already.
///
/// # Errors
/// As [`encrypt`].
pub fn encrypt_written(
    length: usize,
    keys: &[&EncryptionKey],
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Vec<u8>, ExchangeError> {
    let fault = |_| ExchangeError::NotAnEncryptionKey {};
    let recipients = keys.iter().map(|key| &key.0 as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(|_| ExchangeError::NotAnEncryptionKey {})?;
    let mut encrypted = Vec::with_capacity(length + length / 4096 + 1024);
    let mut writer = encryptor.wrap_output(&mut encrypted).map_err(fault)?;
    write(&mut writer).map_err(fault)?;
    writer.finish().map_err(fault)?;
    Ok(encrypted)
}

/// The opening of an encrypted file: its header, and the nonce after it. Chance has no other part in the file.
pub fn opening(file: &[u8]) -> Option<&[u8]> {
    let mac = memmem::find(file.get(..MAX_OPENING.min(file.len()))?, b"\n--- ")? + 1;
    let end = mac + memchr(b'\n', file.get(mac..)?)? + 1;
    file.get(..end + NONCE)
}

/// Encrypts what was encrypted before, and nothing else, from the opening of its file on: gives the very same file.
///
/// # Errors
/// `EncryptedToOthers`, `NotDecrypted`, as [`decrypt`].
pub fn encrypt_again(opening: &[u8], bytes: &[u8], key: &DecryptionKey) -> Result<Vec<u8>, ExchangeError> {
    let found = RefCell::new(None);
    decrypting(opening, key.keys().map(|key| Noting { key, found: &found }).collect::<Vec<_>>().as_slice())?;
    let fault = || ExchangeError::NotDecrypted {};
    let (file_key, nonce) = found.take().zip(opening.last_chunk::<NONCE>()).ok_or_else(fault)?;
    let payload_key = Zeroizing::new(hkdf(nonce, b"payload", file_key.expose_secret()));
    // STREAM, as age has it: a counter of eleven bytes, of which the first seven are never needed.
    let mut stream = EncryptorBE32::<ChaCha20Poly1305>::new((&*payload_key).into(), &[0; 7].into());
    let mut file = opening.to_vec();
    let last = bytes.len().saturating_sub(1) / CHUNK * CHUNK;
    let (before, last) = bytes.split_at_checked(last).ok_or_else(fault)?;
    for chunk in before.chunks(CHUNK) {
        file.extend(stream.encrypt_next(chunk).map_err(|_| fault())?);
    }
    file.extend(stream.encrypt_last(last).map_err(|_| fault())?);
    Ok(file)
}

/// A key that notes the file key that it finds.
struct Noting<'a> {
    key: &'a x25519::Identity,
    found: &'a RefCell<Option<FileKey>>,
}

impl age::Identity for Noting<'_> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        let found = self.key.unwrap_stanza(stanza)?;
        if let Ok(file_key) = &found {
            self.found.replace(Some(FileKey::new(Box::new(*file_key.expose_secret()))));
        }
        Some(found)
    }
}

/// Decrypts a file of at most [`MAX_ENCRYPTED_BYTES`] into at most [`MAX_BYTES`].
///
/// # Errors
/// `TooLarge`, `EncryptedToOthers`, `NotDecrypted` when a byte was changed, cut or added.
pub fn decrypt(bytes: &[u8], key: &DecryptionKey) -> Result<Vec<u8>, ExchangeError> {
    if bytes.len() > MAX_ENCRYPTED_BYTES {
        return Err(ExchangeError::TooLarge {});
    }
    if !has_whole_stanzas(bytes) {
        return Err(ExchangeError::NotDecrypted {});
    }
    let reader = decrypting(bytes, key.keys())?;
    let mut plain = Vec::with_capacity(bytes.len());
    reader.take(MAX_BYTES as u64 + 1).read_to_end(&mut plain).map_err(|_| ExchangeError::NotDecrypted {})?;
    if plain.len() > MAX_BYTES { Err(ExchangeError::TooLarge {}) } else { Ok(plain) }
}

/// A file whose header one of the keys opens.
fn decrypting<'a, 'k, K: age::Identity + 'k>(
    bytes: &'a [u8],
    keys: impl IntoIterator<Item = &'k K>,
) -> Result<StreamReader<&'a [u8]>, ExchangeError> {
    let decryptor = Decryptor::new_buffered(bytes).map_err(|_| ExchangeError::NotDecrypted {})?;
    // A passphrase's work factor is the sender's to choose: never ours to spend.
    if decryptor.is_scrypt() {
        return Err(ExchangeError::EncryptedToOthers {});
    }
    decryptor.decrypt(keys.into_iter().map(|key| key as &dyn age::Identity)).map_err(|error| match error {
        DecryptError::NoMatchingKeys => ExchangeError::EncryptedToOthers {},
        _altered => ExchangeError::NotDecrypted {},
    })
}

/// Whether every stanza of the header ends with a line shorter than 64 columns, as the format asks. The library reads the files
/// of before as well, so that one header could be written in two ways.
fn has_whole_stanzas(bytes: &[u8]) -> bool {
    let mut is_ended = true;
    for line in bytes.split(|byte| *byte == b'\n') {
        let begins = line.starts_with(b"-> ");
        if (begins || line.starts_with(b"---")) && !is_ended {
            return false;
        }
        if line.starts_with(b"---") {
            return true;
        }
        is_ended = !begins && line.len() < 64;
    }
    false
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn each_key_reads_what_was_encrypted_to_it_and_no_other_does() {
        let (theirs, own, other) = (DecryptionKey::generate(), DecryptionKey::generate(), DecryptionKey::generate());
        let text = b"{\"payloadType\":\"\xc3\xa9\"}".repeat(5000);
        let encrypted = encrypt(&text, &[&theirs.public(), &own.public()]).unwrap();
        assert!(is_encrypted(&encrypted) && !is_encrypted(&text));
        assert_eq!(decrypt(&encrypted, &theirs).unwrap(), text);
        assert_eq!(decrypt(&encrypted, &own).unwrap(), text);
        assert_eq!(decrypt(&encrypted, &other), Err(ExchangeError::EncryptedToOthers {}));
        let kept = DecryptionKey::from_text(&own.to_text()).unwrap();
        assert_eq!(decrypt(&encrypted, &kept).unwrap(), text);
        let renewed = DecryptionKey::from_text(&own.renewed().renewed().to_text()).unwrap();
        assert_eq!(decrypt(&encrypted, &renewed).unwrap(), text, "a key in use reads what the ones before it read");
        let to_the_new_key = encrypt(&text, &[&renewed.public()]).unwrap();
        assert_eq!(decrypt(&to_the_new_key, &renewed).unwrap(), text);
        assert_eq!(decrypt(&to_the_new_key, &kept), Err(ExchangeError::EncryptedToOthers {}), "but not the reverse");
        assert_eq!(theirs.public().to_string().parse::<EncryptionKey>().unwrap(), theirs.public());
    }

    #[test]
    fn from_its_opening_a_file_is_made_again_byte_for_byte() {
        let (own, theirs) = (DecryptionKey::generate(), DecryptionKey::generate());
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7] {
            let text: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let file = encrypt(&text, &[&theirs.public(), &own.public()]).unwrap();
            let opening = opening(&file).unwrap();
            assert!(encrypt_again(opening, &text, &own).unwrap() == file, "{length} bytes");
            assert!(encrypt_again(opening, &text, &theirs).unwrap() == file, "{length} bytes, by the other side");
            let other = encrypt_again(opening, &text, &DecryptionKey::generate());
            assert_eq!(other, Err(ExchangeError::EncryptedToOthers {}));
            assert!(encrypt_again(&opening[..opening.len() - 1], &text, &own).is_err());
        }
        assert_eq!(opening(b"{\"payloadType\":\"\"}"), None);
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_refused() {
        let key = DecryptionKey::generate();
        let encrypted = encrypt(b"a made-up envelope", &[&key.public()]).unwrap();
        for at in 0..encrypted.len() {
            for bit in 0..8 {
                let mut altered = encrypted.clone();
                altered[at] ^= 1 << bit;
                assert!(decrypt(&altered, &key).is_err(), "bit {bit} of byte {at}");
            }
            assert!(decrypt(&encrypted[..at], &key).is_err(), "cut at {at}");
        }
        assert!(decrypt(&[encrypted.as_slice(), b"\n"].concat(), &key).is_err());
    }

    #[test]
    fn nothing_larger_than_an_envelope_comes_out() {
        let key = DecryptionKey::generate();
        let encrypted = encrypt(&vec![0; MAX_BYTES + 1], &[&key.public()]).unwrap();
        assert_eq!(decrypt(&encrypted, &key), Err(ExchangeError::TooLarge {}));
        let fitting = encrypt(&vec![0; MAX_BYTES], &[&key.public(), &DecryptionKey::generate().public()]).unwrap();
        assert!(fitting.len() <= MAX_ENCRYPTED_BYTES);
        assert_eq!(decrypt(&fitting, &key).unwrap().len(), MAX_BYTES);
        assert_eq!(decrypt(&vec![0; MAX_ENCRYPTED_BYTES + 1], &key), Err(ExchangeError::TooLarge {}));
    }
}
