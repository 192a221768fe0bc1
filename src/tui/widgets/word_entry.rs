//! Words that the other side reads aloud, typed by their first letters and compared by the program.
//!
//! Nobody is asked whether two rows of words are identical. What is typed is shown as the words of the list that it tells, so that
//! whoever types hears a slip at once; only the comparison says whether they are the words that are expected.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::field::Fault;
use super::line_edit::{Edited, LineEdit};
use super::popup;
use crate::app::words;
use crate::base::locale::{Catalog, Fact};
use crate::tui::action::Action;
use crate::tui::keymap::Key;
use crate::tui::look::{self, Look};
use crate::tui::theme::Role;

/// What the words are those of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The other side's card, in this file.
    Card(PathBuf),
    /// The receipt that the other side made of this bundle of ours.
    Receipt(u64),
}

/// The entry that is open.
#[derive(Clone, Debug)]
pub struct WordEntry {
    pub heard: Heard,
    title: String,
    text: String,
    /// How many words are expected.
    needed: usize,
    line: LineEdit,
    fault: Option<Fault>,
    /// Whether something was typed since the draft was saved.
    pub unsaved: bool,
    /// The draft as it was last written or read here.
    pub kept: Option<String>,
}

/// What an action did to the entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reaction {
    Stays,
    Leave,
    /// Compare what was typed.
    Compare(String),
}

impl Heard {
    /// The key under which the draft of what was typed is kept.
    pub fn draft_key(&self) -> String {
        match self {
            Self::Card(path) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                format!("words/{}", name.unwrap_or_default())
            }
            Self::Receipt(sequence) => format!("words/receipt-{sequence}"),
        }
    }
}

impl WordEntry {
    /// An entry for that many words.
    pub fn new(heard: Heard, title: impl Into<String>, text: impl Into<String>, needed: usize) -> Self {
        let (title, text) = (title.into(), text.into());
        Self { heard, title, text, needed, line: LineEdit::default(), fault: None, unsaved: false, kept: None }
    }

    /// With what was typed before.
    pub fn resume(&mut self, typed: &str) {
        self.line.set(typed);
        self.kept = Some(typed.to_owned());
    }

    /// What was typed so far.
    pub fn draft(&self) -> &str {
        self.line.text()
    }

    /// Puts what is wrong under what was typed.
    pub fn refuse(&mut self, fault: Fault) {
        self.fault = Some(fault);
    }

    pub fn update(&mut self, action: Action) -> Reaction {
        match action {
            Action::Cancel => Reaction::Leave,
            Action::Compare => Reaction::Compare(self.line.text().to_owned()),
            _not_a_key_of_words => Reaction::Stays,
        }
    }

    pub fn typed(&mut self, text: &str) {
        self.line.insert(text);
        (self.unsaved, self.fault) = (true, None);
    }

    pub fn edited(&mut self, key: Key) {
        if self.line.edit(key) == Edited::Text {
            (self.unsaved, self.fault) = (true, None);
        }
    }

    /// Draws the entry; gives the place of the text cursor.
    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let width = 72.min(area.width.saturating_sub(4));
        let room = width.saturating_sub(4);
        let told = self.told(look.catalog, room);
        let intro = look::wrap(&self.text, room);
        let fault = self.fault.iter().flat_map(|fault| look::wrap(&format!("✗ {} {}", fault.text, fault.hint), room));
        let fault: Vec<String> = fault.collect();
        let rows = intro.len() + told.len() + fault.len() + 3;
        let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2);
        let inside = popup::frame(look, popup::centred(area, width, height), &self.title, buf);
        // Where the height falls short, what explains gives way to what is typed and what is wrong with it.
        let short = rows.saturating_sub(usize::from(inside.height));
        let mut row = 0;
        for line in intro.iter().skip(short) {
            look::put(buf, inside, row, &Line::styled(line.as_str(), look.style(Role::Text)));
            row += 1;
        }
        row += 1;
        let (seen, column) = self.line.view(inside.width.saturating_sub(3));
        let line = Line::from(vec![Span::raw("› "), Span::styled(seen.to_owned(), look.style(Role::FieldFocused))]);
        look::put(buf, inside, row, &line);
        let cursor = Position { x: inside.x + 2 + column, y: inside.y + row };
        row += 2;
        for (text, role) in
            told.iter().map(|(line, role)| (line, *role)).chain(fault.iter().map(|line| (line, Role::Error)))
        {
            look::put(buf, inside, row, &Line::styled(text.as_str(), look.style(role)));
            row += 1;
        }
        (cursor.y < inside.bottom()).then_some(cursor)
    }

    /// The words that the letters tell, numbered, three or two side by side; then how many are still to come.
    fn told(&self, catalog: &Catalog, room: u16) -> Vec<(String, Role)> {
        let words = words::told(self.line.text());
        let across = usize::from(room / 20).clamp(1, 4);
        let column = room / u16::try_from(across).unwrap_or(1);
        let cell = |(place, (letters, word)): (usize, &(String, Option<&'static str>))| {
            let said = word.map_or_else(|| format!("{letters}…?"), str::to_owned);
            look::pad(&format!("{:>2} {said}", place + 1), column)
        };
        let cells: Vec<String> = words.iter().enumerate().map(cell).collect();
        let mut rows: Vec<(String, Role)> = cells.chunks(across).map(|row| (row.concat(), Role::Text)).collect();
        let facts = [("typed", Fact::from(words.len() as u64)), ("needed", Fact::from(self.needed as u64))];
        rows.push((catalog.text_with("words-typed", &facts), Role::Muted));
        rows
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;
    use crate::base::locale::Lang;

    fn entry(typed: &str) -> WordEntry {
        let mut entry = WordEntry::new(Heard::Card(PathBuf::from("/a/b.carte.json")), "", "", 12);
        entry.typed(typed);
        entry
    }

    #[test]
    fn each_word_is_shown_as_the_list_has_it_and_one_that_it_has_not_with_a_question() {
        let told = entry("aban zest xyzt").told(&Catalog::new(Lang::Fr), 60);
        assert_eq!(told[0].0.split_whitespace().collect::<Vec<_>>(), ["1", "abandon", "2", "zeste", "3", "xyzt…?"]);
        assert_eq!(told[1].0, "3 mots sur 12");
    }

    #[test]
    fn typing_on_takes_away_what_was_wrong_and_is_to_be_saved() {
        let mut entry = entry("");
        entry.unsaved = false;
        entry.refuse(Fault { text: "faux".into(), ..Fault::default() });
        entry.typed("a");
        assert!(entry.fault.is_none() && entry.unsaved);
        assert_eq!(entry.heard.draft_key(), "words/b.carte.json");
    }
}
