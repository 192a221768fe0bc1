//! Words of the domain that need more than a message: legal bases, labels of the convention, numbers of the steps.

use crate::base::locale::{Catalog, Fact};
use crate::domain::contract::Contract;
use crate::domain::convention::Label;
use crate::domain::deadline::{About, Deadline, DeadlineRule};
use crate::domain::encounter::Step;
use crate::domain::panel::PanelReferral;
use crate::tui::look::Look;

/// The legal basis as a reader of this language expects it: articles as they are, `practice` by its word.
pub fn source(catalog: &Catalog, rule: DeadlineRule) -> String {
    rule.source().replace("practice", &catalog.text("source-practice"))
}

/// A label of the convention in the catalogue's language.
pub fn label<'a>(catalog: &Catalog, label: &'a Label) -> &'a str {
    label.of(catalog.lang())
}

/// The number of a step, 1 to 5 (art. 4).
pub fn step_number(step: Step) -> usize {
    Step::ALL.iter().position(|one| *one == step).map_or(0, |place| place + 1)
}

/// The days of a contract with its months; of one that ended early, with the day that was foreseen.
pub fn contract_span(catalog: &Catalog, contract: &Contract) -> String {
    let (from, to, term) = (contract.starts, contract.last_day(), contract.term());
    let id = if to < term { "timeline-contract-cut-short" } else { "timeline-contract-span" };
    let months = ("months", Fact::Number(i64::from(contract.months)));
    catalog.text_with(id, &[("from", Fact::Date(from)), ("to", Fact::Date(to)), ("term", Fact::Date(term)), months])
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
            format!("{rule} {}", catalog.quoted(&look.mask(text.lines().next().unwrap_or_default())))
        }
        About::Child { given_name, .. } => format!("{rule} · {}", look.mask(given_name)),
        About::Gap { .. } => catalog.text_with(deadline.about_id(), &deadline.arguments()),
        About::PanelReferral { motive, .. } => format!("{rule} · {}", catalog.text(motive.id())),
        About::Encounter { time: Some(time), .. } => format!("{rule} {}", time.format("%H:%M")),
        About::Encounter { time: None, .. }
        | About::Family
        | About::Antenna
        | About::AntennaPart { .. }
        | About::Center { .. } => rule.into_owned(),
    }
}

/// What a referral to the panel says and what came of it, a paragraph each, as it was typed.
pub fn panel_texts(catalog: &Catalog, referral: &PanelReferral) -> Vec<String> {
    let statement = &referral.statement;
    let written = [
        ("field-situation", &statement.situation),
        ("field-initial-objectives", &statement.initial_objectives),
        ("field-reached-objectives", &statement.reached_objectives),
        ("field-new-objectives", &statement.new_objectives),
        ("field-grounds", &statement.grounds),
    ];
    let written = written.into_iter().filter(|(_, text)| !text.is_empty());
    let mut texts: Vec<_> = written.map(|(id, text)| format!("\n{}\n{text}", catalog.text(id))).collect();
    for said in &referral.observations {
        let companion = if said.companion.is_empty() {
            String::new()
        } else {
            let facts = [("companion", Fact::Text(said.companion.clone()))];
            format!(" · {}", catalog.text_with("panel-companion", &facts))
        };
        let title = catalog.text_with("panel-observations-of", &[("date", Fact::Date(said.date))]);
        texts.push(format!("\n{title}{companion}\n{}", said.text));
    }
    for last in &referral.postponements {
        let facts = [("date", Fact::Date(last.date)), ("until", Fact::Date(last.until))];
        texts.push(format!("\n{}\n{}", catalog.text_with("panel-postponed", &facts), last.motive));
    }
    let opinion = referral.opinion.as_ref().map(|one| ("panel-opinion-of", one.date, one.measure, &one.comment));
    let decision = referral.decision.as_ref().map(|one| ("panel-decision-of", one.date, one.measure, &one.comment));
    for (id, date, measure, comment) in opinion.into_iter().chain(decision) {
        let measure = Fact::Text(catalog.text(measure.id()).into_owned());
        let title = catalog.text_with(id, &[("date", Fact::Date(date)), ("measure", measure)]);
        texts.push(format!("\n{title}\n{comment}").trim_end().to_owned());
    }
    texts
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
