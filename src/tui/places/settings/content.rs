//! What each section of the settings says of the antenna, line by line.

use chrono::NaiveDate;

use super::{Read, Section};
use crate::base::id::{CenterCode, ReferentId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::{AntennaRecord, Referent, SolidarityCenter};
use crate::domain::convention::{Convention, Label, ThemeLimit, changes, part_name};
use crate::tui::acts::convention_numbers;
use crate::tui::screens::words;
use crate::tui::theme::Role;

/// A line of a section.
#[derive(Debug)]
pub(super) enum Line {
    Heading(String),
    /// What is only read.
    Said(String, Role),
    Row {
        name: String,
        told: String,
        role: Role,
        target: Option<Target>,
    },
}

impl Line {
    /// What is read first of a row; nothing of another line.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Row { name, told, .. } if !told.is_empty() => name,
            Self::Row { .. } | Self::Heading(_) | Self::Said(..) => "",
        }
    }

    /// What is read beside it.
    pub(super) fn told(&self) -> &str {
        match self {
            Self::Row { told, .. } => told,
            Self::Heading(_) | Self::Said(..) => "",
        }
    }
}

/// What a row is about.
#[derive(Debug)]
pub(super) enum Target {
    Referent(ReferentId),
    Center(CenterCode),
    /// The version in force from that day on.
    Version(NaiveDate),
    /// A number of the version in force.
    Parameter,
}

pub(super) fn lines(section: Section, read: &Read, catalog: &Catalog) -> Vec<Line> {
    let mut lines = match section {
        Section::Referents => referents(read, catalog),
        Section::Centers => read.antenna.centers.iter().map(|center| of_center(center, read, catalog)).collect(),
        Section::Versions => versions(&read.antenna, read.today, catalog),
        Section::Themes => themes(read, catalog),
        Section::Delays => delays(read, catalog),
    };
    if read.is_read_only {
        lines.insert(0, Line::Said(catalog.text("settings-read-only").into_owned(), Role::Warning));
    }
    lines
}

/// A version as a person reads it whole: its title, its parties, its period, what it changed.
pub(super) fn version_told(antenna: &AntennaRecord, from: NaiveDate, catalog: &Catalog) -> Option<(String, String)> {
    let at = antenna.conventions.iter().position(|version| version.effective_from == from)?;
    let version = antenna.conventions.get(at)?;
    let title = catalog.text_with(
        "settings-version-title",
        &[("date", Fact::Date(from)), ("article", Fact::from(version.article.as_str()))],
    );
    let period = catalog.text_with(
        "settings-version-period",
        &[("from", Fact::Date(version.period.starts)), ("to", Fact::Date(version.period.ends))],
    );
    let parties = format!("{} · {}", version.parties.department, version.parties.organisation);
    let mut text = vec![version.title.clone(), parties, period, String::new()];
    let changed = changed(antenna, at, catalog);
    text.push(match at {
        0 => catalog.text("settings-version-first").into_owned(),
        _later if changed.is_empty() => catalog.text("settings-changes-nothing").into_owned(),
        _later => catalog.text("settings-version-changes").into_owned(),
    });
    text.extend(changed);
    Some((title, text.join("\n")))
}

fn referents(read: &Read, catalog: &Catalog) -> Vec<Line> {
    let mut all: Vec<&Referent> = read.antenna.referents.iter().collect();
    all.sort_by_key(|one| (one.left_on.is_some_and(|left| left <= read.today), one.name.clone()));
    let row = |one: &Referent| {
        let followed = read.followed.get(&one.id).copied().unwrap_or_default();
        let gone = one.left_on.is_some_and(|left| left <= read.today);
        let since = match one.left_on {
            Some(left) if gone => catalog.text_with("settings-left", &[("date", Fact::Date(left))]),
            Some(left) => catalog.text_with("settings-leaves", &[("date", Fact::Date(left))]),
            None => catalog.text_with("settings-since", &[("date", Fact::Date(one.since))]),
        };
        let role = match (gone, followed) {
            (true, 0) => Role::Muted,
            (true, 1..) => Role::Warning,
            (false, _) => Role::Text,
        };
        let families = catalog.text_with("settings-families", &[("families", Fact::from(followed))]);
        Line::Row {
            name: one.name.clone(),
            told: format!("{families} · {since}"),
            role,
            target: Some(Target::Referent(one.id)),
        }
    };
    let mut lines: Vec<_> = all.into_iter().map(row).collect();
    lines.push(Line::Said(String::new(), Role::Muted));
    // Two lines at the most, each short enough for a narrow screen.
    for id in ["settings-key-slot-short", "settings-key-slot-command"] {
        lines.push(Line::Said(catalog.text(id).into_owned(), Role::Muted));
    }
    lines
}

fn of_center(center: &SolidarityCenter, read: &Read, catalog: &Catalog) -> Line {
    let taken = read.taken.get(&center.code).copied().unwrap_or_default();
    let version = read.antenna.convention(read.today);
    let places = version.map(|version| read.antenna.places_of(&center.code, version)).unwrap_or_default();
    let facts = [("taken", Fact::from(u64::from(taken))), ("places", Fact::from(u64::from(places)))];
    let id = if center.places.is_some() { "settings-own-places" } else { "settings-places" };
    let closed = center.closed_from.map(|from| {
        let id = if from <= read.today { "settings-closed" } else { "settings-closes" };
        catalog.text_with(id, &[("date", Fact::Date(from))])
    });
    let communes = (!center.communes.is_empty()).then(|| center.communes.join(", "));
    let told: Vec<_> = closed.into_iter().chain([catalog.text_with(id, &facts)]).chain(communes).collect();
    Line::Row {
        name: center.name.clone(),
        told: told.join(" · "),
        role: if center.is_open_on(read.today) { Role::Text } else { Role::Muted },
        target: Some(Target::Center(center.code.clone())),
    }
}

/// The newest first, each with what it changed under it.
fn versions(antenna: &AntennaRecord, today: NaiveDate, catalog: &Catalog) -> Vec<Line> {
    let in_force = antenna.convention(today).map(|version| version.effective_from);
    let mut lines = Vec::new();
    for (at, version) in antenna.conventions.iter().enumerate().rev() {
        let (id, role) = match version.effective_from {
            from if Some(from) == in_force => ("settings-in-force", Role::Ok),
            from if today < from => ("settings-to-come", Role::Warning),
            _before => ("settings-past", Role::Muted),
        };
        let facts = [("date", Fact::Date(version.effective_from))];
        lines.push(Line::Row {
            name: catalog.text_with("settings-version-from", &facts),
            told: format!("{} · {}", catalog.text(id), version.article),
            role,
            target: Some(Target::Version(version.effective_from)),
        });
        lines
            .extend(changed(antenna, at, catalog).into_iter().map(|told| Line::Said(format!("  {told}"), Role::Muted)));
    }
    lines
}

/// What the version of that place changed in the one before it.
fn changed(antenna: &AntennaRecord, at: usize, catalog: &Catalog) -> Vec<String> {
    let before = at.checked_sub(1).and_then(|before| antenna.conventions.get(before));
    let Some((before, version)) = before.zip(antenna.conventions.get(at)) else { return Vec::new() };
    changes(before, version).iter().map(|one| one.told(before, version, catalog)).collect()
}

fn themes(read: &Read, catalog: &Catalog) -> Vec<Line> {
    let Some(version) = read.antenna.convention(read.today) else { return Vec::new() };
    let row = |label: &Label, code: &str| Line::Row {
        name: words::label(catalog, label).to_owned(),
        told: code.to_owned(),
        role: Role::Muted,
        target: None,
    };
    let mut lines = Vec::new();
    for theme in &version.themes {
        let limit = theme.limit.map(|limit| match limit {
            ThemeLimit::ReportOnly => "settings-report-only",
            ThemeLimit::RedirectOnly => "settings-redirect-only",
        });
        let name = words::label(catalog, &theme.label);
        match limit {
            Some(limit) => lines.push(Line::Row {
                name: name.to_owned(),
                told: catalog.text(limit).into_owned(),
                role: Role::Warning,
                target: None,
            }),
            None => lines.push(Line::Heading(name.to_owned())),
        }
        lines.extend(theme.items.iter().map(|item| row(&item.label, item.code.as_str())));
    }
    for (list, entries) in others(version) {
        lines.push(Line::Heading(catalog.text(list).into_owned()));
        lines.extend(entries.into_iter().map(|(label, code)| row(label, code)));
    }
    lines
}

type Entries<'a> = Vec<(&'a Label, &'a str)>;

fn others(version: &Convention) -> Vec<(&'static str, Entries<'_>)> {
    vec![
        ("convention-list-rights", version.rights.iter().map(|one| (&one.label, one.code.as_str())).collect()),
        (
            "convention-list-instruments",
            version.instruments.iter().map(|one| (&one.label, one.code.as_str())).collect(),
        ),
        (
            "convention-list-exit-reasons",
            version.exit_reasons.iter().map(|one| (&one.label, one.code.as_str())).collect(),
        ),
        (
            "convention-list-exit-outcomes",
            version.exit_outcomes.iter().map(|one| (&one.label, one.code.as_str())).collect(),
        ),
        (
            "convention-list-professional-kinds",
            version.professional_kinds.iter().map(|one| (&one.label, one.code.as_str())).collect(),
        ),
        ("convention-list-work-kinds", version.work_kinds.iter().map(|one| (&one.label, one.code.as_str())).collect()),
    ]
}

fn delays(read: &Read, catalog: &Catalog) -> Vec<Line> {
    let Some(version) = read.antenna.convention(read.today) else { return Vec::new() };
    let facts = [("date", Fact::Date(version.effective_from)), ("article", Fact::from(version.article.as_str()))];
    let mut lines = vec![Line::Said(catalog.text_with("settings-version-title", &facts), Role::Muted)];
    let row = |(part, told): (&str, String)| Line::Row {
        name: part_name(part, &[version], catalog),
        told,
        role: Role::Text,
        target: Some(Target::Parameter),
    };
    lines.extend(convention_numbers(version).into_iter().map(row));
    lines
}
