//! `SafeText`: the only way in which text from people or files reaches a terminal, a file or another program's input.
//!
//! It shows what could deceive or command and obeys none of it. It does not change what is stored: a record keeps the
//! text as typed.

use std::borrow::Cow;
use std::fmt;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Marks that a base letter may carry; what follows is a flood and is counted instead of drawn.
const MOST_MARKS: usize = 4;

/// Text that is safe to show. Control characters appear as control pictures (␛), other invisible ones as ⟨U+202E⟩.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SafeText<'a>(Cow<'a, str>);

impl<'a> SafeText<'a> {
    /// Makes one line safe: line breaks and tabs are shown too (␊, ␉).
    pub fn line(text: &'a str) -> Self {
        Self::made(text, false)
    }

    /// Makes a text of several lines safe: line breaks (CR LF becomes LF) and tabs stay what they are.
    pub fn lines(text: &'a str) -> Self {
        Self::made(text, true)
    }

    /// The safe text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The safe text, borrowed from its source where nothing had to be replaced.
    pub fn into_cow(self) -> Cow<'a, str> {
        self.0
    }

    /// The safe text, owned.
    pub fn into_string(self) -> String {
        self.0.into_owned()
    }

    /// Columns that the text takes in a terminal, as one line.
    pub fn width(&self) -> usize {
        match simple_columns(&self.0) {
            Some(columns) => columns,
            None => self.0.graphemes(true).map(columns_of).sum(),
        }
    }

    /// The text within `columns`: cut between graphemes and ended with `…` when it is longer.
    pub fn fit(self, columns: usize) -> Cow<'a, str> {
        if self.0.len() <= columns && is_simple(&self.0) {
            return self.0;
        }
        let one_line = self.into_one_line();
        if one_line.width() <= columns {
            return one_line.0;
        }
        let Some(room) = columns.checked_sub(1) else { return Cow::Borrowed("") };
        let mut fitted = String::with_capacity(columns + 2);
        let mut used = 0;
        for grapheme in one_line.0.graphemes(true) {
            used += columns_of(grapheme);
            if used > room {
                break;
            }
            fitted.push_str(grapheme);
        }
        fitted.push('…');
        Cow::Owned(fitted)
    }

    /// The text in exactly `columns`: cut as [`SafeText::fit`] does, or filled with spaces on the right.
    pub fn pad(self, columns: usize) -> String {
        let mut padded = self.fit(columns).into_owned();
        let used = SafeText(Cow::Borrowed(&padded)).width();
        padded.extend(std::iter::repeat_n(' ', columns.saturating_sub(used)));
        padded
    }

    fn made(text: &'a str, keep_lines: bool) -> Self {
        // Nearly every text has nothing to copy.
        if text.chars().all(|c| is_one_column(c) || (keep_lines && matches!(c, '\n' | '\t'))) {
            return Self(Cow::Borrowed(text));
        }
        let shown = show(text, keep_lines);
        Self(if shown == text { Cow::Borrowed(text) } else { Cow::Owned(shown) })
    }

    fn into_one_line(self) -> Self {
        if self.0.contains(['\n', '\t']) {
            return Self(Cow::Owned(self.0.replace('\n', "␊").replace('\t', " ")));
        }
        self
    }
}

impl fmt::Display for SafeText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for SafeText<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<'a> From<SafeText<'a>> for Cow<'a, str> {
    fn from(text: SafeText<'a>) -> Self {
        text.0
    }
}

/// Whether each character of the text is a grapheme of one column by itself: nearly every text.
pub fn is_simple(text: &str) -> bool {
    text.chars().all(is_one_column)
}

/// Whether a reader sees nothing of the text.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Latin letters, punctuation, arrows, line drawing and simple signs: nothing in them joins a neighbour or is invisible.
fn is_one_column(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '€'
        | '\u{2190}'..='\u{21ff}' | '\u{2460}'..='\u{25fc}' | '\u{2605}'..='\u{2606}' | '⌂' | '✓' | '✗')
}

/// The columns of a simple text.
fn simple_columns(text: &str) -> Option<usize> {
    if text.is_ascii() {
        // A line break or a tab kept in a text of several lines takes one too.
        return Some(text.len());
    }
    let mut columns = 0;
    for c in text.chars() {
        if !is_one_column(c) {
            return None;
        }
        columns += 1;
    }
    Some(columns)
}

fn columns_of(grapheme: &str) -> usize {
    match grapheme {
        "\n" | "\t" => 1,
        grapheme => grapheme.width(),
    }
}

fn show(text: &str, keep_lines: bool) -> String {
    let mut shown = String::with_capacity(text.len() + 16);
    let mut base: Option<char> = None;
    let mut marks = 0;
    let mut flood = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_combining_mark(c) && !is_invisible(c) {
            marks += 1;
            if marks > MOST_MARKS {
                flood += 1;
                continue;
            }
            if base.is_none() {
                // A mark without a letter would sit on what the screen shows before it.
                shown.push('◌');
                base = Some('◌');
            }
            shown.push(c);
            continue;
        }
        if is_presentation_selector(c) && base.is_some_and(is_pictogram) && marks == 0 {
            // It only chooses between two drawings of one sign, and terminals disagree on its width.
            base = None;
            marks = 1;
            continue;
        }
        end_flood(&mut shown, &mut flood);
        marks = 0;
        base = Some(c);
        match c {
            '\n' | '\t' if keep_lines => {
                shown.push(c);
                base = None;
            }
            '\r' if keep_lines && chars.peek() == Some(&'\n') => base = None,
            '\0'..='\u{1f}' => shown.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')),
            '\u{7f}' => shown.push('␡'),
            c if is_invisible(c) => shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(c))),
            c => shown.push(c),
        }
    }
    end_flood(&mut shown, &mut flood);
    shown
}

fn end_flood(shown: &mut String, flood: &mut usize) {
    if *flood > 0 {
        shown.push_str(&format!("⟨+{flood}⟩"));
        *flood = 0;
    }
}

fn is_presentation_selector(c: char) -> bool {
    matches!(c, '\u{fe0e}' | '\u{fe0f}')
}

fn is_pictogram(c: char) -> bool {
    matches!(c, '©' | '®' | '\u{2010}'..='\u{205e}' | '\u{2100}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{1f000}'..='\u{1faff}')
}

/// Characters that a reader cannot see and that change what they see, or that stand for nothing agreed.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' // C1 controls
        | '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' // soft hyphen, grapheme joiner, Mongolian selectors
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // bidi controls
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{17b4}' | '\u{17b5}' // fillers without a glyph
        | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' // zero width
        | '\u{2028}' | '\u{2029}' // line and paragraph separators
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' // variation selectors and tag characters
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{fdd0}'..='\u{fdef}' // annotations, noncharacters
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' // shorthand and musical format controls
        | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' // private use: any glyph at all
    ) || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_could_command_or_deceive_is_shown() {
        for (text, shown) in [
            ("Aminata DIARRA", "Aminata DIARRA"),
            ("Noël, œuvre, N’Diaye", "Noël, œuvre, N’Diaye"),
            ("\u{1b}[2J\u{1b}]0;x\u{7}", "␛[2J␛]0;x␇"),
            ("a\0b\u{7f}c\u{9b}d", "a␀b␡c⟨U+009B⟩d"),
            ("un\r\ndeux\tx", "un␍␊deux␉x"),
            ("\u{202e}txt.exe\u{202c}", "⟨U+202E⟩txt.exe⟨U+202C⟩"),
            ("a\u{61c}\u{200e}\u{200f}\u{2066}\u{2069}", "a⟨U+061C⟩⟨U+200E⟩⟨U+200F⟩⟨U+2066⟩⟨U+2069⟩"),
            ("ok\u{e0041}\u{e007f}", "ok⟨U+E0041⟩⟨U+E007F⟩"),
            ("p\u{200b}a\u{200c}y\u{200d}p\u{feff}", "p⟨U+200B⟩a⟨U+200C⟩y⟨U+200D⟩p⟨U+FEFF⟩"),
            ("a\u{2028}b\u{2029}", "a⟨U+2028⟩b⟨U+2029⟩"),
            ("soft\u{ad}hyphen", "soft⟨U+00AD⟩hyphen"),
            ("a\u{fe0f}\u{e0100}", "a⟨U+FE0F⟩⟨U+E0100⟩"),
            ("\u{2764}\u{fe0f}\u{fe0f}", "\u{2764}⟨U+FE0F⟩"),
            ("\u{e000}", "⟨U+E000⟩"),
            ("e\u{301}", "e\u{301}"),
            ("\u{301}x", "◌\u{301}x"),
        ] {
            assert_eq!(SafeText::line(text).as_str(), shown, "{text:?}");
        }
    }

    #[test]
    fn every_control_bidi_tag_and_zero_width_character_is_shown() {
        for range in [
            0x00..=0x1f,
            0x7f..=0x9f,
            0xad..=0xad,
            0x61c..=0x61c,
            0x200b..=0x200f,
            0x2028..=0x202e,
            0x2060..=0x206f,
            0xfe00..=0xfe0f,
            0xfeff..=0xfeff,
            0xe0000..=0xe0fff,
        ] {
            for code in range {
                let c: char = char::from_u32(code).unwrap();
                let text = format!("a{c}b");
                let shown = SafeText::line(&text).into_string();
                assert!(!shown.contains(c), "U+{code:04X} passes");
                assert!(shown.chars().count() >= 3, "U+{code:04X} disappears");
            }
        }
    }

    #[test]
    fn a_simple_character_is_a_visible_grapheme_of_one_column_next_to_any_other() {
        let simple: Vec<char> = ('\0'..=char::MAX).filter(|c| is_one_column(*c)).collect();
        assert!(simple.len() > 1000);
        let text: String = simple.iter().collect();
        let mirrored: String = simple.iter().rev().collect();
        for text in [&text, &mirrored] {
            assert_eq!(text.graphemes(true).count(), simple.len());
            assert!(text.graphemes(true).all(|grapheme| grapheme.width() == 1));
        }
        assert_eq!(show(&text, false), text);
    }

    #[test]
    fn a_note_keeps_its_lines_and_tabs_and_nothing_else() {
        assert_eq!(SafeText::lines("a\r\nb\n\tc").as_str(), "a\nb\n\tc");
        assert_eq!(SafeText::lines("a\rb\u{1b}\u{b}").as_str(), "a␍b␛␋");
        assert_eq!(SafeText::lines("a\n\u{301}b").as_str(), "a\n◌\u{301}b");
    }

    #[test]
    fn a_flood_of_marks_is_counted_not_drawn() {
        let flood = format!("e{}t", "\u{301}".repeat(50));
        assert_eq!(SafeText::line(&flood).as_str(), "e\u{301}\u{301}\u{301}\u{301}⟨+46⟩t");
        assert_eq!(SafeText::line("Nguyễn Thị").as_str(), "Nguyễn Thị");
    }

    #[test]
    fn plain_text_is_borrowed() {
        for text in ["Aminata", "Noël Çelik", "l’été…", "日本", "e\u{301}"] {
            assert!(matches!(SafeText::line(text).into_cow(), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn text_is_cut_between_graphemes_by_its_width() {
        for (text, columns, fitted) in [
            ("Aminata", 7, "Aminata"),
            ("Aminata", 6, "Amina…"),
            ("Aminata", 1, "…"),
            ("Aminata", 0, ""),
            ("", 0, ""),
            ("日本語", 6, "日本語"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),
            ("e\u{301}te\u{301}s", 3, "e\u{301}t…"),
            ("\u{1b}[1m", 3, "␛[…"),
        ] {
            assert_eq!(SafeText::line(text).fit(columns), fitted, "{text:?} in {columns}");
        }
        assert_eq!(SafeText::line("été").pad(5), "été  ");
        assert_eq!(SafeText::line("日本語").pad(4), "日… ");
        assert_eq!(SafeText::lines("a\nb").fit(5), "a␊b");
    }

    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>(),
            (0u32..0x300).prop_map(|n| char::from_u32(n).unwrap()),
            (0x200bu32..0x2070).prop_map(|n| char::from_u32(n).unwrap()),
            Just('\u{301}'),
            Just('\u{fe0f}'),
            Just('❤'),
        ];
        proptest::collection::vec(piece, 0..40).prop_map(|chars| chars.into_iter().collect())
    }

    proptest! {
        #[test]
        fn nothing_invisible_passes(text in nasty()) {
            let line = SafeText::line(&text);
            prop_assert!(!line.as_str().chars().any(|c| c.is_control() || is_invisible(c)), "{:?}", line);
            let lines = SafeText::lines(&text);
            let structure = |c: char| matches!(c, '\n' | '\t');
            prop_assert!(!lines.as_str().chars().any(|c| (c.is_control() && !structure(c)) || is_invisible(c)));
        }

        #[test]
        fn safe_text_is_already_safe(text in nasty()) {
            let once = SafeText::line(&text).into_string();
            prop_assert_eq!(SafeText::line(&once).into_string(), once);
            let once = SafeText::lines(&text).into_string();
            prop_assert_eq!(SafeText::lines(&once).into_string(), once);
        }

        #[test]
        fn fitted_text_never_exceeds_its_columns(text in nasty(), columns in 0usize..30) {
            let fitted = SafeText::line(&text).fit(columns).into_owned();
            prop_assert!(SafeText(Cow::Borrowed(&fitted)).width() <= columns, "{:?}", fitted);
            let padded = SafeText::lines(&text).pad(columns);
            prop_assert_eq!(SafeText(Cow::Borrowed(&padded)).width(), columns);
        }
    }
}
