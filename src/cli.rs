//! The commands that need no screen, and the way into the one that does.

use std::process::ExitCode;

/// Runs the command line. Exit status: 0 done, 1 refused, 2 usage.
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
