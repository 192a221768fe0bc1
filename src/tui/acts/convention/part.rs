//! One entry of a list of the convention (a theme, an item of it, a reason of exit…), added, changed or taken away in the avenant
//! that the settings prepare.
//!
//! It judges nothing. A code once given stays: what was recorded holds it, and only its words change.

use serde_json::{Value, json};

use super::lay_over;
use crate::base::dates::Leaning;
use crate::base::fold::slug;
use crate::base::id::ThemeCode;
use crate::base::locale::{Catalog, Fact};
use crate::domain::aid::Funder;
use crate::domain::convention::{Convention, ExitGround, Label};
use crate::tui::action::ActKind;
use crate::tui::acts::{FormScene, options};
use crate::tui::theme::Role;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::form::Form;

/// A list of the convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListOf {
    Themes,
    /// What a theme is made of.
    Items(ThemeCode),
    Rights,
    Instruments,
    ExitReasons,
    ExitOutcomes,
    ProfessionalKinds,
    WorkKinds,
    Scales,
    Levels,
    Reductions,
}

/// What becomes of an entry, by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    Added,
    Changed(usize),
    Removed(usize),
}

/// An entry of a list, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub list: ListOf,
    pub becomes: Becomes,
}

/// An entry as the settings show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub name: String,
    /// Its code, its level, its first day.
    pub told: String,
}

impl ListOf {
    /// The lists that have a heading of their own, in the order of the articles.
    pub const HEADED: [Self; 9] = [
        Self::Rights,
        Self::Instruments,
        Self::ExitReasons,
        Self::ExitOutcomes,
        Self::Reductions,
        Self::ProfessionalKinds,
        Self::WorkKinds,
        Self::Scales,
        Self::Levels,
    ];

    /// The message that names the list; that of the themes for what one of them is made of.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Themes | Self::Items(_) => "convention-list-themes",
            Self::Rights => "convention-list-rights",
            Self::Instruments => "convention-list-instruments",
            Self::ExitReasons => "convention-list-exit-reasons",
            Self::ExitOutcomes => "convention-list-exit-outcomes",
            Self::ProfessionalKinds => "convention-list-professional-kinds",
            Self::WorkKinds => "convention-list-work-kinds",
            Self::Scales => "convention-list-effects",
            Self::Levels => "convention-list-levels",
            Self::Reductions => "convention-list-reduction-scales",
        }
    }

    /// What the list is called on screen: the theme, for what one is made of.
    pub fn name(&self, version: &Convention, catalog: &Catalog) -> String {
        let theme = match self {
            Self::Items(code) => version.theme(code),
            _named_by_itself => None,
        };
        theme.map_or_else(|| catalog.text(self.id()).into_owned(), |theme| theme.label.of(catalog.lang()).to_owned())
    }

    /// Whether entries are added to it and taken away: the levels of a scale are what the ratings were given by.
    pub fn grows(&self) -> bool {
        !matches!(self, Self::Levels)
    }

    /// What it holds in a version.
    pub fn entries(&self, version: &Convention, catalog: &Catalog) -> Vec<Shown> {
        let of = |label: &Label, code: &str| Shown { name: label.of(catalog.lang()).to_owned(), told: code.to_owned() };
        match self {
            Self::Themes => version.themes.iter().map(|one| of(&one.label, one.code.as_str())).collect(),
            Self::Items(theme) => {
                let items = version.theme(theme).into_iter().flat_map(|theme| &theme.items);
                items.map(|one| of(&one.label, one.code.as_str())).collect()
            }
            Self::Rights => version.rights.iter().map(|one| of(&one.label, one.code.as_str())).collect(),
            Self::Instruments => version.instruments.iter().map(|one| of(&one.label, one.code.as_str())).collect(),
            Self::ExitReasons => version.exit_reasons.iter().map(|one| of(&one.label, one.code.as_str())).collect(),
            Self::ExitOutcomes => version.exit_outcomes.iter().map(|one| of(&one.label, one.code.as_str())).collect(),
            Self::ProfessionalKinds => {
                version.professional_kinds.iter().map(|one| of(&one.label, one.code.as_str())).collect()
            }
            Self::WorkKinds => version.work_kinds.iter().map(|one| of(&one.label, one.code.as_str())).collect(),
            Self::Scales => version.effects.scales.iter().map(|one| of(&one.label, one.code.as_str())).collect(),
            Self::Levels => version.effects.levels.iter().map(|one| of(&one.label, &one.level.to_string())).collect(),
            Self::Reductions => {
                let told = |from| catalog.text_with("settings-reductions-from", &[("date", Fact::Date(from))]);
                let scales = version.reduction_scales.iter();
                scales.map(|one| Shown { name: one.source.clone(), told: told(one.from) }).collect()
            }
        }
    }

    /// The list in a version as JSON; an empty one where the version has none yet.
    fn within<'v>(&self, version: &'v mut Value) -> Option<&'v mut Vec<Value>> {
        let members = match self {
            Self::Items(theme) => {
                let mut themes = version.get_mut("themes")?.as_array_mut()?.iter_mut();
                themes.find(|one| one.get("code").and_then(Value::as_str) == Some(theme.as_str()))?
            }
            Self::Scales | Self::Levels => version.get_mut("effects")?,
            Self::Themes
            | Self::Rights
            | Self::Instruments
            | Self::ExitReasons
            | Self::ExitOutcomes
            | Self::ProfessionalKinds
            | Self::WorkKinds
            | Self::Reductions => version,
        };
        let name = match self {
            Self::Themes => "themes",
            Self::Items(_) => "items",
            Self::Rights => "rights",
            Self::Instruments => "instruments",
            Self::ExitReasons => "exit_reasons",
            Self::ExitOutcomes => "exit_outcomes",
            Self::ProfessionalKinds => "professional_kinds",
            Self::WorkKinds => "work_kinds",
            Self::Scales => "scales",
            Self::Levels => "levels",
            Self::Reductions => "reduction_scales",
        };
        members.as_object_mut()?.entry(name).or_insert_with(|| json!([])).as_array_mut()
    }
}

impl Part {
    /// The prefix of the fields that are members of the entry.
    pub const PREFIX: &'static str = "part.";

    /// The form of the entry, filled from the version being prepared.
    pub(in crate::tui) fn form(&self, scene: &FormScene<'_>, version: &Convention) -> Form {
        let mut prepared = serde_json::to_value(version).unwrap_or_default();
        let whole = json!({ "convention": prepared });
        let entry = match self.becomes {
            Becomes::Changed(place) => self.list.within(&mut prepared).and_then(|list| list.get(place).cloned()),
            Becomes::Added | Becomes::Removed(_) => None,
        };
        let at = |pointer: &str| {
            let value = entry.as_ref().and_then(|entry| entry.pointer(pointer));
            value.and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let mut fields = match self.list {
            ListOf::Reductions => {
                let from = at("/from").parse().map(|day| scene.date(day)).unwrap_or_default();
                let mut steps = Field::rows("part.steps", step()).label("field-part-steps").optional();
                let held = entry.as_ref().and_then(|entry| entry.get("steps")).and_then(Value::as_array);
                for step in held.into_iter().flatten() {
                    let label = |lang: &str| step.get(lang).and_then(Value::as_str).unwrap_or_default().to_owned();
                    steps = steps.row(vec![label("fr"), label("en")]);
                }
                vec![
                    Field::text("part.source").value(at("/source")).label("field-part-source"),
                    Field::date("part.from", Leaning::Near).value(from).label("field-part-from"),
                    steps,
                ]
            }
            ListOf::Themes
            | ListOf::Items(_)
            | ListOf::Rights
            | ListOf::Instruments
            | ListOf::ExitReasons
            | ListOf::ExitOutcomes
            | ListOf::ProfessionalKinds
            | ListOf::WorkKinds
            | ListOf::Scales
            | ListOf::Levels => vec![
                Field::text("part.label.fr").value(at("/label/fr")).label("field-part-label-fr"),
                Field::text("part.label.en").value(at("/label/en")).label("field-part-label-en").optional(),
            ],
        };
        match self.list {
            ListOf::Instruments => {
                let funders = options(scene, "funder", &Funder::ALL);
                fields.push(Field::choice("part.funder", funders).value(at("/funder")).label("field-funder"));
            }
            ListOf::ExitReasons => {
                let grounds = options(scene, "exit-ground", &ExitGround::ALL);
                fields.push(Field::choice("part.ground", grounds).value(at("/ground")).label("field-part-ground"));
            }
            ListOf::Themes
            | ListOf::Items(_)
            | ListOf::Rights
            | ListOf::ExitOutcomes
            | ListOf::ProfessionalKinds
            | ListOf::WorkKinds
            | ListOf::Scales
            | ListOf::Levels
            | ListOf::Reductions => {}
        }
        let said = scene.catalog.text("settings-part-prepared").into_owned();
        let form = Form::new(ActKind::AdoptConvention, None, fields).intro(vec![(Role::Muted, said)]);
        form.over(whole).part_of(self.clone(), self.list.name(version, scene.catalog))
    }

    /// Puts the entry, as it was typed, in the act that holds the version.
    pub fn lay(&self, act: &mut Value, typed: Vec<(String, Value)>) {
        let Some(list) = act.get_mut("convention").and_then(|version| self.list.within(version)) else { return };
        let entry = match self.becomes {
            Becomes::Removed(place) if place < list.len() => {
                list.remove(place);
                return;
            }
            Becomes::Removed(_) => return,
            Becomes::Changed(place) => list.get_mut(place),
            Becomes::Added => {
                list.push(json!({}));
                list.last_mut()
            }
        };
        let Some(entry) = entry else { return };
        if let Some(label) = entry.get_mut("label") {
            // Words emptied in one language are said again in the other.
            *label = json!({});
        }
        typed.into_iter().for_each(|(name, value)| lay_over(entry, &name, value));
        if let Some(label) = entry.get_mut("label") {
            say_in_both(label);
        }
        entry.get_mut("steps").and_then(Value::as_array_mut).into_iter().flatten().for_each(say_in_both);
        let named = entry.pointer("/label/fr").and_then(Value::as_str).map(slug);
        if let (Becomes::Added, Some(code), Some(members)) = (self.becomes, named, entry.as_object_mut()) {
            members.insert("code".to_owned(), Value::from(code));
        }
    }
}

/// The cells of a step of a scale.
fn step() -> Vec<Field> {
    let english = Field::text("en").label("field-part-label-en").optional();
    vec![Field::text("fr").label("field-part-label-fr"), english]
}

/// Words given in French alone are the English ones too.
fn say_in_both(label: &mut Value) {
    let Some(members) = label.as_object_mut() else { return };
    if let (Some(french), false) = (members.get("fr").cloned(), members.contains_key("en")) {
        members.insert("en".to_owned(), french);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;
    use crate::domain::convention::{ConventionFile, SEINE_ET_MARNE_2012};

    fn laid(list: ListOf, becomes: Becomes, typed: &[(&str, Value)]) -> Convention {
        let version = ConventionFile::parse(SEINE_ET_MARNE_2012).unwrap().versions.remove(0);
        let mut act = json!({ "convention": version });
        let typed = typed.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Part { list, becomes }.lay(&mut act, typed);
        serde_json::from_value(act["convention"].clone()).unwrap()
    }

    #[test]
    fn a_new_entry_takes_its_code_from_its_words_and_is_last_in_its_list() {
        let words = [("label.fr", json!("Prêt d’honneur, 2e"))];
        let version = laid(ListOf::Items("housing".into()), Becomes::Added, &words);
        let item = version.theme(&"housing".into()).unwrap().items.last().unwrap();
        assert_eq!((item.code.as_str(), item.label.en.as_str()), ("pret-d-honneur-2e", "Prêt d’honneur, 2e"));
        let version = laid(ListOf::Themes, Becomes::Added, &words);
        assert!(version.themes.last().unwrap().items.is_empty());
        // A theme that had no item takes one.
        let version = laid(ListOf::Items("child-protection".into()), Becomes::Added, &words);
        assert_eq!(version.theme(&"child-protection".into()).unwrap().items.len(), 1);
    }

    #[test]
    fn an_entry_that_is_changed_keeps_its_code_and_its_place() {
        let words = [("label.fr", json!("Mobilité")), ("label.en", json!("Mobility"))];
        for list in ListOf::HEADED.into_iter().filter(|list| *list != ListOf::Reductions) {
            let before = laid(list.clone(), Becomes::Changed(99), &[]);
            let after = laid(list.clone(), Becomes::Changed(1), &words);
            let catalog = Catalog::new(crate::base::locale::Lang::En);
            let (old, new) = (list.entries(&before, &catalog), list.entries(&after, &catalog));
            assert_eq!(new[1], Shown { name: "Mobility".to_owned(), told: old[1].told.clone() }, "{list:?}");
            assert_eq!((&new[0], new.len()), (&old[0], old.len()), "{list:?}");
        }
    }

    #[test]
    fn an_entry_is_taken_away_alone() {
        let version = laid(ListOf::WorkKinds, Becomes::Removed(0), &[]);
        let before = laid(ListOf::WorkKinds, Becomes::Removed(99), &[]);
        assert_eq!(version.work_kinds, before.work_kinds[1..]);
    }

    #[test]
    fn a_scale_of_reductions_has_its_steps_in_both_languages() {
        let typed = [
            ("source", json!("décret n° 2027-1")),
            ("from", json!("2027-01-01")),
            ("steps", json!([{"fr": "Première décision : 50 %"}])),
        ];
        let version = laid(ListOf::Reductions, Becomes::Added, &typed);
        let scale = version.reduction_scales.last().unwrap();
        assert_eq!(scale.steps[0].en, "Première décision : 50 %");
    }
}
