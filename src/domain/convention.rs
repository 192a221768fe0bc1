//! The convention as data: dated versions of every number, theme and reason that the rules use.
//!
//! It holds no rule: the nouns judge an act by the version in force on the act's date (art. 9).

mod changes;
mod check;
mod in_use;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::aid::Funder;
use super::landmark::EffectRule;
use crate::base::id::{
    ExitOutcomeCode, ExitReasonCode, InstrumentCode, ItemCode, ProfessionalKindCode, RightCode, ThemeCode, WorkKindCode,
};
use crate::base::locale::Lang;
use crate::base::toml_text::{self, TomlFault};

pub use changes::{Change, changes, part_name};
pub use check::check;
pub use in_use::CodesInUse;

/// The convention that `jalon init` proposes: Seine-et-Marne, 2012.
pub const SEINE_ET_MARNE_2012: &str = include_str!("../../assets/convention/seine-et-marne-2012.toml");

/// One version of the convention: the first text, an avenant, or a renewal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Convention {
    pub code: String,
    pub title: String,
    /// First day on which acts are judged by this version.
    pub effective_from: NaiveDate,
    /// Where this version comes from: `art. 11`, `avenant n° 1`…
    pub article: String,
    pub parties: Parties,
    pub period: Period,
    pub caseload: CaseloadQuota,
    pub inclusion: InclusionRule,
    pub delays: Delays,
    pub contract: ContractRule,
    pub publication: Publication,
    pub themes: Vec<Theme>,
    pub exit_reasons: Vec<ExitReason>,
    pub exit_outcomes: Vec<ExitOutcome>,
    /// What a suspension or a reduction may cost, by the day on which its procedure begins; shown, never computed with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reduction_scales: Vec<ReductionScale>,
    /// Art. 7: whom a family is referred to, by kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub professional_kinds: Vec<ProfessionalKind>,
    /// Art. 7: what counts as a return to work or training.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work_kinds: Vec<WorkKind>,
    /// Art. 5: the rights that are claimed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<Right>,
    /// Art. 5: the instruments of financial aid, each with who pays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<Instrument>,
    /// Art. 7: the qualitative scales.
    #[serde(default)]
    pub effects: EffectRule,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parties {
    pub department: String,
    pub organisation: String,
}

/// Art. 10 and 11: the convention's own life. Both days inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    pub starts: NaiveDate,
    pub ends: NaiveDate,
    pub notice_months: u32,
    pub report_months_before_end: u32,
}

/// Art. 1 and 2: places in all, and for each solidarity centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseloadQuota {
    pub places: u32,
    pub places_per_center: u32,
}

/// Art. 2: who may enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InclusionRule {
    /// CNAF code of the benefit that opens the caseload.
    pub benefit_code: String,
    /// At least one child younger than this on the day of inclusion, in civil years.
    pub child_under_years: u32,
}

/// Every delay of the deadlines, in calendar months or days as its name says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delays {
    pub first_meeting_days: u32,
    pub contract_months_after_orientation: u32,
    pub review_months_before_end: u32,
    pub renewal_months_before_end: u32,
    pub examination_from_months: u32,
    pub examination_by_months: u32,
    pub observations_months: u32,
    pub opinion_months: u32,
    pub silence_days: u32,
    pub department_silence_days: u32,
    pub retention_months: u32,
    /// How long an archived file is kept before it is erased.
    #[serde(default = "archive_months")]
    pub archive_months: u32,
    /// Within how many days another referent answers a proposal to archive or erase.
    #[serde(default = "disposal_days")]
    pub disposal_days: u32,
    /// How long it is known who opened, searched or printed a file.
    #[serde(default = "access_months")]
    pub access_months: u32,
    pub backup_days: u32,
}

/// For versions older than the rule: civil prescription (Code civil art. 2224).
fn archive_months() -> u32 {
    60
}

/// For versions older than the rule: six months to a year (CNIL, délibération 2021-122).
fn access_months() -> u32 {
    12
}

/// For versions older than the rule.
fn disposal_days() -> u32 {
    30
}

/// Art. 4: the durations that a contract may have, in months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContractRule {
    pub durations_months: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Published tables hide counts under this (statistical secrecy).
    pub hidden_below: u32,
}

/// A label in the languages of the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    pub fr: String,
    pub en: String,
}

impl Label {
    /// The label in a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

/// Art. 5: one theme of the accompaniment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    pub code: ThemeCode,
    pub label: Label,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// A hard limit of art. 5: the theme cannot be worked on in an encounter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<ThemeLimit>,
}

/// Art. 5: the only act that a limited theme allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeLimit {
    /// Child protection: a report and nothing else.
    ReportOnly,
    /// Emergency housing: a redirection to the DDCS and nothing else.
    RedirectOnly,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub code: ItemCode,
    pub label: Label,
}

/// Art. 6: one reason of exit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExitReason {
    pub code: ExitReasonCode,
    pub label: Label,
    pub ground: ExitGround,
}

/// Art. 6: what a reason of exit stands on, and so what the record must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExitGround {
    /// Suspension or end of the RSA majoré.
    Benefit,
    /// End of the contract: the record must show one that ended.
    Contract,
    /// The agent asks: the record must show the panel's agreement.
    Agent,
    /// The panel asks.
    Panel,
}

impl ExitGround {
    pub const ALL: [Self; 4] = [Self::Benefit, Self::Contract, Self::Agent, Self::Panel];
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExitOutcome {
    pub code: ExitOutcomeCode,
    pub label: Label,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfessionalKind {
    pub code: ProfessionalKindCode,
    pub label: Label,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkKind {
    pub code: WorkKindCode,
    pub label: Label,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    pub code: RightCode,
    pub label: Label,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    pub code: InstrumentCode,
    pub label: Label,
    pub funder: Funder,
}

/// The limits of suspensions and reductions in force from a day on (CASF R262-68).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReductionScale {
    /// First day of the procedures that it is for.
    pub from: NaiveDate,
    pub source: String,
    pub steps: Vec<Label>,
}

/// The file form of a convention: its versions, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConventionFile {
    #[serde(rename = "version")]
    pub versions: Vec<Convention>,
}

impl ConventionFile {
    /// Reads the TOML text of a convention.
    ///
    /// # Errors
    /// The first fault, with its line: a member is missing, unknown or of the wrong type.
    pub fn parse(text: &str) -> Result<Self, TomlFault> {
        toml_text::read(text)
    }
}

impl Convention {
    /// The theme of this code, if this version has it.
    pub fn theme(&self, code: &ThemeCode) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.code == *code)
    }

    /// The exit reason of this code, if this version has it.
    pub fn exit_reason(&self, code: &ExitReasonCode) -> Option<&ExitReason> {
        self.exit_reasons.iter().find(|reason| reason.code == *code)
    }

    /// The scale of reductions for a procedure that begins on this day.
    pub fn reduction_scale(&self, date: NaiveDate) -> Option<&ReductionScale> {
        self.reduction_scales.iter().filter(|scale| scale.from <= date).max_by_key(|scale| scale.from)
    }

    /// The kind of professional referent of this code, if this version has it.
    pub fn professional_kind(&self, code: &ProfessionalKindCode) -> Option<&ProfessionalKind> {
        self.professional_kinds.iter().find(|kind| kind.code == *code)
    }

    /// The kind of return to work of this code, if this version has it.
    pub fn work_kind(&self, code: &WorkKindCode) -> Option<&WorkKind> {
        self.work_kinds.iter().find(|kind| kind.code == *code)
    }

    /// The right of this code, if this version has it.
    pub fn right(&self, code: &RightCode) -> Option<&Right> {
        self.rights.iter().find(|right| right.code == *code)
    }

    /// The instrument of financial aid of this code, if this version has it.
    pub fn instrument(&self, code: &InstrumentCode) -> Option<&Instrument> {
        self.instruments.iter().find(|instrument| instrument.code == *code)
    }

    /// The exit outcome of this code, if this version has it.
    pub fn exit_outcome(&self, code: &ExitOutcomeCode) -> Option<&ExitOutcome> {
        self.exit_outcomes.iter().find(|outcome| outcome.code == *code)
    }
}

/// The version in force on a date: the latest that has taken effect, else the earliest there is.
pub fn in_force(versions: &[Convention], date: NaiveDate) -> Option<&Convention> {
    versions
        .iter()
        .filter(|version| version.effective_from <= date)
        .max_by_key(|version| version.effective_from)
        .or_else(|| versions.iter().min_by_key(|version| version.effective_from))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_embedded_convention_has_its_articles() {
        let file = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap();
        let convention = file.versions.first().unwrap();
        assert_eq!((convention.caseload.places, convention.caseload.places_per_center), (140, 10));
        assert_eq!(convention.themes.iter().filter(|theme| theme.limit.is_none()).count(), 7);
        assert_eq!(convention.themes.iter().filter(|theme| theme.limit.is_some()).count(), 2);
        assert_eq!(convention.exit_reasons.len(), 4);
        assert_eq!((convention.effects.scales.len(), convention.effects.levels.len()), (6, 5));
        assert_eq!(convention.contract.durations_months, [3, 6, 9, 12]);
    }

    #[test]
    fn an_act_is_judged_by_the_version_in_force_on_its_date() {
        let first = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0);
        let renewal = Convention { code: "2013".into(), effective_from: day("2013-01-01"), ..first.clone() };
        let versions = [renewal, first];
        for (date, code) in [
            ("2011-06-01", "seine-et-marne-2012"),
            ("2012-01-01", "seine-et-marne-2012"),
            ("2012-12-31", "seine-et-marne-2012"),
            ("2013-01-01", "2013"),
            ("2026-01-01", "2013"),
        ] {
            assert_eq!(in_force(&versions, day(date)).unwrap().code, code, "on {date}");
        }
    }
}
