//! Rights claimed and financial aids: those that wait first, then what came of the others.

use super::{Dossier, first_line};
use crate::tui::screens::family::Target;
use crate::tui::screens::family::lines::Writer;
use crate::tui::screens::timeline::signs;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::{Object, Sign};

/// The claims, then the aids; each the latest first.
pub(super) fn claims(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let record = dossier.record;
    if record.rights_claims.is_empty() && record.financial_aids.is_empty() {
        return;
    }
    writer.heading("family-rights");
    let catalog = writer.catalog;
    let mut claims: Vec<_> = record.rights_claims.iter().collect();
    claims.sort_by_key(|claim| (!claim.is_open(), std::cmp::Reverse(claim.since())));
    for claim in claims {
        let comment = claim.finalised.as_ref().map_or(&claim.comment, |outcome| &outcome.comment);
        let told = claim.told(catalog, dossier.antenna);
        one(writer, dossier, Sign::Claim, Object::Claim(claim.id), &told, claim.is_open(), comment);
    }
    let mut aids: Vec<_> = record.financial_aids.iter().collect();
    aids.sort_by_key(|aid| (!aid.is_open(), std::cmp::Reverse(aid.since())));
    for aid in aids {
        let told = aid.told(catalog, dossier.antenna);
        one(writer, dossier, Sign::Aid, Object::Aid(aid.id), &told, aid.is_open(), &aid.purpose);
    }
}

fn one(
    writer: &mut Writer<'_>,
    dossier: &Dossier<'_>,
    sign: Sign,
    object: Object,
    told: &str,
    is_open: bool,
    typed: &str,
) {
    let role = if is_open { Role::Text } else { Role::Muted };
    let typed = (dossier.mask)(first_line(typed));
    let line = if typed.is_empty() { told.to_owned() } else { format!("{told} · {typed}") };
    writer.row(Some(Target::Mark(object)), &[(0, signs::sign(sign), role), (2, &line, role)]);
}
