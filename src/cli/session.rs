//! Which store, whose passphrase, which day: from the options, the environment or a question.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::Common;
use super::output::{self, Failure};
use crate::app::App;
use crate::app::access::{self, Door, Opener, Secret};
use crate::base::clock::Clock;
use crate::base::locale::{Catalog, Fact};

/// The clock: today as given, the time of entry always the machine's.
pub(crate) fn clock(common: &Common) -> Clock {
    common.today.map_or_else(Clock::system, Clock::fixed_today)
}

/// The store's directory: `--store`, `JALON_STORE`, or the person's own data directory.
pub(crate) fn directory(common: &Common) -> Result<PathBuf, Failure> {
    let named = || std::env::var_os("JALON_STORE").filter(|named| !named.is_empty()).map(PathBuf::from);
    match common.store.clone().or_else(named) {
        Some(directory) => Ok(directory),
        None => ProjectDirs::from("", "", "jalon")
            .map(|dirs| dirs.data_dir().to_owned())
            .ok_or(Failure::Said("cli-no-home", Vec::new())),
    }
}

/// Opens the store for a command without screen.
pub(crate) fn open(common: &Common, catalog: &Catalog) -> Result<App, Failure> {
    let directory = directory(common)?;
    let opener = opener(common, &directory, catalog)?;
    Ok(access::open(&directory, &opener, clock(common))?)
}

/// Opens a store of either side, for its upkeep.
pub(crate) fn open_any(common: &Common, catalog: &Catalog) -> Result<App, Failure> {
    let directory = directory(common)?;
    let opener = opener(common, &directory, catalog)?;
    Ok(access::open_any(&directory, &opener, clock(common))?)
}

/// Opens the store for a command that only reads; one that was rolled back is shown, with a warning.
pub(crate) fn open_to_read(common: &Common, catalog: &Catalog) -> Result<App, Failure> {
    let app = open(common, catalog)?;
    if let Some(fault) = app.read_only() {
        output::say(&catalog.text_with(fault.id(), &fault.arguments()));
        output::say(&catalog.hint(fault.id(), &fault.arguments()).unwrap_or_default());
    }
    Ok(app)
}

/// What opens the store: nothing for a made-up one, else the passphrase of a file or of a question.
pub(crate) fn opener(common: &Common, directory: &Path, catalog: &Catalog) -> Result<Opener, Failure> {
    through(common, &access::door(directory)?, catalog)
}

/// What opens this door.
pub(crate) fn through(common: &Common, door: &Door, catalog: &Catalog) -> Result<Opener, Failure> {
    if door.demonstration {
        return Ok(Opener::Demonstration);
    }
    let label = match (&common.referent, door.labels.as_slice()) {
        (Some(label), _) => Some(label.clone()),
        (None, [only]) => Some(only.clone()),
        (None, _) => None,
    };
    let passphrase = match &common.passphrase_file {
        Some(file) => secret_file(file)?,
        None => ask_secret("cli-ask-passphrase", "--passphrase-file", catalog)?,
    };
    Ok(Opener::Passphrase { label, passphrase })
}

/// The first line of a file, as a secret.
pub(crate) fn secret_file(path: &Path) -> Result<Secret, Failure> {
    let text = zeroize::Zeroizing::new(fs::read_to_string(path).map_err(|error| Failure::file(path, &error))?);
    Ok(Secret::new(text.lines().next().unwrap_or_default()))
}

/// Asks a secret on the terminal, without showing it; `option` is how to give it where nobody is there to type.
pub(crate) fn ask_secret(id: &'static str, option: &'static str, catalog: &Catalog) -> Result<Secret, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::Said("cli-no-passphrase", vec![("option", Fact::from(option))]));
    }
    let typed = rpassword::prompt_password(format!("{} ", catalog.text(id)));
    typed.map(Secret::new).map_err(|error| Failure::file(Path::new("/dev/tty"), &error))
}

/// Asks a line on the terminal; `option` is how to give it where nobody is there to type.
pub(crate) fn ask(id: &'static str, option: &'static str, catalog: &Catalog) -> Result<String, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::Said("cli-not-interactive", vec![("option", Fact::from(option))]));
    }
    output::say(&catalog.text(id));
    let mut line = String::new();
    io::stdin().read_line(&mut line).map_err(|error| Failure::file(Path::new("/dev/tty"), &error))?;
    Ok(line.trim().to_owned())
}
