//! The entries and the records of an activity, read where they stand in the payload, in the one form in which they are written:
//! nearly all of a bundle is of them, and to write each again in order to compare it would cost as much as to read it.
//!
//! It names no fault: what it does not know is left to the reading of the whole, which does.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::DateTime;
use memchr::memmem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::base::hex;
use crate::domain::family::FamilyRecord;
use crate::exchange::bundle::{MAX_INTEGER, is_canonical, is_compact};
use crate::journal::entry::{Digest, Entry, EntryId, EventContent, Purpose, SealedEvent};

/// The first of these members in a payload is its body's: before it there is no other of this name, and within a text a quote is
/// escaped.
const OPENING: &str = r#","body":{"entries":["#;
const BETWEEN: &str = r#"],"families":["#;
const CLOSING: &str = r#"],"indicators":"#;

/// What is long of an activity, and the payload without it.
pub(in crate::exchange) struct Long<'a> {
    pub entries: Vec<Written<'a>>,
    pub families: Vec<FamilyRecord>,
    /// The payload, as it would be with no entry and no record.
    pub around: Vec<u8>,
}

/// An entry with its header as it is written, which is what was digested.
pub(in crate::exchange) struct Written<'a> {
    pub entry: Entry,
    pub header: Cow<'a, [u8]>,
}

/// Reads what is long of an activity; `None` when it is not written as this program writes it, or is no activity's.
pub(in crate::exchange) fn read(payload: &[u8]) -> Option<Long<'_>> {
    // Once for all its texts.
    let payload = str::from_utf8(payload).ok()?;
    let opening = memmem::find(payload.as_bytes(), OPENING.as_bytes())? + OPENING.len();
    let (before, rest) = payload.split_at_checked(opening)?;
    let mut reader = Reader { rest, text: String::new() };
    let entries = reader.list(Reader::entry)?;
    reader.literal(BETWEEN)?;
    let families = reader.list(Reader::value)?;
    reader.literal(CLOSING)?;
    let around = [before, BETWEEN, CLOSING, reader.rest].concat().into_bytes();
    Some(Long { entries, families, around })
}

/// What remains to be read. Each of its functions reads one value, and nothing but the bytes that the encoder would write for it.
struct Reader<'a> {
    rest: &'a str,
    /// Where texts are put together.
    text: String,
}

impl<'a> Reader<'a> {
    fn entry(&mut self) -> Option<Written<'a>> {
        self.literal(r#"{"header":"#)?;
        let header = self.rest;
        self.literal(r#"{"replica":""#)?;
        let replica = self.id()?;
        self.literal(r#"","number":"#)?;
        let number = self.number()?;
        self.literal(r#","lamport":"#)?;
        let lamport = self.number()?;
        self.literal(r#","seen":"#)?;
        let seen = if self.literal("{}").is_some() { BTreeMap::new() } else { self.value()? };
        self.literal(r#","recorded_at":"#)?;
        let recorded_at = DateTime::from_timestamp_millis(self.signed()?)?;
        self.literal(r#","author":""#)?;
        let author = self.id()?;
        self.literal(r#"","family":"#)?;
        let family = self.or_null(Self::id)?;
        self.literal(r#","purpose":"#)?;
        let purpose = if self.literal(r#"{"purpose":"act"}"#).is_some() { Purpose::Act } else { self.value()? };
        self.literal("}")?;
        let header = header.get(..header.len() - self.rest.len())?.as_bytes().into();
        self.literal(r#","events":["#)?;
        let events = self.list(Self::event)?;
        self.literal(r#"],"previous":""#)?;
        let previous = Digest(self.digits()?);
        self.literal(r#"","digest":""#)?;
        let digest = Digest(self.digits()?);
        self.literal(r#""}"#)?;
        let id = EntryId { replica, number };
        let entry = Entry { id, lamport, seen, recorded_at, author, family, purpose, events, previous, digest };
        Some(Written { entry, header })
    }

    fn event(&mut self) -> Option<SealedEvent> {
        self.literal(r#"{"digest":""#)?;
        let digest = Digest(self.digits()?);
        self.literal("\"")?;
        let content = match self.literal(r#","salt":""#) {
            Some(()) => {
                let salt = self.digits()?;
                self.literal(r#"","body":""#)?;
                Some(EventContent { salt, body: self.text()? })
            }
            None => None,
        };
        self.literal("}")?;
        Some(SealedEvent { digest, content })
    }

    /// The items of an array whose opening bracket has been read, up to its closing one.
    fn list<T>(&mut self, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        if self.rest.starts_with(']') {
            return Some(items);
        }
        loop {
            items.push(item(self)?);
            if self.literal(",").is_none() {
                return Some(items);
            }
        }
    }

    fn literal(&mut self, text: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(text)?;
        Some(())
    }

    fn take(&mut self, length: usize) -> Option<&'a str> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u64> {
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = self.take(digits)?;
        let number = digits.parse().ok()?;
        (number <= MAX_INTEGER && (digits.len() == 1 || !digits.starts_with('0'))).then_some(number)
    }

    fn signed(&mut self) -> Option<i64> {
        let is_negative = self.literal("-").is_some();
        let number = i64::try_from(self.number()?).ok()?;
        match is_negative {
            true => (number != 0).then_some(-number),
            false => Some(number),
        }
    }

    fn id<T: From<Uuid>>(&mut self) -> Option<T> {
        let digits = self.take(36)?.as_bytes();
        let is_lower = !digits.iter().any(u8::is_ascii_uppercase);
        Uuid::try_parse_ascii(digits).ok().filter(|_| is_lower).map(T::from)
    }

    /// `null`, or a value between quotes of which the closing one is read here.
    fn or_null<T>(&mut self, value: fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.literal("null").is_some() {
            return Some(None);
        }
        self.literal("\"")?;
        let value = value(self)?;
        self.literal("\"")?;
        Some(Some(value))
    }

    fn digits<const N: usize>(&mut self) -> Option<[u8; N]> {
        hex::bytes(self.take(2 * N)?.as_bytes())
    }

    /// A text up to its closing quote, with the escapes that the encoder writes and no other.
    fn text(&mut self) -> Option<String> {
        self.text.clear();
        loop {
            let plain = self.rest.bytes().position(|byte| byte == b'"' || byte == b'\\' || byte < 0x20)?;
            let run = self.take(plain)?;
            self.text.push_str(run);
            if self.literal("\"").is_some() {
                return Some(self.text.as_str().to_owned());
            }
            self.literal("\\")?;
            let escaped = match self.take(1)? {
                "\"" => '"',
                "\\" => '\\',
                "b" => '\u{8}',
                "t" => '\t',
                "n" => '\n',
                "f" => '\u{c}',
                "r" => '\r',
                "u" => {
                    self.literal("00")?;
                    let [control] = self.digits()?;
                    (control < 0x20 && !matches!(control, 0x08..=0x0a | 0x0c | 0x0d)).then_some(char::from(control))?
                }
                _ => return None,
            };
            self.text.push(escaped);
        }
    }

    /// Any value, by its type: read, and written again to be compared.
    fn value<T: DeserializeOwned + Serialize>(&mut self) -> Option<T> {
        let mut values = serde_json::Deserializer::from_str(self.rest).into_iter();
        let value: T = values.next()?.ok()?;
        let text = self.take(values.byte_offset())?.as_bytes();
        (is_compact(text) == Ok(true) && is_canonical(&value, text)).then_some(value)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::base::id::{FamilyId, ReferentId, ReplicaId};
    use crate::domain::indicator::Indicators;
    use crate::exchange::activity::{Activity, DisclosedEntry, PeriodIndicators};
    use crate::journal::chain;
    use crate::journal::entry::{Draft, Head};

    const BEFORE: &str = r#"{"seen":7,"body":"#;
    const AFTER: &str = r#","extensions":{}}"#;

    /// Entries in every form that a header and a text can have.
    fn activity() -> Activity {
        let one = EntryId { replica: ReplicaId::from_bytes([0xab; 16]), number: 10 };
        let purposes = [
            Purpose::Act,
            Purpose::Undo { of: one },
            Purpose::Resolve { of: vec![one, one] },
            Purpose::Import { bundle: Digest([0x5c; 32]) },
        ];
        let mut head = Head::start(ReplicaId::from_bytes([0xc3; 16]));
        let mut entries = Vec::new();
        for (place, purpose) in (0_i64..).zip(purposes) {
            let text = |body: &str| EventContent { salt: [0xde; 16], body: body.to_owned() };
            let draft = Draft {
                recorded_at: DateTime::from_timestamp_millis(place * 1_000_000 - 5).unwrap(),
                author: ReferentId::from_bytes([0x1f; 16]),
                family: (place % 2 == 0).then(|| FamilyId::from_bytes([0x0e; 16])),
                purpose,
                events: vec![
                    text(""),
                    text("{\"é\":\"a/\\b\",\"…\":\"\u{8}\t\n\u{b}\u{c}\r\u{1f}\u{7f}😀\"}"),
                    text("0"),
                ],
            };
            let mut entry = chain::seal(draft, &mut head);
            entry.events[2].content = None;
            entries.push(DisclosedEntry::of(entry));
            head.seen.insert(one.replica, 1 << place);
        }
        let days = ["2026-01-01", "2026-12-31"].map(|day| day.parse().unwrap());
        let indicators = PeriodIndicators { from: days[0], to: days[1], figures: Indicators::default() };
        let records = [1, 2].map(|number| FamilyRecord::new(FamilyId::from_bytes([number; 16])));
        Activity { entries, families: records.to_vec(), indicators, withheld: 4 }
    }

    fn payload(activity: &Activity) -> Vec<u8> {
        [BEFORE.as_bytes(), &serde_json::to_vec(activity).unwrap(), AFTER.as_bytes()].concat()
    }

    /// The activity of a payload, when it is one as it is written.
    fn by_its_type(payload: &[u8]) -> Option<Activity> {
        let body = payload.strip_prefix(BEFORE.as_bytes())?.strip_suffix(AFTER.as_bytes())?;
        let activity: Activity = serde_json::from_slice(body).ok()?;
        let is_written = is_compact(body) == Ok(true) && is_canonical(&activity, body);
        let are_entries = activity.entries.iter().all(|entry| entry.clone().read().is_ok());
        (is_written && are_entries).then_some(activity)
    }

    /// The same, read where it stands.
    fn where_it_stands(payload: &[u8]) -> Option<Activity> {
        let Long { entries, families, around } = read(payload)?;
        for Written { entry, header } in &entries {
            assert_eq!(**header, serde_json::to_vec(&chain::Header::of(entry)).unwrap());
        }
        let entries = entries.into_iter().map(|written| DisclosedEntry::of(written.entry)).collect();
        by_its_type(&around).map(|around| Activity { entries, families, ..around })
    }

    #[test]
    fn what_is_read_where_it_stands_is_what_is_read_by_its_type() {
        let none = Activity { entries: Vec::new(), families: Vec::new(), ..activity() };
        for activity in [activity(), none] {
            let payload = payload(&activity);
            assert_eq!(where_it_stands(&payload).as_ref(), Some(&activity));
            assert_eq!(by_its_type(&payload), Some(activity));
        }
    }

    #[test]
    fn what_is_changed_at_any_byte_is_read_only_where_its_type_reads_the_same() {
        let whole = payload(&activity());
        let mut read = 0;
        let mut look_at = |changed: &[u8]| {
            if let Some(activity) = where_it_stands(changed) {
                read += 1;
                assert_eq!(Some(activity), by_its_type(changed), "{}", String::from_utf8_lossy(changed));
            }
        };
        for at in BEFORE.len()..whole.len() - AFTER.len() {
            let (before, after) = whole.split_at(at);
            look_at(&[before, &after[1..]].concat());
            for byte in *b"\"\\,}0A \xff" {
                look_at(&[before, &[byte], &after[1..]].concat());
                look_at(&[before, &[byte], after].concat());
            }
        }
        assert!(read > 1000, "{read} are in form: with another digit, with another letter");
    }

    #[test]
    fn every_escape_but_those_that_are_written_is_read_by_neither() {
        let whole = String::from_utf8(payload(&activity())).unwrap();
        for escape in [
            "\\/",
            "\\u00e9",
            "\\u000B",
            "\\u000b",
            "\\u0008",
            "\\u001f",
            "\\u001F",
            "\\u0020",
            "\\u2026",
            "\\b",
            "\\ud83d\\ude00",
        ] {
            let changed = whole.replace("\\u000b", escape).into_bytes();
            assert_ne!(changed == whole.as_bytes(), escape != "\\u000b");
            assert_eq!(where_it_stands(&changed), by_its_type(&changed), "{escape}");
            assert_eq!(
                where_it_stands(&changed).is_some(),
                ["\\u000b", "\\b", "\\u001f"].contains(&escape),
                "{escape}"
            );
        }
    }
}
