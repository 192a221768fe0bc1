//! Cards: what a side says of itself, and everything that is no card of the side expected.

use std::collections::BTreeSet;

use jalon::base::id::{PartyId, ReplicaId};
use jalon::exchange::bundle::Device;
use jalon::exchange::envelope::{self, BUNDLE_TYPE, CARD_TYPE};
use jalon::exchange::{Card, DecryptionKey, ExchangeError, Party, Role, SignedCard};
use serde_json::Value;

use super::fixture::{key, other_key};

/// Made up for the tests, and worth nothing elsewhere.
const SECRET: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

#[test]
fn a_card_opens_as_it_was_sealed_for_each_side() {
    for (role, other) in [(Role::Antenna, Role::Department), (Role::Department, Role::Antenna)] {
        let bytes = card(role).seal(&key()).unwrap();
        assert_eq!(SignedCard::open(&bytes, role).unwrap().card, card(role));
        assert_eq!(SignedCard::open(&bytes, other).unwrap_err(), ExchangeError::CardOfOtherSide {});
    }
}

#[test]
fn a_card_with_one_member_changed_under_a_good_signature_gets_the_refusal_of_that_member() {
    let key_of_another = other_key().public().id();
    let (not_a_card, not_a_key) = (ExchangeError::NotACard {}, ExchangeError::NotAKey {});
    let table: [(&str, Value, ExchangeError); 13] = [
        ("/format", "jalon-bundle".into(), not_a_card.clone()),
        ("/version", 2.into(), not_a_card.clone()),
        ("/version", Value::Null, not_a_card.clone()),
        ("/next", 0.into(), not_a_card.clone()),
        ("/next", (-1).into(), not_a_card.clone()),
        ("/next", 1.5.into(), not_a_card.clone()),
        ("/next", (1_u64 << 53).into(), not_a_card.clone()),
        ("/party/id", Value::Null, not_a_card.clone()),
        ("/party/role", "panel".into(), not_a_card),
        ("/party/role", "department".into(), ExchangeError::CardOfOtherSide {}),
        ("/device/key", key_of_another.into(), ExchangeError::DeviceMismatch {}),
        ("/device/key", "".into(), not_a_key),
        ("/encryption", "age1".into(), ExchangeError::NotAnEncryptionKey {}),
    ];
    for (member, value, refusal) in table {
        let text = payload();
        let mut payload: Value = serde_json::from_str(&text).unwrap();
        let before = payload.pointer(member).unwrap().to_string();
        *payload.pointer_mut(member).unwrap() = value.clone();
        // The members keep their order: nothing but this one is wrong.
        let name = member.rsplit('/').next().unwrap();
        let altered = text.replacen(&format!("\"{name}\":{before}"), &format!("\"{name}\":{value}"), 1);
        assert_eq!(serde_json::from_str::<Value>(&altered).unwrap(), payload);
        assert_eq!(opened(altered.as_bytes()).unwrap_err(), refusal, "{member}: {value}");
    }
}

#[test]
fn a_card_written_in_another_way_under_a_good_signature_is_refused() {
    let text = payload();
    let without_id = text.replacen(r#","id":"a1a1a1a1-a1a1-a1a1-a1a1-a1a1a1a1a1a1""#, "", 1);
    assert_ne!(without_id, text);
    for altered in [
        without_id,
        text.replacen(':', ": ", 1),
        format!("{text}\n"),
        format!(" {text}"),
        text.replacen("Melun", "\\u004delun", 1),
        text.replacen("\"version\":1,", "\"version\":1,\"version\":1,", 1),
        text.replacen("\"version\":1,", "", 1),
        text.replacen("\"version\":1,", "\"version\":1,\"more\":1,", 1),
        text.replacen("\"format\":\"jalon-card\",\"version\":1", "\"version\":1,\"format\":\"jalon-card\"", 1),
        text.replacen("\"next\":3", "\"next\":03", 1),
        text[..text.len() - 1].to_owned(),
        format!("[{text}]"),
        String::new(),
    ] {
        assert_ne!(altered, text);
        assert_eq!(opened(altered.as_bytes()).unwrap_err(), ExchangeError::NotACard {}, "{altered}");
    }
}

#[test]
fn neither_a_bundle_nor_a_card_signed_by_another_key_passes_for_a_card() {
    let as_bundle = envelope::seal(payload().as_bytes(), BUNDLE_TYPE, &key()).unwrap();
    assert_eq!(SignedCard::open(&as_bundle, Role::Antenna).unwrap_err(), ExchangeError::OtherPayloadType {});
    let by_another = envelope::seal(payload().as_bytes(), CARD_TYPE, &other_key()).unwrap();
    assert_eq!(SignedCard::open(&by_another, Role::Antenna).unwrap_err(), ExchangeError::DeviceMismatch {});
}

#[test]
fn every_single_bit_flip_and_every_cut_of_a_card_is_refused() {
    let bytes = card(Role::Antenna).seal(&key()).unwrap();
    let mut flipped = bytes.clone();
    for position in 0..bytes.len() {
        for bit in 0..8 {
            flipped[position] ^= 1 << bit;
            assert!(SignedCard::open(&flipped, Role::Antenna).is_err(), "bit {bit} of byte {position}");
            flipped[position] ^= 1 << bit;
        }
        assert!(SignedCard::open(&bytes[..position], Role::Antenna).is_err(), "cut at {position}");
    }
}

#[test]
fn the_twelve_words_confirm_this_card_and_no_other() {
    let signed = || SignedCard::open(&card(Role::Antenna).seal(&key()).unwrap(), Role::Antenna).unwrap();
    let words = signed().words();
    assert_eq!(words.len(), 12);
    assert_eq!(signed().confirmed(&words.join(" ")).unwrap(), card(Role::Antenna));
    for count in [0, 1, 11] {
        let refused = signed().confirmed(&words[..count].join(" ")).unwrap_err();
        assert_eq!(refused, ExchangeError::CardWordsCount { found: count as u64, needed: 12 });
    }
    let refused = signed().confirmed(&[words.join(" "), words[0].to_owned()].join(" ")).unwrap_err();
    assert_eq!(refused, ExchangeError::CardWordsCount { found: 13, needed: 12 });
    for place in 0..12 {
        let mut wrong = words.clone();
        wrong[place] = if words[place] == "zeste" { "abaisser" } else { "zeste" };
        let refused = signed().confirmed(&wrong.join(" ")).unwrap_err();
        assert_eq!(refused, ExchangeError::CardWordDiffers { place: place as u64 + 1 });
    }
    let mut later = card(Role::Antenna);
    later.next += 1;
    let later = SignedCard::open(&later.seal(&key()).unwrap(), Role::Antenna).unwrap();
    assert!(later.confirmed(&words.join(" ")).is_err(), "the words of another card");
    assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), 12, "the card of this test has twelve different words");
}

/// The card of a made-up side, signed in the tests with the antenna's key.
pub fn card(role: Role) -> Card {
    let id = Some(PartyId::from_bytes([0xa1; 16]));
    Card {
        party: Party { role, id, name: "Antenne de Melun".into() },
        department: "Seine-et-Marne".into(),
        device: Device { replica: ReplicaId::from_bytes([0xd1; 16]), key: key().public().id() },
        encryption: DecryptionKey::from_text(SECRET).unwrap().public(),
        epoch: 1,
        next: 3,
        created_at: "2026-03-12T15:04:05.678Z".into(),
    }
}

fn payload() -> String {
    let bytes = card(Role::Antenna).seal(&key()).unwrap();
    String::from_utf8(envelope::open(&bytes, CARD_TYPE).unwrap().payload().to_vec()).unwrap()
}

fn opened(payload: &[u8]) -> Result<SignedCard, ExchangeError> {
    SignedCard::open(&envelope::seal(payload, CARD_TYPE, &key()).unwrap(), Role::Antenna)
}
