//! The referrals to the panel: where each stands, what it waits for, what was advised and decided.

use super::{Dossier, first_line};
use crate::base::locale::Fact;
use crate::domain::panel::{PanelReferral, PanelStage};
use crate::tui::screens::family::Target;
use crate::tui::screens::family::lines::Writer;
use crate::tui::screens::words;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::Object;

/// Those underway whole, then one line for each that is closed, the latest first.
pub(super) fn referrals(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    if dossier.record.panel_referrals.is_empty() {
        return;
    }
    writer.heading("family-panel");
    let mut sorted: Vec<_> = dossier.record.panel_referrals.iter().collect();
    sorted.sort_by_key(|referral| (!stage(dossier, referral).is_open(), std::cmp::Reverse(referral.opened_on)));
    for referral in sorted {
        one(writer, dossier, referral);
    }
}

fn stage(dossier: &Dossier<'_>, referral: &PanelReferral) -> PanelStage {
    referral.stage(dossier.antenna, dossier.today)
}

fn one(writer: &mut Writer<'_>, dossier: &Dossier<'_>, referral: &PanelReferral) {
    let catalog = writer.catalog;
    let target = Some(Target::Mark(Object::Panel(referral.id)));
    let standing = referral.standing(dossier.antenna);
    let stage = standing.on(dossier.today);
    let motive = catalog.text(referral.motive.id());
    let facts = [("date", Fact::Date(standing.since))];
    let since = catalog.text_with("panel-since", &facts);
    let title = format!("{motive} · {} · {since}", catalog.text(stage.id()));
    let role = if stage.is_open() { Role::Text } else { Role::Muted };
    writer.text(0, &title, role, target);
    let said = |measure: crate::domain::panel::PanelMeasure| catalog.text(measure.id()).into_owned();
    let dated = |id: &str, date, measure| {
        catalog.text_with(id, &[("date", Fact::Date(date)), ("measure", Fact::Text(said(measure)))])
    };
    if let Some(decision) = &referral.decision {
        writer.text(2, &dated("panel-decision-of", decision.date, decision.measure), Role::Text, target);
    }
    if !stage.is_open() {
        return;
    }
    if let Some(opinion) = &referral.opinion {
        writer.text(2, &dated("panel-opinion-of", opinion.date, opinion.measure), Role::Text, target);
    }
    let proposal = [("measure", Fact::Text(said(referral.statement.proposal)))];
    writer.text(2, &catalog.text_with("panel-proposal", &proposal), Role::Text, target);
    if let Some(until) = standing.awaits {
        let id = if referral.departure.is_some() { "panel-opinion-until" } else { "panel-letter-until" };
        writer.text(2, &catalog.text_with(id, &[("until", Fact::Date(until))]), Role::Text, target);
    }
    if let Some(last) = referral.postponements.last() {
        let facts = [("date", Fact::Date(last.date)), ("until", Fact::Date(last.until))];
        writer.text(2, &catalog.text_with("panel-postponed", &facts), Role::Text, target);
    }
    let grounds = first_line(&referral.statement.grounds);
    if !grounds.is_empty() {
        writer.text(2, &format!("› {}", (dossier.mask)(grounds)), Role::Text, target);
    }
    for observed in &referral.observations {
        let title = catalog.text_with("panel-observations-of", &[("date", Fact::Date(observed.date))]);
        let text = (dossier.mask)(first_line(&observed.text)).into_owned();
        writer.text(2, &format!("{title} · {text}"), Role::Text, target);
    }
    if referral.is_adverse()
        && let Some(scale) = referral.scale(dossier.antenna)
    {
        let facts = [("date", Fact::Date(referral.procedure_date())), ("source", Fact::Text(scale.source.clone()))];
        writer.text(2, &catalog.text_with("panel-scale", &facts), Role::Muted, target);
        for step in &scale.steps {
            writer.text(4, &format!("· {}", words::label(catalog, step)), Role::Muted, target);
        }
    }
}
