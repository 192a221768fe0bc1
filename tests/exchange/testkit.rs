//! The test kit of age (tests/vectors/age, whose origin tests/vectors/README.md names) through our own reader.
//!
//! Our profile is narrower than age's: binary files to X25519 keys. What is armoured or opens with a passphrase is refused, even
//! where age would read it.

use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::ZlibDecoder;
use jalon::exchange::encryption::decrypt;
use jalon::exchange::{DecryptionKey, ExchangeError};
use sha2::{Digest, Sha256};

/// One file of the kit: what its head says, and the encrypted file below it.
struct Vector {
    name: String,
    head: Vec<(String, String)>,
    file: Vec<u8>,
}

impl Vector {
    fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let head: Vec<_> = head.lines().map(|line| line.split_once(": ").unwrap()).collect();
        let mut file = bytes[end + 2..].to_vec();
        if head.contains(&("compressed", "zlib")) {
            file.clear();
            ZlibDecoder::new(&bytes[end + 2..]).read_to_end(&mut file).unwrap();
        }
        Self {
            name: path.file_name().unwrap().to_str().unwrap().to_owned(),
            head: head.into_iter().map(|(member, value)| (member.to_owned(), value.to_owned())).collect(),
            file,
        }
    }

    fn says(&self, member: &str) -> Option<&str> {
        self.head.iter().find(|(name, _)| name == member).map(|(_, value)| value.as_str())
    }

    /// What our reader must answer: the digest of the text, or the refusal.
    fn expected(&self) -> Result<String, ExchangeError> {
        let is_armoured = self.says("armored").is_some();
        match self.says("expect").unwrap() {
            _ if is_armoured => Err(ExchangeError::NotDecrypted {}),
            "success" if self.says("passphrase").is_none() => Ok(self.says("payload").unwrap().to_owned()),
            // A passphrase that age accepts, and every key that is not ours.
            "success" | "no match" => Err(ExchangeError::EncryptedToOthers {}),
            // What is wrong inside the one stanza of a passphrase is not looked at: its work factor is not ours to spend.
            "header failure" if self.says("passphrase").is_some() && !MALFORMED.contains(&self.name.as_str()) => {
                Err(ExchangeError::EncryptedToOthers {})
            }
            "header failure" | "HMAC failure" | "payload failure" => Err(ExchangeError::NotDecrypted {}),
            other => panic!("{}: {other}", self.name),
        }
    }
}

/// Passphrases in a header that is none: its base64, or another stanza beside the passphrase's.
const MALFORMED: [&str; 3] = ["scrypt_and_x25519", "scrypt_double", "scrypt_not_canonical_body"];

#[test]
fn every_file_of_the_kit_is_read_or_refused_as_our_profile_asks() {
    // The key of the files that are to no key at all is any key.
    let any = DecryptionKey::generate();
    let (mut read, mut refused) = (0, 0);
    let mut wrong = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/age")).unwrap() {
        let vector = Vector::read(&entry.unwrap().path());
        let key = vector.says("identity").map(|text| DecryptionKey::from_text(text).unwrap());
        let found = decrypt(&vector.file, key.as_ref().unwrap_or(&any));
        let found = found.map(|text| Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        match found {
            Ok(_) => read += 1,
            Err(_) => refused += 1,
        }
        if found != vector.expected() {
            wrong.push(format!("{}: {found:?} and not {:?}", vector.name, vector.expected()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!((read, refused), (14, 109), "the whole kit");
}
