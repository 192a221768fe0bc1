//! `jalon card`, `jalon enroll`: the cards exchanged once between the antenna and its Département; and the bundles that come.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::output::{self, Failure};
use super::{Common, session};
use crate::app::{AppError, Renewed, TakenIn, read_file};
use crate::base::locale::{Catalog, Fact};
use crate::exchange::encryption;
use crate::tui::places::inbox::content;

#[derive(Args)]
pub(crate) struct Card {
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long)]
    new_keys: bool,
}

#[derive(Args)]
pub(crate) struct Enroll {
    #[arg(value_name = "FILE")]
    card: PathBuf,
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
}

/// Writes the antenna's card and says the words to read aloud with it; with new keys, also what was sealed anew under them.
pub(crate) fn card(common: &Common, card: &Card, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let mut app = session::open(common, catalog)?;
    let directory = card.out.as_deref().unwrap_or(Path::new("."));
    let Renewed { card: given, files } = match card.new_keys {
        true => app.renew_keys(directory)?,
        false => Renewed { card: app.give_card(directory)?, files: Vec::new() },
    };
    app.close()?;
    if card.new_keys {
        output::say(&catalog.text_with("enrolment-renewed", &[("bundles", Fact::from(files.len() as u64))]));
    }
    output::say(&catalog.text_with("cli-card-words", &[("words", Fact::Text(given.words.join(" ")))]));
    for path in std::iter::once(&given.path).chain(&files) {
        output::print(&path.display().to_string());
    }
    Ok(ExitCode::SUCCESS)
}

/// Enrols the Département, once the words that it reads aloud were typed.
pub(crate) fn enroll(common: &Common, enroll: &Enroll, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let bytes = read_file(&enroll.card)?;
    let mut app = session::open(common, catalog)?;
    // A card that is refused costs nobody twelve words.
    app.read_card(&bytes)?;
    let typed = match &enroll.words {
        Some(words) => words.clone(),
        None => session::ask("cli-ask-words", "--words", catalog)?,
    };
    let department = app.enrol_department(&bytes, &typed)?;
    app.close()?;
    output::print(&catalog.text_with("cli-enrolled", &[("name", Fact::from(department.name.as_str()))]));
    Ok(ExitCode::SUCCESS)
}

/// Whether a file is a bundle and no list of orientations.
pub(crate) fn is_bundle(path: &Path) -> bool {
    let named = path.extension().is_some_and(|extension| extension == "json" || extension == "age");
    named || read_file(path).is_ok_and(|bytes| encryption::is_encrypted(&bytes))
}

/// Takes in bundles, in the order given; one that is refused does not keep the next from being looked at.
pub(crate) fn take_in(common: &Common, files: &[PathBuf], catalog: &Catalog) -> Result<ExitCode, Failure> {
    let mut app = session::open(common, catalog)?;
    let mut refused = false;
    for path in files {
        match read_file(path).and_then(|bytes| app.take_in(&bytes)) {
            Ok(TakenIn::Applied(bundles)) => {
                let told = bundles.iter().flat_map(|bundle| content::told_of_applied(&mut app, bundle, catalog));
                told.for_each(|told| output::print(&told));
            }
            taken => refused |= is_refused(path, None, taken, catalog),
        }
    }
    app.close()?;
    Ok(ExitCode::from(u8::from(refused)))
}

/// Says what became of a file, and of which antenna it is where there are several; whether it was refused.
pub(crate) fn is_refused(
    path: &Path,
    antenna: Option<&str>,
    taken: Result<TakenIn, AppError>,
    catalog: &Catalog,
) -> bool {
    match taken {
        Ok(taken) => {
            for told in taken.told(catalog) {
                output::print(&match antenna {
                    Some(name) => {
                        let facts = [("name", Fact::from(name)), ("told", Fact::from(told.as_str()))];
                        catalog.text_with("cli-department-taken", &facts)
                    }
                    None => told,
                });
            }
            false
        }
        Err(fault) => {
            let fault = match path.is_dir() {
                true => Failure::Said("cli-directory-of-bundles", Vec::new()),
                false => Failure::App(fault),
            };
            not_read(path, &fault, catalog);
            true
        }
    }
}

/// Says why a file was not read, under its name where the fault does not name it itself.
pub(crate) fn not_read(path: &Path, fault: &Failure, catalog: &Catalog) {
    let (text, hint) = output::explain(fault, catalog);
    let file = path.display().to_string();
    let facts = [("file", Fact::from(file.as_str())), ("fault", Fact::from(text.as_str()))];
    output::say(&if text.contains(&file) { text } else { catalog.text_with("cli-import-not-read", &facts) });
    output::say(&hint.unwrap_or_default());
}
