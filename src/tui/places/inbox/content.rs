//! What the inbox says, line by line, and what is told of a bundle that came.

use crate::app::{App, Applied, Brought, Came, CameState, Receipt, receipt_in};
use crate::base::locale::{Catalog, Fact};
use crate::domain::antenna::AntennaRecord;
use crate::domain::wording::change;
use crate::tui::places::{arrivals, settings};
use crate::tui::theme::Role;
use crate::tui::widgets::lines::{Line, Row};

use super::{Proposal, Read, Target};

pub(super) fn lines(read: &Read, catalog: &Catalog) -> Vec<Line<Target>> {
    let mut lines = stands(read, catalog);
    let heading = |id: &str, count: usize| Line::Heading(catalog.text_with(id, &[("count", Fact::from(count as u64))]));
    if !read.proposals.is_empty() {
        lines.push(heading("inbox-proposals", read.proposals.len()));
        lines.extend(read.proposals.iter().map(|proposal| of_proposal(proposal, catalog)));
    }
    if read.has_more {
        lines.push(Line::Said(catalog.text("inbox-more-proposals").into_owned(), Role::Muted));
    }
    if read.is_enrolled {
        let (arrivals, folder) = (&read.arrivals, &read.folder);
        lines.extend(arrivals::lines(arrivals, folder, "inbox-no-files", Target::File, catalog));
    }
    if !read.stands.bundles.is_empty() {
        lines.push(heading("inbox-came", read.stands.bundles.len()));
        // The newest first: what came last is what is looked for.
        lines.extend(read.stands.bundles.iter().rev().map(|came| of_came(came, catalog)));
    }
    lines
}

/// How far the Département's stream was received, and what is wrong with it.
fn stands(read: &Read, catalog: &Catalog) -> Vec<Line<Target>> {
    let said = |id: &str, facts: &[(&str, Fact)], role| vec![Line::Said(catalog.text_with(id, facts), role)];
    let received = &read.stands.received;
    let through = [("sequence", Fact::from(received.sequence))];
    if !read.is_enrolled {
        return said("inbox-not-enrolled", &[], Role::Warning);
    }
    if received.frozen {
        return said("inbox-frozen", &through, Role::Error);
    }
    match read.stands.missing.as_slice() {
        [] if received.sequence == 0 => said("inbox-nothing", &[], Role::Muted),
        [] => said("inbox-through", &through, Role::Muted),
        missing => {
            let numbers: Vec<_> = missing.iter().map(u64::to_string).collect();
            let count = ("count", Fact::from(missing.len() as u64));
            said("inbox-missing", &[count, ("numbers", Fact::Text(numbers.join(", ")))], Role::Warning)
        }
    }
}

/// Who is sent, by whom, and what stands in the way of including her.
fn of_proposal(proposal: &Proposal, catalog: &Catalog) -> Line<Target> {
    let failed: Vec<_> = proposal.checks.iter().filter(|check| !check.passed).collect();
    let facts = [
        ("center", Fact::from(proposal.center.as_str())),
        ("date", Fact::Date(proposal.date)),
        ("failed", Fact::from(failed.len() as u64)),
    ];
    let (role, more) = match failed.as_slice() {
        [] => (Role::Ok, catalog.text("inbox-proposal-how").into_owned()),
        failed => {
            let told =
                failed.iter().map(|check| format!("✗ {}", catalog.text_with(check.answer_id(), &check.arguments())));
            (Role::Warning, told.collect::<Vec<_>>().join("\n"))
        }
    };
    let told = catalog.text_with("inbox-proposal", &facts);
    Line::Row(
        Row::new(proposal.name.as_str(), told, Target::Proposal(proposal.family)).role(role).more(more).personal(),
    )
}

fn of_came(came: &Came, catalog: &Catalog) -> Line<Target> {
    let receipt = receipt_in(came.receipt.as_deref());
    let (accepted, refused) = receipt.as_ref().map_or((0, 0), Receipt::counts);
    let facts = [
        ("sequence", Fact::from(came.sequence)),
        ("kind", Fact::Text(catalog.text(&format!("bundle-{}", came.kind)).into_owned())),
        ("date", Fact::Date(came.received_on)),
        ("accepted", Fact::from(accepted)),
        ("refused", Fact::from(refused)),
    ];
    let (id, role) = match (came.state, refused) {
        (CameState::Waiting, _) => ("inbox-came-waits", Role::Warning),
        (CameState::Left, _) => ("inbox-came-left", Role::Muted),
        (CameState::Applied, 0) if accepted == 0 => ("inbox-came-applied", Role::Muted),
        (CameState::Applied, 0) => ("inbox-came-accepted", Role::Ok),
        (CameState::Applied, 1..) => ("inbox-came-refused", Role::Warning),
    };
    let more = answered(came, receipt.as_ref(), catalog).join("\n");
    let (name, told) = (catalog.text_with("inbox-came-name", &facts), catalog.text_with(id, &facts));
    Line::Row(Row::new(name, told, Target::Came(Box::new(came.clone()))).role(role).more(more))
}

/// The four words of our receipt, and whether it left.
fn answered(came: &Came, receipt: Option<&Receipt>, catalog: &Catalog) -> Vec<String> {
    let Some(receipt) = receipt else { return Vec::new() };
    let words = [("words", Fact::Text(receipt.words().join(" ")))];
    let left = match came.answered_in {
        Some(sequence) => catalog.text_with("inbox-answered-in", &[("sequence", Fact::from(sequence))]),
        None => catalog.text("inbox-answer-to-leave").into_owned(),
    };
    vec![catalog.text_with("inbox-words", &words), left]
}

/// The number and the kind of a bundle that came, with its day.
pub fn came_title(came: &Came, catalog: &Catalog) -> String {
    let facts = [
        ("sequence", Fact::from(came.sequence)),
        ("kind", Fact::Text(catalog.text(&format!("bundle-{}", came.kind)).into_owned())),
        ("date", Fact::Date(came.received_on)),
    ];
    catalog.text_with("inbox-came-title", &facts)
}

/// Everything that is told of a bundle that came.
pub fn told(came: &Came, brought: &Brought, antenna: &AntennaRecord, catalog: &Catalog) -> String {
    let mut lines = brought_told(came, brought, antenna, catalog);
    lines.extend(brought.refused.iter().flat_map(|part| part.told(catalog)));
    let receipt = receipt_in(came.receipt.as_deref());
    let answered = answered(came, receipt.as_ref(), catalog);
    if !lines.is_empty() && !answered.is_empty() {
        lines.push(String::new());
    }
    lines.extend(answered);
    if lines.is_empty() {
        lines.push(catalog.text("inbox-brought-nothing").into_owned());
    }
    lines.join("\n")
}

/// What became of a bundle, then what it has brought that is more than its numbers: what the panel decided, what was published.
pub fn told_of_applied(app: &mut App, bundle: &Applied, catalog: &Catalog) -> Vec<String> {
    let mut told = bundle.told(catalog);
    let came = app.inbox().map(|inbox| inbox.bundles).unwrap_or_default();
    if let Some(came) = came.iter().rev().find(|came| came.sequence == bundle.sequence)
        && let Ok(brought) = app.brought(came)
    {
        told.extend(brought_told(came, &brought, app.antenna(), catalog));
    }
    told
}

/// What a bundle has brought.
pub fn brought_told(came: &Came, brought: &Brought, antenna: &AntennaRecord, catalog: &Catalog) -> Vec<String> {
    let mut lines = Vec::new();
    for (_, name, history) in &brought.families {
        for line in history {
            let kind = line.kinds.first().map(|kind| catalog.text(&format!("event-{kind}"))).unwrap_or_default();
            lines.push(format!("{name} · {kind}"));
            // An orientation is read in its form; what the panel decided is told here.
            if came.kind == "panel-decision" {
                lines.extend(change::lines(&line.changes, antenna, catalog).iter().map(|line| line.under("    ")));
            }
        }
    }
    for from in &brought.conventions {
        if let Some((title, text)) = settings::version_told(antenna, *from, catalog) {
            lines.extend([title, text]);
        }
    }
    for (topic, answer) in &brought.topics {
        let facts = [
            ("date", Fact::Date(answer.date)),
            ("topic", Fact::from(topic.text.as_str())),
            ("text", Fact::from(answer.text.as_str())),
        ];
        lines.push(catalog.text_with("inbox-topic-answered", &facts));
    }
    for support in &brought.supports {
        let facts = [
            ("title", Fact::from(support.title.as_str())),
            ("version", Fact::from(support.version)),
            ("date", Fact::Date(support.effective_from)),
        ];
        lines.push(catalog.text_with("inbox-support", &facts));
    }
    lines
}
