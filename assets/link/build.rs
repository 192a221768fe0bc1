//! Has the linker put side by side what runs until the first screen stands and while its cursor moves: the system then loads
//! that part of the program, where it would load nearly all of it, and gives it a fixed address. Nothing else depends on it.
//!
//! Refuses a build whose encryption would not be safe among threads.

use std::env;

const FIRST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/link/first.ld");

fn main() {
    println!("cargo:rerun-if-changed={FIRST}");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let features = env::var("CARGO_CFG_TARGET_FEATURE").unwrap_or_default();
    if is("CARGO_CFG_TARGET_ENV", "gnu") && features.split(',').any(|feature| feature == "crt-static") {
        println!("cargo::error=with crt-static OpenSSL is built without threads, and two corrupt memory: leave it out");
    }
    // Measured there, with the linker that comes with the compiler; another one that somebody chose may not read such a list.
    let target = is("CARGO_CFG_TARGET_ARCH", "x86_64")
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu");
    let chosen = env::var_os("RUSTC_LINKER").is_some()
        || env::var("CARGO_ENCODED_RUSTFLAGS").is_ok_and(|flags| flags.contains("link"));
    if is("PROFILE", "release") && target && !chosen {
        println!("cargo:rustc-link-arg-bins=-T");
        println!("cargo:rustc-link-arg-bins={FIRST}");
        // At a fixed address nothing of it has to be written anew at every start: 31,000 places in 150 pages.
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
