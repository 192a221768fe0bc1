//! The signature checked by others' tools, from the file and the format's description alone.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jalon::exchange::{DecryptionKey, SigningKey, encryption};
use serde_json::Value;
use zeroize::Zeroizing;

use super::fixture::{key, sealed, small, whole_story};

#[test]
fn openssl_accepts_a_bundle_and_refuses_it_with_a_bit_flipped() {
    let Some(help) = run(Command::new("openssl").args(["pkeyutl", "-help"]), "openssl is not installed") else {
        return;
    };
    if !String::from_utf8_lossy(&[help.stdout, help.stderr].concat()).contains("-rawin") {
        return eprintln!("skipped: this openssl cannot check Ed25519 (no pkeyutl -rawin)");
    }
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("key.pem"), key().public().to_pem()).unwrap();
    for bundle in [small(), whole_story().bundle(1)] {
        let (signed, signature) = taken_apart(&sealed(&bundle));
        assert!(openssl(directory.path(), &signed, &signature), "a good signature");
        for position in [0, signed.len() / 2, signed.len() - 1] {
            let mut flipped = signed.clone();
            flipped[position] ^= 1;
            assert!(!openssl(directory.path(), &flipped, &signature), "a bit flipped in byte {position}");
        }
        let mut flipped = signature.clone();
        flipped[40] ^= 1;
        assert!(!openssl(directory.path(), &signed, &flipped), "a bit flipped in the signature");
    }
}

#[test]
fn python_accepts_a_bundle_from_its_file_alone_and_refuses_it_with_a_bit_flipped() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("bundle.json");
    for bundle in [small(), whole_story().bundle(1)] {
        let bytes = sealed(&bundle);
        let Some(checked) = python(&path, &bytes) else { return };
        assert!(checked.status.success(), "{checked:?}");
        let said = format!("signed by {}", key().public().id());
        assert_eq!(String::from_utf8_lossy(&checked.stdout).trim(), said);
        // From one base64 letter to another: the file stays well-formed, what it says changes.
        let mut altered = bytes.clone();
        let middle = bytes.len() / 2;
        altered[middle] = if bytes[middle] == b'A' { b'B' } else { b'A' };
        assert_eq!(python(&path, &altered).unwrap().status.code(), Some(1));
    }
}

/// A way to decrypt and verify a bundle with nothing of ours.
struct Tool {
    program: &'static str,
    script: &'static str,
}

const TOOLS: [Tool; 3] = [
    Tool { program: "bash", script: "unseal.sh" },
    Tool { program: "python3", script: "unseal.py" },
    Tool { program: "node", script: "unseal.mjs" },
];

#[test]
fn others_tools_decrypt_and_verify_a_bundle_and_refuse_what_is_altered_or_of_others() {
    let directory = tempfile::tempdir().unwrap();
    let place = |name: &str, bytes: &[u8]| {
        let path = directory.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let (reader, other) = (DecryptionKey::generate(), DecryptionKey::generate());
    let bundle = whole_story().bundle(1);
    let envelope = sealed(&bundle);
    let file = encryption::encrypt(&envelope, &[&reader.public()]).unwrap();
    let good = place("lot.json.age", &file);
    let identity = place("identite", reader.to_text().as_bytes());
    let sender = place("cle.pem", key().public().to_pem().as_bytes());
    let elses = SigningKey::from_seed(&Zeroizing::new([3; 32])).public();
    let flipped = |at: usize| {
        let mut altered = file.clone();
        altered[at] ^= 1;
        altered
    };
    let mut signed = envelope.clone();
    let middle = envelope.len() / 2;
    signed[middle] = if envelope[middle] == b'A' { b'B' } else { b'A' };
    let altered = encryption::encrypt(&signed, &[&reader.public()]).unwrap();
    let bad = [
        ("a bit flipped in the header", place("1", &flipped(40)), identity.clone(), sender.clone()),
        ("a bit flipped in the body", place("2", &flipped(file.len() - 40)), identity.clone(), sender.clone()),
        ("cut short", place("3", &file[..file.len() - 1]), identity.clone(), sender.clone()),
        ("altered, then encrypted", place("4", &altered), identity.clone(), sender.clone()),
        ("to somebody else", good.clone(), place("5", other.to_text().as_bytes()), sender.clone()),
        ("by somebody else", good.clone(), identity.clone(), place("6", elses.to_pem().as_bytes())),
    ];
    for tool in &TOOLS {
        let Some(read) = tool.run(&good, &identity, &sender) else { continue };
        assert!(read.status.success(), "{}: {read:?}", tool.script);
        assert_eq!(read.stdout, bundle.encode().unwrap(), "{} reads what was signed", tool.script);
        for (fault, file, identity, key) in &bad {
            let refused = tool.run(file, identity, key).unwrap();
            assert_eq!(refused.status.code(), Some(1), "{}: {fault}", tool.script);
            assert!(refused.stdout.is_empty(), "{}: {fault}", tool.script);
        }
    }
}

impl Tool {
    fn run(&self, file: &Path, identity: &Path, key: &Path) -> Option<Output> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exchange/unseal").join(self.script);
        let mut command = Command::new(self.program);
        command.arg(script).args([file, identity, key]);
        let output = run(&mut command, &format!("{} is not installed", self.program))?;
        if output.status.code() == Some(3) {
            eprintln!("skipped: {} lacks what it needs", self.script);
            return None;
        }
        Some(output)
    }
}

/// What is signed, and the signature, from the envelope's JSON: written here from the description of DSSE, not from our code.
fn taken_apart(bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let envelope: Value = serde_json::from_slice(bytes).unwrap();
    let kind = envelope["payloadType"].as_str().unwrap();
    let payload = STANDARD.decode(envelope["payload"].as_str().unwrap()).unwrap();
    let signature = STANDARD.decode(envelope["signatures"][0]["sig"].as_str().unwrap()).unwrap();
    let mut signed = format!("DSSEv1 {} {kind} {} ", kind.len(), payload.len()).into_bytes();
    signed.extend(payload);
    (signed, signature)
}

fn openssl(directory: &Path, signed: &[u8], signature: &[u8]) -> bool {
    fs::write(directory.join("pae.bin"), signed).unwrap();
    fs::write(directory.join("sig.bin"), signature).unwrap();
    let mut command = Command::new("openssl");
    command.current_dir(directory).args(["pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "key.pem"]);
    command.args(["-sigfile", "sig.bin", "-in", "pae.bin"]);
    run(&mut command, "openssl is not installed").is_some_and(|output| output.status.success())
}

fn python(path: &Path, bytes: &[u8]) -> Option<Output> {
    fs::write(path, bytes).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exchange/verify.py");
    let output = run(Command::new("python3").arg(script).arg(path), "python3 is not installed")?;
    if output.status.code() == Some(3) {
        eprintln!("skipped: python3 has no `cryptography`");
        return None;
    }
    Some(output)
}

/// Runs a tool; says why not when there is none.
fn run(command: &mut Command, missing: &str) -> Option<Output> {
    match command.output() {
        Ok(output) => Some(output),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("skipped: {missing}");
            None
        }
        Err(error) => panic!("{error}"),
    }
}
