//! `jalon check`, `rebuild`, `backup`, `restore`, `referent`: the care of a store and of who can open it.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::Local;
use clap::{Args, Subcommand};

use super::output::{self, Failure};
use super::{Common, init, session};
use crate::app::access::{self, NewReferent};
use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;

#[derive(Args)]
pub(crate) struct Restore {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Args)]
pub(crate) struct Referents {
    #[command(subcommand)]
    verb: Referent,
}

impl Referents {
    pub(super) fn only_lists(&self) -> bool {
        matches!(self.verb, Referent::List)
    }
}

#[derive(Subcommand)]
enum Referent {
    List,
    Add {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    Remove {
        #[arg(value_name = "NAME")]
        name: String,
    },
    Passphrase {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
        /// By the recovery code instead of the present passphrase.
        #[arg(long, value_name = "FILE")]
        recovery_file: Option<PathBuf>,
    },
}

pub(crate) fn check(common: &Common, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let app = session::open_any(common, catalog)?;
    let checked = app.check()?;
    let facts = [
        ("entries", Fact::from(checked.entries)),
        ("families", Fact::from(checked.families)),
        ("deadlines", Fact::from(checked.deadlines)),
    ];
    output::print(&catalog.text_with("cli-checked", &facts));
    for erasure in &checked.erasures {
        let by = app.antenna().referent(erasure.ordered_by).map(|one| one.name.clone()).unwrap_or_default();
        let facts = [
            ("events", Fact::from(erasure.events)),
            ("number", Fact::from(erasure.order.number)),
            ("date", Fact::from(erasure.ordered_at.with_timezone(&Local).date_naive())),
            ("by", Fact::Text(by)),
        ];
        output::print(&catalog.text_with("cli-checked-erasure", &facts));
    }
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn rebuild(common: &Common, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let mut app = session::open_any(common, catalog)?;
    let families = app.rebuild()?;
    output::print(&catalog.text_with("cli-rebuilt", &[("families", Fact::from(families))]));
    app.close()?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn backup(common: &Common, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let mut app = session::open_any(common, catalog)?;
    let stored = app.backup()?;
    output::print(&stored.path.display().to_string());
    app.close()?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn restore(common: &Common, restore: &Restore, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let directory = session::directory(common)?;
    let door = access::door_to_restore(&directory, &restore.file)?;
    let opener = session::through(common, &door, catalog)?;
    let aside = access::restore_backup(&directory, &opener, &restore.file, session::clock(common))?;
    output::print(&catalog.text("cli-restored"));
    if let Some(aside) = aside {
        output::print(&catalog.text_with("cli-kept-aside", &[("path", Fact::from(aside.display().to_string()))]));
    }
    Ok(ExitCode::SUCCESS)
}

/// One referent a line: the id that acts ask for, the name, and when they left.
fn list(common: &Common, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let app = session::open(common, catalog)?;
    for referent in &app.antenna().referents {
        let left = referent.left_on.map(|date| catalog.text_with("cli-referent-left", &[("date", Fact::from(date))]));
        let left = left.map(|left| format!(" ({left})")).unwrap_or_default();
        output::print(&format!("{}  {}{left}", referent.id, SafeText::line(&referent.name)));
    }
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn referent(common: &Common, referents: &Referents, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let directory = session::directory(common)?;
    let next = |file: &Option<PathBuf>| match file {
        Some(file) => session::secret_file(file),
        None => init::new_passphrase("--new-passphrase-file", catalog),
    };
    let (said, name) = match &referents.verb {
        Referent::List => return list(common, catalog),
        Referent::Add { name, new_passphrase_file } => {
            let opener = session::opener(common, &directory, catalog)?;
            let new = NewReferent { name: name.clone(), passphrase: next(new_passphrase_file)? };
            access::add_referent(&directory, &opener, &new, session::clock(common))?;
            ("cli-referent-added", name)
        }
        Referent::Remove { name } => {
            let opener = session::opener(common, &directory, catalog)?;
            let followed = access::remove_referent(&directory, &opener, name, session::clock(common))?;
            if 0 < followed {
                let facts = [("name", Fact::from(name.as_str())), ("families", Fact::from(followed))];
                output::say(&catalog.text_with("settings-leaving-families", &facts));
            }
            ("cli-referent-removed", name)
        }
        Referent::Passphrase { name, new_passphrase_file, recovery_file: Some(file) } => {
            let code = session::secret_file(file)?;
            let sheet = access::recover(&directory, &code, name, &next(new_passphrase_file)?)?;
            output::print_code(&sheet, catalog);
            ("cli-passphrase-changed", name)
        }
        Referent::Passphrase { name, new_passphrase_file, recovery_file: None } => {
            let present = match &common.passphrase_file {
                Some(file) => session::secret_file(file)?,
                None => session::ask_secret("cli-ask-passphrase", "--passphrase-file", catalog)?,
            };
            access::change_passphrase(&directory, name, &present, &next(new_passphrase_file)?)?;
            ("cli-passphrase-changed", name)
        }
    };
    output::say(&catalog.text_with(said, &[("name", Fact::from(name.as_str()))]));
    Ok(ExitCode::SUCCESS)
}
