//! Faults of the outer envelope: its form, its encoding, its signature.

use jalon::exchange::envelope::{BUNDLE_TYPE, SYNC_TYPE, seal};
use jalon::exchange::{PublicKey, SigningKey};
use zeroize::Zeroizing;

use super::super::fixture::{key, other_key, sealed, small};
use super::{Made, with};

/// The order of the group of Ed25519, little-endian (RFC 8032, section 5.1): S + L signs what S signs, for a lax reader.
const L: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

pub fn faults() -> Vec<Made> {
    let payload = small().encode().unwrap();
    let bytes = sealed(&small());
    let text = String::from_utf8(bytes.clone()).unwrap();
    let [payload64, keyid, sig] = ["payload", "keyid", "sig"].map(|member| value(&text, member));
    let signature = r#"{"keyid":"KEY","sig":"SIG"}"#.replace("KEY", keyid).replace("SIG", sig);
    let payload_member = format!(r#""payload":"{payload64}""#);
    let type_member = format!(r#""payloadType":"{BUNDLE_TYPE}""#);
    let mut faults: Vec<Made> = Vec::new();
    let mut form = |name, text: String| faults.push((name, "not-an-envelope", text.into_bytes()));

    form("empty-file", String::new());
    form("not-json", "Ceci n’est pas un lot.\n".into());
    form("payload-without-envelope", String::from_utf8(payload.clone()).unwrap());
    form("cut-in-the-middle", text[..text.len() / 2].into());
    form("last-byte-missing", text[..text.len() - 1].into());
    form("line-break-at-the-end", format!("{text}\n"));
    form("bytes-at-the-end", format!("{text}{{}}"));
    form("two-envelopes", format!("{text}{text}"));
    form("space-at-the-start", format!(" {text}"));
    form("byte-order-mark", format!("\u{feff}{text}"));
    form("space-between-members", with(&text, r#"","payload":"#, r#"", "payload":"#));
    form("written-over-several-lines", text.replace(r#"","#, "\",\n  "));
    form("members-reordered", format!("{{{payload_member},{type_member},\"signatures\":[{signature}]}}"));
    form("signature-first", format!("{{\"signatures\":[{signature}],{type_member},{payload_member}}}"));
    let reordered = format!(r#"{{"sig":"{sig}","keyid":"{keyid}"}}"#);
    form("signature-members-reordered", with(&text, &signature, &reordered));
    form("payload-type-doubled", with(&text, &type_member, &format!("{type_member},{type_member}")));
    form("payload-doubled", with(&text, &payload_member, &format!(r#""payload":"e30=",{payload_member}"#)));
    form("sig-doubled", with(&text, &signature, &signature.replace('}', &format!(r#","sig":"{sig}"}}"#))));
    form("payload-type-missing", with(&text, &format!("{type_member},"), ""));
    form("payload-missing", with(&text, &format!("{payload_member},"), ""));
    form("keyid-missing", with(&text, &format!(r#""keyid":"{keyid}","#), ""));
    form("sig-missing", with(&text, &format!(r#","sig":"{sig}""#), ""));
    form("signatures-missing", format!("{{{type_member},{payload_member}}}"));
    form("member-added", with(&text, "]}", r#"],"note":""}"#));
    form("signature-member-added", with(&text, "}]}", r#","cert":""}]}"#));
    form("no-signature", with(&text, &signature, ""));
    form("two-signatures", with(&text, &signature, &format!("{signature},{signature}")));
    form("signature-not-in-an-array", with(&text, &format!("[{signature}]"), &signature));
    form("member-name-escaped", with(&text, r#""payload":"#, r#""pa\u0079load":"#));
    form("keyid-in-capitals", with(&text, keyid, &keyid.to_uppercase()));
    form("keyid-too-short", with(&text, keyid, &keyid[..62]));
    form("keyid-empty", with(&text, keyid, ""));
    form("keyid-escaped", with(&text, keyid, &format!("\\u00{:x}{}", keyid.as_bytes()[0], &keyid[1..])));
    form("sig-too-short", with(&text, sig, &sig[..84]));
    form("sig-empty", with(&text, sig, ""));
    form("payload-null", with(&text, &payload_member, r#""payload":null"#));
    let mut latin = bytes.clone();
    latin[20] = 0xe9;
    faults.push(("not-utf-8", "not-an-envelope", latin));

    let mut other_type = |name, text: String| faults.push((name, "other-payload-type", text.into_bytes()));
    other_type("sync-type", String::from_utf8(seal(&payload, SYNC_TYPE, &key()).unwrap()).unwrap());
    other_type("payload-type-changed-to-sync", with(&text, BUNDLE_TYPE, SYNC_TYPE));
    other_type("payload-type-version-2", with(&text, "version=1", "version=2"));
    other_type("payload-type-escaped", with(&text, "application/vnd", "application\\/vnd"));
    other_type("payload-type-empty", with(&text, BUNDLE_TYPE, ""));

    let mut encoding = |name, text: String| faults.push((name, "not-canonical", text.into_bytes()));
    encoding(
        "payload-with-a-line-break",
        with(&text, payload64, &format!("{}\n{}", &payload64[..64], &payload64[64..])),
    );
    encoding(
        "payload-with-an-escaped-line-break",
        with(&text, payload64, &format!("{}\\n{}", &payload64[..64], &payload64[64..])),
    );
    encoding(
        "payload-with-an-escape",
        with(&text, payload64, &format!("\\u00{:x}{}", payload64.as_bytes()[0], &payload64[1..])),
    );
    assert!(payload64.contains('+') || payload64.contains('/'), "the fixture shows both alphabets");
    encoding("payload-in-the-url-alphabet", with(&text, payload64, &payload64.replace('+', "-").replace('/', "_")));
    encoding("payload-in-base32", with(&text, payload64, &payload64.replace(char::is_lowercase, "=")));
    encoding("payload-with-a-letter-missing", with(&text, payload64, &payload64[1..]));
    encoding("payload-with-a-group-after-padding", with(&text, payload64, &format!("AA=={payload64}")));
    encoding("sig-without-padding", with(&text, sig, sig.trim_end_matches('=')));
    encoding("sig-with-less-padding", with(&text, sig, &sig[..87]));
    encoding("sig-with-more-padding", with(&text, sig, &format!("{sig}=")));
    encoding("sig-with-trailing-bits", with(&text, sig, &trailing_bits(sig)));
    let mut unsigned = |name, bytes: Vec<u8>| faults.push((name, "bad-signature", bytes));
    let mut altered = payload.clone();
    let year = altered.windows(4).position(|four| four == b"2026").unwrap();
    altered[year + 3] = b'7';
    let forged = String::from_utf8(seal(&altered, BUNDLE_TYPE, &other_key()).unwrap()).unwrap();
    unsigned("payload-altered", with(&text, payload64, value(&forged, "payload")).into_bytes());
    unsigned("payload-altered-and-signed-by-another", with(&forged, value(&forged, "keyid"), keyid).into_bytes());
    unsigned("signature-of-another-bundle", with(&text, sig, value(&forged, "sig")).into_bytes());
    unsigned("key-of-another-device", with(&text, keyid, &other_key().public().id()).into_bytes());
    let sync = String::from_utf8(seal(&payload, SYNC_TYPE, &key()).unwrap()).unwrap();
    unsigned("signed-as-sync", with(&text, sig, value(&sync, "sig")).into_bytes());
    unsigned("signature-bit-flipped", with(&text, sig, &changed(sig, |bytes| bytes[0] ^= 1)).into_bytes());
    unsigned("signature-malleable", with(&text, sig, &changed(sig, add_group_order)).into_bytes());
    unsigned("signature-all-zero", with(&text, sig, &changed(sig, |bytes| bytes.fill(0))).into_bytes());
    let identity = changed(sig, |bytes| {
        bytes.fill(0);
        bytes[0] = 1;
    });
    // R and key are the neutral point and S is 0: signs every message for a reader that does not refuse weak keys.
    for (name, weak) in [
        ("weak-key-neutral", format!("01{}", "0".repeat(62))),
        ("weak-key-of-order-8", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a".into()),
        ("key-off-the-curve", format!("02{}", "0".repeat(62))),
    ] {
        unsigned(name, with(&with(&text, sig, &identity), keyid, &weak).into_bytes());
    }
    faults
}

#[test]
fn a_weak_key_is_no_key() {
    let neutral: [u8; 32] = std::array::from_fn(|index| u8::from(index == 0));
    assert!(PublicKey::from_bytes(&neutral).is_err());
    let public = SigningKey::from_seed(&Zeroizing::new([7; 32])).public();
    assert_eq!(PublicKey::from_id(&public.id()).unwrap(), public);
    assert_eq!(PublicKey::from_pem(&public.to_pem()).unwrap(), public);
}

fn value<'a>(text: &'a str, member: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!(r#""{member}":""#)).unwrap();
    rest.split('"').next().unwrap()
}

fn changed(sig: &str, change: impl FnOnce(&mut [u8])) -> String {
    use base64::Engine;
    let engine = base64::engine::general_purpose::STANDARD;
    let mut bytes = engine.decode(sig).unwrap();
    change(&mut bytes);
    engine.encode(bytes)
}

fn add_group_order(signature: &mut [u8]) {
    let mut carry = 0;
    for (byte, order) in signature[32..].iter_mut().zip(L) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = sum as u8;
        carry = sum >> 8;
    }
}

/// The same 64 bytes with one of the four bits that no byte uses.
fn trailing_bits(sig: &str) -> String {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let last = alphabet.find(&sig[85..86]).unwrap();
    format!("{}{}==", &sig[..85], &alphabet[last + 1..last + 2])
}
