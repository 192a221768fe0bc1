//! From the bytes of a terminal to keys, pastes and the mouse: xterm's sequences, as every terminal in use sends them.
//!
//! It reads nothing itself. What it does not know is dropped, never taken for text.

use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::layout::Position;

use super::{Input, Mouse};
use crate::tui::keymap::Key;

/// Keeps the beginning of a sequence that a read cut in two.
#[derive(Debug, Default)]
pub struct Decoder {
    held: Vec<u8>,
}

const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";
/// Longer than this is not a sequence but noise.
const LONGEST_SEQUENCE: usize = 64;

impl Decoder {
    /// The inputs that these bytes complete. An escape that ends a read is the Esc key.
    pub fn decode(&mut self, bytes: &[u8]) -> Vec<Input> {
        self.held.extend_from_slice(bytes);
        let held = std::mem::take(&mut self.held);
        let mut rest = held.as_slice();
        let mut inputs = Vec::new();
        while !rest.is_empty() {
            match step(rest) {
                Step::Took { used, input } => {
                    inputs.extend(input);
                    rest = rest.get(used.max(1)..).unwrap_or_default();
                }
                Step::Incomplete => break,
            }
        }
        self.held = rest.to_vec();
        inputs
    }
}

enum Step {
    Took { used: usize, input: Option<Input> },
    Incomplete,
}

fn took(used: usize, key: Key) -> Step {
    Step::Took { used, input: Some(Input::Key(key)) }
}

fn dropped(used: usize) -> Step {
    Step::Took { used, input: None }
}

fn step(bytes: &[u8]) -> Step {
    match bytes {
        [0x1b] => took(1, Key::plain(KeyCode::Esc)),
        [0x1b, b'[', ..] if bytes.starts_with(PASTE_BEGINS) => paste(bytes),
        [0x1b, b'[', rest @ ..] => control_sequence(rest),
        [0x1b, b'O'] => Step::Incomplete,
        [0x1b, b'O', last, ..] => match letter(*last) {
            Some(code) => took(3, Key::plain(code)),
            None => dropped(3),
        },
        [0x1b, 0x1b, ..] => took(1, Key::plain(KeyCode::Esc)),
        [0x1b, rest @ ..] => match character(rest) {
            Char::Key(used, mut key) => {
                key.modifiers |= KeyModifiers::ALT;
                took(used + 1, key)
            }
            Char::Noise => dropped(2),
            Char::Incomplete => Step::Incomplete,
        },
        bytes => match character(bytes) {
            Char::Key(used, key) => took(used, key),
            Char::Noise => dropped(1),
            Char::Incomplete => Step::Incomplete,
        },
    }
}

enum Char {
    Key(usize, Key),
    Noise,
    Incomplete,
}

/// A plain or control character at the beginning of the bytes.
fn character(bytes: &[u8]) -> Char {
    let Some(first) = bytes.first().copied() else { return Char::Incomplete };
    let plain = |code| Char::Key(1, Key::plain(code));
    let control = |byte| Char::Key(1, Key { code: KeyCode::Char(char::from(byte)), modifiers: KeyModifiers::CONTROL });
    match first {
        b'\r' | b'\n' => plain(KeyCode::Enter),
        b'\t' => plain(KeyCode::Tab),
        0x7f | 0x08 => plain(KeyCode::Backspace),
        0x00 => control(b' '),
        0x01..=0x1a => control(first - 1 + b'a'),
        0x1b => plain(KeyCode::Esc),
        0x1c..=0x1f => control(first - 0x1c + b'4'),
        0x20..=0x7e => plain(KeyCode::Char(char::from(first))),
        0xc2..=0xdf => encoded(bytes, 2),
        0xe0..=0xef => encoded(bytes, 3),
        0xf0..=0xf4 => encoded(bytes, 4),
        0x80..=0xc1 | 0xf5..=0xff => Char::Noise,
    }
}

fn encoded(bytes: &[u8], length: usize) -> Char {
    let Some(encoded) = bytes.get(..length) else {
        let ends_early = bytes.iter().skip(1).any(|byte| byte & 0xc0 != 0x80);
        return if ends_early { Char::Noise } else { Char::Incomplete };
    };
    match std::str::from_utf8(encoded).ok().and_then(|text| text.chars().next()) {
        Some(text) => Char::Key(length, Key::plain(KeyCode::Char(text))),
        None => Char::Noise,
    }
}

fn paste(bytes: &[u8]) -> Step {
    let after = bytes.get(PASTE_BEGINS.len()..).unwrap_or_default();
    match after.windows(PASTE_ENDS.len()).position(|window| window == PASTE_ENDS) {
        Some(end) => {
            let text = String::from_utf8_lossy(after.get(..end).unwrap_or_default()).replace("\r\n", "\n");
            let used = PASTE_BEGINS.len() + end + PASTE_ENDS.len();
            Step::Took { used, input: Some(Input::Paste(text.replace('\r', "\n"))) }
        }
        None => Step::Incomplete,
    }
}

/// What follows `ESC [`: parameters, then a final byte.
fn control_sequence(rest: &[u8]) -> Step {
    // The Linux console's F1-F5.
    if let [b'[', last, ..] = rest {
        return match last.checked_sub(b'A').filter(|number| *number < 5) {
            Some(number) => took(4, Key::plain(KeyCode::F(number + 1))),
            None => dropped(4),
        };
    }
    let final_byte = rest.iter().enumerate().find(|(_, byte)| (0x40..=0x7e).contains(*byte) && **byte != b'[');
    let Some((end, last)) = final_byte else {
        return if rest.len() > LONGEST_SEQUENCE { dropped(rest.len() + 2) } else { Step::Incomplete };
    };
    let used = end + 3;
    let text = std::str::from_utf8(rest.get(..end).unwrap_or_default()).unwrap_or_default();
    if let Some(mouse) = text.strip_prefix('<') {
        return Step::Took { used, input: pointer(mouse, *last).map(Input::Mouse) };
    }
    let numbers: Vec<u32> = text.split(';').map(|number| number.parse().unwrap_or(0)).collect();
    let modifiers = numbers.get(1).map_or(KeyModifiers::NONE, |number| modifiers(*number));
    let code = match last {
        b'~' => numbers.first().and_then(|number| tilde(*number)),
        b'Z' => return took(used, Key { code: KeyCode::Tab, modifiers: KeyModifiers::SHIFT }),
        other => letter(*other),
    };
    match code {
        Some(code) => took(used, Key { code, modifiers }),
        None => dropped(used),
    }
}

fn letter(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _unknown => return None,
    })
}

fn tilde(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(u8::try_from(number - 10).ok()?),
        17..=21 => KeyCode::F(u8::try_from(number - 11).ok()?),
        23 | 24 => KeyCode::F(u8::try_from(number - 12).ok()?),
        _unknown => return None,
    })
}

/// xterm's modifier parameter: one more than the sum of shift 1, alt 2, control 4.
fn modifiers(number: u32) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)] {
        if bits & bit != 0 {
            modifiers |= modifier;
        }
    }
    modifiers
}

/// SGR mouse: `button;column;row`, `M` pressed, `m` released; columns and rows count from 1.
fn pointer(parameters: &str, last: u8) -> Option<Mouse> {
    let mut numbers = parameters.split(';').map(|number| number.parse::<u16>().ok());
    let (button, x, y) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let at = Position { x: x.checked_sub(1)?, y: y.checked_sub(1)? };
    match (button, last) {
        (0, b'M') => Some(Mouse::Click(at)),
        (64, b'M') => Some(Mouse::WheelUp(at)),
        (65, b'M') => Some(Mouse::WheelDown(at)),
        _moved_or_released => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    fn said(input: &Input) -> String {
        let Input::Key(key) = input else { return format!("{input:?}") };
        let mut said = match key.code {
            KeyCode::Char(character) => character.to_string(),
            code => format!("{code:?}"),
        };
        for (modifier, letter) in [(KeyModifiers::SHIFT, 's'), (KeyModifiers::ALT, 'a'), (KeyModifiers::CONTROL, 'c')] {
            if key.modifiers.contains(modifier) {
                said.push('/');
                said.push(letter);
            }
        }
        said
    }

    fn all(decoder: &mut Decoder, bytes: &[u8]) -> String {
        decoder.decode(bytes).iter().map(said).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn bytes_become_keys() {
        for (bytes, expected) in [
            ("é日", "é 日"),
            ("a\r\x7f\t", "a Enter Backspace Tab"),
            ("\x13\x0c\x00", "s/c l/c  /c"),
            ("\x1b", "Esc"),
            ("\x1b[A\x1b[1;2D\x1bOP\x1b[15~\x1b[24~", "Up Left/s F(1) F(5) F(12)"),
            ("\x1b[Z\x1b[3;5~\x1b[H\x1b[4~", "Tab/s Delete/c Home End"),
            ("\x1bx\x1b\x1b[A", "x/a Esc Up"),
            ("\x1b[[A", "F(1)"),
            ("\x1b[<0;3;2M\x1b[<0;3;2m", "Mouse(Click(Position { x: 2, y: 1 }))"),
            ("\x1b[<65;1;1M", "Mouse(WheelDown(Position { x: 0, y: 0 }))"),
            ("\x1b[200~a\r\nb\x1b[A\x1b[201~c", "Paste(\"a\\nb\\u{1b}[A\") c"),
            ("\x1b[?1;2c\x1b[99~z", "z"),
        ] {
            assert_eq!(all(&mut Decoder::default(), bytes.as_bytes()), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_sequence_cut_by_a_read_is_one_key() {
        let mut decoder = Decoder::default();
        for (bytes, expected) in [
            (&b"\x1b["[..], ""),
            (b"1;2", ""),
            (b"A", "Up/s"),
            (b"\xc3", ""),
            (b"\xa9", "é"),
            (b"\x1b[200~ab", ""),
            (b"c\x1b[201~", "Paste(\"abc\")"),
        ] {
            assert_eq!(all(&mut decoder, bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn noise_is_dropped_and_the_next_key_is_heard() {
        let mut decoder = Decoder::default();
        let mut bytes = b"\x1b[".to_vec();
        bytes.extend(std::iter::repeat_n(b'9', 200));
        assert_eq!(all(&mut decoder, &bytes), "");
        assert_eq!(all(&mut decoder, b"\xff\xfe\xc3q"), "q");
    }
}
