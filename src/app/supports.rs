//! The supports that the Département published: the newest valid one is used, older ones stay readable (art. 4).

mod filled;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{App, AppError};
use crate::exchange::answers::Support;
use crate::exchange::bundle::Kind;
use crate::store::exchange::CameState;

pub(super) use filled::unknown_blank;

/// One form or reference document, in every version that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedSupport {
    /// The title of its newest version.
    pub title: String,
    /// The one in force first, then those to come, then the older ones, the newest of each first.
    pub versions: Vec<(Support, SupportStanding)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SupportStanding {
    InForce,
    ToCome,
    Past,
}

impl App {
    /// Every support that came, by title.
    ///
    /// # Errors
    /// The exchange's for a publication that cannot be read any more; the store's.
    pub fn supports(&mut self) -> Result<Vec<PublishedSupport>, AppError> {
        let came = self.inbox()?.bundles.into_iter();
        let mut all = Vec::new();
        for came in came.filter(|came| came.kind == Kind::Supports.code() && came.state == CameState::Applied) {
            all.extend(self.publication(&came)?.into_iter().flat_map(|publication| publication.supports));
        }
        Ok(by_title(all, self.today()))
    }
}

/// Supports of one publication after the other, each in all its versions, by title.
pub(super) fn by_title(all: impl IntoIterator<Item = Support>, today: NaiveDate) -> Vec<PublishedSupport> {
    let mut by_code: BTreeMap<String, BTreeMap<u64, Support>> = BTreeMap::new();
    for support in all {
        by_code.entry(support.code.clone()).or_default().insert(support.version, support);
    }
    let of_each = by_code.into_values().map(|versions| versions.into_values().collect());
    let mut published: Vec<_> = of_each.filter_map(|versions| of_one(versions, today)).collect();
    published.sort_by_cached_key(|support| crate::base::fold::fold(&support.title));
    published
}

/// The versions of one support, given from the oldest to the newest.
fn of_one(versions: Vec<Support>, today: NaiveDate) -> Option<PublishedSupport> {
    let title = versions.last()?.title.clone();
    let in_force = versions.iter().rfind(|support| support.effective_from <= today).map(|support| support.version);
    let standing = |support: &Support| match in_force {
        Some(version) if support.version == version => SupportStanding::InForce,
        Some(_) | None if today < support.effective_from => SupportStanding::ToCome,
        Some(_) | None => SupportStanding::Past,
    };
    let mut versions: Vec<_> = versions.into_iter().map(|support| (standing(&support), support)).collect();
    versions.sort_by_key(|(standing, support)| (*standing, std::cmp::Reverse(support.version)));
    let versions = versions.into_iter().map(|(standing, support)| (support, standing)).collect();
    Some(PublishedSupport { title, versions })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn the_newest_valid_version_is_in_force_and_comes_first() {
        let support = |version: u64, from: &str| Support {
            code: "fiche".into(),
            title: format!("Fiche {version}"),
            version,
            effective_from: from.parse().unwrap(),
            text: String::new(),
        };
        let all = vec![
            support(1, "2026-01-01"),
            support(2, "2026-06-01"),
            support(3, "2026-11-23"),
            support(4, "2027-01-01"),
            support(5, "2027-02-01"),
        ];
        let seen = |today: &str| {
            let published = of_one(all.clone(), today.parse().unwrap()).unwrap();
            assert_eq!(published.title, "Fiche 5");
            published.versions.iter().map(|(support, standing)| (support.version, *standing)).collect::<Vec<_>>()
        };
        use SupportStanding::{InForce, Past, ToCome};
        // The first day counts.
        assert_eq!(seen("2026-11-23"), [(3, InForce), (5, ToCome), (4, ToCome), (2, Past), (1, Past)]);
        assert_eq!(seen("2026-11-22"), [(2, InForce), (5, ToCome), (4, ToCome), (3, ToCome), (1, Past)]);
        assert_eq!(seen("2025-12-31").len(), 5);
        assert!(seen("2025-12-31").iter().all(|(_, standing)| *standing == ToCome));
    }
}
