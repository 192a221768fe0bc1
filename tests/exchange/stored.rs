//! The bundles kept under tests/bundles: each is still what the fixture makes, and gets what its name says.
//!
//! `JALON_WRITE_BUNDLES=1 cargo test stored` writes them again.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use jalon::exchange::{Role, Verified};

use super::{faults, kinds};

#[test]
fn every_stored_bundle_is_the_one_that_the_fixture_makes() {
    kept_as_made("accepted", &accepted());
    kept_as_made("refused", &refused());
}

/// Whether a folder holds exactly these files; with `JALON_WRITE_BUNDLES` it is made to.
pub fn kept_as_made(folder: &str, made: &BTreeMap<String, Vec<u8>>) {
    if std::env::var_os("JALON_WRITE_BUNDLES").is_some() {
        let directory = bundles().join(folder);
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).unwrap();
        for (name, bytes) in made {
            fs::write(directory.join(name), bytes).unwrap();
        }
    }
    let stored = stored(folder);
    let names = |bundles: &BTreeMap<String, Vec<u8>>| bundles.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&stored), names(made), "in {folder}");
    for (name, bytes) in made {
        assert!(stored[name] == *bytes, "{folder}/{name} is not what the fixture makes");
    }
}

#[test]
fn every_accepted_bundle_opens() {
    for (name, bytes) in stored("accepted") {
        let role = if name.starts_with("department-") { Role::Department } else { Role::Antenna };
        let opened = Verified::open(&bytes, Some(&kinds::key_of(role).public()));
        assert!(opened.is_ok(), "{name}: {:?}", opened.unwrap_err());
    }
}

#[test]
fn every_refused_bundle_gets_the_refusal_in_its_name() {
    let mut wrong = Vec::new();
    for (name, bytes) in stored("refused") {
        let expected = name.strip_suffix(".json").and_then(|name| name.split_once("__")).unwrap().1;
        let found = match Verified::open(&bytes, Some(&super::fixture::key().public())) {
            Ok(_) => "accepted",
            Err(error) => error.id().strip_prefix("exchange-").unwrap(),
        };
        if found != expected {
            wrong.push(format!("{name}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn accepted() -> BTreeMap<String, Vec<u8>> {
    let limits = faults::accepted_payloads().into_iter().map(|(name, bytes)| (format!("{name}.json"), bytes));
    limits.chain(kinds::named()).collect()
}

fn refused() -> BTreeMap<String, Vec<u8>> {
    let faults = faults::all();
    let count = faults.len();
    let named: BTreeMap<_, _> =
        faults.into_iter().map(|fault| (format!("{}__{}.json", fault.name, fault.refusal), fault.bytes)).collect();
    assert_eq!(named.len(), count, "two faults have one name");
    named
}

pub fn stored(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let listed = fs::read_dir(bundles().join(folder)).unwrap().map(|entry| entry.unwrap());
    listed.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

/// The payload of an envelope, whatever its signature is worth.
pub fn payload_of(bytes: &[u8]) -> Option<Vec<u8>> {
    use base64::Engine;
    let envelope: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    base64::engine::general_purpose::STANDARD.decode(envelope["payload"].as_str()?).ok()
}

fn bundles() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/bundles")
}
