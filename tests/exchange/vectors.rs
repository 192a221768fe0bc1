//! Wycheproof's vectors of Ed25519 and X25519 (tests/vectors, whose README names their origin) against our keys.
//!
//! Of X25519 only decryption is ours to call: each vector becomes a file that age's description asks for, from the vector's
//! own shared secret.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key};
use hmac::{Hmac, Mac};
use jalon::exchange::encryption::decrypt;
use jalon::exchange::{DecryptionKey, PublicKey};
use serde_json::Value;
use sha2::Sha256;

const CHARSET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const FILE_KEY: [u8; 16] = [0x0f; 16];
const TEXT: &[u8] = b"a made-up envelope";

#[test]
fn ed25519_signatures_hold_exactly_where_wycheproof_says_so() {
    let (mut valid, mut refused) = (0, 0);
    let (count, groups) = vectors("ed25519_test.json");
    for group in groups {
        let key: [u8; 32] = bytes(&group["publicKey"]["pk"]).try_into().unwrap();
        let key = PublicKey::from_bytes(&key);
        for test in group["tests"].as_array().unwrap() {
            let signature: Result<[u8; 64], _> = bytes(&test["sig"]).try_into();
            let holds = match (&key, signature) {
                (Ok(key), Ok(signature)) => key.verifies(&bytes(&test["msg"]), &signature),
                // A weak key or a signature of another length never comes as far as being checked.
                (Ok(_) | Err(_), Ok(_) | Err(_)) => false,
            };
            assert_eq!(holds, test["result"] == "valid", "{}: {}", test["tcId"], test["comment"]);
            if holds { valid += 1 } else { refused += 1 }
        }
    }
    assert!(valid >= 80 && refused >= 60, "{valid} valid, {refused} refused");
    assert_eq!(valid + refused, count, "every vector was tried");
}

#[test]
fn what_x25519_agrees_on_decrypts_exactly_where_wycheproof_shares_a_secret() {
    let (mut read, mut refused) = (0, 0);
    let (count, groups) = vectors("x25519_test.json");
    for group in groups {
        for test in group["tests"].as_array().unwrap() {
            let key = DecryptionKey::from_text(&secret_text(&bytes(&test["private"]))).unwrap();
            let (public, shared) = (bytes(&test["public"]), bytes(&test["shared"]));
            let found = decrypt(&file(&public, &shared, &recipient(&key)), &key);
            // A secret of zeros, or of a key of another length, is shared with everybody.
            let agreed = shared.iter().any(|byte| *byte != 0) && public.len() == 32;
            assert_eq!(found.is_ok_and(|text| text == TEXT), agreed, "{}: {}", test["tcId"], test["comment"]);
            let mut other = shared;
            other[0] ^= 1;
            assert!(decrypt(&file(&public, &other, &recipient(&key)), &key).is_err(), "{}: another", test["tcId"]);
            if agreed { read += 1 } else { refused += 1 }
        }
    }
    assert!(read >= 400 && refused >= 10, "{read} read, {refused} refused");
    assert_eq!(read + refused, count, "every vector was tried");
}

/// How many vectors a file says that it has, and their groups.
fn vectors(name: &str) -> (u64, Vec<Value>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(name);
    let mut file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    (file["numberOfTests"].as_u64().unwrap(), serde_json::from_value(file["testGroups"].take()).unwrap())
}

fn bytes(hexadecimal: &Value) -> Vec<u8> {
    let text = hexadecimal.as_str().unwrap();
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

/// An age file (age-encryption.org/v1) to one X25519 recipient, written from its description, not by our code.
fn file(ephemeral: &[u8], shared: &[u8], recipient: &[u8]) -> Vec<u8> {
    let wrap = derived(shared, &[ephemeral, recipient].concat(), b"age-encryption.org/v1/X25519");
    let body = STANDARD_NO_PAD.encode(encrypted(&wrap, [0; 12], &FILE_KEY));
    let share = STANDARD_NO_PAD.encode(ephemeral);
    let header = format!("age-encryption.org/v1\n-> X25519 {share}\n{body}\n---");
    let mac = authenticated(&derived(&FILE_KEY, &[], b"header"), &[header.as_bytes()]);
    let nonce = [0x4e; 16];
    let mut last = [0; 12];
    last[11] = 1;
    let text = encrypted(&derived(&FILE_KEY, &nonce, b"payload"), last, TEXT);
    [header.as_bytes(), b" ", STANDARD_NO_PAD.encode(mac).as_bytes(), b"\n", &nonce, &text].concat()
}

fn encrypted(key: &[u8; 32], nonce: [u8; 12], text: &[u8]) -> Vec<u8> {
    ChaCha20Poly1305::new(&Key::from(*key)).encrypt(&nonce.into(), text).unwrap()
}

/// HKDF with SHA-256, one block (RFC 5869).
fn derived(secret: &[u8], salt: &[u8], purpose: &[u8]) -> [u8; 32] {
    authenticated(&authenticated(salt, &[secret]), &[purpose, &[1]])
}

fn authenticated(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).unwrap();
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// The 32 bytes of a key's public half.
fn recipient(key: &DecryptionKey) -> Vec<u8> {
    let text = key.public().to_string();
    let digits = text.strip_prefix("age1").unwrap();
    let values: Vec<u8> = digits.bytes().map(|one| CHARSET.iter().position(|c| *c == one).unwrap() as u8).collect();
    regrouped(&values[..values.len() - 6], 5, 8, false)
}

/// A secret key as age writes it: Bech32 (BIP 173) in capitals.
fn secret_text(secret: &[u8]) -> String {
    const PREFIX: &str = "age-secret-key-";
    let values = regrouped(secret, 8, 5, true);
    let mut checked: Vec<u8> =
        PREFIX.bytes().map(|c| c >> 5).chain([0]).chain(PREFIX.bytes().map(|c| c & 31)).collect();
    checked.extend(&values);
    checked.extend([0; 6]);
    let checksum = checksum(&checked) ^ 1;
    let checksum = (0..6).map(|place| (checksum >> (5 * (5 - place)) & 31) as u8);
    let digits = values.iter().copied().chain(checksum).map(|value| char::from(CHARSET[usize::from(value)]));
    format!("{PREFIX}1{}", digits.collect::<String>()).to_uppercase()
}

fn checksum(values: &[u8]) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    values.iter().fold(1, |sum, value| {
        let next = (sum & 0x01ff_ffff) << 5 ^ u32::from(*value);
        let chosen = (0..5).filter(|bit| sum >> (25 + bit) & 1 == 1).map(|bit| GENERATOR[bit]);
        chosen.fold(next, |next, one| next ^ one)
    })
}

/// Groups of `from` bits as groups of `to` bits; what does not fill the last is kept only when `padded`.
fn regrouped(values: &[u8], from: u32, to: u32, padded: bool) -> Vec<u8> {
    let (mut held, mut bits, mut groups) = (0_u32, 0, Vec::new());
    for value in values {
        held = (held << from | u32::from(*value)) & 0xffff;
        bits += from;
        while bits >= to {
            bits -= to;
            groups.push((held >> bits & ((1 << to) - 1)) as u8);
        }
    }
    if padded && bits > 0 {
        groups.push((held << (to - bits) & ((1 << to) - 1)) as u8);
    }
    groups
}
