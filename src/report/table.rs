//! The agenda as a table of text: overdue, today, this week, later.

use chrono::NaiveDate;

use crate::base::calendar::{self, Standing};
use crate::base::id::FamilyId;
use crate::base::locale::{Catalog, Fact};
use crate::base::safe_text::SafeText;
use crate::domain::deadline::{About, Deadline};

/// A deadline with its family and the family's name; none for the convention's own.
pub type AgendaLine = (Option<(FamilyId, String)>, Deadline);

/// The agenda, one line a deadline, under a heading for each part of the time.
pub fn agenda(lines: &[AgendaLine], today: NaiveDate, catalog: &Catalog) -> String {
    let sunday = calendar::add_days(calendar::week_start(today), 6);
    let part = |due: NaiveDate| match calendar::standing(due, today) {
        Standing::Overdue => "agenda-overdue",
        Standing::Due => "agenda-today",
        Standing::Later if due <= sunday => "agenda-this-week",
        Standing::Later => "agenda-later",
    };
    let mut text = Vec::new();
    let mut heading = "";
    for (family, deadline) in lines {
        let id = part(deadline.due);
        if id != heading {
            heading = id;
            if !text.is_empty() {
                text.push(String::new());
            }
            text.push(catalog.text(id).into_owned());
        }
        let name = family.as_ref().map_or("—", |(_, name)| name);
        text.push(format!(
            "  {}  {}  {}  {}  ({})",
            SafeText::line(&catalog.date(deadline.due)).pad(10),
            SafeText::line(&catalog.relative(deadline.due, today)).pad(6),
            SafeText::line(name).pad(32),
            what(deadline, catalog),
            source(deadline, catalog),
        ));
    }
    if text.is_empty() {
        text.push(catalog.text("agenda-nothing").into_owned());
    }
    text.join("\n")
}

/// What is due: the rule, and what it is about when that says more.
pub fn what(deadline: &Deadline, catalog: &Catalog) -> String {
    let rule = catalog.text(&format!("deadline-{}", deadline.rule.code()));
    match &deadline.about {
        About::Encounter { time: Some(time), .. } => format!("{rule} {}", time.format("%H:%M")),
        About::Family
        | About::Antenna
        | About::AntennaPart { .. }
        | About::Center { .. }
        | About::Gap { .. }
        | About::Encounter { time: None, .. } => rule.into_owned(),
        About::Contract { rank, .. } => format!("{rule} (CER {rank})"),
        About::Commitment { text, .. } => catalog.pair(&rule, SafeText::line(text).as_ref()),
        About::PanelReferral { motive, .. } => catalog.pair(&rule, &catalog.text(motive.id())),
        About::Child { given_name, majoration_ends, .. } => {
            let facts = [
                ("given_name", Fact::from(SafeText::line(given_name).as_ref())),
                ("date", Fact::Date(*majoration_ends)),
            ];
            catalog.pair(&rule, &catalog.text_with("deadline-third-birthday-of", &facts))
        }
    }
}

/// The article or law, in the language of the screen.
pub fn source(deadline: &Deadline, catalog: &Catalog) -> String {
    let practice = catalog.text("source-practice");
    deadline.rule.source().replace("practice", &practice)
}
