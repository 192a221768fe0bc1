//! What a version of the convention must hold before it is adopted (art. 9): an act judged by a wrong number is wrong for good.

use super::{Convention, Label};
use crate::domain::refusal::Refusal;

/// A number of the convention, and between what it is plausible.
type Bounds<'a> = (&'a str, u32, u32, u32);

/// Checks a version on its own.
///
/// # Errors
/// `ConventionTextMissing`, `ConventionNumberImplausible`, `ConventionListEmpty`, `ConventionCodeTwice`, `PeriodReversed`,
/// `ConventionWouldBeOver`; each names the member.
pub fn check(version: &Convention) -> Result<(), Refusal> {
    for (part, text) in [
        ("code", &version.code),
        ("title", &version.title),
        ("parties.department", &version.parties.department),
        ("parties.organisation", &version.parties.organisation),
        ("inclusion.benefit_code", &version.inclusion.benefit_code),
    ] {
        if text.trim().is_empty() {
            return Err(Refusal::ConventionTextMissing { part: part.to_owned() });
        }
    }
    let (from, to) = (version.period.starts, version.period.ends);
    if to < from {
        return Err(Refusal::PeriodReversed { from, to });
    }
    if to < version.effective_from {
        return Err(Refusal::ConventionWouldBeOver { ends: to, from: version.effective_from });
    }
    if let Some((part, _, least, most)) =
        numbers(version).into_iter().find(|(_, number, least, most)| number < least || most < number)
    {
        return Err(Refusal::ConventionNumberImplausible { part: part.to_owned(), least, most });
    }
    let durations = &version.contract.durations_months;
    if durations.iter().any(|months| !(1..=24).contains(months)) {
        let part = "contract.durations_months".to_owned();
        return Err(Refusal::ConventionNumberImplausible { part, least: 1, most: 24 });
    }
    let empty = [
        ("contract.durations_months", durations.is_empty()),
        ("themes", version.themes.is_empty()),
        ("exit_reasons", version.exit_reasons.is_empty()),
        ("exit_outcomes", version.exit_outcomes.is_empty()),
    ];
    if let Some((part, _)) = empty.into_iter().find(|(_, empty)| *empty) {
        return Err(Refusal::ConventionListEmpty { part: part.to_owned() });
    }
    for (part, entries) in lists(version) {
        for (place, (code, label)) in entries.iter().enumerate() {
            if code.trim().is_empty() || label.fr.trim().is_empty() || label.en.trim().is_empty() {
                return Err(Refusal::ConventionTextMissing { part: format!("{part}.{}", place + 1) });
            }
            if entries.iter().take(place).any(|(other, _)| other == code) {
                return Err(Refusal::ConventionCodeTwice { code: (*code).to_owned() });
            }
        }
    }
    Ok(())
}

/// Every number with its bounds: a delay of a day to some years, in the unit of its name.
fn numbers(version: &Convention) -> Vec<Bounds<'static>> {
    let (delays, period) = (&version.delays, &version.period);
    vec![
        ("caseload.places", version.caseload.places, 1, 1_000_000),
        ("caseload.places_per_center", version.caseload.places_per_center, 1, 1_000_000),
        ("inclusion.child_under_years", version.inclusion.child_under_years, 1, 20),
        ("period.notice_months", period.notice_months, 0, 24),
        ("period.report_months_before_end", period.report_months_before_end, 0, 24),
        ("delays.first_meeting_days", delays.first_meeting_days, 1, 366),
        ("delays.contract_months_after_orientation", delays.contract_months_after_orientation, 1, 24),
        ("delays.review_months_before_end", delays.review_months_before_end, 0, 24),
        ("delays.renewal_months_before_end", delays.renewal_months_before_end, 0, 24),
        ("delays.examination_from_months", delays.examination_from_months, 0, delays.examination_by_months),
        ("delays.examination_by_months", delays.examination_by_months, 1, 60),
        ("delays.observations_months", delays.observations_months, 1, 12),
        ("delays.opinion_months", delays.opinion_months, 1, 12),
        ("delays.silence_days", delays.silence_days, 1, 366),
        ("delays.department_silence_days", delays.department_silence_days, 1, 366),
        ("delays.retention_months", delays.retention_months, 1, 600),
        ("delays.archive_months", delays.archive_months, 1, 600),
        ("delays.disposal_days", delays.disposal_days, 1, 366),
        ("delays.access_months", delays.access_months, 1, 120),
        ("delays.backup_days", delays.backup_days, 1, 3_660),
        ("publication.hidden_below", version.publication.hidden_below, 0, 100),
    ]
}

/// The lists of the convention, each entry of which has a code or a place of its own.
#[cfg(test)]
pub(super) const LISTS: [&str; 9] = [
    "themes",
    "exit_reasons",
    "exit_outcomes",
    "reduction_scales",
    "professional_kinds",
    "work_kinds",
    "rights",
    "instruments",
    "effects",
];

/// Every list of codes with their names.
pub(super) fn lists(version: &Convention) -> Vec<(&'static str, Vec<(&str, &Label)>)> {
    let themes = version.themes.iter();
    let items = themes.clone().flat_map(|theme| &theme.items);
    vec![
        ("themes", themes.map(|one| (one.code.as_str(), &one.label)).collect()),
        ("items", items.map(|one| (one.code.as_str(), &one.label)).collect()),
        ("exit_reasons", version.exit_reasons.iter().map(|one| (one.code.as_str(), &one.label)).collect()),
        ("exit_outcomes", version.exit_outcomes.iter().map(|one| (one.code.as_str(), &one.label)).collect()),
        ("professional_kinds", version.professional_kinds.iter().map(|one| (one.code.as_str(), &one.label)).collect()),
        ("work_kinds", version.work_kinds.iter().map(|one| (one.code.as_str(), &one.label)).collect()),
        ("rights", version.rights.iter().map(|one| (one.code.as_str(), &one.label)).collect()),
        ("instruments", version.instruments.iter().map(|one| (one.code.as_str(), &one.label)).collect()),
        ("effects.scales", version.effects.scales.iter().map(|one| (one.code.as_str(), &one.label)).collect()),
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::testing::Desk;

    /// The version in force with one member changed.
    fn changed(pointer: &str, value: Value) -> Result<(), Refusal> {
        let desk = Desk::opened();
        let mut version = serde_json::to_value(desk.antenna.conventions.first().unwrap()).unwrap();
        *version.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        check(&serde_json::from_value(version).unwrap())
    }

    #[test]
    fn the_embedded_convention_can_be_adopted() {
        assert_eq!(check(Desk::opened().antenna.conventions.first().unwrap()), Ok(()));
    }

    #[test]
    fn every_number_is_within_its_bounds_and_no_further() {
        let desk = Desk::opened();
        let version = desk.antenna.conventions.first().unwrap();
        for (part, _, least, most) in numbers(version) {
            let pointer = format!("/{}", part.replace('.', "/"));
            let refused = Err(Refusal::ConventionNumberImplausible { part: part.to_owned(), least, most });
            for (number, accepted) in [(least.checked_sub(1), false), (Some(least), true), (Some(most + 1), false)] {
                let Some(number) = number else { continue };
                let said = changed(&pointer, json!(number));
                // The examination's two delays bound each other.
                if accepted && !part.contains("examination_by") {
                    assert_eq!(said, Ok(()), "{part} {number}");
                } else if !accepted && !part.contains("examination") {
                    assert_eq!(said, refused, "{part} {number}");
                }
            }
        }
        let later = Refusal::ConventionNumberImplausible {
            part: "delays.examination_from_months".into(),
            least: 0,
            most: version.delays.examination_by_months,
        };
        let after = json!(version.delays.examination_by_months + 1);
        assert_eq!(changed("/delays/examination_from_months", after), Err(later));
    }

    #[test]
    fn texts_lists_and_codes_are_there_once() {
        let missing = |part: &str| Err(Refusal::ConventionTextMissing { part: part.to_owned() });
        let empty = |part: &str| Err(Refusal::ConventionListEmpty { part: part.to_owned() });
        for (pointer, value, expected) in [
            ("/title", json!(" "), missing("title")),
            ("/parties/department", json!(""), missing("parties.department")),
            ("/themes/0/label/fr", json!(""), missing("themes.1")),
            ("/rights/1/code", json!(""), missing("rights.2")),
            ("/themes", json!([]), empty("themes")),
            ("/exit_reasons", json!([]), empty("exit_reasons")),
            ("/contract/durations_months", json!([]), empty("contract.durations_months")),
            ("/themes/1/code", json!("rights"), Err(Refusal::ConventionCodeTwice { code: "rights".into() })),
            ("/instruments/1/code", json!("fsl"), Err(Refusal::ConventionCodeTwice { code: "fsl".into() })),
        ] {
            assert_eq!(changed(pointer, value), expected, "{pointer}");
        }
        let long = changed("/contract/durations_months", json!([6, 25]));
        assert!(matches!(long, Err(Refusal::ConventionNumberImplausible { .. })), "{long:?}");
        assert!(matches!(changed("/period/ends", json!("2011-12-31")), Err(Refusal::PeriodReversed { .. })));
    }

    #[test]
    fn a_version_takes_effect_on_the_last_day_of_its_period_and_no_later() {
        assert_eq!(changed("/effective_from", json!("2012-12-31")), Ok(()));
        let (ends, from) = ("2012-12-31".parse().unwrap(), "2013-01-01".parse().unwrap());
        let over = Err(Refusal::ConventionWouldBeOver { ends, from });
        assert_eq!(changed("/effective_from", json!("2013-01-01")), over);
    }
}
