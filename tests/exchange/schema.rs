//! The published JSON Schema says what the program accepts: whoever has only the schema refuses the same shapes.

use std::collections::BTreeSet;

use jalon::exchange::bundle::SCHEMA;
use serde_json::Value;

use super::fixture::{small, whole_story};
use super::kinds;
use super::stored::{payload_of, stored};

#[test]
fn the_schema_is_a_valid_schema_of_draft_2020_12() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
}

#[test]
fn every_accepted_bundle_fits_the_schema() {
    for (name, bytes) in stored("accepted") {
        assert_fits(&name, &payload_of(&bytes).unwrap());
    }
    let story = whole_story();
    for first in 1..=story.entries.len() as u64 {
        assert_fits(&format!("from entry {first}"), &story.bundle(first).encode().unwrap());
    }
}

#[test]
fn faults_of_shape_do_not_fit_the_schema() {
    let mut shapes: BTreeSet<&str> = BTreeSet::from([
        "other-format",
        "epoch-zero",
        "member-unknown",
        "member-missing",
        "member-of-another-type",
        "member-null",
        "sequence-zero",
        "number-negative",
        "number-2-to-the-53",
        "lamport-2-to-the-53",
        "indicator-2-to-the-53",
        "min-reader-2",
        "kind-unknown",
        "digest-in-capitals",
        "digest-too-short",
        "id-in-capitals",
        "id-without-dashes",
        "instant-without-milliseconds",
        "instant-not-in-utc",
        "instant-that-is-none",
        "device-key-empty",
        "salt-without-body",
        "body-without-salt",
        "salt-in-capitals",
        "salt-too-short",
        "record-member-unknown",
        "record-member-left-out",
        "record-with-a-contact",
        "record-with-a-private-note",
        "record-with-a-panel-note",
    ]);
    let validator = validator();
    for (name, bytes) in stored("refused") {
        let (name, _) = name.split_once("__").unwrap();
        if shapes.remove(name) {
            let payload: Value = serde_json::from_slice(&payload_of(&bytes).unwrap()).unwrap();
            assert!(!validator.is_valid(&payload), "{name} fits the schema");
        }
    }
    assert_eq!(shapes, BTreeSet::new(), "no such faults");
}

/// Every definition is used by some bundle of the tests, every enumeration whole but for what no act of today gives.
#[test]
fn the_bundles_of_the_tests_have_every_member_that_the_schema_describes() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut described = BTreeSet::new();
    for definition in schema["$defs"].as_object().unwrap().values() {
        names(definition, &mut described);
    }
    let mut shown = BTreeSet::new();
    for bundle in [small(), whole_story().bundle(1)] {
        keys(&serde_json::from_slice(&bundle.encode().unwrap()).unwrap(), &mut shown);
    }
    for (_, bundle, _) in kinds::all() {
        keys(&serde_json::from_slice(&bundle.encode().unwrap()).unwrap(), &mut shown);
    }
    let missing: Vec<_> = described.difference(&shown).collect();
    // An import names the bundle that it follows from: what comes back from the Département.
    assert_eq!(missing, ["bundle"]);
}

/// Each kind, alone of what it is checked by, refuses the body of every other.
#[test]
fn no_body_fits_the_schema_under_another_kind() {
    let validator = validator();
    let all: Vec<Value> =
        kinds::all().iter().map(|(_, bundle, _)| serde_json::from_slice(&bundle.encode().unwrap()).unwrap()).collect();
    for (one, other) in all.iter().flat_map(|one| all.iter().map(move |other| (one, other))) {
        let mut mixed = one.clone();
        mixed["body"] = other["body"].clone();
        let fits = one["kind"] == other["kind"];
        assert_eq!(validator.is_valid(&mixed), fits, "{} as {}", other["kind"], one["kind"]);
    }
}

fn assert_fits(name: &str, payload: &[u8]) {
    let payload: Value = serde_json::from_slice(payload).unwrap();
    let faults: Vec<String> =
        validator().iter_errors(&payload).map(|error| format!("{} at {}", error, error.instance_path())).collect();
    assert!(faults.is_empty(), "{name}: {faults:#?}");
}

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&serde_json::from_str(SCHEMA).unwrap()).unwrap()
}

fn names(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                if name == "properties" {
                    found.extend(value.as_object().unwrap().keys().cloned());
                    value.as_object().unwrap().values().for_each(|value| names(value, found));
                } else {
                    names(value, found);
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            found.extend(members.keys().cloned());
            members.values().for_each(|value| keys(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
