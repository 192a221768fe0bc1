//! Closed periods of the impact measure (art. 7): their figures are frozen, and what is recorded later shows as a correction.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::antenna::{AntennaRecord, AntennaScene};
use super::event::AntennaEvent;
use super::impact::{By, Group, Impact, ScaleFigures};
use super::indicator::{Indicator, Indicators};
use super::refusal::Refusal;
use crate::base::calendar;
use crate::base::id::{CenterCode, EffectScaleCode, ReferentId};
use crate::base::money::Cents;

/// A period as it was measured on the day of its closing, both days inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedPeriod {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub closed_on: NaiveDate,
    pub figures: PeriodFigures,
}

/// What is frozen of a period; the persons' own words are not figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodFigures {
    pub total: Indicators,
    pub centers: Vec<CenterFigures>,
    pub referents: Vec<ReferentFigures>,
    /// By the first day of each month.
    pub months: BTreeMap<NaiveDate, Indicators>,
    pub kinds: Vec<KindFigures>,
    pub scales: BTreeMap<EffectScaleCode, ScaleFigures>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CenterFigures {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub center: Option<CenterCode>,
    pub figures: Indicators,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferentFigures {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referent: Option<ReferentId>,
    pub figures: Indicators,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindFigures {
    pub indicator: Indicator,
    pub kind: String,
    pub count: u64,
    pub amount: Cents,
}

/// Freezes the figures of a period. They are measured, never given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosePeriod {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// What is measured of a period: as it was at the closing where it is closed, else as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub impact: Impact,
    pub closed_on: Option<NaiveDate>,
    /// What is no longer as it was at the closing: the antenna's figures first, then each group's.
    pub corrections: Vec<Correction>,
}

/// One figure that is no longer what it was at the closing, with the amount granted where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub group: Group,
    pub indicator: Indicator,
    pub then: (u64, Cents),
    pub now: (u64, Cents),
}

impl PeriodFigures {
    /// Those of one period measured by centre and by referent.
    pub fn of(by_center: Impact, by_referent: Impact) -> Self {
        let center = |(group, figures)| match group {
            Group::Center(code) => CenterFigures { center: Some(code), figures },
            Group::Antenna | Group::Referent(_) | Group::Nobody => CenterFigures { center: None, figures },
        };
        let referent = |(group, figures)| match group {
            Group::Referent(id) => ReferentFigures { referent: Some(id), figures },
            Group::Antenna | Group::Center(_) | Group::Nobody => ReferentFigures { referent: None, figures },
        };
        let kind = |((indicator, kind), (count, amount))| KindFigures { indicator, kind, count, amount };
        Self {
            total: by_center.total,
            centers: by_center.groups.into_iter().map(center).collect(),
            referents: by_referent.groups.into_iter().map(referent).collect(),
            months: by_center.months,
            kinds: by_center.kinds.into_iter().map(kind).collect(),
            scales: by_center.scales,
        }
    }
}

impl ClosedPeriod {
    /// The impact as it was at the closing, by these groups; without quotes.
    pub fn impact(&self, by: By) -> Impact {
        let figures = &self.figures;
        let groups = match by {
            By::Antenna => BTreeMap::from([(Group::Antenna, figures.total)]),
            By::Center => {
                let group = |one: &CenterFigures| one.center.clone().map_or(Group::Nobody, Group::Center);
                figures.centers.iter().map(|one| (group(one), one.figures)).collect()
            }
            By::Referent => {
                let group = |one: &ReferentFigures| one.referent.map_or(Group::Nobody, Group::Referent);
                figures.referents.iter().map(|one| (group(one), one.figures)).collect()
            }
        };
        let kinds = figures.kinds.iter().map(|one| ((one.indicator, one.kind.clone()), (one.count, one.amount)));
        Impact {
            from: self.from,
            to: self.to,
            by,
            total: figures.total,
            groups,
            months: figures.months.clone(),
            kinds: kinds.collect(),
            erased: Indicators::default(),
            scales: figures.scales.clone(),
            quotes: Vec::new(),
        }
    }
}

impl AntennaRecord {
    /// The closed period of exactly these days.
    pub fn closed_period(&self, from: NaiveDate, to: NaiveDate) -> Option<&ClosedPeriod> {
        self.closed_periods.iter().find(|period| period.from == from && period.to == to)
    }

    /// The first day from `from` on whose figures are not frozen yet.
    pub fn first_day_not_closed(&self, from: NaiveDate) -> NaiveDate {
        let mut first = from;
        // In the order of their days.
        for closed in &self.closed_periods {
            if closed.from <= first && first <= closed.to {
                first = calendar::add_days(closed.to, 1);
            }
        }
        first
    }
}

impl Measure {
    /// Puts what is counted now beside what the antenna closed.
    pub fn of(now: Impact, antenna: &AntennaRecord) -> Self {
        match antenna.closed_period(now.from, now.to) {
            Some(closed) => {
                let frozen = closed.impact(now.by);
                let corrections = corrections(&frozen, &now);
                let impact = Impact { quotes: now.quotes, ..frozen };
                Self { impact, closed_on: Some(closed.closed_on), corrections }
            }
            None => Self { impact: now, closed_on: None, corrections: Vec::new() },
        }
    }
}

fn corrections(frozen: &Impact, now: &Impact) -> Vec<Correction> {
    let known = frozen.groups.keys().chain(now.groups.keys());
    let groups: BTreeSet<_> = known.filter(|group| **group != Group::Antenna).collect();
    let figures = |impact: &Impact, group: &Group| match group {
        Group::Antenna => impact.total,
        Group::Center(_) | Group::Referent(_) | Group::Nobody => impact.groups.get(group).copied().unwrap_or_default(),
    };
    let mut found = Vec::new();
    for group in std::iter::once(&Group::Antenna).chain(groups) {
        let (then, now) = (figures(frozen, group), figures(now, group));
        let of = |figures: &Indicators, indicator: Indicator| {
            let granted = if indicator == Indicator::FinancialInterventions { figures.granted } else { Cents(0) };
            (figures.of(indicator), granted)
        };
        let one = |indicator| Correction {
            group: group.clone(),
            indicator,
            then: of(&then, indicator),
            now: of(&now, indicator),
        };
        found.extend(Indicator::ALL.map(one).into_iter().filter(|one| one.then != one.now));
    }
    found
}

pub(super) fn close(
    antenna: &AntennaRecord,
    scene: &AntennaScene<'_>,
    act: &ClosePeriod,
) -> Result<AntennaEvent, Refusal> {
    let ClosePeriod { from, to } = *act;
    if to < from {
        return Err(Refusal::PeriodReversed { from, to });
    }
    if scene.today <= to {
        return Err(Refusal::PeriodNotOver { to });
    }
    let meets = |known: &&ClosedPeriod| known.from <= to && from <= known.to;
    if let Some(known) = antenna.closed_periods.iter().find(meets) {
        return Err(Refusal::PeriodAlreadyClosed { from: known.from, to: known.to });
    }
    let figures = scene.figures.clone();
    Ok(AntennaEvent::PeriodClosed(ClosedPeriod { from, to, closed_on: scene.today, figures }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    fn period(from: &str, to: &str) -> serde_json::Value {
        json!({"act": "close_period", "from": from, "to": to})
    }

    /// The figures of a family with one encounter held on each of these days.
    fn measured(by: By, held: &[&str]) -> Impact {
        let mut desk = Desk::included().on("2026-06-30");
        for date in held {
            desk = desk.does("hold_encounter", json!({"date": date}));
        }
        let mut impact = Impact::new(day("2026-01-01"), day("2026-06-30"), by);
        impact.count(&desk.record);
        impact
    }

    #[test]
    fn a_period_is_closed_once_it_is_over_and_no_two_share_a_day() {
        let desk = Desk::opened().on("2026-07-01");
        let refused = |desk: &Desk, from: &str, to: &str| desk.antenna_tries(period(from, to)).unwrap_err();
        let (from, to) = (day("2026-01-01"), day("2026-06-30"));
        assert_eq!(refused(&desk, "2026-06-30", "2026-01-01"), Refusal::PeriodReversed { from: to, to: from });
        assert_eq!(refused(&desk, "2026-01-01", "2026-07-01"), Refusal::PeriodNotOver { to: day("2026-07-01") });
        let desk = desk.antenna_does(period("2026-01-01", "2026-06-30"));
        assert_eq!(desk.antenna.closed_period(from, to).unwrap().closed_on, day("2026-07-01"));
        for (first, last) in [("2026-01-01", "2026-06-30"), ("2025-01-01", "2026-01-01"), ("2026-06-30", "2026-06-30")]
        {
            assert_eq!(refused(&desk, first, last), Refusal::PeriodAlreadyClosed { from, to }, "{first} to {last}");
        }
        assert!(desk.antenna_tries(period("2025-01-01", "2025-12-31")).is_ok());
    }

    #[test]
    fn a_closed_period_keeps_its_figures_and_tells_what_is_recorded_later() {
        let of = |held: &[&str]| PeriodFigures::of(measured(By::Center, held), measured(By::Referent, held));
        let mut antenna = Desk::opened().antenna;
        antenna.closed_periods.push(ClosedPeriod {
            from: day("2026-01-01"),
            to: day("2026-06-30"),
            closed_on: day("2026-07-01"),
            figures: of(&["2026-02-01", "2026-03-01"]),
        });
        for by in By::ALL {
            let same = Measure::of(measured(by, &["2026-02-01", "2026-03-01"]), &antenna);
            assert_eq!(same.corrections, [], "{by:?}");
            assert_eq!(same.impact, measured(by, &["2026-02-01", "2026-03-01"]), "{by:?}: frozen whole");
            let later = Measure::of(measured(by, &["2026-02-01", "2026-03-01", "2026-05-04"]), &antenna);
            assert_eq!(later.impact.total.encounters_held, 2, "{by:?}: as it was");
            let told: Vec<_> = later.corrections.iter().map(|one| (one.indicator, one.then.0, one.now.0)).collect();
            let expected = if by == By::Antenna { 1 } else { 2 };
            assert_eq!(told, vec![(Indicator::EncountersHeld, 2, 3); expected], "{by:?}");
            assert_eq!(later.corrections[0].group, Group::Antenna);
        }
        let open = Impact::new(day("2026-01-01"), day("2026-03-31"), By::Antenna);
        assert_eq!(Measure::of(open, &antenna).closed_on, None, "another period");
    }

    #[test]
    fn a_granted_amount_that_was_corrected_shows_though_the_count_is_the_same() {
        let granted = |cents: i64| {
            let desk = Desk::included()
                .on("2026-06-30")
                .does("request_financial_aid", json!({"date": "2026-02-01", "amount": 60_000}))
                .does("answer_financial_aid", json!({"aid": null, "date": "2026-03-01", "granted": cents}));
            let mut impact = Impact::new(day("2026-01-01"), day("2026-06-30"), By::Center);
            impact.count(&desk.record);
            impact
        };
        let told = corrections(&granted(30_000), &granted(45_000));
        let of_antenna = told.iter().find(|one| one.group == Group::Antenna).unwrap();
        assert_eq!(of_antenna.indicator, Indicator::FinancialInterventions);
        assert_eq!((of_antenna.then, of_antenna.now), ((1, Cents(30_000)), (1, Cents(45_000))));
        assert_eq!(corrections(&granted(30_000), &granted(30_000)), []);
    }
}
