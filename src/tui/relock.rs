//! Locks by starting over: the program replaces itself by a fresh copy that shows the lock screen.
//!
//! Nothing that was in memory outlives it: no name, no key, no page of the store. The caller has closed the store and given the
//! terminal back.

use std::ffi::OsString;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// Set for the copy: it asks for a passphrase whatever its arguments say.
pub const LOCKED: &str = "JALON_LOCKED";
/// The store that the copy opens.
pub const STORE: &str = "JALON_STORE";

/// Whether this program is a copy that was started to be locked.
pub fn is_locked() -> bool {
    std::env::var_os(LOCKED).is_some_and(|value| !value.is_empty())
}

/// Replaces the program, with the arguments it was started with. It returns only when that failed, with the reason.
pub fn relock(store: &Path) -> io::Error {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let start = |program: &Path| Command::new(program).args(&arguments).env(STORE, store).env(LOCKED, "1").exec();
    match std::env::current_exe() {
        // An update may have replaced the file while the program ran: its old self is still there to be started.
        Ok(program) if program.exists() => start(&program),
        Ok(_) | Err(_) => start(Path::new("/proc/self/exe")),
    }
}
