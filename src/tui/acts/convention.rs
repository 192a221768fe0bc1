//! The convention's own form, an avenant made from the version in force, and the entries of its lists that the settings prepare.

mod part;

use serde_json::{Value, json};

use super::FormScene;
use crate::base::dates::Leaning;
use crate::base::locale::Fact;
use crate::domain::convention::Convention;
use crate::domain::refusal::Refusal;
use crate::tui::action::ActKind;
use crate::tui::theme::Role;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::form::Form;
pub use part::{Becomes, ListOf, Part, Shown};

/// The numbers that an avenant may change, in the order of the articles.
const NUMBERS: [&str; 21] = [
    "convention.caseload.places",
    "convention.caseload.places_per_center",
    "convention.inclusion.child_under_years",
    "convention.delays.first_meeting_days",
    "convention.delays.contract_months_after_orientation",
    "convention.delays.review_months_before_end",
    "convention.delays.renewal_months_before_end",
    "convention.delays.examination_from_months",
    "convention.delays.examination_by_months",
    "convention.delays.observations_months",
    "convention.delays.opinion_months",
    "convention.delays.silence_days",
    "convention.delays.department_silence_days",
    "convention.publication.hidden_below",
    "convention.period.notice_months",
    "convention.period.report_months_before_end",
    "convention.delays.retention_months",
    "convention.delays.archive_months",
    "convention.delays.disposal_days",
    "convention.delays.access_months",
    "convention.delays.backup_days",
];

/// An avenant is made from the version in force: what is not typed stays as it is (art. 9).
pub(super) fn adopt(scene: &FormScene<'_>) -> Result<Form, Refusal> {
    let convention = scene.convention()?;
    let version = serde_json::to_value(convention).unwrap_or_default();
    let at = |name: &str| {
        let path = name.trim_start_matches("convention").replace('.', "/");
        version.pointer(&path).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    let label =
        |name: &str| format!("convention-part-{}", name.trim_start_matches("convention.").replace(['.', '_'], "-"));
    let text = |name: &'static str| Field::text(name).value(at(name).unwrap_or_default()).label(label(name));
    let date = |name: &'static str| {
        let day = at(name).and_then(|day| day.parse().ok()).map(|day| scene.date(day)).unwrap_or_default();
        Field::date(name, Leaning::Near).value(day).label(label(name))
    };
    let durations: Vec<_> = convention.contract.durations_months.iter().map(u32::to_string).collect();
    let mut fields = vec![
        Field::date("convention.effective_from", Leaning::Future).label("convention-part-effective-from"),
        Field::text("convention.article").label("convention-part-article"),
        text("convention.title"),
        date("convention.period.starts"),
        date("convention.period.ends"),
        Field::text("convention.contract.durations_months")
            .value(durations.join(", "))
            .as_numbers()
            .label(label("convention.contract.durations_months")),
    ];
    fields.extend(NUMBERS.map(|name| Field::number(name).value(at(name).unwrap_or_default()).label(label(name))));
    let facts = [("date", Fact::Date(convention.effective_from)), ("article", Fact::from(convention.article.as_str()))];
    let said = scene.catalog.text_with("settings-avenant-from", &facts);
    let base = json!({ "convention": version });
    Ok(Form::new(ActKind::AdoptConvention, None, fields).intro(vec![(Role::Muted, said)]).over(base))
}

/// The numbers and durations of a version, each with its member, in the order of the form.
pub fn convention_numbers(version: &Convention) -> Vec<(&'static str, String)> {
    let json = serde_json::to_value(version).unwrap_or_default();
    let durations: Vec<_> = version.contract.durations_months.iter().map(u32::to_string).collect();
    let number = |name: &'static str| {
        let part = name.trim_start_matches("convention.");
        let value = json.pointer(&format!("/{}", part.replace('.', "/"))).map(Value::to_string);
        (part, value.unwrap_or_default())
    };
    std::iter::once(("contract.durations_months", durations.join(", "))).chain(NUMBERS.map(number)).collect()
}

/// Puts what was typed over what the act holds already: a name with dots goes into its member.
pub fn lay_over(base: &mut Value, name: &str, value: Value) {
    let mut at = base;
    let mut steps = name.split('.').peekable();
    while let Some(step) = steps.next() {
        let Value::Object(members) = at else { return };
        if steps.peek().is_none() {
            members.insert(step.to_owned(), value);
            return;
        }
        at = members.entry(step).or_insert_with(|| json!({}));
    }
}
