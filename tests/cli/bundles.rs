//! `jalon export`, `verify`, `show`, `schema`: bundles sealed, verified without a store, refused when a byte differs.

use std::fs;
use std::path::Path;

use super::{Place, done};

#[test]
fn a_bundle_is_previewed_sealed_verified_shown_and_written_again() {
    let place = Place::made_up(5);
    let preview = done(place.run(&["export", "--preview"]));
    assert!(preview.contains("DIALLO Mariam"), "{preview}");
    let out = place.path("out");
    fs::create_dir(&out).unwrap();
    let out = out.display().to_string();
    let path = done(place.run(&["export", "--out", &out])).trim().to_owned();
    let bytes = fs::read(&path).unwrap();
    let key = Path::new(&out).join("antenne-de-melun.pem").display().to_string();
    assert!(done(place.run(&["verify", &path, "--key", &key])).contains("signé par la clé indiquée"));
    assert!(done(place.run(&["verify", &path])).contains("dont cette base connaît la clé"));
    assert!(done(Place::empty().run_with(&[], &["verify", &path])).contains("rien ne prouve encore qui l’a signé"));
    let shown: serde_json::Value = serde_json::from_str(&done(place.run(&["show", &path]))).unwrap();
    assert_eq!(shown.pointer("/sequence").unwrap(), 1);
    fs::remove_file(&path).unwrap();
    let again = place.run(&["export", "--again", "1", "--out", &out]);
    assert!(again.code == 0 && again.err.contains("n’est pas chiffré"), "{again:?}");
    assert!(fs::read(&path).unwrap() == bytes, "the very same bytes");
    place.refuses(&["export", "--out", &out], "transmettre");
    place.refuses(&["export", "--again", "7", "--out", &out], "7");
}

#[test]
fn a_file_in_the_way_of_a_bundle_is_not_overwritten() {
    let place = Place::made_up(2);
    let precious = place.write("antenne-de-melun-0001.json", "autre chose");
    let said = place.run(&["export"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert_eq!(fs::read_to_string(precious).unwrap(), "autre chose");
    assert!(done(place.run(&["export", "--preview"])).contains("n° 1"), "nothing was sealed");
}

#[test]
fn a_directory_that_does_not_exist_gets_no_bundle_and_costs_no_number() {
    let place = Place::made_up(2);
    // The first export makes this device's signing key.
    done(place.run(&["export"]));
    let file = place.write("acts.jsonl", r#"{"family":"1000001","act":"record_contact","telephone":"06 39 98 00 00"}"#);
    done(place.run(&["record", &file]));
    place.refuses(&["export", "--out", "nulle/part"], "nulle/part/antenne-de-melun.pem n’existe pas");
    assert!(done(place.run(&["export"])).contains("-0002.json"));
}

#[test]
fn the_schemas_are_schemas() {
    let place = Place::empty();
    for what in ["bundle", "act"] {
        let schema: serde_json::Value = serde_json::from_str(&done(place.run_with(&[], &["schema", what]))).unwrap();
        assert_eq!(schema.pointer("/$schema").unwrap(), "https://json-schema.org/draft/2020-12/schema", "{what}");
    }
}

#[test]
fn every_bundle_kept_as_refused_is_refused_with_a_sentence_and_without_a_store() {
    let place = Place::empty();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bundles/refused");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let paths: Vec<_> = files.iter().map(|path| path.display().to_string()).collect();
    let mut arguments = vec!["verify"];
    arguments.extend(paths.iter().map(String::as_str));
    let said = place.run_with(&[], &arguments);
    assert_eq!(said.code, 1);
    assert_eq!(said.out, "", "none is valid");
    for path in &paths {
        assert!(said.err.contains(path.as_str()), "{path}");
    }
    let said = place.run_with(&[], &["show", &paths[0]]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
}

/// A kept bundle with this fault is refused by `verify` and by `show`, with the sentence that names it.
#[track_caller]
fn refused(fault: &str, sentence: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bundles/refused").join(fault).with_extension("json");
    let place = Place::empty();
    let copy = place.path("lot.json");
    fs::copy(file, &copy).unwrap();
    for command in ["verify", "show"] {
        place.refuses(&[command, "lot.json"], sentence);
    }
}

#[test]
fn a_bundle_with_a_bit_flipped_is_refused() {
    refused("signature-bit-flipped__bad-signature", "signature");
}

#[test]
fn a_bundle_with_members_reordered_is_refused() {
    refused("members-reordered__not-an-envelope", "modifié");
    refused("body-members-reordered__payload-not-canonical", "forme prévue");
}

#[test]
fn a_bundle_with_a_member_doubled_is_refused() {
    refused("payload-doubled__not-an-envelope", "modifié");
    refused("member-doubled__not-a-bundle", "lot");
}

#[test]
fn a_bundle_with_bytes_at_the_end_is_refused() {
    refused("bytes-at-the-end__not-an-envelope", "modifié");
}

#[test]
fn a_bundle_with_a_huge_number_is_refused() {
    refused("number-of-400-digits__number-too-large", "nombre");
}

#[test]
fn a_bundle_nested_10_000_deep_is_refused() {
    refused("nested-10000-deep__too-deep", "imbriqué");
}

#[test]
fn a_bundle_cut_short_is_refused() {
    refused("cut-in-the-middle__not-an-envelope", "modifié");
}

#[test]
fn a_bundle_signed_by_another_key_than_the_one_given_is_refused() {
    let place = Place::made_up(1);
    let bundle = done(place.run(&["export"])).trim().to_owned();
    let elsewhere = Place::made_up(1);
    done(elsewhere.run(&["export"]));
    let key = elsewhere.path("antenne-de-melun.pem").display().to_string();
    place.refuses(&["verify", &bundle, "--key", &key], "clé");
    place.refuses(&["verify", &bundle, "--key", &bundle], "n’est pas une clé publique");
    place.refuses(&["verify", &bundle, "--key", "nulle-part.pem"], "nulle-part.pem n’existe pas");
}

#[test]
fn a_missing_bundle_is_named() {
    for command in ["verify", "show"] {
        Place::empty().refuses(&[command, "nulle-part.json"], "nulle-part.json n’existe pas");
    }
}

#[test]
fn among_several_bundles_the_refused_one_is_named_and_the_others_are_verified() {
    let place = Place::made_up(1);
    let bundle = done(place.run(&["export"])).trim().to_owned();
    place.write("autre.json", "mes courses");
    let said = place.run(&["verify", "autre.json", &bundle]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.starts_with("autre.json\u{a0}: ") && said.out.contains(&bundle), "{said:?}");
}
