//! The agenda as an iCalendar file, for the calendar that the referent already uses.
//!
//! A calendar is often shared: without `--names` it says initials and rules, no names.

use chrono::{Days, TimeDelta};
use icalendar::{Calendar, Component, Event, EventLike};

use super::table::{self, AgendaLine};
use crate::base::id::FamilyId;
use crate::base::locale::Catalog;
use crate::domain::deadline::{About, Deadline};

/// One event for each deadline: an hour from the time of an appointment, else the whole day.
pub fn calendar(lines: &[AgendaLine], names: bool, catalog: &Catalog) -> String {
    let mut calendar = Calendar::new();
    calendar.name("jalon");
    for (family, deadline) in lines {
        let rule = catalog.text(&format!("deadline-{}", deadline.rule.code()));
        let summary = match family {
            Some((_, name)) if names => format!("{} · {name}", table::what(deadline, catalog)),
            Some((_, name)) => format!("{rule} · {}", initials(name)),
            None => rule.into_owned(),
        };
        let mut event = Event::new();
        event
            .uid(&uid(family.as_ref().map(|(id, _)| *id), deadline))
            .summary(&summary)
            .description(&table::source(deadline, catalog));
        match deadline.about {
            // In the calendar's own time zone: an appointment is at that hour wherever the telephone was set up.
            About::Encounter { time: Some(time), .. } => {
                let starts = deadline.due.and_time(time);
                event.starts(starts).ends(starts.checked_add_signed(TimeDelta::hours(1)).unwrap_or(starts));
            }
            About::Encounter { time: None, .. }
            | About::Family
            | About::Antenna
            | About::AntennaPart { .. }
            | About::Center { .. }
            | About::Gap { .. }
            | About::Contract { .. }
            | About::Commitment { .. }
            | About::PanelReferral { .. }
            | About::Child { .. } => {
                event.starts(deadline.due).ends(deadline.due.checked_add_days(Days::new(1)).unwrap_or(deadline.due));
            }
        }
        calendar.push(event.done());
    }
    calendar.done().to_string()
}

/// The same deadline keeps its uid from one export to the next, so that calendars replace it instead of doubling it. It
/// follows from ids: two families of one name are two, a corrected name is the same, and nobody's name can be tried out.
fn uid(family: Option<FamilyId>, deadline: &Deadline) -> String {
    use sha2::{Digest, Sha256};
    let about = match &deadline.about {
        About::Family | About::Antenna => String::new(),
        About::AntennaPart { id } => id.to_string(),
        About::Center { code } => code.to_string(),
        About::Gap { until } => until.to_string(),
        About::Encounter { id, .. } => id.to_string(),
        About::Contract { id, .. } => id.to_string(),
        About::Commitment { id, .. } => id.to_string(),
        About::PanelReferral { id, .. } => id.to_string(),
        About::Child { given_name, .. } => given_name.clone(),
    };
    let family = family.map(|id| id.to_string()).unwrap_or_default();
    let text = format!("{family}|{}|{about}", deadline.rule.code());
    let digest = Sha256::digest(text.as_bytes());
    let hexadecimal: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{hexadecimal}@jalon")
}

/// `DIARRA Aminata` to `D. A.`
fn initials(name: &str) -> String {
    let letters = name.split_whitespace().filter_map(|word| word.chars().next());
    letters.map(|letter| format!("{letter}.")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use uuid::Uuid;

    use super::*;
    use crate::base::locale::Lang;
    use crate::domain::deadline::DeadlineRule;

    fn lines() -> Vec<AgendaLine> {
        vec![(Some((family(1), "DURAND-ESSAI Alba".into())), silence())]
    }

    fn family(number: u128) -> FamilyId {
        FamilyId::from(Uuid::from_u128(number))
    }

    fn silence() -> Deadline {
        let day = "2026-12-31".parse().unwrap();
        Deadline { rule: DeadlineRule::Silence, opens: day, due: day, about: About::Family }
    }

    fn uids(text: &str) -> Vec<&str> {
        text.lines().filter_map(|line| line.strip_prefix("UID:")).collect()
    }

    #[test]
    fn two_families_of_one_name_have_two_events_and_a_corrected_name_keeps_its_own() {
        let named = |number, name: &str| (Some((family(number), name.to_owned())), silence());
        let catalog = Catalog::new(Lang::Fr);
        let before = calendar(&[named(1, "DIALLO Mariam"), named(2, "DIALLO Mariam")], true, &catalog);
        let after = calendar(&[named(1, "DIALLO Mariama"), named(2, "DIALLO Mariam")], true, &catalog);
        assert_ne!(uids(&before)[0], uids(&before)[1]);
        assert_eq!(uids(&before), uids(&after));
    }

    #[test]
    fn an_appointment_lasts_an_hour_from_its_time() {
        let id = Uuid::from_u128(3).into();
        let about = About::Encounter { id, time: Some("14:30:00".parse().unwrap()) };
        let appointment = Deadline { rule: DeadlineRule::Appointment, about, ..silence() };
        let text =
            calendar(&[(Some((family(1), "DURAND-ESSAI Alba".into())), appointment)], false, &Catalog::new(Lang::Fr));
        assert!(text.contains("DTSTART:20261231T143000\r\n") && text.contains("DTEND:20261231T153000\r\n"), "{text}");
    }

    #[test]
    fn a_calendar_without_names_holds_initials_only() {
        let text = calendar(&lines(), false, &Catalog::new(Lang::Fr));
        assert!(text.contains("D. A."));
        assert!(!text.to_lowercase().contains("durand") && !text.contains("Alba"));
    }

    #[test]
    fn an_event_lasts_its_whole_day_over_the_end_of_the_year() {
        let text = calendar(&lines(), true, &Catalog::new(Lang::Fr));
        assert!(text.contains("20261231") && text.contains("20270101"));
        assert!(text.contains("DURAND-ESSAI Alba"));
    }
}
