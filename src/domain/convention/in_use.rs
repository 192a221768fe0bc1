//! The codes that files in progress hold: a version of the convention that drops one would leave them without its words
//! (art. 9).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Convention;
use crate::domain::family::FamilyRecord;
use crate::domain::refusal::Refusal;

/// How many files hold each code, by list of the convention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodesInUse {
    themes: BTreeMap<String, u64>,
    rights: BTreeMap<String, u64>,
    instruments: BTreeMap<String, u64>,
}

impl CodesInUse {
    /// Counts what a file holds on the day from which the new version would judge it: the themes of contracts drafted or not
    /// yet over, the rights claimed and the aids asked for that have no answer.
    pub fn count(&mut self, record: &FamilyRecord, from: NaiveDate) {
        let contracts =
            record.contracts.iter().filter(|contract| contract.ended.is_none() && from <= contract.last_day());
        let themes = contracts.flat_map(|contract| &contract.objectives).filter_map(|one| one.theme.as_ref());
        let rights = record.rights_claims.iter().filter(|claim| claim.is_open()).map(|claim| claim.right.as_str());
        let aids = record.financial_aids.iter().filter(|aid| aid.is_open()).map(|aid| aid.instrument.as_str());
        add(&mut self.themes, themes.map(|theme| theme.as_str()));
        add(&mut self.rights, rights);
        add(&mut self.instruments, aids);
    }

    /// Refuses a version without a code that is held.
    ///
    /// # Errors
    /// `ConventionCodeInUse`, with the number of files that hold it.
    pub fn kept_by(&self, convention: &Convention) -> Result<(), Refusal> {
        let themes: Vec<_> = convention.themes.iter().map(|theme| theme.code.as_str()).collect();
        let rights: Vec<_> = convention.rights.iter().map(|right| right.code.as_str()).collect();
        let instruments: Vec<_> = convention.instruments.iter().map(|one| one.code.as_str()).collect();
        for (held, kept) in [(&self.themes, themes), (&self.rights, rights), (&self.instruments, instruments)] {
            if let Some((code, files)) = held.iter().find(|(code, _)| !kept.contains(&code.as_str())) {
                return Err(Refusal::ConventionCodeInUse { code: code.clone(), files: *files });
            }
        }
        Ok(())
    }
}

/// One file more for each code, however often the file holds it.
fn add<'a>(held: &mut BTreeMap<String, u64>, codes: impl Iterator<Item = &'a str>) {
    let codes: std::collections::BTreeSet<&str> = codes.collect();
    for code in codes {
        *held.entry(code.to_owned()).or_default() += 1;
    }
}
