//! Files that wait in a folder, as lines of either side's inbox, and what became of those that were taken in.

use std::path::{Path, PathBuf};

use super::Reaction;
use crate::app::{AppError, Arrival, Arrivals, Looked, TakenIn};
use crate::base::locale::{Catalog, Fact};
use crate::tui::look;
use crate::tui::theme::Role;
use crate::tui::ui::Request;
use crate::tui::widgets::lines::{Line, Row};
use crate::tui::widgets::popup::{Answer, Confirm, Popup};

/// Columns of a file's name that are shown.
const LONGEST: u16 = 24;

/// A file, what is said of it, and whether it would be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub path: PathBuf,
    told: String,
    pub is_accepted: bool,
}

impl Waiting {
    /// Asks whether it is to be taken in; one that would be refused is tried at once, and says why.
    pub fn open(&self, catalog: &Catalog) -> Reaction {
        if !self.is_accepted {
            return Reaction::Ask(Request::TakeIn(vec![self.path.clone()]));
        }
        let answers = vec![
            (Answer::TakeIn(self.path.clone()), catalog.text("inbox-open-yes").into_owned()),
            (Answer::Stay, catalog.text("inbox-open-no").into_owned()),
        ];
        Reaction::Confirm(Confirm::new(catalog.text("inbox-open-title"), self.told.clone(), answers))
    }
}

/// The files of a folder under its name; `none` is the message where there is none.
pub fn lines<T>(
    arrivals: &Arrivals,
    folder: &Path,
    none: &str,
    target: impl Fn(Waiting) -> T,
    catalog: &Catalog,
) -> Vec<Line<T>> {
    let shown = [("folder", Fact::from(folder.display().to_string()))];
    let mut lines = vec![Line::Heading(catalog.text_with("inbox-files", &shown))];
    lines.extend(arrivals.files.iter().map(|arrival| of_file(arrival, &target, catalog)));
    let known = arrivals.known;
    lines.extend((known > 0).then(|| {
        Line::Said(catalog.text_with("inbox-files-known", &[("count", Fact::from(known as u64))]), Role::Muted)
    }));
    if arrivals.files.is_empty() && known == 0 {
        lines.push(Line::Said(catalog.text(none).into_owned(), Role::Muted));
    }
    lines
}

/// Takes in every file that would be accepted; where there is none, shows the folders to find them.
pub fn take_in<'a>(waiting: impl Iterator<Item = &'a Waiting>, folder: &Path) -> Request {
    let files: Vec<PathBuf> = waiting.filter(|one| one.is_accepted).map(|one| one.path.clone()).collect();
    match files.is_empty() {
        true => Request::BrowseArrivals(folder.to_owned()),
        false => Request::TakeIn(files),
    }
}

/// What became of files that were taken in or not, told line by line.
pub fn became(is_any_taken: bool, told: &[String], catalog: &Catalog) -> Popup {
    let title = if is_any_taken { "inbox-taken-title" } else { "inbox-none-taken-title" };
    Popup::personal(catalog.text(title), told.join("\n")).wide()
}

/// What became of a file, a sentence each; a refusal under the file's name.
pub fn told(path: &Path, taken: &Result<TakenIn, AppError>, catalog: &Catalog) -> Vec<String> {
    match taken {
        Ok(taken) => taken.told(catalog),
        Err(fault) => {
            let explained = fault.explain(catalog);
            let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            [format!("✗\u{a0}{file}"), explained.text].into_iter().chain(explained.hint).collect()
        }
    }
}

fn of_file<T>(arrival: &Arrival, target: impl Fn(Waiting) -> T, catalog: &Catalog) -> Line<T> {
    let name = arrival.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let target =
        |told: &str, is_accepted| target(Waiting { path: arrival.path.clone(), told: told.to_owned(), is_accepted });
    Line::Row(match &arrival.looked {
        Ok(looked) => {
            let (told, role) = looked_told(looked, catalog);
            // Where the line is too short for it, the foot has it whole.
            let more = format!("{name}\n{told}");
            Row::new(end_of(&name), told, target(&more, true)).role(role).more(more)
        }
        Err(fault) => {
            let explained = fault.explain(catalog);
            let told = catalog.text_with("inbox-file-refused", &[("fault", Fact::from(explained.text.as_str()))]);
            let more = format!("{name}\n{} {}", explained.text, explained.hint.unwrap_or_default());
            Row::new(end_of(&name), told, target(&more, false)).role(Role::Error).more(more)
        }
    })
}

/// The end of a file's name, where its number is.
fn end_of(name: &str) -> String {
    let name = name.strip_suffix(".age").unwrap_or(name);
    let name = name.strip_suffix(".json").unwrap_or(name);
    look::end(name, LONGEST).into_owned()
}

fn looked_told(looked: &Looked, catalog: &Catalog) -> (String, Role) {
    let kind = |code: &str| ("kind", Fact::Text(catalog.text(&format!("bundle-{code}")).into_owned()));
    let number = |name, number: u64| (name, Fact::from(number));
    match looked {
        Looked::Next { kind: of, sequence } => {
            (catalog.text_with("inbox-file-next", &[kind(of.code()), number("sequence", *sequence)]), Role::Ok)
        }
        Looked::Waits { kind: of, sequence, first, last } => {
            let count = number("count", last.saturating_sub(*first) + 1);
            let facts =
                [kind(of.code()), number("sequence", *sequence), number("first", *first), number("last", *last), count];
            (catalog.text_with("inbox-file-waits", &facts), Role::Warning)
        }
        Looked::AlreadyReceived { sequence } => {
            (catalog.text_with("inbox-file-known", &[number("sequence", *sequence)]), Role::Muted)
        }
        Looked::OwnSent { kind: of, sequence } => {
            (catalog.text_with("inbox-file-own-sent", &[kind(of.code()), number("sequence", *sequence)]), Role::Warning)
        }
        Looked::Own { kind: of, version } => {
            (catalog.text_with("inbox-file-own", &[kind(of.code()), number("version", *version)]), Role::Warning)
        }
    }
}
