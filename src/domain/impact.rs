//! The impact measure of art. 7 over a period: the eight indicators by group, by month and by kind, and the six scales.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::family::FamilyRecord;
use super::indicator::{CountedAct, Indicator, Indicators, counted};
use super::retention::FamilyErased;
use crate::base::id::{CenterCode, EffectScaleCode, ReferentId};
use crate::base::money::Cents;

/// What the figures are told apart by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    #[default]
    Antenna,
    Center,
    Referent,
}

impl By {
    pub const ALL: [Self; 3] = [Self::Antenna, Self::Center, Self::Referent];
}

/// One group of families, as they were on the day of each act.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Antenna,
    Center(CenterCode),
    Referent(ReferentId),
    /// No centre or no referent on that day.
    Nobody,
}

impl Group {
    /// The group that an act counts in.
    pub fn of(by: By, act: &CountedAct) -> Self {
        match by {
            By::Antenna => Self::Antenna,
            By::Center => act.center.clone().map_or(Self::Nobody, Self::Center),
            By::Referent => act.referent.map_or(Self::Nobody, Self::Referent),
        }
    }
}

/// How a scale went between its first level in the caseload and its last one of the period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScaleFigures {
    /// Families, by the level at which each was first and last rated.
    pub first: BTreeMap<u32, u64>,
    pub last: BTreeMap<u32, u64>,
    pub higher: u64,
    pub same: u64,
    pub lower: u64,
    /// Families rated once: nothing can be said of how they went.
    pub once: u64,
}

impl ScaleFigures {
    /// The families rated.
    pub fn rated(&self) -> u64 {
        self.higher + self.same + self.lower + self.once
    }
}

/// The figures of a period, both days inclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impact {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub by: By,
    pub total: Indicators,
    /// Beneficiaries count in each group that they were in.
    pub groups: BTreeMap<Group, Indicators>,
    /// By the first day of each month of the period.
    pub months: BTreeMap<NaiveDate, Indicators>,
    pub kinds: BTreeMap<(Indicator, String), (u64, Cents)>,
    /// What erased families count for in the total: no kind of it is known any more.
    pub erased: Indicators,
    pub scales: BTreeMap<EffectScaleCode, ScaleFigures>,
    /// The persons' own words, each once, the latest last.
    pub quotes: Vec<(NaiveDate, String)>,
}

impl Impact {
    /// Nothing counted yet.
    pub fn new(from: NaiveDate, to: NaiveDate, by: By) -> Self {
        let mut months = BTreeMap::new();
        let mut month = from.with_day(1);
        while let Some(first) = month.filter(|first| *first <= to) {
            months.insert(first, Indicators::default());
            month = first.checked_add_months(Months::new(1));
        }
        Self {
            from,
            to,
            by,
            total: Indicators::default(),
            groups: BTreeMap::new(),
            months,
            kinds: BTreeMap::new(),
            erased: Indicators::default(),
            scales: BTreeMap::new(),
            quotes: Vec::new(),
        }
    }

    /// Counts a family in.
    pub fn count(&mut self, record: &FamilyRecord) {
        let acts = counted(record);
        self.total.count_acts(&acts, self.from, self.to);
        let mut present = BTreeSet::new();
        for act in acts.iter().filter(|act| act.is_within(self.from, self.to)) {
            let group = Group::of(self.by, act);
            match act.indicator {
                Indicator::Beneficiaries => {
                    present.insert(group);
                }
                Indicator::EncountersHeld
                | Indicator::ContractsSigned
                | Indicator::GroupActions
                | Indicator::RightsClaimsFinalised
                | Indicator::FinancialInterventions
                | Indicator::ProfessionalReferrals
                | Indicator::ReturnsToWork => self.groups.entry(group).or_default().count_act(act),
            }
            if let Some(kind) = &act.kind {
                let (count, amount) = self.kinds.entry((act.indicator, kind.clone())).or_default();
                (*count, *amount) = (*count + 1, Cents(amount.0 + act.amount.0));
            }
        }
        for group in present {
            self.groups.entry(group).or_default().beneficiaries += 1;
        }
        for (first, figures) in &mut self.months {
            let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(self.to);
            figures.count_acts(&acts, (*first).max(self.from), last.min(self.to));
        }
        self.count_effects(record);
    }

    /// Counts in a session of a group action, which is the antenna's.
    pub fn count_session(&mut self, act: &CountedAct) {
        if !act.is_within(self.from, self.to) {
            return;
        }
        self.total.count_act(act);
        self.groups.entry(Group::of(self.by, act)).or_default().count_act(act);
        if let Some(figures) = act.date.with_day(1).and_then(|first| self.months.get_mut(&first)) {
            figures.count_act(act);
        }
        if let Some(kind) = &act.kind {
            self.kinds.entry((act.indicator, kind.clone())).or_default().0 += 1;
        }
    }

    /// Counts an erased family in, by the whole months that are all that is known of it.
    pub fn count_erased(&mut self, erased: &FamilyErased) {
        self.total.count_erased(erased, self.from, self.to);
        self.erased.count_erased(erased, self.from, self.to);
        let mut groups: BTreeMap<Group, Indicators> = BTreeMap::new();
        for one in erased.figures.iter().filter(|one| self.from <= one.month && one.month <= self.to) {
            let group = match self.by {
                By::Antenna => Group::Antenna,
                By::Center => one.center.clone().map_or(Group::Nobody, Group::Center),
                By::Referent => one.referent.map_or(Group::Nobody, Group::Referent),
            };
            groups.entry(group).or_default().add(&one.figures);
            if let Some(figures) = self.months.get_mut(&one.month) {
                figures.add(&one.figures);
            }
        }
        for (group, mut figures) in groups {
            figures.beneficiaries = figures.beneficiaries.min(1);
            self.groups.entry(group).or_default().add(&figures);
        }
    }

    /// What erased families count for in each indicator that is told by kind, with the amount granted to them.
    pub fn erased_kinds(&self) -> impl Iterator<Item = (Indicator, u64, Cents)> + use<> {
        let erased = self.erased;
        let of = move |indicator| {
            let granted = if indicator == Indicator::FinancialInterventions { erased.granted } else { Cents(0) };
            (indicator, erased.of(indicator), granted)
        };
        Indicator::WITH_KINDS.into_iter().map(of).filter(|(_, count, _)| *count > 0)
    }

    /// Each scale from its first rating of the stay to the last one of the period.
    fn count_effects(&mut self, record: &FamilyRecord) {
        let mut ratings: Vec<_> = record.effect_ratings.iter().filter(|rating| rating.date <= self.to).collect();
        ratings.sort_by_key(|rating| (rating.date, rating.id));
        let mut seen = BTreeSet::new();
        for rating in ratings.iter().rev().filter(|rating| self.from <= rating.date) {
            if !rating.quote.is_empty() && !self.quotes.iter().any(|(_, known)| *known == rating.quote) {
                self.quotes.push((rating.date, rating.quote.clone()));
            }
            let since = record.stay_on(rating.date).map_or(rating.date, |stay| stay.included_on);
            for one in &rating.ratings {
                if !seen.insert(one.scale.clone()) {
                    continue;
                }
                let of_the_stay = ratings.iter().filter(|other| since <= other.date);
                let levels = of_the_stay.filter_map(|other| other.ratings.iter().find(|it| it.scale == one.scale));
                let levels: Vec<u32> = levels.map(|rating| rating.level).collect();
                let first = levels.first().copied().unwrap_or(one.level);
                let figures = self.scales.entry(one.scale.clone()).or_default();
                *figures.first.entry(first).or_default() += 1;
                *figures.last.entry(one.level).or_default() += 1;
                match one.level.cmp(&first) {
                    _ if levels.len() < 2 => figures.once += 1,
                    std::cmp::Ordering::Greater => figures.higher += 1,
                    std::cmp::Ordering::Equal => figures.same += 1,
                    std::cmp::Ordering::Less => figures.lower += 1,
                }
            }
        }
        self.quotes.sort();
        self.quotes.dedup();
    }
}

/// What columns show that are published together, each of them the parts of one total: nothing that tells of fewer than `least`
/// families or acts, nor what would let it be found by subtraction, in any of them (statistical secrecy). Nought is not hidden: it
/// tells of nobody.
///
/// First whether the total shows, then the parts of each column. Where one column alone has to hide the total, it is hidden for all,
/// and none shows every part of it.
pub fn published(columns: &[Vec<u64>], total: u64, least: u64) -> (bool, Vec<Vec<bool>>) {
    if total == 0 || least <= total {
        let shown: Option<Vec<_>> = columns.iter().map(|parts| parts_of_shown_total(parts, least)).collect();
        if let Some(shown) = shown {
            return (true, shown);
        }
    }
    (false, columns.iter().map(|parts| parts_of_hidden_total(parts, least)).collect())
}

/// Which parts show beside their total; none where it would have to be hidden.
fn parts_of_shown_total(parts: &[u64], least: u64) -> Option<Vec<bool>> {
    let mut shown: Vec<bool> = parts.iter().map(|count| *count == 0 || least <= *count).collect();
    loop {
        let hidden: Vec<u64> =
            parts.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(count, _)| *count).collect();
        // What is hidden adds up to the total less the others, and is nowhere nought: one part alone is found, and so are
        // several that are one each. The smallest of the others goes with them, or the total.
        if hidden.is_empty() || (hidden.len() > 1 && hidden.iter().any(|count| *count > 1)) {
            return Some(shown);
        }
        hide_smallest(parts, &mut shown)?;
    }
}

/// Which parts show without their total: one of them is hidden with it, or it would be their sum.
fn parts_of_hidden_total(parts: &[u64], least: u64) -> Vec<bool> {
    let mut shown: Vec<bool> = parts.iter().map(|count| *count == 0 || least <= *count).collect();
    if shown.iter().all(|shown| *shown) {
        let _ = hide_smallest(parts, &mut shown);
    }
    shown
}

/// Hides the smallest part that shows and is not nought; none where there is no such part.
fn hide_smallest(parts: &[u64], shown: &mut [bool]) -> Option<()> {
    let others = parts.iter().zip(shown.iter_mut()).filter(|(count, shown)| **count > 0 && **shown);
    let (_, smallest) = others.min_by_key(|(count, _)| **count)?;
    *smallest = false;
    Some(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    fn impact(desks: &[&Desk], from: &str, to: &str, by: By) -> Impact {
        let mut impact = Impact::new(day(from), day(to), by);
        desks.iter().for_each(|desk| impact.count(&desk.record));
        impact
    }

    #[test]
    fn an_act_counts_for_the_referent_of_its_day_and_a_family_once_for_each() {
        let desk = Desk::included()
            .on("2026-02-01")
            .does("hold_encounter", json!({"encounter": null, "date": "2026-02-01"}))
            .on("2026-03-01")
            .does("change_referent", json!({"date": "2026-03-01"}))
            .does("hold_encounter", json!({"encounter": null, "date": "2026-03-01"}));
        let impact = impact(&[&desk], "2026-01-01", "2026-12-31", By::Referent);
        let figures: Vec<_> =
            impact.groups.values().map(|figures| (figures.beneficiaries, figures.encounters_held)).collect();
        assert_eq!(figures, [(1, 1), (1, 1)]);
        assert_eq!((impact.total.beneficiaries, impact.total.encounters_held), (1, 2), "the antenna has one family");
    }

    #[test]
    fn every_act_is_in_its_month_and_its_kind() {
        let desk = Desk::included()
            .on("2026-04-01")
            .does("record_return_to_work", json!({"date": "2026-02-28", "kind": "training"}))
            .does("request_financial_aid", json!({"date": "2026-02-01", "amount": 45_000}))
            .does("answer_financial_aid", json!({"aid": null, "date": "2026-03-31", "granted": 30_000}))
            .does("open_rights_claim", json!({"date": "2026-02-01"}))
            .does("finalise_rights_claim", json!({"claim": null, "date": "2026-03-02", "result": "abandoned"}));
        let impact = impact(&[&desk], "2026-02-01", "2026-03-31", By::Antenna);
        let months: Vec<_> = impact
            .months
            .values()
            .map(|one| {
                (one.beneficiaries, one.returns_to_work, one.financial_interventions, one.rights_claims_finalised)
            })
            .collect();
        assert_eq!(months, [(1, 1, 0, 0), (1, 0, 1, 1)]);
        assert_eq!(impact.total.granted, Cents(30_000));
        let kinds: Vec<_> = impact.kinds.iter().map(|((_, kind), figures)| (kind.as_str(), *figures)).collect();
        assert_eq!(kinds, [("asf", (1, Cents(0))), ("fsl", (1, Cents(30_000))), ("training", (1, Cents(0)))]);
    }

    #[test]
    fn a_scale_goes_from_the_entry_to_the_last_rating_of_the_period() {
        let rated = |level: u32| json!([{"scale": "financial", "level": level}]);
        let desk = Desk::included()
            .on("2026-06-01")
            .does("rate_effects", json!({"date": "2026-01-20", "ratings": rated(1), "quote": ""}))
            .does("rate_effects", json!({"date": "2026-03-20", "ratings": rated(3), "quote": "Je respire."}))
            .does("rate_effects", json!({"date": "2026-05-20", "ratings": rated(2), "quote": ""}));
        for (from, to, moved) in [
            ("2026-01-01", "2026-01-31", Some((1, 1))),
            ("2026-02-01", "2026-03-31", Some((1, 3))),
            ("2026-02-01", "2026-06-01", Some((1, 2))),
            ("2026-04-01", "2026-04-30", None),
        ] {
            let impact = impact(&[&desk], from, to, By::Antenna);
            let found = impact
                .scales
                .values()
                .next()
                .map(|scale| (*scale.first.keys().next().unwrap(), *scale.last.keys().next().unwrap()));
            assert_eq!(found, moved, "{from} to {to}");
        }
        let quoted = impact(&[&desk], "2026-03-01", "2026-03-31", By::Antenna);
        assert_eq!(quoted.quotes, [(day("2026-03-20"), "Je respire.".to_owned())]);
    }

    #[test]
    fn a_small_cell_is_hidden_with_one_that_would_give_it_away() {
        let (none, some) = (None, Some);
        for (column, expected) in [
            (vec![10, 20, 30], vec![some(10), some(20), some(30)]),
            (vec![0, 20, 20], vec![some(0), some(20), some(20)]),
            (vec![5, 20, 25], vec![some(5), some(20), some(25)]),
            (vec![3, 20, 40, 63], vec![none, none, some(40), some(63)]),
            (vec![3, 2, 40, 45], vec![none, none, some(40), some(45)]),
            (vec![3, 0, 3], vec![none, some(0), none]),
            (vec![4, 4], vec![none, none]),
            (vec![1, 1, 40, 50, 92], vec![none, none, none, some(50), some(92)]),
            (vec![1, 1, 0, 2], vec![none, none, some(0), none]),
        ] {
            let (total, parts) = column.split_last().unwrap();
            let (shows, shown) = published(&[parts.to_vec()], *total, 5);
            let seen = parts.iter().chain([total]).zip(shown[0].iter().chain([&shows]));
            let seen: Vec<_> = seen.map(|(count, shows)| shows.then_some(*count)).collect();
            assert_eq!(seen, expected, "{column:?}");
        }
    }

    #[test]
    fn a_total_that_one_table_has_to_hide_is_in_none_and_follows_from_none() {
        // Five claims, each of another kind and month: with their total each would be one.
        let (kinds, months) = (vec![1, 1, 1, 1, 1], vec![0, 1, 1, 1, 1, 1]);
        let centers = vec![5];
        let (total, shown) = published(&[kinds, months, centers], 5, 5);
        assert!(!total);
        assert_eq!(shown, [vec![false; 5], vec![true, false, false, false, false, false], vec![false]]);
        // Where no table has to, nothing is hidden that tells of enough.
        assert_eq!(published(&[vec![5, 7], vec![12]], 12, 5), (true, vec![vec![true, true], vec![true]]));
    }

    proptest! {
        /// Whoever has the tables and subtracts learns no part that is hidden.
        #[test]
        fn no_hidden_part_follows_from_what_is_shown(
            tables in prop::collection::vec(prop::collection::vec(0..12_u64, 1..8), 1..4),
            total in 0..40_u64,
            least in 1..8_u64,
        ) {
            // Each table has the same total: its last part makes up for what is missing.
            let tables: Vec<Vec<u64>> = tables
                .into_iter()
                .map(|mut parts| {
                    while parts.iter().sum::<u64>() > total { parts.pop(); }
                    parts.push(total - parts.iter().sum::<u64>());
                    parts
                })
                .collect();
            let (shows_total, shown) = published(&tables, total, least);
            prop_assert!(!shows_total || total == 0 || least <= total);
            for (parts, shown) in tables.iter().zip(&shown) {
                for (part, shows) in parts.iter().zip(shown) {
                    prop_assert!(!shows || *part == 0 || least <= *part);
                }
                // Another table would look the same: what one hidden part has more, another has less, or the total has.
                let hidden: Vec<u64> =
                    parts.iter().zip(shown).filter(|(_, shows)| !**shows).map(|(part, _)| *part).collect();
                let is_doubtful = hidden.len() > 1 && hidden.iter().any(|part| *part > 1);
                match shows_total {
                    true => prop_assert!(hidden.is_empty() || is_doubtful, "{:?} of {:?}", shown, parts),
                    false => prop_assert!(!hidden.is_empty(), "{:?} of {:?}", shown, parts),
                }
            }
        }
    }
}
