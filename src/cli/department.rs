//! `jalon department …`: the other side of the hand-off, on its own store.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use clap::{Args, Subcommand, ValueEnum};
use serde::de::DeserializeOwned;

use super::init::{confirm, new_passphrase};
use super::output::{self, Failure};
use super::{Common, enrolment, import, screen, session};
use crate::app::access::NewReferent;
use crate::app::department::{self, AgendaLine, AntennaStanding, Department, PublicationPlan};
use crate::app::orientations::Direction;
use crate::app::{SlipOf, read_file};
use crate::base::id::{CenterCode, PanelReferralId};
use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::domain::closure::Measure;
use crate::domain::convention::SEINE_ET_MARNE_2012;
use crate::domain::impact::By;
use crate::domain::panel::{PanelMeasure, PostponePanelReferral, RecordPanelDecision, RecordPanelOpinion};
use crate::domain::refusal::Refusal;
use crate::exchange::answers::PanelStep;
use crate::report::{consolidated, impact};

#[derive(Args)]
pub(crate) struct Office {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    Init(Init),
    Card(Out),
    Enroll(Enroll),
    Revoke(Revoke),
    Orient(Orient),
    Receive(Receive),
    Decide(Decide),
    Publish(Publish),
    Report(Report),
    Presence(Out),
    Slip(Slip),
    Again(Again),
    Identity,
}

#[derive(Args)]
struct Out {
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Args)]
struct Init {
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
}

#[derive(Args)]
struct Enroll {
    #[arg(value_name = "FILE")]
    card: PathBuf,
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Revoke {
    #[arg(value_name = "NAME")]
    antenna: String,
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[arg(long, value_name = "N")]
    until: Option<u64>,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Orient {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "MDS")]
    mds: Option<String>,
    #[arg(long)]
    preview: bool,
    #[arg(long)]
    only_valid: bool,
    #[arg(long)]
    beyond_places: bool,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Receive {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Decide {
    #[arg(value_name = "REFERRAL", requires = "step")]
    referral: Option<PanelReferralId>,
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

#[derive(Args)]
struct Publish {
    #[arg(value_name = "FILE", conflicts_with = "example")]
    plan: Option<PathBuf>,
    #[arg(long, value_name = "plan|convention")]
    example: Option<Example>,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Report {
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    to: Option<NaiveDate>,
    #[arg(long, value_enum, default_value = "antenna", value_name = "antenna|mds|referent")]
    by: Groups,
    #[arg(long, value_enum, default_value = "text", value_name = "text|csv|json")]
    format: Format,
}

#[derive(Args)]
struct Again {
    #[arg(value_name = "NAME")]
    antenna: String,
    #[arg(value_name = "N")]
    number: u64,
    #[command(flatten)]
    out: Out,
}

#[derive(Args)]
struct Slip {
    #[arg(value_name = "NAME")]
    antenna: String,
    #[arg(value_name = "N")]
    number: u64,
    /// Of the antenna's receipt for a bundle of ours; else of ours for one of the antenna.
    #[arg(long)]
    sent: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Example {
    Plan,
    Convention,
}

#[derive(Clone, Copy, ValueEnum)]
enum Groups {
    Antenna,
    Mds,
    Referent,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Csv,
    Json,
}

impl Out {
    fn directory(&self) -> &Path {
        self.out.as_deref().unwrap_or(Path::new("."))
    }
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

pub(crate) fn run(common: &Common, office: &Office, catalog: &Arc<Catalog>) -> Result<ExitCode, Failure> {
    match &office.verb {
        // A person reads the screen, a pipe the lines.
        None if io::stdin().is_terminal() && io::stdout().is_terminal() => screen::of_department(common, catalog),
        None => standings(common, catalog),
        Some(Verb::Init(init)) => found(common, init, catalog),
        Some(Verb::Card(out)) => {
            let mut department = open(common, catalog)?;
            let given = department.give_card(out.directory())?;
            department.close()?;
            output::say(&catalog.text_with("cli-department-words", &[("words", Fact::Text(given.words.join(" ")))]));
            output::print(&given.path.display().to_string());
            Ok(ExitCode::SUCCESS)
        }
        Some(Verb::Enroll(enroll)) => {
            let bytes = read_file(&enroll.card)?;
            let mut department = open(common, catalog)?;
            // A card that is refused costs nobody twelve words.
            department.read_card(&bytes)?;
            let typed = match &enroll.words {
                Some(words) => words.clone(),
                None => session::ask("cli-ask-words", &[], catalog)?,
            };
            let enrolled = department.enrol(&bytes, &typed, enroll.out.directory())?;
            let facts =
                [("name", Fact::from(enrolled.antenna.name.as_str())), ("version", Fact::from(enrolled.version))];
            output::say(&catalog.text_with("cli-department-enrolled", &facts));
            written(department, &enrolled.files)
        }
        Some(Verb::Revoke(revoke)) => {
            let mut department = open(common, catalog)?;
            let antenna = department.antenna_named(&revoke.antenna)?;
            let files = department.revoke(&antenna, &revoke.reason, revoke.until, revoke.out.directory())?;
            let facts = [("name", Fact::from(antenna.name.as_str()))];
            output::say(&catalog.text_with("cli-department-revoked", &facts));
            written(department, &files)
        }
        Some(Verb::Orient(orient)) => send_orientations(common, orient, catalog),
        Some(Verb::Receive(receive)) => {
            let mut department = open(common, catalog)?;
            let refused = enrolment::take_in_each(&receive.files, catalog, |bytes| department.take_in(bytes));
            let files = department.answer(receive.out.directory())?;
            written(department, &files)?;
            Ok(ExitCode::from(u8::from(refused)))
        }
        Some(Verb::Decide(decide)) => panel(common, decide, catalog),
        Some(Verb::Publish(publish)) => publication(common, publish, catalog),
        Some(Verb::Report(report)) => figures(common, report, catalog),
        Some(Verb::Presence(out)) => {
            let mut department = open(common, catalog)?;
            let files = department.send_presence(out.directory())?;
            written(department, &files)
        }
        Some(Verb::Identity) => {
            let mut department = open(common, catalog)?;
            let identity = department.identity()?;
            department.close()?;
            output::say(&catalog.text("cli-department-identity-warning"));
            output::print_raw(&identity);
            Ok(ExitCode::SUCCESS)
        }
        Some(Verb::Slip(slip)) => {
            let department = open(common, catalog)?;
            let antenna = department.antenna_named(&slip.antenna)?;
            let of = if slip.sent { SlipOf::Sealed } else { SlipOf::Came };
            output::print_raw(&department.slip(&antenna, of, slip.number, catalog)?);
            Ok(ExitCode::SUCCESS)
        }
        Some(Verb::Again(again)) => {
            let department = open(common, catalog)?;
            let antenna = department.antenna_named(&again.antenna)?;
            let path = department.send_again(&antenna, again.number, again.out.directory())?;
            written(department, &[path])
        }
    }
}

fn open(common: &Common, catalog: &Catalog) -> Result<Department, Failure> {
    let directory = session::directory(common)?;
    let opener = session::opener(common, &directory, catalog)?;
    Ok(department::open(&directory, &opener, session::clock(common))?)
}

/// Puts the store away and names the files to hand over.
fn written(department: Department, files: &[PathBuf]) -> Result<ExitCode, Failure> {
    department.close()?;
    for path in files {
        output::print(&path.display().to_string());
    }
    Ok(ExitCode::SUCCESS)
}

fn found(common: &Common, init: &Init, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let directory = session::directory(common)?;
    let answered = |given: &Option<String>, id| match given {
        Some(text) => Ok(text.clone()),
        None => session::ask(id, &[], catalog),
    };
    let name = answered(&init.department, "cli-ask-department")?;
    let agent = answered(&init.name, "cli-ask-referent")?;
    let passphrase = match &common.passphrase_file {
        Some(file) => session::secret_file(file)?,
        None => new_passphrase("--passphrase-file", catalog)?,
    };
    let agent = NewReferent { name: agent, passphrase };
    let (department, recovery) = department::create(&directory, &name, &agent, session::clock(common))?;
    department.close()?;
    output::say(&catalog.text_with("cli-department-done", &[("path", Fact::from(directory.display().to_string()))]));
    output::say(&catalog.text("cli-init-recovery"));
    output::print(&recovery);
    if common.passphrase_file.is_none() {
        confirm(&recovery, catalog)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the hand-off with each antenna stands.
fn standings(common: &Common, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let department = open(common, catalog)?;
    let standings = department.standings()?;
    if standings.is_empty() {
        output::print(&catalog.text("cli-department-no-antenna"));
    }
    for standing in &standings {
        output::print(&standing_line(standing, department.app().today(), catalog));
    }
    let waiting =
        [("orientations", department.orientations(true)?.len()), ("referrals", department.agenda(true)?.len())];
    let facts = waiting.map(|(name, count)| (name, Fact::from(count as u64)));
    output::print(&catalog.text_with("cli-department-waiting", &facts));
    Ok(ExitCode::SUCCESS)
}

fn standing_line(standing: &AntennaStanding, today: NaiveDate, catalog: &Catalog) -> String {
    let facts = [
        ("name", Fact::from(standing.antenna.name.as_str())),
        ("received", Fact::from(standing.received)),
        ("sent", Fact::from(standing.sent)),
        ("acknowledged", Fact::from(standing.acknowledged)),
        ("refused", Fact::from(standing.refused)),
    ];
    let mut lines = vec![catalog.text_with("cli-standing", &facts)];
    match standing.last_on {
        Some(date) => {
            let days = Fact::Number((today - date).num_days());
            lines.push(catalog.text_with("cli-standing-last", &[("date", Fact::Date(date)), ("days", days)]));
        }
        None => lines.push(catalog.text("cli-standing-nothing").into_owned()),
    }
    if let (Some(first), Some(last)) = (standing.missing.first(), standing.missing.last()) {
        let count = Fact::from(standing.missing.len() as u64);
        let facts = [("first", Fact::from(*first)), ("last", Fact::from(*last)), ("count", count)];
        lines.push(catalog.text_with("streams-missing", &facts));
    }
    if standing.frozen {
        lines.push(catalog.text("cli-standing-frozen").into_owned());
    }
    if let Some(revoked) = &standing.revoked {
        let facts = [("date", Fact::Date(revoked.on)), ("reason", Fact::from(revoked.reason.as_str()))];
        lines.push(catalog.text_with("cli-standing-revoked", &facts));
    }
    lines.join("\n  ")
}

fn send_orientations(common: &Common, orient: &Orient, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let mut department = open(common, catalog)?;
    let sender = orient.mds.as_deref().map(CenterCode::from);
    let mut lists = Vec::new();
    for path in &orient.files {
        lists.push(department.read_list(path, sender.as_ref())?);
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

/// Without a referral, the agenda; with one, a step of it.
fn panel(common: &Common, decide: &Decide, catalog: &Catalog) -> Result<ExitCode, Failure> {
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
    if line.refused.is_some() {
        lines.push(catalog.text("cli-agenda-refused").into_owned());
    }
    lines.join("\n  ")
}

/// Without a plan, what is in force and the topics that wait for an answer; with one, the next publication.
fn publication(common: &Common, publish: &Publish, catalog: &Catalog) -> Result<ExitCode, Failure> {
    if let Some(example) = publish.example {
        output::print_raw(match example {
            Example::Plan => department::EXAMPLE,
            Example::Convention => SEINE_ET_MARNE_2012,
        });
        return Ok(ExitCode::SUCCESS);
    }
    let mut department = open(common, catalog)?;
    let Some(plan) = &publish.plan else {
        let published = department.published()?;
        let version = published.as_ref().map_or(0, |published| published.version);
        output::print(&catalog.text_with("cli-published-version", &[("version", Fact::from(version))]));
        for support in published.iter().flat_map(|published| &published.supports) {
            let facts = [
                ("title", Fact::from(support.title.as_str())),
                ("version", Fact::from(support.version)),
                ("date", Fact::Date(support.effective_from)),
            ];
            output::print(&catalog.text_with("cli-published-support", &facts));
        }
        for version in published.iter().flat_map(|published| &published.conventions) {
            let facts = [
                ("title", Fact::from(version.title.as_str())),
                ("code", Fact::from(version.code.as_str())),
                ("date", Fact::Date(version.effective_from)),
            ];
            output::print(&catalog.text_with("cli-published-convention", &facts));
        }
        for (antenna, topic) in department.topics()? {
            let facts = [
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

fn figures(common: &Common, report: &Report, catalog: &Catalog) -> Result<ExitCode, Failure> {
    let department = open(common, catalog)?;
    let today = department.app().today();
    let to = report.to.unwrap_or(today);
    let from = report.from.or_else(|| NaiveDate::from_ymd_opt(to.year(), 1, 1)).unwrap_or(to);
    let by = match report.by {
        Groups::Antenna => By::Antenna,
        Groups::Mds => By::Center,
        Groups::Referent => By::Referent,
    };
    let counted = department.consolidated(from, to, by)?;
    // What each antenna closed is its own; here everything is counted again.
    let mut all = (**department.app().antenna()).clone();
    all.closed_periods.clear();
    all.name.clone_from(&department.me().name);
    all.convention(to).ok_or(Failure::App(Refusal::ConventionMissing {}.into()))?;
    let measure = Measure::of(counted.impact, &all);
    let rows: Vec<_> = counted.antennas.into_iter().map(|(antenna, figures)| (antenna.name, figures)).collect();
    let differences: Vec<_> = counted
        .differences
        .into_iter()
        .map(|one| consolidated::Difference {
            antenna: one.antenna.name,
            indicator: one.indicator,
            stated: one.stated,
            counted: one.counted,
        })
        .collect();
    let reader = impact::Reader::Within;
    let mut tables = consolidated::tables(&rows, &measure.impact.total, &differences, catalog);
    let own = impact::tables(&measure, &all, catalog, reader);
    // By antenna, the total is the last line of the first table.
    tables.extend(own.into_iter().filter(|table| !matches!((report.by, table.code), (Groups::Antenna, "groups"))));
    match report.format {
        Format::Text => output::print(&impact::text(&measure, &tables, &all, catalog, reader)),
        Format::Csv => output::print_raw(&impact::csv(&tables, catalog)),
        Format::Json => output::print_raw(&impact::json(&measure, &tables, &all, reader)),
    }
    Ok(ExitCode::SUCCESS)
}
