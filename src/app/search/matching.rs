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
    /// What an answer must begin with: up to eight bytes read as one number, and those of them that count.
    head: u64,
    head_mask: u64,
    letters: u32,
    initial: u32,
    second: u32,
    /// A number is not a word: one digit off is another family's.
    is_number: bool,
}

/// Bytes after a row, so that eight can be read from each of its own and from no later one.
pub(super) const PADDING: usize = 7;

/// From this many letters on a word is also looked for inside words.
const INSIDE_FROM: usize = 3;
/// From this many letters on one slip after the first letter is forgiven.
const SLIP_FROM: usize = 4;
/// From this many letters on the slip may be in the first letter.
const FIRST_SLIP_FROM: usize = 5;

impl Word {
    /// The words of a query, folded; empty for a blank one.
    pub(super) fn all(typed: &str) -> Vec<Self> {
        let mut text = String::with_capacity(typed.len());
        normalized(typed, &mut text);
        text.split(' ').filter(|word| !word.is_empty()).map(Self::new).collect()
    }

    fn new(word: &str) -> Self {
        let head = if word.len() < INSIDE_FROM { format!(" {word}") } else { word.to_owned() };
        let (head, head_mask) = eight(head.as_bytes());
        let mut letters = word.bytes().map(letter);
        let (initial, second) = (letters.next().unwrap_or(0), letters.next().unwrap_or(0));
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        Self { text: word.to_owned(), head, head_mask, letters: letters_of(word), initial, second, is_number }
    }

    /// Whether everything that `new` finds is among what `old` found.
    ///
    /// True when each old word is the beginning of the new one in its place and is searched in the same manner.
    pub(super) fn narrows(old: &[Self], new: &[Self]) -> bool {
        let manner = |word: &Self| word.text.len().clamp(INSIDE_FROM - 1, FIRST_SLIP_FROM);
        old.len() <= new.len()
            && old.iter().zip(new).all(|(old, new)| new.text.starts_with(&old.text) && manner(old) == manner(new))
    }

    /// Whether a row with these letters can hold the word: most rows are put aside here, unread.
    pub(super) fn may_be_in(&self, letters: u32, initials: u32) -> bool {
        let missing = self.letters & !letters;
        match self.text.len() {
            0..INSIDE_FROM => missing == 0 && self.initial & initials != 0,
            _ if self.is_number => missing == 0,
            INSIDE_FROM..SLIP_FROM => missing == 0,
            SLIP_FROM..FIRST_SLIP_FROM => missing.count_ones() <= 1 && (self.initial & initials != 0 || missing == 0),
            // The slip leaves the first letter, or puts it second, or touches no other letter than the first.
            _ => {
                missing.count_ones() <= 1
                    && ((self.initial | self.second) & initials != 0 || missing & !self.initial == 0)
            }
        }
    }

    /// How well a row answers the word: ` word word …` and [`PADDING`] bytes, which are not of the row.
    pub(super) fn find(&self, row: &[u8]) -> Option<Quality> {
        let word = self.text.as_bytes();
        let inside = row.windows(8).any(|bytes| number(bytes) & self.head_mask == self.head);
        let straight = inside.then(|| straight(own(row), word)).flatten();
        let forgiven = word.len() >= SLIP_FROM && !self.is_number;
        straight.or_else(|| (forgiven && self.slips(row)).then_some(Quality::Slip))
    }

    fn slips(&self, row: &[u8]) -> bool {
        let word = self.text.as_bytes();
        let (typed, _) = eight(word);
        let mut starts = row.windows(9).filter_map(|bytes| bytes.split_first().filter(|(space, _)| **space == b' '));
        if word.len() < 8 {
            return starts.any(|(_, bytes)| slips_in_eight(number(bytes), typed, word.len()));
        }
        words_of(own(row)).any(|(_, candidate)| begins_with_slip(candidate, word).is_some())
    }
}

/// The row without the padding.
pub(super) fn own(row: &[u8]) -> &[u8] {
    row.get(..row.len().saturating_sub(PADDING)).unwrap_or_default()
}

/// How well a row answers a word without slip.
fn straight(row: &[u8], word: &[u8]) -> Option<Quality> {
    let mut best = None;
    for (at, candidate) in words_of(row) {
        if candidate.starts_with(word) {
            let quality = match (candidate.len() == word.len(), at) {
                (true, _) => return Some(Quality::Whole),
                (false, 1) => Quality::Beginning,
                (false, _) => Quality::OtherBeginning,
            };
            best = Some(best.map_or(quality, |known: Quality| known.min(quality)));
        }
    }
    let inside = || (word.len() >= INSIDE_FROM && position_inside(row, word).is_some()).then_some(Quality::Inside);
    best.or_else(inside)
}

/// The words of a row, each with where it begins.
fn words_of(row: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut start = 0;
    let words = row.split(|byte| *byte == b' ').map(move |word| {
        let at = start;
        start += word.len() + 1;
        (at, word)
    });
    words.filter(|(_, word)| !word.is_empty())
}

/// The first eight bytes as one number, the first byte lowest, and the mask of those that there are.
fn eight(bytes: &[u8]) -> (u64, u64) {
    let mut padded = [0; 8];
    padded.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    (u64::from_le_bytes(padded), lowest(bytes.len()))
}

fn number(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

/// The mask of the `count` lowest bytes.
fn lowest(count: usize) -> u64 {
    match count {
        0..8 => (1 << (8 * count)) - 1,
        _ => u64::MAX,
    }
}

/// [`begins_with_slip`] for a word of less than eight bytes, on the candidate's first eight bytes: the same in a few steps.
fn slips_in_eight(candidate: u64, typed: u64, length: usize) -> bool {
    let same = ((candidate ^ typed).trailing_zeros() / 8) as usize;
    if same >= length {
        return true;
    }
    if same == 0 && length < FIRST_SLIP_FROM {
        return false;
    }
    let from = |number: u64, skip: usize| number.checked_shr(u32::try_from(8 * skip).unwrap_or(64)).unwrap_or(0);
    let equal = |skip: usize, typed_skip: usize, count: usize| {
        (from(candidate, skip) ^ from(typed, typed_skip)) & lowest(count) == 0
    };
    let rest = length - same;
    let byte = |number: u64, at: usize| from(number, at) & 0xff;
    let swapped = rest >= 2
        && byte(candidate, same) == byte(typed, same + 1)
        && byte(candidate, same + 1) == byte(typed, same)
        && equal(same + 2, same + 2, rest - 2);
    // The word ends before the letter that differs: only a last letter too many is forgiven.
    if byte(candidate, same) == u64::from(b' ') {
        return rest == 1;
    }
    equal(same + 1, same + 1, rest - 1) || equal(same, same + 1, rest - 1) || equal(same + 1, same, rest) || swapped
}

/// Appends the text folded for search: words apart by one space. An apostrophe is no letter and parts no word, so that
/// `ndiaye` and `n'diaye` find the same.
pub(super) fn normalized(text: &str, into: &mut String) {
    let joined: String;
    let text = match text.contains(is_apostrophe) {
        true => {
            joined = text.replace(is_apostrophe, "");
            &joined
        }
        false => text,
    };
    let start = into.len();
    let mut pending = false;
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            if pending && into.len() > start {
                into.push(' ');
            }
            pending = false;
            into.push(c);
        } else {
            pending = true;
        }
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`')
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
    for (at, c) in name.char_indices().filter(|(_, c)| !is_apostrophe(*c)) {
        let origin = at..at + c.len_utf8();
        for c in fold(c.encode_utf8(&mut [0; 4])).chars() {
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
    let words = || words_of(text);
    let beginning = words().find(|(_, candidate)| candidate.starts_with(word)).map(|(at, _)| at..at + word.len());
    let inside = || position_inside(text, word).filter(|_| word.len() >= INSIDE_FROM).map(|at| at..at + word.len());
    let slip = || {
        let forgiven = words().filter(|_| word.len() >= SLIP_FROM && !word.iter().all(u8::is_ascii_digit));
        forgiven
            .filter_map(|(at, candidate)| begins_with_slip(candidate, word).map(|length| at..at + length))
            .find(|range| !range.is_empty())
    };
    beginning.or_else(inside).or_else(slip)
}
