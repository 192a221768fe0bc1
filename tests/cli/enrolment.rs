//! `jalon card` and `jalon enroll`: the cards exchanged once; and the files that are no bundle of the Département's.

use std::fs;

use jalon::base::id::PartyId;
use jalon::exchange::bundle::Device;
use jalon::exchange::{Card, DecryptionKey, Party, Role, SignedCard, SigningKey};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::Place;

/// A Département's card, and the words that it reads aloud.
fn department() -> (Vec<u8>, String) {
    let key = SigningKey::from_seed(&Zeroizing::new([9; 32]));
    let name = "Département d’Essai";
    let card = Card {
        party: Party::department(Some(PartyId::from(Uuid::from_u128(5))), name),
        department: name.into(),
        device: Device { replica: Uuid::from_u128(6).into(), key: key.public().id() },
        encryption: DecryptionKey::generate().public(),
        epoch: 1,
        next: 1,
        created_at: "2026-11-20T08:00:00.000Z".into(),
    };
    let bytes = card.seal(&key).unwrap();
    let words = SignedCard::open(&bytes, Role::Department).unwrap().words().join(" ");
    (bytes, words)
}

#[test]
fn the_card_is_a_file_and_its_words_are_said_beside_it() {
    let place = Place::locked();
    let out = place.path("").display().to_string();
    let given = place.unlocked(&["card", "--out", &out]);
    assert_eq!(given.code, 0, "{given:?}");
    let card = SignedCard::open(&fs::read(given.out.trim()).unwrap(), Role::Antenna).unwrap();
    assert!(given.err.contains(&card.words().join(" ")), "{given:?}");
}

#[test]
fn new_keys_write_a_new_card_and_seal_anew_what_has_no_receipt() {
    let place = Place::locked();
    let out = place.path("").display().to_string();
    let first = place.unlocked(&["card", "--out", &out]);
    let sealed = place.unlocked(&["export", "--out", &out]);
    assert!(sealed.out.trim().ends_with("-0001.json"), "{sealed:?}");
    let old = fs::read(first.out.trim()).unwrap();
    let key = |card: &[u8]| SignedCard::open(card, Role::Antenna).unwrap().card.device.key;
    let renewed = place.unlocked(&["card", "--new-keys", "--out", &out]);
    assert_eq!(renewed.code, 0, "{renewed:?}");
    assert!(renewed.err.contains("Le lot sans accusé de réception est scellé de nouveau"), "{renewed:?}");
    let files: Vec<_> = renewed.out.lines().collect();
    assert_eq!(files.len(), 2, "{renewed:?}");
    let card = SignedCard::open(&fs::read(files[0]).unwrap(), Role::Antenna).unwrap();
    assert!(renewed.err.contains(&card.words().join(" ")), "{renewed:?}");
    assert_ne!(card.card().device.key, key(&old));
    assert!(files[1].ends_with("-e2-0001.json"), "{renewed:?}");
    let mut written = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path());
    let pem = written.find(|path| path.extension().is_some_and(|end| end == "pem")).unwrap().display().to_string();
    let verified = place.unlocked(&["verify", files[1], "--key", &pem]);
    assert_eq!(verified.code, 0, "the key beside it is the new one: {verified:?}");
    place.refuses(&["verify", sealed.out.trim(), "--key", &pem], "clé");
    let again = place.unlocked(&["card", "--out", &out]);
    assert_eq!(fs::read(again.out.trim()).unwrap(), fs::read(files[0]).unwrap(), "the card stays what it is");
}

#[test]
fn what_leaves_is_encrypted_once_the_words_of_the_departement_were_typed() {
    let place = Place::locked();
    let (bytes, words) = department();
    let card = place.path("cd.carte.json").display().to_string();
    fs::write(&card, bytes).unwrap();
    let others = words.replacen(' ', " zéro ", 1);
    let wrong = place.unlocked(&["enroll", &card, "--words", &others]);
    assert_eq!(wrong.code, 1, "{wrong:?}");
    assert!(wrong.err.contains("12 mots sont attendus, 13 ont été saisis"), "{wrong:?}");
    let enrolled = place.unlocked(&["enroll", &card, "--words", &words]);
    assert_eq!(enrolled.code, 0, "{enrolled:?}");
    let out = place.path("").display().to_string();
    let exported = place.unlocked(&["export", "--out", &out]);
    assert!(exported.err.contains("chiffré : seul le Département".replace(" :", "\u{a0}:").as_str()), "{exported:?}");
    let path = exported.out.trim();
    assert!(path.ends_with("-0001.json.age"), "{path}");
    let again = place.unlocked(&["export", "--again", "1", "--out", &out]);
    assert_eq!((again.out.trim(), again.err.as_str()), (path, ""), "it is encrypted");
    assert!(fs::read(path).unwrap().starts_with(b"age-encryption.org/v1\n"));
    place.refuses(&["verify", path], "chiffré");
    // The side that sealed it reads it with its own store, and shows what it sealed.
    let verified = place.unlocked(&["verify", path]);
    assert!(verified.code == 0 && verified.out.contains("n° 1"), "{verified:?}");
    let shown: serde_json::Value = serde_json::from_str(&place.unlocked(&["show", path]).out).unwrap();
    assert_eq!(shown.pointer("/sequence").unwrap(), 1);
    // Its own bundle is addressed to the Département.
    let own = place.unlocked(&["import", path]);
    assert_eq!(own.code, 1, "{own:?}");
    assert!(own.err.contains("adressé à"), "{own:?}");
}
