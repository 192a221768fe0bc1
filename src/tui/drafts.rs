//! Forms and words left unfinished, as the desk of either side finds them again: put back into their form, and offered when the program starts.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::Local;

use super::action::ActKind;
use super::ui::Ui;
use super::widgets::form::{Form, of_draft_key};
use super::widgets::picker::{Option as Listed, Picker, Purpose};
use super::widgets::word_entry::{Heard, WordEntry};
use crate::app::department::Party;
use crate::app::{App, FormDraft, words};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};

/// Puts back into a form what was typed in it before.
pub fn resume(app: &App, form: &mut Form) {
    let key = form.draft_key();
    let drafts = app.drafts().unwrap_or_default();
    if let Some(draft) = drafts.into_iter().find(|draft| Some(&draft.key) == key.as_ref()) {
        form.resume(&draft.body);
    }
}

/// Asks for words, those that were typed before already there.
pub fn ask_for_words(app: &App, entry: WordEntry, ui: &mut Ui) {
    let mut entry = entry;
    let key = entry.heard.draft_key();
    let drafts = app.drafts().unwrap_or_default();
    if let Some(draft) = drafts.into_iter().find(|draft| draft.key == key) {
        entry.resume(&draft.body);
    }
    ui.open_words(entry);
}

/// Asks for the words of a card of this party, which can be accepted; says first whether it replaces keys in use.
pub fn ask_for_words_of_card(app: &App, card: PathBuf, party: &Party, replaces: bool, ui: &mut Ui) {
    let facts = [("name", Fact::from(party.name.as_str()))];
    let title = ui.catalog.text_with("words-card-title", &facts);
    let replaced = replaces.then(|| ui.catalog.text_with("words-card-replaces", &facts));
    let asked = ui.catalog.text_with("words-card-text", &facts);
    let text = replaced.into_iter().chain([asked]).collect::<Vec<_>>().join("\n");
    ask_for_words(app, WordEntry::new(Heard::Card(card), title, text, words::CARD_WORDS), ui);
}

/// Offers the forms left unfinished, the latest first: those whose act can still be carried out, of which `subject` gives whom or what
/// they are about.
pub fn offer(
    app: &App,
    ui: &mut Ui,
    subject: impl Fn(Option<FamilyId>, ActKind, &FormDraft, &Catalog) -> Option<String>,
) {
    let catalog = Arc::clone(&ui.catalog);
    let drafts = app.drafts().unwrap_or_default();
    let line = |draft: &FormDraft| {
        let (family, act) = of_draft_key(&draft.key)?;
        let subject = subject(family, act, draft, &catalog)?;
        let saved = draft.saved_at.with_timezone(&Local);
        let when = format!("{} {}", catalog.date(saved.date_naive()), saved.format("%H:%M"));
        Some(Listed::named(draft.key.as_str(), format!("{when} · {}", catalog.text(act.id())), subject))
    };
    let lines: Vec<_> = drafts.iter().filter_map(line).collect();
    if !lines.is_empty() {
        ui.open_picker(Picker::new(catalog.text("drafts-title"), Purpose::Draft, lines));
    }
}
