//! The one way in which a payload is written: depth, numbers and form, checked over its bytes before anything is believed.

use std::io;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{MAX_DEPTH, MAX_INTEGER};
use crate::exchange::error::ExchangeError;

/// Reads a value of few members under the same rules as a payload: depth, numbers, one way to write it.
///
/// # Errors
/// `TooDeep`, `NumberTooLarge`, `NotABundle`, `PayloadNotCanonical`.
pub(in crate::exchange) fn read_strictly<T: DeserializeOwned + Serialize>(text: &[u8]) -> Result<T, ExchangeError> {
    if is_compact(text)? { read_canonical(text) } else { Err(ExchangeError::PayloadNotCanonical {}) }
}

pub(super) fn read_canonical<T: DeserializeOwned + Serialize>(text: &[u8]) -> Result<T, ExchangeError> {
    let value: T = serde_json::from_slice(text).map_err(|error| malformed(&error))?;
    if is_canonical(&value, text) { Ok(value) } else { Err(ExchangeError::PayloadNotCanonical {}) }
}

/// One pass over the bytes before anything is parsed, without recursion so that no depth can exhaust the stack: whether
/// there is no white space outside strings. Numbers are whole, below 2^53, in plain digits.
pub(in crate::exchange) fn is_compact(payload: &[u8]) -> Result<bool, ExchangeError> {
    let (mut rest, mut depth, mut compact) = (payload, 0_usize, true);
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'"' => rest = after_string(after),
            b'{' | b'[' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(ExchangeError::TooDeep {});
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b' ' | b'\t' | b'\n' | b'\r' => compact = false,
            b'0'..=b'9' => {
                let column = (payload.len() - after.len()) as u64;
                let more = after.iter().take_while(|next| next.is_ascii_digit());
                // Saturates far above the limit: 400 digits are as refused as 17.
                let number = more.fold(u64::from(byte - b'0'), |number, digit| {
                    number.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
                });
                if number > MAX_INTEGER {
                    return Err(ExchangeError::NumberTooLarge {});
                }
                let digits = after.iter().position(|next| !next.is_ascii_digit()).unwrap_or(after.len());
                rest = after.get(digits..).unwrap_or_default();
                if matches!(rest.first(), Some(b'.' | b'e' | b'E')) {
                    return Err(ExchangeError::NotABundle { line: 1, column });
                }
            }
            _ => {}
        }
    }
    Ok(compact)
}

/// What follows the closing quote of a string whose opening quote has been read.
fn after_string(mut rest: &[u8]) -> &[u8] {
    while let Some(end) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
        let escape = rest.get(end) == Some(&b'\\');
        rest = rest.get(end + 1 + usize::from(escape)..).unwrap_or_default();
        if !escape {
            return rest;
        }
    }
    &[]
}

/// Whether a value is written as exactly this text. Compared while it is written: a second copy would double the memory.
pub(in crate::exchange) fn is_canonical(value: &impl Serialize, text: &[u8]) -> bool {
    struct Comparing<'a>(&'a [u8]);

    impl io::Write for Comparing<'_> {
        fn write(&mut self, written: &[u8]) -> io::Result<usize> {
            self.write_all(written)?;
            Ok(written.len())
        }

        fn write_all(&mut self, written: &[u8]) -> io::Result<()> {
            self.0 = self.0.strip_prefix(written).ok_or(io::ErrorKind::InvalidData)?;
            Ok(())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let mut comparing = Comparing(text);
    serde_json::to_writer(&mut comparing, value).is_ok() && comparing.0.is_empty()
}

/// Where the JSON goes wrong; serde's own message may quote personal data.
pub(super) fn malformed(error: &serde_json::Error) -> ExchangeError {
    ExchangeError::NotABundle { line: error.line() as u64, column: error.column() as u64 }
}
