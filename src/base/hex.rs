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

/// The bytes of exactly these lower-case hexadecimal digits.
pub fn bytes<const N: usize>(digits: &[u8]) -> Option<[u8; N]> {
    let (pairs, rest) = digits.as_chunks::<2>();
    let mut bytes = [0; N];
    if !rest.is_empty() || pairs.len() != N {
        return None;
    }
    // What is no digit gives bits above those of one: looked at once, at the end.
    let mut all = 0;
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let (high, low) = (value(*high), value(*low));
        all |= high | low;
        *byte = high << 4 | low;
    }
    (all < 16).then_some(bytes)
}

/// What a digit is worth; 16 or more for what is none.
const fn value(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'f' => digit - b'a' + 10,
        _ => 0x80,
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
