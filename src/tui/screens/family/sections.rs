//! What the detail says of a family, in the order in which a referent asks for it.

mod contract;
mod diagnosis;
mod group;
mod landmarks;
mod panel;
mod path;
mod people;
mod rights;

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Target;
use super::lines::{Line, Writer};
use crate::base::calendar::{self, Standing};
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::deadline::{About, Deadline, DeadlineRule};
use crate::domain::family::{FamilyRecord, FamilyStatus};
use crate::tui::screens::words;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::Object;

/// A family with what its page needs beside the record.
#[derive(Clone, Copy, Debug)]
pub struct Dossier<'a> {
    pub record: &'a FamilyRecord,
    pub antenna: &'a AntennaRecord,
    /// In any order.
    pub deadlines: &'a [Deadline],
    pub today: NaiveDate,
    /// Places taken of its solidarity centre, and places in all.
    pub places: Option<(u32, u32)>,
    /// Whether the whole CAF number is shown.
    pub revealed: bool,
    /// How a person's name or text is shown: as it is, or masked.
    pub mask: fn(&str) -> Cow<'_, str>,
}

/// The page, at least its first `most` lines.
pub(super) fn lines(
    catalog: &Catalog,
    dossier: &Dossier<'_>,
    width: u16,
    most: usize,
    folded: &BTreeSet<&'static str>,
) -> Vec<Line> {
    let mut writer = Writer::new(catalog, width, most, folded);
    people::head(&mut writer, dossier);
    let mut sections: [fn(&mut Writer<'_>, &Dossier<'_>); 16] = [
        deadlines,
        contract::current,
        contract::next,
        rights::claims,
        panel::referrals,
        landmarks::happened,
        people::household,
        path::encounters,
        group::attendances,
        path::notes,
        diagnosis::latest,
        path::steps,
        landmarks::effects,
        people::situation,
        contract::past,
        path::stays,
    ];
    if !matches!(dossier.record.status(), FamilyStatus::Included | FamilyStatus::Oriented) {
        // Why it is not in the caseload is asked first.
        sections.rotate_right(1);
    }
    for section in sections {
        if writer.is_full() {
            break;
        }
        section(&mut writer, dossier);
    }
    writer.into_lines()
}

/// The deadlines, earliest first, each with its rule, what it is about, its day, the days left and its legal basis.
fn deadlines(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let mut sorted: Vec<_> = dossier.deadlines.iter().filter(|deadline| deadline.stands_on(dossier.today)).collect();
    sorted.sort_by_key(|deadline| (deadline.due, deadline.rule));
    if sorted.is_empty() {
        return;
    }
    writer.heading("family-deadlines");
    for deadline in sorted {
        let (sign, role) = standing(deadline.due, dossier.today);
        let catalog = writer.catalog;
        let label = named(catalog, deadline, dossier);
        let days = catalog.relative(deadline.due, dossier.today);
        let target = Some(Target::Mark(target(deadline)));
        let width = writer.width;
        match width {
            0..46 => {
                let at = width.saturating_sub(7);
                writer.row(target, &[(0, sign, role), (2, &label, Role::Text), (at, &days, role)]);
            }
            46..76 => {
                let at = width - 18;
                let date = catalog.date(deadline.due);
                let pieces =
                    [(0, sign, role), (2, label.as_str(), Role::Text), (at, &days, role), (at + 7, &date, Role::Muted)];
                writer.row(target, &pieces);
            }
            76.. => {
                let at = width - 40;
                let (date, source) = (catalog.date(deadline.due), words::source(catalog, deadline.rule));
                let pieces = [
                    (0, sign, role),
                    (2, label.as_str(), Role::Text),
                    (at, days.as_str(), role),
                    (at + 7, &date, Role::Text),
                    (at + 19, &source, Role::Muted),
                ];
                writer.row(target, &pieces);
            }
        }
    }
}

/// The name of a deadline with what it is about.
fn named(catalog: &Catalog, deadline: &Deadline, dossier: &Dossier<'_>) -> String {
    let rule = catalog.text(deadline.rule.id());
    match &deadline.about {
        About::Contract { rank, .. } => catalog.text_with(
            "family-contract-deadline",
            &[("rule", Fact::Text(rule.into_owned())), ("rank", Fact::Number(i64::from(*rank)))],
        ),
        About::Commitment { text, .. } => format!("{rule} {}", catalog.quoted(&(dossier.mask)(first_line(text)))),
        About::Child { given_name, .. } => format!("{rule} · {}", (dossier.mask)(given_name)),
        About::PanelReferral { motive, .. } => format!("{rule} · {}", catalog.text(motive.id())),
        About::Encounter { id, .. } => {
            let encounter = dossier.record.encounters.iter().find(|encounter| encounter.id == *id);
            let time = encounter.and_then(|encounter| encounter.time).map(|time| time.format(" %H:%M").to_string());
            let setting = encounter.map(|encounter| catalog.text(encounter.setting.id()));
            let setting = setting.map(|setting| format!(" · {setting}")).unwrap_or_default();
            format!("{rule}{}{setting}", time.unwrap_or_default())
        }
        About::Gap { .. } => catalog.text_with(deadline.about_id(), &deadline.arguments()),
        About::Family | About::Antenna | About::AntennaPart { .. } | About::Center { .. } => rule.into_owned(),
    }
}

/// What a deadline's line opens.
fn target(deadline: &Deadline) -> Object {
    match (&deadline.about, deadline.rule) {
        (About::Encounter { id, .. }, DeadlineRule::Appointment) => Object::Encounter(*id),
        (About::Commitment { id, .. }, _) => Object::Commitment(*id),
        (About::PanelReferral { id, .. }, _) => Object::Panel(*id),
        (
            About::Family
            | About::Antenna
            | About::AntennaPart { .. }
            | About::Center { .. }
            | About::Gap { .. }
            | About::Encounter { .. }
            | About::Contract { .. }
            | About::Child { .. },
            rule,
        ) => Object::Deadline(rule),
    }
}

/// The sign and the role of a due date: `!` overdue, `*` today, `·` within the week.
pub(in crate::tui) fn standing(due: NaiveDate, today: NaiveDate) -> (&'static str, Role) {
    match calendar::standing(due, today) {
        Standing::Overdue => ("!", Role::Overdue),
        Standing::Due => ("*", Role::Due),
        Standing::Later if calendar::days_left(due, today) <= 7 => ("·", Role::Due),
        Standing::Later => ("", Role::Text),
    }
}

/// The first line of what a person typed.
fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
