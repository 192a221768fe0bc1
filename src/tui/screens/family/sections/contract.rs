//! The contracts: the current one with the commitments of each party, the draft, those that ended.

use super::{Dossier, first_line, standing};
use crate::base::locale::{Catalog, Fact};
use crate::domain::contract::{Commitment, CommitmentResult, Contract, ContractPhase, Party};
use crate::tui::screens::family::Target;
use crate::tui::screens::family::lines::Writer;
use crate::tui::screens::words;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::Object;

/// The contract that runs, or the next or last one signed; then the draft.
pub(super) fn current(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let record = dossier.record;
    let shown = shown(dossier);
    if shown.is_none() && record.draft_contract().is_none() {
        if record.current_stay().is_some() {
            writer.heading("family-contract");
            let none = writer.catalog.text("family-no-contract").into_owned();
            writer.text(0, &none, Role::Muted, None);
        }
        return;
    }
    writer.heading("family-contract");
    for contract in shown.into_iter().chain(record.draft_contract()) {
        whole(writer, dossier, contract);
    }
}

/// The contracts signed that begin after the one that runs.
pub(super) fn next(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let next: Vec<_> = others(dossier).filter(|contract| is_to_come(contract, dossier)).collect();
    if next.is_empty() {
        return;
    }
    writer.heading("family-next-contract");
    for contract in next {
        whole(writer, dossier, contract);
    }
}

/// One line for each contract before the current one.
pub(super) fn past(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let past: Vec<_> = others(dossier).rev().filter(|contract| !is_to_come(contract, dossier)).collect();
    if past.is_empty() {
        return;
    }
    writer.heading("family-past-contracts");
    for contract in past {
        let text = title(writer.catalog, dossier, contract);
        writer.text(0, &text, Role::Text, Some(Target::Mark(Object::Contract(contract.id))));
    }
}

fn shown<'a>(dossier: &Dossier<'a>) -> Option<&'a Contract> {
    dossier.record.running_contract(dossier.today).or_else(|| dossier.record.latest_signed_contract())
}

/// The signed contracts that are not the current one, earliest first.
fn others<'a>(dossier: &Dossier<'a>) -> impl DoubleEndedIterator<Item = &'a Contract> {
    let current = shown(dossier).map(|contract| contract.id);
    let all = dossier.record.contracts.iter();
    all.filter(move |contract| contract.signature.is_some() && Some(contract.id) != current)
}

/// Whether it has not begun, and was not ended before its first day.
fn is_to_come(contract: &Contract, dossier: &Dossier<'_>) -> bool {
    dossier.today < contract.starts && dossier.today <= contract.last_day()
}

fn whole(writer: &mut Writer<'_>, dossier: &Dossier<'_>, contract: &Contract) {
    let catalog = writer.catalog;
    let target = Some(Target::Mark(Object::Contract(contract.id)));
    let role = if contract.signature.is_some() { Role::ContractRunning } else { Role::ContractDraft };
    let text = title(catalog, dossier, contract);
    writer.text(0, &text, role, target);
    let convention = dossier.antenna.convention(contract.starts);
    for objective in &contract.objectives {
        let theme = objective.theme.as_ref().and_then(|code| convention.and_then(|version| version.theme(code)));
        let theme = theme.map(|theme| format!("{} · ", words::label(catalog, &theme.label))).unwrap_or_default();
        writer.text(2, &format!("› {theme}{}", (dossier.mask)(&objective.text)), Role::Text, target);
    }
    for party in Party::ALL {
        let own: Vec<_> = contract.commitments.iter().filter(|commitment| commitment.party == party).collect();
        for (place, commitment) in own.into_iter().enumerate() {
            self::commitment(writer, dossier, commitment, place == 0);
        }
    }
    for review in &contract.reviews {
        let facts =
            [("date", Fact::Date(review.date)), ("summary", Fact::Text(first_line(&review.summary).to_owned()))];
        let text = catalog.text_with("family-review", &facts);
        writer.text(2, &(dossier.mask)(&text), Role::Text, target);
    }
}

/// One commitment: a sign for its outcome, whose it is, what it says, when it is due or was settled.
fn commitment(writer: &mut Writer<'_>, dossier: &Dossier<'_>, commitment: &Commitment, first: bool) {
    let catalog = writer.catalog;
    let party = if first { catalog.text(commitment.party.id()) } else { "".into() };
    let (sign, state, role) = match (&commitment.outcome, commitment.due) {
        (Some(outcome), _) => {
            let text = format!("{} {}", catalog.text(outcome.result.id()), catalog.short_date(outcome.date));
            (outcome_sign(outcome.result), text, Role::Muted)
        }
        (None, Some(due)) => ("□", catalog.relative(due, dossier.today), standing(due, dossier.today).1),
        (None, None) => ("□", String::new(), Role::Text),
    };
    let text = (dossier.mask)(first_line(&commitment.text));
    let target = Some(Target::Mark(Object::Commitment(commitment.id)));
    let width = writer.width;
    let state_width = u16::try_from(unicode_width::UnicodeWidthStr::width(state.as_str())).unwrap_or(0);
    let at = width.saturating_sub(state_width);
    match width {
        0..46 => writer.row(target, &[(2, sign, role), (4, &text, Role::Text), (at, &state, role)]),
        46.. => {
            writer
                .row(target, &[(2, sign, role), (4, &party, Role::Label), (17, &text, Role::Text), (at, &state, role)]);
        }
    }
}

/// The sign of an outcome, the timeline's.
fn outcome_sign(result: CommitmentResult) -> &'static str {
    match result {
        CommitmentResult::Kept => "✓",
        CommitmentResult::PartlyKept => "~",
        CommitmentResult::NotKept => "×",
        CommitmentResult::Dropped => "–",
        CommitmentResult::CarriedOver => "→",
    }
}

/// `CER 2 · renouvellement · du … au … · en cours`.
fn title(catalog: &Catalog, dossier: &Dossier<'_>, contract: &Contract) -> String {
    let months =
        dossier.antenna.convention(contract.starts).map_or(0, |version| version.delays.review_months_before_end);
    let phase = contract.phase(dossier.today, months);
    let mut parts = vec![
        catalog.text_with("timeline-bar", &[("rank", Fact::Number(i64::from(contract.rank)))]),
        catalog.text(contract.kind.id()).into_owned(),
        words::contract_span(catalog, contract),
        catalog.text(phase.id()).into_owned(),
    ];
    if let (ContractPhase::Ended, Some(end)) = (phase, &contract.ended) {
        parts.push(catalog.text(end.reason.id()).into_owned());
    }
    if let Some(signature) = &contract.signature {
        let facts = [("date", Fact::Date(signature.date)), ("place", Fact::Text(signature.place.clone()))];
        parts.push(catalog.text_with("timeline-contract-signed", &facts));
    }
    parts.join(" · ")
}
