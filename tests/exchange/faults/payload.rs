//! Faults of the payload under a valid signature of the antenna itself: a faulty or hostile program on the other side.

use super::super::fixture::{key, other_key, resealed, sealed, small, whole_story};
use super::{Made, with};

/// Payloads at the edge of what is accepted.
pub fn accepted_payloads() -> Vec<(&'static str, Vec<u8>)> {
    let text = String::from_utf8(small().encode().unwrap()).unwrap();
    vec![
        ("visit-with-a-private-note", sealed(&small())),
        ("every-part-of-a-record", sealed(&whole_story().bundle(1))),
        ("extension-not-critical", extended(&text, r#"{"critical":false,"value":{"free":[1,null,"\u00e9"]}}"#)),
        ("extension-as-deep-as-allowed", extended(&text, &nested(13))),
        ("largest-whole-number", resealed(with(&text, r#""epoch":1"#, r#""epoch":9007199254740991"#).as_bytes())),
    ]
}

pub fn faults() -> Vec<Made> {
    let text = String::from_utf8(small().encode().unwrap()).unwrap();
    let changed = |from: &str, to: &str| resealed(with(&text, from, to).as_bytes());
    let body = text.split_once(r#""body":"#).unwrap().1.rsplit_once(r#","extensions""#).unwrap().0;
    let bytes = |text: String| resealed(text.as_bytes());
    let mut faults: Vec<Made> = Vec::new();

    let mut refused = |refusal, name, bytes| faults.push((name, refusal, bytes));
    refused("not-a-bundle", "payload-empty", resealed(b""));
    refused("not-a-bundle", "payload-not-json", resealed("Bonjour à tous, ceci n’est pas du JSON.".as_bytes()));
    refused("not-a-bundle", "payload-not-utf-8", resealed(b"{\"format\":\"\xff\"}"));
    refused("not-a-bundle", "payload-empty-object", resealed(b"{}"));
    refused("not-a-bundle", "payload-an-array", bytes(format!("[{text}]")));
    refused("not-a-bundle", "payload-with-byte-order-mark", bytes(format!("\u{feff}{text}")));
    refused("not-a-bundle", "payload-twice", bytes(format!("{text}{text}")));
    refused("not-a-bundle", "payload-cut", resealed(&text.as_bytes()[..text.len() / 2]));
    refused("not-a-bundle", "other-format", changed("jalon-bundle", "jalon-sync"));
    refused("not-a-bundle", "member-unknown", changed(r#""epoch":1"#, r#""epoch":1,"priority":1"#));
    refused("not-a-bundle", "member-missing", changed(r#""epoch":1,"#, ""));
    refused("not-a-bundle", "member-doubled", changed(r#""epoch":1"#, r#""epoch":1,"epoch":0"#));
    refused("not-a-bundle", "body-doubled", changed(r#""extensions""#, &format!(r#""body":{body},"extensions""#)));
    refused("not-a-bundle", "member-of-another-type", changed(r#""epoch":1"#, r#""epoch":"0""#));
    refused("not-a-bundle", "member-null", changed(r#""epoch":1"#, r#""epoch":null"#));
    refused("not-a-bundle", "sequence-zero", changed(r#""sequence":2"#, r#""sequence":0"#));
    refused("not-a-bundle", "number-negative", changed(r#""epoch":1"#, r#""epoch":-1"#));
    refused("not-a-bundle", "number-minus-zero", changed(r#""epoch":1"#, r#""epoch":-0"#));
    refused("not-a-bundle", "number-with-a-leading-zero", changed(r#""epoch":1"#, r#""epoch":01"#));
    refused("not-a-bundle", "number-a-float", changed(r#""epoch":1"#, r#""epoch":1.0"#));
    refused("not-a-bundle", "number-with-an-exponent", changed(r#""epoch":1"#, r#""epoch":1e3"#));
    refused("not-a-bundle", "number-infinite", changed(r#""epoch":1"#, r#""epoch":1e999"#));
    refused("not-a-bundle", "number-not-a-number", changed(r#""epoch":1"#, r#""epoch":NaN"#));
    refused("not-a-bundle", "float-in-an-extension", extended(&text, r#"{"critical":false,"value":0.5}"#));
    refused("not-a-bundle", "infinite-in-an-extension", extended(&text, r#"{"critical":false,"value":1e999}"#));
    refused("not-a-bundle", "kind-unknown", changed(r#""kind":"activity""#, r#""kind":"gossip""#));
    refused("not-a-bundle", "digest-in-capitals", changed(&"ab".repeat(32), &"AB".repeat(32)));
    refused("not-a-bundle", "digest-too-short", changed(&"ab".repeat(32), &"ab".repeat(31)));
    refused("not-a-bundle", "instant-without-milliseconds", changed("15:04:05.678Z\",\"att", "15:04:05Z\",\"att"));
    refused("not-a-bundle", "instant-not-in-utc", changed("15:04:05.678Z\",\"att", "15:04:05.678+01:00\",\"att"));
    refused("not-a-bundle", "instant-that-is-none", changed("2026-03-12T15:04:05.678Z\",\"att", "\\u001b[2J\",\"att"));
    refused("not-a-bundle", "date-that-is-none", changed(r#""to":"2026-12-31""#, r#""to":"2026-02-29""#));

    refused("payload-not-canonical", "payload-with-a-space-at-the-start", bytes(format!(" {text}")));
    refused("payload-not-canonical", "payload-with-a-line-break-at-the-end", bytes(format!("{text}\n")));
    refused("payload-not-canonical", "payload-with-a-space-inside", changed(r#""epoch":1"#, r#""epoch": 1"#));
    refused("payload-not-canonical", "body-with-a-space-inside", changed(r#"{"entries":"#, r#"{ "entries":"#));
    refused(
        "payload-not-canonical",
        "extension-with-a-space-inside",
        extended(&text, r#"{"critical":false,"value":[ ]}"#),
    );
    let swapped = with(&with(&text, r#""epoch":1,"#, ""), r#""seen":0"#, r#""epoch":1,"seen":0"#);
    refused("payload-not-canonical", "payload-members-reordered", bytes(swapped));
    let moved =
        with(&text, &format!(r#""body":{body},"#), "").replace("{\"format\"", &format!("{{\"body\":{body},\"format\""));
    refused("payload-not-canonical", "body-first", bytes(moved));
    let indicators = r#""from":"2026-01-01","to":"2026-12-31""#;
    let reversed = r#""to":"2026-12-31","from":"2026-01-01""#;
    refused("payload-not-canonical", "body-members-reordered", changed(indicators, reversed));
    refused("payload-not-canonical", "record-member-unknown", changed(r#""contact":{}"#, r#""contact":{},"nir":"2""#));
    refused("payload-not-canonical", "record-member-left-out", changed(r#""stand_ins":[],"#, ""));
    refused("payload-not-canonical", "string-escaped-without-need", changed("jalon-bundle", "j\\u0061lon-bundle"));
    refused("payload-not-canonical", "solidus-escaped", changed(r#""stream":"melun""#, r#""stream":"melun\/1""#));
    refused(
        "payload-not-canonical",
        "id-in-capitals",
        changed(r#""device":{"replica":"d1d1d1d1-"#, r#""device":{"replica":"D1D1D1D1-"#),
    );
    refused(
        "payload-not-canonical",
        "id-without-dashes",
        changed(
            r#""device":{"replica":"d1d1d1d1-d1d1-d1d1-d1d1-d1d1d1d1d1d1""#,
            r#""device":{"replica":"d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1""#,
        ),
    );
    let named = |name: &str| format!(r#""{name}":{{"critical":false,"value":0}}"#);
    let extensions =
        |one: &str, two: &str| changed("extensions\":{}", &format!("extensions\":{{{},{}}}", named(one), named(two)));
    refused("payload-not-canonical", "extension-doubled", extensions("a", "a"));
    refused("payload-not-canonical", "extensions-reordered", extensions("b", "a"));

    refused("too-deep", "nested-10000-deep", resealed("[".repeat(10_000).as_bytes()));
    let deep = format!("{}{}", r#"{"a":"#.repeat(10_000), "}".repeat(10_000));
    refused("too-deep", "body-nested-10000-deep", bytes(text.replace(body, &deep)));
    refused("too-deep", "extension-one-level-too-deep", extended(&text, &nested(14)));

    refused("number-too-large", "number-2-to-the-53", changed(r#""epoch":1"#, r#""epoch":9007199254740992"#));
    refused("number-too-large", "number-2-to-the-64", changed(r#""epoch":1"#, r#""epoch":18446744073709551616"#));
    refused(
        "number-too-large",
        "number-of-400-digits",
        changed(r#""epoch":1"#, &format!(r#""epoch":{}"#, "9".repeat(400))),
    );
    refused("number-too-large", "number-too-small", changed(r#""epoch":1"#, r#""epoch":-9007199254740992"#));
    refused("number-too-large", "lamport-2-to-the-53", changed(r#""lamport":8"#, r#""lamport":9007199254740992"#));
    refused(
        "number-too-large",
        "indicator-2-to-the-53",
        changed(r#""encounters_held":1"#, r#""encounters_held":9007199254740992"#),
    );
    refused(
        "number-too-large",
        "extension-2-to-the-53",
        extended(&text, r#"{"critical":false,"value":[9007199254740992]}"#),
    );

    refused("newer-bundle", "min-reader-2", changed(r#""min_reader":1"#, r#""min_reader":2"#));
    let newer =
        text.replace(r#""min_reader":1"#, r#""min_reader":2"#).replace(r#""epoch":1"#, r#""epoch":1,"priority":1"#);
    refused("newer-bundle", "min-reader-2-with-a-member-of-its-own", bytes(newer));
    refused("unknown-extension", "extension-critical", extended(&text, r#"{"critical":true,"value":null}"#));
    for (name, kind) in [
        ("kind-panel-referral", "panel-referral"),
        ("kind-orientation-answer", "orientation-answer"),
        ("kind-receipt", "receipt"),
        ("kind-presence", "presence"),
    ] {
        refused("not-a-bundle", name, changed(r#""kind":"activity""#, &format!(r#""kind":"{kind}""#)));
    }
    for (name, kind) in [
        ("kind-orientation", "orientation"),
        ("kind-panel-decision", "panel-decision"),
        ("kind-supports", "supports"),
        ("kind-registry", "registry"),
    ] {
        refused("kind-not-allowed", name, changed(r#""kind":"activity""#, &format!(r#""kind":"{kind}""#)));
    }
    let to = r#""to":{"role":"department""#;
    refused("kind-not-allowed", "to-an-antenna", changed(to, r#""to":{"role":"antenna""#));
    refused("not-a-bundle", "epoch-zero", changed(r#""epoch":1"#, r#""epoch":0"#));
    let (own, other) = (key().public().id(), other_key().public().id());
    refused("device-mismatch", "device-key-of-another", changed(&own, &other));
    refused("device-mismatch", "device-key-empty", changed(&own, ""));
    faults
}

/// The payload with one extension.
fn extended(text: &str, extension: &str) -> Vec<u8> {
    resealed(with(text, r#""extensions":{}"#, &format!(r#""extensions":{{"x":{extension}}}"#)).as_bytes())
}

/// An extension whose value has this many arrays, three levels below the payload's own.
fn nested(levels: usize) -> String {
    format!(r#"{{"critical":false,"value":{}{}}}"#, "[".repeat(levels), "]".repeat(levels))
}
