//! The folders that one goes through to choose where bundles are written or which list is opened: what lies within one, the one
//! above, the usual ones.

use std::fs;
use std::path::{Path, PathBuf};

use directories::UserDirs;

use super::places::Reaction;
use super::ui::{Errand, Request};
use super::widgets::picker::{Option as Choice, Picker, Purpose};
use crate::base::locale::{Catalog, Fact};

/// Begins the code of the folder itself; the others are gone into.
const HERE: &str = "here:";

/// How the names of lists of orientations end.
const LISTS: [&str; 5] = ["csv", "txt", "tsv", "xlsx", "xls"];

/// The list that opens on a folder: itself first, then where one can go.
pub fn picker(folder: &Path, catalog: &Catalog) -> Picker {
    let shown = folder.display().to_string();
    let here = catalog.text_with("folder-here", &[("folder", Fact::Text(shown.clone()))]);
    let choices = ways(folder, vec![Choice::new(format!("{HERE}{shown}"), here)]);
    Picker::new(catalog.text("folder-title"), Purpose::Folder, choices)
}

/// The lists of orientations that lie within a folder, the latest first, then where one can go.
pub fn lists(folder: &Path, catalog: &Catalog) -> Picker {
    among_files("lists-open-title", Purpose::List, folder, is_list, catalog)
}

/// The same, with the cards.
pub fn cards(folder: &Path, catalog: &Catalog) -> Picker {
    among_files("cards-open-title", Purpose::Card, folder, is_card, catalog)
}

/// The bundles that lie within a folder; the folder itself can be kept as the one that is looked into.
pub fn arrivals_in(folder: &Path, catalog: &Catalog) -> Picker {
    let shown = folder.display().to_string();
    let here = catalog.text_with("arrivals-here", &[("folder", Fact::Text(shown.clone()))]);
    let mut choices = vec![Choice::new(format!("{HERE}{shown}"), here)];
    choices.extend(within_reach(folder, is_bundle));
    Picker::new(catalog.text("arrivals-open-title"), Purpose::Arrival, ways(folder, choices))
}

/// The same, with the plans of publication.
pub fn plans(folder: &Path, catalog: &Catalog) -> Picker {
    among_files("plans-open-title", Purpose::Plan, folder, is_plan, catalog)
}

fn among_files(
    title: &str,
    purpose: Purpose,
    folder: &Path,
    is_wanted: fn(&Path) -> bool,
    catalog: &Catalog,
) -> Picker {
    let files = within_reach(folder, is_wanted);
    let shown = folder.display().to_string();
    let within = match files.is_empty() {
        true => catalog.text_with("folder-without", &[("folder", Fact::Text(shown))]),
        false => shown,
    };
    Picker::new(catalog.text(title), purpose, ways(folder, files)).within(within)
}

/// The files of a folder that can be chosen, the latest first.
fn within_reach(folder: &Path, is_wanted: fn(&Path) -> bool) -> Vec<Choice> {
    let choice = |path: PathBuf| {
        let name = path.file_name()?.to_str()?;
        Some(Choice::new(format!("{HERE}{}", path.to_str()?), name))
    };
    files(folder, is_wanted).into_iter().filter_map(choice).collect()
}

/// After what can be chosen here: the folder above, those within, the usual ones.
fn ways(folder: &Path, choices: Vec<Choice>) -> Vec<Choice> {
    let mut choices = choices;
    let mut offer = |path: &Path, label: String| {
        // A folder whose name is no text cannot be shown, and so not be chosen.
        if let Some(code) = path.to_str().filter(|code| choices.iter().all(|known| known.code != *code)) {
            choices.push(Choice::new(code, label));
        }
    };
    if let Some(above) = folder.parent() {
        offer(above, format!("↑ {}", above.display()));
    }
    for path in within(folder) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        offer(&path, format!("  {name}{}", std::path::MAIN_SEPARATOR));
    }
    for path in usual().iter().filter(|path| *path != folder && path.is_dir()) {
        offer(path, format!("→ {}", path.display()));
    }
    choices
}

/// The code of the folder or the file at a path that was typed, `~` being the person's own folder; none where nothing is there.
pub fn typed(path: &str) -> Option<String> {
    let whole = match path.strip_prefix('~').map(|rest| rest.trim_start_matches(std::path::MAIN_SEPARATOR)) {
        Some(rest) => UserDirs::new()?.home_dir().join(rest),
        None => PathBuf::from(path),
    };
    let code = whole.to_str()?;
    match fs::metadata(&whole).ok()? {
        found if found.is_dir() => Some(code.to_owned()),
        _file => Some(format!("{HERE}{code}")),
    }
}

/// What a choice of that list means: to stay there, or to look further.
pub fn chosen(code: &str) -> Reaction {
    Reaction::Ask(match code.strip_prefix(HERE).map(Path::new) {
        Some(folder) if folder.is_dir() => Request::KeepFolder(folder.to_owned()),
        // Of a file that was typed, the folder that it lies in.
        Some(file) => Request::BrowseFolder(file.parent().unwrap_or(file).to_owned()),
        None => Request::BrowseFolder(PathBuf::from(code)),
    })
}

/// What a choice among lists means: to open it, or to look further.
pub fn chosen_list(code: &str) -> Reaction {
    Reaction::Ask(match code.strip_prefix(HERE) {
        Some(file) => Request::ReadList { path: PathBuf::from(file), sender: None },
        None => Request::BrowseLists(Some(PathBuf::from(code))),
    })
}

/// What a choice among cards means: to read it, or to look further.
pub fn chosen_card(code: &str) -> Reaction {
    Reaction::Ask(match code.strip_prefix(HERE) {
        Some(file) => Request::ReadCard(PathBuf::from(file)),
        None => Request::BrowseCards(Some(PathBuf::from(code))),
    })
}

/// What a choice among plans means: to read it, or to look further.
pub fn chosen_plan(code: &str) -> Reaction {
    Reaction::Ask(Request::Errand(match code.strip_prefix(HERE) {
        Some(file) => Errand::ReadPlan(PathBuf::from(file)),
        None => Errand::BrowsePlans(Some(PathBuf::from(code))),
    }))
}

/// What a choice among bundles means: to take it in, to look into its folder from now on, or to look further.
pub fn chosen_arrival(code: &str) -> Reaction {
    Reaction::Ask(match code.strip_prefix(HERE).map(PathBuf::from) {
        Some(folder) if folder.is_dir() => Request::KeepArrivals(folder),
        Some(file) => Request::TakeIn(vec![file]),
        None => Request::BrowseArrivals(PathBuf::from(code)),
    })
}

/// Where files arrive when nobody has said otherwise: among what was downloaded.
pub fn arrivals() -> Option<PathBuf> {
    let user = UserDirs::new()?;
    user.download_dir().filter(|folder| folder.is_dir()).map(Path::to_owned)
}

/// Whether a file can be a list of orientations, by its name.
fn is_list(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| LISTS.contains(&extension.as_str()))
}

/// Whether a file can be a card, by its name.
pub fn is_card(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().ends_with(".carte.json"))
}

/// Whether a file can be a bundle, by its name.
fn is_bundle(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    (name.ends_with(".json") || name.ends_with(".json.age")) && !is_card(path)
}

/// Whether a file can be a plan of publication, by its name.
fn is_plan(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// The files in a folder that are wanted, the latest first; none when it cannot be read.
fn files(folder: &Path, is_wanted: fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries
        .filter(|entry| is_wanted(&entry.path()))
        .map(|entry| (entry.metadata().and_then(|file| file.modified()).ok(), entry.path()))
        .collect();
    files.sort_by(|(one, first), (other, second)| other.cmp(one).then_with(|| first.cmp(second)));
    files.into_iter().map(|(_, path)| path).collect()
}

/// The folders in a folder, hidden ones left out, by name; none when it cannot be read.
fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let hidden = |path: &Path| path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    let mut folders: Vec<_> = entries.map(|entry| entry.path()).filter(|path| !hidden(path) && path.is_dir()).collect();
    folders.sort();
    folders
}

/// The person's own folders, then what is plugged in.
fn usual() -> Vec<PathBuf> {
    let user = UserDirs::new();
    let own = user
        .iter()
        .flat_map(|user| [Some(user.home_dir()), user.download_dir(), user.document_dir(), user.desktop_dir()]);
    let mut folders: Vec<PathBuf> = own.flatten().map(Path::to_owned).collect();
    if cfg!(windows) {
        folders.extend(('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\"))));
    } else {
        // Linux keeps them under the person's name, macOS and hand-made mounts do not.
        folders.extend(
            ["/media", "/run/media"].iter().flat_map(|root| within(Path::new(root))).flat_map(|one| within(&one)),
        );
        folders.extend(["/mnt", "/Volumes"].iter().flat_map(|root| within(Path::new(root))));
    }
    folders
}
