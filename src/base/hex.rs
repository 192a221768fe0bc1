//! Bytes as hexadecimal digits: of digests and salts there are thousands in a bundle, so nothing is formatted byte by byte.

/// The lower-case hexadecimal digits of `N` bytes.
pub struct Hex<const N: usize>([[u8; 2]; N]);

impl<const N: usize> Hex<N> {
    /// The digits of these bytes.
    pub fn of(bytes: &[u8; N]) -> Self {
        let digit = |half: u8| half + if half < 10 { b'0' } else { b'a' - 10 };
        Self(bytes.map(|byte| [digit(byte >> 4), digit(byte & 15)]))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        // Digits are ASCII: never empty for want of being text.
        str::from_utf8(self.0.as_flattened()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_two_digits() {
        for byte in 0..=u8::MAX {
            assert_eq!(Hex::of(&[byte, 0x0f]).as_str(), format!("{byte:02x}0f"));
        }
    }
}
