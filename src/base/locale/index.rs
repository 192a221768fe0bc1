//! Where each message of a catalogue is, by its id. It is made when the program is compiled: to look for two thousand messages
//! would be a good part of what a person waits for at the first screen.

/// More than a catalogue has messages.
const MOST: usize = 3072;

/// More again, and a power of two: few messages share a slot.
const SLOTS: usize = 4096;

pub(super) struct Index {
    /// Where each message begins and ends, in the order of the file.
    places: [(u32, u32); MOST],
    count: usize,
    /// From the slot of an id on, up to one that is empty (zero): one more than the number of a message that may have it.
    slots: [u16; SLOTS],
}

impl Index {
    /// Reads where a catalogue's messages are: each begins with its id at the margin, and ends before the next or a comment.
    ///
    /// A catalogue of more than [`MOST`] messages does not compile.
    #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation, long_running_const_eval)]
    pub(super) const fn of(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut index = Self { places: [(0, 0); MOST], count: 0, slots: [0; SLOTS] };
        let (mut at, mut begun) = (0, None);
        loop {
            let first = if at < bytes.len() { bytes[at] } else { b'#' };
            if first == b'#' || first.is_ascii_lowercase() {
                if let Some(start) = begun {
                    index.places[index.count] = (start as u32, at as u32);
                    index.count += 1;
                    index.insert(bytes, start);
                }
                begun = if first == b'#' { None } else { Some(at) };
            }
            if at == bytes.len() {
                return index;
            }
            while at < bytes.len() && bytes[at] != b'\n' {
                at += 1;
            }
            if at < bytes.len() {
                at += 1;
            }
        }
    }

    /// Gives the last message its slot.
    #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
    const fn insert(&mut self, bytes: &[u8], start: usize) {
        let (mut hash, mut end) = (BASIS, start);
        while bytes[end] != b' ' && bytes[end] != b'=' {
            hash = mixed(hash, bytes[end]);
            end += 1;
        }
        let mut slot = hash as usize % SLOTS;
        while self.slots[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        self.slots[slot] = self.count as u16;
    }

    /// How many messages there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The number of a message and how it is written in `source`, of which this is the index.
    pub(super) fn find<'s>(&self, source: &'s str, id: &str) -> Option<(usize, &'s str)> {
        let slot = id.bytes().fold(BASIS, mixed) as usize % SLOTS;
        let from = self.slots.iter().cycle().skip(slot).take_while(|number| **number != 0);
        from.map(|number| usize::from(number - 1)).find_map(|number| {
            let (start, end) = *self.places.get(number)?;
            let written = source.get(start as usize..end as usize)?;
            let rest = written.strip_prefix(id)?;
            rest.starts_with([' ', '=']).then_some((number, written))
        })
    }
}

/// FNV-1a.
const BASIS: u32 = 0x811c_9dc5;

const fn mixed(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn a_message_ends_before_the_next_or_a_comment_and_no_id_is_found_in_a_longer_one() {
        const SOURCE: &str = "# First\n\none = 1\n    .hint = 2\none-more=3\n    4\n# Last\n\n";
        let index = Index::of(SOURCE);
        assert_eq!(index.len(), 2);
        assert_eq!(index.find(SOURCE, "one"), Some((0, "one = 1\n    .hint = 2\n")));
        assert_eq!(index.find(SOURCE, "one-more"), Some((1, "one-more=3\n    4\n")));
        for absent in ["on", "one-", "two", "", "hint"] {
            assert_eq!(index.find(SOURCE, absent), None, "{absent}");
        }
    }
}
