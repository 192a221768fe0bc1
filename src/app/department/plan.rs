//! The plan of a publication: a file that names supports, versions of the convention and answers to the steering topics.
//!
//! It reads, and publishes nothing.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use chrono::NaiveDate;
use serde::Deserialize;

use crate::app::AppError;
use crate::app::supports::unknown_blank;
use crate::base::toml_text::{self, TomlFault, TomlFaultKind};
use crate::domain::convention::{Convention, ConventionFile};
use crate::exchange::ExchangeError;
use crate::exchange::answers::{Support, TopicAnswer};
use crate::store::StoreError;

/// A plan with every part explained, for whoever writes the first one.
pub const EXAMPLE: &str = include_str!("../../../assets/guide/publication/plan.toml");

/// What is to be published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublicationPlan {
    pub supports: Vec<Support>,
    pub conventions: Vec<Convention>,
    pub answers: Vec<TopicAnswer>,
}

/// The plan as it is written, with the files that it names beside it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFile {
    #[serde(default)]
    support: Vec<SupportFile>,
    #[serde(default)]
    convention: Vec<ConventionPath>,
    #[serde(default)]
    answer: Vec<TopicAnswer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SupportFile {
    code: Written,
    title: Written,
    version: FromOne,
    effective_from: NaiveDate,
    file: Beside,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConventionPath {
    file: Beside,
}

/// A number from 1 on.
#[derive(Deserialize)]
#[serde(try_from = "u64")]
struct FromOne(u64);

impl TryFrom<u64> for FromOne {
    type Error = &'static str;

    fn try_from(number: u64) -> Result<Self, Self::Error> {
        if number == 0 { Err("nought") } else { Ok(Self(number)) }
    }
}

/// A file beside the plan, or in a directory that is there: what is published is what lies with the plan.
#[derive(Deserialize)]
#[serde(try_from = "PathBuf")]
struct Beside(PathBuf);

impl TryFrom<PathBuf> for Beside {
    type Error = &'static str;

    fn try_from(path: PathBuf) -> Result<Self, Self::Error> {
        let stays = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if stays { Ok(Self(path)) } else { Err("elsewhere") }
    }
}

/// A text that is not blank.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Written(String);

impl TryFrom<String> for Written {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.trim().is_empty() { Err("blank") } else { Ok(Self(text.trim().to_owned())) }
    }
}

impl PublicationPlan {
    /// Reads a plan and the files that it names.
    ///
    /// # Errors
    /// `PublicationUnreadable`, `PublicationFieldMissing`, `PublicationFieldUnknown`, `PublicationFieldUnfit`, each with the
    /// line; `PublicationFileMissing`, `PublicationBlankUnknown`, `PublicationIsConvention`; the disk's.
    pub fn read(path: &Path) -> Result<Self, AppError> {
        let text = read(path)?;
        let file: PlanFile = toml_text::read(&text).map_err(|fault| match ConventionFile::parse(&text) {
            Ok(_) => ExchangeError::PublicationIsConvention { path: path.display().to_string() },
            Err(_) => unreadable(path, fault),
        })?;
        let beside = path.parent().unwrap_or(Path::new("."));
        let mut plan = Self { answers: file.answer, ..Self::default() };
        for support in file.support {
            let named = beside.join(support.file.0);
            let text = read_named(path, &named)?;
            if let Some((blank, known)) = unknown_blank(&text) {
                let path = named.display().to_string();
                return Err(ExchangeError::PublicationBlankUnknown { path, blank, known }.into());
            }
            plan.supports.push(Support {
                code: support.code.0,
                title: support.title.0,
                version: support.version.0,
                effective_from: support.effective_from,
                text,
            });
        }
        for convention in file.convention {
            let named = beside.join(convention.file.0);
            let file = ConventionFile::parse(&read_named(path, &named)?).map_err(|fault| unreadable(&named, fault))?;
            plan.conventions.extend(file.versions);
        }
        Ok(plan)
    }
}

/// Reads a file that a plan names.
fn read_named(plan: &Path, named: &Path) -> Result<String, AppError> {
    read(named).map_err(|fault| match fault {
        AppError::Store(StoreError::Unreachable { kind: ErrorKind::NotFound, .. }) => {
            let (plan, file) = (plan.display().to_string(), named.display().to_string());
            ExchangeError::PublicationFileMissing { plan, file }.into()
        }
        fault => fault,
    })
}

fn read(path: &Path) -> Result<String, AppError> {
    fs::read_to_string(path)
        .map_err(|error| StoreError::Unreachable { path: path.to_owned(), kind: error.kind() }.into())
}

fn unreadable(path: &Path, fault: TomlFault) -> ExchangeError {
    let (path, line) = (path.display().to_string(), fault.line);
    match fault.kind {
        TomlFaultKind::Syntax => ExchangeError::PublicationUnreadable { path, line },
        TomlFaultKind::Missing(field) => ExchangeError::PublicationFieldMissing { path, line, field },
        TomlFaultKind::Unknown(field) => ExchangeError::PublicationFieldUnknown { path, line, field },
        TomlFaultKind::Unfit(field) => ExchangeError::PublicationFieldUnfit { path, line, field },
    }
}
