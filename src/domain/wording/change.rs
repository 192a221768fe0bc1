//! What an entry changed in a record, as a person reads it: part by part, value by value, codes by their names.

use chrono::{NaiveDate, NaiveTime};
use uuid::Uuid;

use crate::base::id::{
    CenterCode, EffectScaleCode, ExitOutcomeCode, ExitReasonCode, InstrumentCode, ProfessionalKindCode, RightCode,
    ThemeCode, WorkKindCode,
};
use crate::base::locale::{Catalog, Fact};
use crate::base::money::Cents;
use crate::domain::antenna::AntennaRecord;

/// One value of the record that an entry changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Member names from the record down, without positions: `contracts`, `signature`, `date`.
    pub path: Vec<String>,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// One line of what changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeLine {
    /// The part of the record whose values follow.
    Part(String),
    /// `Durée : 6 → 9`.
    Value(String),
}

impl ChangeLine {
    /// The line where there is room: a text typed over several lines, whose breaks show as `␊`, takes as many.
    pub fn under(&self, indent: &str) -> String {
        match self {
            Self::Part(part) => format!("{indent}{part}"),
            Self::Value(value) => format!("{indent}  {}", value.replace('␊', &format!("\n{indent}    "))),
        }
    }
}

/// The changes under the parts of the record that they are in.
pub fn lines(changes: &[Change], antenna: &AntennaRecord, catalog: &Catalog) -> Vec<ChangeLine> {
    let mut lines = Vec::new();
    let mut part: &[String] = &[];
    // The values of a part, by the name of each.
    let mut named: Vec<(&str, ChangeLine)> = Vec::new();
    let mut rest = changes;
    while let Some(change) = rest.first() {
        let Some((member, within)) = change.path.split_last() else { break };
        // A name that comes again begins the next child, commitment…
        if within != part || named.iter().any(|(known, _)| known == member) || lines.is_empty() && named.is_empty() {
            put_in_order(&mut lines, &mut named);
            part = within;
            let title = title(within, catalog);
            if !title.is_empty() {
                lines.push(ChangeLine::Part(title));
            }
        }
        // Values added one by one to a list make one line.
        let added = |other: &&Change| other.path == change.path && other.before.is_none() && other.after.is_some();
        let together = rest.iter().take_while(added).count().max(1);
        let (own, after) = rest.split_at(together);
        named.push((member, ChangeLine::Value(sentence(own, antenna, catalog))));
        rest = after;
    }
    put_in_order(&mut lines, &mut named);
    lines
}

/// What is read first of a part: who, then when, then what; the rest follows as it is held.
const FIRST: [&str; 14] = [
    "surname",
    "given_name",
    "birth_date",
    "date",
    "from",
    "starts",
    "opened_on",
    "requested_on",
    "included_on",
    "rank",
    "kind",
    "party",
    "theme",
    "text",
];

fn put_in_order(lines: &mut Vec<ChangeLine>, named: &mut Vec<(&str, ChangeLine)>) {
    let rank = |member: &str| FIRST.iter().position(|first| *first == member).unwrap_or(FIRST.len());
    named.sort_by_key(|(member, _)| rank(member));
    lines.extend(named.drain(..).map(|(_, line)| line));
}

fn title(part: &[String], catalog: &Catalog) -> String {
    let id = |member: &String| format!("record-{}", member.replace('_', "-"));
    let named = part.iter().map(id).filter(|id| catalog.has(id));
    named.map(|id| catalog.text(&id).into_owned()).collect::<Vec<_>>().join(" · ")
}

/// What became of one value, or of the values added to one list.
fn sentence(changes: &[Change], antenna: &AntennaRecord, catalog: &Catalog) -> String {
    let path = changes.first().map(|change| change.path.as_slice()).unwrap_or_default();
    let named = |of: fn(&Change) -> Option<&str>| {
        let values = changes.iter().filter_map(of).map(|text| value(path, text, antenna, catalog));
        values.collect::<Vec<_>>().join(", ")
    };
    let (before, after) = (named(|change| change.before.as_deref()), named(|change| change.after.as_deref()));
    let id = match (before.is_empty(), after.is_empty()) {
        (true, _) => "history-value",
        (false, true) => "history-value-removed",
        (false, false) => "history-value-changed",
    };
    let facts =
        [("label", Fact::Text(label(path, catalog))), ("before", Fact::Text(before)), ("after", Fact::Text(after))];
    catalog.text_with(id, &facts)
}

/// What a member of the record is called, as the forms call it where one of them has it.
fn label(path: &[String], catalog: &Catalog) -> String {
    let dashed = |member: &String| member.replace('_', "-");
    let Some((member, within)) = path.split_last() else { return String::new() };
    let member = dashed(member);
    let part = within.last().map(dashed).unwrap_or_default();
    let ids = [format!("member-{part}-{member}"), format!("field-{part}-{member}"), format!("field-{member}")];
    let id = ids.into_iter().find(|id| catalog.has(id)).unwrap_or(format!("member-{member}"));
    catalog.text(&id).into_owned()
}

/// A value as a person reads it: dates, codes, centres and referents by their names.
fn value(path: &[String], text: &str, antenna: &AntennaRecord, catalog: &Catalog) -> String {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return catalog.date(date);
    }
    if let Ok(time) = text.parse::<NaiveTime>() {
        return time.format("%H:%M").to_string();
    }
    if let Ok(id) = text.parse::<Uuid>() {
        let session = || antenna.group_session(id.into()).map(|(action, _)| action.title.clone());
        let name = antenna.referent(id.into()).map(|referent| referent.name.clone()).or_else(session);
        return name.unwrap_or_else(|| text.to_owned());
    }
    if let "true" | "false" = text {
        return catalog.text(if text == "true" { "toggle-yes" } else { "toggle-no" }).into_owned();
    }
    let member = path.last().map(String::as_str).unwrap_or_default();
    let within = |part: &str| path.iter().any(|member| member == part);
    let prefix = match member {
        "center" | "theme" | "themes" | "items" | "reasons" | "right" | "instrument" | "scale" => {
            return named_by_antenna(member, text, antenna, catalog);
        }
        "outcome" if !within("rights_claims") => return named_by_antenna(member, text, antenna, catalog),
        "kind" if within("professional_referrals") || within("returns_to_work") => {
            return named_by_antenna(member, text, antenna, catalog);
        }
        "amount" | "granted" if within("financial_aids") => {
            return text.parse().map_or_else(|_| text.to_owned(), |cents| catalog.money(Cents(cents)));
        }
        "result" if within("rights_claims") => "claim-result",
        "result" if within("financial_aids") => "aid-result",
        "steps" => "step",
        "kind" => "contract-kind",
        "motive" if within("panel_referrals") => "panel-motive",
        "measure" => "panel-measure",
        "proposal" if within("panel_referrals") => "panel-measure",
        "result" => "commitment-result",
        "reason" => "end-reason",
        "state" if within("orientations") => "orientation-state",
        "state" => "encounter-state",
        other => other,
    };
    let id = format!("{}-{}", prefix.replace('_', "-"), text.replace('_', "-"));
    if catalog.has(&id) { catalog.text(&id).into_owned() } else { text.to_owned() }
}

/// The name that the antenna or its conventions, the latest first, give to a code.
fn named_by_antenna(member: &str, code: &str, antenna: &AntennaRecord, catalog: &Catalog) -> String {
    if member == "center" {
        return antenna.center(&CenterCode::from(code)).map_or(code, |center| center.name.as_str()).to_owned();
    }
    let label = antenna.conventions.iter().rev().find_map(|convention| match member {
        "theme" | "themes" => convention.theme(&ThemeCode::from(code)).map(|theme| &theme.label),
        "reasons" => convention.exit_reason(&ExitReasonCode::from(code)).map(|reason| &reason.label),
        "outcome" => convention.exit_outcome(&ExitOutcomeCode::from(code)).map(|outcome| &outcome.label),
        "right" => convention.right(&RightCode::from(code)).map(|right| &right.label),
        "instrument" => convention.instrument(&InstrumentCode::from(code)).map(|instrument| &instrument.label),
        "scale" => convention.effects.scale(&EffectScaleCode::from(code)),
        "kind" => {
            let professional = convention.professional_kind(&ProfessionalKindCode::from(code)).map(|kind| &kind.label);
            professional.or_else(|| convention.work_kind(&WorkKindCode::from(code)).map(|kind| &kind.label))
        }
        _items => {
            let mut items = convention.themes.iter().flat_map(|theme| &theme.items);
            items.find(|item| item.code.as_str() == code).map(|item| &item.label)
        }
    });
    label.map_or(code, |label| label.of(catalog.lang())).to_owned()
}
