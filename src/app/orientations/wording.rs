//! What a person is told of a line before it is received: what is wrong, what was supposed, who is alike, the checks of art. 2.

use super::{Alike, Direction, LineCheck, ListLine, OrientationList, Problem, ProblemKind, Remark, Standing};
use crate::base::locale::{Catalog, Fact};
use crate::domain::orientation::CheckRule;

impl Standing {
    /// The Fluent id of its name.
    pub fn id(self, direction: Direction) -> &'static str {
        match (self, direction) {
            (Self::Ready, Direction::Received) => "list-standing-ready",
            (Self::Ready, Direction::Sent) => "list-standing-to-send",
            (Self::ToLookAt, _) => "list-standing-to-look-at",
            (Self::Known, Direction::Received) => "list-standing-known",
            (Self::Known, Direction::Sent) => "list-standing-sent",
            (Self::Refused, _) => "list-standing-refused",
        }
    }
}

impl OrientationList {
    /// What is to be known of the list as a whole: which sheets and columns are not read, and which are passed over on purpose.
    pub fn notes(&self, catalog: &Catalog) -> Vec<String> {
        let told = |id: &str, titles: &[String]| {
            let quoted = titles.iter().map(|title| {
                let facts = [("title", Fact::from(title.as_str()))];
                catalog.text_with("list-title", &facts)
            });
            let count = i64::try_from(titles.len()).unwrap_or(i64::MAX);
            let facts = [("titles", Fact::Text(quoted.collect::<Vec<_>>().join(", "))), ("count", Fact::Number(count))];
            (!titles.is_empty()).then(|| catalog.text_with(id, &facts))
        };
        [
            told("list-unread-sheets", &self.unread_sheets),
            told("list-nir-passed-over", &self.nir),
            told("list-unread", &self.unread),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// How many lines stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.lines.iter().filter(|line| line.standing() == standing).count()
    }
}

impl ListLine {
    /// One sign for where it stands, that needs no colour.
    pub fn sign(&self) -> &'static str {
        match self.standing() {
            Standing::Ready if self.failed_checks().next().is_some() => "!",
            Standing::Ready => "✓",
            Standing::ToLookAt => "?",
            Standing::Known => "=",
            Standing::Refused => "✗",
        }
    }

    /// What art. 2 asks about and the list does not say: it is supposed as in the form.
    pub fn supposed(&self) -> impl Iterator<Item = CheckRule> {
        let unsaid = self.checks.iter().filter(|check| !check.is_said).map(|check| check.check.rule);
        // No child is supposed.
        unsaid.filter(|rule| *rule != CheckRule::ChildUnderAge)
    }

    /// Where it stands, in a few words: the first thing wrong with it, else how it would fare.
    pub fn summary(&self, direction: Direction, catalog: &Catalog) -> String {
        match (self.standing(), self.problems.first(), self.failed_checks().count()) {
            (Standing::Refused, Some(problem), _) => problem.fault(catalog),
            (Standing::Ready, _, failed @ 1..) => {
                let facts = [("count", Fact::Number(i64::try_from(failed).unwrap_or(i64::MAX)))];
                catalog.text_with("list-check-failed", &facts)
            }
            (standing, ..) => catalog.text(standing.id(direction)).into_owned(),
        }
    }

    /// Everything that is to be known of it, a sentence each, with its sign.
    pub fn details(&self, direction: Direction, catalog: &Catalog) -> Vec<String> {
        if self.is_known {
            let known = match direction {
                Direction::Received => "list-known",
                Direction::Sent => "list-sent",
            };
            return vec![format!("= {}", catalog.text(known))];
        }
        let problems = self.problems.iter().map(|problem| format!("✗ {}", problem.text(catalog)));
        let alike = self.alike.iter().map(|alike| format!("? {}", alike.text(catalog)));
        let remarks = self.remarks.iter().map(|remark| format!("· {}", remark.text(catalog)));
        let checks = self.checks.iter().filter_map(|check| check.text(catalog));
        let rules: Vec<_> = self.supposed().map(|rule| catalog.text(rule.id())).collect();
        let supposed = (!rules.is_empty()).then(|| {
            let facts = [("rules", Fact::Text(rules.join(" · ")))];
            format!("· {}", catalog.text_with("list-supposed", &facts))
        });
        problems.chain(alike).chain(remarks).chain(supposed).chain(checks).collect()
    }
}

impl Problem {
    /// The column, what is wrong, what to do.
    pub fn text(&self, catalog: &Catalog) -> String {
        let hint = catalog.hint(self.kind.id(), &self.kind.arguments()).unwrap_or_default();
        format!("{} {hint}", self.fault(catalog)).trim().to_owned()
    }

    /// The column and what is wrong; a rule with its article.
    fn fault(&self, catalog: &Catalog) -> String {
        let fault = catalog.text_with(self.kind.id(), &self.kind.arguments());
        let told = match &self.kind {
            ProblemKind::Rule(refusal) if refusal.source() != "practice" => format!("{fault} ({})", refusal.source()),
            _of_the_line => fault,
        };
        match &self.column {
            Some(column) => {
                let facts = [("column", Fact::from(column.as_str())), ("fault", Fact::from(told))];
                catalog.text_with("list-problem-in-column", &facts)
            }
            None => told,
        }
    }
}

impl Alike {
    /// Who may be the same person.
    pub(super) fn text(&self, catalog: &Catalog) -> String {
        match self {
            Self::Family { name, .. } => catalog.text_with("list-alike-family", &[("name", Fact::from(name.as_str()))]),
            Self::Line { line, file: None } => catalog.text_with("list-alike-line", &[("line", Fact::from(*line))]),
            Self::Line { line, file: Some(file) } => {
                let facts = [("line", Fact::from(*line)), ("file", Fact::from(file.as_str()))];
                catalog.text_with("list-alike-in-file", &facts)
            }
        }
    }
}

impl Remark {
    fn text(&self, catalog: &Catalog) -> String {
        match self {
            Self::LinesJoined { lines } => {
                let lines: Vec<_> = lines.iter().map(u32::to_string).collect();
                catalog.text_with("list-remark-lines-joined", &[("lines", Fact::Text(lines.join(", ")))])
            }
            Self::ZerosRestored { number } => {
                catalog.text_with("list-remark-zeros-restored", &[("number", Fact::from(number.as_str()))])
            }
            Self::YearOfTwoDigits { date } => catalog
                .text_with("list-remark-year-of-two-digits", &[("year", Fact::Text(date.format("%Y").to_string()))]),
            Self::ChildUnnamed => catalog.text("list-remark-child-unnamed").into_owned(),
            Self::ComesBack { status } => {
                let status = catalog.text(status.id()).into_owned();
                catalog.text_with("list-remark-comes-back", &[("status", Fact::Text(status))])
            }
        }
    }
}

impl LineCheck {
    /// The rule's answer; nothing where it is supposed.
    fn text(&self, catalog: &Catalog) -> Option<String> {
        let answer = || catalog.text_with(self.check.answer_id(), &self.check.arguments());
        match (self.is_said, self.check.passed) {
            (true, true) => Some(format!("✓ {}", answer())),
            (true, false) => Some(format!("✗ {}", answer())),
            (false, false) if self.check.rule == CheckRule::ChildUnderAge => Some(format!("· {}", answer())),
            (false, _) => None,
        }
    }
}
