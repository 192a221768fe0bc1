//! Locks by starting over: the program replaces itself by a fresh copy that shows the lock screen.
//!
//! Nothing that was in memory outlives it: no name, no key, no page of the store. The caller has closed the store and given the
//! terminal back.

use std::ffi::OsString;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::look::Privacy;

/// Set for the copy: it asks for a passphrase whatever its arguments say.
pub const LOCKED: &str = "JALON_LOCKED";
/// Set for the copy where names and numbers were masked: whoever stood behind the person may still be there.
const MASKED: &str = "JALON_MASKED";
/// The store that the copy opens.
pub const STORE: &str = "JALON_STORE";

/// Whether this program is a copy that was started to be locked.
pub fn is_locked() -> bool {
    is_set(LOCKED)
}

/// Whether names and numbers are shown at first.
pub fn privacy() -> Privacy {
    if is_set(MASKED) { Privacy::Masked } else { Privacy::Shown }
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Replaces the program, with the arguments it was started with. It returns only when that failed, with the reason.
pub fn relock(store: &Path, privacy: Privacy) -> io::Error {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let masked = if privacy == Privacy::Masked { "1" } else { "" };
    let start = |program: &Path| {
        Command::new(program).args(&arguments).env(STORE, store).env(LOCKED, "1").env(MASKED, masked).exec()
    };
    match std::env::current_exe() {
        // An update may have replaced the file while the program ran: its old self is still there to be started.
        Ok(program) if program.exists() => start(&program),
        Ok(_) | Err(_) => start(Path::new("/proc/self/exe")),
    }
}
