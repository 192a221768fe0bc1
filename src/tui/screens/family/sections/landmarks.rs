//! What happened once: towards work, beyond the limits of art. 5; and how each scale of art. 7 has moved.

use super::{Dossier, first_line};
use crate::base::locale::Fact;
use crate::domain::landmark::Landmark;
use crate::tui::screens::family::Target;
use crate::tui::screens::family::lines::Writer;
use crate::tui::screens::timeline::signs;
use crate::tui::screens::words;
use crate::tui::theme::Role;
use crate::tui::widgets::timeline::{Object, Timeline};

/// Those that waited for nothing, the latest first.
pub(super) fn happened(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let mut landmarks = dossier.record.landmarks();
    landmarks.retain(|landmark| !matches!(landmark, Landmark::Effects(_)));
    if landmarks.is_empty() {
        return;
    }
    writer.heading("family-landmarks");
    for landmark in landmarks.into_iter().rev() {
        let catalog = writer.catalog;
        let target = Some(Target::Mark(Object::Landmark(landmark.id())));
        let mark = Timeline::landmark(landmark);
        let (date, words) = (catalog.date(landmark.date()), landmark.told(catalog, dossier.antenna));
        let role = signs::role(&mark, dossier.today);
        writer.row(target, &[(0, signs::sign(mark.sign), role), (2, &date, Role::Text), (14, &words, Role::Text)]);
        let comment = (dossier.mask)(first_line(landmark.text()));
        if !comment.is_empty() {
            writer.text(14, &comment, Role::Muted, target);
        }
    }
}

/// Each scale from entry to now, then the last words of the person.
pub(super) fn effects(writer: &mut Writer<'_>, dossier: &Dossier<'_>) {
    let record = dossier.record;
    let Some(last) = record.effect_ratings.iter().max_by_key(|rating| rating.date) else { return };
    let Some(version) = dossier.antenna.convention(last.date) else { return };
    writer.heading("family-effects");
    let catalog = writer.catalog;
    let target = Some(Target::Mark(Object::Landmark(last.id)));
    for scale in &version.effects.scales {
        let Some((first, now)) = record.effect_of(&scale.code) else { continue };
        let (sign, role) = match now.cmp(&first) {
            std::cmp::Ordering::Less => ("↓", Role::Warning),
            std::cmp::Ordering::Equal => ("=", Role::Muted),
            std::cmp::Ordering::Greater => ("↑", Role::Ok),
        };
        let facts = [("first", Fact::Number(i64::from(first))), ("now", Fact::Number(i64::from(now)))];
        let moved = catalog.text_with("family-effect-moved", &facts);
        let at = writer.width.saturating_sub(11);
        let name = words::label(catalog, &scale.label);
        writer.row(target, &[(0, sign, role), (2, name, Role::Text), (at, &moved, Role::Text)]);
    }
    let quoted =
        record.effect_ratings.iter().filter(|rating| !rating.quote.is_empty()).max_by_key(|rating| rating.date);
    if let Some(rating) = quoted {
        let quote = (dossier.mask)(first_line(&rating.quote)).into_owned();
        let facts = [("quote", Fact::Text(quote)), ("date", Fact::Date(rating.date))];
        writer.text(
            2,
            &catalog.text_with("family-effect-quote", &facts),
            Role::Text,
            Some(Target::Mark(Object::Landmark(rating.id))),
        );
    }
}
