//! The impact measure of art. 7 over all antennas, counted from the entries that came, with where an antenna counted otherwise.

mod persons;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Department, antenna_record, antennas_of, id_of};
use crate::app::tally::{LastEntries, Tally};
use crate::app::{ActsBehind, AppError, Background, Figure, impact};
use crate::base::id::{FamilyId, PartyId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::family::FamilyRecord;
use crate::domain::group;
use crate::domain::impact::{By, Group, Impact};
use crate::domain::indicator::{Indicator, Indicators};
use crate::exchange::Party;
use crate::exchange::activity::PeriodIndicators;
use crate::store::reading::Reading;
use crate::store::{StoreError, Writing};

/// The figures of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Consolidated {
    /// Over all antennas; without the families that are refused.
    pub impact: Impact,
    /// Of each antenna, by name.
    pub antennas: Vec<(Party, Indicators)>,
    /// Where the last figures of an antenna are not those that its acts make.
    pub differences: Vec<Difference>,
    /// What the families that are refused count for, and is in none of these figures.
    pub left_out: Vec<LeftOut>,
    /// Persons known to several antennas in the period: each counts once in the total, and once for each antenna.
    pub known_twice: u64,
    /// The antennas that closed exactly this period.
    pub closures: Vec<Closure>,
}

impl Consolidated {
    /// What is to be known of these figures beside them, a sentence each: what they leave out, who is in two of their lines, what was
    /// closed.
    pub fn told(&self, catalog: &Catalog) -> Vec<String> {
        let left_out = self.left_out.iter().map(|one| one.told(catalog));
        let twice = (self.known_twice > 0)
            .then(|| catalog.text_with("impact-known-twice", &[("count", Fact::from(self.known_twice))]));
        left_out.chain(twice).chain(self.closures.iter().flat_map(|closure| closure.told(catalog))).collect()
    }
}

/// A figure of the families of an antenna that are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub antenna: Party,
    pub indicator: Indicator,
    pub count: u64,
}

impl LeftOut {
    fn told(&self, catalog: &Catalog) -> String {
        let facts = [
            ("antenna", Fact::from(self.antenna.name.as_str())),
            ("indicator", Fact::Text(catalog.text(self.indicator.id()).into_owned())),
            ("count", Fact::from(self.count)),
        ];
        catalog.text_with("impact-left-out", &facts)
    }
}

/// A period as an antenna closed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    pub antenna: Party,
    pub closed_on: NaiveDate,
    /// What is no longer as it was then: the figure at the closing, and now.
    pub corrected: Vec<(Indicator, u64, u64)>,
}

impl Closure {
    /// That the antenna closed the period, then what was corrected since, a sentence each.
    pub fn told(&self, catalog: &Catalog) -> Vec<String> {
        let facts = [("antenna", Fact::from(self.antenna.name.as_str())), ("date", Fact::Date(self.closed_on))];
        let corrected = self.corrected.iter().map(|(indicator, then, now)| {
            let name = Fact::Text(catalog.text(indicator.id()).into_owned());
            let facts = [("indicator", name), ("then", Fact::from(*then)), ("now", Fact::from(*now))];
            catalog.text_with("impact-closure-corrected", &facts)
        });
        std::iter::once(catalog.text_with("impact-closure", &facts)).chain(corrected).collect()
    }
}

/// A figure that an antenna counted otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub antenna: Party,
    pub indicator: Indicator,
    /// Both days inclusive.
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub stated: u64,
    pub counted: u64,
}

impl Department {
    /// The antennas together under the Département's name. What each closed is its own: here everything is counted again. A note on
    /// a partnership says whose it is.
    ///
    /// # Errors
    /// The store's.
    pub fn together(&self) -> Result<AntennaRecord, AppError> {
        let mut all = (**self.app.antenna()).clone();
        all.closed_periods.clear();
        all.name.clone_from(&self.me.name);
        all.partnership_notes.clear();
        for antenna in self.antennas()? {
            for mut note in self.antenna_record(&antenna)?.partnership_notes {
                let of = [antenna.name.as_str(), note.partner.as_str()];
                note.partner = of.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · ");
                all.partnership_notes.push(note);
            }
        }
        all.partnership_notes.sort_by_key(|note| note.date);
        Ok(all)
    }

    /// What a figure of a period opens onto, of all antennas or of one, at most `limit`.
    ///
    /// # Errors
    /// The store's.
    pub fn acts_behind(
        &self,
        impact: &Impact,
        figure: &Figure,
        antenna: Option<&Party>,
        limit: usize,
    ) -> Result<ActsBehind, AppError> {
        behind(self.app.store.read(), self.app.today(), impact, figure, antenna, limit)
    }

    /// The figures of a period, both days inclusive.
    ///
    /// # Errors
    /// As for an antenna's: the period; the store's.
    pub fn consolidated(&self, from: NaiveDate, to: NaiveDate, by: By) -> Result<Consolidated, AppError> {
        whole(self.app.store.read(), &self.app.antenna, self.app.today(), Impact::new(from, to, by))
    }
}

impl Background {
    /// As [`Department::acts_behind`], on a connection of its own.
    ///
    /// # Errors
    /// The store's.
    pub fn acts_behind_consolidated(
        &self,
        impact: &Impact,
        figure: &Figure,
        antenna: Option<&Party>,
        limit: usize,
    ) -> Result<ActsBehind, AppError> {
        behind(self.reader()?.read(), self.today, impact, figure, antenna, limit)
    }

    /// As [`Department::consolidated`], on a connection of its own; `all` is the record of all antennas.
    ///
    /// # Errors
    /// As [`Department::consolidated`].
    pub fn consolidated(
        &self,
        all: &AntennaRecord,
        from: NaiveDate,
        to: NaiveDate,
        by: By,
    ) -> Result<Consolidated, AppError> {
        whole(self.reader()?.read(), all, self.today, Impact::new(from, to, by))
    }
}

fn behind(
    reading: Reading<'_>,
    today: NaiveDate,
    impact: &Impact,
    figure: &Figure,
    antenna: Option<&Party>,
    limit: usize,
) -> Result<ActsBehind, AppError> {
    let mut left_out: BTreeSet<FamilyId> = reading.refused_families()?.into_iter().map(|one| one.family).collect();
    let mut records = Vec::new();
    match antenna {
        Some(antenna) => {
            left_out.extend(reading.every_family_of_others(id_of(antenna)?)?);
            records.push((None, antenna_record(&reading, id_of(antenna)?)?));
        }
        None if figure.indicator == Indicator::Beneficiaries && matches!(figure.group, None | Some(Group::Antenna)) => {
            let (from, to) = (impact.from, impact.to);
            left_out.extend(persons::counted_with_another(&reading, &left_out, from, to)?);
        }
        None if figure.indicator == Indicator::GroupActions => {
            for antenna in antennas_of(&reading)? {
                let record = antenna_record(&reading, id_of(&antenna)?)?;
                records.push((Some(antenna.name), record));
            }
        }
        // Nothing else is an antenna's and no family's.
        None => {}
    }
    let antennas: Vec<_> = records.iter().map(|(name, record)| (name.as_deref(), record)).collect();
    impact::behind(reading, &left_out, &antennas, today, impact, figure, limit)
}

fn whole(
    reading: Reading<'_>,
    all: &AntennaRecord,
    today: NaiveDate,
    wanted: Impact,
) -> Result<Consolidated, AppError> {
    let Impact { from, to, by, .. } = wanted;
    impact::check_period(today, from, to)?;
    let refused: BTreeSet<FamilyId> = reading.refused_families()?.into_iter().map(|one| one.family).collect();
    let mut total = impact::measured(reading, &refused, from, to, by)?;
    group::counted(all, today).iter().for_each(|act| total.count_session(act));
    let known_twice = persons::count_once(&reading, &refused, &mut total)?;
    let mut left_out_of = Vec::new();
    let mut antennas = Vec::new();
    let mut differences = Vec::new();
    let mut closures = Vec::new();
    for antenna in antennas_of(&reading)? {
        let party = id_of(&antenna)?;
        let record = antenna_record(&reading, party)?;
        let mut left_out = reading.every_family_of_others(party)?;
        if let Some(stated) = stated(&reading, party)? {
            let counted = counted(&reading, &left_out, &record, stated.from, stated.to)?;
            let differs = |indicator: &Indicator| stated.figures.of(*indicator) != counted.of(*indicator);
            differences.extend(Indicator::ALL.into_iter().filter(differs).map(|indicator| Difference {
                antenna: antenna.clone(),
                indicator,
                from: stated.from,
                to: stated.to,
                stated: stated.figures.of(indicator),
                counted: counted.of(indicator),
            }));
        }
        if let Some(closed) = record.closed_period(from, to) {
            // As the antenna counted: the families that are refused here are its own all the same.
            let now = counted(&reading, &left_out, &record, from, to)?;
            let figures = |indicator: Indicator| (indicator, closed.figures.total.of(indicator), now.of(indicator));
            let corrected = Indicator::ALL.into_iter().map(figures).filter(|(_, then, now)| then != now).collect();
            closures.push(Closure { antenna: antenna.clone(), closed_on: closed.closed_on, corrected });
        }
        let with_refused = match reading.refused_families()?.iter().any(|one| one.party == party) {
            true => Some(counted(&reading, &left_out, &record, from, to)?),
            false => None,
        };
        left_out.extend(&refused);
        let figures = counted(&reading, &left_out, &record, from, to)?;
        if let Some(all) = with_refused {
            let missing = |indicator: &Indicator| all.of(*indicator).saturating_sub(figures.of(*indicator));
            left_out_of.extend(Indicator::ALL.into_iter().filter(|one| missing(one) > 0).map(|indicator| LeftOut {
                antenna: antenna.clone(),
                indicator,
                count: missing(&indicator),
            }));
        }
        antennas.push((antenna, figures));
    }
    Ok(Consolidated { impact: total, antennas, differences, left_out: left_out_of, known_twice, closures })
}

/// What an antenna's families count for together, kept from one of its bundles to the next.
pub(super) type Known = Option<(PartyId, Tally)>;

/// An activity whose figures are to be counted again.
pub(super) struct Stated<'a> {
    pub party: PartyId,
    pub antenna: &'a AntennaRecord,
    pub figures: &'a PeriodIndicators,
    /// What its acts changed.
    pub moved: Moved,
    /// Where the journal ended before it.
    pub last: &'a LastEntries,
}

/// What the families that a bundle tells of count for, before it and after it.
pub(super) struct Moved {
    period: (NaiveDate, NaiveDate),
    was: Indicators,
    is: Indicators,
    /// One of those counted was erased: what is left of her is counted in another place.
    erased: bool,
}

impl Moved {
    /// Nothing yet, within the period of these figures.
    pub fn within(figures: &PeriodIndicators) -> Self {
        let (was, is) = (Indicators::default(), Indicators::default());
        Self { period: (figures.from, figures.to), was, is, erased: false }
    }

    /// What a family counts for; one that is not there, for nothing.
    pub fn figures_of(&self, record: Option<&FamilyRecord>) -> Indicators {
        let mut figures = Indicators::default();
        if let Some(record) = record {
            figures.count(record, self.period.0, self.period.1);
        }
        figures
    }

    /// Notes what a family counted for, and the record that she has now.
    pub fn family(&mut self, was: Indicators, record: &FamilyRecord) {
        let is = self.figures_of(Some(record).filter(|record| !record.orientations.is_empty()));
        self.was.add(&was);
        self.is.add(&is);
        self.erased |= record.erased.is_some() && was != Indicators::default();
    }
}

/// Counts an antenna's figures again and keeps what it stated; whether they differ.
pub(super) fn reckon(writing: &Writing<'_>, stated: Stated<'_>, known: &mut Known) -> Result<bool, AppError> {
    let Stated { party, antenna, figures, moved, last } = stated;
    let PeriodIndicators { from, to, figures: said } = *figures;
    let json = serde_json::to_vec(figures).map_err(|_| StoreError::Unreadable { table: "setting" })?;
    writing.put_setting(&setting(party), &json)?;
    let before = known.take().filter(|(of, tally)| *of == party && tally.is_of(from, to, last) && !moved.erased);
    let mut tally = match before {
        Some((_, mut tally)) => {
            tally.take_out(&moved.was);
            tally.add(&moved.is);
            tally
        }
        None => tallied(writing, &writing.every_family_of_others(party)?, from, to)?,
    };
    tally.last = writing.last_entries()?;
    let differ = with_sessions(tally.total(), antenna, from, to) != said;
    *known = Some((party, tally));
    Ok(differ)
}

/// What every family counts for, but for these.
fn tallied(
    reading: &Reading<'_>,
    left_out: &BTreeSet<FamilyId>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Tally, AppError> {
    let mut tally = Tally::new(from, to);
    reading.every_family_but(left_out, |record| {
        let mut figures = Indicators::default();
        figures.count(&record, from, to);
        tally.add(&figures);
    })?;
    let mut erased = Indicators::default();
    reading.every_erased_but(left_out, |one| erased.count_erased(&one, from, to))?;
    tally.add(&erased);
    Ok(tally)
}

fn with_sessions(figures: Indicators, antenna: &AntennaRecord, from: NaiveDate, to: NaiveDate) -> Indicators {
    let (mut figures, sessions) = (figures, group::counted(antenna, to));
    sessions.iter().filter(|act| act.is_within(from, to)).for_each(|act| figures.count_act(act));
    figures
}

/// The figures as the antenna itself counts them.
fn counted(
    reading: &Reading<'_>,
    left_out: &BTreeSet<FamilyId>,
    antenna: &AntennaRecord,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Indicators, AppError> {
    Ok(with_sessions(tallied(reading, left_out, from, to)?.total(), antenna, from, to))
}

/// The figures of the last activity of an antenna, as it counted them.
fn stated(reading: &Reading<'_>, party: PartyId) -> Result<Option<PeriodIndicators>, AppError> {
    let kept = reading.setting(&setting(party))?;
    let read = |json: Vec<u8>| serde_json::from_slice(&json).map_err(|_| StoreError::Unreadable { table: "setting" });
    Ok(kept.map(read).transpose()?)
}

fn setting(party: PartyId) -> String {
    format!("figures-{party}")
}
