//! Which lines of a file of acts are recorded: the same file given again, after a kill or by mistake, records none of them twice.
//!
//! A file is known by its content. Nothing of a line is kept but its number.

use std::collections::BTreeSet;

use super::{App, AppError, Command, Outcome};
use crate::domain::refusal::Refusal;
use crate::journal::entry::Digest;

/// The lines of one file that are recorded.
#[derive(Debug)]
pub struct RecordedLines {
    /// The setting that keeps them; none for what is no file.
    key: Option<String>,
    lines: BTreeSet<u64>,
}

impl RecordedLines {
    /// Whether an earlier run recorded this line.
    pub fn holds(&self, line: u64) -> bool {
        self.lines.contains(&line)
    }

    /// The lines as they are kept: `1-56 58-400`.
    fn spans(&self) -> String {
        let mut spans: Vec<(u64, u64)> = Vec::new();
        for line in &self.lines {
            match spans.last_mut() {
                Some((_, last)) if *last + 1 == *line => *last = *line,
                Some(_) | None => spans.push((*line, *line)),
            }
        }
        spans.iter().map(|(first, last)| format!("{first}-{last}")).collect::<Vec<_>>().join(" ")
    }
}

impl App {
    /// The lines of a file of this content that are recorded; without a content, none is known.
    ///
    /// # Errors
    /// The store's.
    pub fn recorded_lines(&self, content: Option<Digest>) -> Result<RecordedLines, AppError> {
        let key = content.map(|content| format!("recorded-lines/{content}"));
        let kept = key.as_deref().map_or(Ok(None), |key| self.setting(key))?.unwrap_or_default();
        let span = |span: &str| {
            let (first, last) = span.split_once('-')?;
            Some(first.parse::<u64>().ok()?..=last.parse().ok()?)
        };
        Ok(RecordedLines { key, lines: kept.split(' ').filter_map(span).flatten().collect() })
    }

    /// Executes the commands of these lines in one transaction, and remembers in it which were accepted.
    ///
    /// # Errors
    /// The store's: then nothing at all has happened.
    pub fn execute_lines(
        &mut self,
        recorded: &mut RecordedLines,
        numbers: &[u64],
        commands: Vec<Command>,
    ) -> Result<Vec<Result<Outcome, Refusal>>, AppError> {
        self.execute_many(commands, |writing, outcomes| {
            let accepted = numbers.iter().zip(outcomes).filter(|(_, outcome)| outcome.is_ok());
            recorded.lines.extend(accepted.map(|(number, _)| *number));
            let key = recorded.key.as_deref();
            key.map_or(Ok(()), |key| writing.put_setting(key, recorded.spans().as_bytes()))
        })
    }
}
