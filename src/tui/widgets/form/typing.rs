//! Typing in a form: what goes into the field that has the focus, and what can be chosen in it.

use super::{Form, Reaction};
use crate::base::fold::fold;
use crate::base::locale::Catalog;
use crate::tui::keymap::Key;
use crate::tui::widgets::field::{Choice, Entry, Field};
use crate::tui::widgets::line_edit::Edited;
use crate::tui::widgets::picker::{Option as Listed, Picker, Purpose};

/// A letter typed where one of a list is chosen.
enum Letter {
    /// It goes to the next option that begins with it.
    First,
    OfTheChosen,
    /// With those before it, the beginning of no option or of another: the list shows which.
    OfAnother(String),
}

impl Form {
    /// Types a character in the field that has the focus.
    pub fn typed(&mut self, character: char, catalog: &Catalog) -> Reaction {
        let offered = self.offered(self.focus);
        if character == ' '
            && let Some(Entry::Choice { .. }) = self.fields.get(self.focus).map(|field| &field.entry)
            && let Some(picker) = self.list(catalog)
        {
            return Reaction::List(picker);
        }
        match self.letter(character) {
            Letter::First => {}
            Letter::OfTheChosen => return Reaction::Stays,
            Letter::OfAnother(word) => {
                return self.list(catalog).map_or(Reaction::Stays, |list| Reaction::List(list.narrowed(&word)));
            }
        }
        let edited = self.fields.get_mut(self.focus).map_or(Edited::Not, |field| field.typed(character, &offered));
        self.note(edited);
        Reaction::Stays
    }

    /// What this letter is of the word begun: the first one chooses, and another one alone would choose again.
    fn letter(&mut self, letter: char) -> Letter {
        let Some((Field { entry: Entry::Choice { options, chosen, .. }, .. }, _)) = self.to_choose_from() else {
            return Letter::First;
        };
        let chosen = chosen.and_then(|at| options.get(at)).map(|option| fold(&option.label)).unwrap_or_default();
        let (before, alone) = (fold(&self.begun), letter.to_string());
        let word = format!("{}{letter}", self.begun);
        if before.is_empty() || before == fold(&alone) {
            self.begun = alone;
            Letter::First
        } else if chosen.starts_with(&fold(&word)) {
            self.begun = word;
            Letter::OfTheChosen
        } else {
            self.begun.clear();
            Letter::OfAnother(word)
        }
    }

    /// Edits the field that has the focus by a key that the keymap left to it.
    pub fn edited(&mut self, key: Key) {
        self.begun.clear();
        let offered = self.offered(self.focus);
        let edited = self.fields.get_mut(self.focus).map_or(Edited::Not, |field| field.edited(key, &offered));
        self.note(edited);
    }

    /// Puts a pasted text in the field that has the focus.
    pub fn pasted(&mut self, text: &str) {
        let edited = self.fields.get_mut(self.focus).map_or(Edited::Not, |field| field.pasted(text));
        self.note(edited);
    }

    /// Takes what was chosen in the list opened from this form.
    pub fn chosen(&mut self, code: &str) {
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        let entry = match &mut field.entry {
            Entry::Rows(rows) => match rows.cell_mut() {
                Some(cell) => &mut cell.entry,
                None => return,
            },
            entry => entry,
        };
        match entry {
            Entry::Choice { options, chosen, .. } => *chosen = options.iter().position(|option| option.value == code),
            Entry::Choices { options, marked, .. } => {
                if let Some(at) = options.iter().position(|option| option.value == code)
                    && !marked.remove(&at)
                {
                    marked.insert(at);
                }
            }
            Entry::Text(_)
            | Entry::Lines(_)
            | Entry::Date { .. }
            | Entry::Time(_)
            | Entry::Number(_)
            | Entry::Money(_)
            | Entry::Toggle(_)
            | Entry::Rows(_) => {}
        }
        self.note(Edited::Text);
        self.go_on();
    }

    /// The field or the cell under the cursor with what can be chosen in it; none where there is nothing to choose from.
    pub(super) fn to_choose_from(&self) -> Option<(&Field, Vec<&Choice>)> {
        let field = self.fields.get(self.focus)?;
        let (field, offered) = match &field.entry {
            Entry::Rows(rows) => (rows.cell()?, None),
            _itself => (field, Some(self.offered(self.focus))),
        };
        let (Entry::Choice { options, .. } | Entry::Choices { options, .. }) = &field.entry else { return None };
        let kept = |index: &usize| offered.as_ref().is_none_or(|offered| offered.contains(index));
        let kept = options.iter().enumerate().filter(|(index, _)| kept(index)).map(|(_, option)| option);
        let options: Vec<_> = kept.collect();
        (!options.is_empty()).then_some((field, options))
    }

    pub(super) fn list(&self, catalog: &Catalog) -> Option<Picker> {
        let (field, options) = self.to_choose_from()?;
        let listed = options
            .into_iter()
            .map(|option| match option.is_personal {
                true => Listed::named(option.value.clone(), "", labelled(option)),
                false => Listed::new(option.value.clone(), labelled(option)),
            })
            .collect();
        let held = field.held();
        let title = field.label.as_deref().map(|id| catalog.text(id).into_owned()).unwrap_or_default();
        Some(Picker::new(title, Purpose::Field, listed).on(held.first()))
    }

    /// What is known of the one that was chosen goes into the fields that ask for it.
    pub(super) fn fill_in_what_is_known(&mut self, of: usize) {
        let Some(Entry::Choice { options, chosen: Some(at), .. }) = self.fields.get(of).map(|field| &field.entry)
        else {
            return;
        };
        let known = options.get(*at).map(|option| option.known.clone()).unwrap_or_default();
        for (name, value) in known {
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
                *field = field.clone().value(value);
            }
        }
    }

    pub(super) fn note(&mut self, edited: Edited) {
        match edited {
            Edited::Text => {
                (self.touched, self.unsaved) = (true, true);
                if let Some(field) = self.fields.get_mut(self.focus) {
                    field.fault = None;
                }
                self.fill_in_what_is_known(self.focus);
            }
            Edited::Cursor | Edited::Not => {}
        }
    }
}

fn labelled(choice: &Choice) -> String {
    match &choice.hint {
        Some(hint) => format!("{} · {hint}", choice.label),
        None => choice.label.clone(),
    }
}
