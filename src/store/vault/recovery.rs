//! The recovery code: what opens a store when every passphrase is forgotten. Shown once, kept on paper.
//!
//! 28 random symbols (140 bits) and 4 of checksum, so that a mistyped symbol is told before a second of key derivation.

use std::fmt;

use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::key::fill;
use crate::store::error::StoreError;

/// Digits and letters without I, L, O and U: none can be taken for another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM: usize = 28;
const LENGTH: usize = 32;
const GROUP: usize = 4;

/// A recovery code in its plain form: 32 symbols, no dashes.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// A fresh code.
    ///
    /// # Errors
    /// `Unreachable` when the system gives no randomness.
    pub(crate) fn fresh() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0u8; RANDOM]);
        fill(bytes.as_mut_slice())?;
        let mut code: String = bytes.iter().map(|byte| symbol(usize::from(*byte))).collect();
        let check = checksum(&code);
        code.push_str(&check);
        Ok(Self(code))
    }

    /// Reads a code as a person types it back: any case, spaces and dashes anywhere, O for 0, I or L for 1, U for V.
    ///
    /// # Errors
    /// `MistypedRecoveryCode` when the length or the checksum is wrong.
    pub fn read(typed: &str) -> Result<Self, StoreError> {
        let mut code = String::with_capacity(LENGTH);
        for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '.' | '_')) {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                'U' => 'V',
                other => other,
            };
            if !ALPHABET.iter().any(|symbol| char::from(*symbol) == c) || code.len() == LENGTH {
                return Err(StoreError::MistypedRecoveryCode);
            }
            code.push(c);
        }
        match code.split_at_checked(RANDOM) {
            Some((random, check)) if checksum(random) == check => Ok(Self(code)),
            Some(_) | None => Err(StoreError::MistypedRecoveryCode),
        }
    }

    /// The code as it is written on the recovery sheet: eight groups of four.
    pub fn groups(&self) -> String {
        let mut text = String::with_capacity(LENGTH + LENGTH / GROUP);
        for (index, symbol) in self.0.chars().enumerate() {
            if 0 < index && index % GROUP == 0 {
                text.push('-');
            }
            text.push(symbol);
        }
        text
    }

    /// What the key is derived from.
    pub(super) fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

fn symbol(value: usize) -> char {
    ALPHABET.get(value % ALPHABET.len()).map_or('0', |symbol| char::from(*symbol))
}

/// 20 bits of SHA-256 of the random symbols.
fn checksum(random: &str) -> String {
    let digest = Sha256::digest(random.as_bytes());
    digest.iter().take(LENGTH - RANDOM).map(|byte| symbol(usize::from(*byte))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn a_code_is_read_back_whatever_the_case_the_spaces_and_the_look_alikes() {
        let code = RecoveryCode::fresh().unwrap();
        let written = code.groups();
        assert_eq!(written.len(), 39);
        for typed in [
            written.clone(),
            written.to_lowercase(),
            written.replace('-', " "),
            written.replace('-', ""),
            written.replace('0', "o").replace('1', "l"),
            written.replace('0', "O").replace('1', "I").replace('V', "u"),
            format!("  {written}\n"),
        ] {
            assert!(RecoveryCode::read(&typed).unwrap() == code);
        }
    }

    #[test]
    fn any_single_wrong_symbol_and_any_wrong_length_is_noticed() {
        let code = RecoveryCode::fresh().unwrap();
        let symbols: Vec<char> = code.0.chars().collect();
        for position in 0..LENGTH {
            let mut wrong = symbols.clone();
            let value = ALPHABET.iter().position(|s| char::from(*s) == wrong[position]).unwrap();
            wrong[position] = symbol(value + 1);
            // Twenty bits of checksum: one wrong code in a million would pass, and would still open nothing.
            let read = RecoveryCode::read(&wrong.iter().collect::<String>());
            assert!(matches!(read, Err(StoreError::MistypedRecoveryCode)), "symbol {position}");
        }
        for typed in ["", "ABCD", &code.0[..31], &format!("{}0", code.0), "é".repeat(32).as_str()] {
            assert!(matches!(RecoveryCode::read(typed), Err(StoreError::MistypedRecoveryCode)));
        }
    }
}
