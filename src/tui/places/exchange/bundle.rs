//! A bundle sealed before and a family refused: where each stands, what is told of it, what can be done.

use super::{Kept, Refused};
use crate::app::{Sealed, SlipOf, receipt_in, refusal_told};
use crate::base::locale::{Catalog, Fact};
use crate::tui::theme::Role;
use crate::tui::widgets::popup::{Answer, Confirm};

/// Where a bundle stands: prepared, handed over, acknowledged.
pub(super) fn state(sealed: &Sealed, is_in_folder: bool, catalog: &Catalog) -> (String, Role) {
    let refused = receipt_in(sealed.receipt.as_deref()).map_or(0, |receipt| receipt.counts().1);
    let facts = |date| [("date", Fact::Date(date)), ("refused", Fact::from(refused))];
    match (sealed.acknowledged_on, sealed.handed_over_on) {
        (Some(date), _) if refused > 0 => (catalog.text_with("exchange-received-in-part", &facts(date)), Role::Warning),
        (Some(date), _) => (catalog.text_with("exchange-received-on", &facts(date)), Role::Ok),
        (None, Some(date)) => (catalog.text_with("exchange-handed-over-on", &facts(date)), Role::Text),
        (None, None) if is_in_folder => (catalog.text("exchange-in-folder").into_owned(), Role::Text),
        (None, None) => (catalog.text("exchange-not-in-folder").into_owned(), Role::Muted),
    }
}

/// The kind of a bundle, its digest, and what the receipt that came says of it.
pub(super) fn told(sealed: &Sealed, catalog: &Catalog) -> Vec<String> {
    let facts = [
        ("kind", Fact::Text(catalog.text(&format!("bundle-{}", sealed.kind)).into_owned())),
        ("digest", Fact::from(sealed.digest.to_string())),
    ];
    let mut lines = vec![catalog.text_with("exchange-bundle", &facts)];
    if let Some(receipt) = receipt_in(sealed.receipt.as_deref()) {
        let (accepted, refused) = receipt.counts();
        let facts = [
            ("accepted", Fact::from(accepted)),
            ("refused", Fact::from(refused)),
            ("words", Fact::Text(receipt.words().join(" "))),
        ];
        lines.push(format!("{} {}", catalog.text("exchange-receipt-says"), catalog.text_with("slip-counts", &facts)));
        if receipt.figures_differ {
            lines.push(catalog.text("exchange-figures-differ").into_owned());
        }
        lines.push(catalog.text_with("exchange-receipt-words", &facts));
    }
    lines
}

/// Whether the other side answers it: one that only answers, or says that this side is there, has no receipt.
pub(super) fn is_answered(sealed: &Sealed) -> bool {
    !["receipt", "presence"].contains(&sealed.kind.as_str())
}

/// What can be done with a bundle: the question that opens on its line.
pub(super) fn what_to_do(kept: &Kept, is_enrolled: bool, catalog: &Catalog) -> Confirm {
    let Kept { sealed, is_in_folder, refused } = kept;
    let sequence = sealed.sequence;
    let text = |id: &str| catalog.text(id).into_owned();
    let mut lines = told(sealed, catalog);
    lines.insert(0, state(sealed, *is_in_folder, catalog).0);
    lines.extend(refused.iter().flat_map(|part| part.told(catalog)));
    let mut answers = vec![(Answer::Again(sequence), text("exchange-do-again"))];
    match (sealed.handed_over_on, sealed.acknowledged_on) {
        (None, _) => answers.push((Answer::HandedOver(sequence), text("exchange-do-hand-over"))),
        (Some(_), None) => answers.push((Answer::KeptHere(sequence), text("exchange-do-keep-here"))),
        (Some(_), Some(_)) => {}
    }
    if sealed.acknowledged_on.is_none() && is_enrolled && is_answered(sealed) {
        answers.push((Answer::Confirm(sequence), text("exchange-do-confirm")));
    }
    if sealed.receipt.is_some() {
        answers.push((Answer::Slip(SlipOf::Sealed, sequence), text("exchange-do-slip")));
    }
    answers.push((Answer::Stay, text("exchange-do-nothing")));
    let title = catalog.text_with("exchange-received-title", &[("sequence", Fact::from(sequence))]);
    Confirm::new(title, lines.join("\n"), answers)
}

/// What is told of a refused family on its line.
pub(super) fn refused_told(refused: &Refused, catalog: &Catalog) -> (String, Role) {
    let Refused { refused, gone_in, .. } = refused;
    match (refused.again, gone_in) {
        (true, _) => (catalog.text("exchange-refused-again").into_owned(), Role::Text),
        (false, Some(sequence)) => {
            (catalog.text_with("exchange-refused-gone", &[("sequence", (*sequence).into())]), Role::Text)
        }
        (false, None) => {
            let (said, _) = refusal_told(&refused.code, catalog);
            (format!("✗ {said}"), Role::Error)
        }
    }
}

/// Why a family was refused, and what to correct.
pub(super) fn correction(Refused { refused, .. }: &Refused, catalog: &Catalog) -> String {
    let (said, hint) = refusal_told(&refused.code, catalog);
    format!("✗ {said}\n{hint}")
}

/// The question on a refused family: to be opened and corrected, or sent again with the next bundle, alone.
pub(super) fn what_to_correct(refused: &Refused, catalog: &Catalog) -> Confirm {
    let family = refused.refused.family;
    let text = |id: &str| catalog.text(id).into_owned();
    let answers = vec![
        (Answer::OpenFamily(family), text("exchange-refused-open")),
        (Answer::SendAgain(family), text("exchange-refused-send")),
        (Answer::Stay, text("exchange-do-nothing")),
    ];
    Confirm::new(text("exchange-refused-title"), correction(refused, catalog), answers)
}
