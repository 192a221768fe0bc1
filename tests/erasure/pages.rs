//! Reads a store's files the way a thief with the key would: every page deciphered by hand, free ones and gaps included.
//!
//! SQLCipher's page: AES-256 in CBC, then 16 bytes of initialisation vector and 32 of HMAC; the first page begins with a salt.

use std::path::Path;

const PAGE: usize = 4096;
const RESERVE: usize = 48;

/// Every page of a database in clear, one after the other.
pub fn deciphered(path: &Path, key: &[u8; 32]) -> Vec<u8> {
    let file = std::fs::read(path).unwrap();
    assert!(!file.is_empty() && file.len().is_multiple_of(PAGE), "{} bytes", file.len());
    let aes = Aes::new(key);
    let mut clear = Vec::with_capacity(file.len());
    for (number, page) in file.chunks(PAGE).enumerate() {
        let (content, reserve) = page.split_at(PAGE - RESERVE);
        let content = &content[if number == 0 { 16 } else { 0 }..];
        let mut before: [u8; 16] = reserve[..16].try_into().unwrap();
        for block in content.chunks(16) {
            let block: [u8; 16] = block.try_into().unwrap();
            let opened = aes.opens(block);
            clear.extend(opened.iter().zip(before).map(|(one, other)| one ^ other));
            before = block;
        }
    }
    clear
}

/// AES-256, backwards: some forty lines, rather than a dependency that only this test would have.
struct Aes {
    rounds: [[u8; 16]; 15],
    sbox: [u8; 256],
    inverse: [u8; 256],
}

fn times(a: u8, b: u8) -> u8 {
    let (mut a, mut product) = (a, 0);
    for bit in 0..8 {
        if b >> bit & 1 == 1 {
            product ^= a;
        }
        a = a << 1 ^ if a & 0x80 == 0 { 0 } else { 0x1b };
    }
    product
}

impl Aes {
    fn new(key: &[u8; 32]) -> Self {
        let mut sbox = [0; 256];
        let mut inverse = [0; 256];
        for value in 0..=255u8 {
            let reciprocal = (0..=255u8).find(|other| times(value, *other) == 1).unwrap_or(0);
            let turned = (0..5).fold(0, |sum, turn| sum ^ reciprocal.rotate_left(turn)) ^ 0x63;
            sbox[usize::from(value)] = turned;
            inverse[usize::from(turned)] = value;
        }
        let mut words: Vec<[u8; 4]> = key.chunks(4).map(|word| word.try_into().unwrap()).collect();
        let mut constant = 1;
        for place in 8..60 {
            let mut word = words[place - 1];
            if place % 8 == 0 {
                word.rotate_left(1);
                word = word.map(|byte| sbox[usize::from(byte)]);
                word[0] ^= constant;
                constant = times(constant, 2);
            } else if place % 8 == 4 {
                word = word.map(|byte| sbox[usize::from(byte)]);
            }
            let before = words[place - 8];
            words.push([0, 1, 2, 3].map(|byte| before[byte] ^ word[byte]));
        }
        let mut rounds = [[0; 16]; 15];
        for (round, words) in rounds.iter_mut().zip(words.chunks(4)) {
            round.copy_from_slice(&words.concat());
        }
        Self { rounds, sbox, inverse }
    }

    fn opens(&self, block: [u8; 16]) -> [u8; 16] {
        debug_assert_eq!(self.sbox[0], 0x63);
        let add = |state: &mut [u8; 16], round: usize| {
            state.iter_mut().zip(self.rounds[round]).for_each(|(byte, key)| *byte ^= key);
        };
        let mut state = block;
        add(&mut state, 14);
        for round in (0..14).rev() {
            let mut back = [0; 16];
            for column in 0..4 {
                for row in 0..4 {
                    back[(column + row) % 4 * 4 + row] = self.inverse[usize::from(state[column * 4 + row])];
                }
            }
            state = back;
            add(&mut state, round);
            if round > 0 {
                for column in state.chunks_mut(4) {
                    let [a, b, c, d]: [u8; 4] = (&*column).try_into().unwrap();
                    let mix = |w, x, y, z| times(w, 14) ^ times(x, 11) ^ times(y, 13) ^ times(z, 9);
                    column.copy_from_slice(&[mix(a, b, c, d), mix(b, c, d, a), mix(c, d, a, b), mix(d, a, b, c)]);
                }
            }
        }
        state
    }
}

/// FIPS 197, appendix C.3.
#[test]
fn the_cipher_is_that_of_the_standard() {
    let key: [u8; 32] = std::array::from_fn(|place| u8::try_from(place).unwrap());
    let sealed = 0x8ea2_b7ca_5167_45bf_eafc_4990_4b49_6089_u128.to_be_bytes();
    assert_eq!(Aes::new(&key).opens(sealed), 0x0011_2233_4455_6677_8899_aabb_ccdd_eeff_u128.to_be_bytes());
}
