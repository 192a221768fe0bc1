//! Digests as French words (the BIP-39 list): read aloud by one side, typed by the other, compared by the program.
//!
//! Nobody is asked whether two rows of words are identical: a tired person says yes. Each word carries 11 bits; its first four
//! letters, without accents, are enough.

use std::sync::LazyLock;

use bip39::Language;
use unicode_normalization::UnicodeNormalization;

use crate::base::fold::fold;
use crate::journal::entry::Digest;

/// Words of a card: 132 bits.
pub const CARD_WORDS: usize = 12;
/// Words of a receipt, said on the telephone: 44 bits.
pub const RECEIPT_WORDS: usize = 4;

/// Letters that tell a word of the list from every other.
const ENOUGH: usize = 4;
const BITS: usize = 11;

/// The list with each accent in its letter: it is published with them apart, which a console or a printer may not put together.
static LIST: LazyLock<Vec<String>> =
    LazyLock::new(|| Language::French.word_list().iter().map(|word| word.nfc().collect()).collect());

/// What was typed is not what was read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordFault {
    /// Another number of words than needed.
    Count { found: usize },
    /// The word at this place (from 1) is another one, or too short to tell.
    Word { place: usize },
}

/// The first `count` words of a digest.
pub fn words(digest: &Digest, count: usize) -> Vec<&'static str> {
    let bit = |at: usize| digest.0.get(at / 8).map_or(0, |byte| usize::from(byte >> (7 - at % 8) & 1));
    let number = |word: usize| (word * BITS..(word + 1) * BITS).fold(0, |number, at| number << 1 | bit(at));
    (0..count).filter_map(|word| LIST.get(number(word)).map(String::as_str)).collect()
}

/// What was typed, word by word, each with the word of the list that its letters tell: none while they are too few or tell none.
///
/// It reads the list alone: whether these are the words of a digest, [`compare`] says.
pub fn told(typed: &str) -> Vec<(String, Option<&'static str>)> {
    let word_of = |letters: String| {
        let enough = letters.chars().count() >= ENOUGH;
        let is_it = |word: &&'static str| {
            let word = fold(word);
            word == letters || (enough && word.starts_with(letters.as_str()))
        };
        let word = LIST.iter().map(String::as_str).find(is_it);
        (letters, word)
    };
    letters(typed).into_iter().map(word_of).collect()
}

/// Compares what was typed, at least the first four letters of each word, with the words of a digest.
///
/// # Errors
/// `Count`, or the first `Word` that differs.
pub fn compare(typed: &str, digest: &Digest, count: usize) -> Result<(), WordFault> {
    let typed = letters(typed);
    if typed.len() != count {
        return Err(WordFault::Count { found: typed.len() });
    }
    for ((place, word), typed) in (1..).zip(words(digest, count)).zip(typed) {
        let word = fold(word);
        let enough = typed.chars().count() >= ENOUGH || typed == word;
        if !enough || !word.starts_with(typed.as_str()) {
            return Err(WordFault::Word { place });
        }
    }
    Ok(())
}

/// The words typed, without accents nor capitals, whatever stands between them.
fn letters(typed: &str) -> Vec<String> {
    let typed = fold(typed);
    let words = typed.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn four_letters_without_accents_tell_every_word_of_the_list() {
        let short = |word: &&str| fold(word).chars().take(ENOUGH).collect::<String>();
        let told: BTreeSet<_> = Language::French.word_list().iter().map(short).collect();
        assert_eq!(told.len(), 2048);
    }

    #[test]
    fn the_words_of_a_digest_are_its_bits_eleven_at_a_time() {
        let list = &LIST;
        assert_eq!(words(&Digest::ZERO, CARD_WORDS), vec![list[0].as_str(); 12]);
        let mut digest = Digest::ZERO;
        digest.0[1] = 0b0010_0000;
        digest.0[2] = 0b0000_0100;
        assert_eq!(words(&digest, 2), [list[1].as_str(), list[1].as_str()]);
    }

    #[test]
    fn an_accent_is_in_its_letter() {
        assert!(LIST.iter().any(|word| word == "système"));
        assert!(LIST.iter().all(|word| word.chars().all(char::is_alphabetic)));
    }

    #[test]
    fn first_letters_are_compared_and_the_wrong_word_is_named() {
        let mut digest = Digest([0x5a; 32]);
        digest.0[0] = 7;
        let said = words(&digest, RECEIPT_WORDS);
        let whole = said.join(" ");
        assert_eq!(compare(&whole.to_uppercase(), &digest, RECEIPT_WORDS), Ok(()));
        let short: Vec<String> = said.iter().map(|word| fold(word).chars().take(4).collect()).collect();
        assert_eq!(compare(&short.join("-"), &digest, RECEIPT_WORDS), Ok(()));
        let cut: Vec<String> = said.iter().map(|word| word.chars().take(3).collect()).collect();
        assert_eq!(compare(&cut.join(" "), &digest, RECEIPT_WORDS), Err(WordFault::Word { place: 1 }));
        let mut wrong = short.clone();
        wrong[2] = "zest".into();
        assert_eq!(compare(&wrong.join(" "), &digest, RECEIPT_WORDS), Err(WordFault::Word { place: 3 }));
        assert_eq!(compare(&said[..3].join(" "), &digest, RECEIPT_WORDS), Err(WordFault::Count { found: 3 }));
        assert_eq!(compare("", &digest, RECEIPT_WORDS), Err(WordFault::Count { found: 0 }));
    }

    #[test]
    fn a_word_is_told_by_its_first_letters_and_by_no_fewer() {
        let told = |typed: &str| super::told(typed).into_iter().map(|(_, word)| word.map(fold)).collect::<Vec<_>>();
        assert_eq!(told("ÉTAL aban, xyzt"), [Some("etaler".into()), Some("abandon".into()), None]);
        assert_eq!(told("aba"), [None]);
        assert_eq!(told(" - "), [None; 0]);
        for word in Language::French.word_list() {
            assert_eq!(told(word), [Some(fold(word))]);
        }
    }
}
