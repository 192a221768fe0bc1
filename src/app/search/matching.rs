//! How one typed word answers one row of the index, and which letters of a displayed name it matched.
//!
//! Words are compared byte by byte after folding: names fold to ASCII, and in other scripts a slip simply finds nothing.

use std::ops::Range;

use crate::base::fold::fold;

/// How well a row answers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quality {
    /// The word typed is a whole word of the row.
    Whole,
    /// The row begins with it.
    Beginning,
    /// Another word of the row begins with it.
    OtherBeginning,
    /// It is inside a word.
    Inside,
    /// A word begins with it but for one slip.
    Slip,
}

impl Quality {
    pub(super) const COUNT: usize = 5;
}

/// One folded word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    text: String,
    letters: u32,
    initial: u32,
}

/// From this many letters on a word is also looked for inside words.
const INSIDE_FROM: usize = 3;
/// From this many letters on one slip is forgiven.
const SLIP_FROM: usize = 4;

impl Word {
    /// The words of a query, folded; empty for a blank one.
    pub(super) fn all(typed: &str) -> Vec<Self> {
        let mut text = String::with_capacity(typed.len());
        normalized(typed, &mut text);
        let word = |word: &str| Self { letters: letters_of(word), initial: initial_of(word), text: word.to_owned() };
        text.split(' ').filter(|word| !word.is_empty()).map(word).collect()
    }

    /// Whether everything that `new` finds is among what `old` found.
    ///
    /// True when each old word is the beginning of the new one in its place and is searched in the same manner.
    pub(super) fn narrows(old: &[Self], new: &[Self]) -> bool {
        let manner = |word: &Self| (word.text.len() >= INSIDE_FROM, word.text.len() >= SLIP_FROM);
        old.len() <= new.len()
            && old.iter().zip(new).all(|(old, new)| new.text.starts_with(&old.text) && manner(old) == manner(new))
    }

    /// Whether a row with these letters can hold the word: most rows are put aside here, unread.
    pub(super) fn may_be_in(&self, letters: u32, initials: u32) -> bool {
        let missing = (self.letters & !letters).count_ones();
        match self.text.len() {
            0..INSIDE_FROM => missing == 0 && self.initial & initials != 0,
            INSIDE_FROM..SLIP_FROM => missing == 0,
            _ => missing <= 1,
        }
    }

    /// How well the row's text, of these letters, answers the word.
    pub(super) fn find(&self, row: &[u8], letters: u32) -> Option<Quality> {
        let word = self.text.as_bytes();
        let mut best = None;
        if self.letters & !letters == 0 {
            let mut start = 0;
            for candidate in row.split(|byte| *byte == b' ') {
                if candidate.starts_with(word) {
                    let quality = match (candidate.len() == word.len(), start) {
                        (true, _) => return Some(Quality::Whole),
                        (false, 0) => Quality::Beginning,
                        (false, _) => Quality::OtherBeginning,
                    };
                    best = Some(best.map_or(quality, |known: Quality| known.min(quality)));
                }
                start += candidate.len() + 1;
            }
            if best.is_none() && word.len() >= INSIDE_FROM && position_inside(row, word).is_some() {
                best = Some(Quality::Inside);
            }
        }
        if best.is_none() && word.len() >= SLIP_FROM {
            let slipped = row.split(|byte| *byte == b' ').any(|candidate| begins_with_slip(candidate, word).is_some());
            best = slipped.then_some(Quality::Slip);
        }
        best
    }
}

/// Appends the text folded for search: letters and digits without accents, words apart by one space, apostrophes dropped.
pub(super) fn normalized(text: &str, into: &mut String) {
    let start = into.len();
    let mut pending = false;
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            if pending && into.len() > start {
                into.push(' ');
            }
            pending = false;
            into.push(c);
        } else if !is_apostrophe(c) {
            pending = true;
        }
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`')
}

/// The letters of a folded text, one bit each: 26 letters, the digits by pairs, the rest together.
pub(super) fn letters_of(text: &str) -> u32 {
    text.bytes().fold(0, |bits, byte| bits | letter(byte))
}

/// The bit of a word's first letter.
pub(super) fn initial_of(word: &str) -> u32 {
    word.bytes().next().map_or(0, letter)
}

fn letter(byte: u8) -> u32 {
    match byte {
        b' ' => 0,
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + (byte - b'0') / 2),
        _ => 1 << 31,
    }
}

/// How many bytes of `candidate` answer `word` when one slip is forgiven: a letter changed, missing, added or swapped.
fn begins_with_slip(candidate: &[u8], word: &[u8]) -> Option<usize> {
    let same = candidate.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (from, typed) = (candidate.get(same..)?, word.get(same..)?);
    match (from, typed) {
        // The last letter typed is one too many, or not yet the end.
        ([], [_]) | (_, []) => return Some(same),
        ([], _) => return None,
        _ => {}
    }
    let after = |from: &[u8], skip: usize, typed_skip: usize| {
        let rest = typed.get(typed_skip..)?;
        from.get(skip..)?.starts_with(rest).then_some(same + skip + rest.len())
    };
    let swapped = match (from, typed) {
        ([a, b, ..], [c, d, ..]) if a == d && b == c => after(from, 2, 2),
        _ => None,
    };
    after(from, 1, 1).or(swapped).or_else(|| after(from, 0, 1)).or_else(|| after(from, 1, 0))
}

fn position_inside(row: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let last_start = row.len().checked_sub(word.len())?;
    let mut start = 0;
    while start <= last_start {
        let found = start + row.get(start..=last_start)?.iter().position(|byte| *byte == first)?;
        if row.get(found..)?.starts_with(word) {
            return Some(found);
        }
        start = found + 1;
    }
    None
}

/// The parts of a displayed name that answer a query, as byte ranges in order, none overlapping.
pub fn matched(typed: &str, name: &str) -> Vec<Range<usize>> {
    let mut folded = String::with_capacity(name.len());
    // For every byte of `folded`, the character of `name` that it comes from.
    let mut origins: Vec<Range<usize>> = Vec::with_capacity(name.len());
    for (at, c) in name.char_indices() {
        let origin = at..at + c.len_utf8();
        for c in fold(c.encode_utf8(&mut [0; 4])).chars().filter(|c| !is_apostrophe(*c)) {
            let c = if c.is_alphanumeric() { c } else { ' ' };
            folded.push(c);
            origins.resize(folded.len(), origin.clone());
        }
    }
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for word in Word::all(typed) {
        let Some(found) = place(folded.as_bytes(), word.text.as_bytes()) else { continue };
        if let (Some(first), Some(last)) = (origins.get(found.start), origins.get(found.end.saturating_sub(1))) {
            ranges.push(first.start..last.end);
        }
    }
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            Some(_) | None => joined.push(range),
        }
    }
    joined
}

/// Where the best answer to `word` lies in the folded text.
fn place(text: &[u8], word: &[u8]) -> Option<Range<usize>> {
    let words = || {
        let mut start = 0;
        text.split(|byte| *byte == b' ').map(move |word| {
            let at = start;
            start += word.len() + 1;
            (at, word)
        })
    };
    let beginning = words().find(|(_, candidate)| candidate.starts_with(word)).map(|(at, _)| at..at + word.len());
    let inside = || position_inside(text, word).filter(|_| word.len() >= INSIDE_FROM).map(|at| at..at + word.len());
    let slip = || {
        let forgiven = words().filter(|_| word.len() >= SLIP_FROM);
        forgiven
            .filter_map(|(at, candidate)| begins_with_slip(candidate, word).map(|length| at..at + length))
            .find(|range| !range.is_empty())
    };
    beginning.or_else(inside).or_else(slip)
}
