//! What a field holds: as the act's JSON, and as the raw text of a draft.

use chrono::NaiveDate;
use ratatui_textarea::TextArea;
use serde_json::{Value, json};

use super::{ChoiceJson, Entry, Field, LineJson, Need};
use crate::base::dates::{DateFault, TimeFault, parse_date, parse_time};
use crate::base::money::Cents;
use crate::base::safe_text::is_blank;
use crate::tui::widgets::line_edit::LineEdit;

/// Why what was typed cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Missing,
    Date(DateFault),
    Time(TimeFault),
    Number,
    Money,
}

impl Unreadable {
    /// The message; its `.hint` says what to type.
    pub fn id(self) -> &'static str {
        match self {
            Self::Missing => "form-missing",
            Self::Date(fault) => fault.id(),
            Self::Time(fault) => fault.id(),
            Self::Number => "form-not-a-number",
            Self::Money => "form-not-an-amount",
        }
    }
}

impl Field {
    /// The member of the act's JSON; nothing when the field is empty and may be.
    ///
    /// # Errors
    /// What cannot be read in it.
    pub fn json(&self, today: NaiveDate) -> Result<Option<Value>, Unreadable> {
        let value = match &self.entry {
            Entry::Text(line) => listed(self.line, line.text())?,
            Entry::Lines(area) => text(&area.lines().join("\n")),
            Entry::Date { line, leaning } => match line.text().trim() {
                "" => None,
                typed => Some(json!(parse_date(typed, today, *leaning).map_err(Unreadable::Date)?)),
            },
            Entry::Time(line) => match line.text().trim() {
                "" => None,
                typed => Some(json!(parse_time(typed).map_err(Unreadable::Time)?)),
            },
            Entry::Number(line) => match line.text().trim() {
                "" => None,
                typed => Some(json!(typed.parse::<u32>().map_err(|_| Unreadable::Number)?)),
            },
            Entry::Money(line) => match line.text().trim() {
                "" => None,
                typed => Some(json!(Cents::parse(typed).map_err(|_| Unreadable::Money)?)),
            },
            Entry::Choice { options, chosen, json } => {
                let value = chosen.and_then(|index| options.get(index)).map(|option| option.value.as_str());
                match (value, json) {
                    (None, _) => None,
                    (Some(value), ChoiceJson::Text) => Some(Value::from(value)),
                    (Some(value), ChoiceJson::Number) => {
                        Some(json!(value.parse::<i64>().map_err(|_| Unreadable::Number)?))
                    }
                }
            }
            Entry::Choices { options, marked, .. } => {
                Some(marked.iter().filter_map(|index| options.get(*index)).map(|option| option.value.clone()).collect())
            }
            Entry::Toggle(on) => Some(Value::from(*on)),
            Entry::Rows(rows) => Some(rows.json(today)?),
        };
        match (value, self.need) {
            (None, Need::Required) => Err(Unreadable::Missing),
            (value, Need::Required | Need::Optional) => Ok(value),
        }
    }

    /// Whether nothing was typed in a field that must be filled in.
    pub fn is_missing(&self) -> bool {
        let empty = match &self.entry {
            Entry::Text(line)
            | Entry::Date { line, .. }
            | Entry::Time(line)
            | Entry::Number(line)
            | Entry::Money(line) => line.text().trim().is_empty(),
            Entry::Lines(area) => area.is_empty(),
            Entry::Choice { chosen, .. } => chosen.is_none(),
            Entry::Choices { marked, .. } => marked.is_empty(),
            Entry::Toggle(_) | Entry::Rows(_) => false,
        };
        empty && self.need == Need::Required
    }

    /// What was typed, as drafts keep it.
    pub fn raw(&self) -> Value {
        match &self.entry {
            Entry::Text(line)
            | Entry::Date { line, .. }
            | Entry::Time(line)
            | Entry::Number(line)
            | Entry::Money(line) => Value::from(line.text()),
            Entry::Lines(area) => Value::from(area.lines().join("\n")),
            Entry::Choice { .. } | Entry::Choices { .. } => json!(self.held()),
            Entry::Toggle(on) => Value::from(*on),
            Entry::Rows(rows) => rows.raw(),
        }
    }

    /// Puts back what a draft kept; what no longer fits the field is left out.
    pub fn restore(&mut self, raw: &Value) {
        let codes = || -> Vec<&str> { raw.as_array().into_iter().flatten().filter_map(Value::as_str).collect() };
        match (&mut self.entry, raw) {
            (
                Entry::Text(line)
                | Entry::Date { line, .. }
                | Entry::Time(line)
                | Entry::Number(line)
                | Entry::Money(line),
                Value::String(text),
            ) => {
                *line = LineEdit::new(text);
            }
            (Entry::Lines(area), Value::String(text)) => **area = text_area(text),
            (Entry::Choice { options, chosen, .. }, Value::Array(_)) => {
                *chosen = codes().first().and_then(|code| options.iter().position(|option| option.value == *code));
            }
            (Entry::Choices { options, marked, .. }, Value::Array(_)) => {
                let codes = codes();
                let kept = options.iter().enumerate().filter(|(_, option)| codes.contains(&option.value.as_str()));
                *marked = kept.map(|(index, _)| index).collect();
            }
            (Entry::Toggle(on), Value::Bool(kept)) => *on = *kept,
            (Entry::Rows(rows), Value::Array(kept)) => rows.restore(kept),
            (_entry, _other_shape) => {}
        }
    }

    /// The values that a choice holds; of a toggle `true` or `false`; none for the others.
    pub fn held(&self) -> Vec<String> {
        match &self.entry {
            Entry::Choice { options, chosen, .. } => {
                chosen.and_then(|index| options.get(index)).map(|option| option.value.clone()).into_iter().collect()
            }
            Entry::Choices { options, marked, .. } => {
                marked.iter().filter_map(|index| options.get(*index)).map(|option| option.value.clone()).collect()
            }
            Entry::Toggle(on) => vec![on.to_string()],
            Entry::Text(_)
            | Entry::Lines(_)
            | Entry::Date { .. }
            | Entry::Time(_)
            | Entry::Number(_)
            | Entry::Money(_)
            | Entry::Rows(_) => Vec::new(),
        }
    }
}

/// A text area that looks like the rest of the form.
pub fn text_area(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
    area.set_cursor_line_style(ratatui::style::Style::new());
    area.set_cursor_style(ratatui::style::Style::new());
    area.set_wrap_mode(ratatui_textarea::WrapMode::Word);
    area.set_max_histories(50);
    area.move_cursor(ratatui_textarea::CursorMove::Bottom);
    area.move_cursor(ratatui_textarea::CursorMove::End);
    area
}

/// A line as the act holds it: itself, or what is between its commas.
fn listed(line: LineJson, typed: &str) -> Result<Option<Value>, Unreadable> {
    let mut parts = typed.split(',').map(str::trim).filter(|part| !part.is_empty()).peekable();
    if parts.peek().is_none() && line != LineJson::Text {
        return Ok(None);
    }
    match line {
        LineJson::Text => Ok(text(typed)),
        LineJson::Names => Ok(Some(parts.collect())),
        LineJson::Numbers => {
            let numbers: Result<Vec<u32>, _> = parts.map(str::parse).collect();
            Ok(Some(json!(numbers.map_err(|_| Unreadable::Number)?)))
        }
    }
}

fn text(typed: &str) -> Option<Value> {
    (!is_blank(typed)).then(|| Value::from(typed.trim()))
}
