//! `jalon slip`, `jalon confirm`: a receipt on paper with its four words, and confirmed by them on the telephone.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::output::{self, Failure};
use super::{Common, session};
use crate::app::SlipOf;
use crate::base::locale::{Catalog, Fact};

#[derive(Args)]
pub(crate) struct Slip {
    #[arg(value_name = "N")]
    number: u64,
    /// Of our receipt for a bundle that came; else of the other side's for one of ours.
    #[arg(long)]
    received: bool,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Confirm {
    #[arg(value_name = "N")]
    number: u64,
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
}

/// Prints a slip, or writes it into a directory.
pub(crate) fn slip(common: &Common, slip: &Slip, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let app = session::open_to_read(common, catalog)?;
    let of = if slip.received { SlipOf::Came } else { SlipOf::Sealed };
    match &slip.out {
        Some(out) => output::print(&app.write_slip(of, slip.number, out, catalog)?.display().to_string()),
        None => output::print_raw(&app.slip(of, slip.number, catalog)?),
    }
    Ok(ExitCode::SUCCESS)
}

/// Keeps that the Département received a bundle, once the words of its receipt were typed.
pub(crate) fn confirm(common: &Common, confirm: &Confirm, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let mut app = session::open(common, catalog)?;
    let typed = match &confirm.words {
        Some(words) => words.clone(),
        None => session::ask("cli-ask-receipt-words", "--words", catalog)?,
    };
    let date = app.confirm_by_words(confirm.number, &typed)?;
    app.close()?;
    let facts = [("sequence", Fact::from(confirm.number)), ("date", Fact::Date(date))];
    output::print(&catalog.text_with("words-receipt-done", &facts));
    Ok(ExitCode::SUCCESS)
}
