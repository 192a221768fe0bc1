//! `jalon demo`: the same program on a made-up antenna, in a store that needs no passphrase.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::output::Failure;
use super::screen::{self, Afterwards, Expected};
use super::{Common, session};
use crate::app::access;
use crate::app::demo::{Demonstration, office};
use crate::base::locale::Catalog;
use crate::tui::relock;

#[derive(Args)]
pub(crate) struct Demo {
    #[arg(long, default_value_t = 47, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    families: u32,
    #[arg(long, default_value_t = 1, value_name = "S")]
    seed: u64,
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    #[arg(long, requires = "keep")]
    create_only: bool,
    #[arg(long, conflicts_with = "families")]
    department: bool,
}

pub(crate) fn run(common: &Common, demo: &Demo, catalog: &Arc<Catalog>) -> Result<ExitCode, Failure> {
    let (directory, afterwards) = match &demo.keep {
        Some(directory) => (directory.clone(), Afterwards::Keep),
        // Locked, the program starts over with the same arguments: the store is the one that it has just made.
        None if relock::is_locked() => (session::directory(common)?, Afterwards::Remove),
        None => (std::env::temp_dir().join(format!("jalon-demo-{}", std::process::id())), Afterwards::Remove),
    };
    // A kept demonstration is opened again as it was left.
    let exists = access::door(&directory).is_ok_and(|door| door.demonstration);
    if !exists || demo.create_only {
        create(common, demo, &directory, catalog)?;
    }
    if demo.create_only {
        super::output::print(&directory.display().to_string());
        return Ok(ExitCode::SUCCESS);
    }
    screen::on(common, &directory, Expected::Either, afterwards, catalog)
}

fn create(common: &Common, demo: &Demo, directory: &Path, catalog: &Catalog) -> Result<(), Failure> {
    let clock = session::clock(common);
    if demo.department {
        let bar = progress(3, catalog);
        office::tell(directory, demo.seed, clock, |antennas| bar.set_position(antennas as u64))?;
        bar.finish_and_clear();
        return Ok(());
    }
    let families = usize::try_from(demo.families).unwrap_or(usize::MAX);
    let bar = progress(demo.families, catalog);
    let demonstration = Demonstration::new(families, demo.seed, clock.today())?;
    demonstration.tell(directory, clock, |families| bar.set_position(families as u64))?;
    // Where scripts make stores, what leaves is theirs to encrypt or not.
    if !demo.create_only {
        demonstration.enrol(directory, clock)?;
    }
    bar.finish_and_clear();
    Ok(())
}

/// Shown only when it takes long enough to wonder, and only to a person.
fn progress(families: u32, catalog: &Catalog) -> ProgressBar {
    if families < 1_000 || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::from(families));
    bar.set_message(catalog.text("cli-demo-making").into_owned());
    match ProgressStyle::with_template("{msg} {bar:40} {pos}/{len} {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
