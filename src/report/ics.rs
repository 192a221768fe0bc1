//! The agenda as an iCalendar file, for the calendar that the referent already uses.
//!
//! A calendar is often shared: without `--names` it says initials and rules, no names.

use chrono::Days;
use icalendar::{Calendar, Component, Event, EventLike};

use super::table::{self, AgendaLine};
use crate::base::locale::Catalog;
use crate::domain::deadline::{About, Deadline};

/// One all-day event for each deadline.
pub fn calendar(lines: &[AgendaLine], names: bool, catalog: &Catalog) -> String {
    let mut calendar = Calendar::new();
    calendar.name("jalon");
    for (family, deadline) in lines {
        let rule = catalog.text(&format!("deadline-{}", deadline.rule.code()));
        let summary = match family {
            Some(name) if names => format!("{} · {name}", table::what(deadline, catalog)),
            Some(name) => format!("{rule} · {}", initials(name)),
            None => rule.into_owned(),
        };
        let mut event = Event::new();
        event
            .uid(&uid(family.as_deref(), deadline))
            .summary(&summary)
            .description(&table::source(deadline, catalog))
            .starts(deadline.due)
            .ends(deadline.due.checked_add_days(Days::new(1)).unwrap_or(deadline.due));
        calendar.push(event.done());
    }
    calendar.done().to_string()
}

/// The same deadline keeps its uid from one export to the next, so that calendars replace it instead of doubling it.
fn uid(family: Option<&str>, deadline: &Deadline) -> String {
    use sha2::{Digest, Sha256};
    let about = match &deadline.about {
        About::Family | About::Antenna => String::new(),
        About::Encounter { id, .. } => id.to_string(),
        About::Contract { id, .. } => id.to_string(),
        About::Commitment { id, .. } => id.to_string(),
        About::Child { given_name, .. } => given_name.clone(),
    };
    let text = format!("{}|{}|{about}", family.unwrap_or_default(), deadline.rule.code());
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
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::base::locale::Lang;
    use crate::domain::deadline::DeadlineRule;

    fn lines() -> Vec<AgendaLine> {
        let day = "2026-12-31".parse().unwrap();
        let deadline = Deadline { rule: DeadlineRule::Silence, opens: day, due: day, about: About::Family };
        vec![(Some("DURAND-ESSAI Alba".into()), deadline)]
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
