//! Words of the domain that need more than a message: legal bases, labels of the convention, numbers of the steps.

use chrono::{NaiveDate, NaiveTime};

use crate::base::locale::{Catalog, Fact, Lang};
use crate::domain::antenna::AntennaRecord;
use crate::domain::convention::Label;
use crate::domain::deadline::{About, Deadline, DeadlineRule};
use crate::domain::encounter::Step;
use crate::tui::look::Look;

/// The legal basis as a reader of this language expects it: articles as they are, `practice` by its word.
pub fn source(catalog: &Catalog, rule: DeadlineRule) -> String {
    rule.source().replace("practice", &catalog.text("source-practice"))
}

/// A label of the convention in the catalogue's language.
pub fn label<'a>(catalog: &Catalog, label: &'a Label) -> &'a str {
    match catalog.lang() {
        Lang::Fr => &label.fr,
        Lang::En => &label.en,
    }
}

/// The number of a step, 1 to 5 (art. 4).
pub fn step_number(step: Step) -> usize {
    Step::ALL.iter().position(|one| *one == step).map_or(0, |place| place + 1)
}

/// What is due: the rule, and what it is about when that says more. What a person typed is masked as the look says.
pub fn deadline(look: &Look<'_>, deadline: &Deadline) -> String {
    let catalog = look.catalog;
    let rule = catalog.text(deadline.rule.id());
    match &deadline.about {
        About::Contract { rank, .. } => catalog.text_with(
            "family-contract-deadline",
            &[("rule", Fact::Text(rule.into_owned())), ("rank", Fact::Number(i64::from(*rank)))],
        ),
        About::Commitment { text, .. } => {
            format!("{rule} « {} »", look.mask(text.lines().next().unwrap_or_default()))
        }
        About::Child { given_name, .. } => format!("{rule} · {}", look.mask(given_name)),
        About::Encounter { time: Some(time), .. } => format!("{rule} {}", time.format("%H:%M")),
        About::Encounter { time: None, .. } | About::Family | About::Antenna => rule.into_owned(),
    }
}

/// What is to be done, in a sentence. What a person typed is masked as the look says.
pub fn deadline_sentence(look: &Look<'_>, deadline: &Deadline) -> String {
    let mut facts = deadline.arguments();
    for (_, fact) in &mut facts {
        if let Fact::Text(text) = fact {
            *text = look.mask(text).into_owned();
        }
    }
    look.catalog.text_with(deadline.long_id(), &facts)
}

/// What a member of the record is called, by the last of its names that a form has.
pub fn member(catalog: &Catalog, path: &[String]) -> String {
    let named = |member: &String| {
        let id = format!("field-{}", member.replace('_', "-"));
        catalog.has(&id).then(|| catalog.text(&id).into_owned())
    };
    let own = path.last().map(|member| {
        named(member)
            .or_else(|| {
                let id = format!("member-{}", member.replace('_', "-"));
                catalog.has(&id).then(|| catalog.text(&id).into_owned())
            })
            .unwrap_or_else(|| member.replace('_', " "))
    });
    own.unwrap_or_default()
}

/// A value of the record as a person reads it: dates, codes and referents by their names.
pub fn value(catalog: &Catalog, antenna: &AntennaRecord, member: &str, text: &str) -> String {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return catalog.date(date);
    }
    if let Ok(time) = text.parse::<NaiveTime>() {
        return time.format("%H:%M").to_string();
    }
    if let Some(referent) = text.parse().ok().and_then(|id: uuid::Uuid| antenna.referent(id.into())) {
        return referent.name.clone();
    }
    if let "true" | "false" = text {
        return catalog.text(if text == "true" { "toggle-yes" } else { "toggle-no" }).into_owned();
    }
    let prefix = member.replace('_', "-");
    let code = text.replace('_', "-");
    let ids = [format!("{prefix}-{code}"), format!("encounter-{code}"), format!("orientation-state-{code}")];
    ids.iter().find(|id| catalog.has(id)).map_or_else(|| text.to_owned(), |id| catalog.text(id).into_owned())
}
