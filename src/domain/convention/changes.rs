//! What one version of the convention changes in another: « avant → après », member by member (art. 9).
//!
//! It reads the versions as data, so that no member can be forgotten.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Convention, Label};
use crate::base::locale::{Catalog, Fact};

/// One member that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it is: `delays.silence_days`, `themes.housing.items.fsl.label.fr`; entries of lists by their code.
    pub part: String,
    /// Absent where the member is new.
    pub before: Option<String>,
    /// Absent where the member is gone.
    pub after: Option<String>,
}

/// What differs between two versions, in the order of their members; their code, day of effect and reference apart.
pub fn changes(before: &Convention, after: &Convention) -> Vec<Change> {
    let (old, new) = (flat(before), flat(after));
    let parts = old.keys().chain(new.keys()).collect::<std::collections::BTreeSet<_>>();
    let mut found: Vec<Change> = Vec::new();
    for part in parts {
        let (before, after) = (old.get(part), new.get(part));
        // What is inside an entry that came or went is told by the entry.
        let told = found.iter().any(|one: &Change| {
            (one.before.is_none() || one.after.is_none())
                && part.strip_prefix(one.part.as_str()).is_some_and(|rest| rest.starts_with('.'))
        });
        if before != after && !told {
            found.push(Change { part: part.clone(), before: before.cloned(), after: after.cloned() });
        }
    }
    found
}

impl Change {
    /// The change as a person reads it: the member's name, then what it was and what it is.
    pub fn told(&self, before: &Convention, after: &Convention, catalog: &Catalog) -> String {
        let name = part_name(&self.part, &[after, before], catalog);
        let side = |value: &Option<String>| value.clone().unwrap_or_default();
        match (&self.before, &self.after) {
            (None, Some(_)) => catalog.text_with("convention-part-added", &[("part", Fact::Text(name))]),
            (Some(_), None) => catalog.text_with("convention-part-removed", &[("part", Fact::Text(name))]),
            (Some(_), Some(_)) | (None, None) => {
                let facts = [
                    ("part", Fact::Text(name)),
                    ("before", Fact::Text(written(&side(&self.before), catalog))),
                    ("after", Fact::Text(written(&side(&self.after), catalog))),
                ];
                catalog.text_with("convention-part-changed", &facts)
            }
        }
    }
}

/// What a member of the convention is called on screen.
pub fn part_name(part: &str, versions: &[&Convention], catalog: &Catalog) -> String {
    let id = format!("convention-part-{}", part.replace(['.', '_'], "-"));
    if catalog.has(&id) {
        return catalog.text(&id).into_owned();
    }
    let mut steps = part.split('.');
    let list = steps.next().unwrap_or_default();
    let list_id = format!("convention-list-{}", list.replace('_', "-"));
    let list = if catalog.has(&list_id) { catalog.text(&list_id).into_owned() } else { list.to_owned() };
    let codes: Vec<_> = steps.collect();
    let labels = codes.iter().rev().find_map(|code| versions.iter().find_map(|version| label_of(version, code)));
    match (labels, codes.last()) {
        (Some(label), Some(&"en")) => format!("{list} · {} (en)", label.of(catalog.lang())),
        (Some(label), _) => format!("{list} · {}", label.of(catalog.lang())),
        (None, _) => list,
    }
}

/// A day as it is written in the language; anything else as it is.
fn written(value: &str, catalog: &Catalog) -> String {
    value.parse().map_or_else(|_| value.to_owned(), |date| catalog.date(date))
}

fn label_of<'a>(version: &'a Convention, code: &str) -> Option<&'a Label> {
    let lists = super::check::lists(version);
    lists.into_iter().flat_map(|(_, entries)| entries).find(|(known, _)| *known == code).map(|(_, label)| label)
}

/// Every member by its path.
fn flat(version: &Convention) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    if let Ok(Value::Object(members)) = serde_json::to_value(version) {
        for (name, value) in members {
            if !["code", "effective_from", "article"].contains(&name.as_str()) {
                put(&mut found, name, &value);
            }
        }
    }
    found
}

fn put(found: &mut BTreeMap<String, String>, path: String, value: &Value) {
    match value {
        Value::Object(members) => {
            for (name, value) in members.iter().filter(|(name, _)| name.as_str() != "code") {
                put(found, format!("{path}.{name}"), value);
            }
        }
        Value::Array(entries) if entries.iter().all(Value::is_object) => {
            for (place, entry) in entries.iter().enumerate() {
                let code = entry.get("code").and_then(Value::as_str);
                let path = format!("{path}.{}", code.map_or_else(|| (place + 1).to_string(), str::to_owned));
                // The entry itself, so that one that comes or goes is one change.
                found.insert(path.clone(), String::new());
                put(found, path, entry);
            }
        }
        Value::Array(entries) => {
            let each: Vec<_> = entries.iter().map(plain).collect();
            found.insert(path, each.join(", "));
        }
        single @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
            found.insert(path, plain(single));
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;
    use crate::base::locale::Lang;
    use crate::domain::testing::{Desk, day};

    fn changed(change: impl FnOnce(&mut Convention)) -> Vec<String> {
        let before = Desk::opened().antenna.conventions.remove(0);
        let mut after = before.clone();
        change(&mut after);
        let catalog = Catalog::new(Lang::Fr);
        changes(&before, &after).iter().map(|one| one.told(&before, &after, &catalog)).collect()
    }

    #[test]
    fn each_member_that_differs_is_told_with_what_it_was_and_what_it_is() {
        let told = changed(|after| {
            after.delays.silence_days = 60;
            after.contract.durations_months = vec![6, 12];
            after.period.ends = day("2013-12-31");
        });
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told[0].ends_with("3, 6, 9, 12 → 6, 12"), "{told:?}");
        assert!(told[1].ends_with("45 → 60"), "{told:?}");
        assert!(told[2].ends_with("31/12/2012 → 31/12/2013"), "{told:?}");
    }

    #[test]
    fn an_entry_that_comes_or_goes_is_one_change_and_a_label_is_told_by_its_entry() {
        let told = changed(|after| drop(after.themes.remove(1)));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("Logement"), "{told:?}");
        let told = changed(|after| after.themes[1].items[0].label.fr = "Fonds logement".into());
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("Fonds de solidarité logement (FSL) → Fonds logement"), "{told:?}");
    }

    #[test]
    fn the_same_text_under_another_day_and_reference_changes_nothing() {
        let told = changed(|after| {
            after.effective_from = day("2026-06-01");
            (after.code, after.article) = ("2026".into(), "avenant n° 1".into());
        });
        assert_eq!(told, [] as [String; 0]);
    }

    #[test]
    fn every_number_of_the_convention_has_a_name_in_both_languages() {
        let version = Desk::opened().antenna.conventions.remove(0);
        for lang in [Lang::Fr, Lang::En] {
            let catalog = Catalog::new(lang);
            for part in flat(&version)
                .keys()
                .filter(|part| !crate::domain::convention::check::LISTS.contains(&part.split('.').next().unwrap()))
            {
                assert!(catalog.has(&format!("convention-part-{}", part.replace(['.', '_'], "-"))), "{part}");
            }
            for list in crate::domain::convention::check::LISTS {
                assert!(catalog.has(&format!("convention-list-{}", list.replace('_', "-"))), "{list}");
            }
        }
    }
}
