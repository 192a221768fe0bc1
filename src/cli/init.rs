//! `jalon init`: the store of an antenna, its referents, its convention, and the recovery sheet shown once.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::output::{self, Failure};
use super::{Common, session};
use crate::app::access::{self, NewAntenna, NewReferent, Secret};
use crate::base::fold::slug;
use crate::base::id::CenterCode;
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AddCenter;
use crate::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};

#[derive(Args)]
pub(crate) struct Init {
    #[arg(long, value_name = "NAME")]
    antenna: Option<String>,
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
    #[arg(long = "center", value_name = "NAME")]
    centers: Vec<String>,
    #[arg(long, value_name = "FILE")]
    convention: Option<PathBuf>,
}

pub(crate) fn run(common: &Common, init: &Init, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let directory = session::directory(common)?;
    let conventions = conventions(init)?;
    let answered = |given: &Option<String>, id, option| match given {
        Some(text) => Ok(text.clone()),
        None => session::ask(id, option, catalog),
    };
    let name = answered(&init.antenna, "cli-ask-antenna", "--antenna")?;
    let department = answered(&init.department, "cli-ask-department", "--department")?;
    let referent = answered(&init.name, "cli-ask-referent", "--as")?;
    let passphrase = match &common.passphrase_file {
        Some(file) => session::secret_file(file)?,
        None => new_passphrase("--passphrase-file", catalog)?,
    };
    let names = centers(init, catalog)?;
    let centers = names.iter().map(|name| AddCenter {
        code: CenterCode::from(slug(name).as_str()),
        name: name.clone(),
        places: None,
    });
    let new = NewAntenna {
        name,
        department,
        referents: vec![NewReferent { name: referent, passphrase }],
        centers: centers.collect(),
        conventions,
    };
    let (app, recovery) = access::create(&directory, new, session::clock(common))?;
    app.close()?;
    let facts = [("path", Fact::from(directory.display().to_string()))];
    output::say(&catalog.text_with("cli-init-done", &facts));
    output::print_code(&recovery, catalog);
    if common.passphrase_file.is_none() {
        confirm(&recovery, catalog)?;
    }
    output::say(&catalog.text("cli-init-next"));
    Ok(ExitCode::SUCCESS)
}

/// The centres given, else those that a person at the keyboard names: without one, no family can be oriented (art. 2).
fn centers(init: &Init, catalog: &Catalog) -> Result<Vec<String>, Failure> {
    let mut names = init.centers.clone();
    if names.is_empty() && io::stdin().is_terminal() {
        loop {
            let name = session::ask("cli-ask-center", "--center", catalog)?;
            if name.is_empty() {
                break;
            }
            names.push(name);
        }
    }
    Ok(names)
}

/// A passphrase typed twice; `option` is how to give it without a keyboard.
pub(crate) fn new_passphrase(option: &'static str, catalog: &Catalog) -> Result<Secret, Failure> {
    loop {
        let first = session::ask_secret("cli-ask-new-passphrase", option, catalog)?;
        let second = session::ask_secret("cli-ask-again", option, catalog)?;
        if first.as_str() == second.as_str() {
            return Ok(first);
        }
        output::say(&catalog.text("cli-passphrases-differ"));
    }
}

/// A sheet that was not copied is no recovery: the last group is asked back.
pub(crate) fn confirm(recovery: &str, catalog: &Catalog) -> Result<(), Failure> {
    let last = recovery.rsplit('-').next().unwrap_or_default();
    while !session::ask("cli-ask-last-group", "--passphrase-file", catalog)?.eq_ignore_ascii_case(last) {
        output::say(&catalog.text("cli-last-group-differs"));
    }
    Ok(())
}

fn conventions(init: &Init) -> Result<Vec<crate::domain::convention::Convention>, Failure> {
    let text = match &init.convention {
        Some(path) => fs::read_to_string(path).map_err(|error| Failure::file(path, &error))?,
        None => SEINE_ET_MARNE_2012.to_owned(),
    };
    let file = ConventionFile::parse(&text).map_err(|fault| {
        let field = fault.kind.field().unwrap_or("none").to_owned();
        Failure::Said("cli-convention-unreadable", vec![("line", Fact::from(fault.line)), ("field", Fact::from(field))])
    })?;
    Ok(file.versions)
}
