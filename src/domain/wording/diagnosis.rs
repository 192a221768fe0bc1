//! A version of the diagnosis in words, alone or beside the version before it.

use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::diagnosis::{Diagnosis, ThemeDiagnosis, Weight};

impl Weight {
    /// The sign of what became of a theme.
    pub fn sign(self) -> &'static str {
        match self {
            Self::New => "+",
            Self::Gone => "−",
            Self::Heavier => "↑",
            Self::Lighter => "↓",
            Self::Same => "=",
        }
    }
}

impl Diagnosis {
    /// The names of its themes, each with its priority, the heaviest first.
    pub fn titles(&self, catalog: &Catalog, antenna: &AntennaRecord) -> Vec<String> {
        self.by_priority().into_iter().map(|theme| self.title(theme, catalog, antenna)).collect()
    }

    /// « Logement · priorité forte ».
    pub fn title(&self, theme: &ThemeDiagnosis, catalog: &Catalog, antenna: &AntennaRecord) -> String {
        let version = antenna.convention(self.date);
        let name = version.and_then(|version| version.theme(&theme.theme));
        let name = name.map_or(theme.theme.as_str(), |name| name.label.of(catalog.lang()));
        let priority = theme.priority.map(|priority| catalog.text(priority.long_id()));
        priority.map_or_else(|| name.to_owned(), |priority| format!("{name} · {priority}"))
    }

    /// Every theme as it is now; under it what the version before said otherwise.
    pub fn told_beside(&self, before: Option<&Self>, catalog: &Catalog, antenna: &AntennaRecord) -> Vec<String> {
        let mut lines = Vec::new();
        for change in self.beside(before) {
            let Some(theme) = change.now.or(change.before) else { continue };
            let sign = before.map(|_| format!("{} ", change.weight().sign())).unwrap_or_default();
            lines.push(String::new());
            lines.push(format!("{sign}{}", self.title(theme, catalog, antenna)));
            if change.now.is_none() {
                lines.push(catalog.text("diagnosis-theme-gone").into_owned());
            }
            type Part = fn(&ThemeDiagnosis) -> &String;
            let parts: [(&str, Part); 3] = [
                ("field-situation", |said| &said.situation),
                ("field-strengths", |said| &said.strengths),
                ("field-obstacles", |said| &said.obstacles),
            ];
            for (id, part) in parts {
                let now = change.now.map(part).map_or("", String::as_str);
                let was = change.before.map(part).map_or("", String::as_str);
                let pair = |id: &str, value: &str| {
                    let facts = [("name", Fact::Text(catalog.text(id).into_owned())), ("value", Fact::from(value))];
                    catalog.text_with("sheet-pair", &facts)
                };
                if !now.is_empty() {
                    lines.push(pair(id, now));
                }
                if before.is_some() && !was.is_empty() && was != now {
                    lines.push(format!("  {}", pair("diagnosis-before", was)));
                }
            }
        }
        lines
    }
}
