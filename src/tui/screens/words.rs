//! Words of the domain that need more than a message: legal bases, labels of the convention, numbers of the steps.

use crate::base::locale::{Catalog, Lang};
use crate::domain::convention::Label;
use crate::domain::deadline::DeadlineRule;
use crate::domain::encounter::Step;

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
