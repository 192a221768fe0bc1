//! A version of the diagnosis: a row for each theme, with what the last version said of it.

use super::{FormScene, happened, options};
use crate::domain::diagnosis::Priority;
use crate::domain::refusal::Refusal;
use crate::tui::widgets::field::{Choice, Field};

pub(super) fn record(scene: &FormScene<'_>) -> Result<Vec<Field>, Refusal> {
    scene.in_a_stay()?;
    let record = scene.record()?;
    let convention = scene.convention()?;
    let themes: Vec<_> = convention.themes.iter().filter(|theme| theme.limit.is_none()).collect();
    let choices = themes.iter().map(|theme| Choice::new(theme.code.as_str(), scene.label(&theme.label))).collect();
    let mut rows = Field::rows(
        "themes",
        vec![
            Field::choice("theme", choices).of_the_row(),
            Field::choice("priority", options(scene, "priority", &Priority::ALL)).optional(),
            Field::lines("situation").optional(),
            Field::lines("strengths").optional(),
            Field::lines("obstacles").optional(),
        ],
    );
    let last = record.diagnosis_on(scene.today);
    for theme in &themes {
        let said = last.and_then(|last| last.theme(&theme.code));
        let priority = said.and_then(|said| said.priority);
        let priority = priority.and_then(|priority| options(scene, "priority", &[priority]).into_iter().next());
        let text = |of: fn(&crate::domain::diagnosis::ThemeDiagnosis) -> &String| said.map(of).cloned();
        rows = rows.row(vec![
            theme.code.to_string(),
            priority.map(|choice| choice.value).unwrap_or_default(),
            text(|said| &said.situation).unwrap_or_default(),
            text(|said| &said.strengths).unwrap_or_default(),
            text(|said| &said.obstacles).unwrap_or_default(),
        ]);
    }
    let items = themes.iter().flat_map(|theme| &theme.items);
    let items = items.map(|item| Choice::new(item.code.as_str(), scene.label(&item.label))).collect();
    let held: Vec<_> = last.into_iter().flat_map(|last| &last.items).map(|item| item.as_str()).collect();
    Ok(vec![happened(scene, "date"), rows, Field::choices("items", items).chosen(&held).optional()])
}
