//! `jalon export`, `verify`, `show`, `schema`: bundles and their formats.

use std::collections::BTreeMap;
use std::io::Read;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::{fs, iter, thread};

use chrono::DateTime;
use clap::{Args, ValueEnum};

use super::output::{self, Failure};
use super::{Common, session};
use crate::app::{AccessKind, ByKind, Exported, Preview, Signers, access, read_file};
use crate::base::locale::{Catalog, Fact};
use crate::exchange::{DecryptionKey, ExchangeError, PublicKey, Trust, Verified, bundle, encryption};

#[derive(Args)]
pub(crate) struct Export {
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long)]
    pub(super) preview: bool,
    #[arg(long, value_name = "N", conflicts_with = "preview")]
    again: Option<u64>,
    #[arg(long, conflicts_with_all = ["preview", "again"])]
    presence: bool,
}

#[derive(Args)]
pub(crate) struct Verify {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Show {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Args)]
pub(crate) struct Schema {
    #[arg(value_name = "bundle|act")]
    what: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Bundle,
    Act,
}

/// Columns of a terminal that everybody has.
const PAGE: usize = 80;

/// Bundles that are checked at one time: each takes some tens of megabytes, whatever the processors.
const MOST_TOGETHER: usize = 4;

/// The schema of the lines of `jalon record`.
pub(crate) const ACT_SCHEMA: &str = include_str!("../../assets/schema/act-v1.schema.json");

pub(crate) fn export(common: &Common, export: &Export, catalog: &Catalog) -> Result<ExitCode, Failure> {
    if export.preview {
        let app = session::open_to_read(common, catalog)?;
        let refused = app.refused_families()?;
        let preview = app.preview_export();
        preview.iter().for_each(|preview| output::print(&previewed(preview, catalog)));
        super::family::tell_refused(refused.iter().map(|(_, part)| part), catalog);
        preview?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut app = session::open(common, catalog)?;
    let out = export.out.clone().unwrap_or_else(|| PathBuf::from("."));
    app.note_access(AccessKind::Export, None);
    match export.again {
        _ if export.presence => output::print(&app.export_presence(&out)?.path.display().to_string()),
        Some(sequence) => {
            let path = app.export_again(sequence, &out)?;
            // Sealed before the enrolment, it stays as it was sealed.
            if path.extension().is_none_or(|end| end != "age") {
                output::say(&catalog.text("cli-not-encrypted"));
            }
            output::print(&path.display().to_string());
        }
        // What does not fit in one bundle goes with the next ones.
        None => app.export_all(&out, |exported| tell(exported, catalog))?,
    }
    app.close()?;
    Ok(ExitCode::SUCCESS)
}

/// Says what a bundle carries, and where its file is; with the last one, how all are read.
fn tell(exported: &Exported, catalog: &Catalog) {
    let count = |count: usize| Fact::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let facts = [
        ("sequence", Fact::from(exported.sequence)),
        ("entries", count(exported.entries)),
        ("families", count(exported.families)),
        ("key", Fact::from(exported.key_path.display().to_string())),
        ("fingerprint", Fact::from(exported.fingerprint.as_str())),
    ];
    output::say(&catalog.text_with("cli-exported", &facts));
    match exported.is_encrypted {
        true if exported.remaining > 0 => {}
        true => output::say(&catalog.text("cli-encrypted")),
        false => output::say(&catalog.text("cli-not-encrypted")),
    }
    if exported.remaining == 0 {
        output::say(&catalog.text_with("cli-exported-key", &facts));
    }
    output::print(&exported.path.display().to_string());
    for path in &exported.beside {
        output::print(&path.display().to_string());
    }
}

pub(crate) fn verify(common: &Common, verify: &Verify, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let key = match &verify.key {
        Some(path) => {
            let text = fs::read_to_string(path).map_err(|error| Failure::file(path, &error))?;
            Some(PublicKey::from_pem(&text)?)
        }
        None => None,
    };
    let mut refused = false;
    let (reading, signers) = known_keys(common, &verify.files, key.is_none(), catalog)?.unzip();
    let keys = Keys { signing: key, reading: reading.flatten(), signers };
    check_all(&verify.files, &keys, |path, checked| match checked {
        Ok((id, facts)) => output::print(&catalog.text_with(id, &facts)),
        Err(failure) => {
            refused = true;
            let (text, hint) = output::explain(&failure, catalog);
            // Of several bundles, which one; a file that cannot be read is named already.
            let named = matches!(failure, Failure::File(..));
            let facts = [("path", Fact::from(path.display().to_string())), ("fault", Fact::from(text.as_str()))];
            output::say(&if named { text } else { catalog.text_with("cli-bundle-refused", &facts) });
            if let Some(hint) = hint {
                output::say(&hint);
            }
        }
    });
    Ok(ExitCode::from(u8::from(refused)))
}

/// What a message says: its id and its facts.
type Said = (&'static str, [(&'static str, Fact); 6]);

/// Checks bundles side by side, and tells of each in their order.
fn check_all(files: &[PathBuf], keys: &Keys, mut told: impl FnMut(&Path, Result<Said, Failure>)) {
    let together = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_TOGETHER);
    let next = &AtomicUsize::new(0);
    let (checks, checked) = mpsc::channel();
    thread::scope(|scope| {
        // Each worker has a sender and nobody else: when the last one is gone, so is the wait.
        for checks in iter::repeat_n(checks, together) {
            scope.spawn(move || {
                let waiting = iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
                for (at, path) in waiting.map_while(|at| Some((at, files.get(at)?))) {
                    let _ = checks.send((at, check(path, keys)));
                }
            });
        }
        let mut early = BTreeMap::new();
        for (at, path) in files.iter().enumerate() {
            let mut found = early.remove(&at);
            while found.is_none()
                && let Ok((other, check)) = checked.recv()
            {
                early.insert(other, check);
                found = early.remove(&at);
            }
            found.into_iter().for_each(|check| told(path, check));
        }
    });
}

fn check(path: &Path, keys: &Keys) -> Result<Said, Failure> {
    let verified = Verified::open_there(read(path, keys.reading.as_ref())?, keys.signing.as_ref())?;
    let bundle = verified.bundle();
    let signers = keys.signers.as_ref().filter(|_| verified.trust() == Trust::Unknown);
    let signer = signers.map(|signers| signers.name_of(bundle)).transpose()?.flatten();
    let id = match (verified.trust(), &signer) {
        (Trust::Known, _) => "cli-verified",
        (Trust::Unknown, Some(_)) => "cli-verified-by-store",
        (Trust::Unknown, None) => "cli-verified-unknown-key",
    };
    let facts = [
        ("path", Fact::from(path.display().to_string())),
        ("sequence", Fact::from(bundle.sequence)),
        ("antenna", Fact::from(signer.as_deref().unwrap_or(&bundle.from.name))),
        ("created", day(&bundle.created_at)),
        ("entries", Fact::from(verified.entries().len() as u64)),
        ("fingerprint", Fact::from(verified.key().fingerprint())),
    ];
    Ok((id, facts))
}

pub(crate) fn show(common: &Common, show: &Show, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let (reading, _) = known_keys(common, std::slice::from_ref(&show.file), false, catalog)?.unzip();
    let reading = reading.flatten();
    let verified = Verified::open_there(read(&show.file, reading.as_ref())?, None)?;
    let unreadable = |_| Failure::from(crate::exchange::ExchangeError::Unreadable {});
    let payload: Box<serde_json::value::RawValue> = serde_json::from_slice(verified.payload()).map_err(unreadable)?;
    let tree: serde_json::Value = serde_json::from_str(payload.get()).map_err(unreadable)?;
    output::print(&serde_json::to_string_pretty(&tree).map_err(unreadable)?);
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn schema(schema: &Schema) -> Result<ExitCode, Failure> {
    output::print_raw(match schema.what {
        Format::Bundle => bundle::SCHEMA,
        Format::Act => ACT_SCHEMA,
    });
    Ok(ExitCode::SUCCESS)
}

/// The day of an instant such as `2026-11-23T13:02:54.566Z`, as a person reads it.
fn day(instant: &str) -> Fact {
    DateTime::parse_from_rfc3339(instant).map_or_else(|_| Fact::from(instant), |at| Fact::from(at.date_naive()))
}

/// With what bundles are checked: the key that is to have signed them, the one that they are encrypted to, and whom the store knows.
struct Keys {
    signing: Option<PublicKey>,
    reading: Option<DecryptionKey>,
    signers: Option<Signers>,
}

/// What the store knows, which it takes for a file that is encrypted, or to tell who signed: nobody is asked for a passphrase, one
/// that is given opens it.
fn known_keys(
    common: &Common,
    files: &[PathBuf],
    tells_signer: bool,
    catalog: &Catalog,
) -> Result<Option<(Option<DecryptionKey>, Signers)>, Failure> {
    let begins = |path: &PathBuf| {
        let mut bytes = Vec::new();
        let read = fs::File::open(path).and_then(|file| file.take(64).read_to_end(&mut bytes));
        read.is_ok() && encryption::is_encrypted(&bytes)
    };
    let door = access::door(&session::directory(common)?);
    let opens = door.is_ok_and(|door| door.demonstration || common.passphrase_file.is_some());
    if !opens || !(tells_signer || files.iter().any(begins)) {
        return Ok(None);
    }
    let app = session::open_any(common, catalog)?;
    let known = (app.decryption_key()?, app.signers()?);
    app.close()?;
    Ok(Some(known))
}

fn read(path: &Path, key: Option<&DecryptionKey>) -> Result<Vec<u8>, Failure> {
    let bytes = read_file(path)?;
    match key {
        _ if !encryption::is_encrypted(&bytes) => Ok(bytes),
        Some(key) => Ok(encryption::decrypt(&bytes, key)?),
        None => Err(ExchangeError::IsEncrypted {}.into()),
    }
}

/// What leaves and what stays, family by family.
fn previewed(preview: &Preview, catalog: &Catalog) -> String {
    let entries = i64::try_from(preview.entries).unwrap_or(i64::MAX);
    let facts = [
        ("sequence", Fact::from(preview.sequence)),
        ("entries", Fact::Number(entries)),
        ("remaining", Fact::from(preview.remaining)),
    ];
    let mut lines = vec![catalog.text_with("cli-preview", &facts)];
    let beside = preview.beside().into_iter().map(|(id, count)| catalog.text_with(id, &[("count", Fact::from(count))]));
    lines.extend(beside);
    let antenna = catalog.text("cli-antenna-itself");
    let nothing = ByKind::new();
    let families = preview.families.iter().map(|family| (family.name.as_str(), &family.counted, &family.for_panel));
    for (name, counted, for_panel) in [(antenna.as_ref(), &preview.antenna, &nothing)].into_iter().chain(families) {
        if counted.leaving.is_empty() && counted.staying.is_empty() && for_panel.is_empty() {
            continue;
        }
        lines.extend([String::new(), name.to_owned()]);
        let parts = [("cli-leaves", &counted.leaving), ("cli-for-panel", for_panel), ("cli-stays", &counted.staying)];
        for (id, counts) in parts {
            let kind = |(kind, count): (&&str, &u64)| format!("{} × {count}", catalog.text(&format!("event-{kind}")));
            if !counts.is_empty() {
                lines.push(format!("  {}", catalog.text(id)));
                lines.extend(filled(counts.iter().map(kind)));
            }
        }
    }
    lines.join("\n")
}

/// The items one after the other, on lines that fit a terminal; an item is never cut.
fn filled(items: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if line.chars().count() + item.chars().count() + 2 < PAGE => {
                line.push_str(", ");
                line.push_str(&item);
            }
            Some(_) | None => lines.push(format!("    {item}")),
        }
    }
    lines
}
