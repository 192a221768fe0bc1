//! `jalon access`: who opened, searched, printed or handed over what.

use std::process::ExitCode;

use chrono::Local;
use clap::Args;

use super::output::{self, Failure};
use super::{Common, session};
use crate::base::locale::Catalog;
use crate::base::safe_text::SafeText;
use crate::domain::refusal::Refusal;

#[derive(Args)]
pub(crate) struct Access {
    /// Of one family only.
    #[arg(value_name = "MATRICULE")]
    matricule: Option<String>,
}

/// One access a line, newest first.
pub(crate) fn access(common: &Common, access: &Access, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let app = session::open_to_read(common, catalog)?;
    let unknown = || Failure::App(Refusal::FamilyUnknown {}.into());
    let family = match &access.matricule {
        Some(matricule) => Some(app.by_matricule(matricule)?.ok_or_else(unknown)?),
        None => None,
    };
    for line in app.accesses(family, usize::MAX)? {
        let at = line.access.at.with_timezone(&Local);
        let who = app.antenna().referent(line.access.author).map(|one| one.name.as_str()).unwrap_or_default();
        let what = catalog.text(&format!("access-{}", line.access.kind.code()));
        let gone = || line.access.family.map(|_| catalog.text("accesses-gone").into_owned());
        let name = line.name.clone().or_else(gone).unwrap_or_default();
        let day = catalog.date(at.date_naive());
        let text = format!("{day} {}  {}  {what}  {}", at.format("%H:%M"), SafeText::line(who), SafeText::line(&name));
        output::print(text.trim_end());
    }
    Ok(ExitCode::SUCCESS)
}
