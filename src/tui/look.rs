//! What drawing needs beside the state: the language, the theme, the day, and whether names are masked.
//!
//! It also places text: clipped by display width, never wider than its box.

use std::borrow::Cow;

use chrono::NaiveDate;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::theme::{Role, Theme};
use crate::base::locale::Catalog;
use crate::base::safe_text::{SafeText, is_simple};

/// Passed to every `draw`.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    pub catalog: &'a Catalog,
    pub theme: Theme,
    pub today: NaiveDate,
    pub privacy: Privacy,
    /// Whether the pane being drawn has the focus.
    pub focused: bool,
}

/// Whether names and numbers are shown to whoever stands behind the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Privacy {
    #[default]
    Shown,
    Masked,
}

impl Privacy {
    /// A person's text as it is, or masked.
    pub fn mask(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Shown => Cow::Borrowed(text),
            Self::Masked => Cow::Owned(masked(text)),
        }
    }
}

impl<'a> Look<'a> {
    /// The same, for a pane that has the focus or not.
    pub fn focused(self, focused: bool) -> Self {
        Self { focused, ..self }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// The style of the line under the cursor.
    pub fn selected(&self) -> Style {
        self.style(if self.focused { Role::Selected } else { Role::Marked })
    }

    /// The message of an id.
    pub fn text(&self, id: &str) -> Cow<'a, str> {
        self.catalog.text(id)
    }

    /// A message as a styled piece of a line.
    pub fn span(&self, id: &str, role: Role) -> Span<'a> {
        Span::styled(self.text(id), self.style(role))
    }

    /// A person's text, made safe and masked when privacy asks for it.
    pub fn mask<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.privacy {
            Privacy::Shown => SafeText::line(text).into_cow(),
            Privacy::Masked => Cow::Owned(masked(&SafeText::line(text).into_cow())),
        }
    }
}

/// Initials stay, so that the person still finds the way; neither the other letters nor their number show.
pub fn masked(text: &str) -> String {
    let word = |word: &str| match word.chars().find(|letter| letter.is_alphanumeric()) {
        Some(first) if first.is_alphabetic() => format!("{first}•••"),
        Some(_) => "••••".to_owned(),
        None => word.to_owned(),
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The text cut to `columns`, with … where something is missing.
pub fn fit(text: &str, columns: u16) -> Cow<'_, str> {
    SafeText::line(text).fit(usize::from(columns))
}

/// The text cut or filled to exactly `columns`.
pub fn pad(text: &str, columns: u16) -> String {
    SafeText::line(text).pad(usize::from(columns))
}

/// A family's name within `columns`, as the bytes where each piece begins and its text: where it is too wide the family name is
/// cut, and the beginning of the given name stays, because of two families of one name that is what tells them apart.
pub fn name_pieces(name: &str, columns: u16) -> Vec<(usize, Cow<'_, str>)> {
    pieces(name, columns, |surname, given| match columns.saturating_sub(surname) {
        // A family name that leaves room for a first letter stays whole.
        0 | 1 => (columns / 3).min(given),
        left => left,
    })
}

/// The same with as much of the given name as leaves the family name a letter: where two of one name are under each other.
pub fn name_pieces_apart(name: &str, columns: u16) -> Vec<(usize, Cow<'_, str>)> {
    pieces(name, columns, |_, given| given.min(columns.saturating_sub(3)))
}

/// The pieces of a name; `room` gives that of a given name too wide beside its family name, by the columns of both.
fn pieces(name: &str, columns: u16, room: impl FnOnce(u16, u16) -> u16) -> Vec<(usize, Cow<'_, str>)> {
    let given = if width(name) <= columns { None } else { given_name(name) };
    let Some((surname, given)) = given.and_then(|at| Some((name.get(..at)?, name.get(at..)?))) else {
        return vec![(0, fit(name, columns))];
    };
    let given_room = room(width(surname), width(given));
    let surname_room = columns.saturating_sub(given_room + 1);
    vec![(0, fit(surname.trim_end(), surname_room)), (surname.len(), fit(given, given_room))]
}

/// Where the given name begins: at the first word with a small letter, since a family name is written in capitals; else at the last.
fn given_name(name: &str) -> Option<usize> {
    let mut words = name.match_indices(' ').map(|(space, _)| space + 1);
    let is_given = |at: &usize| {
        let word = name.get(*at..).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
        word.contains(char::is_lowercase)
    };
    words.clone().find(is_given).or_else(|| words.next_back())
}

/// The end of a text that is too wide, after …: of a path or a file's name that is what one looks for.
pub fn end(text: &str, columns: u16) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut rest = text.chars();
    while width(rest.as_str()) >= columns.max(1) {
        rest.next();
    }
    Cow::Owned(format!("…{}", rest.as_str()))
}

/// Columns that the text takes.
pub fn width(text: &str) -> u16 {
    u16::try_from(SafeText::line(text).width()).unwrap_or(u16::MAX)
}

/// Puts a line on the row `y` of `area`, cut with … where it is too wide; nothing when the row is outside.
pub fn put(buf: &mut Buffer, area: Rect, y: u16, line: &Line<'_>) {
    if y >= area.height {
        return;
    }
    let total: usize = line.spans.iter().map(|span| SafeText::line(&span.content).width()).sum();
    let cut = total > usize::from(area.width);
    let end = area.right().saturating_sub(u16::from(cut));
    let mut x = area.x;
    for span in &line.spans {
        let room = usize::from(end.saturating_sub(x));
        let before = x;
        let style = line.style.patch(span.style);
        let text = SafeText::line(&span.content);
        x = write(buf, Position { x, y: area.y + y }, text.as_str(), room, style);
        if cut && usize::from(x - before) < text.width() {
            write(buf, Position { x, y: area.y + y }, "…", usize::from(area.right().saturating_sub(x)), style);
            break;
        }
    }
}

/// Writes safe text into the cells from `at` on, within `room` columns, and returns the column after it.
pub fn write(buf: &mut Buffer, at: Position, text: &str, room: usize, style: Style) -> u16 {
    if !is_simple(text) {
        return buf.set_stringn(at.x, at.y, text, room, style).0;
    }
    // As ratatui does, without looking for graphemes: half of what drawing a frame costs.
    let mut x = at.x;
    for (cell, c) in cells_mut(buf, at, room).iter_mut().zip(text.chars()) {
        cell.set_char(c).set_style(style);
        x += 1;
    }
    x
}

/// The cells of a line from `at` on, no more than `most`.
pub fn cells_mut(buf: &mut Buffer, at: Position, most: usize) -> &mut [Cell] {
    let area = buf.area;
    if !area.contains(at) {
        return &mut [];
    }
    let start = usize::from(at.y - area.y) * usize::from(area.width) + usize::from(at.x - area.x);
    let end = start + most.min(usize::from(area.right() - at.x));
    buf.content.get_mut(start..end).unwrap_or_default()
}

/// Fills a whole row with a style, without touching its text.
pub fn tint(buf: &mut Buffer, area: Rect, y: u16, style: Style) {
    if y < area.height {
        buf.set_style(Rect { y: area.y + y, height: 1, ..area }, style);
    }
}

/// The text broken into lines of at most `columns`, at spaces where it can; never between a word and the `:` or `»` after it.
pub fn wrap(text: &str, columns: u16) -> Vec<String> {
    let columns = usize::from(columns.max(1));
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for mut word in words(paragraph) {
            let mut wide = SafeText::line(word).width();
            if !line.is_empty() && used + 1 + wide > columns {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            while wide > columns {
                let (head, rest) = word.split_at(head_of(word, columns));
                lines.push(head.to_owned());
                word = rest;
                wide = SafeText::line(word).width();
            }
            if !line.is_empty() {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += wide;
        }
        lines.push(line);
    }
    lines
}

/// The words of a paragraph, each with the punctuation that French sets apart from it by a space.
fn words(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(paragraph);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let spaces = text.match_indices(' ').map(|(at, _)| at);
        for at in spaces {
            let (word, after) = (text.get(..at)?, text.get(at + 1..)?);
            let next = after.split(' ').next().unwrap_or_default();
            if !word.ends_with('«') && !matches!(next, ":" | ";" | "!" | "?" | "»") {
                rest = Some(after);
                return Some(word);
            }
        }
        Some(text)
    })
}

/// The bytes of the longest beginning of at most `columns`, at least one character.
fn head_of(word: &str, columns: usize) -> usize {
    use unicode_segmentation::UnicodeSegmentation;
    let mut used = 0;
    for (at, grapheme) in word.grapheme_indices(true) {
        used += SafeText::line(grapheme).width();
        if at > 0 && used > columns {
            return at;
        }
    }
    word.len()
}

/// The first line to show so that `selected` is among `height` lines, moving as little as it can from `top`.
pub fn scrolled(top: usize, selected: usize, height: u16) -> usize {
    let height = usize::from(height.max(1));
    if selected < top { selected } else { top.max((selected + 1).saturating_sub(height)) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn masking_keeps_initials_and_hides_lengths() {
        assert_eq!(masked("DIARRA Aminata"), "D••• A•••");
        assert_eq!(masked("Éa"), "É•••");
        assert_eq!(masked("1234567"), "••••");
        assert_eq!(masked("—"), "—");
        assert_eq!(masked("«Aminata» (0612) +33 6\nMoussa"), "A••• •••• •••• ••••\nM•••");
    }

    #[test]
    fn a_line_too_wide_ends_with_an_ellipsis() {
        let area = Rect::new(0, 0, 6, 1);
        for (pieces, expected) in [
            (vec!["abcdef"], "abcdef"),
            (vec!["abcdefg"], "abcde…"),
            (vec!["abc", "defg"], "abcde…"),
            (vec!["abcdef", "g"], "abcde…"),
            (vec!["日日日日"], "日日… "),
            (vec!["日日日"], "日日日"),
        ] {
            let mut buf = Buffer::empty(area);
            put(&mut buf, area, 0, &Line::from_iter(pieces.clone()));
            let mut row = String::new();
            let mut x = 0;
            while x < 6 {
                let symbol = buf[(x, 0)].symbol();
                row.push_str(symbol);
                x += width(symbol).max(1);
            }
            assert_eq!(row, expected, "{pieces:?}");
        }
    }

    #[test]
    fn a_name_too_wide_keeps_the_beginning_of_the_given_name() {
        for (name, columns, shown) in [
            ("DIARRA Aminata", 14, "DIARRA Aminata"),
            ("DIARRA Aminata", 12, "DIARRA Amin…"),
            ("GARNIER Priscille", 10, "GARNIER P…"),
            ("DELATTRE Béatrice", 10, "DELAT… Bé…"),
            ("VAN DEN BROECKE-LEFÈVRE Aminata", 18, "VAN DEN BR… Amina…"),
            ("VAN DEN BROECKE-LEFÈVRE Bintou", 18, "VAN DEN BR… Bintou"),
            ("VAN DEN BROECKE-LEFÈVRE Al", 18, "VAN DEN BROECK… Al"),
            ("DE LA FONTAINE Marie Anne", 18, "DE LA FONTAINE Ma…"),
            ("ANTICONSTITUTIONNELLE", 10, "ANTICONST…"),
            ("佐藤 明美", 8, "佐藤 明…"),
            ("DIARRA Aminata", 2, "…"),
        ] {
            let pieces: Vec<_> = name_pieces(name, columns).into_iter().map(|(_, text)| text).collect();
            let text = pieces.join(" ");
            assert_eq!(text.trim_end(), shown, "{name} in {columns}");
            assert!(width(&text) <= columns, "{text:?} in {columns}");
        }
    }

    #[test]
    fn of_two_under_each_other_the_family_name_is_cut_before_the_given_name() {
        for (name, columns, shown) in [
            ("DIARRA Aminata", 14, "DIARRA Aminata"),
            ("DIARRA Aminata", 12, "DIA… Aminata"),
            ("DIARRA Marie-Angélique", 12, "D… Marie-An…"),
            ("ANTICONSTITUTIONNELLE", 10, "ANTICONST…"),
        ] {
            let pieces: Vec<_> = name_pieces_apart(name, columns).into_iter().map(|(_, text)| text).collect();
            assert_eq!(pieces.join(" "), shown, "{name} in {columns}");
        }
    }

    #[test]
    fn wrapping_breaks_at_spaces_and_cuts_only_what_cannot_fit() {
        assert_eq!(wrap("un deux trois", 8), ["un deux", "trois"]);
        assert_eq!(wrap("anticonstitutionnel", 10), ["anticonsti", "tutionnel"]);
        assert_eq!(wrap("a\nb", 5), ["a", "b"]);
        assert_eq!(wrap("est vide : oui", 8), ["est", "vide :", "oui"]);
        assert_eq!(wrap("dit « non » ; oui", 9), ["dit", "« non » ;", "oui"]);
        assert_eq!(wrap("", 5), [""]);
    }

    #[test]
    fn scrolling_moves_no_more_than_it_must() {
        assert_eq!(scrolled(0, 4, 5), 0);
        assert_eq!(scrolled(0, 5, 5), 1);
        assert_eq!(scrolled(3, 1, 5), 1);
        assert_eq!(scrolled(3, 5, 5), 3);
    }
}
