//! The lines of a file of acts, each recorded once: the same file given again, corrected, copied or cut short by a kill, records none of
//! them twice.
//!
//! A line is known by its bytes, wherever it stands. A file that has it twice means two acts.

use std::collections::HashMap;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::execute::{erases, flush, refresh, step};
use super::{App, AppError, Command, Outcome};
use crate::domain::refusal::Refusal;
use crate::store::LineDigest;

/// A line where it stands in a file: of those that are the same, which one.
#[derive(Clone, Copy, Debug)]
pub struct GivenLine {
    digest: LineDigest,
    occurrence: u64,
}

/// The lines of one file, in its order.
#[derive(Debug, Default)]
pub struct GivenLines(HashMap<LineDigest, u64>);

/// What became of a line.
#[derive(Debug, PartialEq, Eq)]
pub enum LineOutcome {
    Recorded(Outcome),
    RecordedBefore,
    Refused(Refusal),
}

impl GivenLines {
    /// The next line of the file.
    pub fn next(&mut self, line: &[u8]) -> GivenLine {
        let whole: [u8; 32] = Sha256::digest(line.trim_ascii()).into();
        let mut digest = LineDigest::default();
        digest.iter_mut().zip(whole).for_each(|(kept, byte)| *kept = byte);
        let occurrence = self.0.entry(digest).or_default();
        *occurrence += 1;
        GivenLine { digest, occurrence: *occurrence }
    }
}

impl App {
    /// Whether an earlier run, or another that goes on now, recorded this line.
    ///
    /// # Errors
    /// The store's.
    pub fn is_recorded(&self, line: GivenLine) -> Result<bool, AppError> {
        Ok(line.occurrence <= self.store.read().times_recorded(&line.digest)?)
    }

    /// Executes the commands of these lines in one transaction, and remembers in it which were accepted; a refusal refuses only
    /// its own line.
    ///
    /// # Errors
    /// The store's: then nothing at all has happened.
    pub fn execute_lines(&mut self, lines: Vec<(GivenLine, Command)>) -> Result<Vec<LineOutcome>, AppError> {
        let erases = lines.iter().any(|(_, command)| erases(command));
        let circumstances = self.circumstances();
        let mut antenna = Arc::clone(&self.antenna);
        let outcomes = self.store.write(|writing| -> Result<Vec<_>, AppError> {
            let mut pending = None;
            let mut outcomes = Vec::new();
            refresh(writing, &mut antenna)?;
            for (line, command) in lines {
                // Asked here too: another process may have recorded it since it was read.
                if line.occurrence <= writing.times_recorded(&line.digest)? {
                    outcomes.push(LineOutcome::RecordedBefore);
                    continue;
                }
                outcomes.push(match step(writing, circumstances, &mut antenna, &mut pending, command) {
                    Ok(outcome) => {
                        writing.count_recorded(&line.digest, outcome.family)?;
                        LineOutcome::Recorded(outcome)
                    }
                    Err(AppError::Refused(refusal)) => LineOutcome::Refused(refusal),
                    Err(fault) => return Err(fault),
                });
            }
            flush(writing, &antenna, &mut pending)?;
            Ok(outcomes)
        })?;
        self.antenna = antenna;
        // Where nothing was recorded, there is nothing to copy at the end.
        self.changed |= outcomes.iter().any(|outcome| matches!(outcome, LineOutcome::Recorded(_)));
        self.end_erasure_when(erases);
        Ok(outcomes)
    }
}
