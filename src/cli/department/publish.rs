//! `jalon department publish`: what is published and the topics that wait; the next publication.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{Out, open, written};
use crate::app::department::{self, PublicationPlan};
use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::cli::Common;
use crate::cli::output::{self, Failure};
use crate::domain::convention::SEINE_ET_MARNE_2012;

#[derive(Args)]
pub(super) struct Publish {
    #[arg(value_name = "FILE", conflicts_with = "example")]
    pub(super) plan: Option<PathBuf>,
    #[arg(long, value_name = "plan|convention")]
    example: Option<Example>,
    #[command(flatten)]
    out: Out,
}

#[derive(Clone, Copy, ValueEnum)]
enum Example {
    Plan,
    Convention,
}

/// Without a plan, what is in force and the topics that wait for an answer; with one, the next publication.
pub(super) fn publication(common: &Common, publish: &Publish, catalog: &Catalog) -> Result<ExitCode, Failure> {
    if let Some(example) = publish.example {
        output::print_raw(match example {
            Example::Plan => department::EXAMPLE,
            Example::Convention => SEINE_ET_MARNE_2012,
        });
        return Ok(ExitCode::SUCCESS);
    }
    let mut department = open(common, catalog)?;
    let Some(plan) = &publish.plan else {
        let published = department.everything_published()?;
        output::print(&catalog.text_with("cli-published-version", &[("version", Fact::from(published.version))]));
        for (support, _) in published.supports.iter().flat_map(|support| &support.versions) {
            let facts = [
                ("title", Fact::from(support.title.as_str())),
                ("code", Fact::from(support.code.as_str())),
                ("version", Fact::from(support.version)),
                ("date", Fact::Date(support.effective_from)),
            ];
            output::print(&catalog.text_with("cli-published-support", &facts));
        }
        for version in &published.conventions {
            let facts = [
                ("title", Fact::from(version.title.as_str())),
                ("code", Fact::from(version.code.as_str())),
                ("date", Fact::Date(version.effective_from)),
            ];
            output::print(&catalog.text_with("cli-published-convention", &facts));
        }
        for antenna in department.antennas()? {
            for part in department.not_adopted(&antenna)? {
                let facts =
                    [("name", Fact::from(antenna.name.as_str())), ("told", Fact::Text(part.told(catalog).join(" ")))];
                output::print(&catalog.text_with("publications-not-adopted", &facts));
            }
        }
        for (antenna, topic) in department.topics()? {
            let facts = [
                ("answered", Fact::from(if published.is_answered(&topic) { "yes" } else { "no" })),
                ("id", Fact::Text(topic.id.to_string())),
                ("antenna", Fact::from(antenna.name.as_str())),
                ("date", Fact::Date(topic.date)),
                ("text", Fact::Text(SafeText::line(&topic.text).to_string())),
            ];
            output::print(&catalog.text_with("cli-published-topic", &facts));
        }
        return Ok(ExitCode::SUCCESS);
    };
    let sent = department.publish(&PublicationPlan::read(plan)?, publish.out.directory())?;
    let files: Vec<PathBuf> = sent.into_iter().map(|one| one.path).collect();
    written(department, &files)
}
