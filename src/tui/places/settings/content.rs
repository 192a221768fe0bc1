//! What each section of the settings says of the antenna, line by line.

use chrono::NaiveDate;

use super::{Read, Section};
use crate::base::id::{CenterCode, ReferentId};
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::{AntennaRecord, Referent, ReferentRole, SolidarityCenter};
use crate::domain::convention::{ThemeLimit, changes, part_name};
use crate::tui::action::Action;
use crate::tui::acts::{ListOf, Shown, convention_numbers};
use crate::tui::keymap::{self, Context};
use crate::tui::theme::Role;

/// A line of a section.
#[derive(Debug)]
pub(super) enum Line {
    /// What is only read.
    Said(String, Role),
    /// Without a target it goes on with the row above.
    Row { name: String, told: String, role: Role, target: Option<Target> },
}

impl Line {
    /// What is read first of a row; nothing of another line.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Row { name, told, .. } if !told.is_empty() => name,
            Self::Row { .. } | Self::Said(..) => "",
        }
    }

    /// What is read beside it.
    pub(super) fn told(&self) -> &str {
        match self {
            Self::Row { told, .. } => told,
            Self::Said(..) => "",
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
    /// The version being prepared.
    Prepared,
    /// A number of the version in force.
    Parameter,
    /// A list of the convention, by its heading.
    List(ListOf),
    /// An entry of a list, by its place.
    Entry(ListOf, usize),
}

pub(super) fn lines(section: Section, read: &Read, catalog: &Catalog) -> Vec<Line> {
    let mut lines = match section {
        Section::Referents => referents(read, catalog),
        Section::Centers if read.antenna.centers.is_empty() => {
            let key = keymap::named(Context::Settings, Action::AddSetting, catalog);
            let said = catalog.text_with("settings-no-center", &[("key", Fact::from(key))]);
            vec![Line::Said(said, Role::Muted)]
        }
        Section::Centers => read.antenna.centers.iter().flat_map(|center| of_center(center, read, catalog)).collect(),
        Section::Versions => {
            prepared(read, catalog).into_iter().chain(versions(&read.antenna, read.today, catalog)).collect()
        }
        Section::Themes => themes(read, catalog),
        Section::Delays => delays(read, catalog),
    };
    if read.is_read_only {
        lines.insert(0, Line::Said(catalog.text("settings-read-only").into_owned(), Role::Warning));
    }
    lines
}

/// A version as a person reads it whole: its title, its parties, its period, what it changed.
pub fn version_told(antenna: &AntennaRecord, from: NaiveDate, catalog: &Catalog) -> Option<(String, String)> {
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
        let in_the_antenna = match one.role {
            ReferentRole::Referent => None,
            ReferentRole::Lead => Some("settings-role-lead"),
            ReferentRole::Support => Some("settings-role-support"),
        };
        let in_the_antenna = in_the_antenna.map(|id| format!("{} · ", catalog.text(id))).unwrap_or_default();
        // One under the other: a narrow screen has no room for both.
        let told = [format!("{in_the_antenna}{families}"), since];
        below_each_other(one.name.clone(), told, role, Target::Referent(one.id))
    };
    let mut lines: Vec<_> = all.into_iter().flat_map(row).collect();
    lines.push(Line::Said(String::new(), Role::Muted));
    // Two lines at the most, each short enough for a narrow screen.
    for id in ["settings-key-slot-short", "settings-key-slot-command"] {
        lines.push(Line::Said(catalog.text(id).into_owned(), Role::Muted));
    }
    lines
}

/// A row, and under what is told beside its name the rest of it; the cursor passes over that.
fn below_each_other(
    name: String,
    told: impl IntoIterator<Item = String>,
    role: Role,
    target: Target,
) -> impl Iterator<Item = Line> {
    let (mut name, mut target) = (Some(name), Some(target));
    told.into_iter().map(move |told| Line::Row {
        name: name.take().unwrap_or_default(),
        told,
        role,
        target: target.take(),
    })
}

fn of_center(center: &SolidarityCenter, read: &Read, catalog: &Catalog) -> impl Iterator<Item = Line> {
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
    let told = closed.into_iter().chain([catalog.text_with(id, &facts)]).chain(communes);
    let role = if center.is_open_on(read.today) { Role::Text } else { Role::Muted };
    below_each_other(center.name.clone(), told.collect::<Vec<_>>(), role, Target::Center(center.code.clone()))
}

/// What the next avenant would change, where something was prepared.
fn prepared(read: &Read, catalog: &Catalog) -> Vec<Line> {
    let Some((before, prepared)) = read.antenna.convention(read.today).zip(read.prepared.as_ref()) else {
        return Vec::new();
    };
    let changed = changes(before, prepared);
    if changed.is_empty() {
        return Vec::new();
    }
    let row = Line::Row {
        name: catalog.text("settings-prepared").into_owned(),
        told: catalog.text("settings-prepared-open").into_owned(),
        role: Role::Warning,
        target: Some(Target::Prepared),
    };
    let told = changed.iter().map(|one| Line::Said(format!("  {}", one.told(before, prepared, catalog)), Role::Muted));
    std::iter::once(row).chain(told).collect()
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
        let name = catalog.text_with("settings-version-from", &facts);
        let told = [catalog.text(id).into_owned(), version.article.clone()];
        lines.extend(below_each_other(name, told, role, Target::Version(version.effective_from)));
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

/// The themes with what each is made of, then the other lists: as they are in the version being prepared, where one is.
fn themes(read: &Read, catalog: &Catalog) -> Vec<Line> {
    let in_force = read.antenna.convention(read.today);
    let Some(version) = read.prepared.as_ref().or(in_force) else { return Vec::new() };
    // An entry that is not word for word in the version in force was prepared.
    let entries = |list: &ListOf, indent: &str| {
        let known = in_force.map(|version| list.entries(version, catalog)).unwrap_or_default();
        let row = |(place, entry): (usize, Shown)| {
            let is_new = !known.contains(&entry);
            let prepared = is_new.then(|| catalog.text("settings-prepared-mark").into_owned());
            // A code says nothing that the words do not.
            let told = matches!(list, ListOf::Levels | ListOf::Reductions).then_some(entry.told);
            Line::Row {
                name: format!("{indent}{}", entry.name),
                told: told.into_iter().chain(prepared).collect::<Vec<_>>().join(" · "),
                role: if is_new { Role::Warning } else { Role::Muted },
                target: Some(Target::Entry(list.clone(), place)),
            }
        };
        list.entries(version, catalog).into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let head = |list: &ListOf| Line::Row {
        name: catalog.text(list.id()).into_owned(),
        told: String::new(),
        role: Role::Text,
        target: Some(Target::List(list.clone())),
    };
    let mut lines = vec![head(&ListOf::Themes)];
    for (mut row, theme) in entries(&ListOf::Themes, "").into_iter().zip(&version.themes) {
        let limit = theme.limit.map(|limit| match limit {
            ThemeLimit::ReportOnly => "settings-report-only",
            ThemeLimit::RedirectOnly => "settings-redirect-only",
        });
        if let (Some(limit), Line::Row { told, role, .. }) = (limit, &mut row) {
            (*told, *role) = (catalog.text(limit).into_owned(), Role::Warning);
        }
        lines.push(row);
        lines.extend(entries(&ListOf::Items(theme.code.clone()), "  "));
    }
    for list in ListOf::HEADED {
        lines.push(head(&list));
        lines.extend(entries(&list, "  "));
    }
    lines
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
