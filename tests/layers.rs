//! The layers: reads `src/` and fails on an import that breaks the table of `lib.rs`.
//!
//! It looks at paths, not at types: what a layer re-exports on purpose is its own.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer and those that it may name. `exchange` names `journal` because a bundle carries journal entries; `cli`
/// names `exchange` because `verify` and `show` read files without a store, `report` because it prints, `tui` because it starts it.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("domain", &["base"]),
    ("journal", &["domain", "base"]),
    ("store", &["journal", "domain", "base"]),
    ("exchange", &["journal", "domain", "base"]),
    ("report", &["domain", "base"]),
    ("app", &["store", "exchange", "report", "journal", "domain", "base"]),
    ("tui", &["app", "domain", "base"]),
    ("cli", &["app", "exchange", "report", "tui", "domain", "base"]),
    ("main", &["cli"]),
    ("lib", &[]),
];

/// Crates that one layer alone may name.
const ONLY_IN: &[(&str, &str)] = &[
    ("rusqlite", "store"),
    ("ed25519_dalek", "exchange"),
    ("ratatui", "tui"),
    ("ratatui_textarea", "tui"),
    ("crossterm", "tui"),
    ("fluent_bundle", "base"),
];

/// The layers without input, output, clock or chance, and what would give them one.
const PURE: &[&str] = &["domain", "journal"];
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::io",
    "std::time",
    "rand",
    "libc",
    "chrono::Local",
    "chrono::Utc::now",
    "Utc::now",
    "Local::now",
    "Uuid::now_v7",
    "Uuid::new_v4",
    "uuid::Uuid::now_v7",
    "base::clock",
];

#[derive(Debug, PartialEq, Eq)]
struct Breach {
    file: String,
    line: usize,
    layer: String,
    path: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/{}:{}: {} may not name {}", self.file, self.line, self.layer, self.path)
    }
}

#[test]
fn nothing_points_up_and_siblings_do_not_meet() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&root);
    assert!(files.len() > 20, "src/ was not read");
    let breaches: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let name = file.strip_prefix(&root).expect("under src").to_string_lossy().replace('\\', "/");
            breaches(&name, &fs::read_to_string(file).expect("readable source"))
        })
        .map(|breach| breach.to_string())
        .collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn a_forbidden_import_is_caught_however_it_is_written() {
    for (file, source, path) in [
        ("base/id.rs", "use crate::domain::Scene;", "domain"),
        ("domain.rs", "use crate::{base::id::FamilyId, store::Vault};", "store"),
        ("domain/exit.rs", "use crate::{base::{id, calendar as c}, journal::{entry::{Entry}}};", "journal"),
        ("store/vault.rs", "fn f() { crate::exchange::seal() }", "exchange"),
        ("store/vault.rs", "use super::super::exchange::envelope;", "exchange"),
        ("store.rs", "use super::app::App;", "app"),
        ("store.rs", "mod tests { use super::super::app::App; }", "app"),
        ("report/table.rs", "fn f(e: &crate :: journal\n:: Entry) {}", "journal"),
        ("tui/ui.rs", "pub(crate) use crate::store::Rows as R;", "store"),
        ("cli/verify.rs", "type T = Vec<crate::journal::Entry>;", "journal"),
        ("main.rs", "use jalon::store;", "store"),
        ("app/execute.rs", "macro_rules! m { () => { $crate::tui::run() } }", "tui"),
        ("app.rs", "use rusqlite::Connection;", "rusqlite"),
        ("tui/frame.rs", "fn f(c: &::rusqlite::Connection) {}", "rusqlite"),
        ("store.rs", "extern crate ed25519_dalek;", "ed25519_dalek"),
        ("cli.rs", "use {std::fs, crossterm::{event::{Event}}};", "crossterm"),
        ("domain.rs", "let now = chrono::Utc::now();", "chrono::Utc::now"),
        ("journal/entry.rs", "use std::{fmt, fs::File};", "std::fs"),
        ("domain.rs", "use crate::base::clock::Clock;", "base::clock"),
        ("unheard_of.rs", "fn f() {}", "a layer that is not in the table"),
    ] {
        let found: Vec<String> = breaches(file, source).into_iter().map(|breach| breach.path).collect();
        assert_eq!(found, [path], "{file}: {source}");
    }
}

#[test]
fn an_allowed_import_is_not_caught() {
    for (file, source) in [
        ("domain/exit.rs", "use super::family::FamilyRecord; use crate::base::{calendar, id::FamilyId};"),
        ("domain/exit.rs", "use crate::domain::contract::Contract;"),
        ("store/vault.rs", "use super::journal; use rusqlite::{Connection, params};"),
        ("cli.rs", "mod report; mod tests { use super::report::run; }"),
        ("cli/verify.rs", "use crate::{app::App, exchange::Verified};"),
        (
            "base/id.rs",
            "// use crate::domain::Scene;\n/* crate::store /* nested */ crate::app */ const A: &str = \"crate::app\";",
        ),
        (
            "base/id.rs",
            "const A: &str = r#\"crate::app \" x\"#; const B: char = '\"'; fn f<'a>(x: &'a str) {} // crate::app",
        ),
        ("domain.rs", "//! [`crate::store`] and rusqlite\nfn rand_like() {}"),
        ("app.rs", "struct S { store: Store } fn f(s: S) { s.store.open() }"),
        ("lib.rs", "pub mod app; pub mod base;"),
    ] {
        assert_eq!(breaches(file, source), [], "{file}: {source}");
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("readable folder") {
        let path = entry.expect("readable entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// What a file of `src/` names against the tables, once per path.
fn breaches(file: &str, source: &str) -> Vec<Breach> {
    let modules: Vec<&str> = file.trim_end_matches(".rs").split('/').collect();
    let layer = modules[0];
    let breach =
        |line, path: &str| Breach { file: file.to_owned(), line, layer: layer.to_owned(), path: path.to_owned() };
    let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == layer) else {
        return vec![breach(1, "a layer that is not in the table")];
    };
    let mut found = Vec::new();
    for Named { line, path, depth } in named(&tokens(source)) {
        let parts: Vec<&str> = path.iter().map(String::as_str).collect();
        let climbed = parts.iter().take_while(|part| **part == "super").count();
        let inside = match parts.as_slice() {
            ["crate" | "jalon", inside @ ..] => Some(inside),
            // Past the file's own modules and those written inside it, `super` is the crate.
            parts if climbed > 0 && climbed >= modules.len() + depth => parts.get(climbed..),
            _ => None,
        };
        if let Some([other, ..]) = inside
            && *other != layer
            && MAY_NAME.iter().any(|(name, _)| name == other)
            && !allowed.contains(other)
        {
            found.push(breach(line, other));
        }
        for (name, owner) in ONLY_IN {
            if parts.first() == Some(name) && layer != *owner {
                found.push(breach(line, name));
            }
        }
        if PURE.contains(&layer) {
            let plain = inside.unwrap_or(&parts).join("::");
            let impure = IMPURE.iter().find(|impure| {
                plain.strip_prefix(**impure).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
            });
            found.extend(impure.map(|impure| breach(line, impure)));
        }
    }
    found
}

/// A path as written, group by group, and the number of modules written around it in its file.
struct Named {
    line: usize,
    path: Vec<String>,
    depth: usize,
}

/// Every path of two parts or more, every used name, every extern crate.
fn named(tokens: &[(usize, String)]) -> Vec<Named> {
    let mut found = Vec::new();
    // For each open brace, whether it opens a module.
    let mut braces: Vec<bool> = Vec::new();
    let mut at = 0;
    let text = |at: usize| tokens.get(at).map_or("", |(_, token)| token.as_str());
    while at < tokens.len() {
        let depth = braces.iter().filter(|module| **module).count();
        let used =
            at > 0 && matches!(text(at - 1), "use") || at > 1 && text(at - 2) == "extern" && text(at - 1) == "crate";
        match text(at) {
            "{" if !used => braces.push(at > 1 && text(at - 2) == "mod"),
            "}" => {
                braces.pop();
            }
            token if used || (is_name(token) && text(at + 1) == "::") || token == "::" => {
                let end = tree(tokens, at, &mut Vec::new(), &mut |line, path| {
                    if path.len() > 1 || used {
                        found.push(Named { line, path: path.to_vec(), depth });
                    }
                });
                at = end.max(at + 1);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Walks one path or use tree from `at`; tells each whole path; gives the place after it.
fn tree(
    tokens: &[(usize, String)],
    mut at: usize,
    prefix: &mut Vec<String>,
    tell: &mut impl FnMut(usize, &[String]),
) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |(_, token)| token.as_str());
    let line = tokens.get(at).map_or(0, |(line, _)| *line);
    let length = prefix.len();
    loop {
        match text(at) {
            "::" => at += 1,
            "{" => {
                at += 1;
                while at < tokens.len() && text(at) != "}" {
                    let before = at;
                    at = tree(tokens, at, prefix, tell);
                    while at < tokens.len() && !matches!(text(at), "," | "}") {
                        at += 1; // `as name`
                    }
                    if text(at) == "," {
                        at += 1;
                    }
                    at = at.max(before + 1);
                }
                prefix.truncate(length);
                return at + 1;
            }
            token if is_name(token) || token == "*" => {
                prefix.push(token.to_owned());
                at += 1;
                if text(at) != "::" {
                    break;
                }
            }
            // Turbofish: the path ends, what is inside the angle brackets is read as its own.
            _ => break,
        }
    }
    tell(line, prefix);
    prefix.truncate(length);
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names, `::` and single signs with their line; comments, strings, characters and lifetimes are left out.
fn tokens(source: &str) -> Vec<(usize, String)> {
    let chars: Vec<char> = source.chars().collect();
    let get = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < chars.len() {
        let start = at;
        match get(at) {
            '/' if get(at + 1) == '/' => {
                while at < chars.len() && get(at) != '\n' {
                    at += 1;
                }
            }
            '/' if get(at + 1) == '*' => {
                let mut open = 0;
                loop {
                    match (get(at), get(at + 1)) {
                        ('/', '*') => (open, at) = (open + 1, at + 2),
                        ('*', '/') => (open, at) = (open - 1, at + 2),
                        _ => at += 1,
                    }
                    if open == 0 || at >= chars.len() {
                        break;
                    }
                }
            }
            '"' => at = after_string(&chars, at),
            '\'' if get(at + 1) == '\\' => {
                at += 3;
                while at < chars.len() && get(at) != '\'' {
                    at += 1;
                }
                at += 1;
            }
            '\'' if get(at + 2) == '\'' => at += 3,
            '\'' => at += 1 + name_length(&chars, at + 1),
            ':' if get(at + 1) == ':' => {
                found.push((line, "::".to_owned()));
                at += 2;
            }
            c if c.is_alphabetic() || c == '_' => {
                at += name_length(&chars, at);
                let name: String = chars[start..at].iter().collect();
                let hashes = chars[at..].iter().take_while(|c| **c == '#').count();
                let raw = matches!(name.as_str(), "r" | "br" | "cr");
                if raw && get(at + hashes) == '"' {
                    at = after_raw_string(&chars, at + hashes + 1, hashes);
                } else if name == "r" && hashes == 1 {
                    at += 1; // r#name: the name follows
                } else {
                    found.push((line, name));
                }
            }
            c if c.is_ascii_digit() => at += name_length(&chars, at),
            c if c.is_whitespace() => at += 1,
            c => {
                found.push((line, c.to_string()));
                at += 1;
            }
        }
        line += chars[start..at.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    found
}

fn name_length(chars: &[char], at: usize) -> usize {
    chars.iter().skip(at).take_while(|c| c.is_alphanumeric() || **c == '_').count()
}

fn after_string(chars: &[char], mut at: usize) -> usize {
    at += 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn after_raw_string(chars: &[char], mut at: usize, hashes: usize) -> usize {
    while at < chars.len() {
        if chars[at] == '"' && chars[at + 1..].iter().take_while(|c| **c == '#').count() >= hashes {
            return at + 1 + hashes;
        }
        at += 1;
    }
    at
}
