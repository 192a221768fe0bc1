//! Words of the domain that need more than a message: legal bases, labels of the convention, numbers of the steps.

use crate::base::locale::{Catalog, Fact, Lang};
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
