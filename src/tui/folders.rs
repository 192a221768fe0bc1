//! The folders that one goes through to choose where bundles are written: what lies within one, the one above, the usual ones.

use std::fs;
use std::path::{Path, PathBuf};

use directories::UserDirs;

use super::places::Reaction;
use super::ui::Request;
use super::widgets::picker::{Option as Choice, Picker, Purpose};
use crate::base::locale::{Catalog, Fact};

/// Begins the code of the folder itself; the others are gone into.
const HERE: &str = "here:";

/// The list that opens on a folder: itself first, then where one can go.
pub fn picker(folder: &Path, catalog: &Catalog) -> Picker {
    let shown = folder.display().to_string();
    let here = catalog.text_with("folder-here", &[("folder", Fact::Text(shown.clone()))]);
    let mut choices = vec![Choice::new(format!("{HERE}{shown}"), here)];
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
    Picker::new(catalog.text("folder-title"), Purpose::Folder, choices)
}

/// What a choice of that list means: to stay there, or to look further.
pub fn chosen(code: &str) -> Reaction {
    Reaction::Ask(match code.strip_prefix(HERE) {
        Some(folder) => Request::KeepFolder(PathBuf::from(folder)),
        None => Request::BrowseFolder(PathBuf::from(code)),
    })
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
    let own = user.iter().flat_map(|user| [Some(user.home_dir()), user.document_dir(), user.desktop_dir()]);
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
