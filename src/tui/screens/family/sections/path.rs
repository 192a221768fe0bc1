//! What happened: encounters, notes, steps of art. 4, stays and exits.

use super::Dossier;
use crate::base::locale::Fact;
use crate::domain::encounter::{Confidentiality, EncounterState, Step};
use crate::domain::orientation::OrientationState;
use crate::tui::screens::family::Target;
use crate::tui::screens::family::lines::Writer;
use crate::tui::screens::timeline::signs;
use crate::tui::screens::words::{self, step_number};
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::{Mark, Object, Timeline};

/// The encounters, latest first.
pub(super) fn encounters(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let mut encounters: Vec<_> = dossier.record.encounters.iter().collect();
    if encounters.is_empty() {
        return;
    }
    encounters.sort_by_key(|encounter| std::cmp::Reverse((encounter.date, encounter.time)));
    writer.heading("family-encounters");
    for encounter in encounters {
        if writer.is_full() {
            return;
        }
        let catalog = writer.catalog;
        let mark: Mark = Timeline::encounter(encounter, dossier.today);
        let mut parts = vec![catalog.text(signs::id(mark.sign)).into_owned()];
        if encounter.state != EncounterState::Held {
            parts.push(catalog.text(encounter.setting.id()).into_owned());
        }
        if !encounter.steps.is_empty() {
            let numbers: Vec<_> = encounter.steps.iter().map(|step| step_number(*step).to_string()).collect();
            let count = i64::try_from(numbers.len()).unwrap_or(0);
            let facts = [("count", Fact::Number(count)), ("steps", Fact::Text(numbers.join(", ")))];
            parts.push(catalog.text_with("timeline-steps", &facts));
        }
        let convention = dossier.antenna.convention(encounter.date);
        let theme = |code| convention.and_then(|version| version.theme(code));
        let themes: Vec<_> =
            encounter.themes.iter().filter_map(theme).map(|theme| words::label(catalog, &theme.label)).collect();
        parts.push(themes.join(", "));
        parts.push((dossier.mask)(&encounter.purpose).into_owned());
        parts.push((dossier.mask)(&encounter.motive).into_owned());
        parts.retain(|part| !part.is_empty());
        let time = encounter.time.map(|time| time.format(" %H:%M").to_string()).unwrap_or_default();
        let when = format!("{}{time}", catalog.date(encounter.date));
        let role = signs::role(&mark, dossier.today);
        let target = Some(Target::Mark(Object::Encounter(encounter.id)));
        writer.row(
            target,
            &[(0, signs::sign(mark.sign), role), (2, &when, Role::Text), (20, &parts.join(" · "), Role::Text)],
        );
    }
}

/// The notes, latest first, each with who may read it.
pub(super) fn notes(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let mut notes: Vec<_> = dossier.record.notes.iter().collect();
    if notes.is_empty() {
        return;
    }
    notes.sort_by_key(|note| std::cmp::Reverse(note.date));
    writer.heading("family-notes");
    for note in notes {
        if writer.is_full() {
            return;
        }
        let (sign, role) = match note.confidentiality {
            Confidentiality::Shareable => ("↗", Role::Text),
            Confidentiality::PanelOnly => ("◇", Role::Private),
            Confidentiality::Private => ("⊘", Role::Private),
        };
        let target = Some(Target::Note(note.id));
        let (date, who) = (writer.catalog.date(note.date), writer.catalog.text(note.confidentiality.id()).into_owned());
        writer.row(target, &[(0, sign, role), (2, &date, Role::Text), (14, &who, role)]);
        writer.text(2, &(dossier.mask)(&note.text), Role::Text, target);
    }
}

/// The five steps with the day on which each was last dealt with.
pub(super) fn steps(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let Some(stay) = dossier.record.stays.last() else { return };
    writer.heading("family-steps");
    for step in Step::ALL {
        let dealt = |encounter: &&crate::domain::encounter::Encounter| {
            stay.included_on <= encounter.date && encounter.steps.contains(&step)
        };
        let last = dossier.record.encounters_held().filter(dealt).map(|encounter| encounter.date).max();
        let number = step_number(step).to_string();
        let (sign, date) = match last {
            Some(date) => ("✓", writer.catalog.date(date)),
            None => ("○", String::new()),
        };
        let name = writer.catalog.text(step.id()).into_owned();
        let at = writer.width.saturating_sub(11);
        writer.row(
            None,
            &[(0, sign, Role::Text), (2, &number, Role::Text), (4, &name, Role::Text), (at, &date, Role::Muted)],
        );
    }
}

/// The times in the caseload with their exits, and the orientations that were refused.
pub(super) fn stays(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let record = dossier.record;
    if record.stays.is_empty() && record.orientations.is_empty() {
        return;
    }
    writer.heading("family-stays");
    let catalog = writer.catalog;
    let place = |code| dossier.antenna.center(code).map(|center| center.name.clone()).unwrap_or_default();
    for orientation in &record.orientations {
        let facts = [
            ("date", Fact::Date(orientation.date)),
            ("center", Fact::Text(place(&orientation.center))),
            ("document", Fact::Text(orientation.document.clone())),
        ];
        writer.text(0, &format!("› {}", catalog.text_with("family-orientation", &facts)), Role::Text, None);
        if let OrientationState::Refused { date, motive } = &orientation.state {
            let facts = [("date", Fact::Date(*date)), ("motive", Fact::Text(motive.clone()))];
            writer.text(2, &catalog.text_with("family-orientation-refused", &facts), Role::Text, None);
        }
        let Some(stay) = record.stays.iter().find(|stay| stay.orientation == orientation.id) else { continue };
        let facts = [("date", Fact::Date(stay.included_on))];
        writer.text(0, &format!("» {}", catalog.text_with("family-included-on", &facts)), Role::Text, None);
        if let Some(motive) = &stay.override_motive {
            let facts = [("motive", Fact::Text(motive.clone()))];
            writer.text(2, &catalog.text_with("family-override", &facts), Role::Text, None);
        }
        if let Some(exit) = &stay.exit {
            let convention = dossier.antenna.convention(exit.date);
            let reasons: Vec<_> = exit
                .reasons
                .iter()
                .filter_map(|code| convention.and_then(|version| version.exit_reason(code)))
                .map(|reason| words::label(catalog, &reason.label))
                .collect();
            let outcome = convention.and_then(|version| version.exit_outcome(&exit.outcome));
            let facts = [
                ("date", Fact::Date(exit.date)),
                ("reasons", Fact::Text(reasons.join(", "))),
                ("outcome", Fact::Text(outcome.map_or("", |outcome| words::label(catalog, &outcome.label)).to_owned())),
            ];
            writer.text(0, &format!("« {}", catalog.text_with("family-exit", &facts)), Role::Text, Some(Target::Exit));
            let agreed = exit.panel_referral.and_then(|id| record.panel_referral(id));
            if let Some(sent) = agreed.and_then(|referral| referral.sent_on()) {
                let text = catalog.text_with("panel-agreed-by", &[("date", Fact::Date(sent))]);
                writer.text(2, &text, Role::Text, Some(Target::Exit));
            }
            writer.text(2, &(dossier.mask)(&exit.comment), Role::Text, Some(Target::Exit));
        }
    }
}
