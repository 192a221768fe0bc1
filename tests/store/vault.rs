//! Key slots: who opens, who does not, and what a tampered file gives.

use std::fs;
use std::path::Path;

use jalon::base::id::ReferentId;
use jalon::store::{Derivation, Holder, NewSlot, StoreError, Unlocked, Vault};
use uuid::Uuid;

const FLOOR: Derivation = Derivation::FLOOR;
const SENTENCE: &str = "le chat dort sur la digue";
const OTHER: &str = "il pleut sur les platanes";

fn referent(number: u128) -> ReferentId {
    ReferentId::from(Uuid::from_u128(number))
}

fn slot<'a>(number: u128, label: &'a str, passphrase: &'a str) -> NewSlot<'a> {
    NewSlot { referent: referent(number), label, passphrase }
}

fn id<T>(result: Result<T, StoreError>) -> &'static str {
    result.err().map_or("accepted", |error| error.id())
}

/// A key, without printing it.
fn same(left: &Unlocked, right: &Unlocked) -> bool {
    let directory = tempfile::tempdir().unwrap();
    // Two keys are the same when what one writes the other reads.
    jalon::store::anchor::write(directory.path(), &left.key, &jalon::store::Heads::new()).unwrap();
    jalon::store::anchor::read(directory.path(), &right.key).is_ok()
}

#[test]
fn each_referent_and_the_recovery_sheet_open_the_same_store() {
    let directory = tempfile::tempdir().unwrap();
    let slots = [slot(1, "C. Moreau", SENTENCE), slot(2, "A. Petit", OTHER)];
    let (_, _, code) = Vault::create(directory.path(), &slots, FLOOR).unwrap();
    let mut vault = Vault::open(directory.path()).unwrap();
    let labels: Vec<_> = vault
        .slots()
        .map(|holder| match holder {
            Holder::Referent { label, .. } => label.clone(),
            Holder::Recovery => "recovery".to_owned(),
            Holder::Demonstration { .. } => "demonstration".to_owned(),
        })
        .collect();
    assert_eq!(labels, ["C. Moreau", "A. Petit", "recovery"]);

    let first = vault.unlock("C. Moreau", SENTENCE).unwrap();
    assert_eq!(first.referent, Some(referent(1)));
    let second = vault.unlock_any(OTHER).unwrap();
    assert_eq!(second.referent, Some(referent(2)));
    let recovered = vault.unlock_recovery(&code.groups().to_lowercase()).unwrap();
    assert_eq!(recovered.referent, None);
    assert!(same(&first, &second) && same(&first, &recovered));

    assert_eq!(id(vault.unlock("C. Moreau", OTHER)), "store-wrong-passphrase");
    assert_eq!(id(vault.unlock_any("une phrase que personne n’a")), "store-wrong-passphrase");
    assert_eq!(id(vault.unlock("B. Nobody", SENTENCE)), "store-no-such-slot");
    assert_eq!(id(vault.unlock_recovery("0000-0000")), "store-mistyped-recovery-code");

    // A new code makes the old sheet worthless; a forgotten passphrase is replaced by way of the new one.
    let renewed = vault.renew_recovery(&first.key, FLOOR).unwrap();
    assert_eq!(id(vault.unlock_recovery(&code.groups())), "store-wrong-recovery-code");
    let recovered = vault.unlock_recovery(&renewed.groups()).unwrap();
    vault.reset_passphrase(&recovered.key, "A. Petit", "une nouvelle phrase", FLOOR).unwrap();
    assert_eq!(id(vault.unlock("A. Petit", OTHER)), "store-wrong-passphrase");
    assert!(same(&first, &Vault::open(directory.path()).unwrap().unlock("A. Petit", "une nouvelle phrase").unwrap()));
}

#[test]
fn an_accent_typed_in_two_ways_is_one_passphrase() {
    let directory = tempfile::tempdir().unwrap();
    let (vault, ..) = Vault::create(directory.path(), &[slot(1, "C", "l\u{e9}gende d'automne")], FLOOR).unwrap();
    assert!(vault.unlock("C", "le\u{301}gende d'automne").is_ok());
}

#[test]
fn slots_are_added_and_removed_but_never_the_last_referent() {
    let directory = tempfile::tempdir().unwrap();
    let (mut vault, key, _) = Vault::create(directory.path(), &[slot(1, "C", SENTENCE)], FLOOR).unwrap();
    assert_eq!(id(vault.remove_slot("C")), "store-last-referent-slot");
    assert_eq!(id(vault.add_slot(&key, &slot(2, "C", OTHER), FLOOR)), "store-slot-name-taken");
    assert_eq!(id(vault.add_slot(&key, &slot(2, "A", "trop court!"), FLOOR)), "store-passphrase-too-short");
    vault.add_slot(&key, &slot(2, "A", OTHER), FLOOR).unwrap();
    vault.remove_slot("C").unwrap();
    let vault = Vault::open(directory.path()).unwrap();
    assert_eq!(id(vault.unlock_any(SENTENCE)), "store-wrong-passphrase");
    assert_eq!(vault.unlock_any(OTHER).unwrap().referent, Some(referent(2)));
}

#[test]
fn what_is_no_copy_of_a_store_asks_for_no_keys_beside_it() {
    let directory = tempfile::tempdir().unwrap();
    let empty = directory.path().join("antenna-2026-11-29T20-14-26.439Z.db");
    fs::write(&empty, b"").unwrap();
    let new = directory.path().join("new");
    for backup in [empty.as_path(), directory.path()] {
        assert_eq!(id(Vault::open_to_restore(&new, backup).map(drop)), "store-not-a-backup", "{}", backup.display());
    }
    fs::write(&empty, b"something").unwrap();
    assert_eq!(id(Vault::open_to_restore(&new, &empty).map(drop)), "store-keys-missing");
}

#[test]
fn slots_added_at_the_same_time_are_all_there() {
    let directory = tempfile::tempdir().unwrap();
    let (_, key, _) = Vault::create(directory.path(), &[slot(1, "C", SENTENCE)], FLOOR).unwrap();
    std::thread::scope(|scope| {
        for (number, label) in [(2, "A"), (3, "B"), (4, "D")] {
            let (mut vault, key) = (Vault::open(directory.path()).unwrap(), &key);
            scope.spawn(move || vault.add_slot(key, &slot(number, label, OTHER), FLOOR).unwrap());
        }
    });
    let vault = Vault::open(directory.path()).unwrap();
    for (label, sentence) in [("C", SENTENCE), ("A", OTHER), ("B", OTHER), ("D", OTHER)] {
        assert!(vault.unlock(label, sentence).is_ok(), "{label}");
    }
}

#[test]
fn weak_parameters_are_refused_on_creation_and_in_a_lowered_file() {
    let directory = tempfile::tempdir().unwrap();
    let weak = Derivation { memory_kib: 46 * 1024 - 1, ..FLOOR };
    assert_eq!(id(Vault::create(directory.path(), &[slot(1, "C", SENTENCE)], weak)), "store-weak-key-derivation");
    assert!(!directory.path().join("keys.json").exists());

    Vault::create(directory.path(), &[slot(1, "C", SENTENCE)], FLOOR).unwrap();
    let keys = directory.path().join("keys.json");
    let text = fs::read_to_string(&keys).unwrap();
    for (written, tampered, refusal) in [
        ("47104", "8", "store-weak-key-derivation"),
        ("\"passes\": 1", "\"passes\": 0", "store-weak-key-derivation"),
        ("47104", "4294967295", "store-excessive-key-derivation"),
        ("\"passes\": 1", "\"passes\": 4000000000", "store-excessive-key-derivation"),
        ("\"version\": 1", "\"version\": 2", "store-newer-store"),
        ("\"version\": 1", "\"version\": 0", "store-keys-unreadable"),
        ("jalon-keys", "other-keys", "store-keys-unreadable"),
    ] {
        assert!(text.contains(written), "{written} in {text}");
        fs::write(&keys, text.replacen(written, tampered, 1)).unwrap();
        assert_eq!(id(Vault::open(directory.path())), refusal, "after {written} → {tampered}");
    }
    fs::write(&keys, text.replacen("47104", "47105", 1)).unwrap();
    assert_eq!(id(Vault::open(directory.path()).unwrap().unlock("C", SENTENCE)), "store-wrong-passphrase");
}

#[test]
fn a_key_in_clear_under_a_referent_s_name_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    Vault::create_demonstration(directory.path(), referent(1), "démonstration").unwrap();
    let keys = directory.path().join("keys.json");
    let text = fs::read_to_string(&keys).unwrap();
    assert!(text.contains("key_in_clear") && text.contains("demonstration"), "{text}");
    fs::write(&keys, text.replace("\"kind\": \"demonstration\"", "\"kind\": \"referent\"")).unwrap();
    assert_eq!(id(Vault::open(directory.path())), "store-weak-key-derivation");
}

#[test]
fn no_key_file_or_a_second_one_is_told() {
    let directory = tempfile::tempdir().unwrap();
    assert_eq!(id(Vault::open(directory.path())), "store-not-a-store");
    assert_eq!(id(Vault::open(&directory.path().join("nowhere"))), "store-not-a-store");
    assert_eq!(id(Vault::create(directory.path(), &[], FLOOR)), "store-no-referent-slot");
    Vault::create_demonstration(directory.path(), referent(1), "démonstration").unwrap();
    assert_eq!(id(Vault::create(directory.path(), &[slot(1, "C", SENTENCE)], FLOOR)), "store-already-a-store");
}

/// Everything that opening gives, or the refusal.
fn opened(path: &Path, secret: Option<&str>) -> Result<(Option<ReferentId>, Vec<Holder>, Unlocked), &'static str> {
    let vault = Vault::open(path).map_err(|error| error.id())?;
    let unlocked = match secret {
        Some(secret) => vault.unlock_any(secret),
        None => vault.unlock_demonstration(),
    };
    let unlocked = unlocked.map_err(|error| error.id())?;
    Ok((unlocked.referent, vault.slots().cloned().collect(), unlocked))
}

fn flips_change_nothing(path: &Path, secret: Option<&str>, flips: &[u8]) {
    let keys = path.join("keys.json");
    let bytes = fs::read(&keys).unwrap();
    let (referent, holders, unlocked) = opened(path, secret).unwrap();
    for position in 0..bytes.len() {
        for flip in flips {
            let mut altered = bytes.clone();
            altered[position] ^= flip;
            fs::write(&keys, &altered).unwrap();
            if let Ok((altered_referent, altered_holders, altered_key)) = opened(path, secret) {
                assert_eq!((altered_referent, &altered_holders), (referent, &holders), "byte {position} ^ {flip}");
                assert!(same(&unlocked, &altered_key), "byte {position} ^ {flip} gives another key");
            }
        }
    }
}

#[test]
fn no_bit_of_a_demonstration_key_file_can_be_flipped_into_another_content() {
    let directory = tempfile::tempdir().unwrap();
    Vault::create_demonstration(directory.path(), referent(1), "démonstration").unwrap();
    flips_change_nothing(directory.path(), None, &[1, 2, 4, 8, 16, 32, 64, 128]);
}

#[test]
fn no_byte_of_a_referent_s_key_file_can_be_flipped_into_another_content() {
    let directory = tempfile::tempdir().unwrap();
    Vault::create(directory.path(), &[slot(1, "C. Moreau", SENTENCE)], FLOOR).unwrap();
    // Without the recovery slot, which this passphrase never opens: each flip costs a key derivation.
    let keys = directory.path().join("keys.json");
    let mut file: serde_json::Value = serde_json::from_slice(&fs::read(&keys).unwrap()).unwrap();
    file["slots"].as_array_mut().unwrap().pop();
    fs::write(&keys, serde_json::to_vec(&file).unwrap()).unwrap();
    flips_change_nothing(directory.path(), Some(SENTENCE), &[1]);
}

#[cfg(unix)]
#[test]
fn only_the_owner_reads_the_key_file() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let directory = parent.path().join("antenne");
    Vault::create_demonstration(&directory, referent(1), "démonstration").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&directory), 0o700);
    assert_eq!(mode(&directory.join("keys.json")), 0o600);
}
