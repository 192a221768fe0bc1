//! Cards: what a side says of itself, and everything that is no card of the side expected.

use std::collections::{BTreeMap, BTreeSet};

use jalon::base::id::{PartyId, ReplicaId};
use jalon::exchange::bundle::Device;
use jalon::exchange::envelope::{self, BUNDLE_TYPE, CARD_TYPE};
use jalon::exchange::{Card, DecryptionKey, ExchangeError, Party, Role, SignedCard};

use super::fixture::{key, other_key};
use super::stored::{kept_as_made, stored};

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
fn every_stored_card_is_the_one_that_is_made_here_and_gets_the_refusal_in_its_name() {
    let accepted = [("antenna", Role::Antenna), ("department", Role::Department)]
        .map(|(name, role)| (format!("{name}.carte.json"), card(role).seal(&key()).unwrap()));
    kept_as_made("cards/accepted", &accepted.into());
    let faults = faults();
    let named: BTreeMap<_, _> =
        faults.iter().map(|(name, refusal, bytes)| (format!("{name}__{refusal}.carte.json"), bytes.clone())).collect();
    assert_eq!(named.len(), faults.len(), "two faults have one name");
    kept_as_made("cards/refused", &named);
    let mut wrong = Vec::new();
    for (name, bytes) in stored("cards/refused") {
        let expected = name.strip_suffix(".carte.json").and_then(|name| name.split_once("__")).unwrap().1;
        let found = match SignedCard::open(&bytes, Role::Antenna) {
            Ok(_) => "accepted",
            Err(error) => error.id().strip_prefix("exchange-").unwrap(),
        };
        if found != expected {
            wrong.push(format!("{name}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every fault of an antenna's card by its name, with the refusal that it must get.
fn faults() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let text = payload();
    let sealed = |text: &str| envelope::seal(text.as_bytes(), CARD_TYPE, &key()).unwrap();
    let mut faults = Vec::new();
    let mut written = |name, refusal, from: &str, to: &str| {
        assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
        faults.push((name, refusal, sealed(&text.replacen(from, to, 1))));
    };
    let another = other_key().public().id();
    let own = key().public().id();
    // One member under a good signature of the card's own key.
    written("other-format", "not-a-card", "jalon-card", "jalon-bundle");
    written("version-2", "not-a-card", r#""version":1"#, r#""version":2"#);
    written("version-null", "not-a-card", r#""version":1"#, r#""version":null"#);
    written("next-zero", "not-a-card", r#""next":3"#, r#""next":0"#);
    written("next-negative", "not-a-card", r#""next":3"#, r#""next":-1"#);
    written("next-a-float", "not-a-card", r#""next":3"#, r#""next":1.5"#);
    written("next-2-to-the-53", "not-a-card", r#""next":3"#, r#""next":9007199254740992"#);
    written("next-with-a-leading-zero", "not-a-card", r#""next":3"#, r#""next":03"#);
    written("id-null", "not-a-card", r#""a1a1a1a1-a1a1-a1a1-a1a1-a1a1a1a1a1a1""#, "null");
    written("id-missing", "not-a-card", r#","id":"a1a1a1a1-a1a1-a1a1-a1a1-a1a1a1a1a1a1""#, "");
    written("role-unknown", "not-a-card", r#""role":"antenna""#, r#""role":"panel""#);
    written("role-of-the-departement", "card-of-other-side", r#""role":"antenna""#, r#""role":"department""#);
    written("key-of-another-machine", "device-mismatch", &own, &another);
    written("key-empty", "not-a-key", &own, "");
    written("encryption-key-cut", "not-an-encryption-key", &card(Role::Antenna).encryption.to_string(), "age1");
    // The same card in another way of writing.
    written("space-between-members", "not-a-card", r#""version":"#, r#""version": "#);
    written("name-escaped", "not-a-card", "Antenne de Melun", "Antenne de \\u004delun");
    written("member-doubled", "not-a-card", r#""version":1,"#, r#""version":1,"version":1,"#);
    written("member-missing", "not-a-card", r#""version":1,"#, "");
    written("member-added", "not-a-card", r#""version":1,"#, r#""version":1,"more":1,"#);
    let reordered = r#""version":1,"format":"jalon-card""#;
    written("members-reordered", "not-a-card", r#""format":"jalon-card","version":1"#, reordered);
    let mut whole = |name, text: &str| faults.push((name, "not-a-card", sealed(text)));
    whole("line-break-at-the-end", &format!("{text}\n"));
    whole("space-at-the-start", &format!(" {text}"));
    whole("last-byte-missing", &text[..text.len() - 1]);
    whole("in-an-array", &format!("[{text}]"));
    whole("twice", &format!("{text}{text}"));
    whole("empty", "");
    whole("not-json", "Ceci n’est pas une carte.");
    let file = card(Role::Antenna).seal(&key()).unwrap();
    let mut altered = file.clone();
    altered[120] ^= 1;
    faults.push(("bit-flipped", "bad-signature", altered));
    faults.push(("file-cut", "not-an-envelope", file[..file.len() / 2].to_vec()));
    faults.push(("file-empty", "not-an-envelope", Vec::new()));
    faults.push(("file-doubled", "not-an-envelope", [file.as_slice(), &file].concat()));
    faults.push(("file-with-a-line-break", "not-an-envelope", [file.as_slice(), b"\n"].concat()));
    let bundle = envelope::seal(text.as_bytes(), BUNDLE_TYPE, &key()).unwrap();
    faults.push(("bundle-instead-of-a-card", "other-payload-type", bundle));
    let by_another = envelope::seal(text.as_bytes(), CARD_TYPE, &other_key()).unwrap();
    faults.push(("signed-by-another-machine", "device-mismatch", by_another));
    faults
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
    String::from_utf8(envelope::open(bytes.clone(), CARD_TYPE).unwrap().payload().to_vec()).unwrap()
}
