//! The solidarity centres once they are known: renamed, given places or communes of their own, closed.
//!
//! A centre is never taken away: the stays that it opened still name it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AntennaRecord, SolidarityCenter};
use crate::base::fold::fold;
use crate::base::id::CenterCode;
use crate::domain::event::AntennaEvent as Event;
use crate::domain::refusal::Refusal;
use crate::domain::{named, plausible, required};

/// The most places that a centre may have of its own.
const MOST_PLACES: u32 = 10_000;

/// Says again what is known of a centre: what is left out is no longer its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeCenter {
    pub center: CenterCode,
    pub name: String,
    /// Its places where they differ from the convention's (art. 2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
    /// The communes of its territory.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub communes: Vec<String>,
}

/// From that day on the centre orients nobody; without a day it is open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseCenter {
    pub center: CenterCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
}

impl SolidarityCenter {
    /// Whether it can orient a family on `date`.
    pub fn is_open_on(&self, date: NaiveDate) -> bool {
        self.closed_from.is_none_or(|from| date < from)
    }
}

pub(super) fn change(antenna: &AntennaRecord, act: &ChangeCenter) -> Result<Event, Refusal> {
    let center = known(antenna, &act.center)?;
    let mut communes = Vec::new();
    for typed in act.communes.iter().filter(|typed| !typed.trim().is_empty()) {
        let commune = required("communes", typed)?;
        if let Some(other) = antenna.centers.iter().find(|other| other.code != center.code && other.has(&commune)) {
            return Err(Refusal::CommuneOfAnotherCenter { commune, center: other.name.clone() });
        }
        if !communes.contains(&commune) {
            communes.push(commune);
        }
    }
    let name = named("name", &act.name)?;
    if name != center.name {
        not_of_another(antenna, &center.code, &name)?;
    }
    let changed = ChangeCenter { center: center.code.clone(), name, places: places(act.places)?, communes };
    if (&changed.name, changed.places, &changed.communes) == (&center.name, center.places, &center.communes) {
        return Err(Refusal::NothingChanges {});
    }
    Ok(Event::CenterChanged(changed))
}

pub(super) fn close(antenna: &AntennaRecord, act: &CloseCenter) -> Result<Event, Refusal> {
    let center = known(antenna, &act.center)?;
    if let Some(from) = act.from {
        plausible("from", from)?;
    }
    if act.from == center.closed_from {
        return Err(Refusal::NothingChanges {});
    }
    Ok(Event::CenterClosed(act.clone()))
}

/// Refuses a name that another centre bears, whatever its accents and capitals: two could not be told apart.
pub(super) fn not_of_another(antenna: &AntennaRecord, code: &CenterCode, name: &str) -> Result<(), Refusal> {
    match antenna.centers.iter().find(|other| other.code != *code && fold(&other.name) == fold(name)) {
        Some(other) => Err(Refusal::CenterNameTaken { center: other.name.clone() }),
        None => Ok(()),
    }
}

/// Places of a centre's own: at least one, or none of its own.
pub(super) fn places(places: Option<u32>) -> Result<Option<u32>, Refusal> {
    match places {
        Some(places) if !(1..=MOST_PLACES).contains(&places) => {
            Err(Refusal::PlacesImplausible { least: 1, most: MOST_PLACES })
        }
        Some(_) | None => Ok(places),
    }
}

pub(super) fn evolve(centers: &mut [SolidarityCenter], event: &Event) {
    let code = match event {
        Event::CenterChanged(changed) => &changed.center,
        Event::CenterClosed(closed) => &closed.center,
        _of_no_center => return,
    };
    let Some(center) = centers.iter_mut().find(|center| center.code == *code) else { return };
    if let Event::CenterChanged(changed) = event {
        center.name.clone_from(&changed.name);
        center.places = changed.places;
        center.communes.clone_from(&changed.communes);
    } else if let Event::CenterClosed(closed) = event {
        center.closed_from = closed.from;
    }
}

fn known<'a>(antenna: &'a AntennaRecord, code: &CenterCode) -> Result<&'a SolidarityCenter, Refusal> {
    antenna.center(code).ok_or_else(|| Refusal::CenterUnknown { center: code.to_string() })
}

impl SolidarityCenter {
    /// Whether a commune is of its territory, however its capitals were typed.
    fn has(&self, commune: &str) -> bool {
        self.communes.iter().any(|own| own.to_lowercase() == commune.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::json;

    use super::*;
    use crate::domain::testing::{Desk, day};

    fn change(code: &str, name: &str, places: u32, communes: &[&str]) -> serde_json::Value {
        json!({"act": "change_center", "center": code, "name": name, "places": places, "communes": communes})
    }

    #[test]
    fn a_centre_takes_the_name_the_places_and_the_communes_given_last() {
        let desk =
            Desk::opened().antenna_does(change("melun", "Melun centre", 8, &["Melun", " Melun ", "", "Dammarie"]));
        let center = desk.antenna.center(&CenterCode::from("melun")).unwrap();
        assert_eq!((center.name.as_str(), center.places), ("Melun centre", Some(8)));
        assert_eq!(center.communes, ["Melun", "Dammarie"]);
        let again = desk.antenna_tries(change("melun", "Melun centre", 8, &["Melun", "Dammarie"]));
        assert_eq!(again, Err(Refusal::NothingChanges {}));
        let desk = desk.antenna_does(json!({"act": "change_center", "center": "melun", "name": "Melun centre"}));
        let center = desk.antenna.center(&CenterCode::from("melun")).unwrap();
        assert_eq!((center.places, center.communes.len()), (None, 0), "the convention's places again");
    }

    #[test]
    fn a_change_that_cannot_be_is_refused() {
        let desk = Desk::opened().antenna_does(change("meaux", "Meaux", 9, &["Trilport"]));
        for (act, expected) in [
            (change("lagny", "Lagny", 9, &[]), Refusal::CenterUnknown { center: "lagny".into() }),
            (change("melun", " ", 9, &[]), Refusal::FieldEmpty { field: "name" }),
            (change("melun", "Melun", 0, &[]), Refusal::PlacesImplausible { least: 1, most: 10_000 }),
            (change("melun", "Melun", 10_001, &[]), Refusal::PlacesImplausible { least: 1, most: 10_000 }),
            (
                change("melun", "Melun", 9, &["TRILPORT"]),
                Refusal::CommuneOfAnotherCenter { commune: "TRILPORT".into(), center: "Meaux".into() },
            ),
        ] {
            assert_eq!(desk.antenna_tries(act.clone()), Err(expected), "{act}");
        }
    }

    #[test]
    fn a_centre_never_takes_the_name_of_another_but_keeps_its_own() {
        let desk = Desk::opened().antenna_does(change("meaux", "Créteil", 9, &[]));
        let taken = Err(Refusal::CenterNameTaken { center: "Créteil".into() });
        for name in ["Créteil", " creteil ", "CRÉTEIL"] {
            assert_eq!(desk.antenna_tries(change("melun", name, 12, &[])), taken, "{name}");
            let added = json!({"act": "add_center", "code": "sud", "name": name});
            assert_eq!(desk.antenna_tries(added), taken, "{name}");
            assert!(desk.antenna_tries(change("meaux", name, 8, &[])).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_closed_centre_orients_nobody_from_its_day_on_until_it_opens_again() {
        let close = |from: Option<&str>| json!({"act": "close_center", "center": "melun", "from": from});
        let desk = Desk::opened().antenna_does(close(Some("2026-02-01"))).on("2026-03-01");
        let oriented = |desk: &Desk, date: &str| {
            desk.tries("receive_orientation", json!({"center": "melun", "date": date})).map(drop)
        };
        let from = day("2026-02-01");
        for (date, expected) in [
            ("2026-01-31", Ok(())),
            ("2026-02-01", Err(Refusal::CenterIsClosed { center: "Melun Val de Seine".into(), from })),
            ("2026-02-28", Err(Refusal::CenterIsClosed { center: "Melun Val de Seine".into(), from })),
        ] {
            assert_eq!(oriented(&desk, date), expected, "{date}");
        }
        assert_eq!(desk.antenna_tries(close(Some("2026-02-01"))), Err(Refusal::NothingChanges {}));
        let slip = Refusal::DateImplausible { field: "from", date: day("2226-02-01") };
        assert_eq!(desk.antenna_tries(close(Some("2226-02-01"))), Err(slip));
        let desk = desk.antenna_does(close(None));
        assert_eq!(oriented(&desk, "2026-02-28"), Ok(()));
        assert_eq!(desk.antenna_tries(close(None)), Err(Refusal::NothingChanges {}));
    }

    #[test]
    fn an_orientation_received_before_the_closing_can_still_be_included() {
        let close = json!({"act": "close_center", "center": "melun", "from": "2026-01-12"});
        let desk = Desk::oriented().antenna_does(close);
        assert!(desk.tries("include_family", json!({})).is_ok());
    }
}
