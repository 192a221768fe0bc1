//! The stream of each antenna, bundle by bundle: what came, what was sealed for it, which of its families are refused.

use chrono::{Days, NaiveDate};

use super::{Department, id_of};
use crate::app::{AppError, intake};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::exchange::Party;
use crate::exchange::receipt::Receipt;
use crate::store::StoreError;
use crate::store::exchange::{Came, CameState, Sealed};

/// Without a convention that says it, an antenna is silent after so many days.
const SILENT_DAYS: u32 = 30;

/// A bundle that came, and what is answered to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameLine {
    pub antenna: Party,
    pub came: Came,
    pub accepted: u64,
    pub refused: u64,
    pub figures_differ: bool,
    /// Four words by which the answer is confirmed on the telephone; none for what is not answered.
    pub words: Vec<&'static str>,
    /// The numbers that are missing before it, where it waits.
    pub waits_for: Vec<u64>,
}

/// A family that was refused and not accepted since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedLine {
    pub family: FamilyId,
    pub name: String,
    pub matricule: String,
    /// The end of the id of its sentence.
    pub code: String,
}

impl RefusedLine {
    /// Whose it is and why it was refused, then what to do.
    pub fn told(&self, catalog: &Catalog) -> Vec<String> {
        let id = format!("refused-{}", self.code);
        let (name, matricule) = (Fact::from(self.name.as_str()), Fact::from(self.matricule.as_str()));
        let of = catalog.text_with("refused-of-family", &[("name", name), ("matricule", matricule)]);
        let facts = [("of", Fact::Text(of)), ("said", Fact::Text(catalog.text(&id).into_owned()))];
        std::iter::once(catalog.text_with("refused-part", &facts)).chain(catalog.hint(&id, &[])).collect()
    }
}

impl Department {
    /// Every bundle that came, the latest first.
    ///
    /// # Errors
    /// The store's.
    pub fn inbox(&self) -> Result<Vec<CameLine>, AppError> {
        let (antennas, reading) = (self.antennas()?, self.app.store.read());
        let mut lines = Vec::new();
        for came in reading.inbox()? {
            let Some(antenna) = antennas.iter().find(|one| one.id == Some(came.party)) else { continue };
            let receipt = came.receipt.as_deref().map(serde_json::from_str::<Receipt>).transpose();
            let receipt = receipt.map_err(|_| StoreError::Unreadable { table: "inbox" })?;
            let (accepted, refused) = receipt.as_ref().map(Receipt::counts).unwrap_or_default();
            let waits_for = match came.state {
                CameState::Waiting => intake::missing(&reading, came.party)?,
                CameState::Applied | CameState::Left => Vec::new(),
            };
            lines.push(CameLine {
                waits_for: waits_for.into_iter().filter(|number| *number < came.sequence).collect(),
                antenna: antenna.clone(),
                accepted,
                refused,
                figures_differ: receipt.as_ref().is_some_and(|receipt| receipt.figures_differ),
                words: receipt.as_ref().map(Receipt::words).unwrap_or_default(),
                came,
            });
        }
        lines.sort_by(|one, other| {
            let key = |line: &CameLine| (line.came.received_on, line.came.epoch, line.came.sequence);
            key(other).cmp(&key(one)).then_with(|| one.antenna.name.cmp(&other.antenna.name))
        });
        Ok(lines)
    }

    /// The families of an antenna that are refused, by name.
    ///
    /// # Errors
    /// The store's.
    pub fn refused_of(&self, antenna: &Party) -> Result<Vec<RefusedLine>, AppError> {
        let (reading, party) = (self.app.store.read(), id_of(antenna)?);
        let mut lines = Vec::new();
        for refused in reading.refused_families()?.into_iter().filter(|one| one.party == party) {
            let record = reading.family(refused.family)?;
            let (name, matricule) =
                record.map(|record| (record.display_name(), record.identity.matricule)).unwrap_or_default();
            lines.push(RefusedLine { family: refused.family, name, matricule, code: refused.code });
        }
        lines.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(lines)
    }

    /// What was sealed for an antenna, the latest first.
    ///
    /// # Errors
    /// The store's.
    pub fn sealed_for(&self, antenna: &Party) -> Result<Vec<Sealed>, AppError> {
        let party = id_of(antenna)?;
        let sealed = self.app.store.read().outbox()?.into_iter().filter(|sealed| sealed.party == party);
        Ok(sealed.rev().collect())
    }

    /// Whether a side of which nothing came since this day is silent.
    pub(super) fn silent_since(&self, last: NaiveDate) -> bool {
        let today = self.app.today();
        let version = self.app.antenna.convention(today);
        let days = version.map_or(SILENT_DAYS, |version| version.delays.department_silence_days);
        last.checked_add_days(Days::new(u64::from(days))).is_some_and(|until| until < today)
    }
}
