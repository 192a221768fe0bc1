//! `jalon department decide`: the agenda of the panel, and a step of a referral.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Args;
use serde::de::DeserializeOwned;

use super::{Out, open, written};
use crate::app::department::AgendaLine;
use crate::base::id::PanelReferralId;
use crate::base::locale::{Catalog, Fact};
use crate::cli::Common;
use crate::cli::output::{self, Failure};
use crate::domain::panel::{PanelMeasure, PostponePanelReferral, RecordPanelDecision, RecordPanelOpinion};
use crate::exchange::answers::PanelStep;

#[derive(Args)]
pub(super) struct Decide {
    #[arg(value_name = "REFERRAL", requires = "step")]
    pub(super) referral: Option<PanelReferralId>,
    #[arg(long, value_name = "MEASURE", group = "step", requires = "referral", value_parser = measure)]
    opinion: Option<PanelMeasure>,
    #[arg(long, value_name = "MEASURE", group = "step", requires = "referral", value_parser = measure)]
    decision: Option<PanelMeasure>,
    #[arg(long, value_name = "YYYY-MM-DD", group = "step", requires = "referral")]
    postpone: Option<NaiveDate>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<NaiveDate>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    comment: String,
    #[command(flatten)]
    out: Out,
}

/// Without a referral, the agenda; with one, a step of it.
pub(super) fn panel(common: &Common, decide: &Decide, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let mut department = open(common, catalog)?;
    let Some(referral) = decide.referral else {
        let agenda = department.agenda(true)?;
        if agenda.is_empty() {
            output::print(&catalog.text("cli-department-agenda-empty"));
        }
        for line in &agenda {
            output::print(&agenda_line(line, catalog));
        }
        return Ok(ExitCode::SUCCESS);
    };
    let date = decide.date.unwrap_or(department.app().today());
    let (referral_of_act, comment) = (None, decide.comment.clone());
    let step = match (decide.opinion, decide.decision, decide.postpone) {
        (Some(measure), ..) => {
            PanelStep::Opinion(RecordPanelOpinion { referral: referral_of_act, date, measure, comment })
        }
        (None, Some(measure), _) => {
            PanelStep::Decision(RecordPanelDecision { referral: referral_of_act, date, measure, comment })
        }
        (None, None, until) => PanelStep::Postponed(PostponePanelReferral {
            referral: referral_of_act,
            date,
            until: until.unwrap_or(date),
            motive: comment,
        }),
    };
    let path = department.decide(referral, step, decide.out.directory())?;
    written(department, &[path])
}

fn agenda_line(line: &AgendaLine, catalog: &Catalog) -> String {
    let identity = &line.file.identity;
    let name = format!("{} {}", identity.surname.to_uppercase(), identity.given_name);
    let referral = &line.file.referral;
    let code = |value: &PanelMeasure| serde_json::to_string(value).unwrap_or_default().trim_matches('"').to_owned();
    let facts = [
        ("id", Fact::Text(referral.id.to_string())),
        ("name", Fact::Text(name)),
        ("antenna", Fact::from(line.antenna.name.as_str())),
        (
            "measure",
            Fact::Text(catalog.text(&format!("panel-measure-{}", code(&referral.statement.proposal))).into_owned()),
        ),
    ];
    let mut lines = vec![catalog.text_with("cli-agenda-line", &facts)];
    lines.extend(referral.sent_on().map(|date| catalog.text_with("cli-agenda-sent", &[("date", Fact::Date(date))])));
    let until = line.opinion_until.filter(|_| referral.opinion.is_none());
    lines.extend(until.map(|date| catalog.text_with("cli-agenda-until", &[("date", Fact::Date(date))])));
    if let Some(opinion) = &referral.opinion {
        let measure = catalog.text(&format!("panel-measure-{}", code(&opinion.measure))).into_owned();
        let facts = [("date", Fact::Date(opinion.date)), ("measure", Fact::Text(measure))];
        lines.push(catalog.text_with("cli-agenda-opinion", &facts));
    }
    if let Some(part) = line.refused_part() {
        let reason = [("reason", Fact::Text(part.reason(catalog)))];
        lines.push(catalog.text_with("sittings-refused", &reason));
        lines.extend(part.what_to_do(catalog));
    }
    lines.join("\n  ")
}

/// A measure by its code, as bundles write it.
fn measure(code: &str) -> Result<PanelMeasure, String> {
    coded(code).ok_or_else(|| {
        let codes = PanelMeasure::ALL.iter().filter_map(|measure| serde_json::to_string(measure).ok());
        codes.map(|code| code.trim_matches('"').to_owned()).collect::<Vec<_>>().join(", ")
    })
}

fn coded<T: DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}
