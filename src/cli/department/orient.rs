//! `jalon department orient`: lists of orientations judged and sent.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{Out, open, written};
use crate::app::orientations::Direction;
use crate::base::id::CenterCode;
use crate::base::locale::{Catalog, Fact};
use crate::cli::output::{self, Failure};
use crate::cli::{Common, enrolment, import};

#[derive(Args)]
pub(super) struct Orient {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "MDS")]
    mds: Option<String>,
    #[arg(long)]
    pub(super) preview: bool,
    #[arg(long)]
    only_valid: bool,
    #[arg(long)]
    beyond_places: bool,
    #[command(flatten)]
    out: Out,
}

pub(super) fn send_orientations(common: &Common, orient: &Orient, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let mut department = open(common, catalog)?;
    let sender = orient.mds.as_deref().map(CenterCode::from);
    let mut lists = Vec::new();
    for path in &orient.files {
        match department.read_list(path, sender.as_ref()) {
            Ok(list) => lists.push(list),
            Err(fault) => {
                enrolment::not_read(path, &Failure::App(fault), catalog);
                return Ok(ExitCode::from(1));
            }
        }
    }
    department.judge(&mut lists, orient.beyond_places)?;
    for list in &lists {
        output::print(&import::previewed(list, Direction::Sent, catalog));
    }
    let refused: usize = lists.iter().map(|list| list.refused().count()).sum();
    let stops = refused > 0 && !orient.only_valid;
    if orient.preview {
        return Ok(ExitCode::from(u8::from(stops)));
    }
    if stops {
        output::say(&catalog.text_with("cli-department-not-oriented", &[("count", Fact::from(refused as u64))]));
        return Ok(ExitCode::from(1));
    }
    let oriented = department.orient(&lists, orient.out.directory())?;
    output::say(&catalog.text_with("cli-department-oriented", &[("count", Fact::from(oriented.families as u64))]));
    written(department, &oriented.files)
}
